"""A mail opened: its parts sorted into the mail's own text and the documents attached to it.

The standard library's parser with its older policy: the newer one parses each header by a grammar, which takes
minutes for a header of a megabyte and raises on many broken ones. Headers are cut to a length before anything
looks into them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.policy import Compat32

from pipeline.errors import ReadError
from pipeline.readers.mail.headers import raw_text

_MAX_HEADER = 2_000  # characters: parameters are parted in quadratic time
_MAX_PART_MARKS = 20_000  # lines that may begin a part: the parser makes a value of a few kB for each
_PART_MARK = b"\n--"
_KNOWN = ("from", "to", "subject", "date", "mime-version", "content-type", "message-id", "received", "return-path")
_LOST_BOUNDARY = re.compile(rb"(?m)^--(?P<boundary>[^\s\"]{1,70})[ \t]*\r?\n(?=[A-Za-z-]{3,40}:)")
_IGNORED = frozenset(
    (
        *("text/calendar", "application/ics", "text/vcard", "text/x-vcard", "text/directory"),
        *("application/pgp-signature", "application/pgp-keys", "application/pkcs7-signature"),
        *("application/x-pkcs7-signature", "message/delivery-status", "message/disposition-notification"),
        *("message/partial", "message/external-body", "text/rfc822-headers"),
    )
)
_SEALED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One piece of the mail's own text, in one or both of its forms, each of one part or several."""

    plain: tuple[Message, ...] = ()
    html: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail: its headers are those of ``message``; ``wordings`` and ``attached`` stand in their order."""

    message: Message
    wordings: tuple[Wording, ...]
    attached: tuple[Message, ...]


class _Policy(Compat32):
    """Headers cut to a length, and decoded where they hold bytes that are no ASCII."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_MAX_HEADER]

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002 - as the base class has it
        return raw_text(value.encode("utf-8", "surrogateescape"))


_POLICY = _Policy()


def open_mail(data: bytes, *, name: str) -> Mail:
    """Parse a mail. Raises ``ReadError``: unknown_format for what is none, encrypted, too_large, damaged."""
    if data.count(_PART_MARK) > _MAX_PART_MARKS:
        raise ReadError(
            f"a mail of more than {_MAX_PART_MARKS} parts", where=name, remedy="save its parts", code="too_large"
        )
    message: Message = message_from_bytes(data.removeprefix(b"\xef\xbb\xbf").lstrip(), policy=_POLICY)
    if not any(known in message for known in _KNOWN):
        raise ReadError("not a mail", where=name, remedy="save it as .eml or PDF", code="unknown_format")
    if message.get_content_type() in _SEALED:
        raise ReadError(
            "the mail is encrypted or sealed", where=name, remedy="open it and save its parts", code="encrypted"
        )
    wordings, attached = _sorted(message)
    return Mail(message=message, wordings=tuple(wordings), attached=tuple(attached))


def content_of(part: Message) -> bytes:
    """Return the bytes of a part, its transfer encoding undone; of an attached mail, that mail's."""
    if part.get_content_maintype() != "message":
        content = part.get_payload(decode=True)
        return content if isinstance(content, bytes) else b""
    payload = part.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else None
    if not isinstance(inner, Message):
        return b""
    source = inner.as_bytes(policy=_POLICY.clone(max_line_length=0))
    if not inner.keys() and part.get("content-transfer-encoding", "").strip().lower() == "base64":
        return content_of(_part_of("Content-Transfer-Encoding: base64", source))  # against the standard, and seen
    return source


def _sorted(part: Message) -> tuple[list[Wording], list[Message]]:
    """Tell the texts of a part and of those below it from what is attached."""
    kind = part.get_content_type()
    if part.get_content_maintype() == "multipart":
        children = [_sorted(child) for child in _children(part)]
        wordings = [wording for found, _ in children for wording in found]
        attached = [leaf for _, found in children for leaf in found]
        if kind != "multipart/alternative":
            return wordings, attached
        attached = [leaf for leaf in attached if leaf.get_content_maintype() != "text" or leaf.get_filename()]
        return _one_in_two_forms(wordings), attached
    if kind in _IGNORED:
        return [], []
    if kind in {"text/plain", "text/html"} and not _is_attachment(part):
        return [Wording(html=(part,)) if kind == "text/html" else Wording(plain=(part,))], []
    return [], [part]


def _one_in_two_forms(wordings: Sequence[Wording]) -> list[Wording]:
    plain = tuple(part for wording in wordings for part in wording.plain)
    html = tuple(part for wording in wordings for part in wording.html)
    return [Wording(plain=plain, html=html)] if plain or html else []


def _children(part: Message) -> Iterator[Message]:
    """Yield the parts of a multipart; where its boundary is missing or wrong, it is looked for in the text."""
    payload = part.get_payload()
    if isinstance(payload, list):
        yield from (child for child in payload if isinstance(child, Message))
        return
    payload = part.get_payload(decode=True)
    source = payload if isinstance(payload, bytes) else b""
    mark = _LOST_BOUNDARY.search(source)
    if mark is None:
        yield _part_of("Content-Type: text/plain", source)
        return
    boundary = mark["boundary"].decode("ascii", "replace")
    mended = _part_of(f'Content-Type: multipart/mixed; boundary="{boundary}"', source).get_payload()
    yield from (child for child in mended if isinstance(child, Message))


def _part_of(header: str, source: bytes) -> Message:
    return message_from_bytes(f"{header}\n\n".encode() + source.lstrip(b"\r\n"), policy=_POLICY)


def _is_attachment(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())
