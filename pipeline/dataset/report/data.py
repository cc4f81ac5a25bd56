"""What the report shows, as plain values for JSON. No markup, no wording, no layout here."""

from __future__ import annotations

from dataclasses import replace

from pipeline.dataset.release.cited import citation
from pipeline.dataset.release.notes import Release
from pipeline.dataset.report import lists, values
from pipeline.dataset.report import places as places_of
from pipeline.dataset.report.detail import Detail
from pipeline.dataset.report.evidence import DOCUMENT, EVIDENCE, Plain, Register
from pipeline.dataset.types import Dataset


def report_data(dataset: Dataset, detail: Detail, release: Release) -> dict[str, Plain]:
    """Return all that the report knows of the dataset, in one degree of detail.

    Rows are lists; ``fields`` names what they hold. Regions and editions are named by their number in the lists of
    them. Scores are texts with a decimal point and the decimals as stated.
    """
    names = places_of.told_editions(dataset)
    codes = places_of.region_codes(dataset.reference)
    places = values.Places(codes, names)
    kept = _within(dataset, detail)
    register = Register()
    dimensions = {key: place for place, key in enumerate(dataset.reference.dimensions)}
    listed = lists.conflicts(dataset, places, detail, register)
    behind = values.all_behind(kept, places, detail, register)
    return {
        "fields": _FIELDS,
        "about": _about(dataset, detail, release),
        "totals": {
            "conflicts": len(dataset.conflicts),
            "open": sum(conflict.open for conflict in dataset.conflicts),
            "changes": len(release.told),
            "warnings": len(dataset.faults),
        },
        "regions": places_of.regions(dataset.reference),
        "tiles": places_of.tiles(dataset.reference),
        "editions": places_of.editions(kept, names),
        "dimensions": [[one.key, one.name, one.parent] for one in dataset.reference.dimensions.values()],
        "catalog": [
            [one.number, one.name, one.dimension]
            for one in sorted(dataset.reference.indicators.values(), key=lambda one: one.number)
        ],
        "statuses": places_of.statuses(dataset, names),
        "coverage": places_of.covered(dataset),
        "waiting": lists.waiting(dataset, places),
        "scores": values.scores(kept, places),
        "dimension_scores": values.dimension_scores(kept, places, dimensions),
        "indicators": values.indicators(kept, places),
        "facts": values.facts(kept, places) if detail.indicators else {},
        "behind": behind,
        "conflicts": listed,
        "changes": lists.changes(release.told, detail),
        "warnings": lists.warnings(dataset.faults, places, detail),
        "documents": register.documents,
        "rules": register.rules,
    }


_FIELDS: dict[str, Plain] = {
    "regions": places_of.REGION,
    "tiles": places_of.TILE,
    "editions": places_of.EDITION_FIELDS,
    "scores": values.SCORE,
    "dimension_scores": values.DIMENSION,
    "facts": values.FACT,
    "evidence": EVIDENCE,
    "documents": DOCUMENT,
    "changes": lists.CHANGE,
    "warnings": lists.WARNING,
}


def _within(dataset: Dataset, detail: Detail) -> Dataset:
    """Leave out the values of all editions but those with the most of them, as far as the detail asks for that."""
    named, scored = values.fullest(dataset, detail.editions), values.fullest(dataset, detail.scored)
    return replace(
        dataset,
        scores=tuple(one for one in dataset.scores if one.key.edition in scored),
        dimension_scores=tuple(one for one in dataset.dimension_scores if one.key.edition in named),
        indicators=tuple(one for one in dataset.indicators if one.key.edition in named),
    )


def _about(dataset: Dataset, detail: Detail, release: Release) -> dict[str, Plain]:
    read = [document for document in dataset.documents if document.status == "read"]
    latest = max((document.day for document in read if document.day), default=None)
    return {
        "version": release.version,
        "caution": dict(zip(("en", "id"), release.notice, strict=True)) if release.notice else None,
        "citation": dict(zip(("en", "id"), citation(release.version, release.data_day), strict=True)),
        "before": release.before,
        "documents": len(read),
        "latest": latest.isoformat() if latest else None,
        "findings": len(dataset.findings),
        "quote": detail.quote,
        "sources": detail.sources,
        "quoted": detail.quoted,
        "quoted_dimensions": detail.dimensions and detail.quote > 0,
        "quoted_indicators": detail.indicators and detail.quote > 0,
        "editions": detail.editions,
        "scored": detail.scored,
    }
