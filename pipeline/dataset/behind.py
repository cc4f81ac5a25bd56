"""What stands behind a value that changed: which cause, which findings, and what a person decided about them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.dataset.compared import REGION, Cause, Compared, alike
from pipeline.dataset.published_side import Row, Rows, Side, Spoken, at, machine_of

_ALL: Final = ("score", "category", "rank", "n", "count", "indicator_status", "quote")
_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "score": ("score",),
    "category": ("category", "score"),
    "category_stated": ("category",),
    "category_derived": ("score",),
    "rank": ("rank", "rank_scope"),
    "rank_scope": ("rank_scope", "rank"),
    "other_ranks": ("rank", "rank_scope"),
    "indicator_status": ("indicator_status",),
    "count": ("count", "unit"),
    "unit": ("unit", "count"),
    "other_counts": ("count", "unit"),
    "stages": ("stage",),
    "n": ("n",),
    REGION: (REGION,),
}
"""From which fields of a finding a column of a table is made, the one that a person would correct first."""

_STANDING: Final = ("decision", "standing")
_STATE: Final = ("sha256", "online")
_UNDECIDED: Final = frozenset({"", "deferred"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Both sides, what was found about the rows that differ, and what is known of causes.

    ``causes`` are those of findings by id, and of documents by SHA-256; ``default`` is that of any other
    difference; ``touched`` are the files that are new, gone, or do not count as they did.
    """

    sides: tuple[Side, Side]
    spoken: tuple[Spoken, Spoken]
    causes: Mapping[str, Cause]
    default: Cause
    touched: frozenset[str]

    def findings(self, table: Compared, before: Row | None, after: Row | None) -> tuple[str, ...]:
        """Return the ids behind a row, those of today first."""
        was, now = self.spoken
        return tuple(dict.fromkeys((*now.behind(table, after), *was.behind(table, before))))

    def files(self, table: Compared, side: int, row: Row | None) -> tuple[str, ...]:
        """Return the documents behind a row of a side; of one that is held those that speak of it."""
        if row is None:
            return ()
        listed = at(row, "file") if table.name == "documents" else at(row, "documents")
        return self.sides[side].names_in(listed) if listed else self.spoken[side].documents(table, row)

    def cause(self, column: str, findings: Sequence[str], files: Collection[str], document: str = "") -> Cause:
        """Return why a column of a row changed: because of the first finding behind it that did, if any did.

        ``files`` count where nothing is known of the findings; ``document`` is the SHA-256 that a row of the
        register is about.
        """
        fields = _FIELDS.get(column, _ALL)
        known = (
            self._cause_of(one)
            for names in (fields[:1], (*fields, *_STANDING))
            for one in findings
            if self._changed(one, names)
        )
        of_findings = next((cause for cause in known if cause), None)
        if of_findings:
            return of_findings
        if not findings and not self.touched.isdisjoint(files):
            return "document"
        of_document = self.causes.get(document) or self._of_documents(findings, column)
        return of_document or self.default

    def _of_documents(self, findings: Sequence[str], column: str) -> Cause | None:
        """Return why what is known of a document itself changed, which decides between values that compete."""
        if column == "category_derived":
            return None  # of a score and of nothing else
        rows = (row for one in findings for side in self.spoken for row in side.live(one))
        return next((cause for row in rows if (cause := self.causes.get(row["sha256"]))), None)

    def _changed(self, finding: str, names: Sequence[str]) -> bool:
        was, now = ({tuple(at(row, name) for name in names) for row in side.live(finding)} for side in self.spoken)
        return was != now

    def _cause_of(self, finding: str) -> Cause | None:
        """Return why a finding changed, None where only what became of it did: then others are the cause."""
        known = self.causes.get(finding)
        if known:
            return known
        rows = [row for side in self.spoken for row in side.live(finding)]
        return "document" if any(row["document"] in self.touched for row in rows) else None

    def decided(self, column: str, findings: Iterable[str]) -> tuple[str, str]:
        """Return what extraction says now, and what a person decided, of a column; empty where nobody did."""
        field = _FIELDS.get(column, ("",))[0]
        for row in (row for one in findings for row in self.spoken[1].live(one)):
            if row["review"] in _UNDECIDED:
                continue
            said = machine_of(row)
            if row["review"] == "rejected":
                return said.get(field) or at(row, field), "rejected"
            if at(row, field):
                return said.get(field, at(row, field)), at(row, field)
        return "", ""

    def kept(self, table: Compared, row: Row, listed: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield each column of a row whose value stands because a person said so, and what is proposed anew."""
        for one in listed:
            was, now = (side.machine(one) for side in self.spoken)
            for field, said in now.items():
                value = at(row, field)
                named = field in (*table.columns, REGION) and value
                if named and said != was.get(field) and not alike(field, said, value):
                    yield field, said


def touched(old: Rows, new: Rows) -> frozenset[str]:
    """Return the files of two registers that are new, gone, or no longer what they were: superseded, offline.

    One that can be read now, or no longer, is not: its bytes are the same.
    """
    return frozenset(
        key[0]
        for key in old.keys() | new.keys()
        if key not in old or key not in new or _standing(old[key]) != _standing(new[key])
    )


def _standing(document: Row) -> tuple[str, ...]:
    status = at(document, "status")
    return (status if status in {"superseded", "duplicate"} else "", *(at(document, name) for name in _STATE))
