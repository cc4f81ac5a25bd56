"""Releases: what is given out is remembered, says what changed, and comes back byte for byte or says why not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from apart import all_here
from pipeline import cli
from pipeline.errors import StoreError, UsageError
from pipeline.jobs import explain, exports, releases, stages
from pipeline.state import Summary
from pipeline.storage import store
from published import rows_of

BELU, AMBON = "Skor IKP 2024 Kabupaten Belu {} poin.", "Skor IKP 2024 Kota Ambon {} poin."


class Desk:
    """A corpus of two documents, its output folder, and a clock that a test can set."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder, self.corpus, self.out = folder, folder / "corpus", folder / "out"
        self.patch = patch
        self.corpus.mkdir()
        self.put("belu.txt", BELU.format("58,71"))
        self.put("ambon.txt", AMBON.format("44,02"))
        self.at("2026-11-01T08:00:00Z")

    def put(self, name: str, text: str) -> None:
        (self.corpus / name).write_text(text)

    def at(self, moment: str) -> None:
        self.patch.setattr(releases, "now", lambda: moment)

    def run(self) -> Summary:
        return stages.run(self.corpus, self.out, workers=1)

    def export(self, to: str, wanted: str = "", formats: tuple[str, ...] = ("csv",)) -> dict[str, bytes]:
        exports.export(self.out, self.folder / to, formats, wanted=wanted)
        return {path.name: path.read_bytes() for path in (self.folder / to).iterdir()}

    def two(self) -> tuple[dict[str, bytes], dict[str, bytes]]:
        """Release, change a document, and release another day."""
        self.run()
        first = self.export("first")
        self.put("belu.txt", BELU.format("59,12"))
        self.run()
        self.at("2026-11-29T08:00:00Z")
        return first, self.export("second")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    all_here(monkeypatch)
    return Desk(tmp_path, monkeypatch)


def rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return rows_of(files[name])


def published(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (out / "dataset").iterdir()}


def test_a_release_is_what_is_published(desk: Desk) -> None:
    desk.run()
    assert desk.export("first") == published(desk.out)


def test_the_first_release_has_everything_as_new(desk: Desk) -> None:
    desk.run()
    files = desk.export("first")
    found = {(row["change"], row["table"], row["region_code"], row["after"]) for row in rows(files, "changes.csv")}
    assert found >= {("ADD", "scores", "53.04", "58.71"), ("ADD", "scores", "81.71", "44.02")}
    assert {row["change"] for row in rows(files, "changes.csv")} == {"ADD"}
    assert "this is the first release" in files["RELEASE.md"].decode()


def test_a_changed_document_is_all_that_the_next_release_tells(desk: Desk) -> None:
    _, second = desk.two()
    (change,) = rows(second, "changes.csv")
    assert (change["change"], change["table"], change["region_code"]) == ("MOD", "scores", "53.04")
    assert (change["column"], change["before"], change["after"]) == ("score", "58.71", "59.12")
    assert (change["cause"], change["documents"]) == ("document", "belu.txt")
    assert "59,12" in change["quote"]
    assert "58,71" in change["old_quote"]
    notes = second["RELEASE.md"].decode()
    assert notes.count("\n- **") == 1
    assert "Kabupaten Belu (53.04) ikp_2024: score changed from 58.71 to 59.12" in notes


def test_an_old_release_comes_back_byte_for_byte(desk: Desk) -> None:
    first, second = desk.two()
    version = releases.released(desk.out)[0].version
    for number, wanted in enumerate((version, version.rpartition("-")[2], "2026-11-01", "2026-11-15")):
        assert desk.export(f"back{number}", wanted) == first
    assert desk.export("now", "2026-11-29") == second
    assert published(desk.out) == second, "what is published is left alone"


@pytest.mark.parametrize("formats", [("parquet",), ("xlsx",), ("csv", "parquet", "xlsx")])
def test_an_old_release_comes_back_in_every_format(desk: Desk, formats: tuple[str, ...]) -> None:
    desk.run()
    before = desk.export("before", formats=formats)
    desk.put("belu.txt", BELU.format("59,12"))
    desk.run()
    desk.at("2026-11-29T08:00:00Z")
    desk.export("between")
    assert desk.export("after", "2026-11-01", formats) == before


