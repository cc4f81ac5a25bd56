"""Words that point to another edition, titles that are nothing but its name, years that stand alone, the guess."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

import pytest

from pipeline.extract.editions.document import _guess
from pipeline.extract.editions.names import edition_names
from pipeline.extract.editions.reasons import Reason
from pipeline.extract.editions.recall import (
    editions_of_year,
    names_edition,
    other_edition,
    points_back,
    rounds_named,
    titled_edition,
)
from pipeline.extract.editions.sighting import Sighting, bare_years, spoken_year
from pipeline.extract.editions.times import when
from pipeline.reference import Reference

BACK = {
    "Ketika itu rawan": True,
    "pada masa itu": True,
    "dalam rilis pertama": True,
    "rilis pertama": False,
    "pada pemilu tersebut": True,
    "pada pemilu lama itu": True,
    "pada pemilu lama sekali itu": False,
    "Ketika itulah": False,
    "Seketika itu": False,
    "kata Ani saat itu": False,
    "katanya saat itu": False,
    "kata Ani. Saat itu": True,
    "kata " + "x" * 38 + " saat itu": False,
    "kata " + "x" * 39 + " saat itu": True,
    "perkataan Ani saat itu": True,
    "dibanding saat itu": False,
    "dibanding " + "x" * 18 + " saat itu": False,
    "dibanding " + "x" * 19 + " saat itu": True,
    "kata Ani saat itu. Pada pemilu itu": True,
}

ROUNDS: dict[str, list[str]] = {
    "Februari 2020": ["ikp_pilkada_2020"],
    "Mei 2020": ["ikp_pilkada_2020"],
    "Juni 2020": ["ikp_pilkada_2020_update"],
    "Desember 2020": ["ikp_pilkada_2020_update"],
    "Januari 2021": [],
    "Januari 2020": [],
    "bulan Februari": ["ikp_pilkada_2020"],
    "rilis Februari": ["ikp_pilkada_2020"],
    "bulan Mei": [],
    "bulan Juni": ["ikp_pilkada_2020_update"],
    "pada Juni": [],
    "pada Juni tahun 2020": ["ikp_pilkada_2020_update"],
    "kampanye Februari 2020": [],
    "kampanye, Februari 2020": ["ikp_pilkada_2020"],
    "dirilis 25 Februari 2020": ["ikp_pilkada_2020"],
    "diluncurkan Bawaslu RI pada 24 Juni 2020": ["ikp_pilkada_2020_update"],
    "rapat 25 Februari 2020": [],
    "rilis pertama": ["ikp_pilkada_2020"],
    "ikp yang perdana": ["ikp_pilkada_2020"],
    "sebelum pemutakhiran": ["ikp_pilkada_2020"],
    "Februari 2020 dan Juni 2020": ["ikp_pilkada_2020", "ikp_pilkada_2020_update"],
}

TITLES: list[tuple[str, str | None, tuple[str | None, bool] | None]] = [
    ("Pemilu 2019", "ikp_2024", ("ikp_2019", False)),
    ("Pemilu 2019", "ikp_2019_update", ("ikp_2019_update", False)),
    ("Hasil IKP 2019", "ikp_2024", ("ikp_2019", True)),
    ("Tabel 1. IKP 2019 (skor)", "ikp_2024", ("ikp_2019", True)),
    ("Tahun 2018", "ikp_2024", ("ikp_pilkada_2018", False)),
    ("Tahun 2021", "ikp_2024", (None, False)),
    ("Kerawanan Pilkada 2024", "ikp_2024", ("ikp_2024", False)),
    ("Kerawanan Pilkada 2024", None, ("pemetaan_pilkada_2024", False)),
    ("IKP 2024", None, ("ikp_2024", True)),
    ("Skor IKP 2019 Alfa", "ikp_2024", None),
    ("Alfa Tahun 2018", "ikp_2024", None),
    ("Tahun 2018 Alfa", "ikp_2024", None),
    ("IKP 2019 dan IKP 2024", "ikp_2024", None),
    ("Kategori", "ikp_2024", None),
]

OTHERS: list[tuple[str, str | None, str | None]] = [
    ("IKP 2019 lalu IKP 2024", "ikp_2019", "ikp_2024"),
    ("IKP 2024 lalu IKP 2019", "ikp_2019", None),
    ("IKP 2024 yang dirilis 2022", "pemetaan_pilkada_2024", "ikp_2024"),
    ("Sejak 2019, 2024", "ikp_2019", "ikp_2024"),
    ("Sejak 2019 dan 2021", "ikp_2024", "ikp_2019"),
    ("5 Mei 2019", None, None),
    ("Dibandingkan IKP Februari lalu", "ikp_pilkada_2020_update", "ikp_pilkada_2020"),
    ("Dibandingkan IKP Februari lalu", "ikp_pilkada_2020", None),
    ("Dibandingkan IKP Februari lalu", "ikp_2024", None),
    ("pemetaan kerawanan pemilihan", None, None),
    ("2021", None, None),
    ("pemetaan kerawanan Pemilihan Serentak 2024 isu netralitas ASN", "ikp_tematik_netralitas_asn", None),
    ("kerawanan pada 2024, pemetaan isu netralitas ASN", "ikp_tematik_netralitas_asn", "ikp_2024"),
]

YEARS: dict[str, tuple[list[int], int | None]] = {
    "rawan 2019": ([2019], 2019),
    "rawan 2024 dan 2019": ([2024, 2019], 2024),
    "rawan 2019 lalu": ([], None),
    "rawan 2019 silam": ([], None),
    "rawan 2019 dulu": ([2019], 2019),
    "rawan 2019.": ([2019], 2019),
    "rawan 2019,5": ([], None),
    "rawan 1.2019": ([], None),
    "rawan 2019-2020": ([], None),
    "rawan 20191": ([], None),
    "rawan 5 Mei 2019": ([], None),
    "IKP 2019, 2020": ([2020], 2020),
    "IKP 2020, 2019": ([2019], 2020),
    "data Pemilu 2019": ([], None),
    "data Pemilu 2019, IKP 2017": ([], 2017),
    "© 2019": ([], None),
    "© Kabar " + "x" * 31 + " 2019": ([], None),
    "© Kabar " + "x" * 40 + " 2019": ([2019], 2019),
}


@pytest.mark.parametrize(("sentence", "expected"), BACK.items())
def test_a_sentence_that_points_back(sentence: str, *, expected: bool) -> None:
    assert points_back(sentence) is expected


@pytest.mark.parametrize(("text", "expected"), ROUNDS.items())
def test_rounds_of_an_index(text: str, expected: list[str], reference: Reference) -> None:
    for default in ("ikp_pilkada_2020", "ikp_pilkada_2020_update"):
        assert [key for _, key in rounds_named(text, default, reference)] == expected


def test_an_index_without_an_update_has_no_rounds(reference: Reference) -> None:
    assert rounds_named("rilis pertama, Februari 2020", "ikp_2024", reference) == []
    assert rounds_named("rilis pertama, Februari 2020", None, reference) == []


@pytest.mark.parametrize(("title", "default", "expected"), TITLES)
def test_a_title_that_only_names_an_edition(
    title: str, default: str | None, expected: tuple[str | None, bool] | None, reference: Reference
) -> None:
    assert titled_edition(title, default, reference) == expected


@pytest.mark.parametrize(("text", "default", "expected"), OTHERS)
def test_the_other_edition_of_a_sentence(
    text: str, default: str | None, expected: str | None, reference: Reference
) -> None:
    assert other_edition(text, default, reference) == expected


def test_editions_of_a_year(reference: Reference) -> None:
    found = {year: editions_of_year(year, reference) for year in (2013, 2016, 2018, 2019, 2022, 2023, 2024)}
    assert found == {
        2013: (),
        2016: ("ikp_pilkada_2017",),
        2018: ("ikp_pilkada_2018",),
        2019: ("ikp_2019",),
        2022: ("ikp_2024",),
        2023: (),
        2024: ("ikp_2024", "pemetaan_pilkada_2024"),
    }


def test_a_text_that_names_an_edition_with_its_year(reference: Reference) -> None:
    assert names_edition("Skor IKP 2019", "ikp_2019", reference)
    assert not names_edition("Skor IKP 2019", "ikp_2024", reference)
    assert not names_edition("pemetaan kerawanan pemilihan", "pemetaan_pilkada_2024", reference)


def _sighting(text: str, reference: Reference, at: date | None = None) -> Sighting:
    seen = when(text, published=at, event=None, hints="", reference=reference)
    return Sighting(text=text, seen=seen, names=edition_names(text, reference), lean=None, reference=reference)


@pytest.mark.parametrize(("text", "expected"), YEARS.items())
def test_years_that_stand_alone(text: str, expected: tuple[list[int], int | None], reference: Reference) -> None:
    sighting = _sighting(text, reference)
    assert (bare_years(sighting), spoken_year(sighting)) == expected
    assert spoken_year(_sighting(text, reference, date(2023, 1, 1))) == 2023


Ballot: TypeAlias = dict[str, dict[Reason, float]]
X, Y, Z = Reason.YEAR, Reason.SIZE, Reason.TERM
Told: TypeAlias = tuple[str | None, str, float, tuple[str, ...], tuple[str, ...]]


def _told(
    *,
    edition: str | None,
    why: str,
    confidence: float = 0.0,
    alternatives: tuple[str, ...] = (),
    named: tuple[str, ...] = (),
) -> Told:
    return edition, why, confidence, alternatives, named


GUESSES: list[tuple[Ballot, Told]] = [
    ({}, _told(edition=None, why="no edition is named or implied")),
    ({"a": {X: 3.0}}, _told(edition="a", why=X, confidence=0.777)),
    ({"a": {X: 2.0, Z: 3.0}}, _told(edition="a", why=f"{Z}, {X}", confidence=0.918)),
    ({"b": {X: 3.0}, "a": {Y: 3.0}}, _told(edition="a", alternatives=("b",), why=Y, confidence=0.518)),
    (
        {"a": {X: 5.0}, "b": {Reason.NAMES_INDEX: 2.24}, "c": {Reason.LAUNCH_DAY: 2.25}},
        _told(edition="a", alternatives=("c",), why=X, confidence=0.749, named=("c", "b")),
    ),
    ({"a": {X: 4.0}, "b": {Reason.NAMES_INDEX: 0.99}}, _told(edition="a", why=X, confidence=0.769)),
    (
        {"a": {X: 4.0}, "b": {Reason.NAMES_INDEX: 0.5, Reason.LAUNCH_DAY: 0.5}},
        _told(edition="a", why=X, confidence=0.769, named=("b",)),
    ),
    (
        {"a": {X: 5.0}, "a_update": {Y: 4.0}},
        _told(edition="a", alternatives=("a_update",), why=X, confidence=0.918),
    ),
    (
        {"a": {X: 5.0}, "a_update": {Y: 4.01}},
        _told(edition="a", alternatives=("a_update",), why=X, confidence=0.509),
    ),
    (
        {"a": {X: 4.0}, "a_update": {Y: 5.0}, "b": {X: 1.0}},
        _told(edition="a_update", alternatives=("a",), why=Y, confidence=0.834),
    ),
    (
        {"": {Y: 3.0, Z: 4.0}, "a": {X: 1.0}},
        _told(edition=None, alternatives=("a",), why=f"{Y}, {Z}"),
    ),
    (
        {"a": {X: 3.0}, "": {Y: 2.0}, "b": {Reason.NAMES_ELECTION: 3.0}},
        _told(edition="a", alternatives=("b",), why=X, confidence=0.518),
    ),
]


@pytest.mark.parametrize(("ballot", "expected"), GUESSES)
def test_the_guess_of_a_ballot(ballot: Ballot, expected: Told) -> None:
    guess = _guess(ballot)
    assert (guess.id, guess.why, guess.confidence, guess.alternatives, guess.named) == expected
