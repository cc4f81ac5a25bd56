"""Values in a text that another body speaks in: they may be its own, and a person should see them.

"Kapolda memaparkan pemetaan kerawanan. Alfa masuk rawan tinggi." Whoever spoke last goes on to speak, in the
sentence, the paragraph and those behind it, until Bawaslu or its index is named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.doubts.so_far import SoFar, in_force_behind, last_before, so_far
from pipeline.extract.words.bodies import OTHER_BODY

if TYPE_CHECKING:
    from pipeline.extract.draft import Draft
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene

_VALUES = frozenset({"score", "category", "dimension_score", "tally"})
_LEAD = (
    r"(?:[a-z ,./()]{3,40} [-–—] )?\W*(?:(?:sementara(?: itu)?|adapun|sedangkan|lalu|kemudian|sebelumnya|terpisah|"
    r"secara terpisah|di (?:sisi|tempat|kesempatan) lain|hasil|data|pemetaan|kajian|riset|survei|penelitian|"
    r"laporan|menurut|versi|berdasarkan|dari|oleh|kepala|ketua|wakil|waka|ka|kabag|kasat|direktur|komandan|para|tim|"
    r"jajaran|pihak|badan|kantor|seorang|pejabat|juru bicara|rektor|mantan|pusat)[\s,]+){0,5}"
)
_OPENS = re.compile(rf"{_LEAD}{OTHER_BODY}")
"""A sentence that another body opens: "Sementara itu, Kepala Kesbangpol ..."."""
_SAYS = re.compile(
    r"(?<![a-z])(?:menurut|kata|ujar|ucap|tutur|sebut|ungkap|jelas|terang|papar|imbuh|tambah|tegas|demikian|versi|"
    r"oleh)(?:nya)?,? (?:(?:kepala|ketua|wakil|waka|direktur|komandan|para|tim|jajaran|pihak|badan) ){0,3}"
    rf"{OTHER_BODY}"
)
"""Words that name another body as the speaker, wherever they stand: "..., kata Kapolda"."""
_OWN = re.compile(r"(?<![a-z])(?:bawaslu|panwas\w*|ikp)(?![a-z])|indeks kerawanan|badan pengawas")
_PATIENCE = 3  # paragraphs that go on with a speaker who is not named again


def is_in_other_voice(line: Line, draft: Draft, scene: Scene) -> bool:
    """Tell whether another body was the last to speak before a value, and nothing names Bawaslu since."""
    if draft.type not in _VALUES:
        return False
    unit = scene.units[line.unit.position]
    here = _told_by(line.lower)
    if here is None:
        here = last_before(unit, line.start, scene.once(_told_by_sentence)[unit.position])
    if here is None and unit.position:
        here = scene.once(_in_force_behind)[unit.position - 1]
    return bool(here)


def _told_by(sentence: str) -> bool | None:
    """Tell whether a sentence is another body's (True) or Bawaslu's (False), None where it names neither."""
    if _OPENS.match(sentence):
        return True
    if _OWN.search(sentence):
        return False
    return True if _SAYS.search(sentence) else None


def _told_by_sentence(scene: Scene) -> list[SoFar[bool]]:
    return [so_far(unit, _told_by) for unit in scene.units]


def _in_force_behind(scene: Scene) -> list[bool]:
    """Tell, for each unit, whether another body speaks on behind it."""
    return in_force_behind(scene.units, scene.once(_told_by_sentence), patience=_PATIENCE)
