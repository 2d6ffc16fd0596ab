"""The tables of `bot/data`, row by row."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows(name: str) -> Iterator[dict[str, str]]:
    """Read a table, never more of it at once than a row: what is read whole is memory that stays with the process."""
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)
