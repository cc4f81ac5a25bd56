"""Dimensions that are named behind the scores they hold for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.extract.marks.kinds import DimensionMark
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scores.binding import Scored

_RUN_JOINER = re.compile(r"\)?[\s,]*(?:poin|persen|%)?[\s,]*(?:dan|serta)?[\s,]*(?:kabupaten|kota|provinsi)?\s*")
_GRADED_BEHIND = re.compile(r"(?:-?nya)? (?:paling|ter)(?: ?rawan|tinggi|rendah|buruk)")
_GRADED_AHEAD = re.compile(
    r"(?:(?:tertinggi|terendah|terawan|paling (?:rawan|tinggi|rendah)) (?:[a-z]+ ){0,4}|kerawanan )$"
)
_MORE_OF_NAME = re.compile(
    r" (?:pemilu|pemilihan|pilkada|pemilih|masyarakat|serentak|20\d\d) (?:20|serentak|di |dalam |pada )"
)
_FAR_DIMENSION = 70
_GRADED_DOUBT = 0.5


def with_trailing_dimension(
    line: Line, scored: Sequence[Scored], dimensions: Sequence[DimensionMark]
) -> tuple[Scored, ...]:
    """Give scores without a dimension the one named behind them: "Alfa (74,91) ... pada dimensi kontestasi"."""
    if any(one.dimensions for one in scored):
        return _with_last_of_run(line, scored, dimensions)
    trailing = [
        mark
        for mark in dimensions
        if mark.named and re.search(r"(?:pada|di|untuk|dalam|dari)\s$", line.between(line.start, mark.start))
    ]
    result = []
    for one in scored:
        key = next((mark.key for mark in trailing if mark.start >= one.number.end), None)
        result.append(replace(one, dimensions=(key,)) if key else one)
    return _with_bare_dimension(line, result, dimensions) if not trailing else tuple(result)


def _with_bare_dimension(
    line: Line, scored: Sequence[Scored], dimensions: Sequence[DimensionMark]
) -> tuple[Scored, ...]:
    """Ask a person about a score behind which a dimension is graded: "jadi yang kontestasinya paling rawan"."""
    if len(scored) != 1 or len({mark.key for mark in dimensions}) != 1:
        return tuple(scored)
    one, mark = scored[0], dimensions[0]
    between = line.between(one.number.end, mark.start)
    behind = line.between(mark.end, line.end)
    graded = _GRADED_BEHIND.match(behind) or (_GRADED_AHEAD.search(between) and not _MORE_OF_NAME.match(behind))
    if mark.start < one.number.end or len(between) > _FAR_DIMENSION or not graded:
        return tuple(scored)
    subject = replace(one.subject, doubt=max(one.subject.doubt, _GRADED_DOUBT))
    return (replace(one, subject=subject, dimensions=(mark.key,)),)


def _with_last_of_run(
    line: Line, scored: Sequence[Scored], dimensions: Sequence[DimensionMark]
) -> tuple[Scored, ...]:
    """Let a dimension that closes a run of pairs hold for all: "Alfa (74,91) dan Beta (68,20) pada dimensi X"."""
    result = list(scored)
    for index in range(len(result) - 1, 0, -1):
        last, one = result[index], result[index - 1]
        closes = last.dimensions and all(mark.start >= last.number.end for mark in dimensions)
        if not closes or one.dimensions or one.mention is None or last.mention is None:
            break
        if not _RUN_JOINER.fullmatch(line.between(one.number.end, last.mention.start)):
            break
        result[index - 1] = replace(one, dimensions=last.dimensions)
    return tuple(result)
