"""Chapters: the dimension, stage or issue that a title, heading, caption or announcement sets over what follows.

Headings form a chain: a bare level, a region or a word as "Rincian" stands under the heading of a dimension and
does not end it. What a chapter tells without a dimension of its own is never taken for the whole index's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipeline.extract.catalog.indicators import find_indicators
from pipeline.extract.draft import Draft, doubted
from pipeline.extract.levels.parts import may_be_of_what_follows
from pipeline.extract.marks.kinds import CategoryMark, CueMark, DimensionMark, NumberMark
from pipeline.extract.reading.signs import points_to_figures
from pipeline.extract.scene.dimensions import real_dimensions
from pipeline.extract.scene.line import Inherited, Line, make_line
from pipeline.extract.scene.sections import names_own_index

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene, Unit

_LONGEST = 110  # characters of a heading
_PATIENCE = 3  # lines without a value after which an announcement in running text is forgotten
_HEADER_ROWS = 3
_BESIDE = 12  # characters before a bare dimension in which the word for a measure stands
_NUMBERED = (
    r"\W*+(?:(?:tabel|gambar|grafik|diagram|infografis|bagan|lampiran|bagian|bab)\s[\da-z]{1,3}\b[\s.:)-]*+|"
    r"(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s*+)?\W*+"
)
_NEUTRAL = re.compile(
    r"(?:[\W\d]|(?<![a-z])(?:dan|serta|di|pada|untuk|per|se|dalam|dengan|dari|menurut|berdasarkan|ini|inilah|berikut|"
    r"itu|yang|kab|kabupaten|kota|provinsi|prov|daerah|wilayah|nama|no|nomor|skor|nilai|angka|indeks|ikp|level|tingkat|"
    r"(?:ber)?kategori|status|klasifikasi|kelompok|zona|daftar|data|hasil|rincian|detail|rekap(?:itulasi)?|peringkat|"
    r"urutan|peta|pemetaan|sebaran|distribusi|(?:ke)?rawan(?:an)?|pemilu|pemilihan|pilkada|serentak|kepala|"
    r"tinggi|sedang|rendah|merah|kuning|hijau|tertinggi|terendah|dimensi|sub|subdimensi|konteks|aspek|tahap|tahapan|"
    r"proses|masa|isu|bidang|total|umum|tabel|gambar|grafik)(?![a-z]))*"
)
"""Words of a heading that say nothing of what it is on."""
_BARE_LEVEL = re.compile(r"(?<![a-z])(?:tinggi|sedang|rendah|merah|kuning|hijau)(?![a-z])")
_OF_A_PART = re.compile(
    _NUMBERED
    + r"(?:isu|indikator|sub ?-?dimensi|aspek|variabel|tema|tematik|klaster|tahap(?:an)?|fase|bidang|urusan)\s"
    r"(?!(?:isu|tahapan|strategis|kerawanan|rawan|utama|krusial|penting|menonjol|dominan|ikp|pemilu|pilkada|pemilihan|"
    r"yang|paling|tps|di|dan|lain|lainnya|umum|dengan|dalam|pada|tinggi|sedang|rendah|penyusunan|penilaian|per|nasional|"
    r"provinsi|kabupaten|kota|daerah|selanjutnya|berikutnya|akhir)(?:nya)?(?![a-z]))[a-z]{3}"
)
"""A heading that is on one part by its own words: "Isu kampanye", "2. Aspek media sosial"."""
_MEASURE = re.compile(
    r"(?<![a-z])(?:skor|nilai|angka|poin|indeks|ikp|level|tingkat|kategori|(?:ke)?rawan(?:an)?|peringkat|pemetaan|peta)"
    r"(?:nya)?(?![a-z])"
)
_ANNOUNCES = re.compile(
    r"(?<![a-z])(?:berikut|ini(?:lah)?|masing-masing|rincian(?:nya)?|merinci|dirinci|(?:mem|di)beberkan|"
    r"(?:mem|dip)aparkan|paparan|(?:me|di)rilis|(?:men|di)jelaskan|penjelasan|(?:meng|di)umumkan|pengumuman|"
    r"(?:meny|dis)ampaikan|(?:meng|di)ungkap(?:kan)?|(?:meng|di)uraikan|(?:mem|di)publikasikan|(?:mem|di)buka|"
    r"(?:me|di)luncurkan|(?:meng|di)ulas|ulasan|(?:mem|di)bedah|(?:mem|di)bahas|pembahasan|(?:meny|dis)ajikan|"
    r"(?:men|dit)ampilkan|(?:mem|di)bagikan|(?:mem|di)bacakan|(?:meny|dis)ebut(?:kan)?|(?:me|di)laporkan|"
    r"(?:mem|di)perlihatkan|(?:men|dit)unjukkan|(?:meny|dis)oroti?|sorotan|(?:mem|dip)etakan|(?:meng|dik)upas)"
    r"(?![a-z])"
)
"""Words by which a sentence announces what follows, on the measure that it names."""
_FRAMES = re.compile(
    r"\W*(?:(?:sementara(?: itu)?|sedangkan|adapun|lalu|kemudian|selanjutnya|khusus),? )?"
    r"(?:pada|di|untuk|dalam|dari(?: sisi)?|soal|khusus|terkait|menurut|berdasarkan|ditinjau dari|dilihat dari) "
    r"(?:hal )?"
)
_OF_REGIONS = re.compile(r"(?<![a-z])(?:daerah|wilayah|kabupaten|kota|provinsi)(?![a-z])")
"""A dimension that opens a sentence on regions holds for those named next: "Pada tahapan X ada tiga daerah"."""
_ORDINAL = re.compile(
    r"^\W*(?:(?:yang )?(?:pertama|kesatu|ke(?:dua|tiga|empat|lima|enam)|terakhir)|lalu|kemudian|selanjutnya|"
    r"berikutnya)(?: (?:ialah|adalah|yaitu|yakni|soal|untuk|dari|dimensi))*(?![a-z])"
)
"""Words by which dimensions are counted off."""
_WHOLE = re.compile(
    r"(?<![a-z])(?:total(?:nya)?|(?:ke)?seluruh(?:an|nya)|secara umum|(?:skor|nilai|indeks|angka|poin) "
    r"(?:ikp|kerawanan|akhir|gabungan|komposit)|gabungan|kumulatif|semua (?:dimensi|tahapan|aspek))(?![a-z])"
)
"""Words by which a line goes back from a part to the whole index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """What a stretch of text is on: ``dimension`` is None where that is an issue, or a part that no table knows.

    ``titled``: a heading of its own says so, else a sentence; ``strict``: it says nothing else, so that the name
    of the index alone does not go back to the whole; ``opening``: it is the first line of the document;
    ``level`` is the depth of a real heading; ``inside``: it stands below the heading of a region.
    """

    dimension: str | None
    titled: bool
    strict: bool = False
    opening: bool = False
    level: int | None = None
    inside: bool = False
    idle: int = 0


