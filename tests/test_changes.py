"""What runs changed is kept beside the ledger, also where one of them was killed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import changes, store
from pipeline.codec import encode
from pipeline.errors import UsageError
from pipeline.ledger import Stopwatch

HEAD = b"region_code,region,edition,basis,score,category,evidence,documents\n"


def tables(score: str) -> dict[str, bytes]:
    return {
        "scores.csv": HEAD + f"36.02,Kabupaten Lebak,ikp_2024,,{score},,Lebak,b.txt\n".encode(),
        "datapackage.json": b"{}",
    }


def run(out: Path, key: str, score: str, *, killed: str = "") -> None:
    """Publish a score as ``stages.conclude`` does, or be killed before a step."""
    changes.note(out, key, tables(score), same_code=True)
    if killed == "publish":
        return
    store.replace_folder(out / "dataset", tables(score))
    if killed == "ledger":
        return
    noted = changes.noted(out, key)
    lines = b"".join(encode(change) + b"\n" for change in noted or ())
    store.append_run(out, Stopwatch().timings(), {}, changes=lines)
    store.remove(store.pending_path(out))


def told(out: Path, first: int | None = None, last: int | None = None) -> tuple[int, int, list[tuple[str, str]]]:
    start, end, found = changes.changed_by(out, first, last)
    return start, end, [(one.before, one.after) for one in found]


def test_the_first_dataset_changes_nothing(tmp_path: Path) -> None:
    assert told(tmp_path) == (0, 0, [])
    run(tmp_path, "k1", "1")
    assert told(tmp_path) == (0, 1, [])


def test_runs_are_told_alone_and_together(tmp_path: Path) -> None:
    for number, score in enumerate(("1", "2", "2", "5"), start=1):
        run(tmp_path, f"k{number}", score)
    assert told(tmp_path) == (3, 4, [("2", "5")])
    assert told(tmp_path, 1, 2) == (1, 2, [("1", "2")])
    assert told(tmp_path, 1) == (1, 4, [("1", "5")])
    assert told(tmp_path, None, 3) == (1, 3, [("1", "2")])
    with pytest.raises(UsageError, match="has no run 9; give a number from 0 to 4"):
        changes.changed_by(tmp_path, 9, None)


@pytest.mark.parametrize("killed", ["publish", "ledger"])
def test_a_killed_run_loses_no_difference(tmp_path: Path, killed: str) -> None:
    run(tmp_path, "k1", "1")
    run(tmp_path, "k2", "2", killed=killed)
    run(tmp_path, "k2", "2")
    assert told(tmp_path) == (1, 2, [("1", "2")])
    assert not store.pending_path(tmp_path).exists()


@pytest.mark.parametrize("killed", ["publish", "ledger"])
def test_nor_where_the_next_run_finds_another_corpus(tmp_path: Path, killed: str) -> None:
    run(tmp_path, "k1", "1")
    run(tmp_path, "k2", "2", killed=killed)
    run(tmp_path, "k3", "3")
    assert told(tmp_path) == (1, 2, [("1", "3")])
