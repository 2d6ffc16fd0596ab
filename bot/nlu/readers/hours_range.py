"""Two amounts of hours that make one range: "20 à 30 uur", "24 uur, hooguit 32"."""

from __future__ import annotations

import re

from bot.nlu.numbers import TO
from bot.nlu.readers.hours_counted import HIGH, LOW, UNIT

_UP_TO = (
    r"(?: (?:minimaal|minstens|minimum|werken|per week|in de week|pw|graag))*[\s,]{1,3}(?:(?:en|maar) )?"
    r"(?:hooguit|hoogstens|maximaal|max|niet meer dan|niet boven de)\W{1,3}"
)
_COUNTS_ELSE = r"(?! ?(?:\d|min|km|kilometer|kwartier|dag|euro|jaar|%|:))"
RANGE = re.compile(
    rf"{LOW}(?P<unit>{UNIT})?(?:{TO}|(?P<up>{_UP_TO})){HIGH}(?:{UNIT}|(?(up)(?(unit){_COUNTS_ELSE}|(?!))|(?!)))"
)
"""With "uur" behind it; or behind the first amount alone, where the other is at most so many."""
BARE_RANGE = re.compile(rf"{LOW}(?:{TO}|{_UP_TO}){HIGH}")
