"""The scene: a document's blocks analysed once (words, sentences, regions, roles), ready for the rules."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar, cast

from pipeline.extract.draft import Subject
from pipeline.extract.regions.names import PREFIX_LEVEL, Context, Gazetteer, Mention, Prefix, gazetteer
from pipeline.extract.regions.reader import name_reader
from pipeline.extract.scene.datelines import dateline_end, is_where_said
from pipeline.extract.scene.leads import with_leads
from pipeline.extract.scene.sections import Role, ends_article, inline_furniture, is_furniture, is_lead
from pipeline.extract.words.language import Passage, Reader
from pipeline.extract.words.slips import slips_of
from pipeline.model import Block, Document, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pipeline.extract.editions.document import EditionGuess
    from pipeline.reference import Reference
    from pipeline.text import Step

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A block with its analysis.

    ``lead`` is the position of the unit that announces the list it belongs to; ``theme`` is what the lists under
    a bare name, or under a heading of a part of what was announced, are for: told by the text before it.
    """

    position: int
    block: Block
    passage: Passage
    mentions: tuple[Mention, ...]
    role: Role
    lead: int | None = None
    is_lead: bool = False
    theme: Role | None = None

    def span(self, start: int, end: int) -> Span:
        """Return characters ``start`` to ``end`` of the passage as a span of the document."""
        return self.passage.mapped.original(start, end)

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that begin in characters ``start`` to ``end``; a passage may hold thousands."""
        low, high = (bisect_left(self.mentions, place, key=attrgetter("start")) for place in (start, end))
        return self.mentions[low:high]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A document ready for the rules: its units in reading order and what is known of its regions."""

    document: Document
    units: tuple[Unit, ...]
    context: Context
    guess: EditionGuess
    places: Gazetteer
    reference: Reference
    _kept: dict[object, object] = field(default_factory=dict, init=False, compare=False, repr=False)

    def once(self, make: Callable[[Scene], _Made]) -> _Made:
        """Return what ``make`` says of this scene, worked out when it is first asked for and kept.

        What looks back from each line over the units before it asks a table that is made so: a list of thousands
        of rows would take the square of their number.
        """
        if make not in self._kept:
            self._kept[make] = make(self)
        return cast("_Made", self._kept[make])

    def subjects(self, unit: Unit, start: int, end: int) -> tuple[tuple[Mention, Subject], ...]:
        """Resolve the regions that are named in characters ``start`` to ``end`` of a unit.

        Offices ("Bawaslu Banten"), names below the regency (kecamatan, hotels) and places where words were said
        are left out; a nickname in brackets and the province behind its regency ("Kabupaten X, Provinsi Y") are
        joined to the name before.
        """
        found: list[tuple[Mention, Subject]] = []
        elided: Prefix | None = None
        spoken = self._spoken_kind(unit, start, end)
        mixed = False  # in a list with both prefixes an elided one is uncertain
        dateline = 0 if _is_row_of_list(unit) else dateline_end(unit.passage.text)
        aside: Mention | None = None
        for mention in unit.mentions_in(start, end):
            if (
                mention.below
                or mention.office
                or mention.end <= dateline
                or is_where_said(unit.passage.lower, mention.start, mention.end)
                or self._nickname(unit, aside, mention)
                or _is_person(unit, aside, mention)
                or self._holds_unknown(unit, mention)
            ):
                aside = mention
                continue
            if mention.prefix in {"kabupaten", "kota"}:
                mixed = mixed or elided not in {None, mention.prefix}
                elided = mention.prefix
            kind = _kind_behind(unit, mention) or elided
            subject = self._beside_twin(unit, mention, self._subject(unit, mention, kind), found)
            if mixed and mention.prefix is None and len(subject.candidates) > 1:
                subject = subject.in_doubt(_TWIN_DOUBT)
            if found and self._same_name(unit, found[-1], mention, subject):
                found[-1] = (replace(found[-1][0], end=mention.end), found[-1][1])
                continue
            found.append((mention, subject))
        return _without_twins([(m, self._of_office(unit, self._decided(unit, m, s, spoken))) for m, s in found])

    def _spoken_kind(self, unit: Unit, start: int, end: int) -> Prefix | None:
        """Return the kind of region that a sentence or the lead of its list speaks of: "skor enam kota: ..."."""
        first = next((m.start for m in unit.mentions_in(start, end) if not m.office), end)
        lower = unit.passage.lower[start : first + 1]
        lead = self.units[unit.lead].passage.lower if unit.lead is not None and unit.lead < unit.position else ""
        return _kind_spoken_of(lower, first - start) or _kind_spoken_of(lead, len(lead))

    def _decided(self, unit: Unit, mention: Mention, subject: Subject, spoken: Prefix | None) -> Subject:
        """Let a bare name of twins mean the kind spoken of, or the one named with its prefix elsewhere.

        Where the kind spoken of is another than a correction says, the correction does not decide.
        """
        if spoken and not mention.prefix and self._is_corrected_otherwise(mention, subject, spoken):
            return replace(self._subject(unit, mention, spoken), doubt=_TWIN_DOUBT)
        if subject.code is not None or mention.prefix or mention.part or len(subject.candidates) < 2:
            return subject
        regions = self.places.regions
        kind = PREFIX_LEVEL[spoken] if spoken else None
        left = [code for code in subject.candidates if regions[code].level == kind]
        left = left or [code for code in subject.candidates if code in self.context.stated]
        return replace(subject, code=left[0], doubt=_TWIN_DOUBT) if len(left) == 1 else subject

    def _is_corrected_otherwise(self, mention: Mention, subject: Subject, spoken: Prefix) -> bool:
        return mention.codes == (subject.code,) and bool(self.places.of_other_level(mention, spoken))

    def _of_office(self, unit: Unit, subject: Subject) -> Subject:
        """Decide a bare name by the office that speaks: "peta Bawaslu Kabupaten Alfa, ada 4 isu di Alfa"."""
        if subject.code is not None or len(subject.candidates) < 2:
            return subject
        told = self.once(Scene._offices)
        for codes in (told.get(unit.position, set()), *told.values()):
            offices = codes & set(subject.candidates)
            if len(offices) == 1:
                return replace(subject, code=offices.pop(), doubt=_TWIN_DOUBT)
        return subject

    def _offices(self) -> dict[int, set[str | None]]:
        """Return the regions of the offices named with a prefix, for each unit by position that names one."""
        speak = (
            (unit.position, self._subject(unit, mention, None).code)
            for unit in self.units
            for mention in unit.mentions
            if mention.office == "bawaslu" and mention.prefix is not None
        )
        found: dict[int, set[str | None]] = {}
        for position, code in speak:
            found.setdefault(position, set()).add(code)
        return found

    def _beside_twin(
        self, unit: Unit, mention: Mention, subject: Subject, found: list[tuple[Mention, Subject]]
    ) -> Subject:
        """Doubt a bare name whose twin has been named: "Kota Alfa 41,20, sedangkan Alfa 39,10"."""
        named = next((m for m, s in found if m.prefix and s.code == subject.code), None)
        if mention.prefix is not None or named is None or len(subject.candidates) < 2:
            return subject
        against = _CONTRAST.search(unit.passage.lower[named.end : mention.start]) is not None
        others = tuple(code for code in subject.candidates if code != subject.code)
        code = others[0] if against and len(others) == 1 else subject.code
        return replace(subject, code=code).in_doubt(_TWIN_DOUBT)

    def _nickname(self, unit: Unit, aside: Mention | None, mention: Mention) -> bool:
        """Tell whether a name goes with one that was left out: "Bawaslu Alfa (Alf)", "KPU Beta, Jambi"."""
        if aside is None:
            return False
        between = unit.passage.lower[aside.end : mention.start]
        if set(aside.codes) & set(mention.codes):
            return re.fullmatch(r"\s?[(/]\s?", between) is not None
        provinces = {self.places.province_of(code) for code in aside.codes}
        return bool(provinces & set(mention.codes)) and re.fullmatch(r"\s?[,(]\s?", between) is not None

    def _holds_unknown(self, unit: Unit, mention: Mention) -> bool:
        """Tell whether a province in brackets only says where a name lies that no table knows: "Sabu (NTT)"."""
        text = unit.passage.text
        before = _UNKNOWN_BEFORE.search(text, max(0, mention.start - 40), mention.start)
        if before is None or text[mention.end : mention.end + 1] != ")" or mention.prefix is not None:
            return False
        known = any(one.end > before.start("name") for one in unit.mentions_in(0, mention.start))
        return not known and all("." not in code for code in mention.codes)

    def _subject(self, unit: Unit, mention: Mention, elided: Prefix | None) -> Subject:
        resolved = self.places.resolve(mention, self.context, elided)
        return resolved.named_at(unit.span(mention.start, mention.end))

    def _same_name(self, unit: Unit, last: tuple[Mention, Subject], mention: Mention, subject: Subject) -> bool:
        between = unit.passage.lower[last[0].end : mention.start]
        if subject.code is not None and subject.code == last[1].code:
            return re.fullmatch(r"[\s(,\"]*(?:atau|alias)?[\s(\"]*", between) is not None
        regency = last[1].code
        if regency is None or regency == subject.code or subject.code is None:
            return False
        label = (
            between == " " and "." in regency and "." not in subject.code
        )  # "Kota Alfa Provinsi", even a wrong one
        if not label and subject.code not in self._provinces_of(regency):
            return False
        return re.fullmatch(r"\s?[,(]?\s?(?:di|wilayah)?\s?", between) is not None

    def _provinces_of(self, code: str) -> set[str | None]:
        """Return the province that a region lies in, and the one it lay in before a province was divided."""
        return {self.places.province_of(code), self.places.regions[code].province_2022}

    def speaker(self, unit: Unit, start: int, end: int) -> Subject | None:
        """Return the region of the Bawaslu that is named in a stretch of a unit: what follows is about it."""
        for mention in unit.mentions_in(start, end):
            former = _FORMER.search(unit.passage.lower, start, mention.start)
            if mention.office == "bawaslu" and not former:
                subject = self._subject(unit, mention, None)
                return replace(subject, carried=True) if subject.code else None
        return None

    def own(self) -> Subject:
        """Return the document's own region as a subject that is carried over."""
        return Subject(
            code=self.context.own,
            doubt=0.0 if self.context.own else 1.0,
            candidates=(self.context.own,) if self.context.own else (),
            carried=True,
        )


