"""JSON values of others, taken for what they should be; anything else counts as not said."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Any

from bot.importing.plain_text import line

_DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?:[T ].*)?", re.DOTALL)
_NUMBER = re.compile(r"\s*\d{1,9}(?:[.,]\d{1,4})?\s*")
_EARLIEST = date(2000, 1, 1)


def one(value: Any) -> Any:
    """Give the first of a list, and a value that is none as it is."""
    return next(iter(value), None) if isinstance(value, list) else value


def all_of(value: Any) -> list[Any]:
    """Give a list, also of one value."""
    return value if isinstance(value, list) else [] if value is None else [value]


def inside(value: Any, *names: str) -> Any:
    """Give what stands under names in one another; a list on the way counts by its first."""
    for name in names:
        value = one(value)
        value = value.get(name) if isinstance(value, dict) else None
    return value


def words(value: Any, most: int = 200) -> str:
    """Give a text on one line: of a string, a number, or an object with a value or a name."""
    value = one(value)
    if isinstance(value, dict):
        value = next((value[name] for name in ("@value", "name", "value") if isinstance(value.get(name), str)), "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return line(str(value)[: 10 * most], most)


def number(value: Any) -> float | None:
    """Give a number that is finite and not negative, also when it stands in quotes."""
    value = one(value)
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        value = float(value.replace(",", "."))
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 10**9 or math.isnan(value):
        return None
    return int(value) if value == int(value) else float(value)


def day(value: Any) -> date | None:
    """Give the day of an ISO date or moment."""
    match = _DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        found = date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None
    return found if found and found >= _EARLIEST else None
