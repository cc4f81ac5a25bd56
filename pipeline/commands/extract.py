"""The commands ``ikp extract`` and ``ikp match``: what files say, what a phrase may mean; nothing is stored."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipeline.commands.ending import DONE, Complaints
from pipeline.commands.options import Options, add_corpus, add_workers


def add_extract(command: argparse.ArgumentParser) -> None:
    """Add the options that say what is read, and how it is printed."""
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    command.add_argument("--format", choices=("jsonl", "table"), default="jsonl", help="(%(default)s)")
    command.add_argument("--metadata", action="store_true", help="print one JSON a document about it, no findings")
    add_workers(command)


def add_match(command: argparse.ArgumentParser) -> None:
    """Add the phrase, and the corpus whose corrections hold."""
    command.add_argument("text", metavar="TEXT")
    add_corpus(command, "whose corrections hold (%(default)s)")


def extract(options: Options) -> int:
    """Print the findings of files, or what is known of the documents; 1 where one could not be read."""
    from pipeline.commands import present  # noqa: PLC0415
    from pipeline.jobs import extracting  # noqa: PLC0415
    from pipeline.storage.codec import encode_row  # noqa: PLC0415

    complaints = Complaints()
    taken = extracting.extract_paths(options.paths, workers=options.workers)
    rows = extracting.rows(taken, complaints.add, metadata=options.metadata)
    if options.format == "jsonl" or options.metadata:
        sys.stdout.writelines(encode_row(row).decode() for row in rows)
    else:
        sys.stdout.writelines(f"{line}\n" for line in present.findings_table(rows))
    return complaints.code


def match(options: Options) -> int:
    """Print what a phrase may mean."""
    from pipeline.commands import present  # noqa: PLC0415
    from pipeline.jobs import extracting  # noqa: PLC0415

    found, regions, reference = extracting.match(options.text, options.corpus)
    sys.stdout.writelines(f"{line}\n" for line in present.match_lines(found, regions, reference))
    return DONE
