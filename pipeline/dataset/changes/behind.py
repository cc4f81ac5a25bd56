"""What stands behind a value that changed: which cause, which findings, and what a person decided about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.dataset.changes.compared import REGION, Cause, Compared, alike
from pipeline.dataset.changes.published_side import Row, Rows, Side, at
from pipeline.dataset.changes.reassigned import Pair
from pipeline.dataset.changes.spoken import Spoken, decided_in, machine_of

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

_WAITING: Final = frozenset({"held", "held back", "undecided"})
_STANDING: Final = ("decision", "standing", "machine")
_STATE: Final = ("sha256", "online")


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """What stands behind a row: documents to show, and of both sides; ids to show, and of both sides.

    ``document`` is the SHA-256 that a row of the register is about, else empty.
    """

    files: tuple[str, ...]
    both: frozenset[str]
    shown: tuple[str, ...]
    findings: tuple[str, ...]
    document: str


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

    def behind(self, table: Compared, pair: Pair) -> Behind:
        """Return what stands behind a row, before and now."""
        was, now = self.spoken
        before, after = was.behind(table, pair.old), now.behind(table, pair.new)
        files = self._files(table, 0, pair.old), self._files(table, 1, pair.new)
        return Behind(
            files=files[1] or files[0],
            both=frozenset((*files[0], *files[1])),
            shown=after if pair.new else before,
            findings=tuple(dict.fromkeys((*after, *before))),
            document=at(pair.new or pair.old or {}, "sha256") if table.name == "documents" else "",
        )

    def _files(self, table: Compared, side: int, row: Row | None) -> tuple[str, ...]:
        """Return the documents behind a row of a side; of one that is held those that speak of it."""
        if row is None:
            return ()
        listed = at(row, "file") if table.name == "documents" else at(row, "documents")
        return self.sides[side].names_in(listed) if listed else self.spoken[side].documents(table, row)

    def changed(self, column: str, behind: Behind) -> tuple[str, ...]:
        """Return those findings that say something else of a column now; where none does, that stand otherwise."""
        fields = _FIELDS.get(column, _ALL)
        for names in (fields[:1], (*fields, *_STANDING)):
            found = tuple(one for one in behind.findings if self._changed(one, names))
            if any(map(self._cause_of, found)):
                return found
        return ()

    def told(self, changed: Sequence[str], behind: Behind) -> tuple[tuple[str, ...], str, str]:
        """Return the documents whose findings changed, now and before, and the words of the first of either."""
        was, now = ([row for one in changed for row in side.live(one)] for side in self.spoken)
        files = tuple(dict.fromkeys(row["document"] for row in (*now, *was)))
        old, new = (next((row["quote"] for row in rows), "") for rows in (was, now))
        return files or behind.files, old, new

    def waits(self, changed: Sequence[str]) -> bool:
        """Tell whether one of the findings that changed waits for a person now."""
        return any(row["standing"] in _WAITING for one in changed for row in self.spoken[1].live(one))

    def cause(self, column: str, changed: Sequence[str], behind: Behind) -> Cause:
        """Return why a column of a row changed: because of the first of the findings that did, if any did.

        Its documents count where nothing is known of findings.
        """
        of_findings = next((cause for cause in map(self._cause_of, changed) if cause), None)
        if of_findings:
            return of_findings
        if not behind.findings and not self.touched.isdisjoint(behind.both):
            return "document"
        return self.causes.get(behind.document) or self._of_documents(column, behind) or self.default

    def _of_documents(self, column: str, behind: Behind) -> Cause | None:
        """Return why what is known of a document itself changed, which decides between values that compete."""
        if column == "category_derived":
            return None  # of a score and of nothing else
        rows = (row for one in behind.findings for side in self.spoken for row in side.live(one))
        return next((cause for row in rows if (cause := self.causes.get(row["sha256"]))), None)

    def rules(self, changed: Sequence[str], behind: Behind) -> tuple[str, ...]:
        """Return what read the findings that changed, or where none did all those behind a row."""
        was, now = self.spoken
        findings = changed or behind.shown
        return now.rules(findings) or was.rules(findings)

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
            if field in decided_in(row):
                value = "" if row["review"] == "rejected" else at(row, field)
                return machine_of(row).get(field, at(row, field)), value or "rejected"
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
