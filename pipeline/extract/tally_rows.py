"""Counts of a level that stand apart from it: their regions between, none that has it, or all there are."""

from __future__ import annotations

import re

from pipeline.extract.marks.kinds import CategoryMark, CountMark
from pipeline.extract.scene.asides import is_container
from pipeline.extract.scene.line import Line
from pipeline.extract.scene.rows import last_in_a_row
from pipeline.extract.words.values import NUMBER_WORDS, parse_count, parse_rank
from pipeline.model import TallyLevel

_NOUN = r"(?:daerah|wilayah|provinsi|kabupaten ?(?:/|dan) ?kota|kab ?/ ?kota|kabupaten|kota)"
_BEFORE_ROW = re.compile(
    rf"(?<![\w.,])(?P<n>{NUMBER_WORDS}|\d{{1,3}})(?: (?P<noun>{_NOUN}))?"
    r"(?P<rest> (?:di antaranya|(?:yang )?lain(?:nya)?|sisanya|lagi|selebihnya|terakhir))?"
    r"(?:[,:]? (?:yakni|yaitu|adalah|ialah|ini)[,:]?|,|:)?\s\(?(?:kabupaten |kota |provinsi )?$"
)
"""A number right before the regions that it counts: "tiga lainnya yakni Alfa, Beta, dan Gama"."""
_BEHIND_ROW = re.compile(
    r"\)?,?\s(?:(?:masuk|termasuk|berada|ada|tergolong|terbilang|dinilai|dinyatakan|dikategorikan|digolongkan|"
    r"berkategori|berstatus|adalah|masih|tetap|juga|pun|sama-sama|masing-masing|kini|justru|malah|hanya|di|pada|dalam|"
    r"kategori|tingkat|level|kelompok|status|rawan|yang) )*"
)
_NONE = re.compile(
    r"(?<![a-z])(?P<none>(?:tidak|tak)(?: (?:ada|terdapat))?(?: (?:satu ?pun|seorang pun))?)"
    rf"(?: {_NOUN})?(?: yang)?(?: (?:masuk|berada|tergolong|berstatus|berkategori|di|pada|dalam|ke|kategori|"
    r"tingkat|kelompok|level|zona))*\s$"
)
_ALL = re.compile(
    rf"(?<![a-z])(?P<n>ke(?:\s?-\s?\d{{1,3}}|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)"
    rf"(?: (?:belas|puluh)(?: [a-z]+)?)?) (?P<noun>{_NOUN})(?P<which>(?: [a-z-]+){{0,6}})? "
    r"(?:semua(?:nya)?|seluruhnya)"
    r"(?: (?:masuk|berada|tergolong|termasuk|berstatus|di|pada|dalam|ke|tetap|masih|juga))*\s$"
)
"""All regions of a kind, told by their number: "kesembilan provinsi penyelenggara seluruhnya masuk"."""
_WHOLE = re.compile(
    r"(?<![a-z])(?:di|se-?\s?[a-z]+|penyelenggara|yang (?:menggelar|menyelenggarakan|melaksanakan))(?![a-z])"
)
_POINTS_BACK = re.compile(r"(?<![a-z])(?:itu|ini|tersebut|tadi|lain|lainnya|teratas|pertama)(?![a-z])")
_MANY = 10  # so many are named in no sentence: all of a province


def named_apart(line: Line, mark: CategoryMark, level: TallyLevel | None, *, counted: bool) -> CountMark | None:
    """Return the number of the regions that stand right before a level, where it is told before them.

    "Tiga lainnya yakni Alfa, Beta, dan Gama rawan rendah": as many regions must be named, and a number without a
    noun must go on from others, in the line (``counted``, of ``level``) or in the sentence before.
    """
    row = last_in_a_row(line, [pair for pair in line.regions if pair[0].end <= mark.start])
    if len(row) < 2 or not _BEHIND_ROW.fullmatch(line.between(row[-1][0].end, mark.start) or " "):
        return None
    ahead = _BEFORE_ROW.search(line.between(line.start, row[0][0].start))
    if ahead is None or parse_count(ahead["n"]) != len(row) or is_container(line, row[0][0]):
        return None
    told = line.inherited.counted
    if not (ahead["rest"] or ahead["noun"]) or (ahead["rest"] and not ahead["noun"] and not (told or counted)):
        return None
    own = _level_of(ahead["noun"])
    start = line.start + ahead.start("n")
    return CountMark(
        start=start,
        end=line.start + ahead.end("noun" if ahead["noun"] else "n"),
        n=len(row),
        level=own or level or (told.level if told else None),
        universe=False,
    )


def none_of(line: Line, mark: CategoryMark, level: TallyLevel | None) -> CountMark | None:
    """Return that nothing has a level, where others are counted: "..., dan tidak satu pun yang rendah"."""
    none = _NONE.search(line.between(line.start, mark.start))
    if none is None:
        return None
    start, end = line.start + none.start("none"), line.start + none.end("none")
    return CountMark(start=start, end=end, n=0, level=level, universe=False)


def collective(line: Line, mark: CategoryMark) -> CountMark | None:
    """Return the number of all regions of a kind, where they have a level: "ke-13 kabupaten seluruhnya sedang".

    A few may be those just named.
    """
    told = _ALL.search(line.between(line.start, mark.start)) if mark.plain else None
    n = parse_rank(told["n"]) if told else None
    if told is None or n is None or _POINTS_BACK.search(told["which"] or ""):
        return None
    if n < _MANY and not _WHOLE.search(told["which"] or ""):
        return None
    start, end = line.start + told.start(), line.start + told.end("noun")
    return CountMark(start=start, end=end, n=n, level=_level_of(told["noun"]), universe=False)


def _level_of(noun: str | None) -> TallyLevel | None:
    if noun is None or noun.startswith(("daerah", "wilayah")):
        return None
    return "province" if noun.startswith("prov") else "regency_city"
