"""Of which part of a province a paragraph goes on to tell where its sentences name no region of their own.

"Kabupaten Blora rawan tinggi. Pada Pilkada 2020 terjadi politik uang." tells of Blora, for a person to judge.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.scene.asides import is_aside, is_place_of_speech
from pipeline.extract.scene.speakers import quoted_above
from pipeline.extract.words.values import NUMBER_WORDS, SOME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.extract.draft import Subject
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene

_IN_DOUBT = 0.4
"""How far the region is doubted: enough to send what rests on it to review."""
_PARTS = r"(?:daerah|wilayah|kabupaten/kota|kabupaten dan kota|kabupaten|kota|provinsi)(?:nya|-[a-z]+)?"
_WHOLE = re.compile(
    r"(?<![a-z])(?:tingkat|level|skala|se-?) ?provinsi(?![a-z])|secara (?:umum|keseluruhan)|"
    rf"(?<![a-z])(?:semua|seluruh|setiap|tiap) {_PARTS}(?![a-z])"
)
_OF_ALL = re.compile(
    rf"{_WHOLE.pattern}|"
    rf"(?<![a-z\d.,])(?<!salah )(?:{NUMBER_WORDS}|\d{{1,3}}|{SOME}) {_PARTS}(?![a-z])|"
    rf"(?<![a-z]){_PARTS} (?:lain(?:nya)?|tetangga|sekitarnya|yang|dengan)(?![a-z])"
)
"""Words of a sentence that turns to the whole province, or to parts that it does not name."""
_DOES = re.compile(
    r"[^.;:]{0,60}?(?<![a-z])(?:mencatat|menemukan|menerima|menangani|mendata|memetakan|mengidentifikasi|merilis|"
    r"menginventarisasi|menghimpun)(?![a-z])"
)
"""What a province's Bawaslu does, and not only says, of its own region."""


def topic_of(line: Line, scene: Scene, position: int) -> Subject | None:
    """Return the region that the last sentence before to name any tells of, None where it names none or several.

    ``position`` is where the issue stands. Nothing is gone on with where the line or a sentence between turns to
    the whole province or to other parts of it, or names another office of Bawaslu: that one is spoken of then.
    A text on the nation goes on with the sentence right before alone.
    """
    if scene.own().code in {"ID", None} or any("." in (subject.code or "") for _, subject in line.regions):
        return None
    if _OF_ALL.search(line.between(line.start, position)) or _turns_away(line, scene):
        return None
    for before in _sentences_before(line, scene):
        if before.regions:
            return _told_of(before, scene)
        if _OF_ALL.search(before.lower) or _turns_away(before, scene):
            return None
    return None


def _sentences_before(line: Line, scene: Scene) -> Iterator[Line]:
    """Yield the sentences before a line, the last one first, and those above a paragraph that is a speech."""
    above = quoted_above(line.unit, scene)
    for unit in (line.unit, *([above] if above else [])):
        last = line.start if unit is line.unit else len(unit.passage.text)
        for start, end in reversed(unit.passage.sentences):
            if end <= last:
                regions = scene.subjects(unit, start, end)
                yield replace(line, unit=unit, start=start, end=end, regions=regions, marks=(), editions=())


def _told_of(line: Line, scene: Scene) -> Subject | None:
    """Return the one regency or city that a sentence tells of, other than the document's own."""
    told = {
        subject.code: subject
        for mention, subject in line.regions
        if not is_aside(line, mention) and not is_place_of_speech(line, mention)
    }
    subject = next(iter(told.values()), None)
    if _WHOLE.search(line.between(line.start, line.regions[0][0].start)):
        return None
    if len(told) != 1 or subject is None or "." not in (subject.code or "") or subject.code == scene.own().code:
        return None
    return replace(subject, carried=True).in_doubt(_IN_DOUBT)


def _turns_away(line: Line, scene: Scene) -> bool:
    """Tell whether a sentence names another office of Bawaslu, or tells what the document's own one found."""
    own = scene.own().code
    for mention in line.unit.mentions_in(line.start, line.end):
        if mention.office != "bawaslu":
            continue
        speaker = scene.speaker(line.unit, mention.start, mention.start + 1)
        if speaker is None or speaker.code not in {own, scene.places.province_of(own)}:
            return True
        if _DOES.match(line.between(mention.end, line.end)):
            return True
    return False