def test_what_was_given_out_already_is_no_other_release(desk: Desk) -> None:
    desk.run()
    desk.export("one")
    desk.at("2026-11-29T08:00:00Z")
    desk.export("two")
    desk.run()
    desk.export("three")
    assert [one.at for one in releases.released(desk.out)] == ["2026-11-01T08:00:00Z"]


def test_a_run_that_changes_nothing_tells_the_same_changes_again(desk: Desk) -> None:
    _, second = desk.two()
    (desk.out / "dataset" / "scores.csv").unlink()
    desk.run()
    assert published(desk.out) == second


def test_several_releases_of_a_day_are_never_guessed_between(desk: Desk) -> None:
    desk.run()
    first = desk.export("first")
    desk.put("belu.txt", BELU.format("59,12"))
    desk.run()
    desk.at("2026-11-01T09:00:00Z")
    desk.export("second")
    with pytest.raises(
        UsageError, match=r"has 2 releases: .*08:00:00Z.*09:00:00Z.*name one by its version or time"
    ):
        desk.export("back", "2026-11-01")
    assert desk.export("back", releases.released(desk.out)[0].version) == first


def test_a_release_whose_tables_came_back_is_told_from_the_first_by_its_time(desk: Desk) -> None:
    first, _ = desk.two()
    desk.put("belu.txt", BELU.format("58,71"))
    desk.run()
    desk.at("2026-11-30T08:00:00Z")
    again = desk.export("again")
    one, _, other = releases.released(desk.out)
    assert (one.version, one.before) == (other.version, None)
    assert desk.export("back", "2026-11-01T08:00:00Z") == first != again
    assert desk.export("back", one.version) == again


@pytest.mark.parametrize("wanted", ["2020-01-01", "no-such", "2026-13-40"])
def test_an_unknown_release_is_a_wrong_use_that_names_those_there_are(desk: Desk, wanted: str) -> None:
    desk.run()
    with pytest.raises(UsageError, match="`ikp export` makes the first"):
        desk.export("back", wanted)
    desk.export("first")
    with pytest.raises(UsageError, match=r"in force: .* \(given out on 2026-11-01\)"):
        desk.export("back", wanted)


def test_nothing_published_cannot_be_given_out(desk: Desk) -> None:
    desk.out.mkdir()
    with pytest.raises(StoreError, match="holds no published dataset; run `ikp run` first"):
        desk.export("first")


def stored(desk: Desk, name: str) -> Path:
    release = releases.released(desk.out)[0]
    return desk.out / "releases" / "files" / f"{release.files[name].sha256}.gz"


def test_a_lost_file_says_why_the_release_cannot_be_given_again(desk: Desk) -> None:
    desk.two()
    stored(desk, "scores.csv").unlink()
    with pytest.raises(StoreError, match=r"scores\.csv cannot be given again: no longer there.*back-up"):
        desk.export("back", "2026-11-01")


