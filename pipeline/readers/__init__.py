"""Readers: bytes to ``Document``. One table says which reader takes which media type.

Importing this package loads no heavy library; each reader is imported when its first document comes.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol, cast

from pipeline.errors import ReadError
from pipeline.model import Document
from pipeline.readers.media import (
    CONTAINERS,
    CSV,
    DOCX,
    EML,
    EXTENSIONS,
    HTML,
    JPEG,
    MARKDOWN,
    PDF,
    PNG,
    TEXT,
    TIFF,
    XLSX,
    media_type_of,
    refusal,
)

__all__ = [
    "CONTAINERS",
    "MAX_BYTES",
    "READERS",
    "TAKEN_EXTENSIONS",
    "Reader",
    "media_type_of",
    "read",
    "reader_version",
]

MAX_BYTES = 50 * 1024 * 1024  # the whole file, of any type; text has a lower limit of its own
TAKEN_EXTENSIONS: frozenset[str] = frozenset(EXTENSIONS)
"""Endings, in lower case with the dot, of the files in a folder that are documents."""


class ReadFunction(Protocol):
    """What a reader is: bytes in, a document out; raises ``ReadError``."""

    def __call__(self, data: bytes, *, name: str, sha256: str, media_type: str) -> Document:
        """Read ``data``; ``name`` is for messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A reader: its name, the version that re-reads documents when it rises, and where its function is."""

    name: str
    version: int
    module: str
    function: str

    def load(self) -> ReadFunction:
        """Import the reader's module and return its function."""
        return cast("ReadFunction", getattr(importlib.import_module(self.module), self.function))


_TEXT = Reader(name="text", version=4, module="pipeline.readers.text", function="read_text")
_SHEET = Reader(name="sheet", version=1, module="pipeline.readers.sheet.reader", function="read_sheet")
_IMAGE = Reader(name="image", version=1, module="pipeline.readers.image", function="read_image")
READERS: Mapping[str, Reader] = MappingProxyType(
    {
        TEXT: _TEXT,
        MARKDOWN: _TEXT,
        HTML: Reader(name="html", version=4, module="pipeline.readers.html.reader", function="read_html"),
        DOCX: Reader(name="docx", version=4, module="pipeline.readers.docx.reader", function="read_docx"),
        PDF: Reader(name="pdf", version=3, module="pipeline.readers.pdf.reader", function="read_pdf"),
        XLSX: _SHEET,
        CSV: _SHEET,
        PNG: _IMAGE,
        JPEG: _IMAGE,
        TIFF: _IMAGE,
        EML: Reader(name="mail", version=1, module="pipeline.readers.mail.reader", function="read_mail"),
    }
)


def reader_version(media_type: str) -> int:
    """Return the version of the reader for ``media_type``, 0 where none takes it."""
    reader = READERS.get(media_type)
    return reader.version if reader else 0


def read(data: bytes, *, name: str, sha256: str, media_type: str | None = None) -> Document:
    """Read a document; ``name`` is the file's name, for its ending and for messages.

    ``media_type`` None means: find it out. Raises ``ReadError`` and nothing else; its code is one of empty,
    too_large, unknown_format, not_a_zip, truncated, encrypted, no_text, damaged.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise ReadError("the file is empty", where=name, remedy="fetch it again", code="empty")
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1024**2
        raise ReadError(
            f"more than {limit} MB", where=name, remedy="split it into smaller files", code="too_large"
        )
    media_type = media_type or media_type_of(name, data[:4096])
    reader = READERS.get(media_type)
    if reader is None:
        raise refusal(name, data, media_type)
    try:
        return reader.load()(data, name=name, sha256=sha256, media_type=media_type)
    except ReadError:
        raise
    except ImportError as error:  # the installation is not whole; the document may well be
        what = f"the {reader.name} reader lacks a package ({error})"
        raise ReadError(what, where=name, remedy="install it, then run `ikp rebuild`", code="damaged") from error
    except RecursionError as error:
        raise _damaged(name, "nested too deeply") from error
    except Exception as error:  # a library met bytes that it was not made for: never the end of a run
        raise _damaged(name, f"the {reader.name} reader failed ({type(error).__name__})") from error


def _damaged(name: str, what: str) -> ReadError:
    return ReadError(what, where=name, remedy="open it and save it anew, as PDF or .docx", code="damaged")
