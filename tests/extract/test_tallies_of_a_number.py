"""Tallies of so many of a number, in a part of a province, or whose noun the sentence before has told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

OF_A_NUMBER = """
[nation] Tiga dari enam kabupaten di Papua Selatan masuk kategori rawan tinggi.
    tally 93 regency_city tinggi 3 | tally.count_first | Tiga dari enam kabupaten di Papua Selatan masuk kategori rawan tinggi

[nation] Di Bengkulu, tiga dari total sepuluh kabupaten/kota masuk zona merah.
    tally 17 regency_city tinggi 3 | tally.count_first | tiga dari total sepuluh kabupaten/kota masuk zona merah

Di Jawa Tengah, satu dari tiga puluh lima kabupaten/kota rawan tinggi.
    tally 33 regency_city tinggi 1 | tally.count_first | satu dari tiga puluh lima kabupaten/kota rawan tinggi

Dua dari tujuh daerah berkategori rendah.
    tally 33 regency_city rendah 2 | tally.count_first | Dua dari tujuh daerah berkategori rendah

Kabupaten Blora merupakan satu dari lima daerah rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora merupakan satu dari lima daerah rawan tinggi

Kabupaten Blora dan Pati menjadi dua dari lima daerah rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora dan Pati menjadi dua dari lima daerah rawan tinggi
    category 33.18 tinggi | level.behind | Pati menjadi dua dari lima daerah rawan tinggi
    tally 33 regency_city tinggi 5 | tally.count_first | lima daerah rawan tinggi

Kabupaten Blora dan Pati, dua dari lima daerah yang rawan tinggi, disorot.
    category 33.16 tinggi | level.behind | Kabupaten Blora dan Pati, dua dari lima daerah yang rawan tinggi
    category 33.18 tinggi | level.behind | Pati, dua dari lima daerah yang rawan tinggi

Tujuh daerah rawan tinggi, dua dari sebelas rawan rendah.
    tally 33 regency_city rendah 2 | tally.count_first | dua dari sebelas rawan rendah
    tally 33 regency_city tinggi 7 | tally.count_first | Tujuh daerah rawan tinggi

Dua kota dan tiga kabupaten rawan tinggi.
    tally 33 regency_city tinggi 5 | tally.count_first | Dua kota dan tiga kabupaten rawan tinggi

Enam kabupaten dan satu kota lain di Jawa Tengah berkategori rendah.
    tally 33 regency_city rendah 7 | tally.count_first | Enam kabupaten dan satu kota lain di Jawa Tengah berkategori rendah

Dari 35 kabupaten/kota, lima dianggap rawan tinggi dan 30 dinilai rawan sedang.
    tally 33 regency_city sedang 30 | tally.count_first | 30 dinilai rawan sedang
    tally 33 regency_city tinggi 5 | tally.count_first | lima dianggap rawan tinggi

Tujuh kabupaten/kota diawasi, Kordiv Humas: tiga rawan tinggi.
    tally 33 regency_city tinggi 3 | tally.count_first | tiga rawan tinggi

Lima daerah rawan tinggi. Sisanya, 20 sedang dan 10 rendah.
    tally 33 regency_city rendah 10 | tally.count_first | 10 rendah
    tally 33 regency_city sedang 20 | tally.count_first | 20 sedang
    tally 33 regency_city tinggi 5 | tally.count_first | Lima daerah rawan tinggi

Lima daerah rawan tinggi. Enam lainnya rawan sedang.
    tally 33 regency_city sedang 6 | tally.count_first | Enam lainnya rawan sedang
    tally 33 regency_city tinggi 5 | tally.count_first | Lima daerah rawan tinggi

Bawaslu siaga. Sisanya, 20 sedang dan 10 rendah.

Dua daerah di Soloraya rawan tinggi.
    tally 33 regency_city tinggi 2? | tally.count_first | Dua daerah di Soloraya rawan tinggi

Di eks Karesidenan Banyumas, dua kabupaten rawan tinggi.
    tally 33 regency_city tinggi 2? | tally.count_first | dua kabupaten rawan tinggi

Dari tujuh daerah se-Soloraya hanya Sragen yang rawan tinggi. Bahkan dua daerah lain tergolong rawan rendah.
    category 33.14 tinggi | level.behind | Sragen yang rawan tinggi
    tally 33 regency_city rendah 2? | tally.count_first | dua daerah lain tergolong rawan rendah

Dari tujuh daerah se-Soloraya hanya Sragen yang rawan tinggi. ¶¶ Sebanyak lima daerah tergolong rawan rendah.
    category 33.14 tinggi | level.behind | Sragen yang rawan tinggi
    tally 33 regency_city rendah 5 | tally.count_first | lima daerah tergolong rawan rendah

Dua daerah di Soloraya disorot, tujuh daerah di Jawa Tengah rawan tinggi.
    tally 33 regency_city tinggi 7 | tally.count_first | tujuh daerah di Jawa Tengah rawan tinggi

[nation] Bawaslu Kalimantan Barat: dua daerah di Kubu Raya rawan tinggi.
    tally 61 regency_city tinggi 2? | tally.count_first | dua daerah di Kubu Raya rawan tinggi

"Delapan kabupaten/kota sedang, satu rendah yaitu Kabupaten Blora," katanya.
    category 33.16 rendah? | level.ahead | rendah yaitu Kabupaten Blora
    tally 33 regency_city rendah 1 | tally.count_first | satu rendah
    tally 33 regency_city sedang 8 | tally.count_first | Delapan kabupaten/kota sedang

"Delapan kabupaten/kota sedang bersiap, yaitu Kabupaten Blora," katanya.

Dua daerah rawan tinggi. Keduanya Kabupaten Blora dan Pati. Enam lainnya rawan sedang.
    category 33.16 tinggi | level.listed | Kabupaten Blora + rawan tinggi
    category 33.18 tinggi | level.listed | Pati + rawan tinggi
    tally 33 regency_city sedang 6 | tally.count_first | Enam lainnya rawan sedang
    tally 33 regency_city tinggi 2 | tally.count_first | Dua daerah rawan tinggi

Bawaslu mengawasi 35 kabupaten/kota. Dua masuk rawan tinggi. Tiga lainnya rawan sedang.
    tally 33 regency_city sedang 3 | tally.count_first | Tiga lainnya rawan sedang
    tally 33 regency_city tinggi 2 | tally.count_first | Dua masuk rawan tinggi

Bawaslu mengawasi 35 kabupaten/kota. Rapat digelar. Tiga lainnya rawan sedang.
"""


@pytest.mark.parametrize(("text", "facts"), examples(OF_A_NUMBER))
def test_how_many_of_a_number_are_of_a_level(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(
    ("n", "scope", "decision"),
    [("Enam", "52", "review"), ("Sebanyak 211", "ID", "auto"), ("Ada enam", "52", "review")],
)
def test_a_count_behind_one_of_the_nation_may_be_of_the_province_again(
    take: Take, n: str, scope: str, decision: str
) -> None:
    national = "Di tingkat nasional Lombok Tengah di peringkat keempat dari 261 kabupaten/kota."
    lead = "Bawaslu NTB merilis IKP Pilkada 2020. Lombok Tengah memperoleh skor 71,36."
    said = '"Kami tidak kaget," kata Suryadi di Mataram.'
    extraction = take(f"{lead} {national}\n\n{said}\n\n{n} daerah lainnya masuk rawan sedang.")[1]
    (tally,) = (one for one in extraction.findings if one.type == "tally")
    assert (tally.scope_code, tally.decision) == (scope, decision)