@pytest.mark.parametrize("broken", [b"", b"no gzip", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03cut"])
def test_a_damaged_file_says_so_and_is_not_given(desk: Desk, broken: bytes) -> None:
    desk.two()
    stored(desk, "scores.csv").write_bytes(broken)
    with pytest.raises(StoreError, match=r"scores\.csv cannot be given again: its copy is damaged"):
        desk.export("back", "2026-11-01")
    assert not (desk.folder / "back" / "scores.csv").exists()


def test_a_file_of_another_release_does_not_pass_for_it(desk: Desk) -> None:
    desk.two()
    newer = releases.released(desk.out)[1].files["scores.csv"].sha256
    stored(desk, "scores.csv").write_bytes((desk.out / "releases" / "files" / f"{newer}.gz").read_bytes())
    with pytest.raises(StoreError, match="its copy is damaged"):
        desk.export("back", "2026-11-01")


def test_a_run_goes_on_where_the_last_release_is_lost(desk: Desk) -> None:
    desk.two()
    for path in (desk.out / "releases" / "files").iterdir():
        path.unlink()
    desk.put("belu.txt", BELU.format("60,12"))
    assert desk.run().failed == ()
    assert {row["change"] for row in rows(published(desk.out), "changes.csv")} == {"ADD"}


def test_a_line_that_was_cut_off_is_no_release(desk: Desk) -> None:
    desk.run()
    desk.export("first")
    log = desk.out / "releases" / "releases.jsonl"
    whole = log.read_bytes()
    log.write_bytes(whole + whole[:40])
    assert len(releases.released(desk.out)) == 1
    desk.put("belu.txt", BELU.format("59,12"))
    desk.run()
    desk.export("second")
    assert log.read_bytes().startswith(whole + b"{")
    assert len(releases.released(desk.out)) == 2


def test_a_list_that_is_damaged_is_to_be_restored_and_never_deleted(desk: Desk) -> None:
    desk.two()
    log = desk.out / "releases" / "releases.jsonl"
    log.write_bytes(b"{\n" + log.read_bytes())
    with pytest.raises(StoreError, match=r"releases\.jsonl line 1: is damaged .*; put the folder releases/ back"):
        desk.export("back", "2026-11-01")


def test_a_run_at_work_is_waited_for_by_nobody(desk: Desk) -> None:
    desk.run()
    with store.locked(desk.out), pytest.raises(StoreError):
        desk.export("first")


def test_what_a_person_decided_is_withdrawn_with_that_cause(desk: Desk) -> None:
    desk.run()
    desk.export("first")
    (finding,) = (row for row in rows(published(desk.out), "findings.csv") if row["region_code"] == "81.71")
    base = ["--corpus", str(desk.corpus), "--out", str(desk.out)]
    reject = ["review", "--reject", finding["finding"], "--reason", "wrong", "--as", "Ani", *base]
    assert cli.main(reject) == cli.DONE
    desk.run()
    found = [row for row in rows(published(desk.out), "changes.csv") if row["table"] == "scores"]
    assert {(row["change"], row["region_code"], row["cause"]) for row in found} == {("WITHDRAW", "81.71", "human")}


def test_a_value_says_since_which_release_it_is_given_out(desk: Desk) -> None:
    def told(column: str = "score", row: str = "53.04") -> str:
        return explain.why(desk.out, row, column, corpus=desk.corpus).rstrip().splitlines()[-1]

    desk.run()
    assert told() == "No release has this value yet; `ikp export` makes one."
    desk.two()
    first, second = releases.released(desk.out)
    assert told() == f"Given out since release {second.version} of 2026-11-29."
    assert told("category") == told(row="81.71") == f"Given out since release {first.version} of 2026-11-01."
    desk.put("belu.txt", BELU.format("60,12"))
    desk.run()
    assert told() == "No release has this value yet; `ikp export` makes one."
    stored(desk, "scores.csv").unlink()
    assert told(row="81.71") == f"Given out since release {second.version} of 2026-11-29."


def test_a_folder_holds_one_release_and_what_was_altered_there(desk: Desk) -> None:
    desk.run()
    desk.export("given", formats=("csv", "parquet"))
    (desk.folder / "given" / "scores.parquet").write_bytes(b"mine")
    (desk.folder / "given" / "notes.txt").write_text("mine")
    desk.put("belu.txt", BELU.format("59,12"))
    desk.run()
    files = desk.export("given")
    assert {name for name in files if name not in published(desk.out)} == {"scores.parquet", "notes.txt"}


def test_a_change_names_the_document_that_made_it_and_says_where_its_value_waits(desk: Desk) -> None:
    desk.put("lain.txt", "Kabupaten Belu masuk kategori rawan tinggi dalam IKP 2024.")
    desk.run()
    desk.export("first")
    desk.put("belu.txt", "Skor IKP 2024 Kabupaten Belu sekitar 59,12 poin, kata seorang warga.")
    desk.run()
    found = {row["column"]: row for row in rows(published(desk.out), "changes.csv") if row["table"] == "scores"}
    assert found["score"]["documents"] == "belu.txt"
    assert "58,71" in found["score"]["old_quote"]
    assert found["score"]["before"] == "58.71"


def test_the_command_lists_gives_and_refuses(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    base = ["export", "--out", str(desk.out)]
    assert cli.main([*base, "--list"]) == cli.DONE
    assert capsys.readouterr().out == "none yet; `ikp export` makes the first\n"
    assert cli.main(base) == cli.COULD_NOT_RUN
    desk.two()
    capsys.readouterr()
    assert cli.main([*base, "--list"]) == cli.DONE
    newest, oldest = capsys.readouterr().out.splitlines()
    assert newest.endswith(f"after {oldest.split()[0]}")
    assert oldest.endswith("  given out 2026-11-01T08:00:00Z, the first")
    assert cli.main([*base, "--release", "2026-11-01"]) == cli.DONE
    told = capsys.readouterr()
    assert (desk.out / f"export-{oldest.split()[0]}" / "scores.csv").is_file()
    assert told.err == f"release {oldest.split()[0]}, given out first on 2026-11-01\n"
    assert cli.main([*base, "--release", "1999-01-01"]) == cli.WRONG_USE
    refused = capsys.readouterr().err
    assert refused.count("\n") == 1
    assert "none was given out by that day" in refused
    assert f"{oldest.split()[0]} (given out on 2026-11-01)" in refused


def test_the_clock_is_that_of_the_world() -> None:
    assert releases.now()[:4] == str(time.gmtime().tm_year)


@pytest.mark.parametrize("broken", [b"", b"no gzip", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03cut"])
def test_a_run_passes_over_a_release_that_is_damaged(desk: Desk, broken: bytes) -> None:
    desk.two()
    newer = releases.released(desk.out)[1]
    (desk.out / "releases" / "files" / f"{newer.files['scores.csv'].sha256}.gz").write_bytes(broken)
    desk.put("belu.txt", BELU.format("60,12"))
    assert desk.run().failed == ()
    changed = [row for row in rows(published(desk.out), "changes.csv") if row["column"] == "score"]
    assert [(row["before"], row["after"]) for row in changed] == [("58.71", "60.12")]


def test_a_damaged_copy_is_mended_by_the_next_release_that_has_the_file(desk: Desk) -> None:
    desk.run()
    desk.export("first")
    stored(desk, "CODEBOOK.md").write_bytes(b"no gzip")
    desk.put("belu.txt", BELU.format("59,12"))
    desk.run()
    desk.export("second")
    first = releases.released(desk.out)[0]
    assert desk.export("back", first.version)["CODEBOOK.md"] == published(desk.out)["CODEBOOK.md"]


@pytest.mark.parametrize("name", ["scores.csv", "report.html", "datapackage.json", "SHA256SUMS"])
def test_what_was_altered_by_hand_is_no_release(desk: Desk, name: str) -> None:
    desk.run()
    path = desk.out / "dataset" / name
    path.write_bytes(path.read_bytes().replace(b"5", b"6"))
    with pytest.raises(StoreError, match=r"is not what was published: .*; run `ikp run`"):
        desk.export("first")
    assert releases.released(desk.out) == ()


def test_what_was_removed_by_hand_is_no_release(desk: Desk) -> None:
    desk.run()
    (desk.out / "dataset" / "scores.csv").unlink()
    with pytest.raises(StoreError, match=r"is not what was published: scores\.csv was changed or is gone"):
        desk.export("first")


def test_what_others_put_beside_it_is_no_part_of_a_release(desk: Desk) -> None:
    desk.run()
    (desk.out / "dataset" / "notes.txt").write_text("look at Belu")
    assert "notes.txt" not in desk.export("first")
    assert "notes.txt" not in releases.released(desk.out)[0].files


@pytest.mark.parametrize("name", ["", "dataset", "dataset/new", "documents", "runs", "releases/files"])
def test_a_release_is_not_written_among_the_results(desk: Desk, name: str) -> None:
    desk.run()
    before = published(desk.out)
    with pytest.raises(UsageError, match="is where a run keeps its results; give another folder with --to"):
        exports.export(desk.out, desk.out / name, ("parquet",))
    assert published(desk.out) == before
    assert releases.released(desk.out) == ()


@pytest.mark.parametrize("name", ["", "tables", "raw/ab"])
def test_a_release_is_not_written_among_the_documents(desk: Desk, name: str) -> None:
    desk.run()
    target, documents = desk.corpus / name, sorted(desk.corpus.iterdir())
    told = "lies in the corpus, where its tables would be taken for documents; give another folder with --to"
    with pytest.raises(UsageError, match=told):
        exports.export(desk.out, target, ("csv",), corpus=desk.corpus)
    assert sorted(desk.corpus.iterdir()) == documents
    assert releases.released(desk.out) == ()


def test_what_a_killed_export_left_half_written_is_cleared(desk: Desk) -> None:
    desk.run()
    desk.export("first")
    left = desk.out / "releases" / "files" / ".abc.gz.4711.tmp"
    beside = desk.folder / "first" / ".scores.csv.4711.tmp"
    for half in (left, beside):
        half.write_bytes(b"half")
    desk.run()
    assert not left.exists()
    assert beside.name not in desk.export("first")
