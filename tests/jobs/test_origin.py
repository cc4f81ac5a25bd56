"""An output folder and its corpus: another, or an empty one, does not take its place unsaid."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.cli import main

RELEASE = """Bawaslu merilis Indeks Kerawanan Pemilu (IKP) 2024. {} masuk kategori rawan tinggi dengan skor 77,73.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a corpus of one document, of which ``out`` beside it was made."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "pandeglang.txt").write_text(RELEASE.format("Kabupaten Pandeglang"))
    assert run(folder) == 0
    return folder


def run(folder: Path) -> int:
    return main(["run", "--corpus", str(folder), "--out", str(folder.parent / "out"), "--workers", "1"])


def published(corpus: Path) -> str:
    return (corpus.parent / "out" / "dataset" / "scores.csv").read_text()


def test_an_empty_corpus_takes_nothing_back(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = published(corpus)
    (corpus / "pandeglang.txt").unlink()
    assert run(corpus) == 3
    told = capsys.readouterr().err
    assert told.startswith(f"{corpus}: holds no document, and 1 document lay there at the last run")
    assert "put a file .keep in it" in told
    assert published(corpus) == before
    (corpus / ".keep").touch()
    assert run(corpus) == 0
    assert published(corpus).count("\n") == 1


def test_another_corpus_takes_nothing_back(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = published(corpus)
    other = corpus.with_name("other")
    other.mkdir()
    (other / "cilegon.txt").write_text(RELEASE.format("Kota Cilegon"))
    assert run(other) == 3
    assert f"out: is made from {corpus}, and none of its 1 document is in {other}" in capsys.readouterr().err
    assert published(corpus) == before


def test_a_corpus_may_be_moved_and_its_document_replaced(corpus: Path) -> None:
    moved = corpus.rename(corpus.with_name("moved"))
    assert run(moved) == 0
    (moved / "pandeglang.txt").unlink()
    (moved / "cilegon.txt").write_text(RELEASE.format("Kota Cilegon"))
    assert run(moved) == 0
    assert "Kota Cilegon" in published(moved)


def test_both_folders_may_be_moved_together(corpus: Path) -> None:
    place = corpus.parent.with_name(f"{corpus.parent.name}-moved")
    shutil.copytree(corpus.parent, place)
    assert main(["review", "--list", "--corpus", str(place / "corpus"), "--out", str(place / "out")]) == 0


@pytest.mark.parametrize("command", [("review", "--undo", "--as", "ani"), ("alias", "Serang", "--means", "36.73")])
def test_nothing_is_decided_in_another_corpus(
    corpus: Path, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    other = corpus.with_name("other")
    other.mkdir()
    assert main([*command, "--corpus", str(other), "--out", str(corpus.parent / "out")]) == 2
    assert f"out: is made from {corpus}, not from {other}; name its corpus" in capsys.readouterr().err
    assert list(other.iterdir()) == []


def test_no_release_is_written_among_the_documents(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = corpus.parent / "out"
    assert main(["export", "--out", str(out), "--to", str(corpus / "rilis")]) == 2
    assert "lies in the corpus, where its tables would be taken for documents" in capsys.readouterr().err
    assert not (corpus / "rilis").exists()
    assert main(["export", "--out", str(out)]) == 0


def test_what_fails_makes_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--out", str(tmp_path / "out")]) == 3
    assert "`ikp run` first" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_entered_cannot_be_read(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.access", lambda path, _: path != corpus)
    assert run(corpus) == 3
    assert capsys.readouterr().err == f"{corpus}: is not a folder that can be read; check the path\n"
