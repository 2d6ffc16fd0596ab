"""The trained classifier: which intents a sentence most likely has. NumPy alone; how it learns is in `training.py`."""

from __future__ import annotations

import io
import json
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from bot.nlu.by_number import number_of
from bot.nlu.features import WHOLE, features
from bot.nlu.lexicon import Lexicon
from bot.nlu.parse import Intent

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from numpy.typing import NDArray

    from bot.nlu.parse import Entity
    from bot.nlu.sentence import Sentence

    Floats: TypeAlias = NDArray[np.float32]
    Weights: TypeAlias = NDArray[np.float16] | Floats

MOST_GUESSES = 10
"""How many intents a ranking holds, as Rasa's does."""


@dataclass(frozen=True, slots=True)
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
        found = tuple(features(sentence, {entity.entity for entity in entities}, self.lexicon))
        keys = np.fromiter(map(number_of, found), np.uint32, len(found))
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        known = self.keys[at] == keys
        if not known.any():
            return ()
        rows = np.sort(at[known])
        unknown = strangers(part for part, is_known in zip(found, known.tolist(), strict=True) if not is_known)
        length = math.sqrt(float(self.squares[rows].sum()) + self.strange * unknown)
        scores = self.weights[rows].astype(np.float32).sum(axis=0) / length + self.bias
        likely = np.exp((scores - scores.max()) / self.temperature)
        likely /= likely.sum()
        best = np.argsort(-likely)[:MOST_GUESSES]
        return tuple(Intent(self.intents[at], round(float(likely[at]), 4)) for at in best)


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
