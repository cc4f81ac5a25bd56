"""One document as a whole: which index it is about, which edition and scale hold, and whose provinces it names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.conftest import Facts
from finding_lines import lines_of
from pipeline.model import Document, Extraction

Take = Callable[[str], tuple[Document, Extraction]]
OWN = "Bawaslu Provinsi Jawa Tengah memaparkan IKP 2024. Kabupaten Blora dengan skor 41,20."
POLICE = "Polri merilis Indeks Potensi Kerawanan Pemilu (IPKP). Kabupaten Demak dengan skor 7,34."
PATI, KUDUS, JEPARA = (f"Skor Kabupaten {name} 40,10." for name in ("Pati", "Kudus", "Jepara"))


def judged(extraction: Extraction) -> set[str]:
    """Return the findings in short, those for a person with a question mark behind."""
    return {
        line + (" ?" if finding.decision == "review" else "")
        for finding in extraction.findings
        for line in lines_of(finding)
    }


INDICES: dict[str, tuple[tuple[str, ...], set[str]]] = {
    "Bawaslu's alone": ((OWN, PATI), {"score 33.16 41.20", "score 33.18 40.10"}),
    "the police's first": ((PATI, POLICE, KUDUS, OWN, JEPARA), {"score 33.16 41.20 ?", "score 33.20 40.10 ?"}),
    "Bawaslu's first": ((PATI, OWN, POLICE, KUDUS), {"score 33.16 41.20 ?", "score 33.18 40.10 ?"}),
    "the police's alone": ((PATI, POLICE, KUDUS), set()),
    "the police's in a related link": (
        (OWN, f"Baca juga: {POLICE}", PATI),
        {"score 33.16 41.20", "score 33.18 40.10"},
    ),
}


@pytest.mark.parametrize(("paragraphs", "expected"), INDICES.values(), ids=INDICES.keys())
def test_what_speaks_of_another_body_s_index_is_left_out(
    paragraphs: tuple[str, ...], expected: set[str], take: Take
) -> None:
    assert judged(take("\n\n".join(paragraphs))[1]) == expected


EDITIONS: dict[str, set[str]] = {
    # an edition that is not told is for a person; a text without a word of vulnerability is about something else
    "memaparkan IKP 2024. Kabupaten Blora dengan skor 41,20.": {"score 33.16 41.20"},
    "memaparkan IKP. Kabupaten Blora dengan skor 41,20.": {"score 33.16 41.20 ?"},
    "memaparkan data rawan. Kabupaten Blora dengan skor 41,20.": {"score 33.16 41.20 ?"},
    "memaparkan data. Kabupaten Blora dengan skor 41,20.": set(),
    # the scale of the edition is five
    "memaparkan IKP Pilkada 2017. Kabupaten Blora dengan skor 2,50.": {"score 33.16 2.50"},
    "memaparkan IKP Pilkada 2017. Kabupaten Blora dengan skor 6,50.": {"score 33.16 6.50 ?"},
}


@pytest.mark.parametrize(("text", "expected"), EDITIONS.items(), ids=EDITIONS.keys())
def test_the_edition_that_a_text_is_about(text: str, expected: set[str], take: Take) -> None:
    assert judged(take(f"Bawaslu Provinsi Jawa Tengah {text}")[1]) == expected


PROVINCES: dict[str, set[str]] = {
    "Bawaslu Provinsi Jawa Barat memaparkan IKP 2024, seperti Provinsi Kalimantan Selatan.": {"score 32.79 41.20"},
    "Bawaslu Provinsi Kalimantan Selatan memaparkan IKP 2024, seperti Provinsi Jawa Barat.": {"score 63.03 41.20"},
    "Peta IKP 2024.": {"score ?32.79|63.03 41.20 ?"},
}


@pytest.mark.parametrize(("text", "expected"), PROVINCES.items(), ids=PROVINCES.keys())
def test_the_province_that_a_text_is_about_decides_between_like_names(
    text: str, expected: set[str], take: Take
) -> None:
    assert judged(take(f"{text} Banjar dengan skor 41,20.")[1]) == expected


OF_THE_COUNTRY = (
    "Bawaslu RI meluncurkan pemetaan kerawanan netralitas ASN tingkat nasional di Jakarta.\n\n"
    "Pola kerawanan yang ditemukan:\n\na. ikut menggalang dukungan di lingkungan kerja;\nb. {item};\n"
)


def test_an_unknown_issue_of_the_whole_country_is_none(facts: Facts) -> None:
    assert not any("menggalang" in line for line in facts(OF_THE_COUNTRY.format(item="pemilih ganda")))


def test_a_known_one_is(facts: Facts) -> None:
    assert "indicator ID 20" in facts(OF_THE_COUNTRY.format(item="pemilih ganda"))
