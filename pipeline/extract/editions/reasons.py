"""Votes for an edition and their reasons: which there are, and what each kind of them tells about a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """A reason for an edition, in the words in which a person reads it."""

    NAMES_INDEX = "names the index"
    NAMES_NO_YEAR = "names an index without its year"
    NAMES_ELECTION = "names the election"
    DRAWS_ON = "draws on the elections before it"
    MAP_OF_ITS_TIME = "speaks of a map at the time of the mapping"
    THEME = "ranks by its theme"
    YEAR = "is for a year that the text names"
    OTHER_ROUND = "is the other round"
    """Of the first round of an index, or its update, that is kept beside the one that is meant."""

    LAUNCH_DAY = "gives the day of its launch"
    LAUNCH_DAY_MISDATED = "gives the day of its launch with another year"
    LAUNCH_MONTH = "gives the month of its launch"
    LAUNCH_YEAR = "gives the year of its launch"
    AFTER_LAUNCH = "reports an event just after its launch"
    VOTE_DAY = "gives the day of its vote"
    TERM = "names the term that is voted for"
    LATEST_AT_THE_TIME = "is the latest at the time"
    CURRENT_PERHAPS = "was current when the text may have been written"
    LATEST = "is the latest of its kind"

    FACTS = "states facts of its instrument"
    TALLIES = "states its tallies"
    BOUNDS = "states its bounds"
    MEAN = "states its national mean"
    KNOWN_SCORES = "states scores that are known to be its own"
    DIMENSIONS = "names dimensions of its own"
    SIGNS = "describes its instrument"
    SIZE = "has scores of this size"

    STATIONS = "counts polling stations"
    STATIONS_UNLISTED = "counts polling stations of a vote that is not on record"


_LAUNCHES = frozenset({Reason.LAUNCH_DAY, Reason.LAUNCH_DAY_MISDATED, Reason.LAUNCH_MONTH, Reason.LAUNCH_YEAR})
_FIGURES = frozenset({Reason.FACTS, Reason.TALLIES, Reason.BOUNDS, Reason.MEAN, Reason.KNOWN_SCORES})
RELEASED = _LAUNCHES | _FIGURES
"""Of a text that gives the launch of an edition, or figures that are its own."""
INSTRUMENT = RELEASED | {
    Reason.NAMES_INDEX,
    Reason.NAMES_NO_YEAR,
    Reason.DIMENSIONS,
    Reason.SIGNS,
    Reason.THEME,
    Reason.STATIONS,
    Reason.STATIONS_UNLISTED,
}
"""Of a text that speaks of an index or a mapping, not only of its election ("dalam Pemilu 2024")."""
OF_ONE_ROUND = RELEASED | {Reason.VOTE_DAY}
"""Telling a round of an index from the other: figures and days, not what they share or the time."""
NAMED = _LAUNCHES | {Reason.NAMES_INDEX, Reason.VOTE_DAY}
"""Of a text that names an edition, or a day of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A vote for an edition. All votes of one reason for one edition count for ``cap`` at most."""

    id: str
    weight: float
    why: Reason
    cap: float = 6.0


def sum_of(kind: frozenset[Reason], reasons: Mapping[Reason, float]) -> float:
    """Add up the weight of the reasons of one kind."""
    return sum(weight for why, weight in reasons.items() if why in kind)
