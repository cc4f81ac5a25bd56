"""Whose findings a sentence goes on with, where another region's office was spoken of before it.

In a text of Bawaslu Jawa Tengah: "Bawaslu Kabupaten Blora memetakan TPS rawan. Hasilnya, 14 TPS rawan bencana."
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.extract.draft import Subject
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene, Unit

_WORK = (
    r"(?:pemetaan|pendataan|pencermatan|pengawasan|penelusuran|identifikasi|inventarisasi|kajian|penilaian|"
    r"analisis|analisa|pengumpulan data|data|peta|catatan|hasil|jumlah|angka|total)"
)
_RESULT = re.compile(
    r"^\W*(?:(?:dan|adapun|sementara|sedangkan|kemudian|lalu) )?(?:"
    r"hasilnya|hasil(?: dari)? (?:itu|ini|tersebut)|"
    rf"(?:dari|berdasarkan|menurut|dalam|melalui|lewat) (?:hasil )?{_WORK}"
    r"(?:nya|(?: [a-z]+){0,2} (?:itu|ini|tersebut))|"
    rf"{_WORK} (?:itu|ini|tersebut)|(?:dari|di) (?:sana|situ|antara(?:nya| itu))|di ?antaranya|rinciannya|"
    r"perinciannya|dengan rincian|terdiri (?:dari|atas)|masing-masing)(?![a-z])"
)
"""Words with which a sentence tells what the work spoken of before it came to."""
_ITS_PLACE = re.compile(
    r"(?<![a-z])(?:(?:daerah|wilayah|kabupaten|kota)(?: kerja)?(?:nya| kami| kita| tersebut| itu| setempat)|"
    r"di sana)(?![a-z])"
)
_OPENING = 70  # characters in which a sentence names the office that is its subject
_NOT_SUBJECT = re.compile(
    r"(?<![a-z])(?:oleh|bersama|kepada|dengan|untuk|bagi|dari|di|pada|kantor|gedung|halaman|aula)"
    r"(?: (?:ketua|anggota|komisioner|pimpinan|jajaran|pihak))* (?:bawaslu|panwas\w*) (?:[a-z]+ )?$"
)
_SAYS = re.compile(
    r"(?<![a-z])(?:kata|ujar|tutur|ungkap|jelas|terang|sebut|ucap|papar|tegas|imbuh|beber|urai|tambah|lanjut|menurut)"
    r"(?:nya)?(?: [a-z.,']+){0,8} $"
)
"""Words before an office that is said to have told what stands before it: "..., kata Ketua Bawaslu Blora"."""
_UNSURE = 0.4
"""Enough doubt to send to review what follows an office without a word that points back to it."""


def office_spoken_of(line: Line, scene: Scene, position: int) -> Subject | None:
    """Return the other region whose office a line without a region of its own goes on to speak of, None without.

    It is the office that speaks in the line, else the subject of the last sentence before that names a region.
    Where no word points back to it, or to its place, or another paragraph names it, the region is in doubt.
    """
    if any(mention.start < position for mention, _ in line.regions):
        return None
    own = scene.own().code
    known = {None, own, scene.places.province_of(own)}  # the text is about the province around its region anyway
    told = _ITS_PLACE.search(line.lower) is not None
    speaker = _office(line.unit, scene, line.start, position) or _office_behind(line, scene, position)
    result = _RESULT.match(line.lower) is not None
    if speaker is None:
        told = told or result
        speaker = _office_before(line.unit, scene, line.start, told=told)
    above = _paragraph_above(line.unit, scene) if speaker is None and line.start == 0 and result else None
    if speaker is None and not line.unit.mentions:
        above = above or quoted_above(line.unit, scene)
    if above is not None:
        speaker, told = _office_before(above, scene, len(above.passage.text), told=True), False
    if speaker is None or speaker.code in known:
        return None
    return speaker if told else speaker.in_doubt(_UNSURE)


def _office(unit: Unit, scene: Scene, start: int, end: int) -> Subject | None:
    """Return the region of the office that opens a stretch of a unit as its subject.

    In doubt beside another office, and where it is another body's than Bawaslu's, or the region itself.
    """
    named = [mention for mention in unit.mentions_in(start, end) if not mention.below]
    if not named or named[0].start - start > _OPENING:
        return None
    if _NOT_SUBJECT.search(unit.passage.lower, start, named[0].start):
        return None
    others = any(mention.office and mention.codes != named[0].codes for mention in named)
    if named[0].office == "bawaslu":
        speaker = scene.speaker(unit, named[0].start, named[0].start + 1)
        return speaker.in_doubt(_UNSURE) if speaker and others else speaker
    resolved = scene.places.resolve(named[0], scene.context)
    if resolved.code not in scene.places.parts_of(scene.own().code):
        return None  # in a text on the country a name may but be where something was said
    subject = resolved.named_at(unit.span(named[0].start, named[0].end))
    return replace(subject, carried=True).in_doubt(_UNSURE)


def _office_behind(line: Line, scene: Scene, position: int) -> Subject | None:
    """Return the region of the office that a line names behind ``position`` as the one that said so."""
    for mention in line.unit.mentions_in(position, line.end):
        if mention.office == "bawaslu" and _SAYS.search(
            line.between(max(line.start, mention.start - 90), mention.start)
        ):
            return scene.speaker(line.unit, mention.start, mention.start + 1)
    return None


def _office_before(unit: Unit, scene: Scene, position: int, *, told: bool) -> Subject | None:
    """Return the office that is the subject of the last sentence before ``position`` that names a region.

    Without a word that points back (``told``) only an office of Bawaslu is gone on with.
    """
    for start, end in reversed([one for one in unit.passage.sentences if one[1] <= position]):
        first = next((mention for mention in unit.mentions_in(start, end) if not mention.below), None)
        if first is not None:
            office = _office(unit, scene, start, end) if told or first.office == "bawaslu" else None
            named = {subject.code for _, subject in scene.subjects(unit, start, end)}
            return office if office and named <= {office.code, scene.places.province_of(office.code)} else None
    return None


_QUOTE = re.compile(r"\W{0,2}[\"“]")
_QUOTED_BY = re.compile(
    r"[\"”],? ?(?:kata|ujar|tutur|ungkap|jelas|terang|sebut|ucap|papar|tegas|imbuh|beber|urai|tambah|lanjut|pinta|"
    r"harap|kenang|kilah|sambung)(?:nya(?!\w)|\s(?:dia|ia|beliau)(?!\w)|\s(?P<name>\w+))"
)
"""The end of a quotation and who is quoted: one spoken of before, or by a name."""


def quoted_above(unit: Unit, scene: Scene) -> Unit | None:
    """Return the paragraph above one that is the speech of a person named there, None without."""
    above = _paragraph_above(unit, scene) if _QUOTE.match(unit.passage.text) else None
    if above is None or any(mention.office for mention in unit.mentions):
        return None
    names = {match["name"] for match in _QUOTED_BY.finditer(unit.passage.text) if match["name"]}
    known = set(re.findall(r"\w+", above.passage.text))
    return above if all(name in known and name[0].isupper() for name in names) else None


def _paragraph_above(unit: Unit, scene: Scene) -> Unit | None:
    """Return the paragraph right before a unit, None where something else stands there."""
    if unit.position == 0:
        return None
    above = scene.units[unit.position - 1]
    return above if above.block.kind == "paragraph" and above.role != "furniture" else None
