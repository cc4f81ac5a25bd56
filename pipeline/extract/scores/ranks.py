"""Ranks told without a rank's own shape: rows before their regions, and superlatives.

"Peringkat pertama Alfa, kedua Beta, ketiga Gama"; "pada dimensi kontestasi Alfa paling rawan se-Indonesia".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.marks.kinds import RankMark
from pipeline.extract.scene.asides import is_container
from pipeline.extract.scene.line import Line
from pipeline.extract.words.values import NUMBER_WORDS, ORDINALS, parse_rank

if TYPE_CHECKING:
    from pipeline.extract.draft import Subject
    from pipeline.extract.regions.names import Mention

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
