"""The register of an evidence pack, and how to verify it: documents and pictures with their SHA-256."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pipeline.dataset.pack.data import Pack
from pipeline.dataset.pack.pictures import Gallery
from pipeline.dataset.pack.words import Pair, both, told
from pipeline.dataset.page import as_text
from pipeline.dataset.types import DocumentRecord

_KINDS: Final[Mapping[str, Pair]] = {
    "press_release": ("siaran pers", "press release"),
    "news": ("berita", "news"),
    "report": ("laporan", "report"),
    "form": ("formulir", "form"),
}
_ONLINE: Final[Mapping[str, Pair]] = {
    "live": ("masih daring", "still online"),
    "gone": ("sudah tidak daring", "no longer online"),
}
_DOCUMENTS: Final = (
    "Bandingkan SHA-256 setiap berkas dengan yang tertera di sini. Di macOS perintahnya shasum -a 256, di Windows "
    "certutil -hashfile BERKAS SHA256. Simpan daftar ini sebagai SHA256SUMS di folder korpus untuk memeriksa "
    "semuanya.",
    "Compare the SHA-256 of each file with the one given here. On macOS the command is shasum -a 256, on Windows "
    "certutil -hashfile FILE SHA256. Save this list as SHA256SUMS in the folder of the corpus to check them all.",
)
_PICTURES: Final = (
    "Gambar tertanam sebagai PNG. Perintah ini menghitung SHA-256 setiap gambar, urut H1, H2, dan seterusnya.",
    "Pictures are embedded as PNG. This command computes the SHA-256 of each, in the order H1, H2 and so on.",
)
_PICTURES_COMMAND: Final = (
    "grep -o 'href=\"data:image/png;base64,[^\"]*' FILE.html | cut -d, -f2 |\n"
    '  while read -r one; do printf %s "$one" | base64 -d | sha256sum; done'
)
_AGAIN: Final = (
    "Korpus, keputusan, dan program yang sama menghasilkan berkas ini lagi, bita demi bita; SHA-256-nya dicetak "
    "oleh perintah pertama. Perintah kedua menunjukkan asal satu nilai.",
    "The same corpus, decisions and program give this file again, byte for byte; its SHA-256 is printed by the "
    "first command. The second shows where one value comes from.",
)
_HASHES: Final = (
    "Sidik finding menamai apa yang dinyatakan, tetap sama dari waktu ke waktu; value adalah sidik nilainya, "
    "evidence sidik kata-katanya dengan 60 aksara di sekitarnya.",
    "The hash finding names what is stated, the same over time; value is the hash of what it says, evidence that "
    "of its words with 60 characters around them.",
)


def document_entry(number: int, document: DocumentRecord, pack: Pack, parts: Mapping[str, str]) -> str:
    """Return a document with all that is known of it; ``parts`` names the file that it lies in, where it does."""
    rows = "".join(
        f"<div><dt>{both(label)}</dt><dd>{value}</dd></div>\n" for label, value in _rows(document, pack, parts)
    )
    head = f"<h4><b>D{number}</b> {as_text(document.file)}</h4>"
    return f'<article id="d{number}">\n{head}\n<dl>\n{rows}</dl>\n</article>\n'


def _rows(document: DocumentRecord, pack: Pack, parts: Mapping[str, str]) -> Iterator[tuple[Pair, str]]:
    yield ("SHA-256", "SHA-256"), f"<code>{as_text(document.sha256)}</code>"
    if container := parts.get(document.sha256):
        yield ("Terletak di dalam", "Lies in"), as_text(container)
    kind = both(_KINDS[document.kind]) if document.kind else ""
    by = [
        kind,
        as_text(document.issuer or ""),
        as_text(document.published.isoformat() if document.published else ""),
    ]
    yield ("Penerbit", "Issuer"), ", ".join(part for part in by if part)
    if document.event_date:
        yield ("Tanggal peristiwa", "Day of the event"), document.event_date.isoformat()
    if document.url:
        online = f" ({both(_ONLINE[document.online])})" if document.online else ""
        yield ("Alamat", "Address"), f"{as_text(document.url)}{online}"
    if document.retrieved:
        yield ("Diambil", "Fetched"), document.retrieved.isoformat()
    if document.reader:
        grade = f", {document.grade:.0%}" if document.grade is not None else ""
        yield (
            ("Dibaca sebagai", "Read as"),
            f"{as_text(document.media_type)}, {as_text(document.reader)} {document.reader_version}{grade}",
        )
    if document.status != "read":
        yield ("Keadaan", "Status"), as_text(document.status)
    mine = [
        one.number
        for one in pack.exhibits
        if (one.side.document, one.side.sha256) == (document.file, document.sha256)
    ]
    links = " ".join(f'<a href="#b{one}">B{one}</a>' for one in mine)
    yield ("Bukti", "Exhibits"), links or both(("tidak ada", "none"))


def verification(pack: Pack, gallery: Gallery, parts: Mapping[str, str]) -> str:
    """Return how documents, pictures and the page itself are verified, with the commands."""
    sums = "\n".join(f"{one.sha256}  {one.file}" for one in _files(pack, parts))
    row = ":".join(part for part in (pack.region.code, pack.edition, pack.basis) if part)
    pieces = [f"<section>\n<h2>{both(('Cara memeriksa', 'How to verify'))}</h2>\n"]
    if pack.documents:
        pieces.append(f"{_heading(('Dokumen', 'Documents'))}{told(_DOCUMENTS)}")
        pieces.append(_commands("sha256sum FILE\nsha256sum --check SHA256SUMS"))
    if sums:
        pieces.append(_commands(sums))
    if gallery.sheets:
        pieces.append(f"{_heading(('Gambar', 'Pictures'))}{told(_PICTURES)}{_commands(_PICTURES_COMMAND)}")
        pieces.append(
            _commands("\n".join(f"{one}  H{number}" for number, one in enumerate(gallery.sheets, start=1)))
        )
    pieces.append(f"{_heading(('Berkas ini', 'This file'))}{told(_AGAIN)}")
    pieces.append(_commands(f"ikp why {row} --pack FILE.html\nikp why {row} score"))
    pieces.append(f"{told(_HASHES)}</section>\n")
    return "".join(pieces)


def _files(pack: Pack, parts: Mapping[str, str]) -> Iterator[DocumentRecord]:
    """Yield the documents that are files of their own."""
    seen: set[str] = set()
    for one in pack.documents:
        if one.sha256 not in parts and one.file not in seen:
            seen.add(one.file)
            yield one


def _heading(pair: Pair) -> str:
    return f"<h3>{both(pair)}</h3>\n"


def _commands(lines: str) -> str:
    return '<pre tabindex="0">' + "\n".join(map(as_text, lines.split("\n"))) + "</pre>\n"
