"""The page for werkmatchers, from `docs/werkmatcher.md`: headings, paragraphs, lists and **bold**, and nothing else."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import HalloWerkError
from bot.text import _, verbatim

if TYPE_CHECKING:
    from collections.abc import Sequence

SOURCE = Path(__file__).parents[2] / "docs" / "werkmatcher.md"

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_KINDS = (("h1", "# "), ("h2", "## "), ("ul", "- "), ("ol", re.compile(r"\d+\. ")))


def blocks(source: str) -> list[tuple[str, list[list[tuple[bool, str]]]]]:
    """Read the text: blocks of a kind (`h1 h2 p ul ol`), each of lines, each of pieces that are bold or not.

    An indented line goes on with the one above it.
    """
    lines = re.sub(r"\n {2,}", " ", source).splitlines()
    made = []
    for filled, run in groupby(lines, key=lambda line: bool(line.strip())):
        if filled:
            made += [(kind, _lines(kind, list(held))) for kind, held in groupby(run, key=_kind)]
    return made


@cache
def guide() -> list[tuple[str, list[list[tuple[bool, str]]]]]:
    """Give the page's blocks."""
    try:
        return blocks(SOURCE.read_text(encoding="utf-8"))
    except OSError:
        raise HalloWerkError(
            _(
                # staff: who starts the product reads this
                "Het bestand {file} ontbreekt. Zet het terug.",
                file=verbatim(str(SOURCE)),
            )
        ) from None


def _kind(line: str) -> str:
    for kind, sign in _KINDS:
        if line.startswith(sign) if isinstance(sign, str) else sign.match(line):
            return kind
    return "p"


def _lines(kind: str, held: Sequence[str]) -> list[list[tuple[bool, str]]]:
    if kind == "p":
        return [_pieces(" ".join(held))]
    return [_pieces(re.sub(r"\A(?:#+|-|\d+\.) ", "", line)) for line in held]


def _pieces(line: str) -> list[tuple[bool, str]]:
    """Cut a line where it becomes bold and where that ends."""
    return [(at % 2 == 1, piece) for at, piece in enumerate(_BOLD.split(line)) if piece]
