"""Tallies on the edges of their rules: several in a sentence, without noun, and of other regions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

EDGES = """
Rawan tinggi lima daerah, rawan sedang enam daerah.
    tally 33 regency_city sedang 6 | tally.category_first | rawan sedang enam daerah
    tally 33 regency_city tinggi 5 | tally.category_first | Rawan tinggi lima daerah

Lima daerah rawan tinggi enam daerah rawan sedang.
    tally 33 regency_city sedang 6 | tally.count_first | enam daerah rawan sedang
    tally 33 regency_city tinggi 5 | tally.count_first | Lima daerah rawan tinggi

Lima daerah dan enam daerah rawan sedang.
    tally 33 regency_city sedang 6 | tally.count_first | enam daerah rawan sedang

Lima daerah rawan tinggi dan rawan sedang.

Dari 35 kabupaten/kota rawan tinggi.
    tally 33 regency_city tinggi 35 | tally.count_first | 35 kabupaten/kota rawan tinggi

Dari 35 kabupaten/kota yang rawan tinggi.
    tally 33 regency_city tinggi 35 | tally.count_first | 35 kabupaten/kota yang rawan tinggi

Dari 35 kabupaten/kota di Indonesia yang rawan tinggi.
    tally ID regency_city tinggi 35? | tally.count_first | 35 kabupaten/kota di Indonesia yang rawan tinggi

Dari 35 kabupaten/kota yang dinilai rawan tinggi.

Satu dari 35 kabupaten/kota yang rawan tinggi.
    tally 33 regency_city tinggi 1 | tally.count_first | Satu dari 35 kabupaten/kota yang rawan tinggi

Salah satu dari 5 provinsi yang rawan tinggi.
    tally ID province tinggi 5 | tally.count_first | 5 provinsi yang rawan tinggi

Empat daerah (tiga kabupaten, satu kota) rawan tinggi.
    tally 33 regency_city tinggi 4 | tally.count_first | Empat daerah (tiga kabupaten, satu kota) rawan tinggi

Kabupaten Blora dan empat kabupaten lain rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora dan empat kabupaten lain rawan tinggi

Kabupaten Blora dibahas, dan empat kabupaten lainnya rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora dibahas, dan empat kabupaten lainnya rawan tinggi
    tally 33 regency_city tinggi 4? | tally.count_first | empat kabupaten lainnya rawan tinggi

Bersama dua daerah lain rawan tinggi.
    tally 33 regency_city tinggi 2 | tally.count_first | dua daerah lain rawan tinggi

Lima daerah yang dipantau, rawan tinggi.
    tally 33 regency_city tinggi 5 | tally.count_first | Lima daerah yang dipantau, rawan tinggi

Lima daerah, rawan tinggi.
    tally 33 regency_city tinggi 5 | tally.count_first | Lima daerah, rawan tinggi

Lima daerah dan rawan tinggi.
    tally 33 regency_city tinggi 5 | tally.count_first | Lima daerah dan rawan tinggi

Lima daerah tercatat; rawan tinggi.

Lima daerah tidak ada yang rawan tinggi.

Pada dimensi kontestasi yang tinggi lima daerah.
    tally 33 regency_city tinggi 5 in kontestasi | tally.category_first | tinggi lima daerah

Pada dimensi kontestasi tinggi lima daerah.

Yang tinggi lima daerah.

Rawan tinggi yaitu lima daerah.
    tally 33 regency_city tinggi 5 | tally.category_first | Rawan tinggi yaitu lima daerah

Rawan tinggi lalu lima daerah.

