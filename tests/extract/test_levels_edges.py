"""Levels on the edges of their rules: changes, aspects, rows of dimensions, and regions behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

EDGES = """
Kabupaten Blora naik dari sedang ke rawan tinggi.
    category 33.16 tinggi? | level.again | Kabupaten Blora naik dari sedang ke rawan tinggi
    earlier category 33.16 sedang? | level.behind | Kabupaten Blora naik dari sedang

Kabupaten Blora naik ke tinggi, dari sedang.

Kabupaten Blora turun dari tinggi di tahun itu.

Kabupaten Blora turun dari tinggi bukan ke sedang.

Kabupaten Blora turun dari tinggi secara perlahan menjadi sedang.
    category 33.16 sedang? | level.again | Kabupaten Blora turun dari tinggi secara perlahan menjadi sedang
    earlier category 33.16 tinggi? | level.behind | Kabupaten Blora turun dari tinggi

Kabupaten Blora semula sedang.

Hasil pemetaan menunjukkan Kabupaten Blora dan Pati sedang, Kudus rendah.
    category 33.16 sedang? | level.behind | Kabupaten Blora dan Pati sedang
    category 33.18 sedang? | level.behind | Pati sedang
    category 33.19 rendah? | level.behind | Kudus rendah

Laporan pengawas di Kabupaten Blora sedang, di Kabupaten Pati rendah.
    category 33.16 sedang? | level.behind | Kabupaten Blora sedang
    category 33.18 rendah? | level.behind | Kabupaten Pati rendah

Kategori rawan tinggi. Yakni Kabupaten Blora.
    category 33 tinggi? | level.carried | Kategori rawan tinggi
    category 33.16 tinggi | level.listed | Kabupaten Blora + Kategori rawan tinggi

Kategori rawan tinggi, kata dia. Selebihnya yakni Kabupaten Blora.
    category 33 tinggi? | level.carried | Kategori rawan tinggi

Kategori rawan tinggi. Rapat yakni Kabupaten Blora.
    category 33 tinggi? | level.carried | Kategori rawan tinggi

Daftar Kabupaten Blora -, Kabupaten Pati rawan tinggi.
    category 33.18 tinggi | level.behind | Kabupaten Pati rawan tinggi

Kabupaten Blora: -; Kabupaten Pati: rawan tinggi.
    category 33.18 tinggi | level.behind | Kabupaten Pati: rawan tinggi

Kabupaten Blora = nihil, Kabupaten Pati rawan tinggi.
    category 33.18 tinggi | level.behind | Kabupaten Pati rawan tinggi

Kabupaten Blora belum ada data, Kabupaten Pati rawan tinggi.
    category 33.18 tinggi | level.behind | Kabupaten Pati rawan tinggi

Kabupaten Blora rawan tinggi pada aspek itu.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi pada aspek keuangan.

Di aspek keuangan Kabupaten Blora rawan tinggi.

Di aspek ini Kabupaten Blora rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Di aspek keuangan rendah, namun Kabupaten Blora rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Di aspek keuangan, Kabupaten Blora rawan tinggi, sementara Kabupaten Pati rawan sedang.
    category 33.18 sedang | level.behind | Kabupaten Pati rawan sedang

Kabupaten Blora rawan tinggi khusus pada dimensi kontestasi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi terutama dimensi kontestasi.

Kabupaten Blora rawan tinggi pada seluruh tahapan.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi di dimensi kontestasi namun rendah di dimensi partisipasi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.16 partisipasi rendah? | level.again | Kabupaten Blora rawan tinggi di dimensi kontestasi namun rendah

Kabupaten Blora rawan tinggi di dimensi kontestasi namun rawan rendah di dimensi partisipasi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.16 partisipasi rendah? | level.again | Kabupaten Blora rawan tinggi di dimensi kontestasi namun rawan rendah

Secara keseluruhan Kabupaten Blora rawan tinggi di dimensi kontestasi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Dimensi kontestasi: ¶¶ 1. Secara umum Kabupaten Blora rawan tinggi ¶ 2. Kabupaten Pati rawan sedang
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.18 kontestasi sedang | level.behind | Kabupaten Pati rawan sedang

