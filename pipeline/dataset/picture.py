"""overview.svg: the published scores of one edition on its scale, drawn from ``Overview``. Lengths are in pixels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, Decimal
from textwrap import wrap

from pipeline.dataset.overview import Bound, Covered, Line, Mark, MarkStatus, Overview, Panel, overview
from pipeline.dataset.svg import drawing, element, escaped, rule, text
from pipeline.dataset.types import Dataset
from pipeline.model import CATEGORIES, Category

FILE = "overview.svg"
TITLE = "Overview of the scores"
ABOUT = (
    "A picture of the edition with the most published scores: each region's score on the edition's scale, with the "
    "cuts between the categories. Filled marks are published values; hollow ones are held back for review, or lost "
    "or still await a decision in a conflict. With a pointer on it, a mark names its region, score and document."
)

WIDTH = 900
MARGIN = 24
AXIS_LEFT, AXIS_RIGHT = 186, 690
REMARK = 704
SIDE = 9.0  # a mark with its distance to the next
LANE = 8.0  # from one lane of crowded marks to the next
LINE_HEIGHT = 17.0
CAPTION_WIDTH = 138  # characters of the caption in a line

# Dark to light by vulnerability, told apart by people who see no red or green, and by shape where nothing is coloured.
COLOURS: dict[Category | None, str] = {"tinggi": "#9a2a00", "sedang": "#c77c02", "rendah": "#2a7fb8", None: "#6b6b6b"}
INK, FAINT, GRID, STRIPE = "#222", "#5c5c5c", "#e2e2e2", "#f7f7f5"
_SHAPES: dict[Category | None, str] = {
    "tinggi": "M0 -4.8 L4.6 3.4 L-4.6 3.4 Z",
    "sedang": "M-4 0 A4 4 0 1 1 4 0 A4 4 0 1 1 -4 0 Z",
    "rendah": "M0 4.8 L4.6 -3.4 L-4.6 -3.4 Z",
    None: "M0 -4.6 L4.6 0 L0 4.6 L-4.6 0 Z",
}
_STATUS: dict[MarkStatus, str] = {"published": "", "in review": "in review", "in conflict": "in conflict"}


def overview_svg(dataset: Dataset) -> bytes:
    """Return the picture as SVG: no script, no style sheet, nothing from elsewhere; the same dataset, the same bytes.

    A dataset without a published score gives a small picture that says so.
    """
    shown = overview(dataset)
    return _nothing() if shown is None else _picture(shown, _corpus(dataset))


def _nothing() -> bytes:
    title = "No score is published yet"
    about = "Put releases or reports (PDF, DOCX, HTML, text) into the corpus, run ikp, and the scores are drawn here."
    words = text(title, MARGIN, 52, size=20, font_weight="600") + "\n" + text(about, MARGIN, 82, size=13, fill=FAINT)
    return drawing(WIDTH, 120, title=title, about=about, content=words)


def _corpus(dataset: Dataset) -> str:
    read = [document for document in dataset.documents if document.status == "read"]
    latest = max((document.day for document in read if document.day), default=None)
    return f"as of the {len(read)} documents in the corpus" + (f", the latest of {latest}" if latest else "")


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
    present = {mark.category for mark in marks}
    names = [(category, str(category)) for category in CATEGORIES if category in present]
    names += [(None, "category not known")] if None in present else []
    for category, name in names:
        parts += [_shape(x, y, category, filled=True), text(name, x + 10, y + 4)]
        x += 34 + 6.4 * len(name)
    if any(mark.status != "published" for mark in marks):
        parts.append("".join(_shape(x + 12 * place, y, name, filled=False) for place, name in enumerate(CATEGORIES)))
        parts.append(text("not published: in review, or another side of a conflict", x + 36, y + 4))
    return "\n".join(parts)


class Scale:
    """Places scores from 0 to ``top``, rounded up to a tick, on the axis."""

    def __init__(self, top: Decimal) -> None:
        """Choose steps of 1, 2 or 5 times a power of ten, so that there are at most ten."""
        self.step = _step(top)
        self.top = (top / self.step).to_integral_value(ROUND_CEILING) * self.step

    def x(self, score: Decimal) -> float:
        """Return where ``score`` stands."""
        return AXIS_LEFT + float(score / self.top) * (AXIS_RIGHT - AXIS_LEFT)

    @property
    def ticks(self) -> list[Decimal]:
        """The scores at which the axis has a number."""
        return [self.step * place for place in range(int(self.top / self.step) + 1)]


def _step(top: Decimal) -> Decimal:
    """Return the distance of ticks.

    >>> [str(_step(Decimal(top))) for top in ("100", "5", "26.05", "3.5", "0")]
    ['10', '0.5', '5', '0.5', '0.1']
    """
    unit = Decimal(1).scaleb((top or Decimal(1)).adjusted() - 1)
    steps = (unit, 2 * unit, 5 * unit, 10 * unit)
    return next((step for step in steps if top / step <= 10), steps[-1])


def _panel(panel: Panel, scale: Scale, y: float) -> tuple[str, float]:
    """Return the markup of a panel that begins at ``y``, and where it ends."""
    parts = [text(panel.title, MARGIN, y, size=14, font_weight="600")]
    top = y + (40 if panel.bounds else 12)
    rows: list[str] = []
    bottom = top
    for place, line in enumerate(panel.lines):
        markup, height = _line(line, scale, bottom, striped=place % 2 == 1)
        rows.append(markup)
        bottom += height
    parts += _bands(panel.bounds, scale, y + 24)
    stripes = [row.partition("\n")[0] for row in rows if row.startswith("<rect")]
    grid = [rule(scale.x(tick), top, scale.x(tick), bottom, GRID) for tick in scale.ticks]
    cuts = [_cut(scale.x(bound.score), top, bottom) for bound in panel.bounds]
    marks = [row.partition("\n")[2] if row.startswith("<rect") else row for row in rows]
    numbers = [
        text(f"{tick:f}", scale.x(tick), bottom + 15, size=10.5, fill=FAINT, text_anchor="middle")
        for tick in scale.ticks
    ]
    return "\n".join([*parts, *stripes, *grid, *cuts, *marks, *numbers]), bottom + 16


def _cut(x: float, top: float, bottom: float) -> str:
    return rule(x, top - 6, x, bottom, "#444", stroke_width=1.2, stroke_dasharray="5 3", class_="cut")
