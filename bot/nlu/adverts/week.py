"""When the work of an advertisement is: hours a week, days and parts of the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.nlu.adverts.signs import says
from bot.nlu.readers import days, hours, hours_named
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_TIME_WORDS = frozenset({"uur", "uren", "u", "fulltime", "parttime", "full", "part", "voltijd", "deeltijd", "uurs"})
_LABELLED = re.compile(r"^(?:aantal )?uren(?: per week)?\s*:\s*(?P<rest>.+)")
_WORKS = re.compile(r"\bwerkt?\b", re.IGNORECASE)
_NAMED = (hours_named.FULL_TIME, hours_named.PART_TIME)
_DAYS = 7


def hours_in(parts: Iterable[Sentence], today: date) -> dict[str, Any] | None:
    """Give {"min", "max"} a week; None where it is not said, or said in two ways."""
    numbers: list[tuple[bool, dict[str, Any]]] = []
    named: list[dict[str, Any]] = []
    for part in parts:
        labelled = _LABELLED.match(part.folded)
        read = hours.asked(Sentence.of(labelled["rest"]), today) if labelled else None
        if read and not read.options:
            return dict(read.value)
        if part.words.isdisjoint(_TIME_WORDS) or (says(part.folded, "other hours") and not says(part.folded, "a week")):
            continue
        for found in hours.spot(part, today):
            values = [*(found.options or (found.value,))]
            if all(value in _NAMED for value in values):
                named += values
            elif len(values) == 1:
                numbers.append((says(part.folded, "for the week"), found.value))
    weekly = [value for is_weekly, value in numbers if is_weekly] or [value for _, value in numbers]
    if weekly:
        return weekly[0] if all(value == weekly[0] for value in weekly) else None
    if not named:
        return None
    return {"min": min(value["min"] for value in named), "max": max(value["max"] for value in named)}


def days_in(parts: Iterable[Sentence], today: date) -> dict[str, list[str]]:
    """Give {"days", "dayparts"} on which the work is; an empty list where it is not said."""
    named: dict[str, list[str]] = {"days": [], "dayparts": []}
    for part in parts:
        if says(part.folded, "other days"):
            continue
        for found in days.spot(Sentence.of(_WORKS.sub("werken", part.raw)), today):
            if named[found.entity] and named[found.entity] != found.value:
                return {"days": [], "dayparts": []}
            named[found.entity] = list(found.value)
    if len(named["days"]) == _DAYS:  # every day is no day in particular
        return {"days": [], "dayparts": [part for part in named["dayparts"] if part != "weekend"]}
    return named
