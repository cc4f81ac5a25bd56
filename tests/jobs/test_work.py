"""One document's trouble stays its own: errors, crashes, endless loops and greed become quarantine records."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import ReadError, StoreError, TableError
from pipeline.jobs import work
from pipeline.model import CorpusItem, Document, Extraction, Metadata, Notice, Parsed, Quarantined
from pipeline.state import Task, Versions
from pipeline.storage import results, store

VERSIONS = Versions(read="r", extract="e", dataset="d")


def task(folder: Path, name: str, data: bytes, *, reuse: bool = False) -> Task:
    location = folder / name
    location.write_bytes(data)
    store.make_folder(folder / "out" / "documents")
    item = CorpusItem(
        sha256=hashlib.sha256(data).hexdigest(),
        path=name,
        media_type="text/plain",
        size=len(data),
        source="test",
        family=name,
    )
    return Task(location=str(location), item=item, out=str(folder / "out"), versions=VERSIONS, reuse=reuse)


def document(sha256: str, *notices: Notice) -> Document:
    return Document(
        sha256=sha256,
        media_type="text/plain",
        text="x",
        blocks=(),
        reader="text",
        reader_version=1,
        notices=notices,
    )


def record(tasked: Task) -> Parsed | Quarantined:
    return results.load_record(Path(tasked.out), tasked.item.sha256)


@pytest.fixture
def no_extraction(monkeypatch: pytest.MonkeyPatch) -> None:
    """Find nothing in any document: these tests are about what happens around it."""

    def nothing(_item: CorpusItem, _document: Document) -> Extraction:
        return Extraction(metadata=Metadata(kind="news"), findings=())

    monkeypatch.setattr(work, "extract_document", nothing)


@pytest.mark.usefixtures("no_extraction")
def test_a_document_becomes_a_record(tmp_path: Path) -> None:
    tasked = task(tmp_path, "a.txt", b"Kabupaten Serang dengan skor 50,12.")
    done = work.work(tasked)
    written = record(tasked)
    assert isinstance(written, Parsed)
    assert written.document.text == "Kabupaten Serang dengan skor 50,12."
    assert (done.item, done.quarantined, done.lines) == (tasked.item, None, ())
    assert (
        done.output.sha256
        == hashlib.sha256(results.record_path(tmp_path / "out", tasked.item.sha256).read_bytes()).hexdigest()
    )


@pytest.mark.usefixtures("no_extraction")
def test_an_unreadable_format_is_quarantined_with_one_line(tmp_path: Path) -> None:
    done = work.work(task(tmp_path, "empty.txt", b""))
    assert done.quarantined == "empty"
    (line,) = done.lines
    assert line.startswith("empty.txt: ")
    assert line.endswith("[empty]")


def raising(error: Exception) -> Callable[..., Document]:
    def read(_item: CorpusItem, _location: Path) -> Document:
        raise error

    return read


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (RuntimeError("boo\n  hoo"), "internal", "RuntimeError: boo hoo; please report it with the document"),
        (
            RecursionError("x" * 999),
            "internal",
            f"RecursionError: {'x' * 300}; please report it with the document",
        ),
        (ValueError("lone \udcff"), "internal", r"ValueError: lone \xff; please report it with the document"),
        (MemoryError(), "memory", "needs too much memory; split it or save it anew"),
        (
            ReadError("is cut off", where="a", remedy="fetch it again", code="truncated"),
            "truncated",
            "is cut off; fetch it again",
        ),
        (StoreError("is gone", where="a", remedy="look for it"), "unreadable", "is gone; look for it"),
    ],
)
def test_any_error_is_one_line_under_a_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, code: str, message: str
) -> None:
    monkeypatch.setattr(work, "read_document", raising(error))
    tasked = task(tmp_path, "a.txt", b"x")
    assert work.work(tasked).lines == (f"a.txt: {message} [{code}]",)
    assert record(tasked) == Quarantined(item=tasked.item, code=code, message=message)


@pytest.mark.parametrize(
    "error", [ImportError("no spacy"), TableError("is damaged", where="t", remedy="reinstall")]
)
def test_a_broken_installation_stops_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(work, "read_document", raising(error))
    with pytest.raises(type(error)):
        work.work(task(tmp_path, "a.txt", b"x"))


@pytest.mark.usefixtures("no_extraction")
def test_a_text_that_json_cannot_hold_is_quarantined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def surrogate(item: CorpusItem, _location: Path) -> Document:
        return Document(
            sha256=item.sha256, media_type="text/plain", text="\udcff", blocks=(), reader="text", reader_version=1
        )

    monkeypatch.setattr(work, "read_document", surrogate)
    assert work.work(task(tmp_path, "a.txt", b"x")).quarantined == "internal"


@pytest.mark.usefixtures("no_extraction")
def test_a_file_that_changes_meanwhile_is_quarantined(tmp_path: Path) -> None:
    tasked = task(tmp_path, "a.txt", b"before")
    Path(tasked.location).write_bytes(b"after")
    assert work.work(tasked).quarantined == "changed"


@pytest.mark.usefixtures("no_extraction")
def test_text_that_was_read_is_used_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tasked = task(tmp_path, "a.txt", b"Kabupaten Serang")
    first = work.work(tasked)
    monkeypatch.setattr(work, "read_document", raising(AssertionError("read again")))
    again = work.work(task(tmp_path, "a.txt", b"Kabupaten Serang", reuse=True))
    assert again.output.sha256 == first.output.sha256


@pytest.mark.usefixtures("no_extraction")
def test_a_damaged_record_is_made_from_the_file_again(tmp_path: Path) -> None:
    tasked = task(tmp_path, "a.txt", b"Kabupaten Serang", reuse=True)
    results.record_path(Path(tasked.out), tasked.item.sha256).write_bytes(b"{")
    assert work.work(tasked).quarantined is None
    assert isinstance(record(tasked), Parsed)


SEEN = [
    (Notice(level="warning", code="encoding", message="read as Windows-1252"), True),
    (Notice(level="error", code="pages", message="no page could be read"), True),
    (Notice(level="warning", code="columns", message="unknown column"), False),
    (Notice(level="info", code="encoding", message="UTF-16"), False),
]


@pytest.mark.parametrize(("notice", "seen"), SEEN)
def test_only_notices_that_need_a_person_give_a_line(notice: Notice, seen: object) -> None:
    item = CorpusItem(sha256="a", path="a.txt", media_type="text/plain", size=1, source="test", family="a.txt")
    extraction = Extraction(metadata=Metadata(kind="news"), findings=())
    lines = work.lines_of(Parsed(item=item, document=document("a", notice), extraction=extraction))
    assert lines == ((f"a.txt: {notice.message} [{notice.code}]",) if seen else ())


# What a child process runs: to find ``odd`` it imports this module, and so has the odd reader.
DEADLY = """
import json, os, signal, sys
from pathlib import Path
import pipeline.jobs.work as work
from pipeline.storage import results, store
from pipeline.jobs.children import Limits
from pipeline.model import CorpusItem, Document, Extraction, Metadata
from pipeline.state import Task, Versions

