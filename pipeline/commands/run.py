"""The command ``ikp run``, and what is told of any run."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from pipeline.commands.ending import DONE, NEEDS_A_PERSON, complain
from pipeline.commands.options import Options, add_folders, add_workers

if TYPE_CHECKING:
    from pipeline.state import Summary


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the folders, and how many processes read."""
    add_folders(command)
    add_workers(command)


def run(options: Options) -> int:
    """Bring the output folder up to date and print what there is; 1 where something needs a person."""
    from pipeline.commands.progress import progress  # noqa: PLC0415
    from pipeline.jobs import stages  # noqa: PLC0415

    with progress(sys.stderr) as watch:
        summary = stages.run(options.corpus, options.out, workers=options.workers, watch=watch)
    return report(summary, options)


def report(summary: Summary, options: Options) -> int:
    """Print what a run did, and the lines about it; return its exit code."""
    from pipeline.commands.summary import show_summary  # noqa: PLC0415

    for line in (*summary.lines, *summary.asides):
        complain(line)
    show_summary(summary, out=str(options.out), file=sys.stdout)
    return NEEDS_A_PERSON if summary.lines else DONE
