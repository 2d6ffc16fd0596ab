"""How much a confidence is worth: the temperature that makes it honest, and how far it is off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

BINS = 10
_COLDEST, _HOTTEST, _STEPS = 0.25, 4.0, 97


def softened(scores: NDArray[np.float32], temperature: float) -> NDArray[np.float64]:
    """Make chances of scores, a row for each sentence: the higher the temperature, the closer together."""
    raised = np.exp((scores - scores.max(axis=1, keepdims=True)).astype(np.float64) / temperature)
    chances: NDArray[np.float64] = raised / raised.sum(axis=1, keepdims=True)
    return chances


def best_temperature(scores: NDArray[np.float32], right: NDArray[np.int64]) -> float:
    """Find the temperature under which the right columns of held-out sentences are likeliest."""
    rows = np.arange(len(right))
    tried = np.geomspace(_COLDEST, _HOTTEST, _STEPS)
    losses = [-np.log(softened(scores, each)[rows, right] + 1e-12).mean() for each in tried]
    return round(float(tried[int(np.argmin(losses))]), 4)


def calibration_error(confidences: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """Give how far confidence and share of right guesses lie apart on average, over ten bins: 0 is perfect."""
    bins = np.minimum((confidences * BINS).astype(int), BINS - 1)
    gaps = [abs(confidences[bins == each].sum() - right[bins == each].sum()) for each in range(BINS)]
    return round(float(sum(gaps) / len(confidences)), 4)
