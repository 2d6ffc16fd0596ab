"""Slows down guessing of links and codes. In memory only: whose address it was is kept nowhere."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WINDOW_SECONDS = 900.0
MOST_OF_ONE = 10
"""Wrong tries of one caller in a window. With 8 digits and 15 minutes this leaves a code about 1 in 10 million."""

MOST_OF_ALL = 1000
"""Wrong tries of all callers together in a window: many callers do not help."""


@dataclass(slots=True)
class Guesses:
    """Counts wrong tries. `clock` gives seconds that only grow."""

    clock: Callable[[], float]
    _by_caller: dict[str, deque[float]] = field(default_factory=dict)
    _all: deque[float] = field(default_factory=deque)

    def too_many(self, caller: str) -> bool:
        """Tell whether this caller, or all together, must wait."""
        since = self.clock() - WINDOW_SECONDS
        own = self._by_caller.get(caller)
        if own is not None and not _kept(own, since):
            del self._by_caller[caller]
            own = None
        return (own is not None and len(own) >= MOST_OF_ONE) or len(_kept(self._all, since)) >= MOST_OF_ALL

    def wrong(self, caller: str) -> None:
        """Note a wrong try."""
        now = self.clock()
        self._by_caller.setdefault(caller, deque(maxlen=MOST_OF_ONE)).append(now)
        self._all.append(now)
        if len(self._by_caller) > MOST_OF_ALL:
            stale = [held for held, tries in self._by_caller.items() if not _kept(tries, now - WINDOW_SECONDS)]
            for held in stale:
                del self._by_caller[held]


def _kept(tries: deque[float], since: float) -> deque[float]:
    while tries and tries[0] <= since:
        tries.popleft()
    return tries
