"""Issues that are named and not stated: the issue stands as ``[x]``, and how far words reach it is counted."""

from __future__ import annotations

import pytest

from pipeline.extract.issues.denials import (
    DENIED,
    IS_THAT,
    WARNED,
    clause_around,
    is_graded,
    is_mended,
    is_of_other_votes,
    is_unreal,
    without,
)
from pipeline.model import Span


def said_of(text: str) -> str:
    """Return what a text says of the issue: denied nearby, unreal, graded, warned of or only called so."""
    start, end = text.index("["), text.index("]") - 1
    span = Span(start=start, end=end)
    bare = without(text.replace("[", "").replace("]", ""), [span])
    before, behind = clause_around(bare, span)
    found = {
        "denied": DENIED.search(before) or DENIED.search(behind),
        "unreal": is_unreal(bare, span),
        "graded": is_graded(bare, span),
        "warned": WARNED.search(before) or IS_THAT.fullmatch(bare[:start]),
    }
    return " ".join(word for word, true in found.items() if true)


SAID: dict[str, str] = {
    "ditemukan [x]": "",
    "tidak ada [x]": "denied unreal",
    "tidak pernah [x]": "denied warned",
    "tidak pernah steril dari [x]": "",
    "tidak satu pun [x]": "denied",
    "tidak satu pun luput dari [x]": "",
    "[x] nihil": "denied unreal",
    "[x] namun tidak terjadi": "denied",
    # free of it
    "bebas dari [x]": "unreal",
    "tidak bebas dari [x]": "",
    "bebas dari banjir, [x]": "",
    "bebas dari banjir namun [x]": "",
    "bebas dari banjir sehingga [x]": "",
    "belum menemukan [x]": "unreal",
    "bukan [x]": "unreal",
    "bukan lagi soal [x]": "unreal",
    "bukan dia tetapi [x]": "",
    "tidak ingin ada [x]": "unreal",
    # none of it, or no more
    "[x]: nihil": "denied unreal",
    "[x] (0)": "unreal",
    "[x] (0,5)": "",
    "[x] - 05": "",
    "[x] sudah dicegah": "unreal",
    "[x] belum dapat dicegah": "",
    "[x] yang belum dicegah": "",
    "[x] tidak lagi marak": "unreal",
    "[x] absen": "unreal",
    "[x] absen di tps": "",
    "[x] dipastikan hoaks": "unreal",
    "[x] tidak dipastikan hoaks": "",
    "[x] adalah hoaks": "",
    "[x] adalah hoaks, namun ada": "",
    "[x] tidak terbukti di lapangan": "unreal",
    "[x] tidak terbukti bersalah": "",
    "[x] dan banyak hal lain yang tidak terjadi": "unreal",
    "[x] dan banyak hal lain. tidak terjadi": "",
    # a duty, a training, a question, a law
    "bertugas mengawasi [x]": "unreal",
    "bertugas mengawasi; [x]": "",
    "bertugas mengawasi temuan [x]": "",
    "pelatihan soal [x]": "unreal",
    "apakah ada [x]": "unreal",
    "setiap orang yang [x]": "unreal",
    "setiap orang yang [x] tetapi ada": "",
    "dapat menggelar [x]": "",
    "dapat menggelar [x] apabila rusak": "unreal",
    # supposed, or elsewhere
    "jika ada [x]": "unreal",
    "jika dia [x]": "",
    "jangan sampai terjadi [x]": "unreal warned",
    "[x] jangan sampai terjadi": "unreal",
    "[x] tidak boleh terulang": "unreal",
    "[x] harus dihindari": "unreal",
    "[x], [x], dan lainnya jangan sampai muncul": "unreal",
    "[x] dan jangan sampai terulang": "",
    "[x], jangan sampai terulang": "",
    "[x] yang harus dihindari": "",
    "pernah [x] jangan sampai terulang": "",
    "[x] jangan sampai dianggap sepele": "",
    "[x] perlu diantisipasi": "",
    "di daerah lain ada [x]": "unreal",
    "di daerah ini ada [x]": "",
    # a list of what was not found
    "tidak ditemukan banyak hal seperti, antara lain [x]": "unreal",
    "tidak ditemukan antara lain, namun [x]": "",
    # a mark, not an issue
    "aspek [x] bernilai 2": "graded",
    "aspek keamanan [x] (2)": "graded",
    "aspek [x] rawan": "",
    "indeks [x]": "graded",
    "indeks tematik [x]": "graded",
    "indeks dari [x]": "",
    # warned of, or only called so
    "dilarang [x]": "warned",
    "dilarang satu dua tiga [x]": "warned",
    "dilarang satu dua tiga empat [x]": "",
    "tolak praktik [x]": "warned",
    "tolaklah [x]": "",
    "itu [x]": "warned",
    "hal ini merupakan [x]": "warned",
    "kata itu [x]": "",
    # other votes
    "[x] di pilkades": "unreal",
    "[x] di pilkades dan pilkada": "",
}


