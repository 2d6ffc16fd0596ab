"""What is never put right: addresses, names, and letters that are meant as letters. Each is as its owner writes it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.lists import sections
from bot.nlu.real_words import is_usual

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.nlu.sentence import Sentence, Token

_ADDRESS = re.compile(
    r"\b\d{4} ?[a-z]{2}\b|(?<![\w.+-])[\w.+-]*@\S*|(?<!\S)\S*://\S*|\bwww\.\S*|(?<![\w-])-*\w[\w-]*(?:\.[\w-]+)+\b"
)
"""Each begins where no sign of it stands before: a text of one long word costs no more than another."""
_CALLED = re.compile(
    r"\b(?:heet(?: ik)?|hiet|heten|ik hete?|(?:roep|voor)?naam(?: is)?|"
    r"noem(?:en|t|den)?(?: iedereen| ze)? (?:me|mij)(?: maar| thuis| altijd| gewoon)*|zeg maar|"
    r"name is|call me|(?:spreekt|praat|chat|hoi|hoihoi|hallo|hey|yo|goede\w+),? met|"
    r"(?P<am>ik ben|ben|met|hier|ik(?= +[^\W\d_]+,))) +"
    r"(?P<name>(?:(?:van|von|de|den|der|ten|ter|te|el|al|la|le) +)*[^\W\d_]+(?:[-'][^\W\d_]+)*)|"
    r"\b(?:(?:me|mij) +(?P<named>[^\W\d_]+) +noemen\b|(?:zegt|zeggen) +(?P<said>[^\W\d_]+) +tegen (?:me|mij)\b|"
    r"(?:je schrijft|schrijf je) +(?P<written>[^\W\d_]+)|"
    r"(?P<first>[^\W\d_]+),? +(?:(?:zo )?heet ik|(?:dat )?(?:is )?(?:mijn|mij|me|mn|de) naam|"
    r"(?:met|zonder) (?:een |1 )?[a-z](?= *(?:$|,)))\b)"
)
"""A name is written as its owner writes it."""
_NAME_PARTS = tuple(part for part in _CALLED.groupindex if part != "am")

_LONGEST_CODE = 2
"""How many letters in capitals are meant as they are: "CE", "AM"."""

_SPELLING = frozenset("een met zonder letter dubbel dubbele twee".split())
"""What stands before a letter that is spelt out."""


def left_alone(sentence: Sentence) -> list[tuple[int, int]]:
    """Give where addresses and names stand."""
    return [address.span() for address in _ADDRESS.finditer(sentence.folded)] + names(sentence)


def names(sentence: Sentence) -> list[tuple[int, int]]:
    """Give where names stand: behind what says that it is one."""
    return [
        name.span(next(part for part in _NAME_PARTS if name[part]))
        for name in _CALLED.finditer(sentence.folded)
        if not name["am"] or sentence.raw[name.start("name")].isupper()
    ]


def within(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Say whether a place lies in one of these."""
    return any(start <= at < end for start, end in spans)


def is_code(sentence: Sentence, token: Token, before: str) -> bool:
    """Say whether letters are meant as they are: "rijbewijs C en CE", "Sara zonder h", "m'n"."""
    capital = len(token.text) <= _LONGEST_CODE and sentence.raw[token.start : token.end].isupper()
    beside = sentence.folded[max(0, token.start - 1) : token.end + 1]
    return capital or (len(token.text) == 1 and (before in _SPELLING or "'" in beside))


def is_known_name(word: str) -> bool:
    """Say whether a folded word is how people are called, and no word of every day."""
    return word in _known_names()


@cache
def _known_names() -> frozenset[str]:
    listed = " ".join(sections("no_names.txt")["names"]).split()
    return frozenset(name for name in listed if not is_usual(name))


def is_proper(sentence: Sentence, token: Token) -> bool:
    """Say whether a word has a capital inside a sentence, as names and places have."""
    raw = sentence.raw
    behind_a_word = raw[: token.start].rstrip()[-1:].isalnum()
    return behind_a_word and raw[token.start].isupper() and raw[token.start + 1 : token.end].islower()
