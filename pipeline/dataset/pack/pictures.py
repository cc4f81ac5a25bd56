"""The pictures of an evidence pack: each page kept once, a piece of it beside every quote, and the page whole.

A picture is the page as it is; what is marked is drawn over it, so that it can be taken off.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.dataset.pack.data import Box, Exhibit, Pack, Sheet, Shown
from pipeline.dataset.pack.words import both
from pipeline.dataset.page import as_text

_SMALL: Final = 680  # pixels: a picture no higher stands whole beside its quote
_AIR: Final = 90  # pixels of the page above and below a quote
_TALLEST, _NARROWEST = 620, 820  # pixels of a piece of a page
_GUTTER: Final = 110  # pixels beside a whole page, for numbers
_LINE: Final = 26  # pixels: numbers nearer than that stand on one line


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """The pictures of a pack: what is to be seen of each exhibit, by number, and the sheets in order of need."""

    shown: Mapping[int, Shown]
    sheets: Mapping[str, Sheet]

    def number(self, sha256: str) -> int:
        """Return the number by which a sheet is called."""
        return list(self.sheets).index(sha256) + 1

    def of(self, exhibit: Exhibit) -> tuple[Shown, Sheet | None]:
        """Return what is to be seen of an exhibit, and its sheet where there is one."""
        shown = self.shown[exhibit.number]
        return shown, self.sheets.get(shown.sheet or "")

    def on(self, sheet: Sheet, pack: Pack) -> tuple[Exhibit, ...]:
        """Return the exhibits that stand on a sheet."""
        return tuple(one for one in pack.exhibits if self.shown[one.number].sheet == sheet.sha256)


def stored(gallery: Gallery) -> str:
    """Return the pictures themselves, to be used by number wherever they are shown."""
    images = (
        f'<image id="p{number}" width="{sheet.width}" height="{sheet.height}" '
        f'href="data:image/png;base64,{base64.b64encode(sheet.png).decode()}"/>\n'
        for number, sheet in enumerate(gallery.sheets.values(), start=1)
    )
    return f'<svg class="store" width="0" height="0" aria-hidden="true"><defs>\n{"".join(images)}</defs></svg>\n'


def piece(exhibit: Exhibit, gallery: Gallery) -> str:
    """Return the piece of the page around an exhibit's words, or a line that says why there is none."""
    shown, sheet = gallery.of(exhibit)
    if sheet is None:
        return f'<p class="missing">{both(("Tanpa gambar:", "No picture:"))} {as_text(shown.missing)}</p>\n'
    number = gallery.number(sheet.sha256)
    if not is_small(sheet) and not shown.marks:
        return f'<p class="missing">{_link(number)} {as_text("; ".join(shown.notes))}</p>\n'
    x0, y0, x1, y1 = _window(shown, sheet)
    label = f"{shown.where}: B{exhibit.number}"
    picture = (
        f'<svg viewBox="{x0} {y0} {x1 - x0} {y1 - y0}" role="img" aria-label="{as_text(label)}">'
        f'<use href="#p{number}"/>{_marks(shown)}</svg>'
    )
    notes = "".join(f" {as_text(note[:1].upper() + note[1:])}." for note in shown.notes)
    if is_small(sheet):
        under = f"H{number}: {as_text(shown.where)}.{notes}"
        return f'<div class="piece" tabindex="0">{picture}</div>\n<p class="under">{under}</p>\n'
    return (
        f'<div class="piece"><a href="#h{number}">{picture}</a></div>\n'
        f'<p class="under">{_link(number)}{notes}</p>\n'
    )


def is_small(sheet: Sheet) -> bool:
    """Tell whether a sheet is shown whole beside each quote on it."""
    return sheet.height <= _SMALL


def whole(sheet: Sheet, exhibits: Sequence[Exhibit], gallery: Gallery) -> str:
    """Return a page as a figure: every exhibit on it marked, with its number beside the page."""
    number = gallery.number(sheet.sha256)
    first = gallery.shown[exhibits[0].number]
    file = exhibits[0].side.document
    links = " ".join(f'<a href="#b{one.number}">B{one.number}</a>' for one in exhibits)
    marks = "".join(_marks(gallery.shown[one.number]) for one in exhibits)
    return (
        f'<figure id="h{number}">\n<figcaption><b>H{number}</b> {as_text(file)}, {as_text(first.where)} {links}'
        f"<br><code>{sheet.sha256}</code></figcaption>\n"
        f'<svg viewBox="{-_GUTTER} 0 {sheet.width + _GUTTER} {sheet.height}" role="img" '
        f'aria-label="{as_text(f"{file}, {first.where}")}"><use href="#p{number}"/>{marks}'
        f"{_numbers(exhibits, gallery)}</svg>\n</figure>\n"
    )


def _link(number: int) -> str:
    return f'<a href="#h{number}">H{number}: {both(("halaman utuh", "the whole page"))}</a>.'


def _marks(shown: Shown) -> str:
    rows = [("frame", box, 4) for box in ([shown.frame] if shown.frame else [])]
    rows += [("other", box, 2) for box in shown.others]
    rows += [("words", box, 3) for box in shown.marks]
    return "".join(_rectangle(kind, box, air) for kind, box, air in rows)


def _rectangle(kind: str, box: Box, air: int) -> str:
    x0, y0, x1, y1 = (round(edge) for edge in box)
    return (
        f'<rect class="{kind}" x="{x0 - air}" y="{y0 - air}" width="{x1 - x0 + 2 * air}" '
        f'height="{y1 - y0 + 2 * air}"/>'
    )


def _numbers(exhibits: Iterable[Exhibit], gallery: Gallery) -> str:
    """Return the numbers of exhibits beside the page, level with their first words; near ones on one line."""
    lines: list[tuple[int, list[int]]] = []
    first = ((gallery.shown[one.number].marks, one.number) for one in exhibits)
    for height, number in sorted((round(marks[0][3]), number) for marks, number in first if marks):
        if lines and height - lines[-1][0] < _LINE:
            lines[-1][1].append(number)
        else:
            lines.append((height, [number]))
    return "".join(f'<text x="-10" y="{height}">{_named(numbers)}</text>' for height, numbers in lines)


def _named(numbers: Sequence[int]) -> str:
    """Name exhibits in little room.

    >>> _named([7]), _named([7, 8]), _named([7, 8, 9, 12])
    ('B7', 'B7, 8', 'B7 … 12')
    """
    if len(numbers) > 2:
        return f"B{min(numbers)} … {max(numbers)}"
    return "B" + ", ".join(map(str, numbers))


def _window(shown: Shown, sheet: Sheet) -> tuple[int, int, int, int]:
    """Return which part of a sheet is shown beside a quote."""
    if is_small(sheet):
        return 0, 0, sheet.width, sheet.height
    boxes = [*shown.marks, *([shown.frame] if shown.frame else [])]
    top = max(0, round(min(box[1] for box in shown.marks)) - _AIR)
    bottom = min(sheet.height, top + _TALLEST, round(max(box[3] for box in shown.marks)) + _AIR)
    left, right = round(min(box[0] for box in boxes)) - _AIR, round(max(box[2] for box in boxes)) + _AIR
    spare = max(0, _NARROWEST - (right - left)) // 2
    left = max(0, min(left - spare, sheet.width - _NARROWEST))
    return left, top, min(sheet.width, max(right + spare, left + _NARROWEST)), bottom
