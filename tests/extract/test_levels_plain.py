"""Levels bound by plain words alone are accepted: over a clause, a wish, a denial or a part they wait, or are nobody's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.extract.scene.paths import leads_plainly
from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

OF_TWO = """
Kabupaten Blora disorot, sementara Kabupaten Pati rawan sedang.
    category 33.18 sedang | level.behind | Kabupaten Pati rawan sedang

Kabupaten Kudus tidak dibahas; Kabupaten Jepara rawan tinggi.
    category 33.20 tinggi | level.behind | Kabupaten Jepara rawan tinggi

Kabupaten Demak mengirim surat kepada Kabupaten Grobogan yang masuk kategori rawan tinggi.
    category 33.15 tinggi? | level.behind | Kabupaten Grobogan yang masuk kategori rawan tinggi
    category 33.21 tinggi? | level.behind | Kabupaten Demak mengirim surat kepada Kabupaten Grobogan yang masuk kategori rawan tinggi

Kabupaten Sragen membentuk posko, apalagi Kabupaten Blora rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora mengerahkan 200 personel, Kabupaten Pati kategori rendah.
    category 33.16 rendah? | level.behind | Kabupaten Blora mengerahkan 200 personel, Kabupaten Pati kategori rendah
    category 33.18 rendah | level.behind | Kabupaten Pati kategori rendah

Kabupaten Blora bertukar posisi dengan Kabupaten Rembang, kini rawan sedang.
    category 33.16 sedang? | level.behind | Kabupaten Blora bertukar posisi dengan Kabupaten Rembang, kini rawan sedang
    category 33.17 sedang? | level.behind | Kabupaten Rembang, kini rawan sedang

Kabupaten Blora memperoleh 41,20, Kabupaten Pati 40,10, dan Kabupaten Kudus 39,50, ketiganya rawan sedang.
    category 33.16 sedang? | score.near | Kabupaten Blora memperoleh 41,20 + Kabupaten Blora memperoleh 41,20, Kabupaten Pati 40,10, dan Kabupaten Kudus 39,50, ketiganya rawan sedang
    category 33.18 sedang | score.pair | Kabupaten Pati 40,10 + Kabupaten Pati 40,10, dan Kabupaten Kudus 39,50, ketiganya rawan sedang
    category 33.19 sedang | score.pair | Kabupaten Kudus 39,50 + Kabupaten Kudus 39,50, ketiganya rawan sedang
    score 33.16 41.20? | score.near | Kabupaten Blora memperoleh 41,20 + Kabupaten Blora memperoleh 41,20, Kabupaten Pati 40,10, dan Kabupaten Kudus 39,50, ketiganya rawan sedang
    score 33.18 40.10 | score.pair | Kabupaten Pati 40,10 + Kabupaten Pati 40,10, dan Kabupaten Kudus 39,50, ketiganya rawan sedang
    score 33.19 39.50 | score.pair | Kabupaten Kudus 39,50 + Kabupaten Kudus 39,50, ketiganya rawan sedang

Kabupaten Blora, Jawa Tengah, masuk kategori rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora, Jawa Tengah, masuk kategori rawan tinggi

Kabupaten Blora, kata dia, kini tetap berada di kategori rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora, kata dia, kini tetap berada di kategori rawan tinggi

Lewat Kabupaten Blora, Kabupaten Pati rawan rendah.
    category 33.16 rendah? | level.behind | Kabupaten Blora, Kabupaten Pati rawan rendah
    category 33.18 rendah? | level.behind | Kabupaten Pati rawan rendah
"""
"""Sentences with two regions, of which one only does something."""

TAKEN_BACK = """
Kabupaten Blora Antisipasi Kerawanan Tinggi
    category 33.16 tinggi? | level.behind | Kabupaten Blora Antisipasi Kerawanan Tinggi

Kabupaten Pati menolak disebut rawan tinggi.
    category 33.18 tinggi? | level.behind | Kabupaten Pati menolak disebut rawan tinggi

Kabupaten Kudus mengejar kategori rendah.
    category 33.19 rendah? | level.behind | Kabupaten Kudus mengejar kategori rendah

