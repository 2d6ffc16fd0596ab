"""An advertisement in parts: one sentence, line or bullet each."""

from __future__ import annotations

import re

from bot.nlu.sentence import Sentence

LONGEST = 20_000
"""How many characters of an advertisement are read."""

_SHORT_WORDS = r"(?<!\bca)(?<!\bmax)(?<!\bmin)(?<!\bexcl)(?<!\bincl)(?<!\bevt)(?<!\bnr)(?<!\bbv)(?<!\bo\.b\.v)"
_END = re.compile(rf"\s*\n\s*[-–]?|^[-–]|[•●▪◦*·✓✔|]|{_SHORT_WORDS}[.!?](?=\s+[^a-z\s]|\s*$)|;\s")
_CLAUSE = re.compile(r",\s+|\s\+\s|\bplus\b")


def parts_of(text: str) -> list[Sentence]:
    """Cut a text where a thought ends."""
    return [Sentence.of(part.strip()) for part in _END.split(text[:LONGEST]) if part.strip()]


def clauses_of(part: Sentence) -> list[str]:
    """Cut a part where something else is said: "geen ervaring nodig, we leren je het werk"."""
    return _CLAUSE.split(part.folded)
