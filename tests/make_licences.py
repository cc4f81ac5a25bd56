"""List the licences of every package that ikp can bring with it: the tables of LICENSES.md.

    python tests/make_licences.py

Names and versions are those of requirements.lock, licences those that the installed packages declare. What they do not
declare, or what is not installed here, is looked up by hand in the package itself and noted in ``tests/licences.csv``,
with the place that tells it. What stands in LICENSES.md above the tables is written by hand and kept.
"""

from __future__ import annotations

import csv
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from itertools import product
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).resolve().parents[1]
DOCUMENT: Final = ROOT / "LICENSES.md"
LOCK: Final = ROOT / "requirements.lock"
TOLD: Final = Path(__file__).with_name("licences.csv")
TABLES: Final = "\n## Packages\n"

#: The groups of LICENSES.md: title, and the extras of pyproject.toml whose packages it lists.
GROUPS: Final = {
    "Needed to run": (),
    "Extras `dask` and `s3`": ("dask", "s3"),
    "Extra `ocr`, which is not locked (looked up on 2026-11-30)": ("ocr",),
    "Development and tests alone": ("dev",),
}
#: What pyproject.toml allows; a package that one of these asks for is listed.
MACHINES: Final = tuple(
    {"python_full_version": f"{python}.0", "python_version": python, "sys_platform": system, "os_name": name,
     "platform_system": long, "platform_python_implementation": "CPython", "implementation_name": "cpython"}
    for python, (system, name, long) in product(
        ("3.11", "3.12", "3.13"),
        (("linux", "posix", "Linux"), ("darwin", "posix", "Darwin"), ("win32", "nt", "Windows")),
    )
)  # fmt: skip

