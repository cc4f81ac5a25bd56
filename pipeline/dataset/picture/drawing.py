"""overview.svg: the scores of one edition on its scale, drawn from ``Overview``. Lengths are in pixels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from textwrap import wrap

from pipeline.dataset.picture.overview import Bound, Line, Mark, Overview, Panel, overview
from pipeline.dataset.picture.svg import drawing, element, escaped, rule, text
from pipeline.dataset.types import Dataset
from pipeline.model import CATEGORIES, Category

FILE = "overview.svg"
TITLE = "Overview of the scores"
ABOUT = (
    "A picture of the edition with the most published scores: each region's score on the edition's scale, with "
    "the cuts between the categories. Filled marks are published values; hollow ones are not: they wait for "
    "review, or are another side of a conflict. With a pointer on it, a mark names its region, score and document."
)

WIDTH = 900
MARGIN = 24
AXIS_LEFT, AXIS_RIGHT = 236, 690
NAME = AXIS_LEFT - 12
NAME_BEFORE_COUNT = NAME - 50
REMARK = 704
SIDE = 9.0  # a mark with its distance to the next
LANE = 8.0  # from one lane of crowded marks to the next
LINE_HEIGHT = 17.0
CAPTION_WIDTH = 126  # characters of the caption in a line
REMARK_LENGTH = 31  # characters that fit beside the axis

# Darkest for tinggi; told apart by people who see no red or green, and by shape where nothing is coloured.
COLOURS: dict[Category | None, str] = {
    "tinggi": "#9a2a00",
    "sedang": "#c77c02",
    "rendah": "#2a7fb8",
    None: "#6b6b6b",
}
INK, FAINT, GRID, STRIPE = "#222", "#5c5c5c", "#e2e2e2", "#f7f7f5"
_SHAPES: dict[Category | None, str] = {
    "tinggi": "M0 -4.8 L4.6 3.4 L-4.6 3.4 Z",
    "sedang": "M-4 0 A4 4 0 1 1 4 0 A4 4 0 1 1 -4 0 Z",
    "rendah": "M0 4.8 L4.6 -3.4 L-4.6 -3.4 Z",
    None: "M0 -4.6 L4.6 0 L0 4.6 L-4.6 0 Z",
}


def overview_svg(dataset: Dataset) -> bytes:
    """Return the picture as SVG: no script, no style sheet, nothing from elsewhere.

    The same dataset gives the same bytes; one without a published score gives a small picture that says so.
    """
    shown = overview(dataset)
    return _nothing() if shown is None else _picture(shown, _corpus(dataset))


def _nothing() -> bytes:
    title = "No score is published yet"
    about = (
        "Put releases or reports (PDF, DOCX, HTML, text) into the corpus, run ikp, and the scores are drawn here."
    )
    words = (
        text(title, MARGIN, 52, size=20, font_weight="600") + "\n" + text(about, MARGIN, 82, size=13, fill=FAINT)
    )
    return drawing(WIDTH, 120, title=title, about=about, content=words)


def _corpus(dataset: Dataset) -> str:
    read = [document for document in dataset.documents if document.status == "read"]
    latest = max((document.day for document in read if document.day), default=None)
    number = f"{len(read):,} documents" if len(read) != 1 else "one document"
    return f"as of the {number} in the corpus" + (f", the latest of {latest}" if latest else "")


def _picture(shown: Overview, corpus: str) -> bytes:
    title, caption = shown.edition.name, _caption(shown, corpus)
    lines = wrap(caption, CAPTION_WIDTH)
    parts = [text(title, MARGIN, 40, size=20, font_weight="600")]
    parts += [text(line, MARGIN, 62 + 17 * place, size=12.5, fill=FAINT) for place, line in enumerate(lines)]
    y = 62.0 + 17 * len(lines) + 8
    parts.append(_legend(y, [mark for panel in shown.panels for line in panel.lines for mark in line.marks]))
    y += 40
    scale = Scale(shown.top)
    for panel in shown.panels:
        drawn, y = _panel(panel, scale, y)
        parts.append(drawn)
        y += 44
    return drawing(WIDTH, y - 16, title=title, about=f"{caption} {ABOUT}", content="\n".join(parts))


def _caption(shown: Overview, corpus: str) -> str:
    covered = (
        f"{shown.provinces.published} of {shown.provinces.of} provinces and {shown.locals.published} of "
        f"{shown.locals.of} kabupaten/kota have a published value"
    )
    unscored = shown.provinces.unscored + shown.locals.unscored
    aside = f" ({unscored} of them a category without a score, not drawn)" if unscored else ""
    return f"{covered}{aside}; edition {shown.edition.id}; {corpus}."


def _legend(y: float, marks: Sequence[Mark]) -> str:
    """Explain the marks that occur: shape and colour are the category, a hollow mark is no published value."""
    parts: list[str] = []
    x = float(MARGIN + 6)
    for category in (*CATEGORIES, None):
        if any(mark.category == category for mark in marks):
            parts.append(_shape(x, y, category, filled=True))
            parts.append(text(category or "category not known", x + 10, y + 4))
            x += 72 if category else 150
    if any(mark.status != "published" for mark in marks):
        parts.append(
            "".join(_shape(x + 12 * place, y, name, filled=False) for place, name in enumerate(CATEGORIES))
        )
        parts.append(text("not published: in review, or another side of a conflict", x + 36, y + 4))
    return "\n".join(parts)


class Scale:
    """Places scores from 0 to ``top``, rounded up to a tick, on the axis."""

    def __init__(self, top: Decimal) -> None:
        """Choose steps of 1, 2 or 5 times a power of ten, so that there are at most ten."""
        self.step = _step(top)
        self.top = max(Decimal(1), (top / self.step).to_integral_value(ROUND_CEILING)) * self.step

    def x(self, score: Decimal) -> float:
        """Return where ``score`` stands."""
        return AXIS_LEFT + float(score / self.top) * (AXIS_RIGHT - AXIS_LEFT)

    @property
    def ticks(self) -> list[Decimal]:
        """The scores at which the axis has a number."""
        return [self.step * place for place in range(int(self.top / self.step) + 1)]


def _step(top: Decimal) -> Decimal:
    """Return the distance of ticks.

    >>> [f"{_step(Decimal(top)):f}" for top in ("100", "5", "26.05", "3.5", "0")]
    ['10', '0.5', '5', '0.5', '0.1']
    """
    unit = Decimal(1).scaleb((top or Decimal(1)).adjusted() - 1)
    steps = (unit, 2 * unit, 5 * unit, 10 * unit)
    return next((step for step in steps if top / step <= 10), steps[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A line with its place: its upper edge, its height, and each mark with its centre."""

    line: Line
    y: float
    height: float
    marks: tuple[tuple[Mark, float, float], ...]


