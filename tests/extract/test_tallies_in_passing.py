"""Tallies told in passing: with their regions between, of none or of all, and those that count nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

APART = """
[mapping] 10 daerah tergolong rawan sedang. Tiga lainnya yakni Pati, Kudus, dan Demak rawan rendah.
    category 33.18 rendah | level.behind | Pati, Kudus, dan Demak rawan rendah
    category 33.19 rendah | level.behind | Kudus, dan Demak rawan rendah
    category 33.21 rendah | level.behind | Demak rawan rendah
    tally 33 regency_city rendah 3 | tally.count_first | Tiga lainnya yakni Pati, Kudus, dan Demak rawan rendah
    tally 33 regency_city sedang 10 | tally.count_first | 10 daerah tergolong rawan sedang

[mapping] 10 daerah tergolong rawan sedang. Dua lagi, Pati dan Kudus, rawan rendah.
    category 33.18 rendah | level.behind | Pati dan Kudus, rawan rendah
    category 33.19 rendah | level.behind | Kudus, rawan rendah
    tally 33 regency_city rendah 2 | tally.count_first | Dua lagi, Pati dan Kudus, rawan rendah
    tally 33 regency_city sedang 10 | tally.count_first | 10 daerah tergolong rawan sedang

[mapping] Dari delapan daerah, tiga di antaranya yakni Blora, Pati, dan Kudus berada pada kategori rawan tinggi.
    category 33.16 tinggi | level.behind | Blora, Pati, dan Kudus berada pada kategori rawan tinggi
    category 33.18 tinggi | level.behind | Pati, dan Kudus berada pada kategori rawan tinggi
    category 33.19 tinggi | level.behind | Kudus berada pada kategori rawan tinggi
    tally 33 regency_city tinggi 3 | tally.count_first | tiga di antaranya yakni Blora, Pati, dan Kudus berada pada kategori rawan tinggi

[mapping] 10 daerah tergolong rawan sedang. Empat lainnya yakni Pati, Kudus, dan Demak rawan rendah.
    category 33.18 rendah | level.behind | Pati, Kudus, dan Demak rawan rendah
    category 33.19 rendah | level.behind | Kudus, dan Demak rawan rendah
    category 33.21 rendah | level.behind | Demak rawan rendah
    tally 33 regency_city sedang 10 | tally.count_first | 10 daerah tergolong rawan sedang

[mapping] Dua pasangan calon di Blora dan Pati rawan tinggi.
    category 33.16 tinggi? | level.behind | Blora dan Pati rawan tinggi
    category 33.18 tinggi? | level.behind | Pati rawan tinggi

[mapping] Tiga daerah lainnya, Blora, Pati dan Kudus, rawan rendah. Hal lain menyusul. Tag: Demak. Jepara. Rembang.
    category 33.16 rendah | level.behind | Blora, Pati dan Kudus, rawan rendah
    category 33.18 rendah | level.behind | Pati dan Kudus, rawan rendah
    category 33.19 rendah | level.behind | Kudus, rawan rendah
    tally 33 regency_city rendah 3 | tally.count_first | Tiga daerah lainnya, Blora, Pati dan Kudus, rawan rendah

[mapping] Delapan kabupaten/kota rawan tinggi, 27 sedang, dan tidak satu pun yang rendah.
    tally 33 regency_city rendah 0 | tally.count_first | tidak satu pun yang rendah
    tally 33 regency_city sedang 27 | tally.count_first | 27 sedang
    tally 33 regency_city tinggi 8 | tally.count_first | Delapan kabupaten/kota rawan tinggi

[mapping] Kabupaten Blora rawan tinggi, tidak ada yang rendah.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

[mapping] Delapan kabupaten/kota juga sedang, tiga lainnya rendah.
    tally 33 regency_city rendah 3 | tally.count_first | tiga lainnya rendah
    tally 33 regency_city sedang 8 | tally.count_first | Delapan kabupaten/kota juga sedang

[nation] Kesembilan provinsi penyelenggara pemilihan gubernur seluruhnya masuk kerawanan tinggi.
    tally ID province tinggi 9? | tally.count_first | Kesembilan provinsi penyelenggara pemilihan gubernur seluruhnya masuk kerawanan tinggi

Ketiga puluh lima kabupaten/kota pun seluruhnya rawan sedang.
    tally 33 regency_city sedang 35 | tally.count_first | Ketiga puluh lima kabupaten/kota pun seluruhnya rawan sedang

Ketiga kabupaten itu seluruhnya rawan tinggi.

