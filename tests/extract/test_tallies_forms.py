"""How many regions have a level: the count before or behind it, without its noun, and among which regions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

COUNT_FIRST = """
Sebanyak 7 kabupaten/kota di Jawa Tengah masuk kategori rawan tinggi.
    tally 33 regency_city tinggi 7 | tally.count_first | 7 kabupaten/kota di Jawa Tengah masuk kategori rawan tinggi

Tujuh daerah, dengan catatan panjang, masuk kategori rawan tinggi.
    tally 33 regency_city tinggi 7 | tally.count_first | Tujuh daerah, dengan catatan panjang, masuk kategori rawan tinggi

Tujuh daerah masuk kategori rawan tinggi dan lima daerah sedang.
    tally 33 regency_city sedang 5 | tally.count_first | lima daerah sedang
    tally 33 regency_city tinggi 7 | tally.count_first | Tujuh daerah masuk kategori rawan tinggi

Tujuh daerah masuk kategori rawan tinggi dan lima daerah sedang dikunjungi.
    tally 33 regency_city tinggi 7 | tally.count_first | Tujuh daerah masuk kategori rawan tinggi

Tujuh daerah masuk kategori rawan tinggi, lima daerah rawan sedang, dan dua daerah rawan rendah.
    tally 33 regency_city rendah 2 | tally.count_first | dua daerah rawan rendah
    tally 33 regency_city sedang 5 | tally.count_first | lima daerah rawan sedang
    tally 33 regency_city tinggi 7 | tally.count_first | Tujuh daerah masuk kategori rawan tinggi

Tujuh rawan tinggi, lima sedang, dan dua rendah.

Daerah yang tujuh rawan tinggi, lima sedang, dan dua rendah.
    tally 33 regency_city rendah 2 | tally.count_first | dua rendah
    tally 33 regency_city sedang 5 | tally.count_first | lima sedang
    tally 33 regency_city tinggi 7 | tally.count_first | tujuh rawan tinggi

Daerah itu, tujuh rawan tinggi.

Dari 35 kabupaten/kota, tujuh rawan tinggi, lima sedang, dan dua rendah.
    tally 33 regency_city rendah 2 | tally.count_first | dua rendah
    tally 33 regency_city sedang 5 | tally.count_first | lima sedang
    tally 33 regency_city tinggi 7 | tally.count_first | tujuh rawan tinggi

Tujuh daerah tidak masuk kategori rawan tinggi.

Tak satu pun kabupaten/kota rawan tinggi.
    tally 33 regency_city tinggi 0 | tally.count_first | Tak satu pun kabupaten/kota rawan tinggi

Tidak ada kabupaten/kota yang sangat rawan tinggi.
    tally 33 regency_city tinggi 0 | tally.count_first | Tidak ada kabupaten/kota yang sangat rawan tinggi

Tidak ada daerah yang rawan sangat tinggi.

Tujuh daerah rawan sangat tinggi.
    tally 33 regency_city tinggi 7 | tally.count_first | Tujuh daerah rawan sangat tinggi

Sekitar tujuh daerah rawan tinggi.
    tally 33 regency_city tinggi 7? | tally.count_first | tujuh daerah rawan tinggi

Lebih dari tujuh daerah rawan tinggi.
    tally 33 regency_city tinggi 7? | tally.count_first | tujuh daerah rawan tinggi

Sepertiga dari 35 kabupaten/kota rawan tinggi.

Sebagian dari 35 kabupaten/kota rawan tinggi.

Peringkat ketiga dari 28 kabupaten rawan tinggi.

Peringkat ketiga dari 28 kabupaten yang rawan tinggi.
    tally 33 regency_city tinggi 28? | tally.count_first | 28 kabupaten yang rawan tinggi

Kabupaten Blora salah satu dari tujuh daerah rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora salah satu dari tujuh daerah rawan tinggi

Kabupaten Blora satu dari tujuh daerah yang masuk kategori rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora satu dari tujuh daerah yang masuk kategori rawan tinggi

