"""Checks on a finished dataset. An error means: do not publish; a warning is published with the row it concerns.

Every check takes the dataset and the reference and returns notices, none where all is well. Errors cannot come
from a document, for ``admit`` keeps impossible findings out: they say that consolidation itself went wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from pipeline.dataset.admit import scale_of
from pipeline.dataset.categories import category_source
from pipeline.dataset.coverage import count_of_tally
from pipeline.dataset.types import Cell, Dataset, Key, Record, Source
from pipeline.model import Notice, TallyLevel
from pipeline.reference.official import is_same_score, place_of
from pipeline.reference.types import OfficialScore, OfficialTally, Reference

WEIGHT_TOLERANCE = Decimal("0.02")
"""Published dimension scores are rounded to two decimals, so their weighted sum may be off by a hundredth."""

Check = Callable[[Dataset, Reference], tuple[Notice, ...]]


def check(dataset: Dataset, reference: Reference) -> tuple[Notice, ...]:
    """Run every check; errors first, then by code and message.

    Where a row is about a region or edition that does not exist, only the checks of structure are run: the others
    look up what is not there.
    """
    lost = bool(check_places(dataset, reference))
    runs = STRUCTURE if lost else CHECKS
    notices = {notice for run in runs for notice in run(dataset, reference)}
    return tuple(
        sorted(
            notices,
            key=lambda notice: (
                notice.level != "error",
                notice.code,
                notice.message,
                notice.document or "",
                str(notice.span),
            ),
        )
    )


def check_places(dataset: Dataset, reference: Reference) -> tuple[Notice, ...]:
    """Error ``unknown_region`` or ``unknown_edition``: a row about something that the reference does not know."""
    rows = [*dataset.records]
    regions = [
        _error("unknown_region", row, f"region {row.key.region_code} is not in the reference")
        for row in rows
        if row.key.region_code not in reference.regions
    ]
    editions = [
        _error("unknown_edition", row, f"edition {row.key.edition} is not in the reference")
        for row in rows
        if row.key.edition not in reference.editions
    ]
    return (*regions, *editions)


def check_indicators(dataset: Dataset, reference: Reference) -> tuple[Notice, ...]:
    """Error ``unknown_indicator``: a number outside the catalog of 61."""
    return tuple(
        _error("unknown_indicator", row, f"indicator {row.key.indicator} is not in the catalog")
        for row in dataset.indicators
        if row.key.indicator not in reference.indicators
    )


def check_scale(dataset: Dataset, reference: Reference) -> tuple[Notice, ...]:
    """Error ``off_scale``: a published score outside the scale of its edition."""
    return tuple(
        _error("off_scale", row, f"score {score} is not within 0 to {scale_of(row.key.edition, reference)}")
        for row, score in _scores(dataset.scores + dataset.dimension_scores)
        if not 0 <= score <= scale_of(row.key.edition, reference)
    )


def check_sources(dataset: Dataset, _: Reference) -> tuple[Notice, ...]:
    """Error ``no_source``: a published value that no accepted finding states; it could not be traced to words."""
    return tuple(
        _error("no_source", row, f"{cell.field} {cell.value} has no accepted finding behind it")
        for row in dataset.records
        for cell in row.cells
        if cell.value is not None and not any(_counts(source) and source.finding.raw for source in cell.sources)
    )


def _counts(source: Source) -> bool:
    return source.finding.decision == "auto" or source.confirmed


def check_unique(dataset: Dataset, _: Reference) -> tuple[Notice, ...]:
    """Error ``twice``: two rows of a table with one key, of which a reader would silently lose one."""
    seen: set[tuple[str, Key]] = set()
    twice: list[Notice] = []
    for row in dataset.records:
        if (row.table, row.key) in seen:
            twice.append(_error("twice", row, "stands in the table more than once"))
        seen.add((row.table, row.key))
    return tuple(twice)


def check_categories(dataset: Dataset, _: Reference) -> tuple[Notice, ...]:
    """Warn ``category_against_cuts``: the stated category is not the one that the edition's cuts give."""
    return tuple(
        _warning(
            "category_against_cuts",
            row,
            f"stated {row.value('category_stated')}, but the score {row.value('score')} is "
            f"{row.value('category_derived')} by the edition's cuts",
            row.cell("category_stated"),
        )
        for row in dataset.scores
        if category_source(row) == "conflict"
    )


