"""Words that are no answer to a question about oneself: "liever niet", "toch niet"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.misunderstood import misunderstood
from bot.dialogs.never_mind import not_after_all, rather_not
from bot.dialogs.obeying import obey

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.question import Question
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse


def not_told(state: State, question: Question, parse: Parse, moment: Moment) -> Turn | None:
    """Skip what somebody does not want to tell, and ask again where "toch niet" can be about something else."""
    if not question.tells:
        return None
    if rather_not(parse):
        return obey("skip", state, moment, parse)
    return misunderstood(state, moment, question.bare or question.again) if not_after_all(parse) else None
