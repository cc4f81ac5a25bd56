"""Read a document back and compare what was found with what was written.

A finding that was accepted automatically and that no fact bears out is *wrong*; one that waits for a person is
merely *doubtful*. Issues outside the catalog (``unmapped``) are matched by a share of their words, which proves
little, and are left out, as in the totals of ``ikp evaluate``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipeline.dataset.evaluation.evaluate import DocumentEvaluation, Fact, GoldFile, Judged, evaluate, parse_gold
from pipeline.dataset.evaluation.gold import same, same_edition
from pipeline.extract import extract
from pipeline.jobs.finding_rows import Row, finding_row
from pipeline.model import Document
from pipeline.readers import read
from pipeline.reference import Reference, load_reference
from roundtrip.specimen import FORMATS, Key, Specimen, make

Way = Literal["value", "region", "edition", "invented"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A wrong finding: in which way, what was read, its rule and words, and the fact that it spoils, if any."""

    key: Key
    way: Way
    read: str
    rule: str
    quote: str
    instead: str | None

    def __str__(self) -> str:
        """One line for a person."""
        due = f", not {self.instead}" if self.instead else ""
        quote = " ".join(self.quote.split())[:160]
        return f"{self.key}: {self.way}: {self.read}{due} [{self.rule}] | {quote}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one document. ``facts`` are those that are demanded; all counts are of facts.

    ``right`` were accepted automatically, ``review`` wait for a person and are right, ``doubtful`` wait and are
    not, ``missed`` are in neither.
    """

    key: Key
    facts: int
    right: int
    review: int
    doubtful: int
    missed: tuple[str, ...]
    wrong: tuple[Wrong, ...]

    @property
    def found(self) -> int:
        """The facts that were found, accepted or not."""
        return self.right + self.review


def read_back(key: Key) -> Outcome:
    """Make the document and judge what the pipeline reads from it."""
    specimen = make(key)
    return judge(specimen, findings_of(specimen))


def findings_of(specimen: Specimen) -> tuple[Row, ...]:
    """Read and extract a document; return the rows that ``ikp extract`` would print."""
    return findings_in(specimen.data, name=f"dokumen{FORMATS[specimen.key.format].suffix}")


def findings_in(data: bytes, *, name: str) -> tuple[Row, ...]:
    """Return the rows of a document; its name without the ending is ``dokumen``."""
    return rows_of(read(data, name=name, sha256=hashlib.sha256(data).hexdigest()), name=name)


def rows_of(document: Document, *, name: str) -> tuple[Row, ...]:
    """Return the rows of a document that was read; its name without the ending is ``dokumen``."""
    extraction = extract(document, family=name, name=name, reference=_reference())
    return tuple(finding_row(finding, name=name, reference=_reference()) for finding in extraction.findings)


@cache
def _reference() -> Reference:
    return load_reference()


def judge(specimen: Specimen, rows: Sequence[Row]) -> Outcome:
    """Compare the rows with the facts of the specimen, those accepted automatically and all."""
    gold = parse_gold(specimen.gold, where=str(specimen.key))
    accepted = _evaluated(gold, (row for row in rows if row["decision"] == "auto"))
    everything = _evaluated(gold, rows)
    unborne = _unborne(accepted, gold)
    doubtful = _unborne(everything, gold)
    total = everything.total
    return Outcome(
        key=specimen.key,
        facts=total.gold,
        right=accepted.total.exact,
        review=total.exact - accepted.total.exact,
        doubtful=max(0, len(doubtful) - len(unborne)),
        missed=tuple(str(fact) for fact in everything.misses if _counts(fact)),
        wrong=tuple(_wrong(specimen.key, one, gold.facts) for one in unborne),
    )


def _unborne(judged: DocumentEvaluation, gold: GoldFile) -> list[Judged]:
    """Return what no fact bears out.

    The evaluation uses each finding once, and may take one of two editions that share a value for the other's
    where that is not found: it is right all the same.
    """
    return [
        one
        for one in judged.judged
        if one.verdict in {"wrong", "edition"}
        and _counts(one.fact)
        and not any(same(fact, one.fact) and same_edition(fact, one.fact) for fact in gold.facts)
    ]


def _evaluated(gold: GoldFile, rows: Iterable[Row]) -> DocumentEvaluation:
    return evaluate({"dokumen": gold}, rows).documents["dokumen"]


def _counts(fact: Fact) -> bool:
    return fact.kind != "unmapped"


def _wrong(key: Key, judged: Judged, gold: Sequence[Fact]) -> Wrong:
    found = judged.fact
    way, due = _blame(found, gold, edition=judged.verdict == "edition")
    return Wrong(
        key=key,
        way=way,
        read=str(found),
        rule=found.rule or "-",
        quote=found.quote,
        instead=str(due) if due else None,
    )


def _blame(found: Fact, gold: Sequence[Fact], *, edition: bool) -> tuple[Way, Fact | None]:
    """Say how a finding is wrong, and by which fact of its kind one sees it.

    The same value of another region means that the region is wrong, another value of the same region that the
    value is; with neither, or for an indicator (of which a region has many), it is invented.
    """
    alike = [fact for fact in gold if fact.kind == found.kind]
    own = [fact for fact in alike if fact.about == found.about]
    if edition:
        return "edition", next((fact for fact in own if fact.value == found.value), None)
    others = [fact for fact in alike if fact.value == found.value and fact.about != found.about]
    if found.kind != "indicator" and own:
        return "value", own[0]
    if found.kind not in {"level", "tally"} and others:
        return "region", others[0]
    return "invented", None
