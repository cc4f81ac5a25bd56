"""Which corpus an output folder was made from: another is not read in its place, nor decided upon, unsaid."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pipeline.errors import StoreError, UsageError
from pipeline.model import CorpusItem
from pipeline.state import State
from pipeline.storage import results, store
from pipeline.storage.files import AnyPath, at, printable, whole

CLEARED: Final = ".keep"


def noted(corpus: AnyPath, out: AnyPath) -> str:
    """Return how the state of ``out`` names its corpus: as seen from there, for the two may be moved together."""
    if isinstance(corpus, Path) and isinstance(out, Path):
        return Path(os.path.relpath(corpus.resolve(), out.resolve())).as_posix()
    return whole(corpus)


def corpus_of(out: AnyPath, state: State) -> AnyPath | None:
    """Return the corpus of which the state of ``out`` tells, None where nothing is known."""
    if not state.corpus:
        return None
    corpus = at(state.corpus)
    if not (isinstance(corpus, Path) and isinstance(out, Path)):
        return corpus
    return Path(os.path.normpath(out.resolve() / corpus))


def require_documents(corpus: AnyPath, out: AnyPath, state: State, found: Iterable[CorpusItem | None]) -> None:
    """Raise StoreError where all that was read last time is gone: a drive that is not there, a wrong folder.

    ``found`` are the documents of the corpus, None for one whose bytes cannot be read. A corpus that was cleared
    on purpose holds a file ``.keep``.
    """
    there = list(found)
    before = [done.item for done in state.documents.values()]
    if not before or store.mark(corpus / CLEARED) is not None:
        return
    where, count = printable(whole(corpus)), f"{len(before):,} document{'s' if len(before) > 1 else ''}"
    if not there:
        raise StoreError(
            f"holds no document, and {count} lay there at the last run: the tables stay as they are",
            where=where,
            remedy=f"is its drive there? If it was cleared, put a file {CLEARED} in it",
        )
    last = corpus_of(out, state)
    known = {name for item in before for name in (item.sha256, item.family)}
    if last is None or whole(last) == whole(corpus) or any(_is_of(item, known) for item in there):
        return
    raise StoreError(
        f"is made from {printable(whole(last))}, and none of its {count} is in {where}",
        where=printable(str(out)),
        remedy="name another folder with --out, or the right one with --corpus",
    )


def _is_of(item: CorpusItem | None, known: set[str]) -> bool:
    return item is None or item.sha256 in known or item.family in known


def require_same(corpus: AnyPath, out: AnyPath) -> None:
    """Raise UsageError where ``out`` was made from another corpus, to which what is decided there would not go.

    Raises StoreError where the corpus is no folder.
    """
    store.require_folder(corpus)
    last = corpus_of(out, results.load_state(out))
    if last is not None and whole(last) != whole(corpus):
        raise UsageError(
            f"is made from {printable(whole(last))}, not from {printable(whole(corpus))}",
            where=printable(str(out)),
            remedy="name its corpus with --corpus, or after a move run `ikp run` first",
        )
