"""Somebody with a browser, for tests of the web chat's HTTP interface."""

from __future__ import annotations

import json
import re
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot.domain.person import Contact, Support
from storage.tables import metadata

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    import httpx

    from stages.serving import Web
    from storage.unit import Unit

ONCE = re.compile(r"hallowerk-once=([^;]+)")
UNKNOWN = "een-link-die-niemand-heeft-gemaakt"


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who is signed in: their browser, and where their conversation is."""

    browser: httpx.AsyncClient
    web_id: str

    @property
    def here(self) -> str:
        return f"/c/{self.web_id}/"

    async def post(self, body: Any) -> httpx.Response:
        """Post an event as it is; text and bytes go as they are."""
        content = body if isinstance(body, str | bytes) else json.dumps(body)
        return await self.browser.post(f"{self.here}api/events", content=content)

    async def say(self, text: str, number: str | None = None) -> httpx.Response:
        return await self.post({"id": number or str(uuid.uuid4()), "text": text})

    async def tap(self, label: str, number: str | None = None) -> httpx.Response:
        """Tap the newest button with this label."""
        for message in reversed(await self.messages()):
            for row in message["buttons"]:
                for button in row:
                    if button["label"] == label:
                        tap = {"seq": message["seq"], "value": button["value"]}
                        return await self.post({"id": number or str(uuid.uuid4()), "tap": tap})
        raise AssertionError("no such button")

    async def messages(self, after: int = 0) -> list[dict[str, Any]]:
        answer = await self.browser.get(f"{self.here}api/messages", params={"after": after})
        assert answer.status_code == 200
        held: list[dict[str, Any]] = answer.json()["messages"]
        return held


def invite(web: Web, days: int = 30) -> str:
    """Make an invitation; give its token."""
    return web.house.invite(Support.SELF, Contact.DIRECT, days)


async def once_of(browser: httpx.AsyncClient, token: str, query: str = "") -> str:
    """Open the welcome page; give the value of its own that its cookie holds."""
    found = ONCE.search((await browser.get(f"/u/{token}{query}")).headers["set-cookie"])
    assert found
    return found[1]


async def sign_in(web: Web, browser: httpx.AsyncClient, query: str = "") -> Guest:
    """Invite somebody, and let them open their link."""
    token = invite(web)
    await once_of(browser, token, query)
    answer = await browser.post(f"/u/{token}{query}")
    assert answer.status_code == 303
    return Guest(browser, answer.headers["location"].split("/")[2])


async def code_of(guest: Guest) -> str:
    """Ask for a code for another device."""
    before = (await guest.messages())[-1]["seq"]
    assert (await guest.say("code")).status_code == 202
    words = " ".join(message["text"] for message in await guest.messages(before))
    found = re.search(r"\b(\d{4} \d{4})\b", words)
    assert found
    return found[1]


async def server_events(answer: httpx.Response) -> AsyncGenerator[dict[str, str], None]:
    """Read a stream as a browser's EventSource does."""
    fields: dict[str, str] = {}
    async for line in answer.aiter_lines():
        if line:
            name, _sign, value = line.partition(": ")
            fields[name] = value
        else:
            yield fields
            fields = {}


def rows(web: Web) -> dict[str, int]:
    """Count the rows of each table: what nothing may change when nothing may be stored."""

    def count(unit: Unit) -> dict[str, int]:
        return {table.name: len(unit.connection.execute(select(table)).all()) for table in metadata.sorted_tables}

    return web.house.store.read(count)
