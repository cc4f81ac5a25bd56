"""Asking the web for a page: politely, within limits, and only where a source may look.

One request at a time goes to a host, with a delay between two. What robots.txt forbids is not asked for. Each
redirect is checked as the first address was. Trouble of the network is tried again; what the web answers, and
that it does not, are values.
"""

from __future__ import annotations

import random
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import Final, Self
from urllib.parse import urlsplit

import httpcore

from pipeline.sources.addresses import BlockedAddressError, GuardedBackend, Resolve, check_url, resolve
from pipeline.sources.deadline import TimedBackend
from pipeline.sources.leads import moment
from pipeline.sources.robots import MAX_BYTES, Rules, rules_of
from pipeline.sources.urls import joined
from pipeline.sources.values import Answer, Descriptor, Failure, Known

AGENT: Final = "ikp"
USER_AGENT: Final = "ikp/0.1 (reads election-vulnerability releases into an open dataset; asks seldom and slowly)"
MAX_BODY_BYTES: Final = 50 * 1024 * 1024  # the largest release seen has 30 MB
MAX_SECONDS: Final = 60.0  # for one answer, its body included: one that drips for ever ends
MAX_REDIRECTS: Final = 5
TRIES: Final = 3
MAX_WAIT_SECONDS: Final = 120.0  # what a site may ask us to wait before we come again; longer is the next night

_TIMEOUTS: Final = {"connect": 15.0, "read": 20.0, "write": 15.0, "pool": 15.0}
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PLAIN: Final = frozenset({200, 304, 404, 410})
_AGAIN: Final = frozenset({429, 500, 502, 503, 504})
_TYPES: Final = (
    "text/", "image/", "message/rfc822", "application/pdf", "application/msword", "application/zip",
    "application/vnd.openxmlformats", "application/vnd.ms-", "application/xml", "application/rss+xml",
    "application/atom+xml", "application/rdf+xml", "application/xhtml+xml", "application/json", "application/gzip",
    "application/x-gzip", "application/octet-stream",
)  # fmt: skip

Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reply:
    """What came back from one request: status, headers by small name, the body if it was wanted."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(slots=True)
class _Host:
    """A host: the lock that lets one request at a time through, when the last one ended, what it allows."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    rules: Rules | Failure | None = None


