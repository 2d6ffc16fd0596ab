"""How to reach a human (V9): by phone or by mail, and when somebody is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.opening import is_open, next_open
from bot.text import Text, _

if TYPE_CHECKING:
    from datetime import datetime

    from bot.dialogs.moment import Moment


def human_told(moment: Moment) -> tuple[Text, ...]:
    """Say whom to call or to write to, and honestly when somebody answers."""
    gemeente = moment.gemeente
    phone = gemeente.contact.phone
    speak = _("Dan praat je met iemand van de gemeente.")
    mail = _("Of mail naar {email}.", email=gemeente.contact.email)
    if is_open(gemeente.opening, moment.at):
        return (_("Er is nu iemand."), _("Bel {phone}.", phone=phone), speak, mail)
    opens = next_open(gemeente.opening, moment.at)
    call = _("Bel {phone} op {day} vanaf {time} uur.", phone=phone, day=opens.date(), time=_clock(opens))
    return (_("Nu is er niemand."), call, speak, mail)


def _clock(at: datetime) -> str:
    return f"{at.hour}.{at.minute:02}" if at.minute else str(at.hour)