Dimensi kontestasi: ¶¶ 1. Kabupaten Blora tinggi ¶ 2. Kabupaten Pati sedang
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora tinggi
    dimension 33.18 kontestasi sedang | level.behind | Kabupaten Pati sedang

Kabupaten Blora rawan tinggi; Kabupaten Pati rawan sedang di dimensi kontestasi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.18 kontestasi sedang | level.behind | Kabupaten Pati rawan sedang

Kabupaten Blora rawan tinggi di dimensi partisipasi dan Kabupaten Pati rawan sedang di dimensi kontestasi.
    dimension 33.16 partisipasi tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.18 kontestasi sedang | level.behind | Kabupaten Pati rawan sedang

Kabupaten Blora rawan tinggi dan Kabupaten Blora rawan sedang di dimensi kontestasi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.16 kontestasi sedang | level.behind | Kabupaten Blora rawan sedang

Kabupaten Blora dan Pati rawan tinggi dan Kabupaten Kudus rawan sedang di dimensi kontestasi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora dan Pati rawan tinggi
    dimension 33.18 kontestasi tinggi | level.behind | Pati rawan tinggi
    dimension 33.19 kontestasi sedang | level.behind | Kabupaten Kudus rawan sedang

Dimensi kontestasi di Kabupaten Blora dan Kabupaten Pati tinggi, dimensi partisipasi sedang.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora dan Kabupaten Pati tinggi
    dimension 33.18 kontestasi tinggi | level.behind | Kabupaten Pati tinggi

Dimensi kontestasi tinggi, dimensi partisipasi sedang, di Kabupaten Blora.
    dimension 33.16 kontestasi tinggi | level.behind | tinggi, dimensi partisipasi sedang, di Kabupaten Blora
    dimension 33.16 partisipasi sedang | level.behind | sedang, di Kabupaten Blora

Dimensi kontestasi tinggi, dimensi partisipasi sedang, di Kabupaten Blora dan Kabupaten Pati.

Kabupaten Blora dimensi kontestasi tinggi, Kabupaten Pati dimensi kontestasi sedang.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora dimensi kontestasi tinggi
    dimension 33.18 kontestasi sedang | level.behind | Kabupaten Pati dimensi kontestasi sedang

Kabupaten Blora dan Pati disorot. Dimensi kontestasi tinggi, dimensi partisipasi sedang.
    dimension 33 kontestasi tinggi? | level.carried | tinggi
    dimension 33 partisipasi sedang? | level.carried | sedang

[nation] Dimensi kontestasi tinggi, dimensi partisipasi sedang.

Kabupaten Blora: ¶¶ Dimensi kontestasi tinggi, dimensi partisipasi sedang.
    dimension 33.16 kontestasi tinggi? | level.carried | tinggi
    dimension 33.16 partisipasi sedang? | level.carried | sedang

Kabupaten Blora, kategori rawan tinggi ada di daerah Kabupaten Pati.
    category 33.18 tinggi | level.ahead | kategori rawan tinggi ada di daerah Kabupaten Pati

Rawan tinggi: Kabupaten Blora setelah Kabupaten Pati.
    category 33.16 tinggi | level.ahead | Rawan tinggi: Kabupaten Blora

Rawan tinggi: Kabupaten Blora, Kabupaten Pati, Kabupaten Kudus kecuali Kota Salatiga.
    category 33.16 tinggi | level.ahead | Rawan tinggi: Kabupaten Blora
    category 33.18 tinggi | level.ahead | Rawan tinggi: Kabupaten Blora, Kabupaten Pati
    category 33.19 tinggi | level.ahead | Rawan tinggi: Kabupaten Blora, Kabupaten Pati, Kabupaten Kudus

Rawan tinggi di desa Kabupaten Blora.

Daerah rawan tinggi di Jawa Tengah di antaranya Kabupaten Blora.
    category 33.16 tinggi | level.ahead | rawan tinggi di Jawa Tengah di antaranya Kabupaten Blora

