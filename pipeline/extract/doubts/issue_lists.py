"""Lists of issues or measures that are not found, but denied, explained, of another edition, or told by others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.words.bodies import OTHER_BODY

if TYPE_CHECKING:
    from pipeline.extract.doubts.around import Around
    from pipeline.extract.draft import Draft

_DENIES = re.compile(
    r"(?<![a-z])(?:tidak|tak|belum|bukan|tanpa|nihil|nol|kosong|bersih|bebas|terbebas|aman|terhindar|steril|hilang|"
    r"absen|mencegah|dicegah|menekan|berhasil|hoaks|bohong|bantah\w*|membantah|menepis)(?![a-z])"
)
"""The lead of a list that denies its issues, or most likely does."""
_EXPLAINS = re.compile(
    r"(?<![a-z])(?:contoh(?:nya)?|misal(?:nya)?|"
    r"(?:ada|memuat|terdiri (?:dari|atas)|memiliki|menguraikan|menjelaskan) (?:\d+ )?indikator|"
    r"indikator (?:kerawanan )?(?:dalam|pada) ikp[^:]{0,20}(?:meliputi|terdiri|mencakup)|instrumen|materi|"
    r"narasumber|bimtek|bimbingan teknis|pelatihan|berlatih|definisi|pengertian|daftar isi|kuesioner)(?![a-z])"
)
"""The lead of a list of what the index asks."""
_ELSEWHERE = re.compile(
    r"(?<![a-z])(?:(?:tingkat|skala|lingkup) (?:provinsi|regional)|se-?\s?indonesia|di indonesia|nasional|"
    r"(?:daerah|kabupaten|kota|wilayah|provinsi) (?:yang )?lain|tempat lain|umumnya|biasanya|sering|"
    r"kerap)(?![a-z])"
)
"""The lead of a list of what happens elsewhere, or everywhere."""
_BODY = rf"(?:(?:kip|polisi|warga|masyarakat)(?![a-z])|{OTHER_BODY})"
_OTHER_BODY = re.compile(
    r"(?<![a-z])(?:menurut|versi|catatan|data|kacamata|pandangan|penilaian|disampaikan|dipaparkan|"
    r"disebut(?:kan)?|oleh|dari)"
    rf"(?: (?:ketua|kepala|wakil|anggota|aparat|jajaran|pihak|para|tim|oleh)){{0,3}} {_BODY}|"
    rf"(?:^|[.;] )(?:\w+ ){{0,2}}{_BODY}(?: [a-z.,']+){{0,4}} (?:memaparkan|menyebut\w*|mencatat|menilai|"
    r"mengingatkan|menyoroti|memetakan|merinci|menjelaskan|mengungkap\w*)(?![a-z])"
)
"""The lead of a list that another body than Bawaslu tells."""
_OF_EDITION = re.compile(
    r"(?<![a-z])(?:ikp|(?:ke)?rawan(?:an)?)(?: (?:pemilu|pemilihan|pilkada|serentak)){0,3}(?: tahun)? "
    r"(?P<year>20\d\d)(?!\d)"
)
"""The edition that the lead of a list names."""
_OF_OTHER_CARE = re.compile(
    r"(?<![a-z])(?:stunting|demam|penyakit|kesehatan|gizi|narkoba|kemiskinan|inflasi|kebakaran|pemenangan|"
    r"mengklaim|berhasil mencegah|(?:strategi|langkah|upaya|pencegahan|antisipasi|program|cara) "
    r"(?:kpu|polres\w*|polda|polisi|kepolisian|pemkab|pemkot|pemprov|bpbd|dinas|partai))(?![a-z])"
)
"""The lead of a list of measures that are none of Bawaslu's."""
_IN_PASSING = re.compile(r"(?<![a-z])(?:contoh(?:nya)?|tetangga|mengingatkan)(?![a-z])")
"""Words by which an event is a mere example: "Alfa, tetangga kita, pernah menggelar pemungutan suara ulang"."""


def is_list_of_else(draft: Draft, near: Around) -> bool:
    """Tell whether the lead of a list says that its issues are not those found in the region and edition."""
    if draft.type == "mitigation":
        return _OF_OTHER_CARE.search(near.lead) is not None
    years = {found["year"] for found in _OF_EDITION.finditer(near.lead)}
    if years and draft.edition and not any(year in draft.edition for year in years):
        return True
    listed = near.unit.block.kind == "list_item" or near.unit.lead is not None
    if listed and _names_another(draft, near):
        return True
    return listed and any(words.search(near.lead) for words in (_DENIES, _EXPLAINS, _ELSEWHERE, _OTHER_BODY))


def _names_another(draft: Draft, near: Around) -> bool:
    """Tell whether an item told of one region ends in the office of another: "... KPU dan Bawaslu Alfa"."""
    last = near.unit.mentions[-1] if near.unit.mentions else None
    if last is None or last.office is None or draft.subject.code in last.codes:
        return False
    return not near.unit.passage.text[last.end :].strip(" .;")


def is_told_in_passing(draft: Draft, near: Around, own: str | None) -> bool:
    """Tell whether an issue of running text is an example, or a neighbour's in the text of a regency or city."""
    of_text = draft.rule.id == "indicator.prose"
    neighbour = of_text and own is not None and "." in own and draft.subject.code != own
    return neighbour or _IN_PASSING.search(near.sentence) is not None
