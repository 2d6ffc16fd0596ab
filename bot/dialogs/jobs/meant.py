"""Which of some jobs words can mean: by what stands on the card or in the whole job, and by nothing else (V5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.dialogs.jobs.naming import naming
from bot.dialogs.jobs.traits import superlatives, told
from bot.dialogs.jobs.words import ASIDE, NO_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.dialogs.facts import Fitting
    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence


@dataclass(frozen=True, slots=True, repr=False)
class Meant:
    """Which of some jobs are meant, by their place among them; and what of the words says nothing of any of them.

    `named`: a word stands in one of them. `told`: hours, days, pay or the like are said; `best`: the nearest and so on;
    `no`: refused.
    """

    at: frozenset[int]
    unknown: tuple[str, ...]
    named: bool
    told: bool
    best: bool
    no: bool

    @property
    def says_something(self) -> bool:
        """Tell whether anything is said of a job at all."""
        return self.named or self.told or self.best or bool(self.unknown)


def meant(sentence: Sentence, entities: Iterable[Entity], shown: Sequence[Fitting], also: frozenset[str]) -> Meant:
    """Find which of the shown jobs words mean; `also` are words that may stand there and say nothing."""
    left, like = told(sentence.folded.replace("'", " "), shown)
    left, best = superlatives(left, shown)
    said = [token for token in sentence.tokens if left[token.start : token.end].strip()]
    no = any(token.text in NO_WORDS for token in said)
    tokens = [token for token in said if token.text not in ASIDE | NO_WORDS | also]
    by_word = naming(tokens, entities, shown)
    unknown = tuple(token.text for token, hits in zip(tokens, by_word, strict=True) if not hits)
    at = frozenset() if not all(like) else _all_of((*by_word, *like), best)
    return Meant(at, unknown, named=any(by_word), told=bool(like), best=bool(best), no=no)


def _all_of(said: Iterable[frozenset[int]], best: Sequence[frozenset[int]]) -> frozenset[int]:
    """Give what all that was said holds for; where nothing is all of it, whatever any of it holds for."""
    found = [hits for hits in (*said, *best) if hits]
    return (frozenset.intersection(*found) or frozenset.union(*found)) if found else frozenset()
