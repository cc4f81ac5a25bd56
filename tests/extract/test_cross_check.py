"""Findings beside the official figures: surer where they agree, for a person where they do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model import Document, Extraction
from pipeline.reference.calibration import KNOWN_DOUBT

Take = Callable[[str], tuple[Document, Extraction]]

LEAD = "Bawaslu RI meluncurkan Indeks Kerawanan Pemilu (IKP) 2024 pada 16 Desember 2022.\n\n"

AGREES = {
    "a province's own score": "Provinsi Banten mencatat skor 66,53.",
    "to the decimals given": "Provinsi Banten mencatat skor 66,5.",
    "a tally of the country": "Sebanyak 85 kabupaten/kota masuk kategori rawan tinggi.",
}
CONTRADICTS = {
    "another score": "Provinsi Banten mencatat skor 65,53.",
    "another level than the official one": "Provinsi Banten masuk kategori rawan tinggi.",
    "a level that the score cannot have": "Kabupaten Blora mendapat skor 80,10 dan masuk kategori rawan rendah.",
    "another tally of the country": "Sebanyak 58 kabupaten/kota di Indonesia masuk kategori rawan tinggi.",
}
SAYS_NOTHING = {
    "no official score": "Kabupaten Blora mendapat skor 41,27.",
    "a tally of a province": "Di Jawa Tengah ada 7 kabupaten/kota yang masuk kategori rawan tinggi.",
}


@pytest.fixture
def raw(raw_take: Take) -> Callable[[str], list[tuple[str, float]]]:
    def of_text(text: str) -> list[tuple[str, float]]:
        _, extraction = raw_take(LEAD + text)
        return [(finding.type, finding.confidence) for finding in extraction.findings]

    return of_text


@pytest.mark.parametrize("text", AGREES.values(), ids=AGREES.keys())
def test_what_agrees_is_surer(text: str, raw: Callable[[str], list[tuple[str, float]]]) -> None:
    assert [confidence for _, confidence in raw(text)] == [0.99]


@pytest.mark.parametrize("text", CONTRADICTS.values(), ids=CONTRADICTS.keys())
def test_what_contradicts_waits_for_a_person(text: str, raw: Callable[[str], list[tuple[str, float]]]) -> None:
    found = raw(text)
    assert found
    assert max(confidence for _, confidence in found) <= KNOWN_DOUBT


@pytest.mark.parametrize("text", SAYS_NOTHING.values(), ids=SAYS_NOTHING.keys())
def test_what_has_no_official_figure_stays_as_sure(
    text: str, raw: Callable[[str], list[tuple[str, float]]]
) -> None:
    (confidence,) = [confidence for _, confidence in raw(text)]
    assert KNOWN_DOUBT < confidence < 0.99
