"""How good the findings are: facts of gold files against the facts that were extracted.

Facts are compared as sets within one document, kind by kind (``gold`` says when two are the same). A match is
*exact* where the edition agrees too, *loose* where it does not. A gold fact without an edition agrees with any.
Optional gold facts are neither demanded nor punished. Total figures leave out ``unmapped``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from pipeline.dataset.gold import (
    KINDS,
    Fact,
    GoldFile,
    Kind,
    Row,
    facts_of,
    parse_gold,
    same,
    same_edition,
    stem_of,
)

__all__ = [
    "ConfidenceBin",
    "DocumentEvaluation",
    "Evaluation",
    "Fact",
    "GoldFile",
    "Judged",
    "Score",
    "as_json",
    "as_table",
    "evaluate",
    "parse_gold",
    "reliability",
    "stem_of",
]

_BIN_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts of facts: in gold, predicted, and right with the edition (``exact``) or but for it (``loose``)."""

    gold: int
    predicted: int
    exact: int
    loose: int

    def __add__(self, other: Score) -> Score:
        return Score(
            gold=self.gold + other.gold,
            predicted=self.predicted + other.predicted,
            exact=self.exact + other.exact,
            loose=self.loose + other.loose,
        )

    @property
    def precision(self) -> float:
        """Share of the predicted facts that are right, 0 to 1; with none predicted, 1 where none was due."""
        return _precision(self.exact, self)

    @property
    def recall(self) -> float:
        """Share of the gold facts that were found, 0 to 1; 1 where there are none."""
        return _recall(self.exact, self)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        return _harmonic(self.precision, self.recall)

    @property
    def f1_loose(self) -> float:
        """The same where the edition is ignored."""
        return _harmonic(_precision(self.loose, self), _recall(self.loose, self))


def _precision(right: int, score: Score) -> float:
    return right / score.predicted if score.predicted else float(not score.gold)


def _recall(right: int, score: Score) -> float:
    return right / score.gold if score.gold else 1.0


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


