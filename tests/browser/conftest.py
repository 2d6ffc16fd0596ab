"""A real browser, and a web chat that runs."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio
from patience import PATIENCE
from playwright.async_api import async_playwright, expect

from bot.replay.house import house
from bot.rounds import Rounds
from browser.pages import PHONE
from stages.serving import Web, web_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from playwright.async_api import Browser, BrowserContext, Page

    NewContext = Callable[..., Awaitable[BrowserContext]]
    Somebody = Callable[..., Awaitable[Page]]

MILLISECONDS = PATIENCE * 1000
expect.set_options(timeout=MILLISECONDS)

CHROMIUM = shutil.which("chromium")
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed here (Debian: apt install chromium)")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def web() -> AsyncIterator[Web]:
    async with house() as opened, web_of(opened) as serving:
        yield serving


@pytest_asyncio.fixture(loop_scope="session")
async def new_context(chromium: Browser) -> AsyncIterator[NewContext]:
    """Give machines in Dutch that wait as long as all tests do. At the end no answer to their pages is under way."""
    contexts: list[BrowserContext] = []

    async def make(**held: Any) -> BrowserContext:
        context = await chromium.new_context(locale="nl-NL", **held)
        context.set_default_timeout(MILLISECONDS)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        for opened in context.pages:
            await opened.unroute_all(behavior="ignoreErrors")
        await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def phone(new_context: NewContext) -> BrowserContext:
    """Give a phone: held upright, touched with a finger."""
    return await new_context(viewport=PHONE, has_touch=True, is_mobile=True)


@pytest_asyncio.fixture(loop_scope="session")
async def page(phone: BrowserContext) -> AsyncIterator[Page]:
    """Give a page on which nothing goes wrong unheard."""
    opened = await phone.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda message: wrong.append(message.text) if "Content Security" in message.text else None)
    yield opened
    assert wrong == []


@pytest_asyncio.fixture(loop_scope="session")
async def happening(web: Web) -> AsyncIterator[None]:
    """Let what is planned happen by itself, as in the product."""
    rounds = Rounds(web.house.turns, lambda: web.house.now)
    ring = web.house.turns.world.ring

    def both(taken: Any) -> None:
        ring(taken)
        rounds.nudge(taken)

    web.house.turns.world = replace(web.house.turns.world, ring=both)
    running = asyncio.create_task(rounds.run())
    yield
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


@pytest_asyncio.fixture(loop_scope="session")
async def somebody(new_context: NewContext) -> AsyncIterator[Somebody]:
    """Give a page on a machine of its own, on which nothing goes wrong unheard."""
    wrong: list[str] = []

    async def make(**held: Any) -> Page:
        context = await new_context(**{"viewport": {"width": 1360, "height": 820}, "reduced_motion": "reduce", **held})
        page = await context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda told: wrong.append(told.text) if "Content Security" in told.text else None)
        return page

    yield make
    assert wrong == []
