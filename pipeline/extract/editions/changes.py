"""Changes from a former value to the present one: "turun dari 51,20 menjadi 45,10", "51,20 -> 45,10"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.editions.mark import STATED, EditionMark, Sentence
from pipeline.extract.editions.settle import COMPARING
from pipeline.extract.words.values import CHANGED

WISH = re.compile(
    r"(?i)\b(?:agar|supaya|ingin|(?:ber|di)?harap\w*|semoga|mudah-mudahan|berupaya|berusaha|bertekad|berkomitmen|"
    r"(?:di|men)?t?arget\w*|jangan)\b[^.;]*$"
)
_CHANGE = re.compile(
    rf"(?i)\b(?:{CHANGED}|penurunan|kenaikan|peningkatan|perubahan)(?: [a-z]+){{0,2}},?"
    r"(?: (?:yaitu|yakni|ialah) [^,.;]{3,60},)? (?P<dari>dari)\b(?P<old>[^.;]{1,90}?)"
    r"\b(?P<new>menjadi|jadi|ke)\b(?!-)"
)
_ARROW = re.compile(
    r"(?i)(?P<old>\d{1,3}[.,]\d{1,3})[\s)]*(?:poin|persen|%)?,?\s?(?:(?:lalu|kemudian|dan|yang|belakangan|"
    r"terus) )?"
    rf"(?:(?:{CHANGED}|"
    r"di(?:mutakhirkan|perbarui|koreksi|ubah|revisi|ralat)|sebelum (?:[a-z]+ ){1,4}) ?)?"
    r"(?P<new>-+>|=+>|→|⇒|➔|»|menjadi|jadi|ke)\s?(?:angka |skor |nilai )?(?=\(?\d{1,3}[.,]\d)"
)
"""A former figure and what leads to the present one: "51,20 -> 45,10", "51,20 menjadi 45,10"."""
_FROM_TO = re.compile(
    r"(?i)(?<!terdiri )(?<!total )(?P<dari>\bdari) (?P<old>(?:(?:peringkat|posisi|urutan|nomor|level|kategori|"
    r"angka|skor|nilai|"
    r"rawan|status|zona) )+(?:ke-?)?[\w.,]+(?: (?:nasional|terawan|besar))?),? (?P<new>menjadi|jadi|ke|sekarang|"
    r"kini)\b(?!-)"
    r"(?= (?:masuk|tinggi|sedang|rendah|peringkat|posisi|urutan|nomor|level|kategori|angka|skor|nilai|rawan|"
    r"status|zona|\d|(?:ke)?(?:satu|"
    r"dua|tiga|"
    r"empat|lima|enam|tujuh|delapan|sembilan|sepuluh)))"
)
"""A change without its verb: "Alfa dari urutan 3 ke urutan 12"."""


_CHANGED = 60  # characters behind the "dari" of a change in which its present value stands


def _with_arrows(scene: Sentence, found: list[EditionMark]) -> list[EditionMark]:
    """Add the marks of former figures and ranks before the present ones, where no edition is named between."""
    given = tuple(found)
    for match in (*_ARROW.finditer(scene.text), *_FROM_TO.finditer(scene.text)):
        low, high = match.start("old"), match.start("new")
        known = any(mark.kind == "change" and mark.end <= low and high - mark.end < _CHANGED for mark in given)
        if known or WISH.search(scene.text[:low]):
            continue
        others = (mark for mark in found if mark.kind != "reset")
        if any(low <= mark.start <= high or low <= mark.end <= high for mark in others):
            continue
        found.append(scene.mark(low, match.end("old"), (None,), previous=True, kind="change"))
        found.append(scene.reset(high, match.end("new")))
    return found


def with_changes(scene: Sentence, found: list[EditionMark]) -> list[EditionMark]:
    """Add the marks of "turun dari ... menjadi ..."; an edition named with the old value is the one it is of."""
    for match in _CHANGE.finditer(scene.text):
        if not STATED.search(match["old"]) or WISH.search(scene.text[: match.start()]):
            continue
        low, high = match.span("old")
        inside = [mark for mark in found if mark.previous and low <= mark.end <= high]
        ids = dict.fromkeys(key for mark in inside for key in mark.ids if key is not None)
        ids = ids or dict.fromkeys(_compared_with(found, scene, match.start()))
        found = [mark for mark in found if mark not in inside]
        found.append(
            scene.mark(match.start("dari"), match.end("dari"), ids or (None,), previous=True, kind="change")
        )
        found.append(scene.reset(match.start("new"), match.end("new")))
    return _with_arrows(scene, found)


def _compared_with(found: Sequence[EditionMark], scene: Sentence, end: int) -> tuple[str, ...]:
    """Return the one earlier edition that opens a sentence: "Dibandingkan rilis Februari 2020, Alfa naik"."""
    named = [mark for mark in found if mark.previous and mark.kind == "name" and mark.end <= end]
    if len(named) != 1 or not COMPARING.match(scene.text[: named[0].end]):
        return ()
    return tuple(key for key in named[0].ids if key is not None)