class Client:
    """Asks for pages; several threads may use one. Closing it ends its connections.

    ``clock`` counts seconds, ``sleep`` waits, ``chance`` gives numbers from 0 to 1 that spread repetitions,
    ``resolve`` looks names up.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] = random.random,
        resolve: Resolve = resolve,
    ) -> None:
        self._clock, self._sleep, self._chance, self._resolve = clock, sleep, chance, resolve
        self._hosts: dict[str, _Host] = {}
        self._pools: dict[tuple[str, ...], httpcore.ConnectionPool] = {}
        self._guard = threading.Lock()
        self._context = ssl.create_default_context()
        self._turn = threading.local()

    def __enter__(self) -> Self:
        """Return the client itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End its connections."""
        for pool in self._pools.values():
            pool.close()

    def get(
        self, url: str, source: Descriptor, known: Known | None = None, *, index: bool = False
    ) -> Answer | Failure:
        """Ask for a page on behalf of a source; conditionally where validators are known.

        They are told to the address alone that gave them, which may be one that ``url`` led to. ``index`` marks
        feeds, listings and the like, for which XML and JSON are as good as pages.
        """
        here = url
        for _ in range(MAX_REDIRECTS + 1):
            gave_them = known is not None and here == (known.answered or url)
            reply = self._allowed(here, source, _conditions(known) if known and gave_them else [])
            if isinstance(reply, Failure):
                return reply
            target = reply.headers.get("location", "")
            if reply.status not in _REDIRECTS or not target:
                return _answer(here, reply, index=index)
            there = joined(here, target, whole=True)
            if there is None:
                return Failure(code="bad_url", message="the address leads to what is no web address")
            here = there
        return Failure(code="too_many_redirects", message=f"the address leads on more than {MAX_REDIRECTS} times")

    def _allowed(self, url: str, source: Descriptor, headers: Headers) -> _Reply | Failure:
        """Ask for an address that is the source's and that robots.txt allows."""
        wrong = check_url(url, source)
        if wrong is not None:
            return wrong
        rules = self._rules(url, source)
        if isinstance(rules, Failure):
            return rules
        if not rules.allow(url, AGENT):
            return Failure(code="robots", message="the site's robots.txt does not allow it")
        return self._persistent(url, source, headers, delay=max(source.delay_seconds, rules.delay(AGENT)))

    def _rules(self, url: str, source: Descriptor) -> Rules | Failure:
        """Return what a host allows, asked once; a host that cannot say so is left alone for the night."""
        parts = urlsplit(url)
        # By what the source may dial too: what another source may not ask says nothing about this one.
        host = self._host(f"{parts.scheme}://{parts.netloc} {' '.join(sorted(source.private_hosts))}")
        with host.lock:  # of the site; that of its host is taken by the request
            if host.rules is None:
                host.rules = self._robots(f"{parts.scheme}://{parts.netloc}/robots.txt", source)
            return host.rules

    def _robots(self, url: str, source: Descriptor) -> Rules | Failure:
        for _ in range(MAX_REDIRECTS + 1):
            reply = check_url(url, source) or self._persistent(url, source, [], delay=source.delay_seconds)
            if isinstance(reply, Failure):
                return Rules() if reply.code == "foreign_host" else reply  # led elsewhere, as if there were none
            if reply.status == 200:
                return rules_of(reply.body[:MAX_BYTES])
            if reply.status >= 500 or reply.status == 429:
                return Failure(code="robots", message=f"the site's robots.txt answers {reply.status}: not tonight")
            if reply.status not in _REDIRECTS:
                return Rules()
            there = joined(url, reply.headers.get("location", ""), whole=True)
            if there is None:
                return Rules()
            url = there
        return Rules()

    def _persistent(self, url: str, source: Descriptor, headers: Headers, *, delay: float) -> _Reply | Failure:
        """Ask, and ask again later where the network or the site is in trouble."""
        found: _Reply | Failure = Failure(code="network", message="was not asked")
        for number in range(TRIES):
            found = self._one(url, source, headers, delay=delay)
            wait = self._wait(found, number)
            if wait is None or number == TRIES - 1:
                return found
            self._sleep(wait)
        return found

    def _wait(self, found: _Reply | Failure, number: int) -> float | None:
        """Return how many seconds to wait before the next try, None where another try is of no use."""
        wait = 2.0**number * 2.0 * (0.5 + self._chance())
        if isinstance(found, Failure):
            return wait if found.code in {"network", "timeout"} else None
        if found.status not in _AGAIN:
            return None
        wait = max(wait, _seconds(found.headers.get("retry-after", "")))
        return wait if wait <= MAX_WAIT_SECONDS else None

    def _one(self, url: str, source: Descriptor, headers: Headers, *, delay: float) -> _Reply | Failure:
        """Ask once, when the host's turn has come."""
        host = self._host(urlsplit(url).netloc)
        with host.lock:
            self._sleep(max(0.0, host.free_at - self._clock()))
            try:
                return self._request(url, source, headers)
            except BlockedAddressError as error:
                return Failure(code="blocked_address", message=str(error))
            except httpcore.TimeoutException:
                return Failure(code="timeout", message="the site does not answer in time")
            except (httpcore.LocalProtocolError, httpcore.UnsupportedProtocol, TypeError, ValueError) as error:
                return Failure(code="bad_url", message=f"{url} cannot be asked ({' '.join(str(error).split())})")
            except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
                text = " ".join(str(error).split())[:200] or type(error).__name__
                return Failure(code="network", message=f"the site cannot be reached ({text})")
            finally:
                host.free_at = self._clock() + delay

    def _request(self, url: str, source: Descriptor, headers: Headers) -> _Reply | Failure:
        self._turn.end = self._clock() + MAX_SECONDS
        always = [
            (b"Host", urlsplit(url).netloc.encode("ascii")),
            (b"User-Agent", USER_AGENT.encode("ascii")),
            (b"Accept-Encoding", b"gzip, identity"),
            (b"Accept-Language", b"id, en;q=0.5"),
        ]
        request = self._pool(source).stream(
            "GET", url, headers=[*always, *headers], extensions={"timeout": dict(_TIMEOUTS)}
        )
        with request as response:
            named = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            if response.status != 200:
                return _Reply(status=response.status, headers=named, body=b"")
            body = self._body(response, named)
            return body if isinstance(body, Failure) else _Reply(status=200, headers=named, body=body)

    def _left(self) -> float:
        """Return how many seconds this thread's request may still take."""
        return float(self._turn.end) - self._clock()

    def _body(self, response: httpcore.Response, headers: Mapping[str, str]) -> bytes | Failure:
        packing = headers.get("content-encoding", "identity").strip().lower()
        if packing not in {"", "identity", "gzip", "x-gzip"}:
            return Failure(code="bad_type", message=f"the answer is packed as {packing}")
        stream = response.iter_stream()
        pieces = _unpacked(stream) if "gzip" in packing else stream
        body = bytearray()
        with closing(response):
            for piece in pieces:
                body += piece
                if len(body) > MAX_BODY_BYTES:
                    return Failure(code="too_large", message=f"the answer has more than {MAX_BODY_BYTES >> 20} MB")
        return bytes(body)

    def _host(self, name: str) -> _Host:
        with self._guard:
            return self._hosts.setdefault(name.casefold(), _Host())

    def _pool(self, source: Descriptor) -> httpcore.ConnectionPool:
        """Return the connections of sources that may look at the same hosts of the operator's own network."""
        with self._guard:
            pool = self._pools.get(source.private_hosts)
            if pool is None:
                guarded = GuardedBackend(private_hosts=source.private_hosts, resolve=self._resolve)
                pool = httpcore.ConnectionPool(
                    ssl_context=self._context,
                    network_backend=TimedBackend(guarded, self._left),
                    keepalive_expiry=30.0,
                )
                self._pools[source.private_hosts] = pool
            return pool


