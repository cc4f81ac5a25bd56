"""What the reference tables hold, checked against figures that were verified apart from them."""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal
from importlib import resources
from statistics import mean, stdev

import pytest

from pipeline.model import CATEGORIES, Category
from pipeline.reference import Edition, OfficialScore, load_reference
from pipeline.reference.load import COLUMNS, wording_key

DIMENSIONS = ("konteks sosial politik", "penyelenggaraan", "kontestasi", "partisipasi")


def test_every_table_is_described_in_the_readme() -> None:
    text = (resources.files("pipeline.reference") / "README.md").read_text(encoding="utf-8")
    assert [table for table in COLUMNS if f"`{table}`" not in text] == []


def test_tables_are_plain_csv() -> None:
    for table in COLUMNS:
        raw = (resources.files("pipeline.reference") / table).read_bytes()
        assert b"\r" not in raw, table
        assert raw.endswith(b"\n"), table
        assert not raw.startswith(b"\xef\xbb\xbf"), table


def test_catalog_has_16_24_15_and_6_indicators() -> None:
    rows = load_reference().indicators.values()
    assert [sum(row.dimension == key for row in rows) for key in DIMENSIONS] == [16, 24, 15, 6]


def test_subdimensions_belong_to_the_dimension_of_their_indicators() -> None:
    tables = load_reference()
    for row in tables.indicators.values():
        assert tables.dimensions[row.subdimension].parent == row.dimension, row.number
    assert len({row.subdimension for row in tables.indicators.values()}) == 12


def test_weights_of_the_four_dimensions_sum_to_one() -> None:
    tables = load_reference()
    weights = [tables.dimensions[key].weight for key in DIMENSIONS]
    assert sum(weight for weight in weights if weight is not None) == 1
    assert all(row.weight is None for key, row in tables.dimensions.items() if key not in DIMENSIONS)


def test_every_indicator_has_at_least_six_wordings() -> None:
    counts = Counter(row.number for row in load_reference().indicator_aliases)
    assert {number: counts[number] for number in range(1, 62) if counts[number] < 6} == {}


def test_the_name_of_a_known_issue_is_one_of_its_wordings() -> None:
    for known in load_reference().known_issues:
        assert wording_key(known.issue) in {wording_key(wording) for wording in known.wordings}, known.issue


def test_arguable_pairs_are_said_to_be_arguable() -> None:
    rows = {row.wording.casefold(): row for row in load_reference().indicator_aliases}
    expected = [("hoaks", 48, 49), ("ujaran kebencian", 50, 51), ("isu sara", 46, 47), ("sengketa pemilu", 38, 37)]
    for wording, number, other in [*expected, ("kampanye di luar jadwal", 44, 45)]:
        assert (rows[wording].number, rows[wording].arguable) == (number, (other,))


def test_552_regions_in_38_provinces() -> None:
    levels = Counter(row.level for row in load_reference().regions.values())
    assert levels == {"country": 1, "province": 38, "regency": 416, "city": 98}


def test_regions_lie_in_a_province_now_and_then() -> None:
    regions = load_reference().regions
    assert (regions["ID"].province, regions["ID"].province_2022) == (None, None)
    for code, row in regions.items():
        if code != "ID":
            assert row.province == code[:2]
            assert regions[row.province_2022 or ""].level == "province"
    assert len({row.province_2022 for row in regions.values() if row.province_2022}) == 34


@pytest.mark.parametrize(
    ("code", "name", "short"),
    [
        ("31", "Provinsi DKI Jakarta", "DKI Jakarta"),
        ("34", "Provinsi DI Yogyakarta", "DI Yogyakarta"),
        ("36.04", "Kabupaten Serang", "Serang"),
        ("36.73", "Kota Serang", "Serang"),
        ("31.74", "Kota Administrasi Jakarta Selatan", "Jakarta Selatan"),
        ("31.01", "Kabupaten Administrasi Kepulauan Seribu", "Kepulauan Seribu"),
        ("95.01", "Kabupaten Jayawijaya", "Jayawijaya"),
    ],
)
def test_names_with_and_without_prefix(code: str, name: str, short: str) -> None:
    row = load_reference().regions[code]
    assert (row.name, row.short) == (name, short)


