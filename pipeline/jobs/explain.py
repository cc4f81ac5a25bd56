"""Where a published value comes from: its lineage as text, the release that gave it out first, its picture."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import StoreError
from pipeline.jobs import illustrate, publish, releases
from pipeline.model import Parsed
from pipeline.storage import results
from pipeline.storage.files import AnyPath

if TYPE_CHECKING:
    from pipeline.dataset import Lineage, LineageSide


def why(
    out: AnyPath, row: str, column: str, *, picture: Path | None = None, corpus: AnyPath = Path("corpus")
) -> str:
    """Return the whole lineage of a published value as text; draw its evidence where a ``picture`` is wanted.

    Raises UsageError for an unknown row or column; of the picture, which needs the ``corpus``, see ``illustrate``.
    """
    from pipeline.dataset import lineage, render_lineage  # noqa: PLC0415

    if picture:
        illustrate.check_target(picture, corpus)
    dataset = publish.consolidated(publish.published(out))
    answer = lineage(dataset, partial(_text_of, out), row, column)
    text = render_lineage(answer) + _given_out(out, answer)
    if picture:
        parsed = tuple(_behind(out, side) for side in answer.sides)
        text += f"\n{illustrate.illustrate(answer, parsed, corpus=corpus, target=picture)}\n"
    return text


def _given_out(out: AnyPath, answer: Lineage) -> str:
    """Say in which release a value was given out first, nothing where there is no value."""
    from pipeline.dataset.changes.compared import COMPARED  # noqa: PLC0415
    from pipeline.dataset.tables.csvtext import written  # noqa: PLC0415

    value = answer.record.value(answer.field) if answer.record else None
    if answer.record is None or value is None:
        return ""
    table = next(one for one in COMPARED if one.name == answer.record.table)
    row = [written(getattr(answer.record.key, name)) for name in table.key]
    release = releases.since(out, table, row, answer.field, written(value))
    if release is None:
        return "\nNo release has this value yet.\n"
    return f"\nGiven out since release {release.version} of {release.day}.\n"


def _text_of(out: AnyPath, sha256: str) -> str | None:
    record = results.load_record(out, sha256)
    return record.document.text if isinstance(record, Parsed) else None


def _behind(out: AnyPath, side: LineageSide) -> Parsed:
    """Return the record behind a side, under the name by which the dataset knows the file."""
    record = results.load_record(out, side.sha256)
    if not isinstance(record, Parsed):
        raise StoreError("is no longer read", where=side.document, remedy="run `ikp run` first")
    return replace(record, item=replace(record.item, path=side.document))
