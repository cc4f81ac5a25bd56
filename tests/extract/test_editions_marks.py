"""Marks of editions in a sentence: from where on each holds, to where its words reach, and why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.extract.editions.document import EditionGuess
from pipeline.extract.editions.sentence import SentenceEdition, edition_marks, sentence_edition
from pipeline.reference import Reference

OF_INDEX_2024 = {
    "Skor IKP 2019 sebesar 51,20.": ["IKP 2019 = ikp_2019 earlier name"],
    "Skor 51,20 pada IKP 2019.": ["Skor 51,20 pada IKP 2019 = ikp_2019 earlier name"],
    "Rawan tinggi (IKP 2019), kini sedang.": ["Rawan tinggi (IKP 2019 = ikp_2019 earlier name", "kini = now"],
    "Rawan tinggi (pada IKP 2019).": ["Rawan tinggi (pada IKP 2019 = ikp_2019 earlier name"],
    "Rawan tinggi (lihat IKP 2019).": ["IKP 2019 = ikp_2019 earlier name"],
    "Alfa tinggi, sedang pada IKP 2019 lalu.": [" sedang pada IKP 2019 = ikp_2019 earlier name"],
    "Alfa tinggi dan sedang pada IKP 2019.": [" sedang pada IKP 2019 = ikp_2019 earlier name"],
    "Alfa 1,5 sedang pada IKP 2019.": ["Alfa 1,5 sedang pada IKP 2019 = ikp_2019 earlier name"],
    "Alfa zona sedang, kata dia, pada IKP 2019.": ["IKP 2019 = ikp_2019 earlier name"],
    "Dalam IKP 2019 dan Alfa sedang.": ["IKP 2019 = ikp_2019 earlier name"],
    "IKP 2019.": [],
    "Pemilu 2019 rawan sedang.": ["Pemilu 2019 = ikp_2019 earlier election"],
    "Pemilu 2019 terjadi PSU, rawan sedang.": [],
    "Kasus Pemilu 2019, Pemilu 2024 rawan tinggi.": [],
    "Pemilu 2019 sedang, Pemilu 2024 rawan tinggi.": [
        "Pemilu 2019 = ikp_2019 earlier election",
        "Pemilu 2024 = now",
    ],
    "IKP tematik politik uang: rawan tinggi.": ["IKP tematik politik uang = ikp_tematik_politik_uang name"],
    "Pada pemetaan kerawanan pemilihan skornya 41,20.": [],
    "Pada 2019 skornya 51,20.": ["Pada 2019 = ikp_2019 earlier year"],
    "Pada 2022 skornya 51,20.": ["Pada 2022 = ikp_2024 earlier year"],
    "Pada 2021 skornya 51,20.": ["Pada 2021 = ? earlier year"],
    "Pada 2024 skornya 51,20.": [],
    "Pada 2025 skornya 51,20.": [],
    "Pada 2019 skornya 51,20, 2024 skornya 30,10.": ["Pada 2019 = ikp_2019 earlier year", "2024 = now"],
    "Pada 2019 skornya 51,20, 2021 skornya 30,10.": ["Pada 2019 = ? earlier year", "2021 = ? earlier year"],
    "Hasil pemetaan 2019 skornya 51,20.": ["Hasil pemetaan 2019 = ? earlier year"],
    "Sejak 2019 skornya 51,20.": [],
    "Pada 2019 terjadi PSU, skor 51,20.": [],
    "Dirilis pada 2019, skor 51,20.": [],
    "Pada 2019 " + "x" * 53 + " skor 5.": ["Pada 2019 = ikp_2019 earlier year"],
    "Pada 2019 " + "x" * 56 + " skor 5.": [],
    "Skor " + "x" * 18 + " pada 2019.": ["Skor " + "x" * 18 + " pada 2019 = ikp_2019 earlier year"],
    "Skor " + "x" * 26 + " pada 2019.": [],
    "Rabu (24/4/2019) skornya 51,20.": [],
    "Dulu rawan tinggi, kini sedang.": ["Dulu = ? earlier previous", "kini = now"],
    "Kini rawan sedang.": [],
    "Semoga tidak lagi rawan tinggi.": [],
    "Semoga dulu rawan tinggi.": ["dulu = ? earlier previous"],
    "Sejak dulu rawan tinggi.": [],
    "Semula 51,20 kini menjadi 43,10.": ["Semula = ? earlier previous", "menjadi = now"],
    "Setelah pemutakhiran skornya 51,20.": [],
    "Skor turun dari 51,20 menjadi 43,10.": ["dari = ? earlier change", "menjadi = now"],
    "Semoga skor turun dari 51,20 menjadi 43,10.": [],
    "Skor turun dari Alfa menjadi 43,10.": [],
    "Skor turun dari 51,20 pada Pemilu 2019 menjadi 43,10.": ["dari = ikp_2019 earlier change", "menjadi = now"],
    "Alfa 40,20 (2020: 55,10), Beta 30,10.": ["2020 = ikp_pilkada_2020 earlier year", " = now"],
    "Alfa 40,20 (IKP 2019: 55,10), Beta 30,10.": ["IKP 2019 = ikp_2019 earlier name", " = now"],
    "Alfa 40,20 (IKP 2019: sedang), Beta 30,10.": ["IKP 2019 = ikp_2019 earlier name"],
    "IKP 2019 Alfa 40,20 (IKP 2024: 55,10), Beta 30,10.": [
        "IKP 2019 = ikp_2019 earlier name",
        "IKP 2024 = now",
    ],
    "IKP 2019: Alfa 40,20 (2020: 55,10), Beta 30,10; kini Delta sedang.": [
        "IKP 2019 = ikp_2019 earlier name",
        "2020 = ikp_pilkada_2020 earlier year",
        " = ikp_2019 earlier name",
        "kini = now",
    ],
    "Alfa 40,20 (2020: 55,10), kini Beta 30,10.": [
        "2020 = ikp_pilkada_2020 earlier year",
        " = now",
        "kini = now",
    ],
    "Berbeda dengan Pemilu 2019 yang rawan tinggi, Alfa sedang.": [
        "Pemilu 2019 = ikp_2019 earlier election",
        " = now",
    ],
    "Berbeda dengan Pemilu 2019 yang rawan tinggi, ketika Alfa sedang.": [
        "Pemilu 2019 = ikp_2019 earlier election",
        " = now",
    ],
    "Berbeda dengan Pemilu 2019, Alfa sedang.": ["Pemilu 2019 = ikp_2019 earlier election", " = now"],
    "Berbeda dengan Pemilu 2019, di mana Alfa sedang.": ["Pemilu 2019 = ikp_2019 earlier election"],
    "Seperti Pemilu 2019, Alfa sedang.": ["Pemilu 2019 = ikp_2019 earlier election", " = now"],
    "Seperti Pemilu 2019, di mana Alfa sedang.": ["Pemilu 2019 = ikp_2019 earlier election"],
    "Seperti Pemilu 2019,Alfa sedang.": ["Pemilu 2019 = ikp_2019 earlier election"],
    "Pada Pemilu 2019, Alfa sedang.": ["Pemilu 2019 = ikp_2019 earlier election"],
    "Pemilu 2019 dan Pilkada 2020 rawan tinggi.": [
        "Pemilu 2019 dan Pilkada 2020 = ikp_2019|ikp_pilkada_2020 earlier election"
    ],
    "Pemilu 2019, Pilkada 2020 rawan tinggi.": [
        "Pemilu 2019, Pilkada 2020 = ikp_2019|ikp_pilkada_2020 earlier election"
    ],
    "IKP 2019 dan Pilkada 2020 rawan tinggi.": [
        "IKP 2019 = ikp_2019 earlier name",
        "Pilkada 2020 = ikp_pilkada_2020 earlier election",
    ],
    "Pemilu 2019, kata dia, Pilkada 2020 rawan tinggi.": [
        "Pemilu 2019 = ikp_2019 earlier election",
        "Pilkada 2020 = ikp_pilkada_2020 earlier election",
    ],
    "Tidak lagi rawan tinggi seperti Pilkada 2018.": [
        "Tidak lagi rawan tinggi seperti Pilkada 2018 = ikp_pilkada_2018 earlier previous"
    ],
    "Pernah masuk tinggi pada Pilkada 2018.": [
        "Pernah masuk tinggi pada Pilkada 2018 = ikp_pilkada_2018 earlier previous"
    ],
}
OF_OTHERS: list[tuple[str, str | None, tuple[str, ...], list[str]]] = [
    ("Pemilu 2019 rawan sedang.", None, (), ["Pemilu 2019 = ikp_2019 election"]),
    ("Pada 2019 skornya 51,20.", None, (), ["Pada 2019 = ikp_2019 year"]),
    ("Pemilu 2024 rawan sedang.", "ikp_pilkada_2020", (), []),
    ("IKP 2024 rawan sedang.", "ikp_pilkada_2020", (), ["IKP 2024 = ikp_2024 name"]),
    ("Pemilu 2024 rawan sedang.", "pemetaan_pilkada_2024", (), []),
    (
        "IKP 2024 yang dirilis 2022 sedang.",
        "pemetaan_pilkada_2024",
        (),
        ["IKP 2024 = ikp_2024 earlier name"],
    ),
    (
        "Sebelumnya dalam IKP 2019 skornya 41,20.",
        "ikp_2019_update",
        (),
        ["IKP 2019 = ikp_2019 earlier name"],
    ),
    ("Dalam IKP 2019 skornya 41,20.", "ikp_2019_update", (), []),
    ("Sebelumnya dalam IKP 2019 skornya 41,20.", "ikp_2019", (), []),
    (
        "Sebelumnya 41,20, setelah pemutakhiran 51,20.",
        "ikp_2019_update",
        (),
        ["Sebelumnya = ? earlier previous", "setelah pemutakhiran = now"],
    ),
    (
        "Pada pemetaan kerawanan pemilihan skornya 41,20.",
        "ikp_2024",
        ("pemetaan_pilkada_2024",),
        ["pemetaan kerawanan = pemetaan_pilkada_2024 name"],
    ),
    (
        "IKP yang dikeluarkan Bawaslu RI rawan sedang.",
        "pemetaan_pilkada_2024",
        ("ikp_2024",),
        ["IKP yang dikeluarkan Bawaslu RI = ikp_2024 concept"],
    ),
    ("IKP yang dikeluarkan Bawaslu RI rawan sedang.", "pemetaan_pilkada_2024", ("ikp_2019",), []),
    ("IKP yang dikeluarkan Bawaslu Alfa rawan sedang.", "pemetaan_pilkada_2024", ("ikp_2024",), []),
    ("IKP Bawaslu RI rawan sedang.", "ikp_2024", ("ikp_2024",), []),
    (
        "Ada 20 TPS rawan.",
        "pemetaan_pilkada_2024",
        ("tps_rawan_pilkada_2024",),
        ["Ada 20 TPS = tps_rawan_pilkada_2024 stations"],
    ),
    ("Ada 20 TPS rawan.", "pemetaan_pilkada_2024", ("tps_rawan_pilkada_2018",), []),
    ("Ada 20 TPS rawan.", "pemetaan_pilkada_2024", ("ikp_2024",), []),
    ("Ada TPS, rawan tinggi.", "pemetaan_pilkada_2024", ("tps_rawan_pilkada_2024",), []),
    ("Alfa zona merah.", "tps_rawan_pilkada_2024", (), [" = pemetaan_pilkada_2024 stations"]),
    ("Alfa zona merah.", "tps_rawan_pemilu_2024", (), [" = ikp_2024 stations"]),
    ("Alfa rawan tinggi.", "tps_rawan_pilkada_2018", (), [" = ikp_pilkada_2018 stations"]),
    ("Alfa zona merah TPS.", "tps_rawan_pilkada_2024", (), []),
    ("Alfa rawan.", "tps_rawan_pilkada_2024", (), []),
    ("Ada 20 TPS rawan.", "tps_rawan_pilkada_2024", ("tps_rawan_pemilu_2024",), []),
    (
        "Pada peluncuran pertama Alfa rawan tinggi.",
        "ikp_pilkada_2020_update",
        (),
        ["peluncuran pertama = ikp_pilkada_2020 earlier name"],
    ),
    ("Pada Juni 2020 Alfa rawan tinggi.", "ikp_pilkada_2020_update", (), []),
    (
        "Pada Juni 2020 Alfa rawan tinggi.",
        "ikp_pilkada_2020",
        (),
        ["Pada Juni 2020 = ikp_pilkada_2020_update name"],
    ),
    ("Laporan pada Juni 2020, Alfa rawan tinggi.", "ikp_pilkada_2020", (), []),
    ("Pada Juni 2020 Alfa rawan.", "ikp_pilkada_2020", (), []),
]


@pytest.mark.parametrize(("sentence", "expected"), OF_INDEX_2024.items())
def test_marks_beside_the_index_of_2024(sentence: str, expected: list[str], reference: Reference) -> None:
    assert list(_marks(sentence, "ikp_2024", (), reference)) == expected


@pytest.mark.parametrize(("sentence", "default", "named", "expected"), OF_OTHERS)
def test_marks_beside_other_editions(
    sentence: str, default: str | None, named: tuple[str, ...], expected: list[str], reference: Reference
) -> None:
    assert list(_marks(sentence, default, named, reference)) == expected


def _marks(sentence: str, default: str | None, named: tuple[str, ...], reference: Reference) -> Iterator[str]:
    """Write each mark: its words from where it holds on, its editions or "now", "earlier" and its kind."""
    lead = "Skor 1,5. "
    guess = EditionGuess(id=default, named=named)
    for mark in edition_marks(
        lead + sentence + " Dulu tinggi.", guess, reference, len(lead), len(lead + sentence)
    ):
        words = (lead + sentence)[mark.start : mark.end]
        earlier = " earlier" if mark.previous else ""
        of = "|".join(key or "?" for key in mark.ids)
        yield (
            f"{words} = now"
            if mark.kind == "reset" and mark.ids == (default,)
            else f"{words} = {of}{earlier} {mark.kind}"
        )


SPOKEN_OF = {
    "Dulu rawan tinggi.": ((None,), True, False),
    "Pemilu 2019 dan Pilkada 2020 rawan tinggi.": (("ikp_2019", "ikp_pilkada_2020"), True, True),
    "Alfa rawan tinggi, dulu sedang.": ((None,), True, False),
    "Pada IKP 2024 rawan tinggi.": (("ikp_2024",), False, False),
    "IKP tematik politik uang: tinggi.": (("ikp_tematik_politik_uang",), False, True),
}


@pytest.mark.parametrize(("sentence", "expected"), SPOKEN_OF.items())
def test_what_a_sentence_speaks_of(
    sentence: str, expected: tuple[tuple[str | None, ...], bool, bool], reference: Reference
) -> None:
    ids, previous, explicit = expected
    assert sentence_edition(sentence, EditionGuess(id="ikp_2024"), reference) == SentenceEdition(
        ids=ids, previous=previous, explicit=explicit
    )
