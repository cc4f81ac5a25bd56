"""Numbers of polling stations that are of no mapping: those of an earlier vote, of a drill, of another body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.scene.statements import FOREIGN_VOICE
from pipeline.extract.words.bodies import OTHER_BODIES

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Line

_VOTE = re.compile(
    r"(?<![a-z])(?:(?P<kind>pemilu|pilkada|pilpres|pileg|pilgub|pemilihan(?: umum)?)(?: (?:serentak|tahun))?"
    r"|(?:di |pada |sejak |per )?(?P<when>tahun)|(?:di|pada|sejak))"
    r" (?:(?P<year>20[012]\d)(?!\d)|(?(kind)(?:[a-z]+ )?|(?(when)|(?!)))(?P<past>lalu|kemarin|sebelumnya|silam))"
)
"""A vote by its year, or one that is past: "pada Pemilu 2019", "Pemilu Februari lalu"."""
_HISTORY = re.compile(
    r"(?<![a-z])(?:riwayat|historis|sejarah|pernah|rekam jejak|berulang|pengalaman|catatan|bekas|psu|"
    r"(?:pemungutan|penghitungan|pencoblosan)(?: suara)? ulang)(?![a-z])"
)
"""Words of an issue that is one of a mapping just because it happened before."""
_DRILL = re.compile(r"(?<![a-z])(?:simulasi|gladi|uji ?coba)(?![a-z])")
_WISH = re.compile(
    r"(?<![a-z])(?:(?:di)?(?:target|harap)(?:nya|kan|an|kannya|annya)?|me(?:nargetkan|ngharapkan|nginginkan)|"
    r"(?:di|ke)?ingin(?:kan|an|annya)?|berharap|supaya|agar|semoga|idealnya)(?![a-z])"
)
_OF_MAPPING = re.compile(r"tps_rawan_(?P<kind>pemilu|pilkada)_(?P<year>\d{4})")
_BODY = re.compile(
    rf"^\W*(?:(?:sementara(?: itu)?|sedangkan|adapun|selain itu|di sisi lain|lalu|kemudian),? )?"
    rf"(?:(?:ka|waka|kepala|ketua|jajaran|pihak) ?)?(?:{OTHER_BODIES}|kepolisian|satpol pp|linmas|tni|pln|dinkes|"
    r"diskominfo|pemkab|pemkot|pemprov|kpu)(?![a-z])(?!.*bawaslu)"
)
"""A sentence whose subject is another body than Bawaslu."""
_CLAUSE = re.compile(r"[,;:.](?!\d)")


def is_of_others(lower: str) -> bool:
    """Tell whether a sentence counts what another body counted, or a drill: for a person to judge.

    >>> is_of_others("polres menyiagakan personel di 33 tps rawan bencana")
    True
    >>> is_of_others("bawaslu dan polres memetakan 33 tps rawan bencana")
    False
    """
    voice = FOREIGN_VOICE.search(lower) is not None and "bawaslu" not in lower
    return voice or _BODY.match(lower) is not None or _DRILL.search(lower) is not None


def is_wish(lower: str) -> bool:
    """Tell whether a sentence wants what it counts: "target kami, nol TPS logistik rusak"."""
    return _WISH.search(lower) is not None


def is_of_past(line: Line, low: int, start: int, end: int) -> bool:
    """Tell whether a count at ``start`` to ``end`` of a line, its issue from ``low`` on, is of a vote before.

    What is mapped since it once happened ("riwayat PSU") may tell when that was.
    """
    edition = _OF_MAPPING.match(line.edition_at(line.start + start, issue=True)[0][0] or "")
    if edition is None:
        return False
    lower = line.lower
    opens = [found.end() for found in _CLAUSE.finditer(lower, 0, min(low, start))]
    closes = _CLAUSE.search(lower, end)
    clause = lower[opens[-1] if opens else 0 : closes.start() if closes else len(lower)]
    votes = list(_VOTE.finditer(clause))
    if _HISTORY.search(clause):
        return len({vote["year"] for vote in votes}) > 1  # "riwayat PSU 2 TPS di 2019 dan 1 TPS di 2018"
    return any(
        vote["past"]
        or vote["year"] != edition["year"]
        or (vote["kind"] or edition["kind"])[:4] != edition["kind"][:4]
        for vote in votes
    )
