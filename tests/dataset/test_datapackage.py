"""The published folder as frictionless sees it: types, keys, references and hashes hold, and each is really asked."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from frictionless import Package

from pipeline.dataset.release.formats import in_formats, kept

PUBLISHED = Path(__file__).resolve().parents[2] / "extracted" / "dataset"
DESCRIPTOR: dict[str, Any] = json.loads((PUBLISHED / "datapackage.json").read_text(encoding="utf-8"))
TABLES: dict[str, Any] = {one["name"]: one["schema"] for one in DESCRIPTOR["resources"] if one["format"] == "csv"}

Rows = list[dict[str, str]]


def found(folder: Path) -> list[tuple[str, str, str | None]]:
    """Return what frictionless finds wrong: table, kind of error, column."""
    report = Package(str(folder / "datapackage.json")).validate()
    return [
        (task.name, error.type, getattr(error, "field_name", None))
        for task in report.tasks
        for error in task.errors
    ]


def rows_of(table: str) -> Rows:
    with (PUBLISHED / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reach(table: str) -> set[str]:
    """Return a table with those that it refers to."""
    return {table, *(key["reference"]["resource"] for key in TABLES[table].get("foreignKeys", ()))}


def _alone(resource: dict[str, Any], table: str) -> dict[str, Any]:
    """Return what describes a table that is spoilt, or one that it refers to, which itself refers to nothing."""
    resource = {name: value for name, value in resource.items() if name not in {"hash", "bytes"}}
    if resource["name"] != table:
        resource["schema"].pop("foreignKeys", None)
    return resource


@pytest.fixture
def spoil(tmp_path: Path) -> Callable[[str, Rows], list[tuple[str, str, str | None]]]:
    """Return the function that puts other rows into a table and validates it, with the tables it refers to."""

    def change(table: str, rows: Rows) -> list[tuple[str, str, str | None]]:
        folder = tmp_path / "dataset"
        shutil.copytree(PUBLISHED, folder, dirs_exist_ok=True)
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, fieldnames=[field["name"] for field in TABLES[table]["fields"]])
            writer.writeheader()
            writer.writerows(rows)
        package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
        package["resources"] = [_alone(one, table) for one in package["resources"] if one["name"] in reach(table)]
        (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
        return found(folder)

    return change


Spoil = Callable[[str, Rows], list[tuple[str, str, str | None]]]


def test_the_published_dataset_is_what_its_descriptor_says() -> None:
    assert len(TABLES) >= 10
    assert {f"{name}.csv" for name in TABLES} == {path.name for path in PUBLISHED.glob("*.csv")}
    assert found(PUBLISHED) == []


def test_rows_alone_raise_nothing(spoil: Spoil) -> None:
    assert spoil("scores", rows_of("scores")) == []


def test_a_value_of_another_type_is_found(spoil: Spoil) -> None:
    rows = rows_of("scores")
    rows[0]["score"] = "tinggi"
    assert ("scores", "type-error", "score") in spoil("scores", rows)


def test_altered_bytes_are_found(tmp_path: Path) -> None:
    shutil.copytree(PUBLISHED, tmp_path / "dataset")
    with (tmp_path / "dataset" / "scores.csv").open("ab") as file:
        file.write(b"\n")
    assert {kind for _, kind, _ in found(tmp_path / "dataset")} >= {"hash-count", "byte-count"}


@pytest.mark.parametrize("table", [name for name, schema in TABLES.items() if "primaryKey" in schema])
def test_a_row_that_stands_twice_is_found(table: str, spoil: Spoil) -> None:
    rows = rows_of(table)
    assert (table, "primary-key", None) in spoil(table, [*rows, rows[-1]])


REFERENCES = [
    (table, key["fields"])
    for table, schema in TABLES.items()
    for key in schema.get("foreignKeys", ())
    if rows_of(table)
]


@pytest.mark.parametrize(("table", "fields"), REFERENCES, ids=str)
def test_what_refers_to_nothing_is_found(table: str, fields: str | list[str], spoil: Spoil) -> None:
    rows = rows_of(table)
    for name in [fields] if isinstance(fields, str) else fields:
        whole = any(field["name"] == name and field["type"] == "integer" for field in TABLES[table]["fields"])
        rows[0][name] = "9999" if whole else "99.99"
    assert (table, "foreign-key", None) in spoil(table, rows)


def _outside(field: dict[str, Any]) -> str | None:
    """Return a value that a field's constraints do not allow, None where it has none."""
    rules = field.get("constraints", {})
    if "minimum" in rules:
        return str(int(rules["minimum"]) - 1)
    if "maximum" in rules:
        return str(int(rules["maximum"]) + 1)
    if "enum" in rules or "pattern" in rules:
        return "?"
    return "" if rules.get("required") else None


@pytest.mark.parametrize("table", [name for name in TABLES if rows_of(name)])
def test_what_a_constraint_forbids_is_found(table: str, spoil: Spoil) -> None:
    rows = rows_of(table)
    wrong = {field["name"]: _outside(field) for field in TABLES[table]["fields"]}
    rows[0] |= {name: value for name, value in wrong.items() if value is not None}
    told = {field for name, kind, field in spoil(table, rows) if (name, kind) == (table, "constraint-error")}
    assert told == {name for name, value in wrong.items() if value is not None}


def opener(path: Path) -> Callable[[], BinaryIO]:
    return lambda: path.open("rb")


def test_a_release_in_other_formats_is_valid_too(tmp_path: Path) -> None:
    formats = ("csv", "parquet")
    opened = {path.name: opener(path) for path in PUBLISHED.iterdir()}
    for name in kept(opened, formats):
        shutil.copy(PUBLISHED / name, tmp_path)
    for name, data in in_formats(opened, formats):
        (tmp_path / name).write_bytes(data)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert len([one for one in package["resources"] if one["format"] == "parquet"]) == len(TABLES)
    wanted = {f"{name}{ending}" for name in reach("tallies") for ending in ("", "-parquet")}
    package["resources"] = [one for one in package["resources"] if one["name"] in wanted]  # all of them take long
    assert len(package["resources"]) == len(wanted) > 6
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert found(tmp_path) == []
