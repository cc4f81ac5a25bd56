"""Addresses of pages: one spelling for each, and which belong to a source."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from pipeline.sources.values import Descriptor

_TRACKING: Final = re.compile(r"(?:utm_[^=]*|fbclid|gclid)(?:=|$)")
_PORTS: Final = {"http": 80, "https": 443}
_KEPT: Final = "/?%:@!$&'()*+,;=~[]|{}"  # of ASCII, and letters and digits; all else is written as its bytes
_HOST: Final = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+(?:%[a-z0-9]+)?")
_NO_WORD: Final = re.compile(r"[\W_]+")


def canonical(url: str, *, whole: bool = False) -> str:
    """Return an address without fragment, tracking and default port, its host in small letters, all of it ASCII.

    ``whole`` leaves tracking in it. Raises ValueError for what is no http or https address.

    >>> canonical("HTTPS://Banten.Bawaslu.go.id:443/berita?id=3&utm_source=x&fbclid=1#top")
    'https://banten.bawaslu.go.id/berita?id=3'
    >>> canonical("http://a.id:8080?b=2&a=1"), canonical("https://[2001:DB8::1]/x")
    ('http://a.id:8080/?b=2&a=1', 'https://[2001:db8::1]/x')
    >>> canonical("https://a.id/Rilis IKP – 2024.pdf?q=%41 b"), canonical("https://bücher.id/")
    ('https://a.id/Rilis%20IKP%20%E2%80%93%202024.pdf?q=%41%20b', 'https://xn--bcher-kva.id/')
    """
    parts = urlsplit(url.strip())
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError(f"{url!r} is no web address")
    name = parts.hostname if parts.hostname.isascii() else parts.hostname.encode("idna").decode("ascii")
    if not _HOST.fullmatch(name):
        raise ValueError(f"{url!r} has no name of a host")
    host = f"[{name}]" if ":" in name else name
    port = "" if parts.port in {None, _PORTS[parts.scheme]} else f":{parts.port}"
    user = f"{parts.netloc.rpartition('@')[0]}@" if "@" in parts.netloc else ""  # the client refuses it
    query = "&".join(one for one in parts.query.split("&") if whole or not _TRACKING.match(one))
    path = quote(parts.path or "/", safe=_KEPT)
    return urlunsplit((parts.scheme, f"{user}{host}{port}", path, quote(query, safe=_KEPT), ""))


def joined(base: str, link: str, *, whole: bool = False) -> str | None:
    """Return the canonical address of a link on a page, None for what is no web address, or empty.

    ``whole`` leaves tracking in it, as a redirect wants it.

    >>> home = "https://a.id/berita/"
    >>> joined(home, "1.html"), joined(home, "mailto:x@a.id"), joined(home, "//[/")
    ('https://a.id/berita/1.html', None, None)
    """
    if not link.strip():
        return None
    try:
        return canonical(urljoin(base, link.strip()), whole=whole)
    except ValueError:
        return None


def words_of(url: str) -> str:
    """Return the words of an address's path and query, parted by spaces.

    >>> words_of("https://a.id/2024/kerawanan-pemilu_banten.html?p=Skor%20IKP")
    '2024 kerawanan pemilu banten html p Skor IKP'
    """
    parts = urlsplit(url)
    return _NO_WORD.sub(" ", unquote(f"{parts.path} {parts.query}")).strip()


def host_of(url: str) -> str:
    """Return the host of an address, with its port."""
    return urlsplit(url).netloc


def is_front_page(url: str) -> bool:
    """Tell whether an address is that of a site's front page."""
    parts = urlsplit(url)
    return parts.path in {"", "/", "/index.html", "/index.php"} and not parts.query


def belongs(url: str, source: Descriptor) -> bool:
    """Tell whether a page lies on one of the source's hosts; ``www.`` makes no difference."""
    own = {_site(urlsplit(one).hostname or "") for one in source.urls} | {_site(host) for host in source.hosts}
    return _site(urlsplit(url).hostname or "") in own


def _site(host: str) -> str:
    return host.casefold().removesuffix(".").removeprefix("www.")
