"""The package as a library: a few verbs for a script or a notebook, the same work as the command does.

``read`` makes a document of a file, ``extract`` takes its findings out, ``consolidate`` makes the dataset of many,
``export`` hands it on as files and ``frames`` as data frames; ``load`` opens a dataset that was published before.
All of them are names of ``pipeline`` itself: ``from pipeline import read, extract, consolidate, export``.

>>> release = read(b"Indeks Kerawanan Pemilu 2024: Kabupaten Pandeglang tinggi, skor 77,7.", name="rilis.txt")
>>> release.document.text
'Indeks Kerawanan Pemilu 2024: Kabupaten Pandeglang tinggi, skor 77,7.'
>>> [(found.region_code, found.edition, str(found.score), found.raw) for found in extract(release).findings]
[('36.01', 'ikp_2024', '77.7', 'Kabupaten Pandeglang tinggi, skor 77,7')]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pipeline.errors import CheckError, ReadError, StoreError, UsageError
from pipeline.model import CorpusItem, Document, Parsed, Quarantined

if TYPE_CHECKING:
    from pipeline.dataset import Dataset
    from pipeline.dataset.release.loading import Frames
    from pipeline.reference import Reference
    from pipeline.storage.files import AnyPath

__all__ = ["Reading", "consolidate", "export", "extract", "frames", "load", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document and the file that it was read from."""

    item: CorpusItem
    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """Bytes to read, under the name of their file; ``part`` is the path of a document inside of it."""

    data: bytes
    name: str
    part: str | None


def read(
    source: str | AnyPath | bytes, *, name: str | None = None, part: str | None = None, apart: bool = True
) -> Reading:
    """Read one file, given by its path or as bytes.

    ``name`` is what the tables call the file and what tells one publication from another: the name of the file
    itself where it is not given; bytes need one, for its ending helps to tell what they are. ``part`` is the path
    of a document inside an archive or a mail (``skor.xlsx``). The bytes are read in a child process with the
    limits that the command sets, because a file may crash its reader; ``apart=False`` reads it here, which is
    faster for a few files that you trust, and needed in a process that may have no children.

    Raises ``ReadError`` where the file cannot be read as a document, its ``code`` says why (encrypted, timeout,
    unknown_format and the like); ``StoreError`` where it is not there; ``UsageError`` for bytes without a name.
    """
    order = _order(source, name, part)
    if not apart:
        return _read(order)
    from pipeline.jobs import children, work  # noqa: PLC0415 - not before there is something to read

    ((_, answer),) = children.run_apart(_read, [order], workers=1, limits=work.LIMITS)
    if isinstance(answer, children.Died):
        raise work.fatal(answer, where=order.name)
    return answer


def _order(source: str | AnyPath | bytes, name: str | None, part: str | None) -> _Order:
    from pipeline.storage import files, store  # noqa: PLC0415

    if isinstance(source, bytes):
        if not name:
            raise UsageError("bytes have no name", where="read", remedy='give one: read(data, name="rilis.pdf")')
        return _Order(data=source, name=name, part=part)
    path = files.at(source) if isinstance(source, str) else source
    return _Order(data=store.read_bytes(path), name=name or files.printable(path.name), part=part)


def _read(order: _Order) -> Reading:
    """Read what was ordered, in a child process as a rule."""
    from hashlib import sha256  # noqa: PLC0415

    from pipeline import readers  # noqa: PLC0415
    from pipeline.readers.parts import part_bytes  # noqa: PLC0415

    data, path = order.data, order.name
    kind = readers.media_type_of(path, data[:4096])
    if order.part is not None:
        data = part_bytes(data, name=path, media_type=kind, part=order.part)
        path = f"{path}/{order.part}"
    elif kind in readers.CONTAINERS and kind not in readers.READERS:
        raise _archive(order, kind)
    document = readers.read(data, name=path, sha256=sha256(data).hexdigest())
    item = CorpusItem(
        sha256=document.sha256,
        path=path,
        media_type=document.media_type,
        size=len(data),
        source="path",
        family=path,
        part=order.part,
    )
    return Reading(item=item, document=document)


def _archive(order: _Order, kind: str) -> ReadError:
    from pipeline.readers.parts import parts_of  # noqa: PLC0415

    inside = ", ".join(part.path for part in parts_of(order.data, name=order.name, media_type=kind).parts)
    remedy = f"name one with part=: {inside}" if inside else "it holds none that can be read"
    return ReadError("is an archive of documents", where=order.name, remedy=remedy, code="archive")


def extract(reading: Reading, *, reference: Reference | None = None) -> Parsed:
    """Take all that a document states out of it.

    ``found.findings`` of what comes back are the facts, each with its region, edition, value, rule, confidence and
    the words that state it (``finding.raw``, at ``finding.span`` of the document's text); ``found.metadata`` says
    who published the document, about which region and when. The first call loads the language's rules and the
    tables, which takes two seconds. ``reference`` takes the place of the package's own tables.
    """
    from pipeline.jobs import work  # noqa: PLC0415
    from pipeline.reference import load_reference  # noqa: PLC0415

    tables = reference or load_reference()
    found = work.extract_with(reading.item, reading.document, tables)
    return Parsed(item=reading.item, document=reading.document, extraction=found)


