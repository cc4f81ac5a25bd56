"""Blocks before they have a span: what the readers of HTML, Word and PDF hand to the builder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from pipeline.model import Block, BlockKind, Place, ScannedWord
from pipeline.readers.builder import NOWHERE, RowCell, TextBuilder, shifted
from pipeline.readers.cards import cards_among
from pipeline.readers.lines import Line, Marker, is_capitals, levels, markers, may_be_title
from pipeline.text import fold

_LEVELS = 2  # rows of a header that may come again
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A block to be: ``text`` for prose, ``cells`` and ``table`` (any number, one per table) for a row.

    A paragraph may still turn out to be a list item or a heading; every other kind is final. ``words`` are those
    of its text that were recognised in a picture, with spans into ``text``. ``confidence`` (0 to 1) is set where a
    reader is not sure of a row.
    """

    kind: BlockKind
    text: str = ""
    place: Place = NOWHERE
    number: int | None = None
    level: int = 1
    main: bool = True
    cells: tuple[RowCell, ...] = ()
    table: int | None = None
    words: tuple[ScannedWord, ...] = ()
    confidence: float | None = None


def assemble(drafts: Sequence[Draft]) -> tuple[str, tuple[Block, ...]]:
    """Build the text and its blocks, as ``build`` does.

    >>> text, blocks = assemble([Draft(kind="paragraph", text="Daftar:"), Draft(kind="paragraph", text="1. Beta")])
    >>> [(block.kind, block.number, block.span.of(text)) for block in blocks]
    [('paragraph', None, 'Daftar:'), ('list_item', 1, 'Beta')]
    """
    builder = build(drafts)
    return builder.text, builder.blocks


def build(drafts: Sequence[Draft]) -> TextBuilder:
    """Append all drafts to a text. List markers typed by hand are found, headings in capitals too."""
    drafts = _with_cards(drafts)
    builder = TextBuilder()
    tables: dict[int, int] = {}
    found = markers([draft.text if draft.kind == "paragraph" else "" for draft in drafts])
    depths = levels(marker.style if marker else None for marker in found)
    title = _title_index(drafts, found)
    for index, (draft, marker, depth) in enumerate(zip(drafts, found, depths, strict=True)):
        if draft.cells:
            table = draft.table or 0
            number = tables[table] if table in tables else tables.setdefault(table, builder.next_table())
            builder.row(draft.cells, table=number, place=draft.place, main=draft.main, confidence=draft.confidence)
        elif draft.text:
            _add(builder, draft, marker, depth, title=index == title)
    return builder


def without_repeated_headers(drafts: Sequence[Draft]) -> list[Draft]:
    """Turn table rows that repeat the table's first one, as after a page break, into notes.

    Where the header has two levels, the second goes with the first.
    """
    rows: dict[int, list[tuple[str, ...]]] = {}
    repeated: dict[int, int] = {}
    result: list[Draft] = []
    for draft in drafts:
        if not draft.cells or draft.table is None:
            result.append(draft)
            continue
        wording = tuple(fold(cell.text) for cell in draft.cells)
        known = rows.setdefault(draft.table, [])
        level = repeated.get(draft.table, 0)
        again = level < min(len(known), _LEVELS) and known[level] == wording and not _holds_number(wording)
        repeated[draft.table] = level + 1 if again else 0
        if not again:
            known.append(wording)
        result.append(_as_note(draft) if again else draft)
    return result


def _as_note(row: Draft) -> Draft:
    text = "\t".join(cell.text for cell in row.cells)
    starts = accumulate((len(cell.text) + 1 for cell in row.cells), initial=0)
    words = [word for cell, start in zip(row.cells, starts, strict=False) for word in shifted(cell.words, start)]
    return replace(row, kind="note", text=text, cells=(), table=None, main=False, words=tuple(words))


def _holds_number(wording: Sequence[str]) -> bool:
    """Tell whether a row holds a number of its own; a year may head a column."""
    return any(
        text.replace(",", ".").replace(".", "", 1).isdigit() and not _YEAR.fullmatch(text) for text in wording
    )


def _title_index(drafts: Sequence[Draft], found: Sequence[Marker | None]) -> int | None:
    """Return the index of the first main block where it looks like a headline."""
    for index, draft in enumerate(drafts):
        if draft.main and draft.text and draft.kind != "note":
            return index if found[index] is None and may_be_title(draft.text) else None
    return None


def _add(builder: TextBuilder, draft: Draft, marker: Marker | None, depth: int, *, title: bool) -> None:
    if draft.kind != "paragraph":
        builder.add(
            draft.kind,
            draft.text,
            place=draft.place,
            number=draft.number,
            level=draft.level,
            main=draft.main,
            words=draft.words,
        )
        return
    section = marker is None or marker.style in {"roman", "capital"}
    heading = title or (section and is_capitals(draft.text))
    cut = marker.length if marker else 0
    builder.add(
        "heading" if heading else "list_item" if marker else "paragraph",
        draft.text[cut:],
        place=draft.place,
        marker=draft.text[:cut],
        number=marker.number if marker else None,
        level=1 if heading else depth,
        main=draft.main,
        words=draft.words,
    )


def _with_cards(drafts: Sequence[Draft]) -> list[Draft]:
    """Make one list item of a region and what is told of it in the paragraphs below or above it."""
    lines = [
        Line(start=0, end=0, number=number, gap=False, words=_words(one)) for number, one in enumerate(drafts)
    ]
    result: list[Draft] = []
    done = 0
    for card in cards_among(lines):
        result += drafts[done : card.first]
        result.append(_joined(drafts[card.first : card.last + 1], card.mark(lines[card.first].words)))
        done = card.last + 1
    return [*result, *drafts[done:]]


def _words(draft: Draft) -> str:
    plain = draft.kind in {"paragraph", "heading", "list_item"} and draft.main and not draft.cells
    return draft.text.strip() if plain else ""


def _joined(drafts: Sequence[Draft], mark: int) -> Draft:
    """Return the list item of several pieces, a line each, without the list marker of the first."""
    text = ""
    words: list[ScannedWord] = []
    for draft in drafts:
        words += shifted(draft.words, len(text) - mark)
        text += f"{draft.text}\n"
    return replace(drafts[0], kind="list_item", text=text[mark:].rstrip("\n"), words=tuple(words))
