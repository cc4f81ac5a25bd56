"""What keeps a decision and what opens it again: section 6 of the design, row by row, with texts really read again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.extract.scores.rules import CUED
from pipeline.jobs import own_aliases
from pipeline.model import CorpusItem
from pipeline.readers.text import VERSION
from pipeline.reference import ProjectAlias
from pipeline.review.queue import QueueItem
from pipeline.storage import holdings
from review.corpora import (
    CILEGON,
    LEBAK,
    NEWER,
    PANDEGLANG,
    RELEASE,
    SCORES,
    TWICE,
    Place,
    decide,
    kinds,
    pending,
    place_in,
)

FINISH = "    confidence = confidence_of(draft, calibration)\n"
IDENTITY = "extract/identity.py"
ALIASES = "reference/indicator_aliases.csv"
MONEY = "\npraktik politik uang,54,,\n"
SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
WORDS = "Kabupaten Pandeglang memperoleh skor 77,70"
MEASURE = "Perusakan alat peraga di desa"


def draft_as(change: str, when: str = 'draft.rule.id == "score.cued"') -> tuple[str, str]:
    """Return an edit of the extraction that changes drafts of a kind."""
    return FINISH, f"    if {when}:\n        draft = replace(draft, {change})\n{FINISH}"


def cut_rule(place: Place) -> None:
    """Let the rule of scores read none any more."""
    place.change(SCORES, NEWER)
    place.change(
        IDENTITY,
        ("for draft, spans in joined]\n", 'for draft, spans in joined if draft.rule.id != "score.cued"]\n'),
    )


def says(place: Place, words: str) -> tuple[str, str, str]:
    row = place.finding(words)
    return row["review"], row["standing"], row["machine"]


def waits(place: Place, words: str) -> QueueItem:
    return pending(place.desk(), words)


# --- same words, same value ---


def test_kept_when_nothing_changes(place: Place) -> None:
    assert place.score(PANDEGLANG) is None, "held before"
    written = decide(place, WORDS, "accept")
    place.run()
    assert place.score(PANDEGLANG) == "77.70"
    assert says(place, WORDS) == ("accepted", "published", "")
    assert place.finding(WORDS)["decisions"].split(" | ") == [line.id for line in written]
    assert place.carried == {"kept": 2}
    assert WORDS not in kinds(place)


def test_kept_whatever_the_version_of_the_code(place: Place) -> None:
    decide(place, WORDS, "accept")
    place.change(SCORES, NEWER)
    place.run()
    assert place.finding(WORDS)["rule_version"] == str(CUED.version + 1)
    assert (place.score(PANDEGLANG), place.carried) == ("77.70", {"kept": 2})


def test_an_edit_is_kept_and_the_value_of_the_rules_stays_beside_it(place: Place) -> None:
    decide(place, WORDS, "edit", changes={"score": "77,07"})
    place.run()
    assert place.score(PANDEGLANG) == "77.07"
    assert says(place, WORDS) == ("edited", "published", "score=77.70")


# --- other words, same value ---


@pytest.mark.parametrize(
    "text",
    [
        RELEASE.replace("memaparkan hasil Indeks Kerawanan Pemilu (IKP) 2024.", "hari ini membuka IKP 2024."),
        RELEASE.replace("memperoleh skor 77,70", "mendapat skor 77,70"),
    ],
    ids=["around the quote", "in the quote"],
)
def test_re_anchored_at_other_words_of_the_same_value(place: Place, text: str) -> None:
    decide(place, WORDS, "accept")
    decide(place, "praktik politik uang", "accept")
    place.put(text.replace("Adanya praktik", "Masih adanya praktik"))
    place.run()
    assert place.score(PANDEGLANG) == "77.70"
    assert place.carried == {"re-anchored": 4}
    assert says(place, "skor 77,70")[:2] == ("accepted", "published")
    assert says(place, "praktik politik uang")[:2] == ("accepted", "published")
    assert kinds(place).keys() == {"Kota Cilegon memperoleh skor 21,90", MEASURE}


# --- same words, other value ---


def test_a_value_that_a_rule_reads_otherwise(place: Place) -> None:
    decide(place, WORDS, "accept")
    place.change(SCORES, NEWER)
    place.change(IDENTITY, draft_as("score=draft.score + 1"))
    place.run()
    assert place.score(PANDEGLANG) == "77.70", "the person's value stands"
    assert says(place, WORDS) == ("proposal", "published", "score=78.70")
    item = waits(place, WORDS)
    assert (item.kind, item.cause, item.value) == ("proposal", "rule", "78.70 tinggi")
    assert f"score.cued {CUED.version} -> score.cued {CUED.version + 1}" in item.why
    decide(place, "Pandeglang memperoleh", "keep")
    place.run()
    assert (place.score(PANDEGLANG), place.carried) == ("77.70", {"kept": 2}), "and is asked once"
    decide(place, "Pandeglang memperoleh", "accept")
    place.run()
    assert place.score(PANDEGLANG) == "78.70"


def test_a_number_that_the_catalog_gives_otherwise(place: Place) -> None:
    decide(place, "praktik politik uang", "accept")
    place.change(ALIASES, (MONEY, MONEY.replace("54", "53")))
    place.run()
    assert place.indicators() == {54: "reported", 6: "reported"}
    assert says(place, "praktik politik uang") == ("proposal", "published", "indicator=53")
    assert waits(place, "praktik politik uang").value.startswith("no. 53")
    assert place.finding("intimidasi")["review"] == "", "what nobody decided is nobody's"


def test_a_number_that_nobody_decided_follows_the_catalog(place: Place) -> None:
    place.change(ALIASES, (MONEY, MONEY.replace("54", "53")))
    place.run()
    assert place.indicators() == {53: "reported", 6: "reported"}


def test_a_region_that_is_read_otherwise(place: Place) -> None:
    decide(place, WORDS, "accept")
    place.change(
        IDENTITY,
        draft_as(f'subject=replace(draft.subject, code="{LEBAK}")', f'draft.subject.code == "{PANDEGLANG}"'),
    )
    place.run()
    assert (place.score(PANDEGLANG), place.score(LEBAK)) == ("77.70", None)
    row = place.finding(WORDS)
    assert (row["region_code"], row["review"]) == (PANDEGLANG, "proposal")
    decide(place, WORDS, "accept")
    place.run()
    assert (place.score(PANDEGLANG), place.score(LEBAK)) == (None, "77.70"), "until a person says so"


def test_another_number_of_the_same_sentence(tmp_path: Path) -> None:
    text = RELEASE.replace("skor 77,70 dan", "skor 77,70 (nilai awal 70,10) dan")
    place = place_in(tmp_path, text)
    place.run()
    first = [row for row in place.rows("findings") if row["region_code"] == PANDEGLANG and row["score"]]
    decide(place, first[0]["quote"], "accept")
    moved = (
        FINISH,
        '    if draft.rule.id == "score.cued" and "nilai awal" in document.text[spans[0].end : spans[0].end + 20]:\n'
        "        at = document.text.index('nilai awal 70,10')\n"
        "        spans = (Span(start=at, end=at + 16),)\n"
        "        draft = replace(draft, score=draft.score - draft.score + 70)\n" + FINISH,
    )
    place.change(IDENTITY, moved)
    place.run()
    row = next(row for row in place.rows("findings") if row["region_code"] == PANDEGLANG and row["score"])
    assert (row["score"], row["review"], row["machine"]) == ("77.70", "proposal", "score=70.00")
    assert "77,70" in row["quote"], "with the words that the person saw, which still stand there"


def test_what_no_rule_reads_any_more_stands(place: Place) -> None:
    decide(place, WORDS, "accept")
    decide(place, "Cilegon memperoleh", "reject")
    cut_rule(place)
    place.run()
    assert (place.score(PANDEGLANG), place.score(CILEGON)) == ("77.70", None)
    assert says(place, WORDS)[:2] == ("proposal", "published")
    assert says(place, "Cilegon memperoleh")[:2] == ("rejected", "rejected")
    item = waits(place, WORDS)
    assert (item.kind, item.cause, item.value) == ("proposal", "rule", "")
    assert "Kota Cilegon memperoleh skor 21,90" not in kinds(place), "what was rejected needs no more thought"
    decide(place, WORDS, "keep")
    place.run()
    assert place.score(PANDEGLANG) == "77.70"
    assert WORDS not in kinds(place), "asked once"


def test_what_no_rule_reads_any_more_may_go(place: Place) -> None:
    decide(place, WORDS, "accept")
    cut_rule(place)
    place.run()
    decide(place, WORDS, "accept")
    place.run()
    assert place.score(PANDEGLANG) is None
    assert WORDS not in kinds(place)


def test_a_rejected_finding_whose_value_changes_stays_rejected(place: Place) -> None:
    decide(place, WORDS, "reject")
    place.change(IDENTITY, draft_as("score=draft.score + 1"))
    place.run()
    assert place.score(PANDEGLANG) is None
    assert waits(place, WORDS).kind == "proposal"
    decide(place, WORDS, "keep")
    place.run()
    assert (place.score(PANDEGLANG), WORDS in kinds(place)) == (None, False)


# --- other words, other value ---


@pytest.mark.parametrize("act", ["accept", "edit", "reject"])
def test_asked_again_where_both_changed(place: Place, act: str) -> None:
    changes = {"score": "77.07"} if act == "edit" else None
    decide(place, WORDS, act, changes=changes)  # type: ignore[arg-type]
    place.put(RELEASE.replace("skor 77,70 dan", "skor 70,10 dan"))
    place.run()
    assert place.score(PANDEGLANG) is None, "neither the old value of a person nor the new one of the rules"
    item = waits(place, "70,10")
    assert (item.kind, item.cause) == ("asked again", "document")
    assert "77,70" in item.item.rulings[0].decision.context, "with the old words beside it"
    assert place.finding("70,10")["review"] == "asked again"


def test_what_was_said_before_can_be_kept_against_new_words(place: Place) -> None:
    decide(place, WORDS, "edit", changes={"score": "77.07"})
    place.put(RELEASE.replace("skor 77,70 dan", "skor 70,10 dan"))
    place.run()
    decide(place, "70,10", "keep")
    place.run()
    assert place.score(PANDEGLANG) == "77.07"
    decide(place, "70,10", "accept")
    place.run()
    assert place.score(PANDEGLANG) == "70.10"


def test_a_reader_that_reads_other_words_and_another_value(place: Place) -> None:
    decide(place, WORDS, "accept")
    place.change(
        "readers/text.py",
        (
            "    decoded = decode(data, name=name)\n",
            '    decoded = decode(data.replace(b"77,70", b"71,70"), name=name)\n',
        ),
        (f"VERSION = {VERSION}\n", f"VERSION = {VERSION + 1}\n"),
    )
    place.run()
    item = waits(place, "71,70")
    assert (item.kind, item.cause, place.score(PANDEGLANG)) == ("asked again", "reader", None)


# --- gone ---


def test_an_orphan_until_the_words_come_back(place: Place) -> None:
    decide(place, WORDS, "accept")
    gone = RELEASE.replace(
        "Kabupaten Pandeglang memperoleh skor 77,70 dan masuk kategori tinggi dalam IKP 2024.\n", ""
    )
    place.put(gone)
    place.run()
    assert (place.score(PANDEGLANG), place.carried) == (None, {"orphaned": 2})
    assert kinds(place)[WORDS] == "orphan"
    place.put(RELEASE)
    place.run()
    assert (place.score(PANDEGLANG), place.carried) == ("77.70", {"kept": 2})
    assert WORDS not in kinds(place)


def test_an_orphan_goes_when_it_is_withdrawn_and_comes_when_that_is_undone(place: Place) -> None:
    decide(place, WORDS, "accept")
    (place.corpus / "banten.txt").unlink()
    place.put("Rapat koordinasi di kantor Bawaslu.", "lain.txt")
    place.run()
    desk = place.desk()
    item = next(item for item in desk.queue() if item.kind == "orphan")
    assert item.why == "the document is no longer in the corpus"
    desk.decide("Sari", item.key, item.item.mark, "withdraw")
    assert not [item for item in desk.queue() if item.kind == "orphan"]
    desk.undo("Sari")
    assert [item.key for item in desk.queue() if item.kind == "orphan"] == [item.key]


# --- files that move ---


def test_a_renamed_file(place: Place) -> None:
    decide(place, WORDS, "accept")
    decide(place, MEASURE, "edit", changes={"indicator": "27"})
    (place.corpus / "banten.txt").rename(place.corpus / "banten-2023.txt")
    place.run()
    assert place.score(PANDEGLANG) == "77.70"
    assert 27 in place.indicators()
    assert "orphaned" not in place.carried


def fetched(place: Place, name: str, text: str, at: str) -> None:
    """Put a page into the corpus as a fetch does."""
    path = holdings.put_raw(place.corpus, text.encode(), ".txt")
    item = CorpusItem(
        sha256=Path(path).stem,
        path=path,
        media_type="text/plain",
        size=len(text.encode()),
        source="banten",
        family=name,
        url=name,
        fetched_at=at,
    )
    holdings.append_manifest(place.corpus, [item])


def test_the_same_bytes_fetched_under_an_address(place: Place) -> None:
    decide(place, WORDS, "accept")
    address = "https://banten.bawaslu.go.id/ikp"
    fetched(place, address, RELEASE, "2026-01-01T00:00:00Z")
    place.run()
    assert place.score(PANDEGLANG) == "77.70", "beside the file"
    (place.corpus / "banten.txt").unlink()
    place.run()
    assert place.score(PANDEGLANG) == "77.70", "in its place"
    fetched(place, address, RELEASE.replace("Adapun", "Sementara itu,"), "2026-02-01T00:00:00Z")
    place.run()
    assert (place.score(PANDEGLANG), place.carried) == ("77.70", {"re-anchored": 2}), "and in its next version"


def test_two_versions_of_one_publication(place: Place) -> None:
    address = "https://banten.bawaslu.go.id/ikp"
    (place.corpus / "banten.txt").unlink()
    fetched(place, address, RELEASE, "2026-01-01T00:00:00Z")
    place.run()
    decide(place, WORDS, "accept")
    fetched(place, address, RELEASE.replace("77,70", "70,10"), "2026-02-01T00:00:00Z")
    place.run()
    assert place.score(PANDEGLANG) is None
    statuses = {row["quote"]: (row["standing"], row["review"]) for row in place.rows("findings") if row["score"]}
    assert statuses[WORDS] == ("superseded", "")
    assert statuses[WORDS.replace("77,70", "70,10")][1] == "asked again"


def test_a_copy_of_a_file_counts_once_and_has_the_decision_too(place: Place) -> None:
    decide(place, WORDS, "accept")
    shutil.copy(place.corpus / "banten.txt", place.corpus / "salinan.txt")
    place.run()
    rows = [row for row in place.rows("findings") if row["quote"] == WORDS]
    assert sorted(row["standing"] for row in rows) == ["duplicate", "published"]
    assert {row["review"] for row in rows} == {"accepted"}
    assert place.carried == {"kept": 2}, "each line once"


# --- a document that contradicts itself ---


def test_two_values_of_one_document_are_decided_each_by_itself(tmp_path: Path) -> None:
    place = place_in(tmp_path, TWICE)
    place.run()
    rows = [row for row in place.rows("findings") if row["region_code"] == PANDEGLANG and row["score"]]
    assert len({row["finding"] for row in rows}) == 1, "they share an id"
    decide(place, "77,70", "accept")
    decide(place, "70,10", "reject")
    place.run()
    assert (place.score(PANDEGLANG), place.carried) == ("77.70", {"kept": 3})
    place.put(RELEASE)
    place.run()
    assert place.score(PANDEGLANG) == "77.70", "the rejected one going changes nothing"
    assert place.carried == {"re-anchored": 2, "orphaned": 1}
    place.put(TWICE)
    (place.corpus / "banten.txt").rename(place.corpus / "lain.txt")
    place.run()
    assert (place.score(PANDEGLANG), place.carried) == ("77.70", {"kept": 3}), "under another name too"


def test_rejecting_one_of_two_values_does_not_reject_the_other(tmp_path: Path) -> None:
    place = place_in(tmp_path, TWICE)
    place.run()
    decide(place, "70,10", "reject")
    place.put(RELEASE)
    place.run()
    row = next(row for row in place.rows("findings") if row["region_code"] == PANDEGLANG and row["score"])
    assert row["score"] == "77.70"
    assert row["review"] in {"", "asked again"}
    assert place.score(PANDEGLANG) is None


# --- regions and numbers that people gave ---

OPEN = draft_as(
    'subject=replace(draft.subject, code=None, candidates=("36.72", "36.02"))',
    f'draft.subject.code == "{CILEGON}"',
)


@pytest.mark.parametrize(("resolved", "outcome"), [(CILEGON, "kept"), (LEBAK, "stands")])
def test_a_region_that_a_person_gave_and_a_rule_finds_later(tmp_path: Path, resolved: str, outcome: str) -> None:
    place = place_in(tmp_path)
    place.change(IDENTITY, OPEN)
    place.run()
    assert place.finding("Cilegon memperoleh")["region_code"] == ""
    decide(place, "Cilegon memperoleh", "edit", changes={"region_code": CILEGON})
    place.run()
    assert place.score(CILEGON) == "21.90"
    place.change(
        IDENTITY,
        (
            OPEN[1],
            draft_as(f'subject=replace(draft.subject, code="{resolved}")', f'draft.subject.code == "{CILEGON}"')[
                1
            ],
        ),
    )
    place.run()
    assert place.score(CILEGON) == "21.90"
    assert place.carried == {outcome: 3}
    assert ("Kota Cilegon memperoleh skor 21,90" in kinds(place)) == (outcome == "stands")


def test_a_number_that_a_person_gave_and_the_catalog_gives_later(place: Place) -> None:
    decide(place, "praktik politik uang", "edit", changes={"indicator": "27"})
    place.run()
    assert place.indicators() == {27: "reported", 6: "reported"}
    place.change(ALIASES, (MONEY, MONEY.replace("54", "27")))
    place.run()
    assert place.indicators() == {27: "reported", 6: "reported"}
    assert place.carried == {"kept": 2}
    assert place.finding("praktik politik uang")["machine"] == ""


def test_an_issue_can_be_taken_out_of_the_catalog(place: Place) -> None:
    decide(place, "praktik politik uang", "edit", changes={"indicator": ""})
    place.run()
    assert place.indicators() == {6: "reported"}
    assert place.finding("praktik politik uang")["standing"] == "unmatched"
    assert "Adanya praktik politik uang" in {row["label"] for row in place.rows("unmatched")}


# --- one field of several ---


def test_one_field_of_an_accepted_finding_is_rejected(place: Place) -> None:
    (place.corpus / "banten.txt").unlink()
    shutil.copy(SAMPLES / "banten-berita-tabel.html", place.corpus)
    place.run()
    assert place.finding("Kab. Pandeglang")["rank"] == "1"
    decide(place, "Kab. Pandeglang", "accept")
    desk = place.desk()
    item = pending(desk, "Kab. Pandeglang")
    desk.decide("Sari", item.key, item.item.mark, "reject", fields=["rank"])
    place.run()
    row = place.finding("Kab. Pandeglang")
    assert (row["score"], row["category"], row["rank"], row["machine"]) == ("77.7", "tinggi", "", "rank=1")
    published = next(row for row in place.rows("scores") if row["region_code"] == PANDEGLANG)
    assert (published["score"], published["rank"]) == ("77.7", "")


def test_fields_that_were_not_accepted_still_wait(place: Place) -> None:
    desk = place.desk()
    item = pending(desk, WORDS)
    desk.decide("Sari", item.key, item.item.mark, "accept", fields=["score"])
    place.run()
    row = next(row for row in place.rows("scores") if row["region_code"] == PANDEGLANG)
    assert (row["score"], row["category_stated"]) == ("77.70", "")
    assert kinds(place)[WORDS] == "held", "nobody has said anything of its category"


def test_a_second_edit_leaves_the_first_as_it_is(place: Place) -> None:
    decide(place, WORDS, "edit", changes={"score": "77.07"})
    decide(place, WORDS, "edit", "Budi", changes={"category": "sedang"})
    place.run()
    row = place.finding(WORDS)
    assert (row["score"], row["category"]) == ("77.07", "sedang")
    decide(place, WORDS, "edit", "Budi", changes={"score": "77.70"})
    place.run()
    assert place.finding(WORDS)["score"] == "77.70", "back to what the rules say"


def test_to_put_off_a_proposal_keeps_the_value(place: Place) -> None:
    decide(place, WORDS, "accept")
    place.change(IDENTITY, draft_as("score=draft.score + 1"))
    place.run()
    decide(place, WORDS, "defer")
    place.run()
    assert place.score(PANDEGLANG) == "77.70"
    assert WORDS not in kinds(place)
    assert waits(place, WORDS).deferred


def test_a_correction_of_the_phrase_agrees_with_the_decision_before_it(place: Place) -> None:
    """Both items are one finding then: what a person said stands there, and nothing is asked."""
    words = "Perusakan alat peraga di desa"
    decide(place, words, "edit", changes={"indicator": "54"})
    place.run()
    own_aliases.add(place.corpus, [ProjectAlias(kind="indicator", phrase=words, means="54")])
    place.run()
    assert set(place.carried) == {"kept"}
    assert not [item for item in place.desk().queue() if item.kind in {"proposal", "asked again", "orphan"}]
    assert 54 in place.indicators()
