"""Wakes whoever waits for something to read: the web chat's streams."""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class Nudges:
    """Bells by address. A stream that is not rung looks for itself after a while: another process may have written."""

    _bells: defaultdict[int, set[asyncio.Event]] = field(default_factory=lambda: defaultdict(set))

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
