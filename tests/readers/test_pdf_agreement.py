"""Rows that two methods read differently are in doubt, and lower the grade."""

from __future__ import annotations

from pipeline.model import Place
from pipeline.readers.builder import RowCell
from pipeline.readers.drafts import Draft, build
from pipeline.readers.page import BBox, Page, Word, union
from pipeline.readers.pdf.agreement import DISPUTED, disputed


def word(text: str, x: float, top: float) -> Word:
    return Word(text=text, x0=x, top=top, x1=x + 6 * len(text), bottom=top + 10)


def cell(text: str, box: BBox) -> RowCell:
    return RowCell(text=text, place=Place(page=1, bbox=box))


def row(*cells: RowCell) -> Draft:
    box = union(one.place.bbox for one in cells if one.place.bbox)
    return Draft(kind="table_row", cells=cells, table=1, place=Place(page=1, bbox=box))


def page(*words: Word) -> Page:
    return Page(number=1, width=600, height=800, words=words)


WORDS = (word("Alfa", 50, 100), word("41,2", 200, 100), word("Beta", 50, 120), word("52,3", 200, 120))
ALFA = row(cell("Alfa", (50, 100, 74, 110)), cell("41,2", (200, 100, 224, 110)))
BETA = row(cell("Beta", (50, 120, 74, 130)), cell("52,3", (200, 120, 224, 130)))


def doubts(drafts: list[Draft], on: Page) -> list[float | None]:
    return [draft.confidence for draft in disputed(drafts, on)]


def test_rows_that_hold_just_the_figures_on_their_height_are_sure() -> None:
    text = Draft(kind="paragraph", text="Skor 2024")
    assert doubts([text, ALFA, BETA], page(*WORDS)) == [None, None, None]


def test_a_row_that_took_its_figure_from_another_is_in_doubt() -> None:
    crossed = row(cell("Alfa", (50, 100, 74, 110)), cell("52,3", (200, 120, 224, 130)))
    assert doubts([crossed], page(*WORDS)) == [DISPUTED]


def test_a_row_that_left_out_a_figure_on_its_height_is_in_doubt() -> None:
    short = row(cell("Alfa", (50, 100, 74, 110)), cell("", (190, 100, 230, 110)))
    assert doubts([short], page(*WORDS)) == [DISPUTED]


def test_a_cell_merged_over_several_rows_is_no_reason_for_doubt() -> None:
    merged = cell("IKP 2024", (300, 100, 360, 130))
    words = (*WORDS, word("2024", 320, 110))
    rows = [row(*draft.cells, merged) for draft in (ALFA, BETA)]
    assert doubts(rows, page(*words)) == [None, None]


def test_words_without_figures_count_for_nothing() -> None:
    assert doubts([ALFA], page(*WORDS, word("rawan", 300, 100))) == [None]


def test_the_doubt_is_carried_into_the_block() -> None:
    crossed = row(cell("Alfa", (50, 100, 74, 110)), cell("52,3", (200, 120, 224, 130)))
    blocks = build(disputed([ALFA, crossed], page(*WORDS))).blocks
    assert [block.confidence for block in blocks] == [None, DISPUTED]
