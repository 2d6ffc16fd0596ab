"""What an advertisement asks of somebody: licence, Dutch, what the work asks of the body; and whether one gets help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.domain.profile import ABILITIES
from bot.nlu.adverts.parts import clauses_of
from bot.nlu.adverts.signs import says
from bot.nlu.readers import licence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.nlu.sentence import Sentence

_LICENCE = re.compile(r"\w*rijbewij[sz]")
_LEVELS = (3, 2, 1)
_SPEAKS = 2
"""The level of "je spreekt Nederlands"."""


def licence_in(parts: Iterable[Sentence], today: date) -> list[str]:
    """Give the driving licences that are needed; not those that are only welcome."""
    codes: list[str] = []
    for part in parts:
        if not _LICENCE.search(part.folded) or says(part.folded, "only welcome", "not"):
            continue
        found = licence.spot(part, today)
        if found:
            codes += found[0].value
        elif says(part.folded, "needed"):
            codes.append("B")
    return list(dict.fromkeys(codes))


def dutch_in(parts: Iterable[Sentence]) -> int | None:
    """Give the level of Dutch that is needed (0 to 3), the highest that is asked for; None where it is not said."""
    clauses = [clause for part in parts for clause in clauses_of(part)]
    return max((level for clause in clauses if (level := _level(clause)) is not None), default=None)


def _level(clause: str) -> int | None:
    if not says(clause, "dutch") or says(clause, "or another language"):
        return None
    if says(clause, "no dutch"):
        return 0
    if says(clause, "not", "only welcome"):
        return None
    named = next((level for level in _LEVELS if says(clause, f"dutch {level}")), None)
    return _SPEAKS if named is None and says(clause, "speaks") else named


def asks_in(parts: Iterable[Sentence]) -> list[str]:
    """Give what the work asks of the body, among `ABILITIES`."""
    said = _affirmed(parts)
    return [ability for ability in ABILITIES if any(says(clause, ability) for clause in said)]


def guidance_in(parts: Iterable[Sentence]) -> bool | None:
    """Say whether somebody helps on the job; None where it is not said."""
    return any(says(clause, "help") for clause in _affirmed(parts)) or None


def _affirmed(parts: Iterable[Sentence]) -> list[str]:
    """Give what is said without a no."""
    return [clause for part in parts for clause in clauses_of(part) if not says(clause, "not")]