Daerah rawan tinggi di Jawa Tengah, Kabupaten Blora.
    category 33.16 tinggi | level.ahead | rawan tinggi di Jawa Tengah, Kabupaten Blora

Rawan tinggi tersebar di Provinsi Jawa Tengah dan Kabupaten Blora.
    category 33 tinggi? | level.ahead | Rawan tinggi tersebar di Provinsi Jawa Tengah
    category 33.16 tinggi | level.ahead | Rawan tinggi tersebar di Provinsi Jawa Tengah dan Kabupaten Blora

Rawan tinggi di wilayah Kabupaten Blora.
    category 33.16 tinggi? | level.near | Rawan tinggi di wilayah Kabupaten Blora

Rawan tinggi untuk pemilu di Kabupaten Blora.
    category 33.16 tinggi | level.ahead | Rawan tinggi untuk pemilu di Kabupaten Blora

Kabupaten Blora, selain Kabupaten Pati, rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora, selain Kabupaten Pati, rawan tinggi

Selain Kabupaten Pati, juga Kabupaten Blora rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi bersama Kabupaten Pati.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 tinggi? | level.likewise | rawan tinggi bersama Kabupaten Pati

Kabupaten Blora rawan tinggi disusul Kabupaten Pati dan Kudus.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 tinggi? | level.likewise | rawan tinggi disusul Kabupaten Pati
    category 33.19 tinggi? | level.likewise | rawan tinggi disusul Kabupaten Pati dan Kudus

Kabupaten Blora rawan tinggi disusul Kabupaten Pati, rawan sedang di Kabupaten Kudus.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 tinggi? | level.likewise | rawan tinggi disusul Kabupaten Pati
    category 33.19 sedang | level.ahead | rawan sedang di Kabupaten Kudus

Kategori rawan tinggi seperti Kabupaten Blora.
    category 33.16 tinggi | level.ahead | Kategori rawan tinggi seperti Kabupaten Blora

Kabupaten Blora tidak rawan tinggi seperti di Kabupaten Pati, Kudus dan Jepara.
    category 33.18 tinggi? | level.likened | rawan tinggi seperti di Kabupaten Pati
    category 33.19 tinggi? | level.likened | rawan tinggi seperti di Kabupaten Pati, Kudus
    category 33.20 tinggi? | level.likened | rawan tinggi seperti di Kabupaten Pati, Kudus dan Jepara

Menurut Bawaslu Kabupaten Blora, rawan tinggi itu wajar.

Kategori rawan tinggi menurut Bawaslu Kabupaten Blora.
    category 33 tinggi? | level.carried | Kategori rawan tinggi

Kategori rawan tinggi dibahas di kantor Bawaslu Kabupaten Blora.
    category 33 tinggi? | level.carried | Kategori rawan tinggi

Kerawanan yang tinggi, kata dia di Kabupaten Blora dan di Kabupaten Pati.

Kabupaten Blora dibahas, sebab kerawanan yang kami catat kini tinggi.

Kabupaten Blora dibahas. Sebab kerawanan yang kami catat kini tinggi.

Jika Kabupaten Blora dibahas, kerawanan yang kami catat kini tinggi.

Sembilan provinsi rawan tinggi, Kabupaten Blora teratas di tingkat kabupaten.
    tally ID province tinggi 9? | tally.count_first | Sembilan provinsi rawan tinggi

Sembilan provinsi rawan tinggi, Jawa Tengah teratas.
    category 33 tinggi? | level.ahead | rawan tinggi, Jawa Tengah
    tally ID province tinggi 9? | tally.count_first | Sembilan provinsi rawan tinggi

Sembilan kabupaten rawan tinggi, Kabupaten Blora teratas.
    category 33.16 tinggi | level.ahead | rawan tinggi, Kabupaten Blora
    tally 33 regency_city tinggi 9? | tally.count_first | Sembilan kabupaten rawan tinggi
"""
"""Pairs of sentences that differ in one word or sign."""


@pytest.mark.parametrize(("text", "facts"), examples(EDGES))
def test_levels_on_the_edges_of_their_rules(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