@pytest.mark.parametrize(("text", "expected"), SAID.items())
def test_what_is_said_of_an_issue(text: str, expected: str) -> None:
    assert said_of(text) == expected


REACH: dict[str, tuple[str, int]] = {
    # what stands on both sides of the letters between, and how many of these there may be
    "free of it": ("bebas dari{}[x]", 60),
    "not wanted": ("tidak ingin{}[x]", 40),
    "denied before": ("belum ditemukan{}[x]", 120),
    "denied behind": ("[x]{}tidak pernah terjadi", 120),
    "gone": ("[x]{}absen", 40),
    "a topic": ("bertugas{}[x]", 160),
    "a question": ("kuesioner{}[x]", 160),
    "supposed": ("jika ada{}[x]", 40),
    "wished away": ("[x]{}jangan sampai timbul", 60),
    "wished": ("jangan sampai timbul{}[x]", 80),
    "a list of what was not found": ("tidak muncul{}antara lain, [x]", 60),
}


@pytest.mark.parametrize(("form", "most"), REACH.values(), ids=REACH.keys())
def test_how_far_words_reach(form: str, most: int) -> None:
    assert "unreal" in said_of(form.format(f" {'-' * (most - 2)} "))
    assert "unreal" not in said_of(form.format(f" {'-' * (most - 1)} "))


def test_a_denial_nearby_stands_within_thirty_letters() -> None:
    assert said_of(f"belum pernah{'-' * 18}[x]") == "denied"
    assert said_of(f"belum pernah{'-' * 19}[x]") == ""
    assert said_of(f"[x]{'-' * 18}belum pernah") == "denied"
    assert said_of(f"[x]{'-' * 19}belum pernah") == ""


def test_a_semicolon_parts_the_items_of_a_list() -> None:
    assert said_of("nihil; [x]") == ""
    assert said_of("[x]; nihil") == ""


@pytest.mark.parametrize(
    ("lower", "mended"),
    [
        ("pemilih ganda sudah dibersihkan", True),
        ("pemilih ganda sudah selalu dicegah", True),
        ("pemilih ganda belum dapat dicegah", False),
        ("pemilih ganda tidak dapat dicegah", False),
        ("pemilih ganda sudah dicegahnya", False),
        ("pemilih ganda dibersihkan", False),
    ],
)
def test_an_issue_may_have_been_put_right(lower: str, mended: bool) -> None:  # noqa: FBT001
    assert is_mended(lower) is mended


@pytest.mark.parametrize(
    ("lower", "other"),
    [
        ("politik uang di pilkades", True),
        ("pemilihan rektor", True),
        ("politik uang di pilkades dan pemilu", False),
        ("politik uang di pilkada", False),
        ("politik uang di pilkadesa", False),
    ],
)
def test_votes_of_villages_and_associations_are_others(lower: str, other: bool) -> None:  # noqa: FBT001
    assert is_of_other_votes(lower) is other
