"""Fuzzing: documents are damaged in bulk and read; whatever comes of it must be a document or an error of our own.

    PYTHONPATH=tests python -m campaigns.fuzzing --mutations 20000 --workers 2
    PYTHONPATH=tests python -m campaigns.fuzzing --format html --seed 17 --show

The first form makes that many mutations, spread over the formats that can be read here, and writes a section of
``RESULTS.md``; the second makes one of them again and prints what becomes of it, and ``--keep FILE`` writes its
bytes. Each mutation is read in a child process with limits on time and memory, so that one that hangs or kills its
reader is a finding and not the end.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from campaigns import results
from fuzz.check import Outcome, Verdict, exceptions, outcome_of
from fuzz.specimens import FORMATS, Key, keys_of, mutation, present
from pipeline.jobs.children import Died, Limits, run_apart

SECTION = "Fuzzing"
SECONDS = 60.0  # for one mutation, after which it counts as hung
MEMORY = 2 << 30  # bytes of data in a child, spaCy and the tables among them
_LISTED = 40
_VERDICTS = ("read", "refused", "surprised", "foreign", "broken", "hung", "crashed")


def run(keys: Sequence[Key], *, workers: int, limit: float = SECONDS) -> Iterator[Outcome]:
    """Yield the outcome of each mutation as it comes; one that hangs or kills its process is an outcome too."""
    limits = Limits(wall_seconds=limit, cpu_seconds=math.ceil(limit), data_bytes=MEMORY)
    for key, outcome in run_apart(_tried, keys, workers=workers, limits=limits):
        if isinstance(outcome, Died):
            verdict: Verdict = "hung" if outcome.reason == "timeout" else "crashed"
            yield Outcome(key=key, verdict=verdict, detail=outcome.reason, seconds=limit)
        else:
            yield outcome


def _tried(key: Key) -> Outcome:
    """Read one mutation, in a child process."""
    begin = time.monotonic()
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a warning is printed on the user's terminal
        outcome = outcome_of(key)
    return replace(outcome, seconds=time.monotonic() - begin)


# --- report ---

_LEGEND = """Counted are damaged documents. *Read* gave a document whose spans, cells, evidence and record hold;
*refused* an error of the project's own with its reason; *surprised* such an error, made of an exception that the
reader did not expect; *foreign* any other exception, *broken* a document that does not hold together. Half the
damage keeps to the format (members of a package, streams of a PDF, tags, parts of a mail), half does not. One in
four documents that were read went through extraction (up to 100,000 characters), one in eight was read twice."""


def report(outcomes: Sequence[Outcome], seconds: float) -> str:
    """Return the section: circumstances, counts by format, reasons, and everything that must not be."""
    missing = [name for name in FORMATS if name not in {one.key.format for one in outcomes}]
    left_out = [f"Not tried, for want of a reader: {', '.join(missing)}."] if missing else []
    return "\n\n".join(
        (
            results.circumstances(seconds),
            _LEGEND,
            *left_out,
            _table(outcomes),
            _reasons(outcomes),
            _listed("Must not be", list(exceptions(list(outcomes)))),
            _listed("Surprises", [one for one in outcomes if one.verdict == "surprised"]),
        )
    )


def _table(outcomes: Sequence[Outcome]) -> str:
    lines = [
        f"| format | mutations | {' | '.join(_VERDICTS)} | slowest |",
        f"| --- | {' | '.join('---:' for _ in range(len(_VERDICTS) + 2))} |",
    ]
    groups = [(name, [one for one in outcomes if one.key.format == name]) for name in FORMATS]
    for name, group in [*groups, ("all", list(outcomes))]:
        if group:
            counts: Counter[str] = Counter(one.verdict for one in group)
            cells = " | ".join(f"{counts[verdict]:,}" for verdict in _VERDICTS)
            slowest = max(one.seconds for one in group)
            lines.append(f"| {name} | {len(group):,} | {cells} | {slowest:.1f} s |")
    return "\n".join(lines)


def _reasons(outcomes: Sequence[Outcome]) -> str:
    counts = Counter(one.detail for one in outcomes if one.verdict == "refused")
    return f"Reasons: {', '.join(f'{code} {count:,}' for code, count in counts.most_common())}."


def _listed(title: str, outcomes: Sequence[Outcome]) -> str:
    """List kinds of outcome, the commonest first, each with one that can be made again."""
    if not outcomes:
        return f"{title}: none."
    kinds = Counter((one.key.format, one.verdict, one.detail) for one in outcomes)
    first = {(one.key.format, one.verdict, one.detail): one.key for one in reversed(outcomes)}
    lines = [
        f"- {count:,} {verdict}: `{detail.replace('`', chr(39))}` (`{first[form, verdict, detail]}`)"
        for (form, verdict, detail), count in kinds.most_common(_LISTED)
    ]
    rest = len(kinds) - len(lines)
    return "\n".join([f"{title}:", "", *lines, *([f"- and {rest} more kinds"] if rest > 0 else [])])


# --- command ---


def _watched(outcomes: Iterator[Outcome], total: int) -> Iterator[Outcome]:
    """Pass the outcomes on, print what must not be, and keep a line of progress on standard error."""
    begin = time.monotonic()
    for number, one in enumerate(outcomes, 1):
        if one.verdict in {"foreign", "broken", "hung", "crashed"}:
            print(f"{one.verdict}: {one.detail} ({one.key})", flush=True)
        if number % 200 == 0 or number == total:
            left = (time.monotonic() - begin) / number * (total - number)
            sys.stderr.write(f"{number:,} of {total:,}, {left:.0f} s left\n")
        yield one


def show(key: Key, keep: Path | None) -> str:
    """Make one mutation again and say what becomes of it; ``keep`` gets its bytes."""
    data = mutation(key)
    if keep:
        keep.write_bytes(data)
    outcome = outcome_of(key)
    head = data[:300].decode("utf-8", "backslashreplace")
    return f"{key}, {len(data):,} bytes\n{outcome.verdict} {outcome.detail}\n---\n{head}"


def main() -> int:
    """Do what the command line asks; return 1 where something must not be, 130 after Ctrl-C."""
    options = _options()
    formats = tuple(options.format)
    if options.show:
        print(show(Key(format=formats[0], seed=options.seed), options.keep))
        return 0
    keys = keys_of(options.mutations, first_seed=options.seed, formats=formats)
    begin = time.monotonic()
    try:
        outcomes = list(_watched(run(keys, workers=options.workers), len(keys)))
    except KeyboardInterrupt:
        print("\nstopped; RESULTS.md is as it was", file=sys.stderr)
        return 130
    text = report(outcomes, time.monotonic() - begin)
    print(text)
    if not (formats or options.no_record):
        results.save(SECTION, text)
    return int(any(exceptions(outcomes)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="campaigns.fuzzing", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mutations", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument(
        "--format", action="append", default=[], choices=present(), help="only this; may be repeated"
    )
    parser.add_argument("--seed", type=int, default=0, help="the first seed, or the one to show")
    parser.add_argument("--show", action="store_true", help="make one mutation again (--format, --seed)")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="with --show: write its bytes there")
    parser.add_argument("--no-record", action="store_true", help="leave RESULTS.md as it is")
    options = parser.parse_args()
    if options.show and not options.format:
        parser.error("--show needs --format")
    return options


if __name__ == "__main__":
    from campaigns.fuzzing import main as by_name  # the children import what they call, and never a program

    sys.exit(by_name())
