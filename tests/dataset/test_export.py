from __future__ import annotations

import csv
import hashlib
import io
import json
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from pipeline.account import account_of
from pipeline.dataset import Dataset, consolidate
from pipeline.dataset.picture import drawing as picture
from pipeline.dataset.release.export import ALL_TABLES, core_files
from pipeline.dataset.tables.columns import AnyTable
from pipeline.dataset.tables.every import TABLES
from pipeline.errors import UsageError
from pipeline.model import Parsed
from pipeline.reference import Reference
from published import files_of, rows_of

Make = Callable[..., Any]
FORMATS = ("csv", "parquet", "xlsx")


def rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return rows_of(files[f"{name}.csv"])


def test_a_row_of_several_megabytes_is_read_into_a_frame() -> None:
    from pipeline.dataset.release.frames import frame  # noqa: PLC0415 -- pandas takes a second

    table = f'quotes,n\r\n"{"kata, " * 1_000_000}",1\r\nb,2\r\n'.encode()
    fields = [{"name": "quotes", "type": "string"}, {"name": "n", "type": "integer"}]
    assert frame(io.BytesIO(table), fields)["n"].tolist() == [1, 2]


@pytest.fixture
def files(dataset: Dataset) -> dict[str, bytes]:
    return files_of(dataset)


def test_all_files_are_there(files: dict[str, bytes]) -> None:
    values = "scores dimension_scores indicators indicator_matrix tallies coverage"
    registers = (
        "findings documents conflicts unmatched reconciliation official_scores checks regions editions catalog"
    )
    assert set(files) == {f"{name}.csv" for name in (*values.split(), *registers.split(), "changes")} | {
        "RELEASE.md",
        "report.html",
        "SHA256SUMS",
        "datapackage.json",
        "overview.svg",
        "CODEBOOK.md",
        "METHOD.md",
        "METODE.md",
    }


def test_numbers_stand_as_stated(files: dict[str, bytes]) -> None:
    scores = {(row["region_code"], row["basis"]): row for row in rows(files, "scores")}
    assert scores["36.01", ""]["score"] == "77.73"
    assert scores["36.02", ""]["score"] == "72.1"
    assert scores["36", "provinsi"]["score"] == "66.53"
    assert scores["36", "agregat_kabkota"]["score"] == "45.18"


def test_a_row_of_scores_names_its_words(files: dict[str, bytes], corpus: list[Parsed]) -> None:
    (row,) = (row for row in rows(files, "scores") if row["region_code"] == "36.01")
    assert (row["category"], row["category_source"], row["rank"], row["rank_scope"]) == (
        "tinggi",
        "both",
        "3",
        "provinsi",
    )
    assert (row["sources"], row["documents"]) == ("2", "banten/rilis.pdf | banten/berita.html")
    text = next(entry.document.text for entry in corpus if entry.item.path == row["evidence_document"])
    assert text[int(row["evidence_start"]) : int(row["evidence_end"])] == row["evidence"]


def test_every_quote_is_what_the_document_says(files: dict[str, bytes], corpus: list[Parsed]) -> None:
    texts = {entry.item.path: entry.document.text for entry in corpus}
    found = rows(files, "findings")
    assert len(found) == sum(len(entry.extraction.findings) for entry in corpus)
    for row in found:
        assert texts[row["document"]][int(row["start"]) : int(row["end"])] == row["quote"]


def test_values_in_review_are_not_in_the_tables(files: dict[str, bytes]) -> None:
    (row,) = (row for row in rows(files, "scores") if row["region_code"] == "36.04")
    assert (row["status"], row["category"], row["category_stated"], row["held"]) == ("in review", "", "", "1")
    assert (row["evidence"], row["sources"]) == ("", "0")


def test_the_matrix_has_one_two_or_nothing(files: dict[str, bytes]) -> None:
    (row,) = rows(files, "indicator_matrix")
    assert {name: value for name, value in row.items() if name[1:].isdigit() and value} == {
        "i12": "1",
        "i27": "1",
        "i54": "1",
    }
    assert row["indicators"] == "3"


