"""Recognition of text in pictures: Tesseract where it is installed, rapidocr where it is not.

Tesseract reads each picture twice, with its Indonesian and its English network, apart in size and in how the page
is cut into lines. Without the second network, or with rapidocr, which has one, no number is sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PIL import Image

from pipeline.readers.ocr.engines import ocr_engine
from pipeline.readers.ocr.opinions import DOUBTED, agreed, has_digit
from pipeline.readers.ocr.picture import Grey
from pipeline.readers.ocr.rapid import seen_by_rapid
from pipeline.readers.ocr.tesseract import seen_by_tesseract
from pipeline.readers.ocr.words import SeenWord

_SINGLE_COLUMN, _SINGLE_BLOCK = 4, 6  # Tesseract's names for how it cuts a page into lines
_SMALLER = 0.8  # of the first size: the second reading sees each letter in other pixels


def recognised(grey: Grey, *, block: bool = False) -> list[SeenWord]:
    """Return the words of a prepared picture, in reading order. Raises OcrError, also where there is no engine.

    ``block``: it is one block of short lines, and no page that may hold pictures.
    """
    if ocr_engine().startswith("rapidocr"):
        return _unconfirmed(seen_by_rapid(grey))
    first = seen_by_tesseract(grey, "ind", layout=_SINGLE_BLOCK if block else _SINGLE_COLUMN)
    if not ocr_engine().endswith("eng"):
        return _unconfirmed(first)
    return agreed(first, _second_reading(grey))


def glanced(grey: Grey) -> list[SeenWord]:
    """Return the words of a picture by one reading alone: enough to see which side is up."""
    if ocr_engine().startswith("rapidocr"):
        return seen_by_rapid(grey)
    return seen_by_tesseract(grey, "ind", layout=_SINGLE_COLUMN)


def _second_reading(grey: Grey) -> list[SeenWord]:
    height, width = grey.shape
    size = (max(1, round(width * _SMALLER)), max(1, round(height * _SMALLER)))
    small = np.asarray(Image.fromarray(grey).resize(size, Image.Resampling.BILINEAR))
    across, down = width / size[0], height / size[1]
    return [
        replace(
            word,
            box=(word.box[0] * across, word.box[1] * down, word.box[2] * across, word.box[3] * down),
            top=word.top * down,
            bottom=word.bottom * down,
        )
        for word in seen_by_tesseract(small, "eng", layout=_SINGLE_BLOCK)
    ]


def _unconfirmed(words: Sequence[SeenWord]) -> list[SeenWord]:
    """Doubt every number: nothing confirms its digits."""
    return [
        replace(word, confidence=min(word.confidence, DOUBTED)) if has_digit(word.text) else word for word in words
    ]
