"""Which of a list: a number, alone or as "de tweede"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.parse import Entity
from bot.nlu.wording import is_question

if TYPE_CHECKING:
    from datetime import date

    from bot.nlu.sentence import Sentence

_WORDS = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5,
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5,
    "first": 1, "second": 2, "third": 3, "one": 1, "two": 2, "three": 3,
}  # fmt: skip
_NUMBER = re.compile(r"(?<!\d)(?:nummer |nr |no )?(\d)(?:e|de|ste)?(?!\d)")
_LONGEST = 8


def asked(sentence: Sentence, today: date) -> Entity | None:
    """Read which one of a list; a longer sentence says something else."""
    del today
    if not 0 < len(sentence.tokens) <= _LONGEST or is_question(sentence) or sentence.words & {"geen", "niet"}:
        return None
    found = _NUMBER.search(sentence.folded)
    if found:
        return Entity("number", found.start(1), found.end(1), int(found.group(1)))
    for token in sentence.tokens:
        if token.text in _WORDS and (token.text.endswith(("e", "rst", "ond", "ird")) or len(sentence.tokens) <= 2):  # noqa: PLR2004 - "een" is mostly an article
            return Entity("number", token.start, token.end, _WORDS[token.text])
    return None
