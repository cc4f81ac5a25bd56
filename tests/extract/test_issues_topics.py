"""Whose an issue is where its sentence names no region: the one that its paragraph tells of, or the document's own."""

from __future__ import annotations

import pytest

from one_line import drafts_of
from pipeline.reference import Reference

LEAD = "Bawaslu Provinsi Jawa Tengah merilis IKP 2024 di Jawa Tengah.\n\n"
OF_BLORA = {
    # the last sentence before to name a region names Blora alone
    "its subject": "Kabupaten Blora rawan tinggi. Pada Pilkada 2020 terjadi politik uang.",
    "where it was": "Kerawanan di Blora tidak lepas dari pilkada lalu. Waktu itu terjadi politik uang.",
    "said of it": "Blora disinggung khusus, kata Ketua Bawaslu Jawa Tengah. Pernah terjadi politik uang.",
    "two sentences on": "Kabupaten Blora rawan tinggi. Jumlah pemilihnya 700 ribu. Pernah terjadi politik uang.",
    "compared with another": "Berbeda dengan Kudus, Blora rawan tinggi. Pernah terjadi politik uang.",
    # a name heads the paragraph
    "a numbered name": "4.1 Kabupaten Blora. Tercatat politik uang.",
    "a bare name": "Blora. Tercatat politik uang.",
    # the province only says where it lies
    "the youngest of": "Blora agak istimewa. Kabupaten terluas di Jawa Tengah itu punya catatan politik uang.",
    # its speech goes on in the next paragraph
    "a speech goes on": 'Kabupaten Blora rawan tinggi, kata Asep Wira.\n\n"Pernah terjadi politik uang," kata Asep.',
    "a speech of it": 'Kabupaten Blora rawan tinggi.\n\n"Pernah terjadi politik uang," ujarnya.',
    "its office speaks": 'Ketua Bawaslu Blora Asep Wira hadir.\n\n"Pernah terjadi politik uang," katanya.',
    "what it was called there": 'Panwaslu Kabupaten Blora hadir.\n\n"Pernah terjadi politik uang," katanya.',
}
OF_THE_PROVINCE = {
    "nothing named": "Pernah terjadi politik uang.",
    "another paragraph": "Kabupaten Blora rawan tinggi.\n\nPernah terjadi politik uang.",
    "several": "Kabupaten Blora dan Kudus rawan tinggi. Pernah terjadi politik uang.",
    "the province named again": "Blora rawan tinggi. Jawa Tengah rawan sedang. Pernah terjadi politik uang.",
    "as a whole": "Blora rawan tinggi. Secara umum pernah terjadi politik uang.",
    "as a whole, a sentence between": "Blora rawan tinggi. Tingkat provinsi sedang. Pernah terjadi politik uang.",
    "all of them": "Blora rawan tinggi. Di semua kabupaten pernah terjadi politik uang.",
    "the province's office found it": "Blora rawan tinggi. Bawaslu Jawa Tengah juga mencatat politik uang.",
    "where words were said": "Rapat digelar di Kabupaten Blora. Pernah terjadi politik uang.",
    "only compared with": "Skornya lebih tinggi dari Blora. Pernah terjadi politik uang.",
    "a speech of another": 'Blora rawan tinggi, kata Asep.\n\n"Pernah terjadi politik uang," kata Budi.',
    "a speech of somebody": 'Blora rawan tinggi.\n\n"Pernah terjadi politik uang," kata seorang warga.',
    "a speech of another office": 'Blora rawan tinggi.\n\n"Pernah terjadi politik uang," kata Kapolda Jawa Tengah.',
}
OTHERS = {
    "Kabupaten Blora: tercatat politik uang.": "33.16",
    "Blora rawan tinggi. Politik uang pernah terjadi di Kabupaten Kudus.": "33.19",
    "Blora rawan tinggi. Kudus rawan sedang. Pernah terjadi politik uang.": "33.19",
    "Kota Salatiga rawan. Ketua Bawaslu Blora, Asep, hadir. Pernah terjadi politik uang.": "33.16",
}


def read(text: str, reference: Reference) -> list[tuple[str, float]]:
    """Return the regions of politik uang in a text, each with its raw confidence."""
    found = ((label.split(), confidence) for label, confidence in drafts_of(LEAD + text, reference))
    return [(words[0], confidence) for words, confidence in found if words[1] == "54"]


@pytest.mark.parametrize("text", OF_BLORA.values(), ids=OF_BLORA.keys())
def test_a_paragraph_goes_on_with_the_region_named_last_for_review(text: str, reference: Reference) -> None:
    ((region, confidence),) = read(text, reference)
    assert region == "33.16"
    assert confidence < 0.8


@pytest.mark.parametrize("text", OF_THE_PROVINCE.values(), ids=OF_THE_PROVINCE.keys())
def test_what_is_told_of_no_part_is_the_province_s(text: str, reference: Reference) -> None:
    assert [region for region, _ in read(text, reference)] == ["33"]


@pytest.mark.parametrize(("text", "expected"), OTHERS.items())
def test_another_region_is_nearer(text: str, expected: str, reference: Reference) -> None:
    assert [region for region, _ in read(text, reference)] == [expected]


def test_parts_that_are_counted_and_not_named_have_no_region(reference: Reference) -> None:
    text = "Kabupaten Blora rawan tinggi. Dua daerah lain rawan politik uang."
    assert read(text, reference) == []
