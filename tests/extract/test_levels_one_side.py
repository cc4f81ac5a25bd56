"""Levels where one condition of a rule holds and the other does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

ONE_SIDE = """
Kabupaten Blora rawan tinggi dan dimensi kontestasi rawan sedang.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.16 kontestasi sedang | level.behind | Kabupaten Blora rawan tinggi dan dimensi kontestasi rawan sedang

Kabupaten Blora rawan tinggi, dimensi kontestasi sedang, dimensi partisipasi rendah.
    dimension 33.16 kontestasi sedang | level.behind | Kabupaten Blora rawan tinggi, dimensi kontestasi sedang
    dimension 33.16 partisipasi rendah | level.behind | Kabupaten Blora rawan tinggi, dimensi kontestasi sedang, dimensi partisipasi rendah

Pada dimensi kontestasi, Kabupaten Blora rawan tinggi, sedangkan pada dimensi partisipasi Kabupaten Pati rawan rendah.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.18 partisipasi rendah | level.behind | Kabupaten Pati rawan rendah

Pada dimensi kontestasi rawan tinggi Kabupaten Blora.
    dimension 33.16 kontestasi tinggi | level.ahead | rawan tinggi Kabupaten Blora

Dimensi kontestasi Kabupaten Blora 62,50, kategori rawan tinggi.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora 62,50 + Kabupaten Blora 62,50, kategori rawan tinggi
    dimension 33.16 kontestasi tinggi | score.cued | Kabupaten Blora 62,50 + Kabupaten Blora 62,50, kategori rawan tinggi

Kabupaten Blora 41,20 dengan kategori rawan tinggi.
    category 33.16 tinggi? | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 dengan kategori rawan tinggi
    score 33.16 41.20? | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 dengan kategori rawan tinggi

