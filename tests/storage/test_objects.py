"""Corpus and results in an object store: the same tables as on the disk, the lock, what is left alone."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from upath import UPath

from bucket import Bucket, bucket
from pipeline.errors import BusyError, StoreError, UsageError
from pipeline.jobs import stages
from pipeline.jobs.gather import gather_from
from pipeline.jobs.memory import load_fetched
from pipeline.sources.values import Brought, Descriptor, Known
from pipeline.storage import holdings, objects, store
from pipeline.storage.files import at, lies_in, whole
from published import publish

ROOT = Path(stages.__file__).parents[2]
TEXT = "Kabupaten {} memperoleh skor IKP 2024 sebesar {} dan masuk kategori rawan tinggi.\n"


@pytest.fixture(scope="module")
def served() -> Iterator[Bucket]:
    with bucket() as one:
        yield one


@pytest.fixture
def here(served: Bucket, monkeypatch: pytest.MonkeyPatch) -> Bucket:
    for name, value in served.environment.items():
        monkeypatch.setenv(name, value)
    return served


def ikp(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline.cli", *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, timeout=200)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXT.format("Pandeglang", "77,73"))
    (folder / "sub" / "b.txt").write_text(TEXT.format("Malang", "64,01"))
    (folder / "kosong.txt").touch()
    (folder / ".hidden.txt").write_text(TEXT.format("Lebak", "1,00"))
    return folder


def test_a_run_in_an_object_store_publishes_the_same_bytes(here: Bucket, corpus: Path, tmp_path: Path) -> None:
    here.fill(corpus, "runs/corpus")
    places = ("--corpus", f"{here.address}/runs/corpus", "--out", f"{here.address}/runs/out", "--workers", "1")
    local = ("--corpus", str(corpus), "--out", str(tmp_path / "out"), "--workers", "1")
    away, near = ikp("run", *places), ikp("run", *local)
    assert away.returncode == near.returncode == 1, "the empty file needs a person"
    assert away.stderr == near.stderr
    for folder in ("dataset", "documents"):
        kept = {path.name: path.read_bytes() for path in (tmp_path / "out" / folder).iterdir()}
        assert here.files(f"runs/out/{folder}") == kept
    again = ikp("run", *places)
    assert "nothing new, nothing done" in again.stdout
    assert ikp("why", "36.01", "score", *places[2:4]).stdout == ikp("why", "36.01", "score", *local[2:4]).stdout
    assert ".lock" not in here.files("runs/out")


def noted(monkeypatch: pytest.MonkeyPatch, name: str) -> list[str]:
    """Note the names of the objects that a function of ``objects`` is called with."""
    names: list[str] = []
    call = getattr(objects, name)

    def noting(path: UPath, *arguments: object) -> object:
        names.append(path.name)
        return call(path, *arguments)

    monkeypatch.setattr(objects, name, noting)
    return names


def test_an_object_is_hashed_again_only_where_its_tag_changed(
    here: Bucket, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.fill(corpus, "tags")
    known = {
        file.name: store.stamp(file.location, status=file.status) for file in store.walk(at("s3://ikp/tags")).files
    }
    assert sorted(known) == ["a.txt", "kosong.txt", "sub/b.txt"]
    here.store.pipe_file("ikp/tags/a.txt", b"other")
    asked = noted(monkeypatch, "digest")
    for file in store.walk(at("s3://ikp/tags")).files:
        store.stamp(file.location, known[file.name], file.status)
    assert asked == ["a.txt"]


def test_published_objects_are_exactly_the_new_ones_and_the_descriptor_comes_last(
    here: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = at("s3://ikp/published/dataset")
    publish(folder, {"datapackage.json": b"1", "old.csv": b"1", "scores.csv": b"1"})
    order = noted(monkeypatch, "_send")
    publish(folder, {"datapackage.json": b"2", "scores.csv": b"2", "z.csv": b"2"})
    assert order == ["scores.csv", "z.csv", "datapackage.json"]
    assert here.files("published/dataset") == {"datapackage.json": b"2", "scores.csv": b"2", "z.csv": b"2"}


def test_what_is_no_dataset_is_not_replaced(here: Bucket) -> None:
    here.store.pipe_file("ikp/mine/dataset/notes.txt", b"mine")
    with pytest.raises(StoreError, match="holds files that are not a published dataset"):
        publish(at("s3://ikp/mine/dataset"), {"datapackage.json": b"{}"})
    assert here.files("mine/dataset") == {"notes.txt": b"mine"}


def test_one_run_holds_the_lock_and_the_other_says_who(here: Bucket) -> None:
    out = at(f"{here.address}/locked")
    with (
        store.locked(out) as left,
        pytest.raises(BusyError, match=r"another run is at work there \(process \d+, since"),
        store.locked(out),
    ):
        pass
    assert left == ""
    with store.locked(out):
        pass


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "BEAT_SECONDS", 0.2)
    monkeypatch.setattr(objects, "SETTLE_SECONDS", 0.3)


def test_a_first_publication_that_was_killed_is_completed(here: Bucket) -> None:
    here.store.pipe_file("ikp/first/dataset/scores.csv", b"1")
    publish(at("s3://ikp/first/dataset"), {"datapackage.json": b"2", "scores.csv": b"2"})
    assert here.files("first/dataset") == {"datapackage.json": b"2", "scores.csv": b"2"}


def stale(here: Bucket, name: str, *, ahead: float = 0.0) -> str:
    """Leave the lock of a run that was killed, whose clock may have been ahead; return its holder."""
    beat = time.time() + ahead if ahead else time.time() - objects.STALE_SECONDS - 1
    note = {"holder": "process 7, on elsewhere", "beat": beat, "token": "7"}
    here.store.pipe_file(f"ikp/{name}/.lock", json.dumps(note).encode())
    return str(note["holder"])


@pytest.mark.usefixtures("quick")
def test_a_stale_lock_is_taken_over_by_one_of_two(here: Bucket) -> None:
    stale(here, "two")
    ends: list[str] = []
    both_ended = threading.Barrier(2)

    def run() -> None:
        try:
            with store.locked(at("s3://ikp/two")):
                ends.append("works")
                both_ended.wait(20)
        except BusyError:
            ends.append("busy")
            both_ended.wait(20)

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(ends) == ["busy", "works"]


@pytest.mark.usefixtures("quick")
def test_who_was_taken_over_publishes_nothing_and_leaves_the_lock(
    here: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(objects, "_beat", lambda *_: None)
    out = at("s3://ikp/asleep")
    with store.locked(out):
        theirs = json.dumps({"holder": "another", "beat": time.time(), "token": "9"}).encode()
        here.store.pipe_file("ikp/asleep/.lock", theirs)
        with pytest.raises(StoreError, match="another run took over"):
            publish(out / "dataset", {"datapackage.json": b"{}"})
    assert here.files("asleep") == {".lock": theirs}


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("ahead", [-1_000.0, 1_000.0])
def test_a_lock_at_work_is_kept_whatever_its_clock_says(here: Bucket, ahead: float) -> None:
    name = f"clock{ahead:.0f}"
    stale(here, name, ahead=ahead)
    ended = threading.Event()

    def renew() -> None:
        while not ended.wait(0.05):
            stale(here, name, ahead=ahead + time.monotonic())

    at_work = threading.Thread(target=renew)
    at_work.start()
    try:
        with pytest.raises(BusyError, match="process 7, on elsewhere"), store.locked(at(f"s3://ikp/{name}")):
            pass
    finally:
        ended.set()
        at_work.join()


@pytest.mark.usefixtures("quick")
def test_a_lock_that_is_given_back_in_between_is_taken(here: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    created = iter([False])
    create = objects._created
    monkeypatch.setattr(objects, "_created", lambda mine: next(created, None) is None and create(mine))
    with store.locked(at(f"{here.address}/between")) as left:
        assert left == ""


@pytest.mark.usefixtures("quick")
def test_a_lock_of_the_future_that_nobody_renews_is_stale(here: Bucket) -> None:
    holder = stale(here, "future", ahead=100_000)
    with store.locked(at("s3://ikp/future")) as left:
        assert left == holder


@pytest.mark.usefixtures("quick")
def test_a_lock_that_nobody_renews_is_stale(here: Bucket) -> None:
    note = {"holder": "process 7, since 2026-11-29T02:00:00Z", "beat": time.time() - objects.STALE_SECONDS - 1}
    here.store.pipe_file("ikp/stale/.lock", json.dumps(note).encode())
    with store.locked(at("s3://ikp/stale")) as left:
        assert left == note["holder"]


def test_a_lock_is_renewed(here: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objects, "BEAT_SECONDS", 0.05)
    path = "ikp/beating/.lock"
    with store.locked(at("s3://ikp/beating")):
        first = json.loads(here.store.cat_file(path))["beat"]
        end = time.monotonic() + 20
        while json.loads(here.store.cat_file(path))["beat"] == first:
            assert time.monotonic() < end, "was never renewed"
            time.sleep(0.05)


@pytest.mark.parametrize("where", ["s3://ikp/none", "s3://no-such-bucket/corpus"])
def test_a_folder_that_is_not_there_is_one_line(here: Bucket, where: str) -> None:
    assert here
    with pytest.raises(StoreError, match=r"is not a folder that can be read|cannot be read"):
        store.walk(at(where))


def test_a_store_that_cannot_be_reached_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "none")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "none")
    ended = ikp("run", "--corpus", "s3://ikp/corpus", "--out", "s3://ikp/out")
    assert ended.returncode == 3
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.startswith("s3://ikp/corpus: cannot be read (EndpointConnectionError: ")


@pytest.mark.parametrize(
    "command",
    [
        ("run", "--corpus", "s3://ikp/corpus"),
        ("match", "Serang", "--corpus", "s3://ikp/corpus"),
        ("export", "--out", "s3://ikp/corpus", "--to", "release"),
        ("diff", "--out", "s3://ikp/corpus"),
    ],
)
def test_a_store_without_keys_says_which_to_set(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: tuple[str, ...]
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("HOME", str(tmp_path))
    ended = ikp(*command)
    assert ended.returncode == 3
    where, _, told = ended.stderr.partition(": ")
    assert where.startswith("s3://ikp/corpus")
    assert told == "lies in an object store that needs keys; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY\n"


def test_an_address_of_an_unknown_store_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="nowhere://x: needs a package"):
        at("nowhere://x")
    assert ikp("run", "--corpus", "nowhere://x").returncode == 2


def test_places_are_compared_by_their_whole_names(tmp_path: Path) -> None:
    assert whole(at("s3://ikp/a/")) == "s3://ikp/a"
    assert lies_in(at("s3://ikp/a/b"), at("s3://ikp/a"))
    assert not lies_in(at("s3://ikp/ab"), at("s3://ikp/a"))
    assert not lies_in(tmp_path, at("s3://ikp/a"))
    with pytest.raises(UsageError, match="is the corpus too"):
        stages.check_folders(tmp_path, tmp_path)


def test_what_is_fetched_is_kept_there_too(here: Bucket) -> None:
    corpus = at(f"{here.address}/fetched")
    source = Descriptor(name="pers", kind="feed")
    known = Known(source="pers", etag='"1"', content_key="k")
    url = "https://pers.example/a"
    page = Brought(family=url, url=url, body=b"<p>Skor", media_type="text/html", known=known)
    for night in ("2024-08-02T19:00:00Z", "2024-08-03T19:00:00Z"):
        gathered = gather_from(corpus, [source], lambda _source, _memory: iter([page]), now=night)
    assert gathered.counts["pers"].unchanged == 1
    files = here.files("fetched")
    assert len([name for name in files if name.startswith("raw/")]) == 1
    assert [line.url for line in holdings.load_manifest(corpus)] == [url]
    assert load_fetched(corpus).sources["pers"][url].etag == '"1"'
    assert [found.name for found in store.walk(corpus).files] == [
        name for name in files if name.startswith("raw/")
    ]
