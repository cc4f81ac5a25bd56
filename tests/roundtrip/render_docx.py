"""A paper as Word document: real or typed numbering, headings as styles or in bold, letterhead or none."""

from __future__ import annotations

from random import Random

from press.word import WordStyle, docx_bytes
from roundtrip.paper import Paper
from roundtrip.sheets import sheet_of


def render_docx(paper: Paper, rng: Random) -> bytes:
    """Write the paper in a style drawn from ``rng``."""
    sheet = sheet_of(paper, rng)
    style = WordStyle(
        real_lists=rng.random() < 0.6,
        real_headings=rng.random() < 0.6,
        header_letterhead=rng.random() < 0.6,
    )
    return docx_bytes(sheet, style)
