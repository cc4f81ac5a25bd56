"""Where the limits of copies lie: the shares, the regions, and which documents are compared at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from pipeline.dataset.witness import COMMON, Copy, are_copies, shares, witnesses


def copy(name: str, sketch: Sequence[int], *, regions: str = "", day: date | None = None) -> Copy:
    return Copy(file=f"{name}.txt", sha256=name, day=day, sketch=sketch, regions=frozenset(regions.split()))


SHARES: list[tuple[tuple[int, ...], tuple[int, ...], tuple[float, float]]] = [
    ((1, 2, 3, 4), (1, 2, 3, 4), (1.0, 1.0)),
    ((1, 2, 3, 4), (1, 2, 3, 9), (1.0, 0.75)),
    ((1, 2, 3, 9), (1, 2, 3, 4), (1.0, 0.75)),
    ((1, 2), (3, 4), (0.0, 0.0)),
    ((1, 2, 8), (1, 2, 3, 4, 8), (1.0, 0.6)),
    ((5, 6), (1, 6), (0.5, 0.5)),
    # beyond the smaller of the two largest hashes nothing is known
    ((1, 2, 3), (1, 2, 50, 60), (1.0, 2 / 3)),
    ((7, 8), (1, 2, 3), (0.0, 0.0)),
    ((), (1, 2), (0.0, 0.0)),
    ((1, 2), (), (0.0, 0.0)),
]


@pytest.mark.parametrize(("one", "other", "expected"), SHARES)
def test_the_shares_that_two_sketches_have_in_common(
    one: tuple[int, ...], other: tuple[int, ...], expected: tuple[float, float]
) -> None:
    assert shares(one, other) == pytest.approx(expected)


def sketches(common: int, shorter: int, longer: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Make two sketches of those lengths with that many hashes in common, the greatest among them."""
    both = [10_000 + n for n in range(common)]
    return (
        tuple(sorted([*range(0, 2 * (shorter - common), 2), *both])),
        tuple(sorted([*range(1, 2 * (longer - common), 2), *both])),
    )


@pytest.mark.parametrize(
    ("common", "shorter", "longer", "copies"),
    [
        (10, 20, 25, True),  # half of the shorter, two fifths of the longer
        (9, 20, 20, False),
        (10, 20, 26, False),
        (9, 18, 22, True),
        (8, 8, 21, False),
    ],
)
def test_a_copy_has_half_of_the_shorter_and_two_fifths_of_the_longer(
    common: int,
    shorter: int,
    longer: int,
    copies: bool,  # noqa: FBT001
) -> None:
    one, other = sketches(common, shorter, longer)
    assert are_copies(copy("a", one), copy("b", other)) is copies
    assert are_copies(copy("b", other), copy("a", one)) is copies


@pytest.mark.parametrize(
    ("mine", "others", "copies"),
    [
        ("", "", True),
        ("36.01", "", True),
        ("36.01", "36.01", True),
        ("36.01", "36.02", False),
        ("36.01 36.02", "36.01 36.03 36.04", True),  # half of the fewer
        ("36.01 36.02 36.05", "36.01 36.03 36.04", False),
    ],
)
def test_copies_speak_of_half_the_regions(mine: str, others: str, copies: bool) -> None:  # noqa: FBT001
    sketch = tuple(range(30))
    assert are_copies(copy("a", sketch, regions=mine), copy("b", sketch, regions=others)) is copies


def test_a_text_of_which_there_is_one_document_has_no_witness() -> None:
    assert witnesses([copy("a", tuple(range(30))), copy("b", tuple(range(100, 130)))]) == {}
    assert witnesses([]) == {}


def test_the_earliest_stands_for_all_and_one_without_a_day_comes_last() -> None:
    sketch = tuple(range(30))
    early, late = date(2024, 8, 1), date(2024, 8, 2)
    assert set(witnesses([copy("a", sketch), copy("b", sketch, day=late)]).values()) == {"b.txt"}
    assert set(witnesses([copy("a", sketch, day=late), copy("b", sketch, day=early)]).values()) == {"b.txt"}
    assert set(witnesses([copy("b", sketch, day=late), copy("a", sketch, day=late)]).values()) == {"a.txt"}


def test_a_copy_of_a_copy_is_of_the_same_group() -> None:
    first = tuple(range(40))
    second = tuple(range(14, 54))
    third = tuple(range(28, 68))
    assert not are_copies(copy("a", first), copy("c", third))
    found = witnesses([copy("a", first), copy("b", second), copy("c", third)])
    assert found == {"a": "a.txt", "b": "a.txt", "c": "a.txt"}
    found = witnesses([copy("b", first), copy("c", second), copy("a", third)])
    assert set(found.values()) == {"a.txt"}


def test_groups_do_not_run_together() -> None:
    found = witnesses([copy(name, tuple(range(start, start + 30))) for name, start in
                       (("a", 0), ("b", 0), ("c", 100), ("d", 100), ("e", 200))])  # fmt: skip
    assert found == {"a": "a.txt", "b": "a.txt", "c": "c.txt", "d": "c.txt"}


def test_of_a_phrase_that_very_many_share_only_neighbours_are_compared() -> None:
    sketch = tuple(range(30))
    many = [copy(f"{n:02}", sketch) for n in range(COMMON + 1)]
    assert set(witnesses(many).values()) == {"00.txt"}, "neighbours join all of them"
    shared = tuple(range(16))
    apart = [copy(f"{n:02}", (*shared, *range(1000 * n + 100, 1000 * n + 114))) for n in range(3)]
    assert set(witnesses(apart)) == {"00", "01", "02"}
