"""An evidence pack as one page: everything about a region, to be read, printed and verified without a network.

It holds no script and refers to nothing outside; what comes from documents and people is text and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from pipeline.dataset.coverage import EDITION
from pipeline.dataset.pack.cards import card
from pipeline.dataset.pack.data import Item, Pack
from pipeline.dataset.pack.documents import document_entry, verification
from pipeline.dataset.pack.pictures import Gallery, is_small, stored, whole
from pipeline.dataset.pack.style import STYLE
from pipeline.dataset.pack.words import (
    ABSENT,
    BASES,
    FAULTS,
    FIELDS,
    LEVELS,
    STATUSES,
    TABLES,
    both,
    told,
)
from pipeline.dataset.page import as_text, whole_page
from pipeline.dataset.sample_documents import sample_notice
from pipeline.dataset.types import Conflict
from pipeline.dataset.why.lineage import Lineage
from pipeline.reference.kamus import said
from pipeline.reference.types import Reference


def pack_page(pack: Pack, gallery: Gallery, parts: Mapping[str, str]) -> bytes:
    """Return the page of a pack.

    ``gallery`` has the pictures; ``parts`` says of documents that lie in others, by SHA-256, in which file.
    """
    numbers = {(one.file, one.sha256): number for number, one in enumerate(pack.documents, start=1)}
    cards = {one.number: card(one, gallery, numbers) for one in pack.exhibits}
    editions = groupby(pack.items, lambda item: item.subject.key.edition)
    body = "".join(
        (
            _summary(pack),
            *(_edition(edition, list(items), cards, pack) for edition, items in editions),
            _others(pack, cards),
            _documents(pack, parts),
            _pages(pack, gallery),
            verification(pack, gallery, parts),
            stored(gallery),
        )
    )
    size = _size(len(_with_head("", body, pack, gallery)))
    return _with_head(size, body, pack, gallery)


def _with_head(size: str, body: str, pack: Pack, gallery: Gallery) -> bytes:
    """Return the page, which says how large it is."""
    return whole_page(
        f"{_header(pack, gallery, size)}{body}",
        title=f"Berkas bukti: {pack.region.name} ({pack.region.code})",
        style=STYLE,
        language="id",
        pictures=True,
    ).encode()


def _size(count: int) -> str:
    """Say how large a page is.

    >>> _size(48_200), _size(3_460_000)
    ('48 kB', '3.5 MB')
    """
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{count // 1000} kB"


def _edition_name(edition: str, pack: Pack) -> str:
    known = pack.reference.editions.get(edition)
    return known.name if known else edition


def _header(pack: Pack, gallery: Gallery, size: str) -> str:
    region = pack.region
    province = pack.reference.regions.get(region.province or "")
    within = f", {as_text(province.name)}" if province and province.code != region.code else ""
    asked = ", ".join(part for part in (pack.edition, pack.basis) if part)
    scope = as_text(asked) if asked else both(("semua edisi", "all editions"))
    values = sum(answer.value is not None for item in pack.items for _, answer in item.values)
    counted = " · ".join(
        f"<b>{number:,}</b> {both(words)}"
        for number, words in (
            (values, ("nilai", "values")),
            (len(pack.exhibits), ("bukti", "exhibits")),
            (len(pack.documents), ("dokumen", "documents")),
            (len(gallery.sheets), ("gambar", "pictures")),
        )
    )
    return (
        f"<header>\n<p>{both(('Berkas bukti', 'Evidence pack'))} · Indeks Kerawanan Pemilu (IKP)</p>\n"
        f"<h1>{as_text(region.name)} <small>{as_text(region.code)}</small></h1>\n"
        f"<p>{both(LEVELS[region.level])}{within} · {scope}</p>\n"
        f'<p class="total">{counted} · {size}</p>\n{_caution(pack)}{_coverage(pack)}{_absent(pack)}'
        f"{told(_ABOUT)}</header>\n"
    )


_ABOUT: Final = (
    "Setiap nilai ditunjukkan bersama kata-kata yang menyatakannya, dokumennya, dan halamannya. Kutipan ditulis "
    "apa adanya; nomor telepon, surel, dan nomor induk ditutup dengan •. Gambar menampilkan halaman seutuhnya dan "
    "tidak ditutup; tanda kuning digambar di atasnya. Berkas tanpa halaman disusun ulang sebagai halaman kecil. B "
    "adalah bukti, D dokumen, H halaman.",
    "Each value is shown with the words that state it, their document and their page. Quotes are verbatim, with "
    "telephone numbers, mail addresses and personal numbers masked by •. Pictures show the page as it is, nothing "
    "masked; the yellow marks are drawn over it. Files without pages are set anew as a small page. B is an "
    "exhibit, D a document, H a page.",
)


def _coverage(pack: Pack) -> str:
    """Say what the dataset knows of the region in the edition that coverage is measured for."""
    if pack.coverage is None:
        return ""
    one = pack.coverage
    held_back = (
        f", {both(FAULTS['hold'])} <code>{as_text(', '.join(one.held_back))}</code>" if one.held_back else ""
    )
    return (
        f"<p>{both(('Cakupan', 'Coverage'))}, {as_text(_edition_name(EDITION, pack))}: "
        f"<b>{both(STATUSES[one.status])}</b>; {one.documents} {both(('dokumen', 'documents'))}, "
        f"{one.findings} {both(('temuan', 'findings'))}, {one.held} {both(('menunggu', 'waiting'))}"
        f"{held_back}</p>\n"
    )


def _caution(pack: Pack) -> str:
    """Say what must be known of sample documents among those of the pack."""
    notice = sample_notice(pack.documents)
    return f'<div class="absent">{told((notice[1], notice[0]))}</div>\n' if notice else ""


def _absent(pack: Pack) -> str:
    """Say why there is no value, and where there may be some."""
    lines = ""
    if pack.absent:
        lines += f'<div class="absent">{told(ABSENT[pack.absent])}</div>\n'
    if pack.elsewhere:
        names = ", ".join(as_text(_edition_name(one, pack)) for one in pack.elsewhere)
        lines += (
            f"<p>{both(('Ada nilai lain pada edisi', 'There are other values of the editions'))}: {names}</p>\n"
        )
    if pack.unread:
        unread = (
            f"{pack.unread} dokumen korpus tidak dapat dibaca; daerahnya tidak diketahui.",
            f"{pack.unread} documents of the corpus could not be read; of which regions they speak is not known.",
        )
        lines += told(unread)
    return lines


def _summary(pack: Pack) -> str:
    """Return all values on one table, each with its exhibits."""
    if not pack.items:
        return ""
    rows = "".join(
        f'<tr><th colspan="3" scope="rowgroup">{as_text(_edition_name(edition, pack))}</th></tr>\n'
        + "".join(_summary_row(item, pack) for item in items)
        for edition, items in groupby(pack.items, lambda item: item.subject.key.edition)
    )
    return (
        f"<section>\n<h2>{both(('Ringkasan', 'Summary'))}</h2>\n<table>\n<thead><tr>"
        f'<th scope="col">{both(("Apa", "What"))}</th><th scope="col">{both(("Nilai", "Value"))}</th>'
        f'<th scope="col">{both(("Bukti", "Exhibits"))}</th></tr></thead>\n'
        f"<tbody>\n{rows}</tbody>\n</table>\n</section>\n"
    )


def _summary_row(item: Item, pack: Pack) -> str:
    values = "<br>".join(f"{both(FIELDS[name])}: {_value(answer)}" for name, answer in item.values)
    links = " ".join(f'<a href="#b{one.number}">B{one.number}</a>' for one in item.exhibits)
    return f"<tr><td>{_title(item, pack)}</td><td>{values}</td><td>{links}</td></tr>\n"


def _value(answer: Lineage) -> str:
    if answer.value is not None:
        return f"<q>{as_text(answer.value)}</q>"
    return f"<em>{both(STATUSES[answer.status])}</em>"


def _title(item: Item, pack: Pack) -> str:
    """Name a row of a table in both languages, with what it is about."""
    key, reference = item.subject.key, pack.reference
    name = both(TABLES[item.subject.table])
    basis = f", {both(BASES[key.basis])}" if key.basis and pack.region.level != "city" else ""
    if item.subject.table == "indicators":
        indicator = reference.indicators.get(key.indicator or 0)
        return f"{name} {key.indicator}" + (f": {as_text(indicator.name)}" if indicator else "")
    if item.subject.table == "tallies":
        return f"{name} {as_text(key.category or '')}, {both(LEVELS[key.level or 'province'])}" + (
            f", {as_text(key.dimension)}" if key.dimension else ""
        )
    return f"{name}{f': {as_text(key.dimension)}' if key.dimension else ''}{basis}"


def _edition(edition: str, items: Sequence[Item], cards: Mapping[int, str], pack: Pack) -> str:
    name = _edition_name(edition, pack)
    inner = "".join(_item(item, cards, pack) for item in items)
    return f"<section>\n<h2>{as_text(name)} <small>{as_text(edition)}</small></h2>\n{inner}</section>\n"


def _item(item: Item, cards: Mapping[int, str], pack: Pack) -> str:
    values = "".join(
        f"<div><dt>{both(FIELDS[name])}</dt><dd>{_value(answer)}</dd></div>\n" for name, answer in item.values
    )
    reasons = "".join(_reasons(item, pack.reference))
    exhibits = "".join(cards[one.number] for one in item.exhibits)
    head = f'<h3>{_title(item, pack)}</h3>\n<dl class="values">\n{values}</dl>'
    return f'<section class="item">\n{head}\n{reasons}{exhibits}</section>\n'


def _reasons(item: Item, reference: Reference) -> Iterator[str]:
    """Yield how disagreements were settled, and what checks say."""
    conflicts = {one.id: one for _, answer in item.values for one in answer.conflicts}
    held = any(fault.severity == "hold" for fault in item.faults)
    for one in conflicts.values():
        yield f'<p class="conflict">{as_text(_settled(one, reference, held=held))}</p>\n'
    for name, answer in item.values:
        if name == "category_derived" and answer.value is not None:
            yield f'<p class="reason">Skor itu {as_text(answer.value)} menurut batas kategori edisi ini.</p>\n'
    sentences = dict.fromkeys(
        reason
        for _, answer in item.values
        if answer.value is not None or answer.conflicts
        for reason in answer.reasons
    )
    yield from (f'<p class="reason" lang="en">{as_text(reason)}</p>\n' for reason in sentences)
    for fault in item.faults:
        told = f'<i lang="en">{as_text(fault.message)}</i> <code>{as_text(fault.check)}</code>'
        yield f'<p class="warning">{both(FAULTS[fault.severity])} {told}</p>\n'


def _settled(conflict: Conflict, reference: Reference, *, held: bool) -> str:
    """Say in Indonesian how a disagreement was settled; the English sentence is among the reasons."""
    stated = ", ".join(str(side.value) for side in conflict.sides)
    taken = "Tidak ada yang dipakai" if conflict.open else f"Didahulukan {conflict.sides[0].value}"
    why = said(reference.kamus, "_precedence", conflict.decided_by)
    but = " Nilai itu tidak terbit, karena barisnya ditahan." if held and not conflict.open else ""
    return f"Sumber berbeda: {stated}. {taken}, karena {why}.{but}"


def _others(pack: Pack, cards: Mapping[int, str]) -> str:
    if not pack.others:
        return ""
    about = (
        "Temuan tentang daerah ini yang tidak menjadi nilai tabel.",
        "Findings about this region that are no value of a table.",
    )
    inner = "".join(cards[one.number] for one in pack.others)
    return f"<section>\n<h2>{both(('Temuan lain', 'Other findings'))}</h2>\n{told(about)}{inner}</section>\n"


def _documents(pack: Pack, parts: Mapping[str, str]) -> str:
    if not pack.documents:
        return ""
    entries = "".join(
        document_entry(number, document, pack, parts) for number, document in enumerate(pack.documents, start=1)
    )
    return f"<section>\n<h2>{both(('Dokumen', 'Documents'))}</h2>\n{entries}</section>\n"


def _pages(pack: Pack, gallery: Gallery) -> str:
    figures = "".join(
        whole(sheet, gallery.on(sheet, pack), gallery) for sheet in gallery.sheets.values() if not is_small(sheet)
    )
    return f"<section>\n<h2>{both(('Halaman', 'Pages'))}</h2>\n{figures}</section>\n" if figures else ""
