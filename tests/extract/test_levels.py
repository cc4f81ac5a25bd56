"""Levels in made-up sentences: ahead of their regions, behind, listed, carried, announced, not meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model import Document, Extraction

Take = Callable[[str | bytes], tuple[Document, Extraction]]
LEAD = "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"
Rows = dict[str, tuple[str, set[str]]]

BLORA_PATI_HIGH = {"category 33.16 tinggi", "category 33.18 tinggi"}

BEHIND: Rows = {
    "masuk kategori rawan": ("Kabupaten Blora masuk kategori rawan sedang.", {"category 33.16 sedang"}),
    "masuk dalam kategori": ("Kabupaten Blora masuk dalam kategori sedang.", {"category 33.16 sedang"}),
    "berstatus kerawanan": ("Kota Salatiga berstatus kerawanan rendah.", {"category 33.73 rendah"}),
    "tergolong": ("Kerawanan Kota Salatiga tergolong rendah.", {"category 33.73 rendah"}),
    "berada pada tingkat": (
        "Kabupaten Blora berada pada tingkat kerawanan tinggi.",
        {"category 33.16 tinggi"},
    ),
    "attributive": ("Kabupaten Blora merupakan daerah rawan tinggi.", {"category 33.16 tinggi"}),
    "kerawanannya": ("Di Kabupaten Blora kerawanannya tinggi.", {"category 33.16 tinggi"}),
    "inverted": ("Kota Salatiga meraih Kategori Rendah Rawan.", {"category 33.73 rendah"}),
    "red zone": ("Kabupaten Blora berada di zona merah.", {"category 33.16 tinggi"}),
    "level": ("Kabupaten Blora berada di level sedang.", {"category 33.16 sedang"}),
    "two regions": ("Kabupaten Blora dan Kabupaten Pati masuk kategori rawan tinggi.", BLORA_PATI_HIGH),
    "three regions, elided prefix": (
        "Kabupaten Blora, Pati, dan Kudus masuk kategori rawan tinggi.",
        BLORA_PATI_HIGH | {"category 33.19 tinggi"},
    ),
    "with brackets between": (
        "Kabupaten Blora (50,7) dan Kabupaten Pati (49,5) masuk kategori rawan tinggi.",
        BLORA_PATI_HIGH | {"score 33.16 50.7", "score 33.18 49.5"},
    ),
    "behind the score": (
        "Kerawanan Kabupaten Blora dengan skor 41,20 atau sedang.",
        {"score 33.16 41.20", "category 33.16 sedang"},
    ),
    "level in brackets": (
        "Kabupaten Blora skor 41,20 (kategori sedang).",
        {"score 33.16 41.20", "category 33.16 sedang"},
    ),
    "a name that ends in kota": (
        "Kabupaten Lima Puluh Kota dan Kabupaten Solok masuk kategori rawan sedang.",
        {"category 13.07 sedang", "category 13.02 sedang"},
    ),
    "two clauses": (
        "Kabupaten Blora masuk kategori rawan tinggi, sedangkan Kota Salatiga masuk kategori rawan rendah.",
        {"category 33.16 tinggi", "category 33.73 rendah"},
    ),
    "only one": (
        "Di antara kabupaten/kota, hanya Kabupaten Blora yang masuk kategori rawan tinggi.",
        {"category 33.16 tinggi"},
    ),
    "in brackets behind each": (
        "Kabupaten Blora (rawan tinggi), Kabupaten Pati (rawan sedang), dan Kota Salatiga (rawan rendah).",
        {"category 33.16 tinggi", "category 33.18 sedang", "category 33.73 rendah"},
    ),
    "yellow zone": ("Kabupaten Blora masuk zona kuning.", {"category 33.16 sedang"}),
    "elliptic": (
        "Untuk tingkat kerawanan, Kabupaten Blora dan Kabupaten Pati tinggi, Kota Salatiga rendah.",
        BLORA_PATI_HIGH | {"category 33.73 rendah"},
    ),
}

AHEAD: Rows = {
    "yakni": (
        "Kategori rawan tinggi, yakni Kabupaten Blora dan Kabupaten Pati.",
        BLORA_PATI_HIGH,
    ),
    "colon": ("Kerawanan tinggi: Kabupaten Blora, Kabupaten Pati.", BLORA_PATI_HIGH),
    "ditempati": ("Kategori rawan tinggi ditempati Kabupaten Blora dan Kabupaten Pati.", BLORA_PATI_HIGH),
    "several levels in a row": (
        "Kategori tinggi yaitu Kabupaten Blora, kategori sedang yaitu Kabupaten Kudus, "
        "dan kategori rendah yaitu Kota Salatiga.",
        {"category 33.16 tinggi", "category 33.19 sedang", "category 33.73 rendah"},
    ),
    "with scores": (
        "Yang masuk kategori rawan tinggi adalah Kabupaten Blora (50,7) dan Kabupaten Pati (49,5).",
        BLORA_PATI_HIGH | {"score 33.16 50.7", "score 33.18 49.5"},
    ),
    "a colon each": (
        "Kategori tinggi: Blora, Pati. Kategori sedang: Kudus. Kategori rendah: Kota Salatiga.",
        BLORA_PATI_HIGH | {"category 33.19 sedang", "category 33.73 rendah"},
    ),
    "with a count in brackets": (
        "Rawan tinggi (2): Blora, Pati\n\nRawan rendah (1): Kota Salatiga",
        BLORA_PATI_HIGH | {"category 33.73 rendah"},
    ),
    "daerah berkategori": (
        "Daerah berkategori rawan rendah antara lain Kota Salatiga dan Kota Surakarta.",
        {"category 33.73 rendah", "category 33.72 rendah"},
    ),
}

LISTED: Rows = {
    "under a lead": (
        "Daerah yang masuk kategori rawan tinggi adalah:\n\n- Kabupaten Blora\n- Kabupaten Pati",
        BLORA_PATI_HIGH,
    ),
    "under headings": (
        "Kerawanan Tinggi\n\n1. Kabupaten Blora\n2. Kabupaten Pati\n\nKerawanan Rendah\n\n1. Kota Salatiga",
        BLORA_PATI_HIGH | {"category 33.73 rendah"},
    ),
    "with scores": (
        "Kategori rawan tinggi:\n\n1. Kabupaten Blora (50,7)\n2. Kabupaten Pati (49,5)",
        BLORA_PATI_HIGH | {"score 33.16 50.7", "score 33.18 49.5"},
    ),
    "each item has its own": (
        "Hasil tiap daerah:\n\n- Kabupaten Blora: rawan tinggi\n- Kabupaten Kudus: rawan sedang\n"
        "- Kota Salatiga: rawan rendah",
        {"category 33.16 tinggi", "category 33.19 sedang", "category 33.73 rendah"},
    ),
    "goes on in the next sentence": (
        "Ada beberapa daerah dengan kategori rawan tinggi. Di antaranya Kabupaten Blora dan Kabupaten Pati.",
        BLORA_PATI_HIGH,
    ),
}

CARRIED: Rows = {
    "many problems, one province": (
        "Dengan banyak masalah, provinsi ini masuk kategori rawan tinggi.",
        {"category 33 tinggi"},
    ),
    "region of the sentence before": (
        "Kabupaten Blora mencatat skor 41,20. Daerah itu masuk kategori rawan sedang.",
        {"score 33.16 41.20", "category 33.16 sedang"},
    ),
    "keduanya": (
        "Kabupaten Blora (50,7) dan Kabupaten Pati (49,5) disorot. Keduanya masuk kategori rawan tinggi.",
        BLORA_PATI_HIGH | {"score 33.16 50.7", "score 33.18 49.5"},
    ),
    "the document's own region": (
        "Secara keseluruhan, hasilnya masuk kategori rawan sedang.",
        {"category 33 sedang"},
    ),
    "announced with a number": (
        "Ada dua daerah yang tergolong rawan tinggi. Kabupaten Blora pernah dilanda konflik. "
        "Kabupaten Pati menyusul dengan sebab serupa.",
        BLORA_PATI_HIGH | {"tally 33 regency_city tinggi 2"},
    ),
    "announced and counted differently": (
        "Ada tiga daerah yang masuk kategori rawan tinggi. Kabupaten Blora pernah dilanda konflik.",
        {"tally 33 regency_city tinggi 3"},
    ),
}

NOT_MEANT: Rows = {
    "no value in a list": (
        "Kabupaten Blora 41,20 (sedang); Kabupaten Kudus - ; Kabupaten Pati 35,50 (sedang).",
        {"category 33.16 sedang", "score 33.16 41.20", "category 33.18 sedang", "score 33.18 35.50"},
    ),
    "half of the regencies": ("Separuh kabupaten masuk kategori rawan tinggi.", set()),
    "a dozen": ("Selusin kabupaten masuk kategori rawan tinggi.", set()),
    "the majority": ("Mayoritas wilayahnya masuk kategori rawan tinggi.", set()),
    "half of all": ("Setengah dari total kabupaten masuk kategori rawan tinggi.", set()),
    "negated": ("Kabupaten Blora tidak masuk kategori rawan tinggi.", set()),
    "bukan": ("Kabupaten Blora bukan daerah rawan tinggi.", set()),
    "belum": ("Kabupaten Blora belum masuk kategori rawan tinggi.", set()),
    "bebas dari": ("Kabupaten Blora bebas dari zona merah.", set()),
    "no longer, as in an edition by name": (
        "Kabupaten Blora tidak lagi rawan tinggi seperti pada IKP 2019.",
        {"earlier category 33.16 tinggi"},
    ),
    "no longer": ("Kabupaten Blora tidak lagi rawan tinggi.", set()),
    "bukan berarti": ("Bukan berarti Kabupaten Blora rawan tinggi.", set()),
    "belum tentu": ("Belum tentu Kabupaten Blora masuk kategori rawan tinggi.", set()),
    "five largest": ("Kabupaten Blora masuk lima besar kerawanan tertinggi.", set()),
    "fifteen largest": ("Kabupaten Blora termasuk 15 besar daerah paling rawan.", set()),
    "the lower the safer": ("Semakin rendah skornya, semakin aman Kabupaten Blora.", set()),
    "wished": ("Kabupaten Blora diawasi supaya tidak menjadi rawan tinggi.", set()),
    "wished with agar": ("Kami bekerja agar Kabupaten Blora masuk kategori rawan rendah.", set()),
    "supposed": ("Apabila Kabupaten Blora masuk kategori rawan tinggi, personel ditambah.", set()),
    "might be": ("Kabupaten Blora bisa jadi masuk kategori rawan tinggi.", set()),
    "believed": ("Ada anggapan Kabupaten Blora selalu rawan tinggi.", set()),
    "one and not the other": (
        "Kabupaten Blora, bukan Kabupaten Pati, yang masuk kategori rawan tinggi.",
        {"category 33.16 tinggi"},
    ),
    "some dimensions of a region": ("Dua dimensi di Kabupaten Blora rawan tinggi.", set()),
    "a neighbour": (
        "Kabupaten Blora yang bertetangga dengan Kabupaten Bojonegoro masuk kategori rawan sedang.",
        {"category 33.16 sedang"},
    ),
    "of a kecamatan": ("Kerawanan di Kecamatan Cepu, Kabupaten Blora, tergolong tinggi.", set()),
    "ten largest of a level": ("Kabupaten Blora masuk 10 besar daerah rawan tinggi.", set()),
    "of one issue": (
        "Kabupaten Blora masuk kategori rawan tinggi untuk isu politik uang.",
        {"indicator 33.16 54"},
    ),
    "aimed at": ("Kabupaten Blora ditargetkan masuk kategori rawan rendah.", set()),
    "hoped for": ("Bawaslu berharap Kabupaten Blora masuk kategori rawan rendah.", set()),
    "believed by people": ("Orang mengira Kabupaten Blora rawan tinggi.", set()),
    "held by issues": (
        "Di Kabupaten Blora, kategori tinggi ada politik uang dan netralitas ASN.",
        {"indicator 33.16 54", "indicator 33.16 12"},
    ),
    "a number of issues behind": ("Hasil di Kabupaten Blora: rawan tinggi 3 indikator.", set()),
    "of another index": ("Indeks Kepatuhan Etik Kabupaten Blora 61,30, kategori sedang.", set()),
    "a poll": ("Survei Alfa: 61,3 persen warga Kabupaten Blora menilai daerahnya rawan tinggi.", set()),
    "the scale": ("Kategorinya terbagi menjadi rawan tinggi, rawan sedang, dan rawan rendah.", set()),
    "the scale beside a region": (
        "Bawaslu Kabupaten Blora menjelaskan kategori tinggi, sedang, dan rendah dalam indeks ini.",
        set(),
    ),
    "sedang as an adverb": ("Bawaslu Kabupaten Blora sedang menyusun peta kerawanan.", set()),
    "sedang with dalam": ("Peta kerawanan Kabupaten Blora sedang dalam proses penyelesaian.", set()),
    "cukup tinggi": ("Animo warga Kabupaten Blora terhadap pemilu cukup tinggi.", set()),
    "paling rawan": ("Kabupaten Blora disebut paling rawan.", set()),
    "lowest of a scope": ("Kerawanan Kabupaten Blora lebih rendah daripada Kabupaten Pati.", set()),
    "indicators of a level": ("Di Kabupaten Blora ada 3 indikator rawan tinggi.", set()),
    "level of an issue": (
        "Kategori tinggi di antaranya persoalan daftar pemilih.",
        {"issue 33 persoalan daftar pemilih"},
    ),
    "no level at all": ("Kabupaten Blora dan Kabupaten Pati menggelar rapat bersama.", set()),
    "kecamatan": ("Kecamatan yang masuk kategori rawan tinggi ada di utara.", set()),
    "generic score": ("Skor IKP yang rendah bukan alasan bagi Kabupaten Blora untuk lengah.", set()),
}

OVER: Rows = {
    "the population of the province behind a list": (
        "Yang masuk kategori rawan rendah yakni Kabupaten Blora dengan skor 12,55 dan Kabupaten Pati dengan skor "
        "10,82.\n\nProvinsi Jawa Tengah berpenduduk 5.240.936 jiwa.",
        {"category 33.16 rendah", "score 33.16 12.55", "category 33.18 rendah", "score 33.18 10.82"},
    ),
    "the population of the province inside a list": (
        "Kategori rawan tinggi\n1. Kabupaten Blora, skor 95,67\n2. Kabupaten Pati, skor 52,66\n"
        "Provinsi Jawa Tengah berpenduduk 896.871 jiwa.",
        BLORA_PATI_HIGH | {"score 33.16 95.67", "score 33.18 52.66"},
    ),
    "the scale before a list": (
        "Kategori rawan tinggi dimulai dari skor 49,33, sedangkan rawan rendah di bawah 13,46.\n\n"
        "Berikutnya Kabupaten Blora 94,20 dan Kabupaten Pati 93,10 menurut skor IKP.",
        {"score 33.16 94.20", "score 33.18 93.10"},
    ),
}
"""A level that was spoken of before, and is not meant of what follows."""

OF_A_DIMENSION: Rows = {
    "a bare dimension in a region": (
        "Kontestasi di Kabupaten Blora masuk kategori rawan tinggi.",
        {"dimension 33.16 kontestasi tinggi"},
    ),
    "on one dimension": (
        "Kabupaten Blora masuk kategori rawan tinggi pada dimensi kontestasi.",
        {"dimension 33.16 kontestasi tinggi"},
    ),
    "dimension before": (
        "Pada dimensi partisipasi, Kabupaten Blora masuk kategori rawan sedang.",
        {"dimension 33.16 partisipasi sedang"},
    ),
    "dimension with score and level": (
        "Dimensi kontestasi Kabupaten Blora level tinggi 61,20.",
        {"dimension 33.16 kontestasi 61.20", "dimension 33.16 kontestasi tinggi"},
    ),
    "on a stage": (
        "Kabupaten Blora rawan tinggi pada tahapan pencalonan.",
        {"dimension 33.16 pencalonan tinggi"},
    ),
    "on all dimensions": (
        "Kabupaten Blora masuk kategori rawan tinggi pada semua dimensi.",
        {"category 33.16 tinggi"},
    ),
}

RANKS: Rows = {
    "of the next region, which has no score": (
        "Kabupaten Blora dengan skor 41,20, sedangkan Pati urutan ketiga.",
        {"score 33.16 41.20", "rank 33.18 3"},
    ),
    "of either region, one with a score": (
        "Kabupaten Blora berada di urutan pertama dengan skor 41,20, sedangkan Pati urutan ketiga.",
        {"score 33.16 41.20", "rank 33.16 1", "rank 33.18 3"},
    ),
    "of the region before, which has no score": (
        "Pati menempati urutan ketiga, sedangkan Kabupaten Blora meraih skor 41,20.",
        {"score 33.16 41.20", "rank 33.18 3"},
    ),
    "of the one compared with": (
        "Kabupaten Blora skor 41,20 di atas Pati urutan ketiga.",
        {"score 33.16 41.20", "rank 33.18 3"},
    ),
    "behind its own score": ("Kabupaten Blora skor 41,20, urutan ketiga.", {"score 33.16 41.20", "rank 33.16 3"}),
    "digits": (
        "Kabupaten Blora berada di peringkat 3 dengan skor 41,20.",
        {"score 33.16 41.20", "rank 33.16 3"},
    ),
    "ke-": (
        "Kabupaten Blora di urutan ke-12 se-Indonesia dengan skor 41,20.",
        {"score 33.16 41.20", "rank 33.16 12"},
    ),
    "in words": ("Kabupaten Blora menempati posisi kedua.", {"rank 33.16 2"}),
    "of a total": (
        "Skor Kabupaten Blora 41,20 atau peringkat 87 dari total 508 kabupaten/kota.",
        {"score 33.16 41.20", "rank 33.16 87"},
    ),
    "of a dimension": (
        "Pada dimensi kontestasi Kabupaten Blora menempati urutan ke-4.",
        {"dimension 33.16 kontestasi #4"},
    ),
    "ten largest is no rank": ("Kabupaten Blora masuk peringkat 10 besar.", set()),
    "from the bottom": ("Kabupaten Blora terendah kelima.", set()),
    "then and now": (
        "Tahun 2019 Kabupaten Blora masuk kategori rawan tinggi, kini rawan sedang.",
        {"earlier category 33.16 tinggi", "category 33.16 sedang"},
    ),
    "fell from one to the other": (
        "Kabupaten Blora yang tadinya rawan tinggi turun menjadi rawan sedang.",
        {"earlier category 33.16 tinggi", "category 33.16 sedang"},
    ),
    "the other regions": ("Daerah lain masuk kategori rawan sedang.", set()),
    "all but one": ("Selain Kabupaten Blora, semua daerah masuk kategori rawan sedang.", set()),
    "bare levels in a list": (
        "Hasil tiap daerah:\n\n- Kabupaten Blora: tinggi\n- Kabupaten Kudus: sedang\n- Kota Salatiga: rendah",
        {"category 33.16 tinggi", "category 33.19 sedang", "category 33.73 rendah"},
    ),
    "negated, then stated": (
        "Kabupaten Blora tidak masuk kategori rawan tinggi, karena masuk kategori rawan sedang.",
        {"category 33.16 sedang"},
    ),
    "overall and one dimension": (
        "Kabupaten Blora masuk kategori rawan sedang, namun rawan tinggi pada dimensi kontestasi.",
        {"category 33.16 sedang", "dimension 33.16 kontestasi tinggi"},
    ),
    "bare level behind a score": (
        "Kabupaten Blora dengan skor 41,20 atau sedang.",
        {"score 33.16 41.20", "category 33.16 sedang"},
    ),
    "excepted": (
        "Semua rawan sedang, kecuali Kabupaten Blora yang masuk kategori rawan tinggi.",
        {"category 33.16 tinggi"},
    ),
}

ALL: Rows = (
    BEHIND
    | AHEAD
    | {f"list {k}": v for k, v in LISTED.items()}
    | CARRIED
    | NOT_MEANT
    | OVER
    | OF_A_DIMENSION
    | RANKS
)


@pytest.mark.parametrize(("text", "expected"), ALL.values(), ids=ALL.keys())
def test_levels(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(LEAD + text) == expected


def test_a_level_behind_one_of_a_stage_goes_to_review(take: Take) -> None:
    text = "Pada tahapan kampanye Kabupaten Blora rawan tinggi. Kabupaten Pati rawan sedang."
    _, extraction = take("Pemetaan kerawanan Pilkada 2024 di Jawa Tengah.\n\n" + text)
    assert {f.decision for f in extraction.findings if f.type == "category"} == {"review"}
