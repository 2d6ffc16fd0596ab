"""Numbers as people write them: 24, 7,5, "tweeendertig", "anderhalf", "20 à 30"."""

from __future__ import annotations

import re

_ONES = "nul een twee drie vier vijf zes zeven acht negen".split()
_TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()


def _spelled() -> dict[str, float]:
    """Make the number words from 0 to 100, with the spellings that learners use."""
    named: dict[str, float] = {word: value for value, word in enumerate(_ONES + _TEENS)}
    for tens, word in enumerate(_TENS, start=2):
        named[word] = tens * 10
        for ones, first in enumerate(_ONES[1:], start=1):
            for joint in ("en", " en ", "en ", "n", "nen"):
                named[f"{first}{joint}{word}"] = tens * 10 + ones
    for value, word in enumerate(_ONES[1:], start=1):
        for joint in (word + "enhalf", word + "eneenhalf", word + " en een half", word + " en een halve"):
            named[joint] = value + 0.5
    return named | {
        "n": 1,
        "eentje": 1,
        "anderhalf": 1.5,
        "anderhalve": 1.5,
        "half": 0.5,
        "halve": 0.5,
        "halfje": 0.5,
        "½": 0.5,
        "honderd": 100,
        "paar": 2,
        "dry": 3,
        "virtig": 40,
        "veertg": 40,
        "twintich": 20,
        "twentig": 20,
        "dertich": 30,
    }


NAMED = _spelled()
"""Number words, folded, and their values."""

_FIRST = "|".join(_ONES[1:])
_JOINED = rf"(?:{_FIRST})(?:en(?:een)?half| en een halve?|(?: en |en |nen|en|n)(?:{'|'.join(_TENS)}))"
_ALONE = "|".join(sorted((word for word in NAMED if not re.fullmatch(_JOINED, word)), key=len, reverse=True))

NUMBER = rf"(?:(?<!\d)\d{{1,6}}(?:[.,]\d{{1,3}})?(?!\d)|(?<![^\W_])(?:{_JOINED}|{_ALONE})(?![^\W_]))"
"""The pattern of one number, to build other patterns with; it captures nothing. At most 6 digits.

Of the 500 number words it names only the parts: it stands in dozens of patterns, which have to be made at each start.
"""

TO = r"\s{0,3}(?:-|/|a|à|á|tot|tot en met|t/m|of|en|ou|to)\s{0,3}"
"""What stands between the two ends of a range."""

HAS_NUMBER = re.compile(NUMBER)


def value_of(words: str) -> float:
    """Give the value of what `NUMBER` matched; a whole number comes as an int."""
    value = NAMED.get(words)
    if value is None:
        value = float(words.replace(",", "."))
    return int(value) if value == int(value) else value
