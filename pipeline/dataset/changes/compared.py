"""What is compared between two published datasets, what a difference is, and which of two is worse."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final, Literal

from pipeline.dataset.tables.columns import LIST_MARK

Kind = Literal["ADD", "MOD", "DEL", "KEPT"]
Cause = Literal["document", "reader", "rule", "reference", "human", "code", "unknown"]
"""Why a value changed; ``code`` stands in ledgers of earlier versions alone: it is any of reader and rule."""

REGION: Final = "region_code"
"""The column of a difference that tells a row which went to another region."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A table that is compared: what identifies a row, the columns that matter, the first being the value.

    ``types`` are those of the findings that feed it; ``same`` are the columns of a finding, beside region and
    edition, that must be those of the row.
    """

    name: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    types: frozenset[str] = frozenset()
    same: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that changed, or one row that came or went, then ``column`` is the row's value.

    ``key`` names the row: region, edition and what else tells it from others; ``row`` are the fields of the
    table's key, empty in ledgers of earlier versions. ``old_key`` is what the key was of a row that went to
    another region, else empty. ``before`` was published or accepted last, ``after`` is published now.
    Where a decision stands behind the row ``human`` is what the person decided and ``extracted`` what the
    extraction alone says now; a value that is ``KEPT`` did not change, for the person's stands against a new one
    that was extracted. ``files`` are the documents whose findings changed or, where none did, those behind the
    value, now or before; ``quote`` are the words of the first, ``old_quote`` those before. ``waits`` tells that a
    value went while something that is stated of it waits for a person. ``findings`` are the ids behind the value
    and ``rules`` what read those that changed, or where none did all of them, each as ``table.row 3``.
    """

    kind: Kind
    table: str
    key: str
    column: str
    before: str
    after: str
    cause: Cause
    files: tuple[str, ...] = ()
    quote: str = ""
    old_quote: str = ""
    extracted: str = ""
    human: str = ""
    findings: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    old_key: str = ""
    row: tuple[str, ...] = ()
    waits: bool = False


COMPARED: Final = (
    Compared(
        name="scores",
        key=("region_code", "edition", "basis"),
        columns=(
            *("score", "category", "category_stated", "category_derived", "rank", "rank_scope", "other_ranks"),
            *("status", "conflict", "evidence"),
        ),
        types=frozenset({"score", "category"}),
    ),
    Compared(
        name="dimension_scores",
        key=("region_code", "edition", "basis", "dimension"),
        columns=("score", "category", "rank", "rank_scope", "other_ranks", "status", "conflict", "evidence"),
        types=frozenset({"dimension_score"}),
        same=("dimension",),
    ),
    Compared(
        name="indicators",
        key=("region_code", "edition", "indicator"),
        columns=(
            *("indicator_status", "count", "unit", "other_counts", "stages", "status", "conflict", "evidence"),
        ),
        types=frozenset({"indicator"}),
        same=("indicator",),
    ),
    Compared(
        name="tallies",
        key=("region_code", "edition", "level", "dimension", "category"),
        columns=("n", "status", "conflict", "evidence"),
        types=frozenset({"tally"}),
        same=("level", "dimension", "category"),
    ),
    Compared(name="documents", key=("file", "url"), columns=("status", "online", "code")),
)
"""The tables in the order in which their differences matter."""

FINDINGS: Final = "findings.csv"
FILES: Final = (*(table.file for table in COMPARED), FINDINGS)
"""The published files that a comparison needs; findings tell what is behind a value, and who decided."""

_NUMBERS: Final = frozenset({"score", "rank", "count", "n"})
_LISTS: Final = frozenset({"other_ranks", "other_counts", "stages", "conflict"})


def alike(column: str, one: str, other: str) -> bool:
    """Tell whether two texts of a column say the same: numbers exactly but for zeros behind, lists in any order.

    >>> alike("score", "77.7", "77.70"), alike("score", "77.7", "77.70000000000000001")
    (True, False)
    >>> alike("stages", "kampanye | pencalonan", "pencalonan | kampanye"), alike("evidence", "a | b", "b | a")
    (True, False)
    """
    if one == other:
        return True
    if not one or not other:
        return False
    if column in _LISTS:
        return set(one.split(LIST_MARK)) == set(other.split(LIST_MARK))
    return column in _NUMBERS and (number := number_of(one)) is not None and number == number_of(other)


def number_of(text: str) -> Decimal | None:
    """Return the number that a text is, None for any other text.

    >>> number_of("20.50"), number_of("tinggi"), number_of("NaN")
    (Decimal('20.50'), None, None)
    """
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


# --- worst first ---

_PLACES: Final = {table.name: place for place, table in enumerate(COMPARED)}
_LAST: Final = len(_PLACES)


def worst_first(difference: Difference) -> tuple[int, Decimal, int, str, str, str]:
    """Return what differences are sorted by: what happened, by how much, then table, row and column."""
    return (
        rank(difference),
        -size(difference),
        _PLACES.get(difference.table, _LAST),
        difference.key,
        difference.column,
        difference.kind,
    )


def rank(difference: Difference) -> int:
    """Return 0 for a category that flips, 1 for a region reassigned, 2 for a value that went, and so on.

    Then follow a number that changed, an indicator that came or went, any other field, a value that was kept,
    status and conflicts, documents, and last words alone.
    """
    kind, column = difference.kind, difference.column
    both = bool(difference.before and difference.after)
    cases = (
        (6, kind == "KEPT"),
        (8, difference.table == "documents"),
        (0, column.startswith("category") and both),
        (1, column == REGION and kind == "MOD"),
        (4, difference.table == "indicators" and (kind != "MOD" or column == "indicator_status")),
        (2, kind == "DEL" or (bool(difference.before) and not difference.after)),
        (3, column in {"score", "n"} and both),
    )
    others = {"status": 7, "conflict": 7, "evidence": 9}
    return next((place for place, holds in cases if holds), others.get(column, 5))


def size(difference: Difference) -> Decimal:
    """Return by how much a number changed, 0 for what is none; of one that was kept, by how much it would have."""
    was, now = number_of(difference.before), number_of(difference.after)
    if difference.kind == "KEPT":
        now = number_of(difference.extracted)
    return abs(now - was) if was is not None and now is not None else Decimal(0)
