"""The words that we know: those that the readers look for, how usual each is, and which stand behind which.

Counted in the training data, which is the only source: who adds an example there teaches its spelling as well.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.nlu import occupations, places
from bot.nlu.example_lines import examples
from bot.nlu.lists import sections
from bot.nlu.numbers import NAMED
from bot.nlu.readers import hours, language, licence, start, travel
from bot.nlu.readers.day_words import LONG, PARTS_BY_WORD, RANGE_WORDS, WEEK
from bot.nlu.sentence import Sentence, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.nlu.sentence import Token

FIRST, LAST, NUMBER = "^", "$", "0"
"""What stands before the first word, behind the last one, and for every number."""

_SHORTEST, _LONG, _VERY_LONG = 4, 7, 12
"""How many letters a short word has at most; and from how many on two letters may differ, and three."""

_STRANGE, _SELDOM, EVERYDAY = 0.02, 0.1, 1.0
"""How usual a word is that we never saw, one that is real or a place, and one that readers look for."""

_BACKED = 5.0
"""How much the word alone counts beside how often it was seen behind the other one."""


@dataclass(frozen=True)
class Vocabulary:
    """`weights` tells how usual each word is, `pairs` how often two stand side by side.

    `foreign` words are right as they are, and never meant by a Dutch word that is misspelt.
    """

    weights: Mapping[str, float] = field(repr=False)
    pairs: Mapping[str, int] = field(repr=False)
    foreign: frozenset[str] = field(repr=False)

    def chance(self, before: str, word: str) -> float:
        """Give the chance of a word behind another one; one that is strange to us is the least likely."""
        behind = self.pairs.get(f"{before} {word}", 0) + _BACKED * self.weights.get(word, _STRANGE) / self._all
        return behind / (self.weights.get(before, _STRANGE) + _BACKED)

    def is_usual(self, word: str, apart: int = 1) -> bool:
        """Say whether a word is usual enough to be meant by one that differs in so many letters."""
        usual = self.weights.get(word, _STRANGE)
        return usual >= EVERYDAY if apart == 1 else usual > EVERYDAY

    def near(self, word: str) -> list[tuple[str, int]]:
        """Give the words that a word can be a misspelling of, and in how many letters they differ.

        One letter may differ, in words of seven letters two, and in words of twelve three. Words that begin or end in
        the same way are looked at; where none of these is near, all long ones that were ever said.
        """
        length = len(word)
        most = 1 + (length >= _LONG) + (length >= _VERY_LONG)
        size = 1 if length <= _SHORTEST else 2
        near = [
            other
            for far in range(length - most, length + most + 1)
            for held, end in ((self._beginning, word[:size]), (self._ending, word[-size:]))
            for other in held.get((end, far), ())
        ]
        found = _within(word, near, most)
        return found or (_within(word, self._said, most) if most > 1 else [])

    @cached_property
    def _all(self) -> float:
        return sum(self.weights.values())

    @cached_property
    def _said(self) -> Sequence[str]:
        return [word for word in self._meant if len(word) >= _LONG - 2 and self.weights[word] > EVERYDAY]

    @cached_property
    def _meant(self) -> Sequence[str]:
        return [word for word in self.weights if len(word) > 1 and word not in self.foreign]

    @cached_property
    def _beginning(self) -> Mapping[tuple[str, int], Sequence[str]]:
        """The words by their first two letters and their length, short ones also by the first letter alone."""
        return _listed((word[:size], word) for word in self._meant for size in _sizes(word))

    @cached_property
    def _ending(self) -> Mapping[tuple[str, int], Sequence[str]]:
        """As above, by their last letters."""
        return _listed((word[-size:], word) for word in self._meant for size in _sizes(word))


def _sizes(word: str) -> Iterable[int]:
    """Give of how many letters the ends are that a word is found by: a word of five can be one of four misspelt."""
    return (1, 2) if _SHORTEST <= len(word) <= _SHORTEST + 1 else (1,) if len(word) < _SHORTEST else (2,)


def _listed(pairs: Iterable[tuple[str, str]]) -> Mapping[tuple[str, int], Sequence[str]]:
    held: dict[tuple[str, int], list[str]] = {}
    for end, word in pairs:
        held.setdefault((end, len(word)), []).append(word)
    return held


def _within(word: str, others: Sequence[str], most: int) -> list[tuple[str, int]]:
    """Give the words that differ in at most so many letters, each once."""
    found = process.extract(word, others, scorer=OSA.distance, score_cutoff=most, limit=None)
    return list({other: int(apart) for other, apart, _at in found}.items())


def plain_words(tokens: Iterable[Token]) -> list[str]:
    """Give the folded words of a sentence, every number as one and the same."""
    return [token.text if token.text[0].isalpha() else NUMBER for token in tokens]


def counted(
    texts: Iterable[str], read: Mapping[str, float], others: Iterable[str], foreign: Iterable[str]
) -> Vocabulary:
    """Make a vocabulary of sentences, of words that readers look for with their weight, and of other real words."""
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for text in texts:
        said = [FIRST, *plain_words(Sentence.of(text).tokens), LAST]
        words.update(said)
        pairs.update([f"{one} {two}" for one, two in pairwise(said)])
    known = frozenset(others)
    strangers = frozenset(foreign) - known
    weights = dict.fromkeys((*known, *strangers), _SELDOM) | dict(read)
    weights = {word: weight + words[word] for word, weight in weights.items()}
    weights |= {word: float(count) for word, count in words.items() if word not in weights}
    return Vocabulary(weights, pairs, strangers)


@cache
def vocabulary() -> Vocabulary:
    """Count once."""
    held = [
        file.read_text(encoding="utf-8") for file in (files("bot.nlu") / "data").iterdir() if file.name.endswith(".yml")
    ]
    return counted((said for text in held for said in examples(text)), _read(), _dutch(), _foreign())


def _read() -> dict[str, float]:
    """Give the words that readers look for: places are seldom meant, the others like words of every day."""
    read = {word: _SELDOM for name in places.names() for word in name.split() if len(word) >= _SHORTEST}
    everyday = (
        *occupations.everyday_words(),
        *LONG,
        *PARTS_BY_WORD,
        *NAMED,
        *language.CODES,
        *licence.CATEGORY_OF,
    )
    everyday += (
        *start.MONTHS,
        *travel.MEANS,
        *travel.CUES,
        *hours.CUES,
        *WEEK,
        *RANGE_WORDS,
        *licence.CODES,
        *sections("spelling.txt")["read"],
    )
    read |= {word: EVERYDAY for name in everyday for word in words_of(name).split() if len(word) > 1}
    return read


def _dutch() -> frozenset[str]:
    """Give Dutch words of work and of every day, and those that small English words are put into."""
    usual = (files("bot.data") / "dutch.txt").read_text(encoding="utf-8").split()
    said = (*sections("spelling.txt")["real"], *sections("tongues.txt")["nl"], *_translated(2))
    return frozenset((*usual, *words_of(" ".join(said)).split()))


def _foreign() -> frozenset[str]:
    """Give the words by which we know other languages, and those of English that we know."""
    others = (line for code, lines in sections("tongues.txt").items() if code != "nl" for line in lines)
    return frozenset(words_of(" ".join((*others, *_translated(0)))).split())


def _translated(side: int) -> list[str]:
    """Give one side of the lines of English: 0 what is said, 2 what that is in Dutch."""
    return [line.partition(" = ")[side] for line in sections("english.txt")["words"]]
