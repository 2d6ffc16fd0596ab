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
        most = 1 if len(word) < _LONG else 2
        near = process.extract(
            word,
            [
                other
                for size in range(len(word) - most, len(word) + most + 1)
                for other in self._by_length.get(size, ())
            ],
            scorer=OSA.distance,
            score_cutoff=most,
            limit=_MOST,
        )
        return (
            min(near, key=lambda found: (found[1], found[0][0] != word[0], -self.words[found[0]]))[0] if near else word
        )

    @cached_property
    def _by_length(self) -> Mapping[int, list[str]]:
        held: dict[int, list[str]] = {}
        for word in self.words:
            if len(word) >= _SHORTEST:
                held.setdefault(len(word), []).append(word)
        return held


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