@dataclass(slots=True)
class Chapters:
    """The chapter that is open while a document is read. Changed block by block and line by line, in order."""

    open: Chapter | None = None
    begun: bool = False
    in_section: bool = False
    served: set[int] = field(default_factory=set)

    def enter(self, unit: Unit, scene: Scene, base: Inherited, *, section: bool) -> None:
        """Take up a block: it may head a chapter, stand under one or end it; ``section``: a region's heading."""
        opening, self.begun = not self.begun, True
        if section:
            self.in_section = True
            self.open = None if self.open and self.open.inside else self.open
            return
        if not _may_head(unit):
            return
        line = make_line(scene, unit, (0, len(unit.passage.text)), base)
        if any(isinstance(mark, NumberMark) and (mark.decimals or mark.cued) for mark in line.marks):
            return
        level = unit.block.level if unit.block.kind == "heading" else None
        headed = _headed(line, scene)
        if headed is None and self.open is not None and not (_stands_under(line) or _tells_level(line)):
            if _is_ended(self.open, line, level):
                self.open = None
                return
            headed = _headed_beside(self.open, level)
        if headed is not None:
            self.open = replace(headed, opening=opening, level=level, inside=self.in_section)

    def judged(self, line: Line, drafts: Iterable[Draft]) -> list[Draft]:
        """Give what a line tells of no dimension to the open chapter's, for review; take up what it announces."""
        found = list(drafts)
        valued = any(_is_value(draft) for draft in found)
        announced = None if valued else _announced(line)
        if announced is not None:
            headed = self.open is not None and self.open.strict and self.open.dimension == announced.dimension
            self.open = self.open if headed else replace(announced, inside=self.in_section)
            return found
        chapter = self.open
        if chapter is None:
            return found
        if _goes_back(line, chapter, valued=valued):
            self.open = None
            return found
        if not chapter.titled and not valued:
            self.open = replace(chapter, idle=chapter.idle + 1) if chapter.idle < _PATIENCE else None
        elif not chapter.titled:
            self.open = replace(chapter, idle=0)
        own = any(isinstance(mark, DimensionMark) for mark in line.marks)
        return [_under(draft, replace(chapter, dimension=None) if own else chapter) for draft in found]

    def of_table(self, rows: Sequence[Unit], drafts: Iterable[Draft], inherited: Inherited) -> list[Draft]:
        """Do the same for the drafts of a table, whose header may name the whole index.

        A lead names the dimension of the one table below it: another table may be on another.
        """
        found, lead = list(drafts), rows[0].lead
        if lead is not None and inherited.dimension and lead in self.served:
            found = [doubted(draft) if draft.dimension == inherited.dimension else draft for draft in found]
        self.served |= {lead} if lead is not None else set()
        chapter = self.open
        if chapter is None or any(_WHOLE.search(row.passage.lower) for row in rows[:_HEADER_ROWS]):
            return found
        return [_under(draft, chapter) for draft in found]


