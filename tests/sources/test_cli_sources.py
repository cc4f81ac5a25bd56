"""The command ``ikp sources``: what is added is found sound first, and what the operator wrote stays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.jobs.memory import Fetched, save_fetched
from pipeline.sources import visit
from pipeline.sources.values import Known

BANTEN = (
    "banten",
    "--like",
    "bawaslu-daerah",
    "--set",
    "subdomain=banten",
    "--region",
    "36",
    "--words",
    "IKP",
    "rawan",
)


def sources(corpus: Path, *arguments: str) -> int:
    return main(["sources", *arguments, "--corpus", str(corpus)])


def test_what_is_added_is_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sources(tmp_path, "list") == 0
    assert "No source is switched on" in capsys.readouterr().out
    assert sources(tmp_path, "add", *BANTEN) == 0
    memory = {
        "https://banten.bawaslu.go.id/1": Known(
            source="banten", checked_at="2024-01-06T02:00:00Z", trouble="timeout"
        )
    }
    save_fetched(tmp_path, Fetched(sources={"banten": memory}))
    assert sources(tmp_path, "list") == 0
    out = capsys.readouterr().out
    assert (
        "banten  listing  on  https://banten.bawaslu.go.id/berita  36  last night 2024-01-06T02:00:00Z  1 pages  trouble: timeout\n"
        in out
    )


def test_what_the_operator_wrote_stays(tmp_path: Path) -> None:
    written = '# mine\n[a]\nkind = "feed"   # odd\nurls = ["https://a.id/"]'
    (tmp_path / "sources.toml").write_text(written)
    assert sources(tmp_path, "add", "masuk", "--like", "folder", "--path", "masuk") == 0
    text = (tmp_path / "sources.toml").read_text()
    assert text == written + '\n\n[masuk]\nlike = "folder"\npath = "masuk"\n'


WRONG = [
    (("A", "--kind", "feed", "--url", "https://a.id/"), "'A' is no name; use small letters"),
    (("Surat Masuk!", "--like", "folder", "--path", "/x"), "'Surat Masuk!' is no name; use small letters"),
    (("a",), "does not say what to take it from; give --like NAME"),
    (("a", "--kind", "listing", "--url", "https://a.id/"), "selectors: is missing; add --items article"),
    (("a", "--like", "bawaslu-daerah"), "leaves braces open; add --set subdomain=..."),
    (("a", "--kind", "feed"), "urls: is missing"),
    (("a", "--like", "nobody"), "is like 'nobody'"),
    (("a", "--like", "bawaslu-daerah", "--set", "subdomain"), "is no KEY=VALUE"),
    (("a", "--kind", "feed", "--url", "https://a.id/", "--region", "99"), "is no code of a region"),
]


@pytest.mark.parametrize(("arguments", "fault"), WRONG)
def test_what_is_wrong_is_not_written(
    tmp_path: Path, arguments: tuple[str, ...], fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sources(tmp_path, "add", *arguments) == 2
    assert fault in capsys.readouterr().err
    assert not (tmp_path / "sources.toml").exists()


def test_a_name_is_taken_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources(tmp_path, "add", *BANTEN)
    before = (tmp_path / "sources.toml").read_bytes()
    assert sources(tmp_path, "add", *BANTEN) == 2
    assert "has a source banten already" in capsys.readouterr().err
    assert (tmp_path / "sources.toml").read_bytes() == before


@pytest.mark.parametrize("debug", [False, True])
def test_what_broke_a_visit_off_is_shown_to_who_asks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, debug: bool
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("odd")

    monkeypatch.setattr(visit, "visit_folder", broken)
    assert sources(tmp_path, "add", "masuk", "--like", "folder", "--path", str(tmp_path)) == 0
    assert main(["fetch", "masuk", "--corpus", str(tmp_path), *(["--debug"] if debug else [])]) == 1
    told = capsys.readouterr().err
    assert "masuk: the visit broke off (KeyError: 'odd'); run `ikp fetch masuk --debug` and report it" in told
    assert ("Traceback" in told) is debug


def test_a_listing_is_added_without_an_editor(tmp_path: Path) -> None:
    assert sources(tmp_path, "add", "kabar", "--kind", "listing", "--url", "https://a.id/", "--items", "li") == 0
    assert 'selectors = {items = "li"}' in (tmp_path / "sources.toml").read_text()


def test_what_was_added_says_what_is_odd_and_what_comes_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "baru"
    assert sources(corpus, "add", "masuk", "--like", "folder", "--path", str(tmp_path / "surat")) == 0
    first, missing, following = capsys.readouterr().out.splitlines()
    assert first.endswith(f"; the folder {corpus} is new")
    assert missing == f"{tmp_path}/surat is no folder yet"
    assert f"`ikp sources check masuk --corpus {corpus}`" in following
    assert "`enabled = false`" in following


@pytest.mark.parametrize("command", [("sources", "list"), ("sources", "check"), ("fetch",), ("match", "Serang")])
def test_a_corpus_that_is_not_there_is_no_corpus_without_sources(
    tmp_path: Path, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--corpus", str(tmp_path / "tidak-ada")]) == 3
    assert "tidak-ada: is not a folder that can be read" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_named_with_a_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources(tmp_path, "add", "masuk", "--like", "folder", "--path", "/tidak/ada")
    assert sources(tmp_path, "check", "masuk") == 1
    told = capsys.readouterr().out
    assert "/tidak/ada cannot be read (No such file or directory) (no_folder); see to its drive" in told
    assert main(["fetch", "--corpus", str(tmp_path)]) == 1
    assert "(no_folder); see to its drive, or mend its path in sources.toml" in capsys.readouterr().err


def test_files_that_were_written_just_now_are_not_tried_and_said_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "surat"
    folder.mkdir()
    (folder / "lama.txt").write_text("Skor 77,7")
    (folder / "baru.txt").write_text("Skor 77,7")
    os.utime(folder / "lama.txt", (0, 0))
    sources(tmp_path, "add", "masuk", "--like", "folder", "--path", str(folder))
    capsys.readouterr()
    os.utime(folder / "baru.txt")
    assert sources(tmp_path, "check", "masuk") == 0
    told = "masuk: 1 file was written just now, and may be still; try again in 2 seconds"
    assert capsys.readouterr().out.splitlines() == ["masuk: 1 page would be fetched", told]
    (folder / "lama.txt").unlink()
    os.utime(folder / "baru.txt")
    assert sources(tmp_path, "check", "masuk") == 0, "nothing is wrong yet"
    os.utime(folder / "baru.txt", (0, 0))
    capsys.readouterr()
    assert sources(tmp_path, "check", "masuk") == 0
    assert capsys.readouterr().out == "masuk: 1 page would be fetched\n"


@pytest.mark.parametrize(("like", "terms"), [("antara", "Copyright of Antara: "), ("folder", "")])
def test_what_may_be_done_with_the_documents_is_said_to_who_adds_a_source(
    tmp_path: Path, like: str, terms: str, capsys: pytest.CaptureFixture[str]
) -> None:
    more = ("--path", str(tmp_path)) if like == "folder" else ("--words", "IKP")
    assert sources(tmp_path, "add", "kabar", "--like", like, *more) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("its documents: ")]
    assert [line[:36] for line in told] == ([f"its documents: {terms}"] if terms else [])
