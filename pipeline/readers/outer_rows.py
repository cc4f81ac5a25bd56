"""Tables inside the cells of a table: what the row around one says of it, carried into each of its rows.

Without that, "Kontestasi 75,87" in the row of one region would be read as the figure of another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.readers.builder import RowCell

_WORD = re.compile(r"[^\W\d_]{3}")
_FIGURE = re.compile(r"[-(]?\d[\d.,]*\s?%?\)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    """The cells that name the rows around an inner table, and what stands over them in their headers."""

    headers: tuple[RowCell, ...] = ()
    names: tuple[RowCell, ...] = ()

    def within(self, header: Sequence[RowCell], row: Sequence[RowCell]) -> Outer:
        """Return what holds inside ``row`` of a table whose first row is ``header``: its first worded cell."""
        heads, cells = _by_column(header), _by_column(row)
        at = next((index for index, cell in enumerate(cells) if _WORD.search(cell.text)), None)
        if at is None:
            return self
        head = heads[at] if at < len(heads) else RowCell(text="")
        name = replace(cells[at], columns=1)
        return Outer(headers=(*self.headers, replace(head, columns=1)), names=(*self.names, name))

    def over(self, cells: tuple[RowCell, ...], *, first: bool) -> tuple[RowCell, ...]:
        """Return a row of the inner table behind the cells that name it; its header behind their headers."""
        header = first and not any(_FIGURE.fullmatch(cell.text) for cell in cells)
        return (*(self.headers if header else self.names), *cells)


NO_OUTER = Outer()


def _by_column(row: Sequence[RowCell]) -> list[RowCell]:
    return [cell for cell in row for _ in range(cell.columns)]
