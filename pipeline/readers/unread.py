"""Formats that people send and no reader takes: how one knows them, and what to save them as."""

from __future__ import annotations

import re
from dataclasses import dataclass

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old Office files begin, Outlook messages, and new Office files that are encrypted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A format: what to call it, what to save it as, its usual endings, and the bytes that show it.

    ``sign`` is sought at the beginning of the file; ``stream`` anywhere in an OLE file; ``member`` anywhere in
    a zip file.
    """

    what: str
    remedy: str
    endings: tuple[str, ...] = ()
    sign: bytes | None = None
    stream: str | None = None
    member: bytes | None = None
    encrypted: bool = False

    def shows_in(self, data: bytes) -> bool:
        """Tell whether the bytes show the format; an ending alone says less."""
        if self.sign is not None:
            return re.match(self.sign, data[:1024], re.DOTALL) is not None
        if self.stream is not None:
            return data.startswith(OLE) and self.stream.encode("utf-16-le") in data
        return self.member is not None and data.startswith(b"PK\x03\x04") and self.member in data


_PICTURE = ".png or .jpg"
_OLD = (
    Unread(what="an encrypted Office file", remedy="", stream="EncryptedPackage", encrypted=True),
    Unread(what="an old Word file (.doc)", remedy=".docx or PDF", endings=(".doc", ".dot"), stream="WordDocument"),
    Unread(what="an old Excel file (.xls)", remedy=".xlsx", endings=(".xls", ".xlt"), stream="Workbook"),
    Unread(
        what="an old PowerPoint file (.ppt)",
        remedy="PDF",
        endings=(".ppt", ".pps", ".pot"),
        stream="PowerPoint Document",
    ),
    Unread(what="an Outlook message (.msg)", remedy=".eml", endings=(".msg",), stream="__substg1.0_"),
)
_PACKED = (
    Unread(
        what="an OpenDocument text (.odt)",
        remedy=".docx or PDF",
        endings=(".odt", ".ott"),
        member=b"opendocument.text",
    ),
    Unread(
        what="an OpenDocument sheet (.ods)", remedy=".xlsx", endings=(".ods",), member=b"opendocument.spreadsheet"
    ),
    Unread(
        what="an OpenDocument presentation (.odp)",
        remedy="PDF",
        endings=(".odp",),
        member=b"opendocument.presentation",
    ),
    Unread(what="an OpenDocument file", remedy="PDF", endings=(".odg",), member=b"vnd.oasis.opendocument"),
    Unread(what="an e-book (.epub)", remedy="PDF", endings=(".epub",), member=b"application/epub+zip"),
    Unread(
        what="a PowerPoint file (.pptx)",
        remedy="PDF",
        endings=(".pptx", ".pptm", ".ppsx", ".potx"),
        member=b"ppt/",
    ),
    Unread(what="a binary Excel file (.xlsb)", remedy=".xlsx", endings=(".xlsb",), member=b"xl/workbook.bin"),
    Unread(what="a Pages document", remedy=".docx or PDF", endings=(".pages",)),
    Unread(what="a Numbers sheet", remedy=".xlsx", endings=(".numbers",)),
    Unread(what="a Keynote presentation", remedy="PDF", endings=(".key",)),
    Unread(what="an iWork file", remedy="PDF, .docx or .xlsx", member=b"Index/Document.iwa"),
    Unread(what="an XPS document", remedy="PDF", endings=(".xps", ".oxps"), member=b"FixedDoc"),
)
_SIGNED = (
    Unread(what="an RTF file (.rtf)", remedy=".docx or PDF", endings=(".rtf",), sign=rb"\{\\rtf"),
    Unread(what="a GIF image", remedy=_PICTURE, endings=(".gif",), sign=rb"GIF8[79]a"),
    Unread(what="a BMP image", remedy=_PICTURE, endings=(".bmp",), sign=rb"BM.{4}\0\0\0\0"),
    Unread(what="a WebP image", remedy=_PICTURE, endings=(".webp",), sign=rb"RIFF.{4}WEBP"),
    Unread(
        what="a HEIC image",
        remedy=_PICTURE,
        endings=(".heic", ".heif", ".avif"),
        sign=rb".{4}ftyp(?:hei|hev|mif1|msf1|avi[fs])",
    ),
    Unread(what="a Photoshop file", remedy=_PICTURE, endings=(".psd",), sign=rb"8BPS"),
    Unread(what="a DjVu file", remedy="PDF", endings=(".djvu", ".djv"), sign=rb"AT&TFORM"),
    Unread(what="a PostScript file", remedy="PDF", endings=(".ps", ".eps"), sign=rb"%!PS"),
    Unread(what="a 7z archive", remedy=".zip", endings=(".7z",), sign=rb"7z\xbc\xaf"),
    Unread(what="a RAR archive", remedy=".zip", endings=(".rar",), sign=rb"Rar!"),
    Unread(what="a gzip archive", remedy=".zip", endings=(".gz", ".tgz"), sign=rb"\x1f\x8b"),
    Unread(what="a bzip2 archive", remedy=".zip", endings=(".bz2",), sign=rb"BZh[1-9]1AY&SY"),
    Unread(what="an xz archive", remedy=".zip", endings=(".xz",), sign=rb"\xfd7zXZ\0"),
    Unread(what="a tar archive", remedy=".zip", endings=(".tar",), sign=rb".{257}ustar"),
    Unread(
        what="a video or audio file",
        remedy="a document of what it says",
        endings=(
            *(".mp4", ".m4v", ".m4a", ".mov", ".3gp", ".avi", ".mkv", ".webm", ".wmv", ".flv"),
            *(".mp3", ".wav", ".ogg", ".opus", ".aac", ".amr"),
        ),
        sign=rb".{4}ftyp|RIFF.{4}(?:AVI |WAVE)|\x1aE\xdf\xa3|ID3[\x02-\x04]|OggS|fLaC|\0\0\x01\xba|FLV\x01",
    ),
    Unread(
        what="an Excel 2003 XML file",
        remedy=".xlsx",
        sign=rb"\s*(?:\xef\xbb\xbf)?<\?xml.{0,400}(?:Excel\.Sheet|<(?:\w+:)?Workbook\b)",
    ),
    Unread(
        what="a Word 2003 XML file",
        remedy=".docx or PDF",
        sign=rb"\s*(?:\xef\xbb\xbf)?<\?xml.{0,400}(?:Word\.Document|<w:wordDocument\b|<pkg:package\b)",
    ),
    Unread(
        what="a web archive (.mht)",
        remedy="HTML (the page alone)",
        endings=(".mht", ".mhtml"),
        sign=rb"From: [<\"']Saved by ",
    ),
    Unread(what="a web archive (.webarchive)", remedy="HTML", endings=(".webarchive",), sign=rb"bplist00"),
    Unread(
        what="a link to an online document", remedy=".docx, .xlsx or PDF", endings=(".gdoc", ".gsheet", ".url")
    ),
)
UNREAD: tuple[Unread, ...] = (*_OLD, *_PACKED, *_SIGNED)
_OFFICE = Unread(what="an old Office file (.doc, .xls)", remedy=".docx, .xlsx or PDF")


def unread_by_sign(data: bytes) -> Unread | None:
    """Return the format that the bytes show, None where they show none of the table.

    >>> found = unread_by_sign(b"GIF89a....")
    >>> found.what if found else None
    'a GIF image'
    >>> unread_by_sign(b"BMKG mencatat hujan lebat") is None
    True
    """
    return next((one for one in UNREAD if one.shows_in(data)), None)


def known_unread(ending: str, data: bytes) -> Unread | None:
    """Return the format of a file that no reader takes: by its bytes, else by its ending (with the dot)."""
    if shown := unread_by_sign(data):
        return shown
    by_ending = next((one for one in UNREAD if ending in one.endings), None)
    return by_ending or (_OFFICE if data.startswith(OLE) else None)
