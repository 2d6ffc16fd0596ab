"""How much one signed-in person may ask at once: so that a page that went wild, or a script, leaves room for others."""

from __future__ import annotations

import contextlib
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_AT_ONCE = 120
"""Events of one person in a burst: far more than anybody taps, also when a phone sends all it kept while offline."""

A_SECOND = 2.0
"""Events a second of one person in the long run."""

MOST_STREAMS = 8
"""Streams of one conversation at the same time: two devices with a few tabs each."""

_MOST_KEPT = 10_000


@dataclass(slots=True)
class Bounds:
    """Counts by address, in memory only. `clock` gives seconds that only grow."""

    clock: Callable[[], float] = time.monotonic
    _empty_at: dict[int, float] = field(default_factory=dict)
    _streams: Counter[int] = field(default_factory=Counter)

    def wait(self, address_id: int) -> float:
        """Count an event; give 0 when it may be taken, else the seconds after which it may, and count nothing."""
        now = self.clock()
        # the bucket is empty at this moment when nothing more comes (GCRA)
        empty = max(self._empty_at.get(address_id, now), now) + 1 / A_SECOND
        over = empty - now - MOST_AT_ONCE / A_SECOND
        if over > 0:
            return over
        self._empty_at[address_id] = empty
        if len(self._empty_at) > _MOST_KEPT:
            self._empty_at = {held: at for held, at in self._empty_at.items() if at > now}
        return 0.0

    @contextlib.contextmanager
    def stream(self, address_id: int) -> Iterator[bool]:
        """Count a stream while it is open; False: there are too many."""
        self._streams[address_id] += 1
        try:
            yield self._streams[address_id] <= MOST_STREAMS
        finally:
            self._streams[address_id] -= 1
            if not self._streams[address_id]:
                del self._streams[address_id]
