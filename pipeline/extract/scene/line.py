"""A line: one sentence or list item with its marks, its regions and what it inherits from the text before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.extract.editions.document import edition_at, edition_marks
from pipeline.extract.marks.kinds import CategoryMark, CountMark, CueKind, CueMark, DimensionMark, Mark, overlaps
from pipeline.extract.marks.words import find_marks
from pipeline.extract.words.values import NUMBER_WORDS
from pipeline.model import Category, Span

if TYPE_CHECKING:
    from pipeline.extract.draft import Subject
    from pipeline.extract.editions.document import EditionMark
    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scene.scene import Scene, Unit


_OF_VALUES_ONLY = frozenset({"election", "year", "previous", "change"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Inherited:
    """What a sentence takes over from the text before it.

    ``subjects`` are the regions spoken of last; ``category`` and ``dimension`` hold for a whole list or go on
    from an announcement; ``scores`` is true where the list or text is about scores, so that a bare number beside
    a region is one; ``index`` where the sentence before names the index, ``about`` where that or the one before
    it did; ``of_issue`` where the sentence before names an issue; ``foreign`` where it goes on with what another
    body says; ``edition`` is the default, ``scale`` its highest score; ``quoted`` are earlier editions that the
    sentence before named and this one points back to ("ketika itu"); ``compared`` is the other edition of the
    text, where it has named one only; ``tally_scope`` is the region whose parts were counted last, where the
    text named it; ``bearer`` is the region that the lead of a list names, of which items without a region are
    told; ``section`` is the one whose name heads the section; ``issue_subjects`` are the regions that the
    sentence before named for its issues; ``framed`` is true where the sentence before stated levels of dimensions
    only, so that a level of another region may go on with them, ``measured`` where it gave scores of dimensions
    only; ``under_dimension`` where the last heading names
    one; ``stale`` where a sentence without a region stands between that of the ``subjects`` and this one.
    """

    edition: str | None
    quoted: tuple[str | None, ...] = ()
    compared: str | None = None
    subjects: tuple[Subject, ...] = ()
    stale: bool = False
    category: Category | None = None
    category_span: Span | None = None
    dimension: str | None = None
    scores: bool = False
    index: bool = False
    about: bool = False
    of_issue: bool = False
    foreign: bool = False
    leveled: bool = False
    likewise: bool = False
    meant: tuple[Subject, ...] = ()
    listed: bool = False
    tally_scope: str | None = None
    bearer: Subject | None = None
    section: Subject | None = None
    issue_subjects: tuple[Subject, ...] = ()
    framed: bool = False
    measured: bool = False
    under_dimension: bool = False
    scale: Decimal = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence or list item, characters ``start`` to ``end`` of its unit's passage, with all its marks."""

    unit: Unit
    start: int
    end: int
    marks: tuple[Mark, ...]
    regions: tuple[tuple[Mention, Subject], ...]
    editions: tuple[EditionMark, ...]
    inherited: Inherited

    @property
    def lower(self) -> str:
        """The line's folded text."""
        return self.unit.passage.lower[self.start : self.end]

    def between(self, start: int, end: int) -> str:
        """Return the folded text between two positions of the passage, empty where they cross."""
        return self.unit.passage.lower[start:end] if start < end else ""

    def has(self, kind: CueKind, *, before: int | None = None) -> bool:
        """Tell whether a cue of ``kind`` stands in the line (before a position)."""
        return any(
            isinstance(mark, CueMark) and mark.kind == kind and (before is None or mark.end <= before)
            for mark in self.marks
        )

    def edition_at(self, position: int, *, issue: bool = False) -> tuple[tuple[str | None, ...], bool]:
        """Return the editions in force at a position, and whether they are earlier ones quoted to compare.

        For an ``issue`` only names of editions count: an election's year beside it is when it happened, and "waktu
        itu" behind one as well.
        """
        marks = [mark for mark in self.editions if not issue or mark.kind not in _OF_VALUES_ONLY]
        if self.inherited.quoted and not issue and not any(mark.start <= position for mark in marks):
            return self.inherited.quoted, True
        return edition_at(marks, position, self.inherited.edition)

    def span(self, start: int, end: int) -> Span:
        """Return a stretch of the passage as a span of the document."""
        return self.unit.span(start, end)


