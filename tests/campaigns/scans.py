"""Scans in bulk: generated documents are printed, scanned badly, read by OCR and compared with what was written.

    PYTHONPATH=tests python -m campaigns.scans --documents 30 --workers 2
    PYTHONPATH=tests python -m campaigns.scans --layout NAME --seed N --show

The first form scans that many documents of each family of layouts and writes a section of ``RESULTS.md``; the
second scans one document again, prints its text, and says what was written and what was read. Needs Tesseract.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from campaigns import results, roundtrip
from campaigns.roundtrip import FAMILIES, Tally, keys_of
from pipeline.readers import read
from pipeline.readers.ocr.engines import NO_ENGINE, ocr_engine
from press.scan import ScanStyle, jpeg_bytes, pdf_bytes, png_bytes, rendered, scanned, tiff_bytes
from roundtrip.compare import Outcome, findings_in, judge, read_back
from roundtrip.specimen import BY_NAME, Key, Specimen, make

SECTION = "Scans"
_BATCH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A document as a scan: how it was scanned, and the file with its name."""

    specimen: Specimen
    style: ScanStyle
    name: str
    data: bytes


def scan_of(key: Key) -> Scan:
    """Print the document and scan it in a style drawn from its key, as PDF or TIFF, of one page also a picture."""
    specimen = make(key)
    rng = np.random.default_rng([key.seed, *key.layout.encode()])
    style = ScanStyle.drawn(rng)
    pages = scanned(rendered(specimen.data, style.dpi), style, key.seed)
    kinds = ["pdf", "tif"] if len(pages) > 1 else ["pdf", "pdf", "png", "jpg", "tif"]
    kind = str(rng.choice(kinds))
    data = {
        "pdf": lambda: pdf_bytes(pages, style),
        "tif": lambda: tiff_bytes(pages, style),
        "png": lambda: png_bytes(pages[0], style),
        "jpg": lambda: jpeg_bytes(pages[0], style),
    }[kind]()
    return Scan(specimen=specimen, style=style, name=f"dokumen.{kind}", data=data)


def read_scan(key: Key) -> Outcome:
    """Scan the document and judge what the pipeline reads from it."""
    scan = scan_of(key)
    return judge(scan.specimen, findings_in(scan.data, name=scan.name))


# --- report ---

_LEGEND = """Documents of the round trip, printed and scanned at 150 or 200 dpi with noise, blur, JPEG artefacts,
skew up to two degrees, dust and uneven light, a third with a stamp and a signature; as PDF, TIFF, PNG or JPEG.
Counted are facts as in the round trip; *from the text* is how many are accepted where the same PDF is read by its
text."""


def report(outcomes: Sequence[Outcome], plain: Sequence[Outcome], seconds: float) -> str:
    """Return the section: circumstances, counts by family and by what scans were like, and wrong findings."""
    wrong = [one for outcome in outcomes for one in outcome.wrong]
    by_text = {one.key: one for one in plain}
    scans = {one.key: scan_of(one.key) for one in outcomes}
    groups: list[tuple[str, Callable[[Outcome], bool]]] = [
        *((name, lambda one, name=name: BY_NAME[one.key.layout].family == name) for name in FAMILIES),
        *((f"{dpi} dpi", lambda one, dpi=dpi: scans[one.key].style.dpi == dpi) for dpi in (150, 200)),
        ("stamped", lambda one: scans[one.key].style.stamp),
        *((kind.upper(), lambda one, kind=kind: scans[one.key].name.endswith(kind)) for kind in _KINDS),
        ("all", lambda _: True),
    ]
    return "\n\n".join(
        (
            f"{results.circumstances(seconds)} {ocr_engine()}.",
            _LEGEND,
            _table([(name, [one for one in outcomes if belongs(one)]) for name, belongs in groups], by_text),
            roundtrip.wrong_lines(wrong),
        )
    )


_KINDS = ("pdf", "tif", "png", "jpg")


def _table(groups: Sequence[tuple[str, Sequence[Outcome]]], by_text: dict[Key, Outcome]) -> str:
    lines = [
        "| scans | documents | facts | right | review | missed | doubtful | wrong | found | from the text |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for label, outcomes in groups:
        one = Tally.of(outcomes)
        text = Tally.of(by_text[outcome.key] for outcome in outcomes)
        counts = (one.documents, one.facts, one.right, one.review, one.missed, one.doubtful, one.wrong)
        shown = " | ".join(f"{n:,}" for n in counts)
        lines.append(f"| {label} | {shown} | {one.recall:.1%} | {text.right:,} |")
    return "\n".join(lines)


# --- command ---


def show(key: Key) -> str:
    """Return a scan's text as it was read, with its doubtful words, its facts, findings, and what is wrong."""
    scan = scan_of(key)
    rows = findings_in(scan.data, name=scan.name)
    outcome = judge(scan.specimen, rows)
    document = read(scan.data, name=scan.name, sha256="0" * 64)
    unsure = [
        f"{word.span.of(document.text)} {word.confidence}" for word in document.words if word.confidence < 0.85
    ]
    return "\n".join(
        (
            f"{key} {scan.name} {scan.style}",
            *(f"{block.kind[:5]:5} {block.span.of(document.text)}" for block in document.blocks),
            "--- unsure",
            "; ".join(unsure),
            *roundtrip.judged_lines(scan.specimen, rows, outcome),
        )
    )


def main() -> int:
    """Do what the command line asks; return 1 where something wrong was accepted, 2 without an engine."""
    options = roundtrip.options_of("campaigns.scans", __doc__ or "", documents=30)
    if ocr_engine() == NO_ENGINE:
        print("scans need Tesseract with Indonesian data", file=sys.stderr)
        return 2
    if options.show:
        for name in options.layout:
            print(show(Key(layout=name, seed=options.seed, format="pdf")))
        return 0
    keys = keys_of(options.documents, first_seed=options.seed, layouts=options.layout, format="pdf")
    begin = time.monotonic()
    outcomes = list(
        roundtrip.watched(roundtrip.run(keys, workers=options.workers, work=read_scan, batch=_BATCH), len(keys))
    )
    seconds = time.monotonic() - begin
    text = report(outcomes, [read_back(key) for key in keys], seconds)
    print(text)
    if not (options.layout or options.no_record):
        results.save(SECTION, text)
    return int(any(one.wrong for one in outcomes))


if __name__ == "__main__":
    sys.exit(main())
