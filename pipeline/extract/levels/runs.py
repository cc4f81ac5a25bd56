"""Levels that lean on others: bare words in a row of clauses or before their regions, and "begitu pula"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.extract.marks.kinds import CategoryMark, CountMark, DimensionMark
from pipeline.extract.scene.asides import is_container
from pipeline.extract.scene.dimensions import DIMENSION_RUN
from pipeline.extract.scene.line import Line
from pipeline.extract.scene.rows import Pairs, first_in_a_row, last_in_a_row
from pipeline.extract.scene.statements import holds
from pipeline.extract.words.values import CHANGED, NUMBER_WORDS

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scene.scene import Scene

_OPENS = re.compile(
    r"[\s\"'(\d.)-]*(?:(?:sementara(?: itu)?|sedangkan|adapun|lalu|kemudian|dan|serta|namun|tapi|tetapi|untuk|"
    r"kalau|hanya|sebaliknya|"
    r"cuma|bahkan|di|selanjutnya|berikutnya|ikp|tingkat kerawanan|indeks kerawanan|"
    r"kerawanan)[\s,]+)*(?:kabupaten |kota |provinsi )?"
)
BESIDE = re.compile(
    r"[\s:,(\"=-]*(?:(?:dinyatakan|dinilai|tergolong|terbilang|kategorinya|statusnya|itu|masih|adalah|berada di|"
    r"berada|secara (?:umum|keseluruhan|total|provinsi|nasional)|satu-satunya yang|"
    r"di posisi|posisi|tetap|juga|pun|sama-sama|keduanya|yang|kini|sendiri|hanya|cuma|justru|malah|"
    r"ternyata|masuk|termasuk)[\s:(\",]+)*+"
)
"""What may stand between a region and its bare level."""
CLAUSE_ENDS = re.compile(
    r"(?:\s(?:juga|pun))?(?:\s\(\d{1,3}[.,]\d{1,3}\))?[)\"']*\s*(?:[.,;:)\"']|$|(?:dan|serta|sedangkan|sementara|lalu|kemudian|adapun|namun|tetapi|tapi)(?![a-z]))"
)
_CLAUSE_BREAK = re.compile(r"[.,;:]\s|(?<![a-z])(?:sedangkan|sementara|adapun|lalu|kemudian|namun|tetapi|dan)\s")
_AND = re.compile(r"(?<![a-z])(?:dan|serta|maupun)(?![a-z])")
_LIKEWISE_WORDS = (
    r"(?:begitu (?:pula|juga|pun)|demikian (?:pula|juga|pun|halnya)|sama (?:hal)?nya|sama (?:dengan|seperti)|"
    r"hal (?:yang )?(?:sama|serupa|senada)|serupa dengan|tak berbeda|tidak berbeda|setali tiga uang|"
    r"(?:sekelompok|sekelas|selevel|setingkat|senasib|setara|sejajar|sederet|satu (?:kelompok|kelas|kategori|"
    r"level|golongan|barisan)) dengan)"
)
_MORE = re.compile(
    rf"[\s,]*(?:{_LIKEWISE_WORDS}|(?P<like>seperti(?: halnya)?|layaknya|sebagaimana)|"
    r"bersama(?:-sama)?|beserta|diikuti|disusul)"
    r"(?:[\s,]+(?:dengan|di|untuk|pula|juga|oleh|halnya|seperti|adalah))*\s(?:kabupaten |kota |provinsi )?"
)
_WITH_MORE = re.compile(
    rf"[\s,]*(?:(?:dan|serta)\s)?(?:{_LIKEWISE_WORDS}|bersama(?:-sama)?|beserta|diikuti|disusul|"
    r"seperti(?: halnya)?|berikut|serta|dan)"
    rf"(?:\s(?:dengan|oleh|juga|pula|ada))*\s(?:{NUMBER_WORDS}|\d{{1,2}}|beberapa|sejumlah) "
    r"(?:daerah|wilayah|kabupaten(?:/kota| dan kota)?|kota|provinsi) (?:yang )?lain(?:nya)?"
    r"(?: (?:di|se-?) ?[a-z ]{3,20})?"
    r"[\s,]*(?:yakni|yaitu|adalah|ialah|antara lain|di ?antaranya|seperti|meliputi|:)\s*"
    r"(?:kabupaten |kota |provinsi )?"
)
"""What leads from a level to further regions that have it: "rawan tinggi bersama tiga daerah lain, yakni"."""
_LIKENED_TO = re.compile(
    r",\s(?:sama|serupa|senasib|seperti|sebagaimana|setara)(?:\s(?:seperti|dengan|halnya|saja))*\s"
    r"(?:kabupaten |kota |provinsi )?"
)
"""Words before a region that the one before is likened to by the way: "Alfa, sama seperti Beta, sedang"."""
_CLASS = re.compile(
    r"(?<!masuk )(?<!adalah )(?<!menjadi )(?<!merupakan )(?<!sebagai )(?<!satu )(?<![a-z])"
    r"(?:daerah|wilayah|kabupaten|kota|provinsi)(?![a-z])"
)
"""Regions spoken of as a class, of which the one before is not said to be a member."""
_MORE_DIMENSIONS = re.compile(
    rf"[\s,]*(?:dan )?{_LIKEWISE_WORDS}(?:[\s,]+(?:dengan|di|untuk|pada|dalam|halnya))*\s"
)
_SAME = re.compile(rf"[\s,]*(?:dan )?{_LIKEWISE_WORDS}(?![a-z])")
LIKEWISE = re.compile(
    rf"^\W*(?:(?:dan )?{_LIKEWISE_WORDS}(?![a-z])|"
    r"(?=.{3,90}$)[a-z][a-z ,/'-]* (?:juga|pun) (?:sama|demikian|begitu|serupa)(?: saja)?"
    r"(?=\W*$|[,\"\s]+(?:kata|ujar|ucap|tutur|imbuh|tambah)))"
)
"""Words with which a sentence says of its regions what the sentence before said of others."""
_OVERALL = re.compile(r"(?<![a-z])secara (?:umum|keseluruhan|provinsi)(?![a-z])")
_DENIES_ANOTHER = re.compile(
    r",? (?:dan |jadi )?(?:tidak|bukan|belum|tak)(?: (?:sampai|masuk|tergolong|lagi|di|kategori|rawan))* "
    r"(?:tinggi|sedang|rendah)(?![a-z])"
)
"""Words behind a bare level that deny another: "Alfa itu sedang, tidak tinggi"."""
_MEANT = re.compile(r"pemetaan|peta(?![a-z])|indeks|hasil|level|zona|status")
_PAIRS_AT_LEAST = 2
_OTHER_SIDE = re.compile(
    r"(?:sedangkan|sementara(?: itu)?|namun|tetapi|tapi|adapun|lalu|dan)[\s,]+(?:(?:untuk|pada|di|dalam)\s)?$"
)
_JOINED = re.compile(r"(?<![a-z])(?:namun|tetapi|tapi|sedangkan|sementara|dan|serta|lalu)\s$")
_ON_IT = re.compile(r"\s(?:untuk|pada|di|dalam)\s")
_ITEM_NUMBER = 5
_INTO = re.compile(r"(?<![a-z])(?:menjadi|jadi|ke|kini|sekarang|kembali|ke posisi|ke kategori)\s$")
_OUT_OF = re.compile(r"(?<![a-z])(?:dari|semula|tadinya|awalnya|sebelumnya)\s$")
_CHANGES = re.compile(r"(?:,? (?!tidak|bukan)[a-z]+){0,3},? (?:menjadi|jadi|ke|kini|sekarang)\s")
_CORRECTS = re.compile(
    r"(?<![a-z])(?:tidak|bukan(?:lah)?|tak|belum)\s[^.;]{0,80}[,\s](?:melainkan|tapi|tetapi|namun)\s"
    r"(?:(?:hanya|cuma|masuk|di|dalam|pada|yang|masih|justru|baru|berada|tergolong) )*$"
)
_CHANGE_VERB = re.compile(rf"(?<![a-z])(?:{CHANGED}|semula|tadinya|awalnya|sebelumnya)(?![a-z])")
_TO_DIMENSION = re.compile(
    r"(?: (?:di|pada) \w+ )?[\s:,(\"=-]*(?:(?:dinyatakan|dinilai|tergolong|terbilang|masuk|kategorinya|statusnya|"
    r"itu|masih|adalah|"
    r"berada di|berada pada|berada|di|dalam|dengan|tetap|juga|pun|justru|kini|kita|kami|terindikasi|kategori)"
    r"[\s:(\"]+)*+"
)


def bare_levels(line: Line, marks: Sequence[CategoryMark]) -> tuple[CategoryMark, ...]:
    """Return the bare levels of a line that are meant though nothing in it speaks of vulnerability.

    Its clauses are but regions and their level ("Alfa dan Beta sedang, Gama rendah"): two of them at least, or one
    that is the whole line, or one behind a sentence on levels.
    """
    bare = [mark for mark in marks if not mark.plain]
    beside = [mark for mark in bare if _is_beside(line, mark)]
    clauses = [mark for mark in beside if _is_clause(line, mark)]
    alone = len(clauses) == 1 and _opens_line(line, clauses[0])
    told = _MEANT.search(line.lower) or line.inherited.leveled or line.inherited.index
    row = told or (bool(clauses) and _opens_line(line, clauses[0]))
    clear = tuple(mark for mark in clauses if _is_clear(line, mark))
    return clear or tuple(
        beside if len(beside) >= _PAIRS_AT_LEAST and clauses and row else clauses if alone else ()
    )


def _is_clear(line: Line, mark: CategoryMark) -> bool:
    """Tell whether the words around a bare level leave no doubt: "secara umum sedang", "sedang, tidak tinggi"."""
    between = line.between(_row_before(line, mark)[-1][0].end, mark.start)
    return (
        _OVERALL.search(between) is not None
        or _DENIES_ANOTHER.match(line.lower, mark.end - line.start) is not None
    )


def _row_before(line: Line, mark: CategoryMark) -> Pairs:
    """Return the last regions before a level, with those before it where the last is only likened to them."""
    left = [pair for pair in line.regions if pair[0].end <= mark.start]
    row = last_in_a_row(line, left)
    before = left[: -len(row)] if row else []
    aside = before and _LIKENED_TO.fullmatch(line.between(before[-1][0].end, row[0][0].start))
    ends = aside and line.between(row[-1][0].end, mark.start).startswith(",")
    return [*last_in_a_row(line, before), *row] if ends else row


def _is_beside(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a level stands right behind a region and ends its clause."""
    row = _row_before(line, mark)
    return (
        bool(row)
        and BESIDE.fullmatch(line.between(row[-1][0].end, mark.start)) is not None
        and CLAUSE_ENDS.match(line.between(mark.end, line.end)) is not None
    )


