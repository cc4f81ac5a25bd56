"""A Word file opened: limits first, then python-docx. Files that it refuses by their kind alone are mended.

python-docx inflates every part that a relation names, without limits. So the XML parts are inflated here, counted,
and handed over in a package of their own; relations to anything else (pictures, fonts, parts that are missing) go.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping

import docx
from docx.document import Document as WordDocument
from docx.oxml.document import CT_Body
from docx.oxml.parser import parse_xml
from lxml.etree import XMLSyntaxError, tostring

from pipeline.errors import ReadError
from pipeline.readers.containers import WORD, Package, read_package

_CONTENT_TYPES = "[Content_Types].xml"
# Strict Open XML says the same under other names, and python-docx knows the transitional names only (KeyError).
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
# Templates and files with macros are documents under another content type (ValueError). Macros are never run.
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_MAIN = re.compile(
    rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?"
    rb"|openxmlformats-officedocument\.wordprocessingml\.template)\.main\+xml",
    re.IGNORECASE,
)


def open_word(data: bytes, *, name: str) -> tuple[WordDocument, Package]:
    """Open a Word file with python-docx; return also the parts that it has. Raises ``ReadError``.

    Codes: not_a_zip, truncated, encrypted, too_large, damaged, and unknown_format for a zip that is no Word file.
    """
    package = read_package(data, name=name, kind=WORD)
    try:
        word = docx.Document(io.BytesIO(_packed(_mended(package.parts))))
        if not isinstance(word.element.body, CT_Body):
            raise _damaged(name)
    except (XMLSyntaxError, AttributeError) as error:  # AttributeError: an element that is not what it should be
        raise _damaged(name) from error
    except (KeyError, ValueError) as error:  # no main part, or that of a spreadsheet or a presentation
        raise ReadError(
            "not a Word file", where=name, remedy="save it as .docx or PDF", code="unknown_format"
        ) from error
    return word, package


def _damaged(name: str) -> ReadError:
    return ReadError("its XML is damaged", where=name, remedy="open it in Word and save it anew", code="damaged")


def _mended(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts as python-docx can take them."""
    result = {member: _STRICT.sub(_TRANSITIONAL, content) for member, content in members.items()}
    if _CONTENT_TYPES in result:
        result[_CONTENT_TYPES] = _OTHER_MAIN.sub(_MAIN, result[_CONTENT_TYPES])
    relations = [member for member in result if member.endswith(".rels")]
    return result | {member: _kept_relations(result[member], member, members) for member in relations}


def _kept_relations(content: bytes, member: str, members: Mapping[str, bytes]) -> bytes:
    """Leave out relations to parts that are not there: python-docx would stop at the first (KeyError)."""
    base = posixpath.dirname(posixpath.dirname(member))  # word/_rels/document.xml.rels speaks for word/
    root = parse_xml(content)
    for relation in list(root):
        target = posixpath.normpath(posixpath.join("/", base, relation.get("Target") or "")).lstrip("/")
        if relation.get("TargetMode") != "External" and target not in members:
            root.remove(relation)
    return tostring(root)


def _packed(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for member, content in members.items():
            archive.writestr(zipfile.ZipInfo(member), content)  # ZipInfo: no time of day in it
    return stream.getvalue()
