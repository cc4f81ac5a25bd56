"""The national mean, where a text names it as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.extract.draft import COUNTRY, Draft, Rule
from pipeline.extract.marks.numbers import OF_AN_INDEX
from pipeline.extract.scene.dimensions import real_dimensions
from pipeline.extract.scene.line import Line
from pipeline.extract.scores.scale import scale_at
from pipeline.extract.words.values import parse_decimal

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene

NATIONAL = Rule(id="score.national_mean", version=3)
"""The mean of the whole country, named as such; where it rose or fell, the first figure is of the edition before.

> Rata-rata nasional 49,00.

> Rata-rata nasional Indeks Kerawanan Pemilu (IKP) 2024 tercatat 49,00.
"""

_NATIONAL = re.compile(
    r"(?:(?:rata-rata|rerata) (?:skor |nilai |indeks |ikp |kerawanan )*(?:nasional(?:nya)?|se-?\s?indonesia)"
    rf"(?: juga| pun)?{OF_AN_INDEX}|(?:sedangkan|sementara|dengan|dan) nasional|"
    r"(?:angka|skor|nilai) nasional(?:nya)?|"
    r"(?:ikp\)?|indek(?:s)? kerawanan(?: pemilu| pilkada| pemilihan| pelanggaran)*(?: \(ikp\))?|skor ikp)"
    r"(?: 20\d\d)? "
    r"(?:(?:secara|di|pada|untuk) )?(?:(?:tingkat|skala|level|lingkup) )?nasional(?:nya)?|"
    r"secara nasional,? (?:tingkat |skor |nilai |angka |indeks )*(?:kerawanan|ikp|indeks)(?:nya)?)"
    r"[^\d.;]{0,30}?(?P<a>\d{1,2}[.,]\s?\d{1,2}|"
    r"(?<=angka )\d\d(?![.,]?\d|\s?(?:persen|%|provinsi|kab|kota|daerah))|"
    r"(?<=kisaran )\d\d(?![.,]?\d|\s?(?:-|provinsi|kab|kota|daerah|sampai|hingga)))"
    r"(?:\s?(?:menjadi|ke)\s(?P<b>\d{1,2}[.,]\d{1,2}))?(?![.,]?\d)"
)


def national_drafts(line: Line, scene: Scene) -> tuple[Draft, ...]:
    """Read the national mean where the text names it; "49,00 menjadi 49,63" gives the earlier value first."""
    return tuple(draft for match in _NATIONAL.finditer(line.lower) for draft in _means(line, match, scene))


def _means(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Draft]:
    groups = [group for group in ("a", "b") if match[group]]
    dimension = next(
        (mark.key for mark in real_dimensions(line) if mark.named and mark.end <= line.start + match.start("a")),
        line.inherited.dimension,
    )
    for group in groups:
        value = parse_decimal(match[group])
        if value > scale_at(line, line.start + match.start(group), scene):
            continue
        start, end = line.start + match.start(), line.start + match.end(group)
        editions, previous = line.edition_at(line.start + match.start(group))
        earlier = len(groups) == 2 and group == "a"
        yield Draft(
            type="dimension_score" if dimension else "score",
            subject=COUNTRY,
            dimension=dimension,
            edition=_earlier(line, value, scene) if earlier else editions[0],
            previous=previous or earlier,
            span=line.span(start, end),
            rule=NATIONAL,
            confidence=0.6 if earlier else 0.88,
            score=value,
        )


def _earlier(line: Line, value: Decimal, scene: Scene) -> str | None:
    """Return the edition whose mean came first: the one compared with, else the only one known by that mean."""
    if line.inherited.compared is not None:
        return line.inherited.compared
    known = [key for key, edition in scene.reference.editions.items() if value in edition.means]
    return known[0] if len(known) == 1 and known[0] != line.inherited.edition else None
