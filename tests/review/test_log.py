"""The log of decisions: whole after a cut at any byte, a full disk or a kill; damage is told and drops nothing."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from upath import UPath

from bucket import bucket
from pipeline.decision import Decision
from pipeline.errors import StoreError, UsageError
from pipeline.storage import logbook, objects
from pipeline.storage.codec import encode
from pipeline.storage.logbook import Log
from review.findings import drafted

ROOT = Path(__file__).parents[2]


def write(corpus: Path, *sizes: int, actor: str = "Sari") -> Log:
    """Add batches of some numbers of lines."""
    log = Log()
    for number, size in enumerate(sizes):
        drafts = [drafted(f"f{number}.{place}", note="Catatan é — \u2028") for place in range(size)]
        log = logbook.add(corpus, actor, lambda _, drafts=drafts: drafts)  # type: ignore[misc]
    return log


def path_of(corpus: Path) -> Path:
    return corpus / "decisions.jsonl"


def test_what_is_written_is_read(tmp_path: Path) -> None:
    log = write(tmp_path, 1, 3, 2)
    assert logbook.load(tmp_path) == log
    assert [line.of for line in log.lines] == [1, 3, 3, 3, 2, 2]
    assert len({line.id for line in log.lines}) == 6
    assert path_of(tmp_path).read_bytes() == b"".join(encode(line) + b"\n" for line in log.lines)


@pytest.mark.parametrize("behind", [b"", b"\x00" * 600, b"\xff\xfe garbage", b"\n\x00\x00\n\x00", b'{"id":"x"'])
@pytest.mark.parametrize("last", [1, 3])
def test_power_fails_while_a_batch_is_written(tmp_path: Path, last: int, behind: bytes) -> None:
    before = write(tmp_path, 1, 2)
    whole = write(tmp_path, last)
    data = path_of(tmp_path).read_bytes()
    step = 1 if not behind and last == 1 else 41
    for cut in range(before.size, len(data), step):
        path_of(tmp_path).write_bytes(data[:cut] + behind)
        found = logbook.load(tmp_path)
        complete = cut == len(data) - 1 and behind[:1] in {b"", b"\n"}  # but for the line feed
        assert found.lines == (whole.lines if complete else before.lines), cut
        added = logbook.add(tmp_path, "Budi", lambda _: [drafted("next")])
        assert added.lines[: len(found.lines)] == found.lines
        assert logbook.load(tmp_path) == added
        assert path_of(tmp_path).read_bytes().startswith(data[: before.size]), "nothing earlier changes"


def test_blocks_that_come_in_another_order(tmp_path: Path) -> None:
    before = write(tmp_path, 2)
    write(tmp_path, 6)
    data = bytearray(path_of(tmp_path).read_bytes())
    data[before.size : before.size + 512] = bytes(512)
    path_of(tmp_path).write_bytes(data)
    assert logbook.load(tmp_path).lines == before.lines


def test_what_is_cut_off_is_kept_beside(tmp_path: Path) -> None:
    write(tmp_path, 1)
    with path_of(tmp_path).open("ab") as file:
        file.write(b'{"id":"half')
    write(tmp_path, 1)
    assert (tmp_path / ".decisions.jsonl.cut").read_bytes() == b'{"id":"half'


def rows(corpus: Path) -> list[bytes]:
    return path_of(corpus).read_bytes().splitlines(keepends=True)


DAMAGES: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "a line cut short": lambda lines: [*lines[:1], lines[1][:40] + b"\n", *lines[2:]],
    "no UTF-8": lambda lines: [*lines[:1], lines[1].replace(b"Sari", b"Sa\xffi"), *lines[2:]],
    "a line of a batch gone": lambda lines: [lines[0], *lines[2:]],
    "the first line of a batch gone": lambda lines: lines[1:],
    "a line twice": lambda lines: [*lines[:3], *lines[:3], *lines[3:]],
    "another field": lambda lines: [*lines[:1], lines[1].replace(b'"field":"score"', b'"field":"__class__"'), *lines[2:]],
    "a field of another type": lambda lines: [*lines[:1], lines[1].replace(b'"field":"score"', b'"field":"n"'), *lines[2:]],
    "another verb": lambda lines: [*lines[:1], lines[1].replace(b'"accept"', b'"delete"'), *lines[2:]],
    "a number that is none": lambda lines: [*lines[:1], lines[1].replace(b'"after":"77.70"', b'"after":"much"'), *lines[2:]],
    "not a number": lambda lines: [*lines[:1], lines[1].replace(b'"after":"77.70"', b'"after":"NaN"'), *lines[2:]],
    "a last line that was altered": lambda lines: [*lines[:-1], lines[-1].replace(b'"of":1', b'"of":"1"')],
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_told_with_its_line_and_nothing_is_dropped(tmp_path: Path, name: str) -> None:
    write(tmp_path, 3, 1, 1)
    before = rows(tmp_path)
    after = DAMAGES[name](before)
    assert after != before
    path_of(tmp_path).write_bytes(b"".join(after))
    with pytest.raises(StoreError, match=r"decisions\.jsonl line \d") as told:
        logbook.load(tmp_path)
    assert "\n" not in str(told.value)
    with pytest.raises(StoreError):
        logbook.add(tmp_path, "Sari", lambda _: [drafted("next")])
    assert path_of(tmp_path).read_bytes() == b"".join(after)


def test_an_editor_that_takes_the_last_line_feed_away_takes_no_decision(tmp_path: Path) -> None:
    log = write(tmp_path, 2)
    path_of(tmp_path).write_bytes(path_of(tmp_path).read_bytes().rstrip(b"\n"))
    assert logbook.load(tmp_path).lines == log.lines
    assert len(write(tmp_path, 1).lines) == 3
    assert len(logbook.load(tmp_path).lines) == 3


def test_lines_of_another_system_are_read(tmp_path: Path) -> None:
    log = write(tmp_path, 2)
    path_of(tmp_path).write_bytes(path_of(tmp_path).read_bytes().replace(b"\n", b"\r\n\r\n"))
    assert logbook.load(tmp_path).lines == log.lines


def test_a_file_of_the_same_size_is_read_again(tmp_path: Path) -> None:
    log = write(tmp_path, 1)
    time.sleep(0.02)
    path_of(tmp_path).write_bytes(path_of(tmp_path).read_bytes().replace(b"Sari", b"Budi"))
    seen: list[Decision] = []
    logbook.add(tmp_path, "Sari", lambda lines: seen.extend(lines) or [], log)  # type: ignore[func-returns-value]
    assert [line.actor for line in seen] == ["Budi"]


# --- a full disk ---


class _Full:
    """A disk that is full after some bytes."""

    def __init__(self, room: int) -> None:
        self.room = room

    def fsync(self, handle: int) -> None:
        size = os.fstat(handle).st_size
        if size > self.room:
            os.ftruncate(handle, self.room)
            raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("room", [0, 1, 300])
def test_a_full_disk_leaves_the_log_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    log = write(tmp_path, 2)
    data = path_of(tmp_path).read_bytes()
    monkeypatch.setattr(os, "fsync", _Full(len(data) + room).fsync)
    with pytest.raises(StoreError, match="No space left"):
        write(tmp_path, 3)
    assert path_of(tmp_path).read_bytes() == data
    monkeypatch.undo()
    assert write(tmp_path, 1).lines[:2] == log.lines


# --- kills ---

LOOP = """
import sys
from pathlib import Path
from pipeline.storage import logbook
from review.findings import drafted
corpus = Path(sys.argv[1])
known = logbook.load(corpus)
number = 0
while True:
    number += 1
    drafts = [drafted(f"f{number}.{place}") for place in range(1 + number % 40)]
    known = logbook.add(corpus, "Sari", lambda _: drafts, known)
    print(known.lines[-1].batch, flush=True)
