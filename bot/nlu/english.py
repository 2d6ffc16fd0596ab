"""Answers in English: everyday words put into Dutch, so that the readers of a question need to know one language."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.also import also
from bot.nlu.lists import sections
from bot.nlu.mending import Mended
from bot.nlu.sentence import Sentence, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from bot.nlu.parse import Entity

    Reader = Callable[[Sentence, date], Entity | None]

_LONGEST = 16
"""Words; who writes more in English than this tells a story, and word for word that makes no Dutch."""


def in_dutch(sentence: Sentence) -> Sentence | None:
    """Put a short English sentence into Dutch, word for word; None when most of its words are not English."""
    put = put_in_dutch(sentence)
    return put.sentence if put else None


def put_in_dutch(sentence: Sentence) -> Mended | None:
    """Put an English sentence into Dutch, and remember where each word stood."""
    words = sum(token.text.isalpha() and len(token.text) > 1 for token in sentence.tokens)
    if not 0 < len(sentence.tokens) <= _LONGEST or 2 * sum(t.text in _words() for t in sentence.tokens) < words:
        return None
    pattern, meanings = _dictionary()
    found = list(pattern.finditer(sentence.folded))
    known = sum(len(match.group().split()) for match in found)
    if not known or known * 2 < words:
        return None
    said, at = "", 0
    moved: list[tuple[int, int, int, int]] = []
    for match in found:  # what stands between stays as it was written: names have capitals
        said += sentence.raw[at : match.start()]
        meaning = meanings[match.group()]
        moved.append((len(said), len(said) + len(meaning), match.start(), match.end()))
        said += meaning
        at = match.end()
    return Mended(sentence, Sentence.of(said + sentence.raw[at:]), tuple(moved))


def also_english(reader: Reader) -> Reader:
    """Let a reader of answers hear English too: in Dutch words first, then as it stands there."""
    return also(in_dutch, reader)


@cache
def _dictionary() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Read the words once; of two that fit at one place, the longer one counts."""
    meanings: dict[str, str] = {}
    for line in sections("english.txt")["words"]:
        english, dutch = line.split(" = ")
        meanings |= {words.strip(): dutch.strip() for words in english.split("|")}
    longest_first = sorted(meanings, key=len, reverse=True)
    return re.compile(rf"(?<![\w'])(?:{'|'.join(map(re.escape, longest_first))})(?![\w'])"), meanings


@cache
def _words() -> frozenset[str]:
    """Give every word of the dictionary, to see cheaply whether a sentence can be English."""
    return frozenset(words_of(" ".join(_dictionary()[1])).split())
