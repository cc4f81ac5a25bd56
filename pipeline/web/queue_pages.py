"""The queue, its groups, and the decision of a group at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Final, get_args
from urllib.parse import parse_qsl, urlsplit

from pipeline.decision import VALUE_FIELDS
from pipeline.errors import UsageError
from pipeline.review.fields import text_of
from pipeline.review.queue import Filter, Kind, QueueGroup, QueueItem
from pipeline.review.say import Act
from pipeline.web.show import region_code, regions_of
from pipeline.web.site import Answer, Visit, address, go, inner, item_path, missing, page

PAGE: Final = 50
"""Items of one page of the queue."""
GROUPS: Final = 3
"""Groups that are shown above the items; the others behind a link."""
_CAUSES: Final = ("document", "reader", "rule", "reference", "human", "doubt", "check")
_KINDS: Final = get_args(Kind)
_SWITCHES: Final = ("deferred", "settled")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value that a filter may have, and how many items have it under the other filters."""

    value: str
    count: int
    chosen: bool


def wanted_of(query: Mapping[str, str]) -> Filter:
    """Return the filter that an address asks for."""
    names = [one.name for one in fields(Filter) if one.name not in _SWITCHES]
    texts = {name: query.get(name, "").strip()[:200] for name in names}
    return Filter(**texts, deferred=query.get("deferred") == "1", settled=query.get("settled") == "1")


def query_of(wanted: Filter) -> dict[str, str]:
    """Return a filter as the parts of an address that say something."""
    return {name: "1" if name in _SWITCHES else value for name, value in asdict(wanted).items() if value}


