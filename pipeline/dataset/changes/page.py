"""The differences between two runs as one page to mail: no script, nothing loaded, all of it escaped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from pipeline.dataset.changes.compared import REGION, Cause, Difference
from pipeline.dataset.changes.grouped import FOLDED, DifferenceGroup, grouped
from pipeline.dataset.changes.style import STYLE
from pipeline.dataset.page import as_text, whole_page

MOST: Final = 500  # of a group that are shown at all: a page of more than a few megabytes is not mailed
FILES: Final = 3  # documents that are named of one difference

_CAUSES: Final[Mapping[Cause, tuple[str, str]]] = {
    "document": ("Document", "A document is new, gone, or another version."),
    "reader": ("Reader", "The same document is read otherwise: reading code, its libraries, or text recognition."),
    "rule": ("Rule", "The same text is understood otherwise, or the tables are built otherwise."),
    "reference": ("Reference", "A reference table or an alias changed: indicators, regions, editions, cuts."),
    "human": ("Human", "A person decided."),
    "code": ("Code", "Reader or rules; a run of an earlier version did not tell them apart."),
    "unknown": ("Unknown", "A run of an earlier version left too little to find the cause."),
}
_KINDS: Final = {"ADD": "added", "MOD": "changed", "DEL": "removed", "KEPT": "kept against a new proposal"}
_TABLES: Final = {
    "scores": "Scores",
    "dimension_scores": "Dimension scores",
    "indicators": "Indicators",
    "tallies": "Tallies",
    "documents": "Documents",
}


def changes_page(differences: Iterable[Difference], *, title: str) -> bytes:
    """Return an HTML page of the differences, by cause and by what they have in common; ``title`` names the runs.

    It holds no script, refers to nothing outside, and shows what comes from documents as text and no more.
    """
    found = tuple(differences)
    groups = grouped(found)
    causes = dict.fromkeys(group.cause for group in groups)
    parts = (
        _summary(found, title),
        *(_of_cause(cause, [group for group in groups if group.cause == cause]) for cause in causes),
    )
    return whole_page("".join(parts), title=f"What changed: {title}", style=STYLE).encode()


def _summary(found: Sequence[Difference], title: str) -> str:
    causes = Counter(one.cause for one in found)
    kinds = Counter(one.kind for one in found)
    counted = f"{len(found):,} difference{'' if len(found) == 1 else 's'}, worst first" if found else ""
    line = counted or "No published value changed."
    flips = sum(one.column.startswith("category") and bool(one.before and one.after) for one in found)
    told = [f"{number:,} {_KINDS[kind]}" for kind, number in sorted(kinds.items())]
    if flips:
        told.insert(0, f"<strong>{flips:,} of another category</strong>")
    links = (
        f'<li class="{cause}"><a href="#{cause}"><b>{number:,}</b> {_CAUSES[cause][0].lower()}</a></li>'
        for cause, number in causes.most_common()
    )
    return (
        f'<header>\n<h1>What changed <small>{as_text(title)}</small></h1>\n<p class="total">{line}</p>\n'
        + (f'<p class="kinds">{" · ".join(told)}</p>\n<ul class="causes">{"".join(links)}</ul>\n' if found else "")
        + "</header>\n"
    )


def _of_cause(cause: Cause, groups: Sequence[DifferenceGroup]) -> str:
    name, about = _CAUSES[cause]
    count = sum(group.count for group in groups)
    large = [group for group in groups if group.count > FOLDED]
    small = [group for group in groups if group.count <= FOLDED]
    head = f'<h2><i></i>{name} <small>{count:,}</small></h2>\n<p class="about">{about}</p>\n'
    body = "".join((*map(_large, large), *map(_small, small)))
    return f'<section class="cause {cause}" id="{cause}">\n{head}{body}</section>\n'


def _large(group: DifferenceGroup) -> str:
    """Show a group: how many and what, the one that changed most, a sample, and the others folded away."""
    rest = group.rest[:MOST]
    more = len(group.rest) - len(rest)
    outlier = group.outlier
    note = f"{more:,} more are in <code>ikp diff --format json</code>" if more else ""
    return (
        f'<div class="group">\n{_title(group)}'
        + (f'<p class="outlier">Largest: {as_text(outlier.key)}, {_change(outlier)}</p>\n' if outlier else "")
        + "".join(map(_card, group.sample))
        + f"<details><summary>{len(group.rest):,} more of the same</summary>\n"
        + "".join(map(_card, rest))
        + (f"<p>{note}</p>" if note else "")
        + "</details>\n</div>\n"
    )


def _small(group: DifferenceGroup) -> str:
    return f'<div class="few">\n{_title(group)}{"".join(map(_card, group.members))}</div>\n'


def _title(group: DifferenceGroup) -> str:
    field = "region" if group.column == REGION else as_text(group.column.replace("_", " "))
    rules = ", ".join(map(as_text, group.rules))
    return (
        f"<h3>{_TABLES.get(group.table, as_text(group.table))}: {field} {_KINDS[group.kind]} "
        f"<small>{group.count:,}</small>" + (f' <code class="rules">{rules}</code>' if rules else "") + "</h3>\n"
    )


def _change(one: Difference) -> str:
    return f"{_value(one.before)} → {_value(one.extracted if one.kind == 'KEPT' else one.after)}"


def _value(text: str) -> str:
    return f"<q>{as_text(text)}</q>" if text else "<em>none</em>"


def _card(one: Difference) -> str:
    """Show one difference: before and after side by side, each with its words, then people, files and ids."""
    after = f"{_value(one.after)}{_quote(one.quote, one) if one.kind != 'DEL' else ''}"
    before = f"{_value(one.before)}{_quote(one.old_quote or (one.quote if one.kind == 'DEL' else ''), one)}"
    return (
        f'<article class="{one.kind.lower()}">\n<h4>{as_text(one.key)}{_was(one)}</h4>\n'
        f'<div class="sides"><div><span>Before</span>{before}</div><div><span>After</span>{after}</div></div>\n'
        f"{_people(one)}{_sources(one)}</article>\n"
    )


def _was(one: Difference) -> str:
    return f" <small>was {as_text(one.old_key)}</small>" if one.column == REGION and one.old_key else ""


def _quote(quote: str, one: Difference) -> str:
    return f"<blockquote>{as_text(quote)}</blockquote>" if quote and one.column != "evidence" else ""


def _people(one: Difference) -> str:
    """Show what a person decided beside what extraction says, where somebody did."""
    if not one.human:
        return ""
    return (
        f'<div class="sides people"><div><span>Extraction says</span>{_value(one.extracted)}</div>'
        f"<div><span>A person decided</span>{_value(one.human)}</div></div>\n"
    )


def _sources(one: Difference) -> str:
    return "".join(f'<p class="source">{line}</p>\n' for line in _source_lines(one))


def _source_lines(one: Difference) -> Iterator[str]:
    if one.files:
        more = f" and {len(one.files) - FILES:,} more" if len(one.files) > FILES else ""
        yield ", ".join(map(as_text, one.files[:FILES])) + more
    if one.findings:
        more = f" and {len(one.findings) - FILES:,} more" if len(one.findings) > FILES else ""
        yield " ".join(f"<code>{as_text(finding)}</code>" for finding in one.findings[:FILES]) + more
