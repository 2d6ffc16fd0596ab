"""The welcome: what this is, who sees what, and a free choice (V2, V10)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.question import Dialog, confirm
from bot.dialogs.turn import Turn, command
from bot.domain.effects import Erase
from bot.domain.message import message
from bot.domain.person import Contact, Support
from bot.text import Text, _, from_data, lines

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State


def _opening(_state: State, moment: Moment) -> tuple[Text, ...]:
    guided = moment.person.support is Support.GUIDED
    return (
        _("Hallo! Ik ben de chat van HalloWerk. Ik ben een computer."),
        _("Samen met je werkmatcher zoek ik banen die bij je passen.")
        if guided
        else _("Ik zoek banen die bij je passen."),
    )


def _who_sees(_answers: Answers, moment: Moment) -> tuple[tuple[Text, ...], ...]:
    seen = (
        _("Een werkgever ziet jouw antwoorden niet. Alleen een werkmatcher kan je een baan brengen. Jij kiest.")
        if moment.person.contact is Contact.WERKMATCHER
        else _("Een werkgever ziet welk werk je zoekt, maar niet wie je bent. Jij kiest wie met je praat.")
    )
    return ((seen, _("De gemeente kan niet zien wat je hier zegt.")),)


JOIN = confirm(
    "join",
    (_("Meedoen is vrijwillig. Zeg je nee? Dan verandert er niets aan je uitkering."), _("Wil je meedoen?")),
    yes=_("Ja, ik doe mee"),
    no=_("Nee, liever niet"),
    why=_("Ik vraag dit omdat jij zelf mag kiezen. Ja en nee zijn allebei goed."),
    again=_("Ik stel vragen over werk. Tik op een knop, of schrijf: ja of nee."),
    first=_who_sees,
    extras=(
        command(_("Wie ziet wat ik zeg?"), "privacy_question"),
        command(_("Taal / Language"), "language"),
        command(_("Een mens spreken"), "human"),
    ),
    needed=True,
)


def _joined(state: State, moment: Moment) -> Turn:
    if state.of("welcome").get("join"):
        return Turn(replace(state.forgetting("welcome"), stack=("profile",)))
    return Turn(state, (Erase(message(*refused(moment))),))


def refused(moment: Moment) -> tuple[Text, ...]:
    """Say what else is possible after a no, and that the no changed nothing (V2)."""
    gemeente = moment.gemeente
    options = (lines(*(_("• {option}", option=from_data(option)) for option in gemeente.after_no)),)
    return (
        _("Dat is goed. Er verandert niets voor jou, en ik heb niets bewaard."),
        _("Dit kan ook:"),
        *(options if gemeente.after_no else ()),
        _("Wil je praten, of later meedoen? Bel {phone}.", phone=gemeente.contact.phone),
    )


WELCOME = Dialog(name="welcome", opening=_opening, questions=(JOIN,), done=_joined)
