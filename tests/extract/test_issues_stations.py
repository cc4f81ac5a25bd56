"""Polling stations and what is wrong there: which number goes with which issue, and of whose region."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.conftest import Take

REGENCY = "Bawaslu Kabupaten Blora memaparkan TPS rawan Pilkada 2024.\n\n"
PROVINCE = "Bawaslu Provinsi Jawa Tengah memaparkan TPS rawan Pilkada 2024.\n\n"
MONEY, BROKEN = "riwayat politik uang", "riwayat logistik rusak"
BOTH = {"indicator 33.16 54 x14", "indicator 33.16 27 x9"}

NEIGHBOURS = {"indicator 33.18 54 x14", "indicator 33.19 54 x9"}
PARTS = {"indicator 33 54 x14", "indicator 33.18 54 x8", "indicator 33.19 54 x3"}

COUNTED: dict[str, set[str]] = {
    # behind the number
    f"14 TPS dengan {MONEY}.": {"indicator 33.16 54 x14"},
    f"14 tempat pemungutan suara dengan {MONEY}.": {"indicator 33.16 54 x14"},
    f"1.014 TPS dengan {MONEY}.": {"indicator 33.16 54 x1014"},
    "14 TPS dengan PSU.": {"indicator 33.16 32 x14"},
    "14 TPS rawan bencana.": {"indicator 33.16 3 x14"},
    "14 TPS rawan konflik.": {"issue 33.16 rawan konflik x14"},
    f"14 TPS dengan {MONEY}, disusul 9 TPS dengan {BROKEN}.": BOTH,
    f"Ke-1, 14 TPS dengan {MONEY}; kedua, 9 TPS dengan {BROKEN}.": BOTH,
    f"14 TPS dengan {MONEY}. Warga diminta tenang. Lalu 9 TPS dengan {BROKEN}.": BOTH,
    # before the number, where a word leads to it
    f"Riwayat politik uang di 14 TPS, {BROKEN} di 9 TPS.": BOTH,
    f"Riwayat politik uang sebanyak 14 TPS, {BROKEN} sebanyak 9 TPS.": BOTH,
    f"Riwayat politik uang (14 TPS), {BROKEN} (9 TPS).": BOTH,
    f"Indikatornya yaitu {MONEY} di 14 TPS, {BROKEN} di 9 TPS.": BOTH,
    "Riwayat politik uang terjadi di 14 TPS.": {"indicator 33.16 54 x14"},
    "Riwayat politik uang dihadapi 14 TPS.": {"indicator 33.16 54 x14"},
    "Riwayat politik uang di lokasi 14 TPS.": {"indicator 33.16 54 x14"},
    "Riwayat politik uang (di desa, kota) sebanyak 14 TPS.": {"indicator 33.16 54 x14"},
    f"Riwayat politik uang ada 14 TPS, diikuti {BROKEN} ada 9 TPS.": BOTH,
    f"Riwayat politik uang dialami 14 TPS; {BROKEN} dialami 9 TPS.": BOTH,
    "TPS yang rawan bencana ada 14.": {"indicator 33.16 3 x14"},
    "TPS yang punya riwayat PSU, itu ada 14, kata dia.": {"indicator 33.16 32 x14"},
    f"Tidak ada TPS rawan bencana, 14 TPS dengan {MONEY}, dan tidak ditemukan TPS dengan PSU.": {
        "indicator 33.16 54 x14"
    },
    "14 TPS tanpa listrik, tidak ada yang rawan bencana.": {"issue 33.16 tanpa listrik x14"},
    # words behind a comma that belong to no issue
    "14 TPS berada di kawasan rawan bencana, kebanyakan longsor.": {"indicator 33.16 3 x14"},
    f"Sementara itu {MONEY} ditemukan pada 14 TPS, sedangkan {BROKEN} pada 9 TPS.": BOTH,
    "Riwayat politik uang 14 dari 900 TPS.": {"indicator 33.16 54 x14"},
    "14 dari total 1.014 TPS dengan riwayat politik uang.": {"indicator 33.16 54 x14"},
    "Riwayat PSU pada 14 (empat belas) TPS.": {"indicator 33.16 32 x14"},
    f"Riwayat politik uang 14 TPS, {BROKEN} 9 TPS, PSU 3 TPS.": BOTH | {"indicator 33.16 32 x3"},
    # ended by its number, as its neighbours are
    f"Riwayat politik uang 14 TPS, {BROKEN} 9 TPS.": BOTH,
    f"Riwayat politik uang 14 TPS serta {BROKEN} 9 TPS.": BOTH,
    f"Riwayat politik uang yaitu 14 TPS, lalu {BROKEN} 9 TPS.": BOTH,
    f"Riwayat politik uang sebanyak 14 TPS, kemudian {BROKEN} 9 TPS.": BOTH,
    f"Riwayat politik uang 14 TPS di dua desa, {BROKEN} 9 TPS di tiga desa.": BOTH,
    f"Dari 30 TPS rawan, {MONEY} 14 TPS, {BROKEN} 9 TPS.": BOTH,
    f"14 TPS dengan {MONEY}, rawan bencana 3 TPS, dan 9 TPS dengan {BROKEN}.": BOTH | {"indicator 33.16 3 x3"},
    f"Hal lain 5 TPS, {MONEY} 14 TPS, {BROKEN} 9 TPS.": BOTH,
    f"Hal lain 5 TPS, 14 TPS {MONEY}, 9 TPS {BROKEN}.": BOTH,
    # "ada" leads to what follows where something does
    f"Selain {MONEY}, ada 9 TPS dengan {BROKEN}.": {"indicator 33.16 54", "indicator 33.16 27 x9"},
    f"Pertama ada 14 TPS, {MONEY}, lalu 9 TPS, {BROKEN}.": BOTH,
    # the word TPS is said once
    f"14 TPS punya {MONEY}, 9 punya {BROKEN}.": BOTH,
    f"14 TPS punya {MONEY}, 9 yang memiliki {BROKEN}.": BOTH,
    f"14 TPS punya {MONEY}, serta 9 mempunyai {BROKEN}.": BOTH,
    f"TPS dengan {MONEY} berjumlah 14, {BROKEN} sebanyak 9 TPS.": BOTH,
    f"20 TPS rawan, {MONEY} sebanyak 14, {BROKEN} sebanyak 9.": BOTH,
    "Riwayat logistik rusak sebanyak 9 di 3 kecamatan dari 14 TPS rawan.": {"indicator 33.16 27 x9"},
    f"- Riwayat politik uang (14)\n- {BROKEN}: 9": BOTH,
    f"TPS dengan {MONEY}: 14": {"indicator 33.16 54 x14"},
    "Riwayat PSU ........ 14": {"indicator 33.16 32 x14"},
    "Riwayat PSU … 14": {"indicator 33.16 32 x14"},
    "Riwayat PSU ____ 14": {"indicator 33.16 32 x14"},
    f"Riwayat politik uang - 14\n\n{BROKEN} : 9": BOTH,
    f"Riwayat politik uang | 14\n\n{BROKEN} | 9": BOTH,
    f"Riwayat politik uang | 14\n\nRiwayat PSU | 0\n\nRiwayat kekerasan | -\n\n{BROKEN} | 9": BOTH,
    # none at all
    f"0 TPS dengan {MONEY}.": {"indicator 33.16 54 denied"},
    f"Nol TPS dengan {MONEY}.": {"indicator 33.16 54 denied"},
}
NOT_COUNTED: dict[str, set[str]] = {
    "14 TPS.": set(),
    "14 TPS rawan.": set(),
    "9 TPS di Pati, Kudus, dan Blora.": set(),
    f"14 TPS yang rawan, 9 TPS dengan {MONEY}.": {"indicator 33.16 54 x9"},
    f"14 TPS karena {MONEY}.": {"indicator 33.16 54"},
    "14 TPS tersebar di wilayah rawan bencana.": {"indicator 33.16 3"},
    "Riwayat politik uang 2019-2024": {"indicator 33.16 54"},
    "Jumlah kecamatan : 20": set(),
    "TPS yang rawan bencana ada 14 orang petugasnya.": {"indicator 33.16 3"},
    "TPS yang rawan bencana tercatat 2020.": {"indicator 33.16 3"},
    "TPS di Cepu ada 14.": set(),
    # a range or a rough number
    "Riwayat politik uang di 5-7 TPS.": {"indicator 33.16 54"},
    "Riwayat politik uang di 5 sampai 7 TPS.": {"indicator 33.16 54"},
    f"Riwayat politik uang hampir 14 TPS, {BROKEN} 9 TPS.": {"indicator 33.16 54", "indicator 33.16 27 x9"},
    # a district's number is not the regency's
    "Di Kecamatan Cepu ada 14 TPS rawan bencana.": {"indicator 33.16 3"},
    "Riwayat politik uang di Desa Sumber 14 TPS.": {"indicator 33.16 54"},
    f"Riwayat politik uang 14 TPS, terbanyak di Kecamatan Cepu 8 TPS, {BROKEN} 9 TPS.": BOTH,
    "Kecamatan Cepu 12 TPS rawan bencana, Kecamatan Jepon 2 TPS rawan bencana, total 14 TPS rawan bencana.": {
        "indicator 33.16 3 x14"
    },
    "Riwayat politik uang ... Ada 14 laporan.": {"indicator 33.16 54"},
    f"14 orang punya {MONEY}, 9 punya {BROKEN}.": {"indicator 33.16 54", "indicator 33.16 27"},
    f"Pasal 3.14 TPS dengan {MONEY}.": set(),
    f"Hasilnya, TPS dengan {MONEY}: 14": {"indicator 33.16 54"},
}
OF_REGIONS: dict[str, set[str]] = {
    f"14 TPS di Kabupaten Pati dengan {MONEY}.": {"indicator 33.18 54 x14"},
    "9 TPS di Kabupaten Pati rawan politik uang.": {"indicator 33.18 54 x9"},
    f"Riwayat politik uang 14 TPS di Kabupaten Pati, {BROKEN} 9 TPS di Kabupaten Kudus.": {
        "indicator 33.18 54 x14",
        "indicator 33.19 27 x9",
    },
    f"Riwayat politik uang 14 TPS, di Kabupaten Kudus 9 TPS dengan {BROKEN}.": {
        "indicator 33 54 x14",
        "indicator 33.19 27 x9",
    },
    # the parts of a province's total
    "Riwayat politik uang 14 TPS, antara lain Pati 8 TPS dan Kudus 3 TPS.": PARTS,
    "Riwayat politik uang 14 TPS (Pati 8 TPS, Kudus 3 TPS).": PARTS,
    "14 TPS punya riwayat politik uang, tertinggi di Pati sebanyak 8 TPS, disusul Kudus 3 TPS.": PARTS,
    "Riwayat politik uang 14 TPS. Yang tertinggi, kata dia, Kabupaten Pati 8 TPS, Kudus 3 TPS.": PARTS,
    "Riwayat politik uang 14 TPS. Kabupaten Pati menyumbang 8 TPS. Disusul Kudus 3 TPS.": PARTS,
    "Riwayat politik uang 14 TPS. Warga tenang. Kabupaten Pati menyumbang 8 TPS.": {"indicator 33 54 x14"},
    "Riwayat politik uang 14 TPS. Di Kabupaten Pati ada 800 TPS.": {"indicator 33 54 x14"},
    "Riwayat politik uang 14 TPS. Di Kabupaten Pati 8 TPS dijaga polisi.": {"indicator 33 54 x14"},
    "Riwayat politik uang 14 TPS. Kabupaten Tuban 8 TPS.": {"indicator 33 54 x14"},
    # one number for two regions is the number of neither
    f"14 TPS di Kabupaten Pati dan Kabupaten Kudus dengan {MONEY}.": {"indicator 33.18 54", "indicator 33.19 54"},
    f"Di Kabupaten Pati dan Kabupaten Kudus ada 14 TPS dengan {MONEY}.": {
        "indicator 33.18 54",
        "indicator 33.19 54",
    },
    # the region right before the next number is that number's
    f"Kabupaten Pati 7 TPS dengan {MONEY}, Kabupaten Kudus 9 TPS dengan {BROKEN}.": {
        "indicator 33.18 54 x7",
        "indicator 33.19 27 x9",
    },
    f"Kabupaten Pati 7 TPS dengan {MONEY}, Kabupaten Kudus ada sebanyak 9 TPS dengan {BROKEN}.": {
        "indicator 33.18 54 x7",
        "indicator 33.19 27 x9",
    },
    "Kabupaten Pati memiliki 14 TPS dengan politik uang, Kabupaten Kudus 9 TPS.": NEIGHBOURS,
    "Riwayat politik uang terbanyak di Kabupaten Pati 14 TPS, disusul Kudus 9 TPS.": NEIGHBOURS,
    "Kabupaten Pati memiliki 14 TPS dengan politik uang. Kabupaten Kudus 9 TPS.": {"indicator 33.18 54 x14"},
    "Kabupaten Pati memiliki 14 TPS dengan politik uang, Kabupaten Tuban 9 TPS.": {"indicator 33.18 54 x14"},
}


@pytest.mark.parametrize(("text", "expected"), COUNTED.items(), ids=COUNTED.keys())
def test_a_number_of_stations_goes_with_one_issue(
    text: str, expected: set[str], facts: Callable[[str], set[str]]
) -> None:
    assert facts(REGENCY + text) == expected


@pytest.mark.parametrize(("text", "expected"), NOT_COUNTED.items(), ids=NOT_COUNTED.keys())
def test_a_total_a_cause_and_another_count_give_an_issue_no_number(
    text: str, expected: set[str], facts: Callable[[str], set[str]]
) -> None:
    assert facts(REGENCY + text) == expected


@pytest.mark.parametrize(("text", "expected"), OF_REGIONS.items(), ids=OF_REGIONS.keys())
def test_a_number_of_stations_is_that_of_the_region_beside_it(
    text: str, expected: set[str], facts: Callable[[str], set[str]]
) -> None:
    assert facts(PROVINCE + text) == expected


def test_the_parts_of_a_total_in_the_next_sentence_are_for_a_person(take: Take) -> None:
    def decisions(text: str) -> set[tuple[str | None, str]]:
        return {(finding.region_code, finding.decision) for finding in take(PROVINCE + text)[1].findings}

    assert decisions("Riwayat politik uang 14 TPS, antara lain Pati 8 TPS.") == {("33", "auto"), ("33.18", "auto")}
    assert decisions("Riwayat politik uang di Pati 14 TPS, Kudus 9 TPS.") == {
        ("33.18", "auto"),
        ("33.19", "review"),
    }
    assert decisions("Riwayat politik uang 14 TPS. Pati 8 TPS.") == {("33", "auto"), ("33.18", "review")}


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("Di Belakang Padang ada 15 TPS rawan bencana.", "review"),
        ("Kabupaten Tuban memiliki 15 TPS rawan bencana.", "auto"),
        ("Kabupaten Pati memiliki 15 TPS rawan bencana.", "auto"),
        ("Pati memiliki 15 TPS rawan bencana.", "auto"),
    ],
)
def test_stations_of_another_province_are_for_a_person(text: str, decision: str, take: Take) -> None:
    assert [finding.decision for finding in take(REGENCY + text)[1].findings] == [decision]
