"""Engines: which is there, what they are asked, and how their answers become words."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.readers.ocr import rapid as ocr_rapid
from pipeline.readers.ocr import recognition as ocr
from pipeline.readers.ocr.engines import NO_ENGINE, OcrError, ocr_engine, rapid_version, tesseract_version
from pipeline.readers.ocr.opinions import DOUBTED
from pipeline.readers.ocr.rapid import seen_by_rapid
from pipeline.readers.ocr.recognition import recognised
from pipeline.readers.ocr.tesseract import seen_by_tesseract

HOCR = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><body><div class='ocr_page' title='image "-"; bbox 0 0 900 300'>
 <span class='ocr_line' title="bbox 100 50 600 90; baseline 0.01 -10; x_size 40; x_descenders 9; x_ascenders 10">
  <span class='ocrx_word' title='bbox 100 58 200 80; x_wconf 96'><strong>Skor</strong></span>
  <span class='ocrx_word' title='bbox 220 50 300 90; x_wconf 41'>77,04</span>
  <span class='ocrx_word' title='bbox 310 50 320 90; x_wconf 95'> </span>
 </span>
 <span class='ocr_header' title="bbox 100 150 600 190; baseline 0 -10; x_size 40; x_descenders 9; x_ascenders 10">
  <span class='ocrx_word' title='bbox 100 10 200 20; x_wconf 30'>&lt;Kota&gt;</span>
 </span>
 <span class='ocr_photo' title="bbox 0 0 9 9"></span>
</div></body></html>"""

WHITE = np.full((300, 900), 255, dtype=np.uint8)


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    """Let each test find out anew which engine is there, and leave no answer of a fake one behind."""
    caches = (ocr_engine, tesseract_version, rapid_version, ocr_rapid._engine)
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


class Command:
    """Stands for the command ``tesseract``: answers and remembers what it was asked."""

    def __init__(self, *, languages: str = "eng\nind\nosd", pages: tuple[str, ...] = (HOCR,)) -> None:
        self.languages = languages
        self.pages = list(pages)
        self.asked: list[list[str]] = []
        self.environments: list[dict[str, str]] = []

    def __call__(self, command: list[str], *, env: dict[str, str], **_: Any) -> Any:
        self.asked.append(command[1:])
        self.environments.append(env)
        answers = {"--version": "tesseract 5.3.0\n leptonica-1.82.0", "--list-langs": f"List:\n{self.languages}"}
        answer = answers.get(command[1]) or self.pages.pop(0)
        return SimpleNamespace(stdout=answer.encode())


def install(monkeypatch: pytest.MonkeyPatch, command: Command | None) -> None:
    monkeypatch.setattr("shutil.which", lambda _: "tesseract" if command else None)
    if command:
        monkeypatch.setattr("subprocess.run", command)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)


def test_tesseract_is_named_with_its_version_and_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    command = Command()
    install(monkeypatch, command)
    assert [ocr_engine(), ocr_engine()] == ["tesseract 5.3.0 ind eng"] * 2
    assert len(command.asked) == 2  # once a process


@pytest.mark.parametrize(
    ("languages", "named"), [("ind", "tesseract 5.3.0 ind"), ("eng\nosd", NO_ENGINE), ("", NO_ENGINE)]
)
def test_tesseract_without_indonesian_counts_as_none(
    monkeypatch: pytest.MonkeyPatch, languages: str, named: str
) -> None:
    install(monkeypatch, Command(languages=languages))
    assert ocr_engine() == named


def test_without_tesseract_rapidocr_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, None)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: object())
    monkeypatch.setattr("importlib.metadata.version", lambda _: "3.10.0")
    assert ocr_engine() == "rapidocr 3.10.0"


def test_with_neither_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, None)
    assert ocr_engine() == NO_ENGINE


def test_hocr_becomes_words_as_high_as_their_line(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, Command())
    words = seen_by_tesseract(WHITE, "ind", layout=4)
    assert [(word.text, word.confidence) for word in words] == [("Skor", 0.96), ("77,04", 0.41), ("<Kota>", 0.3)]
    first, second, lost = words
    assert (first.top, first.bottom) == (49.5, 89.5)  # the baseline falls by a hundredth
    assert (second.top, second.bottom) == pytest.approx((50.6, 90.6))
    assert first.line == second.line != lost.line
    assert (lost.top, lost.bottom) == (10, 20)  # it does not lie on its line


def test_tesseract_is_asked_for_the_same_words_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    command = Command()
    install(monkeypatch, command)
    seen_by_tesseract(WHITE, "ind", layout=4)
    assert command.asked == [["-", "-", "--dpi", "300", "--psm", "4", "-l", "ind", "hocr"]]
    assert command.environments[0]["OMP_THREAD_LIMIT"] == "1"


