"""Which dimension or stage a level holds for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.extract.marks.kinds import CategoryMark, DimensionMark
from pipeline.extract.scene.dimensions import DIMENSION_RUN, real_dimensions
from pipeline.extract.scene.line import Line

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene

_ALL_DIMENSIONS = re.compile(r"\s(?:di|pada|dalam|untuk) (?:semua|seluruh) (?:aspek|dimensi|tahapan)")
_ALL_DIMENSIONS_AHEAD = re.compile(
    r"(?:^\W*|\s(?=[^,;]*$))(?:di|pada|dalam|untuk) (?:semua|seluruh|(?:se)?tiap|masing-masing|"
    r"ke(?:dua|tiga|empat|lima)) (?:aspek|dimensi|tahapan)(?:nya)?(?![a-z])"
)
"""Words before a level that tell it of each dimension: "di semua dimensi tergolong tinggi"."""
_ON_DIMENSION = re.compile(
    r"(?:pada|di|untuk|dalam|dari|terkait|soal|menyangkut|perihal|mengenai|tentang|berdasarkan|menurut|saat|ketika|"
    r"sewaktu|selama)\s"
    r"(?:(?:hal|urusan|soal|persoalan|\w+)\s)?$"
)
_LIMITS = re.compile(
    r"[\s\"),]*(?:yakni |yaitu |terutama |khusus(?:nya)? )?"
    r"(?:(?:pada|di|untuk|dalam|dari|terkait|soal|menyangkut|perihal|mengenai|tentang|bila dilihat dari)\s)?"
    r"(?:sub ?-?dimensi|dimensi|aspek|bidang|sisi|sektor|urusan|unsur|ranah|komponen|persoalan|segi|"
    r"perkara)(?:nya)?\s"
    r"(?!(?:ini|itu|tersebut|lain|ikp|kerawanan|pemilu|pilkada|pemilihan|penyelenggaraan)(?:nya)?(?![a-z]))[a-z]{3}"
)
"""Words behind a level that tell it of an aspect alone: "rawan tinggi pada aspek media sosial"."""
_LIMITS_AHEAD = re.compile(
    r"(?:pada|di|dari|untuk|dalam|terkait|soal)\s"
    r"(?:sub ?-?dimensi|dimensi|aspek|bidang|sisi|sektor|urusan|unsur|ranah|komponen|segi|variabel)\s"
    r"(?!(?:ini|itu|tersebut|lain|yang|ikp|kerawanan|pemilu|pilkada|pemilihan|penyelenggaraan|skor|nilai|indeks|"
    r"angka|peringkat|hasil|provinsi|kabupaten|kota|kategori|tingkat|mana|wilayah|daerah)(?:nya)?(?![a-z]))"
    r"(?P<name>[a-z]{3,})"
    r"(?!.*(?:secara|namun|tetapi|tapi|sedangkan|sementara|keseluruhan))"
)
_TOLD_ABOUT = re.compile(
    r"[\s\"),]*(?:terkait|soal|menyangkut|perihal|mengenai|tentang|dalam hal|dalam urusan|akan|"
    r"(?:untuk|dalam|pada) kategori)\s"
    r"(?!(?:ikp|indeks|kerawanan|pemilu|pilkada|pemilihan|penyelenggaraan|pelaksanaan|pilgub|pilbup|pilwa[a-z]+|"
    r"hasil|hal|itu|ini|hajatan|pesta|kabupaten|kota|provinsi|rilis|pemetaan|pernyataan|data|temuan|langkah|upaya)"
    r"(?:nya)?(?![a-z]))"
    r"[a-z]{3}"
)
"""Words behind a level that may tell it of one issue: "rawan tinggi soal daftar pemilih"."""
_OF_AN_ISSUE = re.compile(
    r"[\s\"]*(?:politik uang|money politi\w+|netralitas|ketidaknetralan|konflik|intimidasi|hoa[kx]s?|sara|"
    r"logistik|bencana|sengketa|pelanggaran|kecurangan|ujaran|kekerasan|data pemilih|daftar pemilih|isu)(?![a-z])"
)
"""The name of an issue right behind a level, that it is told of: "rawan tinggi politik uang"."""
_THAT_ONE = re.compile(
    r"(?<![a-z])(?:dimensi|aspek|tahap(?:an)?|konteks|bidang|variabel) (?:ini|itu|tersebut)(?![a-z])"
)
"""A dimension spoken of again, whichever it is."""
_OPENS_BRACKET = re.compile(r"\s?\((?:pada |di |untuk |dimensi |tahapan |aspek |konteks )*")
"""What stands between a level and the dimension in brackets that it is told of: "tinggi (pencalonan)"."""
BACK_TO_WHOLE = re.compile(r"secara (?:umum|keseluruhan)|total|hasilnya|keseluruhan")
_OPENS = re.compile(r"\W*(?:(?:[a-z]|\d{1,2})[.)]\s*)?(?:dimensi |tahapan |tahap )*")
_LABELS = re.compile(r"\s?(?::|-|\u2013|\u2014|,)\s")
_STAGE_ENDS = re.compile(
    r"\s*(?:[.,;:)\"]|$|(?:yakni|yaitu|adalah|ialah|meliputi|di|pada|dalam|untuk|se-?\w*|pilkada|pemilu|pemilihan|dengan)(?![a-z]))"
)
_NAMELY = re.compile(r"[\s,]*(?:k\w*usus\w*|terutama|tepatnya)\s")
_CLAUSE = re.compile(r"[,;]|tetapi|tapi|namun|sedangkan|sementara| dan ")
_CONTRAST = re.compile(r"sedangkan|sementara|secara|adapun|namun")
_OTHER_CLAUSE = re.compile(r"sedangkan|sementara|secara|adapun|namun|;\s")


def dimensions_of(line: Line, scene: Scene, mark: CategoryMark, bounds: tuple[int, int]) -> tuple[str, ...]:
    """Return the dimensions that a level holds for: named behind it, or before it in the same stretch."""
    if _ALL_DIMENSIONS.match(line.between(mark.end, line.end)):
        return ()
    runs = _runs(line, scene)
    for run in runs:
        gap = line.between(mark.end, run[0].start)
        if (
            mark.end <= run[0].start < bounds[1]
            and len(gap) < 40
            and (_ON_DIMENSION.search(gap) or _names_stage(line, scene, run, gap))
            and not _CLAUSE.search(_NAMELY.sub(" ", gap))
        ):
            keys = tuple(dim.key for dim in run)
            return () if _are_all_stages(keys, scene) else keys
    label = _label(line, mark)
    framing = [label] if label else _framing(line, mark, bounds[0])
    if framing:
        run = next(run for run in runs if framing[-1] in run)
        return tuple(dim.key for dim in run if dim.end <= mark.start)
    whole = BACK_TO_WHOLE.search(line.between(line.start, mark.start)) is not None
    return (line.inherited.dimension,) if line.inherited.dimension and not whole else ()


def _framing(line: Line, mark: CategoryMark, low: int) -> list[DimensionMark]:
    return [dim for dim in real_dimensions(line) if dim.end <= mark.start and _frames(line, dim, mark, low)]


def _label(line: Line, mark: CategoryMark) -> DimensionMark | None:
    """Return the dimension that opens a line as its label: "Kampanye - rawan tinggi: Alfa; sedang: Beta"."""
    found = [dim for dim in line.marks if isinstance(dim, DimensionMark) and dim.end <= mark.start]
    if len({dim.key for dim in found}) != 1 or BACK_TO_WHOLE.search(line.between(line.start, mark.start)):
        return None
    if _CONTRAST.search(line.between(found[0].end, mark.start)):
        return None
    opens = _OPENS.fullmatch(line.between(line.start, found[0].start)) is not None
    return found[0] if opens and _LABELS.match(line.between(found[0].end, line.end)) else None


def limits(line: Line, mark: CategoryMark, low: int) -> bool:
    """Tell whether a level is told of one aspect that no table knows: "rawan tinggi pada aspek media sosial".

    ``low`` is where the words begin that may open with it: "Di dimensi logistik, Alfa masuk kategori tinggi".
    """
    if _LIMITS.match(line.lower, mark.end - line.start):
        return True
    ahead = _LIMITS_AHEAD.search(line.between(low, mark.start))
    known = (dim for dim in line.marks if isinstance(dim, DimensionMark))
    return ahead is not None and not any(dim.start <= low + ahead.start("name") < dim.end for dim in known)


def is_of_each(line: Line, mark: CategoryMark, low: int) -> bool:
    """Tell whether the words from ``low`` on tell a level of all dimensions: each has it, the whole may not."""
    ahead = line.between(low, mark.start)
    opened = ahead if low == line.start else f"x{ahead}"
    return _ALL_DIMENSIONS_AHEAD.search(opened) is not None and not BACK_TO_WHOLE.search(ahead)


def may_limit(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a level may be of one issue or dimension alone: "soal daftar pemilih", "pada aspek itu"."""
    if line.inherited.dimension is None and _THAT_ONE.search(line.lower):
        return True
    if any(words.match(line.lower, mark.end - line.start) for words in (_TOLD_ABOUT, _OF_AN_ISSUE)):
        return True
    behind = (dim for dim in line.marks if isinstance(dim, DimensionMark) and dim.start >= mark.end)
    return any(_OPENS_BRACKET.fullmatch(line.between(mark.end, dim.start)) for dim in behind)


