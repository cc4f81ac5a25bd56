"""Nights at a source: what is new is brought, what stays as it was is asked for conditionally, what goes is marked."""

from __future__ import annotations

import json
import os
import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.jobs.gather import Count, Gathered, gather_from
from pipeline.model import CorpusItem
from pipeline.sources.indexes import MAX_INDEXES
from pipeline.sources.patience import GIVE_UP
from pipeline.sources.values import (
    Answer,
    Brought,
    Descriptor,
    Event,
    Failed,
    Failure,
    Known,
    Selectors,
)
from pipeline.sources.visit import visit
from pipeline.storage import holdings
from pipeline.storage.codec import encode

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
        source: Descriptor,  # noqa: ARG002
        known: Known | None = None,
        *,
        index: bool = False,  # noqa: ARG002
    ) -> Answer | Failure:
        etag = known.etag if known else None
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
    assert sorted(told(nights.next())) == [("Brought", ONE), ("Unchanged", TWO)]


def test_what_goes_is_marked_and_what_fails_is_not() -> None:
    three = "https://a.id/3"
    nights = Nights(FEED, Web({FEED.urls[0]: feed(ONE, TWO, three), ONE: b"<p>1", TWO: b"<p>2", three: b"<p>3"}))
    nights.next()
    nights.web.pages |= {
        ONE: Answer(url=ONE, status=410),
        TWO: Failure(code="http_403", message="refuses"),
        three: Answer(url="https://a.id/", status=200, body=b"<p>beranda", media_type="text/html"),
    }
    assert sorted(told(nights.next())) == [("Failed", TWO), ("Gone", ONE), ("Gone", three)]
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


LISTING = Descriptor(
    name="a", kind="listing", urls=("https://a.id/b",), selectors=Selectors(items="li", next="p a")
)


def test_a_page_of_a_listing_that_fails_is_asked_for_the_next_night() -> None:
    second = "https://a.id/b?p=2"
    web = Web(
        {"https://a.id/b": b"<li><a href=/1>x</a></li><p><a href='/b?p=2'>lagi</a>", ONE: b"<p>1", TWO: b"<p>2"}
    )
    web.pages[second] = Failure(code="http_500", message="the site answers 500")
    nights = Nights(LISTING, web)
    assert told(nights.next()) == [("Brought", ONE)]
    web.pages[second] = b"<li><a href=/2>x</a></li>"
    assert ("Brought", TWO) in told(nights.next())
    nights.next()
    assert second not in [url for url, _ in web.asked], "all is read, and nothing is new"


def test_the_indexes_of_a_night_have_an_end_which_is_told_once() -> None:
    pages = {f"https://a.id/b?p={n}": f"<p><a href='/b?p={n + 1}'>lagi</a>".encode() for n in range(200)}
    nights = Nights(replace(LISTING, urls=("https://a.id/b?p=0",)), Web({**pages}))
    events = nights.next()
    assert [event.failure.code for event in events if isinstance(event, Failed)] == ["too_many_indexes"]
    assert len(nights.web.asked) == MAX_INDEXES
    nights.next()
    assert len(nights.web.asked) == 1


def test_other_words_choose_anew_among_the_pages_of_an_index_that_is_as_it_was() -> None:
    nights = Nights(replace(FEED, words=("cuaca",)), Web({FEED.urls[0]: feed(ONE), ONE: b"<p>1"}))
    assert told(nights.next()) == []
    nights.source = FEED
    assert told(nights.next()) == [("Brought", ONE)]


def test_a_site_that_is_down_is_not_asked_for_each_of_its_indexes() -> None:
    urls = tuple(f"https://a.id/{number}.xml" for number in range(20))
    down = Failure(code="timeout", message="the site does not answer in time")
    nights = Nights(replace(FEED, urls=urls), Web(dict.fromkeys(urls, down)))
    assert len(nights.next()) == GIVE_UP


