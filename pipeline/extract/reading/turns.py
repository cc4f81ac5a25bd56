"""To which other edition a paragraph has turned, so that its next sentences may speak of it without a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.editions.mark import STATED
from pipeline.extract.editions.names import edition_names, profiles
from pipeline.extract.editions.recall import other_edition, titled_edition
from pipeline.extract.editions.sentence import is_index_beside

if TYPE_CHECKING:
    from pipeline.extract.editions.names import EditionName
    from pipeline.extract.scene.line import Line, Turn
    from pipeline.extract.scene.scene import Scene

_OPENING = 60  # characters from the start of a sentence in which a name sets the whole of it in its edition
_RELEASES = re.compile(
    r"(?i)\b(?:muncul|keluar(?! dari)|terbit|(?:di|me)(?:rilis|luncurkan|terbitkan|keluarkan|umumkan|susun)|"
    r"me(?:luncurkan|nerbitkan|ngeluarkan|ngumumkan|nyusun)|(?:di|me)-?launching)\b"
)
"""Words by which a sentence brings an edition up, of which the next may tell."""
_NOW = re.compile(
    r"(?i)\b(?:sekarang|kini|saat ini|tahun ini|kali ini|terkini|terbaru|"
    r"(?:ikp|indeks|pemilu|pilkada|pemilihan|edisi|periode|pemetaan) ini)\b|"
    r"\b(?:skor|nilai|kategori|posisi|peringkat|status)nya (?:sekarang|kini|sama|tetap)\b"
)


@dataclass(slots=True)
class EditionTurns:
    """What the paragraph has turned to, None where it speaks of the document's own edition.

    ``fresh``: the sentence before brought up a later one, so that a next paragraph may still tell of it.
    """

    turned_to: Turn | None = None
    fresh: bool = False

    def over(self, text: str, scene: Scene, *, first: bool) -> Turn | None:
        """Return what a sentence without a name of an edition goes on with; ``first``: it begins its paragraph."""
        left = first and not self.fresh
        if left or self.turned_to is None or (self.turned_to[1] and _NOW.search(text)) or _named(text, scene):
            self.turned_to = None
        return self.turned_to

    def take_up(self, line: Line, scene: Scene) -> None:
        """Take up what a line turns to: a name that opens it, or an edition that it brings up."""
        text = line.unit.passage.text[line.start : line.end]
        self.fresh = False
        if line.editions:
            mark = line.editions[-1]
            opens = mark.kind == "name" and mark.start - line.start < _OPENING
            told = opens and STATED.search(line.unit.passage.text, line.start, mark.start) is None
            self.turned_to = (mark.ids, mark.previous) if told and mark.ids != (scene.guess.id,) else None
        elif _named(text, scene):
            self.turned_to = self._brought_up(text, scene)
            self.fresh = self.turned_to is not None and not self.turned_to[1]

    def ask(self, line: Line, scene: Scene) -> None:
        """Take up the other edition that a question names: its answer tells of it, in the next paragraph too."""
        text = line.unit.passage.text[line.start : line.end]
        other = other_edition(text, scene.guess.id, scene.reference)
        editions, own = scene.reference.editions, scene.guess.id
        earlier = other is not None and own is not None and editions[other].year < editions[own].year
        self.turned_to = ((other,), earlier) if other is not None else None
        self.fresh = other is not None

    def _brought_up(self, text: str, scene: Scene) -> Turn | None:
        """Return the one edition that a sentence without a value says was released: "lalu muncul Pemetaan ..."."""
        names, own = _named(text, scene), scene.guess.id
        if len(names) == 1 and is_index_beside(names[0], scene.guess) and not names[0].compared:
            return names[0].ids[:1], _is_earlier(names[0].ids[0], own, scene)
        titled = titled_edition(text, own, scene.reference)
        if titled is not None and titled[1] and titled[0] not in {None, own}:  # "Lalu IKP 2024."
            return (titled[0],), _is_earlier(titled[0], own, scene)
        if len(names) != 1 or names[0].compared or own in names[0].ids or not _RELEASES.search(text):
            return None
        other = other_edition(text, own, scene.reference) or names[0].ids[0]
        return (other,), _is_earlier(other, own, scene)


def _is_earlier(key: str | None, own: str | None, scene: Scene) -> bool:
    editions = scene.reference.editions
    return key is not None and own is not None and editions[key].year < editions[own].year


def _named(text: str, scene: Scene) -> tuple[EditionName, ...]:
    """Return the indices and mappings that a text names; one without a year is the mapping where that is known."""
    known = (scene.guess.id, *scene.guess.named, *scene.guess.alternatives)
    return tuple(
        name
        for name in edition_names(text, scene.reference)
        if name.instrument and not name.data and (name.year or name.ids[0] in known or _is_thematic(name, scene))
    )


def _is_thematic(name: EditionName, scene: Scene) -> bool:
    return profiles(scene.reference)[name.ids[0]].family == "thematic"
