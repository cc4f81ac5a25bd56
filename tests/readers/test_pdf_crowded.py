"""Pages with more glyphs than any page of a real document."""

from __future__ import annotations

import io
import time
from typing import Any

import pdfplumber
from reportlab.pdfgen.canvas import Canvas

from pipeline.readers.pdf.plumber import _printed_once

WORDS = "Kabupaten Alfa masuk kategori rawan 41,20 " * 3


def page(lines: int, *, times: int = 1, step: float = 0.3) -> Any:
    """Return a page as pdfplumber opens it; each line is printed so many times, a little to the right."""
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    canvas.setFont("Helvetica", 7)
    for line in range(lines):
        for again in range(times):
            canvas.drawString(20 + step * again, 800 - 2.5 * line, WORDS)
    canvas.save()
    return pdfplumber.open(io.BytesIO(stream.getvalue())).pages[0]


def test_glyphs_printed_again_are_left_out_in_their_order() -> None:
    once, thrice = page(3), page(3, times=3)
    assert len(thrice.chars) == 3 * len(once.chars)
    assert [char["text"] for char in _printed_once(thrice).chars] == [char["text"] for char in once.chars]
    assert _printed_once(once) is once


def test_equal_glyphs_apart_are_kept() -> None:
    assert len(_printed_once(page(2, times=2, step=1.2)).chars) == 2 * len(page(2).chars)


def test_the_work_grows_with_the_glyphs_and_not_with_their_square() -> None:
    def seconds(lines: int, times: int) -> float:
        crowded = page(lines, times=times)
        assert len(crowded.chars) == lines * times * len(WORDS)
        taken = []
        for _ in range(3):  # the least of three: a busy machine or a collection of garbage falls on one of them
            begin = time.process_time()
            _printed_once(crowded)
            taken.append(time.process_time() - begin)
        return min(taken)

    assert seconds(200, 2) < 0.01 + 30 * seconds(40, 1)
