"""A plain yes, no or "I do not know", as the open question takes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.dialogs.answering import choose, fill
from bot.dialogs.asking import ask_again, dialog_of
from bot.dialogs.misunderstood import misunderstood
from bot.dialogs.obeying import obey
from bot.dialogs.question import NOTHING
from bot.dialogs.yes_or_no import begins_with_yes, is_both, is_yes_to, meaning
from bot.nlu.sentence import Sentence
from bot.text import Text, _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse


YES_OR_NO = _("Ik weet niet of je ja of nee bedoelt.")


def plainly(state: State, question: Question, parse: Parse, moment: Moment) -> Turn | None:
    """Hear a plain yes, no or "I do not know" as this question takes it."""
    if is_both(parse) and NOTHING not in (question.yes, question.no):
        beside = fill(state, parse, moment, correcting=False) if question.yields else None
        return beside or ask_again(state, moment, YES_OR_NO)
    said = "affirm" if is_yes_to(question, parse, state.of(dialog_of(state).name), moment) else meaning(parse)
    if said is None and begins_with_yes(question, parse) and not parse.entities:
        doubt = question.doubt(Sentence.of(parse.text), state.of(dialog_of(state).name), moment)
        return ask_again(state, moment, doubt or YES_OR_NO)
    if said and said in question.means:
        return chosen(state, question, question.means[said], parse, moment)
    if said not in {"affirm", "deny", "not_interested", "dont_know"} or _is_beside(question, parse):
        return None
    if said == "dont_know":
        meant = None if question.no is None else NOTHING
    else:
        meant = question.yes if said == "affirm" else question.no
    if meant is not NOTHING:
        return chosen(state, question, meant, parse, moment)
    differently = _asked_differently(state, question, said, moment)
    return differently if differently or parse.entities else obey("skip", state, moment, parse)


def _is_beside(question: Question, parse: Parse) -> bool:
    """Tell whether a yes or no is only guessed, beside what answers something else: "'s avonds niet"."""
    return question.tells and bool(parse.entities) and parse.intent is not None and not (parse.certain or parse.plain)


def _asked_differently(state: State, question: Question, said: str, moment: Moment) -> Turn | None:
    """Ask in other words where a yes, a no or "I do not know" says too little."""
    if said == "affirm" and question.bare and question.keys:
        return _only_yes(state, question, question.bare, moment)
    told = _too_little(question, said)
    return misunderstood(state, moment, *told) if told else None


def _only_yes(state: State, question: Question, choices: Text, moment: Moment) -> Turn:
    """Give the choices in other words to who says yes to them all; saying it once is no misunderstanding."""
    if state.offered:
        return misunderstood(state, moment)
    keys = question.easy or question.keys
    return ask_again(replace(state, offered=keys, misunderstood=0), moment, choices)


def chosen(state: State, question: Question, value: Any, parse: Parse, moment: Moment) -> Turn:
    """Keep what words mean; a yes that is in doubt is asked for again."""
    is_yes = question.yes is not NOTHING and value == question.yes
    doubt = question.doubt(Sentence.of(parse.text), state.of(dialog_of(state).name), moment) if is_yes else None
    return ask_again(state, moment, doubt) if doubt else choose(state, question, value, moment)


def _too_little(question: Question, said: str) -> tuple[Text, ...]:
    """Say what to answer instead of a yes, a no or "I do not know" that says nothing here."""
    if said == "dont_know":
        return (_("Dat geeft niet."), question.again) if question.needed else ()
    if question.bare:
        return (question.bare,)
    return (question.again,) if said == "affirm" else ()