Ketiga kabupaten seluruhnya rawan tinggi.
"""
"""A number that its regions follow, that nothing has, or of all there are."""
NO_COUNT = """
[mapping] Terdapat satu daerah yang naik kelas, yaitu Blora, dari rawan sedang menjadi rawan tinggi.

[mapping] Tiga daerah naik dari rawan sedang ke rawan tinggi.

Lima kabupaten/kota dengan skor tertinggi, semuanya rawan tinggi: Blora, Pati, Kudus, Demak, Jepara.
    category 33.16 tinggi | level.ahead | rawan tinggi: Blora
    category 33.18 tinggi | level.ahead | rawan tinggi: Blora, Pati
    category 33.19 tinggi | level.ahead | rawan tinggi: Blora, Pati, Kudus
    category 33.20 tinggi | level.ahead | rawan tinggi: Blora, Pati, Kudus, Demak, Jepara
    category 33.21 tinggi | level.ahead | rawan tinggi: Blora, Pati, Kudus, Demak

[Pilkada 2020] Jawa Tengah berada di level 6, sama seperti delapan provinsi lainnya yang seluruhnya rawan tinggi.
    category 33 tinggi | level.behind | Jawa Tengah berada di level 6, sama seperti delapan provinsi lainnya yang seluruhnya rawan tinggi

[nation] Papua Selatan kategori rawan rendah, lima provinsi lain di Tanah Papua sedang.
    category 91 sedang? | level.behind | Papua sedang
    category 93 rendah | level.behind | Papua Selatan kategori rawan rendah

Daerah berkerawanan rendah sebanyak 11.
    tally 33 regency_city rendah 11 | tally.category_first | berkerawanan rendah sebanyak 11
"""
"""A change, the highest alone or others count nothing."""
SCOPE = """
Dari 514 kabupaten/kota, 15 rawan tinggi. Sebanyak 12 lainnya rawan sedang.
    tally ID regency_city sedang 12? | tally.count_first | 12 lainnya rawan sedang
    tally ID regency_city tinggi 15? | tally.count_first | 15 rawan tinggi

IKP 2024 memetakan 514 kabupaten/kota. ¶ Hasilnya, dua kabupaten/kota rawan tinggi dan dua belas rawan sedang.
    tally 33 regency_city sedang 12 | tally.count_first | dua belas rawan sedang
    tally 33 regency_city tinggi 2 | tally.count_first | dua kabupaten/kota rawan tinggi

IKP 2024 memetakan 514 kabupaten/kota. ¶ Hasilnya, dua kabupaten/kota lainnya rawan tinggi.
    tally 33 regency_city tinggi 2? | tally.count_first | dua kabupaten/kota lainnya rawan tinggi

IKP 2024 memetakan 514 kabupaten/kota. ¶ Secara nasional, dua kabupaten/kota rawan tinggi.
    tally ID regency_city tinggi 2? | tally.count_first | dua kabupaten/kota rawan tinggi

[mapping] Dua kabupaten rawan tinggi, yakni Tuban dan Jember.
    category 35.09 tinggi | level.ahead | rawan tinggi, yakni Tuban dan Jember
    category 35.23 tinggi | level.ahead | rawan tinggi, yakni Tuban
    tally 35 regency_city tinggi 2? | tally.count_first | Dua kabupaten rawan tinggi

[mapping] Secara nasional, dua kabupaten rawan tinggi, yakni Tuban dan Jember.
    category 35.09 tinggi | level.ahead | rawan tinggi, yakni Tuban dan Jember
    category 35.23 tinggi | level.ahead | rawan tinggi, yakni Tuban
    tally ID regency_city tinggi 2? | tally.count_first | dua kabupaten rawan tinggi

[mapping] Tiga kabupaten rawan tinggi, yakni Blora, Pati, dan Tuban.
    category 33.16 tinggi | level.ahead | rawan tinggi, yakni Blora
    category 33.18 tinggi | level.ahead | rawan tinggi, yakni Blora, Pati
    category 35.23 tinggi | level.ahead | rawan tinggi, yakni Blora, Pati, dan Tuban
    tally 33 regency_city tinggi 3? | tally.count_first | Tiga kabupaten rawan tinggi
"""
"""A number is of the nation where its paragraph counts more than a province has, else of its regions' province."""


@pytest.mark.parametrize(("text", "facts"), examples(APART))
def test_a_number_apart_from_its_level(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(NO_COUNT))
def test_what_is_no_count_of_a_level(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(SCOPE))
def test_the_scope_of_few(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
