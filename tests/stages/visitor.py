"""Somebody on the website: the HTTP interface of design section 10, called as its page does."""

from __future__ import annotations

import re
import uuid
from typing import TYPE_CHECKING, Any, Self

import httpx
from patience import PATIENCE

if TYPE_CHECKING:
    from types import TracebackType


class Visitor:
    """A browser with its cookies. `messages` is what it shows."""

    def __init__(self, url: str) -> None:
        self._line = httpx.AsyncClient(base_url=url, timeout=PATIENCE)
        self._here = ""
        self.messages: list[dict[str, Any]] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, _type: object, _error: object, _traceback: TracebackType | None) -> None:
        await self._line.aclose()

    async def opens(self, token: str) -> int:
        """Open a link and go on; gives the status of the answer."""
        return await self._enters(f"/u/{token}", {})

    async def types_code(self, code: str) -> int:
        """Type the code of another device."""
        return await self._enters("/koppel", {"code": code})

    async def _enters(self, path: str, form: dict[str, str]) -> int:
        answer = await self._line.post(path, data=form)
        if answer.status_code == 303:
            self._here = answer.headers["location"]
            await self._reads()
        return answer.status_code

    async def says(self, text: str) -> None:
        await self._sends({"text": text})

    async def taps(self, button: str) -> None:
        """Tap a button of the newest message that has it, by its label or its value. LookupError: there is none."""
        for shown in reversed(self.messages):
            for held in (key for row in shown["buttons"] for key in row):
                if button in (held["label"], held["value"]):
                    await self._sends({"tap": {"seq": shown["seq"], "value": held["value"]}})
                    return
        raise LookupError("no such button")

    @property
    def labels(self) -> list[str]:
        """What the buttons of the newest message say."""
        return [held["label"] for row in self.messages[-1]["buttons"] for held in row]

    @property
    def code(self) -> str:
        """The code for another device that was shown last."""
        return code_in([str(shown["text"]) for shown in self.messages])

    async def _sends(self, what: dict[str, Any]) -> None:
        answer = await self._line.post(f"{self._here}api/events", json={"id": str(uuid.uuid4()), **what})
        assert answer.status_code == 202, answer.text
        await self._reads()

    async def _reads(self) -> None:
        after = self.messages[-1]["seq"] if self.messages else 0
        answer = await self._line.get(f"{self._here}api/messages", params={"after": after})
        if answer.status_code == 200:
            self.messages += answer.json()["messages"]


def code_in(texts: list[str]) -> str:
    """Find the code that was shown last: "1234 5678"."""
    found: list[str] = [code for text in texts for code in re.findall(r"\b\d{4} \d{4}\b", text)]
    return found[-1]
