"""A catalog of a dozen wordings and one with corrections, small enough to follow every figure by hand."""

from __future__ import annotations

from functools import cache

from pipeline.extract.catalog.wordings import Meaning, Wordings, _index_wordings


def means(*numbers: int, arguable: tuple[int, ...] = ()) -> Meaning:
    return Meaning(numbers=numbers, arguable=arguable)


@cache
def small() -> Wordings:
    """Index the dozen wordings of these tests."""
    return _index_wordings(
        (
            ("politik uang", "exact", means(54)),
            ("intimidasi terhadap pemilih", "exact", means(7)),
            ("intimidasi terhadap penyelenggara", "alias", means(6)),
            ("surat suara tertukar", "exact", means(29)),
            ("surat suara rusak", "exact", means(27)),
            ("Adanya pemilih ganda", "exact", means(20)),
            ("tidak ada pengawas TPS", "exact", means(39)),
            ("listrik padam", "alias", Meaning(issue="listrik")),
            ("logistik terlambat", "exact", means(28)),
            ("kotak suara dibakar", "alias", means(8, arguable=(27,))),
        ),
        frozenset(["kendal"]),
    )


@cache
def corrected() -> Wordings:
    """Index two wordings and three corrections of the project."""
    return _index_wordings(
        (("politik uang", "exact", means(54)), ("listrik padam", "alias", Meaning(issue="listrik"))),
        frozenset(),
        (
            ("serangan fajar", "alias", means(54)),
            ("padamnya listrik", "alias", means(30)),
            ("lapak", "alias", means(31)),
        ),
    )
