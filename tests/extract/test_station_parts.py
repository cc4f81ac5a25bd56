"""Numbers of polling stations that are not the region's: of a place in it, of a vote before, of another body."""

from __future__ import annotations

import pytest

from extract.conftest import Take

REGENCY = "Bawaslu Kabupaten Ngawi memaparkan TPS rawan Pilkada 2024.\n\n"
PROVINCE = "Bawaslu Provinsi Bali memaparkan TPS rawan Pilkada 2024.\n\n"

NOT_ITS_OWN = {
    "a district right before": "Kecamatan Paron 14 TPS rawan bencana.",
    "all counts of a district": "Di Kecamatan Paron 5 TPS sulit dijangkau, 14 TPS rawan bencana.",
    "a district with a colon": "Kecamatan Paron: 5 TPS tanpa listrik, 14 TPS rawan bencana, 9 TPS riwayat PSU.",
    "the issue before its number": "Kecamatan Paron: riwayat PSU 5 TPS, rawan bencana 14 TPS.",
    "the sentence that goes on": "Di Kecamatan Paron ada 5 TPS riwayat PSU. Juga ada 14 TPS rawan bencana.",
    "a constituency": "Dapil 3 menyumbang 14 TPS rawan bencana.",
    "an island": "Pulau Bawean memiliki 14 TPS rawan bencana.",
    "its supervisors": "Panwascam Paron melaporkan 14 TPS rawan bencana.",
    "an area": "Wilayah utara terdapat 14 TPS rawan bencana.",
    "mere names": "Di Paron dan Kwadungan ada 14 TPS rawan bencana.",
    "a name as the head of a row": "Paron: 14 TPS rawan bencana.",
    "a name right before": "Kwadungan 14 TPS rawan bencana.",
    "a name behind the issue": "Rawan bencana: Paron 14 TPS.",
    "a name with the most": "Kecamatan terbanyak adalah Paron dengan 14 TPS rawan bencana.",
    "told by its supervisors": "Ada 14 TPS rawan bencana, kata Ketua Panwascam Paron.",
    "the chief town of the regency": "Ngawi Kota: 14 TPS rawan bencana.",
    "a village behind": "Sebanyak 14 TPS rawan bencana di Desa Gentong.",
    "under the name of a district": "Kecamatan Paron\n\n- Riwayat PSU 5 TPS\n- Rawan bencana 14 TPS",
    "under a mere name": "Paron\n\n- Riwayat PSU 5 TPS\n- Rawan bencana 14 TPS",
    "an earlier vote": "Pada Pemilu 2019 terdapat 14 TPS rawan bencana.",
    "an earlier year": "Tahun 2018 terdapat 14 TPS dengan logistik rusak.",
    "the last vote": "Pemilu lalu ada 14 TPS rawan bencana.",
    "the vote before in the same year": "Pemilu 2024 mencatat 14 TPS rawan bencana.",
    "a history by years": "Riwayat logistik rusak 14 TPS di 2019 dan 3 TPS di 2018.",
    "a drill": "KPU mencatat 14 TPS rawan bencana pada simulasi.",
    "the police": "Polres menyiagakan personel di 14 TPS rawan bencana.",
}
"""Waits for a person, or is not read: the number is no one's that the document speaks of."""

