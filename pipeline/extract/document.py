"""One document from reader to findings: analyse, describe, read with the rules, join, doubt what was misread."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.extract.doubts.about import about_doubted
from pipeline.extract.doubts.around import around
from pipeline.extract.doubts.carried import carried_doubted
from pipeline.extract.doubts.cross_check import Joined, cross_checked
from pipeline.extract.doubts.now import now_doubted
from pipeline.extract.doubts.order import order_doubted
from pipeline.extract.doubts.percents import percents
from pipeline.extract.doubts.readers import reading_doubted
from pipeline.extract.doubts.scans import scan_doubted, struck
from pipeline.extract.draft import doubted
from pipeline.extract.editions.document import document_edition, is_on_other_index, scored_edition
from pipeline.extract.identity import finish, join
from pipeline.extract.metadata.describe import describe, find_home
from pipeline.extract.reading.outside import outside_drafts, outside_notice
from pipeline.extract.reading.walk import read_scene
from pipeline.extract.regions.names import Context, gazetteer
from pipeline.extract.scene.indices import without_foreign
from pipeline.extract.scene.lessons import without_lessons
from pipeline.extract.scene.scene import Scene, Unit, analyse
from pipeline.extract.sketch import sketch_of
from pipeline.extract.words.english import is_english
from pipeline.model import Extraction, Hints, Metadata, Notice

if TYPE_CHECKING:
    from pipeline.extract.draft import Draft
    from pipeline.extract.editions.document import EditionGuess
    from pipeline.extract.metadata.home import Home
    from pipeline.model import Document
    from pipeline.reference import Reference


_ABOUT = re.compile(r"(?<![a-z])(?:rawan|kerawanan(?:nya)?|ikp|tps)(?![a-z])")
"""A document without one of these words speaks of something else, whatever scores it holds."""


_REGIONAL = frozenset({"score", "category", "dimension_score"})
_HINT = 120  # characters of a footer line that may hold a copyright year
_HINTS = 20
_SURE_EDITION = 0.55


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stated:
    """What a document says, before it is known how sure its words are."""

    metadata: Metadata
    joined: tuple[Joined, ...] = ()
    notices: tuple[Notice, ...] = ()


def extract_document(
    document: Document, *, family: str, name: str, reference: Reference, hints: Hints
) -> Extraction:
    """Do the work of ``pipeline.extract.extract``."""
    stated = _stated(document, name, hints, reference)
    joined = stated.joined
    if document.words and joined:
        without = struck(document)
        sure = joined if without is document else _stated(without, name, hints, reference).joined
        joined = scan_doubted(joined, document, without, sure)
    joined = reading_doubted(joined, document)
    findings = finish(joined, document, family, reference.calibration)
    notices = stated.notices + outside_notice(document, findings)
    return Extraction(
        metadata=stated.metadata,
        findings=findings,
        notices=notices,
        sketch=sketch_of(document),
        percents=percents(document, findings),
    )


def _stated(document: Document, name: str, hints: Hints, reference: Reference) -> _Stated:
    units = analyse(document, reference)
    passages = [unit.passage for unit in units]
    home = find_home(document, passages, name, hints, reference)
    metadata = describe(document, passages, home, hints, reference)
    units, foreign = without_foreign(units)
    notices: tuple[Notice, ...] = (_foreign(document),) if foreign else ()
    text = "\n".join(unit.passage.text for unit in units if unit.role != "furniture")
    guess = document_edition(
        text,
        published=metadata.published,
        event_date=metadata.event_date,
        reference=reference,
        hints=_hints(document, units, name),
    )
    if is_on_other_index(text) or (guess.id is None and not _ABOUT.search(text.lower())):
        return _Stated(metadata=metadata, notices=notices)
    edition = reference.editions.get(guess.id or "")
    scale = edition.scale_max if edition and edition.scale_max else Decimal(100)
    scene = Scene(
        document=document,
        units=without_lessons(units),
        context=_context(home, units, reference),
        guess=guess,
        places=gazetteer(reference),
        reference=reference,
    )
    read = read_scene(scene, guess.id, scale)
    read += outside_drafts(scene, read, guess.id, scale)
    read = tuple(draft for draft in read if not _is_of_no_region(draft))
    apart = foreign or is_english(document.text)
    drafts = [_with_doubt(_of_regions(_of_home(draft, scene), scene), guess, apart=apart) for draft in read]
    told = around(scene)
    drafts = order_doubted(carried_doubted(drafts, scene), scene)
    drafts = now_doubted(about_doubted(drafts, scene, told), scene, told)
    return _Stated(metadata=metadata, joined=cross_checked(join(drafts), reference), notices=notices)


def _hints(document: Document, units: tuple[Unit, ...], name: str) -> str:
    """Return what stands around the article (title, file name, footer lines): years there count a little."""
    around = [unit.passage.text[:_HINT] for unit in units if unit.role == "furniture"]
    return "\n".join([document.title or "", name, *around[-_HINTS:]])


def _of_home(draft: Draft, scene: Scene) -> Draft:
    """Send to review what is told of no region by name, where the document's own region is in doubt."""
    own, subject = scene.context.own, draft.subject
    if not scene.context.doubt or subject.code not in {own, scene.places.province_of(own)}:
        return draft
    around = [unit for unit in scene.units if unit.block.span.overlaps(draft.span)]
    named = any(subject.code in mention.codes for unit in around for mention in unit.mentions)
    unnamed = not named if draft.type == "tally" else subject.carried and subject.start == subject.end
    return doubted(draft) if unnamed else draft


def _of_regions(draft: Draft, scene: Scene) -> Draft:
    """Send to review a region's score or level that is given to a mapping of polling stations, which has none."""
    if draft.edition is None or draft.type not in _REGIONAL:
        return draft
    edition = scored_edition(draft.edition, scene.guess, scene.reference)
    return draft if edition == draft.edition else doubted(replace(draft, edition=edition))


def _is_of_no_region(draft: Draft) -> bool:
    """Tell whether an issue that no table knows is told of the whole country: a remark on a theme, no finding."""
    unknown = draft.type == "indicator" and draft.indicator is None and draft.issue is None
    return unknown and draft.subject.code == "ID" and draft.count is None


def _with_doubt(draft: Draft, guess: EditionGuess, *, apart: bool) -> Draft:
    """Send what rests on an uncertain edition or a bare year to review, and all of a text that stands ``apart``.

    It is written in English, which is read word by word, or another's index stands beside Bawaslu's.
    """
    doubtful = apart or guess.id is None or (guess.confidence < _SURE_EDITION and draft.edition == guess.id)
    return doubted(draft) if doubtful else draft


def _foreign(document: Document) -> Notice:
    return Notice(
        level="warning",
        code="foreign_index",
        message="another body's index (IPKP of the police) is reported too: left out, and the rest goes to review",
        document=document.sha256,
    )


def _context(home: Home, units: tuple[Unit, ...], reference: Reference) -> Context:
    """Return the region the document is about and the provinces it names, its own first."""
    places = gazetteer(reference)
    own = places.province_of(home.code)
    stated = places.stated(mention for unit in units if unit.role != "furniture" for mention in unit.mentions)
    if own is not None:
        return Context(own=home.code, doubt=home.doubt, provinces=(own,), stated=stated)
    named = {
        code
        for unit in units
        for mention in unit.mentions
        for code in mention.codes
        if len(mention.codes) == 1 and reference.regions[code].level == "province"
    }
    return Context(own=home.code, doubt=home.doubt, provinces=tuple(sorted(named)), stated=stated)
