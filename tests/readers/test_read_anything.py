"""The front door: media types, limits, and hostile input. Always a document or one ``ReadError``."""

from __future__ import annotations

import importlib
import io
import random
import subprocess
import sys

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import ReadError
from pipeline.readers import CONTAINERS, READERS, TAKEN_EXTENSIONS, media_type_of, read, reader_version
from pipeline.readers.media import UNKNOWN

CODES = {"empty", "too_large", "unknown_format", "not_a_zip", "truncated", "encrypted", "no_text", "damaged"}


def code_of(data: bytes, name: str) -> str:
    """Read, and return the error's code, or "read"."""
    try:
        document = read(data, name=name, sha256="0" * 64)
    except ReadError as error:
        return error.code if "\n" not in str(error) else "more than one line"
    assert all(block.span.end <= len(document.text) for block in document.blocks)
    return "read"


def pdf_bytes() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    for page in range(3):
        canvas.drawString(72, 700, f"Kabupaten Alfa skor 41,2{page}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_each_taken_ending_has_a_reader() -> None:
    assert {media_type_of("a" + ending, b"x") for ending in TAKEN_EXTENSIONS} == set(READERS) | CONTAINERS
    assert all(reader_version(media_type) > 0 for media_type in READERS)
    assert reader_version(UNKNOWN) == 0


@pytest.mark.parametrize("ending", sorted(TAKEN_EXTENSIONS))
def test_empty_and_blank_files(ending: str) -> None:
    assert code_of(b"", "a" + ending) == "empty"
    assert code_of(b" \r\n\0\0", "a" + ending) == "empty"


@pytest.mark.parametrize("ending", sorted(TAKEN_EXTENSIONS))
@pytest.mark.parametrize("seed", range(4))
def test_random_bytes_are_refused(ending: str, seed: int) -> None:
    assert code_of(random.Random(seed).randbytes(3_000), "a" + ending) in CODES


def test_too_large() -> None:
    assert code_of(b"a" * (51 * 1024 * 1024), "a.txt") == "too_large"
    assert code_of(b"a" * (21 * 1024 * 1024), "a.txt") == "too_large"


def test_a_truncated_pdf_is_read_or_refused_at_any_length() -> None:
    whole = pdf_bytes()
    seen = {code_of(whole[:length], "a.pdf") for length in range(1, len(whole), 61)}
    assert seen <= {"read", "truncated", "damaged", "no_text"}
    assert code_of(whole[: len(whole) // 3], "a.pdf") == "truncated"
    assert code_of(whole, "a.pdf") == "read"


def test_a_pdf_with_flipped_bytes_is_read_or_refused() -> None:
    dice = random.Random(7)
    whole = pdf_bytes()
    for _ in range(40):
        broken = bytearray(whole)
        for _ in range(8):
            broken[dice.randrange(8, len(broken))] = dice.randrange(256)
        assert code_of(bytes(broken), "a.pdf") in CODES | {"read"}


def test_deep_markup_is_survived() -> None:
    assert code_of(b"<html><body>" + b"<div>" * 50_000 + b"x", "a.html") in CODES | {"read"}
    assert code_of(b"<html><body>" + b"<table><tr><td>" * 2_000 + b"x", "a.html") in CODES | {"read"}


def test_a_failing_reader_gives_a_read_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise KeyError("odd")

    monkeypatch.setattr("pipeline.readers.text.read_text", fail)
    assert code_of(b"Skor Alfa", "a.txt") == "damaged"


def test_the_table_and_the_modules_agree_on_versions() -> None:
    for reader in READERS.values():
        assert reader.version == importlib.import_module(reader.module).VERSION


def test_importing_the_package_is_light() -> None:
    heavy = "pdfplumber pypdfium2 docx trafilatura lxml pandas spacy"
    script = f"import sys, pipeline.readers; print([m for m in '{heavy}'.split() if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_libraries_say_nothing_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    code_of(pdf_bytes()[:900], "a.pdf")
    code_of(b"<html><body><p>Skor Alfa</p>", "a.html")
    captured = capfd.readouterr()
    assert captured.out + captured.err == ""
