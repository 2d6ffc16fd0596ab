"""A sentence written anew with other words in the place of some of its own, and where each of these stood."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.nlu.parse import Entity


@dataclass(frozen=True, slots=True, repr=False)
class Rewritten:
    """A sentence as it was `written`, and with other words in it.

    `moved` says where each of these stands and stood: start, end, start before, end before.
    """

    written: Sentence
    sentence: Sentence
    moved: tuple[tuple[int, int, int, int], ...] = ()

    def back(self, entity: Entity) -> Entity:
        """Give an entity of the new sentence where it stands in the sentence as it was written."""
        return replace(entity, start=self._before(entity.start, end=False), end=self._before(entity.end, end=True))

    def _before(self, at: int, *, end: bool) -> int:
        """Give the place before; inside another word: the start of what stood there, or its end."""
        shift = 0
        for start, stop, start_before, stop_before in self.moved:
            if at < start or (at == start and end):
                break
            if at < stop or (at == stop and end):
                return stop_before if end else start_before
            shift = stop_before - stop
        return at + shift


def rewritten(sentence: Sentence, instead: Iterable[tuple[int, int, str]]) -> Rewritten:
    """Put other words in: from where to where, in the order in which they stand, and what comes there instead.

    What stands between them stays as it was written. A sentence in which nothing changes comes back itself.
    """
    said, at = "", 0
    moved: list[tuple[int, int, int, int]] = []
    for start, end, words in instead:
        said += sentence.raw[at:start]
        moved.append((len(said), len(said) + len(words), start, end))
        said += words
        at = end
    return Rewritten(sentence, Sentence.of(said + sentence.raw[at:]) if moved else sentence, tuple(moved))
