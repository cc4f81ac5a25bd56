"""datapackage.json and SHA256SUMS: what the files of a release are, for programs; and the name of a release."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, TypeAlias

from pipeline.dataset.picture import drawing as picture
from pipeline.dataset.release.cited import AUTHOR, TITLE, citation
from pipeline.dataset.release.notes import Release
from pipeline.dataset.tables.columns import AnyTable, Column, Refers, Rules
from pipeline.dataset.types import Dataset
from pipeline.model import Written
from pipeline.reference.kamus import Kamus, said

DESCRIPTOR: Final = "datapackage.json"
CHECKSUMS: Final = "SHA256SUMS"
INDONESIAN: Final = "description_id"
"""The property of a table or field that says in Indonesian what its description says in English."""
NAME: Final = "ikp-indonesia"
KEYWORDS: Final = ("Indonesia", "elections", "pemilu", "pilkada", "Bawaslu", "Indeks Kerawanan Pemilu", "IKP")
ABOUT: Final = (
    "Scores, categories, ranks, indicators and tallies of Bawaslu's mappings of election vulnerability, as "
    "releases and news reports state them, each with the words it was read from. Scores of two editions must "
    "not be compared; scores.csv holds all levels and editions: filter edition, region_level and basis before you "
    "count. METHOD.md tells how values come about and what they can bear, CODEBOOK.md what every "
    "column means."
)
LICENCE: Final = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
SOURCES: Final = (
    "Releases of Bawaslu (Badan Pengawas Pemilihan Umum) and its provincial and local offices, and news reports "
    "on them; each file is listed in documents.csv. Names of regions and indicators, cuts of the editions and "
    "official figures come from the project's reference tables."
)
_OTHERS: Final[Mapping[str, tuple[str, str, str]]] = {
    picture.FILE: ("overview", picture.TITLE, "image/svg+xml"),
    "CODEBOOK.md": ("codebook", "The meaning of every column", "text/markdown"),
    "METHOD.md": ("method", "How values come about, what they can bear, how to cite them", "text/markdown"),
    "METODE.md": ("metode", "The same in Indonesian", "text/markdown"),
    "RELEASE.md": ("release", "What changed since the last release", "text/markdown"),
    "report.html": ("report", "The dataset as a page to look at", "text/html"),
}
"""Files that are no tables: name, title and media type of each."""

Package: TypeAlias = dict[str, Any]
"""A Frictionless Data Package: JSON whose shape that standard says."""


def data_day(dataset: Dataset) -> date | None:
    """Return the day of the newest input: when a document was fetched or, where none was, published or told of."""
    documents = [one for one in dataset.documents if one.status == "read"]
    fetched = [one.retrieved for one in documents if one.retrieved is not None]
    own = [one.day for one in documents if one.day is not None]
    return max(fetched or own, default=None)


def version_of(files: Mapping[str, Written], day: date | None) -> str:
    """Return the name of a release: the day of its newest input, and a hash of its tables and codebook.

    The same input and code have the same version, wherever and whenever it is made.
    """
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{files[name].sha256}  {name}\n".encode())
    return f"{day or 'undated'}-{digest.hexdigest()[:8]}"


def descriptor(files: Mapping[str, Written], tables: Sequence[AnyTable], release: Release, kamus: Kamus) -> bytes:
    """Return the Data Package descriptor of the files: tables with types, rules and keys, then all others.

    ``kamus`` has the Indonesian words. It holds no time stamp: the same files give the same descriptor.
    """
    resources = [
        _table(table, files[f"{table.name}.csv"], kamus) for table in tables if f"{table.name}.csv" in files
    ]
    resources += [_other(name, files[name]) for name in _OTHERS if name in files]
    package: Package = {
        "profile": "data-package",
        "name": NAME,
        "title": TITLE,
        "version": release.version,
        "description": ABOUT if release.notice is None else f"{ABOUT} {release.notice[0]}",
        "keywords": list(KEYWORDS),
        "contributors": [{"title": AUTHOR, "role": "author"}],
        "citation": citation(release.version, release.data_day)[0],
        "licenses": [LICENCE],
        "sources": [{"title": SOURCES}],
        "resources": resources,
    }
    return as_json(package)


def as_json(package: Package) -> bytes:
    """Return the descriptor as it is written."""
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def checksums(files: Mapping[str, Written]) -> bytes:
    """Return SHA256SUMS, which ``sha256sum -c`` checks."""
    return "".join(f"{files[name].sha256}  {name}\n" for name in sorted(files)).encode()


def _table(table: AnyTable, file: Written, kamus: Kamus) -> Package:
    schema: Package = {"fields": [_field(table, column, kamus) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.refers:
        schema["foreignKeys"] = [_reference(one) for one in table.refers]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "title": table.title,
        "description": table.about,
        INDONESIAN: said(kamus, table.name) or "",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **content(file),
        "schema": schema,
    }


def _other(path: str, file: Written) -> Package:
    name, title, mediatype = _OTHERS[path]
    ending = path.rpartition(".")[2]
    return {"name": name, "path": path, "title": title, "format": ending, "mediatype": mediatype, **content(file)}


def content(file: Written) -> Package:
    """Return what a descriptor says of the bytes of a file."""
    return {"bytes": file.size, "hash": f"sha256:{file.sha256}"}


def _reference(refers: Refers) -> Package:
    return {"fields": [refers.column], "reference": {"resource": refers.table, "fields": [refers.to]}}


def _field(table: AnyTable, column: Column[object], kamus: Kamus) -> Package:
    field: Package = {
        "name": column.name,
        "type": column.kind,
        "description": column.about,
        INDONESIAN: said(kamus, table.name, column.name) or "",
    }
    rules = constraints(column.rules)
    return {**field, "constraints": rules} if rules else field


def constraints(rules: Rules) -> Package:
    """Return the rules of a column as Table Schema names them."""
    found: Package = {"required": True} if rules.required else {}
    if rules.one_of:
        found["enum"] = list(rules.one_of)
    if rules.pattern:
        found["pattern"] = rules.pattern
    if rules.least is not None:
        found["minimum"] = rules.least
    if rules.most is not None:
        found["maximum"] = rules.most
    return found
