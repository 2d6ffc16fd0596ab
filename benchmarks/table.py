"""Rounds in interleaved order, and their medians side by side."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from measure import TURNS, NotInstalledError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from measure import Figures


@dataclass(frozen=True)
class Contender:
    """A row of the table. `play` gives one round's figures, or raises `NotInstalledError`."""

    name: str
    play: Callable[[], Figures]


@dataclass
class Row:
    """What a contender's rounds gave; `missing` says what is not installed."""

    name: str
    rounds: list[Figures] = field(default_factory=list)
    missing: str = ""


def play(contenders: Sequence[Contender], rounds: int) -> list[Row]:
    """Play round 1 of each, then round 2 of each, and so on: what the machine does meanwhile hits all alike."""
    rows = [Row(contender.name) for contender in contenders]
    for number in range(1, rounds + 1):
        for contender, row in zip(contenders, rows, strict=True):
            if row.missing:
                continue
            print(f"round {number} of {rounds}: {contender.name}", file=sys.stderr, flush=True)
            try:
                row.rounds.append(contender.play())
            except NotInstalledError as missing:
                row.missing = str(missing)
    return rows


def table(rows: Sequence[Row], reference: str | None = None) -> str:
    """Write each figure as its median and (lowest-highest).

    With a reference, the last column divides its turns a second by the row's, round by round, and takes the median.
    """
    names = list(dict.fromkeys(name for row in rows for figures in row.rounds for name in figures))
    against = next((row for row in rows if row.name == reference and not row.missing), None)
    lines = [["", *names, *(["ratio"] if reference else [])]]
    for row in rows:
        figures = [_cell(row, name) for name in names] + ([_ratio(against, row)] if reference else [])
        lines.append([row.name, *([row.missing] if row.missing else figures)])
    # A row that says what is missing is one long cell: it must not widen a column.
    full = [line for line in lines if len(line) == len(lines[0])]
    widths = [
        max(len(line[0]) for line in lines),
        *(max(map(len, column)) for column in list(zip(*full, strict=True))[1:]),
    ]
    explained = ["", f"ratio: {TURNS} of '{reference}' divided by the row's"] if reference else []
    return "\n".join([*(_line(line, widths) for line in lines), *explained])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Set the name to the left and the figures to the right."""
    first, *others = cells
    if len(cells) < len(widths):
        return f"{first:<{widths[0]}}  {others[0]}"
    figures = (f"{cell:>{width}}" for cell, width in zip(others, widths[1:], strict=True))
    return "  ".join([f"{first:<{widths[0]}}", *figures])


def _cell(row: Row, name: str) -> str:
    """Write one figure of a row over its rounds."""
    values = [figures[name] for figures in row.rounds if name in figures]
    if not values:
        return "-"
    return f"{_number(median(values))} ({_number(min(values))}-{_number(max(values))})"


def _number(value: float) -> str:
    """Write a number with as many digits as mean something."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _ratio(reference: Row | None, row: Row) -> str:
    """Write how many times the reference is faster than this row."""
    if reference is None:
        return "-"
    pairs = zip(reference.rounds, row.rounds, strict=True)
    ratios = [ours[TURNS] / theirs[TURNS] for ours, theirs in pairs if TURNS in ours and TURNS in theirs]
    return f"{median(ratios):.2f}" if ratios else "-"
