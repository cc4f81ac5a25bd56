"""Who published a document, about which region, and when: only what the document itself says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipeline.extract.editions.times import poll_days
from pipeline.extract.metadata.home import COUNTRY, Home, Part, Role, home_of, region_of_name
from pipeline.extract.metadata.outlets import find_outlet
from pipeline.extract.regions.reader import name_reader
from pipeline.extract.scene.sections import ends_article, is_furniture
from pipeline.extract.words.dates import FoundDate, find_dates, fits_weekday, resolve_year
from pipeline.model import Block, Document, DocumentKind, Hints, Metadata

if TYPE_CHECKING:
    from pipeline.extract.words.language import Passage
    from pipeline.reference import Reference

_HEAD = 14  # blocks in which letterhead, title, byline and date stand
_SERIES = 4  # years that make a series: last year's, this year's and the election's are in any news
_LONG = 160  # characters: a longer block is running text, not part of the head
_SIGNATURE = 70  # characters: a longer line with "Ketua Bawaslu" is a sentence or a caption
_AFTER_LAUNCH = timedelta(days=60)  # a launch is reported and presented for about two months

_RELEASE = re.compile(
    r"^\W*(?:press? ?release|siaran pers|rilis pers|pers rilis|pers release|keterangan pers|rilis media)\b",
    re.IGNORECASE,
)
_RELEASE_ROW = re.compile(
    r"^\W*(?:(?:SIARAN|RILIS|KETERANGAN) PERS|PERS RILIS|RILIS MEDIA|PRESS? ?RELEASE|"
    r"(?:Siaran|Rilis|Keterangan) Pers|Pers Rilis|Rilis Media|Press? ?Release)"
    r"(?: (?:BAWASLU|Bawaslu|NOMOR|Nomor|NO|No)(?![a-z]).*|\W.*|)$"
)
"""A row of a letterhead; a row of running text that begins with these words goes on in small letters."""
_FORM = re.compile(
    r"^\W*(?:formulir|form [a-z\d]|kuesioner|instrumen pengisian|lembar isian|alat kerja)\b", re.IGNORECASE
)
_REPORT = re.compile(
    r"^\W*(?:laporan (?:hasil|akhir|kegiatan|pengawasan|kinerja|tahunan|pemetaan)|ringkasan eksekutif|"
    r"executive summary|kata pengantar|daftar isi|bab i\b|lembar (?:fakta|data)|fact ?sheet|"
    r"bahan (?:rapat|paparan|tayang|rakor|presentasi|diskusi|koordinasi))",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(
    r"(?:@|//|\b)(?:[\w-]+\.)*bawaslu\.go\.id|"
    r"^\W*badan pengawas pemilihan umum(?: \(bawaslu\))?(?: republik indonesia)?"
    r"(?: (?:provinsi|kabupaten|kota) .{3,40})?\W*$",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"^\W*(?:narahubung|contact person|cp\s*:|untuk informasi lebih lanjut|kontak media|humas bawaslu)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^\W*(?:ketua|anggota|plh\.? ketua) (?:bawaslu|panwaslih|badan pengawas)", re.IGNORECASE)

_DATE_LABEL = re.compile(
    r"\b(?:tanggal|diterbitkan|terbit|dipublikasikan|dipublikasi|publikasi|published|posted|rilis|tayang|"
    r"diperbarui|pukul|jam|wib|wita|wit|views?|oleh|by|on|pada|last updated?)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?i)[|•·]|\b(?:laporan|reporter|editor|penulis|pewarta)\b")
_DATELINE = re.compile(r"^\W*[A-Z][A-Za-z .'-]{2,30}, \(?\d{1,2}[ /-][\w/-]+[ /-]?20\d\d\)?(?:\.| ?[-–—:])")
_TOLD_LAUNCH = re.compile(
    r"(?i)\byang (?:telah |sudah |baru |resmi )*"
    r"di(?:umumkan|luncurkan|rilis|terbitkan|keluarkan|publikasikan|launching)[^.;()\d]{0,60}$"
)
_MEETING = re.compile(
    r"(?i)\b(?:rapat|rakor\w*|rakernis|diseminasi|konferensi pers|jumpa pers|forum|seminar|diskusi|lokakarya)\b"
    r"(?:(?!luncur|rilis|terbit)[^.;]){0,80}$"
)
_SPEECH = re.compile(
    r"(?i)[\"“”]|\b(?:kata|ujar|tutur|ungkap|jelas|terang|ucap|papar|tegas|imbuh|menurut|mengatakan|menjelaskan|"
    r"menyebutkan?|menuturkan|mengungkapkan|menyampaikan|meluncurkan|mengimbau)(?:nya)?\b"
)
_PAST = re.compile(
    r"(?i)^\)?,? (?:20\d\d )?(?:lalu|silam|kemarin lusa|nanti|mendatang|yang akan datang|yang lalu)\b"
)
_HAPPENED = re.compile(
    r"(?i)\b(?:sengketa|kasus|pelanggaran|perkara|putusan|gugatan|kejadian|peristiwa|konflik|kericuhan|bencana|gempa|"
    r"banjir|pernah|terjadi)\b[^.;\n]{0,60}?\b(?:pada|di|sejak|tahun) (?:tahun )?20[12]\d\b"
)
"""Words that date an event of the past: "satu sengketa yang diajukan pada 2018"."""
_YEAR = re.compile(r"(?<![\d.,/])(20[12]\d)(?![\d/]|[.,]\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A passage with its block and its dates; ``main`` is false for links, comments and page furniture."""

    passage: Passage
    block: Block | None
    main: bool
    dates: tuple[FoundDate, ...]

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def kind(self) -> str:
        return self.block.kind if self.block else "paragraph"


