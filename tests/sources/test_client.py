"""Asking a real server on loopback: politely, within limits, never where a source may not look."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import httpcore
import pytest

from pipeline.sources import client as client_module
from pipeline.sources.addresses import GuardedBackend
from pipeline.sources.client import AGENT, Client
from pipeline.sources.urls import canonical
from pipeline.sources.values import Answer, Descriptor, Failure, Known
from web.server import Page, Site, redirect, served

PRIVATE = (
    "10.0.0.1", "192.168.1.1", "172.16.0.1", "127.0.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",  # noqa: S104
    "::1", "fe80::1", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001:0:4136:e378::1",
)  # fmt: skip


@dataclass
class Time:
    """A clock that only sleeping moves, beside the real one where a test needs it."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        if seconds:
            self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def site() -> Iterator[Site]:
    with served(Site()) as one:
        yield one


def source_of(site: Site, **more: object) -> Descriptor:
    plain = Descriptor(
        name="a", kind="urls", urls=(f"{site.url}/",), private_hosts=("127.0.0.1",), delay_seconds=0.0
    )
    return Descriptor(**{name: getattr(plain, name) for name in plain.__slots__} | more)


def get(site: Site, path: str, *, time: Time | None = None, **more: object) -> Answer | Failure:
    time = time or Time()
    with Client(clock=time.clock, sleep=time.sleep, chance=lambda: 0.5) as client:
        return client.get(f"{site.url}{path}", source_of(site, **more))


def code(found: Answer | Failure) -> str:
    assert isinstance(found, Failure), found
    return found.code


def test_a_page_comes_with_its_validators_and_says_who_asks(site: Site) -> None:
    site.pages["/a"] = Page(body=b"<p>IKP", etag='"1"', last_modified="Sat, 06 Jan 2024 02:00:00 GMT")
    found = get(site, "/a")
    assert found == Answer(
        url=f"{site.url}/a",
        status=200,
        body=b"<p>IKP",
        media_type="text/html",
        etag='"1"',
        last_modified="Sat, 06 Jan 2024 02:00:00 GMT",
    )
    assert site.requests[-1].headers["user-agent"].startswith("ikp/")
    assert "cookie" not in site.requests[-1].headers


KNOWN = [Known(source="a", etag='"1"'), Known(source="a", last_modified="Sat, 06 Jan 2024 02:00:00 GMT")]


@pytest.mark.parametrize("known", KNOWN)
def test_what_is_unchanged_is_not_sent_again(site: Site, known: Known) -> None:
    site.pages["/a"] = Page(body=b"x", etag='"1"', last_modified="Sat, 06 Jan 2024 02:00:00 GMT")
    time = Time()
    with Client(clock=time.clock, sleep=time.sleep) as client:
        found = client.get(f"{site.url}/a", source_of(site), known)
    assert isinstance(found, Answer)
    assert (found.status, found.body) == (304, b"")
    assert site.requests[-1].conditional


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_not_there_is_an_answer(site: Site, status: int) -> None:
    site.pages["/a"] = Page(status=status)
    assert get(site, "/a") == Answer(url=f"{site.url}/a", status=status, media_type="text/html")


@pytest.mark.parametrize("status", [400, 401, 403, 451, 501])
def test_other_answers_are_failures_and_asked_once(site: Site, status: int) -> None:
    site.pages["/a"] = Page(status=status)
    assert code(get(site, "/a")) == f"http_{status}"
    assert site.asked() == ["/a"]


def test_packed_answers_are_unpacked(site: Site) -> None:
    site.pages["/a"] = Page(body=b"IKP " * 1000, packed=True)
    found = get(site, "/a")
    assert isinstance(found, Answer)
    assert found.body == b"IKP " * 1000


PACKED = {"Content-Encoding": "gzip"}


def test_several_packed_members_are_one_answer(site: Site) -> None:
    site.pages["/a"] = Page(body=gzip.compress(b"IKP ") + gzip.compress(b"2024"), headers=PACKED)
    found = get(site, "/a")
    assert isinstance(found, Answer)
    assert found.body == b"IKP 2024"


