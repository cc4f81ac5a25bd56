"""What kind of file it is: the content decides where it is plain, then the ending; and what cannot be read is told."""

from __future__ import annotations

import io
import sys
import zipfile

import pytest

from hostile.office import TABLE, paragraph, sheet, word
from pipeline.errors import ReadError
from pipeline.readers import read
from pipeline.readers.media import (
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
    UNKNOWN,
    XLSX,
    ZIP,
    media_type_of,
)
from pipeline.readers.unread import OLE, UNREAD

OPEN_DOCUMENT = b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis."


def ole(stream: str) -> bytes:
    return OLE + b"\0" * 1_000 + stream.encode("utf-16-le")


MEDIA_TYPES = [
    ("rilis.pdf", b"%PDF-1.4", PDF),
    ("rilis.txt", b"%PDF-1.4", PDF),
    ("rilis.docx", b"\n%PDF-1.4", PDF),
    ("rilis.txt", b"Skor Alfa 41,2", TEXT),
    ("RILIS.MD", b"# Judul", MARKDOWN),
    ("rilis.md", b"<div align=center>Skor</div>", MARKDOWN),
    ("rilis.txt", b"  <!DOCTYPE html><html>", HTML),
    ("rilis.htm", b"<p>Alfa</p>", HTML),
    ("rilis.docx", b"<html><body>Skor", HTML),
    ("rilis.doc", b"\xef\xbb\xbf<html xmlns:w='x'>", HTML),
    ("index.php", b"<!-- a --><html>", HTML),
    ("skor.xls", b"<meta charset=utf-8><table border=1>", HTML),
    ("skor.xls", b"\xff\xfe" + "<table><tr>".encode("utf-16-le"), HTML),
    ("skor.xls", b"No\tDaerah\tSkor\n1\tAlfa\t41,2", CSV),
    ("skor.xlsx", b"No;Daerah;Skor\n1;Alfa;41,2", CSV),
    ("skor.xls", b"\xff\xfe" + "No\tDaerah".encode("utf-16-le"), CSV),
    ("rilis.doc", b"Kota Alfa skor 41,2", TEXT),
    ("rilis.docx", b"PK\x03\x04....", DOCX),
    ("rilis.docm", b"PK\x03\x04....", DOCX),
    ("rilis.doc", b"PK\x03\x04....", DOCX),
    ("skor.xls", b"PK\x03\x04....", XLSX),
    ("skor.docx", b"PK\x03\x04..xl/workbook.xml", XLSX),
    ("skor.xlsb", b"PK\x03\x04..xl/workbook.bin", UNKNOWN),
    ("rilis.zip", b"PK\x03\x04....", ZIP),
    ("rilis.zip", b"PK\x03\x04" + 26 * b"." + b"[Content_Types].xml ... word/document.xml", DOCX),
    ("rilis.zip", b"PK\x03\x04" + 26 * b"." + b"rilis.docx ... word/document.xml", ZIP),
    ("rilis.zip", b"PK\x03\x04" + 26 * b"." + b"word/rilis.docx", ZIP),
    ("unduh", b"PK\x03\x04..word/document.xml", DOCX),
    ("unduh.docx", b"PK\x03\x04..ppt/presentation.xml", UNKNOWN),
    ("rilis.docx", ole("WordDocument"), DOCX),
    ("rilis.pdf", ole("WordDocument"), UNKNOWN),
    ("peta.png", b"\x89PNG\r\n\x1a\n", PNG),
    ("peta.png", b"\xff\xd8\xff\xe0", JPEG),
    ("peta", b"II*\0", TIFF),
    ("surat.eml", b"From: a@b.id\nSubject: Skor", EML),
    ("surat.eml", b"From: <Saved by Blink>\nMIME-Version: 1.0", UNKNOWN),
    ("catatan.txt", b"{\\rtf1", UNKNOWN),
    ("catatan.txt", b"BMKG mencatat hujan", TEXT),
    ("catatan", b"Skor Alfa", UNKNOWN),
]


@pytest.mark.parametrize(("name", "head", "expected"), MEDIA_TYPES)
def test_media_type(name: str, head: bytes, expected: str) -> None:
    assert media_type_of(name, head) == expected