Kabupaten Jepara bebas kategori tinggi.
    category 33.20 tinggi? | level.behind | Kabupaten Jepara bebas kategori tinggi

Kabupaten Demak terancam rawan tinggi.
    category 33.21 tinggi? | level.behind | Kabupaten Demak terancam rawan tinggi

Kabupaten Grobogan semestinya rawan sedang.
    category 33.15 sedang? | level.behind | Kabupaten Grobogan semestinya rawan sedang

Kabupaten Sragen konon rawan tinggi.
    category 33.14 tinggi? | level.behind | Kabupaten Sragen konon rawan tinggi

Kabupaten Kendal dibayangi rawan tinggi.
    category 33.24 tinggi? | level.behind | Kabupaten Kendal dibayangi rawan tinggi

Kabupaten Blora memang masih rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora memang masih rawan tinggi

Kabupaten Rembang ternyata masuk kategori rawan sedang.
    category 33.17 sedang | level.behind | Kabupaten Rembang ternyata masuk kategori rawan sedang
"""
"""Levels that are denied, wished, feared or doubted by words that no list holds, beside such as are told."""

FORMER = """
Kabupaten Blora pernah rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora pernah rawan tinggi

Kabupaten Pati biasanya rawan sedang.
    category 33.18 sedang? | level.behind | Kabupaten Pati biasanya rawan sedang

Lima tahun silam Kabupaten Kudus rawan tinggi, skornya 58,20.
    category 33.19 tinggi? | score.cued | Kabupaten Kudus rawan tinggi, skornya 58,20 + Kabupaten Kudus rawan tinggi
    score 33.19 58.20? | score.cued | Kabupaten Kudus rawan tinggi, skornya 58,20 + Kabupaten Kudus rawan tinggi

Kabupaten Jepara di masa lalu rawan tinggi.
    category 33.20 tinggi? | level.behind | Kabupaten Jepara di masa lalu rawan tinggi

Ketua Bawaslu yang pernah bertugas di Semarang menyebut Kabupaten Demak rawan sedang.
    category 33.21 sedang | level.behind | Kabupaten Demak rawan sedang
"""
"""Levels of an earlier time without an edition."""

OF_PARTS = """
Kabupaten Blora punya kecamatan rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora punya kecamatan rawan tinggi

Kabupaten Pati memiliki wilayah rawan sedang.
    category 33.18 sedang? | level.behind | Kabupaten Pati memiliki wilayah rawan sedang

Kabupaten Kudus, khususnya Colo, rawan tinggi.
    category 33.19 tinggi? | level.behind | Kabupaten Kudus, khususnya Colo, rawan tinggi

Pesisir Kabupaten Jepara rawan tinggi.
    category 33.20 tinggi? | level.behind | Kabupaten Jepara rawan tinggi

Pengawas di Kabupaten Demak tergolong rawan tinggi.
    category 33.21 tinggi? | level.behind | Kabupaten Demak tergolong rawan tinggi

Di Kabupaten Grobogan, Wirosari rawan tinggi.
    category 33.15 tinggi? | level.behind | Kabupaten Grobogan, Wirosari rawan tinggi

TPS rawan tinggi di Kabupaten Sragen ada 44.
    category 33.14 tinggi? | level.ahead | rawan tinggi di Kabupaten Sragen

Kerawanan di Kabupaten Blora tergolong rawan sedang.
    category 33.16 sedang | level.behind | Kabupaten Blora tergolong rawan sedang
"""
"""Levels of what lies in a region, or works there."""

OF_PROVINCES = """
[nation] Rawan tinggi: Papua 12, Sumatera Utara 6, Maluku Utara 5.
    category 12 tinggi? | level.ahead | Rawan tinggi: Papua 12, Sumatera Utara
    category 82 tinggi? | level.ahead | Rawan tinggi: Papua 12, Sumatera Utara 6, Maluku Utara
    category 91 tinggi? | level.ahead | Rawan tinggi: Papua

[nation] Kabupaten/kota rawan tinggi tersebar di Sulawesi Utara, Jawa Barat, dan Bengkulu.

