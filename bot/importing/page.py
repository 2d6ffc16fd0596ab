"""The JSON-LD that stands inside an HTML page, found in one pass (see `plain_text` for why there is no parser)."""

from __future__ import annotations

import re

LARGEST = 4 * 1024 * 1024
"""Bytes of a page; a page is read as a whole."""
_BEGIN = re.compile(r"<!--|<script\b([^<>]*)>", re.IGNORECASE)
_END = re.compile(r"</script", re.IGNORECASE)
_END_OF_COMMENT = re.compile(r"-->")
_OURS = re.compile(r"""\btype\s*=\s*["']?\s*application/ld\+json\b""", re.IGNORECASE)


def data_in(html: str) -> list[str]:
    """Give what stands in its `<script type="application/ld+json">`, in their order; not what is commented out."""
    found = []
    begin = _BEGIN.search(html)
    while begin:
        is_script = begin[1] is not None
        end = (_END if is_script else _END_OF_COMMENT).search(html, begin.end())
        if end is None:
            break
        if is_script and _OURS.search(begin[1]):
            found.append(html[begin.end() : end.start()])
        begin = _BEGIN.search(html, end.end())
    return found
