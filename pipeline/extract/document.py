"""One document from reader to findings: analyse, describe, read with the rules, join."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.extract.editions import document_edition
from pipeline.extract.identity import finish, join
from pipeline.extract.metadata import describe
from pipeline.extract.reading import read_scene
from pipeline.extract.regions import Context, gazetteer
from pipeline.extract.scene import Scene, Unit, analyse
from pipeline.extract.sections import names_foreign_index
from pipeline.model import Extraction, Metadata, Notice

if TYPE_CHECKING:
    from pipeline.extract.draft import Draft
    from pipeline.extract.editions import EditionGuess
    from pipeline.model import Document
    from pipeline.reference import Reference


_ABOUT = re.compile(r"(?<![a-z])(?:rawan|kerawanan(?:nya)?|ikp|tps)(?![a-z])")
"""A document without one of these words speaks of something else, whatever scores it holds."""


_HINT = 120  # characters of a footer line that may hold a copyright year
_HINTS = 20
_SURE_EDITION = 0.5
_DOUBTFUL = 0.8  # below what is accepted without a person


def extract_document(document: Document, *, family: str, name: str, reference: Reference) -> Extraction:
    """Do the work of ``pipeline.extract.extract``."""
    units = analyse(document, reference)
    metadata = describe(document, [unit.passage for unit in units], name, reference)
    text = "\n".join(unit.passage.text for unit in units if unit.role != "furniture")
    if names_foreign_index(text.lower()):
        return Extraction(metadata=metadata, findings=(), notices=(_foreign(document),))
    guess = document_edition(
        text,
        published=metadata.published,
        event_date=metadata.event_date,
        reference=reference,
        hints=_hints(document, units, name),
    )
    if guess.id is None and not _ABOUT.search(text.lower()):
        return Extraction(metadata=metadata, findings=())
    edition = reference.editions.get(guess.id or "")
    scale = edition.scale_max if edition and edition.scale_max else Decimal(100)
    scene = Scene(
        document=document,
        units=units,
        context=_context(metadata, units, reference),
        guess=guess,
        places=gazetteer(reference),
        reference=reference,
    )
    drafts = [_with_doubt(draft, guess) for draft in read_scene(scene, guess.id, scale)]
    return Extraction(metadata=metadata, findings=finish(join(drafts), document, family))


def _hints(document: Document, units: tuple[Unit, ...], name: str) -> str:
    """Return what stands around the article (title, file name, footer lines): years there count a little."""
    around = [unit.passage.text[:_HINT] for unit in units if unit.role == "furniture"]
    return "\n".join([document.title or "", name, *around[-_HINTS:]])


def _with_doubt(draft: Draft, guess: EditionGuess) -> Draft:
    """Send what rests on an uncertain edition to review, whatever the rule is sure of."""
    doubtful = guess.confidence < _SURE_EDITION and draft.edition == guess.id
    return replace(draft, confidence=min(draft.confidence, _DOUBTFUL)) if doubtful else draft


def _foreign(document: Document) -> Notice:
    return Notice(
        level="info",
        code="foreign_index",
        message="reports another body's index (IPKP of the police), not Bawaslu's; nothing was taken",
        document=document.sha256,
    )


def _context(metadata: Metadata, units: tuple[Unit, ...], reference: Reference) -> Context:
    """Return the region the document is about and the provinces it names, its own first."""
    places = gazetteer(reference)
    own = places.province_of(metadata.region_code)
    if own is not None:
        return Context(own=metadata.region_code, provinces=(own,))
    named = {
        code
        for unit in units
        for mention in unit.mentions
        for code in mention.codes
        if len(mention.codes) == 1 and reference.regions[code].level == "province"
    }
    return Context(own=metadata.region_code, provinces=tuple(sorted(named)))
