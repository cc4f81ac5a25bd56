"""The commands ``ikp extract`` and ``ikp match``: what files say, what a phrase may mean; nothing is stored."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.commands.ending import DONE, Complaints
from pipeline.commands.naming import as_called
from pipeline.commands.options import Options, add_corpus, add_workers
from pipeline.errors import UsageError
from pipeline.saying import in_words, whole_percent

if TYPE_CHECKING:
    from pipeline.extract.catalog.verdicts import IndicatorMatch
    from pipeline.model import Candidate
    from pipeline.reference.types import Reference


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
    from pipeline.jobs import extracting  # noqa: PLC0415
    from pipeline.storage.codec import encode_row  # noqa: PLC0415

    complaints = Complaints()
    taken = extracting.extract_paths(options.paths, workers=options.workers)
    rows = extracting.rows(taken, complaints.add, metadata=options.metadata)
    if options.format == "jsonl" or options.metadata:
        sys.stdout.writelines(encode_row(row).decode() for row in rows)
    else:
        sys.stdout.writelines(f"{line}\n" for line in findings_table(rows))
    return complaints.code


def match(options: Options) -> int:
    """Print what a phrase may mean."""
    from pipeline.jobs import extracting  # noqa: PLC0415
    from pipeline.storage import store  # noqa: PLC0415

    if not options.text.strip():
        raise UsageError("is empty", where="TEXT", remedy='give a phrase, as "politik uang"')
    if options.corpus != Path("corpus"):
        store.require_folder(options.corpus)
    found, regions, reference = extracting.match(options.text, options.corpus)
    lines = (*match_lines(found, regions, reference), *_hint(options, bool(found.numbers or regions)))
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return DONE


def _hint(options: Options, fits: object) -> Iterator[str]:
    """Yield what to do where a phrase means something that no table knows yet."""
    if not fits:
        corpus = "" if options.corpus == Path("corpus") else f" --corpus {shlex.quote(str(options.corpus))}"
        command = f"ikp alias {shlex.quote(options.text)} --means NUMBER_OR_CODE{corpus}"
        yield as_called(f"if you know what it means: `{command}` shows what that would change")


QUOTE_WIDTH = 60


def findings_table(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield findings as lines of a table: document, region, what it says, how sure, and the words."""
    yield _columns("document", "region", "edition", "type", "value", "sure", "words")
    for row in rows:
        sure = f"{whole_percent(row['confidence'])}%{'' if row['decision'] == 'auto' else ' ?'}"
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