_GAP = 40  # characters in which the words before a name are looked for
_SUCH_AS = re.compile(r"(?:seperti|antara lain|meliputi|terdiri (?:dari|atas)|mencakup)[\s:,]*(?:\w+ )?$")
_GRADES = re.compile(r"(?<![a-z])(?:tinggi|sedang|rendah)\s*[,;.)]")
_AFTER_COMMA = re.compile(r"\s*,\s*(?:dan |serta )?(?:proses |tahapan |dimensi |konteks )?")


def real_dimensions(line: Line) -> tuple[DimensionMark, ...]:
    """Return the dimensions that the line speaks of, leaving out a mere enumeration of all of them.

    Three or more names in a row without a number or level between describe the instrument.
    """
    found = [mark for mark in line.marks if isinstance(mark, DimensionMark)]
    listed: set[int] = set()
    for index in range(len(found) - 2):
        trio = found[index : index + 3]
        gaps = [line.between(trio[i].end, trio[i + 1].start) for i in (0, 1)]
        graded = any(_GRADES.search(gap) for gap in gaps)
        if not graded and all(len(gap) < 60 and not any(char.isdigit() for char in gap) for gap in gaps):
            listed.update(range(index, index + 3))
    for index in range(len(found) - 1):
        before = line.between(max(line.start, found[index].start - _GAP), found[index].start)
        joined = _AFTER_COMMA.fullmatch(line.between(found[index].end, found[index + 1].start))
        if joined and _SUCH_AS.search(before):
            listed.update((index, index + 1))
    return tuple(mark for index, mark in enumerate(found) if index not in listed)


OTHER_INDEX = re.compile(
    r"inde[kx]s (?:pembangunan|demokrasi|kebebasan|kebahagiaan|kemerdekaan|reformasi|inovasi|persepsi|integritas|"
    r"kepuasan|literasi|gini|ketahanan|kota|kepatuhan|keterbukaan|harga|kualitas|daya|ketimpangan|kerukunan|"
    r"pelayanan|profesionalitas|sistem|kinerja|risiko|resiko|kemiskinan|keparahan|kedalaman|partisipasi)(?![a-z])"
)
"""The beginnings of other indices' names."""
OTHER_VULNERABILITY = r"kerawanan (?:pangan|sosial|bencana|banjir|narkoba)"
"""What else may be vulnerable."""
_OWN_AGAIN = re.compile(
    r"(?<![a-z])(?:ikp|rawan|kerawanan)(?![a-z])|[;.]\s|(?:sedangkan|sementara|adapun|namun)\s"
)
_OTHER_QUALITY = re.compile(
    r"(?<![a-z])(?:partisipasi|kualitas|antusiasme|minat|literasi|kinerja|kesadaran|kepuasan|kepercayaan|"
    r"kemiskinan|"
    r"inflasi|angka(?! (?:itu|ini|tersebut|ikp|kerawanan)(?![a-z])| ?\d)|" + OTHER_VULNERABILITY + r"|"
    r"tingkat (?!kerawanan|rawan|kabupaten|provinsi|kota|nasional|pusat|daerah|wilayah|kecamatan|desa|"
    r"dimensi)[a-z]+)"
    r"(?!.*(?:(?<![a-z])ikp(?![a-z])|indeks kerawanan|[,;] ))"
)


def _is_of_other_quality(line: Line, mark: CategoryMark) -> bool:
    """Tell whether something else is graded: "partisipasi pemilih Kota Alfa tergolong tinggi"."""
    if line.inherited.dimension or "rawan" in line.between(mark.start, mark.end):
        return "kerawanan pangan" in line.between(line.start, mark.end)
    other = list(OTHER_INDEX.finditer(line.between(line.start, mark.start)))
    if other and not _OWN_AGAIN.search(line.between(line.start + other[-1].end(), mark.start)):
        return True
    named = any(isinstance(m, DimensionMark) and m.named and m.end <= mark.start for m in line.marks)
    return not named and _OTHER_QUALITY.search(line.between(line.start, mark.start)) is not None


OTHER_BODIES = (
    r"(?:polri|polda|polres|polresta|kapol\w+|kodam|kodim|korem|kesbangpol|bmkg|bnpb|bpbd|bps|ombudsman|kpk)"
)
"""Bodies that publish figures and judgements of their own."""
FOREIGN_VOICE = re.compile(
    r"(?<![a-z])(?:(?:menurut|versi|oleh|penilaian|survei|pemetaan|data|catatan|keluaran|rilis(?:an)?|laporan|"
    r"hitungan|kajian) (?:[a-z]+ ){0,3}\(?"
    rf"(?:{OTHER_BODIES}|kepolisian|bin|lsi|tni)|"
    r"(?:hasil )?(?:survei|jajak pendapat|polling) (?!berlangsung|lapangan|internal|yang dilakukan)[a-z]+(?= ?:)|"
    r"persen (?:warga|responden|publik|masyarakat)(?: [a-z]+){0,5} "
    r"(?:menilai|menganggap|menyebut|khawatir|percaya|yakin|merasa|berpendapat)|"
    rf"{OTHER_BODIES}(?: [a-z]+){{0,4}} (?:memetakan|mencatat|menempatkan|menilai|merilis|menyebut|menetapkan|"
    r"memberi|mengumumkan|menggolongkan))(?![a-z])(?!.*(?:bawaslu|(?<![a-z])ikp(?![a-z])))"
)
"""Words that give a statement to a body other than Bawaslu."""