@pytest.mark.parametrize(
    "error", [subprocess.TimeoutExpired("tesseract", 60), subprocess.CalledProcessError(1, "tesseract"), OSError()]
)
def test_a_failure_of_tesseract_is_told_as_one(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise error

    monkeypatch.setattr("subprocess.run", fail)
    with pytest.raises(OcrError):
        seen_by_tesseract(WHITE, "ind", layout=4)


@pytest.mark.parametrize("answer", ["", "<html>", "no markup at all"])
def test_an_answer_without_words_has_none(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    install(monkeypatch, Command(pages=(answer,)))
    assert seen_by_tesseract(WHITE, "ind", layout=4) == []


def test_both_networks_read_a_picture_in_two_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    other = HOCR.replace("77,04", "71,04")
    install(monkeypatch, command := Command(pages=(HOCR, _scaled(other, 0.8))))
    words = recognised(WHITE)
    assert [ask[-2] for ask in command.asked[-2:]] == ["ind", "eng"]
    assert {word.text: word.confidence for word in words} == {"Skor": 0.96, "71,04": DOUBTED, "<Kota>": 0.3}


def _scaled(page: str, factor: float) -> str:
    """Return the page as it looks in another size: its boxes smaller."""
    import re  # noqa: PLC0415

    def smaller(match: re.Match[str]) -> str:
        return "bbox " + " ".join(str(round(int(value) * factor)) for value in match[1].split())

    return re.sub(r"bbox (\d+ \d+ \d+ \d+)", smaller, page)


def test_without_a_second_network_no_number_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    page = HOCR.replace("x_wconf 41", "x_wconf 97")
    install(monkeypatch, Command(languages="ind", pages=(page,)))
    assert {word.text: word.confidence for word in recognised(WHITE)} == {
        "Skor": 0.96,
        "77,04": DOUBTED,
        "<Kota>": 0.3,
    }


class FakeRapid:
    """Answers as rapidocr does."""

    def __init__(self, **_: Any) -> None:
        pass

    def __call__(self, _: Any, **__: Any) -> Any:
        corners = [(10, 20), (50, 20), (50, 40), (10, 40)]
        pieces = [("Kota", 0.99, corners), ("77,0", 0.98, [(60, 20), (90, 40)]), ("4", 0.9, [(91, 20), (99, 40)])]
        return SimpleNamespace(txts=("Kota 77,04",), word_results=(pieces,))


def test_words_of_rapidocr_and_no_number_of_it_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, None)
    monkeypatch.setitem(sys.modules, "rapidocr", SimpleNamespace(RapidOCR=FakeRapid))
    assert [(word.text, word.box, word.confidence) for word in seen_by_rapid(WHITE)] == [
        ("Kota", (10.0, 20.0, 50.0, 40.0), 0.99),
        ("77,04", (60.0, 20.0, 99.0, 40.0), 0.9),
    ]
    monkeypatch.setattr(ocr, "ocr_engine", lambda: "rapidocr 3.10.0")
    assert [word.confidence for word in recognised(WHITE)] == [0.99, DOUBTED]


@pytest.mark.parametrize("answer", [SimpleNamespace(txts=None, word_results=None), None])
def test_rapidocr_that_finds_nothing_or_fails(monkeypatch: pytest.MonkeyPatch, answer: Any) -> None:
    monkeypatch.setattr(ocr_rapid, "_engine", lambda: lambda *_, **__: answer)
    if answer is None:
        with pytest.raises(OcrError):
            seen_by_rapid(WHITE)
    else:
        assert seen_by_rapid(WHITE) == []


# --- the real ones ---


def printed(text: str) -> np.ndarray:
    picture = Image.new("L", (1200, 200), 255)
    ImageDraw.Draw(picture).text((60, 60), text, fill=0, font=ImageFont.load_default(48))
    return np.asarray(picture)


def test_tesseract_reads_what_is_printed() -> None:
    if not ocr_engine().startswith("tesseract"):
        pytest.skip("needs Tesseract with Indonesian data (tesseract-ocr, tesseract-ocr-ind)")
    words = recognised(printed("Kota Semarang 73,26 rawan tinggi"))
    assert " ".join(word.text for word in words) == "Kota Semarang 73,26 rawan tinggi"
    assert min(word.confidence for word in words) > 0.7
    assert words == recognised(printed("Kota Semarang 73,26 rawan tinggi"))


@pytest.mark.skipif(importlib.util.find_spec("rapidocr") is None, reason="needs the extra: pip install ikp[ocr]")
def test_rapidocr_reads_what_is_printed() -> None:
    words = seen_by_rapid(printed("Kota Semarang 73,26 rawan tinggi"))
    assert " ".join(word.text for word in words) == "Kota Semarang 73,26 rawan tinggi"


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("pipeline.readers.ocr.engines", {"numpy", "PIL", "lxml", "rapidocr", "onnxruntime"}),
        ("pipeline.readers.pdf.reader", {"rapidocr", "onnxruntime"}),
    ],
)
def test_asking_for_the_engine_loads_none(module: str, heavy: set[str]) -> None:
    code = f"import sys, {module}; print(*sorted(set(sys.modules) & {heavy!r}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
