"""Scores that stand outside a document's main text alone: found all the same, and sent to review.

What a reader takes for a side box or a caption may hold the one figure of the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.extract.draft import doubted
from pipeline.extract.reading.walk import read_scene
from pipeline.extract.scene.leads import with_leads
from pipeline.extract.scene.sections import is_furniture, is_lead
from pipeline.model import Notice

if TYPE_CHECKING:
    from pipeline.extract.draft import Draft
    from pipeline.extract.scene.scene import Scene, Unit
    from pipeline.model import Document, Finding

_FIGURE = re.compile(r"\d")


def outside_drafts(
    scene: Scene, drafts: Sequence[Draft], edition: str | None, scale: Decimal
) -> tuple[Draft, ...]:
    """Return the scores of prose outside the main text whose region has none in ``drafts``.

    Tables outside are read with the others. Notes, links to other articles and page furniture yield nothing.
    """
    units = with_leads([_turned(unit) for unit in scene.units])
    if not any(unit.role != "furniture" and _may_score(unit) for unit in units):
        return ()
    known = {_about(draft) for draft in drafts if draft.score is not None}
    found = read_scene(replace(scene, units=units), edition, scale)
    return tuple(
        doubted(draft)
        for draft in found
        if draft.type == "score"
        and draft.score is not None
        and not draft.subject.carried
        and _about(draft) not in known
    )


def outside_notice(document: Document, findings: Sequence[Finding]) -> tuple[Notice, ...]:
    """Tell a person how many scores stand outside the main text alone, nothing where none does."""
    outside = [block.span for block in document.blocks if not block.main]
    count = sum(
        1
        for finding in findings
        if finding.score is not None
        and finding.decision == "review"
        and all(any(span.covers(one.span) for span in outside) for one in finding.evidence)
    )
    if not count:
        return ()
    message = f"{count} scores stand outside the main text alone: they wait for review"
    return (Notice(level="info", code="outside", message=message, document=document.sha256),)


def _turned(unit: Unit) -> Unit:
    """Return a unit as if what is outside the main text were all there is."""
    block, lower = unit.block, unit.passage.lower
    outside = not block.main and block.kind in {"paragraph", "heading", "list_item"} and not is_furniture(lower)
    return replace(
        unit,
        role="neutral" if outside else "furniture",
        lead=None,
        is_lead=outside and (block.kind == "heading" or is_lead(lower)),
        theme=None,
    )


def _may_score(unit: Unit) -> bool:
    return bool(unit.mentions) and _FIGURE.search(unit.passage.text) is not None


def _about(draft: Draft) -> tuple[object, ...]:
    return draft.subject.code, draft.subject.candidates, draft.edition, draft.dimension
