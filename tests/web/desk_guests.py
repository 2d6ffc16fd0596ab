"""Werkmatchers at the desk, and people who asked for one, for tests of the desk's HTTP interface."""

from __future__ import annotations

import json
import uuid
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.domain.invitation import Invitation
from bot.domain.person import Role
from bot.inviting import invite
from web.guests import Guest, once_of, sign_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx

    from stages.serving import Web


@dataclass(frozen=True, slots=True)
class Werkmatcher:
    """Somebody who is signed in at the desk, in their browser."""

    browser: httpx.AsyncClient
    web: Web

    async def desk(self) -> dict[str, Any]:
        """Give what the desk shows."""
        answer = await self.browser.get("/desk/api/state")
        assert answer.status_code == 200
        held: dict[str, Any] = answer.json()
        return held

    async def post(self, body: Any, to: str = "acts") -> httpx.Response:
        content = body if isinstance(body, str | bytes) else json.dumps(body)
        return await self.browser.post(f"/desk/api/{to}", content=content)

    async def act(self, what: str, handoff: str, number: str | None = None, **more: Any) -> httpx.Response:
        """Do something with a conversation, and let the person hear of it."""
        answer = await self.post({"id": number or str(uuid.uuid4()), "act": what, "handoff": handoff, **more})
        await self.web.house.happens()
        return answer


def desk_invite(web: Web, name: str, *, lets_in: bool = False) -> str:
    """Make a link for a werkmatcher; give its token."""
    made = Invitation(Role.WERKMATCHER, web.house.now + timedelta(days=1), name=name, lets_in=lets_in)
    return invite(web.house.store, made, web.house.now).token


async def sit_down(web: Web, browser: httpx.AsyncClient, name: str, *, lets_in: bool = False) -> Werkmatcher:
    """Let a werkmatcher open their link, and press its button."""
    token = desk_invite(web, name, lets_in=lets_in)
    await once_of(browser, token, "?voor=werkmatcher")
    answer = await browser.post(f"/u/{token}?voor=werkmatcher")
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk/")
    return Werkmatcher(browser, web)


@asynccontextmanager
async def werkmatcher(web: Web, name: str, **held: Any) -> AsyncIterator[Werkmatcher]:
    """Give a werkmatcher who is signed in on a machine of their own."""
    async with web.client() as browser:
        yield await sit_down(web, browser, name, **held)


async def ask_for_a_human(web: Web, browser: httpx.AsyncClient, name: str, about: str, *, shows: bool = True) -> Guest:
    """Let a jobseeker take part, say their name, and ask for a human."""
    guest = await sign_in(web, browser)
    await guest.tap("Ja, ik doe mee")
    await guest.say(name)
    await guest.say("kok")
    await guest.say("ik wil met een mens praten")
    await guest.say(about)
    await guest.tap("Ja, laat dit zien" if shows else "Nee, laat niets zien")
    return guest
