"""Where the limits of leads, of the article and of announcements lie, and what a look-around keeps apart."""

from __future__ import annotations

import pytest

from pipeline.extract.scene.sections import (
    Role,
    announces_issues,
    counts_issues,
    ends_article,
    inline_furniture,
    is_furniture,
    is_lead,
    names_announced,
    names_foreign_index,
    names_own_index,
    returns_to_own_index,
    role_of_lead,
    role_of_sentence,
)


def test_a_block_ends_the_article_if_it_is_shorter_than_sixty_letters() -> None:
    assert ends_article("komentar " + "x" * 50)
    assert not ends_article("komentar " + "x" * 51)
    assert not ends_article("komentarnya")
    assert not ends_article("ada komentar")
    assert ends_article("- populer")
    assert not ends_article("populer di sini")


@pytest.mark.parametrize(
    ("lower", "expected"),
    [
        ("baca: skor", True),
        ("bacaan wajib", False),
        ("ia baca juga", False),
        ("top", True),
        ("topik itu", False),
        ("12", True),
        ("12 kasus", False),
        ("populer", True),
        ("popularitas", False),
        ("(baca: skor)", True),
        ("sumber : antara", True),
        ("sumber daya", False),
    ],
)
def test_furniture_is_told_by_its_first_words(lower: str, expected: bool) -> None:  # noqa: FBT001
    assert is_furniture(lower) is expected


@pytest.mark.parametrize(
    ("lower", "kept"),
    [
        ("blora rawan. (baca: skor pati)", "blora rawan. "),
        ("blora rawan. baca juga | pati", "blora rawan. "),
        ("blora baca juga pati", "blora baca juga pati"),
        ("baca juga: pati", "baca juga: pati"),
    ],
)
def test_a_related_link_is_cut_where_text_stands_before_it(lower: str, kept: str) -> None:
    assert lower[: inline_furniture(lower)] == kept


@pytest.mark.parametrize(
    ("lower", "expected"),
    [
        ("isu kerawanan:", True),
        ("**isu kerawanan:** ", True),
        ("skor tiap daerah;", True),
        ("isu tiap daerah;", False),
        ("daerah itu yaitu", True),
        ("daerah itu yaitu ;", True),
        ("daerah itu yaitu blora", False),
        ("sebagai berikut ini.", True),
        ("sebagai berikutnya", False),
        ("antara lain" + " " * 28 + ".", True),
        ("antara lain" + " " * 29 + ".", False),
    ],
)
def test_a_lead_ends_with_a_word_of_listing(lower: str, expected: bool) -> None:  # noqa: FBT001
    assert is_lead(lower) is expected


LEADS: dict[str, Role] = {
    # the last sentence counts, with the one before if it is no longer than 25 letters
    "strategi disusun. isu kerawanan di kabupaten itu:": "findings",
    f"strategi disusun. isu rawan {'x' * 15}:": "findings",
    f"strategi disusun. isu rawan {'x' * 14}:": "strategies",
    "isu kerawanan:": "findings",
    # denied or put right
    "isu yang tidak terjadi:": "objectives",
    "isu yang sudah ditekan:": "objectives",
    "isu yang tidak terjadian:": "findings",
    # the instrument needs a word of measuring and one of what is measured
    "disusun dari empat dimensi:": "instrument",
    "dibagi dari empat daerah:": "neutral",
    "empat dimensi:": "neutral",
    "jenis pelanggaran:": "instrument",
    "jenis pelanggaran yang terjadi:": "findings",
    "larangan bagi calon:": "instrument",
    "rekomendasi bawaslu yang tidak jalan:": "neutral",
    "rekomendasi kami:": "strategies",
    "untuk:": "objectives",
    "untuk kabupaten blora:": "neutral",
    # what weighs
    "hal-hal yang memengaruhi:": "findings",
    "yang menonjol di blora": "findings",
    "penyumbang skor": "findings",
    "catatan kerawanan": "findings",
    "catatan redaksi": "neutral",
    "beberapa peristiwa yang menjadi dasar penilaian:": "findings",
    "dipengaruhi cuaca:": "findings",
    # "isu" is a word of its own, also with "-nya"
    "isu di kabupaten blora:": "findings",
    "isunya:": "findings",
    "dokumen yang disusun bawaslu:": "neutral",
    "disusul kabupaten pati:": "neutral",
}


@pytest.mark.parametrize(("lower", "role"), LEADS.items())
def test_what_a_list_is_for(lower: str, role: Role) -> None:
    assert role_of_lead(lower) == role


