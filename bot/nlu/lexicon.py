"""The words that the training data knows: which mean about the same, and which is meant by one that is misspelt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SHORTEST, _LONG, _MOST = 4, 7, 5
_GROUP = "about_"


@dataclass(frozen=True)
class Lexicon:
    """`words` are known, with how often they stand in the data; `groups` names the groups that a word is in."""

    words: Mapping[str, int] = field(default_factory=dict, repr=False)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def meant(self, word: str) -> str:
        """Give the known word that is nearest to a folded word, most often the word itself.

        One letter may differ, in words of seven letters and more two; of several that are as near, the one with the
        same first letter and then the most usual one is meant.
        """
        if word in self.words or len(word) < _SHORTEST or not word.isalpha():
            return word
        most = _mistakes_in(len(word))
        near = process.extract(
            word, self._near_in_length.get(len(word), ()), scorer=OSA.distance, score_cutoff=most, limit=_MOST
        )
        return (
            min(near, key=lambda found: (found[1], found[0][0] != word[0], -self.words[found[0]]))[0] if near else word
        )

    @cached_property
    def _near_in_length(self) -> Mapping[int, list[str]]:
        """Give, for each length of a word, the words that are not too short or too long to be meant by it."""
        held: dict[int, list[str]] = {}
        for word in self.words:
            if len(word) >= _SHORTEST:
                held.setdefault(len(word), []).append(word)
        return {
            length: [word for size in _sizes(length) for word in held.get(size, ())]
            for length in range(_SHORTEST, max(held, default=0) + _mistakes_in(_LONG) + 1)
        }


def _mistakes_in(length: int) -> int:
    return 1 if length < _LONG else 2


def _sizes(length: int) -> range:
    return range(length - _mistakes_in(length), length + _mistakes_in(length) + 1)


def lexicon(texts: Iterable[str], lookups: Mapping[str, tuple[str, ...]]) -> Lexicon:
    """Make a lexicon of sentences, and of lists of words: each list "about" something is a group of single words."""
    words = Counter(word for text in texts for word in Sentence.of(text).plain.split())
    groups: dict[str, tuple[str, ...]] = {}
    for name, listed in lookups.items():
        for entry in listed if name.startswith(_GROUP) else ():
            word = Sentence.of(entry).plain
            if word and " " not in word:
                words[word] += 1
                groups[word] = (*groups.get(word, ()), name)
    return Lexicon(words, groups)
