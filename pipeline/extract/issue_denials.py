"""What a sentence names without stating it: issues denied, supposed, warned of, or only called so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.model import Span

DENIED = re.compile(
    r"(?:(?:tidak|tak) ditemukan|(?:tidak|tak) terjadi|(?:tidak|tak) ada|nihil|belum terjadi|(?:tidak|"
    r"tak) terdapat|belum ada|belum ditemukan|"
    r"belum pernah)(?![a-z])"
)
_ANEW = (
    r"(?<![a-z])(?:(?<!tidak )(?<!lagi )(?<!tidak pernah )(?:terjadi|ditemukan|ada|terdapat)|namun|tetapi|tapi|"
    r"sedangkan|sementara|hanya|kecuali|melainkan|justru|adalah|ialah|yakni|yaitu|menonjol|marak|masih|"
    r"juga)(?![a-z])"
)
"""Words that say something else of what follows: a denial does not reach over them."""
_DENIED_ALL = re.compile(
    r"(?:(?:tidak|tak) (?:lagi |pernah )?(?:ditemukan|terjadi|ada|terdapat|(?:memiliki|mempunyai|punya|mencatat) "
    r"(?:riwayat|catatan|kasus|potensi))|"
    rf"nihil|belum (?:terjadi|ditemukan))(?![a-z])(?:(?!{_ANEW})[^;.]){{0,120}}$"
)
_NONE_OF_THEM = re.compile(
    rf"(?:(?!{_ANEW})[^;.]){{0,120}}?(?<![a-z])(?:nihil|(?:tidak|tak) (?:ditemukan|terjadi|pernah terjadi)|"
    r"(?:tidak|tak|belum) ada (?:laporan|temuan|kasus|kejadian|aduan)(?:nya)?|"
    r"(?:tidak|tak|belum) (?:disertakan|dimasukkan|diukur|dihitung)(?: [a-z]+){0,2} "
    r"(?:ikp|indeks|penilaian|pemetaan|hitungan))(?![a-z])"
)
_DENIED_LIST = re.compile(
    r"(?:(?:tidak|tak) (?:sama sekali )?(?:ditemukan|terjadi|terdapat|muncul)|nihil)(?![a-z])[^,;.]{0,60}?"
    r"(?:di ?antaranya|antara lain|yakni|yaitu|ialah|adalah|seperti|meliputi|:)"
)
_SUPPOSED = re.compile(
    r"(?<![a-z])(?:(?:jika|apabila|bila|kalau) (?:ada|terjadi|menemukan|ditemukan|mendapati|melihat|terdapat)"
    r"[^,;.]{0,40}|(?:jangan sampai|(?:agar|supaya|semoga)(?: [a-z]+){0,2} (?:tidak|tak)(?: lagi|"
    r" sampai)?) (?:terjadi|ada|muncul|terulang|timbul|mengganggu)"
    r"[^;.]{0,80})$"
)
_ELSEWHERE = re.compile(
    r"(?<![a-z])di (?:sejumlah |beberapa )?(?:daerah|wilayah|tempat|kabupaten|kota|provinsi) lain(?:nya)?(?![a-z])"
)
WARNED = re.compile(
    r"(?<![a-z])tidak(?: lagi| akan| pernah)? $|"
    r"(?<![a-z])(?:jangan|dilarang|tidak boleh|(?:agar|supaya) tidak|harus|wajib|berharap tidak|larangan)"
    r"(?: [a-z]+){0,3} $"
)
IS_THAT = re.compile(
    r"\W*(?:(?:hal|tindakan|perbuatan|sikap|praktik) )?(?:itu|ini|tersebut)"
    r"(?: (?:adalah|ialah|merupakan|termasuk|tergolong|juga|jelas|bagian dari|bisa|sudah|disebut|namanya))*\W*"
)
"""Words that call something spoken of before by a name: "itu pelanggaran kode etik" tells of no other finding."""
_CONTRAST = re.compile(r"(?:namun|tetapi|tapi|sedangkan|kecuali|melainkan)")


def without(lower: str, spans: Sequence[Span]) -> str:
    """Blank the wordings in a sentence: what one of them lacks ("tidak ada pemantau") denies no other."""
    for span in spans:
        lower = lower[: span.start] + "_" * (span.end - span.start) + lower[span.end :]
    return lower


_OF_SCALE = re.compile(r"(?<![a-z])(?:aspek|dimensi|variabel|subdimensi|tema|bobot)(?: [a-z]+)? $")
_GRADE = re.compile(
    r"(?: _+| [a-z]+){0,3}?\s?(?:\(?\d|(?:ber(?:nilai|bobot|skor)|memperoleh|mendapat|mencapai|meraih|sebesar|"
    r"dengan (?:skor|nilai|bobot|indeks)|skornya|nilainya|indeksnya)(?![a-z]))"
)


_OF_INDEX = re.compile(r"(?<![a-z])(?:indeks|ikp)(?: (?:tematik|isu|tema|kerawanan))* $")
"""Words before the theme of an index: "indeks netralitas ASN"."""


def is_graded(bare: str, span: Span) -> bool:
    """Tell whether a wording but names an index, or an aspect with a mark: "aspek SARA bernilai 2,61"."""
    if _OF_INDEX.search(bare[: span.start]):
        return True
    return _OF_SCALE.search(bare[: span.start]) is not None and _GRADE.match(bare[span.end :]) is not None


def is_unreal(bare: str, span: Span) -> bool:
    """Tell whether an issue is denied with others ("tidak ada A maupun B"), or only supposed ("jika ada A")."""
    before = bare[: span.start]
    found = _DENIED_ALL.search(before) or _SUPPOSED.search(before)
    listed = _DENIED_LIST.search(before)
    if listed and not _CONTRAST.search(before, listed.start()):
        return True
    if (found and not _CONTRAST.search(found.group())) or _ELSEWHERE.search(before):
        return True
    behind = _NONE_OF_THEM.match(bare[span.end :])
    return behind is not None and not _CONTRAST.search(behind.group())
