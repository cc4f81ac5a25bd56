"""The typed loader of the reference tables.

``load_reference`` reads the CSV files beside this module once a process; ``build_reference`` makes a
``Reference`` from texts, so that a table can be checked before it is published.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Literal, TypeVar, get_args

from pipeline.errors import TableError
from pipeline.model import CATEGORIES, Basis, TallyLevel
from pipeline.reference.calibration import ANY, TILT, Band, Calibration
from pipeline.reference.kamus import kamus_of
from pipeline.reference.table import Row, read_rows, unique
from pipeline.reference.types import (
    Dimension,
    Edition,
    Indicator,
    IndicatorAlias,
    KnownIssue,
    OfficialScore,
    OfficialTally,
    Reference,
    Region,
    RegionAlias,
    RegionLevel,
    Stage,
    Tile,
)
from pipeline.text import words

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "indicators.csv": ("number", "dimension", "subdimension", "name", "official_name"),
    "indicator_aliases.csv": ("wording", "number", "also", "arguable"),
    "known_issues.csv": ("issue", "wording"),
    "regions.csv": ("code", "level", "name", "short", "province", "province_2022"),
    "region_aliases.csv": ("alias", "code", "kind", "capital"),
    "dimensions.csv": ("key", "name", "parent", "weight", "editions", "wordings"),
    "editions.csv": (
        *("id", "name", "year", "published", "polled", "scale_max", "high_province", "low_province"),
        *("high_regency", "low_regency", "low_exclusive_province", "indicators", "dimensions", "subdimensions"),
        *("provinces", "regencies", "areas", "means", "signs", "wordings"),
    ),
    "stages.csv": ("key", "wordings"),
    "official_scores.csv": (
        "edition",
        "region_code",
        "basis",
        "dimension",
        "score",
        "category",
        "rank",
        "source",
        "note",
    ),
    "tallies.csv": ("edition", "level", "dimension", "category", "n", "source"),
    "tiles.csv": ("code", "row", "column", "label", "short"),
    "calibration.csv": ("part", "type", "rule", "raw", "n", "right", "confidence"),
    "kamus.csv": ("table", "column", "id"),
}
"""The tables and the columns that are read."""

NOTES: Mapping[str, tuple[str, ...]] = {
    "indicator_aliases.csv": ("source",),
    "known_issues.csv": ("source",),
    "regions.csv": ("decree_name", "capital"),
    "editions.csv": ("scope", "notes"),
}
"""Columns that are there for people only."""

Kind = Literal["abbreviation", "short", "former", "english", "misspelling", "nickname"]
_KINDS: tuple[Kind, ...] = get_args(Kind)
_LEVELS: tuple[RegionLevel, ...] = get_args(RegionLevel)
_BASES: tuple[Basis, ...] = get_args(Basis)
_TALLY_LEVELS: tuple[TallyLevel, ...] = get_args(TallyLevel)

_CALIBRATION_PARTS = ("threshold", "type", "rule")

V = TypeVar("V")
K = TypeVar("K")


@cache
def load_reference() -> Reference:
    """Return all reference tables of the package.

    Raises ``TableError`` where a table is missing or damaged: a missing column, an unknown code, a duplicate
    key, or a wording that means two things.
    """
    return build_reference(reference_texts())


def reference_texts() -> dict[str, str]:
    """Return the texts of the package's tables by file name. Raises ``TableError`` where one is missing."""
    folder = resources.files("pipeline.reference")
    texts = {}
    for table in COLUMNS:
        path = folder / table
        if not path.is_file():
            raise TableError("the table is missing", where=table, remedy="install the package again")
        texts[table] = path.read_text(encoding="utf-8")
    return texts


def build_reference(texts: Mapping[str, str]) -> Reference:
    """Return the tables that stand in ``texts``, keyed by file name (see ``COLUMNS``).

    Raises ``TableError`` like ``load_reference``.
    """
    rows = {
        table: read_rows(texts[table], table=table, columns=columns, notes=NOTES.get(table, ()))
        for table, columns in COLUMNS.items()
    }
    editions = _editions(rows["editions.csv"])
    dimensions = _dimensions(rows["dimensions.csv"], editions)
    indicators = _indicators(rows["indicators.csv"], dimensions)
    regions = _regions(rows["regions.csv"])
    aliases = _indicator_aliases(rows["indicator_aliases.csv"], indicators)
    issues = _known_issues(rows["known_issues.csv"])
    _check_wordings(rows["indicator_aliases.csv"], rows["known_issues.csv"])
    return Reference(
        indicators=indicators,
        indicator_aliases=aliases,
        known_issues=issues,
        regions=regions,
        region_aliases=_region_aliases(rows["region_aliases.csv"], regions),
        dimensions=dimensions,
        editions=editions,
        stages=_stages(rows["stages.csv"]),
        scores=tuple(_score(row, editions, regions, dimensions) for row in rows["official_scores.csv"]),
        tallies=tuple(_tally(row, editions, dimensions) for row in rows["tallies.csv"]),
        tiles=_tiles(rows["tiles.csv"], regions),
        calibration=_calibration(rows["calibration.csv"]),
        kamus=kamus_of(rows["kamus.csv"]),
    )