def _panel(panel: Panel, scale: Scale, y: float) -> tuple[str, float]:
    """Return the markup of a panel whose title stands on ``y``, and where it ends."""
    top = y + (38 if panel.bounds else 28)
    placed = list(_placed(panel.lines, scale, top))
    bottom = placed[-1].y + placed[-1].height
    parts = [
        text(panel.title, MARGIN, y, size=14, font_weight="600"),
        text(_heading(panel), REMARK, top - 8, size=10.5, fill=FAINT),
        *(_stripe(line) for line in placed[1::2]),
        *(rule(scale.x(tick), top, scale.x(tick), bottom, GRID) for tick in scale.ticks),
        *_bands(panel.bounds, scale, top, bottom),
        *(_numbered(tick, scale, bottom + 15) for tick in scale.ticks),
        *(part for line in placed for part in _drawn(line)),
    ]
    return "\n".join(parts), bottom + 16


def _heading(panel: Panel) -> str:
    return "score" if panel.lines[0].of is None else "highest score"


def _placed(lines: Sequence[Line], scale: Scale, top: float) -> Iterator[Placed]:
    y = top
    for line in lines:
        lanes = lanes_of([scale.x(mark.score) for mark in line.marks])
        height = LINE_HEIGHT + LANE * max(lanes)
        first = y + LINE_HEIGHT / 2
        marks = tuple(
            (mark, scale.x(mark.score), first + LANE * lane) for mark, lane in zip(line.marks, lanes, strict=True)
        )
        yield Placed(line=line, y=y, height=height, marks=marks)
        y += height


