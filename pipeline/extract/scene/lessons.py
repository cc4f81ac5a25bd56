"""Sentences that teach, ask or call: issues are their examples, topics or slogans, and none of them was found."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.extract.scene.scene import Unit

_EXAMPLE = re.compile(
    r"(?<![a-z])(?:(?:memberi(?:kan)?|menyebut(?:kan)?|mengambil|menjelaskan|menguraikan|sekadar) "
    r"(?:beberapa |sejumlah )?contoh(?: (?!kasus)[a-z-]+){0,8} (?:rawan|kerawanan|indikator|pelanggaran)|"
    r"contoh(?:-contoh)? (?:dari )?(?:indikator|jenis kerawanan|bentuk kerawanan|pelanggaran)(?:nya)?(?![a-z])|"
    r"apa saja (?:yang|hal yang) (?:dapat|bisa|mungkin) (?:membuat|menyebabkan|memicu))"
)
"""Words that announce examples of what the index measures."""
_IN_RULES = re.compile(
    r"(?<![a-z])(?:tidak|bukan|memang) (?:termasuk|masuk) (?:ke )?(?:dalam |salah satu )?(?:dari )?"
    r"(?:daftar )?(?:61 )?indikator(?:nya)?(?![a-z])|"
    r"(?<![a-z])(?:di ?luar|bukan (?:bagian|salah satu)(?: dari)?) (?:61 )?indikator(?![a-z])"
)
"""Words that tell whether something belongs to the instrument, not that it happened."""
_ASKS = re.compile(
    r"(?<![a-z])(?:apakah|adakah) (?:pernah|ada|terdapat|terjadi|ditemukan|di sana)(?![a-z])(?!.*\?\W*$)"
)
"""A question of the form, told in a statement: "misalnya apakah pernah ada PSU, apakah ada putusan DKPP"."""
_ORDERED_IF = re.compile(
    r"^\W*(?:kalau|jika|bila|apabila)(?: [a-z]+){0,3}? (?:pernah |memang )?"
    r"(?:terjadi|ada|menemukan|ditemukan|melihat)(?![a-z]).*"
    r"(?<![a-z])(?:lampirkan|laporkan|lapor|sertakan|unggah|isikan|catat|hubungi|jangan ragu|segera)(?![a-z])"
)
_TAUGHT = re.compile(
    r"(?<![a-z])(?:materi|topik|bahan|modul)(?:nya)?(?: (?:pelatihan|sosialisasi|diskusi|bimtek|pembekalan))?"
    r"(?: (?:yang|ini|itu|pun|tersebut))* (?:diberikan|disampaikan|dibahas|dipaparkan|diajarkan|dibawakan|"
    r"diterima|meliputi|mencakup|mulai dari|berkisar|antara lain|seputar)(?![a-z])"
    r"(?! (?:oleh )?(?:calon|paslon|pasangan|kandidat|peserta|penceramah|tim|bermuatan|berbau|"
    r"bernada|menyinggung))"
)
_CALLED = re.compile(
    r"(?<![a-z])(?:menyerukan|menyuarakan|menggaungkan|mengampanyekan|(?:ber)?ikrar|(?:ber)?komitmen|slogan|sumpah)"
    r"(?: [a-z]+){0,3} (?:tolak|anti|lawan|menolak|melawan|menjauhi|menjauh dari|stop) "
    r"(?!pemilu|pilkada|pemilihan|calon|paslon|pasangan|kandidat)|"
    r"^\W*(?:tolong|mohon|harap)(?![a-z])"
)
_MAY_REPORT = re.compile(
    r"(?<![a-z])(?:membuka (?:ruang|posko|kanal|layanan|pintu|saluran)|"
    r"menyediakan (?:posko|kanal|layanan|nomor)|"
    r"(?:warga|masyarakat|pemilih|siapa pun|wartawan|publik) (?:dapat|bisa|boleh|dipersilakan|diminta) "
    r"(?:segera )?(?:melapor|melaporkan|mengadukan))(?![a-z])"
    r"(?![^.]*(?<![a-z])(?:sebab|karena|setelah|menyusul)(?![a-z]))"
)
_THEMES = re.compile(
    r"(?<![a-z])tema(?:-tema)?(?:nya)? (?:lain(?:nya)?|pertama|kedua|ketiga|keempat|kelima|berikutnya|selanjutnya|"
    r"sebelumnya)(?![a-z])|"
    r"(?<![a-z])(?:meluncurkan|merilis|menerbitkan|mengumumkan) (?:(?:peta|pemetaan|indeks|ikp)(?: kerawanan)?"
    r"(?: pemilu)?(?: dengan)?(?: isu| tema| tematik)*) "
    r"(?:politik uang|netralitas|politisasi|kampanye|sara)(?![a-z])|"
    r"(?:peta|pemetaan|indeks|ikp)(?: kerawanan)?(?: pemilu)? (?:dengan |ber)tema "
    r"(?=netralitas|politik|politisasi|kampanye|pemilu|isu)"
)
"""Words that name the themes of Bawaslu's thematic maps."""
_KINDS = (_EXAMPLE, _IN_RULES, _ASKS, _ORDERED_IF, _TAUGHT, _CALLED, _MAY_REPORT, _THEMES)
_GO_ON = re.compile(
    r"^\W*(?:semisal|misal(?:nya)?|contohnya|umpamanya|seperti|antara lain|di ?antaranya|yakni|yaitu|ada juga|"
    r"ada pula|juga|lalu ada|termasuk)(?![a-z])"
)
"""Words with which the next sentence goes on with the examples."""
_GOES_ON_WITH = (_EXAMPLE, _ASKS, _TAUGHT)
_VALUE = re.compile(
    r"\d[.,]\d|(?<![a-z])(?:skor|peringkat|urutan|level \d)(?![a-z])|rawan (?:tinggi|sedang|rendah)|"
    r"kategori (?:rawan )?(?:tinggi|sedang|rendah)"
)
_TOLD = re.compile(
    r"(?<![a-z])(?:tercatat|mencatat|ditemukan|menemukan|terjadi di|pernah terjadi (?:di|pada)|terdapat \d|ada \d)"
    r"(?![a-z])"
)