def _names_stage(line: Line, scene: Scene, run: Sequence[DimensionMark], gap: str) -> bool:
    """Tell whether a stage of the document's edition stands right behind a level: "rawan tinggi pungut hitung"."""
    known = [scene.reference.dimensions[dim.key] for dim in run]
    own = all(one.parent is None and scene.guess.id in one.editions for one in known)
    return gap == " " and own and _STAGE_ENDS.match(line.between(run[-1].end, line.end)) is not None


def _are_all_stages(keys: Sequence[str], scene: Scene) -> bool:
    """Tell whether dimensions are all that only the document's edition has: all stages, so the whole."""
    known = scene.reference.dimensions.values()
    own = {dimension.key for dimension in known if dimension.editions == (scene.guess.id,)}
    return bool(own) and own <= set(keys)


def _runs(line: Line, scene: Scene) -> list[list[DimensionMark]]:
    """Return the dimensions of a line, those together that commas and "dan" join, as parts of one whole."""
    known = scene.reference.dimensions
    runs: list[list[DimensionMark]] = []
    for dim in (mark for mark in line.marks if isinstance(mark, DimensionMark)):
        joined = runs and DIMENSION_RUN.fullmatch(line.between(runs[-1][-1].end, dim.start))
        if joined and known[runs[-1][-1].key].parent == known[dim.key].parent:
            runs[-1].append(dim)
        else:
            runs.append([dim])
    return runs


