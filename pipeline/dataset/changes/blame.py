"""Why findings changed: what a document says, input by input, and the last step that changed each finding."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.account import Said
from pipeline.dataset.changes.compared import Cause


def blamed(document: str, published: Said, links: Iterable[tuple[Cause, Said]]) -> dict[str, Cause]:
    """Return the cause of each finding that changed, by id, and under ``document`` that of the document itself.

    ``published`` is what was said first; each link is a cause and what is said once that has changed too. The
    cause of a finding is the link that brought it to what it says last.
    """
    found: dict[str, Cause] = {}
    before = published
    for cause, now in links:
        for one in before.findings.keys() | now.findings.keys():
            if before.findings.get(one) != now.findings.get(one):
                found[one] = cause
        if before.about != now.about:
            found[document] = cause
        before = now
    return _lasting(found, document, published, before)


def _lasting(found: dict[str, Cause], document: str, first: Said, last: Said) -> dict[str, Cause]:
    """Leave out what came back to where it was."""
    return {
        one: cause
        for one, cause in found.items()
        if (first.about != last.about if one == document else first.findings.get(one) != last.findings.get(one))
    }
