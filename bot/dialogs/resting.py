"""Whether something of somebody else may come in now, or somebody is in the middle of something."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.dialogs.state import State

BUSY = timedelta(minutes=30)
"""How long something waits for somebody who is in the middle of something else."""

_FREE = frozenset({"home", "employer_home", "job", "jobs", "still", "talk", "ends", "request", "show"})
"""The dialogs that somebody else may come into."""


def left_alone_until(state: State, at: datetime) -> datetime | None:
    """Give until when nothing comes that can wait: somebody is in danger or despair, or talks with a werkmatcher."""
    if "care" in state.stack:
        return at + timedelta(days=1)
    return at + BUSY if state.is_with_human else None


def is_free(state: State) -> bool:
    """Tell whether nothing is asked that would be lost: a message that is on its way is such a thing.

    While somebody talks with a werkmatcher, the chat is silent.
    """
    return set(state.stack) <= _FREE and not is_writing(state) and not state.is_with_human


def is_writing(state: State) -> bool:
    """Tell whether a message waits for a choice before it goes."""
    return bool(state.of("talk").get("words") or state.of("talk").get("leaks"))
