"""Whose measure a score is: a province's own, the mean of its parts, or the mean of the nation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.draft import COUNTRY, Draft

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene


def _national_mean(draft: Draft, scene: Scene) -> bool:
    """Tell whether a value without a region of its own is the published mean of all regions."""
    return draft.score is not None and any(
        row.region_code == "ID"
        and (row.edition, row.dimension, row.score) == (draft.edition, draft.dimension, draft.score)
        for row in scene.reference.scores
    )


def with_basis(drafts: Sequence[Draft], scene: Scene) -> Iterator[Draft]:
    """Tell a province's own score from the mean of its parts, and both from the known means of the nation."""
    for draft in drafts:
        if draft.subject.carried and _national_mean(draft, scene):
            yield replace(draft, subject=COUNTRY)
            continue
        region = scene.places.regions.get(draft.subject.code or "")
        if draft.type == "score" and draft.score is not None and region is not None and region.level == "province":
            yield replace(draft, basis=draft.basis or "provinsi")
        else:
            yield replace(draft, basis=None) if draft.basis else draft
