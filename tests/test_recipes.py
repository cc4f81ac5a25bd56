"""What README.md and RECIPES.md show of the dataset runs as printed, and answers what the page says."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import duckdb
import pytest

from make_recipes import PAGE, ROOT, Kitchen, renewed, table
from pipeline.cli import main

README = (ROOT / "README.md").read_text(encoding="utf-8")
RECIPES = PAGE.read_text(encoding="utf-8")
DATASET = ROOT / "extracted" / "dataset"
SECTION = "Using the dataset"

KINDS = {
    "string": {"VARCHAR"},
    "integer": {"BIGINT"},
    "number": {"DOUBLE", "BIGINT"},  # where all of them are whole, as the tops of the scales
    "boolean": {"BOOLEAN"},
    "date": {"DATE"},
}


def blocks(text: str) -> list[tuple[str, str]]:
    """Return the fenced blocks of a text that are to be run: language and code."""
    return re.findall(r"(?ms)^```(python|sql|r)\n(.*?)^```$", text)


def quickstart() -> list[tuple[str, str]]:
    found = re.search(rf"(?ms)^## {SECTION}$(.*?)(?=^## )", README)
    return blocks(found.group(1)) if found else []


def test_the_page_prints_what_its_queries_answer() -> None:
    assert renewed(RECIPES) == RECIPES, "run make recipes and look at what changes"


def test_recipes_are_numbered_and_each_has_a_block() -> None:
    recipes = re.findall(r"(?ms)^### (\d+)\. [^\n]+\?\n(.*?)(?=^##)", RECIPES)
    assert [int(number) for number, _ in recipes] == list(range(1, len(recipes) + 1))
    assert len(recipes) >= 12
    assert [number for number, text in recipes if not blocks(text)] == []


def test_a_changed_answer_is_seen() -> None:
    page = "```sql\nSELECT 7 AS n;\n```\n\n| n |\n| --- |\n| 6 |\n\nMore text.\n"
    assert renewed(page) == page.replace("| 6 |", "| 7 |")
    assert renewed("```sql\nSELECT 7 AS n WHERE false;\n```\n") == (
        "```sql\nSELECT 7 AS n WHERE false;\n```\n\n*(no row in the samples)*\n"
    )
    with pytest.raises(ValueError, match="too many for a page"):
        table(["n"], [(n,) for n in range(13)])
    with pytest.raises(TypeError, match="no data frame"):
        renewed("```python\n1 + 1\n```\n")


def test_views_of_the_recipes_have_every_table_with_its_types() -> None:
    """A column without any value has no type that could be wrong."""
    session = Kitchen()
    with chdir(ROOT):
        session.cook(*next(block for block in blocks(RECIPES) if block[0] == "sql"))
        for resource in json.loads((DATASET / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
            if resource["format"] != "csv":
                continue
            name = resource["name"]
            view = session.session.table(name)
            types = {column: str(kind) for column, kind in zip(view.columns, view.types, strict=True)}
            (counted,) = view.aggregate(", ".join(f'count("{column}")' for column in types)).fetchall()
            counts = dict(zip(types, counted, strict=True))
            wrong = [
                (field["name"], types[field["name"]])
                for field in resource["schema"]["fields"]
                if counts[field["name"]] and types[field["name"]] not in KINDS[field["type"]]
            ]
            assert wrong == [], name


def test_the_first_rows_of_the_readme_are_those_of_the_dataset() -> None:
    """Its table of some rows and columns of scores.csv, and the value that it traces."""
    found = re.search(r"(?m)^(\| region_code \|.*)\n\| ---.*\n((?:\|.*\n)+)", README)
    assert found
    names, *shown = [[cell.strip() for cell in line.strip("|").split("|")] for line in found.group(0).splitlines()]
    with (DATASET / "scores.csv").open(encoding="utf-8", newline="") as file:
        held = [[row[name] for name in names] for row in csv.DictReader(file)]
    assert [row for row in shown[1:] if row not in held] == []


def test_the_value_that_the_readme_traces_is_traced_so(capsys: pytest.CaptureFixture[str]) -> None:
    found = re.search(r"(?ms)^\$ ikp (why [^\n]+)\n(.*?)^```$", README)
    assert found
    command, answer = found.groups()
    with chdir(ROOT):
        assert main(command.split()) == 0
    told = capsys.readouterr().out
    assert told.split("\n\n")[:2] == answer.split("\n\n")[:2], "what follows depends on the releases that are kept"


def test_the_readme_shows_pandas_duckdb_r_and_the_library() -> None:
    shown = quickstart()
    assert {language for language, _ in shown} == {"python", "sql", "r"}
    assert any("from pipeline import" in code for _, code in shown)


@pytest.mark.parametrize(("language", "code"), quickstart(), ids=lambda part: part.split("\n", 1)[0])
def test_the_blocks_of_the_readme_run_as_printed(language: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "extracted").symlink_to(ROOT / "extracted")
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    if language == "sql":
        with chdir(tmp_path):
            rows = duckdb.connect().sql(code).fetchall()
        assert rows
        return
    program = [sys.executable, "-c", code] if language == "python" else ["Rscript", "-e", code]
    if shutil.which(program[0]) is None:
        pytest.skip("R is not installed")
    done = subprocess.run(program, capture_output=True, text=True, check=False, cwd=tmp_path)
    if "there is no package called" in done.stderr:
        pytest.skip("a package of R is not installed")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
