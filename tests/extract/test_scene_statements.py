"""Whether a level is stated: not denied, supposed, of something else, a step of the scale, or another's word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from one_line import line_of
from pipeline.extract.marks.kinds import CategoryMark
from pipeline.extract.scene.line import Inherited, Line
from pipeline.extract.scene.statements import holds, is_uncertain
from pipeline.reference import Reference

HELD = (
    "Kabupaten Blora rawan tinggi",
    "Kabupaten Blora tidak aman, rawan tinggi",
    "Kabupaten Blora tidak aman namun rawan tinggi",
    "Blora tidak hanya karena hal yang panjang sekali dan juga lama sekali masuk kategori tinggi",
    # of the index, whatever else stands before
    "partisipasi pemilih Kota Tegal tergolong rawan tinggi",
    "indeks demokrasi Blora naik; Blora kategori tinggi",
    "indeks demokrasi naik, IKP Blora kategori tinggi",
    "dimensi partisipasi pemilih Blora kategori tinggi",
    "tingkat kerawanan Blora kategori tinggi",
    "angka ini kategori tinggi",
    # Bawaslu's own word
    "menurut polri dan bawaslu Blora kategori tinggi",
    "Blora kategori tinggi menurut polri",
    # a number that is no bound
    "kategori tinggi di atas 40 desa",
    "Blora kategori tinggi, 40 desa",
    "skor 40 kategori tinggi",
)
NOT_HELD = (
    "Kabupaten Blora tidak rawan tinggi",
    "Kabupaten Blora tidak lagi rawan tinggi",
    "Jika Kabupaten Blora rawan tinggi",
    "partisipasi pemilih Kota Tegal tergolong tinggi",
    "kerawanan pangan Blora rawan tinggi",
    "indeks demokrasi Blora kategori tinggi",
    "tingkat kemiskinan Blora kategori tinggi",
    "menurut polri Blora kategori tinggi",
    "lima besar kategori tinggi",
    "5 besar daerah kategori tinggi",
    "skor 40 - 60 kategori tinggi",
    "skor 40 sampai 60 masuk kategori tinggi",
    "Blora kategori tinggi, 40-60",
    "Blora kategori tinggi jika skornya besar",
    "Blora kategori tinggi ada 5 indikator",
    "Blora kategori tinggi di atas 40,5",
    "kategori tinggi mulai dari 40",
    "kategori tinggi di atas skor 4",
    "Blora kategori tinggi dalam lomba",
)
UNCERTAIN = {
    "Jika Kabupaten Blora rawan tinggi": True,
    "Jika melihat data, Blora kategori tinggi": False,
    "Blora kategori tinggi jika ada dana": False,
    "Bupati Blora mengatakan Blora kategori tinggi": True,
    "Bupati Blora mengatakan IKP Blora kategori tinggi": False,
    "Ketua Bawaslu mengatakan Blora kategori tinggi": False,
}


def level(line: Line) -> CategoryMark:
    return [mark for mark in line.marks if isinstance(mark, CategoryMark)][-1]


@pytest.mark.parametrize("text", HELD)
def test_a_level_that_is_stated(text: str, reference: Reference) -> None:
    line, _ = line_of(text, reference)
    assert holds(line, level(line))


@pytest.mark.parametrize("text", NOT_HELD)
def test_a_level_that_is_not_stated(text: str, reference: Reference) -> None:
    line, _ = line_of(text, reference)
    assert not holds(line, level(line))


def test_what_goes_on_with_another_body_s_words_states_nothing(reference: Reference) -> None:
    line, _ = line_of("Blora kategori tinggi", reference)
    assert holds(line, level(line))
    line = replace(line, inherited=Inherited(edition="ikp_2024", foreign=True))
    assert not holds(line, level(line))


def test_under_a_dimension_its_name_is_no_other_quality(reference: Reference) -> None:
    line, _ = line_of("partisipasi Blora kategori tinggi", reference)
    line = replace(line, inherited=Inherited(edition="ikp_2024", dimension="partisipasi"))
    assert holds(line, level(line))
    line, _ = line_of("kerawanan pangan Blora kategori tinggi", reference)
    line = replace(line, inherited=Inherited(edition="ikp_2024", dimension="partisipasi"))
    assert not holds(line, level(line))


def test_a_level_that_an_earlier_vote_had_is_denied_for_now_alone(reference: Reference) -> None:
    denied, _ = line_of("Pada IKP 2019 Blora tidak rawan tinggi", reference)
    assert not holds(denied, level(denied))
    again, _ = line_of("Blora tidak lagi rawan tinggi seperti pada IKP 2019", reference)
    assert holds(again, level(again)) is again.edition_at(level(again).start)[1]


@pytest.mark.parametrize(("text", "expected"), UNCERTAIN.items())
def test_what_is_supposed_or_another_office_s_word_is_for_a_person(
    text: str,
    expected: bool,  # noqa: FBT001
    reference: Reference,
) -> None:
    line, _ = line_of(text, reference)
    assert is_uncertain(line) is expected
