"""The trained classifier: which intents a sentence most likely has. NumPy alone; how it learns is in `training.py`."""

from __future__ import annotations

import io
import json
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from bot.nlu.features import WHOLE, features
from bot.nlu.lexicon import Lexicon
from bot.nlu.parse import Intent

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

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

    `weights` has a row for each feature and a column for each intent, already multiplied by how rare the feature is;
    `squares` holds the square of that rarity, to bring a sentence to length 1. `strange` is the square for a part of a
    word that was never seen, so that a sentence of strange words is no certain guess. `temperature` makes confidences
    honest: of sentences with 0.8, about 80% are understood rightly. `fault` is how far that was off on sentences that
    were held out: the expected calibration error, 0 is perfect.
    """

    intents: tuple[str, ...]
    index: Mapping[str, int] = field(repr=False)
    weights: Weights = field(repr=False)
    squares: Floats = field(repr=False)
    bias: Floats = field(repr=False)
    lexicon: Lexicon = field(repr=False)
    strange: float
    temperature: float = 1.0
    fault: float = 0.0

    def __call__(self, sentence: Sentence, entities: Collection[Entity]) -> tuple[Intent, ...]:
        """Give the likeliest intents, best first."""
        index = self.index
        found = features(sentence, {entity.entity for entity in entities}, self.lexicon)
        rows = [index[part] for part in found if part in index]
        if not rows:
            return ()
        length = math.sqrt(float(self.squares[rows].sum()) + self.strange * strangers(found, index))
        scores = self.weights[rows].astype(np.float32).sum(axis=0) / length + self.bias
        likely = np.exp((scores - scores.max()) / self.temperature)
        likely /= likely.sum()
        best = np.argsort(-likely)[:MOST_GUESSES]
        return tuple(Intent(self.intents[at], round(float(likely[at]), 4)) for at in best)


def strangers(found: Collection[str], index: Mapping[str, int]) -> int:
    """Count the parts of words that were never seen."""
    return sum(part not in index and part[0] not in WHOLE for part in found)


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
    names = sorted(model.index, key=model.index.__getitem__)
    file = io.BytesIO()
    np.savez_compressed(
        file,
        told=np.frombuffer(json.dumps(told).encode(), dtype=np.uint8),
        names=np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
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
            names = held["names"].tobytes().decode().split("\n")
            model = Model(
                intents=tuple(told["intents"]),
                index={name: at for at, name in enumerate(names)},
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
    if model.weights.shape != (len(names), len(model.intents)) or model.squares.shape != (len(names),):
        raise ValueError("the parts of this model do not fit together")
    return model
