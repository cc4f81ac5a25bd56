"""Pictures of what has no pages: the block is set anew, and exactly the quoted characters are marked."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from pipeline.model import Block, Document, Span, TableCell
from pipeline.pictures.lettering import drawn, font, set_lines, width
from pipeline.pictures.paper import BODY, window
from pipeline.pictures.text import text_view
from pipeline.pictures.view import View
from pipeline.readers import read
from quoted import evidence_of


def text_document(text: str) -> Document:
    return read(text.encode(), name="a.txt", sha256="0" * 64)


def ink(image: Image.Image) -> tuple[int, int]:
    """Return width and height of what is darker than any marker."""
    box = image.convert("L").point(lambda value: 255 * (value < 128)).getbbox()
    assert box is not None
    return box[2] - box[0], box[3] - box[1]


def shows(view: View, word: str, size: int) -> bool:
    """Tell whether the mark holds exactly this word: its ink is as large as the word's."""
    (box,) = view.marks
    paper = Image.new("RGB", (400, 60), "white")
    ImageDraw.Draw(paper).text((20, 20), word, fill="black", font=font(size))
    x0, top, x1, bottom = map(round, box)
    wide, high = ink(view.painted().crop((x0, top, x1, bottom)))
    return abs(wide - ink(paper)[0]) <= 2 and abs(high - ink(paper)[1]) <= 2


NEWS = "Bawaslu merilis IKP.\n\nDi Banten, Kabupaten Lebak meraih 72,10 dan Serang 65,30.\n\nDemikian."


@pytest.mark.parametrize("word", ["72,10", "65,30", "Lebak"])
def test_the_word_of_a_text_is_marked_and_no_other(word: str) -> None:
    document = text_document(NEWS)
    view = text_view(document, evidence_of(document, word))
    assert shows(view, word, BODY)
    assert view.where == "text, line 3"


HTML_TABLE = (
    "<html><body><article><p>Daftar skor kabupaten dan kota menurut Bawaslu pada tahun ini.</p><table>"
    "<tr><th>No</th><th>Daerah</th><th>Skor</th></tr>{}</table></article></body></html>"
).format("".join(f"<tr><td>{n}</td><td>Kota Beta {n}</td><td>{40 + n},15</td></tr>" for n in range(1, 12)))


def test_a_row_of_a_web_page_stands_under_its_header_among_its_neighbours() -> None:
    document = read(HTML_TABLE.encode(), name="a.html", sha256="0" * 64)
    view = text_view(document, evidence_of(document, "47,15"))
    assert shows(view, "47,15", 21)
    assert view.where == "web page, table 1 row 8"
    assert view.frame is not None
    whole = text_view(document, evidence_of(document, "7\tKota Beta 7\t47,15"))
    assert len(whole.marks) == 3
    assert all(left[2] < right[0] for left, right in pairwise(whole.marks))
    assert all(whole.frame[1] < mark[1] < mark[3] < whole.frame[3] for mark in whole.marks if whole.frame)


def test_a_long_cell_is_shortened_and_the_mark_stays() -> None:
    filler = "Bawaslu menyusun pemetaan kerawanan di seluruh daerah. " * 60
    page = HTML_TABLE.replace("Kota Beta 7", f"{filler}Kota Beta 7 {filler}").replace("Kota Beta 8", filler)
    document = read(page.encode(), name="a.html", sha256="0" * 64)
    view = text_view(document, evidence_of(document, "Beta 7"))
    assert view.image.height < 900
    assert len(view.marks) == 1


def test_a_cell_of_a_word_table_is_marked() -> None:
    source = docx.Document()
    source.add_paragraph("Daftar skor menurut Bawaslu.")
    table = source.add_table(rows=4, cols=2)
    for number, row in enumerate(table.rows):
        row.cells[0].text, row.cells[1].text = (
            ("Daerah", "Skor") if not number else (f"Kota {number}", f"{number},25")
        )
    stream = io.BytesIO()
    source.save(stream)
    document = read(stream.getvalue(), name="a.docx", sha256="0" * 64)
    view = text_view(document, evidence_of(document, "2,25"))
    assert shows(view, "2,25", 21)
    assert view.where.startswith("Word document, table 1 row 3")


