"""Brings updates to the bot's webhook, in order, again and again until each is taken (Bot API, setWebhook)."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

import httpx
from patience import PATIENCE

if TYPE_CHECKING:
    from fake_telegram.updates import Updates

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
AGAIN = 0.02
"""Seconds until an update that was not taken is brought again; Telegram waits longer and longer."""


class Webhook:
    """One bot's webhook: without a URL it does nothing."""

    def __init__(self, updates: Updates, changed: asyncio.Condition) -> None:
        self.url = ""
        self.error = ""
        self._updates = updates
        self._changed = changed
        self._bringing: asyncio.Task[None] | None = None

    async def set(self, url: str, secret: str | None) -> None:
        """Bring updates there from now on; to nowhere when the URL is empty."""
        if self._bringing is not None:
            self._bringing.cancel()
            with suppress(asyncio.CancelledError):
                await self._bringing
            self._bringing = None
        self.url, self.error = url, ""
        if url:
            self._bringing = asyncio.create_task(self._bring({} if secret is None else {SECRET: secret}))

    async def _bring(self, headers: dict[str, str]) -> None:
        async with httpx.AsyncClient(timeout=PATIENCE) as client:
            while True:
                async with self._changed:
                    await self._changed.wait_for(lambda: self._updates.pending)
                update = self._updates.pending[0]
                try:
                    answer = await client.post(self.url, json=update, headers=headers)
                    self.error = "" if answer.is_success else f"Wrong response from the webhook: {answer.status_code}"
                except httpx.TransportError:
                    self.error = "Connection failed"
                if self.error:
                    async with self._changed:
                        self._changed.notify_all()
                    await asyncio.sleep(AGAIN)
                else:
                    await self._updates.confirm(update["update_id"] + 1)
