"""Of whom a rank is told, what it ranks, and among whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.marks.kinds import Mark, NumberMark, RankMark
from pipeline.extract.scene.asides import is_container
from pipeline.extract.scene.line import Line
from pipeline.extract.scores.order import opens_clause

if TYPE_CHECKING:
    from pipeline.extract.draft import Subject
    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scores.waiting import Scored

_NEXT_CLAUSE = re.compile(
    r"(?:[,;]|(?<![a-z])(?:sedangkan|sementara|adapun|dan|serta|lalu|kemudian|disusul|diikuti))"
    r"(?: (?:oleh|lalu|kemudian|untuk|kabupaten|kota|provinsi))*\s$"
)
_AGAINST = re.compile(r"(?<![a-z])(?:sedangkan|sementara|adapun)(?: (?:untuk|di|kabupaten|kota|provinsi))*\s$")
_BESIDE_OTHER = re.compile(
    r"(?<![a-z])(?:di (?:atas|bawah)|dibanding(?:kan)?|ketimbang|mengungguli|melampaui|unggul dari|setelah)"
    r"(?: (?:kabupaten|kota|provinsi))*\s$"
)
_NEAR = 25  # characters between a figure and the rank behind it
_RANK_AHEAD = re.compile(
    r"(?: (?:nasional|provinsi|tertinggi|terawan|se(?!telah|belum|dang|mentara)-?\s?\w+))*[\s,]*"
    r"(?:(?:terdapat|ada|ditempati|diduduki|diisi|dihuni|adalah|yakni|yaitu|oleh|:) ?)*"
)
_OPENS_CLAUSE = re.compile(
    r"[,;]\s(?:(?:dan|serta|lalu|kemudian|disusul|diikuti|sedangkan|sementara|adapun|di|pada|untuk|yang)\s)*$"
)
_HELD_BY = re.compile(
    r"\s(?:(?:ada|adalah|ialah|yakni|yaitu|oleh|ditempati|diduduki|diisi|dihuni|diraih|dipegang)\s)*"
    r"(?:kabupaten |kota |provinsi )?"
)
_RANKED_ELSE = re.compile(
    r"\s(?:nasional |se-\w+ )?(?:dalam|untuk|pada|di|soal|dari sisi)\s(?:hal |bidang |ajang |sektor |"
    r"capaian |tingkat |nilai )?"
    r"(?:penyerapan|serapan|realisasi|pengelolaan|pelaporan|anggaran|investasi|inovasi|pendidikan|kesehatan|"
    r"ekonomi|olahraga|pelayanan|kepatuhan|keterbukaan|transparansi|kebersihan|produksi|ekspor|kunjungan|vaksinasi|"
    r"stunting|kemiskinan|inflasi|perolehan (?:suara|medali)|kejuaraan|kompetisi|lomba|anugerah|penghargaan|"
    r"penilaian kinerja|survei|kinerja)(?![a-z])|"
    r"\s(?:penyumbang|penerima|pemilik|tps|bawaslu|jumlah|(?:daerah |wilayah )?dengan jumlah|"
    r"ter(?:baik|aktif|banyak|transparan|inovatif|informatif))(?![a-z])"
)
_FROM_BELOW = re.compile(r"\s(?:(?:dihitung )?dari (?:bawah|belakang|bontot)|terbawah|terendah)(?![a-z])")
_NATION = re.compile(
    r"nasional|se-?\s?indonesia|dari (?:total )?(?:(?:514|508|261|154) |(?:33|34|37|38) provinsi)"
)
_GROUP = re.compile(r"(?:kelompok|kategori|tingkat) (?:kerawanan |rawan )*(?:tinggi|sedang|rendah)")


def rank_beside(line: Line, one: Scored) -> RankMark | None:
    """Return the rank between the region and its number, or directly behind the number."""
    if one.mention is None:
        return _rank_of_carried(line, one)
    numbers = [mark.end for mark in line.marks if isinstance(mark, NumberMark) and mark.end <= one.number.start]
    low, high = sorted((one.mention.end, one.number.start))
    low = max([low, *numbers])
    ranks = [mark for mark in line.marks if isinstance(mark, RankMark) and not is_of_else(line, mark)]
    between = [mark for mark in ranks if low <= mark.start and mark.end <= high + 1]
    behind = [mark for mark in ranks if _is_behind(mark, one.number) and not is_of_other(line, mark, one)]
    ahead = [mark for mark in ranks if _is_ahead(line, mark, one.mention)]
    after = [
        mark for mark in ranks if one.number.end <= one.mention.start and 0 <= mark.start - one.mention.end <= 40
    ]
    return next(iter(between + behind + ahead + after), None)


def _rank_of_carried(line: Line, one: Scored) -> RankMark | None:
    """Return the only rank of a line that names no region but among whom: "Kita urutan keenam, skornya 39,72"."""
    ranks = [mark for mark in line.marks if isinstance(mark, RankMark)]
    scopes = all(is_container(line, mention) and mention.start > line.start for mention, _ in line.regions)
    if one.subject.code == "ID" or len(ranks) != 1 or not scopes or is_of_else(line, ranks[0]):
        return None
    first = next((m for m in line.marks if isinstance(m, NumberMark) and m.decimals), None)
    ahead = ranks[0].end <= one.number.start and first == one.number
    return ranks[0] if ahead or _is_behind(ranks[0], one.number) else None


def is_of_other(line: Line, mark: RankMark, one: Scored) -> bool:
    """Tell whether a rank is told of another region than a score is."""
    holder = holder_behind(line, mark)
    if holder is not None and holder[1].code != one.subject.code:
        return True
    return _leads_on(line, mark, one) or _is_of_next(line, mark, one) or _is_of_clause_before(line, mark, one)


def holder_behind(line: Line, mark: RankMark) -> tuple[Mention, Subject] | None:
    """Return the region that a rank opens the clause of: "Blora 41,20, urutan ketiga Pati"; None without."""
    pair = _region_behind(line, mark)
    if pair is None or not _OPENS_CLAUSE.search(line.between(line.start, mark.start)):
        return None
    return pair if _HELD_BY.fullmatch(line.between(mark.end, pair[0].start)) else None


def is_of_else(line: Line, mark: RankMark) -> bool:
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


def _region_behind(line: Line, mark: RankMark) -> tuple[Mention, Subject] | None:
    """Return the region that a rank may be told of behind it: not the one within which it counts.

    That is the country, or the province around a region before: "Blora 41,20, urutan ketiga Jawa Tengah".
    """
    pair = next((pair for pair in line.regions if pair[0].start >= mark.end), None)
    before = [other.code or "" for mention, other in line.regions if mention.end <= mark.start]
    if pair is None or pair[1].code == "ID" or any(code.startswith(f"{pair[1].code}.") for code in before):
        return None
    return pair


def _leads_on(line: Line, mark: RankMark, one: Scored) -> bool:
    """Tell whether a rank behind a number stands right before another region: "Alfa (41,20), kedua Beta (40)"."""
    if one.mention is None or not _is_behind(mark, one.number):
        return False
    pair = _region_behind(line, mark)
    return pair is not None and pair[0].start != one.mention.start and _is_ahead(line, mark, pair[0])


def _is_of_next(line: Line, mark: RankMark, one: Scored) -> bool:
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


def _is_of_clause_before(line: Line, mark: RankMark, one: Scored) -> bool:
    """Tell whether a number behind a rank is another region's: "Pati urutan ketiga, sedangkan Blora 41,20".

    So is the one that leads to its region: "Pati urutan ketiga dan skor 41,20 diraih Blora".
    """
    if one.mention is None or not mark.end <= one.mention.start:
        return False
    ranked = any(mention.end <= mark.start for mention, _ in line.regions)
    if ranked and mark.end <= one.number.start < one.mention.start and opens_clause(line, one.number):
        return True
    return ranked and _AGAINST.search(line.between(mark.end, one.mention.start)) is not None


def _is_behind(mark: RankMark, number: Mark) -> bool:
    """Tell whether a rank stands behind a figure, so near that it may go with it."""
    return 0 <= mark.start - number.end <= _NEAR


def _is_ahead(line: Line, mark: RankMark, mention: Mention) -> bool:
    """Tell whether a rank stands right before a region, and not behind a figure: "41,20, urutan kedua, Beta"."""
    gap = line.between(mark.end, mention.start)
    of_figure = any(isinstance(other, NumberMark) and _is_behind(mark, other) for other in line.marks)
    return _RANK_AHEAD.fullmatch(gap or "-") is not None and not (of_figure and "," in gap)
