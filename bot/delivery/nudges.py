"""Wakes whoever waits for something to read: the web chat's streams."""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.taken import How

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.taken import Taken

DESK = 0
"""What the streams of the desk wait at: no address has this number."""


@dataclass(slots=True)
class Nudges:
    """Bells by address. A stream that is not rung looks for itself after a while: another process may have written."""

    _bells: defaultdict[int, set[asyncio.Event]] = field(default_factory=lambda: defaultdict(set))

    def hear(self, taken: Taken) -> None:
        """Wake whom a turn gives something to read."""
        if taken.address_id is not None and taken.how in {How.TAKEN, How.ERASED}:
            self.ring(taken.address_id)
        if taken.desk:
            self.ring(DESK)

    def ring(self, address_id: int) -> None:
        """Wake all that wait at an address."""
        for bell in self._bells.get(address_id, ()):
            bell.set()

    @contextlib.contextmanager
    def bell(self, address_id: int) -> Iterator[asyncio.Event]:
        """Give a bell that is rung from now on."""
        bell = asyncio.Event()
        self._bells[address_id].add(bell)
        try:
            yield bell
        finally:
            self._bells[address_id].discard(bell)
            if not self._bells[address_id]:
                del self._bells[address_id]