def find_home(
    document: Document, passages: Sequence[Passage], name: str, hints: Hints, reference: Reference
) -> Home:
    """Say which region ``document`` is about, and how far that is in doubt.

    ``passages`` are its blocks, analysed, in reading order; ``name`` is its file name, asked for the region only
    where the text names none, or but in passing; ``hints`` are asked last.
    """
    stated = home_of(_parts(_lines(document, passages), document, reference), reference)
    if stated.code is not None and not stated.doubt:
        return stated
    named = region_of_name(name, reference) or hints.region_code
    return Home(code=named) if stated.code in {None, named} else stated


def describe(
    document: Document, passages: Sequence[Passage], home: Home, hints: Hints, reference: Reference
) -> Metadata:
    """Say who published ``document``, about which region, and when.

    ``passages`` are its blocks, analysed; ``home`` is the region that it is about. What it does not state is None.
    """
    lines = _lines(document, passages)
    kind = _kind(lines, document, reference)
    published, used = _published(lines, document, kind)
    return Metadata(
        kind=kind,
        issuer=_issuer(lines, document, kind, home.code, reference) or hints.issuer,
        region_code=home.code,
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
        lines.append(_Line(passage=passage, block=block, main=inside, dates=find_dates(passage.text)))
    return tuple(lines)


def _head(lines: tuple[_Line, ...]) -> tuple[_Line, ...]:
    """Return what stands before the running text: the short lines at the top."""
    long = next((index for index, line in enumerate(lines) if len(line.text) > _LONG), len(lines))
    return lines[: min(long, _HEAD)]


def _kind(lines: tuple[_Line, ...], document: Document, reference: Reference) -> DocumentKind:
    head = [line.text for line in lines[:_HEAD] if len(line.text) <= _LONG]
    if any(_RELEASE.match(text) for text in head) or _is_headed_release(lines, document):
        return "press_release"
    if any(_FORM.match(text) for text in head[:5]):
        return "form"
    if document.reader == "sheet" or any(_REPORT.match(text) for text in head):
        return "report"
    if _is_statistics(lines, document, reference):
        return "report"
    signs = (
        any(_LETTERHEAD.search(text) for text in head),
        any(_CONTACT.match(line.text) for line in lines),
        any(_SIGNED.match(line.text) and len(line.text) < _SIGNATURE for line in lines[-8:]),
    )
    return "press_release" if any(signs) and _outlet(lines, document, reference) is None else "news"


def _is_headed_release(lines: tuple[_Line, ...], document: Document) -> bool:
    """Tell whether a short block at the top calls itself a release in a line of its own, below a letterhead."""
    heads = (line.block for line in lines[:_HEAD] if line.block is not None and len(line.text) <= _LONG)
    rows = (row for block in heads for row in block.span.of(document.text).splitlines()[1:])
    return any(_RELEASE_ROW.match(row) for row in rows)


def _is_statistics(lines: tuple[_Line, ...], document: Document, reference: Reference) -> bool:
    """Tell whether a text tells a series of years and nobody speaks in it, as on a page of statistics."""
    text = "\n".join(line.text for line in lines if line.main)
    years = set(_YEAR.findall(text))
    told = _SPEECH.search(text) is not None or find_dates(text)
    return len(years) >= _SERIES and not told and _outlet(lines, document, reference) is None


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


def _issuer(
    lines: tuple[_Line, ...], document: Document, kind: DocumentKind, region: str | None, reference: Reference
) -> str | None:
    """Return the outlet of a news item, the office of anything else: "Bawaslu Kabupaten Probolinggo"."""
    if kind == "news":
        return _outlet(lines, document, reference) or document.site
    own = reference.regions.get(region or "")
    unsigned = document.reader == "sheet" and not any(_LETTERHEAD.search(line.text) for line in _head(lines))
    if own is None or unsigned:
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


def _outlet(lines: tuple[_Line, ...], document: Document, reference: Reference) -> str | None:
    texts = [line.text for line in lines]
    declared = [words for words in (document.site, document.title) if words]
    return find_outlet(texts[:_HEAD], texts, declared, reference)


def _published(
    lines: tuple[_Line, ...], document: Document, kind: DocumentKind
) -> tuple[date | None, tuple[_Line, FoundDate] | None]:
    """Return the day of publication, and the line and date that state it.

    A web page declares it. Elsewhere it is a line at the top that holds a full date and little else, the dateline
    of the first paragraph, or the place and date above the signature of a release. The properties of office files
    are not trusted: they tell when the file was made.
    """
    if document.published is not None and "html" in document.media_type:
        return document.published, None
    candidates = [*_head(lines), *(lines[-8:] if kind != "news" else ())]
    for line in candidates:
        if len(line.dates) == 1 and line.dates[0].year and _is_date_line(line.text, line.dates[0]):
            return resolve_year(line.dates[0], None), (line, line.dates[0])
    for line in lines[: len(_head(lines)) + 1]:
        opening = _DATELINE.match(line.text)
        dates = find_dates(line.text[: opening.end()]) if opening else ()
        if dates and dates[0].year:
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

    A date that its weekday contradicts, or on which the index "yang diumumkan" came out, goes behind the others;
    where there is none of these, a full date of a meeting counts. A missing year comes from the years that the
    text names, the ones before, and the launches of the index; the weekday decides between them.
    """
    full = _full_years(lines, published)
    years = (*full, *_text_years(lines))
    told: list[date] = []
    odd: list[date] = []
    held: list[date] = []
    for line, found in _dates_of_text(lines, published, used):
        day = _dated(found, full, years, reference)
        if day is None or day in poll_days(reference) or _PAST.match(line.text[found.span.end :]):
            continue
        before = line.text[: found.span.start]
        if not _is_marked(line.text, found):
            held += [day] if found.year and _MEETING.search(before) else []
        elif _TOLD_LAUNCH.search(before):
            told.append(day)
        elif fits_weekday(day, found.weekday) is False:
            odd.append(_year_by_weekday(found, reference) or day)  # one of the two is a slip
        else:
            return day
    return next(iter((*odd, *told, *held)), None)


def _year_by_weekday(found: FoundDate, reference: Reference) -> date | None:
    """Return the day of the year before or after that its weekday fits, if a launch is just behind it.

    "Jumat (16/12/2021)" was written of a launch of 2022.
    """
    launches = [one.published for one in reference.editions.values() if one.published is not None]
    near = (_on(found, (found.year or 0) + step) for step in (-1, 1)) if found.year else ()
    return next(
        (
            day
            for day in near
            if day is not None
            and fits_weekday(day, found.weekday)
            and any(timedelta(0) <= day - launch <= _AFTER_LAUNCH for launch in launches)
        ),
        None,
    )


def _dates_of_text(
    lines: tuple[_Line, ...], published: date | None, used: tuple[_Line, FoundDate] | None
) -> Iterator[tuple[_Line, FoundDate]]:
    """Yield the dates of the article proper, but for the one that states the day of publication."""
    for line in lines:
        dates = line.dates if line.main else ()
        full = [resolve_year(one, None) for one in dates if one.year]
        if published and full == [published] and _is_date_line(line.text, dates[0]):
            continue
        for found in dates:
            if not (used and used[0] is line and used[1] == found):
                yield line, found


def _is_marked(text: str, found: FoundDate) -> bool:
    """Tell whether a weekday or a bracket marks the date, as that of an event."""
    return found.weekday is not None or text[max(0, found.span.start - 2) : found.span.start].endswith("(")


def _full_years(lines: tuple[_Line, ...], published: date | None) -> tuple[int, ...]:
    written = (found.year for line in lines for found in line.dates if found.year)
    years = ([published.year, published.year - 1] if published else []) + list(written)
    return tuple(dict.fromkeys(years))


def _text_years(lines: tuple[_Line, ...]) -> tuple[int, ...]:
    """List the years that the text names, latest first, and then the years before them.

    One in which something happened is left out, for the text may be of years later.
    """
    named = sorted(
        {int(year) for line in lines for year in _YEAR.findall(_HAPPENED.sub("", line.text))}, reverse=True
    )
    return tuple(dict.fromkeys((*named, *(year - 1 for year in named))))


def _dated(found: FoundDate, full: tuple[int, ...], years: tuple[int, ...], reference: Reference) -> date | None:
    if found.year is not None:
        return resolve_year(found, None)
    latest = max(years, default=0)  # a text that names 2019 is of no launch for 2018
    launches = [
        one.published for one in reference.editions.values() if one.published is not None and one.year >= latest
    ]
    after_launch = (
        day
        for launch in launches
        for day in (_on(found, launch.year), _on(found, launch.year + 1))
        if day is not None and timedelta(0) <= day - launch <= _AFTER_LAUNCH and day.year - 2 <= latest
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