def test_a_denied_indicator_is_zero(parsed: Make, build: Make) -> None:
    fact = {"type": "indicator", "region_code": "36.01", "indicator": 5, "status": "denied"}
    (row,) = rows(files_of(build(parsed("a.txt", [fact]))), "indicator_matrix")
    assert (row["i05"], row["indicators"]) == ("0", "0")


def test_tallies_stand_beside_our_own_count(files: dict[str, bytes]) -> None:
    found = {row["region_code"]: row for row in rows(files, "tallies")}
    names = ("n", "official", "published", "in_review", "unknown", "unexplained")
    assert [found["ID"][name] for name in names] == ["5", "5", "2", "0", "31", "0"]
    assert [found["36"][name] for name in names] == ["3", "", "2", "1", "4", "0"]


def test_conflicts_quote_every_side(files: dict[str, bytes]) -> None:
    found = [row for row in rows(files, "conflicts") if row["conflict"] == "scores:36.02:ikp_2024:score"]
    assert [(row["side"], row["chosen"], row["value"], row["document"]) for row in found] == [
        ("1", "true", "72.1", "banten/rilis.pdf"),
        ("2", "false", "71.2", "banten/berita.html"),
    ]
    assert {(row["decided_by"], row["status"]) for row in found} == {("issuer", "settled")}
    assert all(row["quote"] and "Bawaslu RI" in row["reason"] for row in found)


def test_an_undecided_conflict_has_no_chosen_side(parsed: Make, score: Make, build: Make) -> None:
    files = files_of(build(parsed("a.txt", [score("36.01", "60.0"), score("36.01", "50.0")])))
    assert [(row["value"], row["chosen"], row["status"]) for row in rows(files, "conflicts")] == [
        ("60.0", "false", "open"),
        ("50.0", "false", "open"),
    ]
    assert [row["standing"] for row in rows(files, "findings")] == ["undecided", "undecided"]
    (row,) = rows(files, "scores")
    assert (row["score"], row["status"], row["conflict"]) == ("", "in review", "scores:36.01:ikp_2024:score")


def test_a_quote_from_a_table_stands_on_one_line(parsed: Make, score: Make, build: Make) -> None:
    words = "Kota Serang\t44,02\r\nSedang"
    files = files_of(build(parsed("a.txt", [score("36.73", "44.02", raw=words)])))
    (finding,), (row,) = rows(files, "findings"), rows(files, "scores")
    assert finding["quote"] == row["evidence"] == "Kota Serang 44,02  Sedang"
    assert int(finding["end"]) - int(finding["start"]) == len(words)


def test_ranks_without_a_scope_stand_beside_those_with_one(parsed: Make, score: Make, build: Make) -> None:
    ranks = [(21, "nasional"), (3, "provinsi"), (21, None), (5, None), (7, None)]
    facts = [score("36.01", "77.7", rank=rank, rank_scope=scope) for rank, scope in ranks]
    files = files_of(build(*(parsed(f"{place}.txt", [fact]) for place, fact in enumerate(facts))))
    (row,) = rows(files, "scores")
    assert (row["rank"], row["rank_scope"], row["conflict"]) == ("21", "nasional", "")
    assert row["other_ranks"].split(" | ")[0] == "3 provinsi"
    assert sorted(row["other_ranks"].split(" | ")) == ["3 provinsi", "5", "7"]


def test_a_national_mean_has_a_row_of_its_own(parsed: Make, score: Make, build: Make) -> None:
    facts = [score("ID", "49.63", edition="ikp_2019_update"), score("ID", "54.27", basis="provinsi")]
    dataset = build(parsed("a.txt", facts))
    files = files_of(dataset)
    names = ("edition", "region", "region_level", "province", "basis", "score", "category", "category_derived")
    assert [[row[name] for name in names] for row in rows(files, "scores")] == [
        ["ikp_2019_update", "Indonesia", "country", "", "", "49.63", "", ""],
        ["ikp_2024", "Indonesia", "country", "", "provinsi", "54.27", "", ""],
    ]
    assert len(dataset.coverage) == 552
    assert {entry.status for entry in dataset.coverage} == {"not fetched"}
    assert b"No score is published yet" in files["overview.svg"]


