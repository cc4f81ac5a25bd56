"""What a finding states, and how sure it is: names and numbers of the data, the same in every language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from pipeline.model import FindingType

_PARTS: Final[Mapping[FindingType, tuple[str, ...]]] = {
    "score": ("score", "category", "rank"),
    "category": ("category", "rank"),
    "dimension_score": ("dimension", "score", "category", "rank"),
    "indicator": ("indicator", "label", "count", "unit"),
    "tally": ("n", "category", "level"),
    "mitigation": ("label",),
}
_SIGNS: Final = {"rank": "#", "indicator": "no. "}


def in_words(kind: FindingType, value: Callable[[str], object]) -> str:
    """Say what a finding of a type states; ``value`` gives what it says of a field, None for nothing.

    >>> in_words("tally", {"n": 85, "category": "tinggi", "level": "regency_city"}.get)
    '85 tinggi regency_city'
    >>> in_words("indicator", {"indicator": 54, "label": "politik uang", "status": "denied"}.get)
    'no. 54 politik uang denied'
    """
    said = [f"{_SIGNS.get(name, '')}{found}" for name in _PARTS[kind] if (found := value(name)) is not None]
    status = value("status") if kind == "indicator" else None
    return " ".join((*said, *([str(status)] if status not in {None, "reported"} else ())))


def whole_percent(share: float) -> int:
    """Return a share from 0 to 1 in percent, rounded down, so that nothing is surer than it is.

    >>> whole_percent(0.996), whole_percent(0.886), whole_percent(0.58), whole_percent(1.0)
    (99, 88, 58, 100)
    """
    return int(share * 100 + 1e-9)  # 0.58 * 100 is 57.99... to a machine
