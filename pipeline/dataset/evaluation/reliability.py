"""Whether findings are right as often as their confidence says."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.dataset.evaluation.evaluate import Evaluation

_EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 1.0)
_Z = 1.959964  # 95 in 100 of a normal distribution lie within


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceBin:
    """Predicted facts with a confidence of at least ``low`` and below ``high`` (1.0 belongs to the last bin)."""

    low: float
    high: float
    n: int
    right: int
    mean: float

    @property
    def accuracy(self) -> float | None:
        """Share that is right with its edition, 0 to 1; None for an empty bin."""
        return self.right / self.n if self.n else None

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies, 95 times in 100, if each fact were a chance of its own (see ``wilson``)."""
        return wilson(self.right, self.n)


def wilson(right: float, n: float) -> tuple[float, float]:
    """Return Wilson's interval of a share, 0 to 1, at 95 in 100; of nothing, everything is possible.

    Facts of one document tend to be right or wrong together, so that the truth is wider still.

    >>> [round(bound, 3) for bound in wilson(99, 100)]
    [0.946, 0.998]
    >>> wilson(0, 0)
    (0.0, 1.0)
    """
    if not n:
        return 0.0, 1.0
    share, z2 = right / n, _Z * _Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z / (1 + z2 / n) * math.sqrt(max(share * (1 - share), 0.0) / n + z2 / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def reliability(evaluation: Evaluation) -> tuple[ConfidenceBin, ...]:
    """Accuracy by confidence, in nine bins that narrow towards 1. Facts without a confidence are left out."""
    pairs = [
        (one.fact.confidence, one.verdict == "exact")
        for document in evaluation.documents.values()
        for one in document.judged
        if one.fact.confidence is not None and one.verdict != "optional"
    ]
    bins = []
    for low, high in pairwise(_EDGES):
        inside = [pair for pair in pairs if low <= pair[0] < high or pair[0] == high == _EDGES[-1]]
        mean = math.fsum(confidence for confidence, _ in inside) / len(inside) if inside else 0.0
        right = sum(exact for _, exact in inside)
        bins.append(ConfidenceBin(low=low, high=high, n=len(inside), right=right, mean=mean))
    return tuple(bins)


def calibration_error(bins: tuple[ConfidenceBin, ...]) -> float | None:
    """Return the expected calibration error, 0 to 1: by how much confidence misses accuracy, bin by bin.

    Bins weigh as many facts as they hold; None where there are no facts.
    """
    n = sum(one.n for one in bins)
    return math.fsum(abs(one.right - one.mean * one.n) for one in bins) / n if n else None
