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
OF_THOSE = """
Tiga kabupaten/kota masuk kategori rawan tinggi, 27 sedang. ¶ Ketiga daerah tersebut yaitu Blora (52,1); Pati (51,2); dan Kudus (50,1).
    category 33.16 tinggi | score.bracket | Blora (52,1 + Blora
    category 33.18 tinggi | score.bracket | Pati (51,2 + Pati
    category 33.19 tinggi | score.bracket | Kudus (50,1 + Kudus
    score 33.16 52.1 | score.bracket | Blora (52,1 + Blora
    score 33.18 51.2 | score.bracket | Pati (51,2 + Pati
    score 33.19 50.1 | score.bracket | Kudus (50,1 + Kudus
    tally 33 regency_city sedang 27 | tally.count_first | 27 sedang
    tally 33 regency_city tinggi 3 | tally.count_first | Tiga kabupaten/kota masuk kategori rawan tinggi

[nation] Tiga kabupaten/kota rawan tinggi, 511 sedang. ¶ Ketiga daerah tersebut yaitu Kabupaten Jayapura, Papua (80,21); Kota Tangerang Selatan, Banten (71,81); dan Pesawaran, Lampung (71,40).
    category 18.09 tinggi | score.bracket | Pesawaran, Lampung (71,40 + Pesawaran, Lampung
    category 36.74 tinggi? | score.bracket | Kota Tangerang Selatan, Banten (71,81 + Kota Tangerang Selatan, Banten
    category 91.03 tinggi? | score.bracket | Kabupaten Jayapura, Papua (80,21 + Kabupaten Jayapura, Papua
    score 18.09 71.40 | score.bracket | Pesawaran, Lampung (71,40 + Pesawaran, Lampung
    score 36.74 71.81? | score.bracket | Kota Tangerang Selatan, Banten (71,81 + Kota Tangerang Selatan, Banten
    score 91.03 80.21? | score.bracket | Kabupaten Jayapura, Papua (80,21 + Kabupaten Jayapura, Papua
    tally ID regency_city sedang 511? | tally.count_first | 511 sedang
    tally ID regency_city tinggi 3? | tally.count_first | Tiga kabupaten/kota rawan tinggi

Delapan kabupaten/kota masuk kategori rawan tinggi, 27 sedang. ¶ Ketiga daerah tersebut yaitu Blora, Pati, dan Kudus.
    tally 33 regency_city sedang 27 | tally.count_first | 27 sedang
    tally 33 regency_city tinggi 8 | tally.count_first | Delapan kabupaten/kota masuk kategori rawan tinggi

Tiga kabupaten/kota masuk kategori rawan tinggi, tiga sedang. ¶ Ketiga daerah tersebut yaitu Blora, Pati, dan Kudus.
    tally 33 regency_city sedang 3 | tally.count_first | tiga sedang
    tally 33 regency_city tinggi 3 | tally.count_first | Tiga kabupaten/kota masuk kategori rawan tinggi

[nation] Provinsi Papua Selatan rawan rendah, sementara lima provinsi lainnya di Tanah Papua rawan sedang. ¶ Kelima provinsi tersebut adalah Papua, Papua Barat, Papua Barat Daya, Papua Tengah, dan Papua Pegunungan.
    category 91 sedang | level.announced | Papua
    category 92 sedang | level.announced | Papua Barat
    category 93 rendah | level.behind | Provinsi Papua Selatan rawan rendah
    category 94 sedang | level.announced | Papua Tengah
    category 95 sedang | level.announced | Papua Pegunungan
    category 96 sedang | level.announced | Papua Barat Daya

[nation] Empat provinsi di selatan Sumatera rawan sedang.

[nation] Lima provinsi di Indonesia rawan sedang.
    tally ID province sedang 5? | tally.count_first | Lima provinsi di Indonesia rawan sedang
"""
"""As many regions as were counted, named behind; provinces of a part of the nation are no tally."""


@pytest.mark.parametrize(("text", "facts"), examples(APART))
def test_a_number_apart_from_its_level(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(NO_COUNT))
def test_what_is_no_count_of_a_level(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(SCOPE))
def test_the_scope_of_few(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(OF_THOSE))
def test_as_many_as_were_counted(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