"""


def test_killed_at_any_moment(tmp_path: Path) -> None:
    chance = random.Random(7)
    acknowledged: list[str] = []
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    for _ in range(12):
        worker = subprocess.Popen(
            [sys.executable, "-c", LOOP, str(tmp_path)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": paths},
        )
        assert worker.stdout is not None
        first = worker.stdout.readline()
        time.sleep(chance.random() * 0.05)
        worker.send_signal(signal.SIGKILL)
        acknowledged += [first.decode().strip(), *worker.communicate()[0].decode().split()]
        batches = list(dict.fromkeys(line.batch for line in logbook.load(tmp_path).lines))
        unfinished = {batch for batch in acknowledged if len(batch) == 12} - {*batches}
        assert not unfinished, "what was told to be written is there"
        assert len(batches) - len({batch for batch in acknowledged if len(batch) == 12}) <= len(acknowledged)
    log = logbook.load(tmp_path)
    for batch in {line.batch for line in log.lines}:
        lines = [line for line in log.lines if line.batch == batch]
        assert len(lines) == lines[0].of


# --- names and remarks ---


def test_names_and_remarks_are_fit_for_print(tmp_path: Path) -> None:
    note = "satu\ndua\x1b[2J\x00 \u202e tiga\ud800"
    logbook.add(tmp_path, "  Sari\n\tDewi\x07 ", lambda _: [drafted("f", note=note, reason="a\nb")])
    line = logbook.load(tmp_path).lines[0]
    assert line.actor == "Sari Dewi\\x07"
    assert line.note == "satu\ndua\\x1b[2J\\x00 \\u202e tiga\\ud800"
    assert line.reason == "a b"


@pytest.mark.parametrize("name", ["", "  \n ", "x" * 61])
def test_names_that_are_none(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="is no name"):
        logbook.add(tmp_path, name, lambda _: [drafted("f")])
    assert not path_of(tmp_path).exists()


def test_a_remark_of_a_megabyte_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="has 1000000 characters; give 2000 at most"):
        logbook.add(tmp_path, "Sari", lambda _: [drafted("f", note="x" * 1_000_000)])
    assert not path_of(tmp_path).exists()


# --- lines written elsewhere ---


def test_lines_of_another_log_are_added_once_and_whole(tmp_path: Path) -> None:
    here, there = tmp_path / "a", tmp_path / "b"
    here.mkdir()
    there.mkdir()
    write(here, 2)
    lines = write(there, 3, 1).lines
    assert logbook.add_written(here, lines) == lines
    assert logbook.add_written(here, lines) == ()
    assert logbook.load(here).lines[2:] == lines
    with pytest.raises(StoreError, match="not whole"):
        logbook.add_written(here, [replace(line, id=f"x.{line.id}", batch="x") for line in lines[:2]])
    with pytest.raises(StoreError, match="no field"):
        logbook.add_written(here, [replace(lines[3], id="y.1", batch="y", field="colour")])
    assert logbook.load(here).lines[2:] == lines


# --- an object store ---


def test_the_log_in_an_object_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "SETTLE_SECONDS", 0.01)
    with bucket() as store:
        for name, value in store.environment.items():
            monkeypatch.setenv(name, value)
        corpus = UPath(f"{store.address}/corpus", use_listings_cache=False, skip_instance_cache=True)
        log = Log()
        for number in range(3):
            log = logbook.add(corpus, "Sari", lambda _, number=number: [drafted(f"{number}")] * 2, log)  # type: ignore[misc]
        assert logbook.load(corpus) == log
        data = store.files("corpus")["decisions.jsonl"]
        write_object = objects.write

        def failing(path: UPath, data: bytes) -> None:
            if path.name == "decisions.jsonl":
                raise OSError(errno.EIO, "the connection broke")
            write_object(path, data)

        monkeypatch.setattr(objects, "write", failing)
        with pytest.raises(StoreError, match="the connection broke"):
            logbook.add(corpus, "Sari", lambda _: [drafted("x")], log)
        assert store.files("corpus") == {"decisions.jsonl": data}, "as it was, and the lock is given back"
        monkeypatch.setattr(objects, "write", write_object)
        assert len(logbook.add(corpus, "Budi", lambda _: [drafted("x")], log).lines) == 7
