"""Numbers of cases beside an issue: where they may stand, what is a unit, and what is no issue at all."""

from __future__ import annotations

import pytest

from pipeline.extract.issues.cases import cases_beside, counted_cases, counted_phrases

ITEMS: dict[str, tuple[str, int, str] | None] = {
    "politik uang, 26 kasus": ("politik uang", 26, "kasus"),
    "politik uang: 26 kasus.": ("politik uang", 26, "kasus"),
    "politik uang (26 laporan)": ("politik uang", 26, "laporan"),
    "politik uang – 3 temuan": ("politik uang", 3, "temuan"),
    "politik uang - 3 temuan": ("politik uang", 3, "temuan"),
    "politik uang sebanyak 1.204 kasus": ("politik uang", 1204, "kasus"),
    "politik uang berjumlah lima perkara": ("politik uang", 5, "perkara"),
    "politik uang ada 2 aduan": ("politik uang", 2, "aduan"),
    "politik uang mencapai 12 pelanggaran": ("politik uang", 12, "pelanggaran"),
    "tiga laporan kampanye di luar jadwal": ("kampanye di luar jadwal", 3, "laporan"),
    "1.204 kasus politik uang": ("politik uang", 1204, "kasus"),
    "- 7 kejadian pemilih ganda": ("pemilih ganda", 7, "kejadian"),
    # no number at its end, no unit, or no label that is long enough to be one
    "politik uang 26 kasus": None,
    "politik uang, 26 orang": None,
    "politik uang, 26 kasusnya": None,
    "politik uang, 26 kasus di blora": None,
    "politik uang": None,
    "uangg, 26 kasus": None,
    "uang p, 26 kasus": ("uang p", 26, "kasus"),
    "26 kasus pungl": None,
    "26 kasus pungli": ("pungli", 26, "kasus"),
    "ada 26 kasus pungli": None,
}


@pytest.mark.parametrize(("item", "expected"), ITEMS.items(), ids=ITEMS.keys())
def test_an_item_ends_or_begins_with_its_number_of_cases(item: str, expected: tuple[str, int, str] | None) -> None:
    found = counted_cases(item)
    assert (found and (item[slice(*found[0])], found[1], found[2])) == expected


PHRASES: dict[str, list[tuple[str, int, str]]] = {
    "pemilih yang tidak memilih sebanyak 25 kasus": [("pemilih yang tidak memilih", 25, "kasus")],
    "pemilih yang tidak memilih berjumlah 25 kasus": [("pemilih yang tidak memilih", 25, "kasus")],
    "pemilih yang tidak memilih dengan total 25 kasus": [("pemilih yang tidak memilih", 25, "kasus")],
    "pemilih yang tidak memilih ini ada dua laporan": [("pemilih yang tidak memilih", 2, "laporan")],
    "pemilih yang tidak memilih, 1.250 temuan": [("pemilih yang tidak memilih", 1250, "temuan")],
    "pemilih yang tidak memilih (4 kasus)": [("pemilih yang tidak memilih", 4, "kasus")],
    "lalu ada gudang yang bocor 4 kasus": [("gudang yang bocor", 4, "kasus")],
    "terakhir terdapat gudang yang bocor 4 kasus": [("gudang yang bocor", 4, "kasus")],
    "di pati, gudang yang bocor 4 kasus": [("gudang yang bocor", 4, "kasus")],
    "sementara di pati, gudang yang bocor 4 kasus": [("gudang yang bocor", 4, "kasus")],
    "gudang bocor 4 kasus, dan saksi tanpa surat 2 kasus": [("saksi tanpa surat", 2, "kasus")],
    "gudang yang bocor 4 kasus, dan saksi tanpa surat 2 temuan": [
        ("gudang yang bocor", 4, "kasus"),
        ("saksi tanpa surat", 2, "temuan"),
    ],
    "gudang yang bocor 4 kasus di pati, dan saksi tanpa surat 2 temuan": [("gudang yang bocor", 4, "kasus")],
    "gudang yang bocor 4 kasus; saksi tanpa surat 2 kasus": [
        ("gudang yang bocor", 4, "kasus"),
        ("saksi tanpa surat", 2, "kasus"),
    ],
    # two words are too few, and so are nine letters
    "gudang bocor 4 kasus": [],
    "abc de fgh 4 kasus": [("abc de fgh", 4, "kasus")],
    "abc de fg 4 kasus": [],
    # another unit, or no number
    "gudang yang bocor 4 orang": [],
    "gudang yang bocor banyak kasus": [],
    # work done, totals and places are no issues
    "bawaslu telah menangani perkara 4 kasus": [],
    "jumlah temuan di lapangan 4 kasus": [],
    "yang positif covid bertambah 4 kasus": [],
    "pelanggaran di kecamatan jepon 4 kasus": [],
}


