"""Doubtful words of scans: what rests on them goes to a person, the rest is accepted as from any document."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from pipeline.extract import extract
from pipeline.extract.doubts.scans import SURE_DIGITS, SURE_LETTERS, struck
from pipeline.model import Document, Finding, Place, ScannedWord, Span
from pipeline.readers.builder import RowCell, TextBuilder
from pipeline.reference import Reference

Blocks = Callable[[TextBuilder], None]

LEAD = "Bawaslu Provinsi Jawa Tengah menyampaikan hasil Indeks Kerawanan Pemilu (IKP) 2024."


def scan(build: Blocks, *, doubtful: str = "", sure: float = 0.95, unsure: float = 0.3) -> Document:
    """Return a document all of whose words come from a scan; those that ``doubtful`` matches are unsure."""
    builder = TextBuilder()
    build(builder)
    text = builder.text
    hits = [match.span() for match in re.finditer(doubtful, text)] if doubtful else []
    assert bool(hits) == bool(doubtful)
    words = tuple(
        ScannedWord(
            span=Span(start=match.start(), end=match.end()),
            place=Place(page=1, bbox=(0, 0, 1, 1)),
            confidence=unsure if any(a < match.end() and match.start() < b for a, b in hits) else sure,
        )
        for match in re.finditer(r"\S+", text)
    )
    return Document(
        sha256="0" * 64,
        media_type="image/png",
        text=text,
        blocks=builder.blocks,
        reader="image",
        reader_version=1,
        words=words,
    )


def table(builder: TextBuilder) -> None:
    builder.add("heading", "INDEKS KERAWANAN PEMILU 2024")
    builder.add("paragraph", LEAD)
    for row in (
        ("No", "Kabupaten/Kota", "Skor", "Kategori"),
        ("1", "Kabupaten Wonosobo", "58,35", "Tinggi"),
        ("2", "Kota Semarang", "73,26", "Tinggi"),
        ("3", "Kota Pekalongan", "28,38", "Sedang"),
    ):
        builder.row([RowCell(text=cell) for cell in row], table=1)


def prose(builder: TextBuilder) -> None:
    builder.add("heading", "Hasil IKP 2024 Jawa Tengah")
    builder.add("paragraph", LEAD)
    builder.add("paragraph", "Kota Semarang memperoleh skor 73,26 dan masuk kategori rawan tinggi.")


def headed(builder: TextBuilder) -> None:
    builder.add("paragraph", LEAD)
    builder.add("heading", "Kategori Rawan Tinggi")
    builder.add("list_item", "Kota Semarang", marker="1. ", number=1)
    builder.add("heading", "Kategori Rawan Sedang")
    builder.add("list_item", "Kabupaten Batang", marker="1. ", number=1)


def findings(document: Document, reference: Reference) -> dict[str | None, Finding]:
    extraction = extract(document, family="a.png", name="a.png", reference=reference)
    return {finding.region_code: finding for finding in extraction.findings}


def decisions(document: Document, reference: Reference) -> dict[str | None, str]:
    return {code: finding.decision for code, finding in findings(document, reference).items()}


WONOSOBO, SEMARANG, PEKALONGAN, BATANG = "33.07", "33.74", "33.75", "33.25"


@pytest.mark.parametrize("build", [table, prose, headed])
def test_a_scan_whose_words_are_sure_is_like_any_document(build: Blocks, reference: Reference) -> None:
    assert set(decisions(scan(build), reference).values()) == {"auto"}


@pytest.mark.parametrize("doubtful", ["73,26", "Semarang", r"Kota(?= Semarang)", "Tinggi(?=\n3)"])
def test_a_doubtful_word_of_a_row_sends_it_to_review_with_its_reading(doubtful: str, reference: Reference) -> None:
    document = scan(table, doubtful=doubtful)
    assert decisions(document, reference) == {WONOSOBO: "auto", SEMARANG: "review", PEKALONGAN: "auto"}
    finding = findings(document, reference)[SEMARANG]
    assert (finding.score, finding.category) == (Decimal("73.26"), "tinggi")
    assert finding.confidence < findings(document, reference)[WONOSOBO].confidence


@pytest.mark.parametrize("doubtful", ["73,26", "Semarang", "tinggi"])
def test_a_doubtful_word_of_a_sentence_sends_it_to_review(doubtful: str, reference: Reference) -> None:
    assert decisions(scan(prose, doubtful=doubtful), reference) == {SEMARANG: "review"}


def test_the_number_of_a_row_is_none_of_its_values(reference: Reference) -> None:
    assert set(decisions(scan(table, doubtful=r"1(?=\tKab)"), reference).values()) == {"auto"}


def test_the_year_in_the_title_decides_all_editions(reference: Reference) -> None:
    document = scan(table, doubtful="2024")
    assert set(decisions(document, reference).values()) == {"review"}
    assert {finding.edition for finding in findings(document, reference).values()} == {"ikp_2024"}


def test_the_heading_over_a_list_decides_its_levels(reference: Reference) -> None:
    assert decisions(scan(headed, doubtful="Tinggi"), reference) == {SEMARANG: "review", BATANG: "auto"}


def test_what_is_said_of_a_region_that_was_carried_over_waits(reference: Reference) -> None:
    def build(builder: TextBuilder) -> None:
        builder.add("paragraph", "Bawaslu Provinsi Jawa Tengah memetakan TPS rawan untuk Pemilu 2024.")
        builder.add("paragraph", "Hasil pemetaan TPS di Kabupaten Batang:")
        builder.add(
            "list_item", "TPS yang memiliki riwayat surat suara tertukar (4.329 TPS)", marker="1. ", number=1
        )
        builder.add("paragraph", "Bagian Hubunsan Misvarakat")
        builder.add("list_item", "TPS yang memiliki riwayat kekurangan logistik (353 TPS)", marker="2. ", number=2)

    document = scan(build, doubtful="Bagian Hubunsan Misvarakat")
    extraction = extract(document, family="a.png", name="a.png", reference=reference)
    assert [(finding.count, finding.decision) for finding in extraction.findings] == [
        (4329, "review"),
        (353, "review"),
    ]


def test_a_doubtful_word_elsewhere_harms_nothing(reference: Reference) -> None:
    assert set(decisions(scan(table, doubtful="menyampaikan"), reference).values()) == {"auto"}


def test_a_digit_must_be_surer_than_a_letter(reference: Reference) -> None:
    assert SURE_LETTERS < SURE_DIGITS
    between = (SURE_LETTERS + SURE_DIGITS) / 2
    assert decisions(scan(prose, doubtful="73,26", unsure=between), reference) == {SEMARANG: "review"}
    assert decisions(scan(prose, doubtful="Semarang", unsure=between), reference) == {SEMARANG: "auto"}


@pytest.mark.parametrize("score", ["73", "7"])
def test_a_score_without_decimals_may_have_lost_its_sign(score: str, reference: Reference) -> None:
    def build(builder: TextBuilder) -> None:
        builder.add("paragraph", LEAD)
        builder.add("paragraph", f"Kota Semarang memperoleh skor {score} dalam IKP 2024.")

    (finding,) = findings(scan(build), reference).values()
    assert (finding.score, finding.decision) == (Decimal(score), "review")


def test_a_misspelt_region_may_be_another(reference: Reference) -> None:
    def build(builder: TextBuilder) -> None:
        builder.add("paragraph", LEAD)
        builder.add("paragraph", "Kabupaten Wonosbo memperoleh skor 58,35 dan masuk kategori rawan tinggi.")

    assert decisions(scan(build), reference) == {WONOSOBO: "review"}


def test_text_beside_a_scan_is_as_sure_as_ever(reference: Reference) -> None:
    document = scan(table, doubtful="73,26")
    first = document.text.index("No\t")
    mixed = Document(
        **{
            name: getattr(document, name)
            for name in ("sha256", "media_type", "text", "blocks", "reader", "reader_version")
        },
        words=tuple(word for word in document.words if word.span.start < first),
    )
    assert set(decisions(mixed, reference).values()) == {"auto"}


def test_struck_words_are_gone_and_all_else_stays_in_its_place() -> None:
    document = scan(prose, doubtful="73,26")
    without = struck(document)
    assert len(without.text) == len(document.text)
    assert "73,26" not in without.text
    assert without.text.replace("\u25a1" * 5, "73,26") == document.text
    sure = scan(prose)
    assert struck(sure) is sure
