"""Fit the table that turns a rule's own confidence into the share of such findings that are right.

What is known of a rule is little: most rules have a few dozen judged facts and no error. So each tally is shrunk
towards a wider one, in three steps with one formula, ``(right + k * prior) / (n + k)``:

1. all types together, by band of raw confidence; the prior is their overall share of right facts;
2. a type of finding, by band; the prior is the curve of all types;
3. a type and rule, by band; the prior is the type's curve.

Every curve is then made to rise with raw confidence by ``TILT`` at least (pooling neighbours that do not), so that
a doubt that a rule knows of always costs something. Facts of one document are right or wrong together: from one
band of one rule a document counts as ``MOST_OF_A_DOCUMENT`` facts at most. A rule that showed fewer than
``LEAST_FACTS``, or in one document only, has no curve: it counts as untried, and what it finds goes to a person.
"""

from __future__ import annotations

import csv
import io
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pipeline.dataset.evaluation.reliability import wilson
from pipeline.reference.calibration import ANY, TILT, Band, Calibration, Curve, band_of
from pipeline.reference.table import Row, read_rows

if TYPE_CHECKING:
    from pipeline.dataset.evaluation.evaluate import Evaluation

GOAL: Final = 0.99
"""The share of accepted facts that is to be right."""
LEAST_SURE: Final = 0.95
"""What is less sure goes to a person, even where the sure ones make up for it."""

STRENGTH: Final = 20.0
"""How many facts a prior is worth (k). Of 3, 5, 10, 20 and 40 it foretold each document best from the others
(logarithmic loss, leaving one document out); the differences were small."""

MOST_OF_A_DOCUMENT: Final = 10
LEAST_FACTS: Final = 5
LEAST_DOCUMENTS: Final = 2
HIGHEST: Final = 0.999  # to be surer than this is more than some hundred documents can tell

GENERATED: Final = 0.1
"""What a fact of a generated document counts: such documents show a rule at work, not how often it fails."""
ELSEWHERE: Final = 0.5
"""What a fact judged elsewhere counts: it is of a document that nobody had read who made the rules, but annotated
once, by one reader, and not to be looked up here."""

COLUMNS: Final = ("part", "type", "rule", "raw", "n", "right", "confidence")
COUNT_COLUMNS: Final = ("document", "type", "rule", "raw", "n", "right")


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A judged fact: the type and rule of its finding, the rule's own confidence, its document, what it counts."""

    type: str
    rule: str
    raw: float
    right: bool
    document: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class _Tally:
    """How many facts a band holds, how many are right, and their mean raw confidence (each by weight)."""

    n: float
    right: float
    raw: float


Tallies = Mapping[float, _Tally]
"""A tally for each band, in rising order of the bands."""


def observations(evaluation: Evaluation, *, weight: float = 1.0) -> tuple[Observation, ...]:
    """Return the facts that were judged right or wrong, each counting ``weight``; confidence must be raw.

    Optional facts and facts without rule or confidence are left out.
    """
    return tuple(
        Observation(
            type=one.fact.type,
            rule=one.fact.rule,
            raw=one.fact.confidence,
            right=one.verdict == "exact",
            document=name,
            weight=weight,
        )
        for name, document in evaluation.documents.items()
        for one in (*document.judged, *document.measures)
        if one.verdict != "optional" and one.fact.rule and one.fact.confidence is not None
    )


def fit(seen: Iterable[Observation], *, goal: float = GOAL) -> Calibration:
    """Fit curves and threshold to judged facts. Without any facts the table is empty.

    The threshold is the lowest confidence such that all facts from there on are expected to be right ``goal`` of
    the time: their share of right ones, weighted and shrunk (towards the overall share) as for the curves.
    """
    facts = _capped(seen)
    if not facts:
        return Calibration()
    everything = _tallies(facts)
    share = _shrunk(_tally(facts), prior=0.5, strength=1.0)
    flat = tuple(Band(raw=band, n=0, right=0, confidence=share) for band in everything)
    overall = _curve(everything, flat)
    types = _grouped(facts, lambda fact: fact.type)
    curves = {name: _curve(_tallies(group), overall) for name, group in types.items()}
    rules = {
        (type_, rule): _curve(_tallies(group), curves[type_])
        for type_, of_type in types.items()
        for rule, group in _grouped(of_type, lambda fact: fact.rule).items()
        if _is_tried(group)
    }
    lower = {ANY: _lower(everything), **{name: _lower(_tallies(group)) for name, group in types.items()}}
    table = Calibration(threshold=1.0, rules=rules, lower=lower)
    return Calibration(threshold=_threshold(facts, table, goal), rules=rules, lower=lower)


