"""Out of sight: who does not want to be seen by employers any more, and the way back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.agreed import without_yes
from bot.dialogs.turn import Turn, command, say
from bot.domain.effects import HideProfile
from bot.domain.person import Contact
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State

SHOW_ME = command(_("Laat mij weer zien"), "show_me")


def is_direct(moment: Moment) -> bool:
    """Tell whether employers may come to this person by themselves (V7)."""
    return moment.person.contact is Contact.DIRECT


def hiding(moment: Moment) -> tuple[HideProfile, ...]:
    """Take a profile away from all matching, if there is one."""
    return (HideProfile(),) if moment.has_profile else ()


def hidden(state: State, moment: Moment) -> Turn:
    """Turn the yes into a no, and say how to be seen again."""
    below = without_yes(state)
    told = say(
        _("Goed. Werkgevers zien jou niet meer.") if is_direct(moment) else _("Goed. Ik zoek geen banen meer voor je."),
        _("Wil je dat later wel? Tik dan op de knop."),
        buttons=(SHOW_ME,),
    )
    resting = below if below.stack[-1] == "care" else replace(below, stack=("home",))
    return Turn(resting, (*hiding(moment), told), rests=True)
