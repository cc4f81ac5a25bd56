"""Which edition each value of a sentence is of: comparisons, changes, wishes, words that point back."""

from __future__ import annotations

from functools import cache

import pytest

from pipeline.extract.editions.document import EditionGuess
from pipeline.extract.editions.recall import other_edition, points_back
from pipeline.extract.editions.sentence import edition_at, edition_marks
from pipeline.reference import Reference, load_reference

_NOW = ("ikp_2024", False)
_ONCE = (None, True)
_IN_2018 = ("ikp_pilkada_2018", True)
_IN_2019 = ("ikp_2019", True)
_IN_2020 = ("ikp_pilkada_2020", True)

Bound = dict[str, tuple[str | None, bool]]

COMPARED: list[tuple[str, Bound]] = [
    ("Pada IKP 2019 skor Alfa 51,20, sedangkan pada IKP 2024 skornya 43,10.", {"51,20": _IN_2019, "43,10": _NOW}),
    ("IKP 2019 menyebut Alfa rawan sedang; IKP 2024 menyebut rawan tinggi.", {"sedang": _IN_2019, "tinggi": _NOW}),
    ("Pada 2019 skor IKP Alfa 51,20.", {"51,20": _IN_2019}),
    ("Skor Alfa 43,10 atau naik dari 40,20 di IKP 2019.", {"43,10": _NOW, "40,20": _IN_2019}),
    ("Skor Alfa 43,10 atau turun 8,10 poin dari 51,20 pada IKP 2019.", {"43,10": _NOW, "51,20": _IN_2019}),
    ("Pada Pemilu 17 April 2019 Alfa masuk rawan sedang.", {"sedang": _IN_2019}),
    ("Saat Pilkada serentak, 27 Juni 2018, Alfa rawan tinggi.", {"tinggi": _IN_2018}),
    (
        "Di Pilkada (9/12/2020) Alfa rawan tinggi, pada Pemilu 14 Februari 2024 sedang.",
        {"tinggi": _IN_2020, "sedang": _NOW},
    ),
    ("Menurut IKP Pilkada 2018 skornya 3,07 dan menurut IKP 2019 50,26.", {"3,07": _IN_2018, "50,26": _IN_2019}),
    ("IKP Pilkada 2020 menempatkan Alfa pada level 6 atau rawan tinggi.", {"tinggi": _IN_2020}),
    ("Untuk Pilkada 2020, Alfa berada di peringkat 7.", {"7": _IN_2020}),
    (
        "Jika pada Pilkada 2018 Alfa rawan tinggi, maka pada Pemilu 2024 sedang.",
        {"tinggi": _IN_2018, "sedang": _NOW},
    ),
    ("Alfa masuk rawan sedang, lebih baik dari Pilkada 2020 yang tinggi.", {"sedang": _NOW, "tinggi": _IN_2020}),
    ("Pada Pemilu 2019 lalu Alfa di urutan 5, saat ini di urutan 2.", {"5": _IN_2019, "2.": _NOW}),
    ("Kini Alfa sedang setelah pada Pemilu 2019 masuk kategori tinggi.", {"sedang": _NOW, "tinggi": _IN_2019}),
    ("Skor Alfa 43,10, turun dibanding IKP 2019 yang 51,20.", {"43,10": _NOW, "51,20": _IN_2019}),
    ("Jangan sampai seperti Pilkada 2018 yang rawan tinggi.", {"tinggi": _IN_2018}),
    ("Alfa sedang pada Pilkada 2020, tinggi pada Pemilu 2024.", {"sedang": _IN_2020, "tinggi": _NOW}),
    ("Sama seperti Pilkada 2020, Alfa kembali masuk rawan tinggi.", {"tinggi": _NOW}),
    (
        "Pada pemilu kali ini Alfa rawan sedang, beda dengan pemilu lalu yang tinggi.",
        {"sedang": _NOW, "tinggi": _ONCE},
    ),
]