def test_unmatched_issues_are_counted(files: dict[str, bytes]) -> None:
    (row,) = rows(files, "unmatched")
    assert (row["findings"], row["documents"], row["regions"]) == ("2", "2", "35.07 | 35.13")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_keys_identify_rows(table: AnyTable, files: dict[str, bytes]) -> None:
    found = rows(files, table.name)
    assert found
    assert list(found[0]) == [column.name for column in table.columns]
    keys = [tuple(row[name] for name in table.key) for row in found]
    assert not table.key or len(keys) == len(set(keys))


def test_no_cell_can_be_run(parsed: Make, build: Make) -> None:
    label = '=HYPERLINK("http://x")'
    fact = {"type": "indicator", "region_code": "36.01", "label": label, "raw": "@SUM(1), 0812-3456-7890"}
    dataset = build(parsed("-a.txt", [fact], issuer="+62"))
    files = files_of(dataset, formats=FORMATS)
    for name, data in files.items():
        if name.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(data.decode(), newline="")) for cell in row]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    (finding,) = rows(files, "findings")
    assert (finding["label"], finding["quote"]) == (f"'{label}", "'@SUM(1), ••••••••••••••")
    book = openpyxl.load_workbook(io.BytesIO(files["ikp.xlsx"]))
    values = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert {cell.data_type for cell in values} <= {"s", "n", "b", "d"}, "a formula would be an f"
    assert label in {cell.value for cell in values}


def test_a_rank_that_waits_does_not_hide_one_that_is_published(parsed: Make, score: Make, build: Make) -> None:
    waits = score("53.04", "58.71", rank=3, rank_scope="nasional", decision="review")
    dataset = build(
        parsed("a.txt", [waits]), parsed("b.txt", [score("53.04", "58.71", rank=1, rank_scope="provinsi")])
    )
    (row,) = rows(files_of(dataset), "scores")
    assert (row["rank"], row["rank_scope"], row["other_ranks"]) == ("1", "provinsi", "")


def test_the_same_findings_give_the_same_bytes(corpus: list[Parsed], reference: Reference) -> None:
    expected = files_of(consolidate(tuple(map(account_of, corpus)), (), reference), formats=FORMATS)
    shuffler = random.Random(11)
    for _ in range(2):
        shuffled = shuffler.sample(corpus, len(corpus))
        assert files_of(consolidate(tuple(map(account_of, shuffled)), (), reference), formats=FORMATS) == expected


def test_archives_hold_no_present_time(dataset: Dataset) -> None:
    book = files_of(dataset, formats=("xlsx",))["ikp.xlsx"]
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2022, 12, 16)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2022-12-16T00:00:00Z") == 2


def test_the_three_formats_hold_the_same(dataset: Dataset) -> None:
    import pandas as pd  # noqa: PLC0415 -- slow, and needed in one test

    files = files_of(dataset, formats=FORMATS)
    frame = pd.read_parquet(io.BytesIO(files["scores.parquet"]))
    assert list(frame.columns) == list(rows(files, "scores")[0])
    assert frame["score"].dropna().tolist() == [
        float(row["score"]) for row in rows(files, "scores") if row["score"]
    ]
    days = pd.read_parquet(io.BytesIO(files["documents.parquet"]))["published"].dropna()
    assert [day.isoformat() for day in days] == [
        row["published"] for row in rows(files, "documents") if row["published"]
    ]
    book = openpyxl.load_workbook(io.BytesIO(files["ikp.xlsx"]), read_only=True)
    assert book.sheetnames == ["about", "codebook", *(table.name for table in ALL_TABLES)]
    header, *lines = book["scores"].iter_rows(values_only=True)
    assert list(header) == list(frame.columns)
    assert len(lines) == len(frame)


def test_a_workbook_that_travels_alone_says_what_it_is(dataset: Dataset) -> None:
    files = files_of(dataset, formats=("xlsx",))
    package = json.loads(files["datapackage.json"])
    book = openpyxl.load_workbook(io.BytesIO(files["ikp.xlsx"]))
    told = dict(book["about"].iter_rows(values_only=True))
    assert told["version"] == package["version"]
    assert told["to cite"] == package["citation"]
    assert package["version"] in package["citation"]
    assert told["licence"] == "Creative Commons Attribution 4.0 International"
    assert package["version"] in (book.properties.title or "")


