"""Leaving an answer as it was, while another is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.agreed import BEFORE, changed
from bot.dialogs.as_before import NOTHING_CHANGED, as_before, drops_it, wants_before
from bot.dialogs.asking import ask_again, go_on, question_of

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse


def left_as_it_was(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Keep the answers that were to be changed; None where that is not what is said, or none is to be changed."""
    answers = state.of("profile")
    if state.stack[-1] != "profile" or BEFORE not in answers or question_of(state, moment) is None:
        return None
    if not wants_before(parse) and (changed(answers) or not drops_it(parse)):
        return None
    return go_on(replace(state.having("profile", as_before(answers)), misunderstood=0), moment, NOTHING_CHANGED)


def nothing_to_leave(state: State, parse: Parse, moment: Moment) -> Turn | None:
    """Answer "zoals het was" where no answer is to change; in a pause it may ask for jobs again."""
    if state.paused or not wants_before(parse):
        return None
    return ask_again(replace(state, misunderstood=0), moment, NOTHING_CHANGED)
