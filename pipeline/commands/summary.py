"""What a person sees of a run when it has ended: its summary in words; plain where nobody looks on."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import TextIO

from pipeline.commands.naming import as_called
from pipeline.state import Counted, Summary

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
Line = tuple[str, str]


def summary_lines(summary: Summary, *, out: str, corpus: str = "corpus") -> tuple[Line, ...]:
    """Return the summary of a run as pairs of a label and a sentence; a continued part has an empty label.

    The commands in it can be typed as they stand, with the folders where those are not the usual ones.
    """
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
        ("tables", f"{out}/dataset" if summary.published else "none yet: nothing was published so far"),
        ("next", as_called(_next(summary, corpus, out))),
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
    if not (summary.read or summary.extracted or summary.removed or summary.replaced or summary.rebuilt):
        return f"nothing new, nothing done ({summary.unchanged:,} unchanged)"
    parts = [f"{summary.read:,} read", f"{summary.unchanged:,} unchanged"]
    if summary.extracted:
        parts.insert(1, f"{summary.extracted:,} extracted again")
    if summary.replaced:
        parts.append(f"{summary.replaced:,} replaced")
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
        return f"{len(summary.failed):,} failed: NOT published, {what_stays(summary)}"
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


def what_stays(summary: Summary) -> str:
    """Say what is there where a check stopped publication."""
    return "the last good dataset stays" if summary.published else "and there is no earlier dataset"


def _next(summary: Summary, corpus: str, out: str) -> str:
    if not summary.documents:
        return f"put documents (PDF, DOCX, HTML, text) into the folder {corpus} and run again"
    results = "" if out == "extracted" else f" --out {shlex.quote(out)}"
    folders = ("" if corpus == "corpus" else f" --corpus {shlex.quote(corpus)}") + results
    asked = any(outcome in ASKED for outcome, _, _ in summary.carried)
    waits = asked or any(counted.review for counted in summary.findings.values())
    steps = []
    if summary.failed or summary.quarantined:
        steps.append("see the lines above about what needs a person, then run again")
    if waits:
        steps.append(f"`ikp review{folders}` asks you about what waits")
    elif summary.conflicts_open:
        steps.append(f"read {out}/dataset/conflicts.csv")
    if not (summary.failed or summary.quarantined):
        steps.append(f"`ikp why ROW COLUMN{results}` shows where a value comes from")
    return "; ".join(steps)


def show_summary(summary: Summary, *, out: str, file: TextIO, corpus: str = "corpus") -> None:
    """Print the summary of a run: with colour on a terminal, else plain lines."""
    lines = summary_lines(summary, out=out, corpus=corpus)
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