def test_wordpress_is_asked_page_by_page() -> None:
    def posts(*numbers: int) -> bytes:
        return json.dumps([{"link": f"https://a.id/{n}"} for n in numbers]).encode()

    source = Descriptor(name="a", kind="wordpress", urls=("https://a.id/blog",), search=("rawan pemilu",))
    first = "https://a.id/blog/wp-json/wp/v2/posts?per_page=100&_fields=link,title,excerpt,modified_gmt"
    first += "&search=rawan%20pemilu"
    second = first.replace(",", "%2C") + "&page=2"
    web = Web({first: posts(*range(100)), second: posts(*range(100, 200))})
    web.pages |= {f"https://a.id/{n}": b"<p>%d" % n for n in range(200)}
    web.pages[second.replace("page=2", "page=3")] = Failure(code="http_400", message="the site answers 400")
    nights = Nights(source, web)
    events = nights.next()
    assert len(told(events)) == 200
    assert not any(isinstance(event, Failed) for event in events), "after the last page there is none"


@pytest.mark.parametrize("wall", [b"<html>Verifikasi", Failure(code="http_403", message="the site answers 403")])
def test_wordpress_falls_back_to_its_feed(wall: bytes | Failure) -> None:
    source = Descriptor(name="a", kind="wordpress", urls=("https://a.id/",), search=("rawan pemilu",))
    api = "https://a.id/wp-json/wp/v2/posts?per_page=100&_fields=link,title,excerpt,modified_gmt"
    web = Web(
        {f"{api}&search=rawan%20pemilu": wall, "https://a.id/feed/?s=rawan%20pemilu": feed(ONE), ONE: b"<p>1"}
    )
    assert told(Nights(source, web).next()) == [("Brought", ONE)]


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


def maps(*urls: str) -> bytes:
    return (
        f"<sitemapindex>{''.join(f'<sitemap><loc>{url}</loc></sitemap>' for url in urls)}</sitemapindex>".encode()
    )


def urlset(*urls: str) -> bytes:
    return f"<urlset>{''.join(f'<url><loc>{url}</loc></url>' for url in urls)}</urlset>".encode()


MAPS = Descriptor(name="a", kind="sitemap", urls=("https://a.id/sitemap.xml",))
M1, M2 = "https://a.id/m1.xml", "https://a.id/m2.xml"


def test_a_sitemap_behind_a_map_that_stays_as_it_was_is_asked() -> None:
    web = Web({MAPS.urls[0]: maps(M1, M2), M1: urlset(ONE), M2: urlset(), ONE: b"<p>1", TWO: b"<p>2"})
    nights = Nights(MAPS, web)
    assert told(nights.next()) == [("Brought", ONE)]
    web.pages[M2] = urlset(TWO)
    assert told(nights.next()) == [("Brought", TWO), ("Unchanged", ONE)]
    assert all(conditional for url, conditional in web.asked if url != TWO)


def test_a_sitemap_that_fails_is_asked_the_next_night() -> None:
    web = Web({MAPS.urls[0]: maps(M1, M2), M1: urlset(ONE), ONE: b"<p>1", TWO: b"<p>2"})
    web.pages[M2] = Failure(code="http_500", message="the site answers 500")
    nights = Nights(MAPS, web)
    assert told(nights.next()) == [("Brought", ONE)]
    web.pages[M2] = urlset(TWO)
    assert ("Brought", TWO) in told(nights.next())


def test_of_too_many_sitemaps_those_that_wait_longest_come_first() -> None:
    months = [f"https://a.id/m{number}.xml" for number in range(120)]
    web = Web({MAPS.urls[0]: maps(*months), **dict.fromkeys(months, urlset())})
    nights = Nights(MAPS, web)
    asked: set[str] = set()
    for _ in range(3):
        nights.next()
        asked |= {url for url, _ in web.asked}
        assert len(web.asked) <= MAX_INDEXES
    assert asked == {*months, MAPS.urls[0]}


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


def a_folder(folder: Path, *names: str) -> Nights:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"Skor {name}", errors="surrogateescape")
    return Nights(Descriptor(name="m", kind="folder", path=str(folder)), Web({}), now=NOW + timedelta(days=9999))


def test_a_drive_that_is_not_there_leaves_an_empty_folder_and_no_tombstone(tmp_path: Path) -> None:
    nights = a_folder(tmp_path, "a.txt")
    nights.next()
    (tmp_path / "a.txt").unlink()
    (event,) = nights.next()
    assert isinstance(event, Failed)
    assert event.failure.code == "empty_folder"
    assert nights.memory["m/"].trouble == "empty_folder"
    (tmp_path / ".keep").touch()
    assert told(nights.next()) == [("Gone", "m/a.txt")]
    assert not any(known.trouble for known in nights.memory.values()), "the list of sources tells of no trouble"


