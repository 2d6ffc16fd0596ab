"""Words out of HTML: no tags, no script, no control characters."""

from __future__ import annotations

import re
from html.parser import HTMLParser

MOST_READ = 50_000
"""Characters of a description that are read."""
_SILENT = frozenset({"script", "style", "template", "noscript", "head", "title", "iframe", "object", "svg"})
_BLOCKS = frozenset("p div br li ul ol h1 h2 h3 h4 h5 h6 tr table section article header footer".split())
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_SPACE = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n[ \n]*")
_SENTENCE = re.compile(r"[.!?](?=\s)|\n")


def plain(text: str) -> str:
    """Give the words of a text that may be HTML, or HTML written with &lt; and &gt;."""
    read = text[:MOST_READ]
    for _time in range(2):
        if "<" in read or "&" in read:
            read = _words(read)
        if not _TAG.search(read):
            break
    return _tidy(_TAG.sub(" ", read))


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


def _words(html: str) -> str:
    reader = _Words()
    reader.feed(html)
    reader.close()
    return "".join(reader.said)


def _tidy(text: str) -> str:
    cleaned = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _LINES.sub("\n", _SPACE.sub(" ", cleaned)).strip()


class _Words(HTMLParser):
    """Collects what a reader of the page would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag in _BLOCKS:
            self.said.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        elif tag in _BLOCKS:
            self.said.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(data)
