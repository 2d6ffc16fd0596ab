"""Learning from use: whether a sentence that was not understood may be kept.

That is asked once, at rest, never as a second next step, and never after a crisis.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.agreed import agreed
from bot.dialogs.asking import at_rest, go_on
from bot.dialogs.learn import ONCE
from bot.domain.effects import Say, TellKnown
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
    """Ask for the sentence where there was only talk and nothing is to be done; after a crisis nothing is held."""
    state = turn.state
    if "care" in state.stack:
        once = state.once if ONCE in state.once else (*state.once, ONCE)
        return replace(turn, state=replace(state, unclear=None, once=once))
    if not state.unclear or ONCE in state.once or not agreed(state) or not _is_idle(turn, moment):
        return turn
    asked = replace(state, unclear=None, once=(*state.once, ONCE)).opening("learn")
    return go_on(asked.having("learn", {"sentence": state.unclear}), moment).after(*turn.effects[:-1])


def _is_idle(turn: Turn, moment: Moment) -> bool:
    """Tell whether a turn answered something, and ended by saying that nothing has to be done."""
    state = turn.state
    talked = len(turn.effects) > 1 and all(isinstance(effect, Say | TellKnown) for effect in turn.effects)
    return talked and state.stack == ("home",) and turn.effects[-1] == at_rest(state, moment)
