"""The signs of `bot/data/adverts.txt`, ready to be compared."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.lists import any_of, sections

if TYPE_CHECKING:
    import re


@cache
def sign(name: str) -> re.Pattern[str]:
    """Give the pattern of a section."""
    return any_of(sections("adverts.txt")[name])


def says(text: str, *names: str) -> bool:
    """Say whether a folded text has one of these signs."""
    return any(sign(name).search(text) for name in names)
