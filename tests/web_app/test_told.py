"""What pages say: in one language, once, and no more than is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.dataset.changes.compared import Difference
from pipeline.jobs.desk import Desk
from pipeline.model import Place
from pipeline.review.queue import Filter
from pipeline.web.show import Show, regions_of
from pipeline.web.site import item_path
from pipeline.web.words import phrase_in, told, troubled
from web_app.bench import Visitor, waiting


def indonesian(desk: Desk) -> Show:
    return Show(reference=desk.reference, phrase=phrase_in("id"))


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("paragraph 3", "paragraf 3"),
        ("table 1 row 6 cell 2", "tabel 1 baris 6 sel 2"),
        ("line 9 column 4", "baris 9 kolom 4"),
        ("sheet line row cell B7", "lembar line row sel B7"),
        ("sheet Rekap row 12", "lembar Rekap baris 12"),
        ("block 4", "bagian 4"),
        ("hidden text", "teks tersembunyi"),
        ("", ""),
    ],
)
def test_places_speak_the_language(original: Desk, address: str, said: str) -> None:
    assert indonesian(original).place(Place(address=address)) == said
    english = Show(reference=original.reference, phrase=phrase_in("en"))
    assert english.place(Place(address=address)) == address


def test_how_sure_is_said_once_and_alike(reader: Visitor) -> None:
    item = next(one for one in reader.desk.queue(Filter(kind="held")) if one.why.startswith("sure to"))
    percent = int(item.finding.confidence * 100)
    page = reader.page(item_path(item.key))
    assert f"published by itself: only {percent}% sure." in page
    assert f"</meter> {percent}%<" in page
    assert told(phrase_in("id"), "sure to 92%") == "baru yakin 92%"


def test_a_phrase_that_stands_nowhere_is_said_in_the_language() -> None:
    message = "'uang politik' stands in no document: nothing would use it"
    assert troubled(phrase_in("id"), message).startswith("“uang politik” tidak ada di dokumen mana pun")


def test_agreeing_names_what_was_agreed_to(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    item = waiting(visitor.desk, file="kembar.txt")
    monkeypatch.setattr("pipeline.jobs.proposals.Proposals.agree", lambda *_: None)
    done = visitor.post("/alias/agree", kind="region", phrase="Serang", means="36.73", item=item.key)
    assert "“Serang” means Kota Serang (36.73)" in visitor.page(done.headers["location"])


def test_the_changes_name_their_run(reader: Visitor) -> None:
    number = reader.desk.changes()[0]
    page = reader.page("/changes")
    assert f"What run {number} changed" in page
    assert "It is the last run that changed anything." in page


def test_changes_of_documents_are_in_words(original: Desk) -> None:
    show = indonesian(original)
    change = Difference(
        kind="MOD", table="documents", key="'=cmd", column="status", before="read", after="quarantined",
        cause="document",
    )  # fmt: skip
    assert (show.cell_value(change, "read"), show.cell_value(change, "quarantined")) == (
        "terbaca",
        "tidak terbaca",
    )
    assert (show.plain(change.key), show.cell_value(change, "")) == ("=cmd", "–")
    score = replace(change, table="scores")
    assert show.cell_value(score, "in review") == "sedang ditelaah"
    assert show.cell_value(replace(change, column="online"), "gone") == "hilang"


def test_nobody_and_this_person_are_two_things(reader: Visitor) -> None:
    assert "No person of this name has decided anything." in reader.page("/decisions?actor=nobody")


def test_an_empty_list_is_not_counted(reader: Visitor) -> None:
    assert "0 items" not in reader.page("/?text=nothing-like-it")


def test_the_keys_can_be_closed_without_scripts(reader: Visitor) -> None:
    assert '<a class="button" href="#main" data-close>Close</a>' in reader.page("/")


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("Kab. Serang", ("36.04",)),
        ("kab serang", ("36.04",)),
        ("Prov. Banten", ("36",)),
        ("Banten", ("36",)),
        ("3604", ("36.04",)),
        ("36.99", ()),
        ("367", ()),
        ("36.731", ()),
        ("Kabinet", ()),
        ("", ()),
        ("Cilegon", ("36.72",)),
    ],
)
def test_what_a_typed_region_may_mean(original: Desk, typed: str, codes: tuple[str, ...]) -> None:
    assert regions_of(original.reference, typed) == codes
