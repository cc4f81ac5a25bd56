"""What a row says of issues: one a cell, several in one cell, or a mark or count where row and column meet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.extract.catalog.indicators import match_indicator
from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.extract.issues.phrases import ITEM, Phrase, phrase_drafts
from pipeline.extract.tables.columns import WHOLE, is_no, is_yes, issue_label
from pipeline.extract.tables.grid import Cell, Row
from pipeline.extract.tables.headers import Column, dimension_key
from pipeline.extract.tables.places import regions_in
from pipeline.extract.words.values import parse_count
from pipeline.model import Span
from pipeline.reference.calibration import KNOWN_DOUBT

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Inherited
    from pipeline.extract.scene.scene import Scene

MATRIX = Rule(id="table.matrix", version=3)
"""A cell where the row of a region and the column of an issue meet, or the other way round.

Where the row or column names two regions, two may have run together: then a person has to look.

> | Kabupaten | Politik uang | Ketidaknetralan ASN |
> | --- | --- | --- |
> | Kabupaten Blora | v | |
> | Kabupaten Pati | | v |
"""

_UNIT = re.compile(r"(?<![a-z])(?P<unit>tps|kasus|kejadian|pelanggaran|laporan|temuan|peristiwa)(?![a-z])")
_UNITS = {"tps": "TPS"}
_ITEMS = re.compile(r"\s{0,20}(?:[\n;•]|(?:^|(?<=[\s,;.]))(?:\d{1,2}[.)]|[a-z][.)]|[-–*])\s)+\s*")
_COMMAS = re.compile(r",\s*(?:(?:dan|serta)\s)?")
_QUESTION = re.compile(
    r"(?:apakah|adakah) (?:(?:sudah|pernah|masih) )?"
    r"(?:(?:terjadi|terdapat|ada(?:nya)?|ditemukan|dijumpai|dilaksanakan|dilakukan)(?: kasus| kejadian)? )?"
    r"(?=[^?]*\?$)"
)
"""The question of a form, which its answer in the next cell makes an issue: "Apakah pernah terjadi ...?"."""
_SHORTEST = 4  # letters of a cell that may name an issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """What numbers in a table of issues are: their ``unit`` where it is said, and all its cells' texts, folded.

    ``told`` is false where nothing says that numbers are counts; ``ones`` is true where the only numbers are 0 and
    1, which then are marks. ``by_row`` is true where each issue has a cell for its number or mark.
    """

    unit: str | None
    told: bool
    ones: bool
    texts: frozenset[str]
    by_row: bool


def counting_of(columns: Sequence[Column], rows: Sequence[Row], caption: str, *, stations: bool) -> Counting:
    """Tell what the numbers of a table of issues are, from its caption (folded) and headers."""
    texts = frozenset(c.folded for row in rows for c in row.cells if c.column.role in {"issue", "place"})
    numbers = {text for text in texts if WHOLE.fullmatch(text)}
    heads = " ".join(column.header.lower() for column in columns if column.role in {"issue", "place", "count"})
    found = _UNIT.search(heads) or _UNIT.search(caption)
    unit = "TPS" if stations else _UNITS.get(found["unit"], found["unit"]) if found else None
    return Counting(
        unit=unit,
        told=unit is not None or "jumlah" in caption or "jumlah" in heads,
        ones=bool(numbers) and numbers <= {"0", "1"} and not stations,
        texts=texts,
        by_row=any(column.role in {"count", "mark"} for column in columns),
    )


def matrix_drafts(
    row: Row, subjects: Sequence[Subject], inherited: Inherited, counting: Counting, scene: Scene
) -> Iterator[Draft]:
    """Read the marks or counts of a region under issues, or of an issue under regions."""
    label = row.first("indicator")
    for cell in row.cells:
        if cell.column.role == "issue":
            yield from _crossing(row, cell, issue_label(cell.column), subjects, inherited, counting, scene)
        elif cell.column.role == "place" and label is not None:
            places = _places(cell.column, scene)
            yield from _crossing(row, cell, label.text, places, inherited, counting, scene)


def _places(column: Column, scene: Scene) -> tuple[Subject, ...]:
    if column.unit is None or column.place is None:
        return ()
    return regions_in(column.unit, column.place, scene.context, None, scene)


def _crossing(
    row: Row,
    cell: Cell,
    issue: str,
    subjects: Sequence[Subject],
    inherited: Inherited,
    counting: Counting,
    scene: Scene,
) -> Iterator[Draft]:
    held, count = _held(cell.folded, counting)
    if not held:
        return
    header = (cell.column.place,) if cell.column.place else ()
    unit = counting.unit if count is not None else None
    phrase = Phrase(text=issue, span=row.span, count=count, unit=unit)
    for subject in subjects:
        for draft in phrase_drafts(phrase, subject, inherited.edition, scene, rule=MATRIX, keep_unknown=True):
            sure = row.unit.block.main and (count is None or counting.told) and len(subjects) == 1
            confidence = draft.confidence if sure else min(draft.confidence, KNOWN_DOUBT)
            yield replace(draft, rule=MATRIX, also=header, confidence=confidence)


def _held(folded: str, counting: Counting) -> tuple[bool, int | None]:
    """Tell whether a cell says that an issue is there, and how often."""
    whole = WHOLE.fullmatch(folded)
    if whole and not counting.ones:
        count = parse_count(whole["n"])
        return bool(count), count
    return is_yes(folded, counting.texts), None


def issue_drafts(
    row: Row, subjects: Sequence[Subject], inherited: Inherited, counting: Counting, scene: Scene
) -> Iterator[Draft]:
    """Read the issues that a row's cells name, of each of ``subjects``."""
    marks = [cell for cell in row.cells if cell.column.role == "mark"]
    if any(is_no(cell.folded) for cell in marks) or (row.banner and counting.by_row):
        return
    count = row.first("count")
    number = WHOLE.fullmatch(count.folded) if count else None
    amount = parse_count(number["n"]) if number else parse_count(count.folded) if count else None
    if amount == 0 or (count is not None and is_no(count.folded)):
        return
    stage = row.first("stage")
    dimension = row.first("dimension")
    for cell in row.cells:
        if cell.column.role != "indicator" or len(cell.text) < _SHORTEST:
            continue
        if _QUESTION.match(cell.folded) and not marks:
            continue  # the form, not its answers
        for text, span in _parts(cell, scene):
            phrase = Phrase(
                text=_issue_asked(text),
                span=span,
                count=amount,
                unit=counting.unit if amount is not None else None,
                stage=stage.text if stage else None,
                dimension=dimension_key(dimension.text, scene.reference) if dimension else None,
            )
            for subject in subjects:
                yield from phrase_drafts(phrase, subject, inherited.edition, scene, rule=ITEM, keep_unknown=True)


