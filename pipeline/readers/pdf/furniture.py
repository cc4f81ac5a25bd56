"""What stands on pages around the text: running headers and footers, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from statistics import median

from pipeline.readers.page import Page
from pipeline.readers.pdf.lines import TextLine, segments

_MARGIN = 0.13  # of the page's height: the zone of running headers and footers
_FOOT = 0.1  # of it, at the bottom: where a line that only its number tells may be a footer
_SET_OFF = 1.0  # of the line's height: white above a footer
_MISREAD = 0.7  # likeness of two readings of one running header
_DRIFT = 4  # points by which a running header may lie higher on one page than on another
_SCANNED_DRIFT = 15  # the same where pages went through a scanner
_PAGE_NUMBER = re.compile(
    r"(?:hal(?:aman)?\.?|page|p\.)?\s*[-–|(]?\s*\d{1,4}\s*[-–|)]?(?:\s*(?:dari|of|/)\s*\d{1,4})?", re.IGNORECASE
)
_TOLD_NUMBER = re.compile(
    r"(?:(?<![a-z])(?:hal(?:aman)?\.?|page)\s*|\s[|/•·–—-]\s*)(?P<n>\d{1,4})(?:\s*(?:dari|of|/)\s*\d{1,4})?\W*$"
    r"|^\W*(?P<first>\d{1,4})\s*[|/•·–—-]\s",
    re.IGNORECASE,
)
_EDGE_NUMBER = re.compile(r"^\W*\d+\W*|\W{0,40}\d+(?:\s*(?:dari|of|/)\s*\d+)?\W*$", re.IGNORECASE)


def repeated_wordings(pages: Sequence[tuple[Page, Sequence[TextLine]]]) -> frozenset[str]:
    """Return the wordings, page numbers aside, that stand at one height on half the pages, and on two at least."""
    heights: dict[str, dict[int, float]] = {}
    variants: dict[str, set[str]] = {}
    for page, lines in pages:
        for line in lines:
            if _in_margin(line, page):
                own = _wording(line)
                known = own if own in heights or page.back is None else _likest(own, heights)
                heights.setdefault(known, {})[page.number] = line.box[1]
                variants.setdefault(known, set()).add(own)
    enough = max(2, (len(pages) + 1) // 2)
    drift = _SCANNED_DRIFT if any(page.back for page, _ in pages) else _DRIFT
    repeated = (known for known, tops in heights.items() if _at_one_height(tops.values(), drift) >= enough)
    return frozenset(own for known in repeated for own in variants[known])


def _likest(wording: str, known: Iterable[str]) -> str:
    """Return the wording of another page that this one may be with some letters misread, or itself."""
    alike = {one: SequenceMatcher(None, wording, one, autojunk=False).ratio() for one in known}
    best = max(alike, key=lambda one: alike[one], default=wording)
    return best if alike.get(best, 0) >= _MISREAD else wording


def _at_one_height(tops: Iterable[float], drift: float) -> int:
    """Count the values within ``drift`` points of the middle one."""
    values = list(tops)
    return sum(abs(top - median(values)) <= drift for top in values)


def furniture_of(page: Page, lines: Sequence[TextLine], repeated: frozenset[str]) -> list[TextLine]:
    """Return the lines of a page that are running headers, footers or page numbers; a table's header is none.

    What nothing but its number tells to be a footer must be set off from the text above it.
    """
    return [line for line in lines if _in_margin(line, page) and _is_furniture(line, page, lines, repeated)]


def _is_furniture(line: TextLine, page: Page, lines: Sequence[TextLine], repeated: frozenset[str]) -> bool:
    if _wording(line) in repeated and (len(segments(line)) < 3 or _PAGE_NUMBER.fullmatch(line.text)):
        return True
    if line.box[1] < (1 - _FOOT) * page.height or not _is_set_off(line, lines):
        return False
    if _PAGE_NUMBER.fullmatch(line.text):
        return True
    told = _TOLD_NUMBER.search(line.text)
    return told is not None and int(told["n"] or told["first"]) == page.number


def _is_set_off(line: TextLine, lines: Sequence[TextLine]) -> bool:
    """Tell whether there is white above a line, as above a footer, or nothing at all."""
    above = [other.box[3] for other in lines if other.middle < line.middle and other is not line]
    return not above or line.box[1] - max(above) > _SET_OFF * line.height


def _in_margin(line: TextLine, page: Page) -> bool:
    zone = _MARGIN * page.height
    return line.box[3] < zone or line.box[1] > page.height - zone


def _wording(line: TextLine) -> str:
    return _EDGE_NUMBER.sub("#", line.text)
