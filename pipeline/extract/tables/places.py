"""Regions in a table: those that a cell names, and the one that its caption says the whole table is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extract.draft import Subject
from pipeline.extract.regions.reader import name_reader
from pipeline.model import Span

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Context, Mention, Prefix
    from pipeline.extract.scene.scene import Scene, Unit

_MOST = 0.6  # share of a cell that names must cover for it to be a name
_CAPTION = re.compile(r"^\W*(?:tabel|table|daftar|lampiran|rekap\w*|rincian)(?![a-z])")
_ITEM_NUMBER = re.compile(r"^\W*\d{1,3}\W*")
_WORDS = re.compile(r"\d|[^\W\d_]{4}")
_MORE = re.compile(r"\d|[^\W\d_]{3}")
_BRACKETS = re.compile(r"\([^()]*\)?|[/-].*")
_CAPTION_AT_END = re.compile(r"[.!?]\W{1,3}(?:tabel|table|lampiran) \d[^!?]{0,120}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What stands over a table: its ``lead`` and banners inside it, folded, and the region that they name."""

    text: str
    subject: Subject
    named: bool


def caption_of(rows: Sequence[Unit], banners: Sequence[Unit], scene: Scene) -> Caption:
    """Read what stands over a table; without a region in it, the table is about the document's own."""
    lead = _lead(rows[0], scene)
    units = [*reversed(banners), *([lead] if lead else [])]
    named = next((subject for unit in units if (subject := _told_of(unit, scene))), None)
    text = " ".join(unit.passage.lower for unit in units)
    return Caption(text=text, subject=named or scene.own(), named=named is not None)


def _lead(row: Unit, scene: Scene) -> Unit | None:
    """Return the unit that announces a table, or a caption above it; advertisements may stand between."""
    if row.lead is not None:
        return scene.units[row.lead]
    above = next((unit for unit in reversed(scene.units[: row.position]) if unit.role != "furniture"), None)
    return above if above and _ends_in_caption(above) else None


def _ends_in_caption(unit: Unit) -> bool:
    """Tell whether a unit is a caption or ends in one: "... sejak awal. Tabel 1. TPS rawan di Kota Alfa"."""
    lower = unit.passage.lower
    return _CAPTION.match(lower) is not None or _CAPTION_AT_END.search(lower) is not None


def _told_of(unit: Unit, scene: Scene) -> Subject | None:
    """Return the one region that a caption is about: of its last sentence, else of the whole."""
    sentences = unit.passage.sentences or ((0, len(unit.passage.text)),)
    for start, end in (sentences[-1], (0, len(unit.passage.text))):
        found = [subject for _, subject in scene.subjects(unit, start, end) if subject.code != "ID"]
        if len({(subject.code, subject.candidates) for subject in found}) == 1:
            return replace(found[0], carried=True)
        if not found and (speaker := scene.speaker(unit, start, end)):
            return speaker
    return None


def cell_mentions(unit: Unit, span: Span) -> tuple[tuple[int, int], tuple[Mention, ...]]:
    """Return a cell's characters in its row's passage and the mentions there."""
    starts = unit.passage.mapped.starts
    low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
    found = tuple(m for m in unit.mentions if low <= m.end - len(m.name) and m.end <= high)
    return (low, high), found


def names_region(unit: Unit, span: Span) -> bool:
    """Tell whether a cell is hardly more than the name of a region, or of several."""
    (low, high), found = cell_mentions(unit, span)
    text = unit.passage.text[low:high].strip()
    covered = sum(mention.end - max(mention.start, low) for mention in found if not mention.below)
    joints = sum(5 for _ in found[1:])
    return bool(found) and covered + joints >= _MOST * len(text)


def holds_more(unit: Unit, span: Span) -> bool:
    """Tell whether a cell of one region holds more than its name, so that columns or rows may have run together.

    Brackets and marks behind the name and a number before it ("1. Kota Alfa*", "Kutai Timur (Kutim)") do no harm.
    """
    (low, high), found = cell_mentions(unit, span)
    if len({mention.end for mention in found}) != 1:
        return False
    before = unit.passage.text[low : found[0].start]
    behind = unit.passage.text[found[0].end : high]
    return bool(_WORDS.search(_ITEM_NUMBER.sub("", before)) or _MORE.search(_BRACKETS.sub("", behind)))


def regions_in(
    unit: Unit, span: Span, context: Context, elided: Prefix | None, scene: Scene
) -> tuple[Subject, ...]:
    """Return the regions that a cell names; one without a code where it names none that is known.

    ``context`` and ``elided`` (the prefix that the column's header says) help to choose between like names.
    """
    (low, high), found = cell_mentions(unit, span)
    if len(found) > 1:
        several = tuple(subject for _, subject in scene.subjects(unit, low, high))
        if len(several) > 1:
            return several
    if not found:
        return (named_region(span.of(scene.document.text), span.start, context, elided, scene),)
    return (_resolved(found[0], unit, context, elided, scene),)


def _resolved(mention: Mention, unit: Unit, context: Context, elided: Prefix | None, scene: Scene) -> Subject:
    span = unit.span(mention.start, mention.end)
    if mention.below:
        return Subject(code=None, doubt=1.0, start=span.start, end=span.end)
    resolved = scene.places.resolve(mention, context, elided)
    return Subject(
        code=resolved.code,
        doubt=resolved.doubt,
        candidates=resolved.candidates,
        start=span.start,
        end=span.end,
    )


def named_region(text: str, offset: int, context: Context, elided: Prefix | None, scene: Scene) -> Subject:
    """Resolve the region that ``text`` names by itself; ``offset`` is where it begins in the document.

    A name that is not known still is a subject, without a code, so that a person sees it.
    """
    passage = name_reader(scene.reference).read(text, offset)
    mentions = scene.places.mentions(passage)
    if not mentions:
        return Subject(code=None, doubt=1.0, start=offset, end=offset + len(text))
    resolved = scene.places.resolve(mentions[0], context, elided)
    span = passage.mapped.original(mentions[0].start, mentions[0].end)
    return Subject(
        code=resolved.code,
        doubt=resolved.doubt,
        candidates=resolved.candidates,
        start=span.start,
        end=span.end,
    )
