"""A run: what is done, what is done again, what stays; and it ends in the same bytes whatever happened before."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from apart import all_here
from pipeline.dataset import Fault
from pipeline.errors import ReadError, StoreError, UsageError
from pipeline.jobs import explain, exports, extracting, measure, stages, work
from pipeline.jobs.versions import code_versions
from pipeline.model import (
    CorpusItem,
    Document,
    Evidence,
    Extraction,
    Finding,
    Metadata,
    Parsed,
    Quarantined,
    Span,
)
from pipeline.state import Counted, Summary, Versions
from pipeline.storage import results, store
from pipeline.storage.codec import encode
from published import results_in


def scores_only(item: CorpusItem, document: Document) -> Extraction:
    """Take each decimal as a score of Kabupaten Pandeglang: a quick stand-in for the extraction."""
    return Extraction(metadata=Metadata(kind="news"), findings=tuple(_scores(item, document)))


def _scores(item: CorpusItem, document: Document) -> Iterator[Finding]:
    for match in re.finditer(r"\d+,\d+", document.text):
        evidence = Evidence(raw=match.group(), span=Span(start=match.start(), end=match.end()))
        yield Finding(
            id=hashlib.sha256(f"{item.family} {match.start()}".encode()).hexdigest()[:16],
            document=document.sha256,
            type="score",
            region_code="36.01",
            edition="ikp_2024",
            evidence=(evidence,),
            rule="stand_in",
            rule_version=1,
            confidence=1.0,
            decision="auto",
            evidence_hash="e",
            value_hash=match.group(),
            score=Decimal(match.group().replace(",", ".")),
        )


class Bench:
    """A corpus folder, an output folder, and what the last run worked on."""

    def __init__(self, folder: Path) -> None:
        self.corpus, self.out = folder / "corpus", folder / "out"
        self.corpus.mkdir()
        self.worked: list[str] = []

    def put(self, name: str, text: str) -> None:
        (self.corpus / name).parent.mkdir(parents=True, exist_ok=True)
        (self.corpus / name).write_text(text)

    def run(self) -> Summary:
        self.worked.clear()
        return stages.run(
            self.corpus, self.out, workers=1, watch=lambda _done, _of, path: self.worked.append(path)
        )

    def published(self) -> dict[str, bytes]:
        """Everything in the output folder but what is ours alone: state, lock, ledger."""
        return results_in(self.out)

    def fresh(self, folder: Path) -> dict[str, bytes]:
        """Publish the same corpus anew, as a first run does."""
        stages.run(self.corpus, folder, workers=1)
        return results_in(folder)


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    all_here(monkeypatch)
    monkeypatch.setattr(work, "extract_document", scores_only)
    made = Bench(tmp_path)
    made.put("a.txt", "Kabupaten Pandeglang dengan skor 77,70.")
    made.put("sub/b.txt", "Kabupaten Pandeglang dengan skor 77,70, kata Bawaslu.")
    return made


def test_the_first_run_reads_all_and_publishes(bench: Bench) -> None:
    summary = bench.run()
    assert bench.worked == ["a.txt", "sub/b.txt"]
    assert (summary.documents, summary.read, summary.unchanged, summary.rebuilt) == (2, 2, 0, True)
    assert summary.findings == {"score": Counted(auto=2, review=0)}
    assert (summary.covered, summary.regions, summary.lines, summary.failed) == (1, 552, (), ())
    assert "77.70" in (bench.out / "dataset" / "scores.csv").read_text()


def test_the_second_run_does_nothing(bench: Bench) -> None:
    bench.run()
    before = {path: path.stat().st_mtime_ns for path in (bench.out / "dataset").iterdir()}
    summary = bench.run()
    assert bench.worked == []
    assert (summary.read, summary.unchanged, summary.removed, summary.rebuilt) == (0, 2, 0, False)
    assert {path: path.stat().st_mtime_ns for path in (bench.out / "dataset").iterdir()} == before
    assert results.last_run(bench.out) == 1, "a run that did nothing is not worth a ledger entry"


def test_a_new_a_changed_and_a_renamed_file_are_worked_on_alone(bench: Bench, tmp_path: Path) -> None:
    bench.put("c.txt", "skor 1,5")
    bench.put("d.txt", "skor 2,5")
    bench.run()
    bench.put("new.txt", "skor 3,5")
    bench.put("c.txt", "skor 9,5")
    (bench.corpus / "d.txt").rename(bench.corpus / "renamed.txt")
    summary = bench.run()
    assert bench.worked == ["c.txt", "new.txt", "renamed.txt"]
    assert (summary.read, summary.unchanged) == (3, 2)
    assert (summary.replaced, summary.removed) == (1, 0), "of c.txt a version went, d.txt has another name"
    assert bench.published() == bench.fresh(tmp_path / "fresh")


def test_documents_that_are_gone_leave_the_dataset(bench: Bench, tmp_path: Path) -> None:
    bench.run()
    (bench.corpus / "a.txt").unlink()
    summary = bench.run()
    assert (summary.documents, summary.removed, summary.replaced, summary.rebuilt) == (1, 1, 0, True)
    assert bench.published() == bench.fresh(tmp_path / "fresh")
    assert b"a.txt" not in bench.published()["dataset/documents.csv"]


def test_touching_a_file_changes_nothing(bench: Bench) -> None:
    bench.run()
    (bench.corpus / "a.txt").touch()
    assert bench.run().rebuilt is False
    assert bench.worked == []


def record_name(bench: Bench, name: str) -> str:
    return f"documents/{hashlib.sha256((bench.corpus / name).read_bytes()).hexdigest()}.json"


DAMAGED = ["dataset/scores.csv", "documents/index.json", "a.txt"]


@pytest.mark.parametrize("name", DAMAGED)
@pytest.mark.parametrize("damage", ["delete", "alter", "append"])
def test_an_output_that_was_damaged_is_made_again(bench: Bench, name: str, damage: str) -> None:
    bench.run()
    before = bench.published()
    path = bench.out / (record_name(bench, name) if name == "a.txt" else name)
    if damage == "delete":
        path.unlink()
    else:
        data = path.read_bytes()
        path.write_bytes(data + b" " if damage == "append" else data.swapcase())
    bench.run()
    assert bench.published() == before
    assert bench.worked == (["a.txt"] if name == "a.txt" else [])


@pytest.mark.parametrize("lost", [".state.json", "dataset", "documents", ""])
def test_what_was_computed_can_be_deleted_and_comes_back_the_same(bench: Bench, lost: str) -> None:
    bench.run()
    before = bench.published()
    target = bench.out / lost
    target.rename(bench.out.parent / "lost")
    bench.run()
    assert bench.published() == before


def change_code(monkeypatch: pytest.MonkeyPatch, versions: Versions) -> None:
    monkeypatch.setattr(stages, "code_versions", lambda: versions)


ONE = Versions(read="r1", extract="e1", dataset="d1")


def test_a_document_that_waits_for_ocr_is_read_again_alone_once_an_engine_is_there(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = work.read_document

    def read(item: CorpusItem, location: Path) -> Document:
        if item.path == "a.txt" and vars(stages)["code_versions"]().ocr == "none":
            raise ReadError("no text", where=item.path, remedy="install an engine", code="needs_ocr")
        return real(item, location)

    monkeypatch.setattr(work, "read_document", read)
    change_code(monkeypatch, ONE)
    assert bench.run().quarantined == (("a.txt", "needs_ocr"),)
    assert (bench.run().read, bench.worked) == (0, [])
    change_code(monkeypatch, replace(ONE, ocr="engine 1"))
    assert (bench.run().quarantined, bench.worked) == ((), ["a.txt"])


def test_a_quarantined_document_is_tried_again_when_the_reader_changes(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = work.read_document

    def read(item: CorpusItem, location: Path) -> Document:
        if vars(stages)["code_versions"]().read == "r1":
            raise MemoryError
        return real(item, location)

    monkeypatch.setattr(work, "read_document", read)
    change_code(monkeypatch, ONE)
    assert bench.run().quarantined == (("a.txt", "memory"), ("sub/b.txt", "memory"))
    assert (bench.run().read, bench.worked) == (0, [])
    change_code(monkeypatch, replace(ONE, read="r2"))
    assert (bench.run().quarantined, len(bench.worked)) == ((), 2)


def unreadable_now(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(_item: CorpusItem, _location: Path) -> Document:
        raise AssertionError("read again")

    monkeypatch.setattr(work, "read_document", read)


def test_new_extraction_code_uses_the_text_that_was_read(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    change_code(monkeypatch, ONE)
    bench.run()
    before = bench.published()
    unreadable_now(monkeypatch)
    change_code(monkeypatch, replace(ONE, extract="e2", dataset="d2"))
    summary = bench.run()
    assert (summary.read, summary.extracted, summary.unchanged) == (0, 2, 0)
    assert bench.published() == before


def test_new_dataset_code_builds_the_dataset_alone(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    change_code(monkeypatch, ONE)
    bench.run()
    change_code(monkeypatch, replace(ONE, dataset="d2"))
    summary = bench.run()
    assert (bench.worked, summary.unchanged, summary.rebuilt) == ([], 2, True)


def test_new_reading_code_reads_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    change_code(monkeypatch, ONE)
    bench.run()
    change_code(monkeypatch, Versions(read="r2", extract="e2", dataset="d2"))
    assert bench.run().read == 2


def test_code_that_matters_has_three_different_hashes() -> None:
    versions = code_versions()
    assert len({versions.read, versions.extract, versions.dataset}) == 3


def test_a_document_that_fails_is_quarantined_and_the_rest_published(bench: Bench) -> None:
    bench.put("empty.txt", "")
    (bench.corpus / "lost.txt").symlink_to("nowhere")
    summary = bench.run()
    assert summary.quarantined == (("empty.txt", "empty"), ("lost.txt", "unreadable"))
    assert [line.split(":")[0] for line in summary.lines] == ["lost.txt", "empty.txt"]
    register = (bench.out / "dataset" / "documents.csv").read_text()
    assert "empty.txt" in register
    assert "lost.txt" in register
    assert summary.covered == 1
    again = bench.run()
    assert (again.rebuilt, again.lines) == (False, summary.lines), "it still needs a person"


def test_a_file_that_can_be_read_again_leaves_quarantine(bench: Bench, tmp_path: Path) -> None:
    bench.put("empty.txt", "")
    bench.run()
    bench.put("empty.txt", "skor 5,5")
    assert bench.run().quarantined == ()
    assert bench.published() == bench.fresh(tmp_path / "fresh")


def test_the_same_bytes_twice_are_read_once_and_listed_twice(bench: Bench) -> None:
    bench.put("copy/a.txt", (bench.corpus / "a.txt").read_text())
    summary = bench.run()
    assert (summary.documents, summary.read, summary.duplicates) == (3, 2, 1)
    assert summary.findings == {"score": Counted(auto=2, review=0)}
    register = (bench.out / "dataset" / "documents.csv").read_text()
    assert "copy/a.txt" in register


def listed(bench: Bench, name: str, **changes: str | None) -> bytes:
    data = (bench.corpus / name).read_bytes()
    item = CorpusItem(
        sha256=hashlib.sha256(data).hexdigest(),
        path=name,
        media_type="text/plain",
        size=len(data),
        source="pers",
        family="https://example.org/a",
        url="https://example.org/a",
    )
    return encode(replace(item, **changes)) + b"\n"  # type: ignore[arg-type]


def test_the_manifest_gives_provenance_to_the_files_it_lists(bench: Bench) -> None:
    (bench.corpus / "manifest.jsonl").write_bytes(listed(bench, "a.txt"))
    assert bench.run().asides == ()
    items = {account.item.path: account.item for account in results.load_accounts(bench.out)}
    assert (items["a.txt"].source, items["a.txt"].family) == ("pers", "https://example.org/a")
    assert (items["sub/b.txt"].source, items["sub/b.txt"].family) == ("folder", "sub/b.txt")


def test_a_manifest_that_disagrees_with_the_folder_is_said_but_stops_nothing(bench: Bench) -> None:
    lines = listed(bench, "a.txt", sha256="0" * 64) + listed(bench, "a.txt", path="gone.txt")
    (bench.corpus / "manifest.jsonl").write_bytes(lines)
    summary = bench.run()
    assert summary.asides == (
        "manifest.jsonl: lists a.txt with other bytes; the file as it is was taken, renew the line",
    )
    assert summary.lines == (
        "manifest.jsonl: lists gone.txt, which is not there; put it back, or drop the line if that is meant",
    )
    items = {account.item.path: account.item for account in results.load_accounts(bench.out)}
    assert items["a.txt"].sha256 == hashlib.sha256((bench.corpus / "a.txt").read_bytes()).hexdigest()
    assert items["a.txt"].family == "https://example.org/a"


def test_a_failed_check_keeps_the_last_good_dataset(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.run()
    before = (bench.out / "dataset" / "scores.csv").read_bytes()
    bench.put("c.txt", "skor 8,5")
    monkeypatch.setattr(
        "pipeline.dataset.checks.every._grave",
        lambda _dataset: (Fault(check="twice", severity="stop", message="once too often"),),
    )
    summary = bench.run()
    assert summary.failed == ("dataset: once too often [twice]",)
    assert summary.lines == summary.failed
    assert (bench.out / "dataset" / "scores.csv").read_bytes() == before
    assert bench.run().failed == summary.failed, "a run with nothing new does not forget it"
    monkeypatch.undo()
    monkeypatch.setattr(work, "extract_document", scores_only)
    (bench.corpus / "c.txt").unlink()
    assert bench.run().failed == ()


def test_a_first_run_that_a_check_stopped_has_no_dataset(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    stop = Fault(check="twice", severity="stop", message="once too often")
    monkeypatch.setattr("pipeline.dataset.checks.every._grave", lambda _dataset: (stop,))
    assert not bench.run().published
    assert not bench.run().published, "nor where nothing is new"
    assert not (bench.out / "dataset").exists()
    monkeypatch.undo()
    monkeypatch.setattr(work, "extract_document", scores_only)
    bench.put("c.txt", "skor 8,5")
    assert bench.run().published


def test_a_run_that_was_stopped_goes_on_where_it_was(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        bench.put(f"more{number}.txt", f"skor {number},5")
    monkeypatch.setattr(stages, "CHECKPOINT_SECONDS", -1.0)

    def stop(done: int, _of: int, _path: str) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stages.run(bench.corpus, bench.out, workers=1, watch=stop)
    summary = bench.run()
    assert (summary.read, summary.unchanged) == (4, 3)


def test_an_empty_corpus_is_a_dataset_without_values(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    summary = stages.run(tmp_path / "corpus", tmp_path / "out", workers=1)
    assert (summary.documents, summary.covered, summary.lines) == (0, 0, ())
    assert (tmp_path / "out" / "dataset" / "coverage.csv").exists()


def test_a_missing_corpus_makes_no_output(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is not a folder"):
        stages.run(tmp_path / "corpus", tmp_path / "out", workers=1)
    assert not (tmp_path / "out").exists()


def test_the_corpus_is_never_the_output(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="give another folder with --out"):
        stages.run(tmp_path, tmp_path, workers=1)


def test_two_runs_never_overlap(bench: Bench) -> None:
    bench.out.mkdir()
    with store.locked(bench.out), pytest.raises(StoreError, match="another run is at work there"):
        bench.run()


def taken(paths: Sequence[Path]) -> list[str]:
    return [
        f"{type(record).__name__} {record.item.family}" if isinstance(record, Parsed | Quarantined) else "error"
        for record in extracting.extract_paths(paths)
    ]


def test_files_and_folders_are_extracted_without_storing(bench: Bench) -> None:
    bench.put("README.md", "skor 1,5")
    bench.put("empty.txt", "")
    paths = [bench.corpus, bench.corpus / "missing.txt", bench.corpus / "README.md"]
    expected = ["Parsed a.txt", "Quarantined empty.txt", "Parsed sub/b.txt", "error", "Parsed README.md"]
    assert taken(paths) == expected
    assert not bench.out.exists()


def test_findings_and_metadata_become_rows_and_errors_lines(bench: Bench) -> None:
    bench.put("empty.txt", "")
    lines: list[str] = []
    rows = list(extracting.rows(extracting.extract_paths([bench.corpus]), lines.append))
    assert [(row["document"], row["region_name"], str(row["score"])) for row in rows] == [
        ("a.txt", "Kabupaten Pandeglang", "77.70"),
        ("b.txt", "Kabupaten Pandeglang", "77.70"),
    ]
    assert len(lines) == 1
    (first, _) = extracting.rows(extracting.extract_paths([bench.corpus]), lines.append, metadata=True)
    assert (first["document"], first["kind"], first["reader"], first["grade"]) == ("a.txt", "news", "text", 1.0)


def test_an_export_holds_the_same_tables_as_the_run(bench: Bench, tmp_path: Path) -> None:
    bench.put("copy/a.txt", (bench.corpus / "a.txt").read_text())
    bench.put("empty.txt", "")
    (bench.corpus / "lost.txt").symlink_to("nowhere")
    bench.run()
    paths, release, failed = exports.export(bench.out, tmp_path / "export", ["csv"])
    assert failed == ()
    run = {path.name: path.read_bytes() for path in (bench.out / "dataset").iterdir()}
    assert {Path(str(path)).name: Path(str(path)).read_bytes() for path in paths} == run
    assert f'"version": "{release.version}"' in run["datapackage.json"].decode()


def test_a_value_leads_back_to_its_words(bench: Bench) -> None:
    bench.run()
    text = explain.why(bench.out, "36.01", "score")
    assert "a.txt" in text
    assert "stand_in" in text
    with pytest.raises(UsageError):
        explain.why(bench.out, "36.01", "no such column")


def test_without_gold_there_is_nothing_to_evaluate(bench: Bench) -> None:
    with pytest.raises(UsageError, match=r"holds no \*\.gold\.json"):
        measure.evaluate_folder(bench.corpus, lambda _line: None)
