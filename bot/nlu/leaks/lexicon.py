"""The words that the leak guard knows, from its data."""

from __future__ import annotations

from functools import cache

from bot.nlu.lists import sections


@cache
def list_of(name: str) -> frozenset[str]:
    """Give the words of a section of the data."""
    return frozenset(word for line in sections("leaks.txt")[name] for word in line.split())


def one_of(name: str) -> str:
    """Give the words of a section as alternatives in a pattern, the longest first."""
    return "|".join(sorted(list_of(name), key=lambda word: (-len(word), word)))
