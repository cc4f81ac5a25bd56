"""A web server on loopback whose pages a test writes: validators, redirects, delays, answers that never end."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One answer. ``drip`` are the seconds between its bytes; ``endless`` repeats the body until nobody listens."""

    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: str | None = None
    last_modified: str | None = None
    delay: float = 0.0
    drip: float = 0.0
    endless: bool = False
    packed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for, with its headers by small name, and when (monotonic seconds)."""

    path: str
    headers: Mapping[str, str]
    at: float

    @property
    def conditional(self) -> bool:
        """Whether it asked only for what changed."""
        return "if-none-match" in self.headers or "if-modified-since" in self.headers


@dataclass(slots=True)
class Site:
    """The pages by path (a list answers in turn, its last page for ever) and the requests so far."""

    url: str = ""
    pages: dict[str, Page | list[Page]] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)

    def answer(self, path: str) -> Page:
        """Return the page of a path; 404 where there is none."""
        page = self.pages.get(path, Page(status=404))
        if isinstance(page, list):
            return page.pop(0) if len(page) > 1 else page[0]
        return page

    def asked(self) -> list[str]:
        """Return the paths that were asked for, in order, robots.txt apart."""
        return [request.path for request in self.requests if request.path != "/robots.txt"]


def redirect(to: str, status: int = 302) -> Page:
    """Return a page that leads elsewhere."""
    return Page(status=status, headers={"Location": to})


@contextmanager
def served(site: Site) -> Iterator[Site]:
    """Serve a site on a free port of 127.0.0.1 until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.requests.append(Request(path=self.path, headers=headers, at=time.monotonic()))
            page = site.answer(self.path)
            with suppress(OSError):  # the client has had enough
                _send(self, page, headers)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library names it
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Say nothing of clients that are killed."""

    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _send(handler: BaseHTTPRequestHandler, page: Page, headers: Mapping[str, str]) -> None:
    if page.delay:
        time.sleep(page.delay)
    same = (page.etag is not None and headers.get("if-none-match") == page.etag) or (
        page.last_modified is not None and headers.get("if-modified-since") == page.last_modified
    )
    status = 304 if same and page.status == 200 else page.status
    body = b"" if status == 304 else gzip.compress(page.body, 9) if page.packed else page.body
    handler.send_response(status)
    named = {"Content-Type": page.kind, "ETag": page.etag, "Last-Modified": page.last_modified, **page.headers}
    for name, value in named.items():
        if value is not None:
            handler.send_header(name, value)
    if page.packed and status == 200:
        handler.send_header("Content-Encoding", "gzip")
    if page.endless:
        handler.close_connection = True
        handler.send_header("Connection", "close")
    else:
        handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    if page.drip:
        for byte in body:
            handler.wfile.write(bytes([byte]))
            time.sleep(page.drip)
        return
    handler.wfile.write(body)
    while page.endless:
        handler.wfile.write(body)