def holds(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a level is stated, not denied, wished, supposed or part of the scale's description."""
    clause = re.split(
        r"(?<!\d)(?<!disimpulkan)(?<!dikatakan)(?<!dianggap)[,;](?!\d)|(?:namun|tetapi|tapi|karena|sebab|melainkan)",
        line.between(line.start, mark.start),
    )[-1]
    for cue in line.marks:
        if not isinstance(cue, CueMark) or not mark.start - len(clause) <= cue.start < mark.start:
            continue
        if (
            cue.kind in {"negation", "hypothetical"}
            and mark.start - cue.end < 60
            and not _held_before(line, cue, mark)
        ):
            return False
    if (
        line.inherited.foreign
        or FOREIGN_VOICE.search(line.between(line.start, mark.start))
        or _is_of_other_quality(line, mark)
    ):
        return False
    before = line.between(max(line.start, mark.start - 40), mark.start)
    behind = line.between(mark.end, min(line.end, mark.end + 40))
    return not (
        re.search(rf"(?:\d+|{NUMBER_WORDS}) besar(?: [a-z/]+){{0,3}} $", before)
        or re.search(r"\d\s*(?:[-–]|sampai|hingga|s/d|dan)\s*\d[\d.,]*\D{0,25}$", before)
        or re.match(
            r"[\s,]*(?:jangkauan|dengan rentang|\(?\d[\d.,]*\s*[-–]\s*\d|jika|apabila|bila|kalau|"
            r"ketika (?:skor|nilai|memiliki|mencapai)|"
            r"[:(]?\s*(?:ada |sebanyak |terdapat |sejumlah )?\d+ (?:indikator|isu|variabel))",
            behind,
        )
        or _THRESHOLD.match(behind)
        or _IN_A_CONTEST.match(behind)
    )


_SUPPOSES = re.compile(
    r"^\W*(?:namun |tetapi |tapi |dan )?(?:jika|kalau|bila|apabila|seandainya|andai(?:kan)?|manakala)\s"
    r"(?!di|mengacu|melihat|merujuk|berdasar|menurut|menilik|soal|untuk|bicara|berbicara|kita lihat|ber)[a-z]"
)
_OF_OFFICE = re.compile(
    r"(?<![a-z])(?:kapol\w+|dandim|danrem|pangdam|kasat\w+|kabag\s?ops|bupati|wali ?kota|gubernur|sekda|camat|"
    r"kajari|pengamat|akademisi|kpu)(?: [a-z.,']+){0,8}? (?:mengatakan|menyebut(?:kan)?|menilai|menyatakan|"
    r"menegaskan|mengungkapkan|menuturkan|mengaku|menganggap|melihat)(?![a-z])(?!.*(?:bawaslu|(?<![a-z])ikp|indeks))"
)


def is_uncertain(line: Line) -> bool:
    """Tell whether a line supposes something, or says what another office says: a person should see its levels."""
    return _SUPPOSES.search(line.lower) is not None or _OF_OFFICE.search(line.lower) is not None


def _held_before(line: Line, cue: CueMark, mark: CategoryMark) -> bool:
    """Tell whether a level is denied for now alone: "tidak lagi rawan tinggi seperti pada Pilkada 2018"."""
    editions, previous = line.edition_at(mark.start)
    return previous and editions[0] is not None and line.between(cue.end, cue.end + 6).startswith(" lagi")


_IN_A_CONTEST = re.compile(
    r"\s(?:(?:dalam|untuk|pada|di|pada) )?(?:hal |bidang |ajang |hasil )?(?:lomba|penghargaan|anugerah|kompetisi|"
    r"klasemen|"
    r"survei|penilaian kinerja|serapan|penyerapan)"
)
_THRESHOLD = re.compile(
    r"[\s,]*(?:[a-z]+ )?(?:(?:dimulai|mulai|berawal|dihitung) dari|di (?:atas|bawah|antara)|lebih dari|"
    r"kurang dari|minimal|maksimal|paling (?:sedikit|banyak))\s"
    r"(?:(?:skor|nilai|angka|poin) \d|\d{1,2}[.,]\d|"
    r"\d{1,3}\s*(?:[,.;)]|$|(?:dan|serta|sampai|hingga|poin)(?![a-z])))"
)
"""Words behind a level that say where it begins or ends: "rawan rendah di bawah 13,46"."""


def is_container(line: Line, mention: Mention) -> bool:
    """Tell whether a region only says where: "7 kabupaten di Provinsi Alfa"."""
    before = line.between(max(line.start, mention.start - _GAP), mention.start)
    return _CONTAINED.search(before) is not None or _is_bracketed(line, mention)


def _is_bracketed(line: Line, mention: Mention) -> bool:
    """Tell whether a region stands in brackets behind a name that no table knows: "Halmahera (Maluku Utara)"."""
    text = line.unit.passage.text
    name = _NAME_BEFORE_BRACKET.search(text[line.start : mention.start])
    if name is None or not text[mention.end :].startswith(")"):
        return False
    start = line.start + name.start("name")
    return not any(other.start <= start < other.end for other, _ in line.regions)


_NAME_BEFORE_BRACKET = re.compile(
    r"(?<![\w.])(?!Provinsi|Bawaslu|KPU|IKP|Panwas|Prov)(?P<name>[A-Z][a-z]{3,}) \((?:Provinsi )?$"
)
_CONTAINED = re.compile(
    r"(?:(?<![a-z])(?:di|se-?|dari|wilayah|tingkat|seluruh|pada pemilihan gubernur)|bawaslu)\s?$|"
    r"(?<![a-z])(?:kecamatan|kec\.|desa|kelurahan|distrik|nagari|kapanewon)\s(?:[a-z'-]+\s){0,2}[a-z'-]+,\s$"
)
Pairs = list[tuple["Mention", "Subject"]]
"""Regions with the words that name them, in order of position."""

DIMENSION_RUN = re.compile(
    r"(?:\s?\(\d+[.,]\d+\))?[\s,]*(?:dan|serta|maupun|hingga)?[\s,]*"
    r"(?:(?:pada|di|dalam|dari|untuk|proses|tahapan|tahap|dimensi|konteks|aspek|masa)\s)*"
)
"""What stands between two dimensions or stages of one list."""

LIST_JOINER = re.compile(r"[\s,)]*(?:dan|serta|maupun)?[\s,]*")
"""What stands between two regions of one list."""


def first_in_a_row(line: Line, pairs: Pairs) -> Pairs:
    """Return the first of ``pairs`` and those that follow it as one list: "Alfa, Beta, dan Gama"."""
    row = pairs[:1]
    for pair in pairs[1:]:
        if not LIST_JOINER.fullmatch(line.between(row[-1][0].end, pair[0].start)):
            break
        row.append(pair)
    return row


def last_in_a_row(line: Line, pairs: Pairs) -> Pairs:
    """Return the last of the regions with those that commas and "dan" join to it, in order of position."""
    row = pairs[-1:]
    for pair in reversed(pairs[:-1]):
        if not LIST_JOINER.fullmatch(line.between(pair[0].end, row[0][0].start)):
            break
        row.insert(0, pair)
    return row


_ONLY_FROM = (
    r"(?:(?:pe)?mekar(?:an)?|dimekarkan|pecahan|memisahkan diri|pindah(?:an)?|berasal|kelahiran|lahir|tinggal|"
    r"berdomisili|bertugas|menjabat|mengabdi)(?: (?:sebagai )?[a-z]+){0,3} (?:dari|di)"
)
"""Words before a region that something or someone comes from: "pemekaran dari Alfa", "pernah menjabat di Beta"."""
ASIDE = re.compile(
    r"(?:setelah|di bawah|dibawah|di atas|diatas|dibanding(?:kan)?(?: dengan)?|daripada|ketimbang|"
    r"lebih [a-z]+ dari|melampaui|mengungguli|mengalahkan|(?:berbeda|beda|lain|berlainan) (?:dengan|dari)|"
    r"kecuali|selain|bersama|bukan|"
    r"(?:berbatasan (?:langsung )?|bertetangga |bersebelahan |berdekatan |dekat )dengan|"
    rf"(?<![a-z]){_ONLY_FROM})\s"
    r"(?:kabupaten |kota |provinsi )?$"
)
"""Words before a region that is compared with or excepted, not spoken of."""
NEIGHBOUR = re.compile(
    r"(?:(?<![a-z])bukan|(?:berbatasan (?:langsung )?|bertetangga |bersebelahan |berdekatan |dekat )dengan|"
    rf"(?<![a-z]){_ONLY_FROM})\s(?:kabupaten |kota )?$"
)
"""Words before a region that only lies beside the one spoken of, or that it comes from."""


def is_aside(line: Line, mention: Mention, words: re.Pattern[str] = ASIDE) -> bool:
    """Tell whether one of ``words`` stands before a region, or before a list that it goes on with."""
    if _is_spoken_of(line, mention):
        return False
    first = mention
    for other, _ in reversed(line.regions):
        if other.end <= first.start:
            if not LIST_JOINER.fullmatch(line.between(other.end, first.start)[:_GAP]):
                break
            first = other
    return words.search(line.between(max(line.start, first.start - _GAP), first.start)) is not None


_COMPARES = re.compile(
    r"\W*(?:(?:dan|namun|tetapi|tapi) )?(?:dibanding(?:kan)?(?: dengan)?|"
    r"(?:berbeda|beda|lain|berlainan) (?:dengan|dari)|"
    r"setelah|di bawah|di atas)\s(?:kabupaten |kota |provinsi )?$"
)


def _is_spoken_of(line: Line, mention: Mention) -> bool:
    """Tell whether a region follows the one that opens a line by comparing: "Berbeda dengan Alfa, Beta ..."."""
    ends = [other.end for other, _ in line.regions if other.end <= mention.start]
    starts = [other.start for other, _ in line.regions if other.start >= mention.end]
    if not ends or line.between(ends[-1], mention.start).strip() != ",":
        return False
    alone = not starts or not LIST_JOINER.fullmatch(line.between(mention.end, starts[0]))
    return alone and _COMPARES.fullmatch(line.between(line.start, line.regions[0][0].start)) is not None


_EVENT = re.compile(
    r"digelar|berlangsung|dilaksanakan|diselenggarakan|bertempat|hotel|aula|kantor|gedung|kata|ujar|ungkap"
)
_WHEN = re.compile(r",?\s(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|\()")


def is_venue(line: Line, mention: Mention) -> bool:
    """Tell whether a region only says where something took place or was said: "digelar di Kota Alfa, Senin"."""
    return is_container(line, mention) and (mention.prefix is None or is_place_of_speech(line, mention))


def is_place_of_speech(line: Line, mention: Mention) -> bool:
    """Tell whether the words around a region say that an event or a speech took place there."""
    before = line.between(max(line.start, mention.start - 70), mention.start)
    behind = line.between(mention.end, min(line.end, mention.end + 14))
    return bool(_EVENT.search(before) or _WHEN.match(behind))


def _is_of_instrument(mark: Mark, scene: Scene) -> bool:
    """Tell whether a bare word that is a dimension of some edition is one of this document's edition."""
    if not isinstance(mark, DimensionMark) or mark.named or scene.guess.id is None:
        return True
    editions = scene.reference.dimensions[mark.key].editions
    return not editions or any(scene.guess.id.startswith(edition) for edition in editions)


def make_line(scene: Scene, unit: Unit, bounds: tuple[int, int], inherited: Inherited) -> Line:
    """Find the marks and regions of characters ``bounds`` of ``unit``."""
    start, end = bounds
    names = [(mention.start, mention.end) for mention in unit.mentions_in(start, end)]
    found = [
        mark
        for mark in find_marks(unit.passage.lower, start, end, scene.reference, scene.guess.id)
        if not isinstance(mark, CountMark) or not overlaps(mark.start, mark.end, names)  # "Lima Puluh Kota"
    ]
    return Line(
        unit=unit,
        start=start,
        end=end,
        marks=tuple(mark for mark in found if _is_of_instrument(mark, scene)),
        regions=scene.subjects(unit, start, end),
        editions=tuple(
            _with_compared(mark, inherited.compared)
            for mark in edition_marks(unit.passage.text, scene.guess, scene.reference, start, end)
        ),
        inherited=inherited,
    )


def _with_compared(mark: EditionMark, compared: str | None) -> EditionMark:
    """Let "naik dari 35,07 menjadi 55,32" give its old value to the one other edition that the text has named."""
    unnamed = mark.kind == "change" and mark.previous and mark.ids == (None,)
    return replace(mark, ids=(compared,)) if unnamed else mark
