"""Mails (.eml): subject, names and day, and the mail's own words. What is attached is read apart (``parts``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.errors import ReadError
from pipeline.model import Document, Notice, Place
from pipeline.readers.containers import Budget
from pipeline.readers.drafts import Draft, assemble
from pipeline.readers.mail.attachments import attached_entries
from pipeline.readers.mail.headers import day_of_mail, header_text, names_of
from pipeline.readers.mail.history import is_forward
from pipeline.readers.mail.message import Mail, open_mail
from pipeline.readers.mail.text import Passage, joined, passages

VERSION = 1
_ANSWERS = ("re:", "fwd:", "fw:", "bls:", "trs:")
_MAX_NAMES = 20


def read_mail(data: bytes, *, name: str, sha256: str, media_type: str) -> Document:
    """Read a mail's own text: the subject as heading, who wrote whom and when as notes, then its words.

    Quoted mails and signatures are kept as not ``main``; addresses are left out of the notes. A mail without words
    of its own has a text all the same: its subject and the names of what is attached. Raises ``ReadError``:
    unknown_format, encrypted, too_large, no_text, damaged.
    """
    mail = open_mail(data, name=name)
    subject = header_text(mail.message, "Subject")
    words, unread = _words(mail, subject, name)
    text = joined([part for part in (_head(mail, subject), *words, _foot(mail, name)) if part.text])
    if not text.blocks:
        raise ReadError(
            "the mail holds neither words nor files", where=name, remedy="check the file", code="no_text"
        )
    return Document(
        sha256=sha256,
        media_type=media_type,
        text=text.text,
        blocks=text.blocks,
        reader="mail",
        reader_version=VERSION,
        title=_title(subject),
        published=day_of_mail(mail.message),
        notices=tuple(_notices(unread, certain=text.certain, sha256=sha256)),
    )


def _words(mail: Mail, subject: str, name: str) -> tuple[list[Passage], list[ReadError]]:
    """Return the mail's own words, and why a piece of them could not be read."""
    found: list[Passage] = []
    unread: list[ReadError] = []
    for wording in mail.wordings:
        try:
            found.extend(passages(wording, name=name, forwarded=is_forward(subject)))
        except ReadError as error:
            unread.append(error)
    return found, unread


def _head(mail: Mail, subject: str) -> Passage:
    drafts = [Draft(kind="heading", text=subject, place=Place(address="subject"))] if subject else []
    for label, names in (("Dari", names_of(mail.message, "From")), ("Kepada", names_of(mail.message, "To"))):
        if names:
            drafts.append(_note(f"{label}: {', '.join(names[:_MAX_NAMES])}", label))
    if day := day_of_mail(mail.message):
        drafts.append(_note(f"Tanggal: {day.isoformat()}", "Tanggal"))
    return _passage(drafts)


def _foot(mail: Mail, name: str) -> Passage:
    """Name what is attached: the words of a mail may speak of it, and a mail may hold nothing else."""
    entries = attached_entries(mail.attached, name=name, budget=Budget())
    return _passage(
        [_note(f"Lampiran: {', '.join(entry.path for entry in entries)}", "Lampiran")] if entries else []
    )


def _note(text: str, label: str) -> Draft:
    return Draft(kind="note", text=text, place=Place(address=label.lower()), main=False)


def _passage(drafts: Sequence[Draft]) -> Passage:
    text, blocks = assemble(drafts)
    return Passage(text=text, blocks=blocks)


def _title(subject: str) -> str | None:
    """Return the subject without what mail programs put before it."""
    while subject.lower().startswith(_ANSWERS):
        subject = subject.partition(":")[2].strip()
    return subject or None


def _notices(unread: Sequence[ReadError], *, certain: bool, sha256: str) -> Iterator[Notice]:
    if not certain:
        message = "the mail's encoding was guessed; accented letters and quotes may be wrong"
        yield Notice(level="warning", code="encoding", message=message, document=sha256)
    for error in unread:
        message = f"a piece of the mail's text is not read: {error.what}; {error.remedy}"
        yield Notice(level="warning", code="text_unread", message=message, document=sha256)
