"""PDF: words and rules by pypdfium2, by pdfplumber where that fails, and the layout by geometry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from pipeline.model import Document, Notice, Place, ScannedWord
from pipeline.readers.drafts import Draft, build, without_repeated_headers
from pipeline.readers.grids import Grid, grids_of
from pipeline.readers.page import Page, Way, Word, inside, union
from pipeline.readers.pdf.agreement import disputed, share_agreed
from pipeline.readers.pdf.flow import Region, regions
from pipeline.readers.pdf.furniture import furniture_of, repeated_wordings
from pipeline.readers.pdf.lines import TextLine, lines_of
from pipeline.readers.pdf.paragraphs import Setting, joined, paragraphs
from pipeline.readers.pdf.ruled import grid_rows
from pipeline.readers.pdf.scans import no_text, with_scans
from pipeline.readers.pdf.source import read_pages
from pipeline.readers.pdf.tables import open_tables
from pipeline.readers.pdf.turns import Upright, aside_lines, placed, upright_pages

VERSION = 3
_AHEAD = 12  # lines of the next page that may show the columns of a table at the foot of this one
_SAME = 3.0  # points by which a column's borders may differ from page to page


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """An upright page: its ruled tables with their rows, the regions of its other words, and what is no text."""

    upright: Upright
    grids: tuple[tuple[Grid, list[Draft]], ...]
    regions: tuple[tuple[Region, list[TextLine]], ...]
    furniture: tuple[TextLine, ...]

    @property
    def page(self) -> Page:
        """The page as it stands upright."""
        return self.upright.page


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """The blocks of lines, and the lines of the open table at their end, if they end with one."""

    drafts: tuple[Draft, ...]
    table: Sequence[TextLine]


def read_pdf(data: bytes, *, name: str, sha256: str, media_type: str) -> Document:
    """Read a PDF; pages that are pictures are recognised. Raises ``ReadError``.

    Its grade is the share of pages that gave text, times the share of table rows on which two methods agree.
    Its code is one of encrypted, truncated, damaged, no_text, needs_ocr, ocr_failed.
    """
    source = read_pages(data, name=name)
    scanned = with_scans(source.pages, data)
    total = max(source.expected, len(source.pages))
    drafts = drafts_of(scanned.pages)
    built = build(drafts)
    if not any(block.main for block in built.blocks) or len(scanned.unread) == len(source.pages):
        raise no_text(name, pictures=bool(scanned.unread))
    missing = total - len(source.pages)
    agreed = share_agreed(drafts)
    return Document(
        sha256=sha256,
        media_type=media_type,
        text=built.text,
        blocks=built.blocks,
        reader="pdf",
        reader_version=VERSION,
        grade=round((1 - (len(scanned.unread) + missing) / total) * agreed, 4),
        title=source.title,
        notices=(*scanned.notices(sha256), *_notices(missing, agreed, sha256)),
        words=built.words,
    )


def _notices(missing: int, agreed: float, sha256: str) -> Iterator[Notice]:
    if missing:
        message = f"{missing} pages could not be read"
        yield Notice(level="warning", code="pages_unread", message=message, document=sha256)
    if agreed < 1:
        message = f"{round(100 * (1 - agreed), 1)}% of the table rows are read in two ways: they wait for review"
        yield Notice(level="warning", code="table_disputed", message=message, document=sha256)


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
    content: list[Draft] = []
    notes: dict[int, list[Draft]] = {}
    numbers = count(1)
    above: Sequence[TextLine] = ()
    laid = _laid_out([upright for page in pages for upright in upright_pages(page)])
    settings = _settings(laid)
    for index, layout in enumerate(laid):
        below = _first_lines(laid[index + 1]) if index + 1 < len(laid) else []
        for number, (region, lines) in enumerate(layout.regions):
            last = number + 1 == len(layout.regions)
            found = _region_drafts(
                layout, region, lines, settings[layout.page.width], numbers, above, below if last else []
            )
            drafts = list(placed(disputed(found.drafts, layout.page), layout.upright))
            content = joined(content, _stitched(content, drafts))
            above = found.table
        notes.setdefault(layout.page.number, []).extend(_notes(layout))
    return without_repeated_headers(list(_with_notes(content, notes)))


def _first_lines(layout: _Layout) -> Sequence[TextLine]:
    """Return the first lines of a page, none where a ruled table may stand among them."""
    return layout.regions[0][1][:_AHEAD] if layout.regions and not layout.grids else []


def _settings(laid: Sequence[_Layout]) -> dict[float, Setting]:
    """Return how the text is set on the pages of each width."""
    widths: dict[float, list[tuple[Region, list[TextLine]]]] = {}
    for layout in laid:
        widths.setdefault(layout.page.width, []).extend(layout.regions)
    return {
        width: Setting.of([lines for _, lines in found], columns=any(region.column for region, _ in found))
        for width, found in widths.items()
    }


def _laid_out(pages: Sequence[Upright]) -> list[_Layout]:
    """Give each page its ruled tables, its furniture, and the regions of its text in the order of reading."""
    grids = [grids_of(one.page.rules) if one.page.words else [] for one in pages]
    tables: list[list[tuple[Grid, list[Draft]]]] = []
    seen = count(1)
    for index, one in enumerate(pages):
        found = []
        for grid in grids[index]:
            broken = _is_broken(grid, grids[index - 1] if index else [], grids[index], grids[index + 1 :][:1])
            words = _words_of(grid, one.page, grids[index])
            number = one.page.number
            if rows := grid_rows(grid, words, one.aside, page=number, table=-next(seen), broken=broken):
                found.append((grid, rows))
        tables.append(found)
    free = [_free(one, found) for one, found in zip(pages, tables, strict=True)]
    lines = [lines_of(words) for words in free]
    repeated = repeated_wordings([(one.page, own) for one, own in zip(pages, lines, strict=True)])
    return [
        _layout(one, found, words, furniture_of(one.page, own, repeated))
        for one, found, words, own in zip(pages, tables, free, lines, strict=True)
    ]


def _layout(
    upright: Upright,
    tables: Sequence[tuple[Grid, list[Draft]]],
    words: Sequence[Word],
    furniture: Sequence[TextLine],
) -> _Layout:
    out = {id(word) for line in furniture for word in line.words}
    running = [word for word in words if id(word) not in out]
    found = regions(upright.page, running, [grid.box for grid, _ in tables])
    return _Layout(
        upright=upright,
        grids=tuple(tables),
        regions=tuple((region, lines_of(region.words)) for region in found),
        furniture=tuple(furniture),
    )


def _words_of(grid: Grid, page: Page, grids: Sequence[Grid]) -> list[Word]:
    """Return the words in a ruled table, those of another inside it left out."""
    within = [other for other in grids if other is not grid and _lies_in(other, grid)]
    return [
        word for word in page.words if inside(word, grid.box) and not any(inside(word, one.box) for one in within)
    ]


def _lies_in(inner: Grid, outer: Grid) -> bool:
    (a, b, c, d), (e, f, g, h) = inner.box, outer.box
    return e <= a and f <= b and c <= g and d <= h


def _free(upright: Upright, tables: Sequence[tuple[Grid, list[Draft]]]) -> list[Word]:
    boxes = [grid.box for grid, _ in tables]
    return [word for word in upright.page.words if not any(inside(word, box) for box in boxes)]


def _is_broken(grid: Grid, before: Sequence[Grid], own: Sequence[Grid], after: Sequence[Sequence[Grid]]) -> bool:
    """Tell whether a table goes on with the last one of the page before, or in the first one of the page after."""
    neighbours: list[Grid] = []
    if before and grid is own[0]:
        neighbours.append(max(before, key=lambda one: one.box[3]))
    if after and after[0] and grid.box[3] == max(one.box[3] for one in own):
        neighbours.append(after[0][0])
    return any(_has_columns_of(grid, one) for one in neighbours)


def _has_columns_of(grid: Grid, other: Grid) -> bool:
    """Tell whether two ruled tables have the same columns; merged cells hide some of them."""
    return any(
        len(one) == len(two) > 1
        and all(abs(a[0] - b[0]) < _SAME and abs(a[2] - b[2]) < _SAME for a, b in zip(one, two, strict=True))
        for one in grid.rows
        for two in (other.rows[0], other.rows[-1])
    )


def _region_drafts(
    layout: _Layout,
    region: Region,
    lines: Sequence[TextLine],
    setting: Setting,
    numbers: Iterator[int],
    above: Sequence[TextLine],
    below: Sequence[TextLine],
) -> _Found:
    """Read a region top down: the lines above a ruled table, the table, the lines below it.

    ``above`` are the lines of the open table with which the text before ended, ``below`` the first of the next
    page.
    """
    drafts: list[Draft] = []
    left, top, right, bottom = region.box
    for grid, rows in layout.grids:
        x, y = (grid.box[0] + grid.box[2]) / 2, (grid.box[1] + grid.box[3]) / 2
        if not (left <= x <= right and top <= y <= bottom):
            continue
        cut = next((i for i, line in enumerate(lines) if line.box[1] >= grid.box[1]), len(lines))
        drafts.extend(_prose_and_tables(lines[:cut], layout.page, setting, numbers, above, ()).drafts)
        drafts.extend(rows)
        lines, above = lines[cut:], ()
    found = _prose_and_tables(lines, layout.page, setting, numbers, above, below)
    return _Found(drafts=(*drafts, *found.drafts), table=found.table)


def _prose_and_tables(
    lines: Sequence[TextLine],
    page: Page,
    setting: Setting,
    numbers: Iterator[int],
    above: Sequence[TextLine],
    below: Sequence[TextLine],
) -> _Found:
    done = 0
    drafts: list[Draft] = []
    last: Sequence[TextLine] = ()
    for table in open_tables(lines, page=page.number, rules=page.rules, numbers=numbers, above=above, below=below):
        drafts.extend(paragraphs(lines[done : table.start], page=page.number, setting=setting))
        drafts.extend(table.rows)
        done = table.end
        last = lines[table.start : table.end]
    drafts.extend(paragraphs(lines[done:], page=page.number, setting=setting))
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


def _notes(layout: _Layout) -> Iterator[Draft]:
    """Return what stands around the text of a page: its furniture, and words on their side outside of tables."""
    page, upright = layout.page, layout.upright
    boxes = [grid.box for grid, _ in layout.grids]
    aside = [word for word in upright.aside if not any(inside(word, box) for box in boxes)]
    around = [(line.text, line.box, line.scanned(page.number)) for line in layout.furniture]
    around += [(text, box, ()) for text, box in aside_lines(aside)]
    notes = [
        Draft(kind="note", text=text, place=Place(page=page.number, bbox=box), main=False, words=words)
        for text, box, words in around
    ]
    yield from placed(notes, upright)


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
