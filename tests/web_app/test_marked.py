"""What a page shows of a document is its text, whole and in order, however marks lie in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, Template

from pipeline.jobs.desk import Desk
from pipeline.model import Block, BlockKind, Document, Span, TableCell
from pipeline.web.marked import AROUND, Mark, Segment, ShownBlock, Text, around, part_of, part_with
from pipeline.web.site import environment, item_path
from pipeline.web.words import phrase_in

KINDS: tuple[BlockKind, ...] = ("heading", "paragraph", "list_item", "table_row", "note")

TEMPLATES = environment()


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Blocks with text between them, some of them table rows with empty and merged cells."""
    text, blocks = "", []
    for number in range(draw(st.integers(1, 8))):
        text += draw(st.sampled_from(["", "\n", "\n\n", "\n1. ", " *\n", "\n---\n\n- ", "  "]))
        kind = draw(st.sampled_from(KINDS))
        start, cells = len(text), []
        for _ in range(draw(st.integers(1, 4)) if kind == "table_row" else 1):
            cell = len(text)
            text += draw(st.sampled_from(["", "Alfa", "41,20", "<b>x</b> & y", "dua\nbaris", "  "]))
            columns = draw(st.integers(1, 2)) if kind == "table_row" else 0
            cells += [TableCell(span=Span(start=cell, end=len(text)))] * columns
            text += draw(st.sampled_from(["\t", " | ", ""])) if kind == "table_row" else ""
        blocks.append(
            Block(kind=kind, span=Span(start=start, end=len(text)), cells=tuple(cells), table=number // 3)
        )
    text += draw(st.sampled_from(["", "\n", "\n\n* tail"]))
    return Document(
        sha256="0" * 64, media_type="text/plain", text=text, blocks=tuple(blocks), reader="t", reader_version=1
    )


@st.composite
def marked(draw: st.DrawFn) -> tuple[Document, list[Mark]]:
    document = draw(documents())
    end = st.integers(0, len(document.text))
    spans = draw(st.lists(st.tuples(end, end).filter(lambda pair: pair[0] != pair[1]), max_size=6))
    marks = [
        Mark(span=Span(start=min(pair), end=max(pair)), key=f"k{number}", now=number == 0)
        for number, pair in enumerate(spans)
    ]
    return document, marks


def segments(text: Text) -> Iterator[Segment]:
    for stretch in text.stretches:
        for block in stretch.blocks:
            yield from of_block(block)


def of_block(block: ShownBlock) -> Iterator[Segment]:
    yield from block.marker
    yield from block.segments
    for cell in block.cells:
        yield from cell.segments
    yield from block.tail


def ink(text: str) -> str:
    return "".join(text.split())


@given(marked())
def test_nothing_of_the_text_is_lost_doubled_or_moved(case: tuple[Document, list[Mark]]) -> None:
    document, marks = case
    shown = list(segments(part_of(document, marks, 0, len(document.blocks))))
    assert ink("".join(one.text for one in shown)) == ink(document.text)


@given(marked())
def test_a_character_is_marked_by_exactly_what_covers_it(case: tuple[Document, list[Mark]]) -> None:
    document, marks = case
    shown = segments(part_of(document, marks, 0, len(document.blocks)))
    found = [
        (character, frozenset(one.keys), one.now)
        for one in shown
        for character in one.text
        if not character.isspace()
    ]
    wanted = [
        (
            character,
            frozenset(mark.key for mark in marks if mark.span.start <= at < mark.span.end),
            any(mark.now and mark.span.start <= at < mark.span.end for mark in marks),
        )
        for at, character in enumerate(document.text)
        if not character.isspace()
    ]
    assert found == wanted


@given(marked())
def test_the_one_decided_begins_once(case: tuple[Document, list[Mark]]) -> None:
    document, marks = case
    shown = list(segments(part_of(document, marks, 0, len(document.blocks))))
    assert sum(one.first for one in shown) == (1 if any(one.now for one in shown) else 0)


@given(marked(), st.integers(1, 4))
def test_parts_of_a_document_join_to_the_whole(case: tuple[Document, list[Mark]], size: int) -> None:
    document, marks = case
    count = len(document.blocks)
    parts = [part_of(document, marks, at, min(at + size, count)) for at in range(0, count, size)]
    assert ink("".join(one.text for part in parts for one in segments(part))) == ink(document.text)


@given(marked())
def test_the_page_shows_the_text_and_no_markup_of_it(case: tuple[Document, list[Mark]]) -> None:
    document, marks = case
    html = rendered(TEMPLATES, part_of(document, marks, 0, len(document.blocks)))
    assert "<b>" not in html
    assert html.count("&lt;b&gt;") == document.text.count("<b>") or marks  # a mark may cut the five characters


@cache
def compiled(templates: Environment) -> Template:
    return templates.from_string('{% import "_text.html" as texts %}{{ texts.text(text, t, item_path) }}')


def rendered(templates: Environment, text: Text) -> str:
    return compiled(templates).render(text=text, t=phrase_in("en"), item_path=item_path)


def test_only_the_surroundings_of_a_long_document_are_shown() -> None:
    text = "".join(f"Paragraf {number}.\n" for number in range(1000))
    starts = [text.index(f"Paragraf {number}.") for number in range(1000)]
    blocks = tuple(Block(kind="paragraph", span=Span(start=at, end=text.index("\n", at))) for at in starts)
    document = Document(
        sha256="0" * 64, media_type="text/plain", text=text, blocks=blocks, reader="t", reader_version=1
    )
    span = Span(start=starts[500], end=starts[500] + 8)
    shown = around(document, [Mark(span=span, key="k", now=True)])
    assert (shown.first, shown.last, shown.count) == (500 - AROUND, 501 + AROUND, 1000)
    assert any(one.now for one in segments(shown))
    assert part_with(document, span) == 2


def test_every_sample_is_shown_whole(original: Desk) -> None:
    hashes = {item.sha256 for item in original.queue() if item.sha256}
    documents = [document for sha256 in hashes if (document := original.document(sha256))]
    assert len(documents) > 4
    for document in documents:
        marks = [
            Mark(span=evidence.span, key=item.key)
            for item in original.findings_in(document.sha256)
            for evidence in item.finding.evidence
        ]
        shown = segments(part_of(document, marks, 0, len(document.blocks)))
        assert ink("".join(one.text for one in shown)) == ink(document.text)
