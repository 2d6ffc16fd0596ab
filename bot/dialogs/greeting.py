"""Greeting who comes back after a while, where a cheerful word neither hurts nor stands in the way."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.dialogs.named import Heard, name_of
from bot.dialogs.turn import Turn, say
from bot.dialogs.yes_or_no import meaning
from bot.domain.effects import Erase
from bot.domain.event import Tapped
from bot.nlu.parse import Parse
from bot.text import _

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State


_LONG_AWAY = timedelta(hours=12)
"""After which somebody is greeted again."""
_GRAVE = frozenset("care stop erase employer_stop employer_erase".split())
"""Dialogs in which nobody is greeted cheerfully."""
_NO_GREETING = frozenset("crisis violence stop human delete_data hide_me".split())


def was_away(state: State, moment: Moment) -> bool:
    """Tell whether somebody said nothing for so long that they are greeted again."""
    return bool(state.heard_at) and moment.at - datetime.fromisoformat(str(state.heard_at)) > _LONG_AWAY


def _unwelcome(turn: Turn, heard: Heard) -> bool:
    """Tell whether a cheerful greeting would hurt, or stand in the way of a no."""
    if any(isinstance(effect, Erase) for effect in turn.effects) or turn.state.stack[-1] in _GRAVE:
        return True
    if isinstance(heard, Tapped) and heard.value.endswith("=no"):
        return True
    return name_of(heard) in _NO_GREETING or (isinstance(heard, Parse) and meaning(heard) == "deny")


def greeted(turn: Turn, heard: Heard) -> Turn:
    """Say that it is good to see somebody again, before anything else."""
    if _unwelcome(turn, heard):
        return turn
    name = turn.state.of("profile").get("first_name")
    hello = _("Fijn dat je er weer bent, {name}.", name=name) if name else _("Fijn dat je er weer bent.")
    return turn.after(say(hello))
