"""A canvas that prints its texts in another order than they were set in, or more than once, or turned.

Programs do print so: figures before labels, a table column by column, bold type by printing twice. What a person
sees is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from random import Random
from typing import Any

from reportlab.pdfgen.canvas import Canvas

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A text as it is printed at once: its operators, the matrix it stands under, and where it begins.

    ``x`` and ``y`` are points of the page before any turn, from its lower left corner; ``figures`` says that the
    text is a number.
    """

    code: str
    matrix: Matrix
    x: float
    y: float
    figures: bool

    def moved(self, dx: float, dy: float) -> Run:
        """Return the text printed ``dx`` to the right and ``dy`` up."""
        a, b, c, d, e, f = self.matrix
        return replace(self, matrix=(a, b, c, d, e + dx, f + dy), x=self.x + dx, y=self.y + dy)


Arrange = Callable[[Sequence[Run]], list[Run]]


def as_set(runs: Sequence[Run]) -> list[Run]:
    """Print in the order in which the texts were set."""
    return list(runs)


def backwards(runs: Sequence[Run]) -> list[Run]:
    """Print the last text of the page first."""
    return list(reversed(runs))


def figures_first(runs: Sequence[Run]) -> list[Run]:
    """Print all numbers of the page first, then the words."""
    return sorted(runs, key=lambda run: not run.figures)


def by_column(runs: Sequence[Run]) -> list[Run]:
    """Print from left to right: a table column by column."""
    return sorted(runs, key=lambda run: (round(run.x), -run.y))


def shuffled(runs: Sequence[Run]) -> list[Run]:
    """Print in an order without sense, the same each time."""
    result = list(runs)
    Random(len(result)).shuffle(result)
    return result


def twice_apart(runs: Sequence[Run]) -> list[Run]:
    """Print each text again a third of a point to the right: bold type of a program that has none."""
    return [copy for run in runs for copy in (run, run.moved(0.35, 0))]


def twice_whole(runs: Sequence[Run]) -> list[Run]:
    """Print the whole page, and then all of it again in the same place."""
    return [*runs, *runs]


ORDERS: dict[str, Arrange] = {
    "as_set": as_set,
    "backwards": backwards,
    "figures_first": figures_first,
    "by_column": by_column,
    "shuffled": shuffled,
    "twice_apart": twice_apart,
    "twice_whole": twice_whole,
}


_TURNS: dict[int, Callable[[float, float], Matrix]] = {
    0: lambda _width, _height: (1, 0, 0, 1, 0, 0),
    90: lambda width, _height: (0, -1, 1, 0, 0, width),
    180: lambda width, height: (-1, 0, 0, -1, width, height),
    270: lambda _width, height: (0, 1, -1, 0, height, 0),
}


class ArrangedCanvas(Canvas):  # type: ignore[misc] # reportlab has no types
    """Holds the texts of a page back until it is full, then prints them as ``arrange`` says.

    All that a page shows is ``turned`` clockwise by so many degrees, and the page bears ``rotate`` as the turn that
    viewers give it: together they make 360 where a person sees the page upright.
    """

    def __init__(
        self, *args: Any, arrange: Arrange = as_set, turned: int = 0, rotate: int = 0, **kwargs: Any
    ) -> None:
        self._arrange, self._turned, self._rotate = arrange, turned, rotate
        self._runs: list[Run] = []
        super().__init__(*args, **kwargs)

    def drawText(self, aTextObject: Any) -> None:  # noqa: N802, N803 - reportlab's names
        """Hold a text back, with the matrix that it stands under."""
        code = str(aTextObject.getCode())
        x, y = self.absolutePosition(*aTextObject.getStartOfLine())
        figures = all(char in "0123456789., " for char in _shown(code))
        self._runs.append(Run(code=code, matrix=tuple(self._currentMatrix), x=x, y=y, figures=figures))

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Print the texts, turn all, and end the page."""
        for run in self._arrange(self._runs):
            self._code.append(f"q {_operands(run.matrix)} cm {run.code} Q")
        self._runs = []
        width, height = self._pagesize  # type: ignore[has-type]
        self._code.insert(0, f"q {_operands(_TURNS[self._turned](width, height))} cm")
        self._code.append("Q")
        if (self._turned - self._rotate) % 180:  # a rotated page gets its sides swapped by reportlab itself
            self._pagesize = (height, width)
        self.setPageRotation(self._rotate)
        super().showPage()
        self._pagesize = (width, height)


def _operands(matrix: Matrix) -> str:
    return " ".join(f"{value:.4f}" for value in matrix)


def _shown(code: str) -> str:
    """Return the strings of a text's operators, without what stands between them."""
    return "".join(piece.partition(") Tj")[0] for piece in code.split("(")[1:])


def canvas_maker(*, order: str = "as_set", turned: int = 0, rotate: int = 0) -> Callable[..., Canvas]:
    """Return what makes a canvas with that order of ``ORDERS`` and those turns, for a document template."""
    return partial(ArrangedCanvas, arrange=ORDERS[order], turned=turned, rotate=rotate)
