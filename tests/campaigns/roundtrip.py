"""The round trip in bulk: documents with known facts are written, read back and compared.

    PYTHONPATH=tests python -m campaigns.roundtrip --documents 2000 --workers 2
    PYTHONPATH=tests python -m campaigns.roundtrip --layout NAME --seed N --format text --show

The first form makes that many documents for each family of layouts and writes a section of ``RESULTS.md``; the
second makes one document again, prints its text, and says what was written and what was read.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from campaigns import results
from pipeline.jobs.finding_rows import Row
from pipeline.readers import read
from roundtrip.compare import Outcome, Wrong, findings_of, judge, read_back
from roundtrip.layouts import LAYOUTS
from roundtrip.specimen import BY_NAME, FORMATS, Key, Specimen, format_of, make

SECTION = "Round trip"
FAMILIES = tuple(dict.fromkeys(layout.family for layout in LAYOUTS))
_BATCH = 20
_LISTED = 60  # wrong findings in RESULTS.md; all are printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of documents and their facts (see ``Outcome``)."""

    documents: int = 0
    facts: int = 0
    right: int = 0
    review: int = 0
    doubtful: int = 0
    missed: int = 0
    wrong: int = 0

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> Tally:
        """Count the outcomes."""
        total = cls()
        for one in outcomes:
            total = cls(
                documents=total.documents + 1,
                facts=total.facts + one.facts,
                right=total.right + one.right,
                review=total.review + one.review,
                doubtful=total.doubtful + one.doubtful,
                missed=total.missed + one.facts - one.found,
                wrong=total.wrong + len(one.wrong),
            )
        return total

    @property
    def recall(self) -> float:
        """Share of the facts that were found, accepted or not, 0 to 1."""
        return (self.right + self.review) / self.facts if self.facts else 1.0


def keys_of(
    documents: int, *, first_seed: int = 0, layouts: Sequence[str] = (), format: str = ""
) -> tuple[Key, ...]:
    """Name ``documents`` for each family, its layouts in turn; ``layouts`` and ``format`` narrow the choice.

    >>> keys = keys_of(20)
    >>> len(keys) == 20 * len(FAMILIES)
    True
    """
    keys = []
    for family in FAMILIES:
        names = [name for name in BY_NAME if BY_NAME[name].family == family and (not layouts or name in layouts)]
        for number in range(documents if names else 0):
            turn, place = divmod(number, len(names))
            kind = format or format_of(turn + place)
            keys.append(Key(layout=names[place], seed=first_seed + turn, format=kind))
    return tuple(keys)


def run(
    keys: Sequence[Key], *, workers: int, work: Callable[[Key], Outcome] = read_back, batch: int = _BATCH
) -> Iterator[Outcome]:
    """Yield the outcome of each document, in the order of ``keys``, whatever the number of workers."""
    if workers <= 1:
        yield from map(work, keys)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_deaf) as pool:
        try:
            yield from pool.map(work, keys, chunksize=batch)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _deaf() -> None:
    """Leave Ctrl-C to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


# --- report ---

_LEGEND = """Counted are facts. *Right* were accepted automatically; *review* are right and wait for a person,
*doubtful* wait and are not; *missed* were not found; *wrong* were accepted and no fact bears them out."""


def report(outcomes: Sequence[Outcome], seconds: float) -> str:
    """Return the section: circumstances, counts by family, format and layout, and the wrong findings."""
    wrong = [one for outcome in outcomes for one in outcome.wrong]
    by_family = [(name, [one for one in outcomes if BY_NAME[one.key.layout].family == name]) for name in FAMILIES]
    by_format = [(name, [one for one in outcomes if one.key.format == name]) for name in FORMATS]
    by_layout = [(name, [one for one in outcomes if one.key.layout == name]) for name in sorted(BY_NAME)]
    return "\n\n".join(
        (
            results.circumstances(seconds),
            _LEGEND,
            _table("family", [*by_family, ("all", list(outcomes))]),
            _table("format", by_format),
            _table("layout", by_layout),
            wrong_lines(wrong),
        )
    )


def _table(name: str, groups: Sequence[tuple[str, Sequence[Outcome]]]) -> str:
    lines = [
        f"| {name} | documents | facts | right | review | missed | doubtful | wrong | found |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for label, outcomes in groups:
        one = Tally.of(outcomes)
        if one.documents:
            counts = (one.documents, one.facts, one.right, one.review, one.missed, one.doubtful, one.wrong)
            lines.append(f"| {label} | {' | '.join(f'{n:,}' for n in counts)} | {one.recall:.1%} |")
    return "\n".join(lines)


def wrong_lines(wrong: Sequence[Wrong]) -> str:
    if not wrong:
        return "Nothing wrong was accepted."
    lines = [f"- `{_cell(str(one))}`" for one in wrong[:_LISTED]]
    rest = len(wrong) - len(lines)
    return "\n".join(["Wrong:", "", *lines, *([f"- and {rest:,} more"] if rest else [])])


def _cell(text: str) -> str:
    return text.replace("`", "'")


# --- command ---


def watched(outcomes: Iterator[Outcome], total: int) -> Iterator[Outcome]:
    """Pass the outcomes on, print what is wrong, and keep a line of progress on standard error."""
    begin, facts, found, wrong = time.monotonic(), 0, 0, 0
    for number, one in enumerate(outcomes, 1):
        facts, found, wrong = facts + one.facts, found + one.found, wrong + len(one.wrong)
        for error in one.wrong:
            _clear()
            print(error)
        if number % _BATCH == 0 or number == total:
            left = (time.monotonic() - begin) / number * (total - number)
            _clear()
            sys.stderr.write(
                f"{number:,} of {total:,}: {found:,} of {facts:,} facts, {wrong:,} wrong, {left:.0f} s left"
            )
            sys.stderr.flush()
        yield one
    sys.stderr.write("\n")


def _clear() -> None:
    sys.stderr.write("\r\x1b[K" if sys.stderr.isatty() else "\n")


def show(key: Key) -> str:
    """Return one document's text as it was read, its facts, the findings, and what is missed or wrong."""
    specimen = make(key)
    rows = findings_of(specimen)
    outcome = judge(specimen, rows)
    document = read(specimen.data, name=f"dokumen{FORMATS[key.format].suffix}", sha256="0" * 64)
    blocks = [
        f"{'' if block.main else '~'}{block.kind[:5]:5} {block.number or '':>3} {block.span.of(document.text)}"
        for block in document.blocks
    ]
    return "\n".join(
        (
            f"{key}, published {specimen.published}",
            "--- blocks as read (~ outside the article)",
            *blocks,
            *judged_lines(specimen, rows, outcome),
        )
    )


