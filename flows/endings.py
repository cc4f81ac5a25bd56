"""How a run ends, as Prefect's page shows it: completed, work for people, skipped or failed."""

from __future__ import annotations

from typing import Any, Final

from prefect.states import Cancelled, Completed, Failed

from flows.fetch import Fetched
from pipeline.errors import BusyError, IkpError
from pipeline.state import Summary

NEEDS_PEOPLE: Final = "NeedsPeople"
SKIPPED: Final = "Skipped"


def ended(summary: Summary, fetched: Fetched) -> Any:  # noqa: ANN401 - a Prefect state
    """Return Completed, named NeedsPeople where something waits for a person; its message counts what."""
    if not summary.lines:
        return Completed(message=work_done(summary), data=summary)
    return Completed(name=NEEDS_PEOPLE, message=work_left(summary, len(fetched.lines)), data=summary)


def skipped(error: BusyError) -> Any:  # noqa: ANN401
    """Return Cancelled, named Skipped: another run holds the output folder. No failure."""
    return Cancelled(name=SKIPPED, message=str(error), data=error)


def failed(error: IkpError) -> Any:  # noqa: ANN401
    """Return Failed with the line that tells where, what and remedy."""
    return Failed(message=str(error), data=error)


def work_done(summary: Summary) -> str:
    """Say in a line what a run did that needs nobody."""
    if not (summary.read or summary.extracted or summary.removed or summary.replaced or summary.rebuilt):
        return f"nothing new, nothing done ({summary.unchanged} unchanged)"
    replaced = f", {summary.replaced} replaced" if summary.replaced else ""
    return (
        f"{summary.read + summary.extracted} read, {summary.unchanged} unchanged{replaced}, {summary.removed} gone"
    )


def work_left(summary: Summary, sources: int) -> str:
    """Say in a line what waits for a person, and how much of it."""
    counts = {
        "in quarantine": len(summary.quarantined),
        "failed checks (not published)": len(summary.failed),
        "of sources": sources,
    }
    other = len(summary.lines) - sum(counts.values())
    parts = [f"{count} {name}" for name, count in counts.items() if count]
    return ", ".join((*parts, *([f"{other} other notices"] if other > 0 else [])))
