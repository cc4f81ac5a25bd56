"""Lists in which the figure stands before its region: "41,20 Alfa, 33,10 Beta, dan 29,20 Gama".

The order of a list is told by its ends: one that begins with a figure and ends with a region hands each figure on
to the region behind it. Where it begins with a region and ends with a figure, each belongs to the region before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.extract.marks.kinds import DimensionMark, NumberMark
from pipeline.extract.scene.asides import is_aside
from pipeline.extract.scores.signs import ODD_DOUBT

if TYPE_CHECKING:
    from pipeline.extract.draft import Subject
    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scene.line import Line

    Pair = tuple[Mention, Subject]
    Event = NumberMark | DimensionMark | Pair

_AT_LEAST = 2
_NEAR = 25  # characters between a region and a figure that ends its list
_UNIT = r"[)\]\s\"]*+(?:(?:poin|point|persen|%)(?![a-z]))?[)\]\s\"]*+"
_LEVEL = r"(?:[(,]?\s?(?:(?:kategori|rawan|kerawanan) )*(?:tinggi|sedang|rendah)\)?\s?)?"
_HANDED = (
    r"(?:yang )?(?:di(?:raih|dapat(?:kan)?|raup|tempati|miliki|sandang|pegang|catat(?:kan)?|peroleh|torehkan|"
    r"kantongi|kumpulkan|bukukan|capai|huni|alami|punyai|isi|duduki|berikan)|tercatat|(?:menjadi )?milik|untuk|"
    r"oleh|(?:ber)?ada di|terdapat di|atas nama|bagi)(?: (?:oleh|kepada|pada|di))?\s"
)
_TO_REGION = re.compile(
    rf"{_UNIT}{_LEVEL}(?P<apart>,\s)?(?:(?:skor|nilai|indeks|ikp)\s)?(?:(?P<handed>{_HANDED})|(?:di|pada|yakni|yaitu|adalah|ialah)\s)?"
    r"[\s:=|>–-]*(?P<bracket>\()?"
)
"""What leads from a figure to its region in a list."""
_TO_FIGURE = re.compile(
    r"[)\]\s\"]*+(?P<apart>[,;/|•–-])?\s?(?P<joined>(?:dan|serta|lalu|kemudian|disusul|diikuti|sedangkan|sementara|"
    r"adapun|selanjutnya|berikutnya|hingga|sampai)\s)*(?:(?:oleh|dengan|ada|sebesar|senilai|skor|nilai|angka|poin|"
    r"ter(?:tinggi|rendah)|(?:yang )?ke(?:dua|tiga|empat|lima)|peringkat|urutan|posisi|sekitar)\s)*[\s(–-]*"
)
"""What leads on from a region to the next figure of a list."""
_SHARED_BY = re.compile(r",?\s?(?:(?:dan|serta) )?")
_TITLES = re.compile(r":[\s(–-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Handed:
    """A figure of a list with the regions behind it: most often one, and how they are joined to it.

    ``loses``: the last region of those behind it has a figure of its own.
    """

    figure: NumberMark
    pairs: tuple[Pair, ...]
    leads: re.Match[str]
    end: int
    loses: bool


def figures_ahead(line: Line, events: Sequence[Event]) -> Mapping[int, tuple[Pair, ...]]:
    """Return the regions behind each figure of a list of figures and regions, by where the figure starts.

    ``events`` are the regions, dimensions and numbers of ``line`` in order. Where the ends of a list leave its
    order open, its regions are in doubt.
    """
    found: dict[int, tuple[Pair, ...]] = {}
    first = 0
    while first < len(events):
        run = _run_from(line, events, first)
        last = first + sum(1 + len(one.pairs) for one in run)
        if len(run) >= _AT_LEAST:
            before = events[first - 1] if first else None
            after = events[last] if last < len(events) else None
            found |= _told(line, run, before, after)
        first = max(last, first + 1)
    return found


def _run_from(line: Line, events: Sequence[Event], first: int) -> list[_Handed]:
    """Return the list of figures, each with regions behind it, that begins with the event at index ``first``."""
    run: list[_Handed] = []
    index = first
    while index + 1 < len(events):
        one = _handed(line, events, index)
        if one is None or (run and not _leads_on(line, run[-1], one)):
            break
        run.append(one)
        index += 1 + len(one.pairs)
    return run


def _leads_on(line: Line, last: _Handed, one: _Handed) -> bool:
    """Tell whether a figure goes on with a list; behind several regions a comma or a word parts it from them."""
    gap = _TO_FIGURE.fullmatch(line.between(last.end, one.figure.start))
    return gap is not None and (len(last.pairs) == 1 or _is_parted(gap))


def _is_parted(gap: re.Match[str] | None) -> bool:
    return gap is not None and bool(gap["apart"] or gap["joined"])


def _handed(line: Line, events: Sequence[Event], index: int) -> _Handed | None:
    """Return the figure at ``index`` with the regions behind it, None where there is no such figure."""
    figure, head = events[index], events[index + 1]
    if not isinstance(figure, NumberMark) or not isinstance(head, tuple):
        return None
    before = [other.code or "" for mention, other in line.regions if mention.end <= figure.start]
    holds = any(code.startswith(f"{head[1].code}.") for code in before)  # "Alfa 41,20 (Jawa Tengah)"
    leads = _TO_REGION.fullmatch(line.between(figure.end, head[0].start))
    if holds or leads is None or not (figure.decimals or leads["handed"]):
        return None
    if is_aside(line, head[0]) and not leads["bracket"]:
        return None
    pairs = [head]
    for other in events[index + 2 :]:
        if not isinstance(other, tuple):
            break
        if not _SHARED_BY.fullmatch(line.between(pairs[-1][0].end, other[0].start)):
            break
        pairs.append(other)
    after = events[index + 1 + len(pairs)] if index + 1 + len(pairs) < len(events) else None
    loses = len(pairs) > 1 and isinstance(after, NumberMark) and _is_beside(line, pairs[-1][0].end, after)
    if loses:
        pairs.pop()  # "39,10 milik Alfa, Beta 21,10"
    return _Handed(figure=figure, pairs=tuple(pairs), leads=leads, end=pairs[-1][0].end, loses=loses)


def _is_beside(line: Line, end: int, figure: NumberMark) -> bool:
    """Tell whether a figure stands right behind a region that ends at ``end``, and nothing parts them."""
    gap = line.between(end, figure.start)
    return len(gap) <= _NEAR and not _is_parted(_TO_FIGURE.fullmatch(gap))


def _told(
    line: Line, run: Sequence[_Handed], before: Event | None, after: Event | None
) -> dict[int, tuple[Pair, ...]]:
    """Give each figure of a list the regions behind it; none where its ends tell the other order."""
    follows = isinstance(before, tuple) and not _TITLES.search(line.between(before[0].end, run[0].figure.start))
    goes_on = run[-1].loses or (isinstance(after, NumberMark) and after.start - run[-1].end <= _NEAR)
    handed = all(one.leads["handed"] for one in run)
    bracketed = all(one.leads["bracket"] for one in run)
    gaps = (_TO_FIGURE.fullmatch(line.between(one.end, other.figure.start)) for one, other in pairwise(run))
    plain = all(map(_is_parted, gaps)) and not any(one.leads["apart"] for one in run)
    if goes_on and not handed and (follows or not plain):
        return {}
    sure = handed or ((plain or bracketed) and not follows and not goes_on)
    return {
        one.figure.start: one.pairs if sure and len(one.pairs) == 1 else tuple(map(_in_doubt, one.pairs))
        for one in run
    }


def _in_doubt(pair: Pair) -> Pair:
    mention, subject = pair
    return mention, subject.in_doubt(ODD_DOUBT)