def opening_dimension(line: Line, scene: Scene, mark: CategoryMark) -> tuple[str, ...]:
    """Return the dimension, or the run of them, that opens a sentence and frames both sides of its contrast.

    "Pada tahapan kampanye, Kabupaten Alfa rawan tinggi, sedangkan Kabupaten Beta rawan rendah": both are
    regencies, so both are meant of the stage; a province behind the contrast may be meant as a whole.
    """
    first = min((mention.start for mention, _ in line.regions), default=line.end)
    opening = [dim for dim in real_dimensions(line) if dim.named and dim.end <= min(first, mark.start)]
    later = [dim for dim in real_dimensions(line) if first < dim.start < mark.start]
    one_run = any(all(dim in run for dim in opening) for run in _runs(line, scene))
    if not opening or not one_run or later or BACK_TO_WHOLE.search(line.between(first, mark.start)):
        return ()
    regions = scene.places.regions
    kinds = {regions[s.code].level == "province" for _, s in line.regions if s.code is not None}
    keys = tuple(dict.fromkeys(dim.key for dim in opening))
    return keys if len(kinds) == 1 and len(line.regions) > 1 and not _are_all_stages(keys, scene) else ()


def _frames(line: Line, dim: DimensionMark, mark: CategoryMark, low: int) -> bool:
    """Tell whether a dimension named before a level frames it, and nothing has gone back to the whole since."""
    since = line.between(dim.end, mark.start)
    if BACK_TO_WHOLE.search(since):
        return False
    if dim.start >= low:
        return dim.named or len(since) < 15 or _is_subject_in(line, dim, mark)
    return dim.named and _OTHER_CLAUSE.search(since) is None


def _is_subject_in(line: Line, dim: DimensionMark, mark: CategoryMark) -> bool:
    """Tell whether a bare dimension is what has a level in a region: "kontestasi di Alfa rawan tinggi".

    "Penyelenggaraan pemilu di Alfa" is the vote itself.
    """
    between = [mention for mention, _ in line.regions if dim.end <= mention.start < mark.start]
    alone = len(between) == 1 and line.between(dim.end, between[0].start) == " di "
    return alone and dim.key != "penyelenggaraan"
