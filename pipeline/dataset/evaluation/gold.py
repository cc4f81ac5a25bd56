"""Facts that can be compared, from gold files and from printed findings.

A finding states up to two facts: a score with its category is a score and a level.

- level: region, category; score: region, score to the second decimal; dimension: region, dimension, and its
  score, else category, else rank; indicator: region, number (or one that the gold file lists as ``alt``);
- unmapped: region, and two words in five in common; tally: scope, level, category, count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal, TypeAlias, cast, get_args

from pipeline.errors import TableError
from pipeline.model import CATEGORIES, TallyLevel

Kind = Literal["level", "score", "dimension", "indicator", "unmapped", "tally", "mitigation"]
KINDS: tuple[Kind, ...] = ("level", "score", "dimension", "indicator", "unmapped", "tally")
"""The kinds that are compared one by one; gold files only say how many mitigations there are."""

HELD_BACK = "held_back.txt"
"""Names the annotated documents of a folder, or of those beside it, that rules and tables are not fitted to."""

Row: TypeAlias = Mapping[str, object]

# Values are rounded to two decimals before they are compared: one unit of the last, and room for binary fractions.
_SCORE_TOLERANCE = 0.011
_WORD_OVERLAP = 0.4
_GOLD_TYPES = ("score", "category", "dimension_score", "indicator", "indicator_unmapped", "tally")
_SILENT_DIMENSION_WORDS = frozenset({"dimensi", "subdimensi", "konteks", "tahapan", "dan"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One comparable statement.

    ``about`` is the region or scope, then what else must be equal; ``value`` is compared by the rule of its kind.
    ``optional``, ``alternatives`` (other indicator numbers) and ``editions`` (other editions that are right too)
    come from gold; the others from an extracted finding: its ``type`` (``issue`` for an indicator without a
    number), ``rule``, ``confidence``, ``quote``, and whether it was ``accepted`` without a person.
    """

    kind: Kind
    about: tuple[object, ...]
    value: object
    edition: str | None
    optional: bool = False
    alternatives: tuple[int, ...] = ()
    editions: tuple[str, ...] = ()
    type: str = ""
    rule: str | None = None
    confidence: float | None = None
    accepted: bool = False
    quote: str = ""

    def __str__(self) -> str:
        """One line for a person: ``score 36.01 = 77.73 (ikp_2024)``."""
        about = " ".join("-" if part is None else str(part) for part in self.about)
        return f"{self.kind} {about} = {self.value} ({self.edition or 'no edition'})"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFile:
    """A gold file: its facts, what it says of the document (may be empty), how many mitigations (may be None)."""

    facts: tuple[Fact, ...]
    document: Row
    mitigations: int | None


def stem_of(name: str) -> str:
    """Return the name under which a document and its gold file meet.

    >>> stem_of("rilis/sulsel.pdf"), stem_of("sulsel.gold.json")
    ('sulsel', 'sulsel')
    """
    last = PurePosixPath(name).name
    return last.removesuffix(".gold.json") if last.endswith(".gold.json") else PurePosixPath(last).stem


