"""PDF: text by pypdfium2, ruled tables by pdfplumber, and each to the rescue of the other.

A pass with pypdfium2 (0.7 ms a page) says which pages show rulings; only these go to pdfplumber (50 ms a page).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import count
from statistics import median

from pipeline.model import Document, Notice, Place, ScannedWord
from pipeline.readers.drafts import Draft, build, without_repeated_headers
from pipeline.readers.pdf_lines import Setting, TextLine, joined, lines_of, paragraphs, segments
from pipeline.readers.pdf_page import Grid, Page, Way, inside, union
from pipeline.readers.pdf_scans import no_text, with_scans
from pipeline.readers.pdf_source import read_pages
from pipeline.readers.pdf_tables import grid_rows, open_tables

VERSION = 3
_MARGIN = 0.13  # of the page's height: the zone of running headers and footers
_PAGE_NUMBER = re.compile(
    r"(?:hal(?:aman)?\.?|page|p\.)?\s*[-–|(]?\s*\d{1,4}\s*[-–|)]?(?:\s*(?:dari|of|/)\s*\d{1,4})?", re.IGNORECASE
)
_TOLD_NUMBER = re.compile(
    r"(?<![a-z])(?:hal(?:aman)?\.?|page)\s*(?P<n>\d{1,4})(?:\s*(?:dari|of|/)\s*\d{1,4})?\W*$", re.IGNORECASE
)
_EDGE_NUMBER = re.compile(r"^\W*\d+\W*|\W*\d+(?:\s*(?:dari|of|/)\s*\d+)?\W*$", re.IGNORECASE)
_MISREAD = 0.7  # likeness of two readings of one running header
_DRIFT = 15  # points by which a page may lie higher in a scanner than another
_AHEAD = 12  # lines of the next page that may show the columns of a table at the foot of this one
_SAME = 3.0  # points by which a column's borders may differ from page to page


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """A page with its ruled tables, each with its rows, and the lines outside of them."""

    page: Page
    lines: list[TextLine]
    grids: list[tuple[Grid, list[Draft]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """The blocks of lines, and the lines of the open table at their end, if they end with one."""

    drafts: tuple[Draft, ...]
    table: Sequence[TextLine]


def read_pdf(data: bytes, *, name: str, sha256: str, media_type: str) -> Document:
    """Read a PDF; pages that are pictures are recognised. Raises ``ReadError``.

    Its code is one of encrypted, truncated, damaged, no_text, needs_ocr, ocr_failed.
    """
    source = read_pages(data, name=name)
    scanned = with_scans(source.pages, data)
    total = max(source.expected, len(source.pages))
    built = build(drafts_of(scanned.pages))
    if not any(block.main for block in built.blocks) or len(scanned.unread) == len(source.pages):
        raise no_text(name, pictures=bool(scanned.unread))
    missing = total - len(source.pages)
    return Document(
        sha256=sha256,
        media_type=media_type,
        text=built.text,
        blocks=built.blocks,
        reader="pdf",
        reader_version=VERSION,
        grade=round(1 - (len(scanned.unread) + missing) / total, 4),
        title=source.title,
        notices=(*scanned.notices(sha256), *_notices(missing, sha256)),
        words=built.words,
    )


def _notices(missing: int, sha256: str) -> Iterator[Notice]:
    if missing:
        message = f"{missing} pages could not be read"
        yield Notice(level="warning", code="pages_unread", message=message, document=sha256)


def drafts_of(pages: Sequence[Page]) -> list[Draft]:
    """Turn pages to blocks; sentences and tables that run over a page break are put together.

    Places are told as each page is shown, also where it was straightened for reading.
    """
    ways = {page.number: page.back for page in pages if page.back is not None}
    drafts = _drafts(pages)
    return [_as_shown(draft, ways) for draft in drafts] if ways else drafts


def _as_shown(draft: Draft, ways: Mapping[int, Way]) -> Draft:
    """Tell the places of a block and of all in it as their pages are shown."""

    def shown(place: Place) -> Place:
        way = ways.get(place.page or 0)
        return place if way is None or place.bbox is None else replace(place, bbox=union([way.box(place.bbox)]))

    def words_shown(words: Iterable[ScannedWord]) -> tuple[ScannedWord, ...]:
        return tuple(replace(word, place=shown(word.place)) for word in words)

    cells = tuple(replace(cell, place=shown(cell.place), words=words_shown(cell.words)) for cell in draft.cells)
    return replace(draft, place=shown(draft.place), words=words_shown(draft.words), cells=cells)


def _drafts(pages: Sequence[Page]) -> list[Draft]:
    laid = _laid_out(pages)
    repeated = _repeated(laid)
    content: list[Draft] = []
    notes: dict[int, list[Draft]] = {}
    numbers = count(1)
    above: Sequence[TextLine] = ()
    settings = _settings(laid, repeated)
    apart = [[line for line in page.lines if _is_furniture(line, page.page, repeated)] for page in laid]
    running = [
        replace(page, lines=[line for line in page.lines if line not in out])
        for page, out in zip(laid, apart, strict=True)
    ]
    for index, page in enumerate(running):
        after = running[index + 1] if index + 1 < len(running) else None
        below = after.lines[:_AHEAD] if after and not after.grids else []
        setting = settings[page.page.width]
        found = _page_drafts(page, setting=setting, numbers=numbers, above=above, below=below)
        content = joined(content, _stitched(content, found.drafts))
        above = found.table
        notes[page.page.number] = [_note(line, page.page) for line in apart[index]]
    return without_repeated_headers(list(_with_notes(content, notes)))


def _settings(laid: Sequence[_Layout], repeated: frozenset[str]) -> dict[float, Setting]:
    """Return how the text is set on the pages of each width."""
    lines: dict[float, list[list[TextLine]]] = {}
    for layout in laid:
        running = [line for line in layout.lines if not _is_furniture(line, layout.page, repeated)]
        lines.setdefault(layout.page.width, []).append(running)
    return {width: Setting.of(pages) for width, pages in lines.items()}


def _laid_out(pages: Sequence[Page]) -> list[_Layout]:
    """Give each page its ruled tables and the lines outside of them; tables get numbers below zero."""
    result: list[_Layout] = []
    seen = count(1)
    for before, page, after in zip((None, *pages), pages, (*pages[1:], None), strict=False):
        grids: list[tuple[Grid, list[Draft]]] = []
        for grid in page.grids:
            words = [word for word in page.words if inside(word, grid.box)]
            broken = _is_broken(grid, before, page, after)
            if rows := grid_rows(grid, words, page=page.number, table=-next(seen), broken=broken):
                grids.append((grid, rows))
        free = (word for word in page.words if not any(inside(word, grid.box) for grid, _ in grids))
        result.append(_Layout(page=page, lines=lines_of(free), grids=grids))
    return result


def _is_broken(grid: Grid, before: Page | None, page: Page, after: Page | None) -> bool:
    """Tell whether a table goes on with the last one of the page before, or in the first one of the page after."""
    neighbours: list[Grid] = []
    if before is not None and before.grids and grid is min(page.grids, key=_top):
        neighbours.append(max(before.grids, key=_top))
    if after is not None and after.grids and grid is max(page.grids, key=_top):
        neighbours.append(min(after.grids, key=_top))
    return any(_has_columns_of(grid, one) for one in neighbours)


def _top(grid: Grid) -> float:
    return grid.box[1]


def _has_columns_of(grid: Grid, other: Grid) -> bool:
    """Tell whether two ruled tables have the same columns; merged cells hide some of them."""
    return any(
        len(one) == len(two) > 1
        and all(abs(a[0] - b[0]) < _SAME and abs(a[2] - b[2]) < _SAME for a, b in zip(one, two, strict=True))
        for one in grid.rows
        for two in (other.rows[0], other.rows[-1])
    )


def _page_drafts(
    layout: _Layout,
    *,
    setting: Setting,
    numbers: Iterator[int],
    above: Sequence[TextLine],
    below: Sequence[TextLine],
) -> _Found:
    """Read a page top down: the lines above a ruled table, the table, the lines below it.

    ``above`` are the lines of the open table with which the page before ended, ``below`` the first of the next.
    """
    drafts: list[Draft] = []
    lines = layout.lines
    for grid, rows in sorted(layout.grids, key=lambda pair: (pair[0].box[1], pair[0].box[0])):
        cut = next((i for i, line in enumerate(lines) if line.box[1] >= grid.box[1]), len(lines))
        drafts.extend(_prose_and_tables(lines[:cut], layout.page.number, setting, numbers, above, ()).drafts)
        drafts.extend(rows)
        lines, above = lines[cut:], ()
    found = _prose_and_tables(lines, layout.page.number, setting, numbers, above, below)
    return _Found(drafts=(*drafts, *found.drafts), table=found.table)


def _prose_and_tables(
    lines: Sequence[TextLine],
    number: int,
    setting: Setting,
    numbers: Iterator[int],
    above: Sequence[TextLine],
    below: Sequence[TextLine],
) -> _Found:
    done = 0
    drafts: list[Draft] = []
    last: Sequence[TextLine] = ()
    for table in open_tables(lines, page=number, numbers=numbers, above=above, below=below):
        drafts.extend(paragraphs(lines[done : table.start], page=number, setting=setting))
        drafts.extend(table.rows)
        done = table.end
        last = lines[table.start : table.end]
    drafts.extend(paragraphs(lines[done:], page=number, setting=setting))
    return _Found(drafts=tuple(drafts), table=last if done == len(lines) else ())


def _stitched(before: Sequence[Draft], after: Sequence[Draft]) -> list[Draft]:
    """Let a table at the head of a page go on with the one at the foot of the page before."""
    if not before or not after or not before[-1].cells or not after[0].cells:
        return list(after)
    if _columns(before[-1]) != _columns(after[0]):
        return list(after)
    own, first = after[0].table, before[-1].table
    return [replace(draft, table=first) if draft.cells and draft.table == own else draft for draft in after]


def _columns(row: Draft) -> int:
    return sum(cell.columns for cell in row.cells)


def _repeated(laid: Sequence[_Layout]) -> frozenset[str]:
    """Return the wordings, page numbers aside, that stand at one height on half the pages, and on two at least."""
    heights: dict[str, dict[int, float]] = {}
    variants: dict[str, set[str]] = {}
    for layout in laid:
        for line in layout.lines:
            if _in_margin(line, layout.page):
                own = _wording(line)
                known = own if own in heights or layout.page.back is None else _likest(own, heights)
                heights.setdefault(known, {})[layout.page.number] = line.box[1]
                variants.setdefault(known, set()).add(own)
    enough = max(2, (len(laid) + 1) // 2)
    drift = _DRIFT if any(layout.page.back for layout in laid) else 4
    repeated = (known for known, tops in heights.items() if _at_one_height(tops.values(), drift) >= enough)
    return frozenset(own for known in repeated for own in variants[known])


def _likest(wording: str, known: Iterable[str]) -> str:
    """Return the wording of another page that this one may be with some letters misread, or itself."""
    alike = {one: SequenceMatcher(None, wording, one, autojunk=False).ratio() for one in known}
    best = max(alike, key=lambda one: alike[one], default=wording)
    return best if alike.get(best, 0) >= _MISREAD else wording


def _at_one_height(tops: Iterable[float], drift: float) -> int:
    """Count the values within ``drift`` points of the middle one."""
    values = list(tops)
    return sum(abs(top - median(values)) <= drift for top in values)


def _is_furniture(line: TextLine, page: Page, repeated: frozenset[str]) -> bool:
    """Tell whether a line is a running header or footer or a page number; a table's header is none."""
    if not _in_margin(line, page):
        return False
    at_foot = line.box[1] > page.height / 2
    if _PAGE_NUMBER.fullmatch(line.text) and (at_foot or _wording(line) in repeated):
        return True
    told = _TOLD_NUMBER.search(line.text)
    if told and at_foot and int(told["n"]) == page.number:
        return True
    return _wording(line) in repeated and len(segments(line)) < 3


def _in_margin(line: TextLine, page: Page) -> bool:
    zone = _MARGIN * page.height
    return line.box[3] < zone or line.box[1] > page.height - zone


def _wording(line: TextLine) -> str:
    return _EDGE_NUMBER.sub("#", line.text)


def _note(line: TextLine, page: Page) -> Draft:
    place = Place(page=page.number, bbox=line.box)
    return Draft(kind="note", text=line.text, place=place, main=False, words=line.scanned(page.number))


def _with_notes(content: Sequence[Draft], notes: dict[int, list[Draft]]) -> Iterator[Draft]:
    """Put each page's headers and footers behind its text, so that they part no sentence."""
    done = 0
    numbers = sorted(notes)
    for draft in content:
        while done < len(numbers) and draft.place.page is not None and numbers[done] < draft.place.page:
            yield from notes[numbers[done]]
            done += 1
        yield draft
    for number in numbers[done:]:
        yield from notes[number]
