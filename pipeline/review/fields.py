"""Fields of findings as texts: how a value is written down in a decision, read back, compared and checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Final, get_args

from pipeline.decision import SUBJECT_FIELDS, VALUE_FIELDS, Decision
from pipeline.errors import UsageError
from pipeline.model import CATEGORIES, Basis, Finding, Status, TallyLevel
from pipeline.reference.types import Reference

MOST_LABEL: Final = 500  # characters
_INTEGERS: Final = frozenset({"rank", "n", "count", "indicator"})


def text_of(finding: Finding, field: str) -> str | None:
    """Return what a finding says of a field, None where it says nothing."""
    value = getattr(finding, field)
    return None if value is None else str(value)


def same(field: str, one: str | None, other: str | None) -> bool:
    """Tell whether two texts of a field mean the same; numbers are compared as numbers.

    >>> same("score", "77.7", "77.70"), same("score", "77.7", "77.71"), same("rank", None, "1")
    (True, False, False)
    """
    if one is None or other is None or field != "score":
        return one == other
    return Decimal(one) == Decimal(other)


def stated_fields(finding: Finding) -> tuple[str, ...]:
    """Return the fields that a finding states; an issue outside the catalog states that it has no number."""
    fields = VALUE_FIELDS[finding.type]
    stated = tuple(name for name in fields if getattr(finding, name) is not None)
    return stated if finding.type != "indicator" or finding.indicator else ("indicator", *stated)


def editable_fields(finding: Finding) -> tuple[str, ...]:
    """Return the fields that a person may correct, those that it is known by first."""
    about = {
        "score": ("region_code", "edition", "basis"),
        "category": ("region_code", "edition"),
        "dimension_score": ("region_code", "edition", "dimension"),
        "indicator": ("region_code", "edition", "label"),
        "tally": ("scope_code", "edition", "level", "category"),
        "mitigation": ("region_code", "edition"),
    }[finding.type]
    return (*about, *VALUE_FIELDS[finding.type])


def with_field(finding: Finding, field: str, text: str | None) -> Finding:
    """Return the finding with another value of one field. Raises ValueError for a text that is no such value."""
    value: object = text
    if text is not None and field in _INTEGERS:
        value = int(text)
    elif text is not None and field == "score":
        value = _number(text)
    changed = replace(finding, **{field: value})  # type: ignore[arg-type]
    if field == "status" and text is None:
        return replace(changed, status="reported")  # an event that is not denied or possible is reported
    return changed


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise ValueError(f"{text!r} is no number") from error


def checked(field: str, text: str, reference: Reference) -> str:
    """Return what a person typed for a field as it is written down. Raises UsageError for what cannot be.

    A score may have a decimal comma; a region may be given by code, an indicator by number.
    """
    text = text.strip()
    check = _CHECKS.get(field)
    if check is None:
        raise UsageError(f"has no field {field!r}", where="a finding", remedy=f"use one of {', '.join(_CHECKS)}")
    good = check(text, reference)
    if good is None:
        raise UsageError(f"{text!r} is no {field}", where="the decision", remedy=_REMEDIES[field])
    return good


def problem(line: Decision) -> str | None:
    """Return what is wrong with a line of the log that no person can have said, None where nothing is.

    Tables change: a region or an edition that is not known any more is none of that.
    """
    if line.verb == "undo":
        return None
    if line.seen is None:
        return "it shows no finding"
    if line.field not in editable_fields(line.seen):
        return f"a {line.seen.type} has no field {line.field!r}"
    if line.of < 1:
        return f"a batch of {line.of} lines"
    for text in (line.before, line.after):
        if text is not None and not _readable(line.field, text):
            return f"{text[:40]!r} is no {line.field}"
    return None


def _readable(field: str, text: str) -> bool:
    if field in _INTEGERS:
        return text.isascii() and text.removeprefix("-").isdigit() and len(text) <= 18
    if field == "score":
        try:
            return len(text) <= 40 and Decimal(text).is_finite()
        except InvalidOperation:
            return False
    return field not in _NAMED or text in _NAMED[field]


_NAMED: Final[Mapping[str, tuple[str, ...]]] = {
    "category": CATEGORIES,
    "status": get_args(Status),
    "basis": get_args(Basis),
    "level": get_args(TallyLevel),
}
"""Fields whose values are given by the model; those of others by tables, which change."""


def _score(text: str, _: Reference) -> str | None:
    try:
        value = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
    good = value.is_finite() and not value.is_signed() and value <= 100
    return f"{value:f}" if good else None


def _count(least: int, most: int | None = None) -> Callable[[str, Reference], str | None]:
    def check(text: str, _: Reference) -> str | None:
        if not text.isascii() or not text.isdigit() or len(text) > 9:
            return None
        return str(int(text)) if least <= int(text) and (most is None or int(text) <= most) else None

    return check


def _one_of(names: tuple[str, ...]) -> Callable[[str, Reference], str | None]:
    return lambda text, _: text if text in names else None


def _label(text: str, _: Reference) -> str | None:
    return " ".join(text.split())[:MOST_LABEL] or None


def _region(text: str, reference: Reference) -> str | None:
    return text if text in reference.regions else None


_CHECKS: Final[Mapping[str, Callable[[str, Reference], str | None]]] = {
    "score": _score,
    "category": _one_of(_NAMED["category"]),
    "rank": _count(1),
    "indicator": _count(1, 61),
    "status": _one_of(_NAMED["status"]),
    "count": _count(0),
    "n": _count(0),
    "label": _label,
    "region_code": _region,
    "scope_code": _region,
    "edition": lambda text, reference: text if text in reference.editions else None,
    "basis": _one_of(_NAMED["basis"]),
    "dimension": lambda text, reference: text if text in reference.dimensions else None,
    "level": _one_of(_NAMED["level"]),
}

_REMEDIES: Final[Mapping[str, str]] = {
    "score": "give a number from 0 to 100",
    "category": "give tinggi, sedang or rendah",
    "rank": "give a number from 1",
    "indicator": "give a number from 1 to 61",
    "status": "give reported, potential, denied or historical",
    "count": "give a number from 0",
    "n": "give a number from 0",
    "label": "give a text",
    "region_code": "give a code of regions.csv, as 36.73",
    "scope_code": "give a code of regions.csv, as 36",
    "edition": "give an id of editions.csv, as ikp_2024",
    "basis": "give provinsi or agregat_kabkota",
    "dimension": "give a key of dimensions.csv",
    "level": "give province, regency_city, district or polling_station",
}

assert {name for names in VALUE_FIELDS.values() for name in names} | {*SUBJECT_FIELDS} == {*_CHECKS}  # noqa: S101
