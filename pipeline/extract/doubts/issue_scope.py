"""Levels, scores and tallies of one issue or stage, which its sentence, list or title limits them to.

"Bawaslu memetakan kerawanan politik uang berdasarkan IKP 2024. Alfa rawan tinggi." The level is that of the issue
in Alfa, and not Alfa's, unless the edition itself is on a theme.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.extract.doubts.around import ROWS
from pipeline.extract.doubts.so_far import SoFar, last_before, so_far

if TYPE_CHECKING:
    from pipeline.extract.doubts.around import Around
    from pipeline.extract.draft import Draft
    from pipeline.extract.scene.scene import Scene, Unit

_ISSUE = (
    r"(?:politik uang|money politi[ck]s?|netralitas|ketidaknetralan|(?:politisasi )?sara(?![a-z])|hoaks|hoax|"
    r"ujaran kebencian|kampanye (?:hitam|di )|kampanye negatif|black campaign|media sosial|medsos|logistik|"
    r"pencalonan|pemungutan|penghitungan suara|rekapitulasi|masa tenang|pemutakhiran (?:data|daftar)|"
    r"daftar pemilih|data pemilih|hak pilih|dana kampanye|intimidasi|kekerasan|bencana|sengketa|mahar|"
    r"asn(?![a-z])|(?:masa |tahap(?:an)? )?kampanye)"
)
_ON_ISSUE = re.compile(
    r"(?<![a-z])(?:isu|tahap(?:an)?|subtahapan|dalam hal|soal|terkait|perihal|mengenai|tentang|aspek|bidang|"
    r"indikator|variabel|tema|(?:ke)?rawan(?:an)?|potensi|skor|nilai|menonjol (?:di|pada|dalam)|tinggi|sedang|"
    r"rendah|untuk|pada|dari sisi|di)"
    rf"(?: (?:isu|tahap(?:an)?|kerawanan|rawan|soal|paling|potensi|terkait)){{0,4}} {_ISSUE}|"
    rf"(?:^\W*|: |(?:menyoroti|mewaspadai|membahas|memetakan) ){_ISSUE}"
)
"""An issue or stage by which a sentence, a lead or a title limits what it tells."""
_TITLED = re.compile(rf"^\W*(?:bawaslu[^:]{{0,30}}: )?{_ISSUE}|(?<![a-z])(?:ke)?rawan(?:an)? (?:isu )?{_ISSUE}")
"""A title that limits the whole text to an issue: "Bawaslu: Netralitas ASN di Alfa Rawan Tinggi"."""
_OWN = re.compile(
    r"(?<!dalam )(?<!pada )(?<!berdasarkan )(?<!menurut )(?<![a-z])(?:ikp|indeks kerawanan)(?![a-z])|"
    r"(?<![a-z])(?:secara (?:umum|keseluruhan)|total|keseluruhan|dimensi)(?![a-z])"
)
"""Words by which a text is on the whole index again; "dalam IKP 2024" only says where from."""
_CLAUSE = re.compile(
    r"[,;:]|(?<![a-z])(?:terutama|khususnya|antara lain|karena|akibat|dan|serta|sementara)(?![a-z])"
)
_CLOSES = re.compile(r"\W*(?:demikian|begitu|itulah|itu|pemetaan|hasil|angka|data|skor|peringkat|urutan) ")
"""How a sentence begins that tells what those before it are on: "Demikian pemetaan isu politik uang"."""
_PROSE = 120  # characters from which a paragraph is more than a row of values
_CLOSING = 200  # characters of a closing sentence in which the issue stands


def is_on_issue(draft: Draft, near: Around, scene: Scene) -> bool:
    """Tell whether an issue or stage was named last as what is told of, or is named so right behind."""
    if (draft.edition or "").startswith(("ikp_tematik", "tps")):
        return False
    if draft.type == "tally" and (draft.stage or draft.dimension):
        return False
    unit = near.unit
    told = _limits(draft, near)
    if told is None:
        told = last_before(unit, near.bounds[0], scene.once(_issues_by_sentence)[unit.position])
    if told is None and _TITLED.search(scene.units[0].passage.lower):
        return True
    if told is None and unit.position and not _is_prose(unit):
        told = scene.once(_in_force_behind)[unit.position - 1]
    return bool(told) or _is_closed_by_issue(near, scene)


def _limits(draft: Draft, near: Around) -> bool | None:
    """Do what ``_on_issue`` does for the sentence of a value; an issue behind it counts as far as its clause goes.

    So "Alfa rawan tinggi dalam hal netralitas ASN" is limited, "Alfa rawan tinggi, terutama politik uang" is not.
    """
    passage = near.unit.passage
    start, end = near.bounds
    value = bisect_left(passage.mapped.starts, draft.span.end, start, end)
    clause = _CLAUSE.search(passage.lower, value, end)
    told = _on_issue(passage.lower[start : clause.start() if clause else end])
    return told if told is not None or _OWN.search(near.sentence) is None else False


def _on_issue(sentence: str) -> bool | None:
    """Tell whether a sentence limits what it tells to an issue (True) or names the index (False), else None."""
    if _ON_ISSUE.search(sentence):
        return True
    return False if _OWN.search(sentence) else None


def _is_prose(unit: Unit) -> bool:
    return unit.block.kind == "paragraph" and len(unit.passage.text) > _PROSE


def _issues_by_sentence(scene: Scene) -> list[SoFar[bool]]:
    return [so_far(unit, _on_issue) for unit in scene.units]


def _in_force_behind(scene: Scene) -> list[bool]:
    """Tell, for each unit, whether an issue is still told of behind it, over the rows that follow."""
    found: list[bool] = []
    on = False
    for unit, told in zip(scene.units, scene.once(_issues_by_sentence), strict=True):
        if unit.role != "furniture" and unit.block.kind not in ROWS:
            on = bool(told and told[-1])
        found.append(on)
    return found


def _is_closed_by_issue(near: Around, scene: Scene) -> bool:
    """Tell whether the next sentence says that what was told is on an issue."""
    unit, end = near.unit, near.bounds[1]
    after = unit.passage.lower[end : end + _CLOSING]
    if not after.strip(' ."') and unit.position + 1 < len(scene.units):
        after = scene.units[unit.position + 1].passage.lower[:_CLOSING]
    sentence = after.lstrip(". ").split(". ", 1)[0]
    return _CLOSES.match(sentence) is not None and _ON_ISSUE.search(sentence) is not None