[nation] Daerah rawan sedang ada di Banten, Gorontalo, dan Bali.
    category 36 sedang? | level.ahead | rawan sedang ada di Banten
    category 51 sedang? | level.ahead | rawan sedang ada di Banten, Gorontalo, dan Bali
    category 75 sedang? | level.ahead | rawan sedang ada di Banten, Gorontalo

[nation] Dua kota berkategori rendah ada di Bengkulu.

[nation] Rawan rendah terdapat di Bali 4 kabupaten, Lampung dua kota, serta Riau satu kota.
    category 14 rendah? | level.ahead | Rawan rendah terdapat di Bali 4 kabupaten, Lampung dua kota, serta Riau
    category 18 rendah? | level.ahead | Rawan rendah terdapat di Bali 4 kabupaten, Lampung
    category 51 rendah? | level.ahead | Rawan rendah terdapat di Bali

[nation] Jumlah kabupaten rawan tinggi per provinsi:¶1. Papua: 12¶2. Maluku Utara: 5
    category 82 tinggi? | level.listed | Maluku Utara + rawan tinggi
    category 91 tinggi? | level.listed | Papua + rawan tinggi

[nation] Provinsi rawan tinggi yakni Sulawesi Utara, Maluku Utara, dan Jawa Barat.
    category 32 tinggi | level.ahead | rawan tinggi yakni Sulawesi Utara, Maluku Utara, dan Jawa Barat
    category 71 tinggi | level.ahead | rawan tinggi yakni Sulawesi Utara
    category 82 tinggi | level.ahead | rawan tinggi yakni Sulawesi Utara, Maluku Utara
"""
"""Levels of regencies told by province."""

LISTS = """
Kategori rawan tinggi antara lain Kabupaten Blora, bukan Kabupaten Pati, serta Kabupaten Kudus.
    category 33.16 tinggi | level.ahead | Kategori rawan tinggi antara lain Kabupaten Blora
    category 33.19 tinggi? | level.ahead | Kategori rawan tinggi antara lain Kabupaten Blora, bukan Kabupaten Pati, serta Kabupaten Kudus

Rawan tinggi: Kabupaten Blora, Kabupaten Pati, tidak termasuk Kabupaten Kudus.
    category 33.16 tinggi | level.ahead | Rawan tinggi: Kabupaten Blora
    category 33.18 tinggi | level.ahead | Rawan tinggi: Kabupaten Blora, Kabupaten Pati

Kategori sedang: Kabupaten Blora, Kabupaten Pati; Kabupaten Kudus belum pasti.
    category 33.16 sedang | level.ahead | Kategori sedang: Kabupaten Blora
    category 33.18 sedang | level.ahead | Kategori sedang: Kabupaten Blora, Kabupaten Pati
    category 33.19 sedang? | level.ahead | Kategori sedang: Kabupaten Blora, Kabupaten Pati; Kabupaten Kudus

Kategori tinggi: Kabupaten Blora serta Kabupaten Pati, dihadiri Kabupaten Kudus.
    category 33.16 tinggi | level.ahead | Kategori tinggi: Kabupaten Blora
    category 33.18 tinggi | level.ahead | Kategori tinggi: Kabupaten Blora serta Kabupaten Pati

Kategori sedang: Kabupaten Blora atau Kabupaten Pati.
    category 33.16 sedang? | level.ahead | Kategori sedang: Kabupaten Blora
    category 33.18 sedang? | level.ahead | Kategori sedang: Kabupaten Blora atau Kabupaten Pati

Salah satu dari Kabupaten Blora dan Kabupaten Pati rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora dan Kabupaten Pati rawan tinggi
    category 33.18 tinggi? | level.behind | Kabupaten Pati rawan tinggi

Kabupaten Blora dan Kabupaten Pati, salah satunya rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora dan Kabupaten Pati, salah satunya rawan tinggi
    category 33.18 tinggi? | level.behind | Kabupaten Pati, salah satunya rawan tinggi

Kategori sedang: Kabupaten Blora; Kabupaten Pati; Kabupaten Kudus.
    category 33.16 sedang | level.ahead | Kategori sedang: Kabupaten Blora
    category 33.18 sedang | level.ahead | Kategori sedang: Kabupaten Blora; Kabupaten Pati
    category 33.19 sedang | level.ahead | Kategori sedang: Kabupaten Blora; Kabupaten Pati; Kabupaten Kudus