def _clause_start(line: Line, mention: Mention) -> int:
    breaks = [found.end() for found in _CLAUSE_BREAK.finditer(line.between(line.start, mention.start))]
    return line.start + (breaks[-1] if breaks else 0)


def _is_clause(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a clause holds nothing but regions and the level behind them."""
    first = _row_before(line, mark)[0][0]
    return _OPENS.fullmatch(line.between(_clause_start(line, first), first.start)) is not None


def _opens_line(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a clause is a line of its own, or goes on with a sentence on levels."""
    first = _row_before(line, mark)[0][0]
    opens = _OPENS.fullmatch(line.between(line.start, first.start)) is not None
    whole = re.search(r"[a-z]", line.between(mark.end, line.end)) is None
    return opens and (whole or line.inherited.leveled)


def is_change(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a bare level is one side of a change: "turun dari tinggi ke sedang"."""
    before = line.between(line.start, mark.start)
    others = [m for m in line.marks if isinstance(m, CategoryMark) and m != mark]
    if mark.plain or not others or not _CHANGE_VERB.search(before):
        return False
    into = any(m.end <= mark.start for m in others) and _INTO.search(before) is not None
    out_of = _OUT_OF.search(before) and _CHANGES.match(line.between(mark.end, line.end))
    return into or out_of is not None


def is_correction(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a bare level stands for one that is denied: "tidak rawan tinggi, tapi sedang"."""
    denied = any(isinstance(m, CategoryMark) and m.plain and m.end <= mark.start for m in line.marks)
    corrects = _CORRECTS.search(line.between(line.start, mark.start)) is not None
    ends = CLAUSE_ENDS.match(line.between(mark.end, line.end)) is not None
    return not mark.plain and denied and corrects and ends


def likewise(line: Line, mark: CategoryMark) -> Pairs:
    """Return the regions behind a level of which it is told too: "Alfa rawan tinggi, begitu pula Beta, Gama".

    The last behind a bare comma has a level of its own where another follows: "begitu pula Beta, Gama rendah".
    """
    right = [pair for pair in line.regions if pair[0].start >= mark.end]
    if not right or not _MORE.fullmatch(line.between(mark.end, right[0][0].start)):
        return []
    row = first_in_a_row(line, right)
    behind = [
        m for m in line.marks if isinstance(m, CategoryMark) and m.start >= row[-1][0].end and holds(line, m)
    ]
    own = [m for m in behind if "," not in line.between(row[-1][0].end, m.start)]
    if not own:
        return row
    apart = len(row) > 1 and line.between(row[-2][0].end, row[-1][0].start).strip().startswith(",")
    bare = apart and not _AND.search(line.between(row[-2][0].end, row[-1][0].start))
    return row[:-1] if bare and own[0].category != mark.category else []


def goes_on_with_more(line: Line, mark: CategoryMark, right: Pairs) -> bool:
    """Tell whether the regions behind a level are others that have it: "bersama tiga daerah lain, yakni Alfa"."""
    return bool(right) and _WITH_MORE.fullmatch(line.between(mark.end, right[0][0].start)) is not None


def belies(line: Line, before: CategoryMark | None, mark: CategoryMark, bound: Sequence[Mention | None]) -> bool:
    """Tell whether regions get another level than the one said of them too: "tinggi, begitu pula Beta rendah"."""
    if before is None or before.category == mark.category:
        return False
    first = next((mention for mention, _ in line.regions if mention.start >= before.end), None)
    return first in bound and first is not None and _SAME.match(line.between(before.end, first.start)) is not None


def is_likened(line: Line, scene: Scene, mark: CategoryMark, left: Pairs) -> bool:
    """Tell whether a level of the regions before it is told of those behind too: "Alfa rawan tinggi seperti Beta".

    After a class or a number of regions, or a province, "seperti" gives examples: "daerah rawan tinggi seperti X".
    """
    row = likewise(line, mark)
    if not left or not row:
        return False
    words = _MORE.match(line.between(mark.end, row[0][0].start))
    if words is None or not words["like"]:
        return True
    if is_container(line, left[-1][0]) or any(
        isinstance(m, CountMark) and m.end <= mark.start for m in line.marks
    ):
        return False
    kinds = {scene.places.regions[s.code].level == "province" for _, s in (left[-1], *row) if s.code}
    return len(kinds) == 1 and _CLASS.search(line.between(left[-1][0].end, mark.start)) is None


def dimension_runs(
    line: Line, scene: Scene, marks: Sequence[CategoryMark]
) -> dict[CategoryMark, tuple[DimensionMark, ...]]:
    """Return the levels that stand right behind dimensions, with these: "pencalonan sedang, kampanye tinggi".

    Two such pairs at least make a run; one alone counts where no region stands in its sentence and the level is
    bare ("Di tahapan kampanye tinggi.").
    """
    known = scene.reference.dimensions
    dims = [
        mark
        for mark in line.marks
        if isinstance(mark, DimensionMark)
        and (mark.named or known[mark.key].parent is None)
        and (mark.named or not known[mark.key].editions or scene.guess.id in known[mark.key].editions)
    ]
    found: dict[CategoryMark, tuple[DimensionMark, ...]] = {}
    for mark in marks:
        run = _dimensions_before(line, dims, mark)
        ends = CLAUSE_ENDS.match(line.between(mark.end, line.end)) is not None
        if run and ends:
            found[mark] = run
    if len(found) >= _PAIRS_AT_LEAST:
        return found
    if len(marks) > 1:
        spoken = any(dim.named for dim in dims)
        return {mark: run for mark, run in found.items() if spoken and _contrasts(line, run[0], marks)}
    alone = {mark: run for mark, run in found.items() if not mark.plain and not line.regions}
    return {mark: run for mark, run in alone.items() if run[0].named or _is_whole(line, run, mark)}


def _contrasts(line: Line, dim: DimensionMark, marks: Sequence[CategoryMark]) -> bool:
    """Tell whether a dimension opens a contrast: "..., sedangkan di dimensi partisipasi sedang"."""
    told = any(mark.end <= dim.start for mark in marks)
    return told and _OTHER_SIDE.search(line.between(line.start, dim.start)) is not None


def _is_whole(line: Line, run: Sequence[DimensionMark], mark: CategoryMark) -> bool:
    """Tell whether a line is but a dimension and its level, as an item of a list: "Sosial politik: sedang"."""
    rest = line.between(line.start, run[0].start) + line.between(mark.end, line.end)
    return re.search(r"[a-z]", rest) is None and run[0].start - line.start < _ITEM_NUMBER


def is_before_dimension(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a bare level is told of the dimension behind it: "namun sedang untuk konteks sosial".

    It goes on with another, or stands behind regions that open their clause: "Alfa tinggi pada tahapan kampanye".
    """
    dims = [dim for dim in line.marks if isinstance(dim, DimensionMark)]
    behind = next((dim for dim in dims if dim.start >= mark.end), None)
    if mark.plain or behind is None or _ON_IT.fullmatch(line.between(mark.end, behind.start)) is None:
        return False
    spoken = behind.named or any(dim.named for dim in dims if dim.end <= mark.start)
    row = _row_before(line, mark)
    beside = bool(row) and BESIDE.fullmatch(line.between(row[-1][0].end, mark.start)) is not None
    opens = beside and behind.named and _is_clause(line, mark)
    return spoken and (opens or _JOINED.search(line.between(line.start, mark.start)) is not None)


def dimensions_likewise(line: Line, mark: CategoryMark) -> tuple[str, ...]:
    """Return the dimensions of which a level is told too: "rawan tinggi, begitu pula pada tahapan pencalonan"."""
    behind = [dim for dim in line.marks if isinstance(dim, DimensionMark) and dim.start >= mark.end and dim.named]
    if not behind or not _MORE_DIMENSIONS.fullmatch(line.between(mark.end, behind[0].start)):
        return ()
    run = behind[:1]
    for dim in behind[1:]:
        if not DIMENSION_RUN.fullmatch(line.between(run[-1].end, dim.start)):
            break
        run.append(dim)
    own = any(isinstance(m, CategoryMark) and m.start >= run[-1].end for m in line.marks)
    return () if own else tuple(dict.fromkeys(dim.key for dim in run))


def _dimensions_before(line: Line, dims: Sequence[DimensionMark], mark: CategoryMark) -> tuple[DimensionMark, ...]:
    """Return the dimensions right before a level, several where commas and "dan" join them."""
    run: list[DimensionMark] = []
    for dim in reversed([dim for dim in dims if dim.end <= mark.start]):
        gap = line.between(dim.end, run[0].start if run else mark.start)
        if not (DIMENSION_RUN if run else _TO_DIMENSION).fullmatch(gap):
            break
        run.insert(0, dim)
    return tuple(run)
