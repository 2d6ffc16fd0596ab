"""The JSON-LD that stands inside an HTML page."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LARGEST = 4 * 1024 * 1024
"""Bytes of a page; a page is read as a whole."""


def data_in(html: str) -> list[str]:
    """Give what stands in its `<script type="application/ld+json">`, in their order."""
    reader = _Scripts()
    reader.feed(html)
    reader.close()
    return ["".join(parts) for parts in reader.found]


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[list[str]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        kind = (dict(attrs).get("type") or "").partition(";")[0].strip().lower()
        self._inside = tag == "script" and kind == "application/ld+json"
        if self._inside:
            self.found.append([])

    def handle_endtag(self, _tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1].append(data)
