"""`ikp samples`: a corpus to try everything on, which never mixes with what is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import cli
from pipeline.jobs import samples

ROOT = Path(cli.__file__).parents[1]


def below(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder, path -> bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_samples_become_a_corpus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["samples"]) == cli.DONE
    assert capsys.readouterr().out == "50 sample documents are in corpus; read them with `ikp run`\n"
    committed = below(ROOT / "corpus")
    del committed["decisions.jsonl"]
    assert below(tmp_path / "corpus") == committed


def test_another_folder_may_be_named_and_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    to = tmp_path / "far" / "below"
    assert cli.main(["samples", "--to", str(to)]) == cli.DONE
    assert capsys.readouterr().out.endswith(f"read them with `ikp run --corpus {to}`\n")
    assert "manifest.jsonl" in below(to)


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rilis.txt").write_text("mine")
    assert cli.main(["samples", "--to", str(tmp_path)]) == cli.WRONG_USE
    assert capsys.readouterr().err == f"{tmp_path}: is not empty; name a new folder with --to\n"
    assert below(tmp_path) == {"rilis.txt": b"mine"}


def test_what_is_fetched_into_a_checkout_is_no_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "pipeline"
    for name in ("corpus/samples/a.txt", "corpus/samples/a.gold.json", "corpus/raw/b.txt", "corpus/c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    lines = ['{"path": "samples/a.txt"}\n', '{"path": "raw/b.txt"}\n']
    (tmp_path / "corpus" / "manifest.jsonl").write_text("".join(lines))
    monkeypatch.setattr(samples, "_PACKAGE", package)
    assert samples.give_out(tmp_path / "new") == 1
    assert sorted(below(tmp_path / "new")) == ["manifest.jsonl", "samples/a.gold.json", "samples/a.txt"]
    assert (tmp_path / "new" / "manifest.jsonl").read_text() == lines[0]


def test_without_a_corpus_the_samples_are_pointed_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["run"]) == cli.COULD_NOT_RUN
    assert capsys.readouterr().err == (
        "corpus: is not there; name the folder of your documents with --corpus, or get samples with `ikp samples`\n"
    )
    assert list(tmp_path.iterdir()) == []