Kabupaten Blora dan dua daerah lain rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora dan dua daerah lain rawan tinggi

Kabupaten Blora, Kabupaten Pati, dan dua kabupaten lainnya rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora, Kabupaten Pati, dan dua kabupaten lainnya rawan tinggi
    category 33.18 tinggi | level.behind | Kabupaten Pati, dan dua kabupaten lainnya rawan tinggi

Kabupaten Blora, Kabupaten Pati. Dua kabupaten rawan tinggi.
    tally 33 regency_city tinggi 2? | tally.count_first | Dua kabupaten rawan tinggi

Tujuh daerah, dua di antaranya rawan tinggi.
    tally 33 regency_city tinggi 2 | tally.count_first | dua di antaranya rawan tinggi

Tujuh daerah, yakni Kabupaten Blora, rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora, rawan tinggi

Dua daerah, yakni Kabupaten Blora dan Kabupaten Pati, rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora dan Kabupaten Pati, rawan tinggi
    category 33.18 tinggi | level.behind | Kabupaten Pati, rawan tinggi
    tally 33 regency_city tinggi 2 | tally.count_first | Dua daerah, yakni Kabupaten Blora dan Kabupaten Pati, rawan tinggi

Tujuh daerah. Pilkada digelar dengan rawan tinggi.

Tujuh daerah dengan 20 indikator rawan tinggi.

Tujuh daerah yang pada dimensi kontestasi rawan tinggi.
    tally 33 regency_city tinggi 7 in kontestasi | tally.count_first | Tujuh daerah yang pada dimensi kontestasi rawan tinggi

Pada dimensi kontestasi, tujuh daerah rawan tinggi.
    tally 33 regency_city tinggi 7 in kontestasi | tally.count_first | tujuh daerah rawan tinggi

Pada dimensi kontestasi, yang tinggi ada di tiga daerah.
    tally 33 regency_city tinggi 3 in kontestasi | tally.category_first | tinggi ada di tiga daerah

Seluruh 35 kabupaten/kota di Jawa Tengah masuk kategori rawan sedang.
    tally 33 regency_city sedang 35 | tally.count_first | 35 kabupaten/kota di Jawa Tengah masuk kategori rawan sedang

Semua 35 kabupaten/kota masuk kategori rawan sedang.
    tally 33 regency_city sedang 35 | tally.count_first | 35 kabupaten/kota masuk kategori rawan sedang

Empat daerah (tiga kabupaten dan satu kota) rawan tinggi.
    tally 33 regency_city tinggi 4 | tally.count_first | Empat daerah (tiga kabupaten dan satu kota) rawan tinggi

Empat daerah (yakni dari hasil lama, tiga kabupaten dan satu kota) rawan tinggi.
    tally 33 regency_city tinggi 4? | tally.count_first | Empat daerah (yakni dari hasil lama, tiga kabupaten dan satu kota) rawan tinggi

Tiga kabupaten rawan tinggi dan satu kota rawan tinggi.
    tally 33 regency_city tinggi 3? | tally.count_first | Tiga kabupaten rawan tinggi

Tiga kabupaten/kota rawan tinggi dan satu kota rawan tinggi.
    tally 33 regency_city tinggi 3 | tally.count_first | Tiga kabupaten/kota rawan tinggi

Tiga daerah rawan tinggi di Pulau Jawa.
    tally 33 regency_city tinggi 3? | tally.count_first | Tiga daerah rawan tinggi

Tiga daerah rawan tinggi di Jawa Tengah.
    tally 33 regency_city tinggi 3 | tally.count_first | Tiga daerah rawan tinggi
"""
"""Counts before a level; shares, ranks, the rest of a row and counts of something else are none."""

LEVEL_FIRST = """
Rawan sedang sebanyak 20 kabupaten/kota di Jawa Tengah.
    tally 33 regency_city sedang 20 | tally.category_first | Rawan sedang sebanyak 20 kabupaten/kota

Rawan tinggi: 4 kabupaten/kota.
    tally 33 regency_city tinggi 4 | tally.category_first | Rawan tinggi: 4 kabupaten/kota