def _seconds(retry_after: str) -> float:
    """Return what a Retry-After header asks for: seconds, or a date; 0 for what is neither.

    >>> _seconds("120"), _seconds("Sat, 06 Jan 2024 10:00:00 GMT"), _seconds("besok")
    (120.0, 0.0, 0.0)
    """
    if retry_after.isascii() and retry_after.isdigit():
        return float(retry_after)
    at = moment(retry_after)
    return max(0.0, at.timestamp() - time.time()) if at else 0.0


def _conditions(known: Known) -> Headers:
    named = {b"If-None-Match": known.etag, b"If-Modified-Since": known.last_modified}
    return [(name, value.encode("latin-1", "ignore")) for name, value in named.items() if value]


def _answer(url: str, reply: _Reply, *, index: bool) -> Answer | Failure:
    if reply.status not in _PLAIN:
        return Failure(code=f"http_{reply.status}", message=f"the site answers {reply.status}")
    kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
    if reply.status == 200 and kind and not kind.startswith(_TYPES):
        return Failure(code="bad_type", message=f"{kind} is no kind of document that is read")
    if reply.status == 200 and not reply.body.strip():
        return Failure(code="empty", message="the answer is empty")
    if reply.status == 200 and not index and kind in {"text/css", "text/javascript"}:
        return Failure(code="bad_type", message=f"{kind} is no kind of document that is read")
    return Answer(
        url=url,
        status=reply.status,
        body=reply.body,
        media_type=kind,
        etag=reply.headers.get("etag"),
        last_modified=reply.headers.get("last-modified"),
    )


def _unpacked(stream: Iterable[bytes]) -> Iterable[bytes]:
    """Unpack gzip piece by piece, each of a megabyte at most, so that whoever counts can stop.

    Raises OSError for what is damaged or cut off.
    """
    packed = zlib.decompressobj(wbits=31)
    begun = False
    try:
        for piece in stream:
            data = piece
            while data:
                if packed.eof:
                    if not data.startswith(b"\x1f\x8b"):
                        return  # padding behind the last member
                    packed = zlib.decompressobj(wbits=31)
                begun = True
                yield packed.decompress(data, 1 << 20)
                data = packed.unused_data if packed.eof else packed.unconsumed_tail
        while begun and not packed.eof and (rest := packed.decompress(b"", 1 << 20)):
            yield rest
    except zlib.error as error:
        raise OSError(f"the answer is damaged: {error}") from error
    if begun and not packed.eof:
        raise OSError("the answer is cut off")
