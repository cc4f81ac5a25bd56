"""Whose measure a score is: a province's own, the mean of its parts, or the mean of the nation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.draft import COUNTRY, Draft
from pipeline.extract.marks.kinds import overlaps

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene

_AT_PROVINCE = r"(?:tingkat|level|skala|lingkup) provinsi"
AGGREGATE = re.compile(
    r"(?:agregasi|agregat|akumulasi|(?:rata-rata|"
    r"rerata) (?:skor )?(?:ikp )?(?:dari )?(?:[a-z\d]+ )?kab(?:upaten|\.|\s?/)|"
    r"berdasarkan (?:data |skor |input )*kabupaten/kota|"
    r"gabungan (?:(?:dari|skor|nilai|ikp|indeks|angka|seluruh|semua) )*kab(?:upaten|\.|\s?/)|"
    r"(?:skor|nilai|ikp|indeks|angka)(?: (?!provinsi)[a-z\d]+){0,4} kab(?:upaten|\.)?(?:\s?/\s?| dan )kota(?:nya)?"
    r"(?: [a-z]+){0,2} di(?:gabung(?:kan)?|jumlah(?:kan)?|rata-rata(?:kan)?))"
    rf"(?:[^,.;:\d]{{0,40}}? (?:di|pada) {_AT_PROVINCE})?"
)
"""Words by which the score of a province is the mean of its regencies and cities."""
OWN_INPUT = re.compile(rf"{_AT_PROVINCE}|input")
"""Words by which it is the province's own."""


def is_aggregate(line: Line, position: int, *, before: bool) -> bool:
    """Tell whether a number is the mean of a province's parts: the last word of it before the number decides.

    Without one before it, a word behind it decides ("41,20 menurut agregat"), else the text before the line.
    """
    words = sorted(_words_of_basis(line.lower))
    ahead = [aggregate for start, aggregate in words if line.start + start < position]
    behind = [aggregate for start, aggregate in words if line.start + start >= position]
    before = before and not line.editions  # "IKP Pilkada 2020 menempatkan provinsi ini ..." begins anew
    return ahead[-1] if ahead else behind[0] if len(behind) == 1 else before


def _words_of_basis(lower: str) -> Iterator[tuple[int, bool]]:
    """Yield where a sentence speaks of a mean of parts (true), and where of a province's own score (false)."""
    means = [match.span() for match in AGGREGATE.finditer(lower)]
    yield from ((start, True) for start, _ in means)
    own = (match.span() for match in OWN_INPUT.finditer(lower))
    yield from ((start, False) for start, end in own if not overlaps(start, end, means))


def _national_mean(draft: Draft, scene: Scene) -> bool:
    """Tell whether a value without a region of its own is the published mean of all regions."""
    return draft.score is not None and any(
        row.region_code == "ID"
        and (row.edition, row.dimension, row.score) == (draft.edition, draft.dimension, draft.score)
        for row in scene.reference.scores
    )


def with_basis(drafts: Sequence[Draft], scene: Scene) -> Iterator[Draft]:
    """Tell a province's own score from the mean of its parts, and both from the known means of the nation."""
    for draft in drafts:
        if draft.subject.carried and _national_mean(draft, scene):
            yield replace(draft, subject=COUNTRY)
            continue
        region = scene.places.regions.get(draft.subject.code or "")
        if draft.type == "score" and draft.score is not None and region is not None and region.level == "province":
            yield replace(draft, basis=draft.basis or "provinsi")
        else:
            yield replace(draft, basis=None) if draft.basis else draft
