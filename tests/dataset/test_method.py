"""The page on method keeps to what is true: it names what there is, and its figures are those of the program."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest

from pipeline.dataset import Dataset
from pipeline.dataset.checks.every import CHECKS
from pipeline.dataset.evaluation.calibrate import GOAL, LEAST_SURE
from pipeline.dataset.pack.data import Shown, pack_of
from pipeline.dataset.pack.page import pack_page
from pipeline.dataset.pack.pictures import Gallery
from pipeline.dataset.release.cited import AUTHOR, TITLE
from pipeline.dataset.release.export import ALL_TABLES
from pipeline.dataset.release.method import FILES, method_page
from pipeline.dataset.release.notes import Release
from pipeline.dataset.types import Standing
from pipeline.extract.catalog.verdicts import ACCEPT, MARGIN
from pipeline.jobs.fixed_parts import method_parts
from pipeline.model import Parsed
from pipeline.reference import load_reference
from pipeline.reference.load import reference_texts
from published import files_of

Make = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = tuple(FILES.values())
PARTS = method_parts()
RELEASE = Release(version="2024-12-12-0123abcd", data_day=None, before=None, changes=())

#: Quoted on the page, and neither a file, a column nor a value of one: commands, paths, keys of other programs.
OTHERS = {
    "ikp", "ikp why", "ikp review", "ikp alias", "ikp export --format xlsx", "ikp export --release", "documents/",
    "types = {'region_code': 'VARCHAR', 'province_code': 'VARCHAR'}",
    'colClasses = c(region_code = "character", province_code = "character")',
}  # fmt: skip


def named(text: str) -> set[str]:
    """Return what a page quotes as code, outside its blocks."""
    return set(re.findall(r"`([^`\n]+)`", re.sub(r"(?s)```.*?```", "", text)))


def sections(text: str) -> list[list[str]]:
    """Return what the sections of a page quote as code, each in its order, each once."""
    parts = re.split(r"(?m)^## ", re.sub(r"(?s)```.*?```", "", text))
    return [sorted(set(re.findall(r"`([^`\n]+)`", part))) for part in parts]


@pytest.fixture(params=LANGUAGES)
def page(request: pytest.FixtureRequest, dataset: Dataset) -> str:
    return method_page(dataset, RELEASE, PARTS, request.param).decode()


def test_every_table_column_value_and_check_that_it_names_is_there(page: str, dataset: Dataset) -> None:
    columns = [column for table in ALL_TABLES for column in table.columns]
    known = {
        *files_of(dataset),
        *(column.name for column in columns),
        *(value for column in columns for value in column.rules.one_of),
        *(check.name for check in CHECKS),
        *dataset.reference.editions,
        *(value for one in (Standing,) for value in get_args(one)),
        *("alias", "fuzzy"),
    }
    assert named(page) - known - OTHERS == set()


def test_both_languages_say_the_same() -> None:
    english, indonesian = (PARTS.texts[language] for language in ("en", "id"))
    swapped = indonesian.replace("METODE.md", "METHOD.md")
    assert sections(english.replace("METODE.md", "METHOD.md")) == sections(swapped)
    slots = [re.findall(r"\{\{(\w+)\}\}", text) for text in (english, indonesian)]
    assert sorted(slots[0]) == sorted(slots[1])
    blocks = [re.findall(r"(?s)```.*?```", text) for text in (english, indonesian)]
    assert blocks[0] == blocks[1]
    points = [re.findall(r"(?m)^(?:- |\d\. |\| )", text) for text in (english, indonesian)]
    assert points[0] == points[1]


def test_figures_in_its_sentences_are_those_of_the_program() -> None:
    english, indonesian = (" ".join(PARTS.texts[language].split()) for language in ("en", "id"))
    assert f"must reach {ACCEPT:.0f} of 100 and be {MARGIN:.0f} ahead" in english
    assert f"mencapai {ACCEPT:.0f} dari 100 dan unggul {MARGIN:.0f} atas" in indonesian
    assert f"of {LEAST_SURE} at least, from which on {GOAL * 100:.0f} in 100" in english
    assert f"paling sedikit {str(LEAST_SURE).replace('.', ',')}, " in indonesian
    assert f"{GOAL * 100:.0f} dari 100 temuan" in indonesian


def test_the_threshold_is_that_of_the_table_of_confidence(page: str) -> None:
    rows = csv.DictReader(io.StringIO(reference_texts()["calibration.csv"]))
    (threshold,) = (str(float(row["confidence"])) for row in rows if row["part"] == "threshold")  # 0.950 is 0.95
    assert f"**{threshold}**" in page.replace(threshold.replace(".", ","), threshold)


def test_nothing_is_left_to_fill_in(page: str) -> None:
    assert "{{" not in re.sub(r"(?s)```bibtex.*?```", "", page)
    assert RELEASE.version in page


def test_its_example_runs_where_the_files_lie(dataset: Dataset, tmp_path: Path) -> None:
    for name, data in files_of(dataset).items():
        (tmp_path / name).write_bytes(data)
    (code,) = re.findall(r"(?s)```python\n(.*?)```", (tmp_path / "METHOD.md").read_text(encoding="utf-8"))
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path, env=environment
    )
    assert "sedang" in done.stdout


@pytest.mark.parametrize("name", FILES)
def test_it_is_part_of_the_release(name: str, dataset: Dataset) -> None:
    files = files_of(dataset, formats=("xlsx",))
    resources = json.loads(files["datapackage.json"])["resources"]
    assert [one["path"] for one in resources].count(name) == 1
    assert f"  {name}\n" in files["SHA256SUMS"].decode()
    assert json.loads(files["datapackage.json"])["version"] in files[name].decode()


def test_the_mean_of_what_was_found_stands_beside_that_of_all(parsed: Make, score: Make, build: Make) -> None:
    codes = [f"36.0{number}" for number in range(1, 5)] + [f"32.0{number}" for number in range(1, 7)]
    many = build(parsed("a.txt", [score(code, "60.0") for code in codes]))
    few = build(parsed("a.txt", [score(code, "60.0") for code in codes[1:]]))
    told = "The 10 scores of kabupaten and kota found for ikp_2024 have a mean of 60.0; that of all 514 is 31.4"
    assert told in method_page(many, RELEASE, PARTS, "en").decode()
    assert "60,0; rata-rata seluruh 514 daerah adalah 31,4" in method_page(many, RELEASE, PARTS, "id").decode()
    assert "have a mean of" not in method_page(few, RELEASE, PARTS, "en").decode()


def test_the_last_row_of_accuracy_is_what_its_sentence_says() -> None:
    (last,) = (one for one in PARTS.accuracy if one.part == "elsewhere")
    assert last is PARTS.accuracy[-1]
    assert all(Decimal(0) < one.recall <= 1 for one in PARTS.accuracy)
    text = method_page(Dataset(reference=load_reference()), RELEASE, PARTS, "en").decode()
    assert f"Of 100 facts there {100 - round(last.recall * 100)} are missed" in " ".join(text.split())
    assert f"accepted without one {round(last.right * 100)} are right" in " ".join(text.split())


# --- sample documents ---


def of_source(entry: Parsed, source: str) -> Parsed:
    from dataclasses import replace  # noqa: PLC0415

    return replace(entry, item=replace(entry.item, source=source))


@pytest.mark.parametrize("name", ["RELEASE.md", "METHOD.md", "datapackage.json", "report.html"])
def test_a_dataset_of_sample_documents_says_so(name: str, parsed: Make, score: Make, build: Make) -> None:
    real, sample = parsed("a.txt", [score("36.01", "60.0")]), parsed("b.txt", [score("36.02", "50.0")])
    mixed, own = files_of(build(real, of_source(sample, "samples"))), files_of(build(real))
    assert "Made from sample documents: 1 of the 2 documents read" in mixed[name].decode()
    assert "Made from sample documents" not in own[name].decode()


def test_a_pack_of_sample_documents_says_so(parsed: Make, score: Make, build: Make) -> None:
    dataset = build(of_source(parsed("b.txt", [score("36.02", "50.0")]), "samples"))

    def page(row: str) -> str:
        pack = pack_of(dataset, lambda _: None, row)
        shown = {one.number: Shown(missing="no picture") for one in pack.exhibits}
        return pack_page(pack, Gallery(shown=shown, sheets={}), {}).decode()

    assert "Made from sample documents: 1 of the 1 documents" in page("36.02")
    assert "sample documents" not in page("36.03")


def test_a_document_names_its_source_but_where_it_was_put_there_by_hand(
    parsed: Make, score: Make, build: Make
) -> None:
    one, other = parsed("a.txt", [score("36.01", "60.0")]), parsed("b.txt", [score("36.02", "50.0")])
    files = files_of(build(of_source(one, "bawaslu-banten"), of_source(other, "folder")))
    rows = csv.DictReader(io.StringIO(files["documents.csv"].decode(), newline=""))
    assert {row["file"]: row["source"] for row in rows} == {"a.txt": "bawaslu-banten", "b.txt": ""}


# --- citation ---


def test_the_checkout_can_be_cited() -> None:
    """CITATION.cff has the keys that its schema requires, and says what the project says elsewhere."""
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    cited = dict(re.findall(r"(?m)^([a-z-]+): *(.*)$", text))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {"cff-version", "message", "title", "authors"} <= cited.keys()
    assert cited["cff-version"] == "1.2.0"
    assert (cited["version"], cited["license"]) == (project["version"], project["license"])
    data = text.partition("references:\n")[2]
    assert all(f"    {key}: " in data for key in ("title", "license"))
    assert "    license: CC-BY-4.0\n" in data
    assert TITLE in data
    assert text.count(f"- name: {AUTHOR}\n") == 2