def _issue_asked(text: str) -> str:
    """Return the issue that a question asks for, or the text as it is.

    >>> _issue_asked("Apakah pernah terjadi pemungutan suara ulang?"), _issue_asked("Pemilih ganda")
    ('pemungutan suara ulang', 'Pemilih ganda')
    """
    lead = _QUESTION.match(text.lower())
    return text[lead.end() :].rstrip("? ") if lead else text


def _parts(cell: Cell, scene: Scene) -> Iterator[tuple[str, Span]]:
    """Yield the issues of a cell: parted by lines, semicolons or numbers, or by commas where each is known."""
    raw = cell.place.span.of(scene.document.text)
    parts = list(_split(raw, _ITEMS))
    if len(parts) == 1 and match_indicator(cell.text, scene.reference).match.kind not in {"exact", "alias"}:
        finer = list(_split(raw, _COMMAS))
        parts = finer if len(finer) > 1 and all(_is_known(raw[a:b], scene) for a, b in finer) else parts
    for start, end in parts:
        yield raw[start:end], Span(start=cell.place.span.start + start, end=cell.place.span.start + end)


def _is_known(text: str, scene: Scene) -> bool:
    return match_indicator(text, scene.reference).decision == "accept"


def _split(raw: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between the matches of a pattern, without blanks and marks at their ends."""
    edges = [(0, 0), *(match.span() for match in pattern.finditer(raw)), (len(raw), len(raw))]
    for (_, low), (high, _) in pairwise(edges):
        text = raw[low:high]
        start = low + len(text) - len(text.lstrip(" \t\n.,;"))
        end = low + len(text.rstrip(" \t\n,;"))
        if end - start >= _SHORTEST:
            yield start, end
