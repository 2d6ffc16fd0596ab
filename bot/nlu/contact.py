"""What somebody wants with a sentence about their conversations. What people say is data."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.nlu.lists import any_of, sections

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from bot.nlu.sentence import Sentence

_LONGEST = 10


def wanted_of_contact(sentence: Sentence) -> str | None:
    """Give what is asked for: `talks`, `people`, or nothing of these."""
    if not 0 < len(sentence.tokens) <= _LONGEST:
        return None
    return next((name for name, pattern in _patterns().items() if pattern.search(sentence.plain)), None)


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """Read the data once."""
    return {section: any_of(lines) for section, lines in sections("contact_words.txt").items()}
