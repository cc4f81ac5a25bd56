"""Regions that the word of a level opens: "sedang: Alfa", "yang tinggi Alfa 52,1 dan Beta 50,8"."""

from __future__ import annotations

import re
from bisect import bisect_left

from pipeline.extract.levels.runs import CLAUSE_ENDS
from pipeline.extract.marks.kinds import CategoryMark
from pipeline.extract.scene.line import Line
from pipeline.extract.scene.rows import LIST_JOINER, Pairs
from pipeline.extract.words.values import NUMBER_WORDS

_OPENS = re.compile(
    r"(?:^|[.,;:\"(]|(?<![a-z])(?:dan|serta|sedangkan|sementara|adapun|lalu|kemudian|untuk))[\s\"(]*"
    r"(?:(?:dan|serta|sedangkan|sementara|adapun|lalu|kemudian|untuk|yang|bagi|pada|terakhir|kalau|jadi|"
    r"di antara) )*"
    rf"(?:(?:{NUMBER_WORDS}) )?"
    r"(?:(?:(?:daerah|wilayah|kabupaten|kota|kabupaten/kota|provinsi) )?yang "
    r"(?:(?:dinilai|dinyatakan|masuk|termasuk|tergolong|terbilang|berstatus|kategorinya|statusnya) )*)?$"
)
_THE_ONES = re.compile(r"(?<![a-z])yang (?:[a-z]+ )?$")
"""Words by which a level is that of certain regions: "yang tinggi", "yang dinilai rendah"."""
_CONTRAST = re.compile(
    r"[,;]\s(?:dan |lalu )?(?:sedangkan|sementara|adapun|serta|dan)\s(?:(?:untuk|yang|di|pada) )*$"
)
_SAID = (
    r"(?:, (?:(?:kata|ujar|ucap|tutur|sebut|jelas|lanjut|tambah|imbuh|terang|papar)(?:nya| [a-z]+){1,3}|"
    r"menurut(?:nya| dia)),)"
)
_GAP = re.compile(
    rf"{_SAID}?[\s:,\"(=-]*(?:(?:ada(?:lah| di)?|yakni|yaitu|ialah|meliputi|terdiri(?: dari| atas)?|"
    r"diisi|ditempati|berisi|di|dari|hanya|cuma|tinggal)"
    rf"[\s:,]+)*+{_SAID}?\s?(?:kabupaten |kota |provinsi )?"
)
"""What may stand between a level and the first region that it opens."""
_RIGHT_BEHIND = re.compile(r"\s(?:di |dari )?(?:kabupaten |kota |provinsi )?")
_VALUE = re.compile(
    r"(?:\s\(|,?\s)(?:(?:dengan|yang|mencatat|meraih|memperoleh|berskor|bernilai|skor(?:nya)?|nilai(?:nya)?|"
    r"angka|poin|indeks|sebesar)\s)*\d{1,3}[.,]\d{1,2}(?: poin)?\)?(?![\d%])(?! persen)"
)
"""A region's score behind it in such a row: "Alfa (52,1)", "Beta dengan skor 50,8"."""


def leads(line: Line, mark: CategoryMark) -> Pairs:
    """Return the regions that the bare word of a level opens: "sedang: Alfa", "tinggi Alfa, rendah Beta".

    A colon, another level before it, or a sentence on levels before must tell that a level is meant.
    """
    row = _row_led(line, mark)
    ahead = line.between(line.start, mark.start)
    before = [m for m in line.marks if isinstance(m, CategoryMark) and m.end <= mark.start]
    if mark.plain:
        return row if (before and _CONTRAST.search(ahead)) or leads_all(line) else []
    told = any(m.plain for m in before) or line.inherited.leveled
    told = told or (_THE_ONES.search(ahead) is not None and line.inherited.counted is not None)
    if row and not told and ":" not in line.between(mark.end, row[0][0].start):
        others = (m for m in line.marks if isinstance(m, CategoryMark) and m != mark)
        told = any(_row_led(line, other) for other in others)
    elif row:
        told = True
    return row if told else []


def leads_all(line: Line) -> bool:
    """Tell whether each of several levels opens its regions: "rawan tinggi Alfa, rawan sedang Beta dan Gama".

    Read from the other side the first level would have no region, and the last region no level.
    """
    levels = [m for m in line.marks if isinstance(m, CategoryMark)]
    rows = ((level, _row_led(line, level)) for level in levels)
    return len(levels) > 1 and all(
        row and _RIGHT_BEHIND.fullmatch(line.between(level.end, row[0][0].start)) for level, row in rows
    )


def _row_led(line: Line, mark: CategoryMark) -> Pairs:
    """Return the regions right behind a level that opens their clause, up to its end, with or without scores."""
    first = bisect_left(line.regions, mark.end, key=lambda pair: pair[0].start)
    right = (line.regions[place] for place in range(first, len(line.regions)))
    nearest = next(right, None)
    gap = line.between(mark.end, nearest[0].start) if nearest else ""
    if nearest is None or not _GAP.fullmatch(gap) or not line.led_by(_OPENS, mark.start):
        return []
    row, end = [nearest], _end_with_value(line, nearest[0].end)
    for pair in right:
        if not LIST_JOINER.fullmatch(line.between(end, pair[0].start)):
            break
        row.append(pair)
        end = _end_with_value(line, pair[0].end)
    valued = end > row[-1][0].end
    if valued and (gap.strip() == "," or (mark.category == "sedang" and _may_mean_while(line, mark))):
        return []
    return row if CLAUSE_ENDS.match(line.between(end, line.end)) else []


def _end_with_value(line: Line, end: int) -> int:
    """Return where a region's score ends behind it, else ``end``."""
    value = _VALUE.match(line.between(end, line.end))
    return end + value.end() if value else end


def _may_mean_while(line: Line, mark: CategoryMark) -> bool:
    """Tell whether "sedang" may stand for "sedangkan": "Alfa 52,1, sedang Beta 41,0"."""
    ahead = line.between(line.start, mark.start)
    others = (m for m in line.marks if isinstance(m, CategoryMark) and m.end <= mark.start)
    return ahead.rstrip().endswith(",") and not any(_row_led(line, other) for other in others)