CHANGED: list[tuple[str, Bound]] = [
    ("Skor Alfa turun dari 51,20 ke 43,10.", {"51,20": _ONCE, "43,10": _NOW}),
    ("Skor Alfa turun dari 51,20 pada 2019 menjadi 43,10 pada 2024.", {"51,20": _IN_2019, "43,10": _NOW}),
    ("Peringkat Alfa turun dari urutan 3 menjadi urutan 12.", {"3": _ONCE, "12": _NOW}),
    ("Alfa naik dari kategori sedang ke kategori tinggi.", {"sedang": _ONCE, "tinggi": _NOW}),
    ("Status Alfa berubah dari rawan tinggi menjadi rawan sedang.", {"tinggi": _ONCE, "sedang": _NOW}),
    ("Alfa yang semula rawan tinggi kini rawan rendah.", {"tinggi": _ONCE, "rendah": _NOW}),
    ("Dari semula 51,20, skor Alfa menjadi 43,10.", {"51,20": _ONCE, "43,10": _NOW}),
    ("Posisi Alfa turun ke peringkat 12 dari peringkat 5 pada Pilkada 2020.", {"12": _NOW, "5 ": _IN_2020}),
    ("Alfa keluar dari zona rawan tinggi dan kini rawan sedang.", {"tinggi": _ONCE, "sedang": _NOW}),
    ("Skornya 43,10 atau turun 8,10 poin dari IKP 2019.", {"43,10": _NOW}),
]

ONCE: list[tuple[str, Bound]] = [
    ("Alfa tidak lagi masuk kategori rawan tinggi.", {"tinggi": _ONCE}),
    ("Alfa sudah tidak lagi berada di zona tinggi, melainkan sedang.", {"tinggi": _ONCE, "sedang": _NOW}),
    ("Bukan lagi rawan sedang, Alfa sekarang rawan tinggi.", {"sedang": _ONCE, "tinggi": _NOW}),
    ("Tahun lalu Alfa masuk rawan tinggi, tahun ini masuk rawan sedang.", {"tinggi": _ONCE, "sedang": _NOW}),
    ("Dulu rawan tinggi, sekarang sedang.", {"tinggi": _ONCE, "sedang": _NOW}),
    ("Alfa pernah menempati urutan 3 rawan tinggi.", {"tinggi": _ONCE}),
    ("Alfa sebelumnya berada di urutan 5 dan kini di urutan 2.", {"5": _ONCE, "2.": _NOW}),
    ("Sebelumnya Alfa rawan tinggi.", {"tinggi": _ONCE}),
    ("Alfa rawan tinggi (sebelumnya sedang).", {"tinggi": _NOW, "sedang": _ONCE}),
    ("Di edisi sebelumnya Alfa meraih 40,10; di edisi ini 55,10.", {"40,10": _ONCE, "55,10": _NOW}),
]

UNMARKED = [
    "Skor 55,10 dihitung dari kejadian pada Pilkada 2020.",
    "Kasus politik uang pada Pemilu 2019 membuat Alfa rawan tinggi.",
    "Alfa rawan tinggi karena pada Pemilu 2019 terjadi PSU.",
    "Penyebab rawan tinggi ialah konflik pada Pilkada 2018.",
    "Berdasarkan data Pemilu 2019, Alfa masuk kategori tinggi.",
    "Merujuk pengalaman Pemilu 2019, Alfa masuk rawan sedang.",
    "Sejak Pemilu 2019 tercatat 12 laporan, sehingga skornya 55,10.",
    "Selama 2019 dan 2020 ada 12 kasus, sehingga skornya 40,20.",
    "Alfa konsisten rawan tinggi sejak Pilkada 2018.",
    "Semoga Alfa tidak lagi rawan tinggi.",
    "Kami berharap pada Pemilu 2024 Alfa tidak lagi masuk kategori tinggi.",
    "Bawaslu menargetkan Alfa turun dari kategori tinggi ke kategori sedang.",
    "Supaya skor 61,20 turun menjadi rendah, semua pihak bekerja.",
    "Alfa diharapkan keluar dari zona rawan tinggi.",
]

