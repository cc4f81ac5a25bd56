"""Levels of dimensions and stages, bare levels in rows of clauses, changes, corrections, and "begitu pula"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

DIMENSIONS = """
Kabupaten Blora rawan tinggi pada dimensi kontestasi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Secara nasional, rata-rata dimensi kontestasi di kabupaten/kota adalah 42,22. ¶¶ Sementara itu, rawan rendah ditempati Kabupaten Blora.
    category 33.16 rendah | level.ahead | rawan rendah ditempati Kabupaten Blora
    dimension ID kontestasi 42.22? | score.cued | rata-rata dimensi kontestasi di kabupaten/kota adalah 42,22

Kabupaten Blora rawan tinggi pada dimensi kontestasi dan partisipasi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.16 partisipasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi pada semua dimensi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi, yakni pada dimensi kontestasi.

Kabupaten Blora rawan tinggi, sedangkan pada dimensi kontestasi dibahas nanti.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi khususnya pada dimensi kontestasi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi, khususnya pada dimensi kontestasi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi dan menjadi perhatian banyak pihak di daerah pada dimensi kontestasi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi (kontestasi).
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Pada dimensi kontestasi, Kabupaten Blora rawan tinggi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Pada dimensi kontestasi, Kabupaten Blora secara umum rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora secara umum rawan tinggi

Kontestasi di Kabupaten Blora rawan tinggi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Penyelenggaraan pemilu di Kabupaten Blora rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Kontestasi dan politik di Kabupaten Blora yang ramai itu rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora yang ramai itu rawan tinggi

Pada dimensi kontestasi, Kabupaten Blora rawan tinggi, sedangkan Kabupaten Pati rawan rendah.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.18 kontestasi rendah | level.behind | Kabupaten Pati rawan rendah

Pada dimensi kontestasi, Kabupaten Blora rawan tinggi, sedangkan Provinsi Jawa Tengah rawan rendah.
    category 33 rendah? | level.behind | Provinsi Jawa Tengah rawan rendah
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Pada dimensi kontestasi, Kabupaten Blora rawan tinggi, sedangkan secara umum Kabupaten Pati rawan rendah.
    category 33.18 rendah | level.behind | Kabupaten Pati rawan rendah
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi dan Kabupaten Pati rawan sedang pada dimensi kontestasi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.18 kontestasi sedang | level.behind | Kabupaten Pati rawan sedang

Kabupaten Blora rawan tinggi, Kabupaten Pati rawan sedang pada dimensi kontestasi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.18 kontestasi sedang | level.behind | Kabupaten Pati rawan sedang

Kabupaten Blora secara umum rawan tinggi dan Kabupaten Pati rawan sedang pada dimensi kontestasi.
    category 33.16 tinggi | level.behind | Kabupaten Blora secara umum rawan tinggi
    dimension 33.18 kontestasi sedang | level.behind | Kabupaten Pati rawan sedang

Kabupaten Blora: kontestasi tinggi.

Dimensi kontestasi tinggi.
    dimension 33 kontestasi tinggi? | level.carried | tinggi

Di dimensi kontestasi tinggi, partisipasi rendah.
    dimension 33 kontestasi tinggi? | level.carried | tinggi
    dimension 33 partisipasi rendah? | level.carried | rendah

Kontestasi tinggi, partisipasi rendah di Kabupaten Blora.

Kabupaten Blora disorot. Dimensi kontestasi tinggi dan dimensi partisipasi rendah.
    dimension 33.16 kontestasi tinggi? | level.carried | tinggi
    dimension 33.16 partisipasi rendah? | level.carried | rendah

Kabupaten Blora dan Pati disorot. Dimensi kontestasi tinggi dan dimensi partisipasi rendah.
    dimension 33 kontestasi tinggi? | level.carried | tinggi
    dimension 33 partisipasi rendah? | level.carried | rendah

Kabupaten Blora rawan tinggi, sedangkan di dimensi partisipasi sedang.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.16 partisipasi sedang | level.behind | Kabupaten Blora rawan tinggi, sedangkan di dimensi partisipasi sedang

