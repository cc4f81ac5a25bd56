"""Each cause of a difference is found where it is the only one, among several, and whatever was killed before."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from csv import DictReader
from dataclasses import replace
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import pipeline.reference
from apart import all_here, run_here
from pipeline.dataset import Fault
from pipeline.dataset.changes.compared import Cause, Difference
from pipeline.extract import extract
from pipeline.jobs import changes, own_aliases, replay, stages, work
from pipeline.jobs.children import Died, run_apart
from pipeline.jobs.desk import Desk
from pipeline.jobs.versions import code_versions
from pipeline.model import CorpusItem, Document, Extraction, Parsed
from pipeline.reference import ProjectAlias
from pipeline.reference.load import build_reference, reference_texts
from pipeline.review.queue import Filter
from pipeline.state import Versions
from pipeline.storage import kept, results, staging, store
from pipeline.storage.codec import encode_record

NGANJUK = "Bawaslu Provinsi Jawa Timur merilis IKP 2024. Kabupaten Nganjuk memperoleh skor 58,70.\n"
MADIUN = "Bawaslu Provinsi Jawa Timur merilis IKP 2024. Kota Madiun memperoleh skor 44,02.\n"
CUTS = "high_regency"
PACKAGE = import_module("pipeline.extract")  # its name in pipeline is that of the verb


class Lab:
    """A corpus and its results, and versions of reader, rules and tables that can be made to differ for real."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.corpus, self.out, self.patch = folder / "corpus", folder / "out", patch
        self.corpus.mkdir()
        self.versions = Versions(read="r1", extract="e1", dataset="d1", ocr="none", rules="u1", tables="t1")
        self.replayed: list[str] = []
        patch.setattr(stages, "code_versions", lambda: self.versions)
        self.read, self.extract, self.replay = work.read_document, extract, replay.replay
        patch.setattr(replay, "replay", self._watched)

    def _watched(self, task: replay.Replay) -> dict[str, Cause]:
        self.replayed.append(task.sha256)
        return self.replay(task)

    def put(self, name: str, text: str) -> None:
        (self.corpus / name).write_text(text, encoding="utf-8")

    def new_reader(self, old: str, new: str) -> None:
        """Read ``new`` where a text holds ``old``, of the same length, as a better reader does."""
        self.versions = replace(self.versions, read="r2", extract="e2", dataset="d2", rules=self.versions.rules)

        def read(item: CorpusItem, location: Path) -> Document:
            document = self.read(item, location)
            return replace(document, text=document.text.replace(old, new))

        self.patch.setattr(work, "read_document", read)

    def new_rule(self, add: str, only: str = "") -> None:
        """Take scores for so much higher, of the region ``only`` where it is given."""
        self.versions = replace(self.versions, rules=f"u2 {add}", extract="e3", dataset="d3")

        def raised(*positional: object, **named: object) -> Extraction:
            taken = self.extract(*positional, **named)  # type: ignore[arg-type]
            moved = (
                replace(one, score=one.score + Decimal(add), value_hash=f"{one.value_hash} {add}")
                if one.score is not None and only in {"", one.region_code}
                else one
                for one in taken.findings
            )
            return replace(taken, findings=tuple(moved))

        self.patch.setattr(PACKAGE, "extract", raised)

    def new_tables(self, change: Callable[[dict[str, str]], None]) -> None:
        """Use other reference tables."""
        self.versions = replace(self.versions, tables="t2", extract="e4", dataset="d4")
        texts = dict(reference_texts())
        change(texts)
        reference = build_reference(texts)
        for module in (pipeline.reference, pipeline.reference.load):
            self.patch.setattr(module, "load_reference", lambda: reference)
        self.patch.setattr(replay, "reference_texts", lambda: texts)

    def run(self) -> None:
        stages.run(self.corpus, self.out, workers=1)

    def is_killed(self, after: int, remembers: float, *, anew: bool = False) -> None:
        """Run until so many documents are done; what is done is remembered after so many seconds."""
        plan = stages.prepare(self.corpus, self.out, anew=anew)
        with self.patch.context() as patch:
            patch.setattr(work, "finish", dying(after))
            patch.setattr(stages, "CHECKPOINT_SECONDS", remembers)
            with pytest.raises(KilledError):
                stages.parse(plan, self.out, workers=1)

    def told(self, table: str = "scores") -> dict[tuple[str, str], tuple[str, str, Cause]]:
        """Return of each field of a table that the last run changed its values and cause."""
        found = (one for one in self.found() if one.table == table)
        return {(one.key.split(" (")[0], one.column): (one.before, one.after, one.cause) for one in found}

    def found(self) -> tuple[Difference, ...]:
        return changes.changed_by(self.out, None, None)[2]