MAPPING: list[tuple[str, Bound]] = [
    (
        "Pada IKP 2024 Alfa rawan tinggi, namun dalam pemetaan kerawanan Pilkada 2024 rawan sedang.",
        {"tinggi": ("ikp_2024", True), "sedang": ("pemetaan_pilkada_2024", False)},
    ),
    (
        "Skor Alfa pada 2022 hanya 35,07 poin, tapi pada 2024 menjadi 55,32 poin.",
        {"35,07": ("ikp_2024", True), "55,32": ("pemetaan_pilkada_2024", False)},
    ),
    (
        "Saat Pemilu 2024 Alfa rawan tinggi, di Pilkada 2024 ini rawan rendah.",
        {"tinggi": ("ikp_2024", True), "rendah": ("pemetaan_pilkada_2024", False)},
    ),
]

RENEWED: list[tuple[str, Bound]] = [
    (
        "Alfa sebelumnya di level 6, setelah pemutakhiran di level 5.",
        {"6": _ONCE, "5.": ("ikp_2019_update", False)},
    ),
    (
        "Dalam IKP 2019 yang dirilis September 2018 Alfa bernilai 50,1, dalam pemutakhiran 52,3.",
        {"50,1": _IN_2019, "52,3": ("ikp_2019_update", False)},
    ),
]

MONTHS_OF_ROUNDS: list[tuple[str, Bound]] = [
    (
        "Pada September 2020 Alfa di peringkat 8, sedangkan Februari 2020 di peringkat 5.",
        {"8": ("ikp_pilkada_2020_update", False), "5.": _IN_2020},
    ),
    ("Pada rilis pertama bulan Februari, Alfa rawan sedang.", {"sedang": _IN_2020}),
    ("Dalam IKP yang dirilis Februari 2020 skornya 44,20.", {"44,20": _IN_2020}),
    ("Pada Juni 2020 Alfa berada di peringkat 6.", {"6": ("ikp_pilkada_2020_update", False)}),
    ("Sebelum pemutakhiran itu skor Alfa 44,20.", {"44,20": _IN_2020}),
    ("Pada peluncuran pertama Alfa rawan tinggi.", {"tinggi": _IN_2020}),
    ("Tahapan kampanye digelar Februari 2020, Alfa rawan tinggi.", {"tinggi": ("ikp_pilkada_2020_update", False)}),
]

VAGUE = [
    "Untuk pemetaan potensi kerawanan pilkada, Alfa punya skor 80,89.",
    "Bawaslu memetakan kerawanan pemilihan, Alfa rawan tinggi.",
]

OTHER = [
    ("Skornya meningkat sejak 2022.", "ikp_2024"),
    ("Pada IKP Pilkada 2020 skornya 61,2.", "ikp_pilkada_2020"),
    ("Demikian Bawaslu, Selasa (25/2/2020).", None),
    ("Peta kerawanan Pilkada 2024 diumumkan.", None),
]

BACK = [
    "Pada peluncuran pertama, hanya Kota Alfa yang rawan tinggi.",
    "Menurut versi awal skor Kabupaten Alfa 41,20.",
    "Ketika itu Alfa masuk kategori rawan tinggi.",
    "Saat itu, Kalimantan Barat berada di urutan ketiga.",
    "Kala itu skornya 3,07.",
    "Pada waktu itu tingkat kerawanannya tinggi.",
    "Di tahun itu Alfa rawan sedang.",
    "Pada pemilihan tersebut Alfa berada di level 5.",
    "Alfa waktu itu masuk kategori rawan tinggi.",
    "Dalam edisi tersebut Alfa rawan tinggi.",
]

