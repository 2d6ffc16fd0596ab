"""Work that somebody did, and does not ask for: "ik heb vroeger in een winkel gewerkt"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu import occupations
from bot.nlu.wording import is_question

if TYPE_CHECKING:
    from bot.nlu.sentence import Sentence

_DONE = re.compile(r"\b(?:gewerkt|gedaan|geweest|vroeger|was|werkte|deed)\b")
_WANTED = re.compile(
    r"\b(?:wil|wou|zou|zoek|zoeken|worden|graag|liever|liefst|weer|opnieuw|nu|lijkt|goed|prima|leuk|mag|doen|werken)\b"
)
"""With one of these the work may be wanted still, or again."""


def tells_past(sentence: Sentence) -> bool:
    """Say whether a sentence tells of work that was done, and wants none; one that begins with work is an answer."""
    if not sentence.tokens or is_question(sentence) or not _DONE.search(sentence.folded):
        return False
    first = sentence.tokens[0].text
    return not (_WANTED.search(sentence.folded) or occupations.is_person(first) or occupations.is_everyday(first))