Rawan tinggi: 4 kabupaten/kota, rawan sedang: 20 kabupaten/kota.
    tally 33 regency_city sedang 20 | tally.category_first | rawan sedang: 20 kabupaten/kota
    tally 33 regency_city tinggi 4 | tally.category_first | Rawan tinggi: 4 kabupaten/kota

Rawan tinggi: 4 kabupaten/kota rawan sedang.
    tally 33 regency_city tinggi 4 | tally.category_first | Rawan tinggi: 4 kabupaten/kota

Rawan tinggi dan sebanyak 20 kabupaten/kota dikunjungi.

Rawan tinggi 11,4 persen atau 4 kabupaten/kota.
    score 33 11.4? | score.near | Rawan tinggi 11,4
    tally 33 regency_city tinggi 4 | tally.category_first | Rawan tinggi 11,4 persen atau 4 kabupaten/kota

Daerah rawan tinggi ada empat, rawan sedang 20, dan rawan rendah 11.
    tally 33 regency_city rendah 11 | tally.category_first | rawan rendah 11
    tally 33 regency_city sedang 20 | tally.category_first | rawan sedang 20
    tally 33 regency_city tinggi 4 | tally.category_first | rawan tinggi ada empat

Daerah rawan tinggi ada empat, sedang 20, dan rendah 11.
    tally 33 regency_city rendah 11 | tally.category_first | rendah 11
    tally 33 regency_city sedang 20 | tally.category_first | sedang 20
    tally 33 regency_city tinggi 4 | tally.category_first | rawan tinggi ada empat

Kabupaten/kota rawan tinggi: 4.
    tally 33 regency_city tinggi 4 | tally.category_first | rawan tinggi: 4

Provinsi rawan tinggi: 4.
    tally ID province tinggi 4? | tally.category_first | rawan tinggi: 4

Kategori rawan tinggi: 4, kategori rawan sedang: 20.

Daerah rawan tinggi 4.5 persen.
    score 33 4.5? | score.near | Daerah rawan tinggi 4.5

Daerah rawan tinggi 4 tps.

Daerah yang rawan tinggi nihil.
    tally 33 regency_city tinggi 0 | tally.category_first | rawan tinggi nihil

Daerah yang rawan tinggi tidak ada sama sekali.
    tally 33 regency_city tinggi 0 | tally.category_first | rawan tinggi tidak ada

Daerah yang rawan tinggi tidak ada yang tahu.

Daerah tinggi nihil.
"""
"""Levels before a count, also where the noun is left out, and "nihil"."""

SCOPE = """
[nation] Sebanyak 5 provinsi rawan tinggi.
    tally ID province tinggi 5 | tally.count_first | 5 provinsi rawan tinggi

[nation] Sebanyak 85 kabupaten/kota rawan tinggi.
    tally ID regency_city tinggi 85 | tally.count_first | 85 kabupaten/kota rawan tinggi

[nation] Sebanyak 5 daerah rawan tinggi.
    tally ID regency_city tinggi 5? | tally.count_first | 5 daerah rawan tinggi

[nation] Sebanyak 5 daerah rawan tinggi, di antaranya Provinsi Jawa Tengah dan Provinsi Jawa Timur.
    category 33 tinggi? | level.ahead | rawan tinggi, di antaranya Provinsi Jawa Tengah
    category 35 tinggi? | level.ahead | rawan tinggi, di antaranya Provinsi Jawa Tengah dan Provinsi Jawa Timur
    tally ID province tinggi 5 | tally.count_first | 5 daerah rawan tinggi

[nation] Sebanyak 5 kabupaten/kota di Provinsi Jawa Tengah rawan tinggi.
    tally 33 regency_city tinggi 5 | tally.count_first | 5 kabupaten/kota di Provinsi Jawa Tengah rawan tinggi

[nation] Sebanyak 50 kabupaten/kota di Provinsi Jawa Tengah rawan tinggi.
    tally ID regency_city tinggi 50? | tally.count_first | 50 kabupaten/kota di Provinsi Jawa Tengah rawan tinggi

