"""What a person sees: the summary of a run, progress, findings and matches; plain where nobody looks on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

from pipeline.saying import in_words
from pipeline.state import Counted, Summary

if TYPE_CHECKING:
    from pipeline.extract.indicators import IndicatorMatch
    from pipeline.jobs.releases import Released
    from pipeline.jobs.stages import Watch
    from pipeline.model import Candidate
    from pipeline.reference.types import Reference

TYPE_NAMES = {
    "score": "scores",
    "category": "categories",
    "dimension_score": "dimension scores",
    "indicator": "indicators",
    "tally": "tallies",
    "mitigation": "mitigations",
}
OUTCOME_NAMES = {
    "kept": "kept",
    "re-anchored": "kept at other words",
    "stands": "kept against a new proposal",
    "second": "waiting for a second person",
    "asked again": "asked again",
    "orphaned": "orphaned",
}
ASKED = ("stands", "second", "asked again", "orphaned")
"""Outcomes of decisions about which a person is asked."""
QUOTE_WIDTH = 60
Line = tuple[str, str]


def summary_lines(summary: Summary, *, out: str) -> tuple[Line, ...]:
    """Return the summary of a run as pairs of a label and a sentence; a continued part has an empty label."""
    return (
        ("documents", _documents(summary)),
        *(("", f"quarantined: {path} ({code})") for path, code in summary.quarantined),
        ("this run", _done(summary)),
        ("findings", _findings(summary)),
        *(("", f"{name:<18}{counted_text(counted)}") for name, counted in _by_type(summary)),
        *(("decisions" if place == 0 else "", text) for place, text in enumerate(decision_lines(summary))),
        ("conflicts", _conflicts(summary)),
        ("coverage", f"{summary.covered:,} of {summary.regions:,} regions have a published value"),
        ("checks", _checks(summary)),
        ("tables", f"{out}/dataset"),
        ("next", _next(summary, out)),
    )


def _documents(summary: Summary) -> str:
    read = summary.documents - len(summary.quarantined) - summary.duplicates
    parts = [f"{summary.documents:,}: {read:,} read"]
    if summary.quarantined:
        parts.append(f"{len(summary.quarantined):,} quarantined")
    if summary.duplicates:
        parts.append(f"{summary.duplicates:,} with the bytes of another")
    return ", ".join(parts)


def _done(summary: Summary) -> str:
    if not (summary.read or summary.extracted or summary.removed or summary.rebuilt):
        return f"nothing new, nothing done ({summary.unchanged:,} unchanged)"
    parts = [f"{summary.read:,} read", f"{summary.unchanged:,} unchanged"]
    if summary.extracted:
        parts.insert(1, f"{summary.extracted:,} extracted again")
    if summary.removed:
        parts.append(f"{summary.removed:,} gone")
    return ", ".join(parts) + ("; dataset built" if summary.rebuilt and not summary.failed else "")


def _findings(summary: Summary) -> str:
    auto = sum(counted.auto for counted in summary.findings.values())
    review = sum(counted.review for counted in summary.findings.values())
    rejected = sum(counted.rejected for counted in summary.findings.values())
    return f"{auto + review + rejected:,}: {counted_text(Counted(auto=auto, review=review, rejected=rejected))}"


def counted_text(counted: Counted) -> str:
    """Say how many findings are accepted, wait, and were rejected; what is none is left out."""
    parts = [f"{counted.auto:,} accepted"]
    if counted.review:
        parts.append(f"{counted.review:,} to review")
    if counted.rejected:
        parts.append(f"{counted.rejected:,} rejected")
    return ", ".join(parts)


def _by_type(summary: Summary) -> Iterator[tuple[str, Counted]]:
    for kind, name in TYPE_NAMES.items():
        counted = summary.findings.get(kind)
        if counted is not None:
            yield name, counted


def decision_lines(summary: Summary) -> Iterator[str]:
    """Yield what became of people's decisions: the counts on one line, then why what is not simply kept."""
    counts: dict[str, int] = {}
    for outcome, _, count in summary.carried:
        counts[outcome] = counts.get(outcome, 0) + count
    if counts:
        yield ", ".join(f"{count:,} {OUTCOME_NAMES[outcome]}" for outcome, count in counts.items())
    for outcome, why, count in summary.carried:
        if why and outcome != "re-anchored":
            yield f"{count:,} {OUTCOME_NAMES[outcome]}: {why}"


def _conflicts(summary: Summary) -> str:
    waiting = summary.conflicts_open
    settled = summary.conflicts - waiting
    parts = [f"{settled:,} settled by written precedence"] if settled else []
    if waiting:
        parts.append(f"{waiting:,} open (held back until a person decides)")
    return f"{summary.conflicts:,}" + (f": {', '.join(parts)}" if parts else "")


