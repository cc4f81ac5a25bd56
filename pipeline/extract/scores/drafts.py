"""From bound scores to drafts: their words, rank, level and confidence; ranks alone and national means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.draft import COUNTRY, Draft, Rule, Subject
from pipeline.extract.marks.kinds import CategoryMark, CueMark, DimensionMark, NumberMark, RankMark, overlaps
from pipeline.extract.marks.numbers import OF_AN_INDEX
from pipeline.extract.scene.asides import is_container
from pipeline.extract.scene.dimensions import DIMENSION_RUN, real_dimensions
from pipeline.extract.scene.line import Line
from pipeline.extract.scene.rows import LIST_JOINER, last_in_a_row
from pipeline.extract.scene.sections import names_own_index
from pipeline.extract.scores.basis import is_aggregate
from pipeline.extract.scores.ranks import (
    holder_behind,
    is_ahead,
    is_behind,
    is_of_clause_before,
    is_of_next,
    leads_on,
    rank_rows,
    superlatives,
)
from pipeline.extract.scores.rules import BRACKET, CUED, NEAR, PAIR, SHARED
from pipeline.extract.scores.waiting import Scored
from pipeline.extract.words.values import NUMBER_WORDS, ORDINALS, parse_decimal
from pipeline.model import Category
from pipeline.reference.calibration import KNOWN_DOUBT

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Mention

RANK = Rule(id="rank.stated", version=2)
"""A rank without a score, overall or in a dimension.

> Kabupaten Blora berada di urutan ke-3 kabupaten paling rawan se-Jawa Tengah.

> Pada dimensi partisipasi Kabupaten Blora berada di peringkat pertama.
"""

NATIONAL = Rule(id="score.national_mean", version=2)
"""The mean of the whole country, named as such; where it rose or fell, the first figure is of the edition before.

> Rata-rata nasional 49,00.