def test_a_heading_far_above_is_shown_with_the_item_that_rests_on_it() -> None:
    items = "\n".join(f"{n}. Kota Beta {n}" for n in range(1, 9))
    document = text_document(f"KERAWANAN TINGGI\n\n{items}\n")
    view = text_view(document, evidence_of(document, "Kota Beta 7", "KERAWANAN TINGGI"))
    near = text_view(document, evidence_of(document, "Kota Beta 7"))
    assert view.others
    assert view.others[0][3] < view.marks[0][1]
    assert not near.others
    assert view.image.height > near.image.height


def test_further_evidence_inside_the_quote_is_not_marked_twice() -> None:
    document = text_document(NEWS)
    view = text_view(document, evidence_of(document, "Kabupaten Lebak meraih 72,10", "Lebak", "Serang"))
    assert len(view.others) == 2
    assert len(view.paler) == 1


def wide_sheet(columns: int) -> Document:
    rows = [
        "\t".join(f"K{column}" for column in range(columns)),
        "\t".join(f"{column},5" for column in range(columns)),
    ]
    text = "\n".join(rows)
    blocks = []
    start = 0
    for row in rows:
        cells = []
        at = start
        for word in row.split("\t"):
            cells.append(Span(start=at, end=at + len(word)))
            at += len(word) + 1
        span = Span(start=start, end=start + len(row))
        blocks.append(Block(kind="table_row", span=span, table=1, cells=tuple(TableCell(span=c) for c in cells)))
        start += len(row) + 1
    return Document(
        sha256="0" * 64, media_type="text/csv", text=text, blocks=tuple(blocks), reader="x", reader_version=1
    )


@pytest.mark.parametrize("columns", [3, 9, 61, 3_000])
def test_a_sheet_of_any_width_shows_the_marked_column(columns: int) -> None:
    document = wide_sheet(columns)
    word = f"{columns - 1},5"
    view = text_view(document, evidence_of(document, word))
    assert shows(view, word, 21)
    assert view.where == "table of values, line 2 of the text"
    assert view.image.width == 1_100


def test_a_quote_that_no_block_holds_is_shown_with_its_line() -> None:
    document = replace(text_document(NEWS), blocks=())
    assert shows(text_view(document, evidence_of(document, "72,10")), "72,10", BODY)


def test_a_long_text_is_shortened_around_the_quote() -> None:
    filler = "Bawaslu menyusun pemetaan kerawanan di seluruh daerah. "
    document = text_document(f"{filler * 400}Kota Alfa 72,10. {filler * 400}")
    view = text_view(document, evidence_of(document, "72,10"))
    assert shows(view, "72,10", BODY)
    assert view.image.height < 1_200


# --- letters ---


def test_indonesian_text_and_its_marks_are_drawn_as_they_are() -> None:
    plain = "Kabupaten Muko-Muko: 41,20% (rawan tinggi); “IKP” ‘2024’ ke-3… & Rp1.000/TPS? »ya« 27°"
    assert drawn(plain) == plain


LACKING = [("–", "-"), ("—", "-"), ("•", "·"), ("é", "e"), ("\u00a0", " "), ("×", "x"), ("₂", "2"), ("中", "中")]


@pytest.mark.parametrize(("char", "instead"), LACKING)
def test_what_the_font_lacks_is_drawn_in_plain_letters(char: str, instead: str) -> None:
    assert drawn(f"a{char}b") == f"a{instead}b"


@given(text=st.text(alphabet=" ab–é中\n\twWÄ😀.", max_size=80), room=st.integers(8, 300))
def test_lines_hold_every_character_in_its_place_and_fit(text: str, room: int) -> None:
    lines = set_lines(text, size=20, room=room)
    pieces = [piece for line in lines for piece in line]
    assert "".join(piece.text for piece in pieces) == "".join(text.split())
    assert all(piece.span.of(text) == piece.text for piece in pieces)
    assert all(len(p.text) == 1 or p.x + width(p.text, 20) <= room for p in pieces)


@given(
    text=st.text(alphabet="ab ", min_size=1, max_size=120),
    ends=st.tuples(st.integers(0, 120), st.integers(0, 120)),
    most=st.integers(1, 140),
)
def test_a_window_lies_in_the_block_and_holds_the_beginning_of_the_mark(
    text: str, ends: tuple[int, int], most: int
) -> None:
    low, high = sorted(min(end, len(text)) for end in ends)
    block, mark = Span(start=0, end=len(text)), Span(start=low, end=high)
    shown = window(text, block, [mark], most)
    assert block.covers(shown)
    assert shown.start <= max(low, 0) or not low < high
    assert shown.end - shown.start <= max(most, 1) or shown == block or high - low > most
