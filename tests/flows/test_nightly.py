"""The nightly flow ends where ``ikp run`` ends; its tasks are the stages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import flows

NEWS = "Bawaslu: IKP 2024. Kabupaten Pandeglang masuk kategori rawan tinggi dengan skor 53,35.\n"
ROOT = Path(flows.__file__).parents[1]


def published(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name not in {".state.json", ".lock"} and "runs" not in path.parts
    }


# The command, with an extraction that takes no time to load: these tests are about the flow.
IKP = """
import sys
from pipeline import work
from pipeline.cli import main
from pipeline.model import Extraction, Metadata
work.extract_document = lambda item, document: Extraction(metadata=Metadata(kind="news"), findings=())
sys.exit(main(sys.argv[1:]))
"""


def ikp(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", IKP, *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, timeout=300)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "berita.txt").write_text(NEWS)
    (folder / "kosong.txt").touch()
    return folder


def test_the_nightly_flow_ends_in_the_same_bytes_as_a_run(corpus: Path, tmp_path: Path) -> None:
    nightly = ikp("nightly", "--corpus", str(corpus), "--out", str(tmp_path / "a"), "--workers", "1")
    run = ikp("run", "--corpus", str(corpus), "--out", str(tmp_path / "b"), "--workers", "1")
    assert published(tmp_path / "a") == published(tmp_path / "b")
    assert b"berita.txt" in published(tmp_path / "a")["dataset/documents.csv"]
    assert nightly.returncode == run.returncode == 1, "the empty file needs a person"
    assert nightly.stderr == run.stderr, "Prefect says nothing of its own"
    assert nightly.stdout.replace("/a/", "/b/") == run.stdout


def test_an_error_of_the_flow_is_one_line(tmp_path: Path) -> None:
    ended = ikp("nightly", "--corpus", str(tmp_path / "none"), "--out", str(tmp_path / "out"))
    assert ended.returncode == 3
    assert ended.stderr == f"{tmp_path}/none: is not a folder that can be read; check the path\n"


def test_the_environment_keeps_prefect_quiet_offline_and_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (*flows.QUIET, "PREFECT_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PREFECT_LOGGING_LEVEL", "DEBUG")
    flows.prepare_environment(tmp_path / "out")
    assert os.environ["DO_NOT_TRACK"] == "1"
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert os.environ["PREFECT_LOGGING_LEVEL"] == "DEBUG", "what the user has set stays"
    assert Path(os.environ["PREFECT_HOME"]).is_relative_to(tmp_path / "out" / "runs")


SMALL = """
import sys
from pathlib import Path
import flows
flows.prepare_environment(Path(sys.argv[2]))
from pipeline import work
from pipeline.model import Extraction, Metadata
work.extract_document = lambda item, document: Extraction(metadata=Metadata(kind="news"), findings=())
from flows.consolidate import consolidate
from flows.ingest import ingest
from flows.parse import BATCH, batches, parse
if __name__ == "__main__":
    corpus, out = Path(sys.argv[1]), Path(sys.argv[2])
    plan = ingest.fn(corpus, out)
    done = dict(plan.done)
    for batch in batches(plan.tasks):
        done |= parse.fn(batch, 1)
    summary = consolidate.fn(plan, done, out)
    print(summary.documents, summary.read, len(list(batches(tuple(range(2 * BATCH + 1))))))
"""


def test_the_tasks_need_no_server(corpus: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", SMALL, str(corpus), str(tmp_path / "out")]
    ended = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, timeout=100)
    assert ended.stdout.split() == ["2", "2", "3"]
    assert (tmp_path / "out" / "dataset" / "scores.csv").exists()
