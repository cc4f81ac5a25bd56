"""The fixed parts of published pages: files of the package, read here so that the dataset's code opens none."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

from pipeline.dataset.report.page import ReportParts

LANGUAGES: Final = ("id", "en")
SCRIPTS: Final = (
    "data.js",
    "words.js",
    "dom.js",
    "map.js",
    "legend.js",
    "detail.js",
    "indicators.js",
    "lists.js",
    "checks.js",
    "report.js",
)
"""The parts of the report's script, in the order in which they stand in the page."""
_WRAP: Final = "(() => {{\n{}\n}})();\n"  # their names stay apart from the browser's own


@cache
def report_parts() -> ReportParts:
    """Return the parts of report.html. Raises ValueError where a wording lacks a language."""
    return ReportParts(
        page=_text("page.html"),
        style=_text("report.css"),
        script=_WRAP.format("\n".join(map(_text, SCRIPTS))),
        words=words(_text("words.csv")),
    )


def words(text: str) -> Mapping[str, Mapping[str, str]]:
    r"""Return the wordings of a table by language and key. Raises ValueError where the table is not whole.

    >>> words("key,en,id\nnav.map,Map,Peta\n")["id"]["nav.map"]
    'Peta'
    """
    found: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES}
    for row in csv.DictReader(io.StringIO(text)):
        for language, wordings in found.items():
            if not row[language] or row["key"] in wordings:
                raise ValueError(f"words.csv: {row['key']!r} has no wording in {language}, or two")
            wordings[row["key"]] = row[language]
    return found


def _text(name: str) -> str:
    return (resources.files("pipeline.dataset") / "report" / name).read_text(encoding="utf-8")
