"""How good the findings are: facts of gold files against the facts that were extracted.

Facts are compared as sets within one document, kind by kind (``gold`` says when two are the same). A match is
*exact* where the edition agrees too, *loose* where it does not. A gold fact without an edition agrees with any.
Optional gold facts are neither demanded nor punished. Total figures leave out ``unmapped``. What
was accepted without a person is counted once more by itself: of that we promise that 99 in 100 are right.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from pipeline.dataset.evaluation.gold import (
    KINDS,
    Fact,
    GoldFile,
    Kind,
    Row,
    facts_of,
    measure_of,
    parse_gold,
    same,
    same_edition,
    stem_of,
)

__all__ = [
    "ZERO",
    "DocumentEvaluation",
    "Evaluation",
    "Fact",
    "GoldFile",
    "Judged",
    "Score",
    "evaluate",
    "joined",
    "only",
    "parse_gold",
    "stem_of",
]

Verdict: TypeAlias = Literal["exact", "edition", "wrong", "optional"]


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
    """A predicted fact and its verdict: ``edition`` is right but for the edition, ``optional`` counts nowhere.

    ``due`` is the gold fact that it was taken for, None for one that is wrong or optional.
    """

    fact: Fact
    verdict: Verdict
    due: Fact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEvaluation:
    """One document: its figures by kind, the gold facts it missed, and a verdict on every predicted fact.

    ``accepted`` are the figures of what was accepted without a person alone; ``measures`` the mitigations, of
    which the surest count as right until there are as many as the gold file says (none where it says nothing).
    """

    kinds: Mapping[Kind, Score]
    accepted: Mapping[Kind, Score]
    misses: tuple[Fact, ...]
    judged: tuple[Judged, ...]
    measures: tuple[Judged, ...] = ()

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

    @property
    def wrong_regions(self) -> tuple[Fact, ...]:
        """The accepted facts that are wrong, and would be a missed fact if only they were of its region."""
        taken = [fact for fact in self.inventions if fact.accepted]
        return tuple(fact for fact in taken if any(_but_for_the_region(miss, fact) for miss in self.misses))


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Figures by kind (and ``all``), by document name, and by rule. A rule has no gold of its own: that is 0.

    ``accepted`` are the figures by kind of what was accepted without a person alone.
    """

    kinds: Mapping[str, Score]
    accepted: Mapping[str, Score]
    documents: Mapping[str, DocumentEvaluation]
    rules: Mapping[str, Score]

    @property
    def perfect(self) -> int:
        """How many documents are without any error."""
        return sum(document.perfect for document in self.documents.values())


def _unique(facts: Iterable[Fact]) -> list[Fact]:
    """Keep the surest of the facts that say the same about the same edition, in the place of the first."""
    kept: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        key = (fact.about, fact.value, fact.edition)
        if key not in kept or _sure(fact) > _sure(kept[key]):
            kept[key] = fact
    return list(kept.values())


def _sure(fact: Fact) -> tuple[bool, float]:
    return fact.accepted, fact.confidence or 0.0


def _compare(gold: Sequence[Fact], found: Sequence[Fact]) -> tuple[Score, list[Fact], list[Judged]]:
    """Compare the facts of one kind in one document: figures, misses, verdicts. Each fact is used once."""
    due = [fact for fact in gold if not fact.optional]
    optional = [fact for fact in gold if fact.optional]
    taken: dict[int, tuple[Verdict, Fact]] = {}
    misses = []
    for fact in due:
        free = [place for place, other in enumerate(found) if place not in taken and same(fact, other)]
        exact = next((place for place in free if same_edition(fact, found[place])), None)
        if exact is not None:
            taken[exact] = "exact", fact
        elif free:
            taken[free[0]] = "edition", fact
        else:
            misses.append(fact)
    judged = []
    for place, fact in enumerate(found):
        verdict, served = taken.get(place) or (_unasked(fact, optional), None)
        judged.append(Judged(fact=fact, verdict=verdict, due=served))
    return _score(len(due), judged), misses, judged


def _score(gold: int, judged: Iterable[Judged]) -> Score:
    verdicts = [one.verdict for one in judged if one.verdict != "optional"]
    exact = verdicts.count("exact")
    return Score(gold=gold, predicted=len(verdicts), exact=exact, loose=exact + verdicts.count("edition"))


