"""Nights on a real server: fetched, read, published, and what the next night makes of what changed."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.jobs import changes, stages
from pipeline.jobs.gather import Gathered, gather
from pipeline.sources.client import Client
from pipeline.state import Summary
from pipeline.storage import holdings, results
from web.server import Page, Site, redirect, served

NIGHT = datetime(2024, 8, 2, 19, tzinfo=UTC)
TITLE = "Bawaslu petakan kerawanan pemilu"
TEXT = "Kabupaten {} memperoleh skor IKP 2024 sebesar {} dan masuk kategori rawan tinggi, kata ketua Bawaslu."
SOURCES = """
[pers]
kind = "feed"
urls = ["{url}/feed"]
words = ["kerawanan"]
private_hosts = ["127.0.0.1"]
delay_seconds = 0
issuer = "Suara Banten"
region = "36"

[bawaslu]
kind = "sitemap"
urls = ["{url}/sitemap.xml"]
private_hosts = ["127.0.0.1"]
delay_seconds = 0

[kantor]
kind = "listing"
urls = ["{url}/berita"]
selectors = {{items = "article", link = "a", title = "h2"}}
private_hosts = ["127.0.0.1"]
delay_seconds = 0
"""


def article(region: str, score: str, aside: str = "") -> Page:
    text = TEXT.format(region, score)
    body = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1><p>{text}</p></article>{aside}</body></html>"
    return Page(body=body.encode(), etag=f'"{hash(body)}"')


def feed(*paths: str) -> Page:
    items = "".join(f"<item><title>{TITLE}</title><link>{path}</link></item>" for path in paths)
    other = "<item><title>Harga cabai naik</title><link>/cabai</link></item>"
    body = f"<rss><channel>{items}{other}</channel></rss>"
    return Page(body=body.encode(), kind="application/rss+xml", etag=f'"{hash(body)}"')


def sitemap(*urls: str) -> Page:
    body = f"<urlset>{''.join(f'<url><loc>{url}</loc></url>' for url in urls)}</urlset>"
    return Page(body=body.encode(), kind="application/xml", last_modified="Fri, 02 Aug 2024 02:00:00 GMT")


@pytest.fixture
def site() -> Iterator[Site]:
    with served(Site()) as one:
        one.pages |= {
            "/robots.txt": Page(body=b"User-agent: *\nDisallow: /rahasia\n", kind="text/plain"),
            "/feed": feed("/pandeglang", "/rahasia/lebak", "/lama"),
            "/pandeglang": article("Pandeglang", "77,73"),
            "/lama": redirect("/serang"),
            "/serang": article("Serang", "41,20"),
            "/sitemap.xml": sitemap(f"{one.url}/klaten", f"{one.url}/salinan"),
            "/klaten": article("Klaten", "64,01"),
            "/salinan": article("Pandeglang", "77,73"),
            "/berita": Page(body=b"<article><h2>x</h2><a href='/hilang'>x</a></article>", etag='"1"'),
            "/hilang": article("Kediri", "63,40"),
        }
        yield one


@pytest.fixture
def corpus(tmp_path: Path, site: Site) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "sources.toml").write_text(SOURCES.format(url=site.url))
    return folder


def night(corpus: Path, number: int) -> tuple[Gathered, Summary]:
    with Client(sleep=lambda _: None) as client:
        gathered = gather(corpus, now=NIGHT + timedelta(days=number), client=client)
    return gathered, stages.run(corpus, corpus.parent / "out", workers=1)


def table(corpus: Path, name: str) -> list[dict[str, str]]:
    with (corpus.parent / "out" / "dataset" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def totals(gathered: Gathered) -> tuple[int, ...]:
    counts = gathered.counts.values()
    return tuple(sum(getattr(c, n) for c in counts) for n in ("new", "changed", "unchanged", "gone", "failed"))


def test_nights(corpus: Path, site: Site) -> None:
    first, summary = night(corpus, 0)
    assert totals(first) == (5, 0, 0, 0, 1)
    assert [line for line in first.asides if "robots" in line], "what is forbidden is said"
    assert "/rahasia/lebak" not in site.asked()
    assert "/cabai" not in site.asked()
    assert summary.documents == 5
    assert summary.duplicates == 1, "the copy has the bytes of the first: stored once, two sightings"
    assert len(list((corpus / "raw").rglob("*.html"))) == 4
    assert len(holdings.load_manifest(corpus)) == 5
    scores = {row["region"]: row["score"] for row in table(corpus, "scores")}
    assert scores["Kabupaten Pandeglang"] == "77.73"
    by_url = {row["url"]: row for row in table(corpus, "documents")}
    assert by_url[f"{site.url}/serang"]["issuer"] == "Suara Banten"
    assert by_url[f"{site.url}/pandeglang"]["online"] == "live"
    assert by_url[f"{site.url}/pandeglang"]["retrieved"] == "2024-08-02"

    # Nothing new: only conditional requests, nothing brought, nothing done.
    site.requests.clear()
    second, summary = night(corpus, 1)
    assert totals(second)[:4] == (0, 0, 5, 0)
    asked = [request for request in site.requests if request.path != "/robots.txt"]
    redirected = {"/lama"}  # a redirect has no validators; the page behind it is asked for conditionally
    assert [request.path for request in asked if not request.conditional and request.path not in redirected] == []
    assert not summary.rebuilt

    # An article changes, one is gone, one differs only in what surrounds it.
    site.pages |= {
        "/klaten": article("Klaten", "66,01"),
        "/hilang": Page(status=410),
        "/serang": article("Serang", "41,20", aside="<aside>dibaca 17 kali</aside>"),
    }
    third, summary = night(corpus, 2)
    assert totals(third)[:4] == (0, 1, 3, 1)
    rows = table(corpus, "documents")
    assert {row["status"] for row in rows if row["url"] == f"{site.url}/klaten"} == {"read", "superseded"}
    assert [row["online"] for row in rows if row["url"] == f"{site.url}/hilang"] == ["gone"]
    scores = {row["region"]: row["score"] for row in table(corpus, "scores")}
    assert scores["Kabupaten Klaten"] == "66.01"
    assert scores["Kabupaten Kediri"] == "63.40", "what was read from a page that is gone still counts"
    _, run, found = changes.changed_by(corpus.parent / "out", None, None)
    assert run == results.last_run(corpus.parent / "out")
    values = [(one.table, one.column, one.before, one.after, one.cause) for one in found]
    assert ("scores", "score", "64.01", "66.01", "document") in values
    assert ("documents", "online", "live", "gone", "document") in values

    # It comes back.
    site.pages["/hilang"] = article("Kediri", "63,40")
    fourth, _ = night(corpus, 3)
    rows = table(corpus, "documents")
    assert [row["online"] for row in rows if row["url"] == f"{site.url}/hilang"] == ["live"]
    assert totals(fourth)[3] == 0


def test_trouble_gives_no_tombstone_and_is_told(corpus: Path, site: Site) -> None:
    night(corpus, 0)
    site.pages |= {"/klaten": Page(status=403), "/serang": Page(status=500), "/feed": Page(status=403)}
    gathered, summary = night(corpus, 1)
    assert totals(gathered)[3] == 0
    assert [line for line in gathered.lines if line.startswith(f"pers: {site.url}/feed: the site answers 403")]
    assert summary.documents == 5
    assert not summary.rebuilt


def test_the_commands_fetch_check_and_diff(corpus: Path, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--corpus", str(corpus)]
    assert cli.main(["sources", "check", "pers", *arguments]) == 0
    told = capsys.readouterr().out
    assert "pers: 3 pages that have its words would be fetched" in told
    assert not (corpus / "manifest.jsonl").exists(), "a check stores nothing"
    assert cli.main(["fetch", "pers", *arguments]) == 0
    assert "pers: 2 new, 0 changed, 0 unchanged, 0 gone, 1 failed" in capsys.readouterr().out
    assert cli.main(["fetch", "nobody", *arguments]) == 2
    assert cli.main(["sources", "list", *arguments]) == 0
    out = ["--out", str(corpus.parent / "out")]
    assert cli.main(["fetch", *arguments]) == 0
    assert cli.main(["run", *arguments, *out, "--workers", "1"]) == 0
    site.pages["/klaten"] = article("Klaten", "66,01")
    assert cli.main(["fetch", *arguments]) == 0
    assert cli.main(["run", *arguments, *out, "--workers", "1"]) == 0
    capsys.readouterr()
    assert cli.main(["diff", *out]) == 0
    told = capsys.readouterr().out
    assert "MOD  scores: Kabupaten Klaten (33.10) ikp_2024: score 64.01 -> 66.01 [document" in told
    assert cli.main(["diff", *out, "--format", "json"]) == 0
    read = json.loads(capsys.readouterr().out)
    assert read["to"] == 2
    assert {change["kind"] for change in read["changes"]} >= {"ADD", "MOD"}
    assert cli.main(["diff", *out, "--from", "9"]) == 2


def test_without_sources_a_fetch_says_how_to_add_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["fetch", "--corpus", str(tmp_path)]) == 0
    assert "no source is switched on" in capsys.readouterr().out


LONG = (
    "Bawaslu Provinsi Jawa Tengah memaparkan hasil pemetaan kerawanan dalam rapat koordinasi di Semarang yang dihadiri "
    "para komisioner, perwakilan partai politik, pegiat pemilu, dan wartawan dari berbagai daerah di provinsi itu. "
    "Ketua Bawaslu menyampaikan bahwa pengawasan akan diperketat sejak tahap pemutakhiran data pemilih hingga rekapitulasi."
)


def test_an_article_that_two_sites_print_is_one_witness(corpus: Path, site: Site) -> None:
    said = TEXT.format("Klaten", "64,01")
    for path, title, more in (
        ("/satu", "Peta kerawanan", ""),
        ("/dua", "Klaten rawan", "<p>Editor: Redaksi.</p>"),
    ):
        body = f"<article><h1>{title}</h1><p>{said}</p><p>{LONG}</p>{more}</article>"
        site.pages[path] = Page(body=body.encode())
    site.pages["/sitemap.xml"] = sitemap(f"{site.url}/satu", f"{site.url}/dua")
    night(corpus, 0)
    files = {row["file"] for row in table(corpus, "documents") if row["witness"]}
    assert len(files) == 2
    row = next(row for row in table(corpus, "scores") if row["region"] == "Kabupaten Klaten")
    assert (row["score"], row["sources"], row["witnesses"]) == ("64.01", "2", "1")
