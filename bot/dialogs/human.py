"""How to reach a human (V9): by phone, and when somebody is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.opening import is_open, next_open
from bot.text import Text, _

if TYPE_CHECKING:
    from datetime import datetime

    from bot.dialogs.moment import Moment


def human_told(moment: Moment) -> tuple[Text, ...]:
    """Say whom to call, and honestly when somebody answers."""
    gemeente = moment.gemeente
    call = _("Bel {phone} en praat met een mens.", phone=gemeente.contact.phone)
    if is_open(gemeente.opening, moment.at):
        return (call, _("Er is nu iemand."))
    opens = next_open(gemeente.opening, moment.at)
    return (
        call,
        _("Nu is er niemand. Je kunt weer bellen op {day} vanaf {time} uur.", day=opens.date(), time=_clock(opens)),
    )


def _clock(at: datetime) -> str:
    return f"{at.hour}.{at.minute:02}" if at.minute else str(at.hour)