_UNKNOWN_BEFORE = re.compile(
    r"(?:[,:;(]|[a-z]) (?:dan |serta |Kabupaten |Kota |Kab\.? )?"
    r"(?P<name>(?!Provinsi|Kabupaten|Kota|Kategori|Skor|Nilai|Tinggi|Sedang|Rendah|Pilkada|Pemilu|Bawaslu|Pilgub)"
    r"[A-Z][a-z]{2,}(?: [A-Z][a-z]+)?) \($"
)
"""A name of a list before a bracket that may tell its province."""
_FORMER = re.compile(r"(?<![a-z])(?:eks|mantan|bekas) [a-z ]{2,40}$")
_NAME_BEFORE = re.compile(r"[,;] (?:[A-Z][\w.']+ ){1,3}$")
_AS_SAID_BY = re.compile(r"[Mm]enurut (?!Bawaslu|KPU|IKP|Provinsi|Data|Hasil)(?:[A-Z][\w.']+ ){1,2}$")
_SPEAKS = re.compile(
    r",? (?:mengatakan|menyebut|menjelaskan|menyampaikan|mengungkapkan|menuturkan|menambahkan|menegaskan|"
    r"memaparkan|mengingatkan|mengaku|berharap|menilai|meminta|mengajak)"
)


def _is_row_of_list(unit: Unit) -> bool:
    """Tell whether a unit is a row below its lead, where a region is no dateline: "- Alfa - pembagian amplop"."""
    sentence = unit.block.kind == "paragraph" and unit.passage.text.rstrip().endswith((".", "!", "?", '"', "”"))
    return unit.lead is not None and not sentence


