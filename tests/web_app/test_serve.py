"""The server as it runs: where it listens, what it prints, how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from pipeline.jobs.desk import Desk
from pipeline.web.serve import MOST_AT_ONCE

ANY = "0.0.0.0"  # noqa: S104 - it is refused
ROOT = Path(__file__).resolve().parents[2]


def command_of(desk: Desk, *options: str) -> list[str]:
    folders = ("--corpus", str(desk.corpus), "--out", str(desk.out))
    return [sys.executable, "-m", "pipeline.cli", "review", *folders, "--port", "0", *options]


@contextmanager
def running(desk: Desk, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run ``ikp review`` on a free port; yield the process and its address."""
    process = subprocess.Popen(
        command_of(desk, *options),
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        yield process, next(word for word in process.stdout.readline().split() if word.startswith("http://"))
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_on_a_free_port_and_ends_in_order(original: Desk, ending: signal.Signals) -> None:
    with running(original, "--as", "Budi") as (process, address):
        answer = httpx.get(address, timeout=20, trust_env=False)
        assert answer.status_code == 200
        assert "server" not in answer.headers
        assert "<main" in answer.text
        process.send_signal(ending)
        out, err = process.communicate(timeout=20)
    assert (out, err) == ("", "")
    assert process.returncode == 0


@pytest.mark.parametrize(
    "options", [["--host", ANY], ["--host", ANY, "--token", "short"], ["--host", "no.such.invalid", "--token", "x" * 20]]
)  # fmt: skip
def test_it_refuses_to_be_open_to_all_in_one_line(original: Desk, options: list[str]) -> None:
    done = subprocess.run(
        command_of(original, *options),
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        text=True,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == (3 if "no.such.invalid" in options else 2)
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_where_it_listens_everywhere_it_tells_an_address_that_a_phone_can_open(original: Desk) -> None:
    with running(original, "--host", ANY, "--token", "x" * 20) as (_, address):
        assert ANY not in address
        assert httpx.get(address, timeout=20, trust_env=False).status_code == 303


def test_connections_without_end_are_turned_away(original: Desk) -> None:
    with running(original, "--as", "Budi") as (_, address):
        place = (httpx.URL(address).host, httpx.URL(address).port or 0)
        idle = [socket.create_connection(place, timeout=10) for _ in range(MOST_AT_ONCE)]
        try:
            assert httpx.get(address, timeout=20, trust_env=False).status_code == 503
        finally:
            for one in idle:
                one.close()