@pytest.mark.parametrize(
    ("alias", "code"),
    [("Tanah Jawara", "36"), ("Benua Etam", "64"), ("Kota Waringin Timur", "62.02"), ("Tangsel", "36.74")],
)
def test_nicknames_and_split_names(alias: str, code: str) -> None:
    rows = {row.alias: row.code for row in load_reference().region_aliases}
    assert rows[alias] == code


def test_ordinary_words_need_a_capital() -> None:
    capital = {row.alias for row in load_reference().region_aliases if row.capital}
    assert {"Ibu Kota", "Mitra", "Palas", "Solo", "Aru", "Meranti", "Kota Baru", "Singkil"} <= capital
    assert not {"Jabar", "Tangsel", "Tanah Jawara"} & capital


def provinces_2024() -> list[OfficialScore]:
    rows = load_reference().scores
    return [row for row in rows if row.edition == "ikp_2024" and row.basis == "provinsi" and row.dimension is None]


def test_province_scores_give_the_published_cuts() -> None:
    scores = [float(row.score) for row in provinces_2024() if row.score is not None]
    edition = load_reference().editions["ikp_2024"]
    assert len(scores) == 34
    assert mean(scores) + stdev(scores) == pytest.approx(float(edition.high_province or 0), abs=0.01)
    assert mean(scores) - stdev(scores) == pytest.approx(float(edition.low_province or 0), abs=0.01)


def test_kalimantan_timur_is_74_04() -> None:
    assert next(row.score for row in provinces_2024() if row.region_code == "64") == Decimal("74.04")


def category_of(score: Decimal, edition: Edition, *, province: bool) -> Category:
    high = edition.high_province if province else edition.high_regency
    low = edition.low_province if province else edition.low_regency
    assert high is not None
    assert low is not None
    if score >= high:
        return "tinggi"
    exclusive = province and edition.low_exclusive_province
    return "rendah" if (score < low if exclusive else score <= low) else "sedang"


def test_stated_categories_agree_with_the_cuts() -> None:
    tables = load_reference()
    checked = 0
    for row in tables.scores:
        edition = tables.editions[row.edition]
        if row.score is not None and row.category is not None and row.dimension is None and edition.high_province:
            province = tables.regions[row.region_code].level == "province"
            assert category_of(row.score, edition, province=province) == row.category, row
            checked += 1
    assert checked >= 210


def test_a_figure_stands_once() -> None:
    places = Counter((row.edition, row.region_code, row.basis, row.dimension) for row in load_reference().scores)
    assert [place for place, n in places.items() if n > 1] == []
    tallies = Counter((row.edition, row.level, row.dimension, row.category) for row in load_reference().tallies)
    assert [place for place, n in tallies.items() if n > 1] == []


def test_scores_lie_on_the_scale_of_their_edition() -> None:
    tables = load_reference()
    for row in tables.scores:
        top = tables.editions[row.edition].scale_max
        if row.score is not None:
            assert top is not None, row
            assert 0 <= row.score <= top, row


@pytest.mark.parametrize(
    ("edition", "weights", "regions"),
    [("ikp_2024", "0.27 0.38 0.25 0.10", 6), ("ikp_pilkada_2020", "0.30 0.30 0.25 0.15", 14)],
)
def test_four_dimensions_give_the_total(edition: str, weights: str, regions: int) -> None:
    """Every region whose total and four dimensions are known, the means of the country apart."""
    own = [row for row in load_reference().scores if row.edition == edition and row.basis != "agregat_kabkota"]
    scores = {(row.region_code, row.dimension): row.score for row in own if row.score is not None}
    whole = {code for code, _ in scores if all((code, key) in scores for key in (None, *DIMENSIONS))} - {"ID"}
    for code in whole:
        pairs = zip(DIMENSIONS, map(Decimal, weights.split()), strict=True)
        total = sum(scores[code, key] * weight for key, weight in pairs)
        assert abs(total - scores[code, None]) <= Decimal("0.01"), code
    assert len(whole) >= regions