def _is_person(unit: Unit, aside: Mention | None, mention: Mention) -> bool:
    """Tell whether a name is part of an official's: "Anggota Bawaslu Lampung, Hasbi Pagaralam, ..."."""
    text = unit.passage.text
    if mention.prefix is not None:
        return False
    before = text[max(0, mention.start - 60) : mention.start]
    if _AS_SAID_BY.search(before) or (_NAME_BEFORE.search(before) and _SPEAKS.match(text[mention.end :])):
        return True
    if aside is None or aside.office is None:
        return False
    return re.fullmatch(r",? (?:[A-Z][\w.']* ){1,3}", unit.passage.text[aside.end : mention.start]) is not None


_KIND = re.compile(
    r"(?<![a-z/])(?<!kabupaten/ )(?<!dan )(?<!atau )(?<!wali )(?<!ibu )(?<!pusat )(?<!di )(?<!dalam )"
    r"(?P<kind>kabupaten|kota)(?!\s?/| dan kota| dan kabupaten| atau |-)(?![a-z])"
)


def _kind_spoken_of(lower: str, end: int) -> Prefix | None:
    """Return whether kabupaten alone or kota alone are spoken of, by their bare noun.

    >>> _kind_spoken_of("skor enam kota di jawa tengah yakni ", 36), _kind_spoken_of("kabupaten/kota: ", 16)
    ('kota', None)
    """
    kinds = {match["kind"] for match in _KIND.finditer(lower, 0, end) if match.end() <= end}
    if len(kinds) != 1 or _BOTH_KINDS.search(lower):
        return None
    return "kota" if "kota" in kinds else "kabupaten"