def queue_page(visit: Visit) -> Answer:
    """Show what waits, worst first, with the groups that may be decided at once."""
    wanted = wanted_of(visit.query)
    wanted = replace(wanted, region=region_code(visit.desk.reference, wanted.region))
    items = visit.desk.queue(wanted)
    groups = visit.desk.groups(wanted)
    pages = max(1, -(-len(items) // PAGE))
    number = min(_number(visit.query.get("page", "1")), pages)
    everything = "groups" in visit.query
    return page(
        visit,
        "queue.html",
        items=items[(number - 1) * PAGE : number * PAGE],
        count=sum(item.pending for item in items),
        settled=sum(not item.pending for item in items),
        groups=groups if everything else groups[:GROUPS],
        more_groups=0 if everything else max(0, len(groups) - GROUPS),
        wanted=wanted,
        region_unknown=bool(wanted.region) and wanted.region not in visit.desk.reference.regions,
        regions_meant=[
            (code, visit.show.region(code)) for code in regions_of(visit.desk.reference, wanted.region)
        ],
        unpublished=visit.desk.unpublished,
        conflicts=len(visit.desk.dataset.conflicts),
        query=query_of(wanted),
        number=number,
        pages=pages,
        first=(number - 1) * PAGE,
        choices=_choices(visit, wanted, items),
        leases=visit.desk.leases(),
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 7 and int(text) else 1


def _choices(visit: Visit, wanted: Filter, items: Sequence[QueueItem]) -> Mapping[str, Sequence[Choice]]:
    """Count the items by kind, type and cause, each as if it were not chosen yet."""
    of_kind = visit.desk.queue(replace(wanted, kind="")) if wanted.kind else items
    of_type = visit.desk.queue(replace(wanted, type="")) if wanted.type else items
    of_cause = visit.desk.queue(replace(wanted, cause="")) if wanted.cause else items
    return {
        "kind": _counted(of_kind, "kind", _KINDS, wanted.kind),
        "type": _counted(of_type, "type", tuple(VALUE_FIELDS), wanted.type),
        "cause": _counted(of_cause, "cause", _CAUSES, wanted.cause),
    }


def _counted(items: Iterable[QueueItem], name: str, known: Sequence[str], chosen: str) -> Sequence[Choice]:
    counts = Counter(item.finding.type if name == "type" else getattr(item, name) for item in items)
    values = dict.fromkeys((*known, *sorted(counts), *filter(None, [chosen])))
    return [
        Choice(value=value, count=counts[value], chosen=value == chosen)
        for value in values
        if value and (counts[value] or value == chosen)
    ]


def orphans_page(visit: Visit) -> Answer:
    """Lead to the decisions that lost their finding."""
    return go(visit, address("/", {"kind": "orphan"}))


# --- groups ---


def group_page(visit: Visit, trouble: str = "", status: int = 200) -> Answer:
    """Show a group before it is decided: how many, what differs most first, then some others."""
    wanted = wanted_of(visit.query)
    group = _group(visit, wanted.pattern)
    if group is None:
        return go(visit, address("/", query_of(replace(wanted, pattern=""))), "done.group_gone")
    return page(
        visit,
        "group.html",
        status=status,
        group=group,
        others=tuple(item for item in group.sample if item.key != group.outlier.key),
        acts=_offered(visit, group),
        digest=visit.desk.digest(group.pattern),
        query=query_of(wanted),
        back=address("/", query_of(replace(wanted, pattern=""))),
        trouble=trouble,
    )


def acts_of(group: QueueGroup) -> tuple[Act, ...]:
    """Return what may be said of a whole group: an orphan can only be withdrawn."""
    if group.kind == "orphan":
        return ("withdraw",)
    return ("accept", "keep") if group.kind == "proposal" else ("accept", "reject")


def acceptable(item: QueueItem) -> bool:
    """Tell whether an item can be accepted as it is: it may lack a region or an edition, which come first."""
    machine, shown = item.item.machine, item.finding
    if machine.type == "mitigation" or item.item.unread or item.item.waiting:
        return True
    place = "scope_code" if machine.type == "tally" else "region_code"
    return all(text_of(shown, name) or text_of(machine, name) for name in (place, "edition"))


def _offered(visit: Visit, group: QueueGroup) -> tuple[Act, ...]:
    items = visit.desk.queue(Filter(pattern=group.pattern))
    return tuple(act for act in acts_of(group) if act != "accept" or all(map(acceptable, items)))


def _group(visit: Visit, pattern: str) -> QueueGroup | None:
    found = visit.desk.groups(Filter(pattern=pattern)) if pattern else ()
    return next((group for group in found if group.pattern == pattern), None)


def decide_group(visit: Visit) -> Answer:
    """Decide a group as it was shown, and lead back to the queue."""
    group = _group(visit, visit.form.get("pattern", ""))
    said = visit.form.get("act", "")
    act = next((one for one in acts_of(group) if one == said), None) if group else None
    if group is None or act is None:
        return missing(visit, "error.group")
    try:
        visit.desk.decide_group(visit.name, group.pattern, act, visit.form.get("digest", ""))
    except UsageError as error:
        asked = replace(visit, query={**visit.query, "pattern": group.pattern})
        return group_page(asked, trouble=str(error), status=409)
    back = wanted_of({**visit.query, "pattern": ""})
    return go(visit, address("/", query_of(back)), f"done.group.{act}", str(group.count))


def undo(visit: Visit) -> Answer:
    """Undo the last thing that the person did, and open what it was about, under the filter of the page before."""
    query = query_of(wanted_of(dict(parse_qsl(urlsplit(inner(visit.form.get("to", "/"))).query))))
    try:
        lines = visit.desk.undo(visit.name)
    except UsageError as error:
        return go(visit, visit.form.get("to", "/"), "trouble", str(error))
    ids = list(dict.fromkeys(line.finding_id for line in lines))
    found = _about(visit, ids[0]) if len(ids) == 1 else None
    if found is None:
        said = "done.undo_one" if len(ids) == 1 else "done.undo_many"
        return go(visit, address("/", query), said, str(len(ids)))
    return go(visit, address(item_path(found.key), query), "done.undo", found.value)


def _about(visit: Visit, finding_id: str) -> QueueItem | None:
    """Return what a decision is about: a finding, or what is left of one that is not read any more."""
    lost = (one for one in visit.desk.queue(Filter(kind="orphan")) if one.item.machine.id == finding_id)
    return visit.desk.item(finding_id) or next(lost, None)