def test_a_column_is_understood_without_those_beside_it(dataset: Dataset) -> None:
    package = json.loads(files_of(dataset)["datapackage.json"])
    fields = [field for one in package["resources"] if "schema" in one for field in one["schema"]["fields"]]
    assert [field for field in fields if field["description"].startswith(("Its ", "Their ", "Name of that"))] == []


def test_the_descriptor_describes_the_files(dataset: Dataset) -> None:
    files = files_of(dataset, formats=("csv", "parquet"))
    package = json.loads(files["datapackage.json"])
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    described = {entry["path"]: entry for entry in package["resources"]}
    assert set(described) == {
        name for name in files if name.endswith((".csv", ".parquet", ".svg", ".md", ".html"))
    }
    assert described["overview.svg"]["mediatype"] == "image/svg+xml"
    for name, entry in described.items():
        if not name.endswith(".parquet"):
            assert entry["bytes"] == len(files[name])
        assert entry["hash"] == f"sha256:{hashlib.sha256(files[name]).hexdigest()}"
        if name.endswith(".csv"):
            header = next(csv.reader(io.StringIO(files[name].decode())))
            assert [field["name"] for field in entry["schema"]["fields"]] == header


CASTS: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": lambda text: text.split("-", 2),
}


def test_every_field_holds_what_its_type_says(files: dict[str, bytes]) -> None:
    package = json.loads(files["datapackage.json"])
    for entry in (entry for entry in package["resources"] if "schema" in entry):
        types = {field["name"]: field["type"] for field in entry["schema"]["fields"]}
        for row in rows(files, entry["name"]):
            for name, text in row.items():
                if text:
                    CASTS[types[name]](text)


def test_the_codebook_explains_every_column(files: dict[str, bytes], reference: Reference) -> None:
    text = files["CODEBOOK.md"].decode()
    for table in ALL_TABLES:
        section = text.partition(f"\n## {table.name}.csv\n")[2].partition("\n## ")[0]
        for column in table.columns:
            assert f"| `{column.name}` | {column.kind} | " in section
            assert len(column.about) > 4
    assert "\n## overview.svg\n" in text
    assert all(f"`{edition}`" in text for edition in reference.editions)
    assert "CC-BY-4.0" in text
    untold = [
        key
        for key, words in reference.kamus.items()
        if words.replace("|", "\\|") not in text.replace("` | `", "` \\| `")
    ]
    assert untold == [], "Indonesian words that the codebook leaves out"


def test_an_unknown_format_is_a_wrong_use(dataset: Dataset) -> None:
    with pytest.raises(UsageError, match="choose from csv, parquet, xlsx"):
        files_of(dataset, formats=("csv", "ods"))


def test_csv_needs_no_heavy_library() -> None:
    code = (
        "import sys; from pipeline.dataset import consolidate, export_tables;"
        "from pipeline.jobs.fixed_parts import fixed_parts; from pipeline.reference import load_reference;"
        "export_tables(consolidate((), (), load_reference()), fixed_parts());"
        "print([name for name in ('pandas', 'pyarrow', 'openpyxl', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_files_come_in_pieces_the_descriptor_and_the_checksums_last(
    dataset: Dataset, files: dict[str, bytes]
) -> None:
    core = {name: b"".join(chunks) for name, chunks in core_files(dataset)}
    assert core == {name: files[name] for name in core}
    assert list(files)[len(core) :] == [
        "changes.csv",
        "RELEASE.md",
        "METHOD.md",
        "METODE.md",
        "report.html",
        "datapackage.json",
        "SHA256SUMS",
    ]
    lines = (line.split("  ", 1) for line in files["SHA256SUMS"].decode().splitlines())
    sums = {name: digest for digest, name in lines}
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != "SHA256SUMS"}


def test_nothing_is_made_of_a_file_that_nobody_wants(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "overview_svg", lambda _: pytest.fail("the picture was drawn"))
    assert len(list(core_files(dataset))) == len(TABLES) + 2
