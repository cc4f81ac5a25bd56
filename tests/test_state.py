"""What is done again, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model import CorpusItem
from pipeline.state import Done, Stamp, Versions, dataset_key, first_of_each, task_of

STAMP = Stamp(size=1, mtime_ns=1, ctime_ns=1, sha256="f" * 64, settled=True)
NOW = Versions(read="r1", extract="e1", dataset="d1", ocr="engine 2")


def item(path: str, sha256: str = "a", url: str | None = None) -> CorpusItem:
    return CorpusItem(
        sha256=sha256, path=path, media_type="text/plain", size=1, source="test", family=url or path, url=url
    )


DONE = Done(item=item("a.txt"), read="r1", extract="e1", output=STAMP)

# what was done, whether its record is intact -> nothing, "reuse" its text, or "read" it
CASES = [
    (DONE, True, None),
    (None, False, "read"),
    (DONE, False, "read"),
    (replace(DONE, extract="e0"), True, "reuse"),
    (replace(DONE, extract="e0"), False, "read"),
    (replace(DONE, read="r0", extract="e0"), True, "read"),
    (replace(DONE, item=item("renamed.txt")), True, "read"),
    (replace(DONE, item=item("a.txt", url="https://example.org/a")), True, "read"),
    (replace(DONE, ocr="engine 2"), True, None),
    (replace(DONE, ocr="engine 1"), True, "read"),
    (replace(DONE, ocr="none", quarantined="needs_ocr"), True, "read"),
]


@pytest.mark.parametrize(("done", "intact", "expected"), CASES)
def test_a_document_is_done_again_when_its_ground_moved(
    done: Done | None, intact: object, expected: str | None
) -> None:
    task = task_of(item("a.txt"), done, NOW, location="/c/a.txt", out="/o", intact=bool(intact))
    assert (None if task is None else "reuse" if task.reuse else "read") == expected


def test_of_equal_bytes_the_one_with_provenance_is_kept() -> None:
    fetched = item("z.txt", url="https://example.org/z")
    kept, copies = first_of_each((item("b.txt"), item("a.txt"), fetched, item("other.txt", "b")))
    assert [entry.path for entry in kept] == ["other.txt", "z.txt"]
    assert [entry.path for entry in copies] == ["a.txt", "b.txt"]


def test_the_dataset_depends_on_records_index_and_code_alone() -> None:
    key = dataset_key({"a": DONE, "b": DONE}, b"{}", NOW)
    assert key == dataset_key({"b": replace(DONE, lines=("x",)), "a": DONE}, b"{}", NOW)
    changed = replace(DONE, output=replace(STAMP, sha256="0" * 64))
    others = {
        dataset_key({"a": DONE, "b": changed}, b"{}", NOW),
        dataset_key({"a": DONE}, b"{}", NOW),
        dataset_key({"a": DONE, "b": DONE}, b"{1}", NOW),
        dataset_key({"a": DONE, "b": DONE}, b"{}", replace(NOW, dataset="d2")),
    }
    assert len(others | {key}) == 5
