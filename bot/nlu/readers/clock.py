"""Times of day: "van 9 tot 3", and the parts of the day that they cover."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.nlu.sentence import Sentence

_TIMES = re.compile(
    r"\b(?:van|tussen|vanaf)?\s*(?P<a>\d{1,2})(?:[.:]\d\d)?\s*(?:uur|u)?\s*(?:tot|-|en|t/m)\s*(?P<b>\d{1,2})"
    r"(?:[.:]\d\d)?(?:\s*(?:uur|u)\b)?"
)
_NO_DATE = r"(?!\d| ?(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec))"
_FROM = re.compile(r"\b(?:vanaf|na) (?P<a>\d{1,2})(?:[.:]\d\d)?(?:\s*(?:uur|u)\b|$)")
_UNTIL = re.compile(rf"\b(?:tot|voor) (?:een uur of )?(?P<b>\d{{1,2}}){_NO_DATE}(?:[.:]\d\d)?\s*(?:uur|u)?\b")
_A_WEEK = re.compile(r"\b(?:uur|uren|u) (?:per|in de|p|a) ?week\b")
_HOURS_OF = {"morning": range(6, 12), "afternoon": range(12, 18), "evening": range(18, 23)}
_EARLIEST = 6
"""The hour before which nobody starts in the morning: "na 3 uur" is in the afternoon."""
_WHEN = re.compile(
    r"\b(?:van|tussen) (?:[6-9]|1[01])(?:[.:]\d\d)?(?: uur)? (?:tot|en) (?:[1-6]|1[0-8])(?:[.:]\d\d)?(?: uur)?"
    r"(?= kan\b|(?: op \w+| graag| wel)? werken\b| en van\b|\W*$)(?! werken (?:per|in de) week)"
)
"""From when until when somebody is there, and no hours a week: they start in the morning."""


def times_of_day(sentence: Sentence) -> re.Match[str] | None:
    """Find from when until when on a day somebody says that they can: "van 9 tot 3 kan ik werken"."""
    return _WHEN.search(sentence.folded) if "kan" in sentence.words else None


def parts_of_day(text: str) -> list[str]:
    """Give the parts of the day that "van 9 tot 5" or "tot 15 uur" covers."""
    if _A_WEEK.search(text):
        return []
    times = _TIMES.search(text)
    if times:
        first, last = int(times["a"]), int(times["b"])
    else:
        until, after = _UNTIL.search(text), _FROM.search(text)
        if until is None and after is None:
            return []
        first, last = (int(after["a"]) if after else 8), (int(until["b"]) if until else 18)
        if until is None and first < _EARLIEST:  # "vanaf 10 uur" is by day, "na 3 uur" goes on in the evening
            first, last = first + 12, 23
    if last <= first:
        last += 12
    if not (0 <= first < last <= 24):  # noqa: PLR2004 - a day has 24 hours
        return []
    return [part for part, hours in _HOURS_OF.items() if set(hours) & set(range(first, last))]
