"""Sentences that need care before anything else: suicide, violence, despair, threats (V9). The signs are data.

Rather once too often than once too little, but not for "ik ga dood van de kou" and other ways of speaking.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.lists import any_of, first_look, sections

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.nlu.sentence import Sentence

_SOMEBODY = (
    "(?:man|vrouw|vriend|vriendin|vader|moeder|ex|ex man|ex vriend|partner|zoon|dochter|broers?|zus|schoonvader|"
    "schoonmoeder|oom|familie|schoonfamilie|huisgenoot|ouders|stiefvader|hij|zij|ze|iemand|echtgenoot|baas)"
)
_MINE = "(?:mijn|m n|me|mij)"
_MYSELF = (
    "(?:mij|me|ons|(?:mijn|m n|onze|de|ons) (?:kind|kinderen|dochter|dochters|zoon|zonen|moeder|zoontje|dochtertje|"
    "baby|zusje|broertje)\\b)"
)
_FIRST, _FIGURATIVE, _SPELLING = "first look", "only a way of speaking", "spelling"
_VIOLENCE = "violence"
_HEAVY = re.compile(
    r"verdriet|eenza|alleen|pijn|angst|ellend|heimwee|zorgen|schuld|stress|help|alone|lonely|grief|sad\b"
)
"""What can be meant as it is said: "ik ga dood van verdriet"."""


@dataclass(frozen=True, slots=True)
class _Signs:
    """The data, ready to be compared: `others` stands for what is no violence by somebody else."""

    first: re.Pattern[str]
    figurative: re.Pattern[str]
    others: re.Pattern[str]
    violence: re.Pattern[str]
    spelling: Mapping[str, str]


def is_crisis(sentence: Sentence) -> bool:
    """Say whether somebody may be in danger or in despair, or is a danger to others."""
    said = _said(sentence)
    return bool(said) and (_signs().others.search(said) or _signs().violence.search(said)) is not None


def is_way_of_speaking(sentence: Sentence) -> bool:
    """Say whether what sounds like danger is a way of speaking, beside which nothing could be danger."""
    signs = _signs()
    left = signs.figurative.sub(" ", sentence.plain)
    return left != sentence.plain and signs.first.search(left) is None and _HEAVY.search(left) is None


def is_violence(sentence: Sentence) -> bool:
    """Say whether the danger is what others do. Who also wants to die needs the words for that first."""
    said = _said(sentence)
    return bool(said) and _signs().violence.search(said) is not None and _signs().others.search(said) is None


def _said(sentence: Sentence) -> str:
    """Give the words spelt as the signs are, without ways of speaking; nothing where no sign can fit."""
    signs = _signs()
    if not signs.first.search(sentence.plain):
        return ""
    spelt = " ".join(signs.spelling.get(word, word) for word in sentence.plain.split())
    return signs.figurative.sub(" ", spelt)


@cache
def _signs() -> _Signs:
    """Read the data once."""
    held = sections("crisis.txt")
    kinds: dict[bool, list[str]] = {True: [], False: []}
    for section, lines in held.items():
        if section not in {_FIRST, _FIGURATIVE, _SPELLING}:
            kinds[section.startswith(_VIOLENCE)] += lines
    spelling: dict[str, str] = {}
    for line in held[_SPELLING]:
        right, _sign, wrong = line.partition(":")
        spelling |= dict.fromkeys(wrong.split(), right)
    return _Signs(
        first_look(held[_FIRST]),
        any_of(map(_filled, held[_FIGURATIVE])),
        any_of(map(_filled, kinds[False])),
        any_of(map(_filled, kinds[True])),
        spelling,
    )


def _filled(line: str) -> str:
    """Put in who CLOSE is, and what MY and ME stand for."""
    return line.replace("CLOSE", _SOMEBODY).replace("MY", _MINE).replace("ME", _MYSELF)
