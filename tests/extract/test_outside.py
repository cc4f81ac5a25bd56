"""Scores that a page holds outside its article alone: found, told, and left to a person."""

from __future__ import annotations

import hashlib

import pytest

from pipeline.extract import extract
from pipeline.model import Document, Extraction
from pipeline.readers import read
from pipeline.reference import Reference

LEAD = (
    "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024 bagi kabupaten dan kota, lengkap "
    "dengan nilai dan tingkatannya, di hadapan para pemangku kepentingan dan awak media setempat di Semarang."
)
TAIL = "Demikian paparan itu ditutup dengan tanya jawab bersama para undangan yang hadir sejak pagi hari itu juga."
BOX = "<p>Kabupaten Blora memperoleh skor IKP 48,3.</p>"


def taken(body: str, aside: str, reference: Reference) -> tuple[Document, Extraction]:
    page = (
        "<html><head><title>Peta kerawanan Jawa Tengah</title></head><body><article><h1>Peta kerawanan Jawa Tengah</h1>"
        f"<p>{LEAD}</p>{body}<p>{TAIL}</p></article><aside>{aside}</aside></body></html>"
    ).encode()
    document = read(page, name="a.html", sha256=hashlib.sha256(page).hexdigest())
    return document, extract(document, family="a.html", name="a.html", reference=reference)


@pytest.mark.parametrize(
    ("body", "aside"),
    [
        ("", BOX),
        (f"<div style='display:none'>{BOX}</div>", ""),
        (f"<noscript>{BOX}</noscript>", ""),
        ("", "<ul><li>Kabupaten Blora (skor 48,3)</li></ul>"),
        ("", "<table><tr><th>Daerah<th>Skor<tr><td>Kabupaten Blora<td>48,3</table>"),
        ("", "<table><tr><td>Kabupaten Blora<td>48,3<td>Sedang<tr><td>Kota Tegal<td>12,1<td>Rendah</table>"),
    ],
    ids=["box", "hidden", "noscript", "list", "table", "table without header"],
)
def test_a_score_outside_is_found_and_waits(body: str, aside: str, reference: Reference) -> None:
    document, extraction = taken(body, aside, reference)
    found = [finding for finding in extraction.findings if finding.region_code == "33.16"]
    assert [str(finding.score) for finding in found] == ["48.3"]
    assert all(finding.confidence < reference.calibration.threshold for finding in found)
    holding = next(block for block in document.blocks if block.span.covers(found[0].span))
    assert not holding.main
    assert "outside" in {notice.code for notice in extraction.notices}


def test_what_the_article_says_stands_alone(reference: Reference) -> None:
    _, extraction = taken("<p>Kabupaten Blora memperoleh skor 41,2.</p>", BOX, reference)
    assert [str(finding.score) for finding in extraction.findings] == ["41.2"]
    assert not extraction.notices


@pytest.mark.parametrize(
    "aside",
    [
        "<p>Baca juga: Kabupaten Blora Memperoleh Skor IKP 48,3</p>",
        "<p>Kabupaten Blora dalam berita</p>",
        "<p>Skor sementara 2-1 untuk tuan rumah</p>",
    ],
)
def test_links_and_other_words_outside_yield_nothing(aside: str, reference: Reference) -> None:
    _, extraction = taken("", aside, reference)
    assert not extraction.findings
