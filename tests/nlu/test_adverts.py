"""What is read from a pasted advertisement: `adverts.txt`, and rather nothing than something wrong."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.adverts.reading import read_advertisement

TODAY = date(2026, 11, 24)
FILE = Path(__file__).parent / "adverts.txt"


def cases() -> list[tuple[str, dict[str, Any]]]:
    held = [line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found = []
    for block in "\n".join(held).strip().split("\n\n"):
        text, _, read = block.partition("\n===")
        pairs = (line.split(" ", 1) for line in read.splitlines() if line)
        found.append((text, {name: json.loads(value) for name, value in pairs}))
    return found


CASES = cases()


def shown(read: dict[str, Any]) -> dict[str, Any]:
    name = {"occupation": "label", "place": "name"}
    return {key: value[name[key]] if key in name else value for key, value in read.items()}


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text.splitlines()[0][:40] for text, _ in CASES])
def test_an_advertisement_is_read(text: str, expected: dict[str, Any]) -> None:
    assert shown(read_advertisement(text, TODAY)) == expected


def test_there_are_enough() -> None:
    assert len(CASES) >= 25


def test_bold_signs_and_windows_lines_change_nothing() -> None:
    text, expected = CASES[1]
    assert shown(read_advertisement(text.replace("\n", "\r\n"), TODAY)) == expected


@given(st.text(alphabet="€0123456789 uurpeweknvat.,-\n/()", max_size=200))
def test_any_text_is_read(text: str) -> None:
    read_advertisement(text, TODAY)
