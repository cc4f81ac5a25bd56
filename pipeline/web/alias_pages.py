"""What a phrase means in every document: asked for, shown with all that it would change, then agreed to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from pipeline.dataset.changes.grouped import grouped
from pipeline.errors import IkpError
from pipeline.jobs.proposals import Look
from pipeline.reference import ProjectAlias
from pipeline.review.queue import QueueItem
from pipeline.web.session import equal, ticket
from pipeline.web.show import region_code
from pipeline.web.site import Answer, Visit, address, go, item_path, page

SHOWN: Final = 40
"""Groups of differences that a preview shows."""
_WAIT: Final = 2  # seconds until a page looks again how far the preview is
_LONGEST: Final = 200  # characters of a phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A phrase of a document and what it is to mean; ``key`` is the item at which it was asked."""

    kind: Literal["indicator", "region"]
    phrase: str
    means: str
    key: str = ""


def alias_asked(item: QueueItem) -> Asked | None:
    """Return what an item's page proposes to say of its phrase, None where there is nothing to say."""
    machine = item.item.machine
    if item.kind == "orphan" or machine.type == "mitigation":
        return None
    if machine.type != "indicator":
        return Asked(kind="region", phrase="", means=item.item.shown.region_code or "", key=item.key)
    shown = item.item.shown.indicator
    return Asked(
        kind="indicator", phrase=(machine.label or machine.raw)[:_LONGEST], means=str(shown or ""), key=item.key
    )


def _asked(visit: Visit) -> Asked:
    said = visit.form or visit.query
    kind: Literal["indicator", "region"] = "region" if said.get("kind") == "region" else "indicator"
    means = said.get("means", "").strip()
    means = region_code(visit.desk.reference, means) if kind == "region" else means.partition(" ")[0]
    phrase = " ".join(said.get("phrase", "").split())[:_LONGEST]
    return Asked(kind=kind, phrase=phrase, means=means, key=said.get("item", ""))


def _alias(visit: Visit, asked: Asked) -> ProjectAlias:
    item = visit.desk.item(asked.key) if asked.key else None
    return ProjectAlias(
        kind=asked.kind,
        phrase=asked.phrase,
        means=asked.means,
        quote=item.item.machine.raw if item else "",
        document=item.item.file if item else "",
    )


def _ticket(visit: Visit, asked: Asked) -> str:
    return ticket(visit.session, visit.site.secret, asked.kind, asked.phrase, asked.means)


def look(visit: Visit) -> Answer:
    """Begin to find out what a correction would change, and lead to the page that tells."""
    asked = _asked(visit)
    query = {"kind": asked.kind, "phrase": asked.phrase, "means": asked.means, "item": asked.key}
    return go(visit, address("/alias", query | {"ticket": _ticket(visit, asked)}))


def alias_page(visit: Visit, trouble: str = "") -> Answer:
    """Show how far a preview is, and when it is there what the correction would change.

    Every document is read anew for it, so that only who sent the form may ask.
    """
    asked, found = _asked(visit), None
    if equal(visit.query.get("ticket", ""), _ticket(visit, asked)):
        try:
            if asked.kind == "region" and (names := visit.show.regions_meant(asked.means)):
                return _shown(visit, asked, None, f"{asked.means!r} may be {names}")
            found = visit.site.proposals.look(_alias(visit, asked))
        except IkpError as error:
            trouble = trouble or str(error)
    return _shown(visit, asked, found, trouble)


def _shown(visit: Visit, asked: Asked, found: Look | None, trouble: str) -> Answer:
    groups = grouped(found.preview.differences) if found and found.preview else ()
    answer = page(
        visit,
        "alias.html",
        status=422 if trouble else 200,
        asked=asked,
        look=found,
        groups=groups[:SHOWN],
        more=max(0, len(groups) - SHOWN),
        trouble=trouble or (found.error if found else ""),
        back=item_path(asked.key) if asked.key else "/",
    )
    if found is not None and not found.ended:
        answer.response.headers["Refresh"] = str(_WAIT)
    return answer


def agree(visit: Visit) -> Answer:
    """Write a correction whose effect was shown."""
    asked = _asked(visit)
    try:
        visit.site.proposals.agree(_alias(visit, asked), visit.name)
    except IkpError as error:
        return _shown(replace(visit, path="/alias"), asked, None, str(error))
    means = visit.show.value("region_code" if asked.kind == "region" else "indicator", asked.means)
    return go(visit, item_path(asked.key) if asked.key else "/", "done.alias", asked.phrase, means)
