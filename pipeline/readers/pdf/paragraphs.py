"""Lines of a page to paragraphs, list items and headings: pure geometry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from pipeline.model import Place
from pipeline.readers.drafts import Draft
from pipeline.readers.lines import Marker, ends_sentence, is_capitals, markers, may_be_title, starts_lower
from pipeline.readers.page import union
from pipeline.readers.pdf.lines import TextLine, joined_lines, joined_pieces, segments

_LOOSE = 1.45  # of the usual pitch: a larger step down begins a paragraph
_SET_OFF = 1.1  # times the usual pitch: what is so far from a list, and left of it, is no part of it
_SINGLE = 1.2  # of the line's height: the step between lines where nothing tells it
_LARGE = 1.18  # of the usual type size: larger type is a heading
_INDENT = 60  # points: no first line of a paragraph begins so far to the right of the second
_WRAPPED_WIDTH = 150  # points: a column is not narrower, so a shorter line was ended on purpose
_CAPTION = re.compile(r"(?:tabel|table|gambar|grafik|lampiran)\s+\d", re.IGNORECASE)
_BROKEN_OFF = re.compile(
    r"(?<![a-z])(?:dan|serta|atau|maupun|di|ke|dari|pada|dalam|dengan|untuk|oleh|bagi|yang|sebanyak|sebesar)$|,$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How the text of a document is set, in points.

    ``height`` is the usual height of a line, ``pitch`` the step from line to line inside a paragraph, None where
    no paragraph of several lines shows it, ``right`` the edge where lines break, 0 where columns have their own.
    """

    height: float = 1.0
    pitch: float | None = None
    right: float = 0.0

    @classmethod
    def of(cls, pages: Sequence[Sequence[TextLine]], *, columns: bool) -> Setting:
        """Learn from the lines of all pages, or of all their ``columns``: from those that surely run on."""
        every = [line for lines in pages for line in lines]
        pairs = [pair for lines in pages for pair in pairwise(lines) if _surely_runs_on(*pair)]
        height = median(line.height for line in every) if every else 1.0
        plain = [line for line in every if abs(line.height - height) <= 0.15 * height and not line.bold]
        full = [before for before, _ in pairs] or plain
        return cls(
            height=height,
            pitch=median(b.box[1] - a.box[1] for a, b in pairs) if pairs else None,
            right=0.0 if columns else max((line.box[2] for line in full), default=0.0),
        )


def _surely_runs_on(before: TextLine, line: TextLine) -> bool:
    """Tell whether a line goes on in small letters with the sentence of the one right above it."""
    step = line.box[1] - before.box[1]
    return (
        0 < step < 2.5 * line.height
        and before.box[2] - before.box[0] >= _WRAPPED_WIDTH
        and abs(line.height - before.height) <= 0.15 * before.height
        and starts_lower(line.text)
        and not ends_sentence(before.text)
        and len(segments(before)) == 1
        and len(segments(line)) == 1
    )


def paragraphs(lines: Sequence[TextLine], *, page: int, setting: Setting) -> list[Draft]:
    """Join lines to paragraphs, list items and headings, with their places."""
    if not lines:
        return []
    found = markers([line.text for line in lines])
    groups = _groups(lines, found, setting.pitch or _pitch(lines), setting.right)
    return [_draft(group, page=page, body_height=setting.height) for group in groups]


def joined(before: Sequence[Draft], after: Sequence[Draft]) -> list[Draft]:
    """Put two columns or pages together: a sentence that runs over the border becomes one paragraph."""
    if not before or not after:
        return [*before, *after]
    last, first = before[-1], after[0]
    runs_on = (
        last.kind == first.kind == "paragraph"
        and starts_lower(first.text)
        and not ends_sentence(last.text)
        and markers([first.text])[0] is None
    )
    if not runs_on:
        return [*before, *after]
    text, words = joined_pieces([(last.text, last.words), (first.text, first.words)])
    return [*before[:-1], replace(last, text=text, words=words), *after[1:]]