> Rata-rata nasional Indeks Kerawanan Pemilu (IKP) 2024 tercatat 49,00.
"""

_CONFIDENCE = {CUED.id: 0.97, BRACKET.id: 0.95, PAIR.id: 0.9, SHARED.id: 0.93, NEAR.id: 0.7}
_CARRIED = 0.12  # what a score loses whose region is not named in its sentence
_PERCENT = 0.05
_OFF_SCALE = 0.5  # stated, though the edition has no such score: kept as stated, for a person to see
_NATIONAL = re.compile(
    r"(?:(?:rata-rata|rerata) (?:skor |nilai |indeks |ikp |kerawanan )*(?:nasional(?:nya)?|se-?\s?indonesia)"
    rf"(?: juga| pun)?{OF_AN_INDEX}|(?:sedangkan|sementara|dengan|dan) nasional|"
    r"(?:angka|skor|nilai) nasional(?:nya)?|"
    r"(?:ikp\)?|indek(?:s)? kerawanan(?: pemilu| pilkada| pemilihan| pelanggaran)*(?: \(ikp\))?|skor ikp)"
    r"(?: 20\d\d)? "
    r"(?:(?:secara|di|pada|untuk) )?(?:(?:tingkat|skala|level|lingkup) )?nasional(?:nya)?|"
    r"secara nasional,? (?:tingkat |skor |nilai |angka |indeks )*(?:kerawanan|ikp|indeks)(?:nya)?)"
    r"[^\d.;]{0,30}?(?P<a>\d{1,2}[.,]\s?\d{1,2}|"
    r"(?<=angka )\d\d(?![.,]?\d|\s?(?:persen|%|provinsi|kab|kota|daerah))|"
    r"(?<=kisaran )\d\d(?![.,]?\d|\s?(?:-|provinsi|kab|kota|daerah|sampai|hingga)))"
    r"(?:\s?(?:menjadi|ke)\s(?P<b>\d{1,2}[.,]\d{1,2}))?(?![.,]?\d)"
)
_RANK_HELD = re.compile(
    r"\s(?!,)(?:(?!sebelum|setelah|disusul|diikuti|dari)[a-z-]+\s){0,8}?(?:ditempati|diduduki|diisi|dihuni|"
    r"dipegang|diraih|disandang)"
    r"(?: oleh)?\s(?:kabupaten |kota |provinsi )?"
)
_RANKED_IN = re.compile(
    r",?\s(?:(?:nasional|se-?\s?\w+|kerawanan|rawan|terawan|paling|tertinggi|terbesar|secara|skala|di indonesia|"
    r"untuk|pada|dalam|di|tingkat|soal|dari|sisi|segi|hal|jika|bila|dilihat|menurut|berdasarkan|terkait)\s)*"
)
_NEAR_MEAN = re.compile(
    r"(?<![a-z])(?:di (?:atas|bawah)|melampaui|melebihi|daripada|dari|mendekati|menyamai|setara|"
    r"dibanding(?:kan)?|ketimbang)"
    r"(?: dengan)?(?: (?:angka|nilai|skor))? (?:rata-rata|rerata|median|nilai tengah)[^,;.\d()]{0,50}$"
)
_IN_PART = re.compile(r"sub ?-?dimensi (?:[a-z]+ ){1,4}$")
_IN_BRACKETS = re.compile(r"\s?(?:poin|persen|%)?\s?(?:\(|atau |- |, )(?:kategori |rawan |atau )*")
_MORE_RANKS = re.compile(
    r"(?:,| dan|, dan| serta| hingga| sampai| maupun) (?:(?:urutan|peringkat|posisi|nomor|rangking|ranking) )?"
    rf"(?:ke\s?-?\s?)?(?:\d{{1,3}}(?![.,]?\d)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))}|{NUMBER_WORDS})"
    r"(?![a-z]|[ /-]*(?:provinsi|kabupaten|kota|daerah|wilayah|dari|tps|kasus|indikator|besar))"
)
"""A further rank right behind one: "urutan satu dan dua"."""
_TO_RANK = re.compile(r"\s(?:(?:di|pada|menempati|berada|ada|menduduki|dengan)\s)*")
_OF_SPEAKER = re.compile(r"(?<![a-z])(?:kami|kita)(?: (?:di|ada|berada|menempati|masuk|pada|ini|sendiri))* $")
_BACK_TO_WHOLE = re.compile(r"secara (?:umum|keseluruhan)|keseluruhan")
_RANKED_ELSE = re.compile(
    r"\s(?:nasional |se-\w+ )?(?:dalam|untuk|pada|di|soal|dari sisi)\s(?:hal |bidang |ajang |sektor )?"
    r"(?:penyerapan|serapan|realisasi|pengelolaan|pelaporan|anggaran|investasi|inovasi|pendidikan|kesehatan|"
    r"ekonomi|"
    r"olahraga|pelayanan|kepatuhan|keterbukaan|transparansi|kebersihan|produksi|ekspor|kunjungan|vaksinasi|"
    r"stunting|"
    r"kemiskinan|inflasi|perolehan (?:suara|medali)|kejuaraan|kompetisi|lomba|anugerah|penghargaan|"
    r"penilaian kinerja|survei|kinerja)(?![a-z])|"
    r"\s(?:penyumbang|penerima|pemilik|tps|bawaslu|jumlah|(?:daerah |wilayah )?dengan jumlah|"
    r"ter(?:baik|aktif|banyak|transparan|inovatif|informatif))(?![a-z])"
)
_FROM_BELOW = re.compile(r"\s(?:(?:dihitung )?dari (?:bawah|belakang|bontot)|terbawah|terendah)(?![a-z])")
_NATION = re.compile(
    r"nasional|se-?\s?indonesia|dari (?:total )?(?:(?:514|508|261|154) |(?:33|34|37|38) provinsi)"
)
_GROUP = re.compile(r"(?:kelompok|kategori|tingkat) (?:kerawanan |rawan )*(?:tinggi|sedang|rendah)")


def score_drafts(line: Line, scored: Sequence[Scored], *, aggregate: bool) -> tuple[Draft, ...]:
    """Turn bound scores into drafts, with the category and rank that stand beside them.

    ``aggregate`` tells whether the text before speaks of means of regencies and cities.
    """
    return tuple(draft for one in scored for draft in _drafts_of(line, one, aggregate=aggregate))


def _drafts_of(line: Line, one: Scored, *, aggregate: bool) -> Iterator[Draft]:
    editions, previous = line.edition_at(one.number.start)
    base = Draft(
        type="score",
        subject=one.subject,
        edition=editions[0],
        previous=previous,
        span=line.span(_start_of(line, one), one.number.end),
        rule=one.rule,
        confidence=_confidence(line, one) if one.number.value <= line.inherited.scale else _OFF_SCALE,
        score=one.number.value,
        basis="agregat_kabkota" if is_aggregate(line, one.number.start, before=aggregate) else None,
    )
    rank = _rank_beside(line, one)
    if rank is not None:
        base = replace(base, rank=rank.rank, rank_scope=rank_scope(line, rank))
    if one.dimensions:
        level = _level_of_dimension(line, one)
        for key in one.dimensions:
            yield replace(base, type="dimension_score", dimension=key, category=level)
    elif line.inherited.dimension and not _is_of_whole(line):
        yield replace(base, type="dimension_score", dimension=line.inherited.dimension)
    else:
        yield base


def _is_of_whole(line: Line) -> bool:
    """Tell whether a line returns to the whole index; "per dimensi IKP" does not."""
    totals = (mark for mark in line.marks if isinstance(mark, CueMark) and mark.kind == "total")
    return any(not line.between(line.start, mark.start).endswith("dimensi ") for mark in totals)


def _start_of(line: Line, one: Scored) -> int:
    """Return where the words of a score begin: at its region, else at the clause."""
    if one.mention is not None and one.mention.start < one.number.start:
        return one.mention.start
    clause = line.between(line.start, one.number.start)
    breaks = [m.end() for m in re.finditer(r"[;:]\s|,\s(?!\d)", clause) if len(clause) - m.end() >= 15]
    return line.start + (breaks[-1] if breaks else 0)


def _confidence(line: Line, one: Scored) -> float:
    base = _CONFIDENCE[one.rule.id]
    if (
        line.inherited.under_dimension
        and not one.dimensions
        and not line.inherited.dimension
        and not line.has("total")
    ):
        base = min(base, KNOWN_DOUBT)  # the heading above names a dimension, which this score may be of
    if _may_be_of_dimension(line, one) or _is_near_mean(line, one) or _is_of_part(line, one):
        base = min(base, KNOWN_DOUBT)
    if one.mention is None:
        base -= _CARRIED
    if one.number.percent:
        base -= _PERCENT
    if one.number.torn:
        base = min(base, KNOWN_DOUBT)
    return round(base * (1 - 0.5 * one.subject.doubt), 3)


def _may_be_of_dimension(line: Line, one: Scored) -> bool:
    """Tell whether a score may go on with the dimension of the sentence before: "Dimensi X Alfa 60. Beta 55."."""
    whole = line.has("total") or names_own_index(line.lower)
    return line.inherited.measured and not one.dimensions and not line.inherited.dimension and not whole


def _is_near_mean(line: Line, one: Scored) -> bool:
    """Tell whether a number may be the mean that a region is compared with: "Alfa di atas rata-rata 31,20"."""
    start = one.mention.end if one.mention is not None else line.start
    return _NEAR_MEAN.search(line.between(start, one.number.start)) is not None


def _is_of_part(line: Line, one: Scored) -> bool:
    """Tell whether its dimension is a word of a subdimension's name: "subdimensi keadilan dalam kontestasi"."""
    ends = [m.start for m in line.marks if isinstance(m, DimensionMark) and m.key in one.dimensions]
    return any(_IN_PART.search(line.between(line.start, end)) for end in ends)


