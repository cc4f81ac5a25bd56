"""What waits for a person, worst first: by what it would change in the published dataset, then by doubt.

Items of one cause and one pattern form a group, so that what one rule did to three hundred findings is one
question. Long because kind, impact and pattern of an item follow from the same few facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from statistics import median
from typing import Final, Literal

from pipeline.dataset.records import SHAPES
from pipeline.dataset.types import DocumentRecord, Listed, Record, RowName, Value
from pipeline.decision import Carried, Outcome, Ruling, Verdict
from pipeline.model import Category, Finding
from pipeline.reference.cuts import cuts_for, derive
from pipeline.reference.types import Reference
from pipeline.review.draft import Item
from pipeline.review.fields import text_of
from pipeline.review.judge import as_said
from pipeline.saying import in_words, whole_percent

Kind = Literal[
    "asked again", "proposal", "second person", "conflict", "changed", "held", "refused", "orphan", "settled"
]  # fmt: skip

SAMPLE: Final = 5
"""Items of a group that are shown before all are decided at once."""
_FLIP, _PROVINCE, _NEW, _OTHER = 400, 20, 30, 60
_TYPES: Final = {
    "score": 70, "category": 60, "dimension_score": 40, "tally": 35, "indicator": 30, "mitigation": 0,
}  # fmt: skip
_KINDS: Final[Mapping[Kind, int]] = {
    "asked again": 200, "second person": 180, "conflict": 160, "changed": 140, "proposal": 120, "held": 0,
    "refused": 0, "orphan": -50, "settled": 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueItem:
    """A finding with what a person needs to decide it.

    ``impact`` orders by what a decision would change, ``doubt`` (0 to 1) by how unsure the rule is. ``cause`` is
    document, reader, rule, reference or doubt, ``why`` a short sentence. ``pattern`` is shared by items that may
    be decided at once. ``cell`` names the value of the dataset that the finding states, ``published`` is what
    the last run published there. An orphan has decisions and no finding any more: its ``item`` is as it was
    decided. ``called`` is what its codes stand for, to be searched: region, and number and name of an indicator.
    """

    key: str
    kind: Kind
    item: Item
    sha256: str
    impact: int
    doubt: float
    cause: str
    why: str
    pattern: str
    cell: str
    published: str | None
    value: str
    deferred: bool = False
    called: str = ""

    @property
    def finding(self) -> Finding:
        """The finding with the values that people gave."""
        return self.item.shown

    @property
    def pending(self) -> bool:
        """Tell whether it waits for a person."""
        return self.kind != "settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueGroup:
    """Items of one cause and one pattern: how many, some of them, and the one that differs most."""

    pattern: str
    kind: Kind
    cause: str
    rule: str
    count: int
    sample: tuple[QueueItem, ...]
    outlier: QueueItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What of the queue is wanted; an empty part asks for everything.

    ``region`` is a code, or the code of a province for all in it; ``document`` is a part of a file name;
    ``text`` is looked for in quotes, values, file names, and names of regions and indicators. What was deferred is
    left out unless ``deferred``, which asks for that alone. ``settled`` asks for what does not wait as well.
    """

    region: str = ""
    type: str = ""
    cause: str = ""
    kind: str = ""
    document: str = ""
    text: str = ""
    pattern: str = ""
    deferred: bool = False
    settled: bool = False

    def takes(self, item: QueueItem) -> bool:
        """Tell whether an item is wanted."""
        finding = item.finding
        code = finding.region_code or finding.scope_code or ""
        words = f"{finding.raw} {item.value} {item.item.file} {item.why} {item.called}".casefold()
        return (
            (not self.region or code == self.region or code.startswith(f"{self.region}."))
            and self.type in {"", finding.type}
            and self.cause in {"", item.cause}
            and self.kind in {"", item.kind}
            and (self.document == item.sha256 or self.document.casefold() in item.item.file.casefold())
            and self.pattern in {"", item.pattern}
            and self.text.casefold() in words
            and item.deferred == self.deferred
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What the queue knows of the dataset: the published records, what the last runs changed, and the reference.

    ``changed`` gives cause and a short sentence for the findings behind values that changed by themselves.
    """

    reference: Reference
    records: Mapping[RowName, Record]
    changed: Mapping[str, tuple[str, str]]

    def record(self, finding: Finding) -> Record | None:
        """Return the record that a finding states something about, None without region or edition."""
        place = self.cell(finding)
        return self.records.get(place) if place else None

    def cell(self, finding: Finding) -> RowName | None:
        """Return table and key of the record that a finding states something about."""
        shape = next((shape for shape in SHAPES if finding.type in shape.types), None)
        known = finding.region_code is None or finding.region_code in self.reference.regions
        key = shape.key(finding, self.reference) if shape and known else None
        return (shape.table, key) if shape and key else None


def item_of(entry: Listed, item: Item, board: Board) -> QueueItem:
    """Return a finding of the dataset as an item, pending or settled."""
    source, machine = entry.source, item.machine
    kind, cause, why = _kind(entry, board)
    proposed = machine if kind in {"proposal", "asked again"} else item.shown
    if kind == "second person" and item.verdict is not None:
        proposed = as_said(item.verdict, [one for one in item.rulings if one.decision.verb != "defer"])
    place = board.cell(proposed)
    record = board.records.get(place) if place else None
    return QueueItem(
        key=_key(machine, source.document),
        kind=kind,
        item=item,
        sha256=source.document.sha256,
        impact=_impact(kind, proposed, record, board.reference),
        doubt=round(1 - machine.confidence, 4),
        cause=cause,
        why=why,
        pattern=_pattern(kind, cause, why, item),
        cell=_cell_name(item.shown, board),
        published=_published(record),
        value="" if item.unread else value_of(proposed),
        deferred=source.verdict is not None and source.verdict.deferred,
        called=_called(item.shown, board.reference),
    )


def _called(finding: Finding, reference: Reference) -> str:
    region = reference.regions.get(finding.region_code or finding.scope_code or "")
    indicator = reference.indicators.get(finding.indicator or 0)
    named = f"indikator {indicator.number} indicator {indicator.number} {indicator.name}" if indicator else ""
    return " ".join(filter(None, (region.name if region else "", named)))


def _key(machine: Finding, document: DocumentRecord) -> str:
    """Name a finding by its id and its value; one that does not count, of an older version, by its bytes too."""
    older = "" if document.status == "read" else f"-{document.sha256[:6]}"
    return f"{machine.id}-{machine.value_hash[:6]}{older}"


def orphan_of(carried: Sequence[Carried], item: Item) -> QueueItem:
    """Return decisions that lost their finding as an item; all are about one finding."""
    first = carried[0]
    return QueueItem(
        key=f"orphan-{first.decision.id}",
        kind="orphan",
        item=item,
        sha256=first.sha256 or (first.decision.seen.document if first.decision.seen else ""),
        impact=_KINDS["orphan"],
        doubt=1.0,
        cause=first.cause,
        why=first.why,
        pattern=f"orphan|{first.why}",
        cell="",
        published=None,
        value=value_of(item.shown),
    )


_SETTLED: Final[tuple[Kind, str, str]] = ("settled", "", "")
_BY_STANDING: Final[Mapping[str, tuple[Kind, str, str]]] = {
    "undecided": ("conflict", "document", "the document contradicts itself"),
    "held back": ("held", "check", ""),
    "refused": ("refused", "document", ""),
}
"""Kind, cause and why of a finding that waits for what became of it; without a why it has a reason of its own."""
_AGAIN: Final[Mapping[Outcome, Kind]] = {
    "asked again": "asked again", "second": "second person", "stands": "proposal",
}  # fmt: skip


def _kind(entry: Listed, board: Board) -> tuple[Kind, str, str]:
    """Return kind, cause and why of a finding of the dataset."""
    verdict, finding = entry.source.verdict, entry.source.finding
    if entry.source.document.status != "read":
        return _SETTLED
    if verdict is not None and verdict.state != "deferred":
        kind, cause, why = _decided(verdict)
        half = entry.standing == "held back" and any(verdict.ruling(name) is None for name in verdict.stated)
        if kind != "settled" or not (half or entry.standing == "undecided"):
            return kind, cause, why
    if entry.standing in _BY_STANDING:
        kind, cause, why = _BY_STANDING[entry.standing]
        return kind, cause, why or entry.reason or ""
    if entry.source.held:
        return "held", "doubt", _doubt(finding)
    return ("changed", *board.changed[finding.id]) if finding.id in board.changed else _SETTLED


def _decided(verdict: Verdict) -> tuple[Kind, str, str]:
    """Return kind, cause and why of a finding that people decided: it may have to be asked again."""
    for outcome, kind in _AGAIN.items():
        ruling = next((one for one in verdict.rulings if _asks(one, outcome)), None)
        if ruling is not None and outcome == "second":
            return kind, "human", f"{ruling.decision.actor} makes it another category"
        if ruling is not None:
            return kind, ruling.cause, ruling.why
    waits = verdict.any_waits and not verdict.rejected
    return ("held", "doubt", _doubt(verdict.machine)) if waits else _SETTLED


def _asks(ruling: Ruling, outcome: Outcome) -> bool:
    return ruling.outcome == outcome and ruling.decision.verb != "defer"


def _doubt(finding: Finding) -> str:
    place = finding.scope_code if finding.type == "tally" else finding.region_code
    if place is None and finding.type != "mitigation":
        return "the region is open"
    if finding.edition is None and finding.type != "mitigation":
        return "the edition is open"
    return f"sure to {whole_percent(finding.confidence)}%"


def value_of(finding: Finding) -> str:
    """Say in a few words what a finding states."""
    return in_words(finding.type, partial(text_of, finding))


def _published(record: Record | None) -> str | None:
    """Return what is published where the finding would stand."""
    if record is None:
        return None
    values: dict[str, Value] = {}  # of several ranks, each among others, the first: it is preferred
    for cell in record.cells:
        if cell.value is not None:
            values.setdefault(cell.field, cell.value)
    shown = {"scores": ("score", "category", "rank"), "dimension_scores": ("score", "category", "rank")}
    names = shown.get(record.table, ("indicator_status", "count", "n"))
    found = [f"#{value}" if field == "rank" else str(value) for field, value in values.items() if field in names]
    return " ".join(dict.fromkeys(found)) or None


def _cell_name(finding: Finding, board: Board) -> str:
    place = board.cell(finding)
    return f"{place[0]}:{place[1].name}" if place else ""


def _impact(kind: Kind, finding: Finding, record: Record | None, reference: Reference) -> int:
    score = _KINDS[kind] + _TYPES[finding.type]
    code = finding.region_code or finding.scope_code or ""
    score += _PROVINCE if code and "." not in code else 0
    if record is None or record.status != "value":
        return score + (_NEW if code else 0)
    now, then = _category(record), category_of(finding, reference)
    if now and then and now != then:
        score += _FLIP
    stated = record.value("score")
    if finding.score is not None and isinstance(stated, Decimal):
        return score + (min(_OTHER, 10 + int(abs(finding.score - stated))) if finding.score != stated else -_NEW)
    return score


def _category(record: Record) -> str | None:
    value = record.value("category")
    return str(value) if value is not None else None


def category_of(finding: Finding, reference: Reference) -> Category | None:
    """Return the category that a finding states, or that follows from its score; None where neither is known."""
    if finding.type not in {"score", "category", "dimension_score"}:
        return None
    if finding.category is not None or finding.type == "dimension_score":
        return finding.category
    region, edition = (
        reference.regions.get(finding.region_code or ""),
        reference.editions.get(finding.edition or ""),
    )
    if finding.score is None or region is None or edition is None or finding.basis == "agregat_kabkota":
        return None
    cuts = cuts_for(edition, region)
    return derive(finding.score, cuts) if cuts else None


def flips(finding: Finding, board: Board) -> bool:
    """Tell whether a finding, as it would be, turns the category that is published into another one."""
    record = board.record(finding)
    now, then = _category(record) if record else None, category_of(finding, board.reference)
    return now is not None and then is not None and now != then


def _pattern(kind: Kind, cause: str, why: str, item: Item) -> str:
    """Return what items have in common that may be decided at once; what a new version changed is one by field."""
    machine = item.machine
    parts = [kind, cause, machine.type, f"{machine.rule} {machine.rule_version}"]
    if kind == "held":
        match = machine.match.kind if machine.match else ""
        parts += [
            f"{machine.confidence:.2f}",
            match,
            "" if machine.region_code or machine.scope_code else "no region",
        ]
    elif kind == "changed" and cause == "document":
        parts += [why.partition(" ")[0], item.file]
    else:
        parts += [why, ",".join(name for name in _FIELDS if text_of(machine, name) != text_of(item.shown, name))]
    return "|".join(parts)


_FIELDS: Final = ("region_code", "edition", "indicator", "score", "category", "rank", "n", "status", "count")


def ordered(items: Iterable[QueueItem]) -> tuple[QueueItem, ...]:
    """Return the pending items, worst first."""
    return tuple(sorted((item for item in items if item.pending), key=_order))


def _order(item: QueueItem) -> tuple[int, float, str, int, str]:
    return (-item.impact, -item.doubt, item.item.file, item.finding.span.start, item.key)


def queue_groups(items: Sequence[QueueItem]) -> tuple[QueueGroup, ...]:
    """Return the groups of two items and more, the largest first. ``items`` come worst first."""
    patterns: dict[str, list[QueueItem]] = {}
    for item in items:
        patterns.setdefault(item.pattern, []).append(item)
    groups = [_group(found) for found in patterns.values() if len(found) > 1]
    return tuple(sorted(groups, key=lambda group: (-group.count, group.pattern)))


def _group(items: Sequence[QueueItem]) -> QueueGroup:
    first = items[0]
    outlier = max(items, key=_oddness(items))
    others = [item for item in items if item is not outlier]
    step = max(1, len(others) // (SAMPLE - 1))
    machine = first.item.machine
    return QueueGroup(
        pattern=first.pattern,
        kind=first.kind,
        cause=first.cause,
        rule=f"{machine.rule} {machine.rule_version}",
        count=len(items),
        sample=(outlier, *others[::step][: SAMPLE - 1]),
        outlier=outlier,
    )


def _oddness(items: Sequence[QueueItem]) -> Callable[[QueueItem], tuple[Decimal, float]]:
    """Return how far an item is from the others: by how much its score changes, else from their middle."""
    scores = [item.item.machine.score for item in items if item.item.machine.score is not None]
    middle = Decimal(median(scores)) if scores else Decimal(0)

    def oddness(item: QueueItem) -> tuple[Decimal, float]:
        machine, shown = item.item.machine.score, item.item.shown.score
        if machine is None:
            return Decimal(0), item.doubt
        far = abs(machine - shown) if shown is not None and shown != machine else Decimal(0)
        return far or abs(machine - middle) / 1000, item.doubt

    return oddness
