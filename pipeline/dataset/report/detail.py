"""How much of the dataset the report tells, so that it stays under its size whatever the dataset's.

Values are always there as far as they fit; the words behind them are first shortened, then left to the CSV files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pipeline.dataset.tables.columns import public
from pipeline.dataset.visible import trimmed, visible

BUDGET: Final = 980_000
"""Bytes of the whole page at most."""
LISTED_QUOTE: Final = 90
"""A contradiction or a change is never shown without this many characters of its words."""
NAME: Final = 120
"""Characters of a file's name or an issuer's that are shown at most."""
VALUE: Final = 200
"""Characters of any other value that are shown at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One degree of detail.

    ``quote`` is the most characters of a quote, ``sources`` how many documents are quoted for a value;
    ``dimensions`` and ``indicators`` tell whether values of these are quoted at all, ``quoted`` of how many
    editions scores are. ``listed`` bounds each of the lists: contradictions, changes, warnings. ``editions`` is of
    how many editions dimension scores and indicators are told, ``scored`` of how many scores are. Those with the
    most values count; None for all.
    """

    quote: int
    sources: int
    listed: int
    dimensions: bool = True
    indicators: bool = True
    quoted: int | None = None
    editions: int | None = None
    scored: int | None = None


DETAILS: Final = (
    Detail(quote=400, sources=4, listed=400),
    Detail(quote=280, sources=3, listed=250),
    Detail(quote=200, sources=2, listed=200),
    Detail(quote=160, sources=1, listed=200),
    Detail(quote=160, sources=2, listed=150, indicators=False),
    Detail(quote=160, sources=1, listed=100, indicators=False, dimensions=False),
    Detail(quote=90, sources=1, listed=100, indicators=False, dimensions=False),
    Detail(quote=90, sources=1, listed=60, indicators=False, dimensions=False, quoted=2),
    Detail(quote=0, sources=0, listed=60, indicators=False, dimensions=False),
    Detail(quote=0, sources=0, listed=40, indicators=False, dimensions=False, editions=4),
    Detail(quote=0, sources=0, listed=25, indicators=False, dimensions=False, editions=0),
    Detail(quote=0, sources=0, listed=25, indicators=False, dimensions=False, editions=0, scored=7),
)
"""Degrees of detail, the richest first. The poorest fits for every dataset that the reference tables allow."""


def quoted(words: str, most: int) -> str:
    """Return words of a document as the report shows them: personal numbers masked, on one line, shortened."""
    return trimmed(visible(public(words[: 4 * most + 64]) or ""), most)


def named(name: str) -> str:
    """Return the name of a file or an issuer as the report shows it."""
    return trimmed(visible(name), NAME)


def valued(value: object) -> str:
    """Return any other value as the report shows it."""
    return trimmed(visible(public(str(value)) or ""), VALUE)
