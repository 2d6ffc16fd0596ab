"""How the classifier learns: logistic regression on the training data and on copies of it with mistakes.

This is the one place that knows scikit-learn: the running product never imports it.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import cache
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from bot.nlu import noise
from bot.nlu.by_number import number_of
from bot.nlu.calibration import best_temperature, calibration_error, softened
from bot.nlu.classifier import Model, strangers
from bot.nlu.features import GROUP, WHOLE, features, of_word
from bot.nlu.lexicon import Lexicon, lexicon
from bot.nlu.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from bot.nlu.rasa_yaml import Data, Example

    Seen = tuple[frozenset[str], str]
    """What the classifier sees of a sentence, and its intent."""

SEED = 1815
"""In which order SAGA takes the sentences: the same data has to give the same weights."""

HELD_OUT = 3
"""One in so many examples is held out to find out how much a confidence is worth."""

COPIES, HEARD = 3, 2
"""In how many ways an example is read, and how many of these tell what a confidence is worth: not the third one."""

TYPED = 0.08
"""The share of letters that are typed badly in a copy."""

STRENGTH, ROUNDS, ENOUGH = 10.0, 200, 0.03
"""How freely it learns, and when it stops: when a round changes the weights by no more than this share of the greatest.

SAGA comes there in some seven rounds. L-BFGS needs 50 to understand as much, four times as long.
"""

BY_EAR = 0.5
"""The share of the third copies that are written by ear; the others leave out a space or a word."""

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
    of = cache(of_word)
    seen = [_seen(example, values, known, of) for example in data.examples]
    told(0.3)
    with threadpool_limits(1):  # more threads only wait for each other here
        model = _learned(seen, known, told)
    told(1.0)
    return model


def _seen(
    example: Example,
    values: Callable[[Sentence], Iterable[str]],
    known: Lexicon,
    of: Callable[[str], list[str]],
) -> list[Seen]:
    """Read an example as it stands, and as people would write it: typed badly, and by ear or with spaces left out.

    In use words are put right before values are read, so that a copy holds what the example holds.
    """
    random = Random(example.text)  # noqa: S311 - the same mistakes every time, whatever examples stand around it
    typed = noise.misspelt(example.text, random, TYPED)
    other = noise.by_ear(example.text, random) if random.random() < BY_EAR else noise.unspaced(typed, random)
    held = list(values(Sentence.of(example.text)))
    each = (features(Sentence.of(text), held, known) for text in (example.text, typed, other))
    return [(seen.all(of), example.intent) for seen in each]


def _held_out(seen: Sequence[Sequence[Seen]]) -> NDArray[np.bool_]:
    """Say of each example whether it is held out: those of an intent are dealt out like cards."""
    dealt: Counter[str] = Counter()
    out = []
    for copies in seen:
        intent = copies[0][1]
        out.append(dealt[intent] % HELD_OUT == 0)
        dealt[intent] += 1
    return np.array(out)


def _learned(seen: Sequence[Sequence[Seen]], known: Lexicon, told: Callable[[float], None]) -> Model:
    """Learn the weights: first without the examples that are held out, to see how much a confidence is worth, then all.

    The second time goes on from the first.
    """
    sentences = [each for copies in seen for each in copies]
    names, rarity = _counted([parts for parts, _intent in sentences])
    index = {name: at for at, name in enumerate(names)}
    strange = (math.log(1 + len(sentences)) + 1) ** 2
    matrix = _matrix([parts for parts, _intent in sentences], index, rarity, strange)
    intents = np.array([intent for _parts, intent in sentences])
    out = np.repeat(_held_out(seen), [len(copies) for copies in seen])
    learner = LogisticRegression(
        C=STRENGTH, solver="saga", max_iter=ROUNDS, tol=ENOUGH, warm_start=True, random_state=SEED
    )
    learner.fit(matrix[~out], intents[~out])
    told(0.7)
    heard = np.flatnonzero(out)[np.arange(out.sum()) % COPIES < HEARD]
    scores = learner.decision_function(matrix[heard]).astype(np.float32)
    right = np.searchsorted(learner.classes_, intents[heard])
    temperature = best_temperature(scores, right)
    chances = softened(scores, temperature)
    learner.fit(matrix, intents)
    return Model(
        intents=tuple(str(name) for name in learner.classes_),
        keys=np.array([number_of(name) for name in names], dtype=np.uint32),
        weights=(learner.coef_.T * rarity[:, None]).astype(np.float32),
        squares=(rarity**2).astype(np.float32),
        bias=learner.intercept_.astype(np.float32),
        lexicon=known,
        strange=strange,
        temperature=temperature,
        fault=calibration_error(chances.max(axis=1), chances.argmax(axis=1) == right),
    )


def _counted(sentences: Sequence[frozenset[str]]) -> tuple[list[str], NDArray[np.float64]]:
    """Give the parts that are usual enough to learn from, by number, and how rare each is."""
    counted = Counter(part for parts in sentences for part in parts)
    part = max(SELDOM, round(len(sentences) * SELDOM_PART))
    usual = (name for name, count in counted.items() if count >= (SELDOM if name[0] in WHOLE else part))
    names = sorted(usual, key=number_of)
    rarity = np.log((1 + len(sentences)) / (1 + np.array([counted[name] for name in names]))) + 1
    return names, rarity * np.array([GROUPS_WEIGH if name[0] == GROUP else 1.0 for name in names])


def _matrix(
    sentences: Sequence[frozenset[str]], index: Mapping[str, int], rarity: NDArray[np.float64], strange: float
) -> csr_matrix:
    """Make a row of each sentence: its known parts, the rarer the heavier; with the unknown ones it has length 1."""
    rows = [sorted(index[part] for part in parts if part in index) for parts in sentences]
    unknown = [strangers(part for part in parts if part not in index) for parts in sentences]
    columns = np.array([column for row in rows for column in row], dtype=np.int32)
    ends = [0, *accumulate(map(len, rows))]
    matrix = csr_matrix((rarity[columns], columns, ends), shape=(len(rows), len(index)))
    lengths = np.sqrt(matrix.power(2).sum(axis=1).A1 + strange * np.array(unknown))
    matrix.data /= np.repeat(lengths, np.diff(ends))
    return matrix.astype(np.float32)
