"""The flows end where ``ikp run`` ends, in states that mean something, and say on Prefect's page what they did."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import flows
from pipeline.storage import store
from prefect_api import asked
from published import results_in

ROOT = Path(flows.__file__).parents[1]


def ikp(*arguments: str | Path, api: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline.cli", *map(str, arguments)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    if api:
        environment["PREFECT_API_URL"] = api
    return subprocess.run(
        command, check=False, capture_output=True, text=True, cwd=ROOT, timeout=300, env=environment
    )


def run_of(api: str, out: Path) -> dict[str, Any]:
    """Return the last flow run over an output folder."""
    runs = asked(api, "flow_runs", sort="START_TIME_DESC", limit=50)
    return next(run for run in runs if run["parameters"].get("out") == str(out))


def ledger(out: Path, number: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "runs" / f"{number}.json").read_text())
    return found


def test_without_a_server_the_nightly_flow_ends_in_the_same_bytes_as_a_run(corpus: Path, tmp_path: Path) -> None:
    nightly = ikp("nightly", "--corpus", corpus, "--out", tmp_path / "a", "--workers", "1")
    run = ikp("run", "--corpus", corpus, "--out", tmp_path / "b", "--workers", "1")
    assert results_in(tmp_path / "a") == results_in(tmp_path / "b")
    assert b"berita.txt" in results_in(tmp_path / "a")["dataset/documents.csv"]
    assert nightly.returncode == run.returncode == 1, "the empty file needs a person"
    assert nightly.stderr == run.stderr, "Prefect says nothing of its own"
    assert nightly.stdout.replace("/a/", "/b/") == run.stdout


def test_rebuild_and_dask_end_in_the_same_bytes(corpus: Path, tmp_path: Path, api: str) -> None:
    run, cluster = tmp_path / "run", tmp_path / "cluster"
    ikp("run", "--corpus", corpus, "--out", run, "--workers", "1")
    before = results_in(run)
    (run / "documents" / f"{'0' * 64}.json").write_text("stale")
    again = ikp("rebuild", "--corpus", corpus, "--out", run, "--workers", "1", api=api)
    spread = ikp("nightly", "--dask", "local", "--corpus", corpus, "--out", cluster, "--workers", "2", api=api)
    assert results_in(run) == results_in(cluster) == before
    assert [again.returncode, spread.returncode] == [1, 1], spread.stderr
    assert again.stderr == spread.stderr, "Dask says nothing of its own"
    assert "2 read, 0 unchanged" in again.stdout
    assert [ledger(run, number)["command"] for number in (1, 2)] == ["run", "rebuild"]


def test_a_night_is_told_on_the_page_and_in_the_ledger(corpus: Path, tmp_path: Path, api: str) -> None:
    out = tmp_path / "out"
    ended = ikp("nightly", "--no-fetch", "--corpus", corpus, "--out", out, "--workers", "1", api=api)
    assert ended.returncode == 1
    run = run_of(api, out)
    assert (run["state_type"], run["state_name"]) == ("COMPLETED", "NeedsPeople")
    assert run["state"]["message"] == "1 in quarantine"
    artifacts = {
        found["key"]: found["data"]
        for found in asked(api, "artifacts", artifacts={"flow_run_id": {"any_": [run["id"]]}})
        if found["key"]
    }
    assert set(artifacts) == {f"nightly-{name}" for name in ("summary", "changes", "quarantine", "sources")}
    assert "| documents | 2 |" in artifacts["nightly-summary"]
    assert "kosong&lt;b&gt;" in artifacts["nightly-quarantine"]
    assert "<b>" not in "".join(artifacts.values())
    entry = ledger(out, 1)
    assert entry["command"] == "nightly"
    assert entry["begun"] <= entry["ended"]
    assert list(entry["seconds"]) == ["fetch", "ingest", "parse", "consolidate"]
    assert entry["libraries"]["prefect"] == "3.8.8"
    (corpus / "kosong<b>.txt").unlink()
    assert ikp("nightly", "--corpus", corpus, "--out", out, "--workers", "1", api=api).returncode == 0
    run = run_of(api, out)
    assert (run["state_name"], run["state"]["message"]) == ("Completed", "0 read, 1 unchanged, 1 gone")


def test_of_two_nights_at_once_one_works_and_the_other_says_so(corpus: Path, tmp_path: Path, api: str) -> None:
    out = tmp_path / "out"
    night = partial(ikp, "nightly", "--corpus", corpus, "--out", out, "--workers", "1", api=api)
    with ThreadPoolExecutor(2) as both:
        ends = sorted(
            (future.result() for future in [both.submit(night), both.submit(night)]),
            key=lambda end: end.returncode,
        )
    assert [end.returncode for end in ends] == [1, 3]
    assert ends[1].stderr.startswith(f"{out}: another run is at work there (process ")
    assert len(ends[1].stderr.splitlines()) == 1
    states = {
        run["state_name"] for run in asked(api, "flow_runs", limit=50) if run["parameters"]["out"] == str(out)
    }
    assert states == {"NeedsPeople", "Skipped"}


def test_an_error_inside_the_flow_is_the_message_of_its_state(corpus: Path, tmp_path: Path, api: str) -> None:
    out = tmp_path / "out"
    (out / "dataset").mkdir(parents=True)
    (out / "dataset" / "mine.txt").write_text("not a dataset")
    ended = ikp("nightly", "--corpus", corpus, "--out", out, "--workers", "1", api=api)
    assert ended.returncode == 3
    run = run_of(api, out)
    assert run["state_type"] == "FAILED"
    assert f"{run['state']['message']}\n" == ended.stderr
    assert "would be lost" in ended.stderr


@pytest.mark.parametrize(
    ("command", "code", "line"),
    [
        (("nightly", "--corpus", "none"), 3, "none: is not a folder that can be read; check the path\n"),
        (
            ("nightly", "--dask", "here"),
            2,
            "here: is no Dask cluster; give local or an address, tcp://HOST:8786\n",
        ),
        (("schedule", "--timezone", "Mars"), 2, "Mars: is no time zone; give one such as Asia/Jakarta\n"),
    ],
)
def test_wrong_use_is_one_line(
    corpus: Path, tmp_path: Path, api: str, command: tuple[str, ...], code: int, line: str
) -> None:
    folders = ("--out", str(tmp_path / "out"), *(() if "--corpus" in command else ("--corpus", str(corpus))))
    ended = ikp(*command, *folders, api=api)
    assert (ended.returncode, ended.stderr) == (code, line)


def test_the_environment_keeps_prefect_quiet_offline_and_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (*flows.QUIET, "PREFECT_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PREFECT_LOGGING_LEVEL", "DEBUG")
    home = flows.prepare_environment(tmp_path / "out")
    assert os.environ["DO_NOT_TRACK"] == "1"
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert os.environ["PREFECT_LOGGING_LEVEL"] == "DEBUG", "what the user has set stays"
    assert os.environ["PREFECT_HOME"] == str(home)
    assert home.is_relative_to(tmp_path / "out" / "runs")


def test_the_holder_of_the_lock_is_named(tmp_path: Path) -> None:
    with store.locked(tmp_path):
        assert (tmp_path / ".lock").read_text().startswith(f"process {os.getpid()}, since 2")
