"""Who published a document, about which region, and when: only what the document itself says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipeline.extract.dates import FoundDate, find_dates, fits_weekday, resolve_year
from pipeline.extract.home import COUNTRY, Part, Role, home_region
from pipeline.extract.scene import name_reader
from pipeline.extract.sections import ends_article, is_furniture
from pipeline.model import Block, Document, DocumentKind, Metadata

if TYPE_CHECKING:
    from pipeline.extract.language import Passage
    from pipeline.reference import Reference

_HEAD = 14  # blocks in which letterhead, title, byline and date stand
_LONG = 160  # characters: a longer block is running text, not part of the head
_SIGNATURE = 70  # characters: a longer line with "Ketua Bawaslu" is a sentence or a caption
_AFTER_LAUNCH = timedelta(days=60)  # a launch is reported and presented for about two months

_RELEASE = re.compile(
    r"^\W*(?:press? ?release|siaran pers|rilis pers|pers rilis|pers release|keterangan pers|rilis media)\b",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"^\W*(?:formulir|form [a-z\d]|kuesioner|instrumen pengisian|lembar isian|alat kerja)\b", re.IGNORECASE
)
_REPORT = re.compile(
    r"^\W*(?:laporan (?:hasil|akhir|kegiatan|pengawasan|kinerja|tahunan|pemetaan)|ringkasan eksekutif|"
    r"executive summary|kata pengantar|daftar isi|bab i\b)",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(r"(?:@|//|\b)(?:[\w-]+\.)*bawaslu\.go\.id", re.IGNORECASE)
_CONTACT = re.compile(
    r"^\W*(?:narahubung|contact person|cp\s*:|untuk informasi lebih lanjut|kontak media|humas bawaslu)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^\W*(?:ketua|anggota|plh\.? ketua) (?:bawaslu|panwaslih|badan pengawas)", re.IGNORECASE)

_DOMAIN = r"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:co\.id|or\.id|web\.id|my\.id|com|net|org|info|news|id|co|tv)"
_NAME = r"[A-Z][\w.&'-]*(?: [A-Z][\w.&'-]*){0,3}"
_CITY = r"[A-Z][A-Za-z .'’-]{2,30}"
_DASH = r"\s?[-–—]+"
_OUTLETS = (
    re.compile(rf"^\W*{_CITY} ?\((?P<outlet>[^()\d]{{2,30}})\){_DASH}"),
    re.compile(rf"^\W*(?P<outlet>(?i:{_DOMAIN}))(?=\s?[-–—|,]|[A-Z])"),
    re.compile(rf"^\W*{_CITY} ?, ?(?P<outlet>(?i:{_DOMAIN}))(?=\W|[A-Z])"),
    re.compile(rf"^\W*{_CITY} ?, ?(?P<outlet>{_NAME}){_DASH}"),
)
_COPYRIGHT = re.compile(rf"(?:copyright|hak cipta)?\s*©\s*(?P<outlet>(?:(?i:{_DOMAIN})|{_NAME}))")

_DATE_LABEL = re.compile(
    r"\b(?:tanggal|diterbitkan|terbit|dipublikasikan|dipublikasi|publikasi|published|posted|rilis|tayang|"
    r"diperbarui|pukul|jam|wib|wita|wit|views?|oleh|by|on|pada|last updated?)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?i)[|•·]|\b(?:laporan|reporter|editor|penulis|pewarta)\b")
_PAST = re.compile(
    r"(?i)^\)?,? (?:20\d\d )?(?:lalu|silam|kemarin lusa|nanti|mendatang|yang akan datang|yang lalu)\b"
)
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
    region = home_region(_parts(lines, document, reference), reference) or _region_of_name(name, reference)
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
        any(_SIGNED.match(line.text) and len(line.text) < _SIGNATURE for line in lines[-8:]),
    )
    return "press_release" if any(signs) and _outlet(lines) is None else "news"


def _parts(lines: tuple[_Line, ...], document: Document, reference: Reference) -> tuple[Part, ...]:
    """Give each passage its role for finding the region; the file's own title stands in for a missing heading."""
    main = [line for line in lines if line.main]
    head = _head(tuple(main))
    titles = [line for line in head if line.kind == "heading"]
    parts = [Part(passage=line.passage, role=_role(line, titles, len(head), main)) for line in main]
    if document.title and not titles:
        parts.insert(0, Part(passage=name_reader(reference).read(document.title), role="title"))
    return tuple(parts)


