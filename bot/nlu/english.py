"""Answers in English: everyday words put into Dutch, so that the readers of a question need to know one language."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.also import also
from bot.nlu.lists import sections
from bot.nlu.rewriting import Rewritten, rewritten
from bot.nlu.sentence import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

    Reader = Callable[[Sentence, date], Entity | None]

_LONGEST = 16
"""Words; who writes more in English than this tells a story, and word for word that makes no Dutch."""


def in_dutch(sentence: Sentence) -> Sentence | None:
    """Put a short English sentence into Dutch, word for word; None when most of its words are not English."""
    put = put_in_dutch(sentence)
    return put.sentence if put else None


def put_in_dutch(sentence: Sentence) -> Rewritten | None:
    """Put an English sentence into Dutch, and remember where each word stood; names keep their capitals."""
    words = sum(token.text.isalpha() and len(token.text) > 1 for token in sentence.tokens)
    if not 0 < len(sentence.tokens) <= _LONGEST or 2 * sum(t.text in _words() for t in sentence.tokens) < words:
        return None
    found = list(_pattern().finditer(sentence.folded))
    known = sum(len(match.group().split()) for match in found)
    if not known or known * 2 < words:
        return None
    return rewritten(sentence, ((*match.span(), meanings()[match.group()]) for match in found))


def also_english(reader: Reader) -> Reader:
    """Let a reader of answers hear English too: in Dutch words first, then as it stands there."""
    return also(in_dutch, reader)


@cache
def meanings() -> Mapping[str, str]:
    """Read once what English words are in Dutch."""
    lines = [line.split(" = ") for line in sections("english.txt")["words"]]
    return {words.strip(): dutch.strip() for english, dutch in lines for words in english.split("|")}


@cache
def _pattern() -> re.Pattern[str]:
    """Make the pattern of these words once; of two that fit at one place, the longer one counts."""
    longest_first = sorted(meanings(), key=len, reverse=True)
    return re.compile(rf"(?<![\w'])(?:{'|'.join(map(re.escape, longest_first))})(?![\w'])")


@cache
def _words() -> frozenset[str]:
    """Give every word of the dictionary, to see cheaply whether a sentence can be English."""
    return frozenset(words_of(" ".join(meanings())).split())
