"""The checks of every build, and what they do to a dataset: stop it, hold rows back, or warn of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from pipeline.dataset.checks.check import SEVERITIES, Check
from pipeline.dataset.checks.counts import residuals, tallies_against_official
from pipeline.dataset.checks.hold import held_back
from pipeline.dataset.checks.structure import (
    coverage_gaps,
    twice,
    unknown_dimensions,
    unknown_editions,
    unknown_indicators,
    unknown_regions,
    without_source,
)
from pipeline.dataset.checks.values import (
    against_cuts,
    against_official,
    against_weights,
    before_its_edition,
    before_its_region,
    of_another_edition,
    of_another_measure,
    off_scale,
    percent_as_score,
    ranks_against_scores,
    refused,
)
from pipeline.dataset.tables import schema
from pipeline.dataset.types import Dataset, Fault

KEYS: Final = (
    Check(
        name="unknown_region",
        severity="stop",
        sentence="every row is about a region of the reference",
        find=unknown_regions,
    ),
    Check(
        name="unknown_edition",
        severity="stop",
        sentence="every row belongs to an edition of the reference",
        find=unknown_editions,
    ),
)
"""Where one of these fails the others are not run: they look up what is not there."""

CHECKS: Final = (
    *KEYS,
    Check(
        name="unknown_indicator",
        severity="stop",
        sentence="every indicator is one of the catalog's 61",
        find=unknown_indicators,
    ),
    Check(
        name="unknown_dimension",
        severity="stop",
        sentence="every dimension, subdimension or stage is one of the reference",
        find=unknown_dimensions,
    ),
    Check(name="twice", severity="stop", sentence="no key stands in a table twice", find=twice),
    Check(
        name="coverage",
        severity="stop",
        sentence="every region of the reference is covered once, and its status is what the scores say",
        find=coverage_gaps,
    ),
    Check(
        name="no_source",
        severity="hold",
        sentence="behind every value stands an accepted finding of a listed document, with its words",
        find=without_source,
    ),
    Check(
        name="off_scale",
        severity="hold",
        sentence="every score lies on the scale of its edition",
        find=off_scale,
    ),
    Check(
        name="percent_as_score",
        severity="hold",
        sentence="no score is written as a percentage by all its sources, unless official figures say the same",
        find=percent_as_score,
    ),
    Check(
        name="before_its_edition",
        severity="hold",
        sentence="no value of an edition comes from documents that are older than the edition alone",
        find=before_its_edition,
        whole=True,
        doubts=("edition",),
    ),
    Check(
        name="before_its_region",
        severity="hold",
        sentence="no province has a value in an edition that was made before the province was formed",
        find=before_its_region,
        whole=True,
    ),
    Check(
        name="of_another_edition",
        severity="hold",
        sentence="no score is the known score of the same region in another edition",
        find=of_another_edition,
        doubts=("edition",),
    ),
    Check(
        name="of_another_measure",
        severity="hold",
        sentence="a province's own score and the mean of its regencies and cities do not stand for each other",
        find=of_another_measure,
        doubts=("basis",),
    ),
    Check(
        name="category_against_cuts",
        severity="warn",
        sentence="the stated category is the one that the edition's cuts give at the region's level",
        find=against_cuts,
    ),
    Check(
        name="rank_against_score",
        severity="warn",
        sentence="of regions ranked among the same, the one ranked lower has no higher score",
        find=ranks_against_scores,
    ),
    Check(
        name="total_against_dimensions",
        severity="warn",
        sentence="a score of IKP 2024 is the weighted sum of its four dimension scores, to two hundredths",
        find=against_weights,
    ),
    Check(
        name="tally_against_official",
        severity="warn",
        sentence="a national tally is the number known from several sources",
        find=tallies_against_official,
    ),
    Check(
        name="tally_residual",
        severity="warn",
        sentence="what was announced is published, in review, or can be among the regions without a category",
        find=residuals,
    ),
    Check(
        name="against_official",
        severity="warn",
        sentence="scores and categories are those known from several sources, where any are known",
        find=against_official,
    ),
    Check(
        name="refused",
        severity="warn",
        sentence="no document states what cannot be true, as a score of 667.83",
        find=refused,
    ),
)

MANY: Final = Check(
    name="many_held_back",
    severity="stop",
    sentence="fewer than fifty rows, or than a quarter of all, are held back for no_source or off_scale",
    find=lambda _: (),
)
SCHEMA: Final = Check(
    name=schema.NAME,
    severity="stop",
    sentence=schema.SENTENCE,
    find=lambda _: (),
)
"""Asked of every row on its way into a file, see ``schema.Watch``."""
MOST_ROWS: Final = 50
MOST_SHARE: Final = 0.25


OURS: Final = frozenset({"no_source", "off_scale"})
"""Checks that hold rows back and that no document can fail: many of them at once are the program's fault."""


def checked(dataset: Dataset) -> Dataset:
    """Return the dataset with what the checks found, and without the values that they hold back.

    What they found stands the gravest first, then in the order of the checks and rows; only what is left to be
    published is warned of.
    """
    grave = _grave(dataset)
    held = held_back(dataset, grave)
    return replace(held, faults=_in_order((*grave, *_warnings(held))))


def _in_order(found: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return each fault once, the gravest first."""
    order = list(SEVERITIES)
    return tuple(sorted(dict.fromkeys(found), key=lambda fault: order.index(fault.severity)))


def _grave(dataset: Dataset) -> tuple[Fault, ...]:
    """Return what stops publication or holds rows back; where keys lead nowhere, that alone."""
    lost = tuple(fault for one in KEYS for fault in one.faults(dataset))
    if lost:
        return lost
    found = [fault for one in CHECKS if one.severity != "warn" for fault in one.faults(dataset)]
    return (*found, *_many(found, dataset))


def _warnings(dataset: Dataset) -> Iterator[Fault]:
    if any(True for one in KEYS for _ in one.find(dataset)):
        return
    yield from (fault for one in CHECKS if one.severity == "warn" for fault in one.faults(dataset))


def _many(found: Sequence[Fault], dataset: Dataset) -> Iterator[Fault]:
    rows = {fault.row_name for fault in found if fault.severity == "hold" and fault.check in OURS}
    if len(rows) >= MOST_ROWS and len(rows) >= MOST_SHARE * len(dataset.records):
        text = f"{len(rows)} of {len(dataset.records)} rows would be held back"
        yield Fault(check=MANY.name, severity=MANY.severity, message=text)


def stops(dataset: Dataset) -> tuple[Fault, ...]:
    """Return what keeps a checked dataset from being published."""
    return tuple(fault for fault in dataset.faults if fault.severity == "stop")