def wording_key(wording: str) -> str:
    """Return what two spellings of one wording share: folded words, single blanks.

    >>> wording_key("E-KTP / KTP-el")
    'e ktp ktp el'
    """
    return " ".join(words(wording))


def _indicators(rows: tuple[Row, ...], dimensions: Mapping[str, Dimension]) -> dict[int, Indicator]:
    unique(rows, "number", int)
    found = {
        row.integer("number"): Indicator(
            number=row.integer("number"),
            dimension=row.known("dimension", dimensions),
            subdimension=row.known("subdimension", dimensions),
            name=row.text("name"),
            official_name=row.optional("official_name"),
        )
        for row in rows
    }
    if sorted(found) != list(range(1, 62)):
        raise TableError("not the numbers 1 to 61", where="indicators.csv", remedy="restore the missing rows")
    return found


def _indicator_aliases(rows: tuple[Row, ...], indicators: Mapping[int, Indicator]) -> tuple[IndicatorAlias, ...]:
    for row in rows:
        numbers = (row.integer("number"), *row.integers("also"), *row.integers("arguable"))
        if len(set(numbers)) != len(numbers) or not indicators.keys() >= set(numbers):
            raise row.error(f"{numbers} is not a set of indicators", "number", "use 1 to 61, each at most once")
    return tuple(
        IndicatorAlias(
            wording=row.text("wording"),
            number=row.integer("number"),
            also=row.integers("also"),
            arguable=row.integers("arguable"),
        )
        for row in rows
    )


def _known_issues(rows: tuple[Row, ...]) -> tuple[KnownIssue, ...]:
    wordings: dict[str, list[str]] = {}
    for row in rows:
        wordings.setdefault(row.text("issue"), []).append(row.text("wording"))
    return tuple(KnownIssue(issue=issue, wordings=tuple(found)) for issue, found in wordings.items())


def _check_wordings(aliases: tuple[Row, ...], issues: tuple[Row, ...]) -> None:
    """No wording may stand twice, not even once for an indicator and once for an issue outside the catalog."""
    unique((*aliases, *issues), "wording", wording_key)
    for row in (*aliases, *issues):
        if not wording_key(row.text("wording")):
            raise row.error("a wording without letters", "wording", "remove the row")


def _regions(rows: tuple[Row, ...]) -> dict[str, Region]:
    unique(rows, "code", str)
    codes = {row.text("code") for row in rows}
    return {
        row.text("code"): Region(
            code=row.text("code"),
            level=row.choice("level", _LEVELS),
            name=row.text("name"),
            short=row.text("short"),
            province=row.optional_known("province", codes),
            province_2022=row.optional_known("province_2022", codes),
        )
        for row in rows
    }


def _region_aliases(rows: tuple[Row, ...], regions: Mapping[str, Region]) -> tuple[RegionAlias, ...]:
    unique(rows, "alias", str.casefold)
    return tuple(
        RegionAlias(
            alias=row.text("alias"),
            code=row.known("code", regions),
            kind=row.choice("kind", _KINDS),
            capital=row.flag("capital"),
        )
        for row in rows
    )


def _dimensions(rows: tuple[Row, ...], editions: Mapping[str, Edition]) -> dict[str, Dimension]:
    keys = {row.text("key") for row in rows}
    return _keyed(
        rows,
        "key",
        lambda row: Dimension(
            key=row.text("key"),
            name=row.text("name"),
            parent=row.optional_known("parent", keys),
            weight=row.optional_decimal("weight"),
            editions=row.all_known("editions", editions),
            wordings=row.wordings("wordings"),
        ),
    )


def _editions(rows: tuple[Row, ...]) -> dict[str, Edition]:
    return _keyed(
        rows,
        "id",
        lambda row: Edition(
            id=row.text("id"),
            name=row.text("name"),
            year=row.integer("year"),
            published=row.optional_date("published"),
            scale_max=row.optional_decimal("scale_max"),
            high_province=row.optional_decimal("high_province"),
            low_province=row.optional_decimal("low_province"),
            high_regency=row.optional_decimal("high_regency"),
            low_regency=row.optional_decimal("low_regency"),
            low_exclusive_province=row.flag("low_exclusive_province"),
            wordings=row.wordings("wordings"),
            polled=row.optional_date("polled"),
            indicators=row.optional_integer("indicators"),
            dimensions=row.optional_integer("dimensions"),
            subdimensions=row.optional_integer("subdimensions"),
            provinces=row.optional_integer("provinces"),
            regencies=row.optional_integer("regencies"),
            areas=row.optional_integer("areas"),
            means=row.decimals("means"),
            signs=row.optional_wordings("signs"),
        ),
    )


