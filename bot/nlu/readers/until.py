"""The last day on which people may react to a vacancy: an ISO date."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.nlu.parse import Entity
from bot.nlu.readers import start
from bot.nlu.sentence import Sentence
from bot.nlu.wording import is_question

_LEAD = re.compile(r"^(?:(?:tot en met|tot|t/m|t m|voor|uiterlijk|until|till|nog|maximaal|de|het is|dat is) )+")
_BEFORE = re.compile(r"^(?:nog )?voor\b(?! (?:een|1|\d+|twee|drie|vier) (?:week|weken|maand|maanden|dagen?)\b)")
_SO_LONG = re.compile(r"\b(?:week|weken|weekjes?|maand|maanden|dag|dagen|weeks?|months?|days?)\b")
_NOW = re.compile(r"\b(?:nu|meteen|direct|altijd|vandaag|zo snel mogelijk|zsm|now|today|niet|geen|vol)\b")


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read the answer to until when people may react; "4 weken" counts from today."""
    if not sentence.tokens or is_question(sentence) or _NOW.search(sentence.plain):
        return None
    said = Sentence.of(_LEAD.sub("", sentence.folded.strip()))
    found = start.asked(said, today)
    if found is None and _SO_LONG.search(said.plain):
        found = start.asked(Sentence.of(f"over {said.folded}"), today)
    if found is None:
        return None
    day = date.fromisoformat(found.value)
    day -= timedelta(days=1 if _BEFORE.search(sentence.plain) else 0)
    if day < today:
        return None
    return Entity("until", sentence.tokens[0].start, sentence.tokens[-1].end, day.isoformat())
