"""Levels of regions that their sentence names otherwise: with a rank, as members of a number, or spoken of again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

MEMBERS = """
Kabupaten Blora masuk kategori rawan tinggi (peringkat 2 di Jawa Tengah).
    category 33.16 tinggi | level.behind | Kabupaten Blora masuk kategori rawan tinggi
    rank 33.16 2 provinsi? | rank.stated | Kabupaten Blora masuk kategori rawan tinggi (peringkat 2

Kabupaten Blora tergolong rawan sedang (4 di antara 35 kabupaten/kota se-Jawa Tengah).
    category 33.16 sedang | level.behind | Kabupaten Blora tergolong rawan sedang

Kabupaten Blora rawan tinggi (nomor dua di Provinsi Jawa Tengah).
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    rank 33.16 2 provinsi? | rank.stated | Kabupaten Blora rawan tinggi (nomor dua

Rawan tinggi, peringkat pertama di Jawa Tengah, adalah Kabupaten Blora.
    category 33.16 tinggi | level.ahead | Rawan tinggi, peringkat pertama di Jawa Tengah, adalah Kabupaten Blora

[nation] Rawan tinggi (peringkat 1 sampai 2): Jawa Tengah dan Bali.
    category 33 tinggi? | level.ahead | Rawan tinggi (peringkat 1 sampai 2): Jawa Tengah
    category 51 tinggi? | level.ahead | Rawan tinggi (peringkat 1 sampai 2): Jawa Tengah dan Bali

Semua kabupaten di eks Karesidenan Banyumas masuk kategori rawan sedang: Cilacap, Purbalingga, dan Banyumas.
    category 33.01 sedang | level.ahead | kategori rawan sedang: Cilacap
    category 33.02 sedang | level.ahead | kategori rawan sedang: Cilacap, Purbalingga, dan Banyumas
    category 33.03 sedang | level.ahead | kategori rawan sedang: Cilacap, Purbalingga

Tiga kabupaten di eks Karesidenan Banyumas masuk kategori rawan tinggi.
    tally 33 regency_city tinggi 3? | tally.count_first | Tiga kabupaten di eks Karesidenan Banyumas masuk kategori rawan tinggi

Kabupaten Blora bersama Pati dan Kota Salatiga merupakan tiga daerah yang rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora bersama Pati dan Kota Salatiga merupakan tiga daerah yang rawan tinggi
    category 33.18 tinggi | level.behind | Pati dan Kota Salatiga merupakan tiga daerah yang rawan tinggi
    category 33.73 tinggi | level.behind | Kota Salatiga merupakan tiga daerah yang rawan tinggi
    tally 33 regency_city tinggi 3 | tally.count_first | tiga daerah yang rawan tinggi

Berbeda dengan Kabupaten Blora dan Pati, Kota Salatiga rawan rendah.
    category 33.73 rendah | level.behind | Kota Salatiga rawan rendah

Kabupaten Blora dan Pati, kata dia, adalah dua daerah dengan tingkat kerawanan rendah.
    category 33.16 rendah | level.behind | Kabupaten Blora dan Pati, kata dia, adalah dua daerah dengan tingkat kerawanan rendah
    category 33.18 rendah | level.behind | Pati, kata dia, adalah dua daerah dengan tingkat kerawanan rendah
    tally 33 regency_city rendah 2 | tally.count_first | dua daerah dengan tingkat kerawanan rendah

Kabupaten Blora dan Pati memantau dua daerah dengan tingkat kerawanan rendah.
    tally 33 regency_city rendah 2? | tally.count_first | dua daerah dengan tingkat kerawanan rendah

Kabupaten Blora dan Pati menjadi dua daerah yang rendah kerawanannya.
    category 33.16 rendah | level.behind | Kabupaten Blora dan Pati menjadi dua daerah yang rendah kerawanannya
    category 33.18 rendah | level.behind | Pati menjadi dua daerah yang rendah kerawanannya
    tally 33 regency_city rendah 2 | tally.count_first | dua daerah yang rendah kerawanannya

Kabupaten Blora dan Pati yang masing-masing mendapat skor 12,98 dan 9,73 menghuni kelompok rawan rendah.
    category 33.16 rendah | score.cued | Kabupaten Blora dan Pati yang masing-masing mendapat skor 12,98 + Kabupaten Blora dan Pati yang masing-masing mendapat skor 12,98 dan 9,73 menghuni kelompok rawan rendah
    category 33.18 rendah | score.cued | Pati yang masing-masing mendapat skor 12,98 dan 9,73 + Pati yang masing-masing mendapat skor 12,98 dan 9,73 menghuni kelompok rawan rendah
    score 33.16 12.98 | score.cued | Kabupaten Blora dan Pati yang masing-masing mendapat skor 12,98 + Kabupaten Blora dan Pati yang masing-masing mendapat skor 12,98 dan 9,73 menghuni kelompok rawan rendah
    score 33.18 9.73 | score.cued | Pati yang masing-masing mendapat skor 12,98 dan 9,73 + Pati yang masing-masing mendapat skor 12,98 dan 9,73 menghuni kelompok rawan rendah

Kabupaten Blora berskor antara 12,98 dan 49,73 kategori rawan sedang.
    score 33.16 49.73? | score.near | Kabupaten Blora berskor antara 12,98 dan 49,73
"""
"""Words between regions and their level, and regions behind it that are not graded."""

AGAIN = """
Kabupaten Blora mendapat skor 67,07; Pati 61,80; dan Kudus 53,03. Ketiganya rawan tinggi.
    category 33.16 tinggi | score.cued | Kabupaten Blora mendapat skor 67,07 + rawan tinggi
    category 33.18 tinggi | score.pair | Pati 61,80 + rawan tinggi
    category 33.19 tinggi | score.pair | Kudus 53,03 + rawan tinggi
    score 33.16 67.07 | score.cued | Kabupaten Blora mendapat skor 67,07 + rawan tinggi
    score 33.18 61.80 | score.pair | Pati 61,80 + rawan tinggi
    score 33.19 53.03 | score.pair | Kudus 53,03 + rawan tinggi

Kabupaten Blora mendapat skor 37,07 dan Pati 33,03. Keduanya sedang.
    category 33.16 sedang | score.cued | Kabupaten Blora mendapat skor 37,07 + sedang
    category 33.18 sedang | score.pair | Pati 33,03 + sedang
    score 33.16 37.07 | score.cued | Kabupaten Blora mendapat skor 37,07 + sedang
    score 33.18 33.03 | score.pair | Pati 33,03 + sedang

Kabupaten Blora mendapat skor 37,07 dan Pati 33,03. Keduanya sedang menyusun laporan.
    score 33.16 37.07 | score.cued | Kabupaten Blora mendapat skor 37,07
    score 33.18 33.03 | score.pair | Pati 33,03

Kabupaten Blora mendapat skor 37,07 dan Pati 33,03. IKP kedua daerah itu sama-sama sedang.
    category 33.16 sedang | score.cued | Kabupaten Blora mendapat skor 37,07 + sedang
    category 33.18 sedang | score.pair | Pati 33,03 + sedang
    score 33.16 37.07 | score.cued | Kabupaten Blora mendapat skor 37,07 + sedang
    score 33.18 33.03 | score.pair | Pati 33,03 + sedang

Kabupaten Blora mendapat skor 37,07 dan Pati 33,03. Jarak kedua daerah itu tidak tinggi.
    score 33.16 37.07 | score.cued | Kabupaten Blora mendapat skor 37,07
    score 33.18 33.03 | score.pair | Pati 33,03

"Kabupaten Blora 37,07 dan Pati 33,03. Semuanya masih sedang," kata Agus.
    category 33.16 sedang | score.pair | Kabupaten Blora 37,07 + sedang
    category 33.18 sedang | score.pair | Pati 33,03 + sedang
    score 33.16 37.07 | score.pair | Kabupaten Blora 37,07 + sedang
    score 33.18 33.03 | score.pair | Pati 33,03 + sedang

Kabupaten Blora mendapat skor 37,07 dan Pati 33,03. Tidak ada daerah yang rawan tinggi. Seluruhnya sedang.
    category 33.16 sedang | score.cued | Kabupaten Blora mendapat skor 37,07 + sedang
    category 33.18 sedang | score.pair | Pati 33,03 + sedang
    score 33.16 37.07 | score.cued | Kabupaten Blora mendapat skor 37,07 + sedang
    score 33.18 33.03 | score.pair | Pati 33,03 + sedang
    tally 33 regency_city tinggi 0 | tally.count_first | Tidak ada daerah yang rawan tinggi

Kabupaten Blora 37,07 dan Pati 33,03. Rapat digelar. Tim hadir. Keduanya sedang.
    score 33.16 37.07 | score.pair | Kabupaten Blora 37,07
    score 33.18 33.03 | score.pair | Pati 33,03

Kabupaten Blora 12,20, Rembang 20,10, Pati 30,40. Dari tiga itu hanya Blora yang rendah, lainnya sedang.
    category 33.16 rendah | score.pair | Kabupaten Blora 12,20 + Blora yang rendah
    category 33.17 sedang | score.pair | Rembang 20,10 + sedang
    category 33.18 sedang | score.pair | Pati 30,40 + sedang
    score 33.16 12.20 | score.pair | Kabupaten Blora 12,20 + Blora yang rendah
    score 33.17 20.10 | score.pair | Rembang 20,10 + sedang
    score 33.18 30.40 | score.pair | Pati 30,40 + sedang

Kabupaten Blora 12,20, Rembang 20,10, Pati 30,40. Hanya Blora yang rawan rendah. Selebihnya rawan sedang.
    category 33.16 rendah | score.pair | Kabupaten Blora 12,20 + Blora yang rawan rendah
    category 33.17 sedang | score.pair | Rembang 20,10 + rawan sedang
    category 33.18 sedang | score.pair | Pati 30,40 + rawan sedang
    score 33.16 12.20 | score.pair | Kabupaten Blora 12,20 + Blora yang rawan rendah
    score 33.17 20.10 | score.pair | Rembang 20,10 + rawan sedang
    score 33.18 30.40 | score.pair | Pati 30,40 + rawan sedang

Kabupaten Blora 12,20, Rembang 20,10, Pati 30,40. Blora satu-satunya yang rendah, dua lainnya rawan sedang.
    category 33.16 rendah | score.pair | Kabupaten Blora 12,20 + Blora satu-satunya yang rendah
    category 33.17 sedang | score.pair | Rembang 20,10 + rawan sedang
    category 33.18 sedang | score.pair | Pati 30,40 + rawan sedang
    score 33.16 12.20 | score.pair | Kabupaten Blora 12,20 + Blora satu-satunya yang rendah
    score 33.17 20.10 | score.pair | Rembang 20,10 + rawan sedang
    score 33.18 30.40 | score.pair | Pati 30,40 + rawan sedang

Kabupaten Blora 12,20, Rembang 20,10, Pati 30,40. Blora satu-satunya yang rendah, lima lainnya rawan sedang.
    category 33.16 rendah | score.pair | Kabupaten Blora 12,20 + Blora satu-satunya yang rendah
    score 33.16 12.20 | score.pair | Kabupaten Blora 12,20 + Blora satu-satunya yang rendah
    score 33.17 20.10 | score.pair | Rembang 20,10
    score 33.18 30.40 | score.pair | Pati 30,40

Kabupaten Blora 12,20, Rembang 20,10, Pati 30,40. Sejumlah daerah rawan tinggi, selebihnya sedang.
    score 33.16 12.20 | score.pair | Kabupaten Blora 12,20
    score 33.17 20.10 | score.pair | Rembang 20,10
    score 33.18 30.40 | score.pair | Pati 30,40

Kabupaten Blora rawan rendah, selebihnya sedang menyusun laporan.
    category 33.16 rendah | level.behind | Kabupaten Blora rawan rendah

Kabupaten Blora ¶ Skornya 60,20. ¶ Kabupaten Pati ¶ Skor 55,10. ¶ Rapat digelar. ¶ Semua daerah di atas masuk kategori rawan tinggi.
    category 33.16 tinggi | score.cued | Skornya 60,20 + kategori rawan tinggi
    category 33.18 tinggi | score.cued | Skor 55,10 + kategori rawan tinggi
    score 33.16 60.20 | score.cued | Skornya 60,20 + kategori rawan tinggi
    score 33.18 55.10 | score.cued | Skor 55,10 + kategori rawan tinggi

Kabupaten Blora memperoleh skor 52,90. Artinya tinggi, di urutan kelima belas.
    category 33.16 tinggi | score.cued | Kabupaten Blora memperoleh skor 52,90 + tinggi
    score 33.16 52.90 | score.cued | Kabupaten Blora memperoleh skor 52,90 + tinggi

Kabupaten Blora memperoleh skor 32,90. Artinya sedang disiapkan pengawas.
    score 33.16 32.90 | score.cued | Kabupaten Blora memperoleh skor 32,90

Kabupaten Blora dengan skor 10,20, sehingga digolongkan rendah.
    category 33.16 rendah | score.cued | Kabupaten Blora dengan skor 10,20 + Kabupaten Blora dengan skor 10,20, sehingga digolongkan rendah
    score 33.16 10.20 | score.cued | Kabupaten Blora dengan skor 10,20 + Kabupaten Blora dengan skor 10,20, sehingga digolongkan rendah

Satu-satunya yang rendah ialah Kabupaten Blora.
    category 33.16 rendah | level.ahead | rendah ialah Kabupaten Blora

Tidak ada kabupaten/kota yang rawan tinggi. Seluruhnya sedang. Kabupaten Blora memiliki skor 43,26, kemudian Pati 42,90.
    category 33.16 sedang? | level.announced | Kabupaten Blora
    category 33.18 sedang? | level.announced | Pati
    score 33.16 43.26 | score.cued | Kabupaten Blora memiliki skor 43,26
    score 33.18 42.90 | score.pair | Pati 42,90
    tally 33 regency_city tinggi 0 | tally.count_first | Tidak ada kabupaten/kota yang rawan tinggi

Semua kabupaten/kota rawan sedang, kecuali Blora. Skor Blora 41,20.
    score 33.16 41.20 | score.pair | Blora 41,20

Semua kabupaten/kota rawan sedang. Blora rawan tinggi. Skor Pati 41,20.
    category 33.16 tinggi | level.behind | Blora rawan tinggi
    score 33.18 41.20 | score.pair | Pati 41,20

Hampir semua kabupaten/kota rawan sedang. Skor Pati 41,20.
    score 33.18 41.20 | score.pair | Pati 41,20

Kabupaten Blora 41,20 dan Pati 39,10, keduanya sedang.
    category 33.16 sedang | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 dan Pati 39,10, keduanya sedang
    category 33.18 sedang | score.pair | Pati 39,10 + Pati 39,10, keduanya sedang
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 dan Pati 39,10, keduanya sedang
    score 33.18 39.10 | score.pair | Pati 39,10 + Pati 39,10, keduanya sedang

Kabupaten Blora dan Pati disorot. Kecamatan Cepu rawan tinggi, dua lainnya rawan sedang.

Tiga dari empat daerah pemilihan di Blora rawan tinggi.

Dalam pemetaan kerawanan, Kabupaten Blora kini sedang. Begitu juga Kabupaten Pati.
    category 33.16 sedang | level.behind | Kabupaten Blora kini sedang
    category 33.18 sedang? | level.likewise | Kabupaten Pati + sedang

Bawaslu Kabupaten Blora menyebut tidak ada kabupaten yang rawan tinggi. Seluruhnya sedang.
    tally 33 regency_city tinggi 0? | tally.count_first | tidak ada kabupaten yang rawan tinggi

Kabupaten Blora dan Pati mengalami kenaikan harga beras. Keduanya masih tinggi.

Kabupaten Blora dan Pati disorot. Keduanya masih rawan tinggi.
    category 33.16 tinggi? | level.carried | rawan tinggi
    category 33.18 tinggi? | level.carried | rawan tinggi
"""
"""A level of all regions named before, of those left over, or of a figure."""

OTHERWISE = """
Selain Kabupaten Blora, kata dia, yang juga rawan tinggi yaitu Pati dan Kudus.
    category 33.16 tinggi | level.ahead | Kabupaten Blora, kata dia, yang juga rawan tinggi
    category 33.18 tinggi | level.ahead | rawan tinggi yaitu Pati
    category 33.19 tinggi | level.ahead | rawan tinggi yaitu Pati dan Kudus

Selain Kabupaten Blora, yang rawan tinggi yaitu Pati dan Kudus.
    category 33.18 tinggi | level.ahead | rawan tinggi yaitu Pati
    category 33.19 tinggi | level.ahead | rawan tinggi yaitu Pati dan Kudus

"Di Jawa Tengah yang tinggi itu ada tiga, Pati, Kudus, sama Jepara," katanya.
    category 33.18 tinggi | level.ahead | tinggi itu ada tiga, Pati
    category 33.19 tinggi | level.ahead | tinggi itu ada tiga, Pati, Kudus
    category 33.20 tinggi | level.ahead | tinggi itu ada tiga, Pati, Kudus, sama Jepara

"Di Jawa Tengah yang tinggi itu rumahnya, Pati dan Kudus," katanya.
    category 33 tinggi? | level.behind | Jawa Tengah yang tinggi

Yang tinggi, yaitu Kabupaten Blora.
    category 33.16 tinggi | level.ahead | tinggi, yaitu Kabupaten Blora

"Jawa Tengah secara umum sedang, tinggal ditunggu," katanya.
    category 33 sedang? | level.behind | Jawa Tengah secara umum sedang

"Jawa Tengah secara umum sedang bersiap," katanya.

"Blora itu sedang, tidak tinggi," katanya.
    category 33.16 sedang? | level.behind | Blora itu sedang

"Ombak Blora itu sedang, bergulung," katanya.

Di Jawa Tengah, empat dikelompokkan rawan tinggi.

Di Jawa Tengah, Kabupaten Blora dikelompokkan rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora dikelompokkan rawan tinggi

Kabupaten Blora masuk rawan tinggi seperti semula, dan Pati rawan sedang.
    category 33.16 tinggi | level.behind | Kabupaten Blora masuk rawan tinggi
    category 33.18 sedang | level.behind | Pati rawan sedang

Kabupaten Blora rawan sedang. "Politik uang kami taruh di kategori tinggi," katanya.
    category 33.16 sedang | level.behind | Kabupaten Blora rawan sedang
    indicator 33.16 54? | indicator.prose | Politik uang

Kabupaten Blora rawan sedang. "Tahun lalu kami berada di kategori tinggi," katanya.
    category 33.16 sedang | level.behind | Kabupaten Blora rawan sedang
    earlier category 33.16 tinggi? | level.carried | kategori tinggi

Kabupaten Blora mendapat skor 37,07 dan Pati 33,03. Di luar itu semuanya rawan tinggi.
    score 33.16 37.07 | score.cued | Kabupaten Blora mendapat skor 37,07
    score 33.18 33.03 | score.pair | Pati 33,03

Kabupaten Blora mendapat skor 37,07 dan Pati 33,03. Pada IKP 2024, dua-duanya rawan sedang.
    category 33.16 sedang | score.cued | Kabupaten Blora mendapat skor 37,07 + rawan sedang
    category 33.18 sedang | score.pair | Pati 33,03 + rawan sedang
    score 33.16 37.07 | score.cued | Kabupaten Blora mendapat skor 37,07 + rawan sedang
    score 33.18 33.03 | score.pair | Pati 33,03 + rawan sedang

Bukan pada persepsi. Kabupaten Blora tetap dikategorikan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora tetap dikategorikan tinggi

Dalam berita kemarin tertulis bahwa Kabupaten Blora rawan tinggi. Yang benar, Kabupaten Blora rawan sedang.
    category 33.16 sedang | level.behind | Kabupaten Blora rawan sedang

Dalam berita kemarin tertulis bahwa Kabupaten Blora rawan tinggi. Rapat digelar.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

[Blora] Skor IKP : 41,20 ¶ Level : 4 ¶ Kategori : Rawan Sedang ¶ Peringkat : 12
    category 33.16 sedang | score.cued | Skor IKP : 41,20 + Kategori : Rawan Sedang
    score 33.16 41.20 | score.cued | Skor IKP : 41,20 + Kategori : Rawan Sedang

[Blora] Skor IKP: 41,20 (rawan sedang)
    category 33.16 sedang | score.cued | Skor IKP: 41,20 + rawan sedang
    score 33.16 41.20 | score.cued | Skor IKP: 41,20 + rawan sedang

Kategori : Rawan Tinggi ¶ Kabupaten Blora ¶ Kabupaten Pati
    category 33.16 tinggi? | level.listed | Kabupaten Blora + Kategori : Rawan Tinggi
    category 33.18 tinggi? | level.listed | Kabupaten Pati + Kategori : Rawan Tinggi
"""
"""Bare levels that are meant, rows of a form, and levels of an issue, of a number or taken back."""


@pytest.mark.parametrize(("text", "facts"), examples(MEMBERS))
def test_levels_beside_ranks_and_numbers(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(AGAIN))
def test_levels_that_close_what_was_told(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(OTHERWISE))
def test_levels_told_otherwise(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
