"""The report for readers without script: tables of values, as plain HTML in the first language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Final

from pipeline.dataset.report.detail import valued
from pipeline.dataset.types import Dataset, Record
from pipeline.dataset.visible import visible
from pipeline.reference.types import Region

EDITIONS: Final = 3
"""Editions that are shown, those with the most values: all of them are in scores.csv."""

Records = Mapping[tuple[str, str, bool], Record]


def plain_tables(dataset: Dataset, words: Mapping[str, str]) -> str:
    """Return the scores and categories of every region that has any, province by province."""
    names = _fullest(dataset)
    records = {
        (one.key.region_code, one.key.edition, one.key.basis == "agregat_kabkota"): one for one in dataset.scores
    }
    regions = [
        region
        for code, region in sorted(dataset.reference.regions.items())
        if any((code, name, mean) in records for name in names for mean in (False, True))
    ]
    if not regions:
        return f"<p>{escape(words['plain.nothing'])}</p>"
    heads = "".join(
        f"<th scope=col>{escape(words[key])}</th>" for key in ("table.code", "table.region")
    ) + "".join(f"<th scope=col>{escape(visible(dataset.reference.editions[name].name))}</th>" for name in names)
    rows = "\n".join(_row(region, names, records, words) for region in regions)
    caption = escape(words["plain.caption"])
    head = f"<caption>{caption}</caption>\n<thead><tr>{heads}</tr></thead>"
    return f"<table class=data>{head}\n<tbody>\n{rows}\n</tbody></table>"


def _fullest(dataset: Dataset) -> tuple[str, ...]:
    counts = Counter(record.key.edition for record in dataset.scores)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name))[:EDITIONS])


def _row(region: Region, names: Sequence[str], records: Records, words: Mapping[str, str]) -> str:
    cells = "".join(f"<td>{escape('; '.join(_cell(region.code, name, records, words)))}</td>" for name in names)
    return f"<tr><td>{region.code}</td><th scope=row>{escape(region.name)}</th>{cells}</tr>"


def _cell(code: str, edition: str, records: Records, words: Mapping[str, str]) -> Iterator[str]:
    """Yield what is published of a region in an edition: its own score, and the mean of its parts by its name."""
    own, mean = records.get((code, edition, False)), records.get((code, edition, True))
    if own is not None:
        yield _told(own, words)
    if mean is not None:
        yield f"{words['measure.mean']} {_told(mean, words)}"


def _told(record: Record, words: Mapping[str, str]) -> str:
    score, category = record.value("score"), record.value("category")
    told = [valued(score).replace(".", ",")] if score is not None else []
    told += [words.get(f"category.{category}", valued(category))] if category is not None else []
    return " ".join(told) or words["status.r"]
