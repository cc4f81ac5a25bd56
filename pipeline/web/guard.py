"""What every request has to pass, and what every answer carries: the application never sees anything else."""

from __future__ import annotations

import ipaddress
import sys
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pipeline.storage.files import printable

MOST_BYTES: Final = 64 * 1024
"""Bytes of a request's body; forms here have some hundred."""
METHODS: Final = frozenset({"GET", "HEAD", "POST"})

HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex, nofollow",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Wraps an application.

    ``hosts`` are the names under which it may be called; ``any_address`` admits bare addresses as well: a page
    elsewhere can point a name of its own at this machine, but not an address.
    """

    app: ASGIApp
    hosts: Collection[str]
    any_address: bool = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begin, begun = time.perf_counter(), False

        async def answer(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                _dress(MutableHeaders(raw=message.setdefault("headers", [])), begin)
            await send(message)

        headers = Headers(scope=scope)
        refusal = next(self._refusals(scope["method"], headers), None)
        if refusal is not None:
            await PlainTextResponse(refusal[1], status_code=refusal[0])(scope, receive, answer)
            return
        try:
            await self.app(scope, _Measured(receive), answer)
        except Exception as error:  # noqa: BLE001 - whatever it is, one page fails and not the server
            _tell(scope["path"], error)
            if not begun:
                await PlainTextResponse("that did not work", status_code=500)(scope, receive, answer)

    def _refusals(self, method: str, headers: Headers) -> Iterator[tuple[int, str]]:
        """Yield status and reason of everything for which a request is refused."""
        if method not in METHODS:
            yield 405, "only GET, HEAD and POST"
        if not self._ours(headers.getlist("host")):
            yield 400, "this server is not called so"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            yield 413, "too large"
        if method == "POST" and not _from_here(headers):
            yield 403, "sent from another page"

    def _ours(self, hosts: Collection[str]) -> bool:
        """Tell whether the one Host of a request names this server; the port makes no difference."""
        if len(hosts) != 1:
            return False
        with suppress(ValueError):
            name = (urlsplit(f"//{next(iter(hosts))}").hostname or "").rstrip(".")
            return name in self.hosts or (self.any_address and _is_address(name))
        return False


def _is_address(name: str) -> bool:
    with suppress(ValueError):
        ipaddress.ip_address(name)
        return True
    return False


def _from_here(headers: Headers) -> bool:
    """Tell whether a form was sent by a page of ours, as far as the browser says.

    Because our pages send no referrer, a browser says ``null`` as the origin of their forms; then Sec-Fetch-Site
    decides, which is said to loopback and over https. Where that is missing too, the form's token decides alone.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in {"same-origin", "none"}:
        return False
    if origin is None or origin == "null":
        return True
    with suppress(ValueError):
        return urlsplit(origin).netloc.casefold() == headers.get("host", "").casefold()
    return False


def _tell(path: str, error: Exception) -> None:
    """Say in one line what nobody expected."""
    what = " ".join(f"{path}: {type(error).__name__}: {error}".split())
    sys.stderr.write(f"ikp review: {printable(what)[:500]}\n")


def _dress(headers: MutableHeaders, begin: float) -> None:
    for name, value in HEADERS.items():
        headers[name] = value
    headers.setdefault("Cache-Control", "no-store")
    headers["Server-Timing"] = f"app;dur={(time.perf_counter() - begin) * 1000:.1f}"


class TooLarge(Exception):  # noqa: N818 - what it is
    """The body of a request is larger than any form here."""


class _Measured:
    """Counts the bytes of a body while they come: what a header says of them need not be true."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._bytes = 0

    async def __call__(self) -> Message:
        message = await self._receive()
        self._bytes += len(message.get("body", b""))
        if self._bytes > MOST_BYTES:
            raise TooLarge
        return message
