"""What published pages are made of but for the data: the report's parts, the texts on method and their figures."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib import resources

from pipeline.dataset.release.export import FixedParts
from pipeline.dataset.release.method import FILES, Accuracy, Language, MethodParts
from pipeline.jobs.report_parts import report_parts


@cache
def fixed_parts() -> FixedParts:
    """Return the fixed parts of all pages. Raises ValueError where a wording lacks a language."""
    return FixedParts(report=report_parts(), method=method_parts())


@cache
def method_parts() -> MethodParts:
    """Return the page on method in either language, and the table of accuracy that it shows."""
    return MethodParts(
        texts={language: _text(name) for name, language in FILES.items()},
        accuracy=tuple(map(_accuracy, csv.DictReader(io.StringIO(_text("accuracy.csv"))))),
    )


def _accuracy(row: Mapping[str, str]) -> Accuracy:
    names: Mapping[Language, str] = {"en": row["en"], "id": row["id"]}
    rates = {name: Decimal(row[name]) for name in ("precision", "recall", "f1", "accepted", "right")}
    return Accuracy(
        part=row["part"], names=names, documents=int(row["documents"]), facts=int(row["facts"]), **rates
    )


def _text(name: str) -> str:
    return (resources.files("pipeline.dataset") / "method" / name).read_text(encoding="utf-8")
