"""A web chat that runs, and somebody who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.replay.house import house
from stages.serving import Web, web_of
from web.guests import Guest, sign_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with house() as opened, web_of(opened) as serving:
        yield serving


@pytest.fixture
async def browser(web: Web) -> AsyncIterator[httpx.AsyncClient]:
    async with web.client() as opened:
        yield opened


@pytest.fixture
async def other(web: Web) -> AsyncIterator[httpx.AsyncClient]:
    """Give another device."""
    async with web.client() as opened:
        yield opened


@pytest.fixture
async def fatima(web: Web, browser: httpx.AsyncClient) -> Guest:
    return await sign_in(web, browser)