NOT_BACK = [
    "Saat ini Alfa masuk kategori rawan tinggi.",
    "Alfa rawan tinggi, kata Ani saat itu.",
    '"Alfa rawan tinggi," ujar Ani ketika itu.',
    "Kerawanan itu tinggi.",
    "Daerah tersebut masuk rawan tinggi.",
    "Ketika pemilih datang, TPS rawan.",
    "Berbeda dengan saat itu, kini Alfa rawan sedang.",
]


@cache
def reference() -> Reference:
    return load_reference()


def _check(sentence: str, values: Bound, default: str) -> None:
    marks = edition_marks(sentence, EditionGuess(id=default), reference())
    got = {value: edition_at(marks, sentence.index(value), default) for value in values}
    assert got == {value: ((edition,), previous) for value, (edition, previous) in values.items()}


@pytest.mark.parametrize(("sentence", "values"), [*COMPARED, *CHANGED, *ONCE])
def test_value_of_a_sentence(sentence: str, values: Bound) -> None:
    _check(sentence, values, "ikp_2024")


@pytest.mark.parametrize(("sentence", "values"), MAPPING)
def test_value_beside_the_mapping(sentence: str, values: Bound) -> None:
    _check(sentence, values, "pemetaan_pilkada_2024")


@pytest.mark.parametrize(("sentence", "values"), RENEWED)
def test_value_of_a_second_round(sentence: str, values: Bound) -> None:
    _check(sentence, values, "ikp_2019_update")


@pytest.mark.parametrize(("sentence", "values"), MONTHS_OF_ROUNDS)
def test_value_of_a_round_by_its_month(sentence: str, values: Bound) -> None:
    _check(sentence, values, "ikp_pilkada_2020_update")


@pytest.mark.parametrize("sentence", VAGUE)
def test_an_index_without_a_year_is_no_other_edition(sentence: str) -> None:
    assert edition_marks(sentence, EditionGuess(id="ikp_pilkada_2020"), reference()) == ()


@pytest.mark.parametrize(("sentence", "expected"), OTHER)
def test_other_edition_that_a_sentence_speaks_of(sentence: str, expected: str | None) -> None:
    assert other_edition(sentence, "pemetaan_pilkada_2024", reference()) == expected


def test_the_day_of_its_launch_tells_one_round_from_the_other() -> None:
    sentence = "Angka itu naik dibanding IKP 2019 yang diluncurkan pada 25 September 2018."
    assert other_edition(sentence, "ikp_2019_update", reference()) == "ikp_2019"
    assert (
        other_edition(sentence.replace("25 September 2018", "9 April 2019"), "ikp_2019_update", reference())
        is None
    )


STATIONS = [
    "Kategori kerawanan yang menonjol seperti politik uang dan intimidasi, nilainya tinggi.",
    "Enam kabupaten TPS-nya rawan tinggi.",
    "Patroli digelar di wilayah rawan bencana tingkat tinggi.",
]


@pytest.mark.parametrize("sentence", STATIONS)
def test_what_is_said_of_stations_stays_with_their_mapping(sentence: str) -> None:
    guess = EditionGuess(id="tps_rawan_pilkada_2024", named=("pemetaan_pilkada_2024",))
    assert [mark for mark in edition_marks(sentence, guess, reference()) if mark.kind == "stations"] == []


@pytest.mark.parametrize("sentence", UNMARKED)
def test_data_and_wishes_mark_nothing(sentence: str) -> None:
    marks = edition_marks(sentence, EditionGuess(id="ikp_2024"), reference())
    assert [mark for mark in marks if mark.kind != "reset"] == []


@pytest.mark.parametrize("sentence", BACK)
def test_points_back(sentence: str) -> None:
    assert points_back(sentence)


@pytest.mark.parametrize("sentence", NOT_BACK)
def test_does_not_point_back(sentence: str) -> None:
    assert not points_back(sentence)
