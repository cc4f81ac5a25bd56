"""Which words make a number a score, a count or a rank, a word a level, digits a date: in pieces of sentences."""

from __future__ import annotations

import pytest

from pipeline.extract.marks.counts import count_marks, rank_marks
from pipeline.extract.marks.numbers import number_marks
from pipeline.extract.marks.words import _category_marks, _cue_marks
from pipeline.extract.words.dates import find_dates, find_months

CUED = (
    "skor|score|skore|sekor|skoring|nilai|indeks|indek|ikp|poin|point|bernilai|berpoin|agregat|agregasi|"
    "tingkat kerawanan|kerawanan|skornya|ikp-nya|nilainya|skor akhir|skor (ikp)|skor total|skor totalnya|"
    "indeks kerawanan pemilu|skor keseluruhan|nilai kerawanan pilkada|indeks pemilihan|skor adalah|skor yakni|"
    "skor yaitu|skor ialah|nilai di|nilai pada|skor kabupaten/kota|skor 2024|skor yang sama|skor berturut-turut|"
    "skor masing-masing|skor sebesar|skor mencapai|indeks dengan angka|skor dari nilai|nilai rata-rata|"
    "skor dimensi tersebut|skor hanya|skor cuma|skor baru|skor tertinggi|skor terendah|"
    "nilai itu naik|nilai ini turun|skor kami|skor menjadi|skor berada di kisaran|skor sekitar|skor kira-kira|"
    "skor tepatnya|skor persisnya|skor:|skor =|skor (|jumlah skor|perolehan nilai mencapai"
)
"""Words before a figure that make it a score, whatever it looks like."""
UNCUED = "kota alfa|ketua|sementara itu|mencapai|berjumlah|jumlah|perolehan|skornya kurang jelas"
NO_FIGURE_BEHIND = (
    "pukul|jam|pasal|ayat|nomor|no.|halaman|tahun|tanggal|butir|angkatan|dapil|uu|covid-|lebih dari|kurang dari|"
    "di atas|di bawah|diatas|dibawah|minimal|maksimal|minimum|maksimum|ambang|hingga|sampai|skala|antara|batas|jangkauan|level|ke-|"
    "rata-rata|rata-rata nasional|rp|rp.|usia|bobot|total|sebanyak|sekitar|selisih|naik|turun|variabel|dari"
)
"""Words before a number by which it is none that may be a score."""
NO_FIGURE_BEFORE = (
    "ke atas|ke bawah|atau lebih|atau kurang|indikator|isu|dimensi|sub|variabel|jenis|poin strategis|tps|tempat|"
    "kasus|kejadian|aduan|peristiwa|insiden|dugaan|putusan|gugatan|sengketa|laporan|temuan|pelanggaran|perkara|"
    "kali|titik|lokasi|lembar|daerah|wilayah|kecamatan|distrik|desa|kelurahan|orang|jiwa|penduduk|warga|"
    "nama|pemilih|peserta|alumni|partai|paslon|pasangan|lembaga|suara|kursi|besar|sampai 5|hingga dengan 5|s/d 5|"
    "hari|bulan|tahun|jam|menit|wib|wit|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|"
    "november|desember|juta|ribu|miliar|triliun|rupiah|hektare|km|kilometer|meter|milimeter|mm|sentimeter|cm|"
    "liter|hektar|mbps|ton|kg|kilogram|derajat|celsius|view|views|fm|mhz|khz|(kasus|- 5"
)
"""What stands behind a number by which it is none that may be a score."""
BOUNDS = (
    "skor mulai dari angka|skor maksimal|skor minimal|skor skala|skor batas|"
    "skor maksimum|skor maksimum adalah|nilai maksimumnya|skor minimum|nilai minimumnya yakni|skor ambang|"
    "skor ambang batas|nilai batas|nilai batas atas|nilai ambang sebesar|"
    "skor lebih dari|skor di atas|skor di bawah|skor kurang dari|skor rata-rata nasional|ikp nasional|"
    "indeks kerawanan nasional|skor nasional|nilai rata-rata nasional|angka nasional|skor 10 -"
)
DIFFERENCES = (
    "lebih tinggi|lebih rendah|lebih besar|lebih kecil|lebih rawan|terpaut|selisih|berselisih|selisihnya|unggul|"
    "berjarak|naik|turun|meningkat|menurun|bertambah|berkurang|merosot|melonjak|naik sekitar|turun hanya|"
    "naik tipis|naik sebesar|naik sebanyak|naik tajam|turun sedikit|naik cuma"
)
"""Words before "2,10 poin" by which it is the difference of two scores."""

