"""What kind of file it is: by its first bytes, then by its ending."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from pipeline.errors import ReadError
from pipeline.readers.decode import decode
from pipeline.readers.unread import OLE, Unread, known_unread, unread_by_sign

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv"
PNG = "image/png"
JPEG = "image/jpeg"
TIFF = "image/tiff"
EML = "message/rfc822"
ZIP = "application/zip"
UNKNOWN = "application/octet-stream"

EXTENSIONS: Mapping[str, str] = {
    ".txt": TEXT,
    ".md": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".docx": DOCX,
    ".docm": DOCX,
    ".dotx": DOCX,
    ".pdf": PDF,
    ".xlsx": XLSX,
    ".xlsm": XLSX,
    ".csv": CSV,
    ".tsv": CSV,
    ".png": PNG,
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".tif": TIFF,
    ".tiff": TIFF,
    ".eml": EML,
    ".zip": ZIP,
}
"""Endings, in lower case with the dot, of what is taken."""

CONTAINERS = frozenset({EML, ZIP})
"""Types that hold documents: each of these becomes a document of its own. A mail is one besides."""

_PROLOGUE = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*)*+"
_HTML_START = re.compile(_PROLOGUE + rb"<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE | re.DOTALL)
# A page without its frame, as programs write that offer "export to Excel": only under an ending that is no text's.
_HTML_PIECE = re.compile(
    _PROLOGUE + rb"<(?:meta|title|style|script|link|center|div|font|h[1-6]|p|table|thead|tbody|tr)\b",
    re.IGNORECASE | re.DOTALL,
)
_SIGNED: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
)
_PACKAGES: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"word/(?:_rels/)?(?:document|settings|styles|theme/|numbering|fontTable)"), DOCX),
    (re.compile(rb"xl/(?:_rels/)?(?:workbook\.xml|styles|theme/|worksheets/|sharedStrings)"), XLSX),
)
_FIRST_NAME = 30  # where the name of a zip's first member stands
_PACKAGE_STARTS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"mimetype")
_OLD_ENDINGS: Mapping[str, str] = {".doc": DOCX, ".dot": DOCX, ".xls": XLSX, ".xlt": XLSX}
"""What a zip file is that has the ending of an old Office file."""
_WORDY_ENDINGS = frozenset({".doc", ".dot", ".odt", ".rtf", ".wps"})
_TABULAR_ENDINGS = frozenset({".xls", ".xlt", ".xlsx", ".xlsm", ".xlsb", ".ods"})
_DELIMITED = re.compile(r"[,;\t|]")


def media_type_of(name: str, head: bytes) -> str:
    """Return the media type of a file called ``name`` that begins with ``head`` (4 kB are enough).

    The content decides where it is plain: a PDF is a PDF under any name, and what programs call .xls is often a
    web page or a text with tabs. ``application/octet-stream`` stands for what no reader takes.

    >>> media_type_of("rilis.txt", b"%PDF-1.7 ..."), media_type_of("rilis.MD", b"# Judul")
    ('application/pdf', 'text/markdown')
    >>> media_type_of("peta", bytes.fromhex("89504e470d0a1a0a")), media_type_of("rilis", b"Skor 41,2")
    ('image/png', 'application/octet-stream')
    >>> media_type_of("skor.xls", b"<table><tr><td>Skor"), media_type_of("skor.xls", b"No;Daerah;Skor")
    ('text/html', 'text/csv')
    """
    by_name = EXTENSIONS.get(_ending(name), UNKNOWN)
    if head.lstrip().startswith(b"%PDF-") or (b"%PDF-" in head[:1024] and by_name in {PDF, UNKNOWN}):
        return PDF
    if signed := next((kind for start, kind in _SIGNED if head.startswith(start)), None):
        return signed
    if head.startswith(b"PK\x03\x04"):
        return _package_type(name, by_name, head)
    if head.startswith(OLE):  # old Office files, and encrypted new ones: their readers know which
        return by_name if by_name in {DOCX, XLSX} else UNKNOWN
    return UNKNOWN if unread_by_sign(head) else _wordy_type(name, by_name, head)


def _package_type(name: str, by_name: str, head: bytes) -> str:
    """Tell what a zip file is: Office files are zip files too, and an archive may begin with one."""
    if by_name == ZIP and not head[_FIRST_NAME:].startswith(_PACKAGE_STARTS):
        return ZIP
    if shown := next((kind for sign, kind in _PACKAGES if sign.search(head)), None):
        return shown
    office = _OLD_ENDINGS.get(_ending(name), by_name)
    if office in {DOCX, XLSX}:
        return UNKNOWN if unread_by_sign(head) else office
    return UNKNOWN if known_unread(_ending(name), head) else ZIP


def _wordy_type(name: str, by_name: str, head: bytes) -> str:
    """Tell what a file is that shows no sign of a binary format."""
    start = _without_mark(head)
    if _HTML_START.match(start) or (by_name not in {TEXT, MARKDOWN} and _HTML_PIECE.match(start)):
        return HTML
    ending = _ending(name)
    if ending in _WORDY_ENDINGS | _TABULAR_ENDINGS and (text := _plain_text(head, name)):
        if ending in _WORDY_ENDINGS:
            return TEXT
        return CSV if _DELIMITED.search(text) else by_name
    return by_name


def _without_mark(head: bytes) -> bytes:
    """Return the head in a superset of ASCII, without a byte order mark."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="replace").encode()
    return head.removeprefix(b"\xef\xbb\xbf")


def _plain_text(head: bytes, name: str) -> str:
    """Return the characters of a text file, nothing for a binary one."""
    try:
        return decode(head, name=name).text.strip("\0\ufeff \t\r\n")
    except ReadError:
        return ""


def refusal(name: str, data: bytes, media_type: str) -> ReadError:
    """Return the error for a file that no reader takes, with what it seems to be and what to save it as."""
    found = known_unread(_ending(name), data)
    if found is not None:
        return _refused(found, name)
    what = f"files of type {media_type}" if media_type != UNKNOWN else "this kind of file"
    taken = " ".join(EXTENSIONS)
    return ReadError(
        f"{what} cannot be read", where=name, remedy=f"save it as one of: {taken}", code="unknown_format"
    )


def _refused(found: Unread, name: str) -> ReadError:
    if found.encrypted:
        return ReadError(
            "the file is encrypted", where=name, remedy="save it without a password", code="encrypted"
        )
    return ReadError(
        f"{found.what} cannot be read", where=name, remedy=f"save it as {found.remedy}", code="unknown_format"
    )


def _ending(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()