def _groups(
    lines: Sequence[TextLine], found: Sequence[Marker | None], pitch: float, right: float
) -> list[list[TextLine]]:
    right = right or max(line.box[2] for line in lines)
    groups = [[lines[0]]]
    head = own = found[0]  # the marker of the last item, and that of this group
    for line, marker in zip(lines[1:], found[1:], strict=True):
        left = own is not None and _leaves_item(groups[-1], line, pitch)
        if left or _is_next(head, marker) or _starts_block(groups[-1], line, marker, pitch=pitch, right=right):
            groups.append([])
            head, own = marker or head, marker
        groups[-1].append(line)
    return groups


def _leaves_item(group: Sequence[TextLine], line: TextLine, pitch: float) -> bool:
    """Tell whether a line begins left of its item's marker and is set off a little: text behind the list."""
    return line.box[0] < group[0].box[0] - 1 and line.box[1] - group[-1].box[1] > _SET_OFF * pitch


def _is_next(head: Marker | None, marker: Marker | None) -> bool:
    """Tell whether a line bears the number that comes after the one of the item before."""
    if head is None or marker is None or head.number is None:
        return False
    return head.style == marker.style == "number" and marker.number == head.number + 1


def _draft(group: Sequence[TextLine], *, page: int, body_height: float) -> Draft:
    text, words = joined_lines(group, page=page)
    place = Place(page=page, bbox=union(line.box for line in group))
    large = group[0].height > _LARGE * body_height
    if (large or all(line.bold for line in group)) and may_be_title(text) and markers([text])[0] is None:
        return Draft(kind="heading", text=text, place=place, level=1 if large else 2, words=words)
    return Draft(kind="paragraph", text=text, place=place, words=words)


def _starts_block(
    group: Sequence[TextLine], line: TextLine, marker: Marker | None, *, pitch: float, right: float
) -> bool:
    """Tell whether ``line`` begins a new block behind the lines of ``group``."""
    before = group[-1]
    if line.box[1] - before.box[1] > _LOOSE * max(pitch, 0.9 * before.height):
        return True
    flush_right = before.box[0] - line.box[0] > _INDENT and not _is_centred(before, line)
    if flush_right or (_CAPTION.match(line.text) and ends_sentence(before.text)):
        return True
    if marker is not None and not (marker.style == "number" and _runs_on(before, line, right)):
        return True
    if abs(line.height - before.height) > 0.15 * before.height or line.bold != before.bold:
        return _differs(before, line, right)
    if (
        _BROKEN_OFF.search(before.text)
        or _is_centred_title(group, before, line)
        or (starts_lower(line.text) and not ends_sentence(before.text))
    ):
        return False
    indented = line.box[0] > before.box[0] + 10 and len(group) > 1 and ends_sentence(before.text)
    return indented or not _runs_on(before, line, right)


def _runs_on(before: TextLine, line: TextLine, right: float) -> bool:
    """Tell whether the first word of ``line`` had no room on the line before."""
    word = line.words[0]
    blank = 0.25 * before.height
    if before.box[2] - before.box[0] < _WRAPPED_WIDTH:
        return False
    return before.box[2] + blank + (word.x1 - word.x0) > right - 0.02 * right


def _differs(before: TextLine, line: TextLine, right: float) -> bool:
    """Tell whether a change of type sets two lines apart: not where a sentence runs on in bold."""
    return not (starts_lower(line.text) or (_runs_on(before, line, right) and not before.bold))


def _is_centred_title(group: Sequence[TextLine], before: TextLine, line: TextLine) -> bool:
    both = (line.bold and before.bold) or (is_capitals(line.text) and is_capitals(before.text))
    return both and _is_centred(before, line) and len(group) < 4


def _is_centred(before: TextLine, line: TextLine) -> bool:
    middle, here = (before.box[0] + before.box[2]) / 2, (line.box[0] + line.box[2]) / 2
    return abs(middle - here) < 4


def _pitch(lines: Sequence[TextLine]) -> float:
    """Return the usual step from one line to the next, in points; each line may be a paragraph of its own."""
    steps = [b.box[1] - a.box[1] for a, b in pairwise(lines)]
    near = [step for step, line in zip(steps, lines, strict=False) if 0 < step < 2.5 * line.height]
    height = median(line.height for line in lines) if lines else 1.0
    return min(sorted(near)[len(near) // 3], _SINGLE * height) if near else height
