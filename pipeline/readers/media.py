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
UNKNOWN = "application/octet-stream"

EXTENSIONS: Mapping[str, str] = {
    ".txt": TEXT,
    ".md": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".docx": DOCX,
    ".pdf": PDF,
}

_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls) or an encrypted one"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\0", "an image"),
    (b"MM\0*", "an image"),
    (b"PK", "a zip file, or another Office format"),
)


def media_type_of(name: str, head: bytes) -> str:
    """Return the media type of a file called ``name`` that begins with ``head`` (4 kB are enough).

    The content decides where it is plain: a PDF is a PDF under any name. ``application/octet-stream`` stands
    for what no reader takes.

    >>> media_type_of("rilis.txt", b"%PDF-1.7 ..."), media_type_of("rilis.MD", b"# Judul")
    ('application/pdf', 'text/markdown')
    >>> media_type_of("peta.png", bytes.fromhex("89504e47")), media_type_of("rilis", b"Skor 41,2")
    ('application/octet-stream', 'application/octet-stream')
    """
    by_name = EXTENSIONS.get(PurePosixPath(name.replace("\\", "/")).suffix.lower(), UNKNOWN)
    if head.lstrip().startswith(b"%PDF-") or (b"%PDF-" in head[:1024] and by_name in {PDF, UNKNOWN}):
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return DOCX if by_name == DOCX or b"word/" in head else UNKNOWN
    if _HTML_START.match(head.removeprefix(b"\xef\xbb\xbf")):
        return HTML
    if by_name in {TEXT, MARKDOWN, HTML} and _foreign(head):
        return UNKNOWN
    return by_name


def refusal(name: str, head: bytes, media_type: str) -> ReadError:
    """Return the error for a file that no reader takes, with what it seems to be."""
    what = _foreign(head) or (f"files of type {media_type}" if media_type != UNKNOWN else "this kind of file")
    taken = " ".join(EXTENSIONS)
    return ReadError(
        f"{what} cannot be read", where=name, remedy=f"save it as one of: {taken}", code="unknown_format"
    )


def _foreign(head: bytes) -> str | None:
    return next((what for start, what in _FOREIGN if head.startswith(start)), None)
