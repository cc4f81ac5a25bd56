"""Ranks told without a rank's own shape: rows before their regions, and superlatives.

"Peringkat pertama Alfa, kedua Beta, ketiga Gama"; "pada dimensi kontestasi Alfa paling rawan se-Indonesia".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.marks.kinds import Mark, NumberMark, RankMark
from pipeline.extract.scene.asides import is_container
from pipeline.extract.scene.line import Line
from pipeline.extract.words.values import NUMBER_WORDS, ORDINALS, parse_rank

if TYPE_CHECKING:
    from pipeline.extract.draft import Subject
    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scores.waiting import Scored

_RANK_WORD = r"(?:peringkat|urutan|posisi|nomor|rangking|ranking)(?: urut)?(?:nya)?"
_AHEAD = re.compile(
    r"(?:^|[,;:.()]|(?<![a-z])(?:dan|serta|lalu|kemudian|disusul|diikuti|sedangkan|sementara|adapun|untuk))[\s\"]*"
    rf"(?:(?:di|pada|untuk|yang|lalu|kemudian) )*(?P<word>{_RANK_WORD} )?"
    rf"(?P<rank>(?:ke\s?-?\s?)?(?:\d{{1,3}}|{NUMBER_WORDS})|"
    rf"{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
    r"(?: (?:ada|adalah|ialah|yakni|yaitu|ditempati|diduduki|diisi|dihuni|diraih|dipegang|oleh|nasional|tertinggi|"
    r"terawan|di|paling rawan))*[\s,:]*$"
)
_AT_LEAST = 2
_SUPERLATIVE = re.compile(
    r"(?<![a-z])(?:terawan|(?:rawan|kerawanan(?:nya)?) (?:paling tinggi|tertinggi)|tertinggi(?: kerawanannya)?|"
    r"paling (?:rawan|tinggi(?: kerawanannya)?))"
    r"(?= (?:se-?\s?(?!suai|telah|bagai|kali|hingga)[a-z]|di (?:tingkat |seluruh )?[a-z]|(?:secara |"
    r"skala )?nasional|"
    r"dari (?:total |seluruh |semua )?(?:\d|provinsi|kabupaten|kota|daerah)))"
)
_SCOPE = re.compile(r"\s(?:di|se-?)\s?(?:tingkat |seluruh |provinsi |kabupaten |kota )*")
_ONE_OF_SEVERAL = re.compile(
    rf"(?<![a-z])(?:salah satu|satu dari|di ?antara|termasuk|(?:\d+|{NUMBER_WORDS}) "
    r"(?:besar|daerah|provinsi|kabupaten|kota|wilayah)|beberapa|sejumlah|daerah-daerah|skor|nilai|angka|"
    r"indikator|isu)"
    r"[^,;]{0,40}$"
)


def rank_rows(line: Line) -> tuple[tuple[RankMark, tuple[Mention, Subject]], ...]:
    """Return the ranks of a line that count up before their regions, with these; none where only one does.

    The first has its word ("peringkat pertama Alfa"), the others may leave it out ("kedua Beta").
    """
    row: list[tuple[RankMark, tuple[Mention, Subject]]] = []
    end = line.start
    for pair in line.regions:
        mention = pair[0]
        found = _AHEAD.search(line.between(end, mention.start))
        rank = parse_rank(found["rank"]) if found else None
        begins = not row and end == line.start and found is not None and found["word"] is not None
        if found is not None and rank is not None and (begins or (row and rank == row[-1][0].rank + 1)):
            start = end + (found.start("word") if found["word"] else found.start("rank"))
            row.append((RankMark(start=start, end=end + found.end("rank"), rank=rank), pair))
        elif not is_container(line, mention):
            break
        end = mention.end if row else line.start
    return tuple(row) if len(row) >= _AT_LEAST else ()


def superlatives(line: Line) -> tuple[RankMark, ...]:
    """Return the superlatives of a line that name among whom, as first ranks: "paling rawan se-Jawa Tengah"."""
    return tuple(
        RankMark(start=line.start + found.start(), end=_end_of_scope(line, line.start + found.end()), rank=1)
        for found in _SUPERLATIVE.finditer(line.lower)
        if not _ONE_OF_SEVERAL.search(line.lower[: found.start()])
    )


def _end_of_scope(line: Line, position: int) -> int:
    """Return where the words end that say among whom: "paling rawan" and "di Jawa Tengah" behind it."""
    scopes = (mention for mention, _ in line.regions if mention.start >= position)
    scope = next(scopes, None)
    beside = scope is not None and _SCOPE.fullmatch(line.between(position, scope.start)) is not None
    return scope.end if scope and beside else position


_NEXT_CLAUSE = re.compile(
    r"(?:[,;]|(?<![a-z])(?:sedangkan|sementara|adapun|dan|serta|lalu|kemudian|disusul|diikuti))"
    r"(?: (?:oleh|lalu|kemudian|untuk|kabupaten|kota|provinsi))*\s$"
)
_AGAINST = re.compile(r"(?<![a-z])(?:sedangkan|sementara|adapun)(?: (?:untuk|di|kabupaten|kota|provinsi))*\s$")
_BESIDE_OTHER = re.compile(
    r"(?<![a-z])(?:di (?:atas|bawah)|dibanding(?:kan)?|ketimbang|mengungguli|melampaui|unggul dari|setelah)"
    r"(?: (?:kabupaten|kota|provinsi))*\s$"
)


def is_of_next(line: Line, mark: RankMark, one: Scored) -> bool:
    """Tell whether a rank behind a number is of another region between: "41,20, sedangkan Pati ketiga"."""
    for mention, subject in line.regions:
        between = one.number.end <= mention.start and mention.end <= mark.start
        if not between or subject.code == one.subject.code:
            continue
        before = line.between(one.number.end, mention.start)
        beside = _BESIDE_OTHER.search(before) and "," not in line.between(mention.end, mark.start)
        if beside or _NEXT_CLAUSE.search(before):
            return True
    return False


_NEAR = 25  # characters between a figure and the rank behind it
_RANK_AHEAD = re.compile(
    r"(?: (?:nasional|provinsi|tertinggi|terawan|se-?\s?\w+))*[\s,]*"
    r"(?:(?:terdapat|ada|ditempati|diduduki|diisi|dihuni|adalah|yakni|yaitu|oleh|:) ?)*"
)


def is_behind(mark: RankMark, number: Mark) -> bool:
    """Tell whether a rank stands behind a figure, so near that it may go with it."""
    return 0 <= mark.start - number.end <= _NEAR


def is_ahead(line: Line, mark: RankMark, mention: Mention) -> bool:
    """Tell whether a rank stands right before a region, and not behind a figure: "41,20, urutan kedua, Beta"."""
    gap = line.between(mark.end, mention.start)
    of_figure = any(isinstance(other, NumberMark) and is_behind(mark, other) for other in line.marks)
    return _RANK_AHEAD.fullmatch(gap or "-") is not None and not (of_figure and "," in gap)


def leads_on(line: Line, mark: RankMark, mention: Mention) -> bool:
    """Tell whether a rank stands right before another region: "Alfa (41,20), peringkat kedua Beta (40,10)".

    The province around is no other: "Alfa 41,20, urutan ketiga Jawa Tengah".
    """
    pair = next((pair for pair in line.regions if pair[0].start >= mark.end), None)
    if pair is None or pair[0].start == mention.start or _is_around(line, mark, pair[1]):
        return False
    return is_ahead(line, mark, pair[0])


_OPENS_CLAUSE = re.compile(
    r"[,;]\s(?:(?:dan|serta|lalu|kemudian|disusul|diikuti|sedangkan|sementara|adapun|di|pada|untuk|yang)\s)*$"
)
_HELD_BY = re.compile(
    r"\s(?:(?:ada|adalah|ialah|yakni|yaitu|oleh|ditempati|diduduki|diisi|dihuni|diraih|dipegang)\s)*"
    r"(?:kabupaten |kota |provinsi )?"
)


def holder_behind(line: Line, mark: RankMark) -> tuple[Mention, Subject] | None:
    """Return the region that a rank opens the clause of: "Blora 41,20, urutan ketiga Pati"; None without.

    The province around a region before is but where it ranks: "Blora 41,20, urutan ketiga Jawa Tengah".
    """
    pair = next((pair for pair in line.regions if pair[0].start >= mark.end), None)
    if pair is None or not _OPENS_CLAUSE.search(line.between(line.start, mark.start)):
        return None
    if not _HELD_BY.fullmatch(line.between(mark.end, pair[0].start)):
        return None
    return None if _is_around(line, mark, pair[1]) else pair


def _is_around(line: Line, mark: RankMark, subject: Subject) -> bool:
    """Tell whether a region is the country, or the province around a region before a rank."""
    before = [other.code or "" for mention, other in line.regions if mention.end <= mark.start]
    return subject.code == "ID" or any(code.startswith(f"{subject.code}.") for code in before)


def is_of_clause_before(line: Line, mark: RankMark, one: Scored) -> bool:
    """Tell whether a number behind a rank is another region's: "Pati urutan ketiga, sedangkan Blora 41,20"."""
    if one.mention is None or not mark.end <= one.mention.start:
        return False
    ranked = any(mention.end <= mark.start for mention, _ in line.regions)
    return ranked and _AGAINST.search(line.between(mark.end, one.mention.start)) is not None
