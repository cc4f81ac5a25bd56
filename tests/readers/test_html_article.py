"""What is the article and what stands around it, on pages built as news sites build theirs."""

from __future__ import annotations

import pytest

from pipeline.readers import read

FIRST = "Bawaslu Provinsi Alfa mengumumkan peta kerawanan seluruh kabupaten dan kota di kantornya, Senin (6/5)."
SECOND = "Ketua Bawaslu Alfa menyebut pembagian itu disusun dari laporan yang masuk sampai akhir bulan April."
THIRD = "Ia meminta jajaran pengawas di tingkat kecamatan memperhatikan daerah yang masuk kelompok teratas."
ITEMS = ("Kabupaten Beta", "Kota Beta", "Kabupaten Gama", "Kota Delta")
LIST = "<ul>" + "".join(f"<li>{name}</li>" for name in ITEMS) + "</ul>"
RELATED = "<ul><li><a href='/x'>Kabupaten Beta Bangun Jembatan Baru Senilai Dua Miliar</a></li></ul>"

WORDPRESS = f"""<html><body class="single single-post widget-area tag-ikp">
<div id="menu"><a href="/">Kota Delta</a></div>
<article class="post type-post category-politik tag-bawaslu"><header><h1>Peta Kerawanan Alfa</h1></header>
<div class="entry-content tag-ikp"><p>{FIRST}</p><p>{SECOND}</p>
<div class="inline-related"><span>Jangan lewatkan</span> <b>Kota Delta bersolek</b></div>
<h2>Rawan tinggi</h2>{LIST}<figure class="wp-block-table"><table><tr><td>Beta</td><td>41,2</td></tr></table>
<figcaption>Olahan redaksi</figcaption></figure><div class="sharedaddy">Bagikan ini</div>
<p>ADVERTISEMENT</p><p>SCROLL TO CONTINUE WITH CONTENT</p><p>{THIRD}</p>
<div class="jp-relatedposts"><h3>Pilihan</h3><p>Kota Gama menang lagi</p></div></div></article>
<div id="comments"><ol><li>Kota Beta aman saja</li></ol></div>
<footer><p>Redaksi Alfa</p></footer></body></html>"""

OLD_PORTAL = f"""<html><body><table width="100%"><tr>
<td><a href="1">Kota Beta</a><br><a href="2">Kota Delta</a></td>
<td><font size="4">Peta Kerawanan Alfa</font><p>{FIRST}<br>{SECOND}</p><p><b>Rawan tinggi</b></p>
{LIST}<div id="iklan1">Pasang spanduk di sini</div><p>{THIRD}</p>
<p><a href="9">Baca juga: Kota Delta bersolek</a></p></td>
<td><b>Jajak pendapat</b><br>Siapa pilihan Anda?
<table><tr><td>USD</td><td>15.598</td></tr></table></td></tr></table></body></html>"""

ENDS_WITH_THE_LIST = f"""<html><body><div class="wrap"><div class="isi">
<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>
<h3>Rawan tinggi</h3>{LIST}<p class="tags">Topik: <a href="t">ikp</a></p><h3>Pilihan</h3>{RELATED}
<h3>Berita Terkait</h3><ul><li>Kota Gama menang lagi</li></ul></div><div class="kolom">
<ul><li>Kota Delta bersolek</li></ul></div></div></body></html>"""


def roles(page: str) -> dict[str, bool]:
    document = read(page.encode(), name="a.html", sha256="0" * 64)
    return {block.span.of(document.text): block.main for block in document.blocks}


@pytest.mark.parametrize(
    "page", [WORDPRESS, OLD_PORTAL, ENDS_WITH_THE_LIST], ids=["wordpress", "old", "list last"]
)
def test_a_list_of_regions_belongs_to_the_article_that_holds_it(page: str) -> None:
    found = roles(page)
    assert {words: found[words] for words in (FIRST, SECOND, THIRD, "Rawan tinggi", *ITEMS[:3])} == dict.fromkeys(
        (FIRST, SECOND, THIRD, "Rawan tinggi", *ITEMS[:3]), True
    )


@pytest.mark.parametrize(
    ("page", "outside"),
    [
        (
            WORDPRESS,
            [
                *("Jangan lewatkan Kota Delta bersolek", "Olahan redaksi", "Bagikan ini", "ADVERTISEMENT"),
                *("SCROLL TO CONTINUE WITH CONTENT", "Pilihan", "Kota Gama menang lagi", "Kota Beta aman saja"),
                "Redaksi Alfa",
            ],
        ),
        (
            OLD_PORTAL,
            [
                *("Pasang spanduk di sini", "Baca juga: Kota Delta bersolek", "Jajak pendapat"),
                "Siapa pilihan Anda?",
            ],
        ),
        (
            ENDS_WITH_THE_LIST,
            [
                *("Topik: ikp", "Pilihan", "Kabupaten Beta Bangun Jembatan Baru Senilai Dua Miliar"),
                *("Berita Terkait", "Kota Gama menang lagi", "Kota Delta bersolek"),
            ],
        ),
    ],
    ids=["wordpress", "old", "list last"],
)
def test_furniture_stays_outside(page: str, outside: list[str]) -> None:
    found = roles(page)
    assert {words: found[words] for words in outside} == dict.fromkeys(outside, False)


def test_a_table_among_the_paragraphs_belongs_to_the_article() -> None:
    assert roles(WORDPRESS)["Beta\t41,2"]


def test_a_menu_with_the_names_of_the_list_is_no_article() -> None:
    document = read(OLD_PORTAL.encode(), name="a.html", sha256="0" * 64)
    seen = [block.main for block in document.blocks if block.span.of(document.text) == "Kota Beta"]
    assert seen == [False, True]


def test_linked_region_names_are_kept_and_linked_headlines_are_not() -> None:
    linked = "".join(f"<li><a href='/tag'>{name}</a></li>" for name in ITEMS)
    found = roles(
        f"<html><body><div><p>{FIRST}</p><p>{SECOND}</p><ul>{linked}</ul>{RELATED}<p>{THIRD}</p></div></body></html>"
    )
    assert [found[name] for name in ITEMS] == [True] * 4
    assert not found["Kabupaten Beta Bangun Jembatan Baru Senilai Dua Miliar"]


def test_a_headline_linked_in_an_article_too_short_to_be_found_is_outside() -> None:
    comments = "".join(f"<p>Komentar {n}: semoga pemilihan berjalan aman dan damai.</p>" for n in range(12))
    link = "<div><a href='/x'>Kabupaten Beta Bangun Jembatan Baru Senilai Dua Miliar</a></div>"
    found = roles(
        f"<html><body><div><p>{FIRST}</p>{link}<p>Kabupaten Beta memperoleh skor 41,2.</p></div>"
        f"<div id='comments'>{comments}</div></body></html>"
    )
    assert found["Kabupaten Beta memperoleh skor 41,2."]
    assert not found["Kabupaten Beta Bangun Jembatan Baru Senilai Dua Miliar"]


def test_an_advertisement_is_no_heading() -> None:
    document = read(WORDPRESS.encode(), name="a.html", sha256="0" * 64)
    kinds = {block.span.of(document.text): block.kind for block in document.blocks}
    assert kinds["ADVERTISEMENT"] == kinds["SCROLL TO CONTINUE WITH CONTENT"] == "paragraph"
