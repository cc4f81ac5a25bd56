"""The server: one process, in the foreground, until it is interrupted."""

from __future__ import annotations

import ipaddress
import secrets
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Final

import uvicorn

from pipeline.errors import StoreError, UsageError
from pipeline.jobs.desk import Desk
from pipeline.web.app import application

SHORTEST: Final = 16
"""Characters of a token."""
MOST_AT_ONCE: Final = 200
"""Connections; of a browser there are some six."""
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


def serve(
    desk: Desk,
    *,
    host: str,
    port: int,
    token: str | None,
    actor: str | None = None,
    ready: Callable[[str], None],
) -> None:
    """Serve the review application until SIGINT or SIGTERM; ``port`` 0 takes a free one.

    ``ready`` is called once with the address of the server. Raises UsageError where others could reach the server
    and there is no token, StoreError where it cannot listen there.
    """
    check_open(host, token)
    listening = _listening(host, port)
    number = listening.getsockname()[1]
    app = application(
        desk,
        hosts=_LOOPBACK | {host.lower(), socket.gethostname().lower()},
        any_address=not is_loopback(host),
        token=token,
        secret=secrets.token_bytes(32),
        actor=actor,
    )
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=3,
        limit_concurrency=MOST_AT_ONCE,
        h11_max_incomplete_event_size=32 * 1024,
        proxy_headers=False,
        ws="none",
    )
    _Server(config, lambda: ready(_address(host, number))).run(sockets=[listening])


def check_open(host: str, token: str | None) -> None:
    """Raise UsageError where others could reach the server and anybody could enter."""
    if not is_loopback(host) and not token:
        raise UsageError(
            "would let in everybody who can reach this machine",
            where=f"--host {host}",
            remedy="add --token with a long secret text, or leave --host out",
        )
    if token is not None and len(token.strip()) < SHORTEST:
        raise UsageError("could be guessed", where="--token", remedy=f"give {SHORTEST} characters at least")


def is_loopback(host: str) -> bool:
    """Tell whether a server there can be reached from this machine alone.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0"), is_loopback("::1")
    (True, True, False, True)
    """
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host.lower() == "localhost"


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = (error.strerror or str(error)).partition(" (while")[0]
        raise StoreError(
            f"cannot listen there ({reason})", where=f"{host}:{port}", remedy="choose another with --port"
        ) from error


def _address(host: str, port: int) -> str:
    """Return where a browser finds the server; for one that listens everywhere, from another machine too."""
    with suppress(ValueError):
        if ipaddress.ip_address(host).is_unspecified:
            host = _own_address() or socket.gethostname()
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _own_address() -> str | None:
    """Return by which address others reach this machine, None where it has no way out. Nothing is sent."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        way.connect(("192.0.2.1", 9))
        return str(way.getsockname()[0])
    return None


class _Server(uvicorn.Server):
    """Tells when it can be reached; a signal ends it in order, and nothing else."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            self._tell()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
