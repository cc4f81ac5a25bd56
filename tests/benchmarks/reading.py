"""How long the pipeline takes, as ratios measured side by side in one run.

    PYTHONPATH=tests python -m benchmarks.reading --documents 200

Two questions on one generated corpus: how much longer extraction takes than plain reading of the same files
(pdfplumber's text, trafilatura's text, Word's paragraphs, decoding), by format; and how much of a first run a
second one costs that finds nothing new, or one new document. Seconds depend on the machine, ratios hardly: only
those matter.
"""

from __future__ import annotations

import argparse
import io
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import docx
import pdfplumber
import trafilatura

from pipeline.jobs import stages, work
from pipeline.jobs.survey import Filed, filed_in
from pipeline.model import Parsed
from roundtrip.corpus import write_corpus

_SUFFIXES = (".txt", ".html", ".docx", ".pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """Processor seconds of a task and of its yardstick, over so many documents."""

    name: str
    documents: int
    seconds: float
    yardstick: float

    @property
    def ratio(self) -> float:
        """How many times the yardstick the task takes."""
        return self.seconds / self.yardstick


def plain_text(path: Path) -> str:
    """Return the words of a file by the shortest way its library offers."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            return "\n".join(page.extract_text() for page in pdf.pages)
    if path.suffix == ".html":
        return trafilatura.extract(data.decode("utf-8")) or ""
    if path.suffix == ".docx":
        document = docx.Document(io.BytesIO(data))
        cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
        return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))
    return data.decode("utf-8")


def extracted(path: Path) -> int:
    """Read and extract a file in this process; return the number of findings."""
    [source] = filed_in([path])
    record = work.take(source.item, source.location) if isinstance(source, Filed) else None
    if not isinstance(record, Parsed):
        raise TypeError(f"{path.name} was not read")
    return len(record.extraction.findings)


@contextmanager
def clocked(into: dict[str, float], name: str) -> Iterator[None]:
    """Add the processor time of a block, child processes that ended in it included, to ``into[name]``."""
    before = _processor_seconds()
    yield
    into[name] += _processor_seconds() - before


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + used.ru_utime + used.ru_stime


def extraction_against_reading(folder: Path) -> tuple[Ratio, ...]:
    """Compare, file by file in turn, extraction with plain reading: a ratio a format, and all."""
    plain: dict[str, float] = defaultdict(float)
    ours: dict[str, float] = defaultdict(float)
    counts: dict[str, int] = defaultdict(int)
    paths = [path for path in sorted(folder.iterdir()) if path.suffix in _SUFFIXES]
    for suffix in _SUFFIXES:  # libraries and tables are loaded before the clock runs
        for path in [path for path in paths if path.suffix == suffix][:1]:
            plain_text(path)
            extracted(path)
    for path in paths:
        with clocked(plain, path.suffix):
            plain_text(path)
        with clocked(ours, path.suffix):
            extracted(path)
        counts[path.suffix] += 1
    each = [
        Ratio(name=f"extract {suffix}", documents=counts[suffix], seconds=ours[suffix], yardstick=plain[suffix])
        for suffix in _SUFFIXES
        if counts[suffix]
    ]
    return (*each, _sum("extract all", each))


def _sum(name: str, ratios: list[Ratio]) -> Ratio:
    return Ratio(
        name=name,
        documents=sum(one.documents for one in ratios),
        seconds=sum(one.seconds for one in ratios),
        yardstick=sum(one.yardstick for one in ratios),
    )


def later_runs_against_first(corpus: Path, out: Path, *, workers: int = 1) -> tuple[Ratio, ...]:
    """Compare runs over an unchanged corpus, and over one with one new document, with the first run."""
    seconds: dict[str, float] = defaultdict(float)
    documents = sum(path.suffix in _SUFFIXES for path in corpus.iterdir())

    def run(name: str) -> None:
        with clocked(seconds, name):
            stages.run(corpus, out, workers=workers)

    run("first")
    run("nothing new")
    (corpus / "tambahan.txt").write_text("Skor IKP 2024 Kabupaten Dompu 41,20, rawan sedang.\n", encoding="utf-8")
    run("one new document")
    return tuple(
        Ratio(name=f"run, {name}", documents=documents, seconds=seconds[name], yardstick=seconds["first"])
        for name in ("nothing new", "one new document")
    )


def measure(documents: int, folder: Path, *, say: Callable[[str], None]) -> tuple[Ratio, ...]:
    """Write a corpus of that many documents below ``folder`` and measure both."""
    say(f"writing {documents} documents")
    corpus = folder / "corpus"
    write_corpus(corpus, documents)
    say("extraction against plain reading")
    reading = extraction_against_reading(corpus)
    say("later runs against the first")
    return (*reading, *later_runs_against_first(corpus, folder / "out"))


def as_table(ratios: tuple[Ratio, ...]) -> str:
    """Return the ratios as a table."""
    lines = [f"{'':24} {'documents':>9} {'ms each':>9} {'yardstick':>9} {'ratio':>8}"]
    for one in ratios:
        each, yardstick = (1000 * seconds / one.documents for seconds in (one.seconds, one.yardstick))
        lines.append(f"{one.name:24} {one.documents:9} {each:9.2f} {yardstick:9.2f} {one.ratio:8.3f}")
    return "\n".join(lines)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="benchmarks.reading", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=200)
    options = parser.parse_args()
    begin = time.monotonic()

    def say(line: str) -> None:
        print(f"{time.monotonic() - begin:6.1f} s  {line}", file=sys.stderr)

    with tempfile.TemporaryDirectory() as folder:
        print(as_table(measure(options.documents, Path(folder), say=say)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
