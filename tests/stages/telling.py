"""Turns that tell of each write, so that a test can wait for what the sender notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.turns import Turns

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from bot.taken import World
    from storage.unit import Unit


class TellingTurns(Turns):
    """The product's turns; after each other write they wake whoever waits on `changed`."""

    def __init__(self, world: World, changed: asyncio.Condition) -> None:
        super().__init__(world)
        self._changed = changed

    async def write(self, work: Callable[[Unit], Any]) -> Any:
        try:
            return await super().write(work)
        finally:
            async with self._changed:
                self._changed.notify_all()
