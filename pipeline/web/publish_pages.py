"""Publishing what was decided: a run that somebody asks for, and how far it is."""

from __future__ import annotations

from typing import Final

from pipeline.jobs import own_aliases
from pipeline.web.site import Answer, Visit, go, page

_WAIT: Final = 2  # seconds until a page looks again how far the run is


def publish_page(visit: Visit) -> Answer:
    """Show what is not published yet, or how far a run is, or what it did."""
    latest = visit.site.publication.latest
    answer = page(
        visit,
        "publish.html",
        latest=latest,
        summary=latest.summary if latest else None,
        waiting=len(visit.desk.queue()),
        unpublished=visit.desk.unpublished,
        agreed=not own_aliases.applied(visit.desk.corpus, visit.desk.out),
        ended=visit.desk.latest(),
    )
    if latest is not None and not latest.ended:
        answer.response.headers["Refresh"] = str(_WAIT)
    return answer


def publish(visit: Visit) -> Answer:
    """Begin a run, and lead to the page that tells how far it is; one that is at work goes on."""
    visit.site.publication.start(visit.name)
    return go(visit, "/publish")
