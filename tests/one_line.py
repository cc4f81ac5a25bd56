"""One sentence with its marks and regions, as the rules see it: for tests of what its words say of each other."""

from __future__ import annotations

from decimal import Decimal

from pipeline.extract.editions.document import document_edition
from pipeline.extract.reading.walk import read_scene
from pipeline.extract.regions.names import Context, Mention, gazetteer
from pipeline.extract.scene.line import Inherited, Line, make_line
from pipeline.extract.scene.scene import Scene, analyse
from pipeline.readers import read
from pipeline.reference import Reference


def scene_of(text: str, reference: Reference, *, own: str | None = "33") -> Scene:
    """Analyse a text of the edition of 2024 that is about the region ``own``."""
    document = read(text.encode(), name="rilis.txt", sha256="0" * 64)
    guess = document_edition("IKP 2024", published=None, event_date=None, reference=reference, hints="")
    return Scene(
        document=document,
        units=analyse(document, reference),
        context=Context(own=own, provinces=(own[:2],) if own else ()),
        guess=guess,
        places=gazetteer(reference),
        reference=reference,
    )


def line_of(
    text: str, reference: Reference, *, own: str | None = "33", inherited: Inherited | None = None
) -> tuple[Line, Scene]:
    """Return the last block of a text as one line, and its scene."""
    scene = scene_of(text, reference, own=own)
    unit = scene.units[-1]
    bounds = (0, len(unit.passage.text))
    return make_line(scene, unit, bounds, inherited or Inherited(edition="ikp_2024")), scene


def named(line: Line, name: str) -> Mention:
    """Return the mention of a line that ends with a name."""
    return next(m for m in line.unit.mentions if line.unit.passage.text[: m.end].endswith(name))


def drafts_of(text: str, reference: Reference, *, own: str = "33") -> list[tuple[str, float]]:
    """Read a text; return its issues in short (region, indicator or words, count) with their raw confidence."""
    scene = scene_of(text, reference, own=own)
    found: dict[str, float] = {}
    for draft in read_scene(scene, "ikp_2024", Decimal(100)):
        count = f" x{draft.count}" if draft.count is not None else ""
        label = f"{draft.subject.code} {draft.indicator or draft.issue or draft.label}{count}"
        found[label] = max(draft.confidence, found.get(label, 0.0))
    return sorted(found.items())


def values_of(text: str, reference: Reference, *, own: str = "33") -> list[tuple[str, float]]:
    """Read a text; return the scores, levels and ranks of regions in short with their raw confidence."""
    scene = scene_of(text, reference, own=own)
    found = []
    for draft in read_scene(scene, "ikp_2024", Decimal(100)):
        if draft.type not in {"score", "category", "dimension_score"}:
            continue
        parts = (draft.subject.code, draft.dimension, draft.score, draft.category, draft.basis)
        rank = f"#{draft.rank} {draft.rank_scope}" if draft.rank else ""
        found.append(
            (" ".join([*(str(part) for part in parts if part is not None), rank]).strip(), draft.confidence)
        )
    return sorted(found)