[nation] Sebanyak 35 kabupaten/kota di Provinsi Jawa Tengah rawan tinggi.
    tally 33 regency_city tinggi 35 | tally.count_first | 35 kabupaten/kota di Provinsi Jawa Tengah rawan tinggi

[nation] Sebanyak 36 kabupaten/kota di Provinsi Jawa Tengah rawan tinggi.
    tally ID regency_city tinggi 36? | tally.count_first | 36 kabupaten/kota di Provinsi Jawa Tengah rawan tinggi

Sebanyak 35 kabupaten/kota rawan tinggi.
    tally 33 regency_city tinggi 35 | tally.count_first | 35 kabupaten/kota rawan tinggi

Sebanyak 36 kabupaten/kota rawan tinggi.
    tally ID regency_city tinggi 36? | tally.count_first | 36 kabupaten/kota rawan tinggi

Secara nasional sebanyak 5 kabupaten/kota rawan tinggi.
    tally ID regency_city tinggi 5? | tally.count_first | 5 kabupaten/kota rawan tinggi

Sebanyak 5 kabupaten/kota di Provinsi Jawa Timur rawan tinggi.
    tally 35 regency_city tinggi 5 | tally.count_first | 5 kabupaten/kota di Provinsi Jawa Timur rawan tinggi

Sebanyak 5 kabupaten/kota rawan tinggi, di antaranya Kabupaten Gresik.
    category 35.25 tinggi | level.ahead | rawan tinggi, di antaranya Kabupaten Gresik
    tally ID regency_city tinggi 5? | tally.count_first | 5 kabupaten/kota rawan tinggi

Sebanyak 5 kabupaten/kota rawan tinggi, di antaranya Kabupaten Gresik dan Kabupaten Blora.
    category 33.16 tinggi | level.ahead | rawan tinggi, di antaranya Kabupaten Gresik dan Kabupaten Blora
    category 35.25 tinggi | level.ahead | rawan tinggi, di antaranya Kabupaten Gresik
    tally 33 regency_city tinggi 5 | tally.count_first | 5 kabupaten/kota rawan tinggi

Sebanyak 5 kabupaten/kota rawan tinggi, di antaranya Kabupaten Gresik, Kabupaten Blora, dan Kabupaten Bantul.
    category 33.16 tinggi | level.ahead | rawan tinggi, di antaranya Kabupaten Gresik, Kabupaten Blora
    category 34.02 tinggi | level.ahead | rawan tinggi, di antaranya Kabupaten Gresik, Kabupaten Blora, dan Kabupaten Bantul
    category 35.25 tinggi | level.ahead | rawan tinggi, di antaranya Kabupaten Gresik
    tally ID regency_city tinggi 5? | tally.count_first | 5 kabupaten/kota rawan tinggi

Sebanyak 3 kecamatan rawan tinggi.
    tally 33 district tinggi 3 | tally.count_first | 3 kecamatan rawan tinggi

[Blora] Sebanyak 3 kecamatan rawan tinggi.
    tally 33.16 district tinggi 3 | tally.count_first | 3 kecamatan rawan tinggi

Kabupaten Blora memiliki 3 kecamatan rawan tinggi.
    tally 33.16 district tinggi 3 | tally.count_first | 3 kecamatan rawan tinggi

Sebanyak 3 kecamatan di Kabupaten Blora rawan tinggi.
    tally 33.16 district tinggi 3 | tally.count_first | 3 kecamatan di Kabupaten Blora rawan tinggi

Provinsi Jawa Tengah memiliki 3 kecamatan rawan tinggi.
    tally 33 district tinggi 3 | tally.count_first | 3 kecamatan rawan tinggi

[Blora] Sebanyak 7 kabupaten/kota rawan tinggi.
    tally 33 regency_city tinggi 7 | tally.count_first | 7 kabupaten/kota rawan tinggi

IKP memotret 514 kabupaten/kota. Sebanyak 5 kabupaten/kota rawan tinggi.
    tally ID regency_city tinggi 5? | tally.count_first | 5 kabupaten/kota rawan tinggi

