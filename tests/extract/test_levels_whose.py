"""Whose a level is: of regions before or behind it, of those named by the way, or of no region at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

SIDES = """
Kabupaten Blora, Pati, dan Kudus rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora, Pati, dan Kudus rawan tinggi
    category 33.18 tinggi | level.behind | Pati, dan Kudus rawan tinggi
    category 33.19 tinggi | level.behind | Kudus rawan tinggi

Kabupaten Blora rawan tinggi, Kabupaten Pati rawan sedang, dan Kabupaten Kudus rawan rendah.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 sedang | level.behind | Kabupaten Pati rawan sedang
    category 33.19 rendah | level.behind | Kabupaten Kudus rawan rendah

Kategori rawan tinggi yakni Kabupaten Blora, Pati, dan Kudus.
    category 33.16 tinggi | level.ahead | Kategori rawan tinggi yakni Kabupaten Blora
    category 33.18 tinggi | level.ahead | Kategori rawan tinggi yakni Kabupaten Blora, Pati
    category 33.19 tinggi | level.ahead | Kategori rawan tinggi yakni Kabupaten Blora, Pati, dan Kudus

Kategori rawan tinggi yakni Kabupaten Blora dan Pati, sedangkan Kabupaten Kudus menyusul.
    category 33.16 tinggi | level.ahead | Kategori rawan tinggi yakni Kabupaten Blora
    category 33.18 tinggi | level.ahead | Kategori rawan tinggi yakni Kabupaten Blora dan Pati

Kategori rawan tinggi yakni Kabupaten Blora kecuali Kabupaten Pati.
    category 33.16 tinggi | level.ahead | Kategori rawan tinggi yakni Kabupaten Blora

