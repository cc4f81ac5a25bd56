"""The highest score that an edition knows, for the edition that a place in a line speaks of."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene


def scale_at(line: Line, position: int, scene: Scene) -> Decimal:
    """Return the top of the scale at a position: that of the edition named there, else the document's own.

    In a text on the index of 2018, whose scores end at 5, "IKP 2019 memberi Alfa 48,85" is on the scale of 100.
    """
    told = line.edition_at(position)[0][0]
    edition = scene.reference.editions.get(told or "")
    own = edition is None or told == line.inherited.edition
    return line.inherited.scale if own or edition is None or edition.scale_max is None else edition.scale_max
