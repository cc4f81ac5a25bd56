"""A level that later sentences may go on with, and the regions that wait for theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.draft import Subject
from pipeline.extract.levels.closing import OUTSIDE
from pipeline.extract.levels.dimensions import limits, may_limit
from pipeline.extract.marks.kinds import NumberMark, RankMark
from pipeline.extract.reading.signs import number_meant
from pipeline.extract.scene.asides import is_passed_over
from pipeline.extract.words.values import NUMBER_WORDS, SOME, parse_rank
from pipeline.model import Category, Span

if TYPE_CHECKING:
    from pipeline.extract.levels.drafts import Leveled
    from pipeline.extract.marks.kinds import CategoryMark
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scores.waiting import Scored

_ALL_OF_THEM = re.compile(
    r"(?<![a-z])(?:(?P<n>ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)|dua-dua|tiga-tiga)nya|"
    r"(?P<all>(?:ke)?semuanya|seluruhnya|(?:semua|seluruh) (?:daerah|wilayah|kabupaten|kota|provinsi) "
    r"(?:itu|ini|tersebut|tadi|(?P<above>di atas))|(?:daerah|provinsi|wilayah|kabupaten)[- ]"
    r"(?:daerah|provinsi|wilayah|kabupaten) "
    r"(?:itu|ini|tersebut|tadi)|(?<=^)\W*ini(?:lah)? (?:adalah |ialah |merupakan |posisi )*(?:daerah|wilayah|"
    r"provinsi|kabupaten)"
    r"(?=[- a-z]* (?:yang|dengan|rawan|berkategori))))(?![a-z])"
)
_GROUP = r"(?:kelompok|kategori|zona|level|tingkat|golongan|klaster|kluster|barisan|status)"
_KINDS = r"(?:daerah|wilayah|kabupaten|kota|provinsi)"
_EXAMPLES = re.compile(
    r"\W*+(?:(?:sebagai )?(?:misal(?:nya)?|contoh(?:nya)?|umpamanya|ambil contoh|sebut saja|sebutlah|taruhlah)"
    r"(?![a-z])|"
    r"seperti (?!biasa|diketahui|halnya|itu|ini|sebelum|pada|saat|yang)|"
    r"(?:di )?(?:kabupaten |kota |provinsi )?[a-z'-]+(?: [a-z'-]+){0,3},? (?:misalnya|umpamanya|contohnya)"
    r"(?![a-z])|"
    r"mereka (?:adalah|ialah|yakni|yaitu)|"
    r"(?:ia|dia|beliau|pihaknya)?\s?(?:mencontohkan|dicontohkan|memberi contoh|menyebut contoh)|"
    r"(?P<highest>(?:yang )?(?:teratas|tertinggi|paling atas))(?:nya)?,?\s(?:adalah |ialah |yakni |yaitu )?|"
    rf"{_KINDS}(?:[- /]{_KINDS}| dan kota)? (?:itu|ini|tersebut|dimaksud|yang dimaksud) "
    r"(?:adalah|ialah|yakni|yaitu|antara lain|di ?antaranya|meliputi|mencakup|terdiri)|"
    rf"(?:di|pada|dalam|untuk) {_GROUP} (?:ini|itu|tersebut|yang sama),? "
    r"(?:ada|terdapat|tercatat|masuk|antara lain)|"
    rf"(?:yang )?(?:termasuk|masuk|berada|tergolong) (?:di |ke |pada )?(?:dalam )?{_GROUP} (?:ini|itu|tersebut)|"
    rf"{_GROUP} (?:ini|itu|tersebut) (?:diisi|ditempati|dihuni|meliputi|mencakup|terdiri|berisi))"
)
"""Words that open a sentence on members of the class that the one before told of."""
_TO_FIRST = re.compile(rf"[\s,:]*(?:(?:ada|adalah|ialah|yakni|yaitu|dari|oleh|{_KINDS})[\s,:]+)*")
"""What may stand between such words and the first region."""
_CLASS = re.compile(
    rf"(?<![a-z])(?:(?:{SOME}|{NUMBER_WORDS}|\d{{1,3}}) (?:[a-z-]+ )?{_KINDS}|"
    rf"{_KINDS}(?:[/-]{_KINDS})?(?: di [a-z ]{{3,30}})? "
    r"(?:(?:yang )?lain(?:nya)?|yang|dengan|selebihnya|berkategori|berstatus)|sisanya|selebihnya|lainnya)(?![a-z])"
)
_PATIENCE = 1  # sentences without a region after which those named before wait no longer


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLevel:
    """A level that the next sentence or list may go on with, its words, and the dimension it holds for.

    ``age`` counts the sentences since that named no region.
    """

    category: Category
    span: Span
    dimension: str | None = None
    age: int = 0


def gives_examples(lower: str, region: int | None, level: Category) -> bool:
    """Tell whether a sentence names regions of the class that the one before told a level of.

    ``region`` is where its first region begins, None without: an issue may be the example. The highest is one of
    those of ``level`` tinggi alone.

    >>> gives_examples("misalnya alfa dan beta", 9, "sedang"), gives_examples("alfa misalnya 41,20", 0, "sedang")
    (True, True)
    >>> gives_examples("teratas alfa", 8, "tinggi"), gives_examples("teratas alfa", 8, "rendah")
    (True, False)
    >>> gives_examples("misalnya politik uang di alfa", 25, "tinggi")
    False
    """
    opened = _EXAMPLES.match(lower)
    if opened is None or region is None or (opened["highest"] and level != "tinggi"):
        return False
    return _TO_FIRST.fullmatch(lower, opened.end(), max(region, opened.end())) is not None


def is_of_class(line: Line, marks: Sequence[CategoryMark], leveled: Sequence[Leveled]) -> bool:
    """Tell whether a line told one level, of a class of regions, none of them by name: "daerah lain sedang"."""
    told = {one.mark for one in leveled}
    one_level = len({mark.category for mark in marks}) == 1 and not told & set(marks)
    limited = any(limits(line, mark, line.start) or may_limit(line, mark) for mark in marks)
    return one_level and not limited and _CLASS.search(line.lower) is not None


def open_level(line: Line, mark: CategoryMark, dimension: str | None) -> OpenLevel:
    """Return the level that ``mark`` states, with its words."""
    return OpenLevel(category=mark.category, span=line.span(mark.start, mark.end), dimension=dimension)


@dataclass(slots=True)
class AwaitingLevels:
    """The regions named since a level was told last, of which one may be told together. Changed line by line.

    Those with a figure or rank and those without (``valued``) are not told together. ``rest`` are those that the
    sentence that told a level left out; ``scored`` all with a score and no level yet.
    """

    named: tuple[Subject, ...] = ()
    rest: tuple[Subject, ...] = ()
    scored: tuple[Subject, ...] = ()
    valued: bool = False
    idle: int = 0

    def meant(self, lower: str) -> tuple[Subject, ...]:
        """Return the regions that a sentence speaks of again, by number or as a whole ("semua daerah di atas")."""
        again = _ALL_OF_THEM.search(lower)
        n = parse_rank(again["n"].split("-")[0]) if again and again["n"] else number_meant(lower)
        if again and OUTSIDE.search(lower):
            return ()
        if n is not None:
            fits = self.scored if n == len(self.scored) > len(self.named) else self.named[-n:]
            return fits if 1 < n <= len(fits) else ()
        above = self.scored if again and again["above"] else ()
        parts = tuple(one for one in above if "." in (one.code or "") and "provinsi" not in lower)
        return max(parts or above, self.named, key=len) if again else ()

    def take_up(self, line: Line, scored: Sequence[Scored], leveled: Sequence[Leveled]) -> None:
        """Take up the regions that a line names, and those that it tells a level of."""
        fresh = tuple(
            subject
            for mention, subject in line.regions
            if subject.code is not None and not is_passed_over(line, mention)
        )
        told = {one.subject.code for one in leveled}
        known = {subject.code for subject in self.scored}
        more = tuple(one.subject for one in scored if not one.dimensions and one.subject.code not in known)
        self.scored = tuple(one for one in self.scored + more if one.code not in told)
        idle, self.idle = self.idle, 0 if fresh or leveled else self.idle + 1
        if leveled or self.idle > _PATIENCE:
            self.rest = tuple(one for one in self.named if one.code not in told) if leveled else ()
            self.named = ()
        elif fresh:
            valued = any(isinstance(mark, (NumberMark, RankMark)) for mark in line.marks)
            again = {subject.code for subject in fresh}
            kept = self.named if valued == self.valued and not idle else ()
            self.named = tuple(one for one in kept if one.code not in again) + fresh
            self.rest = self.named
            self.valued = valued