ITS_OWN = {
    "an issue as the head of a row": "Intimidasi penyelenggara: 14 TPS.",
    "an issue in capitals": "Rawan Bencana 14 TPS.",
    "an issue behind another": "Riwayat PSU 5 TPS, Rawan Bencana 14 TPS.",
    "no place": "Hasilnya, 14 TPS rawan bencana.",
    "a word that opens the sentence": "Rinciannya: 14 TPS rawan bencana.",
    "an issue before its number": "Logistik terlambat: 14 TPS.",
    "all of it behind a district": "Kecamatan Paron ada 5 TPS riwayat PSU, total 14 TPS rawan bencana.",
    "the most of it in a district": "Ada 14 TPS rawan bencana, terbanyak di Kecamatan Paron 5 TPS.",
    "another issue behind a district": "Riwayat PSU 9 TPS, terbanyak di Kecamatan Paron 5 TPS, rawan bencana 14 TPS.",
    "mostly in a district": "Ada 14 TPS rawan bencana, sebagian besar di Kecamatan Paron.",
    "districts counted": "Di 19 kecamatan ada 14 TPS rawan bencana.",
    "the mere name of the regency": "Di Ngawi ada 14 TPS rawan bencana.",
    "the mere name of the regency, with a word": "Di Ngawi itu ada 14 TPS rawan bencana.",
    "the regency itself": "Di Kabupaten Ngawi ada 14 TPS rawan bencana.",
    "a history of an earlier vote": "Riwayat logistik rusak pada Pemilu 2019 di 14 TPS.",
    "a re-vote, which is history": "Pemungutan suara ulang pada Pemilu 2019 di 14 TPS.",
    "the vote at hand": "Pada Pilkada 2024 terdapat 14 TPS rawan bencana.",
    "beside the police": "Bawaslu dan Polres memetakan 14 TPS rawan bencana.",
}
OF_PARTS: dict[str, dict[int | None, tuple[str, str]]] = {
    "Politik uang: 14 TPS di Kota Denpasar, 9 TPS di Badung.": {14: ("51.71", "auto"), 9: ("51.03", "review")},
    "Politik uang terdapat 14 TPS di Gianyar, 9 TPS di Nusa Ceningan.": {14: ("51.04", "auto")},
    "Politik uang 14 TPS (Bangli), 9 TPS (Badung).": {14: ("51.06", "auto"), 9: ("51.03", "review")},
    "Pemilih TMS 14 TPS Bangli, 9 TPS Badung.": {14: ("51.06", "auto"), 9: ("51.03", "review")},
    "Ada 14 TPS Bangli rawan bencana dan 9 TPS Badung logistik terlambat.": {
        14: ("51.06", "auto"),
        9: ("51.03", "auto"),
    },
    "Badung 9 TPS rawan bencana, 14 TPS Bangli logistik terlambat.": {9: ("51.03", "auto"), 14: ("51.06", "auto")},
    "Dari 30 TPS rawan bencana, 14 TPS di Bangli, 9 TPS di Badung.": {
        30: ("51", "auto"),
        14: ("51.06", "auto"),
        9: ("51.03", "auto"),
    },
    "Politik uang 30 TPS tersebar di Bangli 14 TPS, Badung 9 TPS.": {
        30: ("51", "auto"),
        14: ("51.06", "auto"),
        9: ("51.03", "auto"),
    },
}
"""Of a province: each number is that of the region behind it, or before it where that has its own number."""


@pytest.mark.parametrize("text", NOT_ITS_OWN.values(), ids=NOT_ITS_OWN.keys())
def test_what_is_not_the_regions_is_not_accepted_as_its_own(text: str, take: Take) -> None:
    found = [one for one in take(REGENCY + text)[1].findings if one.count == 14]
    assert not [one.raw for one in found if one.decision == "auto"]


@pytest.mark.parametrize("text", ITS_OWN.values(), ids=ITS_OWN.keys())
def test_what_is_the_regions_is_accepted(text: str, take: Take) -> None:
    found = [one for one in take(REGENCY + text)[1].findings if one.count == 14]
    assert [(one.region_code, one.decision) for one in found] == [("35.21", "auto")]


@pytest.mark.parametrize(("text", "expected"), OF_PARTS.items(), ids=OF_PARTS.keys())
def test_each_number_has_the_region_beside_it(
    text: str, expected: dict[int | None, tuple[str, str]], take: Take
) -> None:
    found = take(PROVINCE + text)[1].findings
    assert {one.count: (one.region_code, one.decision) for one in found} == expected


def test_a_target_of_none_denies_nothing(take: Take) -> None:
    assert not take(REGENCY + "Target kami, nol TPS logistik rusak.")[1].findings
    assert [one.status for one in take(REGENCY + "Nol TPS logistik rusak.")[1].findings] == ["denied"]
