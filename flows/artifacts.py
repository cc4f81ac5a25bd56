"""What the operator reads in the morning, as artifacts on Prefect's page; their keys never change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from prefect.artifacts import create_markdown_artifact

from flows.fetch import Fetched
from pipeline.commands.summary import counted_text, decision_lines, what_stays
from pipeline.model import Quarantined
from pipeline.state import Done, Summary
from pipeline.storage.files import printable

SUMMARY: Final = "nightly-summary"
CHANGES: Final = "nightly-changes"
QUARANTINE: Final = "nightly-quarantine"
SOURCES: Final = "nightly-sources"
MOST: Final = 100  # rows of a table; nobody reads more in the morning, and the rest is counted
WIDEST: Final = 300  # characters of a cell
CHANGE_COLUMNS: Final = (
    *("kind", "table", "key", "column", "before", "after", "cause", "files", "extracted", "human"),
)

_PUNCTUATION: Final = re.compile(r"[!-/:-@\[-`{-~]")


def plain(value: object) -> str:
    r"""Return a value as one line of Markdown that stands for its characters and nothing else.

    What is not fit for print is shown as escapes.

    >>> print(plain("<b>*a*</b>\n| [x](http://y)"))
    &lt;b&gt;\*a\*&lt;\/b&gt; \| \[x\]\(http\:\/\/y\)
    """
    if isinstance(value, list | tuple):
        value = ", ".join(map(str, value))
    elif isinstance(value, Mapping):
        value = " ".join(str(part) for part in value.values())
    text = printable(" ".join(("" if value is None else str(value)).split()))
    text = text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
    return _PUNCTUATION.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(found[0], f"\\{found[0]}")


def table(columns: Iterable[str], rows: Iterable[Iterable[object]], *, empty: str) -> str:
    """Return a Markdown table of at most 100 rows and a line about the others; ``empty`` where there is none."""
    names, all_rows = tuple(columns), [tuple(row) for row in rows]
    if not all_rows:
        return f"{empty}\n"
    head = (f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}")
    body = (f"| {' | '.join(map(plain, row))} |" for row in all_rows[:MOST])
    more = len(all_rows) - MOST
    return "\n".join((*head, *body, *((f"\nand {more:,} more",) if more > 0 else ()))) + "\n"


def summary_text(summary: Summary, seconds: Mapping[str, float]) -> str:
    """Return the night in a table: documents, findings, conflicts, quarantine, coverage, durations."""
    findings = ((f"findings: {kind}", counted_text(counted)) for kind, counted in summary.findings.items())
    decisions = (("decisions", line) for line in decision_lines(summary))
    rows = (
        ("documents", f"{summary.documents:,}"),
        (
            "this run",
            f"{summary.read:,} read, {summary.extracted:,} extracted again, {summary.unchanged:,} unchanged, "
            f"{summary.replaced:,} replaced, {summary.removed:,} gone",
        ),
        *findings,
        *decisions,
        ("conflicts", f"{summary.conflicts:,}, {summary.conflicts_open:,} of them open"),
        ("quarantined", f"{len(summary.quarantined):,}"),
        ("coverage", f"{summary.covered:,} of {summary.regions:,} regions"),
        (
            "checks",
            f"{len(summary.failed):,} failed, {summary.held_back:,} rows held back, {summary.warnings:,} warnings",
        ),
        ("published", f"no: a check failed, {what_stays(summary)}" if summary.failed else "yes"),
        ("durations", ", ".join(f"{name} {took:.1f} s" for name, took in seconds.items())),
    )
    lines = "".join(f"- {plain(line)}\n" for line in summary.lines[:MOST])
    return table(("", "value"), rows, empty="") + (f"\n**Needs a person**\n\n{lines}" if lines else "")


def quarantine_text(done: Mapping[str, Done], unreadable: Iterable[Quarantined]) -> str:
    """Return the documents that are set aside: file, reason, and the line that says what to do."""
    failed = [
        (entry.item.path, entry.quarantined, "; ".join(entry.lines))
        for entry in done.values()
        if entry.quarantined
    ]
    missing = [(entry.item.path, entry.code, entry.message) for entry in unreadable]
    return table(("file", "reason", "remedy"), sorted((*failed, *missing)), empty="Nothing is set aside.")


def changes_text(changes: Iterable[Mapping[str, object]]) -> str:
    """Return the differences of the night, worst first, as the run wrote them."""
    rows = ([change.get(name) for name in CHANGE_COLUMNS] for change in changes)
    return table(CHANGE_COLUMNS, rows, empty="No published value changed.")


def sources_text(fetched: Fetched) -> str:
    """Return what each source brought, and its troubles."""
    counts = table(("source", "new or changed documents"), fetched.counts, empty="No source was asked.")
    troubles = "".join(f"- {plain(line)}\n" for line in (*fetched.lines, *fetched.asides)[:MOST])
    return counts + (f"\n**Troubles**\n\n{troubles}" if troubles else "")


def report(
    summary: Summary,
    done: Mapping[str, Done],
    unreadable: Iterable[Quarantined],
    fetched: Fetched,
    *,
    changes: Iterable[Mapping[str, object]],
    seconds: Mapping[str, float],
) -> None:
    """Put the night on Prefect's page."""
    texts = {
        SUMMARY: ("The night in figures", summary_text(summary, seconds)),
        CHANGES: ("What changed, worst first", changes_text(changes)),
        QUARANTINE: ("Documents set aside", quarantine_text(done, unreadable)),
        SOURCES: ("What the sources brought", sources_text(fetched)),
    }
    for key, (title, text) in texts.items():
        create_markdown_artifact(key=key, description=title, markdown=f"# {title}\n\n{text}")
