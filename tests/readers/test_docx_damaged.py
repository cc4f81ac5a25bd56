"""Word files with one damaged part, as fuzzing found them: read where the text is whole, refused where not."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest

from hostile.archives import archive
from pipeline.errors import ReadError
from pipeline.model import Document
from pipeline.readers import read

WORDS = "Kabupaten Alfa masuk kategori rawan tinggi dengan skor 41,20."


def parts() -> dict[str, bytes]:
    """Return the parts of a Word file with a title, a heading, a list, a header and a footer."""
    word = docx.Document()
    word.core_properties.title = "Rilis"
    word.add_heading("Hasil", level=1)
    word.add_paragraph(WORDS)
    word.add_paragraph("Kota Beta", style="List Number")
    word.sections[0].header.paragraphs[0].text = "BAWASLU"
    word.sections[0].footer.paragraphs[0].text = "Kaki"
    stream = io.BytesIO()
    word.save(stream)
    with zipfile.ZipFile(stream) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def changed(part: str, pattern: str, instead: str) -> bytes:
    """Pack the file with every match of ``pattern`` in ``part`` replaced."""
    members = parts()
    members[part] = re.sub(pattern.encode(), instead.encode(), members[part])
    assert members[part] != parts()[part]
    return archive(members)


def read_it(data: bytes) -> Document:
    return read(data, name="a.docx", sha256="0" * 64)


def kinds(document: Document) -> list[str]:
    return [block.kind for block in document.blocks]


def test_the_file_undamaged() -> None:
    document = read_it(archive(parts()))
    assert (document.title, kinds(document)) == ("Rilis", ["heading", "paragraph", "list_item", "note", "note"])


@pytest.mark.parametrize("part", ["header1", "footer1"])
def test_a_header_that_is_named_and_missing(part: str) -> None:
    document = read_it(changed("word/_rels/document.xml.rels", f'<Relationship [^>]*{part}.xml"[^>]*/>', ""))
    assert kinds(document) == ["heading", "paragraph", "list_item", "note"]


def test_properties_that_are_something_else() -> None:
    document = read_it(changed("docProps/core.xml", "cp:coreProperties", "cp:lain"))
    assert document.title is None
    assert WORDS in document.text


def test_styles_that_are_something_else() -> None:
    document = read_it(changed("word/styles.xml", "w:styles", "w:lain"))
    assert WORDS in document.text


def test_a_paragraph_whose_style_has_no_name() -> None:
    document = read_it(changed("word/document.xml", '<w:pStyle w:val="Heading1"/>', "<w:pStyle/>"))
    assert WORDS in document.text


def test_numbering_that_is_something_else() -> None:
    document = read_it(changed("word/numbering.xml", "w:numbering", "w:lain"))
    assert WORDS in document.text


@pytest.mark.parametrize(
    ("part", "element"),
    [
        ("word/document.xml", "w:body"),
        ("word/document.xml", "w:document"),
        ("_rels/.rels", "Relationships"),
        ("[Content_Types].xml", "Types"),
    ],
)
def test_without_a_body_or_what_leads_to_it_there_is_no_document(part: str, element: str) -> None:
    with pytest.raises(ReadError, match="its XML is damaged") as caught:
        read_it(changed(part, element, "Lain"))
    assert caught.value.code == "damaged"