def test_nor_does_one_below_the_watched_folder(tmp_path: Path) -> None:
    names = [f"pasang/{number}.txt" for number in range(5)]
    nights = a_folder(tmp_path, "a.txt", *names)
    nights.next()
    for name in names:
        (tmp_path / name).unlink()
    events = nights.next()
    assert told(events) == [("Unchanged", "m/a.txt")]
    assert [event.family for event in events if isinstance(event, Failed)] == ["m/pasang/"]
    (tmp_path / "pasang").rmdir()
    assert [kind for kind, _ in told(nights.next())] == ["Unchanged", *["Gone"] * 5]


def test_a_folder_whose_files_cannot_be_looked_at_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nights = a_folder(tmp_path, "a.txt", "dalam/b.txt")
    lstat = Path.lstat

    def refused(path: Path) -> os.stat_result:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return lstat(path)

    monkeypatch.setattr(Path, "lstat", refused)
    events = nights.next()
    assert told(events) == [("Brought", "m/a.txt")]
    assert [event.family for event in events if isinstance(event, Failed)] == ["m/dalam/"]


def test_links_and_what_is_no_file_are_passed_over(tmp_path: Path) -> None:
    nights = a_folder(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "lingkar").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipa.txt")
    assert told(nights.next()) == [("Brought", "m/a.txt")]


def test_a_folder_that_cannot_be_read_leaves_no_tombstone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nights = a_folder(tmp_path, "a.txt", "dalam/b.txt", "dalam/jauh/c.txt")
    nights.next()
    scandir = os.scandir

    def closed(path: str) -> object:
        if str(path).endswith("dalam"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    (tmp_path / "a.txt").unlink()
    events = nights.next()
    assert told(events) == [("Gone", "m/a.txt")]
    assert [event.family for event in events if isinstance(event, Failed)] == ["m/dalam/"]


def test_a_file_with_a_name_that_is_no_text_is_brought_under_one_that_can_be_printed(tmp_path: Path) -> None:
    nights = a_folder(tmp_path, "rilis\udcff.txt", "b\n.txt", "b\\n.txt")
    brought = {("Brought", "m/b\\n.txt"), ("Brought", "m/b\\\\n.txt"), ("Brought", "m/rilis\\xff.txt")}
    assert set(told(nights.next())) == brought
    assert [kind for kind, _ in told(nights.next())] == ["Unchanged"] * 3


def test_a_file_of_the_future_does_not_wait_for_its_date(tmp_path: Path) -> None:
    nights = a_folder(tmp_path, "a.txt")
    os.utime(tmp_path / "a.txt", (nights.now.timestamp() + 9_999_999,) * 2)
    assert told(nights.next()) == [("Brought", "m/a.txt")]


def test_two_nights_in_the_corpus(tmp_path: Path) -> None:
    web = Web({FEED.urls[0]: feed(ONE, TWO), ONE: b"<p>satu", TWO: b"<p>satu"})
    first = gather_from(tmp_path, [FEED], lambda s, m: visit(s, m, web, NOW), now="2024-01-06T02:00:00Z")
    later = NOW + timedelta(days=1)
    second = gather_from(tmp_path, [FEED], lambda s, m: visit(s, m, web, later), now="2024-01-07T02:00:00Z")
    assert (first.counts["a"], second.counts["a"]) == (Count(new=2), Count(unchanged=2))
    assert all(conditional for _, conditional in web.asked[3:])


def fetched(corpus: Path, web: Web, day: int) -> Gathered:
    now = NOW + timedelta(days=day)
    return gather_from(corpus, [FEED], lambda s, m: visit(s, m, web, now), now=f"{now:%Y-%m-%dT%H:%M:%SZ}")


@pytest.mark.parametrize("lost", ["file", "line"])
def test_a_document_that_is_lost_from_the_corpus_is_fetched_again(tmp_path: Path, lost: str) -> None:
    web = Web({FEED.urls[0]: feed(ONE, TWO), ONE: b"<p>satu", TWO: b"<p>dua"})
    fetched(tmp_path, web, 0)
    first, second = holdings.load_manifest(tmp_path)
    if lost == "file":
        (tmp_path / first.path).unlink()
    else:
        (tmp_path / "manifest.jsonl").write_bytes(encode(second) + b"\n")
    again = fetched(tmp_path, web, 1)
    assert again.asides == ("a: 1 documents are missing in the corpus; they are asked for again",)
    assert (tmp_path / first.path).read_bytes() == b"<p>satu"
    assert {line.family for line in holdings.load_manifest(tmp_path)} == {ONE, TWO}
    assert len(holdings.load_manifest(tmp_path)) == 2
    assert fetched(tmp_path, web, 2).counts["a"] == Count(unchanged=2)


@pytest.mark.parametrize("damage", [None, b"{", b"[1]"])
def test_pages_that_no_index_names_any_more_are_not_forgotten_with_the_memory(
    tmp_path: Path, damage: bytes | None
) -> None:
    web = Web({FEED.urls[0]: feed(ONE, TWO), ONE: b"<p>satu", TWO: b"<p>dua"})
    fetched(tmp_path, web, 0)
    (tmp_path / ".fetch.json").unlink()
    if damage is not None:
        (tmp_path / ".fetch.json").write_bytes(damage)
    web.pages = {FEED.urls[0]: feed(), TWO: b"<p>dua, diralat"}
    assert fetched(tmp_path, web, 1).counts["a"] == Count(changed=1, gone=1)
    assert fetched(tmp_path, web, 2).counts["a"] == Count(unchanged=2)


def test_what_was_put_into_the_manifest_by_hand_is_no_page_of_a_source(tmp_path: Path) -> None:
    watched = tmp_path / "masuk"
    watched.mkdir()
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "r.txt").write_text("Skor 77,7")
    line = CorpusItem(sha256="0", path="r.txt", media_type="text/plain", size=9, source="m", family="r.txt")
    (corpus / "manifest.jsonl").write_bytes(encode(line) + b"\n")
    source = Descriptor(name="m", kind="folder", path=str(watched))
    done = gather_from(corpus, [source], lambda s, m: visit(s, m, Web({}), NOW), now="2024-01-06T02:00:00Z")
    assert done.counts["m"] == Count()


