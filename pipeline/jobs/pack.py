"""An evidence pack: all that is known of a region gathered, its pages drawn, and one page of it written."""

from __future__ import annotations

import errno
import hashlib
import math
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.dataset.pack.data import Exhibit, Pack, Sheet, Shown, pack_of
from pipeline.dataset.pack.page import pack_page
from pipeline.dataset.pack.pictures import Gallery
from pipeline.errors import IkpError, StoreError
from pipeline.jobs import illustrate, publish, work
from pipeline.jobs.children import Died, run_apart
from pipeline.model import Evidence, Parsed
from pipeline.storage import results, store
from pipeline.storage.files import AnyPath, printable, unwritable

if TYPE_CHECKING:
    from pipeline.jobs.stages import Watch
    from pipeline.pictures.plain import PlainPage, Pointed

ENDING: Final = ".html"
_FEW: Final = 4  # pages for which a further process is not worth its start


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written: a line that says so, and a line for each picture that could not be drawn."""

    line: str
    missing: tuple[str, ...]


def write_pack(out: AnyPath, row: str, *, corpus: AnyPath, target: AnyPath, workers: int, watch: Watch) -> Written:
    """Write the evidence pack of a region, given as ``36.01`` or ``36.01:ikp_2024``, as one HTML page.

    Raises UsageError for an unknown region or edition and for a target that is none, StoreError where nothing was
    read yet or the target cannot be written. What cannot be drawn is said in the pack and in what is returned.
    """
    check_target(target, corpus)
    dataset = publish.consolidated(publish.published(out))
    record = cache(partial(results.find_record, out))
    texts = cache(lambda sha256: entry.document.text if (entry := record(sha256)) else None)
    pack = pack_of(dataset, texts, row)
    entries = dict(_entries(out, pack, record))
    board = _pictures(pack, entries, corpus, workers, watch)
    gallery = Gallery(shown=board.shown, sheets=board.sheets)
    parts = {sha: illustrate.container(entry.item) for sha, entry in entries.items() if entry.item.part}
    page = pack_page(pack, gallery, parts)
    store.write(target, page)
    return Written(line=_told(target, pack, gallery, page), missing=board.missing)


def check_target(target: AnyPath, corpus: AnyPath) -> None:
    """Raise UsageError where a pack cannot be called so, StoreError where its folder is not there."""
    illustrate.check_target(target, corpus, what="an evidence pack is an HTML file", ending=ENDING)
    if isinstance(target, Path) and not target.parent.is_dir():  # told before minutes are spent on pictures
        raise unwritable(target, OSError(errno.ENOENT, os.strerror(errno.ENOENT)))


def _entries(out: AnyPath, pack: Pack, record: Callable[[str], Parsed | None]) -> Iterator[tuple[str, Parsed]]:
    """Yield what was read of each document, by SHA-256, under the name by which the dataset knows its file."""
    copies = {(copy.path, copy.sha256): copy for copy in results.load_index(out).copies}
    for document in pack.documents:
        entry = record(document.sha256)
        if entry is not None:
            item = copies.get((document.file, document.sha256), entry.item)
            yield document.sha256, replace(entry, item=item)


def _told(target: AnyPath, pack: Pack, gallery: Gallery, page: bytes) -> str:
    name = printable(str(target))
    counted = ", ".join(
        f"{count:,} {thing}{'' if count == 1 else 's'}"
        for count, thing in (
            (len(pack.exhibits), "exhibit"),
            (len(pack.documents), "document"),
            (len(gallery.sheets), "picture"),
            (len(page), "byte"),
        )
    )
    return f"Pack {name}: {counted}\nSHA-256 {hashlib.sha256(page).hexdigest()}"


# --- pictures ---


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """Exhibits whose words stand on one page of a document, or anywhere in one without pages.

    ``location`` is the file that the document is, or is a part of.
    """

    entry: Parsed
    location: AnyPath
    exhibits: tuple[tuple[int, tuple[Evidence, ...]], ...]

    @property
    def numbers(self) -> list[int]:
        """The numbers of the exhibits."""
        return [number for number, _ in self.exhibits]


@dataclass(slots=True, kw_only=True)
class _Board:
    """What is drawn so far: what is to be seen of each exhibit, sheets by SHA-256, a line a missing picture."""

    shown: dict[int, Shown] = field(default_factory=dict)
    drawn: dict[str, Sheet] = field(default_factory=dict)
    lines: dict[int, str] = field(default_factory=dict)

    @property
    def sheets(self) -> dict[str, Sheet]:
        """The sheets in the order in which exhibits need them, whatever was drawn first."""
        needed = (shown.sheet for _, shown in sorted(self.shown.items(), key=itemgetter(0)) if shown.sheet)
        return {name: self.drawn[name] for name in needed}

    @property
    def missing(self) -> tuple[str, ...]:
        """A line for each picture that could not be drawn, in the order of the exhibits."""
        return tuple(line for _, line in sorted(self.lines.items()))

    def lacks(self, file: str, numbers: Sequence[int], why: str) -> None:
        """Note that exhibits have no picture."""
        self.shown |= {number: Shown(missing=why) for number in numbers}
        named = ", ".join(f"B{number}" for number in numbers)
        self.lines[numbers[0]] = f"{file}: no picture of {named}: {why}"

    def hang(self, numbers: Sequence[int], pages: Sequence[PlainPage], pointed: Sequence[Pointed]) -> None:
        """Take pages, and where on them each exhibit stands."""
        names = [hashlib.sha256(page.png).hexdigest() for page in pages]
        for name, page in zip(names, pages, strict=True):
            self.drawn[name] = Sheet(png=page.png, sha256=name, width=page.width, height=page.height)
        for number, one in zip(numbers, pointed, strict=True):
            self.shown[number] = Shown(
                sheet=names[one.page],
                where=one.where,
                marks=one.marks,
                others=one.others,
                frame=one.frame,
                exact=one.exact,
                notes=one.notes,
            )


def _pictures(pack: Pack, entries: Mapping[str, Parsed], corpus: AnyPath, workers: int, watch: Watch) -> _Board:
    """Draw in child processes, several pages at a time: what comes from outside is opened nowhere else."""
    board = _Board()
    orders = list(_orders(pack, entries, corpus, board))
    children = max(1, min(workers, math.ceil(len(orders) / _FEW)))
    for done, (order, result) in enumerate(
        run_apart(_draw, orders, workers=children, limits=work.LIMITS), start=1
    ):
        path = order.entry.item.path
        watch(done, len(orders), path)
        answer = work.killed(order.entry.item, result).message if isinstance(result, Died) else result
        if isinstance(answer, str):
            board.lacks(path, order.numbers, answer)
        else:
            board.hang(order.numbers, *answer)
    return board


def _orders(pack: Pack, entries: Mapping[str, Parsed], corpus: AnyPath, board: _Board) -> Iterator[_Order]:
    """Yield what is to be drawn; note of what cannot be why."""
    try:
        files = illustrate.locations(corpus)
    except StoreError:
        files = {}  # then no document is there, as is said of each
    for (file, sha256, _), exhibits in _by_page(pack).items():
        numbers = [one.number for one in exhibits]
        entry = entries.get(sha256)
        if entry is None:
            board.lacks(file, numbers, "is no longer read; run `ikp run` first")
            continue
        try:
            place = illustrate.location(files, entry.item)
        except StoreError as error:
            board.lacks(file, numbers, _reason(error))
            continue
        asked = tuple((one.number, one.evidence) for one in exhibits)
        yield _Order(entry=entry, location=place, exhibits=asked)


def _by_page(pack: Pack) -> dict[tuple[str, str, int], list[Exhibit]]:
    groups: dict[tuple[str, str, int], list[Exhibit]] = {}
    for one in pack.exhibits:
        page = one.evidence[0].place.page or 0
        groups.setdefault((one.side.document, one.side.sha256, page), []).append(one)
    return groups


def _draw(order: _Order) -> tuple[tuple[PlainPage, ...], tuple[Pointed, ...]] | str:
    """Draw the page of an order, or return why it cannot be drawn: one document must not spoil the pack."""
    from pipeline.pictures.plain import plain_pages  # noqa: PLC0415 - Pillow and pypdfium2

    item = order.entry.item
    try:
        data = illustrate.bytes_at(order.location, item)
        asked = [evidence for _, evidence in order.exhibits]
        return plain_pages(data, order.entry.document, asked, name=item.path)
    except IkpError as error:
        return _reason(error)
    except Exception as error:  # noqa: BLE001 - whatever it is
        return f"cannot be drawn ({type(error).__name__})"


def _reason(error: IkpError) -> str:
    return f"{error.what}; {error.remedy}"