@pytest.fixture
def lab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lab:
    all_here(monkeypatch)
    monkeypatch.setattr(replay, "run_apart", run_here)
    made = Lab(tmp_path, monkeypatch)
    made.put("nganjuk.txt", NGANJUK)
    made.put("madiun.txt", MADIUN)
    made.run()
    return made


def edited(table: str, key: str, column: str, value: str) -> Callable[[dict[str, str]], None]:
    """Return what changes a field of a table of reference in the row that begins with ``key``."""

    def change(texts: dict[str, str]) -> None:
        lines = texts[table].splitlines()
        row = next(
            DictReader(io.StringIO("\n".join([lines[0], next(x for x in lines if x.startswith(f"{key},"))])))
        )
        old = ",".join(row.values())
        assert old in texts[table], "the row needs quotes"
        texts[table] = texts[table].replace(old, ",".join((row | {column: value}).values()))

    return change


higher_cut = edited("editions.csv", "ikp_2024", CUTS, "59.99")


def other_names(texts: dict[str, str]) -> None:
    """Let two regions change their names, as a slip in a table would."""
    names = {"Nganjuk": "Jombang", "Jombang": "Nganjuk"}
    lines = texts["regions.csv"].splitlines(keepends=True)
    swapped = (re.sub("Nganjuk|Jombang", lambda found: names[found[0]], line) for line in lines)
    texts["regions.csv"] = "".join(swapped)


SCORE = ("Kabupaten Nganjuk", "score")


def test_a_document_that_changed_is_the_cause(lab: Lab) -> None:
    lab.put("nganjuk.txt", NGANJUK.replace("58,70", "60,11"))
    lab.run()
    assert lab.told()[SCORE] == ("58.70", "60.11", "document")
    assert {one.cause for one in lab.found()} == {"document"}
    assert lab.replayed == []


def test_a_reader_that_changed_is_the_cause(lab: Lab) -> None:
    lab.new_reader("58,70", "53,70")
    lab.run()
    assert lab.told()[SCORE] == ("58.70", "53.70", "reader")
    assert {one.cause for one in lab.found()} == {"reader"}
    assert lab.replayed == []


def test_a_rule_that_changed_is_the_cause(lab: Lab) -> None:
    lab.new_rule("1")
    lab.run()
    assert lab.told()[SCORE] == ("58.70", "59.70", "rule")
    assert {one.cause for one in lab.found()} == {"rule"}
    assert lab.replayed == []


def test_a_table_that_changed_is_the_cause(lab: Lab) -> None:
    lab.new_tables(other_names)
    lab.run()
    assert lab.told()["Kabupaten Nganjuk", "region_code"] == (
        "Kabupaten Nganjuk (35.18)",
        "Kabupaten Nganjuk (35.17)",
        "reference",
    )
    assert {one.cause for one in lab.found()} == {"reference"}
    assert lab.replayed == []


def test_a_table_of_cuts_changes_what_is_derived_alone(lab: Lab) -> None:
    lab.new_tables(higher_cut)
    lab.run()
    assert lab.told()["Kabupaten Nganjuk", "category_derived"] == ("tinggi", "sedang", "reference")


def test_reader_and_rule_are_told_apart(lab: Lab) -> None:
    lab.new_reader("58,70", "53,70")
    lab.new_rule("1", only="35.77")
    lab.run()
    assert lab.told()[SCORE] == ("58.70", "53.70", "reader")
    assert lab.told()["Kota Madiun", "score"] == ("44.02", "45.02", "rule")
    assert len(lab.replayed) == 2


def test_rule_and_table_are_told_apart(lab: Lab) -> None:
    lab.new_tables(other_names)
    lab.new_rule("1", only="35.77")
    lab.run()
    moved = [(one.before, one.cause) for one in lab.found() if one.column == "region_code"]
    assert moved == [("Kabupaten Nganjuk (35.18)", "reference")]
    assert lab.told()["Kota Madiun", "score"] == ("44.02", "45.02", "rule")


def test_of_rule_and_table_that_which_the_dataset_alone_uses_is_told_too(lab: Lab) -> None:
    lab.new_tables(higher_cut)
    lab.new_rule("1", only="35.77")
    lab.run()
    assert lab.told()["Kabupaten Nganjuk", "category_derived"] == ("tinggi", "sedang", "reference")
    assert lab.told()["Kota Madiun", "score"][2] == "rule"