def test_a_missing_document_whose_page_is_gone_is_marked(tmp_path: Path) -> None:
    web = Web({FEED.urls[0]: feed(ONE), ONE: b"<p>satu"})
    fetched(tmp_path, web, 0)
    (tmp_path / holdings.load_manifest(tmp_path)[0].path).unlink()
    web.pages[ONE] = Answer(url=ONE, status=404)
    assert fetched(tmp_path, web, 1).counts["a"] == Count(gone=1)


def test_a_site_in_trouble_is_left_alone_after_a_few_pages_and_found_again() -> None:
    urls = [f"https://a.id/{number}" for number in range(20)]
    down = Failure(code="network", message="the site cannot be reached")
    web = Web({"https://a.id/feed": feed(*urls), **dict.fromkeys(urls, down)})
    nights = Nights(FEED, web)
    assert len(told(nights.next())) == GIVE_UP
    web.pages |= {url: f"<p>{url}</p>".encode() for url in urls}
    assert len(told(nights.next())) == len(urls), "the index is read again, and all of it"


def test_a_host_in_trouble_does_not_keep_another_from_being_asked() -> None:
    down = Failure(code="timeout", message="the site does not answer in time")
    bad = [f"https://b.id/{number}" for number in range(7)]
    source = replace(FEED, hosts=("b.id",))
    nights = Nights(source, Web({FEED.urls[0]: feed(*bad, ONE), **dict.fromkeys(bad, down), ONE: b"<p>1"}))
    assert ("Brought", ONE) in told(nights.next())
    nights.web.pages[ONE] = b"<p>1, diralat"
    assert ("Brought", ONE) in told(nights.next())


def test_dead_feeds_do_not_keep_the_others_from_being_asked() -> None:
    down = Failure(code="timeout", message="the site does not answer in time")
    feeds = tuple(f"https://a.id/f{number}" for number in range(7))
    web = Web({**dict.fromkeys(feeds[:5], down), feeds[5]: feed(ONE), feeds[6]: feed(TWO)})
    web.pages |= {ONE: b"<p>1", TWO: b"<p>2"}
    nights = Nights(replace(FEED, urls=feeds), web)
    brought = [family for _ in range(3) for kind, family in told(nights.next()) if kind == "Brought"]
    assert sorted(brought) == [ONE, TWO]