def judged_lines(specimen: Specimen, rows: Sequence[Row], outcome: Outcome) -> Iterator[str]:
    """Yield the facts of a document, its findings, and what is missed or wrong."""
    yield "--- facts"
    yield from (str({name: value for name, value in fact.items() if value is not None}) for fact in specimen.facts)
    yield "--- findings"
    yield from map(finding_line, rows)
    yield "--- missed"
    yield from outcome.missed
    yield "--- wrong"
    yield from map(str, outcome.wrong)


def finding_line(row: dict[str, object]) -> str:
    shown = ("decision", "rule", "type", "region_code", "edition", "score", "category", "rank", "dimension",
             "indicator", "label", "count", "scope_code", "level", "n", "confidence")  # fmt: skip
    evidence = row["evidence"]
    quote = evidence["quote"] if isinstance(evidence, dict) else ""
    return f"{' '.join(f'{name}={row[name]}' for name in shown if row[name] is not None)} | {quote!r}"


def main() -> int:
    """Do what the command line asks; return 1 where something wrong was accepted, 130 after Ctrl-C."""
    options = options_of("campaigns.roundtrip", __doc__ or "", documents=2000, formats=tuple(FORMATS))
    if options.show:
        for name in options.layout:
            print(show(Key(layout=name, seed=options.seed, format=options.format or "text")))
        return 0
    keys = keys_of(options.documents, first_seed=options.seed, layouts=options.layout, format=options.format)
    begin = time.monotonic()
    try:
        outcomes = list(watched(run(keys, workers=options.workers), len(keys)))
    except KeyboardInterrupt:
        print("\nstopped; RESULTS.md is as it was", file=sys.stderr)
        return 130
    text = report(outcomes, time.monotonic() - begin)
    print(text)
    if not (options.layout or options.format or options.no_record):
        results.save(SECTION, text)
    return int(any(one.wrong for one in outcomes))


def full_name(name: str) -> str:
    """Return the full name of a layout, which may be given without its family. Raises ArgumentTypeError.

    >>> full_name("score_lists.headed_lists"), full_name("headed_lists")
    ('score_lists.headed_lists', 'score_lists.headed_lists')
    """
    fitting = [one for one in BY_NAME if name in {one, BY_NAME[one].name}]
    if len(fitting) != 1:
        known = ", ".join(fitting or BY_NAME)
        raise argparse.ArgumentTypeError(f"no one layout is called {name}; there are {known}")
    return fitting[0]


def options_of(prog: str, description: str, *, documents: int, formats: Sequence[str] = ()) -> argparse.Namespace:
    """Parse the command line of a campaign over generated documents: so many of each family unless told."""
    parser = argparse.ArgumentParser(
        prog=prog, description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--documents", type=int, default=documents, help="for each family of layouts (%(default)s)"
    )
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--layout", action="append", default=[], type=full_name, metavar="NAME")
    if formats:
        parser.add_argument("--format", default="", choices=["", *formats], metavar="|".join(formats))
    parser.add_argument("--seed", type=int, default=0, help="the first seed, or the one to show")
    parser.add_argument("--show", action="store_true", help="print one document (--layout, --seed and the like)")
    parser.add_argument("--no-record", action="store_true", help="leave RESULTS.md as it is")
    options = parser.parse_args()
    if options.show and not options.layout:
        parser.error("--show needs --layout")
    return options


if __name__ == "__main__":
    sys.exit(main())
