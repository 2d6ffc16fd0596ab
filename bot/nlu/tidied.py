"""What is read of a text: its first 1,000 characters, with one space where many stand. Longer texts take longer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.rewriting import Rewritten, rewritten
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.nlu.parse import Entity

    Reader = Callable[[Sentence, date], Entity | None]

MOST_READ = 1000
"""In how many characters values are looked for: a whole profile is said in less."""

_RUN = re.compile(r"\s{3,}")


def tidied(sentence: Sentence) -> Rewritten:
    """Give the words of a sentence that stand whole in what is read of it."""
    text = sentence.raw
    if len(text) > MOST_READ:
        kept = text[:MOST_READ]
        sentence = Sentence.of(kept if text[MOST_READ].isspace() else re.sub(r"\S+\Z", "", kept) or kept)
    runs = _RUN.finditer(sentence.raw)
    return rewritten(sentence, ((*run.span(), "\n" if "\n" in run.group() else " ") for run in runs))


def of_tidied(reader: Reader) -> Reader:
    """Let a reader of answers read no more of a text than that."""

    def read(sentence: Sentence, today: date) -> Entity | None:
        kept = tidied(sentence)
        found = reader(kept.sentence, today)
        return kept.back(found) if found and kept.moved else found

    return read
