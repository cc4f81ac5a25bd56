"""``ikp schedule`` starts a server, registers the deployment, and leaves no process behind."""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]
from prefect.utilities.templating import apply_values

import flows
from flows import server as servers
from flows.nightly import nightly
from flows.schedule import Schedule, next_time
from flows.serve import name_of
from pipeline.commands import operate
from pipeline.errors import ServerError, UsageError

ROOT = Path(flows.__file__).parents[1]


def start(corpus: Path, out: Path, *arguments: str) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    environment["PYTHONPATH"] = str(ROOT)
    command = [sys.executable, "-m", "pipeline.cli", "schedule", "--corpus", corpus.name, "--out", str(out)]
    return subprocess.Popen(
        [*command, *arguments], stderr=subprocess.PIPE, text=True, cwd=corpus.parent, env=environment
    )


def lines_until(process: subprocess.Popen[str], start_: str) -> list[str]:
    assert process.stderr
    seen: list[str] = []
    for line in process.stderr:
        seen.append(line.rstrip("\n"))
        if line.startswith(start_):
            break
    return seen


def descendants(pid: int) -> set[int]:
    """Return the processes that a process started, and those that they started."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found: set[int] = set()
    waiting = [pid]
    while waiting:
        parent = waiting.pop()
        children = [child for child, of in parents.items() if of == parent]
        found.update(children)
        waiting.extend(children)
    return found


def alive(pids: set[int]) -> set[int]:
    return {pid for pid in pids if Path(f"/proc/{pid}").exists()}


def deployments(page: str) -> Iterator[dict[str, Any]]:
    request = urllib.request.Request(  # noqa: S310 - our own server
        f"{page}/api/deployments/filter", b"{}", {"content-type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        yield from json.load(answer)


def wait_for_deployment(page: str) -> dict[str, Any]:
    given_up = time.monotonic() + 60
    while time.monotonic() < given_up:
        for found in deployments(page):
            return found
        time.sleep(0.5)
    pytest.fail("no deployment was registered")


def test_a_schedule_serves_the_deployment_and_ends_without_a_trace(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = start(corpus, out, "--port", "4450", "--cron", "30 3 * * *", "--workers", "1")
    try:
        page = lines_until(process, "Prefect's page")[-1].split()[-1]
        upcoming = lines_until(process, "next run")[-1]
        found = wait_for_deployment(page)
        children = descendants(process.pid)
        beside = start(corpus, out)
        told = beside.communicate(timeout=60)[1]
    finally:
        process.send_signal(signal.SIGTERM)
        rest = process.communicate(timeout=60)[1]
    assert beside.returncode == 3
    assert re.search(r"a schedule is kept there already \(process .*end that process first", told)
    assert "03:30 WIB" in upcoming
    assert found["name"] == name_of(str(out))
    assert found["schedules"][0]["schedule"]["cron"] == "30 3 * * *"
    assert found["schedules"][0]["schedule"]["timezone"] == "Asia/Jakarta"
    assert found["concurrency_options"]["collision_strategy"] == "CANCEL_NEW"
    assert found["parameters"]["corpus"] == str(corpus), "a relative folder is found from anywhere"
    assert found["parameters"]["command"] == "scheduled"
    assert process.returncode == 0
    assert rest == "stopped\n"
    assert len(children) >= 2
    assert alive(children) == set()


def test_a_server_that_dies_is_told_in_one_line(corpus: Path, tmp_path: Path) -> None:
    process = start(corpus, tmp_path / "out", "--port", "4470")
    try:
        lines_until(process, "starting Prefect's server")
        time.sleep(1)
        children = descendants(process.pid)
        for pid in children:
            os.kill(pid, signal.SIGKILL)
        told = process.communicate(timeout=60)[1]
    finally:
        process.kill()
    assert process.returncode == 3
    assert told.startswith("ikp schedule: Prefect's server ended by itself (code -9); see ")
    assert len(told.splitlines()) == 1
    assert alive(children) == set()


def test_the_next_run_is_told_in_the_time_zone_of_the_schedule() -> None:
    found = next_time(Schedule(cron="0 2 * * *", timezone="Asia/Jakarta", port=0, parameters={}))
    assert (found.hour, found.minute, found.utcoffset()) == (2, 0, timedelta(hours=7))
    assert timedelta(0) < found - datetime.now(UTC) <= timedelta(days=1)


@pytest.mark.parametrize(
    ("cron", "line"),
    [
        ("often", 'often: is no cron; give five fields such as "0 2 * * *"'),
        ("* * * * * *", '* * * * * *: is no cron; give five fields such as "0 2 * * *"'),
        ("0 0 31 2 *", "0 0 31 2 *: never fires; give a day that its months have"),
    ],
)
def test_a_cron_that_will_not_do_is_one_line(cron: str, line: str) -> None:
    with pytest.raises(UsageError) as raised:
        next_time(Schedule(cron=cron, timezone="Asia/Jakarta", port=4200, parameters={}))
    assert str(raised.value) == line


@pytest.mark.parametrize("port", ["0", "-5", "65536", "4200.0", ""])
def test_a_port_that_is_none_is_wrong_use(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser(prog="ikp")
    operate.add_schedule(parser)
    with pytest.raises(SystemExit) as leaving:
        parser.parse_args(["--port", port])
    assert leaving.value.code == 2
    assert f"argument --port: {port!r} is not a port from 1 to 65535" in capsys.readouterr().err


def test_schedules_of_several_output_folders_have_names_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "a")
    a, b, link = (name_of(str(tmp_path / name)) for name in ("a", "b", "link"))
    assert a == link != b
    assert name_of("s3://ikp/extracted") == name_of("s3://ikp/extracted/") == "every-night-a6ca4e"


def test_a_run_of_a_work_pool_starts_where_it_was_deployed(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = yaml.safe_load((ROOT / "prefect.yaml").read_text())["deployments"]
    monkeypatch.setenv("PWD", "/srv/ikp")
    assert apply_values(found["work_pool"], {})["job_variables"]["working_dir"] == "/srv/ikp"
    assert found["parameters"].keys() == nightly.parameters.properties.keys()
    assert found["entrypoint"] == "flows.nightly.nightly"


def test_a_port_in_use_is_passed_over() -> None:
    first = servers.free_port(4490)
    with socket.socket() as taken:
        taken.bind((servers.HOST, first))
        taken.listen()
        assert servers.free_port(first) > first
    with pytest.raises(ServerError, match="ports from 65536 on: are all in use"):
        servers.free_port(65536)


TIDY = """
import sys
from datetime import UTC, datetime, timedelta
from prefect.client.orchestration import get_client
from prefect.states import Running, Scheduled
from flows.nightly import rebuild
from flows.serve import deployment, tidy
now = datetime.now(UTC)
ours = deployment("0 2 * * *", "Asia/Jakarta", {"out": "/data/a"})
found = ours.apply()
others = [
    deployment("0 2 * * *", "Asia/Jakarta", {"out": "/data/b"}).apply(),
    rebuild.to_deployment(name=ours.name).apply(),
]
with get_client(sync_client=True) as client:
    times = [now - timedelta(hours=30), now - timedelta(hours=6), now + timedelta(hours=1)]
    runs = [client.create_flow_run_from_deployment(found, state=Scheduled(scheduled_time=at)).id for at in times]
    for one in (found, *others):
        runs.append(client.create_flow_run_from_deployment(one, state=Running()).id)
        client.set_flow_run_state(runs[-1], Running(), force=True)
    tidy(ours.name, now)
    print(*(client.read_flow_run(run).state.name for run in runs))
    for one in (found, *others):
        client.delete_deployment(one)
"""


def test_what_an_earlier_schedule_left_does_not_pile_up_and_other_schedules_are_left_alone(api: str) -> None:
    environment = {**os.environ, "PREFECT_API_URL": api, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        [sys.executable, "-c", TIDY], capture_output=True, text=True, check=False, env=environment, timeout=60
    )
    states = ["Missed", "Missed", "Scheduled", "Crashed", "Running", "Running"]
    assert ended.stdout.split() == states, ended.stderr
