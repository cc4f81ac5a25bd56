"""Why published values changed: where several inputs did, documents are extracted again, one input at a time.

Inputs are the document, the code that reads it, the rules, and the reference tables. Where one alone differs from
what is published, it is the cause, and nothing is extracted again. Else a document whose findings changed is
taken through the inputs in the order in which they act: the text as published, with the rules of today and the
tables of then; the same with the tables of today; then the text of today.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from pipeline.account import Said, account_of, said
from pipeline.dataset.changes.blame import blamed
from pipeline.dataset.changes.compared import Cause, Difference
from pipeline.dataset.changes.netted import Step, stepped
from pipeline.dataset.changes.published_side import Files
from pipeline.errors import IkpError, TableError
from pipeline.jobs import work
from pipeline.jobs.children import Died, run_apart
from pipeline.model import CorpusItem, Document, Extraction, Parsed, Quarantined
from pipeline.reference.load import build_reference, reference_texts
from pipeline.reference.project import in_effect, with_corrections
from pipeline.reference.types import ProjectAlias
from pipeline.storage import kept, results
from pipeline.storage.files import at
from pipeline.storage.kept import Basis

if TYPE_CHECKING:
    from pipeline.reference.types import Reference
    from pipeline.state import Plan, Versions
    from pipeline.storage.files import AnyPath

_DOCUMENT: Final[frozenset[Cause]] = frozenset({"document"})
_LAST_RESORT: Final[tuple[Cause, ...]] = ("rule", "reference", "reader")


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Causes of findings by id and of documents by SHA-256, and that of all that goes back to none of them.

    ``tables`` are those of the published dataset where rules and tables both changed: then only a dataset built
    with them tells the two apart where no finding changed.
    """

    causes: Mapping[str, Cause] = field(default_factory=dict)
    default: Cause = "unknown"
    tables: Reference | None = None

    def steps(self, tables: Files, with_reference: Callable[[Reference], Files]) -> tuple[Step, ...]:
        """Return the steps that lead to ``tables``: by way of the same with the tables of then, where needed."""
        between = None
        if self.tables is not None:
            # Findings of today may name what the tables of then do not hold.
            with suppress(Exception):
                between = with_reference(self.tables)
        if between is None:
            return (Step(tables=tables, default=self.default, causes=self.causes),)
        first = Step(tables=between, default="rule", causes=self.causes)
        return first, Step(tables=tables, default="reference")


def told(
    out: AnyPath,
    plan: Plan,
    tables: Files,
    published: Files,
    *,
    with_reference: Callable[[Reference], Files],
    then: Sequence[Step] = (),
) -> tuple[Difference, ...]:
    """Return what changes from the published tables to ``tables``, worst first, each with its cause.

    ``with_reference`` makes the same tables with another reference. ``then`` are steps that lead on from
    ``tables``, as what people decided: ``Step(tables=..., default="human")``.
    """
    found = explained(out, plan)
    return stepped(published, (*found.steps(tables, with_reference), *then))


def basis_of(plan: Plan) -> Basis:
    """Return what a dataset of today is made with."""
    return Basis(versions=plan.versions, tables=reference_texts(), aliases=in_effect(plan.aliases))


def explained(out: AnyPath, plan: Plan) -> Explanation:
    """Return why what is published changes, after all documents were worked on as the plan says."""
    basis = kept.load_basis(out)
    changed = inputs(basis.versions, plan.versions) if basis else None
    if basis is None or changed is None:
        return Explanation()
    if not changed:
        return Explanation(default="document")
    default = next(cause for cause in _LAST_RESORT if cause in changed)
    both = {"rule", "reference"} <= changed
    return Explanation(
        causes=_causes(out, changed, plan),
        default=default,
        tables=_reference(basis) if both else None,
    )


def inputs(before: Versions, now: Versions) -> frozenset[Cause] | None:
    """Return which of reader, rule and reference differ; None where versions do not tell.

    Records are all that reading acts through, so that what goes back to no finding is of the rules or tables.
    """
    pairs: tuple[tuple[Cause, object, object], ...] = (
        ("reader", (before.read, before.ocr), (now.read, now.ocr)),
        ("rule", before.rules, now.rules),
        ("reference", (before.tables, before.aliases), (now.tables, now.aliases)),
    )
    found = frozenset(cause for cause, was, is_ in pairs if was != is_)
    same = (before.extract, before.dataset) == (now.extract, now.dataset)
    return found if found or same else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """A document to take through the inputs that changed for it; ``aliases`` are the corrections of today."""

    out: str
    sha256: str
    changed: frozenset[Cause]
    aliases: tuple[ProjectAlias, ...] = ()