def _role(line: _Line, titles: list[_Line], length: int, main: list[_Line]) -> Role:
    if line in titles:
        return "title"
    if line.kind in {"list_item", "table_row", "note"}:
        return "list"
    return "lead" if line in main[length : length + 1] else "text"


def _region_of_name(name: str, reference: Reference) -> str | None:
    """Read the region off a file name such as ``press-release-bawaslu-kutai-timur.pdf``."""
    words = re.sub(r"[\W_]+", " ", name.rsplit(".", 1)[0]).title()
    if not words.strip():
        return None
    part = Part(passage=name_reader(reference).read(words), role="title")
    return home_region((part,), reference)


def _issuer(
    lines: tuple[_Line, ...], document: Document, kind: DocumentKind, region: str | None, reference: Reference
) -> str | None:
    """Return the outlet of a news item, the office of anything else: "Bawaslu Kabupaten Probolinggo"."""
    if kind == "news":
        return _outlet(lines) or document.site
    own = reference.regions.get(region or "")
    if own is None:
        return document.site
    return f"{_office(lines)} {'RI' if own.code == COUNTRY else own.name}"


def _office(lines: tuple[_Line, ...]) -> str:
    text = " ".join(line.passage.lower for line in lines)
    bawaslu = len(re.findall(r"\bbawaslu\b|badan pengawas pem", text))
    kpu = len(re.findall(r"\bkpu\b|komisi pemilihan umum", text))
    panwaslih = len(re.findall(r"\bpanwaslih\b", text))
    if panwaslih > max(bawaslu, kpu):
        return "Panwaslih"
    return "KPU" if kpu > bawaslu else "Bawaslu"


def _outlet(lines: tuple[_Line, ...]) -> str | None:
    """Return the outlet of the dateline ("Jambi (ANTARA) -", "jpnn.com, BANTEN -") or of a copyright line."""
    for line in lines[:_HEAD]:
        for pattern in _OUTLETS:
            match = pattern.match(line.text)
            if match and not find_dates(match["outlet"]) and not _is_office(match["outlet"]):
                return match["outlet"].strip()
    for line in lines:
        match = _COPYRIGHT.search(line.text)
        if match:
            return match["outlet"].strip()
    return None


def _is_office(words: str) -> bool:
    """Tell whether a bracket holds the short name of an office or a law, not of an outlet."""
    lower = words.lower()
    return (
        lower.endswith("bawaslu.go.id")
        or re.search(r"\b(?:bawaslu|kpu|ikp|badan|komisi|rep?ro)\b", lower) is not None
    )


def _published(
    lines: tuple[_Line, ...], document: Document, kind: DocumentKind
) -> tuple[date | None, tuple[_Line, FoundDate] | None]:
    """Return the day of publication, and the line and date that state it.

    A web page declares it. Elsewhere it is a line at the top that holds a full date and little else, or the place
    and date above the signature of a release. The properties of office files are not trusted: they tell when the
    file was made.
    """
    if document.published is not None and "html" in document.media_type:
        return document.published, None
    candidates = [*_head(lines), *(lines[-8:] if kind != "news" else ())]
    for line in candidates:
        dates = find_dates(line.text)
        if len(dates) == 1 and dates[0].year and _is_date_line(line.text, dates[0]):
            return resolve_year(dates[0], None), (line, dates[0])
    return None, None


