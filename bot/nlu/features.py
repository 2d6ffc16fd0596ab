"""What the classifier sees of a sentence: parts of words (2 to 5 letters), words, pairs of words, groups and values.

Training and use read sentences with this one function, so that they can never differ.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.nlu.lexicon import Lexicon
    from bot.nlu.sentence import Sentence

SHORTEST, LONGEST = 2, 5
MOST_LETTERS = 300
"""How many letters of a sentence are looked at: what somebody wants stands in the first sentences."""

MOST_GROUPS = 12
WORD, GROUP, VALUE = WHOLE = "=@#"
"""What a feature begins with that is no part of a word: words and their pairs, groups and theirs, kinds of values."""

_DIGIT = re.compile(r"\d")
_STRETCHED = re.compile(r"(.)\1{2,}")


def parts_of(word: str) -> list[str]:
    """Give all parts of a word, with a space before and behind it."""
    padded = f" {word} "
    length = len(padded)
    sizes = range(SHORTEST, min(LONGEST, length) + 1)
    return [padded[at : at + size] for size in sizes for at in range(length - size + 1)]


def features(
    sentence: Sentence, values: Iterable[str], lexicon: Lexicon, parts: Callable[[str], list[str]] = parts_of
) -> set[str]:
    """Give the parts of a sentence; `values` names the entities that were read in it.

    Misspelt words count as what they most likely mean. Numbers differ only in their length, and letters that are held
    on count once: "neeeee". Training remembers the `parts` of a word; what people say is not remembered.
    """
    plain = _STRETCHED.sub(r"\1", _DIGIT.sub("0", sentence.plain[:MOST_LETTERS]))
    words = [lexicon.meant(word) for word in plain.split()]
    found = {f"{WORD}{word}" for word in words}
    found.update([f"{WORD}{one} {two}" for one, two in zip(["^", *words], [*words, "$"], strict=True)])
    found.update([f"{VALUE}{name}" for name in values])
    if "?" in sentence.raw[:MOST_LETTERS]:
        found.add(f"{WORD}?")
    held = lexicon.groups
    groups = sorted({name for word in words if word in held for name in held[word]})[:MOST_GROUPS]
    found.update([f"{GROUP}{name}" for name in groups])
    found.update([f"{GROUP}{one} {two}" for at, one in enumerate(groups) for two in groups[at + 1 :]])
    for word in set(words):
        found.update(parts(word))
    return found
