"""What touches the disk: listing, stamps, atomic writes, the lock, the manifest."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.model import CorpusItem, Quarantined
from pipeline.state import Index, State
from pipeline.storage import holdings, results, store
from pipeline.storage.codec import encode, encode_record
from pipeline.storage.ledger import Timings


def item(path: str = "a.txt", sha256: str = "a" * 64) -> CorpusItem:
    return CorpusItem(sha256=sha256, path=path, media_type="text/plain", size=1, source="test", family=path)


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)


def names(folder: Path, *, skip: Path | None = None) -> list[str]:
    return [found.name for found in store.walk(folder, skip=skip).files]


TAKEN = ("a.txt", "b/c.pdf", "b/unknown.xyz", "B.docx", "no ending")
LEFT = ("manifest.jsonl", "decisions.jsonl", "x.gold.json", "README.md", "b/README", ".hidden", ".git/config")


def test_a_folder_gives_its_documents_sorted_and_leaves_the_rest(tmp_path: Path) -> None:
    put(tmp_path, *TAKEN, *LEFT)
    assert names(tmp_path) == sorted(TAKEN)


def test_the_output_folder_inside_the_corpus_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "out/documents/x.json")
    assert names(tmp_path, skip=tmp_path / "out") == ["a.txt"]


def problems(folder: Path) -> list[str]:
    return [str(problem).removeprefix(f"{folder}/") for problem in store.walk(folder).problems]


def test_links_within_the_folder_are_followed_but_not_in_a_circle(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "sub/b.txt")
    (tmp_path / "link").symlink_to(tmp_path / "sub")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "c.txt").symlink_to("a.txt")
    assert names(tmp_path) == ["a.txt", "c.txt", "link/b.txt", "sub/b.txt"]
    assert problems(tmp_path) == []


def test_a_link_out_of_the_folder_is_not_followed_and_is_told_in_one_line(tmp_path: Path) -> None:
    put(tmp_path, "corpus/a.txt", "elsewhere/b.txt")
    corpus = tmp_path / "corpus"
    (corpus / "file.txt").symlink_to("../elsewhere/b.txt")
    (corpus / "folder").symlink_to(tmp_path / "elsewhere")
    (corpus / "gone.txt").symlink_to("/nowhere/at/all.txt")
    (corpus / "itself.txt").symlink_to("itself.txt")
    assert names(corpus) == ["a.txt"]
    why = "is a link that leads out of the folder; put the document itself there, or name its folder"
    assert problems(corpus) == [f"{name}: {why}" for name in ("file.txt", "folder", "gone.txt", "itself.txt")]


def test_a_folder_that_is_a_link_itself_is_taken_as_what_it_leads_to(tmp_path: Path) -> None:
    put(tmp_path, "far/a.txt")
    (tmp_path / "corpus").symlink_to(tmp_path / "far")
    assert names(tmp_path / "corpus") == ["a.txt"]


def test_a_name_that_would_speak_to_the_terminal_is_escaped_and_told(tmp_path: Path) -> None:
    put(tmp_path, "a\n\x1b[2J\u202e.txt")
    (found,) = store.walk(tmp_path).files
    assert found.name == r"a\n\x1b[2J\u202e.txt"
    assert problems(tmp_path) == [
        f"{found.name}: has characters in its name that cannot be printed; it was taken; rename it"
    ]


def test_two_files_of_one_printed_name_are_not_mixed_up(tmp_path: Path) -> None:
    put(tmp_path, "a\n.txt", "a\\n.txt")
    assert names(tmp_path) == ["a\\n.txt"]
    assert any("is the printed name of two files" in line for line in problems(tmp_path))


def test_a_file_of_two_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "sparse.pdf"
    with path.open("wb") as file:
        file.truncate(2 << 30)
    for take in (store.stamp, store.read_bytes):
        with pytest.raises(StoreError, match=r"sparse\.pdf: has more than 200 MB; split it$"):
            take(path)


def test_a_name_that_is_not_utf8_is_printed_with_an_escape(tmp_path: Path) -> None:
    location = os.fsencode(tmp_path) + b"/rilis\xff.txt"
    with open(location, "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(b"x")
    (found,) = store.walk(tmp_path).files
    assert found.name == r"rilis\xff.txt"
    assert store.read_bytes(found.location) == b"x"


def test_a_missing_folder_is_an_error_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"nowhere: is not a folder that can be read; check the path$"):
        store.walk(tmp_path / "nowhere")


def test_a_folder_below_that_cannot_be_read_is_a_problem_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "a.txt", "closed/b.txt", "open/c.txt")
    real = os.scandir

    def closed(path: Path) -> object:  # the tests may run as root, whom no permission stops
        if path.name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", closed)
    listing = store.walk(tmp_path)
    assert [found.name for found in listing.files] == ["a.txt", "open/c.txt"]
    assert [str(problem) for problem in listing.problems] == [
        f"{tmp_path}/closed: cannot be read (Permission denied); check that it is there and its permissions"
    ]


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(StoreError, match="not an ordinary file"):
        store.stamp(tmp_path / "pipe.txt")


def test_a_settled_stamp_saves_the_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    assert not store.stamp(path).settled, "younger than the clock of a file system is fine"
    later = time.time_ns() + 3 * store.SETTLING_NS
    monkeypatch.setattr(time, "time_ns", lambda: later)
    settled = store.stamp(path)
    assert settled.settled

    def unread(_path: Path) -> bytes:
        raise AssertionError("read again")

    monkeypatch.setattr(store, "read_bytes", unread)
    assert store.stamp(path, settled) is settled


def test_a_write_within_the_same_tick_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one")
    before = store.stamp(path)
    path.write_bytes(b"two")
    os.utime(path, ns=(before.mtime_ns, before.mtime_ns))
    assert store.stamp(path, before).sha256 != before.sha256


def test_only_unaltered_files_are_intact(tmp_path: Path) -> None:
    put(tmp_path, "same", "altered", "gone")
    known = {name: store.stamp(tmp_path / name) for name in ("same", "altered", "gone")}
    (tmp_path / "altered").write_text("altereD")
    (tmp_path / "gone").unlink()
    assert list(store.stamps(tmp_path, known)) == ["same"]


def test_a_write_leaves_no_temporary_file(tmp_path: Path) -> None:
    store.write(tmp_path / "a", b"one")
    store.write(tmp_path / "a", b"two")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"two")]


def test_a_failed_write_keeps_the_old_file_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.write(tmp_path / "a", b"one")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        StoreError, match=r"cannot be written .No space left on device.; make room, then run it again"
    ):
        store.write(tmp_path / "a", b"two")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"one")]


def test_recovery_puts_the_old_dataset_back_and_clears_the_rest(tmp_path: Path) -> None:
    put(tmp_path, ".dataset.old/a.csv", ".dataset.new/half.csv", "documents/.x.json.12.tmp", "documents/.keep")
    results.recover(tmp_path)
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert left == ["dataset/a.csv", "documents/.keep"]


def test_recovery_leaves_a_finished_dataset_alone(tmp_path: Path) -> None:
    put(tmp_path, "dataset/a.csv", ".dataset.old/b.csv")
    results.recover(tmp_path)
    assert [path.name for path in tmp_path.rglob("*.csv")] == ["a.csv"]


def test_the_lock_is_held_by_one_and_given_back(tmp_path: Path) -> None:
    with (
        store.locked(tmp_path),
        pytest.raises(StoreError, match=r"another run is at work there \(process \d+, since .*\); wait"),
        store.locked(tmp_path),
    ):
        pass
    with store.locked(tmp_path):
        pass


def test_a_run_that_ends_by_an_error_leaves_no_note(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), store.locked(tmp_path):
        raise KeyboardInterrupt
    with store.locked(tmp_path) as left:
        assert left == ""


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    code = (
        "import os, sys, pathlib; from pipeline.storage import store\n"
        "with store.locked(pathlib.Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, cwd=Path.cwd())
    assert ended.returncode == -9
    with store.locked(tmp_path):
        pass


def test_records_come_back_in_order_with_copies_and_unreadable_files(tmp_path: Path) -> None:
    first, second = (Quarantined(item=item(f"{x}.txt", x * 64), code="empty", message="is empty") for x in "ab")
    lost = Quarantined(item=item("lost.txt", ""), code="unreadable", message="cannot be read")
    copy = item("copy.txt", "a" * 64)
    for record in (second, first):
        store.make_folder(tmp_path / "documents")
        store.write(results.record_path(tmp_path, record.item.sha256), encode_record(record))
    store.write(results.index_path(tmp_path), encode(Index(copies=(copy,), unreadable=(lost,))))
    paths = [account.item.path for account in results.load_accounts(tmp_path)]
    assert paths == ["a.txt", "b.txt", "copy.txt", "lost.txt"]


def test_without_a_run_there_are_no_records(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="holds no documents; run `ikp run` first"):
        list(results.load_accounts(tmp_path))


def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    put(tmp_path, f"documents/{'a' * 64}.json")
    with pytest.raises(StoreError, match=r"aaaa\.json: is damaged .*; delete it and run again"):
        results.load_record(tmp_path, "a" * 64)


def test_only_records_of_documents_that_are_gone_are_dropped(tmp_path: Path) -> None:
    put(tmp_path, f"documents/{'a' * 64}.json", f"documents/{'b' * 64}.json", "documents/notes.json")
    assert results.drop_records(tmp_path, ["a" * 64]) == ("b" * 64,)
    assert sorted(path.name for path in (tmp_path / "documents").iterdir()) == [f"{'a' * 64}.json", "notes.json"]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"documents": 3}'])
def test_a_damaged_state_counts_as_none(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / ".state.json").write_bytes(damage)
    assert results.load_state(tmp_path) == State()


def test_the_state_comes_back(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    state = State(read="v", files={"a.txt": store.stamp(tmp_path / "a.txt")}, media_types={"a.txt": "text/plain"})
    results.save_state(tmp_path, state)
    assert results.load_state(tmp_path) == state


def test_the_manifest_is_read_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "manifest.jsonl").write_bytes(encode(item("a.txt")) + b"\n\n" + encode(item("b.txt")) + b"\n")
    assert holdings.load_manifest(tmp_path) == (item("a.txt"), item("b.txt"))
    assert holdings.load_manifest(tmp_path / "nowhere") == ()


@pytest.mark.parametrize("second_line", [b'{"path": "b.txt"}', b"not json"])
def test_a_faulty_manifest_is_an_error_with_its_line(tmp_path: Path, second_line: bytes) -> None:
    (tmp_path / "manifest.jsonl").write_bytes(encode(item("a.txt")) + b"\n" + second_line)
    with pytest.raises(StoreError, match="line 2: is damaged"):
        holdings.load_manifest(tmp_path)


@pytest.mark.parametrize("ending", [b"", b"\n"])
def test_the_manifest_grows_and_keeps_what_it_had(tmp_path: Path, ending: bytes) -> None:
    first = encode(item("a.txt")) + ending
    (tmp_path / "manifest.jsonl").write_bytes(first)
    holdings.append_manifest(tmp_path, [item("b.txt"), item("c.txt")])
    assert (tmp_path / "manifest.jsonl").read_bytes().startswith(first)
    assert [line.path for line in holdings.load_manifest(tmp_path)] == ["a.txt", "b.txt", "c.txt"]


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    first = holdings.put_raw(tmp_path, b"<p>", ".html")
    written = (tmp_path / first).stat().st_mtime_ns
    assert holdings.put_raw(tmp_path, b"<p>", ".html") == first
    assert (tmp_path / first).stat().st_mtime_ns == written
    assert first == f"raw/{hashlib.sha256(b'<p>').hexdigest()[:2]}/{hashlib.sha256(b'<p>').hexdigest()}.html"


def test_runs_are_numbered(tmp_path: Path) -> None:
    for _ in range(2):
        results.append_run(tmp_path, Timings(command="run", begun="", seconds={}), {"read": 1})
    assert sorted(path.name for path in (tmp_path / "runs").iterdir()) == ["1.json", "2.json"]


def test_what_a_killed_fetch_left_half_written_is_cleared(tmp_path: Path) -> None:
    put(tmp_path, ".manifest.jsonl.7.tmp", "raw/ab/.abc.html.7.tmp", "raw/ab/abc.html", "berkas/.mine.7.tmp")
    with holdings.locked_corpus(tmp_path):
        pass
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert left == [".lock", "berkas/.mine.7.tmp", "raw/ab/abc.html"]
