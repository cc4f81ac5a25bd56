"""Which addresses may be asked, and a network that dials only addresses that were checked."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Collection, Iterable
from typing import Final, TypeAlias
from urllib.parse import urlsplit

import httpcore

from pipeline.sources.urls import belongs
from pipeline.sources.values import Descriptor, Failure

Resolve: TypeAlias = Callable[[str, int], list[str]]
"""Turns a host and a port into the texts of its IPv4 and IPv6 addresses. Raises OSError."""

_PORTS: Final = {"http": 80, "https": 443}
_MOST_DIALLED: Final = 3  # addresses of one name; a site with IPv6 that does not answer has another
_NUMBER: Final = re.compile(r"0x[0-9a-f]*|[0-9]+", re.IGNORECASE)
_NAT64: Final = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
_COMPATIBLE: Final = ipaddress.IPv6Network("::/96")


class BlockedAddressError(httpcore.ConnectError):
    """A name leads to an address that must not be dialled."""


def check_url(url: str, source: Descriptor) -> Failure | None:
    """Return why an address must not be asked on behalf of a source; None where it may be, by what it says."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").casefold(), parts.port or _PORTS.get(parts.scheme, 0)
        own = [urlsplit(one) for one in source.urls]
        ports = {80, 443} | {one.port for one in own if one.port}
    except ValueError:
        return Failure(code="bad_url", message=f"{url} is no web address")
    if parts.scheme not in _PORTS or not host or "@" in parts.netloc or host.endswith(".") or "%" in host:
        return Failure(code="bad_url", message=f"{url} is no plain http or https address")
    if port not in ports:
        return Failure(code="blocked_address", message=f"port {port} is none of the source's")
    if _is_odd_number(host):
        return Failure(code="blocked_address", message=f"{host} is a number that hides an address")
    if not belongs(url, source):
        return Failure(code="foreign_host", message=f"{host} is none of the source's hosts")
    return None


def _is_odd_number(host: str) -> bool:
    """Tell whether a host is an address in decimal, octal or hexadecimal spelling, or a short one."""
    if not _NUMBER.fullmatch(host.rpartition(".")[2]):
        return False
    try:
        return str(ipaddress.IPv4Address(host)) != host
    except ValueError:
        return True


def is_public(text: str) -> bool:
    """Tell whether an address lies in the public network, and so does any IPv4 address that it carries.

    >>> [is_public(text) for text in ("93.184.216.34", "10.0.0.1", "::ffff:127.0.0.1", "100.64.0.1", "no")]
    [True, False, False, False, False]
    """
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address.scope_id or address.is_site_local or address in _COMPATIBLE:
            return False
        if address.ipv4_mapped or address.sixtofour or address.teredo or any(address in net for net in _NAT64):
            return False  # no site needs them, and each may carry a private address
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def resolve(host: str, port: int) -> list[str]:
    """Ask the system for all addresses of a host. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[4][0]) for address in found))


class GuardedBackend(httpcore.NetworkBackend):
    """Looks a name up once, checks every address, and dials one of those: no second look-up can differ."""

    def __init__(
        self,
        *,
        private_hosts: Collection[str] = (),
        resolve: Resolve = resolve,
        dial: httpcore.NetworkBackend | None = None,
    ) -> None:
        """``private_hosts`` may have private addresses; ``dial`` opens connections to checked addresses."""
        self._private = frozenset(host.casefold() for host in private_hosts)
        self._resolve = resolve
        self._dial = dial or httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Open a connection. Raises BlockedAddressError, or ConnectError where there is no address."""
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} has no address ({error})") from error
        if host.casefold() not in self._private:
            for address in addresses:
                if not is_public(address):
                    raise BlockedAddressError(f"{host} leads to {address}, which is no public address")
        failed: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in addresses[:_MOST_DIALLED]:
            try:
                return self._dial.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed or httpcore.ConnectError(f"{host} has no address")
