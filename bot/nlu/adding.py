"""What is possible as well, beside what was said before: "ik kan ook op zaterdag", "16 uur mag ook"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.nlu.wording import FILLERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

    Reader = Callable[[Sentence, date], Entity | None]

SIGNS = frozenset({"ook", "also"})
_BETWEEN = FILLERS.difference(("en", "maar", "want", "of", "nee")).union(
    """werken werk rijbewijs rijd rij elke iedere vind vinden lukt lukken gaat gaan past uur uren week s can work on at
    the""".split()
)
"""What may stand between the word that says so and the value."""
_CUT = re.compile(r"[,.;:!?\n]|\b(?:en|maar|want|of)\b")


def with_added(sentence: Sentence, entity: Entity) -> Entity:
    """Say of a value whether it is one more: where nothing else stands between it and "ook"."""
    if entity.without or sentence.words.isdisjoint(SIGNS):
        return entity
    return replace(entity, added=_said_before(sentence, entity.start) or _said_behind(sentence, entity.end))


def also_added(reader: Reader) -> Reader:
    """Let a reader of answers say whether its value is one more."""

    def read(sentence: Sentence, today: date) -> Entity | None:
        found = reader(sentence, today)
        return with_added(sentence, found) if found else None

    return read


def _said_before(sentence: Sentence, start: int) -> bool:
    """Go back from a value until "ook", in its own part of the sentence."""
    for token in reversed([each for each in sentence.tokens if each.end <= start]):
        if _CUT.search(sentence.folded, token.end, start) or token.text not in _BETWEEN | SIGNS:
            return False
        if token.text in SIGNS:
            return True
    return False


def _said_behind(sentence: Sentence, end: int) -> bool:
    """Go on from a value until "ook", in its own part of the sentence."""
    for token in (each for each in sentence.tokens if each.start >= end):
        if _CUT.search(sentence.folded, end, token.start) or token.text not in _BETWEEN | SIGNS:
            return False
        if token.text in SIGNS:
            return True
    return False