def _is_value(draft: Draft) -> bool:
    return draft.type in {"score", "category", "dimension_score"}


def _under(draft: Draft, chapter: Chapter) -> Draft:
    """Return a draft that names no dimension as one of the chapter's, or in doubt where no table knows that."""
    if draft.type not in {"score", "category", "tally"} or draft.dimension is not None:
        return draft
    if chapter.dimension is None:
        return draft if (draft.edition or "").startswith(("ikp_tematik", "tps")) else doubted(draft)
    if draft.type == "tally":
        return doubted(replace(draft, dimension=chapter.dimension))
    return doubted(replace(draft, type="dimension_score", dimension=chapter.dimension, basis=None))


def _may_head(unit: Unit) -> bool:
    text = unit.passage.text.rstrip(" *_")
    plain = unit.block.kind in {"heading", "paragraph"} or (unit.block.kind == "list_item" and unit.is_lead)
    return plain and len(text) <= _LONGEST and not text.endswith((".", "!", "?", ";", "…", '"', "”"))


def _headed(line: Line, scene: Scene) -> Chapter | None:
    """Return the chapter that a line which may be a heading opens, None where it opens none."""
    found = real_dimensions(line) or tuple(mark for mark in line.marks if isinstance(mark, DimensionMark))
    if any(line.between(mark.end, line.end).strip(" :") for mark in found[-1:]) and _values_behind(line, found):
        return None  # "Kontestasi di Alfa rawan tinggi" is a statement
    named = [mark for mark in found if mark.named]
    bare = found if _is_neutral(line, [(mark.start, mark.end) for mark in found]) else ()
    meant = {mark.key for mark in bare or named}
    if meant:
        strict = _is_neutral(line, [(mark.start, mark.end) for mark in found])
        return Chapter(dimension=meant.pop() if len(meant) == 1 else None, titled=True, strict=strict)
    if _OF_A_PART.match(line.lower) and not names_own_index(line.lower):
        return Chapter(dimension=None, titled=True, strict=True)
    levels = [mark for mark in line.marks if isinstance(mark, CategoryMark)]
    if not line.regions and any(may_be_of_what_follows(line, mark) for mark in levels):
        return Chapter(dimension=None, titled=True, strict=True)  # "Rawan tinggi jaringan internet"
    issues = [(span.start, span.end) for span, _ in find_indicators(line.unit.passage.text, scene.reference)]
    if issues and _is_neutral(line, issues):
        return Chapter(dimension=None, titled=True, strict=True)
    return None


