"""One sentence with its marks and regions, as the rules see it: for tests of what its words say of each other."""

from __future__ import annotations

from pipeline.extract.editions.document import document_edition
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
