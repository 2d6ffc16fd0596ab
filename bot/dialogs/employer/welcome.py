"""How an employer is welcomed: what this is, and what they may expect of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.dialog import Dialog
from bot.dialogs.employer.home import EMPLOYER_HOME
from bot.dialogs.question import confirm
from bot.dialogs.turn import Turn, command, say
from bot.domain.effects import Erase
from bot.domain.message import message
from bot.text import Text, _, verbatim

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State


def _opening(_state: State, moment: Moment) -> tuple[Text, ...]:
    return (
        _("Hallo! Ik ben de chat van {gemeente}. Ik ben een computer.", gemeente=moment.gemeente.name),
        _("Ik help {name} om mensen te vinden.", name=verbatim(moment.person.name or "")),
    )


START = confirm(
    "employer.start",
    (
        _("Je plaatst een baan door met mij te praten."),
        _("Mensen kiezen zelf of ze met je willen praten. Je kunt hen niet zoeken."),
        _("Wil je beginnen?"),
    ),
    yes=_("Ja, beginnen"),
    no=_("Nee, stoppen"),
    extras=(command(_("Taal / Language"), "language"), command(_("Een mens spreken"), "human")),
    why=_("Ik vraag dit, want daarna bewaar ik wat je mij vertelt."),
    needed=True,
)


def _started(state: State, moment: Moment) -> Turn:
    if state.of("employer_welcome").get("employer.start"):
        at_home = replace(state.forgetting("employer_welcome"), stack=(EMPLOYER_HOME.name,))
        return Turn(at_home, (say(_("Fijn!"), *EMPLOYER_HOME.rest, buttons=EMPLOYER_HOME.menu),), rests=True)
    return Turn(state, (Erase(message(*refused(moment))),))


def refused(moment: Moment) -> tuple[Text, ...]:
    """Say that all is gone, and how to come back."""
    phone = moment.gemeente.contact.phone
    return (
        _("Dat is goed. Ik heb alles gewist."),
        _("Wil je later wel? Bel {phone} voor een nieuwe link.", phone=phone),
    )


EMPLOYER_WELCOME = Dialog(name="employer_welcome", opening=_opening, questions=(START,), done=_started)
