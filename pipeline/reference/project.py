"""The corrections of one project: phrases of which a person said what they mean, in every document.

They are given, not computed, so they live in the corpus, as a table that a person can read and edit. A row goes
before whatever the package's own tables say of its wording, and the last of several rows of one wording holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final, Literal

from pipeline.errors import TableError
from pipeline.reference.load import load_reference, wording_key
from pipeline.reference.table import Row, read_rows
from pipeline.reference.types import ProjectAlias, Reference, RegionLevel

NEEDED: Final = ("kind", "phrase", "means")
REMARKS: Final = ("author", "quote", "document", "at", "note")

PREFIXES: Final[Mapping[str, RegionLevel]] = {
    "kabupaten": "regency",
    "kab": "regency",
    "kota": "city",
    "kotamadya": "city",
    "provinsi": "province",
    "propinsi": "province",
    "prov": "province",
}
"""Words before a name that say which of several regions of that name is meant."""

_KINDS: Final[tuple[Literal["indicator", "region"], ...]] = ("indicator", "region")


def parse_aliases(text: str, *, where: str, plain: Callable[[str], str] = str) -> tuple[ProjectAlias, ...]:
    """Return the rows of a table of corrections, in its order; ``plain`` undoes what was done to a written text.

    ``where`` names the file. Raises TableError with line and remedy: a missing or unknown column, an unknown
    indicator or region, a phrase without letters, one that is the full name of another region.
    """
    rows = read_rows(text, table=where, columns=NEEDED, notes=REMARKS, strange="remove it")
    return tuple(_parsed(row, plain) for row in rows)


def _parsed(row: Row, plain: Callable[[str], str]) -> ProjectAlias:
    alias = ProjectAlias(
        kind=row.choice("kind", _KINDS),
        phrase=plain(row.text("phrase")),
        means=row.text("means"),
        **{name: plain(row.cells.get(name, "")) for name in REMARKS},
        line=row.line,
    )
    try:
        return checked(alias)
    except TableError as wrong:
        raise TableError(wrong.what, where=f"{row.table} line {row.line}", remedy=wrong.remedy) from wrong


def checked(alias: ProjectAlias, where: str = "the alias") -> ProjectAlias:
    """Return a correction with single blanks, if it can hold. Raises TableError, see ``parse_aliases``."""
    tidy = _tidied(alias)
    if not any(char.isalpha() for char in tidy.key):
        raise TableError(f"{tidy.phrase!r} has no letters", where=where, remedy="give words of the document")
    reference = load_reference()
    if tidy.kind == "indicator":
        if tidy.means not in {str(number) for number in reference.indicators}:
            raise TableError(f"{tidy.means!r} is no indicator", where=where, remedy="give a number from 1 to 61")
    elif tidy.means not in reference.regions:
        raise TableError(f"{tidy.means!r} is no region", where=where, remedy="give a code such as 36.73")
    else:
        _check_full_name(tidy, reference, where)
    return tidy


def _tidied(alias: ProjectAlias) -> ProjectAlias:
    return replace(
        alias,
        phrase=_one_line(alias.phrase),
        means=_one_line(alias.means),
        author=_one_line(alias.author),
        quote=_one_line(alias.quote),
        document=_one_line(alias.document),
        at=_one_line(alias.at),
        note=_one_line(alias.note),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _check_full_name(alias: ProjectAlias, reference: Reference, where: str) -> None:
    """Raise TableError where "Kabupaten Serang" is to mean another region: what a prefix says always holds."""
    first, _, rest = alias.key.partition(" ")
    level = PREFIXES.get(first)
    bearers = {
        region.code
        for region in reference.regions.values()
        if region.level == level and rest == wording_key(region.short)
    }
    if bearers and alias.means not in bearers:
        raise TableError(
            f"{alias.phrase!r} is the full name of another region ({min(bearers)})",
            where=where,
            remedy="give the name without its prefix, or correct the code",
        )


def in_effect(rows: Iterable[ProjectAlias]) -> tuple[ProjectAlias, ...]:
    """Return the rows that hold, without their remarks, in an order that does not depend on theirs."""
    last = {(row.kind, row.key): row for row in rows}
    return tuple(
        ProjectAlias(kind=row.kind, phrase=row.phrase, means=row.means) for _, row in sorted(last.items())
    )


def overridden(rows: Iterable[ProjectAlias]) -> tuple[tuple[ProjectAlias, ProjectAlias], ...]:
    """Return each row that a later one of the same wording puts out of force, with the one that holds."""
    rows = tuple(rows)
    last = {(row.kind, row.key): row for row in rows}
    return tuple((row, last[row.kind, row.key]) for row in rows if row is not last[row.kind, row.key])


def digest(rows: Iterable[ProjectAlias]) -> str:
    """Hash what the rows mean, empty for none: remarks, order and rows out of force make no difference."""
    meant = in_effect(rows)
    text = "\n".join(f"{row.kind}\t{row.phrase}\t{row.means}" for row in meant)
    return hashlib.sha256(text.encode()).hexdigest() if meant else ""


def reference_with(rows: Iterable[ProjectAlias]) -> Reference:
    """Return the package's tables with these corrections, built once for the same corrections.

    A wording of a correction is no longer that of an alias or of a known issue outside the catalog; how it goes
    before names is for ``extract`` to see (``Reference.project``).
    """
    return _merged(in_effect(rows))


@lru_cache(maxsize=4)
def _merged(rows: tuple[ProjectAlias, ...]) -> Reference:
    return with_corrections(load_reference(), rows)


def with_corrections(reference: Reference, rows: tuple[ProjectAlias, ...]) -> Reference:
    """Return tables with corrections in force, see ``reference_with``."""
    if not rows:
        return reference
    own = {row.key for row in rows if row.kind == "indicator"}
    issues = (
        replace(issue, wordings=tuple(text for text in issue.wordings if wording_key(text) not in own))
        for issue in reference.known_issues
    )
    return replace(
        reference,
        indicator_aliases=tuple(row for row in reference.indicator_aliases if wording_key(row.wording) not in own),
        known_issues=tuple(issue for issue in issues if issue.wordings),
        project=rows,
    )


def package_reading(alias: ProjectAlias) -> tuple[str, ...]:
    """Return what the package's tables say of the wording: indicator numbers, an issue's name, or region codes."""
    reference = load_reference()
    if alias.kind == "region":
        named = [region.code for region in reference.regions.values() if wording_key(region.short) == alias.key]
        named += [row.code for row in reference.region_aliases if wording_key(row.alias) == alias.key]
        return tuple(sorted(set(named)))
    for indicator in reference.indicators.values():
        if alias.key in {wording_key(name) for name in (indicator.name, indicator.official_name) if name}:
            return (str(indicator.number),)
    for row in reference.indicator_aliases:
        if wording_key(row.wording) == alias.key:
            return tuple(map(str, (row.number, *row.also)))
    return tuple(
        issue.issue
        for issue in reference.known_issues
        if alias.key in {wording_key(wording) for wording in issue.wordings}
    )


def named(alias: ProjectAlias) -> str:
    """Return what a correction means in words: ``54 (Politik uang)`` or ``Kota Serang (36.73)``."""
    reference = load_reference()
    if alias.kind == "region":
        return f"{reference.regions[alias.means].name} ({alias.means})"
    return f"indicator {alias.means} ({reference.indicators[int(alias.means)].name})"
