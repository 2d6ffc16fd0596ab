"""Sentences that need care before anything else: suicide, violence at home, despair (V9). The signs are data.

Rather once too often than once too little, but not for "ik ga dood van de kou" and other ways of speaking.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.lists import any_of, sections

if TYPE_CHECKING:
    import re

    from bot.nlu.sentence import Sentence

_CLOSE = (
    "(?:man|vrouw|vriend|vriendin|vader|moeder|ex|ex man|ex vriend|partner|zoon|dochter|broer|zus|schoonvader|"
    "schoonmoeder|oom|familie|huisgenoot|ouders|stiefvader|hij|zij|ze|iemand|echtgenoot|baas)"
)
_ME = "(?:mij|me|ons|mijn (?:kind|kinderen|dochter|zoon|moeder|zoontje|dochtertje))"
_FIRST, _FIGURATIVE = "first look", "only a way of speaking"


def is_crisis(sentence: Sentence) -> bool:
    """Say whether somebody may be in danger or in despair."""
    first, figurative, signs = _patterns()
    if not first.search(sentence.plain):
        return False
    return signs.search(figurative.sub(" ", sentence.plain)) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Read the data once: the first look, ways of speaking, and signs."""
    held = sections("crisis.txt")
    signs = [
        line.replace("CLOSE", _CLOSE).replace("ME", _ME)
        for section, lines in held.items()
        if section not in {_FIRST, _FIGURATIVE}
        for line in lines
    ]
    return any_of(held[_FIRST]), any_of(held[_FIGURATIVE]), any_of(signs)
