"""The welcome: what this is, who sees what, and a free choice (V2, V10)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.dialog import Dialog
from bot.dialogs.on_telegram import ALSO_KEPT_THERE, WIPE_THERE
from bot.dialogs.question import confirm
from bot.dialogs.turn import Turn, command
from bot.dialogs.yes_or_no import forced
from bot.domain.effects import Erase
from bot.domain.event import Channel
from bot.domain.message import message
from bot.domain.person import Contact, Support
from bot.text import Text, _, from_data, lines

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.nlu.sentence import Sentence


def _opening(_state: State, moment: Moment) -> tuple[Text, ...]:
    return (
        _("Hallo! Ik ben de chat van {gemeente}. Ik ben een computer.", gemeente=moment.gemeente.name),
        _("Ik zoek banen die bij je passen."),
    )


def _who_sees(_answers: Answers, moment: Moment) -> tuple[tuple[Text, ...], ...]:
    guided, through = moment.person.support is Support.GUIDED, moment.person.contact is Contact.WERKMATCHER
    if through:
        seen = _("Een werkgever ziet jouw antwoorden niet. Alleen een werkmatcher kan je een baan brengen.")
    else:
        seen = _("Een werkgever kan zien welk werk je zoekt, niet wie je bent. Dat vraag ik eerst.")
    helped = (_("Je werkmatcher kan je helpen, als jij dat wilt."),) if guided else ()
    explained = ((_("Een werkmatcher helpt mensen met werk zoeken."), *helped),) if guided or through else ()
    there = (ALSO_KEPT_THERE,) if moment.channel is Channel.TELEGRAM else ()
    return (*explained, (seen, _("De gemeente leest niet mee, en ziet niet of je meedoet."), *there))


def _forced(yes: Sentence, _answers: Answers, _moment: Moment) -> Text | None:
    return forced(yes)


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
    doubt=_forced,
    wondered=("voluntary_question",),
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
        _("Dat is goed. Er verandert niets aan je uitkering."),
        _("Ik heb alles van dit gesprek gewist."),
        _("Dit kan ook:"),
        *(options if gemeente.after_no else ()),
        _("Wil je praten, of later meedoen? Bel {phone}.", phone=gemeente.contact.phone),
        *((WIPE_THERE,) if moment.channel is Channel.TELEGRAM else ()),
    )


WELCOME = Dialog(name="welcome", opening=_opening, questions=(JOIN,), done=_joined)
