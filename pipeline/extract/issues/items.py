"""Issues of a list item: one, several parted by semicolons, or by commas behind their theme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.extract.catalog.indicators import match_indicator
from pipeline.extract.draft import Draft
from pipeline.extract.issues.cases import counted_cases, counted_stations
from pipeline.extract.issues.phrases import ITEM, Phrase, phrase_drafts
from pipeline.extract.scene.line import Line
from pipeline.extract.words.values import NUMBER_WORDS, ORDINALS

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene

_SHORTEST = len("PSU")
_THEME = re.compile(r"\W*[A-Za-z ]{4,40}:\s+(?=.*,)")
"""The theme before the issues of an item: "Hak pilih: pemilih ganda, pemilih tidak memenuhi syarat"."""


_MEASURE = re.compile(
    r"\W*(?:peringkat|urutan|posisi|rangking|ranking|rank|nomor urut)(?:nya)?(?: (?:di|ikp|kerawanan|nasional|"
    rf"provinsi|kabupaten|kota|tingkat))*\s?[:=]?\s?(?:ke\s?-?\s?)?(?:\d{{1,3}}|{NUMBER_WORDS}|{'|'.join(ORDINALS)})"
    r"(?![a-z\d]|[.,]\d)(?:,? (?:dari|di|se-?|secara|tingkat|nasional)(?![a-z]{4}).*)?\W*"
)
"""An item that states a rank, of whatever, and no issue: "Peringkat: 2", "Urutan ke-3 dari 35 daerah"."""
_MERE_FORM = re.compile(
    r"dan|serta|atau|dan/atau|lalu|juga|"
    r"hasil (?:di |pada |untuk )?(?:tingkat|level) [a-z/ ]+|(?:gambaran|temuan) umum|"
    r"(?:hasil|pendahuluan|pembahasan|latar belakang|dasar hukum|metod(?:e|ologi)|ringkasan|kesimpulan|simpulan|"
    r"penutup|rekomendasi|rencana tindak lanjut|lampiran|kata pengantar|daftar isi)"
    r"(?: (?:pemetaan|penelitian|kajian|dan saran))?"
)
"""A piece that but joins the next ("A; dan"), or heads a section of a report."""


def item_issues(line: Line, scene: Scene) -> Iterator[Draft]:
    """Read a list item that names an issue, or several parted by semicolons, or by commas behind their theme."""
    whole = line.unit.passage.text
    theme = _THEME.match(whole)
    for match in re.finditer(r"[^;]+", whole):
        drafts = tuple(_issues_of_piece(line, scene, match.start(), match.group(), keep_unknown=True))
        if theme and not any(draft.indicator for draft in drafts):
            pieces = re.finditer(r"[^,;]+", whole[theme.end() : match.end()])
            members = tuple(
                draft
                for piece in pieces
                for draft in _issues_of_piece(
                    line, scene, theme.end() + piece.start(), piece.group(), keep_unknown=False
                )
            )
            drafts = members or drafts
        yield from drafts


def _issues_of_piece(line: Line, scene: Scene, start: int, piece: str, *, keep_unknown: bool) -> Iterator[Draft]:
    """Judge a piece of an item, which begins at ``start`` of its passage, with its number of cases."""
    text = piece.strip(" .,")
    if len(text) < _SHORTEST or _MEASURE.fullmatch(text.lower()) or _MERE_FORM.fullmatch(text.lower()):
        return
    low = start + piece.index(text)
    counted = counted_cases(text.lower()) or _stations(text, scene)
    label, count, unit = counted or ((0, len(text)), None, None)
    phrase = Phrase(text=text[slice(*label)], span=line.span(low, low + len(text)), count=count, unit=unit)
    edition = line.edition_at(low, issue=True)[0][0]
    subject = line.inherited.bearer or line.inherited.section or scene.own()
    yield from phrase_drafts(phrase, subject, edition, scene, rule=ITEM, keep_unknown=keep_unknown)


def _stations(text: str, scene: Scene) -> tuple[tuple[int, int], int, str] | None:
    """Take the number of polling stations off an item whose words before it are a known issue."""
    found = counted_stations(text.lower())
    if found is None or match_indicator(text[: found[0]], scene.reference).decision != "accept":
        return None
    return (0, found[0]), found[1], "TPS"
