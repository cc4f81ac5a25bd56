"""Figures that say where a level of the scale begins, and are no region's: "skornya melewati 49,33"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.extract.marks.kinds import NumberMark
    from pipeline.extract.scene.line import Line
    from pipeline.reference import Reference

_PASSED = re.compile(
    r"(?<![a-z])(?:melewati|melampaui|menembus|melebihi|di (?:atas|bawah)|(?:ambang|batas)(?:nya)?[a-z ,]{0,40})"
    r"(?: (?:angka|skor|nilai|poin|sebesar))*\s$"
)
_OF_KIND = re.compile(
    r"\W*(?:(?:dan|tapi|tetapi|namun|sedangkan|sementara|adapun) )?(?:untuk|bagi|di tingkat|pada tingkat) "
    r"(?:tingkat )?(?:provinsi|kabupaten\s?(?:/|dan)\s?kota|kabupaten|kota|daerah),? (?:skor |nilai |angka )?"
)
_GRADED = re.compile(
    r",?\s(?:poin )?(?:(?:sudah|masih|baru|telah|tergolong|termasuk|berarti|masuk|dianggap|disebut|dinilai|"
    r"kategori|rawan) )+"
    r"(?:tinggi|sedang|rendah)(?![a-z])"
)
_STEP = Decimal("0.01")


def is_threshold(line: Line, mark: NumberMark, reference: Reference) -> bool:
    """Tell whether a figure is a cut of the edition that a score passes, or an example of a level.

    "Skornya melewati 49,33"; "untuk provinsi, skor 66 masih sedang", where no region is named.
    """
    before, behind = line.between(line.start, mark.start), line.between(mark.end, line.end)
    cut = mark.value in _cuts(line.inherited.edition, reference)
    if cut and _PASSED.search(before):
        return True
    example = _OF_KIND.fullmatch(before) is not None and _GRADED.match(behind) is not None
    return example and not line.regions and (cut or not mark.decimals)


def _cuts(edition: str | None, reference: Reference) -> frozenset[Decimal]:
    """Return where levels begin and end in an edition, whatever the level of regions."""
    known = reference.editions.get(edition or "")
    if known is None:
        return frozenset()
    ends = (known.high_province, known.low_province, known.high_regency, known.low_regency)
    return frozenset(end + step for end in ends if end is not None for step in (-_STEP, Decimal(0), _STEP))
