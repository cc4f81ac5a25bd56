"""A folder of hostile files: each gives its reason in one line or is read, and the run goes on."""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from pipeline import work

GOOD = "Kabupaten Pandeglang memperoleh skor IKP 2024 sebesar 77,73 dan masuk kategori rawan tinggi.\n"
PREFIX = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MEGABYTE = 1 << 20


def packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def office(main: str, kind: str, data: bytes) -> bytes:
    """Pack a part as the main one of an Office file."""
    content = f"application/vnd.openxmlformats-officedocument.{kind}.main+xml"
    types = f'<Override PartName="/{main}" ContentType="{content}"/>'
    relation = (
        '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'officeDocument" Target="{main}"/>'
    )
    head = '<?xml version="1.0"?>'
    base = "http://schemas.openxmlformats.org/package/2006"
    return packed(
        {
            "[Content_Types].xml": f'{head}<Types xmlns="{base}/content-types">{types}</Types>'.encode(),
            "_rels/.rels": (
                f'{head}<Relationships xmlns="{base}/relationships">{relation}</Relationships>'.encode()
            ),
            main: data,
        }
    )


def word(data: bytes) -> bytes:
    return office("word/document.xml", "wordprocessingml.document", data)


def sheet(data: bytes) -> bytes:
    return office("xl/workbook.xml", "spreadsheetml.sheet", data)


def laughs() -> bytes:
    """Entities that would make 3 GB of ten letters."""
    entities = ['<!ENTITY a0 "kerawanan ">']
    entities += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9)]
    text = (
        f'<w:document xmlns:w="{PREFIX[1:-1]}"><w:body><w:p><w:r><w:t>&a8;</w:t></w:r></w:p></w:body></w:document>'
    )
    return f"<?xml version='1.0'?><!DOCTYPE d [{''.join(entities)}]>{text}".encode()


def pdf(content: bytes, *, inflate: bool = False, padding: int = 0) -> bytes:
    """Write a PDF of one page with this content, compressed already if ``inflate``, and many idle objects."""
    filters = b"/Filter /FlateDecode " if inflate else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< %s/Length %d >>\nstream\n%s\nendstream" % (filters, len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *(b"<< /N %d >>" % number for number in range(padding)),
    ]
    body = io.BytesIO()
    body.write(b"%PDF-1.7\n")
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(body.tell())
        body.write(b"%d 0 obj\n%s\nendobj\n" % (number, one))
    start = body.tell()
    body.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    body.writelines(b"%010d 00000 n \n" % place for place in places)
    body.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return body.getvalue()


def deflated_zeros(size: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(size // MEGABYTE)) + packer.flush()


def hostile() -> dict[str, bytes]:
    line = b"BT /F 9 Tf 1 0 0 1 50 %d Tm (Kota Alfa 41,2) Tj ET\n"
    return {
        "bom.docx": word(bytes(60 * MEGABYTE)),
        "bom.xlsx": sheet(bytes(60 * MEGABYTE)),
        "bom.zip": packed({"a.txt": bytes(60 * MEGABYTE)}),
        "bom.pdf": pdf(deflated_zeros(1024 * MEGABYTE), inflate=True),
        "dalam.html": b"<html><body>" + b"<div>" * 100_000 + GOOD.encode() + b"</div>" * 100_000,
        "entitas.docx": word(laughs()),
        "entitas.xlsx": sheet(laughs()),
        "entitas.html": laughs(),
        "seratus-ribu-objek.pdf": pdf(b"".join(line % (n % 800) for n in range(100_000))),
        "seratus-ribu-acuan.pdf": pdf(line % 700, padding=100_000),
        "kosong.pdf": b"",
        "putus.pdf": pdf(line % 700)[:200],
        "bukan-gambar.png": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "judul\x1b[2J\n.txt": GOOD.replace("Pandeglang", "Malang").replace("77,73", "64,01").encode(),
    }


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, list[str], Path]:
    """Run over a folder of hostile files and one good: the exit code, the complaints and the output folder."""
    folder = tmp_path_factory.mktemp("hostile")
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "baik.txt").write_text(GOOD, encoding="utf-8")
    for name, data in hostile().items():
        (corpus / name).write_bytes(data)
    with (corpus / "jarang.pdf").open("wb") as file:
        file.truncate(2 << 30)
    (folder / "rahasia.txt").write_text(GOOD.replace("Pandeglang", "Lebak"))
    (corpus / "tautan.txt").symlink_to(folder / "rahasia.txt")
    command = [sys.executable, "-m", "pipeline.cli", "run", "--corpus", str(corpus), "--out", str(folder / "out")]
    root = Path(__file__).resolve().parents[1]
    ended = subprocess.run(
        [*command, "--workers", "2"], check=False, capture_output=True, text=True, cwd=root, timeout=500
    )
    return ended.returncode, ended.stderr.splitlines(), folder / "out"


REASONS = {
    "bom.docx": "too_large",
    "bom.xlsx": "too_large",
    "bom.zip/a.txt": "too_large",
    "entitas.docx": "damaged",
    "entitas.xlsx": "damaged",
    "kosong.pdf": "empty",
    "putus.pdf": "truncated",
    "bukan-gambar.png": ("truncated", "damaged", "needs_ocr"),
}


@pytest.mark.parametrize("name", REASONS)
def test_what_cannot_be_read_gives_its_reason_in_one_line(name: str, told: tuple[int, list[str], Path]) -> None:
    code, lines, _ = told
    reasons = REASONS[name]
    (line,) = (line for line in lines if line.startswith(f"{name}: "))
    assert line.endswith(tuple(f"[{reason}]" for reason in ([reasons] if isinstance(reasons, str) else reasons)))
    assert code == 1


def test_files_that_are_not_opened_are_told_too(told: tuple[int, list[str], Path]) -> None:
    _, lines, _ = told
    assert any(line.startswith("jarang.pdf: has more than 200 MB; split it") for line in lines)
    assert any("tautan.txt: is a link that leads out of the folder" in line for line in lines)
    assert any(line.startswith(r"judul\x1b[2J\n.txt: has characters in its name") for line in lines)


def test_no_complaint_holds_a_traceback_or_a_control_character(told: tuple[int, list[str], Path]) -> None:
    _, lines, _ = told
    assert not [line for line in lines if "Traceback" in line or not line.isprintable()]


def test_the_good_documents_are_published_and_the_secret_is_not(told: tuple[int, list[str], Path]) -> None:
    _, _, out = told
    scores = (out / "dataset" / "scores.csv").read_text()
    assert "77.73" in scores
    assert "64.01" in scores, "the oddly named file is read"
    assert "Lebak" not in scores


def test_every_file_is_accounted_for(told: tuple[int, list[str], Path]) -> None:
    _, _, out = told
    documents = (out / "dataset" / "documents.csv").read_text()
    missing = [name for name in hostile() if name.isprintable() and name not in documents]
    assert missing == []


def test_no_child_went_over_its_memory(told: tuple[int, list[str], Path]) -> None:
    assert told
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < work.LIMITS.data_bytes + 512 * MEGABYTE
