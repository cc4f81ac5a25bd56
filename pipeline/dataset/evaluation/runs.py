"""Evaluations kept in a file, and what changed since: losses first, then gains.

A run is kept as JSON lines, one a fact, sorted, so that two runs can be compared by any tool.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from pipeline.dataset.evaluation.evaluate import DocumentEvaluation, Evaluation
from pipeline.dataset.evaluation.gold import Fact
from pipeline.errors import TableError

Verdict: TypeAlias = Literal["right", "edition", "missed", "invented", "optional"]
_DUE = frozenset({"right", "edition", "missed"})
_KEYS = ("document", "kind", "about", "value", "edition")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One fact of a run: a gold fact that was found (``right``, or ``edition``: with another one) or ``missed``.

    Or a found fact that gold does not have: ``invented`` or ``optional``. ``key`` is all that the fact says, as
    JSON; ``rule``, ``confidence`` and ``decision`` are those of the finding.
    """

    document: str
    kind: str
    key: str
    verdict: Verdict
    rule: str | None
    confidence: float | None
    decision: Literal["auto", "review"] | None


Run: TypeAlias = Mapping[tuple[str, bool], Line]
"""The lines of a run by what they say, facts of gold apart from those that gold does not have."""


def dump_run(evaluation: Evaluation) -> str:
    """Return an evaluation as JSON lines in a fixed order."""
    lines = [
        {**row, "verdict": verdict, **_finding(found)}
        for name, document in evaluation.documents.items()
        for row, verdict, found in _facts(name, document)
    ]
    return "".join(sorted(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))


def _facts(name: str, document: DocumentEvaluation) -> Iterator[tuple[dict[str, object], Verdict, Fact | None]]:
    for miss in document.misses:
        yield _said(name, miss), "missed", None
    for one in document.judged:
        if one.due is not None:
            yield _said(name, one.due), "right" if one.verdict == "exact" else "edition", one.fact
        else:
            yield _said(name, one.fact), "optional" if one.verdict == "optional" else "invented", one.fact


def _said(name: str, fact: Fact) -> dict[str, object]:
    return dict(zip(_KEYS, (name, fact.kind, list(fact.about), fact.value, fact.edition), strict=True))


def _finding(fact: Fact | None) -> dict[str, object]:
    if fact is None:
        return {"rule": None, "confidence": None, "decision": None}
    decision = "auto" if fact.accepted else "review"
    return {"rule": fact.rule, "confidence": fact.confidence, "decision": decision}


def parse_run(text: str, *, where: str) -> tuple[Line, ...]:
    """Read what ``dump_run`` wrote. Raises TableError for anything else; ``where`` names the file."""
    lines = []
    for number, text_line in enumerate(text.splitlines(), 1):
        try:
            row = json.loads(text_line)
            lines.append(
                Line(
                    document=str(row["document"]),
                    kind=str(row["kind"]),
                    key=json.dumps([row[key] for key in _KEYS], ensure_ascii=False),
                    verdict=cast("Verdict", row["verdict"]),
                    rule=row["rule"],
                    confidence=row["confidence"],
                    decision=row["decision"],
                )
            )
        except (ValueError, KeyError, TypeError) as error:
            raise TableError(
                "is no line of a saved evaluation",
                where=f"{where}, line {number}",
                remedy="save it anew with --save",
            ) from error
    return tuple(lines)


def changes(before: Sequence[Line], now: Sequence[Line], *, sealed: Mapping[str, bool]) -> str:
    """Return what changed between two runs as text: what was lost, what was gained, figures by kind.

    Only documents of both runs are compared; of a sealed document the facts are not told.
    """
    common = {line.document for line in before} & {line.document for line in now}
    old, new = (_keyed(line for line in run if line.document in common) for run in (before, now))
    sections = [
        ("lost: right before, missed now", _turned(old, new, {"right"}, {"missed"})),
        ("lost: right before, now with another edition", _turned(old, new, {"right"}, {"edition"})),
        ("newly invented", _came(old, new, "invented")),
        ("right still, and now for a person to confirm", _decided(old, new, "review")),
        ("newly right", _turned(old, new, {"missed", "edition"}, {"right"})),
        ("no longer invented", _came(new, old, "invented")),
        ("right as before, and now accepted automatically", _decided(old, new, "auto")),
    ]
    lines = [line for title, found in sections for line in _section(title, found, sealed)]
    alone = sorted({line.document for run in (before, now) for line in run} - common)
    if alone:
        lines.append(f"only in one of the two runs, not compared: {', '.join(alone)}")
    return "\n".join([*(lines or ["nothing changed"]), *_figures(old, new)])


def _keyed(run: Iterable[Line]) -> Run:
    return {(line.key, line.verdict in _DUE): line for line in run}


def _turned(old: Run, new: Run, was: set[str], is_: set[str]) -> list[Line]:
    pairs = [(old[key], line) for key, line in new.items() if key in old]
    return [line for before, line in pairs if before.verdict in was and line.verdict in is_]


def _came(old: Run, new: Run, verdict: str) -> list[Line]:
    had = {key for key, line in old.items() if line.verdict == verdict}
    return [line for key, line in new.items() if line.verdict == verdict and key not in had]


def _decided(old: Run, new: Run, decision: str) -> list[Line]:
    right = _turned(old, new, {"right"}, {"right"})
    return [line for line in right if line.decision == decision != old[line.key, True].decision]


def _section(title: str, found: Sequence[Line], sealed: Mapping[str, bool]) -> Iterator[str]:
    if not found:
        return
    yield f"{title}: {len(found)}"
    for line in sorted(found, key=lambda line: line.key):
        if not sealed.get(line.document):
            by = f"  [{line.rule}, {line.decision}]" if line.rule else ""
            yield f"    {line.document}: {line.kind} {_words(line.key)}{by}"
    hidden = Counter(line.document for line in found if sealed.get(line.document))
    yield from (f"    {name}: {n}, sealed" for name, n in sorted(hidden.items()))


def _words(key: str) -> str:
    """Put the key of a fact into words.

    >>> _words('["a", "score", ["36"], 66.53, "ikp_2024"]')
    '36 = 66.53 (ikp_2024)'
    """
    _, _, about, value, edition = json.loads(key)
    named = " ".join("-" if part is None else str(part) for part in about)
    return f"{named} = {value} ({edition or 'no edition'})"


def _figures(old: Run, new: Run) -> Iterator[str]:
    before, now = (Counter((line.kind, line.verdict) for line in run.values()) for run in (old, new))
    yield f"{'fact':10} {'right':>13} {'missed':>13} {'invented':>13}"
    for kind in dict.fromkeys(kind for kind, _ in sorted(before.keys() | now.keys())):
        cells = [
            f"{before[kind, verdict]:5} ->{now[kind, verdict]:5}" for verdict in ("right", "missed", "invented")
        ]
        yield f"{kind:10} " + " ".join(f"{cell:>13}" for cell in cells)
