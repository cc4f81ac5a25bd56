"""Which dimension a score measures: one that waits for it, or is named behind it or behind a run of scores."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.marks.kinds import CueMark, DimensionMark, NumberMark
from pipeline.extract.marks.words import find_marks
from pipeline.extract.scores.signs import ODD_DOUBT
from pipeline.extract.scores.waiting import Waiting

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene
    from pipeline.extract.scores.waiting import Scored

_WHOLE = re.compile(r"total|secara|skor akhir|(?:poin|skor|nilai|indeks) (?:kes|total)")
_WITH = re.compile(r"\s(?:dengan|yang memiliki|memiliki|mendapat|memperoleh)\s")
_OF_PEOPLE = re.compile(r"\s(?:pemilih|publik|masyarakat|warga|politik|pesta demokrasi)(?![a-z])")
_ON_DIMENSION = re.compile(
    r"\)?\s*+(?:poin|persen|%)?\s*(?:(?:di(?:peroleh|raih|dapat)|tercatat|ada|terdapat) )?"
    r"(?:pada|di|untuk|dalam|dari)\s"
)
_IN_BRACKETS = re.compile(r"\s*(?:poin|persen|%)?\s*\(\s?(?:(?:dimensi|aspek|konteks|tahapan|untuk) )*")
_TIGHT = re.compile(r"\)?\s(?:poin )?(?:dimensi |konteks |aspek )?")
_PAIR_ENDS = re.compile(
    r"\s*(?:$|[,;.)]|(?:dan|serta|sedangkan|sementara|lalu|kemudian|adapun|pada ikp|di ikp)(?![a-z]))"
)
"""What ends a pair of number and dimension."""
_RUN_JOINER = re.compile(
    r"\)?[\s,]*+(?:poin|persen|%)?[\s,]*+(?:dan|serta)?[\s,]*+(?:kabupaten|kota|provinsi)?\s*"
)
_RUN_CONTRAST = re.compile(
    r"\)?\s*+(?:poin|persen|%)?(?:;|[\s,;]*+(?:sementara(?: itu)?|sedangkan|adapun|lalu|kemudian|berbeda dengan|"
    r"dibanding(?:kan)?(?: dengan)?|di (?:atas|bawah)))[\s,]+"
    r"(?:(?:untuk|di|kabupaten|kota|provinsi)\s)*"
)
_OF_WHOLE = re.compile(r"total|keseluruhan|secara umum|(?:skor|nilai|indeks) (?:ikp|kerawanan)")
_GRADED_BEHIND = re.compile(r"(?:-?nya)? (?:paling|ter)(?: ?rawan|tinggi|rendah|buruk)")
_GRADED_AHEAD = re.compile(
    r"(?:(?:tertinggi|terendah|terawan|paling (?:rawan|tinggi|rendah)) (?:[a-z]+ ){0,4}|kerawanan )$"
)
_MORE_OF_NAME = re.compile(
    r" (?:pemilu|pemilihan|pilkada|pemilih|masyarakat|serentak|20\d\d) (?:20|serentak|di |dalam |pada )"
)
SOURCE = re.compile(
    r"(?:s|ny)umbang|kontribusi|masalah|paling (?:banyak|besar)|sebagian|"
    r"(?<![a-z])(?:(?:datang|berasal|bersumber|bertumpu|terutama|khususnya|ditopang|"
    r"disokong|didorong|didongkrak|dipicu|dipengaruhi|diakibatkan|disebabkan|karena|akibat|sebab|"
    r"lantaran)(?![a-z])|"
    r"(?:dan|dengan|serta|namun|tetapi) (?:[a-z]+ ){0,3}(?:terbesar|terbanyak|menonjol|mencolok|dominan|"
    r"(?:kerawanan|skor|nilai|angka) (?:tertinggi|utama))(?:nya)?(?![a-z]))"
)
"""Words between a score and a dimension that tell where the score comes from: it is of the whole."""
_LABEL = re.compile(r"\W*(?P<name>sosial|politik)\s?[:=–-]")
_MORE_CONTEXTS = re.compile(
    r"(?:,|(?<![a-z])(?:dan|serta|lalu|kemudian|sedangkan|sementara)) (?P<name>sosial|politik)"
    r"(?= (?:(?:dengan|sebesar|yakni|hanya|di angka|mencapai) )?\(?\d)"
)
_CONTEXTS = frozenset({"konteks sosial", "konteks politik", "infrastruktur", "pandemi"})
_ITS_FIGURE = re.compile(r"\W*(?:skor|nilai|angka)nya(?![a-z])(?!.{0,20}(?:ikp|total|keseluruhan|akhir))")
_GREATEST = re.compile(
    r"(?<![a-z])(?:paling (?:besar|tinggi|rawan|menonjol|dominan|berat|kecil|rendah)|ter(?:besar|tinggi|"
    r"kecil|rendah)|"
    r"(?:pe)?nyumbang)"
)
_FAR_DIMENSION = 70
_GRADED_DOUBT = 0.5


def labelled(line: Line, scene: Scene) -> list[DimensionMark]:
    """Return the contexts of a line that leaves out their first word.

    "sosial: Kota Alfa (74,70)" under a lead on contexts; "konteks sosial 47,25 dan politik 52,66".
    """
    lead = scene.units[line.unit.lead].passage.lower if line.unit.lead is not None else ""
    found = [_LABEL.match(line.lower)] if "konteks" in lead else []
    known = [mark for mark in line.marks if isinstance(mark, DimensionMark)]
    if any(mark.key in _CONTEXTS for mark in known):
        found += _MORE_CONTEXTS.finditer(line.lower)
    return [
        DimensionMark(start=line.start + one.start("name"), end=line.start + one.end("name"), key=key, named=True)
        for one in found
        if one is not None and (key := f"konteks {one['name']}") in scene.reference.dimensions
    ]


def dimension_before(line: Line, mark: NumberMark, scene: Scene) -> str | None:
    """Return the dimension that "Skornya" is of, where the sentence before says which is the greatest.

    "Paling besar dari penyelenggaraan. Skornya 41,52": a person decides, for it may be the region's again.
    """
    named = any(mention.end <= mark.start for mention, _ in line.regions)
    if named or line.inherited.dimension or not _ITS_FIGURE.match(line.lower):
        return None
    before = [(low, high) for low, high in line.unit.passage.sentences if high <= line.start]
    if not before:
        return None
    low, high = before[-1]
    found = find_marks(line.unit.passage.lower, low, high, scene.reference, scene.guess.id)
    told = [one for one in found if isinstance(one, DimensionMark) and _is_of_own(one, scene)]
    figures = any(isinstance(one, NumberMark) for one in found)
    greatest = len(told) == 1 and _GREATEST.search(line.unit.passage.lower[low:high])
    return told[0].key if greatest and not figures else None


def _is_of_own(mark: DimensionMark, scene: Scene) -> bool:
    """Tell whether the document's edition has a dimension: "politik uang" is one of 2015 alone."""
    return (scene.guess.id or "") in scene.reference.dimensions[mark.key].editions


