"""The parts of what somebody says: one says one thing, the next another."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.nlu.parse import Entity

_PARTS = re.compile(r"[,;.\n]|\b(?:en|maar) (?=ik\b)|\b(?=zoek\b)", re.IGNORECASE)
"""What parts what somebody says of one thing from what they say of another."""


def parts_without(text: str, entities: Iterable[Entity]) -> str:
    """Take out every part of the words that says something else."""
    taken = {_part_of(text, at) for entity in entities for at in (entity.start, entity.end - 1)}
    starts = [0, *(cut.end() for cut in _PARTS.finditer(text))]
    parts = pairwise((*starts, len(text)))
    return "".join(" " * (end - start) if at in taken else text[start:end] for at, (start, end) in enumerate(parts))


def elsewhere(text: str, own: Iterable[Entity], others: Iterable[Entity]) -> tuple[Entity, ...]:
    """Give what stands in another part of the sentence than the answer: "2 jaar, 24 uur" holds two answers."""
    taken = {_part_of(text, entity.start) for entity in own} | {_part_of(text, entity.end - 1) for entity in own}
    return tuple(entity for entity in others if _part_of(text, entity.start) not in taken)


def blanked(text: str, entities: Iterable[Entity]) -> str:
    """Take out what says something else."""
    letters = list(text)
    for entity in entities:
        letters[entity.start : entity.end] = " " * (entity.end - entity.start)
    return "".join(letters)


def before_first(text: str, entities: Iterable[Entity]) -> str:
    """Give what stands before the part in which the first of these is; before that one itself in the first part."""
    first = min(entity.start for entity in entities)
    cuts = [cut.start() for cut in _PARTS.finditer(text[:first])]
    return text[: cuts[-1] if cuts else first]


def _part_of(text: str, at: int) -> int:
    """Give the number of the part in which a place lies."""
    return len(_PARTS.findall(text[:at]))
