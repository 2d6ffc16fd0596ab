"""How many people are sought: 1 to 99."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.numbers import NUMBER, value_of
from bot.nlu.parse import Entity
from bot.nlu.wording import is_question

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

MOST = 99
_COUNT = re.compile(NUMBER)
_OTHER = re.compile(r"\b(?:uur|uren|euro|jaar|maanden?|weken|dagen|paar)\b|%|€")
_ONE = re.compile(r"\b(?:iemand|maar een|alleen een|1tje|eentje)\b")


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to how many people are sought."""
    del today
    if is_question(sentence) or not sentence.tokens or _OTHER.search(sentence.folded):
        return None
    found = [value_of(match.group()) for match in _COUNT.finditer(sentence.folded)]
    counts = [count for count in found if isinstance(count, int) and 1 <= count <= MOST]
    if not found and _ONE.search(sentence.plain):
        counts, found = [1], [1]
    if len(counts) != 1 or len(found) != 1:
        return None
    return Entity("places", sentence.tokens[0].start, sentence.tokens[-1].end, counts[0])
