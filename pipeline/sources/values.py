"""What goes in and out of a visit to a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, Protocol, TypeAlias

Kind = Literal["folder", "feed", "wordpress", "sitemap", "listing", "urls"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selectors:
    """CSS selectors of a listing page: ``items`` finds its entries, the others are looked for within an entry.

    ``next`` is looked for in the whole page and leads to the next one; empty where there is none.
    """

    items: str
    link: str = "a"
    title: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptor:
    """A source of documents.

    ``urls`` are the addresses of the feed, site, sitemap or listing, or the pages themselves for ``urls``;
    ``path`` is the watched folder. A lead is taken where its title, summary or address holds one of ``words``
    (all are, where there are none) and none of ``without``. ``hosts`` may be visited besides those of ``urls``;
    ``private_hosts`` stand in the operator's own network and may be dialled although their addresses are private.
    ``issuer`` and ``region`` (a code) are asked where a document itself names none. ``delay_seconds`` lie between
    two requests to one host; at most ``max_pages`` pages are asked for in a night; a page is looked at again every
    night for ``recheck_days`` after it last changed, later about once in 30 days. ``licence`` says what may be
    done with its documents, and is shown to who adds or tries it.
    """

    name: str
    kind: Kind
    urls: tuple[str, ...] = ()
    path: str = ""
    enabled: bool = True
    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    selectors: Selectors | None = None
    hosts: tuple[str, ...] = ()
    private_hosts: tuple[str, ...] = ()
    issuer: str | None = None
    region: str | None = None
    licence: str = ""
    note: str = ""
    delay_seconds: float = 2.0
    max_pages: int = 200
    recheck_days: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer of the web: ``status`` is 200, 304, 404 or 410; ``url`` is where the last redirect led.

    ``body`` is unpacked and empty unless the status is 200; ``media_type`` is as the server said, without
    parameters, lower case.
    """

    url: str
    status: int
    body: bytes = b""
    media_type: str = ""
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """No answer: ``code`` is a fixed word to count by, ``message`` one line for a person.

    Codes: ``bad_url``, ``blocked_address``, ``foreign_host``, ``robots``, ``timeout``, ``too_large``, ``network``,
    ``bad_type``, ``empty``, ``too_many_redirects``, ``http_403`` and so on for a status; of indexes ``bad_index``,
    ``too_many_indexes``, ``out_of_time``; of many pages at once ``many_gone``, ``many_alike``; of folders and
    files ``no_folder``, ``empty_folder``, ``unreadable``.
    """

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is remembered of an address: validators, the key of its content, and when what was seen (ISO times).

    ``answered`` is the address that gave the validators. ``changed_at`` is when it was last new, ``missing_at``
    when it was first not there. ``index`` marks feeds, listings and the like, which are no documents; ``further``
    are the sitemaps that one leads to, ``named`` short marks of the pages that it named, ``choice`` is a key of
    what chose among them.
    """

    source: str
    index: bool = False
    etag: str | None = None
    last_modified: str | None = None
    content_key: str | None = None
    changed_at: str | None = None
    checked_at: str | None = None
    gone: bool = False
    trouble: str | None = None
    answered: str | None = None
    missing_at: str | None = None
    further: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    choice: str = ""

    def renewed(self, answer: Answer) -> Known:
        """Return what is known after an answer; 304 may leave its validators out."""
        kept = answer.status == 304
        return replace(
            self,
            etag=answer.etag or (self.etag if kept else None),
            last_modified=answer.last_modified or (self.last_modified if kept else None),
            answered=answer.url,
            gone=False,
            trouble=None,
            missing_at=None,
        )

    def forgotten(self) -> Known:
        """Return what is known without validators: what is asked for then is had whole."""
        return replace(self, etag=None, last_modified=None, content_key=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """A page that is new or changed. ``family`` names the publication over time; ``url`` is None for a file."""

    family: str
    url: str | None
    body: bytes
    media_type: str
    known: Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """A page or index that is as it was; ``known`` is what to remember of it now."""

    family: str
    known: Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A page that is no longer there."""

    family: str
    known: Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A page or index that could not be had, which says nothing about the page: it is asked for again."""

    family: str
    failure: Failure
    known: Known


Event: TypeAlias = Brought | Unchanged | Gone | Failed
Memory: TypeAlias = Mapping[str, Known]
"""What is remembered, by family: the canonical address, or the name of a file in a watched folder."""


class Getter(Protocol):
    """What a visit needs of the web client."""

    def get(
        self, url: str, source: Descriptor, known: Known | None = None, *, index: bool = False
    ) -> Answer | Failure:
        """Ask for a page or an index, conditionally where validators of it are known."""
