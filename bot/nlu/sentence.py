"""A sentence as it was written, and in a form that is easy to compare: lower case, without accents."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORDS = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+")
_STRAIGHT = str.maketrans("ıłøđ‘’‚‛`´“”„‟–—−‐‑", "ilod''''''\"\"\"\"-----")


@dataclass(frozen=True, slots=True, repr=False)
class Token:
    """A word or a number, folded; `start` and `end` count code points of the text as it was written."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, repr=False)
class Sentence:
    """What somebody wrote. `folded` has exactly the length of `raw`, so that places in one are places in the other."""

    raw: str
    folded: str
    tokens: tuple[Token, ...]
    words: frozenset[str]
    """The folded words, to see cheaply whether a reader has anything to do."""
    plain: str
    """The folded words with one space between them, to compare whole sentences."""

    @classmethod
    def of(cls, text: str) -> Sentence:
        """Make a sentence of any text."""
        folded = fold(text)
        tokens = tuple(Token(found.group(), found.start(), found.end()) for found in _WORDS.finditer(folded))
        words = tuple(token.text for token in tokens)
        return cls(text, folded, tokens, frozenset(words), " ".join(words))


def fold(text: str) -> str:
    """Make lower case of every code point and take its accent off; the length stays the same."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return "".join(map(_fold_one, text))


def words_of(text: str) -> str:
    """Give the folded words of a text with one space between them, as `Sentence.plain`."""
    return " ".join(_WORDS.findall(fold(text)))


@lru_cache(maxsize=4096)
def _fold_one(letter: str) -> str:
    """Fold one code point into one code point."""
    digit = unicodedata.decimal(letter, None)
    if digit is not None:
        return str(digit)
    parts = [part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part)]
    base = parts[0] if len(parts) == 1 else letter
    lower = base.lower()
    return (lower if len(lower) == 1 else base).translate(_STRAIGHT)
