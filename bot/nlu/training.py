"""How the classifier learns: logistic regression on the training data and on copies of it with mistakes.

This is the one place that knows scikit-learn: the running product never imports it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bot.nlu import noise
from bot.nlu.classifier import Model
from bot.nlu.features import features
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.nlu.classifier import Floats
    from bot.nlu.rasa_yaml import Example

    Parts = tuple[set[str], str]
    """What the classifier sees of a sentence, and its intent."""

SEED = 1815
COPIES = 3
FOLDS = 3
STRENGTH, ROUNDS, ENOUGH = 20.0, 80, 1e-3
SELDOM = 2
"""A part of a sentence counts from this many sentences on."""
BINS = 10


def train(
    examples: Sequence[Example],
    values: Callable[[Sentence], Iterable[str]],
    told: Callable[[float], None] = lambda _share: None,
) -> Model:
    """Learn from examples; `values` names the entities that the readers find in a sentence.

    The same examples always give the same model. `told` hears which share of the work is done (0 to 1).
    """
    clean = [(_parts(example.text, values), example.intent) for example in examples]
    noisy = [
        [(_parts(text, values), example.intent) for text in _copies(example, at)] for at, example in enumerate(examples)
    ]
    place: Counter[str] = Counter()
    fold_of = []
    for example in examples:  # the examples of an intent are dealt out like cards
        fold_of.append(place[example.intent] % FOLDS)
        place[example.intent] += 1
    scores, right = [], []
    for fold in range(FOLDS):
        told(fold / (FOLDS + 1))
        kept = [at for at, other in enumerate(fold_of) if other != fold]
        model = _fit([clean[at] for at in kept] + [noisy[at][0] for at in kept])
        held_out = [at for at, other in enumerate(fold_of) if other == fold]
        unseen = [clean[at] for at in held_out] + [noisy[at][0] for at in held_out]
        scores.append(_scores(model, [parts for parts, _intent in unseen]))
        right += [model.intents.index(intent) for _parts_, intent in unseen]
    told(FOLDS / (FOLDS + 1))
    every = np.concatenate(scores)
    temperature = _temperature(every, np.array(right))
    model = _fit(clean + [each for copies in noisy for each in copies])
    told(1.0)
    fault = calibration_error(*_confidences(every, np.array(right), temperature))
    return replace(model, temperature=temperature, fault=round(fault, 4))


def calibration_error(confidences: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """Give how far confidence and share of right guesses lie apart on average, over ten bins (0 is perfect)."""
    bins = np.minimum((confidences * BINS).astype(int), BINS - 1)
    gaps = [abs(confidences[bins == each].sum() - right[bins == each].sum()) for each in range(BINS)]
    return float(sum(gaps) / len(confidences))


def _copies(example: Example, at: int) -> list[str]:
    """Write an example as people would: with typing mistakes, by ear, and with spaces left out."""
    random = Random(SEED + at)  # noqa: S311 - mistakes have to be the same ones every time
    typed = noise.misspelt(example.text, random, 0.08)
    heard = noise.by_ear(example.text, random)
    hurried = noise.unspaced(noise.misspelt(example.text, random, 0.04), random)
    return [typed, heard, hurried][:COPIES]


def _parts(text: str, values: Callable[[Sentence], Iterable[str]]) -> set[str]:
    sentence = Sentence.of(text)
    return features(sentence, values(sentence))


def _fit(sentences: Sequence[Parts]) -> Model:
    """Learn the weights."""
    counted = Counter(part for parts, _intent in sentences for part in parts)
    names = sorted(part for part, count in counted.items() if count >= SELDOM)
    index = {name: at for at, name in enumerate(names)}
    rarity = np.log((1 + len(sentences)) / (1 + np.array([counted[name] for name in names]))) + 1
    matrix = _matrix([parts for parts, _intent in sentences], index, rarity)
    learner = LogisticRegression(C=STRENGTH, max_iter=ROUNDS, tol=ENOUGH)
    learner.fit(matrix, [intent for _parts_, intent in sentences])
    return Model(
        intents=tuple(str(name) for name in learner.classes_),
        index=index,
        weights=(learner.coef_.T * rarity[:, None]).astype(np.float32),
        squares=(rarity**2).astype(np.float32),
        bias=learner.intercept_.astype(np.float32),
    )


def _matrix(sentences: Sequence[set[str]], index: Mapping[str, int], rarity: NDArray[np.float64]) -> csr_matrix:
    """Make a row of each sentence: its known parts, the rarer the heavier, all of it of length 1."""
    rows = [sorted(index[part] for part in parts if part in index) for parts in sentences]
    values = [rarity[row] / np.sqrt((rarity[row] ** 2).sum()) for row in rows if row]
    ends = [0, *accumulate(len(row) for row in rows)]
    columns = np.array([column for row in rows for column in row], dtype=np.int32)
    data = np.concatenate(values).astype(np.float32) if values else np.zeros(0, dtype=np.float32)
    return csr_matrix((data, columns, ends), shape=(len(rows), len(index)))


def _scores(model: Model, sentences: Sequence[set[str]]) -> Floats:
    """Give the scores of sentences, one row each, as the model in use computes them."""
    rarity = np.sqrt(model.squares.astype(np.float64))
    scores: Floats = _matrix(sentences, model.index, rarity) @ (model.weights / rarity[:, None]) + model.bias
    return scores


def _confidences(
    scores: Floats, right: NDArray[np.int64], temperature: float
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Give the confidence of the best guess for each sentence, and whether it was right."""
    likely = _softmax(scores, temperature)
    return likely.max(axis=1), likely.argmax(axis=1) == right


def _softmax(scores: Floats, temperature: float) -> NDArray[np.float64]:
    raised = np.exp((scores - scores.max(axis=1, keepdims=True)).astype(np.float64) / temperature)
    softened: NDArray[np.float64] = raised / raised.sum(axis=1, keepdims=True)
    return softened


def _temperature(scores: Floats, right: NDArray[np.int64]) -> float:
    """Find the temperature under which the right intents of held-out sentences are likeliest."""
    rows = np.arange(len(right))
    tried = np.geomspace(0.25, 4, 97)
    losses = [-np.log(_softmax(scores, each)[rows, right] + 1e-12).mean() for each in tried]
    return round(float(tried[int(np.argmin(losses))]), 4)
