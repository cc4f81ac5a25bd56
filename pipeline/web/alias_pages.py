"""What a phrase means in every document: asked for, shown with all that it would change, then agreed to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from pipeline.dataset.changes.grouped import grouped
from pipeline.errors import IkpError
from pipeline.jobs import own_aliases
from pipeline.jobs.alias_use import name_of
from pipeline.jobs.proposals import Look
from pipeline.reference import ProjectAlias
from pipeline.reference.load import wording_key
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
    """A phrase of a document and what it is to mean; ``key`` is the item at which it was asked.

    ``remove`` asks for all that was said of it to be taken back.
    """

    kind: Literal["indicator", "region"]
    phrase: str
    means: str
    key: str = ""
    remove: bool = False

    @property
    def back(self) -> str:
        """Where the page leads back to."""
        return item_path(self.key) if self.key else "/aliases"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """A correction that holds, and how many documents use it."""

    alias: ProjectAlias
    documents: int


def aliases_page(visit: Visit) -> Answer:
    """Show all corrections of the project, each with a way to take it back."""
    corpus, out = visit.desk.corpus, visit.desk.out
    used = own_aliases.used_by(out)
    rows = [
        Agreed(alias=row, documents=len(used.get(name_of(row), ())))
        for row in reversed(own_aliases.load_aliases(corpus))
    ]
    return page(visit, "aliases.html", rows=rows, applied=own_aliases.applied(corpus, out))


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
    remove = said.get("remove") == "1"
    return Asked(kind=kind, phrase=phrase, means="" if remove else means, key=said.get("item", ""), remove=remove)


def _alias(visit: Visit, asked: Asked) -> ProjectAlias:
    item = visit.desk.item(asked.key) if asked.key else None
    return ProjectAlias(
        kind=asked.kind,
        phrase=asked.phrase,
        means=asked.means,
        quote=item.item.machine.raw if item and _said_there(asked, item) else "",
        document=item.item.file if item and _said_there(asked, item) else "",
    )


def _said_there(asked: Asked, item: QueueItem) -> bool:
    """Tell whether the words of an item have the phrase: it may be another that came to mind there."""
    return wording_key(asked.phrase) in wording_key(item.item.machine.raw)


def _ticket(visit: Visit, asked: Asked) -> str:
    remove = "remove" if asked.remove else ""
    return ticket(visit.session, visit.site.secret, asked.kind, asked.phrase, asked.means, remove)


def look(visit: Visit) -> Answer:
    """Begin to find out what a correction would change, and lead to the page that tells."""
    asked = _asked(visit)
    remove = "1" if asked.remove else ""
    query = {
        "kind": asked.kind, "phrase": asked.phrase, "means": asked.means, "item": asked.key, "remove": remove,
    }  # fmt: skip
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
            found = visit.site.proposals.look(_alias(visit, asked), drop=asked.remove)
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
        back=asked.back,
    )
    if found is not None and not found.ended:
        answer.response.headers["Refresh"] = str(_WAIT)
    return answer


def agree(visit: Visit) -> Answer:
    """Write a correction whose effect was shown."""
    asked = _asked(visit)
    try:
        visit.site.proposals.agree(_alias(visit, asked), visit.name, drop=asked.remove)
    except IkpError as error:
        return _shown(replace(visit, path="/alias"), asked, None, str(error))
    if asked.remove:
        return go(visit, asked.back, "done.alias_removed", asked.phrase)
    means = visit.show.value("region_code" if asked.kind == "region" else "indicator", asked.means)
    return go(visit, asked.back, "done.alias", asked.phrase, means)
