"""How long reading a PDF takes, as ratios measured side by side in one run.

    PYTHONPATH=tests python -m benchmarks.pdf --documents 200

The whole reading of release-like PDFs with a text layer (the samples, and generated releases) is set against
pdfplumber's text and tables of every page, and against pypdfium2's text alone, which is the limit. Each file is
read in turn by all three, and the shortest of some rounds counts.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pdfplumber
import pypdfium2

from pipeline.readers import read
from roundtrip.corpus import write_corpus

ROUNDS = 3
SAMPLES = Path(__file__).resolve().parents[2] / "corpus" / "samples"


def whole(data: bytes) -> None:
    """Read a file as a run does."""
    read(data, name="rilis.pdf", sha256=hashlib.sha256(data).hexdigest(), media_type="application/pdf")


def plumbed(data: bytes) -> None:
    """Take text and tables of every page by pdfplumber."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()


def text_alone(data: bytes) -> None:
    """Take the text of every page by pypdfium2."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_bounded()
    document.close()


TASKS: tuple[Callable[[bytes], None], ...] = (whole, plumbed, text_alone)


def pages_of(data: bytes) -> int:
    """Return the number of pages of a file."""
    document = pypdfium2.PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()


def measure(files: Sequence[bytes], *, rounds: int = ROUNDS) -> tuple[float, ...]:
    """Return the processor seconds that each of ``TASKS`` takes for all files."""
    for task in TASKS:  # libraries are loaded before the clock runs
        task(files[0])
    totals = [0.0] * len(TASKS)
    for data in files:
        shortest = [min(_seconds(task, data) for _ in range(rounds)) for task in TASKS]
        totals = [total + one for total, one in zip(totals, shortest, strict=True)]
    return tuple(totals)


def _seconds(task: Callable[[bytes], None], data: bytes) -> float:
    begin = time.process_time()
    task(data)
    return time.process_time() - begin


def as_lines(name: str, files: Sequence[bytes], seconds: Sequence[float]) -> Iterator[str]:
    """Say what was measured: milliseconds a page, and the two ratios."""
    pages = sum(map(pages_of, files))
    ours, plumber, text = seconds
    each = ", ".join(
        f"{who} {1000 * total / pages:.2f}"
        for who, total in zip(("ours", "pdfplumber", "pypdfium2 text"), seconds, strict=True)
    )
    yield f"{name}: {len(files)} files, {pages} pages; ms a page: {each}"
    yield f"  to pdfplumber's text and tables as {ours / plumber:.3f}, to pypdfium2's text as {ours / text:.1f}"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="benchmarks.pdf", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=200, help="generated, of all formats (200)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_corpus(Path(folder), options.documents)
        sets = {"samples": SAMPLES, "generated": Path(folder)}
        for name, place in sets.items():
            files = [path.read_bytes() for path in sorted(place.glob("*.pdf"))]
            if files:
                sys.stdout.writelines(f"{line}\n" for line in as_lines(name, files, measure(files)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
