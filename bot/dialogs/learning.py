"""Learning from use: may a sentence that was not understood be kept? Asked once, at rest, and never after a crisis."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.asking import go_on
from bot.dialogs.learn import ONCE
from bot.domain.effects import SaveProfile
from bot.nlu.stripping import stripped

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State
    from bot.dialogs.turn import Turn
    from bot.nlu.parse import Parse


def remembering(state: State, parse: Parse, moment: Moment) -> State:
    """Hold what was not understood, stripped, until it can be asked about; the last such sentence only."""
    if ONCE in state.once or parse.topic:
        return state
    name = state.of("profile").get("first_name")
    left = stripped(parse.text, moment.today, (name,) if name else ())
    return replace(state, unclear=left) if left else state


def asking_to_learn(turn: Turn, moment: Moment) -> Turn:
    """Ask for the sentence once the profile is done; after a crisis nothing is asked and nothing is held."""
    state = turn.state
    if "care" in state.stack:
        once = state.once if ONCE in state.once else (*state.once, ONCE)
        return replace(turn, state=replace(state, unclear=None, once=once))
    done = any(isinstance(effect, SaveProfile) for effect in turn.effects)
    if not state.unclear or ONCE in state.once or not done or state.stack != ("home",):
        return turn
    asked = replace(state, unclear=None, once=(*state.once, ONCE)).opening("learn")
    return go_on(asked.having("learn", {"sentence": state.unclear}), moment).after(*turn.effects)
