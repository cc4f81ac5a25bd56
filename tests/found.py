"""What the rules find in documents with known facts, written as lines, so that who changes a rule sees what changes.

``make found`` writes the lines anew: of the annotated documents and of two generated ones of each layout.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from finding_lines import lines_of
from pipeline.extract import extract
from pipeline.model import Extraction, Finding
from pipeline.readers import read
from pipeline.reference import Reference, load_reference
from roundtrip.compare import findings_of, judge
from roundtrip.specimen import BY_NAME, FORMATS, Key, make

HERE = Path(__file__).resolve().parent
DOCUMENTS = HERE / "gold" / "documents"
SEEDS = {"text": 1, "html": 2}
"""The generated documents of each layout: their formats, each with its seed."""
ANNOTATED = HERE / "gold" / "found.txt"
GENERATED = HERE / "roundtrip" / "found.txt"
_HEAD = "# "


def names(path: Path) -> tuple[str, ...]:
    """Return the documents whose lines stand in a file, ``ANNOTATED`` or ``GENERATED``."""
    if path == ANNOTATED:
        return tuple(sorted(one.name for one in DOCUMENTS.glob("*.txt")))
    return tuple(f"{layout}{FORMATS[form].suffix}" for layout in BY_NAME for form in SEEDS)


def stand(path: Path) -> dict[str, str]:
    """Return the lines of each document as they stand in a file."""
    parts = path.read_text(encoding="utf-8").split(_HEAD)[1:]
    return {name: lines.rstrip("\n") for name, _, lines in (part.partition("\n") for part in parts)}


def found(name: str, reference: Reference) -> str:
    """Read and extract a document; return a line on what it is, then one for each finding and notice.

    Of a generated document, whose facts are all known, the last lines tell the facts that are missed.
    """
    annotated = DOCUMENTS / name
    specimen = None if annotated.exists() else make(_key(name))
    data = specimen.data if specimen else annotated.read_bytes()
    document = read(data, name=name, sha256=hashlib.sha256(data).hexdigest())
    lines = list(_lines(extract(document, family=name, name=name, reference=reference)))
    missed = judge(specimen, findings_of(specimen)).missed if specimen else ()
    return "\n".join([*lines, *(f"missed {fact}" for fact in missed)])


def _key(name: str) -> Key:
    layout, _, suffix = name.rpartition(".")
    form = next(form for form in SEEDS if FORMATS[form].suffix == f".{suffix}")
    return Key(layout=layout, seed=SEEDS[form], format=form)


def _lines(extraction: Extraction) -> Iterator[str]:
    about = extraction.metadata
    dates = f"published {about.published}, event {about.event_date}"
    yield f"{about.kind} by {about.issuer} of {about.region_code}, {dates}"
    yield from (f"notice {notice.code}" for notice in extraction.notices)
    for place, one in enumerate(extraction.findings):
        percent = " %" if place in extraction.percents else ""
        yield f"{'; '.join(lines_of(one))}{percent} | {_circumstances(one)}"


def _circumstances(one: Finding) -> str:
    further = (one.rank_scope, one.basis, one.stage, one.unit)
    places = ", ".join(f"{evidence.span.start}-{evidence.span.end}" for evidence in one.evidence)
    said = (one.edition or "open", one.decision, one.rule, *(value for value in further if value), places)
    return " | ".join(said)


def main() -> None:
    """Write the lines of all documents, and say how to read what changed."""
    reference = load_reference()
    for path in (ANNOTATED, GENERATED):
        text = "\n\n".join(f"{_HEAD}{name}\n{found(name, reference)}" for name in names(path))
        path.write_text(f"{text}\n", encoding="utf-8")
    sys.stdout.write(
        "found: written; git diff tests/gold/found.txt tests/roundtrip/found.txt shows what changed\n"
    )


if __name__ == "__main__":
    main()
