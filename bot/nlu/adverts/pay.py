"""What an advertisement pays: gross euros, by the hour or by the month."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.nlu.adverts.parts import clauses_of
from bot.nlu.adverts.signs import says

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.nlu.sentence import Sentence

_SUM = r"(?:\d{1,2}\.\d{3}|\d{1,5})(?:,\d{1,2}(?!\d)|\.\d{2}(?!\d)|,-+)?(?![\d%])"
_EURO = r"(?:€|\beuro\b|\beur\b)"
_TO = rf"\s*(?:bruto\s*)?(?:-|tot en met|tot|en|a|t/m|/)\s*(?:maximaal |max\.? )?{_EURO}?\s*"
_LABEL = r"\b(?:uurloon|uursalaris|maandloon|maandsalaris|salaris|loon)\b[^\d€.]{0,30}"
_AMOUNTS = (
    re.compile(rf"{_EURO}\s*{_SUM}(?:{_TO}{_SUM})?"),
    re.compile(rf"(?<![\d.,]){_SUM}(?:{_TO}{_SUM})?\s*{_EURO}"),
    re.compile(rf"{_LABEL}{_SUM}(?:{_TO}{_SUM})?"),
)
_NUMBER = re.compile(r"(\d{1,2}\.\d{3}|\d{1,5})(?:[,.](\d{1,2})(?!\d))?")
_UNITS = {
    "hour": re.compile(r"\bper uur\b|\bp/?u(?:ur)?\b|\bp\.u\.|/ ?uur\b|\buur(?:loon|salaris)\b|\been uur\b"),
    "month": re.compile(r"\bper maand\b|\bp/?m(?:nd)?\b|\bp\.m\.|/ ?maand\b|\bmaand(?:loon|salaris)\b"),
}
_AT_LEAST = re.compile(r"\b(?:vanaf|minimaal|min|minstens|startsalaris(?: van| is)?)\W*$")
_AT_MOST = re.compile(r"\b(?:tot|maximaal|max|hoogstens)\W*$")
_BOUNDS = {"hour": (10, 100), "month": (300, 12_000)}
"""Less or more than this is another amount, or another country."""


def pay_in(parts: Iterable[Sentence]) -> dict[str, Any] | None:
    """Give {"min", "max", "per"}, both None by the collective agreement; None where it is not said, or said twice."""
    found: list[dict[str, Any]] = []
    agreed = False
    for part in parts:
        agreed = agreed or says(part.folded, "by agreement")
        for clause in clauses_of(part):
            read = None if says(clause, "other amounts") else _amount(clause)
            if read and read not in found:
                found.append(read)
    if found:
        return found[0] if len(found) == 1 else None
    return {"min": None, "max": None, "per": "month"} if agreed else None


def _amount(text: str) -> dict[str, Any] | None:
    """Read the one amount, or range, of a part; None where the part has none, or no unit, or two."""
    units = [unit for unit, pattern in _UNITS.items() if pattern.search(text)]
    match = next(filter(None, (pattern.search(text) for pattern in _AMOUNTS)), None)
    if match is None or len(units) != 1:
        return None
    low, high = _BOUNDS[units[0]]
    sums = [float(f"{whole.replace('.', '')}.{cents or 0}") for whole, cents in _NUMBER.findall(match.group())]
    if not sums or any(not low <= amount <= high for amount in sums):
        return None
    first, last = (int(amount) if amount.is_integer() else amount for amount in (min(sums), max(sums)))
    before = text[: match.start()]
    return {
        "min": None if len(sums) == 1 and _AT_MOST.search(before) else first,
        "max": None if len(sums) == 1 and _AT_LEAST.search(before) else last,
        "per": units[0],
    }