def _capped(seen: Iterable[Observation]) -> list[Observation]:
    """Let no document count for more than its share in one band of one rule."""
    facts = sorted(seen, key=_order)
    counts = Counter(_cell(fact) for fact in facts)
    return [
        replace(fact, weight=fact.weight * min(1.0, MOST_OF_A_DOCUMENT / counts[_cell(fact)])) for fact in facts
    ]


def _order(fact: Observation) -> tuple[object, ...]:
    return fact.type, fact.rule, fact.raw, fact.document, fact.right, fact.weight


def _cell(fact: Observation) -> tuple[object, ...]:
    return fact.document, fact.type, fact.rule, band_of(fact.raw)


def _is_tried(facts: Sequence[Observation]) -> bool:
    enough = math.fsum(fact.weight for fact in facts) >= LEAST_FACTS
    return enough and len({fact.document for fact in facts}) >= LEAST_DOCUMENTS


def _grouped(facts: Iterable[Observation], key: Callable[[Observation], str]) -> dict[str, list[Observation]]:
    groups: dict[str, list[Observation]] = defaultdict(list)
    for fact in facts:
        groups[key(fact)].append(fact)
    return dict(sorted(groups.items()))


def _tallies(facts: Iterable[Observation]) -> Tallies:
    bands: dict[float, list[Observation]] = defaultdict(list)
    for fact in facts:
        bands[band_of(fact.raw)].append(fact)
    return {band: _tally(bands[band]) for band in sorted(bands)}


def _tally(facts: Iterable[Observation]) -> _Tally:
    counted = [(fact.weight, fact.right, fact.raw) for fact in facts]
    n = math.fsum(weight for weight, _, _ in counted)
    right = math.fsum(weight for weight, right, _ in counted if right)
    return _Tally(n=n, right=right, raw=math.fsum(weight * raw for weight, _, raw in counted) / n)


def _shrunk(tally: _Tally, *, prior: float, strength: float = STRENGTH) -> float:
    return (tally.right + strength * prior) / (tally.n + strength)


def _curve(tallies: Tallies, prior: Curve) -> Curve:
    """Shrink each band towards its prior, then let the curve rise."""
    above = {band.raw: band.confidence - TILT * band.raw for band in prior}
    points = [
        (band, _shrunk(tally, prior=above[band] + TILT * tally.raw) - TILT * tally.raw, tally.n + STRENGTH)
        for band, tally in tallies.items()
    ]
    return _bands(tallies, _rising(points))


def _lower(tallies: Tallies) -> Curve:
    """Return what is at least right in each band, as far as its own facts tell: the lower end of the interval."""
    points = [
        (band, wilson(tally.right, tally.n)[0] - TILT * tally.raw, tally.n) for band, tally in tallies.items()
    ]
    return _bands(tallies, _rising(points))


def _bands(tallies: Tallies, levels: Mapping[float, float]) -> Curve:
    return tuple(
        Band(
            raw=band,
            n=round(tally.n, 2),
            right=round(tally.right, 2),
            confidence=round(levels[band] + TILT * band, 3),
        )
        for band, tally in tallies.items()
    )