def test_document_and_rule_are_told_apart(lab: Lab) -> None:
    lab.put("nganjuk.txt", NGANJUK.replace("58,70", "60,11"))
    lab.put("madiun.txt", MADIUN + "Kegiatan ini dihadiri oleh wartawan.\n")
    lab.new_rule("1", only="35.77")
    lab.run()
    assert lab.told()[SCORE] == ("58.70", "60.11", "document")
    assert lab.told()["Kota Madiun", "score"] == ("44.02", "45.02", "rule"), (
        "the page changed, its score by the rule"
    )


def test_reader_and_table_are_told_apart(lab: Lab) -> None:
    lab.new_reader("44,02", "44,12")
    lab.new_tables(higher_cut)
    lab.run()
    assert lab.told()["Kota Madiun", "score"] == ("44.02", "44.12", "reader")
    assert lab.told()["Kabupaten Nganjuk", "category_derived"][2] == "reference"


def test_tables_that_no_longer_load_leave_the_rule(lab: Lab) -> None:
    basis = kept.load_basis(lab.out)
    assert basis is not None
    kept.settle(lab.out, replace(basis, tables={"regions.csv": "another,form\n"}))
    lab.new_tables(other_names)
    lab.new_rule("1", only="35.77")
    lab.run()
    assert {one.cause for one in lab.found() if one.table == "scores"} == {"rule"}


class KilledError(Exception):
    """Stands for the kill of a run."""


EVERY_DOCUMENT, NEVER = -1.0, 1e9
"""Seconds after which a run remembers what is done: of a slow run after each document, of a fast one not at all."""


@pytest.mark.parametrize("remembers", [EVERY_DOCUMENT, NEVER])
@pytest.mark.parametrize("after", [0, 1])
def test_a_run_that_is_killed_between_documents_loses_no_cause(lab: Lab, after: int, remembers: float) -> None:
    lab.new_reader("58,70", "53,70")
    lab.is_killed(after, remembers)
    lab.new_rule("1", only="35.77")
    lab.run()
    assert lab.told()[SCORE] == ("58.70", "53.70", "reader")
    assert lab.told()["Kota Madiun", "score"] == ("44.02", "45.02", "rule")
    assert kept.names(lab.out) == ()


@pytest.mark.parametrize("remembers", [EVERY_DOCUMENT, NEVER])
def test_a_rebuild_that_is_killed_loses_no_cause(lab: Lab, remembers: float) -> None:
    lab.new_reader("58,70", "53,70")
    lab.is_killed(1, remembers, anew=True)
    lab.new_rule("1", only="35.77")
    lab.run()
    assert lab.told()[SCORE] == ("58.70", "53.70", "reader")


@pytest.mark.parametrize("remembers", [EVERY_DOCUMENT, NEVER])
def test_a_new_version_of_a_document_that_a_killed_run_did_not_reach_has_its_cause(
    lab: Lab, remembers: float
) -> None:
    lab.put("nganjuk.txt", NGANJUK.replace("58,70", "60,11"))
    lab.put("madiun.txt", f"{MADIUN}Kegiatan ini dihadiri oleh wartawan.\n")
    lab.is_killed(1, remembers)
    lab.new_rule("1", only="35.77")
    lab.run()
    assert lab.told()[SCORE] == ("58.70", "60.11", "document")


def dying(after: int) -> Callable[..., object]:
    """Return a stand-in for the end of work on a document that kills the run after so many."""
    real, done = work.finish, [0]

    def finish(*positional: object) -> object:
        if done[0] == after:
            raise KilledError
        done[0] += 1
        return real(*positional)  # type: ignore[arg-type]

    return finish


@pytest.mark.parametrize(
    ("module", "step"),
    [(staging, "publish"), (results, "append_run"), (results, "save_state"), (store, "remove")],
)
def test_a_run_that_is_killed_at_its_end_loses_no_cause(lab: Lab, module: ModuleType, step: str) -> None:
    lab.new_rule("1")
    with lab.patch.context() as patch:
        patch.setattr(module, step, killed)
        with pytest.raises(KilledError):
            lab.run()
    lab.new_reader("44,02", "44,12")
    lab.run()
    last = results.last_run(lab.out)
    found = changes.changed_by(lab.out, 1, last)[2]
    causes = {(one.key.split(" (")[0], one.column): (one.before, one.after, one.cause) for one in found}
    assert causes[SCORE] == ("58.70", "59.70", "rule")
    assert causes["Kota Madiun", "score"] == ("44.02", "45.12", "reader")
    assert not results.pending_path(lab.out).exists()


def killed(*_: object, **__: object) -> None:
    raise KilledError


