"""A bar that shows how far long work is: only where a person watches, on a line of its own."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.text import Text

from bot.commands.telling import words

_WIDTH, _PAUSE = 30, 0.1


class Bar:
    """Shows how many bytes of `total` were read; without a total, just how many things."""

    def __init__(self, total: int | None) -> None:
        self._total = total
        self._done = 0
        self._shown_at = 0.0
        self._on = sys.stderr.isatty()

    def counting(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Give the chunks on, and count them."""
        for chunk in chunks:
            self._done += len(chunk)
            yield chunk

    def show(self, said: Text) -> None:
        """Draw the bar with some words behind it; not more than 10 times a second."""
        now = time.monotonic()
        if not self._on or now - self._shown_at < _PAUSE:
            return
        self._shown_at = now
        share = min(self._done / self._total, 1.0) if self._total else 0.0
        filled = round(share * _WIDTH)
        bar = f"[{'#' * filled}{' ' * (_WIDTH - filled)}] {share:4.0%} " if self._total else ""
        sys.stderr.write(f"\r\x1b[K{bar}{words(said)}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Make room for a line of text."""
        if self._on and self._shown_at:
            self._shown_at = 0.0
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
