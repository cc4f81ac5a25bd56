"""What runs changed is kept beside the ledger, also where one of them was killed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from pipeline.dataset.changes.differences import differences
from pipeline.dataset.release.formats import written_as
from pipeline.errors import StoreError, UsageError
from pipeline.jobs import changes
from pipeline.state import Versions
from pipeline.storage import results, store
from pipeline.storage.codec import encode
from pipeline.storage.kept import Basis, basis_path, load_basis
from pipeline.storage.ledger import Stopwatch
from published import opened, publish

VERSIONS = Versions(read="r", extract="e", dataset="d", rules="r", tables="t")
HEAD = b"region_code,region,edition,basis,score,category,evidence,documents\n"


def tables(score: str) -> dict[str, bytes]:
    return {
        "scores.csv": HEAD + f"36.02,Kabupaten Lebak,ikp_2024,,{score},,Lebak,b.txt\n".encode(),
        "datapackage.json": b"{}",
    }


def run(out: Path, key: str, score: str, *, killed: str = "") -> None:
    """Publish a score as ``stages.conclude`` does, or be killed before a step."""
    compare = partial(differences, after=opened(tables(score)))
    files = {name: written_as(data) for name, data in tables(score).items()}
    changes.note(out, key, files, compare=compare, basis=Basis(versions=VERSIONS, tables={"t.csv": key}))
    if killed == "publish":
        return
    publish(out / "dataset", tables(score))
    if killed == "ledger":
        return
    noted = changes.noted(out)
    lines = b"".join(encode(change) + b"\n" for change in noted or ())
    results.append_run(out, Stopwatch().timings(), {}, changes=lines)
    if killed == "end":
        return
    changes.settle(out)
    store.remove(results.pending_path(out))


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
    assert told(tmp_path, None, 2) == (1, 2, [("1", "2")])
    assert told(tmp_path, None, 3) == (2, 3, [])


@pytest.mark.parametrize(
    ("first", "last", "message"),
    [
        (9, None, "has no run 9; give a number from 0 to 2"),
        (2, 1, "has no run after 2 up to 1; give a number below 1"),
        (2, None, "has no run after 2 up to 2; give a number below 2"),
        (0, 0, "has no run after 0 up to 0; give a number from 1 with --to"),
        (None, 0, "has no run after 0 up to 0"),
    ],
)
def test_runs_between_which_there_is_none_are_wrong_use(
    tmp_path: Path, first: int | None, last: int | None, message: str
) -> None:
    for number in ("1", "2"):
        run(tmp_path, number, number)
    with pytest.raises(UsageError, match=message):
        changes.changed_by(tmp_path, first, last)


def test_a_folder_that_is_not_there_has_no_runs(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="check the path"):
        changes.changed_by(tmp_path / "nowhere", None, None)


@pytest.mark.parametrize("killed", ["publish", "ledger", "end"])
def test_a_killed_run_loses_no_difference(tmp_path: Path, killed: str) -> None:
    run(tmp_path, "k1", "1")
    run(tmp_path, "k2", "2", killed=killed)
    if killed != "end":
        run(tmp_path, "k2", "2")
    else:
        assert changes.noted(tmp_path) is None, "the ledger has it"
        run(tmp_path, "k3", "2")
    assert told(tmp_path) == (1, 2, [("1", "2")])
    assert not results.pending_path(tmp_path).exists()


@pytest.mark.parametrize("killed", ["publish", "ledger"])
def test_nor_where_the_next_run_finds_another_corpus(tmp_path: Path, killed: str) -> None:
    run(tmp_path, "k1", "1")
    run(tmp_path, "k2", "2", killed=killed)
    run(tmp_path, "k3", "3")
    assert told(tmp_path) == (1, 2, [("1", "3")])


def test_what_was_published_is_told_although_the_next_run_publishes_nothing(tmp_path: Path) -> None:
    run(tmp_path, "k1", "1")
    run(tmp_path, "k2", "2", killed="ledger")
    found = changes.noted(tmp_path)
    assert [(one.before, one.after) for one in found or ()] == [("1", "2")]
    run(tmp_path, "k4", "4", killed="publish")
    found = changes.noted(tmp_path)
    assert [(one.before, one.after) for one in found or ()] == [("1", "2")], "4 was never published"


def test_the_ground_of_the_next_comparison_is_what_is_published(tmp_path: Path) -> None:
    run(tmp_path, "k1", "1")
    assert grounds(tmp_path) == "k1"
    run(tmp_path, "k2", "2", killed="publish")
    changes.settle(tmp_path)
    assert grounds(tmp_path) == "k1", "2 is not published"
    run(tmp_path, "k2", "2", killed="ledger")
    changes.settle(tmp_path)
    assert grounds(tmp_path) == "k2"


def grounds(out: Path) -> str:
    basis = load_basis(out)
    return basis.tables["t.csv"] if basis else ""


def test_a_damaged_ground_is_none(tmp_path: Path) -> None:
    run(tmp_path, "k1", "1")
    basis_path(tmp_path).write_bytes(b"{")
    assert load_basis(tmp_path) is None


OLD_LINE = (
    b'{"kind":"MOD","table":"scores","key":"Kabupaten Lebak (36.02) ikp_2024","column":"score","before":"1",'
    b'"after":"2","cause":"code","files":["b.txt"],"quote":"Lebak"}'
)


def test_a_ledger_of_an_earlier_version_is_read(tmp_path: Path) -> None:
    run(tmp_path, "k1", "2")
    run(tmp_path, "k2", "5")
    (tmp_path / "runs" / "1.changes.jsonl").write_bytes(OLD_LINE + b"\n")
    (old,) = changes.changed_by(tmp_path, 0, 1)[2]
    assert (old.cause, old.files, old.findings, old.human) == ("code", ("b.txt",), (), "")
    (both,) = changes.changed_by(tmp_path, 0, 2)[2]
    assert (both.before, both.after) == ("1", "5")
    pending = b'{"key":"k","tables":"t","changes":[' + OLD_LINE + b'],"run":9}'
    results.pending_path(tmp_path).write_bytes(pending)
    noted = changes.load_pending(tmp_path)
    assert noted is not None
    assert (noted.basis, noted.changes) == (None, (old,))
    changes.settle(tmp_path)
    assert grounds(tmp_path) == "k2"


def test_two_killed_runs_lose_no_difference(tmp_path: Path) -> None:
    run(tmp_path, "k1", "10")
    run(tmp_path, "k2", "20", killed="ledger")
    run(tmp_path, "k3", "30", killed="publish")
    assert [(one.before, one.after) for one in changes.noted(tmp_path) or ()] == [("10", "20")]
    run(tmp_path, "k4", "40")
    assert told(tmp_path) == (1, 2, [("10", "40")])