def read(item, location):
    data = location.read_bytes()
    if data == b"crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    while data == b"spin":
        pass
    if data == b"greed":
        bytearray(64 << 30)
    return Document(sha256=item.sha256, media_type="t", text="x", blocks=(), reader="text", reader_version=1)

work.read_document = read
work.extract_document = lambda item, document: Extraction(metadata=Metadata(kind="news"), findings=())
WORK = work.work

def odd(task):
    return WORK(task)

def main():
    work.work = odd
    work.LIMITS = Limits(wall_seconds=60.0, cpu_seconds=1, data_bytes=3 << 30)
    work.FEW = 1
    tasks = [
        Task(location=one, out=sys.argv[1], versions=Versions(read="", extract="", dataset=""), item=CorpusItem(
            sha256=str(number).zfill(64), path=Path(one).name, media_type="t", size=1, source="t", family="t"))
        for number, one in enumerate(sys.argv[2:])
    ]
    done = list(work.work_all(tasks, workers=2))
    print(json.dumps({one.item.path: one.quarantined for one in done}))
"""


def test_a_document_that_kills_its_reader_takes_nobody_with_it(tmp_path: Path) -> None:
    contents = {f"{number}.txt": b"good" for number in range(12)}
    contents |= {"3.txt": b"crash", "5.txt": b"spin", "8.txt": b"greed"}
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "deadly.py").write_text(DEADLY)
    store.make_folder(tmp_path / "out" / "documents")
    program = [sys.executable, "-c", "import deadly; deadly.main()"]
    command = [*program, str(tmp_path / "out"), *(str(tmp_path / name) for name in contents)]
    path = os.pathsep.join([str(Path(work.__file__).parents[2]), str(tmp_path)])
    ended = subprocess.run(command, check=True, capture_output=True, env={"PYTHONPATH": path}, timeout=100)
    assert json.loads(ended.stdout) == dict.fromkeys(contents) | {
        "3.txt": "crashed",
        "5.txt": "timeout",
        "8.txt": "memory",
    }
    assert len(list((tmp_path / "out" / "documents").glob("*.json"))) == len(contents)
