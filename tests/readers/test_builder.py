"""The builder and ``assemble``: spans are right whatever is appended."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Block
from pipeline.readers.builder import RowCell, TextBuilder
from pipeline.readers.drafts import Draft, assemble, without_repeated_headers

_cells = st.lists(st.builds(RowCell, text=st.text(max_size=8), columns=st.integers(1, 3)), min_size=1, max_size=4)
_drafts = st.one_of(
    st.builds(
        Draft, kind=st.sampled_from(["heading", "paragraph", "list_item", "note"]), text=st.text(max_size=20)
    ),
    st.builds(Draft, kind=st.just("table_row"), cells=_cells.map(tuple), table=st.integers(1, 3)),
)


def assert_valid(text: str, blocks: tuple[Block, ...]) -> None:
    end = 0
    for block in blocks:
        assert end <= block.span.start <= block.span.end <= len(text)
        assert all(block.span.covers(cell.span) for cell in block.cells)
        end = block.span.end


def test_pieces_come_back_through_their_spans() -> None:
    builder = TextBuilder()
    first = builder.add("paragraph", "Kota Beta")
    row = builder.row([RowCell(text=""), RowCell(text="77,7", columns=2)], table=builder.next_table())
    assert first.of(builder.text) == "Kota Beta"
    assert row.of(builder.text) == "\t77,7"
    assert [cell.span.of(builder.text) for cell in builder.blocks[1].cells] == ["", "77,7", "77,7"]


@given(st.lists(_drafts, max_size=12))
def test_assembled_spans_are_in_order_and_inside(drafts: list[Draft]) -> None:
    text, blocks = assemble(drafts)
    assert_valid(text, blocks)
    for draft in drafts:
        assert draft.text in text
        assert all(cell.text in text for cell in draft.cells)


def test_tables_are_numbered_in_order_of_appearance() -> None:
    rows = [Draft(kind="table_row", cells=(RowCell(text="x"),), table=table) for table in (-4, -4, 9)]
    assert [block.table for block in assemble(rows)[1]] == [1, 1, 2]


def test_a_repeated_header_becomes_a_note_and_repeated_data_stay() -> None:
    header = Draft(kind="table_row", cells=(RowCell(text="No"), RowCell(text="Skor")), table=1)
    data = Draft(kind="table_row", cells=(RowCell(text="1"), RowCell(text="41,2")), table=1)
    assert [draft.kind for draft in without_repeated_headers([header, data, header, data])] == [
        "table_row",
        "table_row",
        "note",
        "table_row",
    ]
    numbers_only = [data, data]
    assert [draft.kind for draft in without_repeated_headers(numbers_only)] == ["table_row", "table_row"]