def check_ranks(dataset: Dataset, reference: Reference) -> tuple[Notice, ...]:
    """Warn ``rank_against_score``: of two regions ranked among the same, the lower one has the higher score.

    Only ranks with a stated scope are compared: within the country, or within one province.
    """
    groups: dict[tuple[str, ...], list[tuple[int, Record, Cell]]] = {}
    for row, _ in _scores(dataset.scores):
        for cell in row.cells:
            if cell.field == "rank" and isinstance(cell.value, int) and cell.qualifier in {"nasional", "provinsi"}:
                groups.setdefault(_ranked_among(row, cell, reference), []).append((cell.value, row, cell))
    return tuple(
        notice
        for name in sorted(groups)
        for upper, lower in pairwise(sorted(groups[name], key=lambda entry: (entry[0], entry[1].key.order)))
        for notice in _rank_notices(upper, lower)
    )


def _ranked_among(row: Record, cell: Cell, reference: Reference) -> tuple[str, ...]:
    region = reference.regions[row.key.region_code]
    local = region.level in {"regency", "city"}
    within = (region.province or "") if local and cell.qualifier == "provinsi" else ""
    return (row.key.edition, row.key.basis or "", "local" if local else region.level, str(cell.qualifier), within)


def _rank_notices(upper: tuple[int, Record, Cell], lower: tuple[int, Record, Cell]) -> Iterator[Notice]:
    high, low = upper[1].value("score"), lower[1].value("score")
    if isinstance(high, Decimal) and isinstance(low, Decimal) and low > high:
        text = (
            f"rank {lower[0]} with score {low}, above the {high} of {upper[1].key.region_code} "
            f"at rank {upper[0]} ({upper[2].qualifier})"
        )
        yield _warning("rank_against_score", lower[1], text, lower[2])


def check_weights(dataset: Dataset, reference: Reference) -> tuple[Notice, ...]:
    """Warn ``total_against_dimensions``: the score is not the weighted sum of the published dimension scores.

    Looked at only where all weighted dimensions of IKP 2024, the edition whose weights are known, are published.
    """
    weights = {key: entry.weight for key, entry in reference.dimensions.items() if entry.weight is not None}
    parts: dict[tuple[object, ...], dict[str, Decimal]] = {}
    for row, score in _scores(dataset.dimension_scores):
        if row.key.dimension in weights:
            parts.setdefault(_place(row), {})[row.key.dimension or ""] = score
    found: list[Notice] = []
    for row, score in _scores(dataset.scores):
        mine = parts.get(_place(row), {})
        if row.key.edition == "ikp_2024" and weights and len(mine) == len(weights):
            total = sum((weight * mine[key] for key, weight in weights.items()), start=Decimal(0))
            if abs(total - score) > WEIGHT_TOLERANCE:
                text = f"score {score}, but its dimensions weigh up to {total.quantize(Decimal('0.01'))}"
                found.append(_warning("total_against_dimensions", row, text, row.cell("score")))
    return tuple(found)


def _place(row: Record) -> tuple[object, ...]:
    return (row.key.region_code, row.key.edition, row.key.basis)


def check_tallies(dataset: Dataset, reference: Reference) -> tuple[Notice, ...]:
    """Warn where counts disagree.

    ``tally_against_official``: a document states another national number than the one known.
    ``tally_residual``: our own count cannot come out at the official, or at the stated, number any more.
    """
    official: dict[tuple[object, ...], int] = {
        (tally.edition, tally.level, tally.dimension, tally.category): tally.n for tally in reference.tallies
    }
    found: list[Notice] = []
    for row in dataset.tallies:
        stated, known = row.value("n"), official.get(_counted(row)) if row.key.region_code == "ID" else None
        if isinstance(stated, int) and known is not None and stated != known:
            text = f"stated {stated}, officially {known}"
            found.append(_warning("tally_against_official", row, text, row.cell("n")))
        elif isinstance(stated, int) and known is None:
            found.extend(_residual(row, stated, dataset, reference))
    for tally in reference.tallies:
        found.extend(_residual(_official_row(tally), tally.n, dataset, reference))
    return tuple(found)


