"""Regions whose names head the sections of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.draft import Subject

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene, Unit

_NAME = 50  # characters of the longest heading that is but a region's name


def section_regions(units: Sequence[Unit], scene: Scene) -> dict[int, Subject]:
    """Return the regions that head the sections of a text, by the position of their heading.

    Two headings at least are but the name of a region each: one alone may be a caption or the place of a report.
    A numbered name is one where something else than the next name follows it.
    """
    found = {}
    for unit, following in zip(units, [*units[1:], None], strict=True):
        subject = _region_heading(unit, scene)
        item = unit.block.kind == "list_item"
        if subject is not None and not (
            item and (following is None or _region_heading(following, scene) is not None)
        ):
            found[unit.position] = replace(subject, carried=True)
    return found if len(found) > 1 else {}


def _region_heading(unit: Unit, scene: Scene) -> Subject | None:
    """Return the region of a block that is but its name, None for any other block."""
    plain = unit.block.kind == "list_item" or (unit.block.kind in {"heading", "paragraph"} and unit.lead is None)
    named = scene.subjects(unit, 0, len(unit.passage.text)) if plain and len(unit.passage.text) <= _NAME else ()
    if len(named) != 1 or named[0][1].code in {None, "ID"}:
        return None
    mention, subject = named[0]
    rest = unit.passage.lower[: mention.start] + unit.passage.lower[mention.end :]
    return None if re.search(r"[a-z\d]", rest) else subject
