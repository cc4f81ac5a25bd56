"""The operator's own sources: what stands in ``sources.toml`` of a corpus."""

from __future__ import annotations

from pipeline.errors import UsageError
from pipeline.sources.descriptor import OWN_FILE, parse_sources, shipped
from pipeline.sources.values import Descriptor
from pipeline.storage import store
from pipeline.storage.files import AnyPath


def load_sources(corpus: AnyPath) -> tuple[Descriptor, ...]:
    """Return the operator's sources of a corpus; none where there is no file. Raises TableError, StoreError."""
    return parse_own(own_text(corpus), corpus)


def own_text(corpus: AnyPath) -> str:
    """Return what the operator wrote about sources, empty where nothing. Raises StoreError, UsageError."""
    path = corpus / OWN_FILE
    if not path.exists():
        return ""
    try:
        return store.read_bytes(path).decode()
    except UnicodeDecodeError as error:
        raise UsageError("is not UTF-8", where=str(path), remedy="save it as UTF-8") from error


def parse_own(text: str, corpus: AnyPath) -> tuple[Descriptor, ...]:
    """Return the sources that a text describes. Raises TableError with table and key."""
    from pipeline.reference import load_reference  # noqa: PLC0415 - not needed where there is nothing to parse

    if not text.strip():
        return ()
    regions = frozenset(load_reference().regions)
    return parse_sources(text, shipped(), where=str(corpus / OWN_FILE), regions=regions)
