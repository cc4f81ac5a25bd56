"""Lists in which the figure stands before its region: the order of a list is told by its ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

TOLD = """
Rinciannya 41,20 Blora, 39,10 Pati, dan 38,00 Kudus.
    score 33.16 41.20 | score.pair | Rinciannya 41,20 Blora
    score 33.18 39.10 | score.pair | 39,10 Pati
    score 33.19 38.00 | score.pair | 38,00 Kudus

Tercatat 41,20 skor Kabupaten Blora, 39,10 skor Kabupaten Pati, 38,00 nilai Kudus.
    score 33.16 41.20 | score.pair | Tercatat 41,20 skor Kabupaten Blora
    score 33.18 39.10 | score.pair | 39,10 skor Kabupaten Pati
    score 33.19 38.00 | score.pair | 38,00 nilai Kudus

Skornya 41,20 (Kabupaten Blora), 39,10 (Kabupaten Pati), 38,00 (Kudus).
    score 33.16 41.20 | score.cued | Skornya 41,20
    score 33.18 39.10 | score.pair | 39,10 (Kabupaten Pati
    score 33.19 38.00 | score.pair | 38,00 (Kudus

Rincian di Jawa Tengah: 41,20 Blora, 39,10 Pati, 38,00 Kudus.
    score 33.16 41.20 | score.pair | 41,20 Blora
    score 33.18 39.10 | score.pair | 39,10 Pati
    score 33.19 38.00 | score.pair | 38,00 Kudus

Skor 41,20 ditempati Blora, 39,10 oleh Pati dan 38,00 di Kudus.
    score 33.16 41.20 | score.cued | Skor 41,20
    score 33.18 39.10 | score.pair | 39,10 oleh Pati
    score 33.19 38.00 | score.pair | 38,00 di Kudus

Blora, 41,20; Pati, 39,10; Kudus, 38,00.
    score 33.16 41.20 | score.pair | Blora, 41,20
    score 33.18 39.10 | score.pair | Pati, 39,10
    score 33.19 38.00 | score.pair | Kudus, 38,00

Blora 41,20 (Jawa Tengah), Sidoarjo 39,10 (Jawa Timur).
    score 33.16 41.20 | score.pair | Blora 41,20
    score 35.15 39.10 | score.pair | Sidoarjo 39,10

Blora, 41,20 Pati, 39,10 Kudus, 38,00 Jepara.
    score 33.18 41.20? | score.pair | 41,20 Pati
    score 33.19 39.10? | score.pair | 39,10 Kudus
    score 33.20 38.00? | score.pair | 38,00 Jepara

Blora, 41,20 Pati, 39,10 Kudus, 38,00.
    score 33.16 41.20 | score.pair | Blora, 41,20
    score 33.18 39.10 | score.pair | Pati, 39,10
    score 33.19 38.00 | score.pair | Kudus, 38,00

Skor 41,20 untuk Blora dan Pati, 39,10 untuk Kudus.
    score 33.16 41.20? | score.shared | Skor 41,20 untuk Blora
    score 33.18 41.20? | score.shared | Skor 41,20 untuk Blora dan Pati
    score 33.19 39.10 | score.pair | 39,10 untuk Kudus

Skornya 41,20, Pati 39,10, Kudus 38,00, dan Jepara lebih rendah.
    score 33 41.20? | score.cued | Skornya 41,20
    score 33.18 39.10 | score.pair | Pati 39,10
    score 33.19 38.00 | score.pair | Kudus 38,00

Blora meraih skor 41,20, sedangkan 39,10 diraih Pati, 38,00 diraih Kudus.
    score 33.16 41.20 | score.cued | Blora meraih skor 41,20
    score 33.18 39.10 | score.pair | 39,10 diraih Pati
    score 33.19 38.00 | score.pair | 38,00 diraih Kudus

Dimensi kontestasi: 41,20 Blora, 39,10 Pati, 38,00 Kudus.
    dimension 33.16 kontestasi 41.20 | score.pair | Dimensi kontestasi: 41,20 Blora
    dimension 33.18 kontestasi 39.10 | score.pair | 39,10 Pati
    dimension 33.19 kontestasi 38.00 | score.pair | 38,00 Kudus

41,20 Blora 39,10 Pati 38,00 Kudus
    score 33.16 41.20? | score.pair | 41,20 Blora
    score 33.18 39.10? | score.pair | 39,10 Pati
    score 33.19 38.00? | score.pair | 38,00 Kudus

41,20 (Blora), 39,10 (Pati), dan 38,00 (Kudus).
    score 33.16 41.20 | score.pair | 41,20 (Blora
    score 33.18 39.10 | score.pair | 39,10 (Pati
    score 33.19 38.00 | score.pair | 38,00 (Kudus

(41,20) Blora, (39,10) Pati.
    score 33.16 41.20 | score.pair | (41,20) Blora
    score 33.18 39.10 | score.pair | 39,10) Pati

Nilai 41,20, Blora, 39,10, Pati, 38,00, Kudus.
    score 33.16 41.20? | score.cued | Nilai 41,20
    score 33.18 39.10? | score.pair | 39,10, Pati
    score 33.19 38.00? | score.pair | 38,00, Kudus

Angka 41,20 milik Blora dan 39,10 milik Pati, Kudus 38,00.
    score 33.16 41.20 | score.pair | Angka 41,20 milik Blora
    score 33.18 39.10 | score.pair | 39,10 milik Pati
    score 33.19 38.00? | score.near | Kudus 38,00

Jarak 41,20 kilometer dari Blora, 39,10 kilometer dari Pati.
"""


@pytest.mark.parametrize(("text", "facts"), examples(TOLD))
def test_figures_before_their_regions(text: str, facts: set[str], take: Take) -> None:
    _, extraction = take(text)
    assert told_by(extraction) == facts
