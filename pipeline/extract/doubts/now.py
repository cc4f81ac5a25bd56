"""Levels and scores of a mapping that nothing names, beside an earlier edition that is named for comparison.

"Kini Alfa masuk kategori tinggi. Beta sedang. Di IKP 2020, Alfa 48,12." The named edition is the only one that the
document knows, but not that of the values told as of now.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, doubted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.extract.doubts.around import Around, Told
    from pipeline.extract.scene.scene import Scene

_VALUES = frozenset({"score", "category", "dimension_score", "tally"})
_NAMED = re.compile(r"(?<![a-z])(?:ikp|indeks kerawanan|pemetaan kerawanan)(?![a-z])")
_COMPARED = re.compile(
    r"^\W*(?:di|pada|dalam|menurut|dari sebelumnya|sebelumnya|dibanding(?:kan)?|saat)(?![a-z])|"
    r"(?<![a-z])(?:dulu|sebelumnya|semula|tadinya|yang lalu|terakhir)(?![a-z])|(?<![a-z])dari sebelumnya(?![a-z])"
)
"""How a sentence names an edition that values of now are compared with."""
_NOW = re.compile(
    r"(?<![a-z])(?:kini|sekarang|saat ini|kali ini|tahun ini|(?:pada |di |untuk )?(?:pilkada|pemilu|pilgub|pilbup|"
    r"pilwalkot|pemilihan) (?:ini|20\d\d ini)|naik menjadi|turun menjadi|naik jadi|turun jadi)(?![a-z])"
)


def now_doubted(drafts: Sequence[Draft], scene: Scene, told: Told) -> list[Draft]:
    """Send values told in sentences without an edition to review, where all that name one only compare with it."""
    sentences = [unit.passage.lower[slice(*bounds)] for unit in scene.units for bounds in unit.passage.sentences]
    naming = [sentence for sentence in sentences if _NAMED.search(sentence)]
    if not naming or not all(_COMPARED.search(sentence) for sentence in naming):
        return list(drafts)
    around = [told(draft) for draft in drafts]
    if not any(_tells_of_now(draft, near) for draft, near in zip(drafts, around, strict=True)):
        return list(drafts)
    return [
        doubted(draft) if draft.type in _VALUES and not _names_edition(near) else draft
        for draft, near in zip(drafts, around, strict=True)
    ]


def _names_edition(near: Around) -> bool:
    return _NAMED.search(near.sentence) is not None and _NOW.search(near.sentence) is None


def _tells_of_now(draft: Draft, near: Around) -> bool:
    return draft.type in _VALUES and _NOW.search(near.sentence) is not None
