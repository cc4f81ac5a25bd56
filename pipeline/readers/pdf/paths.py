"""What a page of pypdfium2 draws besides text: rules, pictures, and whether these hide its text."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.readers.page import BBox, Rules

_MAX_OBJECTS = 50_000  # that are looked at; what has more is a map
_MAX_RULES = 4_000  # of a page: more make a map or a chart
_MAX_SEGMENTS = 2_000  # of a path: more make a drawing
_MAX_DEPTH = 6  # of forms in forms
_THIN = 2.5  # points: a box not thicker than this is a line
_SHORT = 3.0  # points: nothing shorter is a rule
_STRAIGHT = 0.5  # points by which a line may slope
_DRAWING = 20  # paths from which a page without text shows something
_WHOLE = 0.95  # of the page's width and height: a box so large is its background
_TEXTS = 40  # that are looked at to tell whether they are shown
_COVERS = 0.6  # of the page: pictures of so much are a scan

View = Callable[[float, float, float, float], BBox]
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
_UNMOVED: Matrix = (1, 0, 0, 1, 0, 0)
_UNSEEN = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawings:
    """The rules of a page, and whether it shows pictures or drawings.

    ``filled`` tells that pictures cover the page, ``unseen`` that what text is drawn on them is mostly invisible:
    a scanner lays what it recognised beneath the picture, or prints it over it in no colour.
    """

    rules: Rules = field(default_factory=Rules)
    pictured: bool = False
    filled: bool = False
    unseen: bool = False


def drawings(page: pypdfium2.PdfPage, view: View) -> Drawings:
    """Look at what the page draws; ``view`` leads from its coordinates to those that a viewer shows."""
    walker = _Walker(page, view)
    walker.walk(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, _UNMOVED, 0)
    return walker.result()


class _Walker:
    """Gathers what the objects of a page draw."""

    def __init__(self, page: pypdfium2.PdfPage, view: View) -> None:
        self._view = view
        self._size: tuple[float, float] = page.get_size()
        self._level: list[tuple[float, float, float]] = []
        self._upright: list[tuple[float, float, float]] = []
        self._shades: list[BBox] = []
        self._left = _MAX_OBJECTS
        self._paths = self._pictures = self._texts = self._unseen = 0
        self._covered = 0.0

    def result(self) -> Drawings:
        """Return what was gathered."""
        many = self._left <= 0 or self._rules() > _MAX_RULES
        return Drawings(
            rules=Rules()
            if many
            else Rules(level=tuple(self._level), upright=tuple(self._upright), shades=tuple(self._shades)),
            pictured=many or self._pictures > 0 or self._paths > _DRAWING,
            filled=self._is_filled(),
            unseen=self._texts <= 2 * self._unseen,
        )

    def _is_filled(self) -> bool:
        return self._covered > _COVERS * self._size[0] * self._size[1]

    def _rules(self) -> int:
        return len(self._level) + len(self._upright) + len(self._shades)

    def walk(
        self,
        holder: object,
        count: Callable[[object], int],
        get: Callable[[object, int], object],
        matrix: Matrix,
        depth: int,
    ) -> None:
        """Look at the objects of a page or form; ``matrix`` moves what the form draws onto the page."""
        for index in range(min(count(holder), self._left)):
            self._left -= 1
            item = get(holder, index)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._text(item)
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._picture(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
                inner = _product(_matrix(item), matrix)
                self.walk(item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inner, depth + 1)

    def _text(self, item: object) -> None:
        if self._is_filled() and self._texts < _TEXTS:
            self._texts += 1
            self._unseen += pdfium.FPDFTextObj_GetTextRenderMode(item) == _UNSEEN

    def _picture(self, item: object, matrix: Matrix) -> None:
        self._pictures += 1
        sides = [ctypes.c_float() for _ in range(4)]
        if pdfium.FPDFPageObj_GetBounds(item, *sides):
            left, bottom, right, top = (side.value for side in sides)
            x0, y0, x1, y1 = self._view(*_moved((left, bottom), matrix), *_moved((right, top), matrix))
            self._covered += (x1 - x0) * (y1 - y0)

    def _path(self, item: object, matrix: Matrix) -> None:
        self._paths += 1
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        segments = pdfium.FPDFPath_CountSegments(item)
        if not 2 <= segments <= _MAX_SEGMENTS or self._rules() > _MAX_RULES:
            return
        if not pdfium.FPDFPath_GetDrawMode(item, fill, stroke) or not (fill.value or stroke.value):
            return
        width = ctypes.c_float()
        if stroke.value:
            pdfium.FPDFPageObj_GetStrokeWidth(item, width)
        own = _product(_matrix(item), matrix)
        thick = width.value * (abs(own[0]) + abs(own[1]))
        for points in _strokes(item, segments, own):
            self._add(points, thick=thick, stroked=bool(stroke.value))

    def _add(self, points: Sequence[Point], *, thick: float, stroked: bool) -> None:
        """Add the rules that a run of points draws: the sides of a box, or each straight line."""
        if _is_box(points):
            xs, ys = zip(*points, strict=True)
            self._box((min(xs), min(ys), max(xs), max(ys)), stroked=stroked)
        elif stroked:
            for (x0, y0), (x1, y1) in pairwise(points):
                if abs(x1 - x0) <= _STRAIGHT or abs(y1 - y0) <= _STRAIGHT:
                    grown = thick / 2 if thick > _THIN else 0.0
                    dx, dy = (grown, 0.0) if abs(x1 - x0) <= _STRAIGHT else (0.0, grown)
                    self._box(
                        (min(x0, x1) - dx, min(y0, y1) - dy, max(x0, x1) + dx, max(y0, y1) + dy), stroked=False
                    )

    def _box(self, box: BBox, *, stroked: bool) -> None:
        x0, top, x1, bottom = self._view(*box)
        width, height = x1 - x0, bottom - top
        if width > _WHOLE * self._size[0] and height > _WHOLE * self._size[1]:
            return
        if height <= _THIN and width > height:
            self._add_level((top + bottom) / 2, x0, x1)
        elif width <= _THIN:
            self._add_upright((x0 + x1) / 2, top, bottom)
        elif not stroked:
            self._shades.append((x0, top, x1, bottom))
        else:
            self._add_level(top, x0, x1)
            self._add_level(bottom, x0, x1)
            self._add_upright(x0, top, bottom)
            self._add_upright(x1, top, bottom)

    def _add_level(self, y: float, x0: float, x1: float) -> None:
        if x1 - x0 >= _SHORT:
            self._level.append((y, x0, x1))

    def _add_upright(self, x: float, top: float, bottom: float) -> None:
        if bottom - top >= _SHORT:
            self._upright.append((x, top, bottom))


def _strokes(path: object, segments: int, matrix: Matrix) -> Iterator[list[Point]]:
    """Yield the runs of straight lines of a path, closed ones with their first point again; curves part them."""
    points: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind != pdfium.FPDF_SEGMENT_LINETO and points:
            yield points
            points = []
        points.append(_moved((x.value, y.value), matrix))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _is_box(points: Sequence[Point]) -> bool:
    """Tell whether the points are the corners of an upright box, one after the other."""
    if not 4 <= len(points) <= 6:
        return False
    level = [abs(a[1] - b[1]) <= _STRAIGHT for a, b in pairwise(points)]
    upright = [abs(a[0] - b[0]) <= _STRAIGHT for a, b in pairwise(points)]
    if not all(one or other for one, other in zip(level, upright, strict=True)):
        return False
    return abs(points[0][0] - points[-1][0]) <= _STRAIGHT and abs(points[0][1] - points[-1][1]) <= _STRAIGHT


def _matrix(item: object) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return _UNMOVED
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _product(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does what ``first`` and ``then`` do one after the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _moved(point: Point, matrix: Matrix) -> Point:
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