def parse_gold(text: str, *, where: str) -> GoldFile:
    """Read a gold file (JSON as ``corpus/samples/README.md`` describes it). ``where`` names it in errors.

    Raises TableError for damaged JSON, an unknown type or category, or an indicator outside 1 to 61.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise TableError(
            f"is not JSON: {error}", where=where, remedy="repair or regenerate the gold file"
        ) from error
    findings = data.get("findings") if isinstance(data, dict) else None
    if not isinstance(findings, list) or not all(isinstance(finding, dict) for finding in findings):
        raise TableError("has no list of findings", where=where, remedy='add "findings": [...]')
    for number, finding in enumerate(findings, 1):
        if problem := _gold_problem(finding):
            raise TableError(problem, where=f"{where}, finding {number}", remedy="correct the gold file")
    return GoldFile(
        facts=tuple(fact for finding in findings for fact in facts_of(finding)),
        document=data.get("document") or {},
        mitigations=data.get("mitigations"),
    )


def _gold_problem(finding: Row) -> str | None:
    kind, number = finding.get("type"), finding.get("indicator")
    if kind not in _GOLD_TYPES:
        return f"type {kind!r} is none of {', '.join(_GOLD_TYPES)}"
    if finding.get("category") not in (None, *CATEGORIES):
        return f"category {finding.get('category')!r} is none of {', '.join(CATEGORIES)}"
    if kind == "indicator" and not (isinstance(number, int) and 1 <= number <= 61):
        return f"indicator {number!r} is not 1 to 61"
    if finding.get("score") is not None and _rounded(finding["score"]) is None:
        return f"score {finding['score']!r} is not a number"
    if kind == "tally" and not (
        isinstance(finding.get("n"), int) and finding.get("level") in get_args(TallyLevel)
    ):
        return "a tally needs n and a level (province, regency_city, district, polling_station)"
    return None


def _rounded(value: object) -> float | None:
    try:
        return round(float(cast("float", value)), 2)
    except (TypeError, ValueError):
        return None


def dimension_key(name: str | None) -> str:
    """Fold a dimension's name so that its usual ways of writing are equal.

    >>> dimension_key("Dimensi Penyelenggaraan Pemilu"), dimension_key("konteks_sosial_dan_politik")
    ('penyelenggaraan', 'sosial_politik')
    """
    words = [
        word for word in re.split(r"[\s_]+", (name or "").strip().lower()) if word not in _SILENT_DIMENSION_WORDS
    ]
    if len(words) > 1 and words[-1] == "pemilu":
        words.pop()
    return "_".join(words)


def facts_of(row: Row) -> tuple[Fact, ...]:
    """Return the facts that a gold or printed finding states: none for a mitigation, up to two for a score."""
    region, kind = row.get("region_code"), row.get("type")
    if kind in {"score", "category"}:
        level = (_fact(row, "level", (region,), row["category"]),) if row.get("category") else ()
        score = _rounded(row.get("score")) if kind == "score" else None
        return level if score is None else (*level, _fact(row, "score", (region,), score))
    if kind == "dimension_score":
        about = (region, dimension_key(cast("str | None", row.get("dimension"))))
        value = _rounded(row.get("score"))
        other = row.get("category") or ("rank", row.get("rank"))
        return (_fact(row, "dimension", about, other if value is None else value),)
    if kind == "indicator" and row.get("indicator") is not None:
        return (_fact(row, "indicator", (region,), row["indicator"]),)
    if kind in {"indicator", "indicator_unmapped"}:
        own, other_key = ("label", "text") if kind == "indicator" else ("text", "label")
        return (_fact(row, "unmapped", (region,), row.get(own) or row.get(other_key) or ""),)
    if kind == "tally":
        scope = (row.get("scope_code") or region, row.get("level"), row.get("category"))
        return (_fact(row, "tally", scope, row.get("n")),)
    return ()


def measure_of(row: Row) -> Fact | None:
    """Return a printed mitigation as a fact, None for any other finding. Gold files only count mitigations."""
    if row.get("type") != "mitigation":
        return None
    return _fact(row, "mitigation", (row.get("region_code"),), row.get("label"))


def parse_held_back(text: str) -> Mapping[str, bool]:
    r"""Read a list of held-back documents: a name without ending a line, then maybe the word "sealed"; # comments.

    Returns name -> sealed. Raises TableError for any other word.

    >>> dict(parse_held_back("# why\nalfa\nbeta sealed\n"))
    {'alfa': False, 'beta': True}
    """
    held = {}
    for number, line in enumerate(text.splitlines(), 1):
        name, *rest = line.partition("#")[0].split() or [""]
        if rest not in ([], ["sealed"]):
            raise TableError(
                f"{' '.join(rest)!r} is not understood",
                where=f"{HELD_BACK}, line {number}",
                remedy='write a name, or a name and "sealed"',
            )
        if name:
            held[name] = bool(rest)
    return held


def _fact(row: Row, kind: Kind, about: tuple[object, ...], value: object) -> Fact:
    evidence = row.get("evidence")
    confidence = row.get("confidence")
    return Fact(
        kind=kind,
        about=about,
        value=value,
        edition=cast("str | None", row.get("edition")),
        optional=bool(row.get("optional")),
        alternatives=tuple(cast("Sequence[int]", row.get("alt") or ())),
        editions=tuple(cast("Sequence[str]", row.get("edition_alt") or ())),
        type="issue" if kind == "unmapped" else str(row.get("type") or ""),
        rule=cast("str | None", row.get("rule")),
        confidence=float(confidence) if isinstance(confidence, int | float) else None,
        accepted=row.get("decision") == "auto",
        quote=str(evidence.get("quote") or "") if isinstance(evidence, Mapping) else "",
    )


def _near(gold: Fact, found: Fact) -> bool:
    if isinstance(gold.value, float) and isinstance(found.value, float):
        return abs(gold.value - found.value) < _SCORE_TOLERANCE
    return gold.value == found.value


def _same_indicator(gold: Fact, found: Fact) -> bool:
    return gold.value == found.value or found.value in gold.alternatives


def _same_words(gold: Fact, found: Fact) -> bool:
    due, got = (set(re.findall("[a-z]{3,}", str(fact.value).lower())) for fact in (gold, found))
    return bool(due) and len(due & got) / min(len(due), len(got) or 1) >= _WORD_OVERLAP


_SAME: dict[Kind, Callable[[Fact, Fact], bool]] = {
    "level": _near,
    "score": _near,
    "dimension": _near,
    "indicator": _same_indicator,
    "unmapped": _same_words,
    "tally": _near,
}


def same(gold: Fact, found: Fact) -> bool:
    """Tell whether a found fact is the gold fact of the same kind, whatever the edition."""
    return gold.about == found.about and _SAME[gold.kind](gold, found)


def same_edition(gold: Fact, found: Fact) -> bool:
    """Tell whether the editions agree; a gold fact without an edition agrees with any."""
    return gold.edition is None or gold.edition == found.edition or found.edition in gold.editions