def _keyed(rows: tuple[Row, ...], column: str, make: Callable[[Row], V]) -> dict[str, V]:
    unique(rows, column, str)
    for row in rows:
        _distinct(row)
    return {row.text(column): make(row) for row in rows}


def _stages(rows: tuple[Row, ...]) -> tuple[Stage, ...]:
    made = _keyed(rows, "key", lambda row: Stage(key=row.text("key"), wordings=row.wordings("wordings")))
    return tuple(made.values())


def _distinct(row: Row) -> None:
    keys = [wording_key(wording) for wording in row.wordings("wordings")]
    if len(set(keys)) != len(keys):
        raise row.error("the same wording twice", "wordings", "keep one of the two")


def _score(
    row: Row, editions: Mapping[str, Edition], regions: Mapping[str, Region], dimensions: Mapping[str, Dimension]
) -> OfficialScore:
    return OfficialScore(
        edition=row.known("edition", editions),
        region_code=row.known("region_code", regions),
        basis=row.optional_choice("basis", _BASES),
        dimension=row.optional_known("dimension", dimensions),
        score=row.optional_decimal("score"),
        category=row.optional_choice("category", CATEGORIES),
        rank=row.optional_integer("rank"),
        source=row.text("source"),
        note=row.optional("note") or "",
    )


def _tally(row: Row, editions: Mapping[str, Edition], dimensions: Mapping[str, Dimension]) -> OfficialTally:
    return OfficialTally(
        edition=row.known("edition", editions),
        level=row.choice("level", _TALLY_LEVELS),
        dimension=row.optional_known("dimension", dimensions),
        category=row.choice("category", CATEGORIES),
        n=row.integer("n"),
        source=row.text("source"),
    )


def _tiles(rows: tuple[Row, ...], regions: Mapping[str, Region]) -> dict[str, Tile]:
    """Every province has one tile, and no two the same place or the same letters."""
    unique(rows, "code", str)
    unique(rows, "short", str)
    tiles: dict[str, Tile] = {}
    for row in rows:
        tile = Tile(
            code=row.known("code", {code for code, region in regions.items() if region.level == "province"}),
            row=row.integer("row"),
            column=row.integer("column"),
            label=row.text("label"),
            short=row.text("short"),
        )
        if any((tile.row, tile.column) == (other.row, other.column) for other in tiles.values()):
            raise row.error("two provinces on one tile", "row", "give one of them a place of its own")
        tiles[tile.code] = tile
    missing = [code for code, region in regions.items() if region.level == "province" and code not in tiles]
    if missing:
        raise TableError(f"no tile for {', '.join(missing)}", where="tiles.csv", remedy="add the missing rows")
    return tiles


def _calibration(rows: tuple[Row, ...]) -> Calibration:
    """Take the table apart: the threshold, and the curves of rules and of types. A table without rows is empty."""
    if not rows:
        return Calibration()
    parts: dict[str, list[Row]] = {part: [] for part in _CALIBRATION_PARTS}
    for row in rows:
        parts[row.choice("part", _CALIBRATION_PARTS)].append(row)
    if len(parts["threshold"]) != 1 or not any(row.text("type") == ANY for row in parts["type"]):
        raise rows[0].error("one threshold and a curve of any type are needed", "part", "fit the table anew")
    return Calibration(
        threshold=parts["threshold"][0].share("confidence"),
        rules=_curves(parts["rule"], lambda row: (row.text("type"), row.text("rule"))),
        lower=_curves(parts["type"], lambda row: row.text("type")),
    )


def _curves(rows: list[Row], key: Callable[[Row], K]) -> dict[K, tuple[Band, ...]]:
    curves: dict[K, tuple[Band, ...]] = {}
    for row in rows:
        band = Band(
            raw=row.share("raw"),
            n=float(row.optional_decimal("n") or 0),
            right=float(row.optional_decimal("right") or 0),
            confidence=row.share("confidence"),
        )
        before = curves.get(key(row), ())
        rise = TILT * (band.raw - before[-1].raw) if before else 0.0
        if before and (rise <= 0 or band.confidence - before[-1].confidence < rise - 1e-9):
            raise row.error("confidence does not rise with raw", "confidence", "fit the table anew")
        curves[key(row)] = (*before, band)
    return curves