REFUSED = [
    ("rilis.doc", ole("WordDocument"), "an old Word file (.doc)", ".docx or PDF"),
    ("rilis", ole("WordDocument"), "an old Word file (.doc)", ".docx or PDF"),
    ("skor.xls", ole("Workbook"), "an old Excel file (.xls)", ".xlsx"),
    ("paparan.ppt", ole("PowerPoint Document"), "an old PowerPoint file (.ppt)", "PDF"),
    ("surat.msg", ole("__substg1.0_0037001F"), "an Outlook message (.msg)", ".eml"),
    ("lain", ole("x"), "an old Office file (.doc, .xls)", ".docx, .xlsx or PDF"),
    ("rilis.odt", OPEN_DOCUMENT + b"opendocument.text", "an OpenDocument text (.odt)", ".docx or PDF"),
    ("skor", OPEN_DOCUMENT + b"opendocument.spreadsheet", "an OpenDocument sheet (.ods)", ".xlsx"),
    ("skor.ods", b"PK\x03\x04..", "an OpenDocument sheet (.ods)", ".xlsx"),
    ("paparan.odp", b"PK\x03\x04..", "an OpenDocument presentation (.odp)", "PDF"),
    ("paparan.pptx", b"PK\x03\x04..ppt/slides", "a PowerPoint file (.pptx)", "PDF"),
    ("buku.epub", b"PK\x03\x04mimetypeapplication/epub+zip", "an e-book (.epub)", "PDF"),
    ("skor.xlsb", b"PK\x03\x04..xl/workbook.bin", "a binary Excel file (.xlsb)", ".xlsx"),
    ("rilis.pages", b"PK\x03\x04..Index/Document.iwa", "an iWork file", "PDF, .docx or .xlsx"),
    ("rilis.pages", b"PK\x03\x04..", "a Pages document", ".docx or PDF"),
    ("skor.numbers", b"PK\x03\x04..", "a Numbers sheet", ".xlsx"),
    ("paparan.key", b"PK\x03\x04..", "a Keynote presentation", "PDF"),
    ("rilis.rtf", b"{\\rtf1\\ansi", "an RTF file (.rtf)", ".docx or PDF"),
    ("rilis.docx", b"{\\rtf1\\ansi", "an RTF file (.rtf)", ".docx or PDF"),
    ("peta.gif", b"GIF89a..", "a GIF image", ".png or .jpg"),
    ("peta.bmp", b"BM\x36\x00\x0c\x00\0\0\0\0", "a BMP image", ".png or .jpg"),
    ("peta.jpg", b"RIFF\x10\0\0\0WEBPVP8", "a WebP image", ".png or .jpg"),
    ("IMG_1.heic", b"\0\0\0\x18ftypheic", "a HEIC image", ".png or .jpg"),
    ("arsip.7z", b"7z\xbc\xaf\x27\x1c", "a 7z archive", ".zip"),
    ("arsip.rar", b"Rar!\x1a\x07", "a RAR archive", ".zip"),
    ("arsip.tar.gz", b"\x1f\x8b\x08", "a gzip archive", ".zip"),
    ("arsip.tar", b"a" * 257 + b"ustar", "a tar archive", ".zip"),
    ("rapat.mp4", b"\0\0\0\x18ftypmp42", "a video or audio file", "a document of what it says"),
    ("rapat.mp3", b"ID3\x03", "a video or audio file", "a document of what it says"),
    ("suara.ogg", b"OggS", "a video or audio file", "a document of what it says"),
    ("berita.mht", b"From: <Saved by Blink>\n", "a web archive (.mht)", "HTML (the page alone)"),
    ("berita.html", b"From: <Saved by Blink>\n", "a web archive (.mht)", "HTML (the page alone)"),
    (
        "skor.xls",
        b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>',
        "an Excel 2003 XML file",
        ".xlsx",
    ),
    ("skor.gsheet", b'{"url": "x"}', "a link to an online document", ".docx, .xlsx or PDF"),
]


@pytest.mark.parametrize(("name", "data", "what", "remedy"), REFUSED)
def test_refused_by_name(name: str, data: bytes, what: str, remedy: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, name=name, sha256="0" * 64)
    assert str(caught.value) == f"{name}: {what} cannot be read; save it as {remedy}"
    assert caught.value.code == "unknown_format"


def test_every_format_of_the_table_is_refused_by_its_ending() -> None:
    for ending in (ending for one in UNREAD for ending in one.endings):
        with pytest.raises(ReadError, match="cannot be read; save it as") as caught:
            read(b"\x01\x02\x03\x04" * 20, name=f"rilis{ending}", sha256="0" * 64)
        assert caught.value.code == "unknown_format", ending


def test_an_encrypted_file_says_so_under_any_ending() -> None:
    for name in ("rilis.docx", "skor.xlsx", "rilis.doc", "rilis"):
        with pytest.raises(ReadError) as caught:
            read(ole("EncryptedPackage"), name=name, sha256="0" * 64)
        assert caught.value.code == "encrypted"


def test_an_unknown_ending_names_what_is_taken() -> None:
    with pytest.raises(ReadError, match=r"\.docx .*\.xlsx") as caught:
        read(b"\x01\x02\x03\x04", name="rilis.xyz", sha256="0")
    assert caught.value.code == "unknown_format"
    assert all(ending in str(caught.value) for ending in EXTENSIONS)


def test_a_good_file_with_a_wrong_ending_is_read() -> None:
    page = b"<table><tr><td>Daerah<td>Skor<tr><td>Kota Alfa<td>41,2</table>"
    files = [
        ("skor.xls", page, "html"),
        ("skor.xls", b"Daerah;Skor\nKota Alfa;41,2", "sheet"),
        ("skor.docx", sheet(TABLE), "sheet"),
        ("skor.csv", sheet(TABLE), "sheet"),
        ("rilis.xlsx", word(paragraph("Skor 41,2")), "docx"),
        ("rilis.zip", word(paragraph("Skor 41,2")), "docx"),
        ("rilis.doc", b"Kota Alfa skor 41,2", "text"),
    ]
    for name, data, reader in files:
        assert read(data, name=name, sha256="0" * 64).reader == reader, name


def test_a_zip_of_something_else_is_no_office_file() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("catatan/skor.txt", "Skor 41,2")
    for name, what in (("a.docx", "not a Word file"), ("a.xlsx", "not an Excel file")):
        with pytest.raises(ReadError, match=what) as caught:
            read(stream.getvalue(), name=name, sha256="0" * 64)
        assert caught.value.code == "unknown_format"


def test_a_missing_package_is_not_blamed_on_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pipeline.readers.text", None)
    with pytest.raises(ReadError, match=r"the text reader lacks a package .*; install it, then run `ikp rebuild`"):
        read(b"IKP 2024", name="rilis.txt", sha256="0")
