"""Odd PDFs: every file of a folder is read by our reader, and by pdfplumber alone, under the same limits.

    PYTHONPATH=tests python -m campaigns.odd_files FOLDER --workers 2

Made for the test files of a PDF viewer, which are not ours to keep here. Each file has to be read or refused under
a named reason; what hangs, crashes or surprises its reader is listed by name. Writes a section of ``RESULTS.md``.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pdfplumber

from campaigns import results
from pipeline.errors import ReadError
from pipeline.jobs import work
from pipeline.jobs.children import Died, run_apart
from pipeline.readers import read
from pipeline.readers.ocr.engines import ocr_engine

SECTION = "Odd PDFs"
_KILOBYTE = 1024
_LISTED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of a file: ``read`` or a reason; characters, seconds, and the most its process ever took."""

    verdict: str
    surprise: str = ""
    characters: int = 0
    seconds: float = 0.0
    memory: int = 0


def by_us(path: Path) -> Fate:
    """Read a file as a run does. A reader that failed in a way it did not foresee is a surprise."""
    data = path.read_bytes()
    begin = time.perf_counter()
    try:
        document = read(
            data, name=path.name, sha256=hashlib.sha256(data).hexdigest(), media_type="application/pdf"
        )
    except ReadError as error:
        surprise = str(error) if "reader failed" in error.what else ""
        return _fate(error.code, begin, surprise=surprise)
    return _fate("read", begin, characters=len(document.text))


def by_pdfplumber(path: Path) -> Fate:
    """Read text and tables of each page, as its documentation shows; what it raises is its verdict."""
    begin = time.perf_counter()
    try:
        with pdfplumber.open(io.BytesIO(path.read_bytes())) as pdf:
            characters = 0
            for page in pdf.pages:
                characters += len(page.extract_text() or "")
                page.extract_tables()
                page.close()
            verdict = "read" if pdf.pages else "no pages"
    except Exception as error:  # noqa: BLE001 - pdfminer raises anything
        return _fate(type(error).__name__, begin)
    return _fate(verdict, begin, characters=characters)


def _fate(verdict: str, begin: float, *, surprise: str = "", characters: int = 0) -> Fate:
    return Fate(
        verdict=verdict,
        surprise=surprise,
        characters=characters,
        seconds=time.perf_counter() - begin,
        memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTE,
    )


def fates(
    function: Callable[[Path], Fate], paths: Sequence[Path], *, workers: int, say: Callable[[int], None]
) -> dict[Path, Fate]:
    """Read all files, each within the limits of a run."""
    found: dict[Path, Fate] = {}
    for path, fate in run_apart(function, paths, workers=workers, limits=work.LIMITS):
        found[path] = Fate(verdict=fate.reason) if isinstance(fate, Died) else fate
        say(len(found))
    return found


def report(ours: dict[Path, Fate], theirs: dict[Path, Fate], seconds: float) -> str:
    """Return the section: counts side by side, the slowest and hungriest, and what must not be."""
    columns = {"ours": ours, "pdfplumber alone": theirs}
    rows = [
        ("read", *(_count(fates, "read") for fates in columns.values())),
        ("read, with text", *(sum(one.characters > 0 for one in fates.values()) for fates in columns.values())),
        (
            "characters, thousands",
            *(sum(f.characters for f in fates.values()) // 1000 for fates in columns.values()),
        ),
        ("refused, or raised", *(_refused(fates) for fates in columns.values())),
        ("hung, crashed or too greedy", *(_killed(fates) for fates in columns.values())),
        ("seconds in all", *(round(sum(one.seconds for one in fates.values())) for fates in columns.values())),
        (
            "slowest, seconds",
            *(round(max(one.seconds for one in fates.values()), 1) for fates in columns.values()),
        ),
        ("largest process, MB", *(max(one.memory for one in fates.values()) >> 20 for fates in columns.values())),
    ]
    table = "\n".join(
        [f"| {len(ours)} files | {' | '.join(columns)} |", "| --- | ---: | ---: |"]
        + [f"| {name} | {one} | {two} |" for name, one, two in rows]
    )
    reasons = "\n\n".join(f"{name}: {_reasons(fates)}." for name, fates in columns.items())
    surprises = [f"- {path.name}: {fate.surprise}" for path, fate in ours.items() if fate.surprise]
    killed = [f"- {path.name}: {fate.verdict}" for path, fate in ours.items() if fate.verdict in _DEATHS]
    wrong = (
        "\n".join([*killed, *surprises][:_LISTED])
        or "None hung, crashed, outgrew its limits or surprised its reader."
    )
    return "\n\n".join(
        (results.circumstances(seconds), f"OCR: {ocr_engine()}.", table, reasons, f"### Must not be\n\n{wrong}")
    )


_DEATHS = frozenset({"timeout", "memory", "crashed"})


def _count(fates: dict[Path, Fate], verdict: str) -> int:
    return sum(one.verdict == verdict for one in fates.values())


def _killed(fates: dict[Path, Fate]) -> int:
    return sum(one.verdict in _DEATHS for one in fates.values())


def _refused(fates: dict[Path, Fate]) -> int:
    return len(fates) - _count(fates, "read") - _killed(fates)


def _reasons(fates: dict[Path, Fate]) -> str:
    counts = Counter(one.verdict for one in fates.values())
    return ", ".join(f"{verdict} {count}" for verdict, count in counts.most_common())


def main() -> int:
    """Run the campaign; 0 where every file was read or refused under a name, and 1 otherwise."""
    parser = argparse.ArgumentParser(
        prog="campaigns.odd_files", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--no-record", action="store_true", help="leave RESULTS.md as it is")
    options = parser.parse_args()
    paths = sorted(path for path in options.folder.rglob("*.pdf") if path.is_file())
    if not paths:
        print(f"{options.folder}: holds no PDF; name a folder of them", file=sys.stderr)
        return 2
    begin = time.monotonic()

    def say(who: str) -> Callable[[int], None]:
        return lambda done: print(f"{done} of {len(paths)} by {who}", file=sys.stderr) if done % 50 == 0 else None

    ours = fates(by_us, paths, workers=options.workers, say=say("us"))
    theirs = fates(by_pdfplumber, paths, workers=options.workers, say=say("pdfplumber"))
    text = report(ours, theirs, time.monotonic() - begin)
    print(text)
    if not options.no_record:
        results.save(SECTION, text)
    return int(any(fate.surprise or fate.verdict in _DEATHS for fate in ours.values()))


if __name__ == "__main__":
    from campaigns.odd_files import main as by_name  # the children import what they call, and never a program

    sys.exit(by_name())