def test_what_is_kept_goes_with_the_ledger_entry(lab: Lab) -> None:
    seen: list[int] = []
    real = changes.note

    def note(*positional: object, **named: object) -> None:
        seen.append(len(kept.names(lab.out)))
        real(*positional, **named)  # type: ignore[arg-type]

    lab.patch.setattr(changes, "note", note)
    lab.new_rule("1", only="35.77")
    lab.run()
    assert seen == [1], "a record that says the same is not kept"
    assert kept.names(lab.out) == ()
    basis = kept.load_basis(lab.out)
    assert basis is not None
    assert basis.versions == lab.versions


def test_a_run_that_may_not_publish_keeps_the_ground(lab: Lab) -> None:
    lab.new_rule("2")
    with lab.patch.context() as patch:
        fault = Fault(check="made_up", severity="stop", message="a check that stops publication")
        patch.setattr("pipeline.dataset.checks.every._grave", lambda _: (fault,))
        lab.run()
    assert lab.found() == ()
    before = kept.load_basis(lab.out)
    assert before is not None
    assert before.versions.rules == "u1"
    lab.new_reader("58,70", "53,70")
    lab.new_rule("1")
    lab.run()
    assert lab.told()[SCORE] == ("58.70", "54.70", "reader")
    assert lab.told()["Kota Madiun", "score"] == ("44.02", "45.02", "rule")


def test_a_document_that_can_be_read_again_is_the_reader_s(lab: Lab) -> None:
    lab.put("jombang.txt", NGANJUK.replace("Nganjuk", "Jombang"))
    with lab.patch.context() as patch:
        patch.setattr(work, "read_document", failing("jombang.txt", work.read_document))
        lab.run()
    lab.new_reader("a", "a")
    lab.new_rule("1", only="35.77")
    lab.run()
    assert lab.told()["Kabupaten Jombang", "score"][2] == "reader"
    assert lab.told("documents")["jombang.txt", "status"] == ("quarantined", "read", "reader")
    assert lab.told()["Kota Madiun", "score"][2] == "rule"


def failing(name: str, read: Callable[..., Document]) -> Callable[..., Document]:
    def reading(item: CorpusItem, location: Path) -> Document:
        if item.path == name:
            raise MemoryError
        return read(item, location)

    return reading


def test_without_a_basis_no_cause_is_made_up(lab: Lab) -> None:
    kept.basis_path(lab.out).unlink()
    lab.new_rule("1", only="35.77")
    lab.put("nganjuk.txt", NGANJUK.replace("58,70", "60,11"))
    lab.run()
    assert lab.told()["Kota Madiun", "score"][2] == "unknown"
    assert lab.told()[SCORE][2] == "document"


def test_a_state_that_was_lost_loses_no_cause(lab: Lab) -> None:
    (lab.out / ".state.json").unlink()
    lab.new_reader("58,70", "53,70")
    lab.new_rule("1", only="35.77")
    lab.run()
    assert lab.told()[SCORE][2] == "reader"
    assert lab.told()["Kota Madiun", "score"][2] == "rule"


@pytest.mark.parametrize("died", [True, False])
def test_a_replay_that_fails_makes_no_cause_up(lab: Lab, died: object) -> None:
    def fail(*_: object, **__: object) -> Extraction:
        raise RuntimeError

    def run_apart_dying(
        _: object, tasks: Sequence[replay.Replay], **__: object
    ) -> list[tuple[replay.Replay, Died]]:
        return [(task, Died(reason="memory")) for task in tasks]

    def replayed(task: replay.Replay) -> dict[str, Cause]:
        with lab.patch.context() as patch:
            patch.setattr(work, "extract_document", fail)
            return lab.replay(task)

    lab.new_reader("58,70", "53,70")
    lab.new_rule("1", only="35.77")
    lab.patch.setattr(replay, "replay", replayed)
    if died:
        lab.patch.setattr(replay, "run_apart", run_apart_dying)
    lab.run()
    assert lab.told()[SCORE] == ("58.70", "53.70", "unknown")


def test_a_replay_runs_in_a_process_of_its_own(lab: Lab) -> None:
    path = next((lab.out / "documents").glob("[0-9a-f]*[0-9a-f].json"))
    old = results.load_record(lab.out, path.stem)
    assert isinstance(old, Parsed)
    first = old.extraction.findings[0]
    said = replace(old.extraction, findings=(replace(first, value_hash="what an older rule took"),))
    new = replace(old, document=replace(old.document, text="", blocks=()), extraction=replace(said, findings=()))
    store.write(path, encode_record(replace(old, extraction=said)))
    kept.keep(lab.out, path.stem, encode_record(new), before=path.stem)
    store.write(path, encode_record(new))
    task = replay.Replay(out=str(lab.out), sha256=path.stem, changed=frozenset(("reader", "rule")))
    lab.patch.setattr(replay, "replay", lab.replay)  # a child finds it by its name
    ((_, told),) = run_apart(lab.replay, [task], workers=1, limits=work.LIMITS)
    assert told == {first.id: "reader"}, "today's rules take it from the text of then"


