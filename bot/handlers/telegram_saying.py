"""What is said at once on Telegram, kept nowhere: beside the way in, at the sender's pace, in order for each chat."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.delivery.gate import Gate
from bot.delivery.outcome import Again, Wait
from bot.delivery.pacing import back_off
from bot.delivery.telegram import send

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from telegram import Bot

    from bot.delivery.outcome import Outcome
    from bot.delivery.telegram import Buttons

log = logging.getLogger(__name__)

MOST_OF_A_CHAT = 20
"""So much may wait to be said in one chat; who makes it more is not answered each time."""

GRACE_SECONDS = 3.0
"""How long what is being said may take when the product stops."""


@dataclass(slots=True)
class Saying:
    """What is being said, through the sender's own gate."""

    bot: Bot
    gate: Gate = field(default_factory=Gate)
    _under_way: dict[str, list[asyncio.Task[None]]] = field(default_factory=dict)

    def full(self, chat: str) -> bool:
        """Tell whether enough waits in this chat."""
        return len(self._under_way.get(chat, ())) >= MOST_OF_A_CHAT

    def add(self, chat: str, doing: Coroutine[Any, Any, object]) -> None:
        """Do this without being waited for, after what was added for the same chat before."""
        before = self._under_way.setdefault(chat, [])
        task = asyncio.create_task(_after(before[-1:], doing))
        before.append(task)
        task.add_done_callback(partial(self._ended, chat, doing))

    def _ended(self, chat: str, doing: Coroutine[Any, Any, object], task: asyncio.Task[None]) -> None:
        doing.close()  # one that was called off before it began
        self._under_way[chat].remove(task)
        if not self._under_way[chat]:
            del self._under_way[chat]
        if not task.cancelled() and (error := task.exception()):
            log.error("Something could not be said: %s", type(error).__name__)

    async def say(
        self, chat: str, text: str, buttons: Buttons = (), *, tries: int = 1, thread: int | None = None
    ) -> None:
        """Say words in a chat, when the pace allows; after a fault again, until it was tried so often."""
        for number in range(tries):
            match await self._say_once(chat, text, buttons, thread):
                case Wait(seconds):
                    self.gate.pace.stop_until(self.gate.clock() + seconds)
                case Again():
                    self.gate.pace.hold(chat, self.gate.clock() + back_off(number))
                case _:
                    return

    async def _say_once(self, chat: str, text: str, buttons: Buttons, thread: int | None) -> Outcome:
        async with self.gate.turn(chat):
            return await send(self.bot, int(chat), text, buttons, thread=thread)

    def _tasks(self) -> list[asyncio.Task[None]]:
        return [task for held in self._under_way.values() for task in held]

    async def done(self) -> None:
        """Wait until all is said."""
        while tasks := self._tasks():
            await asyncio.wait(tasks)
            await asyncio.sleep(0)  # what is done is struck off in the loop's next turn

    async def finish(self) -> None:
        """Let what is being said arrive, for a while, and call off the rest."""
        try:
            async with asyncio.timeout(GRACE_SECONDS):
                await self.done()
        except TimeoutError:
            for task in self._tasks():
                task.cancel()
            await self.done()


async def _after(before: list[asyncio.Task[None]], doing: Coroutine[Any, Any, object]) -> None:
    if before:
        await asyncio.wait(before)
    await doing
