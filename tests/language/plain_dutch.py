"""How common the words of a text are, and how easily it reads: the half of the measure that takes word lists.

`wordfreq` gives a word's frequency on the Zipf scale (3: once in a million words; 6: once in a thousand); `textstat`
computes the Flesch-Douma score, 0 (hard) to 100 and over (easy).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import textstat  # type: ignore[import-untyped] # it has no types
from wordfreq import zipf_frequency

from bot.nlu.plain import sentences, words

if TYPE_CHECKING:
    from pathlib import Path

COMMON = 3.6
EASY = 65
SHORTEST_PART = 3

_NAME = re.compile(r"\{[^{}]*\}|https?://\S+|\b\S+\.nl\b|[“\"][^”\"]*[”\"]")


def rare_words(text: str, allowed: frozenset[str]) -> list[str]:
    """Give the words that are not common, not made of two common ones, not allowed, and not a name.

    Capitals inside a sentence make a name; what stands between quotes, in braces or in a link is not ours.
    """
    found = []
    for sentence in sentences(_NAME.sub(" ", text)):
        for place, word in enumerate(words(sentence)):
            a_name = place > 0 and word[0].isupper()
            if not (a_name or any(letter.isdigit() for letter in word) or is_easy(word.lower(), allowed)):
                found.append(word)
    return found


def is_easy(word: str, allowed: frozenset[str]) -> bool:
    """Tell whether a word in small letters is common, allowed, or made of two such words."""
    return word in allowed or zipf(word) >= COMMON or any(_parts_easy(word, at, allowed) for at in range(len(word)))


def _parts_easy(word: str, at: int, allowed: frozenset[str]) -> bool:
    """Tell whether a compound falls apart here, perhaps with a joint (s, e, en, -)."""
    front, back = word[:at], word[at:]
    if len(back) < SHORTEST_PART:
        return False
    fronts = {front, *(front.removesuffix(joint) for joint in ("s", "e", "en", "-"))}
    return any(len(part) >= SHORTEST_PART and _known(part, allowed) for part in fronts) and _known(back, allowed)


def _known(part: str, allowed: frozenset[str]) -> bool:
    return part in allowed or zipf(part) >= COMMON


@cache
def zipf(word: str) -> float:
    """Give a Dutch word's frequency on the Zipf scale, 0 when unknown."""
    return zipf_frequency(word, "nl")


def ease(text: str) -> float:
    """Give the Flesch-Douma score of a text."""
    textstat.set_lang("nl")
    return float(textstat.flesch_reading_ease(text))


def read_allowed(file: Path) -> dict[str, str]:
    """Read the allowed words, each with why: `word: why`, one a line."""
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    pairs = (line.split(":", 1) for line in lines if line and not line.startswith("#"))
    return {word.strip(): why.strip() for word, why in pairs}