Kategori rawan tinggi yakni Kabupaten Blora (tinggi) dan Kabupaten Pati (sedang).
    category 33.16 tinggi | level.ahead | Kategori rawan tinggi yakni Kabupaten Blora + Kabupaten Blora (tinggi
    category 33.18 sedang | level.behind | Kabupaten Pati (sedang

Rawan tinggi di Kabupaten Blora dan Kabupaten Pati.
    category 33.16 tinggi | level.ahead | Rawan tinggi di Kabupaten Blora
    category 33.18 tinggi | level.ahead | Rawan tinggi di Kabupaten Blora dan Kabupaten Pati

Daerah rawan tinggi di Kabupaten Blora.

Daerah rawan tinggi di Provinsi Jawa Tengah yakni Kabupaten Blora dan Pati.
    category 33.16 tinggi | level.ahead | rawan tinggi di Provinsi Jawa Tengah yakni Kabupaten Blora
    category 33.18 tinggi | level.ahead | rawan tinggi di Provinsi Jawa Tengah yakni Kabupaten Blora dan Pati

Rawan tinggi di Provinsi Jawa Tengah, Kabupaten Blora dan Pati.
    category 33 tinggi? | level.ahead | Rawan tinggi di Provinsi Jawa Tengah
    category 33.16 tinggi | level.ahead | Rawan tinggi di Provinsi Jawa Tengah, Kabupaten Blora
    category 33.18 tinggi | level.ahead | Rawan tinggi di Provinsi Jawa Tengah, Kabupaten Blora dan Pati

Kategori rawan tinggi berada di Kabupaten Blora.
    category 33.16 tinggi | level.ahead | Kategori rawan tinggi berada di Kabupaten Blora

Kategori rawan tinggi ada di kecamatan di Kabupaten Blora.

Yang tinggi Kabupaten Blora.

Yang tinggi itu Kabupaten Blora.
    category 33.16 tinggi | level.ahead | tinggi itu Kabupaten Blora

Kabupaten Blora sedang, Kabupaten Pati tinggi.
    category 33.16 sedang? | level.behind | Kabupaten Blora sedang
    category 33.18 tinggi? | level.behind | Kabupaten Pati tinggi

Kabupaten Blora sedang menyusun laporan.

Bawaslu Kabupaten Blora sedang rapat.

Kabupaten Blora 41,20 (sedang).
    category 33.16 sedang | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 (sedang
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 (sedang

Kabupaten Blora dengan skor 41,20 atau sedang.
    category 33.16 sedang | score.cued | Kabupaten Blora dengan skor 41,20 + Kabupaten Blora dengan skor 41,20 atau sedang
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan skor 41,20 + Kabupaten Blora dengan skor 41,20 atau sedang

Kabupaten Blora dengan skor 41 atau sedang.
    score 33.16 41 | score.cued | Kabupaten Blora dengan skor 41

Kabupaten Blora 41,20 sedang Kabupaten Pati 30,10.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20
    score 33.18 30.10 | score.pair | Kabupaten Pati 30,10

Kabupaten Blora 41,20 sedang, Kabupaten Pati 30,10 rendah.
    category 33.16 sedang | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 sedang
    category 33.18 rendah? | score.pair | Kabupaten Pati 30,10 + Kabupaten Pati 30,10 rendah
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 sedang
    score 33.18 30.10? | score.pair | Kabupaten Pati 30,10 + Kabupaten Pati 30,10 rendah

Kabupaten Blora 41,20 sedang Kabupaten Pati 30,10 rendah.
    category 33.16 sedang | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 sedang
    category 33.18 rendah? | score.pair | Kabupaten Pati 30,10 + Kabupaten Pati 30,10 rendah
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 sedang
    score 33.18 30.10? | score.pair | Kabupaten Pati 30,10 + Kabupaten Pati 30,10 rendah
"""
"""Levels on either side of their regions, bare levels beside a region or a score, "sedang" as a verb."""

BY_THE_WAY = """
Selain Kabupaten Blora, Kabupaten Pati juga rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora, Kabupaten Pati juga rawan tinggi
    category 33.18 tinggi | level.behind | Kabupaten Pati juga rawan tinggi

Selain Kabupaten Blora, Kabupaten Pati rawan tinggi.

Di samping Kabupaten Blora, Kabupaten Pati pun rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora, Kabupaten Pati pun rawan tinggi
    category 33.18 tinggi | level.behind | Kabupaten Pati pun rawan tinggi

Kabupaten Blora bersama Kabupaten Pati rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora bersama Kabupaten Pati rawan tinggi
    category 33.18 tinggi | level.behind | Kabupaten Pati rawan tinggi

Berbeda dengan Kabupaten Blora, Kabupaten Pati rawan tinggi.
    category 33.18 tinggi | level.behind | Kabupaten Pati rawan tinggi

Berbeda dengan Kabupaten Blora yang rawan sedang, Kabupaten Pati rawan tinggi.
    category 33.16 sedang | level.behind | Kabupaten Blora yang rawan sedang
    category 33.18 tinggi | level.behind | Kabupaten Pati rawan tinggi

Semua aman kecuali Kabupaten Blora dan Kabupaten Pati yang rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora dan Kabupaten Pati yang rawan tinggi
    category 33.18 tinggi | level.behind | Kabupaten Pati yang rawan tinggi

Kabupaten Pati, bukan Kabupaten Blora yang rawan tinggi.

Untuk Provinsi Jawa Tengah, khususnya Kabupaten Blora rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Provinsi Jawa Tengah dan Kabupaten Blora rawan tinggi.
    category 33 tinggi? | level.behind | Provinsi Jawa Tengah dan Kabupaten Blora rawan tinggi
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora di Provinsi Jawa Tengah rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora di Provinsi Jawa Tengah rawan tinggi

Di Kabupaten Blora dan Kabupaten Pati hasilnya rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora dan Kabupaten Pati hasilnya rawan tinggi
    category 33.18 tinggi | level.behind | Kabupaten Pati hasilnya rawan tinggi

Di Kabupaten Blora, Kabupaten Pati hasilnya rawan tinggi.
    category 33.18 tinggi | level.behind | Kabupaten Pati hasilnya rawan tinggi

Kabupaten Blora - ; Kabupaten Pati 35,5 (sedang).
    category 33.18 sedang? | score.near | Kabupaten Pati 35,5 + Kabupaten Pati 35,5 (sedang
    score 33.18 35.5? | score.near | Kabupaten Pati 35,5 + Kabupaten Pati 35,5 (sedang

Kabupaten Blora tidak rawan tinggi.

Kabupaten Blora tidak rawan tinggi seperti Kabupaten Pati dan Kudus.
    category 33.18 tinggi? | level.likened | rawan tinggi seperti Kabupaten Pati
    category 33.19 tinggi? | level.likened | rawan tinggi seperti Kabupaten Pati dan Kudus

Kabupaten Blora tidak rawan tinggi, berbeda dari Kabupaten Pati.

Kabupaten Blora tidak rawan tinggi, karena masuk rawan sedang.
    category 33.16 sedang? | level.again | Kabupaten Blora tidak rawan tinggi, karena masuk rawan sedang

Kabupaten Blora rawan sedang, padahal sebelumnya rawan tinggi.
    category 33.16 sedang | level.behind | Kabupaten Blora rawan sedang
    earlier category 33.16 tinggi? | level.again | Kabupaten Blora rawan sedang, padahal sebelumnya rawan tinggi

Kabupaten Blora rawan sedang, daerah lain rawan tinggi.
    category 33.16 sedang | level.behind | Kabupaten Blora rawan sedang

Kabupaten Blora rawan sedang dan sisanya rawan tinggi.
    category 33.16 sedang | level.behind | Kabupaten Blora rawan sedang

Kabupaten Pati dibahas, Kabupaten Blora rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 tinggi? | level.behind | Kabupaten Pati dibahas, Kabupaten Blora rawan tinggi

Kabupaten Pati menjadi tuan rumah, Kabupaten Blora rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 tinggi? | level.behind | Kabupaten Pati menjadi tuan rumah, Kabupaten Blora rawan tinggi

Kabupaten Pati, Kabupaten Blora rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 tinggi | level.behind | Kabupaten Pati, Kabupaten Blora rawan tinggi

Kabupaten Pati diikuti, Kabupaten Blora rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 tinggi | level.behind | Kabupaten Pati diikuti, Kabupaten Blora rawan tinggi
"""
"""Regions compared with, excepted, denied, leading to another, or told of too."""

OTHERS = """
Kecamatan di Kabupaten Blora rawan tinggi.

Seluruh kabupaten di Jawa Tengah masuk kategori rawan sedang.

Kabupaten di Jawa Tengah masuk kategori rawan sedang.

Kabupaten Blora, sementara kabupaten/kota lain rawan tinggi.

Kabupaten Blora mempunyai banyak daerah rawan tinggi.
    category 33.16 tinggi? | level.near | Kabupaten Blora mempunyai banyak daerah rawan tinggi

Kabupaten Blora adalah satu dari tiga daerah rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora adalah satu dari tiga daerah rawan tinggi

Kabupaten Blora memiliki tiga daerah rawan tinggi.
    tally 33 regency_city tinggi 3? | tally.count_first | tiga daerah rawan tinggi

Kabupaten Blora dan tiga daerah lain rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora dan tiga daerah lain rawan tinggi

Untuk Kabupaten Blora, tiga dimensi tingkat kerawanannya tinggi.
    category 33.16 tinggi? | level.near | Kabupaten Blora, tiga dimensi tingkat kerawanannya tinggi

Untuk Kabupaten Blora, tingkat kerawanannya tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora, tingkat kerawanannya tinggi

Politik uang di Kabupaten Blora masuk kategori rawan tinggi.
    indicator 33.16 54? | indicator.prose | Politik uang

Potensi konflik di Kabupaten Blora masuk kategori rawan tinggi.

Potensi kerawanan di Kabupaten Blora masuk kategori rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora masuk kategori rawan tinggi

Kerawanan netralitas ASN di Kabupaten Blora masuk kategori tinggi.
    indicator 33.16 12? | indicator.prose | netralitas ASN

Kerawanan pemilu di Kabupaten Blora masuk kategori tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora masuk kategori tinggi

Kabupaten Blora rawan tinggi untuk isu politik uang.
    indicator 33.16 54? | indicator.prose | politik uang

Kabupaten Blora pada isu politik uang rawan tinggi.
    indicator 33.16 54? | indicator.prose | politik uang

Kabupaten Blora pada variabel kontestasi rawan tinggi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora pada variabel kontestasi rawan tinggi

Kabupaten Blora rawan tinggi pada variabel kontestasi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora kategori tinggi ada politik uang dan netralitas ASN.
    indicator 33.16 12? | indicator.prose | netralitas ASN
    indicator 33.16 54? | indicator.prose | politik uang

Kabupaten Blora kategori tinggi ada pekerjaan rumah.
    category 33.16 tinggi | level.behind | Kabupaten Blora kategori tinggi

Kategori rawan tinggi di Kabupaten Blora nihil.

Di isu ini Kabupaten Blora rawan tinggi.

Kabupaten Blora rawan tinggi pada aspek media sosial.

Kabupaten Blora rawan tinggi pada aspek ini.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Di dimensi logistik, Kabupaten Blora masuk kategori rawan tinggi.

Di dimensi kontestasi, Kabupaten Blora masuk kategori rawan tinggi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora masuk kategori rawan tinggi

Di dimensi logistik, Kabupaten Blora secara umum masuk kategori rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora secara umum masuk kategori rawan tinggi

Kabupaten Blora rawan tinggi soal daftar pemilih.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi politik uang.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi
    indicator 33.16 54? | indicator.prose | politik uang

Kabupaten Blora rawan tinggi terkait hasil pemetaan.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Kerawanan logistik pemilu di Kabupaten Blora rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Kerawanan distribusi logistik di Kabupaten Blora tergolong tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora tergolong tinggi

Kerawanan pemilu serentak di Kabupaten Blora rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Kerawanan Pilkada di Kabupaten Blora tergolong tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora tergolong tinggi

Kerawanan hasil pemetaan di Kabupaten Blora tergolong tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora tergolong tinggi

Kerawanan logistik di Kabupaten Pati dibahas, Kabupaten Blora rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Kerawanan logistik Kabupaten Blora rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Di Kabupaten Blora, kerawanan logistik pemilu tergolong rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora, kerawanan logistik pemilu tergolong rawan tinggi

Kabupaten Blora kerawanan logistiknya rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora kerawanan logistiknya rawan tinggi

Kabupaten Blora kerawanannya rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora kerawanannya rawan tinggi

Kabupaten Blora disorot karena kerawanan logistik, sehingga rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora disorot karena kerawanan logistik, sehingga rawan tinggi

Kabupaten Blora disorot karena kerawanan logistik dan masuk kategori rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora disorot karena kerawanan logistik dan masuk kategori rawan tinggi
"""
"""Levels of parts of a region, of classes, of issues and of aspects that no table knows."""

NOBODY = """
Rawan tinggi di Kabupaten Blora tidak ada.

Rawan tinggi di Kabupaten Blora dan Pati nihil.

Rawan tinggi di Kabupaten Blora.
    category 33.16 tinggi | level.ahead | Rawan tinggi di Kabupaten Blora

Kategori rawan tinggi yakni Kabupaten Blora, tidak ada yang lain.
    category 33.16 tinggi | level.ahead | Kategori rawan tinggi yakni Kabupaten Blora

Kerawanan yang tinggi menjadi catatan pengawas di Kabupaten Blora tidak ada.

Kerawanan yang tinggi tidak ada, kata pengawas di Kabupaten Blora.
    tally 33 regency_city tinggi 0 | tally.category_first | Kerawanan yang tinggi tidak ada
"""
"""Levels of which there are none, alone or in a region."""


@pytest.mark.parametrize(("text", "facts"), examples(SIDES))
def test_levels_behind_and_before_their_regions(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(BY_THE_WAY))
def test_regions_named_by_the_way(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(OTHERS))
def test_levels_of_parts_classes_and_issues(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(NOBODY))
def test_a_level_that_nobody_has(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
