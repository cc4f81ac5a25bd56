"""With ``second_eyes`` a published category turns into another one only when two people say so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.errors import StoreError, UsageError
from pipeline.jobs.desk import Desk
from review.corpora import CILEGON, PANDEGLANG, Place, decide, kinds, pending

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
WORDS = "Kabupaten Pandeglang memperoleh skor 77,70"


def category(place: Place, region: str = PANDEGLANG) -> str | None:
    found = [row["category"] for row in place.rows("scores") if row["region_code"] == region]
    return (found[0] or None) if found else None


@pytest.fixture
def second(place: Place) -> Place:
    """Publish the category tinggi of Pandeglang, and let two be needed to change it."""
    (place.corpus / "review.toml").write_text("second_eyes = true\n")
    decide(place, WORDS, "accept")
    place.run()
    assert category(place) == "tinggi"
    return place


def test_a_flip_waits_for_another_person(second: Place) -> None:
    written = decide(second, WORDS, "edit", changes={"category": "rendah", "score": "12,00"})
    assert all(line.flips for line in written)
    second.run()
    assert category(second) == "tinggi", "what was said before stays until then"
    assert second.score(PANDEGLANG) == "77.70"
    assert second.finding(WORDS)["review"] == "second person"
    item = pending(second.desk(), WORDS)
    assert (item.kind, item.cause, item.value) == ("second person", "human", "12.00 rendah")
    with pytest.raises(UsageError, match="a second person has to confirm it"):
        decide(second, WORDS, "accept")
    with pytest.raises(UsageError, match="a second person has to confirm it"):
        decide(second, WORDS, "edit", " Sari ", changes={"category": "rendah"})
    seconded = decide(second, WORDS, "accept", "Budi")
    assert {line.confirms for line in seconded} == {line.id for line in written}
    second.run()
    assert (category(second), second.score(PANDEGLANG)) == ("rendah", "12.00")
    assert WORDS not in kinds(second)


def test_a_flip_of_what_the_rules_are_sure_of_leaves_it_published(place: Place) -> None:
    (place.corpus / "review.toml").write_text("second_eyes = true\n")
    (place.corpus / "banten.txt").unlink()
    shutil.copy(SAMPLES / "banten-berita-tabel.html", place.corpus)
    sample = "Kab. Pandeglang"
    place.run()
    assert category(place) == "tinggi"
    assert place.finding(sample)["decision"] == "auto"
    decide(place, sample, "edit", changes={"category": "rendah"})
    place.run()
    assert category(place) == "tinggi", "until a second person says the same"
    assert kinds(place)[pending(place.desk(), sample).finding.raw] == "second person"
    decide(place, sample, "keep", "Budi")
    place.run()
    assert category(place) == "rendah"


def test_the_second_person_says_another_value(second: Place) -> None:
    decide(second, WORDS, "edit", changes={"category": "rendah", "score": "12"})
    desk = second.desk()
    item = pending(desk, WORDS)
    written = desk.decide(
        "Budi", item.key, item.item.mark, "edit", changes={"category": "sedang", "score": "12.0"}
    )
    said = {line.field: line for line in written}
    assert said["score"].confirms is not None, "what they agree on is seconded"
    assert (said["category"].confirms, said["category"].flips) == (None, True), "what they do not waits again"
    assert pending(desk, WORDS).kind == "second person"
    item = pending(desk, WORDS)
    desk.decide("Sari", item.key, item.item.mark, "accept")
    second.run()
    assert (category(second), second.score(PANDEGLANG)) == ("sedang", "12")


def test_one_person_cannot_pass_by_saying_it_twice(second: Place) -> None:
    decide(second, WORDS, "edit", changes={"category": "rendah"})
    written = decide(second, WORDS, "edit", changes={"category": "sedang"})
    assert [line.flips for line in written if line.field == "category"] == [True]
    second.run()
    assert category(second) == "tinggi"
    decide(second, WORDS, "keep", "Budi")
    second.run()
    assert category(second) == "sedang", "the last word of the first person is what is seconded"


def test_the_second_person_rejects_it_or_goes_back(second: Place) -> None:
    decide(second, WORDS, "edit", changes={"category": "rendah", "score": "12"})
    decide(second, WORDS, "edit", "Budi", changes={"category": "tinggi", "score": "77.70"})
    second.run()
    assert (category(second), second.score(PANDEGLANG)) == ("tinggi", "77.70")
    decide(second, WORDS, "edit", changes={"category": "rendah", "score": "12"})
    decide(second, WORDS, "reject", "Budi")
    second.run()
    assert second.score(PANDEGLANG) is None
    assert second.finding(WORDS)["standing"] == "rejected"


@pytest.mark.parametrize(("who", "after"), [("Budi", "second person"), ("Sari", "accepted")])
def test_either_may_undo(second: Place, who: str, after: str) -> None:
    decide(second, WORDS, "edit", changes={"category": "rendah"})
    decide(second, WORDS, "accept", "Budi")
    second.desk().undo(who)
    second.run()
    assert category(second) == "tinggi"
    assert second.finding(WORDS)["review"] == after


def test_what_flips_nothing_counts_at_once(second: Place) -> None:
    assert not any(line.flips for line in decide(second, WORDS, "edit", changes={"score": "77,07"}))
    assert not any(line.flips for line in decide(second, "Cilegon memperoleh", "accept"))
    second.run()
    assert (second.score(PANDEGLANG), second.score(CILEGON)) == ("77.07", "21.90")


def test_without_the_setting_one_person_is_enough(second: Place) -> None:
    (second.corpus / "review.toml").unlink()
    decide(second, WORDS, "edit", changes={"category": "rendah"})
    second.run()
    assert category(second) == "rendah"


def test_a_desk_sees_that_a_colleague_seconded_it(second: Place) -> None:
    decide(second, WORDS, "edit", changes={"category": "rendah"})
    one, other = second.desk(), second.desk()
    seen = pending(one, WORDS)
    one.decide("Budi", seen.key, seen.item.mark, "accept")
    with pytest.raises(UsageError, match="was decided by Budi meanwhile"):
        other.decide("Wati", seen.key, seen.item.mark, "reject")


def test_settings_that_say_nothing_known(second: Place) -> None:
    (second.corpus / "review.toml").write_text("two_eyes = true\n")
    with pytest.raises(StoreError, match=r"review\.toml"):
        Desk(second.corpus, second.out)


def test_a_category_that_is_published_counts_whatever_was_decided_since(second: Place) -> None:
    """To reject it first and then to give another one is a flip all the same."""
    decide(second, WORDS, "reject")
    decide(second, WORDS, "edit", changes={"category": "rendah", "score": "12,00"})
    second.run()
    assert category(second) is None, "what was rejected is gone, and the other waits for a second person"
    decide(second, WORDS, "accept", actor="Budi")
    second.run()
    assert category(second) == "rendah"


def test_one_person_under_two_spellings_is_one(second: Place) -> None:
    decide(second, WORDS, "edit", changes={"category": "rendah", "score": "12,00"}, actor="Sari")
    with pytest.raises(UsageError, match="a second person has to confirm it"):
        decide(second, WORDS, "accept", actor="sari")
