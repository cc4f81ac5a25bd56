"""What a reader was not sure of is never accepted without a person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.extract import extract
from pipeline.extract.doubts.readers import LEAST_GRADE
from pipeline.model import Document
from pipeline.readers.builder import RowCell
from pipeline.readers.drafts import Draft, build
from pipeline.reference import Reference

TITLE = "Skor Indeks Kerawanan Pemilu (IKP) 2024 Kabupaten/Kota di Provinsi Banten"
HEAD = ("Kabupaten/Kota", "Skor", "Kategori")
ROWS = (("Kabupaten Pandeglang", "77,73", "Tinggi"), ("Kota Cilegon", "32,40", "Sedang"))


def row(texts: tuple[str, ...], confidence: float | None = None) -> Draft:
    cells = tuple(RowCell(text=text) for text in texts)
    return Draft(kind="table_row", cells=cells, table=1, confidence=confidence)


def document(second: float | None = None, grade: float = 1.0) -> Document:
    drafts = [Draft(kind="heading", text=TITLE), row(HEAD), row(ROWS[0]), row(ROWS[1], second)]
    built = build(drafts)
    return Document(
        sha256="a" * 64,
        media_type="application/pdf",
        text=built.text,
        blocks=built.blocks,
        reader="pdf",
        reader_version=1,
        grade=grade,
    )


def decisions(read: Document, reference: Reference) -> dict[str | None, str]:
    found = extract(read, family="a.pdf", name="a.pdf", reference=reference).findings
    return {finding.region_code: finding.decision for finding in found if finding.type == "score"}


def test_a_sure_table_is_accepted(reference: Reference) -> None:
    assert decisions(document(), reference) == {"36.01": "auto", "36.72": "auto"}


def test_a_disputed_row_waits_and_the_others_do_not(reference: Reference) -> None:
    assert decisions(document(0.5), reference) == {"36.01": "auto", "36.72": "review"}


@pytest.mark.parametrize(("grade", "decision"), [(LEAST_GRADE, "auto"), (LEAST_GRADE - 0.01, "review")])
def test_of_a_scant_reading_nothing_is_accepted(grade: float, decision: str, reference: Reference) -> None:
    read = replace(document(), grade=grade)
    assert set(decisions(read, reference).values()) == {decision}
