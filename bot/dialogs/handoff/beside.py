"""While a werkmatcher is there the chat only passes on what is said, except "stop", "wis alles" and crisis."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

from bot.dialogs.asides import KEPT
from bot.dialogs.asking import go_on
from bot.dialogs.care import cannot_wait, caring, words_of_care
from bot.dialogs.digressions import NOT_WORDS
from bot.dialogs.handoff.ask import stopped
from bot.dialogs.handoff.news import ERASING, STOP_HERE, with_whom
from bot.dialogs.handoff.when import by_then
from bot.dialogs.turn import Turn, say
from bot.dialogs.yes_or_no import meaning
from bot.domain.effects import Plan, TellWerkmatcher
from bot.domain.event import Sent, Tapped
from bot.domain.handoff import ANSWER_MINUTES, LATE
from bot.domain.opening import after_open, is_open, next_open
from bot.domain.person import Role
from bot.nlu.parse import Parse
from bot.nlu.topics import without_bsn
from bot.text import _, verbatim

if TYPE_CHECKING:
    from datetime import datetime

    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.domain.effects import Effect
    from bot.text import Text

Heard: TypeAlias = Parse | Tapped | Sent

LONGEST = 4000
_SHORT = 4
"""Up to so many words "stop" is a command; in a longer sentence it is said to the werkmatcher."""


def beside(state: State, heard: Heard, moment: Moment, *, edited: bool = False) -> Turn | None:
    """Hear what is said while a werkmatcher is there; None: it answers the chat's own question."""
    if state.stack[-1] in ERASING:
        answer = _answer_to_erase(heard)
        state = state if answer else state.closing()
        if answer:
            return None if answer == "yes" else Turn(state.closing(), (say(*KEPT, *with_whom(state)),))
    match heard:
        case Tapped(value):
            return _tapped(state, value.removeprefix("do="), moment)
        case Sent(kind):
            gone = _("{name} krijgt dit niet.", name=_name(state))
            return Turn(state, (say(NOT_WORDS.get(kind, NOT_WORDS["other"]), gone),))
        case Parse():
            return _said(state, heard, moment, edited=edited)


def _answer_to_erase(heard: Heard) -> str | None:
    """Give "yes" or "no" to the question whether everything is to be erased; None: something else was said."""
    if isinstance(heard, Tapped):
        name, _sign, key = heard.value.partition("=")
        return key if name == "erase_all" else None
    said = meaning(heard) if isinstance(heard, Parse) else None
    return {"affirm": "yes", "deny": "no", "not_interested": "no"}.get(said or "")


def _name(state: State) -> Text:
    return verbatim((state.handoff or {}).get("by") or "")


def _tapped(state: State, what: str, moment: Moment) -> Turn:
    if what in {"stop", "handoff:wait=stop"}:
        return _stopped(state, moment)
    if what in {"delete_data", "erase_all=yes"}:  # the yes may stand under a question that is closed: it is asked anew
        return _erasing(state, moment)
    if what == "erase_all=no":
        return Turn(state, (say(*KEPT, *with_whom(state)),))
    told = _("Je praat nu met {name}. Deze knop werkt straks weer.", name=_name(state))
    return Turn(state, (say(told, buttons=(STOP_HERE,)),))


def _stopped(state: State, moment: Moment) -> Turn:
    return stopped(
        state, moment, _("Goed, het gesprek met {name} is gestopt. Je praat weer met mij.", name=_name(state))
    )


def _said(state: State, parse: Parse, moment: Moment, *, edited: bool) -> Turn:
    text = parse.text.strip()
    if not text:
        return Turn(state, (say(_("Ik zie geen woorden.")),))
    if len(text) > LONGEST:
        return Turn(state, (say(_("Dat is te lang voor mij."), _("Schrijf het in een paar zinnen.")),))
    named = parse.intent.name if parse.intent and parse.certain else None
    if not edited and named == "stop" and len(text.split()) <= _SHORT:
        return _stopped(state, moment)
    if not edited and named == "delete_data":
        return _erasing(state, moment)
    is_crisis = named == "crisis"
    until = after_open(moment.gemeente.opening, moment.at, timedelta(minutes=ANSWER_MINUTES))
    words = without_bsn(text) if parse.topic == "bsn" else text
    telling: tuple[Effect, ...] = (TellWerkmatcher(words, edited, is_crisis, until), Plan(LATE, at=until))
    if is_crisis:
        about = "violence" if parse.topic == "violence" else "despair"
        state = caring(state, about)
        telling = (*telling, *words_of_care(about))
    closed = _closed_now(state, moment, until)
    if not closed:
        return Turn(state, telling)
    told = {**(state.handoff or {}), "told": until.isoformat()}
    return Turn(replace(state, handoff=told), (*telling, say(*closed)))


def _erasing(state: State, moment: Moment) -> Turn:
    is_employer = moment.person.role is Role.EMPLOYER
    return go_on(state.opening("employer_erase" if is_employer else "erase"), moment)


def _closed_now(state: State, moment: Moment, until: datetime) -> tuple[Text, ...]:
    """Tell, once in an evening or a weekend, by when somebody answers; in a crisis each time, and whom to call."""
    if is_open(moment.gemeente.opening, moment.at):
        return ()
    if "care" in state.stack:
        opens = next_open(moment.gemeente.opening, moment.at).date()
        late = _("Misschien leest {name} dit pas op {day}.", name=_name(state), day=opens)
        return (late, *cannot_wait(state))
    if (state.handoff or {}).get("told") == until.isoformat():
        return ()
    return (_("{name} krijgt je bericht.", name=_name(state)), by_then(moment, until))
