"""What a run replaces and the next publication will be compared with: records as published, and the tables used.

A record is kept before the first run since the last publication replaces it, so that whatever is killed after
that, what changed can still be laid to its cause. All of it goes as soon as the ledger has the differences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.account import Said, said
from pipeline.errors import StoreError
from pipeline.model import Parsed, Quarantined
from pipeline.reference.types import ProjectAlias
from pipeline.state import Versions
from pipeline.storage import results, store
from pipeline.storage.codec import decode, decode_account, decode_record, encode

if TYPE_CHECKING:
    from pipeline.storage.files import AnyPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What the published dataset was made with: versions, texts of the reference tables by name, corrections."""

    versions: Versions
    tables: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[ProjectAlias, ...] = ()


def basis_path(out: AnyPath) -> AnyPath:
    """Return where the basis of the published dataset is kept."""
    return out / "runs" / "published.basis"


def load_basis(out: AnyPath) -> Basis | None:
    """Return the basis of the published dataset, None where an earlier version left none that can be read."""
    path = basis_path(out)
    try:
        return decode(store.read_bytes(path), Basis, where=str(path)) if path.exists() else None
    except StoreError:
        return None  # then causes are not known, and nothing else suffers


def settle(out: AnyPath, basis: Basis) -> None:
    """Take what is published now as the ground of the next comparison: its basis, and no record before it."""
    data = encode(basis) + b"\n"
    if not store.holds(basis_path(out), data):
        store.write(basis_path(out), data)
    for sha256 in names(out):
        store.remove(_path(out, sha256))


def names(out: AnyPath) -> tuple[str, ...]:
    """Return the SHA-256 of each document whose record was replaced by one that says something else."""
    return tuple(name.removesuffix(".json") for name in store.names(_folder(out)) if name.endswith(".json"))


def load(out: AnyPath, sha256: str) -> Parsed | Quarantined:
    """Return the record that a document had when the dataset was published, or the version of it before.

    Raises StoreError where it is damaged.
    """
    path = _path(out, sha256)
    return decode_record(store.read_bytes(path), where=str(path))


def keep(out: AnyPath, sha256: str, new: bytes, *, before: str) -> None:
    """Keep the record that a new one replaces, unless both say the same, or one is kept already.

    ``before`` is the document whose record it is: the same one, or the version of the publication before it.
    """
    if _path(out, sha256).exists():
        return
    old = _bytes(results.record_path(out, before))
    # The version before may be replaced at the same time; its record is kept before that.
    if before != sha256:
        old = _bytes(_path(out, before)) or old
    earlier = _said(old)
    if old is None or earlier is None or earlier == _said(new):
        return
    store.make_folder(_folder(out))
    store.write(_path(out, sha256), old)


def _said(data: bytes | None) -> Said | None:
    try:
        return None if data is None else said(decode_account(data, where="record"))
    except StoreError:
        return None  # of an earlier version, or damaged


def _bytes(path: AnyPath) -> bytes | None:
    try:
        return store.read_bytes(path) if path.exists() else None
    except StoreError:
        return None


def _folder(out: AnyPath) -> AnyPath:
    return out / "runs" / "before"


def _path(out: AnyPath, sha256: str) -> AnyPath:
    return _folder(out) / f"{sha256}.json"
