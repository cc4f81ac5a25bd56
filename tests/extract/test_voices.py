"""Values that another body may tell: who spoke last speaks on, until Bawaslu or its index is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from extract.conftest import Facts

INDEX = "YOGYAKARTA - Bawaslu DIY merilis Indeks Kerawanan Pemilu (IKP) 2024."
LEVEL = "Kabupaten Bantul masuk kategori rawan tinggi."
PARAGRAPH = "Masyarakat diminta tetap tenang dan menjaga kerukunan di lingkungan tempat tinggal masing-masing."

OTHERS = [
    f"Kapolda DIY memaparkan pemetaan wilayah. {LEVEL}",
    f"Kapolda DIY memaparkan pemetaan wilayah.\n\n{LEVEL}",
    f"Kesbangpol memakai IKP Bawaslu sebagai pembanding. {LEVEL}",
    f"Sementara itu, Kepala Dinas Kominfo memaparkan petanya. {LEVEL}",
    f"Menurut pengamat, peta itu sudah lama. {LEVEL}",
    f"Universitas Gadjah Mada meneliti hal serupa. {LEVEL}",
    f"Pengamanan ditambah, kata Kapolres. {LEVEL}",
    f"Gubernur memaparkan peta. {PARAGRAPH}\n\n{PARAGRAPH}\n\n{LEVEL}",
]
BAWASLU = [
    LEVEL,
    f"Kapolda DIY memaparkan pemetaan. Menurut Bawaslu, {LEVEL}",
    f"Kapolda DIY memaparkan pemetaan. Hasil IKP lain lagi. {LEVEL}",
    f"Bawaslu menemui Kapolda DIY. {LEVEL}",
    f"Polisitidur di jalan itu rusak. {LEVEL}",
    f"Gubernur memaparkan peta.\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n{LEVEL}",
]


@pytest.mark.parametrize("text", OTHERS)
def test_what_another_body_may_tell_waits(text: str, accepted: Facts) -> None:
    assert accepted(f"{INDEX}\n\n{text}") == set()


@pytest.mark.parametrize("text", BAWASLU)
def test_what_bawaslu_tells_is_accepted(text: str, accepted: Facts) -> None:
    assert accepted(f"{INDEX}\n\n{text}") == {"category 34.02 tinggi"}
