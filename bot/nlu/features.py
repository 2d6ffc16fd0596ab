"""What the classifier sees of a sentence: parts of words (2 to 5 letters), words, pairs of words, groups and values.

Training and use read sentences with these functions, so that they can never differ.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, repr=False)
class Features:
    """What is seen of a sentence: its words, each standing for what `of_word` gives, and what is `beside` them."""

    words: frozenset[str]
    beside: frozenset[str]

    def all(self, of: Callable[[str], Iterable[str]]) -> frozenset[str]:
        """Give all of it, with what each word stands for."""
        return self.beside.union(*map(of, self.words))


def of_word(word: str) -> list[str]:
    """Give the word itself, and all its parts, with a space before and behind it."""
    padded = f" {word} "
    length = len(padded)
    sizes = range(SHORTEST, min(LONGEST, length) + 1)
    return [f"{WORD}{word}", *(padded[at : at + size] for size in sizes for at in range(length - size + 1))]


def features(sentence: Sentence, values: Iterable[str], lexicon: Lexicon) -> Features:
    """Give what is seen of a sentence; `values` names the entities that were read in it.

    Misspelt words count as what they most likely mean. Numbers differ only in their length, and letters that are held
    on count once: "neeeee".
    """
    plain = _STRETCHED.sub(r"\1", _DIGIT.sub("0", sentence.plain[:MOST_LETTERS]))
    words = [lexicon.meant(word) for word in plain.split()]
    found = {f"{WORD}{one} {two}" for one, two in zip(["^", *words], [*words, "$"], strict=True)}
    found.update([f"{VALUE}{name}" for name in values])
    if "?" in sentence.raw[:MOST_LETTERS]:
        found.add(f"{WORD}?")
    held = lexicon.groups
    groups = sorted({name for word in words if word in held for name in held[word]})[:MOST_GROUPS]
    found.update([f"{GROUP}{name}" for name in groups])
    found.update([f"{GROUP}{one} {two}" for at, one in enumerate(groups) for two in groups[at + 1 :]])
    return Features(frozenset(words), frozenset(found))
