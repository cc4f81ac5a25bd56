"""The scans in ``tests/scans`` are read by Tesseract: every fact is found, and none is accepted wrongly.

What is doubtful may wait for a person. ``tests/make_scans.py`` makes the scans, ``campaigns.scans`` many more.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from make_scans import FOLDER, RECIPES, SOURCES, made
from pipeline.jobs.finding_rows import Row
from pipeline.model import Document
from pipeline.readers import read
from pipeline.readers.ocr.engines import ocr_engine
from pipeline.reference import load_reference
from press.scan import ScanStyle, rendered, scanned
from roundtrip.compare import Outcome, judge, rows_of
from roundtrip.specimen import Key, Specimen

MAX_BYTES = 300_000
AUTO_FLOOR = 0.6  # of the facts are accepted without a person; 0.85 were on the machine where the scans were made

needs_tesseract = pytest.mark.skipif(
    not ocr_engine().startswith("tesseract"),
    reason="needs Tesseract with Indonesian data (tesseract-ocr, tesseract-ocr-ind)",
)
by_name = pytest.mark.parametrize("name", RECIPES)


def gold_of(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((FOLDER / name).with_suffix(".gold.json").read_text(encoding="utf-8"))
    return data


@cache
def document_of(name: str) -> Document:
    return read((FOLDER / name).read_bytes(), name=name, sha256="0" * 64)


@cache
def result_of(name: str) -> tuple[Outcome, tuple[Row, ...]]:
    """Return what is found in a scan, judged by its gold, and the findings."""
    key = Key(layout=name, seed=0, format="pdf")
    specimen = Specimen(key=key, data=b"", facts=tuple(gold_of(name)["findings"]), published=None)
    rows = rows_of(document_of(name), name=f"dokumen{Path(name).suffix}")
    return judge(specimen, rows), rows


@needs_tesseract
@by_name
def test_every_fact_is_found_or_waits_for_a_person_and_none_is_accepted_wrongly(name: str) -> None:
    outcome, rows = result_of(name)
    assert outcome.wrong == ()
    waiting = {row["region_code"] for row in rows if row["decision"] == "review"}
    lost = [fact for fact in outcome.missed if fact.split()[1] not in waiting]
    assert lost == []
    assert len(outcome.missed) <= 0.1 * outcome.facts


@needs_tesseract
@pytest.mark.parametrize("name", ["jateng-tabel-bercap.pdf", "sulbar-miring.jpg"])
def test_evidence_has_its_place_on_the_page_as_it_is_shown(name: str) -> None:
    """What stands in the picture at the place of a word is ink, and what stands around a page's text is none."""
    document, page = document_of(name), shown(name)
    for word in document.words:
        assert word.place.bbox is not None
        x0, top, x1, bottom = (round(value * 150 / 72) for value in word.place.bbox)
        assert (np.asarray(page)[max(0, top) : bottom, max(0, x0) : x1] < 140).any(), word.span.of(document.text)


def shown(name: str) -> Image.Image:
    """Return the page as a viewer shows it, at the 150 dpi of its scan."""
    if name.endswith(".pdf"):
        return rendered((FOLDER / name).read_bytes(), 150)[0].convert("L")
    return Image.open(FOLDER / name).convert("L")


@needs_tesseract
def test_the_same_bytes_give_the_same_document() -> None:
    name = "aceh-kliping.jpg"
    assert document_of(name) == read((FOLDER / name).read_bytes(), name=name, sha256="0" * 64)


@needs_tesseract
def test_a_mixed_pdf_has_words_on_its_scanned_page_alone() -> None:
    document = document_of("kalsel-campuran.pdf")
    assert {word.place.page for word in document.words} == {2}
    assert {block.place.page for block in document.blocks} == {1, 2}


@needs_tesseract
@by_name
def test_words_are_verbatim_and_in_order(name: str) -> None:
    document = document_of(name)
    assert document.words
    end = 0
    for word in document.words:
        assert end <= word.span.start < word.span.end
        assert word.span.of(document.text).split() == [word.span.of(document.text)]
        assert 0 <= word.confidence <= 1
        end = word.span.end


@needs_tesseract
def test_most_facts_need_no_person() -> None:
    outcomes = [result_of(name)[0] for name in RECIPES]
    assert sum(one.right for one in outcomes) >= AUTO_FLOOR * sum(one.facts for one in outcomes)


# --- the folder ---


def test_every_scan_has_gold_a_source_and_is_small() -> None:
    files = {path.name for path in FOLDER.iterdir()}
    assert files == {*RECIPES, *(Path(name).with_suffix(".gold.json").name for name in RECIPES)}
    assert max((FOLDER / name).stat().st_size for name in RECIPES) <= MAX_BYTES
    used = {source for recipe in RECIPES.values() for source in recipe.sources}
    assert used == {path.stem for path in SOURCES.iterdir()}
    assert len(RECIPES) >= 5


@by_name
def test_gold_agrees_with_the_source_and_the_official_figures(name: str) -> None:
    text = "\n".join((SOURCES / f"{source}.txt").read_text(encoding="utf-8") for source in RECIPES[name].sources)
    reference = load_reference()
    official = {
        (row.region_code, row.basis): row.score
        for row in reference.scores
        if row.edition == "ikp_2024" and row.dimension is None
    }
    for fact in gold_of(name)["findings"]:
        region = reference.regions[fact.get("region_code") or fact["scope_code"]]
        assert region.name == (fact.get("region") or fact.get("scope"))
        assert region.name.removeprefix("Provinsi ") in text
        score = fact.get("score")
        if score is not None:
            assert f"{score:.2f}".replace(".", ",").rstrip("0") in text
            known = official.get((region.code, fact.get("basis")))
            assert fact["type"] != "score" or known is None or abs(float(known) - score) < 0.06


@pytest.mark.parametrize("name", ["aceh-kliping.jpg", "kalsel-campuran.pdf"])
def test_a_recipe_makes_the_same_bytes(name: str) -> None:
    assert made(RECIPES[name]) == made(RECIPES[name])


def test_scans_differ_by_their_seed_and_style() -> None:
    pages = rendered((FOLDER / "kalsel-campuran.pdf").read_bytes(), 50)
    style = ScanStyle(dpi=50, specks=5, stamp=True)
    first, again, other = (scanned(pages[:1], style, seed)[0].tobytes() for seed in (1, 1, 2))
    assert first == again != other
    assert scanned(pages[:1], replace(style, turn=90), 1)[0].size == pages[0].size[::-1]
