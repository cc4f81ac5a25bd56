"""The picture: what it shows is what is published, and it is plain SVG that any reader takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from pipeline.account import account_of
from pipeline.dataset import Dataset, consolidate
from pipeline.dataset.picture.drawing import WIDTH, Scale, overview_svg
from pipeline.dataset.picture.overview import Overview, overview
from pipeline.model import Parsed
from pipeline.reference import Reference

Make = Callable[..., Any]
SVG = "{http://www.w3.org/2000/svg}"


def tree(dataset: Dataset) -> ET.Element:
    return ET.fromstring(overview_svg(dataset))  # noqa: S314 -- our own bytes


def marks(dataset: Dataset, kind: str) -> list[tuple[str, str]]:
    found = (entry for entry in tree(dataset).iter(f"{SVG}path") if entry.get("class") == kind)
    return sorted((entry.get("data-region", ""), entry.get("data-score", "")) for entry in found)


def words(dataset: Dataset) -> str:
    return "\n".join(entry.text or "" for entry in tree(dataset).iter(f"{SVG}text"))


def shown(dataset: Dataset) -> Overview:
    found = overview(dataset)
    assert found is not None
    return found


def test_filled_marks_are_the_published_scores(dataset: Dataset) -> None:
    assert marks(dataset, "published") == sorted(
        (record.key.region_code, str(record.value("score")))
        for record in dataset.scores
        if record.key.edition == "ikp_2024"
        and record.key.basis != "agregat_kabkota"
        and record.value("score") is not None
    )


def test_hollow_marks_are_the_other_sides_and_what_waits(parsed: Make, score: Make, build: Make) -> None:
    dataset = build(
        parsed("a.txt", [score("36.01", "77.73"), score("36.02", "50.0"), score("36.02", "51.0")]),
        parsed("b.txt", [score("36.01", "61.5"), score("36.03", "20.5", decision="review")]),
        parsed("c.txt", [score("36.01", "77.7", decision="review")]),
    )
    assert marks(dataset, "published") == [
        (record.key.region_code, str(record.value("score"))) for record in dataset.scores if record.value("score")
    ]
    (losing,) = {"77.73", "61.5"} - {number for _, number in marks(dataset, "published")}
    unpublished = marks(dataset, "unpublished")
    assert [entry for entry in unpublished if entry[0] != "36.01"] == [
        ("36.02", "50.0"),
        ("36.02", "51.0"),
        ("36.03", "20.5"),
    ]
    assert ("36.01", losing) in unpublished


def test_a_held_value_that_rounds_the_published_one_is_not_drawn(parsed: Make, score: Make, build: Make) -> None:
    dataset = build(
        parsed("a.txt", [score("36.01", "77.73")]), parsed("b.txt", [score("36.01", "77.7", decision="review")])
    )
    assert marks(dataset, "unpublished") == []


def test_marks_stand_where_their_score_is(dataset: Dataset) -> None:
    ticks = {
        entry.text: float(entry.get("x", "nan"))
        for entry in tree(dataset).iter(f"{SVG}text")
        if entry.get("text-anchor") == "middle" and (entry.text or "").isdigit()
    }
    step = (ticks["100"] - ticks["0"]) / 100
    for entry in tree(dataset).iter(f"{SVG}path"):
        if entry.get("data-score"):
            x = float(entry.get("transform", "").removeprefix("translate(").split()[0])
            assert x == pytest.approx(ticks["0"] + float(entry.get("data-score", "")) * step, abs=0.2)


def test_provinces_are_sorted_by_score_and_the_cuts_are_named(dataset: Dataset) -> None:
    own, below = shown(dataset).panels
    scores = [line.marks[0].score for line in own.lines]
    assert scores == sorted(scores, reverse=True)
    assert [line.region.short for line in own.lines] == ["DKI Jakarta", "Sulawesi Utara", "Banten"]
    assert [(line.region.short, len(line.published), line.of) for line in below.lines] == [("Banten", 3, 8)]
    text = words(dataset)
    for cut in ("rendah < 21.7", "tinggi ≥ 68.5", "rendah ≤ 13.46", "tinggi ≥ 49.33"):
        assert cut in text
    assert len([entry for entry in tree(dataset).iter(f"{SVG}line") if entry.get("class") == "cut"]) == 4


def test_the_caption_counts_published_values(dataset: Dataset) -> None:
    text = words(dataset).replace("\n", " ")
    assert "3 of 34 provinces and 3 of 514 kabupaten/kota have a published value" in text
    assert "edition ikp_2024" in text
    assert "as of the 8 documents in the corpus, the latest of 2024-08-18." in text


def test_a_category_without_a_score_counts_and_is_not_drawn(parsed: Make, score: Make, build: Make) -> None:
    facts = [score("36.01", "60.0"), {"type": "category", "region_code": "36.02", "category": "tinggi"}]
    dataset = build(parsed("a.txt", facts))
    assert (shown(dataset).locals.published, shown(dataset).locals.unscored) == (2, 1)
    assert "(1 of them a category without a score, not drawn)" in words(dataset).replace("\n", " ")
    assert marks(dataset, "published") == [("36.01", "60.0")]


def test_the_edition_with_the_most_scores_is_shown(parsed: Make, score: Make, build: Make) -> None:
    old = [score(code, "2.5", edition="ikp_pilkada_2018") for code in ("36.01", "36.02", "61")]
    dataset = build(parsed("a.txt", [*old, score("36.01", "60.0"), score("36.02", "60.0")]))
    assert shown(dataset).edition.id == "ikp_pilkada_2018"
    assert shown(dataset).top == Decimal(5)
    assert "3 of 17" not in words(dataset)
    assert "1 of 17 provinces" in words(dataset)


def test_without_a_known_scale_the_axis_ends_above_the_highest_score(
    parsed: Make, score: Make, build: Make
) -> None:
    edition = "pemetaan_pilkada_2024"
    dataset = build(parsed("a.txt", [score("64.01", "26.05", edition=edition)]))
    assert Scale(shown(dataset).top).ticks[-1] == 30
    assert shown(dataset).panels[0].bounds == ()
    assert "category not known" in words(dataset)


def test_a_scale_of_nothing_has_an_axis_all_the_same() -> None:
    assert Scale(Decimal(0)).ticks == [Decimal(0), Decimal("0.1")]


def test_crowded_marks_never_touch(parsed: Make, score: Make, build: Make, reference: Reference) -> None:
    codes = [code for code in sorted(reference.regions) if code.startswith("33.")]
    dataset = build(parsed("a.txt", [score(code, "40.0") for code in codes]))
    places = [entry.get("transform") for entry in tree(dataset).iter(f"{SVG}path") if entry.get("class")]
    assert len(places) == len(codes) == len(set(places))


@pytest.mark.parametrize("name", ['Kabupaten <A> & "B"', "]]>", "Kota\x00\x1b\ud800", "'; alert(1)"])
def test_odd_names_are_escaped(name: str, dataset: Dataset, reference: Reference) -> None:
    regions = dict(reference.regions) | {"36": replace(reference.regions["36"], name=name, short=name)}
    odd = replace(dataset, reference=replace(reference, regions=regions))
    legible = "".join(letter if letter.isprintable() else "\ufffd" for letter in name)
    assert legible in words(odd)
    assert any(entry.text and entry.text.startswith(legible) for entry in tree(odd).iter(f"{SVG}title"))
    assert marks(odd, "published") == marks(dataset, "published")


def test_the_picture_is_plain_and_described(dataset: Dataset) -> None:
    root = tree(dataset)
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "title desc")
    assert root.get("width") == str(WIDTH)
    about = {entry.get("id"): entry.text for entry in root if entry.get("id")}
    assert "2024" in (about["title"] or "")
    assert "3 of 34 provinces" in (about["desc"] or "")
    names = {entry.tag.removeprefix(SVG) for entry in root.iter()}
    assert names == {"svg", "title", "desc", "rect", "text", "line", "path"}
    attributes = {name for entry in root.iter() for name in entry.keys()}  # noqa: SIM118 -- an element is no mapping
    assert not [name for name in attributes if name.startswith("on") or "href" in name or name == "style"]


def test_an_empty_dataset_gives_a_small_picture(reference: Reference) -> None:
    root = tree(consolidate((), (), reference))
    assert "No score is published yet" in words(consolidate((), (), reference))
    assert float(root.get("height", "nan")) < 200


def test_the_same_findings_give_the_same_picture(corpus: list[Parsed], reference: Reference) -> None:
    expected = overview_svg(consolidate(tuple(map(account_of, corpus)), (), reference))
    assert overview_svg(consolidate(tuple(map(account_of, corpus[::-1])), (), reference)) == expected
