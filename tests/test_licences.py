"""LICENSES.md names every package that can come along, and every licence in it was judged."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, version

from make_licences import (
    COPYLEFT,
    DOCUMENT,
    GROUPS,
    LOCK,
    PERMISSIVE,
    TABLES,
    Row,
    identifiers,
    licence_of,
    locked,
    rows_in,
    told,
)

TEXT = DOCUMENT.read_text(encoding="utf-8")
ROWS: list[Row] = [row for rows in rows_in(TEXT).values() for row in rows]


def test_every_locked_package_stands_in_it_once() -> None:
    unlocked = [(name, row["version"]) for name, row in told().items() if row["version"]]
    listed = [(row.name, row.version) for row in ROWS]
    assert sorted(listed) == sorted([*locked(LOCK.read_text(encoding="utf-8")), *unlocked]), "run make licences"
    assert list(rows_in(TEXT)) == list(GROUPS)


def test_every_licence_was_judged() -> None:
    assert {row.name: row.licence for row in ROWS if not identifiers(row.licence) <= PERMISSIVE | COPYLEFT} == {}


def test_every_package_with_copyleft_is_spoken_of_with_its_licence() -> None:
    copyleft = [row for row in ROWS if identifiers(row.licence) & COPYLEFT]
    assert len(copyleft) > 5
    spoken = dict(re.findall(r"(?m)^\| (\S+) \| (.+?) \|", TEXT.partition(TABLES)[0]))
    assert [row for row in copyleft if row.name not in spoken] == []
    named = {
        row.name: [one for one in identifiers(row.licence) & COPYLEFT if one not in spoken[row.name]]
        for row in copyleft
    }
    assert {name: missing for name, missing in named.items() if missing} == {}


def test_nothing_that_is_needed_to_run_leaves_copyleft_alone_but_mpl() -> None:
    needed = rows_in(TEXT)["Needed to run"]
    strict = {row.name for row in needed if identifiers(row.licence) & (COPYLEFT - {"MPL-2.0"})}
    assert strict == {"pywin32", "text-unidecode", "tld"}  # a choice of several; adodbapi, on Windows alone


def test_what_is_installed_declares_the_licence_that_is_listed() -> None:
    here = [row for row in ROWS if installed(row.name) == row.version]
    assert len(here) > 150
    assert {row.name: licence_of(row.name, row.version, {}) for row in here} == {
        row.name: row.licence for row in here
    }


def installed(name: str) -> str:
    """Return the version of an installed package, empty where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
