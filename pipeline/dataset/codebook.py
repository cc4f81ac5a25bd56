"""CODEBOOK.md, made from the definitions of the columns that every field is checked against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.dataset import picture
from pipeline.dataset.changed import CHANGES
from pipeline.dataset.checking import SEVERITIES
from pipeline.dataset.checks import CHECKS, MANY, SCHEMA
from pipeline.dataset.columns import AnyTable, Column, Rules
from pipeline.dataset.descriptor import LICENCE, SOURCES, TITLE
from pipeline.dataset.precedence import PRECEDENCE
from pipeline.dataset.tables import TABLES
from pipeline.reference.types import Edition, Reference

_INTRODUCTION = f"""# Codebook

{TITLE}. Made by `ikp` from releases and news reports; every value names the words it was read from.

- **Files**: CSV as RFC 4180 says: UTF-8, commas, CRLF, a header. An empty field means *not known*, never zero or
  "no".
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
        *map(_table_text, (*TABLES, CHANGES)),
        f"\n## {picture.FILE}\n\n{picture.TITLE}. {picture.ABOUT}\n",
        _WHICH + rules + "\n",
        _checks(),
        _editions(reference),
        _catalog(reference),
    ]
    return "".join(parts).encode("utf-8")


def _table_text(table: AnyTable) -> str:
    key = ", ".join(f"`{name}`" for name in table.key)
    return (
        f"\n## {table.name}.csv\n\n{table.title}. {table.about}{f' Key: {key}.' if key else ''}\n\n"
        + _markdown(
            ("column", "type", "meaning", "holds"),
            [(f"`{one.name}`", one.kind, one.about, _holds(one, table)) for one in table.columns],
        )
    )


def _holds(column: Column[object], table: AnyTable) -> str:
    """Say what the fields of a column keep to: the same rules that every field is checked against."""
    refers = next((one for one in table.refers if one.column == column.name), None)
    parts = [*_rules(column.rules), *([f"a `{refers.to}` of {refers.table}.csv"] if refers else [])]
    return "; ".join(parts)


def _rules(rules: Rules) -> Iterator[str]:
    if rules.required:
        yield "never empty"
    if rules.one_of:
        yield ", ".join(rules.one_of)
    if rules.least is not None or rules.most is not None:
        least, most = ("" if one is None else f"{one:g}" for one in (rules.least, rules.most))
        yield f"{least} to {most}" if least and most else f"from {least}" if least else f"up to {most}"
    if rules.pattern:
        yield f"`{rules.pattern}`"


def _markdown(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def _checks() -> str:
    """Return the named rules that every build is checked by, each with what happens where it fails."""
    rows = [(f"`{one.name}`", one.severity, one.sentence) for one in (*CHECKS, MANY, SCHEMA)]
    severities = "".join(f"- *{name}*: {about}.\n" for name, about in SEVERITIES.items())
    return (
        "\n## Checks\n\nEvery build is checked by the rules below; what they found stands in checks.csv and in "
        "the column warnings. What a person has confirmed in its document is not held back, only warned of.\n\n"
        f"{severities}\n{_markdown(('check', 'severity', 'the rule'), rows)}"
    )


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