@pytest.mark.parametrize("padding", [b"\0" * 8, b"\n", b"x" * 100_000])
def test_padding_behind_a_packed_answer_is_left(site: Site, padding: bytes) -> None:
    site.pages["/a"] = Page(body=gzip.compress(b"IKP") + padding, headers=PACKED)
    found = get(site, "/a")
    assert isinstance(found, Answer)
    assert found.body == b"IKP"


@pytest.mark.parametrize("keep", [-1, -9, 40])
def test_a_packed_answer_that_is_cut_off_is_none(site: Site, keep: int) -> None:
    body = gzip.compress(bytes(range(256)) * 40)
    site.pages["/a"] = Page(body=body[:keep], headers=PACKED)
    assert code(get(site, "/a")) == "network"


@pytest.mark.parametrize("body", [b"", b" \n"])
def test_an_empty_answer_is_no_page(site: Site, body: bytes) -> None:
    site.pages["/a"] = Page(body=body)
    assert code(get(site, "/a")) == "empty"


def test_an_address_with_letters_and_spaces_is_asked_as_its_bytes(site: Site) -> None:
    site.pages["/Rilis%20IKP%20%E2%80%93%202024.pdf"] = Page(body=b"x", kind="application/pdf")
    with Client() as client:
        found = client.get(canonical(f"{site.url}/Rilis IKP – 2024.pdf"), source_of(site))
    assert isinstance(found, Answer)


@pytest.mark.parametrize("url", ["/é", "/a b", "/a\x1b[2J"])
def test_an_address_that_is_none_is_one_failure(site: Site, url: str) -> None:
    assert code(get(site, url)) == "bad_url"
    assert site.asked() == []


# --- redirects ---


@pytest.mark.parametrize("target", ["http://[", "mailto:x@a.id", "http://a b/"])
def test_a_redirect_to_what_is_no_address_is_a_failure(site: Site, target: str) -> None:
    site.pages["/a"] = redirect(target)
    assert code(get(site, "/a")) == "bad_url"
    site.pages |= {"/robots.txt": redirect(target), "/b": Page(body=b"x")}
    assert isinstance(get(site, "/b"), Answer)


def test_a_redirect_with_letters_beyond_ascii_is_followed(site: Site) -> None:
    site.pages |= {"/a": redirect("/rilis é"), "/rilis%20%C3%A9": Page(body=b"x")}
    assert isinstance(get(site, "/a"), Answer)


def test_a_redirect_keeps_what_tells_visitors_apart(site: Site) -> None:
    site.pages |= {"/a": redirect("/a?utm_source=rss"), "/a?utm_source=rss": Page(body=b"x")}
    assert isinstance(get(site, "/a"), Answer)


def test_validators_are_told_to_the_address_that_gave_them_alone(site: Site) -> None:
    site.pages |= {
        "/terbaru": redirect("/a"),
        "/a": Page(body=b"a", etag='"1"'),
        "/b": Page(body=b"b", etag='"1"'),
    }
    first = get(site, "/terbaru")
    assert isinstance(first, Answer)
    known = Known(source="a").renewed(first)
    with Client() as client:
        again = client.get(f"{site.url}/terbaru", source_of(site), known)
        site.pages["/terbaru"] = redirect("/b")
        other = client.get(f"{site.url}/terbaru", source_of(site), known)
    assert isinstance(again, Answer)
    assert isinstance(other, Answer)
    assert (again.status, other.body) == (304, b"b")


def test_what_one_source_may_not_ask_says_nothing_about_another(site: Site) -> None:
    site.pages["/a"] = Page(body=b"x")
    with Client() as client:
        refused = client.get(f"{site.url}/a", source_of(site, private_hosts=()))
        assert code(refused) == "blocked_address"
        assert isinstance(client.get(f"{site.url}/a", source_of(site)), Answer)


def test_redirects_are_followed_and_the_last_address_is_told(site: Site) -> None:
    site.pages |= {"/a": redirect("/b", 301), "/b": redirect(f"{site.url}/c#part", 308), "/c": Page(body=b"x")}
    found = get(site, "/a")
    assert isinstance(found, Answer)
    assert found.url == f"{site.url}/c"


