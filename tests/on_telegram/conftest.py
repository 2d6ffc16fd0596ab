"""One fake server a test; what a client called wrongly fails the test at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fake_telegram import Person, Server, serve
from stages.product import Running, running

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


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


@pytest.fixture(params=["polling", "webhook"])
async def run(request: pytest.FixtureRequest, patient: Server, tmp_path: Path) -> AsyncIterator[Running]:
    async with running(patient, tmp_path, webhook=request.param == "webhook") as made:
        yield made


@pytest.fixture
def fatima(patient: Server) -> Person:
    return patient.person(7)
