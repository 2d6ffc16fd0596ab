"""Times of day: "van 9 tot 3", and the parts of the day that they cover."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.numbers import NAMED
from bot.nlu.readers.own import blanked
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = "een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"


def _hour(name: str) -> str:
    """Make the pattern of one hour of the clock: "9", "half 9", "9.30 uur", "negen uur 's ochtends"."""
    return (
        rf"(?P<{name}_half>half )?(?<![^\W_])(?P<{name}>\d{{1,2}}|{_NAMES})(?![^\W_])"
        rf"(?P<{name}_minutes>[.:][0-5]\d(?!\d))?"
        rf"(?P<{name}_unit> ?(?:uur|u)\b)?(?P<{name}_part>,? (?:'?s |in de )(?:ochtend|morgen|middag|avond|nacht)s?\b)?"
    )


_NO_AMOUNT = r"(?! (?:dagen|dag|dagdelen|ochtenden|middagen|avonden|keer|jaar|km|kilometer|minuten|min)\b)"
_TIMES = re.compile(
    rf"(?:\b(?P<from>van|tussen|vanaf) )?{_hour('a')} ?(?P<to>tot(?: en met)?|-|en|t/m) ?{_hour('b')}"
    rf"{_NO_AMOUNT}"
)
_NO_DATE = r"(?!\d| ?(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec))"
_FROM = re.compile(r"\b(?:vanaf|na) (?P<a>\d{1,2})(?:[.:]\d\d)?(?:\s*(?:uur|u)\b|$)")
_UNTIL = re.compile(
    rf"\b(?:tot|voor) (?:een uur of )?(?P<b>\d{{1,2}}){_NO_DATE}{_NO_AMOUNT}(?:[.:]\d\d)?\s*(?:uur|u)?\b"
)
_A_WEEK = re.compile(r"\b(?:uur|uren|u) (?:per|in de|p|a) ?week\b")
_HOURS_OF = {
    "morning": range(6, 12), "afternoon": range(12, 18), "evening": range(18, 23), "night": range(24, 30),
}  # fmt: skip
_NOON, _DAY, _NEXT_MORNING = 12, 24, 30
_EARLIEST = 6
"""The hour before which nobody starts in the morning: "na 3 uur" is in the afternoon."""
_JOINS = frozenset({"tot", "tussen", "en"})
_AMOUNT = re.compile(
    r" ?(?:uren|uurtjes|(?:werken )?(?:per|in de|in een|a|elke|iedere|p|/) ?(?:week|weken|maand|wk|w))\b"
)
"""What says behind it that it is how long, and not when."""
_WHEN = re.compile(
    r"\b(?:van|tussen) (?:[6-9]|1[01])(?:[.:]\d\d)?(?: uur)? (?:tot|en) (?:[1-6]|1[0-8])(?:[.:]\d\d)?(?: uur)?"
    r"(?= kan\b|(?: op \w+| graag| wel)? werken\b| en van\b|\W*$)(?! werken (?:per|in de) week)"
)
"""From when until when somebody is there, and no hours a week: they start in the morning."""


def times_of_day(sentence: Sentence) -> re.Match[str] | None:
    """Find from when until when on a day somebody says that they can: "van 9 tot 3 kan ik werken"."""
    return _WHEN.search(sentence.folded) if "kan" in sentence.words else None


def without_times(sentence: Sentence, *, likely: bool) -> Sentence:
    """Blank out from when until when on a day: "van half 9 tot 3"; `likely` also what can be hours a week as well."""
    if sentence.words.isdisjoint(_JOINS) and "-" not in sentence.folded:
        return sentence
    spans = [
        times.span() for times in _times(sentence.folded) if _is_clock(times) or (likely and _may_be(times, sentence))
    ]
    return Sentence.of(blanked(sentence.raw, spans)) if spans else sentence


def _times(text: str) -> Iterator[re.Match[str]]:
    """Find two hours of the clock, the one until the other."""
    for times in _TIMES.finditer(text):
        if times["to"] != "en" or times["from"] == "tussen":
            yield times


def _at(times: re.Match[str], end: str) -> int:
    """Give the hour that stands at this end."""
    hour = NAMED.get(times[end])
    return int(times[end] if hour is None else hour)


def _is_clock(times: re.Match[str]) -> bool:
    """Say whether it can only be from when until when: with minutes, or until a lower hour than where it began."""
    if any(times[f"{end}_{more}"] for end in "ab" for more in ("half", "minutes", "part")):
        return True
    return times["to"] == "tot" and _at(times, "b") < _at(times, "a") < _DAY


def _may_be(times: re.Match[str], sentence: Sentence) -> bool:
    """Say whether it can be from when until when: it begins in the morning, and is no amount."""
    both = times["from"] or (times["a_unit"] and times["b_unit"])
    from_morning = _EARLIEST - 1 <= _at(times, "a") <= _NOON and _at(times, "b") <= _DAY
    return bool(both) and from_morning and not _AMOUNT.match(sentence.folded, times.end())


def parts_of_day(text: str) -> list[str]:
    """Give the parts of the day that "van 9 tot 5" or "tot 15 uur" covers."""
    if _A_WEEK.search(text):
        return []
    times = next((each for each in _TIMES.finditer(text) if _tells_times(each)), None)
    if times:
        first, last = _at(times, "a"), _at(times, "b")
    else:
        until, after = _UNTIL.search(text), _FROM.search(text)
        if until is None and after is None:
            return []
        first, last = (int(after["a"]) if after else 8), (int(until["b"]) if until else 18)
        if until is None and first < _EARLIEST:  # "vanaf 10 uur" is by day, "na 3 uur" goes on in the evening
            first, last = first + 12, 23
    while last <= first:
        last += 12
    if last > _NEXT_MORNING:
        return []
    return [part for part, hours in _HOURS_OF.items() if set(hours) & set(range(first, last))]


def _tells_times(times: re.Match[str]) -> bool:
    """Say whether hours are named with digits, or in words with a sign beside them that says what they are."""
    return times["a"].isdigit() or bool(times["from"] or times["b_unit"])
