"""Reading names of regions: the pipeline that marks them, and what a phrase alone may mean."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.extract.regions.names import Context, gazetteer
from pipeline.extract.words.language import Reader
from pipeline.model import Candidate

if TYPE_CHECKING:
    from pipeline.reference import Reference


@cache
def name_reader(reference: Reference) -> Reader:
    """Return the pipeline that knows all names of regions, built once."""
    return Reader(gazetteer(reference).names)


def suggest_regions(text: str, reference: Reference) -> tuple[Candidate, ...]:
    """List the regions that a phrase may mean, best first: score 100 for one that the prefix or name decides.

    Used by ``ikp match``; an empty tuple says that no region bears such a name.
    """
    places = gazetteer(reference)
    passage = name_reader(reference).read(text.title() if text.islower() else text)
    found: dict[str, float] = {}
    for mention in places.mentions(passage):
        resolved = places.resolve(mention, Context())
        for code in resolved.candidates:
            found[code] = 100.0 if code == resolved.code else 100.0 / len(resolved.candidates)
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Candidate(value=code, score=round(score, 1)) for code, score in ordered)