def _is_date_line(text: str, found: FoundDate) -> bool:
    """Tell whether ``text`` is hardly more than a date, with a clock, a place or a byline.

    >>> def check(text):
    ...     return _is_date_line(text, find_dates(text)[0])
    >>> check("18 Agustus 2024"), check("SENIN, 26 AGUSTUS 2024 | 19:16 WIB | LAPORAN: A. SATRYO")
    (True, True)
    >>> check("Bengkayang | Senin, 25 November 2024"), check("Kraksaan, 18 Agustus 2024")
    (True, True)
    >>> check("Update IKP Pilkada serentak 2020 di Agam, Jumat (10/7/2020)."), check("Rapat di Palu (4/9/2024)")
    (False, False)
    """
    before, after = text[: found.span.start], text[found.span.end :]
    if "(" in before[-3:] or "(" in text[found.span.start : found.span.end]:
        return False
    rest = _DATE_LABEL.sub(" ", before)
    tail = _DATE_LABEL.sub(" ", re.sub(r"\d{1,2}[.:]\d\d(?:[.:]\d\d)?", " ", after))
    words = re.findall(r"[^\W\d_]{2,}", rest), re.findall(r"[^\W\d_]{2,}", tail)
    byline = _BYLINE.search(text) is not None
    return len(words[0]) <= 3 and (len(words[1]) <= 1 or (byline and len(words[1]) <= 6))


def _event_date(
    lines: tuple[_Line, ...],
    published: date | None,
    used: tuple[_Line, FoundDate] | None,
    reference: Reference,
) -> date | None:
    """Return the day of the event reported: the first date with a weekday or in a bracket that is not history.

    A missing year comes from the years that the text names, the ones before, and the launches of the index; the
    weekday decides between them.
    """
    main = [line for line in lines if line.main]
    full = _full_years(lines, published)
    years = (*full, *_text_years(lines))
    for line in main:
        for found in find_dates(line.text):
            if used and used[0] is line and used[1] == found:
                continue
            if _is_event(line.text, found):
                day = _dated(found, full, years, reference)
                if day is not None:
                    return day
    return None


def _is_event(text: str, found: FoundDate) -> bool:
    bracket = text[max(0, found.span.start - 2) : found.span.start].endswith("(")
    if found.weekday is None and not bracket:
        return False
    if (found.month, found.day) in _POLLS:
        return False
    return _PAST.match(text[found.span.end :]) is None


def _full_years(lines: tuple[_Line, ...], published: date | None) -> tuple[int, ...]:
    written = (found.year for line in lines for found in find_dates(line.text) if found.year)
    years = ([published.year, published.year - 1] if published else []) + list(written)
    return tuple(dict.fromkeys(years))


def _text_years(lines: tuple[_Line, ...]) -> tuple[int, ...]:
    """List the years that the text names, latest first, and then the years before them."""
    named = sorted({int(year) for line in lines for year in _YEAR.findall(line.text)}, reverse=True)
    return tuple(dict.fromkeys((*named, *(year - 1 for year in named))))


def _dated(found: FoundDate, full: tuple[int, ...], years: tuple[int, ...], reference: Reference) -> date | None:
    if found.year is not None:
        return resolve_year(found, None)
    launches = [one.published for one in reference.editions.values() if one.published is not None]
    after_launch = (
        day
        for launch in launches
        for day in (_on(found, launch.year), _on(found, launch.year + 1))
        if day is not None
        and timedelta(0) <= day - launch <= _AFTER_LAUNCH
        and day.year - 2 <= max(years, default=0)
    )
    near = (_on(found, year) for year in years)
    fitting = [day for day in (*near, *after_launch) if day is not None and fits_weekday(day, found.weekday)]
    if fitting:
        return fitting[0]
    return _on(found, full[0]) if full else None


def _on(found: FoundDate, year: int) -> date | None:
    try:
        return date(year, found.month, found.day)
    except ValueError:
        return None