COUNTS = {
    "province": "5 provinsi|lima provinsi|5 propinsi|5 pilgub|5 pemilihan gubernur|lima (14 persen) provinsi",
    "regency_city": "5 kabupaten/kota|lima kabupaten dan kota|5 kab/kota|5 kabupaten kota|5 kabupaten|5 kota|"
    "5 daerah tingkat dua|5 pemilihan bupati/wali kota|5 pilbup|5 pilwalkot|5 pilbup dan pilwalkot|"
    "5 kabupaten maupun kota|5 di antara kabupaten|5 dari 35 kabupaten",
    "district": "5 kecamatan|5 distrik|5 kapanewon",
    "None": "5 daerah|lima wilayah|5 (lima) daerah",
}
NO_COUNTS = (
    "ke 5 kabupaten|ke-5 kabupaten|peringkat 5 kabupaten|urutan 5 provinsi|posisi 5 kabupaten|ranking 5 kabupaten|"
    "rangking 5 kabupaten|nomor 5 kabupaten|salah satu kabupaten|5 daerah ini|5 kabupaten itu|5 wilayah tersebut|"
    "5,5 kabupaten|h-5 kabupaten"
)
UNIVERSES = "dari|di|se|terhadap|seluruh|antara|kerawanan|dari total|di seluruh jumlah"
NONE_OF = (
    "tidak satupun provinsi|tidak satu pun provinsi|tak satu pun dari provinsi|tidak ada satu pun provinsi|"
    "tidak terdapat satupun provinsi|tak sebuah pun provinsi|tidak ada provinsi|tak terdapat provinsi"
)
RANKS = (
    "urutan 3|urutannya 3|peringkat 3|peringkatnya ketiga|rangking 3|ranking 3|rank 3|posisi 3|posisinya ketiga|"
    "tertinggi ketiga|terawan ketiga|nomor urut 3|nomor tiga|di nomor 3|menempati nomor 3|peringkat di ke-3|"
    "peringkat yang ketiga|peringkat kerawanan ke 3|peringkat ikp ke - 3|peringkat nasional ketiga|urutan ke tiga|"
    "peringkat ke-tiga|urutan tiga"
)
NO_RANKS = (
    "peringkat 3 besar|peringkat 3,5|urutan ketiganya|nomor 3|nomor tiga tahun|di nomor 3 jalan|"
    "peringkat ke-3 hingga ke-5|peringkat 3 sampai ke 5|kedudukan 3|surutan 3"
)

