"""What was fetched into a corpus: raw bytes, and the manifest, a line a sighting, added to and never rewritten.

A line tells that a file was seen somewhere: at an address, in a watched folder, or put there by hand. The same
content at a second address is a further line with the same path; a page that changed is a line of the same family
with another path; a page that is gone is its last line again, with the time at which that was found.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from pipeline.model import CorpusItem
from pipeline.storage import store
from pipeline.storage.codec import decode, encode
from pipeline.storage.files import MANIFEST, RAW, AnyPath
from pipeline.storage.places import files_of


def load_manifest(corpus: AnyPath) -> tuple[CorpusItem, ...]:
    """Return the lines of the manifest; none where there is no manifest. Raises StoreError with the line."""
    path = corpus / MANIFEST
    if not path.exists():
        return ()
    lines = enumerate(store.read_bytes(path).splitlines(), start=1)
    remedy = "put the manifest back from the back-up, or mend the line"
    return tuple(
        decode(line, CorpusItem, where=f"{path} line {number}", remedy=remedy)
        for number, line in lines
        if line.strip()
    )


def standing(lines: Iterable[CorpusItem]) -> dict[str, tuple[CorpusItem, ...]]:
    """Return what the manifest says of each path: an item for each family seen there, in order of first sight.

    Of several lines of one family at one path the last holds.

    >>> line = CorpusItem(sha256="a", path="raw/a", media_type="text/html", size=1, source="s", family="u")
    >>> from dataclasses import replace
    >>> [item.gone_at for item in standing([line, replace(line, gone_at="2026-11-29")])["raw/a"]]
    ['2026-11-29']
    >>> [item.family for item in standing([line, replace(line, family="v")])["raw/a"]]
    ['u', 'v']
    """
    seen: dict[str, dict[str, CorpusItem]] = {}
    for item in lines:
        seen.setdefault(item.path, {})[item.family] = item
    return {path: tuple(items.values()) for path, items in seen.items()}


def append_manifest(corpus: AnyPath, items: Iterable[CorpusItem]) -> None:
    """Add lines to the manifest: all of them, or none where the process is killed."""
    path = corpus / MANIFEST
    before = store.read_bytes(path) if path.exists() else b""
    if before and not before.endswith(b"\n"):
        before += b"\n"  # an editor left it so
    store.write(path, before + b"".join(encode(item) + b"\n" for item in items))


def put_raw(corpus: AnyPath, data: bytes, suffix: str) -> str:
    """Keep bytes that were fetched under their hash; return their path in the corpus.

    ``suffix`` is the file's ending, as ``.html``. Bytes that are there already are not written again.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    name = f"{RAW}/{sha256[:2]}/{sha256}{suffix}"
    path = corpus / name
    if not path.exists():
        store.make_folder(path.parent)
        store.write(path, data)
    return name


@contextmanager
def locked_corpus(corpus: AnyPath) -> Iterator[None]:
    """Hold the corpus for one fetch, cleared of what a killed one left half-written.

    Raises StoreError at once where another fetch holds it.
    """
    with store.locked(corpus):
        raw = corpus / RAW
        kept = [folder for folder in raw.iterdir() if folder.is_dir()] if raw.is_dir() else []
        files_of(corpus).sweep((corpus, *kept))
        yield