def test_a_circle_of_redirects_ends(site: Site) -> None:
    site.pages |= {"/a": redirect("/b"), "/b": redirect("/a")}
    assert code(get(site, "/a")) == "too_many_redirects"
    assert len(site.asked()) == client_module.MAX_REDIRECTS + 1


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("http://10.0.0.1/", "foreign_host"),
        ("http://169.254.169.254/latest/meta-data/", "foreign_host"),
        ("http://[::ffff:127.0.0.1]/", "blocked_address"),
        ("http://2130706433/", "blocked_address"),
        ("http://0x7f000001/", "blocked_address"),
        ("http://0177.0.0.1/", "blocked_address"),
        ("http://localhost/", "foreign_host"),
        ("https://example.org/", "foreign_host"),
        ("ftp://127.0.0.1/a", "bad_url"),
        ("file:///etc/passwd", "bad_url"),
        ("http://x@127.0.0.1/", "bad_url"),
        ("http://127.0.0.1:22/", "blocked_address"),
    ],
)
def test_a_redirect_leads_nowhere_that_the_source_may_not_go(site: Site, target: str, expected: str) -> None:
    site.pages["/a"] = redirect(target)
    assert code(get(site, "/a")) == expected
    assert site.asked() == ["/a"]


@pytest.mark.parametrize("address", PRIVATE)
def test_a_redirect_to_a_name_with_such_an_address_is_refused(site: Site, address: str) -> None:
    site.pages["/a"] = redirect("http://dalam.example/")
    time = Time()

    def resolve(host: str, _port: int) -> list[str]:
        return ["127.0.0.1"] if host == "127.0.0.1" else [address]

    with Client(clock=time.clock, sleep=time.sleep, resolve=resolve) as client:
        found = client.get(f"{site.url}/a", source_of(site, hosts=("dalam.example",)))
    assert code(found) == "blocked_address"
    assert site.asked() == ["/a"]


def test_a_name_that_turns_private_at_the_second_look_up_gains_nothing() -> None:
    """The checked address is the one that is dialled: there is no second look-up."""
    looks: list[str] = []
    dialled: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        looks.append(host)
        return ["93.184.216.34"] if len(looks) == 1 else ["127.0.0.1"]

    class Dial(httpcore.NetworkBackend):
        def connect_tcp(self, host: str, *_: object, **__: object) -> httpcore.NetworkStream:
            dialled.append(host)
            raise httpcore.ConnectError("nobody there")

    backend = GuardedBackend(resolve=resolve, dial=Dial())
    with pytest.raises(httpcore.ConnectError):
        backend.connect_tcp("rebind.example", 80)
    assert (looks, dialled) == (["rebind.example"], ["93.184.216.34"])
    with pytest.raises(httpcore.ConnectError, match="no public address"):
        backend.connect_tcp("rebind.example", 80)
    assert dialled == ["93.184.216.34"], "the second connection looks again, checks again and is refused"


def test_a_private_host_is_dialled_only_for_the_source_that_names_it(site: Site) -> None:
    site.pages["/a"] = Page(body=b"x")
    time = Time()
    with Client(clock=time.clock, sleep=time.sleep) as client:
        assert isinstance(client.get(f"{site.url}/a", source_of(site)), Answer)
        assert code(client.get(f"{site.url}/a", source_of(site, name="b", private_hosts=()))) == "blocked_address"


# --- trouble ---


def test_a_site_in_trouble_is_asked_again_with_growing_waits(site: Site) -> None:
    site.pages["/a"] = [Page(status=500), Page(status=503), Page(body=b"x")]
    time = Time()
    assert isinstance(get(site, "/a", time=time), Answer)
    assert time.slept == [2.0, 4.0]
    assert site.asked() == ["/a"] * 3


def test_trouble_that_stays_is_a_failure(site: Site) -> None:
    site.pages["/a"] = Page(status=502)
    assert code(get(site, "/a")) == "http_502"
    assert site.asked() == ["/a"] * client_module.TRIES


def test_a_site_that_is_asked_too_much_says_for_how_long(site: Site) -> None:
    site.pages["/a"] = [Page(status=429, headers={"Retry-After": "30"}), Page(body=b"x")]
    time = Time()
    assert isinstance(get(site, "/a", time=time), Answer)
    assert time.slept == [30.0]


