"""What a fetch remembers of the sources for the next one, made good by what lies in the corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace

from pipeline.errors import StoreError
from pipeline.model import CorpusItem
from pipeline.sources.values import Known
from pipeline.storage import store
from pipeline.storage.codec import decode, encode
from pipeline.storage.files import RAW, AnyPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What is remembered of all sources between two nights: by name of the source, then by family."""

    sources: Mapping[str, Mapping[str, Known]] = field(default_factory=dict)


def load_fetched(corpus: AnyPath) -> Fetched:
    """Return what the last fetch remembered; nothing where there was none, or another version wrote it."""
    path = corpus / ".fetch.json"
    try:
        return decode(store.read_bytes(path), Fetched, where=str(path))
    except StoreError:
        return Fetched()  # then every page is asked for again: slower, never wrong


def save_fetched(corpus: AnyPath, fetched: Fetched) -> None:
    """Remember for the next fetch. Raises StoreError."""
    store.write(corpus / ".fetch.json", encode(fetched) + b"\n")


def last_lines(lines: Iterable[CorpusItem]) -> dict[str, CorpusItem]:
    """Return the last line of each family: the publication as it was last seen."""
    return {line.family: line for line in lines}


def remembered(
    corpus: AnyPath, last: Mapping[str, CorpusItem]
) -> tuple[dict[str, dict[str, Known]], Mapping[str, int]]:
    """Return what is known by source and family, and how many documents of each source are missing.

    ``last`` are the last lines of the manifest. A page whose document is missing is to be brought again; one that
    the memory lacks, for it was lost or the last fetch was killed, is known from its line of the manifest.
    """
    there = {file.name for file in store.walk(corpus).files}
    memories = {name: dict(memory) for name, memory in load_fetched(corpus).sources.items()}
    missing: Counter[str] = Counter()
    for name, memory in memories.items():
        for family, known in memory.items():
            if _is_missing(known, last.get(family), there):
                # Any content differs from none; but what is gone meanwhile is gone.
                memory[family] = replace(known.forgotten(), content_key="", checked_at=None)
                missing[name] += 1
    for family, line in last.items():
        memory = memories.setdefault(line.source, {})
        if family not in memory and line.path in there and _was_fetched(line):
            gone = line.gone_at is not None
            memory[family] = Known(
                source=line.source, content_key=line.sha256, changed_at=line.fetched_at, gone=gone
            )
    return memories, missing


def _is_missing(known: Known, line: CorpusItem | None, there: Container[str]) -> bool:
    if known.index or known.content_key is None or known.gone:
        return False
    return line is None or line.path not in there


def _was_fetched(line: CorpusItem) -> bool:
    """Tell a line of a fetch from one that was put into the manifest by hand."""
    return line.path.startswith(f"{RAW}/") and line.family.startswith(("http://", "https://", f"{line.source}/"))
