"""What is kept in memory after a decision is what would be loaded anew: on the samples, any acts in any order."""

from __future__ import annotations

import random
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from apart import all_here
from pipeline.errors import UsageError
from pipeline.jobs.desk import Desk
from pipeline.jobs.docket import Docket
from pipeline.review.fields import editable_fields
from pipeline.review.queue import Filter, QueueItem, queue_groups
from pipeline.review.say import Act
from review.corpora import TWICE, Place

SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
ACTS: tuple[Act, ...] = ("accept", "accept", "reject", "edit", "edit", "keep", "defer", "withdraw")
EDITS = {
    "score": ["12,30", "77.7", ""],
    "category": ["tinggi", "rendah", ""],
    "rank": ["3", ""],
    "indicator": ["54", "27", ""],
    "status": ["denied", "reported"],
    "count": ["12", ""],
    "n": ["7"],
    "label": ["Politik uang"],
    "region_code": ["36.01", "35", "35.06"],
    "scope_code": ["36"],
    "edition": ["ikp_2024", "ikp_2019"],
    "basis": ["provinsi"],
    "dimension": ["kontestasi"],
    "level": ["province"],
}


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Place:
    place = Place(folder=tmp_path_factory.mktemp("samples"))
    place.corpus.mkdir()
    for path in sorted(SAMPLES.iterdir()):
        if path.suffix in {".txt", ".html", ".docx", ".md"} and path.name != "README.md":
            shutil.copy(path, place.corpus)
    shutil.copy(SAMPLES / "jatim-tiga-kabupaten.txt", place.corpus / "salinan.txt")
    place.put(TWICE, "dua-nilai.txt")
    with pytest.MonkeyPatch.context() as patch:
        all_here(patch)
        place.run()
    return place


def shown(item: QueueItem) -> tuple[object, ...]:
    """Return all of an item but the mark of its verdict, which must be equal too."""
    return (
        item.key, item.kind, item.impact, item.doubt, item.cause, item.why, item.pattern, item.cell, item.published,
        item.value, item.deferred, item.sha256, item.item.machine, item.item.shown, item.item.mark, item.item.family,
    )  # fmt: skip


def assert_as_loaded(desk: Desk) -> None:
    kept = desk._docket
    fresh = Docket.load(desk.corpus, desk.out, desk.reference)
    assert [shown(item) for item in kept.pending(Filter())] == [shown(item) for item in fresh.pending(Filter())]
    assert sorted(kept.items) == sorted(fresh.items)
    for key, item in fresh.items.items():
        assert shown(kept.items[key]) == shown(item)
        assert [one.key for one in kept.for_cell(kept.items[key])] == [one.key for one in fresh.for_cell(item)]
        assert (kept.source(key) is None) == (fresh.source(key) is None)
    assert kept.board.records == fresh.board.records
    assert queue_groups(kept.pending(Filter())) == queue_groups(fresh.pending(Filter()))


def act_at_random(desk: Desk, chance: random.Random) -> None:
    actor = chance.choice(["Sari", "Budi"])
    if chance.random() < 0.12:
        desk.undo(actor)
        return
    groups = desk.groups()
    if groups and chance.random() < 0.1:
        group = chance.choice(groups)
        act: Act = chance.choice(["accept", "reject", "defer", "keep"])
        desk.decide_group(actor, group.pattern, act, desk.digest(group.pattern))
        return
    decided = [item for item in desk._docket.items.values() if item.item.rulings]
    pool = chance.choice([desk.queue(), tuple(decided), tuple(desk._docket.items.values())])
    if not pool:
        return
    item = chance.choice(pool)
    act = chance.choice(ACTS)
    changes = {}
    if act == "edit":
        names = chance.sample(editable_fields(item.item.machine), 1 + (chance.random() < 0.3))
        changes = {name: chance.choice(EDITS[name]) for name in names}
    desk.decide(actor, item.key, item.item.mark, act, changes=changes)


@pytest.mark.parametrize(("seed", "second_eyes"), [(1, False), (2, False), (3, True), (4, True)])
def test_after_any_acts_as_if_loaded_anew(samples: Place, tmp_path: Path, seed: int, second_eyes: bool) -> None:  # noqa: FBT001
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    if second_eyes:
        (corpus / "review.toml").write_text("second_eyes = true\n")
    chance, desk = random.Random(seed), Desk(corpus, samples.out)
    assert len(desk.queue()) > 10
    refused: list[str] = []
    for number in range(60):
        try:
            act_at_random(desk, chance)
        except UsageError as error:
            refused.append(str(error))
        if number % 5 == 4:
            assert_as_loaded(desk)
    assert len(refused) < 30, refused
    assert len({line.batch for line in desk.log}) > 25
    with suppress(UsageError):
        while True:
            desk.undo("Sari")
    assert_as_loaded(desk)
