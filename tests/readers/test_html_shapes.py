"""Pages as they are found: typed lists, short last lines, tables of all kinds, footnote marks, metadata, odd bytes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from pipeline.model import Document
from pipeline.readers import read

FIRST = "Bawaslu Provinsi Alfa mengumumkan peta kerawanan seluruh kabupaten dan kota di kantornya, Senin (6/5)."
SECOND = "Ketua Bawaslu Alfa menyebut pembagian itu disusun dari laporan yang masuk sampai akhir bulan April."
THIRD = "Ia meminta jajaran pengawas di tingkat kecamatan memperhatikan daerah yang masuk kelompok teratas."


def page(body: str, head: str = "", *, aside: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>Peta Kerawanan Alfa</title>{head}</head><body>"
        "<header><nav><ul><li><a href=/>Beranda</a><li><a href=/p>Politik</a></ul></nav></header><main><article>"
        f"<h1>Peta Kerawanan Alfa</h1>{body}</article></main><aside><h3>Terpopuler</h3><ul><li><a href=/1>Harga beras "
        f"naik lagi di pasar induk Beta</a></ul>{aside}</aside><footer>Hak cipta Kabar Alfa</footer></body></html>"
    )


def read_page(text: str | bytes) -> Document:
    return read(text.encode() if isinstance(text, str) else text, name="a.html", sha256="0" * 64)


def shown(document: Document, *, main: bool = True) -> list[str]:
    """Return the blocks of the article, or what is outside of it; cells parted by bars."""
    return [
        "|".join(cell.span.of(document.text) for cell in block.cells)
        if block.cells
        else block.span.of(document.text)
        for block in document.blocks
        if block.main is main
    ]


ENDS: Mapping[str, tuple[str, list[str]]] = {
    "a list typed with line breaks": (
        f"<p>{SECOND}</p><p>1. Kab. Beta 77,73<br>2. Kab. Gama 58,7<br>3. Kota Delta 53,3</p>",
        ["Kab. Beta 77,73", "Kab. Gama 58,7", "Kota Delta 53,3"],
    ),
    "an article typed with line breaks": (
        f"<div>{SECOND}<br><br>{THIRD}<br><br>Berikut skornya:<br>- Kab. Beta 77,73<br>- Kab. Gama 58,7<br></div>",
        ["Berikut skornya:", "Kab. Beta 77,73", "Kab. Gama 58,7"],
    ),
    "short last paragraphs": (
        f"<p>{SECOND}</p><p>{THIRD}</p><p>Skor Kota Beta 32,4</p><p>Skor Gama 12</p>",
        ["Skor Kota Beta 32,4", "Skor Gama 12"],
    ),
    "short last paragraphs behind a share bar": (
        f"<div>{SECOND}</div><div>{THIRD}</div><div class=share>Bagikan</div><div>Skor Gama 12</div>",
        ["Skor Gama 12"],
    ),
}


@pytest.mark.parametrize("name", ENDS)
def test_the_end_of_an_article_belongs_to_it(name: str) -> None:
    body, last = ENDS[name]
    assert shown(read_page(page(f"<p>{FIRST}</p>{body}")))[-len(last) :] == last


@pytest.mark.parametrize(
    "hidden",
    [
        "<div style='display: none'><p>Skor Kota Beta 32,4</p></div>",
        "<section hidden><p>Skor Kota Beta 32,4</p></section>",
        "<noscript><p>Skor Kota Beta 32,4</p></noscript>",
    ],
)
def test_what_is_not_shown_is_kept_outside(hidden: str) -> None:
    document = read_page(page(f"<p>{FIRST}</p><p>{SECOND}</p>{hidden}<p>{THIRD}</p>"))
    assert "Skor Kota Beta 32,4" in shown(document, main=False)
    assert "Skor Kota Beta 32,4" not in shown(document)


TABLES: Mapping[str, tuple[str, list[str]]] = {
    "a caption": (
        "<table><caption>Tabel 1. Skor</caption><tr><th>Daerah<th>Skor<tr><td>Gama<td>12</table>",
        ["Tabel 1. Skor", "Daerah|Skor", "Gama|12"],
    ),
    "rows that reach to the end": (
        "<table><tr><td rowspan=0>Alfa<td>a<td>1<tr><td>b<td>2<tr><td>c<td>3</table>",
        ["Alfa|a|1", "Alfa|b|2", "Alfa|c|3"],
    ),
    "roles": (
        "<div role=table><div role=rowgroup><div role=row><span role=columnheader>Daerah</span>"
        "<span role=columnheader>Skor</span></div></div><div role=row><span role=cell>Gama</span><span role=cell>12"
        "</span></div></div>",
        ["Daerah|Skor", "Gama|12"],
    ),
    "styles": (
        "<div style='display:table'><div style='display:table-row'><p style='display:table-cell'>Daerah</p>"
        "<p style='display: table-cell'>Skor</p></div><div style='display:table-row-group'><div "
        "style='display:table-row'><p style='display:table-cell'>Gama</p><p style='display:table-cell'>12</p></div>"
        "</div></div>",
        ["Daerah|Skor", "Gama|12"],
    ),
    "a list of definitions": ("<dl><dt>Gama<dd>12<dt>Delta<dd>9</dl>", ["Gama|12", "Delta|9"]),
    "a table in a cell of a table": (
        "<table><tr><th>Daerah<th>Skor<th>Rincian<tr><td>Gama<td>12<td><table><tr><td>a<td>1<tr><td>b<td>2</table>"
        "<tr><td>Delta<td>9<td>-</table>",
        ["Daerah|Skor|Rincian", "Gama|12|", "Delta|9|-", "Gama|a|1", "Gama|b|2"],
    ),
    "marks of footnotes and hidden labels": (
        "<table><tr><td>Daerah<td>Skor<tr><td>Gama<sup>1</sup><td><span style='display:none'>Skor</span>12,4<sup>2</sup>"
        "</table>",
        ["Daerah|Skor", "Gama1|12,4"],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables(name: str) -> None:
    table, rows = TABLES[name]
    document = read_page(page(f"<p>{FIRST}</p>{table}<p>{SECOND}</p><p>{THIRD}</p>"))
    assert shown(document)[2:-2] == rows


def test_a_cell_that_only_centres_is_no_table() -> None:
    body = f"<div style='display:table'><div style='display:table-cell'><p>{FIRST}</p><p>{SECOND}</p></div></div>"
    assert shown(read_page(page(body)))[1:] == [FIRST, SECOND]


def test_marks_of_footnotes_are_no_part_of_a_figure() -> None:
    text = "Kota Beta memperoleh skor 58,7<sup>1</sup> dan Gama 12<sup>[2]</sup>, luasnya 9 km<sup>2</sup>."
    document = read_page(page(f"<p>{FIRST}</p><p>{text}</p><p>{THIRD}</p>"))
    assert "Kota Beta memperoleh skor 58,7 dan Gama 12, luasnya 9 km2." in shown(document)


def test_a_button_in_a_heading_is_read_and_another_not() -> None:
    body = f"<p>{FIRST}</p><h2><button>Rawan tinggi</button></h2><p>{SECOND}</p><button>Bagikan</button><p>{THIRD}</p>"
    document = read_page(page(body))
    assert "Rawan tinggi" in shown(document)
    assert "Bagikan" not in document.text


LD = '<script type="application/ld+json">{}</script>'
METADATA: Mapping[str, tuple[str, tuple[str | None, str | None, date | None]]] = {
    "graph": (
        LD.format(
            '{"@graph": [{"@type": "WebSite", "name": "Situs"}, {"@type": "NewsArticle", "headline": "Alfa  rawan",'
            ' "datePublished": "2024-01-06T10:00:00+07:00", "publisher": {"name": "Kabar Uji"}}]}'
        ),
        ("Alfa rawan", "Kabar Uji", date(2024, 1, 6)),
    ),
    "damaged JSON": (
        LD.format('{"headline": "Kata "rawan" itu", "datePublished": "2024-01-06"}'),
        ("Peta Kerawanan Alfa", None, date(2024, 1, 6)),
    ),
    "meta before JSON": (
        '<meta property="og:title" content="Judul"><meta name="pubdate" content="2024/02/01 08:00">'
        + LD.format('{"@type": "Article", "headline": "Lain", "datePublished": "2024-01-06"}'),
        ("Judul", None, date(2024, 2, 1)),
    ),
    "nested beyond reason": (LD.format("[" * 100_000), ("Peta Kerawanan Alfa", None, None)),
}


@pytest.mark.parametrize("name", METADATA)
def test_metadata(name: str) -> None:
    head, expected = METADATA[name]
    document = read_page(page(f"<p>{FIRST}</p>", head))
    assert (document.title, document.site, document.published) == expected


@pytest.mark.parametrize(
    "mark",
    [
        '<abbr class="published" title="2024-01-06T10:00:00+07:00">6 Jan</abbr>',
        '<span itemprop="datePublished" content="2024-01-06"></span>',
        '<time datetime="2024-01-06T10:00">Sabtu</time>',
    ],
)
def test_days_marked_in_the_page(mark: str) -> None:
    assert read_page(page(f"{mark}<p>{FIRST}</p>")).published == date(2024, 1, 6)


def test_several_times_without_a_mark_tell_no_day() -> None:
    times = '<time datetime="2024-01-06">a</time><time datetime="2024-01-07">b</time>'
    assert read_page(page(f"{times}<p>{FIRST}</p>")).published is None


@pytest.mark.parametrize(
    ("line", "told"),
    [("Halaman 1 2 3", True), ("Halaman selanjutnya", True), ("Tampilkan Semua", True), ("Halaman kantor", False)],
)
def test_an_article_of_several_pages_is_told(line: str, told: bool) -> None:  # noqa: FBT001
    document = read_page(page(f"<p>{FIRST}</p><p>{SECOND}</p><div class=paging>{line}</div>"))
    assert ("next_page" in {notice.code for notice in document.notices}) is told


def test_bytes_that_are_not_what_the_page_declares() -> None:
    text = page(f"<p>{FIRST}</p><p>Skor “tinggi” – Gama\0 &ldquo;12&rdquo;</p>").encode("cp1252")
    document = read_page(text)
    assert "Skor “tinggi” – Gama “12”" in document.text
    assert [notice.code for notice in document.notices] == ["encoding"]


def test_elements_that_are_never_closed_lose_no_text() -> None:
    body = (
        f"<p>{FIRST}</p>"
        + "".join(f"<p><font size=2><b>{SECOND} ({n})</p>" for n in range(200))
        + f"<p>{THIRD}</p>"
    )
    document = read_page(page(body))
    assert shown(document)[-1] == THIRD
    assert f"{SECOND} (199)" in shown(document)


def test_a_picture_written_into_the_page_costs_no_text() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 11_000_000}">'
    assert shown(read_page(page(f"<p>{FIRST}</p><p>{picture}{SECOND}</p>")))[-2:] == [FIRST, SECOND]
