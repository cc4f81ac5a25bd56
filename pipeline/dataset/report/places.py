"""Where the report's values stand: regions, the tiles of provinces, editions, and what is known of each region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pipeline.dataset.coverage import EDITION
from pipeline.dataset.regions import before_the_split, existed
from pipeline.dataset.report.evidence import Plain
from pipeline.dataset.types import CoverageStatus, Dataset, Record
from pipeline.reference.types import Edition, Reference

REGION: Final = ("code", "level", "name", "short", "now", "then")
TILE: Final = ("code", "row", "column", "label", "short")
EDITION_FIELDS: Final = (
    *("id", "name", "short", "year", "before_split", "top", "high_province", "low_province", "low_exclusive"),
    *("high_regency", "low_regency", "provinces", "regencies", "scored", "listed"),
)
STATUS_LETTERS: Final[Mapping[CoverageStatus | None, str]] = {
    "value": "v",
    "in review": "r",
    "not published": "p",
    "not fetched": "f",
    None: "x",
}
"""What is known of a region in an edition, a letter each; x: the province did not exist yet."""


def region_codes(reference: Reference) -> tuple[str, ...]:
    """Return the codes of all regions in the order by which the report numbers them, the country first."""
    return tuple(sorted(reference.regions, key=lambda code: (code != "ID", code)))


def regions(reference: Reference) -> list[Plain]:
    """Return a row of ``REGION`` for each region."""
    found = (reference.regions[code] for code in region_codes(reference))
    return [[one.code, one.level, one.name, one.short, one.province, one.province_2022] for one in found]


def tiles(reference: Reference) -> list[Plain]:
    """Return a row of ``TILE`` for each province."""
    return [
        [tile.code, tile.row, tile.column, tile.label, tile.short]
        for tile in sorted(reference.tiles.values(), key=lambda tile: (tile.row, tile.column))
    ]


def told_editions(dataset: Dataset) -> tuple[str, ...]:
    """Return the editions of which the dataset holds anything, the newest first."""
    records = (*dataset.scores, *dataset.dimension_scores, *dataset.indicators)
    counts = Counter(record.key.edition for record in records)
    known = dataset.reference.editions
    return tuple(
        sorted(
            (name for name in counts if name in known),
            key=lambda name: (-known[name].year, -counts[name], name),
        )
    )


def editions(dataset: Dataset, names: Sequence[str]) -> list[Plain]:
    """Return a row of ``EDITION_FIELDS`` for each edition of ``names``.

    ``scored`` counts its records of scores, ``listed`` those of indicators: 0 where there is nothing to show.
    """
    scored = Counter(record.key.edition for record in dataset.scores)
    listed = Counter(record.key.edition for record in dataset.indicators)
    return [_edition(dataset.reference.editions[name], scored=scored[name], listed=listed[name]) for name in names]


def _edition(edition: Edition, *, scored: int, listed: int) -> Plain:
    cuts = (edition.high_province, edition.low_province, edition.high_regency, edition.low_regency)
    high, low, high_regency, low_regency = map(_number, cuts)
    return [
        edition.id,
        edition.name,
        _short(edition),
        edition.year,
        before_the_split(edition),
        _number(edition.scale_max),
        high,
        low,
        edition.low_exclusive_province,
        high_regency,
        low_regency,
        edition.provinces,
        edition.regencies,
        scored,
        listed,
    ]


def _short(edition: Edition) -> str:
    """Return the edition's name as the press shortens it: one of its first two wordings, else IKP for the words.

    >>> from pipeline.reference import load_reference
    >>> [_short(load_reference().editions[name]) for name in ("ikp_pilkada_2018", "ikp_2019_update")]
    ['IKP Pilkada 2018', 'Pemutakhiran IKP 2019']
    """
    told = (wording for wording in edition.wordings[:2] if wording.startswith("IKP"))
    return next(told, edition.name.replace("Indeks Kerawanan Pemilu", "IKP"))


def _number(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def statuses(dataset: Dataset, names: Iterable[str]) -> dict[str, Plain]:
    """Return, for each edition, a letter of ``STATUS_LETTERS`` for each region, in the order of ``region_codes``.

    The rule is that of ``coverage``, which is measured for one edition, for every edition.
    """
    known = _known(dataset)
    codes = region_codes(dataset.reference)
    return {name: "".join(_letter(known, dataset.reference, name, code) for code in codes) for name in names}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the dataset holds, by edition and region: records of own scores, and regions that are refused one.

    ``spoken`` are the regions that any document speaks of.
    """

    own: Mapping[tuple[str, str], Sequence[Record]]
    refused: AbstractSet[tuple[str | None, str | None]]
    spoken: AbstractSet[str]


def _known(dataset: Dataset) -> _Known:
    own: dict[tuple[str, str], list[Record]] = {}
    for record in dataset.scores:
        if record.key.basis != "agregat_kabkota":
            own.setdefault((record.key.edition, record.key.region_code), []).append(record)
    stated = (entry.source.finding for entry in dataset.findings if entry.standing == "refused")
    return _Known(
        own=own,
        refused={(one.edition, one.region_code) for one in stated if one.type in {"score", "category"}},
        spoken={entry.region_code for entry in dataset.coverage if entry.documents} | _country(dataset),
    )


def _country(dataset: Dataset) -> set[str]:
    """Return the country's code where a document speaks of it: coverage leaves it out."""
    read = [entry.source for entry in dataset.findings if entry.source.document.status == "read"]
    return {"ID"} if any("ID" in {one.finding.region_code, one.document.region_code} for one in read) else set()


def _letter(known: _Known, reference: Reference, edition: str, code: str) -> str:
    place = (edition, code)
    status = _status(known.own.get(place, ()), refused=place in known.refused, spoken=code in known.spoken)
    there = existed(reference.regions[code], reference.editions[edition]) or status in {"value", "in review"}
    return STATUS_LETTERS[status if there else None]


def _status(records: Iterable[Record], *, refused: bool, spoken: bool) -> CoverageStatus:
    cells = [cell for record in records for cell in record.cells]
    if any(cell.value is not None for cell in cells if cell.field in {"score", "category"}):
        return "value"
    if refused or any(cell.field in {"score", "category_stated"} for cell in cells):
        return "in review"
    return "not published" if spoken else "not fetched"


def covered(dataset: Dataset) -> dict[str, Plain]:
    """Return coverage as coverage.csv has it: the edition, and a letter for each region but the country."""
    known = {entry.region_code: entry.status for entry in dataset.coverage}
    codes = (code for code in region_codes(dataset.reference) if code != "ID")
    edition = dataset.reference.editions[EDITION]
    return {
        "edition": EDITION,
        "name": edition.name,
        "short": _short(edition),
        "statuses": "".join(STATUS_LETTERS[known.get(code, "not fetched")] for code in codes),
    }
