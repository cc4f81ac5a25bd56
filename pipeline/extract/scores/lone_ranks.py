"""From ranks that no score goes with to drafts: "di urutan ke-3 kabupaten paling rawan se-Jawa Tengah"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.extract.marks.kinds import DimensionMark, RankMark, overlaps
from pipeline.extract.scene.asides import is_aside, is_container, names_capital
from pipeline.extract.scene.dimensions import DIMENSION_RUN, real_dimensions
from pipeline.extract.scene.line import Line
from pipeline.extract.scene.rows import LIST_JOINER, last_in_a_row
from pipeline.extract.scores.rank_owners import holder_behind, is_of_else, is_of_other, rank_beside, rank_scope
from pipeline.extract.scores.ranks import rank_rows, superlatives
from pipeline.extract.scores.signs import ODD_DOUBT, spoken_of
from pipeline.extract.scores.waiting import Scored
from pipeline.extract.words.values import NUMBER_WORDS, ORDINALS, parse_rank

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scene.scene import Scene

RANK = Rule(id="rank.stated", version=4)
"""A rank without a score, overall or in a dimension.

> Kabupaten Blora berada di urutan ke-3 kabupaten paling rawan se-Jawa Tengah.

> Pada dimensi partisipasi Kabupaten Blora berada di peringkat pertama.
"""

_RANK_HELD = re.compile(
    r"\s(?!,)(?:(?!sebelum|setelah|disusul|diikuti|dari)[a-z-]+\s){0,8}?(?:ditempati|diduduki|diisi|dihuni|"
    r"dipegang|diraih|disandang)"
    r"(?: oleh)?\s(?:kabupaten |kota |provinsi )?"
)
_RANKED_IN = re.compile(
    r",?\s(?:(?:nasional|se-?\s?\w+|kerawanan|rawan|terawan|paling|tertinggi|terbesar|secara|skala|di indonesia|"
    r"untuk|pada|dalam|di|tingkat|soal|dari|sisi|segi|hal|jika|bila|dilihat|menurut|berdasarkan|terkait)\s)*"
)
_MORE_RANKS = re.compile(
    r"(?:,| dan|, dan| serta| hingga| sampai| maupun) (?:(?:urutan|peringkat|posisi|nomor|rangking|ranking) )?"
    rf"(?P<rank>(?:ke\s?-?\s?)?(?:\d{{1,3}}(?![.,]?\d)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))}|"
    rf"{NUMBER_WORDS}))"
    r"(?![a-z]|[ /-]*(?:provinsi|kabupaten|kota|daerah|wilayah|dari|tps|kasus|indikator|besar))"
)
"""A further rank right behind one: "urutan satu dan dua"."""
_TO_RANK = re.compile(r"\s(?:(?:di|pada|menempati|berada|ada|menduduki|dengan)\s)*")
_BREAK = re.compile(r"[,;]|(?<![a-z])(?:dan|sedang|sedangkan|sementara|tetapi|namun)(?![a-z])")
_ITS = re.compile(
    r"\W*(?:(?:saat ini|kini|sementara|secara nasional),? )?(?:(?:posisi|peringkat|urutan|ranking)nya\W.{0,40}|"
    r"(?:kabupaten|kota|provinsi|daerah|wilayah) (?:ini|itu|tersebut) [a-z ]{0,40}"
    r"(?:urutan|peringkat|posisi|nomor|ranking)\W.{0,12})"
)
"""The beginning of a sentence that tells the rank of what was spoken of, to the end of the rank."""
_AMONG = re.compile(r"(?<![a-z])(?:se-?|(?:di )?(?:tingkat|lingkup|skala) )$")
_OF_SPEAKER = re.compile(r"(?<![a-z])(?:kami|kita)(?: (?:di|ada|berada|menempati|masuk|pada|ini|sendiri))* $")
_BACK_TO_WHOLE = re.compile(r"secara (?:umum|keseluruhan)|keseluruhan")


def rank_drafts(line: Line, scored: Sequence[Scored], scene: Scene) -> tuple[Draft, ...]:
    """Read ranks that no score goes with: "dimensi partisipasi ... di peringkat pertama"."""
    if line.has("hypothetical") or line.has("negation"):
        return ()
    row = rank_rows(line)
    spans = [(mark.start, pair[0].end) for mark, pair in row]
    ranks = (mark for mark in line.marks if isinstance(mark, RankMark) and not is_of_else(line, mark))
    alone = [mark for mark in ranks if not overlaps(mark.start, mark.end, spans)]
    told = [(mark, _ranked(line, mark, scene)) for mark in alone]
    told += [pair for mark in alone if (pair := _second_of_two(line, mark))]
    lonely = (
        (mark, pair)
        for mark, pair in [*row, *told]
        if not any(_belong_together(line, mark, one) for one in scored)
    )
    drafts = [draft for mark, pair in lonely if pair for draft in _rank_draft(line, mark, *pair)]
    return tuple(drafts) or _superlative_drafts(line, scored)


def _superlative_drafts(line: Line, scored: Sequence[Scored]) -> tuple[Draft, ...]:
    """Read the first place in a dimension: "pada dimensi kontestasi Alfa paling rawan se-Indonesia"."""
    found: list[Draft] = []
    for mark in superlatives(line):
        before = [pair for pair in line.regions if pair[0].end <= mark.start and not is_container(line, pair[0])]
        row = last_in_a_row(line, before)
        if len(row) == 1 and not any(_belong_together(line, mark, one) for one in scored):
            found.extend(draft for draft in _rank_draft(line, mark, *row[0]) if draft.dimension)
    return tuple(found)


def _ranked(line: Line, mark: RankMark, scene: Scene) -> tuple[Mention | None, Subject] | None:
    """Return the region that a rank is told of, None where it is several's or the speaker's own."""
    before = [pair for pair in line.regions if pair[0].end <= mark.start]
    held = [pair for pair in line.regions if _RANK_HELD.fullmatch(line.between(mark.end, pair[0].start))]
    apart = bool(before) and _BREAK.search(line.between(before[-1][0].end, mark.start)) is not None
    spoken = [pair for pair in before if not (apart and is_aside(line, pair[0]))]
    named = [pair for pair in spoken if not is_container(line, pair[0])] or spoken
    if named and _OF_SPEAKER.search(line.between(named[-1][0].end, mark.start)):
        return None  # "Alfa di urutan satu dan kita urutan kedua"
    rest = line.between(mark.end, line.end)
    holder = holder_behind(line, mark)
    if before and holder is not None:
        return holder
    if before and not spoken and not held:  # "nomor dua setelah Alfa, sedang penyelenggaraan nomor tiga"
        bearer = spoken_of(line, scene)
        return before[0][0], bearer.in_doubt(ODD_DOUBT)
    if more := _MORE_RANKS.match(rest):
        row = last_in_a_row(line, named)
        two = len(row) == 2 and not _MORE_RANKS.match(rest, more.end())
        return row[0] if two else None  # "Alfa dan Beta di urutan satu dan dua"
    told = named or held[:1]
    return _within(line, *told[-1], scene) if told else _of_it(line, mark, scene)


def _of_it(line: Line, mark: RankMark, scene: Scene) -> tuple[None, Subject] | None:
    """Return the region spoken of before, where a sentence tells its rank: "Posisinya kedua se-Jawa Tengah"."""
    bearer = spoken_of(line, scene)
    its = _ITS.fullmatch(line.between(line.start, mark.end)) is not None
    return (None, bearer.in_doubt(ODD_DOUBT)) if its and bearer.code != "ID" else None


def _second_of_two(line: Line, mark: RankMark) -> tuple[RankMark, tuple[Mention, Subject]] | None:
    """Return the second of two ranks with its region: "Alfa dan Beta masing-masing di posisi ke-9 dan ke-23"."""
    more = _MORE_RANKS.match(line.lower, mark.end - line.start)
    rank = parse_rank(more["rank"]) if more else None
    row = last_in_a_row(line, [pair for pair in line.regions if pair[0].end <= mark.start])
    if more is None or rank is None or len(row) != 2 or not line.has("shared"):
        return None
    second = RankMark(start=mark.start, end=line.start + more.end(), rank=rank)
    return (second, row[1]) if not _MORE_RANKS.match(line.lower, more.end()) else None


def _within(line: Line, mention: Mention, subject: Subject, scene: Scene) -> tuple[Mention, Subject]:
    """Return the region spoken of before where the one named but says among whom: "Se-Jawa Tengah urutan 17"."""
    bearer = spoken_of(line, scene)
    among = _AMONG.search(line.between(line.start, mention.start)) is not None or names_capital(line, mention)
    if among and bearer.code != subject.code and scene.places.province_of(bearer.code) == subject.code:
        return mention, bearer.in_doubt(ODD_DOUBT)
    return mention, subject


def _belong_together(line: Line, mark: RankMark, one: Scored) -> bool:
    if is_of_other(line, mark, one):
        return False
    if rank_beside(line, one) == mark:
        return True
    return abs(one.number.start - mark.end) < 40 or 0 <= mark.start - one.number.start < 60


def _rank_draft(line: Line, mark: RankMark, mention: Mention | None, subject: Subject) -> Iterator[Draft]:
    keys, low = _dimensions_ranked(line, mark)
    start, end = (mention.start, mention.end) if mention is not None else (mark.start, mark.end)
    editions, previous = line.edition_at(mark.start)
    for key in keys or (None,):
        yield Draft(
            type="dimension_score" if key else "score",
            subject=subject,
            edition=editions[0],
            previous=previous,
            span=line.span(min(start, low), max(mark.end, end)),
            rule=RANK,
            confidence=round(0.8 * (1 - 0.5 * subject.doubt), 3),
            rank=mark.rank,
            rank_scope=rank_scope(line, mark),
            dimension=key,
        )


def _dimensions_ranked(line: Line, mark: RankMark) -> tuple[tuple[str, ...], int]:
    """Return the dimensions that a rank is one in, and where their words begin."""
    real = real_dimensions(line)
    ahead = [dim for dim in real if dim.named and dim.end <= mark.start]
    behind = [dim for dim in real if dim.named and _last_of_row(line, mark) <= dim.start]
    if ahead and not _BACK_TO_WHOLE.search(line.between(ahead[-1].end, mark.start)):
        run = [dim for dim in _joined(line, real, ahead[-1]) if dim.end <= mark.start]
        return tuple(dim.key for dim in run), run[0].start
    if behind and _RANKED_IN.fullmatch(line.between(_last_of_row(line, mark), behind[0].start)):
        return tuple(dim.key for dim in _joined(line, real, behind[0])), mark.start
    if line.inherited.dimension and not ahead and not line.has("total"):
        return (line.inherited.dimension,), mark.start
    return (), mark.start


def _last_of_row(line: Line, mark: RankMark) -> int:
    """Return the end of the ranks that go on from one, region by region: "Alfa pertama dan Beta kedua"."""
    more = _MORE_RANKS.match(line.lower, mark.end - line.start)
    end = line.start + more.end() if more else mark.end
    for other in (m for m in line.marks if isinstance(m, RankMark) and m.start > mark.start):
        between = [m for m, _ in line.regions if end <= m.start and m.end <= other.start]
        held = len(between) == 1 and LIST_JOINER.fullmatch(line.between(end, between[0].start))
        if not held or not _TO_RANK.fullmatch(line.between(between[0].end, other.start)):
            break
        end = other.end
    return end


def _joined(line: Line, dims: Sequence[DimensionMark], one: DimensionMark) -> list[DimensionMark]:
    """Return a dimension with those that "dan" joins to it on either side."""
    run = [one]
    for dim in reversed([dim for dim in dims if dim.end <= one.start]):
        if not DIMENSION_RUN.fullmatch(line.between(dim.end, run[0].start)):
            break
        run.insert(0, dim)
    for dim in (dim for dim in dims if dim.start >= one.end):
        if not DIMENSION_RUN.fullmatch(line.between(run[-1].end, dim.start)):
            break
        run.append(dim)
    return run
