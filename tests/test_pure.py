"""The pure core knows no clock but the one it is given; what it may import is held by the import contract."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CORE = Path(__file__).parent.parent / "bot"
CLOCK = re.compile(r"\b(?:now|utcnow|today|monotonic|perf_counter|sleep)\(\)|\.now\(|\bdate\.today\b")


@pytest.mark.parametrize("folder", ["domain", "dialogs", "nlu", "importing"])
def test_nothing_looks_at_a_clock(folder: str) -> None:
    files = list((CORE / folder).rglob("*.py"))
    assert files
    assert [file.name for file in files if CLOCK.search(file.read_text(encoding="utf-8"))] == []


def test_the_check_finds_one() -> None:
    assert CLOCK.search("at = datetime.now(UTC)")
    assert CLOCK.search("day = date.today()")
