"""Who published a document, about which region, and when: only what the document itself says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipeline.extract.dates import FoundDate, find_dates, fits_weekday, resolve_year
from pipeline.extract.home import COUNTRY, Part, Role, home_region
from pipeline.extract.regions import gazetteer
from pipeline.extract.sections import ends_article, is_furniture
from pipeline.model import Block, Document, DocumentKind, Metadata

if TYPE_CHECKING:
    from pipeline.extract.language import Passage
    from pipeline.reference import Reference

_HEAD = 14  # blocks in which letterhead, title, byline and date stand
_LONG = 160  # characters: a longer block is running text, not part of the head
_AFTER_LAUNCH = timedelta(days=60)  # a launch is reported and presented for about two months

_RELEASE = re.compile(
    r"^\W*(?:press? ?release|siaran pers|rilis pers|pers rilis|pers release|keterangan pers|rilis media)\b", re.IGNORECASE
)
_FORM = re.compile(r"^\W*(?:formulir|form [a-z\d]|kuesioner|instrumen pengisian|lembar isian|alat kerja)\b", re.IGNORECASE)
_REPORT = re.compile(
    r"^\W*(?:laporan (?:hasil|akhir|kegiatan|pengawasan|kinerja|tahunan|pemetaan)|ringkasan eksekutif|"
    r"executive summary|kata pengantar|daftar isi|bab i\b)",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(r"(?:@|//|\b)(?:[\w-]+\.)*bawaslu\.go\.id", re.IGNORECASE)
_CONTACT = re.compile(
    r"^\W*(?:narahubung|contact person|cp\s*:|untuk informasi lebih lanjut|kontak media|humas bawaslu)", re.IGNORECASE
)
_SIGNED = re.compile(r"^\W*(?:ketua|anggota|plh\.? ketua) (?:bawaslu|panwaslih|badan pengawas)", re.IGNORECASE)

_DOMAIN = r"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:co\.id|or\.id|web\.id|my\.id|com|net|org|info|news|id|co|tv)"
_NAME = r"[A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*){0,3}"
_CITY = r"[A-Z][A-Za-z .'’-]{2,30}"
_DASH = r"\s?[-–—]+"
_OUTLETS = (
    re.compile(rf"^\W*{_CITY} ?\((?P<outlet>[^()\d]{{2,30}})\)\s?(?:{_DASH}|[.:,])"),
    re.compile(rf"^\W*(?P<outlet>(?i:{_DOMAIN}))(?=\s?[-–—|,]|[A-Z])"),
    re.compile(rf"^\W*{_CITY} ?, ?(?P<outlet>(?i:{_DOMAIN}))(?=\W|[A-Z])"),
    re.compile(rf"^\W*{_CITY} ?, ?(?P<outlet>{_NAME}){_DASH}"),
)
_COPYRIGHT = re.compile(rf"(?:copyright|hak cipta)?\s*©\s*(?P<outlet>(?:(?i:{_DOMAIN})|{_NAME}))")

_DATE_LABEL = re.compile(
    r"\b(?:tanggal|diterbitkan|terbit|dipublikasikan|dipublikasi|publikasi|published|posted|rilis|tayang|diperbarui|"
    r"pukul|jam|wib|wita|wit|views?|oleh|by|on|pada|last updated?)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?i)[|•·]|\b(?:laporan|reporter|editor|penulis|pewarta)\b")
_PAST = re.compile(r"(?i)^\)?,? (?:20\d\d )?(?:lalu|silam|kemarin lusa|nanti|mendatang|yang akan datang|yang lalu)\b")
_YEAR = re.compile(r"(?<![\d.,/])(20[12]\d)(?![\d/]|[.,]\d)")
_POLLS = frozenset({(2, 14), (4, 17), (6, 27), (11, 27), (12, 9)})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A passage with its block's kind; ``main`` is false for links, comments and page furniture."""

    passage: Passage
    block: Block | None
    main: bool

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def kind(self) -> str:
        return self.block.kind if self.block else "paragraph"


def describe(document: Document, passages: Sequence[Passage], name: str, reference: Reference) -> Metadata:
    """Say who published ``document``, about which region, and when.

    ``passages`` are its blocks, analysed, in reading order; ``name`` is its file name, asked for the region only
    where the text names none. What the document does not state is None. ``region_code`` is ``ID`` for a document
    about the whole country.
    """
    lines = _lines(document, passages)
    kind = _kind(lines)
    region = home_region(_parts(lines, document), reference) or _region_of_name(name, reference)
    published, used = _published(lines, document, kind)
    return Metadata(
        kind=kind,
        issuer=_issuer(lines, document, kind, region, reference),
        region_code=region,
        published=published,
        event_date=_event_date(lines, published, used, reference),
    )


def _lines(document: Document, passages: Sequence[Passage]) -> tuple[_Line, ...]:
    starts = {block.span.start: block for block in document.blocks}
    lines: list[_Line] = []
    over = False
    for passage in passages:
        if not passage.text:
            continue
        block = starts.get(passage.mapped.starts[0])
        over = over or ends_article(passage.lower)
        inside = (block is None or block.main) and not over and not is_furniture(passage.lower)
        lines.append(_Line(passage=passage, block=block, main=inside))
    return tuple(lines)


def _head(lines: tuple[_Line, ...]) -> tuple[_Line, ...]:
    """Return what stands before the running text: the short lines at the top."""
    long = next((index for index, line in enumerate(lines) if len(line.text) > _LONG), len(lines))
    return lines[: min(long, _HEAD)]


def _kind(lines: tuple[_Line, ...]) -> DocumentKind:
    head = [line.text for line in lines[:_HEAD] if len(line.text) <= _LONG]
    if any(_RELEASE.match(text) for text in head):
        return "press_release"
    if any(_FORM.match(text) for text in head[:5]):
        return "form"
    if any(_REPORT.match(text) for text in head):
        return "report"
    signs = (
        any(_LETTERHEAD.search(text) for text in head),
        any(_CONTACT.match(line.text) for line in lines),
        any(_SIGNED.match(line.text) and len(line.text) < _LONG for line in lines),
    )
    return "press_release" if any(signs) and _outlet(lines) is None else "news"


def _parts(lines: tuple[_Line, ...], document: Document) -> Iterator[Part]: ...


def _region_of_name(name: str, reference: Reference) -> str | None: ...
