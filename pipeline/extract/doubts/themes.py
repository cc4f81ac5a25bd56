"""Scores behind the name of a theme, which may be those of the index on that theme: a person should see them.

"Untuk netralitas ASN, Alfa 44,10. Beta 29,10." In a text on the index, or on another theme, they are none of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.doubts.so_far import SoFar, last_before, so_far

if TYPE_CHECKING:
    from pipeline.extract.draft import Draft
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene

_THEMES = {
    "politik_uang": r"politik uang|money politi[ck]s?",
    "netralitas_asn": r"netralitas (?:asn|aparatur\w*|pns)|ketidaknetralan asn",
    "medsos": r"(?:kampanye (?:di |lewat |melalui )?)?(?:medsos|media sosial)",
    "sara": r"(?:politisasi )?sara",
    "luar_negeri": r"(?:pemilu|pemilih|pemungutan suara) (?:di )?luar negeri",
}
_NAMED = "|".join(f"(?P<{key}>{words})" for key, words in _THEMES.items())
_OPENS = re.compile(
    r"(?:[a-z ,./()]{3,40} [-–—] )?\W*(?:(?:sementara(?: itu)?|adapun|sedangkan|lalu|kemudian|terkait|untuk|"
    r"soal|dalam(?: hal)?|pada|mengenai|"
    r"tentang|di|isu|indeks|skor|nilai|kerawanan|ikp|tematik|tema|kategori|aspek|bidang|rawan|dari sisi)[\s,]+)*"
    rf"(?:{_NAMED})(?![a-z])"
)
"""A sentence that opens with a theme, which the scores in it and behind it are of."""
_INDEX = re.compile(r"(?<![a-z])(?:ikp|indeks kerawanan)(?![a-z])")
_NO_THEME = ""
"""What a sentence tells that names the index: no theme is in force behind it, and any edition ends with it."""


def is_of_other_theme(line: Line, draft: Draft, scene: Scene) -> bool:
    """Tell whether a theme other than that of a score's edition was named last before it, and no index since."""
    if draft.score is None:
        return False
    theme = _theme_in_force(line, scene)
    return theme is not None and not (draft.edition or "").endswith(theme)


def _theme_in_force(line: Line, scene: Scene) -> str | None:
    """Return the theme that the line, a sentence before it or the paragraph before opens with, or ``_NO_THEME``.

    None where none of them opens with a theme or names the index.
    """
    unit, themes = line.unit, scene.once(_themes_by_sentence)
    told = _theme_told_by(line.lower)
    if told is None:
        told = last_before(unit, line.start, themes[unit.position])
    before = scene.units[unit.position - 1] if unit.position else None
    if told is None and before is not None and before.role != "furniture":
        told = themes[before.position][-1] if themes[before.position] else None
    return told


def _themes_by_sentence(scene: Scene) -> list[SoFar[str]]:
    return [so_far(unit, _theme_told_by) for unit in scene.units]


def _theme_told_by(sentence: str) -> str | None:
    """Return the theme that a sentence opens with; ``_NO_THEME`` where it names the index, None where neither."""
    found = _OPENS.match(sentence)
    if found is not None:
        return found.lastgroup
    return _NO_THEME if _INDEX.search(sentence) else None
