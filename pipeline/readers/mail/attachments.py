"""The documents attached to a mail: attached files and forwarded mails, pictures of the text left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from email.message import Message
from functools import partial

from pipeline.errors import ReadError
from pipeline.readers.containers import MAX_MEMBER_BYTES, Budget
from pipeline.readers.entries import Entry
from pipeline.readers.mail.headers import file_name
from pipeline.readers.mail.message import content_of, open_mail
from pipeline.readers.media import EXTENSIONS
from pipeline.readers.part_names import is_hidden, part_paths

_NAMELESS = "lampiran"
_FORWARDED = "pesan.eml"
_LOGO_BYTES = 32 * 1024  # a picture set among the words; a photograph or a scan has more
_SCAN_BYTES = 100 * 1024  # from here on such a picture may be a page that somebody pasted
_PARCEL = b"\x78\x9f\x3e\x22"  # how Outlook's winmail.dat begins
_ENDINGS: Mapping[str, str] = {kind: ending for ending, kind in reversed(list(EXTENSIONS.items()))} | {
    "application/x-zip-compressed": ".zip",
    "image/jpg": ".jpg",
}


def mail_entries(data: bytes, *, name: str, budget: Budget) -> list[Entry]:
    """Return what is attached to a mail, in its order; its own text, logos, signatures and invitations are not.

    Raises ``ReadError`` as ``open_mail`` does, and too_large.
    """
    return attached_entries(open_mail(data, name=name).attached, name=name, budget=budget)


def attached_entries(attached: Sequence[Message], *, name: str, budget: Budget) -> list[Entry]:
    """Return the entries among the attached parts of an opened mail."""
    files = [part for part in attached if not _is_logo(part)]
    budget.members -= len(files)
    if budget.members < 0:
        raise ReadError("more files than the limit", where=name, remedy="save its parts", code="too_large")
    named = [(_name_of(part), part) for part in files]
    named = [(title, part) for title, part in named if not is_hidden(title)]
    paths = part_paths([title for title, _ in named])
    return [Entry(path=path, load=partial(_load, part)) for path, (_, part) in zip(paths, named, strict=True)]


def _name_of(part: Message) -> str:
    """Return a file's name; where it has none, or an ending that says nothing, the declared type gives one."""
    kind = part.get_content_type()
    name = file_name(part)
    if part.get_content_maintype() == "message" and not (name and _has_ending(name)):
        return f"{name}.eml" if name else _FORWARDED
    ending = _ENDINGS.get(kind, "")
    if name is None:
        return _NAMELESS + ending
    return name if _has_ending(name) else name + ending


def _has_ending(name: str) -> bool:
    return any(name.lower().endswith(ending) for ending in EXTENSIONS)


def _is_logo(part: Message) -> bool:
    """Tell whether a part is a picture that belongs to the text and is too small for a page."""
    if part.get_content_maintype() != "image":
        return False
    size = len(content_of(part))
    if _is_in_text(part):
        return size < _SCAN_BYTES
    return part.get_content_disposition() == "inline" and size < _LOGO_BYTES


def _is_in_text(part: Message) -> bool:
    return "content-id" in part and part.get_content_disposition() != "attachment"


def _load(part: Message, budget: Budget, name: str) -> bytes:
    """Return the bytes of an attachment. Raises ``ReadError``: too_large, unknown_format, damaged."""
    if part.get_content_maintype() == "image" and _is_in_text(part):
        raise ReadError(
            "a large picture in the text of the mail was left out",
            where=name,
            remedy="if it is a page, save it as a file of its own",
            code="inline_picture",
        )
    try:
        content = content_of(part)
    except (ValueError, TypeError, LookupError, AttributeError) as error:  # headers that cannot be written again
        raise ReadError(
            "a forwarded mail that cannot be read",
            where=name,
            remedy="save it as a file of its own",
            code="damaged",
        ) from error
    if content.startswith(_PARCEL):
        raise ReadError(
            "Outlook's own parcel (winmail.dat), which cannot be read",
            where=name,
            remedy="ask the sender for plain attachments, or save them from Outlook",
            code="unknown_format",
        )
    budget.bytes -= len(content)
    if len(content) > MAX_MEMBER_BYTES or budget.bytes < 0:
        raise ReadError(
            "beyond the limits of size", where=name, remedy="save it as a file of its own", code="too_large"
        )
    return content
