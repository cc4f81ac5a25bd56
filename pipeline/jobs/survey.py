"""What there is to read: the files of a folder, the documents inside mails and zip files, and their provenance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.errors import StoreError
from pipeline.jobs import work
from pipeline.jobs.children import Died, run_apart
from pipeline.model import CorpusItem, Quarantined
from pipeline.state import Contents, LeftOut, Part, Stamp, State
from pipeline.storage import holdings, store
from pipeline.storage.files import MANIFEST, RAW, AnyPath, Found, printable


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A document to read: what is known of it, and the file that it is, or is a part of."""

    item: CorpusItem
    location: AnyPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The corpus folder as it is: documents with their files, and what could not be read.

    ``files``, ``media_types`` and ``contents`` are to be remembered; ``lines`` need a person, ``asides`` do not.
    """

    documents: tuple[Filed, ...]
    files: Mapping[str, Stamp]
    media_types: Mapping[str, str]
    contents: Mapping[str, Contents]
    unreadable: tuple[Quarantined, ...]
    lines: tuple[str, ...]
    asides: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """What was found in files: documents, and what cannot be opened, parts of containers among them."""

    documents: tuple[Filed, ...]
    unreadable: tuple[Quarantined, ...]
    contents: Mapping[str, Contents]


def survey_corpus(corpus: AnyPath, out: AnyPath, known: State, *, workers: int = 1) -> Survey:
    """List and hash the files of the corpus, with the provenance that the manifest gives them.

    A file that was seen at several addresses is a document for each. What a fetch that was killed left in the
    folder of fetched files, unlisted, is no document.
    """
    # The manifest before the files: a fetch may be at work, and writes a file before its line.
    manifest = holdings.standing(holdings.load_manifest(corpus))
    listing = store.walk(corpus, skip=out)
    found: list[Filed] = []
    files: dict[str, Stamp] = {}
    unreadable: list[Quarantined] = []
    for file in listing.files:
        if file.name.startswith(f"{RAW}/") and file.name not in manifest:
            continue
        try:
            stamp = store.stamp(file.location, known.files.get(file.name), file.status)
            unchanged = stamp.sha256 == getattr(known.files.get(file.name), "sha256", None)
            media_type = known.media_types.get(file.name) if unchanged else None
            items = _items(file, stamp, manifest.get(file.name, ()), media_type)
        except StoreError as error:
            unreadable.append(_unreadable(file.name, error))
            continue
        found += [Filed(item=item, location=file.location) for item in items]
        files[file.name] = stamp
    opened = _opened(found, known.contents, workers=workers)
    return Survey(
        documents=opened.documents,
        files=files,
        media_types={filed.item.path: filed.item.media_type for filed in found},
        contents=opened.contents,
        unreadable=(*unreadable, *opened.unreadable),
        lines=(*(str(problem) for problem in listing.problems), *_missing(manifest, files)),
        asides=tuple(_altered(manifest, files)),
    )


def filed_in(paths: Sequence[AnyPath]) -> Iterator[Filed | Quarantined | StoreError]:
    """Yield the documents that files and folders hold, in order; what cannot be read gives its error.

    Each path's documents are sorted by their printed names.
    """
    for path in paths:
        if not path.is_dir():
            yield from _filed_at(path, path.name)
            continue
        listing = store.walk(path)
        yield from listing.problems
        for file in listing.files:
            yield from _filed_at(file.location, file.name)


def _filed_at(location: AnyPath, family: str) -> Iterator[Filed | Quarantined | StoreError]:
    try:
        stamp = store.stamp(location)
        item = CorpusItem(
            sha256=stamp.sha256,
            path=printable(str(location)),
            media_type=_media_type(location),
            size=stamp.size,
            source="path",
            family=printable(family),
        )
    except StoreError as error:
        yield error
        return
    opened = _opened([Filed(item=item, location=location)], {}, workers=1)
    yield from opened.documents
    yield from opened.unreadable


def _items(
    found: Found, stamp: Stamp, listed: Iterable[CorpusItem], media_type: str | None
) -> tuple[CorpusItem, ...]:
    """Return what the manifest says of a file, an item a sighting, else one of the folder; the bytes decide."""
    items = tuple(listed)
    if items and all(item.sha256 == stamp.sha256 for item in items):
        return items
    kind = media_type or _media_type(found.location)
    if items:
        return tuple(replace(item, sha256=stamp.sha256, size=stamp.size, media_type=kind) for item in items)
    return (
        CorpusItem(
            sha256=stamp.sha256,
            path=found.name,
            media_type=kind,
            size=stamp.size,
            source="folder",
            family=found.name,
        ),
    )


def _media_type(location: AnyPath) -> str:
    from pipeline.readers import media_type_of  # noqa: PLC0415 - not needed where all files are known

    return media_type_of(location.name, store.read_head(location))


def _unreadable(name: str, error: StoreError) -> Quarantined:
    item = CorpusItem(
        sha256="", path=name, media_type="application/octet-stream", size=0, source="folder", family=name
    )
    return Quarantined(item=item, code="unreadable", message=f"{error.what}; {error.remedy}")


def _missing(manifest: Iterable[str], files: Mapping[str, Stamp]) -> Iterator[str]:
    for path in manifest:
        if path not in files:
            fetched = path.startswith(f"{RAW}/")
            remedy = "`ikp fetch` brings what is still online" if fetched else "drop the line if that is meant"
            yield f"{MANIFEST}: lists {path}, which is not there; put it back, or {remedy}"


def _altered(manifest: Mapping[str, Sequence[CorpusItem]], files: Mapping[str, Stamp]) -> Iterator[str]:
    for path, listed in manifest.items():
        if path in files and any(item.sha256 != files[path].sha256 for item in listed):
            yield f"{MANIFEST}: lists {path} with other bytes; the file as it is was taken, renew the line"


# --- containers ---


def _opened(found: Iterable[Filed], known: Mapping[str, Contents], *, workers: int) -> _Opened:
    """Put the documents inside containers behind these; a zip file itself is no document, a mail is one.

    Containers that are not ``known`` are opened in child processes, like all that comes from outside.
    """
    files = tuple(found)
    containers = {filed.item.sha256: filed for filed in files if _is_container(filed.item)}
    contents = {sha256: known[sha256] for sha256 in containers if sha256 in known}
    new = tuple(filed for sha256, filed in containers.items() if sha256 not in contents)
    contents.update(_looked_into(new, workers=workers))
    documents: list[Filed] = []
    unreadable: list[Quarantined] = []
    for filed in files:
        inside = contents.get(filed.item.sha256) if _is_container(filed.item) else None
        if inside is None or _is_document(filed.item):
            documents.append(filed)
        elif inside.code is not None:
            unreadable.append(Quarantined(item=filed.item, code=inside.code, message=inside.message))
        if inside is not None:
            unreadable.extend(_left_out(filed.item, one) for one in inside.left_out)
            documents.extend(replace(filed, item=_part_item(filed.item, part)) for part in inside.parts)
    return _Opened(documents=tuple(documents), unreadable=tuple(unreadable), contents=contents)


def _looked_into(new: Sequence[Filed], *, workers: int) -> Iterator[tuple[str, Contents]]:
    """Open containers in child processes and yield what each holds, by SHA-256."""
    children = work.children_for(len(new), workers)
    for filed, found in run_apart(contents_of, new, workers=children, limits=work.LIMITS):
        if isinstance(found, Died):
            dead = work.killed(filed.item, found)
            yield filed.item.sha256, Contents(code=dead.code, message=dead.message)
        else:
            yield filed.item.sha256, found


def contents_of(filed: Filed) -> Contents:
    """Open a container and tell what it holds, or why it cannot be opened."""
    from pipeline.readers.parts import parts_of  # noqa: PLC0415 - in a child process

    item = filed.item
    try:
        return parts_of(store.read_bytes(filed.location), name=item.path, media_type=item.media_type)
    except Exception as error:  # noqa: BLE001 - as for any other document
        failed = work.quarantine(item, error)
        return Contents(code=failed.code, message=failed.message)


def _is_container(item: CorpusItem) -> bool:
    from pipeline.readers import CONTAINERS  # noqa: PLC0415

    return item.media_type in CONTAINERS


def _is_document(item: CorpusItem) -> bool:
    from pipeline.readers import READERS  # noqa: PLC0415

    return item.media_type in READERS


def _part_item(container: CorpusItem, part: Part) -> CorpusItem:
    """Return the item of a part: with the provenance of its container, and a family of its own."""
    return replace(
        container,
        sha256=part.sha256,
        path=f"{container.path}/{part.path}",
        media_type=part.media_type,
        size=part.size,
        family=f"{container.family}/{part.path}",
        part=part.path,
    )


def _left_out(container: CorpusItem, one: LeftOut) -> Quarantined:
    part = Part(path=one.path, sha256="", size=0, media_type="application/octet-stream")
    return Quarantined(item=_part_item(container, part), code=one.code, message=one.message)