def measured_by(waiting: Waiting, mark: NumberMark) -> tuple[str, ...]:
    """Return the dimensions that a number measures: the one named right behind it, else those that wait for it."""
    behind = dimension_behind(waiting, mark)
    if behind is not None:
        return (behind.key,)
    if not waiting.dimensions or goes_back_to_whole(waiting, mark):
        return ()
    return tuple(dim.key for dim in waiting.dimensions)


def goes_back_to_whole(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether words between the last dimension and a number go back to the whole: "total skor 41,20"."""
    return bool(waiting.dimensions) and any(
        isinstance(cue, CueMark)
        and cue.kind == "total"
        and waiting.dimensions[-1].end <= cue.start < mark.start
        and _WHOLE.match(waiting.line.between(cue.start, cue.end))
        and not _WITH.fullmatch(waiting.line.between(waiting.dimensions[-1].end, cue.start))
        for cue in waiting.line.marks
    )


def dimension_behind(waiting: Waiting, mark: NumberMark) -> DimensionMark | None:
    """Return the dimension named right behind a number, as in "Alfa 33,20 kontestasi, Beta 28,10 partisipasi"."""
    return next(
        (dim for dim in waiting.named if _names_dimension(waiting, mark, dim) or _closes(waiting, mark, dim)), None
    )


def is_past_bracket(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether the dimension that waits stands in a bracket that closes before a number."""
    if not waiting.dimensions:
        return False
    gap = waiting.line.between(waiting.dimensions[-1].end, mark.start)
    before = waiting.line.between(waiting.line.start, waiting.dimensions[-1].start)
    return gap.count(")") > gap.count("(") and before.count("(") > before.count(")")


def is_across_comma(waiting: Waiting) -> bool:
    """Tell whether the dimension that waits stands behind the last number, and a comma before the next region.

    "Alfa 66,10 pada otoritas penyelenggara, Beta 44,10": it is rather Alfa's.
    """
    if not (waiting.dimensions and waiting.group and waiting.done):
        return False
    dim, region = waiting.dimensions[-1], waiting.group[0][0]
    return (
        waiting.done[-1].number.end <= dim.start
        and re.search(r"[,;]", waiting.line.between(dim.end, region.start)) is not None
    )


def _closes(waiting: Waiting, mark: NumberMark, dim: DimensionMark) -> bool:
    """Tell whether a dimension stands with nothing between behind a number of its region, and ends the pair."""
    line = waiting.line
    if not (mark.decimals or mark.cued) or mark.percent or not _TIGHT.fullmatch(line.between(mark.end, dim.start)):
        return False
    if _PAIR_ENDS.match(line.between(dim.end, line.end)) is None:
        return False
    last = max(
        (other.end for other in line.marks if isinstance(other, NumberMark) and other.end <= mark.start),
        default=line.start,
    )
    since = max([last, *(mention.end for mention, _ in line.regions if mention.end <= mark.start)])
    return not any(since <= other.start < mark.start for other in waiting.named if other not in waiting.closed)


def _names_dimension(waiting: Waiting, mark: NumberMark, dim: DimensionMark) -> bool:
    """Tell whether a dimension is named right behind a number: "80,00 pada dimensi kontestasi"."""
    if not dim.named and (mark.percent or _OF_PEOPLE.match(waiting.line.between(dim.end, waiting.line.end))):
        return False  # a turnout
    if _IN_BRACKETS.fullmatch(waiting.line.between(mark.end, dim.start)):
        return waiting.line.between(dim.end, dim.end + 2).strip().startswith(")")
    whole = dim.named or (
        (mark.decimals or mark.cued) and waiting.scene.reference.dimensions[dim.key].parent is None
    )
    return bool(whole) and _ON_DIMENSION.fullmatch(waiting.line.between(mark.end, dim.start)) is not None


def is_told_loosely(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether a number is measured by a bare word that may mean something else.

    A whole number with the word behind it ("skor 80 pada kontestasi"), or a turnout ("partisipasi pemilih 80,10").
    """
    last = waiting.dimensions[-1] if waiting.dimensions else None
    among = waiting.line.inherited.listed or any(one.dimensions for one in waiting.done)
    if last is not None and not last.named and last.key == "partisipasi pemilih" and not among:
        return True
    behind = next((dim for dim in waiting.named if _names_dimension(waiting, mark, dim)), None)
    return behind is not None and not behind.named and not mark.decimals


def with_trailing_dimension(
    line: Line, scored: Sequence[Scored], dimensions: Sequence[DimensionMark]
) -> tuple[Scored, ...]:
    """Give scores without a dimension the one named behind them: "Alfa (74,91) ... pada dimensi kontestasi".

    A dimension that only tells where the score comes from is not its own: "41,20, sebagian besar dari dimensi X".
    """
    if any(one.dimensions for one in scored):
        return _with_last_of_run(line, scored, dimensions)
    trailing = [
        mark
        for mark in dimensions
        if mark.named and re.search(r"(?:pada|di|untuk|dalam|dari)\s$", line.between(line.start, mark.start))
    ]
    result = []
    for one in scored:
        mark = next((mark for mark in trailing if mark.start >= one.number.end), None)
        own = mark is not None and not SOURCE.search(line.between(one.number.end, mark.start))
        result.append(replace(one, dimensions=(mark.key,)) if mark is not None and own else one)
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
    subject = one.subject.in_doubt(_GRADED_DOUBT)
    return (replace(one, subject=subject, dimensions=(mark.key,)),)


def _with_last_of_run(
    line: Line, scored: Sequence[Scored], dimensions: Sequence[DimensionMark]
) -> tuple[Scored, ...]:
    """Let a dimension that closes a run of pairs hold for all: "Alfa (74,91) dan Beta (68,20) pada dimensi X".

    Across a contrast it is in doubt: "Alfa (74,91), sementara Beta (68,20) pada dimensi X".
    """
    result = list(scored)
    for index in range(len(result) - 1, 0, -1):
        last, one = result[index], result[index - 1]
        closes = last.dimensions and all(mark.start >= last.number.end for mark in dimensions)
        if not closes or one.dimensions or one.mention is None or last.mention is None:
            break
        gap = line.between(one.number.end, last.mention.start)
        subject = one.subject
        if not _RUN_JOINER.fullmatch(gap):
            if not _RUN_CONTRAST.fullmatch(gap) or _OF_WHOLE.search(line.between(line.start, one.number.start)):
                break
            subject = subject.in_doubt(ODD_DOUBT)
        result[index - 1] = replace(one, subject=subject, dimensions=last.dimensions)
    return tuple(result)
