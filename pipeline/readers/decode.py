"""Bytes of a text file to characters, one for one: nothing is stripped, so offsets stay offsets in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.errors import ReadError
from pipeline.model import Notice

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CHARSET = re.compile(
    r"iso-?8859-\d{1,2}|latin-?1|windows-125\d|cp125\d|us-ascii|ascii|koi8-r|gb(?:k|2312|18030)|big5"
)
_AS_BROWSERS_DO = frozenset(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"))
_MAX_CONTROL_SHARE = 0.02  # random bytes have 0.11, a text with a few stray form feeds and NULs far less


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The characters of a file and the name of their encoding; ``certain`` is false where it was a guess."""

    text: str
    encoding: str
    certain: bool


def decode(data: bytes, *, name: str, declared: str | None = None) -> Decoded:
    r"""Decode by byte order mark, then UTF-8, then ``declared``, then Windows-1252 (Latin-1 where that has gaps).

    Raises ``ReadError`` (``unknown_format``) for binary data.

    >>> decode("Naïf".encode("cp1252"), name="a.txt")
    Decoded(text='Naïf', encoding='cp1252', certain=False)
    """
    decoded = _by_mark(data) or _by_zeros(data) or _by_trial(data, declared)
    if len(_CONTROL.findall(decoded.text)) > _MAX_CONTROL_SHARE * max(len(decoded.text), 1):
        raise ReadError(
            "the file holds binary data, not text",
            where=name,
            remedy="give it the ending of its true format",
            code="unknown_format",
        )
    return decoded


def known_charset(label: str) -> str | None:
    """Return the encoding that a page or a mail declares by ``label``, None where it is not one to be used.

    Python knows encodings that run code paths made for other ends (utf-7, idna, unicode_escape): none of them.

    >>> known_charset("ISO-8859-1"), known_charset("windows-1250"), known_charset("utf-7")
    ('cp1252', 'windows-1250', None)
    """
    lowered = label.strip().lower()
    if not _CHARSET.fullmatch(lowered):
        return None
    return "cp1252" if lowered in _AS_BROWSERS_DO else lowered


def encoding_notice(decoded: Decoded, *, sha256: str) -> tuple[Notice, ...]:
    """Return a warning where the encoding was guessed, else nothing."""
    if decoded.certain:
        return ()
    message = f"not UTF-8: read as {decoded.encoding}; accented letters and quotes may be wrong"
    return (Notice(level="warning", code="encoding", message=message, document=sha256),)


def _by_mark(data: bytes) -> Decoded | None:
    if data.startswith(b"\xff\xfe"):
        return _utf16(data, "utf-16-le", certain=True)
    if data.startswith(b"\xfe\xff"):
        return _utf16(data, "utf-16-be", certain=True)
    return None


def _by_zeros(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: every second byte of Latin letters is zero."""
    head = data[:4096]
    if len(head) < 8:
        return None
    odd, even = head[1::2].count(0), head[::2].count(0)
    if odd > 0.4 * len(head) and even * 10 < odd:
        return _utf16(data, "utf-16-le", certain=False)
    if even > 0.4 * len(head) and odd * 10 < even:
        return _utf16(data, "utf-16-be", certain=False)
    return None


def _utf16(data: bytes, encoding: str, *, certain: bool) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text=text, encoding=encoding, certain=certain and "\ufffd" not in text)


def _by_trial(data: bytes, declared: str | None) -> Decoded:
    for encoding in ("utf-8", declared, "cp1252"):
        if encoding is None:
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            if encoding == "utf-8" and error.reason == "unexpected end of data":  # cut inside its last character
                return Decoded(text=data.decode(encoding, errors="replace"), encoding=encoding, certain=False)
            continue
        except (UnicodeError, LookupError):
            continue
        return Decoded(text=text, encoding=encoding, certain=encoding != "cp1252" or declared == "cp1252")
    return Decoded(text=data.decode("latin-1"), encoding="latin-1", certain=False)
