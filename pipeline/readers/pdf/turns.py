"""Pages whose type stands on its side or on its head: read upright, and placed back where they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.model import Place
from pipeline.readers.drafts import Draft
from pipeline.readers.page import ASKEW, BBox, Page, Rules, Word, union
from pipeline.readers.pdf.lines import lines_of

_OWN_PAGE = 0.2  # of the page's words: so many that stand otherwise are read as a page of their own


@dataclass(frozen=True, slots=True, kw_only=True)
class Upright:
    """The words of a page that are turned by ``turn`` degrees, as a page of its own on which they stand upright.

    ``aside`` are words that still stand otherwise: in a margin, in a narrow header, across the page.
    """

    page: Page
    turn: int
    aside: tuple[Word, ...] = ()


def upright_pages(page: Page) -> list[Upright]:
    """Part a page by how its words are turned; usually it is one whole, with nothing aside."""
    turns = [word.turn for word in page.words]
    if not any(turns):
        return [Upright(page=page, turn=0)]
    counts = {turn: turns.count(turn) for turn in dict.fromkeys(turns) if turn != ASKEW}
    main = max(counts, key=lambda turn: counts[turn], default=0)
    own = [turn for turn in counts if turn == main or counts[turn] > _OWN_PAGE * len(turns)]
    aside = tuple(word for word in page.words if word.turn not in own)
    own.sort(key=lambda turn: turn != main)
    return [_turned(page, turn, aside if turn == main else ()) for turn in own]


def _turned(page: Page, turn: int, aside: tuple[Word, ...]) -> Upright:
    words = [word for word in page.words if word.turn == turn]
    if turn == 0:
        return Upright(page=replace(page, words=tuple(words)), turn=0, aside=aside)
    width, height = page.width, page.height
    aside = tuple(_word(word, turn, width, height) for word in aside)
    upright = replace(
        page,
        width=height if turn % 180 else width,
        height=width if turn % 180 else height,
        words=tuple(_word(word, turn, width, height) for word in words),
        rules=_rules(page.rules, turn, width, height),
    )
    return Upright(page=upright, turn=turn, aside=aside)


def _word(word: Word, turn: int, width: float, height: float) -> Word:
    x0, top, x1, bottom = _upright(word.box, turn, width, height)
    left = word.turn if word.turn == ASKEW else (word.turn - turn) % 360
    return replace(word, x0=x0, top=top, x1=x1, bottom=bottom, turn=left)


def aside_lines(words: Sequence[Word]) -> list[tuple[str, BBox]]:
    """Return the lines of words that stand otherwise than their page, with their boxes on it.

    >>> word = Word(text="Skor", x0=10, top=20, x1=22, bottom=50, turn=270)
    >>> aside_lines([word, replace(word, text="IKP", top=0, bottom=18)])
    [('Skor IKP', (10, 0, 22, 50))]
    """
    result: list[tuple[str, BBox]] = []
    for turn in dict.fromkeys(word.turn for word in words):
        own = [word for word in words if word.turn == turn]
        if turn == ASKEW:
            result.append((" ".join(word.text for word in own), union(word.box for word in own)))
            continue
        width, height = max(word.x1 for word in own), max(word.bottom for word in own)
        lines = lines_of([_word(word, turn, width, height) for word in own])
        result += [(line.text, _turned_back(line.box, turn, width, height)) for line in lines]
    return result


def _turned_back(box: BBox, turn: int, width: float, height: float) -> BBox:
    """Return where a box of an upright page lies on the real one, which has that size."""
    size = (height, width) if turn % 180 else (width, height)
    return _upright(box, (360 - turn) % 360, *size)


def _upright(box: BBox, turn: int, width: float, height: float) -> BBox:
    """Turn a box back on a page of that size, on which all is turned clockwise by ``turn``.

    >>> _upright((10, 20, 30, 50), 90, 600, 800)
    (20, 570, 50, 590)
    """
    x0, y0, x1, y1 = box
    if turn == 0:
        return box
    if turn == 90:
        return (y0, width - x1, y1, width - x0)
    if turn == 180:
        return (width - x1, height - y1, width - x0, height - y0)
    return (height - y1, x0, height - y0, x1)


def _rules(rules: Rules, turn: int, width: float, height: float) -> Rules:
    level = [_upright((x0, y, x1, y), turn, width, height) for y, x0, x1 in rules.level]
    upright = [_upright((x, top, x, bottom), turn, width, height) for x, top, bottom in rules.upright]
    if turn % 180:
        level, upright = upright, level
    return Rules(
        level=tuple((y, x0, x1) for x0, y, x1, _ in level),
        upright=tuple((x, top, bottom) for x, top, _, bottom in upright),
        shades=tuple(_upright(box, turn, width, height) for box in rules.shades),
    )


def placed(drafts: Sequence[Draft], upright: Upright) -> Iterator[Draft]:
    """Say where on the real page the blocks of an upright page stand."""
    if upright.turn == 0:
        yield from drafts
        return
    back = (360 - upright.turn) % 360
    width, height = upright.page.width, upright.page.height

    def real(place: Place) -> Place:
        if place.bbox is None:
            return place
        x0, top, x1, bottom = _upright(place.bbox, back, width, height)
        return replace(place, bbox=(round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)))

    for draft in drafts:
        cells = tuple(replace(cell, place=real(cell.place)) for cell in draft.cells)
        yield replace(draft, place=real(draft.place), cells=cells)
