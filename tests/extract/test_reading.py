"""Whole made-up texts: editions, earlier values, aggregates, what is no finding, metadata."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pipeline.model import Document, Extraction, Finding

Take = Callable[[str], tuple[Document, Extraction]]

RELEASE = """BAWASLU KABUPATEN BLORA

SIARAN PERS

Bawaslu Kabupaten Blora Umumkan Peta Kerawanan Pemilihan

Blora, 20 Agustus 2024

Bawaslu Kabupaten Blora mengumumkan hasil Pemetaan Kerawanan Pemilihan Serentak 2024. Kabupaten Blora masuk
kategori rawan sedang.

Isu kerawanan yang tercatat:

1. Politik uang
2. Netralitas ASN

Tujuan pemetaan ini adalah untuk:

1. Menjaga hak pilih warga

Langkah pencegahan yang dijalankan:

1. Patroli pengawasan di masa tenang
2. Sosialisasi kepada perangkat desa
"""


def only(found: Extraction, kind: str) -> list[Finding]:
    return [finding for finding in found.findings if finding.type == kind]


def test_a_release_from_end_to_end(take: Take, lines: Callable[[Extraction], set[str]]) -> None:
    _, found = take(RELEASE)
    assert lines(found) == {
        "category 33.16 sedang",
        "indicator 33.16 54",
        "indicator 33.16 12",
        "mitigation Patroli pengawasan di masa tenang",
        "mitigation Sosialisasi kepada perangkat desa",
    }
    assert {finding.edition for finding in found.findings} == {"pemetaan_pilkada_2024"}
    metadata = found.metadata
    assert (metadata.kind, metadata.issuer, metadata.region_code) == (
        "press_release", "Bawaslu Kabupaten Blora", "33.16",
    )  # fmt: skip
    assert metadata.published == date(2024, 8, 20)


EDITIONS = {
    "Bawaslu Kabupaten Blora memaparkan IKP 2024. Skor Kabupaten Blora 41,20.": {"ikp_2024"},
    "Bawaslu Kabupaten Blora memaparkan IKP 2019. Skor Kabupaten Blora 41,20.": {"ikp_2019"},
    "Bawaslu Kabupaten Blora memaparkan IKP Pilkada 2018. Skor Kabupaten Blora 2,87.": {"ikp_pilkada_2018"},
    "Skor Kabupaten Blora pada IKP 2019 sebesar 41,20. Skor Kabupaten Blora pada IKP 2024 sebesar 39,10.": {
        "ikp_2019",
        "ikp_2024",
    },
}


@pytest.mark.parametrize(("text", "editions"), EDITIONS.items())
def test_editions(text: str, editions: set[str], take: Take) -> None:
    assert {finding.edition for finding in take(text)[1].findings} == editions


def test_a_value_of_an_earlier_edition_is_marked(take: Take) -> None:
    _, found = take(
        "Bawaslu Kabupaten Blora memaparkan IKP 2024. Kabupaten Blora masuk kategori rawan sedang. "
        "Pada IKP 2019 lalu, Kabupaten Blora masuk kategori rawan tinggi."
    )
    assert {(f.category, f.edition, f.previous) for f in found.findings} == {
        ("sedang", "ikp_2024", False),
        ("tinggi", "ikp_2019", True),
    }


def test_scores_above_the_edition_s_scale_are_none(take: Take) -> None:
    text = "Bawaslu Kabupaten Blora memaparkan IKP Pilkada 2018. Skor Kabupaten Blora {}."
    assert take(text.format("28,7"))[1].findings == ()
    assert len(take(text.format("2,87"))[1].findings) == 1


def test_a_province_s_own_score_and_the_mean_of_its_regencies_are_two_facts(take: Take) -> None:
    _, found = take(
        "Bawaslu RI memaparkan IKP 2024. Pada tingkat provinsi, Provinsi Banten memperoleh skor 66,53.\n\n"
        "Berdasarkan agregasi kabupaten/kota, Provinsi Banten memperoleh skor 45,18."
    )
    assert {(str(f.score), f.basis) for f in found.findings} == {
        ("66.53", "provinsi"),
        ("45.18", "agregat_kabkota"),
    }
    assert len({f.id for f in found.findings}) == 2


def test_a_fact_stated_twice_is_one_finding(take: Take) -> None:
    document, found = take(
        "Bawaslu RI memaparkan IKP 2024. Kabupaten Blora masuk kategori rawan tinggi.\n\n"
        "Sekali lagi, Kabupaten Blora masuk kategori rawan tinggi."
    )
    (finding,) = only(found, "category")
    assert len(finding.evidence) == 2
    assert {evidence.span.of(document.text) for evidence in finding.evidence} == {
        "Kabupaten Blora masuk kategori rawan tinggi"
    }


def test_a_contradiction_stays_two_findings(take: Take) -> None:
    _, found = take(
        "Bawaslu RI memaparkan IKP 2024. Kabupaten Blora masuk kategori rawan tinggi.\n\n"
        "Tabel di bawahnya menulis Kabupaten Blora masuk kategori rawan sedang."
    )
    assert sorted(str(f.category) for f in only(found, "category")) == ["sedang", "tinggi"]


def test_the_heading_of_a_list_is_evidence_of_its_items(take: Take) -> None:
    _, found = take(
        "Bawaslu RI memaparkan IKP 2024.\n\nKategori rawan tinggi:\n\n- Kabupaten Blora\n- Kabupaten Pati"
    )
    for finding in only(found, "category"):
        assert [evidence.raw for evidence in finding.evidence][1:] == ["Kategori rawan tinggi"]


def test_a_text_about_something_else_gives_nothing(take: Take) -> None:
    _, found = take("Turnamen catur pelajar. Kabupaten Blora dengan skor 41,20 unggul atas Kota Salatiga (39,10).")
    assert found.findings == ()


def test_an_index_of_the_police_gives_nothing_and_says_so(take: Take) -> None:
    _, found = take("Polri merilis Indeks Potensi Kerawanan Pemilu (IPKP). Kabupaten Blora dengan skor 41,20.")
    assert found.findings == ()
    assert [notice.code for notice in found.notices] == ["foreign_index"]


def test_an_aside_on_an_index_of_the_police_hides_nothing_behind_it(take: Take) -> None:
    _, found = take(
        "Bawaslu Provinsi Jawa Tengah memaparkan IKP 2024.\n\n"
        "Polri punya Indeks Potensi Kerawanan Pemilu (IPKP), skor IPKP Kabupaten Demak 7,34. "
        "Hitungan polisi lain dari IKP Bawaslu.\n\n"
        "Kabupaten Blora dengan skor 41,20."
    )
    assert [(f.region_code, f.decision) for f in found.findings] == [("33.16", "review")]


@pytest.mark.parametrize(
    ("said", "issues"),
    [
        ("Ketua Bawaslu Demak menyampaikan isu yang diwaspadai:\n\n1. Politik uang\n2. Netralitas ASN", {12, 54}),
        ("Kapolres Demak menyampaikan isu yang diwaspadai:\n\n1. Politik uang\n2. Netralitas ASN", set()),
        ("Isu yang diwaspadai:\n\n1. Politik uang\n2. Netralitas ASN", set()),
    ],
)
def test_a_list_that_bawaslu_leads_stands_behind_an_index_of_the_police(
    said: str, issues: set[int], take: Take
) -> None:
    _, found = take(
        f"Bawaslu Kabupaten Demak memaparkan IKP 2024.\n\nMenurut Polri, skor IPKP Kabupaten Demak 7,34.\n\n{said}"
    )
    assert {(one.indicator, one.decision) for one in found.findings} == {(number, "review") for number in issues}


INTERVIEW = (
    "Bawaslu Kabupaten Demak bicara soal IKP 2024 yang diluncurkan 16 Desember 2022. Berikut petikannya.\n\n"
    "Berapa skor Demak?\n41,20.\n\nApa sebabnya?\nBanyak.\n\n"
)


@pytest.mark.parametrize(
    ("asked", "edition"),
    [
        ("Untuk Pilkada 2024 dipetakan lagi?\n\nSudah. ", "pemetaan_pilkada_2024"),
        ("Kecamatan juga dinilai?\n\nSudah. ", "ikp_2024"),
        ("Untuk Pilkada 2024 dipetakan lagi?\n\nSudah.\n\nDan di kecamatan?\n\n", "ikp_2024"),
    ],
)
def test_an_answer_is_on_the_edition_that_its_question_names(asked: str, edition: str, take: Take) -> None:
    _, found = take(f"{INTERVIEW}{asked}Ada 5 kecamatan rawan tinggi.")
    assert {one.edition for one in only(found, "tally")} == {edition}


def test_a_region_that_nothing_decides_goes_to_review(take: Take) -> None:
    _, found = take("Bawaslu RI memaparkan IKP 2024. Tegal dengan skor 41,20.")
    (finding,) = found.findings
    assert (finding.region_code, finding.decision) == (None, "review")
    assert [candidate.value for candidate in finding.candidates] == ["33.28", "33.76"]


def test_a_score_carried_over_is_less_sure_than_a_named_one(take: Take) -> None:
    named = take("Bawaslu Kabupaten Blora memaparkan IKP 2024. Kabupaten Blora dengan skor 41,20.")[1].findings[0]
    carried = take("Bawaslu Kabupaten Blora memaparkan IKP 2024. Skor IKP-nya 41,20.")[1].findings[0]
    assert named.region_code == carried.region_code == "33.16"
    assert carried.confidence < named.confidence


def test_every_finding_is_made_by_a_rule_with_a_version(take: Take) -> None:
    for finding in take(RELEASE)[1].findings:
        kind, _, name = finding.rule.partition(".")
        assert kind
        assert name
        assert finding.rule_version >= 1
