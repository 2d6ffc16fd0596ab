"""Reads docs/access.md: who may what."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "docs" / "access.md"
ROLES = ("Vreemde", "Zelf", "Ander", "Werkgever", "Werkmatcher", "Collega", "Beheerder")

_ROW = re.compile(r"\A\| `([^`]+)`[^|]*\|(.+)\|\Z")


@cache
def table() -> dict[str, dict[str, bool]]:
    """Give, by what stands in the first column, which roles may; a cell is "ja" or "nee", and perhaps why."""
    held: dict[str, dict[str, bool]] = {}
    for what, cells in _rows():
        if len(cells) == len(ROLES):
            assert what not in held, f"{what} stands there twice"
            held[what] = {role: _says(cell) for role, cell in zip(ROLES, cells, strict=True)}
    return held


@cache
def commands() -> frozenset[str]:
    """Give the commands that are explained."""
    return frozenset(what for what, cells in _rows() if len(cells) == 1)


def _rows() -> list[tuple[str, list[str]]]:
    found = [_ROW.match(line) for line in SOURCE.read_text(encoding="utf-8").splitlines()]
    return [(row[1], [cell.strip() for cell in row[2].split("|")]) for row in found if row]


def _says(cell: str) -> bool:
    word = cell.partition(":")[0]
    assert word in {"ja", "nee"}, f"{cell!r} says neither ja nor nee"
    return word == "ja"
