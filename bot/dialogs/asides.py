"""Small dialogs that come in between, and give way when somebody says something else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.care import GO_ON
from bot.dialogs.contact.ending import all_over, farewells
from bot.dialogs.dialog import Dialog
from bot.dialogs.handoff.asked import begun
from bot.dialogs.on_telegram import WIPE_THERE
from bot.dialogs.question import Choice, ask, confirm
from bot.dialogs.turn import Turn, command, say
from bot.dialogs.yes_or_no import FINE
from bot.domain.contact import Why
from bot.domain.effects import EndHandoff, Erase, HideProfile, SpeakIn
from bot.domain.event import Channel
from bot.domain.message import message
from bot.text import Text, _, verbatim

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import Answers, State
    from bot.nlu.sentence import Sentence

KEPT = (_("Goed, ik wis niets."),)


def _erased(state: State, moment: Moment) -> Turn:
    if state.of("erase").get("erase_all"):
        return Turn(state, (*farewells(moment), Erase(message(*farewell(moment)))))
    return Turn(state.closing(), (say(*KEPT),))


def farewell(moment: Moment) -> tuple[Text, ...]:
    """Say that everything is gone, what that means, and where it is not gone."""
    later = _("Wil je later weer meedoen? Bel {phone} voor een nieuwe link.", phone=moment.gemeente.contact.phone)
    there = WIPE_THERE if moment.channel is Channel.TELEGRAM else _("Dag, en veel succes!")
    return (_("Alles is gewist."), later, there)


def _only_fine(yes: Sentence, _answers: Answers, _moment: Moment) -> Text | None:
    """Tell "ok" from "ja": an "ok" may be to what was told, and what is erased does not come back."""
    return _("Het kan niet terug. Schrijf ja, of nee.") if yes.words <= FINE else None


def erasing(name: str, told: tuple[Text, ...], done: Callable[[State, Moment], Turn]) -> Dialog:
    """Make the dialog in which somebody is asked, after what is `told`, whether everything is to be erased."""
    sure = confirm(
        "erase_all",
        (*told, _("Weet je het zeker?")),
        yes=_("Ja, wis alles"),
        no=_("Nee, wis niets"),
        why=_("Als ik alles wis, kan niemand het terughalen."),
        needed=True,
        doubt=_only_fine,
    )
    return Dialog(name=name, light=True, left=KEPT, questions=(sure,), done=done)


ERASE = erasing(
    "erase",
    (_("Dan wis ik alles wat ik van je weet. Dat kan niet terug."), _("Er verandert niets aan je uitkering.")),
    _erased,
)

STOPPED = (
    _("Goed, ik stuur je niets meer. Er verandert niets aan je uitkering."),
    _("Wil je toch verder? Schrijf dan: verder."),
)

WIPE = command(_("Wis alles"), "delete_data")


def _stopped(state: State, moment: Moment) -> Turn:
    chosen = state.of("stop").get("stop_how")
    below = state.closing()
    if chosen == "erase":
        return Turn(below.opening("erase"))
    if chosen == "go_on":
        return Turn(below, (say(_("Goed, we gaan verder.")),))
    hiding = (HideProfile(),) if moment.has_profile else ()
    ending = (EndHandoff(),) if below.handoff else ()
    stopped = replace(below, paused=True, handoff=None)
    return Turn(
        stopped, (*hiding, *ending, *all_over(moment, Why.HIDDEN), say(*STOPPED, buttons=(GO_ON, WIPE))), rests=True
    )


def stopping(name: str, stop: Text, why: Text, done: Callable[[State, Moment], Turn]) -> Dialog:
    """Make the dialog in which somebody says how to stop; `stop`: what stopping without erasing means for them."""
    how = ask(
        "stop_how",
        (_("Je mag altijd stoppen."), _("Wat wil je?")),
        choices=(
            Choice("stop", stop, "stop"),
            Choice("erase", _("Stoppen en alles wissen"), "erase"),
            Choice("go_on", _("Toch verder"), "go_on"),
        ),
        yes="stop",
        no="go_on",
        why=why,
        again=_("Tik op een knop. Dan weet ik wat je wilt."),
        needed=True,
    )
    return Dialog(name=name, light=True, questions=(how,), done=done)


STOP = stopping(
    "stop",
    _("Stoppen, stuur niets meer"),
    _("Je hoeft niet te zeggen waarom. Er verandert niets aan je uitkering."),
    _stopped,
)


TONGUES = {"nl": "Nederlands", "en": "English"}
"""The languages that can be chosen, by their own names; each has a complete catalogue in `locales/`."""


def _spoken(state: State, _moment: Moment) -> Turn:
    return Turn(state.closing(), (SpeakIn(state.of("language")["tongue"]),))


LANGUAGE = Dialog(
    name="language",
    light=True,
    renews=True,
    questions=(
        ask(
            "tongue",
            _("In welke taal wil je praten?"),
            choices=tuple(Choice(code, verbatim(name), code) for code, name in TONGUES.items()),
            why=_("Dan praat ik in de taal die jij kiest."),
            again=_("Tik op een taal."),
            needed=True,
        ),
    ),
    done=_spoken,
)


def _offered(state: State, moment: Moment) -> Turn:
    if state.of("human_offer").get("human_wanted"):
        return begun(state.closing(), moment)
    return Turn(state.closing(), (say(_("Goed, we gaan samen verder.")),))


HUMAN_OFFER = Dialog(
    name="human_offer",
    light=True,
    questions=(
        confirm(
            "human_wanted",
            (_("Sorry, ik begrijp je nog niet."), _("Wil je met iemand praten?")),
            yes=_("Ja, met iemand praten"),
            no=_("Nee, ga verder"),
            why=_("Een mens begrijpt je misschien beter dan ik."),
            needed=True,
        ),
    ),
    done=_offered,
)

ASIDES: tuple[Dialog, ...] = (ERASE, STOP, LANGUAGE, HUMAN_OFFER)