def _checks(summary: Summary) -> str:
    if summary.failed:
        return f"{len(summary.failed):,} failed: NOT published, the last good dataset stays"
    parts = []
    if summary.held_back:
        parts.append(f"{summary.held_back:,} row{'s' if summary.held_back > 1 else ''} held back (see checks.csv)")
    if summary.warnings:
        many = summary.warnings > 1
        parts.append(
            f"{summary.warnings:,} warning{'s' if many else ''}, "
            f"published with {'their rows' if many else 'its row'}"
        )
    return "; ".join(parts) or "all passed"


def _next(summary: Summary, out: str) -> str:
    if not summary.documents:
        return "put documents (PDF, DOCX, HTML, text) into the corpus folder and run again"
    if summary.failed or summary.quarantined:
        return "see the lines above about what needs a person, then run again"
    asked = any(outcome in ASKED for outcome, _, _ in summary.carried)
    if asked or any(counted.review for counted in summary.findings.values()):
        return "`ikp review` asks you about what waits; `ikp why ROW COLUMN` shows where a value comes from"
    if summary.conflicts:
        return f"read {out}/dataset/conflicts.csv; `ikp why ROW COLUMN` shows where a value comes from"
    return "`ikp why ROW COLUMN` shows where a value comes from"


def show_summary(summary: Summary, *, out: str, file: TextIO) -> None:
    """Print the summary of a run: with colour on a terminal, else plain lines."""
    lines = summary_lines(summary, out=out)
    if not file.isatty():
        file.writelines(f"{label:<11}{text}".rstrip() + "\n" for label, text in lines)
        return
    from rich.console import Console  # noqa: PLC0415 - a tenth of a second, and of use on a terminal only
    from rich.table import Table  # noqa: PLC0415

    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold cyan")
    table.add_column(overflow="fold")
    for label, text in lines:
        table.add_row(
            label, text, style="red" if text.startswith("quarantined") or "NOT published" in text else None
        )
    Console(file=file, highlight=False, markup=False).print(table)


@contextmanager
def progress(file: TextIO) -> Iterator[Watch]:
    """Give a watch for ``stages.run`` that draws a bar on a terminal and stays silent elsewhere."""
    if not file.isatty():
        yield lambda _done, _of, _path: None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=Console(file=file), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, of, path: bar.update(task, completed=done, total=of, description=path[-50:])


def findings_table(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield findings as lines of a table: document, region, what it says, how sure, and the words."""
    yield _columns("document", "region", "edition", "type", "value", "sure", "words")
    for row in rows:
        sure = f"{row['confidence']:.2f}{'' if row['decision'] == 'auto' else ' ?'}"
        yield _columns(
            row["document"],
            row["region_name"] or row["scope_code"] or "-",
            row["edition"] or "-",
            row["type"],
            in_words(row["type"], row.get),
            sure,
            _shortened(row["evidence"]["quote"], QUOTE_WIDTH),
        )


_WIDTHS = (26, 24, 14, 15, 24, 6, QUOTE_WIDTH)


def _columns(*cells: str) -> str:
    return "  ".join(
        f"{_shortened(cell, width):<{width}}" for cell, width in zip(cells, _WIDTHS, strict=True)
    ).rstrip()


def _shortened(text: str, width: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def match_lines(found: IndicatorMatch, regions: Sequence[Candidate], reference: Reference) -> Iterator[str]:
    """Yield what a phrase may mean, best first: regions, then indicators with the wording that matched."""
    if regions:
        yield "regions"
    for entry in regions:
        region = reference.regions.get(entry.value)
        yield f"  {entry.value:<7}{region.name if region else ''}  (score {entry.score:.0f})"
    if found.numbers or found.issue:
        yield f"indicators: {_verdict(found)}"
    for number in found.numbers:
        yield _indicator_line(str(number), reference)
    if found.issue:
        yield f"  none  outside the catalog: {found.issue}"
    others = [entry for entry in found.candidates if entry.value not in map(str, found.numbers)]
    if others:
        yield "arguable too" if found.numbers else "nearest indicators, none near enough to be taken"
    for entry in others:
        yield f"{_indicator_line(entry.value, reference)}  (score {entry.score:.0f})"
    if not (found.numbers or found.issue or others or regions):
        yield "fits no indicator and no region"


def _verdict(found: IndicatorMatch) -> str:
    how = f"{found.match.kind} match, score {found.match.score:.0f}, next best {found.match.runner_up:.0f}"
    wording = f', by "{found.match.matched}"' if found.match.matched else ""
    return f"{'for review' if found.decision == 'review' else 'accepted'}, {how}{wording}"


def _indicator_line(number: str, reference: Reference) -> str:
    indicator = reference.indicators.get(int(number)) if number.isdigit() else None
    return f"  {number:>4}  {indicator.name if indicator else ''}".rstrip()


def release_lines(releases: Sequence[Released]) -> Iterator[str]:
    """Yield a line a release, the newest first: its version, when it was given out, what it was compared with."""
    for one in reversed(releases):
        yield f"{one.version}  {one.at}  {f'after {one.before}' if one.before else 'the first'}"
    if not releases:
        yield "none yet; `ikp export` makes the first"
