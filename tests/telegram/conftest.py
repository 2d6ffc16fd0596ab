"""One fake server a test; what a client called wrongly fails the test at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fake_telegram import Server, serve

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serve() as running:
        yield running
    assert running.violations == []


@pytest.fixture
async def patient() -> AsyncIterator[Server]:
    """Serve without limits."""
    async with serve(limits=None) as running:
        yield running
    assert running.violations == []
