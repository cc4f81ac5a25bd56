"""CODEBOOK.md and datapackage.json, both made from the definitions of the columns."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from pipeline.dataset import picture
from pipeline.dataset.columns import AnyTable, Column
from pipeline.dataset.precedence import PRECEDENCE
from pipeline.dataset.tables import TABLES
from pipeline.model import Written
from pipeline.reference.types import Edition, Reference

NAME = "ikp-indonesia"
TITLE = "Indeks Kerawanan Pemilu: Indonesia's election-vulnerability findings in one dataset"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
SOURCES = (
    "Releases of Bawaslu (Badan Pengawas Pemilihan Umum) and its provincial and local offices, and news reports "
    "on them; each file is listed in documents.csv. Names of regions and indicators, cuts of the editions and "
    "official tallies come from the project's reference tables."
)

_INTRODUCTION = f"""# Codebook

{TITLE}. Made by `ikp` from releases and news reports; every value names the words it was read from.

- **Files**: CSV in UTF-8 with commas, LF and a header. An empty field means *not known*, never zero or "no".
- **Numbers** keep the decimals of the document (77.7 stays 77.7), with a decimal point. Parquet and Excel files
  hold them as floating-point numbers.
- **Codes** of regions are text: 36.10 is not 36.1. Tell the program that opens the CSV so, or use the Excel or
  Parquet file (`ikp export --format xlsx`), which also spares a spreadsheet set to Indonesian, where the decimal
  mark is a comma, from taking 77.7 for a text or a date.
- **Quotes** are verbatim but on one line: the tabs between the cells of a table, and line breaks, are blanks.
- **Lists** in one field are separated by ` | `.
- **Text that a spreadsheet would run** (it begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line
  break) has an apostrophe in front in the CSV files, also where apostrophes already stood before such a character.
  To get the words back, drop one leading apostrophe wherever apostrophes are followed by such a character. Numbers
  are untouched; Parquet and Excel files hold the words as they are.
- **Telephone numbers, mail addresses and personal numbers** in quotes are masked by `•`, character for character.
- **Sources**: {SOURCES}
- **Licence**: {LICENCE["title"]} ({LICENCE["name"]}, {LICENCE["path"]}). Quotes remain their publishers'.
"""

_WHICH = """
## Which value is published

Only findings that were sure enough (`auto`) become values; the others are held for review. Sources that agree are
all named in the row; a rounded score (one decimal at least) agrees with the finer one, and the finer is published.
Sources that disagree are all quoted in `conflicts.csv`, and the first rule that tells them apart decides.
Where one document contradicts itself none does, and the cell stays empty until a person has looked:

"""


def codebook(reference: Reference) -> bytes:
    """Return CODEBOOK.md: every table and column, the rules of precedence, editions and indicators."""
    rules = "\n".join(
        f"{place}. *{rule.name}*: {rule.sentence}." for place, rule in enumerate(PRECEDENCE, start=1)
    )
    parts = [
        _INTRODUCTION,
        *map(_table_text, TABLES),
        f"\n## {picture.FILE}\n\n{picture.TITLE}. {picture.ABOUT}\n",
        _WHICH + rules + "\n",
        _editions(reference),
        _catalog(reference),
    ]
    return "".join(parts).encode("utf-8")


def _table_text(table: AnyTable) -> str:
    key = ", ".join(f"`{name}`" for name in table.key)
    return (
        f"\n## {table.name}.csv\n\n{table.title}. {table.about}{f' Key: {key}.' if key else ''}\n\n"
        + _markdown(
            ("column", "type", "meaning"),
            [(f"`{column.name}`", column.kind, column.about) for column in table.columns],
        )
    )


def _markdown(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def _editions(reference: Reference) -> str:
    rows = [_edition_row(edition) for _, edition in sorted(reference.editions.items())]
    header = (
        "id",
        "name",
        "published",
        "scale",
        "provinces: rendah, tinggi",
        "regencies and cities: rendah, tinggi",
    )
    return (
        "\n## Editions\n\nThe cuts are the bound of rendah and the lowest score of tinggi; what lies between is "
        "sedang. Empty: not known.\n\n" + _markdown(header, rows)
    )


def _edition_row(edition: Edition) -> tuple[str, ...]:
    def cuts(low: object, high: object, mark: str) -> str:
        return "" if low is None or high is None else f"{mark} {low}, ≥ {high}"

    below = "<" if edition.low_exclusive_province else "≤"
    return (
        f"`{edition.id}`",
        edition.name,
        str(edition.published or edition.year),
        "" if edition.scale_max is None else f"0 to {edition.scale_max}",
        cuts(edition.low_province, edition.high_province, below),
        cuts(edition.low_regency, edition.high_regency, "≤"),
    )


def _catalog(reference: Reference) -> str:
    rows = [
        (f"`i{number:02d}`", indicator.name, indicator.dimension, indicator.subdimension)
        for number, indicator in sorted(reference.indicators.items())
    ]
    return "\n## Indicators\n\n" + _markdown(("column", "indicator", "dimension", "subdimension"), rows)


def descriptor(files: Mapping[str, Written]) -> bytes:
    """Return the Frictionless Data Package descriptor of the picture, CSV and Parquet files among ``files``.

    It holds no time stamp: the same tables give the same descriptor.
    """
    resources = [
        _resource(table, f"{table.name}.{ending}", files[f"{table.name}.{ending}"])
        for table in TABLES
        for ending in ("csv", "parquet")
        if f"{table.name}.{ending}" in files
    ]
    if picture.FILE in files:
        resources.append(_picture(files[picture.FILE]))
    package = {
        "profile": "data-package",
        "name": NAME,
        "title": TITLE,
        "description": "See CODEBOOK.md.",
        "licenses": [LICENCE],
        "sources": [{"title": SOURCES}],
        "resources": resources,
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _resource(table: AnyTable, path: str, file: Written) -> dict[str, object]:
    ending = path.rpartition(".")[2]
    schema: dict[str, object] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    form = {"mediatype": "application/vnd.apache.parquet"}
    if ending == "csv":
        form = {"profile": "tabular-data-resource", "mediatype": "text/csv", "encoding": "utf-8"}
    return {
        "name": table.name if ending == "csv" else f"{table.name}-{ending}",
        "path": path,
        "title": table.title,
        "description": table.about,
        "format": ending,
        **form,
        **_content(file),
        "schema": schema,
    }


def _picture(file: Written) -> dict[str, object]:
    return {
        "name": "overview",
        "path": picture.FILE,
        "title": picture.TITLE,
        "description": picture.ABOUT,
        "format": "svg",
        "mediatype": "image/svg+xml",
        **_content(file),
    }


def _content(file: Written) -> dict[str, object]:
    return {"bytes": file.size, "hash": f"sha256:{file.sha256}"}


def _field(column: Column[object]) -> dict[str, str]:
    return {"name": column.name, "type": column.kind, "description": column.about}