def _rising(points: Sequence[tuple[float, float, float]]) -> dict[float, float]:
    """Return, for points (band, level, weight) in order, the nearest levels that do not fall: band -> level.

    A level is what is left of a confidence when the tilt is taken off. Neighbours in the wrong order are pooled
    until none is (isotonic regression). Levels have three decimals, so that the table holds what was fitted.

    >>> _rising([(0.8, 0.91, 10.0), (0.9, 0.81, 10.0), (1.0, 0.89, 100.0)])
    {0.8: 0.86, 0.9: 0.86, 1.0: 0.89}
    """
    pools: list[tuple[float, float, list[float]]] = []  # level, weight, bands
    for band, level, weight in points:
        pools.append((level, weight, [band]))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (low, w, bands), (high, v, more) = pools[-2:]
            pools[-2:] = [((low * w + high * v) / (w + v), w + v, bands + more)]
    return {band: round(min(max(level, 0.0), HIGHEST - TILT), 3) for level, _, bands in pools for band in bands}


def _threshold(facts: Sequence[Observation], table: Calibration, goal: float) -> float:
    """Return the lowest confidence, of those sure enough, from which on facts meet the goal; 1 where none does."""
    overall = _shrunk(_tally(facts), prior=0.5, strength=1.0)
    groups = _grouped(facts, lambda fact: f"{table.confidence(fact.type, fact.rule, fact.raw):.3f}")
    threshold, tried = 1.0, list[Observation]()
    for confidence in sorted((one for one in groups if float(one) >= LEAST_SURE), reverse=True):
        tried += groups[confidence]
        if _shrunk(_tally(tried), prior=overall) >= goal:
            threshold = float(confidence)
    return threshold


def table_text(seen: Sequence[Observation], table: Calibration) -> str:
    """Return a fitted table as the text of ``calibration.csv``.

    The row of the threshold tells how many facts it accepts and how many of those are right, by weight.
    """
    n, right = weight_of(accepted_of(seen, table))
    rows: list[tuple[object, ...]] = [("threshold", "", "", "", f"{n:g}", f"{right:g}", f"{table.threshold:.3f}")]
    rows += [("type", name, "", *_cells(band)) for name, curve in table.lower.items() for band in curve]
    rows += [("rule", *key, *_cells(band)) for key, curve in table.rules.items() for band in curve]
    return _csv(COLUMNS, rows)


def weight_of(seen: Iterable[Observation]) -> tuple[float, float]:
    """Return how much facts count, all and the right ones, to one decimal."""
    counted = [(fact.weight, fact.right) for fact in seen]
    return (
        round(math.fsum(weight for weight, _ in counted), 1),
        round(math.fsum(weight for weight, right in counted if right), 1),
    )


def accepted_of(seen: Iterable[Observation], table: Calibration) -> tuple[Observation, ...]:
    """Return the facts that a table accepts."""
    return tuple(fact for fact in seen if table.confidence(fact.type, fact.rule, fact.raw) >= table.threshold)


def _cells(band: Band) -> tuple[object, ...]:
    return band.raw, f"{band.n:g}", f"{band.right:g}", f"{band.confidence:.3f}"


def counts_text(seen: Iterable[Observation]) -> str:
    """Return judged facts as a CSV of counts, which can be kept where the documents themselves cannot."""
    groups = Counter((fact.document, fact.type, fact.rule, fact.raw) for fact in seen)
    right = Counter((fact.document, fact.type, fact.rule, fact.raw) for fact in seen if fact.right)
    return _csv(COUNT_COLUMNS, [(*key, n, right[key]) for key, n in sorted(groups.items())])


def parse_counts(text: str, *, where: str) -> tuple[Observation, ...]:
    """Read what ``counts_text`` wrote. Raises TableError for anything else; ``where`` names the file."""
    rows = read_rows(text, table=where, columns=COUNT_COLUMNS)
    return tuple(fact for row in rows for fact in _counted(row))


def _counted(row: Row) -> Iterator[Observation]:
    n, right = row.integer("n"), row.integer("right")
    if right > n:
        raise row.error("more are right than there are", "right", "write the counts anew")
    for number in range(n):
        yield Observation(
            type=row.text("type"),
            rule=row.text("rule"),
            raw=row.share("raw"),
            right=number < right,
            document=row.text("document"),
            weight=ELSEWHERE,
        )


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = io.StringIO(newline="")
    csv.writer(lines, lineterminator="\n").writerows([header, *rows])
    return lines.getvalue()
