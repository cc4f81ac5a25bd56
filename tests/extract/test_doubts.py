"""Statements that look plain and are not the index's, or not of that region: none may be accepted unseen.

Each row is a text and the values, in short lines, that are accepted without a person; all others go to review or
are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from finding_lines import lines_of

if TYPE_CHECKING:
    from extract.conftest import Take

Rows = dict[str, tuple[str, set[str]]]

OTHER_VOICES: Rows = {
    "the police behind": (
        "Kabupaten Muna rawan tinggi menurut kepolisian, tetapi rawan sedang menurut IKP 2024 Bawaslu.",
        set(),
    ),
    "an agency behind": (
        "Kabupaten Sampang disebut rawan tinggi oleh BNPT. Kabupaten Bangkalan rawan sedang menurut IKP 2024.",
        {"category 35.26 sedang"},
    ),
    "people hold": ("Warga menganggap Kabupaten Bantul rawan tinggi. IKP 2024 menunjukkan sebaliknya.", set()),
    "the index itself": (
        "Menurut Bawaslu, Kabupaten Bantul rawan tinggi dalam IKP 2024.",
        {"category 34.02 tinggi"},
    ),
}
DENIALS: Rows = {
    "denied": ("Bawaslu membantah Kabupaten Bantul masuk kategori rawan tinggi pada IKP 2024.", set()),
    "gone from": ("Kabupaten Bantul dipastikan lepas dari kategori rawan tinggi pada IKP 2024.", set()),
    "withdrawn": ("Status rawan tinggi Kabupaten Bantul pada IKP 2024 telah dicabut.", set()),
    "simulated": ("Simulasi Bawaslu memperlihatkan skor IKP 2024 Kabupaten Bantul 55,20.", set()),
    "not final": ("Skor IKP 2024 Kabupaten Bantul 45,20, belum final.", set()),
    "of another year": ("Sulawesi Utara rawan tinggi. Itu hasil IKP 2019. IKP 2024 belum diumumkan.", set()),
    "of its year": ("Sulawesi Utara rawan tinggi. Itu hasil IKP 2024.", {"category 71 tinggi"}),
}
REGIONS: Rows = {
    "split off": (
        "Kabupaten Sigi hasil pemekaran dari Kabupaten Donggala memperoleh skor 51,10 pada IKP 2024.",
        {"score 72.10 51.10"},
    ),
    "served elsewhere": (
        "Ketua Bawaslu Kabupaten Sigi yang pernah menjabat di Kabupaten Donggala menyebut skor 51,10 pada IKP 2024.",
        set(),
    ),
    "an aspect that no table knows": (
        "Kabupaten Sumenep pada aspek digitalisasi memperoleh skor 33,21 dalam IKP 2024.",
        set(),
    ),
    "an aspect ahead": ("Pada aspek manajemen, Kabupaten Sampang masuk kategori rawan tinggi IKP 2024.", set()),
    "a rank beside an official score": (
        "Menurut Polres, skor IKP 2024 Kabupaten Aceh Selatan 57,75, peringkat 77 nasional.",
        set(),
    ),
    "a level beside an official score of a dimension": (
        "Provinsi Lampung pada dimensi konteks sosial politik IKP 2024 dengan skor 42,42 (rendah), namun angka itu keliru.",
        set(),
    ),
    "torn inside a number": ("Skor IKP 2024: Kabupaten Sigi (51,10), Kabupaten Donggala (33,", set()),
    "above a mean": ("Kabupaten Sigi berada di atas rata-rata kabupaten/kota 31,20 pada IKP 2024.", set()),
    "two figures for one": (
        "IKP 2024. Dimensi kontestasi Kabupaten Sampang 60,20, penyelenggaraan 40,10. Kabupaten Bangkalan 55,10 dan 38,20.",
        {"dimension 35.27 kontestasi 60.20", "dimension 35.27 penyelenggaraan 40.10"},
    ),
    "a word of a subdimension": (
        "Skor subdimensi keadilan dalam kontestasi Kabupaten Ciamis pada IKP 2024 sebesar 70,10.",
        set(),
    ),
    "a stage in brackets": (
        "Pemetaan kerawanan Pilkada 2024: Kabupaten Blora rawan tinggi (pencalonan), Kabupaten Pati rawan sedang.",
        {"category 33.18 sedang"},
    ),
    "a list of budgets": (
        "IKP 2024 Kabupaten Blora rawan sedang.\n\nRealisasi anggaran pengawasan:\n1. Kabupaten Kudus: 88,20\n2. Kabupaten Pati: 90,10",
        {"category 33.16 sedang"},
    ),
    "a rank in something else": (
        "Kota Bitung peringkat 1 Bawaslu teraktif. Skor IKP 2024 Kota Bitung 44,10.",
        {"score 71.72 44.10"},
    ),
}
MORE: Rows = {
    "not the twin": (
        "Skor IKP 2024 Kota Probolinggo, bukan Kabupaten Probolinggo, sebesar 33,10.",
        {"score 35.74 33.10"},
    ),
    "a distance": ("Kabupaten Dompu butuh 3,10 poin lagi untuk turun ke kategori sedang menurut IKP 2024.", set()),
    "a distance to another level": (
        "Kabupaten Dompu perlu kerja keras agar turun ke kategori rendah IKP 2024.",
        set(),
    ),
    "a dimension that goes on": (
        "Pada dimensi penyelenggaraan IKP 2024 Kabupaten Dompu meraih 60,10. Kabupaten Bima 55,20. Kota Mataram 40,20.",
        {"dimension 52.05 penyelenggaraan 60.10"},
    ),
    "a dimension, then the index": (
        "Pada dimensi penyelenggaraan Kabupaten Dompu meraih 60,10. Skor IKP 2024 Kabupaten Bima 55,20.",
        {"dimension 52.05 penyelenggaraan 60.10", "score 52.06 55.20"},
    ),
    "an issue right behind": ("Kabupaten Dompu rawan tinggi politik uang pada IKP 2024.", set()),
    "a rank by polling stations": (
        "Kabupaten Dompu ada di urutan ke-2 penyumbang TPS rawan, dengan skor IKP 2024 50,10.",
        {"score 52.05 50.10"},
    ),
    "a table of turnout": (
        "Tingkat partisipasi pemilih se-NTB. IKP 2024 terlampir.\n\nDaerah\tPersentase\tKategori\nKabupaten Dompu\t78,10\tTinggi\nKota Bima\t70,10\tSedang",
        set(),
    ),
    "another measure": ("Skor literasi digital Kabupaten Bireuen 3,20. IKP 2024 dirilis Bawaslu.", set()),
    "another category": (
        "Kategori kabupaten informatif: Pidie tinggi, Bireuen sedang. IKP 2024 dirilis Bawaslu.",
        set(),
    ),
    "a weight": ("Bobot dimensi kontestasi pada IKP 2024 Kabupaten Pidie sebesar 26,20.", set()),
    "the first of a row": (
        "IKP 2024 mencatat Pidie, Bireuen, dan Aceh Besar, yang pertama rawan tinggi, dua lainnya sedang.",
        set(),
    ),
    "a part of the nation's": (
        "Aceh menyumbang lima dari total 85 daerah rawan tinggi secara nasional, menurut IKP 2024.",
        set(),
    ),
    "the election's own body": (
        "Indeks penyelenggaraan pilkada Kabupaten Pidie 80,10 versi KPU, menurut IKP 2024.",
        set(),
    ),
    "a figure behind two": (
        "Skor IKP 2024 Kabupaten Jember 38,40. Sementara Banyuwangi dan Lumajang 30,10.",
        {"score 35.09 38.40"},
    ),
    "a count on an island": ("Terdapat 3 daerah rawan tinggi di Pulau Sumbawa pada IKP 2024, NTB.", set()),
}
TALLIES: Rows = {
    "of the nation, some in a province": (
        "Pada IKP 2024, 85 kabupaten/kota rawan tinggi, 7 di antaranya di Jawa Timur.",
        {"tally ID regency_city tinggi 85"},
    ),
    "of both": (
        "Di Jawa Timur ada 7 kabupaten/kota rawan tinggi, sedangkan secara nasional 85 kabupaten/kota rawan tinggi menurut IKP 2024.",
        {"tally ID regency_city tinggi 85"},
    ),
    "none of them": (
        "IKP 2024: sembilan kabupaten/kota di Bali, tidak satu pun rawan tinggi, 8 rawan sedang.",
        {"tally 51 regency_city tinggi 0", "tally 51 regency_city sedang 8"},
    ),
    "regencies and cities apart": (
        "Sebanyak 7 kabupaten rawan tinggi dan 2 kota rawan tinggi di Banten pada IKP 2024.",
        set(),
    ),
    "the others are no score": (
        "Hanya 2 dari 9 kabupaten/kota di Bali rawan tinggi pada dimensi kontestasi IKP 2024, 7 lainnya rawan sedang.",
        {
            "tally 51 regency_city tinggi 2 in kontestasi",
            "tally 51 regency_city sedang 7 in kontestasi",
        },
    ),
}
ALL: Rows = OTHER_VOICES | DENIALS | REGIONS | MORE | TALLIES


@pytest.mark.parametrize(("text", "accepted"), ALL.values(), ids=ALL.keys())
def test_only_what_the_index_says_is_accepted(text: str, accepted: set[str], take: Take) -> None:
    _, extraction = take(text)
    sure = (finding for finding in extraction.findings if finding.decision == "auto")
    assert {line for finding in sure for line in lines_of(finding)} == accepted
