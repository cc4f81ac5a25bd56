"""The command as people and programs meet it: output, exit codes, one line an error, the same bytes everywhere."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.commands import evaluate, extract
from pipeline.storage import store
from pipeline.storage.files import is_document_name
from published import results_in

ROOT = Path(cli.__file__).parents[1]
SAMPLES = ROOT / "corpus" / "samples"
HEAVY = (
    "msgspec",
    "numpy",
    "pandas",
    "pdfplumber",
    "prefect",
    "pyarrow",
    "rapidfuzz",
    "rich",
    "spacy",
    "trafilatura",
)

NEWS = """Bawaslu Rilis Indeks Kerawanan Pemilu 2024

SERANG - Bawaslu merilis Indeks Kerawanan Pemilu (IKP) 2024. Kabupaten Pandeglang masuk kategori rawan tinggi
dengan skor 77,73, sedangkan Kota Cilegon masuk kategori rawan sedang dengan skor 32,40.
"""


def ikp(*arguments: str | Path, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own, with its output in pipes."""
    return subprocess.run(
        [sys.executable, "-m", "pipeline.cli", *map(str, arguments)],
        check=False,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        timeout=300,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A run that has ended: its folders, and what it printed."""

    corpus: Path
    out: Path
    ended: subprocess.CompletedProcess[bytes]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "berita.txt").write_text(NEWS)
    return folder


def few_samples(folder: Path) -> Path:
    """Copy the first two samples of each format into a folder."""
    folder.mkdir()
    for ending in (".txt", ".html", ".docx", ".pdf", ".md"):
        for path in sorted(SAMPLES.glob(f"*{ending}"))[:2]:
            if is_document_name(path.name):
                shutil.copy(path, folder / path.name)
    return folder


# --- wrong use, and errors in one line ---

WRONG: list[tuple[Sequence[str], str]] = [
    (["walk"], "ikp: there is no command 'walk'"),
    (["rnu"], "ikp: there is no command 'rnu' (did you mean run?)"),
    (["run", "--corpse", "x"], "ikp run: there is no option --corpse (did you mean --corpus?)"),
    (["run", "my-releases"], "ikp run: 'my-releases' is more than it takes (a folder is named with --corpus)"),
    (["run", "--workers", "0"], "ikp run: argument --workers: '0' is not a number from 1 on"),
    (["run", "--workers", "two"], "ikp run: argument --workers: 'two' is not a number from 1 on"),
    (["extract"], "ikp extract: the following arguments are required: PATH"),
    (["extract", "a.txt", "--format", "xml"], "ikp extract: argument --format: invalid choice: 'xml'"),
    (["export", "--format", "csv,dbf"], "ikp export: argument --format: dbf is not of csv, parquet, xlsx"),
    (["export", "--format", ","], "ikp export: argument --format: nothing is not of csv, parquet, xlsx"),
    (
        ["why", "Kota", "Tangerang", "score"],
        "ikp why: 'score' is one word too many; put a name in quotes: ikp why \"Kota Tangerang\" score",
    ),
    (["why", "36.01"], "ikp why: COLUMN is missing; give one, like score, or --pack FILE.html"),
]


@pytest.mark.parametrize(("arguments", "complaint"), WRONG)
def test_wrong_use_is_one_line_and_code_2(
    arguments: Sequence[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == cli.WRONG_USE
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(complaint)
    assert re.fullmatch(r".*; see `ikp( \w+)? --help`\n", err), "one line that says what to do"


def test_without_a_command_there_is_help_and_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == cli.WRONG_USE
    assert "nightly" in capsys.readouterr().err


def test_help_and_version_are_done(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == cli.DONE
    assert "usage: ikp " in capsys.readouterr().out
    assert cli.main(["--version"]) == cli.DONE
    assert re.fullmatch(r"ikp (\d+\.\d+\.\d+|\(not installed\))\n", capsys.readouterr().out)


def test_help_of_a_command_may_be_asked_for_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["help", "why"]) == cli.DONE
    assert capsys.readouterr().out.startswith("usage: ikp why")


def test_nothing_to_read_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["extract", str(tmp_path)]) == cli.NEEDS_A_PERSON
    assert capsys.readouterr().err == f"{tmp_path}: holds no document; name a folder that does\n"
    assert cli.main(["match", " "]) == cli.WRONG_USE
    assert capsys.readouterr().err.startswith("TEXT: is empty; give a phrase")


def test_a_missing_corpus_could_not_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.main(["run", "--corpus", str(tmp_path / "no"), "--out", str(tmp_path / "out")])
    assert code == cli.COULD_NOT_RUN
    assert capsys.readouterr().err == f"{tmp_path}/no: is not a folder that can be read; check the path\n"


def test_nothing_to_explain_before_the_first_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["why", "36.01", "score", "--out", str(tmp_path)]) == cli.COULD_NOT_RUN
    assert "run `ikp run` first" in capsys.readouterr().err


def fail(_options: object) -> int:
    raise RuntimeError("two\nlines")


def test_an_unexpected_error_is_one_line_without_debug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(extract, "match", fail)
    assert cli.main(["match", "x"]) == cli.COULD_NOT_RUN
    assert (
        capsys.readouterr().err
        == "ikp: RuntimeError: two lines; run it with --debug and report what that prints\n"
    )


@pytest.mark.parametrize("arguments", [["--debug", "match", "x"], ["match", "x", "--debug"]])
def test_debug_shows_the_traceback(
    arguments: Sequence[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(extract, "match", fail)
    assert cli.main(arguments) == cli.COULD_NOT_RUN
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_run_that_is_told_to_stop_ends_in_order(
    number: signal.Signals,
    corpus: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr("pipeline.jobs.stages.prepare", lambda *_, **__: os.kill(os.getpid(), number))
    assert cli.main(["run", "--corpus", str(corpus), "--out", str(tmp_path / "out")]) == cli.COULD_NOT_RUN
    assert capsys.readouterr().err == "stopped; run it again, it goes on where it stopped\n"
    assert signal.getsignal(signal.SIGTERM) == before


def test_an_object_store_without_keys_says_which_to_set() -> None:
    error = type("NoCredentialsError", (Exception,), {})("Unable to locate credentials")
    told = "s3://a: lies in an object store that needs keys; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
    assert cli.one_line(error, where="s3://a") == told


def test_an_error_that_nobody_expected_is_one_line() -> None:
    error = ValueError("first line\nand  second " + "x" * 400)
    told = cli.one_line(error)
    assert told.startswith("ikp: ValueError: first line and second xxx")
    assert told.endswith("x; run it with --debug and report what that prints")
    assert len(told) < 400


def test_a_run_beside_another_could_not_run(corpus: Path, tmp_path: Path) -> None:
    with store.locked(tmp_path / "out"):
        ended = ikp("run", "--corpus", corpus, "--out", tmp_path / "out")
    assert ended.returncode == cli.COULD_NOT_RUN
    assert ended.stdout == b""
    told = ended.stderr.decode()
    assert told.startswith(f"{tmp_path}/out: another run is at work there (process {os.getpid()}, since ")
    assert told.endswith("; wait until it ends\n")


# --- extract ---

KEYS = {
    "id", "document", "type", "region_code", "region_name", "edition", "score", "category", "rank",
    "rank_scope", "dimension", "indicator", "label", "count", "unit", "status", "scope_code", "level", "n",
    "basis", "stage", "previous", "confidence", "decision", "rule", "rule_version", "match", "candidates",
    "evidence", "more_evidence", "part",
}  # fmt: skip


def test_findings_are_printed_one_json_a_line(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["extract", str(corpus / "berita.txt"), "--format", "jsonl"]) == cli.DONE
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows
    for row in rows:
        assert row.keys() == KEYS
        assert row["document"] == "berita.txt"
        evidence = row["evidence"]
        assert evidence.keys() == {"quote", "start", "end", "page", "bbox", "address"}
        assert NEWS[evidence["start"] : evidence["end"]] == evidence["quote"]
    scores = {(row["region_code"], row["score"], row["category"]) for row in rows if row["type"] == "score"}
    assert scores == {("36.01", 77.73, "tinggi"), ("36.72", 32.4, "sedang")}


def test_metadata_is_printed_one_json_a_document(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["extract", str(corpus), "--metadata"]) == cli.DONE
    (row,) = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert row.keys() == {
        "document", "kind", "issuer", "region_code", "region_name", "published", "event_date", "reader", "grade",
        "notices",
        "part",
    }  # fmt: skip
    assert (row["document"], row["reader"]) == ("berita.txt", "text")


def test_a_table_names_region_value_and_words(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["extract", str(corpus), "--format", "table"]) == cli.DONE
    out = capsys.readouterr().out
    assert "Kabupaten Pandeglang" in out
    assert "77.73 tinggi" in out


def test_a_path_that_fails_gives_a_line_and_the_others_go_on(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "kosong.txt").touch()
    code = cli.main(["extract", str(tmp_path / "tidak-ada.pdf"), str(corpus)])
    out, err = capsys.readouterr()
    assert code == cli.NEEDS_A_PERSON
    assert [line.split(":")[0] for line in err.splitlines()] == [
        f"{tmp_path}/tidak-ada.pdf",
        f"{corpus}/kosong.txt",
    ]
    assert {json.loads(line)["document"] for line in out.splitlines()} == {"berita.txt"}


def test_a_reader_that_has_had_enough_is_no_error(corpus: Path) -> None:
    for number in range(40):
        shutil.copy(corpus / "berita.txt", corpus / f"{number}.txt")
    command = [sys.executable, "-m", "pipeline.cli", "extract", str(corpus)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == cli.DONE


# --- match and evaluate ---

MATCHES = [
    ("politik uang", ["  54  ", "accepted"]),
    ("Kabupaten Serang", ["36.04  Kabupaten Serang"]),
    ("Serang", ["36.04  Kabupaten Serang", "36.73  Kota Serang"]),
    ("qwxz", ["fits no indicator and no region", "`ikp alias qwxz --means NUMBER_OR_CODE`"]),
    ("titip sembako", ["none near enough", "`ikp alias 'titip sembako' --means NUMBER_OR_CODE`"]),
]


@pytest.mark.parametrize(("phrase", "expected"), MATCHES)
def test_a_phrase_is_matched_with_score_and_reason(
    phrase: str, expected: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["match", phrase]) == cli.DONE
    out = capsys.readouterr().out
    for part in expected:
        assert part in out
    assert ("ikp alias" in out) == (len(expected) > 1 and "ikp alias" in expected[1]), "where nothing fits alone"


def gold(folder: Path) -> Path:
    fact = {"type": "score", "region_code": "36.01", "edition": "ikp_2024", "score": 77.73, "category": "tinggi"}
    text = json.dumps({"url": None, "kind": "news", "published": None, "findings": [fact], "notes": ""})
    (folder / "berita.gold.json").write_text(text)
    return folder


def test_findings_are_compared_with_gold(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", str(gold(corpus)), "--format", "json"]) == cli.DONE
    figures = json.loads(capsys.readouterr().out)
    assert figures["score"]["recall"] == 1.0
    assert figures["score"]["precision"] == 0.5


@pytest.mark.parametrize("by", evaluate.GROUPS)
def test_figures_are_printed_as_a_table(corpus: Path, by: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", str(gold(corpus)), "--by", by]) == cli.DONE
    expected = {"kind": "score", "rule": "", "document": "berita"}[by]
    assert expected in capsys.readouterr().out


def test_a_folder_without_gold_is_wrong_use(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", str(corpus)]) == cli.WRONG_USE
    assert "holds no *.gold.json" in capsys.readouterr().err


# --- run, why, export ---


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """Run once over a good and a damaged document."""
    folder = tmp_path_factory.mktemp("finished")
    corpus, out = folder / "corpus", folder / "out"
    corpus.mkdir()
    (corpus / "berita.txt").write_text(NEWS)
    (corpus / "rusak.pdf").write_bytes(b"%PDF-1.4 and then nothing")
    return Finished(corpus=corpus, out=out, ended=ikp("run", "--corpus", corpus, "--out", out, "--workers", "1"))


def test_a_run_ends_in_tables_and_a_summary_without_colour(finished: Finished) -> None:
    text = finished.ended.stdout.decode()
    assert "\x1b" not in text
    for label in ("documents", "findings", "conflicts", "coverage", "tables", "next"):
        assert re.search(rf"^{label}  ", text, re.MULTILINE), label
    assert "2 of 552 regions" in text
    assert (finished.out / "dataset" / "scores.csv").exists()


def test_a_quarantined_document_needs_a_person(finished: Finished) -> None:
    assert finished.ended.returncode == cli.NEEDS_A_PERSON
    (line,) = finished.ended.stderr.decode().splitlines()
    assert line.startswith("rusak.pdf: ")
    assert "quarantined: rusak.pdf" in finished.ended.stdout.decode()
    assert "rusak.pdf" in (finished.out / "dataset" / "documents.csv").read_text()


def test_a_published_value_is_explained(finished: Finished, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["why", "36.01", "score", "--out", str(finished.out)]) == cli.DONE
    explained = capsys.readouterr().out
    assert "77.73" in explained
    assert "berita.txt" in explained
    assert cli.main(["why", "36.01", "no_such_column", "--out", str(finished.out)]) == cli.WRONG_USE
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_dataset_is_exported_in_each_format(
    finished: Finished, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["export", "--out", str(finished.out), "--to", str(tmp_path), "--format", "csv,parquet,xlsx"]
    assert cli.main(arguments) == cli.DONE
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert {".csv", ".parquet", ".xlsx", ".json", ".md", ".svg", ".html", ""} == {path.suffix for path in written}
    assert all(path.is_file() for path in written)
    assert (tmp_path / "scores.csv").read_bytes() == (finished.out / "dataset" / "scores.csv").read_bytes()


LOADED = "import sys; from pipeline.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"


def loaded_by(*arguments: str | Path) -> set[str]:
    ended = subprocess.run(
        [sys.executable, "-c", LOADED, *map(str, arguments)], check=True, capture_output=True, cwd=ROOT
    )
    return set(ended.stderr.decode().splitlines()[-1].split()) & set(HEAVY)


def test_help_loads_nothing_heavy() -> None:
    assert loaded_by("--help") == set()


def test_a_run_with_nothing_to_do_loads_nothing_heavy(finished: Finished) -> None:
    before = results_in(finished.out)
    assert loaded_by("run", "--corpus", finished.corpus, "--out", finished.out) == {"msgspec"}
    assert results_in(finished.out) == before


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """Run once, in one process, over samples of all formats."""
    folder = tmp_path_factory.mktemp("sampled")
    corpus, out = few_samples(folder / "corpus"), folder / "out"
    environment = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"}
    ended = ikp("run", "--corpus", corpus, "--out", out, "--workers", "1", environment=environment)
    assert ended.returncode == cli.DONE, ended.stderr.decode()
    return Finished(corpus=corpus, out=out, ended=ended)


def test_more_cores_another_hash_zone_and_language_give_the_same_bytes(sampled: Finished, tmp_path: Path) -> None:
    environment = {"PYTHONHASHSEED": "4242", "TZ": "Asia/Jayapura", "LC_ALL": "C.UTF-8", "LANGUAGE": "id"}
    arguments = ("--corpus", sampled.corpus, "--out", tmp_path / "out", "--workers", "2")
    ended = ikp("run", *arguments, environment=environment)
    assert ended.returncode == cli.DONE
    assert results_in(tmp_path / "out") == results_in(sampled.out)
    assert ended.stdout.replace(str(tmp_path).encode(), str(sampled.out.parent).encode()) == sampled.ended.stdout


def children_of(process: int) -> set[int]:
    return {
        int(status.parent.name)
        for status in Path("/proc").glob("[0-9]*/status")
        if f"PPid:\t{process}\n" in _text(status)
    }


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


def wait_until(condition: Callable[[], bool], *, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for child processes in /proc")
def test_a_killed_run_leaves_no_child_and_the_next_ends_in_the_same_bytes(
    sampled: Finished, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    arguments = ["run", "--corpus", str(sampled.corpus), "--out", str(out), "--workers", "2"]
    command = [sys.executable, "-m", "pipeline.cli", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        wait_until(lambda: any((out / "documents").glob("*.json")) or process.poll() is not None)
        children = children_of(process.pid)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert children
    wait_until(lambda: not any(map(_alive, children)))
    assert not (out / "dataset").exists()
    assert ikp(*arguments).returncode == cli.DONE
    assert results_in(out) == results_in(sampled.out)


def _alive(process: int) -> bool:
    status = _text(Path(f"/proc/{process}/status"))
    return bool(status) and "State:\tZ" not in status
