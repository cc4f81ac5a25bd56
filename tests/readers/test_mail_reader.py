"""Mails: what is their own text, what is quoted, what is attached; and mails that break the rules."""

from __future__ import annotations

import base64
import quopri
from datetime import date
from email.message import EmailMessage

import pytest

from hostile.archives import archive
from pipeline.errors import ReadError
from pipeline.model import Document
from pipeline.readers import read
from pipeline.readers.media import EML, HTML, TEXT
from pipeline.readers.parts import part_bytes, parts_of
from pipeline.state import Contents
from pipeline.storage.codec import encode

SHA = "0" * 64
HEAD = b"From: Humas <h@a.example>\nSubject: Rilis IKP\nDate: Mon, 26 Aug 2024 00:30:00 +0700\n"
PIXEL = b"\x89PNG\r\n\x1a\n" + b"\0" * 200
TABLE = (
    "<table><tr><th>Daerah</th><th>Skor</th></tr><tr><td>Kota Alfa</td><td>41,2</td></tr>"
    "<tr><td>Kota Beta</td><td>12,3</td></tr></table>"
)


def mail(text: str = "Skor IKP Kota Alfa 41,2.", *, html: str = "", subject: str = "Rilis IKP") -> EmailMessage:
    message = EmailMessage()
    message["From"] = '"Humas Bawaslu" <humas@a.example>'
    message["To"] = "Redaksi <redaksi@b.example>, 0812-3456-7890 <c@b.example>"
    message["Subject"] = subject
    message["Date"] = "Mon, 26 Aug 2024 00:30:00 +0700"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def read_mail(data: bytes | EmailMessage) -> Document:
    source = data if isinstance(data, bytes) else data.as_bytes()
    document = read(source, name="surat.eml", sha256=SHA)
    spans = [block.span for block in document.blocks]
    assert spans == sorted(spans)
    assert all(span.start < span.end <= len(document.text) for span in spans)
    assert encode(document)
    return document


def shown(data: bytes | EmailMessage) -> list[tuple[str, str]]:
    """Return the blocks as kind and words; "~" before those that are not the mail's own."""
    document = read_mail(data)
    return [(f"{'' if b.main else '~'}{b.kind}", b.span.of(document.text)) for b in document.blocks]


def own(data: bytes | EmailMessage) -> list[str]:
    return [words for kind, words in shown(data) if not kind.startswith("~")]


def attached(data: bytes | EmailMessage) -> Contents:
    return parts_of(data if isinstance(data, bytes) else data.as_bytes(), name="surat.eml", media_type=EML)


def listed(data: bytes | EmailMessage) -> list[str]:
    return [part.path for part in attached(data).parts]