def lanes_of(places: Sequence[float]) -> list[int]:
    """Return a lane for each mark, from 0, so that no two of one lane touch.

    >>> lanes_of([10, 12, 30, 14, 19])
    [0, 1, 0, 2, 0]
    """
    ends: list[float] = []
    lanes = [0] * len(places)
    for place in sorted(range(len(places)), key=lambda place: places[place]):
        lane = next((lane for lane, end in enumerate(ends) if end <= places[place]), len(ends))
        ends[lane : lane + 1] = [places[place] + SIDE]
        lanes[place] = lane
    return lanes


def _stripe(placed: Placed) -> str:
    return element(
        "rect", x=MARGIN - 8, y=placed.y, width=WIDTH - 2 * MARGIN + 16, height=placed.height, fill=STRIPE
    )


def _numbered(tick: Decimal, scale: Scale, y: float) -> str:
    return text(f"{tick:f}", scale.x(tick), y, size=10.5, fill=FAINT, text_anchor="middle")


def _bands(bounds: Sequence[Bound], scale: Scale, top: float, bottom: float) -> Iterator[str]:
    """Yield the cut lines, each with what it bounds written on that side of it, and sedang between them."""
    for bound in bounds:
        x, low = scale.x(bound.score), bound.category == "rendah"
        yield rule(x, top - 18, x, bottom, "#555", stroke_width=1.2, stroke_dasharray="5 3", class_="cut")
        words = f"{bound.category} {bound.sign} {bound.score:f}"
        yield _band(words, x - 5 if low else x + 5, top - 8, bound.category, anchor="end" if low else "start")
    if bounds:
        middle = sum(scale.x(bound.score) for bound in bounds) / len(bounds)
        yield _band("sedang", middle, top - 8, "sedang", anchor="middle")


def _band(words: str, x: float, y: float, category: Category, *, anchor: str) -> str:
    return text(words, x, y, size=11, fill=COLOURS[category], font_weight="600", text_anchor=anchor)


def _drawn(placed: Placed) -> Iterator[str]:
    """Yield a line's name, its marks and what is remarked; published marks are drawn last, on top."""
    line, base = placed.line, placed.y + LINE_HEIGHT / 2 + 4
    end = NAME if line.of is None else NAME_BEFORE_COUNT
    yield text(line.region.short, end, base, size=11.5, text_anchor="end")
    if line.of is not None:
        scored = len(line.published)
        yield text(f"{scored} of {line.of}", NAME, base, size=10.5, fill=FAINT, text_anchor="end")
    for mark, x, y in reversed(placed.marks):
        yield _mark(mark, x, y)
    yield text(_remark(line), REMARK, base, size=11, fill=INK if line.published else FAINT)


def _remark(line: Line) -> str:
    """Say a province's own score, or which of its regencies and cities has the highest."""
    mark = line.marks[0]
    if line.of is None:
        words = f"{mark.score:f} {mark.category or ''}".rstrip()
        return words if mark.status == "published" else f"{words}, {mark.status}"
    status = "" if mark.status == "published" else f", {mark.status}"
    return _cropped(f"{mark.score:f} {_short(mark)}{status}")


def _short(mark: Mark) -> str:
    return mark.region.name.replace("Administrasi ", "").replace("Kabupaten ", "Kab. ")


def _cropped(words: str) -> str:
    return words if len(words) <= REMARK_LENGTH else words[: REMARK_LENGTH - 1] + "…"


def _mark(mark: Mark, x: float, y: float) -> str:
    published = mark.status == "published"
    words = f"{mark.region.name}: {mark.score:f} {mark.category or ''}".rstrip()
    status = "" if published else f", {mark.status}, not published"
    shape = element("title", escaped(f"{words}{status} ({mark.file})"))
    return _shape(
        x,
        y,
        mark.category,
        filled=published,
        content=shape,
        class_="published" if published else "unpublished",
        data_region=mark.region.code,
        data_score=f"{mark.score:f}",
    )


def _shape(
    x: float, y: float, category: Category | None, *, filled: bool, content: str = "", **attributes: str
) -> str:
    colour = COLOURS[category]
    return element(
        "path",
        content,
        d=_SHAPES[category],
        transform=f"translate({x:.1f} {y:.1f})",
        fill=colour if filled else "#fff",
        stroke=colour,
        stroke_width=1.3,
        **attributes,
    )
