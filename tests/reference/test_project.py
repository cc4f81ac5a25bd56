"""The corrections of a project: what a table of them may say, and which of its rows hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.errors import TableError
from pipeline.reference import ProjectAlias, load_reference, reference_with
from pipeline.reference.project import (
    checked,
    digest,
    in_effect,
    named,
    overridden,
    package_reading,
    parse_aliases,
)

HEAD = "kind,phrase,means,author,quote,document,at,note\n"
WHERE = "corpus/aliases.csv"


def says(phrase: str, means: str = "54", **remarks: str) -> ProjectAlias:
    return replace(ProjectAlias(kind="indicator", phrase=phrase, means=means), **remarks)  # type: ignore[arg-type]


def calls(name: str, code: str) -> ProjectAlias:
    return ProjectAlias(kind="region", phrase=name, means=code)


def test_rows_are_read_as_they_stand() -> None:
    text = (
        HEAD
        + 'indicator,"Titip  sembako,\nwarga",54,Ani,"ada ""titip""",a.pdf,2026-01-02T03:04:05Z,\nregion,Serang,36.73,,,,,\n'
    )
    first, second = parse_aliases(text, where=WHERE)
    assert first == says(
        "Titip sembako, warga", author="Ani", quote='ada "titip"', document="a.pdf", at="2026-01-02T03:04:05Z"
    )
    assert (second, first.line, second.line) == (calls("Serang", "36.73"), 3, 4)


def test_columns_for_people_may_be_left_out_and_stand_in_any_order() -> None:
    assert parse_aliases("means,kind,phrase\n54,indicator,uang lelah\n", where=WHERE) == (says("uang lelah"),)
    assert parse_aliases(HEAD, where=WHERE) == ()


# row -> the line of the error
WRONG = {
    "indicator,uang lelah,62,,,,,": "line 2: '62' is no indicator; give a number from 1 to 61",
    "indicator,uang lelah,0,,,,,": "line 2: '0' is no indicator; give a number from 1 to 61",
    "indicator,uang lelah,36.73,,,,,": "line 2: '36.73' is no indicator; give a number from 1 to 61",
    "region,Serang,36.7,,,,,": "line 2: '36.7' is no region; give a code such as 36.73",
    "region,Kabupaten Serang,36.73,,,,,": "line 2: 'Kabupaten Serang' is the full name of another region (36.04); "
    "give the name without its prefix, or correct the code",
    "region,Kab. Serang,36.73,,,,,": "line 2: 'Kab. Serang' is the full name of another region (36.04); "
    "give the name without its prefix, or correct the code",
    "indicator,12 %,54,,,,,": "line 2: '12 %' has no letters; give words of the document",
    "indicator,,54,,,,,": "line 2 column phrase: the cell is empty; fill it in",
    "indicator,uang lelah,,,,,,": "line 2 column means: the cell is empty; fill it in",
    "issue,uang lelah,54,,,,,": "line 2 column kind: 'issue' is not known; use one of: indicator, region",
    "indicator,uang lelah,54": "line 2: 3 cells where the header has 8; quote cells that hold commas",
    'indicator,"uang lelah,54,,,,,': "line 2: is no CSV (unexpected end of data); mend the quotes of that line",
}


@pytest.mark.parametrize(("row", "line"), WRONG.items())
def test_what_cannot_hold_is_told_with_its_line(row: str, line: str) -> None:
    with pytest.raises(TableError) as wrong:
        parse_aliases(f"{HEAD}{row}\n", where=WHERE)
    assert str(wrong.value) == f"{WHERE} {line}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "no column kind, phrase, means; restore the header row"),
        ("kind;phrase;means\n", "no column kind, phrase, means; restore the header row"),
        (HEAD.replace("note", "colour"), "unknown or repeated column colour; remove it"),
    ],
)
def test_a_damaged_header_is_told(text: str, line: str) -> None:
    with pytest.raises(TableError) as wrong:
        parse_aliases(text, where=WHERE)
    assert str(wrong.value) == f"{WHERE}: {line}"


def test_a_full_name_may_mean_itself_and_a_slip_another() -> None:
    assert checked(calls("Kabupaten Serang", "36.04")).means == "36.04"
    assert checked(calls("Kabupaten  Ambon", "81.71")).phrase == "Kabupaten Ambon"


def test_the_last_row_of_a_wording_holds_without_its_remarks() -> None:
    rows = (says("Uang lelah", "12", author="Ani"), calls("Serang", "36.04"), says("uang-lelah", note="so"))
    assert in_effect(rows) == (says("uang-lelah"), calls("Serang", "36.04"))
    assert overridden(rows) == ((rows[0], rows[2]),)
    assert overridden(rows[1:]) == ()


def test_the_digest_is_of_what_the_rows_mean() -> None:
    rows = (says("uang lelah"), calls("Serang", "36.73"))
    same = (calls("Serang", "36.04"), calls("Serang", "36.73"), says("uang lelah", author="Ani"))
    assert digest(rows) == digest(same) != ""
    others = {digest(rows[:1]), digest((says("uang lelah", "12"), rows[1])), digest((says("Uang lelah"), rows[1]))}
    assert len({digest(rows), *others}) == 4
    assert digest(()) == ""


def test_equal_corrections_give_one_reference() -> None:
    rows = (says("uang lelah"), says("serangan fajar", "55"), says("DPTb", "20"))
    tables, plain = reference_with(rows), load_reference()
    assert tables is reference_with((*reversed(rows), says("uang lelah", author="Ani")))
    assert tables.project == in_effect(rows)
    assert len(tables.indicator_aliases) == len(plain.indicator_aliases) - 1
    assert (
        sum(len(issue.wordings) for issue in tables.known_issues)
        == sum(len(issue.wordings) for issue in plain.known_issues) - 1
    )
    assert (tables.regions, tables.calibration) == (plain.regions, plain.calibration)


def test_an_issue_without_wordings_left_is_none() -> None:
    issue = next(issue for issue in load_reference().known_issues if len(issue.wordings) < 5)
    left = reference_with(tuple(says(wording) for wording in issue.wordings)).known_issues
    assert issue.issue not in {one.issue for one in left}


#: correction -> what the package's tables say
READINGS = [
    (says("Serangan-fajar"), ("54",)),
    (says("Kekerasan berbau SARA"), ("1",)),
    (says("DPTb"), ("pemilih pindahan (DPTb) di TPS",)),
    (says("uang lelah"), ()),
    (calls("serang", "36.73"), ("36.04", "36.73")),
    (calls("Tangsel", "36.73"), ("36.74",)),
    (calls("Kota Baja", "36.72"), ()),
]


@pytest.mark.parametrize(("alias", "reading"), READINGS, ids=lambda value: getattr(value, "phrase", ""))
def test_what_the_package_says_of_a_wording(alias: ProjectAlias, reading: tuple[str, ...]) -> None:
    assert package_reading(alias) == reading


def test_a_meaning_is_told_in_words() -> None:
    assert named(calls("Serang", "36.73")) == "Kota Serang (36.73)"
    assert named(says("uang lelah", "1")) == "indicator 1 (Kekerasan Berbau Sara)"
