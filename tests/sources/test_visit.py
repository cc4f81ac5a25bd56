"""Nights at a source: what is new is brought, what stays as it was is asked for conditionally, what goes is marked."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipeline.gather import Count, gather_from
from pipeline.sources.values import (
    Answer,
    Descriptor,
    Event,
    Failed,
    Failure,
    Known,
    Selectors,
)
from pipeline.sources.visit import GIVE_UP, visit

NOW = datetime(2024, 1, 6, 2, tzinfo=UTC)
FEED = Descriptor(name="a", kind="feed", urls=("https://a.id/feed",), words=("IKP",))


def feed(*urls: str) -> bytes:
    items = "".join(f"<item><title>IKP</title><link>{url}</link></item>" for url in urls)
    return f"<rss><channel>{items}</channel></rss>".encode()


@dataclass
class Web:
    """A web that answers what it is told to, conditionally; ``asked`` is a line a request."""

    pages: dict[str, bytes | Answer | Failure]
    asked: list[tuple[str, bool]] = field(default_factory=list)

    def get(
        self,
        url: str,
        descriptor: Descriptor,  # noqa: ARG002
        *,
        etag: str | None = None,
        last_modified: str | None = None,  # noqa: ARG002
        index: bool = False,  # noqa: ARG002
    ) -> Answer | Failure:
        self.asked.append((url, etag is not None))
        page = self.pages.get(url, Answer(url=url, status=404))
        if not isinstance(page, bytes):
            return page
        mark = f'"{hash(page)}"'
        if etag == mark:
            return Answer(url=url, status=304)
        return Answer(url=url, status=200, body=page, media_type="text/html", etag=mark)


@dataclass
class Nights:
    """Visits one source night after night, remembering."""

    source: Descriptor
    web: Web
    memory: dict[str, Known] = field(default_factory=dict)
    now: datetime = NOW

    def next(self, days: int = 1) -> list[Event]:
        self.web.asked.clear()
        events = list(visit(self.source, self.memory, self.web, self.now))
        self.memory.update({event.family: event.known for event in events})
        self.now += timedelta(days=days)
        return events


def told(events: list[Event]) -> list[tuple[str, str]]:
    return [(type(event).__name__, event.family) for event in events if not event.known.index]


ONE, TWO = "https://a.id/1", "https://a.id/2"


def test_the_second_night_brings_nothing_and_asks_conditionally() -> None:
    nights = Nights(FEED, Web({FEED.urls[0]: feed(ONE, TWO), ONE: b"<p>satu", TWO: b"<p>dua"}))
    assert told(nights.next()) == [("Brought", ONE), ("Brought", TWO)]
    assert told(nights.next()) == [("Unchanged", ONE), ("Unchanged", TWO)]
    assert nights.web.asked == [(FEED.urls[0], True), (ONE, True), (TWO, True)]


def test_a_change_is_brought_and_a_cosmetic_one_is_not() -> None:
    nights = Nights(FEED, Web({FEED.urls[0]: feed(ONE, TWO), ONE: b"<p>satu", TWO: b"<p>dua"}))
    nights.next()
    nights.web.pages |= {ONE: b"<p>satu, diralat", TWO: b"<p>dua<script>2</script>"}
    assert told(nights.next()) == [("Brought", ONE), ("Unchanged", TWO)]


def test_what_goes_is_marked_and_what_fails_is_not() -> None:
    three = "https://a.id/3"
    nights = Nights(FEED, Web({FEED.urls[0]: feed(ONE, TWO, three), ONE: b"<p>1", TWO: b"<p>2", three: b"<p>3"}))
    nights.next()
    nights.web.pages |= {
        ONE: Answer(url=ONE, status=410),
        TWO: Failure(code="http_403", message="refuses"),
        three: Answer(url="https://a.id/", status=200, body=b"<p>beranda", media_type="text/html"),
    }
    assert told(nights.next()) == [("Gone", ONE), ("Failed", TWO), ("Gone", three)]
    nights.web.pages |= {ONE: b"<p>1", TWO: b"<p>2", three: b"<p>3"}
    assert told(nights.next()) == [("Unchanged", ONE), ("Unchanged", TWO), ("Unchanged", three)]
    assert not any(known.gone or known.trouble for known in nights.memory.values())


def test_a_page_that_never_was_there_has_failed_and_is_asked_for_again() -> None:
    nights = Nights(FEED, Web({FEED.urls[0]: feed(ONE)}))
    assert told(nights.next()) == [("Failed", ONE)]
    nights.web.pages[ONE] = b"<p>satu"
    assert told(nights.next()) == [("Brought", ONE)]


def test_what_does_not_fit_into_a_night_comes_in_the_next() -> None:
    urls = [f"https://a.id/{number}" for number in range(5)]
    pages: dict[str, bytes | Answer | Failure] = {url: url.encode() for url in urls}
    nights = Nights(replace(FEED, max_pages=2), Web({FEED.urls[0]: feed(*urls), **pages}))
    brought = [family for _ in range(3) for kind, family in told(nights.next()) if kind == "Brought"]
    assert brought == urls


def test_old_pages_are_looked_at_about_monthly() -> None:
    nights = Nights(replace(FEED, recheck_days=3), Web({FEED.urls[0]: feed(ONE), ONE: b"<p>satu"}))
    looked = [bool(told(nights.next())) for _ in range(70)]
    assert looked[:4] == [True] * 4
    assert 1 <= sum(looked[4:]) <= 3


def test_foreign_and_unwanted_leads_are_left() -> None:
    body = (
        feed("https://b.id/1", "https://www.a.id/2")
        + b"<item><title>Cuaca</title><link>https://a.id/3</link></item>"
    )
    nights = Nights(FEED, Web({FEED.urls[0]: body, "https://www.a.id/2": b"<p>2"}))
    assert told(nights.next()) == [("Brought", "https://www.a.id/2")]


def test_an_index_that_is_none_has_failed() -> None:
    (event,) = Nights(FEED, Web({FEED.urls[0]: b"<html>masuk"})).next()
    assert isinstance(event, Failed)
    assert (event.failure.code, event.known.index) == ("bad_index", True)


def test_a_listing_is_followed_as_long_as_it_names_what_is_new() -> None:
    source = Descriptor(
        name="a", kind="listing", urls=("https://a.id/b",), selectors=Selectors(items="li", next="a.next")
    )
    page = '<li><a href="{}">x</a></li><a class=next href="{}">lagi</a>'
    web = Web(
        {
            "https://a.id/b": page.format("/1", "/b?p=2").encode(),
            "https://a.id/b?p=2": page.format("/2", "/b").encode(),
        }
    )
    web.pages |= {ONE: b"<p>1", TWO: b"<p>2"}
    nights = Nights(source, web)
    assert told(nights.next()) == [("Brought", ONE), ("Brought", TWO)]
    nights.next()
    assert "https://a.id/b?p=2" not in [url for url, _ in web.asked]


def test_wordpress_falls_back_to_its_feed() -> None:
    source = Descriptor(name="a", kind="wordpress", urls=("https://a.id/",), search=("rawan pemilu",))
    nights = Nights(source, Web({"https://a.id/feed/?s=rawan%20pemilu": feed(ONE), ONE: b"<p>satu"}))
    assert told(nights.next()) == [("Brought", ONE)]


def test_sitemaps_are_followed() -> None:
    source = Descriptor(name="a", kind="sitemap", urls=("https://a.id/sitemap.xml",))
    index = b"<sitemapindex><sitemap><loc>https://a.id/m1.xml</loc></sitemap></sitemapindex>"
    web = Web(
        {
            source.urls[0]: index,
            "https://a.id/m1.xml": b"<urlset><url><loc>https://a.id/1</loc></url></urlset>",
            ONE: b"<p>1",
        }
    )
    assert told(Nights(source, web).next()) == [("Brought", ONE)]


def test_a_list_of_addresses_needs_no_index() -> None:
    nights = Nights(Descriptor(name="a", kind="urls", urls=(ONE,), words=("IKP",)), Web({ONE: b"<p>1"}))
    assert told(nights.next()) == [("Brought", ONE)]
    assert told(nights.next()) == [("Unchanged", ONE)]


def test_a_watched_folder(tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    (folder / "sub").mkdir(parents=True)
    for name in ("sub/a.txt", ".tersembunyi.txt", "baru.txt"):
        (folder / name).write_text("Skor 77,7")
        os.utime(folder / name, (NOW.timestamp() - 60,) * 2)
    os.utime(folder / "baru.txt", (NOW.timestamp() - 1,) * 2)
    nights = Nights(Descriptor(name="m", kind="folder", path=str(folder)), Web({}))
    assert told(nights.next()) == [("Brought", "m/sub/a.txt")]
    assert told(nights.next()) == [("Brought", "m/baru.txt"), ("Unchanged", "m/sub/a.txt")]
    (folder / "sub/a.txt").unlink()
    assert told(nights.next()) == [("Unchanged", "m/baru.txt"), ("Gone", "m/sub/a.txt")]
    folder.rename(tmp_path / "elsewhere")
    (event,) = nights.next()
    assert isinstance(event, Failed)


def test_two_nights_in_the_corpus(tmp_path: Path) -> None:
    web = Web({FEED.urls[0]: feed(ONE, TWO), ONE: b"<p>satu", TWO: b"<p>satu"})
    first = gather_from(tmp_path, [FEED], lambda s, m: visit(s, m, web, NOW), now="2024-01-06T02:00:00Z")
    later = NOW + timedelta(days=1)
    second = gather_from(tmp_path, [FEED], lambda s, m: visit(s, m, web, later), now="2024-01-07T02:00:00Z")
    assert (first.counts["a"], second.counts["a"]) == (Count(new=2), Count(unchanged=2))
    assert all(conditional for _, conditional in web.asked[3:])


def test_a_site_in_trouble_is_left_alone_after_a_few_pages_and_found_again() -> None:
    urls = [f"https://a.id/{number}" for number in range(20)]
    down = Failure(code="network", message="the site cannot be reached")
    web = Web({"https://a.id/feed": feed(*urls), **dict.fromkeys(urls, down)})
    nights = Nights(FEED, web)
    assert len(told(nights.next())) == GIVE_UP
    web.pages |= {url: f"<p>{url}</p>".encode() for url in urls}
    assert len(told(nights.next())) == len(urls), "the index is read again, and all of it"


def test_pages_that_fail_for_themselves_do_not_end_a_visit() -> None:
    urls = [f"https://a.id/{number}" for number in range(20)]
    refused = Failure(code="http_403", message="the site answers 403")
    web = Web({"https://a.id/feed": feed(*urls), **dict.fromkeys(urls, refused)})
    assert len(told(Nights(FEED, web).next())) == len(urls)
