"""Readings that are known to be accepted and wrong: each row a text, and what may not be accepted for it.

A row whose fault is mended fails here: it moves to the tests of its rule.
"""

from __future__ import annotations

import pytest

from extract.conftest import Take
from finding_lines import lines_of

LEAD = "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"
FAULTS = {
    # a dimension's value, taken for the whole index
    "Kabupaten Blora dengan skor 80 pada kontestasi.": "score 33.16 80",
    "Kabupaten Blora (74,91) sementara Kabupaten Pati (68,20) pada dimensi kontestasi.": "score 33.16 74.91",
    "Pada dimensi kontestasi dan dimensi partisipasi, Kabupaten Blora tinggi, sedangkan Kabupaten Pati rendah.": (
        "category 33.18 rendah"
    ),
    "Kerawanan Kabupaten Blora di semua dimensi tergolong tinggi.": "category 33.16 tinggi",
    # the level of one topic, taken for the region's
    "Kerawanan logistik pemilu di Kabupaten Blora rawan tinggi.": "category 33.16 tinggi",
    # another region's value
    "Kabupaten Pati peringkat kelima dan skor 41,20 diraih Kabupaten Blora.": "score 33.18 41.20",
    "Kabupaten Blora rawan tinggi, begitu pula Kabupaten Pati, Kabupaten Kudus rawan rendah.": "category 33.18 rendah",
    "Kategori rawan tinggi diperoleh Kabupaten Pati. Adapun Kabupaten Blora aman.": "category 33.16 tinggi",
    # one of several values
    "Kabupaten Blora menjadi sorotan. Skornya masing-masing 91,00 dan 86,00.": "score 33.16 91.00",
}


@pytest.mark.parametrize(("text", "wrong"), FAULTS.items())
@pytest.mark.xfail(strict=True, reason="known to be accepted and wrong")
def test_it_is_not_accepted(text: str, wrong: str, take: Take) -> None:
    findings = take(LEAD + text)[1].findings
    assert wrong not in {line for one in findings if one.decision == "auto" for line in lines_of(one)}
