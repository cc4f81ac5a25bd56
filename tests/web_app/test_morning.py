"""A morning after a night: what changed is found and settled, and what was decided is published from the page."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from apart import run_here
from pipeline.dataset.changes.compared import Difference
from pipeline.jobs import alias_preview, own_aliases, stages, survey, work
from pipeline.jobs.desk import Desk
from pipeline.jobs.publication import Publication
from pipeline.reference import ProjectAlias
from pipeline.review.queue import Filter
from pipeline.storage import results, store
from pipeline.storage.files import AnyPath
from pipeline.web.site import item_path
from review.corpora import PANDEGLANG, TWICE, pending, place_in
from web_app.bench import Visitor, waiting

LINE = "{1} 20 Januari 2023 - {1} memperoleh skor {0},10 dan masuk kategori rawan tinggi dalam IKP 2024."
CORRECTED = "\n\n".join(LINE.replace("{1}", name) for name in ("Kota Kendari", "Kabupaten Kolaka", "Kota Baubau"))
ONE, OTHER = "Kota Kendari memperoleh skor 48,10", "Kota Kendari memperoleh skor 58,10"


@pytest.fixture(autouse=True)
def nearby(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (work, survey, alias_preview):
        monkeypatch.setattr(module, "run_apart", run_here)


def desk_of(folder: Path, **texts: str) -> Desk:
    """Return a desk over a few documents that were read once."""
    (folder / "corpus").mkdir()
    for name, text in texts.items():
        (folder / "corpus" / f"{name}.md").write_text(text, encoding="utf-8")
    stages.run(folder / "corpus", folder / "out", workers=1)
    return Desk(folder / "corpus", folder / "out")


def scores(desk: Desk) -> dict[str, str]:
    """Run, and return what is published."""
    stages.run(desk.corpus, desk.out, workers=1)
    desk.refresh()
    return {
        str(record.key.region_code): str(record.value("score"))
        for record in desk.dataset.records
        if record.table == "scores" and record.value("score") is not None
    }


# --- finding it ---


@pytest.mark.parametrize("text", ["kalimantan utara", "PROVINSI KALIMANTAN UTARA"])
def test_the_search_knows_the_region_that_a_row_is_about(reader: Visitor, text: str) -> None:
    found = reader.desk.queue(Filter(text=text, type="indicator"))
    assert found
    assert {item.finding.region_code for item in found} == {"65"}
    assert any("Kalimantan" not in item.finding.raw for item in found)


def test_the_search_knows_an_indicator_by_its_number(reader: Visitor) -> None:
    known = [item for item in reader.desk.queue(Filter(settled=True)) if item.finding.indicator]
    number = max(item.finding.indicator or 0 for item in known)
    for text in (f"indikator {number}", f"Indicator {number}"):
        found = reader.desk.queue(Filter(text=text, settled=True))
        assert set(found) == {item for item in known if item.finding.indicator == number}


def test_what_does_not_wait_is_found_where_it_is_asked_for(reader: Visitor) -> None:
    sure = next(item for item in reader.desk.queue(Filter(settled=True)) if not item.pending)
    query = f"document={sure.item.file}&text={sure.finding.raw[:30]}&kind=settled"
    assert item_path(sure.key) not in reader.page(f"/?{query}")
    page = reader.page(f"/?{query}&settled=1")
    assert f"{item_path(sure.key)}?" in page
    assert "that do not wait" in page
    assert "Look among what does not wait" in reader.page("/?text=nothing-like-it")


def test_what_is_superseded_is_not_offered_as_settled(reader: Visitor) -> None:
    found = reader.desk.queue(Filter(settled=True))
    sources = [reader.desk.source(item) for item in found if not item.pending]
    assert {one.document.status for one in sources if one} == {"read"}
    assert [item.pending for item in found] == sorted((item.pending for item in found), reverse=True)


def test_groups_are_of_what_waits_alone(reader: Visitor) -> None:
    assert reader.desk.groups(Filter(settled=True)) == reader.desk.groups(Filter())


def test_a_part_of_a_file_name_finds_the_document(reader: Visitor) -> None:
    found = reader.desk.queue(Filter(document="KALTARA"))
    assert {item.item.file for item in found} == {"kaltara-tps-rawan.md"}
    assert found == reader.desk.queue(Filter(document=found[0].sha256))


def test_a_name_of_two_regions_offers_both(reader: Visitor) -> None:
    page = reader.page("/?region=Serang&type=score")
    for code in ("36.04", "36.73"):
        assert f'href="/?region={code}&amp;type=score"' in page


def test_a_night_of_many_changes_is_shown(reader: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    many = tuple(
        Difference(
            kind="MOD", table="scores", key=f"Kota {number} (36.7{number}) ikp_2024", column="score",
            before="50.10", after=f"5{number}.20", cause="document", old_key="Kota Lama (36.70) ikp_2024",
        )
        for number in range(8)
    )  # fmt: skip
    monkeypatch.setattr(Desk, "changes", lambda _: (2, many))
    page = reader.page("/changes")
    assert "The largest: Kota 7 (36.77) Indeks Kerawanan Pemilu dan Pemilihan Serentak 2024" in page
    assert "was Kota Lama (36.70) Indeks Kerawanan" in page
    assert "WIB" in page


def test_what_an_issuer_corrected_is_one_question_a_document(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, kolaka=CORRECTED.format(61))
    (desk.corpus / "kolaka.md").write_text(CORRECTED.format(63), encoding="utf-8")
    scores(desk)
    (group,) = desk.groups(Filter(kind="changed"))
    assert (group.count, group.cause) == (3, "document")
    assert "kolaka.md" in Visitor(desk).page("/")


# --- who is right ---


def test_a_document_that_contradicts_itself_is_settled_by_one_button(tmp_path: Path) -> None:
    place = place_in(tmp_path, TWICE)
    place.run()
    visitor = Visitor(place.desk())
    item = pending(visitor.desk, "skor 70,10")
    page = visitor.page(item_path(item.key))
    assert "Documents disagree" in page
    assert "this same document" in page
    dispute = visitor.desk.dispute(item)
    assert dispute is not None
    assert visitor.say(item, "settle", dispute=dispute.digest).status_code == 303
    assert [(line.verb, line.after or line.before) for line in visitor.desk.log] == [
        ("accept", "70.10"),
        ("reject", "77.70"),
    ]
    assert len({line.batch for line in visitor.desk.log}) == 1, "one stroke, undone at once"
    assert visitor.desk.dispute(visitor.now(item)) is None
    assert scores(visitor.desk)[PANDEGLANG] == "70.10"
    assert "No documents disagree" in visitor.page("/conflicts")


def test_who_is_believed_is_said_and_can_be_turned(tmp_path: Path) -> None:
    day = "KENDARI, {0} Januari 2023 - {1} dan masuk kategori rawan tinggi dalam IKP 2024."
    desk = desk_of(tmp_path, a=day.format(20, ONE), b=day.format(22, OTHER))
    visitor = Visitor(desk)
    older, newer = pending(desk, ONE), pending(desk, OTHER)
    assert scores(desk)["74.71"] == "58.10"
    visitor.say(older, "accept")
    assert scores(desk)["74.71"] == "58.10", "accepting alone settles nothing"
    assert "so this one is not published" in visitor.page(item_path(older.key))
    assert "so this one is published" in visitor.page(item_path(newer.key))
    listed = visitor.page("/conflicts")
    assert item_path(older.key) in listed
    assert "The newer document is believed" in listed
    dispute = visitor.desk.dispute(visitor.now(older))
    assert dispute is not None
    visitor.say(visitor.now(older), "settle", dispute=dispute.digest)
    assert scores(desk)["74.71"] == "48.10"
    assert "score" not in {one.field for one in desk.dataset.conflicts}


def test_only_what_was_shown_is_rejected(tmp_path: Path) -> None:
    place = place_in(tmp_path, TWICE)
    place.run()
    visitor = Visitor(place.desk())
    item = pending(visitor.desk, "skor 70,10")
    response = visitor.say(item, "settle", dispute="0" * 16)
    assert response.status_code == 409
    assert "What contradicts it has changed" in response.text
    assert visitor.desk.log == ()


# --- correcting it ---


def test_the_field_that_cannot_be_is_marked(visitor: Visitor) -> None:
    item = next(one for one in visitor.desk.queue(Filter(type="score", kind="held")) if one.finding.region_code)
    page = visitor.say(item, "edit", **{"field.score": "777"}).text
    field = page.partition('id="f-score"')[2].partition(">")[0]
    assert 'aria-invalid="true"' in field
    assert "data-focus" in field
    assert page.count("“777” is no valid entry for: Score") == 2, "above, and at the field"


def test_what_is_edited_first_is_what_is_not_known_or_the_value(visitor: Visitor) -> None:
    known = next(one for one in visitor.desk.queue(Filter(type="score")) if one.finding.region_code)
    for item, field in ((known, "score"), (waiting(visitor.desk, file="kembar.txt"), "region_code")):
        page = visitor.page(item_path(item.key))
        assert "data-first" in page.partition(f'id="f-{field}"')[2].partition(">")[0]
        assert page.count("data-first") == 1


def test_who_comes_second_is_shown_what_stands_and_no_form(visitor: Visitor) -> None:
    item = waiting(visitor.desk)
    Visitor(visitor.desk, actor="Siti").say(item, "reject")
    page = visitor.say(item, "accept").text
    assert "Siti rejected this meanwhile" in page
    assert '<details class="edit" id="edit">' in page


def test_a_page_of_an_older_session_leads_back_to_its_item(visitor: Visitor) -> None:
    item = waiting(visitor.desk)
    response = visitor.ask("POST", item_path(item.key), data={"csrf": "0" * 64, "act": "accept"})
    assert response.status_code == 403
    assert "Nothing was saved" in response.text
    assert f'href="{item_path(item.key)}"' in response.text
    undo = visitor.ask("POST", "/undo", data={"csrf": "0" * 64})
    assert 'class="button" href="/"' in undo.text


# --- publishing it ---


def published(visitor: Visitor) -> str:
    """Look at the page until the run is over; browsers are told to look again by themselves."""
    until = time.monotonic() + 60
    while "Refresh" in (response := visitor.get("/publish")).headers:
        assert time.monotonic() < until
        time.sleep(0.05)
    return response.text


def test_what_was_decided_is_published_from_the_page(visitor: Visitor) -> None:
    assert "not published yet" not in visitor.page("/")
    item = next(one for one in visitor.desk.queue(Filter(type="score", kind="held")) if one.finding.region_code)
    visitor.say(item, "accept")
    visitor.post("/undo", to="/")
    assert visitor.desk.unpublished == 0, "what was undone is nothing to publish"
    visitor.say(visitor.now(item), "defer")
    assert visitor.desk.unpublished == 0
    visitor.say(visitor.now(item), "accept")
    assert "1 decision is not published yet." in visitor.page("/")
    before = results.last_run(visitor.desk.out)
    assert visitor.post("/publish").headers["location"] == "/publish"
    page = published(visitor)
    assert "Published:" in page
    assert "Every decision is published." in page
    assert results.last_run(visitor.desk.out) == before + 1
    assert visitor.desk.unpublished == 0
    assert "not published yet" not in visitor.page("/")


def test_only_who_sent_the_form_publishes(visitor: Visitor) -> None:
    before = results.last_run(visitor.desk.out)
    assert visitor.ask("POST", "/publish", data={"csrf": "0" * 64}).status_code == 403
    visitor.get("/publish")
    assert results.last_run(visitor.desk.out) == before


def test_a_run_at_work_is_told_and_none_begun_beside_it(visitor: Visitor) -> None:
    with store.locked(visitor.desk.out):
        visitor.post("/publish")
        page = published(visitor)
    assert "Another run is at work" in page
    assert 'role="alert"' in page


def test_one_run_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(_: AnyPath, __: AnyPath, **_more: object) -> None:
        time.sleep(0.2)
        raise RuntimeError("two\nlines")

    monkeypatch.setattr(stages, "run", run)
    publication = Publication(tmp_path, tmp_path)
    first = publication.start("Budi")
    assert publication.start("Siti") is first
    while not first.ended:
        time.sleep(0.02)
    assert (first.by, first.error) == ("Budi", "RuntimeError: two lines")
    assert publication.start("Siti") is not first


# --- phrases ---


def test_an_agreed_phrase_is_listed_and_taken_back(visitor: Visitor) -> None:
    assert "Nothing was agreed yet" in visitor.page("/aliases")
    row = ProjectAlias(kind="region", phrase="Serang", means="36.73", author="Siti", at="2026-11-30T01:00:00Z")
    own_aliases.add(visitor.desk.corpus, (row,))
    listed = visitor.page("/aliases")
    assert "Kota Serang (36.73)" in listed
    assert "from the next publishing on" in listed
    asked = {"kind": "region", "phrase": "Serang", "remove": "1"}
    assert visitor.post("/alias/agree", **asked).status_code == 422, "its effect was not shown yet"
    address = visitor.post("/alias", **asked).headers["location"]
    until = time.monotonic() + 60
    while "Refresh" in (preview := visitor.get(address)).headers:
        assert time.monotonic() < until
        time.sleep(0.05)
    assert "as the rules read it" in preview.text
    assert own_aliases.load_aliases(visitor.desk.corpus) == (row,)
    assert visitor.post("/alias/agree", **asked).headers["location"] == "/aliases"
    assert own_aliases.load_aliases(visitor.desk.corpus) == ()
    assert "Taken back: “Serang”" in visitor.page("/aliases")


def test_the_quote_of_a_phrase_is_of_words_that_have_it(visitor: Visitor) -> None:
    item = waiting(visitor.desk, file="kembar.txt")
    asked = {"kind": "region", "phrase": "Bogor", "means": "32.71", "item": item.key}
    address = visitor.post("/alias", **asked).headers["location"]
    until = time.monotonic() + 60
    while "Refresh" in (preview := visitor.get(address)).headers:
        assert time.monotonic() < until
        time.sleep(0.05)
    assert '<li lang="en">' not in preview.text, "every warning is in the language of the page"
    visitor.post("/alias/agree", **asked)
    (alias,) = own_aliases.load_aliases(visitor.desk.corpus)
    assert ("Bogor" in item.item.machine.raw) == bool(alias.quote)