def test_more_feeds_than_a_night_asks_all_have_their_turn() -> None:
    feeds = tuple(f"https://a.id/f{number}" for number in range(60))
    web = Web({url: feed(f"{url}/1") for url in feeds})
    web.pages |= {f"{url}/1": f"<p>{url}</p>".encode() for url in feeds}
    nights = Nights(replace(FEED, urls=feeds), web)
    brought = [family for _ in range(2) for kind, family in told(nights.next()) if kind == "Brought"]
    assert sorted(brought) == sorted(f"{url}/1" for url in feeds)


def test_a_sitemap_beside_a_map_of_many_is_asked() -> None:
    months = [f"https://a.id/m{number}.xml" for number in range(120)]
    beside = "https://a.id/rilis.xml"
    web = Web({MAPS.urls[0]: maps(*months), beside: urlset(ONE), ONE: b"<p>1", **dict.fromkeys(months, urlset())})
    assert told(Nights(replace(MAPS, urls=(*MAPS.urls, beside)), web).next()) == [("Brought", ONE)]


def test_a_release_that_other_news_pushed_to_the_second_page_is_found() -> None:
    def page(*names: str, following: str = "") -> bytes:
        more = f'<p><a href="{following}">lagi</a>' if following else ""
        return ("".join(f"<li><a href=/{name}>{name}</a></li>" for name in names) + more).encode()

    source = replace(LISTING, words=("IKP",))
    pages = {
        "https://a.id/b": page("ikp-1", "sosialisasi"),
        "https://a.id/ikp-1": b"<p>1",
        "https://a.id/ikp-2": b"<p>2",
    }
    nights = Nights(source, Web({**pages}))
    assert told(nights.next()) == [("Brought", "https://a.id/ikp-1")]
    nights.web.pages["https://a.id/b"] = page("cuaca", "banjir", following="/b?p=2")
    nights.web.pages["https://a.id/b?p=2"] = page("ikp-2", "ikp-1", following="/b?p=3")
    nights.web.pages["https://a.id/b?p=3"] = page("sosialisasi", following="/b?p=4")
    assert ("Brought", "https://a.id/ikp-2") in told(nights.next())
    assert "https://a.id/b?p=4" not in [url for url, _ in nights.web.asked], "what is there was known"


def test_what_a_page_of_a_listing_named_while_it_failed_is_not_lost() -> None:
    """Releases are pushed down from night to night while the second page now and then fails."""
    news = [f"https://a.id/{'ikp' if number % 5 == 0 else 'kabar'}-{number}" for number in range(200)]
    for seed in range(25):
        chance = random.Random(seed)
        nights = Nights(replace(LISTING, words=("IKP",), recheck_days=0), Web({url: url.encode() for url in news}))
        out = 6
        for night in range(12):
            out = min(out + chance.choice((4, 9, 12)), 150)
            pages = [news[:out][::-1][start : start + 6] for start in range(0, out, 6)]
            for place, urls in enumerate(pages):
                items = "".join(f"<li><a href={url}>{url.rpartition('/')[2]}</a></li>" for url in urls)
                address = "https://a.id/b" + (f"?p={place + 1}" if place else "")
                nights.web.pages[address] = f"{items}<p><a href='/b?p={place + 2}'>lagi</a>".encode()
            nights.web.pages[f"https://a.id/b?p={len(pages) + 1}"] = b"<p>habis"
            if night < 11 and chance.random() < 0.3:
                down = Failure(code="http_500", message="the site answers 500")
                nights.web.pages["https://a.id/b?p=2"] = down
            nights.next()
        wanted = {url for url in news[:out] if "ikp" in url}
        assert wanted <= nights.memory.keys()


def many_pages() -> tuple[Nights, list[str]]:
    urls = [f"https://a.id/{number}" for number in range(10)]
    nights = Nights(FEED, Web({FEED.urls[0]: feed(*urls), **{url: url.encode() for url in urls}}))
    nights.next()
    return nights, urls


BROKEN_SITES = [
    Answer(url="https://a.id/", status=200, body=b"<p>beranda", media_type="text/html"),
    Answer(url="https://a.id/x", status=404),
    b"<p>Situs sedang dalam pemeliharaan",
]


