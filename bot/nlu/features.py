"""What the classifier sees of a sentence: parts of words (2 to 5 letters), words, pairs of words, and kinds of values.

Training and use read sentences with this one function, so that they can never differ.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.nlu.sentence import Sentence

SHORTEST, LONGEST = 2, 5
MOST_LETTERS = 300
"""How many letters of a sentence are looked at: what somebody wants stands in the first sentences."""

_DIGIT = re.compile(r"\d")
_STRETCHED = re.compile(r"(.)\1{2,}")


def features(sentence: Sentence, values: Iterable[str] = ()) -> set[str]:
    """Give the parts of a sentence; `values` names the entities that were read in it.

    Words begin with = and kinds of values with #, so that they differ from parts of words. Numbers differ only in their
    length, and letters that are held on count once: "neeeee".
    """
    plain = _STRETCHED.sub(r"\1", _DIGIT.sub("0", sentence.plain[:MOST_LETTERS]))
    words = plain.split()
    found = {f"={word}" for word in words}
    found.update([f"={one} {two}" for one, two in zip(["^", *words], [*words, "$"], strict=True)])
    found.update([f"#{name}" for name in values])
    if "?" in sentence.raw[:MOST_LETTERS]:
        found.add("=?")
    for word in set(words):
        padded = f" {word} "
        length = len(padded)
        for size in range(SHORTEST, min(LONGEST, length) + 1):
            found.update([padded[at : at + size] for at in range(length - size + 1)])
    return found