SENTENCES: dict[str, Role] = {
    # what is done against it comes first, or is to prevent it
    "sosialisasi politik uang yang rawan": "strategies",
    "kerawanan politik uang, lalu sosialisasi": "findings",
    "kerawanan politik uang untuk mencegah": "strategies",
    "sosialisasi di desa": "strategies",
    # an appeal to choose or to refuse someone is no strategy
    "mengajak warga tertib": "strategies",
    "mengajak warga desa itu memilih calon nomor satu": "neutral",
    "mengajak warga, lalu memilih calon": "strategies",
    f"mengajak {'x' * 49} memilih calon": "neutral",
    f"mengajak {'x' * 50} memilih calon": "strategies",
    # a record of it
    "blora punya catatan panjang": "findings",
    "pilkada 2020 meninggalkan catatan soal itu": "findings",
    "catatan rapat dibagikan": "neutral",
    "kontestasi di sumedang tidak lepas dari asn yang berpihak": "findings",
    "kerugian itu lepas dari gudang": "neutral",
    "kontributornya politik uang": "findings",
    # how the index asks, and what may make a region vulnerable at all
    "61 indikator yang harus dijawab": "instrument",
    "dari empat dimensi itu diturunkan 61 indikator": "instrument",
    "ada 11 indikator yang terisi": "findings",
    "satu dari lima tema pemetaan": "instrument",
    "tema lainnya politik uang": "instrument",
    "contoh hal yang bisa membuat daerah rawan": "instrument",
    "hal itu membuat daerah rawan": "findings",
    # parts of words are none
    "terjadinya": "neutral",
    "pelanggarannya": "neutral",
    "kepotensian": "neutral",
    "rapatnya": "neutral",
    # the variables of the mapping, four of them with the right to vote
    "penggunaan hak pilih, keamanan, politik uang, dan logistik": "instrument",
    "penggunaan hak pilih, keamanan, dan politik uang": "neutral",
    "hak pilih, keamanan, politik uang, dan logistik": "neutral",
}


@pytest.mark.parametrize(("lower", "role"), SENTENCES.items())
def test_what_a_sentence_may_state(lower: str, role: Role) -> None:
    assert role_of_sentence(lower) == role


@pytest.mark.parametrize(
    ("lower", "expected"),
    [
        ('"politik uang, netralitas asn, pemilih ganda, psu"', True),
        ('"politik uang; netralitas asn; pemilih ganda; psu"', True),
        ('"politik uang, netralitas asn, psu"', False),
        ("politik uang, netralitas asn, pemilih ganda, psu", False),
        ("pertama politik uang", True),
        ("ketiganya politik uang", True),
        ("ketiga isu itu", True),
        ("ketiga isu", False),
        ("dari politik uang hingga psu", True),
        ("dari politik uang", False),
        ("lalu pertama politik uang", False),
    ],
)
def test_a_sentence_names_what_was_announced(lower: str, expected: bool) -> None:  # noqa: FBT001
    assert names_announced(lower) is expected


@pytest.mark.parametrize(
    ("lower", "expected"),
    [
        ("isu yang paling rawan", True),
        ("isu dari desa yang paling rawan", False),
        ("12 isu", True),
        ("tiga isunya", False),
        ("jenis pelanggarannya amat sangat beragam", True),
        (f"jenis pelanggaran{'x' * 30}beragam", True),
        (f"jenis pelanggaran{'x' * 31}beragam", False),
        ("isunya cukup beragam", True),
        ("isunya beragam", True),
        ("isunya juga beragam", False),
    ],
)
def test_a_sentence_announces_issues(lower: str, expected: bool) -> None:  # noqa: FBT001
    assert announces_issues(lower) is expected


@pytest.mark.parametrize(
    ("lower", "expected"),
    [
        ("kedua, bansos", True),
        ("kedua soal bansos", True),
        ("lalu, kata dia, kedua, bansos", True),
        ("kedua bansos", False),
        ("satu dua tiga empat kedua, bansos", True),
        ("satu dua tiga empat lima kedua, bansos", False),
        ("kedualah, bansos", False),
    ],
)
def test_a_sentence_counts_off_an_issue(lower: str, expected: bool) -> None:  # noqa: FBT001
    assert counts_issues(lower) is expected


@pytest.mark.parametrize(
    ("lower", "own", "foreign"),
    [
        ("ikp 2024", True, False),
        ("ikpk", False, False),
        ("ipkp 2024", False, True),
        ("indeks potensi kerawanan dari polri", False, True),
        ("polri punya indeks potensi kerawanan", False, True),
        ("indeks potensi kerawanan", False, False),
        ("indeks potensi kerawanan polrian", False, False),
        (f"bawaslu{'x' * 60}kerawanan", True, False),
        (f"bawaslu{'x' * 61}kerawanan", False, False),
        ("bawaslu rapat. kerawanan", False, False),
        ("pemetaan kerawanan oleh bawaslu", True, False),
    ],
)
def test_whose_index_is_named(lower: str, own: bool, foreign: bool) -> None:  # noqa: FBT001
    assert (names_own_index(lower), names_foreign_index(lower)) == (own, foreign)


@pytest.mark.parametrize(
    ("lower", "expected"),
    [
        ("skor ipkp alfa 7,34. angka itu bukan ikp bawaslu.", True),
        ("skor ipkp alfa 7,34! angka itu bukan ikp bawaslu.", True),
        ("ikp bawaslu lain. skor ipkp alfa 7,34.", False),
        ("skor ipkp alfa 7. ikp bukan ipkp.", False),
    ],
)
def test_a_paragraph_comes_back_to_bawaslu_s_index_in_its_last_sentence(
    lower: str,
    expected: bool,  # noqa: FBT001
) -> None:
    assert returns_to_own_index(lower) is expected
