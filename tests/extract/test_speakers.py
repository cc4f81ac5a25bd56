"""Whose an issue is where another region's office speaks in a text of its province: the office's, or in doubt."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model import Document, Extraction

Take = Callable[[str | bytes], tuple[Document, Extraction]]
LEAD = "Bawaslu Provinsi Jawa Tengah merilis pemetaan TPS rawan Pilkada 2024 di Jawa Tengah.\n\n"
OF_THE_OFFICE = {
    "its result": "Bawaslu Kabupaten Blora memetakan TPS rawan. Hasilnya, 14 TPS rawan bencana.",
    "out of its work": "Bawaslu Blora memetakan TPS rawan. Dari pemetaan itu, ada 14 TPS rawan bencana.",
    "some of them": "Bawaslu Kabupaten Blora mendata 90 TPS. Di antaranya 14 TPS rawan bencana.",
    "two sentences on": (
        "Bawaslu Kabupaten Blora memetakan TPS rawan. Pemetaan berlangsung sepekan. Hasilnya, 14 TPS rawan bencana."
    ),
    "its area": "Kata Ketua Bawaslu Blora, di wilayahnya ada 14 TPS rawan bencana.",
    "its area, the office behind": '"Ada 14 TPS rawan bencana di wilayah kami," kata Ketua Bawaslu Blora.',
    "a list": "Bawaslu Kabupaten Blora memetakan TPS rawan. Hasilnya sebagai berikut:\n\n- 14 TPS rawan bencana",
}
"""The sentence points back to the office, its work or its area: the issue is of the office's region."""

IN_DOUBT = {
    "nothing points back": "Bawaslu Kabupaten Blora hadir dalam rapat itu. Sebanyak 14 TPS rawan bencana.",
    "only said by it": "Sebanyak 14 TPS rawan bencana, kata Ketua Bawaslu Blora.",
    "another paragraph": "Bawaslu Kabupaten Blora memetakan TPS rawan.\n\nHasilnya, 14 TPS rawan bencana.",
    "the office of another body": "KPU Kabupaten Blora memetakan TPS rawan. Hasilnya, 14 TPS rawan bencana.",
    "no office, but its place": "Di Kabupaten Blora pemetaan selesai. Hasilnya, 14 TPS rawan bencana.",
    "two offices": (
        "Bawaslu Kabupaten Blora dan Bawaslu Kabupaten Pati memetakan TPS rawan. Hasilnya, 14 TPS rawan bencana."
    ),
}
OF_THE_PROVINCE = {
    "its own office": "Bawaslu Provinsi Jawa Tengah memetakan TPS rawan. Hasilnya, 14 TPS rawan bencana.",
    "only beside it": "Rapat digelar bersama Bawaslu Kabupaten Blora. Hasilnya, 14 TPS rawan bencana.",
    "the province named again": (
        "Bawaslu Kabupaten Blora memetakan TPS rawan. Di Jawa Tengah, sebanyak 14 TPS rawan bencana."
    ),
    "another paragraph without a word back": (
        "Bawaslu Kabupaten Blora memetakan TPS rawan.\n\nSebanyak 14 TPS rawan bencana."
    ),
}


def found(text: str, take: Take) -> list[tuple[str | None, int | None, str]]:
    findings = take(LEAD + text)[1].findings
    return [(one.region_code, one.count, one.decision) for one in findings if one.type == "indicator"]


@pytest.mark.parametrize("text", OF_THE_OFFICE.values(), ids=OF_THE_OFFICE.keys())
def test_what_an_office_found_is_of_its_region(text: str, take: Take) -> None:
    assert found(text, take) == [("33.16", 14, "auto")]


@pytest.mark.parametrize("text", IN_DOUBT.values(), ids=IN_DOUBT.keys())
def test_what_only_stands_behind_an_office_goes_to_review(text: str, take: Take) -> None:
    assert found(text, take) == [("33.16", 14, "review")]


@pytest.mark.parametrize("text", OF_THE_PROVINCE.values(), ids=OF_THE_PROVINCE.keys())
def test_what_the_province_says_stays_its_own(text: str, take: Take) -> None:
    assert found(text, take) == [("33", 14, "auto")]


def test_districts_that_an_office_counts_are_of_its_region_and_go_to_review(take: Take) -> None:
    text = "Bawaslu Kabupaten Blora memetakan kerawanan. Hasilnya, 7 kecamatan rawan tinggi."
    tallies = [one for one in take(LEAD + text)[1].findings if one.type == "tally"]
    assert [(one.scope_code, one.n, one.decision) for one in tallies] == [("33.16", 7, "review")]


def test_an_article_on_a_regency_keeps_its_region_where_its_province_speaks(take: Take) -> None:
    text = (
        "Bawaslu Kabupaten Blora menyebut TPS rawan Pilkada 2024 di Kabupaten Blora. Bawaslu Blora mengawasi Blora.\n\n"
        "Bawaslu Provinsi Jawa Tengah ikut memetakan. Hasilnya, 14 TPS rawan bencana."
    )
    findings = [one for one in take(text)[1].findings if one.type == "indicator"]
    assert [(one.region_code, one.count) for one in findings] == [("33.16", 14)]
