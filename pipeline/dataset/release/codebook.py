"""CODEBOOK.md in English and Indonesian, from the definitions of the columns that every field is checked against.

The Indonesian words come from the reference (``kamus.csv``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from pipeline.dataset.changes.changed import CHANGES
from pipeline.dataset.checks.check import SEVERITIES
from pipeline.dataset.checks.every import CHECKS, MANY, SCHEMA
from pipeline.dataset.picture import drawing as picture
from pipeline.dataset.precedence import OTHERS, PRECEDENCE
from pipeline.dataset.release.cited import TITLE
from pipeline.dataset.release.descriptor import LICENCE, SOURCES
from pipeline.dataset.tables.columns import AnyTable, Column, Rules
from pipeline.dataset.tables.every import TABLES
from pipeline.reference import kamus
from pipeline.reference.kamus import said
from pipeline.reference.types import Edition, Reference

_INTRODUCTION: Final = f"""# Codebook / Buku kode

{TITLE}. Made by `ikp` from releases and news reports; every value names the words it was read from. How values
come about and what they can bear: `METHOD.md`.

- **Files**: CSV as RFC 4180 says: UTF-8, commas, CRLF, a header. An empty field means *not known*, never zero or
  "no".
- **Numbers** keep the decimals of the document (77.7 stays 77.7), with a decimal point. Parquet and Excel files
  hold them as floating-point numbers.
- **Codes** of regions are those of Kemendagri, not of BPS (11.01 is Kabupaten Aceh Selatan, 1101 at BPS is
  Kabupaten Simeulue), and text: 36.10 is not 36.1. Tell the program that opens the CSV so, or use the Excel or
  Parquet file (`ikp export --format xlsx`), which also spares a spreadsheet set to Indonesian, where the decimal
  mark is a comma, from taking 77.7 for a text or a date.
- **Quotes** are verbatim but on one line: the tabs between the cells of a table, and line breaks, are blanks.
- **Lists** in one field are separated by ` | `.
- **Text that a spreadsheet would run** (it begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line
  break, or has such a character behind a semicolon) has an apostrophe in front of that in the CSV files, also
  where apostrophes already stood there. To get the words back, drop one apostrophe wherever a text begins, or a
  semicolon is followed, by apostrophes and such a character. Numbers are untouched; Parquet and Excel files hold
  the words as they are, but for what Excel has no room for: more than 32,767 characters in a cell, or 1,048,575
  rows in a sheet.
- **Telephone numbers, mail addresses and personal numbers** in quotes are masked by `•`, character for character.
- **Sources**: {SOURCES}
- **Licence**: {LICENCE["title"]} ({LICENCE["name"]}, {LICENCE["path"]}). Quotes remain their publishers'.
"""

_WHICH: Final = """\
Only findings that were sure enough (`auto`) become values; the others are held for review. Sources that agree are
all named in the row; a rounded score (one decimal at least) agrees with the finer one, and the finer is published.
Sources that disagree are all quoted in `conflicts.csv`, and the first rule that tells them apart decides.
Where one document contradicts itself none does, and the cell stays empty until a person has looked:

