"""What sources bring lands in the corpus: bytes once, a line a sighting, and nothing twice after a kill."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType

import pytest

from pipeline.errors import StoreError
from pipeline.jobs import gather
from pipeline.jobs.gather import Count, Gathered, gather_from
from pipeline.jobs.memory import load_fetched
from pipeline.model import CorpusItem
from pipeline.sources.content import content_key
from pipeline.sources.values import Brought, Descriptor, Event, Failed, Failure, Gone, Known, Memory, Unchanged
from pipeline.storage import holdings
from pipeline.storage.files import MANIFEST

BANTEN = Descriptor(name="banten", kind="feed", issuer="Bawaslu Provinsi Banten", region="36")
ANTARA = Descriptor(name="antara", kind="feed")
PAGE = b"<html><body><p>Kabupaten Pandeglang rawan tinggi.</p></body></html>"
OTHER = b"<html><body><p>Kabupaten Pandeglang rawan sedang.</p></body></html>"
FIRST, SECOND = "2024-01-06T02:00:00Z", "2024-01-07T02:00:00Z"


@dataclass
class Look:
    """Plays a night that is written down; remembers what each source was told of the nights before."""

    nights: Mapping[str, Sequence[Event | Exception]]
    told: dict[str, Memory] = field(default_factory=dict)

    def __call__(self, source: Descriptor, memory: Memory) -> Iterator[Event]:
        self.told[source.name] = memory
        for event in self.nights[source.name]:
            if isinstance(event, Exception):
                raise event
            yield event


def known(source: str = "banten", **more: str | bool) -> Known:
    return Known(source=source, **more)  # type: ignore[arg-type]


def brought(url: str, body: bytes = PAGE, media_type: str = "text/html") -> Brought:
    return Brought(family=url, url=url, body=body, media_type=media_type, known=known(etag='"1"'))


def night(corpus: Path, *events: Event | Exception, now: str = FIRST) -> Gathered:
    return gather_from(corpus, [BANTEN], Look({"banten": events}), now=now)


def manifest(corpus: Path) -> tuple[CorpusItem, ...]:
    return holdings.load_manifest(corpus)


def remembered(corpus: Path) -> Mapping[str, Known]:
    return load_fetched(corpus).sources["banten"]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return tmp_path / "corpus"


def test_a_new_page_is_kept_with_where_it_came_from(corpus: Path) -> None:
    assert night(corpus, brought("https://a.id/1")).counts == {"banten": Count(new=1)}
    (line,) = manifest(corpus)
    assert (corpus / line.path).read_bytes() == PAGE
    assert line.path == f"raw/{line.sha256[:2]}/{line.sha256}.html"
    assert (line.source, line.url, line.family, line.fetched_at) == (
        "banten",
        "https://a.id/1",
        "https://a.id/1",
        FIRST,
    )
    assert (line.issuer, line.region_code, line.media_type) == ("Bawaslu Provinsi Banten", "36", "text/html")
    assert remembered(corpus)["https://a.id/1"].etag == '"1"'


def test_the_next_night_is_told_what_is_remembered(corpus: Path) -> None:
    night(corpus, brought("https://a.id/1"))
    look = Look({"banten": [Unchanged(family="https://a.id/1", known=known(checked_at=SECOND))]})
    assert gather_from(corpus, [BANTEN], look, now=SECOND).counts == {"banten": Count(unchanged=1)}
    assert look.told["banten"]["https://a.id/1"].etag == '"1"'
    assert remembered(corpus)["https://a.id/1"].checked_at == SECOND
    assert len(manifest(corpus)) == 1


def test_the_same_content_at_two_addresses_is_stored_once_with_two_lines(corpus: Path) -> None:
    night(corpus, brought("https://a.id/1"), brought("https://a.id/2"))
    first, second = manifest(corpus)
    assert first.path == second.path
    assert (first.family, second.family) == ("https://a.id/1", "https://a.id/2")
    assert len([path for path in (corpus / "raw").rglob("*") if path.is_file()]) == 1


def test_a_changed_page_is_a_new_version_of_its_family(corpus: Path) -> None:
    night(corpus, brought("https://a.id/1"))
    assert night(corpus, brought("https://a.id/1", OTHER), now=SECOND).counts["banten"] == Count(changed=1)
    first, second = manifest(corpus)
    assert first.family == second.family
    assert first.sha256 != second.sha256
    assert (corpus / first.path).exists()


def test_a_page_that_is_gone_gets_one_tombstone_and_may_come_back(corpus: Path) -> None:
    gone = Gone(family="https://a.id/1", known=known(gone=True))
    night(corpus, brought("https://a.id/1"))
    assert night(corpus, gone, now=SECOND).counts["banten"] == Count(gone=1)
    assert night(corpus, gone, now=SECOND).counts["banten"] == Count(unchanged=1)
    assert [line.gone_at for line in manifest(corpus)] == [None, SECOND]
    night(corpus, Unchanged(family="https://a.id/1", known=known()))
    assert [line.gone_at for line in manifest(corpus)] == [None, SECOND, None]


def test_a_page_that_cannot_be_had_is_no_tombstone(corpus: Path) -> None:
    night(corpus, brought("https://a.id/1"))
    failure = Failure(code="http_403", message="the site refuses")
    done = night(corpus, Failed(family="https://a.id/1", failure=failure, known=known(trouble="http_403")))
    assert done.counts["banten"] == Count(failed=1)
    assert done.lines == ()
    assert done.asides == ("banten: https://a.id/1: the site refuses (http_403); it is asked for again",)
    assert [line.gone_at for line in manifest(corpus)] == [None]


def test_a_source_of_which_no_page_can_be_had_needs_a_person(corpus: Path) -> None:
    failure = Failure(code="http_403", message="the site refuses")
    refused = [Failed(family=f"https://a.id/{n}", failure=failure, known=known()) for n in range(4)]
    assert night(corpus, *refused).lines == (
        "banten: none of 4 pages could be had; try `ikp sources check banten`",
    )
    assert night(corpus, *refused, brought("https://a.id/9")).lines == ()


def test_a_cosmetic_change_is_no_version_although_nothing_is_remembered(corpus: Path) -> None:
    night(corpus, brought("https://a.id/1"))
    (corpus / ".fetch.json").unlink()
    body = PAGE.replace(b"<p>", b"<script>1</script><p class=x>")
    again = replace(brought("https://a.id/1", body), known=known(content_key=content_key(body, "text/html")))
    assert night(corpus, again, now=SECOND).counts["banten"] == Count(unchanged=1)
    assert len(manifest(corpus)) == 1


def test_an_index_is_remembered_but_no_document_and_its_trouble_needs_a_person(corpus: Path) -> None:
    fine = Unchanged(family="https://a.id/feed", known=known(index=True, etag='"f"'))
    assert night(corpus, fine).counts["banten"] == Count()
    assert remembered(corpus)["https://a.id/feed"].etag == '"f"'
    failure = Failure(code="timeout", message="no answer in 60 s")
    done = night(corpus, Failed(family="https://a.id/feed", failure=failure, known=known(index=True)))
    assert done.lines == (
        "banten: https://a.id/feed: no answer in 60 s (timeout); try `ikp sources check banten`",
    )
    assert manifest(corpus) == ()


def test_a_source_that_breaks_off_stops_no_other(corpus: Path) -> None:
    nights: dict[str, Sequence[Event | Exception]] = {
        "banten": [brought("https://a.id/1"), ValueError("odd\nfeed")],
        "antara": [brought("https://b.id/1", OTHER)],
    }
    done = gather_from(corpus, [BANTEN, ANTARA], Look(nights), now=FIRST)
    assert done.counts == {"banten": Count(new=1), "antara": Count(new=1)}
    assert done.lines == ("banten: the visit broke off (ValueError: odd feed); try `ikp sources check banten`",)
    assert [str(error) for error in done.errors] == ["odd\nfeed"]
    assert len(manifest(corpus)) == 2


KILLED = ((holdings, "append_manifest"), (gather, "save_fetched"))


@pytest.mark.parametrize(("module", "step"), KILLED)
def test_a_fetch_killed_before_a_step_is_made_good_by_the_next(
    corpus: Path, tmp_path: Path, module: ModuleType, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    pages = (brought("https://a.id/1"), brought("https://a.id/2", OTHER))
    with monkeypatch.context() as patched:
        patched.setattr(module, step, die)
        with pytest.raises(KeyboardInterrupt):
            night(corpus, *pages)
    night(corpus, *pages)
    undisturbed = tmp_path / "undisturbed"
    night(undisturbed, *pages)
    assert (corpus / MANIFEST).read_bytes() == (undisturbed / MANIFEST).read_bytes()
    assert (corpus / ".fetch.json").read_bytes() == (undisturbed / ".fetch.json").read_bytes()


def test_what_is_remembered_is_saved_while_a_long_night_goes_on(corpus: Path) -> None:
    seen: list[int] = []
    times = iter(range(0, 1000, 3))

    def watch(_name: str, _count: Count) -> None:
        seen.append(len(manifest(corpus)))

    pages = [brought(f"https://a.id/{number}") for number in range(6)]
    gather_from(
        corpus, [BANTEN], Look({"banten": pages}), now=FIRST, clock=lambda: float(next(times)), watch=watch
    )
    assert 0 < max(seen) <= 6
    assert seen[0] == 0


def test_a_writer_that_fails_ends_the_visits(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> str:
        raise StoreError("is full", where="corpus", remedy="make room")

    def endless(_source: Descriptor, _memory: Memory) -> Iterator[Event]:
        while True:
            yield brought("https://a.id/1")

    monkeypatch.setattr(holdings, "put_raw", full)
    with pytest.raises(StoreError, match="is full"):
        gather_from(corpus, [BANTEN], endless, now=FIRST)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("visit")]


def test_two_fetches_never_overlap(corpus: Path) -> None:
    with holdings.locked_corpus(corpus), pytest.raises(StoreError, match="another run"):
        night(corpus)


MEDIA = [
    ("https://a.id/1", PAGE, "text/html", "text/html"),
    ("https://a.id/unduh?id=3", b"%PDF-1.7 ...", "application/octet-stream", "application/pdf"),
    ("https://a.id/rilis.txt", b"Skor 41,2", "application/octet-stream", "text/plain"),
    ("https://a.id/rilis", b"Skor 41,2", "text/plain", "text/plain"),
    ("https://a.id/rilis", bytes(range(1, 9)), "application/x-thing", "application/octet-stream"),
]


@pytest.mark.parametrize(("url", "body", "said", "kind"), MEDIA)
def test_the_bytes_tell_what_was_brought(corpus: Path, url: str, body: bytes, said: str, kind: str) -> None:
    night(corpus, brought(url, body, said))
    (line,) = manifest(corpus)
    assert line.media_type == kind
    assert line.path.endswith(gather._ENDINGS.get(kind, ".bin"))