Rawan tinggi (lima daerah), rawan sedang (enam daerah).
    tally 33 regency_city sedang 6 | tally.category_first | rawan sedang (enam daerah
    tally 33 regency_city tinggi 5 | tally.category_first | Rawan tinggi (lima daerah

Lima daerah rawan tinggi, sedang enam.

Lima daerah rawan tinggi, sedang: enam.

Lima daerah rawan tinggi, rawan sedang enam, rendah tujuh.

Lima provinsi rawan tinggi, enam sedang, dan tujuh rendah.
    tally ID province rendah 7? | tally.count_first | tujuh rendah
    tally ID province sedang 6? | tally.count_first | enam sedang
    tally ID province tinggi 5 | tally.count_first | Lima provinsi rawan tinggi

Provinsi yang rawan tinggi ada lima, sedang ada enam.
    tally ID province tinggi 5 | tally.category_first | rawan tinggi ada lima

Kabupaten/kota yang rawan tinggi ada lima, sedang ada enam.
    tally 33 regency_city tinggi 5 | tally.category_first | rawan tinggi ada lima

Wilayah yang rawan tinggi ada lima, sedang ada enam.
    tally 33 regency_city tinggi 5 | tally.category_first | rawan tinggi ada lima

Enam rawan tinggi dan tujuh rendah.

Daerah yang rawan, enam tinggi dan tujuh rendah.
    tally 33 regency_city rendah 7 | tally.count_first | tujuh rendah
    tally 33 regency_city tinggi 6 | tally.count_first | enam tinggi

Daerah yang rawan, enam tinggi.

Daerah rawan tinggi enam orang.

Daerah rawan tinggi 6,5.
    score 33 6.5? | score.near | Daerah rawan tinggi 6,5

Daerah rawan tinggi 6.
    tally 33 regency_city tinggi 6 | tally.category_first | rawan tinggi 6

Daerah rawan tinggi kosong, rawan sedang enam.
    tally 33 regency_city sedang 6 | tally.category_first | rawan sedang enam
    tally 33 regency_city tinggi 0 | tally.category_first | rawan tinggi kosong

Daerah rawan tinggi tidak ada dan rawan sedang enam.
    tally 33 regency_city sedang 6 | tally.category_first | rawan sedang enam
    tally 33 regency_city tinggi 0 | tally.category_first | rawan tinggi tidak ada

Tidak ada daerah rawan tinggi, rawan sedang enam.

Lima daerah rawan tinggi dan enam daerah sedang di Jawa Tengah.
    tally 33 regency_city sedang 6 | tally.count_first | enam daerah sedang
    tally 33 regency_city tinggi 5 | tally.count_first | Lima daerah rawan tinggi

Lima daerah rawan tinggi dan enam daerah sedang menyusul.
    tally 33 regency_city tinggi 5 | tally.count_first | Lima daerah rawan tinggi

Lima daerah rawan tinggi. Enam daerah sedang.
    tally 33 regency_city tinggi 5 | tally.count_first | Lima daerah rawan tinggi

Dua daerah rawan tinggi, antara lain Kabupaten Blora. Kabupaten Pati disorot.
    category 33.16 tinggi | level.ahead | rawan tinggi, antara lain Kabupaten Blora
    tally 33 regency_city tinggi 2 | tally.count_first | Dua daerah rawan tinggi

Dua kabupaten rawan tinggi dan tiga kota rawan tinggi di Jawa Tengah.
    tally 33 regency_city tinggi 2? | tally.count_first | Dua kabupaten rawan tinggi

Dua kabupaten dan tiga kota rawan tinggi.
    tally 33 regency_city tinggi 5 | tally.count_first | Dua kabupaten dan tiga kota rawan tinggi

[nation] Jawa Tengah berkontribusi 5 kabupaten rawan tinggi secara nasional.
    tally ID regency_city tinggi 5? | tally.count_first | 5 kabupaten rawan tinggi

[nation] Secara nasional 5 kabupaten menyumbang rawan tinggi.
    tally ID regency_city tinggi 5? | tally.count_first | 5 kabupaten menyumbang rawan tinggi

Tiga daerah rawan tinggi di wilayah selatan.
    tally 33 regency_city tinggi 3? | tally.count_first | Tiga daerah rawan tinggi

Tiga daerah rawan tinggi di kawasan pesisir.
    tally 33 regency_city tinggi 3? | tally.count_first | Tiga daerah rawan tinggi

Secara nasional IKP memotret 38 provinsi. ¶¶ Sebanyak 5 kabupaten/kota rawan tinggi.
    tally 33 regency_city tinggi 5 | tally.count_first | 5 kabupaten/kota rawan tinggi

IKP nasional terbit, sebanyak 5 kabupaten/kota rawan tinggi.
    tally 33 regency_city tinggi 5 | tally.count_first | 5 kabupaten/kota rawan tinggi

Kata Bawaslu RI, sebanyak 5 kabupaten/kota rawan tinggi.
    tally ID regency_city tinggi 5? | tally.count_first | 5 kabupaten/kota rawan tinggi

IKP memotret 100 kabupaten/kota. Sebanyak 5 kabupaten/kota rawan tinggi.
    tally ID regency_city tinggi 5? | tally.count_first | 5 kabupaten/kota rawan tinggi

IKP memotret 100 kecamatan. Sebanyak 5 kabupaten/kota rawan tinggi.
    tally 33 regency_city tinggi 5 | tally.count_first | 5 kabupaten/kota rawan tinggi
"""
"""Pairs of sentences that differ in one word or sign."""


@pytest.mark.parametrize(("text", "facts"), examples(EDGES))
def test_tallies_on_the_edges_of_their_rules(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
