"""What the pages show, and what becomes of what a person says there."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path
from typing import get_args
from urllib.parse import urlencode

import pytest

from pipeline.jobs.desk import Desk
from pipeline.review.queue import Filter, Kind
from pipeline.web.queue_pages import PAGE, query_of, wanted_of
from pipeline.web.site import item_path
from pipeline.web.words import phrase_in
from web_app.bench import Crowd, Visitor, copy_of, waiting


def text_of(page: str) -> str:
    """Return the words of a page."""
    return " ".join(
        html.unescape(re.sub(r"<[^>]*>", " ", page.partition("<main")[2].partition("</main>")[0])).split()
    )


def rows(page: str) -> list[str]:
    return re.findall(r'<li class="row">\s*<a href="([^"]*)"', page)


# --- the queue ---


def test_the_queue_shows_what_waits_worst_first(reader: Visitor) -> None:
    page = reader.page("/")
    wanted = [item_path(item.key) for item in reader.desk.queue(Filter())]
    assert rows(page) == wanted[:PAGE]
    assert f"{len(wanted)} items, worst first" in page


def test_filters_narrow_the_queue_and_stay_on_the_way(reader: Visitor) -> None:
    page = reader.page("/?type=score&kind=held")
    found = reader.desk.queue(Filter(type="score", kind="held"))
    assert rows(page) == [f"{item_path(item.key)}?type=score&amp;kind=held" for item in found][:PAGE]
    item = reader.page(f"{item_path(found[0].key)}?type=score&kind=held")
    assert f'{item_path(found[1].key)}?type=score&amp;kind=held" data-key="j"' in item


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(),
        Filter(region="36", type="score", text="a b"),
        Filter(deferred=True, pattern="held|x", document="ü.txt"),
    ],
)
def test_a_filter_survives_an_address(wanted: Filter) -> None:
    assert wanted_of(query_of(wanted)) == wanted


def test_the_queue_comes_in_pages(original: Desk) -> None:
    crowd = Crowd(corpus=original.corpus, out=original.out)
    crowd.fill(2 * PAGE + 3)
    visitor = Visitor(crowd)
    seen = [row for number in (1, 2, 3) for row in rows(visitor.page(f"/?page={number}"))]
    assert len(set(seen)) == 2 * PAGE + 3
    for odd in ("0", "99", "-1", "x", "1" * 20):
        assert visitor.get(f"/?page={odd}").status_code == 200


def test_an_empty_queue_says_so(original: Desk) -> None:
    crowd = Crowd(corpus=original.corpus, out=original.out)
    crowd.fill(0)
    assert "Nothing waits." in Visitor(crowd).page("/")


def test_orphans_are_a_filter(reader: Visitor) -> None:
    assert reader.get("/orphans").headers["location"] == "/?kind=orphan"
    assert "lost its words" in reader.page("/?kind=orphan")


# --- an item ---


def test_an_item_shows_all_that_is_known_of_it(reader: Visitor) -> None:
    item = waiting(reader.desk, file="kembar.txt")
    page = reader.page(item_path(item.key))
    words = text_of(page)
    assert '<mark class="now" id="here">' in page
    for said in (
        item.item.file,
        item.finding.raw,
        item.value,
        "Kota Serang",
        "Kabupaten Serang",
        item.finding.rule,
    ):
        assert said in words
    assert 'value="option-1" data-key="1"' in page
    assert page.count('class="found"') > 0


def test_what_is_asked_again_stands_beside_what_was_decided(reader: Visitor) -> None:
    item = waiting(reader.desk, kind="asked again")
    words = text_of(reader.page(item_path(item.key)))
    for said in (
        "As decided",
        "72.11",
        "71.30",
        "Kabupaten Lebak dengan skor 72,10",
        "Kabupaten Lebak dengan skor 71,30",
    ):
        assert said in words
    assert "Siti corrected" in words
    assert "Checked against the original" in words
    assert "a new version of the document" in words


def test_an_orphan_shows_the_words_that_were_decided(reader: Visitor) -> None:
    item = waiting(reader.desk, kind="orphan")
    page = reader.page(item_path(item.key))
    assert "Kota Cilegon dengan skor 50,20" in text_of(page)
    assert re.findall(r'name="act" value="([^"]*)"', page) == ["withdraw"]


def test_a_page_of_a_pdf_is_shown_as_a_picture_with_its_text(reader: Visitor) -> None:
    item = waiting(reader.desk, file=".pdf")
    page = reader.page(item_path(item.key))
    found = re.search(r'<img src="([^"]*)" alt="([^"]*)" data-at="([\d.]*)"', page)
    assert found is not None
    assert "Page 1" in found[2]
    assert 0 <= float(found[3]) <= 1
    picture = reader.get(html.unescape(found[1]))
    assert (picture.headers["content-type"], picture.content[:8]) == ("image/png", b"\x89PNG\r\n\x1a\n")
    assert '<mark class="now"' in page


def test_tables_are_tables(reader: Visitor) -> None:
    page = reader.page(item_path(waiting(reader.desk, file="nasional-peringkat-provinsi.html").key))
    assert re.search(r"<td>.*Kalimantan Timur.*</td>", page)
    assert page.count("<tr") > 20


def test_what_does_not_exist_is_not_found(reader: Visitor) -> None:
    for path in ("/item/none", "/document/none", "/region/99.99", "/nowhere", "/item/"):
        response = reader.get(path)
        assert response.status_code == 404
        assert 'href="/"' in response.text
    assert reader.get("/group?pattern=none").status_code == 303


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_asks_its_question_and_offers_what_can_be_said(
    original: Desk, kind: Kind, language: str
) -> None:
    crowd = Crowd(corpus=original.corpus, out=original.out)
    crowd.fill(1)
    crowd.crowd = (replace(crowd.crowd[0], kind=kind, why="rule table.row 2 -> table.row 3", cause="rule"),)
    page = Visitor(crowd).get(item_path(crowd.crowd[0].key), accept_language=language).text
    acts = dict(re.findall(r'name="act" value="([a-z]+)"[^>]*data-key="([axdw])"', page))
    if kind == "orphan":
        assert acts == {"withdraw": "w"}
    else:
        assert {**acts, "withdraw": "w"} == {
            "accept": "a", "keep" if kind == "proposal" else "reject": "x", "defer": "d", "withdraw": "w",
        }  # fmt: skip
    assert phrase_in("en" if language == "en" else "id")(f"kind.{kind}") in text_of(page)


# --- deciding ---


def test_accepting_writes_it_down_and_leads_to_the_next(visitor: Visitor) -> None:
    first, second = visitor.desk.queue(Filter(kind="held"))[:2]
    response = visitor.post(f"{item_path(first.key)}?kind=held", act="accept", mark=first.item.mark)
    assert response.headers["location"] == f"{item_path(second.key)}?kind=held"
    assert (visitor.last().verb, visitor.last().actor, visitor.last().finding_id) == (
        "accept",
        "Budi",
        first.item.machine.id,
    )
    page = visitor.page(response.headers["location"])
    assert re.search(r'role="status" aria-live="polite" id="said">Accepted: ', page)
    assert "Accepted" not in visitor.page(response.headers["location"])  # it is said once


def test_the_last_one_leads_back_to_the_queue(visitor: Visitor) -> None:
    item = waiting(visitor.desk, kind="asked again")
    response = visitor.post(f"{item_path(item.key)}?kind=asked+again", act="accept", mark=item.item.mark)
    assert response.headers["location"] == "/?kind=asked+again"
    assert "Nothing waits under this filter" in visitor.page(response.headers["location"])


@pytest.mark.parametrize("act", ["reject", "defer"])
def test_each_button_does_what_it_says(visitor: Visitor, act: str) -> None:
    item = waiting(visitor.desk)
    assert visitor.say(item, act, note="a remark").status_code == 303
    assert (visitor.last().verb, visitor.last().note) == (act, "a remark")
    assert visitor.now(item).key not in {one.key for one in visitor.desk.queue(Filter())}


def test_a_decision_is_withdrawn(visitor: Visitor) -> None:
    item = waiting(visitor.desk, kind="orphan")
    assert visitor.say(item, "withdraw").status_code == 303
    assert visitor.last().verb == "withdraw"


def test_a_candidate_is_chosen_by_its_number(visitor: Visitor) -> None:
    item = waiting(visitor.desk, file="kembar.txt")
    option = visitor.desk.options(item)[1]
    assert visitor.say(item, "option-2").status_code == 303
    assert visitor.now(item).item.shown.region_code == option.value
    assert visitor.say(visitor.now(item), "option-9").status_code == 422


def test_fields_are_corrected(visitor: Visitor) -> None:
    item = waiting(visitor.desk, file="kembar.txt")
    fields = {
        "field.region_code": "kota serang",
        "field.score": "51,21",
        "field.edition": "ikp_2024",
        "reason": "misread",
    }
    assert visitor.say(item, "edit", **fields).status_code == 303
    shown = visitor.now(item).item.shown
    assert (shown.region_code, str(shown.score)) == ("36.73", "51.21")
    assert {line.reason for line in visitor.desk.log[-2:]} == {"misread"}


def test_what_cannot_be_is_told_and_what_was_typed_stays(visitor: Visitor) -> None:
    item, before = waiting(visitor.desk, file="kembar.txt"), visitor.desk.log
    response = visitor.say(item, "edit", **{"field.score": "<much>", "field.region_code": "36.73"})
    assert response.status_code == 422
    assert "“&lt;much&gt;” is no valid entry for: Score." in response.text
    assert 'name="field.score" value="&lt;much&gt;"' in response.text
    assert '<details class="edit" id="edit" open>' in response.text
    assert visitor.desk.log == before


def test_typed_corrections_are_not_lost_by_the_wrong_button(visitor: Visitor) -> None:
    item = next(one for one in visitor.desk.queue(Filter(type="score")) if one.finding.region_code)
    assert "You have changed fields" in visitor.say(item, "accept", **{"field.score": "1"}).text
    same = {"field.score": f" {item.item.shown.score} "}
    assert visitor.say(item, "accept", **same).status_code == 303


def test_without_a_region_nothing_is_accepted(visitor: Visitor) -> None:
    response = visitor.say(waiting(visitor.desk, file="kembar.txt"), "accept")
    assert response.status_code == 422
    assert "It has no region" in response.text


def test_who_comes_second_is_told(visitor: Visitor) -> None:
    item = waiting(visitor.desk)
    Visitor(visitor.desk, actor="Siti").say(item, "reject")
    before = visitor.desk.log
    response = visitor.say(item, "accept")
    assert response.status_code == 409
    assert "Siti rejected this meanwhile" in response.text
    assert visitor.desk.log == before


def test_an_unknown_button_does_nothing(visitor: Visitor) -> None:
    item, before = waiting(visitor.desk, kind="held"), visitor.desk.log
    for act in ("", "keep", "withdraw", "delete", "option-", "option-0", "edit "):
        assert visitor.say(item, act).status_code == 422
    assert visitor.desk.log == before


def test_a_decision_is_undone(visitor: Visitor) -> None:
    item = waiting(visitor.desk)
    visitor.say(item, "reject")
    response = visitor.post("/undo", to="/")
    assert response.headers["location"] == item_path(item.key)
    assert "it is open again" in visitor.page(response.headers["location"])
    assert visitor.now(item).pending
    nothing = visitor.post("/undo", to="/decisions")
    assert nothing.headers["location"] == "/decisions"
    assert "nothing that is left to undo" in visitor.page("/decisions")


def test_a_colleague_sees_what_is_open(visitor: Visitor) -> None:
    item = waiting(visitor.desk)
    siti = Visitor(visitor.desk, actor="Siti")
    siti.page(item_path(item.key))
    assert "Siti has this open" in visitor.page(item_path(item.key))
    assert "Siti has this open" in visitor.page("/")
    assert "has this open" not in siti.page("/")


# --- groups ---


def test_a_group_is_seen_before_it_is_decided(visitor: Visitor) -> None:
    group = next(one for one in visitor.desk.groups(Filter()) if one.outlier.finding.region_code)
    page = visitor.page(f"/group?pattern={group.pattern}")
    assert rows(page)[0] == f"{item_path(group.outlier.key)}?pattern={html.escape(_quoted(group.pattern))}"
    assert f"Accept all {group.count}" in page
    digest = re.search(r'name="digest" value="(\w+)"', page)
    assert digest is not None
    response = visitor.post("/group", pattern=group.pattern, digest=digest[1], act="accept")
    assert response.headers["location"] == "/"
    assert f"Accepted at once: {group.count} findings" in visitor.page("/")
    assert len({line.batch for line in visitor.desk.log[-group.count :]}) == 1
    assert visitor.desk.queue(Filter(pattern=group.pattern)) == ()
    again = visitor.post("/group", pattern=group.pattern, digest=digest[1], act="accept")
    assert again.status_code == 404


def _quoted(text: str) -> str:
    return urlencode({"pattern": text}).partition("=")[2]


def test_a_group_that_changed_is_shown_again(visitor: Visitor) -> None:
    group = next(one for one in visitor.desk.groups(Filter()) if one.outlier.finding.region_code)
    before = visitor.desk.log
    response = visitor.post("/group", pattern=group.pattern, digest="0" * 16, act="accept")
    assert response.status_code == 409
    assert "no longer what was shown" in response.text
    assert visitor.post("/group", pattern=group.pattern, digest="", act="delete").status_code == 404
    assert visitor.desk.log == before


# --- the other pages ---


def test_a_region_leads_to_every_finding_behind_its_values(reader: Visitor) -> None:
    page = reader.page("/region/36.01")
    assert "77.73" in text_of(page)
    links = re.findall(r'href="(/item/[^"?]*)"', page)
    assert links
    assert all(reader.get(path).status_code == 200 for path in dict.fromkeys(links))


def test_the_log_is_shown_newest_first_and_by_person(visitor: Visitor) -> None:
    visitor.say(waiting(visitor.desk), "reject")
    page = visitor.page("/decisions")
    assert text_of(page).index("Budi rejected") < text_of(page).index("Siti")
    assert "Budi rejected" not in visitor.page("/decisions?actor=Siti")
    visitor.post("/undo", to="/")
    assert "undone" in text_of(visitor.page("/decisions"))


def test_changes_stand_by_cause(reader: Visitor) -> None:
    words = text_of(reader.page("/changes"))
    assert "Document" in words
    assert "lebak.txt" in words


def test_a_document_shows_all_of_its_findings(reader: Visitor) -> None:
    item = waiting(reader.desk, file="nasional-peringkat-provinsi.html")
    page = reader.page(f"/document/{item.sha256}?at={item.key}")
    assert len(rows(page)) == len(reader.desk.findings_in(item.sha256))
    assert '<mark class="now" id="here">' in page


# --- names and languages ---


def test_a_name_is_asked_for_and_stands_beside_decisions(original: Desk, tmp_path: Path) -> None:
    visitor = Visitor(copy_of(original, tmp_path), actor=None)
    item = waiting(visitor.desk)
    assert visitor.get(item_path(item.key)).headers["location"] == f"/hello?to=%2Fitem%2F{item.key}"
    assert visitor.say(item, "reject").headers["location"].startswith("/hello")
    assert visitor.post("/hello", name=" ", to="/").status_code == 422
    assert visitor.post("/hello", name="x" * 61, to="/").status_code == 422
    assert visitor.post("/hello", name="  Dewi  Lestari ", to=item_path(item.key)).headers[
        "location"
    ] == item_path(item.key)
    visitor.say(item, "reject")
    assert visitor.last().actor == "Dewi Lestari"


def test_the_language_is_the_browsers_until_one_is_chosen(visitor: Visitor) -> None:
    assert '<html lang="id">' in visitor.get("/", accept_language="id-ID,id;q=0.9").text
    assert '<html lang="en">' in visitor.page("/")
    visitor.post("/language", language="id", to="/")
    page = visitor.page("/")
    assert '<html lang="id">' in page
    assert "Yang menunggu keputusan" in page
    assert visitor.post("/language", language="xx", to="/").status_code == 303


def test_errors_speak_the_language(visitor: Visitor) -> None:
    visitor.post("/language", language="id", to="/")
    item = waiting(visitor.desk, file="kembar.txt")
    response = visitor.say(item, "edit", **{"field.score": "banyak", "field.region_code": "36.73"})
    assert "“banyak” bukan isian yang sah untuk: Skor. Isi angka 0 sampai 100." in response.text
