"""Findings beside the official figures: surer where they agree, for a person where they do not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

import pytest

from pipeline.extract import extract
from pipeline.readers import read
from pipeline.reference import Reference
from pipeline.reference.calibration import KNOWN_DOUBT, Calibration

Sureness: TypeAlias = Callable[[str], list[float]]

LEAD = "Bawaslu RI meluncurkan Indeks Kerawanan Pemilu (IKP) 2024 pada 16 Desember 2022.\n\n"

AGREES = {
    "a province's own score": "Provinsi Banten mencatat skor 66,53.",
    "to the decimals given": "Provinsi Banten mencatat skor 66,5.",
    "the country's mean of provinces": "Secara nasional, dimensi kontestasi di Indonesia mendapat skor 40,75.",
    "the country's mean of kabupaten": "Secara nasional, dimensi kontestasi di Indonesia mendapat skor 26,22.",
    "a tally of the country": "Sebanyak 85 kabupaten/kota masuk kategori rawan tinggi.",
}
CONTRADICTS = {
    "another score": "Provinsi Banten mencatat skor 65,53.",
    "another national mean": "Secara nasional, dimensi kontestasi di Indonesia mendapat skor 41,75.",
    "another level than the official one": "Provinsi Banten masuk kategori rawan tinggi.",
    "a level that the score cannot have": "Kabupaten Blora mendapat skor 80,10 dan masuk kategori rawan rendah.",
    "the official score with another level": "Provinsi Banten mencatat skor 66,53, kategori rawan tinggi.",
    "another tally of the country": "Sebanyak 58 kabupaten/kota di Indonesia masuk kategori rawan tinggi.",
}
SAYS_NOTHING = {
    "no official score": "Kabupaten Blora mendapat skor 41,27.",
    "a tally of a province": "Di Jawa Tengah ada 7 kabupaten/kota yang masuk kategori rawan tinggi.",
}


@pytest.fixture(scope="module")
def sureness(reference: Reference) -> Sureness:
    """Return a function that gives the raw confidence of each finding of a text."""
    raw = replace(reference, calibration=Calibration())

    def of_text(text: str) -> list[float]:
        document = read((LEAD + text).encode(), name="rilis.txt", sha256="0" * 64)
        found = extract(document, family="rilis.txt", name="rilis.txt", reference=raw).findings
        return [finding.confidence for finding in found]

    return of_text


@pytest.mark.parametrize("text", AGREES.values(), ids=AGREES.keys())
def test_what_agrees_is_surer(text: str, sureness: Sureness) -> None:
    assert sureness(text) == [0.99]


@pytest.mark.parametrize("text", CONTRADICTS.values(), ids=CONTRADICTS.keys())
def test_what_contradicts_waits_for_a_person(text: str, sureness: Sureness) -> None:
    found = sureness(text)
    assert found
    assert max(found) <= KNOWN_DOUBT


@pytest.mark.parametrize("text", SAYS_NOTHING.values(), ids=SAYS_NOTHING.keys())
def test_what_has_no_official_figure_stays_as_sure(text: str, sureness: Sureness) -> None:
    (confidence,) = sureness(text)
    assert KNOWN_DOUBT < confidence < 0.99
