"""A release in the formats that somebody wants: the CSV files as they are, Parquet and Excel made from them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO, Final

from pipeline.dataset.release.descriptor import CHECKSUMS, DESCRIPTOR, Package, as_json, checksums, content
from pipeline.errors import UsageError
from pipeline.model import Written

FORMATS: Final = ("csv", "parquet", "xlsx")
WORKBOOK: Final = "ikp.xlsx"
_PARQUET: Final = "application/vnd.apache.parquet"
_PIECE: Final = 1 << 20
_LAST: Final = frozenset({DESCRIPTOR, CHECKSUMS})

Open = Callable[[], BinaryIO]


def known(formats: Iterable[str]) -> None:
    """Raise UsageError for a format that is none of the three."""
    for name in formats:
        if name not in FORMATS:
            raise UsageError(
                f"{name!r} is no format of the tables", where="export", remedy=f"choose from {', '.join(FORMATS)}"
            )


def in_formats(files: Mapping[str, Open], formats: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a release that are made for these formats, by name; the descriptor and checksums last.

    ``files`` opens those of the release as it was published. What is not yielded and not a CSV table is given as
    it is (see ``kept``). The same release gives the same bytes. Raises UsageError for an unknown format.
    """
    known(formats)
    if tuple(formats) == ("csv",):
        return
    from pipeline.dataset.release.frames import parquet_bytes, workbook_bytes  # noqa: PLC0415 -- pandas takes a second

    package: Package = json.loads(_bytes(files[DESCRIPTOR]))
    tables = [one for one in package["resources"] if "schema" in one]
    resources: list[Package] = list(tables) if "csv" in formats else []
    made: dict[str, Written] = {}
    if "parquet" in formats:
        for one in tables:
            with files[one["path"]]() as file:
                data = parquet_bytes(file, one["schema"]["fields"])
            name = f"{one['name']}.parquet"
            made[name] = written_as(data)
            resources.append(_as_parquet(one, name, made[name]))
            yield name, data
    if "xlsx" in formats:
        data = workbook_bytes(package, files)
        made[WORKBOOK] = written_as(data)
        yield WORKBOOK, data
    others = [one for one in package["resources"] if "schema" not in one]
    described = as_json({**package, "resources": [*resources, *others]})
    yield DESCRIPTOR, described
    made[DESCRIPTOR] = written_as(described)
    yield CHECKSUMS, checksums({**{name: _hashed(files[name]) for name in kept(files, formats)}, **made})


def kept(files: Iterable[str], formats: Sequence[str]) -> tuple[str, ...]:
    """Return the names of those files of a release that are given as they are, in their order."""
    csv = "csv" in formats
    made = frozenset() if tuple(formats) == ("csv",) else _LAST
    return tuple(name for name in files if name not in made and (csv or not name.endswith(".csv")))


def _as_parquet(resource: Package, path: str, file: Written) -> Package:
    """Return a table's resource as that of its Parquet file, whose size no validator of packages can count."""
    plain = {name: value for name, value in resource.items() if name not in {"profile", "encoding", "bytes"}}
    schema = resource["schema"]
    if "foreignKeys" in schema:
        schema = {**schema, "foreignKeys": [_to_parquet(one) for one in schema["foreignKeys"]]}
    return {
        **plain,
        "name": f"{resource['name']}-parquet",
        "path": path,
        "format": "parquet",
        "mediatype": _PARQUET,
        "hash": content(file)["hash"],
        "schema": schema,
    }


def _to_parquet(key: Package) -> Package:
    """Return a foreign key that leads to the Parquet file of the table, for the CSV need not be there."""
    return {**key, "reference": {**key["reference"], "resource": f"{key['reference']['resource']}-parquet"}}


def _bytes(opened: Open) -> bytes:
    with opened() as file:
        return file.read()


def _hashed(opened: Open) -> Written:
    digest, size = hashlib.sha256(), 0
    with opened() as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            size += len(piece)
    return Written(size=size, sha256=digest.hexdigest())


def written_as(data: bytes) -> Written:
    """Return what is known of a file that has these bytes."""
    return Written(size=len(data), sha256=hashlib.sha256(data).hexdigest())