def _causes(out: AnyPath, changed: frozenset[Cause], plan: Plan) -> dict[str, Cause]:
    meant = in_effect(plan.aliases)
    found: dict[str, Cause] = {}
    tasks: list[Replay] = []
    for sha256 in kept.names(out):
        records = _records(out, sha256)
        if records is None:
            continue
        own = changed | (_DOCUMENT if _moved(records[0].item, records[1].item) else frozenset())
        if len(own) == 1:
            found |= blamed(sha256, _said(records[0]), [(next(iter(own)), _said(records[1]))])
        else:
            tasks.append(Replay(out=str(out), sha256=sha256, changed=own, aliases=meant))
    children = work.children_for(len(tasks), plan.workers)
    for task, told in run_apart(replay, tasks, workers=children, limits=work.LIMITS) if tasks else ():
        found |= _untold(at(task.out), task.sha256) if isinstance(told, Died) else told
    return found


def _records(out: AnyPath, sha256: str) -> tuple[Parsed | Quarantined, Parsed | Quarantined] | None:
    """Return the record as published and that of today, None where one is gone or damaged."""
    try:
        return kept.load(out, sha256), results.load_record(out, sha256)
    except IkpError:
        return None


def _moved(was: CorpusItem, now: CorpusItem) -> bool:
    """Tell whether a document is another version, or extraction is told something else about it."""
    facts = ((one.sha256, one.family, one.path, one.issuer, one.region_code) for one in (was, now))
    return len(set(facts)) > 1


def replay(task: Replay) -> dict[str, Cause]:
    """Return why the findings of a document changed."""
    records = _records(at(task.out), task.sha256)
    if records is None:
        return {}
    old, new = records
    basis = kept.load_basis(at(task.out))
    try:
        links = tuple(_links(old, new, task, basis))
    except Exception:  # noqa: BLE001 - what today's rules do to the text of then must not stop a night
        links = (("unknown", _said(new)),)
    return blamed(task.sha256, _said(old), links)


def _untold(out: AnyPath, sha256: str) -> dict[str, Cause]:
    """Return of a document whose replay had to be killed that nothing is known of what changed in it."""
    records = _records(out, sha256)
    return blamed(sha256, _said(records[0]), [("unknown", _said(records[1]))]) if records else {}


def _links(
    old: Parsed | Quarantined, new: Parsed | Quarantined, task: Replay, basis: Basis | None
) -> Iterator[tuple[Cause, Said]]:
    changed = task.changed
    if isinstance(old, Quarantined) or isinstance(new, Quarantined):
        yield _set_aside(old, new, task), _said(new)
        return
    text, item = old.document, old.item
    unread = _same_text(text, new.document)
    end: Cause = next((cause for cause in ("rule", "reference") if cause in changed), "document")
    if {"rule", "reference"} <= changed:
        reference = _reference(basis) if basis else None
        if reference is not None:
            yield "rule", _said_with(item, text, work.extract_with(item, text, reference))
            end = "reference"
    if changed & {"rule", "reference"} and changed & {"document", "reader"}:
        alike = unread and not _moved(item, new.item)
        yield end, _said(new) if alike else _today(item, text, task)
    if item.sha256 != new.item.sha256:
        end = "document"
    else:
        if "document" in changed:
            yield "document", _said(new) if unread else _today(new.item, text, task)
        end = "reader" if "reader" in changed else "document" if "document" in changed else end
    yield end, _said(new)


def _set_aside(old: Parsed | Quarantined, new: Parsed | Quarantined, task: Replay) -> Cause:
    """Return why a document can be read now, or no longer: by its rules where its text of then fails them too."""
    changed = task.changed
    if old.item.sha256 != new.item.sha256:
        return "document"
    rules: Cause | None = next((cause for cause in ("rule", "reference") if cause in changed), None)
    if rules and "reader" in changed and isinstance(old, Parsed):
        try:
            _today(old.item, old.document, task)
        except Exception:  # noqa: BLE001 - it is what one wants to know
            return rules
    return "reader" if "reader" in changed else rules or "document"


def _same_text(one: Document, other: Document) -> bool:
    parts = ((it.text, it.blocks, it.title, it.site, it.published, it.words) for it in (one, other))
    return next(parts) == next(parts)


def _today(item: CorpusItem, text: Document, task: Replay) -> Said:
    """Return what the rules, tables and corrections of today say of a text."""
    extract = partial(work.corrected, task.aliases) if task.aliases else work.extract_document
    return _said_with(item, text, extract(item, text))


def _said_with(item: CorpusItem, text: Document, extraction: Extraction) -> Said:
    return said(account_of(Parsed(item=item, document=text, extraction=extraction)))


def _said(record: Parsed | Quarantined) -> Said:
    return said(record if isinstance(record, Quarantined) else account_of(record))


def _reference(basis: Basis) -> Reference | None:
    """Return the tables and corrections of another day, None where the loader of today no longer takes them."""
    try:
        return with_corrections(build_reference(basis.tables), basis.aliases)
    except (TableError, KeyError):
        return None
