"""Which findings about one value say otherwise, so that whoever believes one has to reject the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from pipeline.dataset.settle import is_rounding
from pipeline.model import Finding


def disputed(one: Finding, other: Finding) -> tuple[str, ...]:
    """Return the fields in which two findings about the same value contradict each other, none where they agree.

    A score is not contradicted by the same rounded, an event not by one that is possible: only by its denial.
    """
    return tuple(name for name, otherwise in _OTHERWISE.items() if otherwise(one, other))


def _scores_differ(one: Finding, other: Finding) -> bool:
    if one.score is None or other.score is None or one.score == other.score:
        return False
    return not (is_rounding(one.score, other.score) or is_rounding(other.score, one.score))


def _categories_differ(one: Finding, other: Finding) -> bool:
    return one.category is not None and other.category is not None and one.category != other.category


def _numbers_differ(one: Finding, other: Finding) -> bool:
    return one.n is not None and other.n is not None and one.n != other.n


def _one_denies(one: Finding, other: Finding) -> bool:
    stated = one.status is not None and other.status is not None
    return stated and (one.status == "denied") != (other.status == "denied")


_OTHERWISE: Final[Mapping[str, Callable[[Finding, Finding], bool]]] = {
    "score": _scores_differ,
    "category": _categories_differ,
    "n": _numbers_differ,
    "status": _one_denies,
}
