"""The one gate that everything to a channel goes through, one by one, at its pace."""

from __future__ import annotations

import asyncio
import contextlib
import math
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.delivery.pacing import Pace

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine


@dataclass(slots=True)
class Gate:
    """A pace on a clock. `clock` gives seconds that only grow, `pause` waits so many."""

    pace: Pace = field(default_factory=Pace)
    clock: Callable[[], float] = time.monotonic
    pause: Callable[[float], Coroutine[Any, Any, object]] = field(default=asyncio.sleep)

    def ahead(self, chat: int | str, *, is_reply: bool = True) -> float:
        """Give the seconds until a message may go to a chat, 0 or less when it may now; infinity as `Pace.free_at`."""
        return self.pace.free_at(chat, is_reply=is_reply) - self.clock()

    def take(self, chat: int | str) -> Turn:
        """Take a turn to send one message to a chat now. Raises `ValueError` before it may."""
        self.pace.take(chat, self.clock())
        return Turn(self, chat)

    async def wait(self, chat: int | str) -> Turn:
        """Take a turn as soon as there is one."""
        while (ahead := self.ahead(chat)) > 0:
            if ahead == math.inf:
                answered = asyncio.Event()
                self.pace.when_answered(answered.set)
                await answered.wait()
            else:
                await self.pause(ahead)
        return self.take(chat)

    @contextlib.asynccontextmanager
    async def turn(self, chat: int | str) -> AsyncIterator[Turn]:
        """Wait for a turn; it is over at the end of the block, whatever happens there."""
        turn = await self.wait(chat)
        try:
            yield turn
        finally:
            turn.over()


@dataclass(slots=True)
class Turn:
    """The right to send one message to a chat. It must be said when it is over: when the answer came, or never will."""

    _gate: Gate
    _chat: int | str
    _is_over: bool = False

    def over(self) -> None:
        """Give it back; to do so once is enough."""
        if not self._is_over:
            self._is_over = True
            self._gate.pace.answered(self._chat, self._gate.clock())

    async def again(self) -> None:
        """Give it back, and wait for the next one in the same chat."""
        self.over()
        await self._gate.wait(self._chat)
        self._is_over = False
