"""How a command tells staff something: in Dutch, from the catalogue like all that is said."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from bot.translate import render

if TYPE_CHECKING:
    from bot.text import Text


def words(text: Text) -> str:
    """Give the words of a text for staff."""
    return render(text, "nl")


def tell(text: Text) -> None:
    """Print a text for staff."""
    print(words(text), flush=True)


def as_utf8() -> None:
    """Read and write UTF-8, whatever the machine is set to; a byte that is none is no reason to stop."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