@pytest.mark.parametrize("answer", BROKEN_SITES)
def test_a_site_that_is_broken_as_a_whole_is_believed_after_days(answer: Answer | bytes) -> None:
    nights, urls = many_pages()
    whole = dict(nights.web.pages)
    nights.web.pages |= dict.fromkeys(urls, answer)
    assert {kind for kind, _ in told(nights.next())} == {"Failed"}
    nights.web.pages = dict(whole)
    assert {kind for kind, _ in told(nights.next())} == {"Unchanged"}
    nights.web.pages |= dict.fromkeys(urls, answer)
    kinds = [{kind for kind, _ in told(nights.next())} for _ in range(8)]
    assert kinds[:7] == [{"Failed"}] * 7
    assert kinds[7] == ({"Brought"} if isinstance(answer, bytes) else {"Gone"})


def test_pages_that_fail_beside_do_not_make_a_crowd_small() -> None:
    nights, urls = many_pages()
    nights.web.pages |= {url: Answer(url=url, status=404) for url in urls[:5]}
    nights.web.pages |= dict.fromkeys(urls[5:], Failure(code="http_500", message="the site answers 500"))
    assert {kind for kind, _ in told(nights.next())} == {"Failed"}


def test_nor_do_pages_of_another_host() -> None:
    here, there = ([f"https://{host}/{number}" for number in range(8)] for host in ("a.id", "b.id"))
    web = Web({FEED.urls[0]: feed(*here, *there), **{url: url.encode() for url in here + there}})
    nights = Nights(replace(FEED, hosts=("b.id",)), web)
    nights.next()
    web.pages |= {url: Answer(url=url, status=404) for url in there}
    assert sorted(kind for kind, _ in told(nights.next())) == ["Failed"] * 8 + ["Unchanged"] * 8


def test_each_doubt_has_its_own_days() -> None:
    nights, urls = many_pages()
    nights.web.pages |= {url: Answer(url=url, status=404) for url in urls}
    for _ in range(6):
        nights.next()
    nights.web.pages |= dict.fromkeys(urls, b"<p>Situs dalam perbaikan")
    assert {kind for kind, _ in told(nights.next(days=5))} == {"Failed"}
    assert {kind for kind, _ in told(nights.next())} == {"Failed"}


def test_a_site_that_is_closed_for_works_wakes_no_page_that_is_gone() -> None:
    nights, urls = many_pages()
    nights.web.pages |= {url: Answer(url=url, status=404) for url in urls}
    while {kind for kind, _ in told(nights.next())} == {"Failed"}:
        pass
    nights.web.pages |= dict.fromkeys(urls, b"<p>Situs dalam perbaikan")
    assert {kind for kind, _ in told(nights.next())} == {"Failed"}


def test_a_page_that_is_gone_is_asked_seldom_although_it_failed_once() -> None:
    nights = Nights(replace(FEED, recheck_days=2), Web({FEED.urls[0]: feed(ONE), ONE: b"<p>satu"}))
    nights.next()
    nights.web.pages[ONE] = Answer(url=ONE, status=404)
    nights.next()
    nights.web.pages[ONE] = Failure(code="network", message="the site cannot be reached")
    nights.next()
    nights.web.pages[ONE] = Answer(url=ONE, status=404)
    assert sum(bool(told(nights.next())) for _ in range(60)) <= 5


def test_a_host_that_stays_down_is_asked_a_few_pages_a_night() -> None:
    urls = [f"https://a.id/{number}" for number in range(50)]
    web = Web({FEED.urls[0]: feed(*urls), **{url: url.encode() for url in urls}})
    nights = Nights(FEED, web)
    nights.next()
    web.pages = dict.fromkeys((FEED.urls[0], *urls), Failure(code="http_503", message="the site answers 503"))
    assert [len(nights.next()) for _ in range(40)] == [GIVE_UP] * 40


def test_pages_of_a_host_that_was_in_trouble_come_after_the_others() -> None:
    down = Failure(code="timeout", message="the site does not answer in time")
    bad, good = ([f"https://{host}/{number}" for number in range(3)] for host in ("a.id", "b.id"))
    web = Web({FEED.urls[0]: feed(*bad, *good), **{url: url.encode() for url in bad + good}})
    nights = Nights(replace(FEED, hosts=("b.id",)), web)
    nights.next()
    web.pages |= dict.fromkeys(bad, down)
    nights.next()
    nights.source = replace(nights.source, max_pages=3)
    assert sorted(told(nights.next())) == [("Unchanged", url) for url in good]


