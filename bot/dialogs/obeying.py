"""What somebody asks for by name, in words or by a button: done, or answered in between."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.asking import ask_again, question_of
from bot.dialogs.conduct import conduct_of
from bot.dialogs.misunderstood import misunderstood
from bot.dialogs.turn import Turn, say
from bot.dialogs.yes_or_no import FORCED
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse
    from bot.text import Text


FREE = "voluntary_question"
"""What whoever sounds forced is answered."""

_SAY_SO = frozenset({FREE, "benefit_question", "fear"})
"""What is answered with it anyway."""


def obey(intent: str, state: State, moment: Moment, parse: Parse) -> Turn:
    """Do what somebody asks for, or answer what they ask in between and come back to the open question."""
    conduct = conduct_of(moment)
    if intent in conduct.commands:
        return conduct.commands[intent](state, moment, parse)
    digress = conduct.topics.get(intent) or conduct.digressions.get(intent)
    if not digress:
        return misunderstood(state, moment)
    question = question_of(state, moment)
    told = (*_also_wondered(intent, question, state, moment, parse), *digress(state, moment))
    if intent == "privacy_question" and question and question.seen:
        told = ((question.seen,),)
    said = tuple(say(*paragraphs) for paragraphs in told)
    if intent == "thanks" and not question:
        return Turn(replace(state, misunderstood=0), said)
    return ask_again(replace(state, misunderstood=0), moment).after(*said)


def sounds_forced(question: Question | None, parse: Parse) -> bool:
    """Tell whether somebody who may choose freely sounds as if they had to: "goed, dan moet het maar"."""
    free = question is not None and FREE in question.wondered
    return free and FORCED.search(Sentence.of(parse.text).plain) is not None


def _also_wondered(
    intent: str, question: Question | None, state: State, moment: Moment, parse: Parse
) -> tuple[tuple[Text, ...], ...]:
    """Answer besides whether it has to: "is dit verplicht, en wie leest dit?"."""
    is_other = intent not in _SAY_SO and sounds_forced(question, parse)
    return conduct_of(moment).digressions[FREE](state, moment) if is_other else ()