def test_a_site_that_wants_an_hour_is_left_alone_tonight(site: Site) -> None:
    site.pages["/a"] = Page(status=429, headers={"Retry-After": "3600"})
    assert code(get(site, "/a")) == "http_429"
    assert site.asked() == ["/a"]


def test_nobody_there_is_tried_again_and_told(site: Site) -> None:
    time = Time()
    gone = Site(url="http://127.0.0.1:9")
    assert code(get(gone, "/a", time=time)) == "network"
    assert len(time.slept) == client_module.TRIES - 1
    assert site.asked() == []


@pytest.mark.parametrize(
    "page",
    [
        Page(body=b"x" * 1000, drip=0.05),
        Page(body=b"x" * 100, endless=True, drip=0.05),
        Page(body=b"x", delay=3.0),
    ],
    ids=["dripping", "dripping without end", "slow"],
)
def test_an_answer_that_takes_too_long_ends(site: Site, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "MAX_SECONDS", 0.3)
    monkeypatch.setattr(client_module, "TRIES", 1)
    site.pages["/a"] = page
    with Client(sleep=lambda _: None) as client:
        assert code(client.get(f"{site.url}/a", source_of(site))) == "timeout"


@pytest.mark.parametrize(
    "page",
    [Page(body=b"x" * 65536, endless=True), Page(body=bytes(8 << 20), packed=True)],
    ids=["endless", "bomb"],
)
def test_an_answer_that_is_too_large_ends(site: Site, page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "MAX_BODY_BYTES", 1 << 20)
    site.pages["/a"] = page
    assert code(get(site, "/a")) == "too_large"


def test_a_damaged_packed_answer_is_trouble_of_the_network(site: Site) -> None:
    site.pages["/a"] = Page(body=b"no gzip", headers={"Content-Encoding": "gzip"})
    assert code(get(site, "/a")) == "network"


@pytest.mark.parametrize("kind", ["video/mp4", "application/x-msdownload", "audio/mpeg", "text/javascript"])
def test_what_is_no_document_is_not_taken(site: Site, kind: str) -> None:
    site.pages["/a"] = Page(body=b"x", kind=kind)
    assert code(get(site, "/a")) == "bad_type"


# --- politeness ---


def test_requests_to_one_host_keep_their_distance(site: Site) -> None:
    site.pages |= {"/a": Page(body=b"x"), "/b": Page(body=b"x")}
    time = Time()
    with Client(clock=time.clock, sleep=time.sleep) as client:
        for path in ("/a", "/b"):
            client.get(f"{site.url}{path}", source_of(site, delay_seconds=2.0))
    assert time.slept == [2.0, 2.0], "robots.txt, a, b"


def test_what_robots_forbid_is_not_asked_for(site: Site) -> None:
    site.pages |= {
        "/robots.txt": Page(body=b"User-agent: *\nDisallow: /dalam\nCrawl-delay: 7\n", kind="text/plain"),
        "/dalam/a": Page(body=b"x"),
        "/b": Page(body=b"x"),
        "/c": redirect("/dalam/a"),
    }
    time = Time()
    with Client(clock=time.clock, sleep=time.sleep) as client:
        found = [client.get(f"{site.url}{path}", source_of(site)) for path in ("/dalam/a", "/b", "/c")]
    assert [isinstance(one, Failure) and one.code for one in found] == ["robots", False, "robots"]
    assert [request.path for request in site.requests] == ["/robots.txt", "/b", "/c"], "asked once a night"
    assert time.slept == [7.0]
    assert AGENT == "ikp"


Told = Callable[[Answer | Failure], object]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (Page(status=404), True),
        (Page(status=403), True),
        (Page(status=503), False),
        (Page(status=429), False),
        (redirect("https://example.org/robots.txt"), True),
        (redirect("/robots.txt"), True),
    ],
)
def test_a_site_without_robots_is_open_and_one_in_trouble_is_closed(
    site: Site,
    page: Page,
    expected: bool,  # noqa: FBT001
) -> None:
    site.pages |= {"/robots.txt": page, "/a": Page(body=b"x")}
    assert isinstance(get(site, "/a"), Answer) is expected
