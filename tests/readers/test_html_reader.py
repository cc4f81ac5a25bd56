"""Web pages."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ReadError
from pipeline.model import Document
from pipeline.readers import read

LONG = "Bawaslu Provinsi Alfa merilis pemetaan kerawanan hari Senin di kantornya, di muka para tamu. "
PAGE = f"""<!doctype html><html lang="id"><head><title>Judul | Kabar</title>
<meta property="og:title" content="Alfa Rawan Tinggi"><meta property="og:site_name" content="Kabar Uji">
<meta property="article:published_time" content="2024-08-26T10:00:00+07:00">
<script>var x = "jahat";</script></head>
<body><nav><ul><li><a href="/">Beranda</a></li><li>Politik</li></ul></nav>
<article><h1>Alfa Rawan Tinggi</h1><p>{LONG}</p><p>{LONG}Kedua.</p>
<ol start="3"><li>Kota Beta (58,10)</li><li>Kota Gama (41,20)</li></ol>
<table><tr><th>No</th><th colspan="2">Daerah</th></tr><tr><td rowspan="2">1</td><td>Beta</td><td>58,1</td></tr>
<tr><td>Gama</td><td>41,2</td></tr></table><p>{LONG}Ketiga.</p></article>
<aside><table><tr><td>Delta</td><td>12,1</td></tr><tr><td>Eta</td><td>11,9</td></tr></table></aside>
<footer><p>Hak cipta</p></footer></body></html>"""


def read_page(page: str | bytes) -> Document:
    return read(page.encode() if isinstance(page, str) else page, name="a.html", sha256="0" * 64)


def shown(document: Document) -> list[tuple[str, str, bool]]:
    return [(block.kind, block.span.of(document.text), block.main) for block in document.blocks]


def test_the_article_is_main_and_the_rest_is_kept() -> None:
    document = read_page(PAGE)
    main = {words: is_main for _, words, is_main in shown(document)}
    assert main["Alfa Rawan Tinggi"]
    assert main[LONG.strip()]
    assert main["Kota Beta (58,10)"]
    assert not main["Beranda"]
    assert not main["Hak cipta"]
    assert "jahat" not in document.text


def test_metadata_comes_from_the_pages_own_tags() -> None:
    document = read_page(PAGE)
    assert (document.title, document.site) == ("Alfa Rawan Tinggi", "Kabar Uji")
    assert document.published == date(2024, 8, 26)


def test_numbered_lists_keep_their_numbers() -> None:
    assert [b.number for b in read_page(PAGE).blocks if b.kind == "list_item" and b.main] == [3, 4]


def test_tables_keep_their_place_and_merged_cells_stand_in_each_column() -> None:
    document = read_page(PAGE)
    rows = [
        (block.table, [cell.span.of(document.text) for cell in block.cells], block.main)
        for block in document.blocks
        if block.kind == "table_row"
    ]
    assert rows == [
        (1, ["No", "Daerah", "Daerah"], True),
        (1, ["1", "Beta", "58,1"], True),
        (1, ["1", "Gama", "41,2"], True),
        (2, ["Delta", "12,1"], False),
        (2, ["Eta", "11,9"], False),
    ]
    kinds = [kind for kind, _, _ in shown(document)]
    assert kinds.index("table_row") < len(kinds) - 1 - kinds[::-1].index("paragraph")


def test_a_layout_table_is_no_table() -> None:
    document = read_page(
        f"<table><tr><td><p>{LONG}</p><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>"
    )
    assert [(b.kind, b.table) for b in document.blocks] == [("paragraph", None), ("table_row", 1)]


def test_lines_parted_by_br_and_typed_numbers() -> None:
    document = read_page(f"<article><p>{LONG}</p><p>Daftar:<br>1. Beta<br>2. Gama</p></article>")
    assert [b.number for b in document.blocks] == [None, None, 1, 2]


def test_a_page_without_an_article_gives_all_visible_text() -> None:
    document = read_page("<html><body><p>Skor Alfa 41,2</p><p style='display: none'>rahasia</p></body></html>")
    assert [(words, main) for _, words, main in shown(document)] == [("Skor Alfa 41,2", True), ("rahasia", False)]


def test_declared_windows_1252() -> None:
    page = "<html><head><meta charset='iso-8859-1'></head><body><p>Skor “tinggi” Alfa</p></body></html>"
    assert "“tinggi”" in read_page(page.encode("cp1252")).text


def test_entities_of_a_doctype_are_not_expanded() -> None:
    page = '<!DOCTYPE html [<!ENTITY a "xxxxxxxxxx">]><html><body><p>Skor &a; 41,2</p></body></html>'
    assert "xxxxxxxxxx" not in "".join(words for kind, words, _ in shown(read_page(page)) if "Skor" in words)


def test_absurd_spans_are_capped() -> None:
    page = "<table><tr><td colspan=99999 rowspan=99999>x</td><td>y</td></tr><tr><td>z</td></tr></table>"
    assert max(len(block.cells) for block in read_page(page).blocks) < 200


_tags = st.sampled_from(
    ["p", "div", "ul", "ol", "li", "table", "tr", "td", "th", "h2", "br", "b", "article", "nav", "pre"]
)
_markup = st.lists(
    st.one_of(_tags.map("<{}>".format), _tags.map("</{}>".format), st.text(max_size=8), st.just("Kota Beta 41,2")),
    max_size=25,
).map("".join)


@given(_markup)
def test_spans_are_valid_for_any_markup(markup: str) -> None:
    try:
        document = read_page("<html><body>" + markup)
    except ReadError as error:
        assert error.code in {"no_text", "unknown_format"}  # noqa: PT017 - either outcome is right
        return
    end = 0
    for block in document.blocks:
        assert end <= block.span.start <= block.span.end <= len(document.text)
        assert all(block.span.covers(cell.span) for cell in block.cells)
        end = block.span.end
