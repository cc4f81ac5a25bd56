"""Dates in running text: what is one, what is none, and which year a date without one falls in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.words.dates import MONTHS, find_dates, find_months, fits_weekday, resolve_year

READ = [
    ("pada 16 Desember 2022 lalu", (16, 12, 2022, None)),
    ("Rabu (28/12)", (28, 12, None, "rabu")),
    ("Minggu (18/08/2024)", (18, 8, 2024, "minggu")),
    ("Jumat, 23/8/24", (23, 8, 2024, "jumat")),
    ("22 Des 2022 : 19.50", (22, 12, 2022, None)),
    ("terbit 2024-08-26", (26, 8, 2024, None)),
    ("Senin, 26 AGUSTUS 2024 | 19:16 WIB", (26, 8, 2024, "senin")),
    ("Selasa 11-07-2023,15:06 WIB", (11, 7, 2023, "selasa")),
    ("Senin petang (19/12/2022, katanya", (19, 12, 2022, "senin")),
    ("Jum'at, (16/12)", (16, 12, None, "jumat")),
    ("Jum’at (16/12)", (16, 12, None, "jumat")),
    ("Kamis (14/9/23)", (14, 9, 2023, "kamis")),
    ("Rabu, 04/09/2024.", (4, 9, 2024, "rabu")),
    ("Kamis 28 November 2024, disusun", (28, 11, 2024, "kamis")),
    ("dilaunching 25 Februari lalu", (25, 2, None, None)),
    ("dikumpulkan 10-15 November 2024", (15, 11, 2024, None)),
    ("kemarin (5/3) di Ambon", (5, 3, None, None)),
    ("rilis 14.02.2024", (14, 2, 2024, None)),
    ("pada 7 Mei tahun 2018", (7, 5, 2018, None)),
    ("Ahad malam, 1 Nopember 2020", (1, 11, 2020, "ahad")),
    ("1 Januari 1945", (1, 1, 1945, None)),
    ("31Des 2099", (31, 12, 2099, None)),
    ("5 Mei, tahun 2018", (5, 5, 2018, None)),
    ("5 Mei 18", (5, 5, None, None)),
    ("5 Meia 2018 atau 6 Juni 2018", (6, 6, 2018, None)),
    ("5 Mei 20181", (5, 5, None, None)),
    ("5 Mar. 2018", (5, 3, 2018, None)),
    ("5 Mar.2018", (5, 3, 2018, None)),
    ("tanggal 5 Mei", (5, 5, None, None)),
    ("5 Mar '18", (5, 3, 2018, None)),
    ("5-Mar-18", (5, 3, 2018, None)),
    ("5 Agu’24", (5, 8, 2024, None)),
    ("10 – 15 November 2024", (15, 11, 2024, None)),
    ("14-2-2024", (14, 2, 2024, None)),
    ("14/2/2024", (14, 2, 2024, None)),
    ("14.2.2024.", (14, 2, 2024, None)),
    ("(14/2/24)", (14, 2, 2024, None)),
    ("( 4/12/24 )", (4, 12, 2024, None)),
    ("2024/08/26", (26, 8, 2024, None)),
    ("Rabu(28/12)", (28, 12, None, "rabu")),
    ("Rabu dini hari (28 / 12)", (28, 12, None, "rabu")),
    ("Jum`at kemarin, 16/12", (16, 12, None, "jumat")),
    ("Rabu tanggal 28/12/22", (28, 12, 2022, "rabu")),
    ("hari ini (5/3)", (5, 3, None, None)),
    ("tanggal 5/3", (5, 3, None, None)),
    ("sore (5/3)", (5, 3, None, None)),
    ("kerabu (28/12/2022)", (28, 12, 2022, None)),
    ("Minggu, (29/2)", (29, 2, None, "minggu")),
    ("KL 4 Mei", (4, 5, None, None)),
]

NO_DATE = [
    "skor 14,71 dan 16.54",
    "pukul 19.30 WIB",
    "1/2 bagian",
    "rata-rata (1/2)",
    "pasal 22/2016",
    "UU Nomor 7/2017 dan 10/2016",
    "Nomor 3/XI/2024",
    "PKPU 8/2/20",
    "Senin (31/2)",
    "Minggu (12/13)",
    "32 Desember 2022",
    "45,12 Juni",
    "rapat 2 Mar",
    "112 Mei",
    "nomor 0852 5822 2080",
    "https://contoh.id/2024/08/26/634340/paling-rawan",
    "rentang 75-100 dan 25-74",
    "peringkat 6/28 provinsi",
    "kerabu (28/12)",
    "sekemarin (28/12)",
    "kemarinnya 28/12",
    "Rabu (28/12/2)",
    "Rabu (28/12,5)",
    "Rabu (28/12-3)",
    "5 Mar 18",
    "5 Mar '188",
    "5 Marx 2018",
    "K.JT-31/12/2022",
    "K.14.2.2024",
    "14/2/2024/5",
    "14.2.2024.5",
    "14.2.2024-5",
    "2024-08-261",
    "2024-08-26/1",
    "14/2.2024",
    "2024-08/26",
    "(14/2/24",
    "(114/2/24)",
    "1944-08-26",
    "2100-08-26",
    "1 Desa 2022",
    "5 Sept",
    "5 June",
    "5 Mar2018",
    "kemarin28/12",
    "12:14 Mei",
    "(30/2/24)",
    "14 dan 2 dari 2024",
    "Rabu" + " " * 100 + "28/12",
]


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text for text, _ in READ])
def test_read(text: str, expected: tuple[int, int, int | None, str | None]) -> None:
    found = find_dates(text)
    assert [(one.day, one.month, one.year, one.weekday) for one in found] == [expected]


@pytest.mark.parametrize("text", NO_DATE)
def test_no_date(text: str) -> None:
    assert find_dates(text) == ()


def test_dates_are_in_order_and_apart() -> None:
    found = find_dates("Rabu (28/12), 16 Desember 2022, (18/08/2024) dan 2024-08-26")
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    assert len(found) == 4


def test_span_covers_weekday_and_date() -> None:
    text = "di Jakarta, Jumat, (16/12/2022)."
    (found,) = find_dates(text)
    assert found.span.of(text) == "Jumat, (16/12/2022"


@pytest.mark.parametrize(("name", "number"), MONTHS.items())
def test_name_of_a_month(name: str, number: int) -> None:
    assert [(one.month, one.year) for one in find_dates(f"pada 5 {name} 2018.")] == [(number, 2018)]


@pytest.mark.parametrize(("name", "number"), [(name, number) for name, number in MONTHS.items() if len(name) > 4])
def test_month_without_a_year(name: str, number: int) -> None:
    assert [(one.month, one.year) for one in find_dates(f"pada 5 {name}.")] == [(number, None)]


def test_months_of_the_year_and_their_number() -> None:
    names = ["januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus"]
    english = ["january", "february", "march", "april", "may", "june", "july", "august"]
    short = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"]
    for several in (names, english, short):
        assert [MONTHS[name] for name in several] == list(range(1, len(several) + 1))
    late = ["september", "oktober", "november", "desember", "october", "december"]
    assert [MONTHS[name] for name in late] == [9, 10, 11, 12, 10, 12]
    assert (MONTHS["pebruari"], MONTHS["nopember"]) == (2, 11)


@pytest.mark.parametrize(
    ("weekday", "day"),
    [("senin", 12), ("selasa", 13), ("rabu", 14), ("kamis", 15), ("jumat", 16), ("sabtu", 17), ("minggu", 18)],
)
def test_weekdays_of_december_2022(weekday: str, day: int) -> None:
    assert fits_weekday(date(2022, 12, day), weekday) is True
    assert fits_weekday(date(2022, 12, day + 1), weekday) is False
    assert fits_weekday(date(2022, 12, day), None) is None


def test_sunday_has_two_names() -> None:
    assert fits_weekday(date(2022, 12, 18), "ahad") is True


def test_of_two_readings_the_longer_holds() -> None:
    (found,) = find_dates("Rabu (28/12/2022)")
    assert found.span.of("Rabu (28/12/2022)") == "Rabu (28/12/2022"


def test_a_weekday_stands_at_most_a_hundred_characters_before() -> None:
    near, far = "Rabu" + " " * 96, "Rabu" + " " * 97
    assert [one.weekday for one in find_dates(f"{near}28 Desember")] == ["rabu"]
    assert [one.weekday for one in find_dates(f"{far}28 Desember")] == [None]


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2049, 12, 31)),
    st.sampled_from(["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"]),
)
def test_every_written_day_is_read_back(day: date, month: str) -> None:
    named = find_dates(f"Rapat {day.day} {month} {day.year} di Palu")
    number = MONTHS[month.lower()]
    try:
        expected = date(day.year, number, day.day)
    except ValueError:
        assert named == ()
    else:
        assert [resolve_year(one, None) for one in named] == [expected]
    numeric = find_dates(f"Rapat ({day:%d/%m/%Y}) di Palu")
    assert [resolve_year(one, None) for one in numeric] == [day]


@given(st.text(alphabet="0123456789/.-, ()SeninMe", max_size=40))
def test_whatever_is_found_exists(text: str) -> None:
    for found in find_dates(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert date(found.year or 2024, found.month, found.day)


def test_written_year_holds_even_against_the_weekday() -> None:
    (found,) = find_dates("Kamis (17/11/2024)")  # a Sunday: the source is wrong somewhere
    assert resolve_year(found, 2022) == date(2024, 11, 17)
    assert fits_weekday(date(2024, 11, 17), found.weekday) is False


def test_weekday_moves_a_date_to_the_year_beside() -> None:
    (found,) = find_dates("Rabu (28/12)")
    assert resolve_year(found, 2023) == date(2022, 12, 28)
    assert resolve_year(found, 2022) == date(2022, 12, 28)
    assert resolve_year(found, 2021) == date(2022, 12, 28)
    assert resolve_year(found, 2020) == date(2020, 12, 28)  # a Monday; no year beside fits


def test_of_two_years_beside_the_one_before_goes_first() -> None:
    (found,) = find_dates("Kamis (29/2)")
    assert [year for year in range(2016, 2030) if resolve_year(found, year) == date(2024, 2, 29)] == [
        2023,
        2024,
        2025,
    ]
    (found,) = find_dates("12/3")[:1] or find_dates("tanggal 12/3")
    assert resolve_year(found, 2023) == date(2023, 3, 12)


def test_leap_day_has_no_date_in_a_common_year() -> None:
    (found,) = find_dates("29 Februari")
    assert resolve_year(found, 2024) == date(2024, 2, 29)
    assert resolve_year(found, 2023) is None


def test_months_need_a_year() -> None:
    assert [(one.month, one.year) for one in find_months("dirilis November 2017 dan 3 Mei 2018, juli lalu")] == [
        (11, 2017),
        (5, 2018),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("November, tahun 2017", [(11, 2017)]),
        ("Mei2018", [(5, 2018)]),
        ("Mei ,2018", [(5, 2018)]),
        ("kamei 2018", []),
        ("Mei 20181", []),
        ("Meia 2018", []),
        ("Mar 2018", []),
        ("juni 1999 dan juli 2000", [(6, 1999), (7, 2000)]),
    ],
)
def test_month_of_a_year(text: str, expected: list[tuple[int, int]]) -> None:
    assert [(one.month, one.year) for one in find_months(text)] == expected


def test_span_of_a_month_is_its_words() -> None:
    text = "pada November 2017 lalu"
    (found,) = find_months(text)
    assert found.span.of(text) == "November 2017"
