"""Tables inside the cells of a table: what the row around one says of it, carried into each of its rows.

Without that, "Kontestasi 75,87" in the row of one region would be read as the figure of another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.readers.builder import RowCell

_WORD = re.compile(r"[^\W\d_]{3}")
_LEVEL = re.compile(r"\b(?:tinggi|sedang|rendah)\b", re.IGNORECASE)
_FIGURE = re.compile(r"[-(]?\d[\d.,]*\s?%?\)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    """The cells that name the rows around an inner table, and what stands over them in their headers."""

    headers: tuple[RowCell, ...] = ()
    names: tuple[RowCell, ...] = ()

    def within(self, header: Sequence[RowCell], row: Sequence[RowCell]) -> Outer:
        """Return what holds inside ``row`` of a table whose first row is ``header``: the words before its figures.

        A level among them ("Tinggi") is that of the row, not of what the inner table says; it holds inside where
        nothing else does.
        """
        heads, cells = _by_column(header), _by_column(row)
        words = [index for index, cell in enumerate(cells) if _WORD.search(cell.text)]
        figures = [index for index, cell in enumerate(cells) if words and index > words[0] and _is_figure(cell)]
        words = [index for index in words if not figures or index < figures[0]]
        chosen = [index for index in words if not _LEVEL.search(cells[index].text)] or words
        headers = [heads[index] if index < len(heads) else RowCell(text="") for index in chosen]
        return Outer(
            headers=(*self.headers, *(replace(cell, columns=1) for cell in headers)),
            names=(*self.names, *(replace(cells[index], columns=1) for index in chosen)),
        )

    def over(self, cells: tuple[RowCell, ...], *, first: bool) -> tuple[RowCell, ...]:
        """Return a row of the inner table behind the cells that name it; its header behind their headers."""
        header = first and not any(map(_is_figure, cells))
        return (*(self.headers if header else self.names), *cells)


NO_OUTER = Outer()


def _is_figure(cell: RowCell) -> bool:
    return _FIGURE.fullmatch(cell.text) is not None


def _by_column(row: Sequence[RowCell]) -> list[RowCell]:
    return [cell for cell in row for _ in range(cell.columns)]