PERMISSIVE: Final = frozenset({
    "0BSD", "Apache-2.0", "Artistic-1.0-Perl", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT",
    "MIT-0", "MIT-CMU", "PSF-2.0", "Zlib",
})  # fmt: skip
COPYLEFT: Final = frozenset({"GPL-2.0-only", "GPL-2.0-or-later", "LGPL-2.1-or-later", "MPL-1.1", "MPL-2.0"})
"""Licences that were judged, by SPDX identifier. A new one is added after the head of LICENSES.md speaks of it."""
SPOKEN: Final = {
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd 2-clause license": "BSD-2-Clause",
    "isc license (iscl)": "ISC",
    "isc license": "ISC",
    "mit licence": "MIT",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "the bsd 2-clause license": "BSD-2-Clause",
    "the mit license (mit)": "MIT",
}
"""How packages name their licence where they give no SPDX expression."""
_ENDORSED: Final = re.compile(r"neither\s+the\s+names?\b|may\s+not\s+be\s+used\s+to\s+endorse", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a table: a package, its version, and its licence as an SPDX expression."""

    name: str
    version: str
    licence: str


def locked(lock: str) -> list[tuple[str, str]]:
    r"""Return name and version of every entry of a lock; a package that has two versions has two.

    >>> locked("numpy==2.4 ; python_full_version < '3.12' \\\n    --hash=sha256:0\nnumpy==2.5\nSix==1.17.0")
    [('numpy', '2.4'), ('numpy', '2.5'), ('six', '1.17.0')]
    """
    found = re.findall(r"(?m)^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock)
    return [(canonicalize_name(name), version) for name, version in found]


def identifiers(expression: str) -> set[str]:
    """Return the licences that an SPDX expression names.

    >>> sorted(identifiers("MPL-2.0 AND (Apache-2.0 OR MIT)"))
    ['Apache-2.0', 'MIT', 'MPL-2.0']
    """
    return set(re.split(r" (?:AND|OR) ", re.sub(r"[()]", "", expression)))


def spdx(declared: str) -> str:
    """Return the SPDX expression that a declaration means, empty where it means none that was judged.

    >>> [spdx(text) for text in ("MIT", "MIT License", "Apache-2.0 AND MIT", "BSD", "Dual License", "")]
    ['MIT', 'MIT', 'Apache-2.0 AND MIT', '', '', '']
    """
    text = declared.strip()
    return text if identifiers(text) <= PERMISSIVE | COPYLEFT else SPOKEN.get(text.lower(), "")


def declared(package: Distribution) -> str:
    """Return the licence that an installed package declares, empty where it is not clear."""
    texts = [text for name in ("License-Expression", "License") for text in _fields(package, name)]
    classifiers = [line.split(" :: ")[-1] for line in _fields(package, "Classifier") if "License ::" in line]
    found = [known for known in map(spdx, texts) if known]
    if not found and ("BSD" in texts or classifiers == ["BSD License"]):
        return _of_bsd(package)
    if not found and len(classifiers) == 1:
        return spdx(classifiers[0])
    return found[0] if found else ""


def _fields(package: Distribution, name: str) -> list[str]:
    return package.metadata.get_all(name, [])


def _of_bsd(package: Distribution) -> str:
    """Return which of the BSD licences a package's own licence file is."""
    names = [path for path in package.files or () if re.match(r"(?i)licen[cs]e|copying", path.name)]
    texts = [path.read_text(encoding="utf-8-sig") for path in names if path.suffix not in {".py", ".pyc"}]
    if not any("redistribution" in text.lower() for text in texts):
        return ""
    return "BSD-3-Clause" if any(_ENDORSED.search(text) for text in texts) else "BSD-2-Clause"


def told() -> dict[str, dict[str, str]]:
    """Return the rows of ``licences.csv`` by package."""
    with TOLD.open(encoding="utf-8", newline="") as file:
        return {row["package"]: row for row in csv.DictReader(file)}


def rows_in(document: str) -> dict[str, list[Row]]:
    """Return the rows of the tables in LICENSES.md by the title of their group."""
    found: dict[str, list[Row]] = {}
    for part in document.partition(TABLES)[2].split("\n### ")[1:]:
        title, _, table = part.partition("\n")
        cells = re.findall(r"(?m)^\| ([\w.-]+) \| (\d[\w.+-]*) \| ([^|]+) \|$", table)
        found[title] = [Row(name=name, version=version, licence=licence) for name, version, licence in cells]
    return found


def needed(extras: Iterable[str]) -> set[str]:
    """Return the packages that ikp with these extras asks for, and what those ask for, as far as they are installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional: Mapping[str, list[str]] = project["optional-dependencies"]
    waiting = [Requirement(line) for line in project["dependencies"]]
    waiting += [Requirement(line) for extra in extras for line in optional[extra]]
    asked: set[tuple[str, str]] = set()
    while waiting:
        one = waiting.pop()
        name = canonicalize_name(one.name)
        for extra in ({"", *one.extras}) - {known for seen, known in asked if seen == name}:
            asked.add((name, extra))
            waiting += _asked_by(name, canonicalize_name(extra) if extra else "")
    return {name for name, _ in asked}


def _asked_by(name: str, extra: str) -> Iterator[Requirement]:
    try:
        lines = distribution(name).requires or []
    except PackageNotFoundError:
        return
    for requirement in map(Requirement, lines):
        marker = requirement.marker
        if marker is None or any(marker.evaluate({**machine, "extra": extra}) for machine in MACHINES):
            yield requirement


def grouped() -> dict[str, list[tuple[str, str]]]:
    """Return name and version of what each group lists: what the lock holds, and what it does not of the extra ocr."""
    entries = locked(LOCK.read_text(encoding="utf-8"))
    given: set[str] = set()
    groups: dict[str, list[tuple[str, str]]] = {}
    for title, extras in GROUPS.items():
        wanted = needed(extras) - given
        given |= wanted
        groups[title] = [entry for entry in entries if entry[0] in wanted]
    groups[_title("ocr")] += [(name, row["version"]) for name, row in told().items() if row["version"]]
    rest = {entry for entry in entries if entry[0] not in given}
    if rest:
        sys.exit(f"the lock holds what nothing asks for: {sorted(rest)}; run make lock")
    return groups


def _title(extra: str) -> str:
    return next(title for title, extras in GROUPS.items() if extra in extras)


def licence_of(name: str, version: str, standing: Mapping[tuple[str, str], str]) -> str:
    """Return the licence of a package: as looked up by hand, as installed, or as it stands in LICENSES.md."""
    if name in told():
        return told()[name]["licence"]
    try:
        package = distribution(name)
        found = (
            declared(package) if package.version == version else standing.get((name, version), declared(package))
        )
    except PackageNotFoundError:
        found = standing.get((name, version), "")
    if not found:
        sys.exit(f"{name} {version} does not say its licence: look it up and add a row to {TOLD.name}")
    return found


def tables(standing: Mapping[tuple[str, str], str]) -> str:
    """Return the tables of LICENSES.md."""
    parts = [TABLES]
    for title, entries in grouped().items():
        lines = [f"| {name} | {version} | {licence_of(name, version, standing)} |" for name, version in entries]
        parts.append(
            "\n".join(
                ["", f"### {title}", "", "| package | version | licence |", "| --- | --- | --- |", *lines, ""]
            )
        )
    return "".join(parts)


def main() -> None:
    """Write the tables of LICENSES.md anew."""
    document = DOCUMENT.read_text(encoding="utf-8")
    standing = {(row.name, row.version): row.licence for rows in rows_in(document).values() for row in rows}
    DOCUMENT.write_text(document.partition(TABLES)[0] + tables(standing), encoding="utf-8", newline="\n")
    print(f"{DOCUMENT.name}: {sum(map(len, grouped().values()))} packages")  # noqa: T201 - says what it did


if __name__ == "__main__":
    main()
