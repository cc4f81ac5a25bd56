"""Indexes of every kind give their leads, and nothing that is no index is taken for one."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable

import pytest

from pipeline.sources.content import content_key
from pipeline.sources.leads import (
    IndexPage,
    Lead,
    NotAnIndexError,
    feed_leads,
    listing_leads,
    sitemap_leads,
    wanted,
    wordpress_leads,
)
from pipeline.sources.values import Descriptor, Selectors

BASE = "https://a.id/feed/"
RSS2 = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>A</title><link>https://a.id/</link>
<item><title>Peta &amp; IKP</title><link>https://a.id/1?utm_source=rss</link><description>&lt;p&gt;Rawan &lt;b&gt;tinggi&lt;/b&gt;&lt;/p&gt;</description>
<pubDate>Sat, 06 Jan 2024 10:00:00 +0700</pubDate></item><item><title>tanpa alamat</title></item></channel></rss>"""
RSS1 = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel/><item><title>Peta &amp; IKP</title><link>/1</link><description>Rawan tinggi</description></item></rdf:RDF>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Peta &amp; IKP</title><link rel="self" href="/x"/><link href="/1"/>
<summary>Rawan tinggi</summary><updated>2024-01-06T03:00:00Z</updated></entry></feed>"""
BROKEN = RSS2.replace(b"</item><item>", b"</item><b><item>")


@pytest.mark.parametrize("body", [RSS2, RSS1, ATOM, BROKEN])
def test_feeds_of_all_kinds(body: bytes) -> None:
    (lead,) = feed_leads(body, BASE).leads
    assert (lead.url, lead.title, lead.summary) == ("https://a.id/1", "Peta & IKP", "Rawan tinggi")


def test_entities_are_not_expanded_and_files_not_read() -> None:
    body = b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><item><link>https://a.id/1</link><title>A &x; B</title></item></rss>'
    assert [lead.title.split() for lead in feed_leads(body, BASE).leads] == [["A", "&x;", "B"]]


MAP = b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.id/1</loc><lastmod>2024-01-06</lastmod></url></urlset>'
MAPS = b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://a.id/m.xml.gz</loc></sitemap></sitemapindex>'


@pytest.mark.parametrize("body", [MAP, gzip.compress(MAP)])
def test_sitemaps_packed_or_not(body: bytes) -> None:
    (lead,) = sitemap_leads(body, BASE).leads
    assert lead.url == "https://a.id/1"
    assert lead.modified is not None
    assert lead.modified.isoformat() == "2024-01-06T00:00:00+00:00"


def test_an_index_of_sitemaps_leads_to_further_ones() -> None:
    assert sitemap_leads(MAPS, BASE) == IndexPage(further=(Lead(url="https://a.id/m.xml.gz"),))


def test_a_listing_is_read_by_its_selectors() -> None:
    body = b"""<div class=m><li><h3>Satu</h3><a href="">x</a><a href="1.html">baca</a></li><li><a href=mailto:x@a.id>x</a></li>
    <li><a href=2.html>Dua</a></li><li><a href=2.html>Dua</a></li></div><a rel=next href="?page=2">Lagi</a>"""
    page = listing_leads(body, "https://a.id/b/", Selectors(items="li", title="h3", next="a[rel=next]"))
    assert [(lead.url, lead.title) for lead in page.leads] == [
        ("https://a.id/b/1.html", "Satu"),
        ("https://a.id/b/2.html", "Dua"),
    ]
    assert page.further == (Lead(url="https://a.id/b/?page=2"),)


def test_wordpress_answers_with_posts() -> None:
    body = b'[{"link": "https://a.id/1", "title": {"rendered": "Peta &amp; IKP"}, "excerpt": {"rendered": "<p>Rawan</p>"}, "modified_gmt": "2024-01-06T03:00:00"}]'
    (lead,) = wordpress_leads(body, BASE).leads
    assert (lead.title, lead.summary) == ("Peta & IKP", "Rawan")
    assert lead.modified is not None
    assert lead.modified.isoformat() == "2024-01-06T03:00:00+00:00"


NO_INDEX: list[tuple[Callable[[bytes, str], IndexPage], bytes]] = [
    (feed_leads, b""),
    (feed_leads, b"<html><body>login</body></html>"),
    (sitemap_leads, RSS2),
    (sitemap_leads, b"\x1f\x8b cut off"),
    (sitemap_leads, gzip.compress(MAP)[:-12]),
    (wordpress_leads, b'{"code": "rest_disabled"}'),
    (wordpress_leads, b"<html>"),
]


@pytest.mark.parametrize(("read", "body"), NO_INDEX)
def test_what_is_no_index_is_refused(read: Callable[[bytes, str], IndexPage], body: bytes) -> None:
    with pytest.raises(NotAnIndexError):
        read(body, BASE)


@pytest.mark.parametrize("selector", ["li[", ":nosuch", "a::before b"])
def test_a_selector_that_is_none_is_refused(selector: str) -> None:
    with pytest.raises(NotAnIndexError):
        listing_leads(b"<li>x</li>", BASE, Selectors(items=selector))


WANTED = [
    (("IKP",), (), "Skor ikp 2024", True),
    (("IKP",), (), "Cuaca", False),
    (("IKP",), ("cuaca",), "IKP dan Cuaca", False),
    (("IKP",), (), "SIKPA dan IKPP", False),  # words are whole
    (("kerawanan",), (), "Tingginya kerawanannya", True),  # but for an ending
    (("kerawanan pemilu",), (), "Kerawanan-Pemilu 2024", True),
    ((), ("IKP",), "Rapat SIKPA", True),
    ((), (), "Cuaca", True),
    (("kerawanan pemilu",), (), "", True),  # in the address
]


@pytest.mark.parametrize(("words", "without", "title", "expected"), WANTED)
def test_words_choose(words: tuple[str, ...], without: tuple[str, ...], title: str, *, expected: bool) -> None:
    url = "https://a.id/kerawanan-pemilu" if not title else "https://a.id/1"
    source = Descriptor(name="a", kind="feed", words=words, without=without)
    assert wanted(Lead(url=url, title=title), source) is expected


PAGE = "<html><head><meta name=t content=%s></head><body><nav>%s</nav><p>Skor 77,7</p><table><tr><td>%s</td></tr></table></body></html>"
COSMETIC = [
    ("1", "a", "Lebak", True),
    ("2", "b", "Lebak", True),
    ("1", "a", "Serang", False),
]


@pytest.mark.parametrize(("token", "menu", "cell", "same"), COSMETIC)
def test_only_what_is_read_makes_a_version(token: str, menu: str, cell: str, *, same: bool) -> None:
    one = content_key((PAGE % ("1", "a", "Lebak")).encode(), "text/html")
    assert (content_key((PAGE % (token, menu, cell)).encode(), "text/html") == one) is same


BY_ITSELF = [
    ("<div>Minggu, 29 November 2026</div>", "<div>Senin, 30 November 2026</div>"),
    ("<span>29/11/2026 08:15 WIB</span>", "<span>30/11/2026 20:15:09 WIB</span>"),
    ("<p>Oleh Humas | Dibaca 11 kali</p>", "<p>Oleh Humas | Dibaca 1.204 kali</p>"),
    ("<b>Views: 3</b>", "<b>Views: 1,2 rb</b>"),
    ("<b>17 komentar</b>", "<b>18 komentar</b>"),
    ("<b>2 menit lalu</b>", "<b>1 hari yang lalu</b>"),
    ("<p>Humas - 2 jam yang lalu</p>", "<p>Humas - 3 jam yang lalu</p>"),
    ("<div>Dibaca <b>11</b> kali</div>", "<div>Dibaca <b>12</b> kali</div>"),
    ("<p>Berita ini telah dibaca sebanyak 11 kali</p>", "<p>Berita ini telah dibaca sebanyak 12 kali</p>"),
]


@pytest.mark.parametrize(("one", "two"), BY_ITSELF)
def test_what_changes_by_itself_makes_no_version(one: str, two: str) -> None:
    keys = {content_key(f"{text}<p>Skor 77,7</p>".encode(), "text/html") for text in (one, two)}
    assert len(keys) == 1


@pytest.mark.parametrize(
    "text", ["1." * 50_000, "views " + "1," * 50_000, "a " * 50_000, "<div>" * 200 + "1 " * 50_000]
)
def test_a_hostile_page_is_compared_in_time(text: str) -> None:
    begin = time.process_time()
    content_key(f"<p>{text}</p>".encode(), "text/html")
    assert time.process_time() - begin < 5, "it takes milliseconds; a quadratic pattern would take minutes"


CHANGED = [
    ("<p>Rilis tanggal 29 November 2026 di Serang</p>", "<p>Rilis tanggal 30 November 2026 di Serang</p>"),
    ("<td>29,11</td>", "<td>29,12</td>"),
    ("<p>Skor dilihat 77 dari 100</p>", "<p>Skor dilihat 78 dari 100</p>"),
    ("<p>12 kabupaten</p>", "<p>13 kabupaten</p>"),
    ("<p>Skor 77,1.</p></article><h3>Komentar</h3>", "<p>Skor 88,2.</p></article><h3>Komentar</h3>"),
    ("<table><td>77,1</table><div>Share</div>", "<table><td>88,2</table><div>Share</div>"),
    ("<div>Dibaca: </div><table><td>77,1</table>", "<div>Dibaca: </div><table><td>88,2</table>"),
    ("<p>skor 77,1 dilihat dari dimensi sosial</p>", "<p>skor 88,2 dilihat dari dimensi sosial</p>"),
    ("<a>Isi</a><form><table><td>77,1</table></form>", "<a>Isi</a><form><table><td>88,2</table></form>"),
    ("<a>Isi</a><form><p>Skor 77,1</p></form>", "<a>Isi</a><form><p>Skor 88,2</p></form>"),
    ("<p>A</p><div hidden><table><td>77,1</table></div>", "<p>A</p><div hidden><table><td>88,2</table></div>"),
    (f"<p>A</p>{'<div>' * 1000}77,1", f"<p>A</p>{'<div>' * 1000}88,2"),
    (f"<p>A</p>{'<b>' * 5000}77,1", f"<p>A</p>{'<b>' * 5000}88,2"),
    ("<p>Sejak 2 tahun lalu 3 kabupaten rawan tinggi</p>", "<p>Sejak 3 tahun lalu 3 kabupaten rawan tinggi</p>"),
]


@pytest.mark.parametrize(("one", "two"), CHANGED)
def test_what_people_changed_makes_a_version(one: str, two: str) -> None:
    assert content_key(one.encode(), "text/html") != content_key(two.encode(), "text/html")


HIDDEN = [
    "<div hidden>x</div>",
    '<div style="display: none">x</div>',
    "<!-- x -->",
    "<iframe>x</iframe>",
    "<script>x</script>",
]


@pytest.mark.parametrize("more", HIDDEN)
def test_what_is_hidden_is_not_read(more: str) -> None:
    assert content_key(f"<p>A</p>{more}<p>B</p>".encode(), "text/html") == content_key(
        b"<p>A</p><p>B</p>", "text/html"
    )


def test_what_follows_hidden_elements_is_read() -> None:
    assert content_key(b"<p>A<script>x</script>B</p>", "text/html") != content_key(b"<p>A</p>", "text/html")
