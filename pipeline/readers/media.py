"""What kind of file it is: by its first bytes, then by its ending."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from pipeline.errors import ReadError

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

_WORDY = frozenset({TEXT, MARKDOWN, HTML, CSV, EML})
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_SIGNED: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNREAD: tuple[tuple[bytes, str, str], ...] = (
    (b"{\\rtf", "an RTF file", ".docx or PDF"),
    (b"GIF8", "a GIF image", ".png"),
    (b"BM", "a BMP image", ".png"),
    (b"7z\xbc\xaf", "a 7z archive", ".zip"),
    (b"Rar!", "a RAR archive", ".zip"),
    (b"\x1f\x8b", "a gzip archive", ".zip"),
)
_UNREAD_PACKAGES: tuple[tuple[bytes, str, str], ...] = (
    (b"opendocument.text", "an OpenDocument text (.odt)", ".docx or PDF"),
    (b"opendocument.spreadsheet", "an OpenDocument sheet (.ods)", ".xlsx"),
    (b"vnd.oasis.opendocument", "an OpenDocument file", "PDF"),
    (b"application/epub+zip", "an e-book (.epub)", "PDF"),
    (b"ppt/", "a PowerPoint file (.pptx)", "PDF"),
)
_FIRST_NAME = 30  # where the name of a zip's first member stands
_PACKAGE_STARTS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"mimetype")
_UNREAD_ENDINGS: Mapping[str, tuple[str, str]] = {
    ".doc": ("an old Word file (.doc)", ".docx or PDF"),
    ".xls": ("an old Excel file (.xls)", ".xlsx"),
    ".ppt": ("an old PowerPoint file (.ppt)", "PDF"),
    ".msg": ("an Outlook message (.msg)", ".eml"),
    ".webp": ("a WebP image", ".png"),
    ".heic": ("a HEIC image", ".jpg"),
}


def media_type_of(name: str, head: bytes) -> str:
    """Return the media type of a file called ``name`` that begins with ``head`` (4 kB are enough).

    The content decides where it is plain: a PDF is a PDF under any name. ``application/octet-stream`` stands
    for what no reader takes.

    >>> media_type_of("rilis.txt", b"%PDF-1.7 ..."), media_type_of("rilis.MD", b"# Judul")
    ('application/pdf', 'text/markdown')
    >>> media_type_of("peta", bytes.fromhex("89504e470d0a1a0a")), media_type_of("rilis", b"Skor 41,2")
    ('image/png', 'application/octet-stream')
    """
    by_name = EXTENSIONS.get(_ending(name), UNKNOWN)
    if head.lstrip().startswith(b"%PDF-") or (b"%PDF-" in head[:1024] and by_name in {PDF, UNKNOWN}):
        return PDF
    if signed := next((kind for start, kind in _SIGNED if head.startswith(start)), None):
        return signed
    if head.startswith(b"PK\x03\x04"):
        return _package_type(by_name, head)
    if _HTML_START.match(head.removeprefix(b"\xef\xbb\xbf")):
        return HTML
    return UNKNOWN if by_name in _WORDY and _unread(name, head) else by_name


def _package_type(by_name: str, head: bytes) -> str:
    """Tell what a zip file is: Office files are zip files too, and an archive may begin with one."""
    if by_name in {DOCX, XLSX} or (by_name == ZIP and not head[_FIRST_NAME:].startswith(_PACKAGE_STARTS)):
        return by_name
    if b"word/" in head:
        return DOCX
    if b"xl/" in head:
        return XLSX
    return UNKNOWN if _unread_package(head) else ZIP


def refusal(name: str, head: bytes, media_type: str) -> ReadError:
    """Return the error for a file that no reader takes, with what it seems to be and what to save it as."""
    found = _unread(name, head)
    if found is not None:
        what, remedy = found
        return ReadError(
            f"{what} cannot be read", where=name, remedy=f"save it as {remedy}", code="unknown_format"
        )
    what = f"files of type {media_type}" if media_type != UNKNOWN else "this kind of file"
    taken = " ".join(EXTENSIONS)
    return ReadError(
        f"{what} cannot be read", where=name, remedy=f"save it as one of: {taken}", code="unknown_format"
    )


def _unread(name: str, head: bytes) -> tuple[str, str] | None:
    """Return what a file is that people send and no reader takes, and what to save it as."""
    for start, what, remedy in _UNREAD:
        if head.startswith(start):
            return what, remedy
    if head.startswith(b"PK\x03\x04"):
        return _unread_package(head)
    by_ending = _UNREAD_ENDINGS.get(_ending(name))
    if head.startswith(_OLE):
        return by_ending or ("an old Office file (.doc, .xls) or an encrypted one", ".docx, .xlsx or PDF")
    return by_ending


def _unread_package(head: bytes) -> tuple[str, str] | None:
    return next(((what, remedy) for sign, what, remedy in _UNREAD_PACKAGES if sign in head), None)


def _ending(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()
