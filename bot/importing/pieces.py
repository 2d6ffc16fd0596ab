"""JSON of any size cut into its records while it comes in, so that neither size nor one broken record matters.

A JSON parser stops at the first mistake. This only follows quotes and brackets: a record that is no JSON is one piece
like any other, and the next one begins behind it. Records are the objects of a list, in a list, or one a line, and
those in the lists that `LISTS` names; what stands around such a list is a piece too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LISTS = frozenset({b"@graph", b"itemListElement", b"dataFeedElement", b"vacatures", b"items", b"results"})
LARGEST = 256 * 1024
"""Bytes of one record; of a larger one only the beginning is kept, to say which it is."""
DEEPEST = 40
_SIGN = re.compile(rb'["{}\[\]]')
_IN_WORDS = re.compile(rb'["\\]')
_LONGEST_NAME = 40
_MOST_AROUND = 8


@dataclass(slots=True)
class Piece:
    """The bytes of one record; `around` a list whose records came before; `too_large`, `too_deep`: not whole."""

    raw: bytearray = field(default_factory=bytearray, repr=False)
    around: bool = False
    too_large: bool = False
    too_deep: bool = False
    unfinished: bool = False
    depth: int = 0
    """How many brackets are open in it."""


class Cutter:
    """Takes bytes as they come, gives each record when it ends."""

    def __init__(self) -> None:
        self._open: list[Piece] = []
        """The record that is being read, behind those that it stands in."""
        self._in_words = False
        self._escaped = False
        self._name = bytearray()
        """What the last quotes held, where that can be the name of a list."""

    @property
    def held(self) -> int:
        """Give how many bytes are kept now: what memory it takes, whatever comes."""
        return sum(len(piece.raw) for piece in self._open) + len(self._name)

    def take(self, chunk: bytes) -> Iterator[Piece]:
        """Take the next bytes."""
        at = 0
        while at < len(chunk):
            if self._escaped:
                self._keep(chunk[at : at + 1])
                self._escaped = False
                at += 1
                continue
            match = (_IN_WORDS if self._in_words else _SIGN).search(chunk, at)
            end = match.end() if match else len(chunk)
            if self._in_words and len(self._name) < _LONGEST_NAME:
                self._name += chunk[at : (match.start() if match else end)][:_LONGEST_NAME]
            if match is None:
                self._keep(chunk[at:end])
            elif self._in_words:
                self._keep(chunk[at:end])
                self._escaped = match.group() == b"\\"
                self._in_words = self._escaped
            else:
                yield from self._sign(match.group(), chunk[at:end])
            at = end

    def end(self) -> Iterator[Piece]:
        """Give what had not ended when the bytes did."""
        while self._open:
            piece = self._open.pop()
            piece.unfinished = True
            yield piece

    def _sign(self, sign: bytes, upto: bytes) -> Iterator[Piece]:
        """Follow a quote or a bracket outside of words; `upto` are the bytes before it, and itself."""
        inside = bool(self._open) and self._open[-1].depth > 0
        if sign == b'"':
            self._in_words = True
            self._name.clear()
            self._keep(upto)
        elif sign == b"{" and not inside:
            self._open.append(Piece(bytearray(b"{"), depth=1))
        elif sign == b"[" and inside and self._begins_list():
            self._keep(upto)
            self._open[-1].depth = 0  # its own records come now
            self._open[-1].around = True
        elif sign == b"]" and self._open and not inside:
            self._open[-1].depth = 1
            self._keep(b"]")
        elif inside:
            piece = self._open[-1]
            self._keep(upto)
            piece.depth += 1 if sign in b"{[" else -1
            piece.too_deep = piece.too_deep or piece.depth > DEEPEST
            if piece.depth == 0:
                yield self._open.pop()

    def _begins_list(self) -> bool:
        return self._open[-1].depth == 1 and bytes(self._name) in LISTS and len(self._open) <= _MOST_AROUND

    def _keep(self, part: bytes) -> None:
        if not self._open or self._open[-1].depth == 0:
            return  # between records: commas and space
        piece = self._open[-1]
        room = LARGEST - len(piece.raw)
        piece.raw += part[: max(room, 0)]
        piece.too_large = piece.too_large or len(part) > room
