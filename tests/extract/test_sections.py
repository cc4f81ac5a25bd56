"""Roles of blocks and sentences: leads, strategies, objectives, furniture, another body's index."""

from __future__ import annotations

import pytest

from pipeline.extract.scene.sections import (
    Role,
    ends_article,
    inline_furniture,
    is_furniture,
    is_lead,
    names_foreign_index,
    role_of_lead,
    role_of_sentence,
)

FURNITURE = (
    "baca juga: hujan lebat landa pesisir",
    "baca juga jadwal kereta",
    "simak juga video pilihan",
    "advertisement",
    "halaman selanjutnya",
    "penulis: yohanes a.",
    "editor : ratna",
    "12",
    "tags: pemilu",
    "narahubung: bagian humas",
    "laporan: tim alfa kini",
    "teks dan grafis: tim litbang alfa kini",
    "oleh: redaksi beta post",
    "litbang alfa kini",
)
TEXT = (
    "bawaslu membaca ulang peta kerawanan.",
    "12 tps di wilayah rawan bencana",
    "kota alfa 41,20",
    "penulisan ulang daftar pemilih",
    "laporan: kabupaten alfa",
    "laporan: tim bawaslu alfa",
    "oleh tim bawaslu alfa, 87 tps dipetakan rawan",
    "laporan tim sukses tentang politik uang di alfa diteruskan kepada bawaslu setempat",
)
LEADS = (
    "hasilnya sebagai berikut:",
    "isu kerawanan antara lain",
    "adapun daerah rawan tinggi yaitu",
    "berikut ini",
)
NO_LEADS = ("rapat itu selesai sore hari.", "kabupaten alfa dan beta", "ia menyebut tiga isu.")
LEAD_ROLES: dict[str, Role] = {
    "isu kerawanan yang tercatat:": "findings",
    "daftar skor tiap daerah:": "findings",
    "hasil pemetaan adalah sebagai berikut:": "findings",
    "langkah pencegahan yang dijalankan:": "strategies",
    "rekomendasi kepada pemerintah daerah:": "strategies",
    "upaya menekan kerawanan di antaranya:": "strategies",
    "tujuan pemetaan kerawanan:": "objectives",
    "manfaat indeks ini ialah untuk:": "objectives",
    "ikp mencakup empat dimensi, yaitu:": "instrument",
    "kerawanan sudah dipetakan sejak lama di sini. langkah yang akan diambil antara lain:": "strategies",
    "peserta yang hadir:": "neutral",
    # the name of a division is no strategy
    "koordinator divisi pencegahan, partisipasi masyarakat dan humas merinci indikator berikut:": "findings",
    "anggota bawaslu divisi hukum, pencegahan, parmas, dan humas membeberkan kerawanan:": "findings",
    "kordiv pencegahan bawaslu alfa merinci tps rawan:": "findings",
    "bidang pencegahan dan humas bawaslu alfa memetakan kerawanan:": "findings",
    "divisi pencegahan menyiapkan strategi pencegahan:": "strategies",
    "kordiv pencegahan merinci upaya mencegah kerawanan:": "strategies",
    "bidang pencegahan pelanggaran meliputi:": "strategies",
    "pencegahan dan humas menjalankan hal berikut:": "strategies",
}
SENTENCE_ROLES: dict[str, Role] = {
    "isu yang rawan ialah politik uang.": "findings",
    "kerawanan terdiri dari hal teknis.": "instrument",
    "konteks sosial, sub dimensinya misal gangguan keamanan.": "instrument",
    "aspek yang diukur yaitu netralitas asn.": "instrument",
    "empat dimensi dipakai untuk menakar kerawanan.": "instrument",
    "kerawanan pemilu ialah segala hal yang mengganggu.": "instrument",
    "konstruksi peta kerawanan tertinggi ada tiga, pertama politik uang.": "findings",
    "bupati mengimbau warga untuk memilih calon tertentu.": "neutral",
    "logistik sering terlambat.": "findings",
    "di sana pernah terjadi pemungutan suara ulang.": "findings",
    "bawaslu mengimbau asn tetap netral.": "strategies",
    "patroli pengawasan digelar untuk mencegah kerawanan politik uang.": "strategies",
    "ikp terdiri atas empat dimensi.": "instrument",
    "politik uang diatur pasal 523.": "instrument",
    "rapat dibuka pukul sembilan.": "neutral",
    "menurut koordinator divisi pencegahan, kerawanan meliputi politik uang.": "findings",
    "kpu divisi sosialisasi, pendidikan pemilih, dan sdm menyebut kerawanan politik uang.": "findings",
    "menurut koordinator divisi hukum, pencegahan kerawanan politik uang dilakukan.": "strategies",
}


@pytest.mark.parametrize("lower", FURNITURE)
def test_furniture(lower: str) -> None:
    assert is_furniture(lower)


@pytest.mark.parametrize("lower", TEXT)
def test_text_is_no_furniture(lower: str) -> None:
    assert not is_furniture(lower)


@pytest.mark.parametrize("lower", LEADS)
def test_leads(lower: str) -> None:
    assert is_lead(lower)


@pytest.mark.parametrize("lower", NO_LEADS)
def test_what_announces_nothing(lower: str) -> None:
    assert not is_lead(lower)


@pytest.mark.parametrize(("lower", "role"), LEAD_ROLES.items())
def test_what_a_list_is_for(lower: str, role: Role) -> None:
    assert role_of_lead(lower) == role


@pytest.mark.parametrize(("lower", "role"), SENTENCE_ROLES.items())
def test_what_a_sentence_is_for(lower: str, role: Role) -> None:
    assert role_of_sentence(lower) == role


def test_the_article_ends_at_its_comments() -> None:
    assert ends_article("tinggalkan komentar")
    assert ends_article("berita terkait")
    assert not ends_article(
        "komentar warga soal peta kerawanan itu beragam, mulai dari yang memuji hingga mencela"
    )


def test_a_related_link_inside_a_paragraph_is_cut() -> None:
    lower = "kota alfa rawan tinggi. baca juga: kota beta rawan rendah"
    assert lower[: inline_furniture(lower)] == "kota alfa rawan tinggi. "
    assert inline_furniture("kota alfa rawan tinggi.") == len("kota alfa rawan tinggi.")


def test_an_index_of_the_police_is_told_apart() -> None:
    assert names_foreign_index("polri merilis ipkp")
    assert not names_foreign_index("bawaslu merilis ikp")
