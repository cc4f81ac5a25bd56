"""Nothing that a person typed, and no filter that they chose, is lost on the way."""

from __future__ import annotations

import html
import re
from urllib.parse import quote

import pytest

from pipeline.jobs.desk import Desk
from pipeline.review.queue import Filter, QueueItem
from pipeline.web.queue_pages import PAGE
from pipeline.web.site import item_path
from web_app.bench import Crowd, Visitor, waiting

TYPED = {"reason": "quoted", "note": "see <page> 4"}


def scored(visitor: Visitor) -> QueueItem:
    """Return a score that may be accepted as it is."""
    return next(one for one in visitor.desk.queue(Filter(type="score", kind="held")) if one.finding.region_code)


# --- what was typed ---


def test_reason_and_remark_stay_after_a_refusal(visitor: Visitor) -> None:
    page = visitor.say(scored(visitor), "edit", **{"field.score": "x", **TYPED})
    assert page.status_code == 422
    assert '<option value="quoted" selected>' in page.text
    assert "see &lt;page&gt; 4</textarea>" in page.text


def test_reason_and_remark_stay_where_a_colleague_was_first(visitor: Visitor) -> None:
    item = scored(visitor)
    Visitor(visitor.desk, actor="Siti").say(item, "reject")
    same = {"field.score": str(item.item.shown.score)}
    page = visitor.say(item, "accept", **same, **TYPED)
    assert page.status_code == 409
    assert "Siti rejected this meanwhile" in page.text
    assert '<details class="edit" id="edit" open>' in page.text
    assert '<option value="quoted" selected>' in page.text
    assert "see &lt;page&gt; 4</textarea>" in page.text


@pytest.mark.parametrize("act", ["accept", "reject", "defer"])
def test_no_button_but_save_takes_changed_fields(visitor: Visitor, act: str) -> None:
    item, before = scored(visitor), visitor.desk.log
    page = visitor.say(item, act, **{"field.score": "1"})
    assert page.status_code == 422
    assert "You have changed fields" in page.text
    assert visitor.desk.log == before


def test_choosing_a_candidate_takes_remark_and_changed_fields_along(visitor: Visitor) -> None:
    item = waiting(visitor.desk, file="kembar.txt")
    page = visitor.page(item_path(item.key))
    form = page.partition('id="decide"')[2].partition("</form>")[0]
    assert 'value="option-2"' in form
    assert form.index('value="edit"') < form.index('value="option-1"')  # Enter in a field saves
    option = visitor.desk.options(item)[1]
    typed = {"field.score": "51,25", "field.region_code": "", "field.edition": "ikp_2024", **TYPED}
    assert visitor.say(item, "option-2", **typed).status_code == 303
    shown = visitor.now(item).item.shown
    assert (shown.region_code, str(shown.score)) == (option.value, "51.25")
    assert {(line.reason, line.note) for line in visitor.desk.log[-2:]} == {("quoted", "see <page> 4")}


def test_fields_that_were_not_sent_stay_as_they_are(visitor: Visitor) -> None:
    item = scored(visitor)
    assert visitor.say(item, "edit", **{"field.score": "12.34"}).status_code == 303
    shown = visitor.now(item).item.shown
    assert (str(shown.score), shown.edition) == ("12.34", item.finding.edition)


def test_another_language_shows_the_form_again(visitor: Visitor) -> None:
    item = scored(visitor)
    page = visitor.post(
        f"{item_path(item.key)}?kind=held", act="edit", mark=item.item.mark, **{"field.score": "x"}
    )
    to = re.search(r'name="to" value="([^"]*)"', page.text)
    assert to is not None
    assert '<details class="edit" id="edit" open>' in visitor.page(html.unescape(to[1]))
    assert "kind=held" in to[1]


def test_a_refusal_can_take_the_focus(visitor: Visitor) -> None:
    item = scored(visitor)
    page = visitor.say(item, "nothing").text
    assert 'id="trouble" role="alert" tabindex="-1" data-trouble' in page
    page = visitor.say(item, "edit", **{"field.score": "x"}).text
    assert "data-trouble" not in page, "the field takes it"
    assert page.count("data-focus") == 1


# --- what is said of it ---