def _is_ended(chapter: Chapter, line: Line, level: int | None) -> bool:
    """Tell whether a heading of ``level`` stands above a chapter's or goes back to the whole."""
    above = chapter.level is not None and level is not None and level < chapter.level
    return above or _WHOLE.search(line.lower) is not None


def _headed_beside(chapter: Chapter, level: int | None) -> Chapter | None:
    """Return the part that a heading opens beside a chapter, whatever that is; None where it opens none."""
    if not chapter.titled or chapter.opening or (chapter.level is not None and level is None):
        return None
    return Chapter(dimension=None, titled=True, strict=True)


def _values_behind(line: Line, found: Sequence[DimensionMark]) -> bool:
    return bool(line.regions) and _BARE_LEVEL.search(line.between(found[-1].end, line.end)) is not None


def _is_neutral(line: Line, taken: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a line says nothing besides the characters ``taken`` and its regions."""
    rest, end = "", line.start
    for start, stop in sorted([*taken, *((m.start, m.end) for m in line.unit.mentions)]):
        if start >= end:
            rest += line.between(end, start) + " "
        end = max(end, stop)
    return bool(taken) and _NEUTRAL.fullmatch(_unnumbered(rest + line.between(end, line.end))) is not None


def _unnumbered(lower: str) -> str:
    return re.sub(rf"^{_NUMBERED}", "", lower)


def _tells_level(line: Line) -> bool:
    return bool(line.regions) and any(isinstance(mark, CategoryMark) for mark in line.marks)


def _stands_under(line: Line) -> bool:
    """Tell whether a line is no heading of its own: a region, a level, or neutral words."""
    if _WHOLE.search(line.lower):
        return False
    return _is_neutral(line, [(line.start, line.start)])


def _announced(line: Line) -> Chapter | None:
    """Return the chapter that a sentence without values announces: "Berikut skor dimensi kontestasi di Alfa.".

    A dimension that is all of a sentence, counted off or not, does so too: "Kedua, partisipasi.".
    """
    found = real_dimensions(line)
    if len({mark.key for mark in found}) == 1 and _is_all(line, found):
        return Chapter(dimension=found[0].key, titled=False)
    told = [
        mark
        for mark in found
        if mark.named or _MEASURE.search(line.between(max(line.start, mark.start - _BESIDE), mark.start))
    ]
    if len({mark.key for mark in found}) != 1 or not told:
        return None
    frames = told[0].named and _FRAMES.fullmatch(line.between(line.start, told[0].start)) is not None
    frames = frames and not any(isinstance(mark, CategoryMark) for mark in line.marks)  # a tally has its own rules
    announces = _MEASURE.search(line.lower) and _ANNOUNCES.search(line.lower)
    if not (announces or (frames and _OF_REGIONS.search(line.lower))) or _WHOLE.search(line.lower):
        return None
    if points_to_figures(line.lower):
        return None
    return Chapter(dimension=told[0].key, titled=False)


def _is_all(line: Line, found: Sequence[DimensionMark]) -> bool:
    ahead = _ORDINAL.sub("", line.between(line.start, found[0].start), count=1)
    behind = line.between(found[-1].end, line.end)
    return not re.search(r"[a-z\d]", ahead + behind)


def _goes_back(line: Line, chapter: Chapter, *, valued: bool) -> bool:
    """Tell whether a line leaves the chapter for the whole index, or an announcement for another dimension."""
    if any(isinstance(mark, DimensionMark) for mark in line.marks):
        return not chapter.strict and any(mark.key != chapter.dimension for mark in real_dimensions(line))
    total = any(isinstance(mark, CueMark) and mark.kind == "total" for mark in line.marks)
    loose = total or names_own_index(line.lower)
    return _WHOLE.search(line.lower) is not None or (valued and loose and not chapter.strict)