"""
"""Lists that leave out a region, greet a guest, or mean one of two."""

APPOSED = """
Kabupaten Sragen, pecahan Kabupaten Blora, rawan tinggi.
    category 33.14 tinggi | level.behind | Kabupaten Sragen, pecahan Kabupaten Blora, rawan tinggi

Kabupaten Sragen (tetangga Kabupaten Blora) masuk kategori rawan tinggi.
    category 33.14 tinggi | level.behind | Kabupaten Sragen (tetangga Kabupaten Blora) masuk kategori rawan tinggi

Kategori rawan tinggi adalah Kabupaten Sragen, dekat Kabupaten Blora.
    category 33.14 tinggi | level.ahead | Kategori rawan tinggi adalah Kabupaten Sragen

Skor Kabupaten Sragen, kabupaten induk Kabupaten Karanganyar, 44,10.
    score 33.14 44.10? | score.pair | Kabupaten Sragen, kabupaten induk Kabupaten Karanganyar, 44,10

Skor Kabupaten Sragen, lumbung padi bagi Kabupaten Karanganyar, 44,10.
    score 33.13 44.10? | score.pair | Kabupaten Karanganyar, 44,10

Kabupaten Sragen, lumbung padi bagi Kabupaten Pati, rawan sedang.
    category 33.14 sedang? | level.behind | Kabupaten Sragen, lumbung padi bagi Kabupaten Pati, rawan sedang
    category 33.18 sedang? | level.behind | Kabupaten Pati, rawan sedang
"""
"""Regions that only say what another is."""

LED = """
Rawan tinggi Kabupaten Blora, rawan sedang Kabupaten Pati, rawan rendah Kabupaten Kudus.
    category 33.16 tinggi | level.ahead | Rawan tinggi Kabupaten Blora
    category 33.18 sedang | level.ahead | rawan sedang Kabupaten Pati
    category 33.19 rendah | level.ahead | rawan rendah Kabupaten Kudus

Kategori tinggi di Kabupaten Blora, kategori sedang di Kabupaten Pati dan Kabupaten Kudus.
    category 33.16 tinggi | level.ahead | Kategori tinggi di Kabupaten Blora
    category 33.18 sedang | level.ahead | kategori sedang di Kabupaten Pati
    category 33.19 sedang | level.ahead | kategori sedang di Kabupaten Pati dan Kabupaten Kudus

Kabupaten Blora rawan tinggi, Kabupaten Pati rawan sedang.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 sedang | level.behind | Kabupaten Pati rawan sedang

Rawan tinggi dari Kabupaten Blora hingga Kabupaten Pati, dan rawan rendah Kabupaten Kudus.
    category 33.16 tinggi? | level.near | Rawan tinggi dari Kabupaten Blora
    category 33.19 rendah? | level.ahead | rawan rendah Kabupaten Kudus
"""
"""Levels before their regions, and behind them."""

UNSETTLED = """
Menurut hitungan awal, Kabupaten Blora masuk kategori tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora masuk kategori tinggi

Sebelumnya kami menulis Kabupaten Pati 61,20 pada IKP 2024.
    score 33.18 61.20? | score.pair | Kabupaten Pati 61,20

Anggaplah Kabupaten Kudus rawan tinggi.
    category 33.19 tinggi? | level.behind | Kabupaten Kudus rawan tinggi
"""
"""First counts, examples and what was corrected."""


@pytest.mark.parametrize(
    ("text", "facts"), examples(OF_TWO, TAKEN_BACK, FORMER, OF_PARTS, OF_PROVINCES, LISTS, APPOSED, LED, UNSETTLED)
)
def test_levels_as_far_as_plain_words_lead(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(
    "gap",
    [" yakni ", ": ", ", kata dia, antara lain ", " pada IKP 2024, yaitu ", " terdapat di 3 provinsi yaitu "],
)
def test_words_that_lead_to_a_list(gap: str) -> None:
    assert leads_plainly(gap.lower())


@pytest.mark.parametrize("gap", [": bukan ", " terbanyak di ", " diwaspadai ", " dicegah di "])
def test_words_that_do_not(gap: str) -> None:
    assert not leads_plainly(gap)
