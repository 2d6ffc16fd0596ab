"""Words out of HTML: no tags, no script, no control characters.

Not by the standard library's parser: 50,000 characters of "<a " take it 20 seconds (Python 3.11), and these come from
others. Each pattern here looks at each character a fixed number of times.
"""

from __future__ import annotations

import re
from html import unescape

MOST_READ = 50_000
"""Characters of a description that are read."""
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|noscript|head|title|iframe|object|svg)\b.*?(?:</\1\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
"""What nobody sees on a page; without its end, all that follows."""
_BLOCK = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section|article|header|footer)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[/!a-zA-Z][^<>]*(?:>|\Z)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_SPACE = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[ \n]*")
_SENTENCE = re.compile(r"[.!?](?=\s)|\n")


def plain(text: str) -> str:
    """Give the words of a text that may be HTML, or HTML written with &lt; and &gt;."""
    read = text[:MOST_READ]
    for _time in range(2):
        read = unescape(_TAG.sub("", _BLOCK.sub("\n", _UNSEEN.sub(" ", read))))
    return _tidy(_TAG.sub("", _UNSEEN.sub(" ", read)))


def line(text: str, most: int) -> str:
    """Give the words of a text on one line of at most `most` characters."""
    return plain(text).replace("\n", " ")[:most].strip()


def shortened(text: str, most: int) -> str:
    """Give as many whole sentences as fit; where not even one does, as many words."""
    if len(text) <= most:
        return text
    ends = [match.end() for match in _SENTENCE.finditer(text, 0, most)]
    if ends:
        return text[: ends[-1]].strip()
    return f"{text[: most - 1].rpartition(' ')[0] or text[: most - 1]}…"


def _tidy(text: str) -> str:
    cleaned = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _LINES.sub("\n", _SPACE.sub(" ", cleaned)).strip()
