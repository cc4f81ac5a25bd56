"""Word files as bare XML: the smallest package that Word opens, with any content."""

from __future__ import annotations

import io
import zipfile

from press.zips import packed

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_ML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = {
    "document": f"{WORD_ML}.document.main+xml",
    "template": f"{WORD_ML}.template.main+xml",
    "macros": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "macro template": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    "spreadsheet": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}


def bare(body: str, namespace: str = W, main_type: str = "document", **members: str) -> bytes:
    """Pack the smallest file that Word opens, with ``body`` and further members of ``word/``."""
    relations = "http://purl.oclc.org/ooxml/officeDocument/relationships" if namespace == STRICT else OFFICE
    return packed(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            + override("document", TYPES[main_type])
            + "".join(override(name, f"{WORD_ML}.{name}+xml") for name in members)
            + "</Types>",
            "_rels/.rels": related(f"{relations}/officeDocument", "word/document.xml"),
            "word/_rels/document.xml.rels": related(
                *(part for name in members for part in (f"{relations}/{name}", f"{name}.xml"))
            ),
            "word/document.xml": f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>',
            **{f"word/{name}.xml": content for name, content in members.items()},
        }
    )


def override(name: str, content_type: str) -> str:
    return f'<Override PartName="/word/{name}.xml" ContentType="{content_type}"/>'


def related(*kinds_and_targets: str) -> str:
    pairs = zip(kinds_and_targets[::2], kinds_and_targets[1::2], strict=True)
    marks = (
        f'<Relationship Id="r{index}" Type="{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(pairs)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(marks)}</Relationships>'


def changed(data: bytes, members: dict[str, str | None]) -> bytes:
    """Return the package with members put in, or left out (None)."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        own = {name: archive.read(name).decode() for name in archive.namelist()}
    return packed({name: content for name, content in {**own, **members}.items() if content is not None})


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"
