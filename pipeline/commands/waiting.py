"""What ``ikp review`` prints: the head of the list, an item in two lines or as JSON, all that is known of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pipeline.saying import whole_percent
from pipeline.storage.files import printable

if TYPE_CHECKING:
    from pipeline.jobs.desk import Desk
    from pipeline.review.queue import QueueGroup, QueueItem

WIDTH: Final = 100


def heading(items: Sequence[QueueItem]) -> str:
    """Say how many wait, and how many of each kind; and how many of those listed do not."""
    kinds = Counter(item.kind for item in items if item.pending)
    each = ", ".join(f"{count:,} {kind}" for kind, count in kinds.most_common())
    settled = len(items) - kinds.total()
    more = f"; {settled:,} that do not wait behind them" if settled else ""
    return f"{kinds.total():,} wait for a person" + (f" ({each}), worst first" if each else "") + more


def line_of(desk: Desk, item: QueueItem) -> str:
    """Return an item as two lines: key, kind, place and value; then why it waits, what is published, the words."""
    finding = item.finding
    head = f"{item.key}  {item.kind:<13} {_place(desk, item)}, {finding.edition or 'edition open'}: {item.value}"
    tail = f"published: {item.published}" if item.published else "nothing published"
    return f"{_cut(head)}\n    {_cut(f'{item.why}; {tail}; {item.item.file}: {finding.raw}')}"


def group_line(group: QueueGroup) -> str:
    """Return a group as a line."""
    return (
        f"{group.count:>5} alike: {group.kind}, rule {group.rule}; --accept {group.outlier.key} --alike shows them"
    )


def as_json(item: QueueItem) -> dict[str, object]:
    """Return an item as members of JSON."""
    machine = item.item.machine
    names = ("key", "kind", "cause", "why", "value", "published", "impact", "doubt", "pattern", "cell", "deferred")
    return {
        **{name: getattr(item, name) for name in names},
        "document": item.item.file,
        "type": machine.type,
        "region_code": item.finding.region_code,
        "edition": item.finding.edition,
        "quote": machine.raw,
        "page": machine.place.page,
        "rule": machine.rule,
        "confidence": machine.confidence,
    }


def known(desk: Desk, item: QueueItem) -> Iterator[str]:
    """Yield all that is known of a finding, a line each."""
    from pipeline.dataset.precedence import SENTENCES  # noqa: PLC0415

    machine, match = item.item.machine, item.item.machine.match
    yield f"{item.key}: {item.kind}" + (f", {item.why}" if item.why else "")
    yield f"says       {item.value}"
    yield f"about      {_place(desk, item)}, {item.finding.edition or 'edition open'}"
    yield f"published  {item.published or 'nothing'}"
    yield f"words      {_cut(machine.raw)}"
    yield f"in         {printable(item.item.file)}" + (
        f", page {machine.place.page}" if machine.place.page else ""
    )
    sure = f"sure to {whole_percent(machine.confidence)}%"
    yield f"rule       {machine.rule} {machine.rule_version}" + ("" if item.why == sure else f", {sure}")
    if match:
        nearest = f"{match.score:.0f}, next best {match.runner_up:.0f}"
        yield f"match      {match.kind}, {nearest}: {match.matched or '-'}"
    for number, option in enumerate(desk.options(item), start=1):
        yield f"or {number}       {option.field}={option.value}  {option.name} ({option.score:.0f})"
    for other in desk.others(item):
        yield f"also       {other.value}, {printable(other.item.file)}: {_cut(other.finding.raw)}"
    if dispute := desk.dispute(item):
        rivals = ", ".join(f"--reject {one.key} --fields {','.join(names)}" for one, names in dispute.rivals)
        why = f"{SENTENCES[dispute.rule]}; " if dispute.rule else ""
        yield f"disputed   {why}to settle it, accept the right one and {rivals}"
    for line in desk.history(item):
        change = f"{line.before or '-'} -> {line.after or '-'}"
        yield f"decided    {line.at} {line.actor}: {line.verb} {line.field} {change} {_cut(line.reason)}".rstrip()


def _place(desk: Desk, item: QueueItem) -> str:
    code = item.finding.region_code or item.finding.scope_code or ""
    region = desk.reference.regions.get(code)
    return f"{region.name} ({code})" if region else code or "region open"


def _cut(text: str) -> str:
    line = printable(" ".join(text.split()))
    return line if len(line) <= WIDTH + 20 else line[: WIDTH + 19] + "…"
