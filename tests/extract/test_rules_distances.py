"""How far words may stand apart that belong together: as many characters between them as a rule allows, and one more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import LEADS, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]
Rows: TypeAlias = tuple[tuple[str, int, str, str], ...]

SCORES: Rows = (
    (
        "Kabupaten Blora pada dimensi kontestasi ~ 62,50.",
        43,
        "dimension 33.16 kontestasi 62.50",
        "dimension 33.16 kontestasi 62.50?",
    ),
    ("Kabupaten Blora mencatat dimensi kontestasi ~ 0.", 10, "dimension 33.16 kontestasi 0", ""),
    (
        "Kabupaten Blora dengan skor 74,91 jadi daerah … tertinggi kontestasi.",
        46,
        "dimension 33.16 kontestasi 74.91?",
        "score 33.16 74.91",
    ),
    (
        "Kabupaten Blora dengan skor 41,20 … peringkat ketiga.",
        23,
        "rank 33.16 3; score 33.16 41.20",
        "score 33.16 41.20",
    ),
    (
        "Kabupaten Blora dengan skor 41,20 rrrrrrrrrrrrrrrrrrrrrrrrrrrrrr… peringkat ketiga.",
        22,
        "score 33.16 41.20",
        "rank 33.16 3?; score 33.16 41.20",
    ),
    ("Kabupaten Blora berada di urutan ke-3 … … secara nasional.", 28, "rank 33.16 3 nasional?", "rank 33.16 3?"),
    ("Secara nasional … … Kabupaten Blora berada di urutan ke-3.", 4, "rank 33.16 3 nasional?", "rank 33.16 3?"),
    ("Kabupaten Blora berada di urutan ke-3 … … se-Jawa Tengah.", 34, "rank 33.16 3 provinsi?", "rank 33.16 3?"),
    ("Bawaslu Kabupaten Blora menyebut kami … dengan skor 41,20.", 22, "score 33.16 41.20?", "score 33 41.20?"),
    ("Bawaslu Kabupaten Blora menyebut skor 41,20 … kami.", 34, "score 33.16 41.20?", "score 33 41.20?"),
    ("Persentase kerawanan …¶¶Kabupaten Blora dengan skor 41,20.", 59, "score 33.16 41.20?", "score 33.16 41.20"),
    ("Skor Kabupaten Blora … laporan 41,20.", 20, "score 33.16 41.20?", ""),
    (
        "Kabupaten Blora rawan menurut catatan pengawas yang lengkap itu 41,20 … laporan.",
        31,
        "",
        "score 33.16 41.20?",
    ),
)
"""Figures and ranks with what they are told of. Dots stand for one word of so many characters, twice for small words."""
LEVELS: Rows = (
    (
        "Kabupaten Blora rawan tinggi … … pada dimensi kontestasi.",
        32,
        "dimension 33.16 kontestasi tinggi",
        "category 33.16 tinggi?",
    ),
    (
        "Kabupaten Blora kontestasi … rawan tinggi.",
        12,
        "dimension 33.16 kontestasi tinggi?",
        "category 33.16 tinggi?",
    ),
    ("Kategori rawan tinggi … yakni Kabupaten Blora.", 81, "category 33.16 tinggi?", "category 33 tinggi?"),
    ("Kerawanan yang tinggi … … di Kabupaten Blora.", 155, "category 33.16 tinggi?", ""),
    (
        "Politik uang … Kabupaten Blora masuk kategori rawan tinggi.",
        23,
        "indicator 33 54?",
        "category 33.16 tinggi?; indicator 33 54?",
    ),
    (
        "Kabupaten Blora kategori tinggi ada … politik uang.",
        11,
        "indicator 33.16 54?",
        "category 33.16 tinggi; indicator 33.16 54?",
    ),
    (
        "Rawan sedang 20 kabupaten/kota … rawan tinggi.",
        57,
        "tally 33 regency_city tinggi 20",
        "tally 33 regency_city sedang 20",
    ),
    ("Tujuh daerah … masuk kategori rawan tinggi.", 101, "tally 33 regency_city tinggi 7", "category 33 tinggi?"),
    (
        "Kabupaten Blora … rawan tinggi 3, daerah yang rawan sedang 5.",
        9,
        "category 33.16 tinggi?; tally 33 regency_city sedang 5",
        "category 33.16 tinggi?; tally 33 regency_city sedang 5; tally 33 regency_city tinggi 3",
    ),
    (
        "Menurut … … dimensi kontestasi.¶¶Kabupaten Blora rawan tinggi.",
        62,
        "dimension 33.16 kontestasi tinggi",
        "category 33.16 tinggi",
    ),
    (
        "Menurut dimensi kontestasi ….¶¶Kabupaten Blora rawan tinggi.",
        1,
        "dimension 33.16 kontestasi tinggi",
        "category 33.16 tinggi",
    ),
    ("Artinya … rawan tinggi", 2, "", "category 33 tinggi?"),
    (
        "Politik uang … …:¶¶1. Kabupaten Blora ¶ 2. Kabupaten Pati",
        60,
        "indicator 33.16 54?; indicator 33.18 54?",
        "",
    ),
)
"""Levels, counts and headings with what they are told of. Dots stand for one word of so many characters, twice for small words."""


@pytest.mark.parametrize(("text", "room", "near", "far"), [*SCORES, *LEVELS])
def test_how_far_apart_words_belong_together(take: Take, text: str, room: int, near: str, far: str) -> None:
    found = [_facts(take, _filled(text, size)) for size in (room, room + 1)]
    assert found == [near, far]


def _filled(text: str, size: int) -> str:
    words = ("ramai " * size)[:size]
    words = f"{words[:-1]}i" if words.endswith(" ") else words
    return text.replace("… …", words).replace("…", "r" * size).replace("~", "-" * size).replace("¶", "\n")


def _facts(take: Take, text: str) -> str:
    told = told_by(take(f"{LEADS['']}\n\n{text}")[1])
    return "; ".join(sorted({fact.partition(" | ")[0] for fact in told}))