"""
_POINTS: Final = (
    *("files", "numbers", "codes", "quotes", "lists", "neutralised", "masked", "sources", "licence"),
)
"""What the Indonesian introduction tells, in the order of the English one."""


@lru_cache(maxsize=2)
def codebook(reference: Reference) -> bytes:
    """Return CODEBOOK.md: tables and columns, which value is published, the checks, editions and indicators."""
    parts = [
        _INTRODUCTION,
        _introduction(reference),
        *(_table_text(table, reference) for table in (*TABLES, CHANGES)),
        _picture(reference),
        _which(reference),
        _checks(reference),
        _editions(reference),
        _catalog(reference),
    ]
    return "".join(parts).encode("utf-8")


def _said(reference: Reference, table: str, column: str = "") -> str:
    """Return the Indonesian words; that there are some is tested."""
    return said(reference.kamus, table, column) or ""


def _introduction(reference: Reference) -> str:
    words = [_said(reference, "_codebook", name) for name in _POINTS]
    title, about = (_said(reference, "_codebook", name) for name in ("title", "about"))
    return f"\n{title}. {about}\n\n" + "".join(f"- {point}\n" for point in words)


def _picture(reference: Reference) -> str:
    title, about = _said(reference, "_picture", kamus.TITLE), _said(reference, "_picture")
    return f"\n## {picture.FILE}\n\n**{picture.TITLE}**. {picture.ABOUT}\n\n*{title}*. *{about}*\n"


def _which(reference: Reference) -> str:
    """Return what is published where sources agree and where they disagree."""
    rules = "".join(
        f"{place}. *{rule.name}*: {rule.sentence}. / {_said(reference, '_precedence', rule.name)}.\n"
        for place, rule in enumerate((*PRECEDENCE, *OTHERS), start=1)
    )
    title, about = (_said(reference, "_codebook", name) for name in ("which", "which about"))
    return f"\n## Which value is published / {title}\n\n{_WHICH}*{about}*\n\n{rules}"


def _table_text(table: AnyTable, reference: Reference) -> str:
    key = ", ".join(f"`{name}`" for name in table.key)
    title, about = _said(reference, table.name, kamus.TITLE), _said(reference, table.name)
    rows = [
        (f"`{one.name}`", one.kind, one.about, _said(reference, table.name, one.name), _holds(one, table))
        for one in table.columns
    ]
    return (
        f"\n## {table.name}.csv\n\n**{table.title}**. {table.about}{f' Key: {key}.' if key else ''}\n\n"
        f"*{title}*. *{about}*\n\n{_markdown(('column', 'type', 'meaning', 'arti', 'holds'), rows)}"
    )


def _holds(column: Column[object], table: AnyTable) -> str:
    """Say what the fields of a column keep to: the same rules that every field is checked against."""
    refers = next((one for one in table.refers if one.column == column.name), None)
    parts = [*_rules(column.rules), *([f"→ {refers.table}.csv `{refers.to}`"] if refers else [])]
    return "; ".join(parts)


def _rules(rules: Rules) -> Iterator[str]:
    if rules.required:
        yield "required / wajib"
    if rules.one_of:
        yield ", ".join(rules.one_of)
    if rules.least is not None or rules.most is not None:
        least, most = ("" if one is None else f"{one:g}" for one in (rules.least, rules.most))
        yield f"{least or '…'} – {most or '…'}"
    if rules.pattern:
        yield f"`{rules.pattern}`"


def _markdown(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def _checks(reference: Reference) -> str:
    """Return the named rules that every build is checked by, each with what happens where it fails."""
    rows = [
        (f"`{one.name}`", one.severity, one.sentence, _said(reference, "_checks", one.name))
        for one in (*CHECKS, MANY, SCHEMA)
    ]
    severities = "".join(
        f"- *{name}*: {about}. / {_said(reference, '_severities', name)}.\n" for name, about in SEVERITIES.items()
    )
    title, told = (_said(reference, "_codebook", name) for name in ("checks", "checks about"))
    return (
        f"\n## Checks / {title}\n\nEvery build is checked by the rules below; what they found stands in "
        "checks.csv and in the column warnings. What a person has confirmed in its document is not held back, "
        "only warned of."
        f"\n\n*{told}*\n\n{severities}\n{_markdown(('check', 'severity', 'the rule', 'aturan'), rows)}"
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
    title, about = (_said(reference, "_codebook", name) for name in ("editions", "editions about"))
    return (
        f"\n## Editions / {title}\n\nThe cuts are the bound of rendah and the lowest score of tinggi; what lies "
        f"between is sedang. Empty: not known.\n\n*{about}*\n\n{_markdown(header, rows)}"
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
    title = _said(reference, "_codebook", "indicators")
    return f"\n## Indicators / {title}\n\n" + _markdown(("column", "indicator", "dimension", "subdimension"), rows)