def teaches(lower: str) -> bool:
    """Tell whether a sentence names issues without telling of any: an example, a topic, a rule, a call.

    >>> teaches("ia memberi contoh apa saja yang dapat membuat sebuah daerah rawan.")
    True
    >>> teaches("misalnya apakah pernah ada pemungutan suara ulang, atau politik uang.")
    True
    >>> teaches("calon tunggal tidak termasuk dalam indikator ikp."), teaches("tema lainnya politik uang.")
    (True, True)
    >>> teaches("kami membuka posko karena politik uang marak."), teaches("contoh kasus: politik uang di blora.")
    (False, False)
    >>> teaches("politik uang masuk indikator kerawanan di blora."), teaches("apakah ada politik uang?")
    (False, False)
    """
    return any(kind.search(lower) for kind in _KINDS) and not (_VALUE.search(lower) or _TOLD.search(lower))


def without_lessons(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Leave out the sentences of running text that teach, and make lists of examples those of the instrument."""
    examples = {unit.position for unit in units if unit.is_lead and _EXAMPLE.search(unit.passage.lower)}
    return tuple(_as_instrument(unit) if unit.lead in examples else _without(unit) for unit in units)


def _as_instrument(unit: Unit) -> Unit:
    return unit if unit.role == "furniture" else replace(unit, role="instrument")


def _without(unit: Unit) -> Unit:
    if unit.block.kind != "paragraph" or unit.role == "furniture":
        return unit
    kept: list[tuple[int, int]] = []
    going = False
    for low, high in unit.passage.sentences:
        lower = unit.passage.lower[low:high]
        taught = teaches(lower) or (going and _GO_ON.match(lower) is not None and not _VALUE.search(lower))
        going = taught and (going or any(kind.search(lower) for kind in _GOES_ON_WITH))
        if not taught:
            kept.append((low, high))
    if len(kept) == len(unit.passage.sentences):
        return unit
    return replace(unit, passage=replace(unit.passage, sentences=tuple(kept)))
