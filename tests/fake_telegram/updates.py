"""The updates that wait for the bot, and the bot's long poll for them (Bot API, getUpdates)."""

from __future__ import annotations

import asyncio
from typing import Any

from fake_telegram.description import description, problem
from fake_telegram.refusal import Refusal

_ONLY_WHEN_ASKED = {"chat_member", "message_reaction", "message_reaction_count"}
_MOST = 100
_FIRST = 1000


class Updates:
    """A queue that forgets only what was confirmed; `waiting` counts polls, `changed` is the server's one condition.

    `given` holds everything that ever happened, for a test that lets it come again.
    """

    def __init__(self, changed: asyncio.Condition) -> None:
        self.pending: list[dict[str, Any]] = []
        self.given: list[dict[str, Any]] = []
        self.closed = False
        self.waiting = 0
        self._changed = changed
        self._next_id = _FIRST
        self._polls = 0
        self._allowed: set[str] = set()
        self.allow([])

    def allow(self, kinds: list[str]) -> None:
        """Keep only these kinds from now on; none named: all but those that have to be asked for."""
        every = {name for name in description()["types"]["Update"] if not name.endswith("!")}
        self._allowed = set(kinds) or every - _ONLY_WHEN_ASKED

    async def add(self, kind: str, what: dict[str, Any]) -> int:
        """Let something happen; gives the update's id. AssertionError: it does not have the described shape."""
        update = {"update_id": self._next_id, kind: what}
        wrong = problem(update, ["Update"], "update")
        assert wrong is None, wrong
        self._next_id += 1
        self.given.append(update)
        async with self._changed:
            if kind in self._allowed:
                self.pending.append(update)
            self._changed.notify_all()
        return self._next_id - 1

    async def strange(self, update: dict[str, Any]) -> None:
        """Let something wait that no client knows yet: its shape is checked by nobody."""
        async with self._changed:
            self.pending.append({"update_id": self._next_id, **update})
            self._next_id += 1
            self._changed.notify_all()

    async def again(self, number: int = -1) -> None:
        """Let an update wait once more, the last one unless its place is given: as if it was never confirmed."""
        async with self._changed:
            self.pending.insert(0, self.given[number])
            self._changed.notify_all()

    async def confirm(self, below: int) -> None:
        """Forget every update whose id is lower."""
        async with self._changed:
            self.pending = [update for update in self.pending if update["update_id"] >= below]
            self._changed.notify_all()

    async def poll(self, offset: int, limit: int, timeout: float) -> list[dict[str, Any]]:  # noqa: ASYNC109 - the API's
        """Answer one getUpdates: at once when there is something, else after `timeout` seconds at the latest."""
        if offset < 0:
            kept = self.pending[offset:]
            offset = kept[0]["update_id"] if kept else self._next_id
        await self.confirm(offset)
        self._polls += 1
        mine = self._polls
        async with self._changed:
            self._changed.notify_all()  # an older poll gives way to this one
            self.waiting += 1
            try:
                async with asyncio.timeout(timeout):
                    await self._changed.wait_for(lambda: self.pending or self.closed or self._polls != mine)
            except TimeoutError:
                return []
            finally:
                self.waiting -= 1
        if self._polls != mine:
            raise Refusal(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            )
        return self.pending[: min(max(limit, 1), _MOST)]
