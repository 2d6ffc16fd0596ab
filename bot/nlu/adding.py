"""What is possible as well, beside what was said before: "ik kan ook op zaterdag", "16 uur mag ook"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.nlu.wording import FILLERS, NO_MATTER, NOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence, Token

    Reader = Callable[[Sentence, date], Entity | None]

SIGNS = frozenset({"ook", "also"})
_ONLY = frozenset("alleen enkel only".split())
BETWEEN = FILLERS.difference(("en", "maar", "want", "of", "nee")).union(
    """werken werk rijbewijs rijd rij elke iedere vind vinden lukt lukken gaat gaan past uur uren week s can work on at
    the""".split()
)
"""What may stand between the word that says so and the value."""
_CUT = re.compile(r"[,.;:!?\n]|\b(?:en|maar|want|of)\b")
_NO = re.compile(rf"\b(?:{NOT}|niets|niks)\b")


def with_added(sentence: Sentence, entity: Entity) -> Entity:
    """Say of a value whether it is one more: where nothing else stands between it and "ook", and no "niet" beside."""
    if entity.without or sentence.words.isdisjoint(SIGNS):
        return entity
    if any(token.end <= entity.start and token.text in _ONLY for token in sentence.tokens):
        return entity  # "alleen op maandag, vrijdag kan ook" is both, in the place of what was there
    sign = _said_before(sentence, entity.start) or _said_behind(sentence, entity.end)
    return replace(entity, added=sign is not None and not _is_refused(sentence, sign))


def also_added(reader: Reader) -> Reader:
    """Let a reader of answers say whether its value is one more."""

    def read(sentence: Sentence, today: date) -> Entity | None:
        found = reader(sentence, today)
        return with_added(sentence, found) if found else None

    return read


def _is_refused(sentence: Sentence, sign: Token) -> bool:
    """Say whether a no stands beside "ook", in its own part of the sentence: "in de avond ook niet"."""
    cuts = [cut.span() for cut in _CUT.finditer(sentence.folded)]
    start = max((end for _, end in cuts if end <= sign.start), default=0)
    end = min((start for start, _ in cuts if start >= sign.end), default=len(sentence.folded))
    return _NO.search(NO_MATTER.sub(" ", sentence.folded[start:end])) is not None


def _said_before(sentence: Sentence, start: int) -> Token | None:
    """Go back from a value until "ook", in its own part of the sentence."""
    for token in reversed([each for each in sentence.tokens if each.end <= start]):
        if _CUT.search(sentence.folded, token.end, start) or token.text not in BETWEEN | SIGNS:
            return None
        if token.text in SIGNS:
            return token
    return None


def _said_behind(sentence: Sentence, end: int) -> Token | None:
    """Go on from a value until "ook", in its own part of the sentence."""
    for token in (each for each in sentence.tokens if each.start >= end):
        if _CUT.search(sentence.folded, end, token.start) or token.text not in BETWEEN | SIGNS:
            return None
        if token.text in SIGNS:
            return token
    return None
