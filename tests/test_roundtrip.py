"""The round trip: what is written in a known way is read back, and nothing is accepted that was not written.

A failure names the document; ``PYTHONPATH=tests python -m campaigns.roundtrip --layout NAME --seed N --format F
--show`` makes it again and prints what was written and what was read. The floors of what must be found stand in
``tests/roundtrip/floors.json``; to lower one takes a reason beside it.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pipeline.dataset.evaluation.evaluate import evaluate, parse_gold, stem_of
from pipeline.jobs.extracting import extract_paths
from pipeline.model import Parsed
from roundtrip.compare import Outcome, findings_of, judge, read_back
from roundtrip.corpus import keys_of, write_corpus
from roundtrip.layouts import LAYOUTS
from roundtrip.noise import NOISES, noisy
from roundtrip.paper import Heading, Items, Paper, Paragraph, Table
from roundtrip.render_text import aligned_table, render_text
from roundtrip.specimen import BY_NAME, FORMATS, Key, make

FLOORS: dict[str, Any] = json.loads(
    (Path(__file__).parent / "roundtrip" / "floors.json").read_text(encoding="utf-8")
)
FIRST = next(iter(BY_NAME))
EXAMPLES = 6
FAMILIES = {
    *("score_lists", "score_prose", "score_tables", "levels"),
    *("dimensions_ranks", "indicators", "tallies", "polling_stations"),
}
# Word files and PDFs take three times as long.
MIX = ("text", "html", "text", "pdf", "html", "docx")

by_layout = pytest.mark.parametrize("name", BY_NAME)
by_format = pytest.mark.parametrize("name", FORMATS)

PAPER = Paper(
    title='Bawaslu Petakan "Kerawanan" Pemilu',
    parts=(
        Paragraph(text="Bawaslu menyampaikan kerawanan (41,20) pada Senin - dan Selasa."),
        Heading(text="Daftar Kabupaten"),
        Items(items=("Kota Bima, skor 41,20", "Kabupaten Sumbawa, skor 40,10"), ordered=True, start=4),
        Items(items=("butir tanpa nomor",), ordered=False),
        Table(
            header=("No", "Daerah", "Skor"), rows=(("1", "Kabupaten Dompu", "33,10"), ("2", "Kota Mataram", ""))
        ),
    ),
    published=None,
)
WORDS = (
    "Petakan",
    "pada Senin",
    "Daftar Kabupaten",
    "Kota Bima, skor 41,20",
    "butir tanpa nomor",
    "Kota Mataram",
    "33,10",
)


# --- the property ---


@by_layout
def test_nothing_wrong_is_accepted_and_enough_is_found(name: str) -> None:
    outcomes: list[Outcome] = []

    @settings(max_examples=EXAMPLES, phases=[Phase.explicit, Phase.generate], database=None)
    @given(seed=st.integers(0, 99_999))
    def holds(seed: int) -> None:
        outcome = read_back(Key(layout=name, seed=seed, format=MIX[len(outcomes) % len(MIX)]))
        outcomes.append(outcome)

    holds()
    facts, found = sum(one.facts for one in outcomes), sum(one.found for one in outcomes)
    missed = [f"{one.key}: {fact}" for one in outcomes for fact in one.missed]
    wrong = [one for one in outcomes if one.wrong]
    allowed = FLOORS["wrong"].get(name, FLOORS["wrong"]["*"])
    assert len(wrong) <= allowed, "\n".join(str(fact) for one in wrong for fact in one.wrong)
    floor = FLOORS["found"].get(name, FLOORS["found"]["*"])
    assert facts, "the layout demands nothing"
    assert found / facts >= floor, f"{found / facts:.3f} found\n" + "\n".join(missed[:20])


def test_floors_name_layouts() -> None:
    assert set(FLOORS["found"]) - {"*"} <= set(BY_NAME)
    assert all(0 <= floor <= 1 for floor in FLOORS["found"].values())
    assert set(FLOORS["wrong"]) - {"*"} <= set(BY_NAME)
    assert FLOORS["wrong"]["*"] == 0


# --- the layouts ---


def test_layouts_are_many_and_have_their_own_names() -> None:
    assert len(BY_NAME) == len(LAYOUTS) >= 44
    families = Counter(layout.family for layout in LAYOUTS)
    assert set(families) == FAMILIES
    assert min(families.values()) >= 5
    assert all(layout.doc for layout in LAYOUTS)


@by_layout
def test_a_seed_makes_the_same_text_and_facts(name: str) -> None:
    write = BY_NAME[name].write
    assert write(Random("7")) == write(Random("7"))
    assert len({write(Random(str(seed))).paper for seed in range(8)}) > 4


# --- rendering and noise ---


@by_format
def test_a_key_makes_the_same_bytes(name: str) -> None:
    key = Key(layout=FIRST, seed=3, format=name)
    assert make(key) == make(key)


@by_format
@pytest.mark.parametrize("seed", range(6))
def test_every_style_shows_every_word(name: str, seed: int) -> None:
    data = FORMATS[name].render(PAPER, Random(seed))
    text = " ".join(_text_of(data, name).split())
    assert [word for word in WORDS if word not in text] == []


def _text_of(data: bytes, name: str) -> str:
    from pipeline.readers import read  # noqa: PLC0415 (spaCy and readers load only where a document is read)

    document = read(data, name=f"dokumen{FORMATS[name].suffix}", sha256="0" * 64)
    return " ".join(block.span.of(document.text) for block in document.blocks)


def test_text_styles_differ() -> None:
    assert len({render_text(PAPER, Random(seed)) for seed in range(40)}) > 12


def test_aligned_columns_stand_below_each_other() -> None:
    lines = aligned_table(Table(header=("No", "Daerah"), rows=(("1", "Dompu"), ("12", "Bima"))))
    assert {line.index(word) for line, word in zip(lines, ("Daerah", "Dompu", "Bima"), strict=True)} == {5}


def test_noise_leaves_numbers_and_cells_whole() -> None:
    seen = set()
    for seed in range(200):
        changed = noisy(PAPER, Random(seed), printed=False)
        opening, _, numbered, _, table = changed.parts
        assert isinstance(opening, Paragraph)
        assert isinstance(numbered, Items)
        assert isinstance(table, Table)
        seen.add(opening.text)
        assert "41,20" in opening.text or "(41, 20)" in opening.text
        assert all("41,20" in item or "40,10" in item for item in numbered.items)
        assert table.header == ("No", "Daerah", "Skor")
        assert [row[2] for row in table.rows] == ["33,10", ""]
    assert len(seen) > len(NOISES)


def test_printed_noise_is_what_a_pdf_can_hold() -> None:
    papers = (noisy(PAPER, Random(seed), printed=True) for seed in range(100))
    assert all(str(paper).encode("cp1252") for paper in papers)


# --- the judge ---

FACT = {"type": "score", "region_code": "52.72", "edition": "ikp_2024", "score": 41.2, "category": "sedang"}
FOUND = {
    **FACT,
    "decision": "auto",
    "rule": "r",
    "confidence": 0.99,
    "evidence": {"quote": "q"},
    "document": "dokumen.txt",
}


def judged(*rows: dict[str, object]) -> Outcome:
    """Judge rows against a specimen that states one score with its level."""
    specimen = make(Key(layout=FIRST, seed=0, format="text"))
    return judge(type(specimen)(key=specimen.key, data=b"", facts=(FACT,), published=None), rows)


def test_a_right_finding_is_right_and_a_missing_one_is_missed() -> None:
    assert (judged(FOUND).right, judged(FOUND).wrong, judged(FOUND).missed) == (2, (), ())
    assert len(judged().missed) == 2


def test_what_waits_for_a_person_is_never_wrong() -> None:
    right, other = {**FOUND, "decision": "review"}, {**FOUND, "decision": "review", "score": 9.9, "category": None}
    assert (judged(right).right, judged(right).review, judged(right).doubtful) == (0, 2, 0)
    assert (judged(FOUND, other).doubtful, judged(FOUND, other).wrong) == (1, ())


@pytest.mark.parametrize(
    ("change", "ways"),
    [
        ({"score": 9.9}, ["value"]),
        ({"category": "tinggi"}, ["value"]),
        ({"region_code": "36"}, ["invented", "region"]),
        ({"edition": "ikp_2019"}, ["edition", "edition"]),
        ({"type": "indicator", "indicator": 5}, ["invented"]),
        ({"type": "tally", "scope_code": "52", "level": "regency_city", "n": 3}, ["invented"]),
    ],
)
def test_every_way_of_being_wrong_is_told(change: dict[str, object], ways: list[str]) -> None:
    assert sorted(one.way for one in judged({**FOUND, **change}).wrong) == ways


# --- a corpus ---


def test_a_corpus_has_every_format_and_its_gold(tmp_path: Path) -> None:
    write_corpus(tmp_path, 12, seed=5)
    documents = [path for path in sorted(tmp_path.iterdir()) if not path.name.endswith(".json")]
    assert {path.suffix for path in documents} == {kind.suffix for kind in FORMATS.values()}
    for path, key in zip(documents, keys_of(12, seed=5), strict=True):
        gold = path.with_suffix(".gold.json").read_text(encoding="utf-8")
        assert gold == make(key).gold
    taken = list(extract_paths(documents[:3]))
    assert all(isinstance(one, Parsed) for one in taken)
    gold_files = {
        stem_of(path.name): parse_gold(path.with_suffix(".gold.json").read_text(encoding="utf-8"), where=path.name)
        for path in documents[:3]
    }
    rows = [{**row, "document": path.name} for path, key in zip(documents[:3], keys_of(12, seed=5), strict=False)
            for row in findings_of(make(key))]  # fmt: skip
    assert evaluate(gold_files, rows).kinds["all"].exact > 0
