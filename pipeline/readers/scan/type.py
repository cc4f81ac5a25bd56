"""Which lines of a picture are set in bold, by how thick their strokes are beside those of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import median

import numpy as np

from pipeline.readers.ocr.picture import Grey
from pipeline.readers.ocr.words import SeenWord
from pipeline.readers.scan.ink import INK

_BOLD = 1.28
"""Times the usual thickness of strokes: on 16 pages of generated scans bold words had 1.29 to 1.98, others 0.54 to
1.34, nine in ten of these at most 1.21."""
_SHORT = 3  # letters: a shorter word tells too little


def bold_lines(grey: Grey, words: Sequence[SeenWord]) -> frozenset[int]:
    """Return the numbers of the lines whose words are as a whole thicker than those of the page."""
    weights: dict[int, list[float]] = defaultdict(list)
    for word in words:
        if len(word.text) >= _SHORT and (weight := _weight(grey, word)) is not None:
            weights[word.line].append(weight)
    if not weights:
        return frozenset()
    usual = median(weight for line in weights.values() for weight in line)
    return frozenset(number for number, line in weights.items() if median(line) > _BOLD * usual)


def _weight(grey: Grey, word: SeenWord) -> float | None:
    """Return how long the ink of a word runs from left to right on average, as a share of its type's height."""
    x0, top, x1, bottom = map(int, word.box)
    ink = grey[max(0, top) : bottom, max(0, x0) : x1] < INK
    edges = np.diff(np.pad(ink, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    runs = int((edges == 1).sum())
    return float(ink.sum()) / runs / max(word.bottom - word.top, 1.0) if runs else None
