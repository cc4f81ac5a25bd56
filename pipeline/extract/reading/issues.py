"""What is carried from sentence to sentence of issues: whose they are, and whether a list of them goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, Subject, doubted
from pipeline.extract.issues.answers import answered, is_question
from pipeline.extract.issues.headings import announced_drafts, announced_issue
from pipeline.extract.issues.prose import prose_drafts
from pipeline.extract.issues.stations import station_drafts
from pipeline.extract.marks.kinds import DimensionMark
from pipeline.extract.scene.sections import announces_issues, counts_issues, names_announced, role_of_sentence

if TYPE_CHECKING:
    from pipeline.extract.catalog.verdicts import IndicatorMatch
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene
    from pipeline.model import Span

_MORE_ISSUES = re.compile(
    r"^\W*(?:kemudian|selanjutnya|lalu|misalnya|selain itu|yakni|termasuk|serta|juga|berikutnya|ada juga|"
    r"belum lagi|begitu (?:juga|pula)|di samping itu|"
    r"ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)|"
    r"terakhir|terkahir|lainnya|masalah lain|indikator lain|sementara|sedangkan|adapun|ada pula|ditambah|"
    r"(?:tak|tidak|bukan) (?:hanya|cuma|sekadar) itu|bahkan)"
)
_OF_INSTRUMENT = re.compile(
    r"^\W*(?:(?:lalu|kemudian|selanjutnya|berikutnya|terakhir|sedangkan|sementara|adapun|untuk|pada|di),? )*"
    r"(?:indikator(?:nya)?|dimensi(?:nya)?|sub ?-?dimensi(?:nya)?|variabel(?:nya)?|antara lain|yakni|yaitu|"
    r"di ?antaranya|misal(?:nya)?|semisal|contoh(?:nya)?|konteks [a-z]+|ditambah|tema(?:nya)?(?: lain(?:nya)?)?|"
    r"ada (?:juga|pula) (?:soal|tentang|mengenai|pertanyaan)|"
    r"ke(?:dua|tiga|empat|lima|enam|tujuh|delapan)nya,? (?:yakni|yaitu|ialah|adalah|antara lain|meliputi))"
    r"(?![a-z])"
)
_OPENING = 20  # characters in which a sentence names the stage whose issues it lists


@dataclass(slots=True)
class IssueMemory:
    """The state of reading issues. Changed line by line, in order.

    ``subjects`` are the regions that the sentence before named for its issues; ``told`` says that it told of some,
    ``awaited`` that it announced them, ``counting`` that it counted them ("Pertama, ..."), ``numbered`` that it
    ended in the number of the next; ``counted`` is the issue whose polling stations it counted, ``asked`` are
    those of a question, until its answer is read; ``instrument`` says that the index itself is described.
    ``announced`` is an issue whose regions are still to be named, ``places_named`` how many of them were.
    """

    subjects: tuple[Subject, ...] = ()
    told: bool = False
    awaited: bool = False
    counting: bool = False
    numbered: bool = False
    instrument: bool = False
    counted: Draft | None = None
    asked: tuple[Draft, ...] = ()
    announced: tuple[Span, IndicatorMatch] | None = None
    places_named: int = 0

    def read(self, line: Line, scene: Scene, *, about_stations: bool) -> tuple[Draft, ...]:
        """Read the issues of a line, and take up what it says for the next."""
        if not re.search(r"[a-z]{2}", line.lower):
            return ()  # the bare number of an item: "1."
        described = self._describes_instrument(line)
        goes_on = not described and self._goes_on(line)
        found = station_drafts(line, scene, self.counted) if about_stations else ()
        parts = bool(found) and all(draft.also for draft in found)
        self.counted = self.counted if parts else _total_of(found)
        if not described:
            after = self.told and line.start > 0
            found += _beside(found, prose_drafts(line, scene, goes_on=goes_on, after=after))
        found += self._of_announced(line, scene)
        self.told = bool(found)
        held, self.asked = self.asked, found if is_question(line.lower) else ()
        found = held if self.asked else (*(held if found else answered(held, line.lower)), *found)
        self.awaited = not found and not described and announces_issues(line.lower)
        self.counting = goes_on and counts_issues(line.lower)
        self.numbered = line.lower.rstrip(" .")[-1:].isdigit()
        self._take_up_subjects(line, found, scene)
        return tuple(doubted(draft) if _is_abroad(draft, scene) else draft for draft in found)

    def left(self) -> tuple[Draft, ...]:
        """Return the issues of a question behind which nothing answers, for a person to judge."""
        held, self.asked = self.asked, ()
        return tuple(map(doubted, held))

    def _take_up_subjects(self, line: Line, found: Sequence[Draft], scene: Scene) -> None:
        own = scene.own().code
        named = {
            draft.subject.code: draft.subject
            for draft in found
            if not draft.subject.carried or draft.subject.code not in {own, None}
        }
        idle = not line.regions and line.start > 0
        self.subjects = tuple(named.values()) or (line.inherited.issue_subjects if found or idle else ())

    def _of_announced(self, line: Line, scene: Scene) -> tuple[Draft, ...]:
        """Read the regions of an issue announced before, or take up the one that a sentence announces."""
        news = announced_issue(line, scene)
        if news is not None:
            self.announced, self.places_named = news, 0
            return ()
        if self.announced is None:
            return ()
        found = announced_drafts(line, scene, self.announced, begun=self.places_named > 0)
        self.places_named += len(found)
        if not found and (self.places_named or line.regions):
            self.announced = None
        return found

    def _goes_on(self, line: Line) -> bool:
        """Tell whether a sentence continues a list of issues that the sentence before began or announced."""
        if (self.awaited and names_announced(line.lower)) or _is_row_of_findings(line):
            return True
        if self.counting and counts_issues(line.lower):
            return True  # "Pertama, ... Kedua, ...", though no table knows the first
        if self.numbered and (self.told or self.awaited):
            return True  # "... lima indikator: 1. Netralitas ASN 2. Politik uang"
        opening = [mark for mark in line.marks if mark.start - line.start < _OPENING]
        if self.told and any(isinstance(mark, DimensionMark) for mark in opening):
            return True  # "Pada tahapan kampanye, ...": the list goes on stage by stage
        return self.told and _MORE_ISSUES.match(line.lower) is not None

    def _describes_instrument(self, line: Line) -> bool:
        """Tell whether a sentence describes the index, or goes on with a description begun before.

        "IKP terdiri dari empat dimensi. Indikatornya antara lain politik uang": nothing was found there.
        """
        begins = role_of_sentence(line.lower) == "instrument"
        self.instrument = begins or (self.instrument and _OF_INSTRUMENT.match(line.lower) is not None)
        return self.instrument


def _is_row_of_findings(line: Line) -> bool:
    """Tell whether a row of a list of findings is read as running text: "Blora - bagi amplop"."""
    return line.start == 0 and line.unit.role == "findings" and line.unit.lead is not None


_PREFIXED = re.compile(r"(?i)(?:kab(?:upaten)?|kota|prov(?:insi)?|propinsi)\b")


def _is_abroad(draft: Draft, scene: Scene) -> bool:
    """Tell whether an issue is told of another province than the document's own by a bare name.

    The name may be a place here: "Belakang Padang" is a district of Batam.
    """
    own, told = (scene.places.province_of(code) for code in (scene.own().code, draft.subject.code))
    name = scene.document.text[draft.subject.start : draft.subject.end]
    return own is not None and told is not None and own != told and _PREFIXED.match(name) is None


def _total_of(found: Sequence[Draft]) -> Draft | None:
    """Return the last of the issues with a number, None where it is but a part of another's or there is none."""
    totals = [draft for draft in found if not draft.also]
    return totals[-1] if totals and totals[-1].count is not None else None


def _beside(found: Sequence[Draft], others: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the others that stand where none of those found stands, and say something that none of them says."""
    said = {(draft.indicator, draft.issue) for draft in found}
    return tuple(
        other
        for other in others
        if (other.indicator, other.issue) not in said
        and not any(other.span.overlaps(draft.span) for draft in found)
    )
