"""The command ``ikp evaluate``: findings against annotated documents, and confidence fitted to them."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pipeline.commands.ending import DONE, Complaints
from pipeline.commands.options import Options
from pipeline.errors import UsageError

GROUPS: Final = ("kind", "rule", "document")


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the options that say what is evaluated, what is shown, and what is fitted instead."""
    command.add_argument("folders", nargs="+", type=Path, metavar="DIR")
    command.add_argument(
        "--format", choices=("table", "json"), default="table", help="(%(default)s); json holds everything at once"
    )
    command.add_argument(
        "--by", choices=GROUPS, default="kind", help="what to count by in the table (%(default)s); see --format"
    )
    command.add_argument(
        "--held-back",
        type=Path,
        metavar="FILE",
        help="documents to show apart and never to fit to (held_back.txt in DIR or above it)",
    )
    command.add_argument(
        "--save", type=Path, metavar="FILE", help="keep every fact and its verdict, as JSON lines"
    )
    command.add_argument(
        "--against", type=Path, metavar="FILE", help="print what was lost and gained since a run that was saved"
    )
    _add_fitting(command)


def _add_fitting(command: argparse.ArgumentParser) -> None:
    fitting = command.add_argument_group("fitting (instead of printing figures)")
    fitting.add_argument("--calibrate", type=Path, metavar="FILE", help="fit the table of confidence and write it")
    fitting.add_argument(
        "--generated",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="generated documents, count little",
    )
    fitting.add_argument(
        "--counts", type=Path, action="append", default=[], metavar="FILE", help="facts judged elsewhere: add them"
    )
    fitting.add_argument(
        "--write-counts",
        type=Path,
        metavar="FILE",
        help="write how facts turned out, for --counts at another time",
    )


def run(options: Options) -> int:
    """Print how right the findings are, or fit the table of confidence; 1 where a document could not be read."""
    from pipeline.dataset.evaluation.text import as_json, as_table  # noqa: PLC0415
    from pipeline.jobs import measure  # noqa: PLC0415

    held = measure.held_back(options.folders, options.held_back)
    if options.calibrate or options.write_counts:
        return _fit(options, held)
    complaints = Complaints()
    evaluation = measure.evaluate_folders(options.folders, complaints.add)
    if options.against:
        text = measure.compare(evaluation, options.against, held)
    elif options.format == "json":
        text = as_json(evaluation, held_back=held)
    else:
        text = as_table(evaluation, by=options.by, held_back=held)
    if options.save:
        measure.save(evaluation, options.save)
    print(text.rstrip("\n"))
    return complaints.code


def _fit(options: Options, held: Mapping[str, bool]) -> int:
    from pipeline.jobs import measure  # noqa: PLC0415

    complaints = Complaints()
    seen = measure.judged_facts(
        options.folders, complaints.add, held_back=held, generated=options.generated, counts=options.counts
    )
    if complaints.code != DONE:
        raise UsageError(
            "hold documents that need a person",
            where="these folders",
            remedy="mend or remove them, then fit again",
        )
    if options.write_counts:
        measure.count(seen, options.write_counts)
    if options.calibrate:
        print(measure.calibrate(seen, options.calibrate))
    return DONE
