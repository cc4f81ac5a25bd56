"""Make the PDF and Word samples, workbooks, mails, archives and the manifest of the corpus.

    python tests/make_samples.py [CORPUS]

Reads ``tests/samples_source/NAME.pdf.txt``, ``NAME.docx.txt`` and ``NAME.xlsx.txt`` and writes
``CORPUS/samples/NAME.pdf`` and so on (default: the corpus of this checkout), then ``CORPUS/manifest.jsonl`` over
everything that lies in ``CORPUS/samples``. The same sources give the same bytes. Text, Markdown, web pages and
.csv are their own source. A folder ``NAME.eml`` or ``NAME.zip`` is packed to a mail or an archive, the sources in
it made first.

A source is plain text, one paragraph a line, in this small markup:

    @tanggal 2024-01-06        date of the document, for its properties
    @judul TEXT, @penulis TEXT title and author, for its properties
    @surat LINE | LINE | ...   letterhead
    @kaki TEXT                 footer, beside the page number
    # TEXT, ## TEXT            headings
    @gaya columns=2 ...        how the sheet is set: fields of press.pdf.PdfStyle, "+" for a space (PDF only)
    @kanan TEXT                a line set flush right
    1. TEXT, - TEXT            list items; a list that starts again at 1 is a new list
    @tabel garis 1 4 2         the table that follows is ruled; widths in proportion. "polos": no rules; else those
                               rules of press.sheet.Part: rows, header, three, frame, columns, zebra
    | a | b |                  a table row, the first is the header; "^" joins the cell above, "<" the one before
    **bold**                   inside any text

and in Word documents alone:

    @kotak LINE | LINE         a text box
    @tab TEXT | TEXT           a line whose columns are set with tabs
    1.2. TEXT                  an item of the second level
    | [[a ; b // c ; d]] |     a table in a cell
    {-out-} {+in+} {^1^}       tracked changes, a raised mark

A workbook's source holds sheets, with titles and notes as rows:

    @lembar NAME               the rows that follow stand on this sheet
    @sembunyi C 8              of the sheet: columns and rows that are hidden; alone, the whole sheet
    | a | 77.0399{0.00} |      a number under a format; "'12" is a text; "^" and "<" as above; "|" alone is empty
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from press.packed import mail_bytes, zip_bytes
from press.pdf import PdfStyle, pdf_bytes
from press.sheet import Part, Sheet
from press.word import docx_bytes
from press.workbook import Tab, xlsx_bytes

ROOT = Path(__file__).resolve().parents[1]
SOURCES = Path(__file__).resolve().parent / "samples_source"
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv",
    ".html": "text/html",
    ".md": "text/markdown",
    ".txt": "text/plain",
    ".eml": "message/rfc822",
    ".zip": "application/zip",
}


def parse(text: str) -> Sheet:
    """Read the markup that the head of this file describes. Raises ValueError for a line it does not know."""
    parts: list[Part] = []
    facts: dict[str, str] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("|"):
            row = tuple(cell.strip() for cell in line.strip("|").split("|"))
            parts[-1] = replace(parts[-1], rows=(*parts[-1].rows, row))
        elif line.startswith("@"):
            word, _, rest = line[1:].partition(" ")
            if word in {"tabel", "kanan", "kotak", "tab"}:
                parts.append(_special(word, rest))
            elif word in {"tanggal", "judul", "penulis", "surat", "kaki"}:
                facts[word] = rest
            elif word != "gaya":  # which `style_of` reads
                raise ValueError(f"unknown line: {line}")
        else:
            parts.append(_plain(line))
    return _sheet(tuple(parts), facts)


def style_of(text: str) -> PdfStyle:
    """Read how a sheet is set from its line ``@gaya``. Raises ValueError for a field or a value of no sense.

    >>> style_of("@gaya rotate=90 landscape=yes numbers=Halaman+N").numbers
    'Halaman N'
    """
    types = {field.name: str(field.type) for field in fields(PdfStyle)}
    values: dict[str, Any] = {}
    for line in re.findall(r"(?m)^@gaya (.+)$", text):
        for name, _, value in (word.partition("=") for word in line.split()):
            if name not in types:
                raise ValueError(f"unknown style: {name}")
            values[name] = _value(types[name], value)
    return PdfStyle(**values)


def _value(kind: str, text: str) -> object:
    if kind == "bool":
        if text not in {"yes", "no"}:
            raise ValueError(f"neither yes nor no: {text}")
        return text == "yes"
    return int(text) if kind == "int" else float(text) if kind == "float" else text.replace("+", " ")


def _sheet(parts: tuple[Part, ...], facts: Mapping[str, str]) -> Sheet:
    return Sheet(
        parts=parts,
        date=datetime.fromisoformat(facts["tanggal"]).replace(hour=12, tzinfo=UTC),
        title=facts["judul"],
        author=facts.get("penulis", ""),
        letterhead=tuple(line.strip() for line in facts["surat"].split("|")),
        footer=facts["kaki"],
    )


def _special(word: str, rest: str) -> Part:
    if word == "kanan":
        return Part(kind="right", text=rest)
    if word == "kotak":
        return Part(kind="box", text=rest)
    if word == "tab":
        return Part(kind="tabs", text="\t".join(cell.strip() for cell in rest.split("|")))
    rules, *widths = rest.split()
    ruled = rules != "polos"
    grid = rules in {"polos", "garis"}
    return Part(kind="table", ruled=ruled, rules="grid" if grid else rules, widths=tuple(map(float, widths)))


def _plain(line: str) -> Part:
    if found := re.fullmatch(r"(#+) (.+)", line):
        return Part(kind="heading", level=len(found[1]), text=found[2])
    if found := re.fullmatch(r"\d+\.(\d+)\. (.+)", line):
        return Part(kind="item", level=2, number=int(found[1]), text=found[2])
    if found := re.fullmatch(r"(\d+)\. (.+)", line):
        return Part(kind="item", number=int(found[1]), text=found[2])
    if line.startswith("- "):
        return Part(kind="item", text=line[2:])
    return Part(kind="paragraph", text=line)


def workbook(text: str) -> bytes:
    """Make a workbook of its source. Raises ValueError for a line that the head of this file does not know."""
    fields: dict[str, str] = {}
    tabs: list[Tab] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        word, _, rest = line.removeprefix("@").partition(" ")
        if line.startswith("|"):
            cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
            tabs[-1] = replace(tabs[-1], rows=(*tabs[-1].rows, cells))
        elif line.startswith("@lembar"):
            tabs.append(Tab(name=rest, rows=()))
        elif line.startswith("@sembunyi"):
            rows = tuple(int(one) for one in rest.split() if one.isdigit())
            columns = tuple(one for one in rest.split() if not one.isdigit())
            tabs[-1] = replace(tabs[-1], hidden=not rest, hidden_rows=rows, hidden_columns=columns)
        elif line.startswith("@") and word in {"tanggal", "judul", "penulis"}:
            fields[word] = rest
        else:
            raise ValueError(f"unknown line: {line}")
    date = datetime.fromisoformat(fields["tanggal"]).replace(hour=12, tzinfo=UTC)
    return xlsx_bytes(tabs, date=date, title=fields["judul"], author=fields.get("penulis", ""))


def manifest(corpus: Path) -> str:
    """Return one JSON line a sample of ``corpus``, with the keys of ``CorpusItem``, sorted by path."""
    lines = []
    for path in sorted((corpus / "samples").iterdir()):
        if path.suffix not in MEDIA_TYPES or path.name == "README.md":
            continue
        data = path.read_bytes()
        name = f"samples/{path.name}"
        item = {
            "sha256": hashlib.sha256(data).hexdigest(),
            "path": name,
            "media_type": MEDIA_TYPES[path.suffix],
            "size": len(data),
            "source": "samples",
            "family": name,
            "url": None,
            "fetched_at": None,
            "part": None,
            "gone_at": None,
            "issuer": None,
            "region_code": None,
        }
        lines.append(json.dumps(item) + "\n")
    return "".join(lines)


def made(source: Path) -> tuple[str, bytes]:
    """Return the name and the bytes that a source stands for: itself, or what is made of it."""
    name = source.name.removesuffix(".txt")
    if source.is_dir():
        inside = sorted(path for path in source.rglob("*") if path.is_file())
        members = {}
        for path in inside:
            own, data = made(path)
            members[path.relative_to(source).with_name(own).as_posix()] = data
        return name, (mail_bytes if name.endswith(".eml") else zip_bytes)(members)
    if name.endswith(tuple(MAKERS)) and source.suffix == ".txt":
        return name, MAKERS[f".{name.rpartition('.')[2]}"](source.read_text(encoding="utf-8"))
    return source.name, source.read_bytes()


MAKERS: Mapping[str, Callable[[str], bytes]] = {
    ".pdf": lambda text: pdf_bytes(parse(text), style_of(text)),
    ".docx": lambda text: docx_bytes(parse(text)),
    ".xlsx": workbook,
}


def main(corpus: Path) -> None:
    """Write the samples that are made from a source, and the manifest, below ``corpus``."""
    for source in sorted(SOURCES.iterdir()):
        name, data = made(source)
        (corpus / "samples" / name).write_bytes(data)
    (corpus / "manifest.jsonl").write_text(manifest(corpus), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "corpus")
