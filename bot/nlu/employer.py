"""What an employer wants with a sentence, besides what anybody can want. What they say is data."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.lists import any_of, sections

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from bot.nlu.sentence import Sentence

_LONGEST = 20


def wanted(sentence: Sentence) -> str | None:
    """Give the name of what is asked for, the first that fits; a question ends with "?"."""
    if not 0 < len(sentence.tokens) <= _LONGEST:
        return None
    return next((name for name, pattern in _patterns().items() if pattern.search(sentence.plain)), None)


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """Read the data once."""
    return {section: any_of(lines) for section, lines in sections("employer_words.txt").items()}
