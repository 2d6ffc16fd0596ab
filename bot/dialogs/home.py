"""Where somebody is when nothing is asked: the profile is ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.question import Dialog
from bot.dialogs.turn import Turn

if TYPE_CHECKING:
    from bot.dialogs.moment import Moment
    from bot.dialogs.state import State


def _stay(state: State, _moment: Moment) -> Turn:
    return Turn(state)


HOME = Dialog(name="home", questions=(), done=_stay)
