"""How the classifier learns: logistic regression on the training data and on copies of it with mistakes.

This is the one place that knows scikit-learn: the running product never imports it.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from bot.nlu import noise
from bot.nlu.calibration import best_temperature, calibration_error, softened
from bot.nlu.classifier import Model, strangers
from bot.nlu.features import GROUP, WHOLE, features
from bot.nlu.lexicon import Lexicon, lexicon
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.nlu.rasa_yaml import Data, Example

    Seen = tuple[set[str], str]
    """What the classifier sees of a sentence, and its intent."""

SEED = 1815
HELD_OUT = 3
"""One in so many examples is held out to find out how much a confidence is worth."""

TYPED = 0.08
"""The share of letters that are typed badly in a copy."""

STRENGTH, ROUNDS, ENOUGH = 10.0, 200, 1e-3
SELDOM, SELDOM_PART = 3, 0.00075
"""From how many sentences on a word, a group or a value counts; and a part of a word, as a share of the sentences."""

GROUPS_WEIGH = 2.5
"""How much heavier than a word a group weighs: what somebody means says more than how they say it."""


def train(
    data: Data,
    values: Callable[[Sentence], Iterable[str]],
    told: Callable[[float], None] = lambda _share: None,
) -> Model:
    """Learn from the data; `values` names the entities that the readers find in a sentence.

    The same data always gives the same model. `told` hears which share of the work is done (0 to 1).
    """
    told(0.0)
    known = lexicon((example.text for example in data.examples), data.lookups)
    seen = [_seen(example, at, values, known) for at, example in enumerate(data.examples)]
    with threadpool_limits(1):  # more threads only wait for each other here
        temperature, fault = _calibrated(seen, known, told)
        model = _fit([each for copies in seen for each in copies], known)
    told(1.0)
    return replace(model, temperature=temperature, fault=fault)


def _seen(
    example: Example, at: int, values: Callable[[Sentence], Iterable[str]], known: Lexicon
) -> list[tuple[set[str], str]]:
    """Read an example as it stands, and as people would write it: typed badly, and by ear or with spaces left out."""
    random = Random(SEED + at)  # noqa: S311 - mistakes have to be the same ones every time
    typed = noise.misspelt(example.text, random, TYPED)
    other = noise.by_ear(example.text, random) if at % 2 else noise.unspaced(typed, random)
    sentences = map(Sentence.of, (example.text, typed, other))
    return [(features(sentence, values(sentence), known), example.intent) for sentence in sentences]


def _calibrated(seen: Sequence[Sequence[Seen]], known: Lexicon, told: Callable[[float], None]) -> tuple[float, float]:
    """Find the temperature, and how far confidences are off, on a third of the sentences that is held out."""
    dealt: Counter[str] = Counter()
    kept: list[Seen] = []
    unseen: list[Seen] = []
    for copies in seen:  # the examples of an intent are dealt out like cards
        intent = copies[0][1]
        (unseen if dealt[intent] % HELD_OUT == 0 else kept).extend(copies[:2])
        dealt[intent] += 1
    told(0.2)
    model = _fit(kept, known)
    told(0.5)
    scores = _scores(model, [parts for parts, _intent in unseen])
    right = np.array([model.intents.index(intent) for _parts, intent in unseen])
    temperature = best_temperature(scores, right)
    chances = softened(scores, temperature)
    return temperature, calibration_error(chances.max(axis=1), chances.argmax(axis=1) == right)


def _fit(sentences: Sequence[Seen], known: Lexicon) -> Model:
    """Learn the weights."""
    counted = Counter(part for parts, _intent in sentences for part in parts)
    part = max(SELDOM, round(len(sentences) * SELDOM_PART))
    names = sorted(name for name, count in counted.items() if count >= (SELDOM if name[0] in WHOLE else part))
    index = {name: at for at, name in enumerate(names)}
    rarity = np.log((1 + len(sentences)) / (1 + np.array([counted[name] for name in names]))) + 1
    rarity *= np.array([GROUPS_WEIGH if name[0] == GROUP else 1.0 for name in names])
    strange = (math.log(1 + len(sentences)) + 1) ** 2
    matrix = _matrix([parts for parts, _intent in sentences], index, rarity, strange)
    learner = LogisticRegression(C=STRENGTH, max_iter=ROUNDS, tol=ENOUGH)
    learner.fit(matrix, [intent for _parts, intent in sentences])
    return Model(
        intents=tuple(str(name) for name in learner.classes_),
        index=index,
        weights=(learner.coef_.T * rarity[:, None]).astype(np.float32),
        squares=(rarity**2).astype(np.float32),
        bias=learner.intercept_.astype(np.float32),
        lexicon=known,
        strange=strange,
    )


def _matrix(
    sentences: Sequence[set[str]], index: Mapping[str, int], rarity: NDArray[np.float64], strange: float
) -> csr_matrix:
    """Make a row of each sentence: its known parts, the rarer the heavier; with the unknown ones it has length 1."""
    rows = [sorted(index[part] for part in parts if part in index) for parts in sentences]
    values = [
        rarity[row] / np.sqrt((rarity[row] ** 2).sum() + strange * strangers(parts, index))
        for row, parts in zip(rows, sentences, strict=True)
        if row
    ]
    ends = [0, *accumulate(len(row) for row in rows)]
    columns = np.array([column for row in rows for column in row], dtype=np.int32)
    data = np.concatenate(values).astype(np.float32) if values else np.zeros(0, dtype=np.float32)
    return csr_matrix((data, columns, ends), shape=(len(rows), len(index)))


def _scores(model: Model, sentences: Sequence[set[str]]) -> NDArray[np.float32]:
    """Give the scores of sentences, a row for each, as the model in use computes them."""
    rarity = np.sqrt(model.squares.astype(np.float64))
    scores: NDArray[np.float32] = (
        _matrix(sentences, model.index, rarity, model.strange) @ (model.weights / rarity[:, None]) + model.bias
    )
    return scores
