"""The trained classifier: which intents a sentence most likely has. NumPy alone; how it learns is in `training.py`."""

from __future__ import annotations

import io
import json
import math
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from bot.nlu.by_number import number_of
from bot.nlu.calibration import softened
from bot.nlu.features import WHOLE, features, of_word
from bot.nlu.lexicon import Lexicon
from bot.nlu.parse import Intent

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from numpy.typing import NDArray

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

    Floats: TypeAlias = NDArray[np.float32]
    Weights: TypeAlias = NDArray[np.float16] | Floats

MOST_GUESSES = 10
"""How many intents a ranking holds, as Rasa's does."""


@dataclass(frozen=True)
class Model:
    """What was learned. Calling it gives the likeliest intents of a sentence; nothing where it knows no part of it.

    `keys` tells the features by number, in order (`number_of`). `weights` has a row for each of them and a column for
    each intent, already multiplied by how rare the feature is; `squares` holds the square of that rarity, to bring a
    sentence to length 1. `strange` is the square for a part of a word that was never seen, so that a sentence of
    strange words is no certain guess. `temperature` makes confidences honest: of sentences with 0.8, about 80% are
    understood rightly. `fault` is how far that was off on sentences that were held out: the expected calibration
    error, 0 is perfect.
    """

    intents: tuple[str, ...]
    keys: NDArray[np.uint32] = field(repr=False)
    weights: Weights = field(repr=False)
    squares: Floats = field(repr=False)
    bias: Floats = field(repr=False)
    lexicon: Lexicon = field(repr=False)
    strange: float
    temperature: float = 1.0
    fault: float = 0.0

    def __call__(self, sentence: Sentence, entities: Collection[Entity]) -> tuple[Intent, ...]:
        """Give the likeliest intents, best first."""
        seen = features(sentence, {entity.entity for entity in entities}, self.lexicon)
        rows: set[int] = set()
        unknown: set[str] = set()
        for part in (self._found(seen.beside), *map(self._of_word, seen.words)):
            rows.update(part.rows)
            unknown.update(part.unknown)
        if not rows:
            return ()
        at = np.fromiter(sorted(rows), np.intp, len(rows))
        length = math.sqrt(float(self.squares[at].sum()) + self.strange * strangers(unknown))
        scores = self.weights[at].astype(np.float32).sum(axis=0) / length + self.bias
        likely = softened(scores[np.newaxis], self.temperature)[0]
        best = np.argsort(-likely)[:MOST_GUESSES]
        return tuple(map(Intent, map(self.intents.__getitem__, best.tolist()), likely[best].round(4).tolist()))

    def _of_word(self, word: str) -> _Found:
        """Look up what a word stands for; a word that the data knows only once, no word that only somebody wrote."""
        found = self._known_words.get(word)
        if found is None:
            found = self._found(of_word(word))
            if word in self.lexicon.words:
                self._known_words[word] = found
        return found

    def _found(self, parts: Iterable[str]) -> _Found:
        """Look features up."""
        rows = [(part, self._row_of.get(number_of(part))) for part in parts]
        known = tuple(row for _part, row in rows if row is not None)
        return _Found(known, tuple(part for part, row in rows if row is None))

    @cached_property
    def _row_of(self) -> Mapping[int, int]:
        """Give the row of each number."""
        return {number: row for row, number in enumerate(self.keys.tolist())}

    @cached_property
    def _known_words(self) -> dict[str, _Found]:
        """Keep what the words of the data stand for, as they are asked for."""
        return {}


@dataclass(frozen=True, slots=True, repr=False)
class _Found:
    """Where features stand in a model, and those that do not."""

    rows: tuple[int, ...]
    unknown: tuple[str, ...]


def strangers(unknown: Iterable[str]) -> int:
    """Count the parts of words among features that were never seen."""
    return sum(part[0] not in WHOLE for part in unknown)


def pack(model: Model) -> bytes:
    """Write a model as one .npz file without pickle: half precision is enough for weights, also in use."""
    told = {
        "intents": model.intents,
        "strange": model.strange,
        "temperature": model.temperature,
        "fault": model.fault,
        "words": model.lexicon.words,
        "groups": model.lexicon.groups,
    }
    file = io.BytesIO()
    np.savez_compressed(
        file,
        told=np.frombuffer(json.dumps(told).encode(), dtype=np.uint8),
        keys=model.keys,
        weights=model.weights.astype(np.float16),
        squares=model.squares,
        bias=model.bias,
    )
    return file.getvalue()


def unpack(packed: bytes) -> Model:
    """Read what `pack` wrote. Raises ValueError when it is something else, or not whole."""
    try:
        with np.load(io.BytesIO(packed), allow_pickle=False) as held:
            told = json.loads(held["told"].tobytes())
            model = Model(
                intents=tuple(told["intents"]),
                keys=held["keys"],
                weights=held["weights"],
                squares=held["squares"],
                bias=held["bias"],
                lexicon=Lexicon(told["words"], told["groups"]),
                strange=float(told["strange"]),
                temperature=float(told["temperature"]),
                fault=float(told["fault"]),
            )
    except Exception as error:  # a broken file breaks in as many ways as zip files have parts
        raise ValueError("this is no whole model") from error
    if model.weights.shape != (len(model.keys), len(model.intents)) or model.squares.shape != model.keys.shape:
        raise ValueError("the parts of this model do not fit together")
    return model