def code_of(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_mail(data)
    return caught.value.code


# --- the mail's own text ---


def test_subject_names_and_day_come_first_and_addresses_stay_behind() -> None:
    document = read_mail(mail())
    assert shown(mail()) == [
        ("heading", "Rilis IKP"),
        ("~note", "Dari: Humas Bawaslu"),
        ("~note", "Kepada: Redaksi"),
        ("~note", "Tanggal: 2024-08-26"),
        ("paragraph", "Skor IKP Kota Alfa 41,2."),
    ]
    assert (document.title, document.published, document.reader) == ("Rilis IKP", date(2024, 8, 26), "mail")
    assert "@" not in document.text
    assert "0812" not in document.text


def test_a_title_is_the_subject_without_what_programs_put_before_it() -> None:
    assert read_mail(mail(subject="Fwd: Re: Rilis IKP")).title == "Rilis IKP"
    assert own(mail(subject="Fwd: Re: Rilis IKP"))[0] == "Fwd: Re: Rilis IKP"


def test_the_day_is_the_sender_s_own() -> None:
    assert read_mail(mail()).published == date(2024, 8, 26)
    for odd in (b"Mon, 99 Aug 2024 00:30:00 +0700", b"kemarin", b"Thu, 01 Jan 1970 00:00:00 +0000", b""):
        assert read_mail(b"Subject: Rilis\nDate: " + odd + b"\n\nSkor Kota Alfa 41,2").published is None


def test_tables_come_from_the_html_form() -> None:
    document = read_mail(mail(text="Daerah Skor Kota Alfa 41,2 Kota Beta 12,3", html=f"<p>Berikut:</p>{TABLE}"))
    rows = [block for block in document.blocks if block.kind == "table_row"]
    assert [[cell.span.of(document.text) for cell in row.cells] for row in rows] == [
        ["Daerah", "Skor"],
        ["Kota Alfa", "41,2"],
        ["Kota Beta", "12,3"],
    ]
    assert {row.table for row in rows} == {1}


def test_html_that_says_far_less_gives_way_to_the_plain_form() -> None:
    words = "Skor IKP Kota Alfa 41,2 dan Kota Beta 12,3."
    assert words in own(mail(text=words, html="<p>Lihat di peramban.</p>"))
    assert own(mail(text="-", html=f"<p>{words}</p>"))[-1] == words


def test_tables_of_several_texts_are_numbered_through() -> None:
    body = b"Content-Type: multipart/mixed; boundary=b\n\n" + b"".join(
        b"--b\nContent-Type: text/html\n\n" + TABLE.encode() + b"\n" for _ in range(2)
    )
    document = read_mail(HEAD + body + b"--b--\n")
    assert [block.table for block in document.blocks if block.kind == "table_row"] == [1, 1, 1, 2, 2, 2]


def test_lists_and_places_of_a_plain_text() -> None:
    document = read_mail(mail(text="Daftar:\n\n1. Kota Alfa (41,2)\n2. Kota Beta (12,3)\n"))
    assert [(b.kind, b.number, b.place.address) for b in document.blocks if b.place.address][-3:] == [
        ("paragraph", None, "line 1"),
        ("list_item", 1, "line 3"),
        ("list_item", 2, "line 4"),
    ]


def test_a_greeting_is_no_headline() -> None:
    text = "Yth. Pimpinan Redaksi\n\nSkor IKP Kota Alfa 41,2."
    assert ("paragraph", "Yth. Pimpinan Redaksi") in shown(mail(text=text))
    assert ("paragraph", "Yth. Pimpinan Redaksi") in shown(
        mail(text="-", html="<p>Yth. Pimpinan Redaksi</p><p>Skor IKP Kota Alfa 41,2.</p>")
    )


def test_lines_that_flow_are_joined() -> None:
    flowed = HEAD + b"Content-Type: text/plain; format=flowed\n\nSkor IKP Kota \nAlfa 41,2 dan \nKota Beta 12,3.\n"
    assert own(flowed)[-1] == "Skor IKP Kota Alfa 41,2 dan Kota Beta 12,3."


# --- quoted, forwarded, signed ---


def test_an_answer_keeps_what_it_quotes_apart() -> None:
    text = (
        "Terima kasih.\n\nPada Sen, 26 Agu 2024 Humas <h@a.example> menulis:\n> Skor Kota Alfa 41,2\n\nSalam kami."
    )
    assert own(mail(text=text, subject="Re: Rilis")) == ["Re: Rilis", "Terima kasih.", "Salam kami."]
    assert ("~paragraph", "Skor Kota Alfa 41,2") in shown(mail(text=text, subject="Re: Rilis"))


OLD = "From: Humas\nSent: Monday, August 26, 2024\nTo: Redaksi\nSubject: Rilis\n\nSkor Kota Alfa 41,2."


@pytest.mark.parametrize("mark", ["", "-----Original Message-----\n", "________________________________\n"])
def test_a_mail_below_is_earlier_in_an_answer_and_own_where_it_is_passed_on(mark: str) -> None:
    assert "Skor Kota Alfa 41,2." not in own(mail(text=f"Siap.\n\n{mark}{OLD}", subject="RE: Rilis"))
    assert "Skor Kota Alfa 41,2." in own(mail(text=f"Siap.\n\n{mark}{OLD}", subject="FW: Rilis"))


def test_a_forwarded_mail_is_own_whatever_the_subject() -> None:
    text = f"---------- Forwarded message ---------\n{OLD}"
    assert "Skor Kota Alfa 41,2." in own(mail(text=text, subject="Rilis"))
    assert not any(words.startswith("Sent:") for words in own(mail(text=text, subject="Rilis")))


def test_html_answers_and_signatures() -> None:
    html = (
        "<p>Terima kasih atas rilisnya.</p><div class='gmail_signature'>Redaksi</div>"
        "<div class='gmail_quote'><div class='gmail_attr'>Pada Sen, 26 Agu 2024 Humas menulis:<br></div>"
        f"<blockquote class='gmail_quote'><p>Skor Kota Alfa 41,2.</p>{TABLE}</blockquote></div>"
    )
    assert own(mail(text="-", html=html, subject="Re: Rilis")) == ["Re: Rilis", "Terima kasih atas rilisnya."]
    rows = [kind for kind, _ in shown(mail(text="-", html=html)) if kind.endswith("table_row")]
    assert rows == ["~table_row"] * 3


def test_an_article_may_quote() -> None:
    html = "<p>Kata Ketua Bawaslu:</p><blockquote class='wp-block-quote'>Skor Kota Alfa 41,2.</blockquote>"
    assert "Skor Kota Alfa 41,2." in own(mail(text="-", html=html))


def test_a_signature_ends_where_quoting_begins() -> None:
    text = "Skor Kota Alfa 41,2.\n\n-- \nHumas Bawaslu\nJalan Melati\n\n> lama"
    assert own(mail(text=text)) == ["Rilis IKP", "Skor Kota Alfa 41,2."]


def test_a_release_with_fields_is_no_earlier_mail() -> None:
    text = "Dari: Bawaslu Kota Alfa\nPerihal: Rilis\n\nSkor IKP Kota Alfa 41,2."
    assert own(mail(text=text))[-1] == "Skor IKP Kota Alfa 41,2."


# --- encodings ---

ENCODINGS = [
    (b'text/plain; charset="utf-8"', "Naïf – 41,2".encode(), True),
    (b"text/plain; charset=windows-1252", "Naïf – 41,2".encode("cp1252"), True),
    (b"text/plain; charset=iso-8859-1", "Naïf – 41,2".encode("cp1252"), True),
    (b"text/plain; charset=klingon", "Naïf – 41,2".encode("cp1252"), False),
    (b"text/plain; charset=klingon", "Naïf – 41,2".encode(), True),
    (b"text/plain", "Naïf – 41,2".encode("cp1252"), False),
]


@pytest.mark.parametrize(("kind", "words", "certain"), ENCODINGS)
@pytest.mark.parametrize("transfer", ["8bit", "base64", "quoted-printable"])
def test_encodings(kind: bytes, words: bytes, transfer: str, *, certain: bool) -> None:
    packed = {"8bit": words, "base64": base64.encodebytes(words), "quoted-printable": quopri.encodestring(words)}
    head = HEAD + b"Content-Type: " + kind + b"\nContent-Transfer-Encoding: " + transfer.encode() + b"\n\n"
    document = read_mail(head + packed[transfer])
    assert "Naïf – 41,2" in document.text
    assert [notice.code for notice in document.notices] == ([] if certain else ["encoding"])


SUBJECTS = [
    (b"=?utf-8?B?TmHDr2Y=?= =?utf-8?Q?_Kota?=", "Naïf Kota"),
    (b"=?iso-8859-1?Q?Na=EFf?=\n =?iso-8859-1?Q?_Kota?=", "Naïf Kota"),
    ("Naïf Kota".encode(), "Naïf Kota"),
    ("Naïf Kota".encode("cp1252"), "Naïf Kota"),
    (b"=?klingon?Q?Na=EFf?= Kota", "Naïf Kota"),
    (b"=?utf-8?B?@@@?= Kota", None),
    (b"Skor\x07 Kota\n\tAlfa", "Skor\x07 Kota Alfa"),
]


@pytest.mark.parametrize(("subject", "expected"), SUBJECTS)
def test_subjects(subject: bytes, expected: str | None) -> None:
    title = read_mail(b"From: a@b.example\nSubject: " + subject + b"\n\nSkor Kota Alfa 41,2").title
    assert title == expected or (expected is None and title)


# --- attachments ---


def with_files() -> EmailMessage:
    message = mail()
    message.add_attachment(b"%PDF-1.4 ...", maintype="application", subtype="pdf", filename="skor.pdf")
    message.add_attachment("Daerah;Skor\nKota Alfa;41,2\n", subtype="csv", filename="Läufer.csv")
    message.add_attachment(
        archive({"a.txt": b"Skor Kota Beta 12,3"}), maintype="application", subtype="zip", filename="b.zip"
    )
    message.add_attachment(PIXEL * 300, maintype="image", subtype="png", filename="pindai.png")
    return message


def test_attachments_are_listed_and_come_back() -> None:
    found = attached(with_files())
    names = [part.path for part in found.parts]
    assert set(names) >= {"skor.pdf", "b.zip/a.txt"}
    data = with_files().as_bytes()
    assert part_bytes(data, name="surat.eml", media_type=EML, part="skor.pdf") == b"%PDF-1.4 ..."
    assert part_bytes(data, name="surat.eml", media_type=EML, part="b.zip/a.txt") == b"Skor Kota Beta 12,3"
    assert shown(with_files())[-1] == ("~note", "Lampiran: skor.pdf, Läufer.csv, b.zip, pindai.png")


def test_a_mail_inside_is_a_document_and_a_container() -> None:
    outer = mail(text="Terlampir.")
    outer.add_attachment(with_files())
    found = attached(outer)
    assert [(part.path, part.media_type) for part in found.parts][:2] == [
        ("pesan.eml", EML),
        ("pesan.eml/skor.pdf", "application/pdf"),
    ]
    inner = part_bytes(outer.as_bytes(), name="surat.eml", media_type=EML, part="pesan.eml")
    assert own(inner) == ["Rilis IKP", "Skor IKP Kota Alfa 41,2."]
    zipped = archive({"m/surat.eml": outer.as_bytes()})
    nested = parts_of(zipped, name="a.zip", media_type="application/zip")
    assert [part.path for part in nested.parts][:3] == [
        "m/surat.eml",
        "m/surat.eml/pesan.eml",
        "m/surat.eml/pesan.eml/skor.pdf",
    ]
    assert [(left.path, left.code) for left in nested.left_out] == [("m/surat.eml/pesan.eml/b.zip", "too_deep")]


def test_mails_nested_too_deeply_are_documents_still() -> None:
    message = with_files()
    for _ in range(5):
        outer = mail(text="Terusan.")
        outer.add_attachment(message)
        message = outer
    found = attached(message)
    assert [part.path for part in found.parts] == [
        "pesan.eml",
        "pesan.eml/pesan.eml",
        "pesan.eml/pesan.eml/pesan.eml",
    ]
    assert [(left.path, left.code) for left in found.left_out] == [("pesan.eml/pesan.eml/pesan.eml", "too_deep")]


def raw_part(head: bytes, body: bytes = b"Skor Kota Beta 12,3") -> bytes:
    return (
        HEAD
        + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nTerlampir.\n--b\n"
        + head
        + b"\n\n"
        + body
        + b"\n--b--\n"
    )


FILE_NAMES = [
    (b'Content-Type: text/plain; name="a.txt"', "a.txt"),
    (b'Content-Disposition: attachment; filename="a.txt"', "a.txt"),
    (b"Content-Disposition: attachment; filename==?utf-8?B?TmHDr2YudHh0?=", "Naïf.txt"),
    (b"Content-Disposition: attachment; filename*=utf-8''Na%C3%AFf.txt", "Naïf.txt"),
    (b'Content-Disposition: attachment; filename*0="Na"; filename*1="if.txt"', "Naif.txt"),
    ('Content-Disposition: attachment; filename="Naïf.txt"'.encode(), "Naïf.txt"),
    (b"Content-Disposition: attachment; filename*=klingon''Na%EFf.txt", None),
    (b'Content-Disposition: attachment; filename="../../a.txt"', "a.txt"),
    (b"Content-Disposition: attachment", "lampiran.txt"),
    (b"Content-Disposition: attachment\nContent-Type: text/html", "lampiran.html"),
    (b'Content-Disposition: attachment; filename="Surat No. 12"', "Surat No. 12.txt"),
    (b'Content-Disposition: attachment; filename="a.TXT"', "a.TXT"),
]


@pytest.mark.parametrize(("head", "expected"), FILE_NAMES)
def test_names_of_attachments(head: bytes, expected: str | None) -> None:
    names = listed(raw_part(head))
    assert len(names) == 1
    assert expected in {None, *names}


def test_logos_signatures_and_invitations_are_no_documents() -> None:
    for head in (
        b"Content-Type: image/png\nContent-ID: <logo>\nContent-Disposition: inline; filename=logo.png",
        b"Content-Type: image/png\nContent-Disposition: inline; filename=logo.png",
        b"Content-Type: text/calendar; method=REQUEST",
        b"Content-Type: application/pgp-signature; name=a.asc",
        b"Content-Type: text/vcard; name=a.vcf",
    ):
        assert attached(raw_part(head, PIXEL)) == Contents()


def test_a_large_picture_in_the_text_is_told() -> None:
    head = b"Content-Type: image/png; name=a.png\nContent-ID: <a>\nContent-Disposition: inline"
    found = attached(raw_part(head, b"\x89PNG\r\n\x1a\n" + b"x" * 200_000))
    assert found.parts == ()
    assert [(left.path, left.code) for left in found.left_out] == [("a.png", "inline_picture")]
    photo = raw_part(b"Content-Type: image/png; name=a.png\nContent-Disposition: inline", PIXEL * 300)
    assert listed(photo) == ["a.png"]


def test_winmail_is_refused_with_what_to_do() -> None:
    head = b"Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64"
    found = attached(raw_part(head, b"eJ8+IgAAAAA="))
    assert [(left.path, left.code) for left in found.left_out] == [("winmail.dat", "unknown_format")]
    assert "Outlook" in found.left_out[0].message


def test_an_attached_mail_in_base64() -> None:
    head = b"Content-Type: message/rfc822; name=lama.eml\nContent-Transfer-Encoding: base64"
    data = raw_part(head, base64.encodebytes(mail().as_bytes()))
    inner = part_bytes(data, name="surat.eml", media_type=EML, part="lama.eml")
    assert own(inner) == ["Rilis IKP", "Skor IKP Kota Alfa 41,2."]


# --- mails that break the rules ---


def test_a_mail_without_words_is_its_subject() -> None:
    message = mail(text="")
    message.add_attachment(b"%PDF-1.4 ...", maintype="application", subtype="pdf", filename="skor.pdf")
    assert own(message) == ["Rilis IKP"]
    bare = b"From: a@b.example\nContent-Type: application/pdf; name=skor.pdf\n\n%PDF-1.4"
    assert shown(bare) == [("~note", "Lampiran: skor.pdf")]
    assert code_of(b"From: a@b.example\n\n\n") == "no_text"


def test_what_is_no_mail_is_refused() -> None:
    assert code_of(b"Skor Kota Alfa: 41,2\n\nKota Beta") == "unknown_format"
    assert code_of(b"\x89PNG\r\n...") == "unknown_format"


def test_a_sealed_mail_is_refused() -> None:
    assert (
        code_of(HEAD + b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB") == "encrypted"
    )
    assert code_of(HEAD + b"Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--") == "encrypted"


@pytest.mark.parametrize("kind", [b"multipart/mixed", b"multipart/mixed; boundary=lain", b"multipart/alternative"])
def test_a_missing_boundary_is_found_again(kind: bytes) -> None:
    body = (
        b"--xyz\nContent-Type: text/plain\n\nSkor Kota Alfa 41,2.\n"
        b"--xyz\nContent-Type: text/plain; name=a.txt\n\nSkor Kota Beta 12,3.\n--xyz--\n"
    )
    data = HEAD + b"Content-Type: " + kind + b"\n\n" + body
    assert own(data)[-1] == "Skor Kota Alfa 41,2."
    assert listed(data) == ["a.txt"]


def test_a_multipart_without_any_parts_is_its_text() -> None:
    assert own(HEAD + b"Content-Type: multipart/mixed\n\nSkor Kota Alfa 41,2.\n")[-1] == "Skor Kota Alfa 41,2."


def test_a_mail_cut_off_keeps_what_came() -> None:
    data = raw_part(b"Content-Type: text/plain; name=a.txt")
    assert own(data[: data.index(b"12,3")])[-1] == "Terlampir."
    assert listed(data[: data.index(b"12,3")]) == ["a.txt"]


def test_a_text_that_is_no_text_is_told_and_the_rest_is_read() -> None:
    body = b"--b\nContent-Type: text/plain\n\n\x01\x02\x03\x04\n--b\n\nSkor Kota Alfa 41,2.\n--b--"
    document = read_mail(HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + body)
    assert "Skor Kota Alfa 41,2." in document.text
    assert [notice.code for notice in document.notices] == ["text_unread"]


HOSTILE = [
    b"From: " + b"(" * 100_000 + b"\nSubject: a\n\nSkor Kota Alfa 41,2",
    b"From: " + b"<" * 100_000 + b"@" * 100_000 + b"\n\nSkor Kota Alfa 41,2",
    b"Subject: " + b"=?utf-8?B?" * 50_000 + b"\n\nSkor Kota Alfa 41,2",
    b"Subject: a\nContent-Type: text/plain" + b"; a=b" * 200_000 + b"\n\nSkor Kota Alfa 41,2",
    b"Subject: a\nContent-Type: text/plain" + b';"' * 200_000 + b"\n\nSkor Kota Alfa 41,2",
    b"Subject: a\nDate: " + b"1" * 100_000 + b"\n\nSkor Kota Alfa 41,2",
    b"Subject: a\n\n" + b"On 1 x wrote:\n" * 10_000 + b"> Skor Kota Alfa 41,2",
    b"Subject: a\n\n" + b"> " * 100_000 + b"Skor Kota Alfa 41,2",
    b"Subject: a\n\n" + b"On 1 " + b"<a@" * 100_000 + b" wrote:\nSkor Kota Alfa 41,2",
]


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_headers_and_lines_are_read(data: bytes) -> None:
    assert "Skor Kota Alfa 41,2" in read_mail(data).text


def test_parts_beyond_number_and_depth_are_refused() -> None:
    deep = HEAD + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (depth, depth) for depth in range(2_000)
    )
    assert code_of(deep) == "damaged"
    with pytest.raises(ReadError, match="deep"):
        attached(deep)
    assert code_of(raw_part(b"", b"--b\n\n" * 30_000)) == "too_large"
    many = raw_part(b"", b"--b\nContent-Type: text/plain; name=a.txt\n\nx\n" * 3_000)
    assert code_of(many) == "too_large"


def test_media_types_of_attachments() -> None:
    found = attached(raw_part(b"Content-Type: text/html; name=a.html", b"<!DOCTYPE html><p>Skor</p>"))
    assert [(part.path, part.media_type) for part in found.parts] == [("a.html", HTML)]
    found = attached(raw_part(b"Content-Type: application/octet-stream; name=a.txt"))
    assert [(part.path, part.media_type) for part in found.parts] == [("a.txt", TEXT)]
