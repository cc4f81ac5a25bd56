"""Figures of another body or of another measure, that look like scores."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.scene.line import Line
from pipeline.extract.scene.statements import FOREIGN_VOICE, OTHER_INDEX, OTHER_SCORE, OTHER_VULNERABILITY

if TYPE_CHECKING:
    from pipeline.extract.marks.kinds import NumberMark

_FOREIGN_INDEX = re.compile(
    rf"{OTHER_INDEX.pattern}|{OTHER_VULNERABILITY}|{OTHER_SCORE}|"
    r"(?<![a-z])(?:ipm|idi|irbi|ipk|elektabilitas|survei kepuasan|golput|turnout|"
    r"tingkat kehadiran|nilai tukar|pertumbuhan ekonomi|rasio|gini|inflasi|kemiskinan|selisih|predikat|lomba|"
    r"anggaran|hibah|luas|jarak)(?![a-z])|" + FOREIGN_VOICE.pattern
)
_FOREIGN_BEHIND = re.compile(
    r"[\s)]*(?:poin |persen )?(?:dalam|pada|untuk|di)\s(?:ajang |lomba |hasil )?(?:anugerah|penilaian|survei|"
    r"penghargaan|"
    r"monev|monitoring|evaluasi|uji|lomba|indeks (?!kerawanan|pemilu|ikp|tersebut|ini|itu))"
)
_COUNTS_BEHIND = re.compile(r"\s(?:lain(?:nya)?|di ?antaranya|sisanya|selebihnya)(?![a-z])")
_DISTANCE_BEHIND = re.compile(
    r"\s(?:poin|angka|persen) (?:lagi|lebih (?:tinggi|rendah)|di (?:atas|bawah))(?![a-z])"
)
_DISTANCE_AHEAD = re.compile(
    r"(?<![a-z])(?:butuh|membutuhkan|perlu|kurang|kekurangan|"
    r"(?<!skornya )(?<!nilainya )(?<!indeksnya )(?<!angkanya )tinggal|terpaut|berjarak|berselisih|selisihnya)"
    r"(?: (?:hanya|sekitar|tambahan))?\s$"
)
"""Words about a figure by which it is a distance, not a score: "butuh 3,10 poin lagi"."""
_OUT_OF_BEHIND = re.compile(
    r"\s(?:poin )?dari (?:total |jumlah |seluruh |keseluruhan )?(?:\d+ )?(?:indikator|kejadian|isu|variabel|"
    r"kasus|peristiwa)"
)
"""Words behind a whole number by which it counts: "nilai 17 dari 61 indikator"."""
_SAID_BEHIND = re.compile(rf"[^.;]{{0,60}}?{FOREIGN_VOICE.pattern}")


def is_of_else(line: Line, mark: NumberMark) -> bool:
    """Tell whether a figure is another index's, or told by another body, before or behind it."""
    before, behind = line.between(line.start, mark.start), line.between(mark.end, line.end)
    return (
        line.inherited.foreign
        or _FOREIGN_INDEX.search(before) is not None
        or _SAID_BEHIND.match(behind) is not None
        or _FOREIGN_BEHIND.match(behind) is not None
        or _DISTANCE_BEHIND.match(behind) is not None
        or _DISTANCE_AHEAD.search(before) is not None
        or (not mark.decimals and _OUT_OF_BEHIND.match(behind) is not None)
        or (not mark.decimals and _COUNTS_BEHIND.match(behind) is not None)  # "7 lainnya rawan sedang"
    )
