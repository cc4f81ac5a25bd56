"""Child processes that live as long as this one: Prefect's server and what serves the deployment."""

from __future__ import annotations

import ctypes
import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import flows
from pipeline.errors import ServerError

HOST: Final = "127.0.0.1"
LEAVING_SECONDS: Final = 20.0  # Prefect's server takes 2, a run that is stopped a few more
TRIED_PORTS: Final = 50
_PARENT_DEATH: Final = 1  # PR_SET_PDEATHSIG


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child process, what it is called to a person, and the file that holds what it prints."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def check(self) -> None:
        """Raise ServerError where the child has ended."""
        if self.process.poll() is not None:
            what = f"{self.name} ended by itself (code {self.process.returncode})"
            raise ServerError(what, where="ikp schedule", remedy=f"see {self.log}, then start it again")


@contextmanager
def child(
    name: str,
    command: Sequence[str],
    *,
    log: Path,
    settings: Mapping[str, str],
    end: signal.Signals = signal.SIGTERM,
) -> Iterator[Child]:
    """Start a Python module as a child, with ``settings`` in its environment; end it and its group on leaving.

    ``end`` is the signal that it takes as a wish to stop: Prefect's runner stops its runs on Ctrl-C only.
    """
    with log.open("ab") as file:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and modules
            [sys.executable, "-m", *command],
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
            env={**os.environ, **_search_path(), **settings},
            start_new_session=True,  # Ctrl-C comes to us; we end the child in order
            preexec_fn=_end_with_parent,  # noqa: PLW1509 - before any thread is started
        )
    try:
        yield Child(name=name, process=process, log=log)
    finally:
        _end(process, end)


def _search_path() -> dict[str, str]:
    """Let children find the packages where they are not installed, as in a checkout."""
    root = str(Path(flows.__file__).resolve().parents[1])
    if "site-packages" in root or "dist-packages" in root:
        return {}
    return {"PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))}


def _end_with_parent() -> None:
    """Ask the kernel to end this process when its parent is killed; only Linux knows how."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH, signal.SIGTERM)


def _end(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        process.send_signal(number)
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=LEAVING_SECONDS)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)  # whatever of its group is left
    process.wait()


def free_port(wanted: int) -> int:
    """Return ``wanted`` or the next port on loopback that nobody uses. Raises ServerError where 50 are in use."""
    for port in range(wanted, min(wanted + TRIED_PORTS, 65536)):
        with socket.socket() as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, port))
            return port
    raise ServerError("are all in use", where=f"ports from {wanted} on", remedy="give another with --port")


def healthy(port: int) -> bool:
    """Tell whether Prefect's server answers on a port of loopback."""
    line = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        line.request("GET", "/api/health")
        return line.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()
