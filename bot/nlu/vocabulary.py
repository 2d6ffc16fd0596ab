"""The words that we know: those that the readers look for, how usual each is, and which stand behind which.

Counted in the training data, which is the only source: who adds an example there teaches its spelling as well.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.nlu import occupations, places
from bot.nlu.example_lines import examples
from bot.nlu.lists import sections
from bot.nlu.numbers import NAMED
from bot.nlu.readers import ability, hours, language, licence, start, travel
from bot.nlu.readers.day_words import LONG, PARTS_BY_WORD, RANGE_WORDS, WEEK
from bot.nlu.sentence import Sentence, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bot.nlu.sentence import Token

FIRST, LAST, NUMBER, KIND = "^", "$", "0", "<"
"""What stands before the first word, behind the last one, for every number, and before the name of a kind."""

_SHORT, _LONG, _VERY_LONG = 4, 7, 12
"""From how many letters on two letters may differ, three, and four."""

_STRANGE, _SELDOM, EVERYDAY = 0.02, 0.1, 1.0
"""How usual a word is that we never saw, one that is real or a place, and one that readers look for."""

_BACKED = 5.0
"""How much the word alone counts beside how often it was seen behind the other one."""


@dataclass(frozen=True)
class Vocabulary:
    """`weights` tells how usual each word is, `pairs` how often two stand side by side.

    `kinds` gives the kind of a word that stands for many others: a day, a place, a language. What was seen of one of
    them counts for all: `pairs` and `weights` hold the kinds as well. `foreign` words are right as they are, and never
    meant by a Dutch word that is misspelt.
    """

    weights: Mapping[str, float] = field(repr=False)
    pairs: Mapping[str, int] = field(repr=False)
    kinds: Mapping[str, str] = field(repr=False)
    foreign: frozenset[str] = field(repr=False)

    def chance(self, before: str, word: str) -> float:
        """Give the chance of a word behind another one; one that is strange to us is the least likely."""
        kind, other = self.kinds.get(before, before), self.kinds.get(word, word)
        alone = self._behind(before, word)
        if kind == before and other == word:
            return alone
        share = self.weights.get(word, _STRANGE) / self.weights[other] if other != word else 1.0
        return (alone + self._behind(kind, other) * share) / 2

    def _behind(self, before: str, word: str) -> float:
        """Give the chance of a word or kind behind another one, by how often both and each alone were seen."""
        alone = self.weights.get(word, _STRANGE) / self._all
        return (self.pairs.get(f"{before} {word}", 0) + _BACKED * alone) / (self.weights.get(before, _STRANGE) + _BACKED)

    def near(self, word: str) -> list[tuple[str, int]]:
        """Give the words that a word can be a misspelling of, and in how many letters they differ."""
        length = len(word)
        most = mistakes_in(word)
        near = [other for far in range(length - most, length + most + 1) for other in self._by_length.get(far, ())]
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=most, limit=None)
        return [(other, int(apart)) for other, apart, _at in found]

    @cached_property
    def _all(self) -> float:
        return sum(weight for word, weight in self.weights.items() if not word.startswith(KIND))

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
    return 1 + (length >= _SHORT) + (length >= _LONG) + (length >= _VERY_LONG)


def plain_words(tokens: Iterable[Token]) -> list[str]:
    """Give the folded words of a sentence, every number as one and the same."""
    return [token.text if token.text[0].isalpha() else NUMBER for token in tokens]


def counted(
    sentences: Iterable[Sequence[str]],
    read: Mapping[str, float],
    kinds: Mapping[str, str],
    others: Iterable[str],
    foreign: Iterable[str],
) -> Vocabulary:
    """Make a vocabulary of sentences, of words that readers look for with their weight, and of other real words."""
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for words_said in sentences:
        said = [FIRST, *words_said, LAST]
        words.update(said)
        pairs.update([f"{one} {two}" for one, two in pairwise(said)])
        of = [kinds.get(word, word) for word in said]
        pairs.update(
            [
                f"{kind} {other}"
                for (one, two), (kind, other) in zip(pairwise(said), pairwise(of), strict=True)
                if one != kind or two != other
            ]
        )
    known = frozenset(others)
    strangers = frozenset(foreign) - known
    weights = dict.fromkeys((*known, *strangers), _SELDOM) | dict(read)
    weights = {word: weight + words[word] for word, weight in weights.items()}
    weights |= {word: float(count) for word, count in words.items() if word not in weights and word[0] != KIND}
    together = Counter({kind: words[kind] for kind in kinds.values()})
    for word, kind in kinds.items():
        together[kind] += weights.get(word, 0.0)
    return Vocabulary(weights | together, pairs, kinds, strangers)


@cache
def vocabulary() -> Vocabulary:
    """Count once."""
    held = [
        file.read_text(encoding="utf-8") for file in (files("bot.nlu") / "data").iterdir() if file.name.endswith(".yml")
    ]
    said = (plain_words(Sentence.of(each).tokens) for text in held for each in examples(text))
    return counted(chain(said, _phrases()), _read(), _kinds(), _dutch(), _foreign())


def _phrases() -> Iterator[list[str]]:
    """Give how answers are put into words, with kinds in the place of their words."""
    for lines in sections("phrases.txt").values():
        for line in lines:
            yield [word if word.startswith(KIND) else words_of(word) for word in line.replace("<", " <").replace(">", " ").replace("/", " ").replace("'", " ").split()]


def _read() -> dict[str, float]:
    """Give the words that readers look for: places are seldom meant, the others like words of every day."""
    read = {word: _SELDOM for name in places.names() for word in name.split() if len(word) >= _SHORT}
    everyday = (*travel.CUES, *hours.CUES, *RANGE_WORDS, *licence.CODES, *sections("spelling.txt")["read"])
    everyday += tuple(name for kind, names in _named().items() if kind != "place" for name in names)
    read |= {word: EVERYDAY for name in everyday for word in words_of(name).split() if len(word) > 1}
    return read


def _named() -> dict[str, Iterable[str]]:
    """Give the names that stand in each other's place, by their kind."""
    return {
        "place": places.names(),
        "occupation": occupations.everyday_words(),
        "language": language.CODES,
        "licence": licence.CATEGORY_OF,
        "month": start.MONTHS,
        "by": travel.MEANS,
        "number": NAMED,
        "part": PARTS_BY_WORD,
        "day": LONG,
        "short": WEEK,
        "able": ability.CLEAR,
    }


def _kinds() -> dict[str, str]:
    """Give the kind of each word that is a whole name of one."""
    kinds = {NUMBER: f"{KIND}number"}
    for kind, names in _named().items():
        kinds |= {word: KIND + kind for name in names if len((word := words_of(name)).split()) == 1 and len(word) > 1}
    return kinds


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