def test_versions_that_do_not_tell_what_changed_give_no_cause() -> None:
    before = Versions(read="r", extract="e", dataset="d", rules="u", tables="t")
    assert replay.inputs(before, before) == frozenset()
    assert replay.inputs(before, replace(before, dataset="d2")) is None
    assert replay.inputs(before, replace(before, ocr="engine 1")) == frozenset[Cause](("reader",))
    both: frozenset[Cause] = frozenset(("reader", "reference"))
    assert replay.inputs(before, replace(before, read="r2", tables="t2")) == both


def test_the_versions_of_the_code_are_five_different_hashes() -> None:
    versions = code_versions()
    parts = (versions.read, versions.extract, versions.dataset, versions.rules, versions.tables)
    assert len(set(parts)) == len(parts)


# --- people ---


def decide(lab: Lab, region: str, **changes: str) -> None:
    """Correct fields of the only finding about a region, or accept it as it is."""
    desk = Desk(corpus=lab.corpus, out=lab.out)
    item = next(one for one in desk.dataset.findings if one.source.finding.region_code == region).source.finding
    desk.decide("ani", item.id, None, "edit" if changes else "accept", changes=changes)


def test_what_a_person_decides_is_told_as_such(lab: Lab) -> None:
    decide(lab, "35.18", score="58.07")
    lab.run()
    assert lab.told()[SCORE] == ("58.70", "58.07", "human")
    (score,) = (one for one in lab.found() if one.column == "score")
    assert (score.extracted, score.human) == ("58.70", "58.07")
    assert lab.replayed == []


def test_person_and_document_are_told_apart(lab: Lab) -> None:
    decide(lab, "35.18", score="58.07")
    lab.put("madiun.txt", MADIUN.replace("44,02", "44,20"))
    lab.run()
    assert lab.told()[SCORE] == ("58.70", "58.07", "human")
    assert lab.told()["Kota Madiun", "score"] == ("44.02", "44.20", "document")


def test_person_and_rule_at_once_on_one_value(lab: Lab) -> None:
    decide(lab, "35.18", score="58.07")
    lab.new_rule("1")
    lab.run()
    assert lab.told()[SCORE] == ("58.70", "58.07", "human")
    assert lab.told()["Kota Madiun", "score"] == ("44.02", "45.02", "rule")


def test_a_value_that_stands_against_a_new_proposal_is_told(lab: Lab) -> None:
    decide(lab, "35.18")
    lab.run()
    lab.new_rule("1")
    lab.run()
    (kept_,) = (one for one in lab.found() if one.kind == "KEPT")
    assert (kept_.before, kept_.after, kept_.extracted) == ("58.70", "58.70", "59.70")
    assert lab.told()["Kota Madiun", "score"] == ("44.02", "45.02", "rule")
    lab.run()
    assert not [one for one in lab.found() if one.kind == "KEPT" and one.cause == "unknown"]


def test_an_alias_and_a_rule_at_once_are_told_apart(lab: Lab) -> None:
    lab.put("jombang.txt", NGANJUK.replace("Kabupaten Nganjuk", "Kota Santri"))
    lab.run()
    assert ("Kabupaten Jombang", "score") not in lab.told()
    own_aliases.add(lab.corpus, [ProjectAlias(kind="region", phrase="Kota Santri", means="35.17")])
    lab.new_rule("1", only="35.18")
    lab.run()
    assert lab.told()[SCORE] == ("58.70", "59.70", "rule")
    assert lab.told()["Kabupaten Jombang", "score"][2] == "reference"


def test_people_are_asked_about_values_that_changed_by_themselves_and_not_about_words(lab: Lab) -> None:
    lab.put("nganjuk.txt", NGANJUK.replace("58,70", "60,11"))
    lab.put("madiun.txt", MADIUN.replace("memperoleh skor", "memperoleh skor sebesar"))
    lab.run()
    (item,) = Desk(corpus=lab.corpus, out=lab.out).queue(Filter(kind="changed"))
    assert (item.finding.region_code, item.cause, item.why) == ("35.18", "document", "score 58.70 -> 60.11")
    decide(lab, "35.18")
    assert Desk(corpus=lab.corpus, out=lab.out).queue(Filter(kind="changed")) == ()
