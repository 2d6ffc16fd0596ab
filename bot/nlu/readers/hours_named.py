"""Hours by their name: full time, part time, half days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.nlu.numbers import HAS_NUMBER
from bot.nlu.readers.bounds import is_refused
from bot.nlu.wording import chosen

if TYPE_CHECKING:
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

_JOB = r"(?:baan|baantje|werk|functie)?"
_FULL = re.compile(
    r"\b(?:full ?-?time|fultime|fulltijd|foltaim|vol ?-?tijd|voltijds|vol tijds|hele week|zo ?veel mogelijk|"
    rf"fulltimer?){_JOB}\b"
)
_PART = re.compile(
    r"\b(?:part ?-?time|partijm|parttijm|partaim|partime|deel ?-?tijd|deeltijds|parttimer?|bijbaan|"
    rf"bijbaantje){_JOB}\b"
)
_HALF_DAYS = re.compile(r"\b(?:halve|halfe|half) (?:dagen|dage|dag)\b|\bhalftijds?\b|\bhalve week\b|"
                        r"\bhalf ?time\b")  # fmt: skip
FULL_TIME = {"min": 36, "max": 40}
PART_TIME = {"min": 12, "max": 32}


def named(sentence: Sentence, *, strict: bool) -> list[Entity]:
    """Find fulltime, parttime and half days; both together are a choice."""
    text = sentence.folded
    full, part, half = _FULL.search(text), _PART.search(text), _HALF_DAYS.search(text)
    if full and (re.search(r"\b(?:geen|niet) (?:de )?$", text[: full.start()]) or is_refused(text[full.end() :])):
        full, part = None, part or full
    elif part and (re.search(r"\b(?:geen|niet) $", text[: part.start()]) or is_refused(text[part.end() :])):
        full, part = full or part, None
    if full and full.group() == "hele week" and strict and "uur" not in sentence.words:
        full = None
    values: list[Any] = [
        value for found, value in ((full, FULL_TIME), (part, PART_TIME), (half, {"min": 20, "max": 20})) if found
    ]
    found = full or part or half
    if found is None or (half and HAS_NUMBER.search(text[: half.start()])):
        return []
    return [chosen("hours", found.start(), found.end(), values)]
