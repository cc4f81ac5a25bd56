"""A word as an engine saw it on a picture, whichever engine it was."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.readers.page import BBox


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenWord:
    """A word on a picture, in pixels, origin top left.

    ``box`` is the ink, ``top`` and ``bottom`` are those of its line's type, as high for "ma" as for "Kg".
    ``confidence`` is 0 to 1; ``line`` numbers the lines in reading order.
    """

    text: str
    box: BBox
    top: float
    bottom: float
    line: int
    confidence: float
