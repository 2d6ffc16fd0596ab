"""A yes to taking part with answers behind it: "ja ik doe mee, ik heet Mo, ik zoek werk als kok"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.answering import choose, fill
from bot.dialogs.parts import before_first
from bot.dialogs.turn import Turn
from bot.dialogs.welcome import JOIN
from bot.nlu import yesno
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import State
    from bot.nlu.parse import Parse


def joining(state: State, question: Question | None, parse: Parse, moment: Moment) -> Turn | None:
    """Take part, and keep what is said behind the yes; None where no free yes comes first, or nothing behind it."""
    if question is not JOIN or not parse.entities:
        return None
    is_yes = yesno.meaning(Sentence.of(before_first(parse.text, parse.entities))) == "affirm"
    if not is_yes or JOIN.doubt(Sentence.of(parse.text), state.of("welcome"), moment):
        return None
    joined = choose(state, JOIN, JOIN.yes, moment)
    filled = fill(joined.state, parse, moment, correcting=False)
    return Turn(filled.state, (*joined.effects[:-1], *filled.effects)) if filled else joined