def _level_of_dimension(line: Line, one: Scored) -> Category | None:
    """Return the level before or behind a dimension's number: "partisipasi level tinggi 3,73", "3,73 (tinggi)"."""
    ends = [m.end for m in line.marks if isinstance(m, DimensionMark) and m.end <= one.number.start]
    levels = (m for m in line.marks if isinstance(m, CategoryMark))
    near = [m for m in levels if ends and ends[-1] <= m.start]
    ahead = next((m.category for m in near if m.start < one.number.start), None)
    behind = (m for m in near if m.start >= one.number.end)
    following = next((m for m in behind if _IN_BRACKETS.fullmatch(line.between(one.number.end, m.start))), None)
    return ahead or (following.category if following else None)


def _rank_beside(line: Line, one: Scored) -> RankMark | None:
    """Return the rank between the region and its number, or directly behind the number."""
    if one.mention is None:
        return None
    numbers = [mark.end for mark in line.marks if isinstance(mark, NumberMark) and mark.end <= one.number.start]
    low, high = sorted((one.mention.end, one.number.start))
    low = max([low, *numbers])
    ranks = [mark for mark in line.marks if isinstance(mark, RankMark) and not _is_of_else(line, mark)]
    between = [mark for mark in ranks if low <= mark.start and mark.end <= high + 1]
    behind = [
        mark
        for mark in ranks
        if is_behind(mark, one.number)
        and not leads_on(line, mark, one.mention)
        and not is_of_next(line, mark, one)
    ]
    ahead = [mark for mark in ranks if is_ahead(line, mark, one.mention)]
    after = [
        mark for mark in ranks if one.number.end <= one.mention.start and 0 <= mark.start - one.mention.end <= 40
    ]
    return next(iter(between + behind + ahead + after), None)


