"""A release written into a folder of the user's, with the formats that are wanted of its tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import UsageError
from pipeline.jobs import origin, releases
from pipeline.storage import results, store
from pipeline.storage.files import AnyPath, lies_in, printable, whole

if TYPE_CHECKING:
    from pipeline.jobs.releases import Released


def export(
    out: AnyPath,
    to: AnyPath | None,
    formats: Sequence[str],
    *,
    wanted: str = "",
    corpus: AnyPath = Path("corpus"),
) -> tuple[tuple[AnyPath, ...], Released, tuple[str, ...]]:
    """Write a release into a folder; return the paths of its files, the release, and lines that need a person.

    It is that of what is published now, which is made where it was not given out before; or an old one, ``wanted``
    by its version or a day. ``to`` defaults to a folder in ``out``; what a killed export left half-written there
    is cleared. Raises UsageError for an unknown format or release and for a folder that holds results or lies in
    the ``corpus`` or in that of which ``out`` was made, StoreError where nothing is published, that was altered,
    or a file of an old release is lost.
    """
    from pipeline.dataset.release.formats import in_formats, kept, known  # noqa: PLC0415

    known(formats)
    if to is not None:
        _require_own_folder(to, out, corpus)
    release = releases.find(out, wanted) if wanted else releases.cut(out)
    files = releases.opened(out, release)
    folder = to or out / ("export" if not wanted else f"export-{release.version}")
    store.make_folder(folder)
    store.sweep(folder)
    before = releases.listed_in(folder)
    names = list(kept(files, formats))
    for name in names:
        store.put(folder / name, releases.pieces(out, release, name))
    for name, data in in_formats(files, formats):
        store.write(folder / name, data)
        names.append(name)
    releases.clear(folder, {name: sha256 for name, sha256 in before.items() if name not in names})
    state = results.load_state(out).published
    failed = state.summary.failed if state and not wanted else ()
    return tuple(folder / name for name in sorted(names)), release, failed


def _require_own_folder(to: AnyPath, out: AnyPath, corpus: AnyPath) -> None:
    """Raise UsageError where a release would be written among the results themselves, or among the documents."""
    ours = [out / name for name in results.FOLDERS]
    documents = (corpus, origin.corpus_of(out, results.load_state(out)))
    if whole(to) == whole(out) or any(lies_in(to, folder) for folder in ours):
        what = "is where a run keeps its results"
    elif not lies_in(to, out) and any(  # no document is looked for below ``out``
        folder and lies_in(to, folder) for folder in documents
    ):
        what = "lies in the corpus, where its tables would be taken for documents"
    else:
        return
    raise UsageError(what, where=printable(str(to)), remedy="give another folder with --to")