PLAIN_LEVELS = (
    "kategori tinggi|katagori tinggi|berkategori tinggi|terkategori tinggi|dikategorikan tinggi|"
    "dikategorikan sebagai rawan tinggi|kategori rawan tinggi|rawan tinggi|kerawanan tinggi|kerawanannya tinggi|"
    "tingkat kerawanan tinggi|level tinggi|status rawan tinggi|klaster tinggi|tinggi rawan|"
    "tinggi tingkat kerawanannya|tinggi indeks kerawanan|zona merah|kategori merah|statusnya merah|level merah|"
    "kluster merah|klaster warna merah|zona rawan merah"
)
NO_LEVELS = (
    "paling tinggi|cukup tinggi|lumayan tinggi|relatif tinggi|lebih tinggi|semakin tinggi|makin tinggi|"
    "terlalu tinggi|agak tinggi|indikator tinggi|di bawah rawan tinggi|di atas tinggi|mendekati kategori tinggi|"
    "menuju tinggi|menjauhi tinggi|ambang batas tinggi|batas bawah tinggi|skornya tinggi|skor tinggi|"
    "beberapa tinggi|supaya tidak tinggi|agar tidak tinggi|tidak sampai rawan tinggi|soal rawan tinggi|"
    "tentang rawan tinggi|mengenai rawan tinggi|perihal rawan tinggi|membahas rawan tinggi|bertema rawan tinggi|"
    "rawan tinggi banjir|rawan tinggi terhadap longsor|rawan tinggi bencana alam|rawan tinggi akan kebakaran|"
    "rawan tinggi kekeringan|rawan tinggi narkoba|rawan tinggi stunting|rawan tinggi pangan|rawan tinggi gempa|"
    "bupati sedang menyusun|polisi sedang berjaga|rapat sedang dalam proses|panitia sedang ada acara|"
    "tim sedang gencar|kami sedang terus jalan|isu sedang dibahas|ketinggian|zona merah covid|zona merah banjir"
)
CUES = {
    "total": "totalnya|skor total|total nilai|skor akhir|skor ikp|ikp-nya|secara keseluruhan|indeks keseluruhan|"
    "indeks kerawanan|poin keseluruhan",
    "intro": "yakni|yaitu|adalah|ialah|di antaranya|diantaranya|antara lain|meliputi|terdiri|mencakup|seperti|"
    "ditempati|dihuni|diisi|diduduki|dimiliki|berikut|terdapat di|ada di|diraih|termasuk|alfa:",
    "shared": "masing-masing|skor yang sama|nilainya sama|sama-sama|keduanya|ketiganya|berturut-turut",
    "pronoun": "keduanya|ketiganya|keempatnya|kelimanya|keenamnya|semuanya|kesemuanya|seluruhnya|kedua daerah itu|"
    "kelima kabupaten tersebut|seluruh daerah itu",
    "negation": "tidak|bukan|belum|tak|bebas dari|keluar dari",
}

MONTHS = (
    "januari january jan|februari pebruari february feb peb|maret march mar|april apr|mei may|juni june jun|"
    "juli july jul|agustus august agust agu ags agt aug|september sept sep|oktober october okt oct|"
    "november nopember nov nop|desember december des dec"
)
DATES = {
    "3/8/2024": (3, 8, 2024), "3-8-2024": (3, 8, 2024), "3.8.2024": (3, 8, 2024), "2024-08-03": (3, 8, 2024),
    "2024/08/03": (3, 8, 2024), "(3/8/24)": (3, 8, 2024), "Senin (3/8)": (3, 8, None), "Jum'at, 3/8": (3, 8, None),
    "Ahad malam (3/8)": (3, 8, None), "Kamis pagi 3/8": (3, 8, None), "Rabu siang (3/8/24)": (3, 8, 2024),
    "Selasa sore, 3/8": (3, 8, None), "Sabtu dini hari (3/8)": (3, 8, None), "Minggu lalu (3/8)": (3, 8, None),
    "kemarin malam (3/8)": (3, 8, None), "hari ini tanggal 3/8": (3, 8, None), "3 - 5 Agustus 2024": (5, 8, 2024),
    "3 Agustus tahun 2024": (3, 8, 2024), "3 Agustus": (3, 8, None), "3 Agu '24": (3, 8, 2024),
    "Senin tanggal 3 Agustus 2024": (3, 8, 2024), "Senin 3/8/2024": (3, 8, 2024),
}  # fmt: skip
NO_DATES = ("14,71", "19.30", "3/8", "12/31/2024", "No. 3/8/X", "32 Agustus 2024", "3 Agu", "skor 3-8", "1.3.8.2024",
            "UU 7/2017", "3/8/20245", "K.JT-31/12/2022", "30 Februari 2024", "(31/02/24)")  # fmt: skip


def words(text: str) -> list[str]:
    return text.split("|")


@pytest.mark.parametrize(("cues", "cued"), [(CUED, True), (UNCUED, False)])
def test_words_that_make_a_score(cues: str, cued: bool) -> None:  # noqa: FBT001
    found = {cue: [(str(one.value), one.cued) for one in number_marks(f"{cue} 41,20")] for cue in words(cues)}
    assert {cue: marks for cue, marks in found.items() if marks != [("41.20", cued)]} == {}


@pytest.mark.parametrize(
    ("sentence", "cases"),
    [
        ("{} 41,20", NO_FIGURE_BEHIND),
        ("{} 41,20", BOUNDS),
        ("kota alfa 41,20 {}", NO_FIGURE_BEFORE),
        ("skor alfa {} 2,10 poin", DIFFERENCES),
    ],
)
def test_words_by_which_a_number_is_no_score(sentence: str, cases: str) -> None:
    assert [case for case in words(cases) if list(number_marks(sentence.format(case)))] == []