IKP memotret 99 kabupaten/kota. Sebanyak 5 kabupaten/kota rawan tinggi.
    tally 33 regency_city tinggi 5 | tally.count_first | 5 kabupaten/kota rawan tinggi

IKP memotret 35 kabupaten/kota di Jawa Timur. Sebanyak 5 kabupaten/kota rawan tinggi.
    tally 35 regency_city tinggi 5 | tally.count_first | 5 kabupaten/kota rawan tinggi

IKP memotret 38 kabupaten/kota di Jawa Timur, lalu terbit. Sebanyak 5 kabupaten/kota rawan tinggi.
    tally 35 regency_city tinggi 5 | tally.count_first | 5 kabupaten/kota rawan tinggi

IKP memotret 38 kabupaten/kota di Jawa Timur. Sebanyak 5 kabupaten/kota di Jawa Tengah rawan tinggi.
    tally 33 regency_city tinggi 5 | tally.count_first | 5 kabupaten/kota di Jawa Tengah rawan tinggi

Secara nasional 5 kabupaten di Provinsi Jawa Tengah rawan tinggi.
    tally 33 regency_city tinggi 5? | tally.count_first | 5 kabupaten di Provinsi Jawa Tengah rawan tinggi

[nation] Jawa Tengah menyumbang 5 kabupaten rawan tinggi.
    tally 33 regency_city tinggi 5? | tally.count_first | 5 kabupaten rawan tinggi
"""
"""The nation, a province by name or by its document, a regency and its districts."""

OF_A_REGENCY = """
Kabupaten Blora memiliki tiga daerah rawan tinggi.
    tally 33 regency_city tinggi 3? | tally.count_first | tiga daerah rawan tinggi

Kabupaten Blora mempunyai sebanyak tiga daerah rawan tinggi.
    tally 33 regency_city tinggi 3? | tally.count_first | tiga daerah rawan tinggi

Provinsi Jawa Tengah memiliki tiga daerah rawan tinggi.
    tally 33 regency_city tinggi 3 | tally.count_first | tiga daerah rawan tinggi

Kabupaten Blora memiliki tiga kecamatan rawan tinggi.
    tally 33.16 district tinggi 3 | tally.count_first | tiga kecamatan rawan tinggi

Kabupaten Blora disorot, tiga daerah rawan tinggi.
    tally 33 regency_city tinggi 3 | tally.count_first | tiga daerah rawan tinggi

Tiga daerah di Kabupaten Blora rawan tinggi.
    tally 33 regency_city tinggi 3? | tally.count_first | Tiga daerah di Kabupaten Blora rawan tinggi

Tiga daerah yang ada di Kabupaten Blora rawan tinggi.
    tally 33 regency_city tinggi 3? | tally.count_first | Tiga daerah yang ada di Kabupaten Blora rawan tinggi

Tiga daerah di Provinsi Jawa Tengah rawan tinggi.
    tally 33 regency_city tinggi 3 | tally.count_first | Tiga daerah di Provinsi Jawa Tengah rawan tinggi

Dua kabupaten dan tiga kota rawan tinggi.
    tally 33 regency_city tinggi 5 | tally.count_first | Dua kabupaten dan tiga kota rawan tinggi

Dua kabupaten rawan tinggi, tiga orang hadir.
    tally 33 regency_city tinggi 2? | tally.count_first | Dua kabupaten rawan tinggi

Dua kabupaten dan kota rawan tinggi.
    tally 33 regency_city tinggi 2 | tally.count_first | Dua kabupaten dan kota rawan tinggi
"""
"""What a regency has lies below it, and regencies without the cities are not the number of both."""


@pytest.mark.parametrize(("text", "facts"), examples(COUNT_FIRST))
def test_a_count_before_its_level(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(LEVEL_FIRST))
def test_a_level_before_its_count(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(SCOPE))
def test_among_which_regions_a_tally_counts(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(OF_A_REGENCY))
def test_parts_of_a_regency_and_halves_of_a_number_are_asked_about(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
