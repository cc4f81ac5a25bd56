"""A paper as PDF: letterhead or none, page numbers, ruled or open tables that may run over page breaks."""

from __future__ import annotations

from random import Random

from press.pdf import PdfStyle, pdf_bytes
from roundtrip.paper import Paper
from roundtrip.sheets import sheet_of

_LEFT_ON_PAGE = 180.0  # points; a table that begins so low runs over the page
_TYPE_AREA = 700.0


def render_pdf(paper: Paper, rng: Random) -> bytes:
    """Set the paper in a style drawn from ``rng``; a third of the documents begin low on their first page."""
    sheet = sheet_of(paper, rng)
    low = rng.random() < 0.35
    style = PdfStyle(
        justified=rng.random() < 0.5,
        size=rng.choice((10.0, 11.0, 12.0)),
        drop=rng.uniform(300.0, _TYPE_AREA - _LEFT_ON_PAGE) if low else 54.0,
        repeat_header=rng.random() < 0.7,
    )
    return pdf_bytes(sheet, style)