def test_what_is_said_is_how_it_stands_afterwards(visitor: Visitor) -> None:
    item = waiting(visitor.desk, file="kembar.txt")
    response = visitor.say(item, "option-2")
    name = visitor.desk.options(item)[1].name
    assert f"Corrected: {name} · " in visitor.page(response.headers["location"])


def test_the_absurd_candidate_is_none(visitor: Visitor) -> None:
    item, before = waiting(visitor.desk, file="kembar.txt"), visitor.desk.log
    for number in ("9" * 5000, "²", "01", "-1", "0"):
        assert visitor.say(item, f"option-{number}").status_code == 422
    assert visitor.desk.log == before


# --- the filter ---


def test_undoing_keeps_the_filter(visitor: Visitor) -> None:
    item = scored(visitor)
    visitor.say(item, "reject")
    response = visitor.post("/undo", to="/item/x?type=score&kind=held&edit=1")
    assert response.headers["location"] == f"{item_path(item.key)}?type=score&kind=held"


def test_undoing_the_withdrawal_of_what_lost_its_words_leads_to_it(visitor: Visitor) -> None:
    item = waiting(visitor.desk, kind="orphan")
    visitor.say(item, "withdraw")
    assert visitor.desk.queue(Filter(kind="orphan")) == ()
    response = visitor.post("/undo", to="/?kind=orphan")
    assert response.headers["location"] == f"{item_path(item.key)}?kind=orphan"
    assert "it is open again" in visitor.page(response.headers["location"])


def test_the_way_back_leads_to_the_page_of_the_item(original: Desk) -> None:
    crowd = Crowd(corpus=original.corpus, out=original.out)
    crowd.fill(PAGE + 1)
    visitor = Visitor(crowd)
    assert f'<a href="/?page=2">{PAGE + 1} of {PAGE + 1}</a>' in visitor.page(item_path(crowd.crowd[-1].key))
    assert f'<a href="/">{PAGE} of {PAGE + 1}</a>' in visitor.page(item_path(crowd.crowd[-2].key))


# --- what cannot be said is not offered ---


def test_without_a_region_accepting_is_not_offered(reader: Visitor) -> None:
    lost = waiting(reader.desk, file="kembar.txt")
    assert 'value="accept"' not in reader.page(item_path(lost.key))
    assert 'value="accept"' in reader.page(item_path(scored(reader).key))
    for group in reader.desk.groups(Filter()):
        page = reader.page(f"/group?pattern={quote(group.pattern)}")
        placed = group.outlier.finding.region_code is not None
        assert (f"Accept all {group.count}" in page, 'data-key="g"' in page) == (placed, placed)
        assert f"Reject all {group.count}" in page


# --- regions as people write them ---


@pytest.mark.parametrize("typed", ["36.73 Kota Serang", "3673", "36 73", "kota  serang", "KOTA SERANG"])
def test_a_region_is_taken_as_people_write_it(visitor: Visitor, typed: str) -> None:
    item = waiting(visitor.desk, file="kembar.txt")
    fields = {"field.region_code": typed, "field.score": "51.20", "field.edition": "ikp_2024"}
    assert visitor.say(item, "edit", **fields).status_code == 303
    assert visitor.now(item).item.shown.region_code == "36.73"


def test_a_name_of_several_regions_is_refused_with_all_of_them(visitor: Visitor) -> None:
    item = waiting(visitor.desk, file="kembar.txt")
    page = visitor.say(item, "edit", **{"field.region_code": "Serang"})
    assert page.status_code == 422
    assert "“Serang” may be Kabupaten Serang (36.04), Kota Serang (36.73)" in page.text
    address = visitor.post("/alias", kind="region", phrase="Serang", means="serang").headers["location"]
    assert "“serang” may be Kabupaten Serang (36.04), Kota Serang (36.73)" in visitor.get(address).text


def test_the_filter_takes_names_and_says_what_it_does_not_know(reader: Visitor) -> None:
    assert reader.page("/?region=kab.+lebak").count('<li class="row">') == len(
        reader.desk.queue(Filter(region="36.02"))
    )
    assert "No region is called “Atlantis”." in reader.page("/?region=Atlantis")
    page = reader.page("/?region=Serang")
    assert "“Serang” may be" in page
    assert ">Kabupaten Serang (36.04)</a>, " in page
    assert "Region: code or name" in reader.page("/")