@pytest.mark.parametrize(("sentence", "expected"), PHRASES.items(), ids=PHRASES.keys())
def test_a_phrase_of_three_words_ends_in_its_number_of_cases(
    sentence: str, expected: list[tuple[str, int, str]]
) -> None:
    assert [(sentence[slice(*place)], n, unit) for place, n, unit in counted_phrases(sentence)] == expected


def test_a_phrase_is_no_longer_than_a_hundred_and_eleven_letters() -> None:
    longest = "gudang yang " + "b" * 99
    assert len(longest) == 111
    assert [n for _, n, _ in counted_phrases(f"{longest} 4 kasus")] == [4]
    assert list(counted_phrases(f"{longest}b 4 kasus")) == []


BESIDE: dict[str, tuple[int, str] | None] = {
    # the issue stands in square brackets
    "12 kasus [politik uang]": (12, "kasus"),
    "12 kasus dugaan [politik uang]": (12, "kasus"),
    "12 kasus dugaan pelanggaran terkait [politik uang]": (12, "kasus"),
    "12 laporan soal praktik [politik uang]": (12, "laporan"),
    "12 temuan berupa [politik uang]": (12, "temuan"),
    "[politik uang] (5 kejadian)": (5, "kejadian"),
    "[politik uang], sebanyak lima kasus": (5, "kasus"),
    "[politik uang] berjumlah 5 kasus": (5, "kasus"),
    "[politik uang] mencapai 1.005 kasus": (1005, "kasus"),
    "[psu] di dua tps": (2, "TPS"),
    "[psu] terjadi di 12 tps": (12, "TPS"),
    "[psu] pada 12 tps": (12, "TPS"),
    "empat [pelanggaran netralitas asn]": (4, "pelanggaran"),
    "ada 14 [kasus politik uang]": (14, "kasus"),
    "empat kali [pelanggaran netralitas asn]": (4, "kejadian"),
    "dua kali terjadi [psu]": (2, "kejadian"),
    "2 (dua) [putusan dkpp]": (2, "putusan"),
    "[politik uang] 5 kejadian": (5, "kejadian"),
    "[psu] sempat digelar 2 kali dan aman": (2, "kejadian"),
    "[psu] pernah dilakukan di 12 tps": (12, "TPS"),
    "[psu] digelar pada 2 (dua) tps": (2, "TPS"),
    "[psu] ada (3 tps)": (3, "TPS"),
    "[logistik terlambat], 23 kejadian di 11 kecamatan": (23, "kejadian"),
    "[politik uang], ada empat laporan yang kami terima": (4, "laporan"),
    "[rekomendasi asn] sudah disampaikan ke bkn sebanyak dua rekomendasi.": (2, "rekomendasi"),
    # what stands behind comes before what stands before
    "3 kasus [politik uang] (5 kejadian)": (5, "kejadian"),
    # another thing is counted, or the number belongs to something else
    "12 orang [politik uang]": None,
    "12 kasus di pati dan [politik uang]": None,
    "pasal 3.12 kasus [politik uang]": None,
    "3,12 kasus [politik uang]": None,
    "a12 kasus [politik uang]": None,
    "2,4 [pelanggaran netralitas asn]": None,
    "2.4 [pelanggaran netralitas asn]": None,
    "empat [politik uang]": None,
    "[politik uang] dan 5 kejadian": None,
    "[psu], 2 laporan politik uang": None,
    "[psu] ada 2 laporan politik uang": None,
    "[psu] dibahas dalam rapat yang digelar 2 kali": None,
    "[psu] digelar dan laporan dikeluarkan 2 kali": None,
    "no 54 [laporan politik uang]": None,
    "pada 2020 [laporan politik uang]": None,
    "[psu] di dua tpst": None,
    "[psu] di dua desa": None,
}


@pytest.mark.parametrize(("marked", "expected"), BESIDE.items(), ids=BESIDE.keys())
def test_a_number_of_cases_stands_right_beside_its_issue(marked: str, expected: tuple[int, str] | None) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    assert cases_beside(marked.replace("[", "").replace("]", ""), start, end) == expected


def test_a_number_before_an_issue_is_looked_for_in_sixty_characters() -> None:
    filler = "dugaan pelanggaran terkait soal tentang praktik berupa "
    assert len(f"7 kasus {filler}") > 60
    assert cases_beside(f"7 kasus {filler}psu", len(f"7 kasus {filler}"), len(f"7 kasus {filler}psu")) is None
    near = "7 kasus dugaan pelanggaran terkait soal tentang praktik "
    assert len(near) < 60
    assert cases_beside(f"{near}psu", len(near), len(near) + 3) == (7, "kasus")
