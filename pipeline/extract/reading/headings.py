"""What heads the sections of a text: the names of regions, or of another edition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, Subject, doubted
from pipeline.extract.editions.recall import titled_edition
from pipeline.extract.scene.line import Inherited

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene, Unit

_LONGEST = 80  # characters of a title
_NAME = 50  # characters of the longest heading that is but a region's name


@dataclass(frozen=True, slots=True)
class EditionHeading:
    """A heading, by its position, that is but the name of another edition than the document's."""

    position: int
    edition: str
    instrument: bool  # else an election or a year

    def over(self, inherited: Inherited) -> Inherited:
        """Return what a line below takes over: the edition, or that of its values alone under an election."""
        if self.instrument:
            return replace(inherited, edition=self.edition)
        return replace(inherited, value_edition=self.edition)

    def judged(self, draft: Draft, unit: Unit) -> Draft:
        """Send to review what is of this edition by its section alone, not as an item of its list."""
        return doubted(draft) if draft.edition == self.edition and unit.lead != self.position else draft


def is_title(unit: Unit) -> bool:
    """Tell whether a block is but a title: short, without an end mark, and no lead of a list."""
    return _is_short(unit) and unit.block.kind in {"heading", "paragraph"} and not unit.passage.text.endswith(":")


def _is_short(unit: Unit) -> bool:
    return len(unit.passage.text) <= _LONGEST and not unit.passage.text.endswith((".", "!", "?"))


def edition_of_heading(unit: Unit, default: str | None, scene: Scene) -> EditionHeading | None:
    """Return the edition whose name is a whole heading, None where that says more or names none."""
    named = _is_short(unit) and not unit.mentions
    edition, instrument = (named and titled_edition(unit.passage.text, default, scene.reference)) or (None, False)
    return EditionHeading(unit.position, edition, instrument) if edition else None


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