def consolidate(source: str | AnyPath | Iterable[Parsed | Quarantined], *, workers: int = 1) -> Dataset:
    """Make the national dataset of many documents: those of a folder, or what ``extract`` gave of each.

    A folder is read as ``ikp run`` reads its corpus, by ``workers`` child processes: with its manifest, its
    corrections and the decisions of people. What cannot be read in it is listed in ``dataset.documents``, with the
    reason. Nothing is written there. The order of documents makes no difference.

    Raises ``StoreError`` where the folder cannot be read, ``TableError`` where its table of corrections is
    damaged, ``UsageError`` for anything else than a folder or what ``extract`` gave.
    """
    if isinstance(source, Iterable) and not isinstance(source, str):
        return _consolidated(source)
    from pipeline.jobs import publish, stages  # noqa: PLC0415
    from pipeline.storage import files  # noqa: PLC0415

    corpus = files.at(source) if isinstance(source, str) else source
    with TemporaryDirectory(prefix="ikp-") as name:
        out = Path(name)
        stages.run(corpus, out, workers=workers)
        return publish.consolidated(publish.published(out))


def _consolidated(records: Iterable[object]) -> Dataset:
    from pipeline import account  # noqa: PLC0415
    from pipeline.jobs import publish  # noqa: PLC0415

    accounts: list[account.Account | Quarantined] = []
    for one in records:
        if not isinstance(one, Parsed | Quarantined):
            remedy = "give a folder, or what extract gave of each document"
            raise UsageError(f"{type(one).__name__} is not extracted", where="consolidate", remedy=remedy)
        accounts.append(account.account_of(one) if isinstance(one, Parsed) else one)
    return publish.consolidated(accounts)


def export(
    dataset: Dataset, to: str | AnyPath | None = None, *, formats: Sequence[str] = ("csv",)
) -> dict[str, bytes]:
    """Return the files of a dataset by name, and write them into a folder where one is given.

    These are every table in each of the ``formats`` (csv, parquet, xlsx), the codebook, the descriptor and the
    rest of what the command publishes, as its first release. The same dataset gives the same bytes.

    Raises ``CheckError`` where a check says that the dataset must not be published, and the command would not;
    ``UsageError`` for an unknown format; ``StoreError`` where the folder cannot be written.
    """
    from pipeline.dataset import export_tables, stops  # noqa: PLC0415
    from pipeline.jobs.fixed_parts import fixed_parts  # noqa: PLC0415
    from pipeline.storage import files, store  # noqa: PLC0415

    if failed := stops(dataset):
        lines = " / ".join(fault.line for fault in failed)
        raise CheckError(f"must not be published ({lines})", where="dataset", remedy="correct what it is made of")
    made = export_tables(dataset, fixed_parts(), formats=formats)
    if to is not None:
        folder = files.at(to) if isinstance(to, str) else to
        store.make_folder(folder)
        for name, data in made.items():
            store.write(folder / name, data)
    return made


def frames(dataset: Dataset) -> Frames:
    """Return the tables of a dataset as data frames of pandas, by name (``scores``, ``findings`` and so on).

    Codes of regions are text, what is not known is NA, and whole numbers, truth values and days keep their types.
    Decimal numbers are floating-point numbers.
    """
    made = export(dataset)
    return _framed("dataset", made.__getitem__)


def load(folder: str | AnyPath) -> Frames:
    """Open a published dataset, as ``ikp run`` or ``export`` wrote it: its CSV tables as data frames, by name.

    The types are those of ``frames``; text that was neutralised for spreadsheets is as it stands in the document.
    The descriptor beside the tables says what there is, so that datasets of other versions open too.

    Raises ``StoreError`` where there is no table, one is missing, or is not the one that the descriptor describes.
    """
    from pipeline.storage import files, store  # noqa: PLC0415

    place = files.at(folder) if isinstance(folder, str) else folder
    return _framed(files.printable(str(place)), lambda name: store.read_bytes(place / name))


def _framed(where: str, read_file: Callable[[str], bytes]) -> Frames:
    from pipeline.dataset.release import loading  # noqa: PLC0415
    from pipeline.dataset.release.descriptor import DESCRIPTOR  # noqa: PLC0415
    from pipeline.storage import codec  # noqa: PLC0415

    package = codec.decode(read_file(DESCRIPTOR), loading.Package, where=f"{where}/{DESCRIPTOR}")
    try:
        return loading.frames(package, read_file)
    except ValueError as error:
        raise StoreError(
            f"is not as {DESCRIPTOR} describes it ({error})", where=where, remedy="take the whole folder anew"
        ) from error
