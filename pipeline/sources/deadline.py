"""A limit on a whole answer: a site that sends a byte now and then keeps every single read within its time."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

Left = Callable[[], float]
"""Tells how many seconds the request of this thread may still take."""


class TimedBackend(httpcore.NetworkBackend):
    """Opens connections by another backend, whose reading and writing end when the time of the request is over."""

    def __init__(self, backend: httpcore.NetworkBackend, left: Left) -> None:
        self._backend, self._left = backend, left

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Open a connection. Raises ConnectTimeout where the time is over."""
        allowed = _within(timeout, self._left(), httpcore.ConnectTimeout)
        stream = self._backend.connect_tcp(host, port, allowed, local_address, socket_options)
        return TimedStream(stream, self._left)


class TimedStream(httpcore.NetworkStream):
    """A connection that ends with the time of the request that uses it."""

    def __init__(self, stream: httpcore.NetworkStream, left: Left) -> None:
        self._stream, self._left = stream, left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there. Raises ReadTimeout."""
        return self._stream.read(max_bytes, _within(timeout, self._left(), httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write. Raises WriteTimeout."""
        self._stream.write(buffer, _within(timeout, self._left(), httpcore.WriteTimeout))

    def close(self) -> None:
        """End the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Encrypt the connection. Raises ConnectTimeout."""
        allowed = _within(timeout, self._left(), httpcore.ConnectTimeout)
        return TimedStream(self._stream.start_tls(ssl_context, server_hostname, allowed), self._left)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as httpcore has it
        """Return what is known of the connection below."""
        return self._stream.get_extra_info(info)


def _within(timeout: float | None, left: float, over: type[httpcore.TimeoutException]) -> float:
    if left <= 0:
        raise over("the answer takes too long")
    return left if timeout is None else min(timeout, left)