def _is_of_else(line: Line, mark: RankMark) -> bool:
    """Tell whether a rank is one in something else, or from below: "peringkat kedua dalam penyerapan anggaran"."""
    if _FROM_BELOW.match(line.lower, mark.end - line.start):
        return True
    return _RANKED_ELSE.match(line.between(mark.end, line.end)) is not None


def rank_scope(line: Line, mark: RankMark) -> str | None:
    """Tell among whom a rank counts: the nation, one level's group, or a province; None where it is not said."""
    around = line.between(max(line.start, mark.start - 40), min(line.end, mark.end + 45))
    if _NATION.search(around):
        return "nasional"
    behind = line.between(mark.end, min(line.end, mark.end + 40))
    if _GROUP.match(behind.strip()):
        return "kelompok"
    if re.search(r"(?:se-|di |dari \d+ (?:kabupaten|kota|daerah)[^.]{0,20} di )(?:provinsi )?[a-z]", behind):
        return "provinsi"
    return None


def rank_drafts(line: Line, scored: Sequence[Scored]) -> tuple[Draft, ...]:
    """Read ranks that no score goes with: "dimensi partisipasi ... di peringkat pertama"."""
    if line.has("hypothetical") or line.has("negation"):
        return ()
    row = rank_rows(line)
    spans = [(mark.start, pair[0].end) for mark, pair in row]
    ranks = (mark for mark in line.marks if isinstance(mark, RankMark) and not _is_of_else(line, mark))
    told = [(mark, _ranked(line, mark)) for mark in ranks if not overlaps(mark.start, mark.end, spans)]
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


def _ranked(line: Line, mark: RankMark) -> tuple[Mention, Subject] | None:
    """Return the region that a rank is told of, None where it is several's or the speaker's own."""
    before = [pair for pair in line.regions if pair[0].end <= mark.start]
    named = [pair for pair in before if not is_container(line, pair[0])] or before
    held = [pair for pair in line.regions if _RANK_HELD.fullmatch(line.between(mark.end, pair[0].start))]
    if named and _OF_SPEAKER.search(line.between(named[-1][0].end, mark.start)):
        return None  # "Alfa di urutan satu dan kita urutan kedua"
    rest = line.between(mark.end, line.end)
    holder = holder_behind(line, mark)
    if named and holder is not None:
        return holder
    if more := _MORE_RANKS.match(rest):
        row = last_in_a_row(line, named)
        two = len(row) == 2 and not _MORE_RANKS.match(rest, more.end())
        return row[0] if two else None  # "Alfa dan Beta di urutan satu dan dua"
    told = named or held[:1]
    return told[-1] if told else None


def _belong_together(line: Line, mark: RankMark, one: Scored) -> bool:
    holder = holder_behind(line, mark)
    others = holder is not None and holder[1].code != one.subject.code
    if others or is_of_next(line, mark, one) or is_of_clause_before(line, mark, one):
        return False
    if _rank_beside(line, one) == mark:
        return True
    return abs(one.number.start - mark.end) < 40 or 0 <= mark.start - one.number.start < 60


def _rank_draft(line: Line, mark: RankMark, mention: Mention, subject: Subject) -> Iterator[Draft]:
    keys, low = _dimensions_ranked(line, mark)
    editions, previous = line.edition_at(mark.start)
    for key in keys or (None,):
        yield Draft(
            type="dimension_score" if key else "score",
            subject=subject,
            edition=editions[0],
            previous=previous,
            span=line.span(min(mention.start, low), max(mark.end, mention.end)),
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


def national_drafts(line: Line) -> tuple[Draft, ...]:
    """Read the national mean where the text names it; "49,00 menjadi 49,63" gives the earlier value first."""
    return tuple(draft for match in _NATIONAL.finditer(line.lower) for draft in _means(line, match))


def _means(line: Line, match: re.Match[str]) -> Iterator[Draft]:
    groups = [group for group in ("a", "b") if match[group]]
    dimension = next(
        (mark.key for mark in real_dimensions(line) if mark.named and mark.end <= line.start + match.start("a")),
        line.inherited.dimension,
    )
    for group in groups:
        value = parse_decimal(match[group])
        if value > line.inherited.scale:
            continue
        start, end = line.start + match.start(), line.start + match.end(group)
        editions, previous = line.edition_at(line.start + match.start(group))
        earlier = len(groups) == 2 and group == "a"
        yield Draft(
            type="dimension_score" if dimension else "score",
            subject=COUNTRY,
            dimension=dimension,
            edition=line.inherited.compared if earlier else editions[0],
            previous=previous or earlier,
            span=line.span(start, end),
            rule=NATIONAL,
            confidence=0.6 if earlier else 0.88,
            score=value,
        )