def test_a_slow_index_leaves_time_for_pages() -> None:
    months = [f"https://a.id/m{number}.xml" for number in range(120)]
    web = Web({MAPS.urls[0]: maps(*months), **{url: urlset(f"{url}/1") for url in months}})
    web.pages |= {f"{url}/1": url.encode() for url in months}
    events = list(visit(MAPS, {}, web, NOW, clock=lambda: 75.0 * len(web.asked)))
    asked = [url.endswith("/1") for url, _ in web.asked]
    assert (asked.count(False), asked.count(True)) == (25, 24), "half an hour each"
    assert sum(isinstance(event, Brought) for event in events) == 24


@pytest.mark.parametrize("when", [None, "2024-01-05", "5 Januari 2024", "2024-01-05T02:00:00"])
def test_whatever_the_manifest_says_of_time_a_page_is_looked_at(when: str | None) -> None:
    nights = Nights(FEED, Web({FEED.urls[0]: feed(), ONE: b"<p>satu"}))
    nights.memory[ONE] = Known(source="a", content_key="k", changed_at=when)
    assert told(nights.next()) == [("Brought", ONE)]
    assert told(nights.next()) == [("Unchanged", ONE)]


def test_a_few_pages_that_go_are_believed_at_once() -> None:
    nights, urls = many_pages()
    nights.web.pages |= {url: Answer(url=url, status=404) for url in urls[:4]}
    assert sorted(kind for kind, _ in told(nights.next())) == ["Gone"] * 4 + ["Unchanged"] * 6


def test_a_crowd_needs_a_person_once(tmp_path: Path) -> None:
    urls = [f"https://a.id/{number}" for number in range(10)]
    web = Web({FEED.urls[0]: feed(*urls), **{url: url.encode() for url in urls}})
    fetched(tmp_path, web, 0)
    web.pages |= {url: Answer(url=url, status=404) for url in urls}
    done = fetched(tmp_path, web, 1)
    assert done.lines == (
        "a: 10 of 10 pages are gone at once: is the site in trouble? if that lasts for 7 days it is believed; "
        "look at the site (many_gone)",
    )
    assert done.asides == ()


def test_a_page_that_fails_is_looked_at_the_next_night_however_old() -> None:
    nights = Nights(replace(FEED, recheck_days=0), Web({FEED.urls[0]: feed(ONE), ONE: b"<p>satu"}))
    nights.next(days=40)
    nights.web.pages[ONE] = Failure(code="http_500", message="the site answers 500")
    assert told(nights.next()) == [("Failed", ONE)]
    nights.web.pages[ONE] = b"<p>satu, diralat"
    assert told(nights.next()) == [("Brought", ONE)]


def test_a_source_has_an_hour_and_goes_on_the_next_night() -> None:
    urls = [f"https://a.id/{number}" for number in range(10)]
    web = Web({FEED.urls[0]: feed(*urls), **{url: url.encode() for url in urls}})
    seconds = iter(range(0, 1_000_000, 600))
    memory: dict[str, Known] = {}
    events = list(visit(FEED, memory, web, NOW, clock=lambda: next(seconds)))
    memory |= {event.family: event.known for event in events}
    assert 0 < len([event for event in events if isinstance(event, Brought)]) < len(urls)
    assert [event.failure.code for event in events if isinstance(event, Failed)] == ["out_of_time"]
    events += list(visit(FEED, memory, web, NOW + timedelta(days=1)))
    assert {event.family for event in events if isinstance(event, Brought)} == set(urls)


def test_an_address_that_was_an_index_may_become_a_page() -> None:
    nights = Nights(FEED, Web({FEED.urls[0]: feed(ONE), ONE: b"<p>satu"}))
    nights.next()
    nights.source = Descriptor(name="a", kind="urls", urls=FEED.urls)
    assert ("Brought", FEED.urls[0]) in told(nights.next())


def test_pages_that_fail_for_themselves_do_not_end_a_visit() -> None:
    urls = [f"https://a.id/{number}" for number in range(20)]
    refused = Failure(code="http_403", message="the site answers 403")
    web = Web({"https://a.id/feed": feed(*urls), **dict.fromkeys(urls, refused)})
    assert len(told(Nights(FEED, web).next())) == len(urls)
