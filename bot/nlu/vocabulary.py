"""The words that we know: how usual each is, and which stand behind which.

What a word can be meant by, and how likely it stands where it stands: a model of pairs of words, and of pairs of kinds.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.nlu.by_number import number_of, place_of
from bot.nlu.real_words import is_real, is_usual

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.nlu.sentence import Sentence, Token

FIRST, LAST, NUMBER, KIND = "^", "$", "0", "<"
"""What stands before the first word, behind the last one, for every number, and before the name of a kind."""

WORK = f"{KIND}occupation"
"""The kind of words for work."""

_MISTAKES = (1, 3, 6, 10)
"""From how many letters on one letter may differ, two, three, and four."""

_SHORT = 4

_STRANGE, SELDOM, EVERYDAY = 0.02, 0.1, 1.0
"""How usual a word is that we never saw, one that is real or a place, and one that readers look for."""

_SIGN = re.compile(r"[,;.!?:()\n]")
"""What stands between words that have nothing to do with each other."""

_BACKED = 5.0
"""How much the word alone counts beside how often it was seen behind the other one."""


class Pairs:
    """How often two words stand side by side. Kept by their numbers in order."""

    def __init__(self, seen: NDArray[np.uint32]) -> None:
        """Count the numbers of all pairs that were seen."""
        numbers, times = np.unique(seen, return_counts=True)
        self._numbers = array("I", numbers.astype(np.uint32).tobytes())
        self._times = array("I", times.astype(np.uint32).tobytes())

    def count(self, one: str, two: str) -> int:
        """Give how often the second stands behind the first."""
        at = place_of(f"{one} {two}", self._numbers)
        return 0 if at is None else self._times[at]


@dataclass(frozen=True)
class Vocabulary:
    """`weights` tells how usual each word is, `pairs` how often two stand side by side.

    `kinds` gives the kind of a word that stands for many others: a day, a place, a language. What was seen of one of
    them counts for all: `pairs` and `weights` hold the kinds as well. `answers` are the words that readers look for.
    `foreign` words are right as they are, but for the shortest, and never meant by a Dutch word that is misspelt.
    `proper` words have a capital: places, languages, days and months.
    """

    weights: Mapping[str, float] = field(repr=False)
    pairs: Pairs = field(repr=False)
    kinds: Mapping[str, str] = field(repr=False)
    foreign: frozenset[str] = field(repr=False)
    answers: frozenset[str] = field(repr=False)
    proper: frozenset[str] = field(repr=False)
    language: str = field(repr=False)

    def chance(self, before: str, word: str) -> float:
        """Give the chance of a word behind another one; one that is strange to us is the least likely."""
        kind, other = self.kinds.get(before, before), self.kinds.get(word, word)
        alone = self._behind(before, word)
        if kind == before and other == word:
            return alone
        share = self._weight(word) / self.weights[other] if other != word else 1.0
        return (alone + self._behind(kind, other) * share) / 2

    def knows(self, word: str) -> bool:
        """Say whether a word of its own language was seen, or is looked for."""
        return word in self.weights and word not in self.foreign

    def is_word(self, word: str) -> bool:
        """Say whether a word is right as it is."""
        strange = word in self.foreign and len(word) < _SHORT
        return (word in self.weights and not strange) or is_real(word, self.language)

    def fits(self, before: str, word: str, behind: str) -> bool:
        """Say whether a word was ever seen behind or before one of these, or another of their kind."""
        seen = self._seen(before, word) + self._seen(word, behind)
        return word in self.weights and seen > (len(word) < _SHORT)

    def is_usual(self, word: str) -> bool:
        """Say whether a word is one of every day."""
        return is_usual(word, self.language)

    def is_work(self, word: str) -> bool:
        """Say whether a word is one for work that people do."""
        return self.kinds.get(word) == WORK

    def may_be_mistaken(self, word: str) -> bool:
        """Say whether a real word can be another one misspelt: one that is seldom said, or short."""
        return word not in self.answers and (len(word) < _SHORT or not self.is_usual(word))

    def joins(self, before: str, word: str, behind: str) -> bool:
        """Say whether a word was seen both behind the one and before the other, where these are words."""
        return (self._seen(before, word) or not self.is_word(before)) and (
            self._seen(word, behind) or not self.is_word(behind)
        )

    def _weight(self, word: str) -> float:
        weight = self.weights.get(word)
        return weight if weight is not None else SELDOM if is_real(word, self.language) else _STRANGE

    def _seen(self, one: str, two: str) -> bool:
        if self.pairs.count(one, two) > 0:
            return True
        kinds = self.kinds.get(one, one), self.kinds.get(two, two)
        return kinds != (one, two) and self.pairs.count(*kinds) > 0

    def _behind(self, before: str, word: str) -> float:
        """Give the chance of a word or kind behind another one, by how often both and each alone were seen."""
        alone = self._weight(word) / self._all
        return (self.pairs.count(before, word) + _BACKED * alone) / (self._weight(before) + _BACKED)

    def one_off(self, word: str) -> Sequence[str]:
        """Give the words of every day that differ from a word in one letter."""
        found = self._one_off.get(word)
        if found is None:
            found = tuple(other for other, _apart in self.near(word, 1) if self.weights[other] >= EVERYDAY)
            if word in self.weights:
                self._one_off[word] = found
        return found

    def near(self, word: str, most: int) -> list[tuple[str, int]]:
        """Give the words that differ from a word in at most so many letters, and in how many."""
        return [
            (other, int(apart))
            for length in range(len(word) - most, len(word) + most + 1)
            for other, apart, _at in process.extract(
                word, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=most, limit=None
            )
        ]

    @cached_property
    def _all(self) -> float:
        return sum(weight for word, weight in self.weights.items() if not word.startswith(KIND))

    @cached_property
    def _one_off(self) -> dict[str, Sequence[str]]:
        """Keep what is one off from the words that we know, as they are asked for: no word that only somebody wrote."""
        return {}

    @cached_property
    def _by_length(self) -> Mapping[int, Sequence[str]]:
        held: dict[int, list[str]] = {}
        for word in self.weights:
            if len(word) > 1 and word not in self.foreign and not word.startswith(KIND):
                held.setdefault(len(word), []).append(word)
        return held


def mistakes_in(word: str) -> int:
    """Give how many letters of a word may be wrong."""
    length = len(word)
    return sum(length >= least for least in _MISTAKES)


def clauses(sentence: Sentence, tokens: Sequence[Token]) -> list[list[Token]]:
    """Give the words between commas and other signs: over these, words have nothing to do with each other."""
    parts: list[list[Token]] = []
    end = 0
    for token in tokens:
        if not parts or _SIGN.search(sentence.folded, end, token.start):
            parts.append([])
        parts[-1].append(token)
        end = token.end
    return parts


def plain_words(tokens: Iterable[Token]) -> list[str]:
    """Give the folded words of a sentence, every number as one and the same."""
    return [token.text if token.text[0].isalpha() else NUMBER for token in tokens]


class Words(NamedTuple):
    """What a vocabulary is made of beside sentences: see there. `read` gives how usual what readers look for is."""

    read: dict[str, float]
    kinds: Mapping[str, str]
    foreign: frozenset[str]
    proper: frozenset[str]


def counted(sentences: Iterable[Sequence[str]], told: Words, language: str) -> Vocabulary:
    """Make a vocabulary of sentences, and of the words that are told."""
    words: Counter[str] = Counter()
    pairs = array("I")
    for sentence in sentences:
        said = [FIRST, *sentence, LAST]
        words.update(said)
        pairs.extend({number_of(f"{one} {two}") for one, two in pairwise(said)})
        of = [told.kinds.get(word, word) for word in said]
        if of != said:
            pairs.extend({number_of(f"{one} {two}") for one, two in pairwise(of)})
    strangers = told.foreign.difference(told.read)
    weights = {word: weight + words[word] for word, weight in (dict.fromkeys(strangers, SELDOM) | told.read).items()}
    weights = {word: float(count) for word, count in words.items()} | weights
    for word, kind in told.kinds.items():
        weights[kind] = weights.get(kind, 0.0) + weights.get(word, 0.0)
    return Vocabulary(
        weights,
        Pairs(np.frombuffer(pairs, np.uint32)),
        told.kinds,
        strangers,
        answers=frozenset(told.read),
        proper=told.proper,
        language=language,
    )
