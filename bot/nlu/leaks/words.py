"""A message as the leak guard reads it: words and numbers, and the place of each in what was written."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.nlu.sentence import Token, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

GAP = "…"
"""What stands for words that were left out; nothing is read across it."""

_TOKEN = re.compile(rf"\d+|[^\W\d_]+|{GAP}")


@dataclass(frozen=True, slots=True, repr=False)
class Words:
    """A message. `folded` is as long as `raw`; `plain` holds the tokens with one space between them."""

    raw: str
    folded: str
    tokens: tuple[Token, ...]
    plain: str
    starts: tuple[int, ...]
    """Where each token starts in `plain`."""

    @classmethod
    def of(cls, text: str) -> Words:
        """Make words of any text."""
        folded = fold(text)
        tokens = tuple(Token(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(folded))
        starts, at = [], 0
        for token in tokens:
            starts.append(at)
            at += len(token.text) + 1
        return cls(text, folded, tokens, " ".join(token.text for token in tokens), tuple(starts))

    def index(self, at: int) -> int:
        """Give the number of the token that a place in `plain` lies in."""
        return max(0, bisect_right(self.starts, at) - 1)

    def found(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """Give the tokens that each match in `plain` covers: the first, and the one after the last."""
        for match in pattern.finditer(self.plain):
            if match.end() > match.start():
                yield self.index(match.start()), self.index(match.end() - 1) + 1

    def place(self, first: int, after: int) -> tuple[int, int]:
        """Give where tokens stand in the text."""
        return self.tokens[first].start, self.tokens[after - 1].end