def _unasked(found: Fact, optional: Sequence[Fact]) -> Verdict:
    return "optional" if any(same(gold, found) for gold in optional) else "wrong"


def _but_for_the_region(gold: Fact, found: Fact) -> bool:
    return gold.kind == found.kind and same(replace(gold, about=(found.about[0], *gold.about[1:])), found)


def _document(gold: GoldFile, found: Sequence[Fact], measures: Sequence[Fact]) -> DocumentEvaluation:
    kinds: dict[Kind, Score] = {}
    accepted: dict[Kind, Score] = {}
    misses: list[Fact] = []
    judged: list[Judged] = []
    for kind in KINDS:
        sides = (_unique(fact for fact in side if fact.kind == kind) for side in (gold.facts, found))
        kinds[kind], missed, verdicts = _compare(*sides)
        accepted[kind] = _score(kinds[kind].gold, (one for one in verdicts if one.fact.accepted))
        misses += missed
        judged += verdicts
    return DocumentEvaluation(
        kinds=kinds,
        accepted=accepted,
        misses=tuple(misses),
        judged=tuple(judged),
        measures=_count_measures(gold.mitigations, measures),
    )


def _count_measures(due: int | None, found: Sequence[Fact]) -> tuple[Judged, ...]:
    if due is None:
        return ()
    surest = sorted(found, key=_sure, reverse=True)
    return tuple(
        Judged(fact=fact, verdict="exact" if place < due else "wrong") for place, fact in enumerate(surest)
    )


def _total(kinds: Mapping[Kind, Score]) -> Score:
    return sum((score for kind, score in kinds.items() if kind != "unmapped"), ZERO)


def evaluate(gold: Mapping[str, GoldFile], rows: Iterable[Row]) -> Evaluation:
    """Compare extracted findings with gold.

    ``gold`` is keyed by ``stem_of`` its file names; ``rows`` are the objects that ``ikp extract --format jsonl``
    prints. Findings of documents without a gold file are left out.
    """
    found: dict[str, list[Fact]] = {}
    measures: dict[str, list[Fact]] = {}
    for row in rows:
        name = stem_of(str(row.get("document") or row.get("path") or ""))
        found.setdefault(name, []).extend(facts_of(row))
        if measure := measure_of(row):
            measures.setdefault(name, []).append(measure)
    return _summed(
        {name: _document(gold[name], found.get(name, ()), measures.get(name, ())) for name in sorted(gold)}
    )


def only(evaluation: Evaluation, names: Collection[str]) -> Evaluation:
    """Return the evaluation of some of its documents; names that it does not have are passed over."""
    return _summed({name: one for name, one in evaluation.documents.items() if name in names})


def joined(evaluations: Iterable[Evaluation]) -> Evaluation:
    """Return one evaluation of all documents. Raises ValueError where two have the same name."""
    documents: dict[str, DocumentEvaluation] = {}
    for evaluation in evaluations:
        if twice := sorted(documents.keys() & evaluation.documents.keys()):
            raise ValueError(f"two documents are called {twice[0]}")
        documents.update(evaluation.documents)
    return _summed(documents)


def _summed(documents: Mapping[str, DocumentEvaluation]) -> Evaluation:
    return Evaluation(
        kinds=_by_kind([one.kinds for one in documents.values()]),
        accepted=_by_kind([one.accepted for one in documents.values()]),
        documents=dict(sorted(documents.items())),
        rules=_by_rule(documents),
    )


def _by_kind(figures: Sequence[Mapping[Kind, Score]]) -> dict[str, Score]:
    kinds = {kind: sum((one[kind] for one in figures), ZERO) for kind in KINDS}
    return {**{str(kind): score for kind, score in kinds.items()}, "all": _total(kinds)}


def _by_rule(documents: Mapping[str, DocumentEvaluation]) -> dict[str, Score]:
    rules: dict[str, Score] = {}
    for document in documents.values():
        for one in document.judged:
            if one.verdict != "optional":
                rule = one.fact.rule or "-"
                rules[rule] = rules.get(rule, ZERO) + _score(0, [one])
    return dict(sorted(rules.items()))
