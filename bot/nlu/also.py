"""Lets a reader of answers hear a sentence in other words too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

    Reader = Callable[[Sentence, date], Entity | None]


def also(reworded: Callable[[Sentence], Sentence | None], reader: Reader) -> Reader:
    """Hear the sentence as it is `reworded` first (None: it is not), then as it stands there."""

    def read(sentence: Sentence, today: date) -> Entity | None:
        put = reworded(sentence)
        found = reader(put, today) if put else None
        if found is None:
            return reader(sentence, today)
        # places in other words say nothing about the words as they were written
        return replace(found, start=sentence.tokens[0].start, end=sentence.tokens[-1].end)

    return read
