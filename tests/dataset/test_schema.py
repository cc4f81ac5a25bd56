"""Every row is asked, on its way into a file, what the codebook says of its columns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pipeline.dataset import Dataset
from pipeline.dataset.release.export import ALL_TABLES, core_files
from pipeline.dataset.tables.columns import AnyTable, Column, Entry, Kind, Refers, Rules, Table
from pipeline.dataset.tables.every import TABLES
from pipeline.dataset.tables.schema import MOST, Watch, fault_in, rule_of


def column(kind: Kind = "string", name: str = "c", **rules: Any) -> Column[Any]:
    return Column(name=name, kind=kind, about="made up", get=lambda row: row, rules=Rules(**rules))


WRONG: list[tuple[Kind, dict[str, Any], Entry, str]] = [
    ("string", {"required": True}, None, "is empty"),
    ("string", {"required": True}, "", "is empty"),
    ("string", {"required": True, "one_of": ("tinggi",)}, None, "is empty"),
    ("string", {"one_of": ("tinggi", "rendah")}, "Tinggi", "is none of tinggi, rendah"),
    ("string", {"pattern": r"\d\d"}, "360", "does not match"),
    ("string", {"pattern": r"\d\d"}, 36, "is no string"),
    ("integer", {}, "5", "is no integer"),
    ("integer", {}, True, "is no integer"),
    ("integer", {"least": 1}, 0, "is below 1"),
    ("number", {"most": 100}, Decimal("100.01"), "is above 100"),
    ("number", {}, "77.7", "is no number"),
    ("boolean", {"required": True}, 1, "is no boolean"),
    ("date", {}, "2024-08-26", "is no date"),
]
RIGHT: list[tuple[Kind, dict[str, Any], Entry]] = [
    ("string", {"one_of": ("tinggi",)}, None),
    ("string", {"one_of": ("tinggi",)}, "tinggi"),
    ("string", {"pattern": r"\d\d(\.\d\d)?"}, "36.10"),
    ("integer", {"least": 0, "most": 1}, 1),
    ("number", {"least": 0, "most": 100}, Decimal("77.70")),
    ("boolean", {"required": True}, False),
    ("date", {}, date(2024, 8, 26)),
]


@pytest.mark.parametrize(("kind", "rules", "entry", "expected"), WRONG)
def test_what_breaks_a_rule_is_told(kind: Kind, rules: dict[str, Any], entry: Entry, expected: str) -> None:
    one = column(kind, **rules)
    holds = rule_of(one)
    assert holds is not None
    assert not holds([entry])
    assert expected in (fault_in(one, entry) or "")


@pytest.mark.parametrize(("kind", "rules", "entry"), RIGHT)
def test_what_keeps_the_rules_passes(kind: Kind, rules: dict[str, Any], entry: Entry) -> None:
    one = column(kind, **rules)
    holds = rule_of(one)
    assert holds is not None
    assert holds([entry])
    assert fault_in(one, entry) is None


def test_free_text_is_not_asked() -> None:
    assert rule_of(column()) is None


def made(name: str, *names: str, key: tuple[str, ...] = (), refers: tuple[Refers, ...] = ()) -> AnyTable:
    columns = tuple(column(name=one, required=place == 0) for place, one in enumerate(names))
    return Table(name=name, title="", about="", key=key, columns=columns, items=lambda _: (), refers=refers)


def watched(tables: dict[str, tuple[AnyTable, list[tuple[Entry, ...]]]]) -> list[str]:
    watch = Watch([table for table, _ in tables.values()])
    for table, rows in tables.values():
        assert list(watch.rows(table, rows)) == rows, "rows pass as they are"
    assert {fault.severity for fault in watch.faults()} <= {"stop"}
    return [fault.message for fault in watch.faults()]


def test_a_key_that_comes_twice_is_told() -> None:
    table = made("t", "code", "edition", key=("code", "edition"))
    assert watched({"t": (table, [("36", "a"), ("36", "b")])}) == []
    (message,) = watched({"t": (table, [("36", "a"), ("36", "a")])})
    assert message == "t.key: the key ('36', 'a') stands there more than once"


def test_a_reference_has_to_lead_to_a_row_wherever_that_comes() -> None:
    refers = (Refers(column="code", table="regions", to="code"),)
    scores, regions = made("scores", "id", "code", refers=refers), made("regions", "code")
    rows: list[tuple[Entry, ...]] = [("1", "36"), ("2", None), ("3", "99")]
    for order in (("scores", "regions"), ("regions", "scores")):
        both: dict[str, tuple[AnyTable, list[tuple[Entry, ...]]]] = {
            "scores": (scores, rows),
            "regions": (regions, [("36",)]),
        }
        assert watched({name: both[name] for name in order}) == ["scores.code: 99 is not in regions"]


def test_a_broken_column_is_not_told_for_every_row() -> None:
    assert len(watched({"t": (made("t", "code"), [(None,)] * 500)})) == MOST


def test_a_good_dataset_keeps_its_schema(dataset: Dataset) -> None:
    watch = Watch(ALL_TABLES)
    for _, chunks in core_files(dataset, watch):
        assert b"".join(chunks)
    assert watch.faults() == ()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_references_name_tables_and_columns_that_are_there(table: AnyTable) -> None:
    columns = {one.name: {column.name for column in one.columns} for one in TABLES}
    for refers in table.refers:
        assert refers.column in columns[table.name]
        assert refers.to in columns[refers.table]
    assert set(table.key) <= columns[table.name]


Build = Callable[..., Dataset]


def test_an_empty_dataset_has_all_its_registers(build: Build) -> None:
    watch = Watch(ALL_TABLES)
    files = {name: b"".join(chunks) for name, chunks in core_files(build(), watch)}
    assert watch.faults() == ()
    assert files["regions.csv"].count(b"\r\n") == 554
    assert files["catalog.csv"].count(b"\r\n") == 62
