"""Sentences that need care before anything else: suicide, violence, despair, threats (V9). The signs are data.

Rather once too often than once too little, but not for "ik ga dood van de kou" and other ways of speaking.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.lists import any_of, sections
from bot.nlu.others import FAMILY, FRIENDS, WORKERS, one_of

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from bot.nlu.sentence import Sentence

_AT_HOME = (
    FAMILY
    | FRIENDS
    | set("zoon zonen dochter dochters stiefvader hij zij ze iemand baas".split())
    | {
        "ex man",
        "ex vriend",
    }
)
_SOMEBODY = _AT_HOME | WORKERS | {"kinderen"}
_MINE = "(?:mijn|m n|me|mij)"
_MYSELF = (
    "(?:mij|me|ons|(?:mijn|m n|onze|de|ons) (?:kind|kinderen|dochter|dochters|zoon|zonen|moeder|zoontje|dochtertje|"
    "baby|zusje|broertje)\\b)"
)
_FIGURATIVE, _SPELLING = "only a way of speaking", "spelling"
_VIOLENCE, _BESIDE_DEATH = "violence", "beside a death"


@dataclass(frozen=True, slots=True)
class _Signs:
    """The data, ready to be compared: `others` stands for what is no violence by somebody else.

    `beside_death` is danger only beside a death, or a way of speaking of it.
    """

    figurative: re.Pattern[str]
    others: re.Pattern[str]
    violence: re.Pattern[str]
    beside_death: re.Pattern[str]
    spelling: Mapping[str, str]


def is_crisis(sentence: Sentence) -> bool:
    """Say whether somebody may be in danger or in despair, or is a danger to others."""
    said = _said(sentence)
    return (_signs().others.search(said) or _signs().violence.search(said)) is not None


def beside_way_of_speaking(sentence: Sentence) -> str | None:
    """Give the words beside what only sounds like danger, "ik lach me dood"; None where nothing is only that."""
    left = _signs().figurative.sub(" ", sentence.plain)
    return None if left == sentence.plain else left


def gives_up(words: str) -> bool:
    """Say whether words that stand beside a death say that it is too much, or meant for oneself as well."""
    return _signs().beside_death.search(words) is not None


def is_violence(sentence: Sentence) -> bool:
    """Say whether the danger is what others do. Who also wants to die needs the words for that first."""
    said = _said(sentence)
    return _signs().violence.search(said) is not None and _signs().others.search(said) is None


def _said(sentence: Sentence) -> str:
    """Give the words spelt as the signs are, without ways of speaking."""
    signs = _signs()
    spelt = " ".join(signs.spelling.get(word, word) for word in sentence.plain.split())
    return signs.figurative.sub(" ", spelt)


@cache
def _signs() -> _Signs:
    """Read the data once."""
    held = sections("crisis.txt")
    kinds: dict[bool, list[str]] = {True: [], False: []}
    for section, lines in held.items():
        if section not in {_FIGURATIVE, _SPELLING, _BESIDE_DEATH}:
            kinds[section.startswith(_VIOLENCE)] += lines
    spelling: dict[str, str] = {}
    for line in held[_SPELLING]:
        right, _sign, wrong = line.partition(":")
        spelling |= dict.fromkeys(wrong.split(), right)
    return _Signs(
        any_of(map(_filled, held[_FIGURATIVE])),
        any_of(map(_filled, kinds[False])),
        any_of(map(_filled, kinds[True])),
        any_of(held[_BESIDE_DEATH]),
        spelling,
    )


def _filled(line: str) -> str:
    """Put in who CLOSE and HOME are, and what MY and ME stand for."""
    people = line.replace("CLOSE", one_of(_SOMEBODY)).replace("HOME", one_of(_AT_HOME))
    return people.replace("MY", _MINE).replace("ME", _MYSELF)
