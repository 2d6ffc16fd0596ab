"""What somebody asks for by name, in words or by a button: done, or answered in between."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.asking import ask_again, question_of
from bot.dialogs.conduct import conduct_of
from bot.dialogs.misunderstood import misunderstood
from bot.dialogs.turn import Turn, say

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse


def obey(intent: str, state: State, moment: Moment, parse: Parse) -> Turn:
    """Do what somebody asks for, or answer what they ask in between and come back to the open question."""
    conduct = conduct_of(moment)
    if intent in conduct.commands:
        return conduct.commands[intent](state, moment, parse)
    digress = conduct.topics.get(intent) or conduct.digressions.get(intent)
    if not digress:
        return misunderstood(state, moment)
    question = question_of(state, moment)
    told = digress(state, moment)
    if intent == "privacy_question" and question and question.seen:
        told = ((question.seen,),)
    said = tuple(say(*paragraphs) for paragraphs in told)
    if intent == "thanks" and not question:
        return Turn(replace(state, misunderstood=0), said)
    return ask_again(replace(state, misunderstood=0), moment).after(*said)