def test_a_number_in_thousands_is_a_score_only_where_a_word_says_so() -> None:
    found = {
        text: [str(one.value) for one in number_marks(text)]
        for text in (
            "skor 14.548",
            "kota alfa 14.548",
            "skor 6.680.807",
            "skor alfa 14.548",
            "alfa 41.20",
            "rp41,20",
        )
    }
    assert found == {
        "skor 14.548": ["14.548"],
        "kota alfa 14.548": [],
        "skor 6.680.807": [],
        "skor alfa 14.548": ["14.548"],
        "alfa 41.20": ["41.20"],
        "rp41,20": [],
    }


@pytest.mark.parametrize(("text", "marks"), [
    ("alfa (41,20)", (True, False, False)), ("alfa [41,20]", (True, False, False)),
    ("alfa 41,20 persen", (False, True, False)), ("alfa 41,20%", (False, True, False)),
    ("alfa 41, 20", (False, False, True)), ("alfa (41, 20)", (True, False, False)),
])  # fmt: skip
def test_what_stands_around_a_figure(text: str, marks: tuple[bool, bool, bool]) -> None:
    (found,) = number_marks(text)
    assert (found.bracket, found.percent, found.torn) == marks
    assert str(found.value) == "41.20"


@pytest.mark.parametrize("level", COUNTS)
def test_numbers_of_regions(level: str) -> None:
    found = {case: [(one.n, str(one.level)) for one in count_marks(case)] for case in words(COUNTS[level])}
    assert {case: marks for case, marks in found.items() if (5, level) not in marks} == {}


def test_numbers_of_no_regions() -> None:
    assert [case for case in words(NO_COUNTS) if list(count_marks(case))] == []


def test_numbers_of_all_regions_there_are() -> None:
    found = {case: [one.universe for one in count_marks(f"{case} 34 provinsi")] for case in words(UNIVERSES)}
    assert {case: universe for case, universe in found.items() if universe != [True]} == {}
    assert [
        one.universe for case in ("ada di", "terdapat di", "sebanyak") for one in count_marks(f"{case} 5 kota")
    ] == [*([False] * 3)]


def test_no_region_at_all() -> None:
    found = {case: [(one.n, one.level) for one in count_marks(case)] for case in words(NONE_OF)}
    assert {case: marks for case, marks in found.items() if marks != [(0, "province")]} == {}


def test_ranks() -> None:
    found = {case: [one.rank for one in rank_marks(case)] for case in words(RANKS)}
    assert {case: ranks for case, ranks in found.items() if ranks != [3]} == {}
    assert [case for case in words(NO_RANKS) if list(rank_marks(case))] == []


def test_levels() -> None:
    found = {case: [(one.category, one.plain) for one in _category_marks(case)] for case in words(PLAIN_LEVELS)}
    assert {case: marks for case, marks in found.items() if marks != [("tinggi", True)]} == {}
    assert [case for case in words(NO_LEVELS) if list(_category_marks(case))] == []


@pytest.mark.parametrize("kind", CUES)
def test_linking_words(kind: str) -> None:
    assert [case for case in words(CUES[kind]) if kind not in {one.kind for one in _cue_marks(case)}] == []


def test_names_of_months() -> None:
    for month, names in enumerate(words(MONTHS), 1):
        found = {
            name: [(one.day, one.month, one.year) for one in find_dates(f"3 {name} 2024")]
            for name in names.split()
        }
        assert {name: dates for name, dates in found.items() if dates != [(3, month, 2024)]} == {}


def test_months_of_a_year() -> None:
    for text in ("November 2017", "nopember, 2017", "november tahun 2017"):
        assert [(one.month, one.year) for one in find_months(text)] == [(11, 2017)]
    assert [find_months(text) for text in ("nov 2017", "november 1817", "novembers 2017")] == [()] * 3


@pytest.mark.parametrize(("text", "date"), DATES.items())
def test_dates(text: str, date: tuple[int, int, int | None]) -> None:
    assert [(one.day, one.month, one.year) for one in find_dates(text)] == [date]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_dates(text: str) -> None:
    assert find_dates(text) == ()
