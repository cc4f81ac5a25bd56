"""Scores and ranks as reports tell them: whose they are from sentence to sentence, and what is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

SAID_AT = """
Ketua Bawaslu Didik Joko, di Blora, Selasa, mengatakan skornya 41,20.
    score 33 41.20? | score.cued | mengatakan skornya 41,20

Ketua Bawaslu Didik Joko di Kabupaten Blora, Selasa (9/4), mengatakan skornya 41,20.
    score 33 41.20? | score.cued | mengatakan skornya 41,20

Skornya 41,20, kata Ketua Bawaslu Didik Joko di Kabupaten Blora, Selasa.
    score 33 41.20? | score.cued | Skornya 41,20

[nation] Anggota Bawaslu Didik Joko, di Jakarta, Selasa siang, mengatakan rata-rata nasional 49,63.
    score ID 49.63? | score.national_mean | rata-rata nasional 49,63

[nation] "Kabupaten Blora rawan sedang," kata dia di Kabupaten Pati, Rabu (9/4).
    category 33.16 sedang | level.behind | Kabupaten Blora rawan sedang

Skor tertinggi di Blora, Selasa lalu dirilis, 41,20.

Kerawanan di Blora, Selasa (9/4), mencapai skor 41,20.
    score 33.16 41.20 | score.cued | Blora, Selasa (9/4), mencapai skor 41,20
"""
"""Places with a day, where something was said, and places that are spoken of."""

SPOKEN_OF = """
Sementara Blora urutan ke-29. ¶ Ada dua subdimensi yang merah di Pati. Yaitu hak memilih (71,4) dan kampanye calon (58,9).
    dimension 33.18 hak memilih 71.4 | score.cued | Yaitu hak memilih (71,4
    dimension 33.18 kampanye calon 58.9 | score.cued | Yaitu hak memilih (71,4) dan kampanye calon (58,9
    rank 33.16 29? | rank.stated | Blora urutan ke-29

Skor Blora 41,20. ¶ Dimensi yang paling menonjol di Pati adalah kontestasi. Skornya 61,20.
    score 33.16 41.20 | score.pair | Blora 41,20
    score 33.18 61.20? | score.cued | Skornya 61,20

Skor Blora 41,20. ¶ Dimensi dibahas di Pati, Selasa. Dimensi kontestasi 61,20.
    dimension 33.16 kontestasi 61.20 | score.cued | Dimensi kontestasi 61,20
    score 33.16 41.20 | score.pair | Blora 41,20

Skor Blora 41,20. Skor kontestasi lebih tinggi daripada di Pati. Dimensi partisipasi 61,20.
    dimension 33.16 partisipasi 61.20 | score.cued | Dimensi partisipasi 61,20
    score 33.16 41.20 | score.pair | Blora 41,20

Skor Blora 41,20. Rapat digelar di Pati. Dimensi partisipasi 61,20.
    dimension 33.16 partisipasi 61.20 | score.cued | Dimensi partisipasi 61,20
    score 33.16 41.20 | score.pair | Blora 41,20
"""
"""Regions behind "di" that the next sentence goes on with, and those that it does not."""


@pytest.mark.parametrize(("text", "facts"), examples(SAID_AT))
def test_a_place_where_words_were_said_bears_nothing(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(SPOKEN_OF))
def test_a_place_where_dimensions_are_is_gone_on_with(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