ZERO = Score(gold=0, predicted=0, exact=0, loose=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A predicted fact and its verdict: ``edition`` is right but for the edition, ``optional`` counts nowhere."""

    fact: Fact
    verdict: Literal["exact", "edition", "wrong", "optional"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEvaluation:
    """One document: its figures by kind, the gold facts it missed, and a verdict on every predicted fact."""

    kinds: Mapping[Kind, Score]
    misses: tuple[Fact, ...]
    judged: tuple[Judged, ...]

    @property
    def total(self) -> Score:
        """The figures of all kinds but ``unmapped``."""
        return _total(self.kinds)

    @property
    def perfect(self) -> bool:
        """Nothing missed, nothing invented, every edition right."""
        return self.total.exact == self.total.gold == self.total.predicted

    @property
    def inventions(self) -> tuple[Fact, ...]:
        """The predicted facts that no gold fact bears out."""
        return tuple(judged.fact for judged in self.judged if judged.verdict == "wrong")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Figures by kind (and ``all``), by document name, and by rule. A rule has no gold of its own: that is 0."""

    kinds: Mapping[str, Score]
    documents: Mapping[str, DocumentEvaluation]
    rules: Mapping[str, Score]

    @property
    def perfect(self) -> int:
        """How many documents are without any error."""
        return sum(document.perfect for document in self.documents.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceBin:
    """Predicted facts with a confidence of at least ``low`` and below ``high`` (1.0 belongs to the last bin)."""

    low: float
    high: float
    n: int
    right: int
    mean: float

    @property
    def accuracy(self) -> float | None:
        """Share that is right with its edition, 0 to 1; None for an empty bin."""
        return self.right / self.n if self.n else None


def _unique(facts: Iterable[Fact]) -> list[Fact]:
    """Keep the first of the facts that say the same about the same edition."""
    first: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        first.setdefault((fact.about, fact.value, fact.edition), fact)
    return list(first.values())


def _compare(gold: Sequence[Fact], found: Sequence[Fact]) -> tuple[Score, list[Fact], list[Judged]]:
    """Compare the facts of one kind in one document: figures, misses, verdicts. Each fact is used once."""
    due = [fact for fact in gold if not fact.optional]
    optional = [fact for fact in gold if fact.optional]
    verdicts: dict[int, Literal["exact", "edition"]] = {}
    misses = []
    for fact in due:
        free = [place for place, other in enumerate(found) if place not in verdicts and same(fact, other)]
        exact = next((place for place in free if same_edition(fact, found[place])), None)
        if exact is not None:
            verdicts[exact] = "exact"
        elif free:
            verdicts[free[0]] = "edition"
        else:
            misses.append(fact)
    judged = [
        Judged(fact=fact, verdict=verdicts.get(place) or _unasked(fact, optional))
        for place, fact in enumerate(found)
    ]
    score = Score(
        gold=len(due),
        predicted=sum(one.verdict != "optional" for one in judged),
        exact=sum(one.verdict == "exact" for one in judged),
        loose=len(verdicts),
    )
    return score, misses, judged


def _unasked(found: Fact, optional: Sequence[Fact]) -> Literal["optional", "wrong"]:
    return "optional" if any(same(gold, found) for gold in optional) else "wrong"


def _document(gold: Sequence[Fact], found: Sequence[Fact]) -> DocumentEvaluation:
    kinds: dict[Kind, Score] = {}
    misses: list[Fact] = []
    judged: list[Judged] = []
    for kind in KINDS:
        sides = (_unique(fact for fact in side if fact.kind == kind) for side in (gold, found))
        kinds[kind], missed, verdicts = _compare(*sides)
        misses += missed
        judged += verdicts
    return DocumentEvaluation(kinds=kinds, misses=tuple(misses), judged=tuple(judged))


def _total(kinds: Mapping[Kind, Score]) -> Score:
    return sum((score for kind, score in kinds.items() if kind != "unmapped"), ZERO)


def evaluate(gold: Mapping[str, GoldFile], rows: Iterable[Row]) -> Evaluation:
    """Compare extracted findings with gold.

    ``gold`` is keyed by ``stem_of`` its file names; ``rows`` are the objects that ``ikp extract --format jsonl``
    prints. Findings of documents without a gold file are left out.
    """
    found: dict[str, list[Fact]] = {}
    for row in rows:
        name = stem_of(str(row.get("document") or row.get("path") or ""))
        found.setdefault(name, []).extend(facts_of(row))
    documents = {name: _document(gold[name].facts, found.get(name, ())) for name in sorted(gold)}
    kinds = {kind: sum((one.kinds[kind] for one in documents.values()), ZERO) for kind in KINDS}
    named: dict[str, Score] = {**{str(kind): score for kind, score in kinds.items()}, "all": _total(kinds)}
    return Evaluation(kinds=named, documents=documents, rules=_by_rule(documents))


def _by_rule(documents: Mapping[str, DocumentEvaluation]) -> dict[str, Score]:
    rules: dict[str, Score] = {}
    for document in documents.values():
        for one in document.judged:
            if one.verdict != "optional":
                exact, loose = one.verdict == "exact", one.verdict != "wrong"
                score = Score(gold=0, predicted=1, exact=int(exact), loose=int(loose))
                rules[one.fact.rule or "-"] = rules.get(one.fact.rule or "-", ZERO) + score
    return dict(sorted(rules.items()))


def reliability(evaluation: Evaluation) -> tuple[ConfidenceBin, ...]:
    """Accuracy by confidence: six bins, 0 to 0.5, then by tenths. Facts without a confidence are left out."""
    pairs = [
        (one.fact.confidence, one.verdict == "exact")
        for document in evaluation.documents.values()
        for one in document.judged
        if one.fact.confidence is not None and one.verdict != "optional"
    ]
    bins = []
    for low, high in pairwise(_BIN_EDGES):
        inside = [pair for pair in pairs if low <= pair[0] < high or pair[0] == high == _BIN_EDGES[-1]]
        mean = sum(confidence for confidence, _ in inside) / len(inside) if inside else 0.0
        right = sum(exact for _, exact in inside)
        bins.append(ConfidenceBin(low=low, high=high, n=len(inside), right=right, mean=mean))
    return tuple(bins)


def as_json(evaluation: Evaluation) -> str:
    """Return one JSON object: a key a kind and ``all``, then ``documents``, ``rules``, ``reliability``, ``files``.

    Each kind has gold, pred, precision, recall, f1, f1_loose; ``documents`` counts all and perfect ones; ``files``
    lists what each document missed and invented.
    """
    return json.dumps(
        {
            **{kind: _figures(score) for kind, score in evaluation.kinds.items()},
            "documents": {"n": len(evaluation.documents), "perfect": evaluation.perfect},
            "rules": {rule: _rule_figures(score) for rule, score in evaluation.rules.items()},
            "reliability": [
                {
                    "low": one.low,
                    "high": one.high,
                    "n": one.n,
                    "accuracy": one.accuracy,
                    "mean_confidence": one.mean,
                }
                for one in reliability(evaluation)
            ],
            "files": {
                name: {
                    **_figures(document.total),
                    "missed": [str(fact) for fact in document.misses],
                    "invented": [str(fact) for fact in document.inventions],
                }
                for name, document in evaluation.documents.items()
            },
        },
        ensure_ascii=False,
    )


def _figures(score: Score) -> dict[str, float]:
    return {
        "gold": score.gold,
        "pred": score.predicted,
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
        "f1_loose": score.f1_loose,
    }


def _rule_figures(score: Score) -> dict[str, float]:
    return {"pred": score.predicted, "right": score.exact, "precision": score.precision}


def as_table(evaluation: Evaluation, *, by: Literal["kind", "rule", "document"] = "kind") -> str:
    """Return the figures as plain text: by kind, by rule (precision only), or by document with its errors."""
    if by == "rule":
        lines = [f"{'rule':32} {'pred':>5} {'right':>5} {'P':>6}"]
        for rule, score in evaluation.rules.items():
            lines.append(f"{rule:32} {score.predicted:5} {score.exact:5} {score.precision:6.3f}")
    elif by == "document":
        lines = [line for name, one in evaluation.documents.items() for line in _document_lines(name, one)]
    else:
        lines = [f"{'fact':10} {'gold':>5} {'pred':>5} {'P':>6} {'R':>6} {'F1':>6} {'loose':>6}"]
        lines += [_line(kind, score, 10) for kind, score in evaluation.kinds.items()]
    return "\n".join([*lines, f"documents perfect: {evaluation.perfect}/{len(evaluation.documents)}"])


def _line(name: str, score: Score, width: int) -> str:
    rates = (score.precision, score.recall, score.f1, score.f1_loose)
    return f"{name:{width}} {score.gold:5} {score.predicted:5} " + " ".join(f"{rate:6.3f}" for rate in rates)


def _document_lines(name: str, document: DocumentEvaluation) -> list[str]:
    wrong = [one.fact for one in document.judged if one.verdict == "edition"]
    return [
        _line(name, document.total, 40),
        *(f"    missed    {fact}" for fact in document.misses),
        *(f"    invented  {fact} | {fact.quote[:80]}" for fact in document.inventions),
        *(f"    edition   {fact} | {fact.quote[:80]}" for fact in wrong),
    ]