def _kind_behind(unit: Unit, mention: Mention) -> Prefix | None:
    """Return the kind that stands behind a bare name: "Alfa (kota)", "Alfa kabupaten"."""
    match = _BEHIND_NAME.match(unit.passage.lower, mention.end) if mention.prefix is None else None
    kind = match and (match["a"] or match["b"])
    return None if kind is None else "kota" if kind == "kota" else "kabupaten"


_BEHIND_NAME = re.compile(r" (?:\((?P<a>kabupaten|kab\.?|kota)\)|(?P<b>kota|kabupaten)(?= (?!$)[a-z(\d]|[,.;:)]))")
_BOTH_KINDS = re.compile(
    r"kabupaten\s?(?:/|dan|atau|maupun|-)\s?kota|kota\s?(?:/|dan|maupun)\s?kabupaten|kab\.?\s?/\s?kota"
)
_CONTRAST = re.compile(r"sedangkan|sementara|dibanding|tetapi|tapi|namun|adapun")
_TWIN_DOUBT = 0.4  # enough to send what rests on it to review


def _without_twins(found: list[tuple[Mention, Subject]]) -> tuple[tuple[Mention, Subject], ...]:
    """Decide a bare name by its twin: beside "Kota Bima", a bare "Bima" is the kabupaten."""
    named = {subject.code for mention, subject in found if mention.prefix is not None}
    result = []
    for mention, subject in found:
        left = tuple(code for code in subject.candidates if code not in named)
        if subject.code is None and len(left) == 1 and len(subject.candidates) == 2:
            result.append((mention, replace(subject, code=left[0], doubt=_TWIN_DOUBT)))
        else:
            result.append((mention, subject))
    return tuple(result)


def analyse(document: Document, reference: Reference) -> tuple[Unit, ...]:
    """Analyse every block of ``document`` and give it its role. Related links inside a paragraph are cut off."""
    reader = name_reader(reference)
    places = gazetteer(reference)
    units: list[Unit] = []
    slips = slips_of(document.text)
    over = False
    for position, block in enumerate(document.blocks):
        passage = _passage(reader, document.text, block.span, slips)
        over = over or (block.main and ends_article(passage.lower))
        outside = not block.main and block.kind != "table_row"
        furniture = over or outside or block.kind == "note" or _is_furniture(block, passage)
        units.append(
            Unit(
                position=position,
                block=block,
                passage=passage,
                mentions=places.mentions(passage),
                role="furniture" if furniture else "neutral",
                is_lead=not furniture
                and (block.kind == "heading" or is_lead(passage.lower) or _heads(document, position)),
            )
        )
    return with_leads(units)


def _heads(document: Document, position: int) -> bool:
    """Tell whether a short paragraph without an end mark stands before a list: a heading in all but name.

    What is no part of the article, an advertisement, may stand between.
    """
    block = document.blocks[position]
    text = block.span.of(document.text).strip()
    behind = islice(document.blocks, position + 1, None)
    following = next((b for b in behind if b.main or b.kind == "table_row"), None)
    return (
        block.kind == "paragraph"
        and len(text) <= 70
        and not text.endswith((".", "!", "?", '"', "”"))
        and following is not None
        and following.kind in {"list_item", "table_row"}
    )


def _is_furniture(block: Block, passage: Passage) -> bool:
    return block.kind != "table_row" and is_furniture(passage.lower)


def _passage(reader: Reader, text: str, span: Span, slips: Sequence[Step]) -> Passage:
    raw = span.of(text)
    cut = inline_furniture(raw.lower())
    return reader.read(raw[:cut], span.start, slips)
