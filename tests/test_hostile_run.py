"""A folder of hostile files: each gives its reason in one line or is read, and the run goes on."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from hostile.office import OFFICE
from hostile.pdf import deflated_zeros, pdf
from hostile.web import WEB
from pipeline.jobs import work
from press.zips import packed

GOOD = "Kabupaten Pandeglang memperoleh skor IKP 2024 sebesar 77,73 dan masuk kategori rawan tinggi.\n"
MEGABYTE = 1 << 20


def hostile() -> dict[str, bytes]:
    line = b"BT /F 9 Tf 1 0 0 1 50 %d Tm (Kota Alfa 41,2) Tj ET\n"
    return {
        "bom.docx": OFFICE["docx bomb"][1](),
        "bom.xlsx": OFFICE["xlsx bomb"][1](),
        "bom.zip": packed({"a.txt": bytes(60 * MEGABYTE)}),
        "bom.pdf": pdf(deflated_zeros(1024 * MEGABYTE), inflate=True),
        "dalam.html": WEB["100,000 divisions deep"](),
        "entitas.docx": OFFICE["docx laughs"][1](),
        "entitas.xlsx": OFFICE["xlsx laughs in texts"][1](),
        "entitas.html": WEB["laughing entities"](),
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
    (folder / "rahasia.txt").write_text(GOOD.replace("Pandeglang", "Tangerang"))
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
    assert "Kabupaten Tangerang" not in scores


def test_every_file_is_accounted_for(told: tuple[int, list[str], Path]) -> None:
    _, _, out = told
    documents = (out / "dataset" / "documents.csv").read_text()
    missing = [name for name in hostile() if name.isprintable() and name not in documents]
    assert missing == []


def test_no_child_went_over_its_memory(told: tuple[int, list[str], Path]) -> None:
    assert told
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < work.LIMITS.data_bytes + 512 * MEGABYTE
