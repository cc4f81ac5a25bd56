"""Of whom a value is told: none of several regions is lost, none takes what is another's, and none has it twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from finding_lines import lines_of

if TYPE_CHECKING:
    from extract.conftest import Facts, Take

_PROVINCE = "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"

LEVELS = {
    "Rawan tinggi ditemukan di Blora dan Pati.": ("33.16 tinggi", "33.18 tinggi"),
    "Rawan tinggi dijumpai di Kabupaten Blora, Pati, dan Kudus.": ("33.16 tinggi", "33.18 tinggi", "33.19 tinggi"),
    "Rawan tinggi terdeteksi di Blora, sedangkan rawan sedang terpantau di Kudus dan Demak.": (
        *("33.16 tinggi", "33.19 sedang", "33.21 sedang"),
    ),
    "Rawan tinggi ada di Blora, di Pati, dan di Kudus.": ("33.16 tinggi", "33.18 tinggi", "33.19 tinggi"),
    "Rawan tinggi ditemukan di Blora, disusul Pati.": ("33.16 tinggi", "33.18 tinggi"),
    "Rawan tinggi ditemukan di Jawa Tengah, yakni di Blora dan Pati.": ("33.16 tinggi", "33.18 tinggi"),
    "Rawan tinggi terdapat di Jawa Tengah: Blora dan Pati.": ("33.16 tinggi", "33.18 tinggi"),
    "Rawan tinggi tersebar di Kabupaten Blora (Jawa Tengah) dan Pati.": ("33.16 tinggi", "33.18 tinggi"),
    "Blora rawan tinggi, sama seperti Kabupaten Pati.": ("33.16 tinggi", "33.18 tinggi"),
    "Blora masuk rawan tinggi, sama dengan Pati dan Kudus.": ("33.16 tinggi", "33.18 tinggi", "33.19 tinggi"),
    "Blora rawan tinggi seperti halnya Kabupaten Pati.": ("33.16 tinggi", "33.18 tinggi"),
    "Blora termasuk daerah rawan tinggi seperti Pati.": ("33.16 tinggi", "33.18 tinggi"),
    "Jawa Tengah memiliki daerah rawan tinggi seperti Blora dan Pati.": ("33.16 tinggi", "33.18 tinggi"),
    "Di Jawa Tengah ada yang rawan tinggi seperti Blora dan Pati.": ("33.16 tinggi", "33.18 tinggi"),
    "Blora dikelilingi wilayah rawan tinggi seperti Pati.": ("33.18 tinggi",),
    "Blora rawan tinggi, serupa dengan Kabupaten Pati yang rawan sedang.": ("33.16 tinggi", "33.18 sedang"),
    "Blora tidak rawan tinggi, sama seperti Kabupaten Pati.": (),
}


@pytest.mark.parametrize(("text", "expected"), LEVELS.items())
def test_a_level_is_told_of_every_region_that_it_is_found_in(
    facts: Facts, text: str, expected: tuple[str, ...]
) -> None:
    assert facts(_PROVINCE + text) == {f"category {one}" for one in expected}


def test_a_number_that_goes_on_with_a_count_is_of_the_same_kind(take: Take) -> None:
    one_kind, both = ("Terdapat 9 kabupaten", "Terdapat 9 kabupaten/kota")
    for noun, decision in ((one_kind, "review"), (both, "auto")):
        found = take(f"{_PROVINCE}{noun} di zona merah dan 12 di zona kuning.")[1].findings
        assert [(one.n, one.decision) for one in found] == [(9, decision), (12, decision)]


def test_three_regions_given_as_examples_are_those_that_are_counted(facts: Facts) -> None:
    assert facts(f"{_PROVINCE}Tiga daerah di Jawa Tengah rawan tinggi, seperti Blora, Pati, dan Kudus.") == {
        "tally 33 regency_city tinggi 3",
        *("category 33.16 tinggi", "category 33.18 tinggi", "category 33.19 tinggi"),
    }


RANKS = {
    "Kabupaten Blora 41,20, urutan ketiga Kabupaten Pati.": ("score 33.16 41.20", "rank 33.18 3"),
    "Kabupaten Blora 41,20; urutan ketiga ditempati Kabupaten Pati.": ("score 33.16 41.20", "rank 33.18 3"),
    "Skor tertinggi Blora 41,20, urutan ketiga Pati, dan Kudus di urutan keempat.": (
        *("score 33.16 41.20", "rank 33.18 3", "rank 33.19 4"),
    ),
    "Skor tertinggi Blora 41,20, urutan ketiga Pati 39,10.": (
        *("score 33.16 41.20", "score 33.18 39.10", "rank 33.18 3"),
    ),
    "Peringkat pertama Kabupaten Blora 41,20, peringkat kedua Kabupaten Pati 39,10.": (
        *("score 33.16 41.20", "rank 33.16 1", "score 33.18 39.10", "rank 33.18 2"),
    ),
    "Skor Blora 41,20, urutan ketiga di Jawa Tengah.": ("score 33.16 41.20", "rank 33.16 3"),
    "Skor Blora 41,20, urutan ketiga Jawa Tengah.": ("score 33.16 41.20", "rank 33.16 3"),
    "Skor Blora 41,20 urutan ketiga, Pati 39,10 urutan keempat.": (
        *("score 33.16 41.20", "rank 33.16 3", "score 33.18 39.10", "rank 33.18 4"),
    ),
    "Skor Blora 41,20 (peringkat 3), Pati 39,10 (peringkat 4).": (
        *("score 33.16 41.20", "rank 33.16 3", "score 33.18 39.10", "rank 33.18 4"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), RANKS.items())
def test_a_rank_that_opens_a_clause_is_that_of_the_region_behind_it(
    facts: Facts, text: str, expected: tuple[str, ...]
) -> None:
    assert facts(_PROVINCE + text) == set(expected)


ONCE = (
    "Kabupaten Pati menduduki peringkat 120 se-Indonesia pada IKP 2024 dengan skor 40,20.",
    "Kabupaten Pati menduduki peringkat 120 dengan skor 40,20.",
)


@pytest.mark.parametrize("text", ONCE)
def test_a_rank_that_goes_with_a_score_is_taken_once(take: Take, text: str) -> None:
    found = [line for finding in take(_PROVINCE + text)[1].findings for line in lines_of(finding)]
    assert sorted(found) == ["rank 33.18 120", "score 33.18 40.20"]


ISSUES = {
    "Kabupaten Blora tercatat memiliki 41 sengketa.": "indicator 33.16 38",
    "Di Kabupaten Blora tercatat 41 sengketa.": "indicator 33.16 38",
    "Jawa Tengah tercatat memiliki 41 sengketa.": "indicator 33 38",
    "Kabupaten Demak rawan tinggi. Di provinsi itu pernah terjadi PSU.": "indicator 33 32",
    "Kabupaten Demak rawan tinggi. Di provinsi tersebut pernah terjadi PSU.": "indicator 33 32",
    "Kabupaten Demak rawan tinggi. Di kabupaten itu pernah terjadi PSU.": "indicator 33.21 32",
    "Provinsi Jawa Timur rawan tinggi. Di provinsi itu pernah terjadi PSU.": "indicator 35 32",
    "Kabupaten Demak dan Kabupaten Sleman rawan tinggi. Di kedua daerah itu pernah terjadi PSU.": (
        "indicator 33.21 32|indicator 34.04 32"
    ),
}
"""An issue, and the region that it is told of."""


@pytest.mark.parametrize(("text", "expected"), ISSUES.items())
def test_an_issue_is_told_of_the_region_that_is_spoken_of(facts: Facts, text: str, expected: str) -> None:
    found = {one for one in facts(_PROVINCE + text) if one.startswith("indicator")}
    assert found == set(expected.split("|"))


def test_the_province_around_a_regency_spoken_of_is_for_a_person_to_confirm(take: Take) -> None:
    text = f"{_PROVINCE}Kabupaten Demak rawan tinggi. Di provinsi itu pernah terjadi PSU."
    assert [one.decision for one in take(text)[1].findings if one.type == "indicator"] == ["review"]


KINDS = {
    "Tidak ada kota di Bali yang rawan tinggi.": "review",
    "Tidak ada kabupaten di Bali yang rawan tinggi.": "review",
    "Tidak ada kabupaten/kota di Bali yang rawan tinggi.": "auto",
    "Tidak ada kabupaten maupun kota di Bali yang rawan tinggi.": "auto",
    "Tidak ada daerah di Bali yang rawan tinggi.": "auto",
    "Sebanyak 3 kabupaten di Bali rawan tinggi.": "review",
    "Sebanyak 3 kab/kota di Bali rawan tinggi.": "auto",
    "Di tingkat kabupaten/kota masih ada 2 kabupaten di Bali berkategori rawan tinggi.": "auto",
    "Tidak ada kabupaten di Sulawesi Barat yang rawan tinggi.": "auto",
    "Sebanyak 3 kabupaten di Sulawesi Barat rawan tinggi.": "auto",
}
"""Bali has eight kabupaten and one kota, Sulawesi Barat kabupaten alone."""


@pytest.mark.parametrize(("text", "decision"), KINDS.items())
def test_a_count_of_one_kind_waits_where_a_province_has_both(take: Take, text: str, decision: str) -> None:
    found = take(f"Bawaslu memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n{text}")[1].findings
    assert [one.decision for one in found if one.type == "tally"] == [decision]
