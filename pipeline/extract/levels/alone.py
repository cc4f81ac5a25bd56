"""Levels that are a sentence of their own: behind scores ("Rendah.", "Sedang, kata tabel.") or in an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.extract.levels.drafts import CARRIED, Leveled
from pipeline.extract.marks.kinds import CategoryMark
from pipeline.extract.scene.line import Line

if TYPE_CHECKING:
    from pipeline.extract.draft import Subject
    from pipeline.extract.scene.scene import Scene

_AHEAD = re.compile(
    r"[\W\d]*(?:(?:ya|jadi|jelas|masih|masuk|kami|kita|di|kategorinya|statusnya|levelnya)[\s,:]+)*"
)
_BEHIND = re.compile(
    r"(?:\s(?:saja|juga|semua|kok))?(?:, (?:kata|ujar|menurut|begitu|demikian|sesuai|versi)(?: [a-z]+){0,4})?\W*"
)
_ASKS = re.compile(
    r"(?<![a-z])(?:kategori(?:nya)?|kelompok(?:nya)?|level(?:nya)?|tingkat(?:nya)?|tingkat kerawanan(?:nya)?|zona|"
    r"status(?:nya)?|posisi(?:nya)?|serawan|seberapa rawan)(?![a-z])[^?]*\?\W*$"
)
"""A question that a level answers: "Daerah kita masuk kelompok mana?"."""


def is_alone(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a level is its whole sentence and the one before gave the scores of regions."""
    return _is_whole(line, mark) and line.start > 0 and bool(line.inherited.valued) and not line.inherited.measured


def levels_alone(line: Line, scene: Scene, mark: CategoryMark, dimensions: Sequence[str | None]) -> list[Leveled]:
    """Bind a level that is its whole sentence to the regions that the sentence before gave scores of.

    Behind a question on levels it is the own region's.
    """
    subjects: tuple[Subject, ...] = ()
    if line.inherited.meant:
        return []  # "kategori semuanya tinggi"
    if is_alone(line, mark):
        subjects = tuple(one for one in line.inherited.subjects if one.code in line.inherited.valued)
    elif _is_whole(line, mark) and _is_answer(line, scene):
        last = line.inherited.subjects
        subjects = last if len(last) == 1 and not line.inherited.stale else (scene.own(),)
    return [
        Leveled(mark=mark, category=mark.category, subject=subject, mention=None, dimension=key, rule=CARRIED)
        for subject in subjects
        if subject.code not in {None, "ID"}
        for key in dimensions
    ]


def _is_whole(line: Line, mark: CategoryMark) -> bool:
    ahead, behind = line.between(line.start, mark.start), line.between(mark.end, line.end)
    return _AHEAD.fullmatch(ahead or " ") is not None and _BEHIND.fullmatch(behind) is not None


def _is_answer(line: Line, scene: Scene) -> bool:
    """Tell whether a line begins the paragraph behind a question on levels."""
    position = line.unit.position
    return line.start == 0 and position > 0 and _ASKS.search(scene.units[position - 1].passage.lower) is not None
