"""Tesseract, called as a command: picture in, words with their boxes out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from lxml import etree
from PIL import Image

from pipeline.readers.ocr.engines import run_tesseract
from pipeline.readers.ocr.picture import WORKING_DPI, Grey
from pipeline.readers.ocr.words import SeenWord
from pipeline.readers.page import BBox

Language = Literal["ind", "eng"]

_MAX_WORDS = 20_000
_BOX = re.compile(r"(?<![a-z])bbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_BASELINE = re.compile(r"baseline (-?[\d.]+) (-?[\d.]+)")
_SIZE = re.compile(r"x_size ([\d.]+); x_descenders (-?[\d.]+)")
_SURE = re.compile(r"x_wconf (\d+)")


def seen_by_tesseract(grey: Grey, language: Language, *, layout: int) -> list[SeenWord]:
    """Return the words of a picture of ``WORKING_DPI``; ``layout`` is Tesseract's page segmentation mode.

    One core and no chance: the same picture gives the same words. Raises OcrError.
    """
    arguments = ["--dpi", str(WORKING_DPI), "--psm", str(layout), "-l", language, "hocr"]
    target = io.BytesIO()
    Image.fromarray(grey).save(target, "PPM")
    return list(_words(run_tesseract(["-", "-", *arguments], target.getvalue())))


def _words(page: bytes) -> Iterator[SeenWord]:
    """Read hOCR, which tells of each line how high its type is: its table of words does not."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(page, parser) if page.strip() else None
    count = 0
    for number, line in enumerate(root.iter("{*}span") if root is not None else ()):
        title = line.get("title", "")
        size, baseline = _SIZE.search(title), _BASELINE.search(title)
        if size is None or not line.get("class", "").startswith("ocr_"):
            continue
        frame = _box(title)
        slope, offset = (float(baseline[1]), float(baseline[2])) if baseline else (0.0, 0.0)
        height, below = float(size[1]), float(size[2])
        for span in line.iterfind("{*}span[@class='ocrx_word']"):
            word = _word(span, number)
            count += 1
            if word is None or count > _MAX_WORDS:
                continue
            foot = frame[3] + offset + slope * ((word.box[0] + word.box[2]) / 2 - frame[0]) + below
            yield _on_line(word, foot, height)


def _word(span: etree._Element, line: int) -> SeenWord | None:
    title = span.get("title", "")
    text = "".join("".join(map(str, span.itertext())).split())
    sure = _SURE.search(title)
    if not text or sure is None:
        return None
    box = _box(title)
    return SeenWord(
        text=text,
        box=box,
        top=box[1],
        bottom=box[3],
        line=line,
        confidence=min(int(sure[1]), 100) / 100,
    )


def _box(title: str) -> BBox:
    found = _BOX.search(title)
    x0, top, x1, bottom = map(float, found.groups()) if found else (0.0, 0.0, 0.0, 0.0)
    return (x0, top, x1, bottom)


def _on_line(word: SeenWord, foot: float, height: float) -> SeenWord:
    """Give a word the height of its line's type, unless the line was lost in a drawing and lies elsewhere."""
    middle = (word.box[1] + word.box[3]) / 2
    if not foot - height <= middle <= foot:
        return word
    return replace(word, top=foot - height, bottom=foot)
