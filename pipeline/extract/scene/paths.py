"""The words between a region and what is told of it: such as lead there plainly, or such as a person should see.

What may stand there is a short list of words, and few of a language's many. "Alfa kini masuk" leads to a level;
"Alfa menolak masuk", "Alfa nyaris", "Alfa punya desa" and "Alfa dijaga, Beta" do not, and none of them is listed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from pipeline.extract.marks.kinds import CategoryMark, DimensionMark
from pipeline.extract.scene.asides import is_apposition, is_aside
from pipeline.extract.scene.plain_words import (
    BEFORE_REGION,
    BEHIND_REGION,
    CONTRASTED,
    FORMER,
    IN_ROW,
    MEASURED,
    OF_PARTS,
    STANDS,
    TO_REGION,
    TO_VALUE,
    WHERE,
)
from pipeline.extract.words.values import NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.rows import Pairs

Way = Literal["plain", "doubtful", "apart"]
"""How words lead: plainly, in words that are not listed, or by way of another region alone."""

_WORD = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
_LONE_FIGURE = re.compile(
    r"\s?[:=(]?\s?\d{1,3}\)?(?![\d%]|[.,]\d| persen)|"
    rf" (?:sebanyak |ada |dengan |\()?(?:{NUMBER_WORDS}|\d{{1,3}}) (?:kabupaten|kota|daerah|wilayah)(?![a-z])"
)
"""A whole number right behind a region: of its regencies, not its score: "Alfa 12", "Beta dua kota"."""
_SAID = re.compile(
    r",? (?:(?:masih )?menurut(?:nya| dia|(?: [a-z.']+){1,3})|(?:kata|ujar|ucap|tutur|sebut|jelas|lanjut|tambah|"
    r"imbuh|terang|papar|ungkap)(?:nya| dia|(?: [a-z.']+){1,3})),"
)
_BOUNDARY = re.compile(r"(?:^|[,:;.(\"'|\[\]!?–—-]|(?<!\d)20\d\d)\s*$")
_PLACE_AHEAD = re.compile(
    r"(?<![a-z])(?:pegunungan|pulau|kawasan|kecamatan|desa|kelurahan|distrik|nagari|kapanewon|dusun|lapas|pasar|"
    r"gunung|sungai|lembah|ibu ?kota)(?: [a-z]+){1,3}, $"
)
"""A place of its own that a comma parts from its region: "Pulau Rupat, Alfa"."""
_CONTRAST = re.compile(
    r"[;]|(?<![a-z])(?:sedangkan|sementara|adapun|sebaliknya|apalagi|meski|meskipun|walau|walaupun|sebab|karena|"
    r"padahal|namun|tetapi|tapi)(?![a-z])"
)
_ALL = re.compile(
    r"(?<![a-z])(?:ke(?:dua|tiga|empat|lima|enam|tujuh|delapan)nya|(?:ke)?semuanya|seluruhnya|sama-sama|"
    r"masing-masing|(?:ke)?(?:dua|tiga|empat|lima|enam|semua|seluruh) "
    r"(?:daerah|wilayah|kabupaten|kota|provinsi))(?![a-z])"
)
_HAS_PARTS = re.compile(
    r"(?<![a-z])(?:memiliki|mempunyai|punya|ada|terdapat) (?:[a-z]+ )?(?:daerah|wilayah|titik) "
)
_ONE_OF = re.compile(r"(?<![a-z])salah satu(?! (?:dari|daerah|wilayah|kabupaten|kota|provinsi|di)(?![a-z]))")
_LEFT = re.compile(r"(?<![a-z])(?:dari|keluar dari) (?:kategori |status |level |posisi |zona )*$")
_NEXT_CLAUSE = re.compile(r"[,;]\s(?:dan|serta|sedangkan|sementara|adapun|lalu|kemudian)\s(?:yang )?$")
_CLOSED = re.compile(r"[,)]")
_TOLD_ELSE = re.compile(r" (?!dan |serta |dengan |skor |nilai |yang )[a-z]")
"""A clause of its own behind a region of a list with semicolons: "Alfa; Beta belum pasti"."""
_NAMELY = re.compile(
    r":|(?<![a-z])(?:yakni|yaitu|adalah|ialah|antara lain|(?:di ?)?antaranya|meliputi|terdiri)(?![a-z])"
)
_OR = re.compile(r"[,\s]*(?:atau|ataupun)(?![a-z])")
_AND_OTHERS = re.compile(
    rf",? (?:dan|serta|bersama|sama seperti) (?:{NUMBER_WORDS}|\d{{1,2}}|sejumlah|beberapa) "
    r"(?:daerah|wilayah|kabupaten|kota|provinsi)(?:/kota)? (?:yang )?lain(?:nya)?(?![a-z])"
)
"""Further regions without a name, behind one that has: "Alfa dan tiga daerah lain rawan tinggi"."""
_THAT_ONE = re.compile(r" yang (?:[a-z-]+ ){1,4}(?:itu|ini|tersebut)(?![a-z])")
"""A clause that but describes a region: "Alfa yang ramai itu rawan tinggi"."""
_OF_THAT = re.compile(r" (?:itu|ini|tersebut) (di|pada) $")
_LAST_YEAR = re.compile(r"(?<=\d{4}) lalu(?![a-z])")
_UNBROKEN = re.compile(r"[a-z\s,;:()]*")
_SET_BESIDE = re.compile(r"(?:,\s|\s?\(\s?)(?:[a-z'-]+ ){1,6}(?:kabupaten |kota |provinsi )?")


def way_to(line: Line, mention: Mention, start: int, *, dimension: bool = False) -> Way:
    """Tell how the words from a region lead to what begins at ``start``, over the regions of its row.

    Regions in an apposition and those that only say where are passed over; a ``dimension`` may stand in a
    contrast: "Alfa rawan tinggi, sedangkan di dimensi X sedang".
    """
    tail, end = "", mention.end
    for other, _ in line.regions:
        if other.start < mention.end or other.end > start:
            continue
        gap = line.between(end, other.start)
        end = other.end
        if is_apposition(line, other) or (gap.startswith(",") and is_aside(line, other)):
            tail += re.sub(r"[,(] ?[^,(]*$", "", gap)
            end += 1 if _CLOSED.match(line.lower, other.end - line.start) else 0
        elif _is_where(gap, mention, other):
            tail += gap
        elif _are_in(tail + gap, IN_ROW) and ";" not in gap:
            tail = ""
        else:
            return _way_past(line, other, start, tail + gap)
    tail = _without_asides(_without_marks(line, tail, end, start))
    return "plain" if _is_plain(line, tail, start, dimension=dimension) else "doubtful"


def _way_past(line: Line, other: Mention, start: int, ahead: str) -> Way:
    """Tell how words lead past a region outside the row: apart in a contrast, but not where all are meant."""
    level = next((m.end for m in line.marks if isinstance(m, CategoryMark) and m.start == start), start)
    told = _ALL.search(line.between(other.end, level)) is not None
    return "doubtful" if told or not _CONTRAST.search(ahead) else "apart"


def _without_asides(tail: str) -> str:
    """Return words without those on who says it, on regions that are not named, and on which region is meant."""
    tail = _LAST_YEAR.sub("", tail)
    for passed in (_SAID, _AND_OTHERS, _THAT_ONE):
        tail = passed.sub(" ", tail)
    return tail


def _is_plain(line: Line, tail: str, start: int, *, dimension: bool) -> bool:
    """Tell whether all words of ``tail`` lead plainly from a region to what begins at ``start``."""
    breaks = (_HAS_PARTS, _ONE_OF, _LEFT) if dimension else (_HAS_PARTS, _ONE_OF, _LEFT, _NEXT_CLAUSE)
    if "; " in tail or any(words.search(tail) for words in breaks):
        return False
    editions, previous = line.edition_at(start)
    known = BEHIND_REGION | CONTRASTED if dimension else BEHIND_REGION
    if previous and None not in editions:
        known |= FORMER
    return _are_in(tail, known)


def _without_marks(line: Line, tail: str, end: int, start: int) -> str:
    """Return ``tail`` and the words from ``end`` to ``start`` without the names of dimensions and levels."""
    for mark in line.marks:
        if isinstance(mark, (DimensionMark, CategoryMark)) and end <= mark.start and mark.end <= start:
            tail += line.between(end, mark.start)
            end = mark.end
    return tail + line.between(end, start)


def _holds(whole: Mention, part: Mention) -> bool:
    """Tell whether a name is that of a province or the nation, and the other that of a region below it."""
    above = all("." not in code for code in whole.codes)
    return above and ("ID" in whole.codes or all("." in code for code in part.codes))


def _is_where(gap: str, mention: Mention, other: Mention) -> bool:
    """Tell whether a province or the nation behind a region only says where: "Alfa, Beta", "satu di Beta"."""
    if not _holds(other, mention):
        return False
    words = _WORD.findall(gap)
    joined = gap.strip() in {",", "(", ""} or bool(
        words and words[-1] in {"di", "se", "antara", "dari", "provinsi"}
    )
    return joined and _are_in(gap, BEHIND_REGION)


def _are_in(text: str, words: frozenset[str]) -> bool:
    return all(word in words for word in _WORD.findall(text))


def words_told(text: str) -> list[str]:
    """Return the words of a text in lower case, without those that but name a speaker: ", kata dia,"."""
    return [word.removesuffix("-nya") for word in _WORD.findall(_SAID.sub(" ", text))]


def opens_plainly(line: Line, first: Mention) -> bool:
    """Tell whether nothing before the first region of a row says that something else there is spoken of.

    The row opens its clause, or stands behind words that go on to it: not "pengawas di Alfa", "pesisir Alfa".
    """
    ends = [other.end for other, _ in line.regions if other.end <= first.start]
    ahead = line.between(ends[-1] if ends else line.start, first.start)
    ahead = re.sub(r"(?<![a-z])(?:kabupaten|kota|provinsi|kab\.?|prov\.?) $", "", ahead)
    if _BOUNDARY.search(ahead):
        return _PLACE_AHEAD.search(ahead) is None
    if any(isinstance(m, (DimensionMark, CategoryMark)) and m.end == first.start - 1 for m in line.marks):
        return True
    words = _WORD.findall(_OF_THAT.sub(r" \1 ", re.split(r"[,:;(\"]\s?", ahead)[-1]))
    if not words:
        return True
    if words[-1] not in WHERE:
        return words[-1] in BEFORE_REGION
    at = first.start - len(words[-1]) - 2
    named = any(isinstance(m, (DimensionMark, CategoryMark)) and m.end == at for m in line.marks)
    return len(words) == 1 or named or words[-2] in MEASURED


def may_be_apposed(line: Line, mention: Mention) -> bool:
    """Tell whether a region, set off by commas or brackets behind another, may but say something of that one.

    "Alfa, lumbung padi di sisi Beta, 44,10": the figure may be Alfa's.
    """
    before = [other.end for other, _ in line.regions if other.end <= mention.start]
    gap = line.between(before[-1], mention.start) if before else ""
    closed = _CLOSED.match(line.lower, mention.end - line.start) is not None
    return closed and _SET_BESIDE.fullmatch(gap) is not None and not opens_plainly(line, mention)


def row_head(line: Line, mention: Mention) -> Mention:
    """Return the first region of the row that a region stands in, with or without scores between."""
    first = mention
    for other, _ in reversed(line.regions):
        if other.end <= first.start:
            gap = line.between(other.end, first.start)
            levels = (m for m in line.marks if isinstance(m, CategoryMark))
            apart = _holds(other, first) or not _are_in(gap, IN_ROW)
            if apart or any(other.end <= m.start < first.start for m in levels):
                break
            first = other
    return first


def leads_plainly(gap: str) -> bool:
    """Tell whether the words between a level and the first region of its row only lead to it.

    >>> leads_plainly(", kata dia, antara lain "), leads_plainly(" terdapat di 3 provinsi yaitu ")
    (True, True)
    >>> leads_plainly(": bukan "), leads_plainly(" terbanyak di ")
    (False, False)
    """
    return _are_in(_SAID.sub(" ", gap), TO_REGION)


def leads_to_value(gap: str) -> bool:
    """Tell whether nothing but plain words, commas, colons and brackets stands between a region and its figure.

    >>> leads_to_value(" berada di kategori sedang, "), leads_to_value(" meraih nilai sakip ")
    (True, False)
    """
    return _UNBROKEN.fullmatch(gap) is not None and _are_in(gap, TO_VALUE)


def opens_level(line: Line, mark: CategoryMark, gap: str) -> bool:
    """Tell whether a level stands behind plain words, or its ``gap`` to the regions says that these are the ones.

    Nothing is told of Alfa by "TPS rawan tinggi di Alfa", "mencegah rawan tinggi di Alfa" or "logistik masuk rawan
    tinggi di Alfa".
    """
    clause = re.split(r"[,:;.(\"]\s?", line.between(line.start, mark.start))[-1]
    words = _WORD.findall(clause)
    named = any(isinstance(m, DimensionMark) and m.end == mark.start - 1 for m in line.marks)
    if not words or named:
        return True
    if _is_of_thing(line, mark.start - len(clause), mark.start, words):
        return False
    if _leads_on(words[-1]):
        return True
    return _NAMELY.search(gap) is not None and words[-1] not in OF_PARTS


def _is_of_thing(line: Line, start: int, end: int, words: Sequence[str]) -> bool:
    """Tell whether a thing stands in a level, by the ``words`` of a clause: "logistik masuk rawan tinggi"."""
    if words[-1] not in STANDS or any(m.end > start and m.start < end for m, _ in line.regions):
        return False
    subject = next((word for word in reversed(words) if word not in STANDS), None)
    parts = (line.between(m.start, m.end) for m in line.marks if isinstance(m, DimensionMark))
    named = any(subject in _WORD.findall(part) for part in parts)
    return subject is not None and not named and not _leads_on(subject)


def _leads_on(word: str) -> bool:
    return word in BEHIND_REGION or word in BEFORE_REGION or word in TO_REGION


def is_counted(line: Line, mention: Mention) -> bool:
    """Tell whether a whole number stands right behind a region, as one of its parts: "Alfa 12, Beta 6"."""
    return _LONE_FIGURE.match(line.lower, mention.end - line.start) is not None


def in_row(line: Line, pairs: Pairs, mention: Mention) -> bool:
    """Tell whether plain words lead from the first of ``pairs`` to a region: commas, "dan", and scores."""
    before: Mention | None = None
    for other, _ in pairs:
        if before is not None:
            gap = line.between(before.end, other.start)
            held = _holds(before, other) and leads_plainly(gap)
            if not (held or _are_in(gap, IN_ROW)) or (
                ";" in gap and _TOLD_ELSE.match(line.lower, other.end - line.start)
            ):
                return False
        if other == mention:
            return _OR.match(line.lower, other.end - line.start) is None
        before = other
    return True
