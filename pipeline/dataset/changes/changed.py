"""Differences as those who use the dataset see them: added, changed, removed or withdrawn, each as a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from pipeline.dataset.changes.compared import COMPARED, REGION, Cause, Difference
from pipeline.dataset.tables.columns import REQUIRED, Entry, Rules, Table, joined, public, text
from pipeline.dataset.tables.vocabulary import MAYBE_REGION

Kind = Literal["ADD", "MOD", "DEL", "WITHDRAW"]

_OURS: Final[frozenset[Cause]] = frozenset({"reader", "rule", "reference", "human", "code"})
"""Causes by which a value goes though its documents still stand: it is taken back."""
_VALUES: Final = frozenset(
    {"score", "category", "category_stated", "category_derived", "rank", "indicator_status", "count", "n"}
)
_BECAUSE: Final[Mapping[Cause, str]] = {
    "document": "a document is new, gone or another version",
    "reader": "the same document is read otherwise",
    "rule": "the same text is understood otherwise",
    "reference": "a reference table or an alias changed",
    "human": "a person decided",
    "code": "the program changed",
    "unknown": "the cause is not known",
}
_TOLD_BY: Final[Mapping[str, frozenset[str]]] = {
    "category_stated": frozenset({"category"}),
    "category_derived": frozenset({"category"}),
    "rank_scope": frozenset({"rank"}),
    "status": _VALUES,
}
"""Columns that say nothing new beside others: the category as such, a rank, a value that came or went."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A difference, and what it is to those who use the dataset.

    DEL: the row is gone because its documents no longer state it. WITHDRAW: a row or a value is taken back, though
    documents still state it: a person, a rule, a reader, a table or a check says that it was not right to publish
    it, or what they state now has to wait for a person.
    """

    kind: Kind
    one: Difference

    @property
    def sentence(self) -> str:
        """What changed, why, and by which documents; without the quote."""
        return f"{self.one.key}: {what(self)}, {why(self.one)}."


def changed(found: Iterable[Difference]) -> tuple[Changed, ...]:
    """Return what differences are to those who use the dataset, in their order; values that were kept are none."""
    differences = [one for one in found if one.kind != "KEPT"]
    waiting = {(one.table, one.key) for one in differences if (one.column, one.after) == ("status", "in review")}
    return tuple(Changed(kind=_kind(one, (one.table, one.key) in waiting), one=one) for one in differences)


def _kind(one: Difference, waits: bool) -> Kind:  # noqa: FBT001 -- named at the one call
    emptied = one.kind == "MOD" and bool(one.before) and not one.after and one.column in _VALUES
    if (one.kind == "DEL" or emptied) and (one.cause in _OURS or waits or one.waits):
        return "WITHDRAW"
    return "ADD" if one.kind == "ADD" else "DEL" if one.kind == "DEL" else "MOD"


def what(change: Changed) -> str:
    """Say what changed: ``score changed from 58.7 to 59.1``."""
    one = change.one
    column = one.column.replace("_", " ")
    if one.column == REGION:
        return f"moved here from {one.before}"
    return {
        "ADD": f"new, {column} {one.after}",
        "MOD": f"{column} changed from {one.before or 'nothing'} to {one.after or 'nothing'}",
        "DEL": f"removed, {column} was {one.before}",
        "WITHDRAW": f"{column} {one.before} withdrawn",
    }[change.kind]


def why(one: Difference) -> str:
    """Say why, with what did it: ``because a document is new, gone or another version (lebak.pdf)``."""
    rules = f" ({', '.join(one.rules)})" if one.rules and one.cause == "rule" else ""
    files = f" ({', '.join(one.files)})" if one.files and one.table != "documents" else ""
    return f"because {_BECAUSE[one.cause]}{rules}{files}"


def telling(row: Iterable[Changed]) -> list[Changed]:
    """Return what tells of a row's changes, without columns that only repeat what others say."""
    changes = list(row)
    names = {change.one.column for change in changes}
    return [change for change in changes if not _TOLD_BY.get(change.one.column, frozenset()) & names]


# --- as a table ---


def _of(get: Callable[[Difference], Entry]) -> Callable[[Changed], Entry]:
    return lambda row: get(row.one)


def _part(one: Difference, name: str) -> str | None:
    """Return a part of the key of the row that a difference is about."""
    names = next(table.key for table in COMPARED if table.name == one.table)
    return one.row[names.index(name)] or None if name in names and one.row else None


CHANGES: Final[Table[Changed]] = Table(
    name="changes",
    title="Changes",
    about="What changed since the last release, worst first. A row that came or went is told by its value; of the "
    "first release every row is new.",
    key=(),
    items=lambda _: (),
    columns=(
        text(
            "change",
            "ADD: the row is new. MOD: a field changed. DEL: the row is gone, for its documents no longer state "
            "it. WITHDRAW: a row or value is taken back though documents state it: it was not right to publish "
            "it, or what they state now waits for a person.",
            lambda row: row.kind,
            Rules(required=True, one_of=get_args(Kind)),
        ),
        text(
            "table",
            "Table of the row.",
            _of(lambda one: one.table),
            Rules(required=True, one_of=tuple(table.name for table in COMPARED)),
        ),
        text("region_code", "Code of the region.", _of(lambda one: _part(one, REGION)), MAYBE_REGION),
        text("edition", "Edition.", _of(lambda one: _part(one, "edition"))),
        text(
            "row",
            "The row: region, edition and what else tells it from others.",
            _of(lambda one: one.key),
            REQUIRED,
        ),
        text(
            "old_row", "What it was, of a row that went to another region.", _of(lambda one: one.old_key or None)
        ),
        text("column", "The field.", _of(lambda one: one.column), REQUIRED),
        text("before", "Value of the field in the release before.", _of(lambda one: public(one.before) or None)),
        text("after", "Value of the field now.", _of(lambda one: public(one.after) or None)),
        text(
            "cause",
            "document, reader, rule, reference or human, found by replay; unknown where too little was kept.",
            _of(lambda one: one.cause),
            Rules(required=True, one_of=get_args(Cause)),
        ),
        text("sentence", "The same as a sentence.", lambda row: public(row.sentence), REQUIRED),
        text("documents", "The documents behind it.", _of(lambda one: joined(one.files))),
        text("quote", "The words of the first of them.", _of(lambda one: public(one.quote) or None)),
        text("old_quote", "The words before.", _of(lambda one: public(one.old_quote) or None)),
        text("decided", "What a person decided, where one did.", _of(lambda one: one.human or None)),
        text("findings", "Ids of the findings behind it.", _of(lambda one: joined(one.findings))),
    ),
)