def _counted(row: Record) -> tuple[object, ...]:
    return (row.key.edition, row.key.level, row.key.dimension, row.key.category)


def _official_row(tally: OfficialTally) -> Record:
    level: TallyLevel = tally.level
    key = Key(
        region_code="ID", edition=tally.edition, dimension=tally.dimension, level=level, category=tally.category
    )
    return Record(table="tallies", key=key, cells=())


def _residual(row: Record, expected: int, dataset: Dataset, reference: Reference) -> Iterator[Notice]:
    rows = dataset.dimension_scores if row.key.dimension else dataset.scores
    count = count_of_tally(row, rows, expected, reference)
    if count is not None and count.unexplained:
        text = (
            f"{expected} expected, {count.published} published, {count.held} in review, {count.unknown} unknown: "
            f"{count.unexplained:+d} unexplained"
        )
        yield _warning("tally_residual", row, text, row.cell("n"))


def check_official(dataset: Dataset, reference: Reference) -> tuple[Notice, ...]:
    """Warn ``against_official``: a published score or category is none of those known from several sources.

    A rounded score agrees. What documents state is published all the same: the reference only points it out.
    """
    official: dict[tuple[object, ...], list[OfficialScore]] = defaultdict(list)
    for known in reference.scores:
        official[place_of(known.edition, known.region_code, known.basis, known.dimension)].append(known)
    found: list[Notice] = []
    for row in dataset.scores + dataset.dimension_scores:
        place = place_of(row.key.edition, row.key.region_code, row.key.basis, row.key.dimension)
        found.extend(_against_official(row, official.get(place, [])))
    return tuple(found)


def _against_official(row: Record, known: Sequence[OfficialScore]) -> Iterator[Notice]:
    score, category = row.value("score"), row.value("category")
    scores = [(one.score, one.source) for one in known if one.score is not None]
    if isinstance(score, Decimal) and scores and not any(is_same_score(score, value) for value, _ in scores):
        text = f"score {score}, known as {scores[0][0]} ({scores[0][1]})"
        yield _warning("against_official", row, text, row.cell("score"))
    levels = [(one.category, one.source) for one in known if one.category is not None]
    if category is not None and levels and category not in {level for level, _ in levels}:
        text = f"category {category}, known as {levels[0][0]} ({levels[0][1]})"
        yield _warning("against_official", row, text, row.cell("category"))


def check_refused(dataset: Dataset, _: Reference) -> tuple[Notice, ...]:
    """Warn ``refused``: a document states what cannot be true; the finding is listed and not published."""
    return tuple(
        Notice(
            level="warning",
            code="refused",
            message=f"{entry.source.document.file}: {entry.reason} ({entry.source.finding.raw[:80]!r})",
            document=entry.source.document.sha256,
            span=entry.source.finding.span,
        )
        for entry in dataset.findings
        if entry.standing == "refused"
    )


STRUCTURE: tuple[Check, ...] = (check_places, check_indicators, check_scale, check_sources, check_unique)
CHECKS: tuple[Check, ...] = (
    *STRUCTURE,
    check_categories,
    check_ranks,
    check_weights,
    check_tallies,
    check_official,
    check_refused,
)


def _scores(rows: Iterable[Record]) -> Iterator[tuple[Record, Decimal]]:
    for row in rows:
        score = row.value("score")
        if isinstance(score, Decimal):
            yield row, score


def _error(code: str, row: Record, text: str) -> Notice:
    return Notice(level="error", code=code, message=f"{row.table} {row.key.name}: {text}")


def _warning(code: str, row: Record, text: str, cell: Cell | None) -> Notice:
    source = cell.sources[0] if cell and cell.sources else None
    return Notice(
        level="warning",
        code=code,
        message=f"{row.table} {row.key.name}: {text}",
        document=source.document.sha256 if source else None,
        span=source.finding.span if source else None,
    )