Kabupaten Blora rawan tinggi namun sedang untuk dimensi partisipasi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.16 partisipasi sedang? | level.again | Kabupaten Blora rawan tinggi namun sedang

Kabupaten Blora rawan tinggi pada dimensi kontestasi, begitu pula pada dimensi partisipasi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi pada dimensi kontestasi, begitu pula pada dimensi partisipasi rendah.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora (74,91) pada dimensi kontestasi dan kategori tinggi.
    dimension 33.16 kontestasi 74.91? | score.bracket | Kabupaten Blora (74,91 + Kabupaten Blora (74,91) pada dimensi kontestasi dan kategori tinggi
    dimension 33.16 kontestasi tinggi? | score.bracket | Kabupaten Blora (74,91 + Kabupaten Blora (74,91) pada dimensi kontestasi dan kategori tinggi

[Pilkada 2020] Kabupaten Blora rawan tinggi pada konteks sosial politik.
    dimension 33.16 konteks sosial politik tinggi | level.behind | Kabupaten Blora rawan tinggi

[Pilkada 2020] Kabupaten Blora rawan tinggi pada konteks sosial politik, pemilu yang bebas dan adil, kontestasi, dan partisipasi.
    dimension 33.16 konteks sosial politik tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.16 partisipasi tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.16 penyelenggaraan tinggi | level.behind | Kabupaten Blora rawan tinggi

[mapping] Kabupaten Blora rawan tinggi pada tahapan kampanye.
    dimension 33.16 kampanye tinggi | level.behind | Kabupaten Blora rawan tinggi

[mapping] Kabupaten Blora rawan tinggi pada tahapan pencalonan, kampanye, dan pungut hitung.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

[mapping] Kabupaten Blora rawan tinggi kampanye.
    dimension 33.16 kampanye tinggi | level.behind | Kabupaten Blora rawan tinggi

[mapping] Pada tahapan kampanye Kabupaten Blora rawan tinggi.
    dimension 33.16 kampanye tinggi | level.behind | Kabupaten Blora rawan tinggi

[mapping] Pada tahapan kampanye, Kabupaten Blora rawan tinggi, sedangkan Kabupaten Pati rawan rendah.
    dimension 33.16 kampanye tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.18 kampanye rendah | level.behind | Kabupaten Pati rawan rendah

[mapping] Kabupaten Blora rawan tinggi (kampanye).
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Pada dimensi kontestasi dan dimensi partisipasi, Kabupaten Blora rawan tinggi, sedangkan Kabupaten Pati rawan rendah.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.16 partisipasi tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.18 kontestasi rendah | level.behind | Kabupaten Pati rawan rendah
    dimension 33.18 partisipasi rendah | level.behind | Kabupaten Pati rawan rendah

Pada dimensi kontestasi dan dimensi partisipasi, Kabupaten Blora tinggi, sedangkan Kabupaten Pati rendah.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora tinggi
    dimension 33.16 partisipasi tinggi | level.behind | Kabupaten Blora tinggi
    dimension 33.18 kontestasi rendah | level.behind | Kabupaten Pati rendah
    dimension 33.18 partisipasi rendah | level.behind | Kabupaten Pati rendah

Pada dimensi kontestasi dan dimensi partisipasi, Kabupaten Blora rawan tinggi, sedangkan secara umum Kabupaten Pati rawan rendah.
    category 33.18 rendah | level.behind | Kabupaten Pati rawan rendah
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.16 partisipasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Kerawanan Kabupaten Blora di semua dimensi tergolong tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora di semua dimensi tergolong tinggi

Di seluruh dimensi Kabupaten Blora tergolong rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora tergolong rawan tinggi

Kerawanan Kabupaten Blora tergolong tinggi di semua dimensi.
    category 33.16 tinggi | level.behind | Kabupaten Blora tergolong tinggi

Kabupaten Blora rendah di semua dimensi, Kabupaten Pati rawan tinggi.
    category 33.16 rendah | level.behind | Kabupaten Blora rendah
    category 33.18 tinggi | level.behind | Kabupaten Pati rawan tinggi

Kabupaten Blora disorot di semua dimensi dan secara keseluruhan rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora disorot di semua dimensi dan secara keseluruhan rawan tinggi

Setelah dinilai pada seluruh dimensi, Kabupaten Blora rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Kerawanan Kabupaten Blora pada setiap dimensi tergolong tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora pada setiap dimensi tergolong tinggi

Kerawanan Kabupaten Blora di keempat dimensi tergolong tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora di keempat dimensi tergolong tinggi
"""
"""Dimensions behind and before a level, at the end of a run, in brackets, and words back to the whole."""

RUNS = """
Kabupaten Blora dan Pati sedang, Kudus rendah.
    category 33.16 sedang? | level.behind | Kabupaten Blora dan Pati sedang
    category 33.18 sedang? | level.behind | Pati sedang
    category 33.19 rendah? | level.behind | Kudus rendah

Hasil pemetaan: Kabupaten Blora sedang.

Kabupaten Blora sedang.
    category 33.16 sedang? | level.behind | Kabupaten Blora sedang

Kunjungan ke Kabupaten Blora sedang.

Kabupaten Blora dinilai sedang, Kabupaten Pati dinilai rendah.
    category 33.16 sedang? | level.behind | Kabupaten Blora dinilai sedang
    category 33.18 rendah? | level.behind | Kabupaten Pati dinilai rendah

Kunjungan ke Kabupaten Blora sedang, Kabupaten Pati rendah.
    category 33.16 sedang? | level.behind | Kabupaten Blora sedang
    category 33.18 rendah? | level.behind | Kabupaten Pati rendah

Kabupaten Blora turun dari rawan tinggi ke sedang.
    category 33.16 sedang? | level.again | Kabupaten Blora turun dari rawan tinggi ke sedang
    earlier category 33.16 tinggi? | level.behind | Kabupaten Blora turun dari rawan tinggi

Kabupaten Blora turun dari tinggi ke sedang.
    category 33.16 sedang? | level.again | Kabupaten Blora turun dari tinggi ke sedang
    earlier category 33.16 tinggi? | level.behind | Kabupaten Blora turun dari tinggi

Kabupaten Blora dari tinggi ke sedang.

Kabupaten Blora semula tinggi kini rawan sedang.
    category 33.16 sedang? | level.again | Kabupaten Blora semula tinggi kini rawan sedang
    earlier category 33.16 tinggi? | level.behind | Kabupaten Blora semula tinggi

Kabupaten Blora tidak rawan tinggi, tapi sedang.
    category 33.16 sedang? | level.again | Kabupaten Blora tidak rawan tinggi, tapi sedang

Kabupaten Blora tidak rawan tinggi, tetapi hanya sedang saja.

Kabupaten Blora rawan tinggi, tapi sedang.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Rawan: sedang: Kabupaten Blora, tinggi: Kabupaten Pati.
    category 33.16 sedang | level.ahead | Rawan: sedang: Kabupaten Blora
    category 33.18 tinggi? | level.ahead | tinggi: Kabupaten Pati

Rawan tinggi Kabupaten Blora, rendah Kabupaten Pati.
    category 33.16 tinggi | level.ahead | Rawan tinggi Kabupaten Blora
    category 33.18 rendah | level.ahead | rendah Kabupaten Pati

Sedang: Kabupaten Blora.
    category 33.16 sedang? | level.ahead | Sedang: Kabupaten Blora

Sedang Kabupaten Blora hadir.

Kabupaten Blora rawan tinggi, dan yang rawan sedang Kabupaten Pati.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 sedang? | level.ahead | rawan sedang Kabupaten Pati

Kabupaten Blora rawan tinggi, begitu pula Kabupaten Pati.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 tinggi? | level.likewise | rawan tinggi, begitu pula Kabupaten Pati

Kabupaten Blora rawan tinggi, begitu pula Kabupaten Pati dan Kudus.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 tinggi? | level.likewise | rawan tinggi, begitu pula Kabupaten Pati
    category 33.19 tinggi? | level.likewise | rawan tinggi, begitu pula Kabupaten Pati dan Kudus

Kabupaten Blora rawan tinggi, begitu pula Kabupaten Pati rawan rendah.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 rendah? | level.behind | Kabupaten Pati rawan rendah

Kabupaten Blora rawan tinggi. Begitu pula Kabupaten Pati.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 tinggi? | level.likewise | Kabupaten Pati + rawan tinggi

Kabupaten Blora rawan tinggi. Kabupaten Pati.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Pada dimensi kontestasi Kabupaten Blora rawan tinggi, begitu pula pada dimensi partisipasi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.16 partisipasi tinggi? | level.likewise | Kabupaten Blora rawan tinggi

Pada dimensi kontestasi Kabupaten Blora rawan tinggi, begitu pula pada dimensi partisipasi rendah.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora: dimensi kontestasi tinggi, dimensi partisipasi sedang.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora: dimensi kontestasi tinggi
    dimension 33.16 partisipasi sedang | level.behind | Kabupaten Blora: dimensi kontestasi tinggi, dimensi partisipasi sedang

Kabupaten Blora rawan tinggi, begitu pula Kabupaten Pati, Kabupaten Kudus rawan rendah.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 tinggi? | level.likewise | rawan tinggi, begitu pula Kabupaten Pati
    category 33.19 rendah | level.behind | Kabupaten Kudus rawan rendah

Kabupaten Blora rawan tinggi, begitu pula Kabupaten Pati, Kabupaten Kudus rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 tinggi | level.behind | Kabupaten Pati, Kabupaten Kudus rawan tinggi
    category 33.19 tinggi | level.behind | Kabupaten Kudus rawan tinggi

Kabupaten Blora rawan tinggi, begitu pula Kabupaten Pati dan Kabupaten Kudus rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 tinggi | level.behind | Kabupaten Pati dan Kabupaten Kudus rawan tinggi
    category 33.19 tinggi | level.behind | Kabupaten Kudus rawan tinggi

Kabupaten Blora rawan tinggi, Kabupaten Pati, Kabupaten Kudus rawan rendah.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 rendah | level.behind | Kabupaten Pati, Kabupaten Kudus rawan rendah
    category 33.19 rendah | level.behind | Kabupaten Kudus rawan rendah

Kabupaten Blora rawan tinggi, begitu pula Kabupaten Pati dan Kabupaten Kudus rawan rendah.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 rendah? | level.behind | Kabupaten Pati dan Kabupaten Kudus rawan rendah
    category 33.19 rendah? | level.behind | Kabupaten Kudus rawan rendah

Kabupaten Blora rawan tinggi, begitu pula Kabupaten Pati, Kabupaten Kudus, dan Kabupaten Demak rawan rendah.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 rendah? | level.behind | Kabupaten Pati, Kabupaten Kudus, dan Kabupaten Demak rawan rendah
    category 33.19 rendah? | level.behind | Kabupaten Kudus, dan Kabupaten Demak rawan rendah
    category 33.21 rendah? | level.behind | Kabupaten Demak rawan rendah

Kabupaten Blora rawan tinggi disusul Kabupaten Pati rawan sedang.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 sedang | level.behind | Kabupaten Pati rawan sedang

Kabupaten Blora rawan tinggi, begitu pula Kabupaten Pati rawan tinggi, Kabupaten Kudus rawan rendah.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 tinggi | level.behind | Kabupaten Pati rawan tinggi
    category 33.19 rendah | level.behind | Kabupaten Kudus rawan rendah
"""
"""Clauses of regions and a bare level, changes, corrections, levels that lead, and "begitu pula"."""


@pytest.mark.parametrize(("text", "facts"), examples(DIMENSIONS))
def test_levels_of_dimensions(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(RUNS))
def test_bare_levels_and_levels_that_lean_on_others(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
