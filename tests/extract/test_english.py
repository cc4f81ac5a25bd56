"""English news on the index: read by the same rules, quoted in English, never accepted on its own word."""

from __future__ import annotations

import pytest

from extract.conftest import Facts, Take
from pipeline.extract.words.english import english_steps, is_english

LEAD = (
    "The Elections Supervisory Agency (Bawaslu) has published its 2024 Election Vulnerability Index (IKP), an early "
    "warning for the provinces and regencies of Indonesia, as it was put by the agency.\n\n"
)
FACTS = {
    "a score and a level": (
        "Blora Regency, with a score of 41.20, is in the medium category.",
        {"score 33.16 41.20", "category 33.16 sedang"},
    ),
    "a row of scores": (
        "Blora scored 51.20, followed by Pati with 50.10 and Kudus with 49.90.",
        {"score 33.16 51.20", "score 33.18 50.10", "score 33.19 49.90"},
    ),
    "a level in other words": (
        "Blora was rated highly vulnerable, while Pati and Kudus are considered moderately vulnerable.",
        {"category 33.16 tinggi", "category 33.18 sedang", "category 33.19 sedang"},
    ),
    "tallies": (
        "Nationally, five provinces were classified as high risk, 21 as medium and eight as low.",
        {"tally ID province tinggi 5", "tally ID province sedang 21", "tally ID province rendah 8"},
    ),
    "issues": (
        "In Blora, the main concerns are vote buying, hate speech on social media and civil servants taking sides.",
        {"indicator 33.16 54", "indicator 33.16 51", "indicator 33.16 12"},
    ),
    "one of so many": (
        "Central Java is one of three provinces that fall under the high category.",
        {"category 33 tinggi", "tally ID province tinggi 3"},
    ),
    "tallies without a noun": (
        "Central Java has 35 regencies and cities: four are high, 20 medium and eleven low.",
        {
            "tally 33 regency_city tinggi 4",
            "tally 33 regency_city sedang 20",
            "tally 33 regency_city rendah 11",
        },
    ),
    "a rank": ("Jambi came second with a score of 75.20.", {"score 15 75.20", "rank 15 2"}),
    "short of a threshold": (
        "Blora, with a score of 48.10, is just short of the 49.33 threshold for the high category.",
        {"score 33.16 48.10"},
    ),
    "the same of another": (
        "Blora was put in the high-vulnerability group, as was Pati.",
        {"category 33.16 tinggi", "category 33.18 tinggi"},
    ),
    "who did it": (
        "In Blora there were partisan village heads and last-minute mobilization of voters.",
        {"indicator 33.16 12", "indicator 33.16 57"},
    ),
    "names turned round": ("East Lombok scored 41.20.", {"score 52.03 41.20"}),
    "issues denied": ("No hate speech was found in Blora.", set()),
    "what should be done": ("Bawaslu Blora called on residents to prevent money politics.", set()),
    "a threshold": ("Regencies with a score above 49.33 fall into the high category.", set()),
    "thousands are no decimals": ("Blora has 31,204 voters.", set()),
}


@pytest.mark.parametrize("name", FACTS)
def test_english_sentences_are_read(name: str, facts: Facts) -> None:
    text, expected = FACTS[name]
    assert facts(LEAD + text) == expected


def test_english_is_quoted_and_waits_for_a_person(take: Take) -> None:
    document, extraction = take(LEAD + "Blora Regency, with a score of 41.20, is in the medium category.")
    assert {finding.raw for finding in extraction.findings} == {"Blora Regency, with a score of 41.20"}
    assert all(f.raw == document.text[f.span.start : f.span.end] for f in extraction.findings)
    assert {finding.decision for finding in extraction.findings} == {"review"}


def put(text: str) -> str:
    for step in english_steps(LEAD):
        text = step.on(text)
    return text


PUT = {
    "The 2022 edition of the Election Vulnerability Index": "Indeks Kerawanan Pemilu edisi 2022",
    "ahead of the Nov. 27, 2024, vote": "menjelang 27 November 2024, vote",
    "the city of Tual": "Kota Tual",
    "In Ogan Komering Ulu Regency": "Di Kabupaten Ogan Komering Ulu",
    "Bintuni Bay and the Aru Islands": "Teluk Bintuni dan Kepulauan Aru",
    "Thousand Islands": "Thousand Islands",
    "West Java and Western Seram": "West Java dan Western Seram",
    "a high level of vulnerability": "tingkat kerawanan tinggi",
    'put in the "high" class': "memasukkan di kategori tinggi",
    "high turnout in high schools": "high partisipasi pemilih di high schools",
    "No. 3 was high on the list": "No. 3 adalah high on list",
    "2,100 officers": "2.100 officers",
}


@pytest.mark.parametrize("text", PUT)
def test_what_becomes_of_english(text: str) -> None:
    assert put(text) == PUT[text]


def test_a_district_is_a_kecamatan_beside_regencies() -> None:
    text = "The index of the agency was in the news, and the districts with the most cases are to be named."
    of_regencies = text + " The regency of Blora was first."
    for whole, expected in ((text, "dua kabupaten"), (of_regencies, "dua kecamatan")):
        district = "two districts"
        for step in english_steps(whole):
            district = step.on(district)
        assert district == expected


NOT_ENGLISH = (
    "Bawaslu Kabupaten Blora merilis Indeks Kerawanan Pemilu dengan skor 51,20 di Jawa Tengah.",
    "In the end, 'the winner takes it all', kata dia. Hal itu yang dikhawatirkan di Blora dan Pati.",
    "",
)


@pytest.mark.parametrize("text", NOT_ENGLISH)
def test_other_texts_are_left_alone(text: str) -> None:
    assert not is_english(text)
