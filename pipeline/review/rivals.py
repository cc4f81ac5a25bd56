"""Which findings about one value say otherwise, so that whoever believes one has to reject the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from pipeline.dataset.settle import is_rounding
from pipeline.model import Finding

_OTHERWISE: Final[Mapping[str, Callable[[Finding, Finding], bool]]] = {
    "score": lambda one, other: _scores_differ(one, other),
    "category": lambda one, other: bool(one.category and other.category) and one.category != other.category,
    "n": lambda one, other: one.n is not None and other.n is not None and one.n != other.n,
    "status": lambda one, other: (
        bool(one.status and other.status) and (one.status == "denied") != (other.status == "denied")
    ),
}


def disputed(one: Finding, other: Finding) -> tuple[str, ...]:
    """Return the fields in which two findings about the same value contradict each other, none where they agree.

    A score is not contradicted by the same rounded, an event not by one that is possible: only by its denial.
    """
    return tuple(name for name, otherwise in _OTHERWISE.items() if otherwise(one, other))


def _scores_differ(one: Finding, other: Finding) -> bool:
    if one.score is None or other.score is None or one.score == other.score:
        return False
    return not (is_rounding(one.score, other.score) or is_rounding(other.score, one.score))
