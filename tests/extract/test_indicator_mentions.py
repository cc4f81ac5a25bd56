"""Wordings inside running text, and what must hold for every text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.catalog.indicators import find_indicators, match_indicator
from pipeline.extract.catalog.wordings import wordings_of
from pipeline.reference import load_reference

SENTENCES = [
    ("Kerawanan utama di sana netralitas aparatur sipil negara (ASN) serta politik uang.", [12, 54]),
    ("Pernah ada pelanggaran saat proses pemungutan suara di dua TPS.", [31]),
    ("Bawaslu mencatat penghitugan suara ulang, lalu surat suara yang sempat tertukar antardapil.", [33, 29]),
    ("Pemilih yang memenuhi syarat tetapi\nbelum terdaftar di DPT masih ditemukan.", [17]),
    ("Ada intimidasi kepada penyelenggara pemilu. Pemilih aman.", [6]),
    ("Riwayat PSU/PSSU ada di 52 TPS.", [32, 33]),
    ("Kotak suara pernah dibakar, kantor KPU dirusak, dan petugas KPPS mendapat intimidasi.", [8, 8, 6]),
    ("Rekomendasi Bawaslu tak ditindaklanjuti KPU, lalu pemilih tak masuk daftar pemilih tetap.", [10, 17]),
    ("Keberpihakan penyelenggara dan perusakan kantor panwascam disebut juga.", [25, 8]),
    ("Iklan kampanye sebelum jadwalnya, pelibatan abdi negara dalam kampanye.", [45, 12]),
    ("Penyelenggara pemilu mengintimidasi siapa pun, pemilih mencoblos surat suara.", []),
    ("Gangguan terhadap penyelenggara, intimidasi yang lain.", []),
    ("Konflik antara lain urusan pengurus.", []),
    ("Netralitas wasit dibahas. Isu ini hanya soal netralitas.", []),
    ("Pemungutan suara berlangsung, surat suara dihitung, saksi hadir, pengawas mencatat.", []),
    ("Penyelenggara menata logistik. Tertukar kursi di aula.", []),
    ("Seluruh tahapan, dari kampanye sampai rekapitulasi, diawasi.", []),
    ("Syarat dipenuhi, kata dia, dan pemilih datang. Tidak terdaftar pun dilayani.", []),
]
"""Running text and the indicators that are named in it, in order."""


def numbers_in(text: str) -> list[int]:
    return [number for _, match in find_indicators(text, load_reference()) for number in match.numbers]


@pytest.mark.parametrize(("text", "numbers"), SENTENCES)
def test_running_text(text: str, numbers: list[int]) -> None:
    assert numbers_in(text) == numbers


def test_spans_quote_the_text_verbatim() -> None:
    text = "Isu di sini:\n- “Politik\u00a0uang”\n- Tertukarnya surat  suara"
    quotes = [span.of(text) for span, _ in find_indicators(text, load_reference())]
    assert quotes == ["Politik\u00a0uang", "Tertukarnya surat  suara"]


_WORDS = st.sampled_from(
    [word for wording in wordings_of(load_reference()).all[::7] for word in wording.text.split()]
    + [".", ",", "\n", "(", "dan", "tidak", "14", "É", "Kabupaten"]
)


@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_mentions_are_in_order_and_apart(text: str) -> None:
    found = find_indicators(text, load_reference())
    assert all(before.end <= after.start for (before, _), (after, _) in pairwise(found))
    assert all(span.of(text).strip() and (match.numbers or match.issue) for span, match in found)


@given(st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=12).map(" ".join)))
def test_any_phrase_gets_a_consistent_answer(phrase: str) -> None:
    found = match_indicator(phrase, load_reference())
    assert found == match_indicator(phrase, load_reference())
    assert (found.decision == "none") == (found.match.kind == "none")
    if found.decision == "accept":
        assert found.numbers or found.issue
    if found.decision == "none":
        assert not found.numbers
        assert found.issue is None
    assert set(found.numbers) <= set(range(1, 62))
    assert len(set(found.numbers)) == len(found.numbers)
