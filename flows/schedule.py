"""One command for every night: Prefect's own server on loopback, and the deployment that it starts by a cron.

This process only watches over two children: the server, where no other is configured, and the one that serves the
deployment (``flows.serve``). A signal, or the end of one child, ends both.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import Any, Final
from zoneinfo import ZoneInfo, available_timezones

from flows.diary import Nights
from flows.server import HOST, Child, child, free_port, healthy
from pipeline.errors import BusyError, ServerError, UsageError
from pipeline.storage import store

POLL_SECONDS: Final = 0.5
START_SECONDS: Final = 120.0  # up in 12 s on an idle machine


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When to run, in which time zone, the port that the page should have, and the parameters of the flow."""

    cron: str
    timezone: str
    port: int
    parameters: Mapping[str, str | int | bool]


def keep(schedule: Schedule, home: Path) -> None:
    """Serve the nightly deployment until a signal comes; all that Prefect writes lies in ``home``.

    Raises UsageError for a cron or time zone that will not do, BusyError where another schedule is kept there,
    ServerError where a child ends by itself.
    """
    next_time(schedule)
    with _kept_alone(home), _signals() as stopping, ExitStack() as stack:
        children: list[Child] = []
        api = os.environ.get("PREFECT_API_URL")
        if not api:
            port = free_port(schedule.port)
            api = f"http://{HOST}:{port}/api"
            children.append(stack.enter_context(_server(port, home)))
            _await(children[0], port, stopping)
        settings = {"PREFECT_API_URL": api, "PYTHONUNBUFFERED": "1"}
        command = ("flows.serve", json.dumps(asdict(schedule)))
        log = home / "schedule.log"
        children.append(
            stack.enter_context(child("the schedule", command, log=log, settings=settings, end=signal.SIGINT))
        )
        _say(f"Prefect's page: {api.removesuffix('/api')}")
        _say(f"{_next(schedule)}; logs in {home}; Ctrl-C stops")
        _watch(children, stopping, Nights(home), schedule)
    _say("stopped")


def _next(schedule: Schedule) -> str:
    return f"next run: {next_time(schedule):%Y-%m-%d %H:%M %Z}"


@contextmanager
def _kept_alone(home: Path) -> Iterator[None]:
    """Hold the folder of a schedule. Raises BusyError where another one is kept there."""
    with ExitStack() as stack:
        try:
            stack.enter_context(store.locked(home))
        except BusyError as error:
            what = error.what.replace("another run is at work there", "a schedule is kept there already")
            raise BusyError(what, where=error.where, remedy="leave it, or end that process first") from error
        yield


def _server(port: int, home: Path) -> AbstractContextManager[Child]:
    _say(f"starting Prefect's server on port {port} (about 15 s)")
    command = ("prefect", "server", "start", "--host", HOST, "--port", str(port))
    settings = {"PREFECT_UI_API_URL": f"http://{HOST}:{port}/api"}
    return child("Prefect's server", command, log=home / "server.log", settings=settings)


def _await(server: Child, port: int, stopping: threading.Event) -> None:
    """Wait until the server answers. Raises ServerError where it ends instead, or takes too long."""
    given_up = time.monotonic() + START_SECONDS
    while not stopping.wait(POLL_SECONDS) and not healthy(port):
        server.check()
        if time.monotonic() > given_up:
            what = f"does not answer after {START_SECONDS:.0f} s"
            raise ServerError(what, where="Prefect's server", remedy=f"see {server.log}")


def _watch(children: Sequence[Child], stopping: threading.Event, nights: Nights, schedule: Schedule) -> None:
    """Wait for a signal, and tell of each night that ended. Raises ServerError where a child ends before that."""
    while not stopping.wait(POLL_SECONDS):
        for entry in children:
            entry.check()
        for line in nights.news():
            _say(line)
            _say(_next(schedule))


@contextmanager
def _signals() -> Iterator[threading.Event]:
    """Give an event that Ctrl-C, SIGTERM and a terminal that is closed set; put back what they did before."""
    stopping = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopping.set()

    heard = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # under nohup it is to live on
        heard.append(signal.SIGHUP)
    before = {number: signal.signal(number, stop) for number in heard}
    try:
        yield stopping
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def next_time(schedule: Schedule) -> datetime:
    """Return when the cron fires next. Raises UsageError for a time zone or cron that is none, or never fires."""
    # Prefect's own reader of crons; Prefect is not loaded before the environment is prepared
    reader: Any = importlib.import_module("prefect._vendor.croniter").croniter

    if schedule.timezone not in available_timezones():
        raise UsageError("is no time zone", where=schedule.timezone, remedy="give one such as Asia/Jakarta")
    if len(schedule.cron.split()) != 5 or not reader.is_valid(schedule.cron):
        raise UsageError("is no cron", where=schedule.cron, remedy='give five fields such as "0 2 * * *"')
    try:
        found: datetime = reader(schedule.cron, datetime.now(ZoneInfo(schedule.timezone))).get_next(datetime)
    except ValueError as error:
        raise UsageError("never fires", where=schedule.cron, remedy="give a day that its months have") from error
    return found
