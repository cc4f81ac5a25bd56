"""When a text was written, and what its days, months and terms of office are worth for which edition."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.extract.editions.time_votes import (
    following,
    is_renewed,
    latest_of,
    launch_votes,
    office_votes,
    poll_votes,
    time_votes,
)
from pipeline.extract.editions.times import When, is_history, misdates_launch, when
from pipeline.extract.words.dates import find_dates
from pipeline.reference import Reference
from pipeline.text import tidy_mapped

Days = tuple[date | None, date | None, date | None]


def _day(written: str) -> date:
    return date.fromisoformat(written)


def _when(text: str, reference: Reference, *, event: date | None = None, hints: str = "") -> When:
    return when(tidy_mapped(text).text, published=None, event=event, hints=hints, reference=reference)


# --- the time of a text ---

SURE = {
    "Jumat (16/12/2022)": "2022-12-16",
    "Jumat (16/12/2022), Senin (19/12/2022)": "2022-12-19",
    "Jumat (16/12/2022), Selasa (20/12/2023)": "2022-12-16",  # the second is no Tuesday
    "Selasa (20/12/2023)": "2023-12-20",
    "Rabu (14/2/2024), Selasa (13/2/2024)": "2024-02-13",  # not the day of the vote
    "Rabu (21/2/2024) yang akan datang nanti": "2024-02-21",
}
BETWEEN = {
    "16 Desember 2022": ("2022-12-16", "2022-12-16"),
    "16 Desember 2022, lalu 19 Desember 2022, lalu 2 Mei 2022": ("2022-12-19", "2022-12-19"),
    "nanti 16 Desember 2022": ("2022-12-16", "2022-12-16"),
    "nanti Desember 2022": ("2022-12-01", "2022-12-28"),
    "Undang-undang lahir " + "x" * 60 + " 16 Desember 2022": ("2022-12-16", "2022-12-16"),
    "UU disahkan " + "x" * 60 + " Desember 2022": ("2022-12-01", "2022-12-28"),
    "rawan, Sabtu (23/6), Rabu (28/12)": ("2018-06-23", "2018-06-23"),
    "Rabu (28/12), Sabtu (23/6)": ("2018-06-23", "2018-06-23"),
    "25 September 2028": ("2028-09-25", "2028-09-25"),
    "14 Februari 2024": ("2024-02-01", "2024-02-28"),  # only the month: the day is the vote's
    "Desember 2022": ("2022-12-01", "2022-12-28"),
    "November 2022 dan Oktober 2022": ("2022-11-01", "2022-11-28"),
    "contoh.id/2018/10/03/ikp": ("2018-10-03", "2018-10-03"),
    "contoh.id/2024/09/ikp": ("2024-09-01", "2024-09-28"),
    "Sabtu (23/6)": ("2018-06-23", "2018-06-23"),
    "Senin (25/6), Sabtu (23/6)": ("2018-06-25", "2018-06-25"),
    "Rabu (14/2)": ("2018-02-14", "2018-02-14"),  # in 2024 people voted on it
    "© 2018 Kabar": ("2018-01-01", "2018-12-31"),
    "Copyright 2019, hak cipta 2018": ("2018-01-01", "2018-12-31"),
}
UNTOLD = [
    "16 Desember 2022 yang nanti",
    "16 Desember 2022 nanti",
    "Rabu (14/2/2024) mendatang",
    "Undang-undang disahkan 16 Desember 2022",
    "pemungutan suara pada 23 September 2020",
    "pencoblosan digelar Rabu (21/2/2024)",
    "dirilis 25 September 2028",
    "Desember 2022 nanti",
    "UU lahir Desember 2022",
    "pencoblosan Desember 2022",
    "dirilis Desember 2022",
    "contoh.id/2018/13/03/ikp",
    "contoh.id/2018/02/31/ikp",
    "Rabu (28/12)",
    "Pemungutan suara digelar Rabu (23/9)",
    "tanggal 23/6",
    "© 2013 Kabar",
    "© 2025 Kabar",
]


@pytest.mark.parametrize(("text", "at"), SURE.items())
def test_a_day_with_its_weekday_dates_a_text(text: str, at: str, reference: Reference) -> None:
    seen = _when(text, reference, event=None)
    assert (seen.at, seen.low, seen.high, seen.footer) == (_day(at), None, None, False)
    assert seen.dates == find_dates(text)


@pytest.mark.parametrize(("text", "span"), BETWEEN.items())
def test_weaker_signs_say_between_which_days(text: str, span: tuple[str, str], reference: Reference) -> None:
    seen = _when(text, reference)
    assert (seen.at, seen.low, seen.high) == (None, _day(span[0]), _day(span[1]))
    assert seen.footer is text.startswith(("©", "Copyright"))


@pytest.mark.parametrize("text", UNTOLD)
def test_days_to_come_of_votes_and_of_laws_date_no_text(text: str, reference: Reference) -> None:
    seen = _when(text, reference)
    assert (seen.at, seen.low, seen.high, seen.footer) == (None, None, None, False)
    assert seen.dates == find_dates(text)


def test_days_of_votes_are_those_of_the_table(reference: Reference) -> None:
    """Read the table anew, for what is derived from it is kept."""
    fresh = replace(reference)
    assert _when("Rabu (14/2/2024)", fresh).at is None
    assert _when("Kamis (15/2/2024)", fresh).at == date(2024, 2, 15)


def test_signs_beside_a_text(reference: Reference) -> None:
    assert _when("x", reference, hints="contoh.id/2018/10/03/ikp").low == date(2018, 10, 3)
    assert _when("x", reference, hints="© 2018").footer
    both = _when("© 2018 Kabar", reference, hints="contoh.id/2019/01/03/ikp")
    assert (both.low, both.footer) == (date(2019, 1, 3), False)


PAGES: list[tuple[str | None, str | None, str | None]] = [
    ("2022-12-20", None, "2022-12-20"),
    (None, "2022-12-20", "2022-12-20"),
    ("2022-12-20", "2022-12-19", "2022-12-20"),
    ("2026-01-01", "2022-12-20", "2022-12-20"),  # nothing is voted on in 2026: the page was looked at then
    ("2023-10-15", "2022-12-20", "2023-10-15"),
    ("2026-01-01", "2025-02-02", "2026-01-01"),
    ("2025-01-01", "2024-03-08", "2025-01-01"),
    ("2025-01-01", "2024-03-07", "2024-03-07"),
    (None, None, None),
]
"""Published, the day of the event, the day that counts: 300 days apart may be a day of looking."""


@pytest.mark.parametrize(("published", "event", "at"), PAGES)
def test_day_of_a_page(published: str | None, event: str | None, at: str | None, reference: Reference) -> None:
    days = [_day(one) if one else None for one in (published, event, at)]
    seen = when("x", published=days[0], event=days[1], hints="", reference=reference)
    assert seen.at == days[2]
    assert seen.event == (days[1] if at else None)


def test_history_is_told_within_reach() -> None:
    assert [is_history("sebelumnya " + "x" * more, 11 + more) for more in (109, 110)] == [True, False]
    assert [is_history(text, len(text)) for text in ("Mei lalu, x", "pada 2019 x", "pada tahun 2019 x")] == [
        True
    ] * 3
    assert [
        is_history(text, len(text))
        for text in ("lalu. x", "pada 1999 x", "terlalu x", "selalu x", "kini", "Lalu x", "Alfa. Lalu x")
    ] == [False] * 7
    assert not is_history("kini, sebelumnya", 5)
    assert is_history("Alfa sebelumnya", 15)


def test_misdated_launch(reference: Reference) -> None:
    for text, expected in [
        ("dirilis 25 September 2028", True),
        ("dirilis 25 September 2018", False),
        ("25 September 2028", False),
        ("dirilis 26 September 2028", False),
        ("kini dirilis pada 25 September 2028", True),
        ("dirilis " + "x" * 113 + " 25 September 2028", True),
        ("dirilis " + "x" * 114 + " 25 September 2028", False),
    ]:
        assert misdates_launch(text, find_dates(text)[0], reference) is expected, text


# --- votes ---

LAUNCHES: dict[str, dict[str, float]] = {
    "Jumat (16/12)": {"ikp_2024": 2.0},
    "16 Desember 2022": {"ikp_2024": 2.0},
    "15 Desember 2022": {"ikp_2024": 2.0},
    "17 Desember 2022": {"ikp_2024": 2.0},
    "18 Desember 2022": {},
    "14 Desember 2022": {},
    "16 Desember": {"ikp_2024": 0.8},
    "dirilis 16 Desember": {"ikp_2024": 2.0},
    "16 Desember dirilis": {"ikp_2024": 2.0},
    "16 Desember " + "x" * 31 + " dirilis": {"ikp_2024": 2.0},
    "16 Desember " + "x" * 32 + " dirilis": {"ikp_2024": 0.8},
    "Rabu (16/12)": {},
    "Kamis (16/12)": {},
    "sebelumnya, 16 Desember 2022": {"ikp_2024": 1.0},
    "sebelumnya, 16 Desember": {"ikp_2024": 0.4},
    "sebelumnya dirilis 16 Desember": {"ikp_2024": 1.0},
    "12 Februari 2024": {"tps_rawan_pemilu_2024": 2.0},
    "14 Februari": {},
    "25 Februari 2020 dan 25 September 2018": {"ikp_pilkada_2020": 2.0, "ikp_2019": 2.0},
}
OTHER_YEARS: dict[str, dict[str, float]] = {
    "diluncurkan 16 Desember 2023": {"ikp_2024": 1.5},
    "16 Desember 2023": {},
    "diluncurkan 17 Desember 2023": {},
}
YEARS: dict[str, dict[str, float]] = {
    "diluncurkan pada 2022": {"ikp_2024": 1.5},
    "sebelumnya diluncurkan pada 2022": {"ikp_2024": 0.5},
    "diluncurkan oleh Bawaslu " + "x" * 38 + " 2022": {"ikp_2024": 1.5},
    "diluncurkan oleh Bawaslu " + "x" * 60 + " 2022": {},
    "diluncurkan. 2022": {},
    "diluncurkan pada 2024": {},  # the year of the vote, not of the launch
    "pada 2022": {},
    "diluncurkan pada 2018": {"ikp_2019": 1.5},
    "diluncurkan pada 2023": {},
}
MONTHS: dict[str, dict[str, float]] = {
    "dirilis November 2017": {"ikp_pilkada_2018": 1.5},
    "November 2017 lalu dirilis": {"ikp_pilkada_2018": 1.5},
    "November 2017. Lalu dirilis": {},
    "November 2017; lalu dirilis": {},
    "dirilis. November 2017": {},
    "dirilis Oktober 2017": {},
    "dirilis November 2018": {},
    "November 2017": {},
    "dirilis " + "x" * 93 + " November 2017": {"ikp_pilkada_2018": 1.5},
    "dirilis " + "x" * 94 + " November 2017": {},
    "November 2017 " + "x" * 51 + " dirilis": {"ikp_pilkada_2018": 1.5},
    "November 2017 " + "x" * 53 + " dirilis": {},
    "dirilis Agustus 2023": {},  # thematic
    "dirilis Februari 2024": {},  # of polling stations
}
LAUNCH_WHYS = {
    "gives the day of its launch": LAUNCHES,
    "gives the day of its launch with another year": OTHER_YEARS,
    "gives the year of its launch": YEARS,
    "gives the month of its launch": MONTHS,
}
LAUNCH_ROWS = [(why, text, worth) for why, texts in LAUNCH_WHYS.items() for text, worth in texts.items()]


@pytest.mark.parametrize(("why", "text", "worth"), LAUNCH_ROWS, ids=[f"{row[0]}: {row[1]}" for row in LAUNCH_ROWS])
def test_a_launch_is_worth(why: str, text: str, worth: dict[str, float], reference: Reference) -> None:
    votes = [one for one in launch_votes(text, _when(text, reference), reference) if one.why == why]
    assert {one.id: round(one.weight, 3) for one in votes if one.weight} == worth
    assert {one.cap for one in votes} <= {2.0 if why == "gives the day of its launch" else 1.5}


@pytest.mark.parametrize(("event", "expected"), [(15, False), (16, True), (17, True)])
def test_an_event_on_the_day_of_a_launch_or_after(event: int, *, expected: bool, reference: Reference) -> None:
    assert ("ikp_2024" in _fresh(date(2022, 12, event), reference)) is expected


def test_an_event_three_weeks_after_a_launch_is_about_it(reference: Reference) -> None:
    assert _fresh(date(2023, 1, 6), reference) == {"ikp_2024": 2.0}
    assert _fresh(date(2023, 1, 7), reference) == {}
    assert _fresh(date(2023, 8, 13), reference) == {}  # a thematic mapping


def _fresh(event: date, reference: Reference) -> dict[str, float]:
    votes = launch_votes("x", _when("x", reference, event=event), reference)
    return {one.id: one.weight for one in votes if one.why == "reports an event just after its launch"}


def test_an_index_without_a_day_on_record_came_out_in_autumn(reference: Reference) -> None:
    editions = {"ikp_2024": replace(reference.editions["ikp_2024"], published=None)}
    table = replace(reference, editions=editions)
    for text, expected in [
        ("dirilis Oktober 2023", ["ikp_2024"]),
        ("dirilis Desember 2023", ["ikp_2024"]),
        ("dirilis September 2023", []),
        ("dirilis Oktober 2024", []),
        ("dirilis Oktober 2022", []),
    ]:
        assert [one.id for one in launch_votes(text, _when(text, table), table)] == expected, text


POLLS: dict[str, dict[str, float]] = {
    "pencoblosan 14 Februari": {"ikp_2024": 0.98},
    "14 Februari pencoblosan": {"ikp_2024": 0.98},
    "14 Februari": {},
    "14 Februari lalu pencoblosan": {},
    "14 Februari 2024 lalu pencoblosan": {},
    "pencoblosan 14 Februari 2023": {},
    "pencoblosan 15 Februari": {"ikp_pilkada_2017": 0.84},
    "pencoblosan 9 Desember": {"ikp_pilkada_2015": 0.8, "ikp_pilkada_2020": 0.9},
    "Pilkada 27 November 2024": {"pemetaan_pilkada_2024": 0.98},
    "pencoblosan " + "x" * 50 + " 14 Februari": {"ikp_2024": 0.98},
    "pencoblosan " + "x" * 51 + " 14 Februari": {},
    "14 Februari " + "x" * 27 + " pencoblosan": {"ikp_2024": 0.98},
    "14 Februari " + "x" * 28 + " pencoblosan": {},
    "Rabu (14/2/2024), Kamis (15/2/2024), pencoblosan 14 Februari": {},
    "Selasa (13/2/2024), pencoblosan 14 Februari": {"ikp_2024": 0.98},
}
TERMS: dict[str, dict[str, float]] = {
    "calon bupati periode 2017-2022": {"ikp_pilkada_2017": 0.8},
    "calon bupati periode 2018-2023": {"ikp_pilkada_2017": 0.5, "ikp_pilkada_2018": 0.8},
    "calon bupati masa jabatan 2019 s/d 2024": {"ikp_pilkada_2018": 0.5},
    "Pilkada masa bakti tahun 2020 sampai 2025": {"ikp_pilkada_2020": 0.8},
    "calon bupati periode 2017-2020": {"ikp_pilkada_2017": 0.8},
    "calon bupati periode 2017-2019": {},
    "calon bupati periode 2017-2023": {},
    "calon presiden periode 2014-2019": {},
    "bupati periode 2017-2022": {},
    "pencalonan bupati periode 2017-2022": {},
    "calonkan bupati periode 2017-2022": {},
    "calon bupati. Periode 2017-2022": {},
    "calon bupati periodenya 2017-2022": {},
    "calon " + "x" * 78 + " periode 2017-2022": {"ikp_pilkada_2017": 0.8},
    "calon " + "x" * 79 + " periode 2017-2022": {},
}


@pytest.mark.parametrize(("text", "worth"), POLLS.items())
def test_a_day_of_voting_ahead_is_worth(text: str, worth: dict[str, float], reference: Reference) -> None:
    votes = list(poll_votes(text, _when(text, reference), reference))
    assert {one.id: round(one.weight, 3) for one in votes} == worth
    assert {one.cap for one in votes} <= {1.0}


@pytest.mark.parametrize(("text", "worth"), TERMS.items())
def test_a_term_of_office_is_worth(text: str, worth: dict[str, float], reference: Reference) -> None:
    votes = list(office_votes(text, reference))
    assert {one.id: one.weight for one in votes} == worth
    assert {one.cap for one in votes} <= {0.8}


CURRENT: list[tuple[str, str | None]] = [
    ("2013-12-31", None),
    ("2014-01-03", None),
    ("2014-01-04", "ikp_2014"),
    ("2018-06-26", "ikp_pilkada_2018"),
    ("2018-06-27", "ikp_2019"),
    ("2020-06-24", "ikp_pilkada_2020_update"),
    ("2022-03-25", "ikp_pilkada_2020_update"),
    ("2022-03-26", None),
    ("2022-09-16", None),
    ("2022-09-17", "ikp_2024"),
    ("2024-07-11", "ikp_2024"),
    ("2024-07-12", "pemetaan_pilkada_2024"),
    ("2026-05-27", "pemetaan_pilkada_2024"),
    ("2026-05-28", None),
]
"""The latest index at a day: from a quarter before its launch, a mapping six weeks, for two years at most."""


@pytest.mark.parametrize(("day", "edition"), CURRENT)
def test_the_index_that_is_current(day: str, edition: str | None, reference: Reference) -> None:
    votes = list(time_votes(When(at=_day(day)), None, reference))
    assert [(one.id, one.weight) for one in votes] == ([(edition, 1.0)] if edition else [])


SPANS: list[tuple[str, str, str | None, list[tuple[str, float]]]] = [
    ("2018-01-01", "2018-12-31", None, [("ikp_2019", 0.8), ("ikp_pilkada_2018", 0.4)]),
    ("2018-01-01", "2018-12-31", "pilkada", [("ikp_pilkada_2018", 0.8), ("ikp_2019", 0.4)]),
    ("2018-01-01", "2018-12-31", "pemilu", [("ikp_2019", 0.8), ("ikp_pilkada_2018", 0.4)]),
    ("2024-11-27", "2024-11-27", None, [("pemetaan_pilkada_2024", 0.8)]),
    ("2024-11-28", "2024-11-28", None, [("pemetaan_pilkada_2024", 0.8)]),
    ("2026-05-27", "2026-05-27", None, [("pemetaan_pilkada_2024", 0.8)]),
    ("2026-05-28", "2026-05-28", None, []),
    ("2013-01-01", "2014-01-03", None, []),
    ("2013-01-01", "2014-01-04", None, [("ikp_2014", 0.8)]),
]


@pytest.mark.parametrize(("low", "high", "lean", "expected"), SPANS)
def test_indices_between_two_days(
    low: str, high: str, lean: str | None, expected: list[tuple[str, float]], reference: Reference
) -> None:
    seen = When(at=None, low=_day(low), high=_day(high))
    votes = list(time_votes(seen, lean, reference))  # type: ignore[arg-type]
    assert [(one.id, round(one.weight, 3)) for one in votes] == expected
    footer = list(time_votes(replace(seen, footer=True), lean, reference))  # type: ignore[arg-type]
    assert [(one.id, round(one.weight / 0.8, 3)) for one in footer] == expected


def test_without_a_time_nothing_is_current(reference: Reference) -> None:
    assert list(time_votes(When(at=None), None, reference)) == []
    assert list(time_votes(When(at=None, low=date(2018, 1, 1)), None, reference)) == []
    assert list(time_votes(When(at=None, high=date(2018, 1, 1)), None, reference)) == []


def test_editions_that_draw_on_an_election(reference: Reference) -> None:
    later = ["ikp_pilkada_2020", "ikp_2024", "pemetaan_pilkada_2024"]
    assert following("ikp_2019", None, reference) == later
    assert following("ikp_2019", "pilkada", reference) == [later[0], later[2], later[1]]
    assert following("ikp_2019", "pemilu", reference) == [later[1], later[0], later[2]]
    assert following("ikp_tematik_2023", None, reference) == []  # no vote of its own is on record


def test_latest_of_its_kind(reference: Reference) -> None:
    assert (
        latest_of(None, reference) == latest_of("both", reference) == latest_of("pemilu", reference) == "ikp_2024"
    )
    assert latest_of("pilkada", reference) == "pemetaan_pilkada_2024"


RENEWALS: list[tuple[When, bool, bool]] = [
    (When(at=date(2020, 6, 9)), True, False),
    (When(at=date(2020, 6, 10)), False, True),
    (When(at=date(2021, 1, 8)), False, True),
    (When(at=date(2021, 1, 9)), False, False),
    (When(at=date(2021, 1, 9)), True, True),
    (When(at=None, low=date(2020, 7, 1), high=date(2020, 7, 1)), False, True),
    (When(at=None, low=date(2020, 7, 1), high=date(2020, 7, 1), footer=True), False, False),
    (When(at=None), False, False),
    (When(at=None), True, True),
]
"""The update of June 2020: from two weeks before its launch, until a month after the vote."""


@pytest.mark.parametrize(("seen", "by_words", "expected"), RENEWALS)
def test_an_update_is_spoken_of(seen: When, by_words: bool, expected: bool, reference: Reference) -> None:  # noqa: FBT001
    update = reference.editions["ikp_pilkada_2020_update"]
    assert is_renewed(seen, update, by_words=by_words) is expected
    assert is_renewed(seen, replace(update, published=None), by_words=by_words) is by_words