def test_ranks_of_the_provinces_of_an_edition_fall_with_scores() -> None:
    ranked: dict[tuple[object, ...], list[tuple[int, Decimal]]] = defaultdict(list)
    for row in load_reference().scores:
        if row.rank is not None and row.score is not None and len(row.region_code) == len("ID"):
            ranked[row.edition, row.basis, row.dimension].append((row.rank, row.score))
    for place, pairs in ranked.items():
        scores = [score for _, score in sorted(pairs)]
        assert scores == sorted(scores, reverse=True), place


def test_ranks_fall_with_scores() -> None:
    ranked = sorted((row.rank, row.score) for row in provinces_2024() if row.rank and row.score is not None)
    scores = [score for _, score in ranked]
    assert [rank for rank, _ in ranked] == list(range(1, 35))
    assert scores == sorted(scores, reverse=True)


def test_province_tallies_are_those_of_the_province_scores() -> None:
    counts = Counter(row.category for row in provinces_2024())
    tallies = {
        row.category: row.n
        for row in load_reference().tallies
        if (row.edition, row.level, row.dimension) == ("ikp_2024", "province", None)
    }
    assert tallies == counts == {"tinggi": 5, "sedang": 21, "rendah": 8}


@pytest.mark.parametrize("edition", ["ikp_pilkada_2018", "ikp_pilkada_2020", "pemetaan_pilkada_2024"])
def test_levels_of_all_provinces_are_those_of_the_tallies(edition: str) -> None:
    tables = load_reference()
    provinces = [row for row in tables.scores if row.edition == edition and len(row.region_code) == len("ID")]
    counts = Counter(row.category for row in provinces if row.category and row.region_code != "ID")
    tallies = {
        row.category: row.n
        for row in tables.tallies
        if (row.edition, row.level, row.dimension) == (edition, "province", None) and row.n
    }
    assert dict(counts) == tallies


@pytest.mark.parametrize(
    ("edition", "level", "regions"),
    [
        ("ikp_2024", "province", 34),
        ("ikp_2024", "regency_city", 514),
        ("ikp_2019", "regency_city", 514),
        ("ikp_pilkada_2018", "province", 17),
        ("ikp_pilkada_2018", "regency_city", 154),
        ("pemetaan_pilkada_2024", "province", 37),
        ("pemetaan_pilkada_2024", "regency_city", 508),
    ],
)
def test_tallies_count_every_region_once(edition: str, level: str, regions: int) -> None:
    rows = [r for r in load_reference().tallies if (r.edition, r.level, r.dimension) == (edition, level, None)]
    assert {row.category for row in rows} == set(CATEGORIES)
    assert sum(row.n for row in rows) == regions


def test_19_editions_with_wordings_of_their_own() -> None:
    editions = load_reference().editions
    owners = Counter(wording.casefold() for row in editions.values() for wording in row.wordings)
    assert len(editions) == 19
    assert [wording for wording, n in owners.items() if n > 1] == []


def test_no_wording_of_a_stage_means_two_stages_but_the_two_of_one_day() -> None:
    owners = Counter(wording.casefold() for row in load_reference().stages for wording in row.wordings)
    assert [wording for wording, n in owners.items() if n > 1] == []


@pytest.mark.parametrize(("edition", "count"), [("ikp_2024", 12), ("ikp_2019", 16)])
def test_instruments_have_their_subdimensions(edition: str, count: int) -> None:
    tables = load_reference()
    own = [row for row in tables.dimensions.values() if edition in row.editions and row.parent]
    assert len(own) == count == tables.editions[edition].subdimensions


def test_regions_that_vote_add_up() -> None:
    for row in load_reference().editions.values():
        if row.areas is not None:
            assert row.areas == (row.provinces or 0) + (row.regencies or 0), row.id
    assert [load_reference().editions[key].provinces for key in ("ikp_pilkada_2018", "ikp_pilkada_2020")] == [
        17,
        9,
    ]


def test_a_mapping_comes_before_its_vote() -> None:
    for row in load_reference().editions.values():
        if row.published is not None and row.polled is not None:
            assert row.published < row.polled, row.id