Rawan tinggi yakni Kabupaten Blora (41,20), Kabupaten Pati (39,10).
    category 33.16 tinggi? | score.bracket | Kabupaten Blora (41,20 + Rawan tinggi yakni Kabupaten Blora
    category 33.18 tinggi? | score.bracket | Kabupaten Pati (39,10 + Rawan tinggi yakni Kabupaten Blora (41,20), Kabupaten Pati
    score 33.16 41.20? | score.bracket | Kabupaten Blora (41,20 + Rawan tinggi yakni Kabupaten Blora
    score 33.18 39.10? | score.bracket | Kabupaten Pati (39,10 + Rawan tinggi yakni Kabupaten Blora (41,20), Kabupaten Pati

Rawan tinggi: Kabupaten Blora dan Pati (sedang).
    category 33.16 sedang | level.behind | Kabupaten Blora dan Pati (sedang
    category 33.18 sedang | level.behind | Pati (sedang

Rawan tinggi: Kabupaten Blora dan Pati (tinggi).
    category 33.16 tinggi | level.ahead | Rawan tinggi: Kabupaten Blora + Kabupaten Blora dan Pati (tinggi
    category 33.18 tinggi | level.ahead | Rawan tinggi: Kabupaten Blora dan Pati + Pati (tinggi

Rawan tinggi: Kabupaten Blora; rawan sedang: Kabupaten Pati.
    category 33.16 tinggi | level.ahead | Rawan tinggi: Kabupaten Blora
    category 33.18 sedang | level.ahead | rawan sedang: Kabupaten Pati

Kabupaten Blora rawan tinggi; yang rawan sedang Kabupaten Pati.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 sedang | level.ahead | rawan sedang Kabupaten Pati

Kabupaten Blora rawan tinggi, yang masuk rawan sedang Kabupaten Pati.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 sedang | level.ahead | rawan sedang Kabupaten Pati

Kabupaten Blora rawan tinggi, rawan sedang Kabupaten Pati.

Rawan tinggi itu hanya di Kabupaten Blora.
    category 33.16 tinggi | level.ahead | Rawan tinggi itu hanya di Kabupaten Blora

Yang tinggi adalah Kabupaten Blora.
    category 33.16 tinggi | level.ahead | tinggi adalah Kabupaten Blora

Yang rawan tinggi adalah Kabupaten Blora. Yang sedang itu Kabupaten Pati.
    category 33.16 tinggi | level.ahead | rawan tinggi adalah Kabupaten Blora
    category 33.18 sedang | level.ahead | sedang itu Kabupaten Pati

Yang tinggi itu menjadi soal.

Kabupaten Blora kategorinya rawan tinggi sekali, masih sedang tahun lalu.
    category 33.16 tinggi | level.behind | Kabupaten Blora kategorinya rawan tinggi

Kabupaten Blora yang rawan tinggi dan Kabupaten Pati.
    category 33.16 tinggi | level.behind | Kabupaten Blora yang rawan tinggi

Kabupaten Blora beserta Kabupaten Pati rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora beserta Kabupaten Pati rawan tinggi
    category 33.18 tinggi | level.behind | Kabupaten Pati rawan tinggi

Selain di Kabupaten Blora, Kabupaten Pati turut rawan tinggi.
    category 33.18 tinggi | level.behind | Kabupaten Pati turut rawan tinggi

Kecuali Kabupaten Blora yang masih rawan tinggi, semua aman.
    category 33.16 tinggi | level.behind | Kabupaten Blora yang masih rawan tinggi

Kecuali Kabupaten Blora, Kabupaten Pati rawan tinggi.

Bukan Kabupaten Blora yang rawan tinggi.

Di atas Kabupaten Blora, Kabupaten Pati rawan tinggi.
    category 33.18 tinggi | level.behind | Kabupaten Pati rawan tinggi

Kabupaten Blora n/a, Kabupaten Pati rawan tinggi.
    category 33.18 tinggi | level.behind | Kabupaten Pati rawan tinggi

Kabupaten Blora tidak ada data, Kabupaten Pati rawan tinggi.
    category 33.18 tinggi | level.behind | Kabupaten Pati rawan tinggi

Di Provinsi Jawa Tengah Kabupaten Blora rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Di Kabupaten Blora dan Provinsi Jawa Tengah hasilnya rawan tinggi.
    category 33 tinggi? | level.behind | Provinsi Jawa Tengah hasilnya rawan tinggi

Kabupaten Blora, salah satu dari lima kabupaten, masuk kategori rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora, salah satu dari lima kabupaten, masuk kategori rawan tinggi

Dua indikator di Kabupaten Blora rawan tinggi.

Angka di Kabupaten Blora rawan tinggi.

Angka itu di Kabupaten Blora rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora dengan isu netralitas rawan tinggi.

Konflik di Kabupaten Blora rawan tinggi.

Kerawanan politik uang yang marak di Kabupaten Blora rawan tinggi.
    indicator 33.16 54? | indicator.prose | politik uang

Tingkat politik uang di Kabupaten Blora rawan tinggi.
    indicator 33.16 54? | indicator.prose | politik uang

Kabupaten Blora rawan tinggi pada faktor keamanan.
    dimension 33.16 keamanan tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi, terutama isu politik uang.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    indicator 33.16 54? | indicator.prose | politik uang

Pada kerawanan keamanan, Kabupaten Blora rawan tinggi.
    category 33.16 tinggi? | level.near | Kabupaten Blora rawan tinggi
    issue 33 kerawanan keamanan? | indicator.prose | kerawanan keamanan

Daerah rawan tinggi berisi politik uang.
    indicator 33 54? | indicator.prose | politik uang

Rawan tinggi adalah politik uang, Kabupaten Blora.
    indicator 33 54? | indicator.prose | politik uang

Kategori rawan tinggi ada di Kabupaten Blora untuk politik uang.
    indicator 33.16 54? | indicator.prose | politik uang

Kabupaten Blora rawan tinggi (dimensi kontestasi).
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi (untuk kontestasi).
    dimension 33.16 kontestasi tinggi? | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi akan banjir.
    indicator 33.16 3? | indicator.prose | rawan tinggi akan banjir

Kabupaten Blora rawan tinggi dalam hal logistik.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi dalam hal ini.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi pada segi keamanan.
    dimension 33.16 keamanan tinggi | level.behind | Kabupaten Blora rawan tinggi

Dari sisi keamanan, Kabupaten Blora rawan tinggi.
    dimension 33.16 keamanan tinggi | level.behind | Kabupaten Blora rawan tinggi

Dari sisi keamanan, Kabupaten Blora rawan tinggi, namun secara umum rawan sedang.
    category 33.16 sedang? | level.again | Kabupaten Blora rawan tinggi, namun secara umum rawan sedang
    dimension 33.16 keamanan tinggi | level.behind | Kabupaten Blora rawan tinggi

Bisa jadi Kabupaten Blora rawan tinggi.

Kabupaten Blora belum rawan tinggi.

Kabupaten Blora rawan tinggi, bukan rawan sedang.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora hampir rawan tinggi.

Kabupaten Blora dan Pati naik dari sedang menjadi tinggi.
    category 33.16 tinggi? | level.again | Kabupaten Blora dan Pati naik dari sedang menjadi tinggi
    category 33.18 tinggi? | level.again | Pati naik dari sedang menjadi tinggi
    earlier category 33.16 sedang? | level.behind | Kabupaten Blora dan Pati naik dari sedang
    earlier category 33.18 sedang? | level.behind | Pati naik dari sedang

Kabupaten Blora naik menjadi tinggi.

Kabupaten Blora naik menjadi rawan tinggi dari sedang.
    category 33.16 tinggi | level.behind | Kabupaten Blora naik menjadi rawan tinggi

Kabupaten Blora sedang menuju rawan tinggi.

Kabupaten Blora belum rawan tinggi, melainkan masih sedang.
    category 33.16 sedang? | level.again | Kabupaten Blora belum rawan tinggi, melainkan masih sedang

Kabupaten Blora belum rawan tinggi. Masih sedang.

Pemetaan: Kabupaten Blora tinggi, Kabupaten Pati 40 orang.

Bawaslu hadir, Kabupaten Blora sedang, Kabupaten Pati rendah.
    category 33.16 sedang? | level.behind | Kabupaten Blora sedang
    category 33.18 rendah? | level.behind | Kabupaten Pati rendah

Kabupaten Blora rawan tinggi. Kabupaten Pati sedang.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 sedang? | level.behind | Kabupaten Pati sedang

Kabupaten Blora rawan tinggi. Kabupaten Pati sedang rapat.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi. Rapat digelar. Kabupaten Pati sedang.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 sedang? | level.behind | Kabupaten Pati sedang

Kabupaten Blora rawan tinggi. Sedang Kabupaten Pati.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 sedang? | level.ahead | Sedang Kabupaten Pati

Kabupaten Blora rawan tinggi. Sedang: Kabupaten Pati.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 sedang? | level.ahead | Sedang: Kabupaten Pati

Kampanye di Kabupaten Blora tinggi.

[mapping] Di Kabupaten Blora kampanye tinggi dan pungut hitung sedang.
    dimension 33.16 kampanye tinggi | level.behind | Kabupaten Blora kampanye tinggi
    dimension 33.16 pungut hitung sedang | level.behind | Kabupaten Blora kampanye tinggi dan pungut hitung sedang

[mapping] Kampanye tinggi.
    dimension 33 kampanye tinggi? | level.carried | tinggi

[mapping] Kampanye tinggi sekali.

[mapping] Pencalonan: tinggi
    dimension 33 pencalonan tinggi? | level.carried | tinggi

[mapping] Pencalonan tinggi, kampanye sedang.
    dimension 33 kampanye sedang? | level.carried | sedang
    dimension 33 pencalonan tinggi? | level.carried | tinggi

[mapping] Kabupaten Blora disorot. Pencalonan tinggi, kampanye sedang.
    dimension 33.16 kampanye sedang? | level.carried | sedang
    dimension 33.16 pencalonan tinggi? | level.carried | tinggi

[mapping] Kabupaten Blora rawan tinggi. Pada tahapan pencalonan sedang, tahapan kampanye tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.16 kampanye tinggi? | level.carried | tinggi
    dimension 33.16 pencalonan sedang? | level.carried | sedang

[mapping] Tahapan pencalonan dan kampanye rawan tinggi di Kabupaten Blora.
    dimension 33.16 kampanye tinggi | level.ahead | rawan tinggi di Kabupaten Blora
    dimension 33.16 pencalonan tinggi | level.ahead | rawan tinggi di Kabupaten Blora

[mapping] Kabupaten Blora rawan tinggi di tahapan kampanye, begitu juga Kabupaten Pati.
    dimension 33.16 kampanye tinggi | level.behind | Kabupaten Blora rawan tinggi
"""
"""Pairs of sentences that differ in one word or sign."""


@pytest.mark.parametrize(("text", "facts"), examples(ONE_SIDE))
def test_levels_where_one_condition_holds(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
