"""Words that are no answer to a question about oneself: "laat maar", "liever niet", "toch niet"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.answering import SAID_BEFORE
from bot.dialogs.asking import ask_again, dialog_of
from bot.dialogs.book import form_of
from bot.dialogs.misunderstood import misunderstood
from bot.dialogs.never_mind import never_mind, not_after_all, rather_not
from bot.dialogs.obeying import obey
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse


def not_told(state: State, question: Question, parse: Parse, moment: Moment) -> Turn | None:
    """Skip what somebody does not want to tell, and ask again where a no can be about something else."""
    if never_mind(parse) and _is_answer(question, state):
        return obey("skip", state, moment, parse)  # it is no "no": nobody says with it that they cannot lift
    if not question.tells:
        return None
    if _says_enough(state, parse, moment):
        return ask_again(replace(state, misunderstood=0), moment, SAID_BEFORE)
    if rather_not(parse):
        return obey("skip", state, moment, parse)
    return misunderstood(state, moment, question.bare or question.again) if not_after_all(parse) else None


def _is_answer(question: Question, state: State) -> bool:
    """Tell whether a question is one of the profile and can be skipped; not whether all of it may be seen."""
    form = form_of(state)
    return form is dialog_of(state) and form is not None and not question.needed and question.name != form.agreed


def _says_enough(state: State, parse: Parse, moment: Moment) -> bool:
    """Tell whether somebody says once more that it is enough, which they said to the question before."""
    dialog = dialog_of(state)
    answers = state.of(dialog.name)
    last = next(reversed(list(answers)), "")
    before = dialog.by_name.get(last)
    if before is None or before.reads is None or answers[last] is not None:
        return False
    read = before.reads(Sentence.of(parse.text), moment.today)
    return read is not None and read.value is None
