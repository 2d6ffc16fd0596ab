"""What was meant: an event in, a turn out. The order of hearing is that of design section 7."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.answering import choose, correct_last
from bot.dialogs.asking import ask_again, dialog_of, go_on, put_question, question_of
from bot.dialogs.book import BEGINNINGS
from bot.dialogs.care import means_otherwise
from bot.dialogs.conduct import OWN_TIME, conduct_of
from bot.dialogs.contact.unsent import with_unsent
from bot.dialogs.greeting import greeted, was_away
from bot.dialogs.handoff.beside import beside
from bot.dialogs.handoff.mended import mended_beside
from bot.dialogs.handoff.news import caught_up, is_there, with_whom
from bot.dialogs.jobs.pace import SEND
from bot.dialogs.last_change import noted, without_last
from bot.dialogs.learning import asking_to_learn
from bot.dialogs.named import CARED_FOR, Heard, is_unheeded, name_of
from bot.dialogs.resting import is_writing, left_alone_until
from bot.dialogs.showing import resume, withheld
from bot.dialogs.silence import KIND as SILENCE
from bot.dialogs.silence import look, watch
from bot.dialogs.state import State
from bot.dialogs.tapping import tapped
from bot.dialogs.turn import Turn, say
from bot.dialogs.understanding import hear_words
from bot.domain.effects import KeepFile, Plan, Say
from bot.domain.event import Sent, Tapped
from bot.domain.message import GivenFile
from bot.nlu.parse import Parse
from bot.text import Text, _

if TYPE_CHECKING:
    from datetime import datetime

    from bot.dialogs.moment import Moment
    from bot.domain.event import Due, Upload


_BINDING = frozenset("erase employer_erase stop employer_stop handoff give want show request part ask".split())
"""Dialogs in which a yes shows, sends, stops or erases something."""


def begin(moment: Moment) -> Turn:
    """Start a conversation: an invitation was just used."""
    state = State(stack=(BEGINNINGS[moment.person.role],), heard_at=moment.at.isoformat(timespec="minutes"))
    return go_on(state, moment).then(watch(moment))


def happen(state: State, due: Due, moment: Moment) -> Turn:
    """Give the turn that follows from something that was planned. Raises KeyError for a kind that nothing follows."""
    if due.kind == SILENCE:
        return look(state, moment, due.body)
    state = without_last(state) if was_away(state, moment) else state
    until = None if due.kind in OWN_TIME else left_alone_until(state, moment.at)
    if until:
        return Turn(state, (Plan(due.kind, dict(due.body), at=until),))
    turn = conduct_of(moment).happenings[due.kind](state, moment, due.body)
    turn = _asked_last(state, with_unsent(state, turn), moment)
    # jobs may follow from the change itself; whatever else is said comes in between
    comes_between = due.kind != SEND and _says(turn)
    return replace(turn, state=without_last(turn.state)) if comes_between else turn


def _says(turn: Turn) -> bool:
    return any(isinstance(effect, Say) for effect in turn.effects)


def _asked_last(before: State, turn: Turn, moment: Moment) -> Turn:
    """Ask once more what a yes settles for good, where something came in after it: the yes may be meant for that."""
    question = question_of(turn.state, moment)
    if question is None or not _says(turn) or turn.state.stack != before.stack:
        return turn
    if before.stack[-1] not in _BINDING and not is_writing(before):
        return turn
    return turn.then(put_question(turn.state, moment, question))


def come_back(state: State, moment: Moment) -> Turn:
    """Go on with a conversation: somebody opened their own link once more."""
    hello = () if state.stack[-1] == "care" else (_("Fijn dat je er weer bent."),)
    return here_again(state, moment, *hello)


def here_again(state: State, moment: Moment, *hello: Text) -> Turn:
    """Go on with a conversation, here or on another device, after a word of welcome."""
    told = caught_up(state, moment)
    state = replace(without_last(told.state), heard_at=moment.at.isoformat(timespec="minutes"))
    if is_there(state):
        return Turn(state, (*told.said, say(*hello, *with_whom(state))))
    return ask_again(state, moment, *hello).after(*told.said)


def take(state: State, heard: Heard, moment: Moment) -> Turn:
    """Give the turn that follows what was heard. Pure: the same three values always give the same turn."""
    away, told = was_away(state, moment), caught_up(state, moment)
    before = replace(told.state, heard_at=moment.at.isoformat(timespec="minutes"))
    before = without_last(before) if away or is_there(state) else before
    turn = _passed_on(state, before, heard, moment)
    if turn is None:
        turn = with_unsent(before, _heard(before, heard, moment))
        turn = asking_to_learn(noted(before, withheld(before, turn, moment)), moment)
        turn = greeted(turn, heard) if away else turn
    return turn.after(*told.said)


def _passed_on(told: State, state: State, heard: Heard, moment: Moment, *, edited: bool = False) -> Turn | None:
    """Pass on what is said to a werkmatcher: only by who knew that one is there, and while the handoff is open."""
    return beside(state, heard, moment, edited=edited) if is_there(told) and state.handoff else None


def _heard(state: State, heard: Heard, moment: Moment) -> Turn:
    if isinstance(heard, Parse) and name_of(heard) not in CARED_FOR and means_otherwise(state, heard.text):
        return resume(state, moment, heard)
    if is_unheeded(state, heard):
        return ask_again(state, moment)
    match heard:
        case Tapped(value):
            return tapped(state, value, moment)
        case Sent(kind, file):
            return _sent(state, kind, file, moment)
        case Parse():
            return hear_words(state, heard, moment)


def _sent(state: State, kind: str, file: Upload | None, moment: Moment) -> Turn:
    """Hear a file as the answer to a question that asks for one, and show it; all else is no words."""
    question = question_of(state, moment)
    if not question or not question.file:
        told = conduct_of(moment).not_words
        return ask_again(state, moment, told.get(kind, told["other"]))
    if file is None:
        return ask_again(state, moment, question.again)
    answers, given = state.of(dialog_of(state).name), GivenFile(moment.fresh_id, file.kind)
    if not question.file(answers, moment):
        return choose(state, question, None, moment)
    kept = KeepFile(answers["about"], given, file.content)
    shown = say(_("Dit is het bestand dat ik kreeg."), file=given.reference)
    return choose(state, question, given.reference, moment).after(kept, shown)


def take_edited(state: State, parse: Parse, moment: Moment, first_at: datetime | None = None) -> Turn:
    """Hear words that replace words said before, at `first_at`: most likely the last answer, said better."""
    told = caught_up(state, moment)
    if first_at:
        passed = mended_beside(without_last(told.state), parse, moment, first_at)
    else:
        passed = _passed_on(state, without_last(told.state), parse, moment, edited=True)
    if passed:
        return passed.after(*told.said)
    mended = None if name_of(parse) in CARED_FOR else conduct_of(moment).mends(state, parse, moment)
    mended = mended or correct_last(state, parse, moment)
    return noted(state, withheld(state, mended, moment)) if mended else take(state, parse, moment)
