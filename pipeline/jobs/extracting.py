"""What files and phrases say, without a corpus: read and extracted in child processes, printed, nothing stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from pipeline.errors import StoreError
from pipeline.jobs import own_aliases, work
from pipeline.jobs.children import Died, run_apart
from pipeline.jobs.finding_rows import Row, finding_row, metadata_row
from pipeline.jobs.survey import Filed, filed_in
from pipeline.model import Candidate, Parsed, Quarantined
from pipeline.storage.files import AnyPath

if TYPE_CHECKING:
    from pipeline.extract.catalog.verdicts import IndicatorMatch
    from pipeline.reference.types import Reference

Taken = Parsed | Quarantined | StoreError
"""What became of a document; an error where there was none to read."""


def extract_paths(
    paths: Sequence[AnyPath], reference: Reference | None = None, *, workers: int = 1
) -> Iterator[Taken]:
    """Read and extract files, and the documents below folders, in child processes; nothing is stored.

    Results come in order. A path that cannot be read gives its StoreError, and the others go on. ``reference``
    takes the place of the package's own tables.
    """
    found = list(filed_in(paths))
    numbered = [(number, filed) for number, filed in enumerate(found) if isinstance(filed, Filed)]
    children = work.children_for(len(numbered), workers)
    done = run_apart(partial(_taken, reference), numbered, workers=children, limits=work.LIMITS)
    ready: dict[int, Parsed | Quarantined] = {}
    for number, entry in enumerate(found):
        if not isinstance(entry, Filed):
            yield entry
            continue
        while number not in ready:
            (at, filed), result = next(done)
            ready[at] = work.killed(filed.item, result) if isinstance(result, Died) else result
        yield ready.pop(number)


def _taken(reference: Reference | None, numbered: tuple[int, Filed]) -> Parsed | Quarantined:
    _, filed = numbered
    extract = partial(work.extract_with, reference=reference) if reference else None
    return work.take(filed.item, filed.location, extract=extract)


def rows(
    taken: Iterable[Taken],
    complain: Callable[[str], None],
    *,
    metadata: bool = False,
) -> Iterator[Row]:
    """Yield findings as rows, or one row of metadata a document; complain, a line each, of what needs a person."""
    from pipeline.reference import load_reference  # noqa: PLC0415

    reference = load_reference()
    for record in taken:
        for line in (str(record),) if isinstance(record, StoreError) else work.lines_of(record):
            complain(line)
        if not isinstance(record, Parsed):
            continue
        item = record.item
        if metadata:
            yield metadata_row(
                record.document, record.extraction, name=item.name, part=item.part, reference=reference
            )
        else:
            findings = record.extraction.findings
            yield from (
                finding_row(finding, name=item.name, part=item.part, reference=reference) for finding in findings
            )


def match(text: str, corpus: AnyPath | None = None) -> tuple[IndicatorMatch, tuple[Candidate, ...], Reference]:
    """Return what a phrase may mean: as an indicator, and as regions; and the tables that say what those are.

    The corrections of a ``corpus`` hold, where it has any. Raises TableError where their table is damaged.
    """
    from pipeline.extract.catalog.indicators import match_indicator  # noqa: PLC0415
    from pipeline.extract.regions.reader import suggest_regions  # noqa: PLC0415
    from pipeline.reference import reference_with  # noqa: PLC0415

    reference = reference_with(own_aliases.load_aliases(corpus) if corpus is not None else ())
    return match_indicator(text, reference), suggest_regions(text, reference), reference
