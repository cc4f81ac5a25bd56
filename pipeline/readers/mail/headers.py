"""Headers of a mail as a person reads them: words decoded, names without addresses."""

from __future__ import annotations

import re
from datetime import date
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_tz

_SPACE = re.compile(r"\s+")
_WORD_GAP = re.compile(r"\?=\s+=\?")
_PERSONAL = re.compile(r"@|\d(?:[ .-]?\d){6}")  # an address or a telephone number in the place of a name
_FIRST_YEAR = 1995  # older: the zero of some clock


def header_text(message: Message, name: str) -> str:
    """Return a header on one line, decoded; empty where it is missing."""
    return _decoded(str(message.get(name, "")))


def names_of(message: Message, name: str) -> list[str]:
    """Return the names that a header gives beside addresses; what is itself an address or a number is left out.

    >>> mail = Message()
    >>> mail["To"] = '"Humas Bawaslu" <humas@a.example>, b@a.example, =?utf-8?q?Na=C3=AFf?= <c@a.example>'
    >>> names_of(mail, "To")
    ['Humas Bawaslu', 'Naïf']
    """
    try:
        pairs = getaddresses([str(message.get(name, ""))])
    except (ValueError, IndexError, TypeError, RecursionError):  # it was not made for what is no address
        return []
    names = [_decoded(shown).strip("\"' ") for shown, _ in pairs]
    return [shown for shown in names if shown and not _PERSONAL.search(shown)]


def day_of_mail(message: Message) -> date | None:
    """Return the day of the Date header as the sender's own calendar had it; None where there is none.

    >>> mail = Message()
    >>> mail["Date"] = "Mon, 26 Aug 2024 00:30:00 +0700"
    >>> day_of_mail(mail)
    datetime.date(2024, 8, 26)
    """
    try:
        parts = parsedate_tz(str(message.get("Date", "")))
        day = date(*parts[:3]) if parts else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return day if day and day.year >= _FIRST_YEAR else None


def file_name(part: Message) -> str | None:
    """Return the name that a part gives its file, decoded by both standards; None where it gives none."""
    try:
        name = part.get_filename()
    except (ValueError, LookupError, TypeError):  # a parameter in an encoding that does not fit
        return None
    return _decoded(name) or None if name else None


def _decoded(value: str) -> str:
    """Undo RFC 2047; words that are broken, or in an unknown encoding, stay as they are or are guessed."""
    try:
        pieces = decode_header(_WORD_GAP.sub("?= =?", value))
    except (HeaderParseError, ValueError):
        pieces = [(value, None)]
    words = (piece if isinstance(piece, str) else _word(piece, charset) for piece, charset in pieces)
    return _SPACE.sub(" ", "".join(words).encode("utf-8", "replace").decode().replace("\0", " ")).strip()


def _word(piece: bytes, charset: str | None) -> str:
    try:
        return piece.decode(charset or "raw-unicode-escape")  # which is how decode_header returns plain words
    except (LookupError, ValueError):
        return raw_text(piece)


def raw_text(value: bytes) -> str:
    """Decode a header's own bytes: UTF-8, or else Windows-1252."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")
