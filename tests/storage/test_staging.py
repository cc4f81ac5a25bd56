"""Files that are put together aside: written once from pieces, read before they are published, then put in place."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.model import Written
from pipeline.storage import staging, store
from published import publish

DESCRIPTOR = {"datapackage.json": b"{}"}


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_folder_is_replaced_as_a_whole(tmp_path: Path) -> None:
    dataset = tmp_path / "dataset"
    publish(dataset, DESCRIPTOR | {"old.csv": b"1", "both.csv": b"1"})
    publish(dataset, DESCRIPTOR | {"both.csv": b"2", "new.csv": b"2"})
    assert contents(dataset) == DESCRIPTOR | {"both.csv": b"2", "new.csv": b"2"}
    assert [path.name for path in tmp_path.iterdir()] == ["dataset"]


def test_a_folder_with_other_files_is_not_replaced(tmp_path: Path) -> None:
    put(tmp_path, "dataset/thesis.docx")
    with pytest.raises(StoreError, match="would be lost"):
        publish(tmp_path / "dataset", DESCRIPTOR)
    assert [path.name for path in tmp_path.iterdir()] == ["dataset"]
    assert (tmp_path / "dataset" / "thesis.docx").exists()


def test_what_is_staged_is_described_and_read_while_the_old_files_stand(tmp_path: Path) -> None:
    dataset = tmp_path / "dataset"
    publish(dataset, DESCRIPTOR | {"a.csv": b"old"})
    with staging.staged(dataset) as stage:
        stage.put("a.csv", iter((b"new", b" and", b" more")))
        assert stage.files == {"a.csv": Written(size=12, sha256=hashlib.sha256(b"new and more").hexdigest())}
        names = ("a.csv", "b.csv")
        both = [{name: file().read() for name, file in files.items()} for files in
                (staging.published(dataset, names), stage.opened())]  # fmt: skip
        assert both == [{"a.csv": b"old"}, {"a.csv": b"new and more"}]
        assert contents(dataset)["a.csv"] == b"old"
        stage.put("datapackage.json", (b"{}",))
        staging.publish(dataset, stage)
    assert contents(dataset)["a.csv"] == b"new and more"


def test_stamps_are_those_of_the_published_files(tmp_path: Path) -> None:
    dataset = tmp_path / "dataset"
    with staging.staged(dataset) as stage:
        stage.put("datapackage.json", (b"{}",))
        stamps = staging.publish(dataset, stage)
    assert stamps == {"datapackage.json": store.stamp(dataset / "datapackage.json")}


def test_what_fails_half_way_leaves_the_old_files_and_nothing_else(tmp_path: Path) -> None:
    dataset = tmp_path / "dataset"
    publish(dataset, DESCRIPTOR)

    def half() -> Iterator[bytes]:
        yield b"a,b\n"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), staging.staged(dataset) as stage:
        stage.put("a.csv", half())
    assert [path.name for path in tmp_path.iterdir()] == ["dataset"]
    with pytest.raises(ZeroDivisionError):
        store.put(tmp_path / "b.csv", half())
    assert [path.name for path in tmp_path.iterdir()] == ["dataset"]
    assert contents(dataset) == DESCRIPTOR


def test_a_full_disk_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="No space left on device"), staging.staged(tmp_path / "dataset") as stage:
        stage.put("a.csv", (b"1",))
    assert list(tmp_path.iterdir()) == []


def test_tables_may_be_larger_than_any_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MAX_FILE_BYTES", 1)
    dataset = tmp_path / "dataset"
    with staging.staged(dataset) as stage:
        stage.put("datapackage.json", (b"{}",))
        stamps = staging.publish(dataset, stage)
    assert store.stamps(dataset, stamps).keys() == stamps.keys()
    assert staging.published(dataset, stamps)["datapackage.json"]().read() == b"{}"
    with pytest.raises(StoreError, match="has more than"):
        store.stamp(dataset / "datapackage.json")


def test_a_scratch_folder_is_gone_afterwards() -> None:
    with staging.scratch() as stage:
        stage.put("a.csv", (b"1",))
        assert stage.opened()["a.csv"]().read() == b"1"
    assert not stage.place.exists()


def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    put(tmp_path, "a.csv")
    files = staging.published(tmp_path, ("a.csv",))
    (tmp_path / "a.csv").unlink()
    with pytest.raises(StoreError, match="cannot be read"):
        files["a.csv"]()
