"""Signs in a line, beside it or above it that a person should see its values, however plainly they are stated."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.doubts.measures import is_of_other_measure
from pipeline.extract.doubts.voices import is_in_other_voice
from pipeline.extract.draft import doubted
from pipeline.extract.editions.launched import LAUNCHES, dated_edition
from pipeline.extract.editions.names import edition_names, profiles
from pipeline.extract.words.bodies import OTHER_BODIES
from pipeline.extract.words.values import NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.extract.draft import Draft
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene
    from pipeline.model import Span

_OTHERS = (
    rf"(?:{OTHER_BODIES}|kepolisian|tni|bin|bnpt|kpu|kpud|komnas ham|kemendagri|pemprov|pemkab|pemkot|lsi|"
    r"pengamat|akademisi|warga|warganet|netizen|responden|masyarakat sipil)"
)
_OTHER_VOICE = re.compile(
    rf"(?<![a-z])(?:(?:menurut|versi|oleh|anggapan|penilaian|kacamata) (?:[a-z]+ ){{0,2}}{_OTHERS}|"
    rf"{_OTHERS}(?: [a-z]+){{0,2}} (?:menganggap|menilai|mengira|percaya|meyakini|yakin|khawatir|memperkirakan|"
    r"menduga))(?![a-z])"
)
"""Someone other than Bawaslu who judges, though the line names Bawaslu or its index as well."""
_TOLD_BY_ELSE = re.compile(
    r"(?<![a-z])(?:(?:badan|lembaga|dinas|kementerian|komisi|kantor|satgas|balai|kejaksaan|universitas|pusat|"
    r"yayasan|"
    r"koalisi|forum|asosiasi|kamar|komando|mabes|markas) (?!pengawas|umum|penyelenggara)[a-z]+(?: [a-z]+){0,3}?|"
    r"bnn\w*|pln|bmkg|bps|dinkes|disdik|dinsos|diskominfo|kominfo|kejari|kejati|kesbangpol|kemendagri|kodam|"
    r"kodim|korem|"
    r"ombudsman|kpk|basarnas|bappeda|satpol pp|damkar|imigrasi|kpai|icw|perludem|jppr|kipp|setara institute|"
    r"kapol\w+|polda|polres\w*|dandim|pangdam|danrem)(?: [a-z]+){0,2}? (?:juga )?"
    r"(?:menilai|menyebut(?:kan)?|menempatkan|menandai|menyatakan|memberi(?:kan)?|mengganjar|memetakan|mencatat|"
    r"menetapkan|"
    r"memasukkan|menggolongkan|mengategorikan|mengkategorikan|melabeli|merilis|mengumumkan|mengatakan|"
    r"melansir)(?![a-z])|"
    r"(?<![a-z])(?:di mata|dalam pandangan|dari (?:sisi|kacamata|versi)|versi|menurut|penilaian|hasil (?:survei|"
    r"riset|kajian|"
    r"penelitian)|survei|riset) (?:dari )?(?:kodam|kodim|korem|polda|polres\w*|polri|kepolisian|tni|bnn\w*|bmkg|"
    r"bpbd|"
    r"(?:lembaga|badan|dinas|kementerian|pusat|universitas|kampus|akademisi|pakar|"
    r"pengamat) (?!pengawas)[a-z]+)(?![a-z])|"
    r"(?<![a-z])(?:bnn|bmkg|bpbd|bnpb|polda|polres|pln|bps|kodam|kesbangpol|dinkes)(?: [a-z]+){0,2}:"
)
"""Another body than Bawaslu whose judgement a line tells."""
_UNSETTLED = re.compile(
    r"(?<![a-z])(?:(?:per)?hitungan (?:awal|sementara|sendiri|kasar)|"
    r"(?:angka|data|skor|nilai|hasil) (?:sementara|awal|lama)|(?:sempat|yang) beredar|draf(?:nya)?|"
    r"usulan|isian mandiri|penilaian mandiri|(?:yang )?pernah (?:dicatat|diraih|dicapai)|"
    r"(?:hanya|cuma|baru|masih|sekadar) (?:perkiraan|estimasi|taksiran|ilustrasi|contoh|permisalan)|"
    r"diperkirakan|kalau tidak salah|"
    r"(?:contoh|misal|umpama)nya(?:,| (?:kabupaten|kota|provinsi|skor))|"
    r"(?:kami|redaksi) (?:menulis|tulis|memberitakan|menyebut|menayangkan)|maksud (?:saya|kami)|"
    r"eh(?:,| maaf| bukan)|maaf,|maaf \d|koreksi|ralat|"
    r"rata-rata (?:dari )?(?:\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|beberapa|semua|seluruh) "
    r"(?:kabupaten|kota|daerah|wilayah))(?![a-z])|"
    r"^\W*(?:anggap(?:lah| saja)?|katakan(?:lah| saja)|umpama(?:nya)?|bayangkan)\s|"
    r"^\W*(?:misal(?:nya|kan)?|contoh(?:nya)?),?\s[^;]*(?<![a-z])(?:maka|berarti)(?![a-z])"
)
"""Words by which a value is a first count, a mere example, a mean, or what stood before it was corrected."""
_DENIED = re.compile(
    r"(?<![a-z])(?:(?:mem|di)bantah(?:nya)?|menepis|ditepis|menampik|ditampik|menyangkal|disangkal|(?:me|di)ralat|"
    r"meluruskan|diluruskan|mengoreksi|dikoreksi|(?:ter)?lepas dari|terbebas dari|terhindar dari|lolos dari|"
    r"(?:di|men)cabut|dihapus dari|dicoret dari|salah (?:ketik|tulis|kutip|cetak)|tidak benar|keliru)(?![a-z])"
)
"""Words by which a statement is denied, corrected or withdrawn."""
_SUPPOSED = re.compile(
    r"(?<![a-z])(?:(?:di|men)?simulasi(?:kan)?|skenario|(?:di)?proyeksi(?:kan)?|(?:di|mem)?prediksi(?:kan)?|"
    r"apabila|seandainya|andaikan|belum final|rancangan|"
    r"(?:(?:mem)?butuh(?:kan)?|perlu|memerlukan|kurang|tinggal)(?: [a-z\d.,]+){1,5} (?:untuk|agar|supaya) "
    r"(?:bisa |dapat )?(?:turun|naik|masuk|keluar|lepas|mencapai|menjadi|berada))(?![a-z])"
)
"""Words by which a value is supposed or no final one."""
_OF_OLD = re.compile(
    r"(?<![a-z])(?:(?:pernah|sempat) (?:(?:masuk|berada|ada|rawan|tergolong|menjadi|dicap|berstatus|menyandang|"
    r"menempati|menduduki|mencatat|meraih|mendapat|memperoleh|di|dinilai|dinyatakan|dikategorikan)(?![a-z]))|"
    r"biasanya|lazimnya|langganan|konon|terakhir kali|dahulu kala|(?:di|pada) masa (?:lalu|silam|lampau)|"
    rf"(?:{NUMBER_WORDS}|\d{{1,2}}|beberapa) tahun (?:lalu|silam|lampau|sebelumnya))(?![a-z])"
)
"""Words by which a level or score may be that of some earlier time, though no edition is named."""
_NUMBER_OF = re.compile(
    r"(?<![a-z])(?:jumlah|banyaknya|sebaran|rekapitulasi) (?:[a-z]+ )?(?:daerah|wilayah|kabupaten|kota)(?![a-z])"
)
"""Words by which whole numbers behind provinces are those of their regencies."""
_OTHER_MEASURE = re.compile(
    r"(?<![a-z])(?:(?:skor|nilai|indeks|kategori|predikat)(?: (?:kabupaten|kota|daerah|wilayah|badan publik))? "
    r"(?:literasi|sakip|irbi|kinerja|kepatuhan|keterbukaan|informatif|pengawasan|kepuasan|kepercayaan|pelayanan|"
    r"akuntabilitas|reformasi|inovasi|kerawanan bencana|indikator)|bobot(?:nya)?|porsi(?:nya)?)(?![a-z])"
)
"""The name of another measure, or of a weight, behind a word that else opens the index's own score or level."""
_ONE_OF_ROW = re.compile(
    r"(?<![a-z])yang (?:pertama|kedua|ketiga|keempat|terakhir|disebut (?:pertama|terakhir|belakangan)) "
    r"(?:rawan|masuk|berada|ber[a-z]+|ter[a-z]+|turun|naik)(?![a-z])"
)
"""Words that tell a level of one of the regions before, by its place in the row."""
_OF_THAT_YEAR = re.compile(
    r"^[\s\"”]*(?:itu|(?:hasil|data|angka|skor|nilai|status|kategori|posisi|catatan|temuan|kondisi)"
    r"(?:nya)? (?:itu|tersebut|tadi)) (?:[a-z()]+ ){0,5}(?P<year>(?:19|20)\d\d)(?!\d)"
)
"""The next sentence dates what was told: "Itu hasil IKP 2019"."""
_FORMERLY = re.compile(r"(?i)\bsebelumnya,? (?:(?:pada|dalam|menurut|di|hasil) )+$")
_FORMER = re.compile(r"(?i)[ ,)]*(?:yang )?(?:lalu|silam|sebelumnya|terdahulu)\b(?!,)")
_A_YEAR = re.compile(r"20\d\d")
_OF_ELSE = re.compile(
    r"(?<![a-z])(?:anggaran|hibah|dana|serapan|realisasi|keterbukaan|kepatuhan|monitoring|monev|lomba|penghargaan|"
    r"anugerah|inflasi|stunting|kemiskinan|penduduk|pemilih|kehadiran|survei|elektabilitas|perolehan suara|"
    r"kepuasan|kinerja|ipm|penyelesaian laporan)(?![a-z])"
)
_OF_INDEX = re.compile(r"(?<![a-z])(?:rawan|kerawanan\w*|ikp|dimensi|skor)(?![a-z])")
"""The lead of a list about something else than the index has one of the former words, and none of these."""

_TORN = re.compile(r"\(\d{1,3}[.,]?\s*$")
"""A sentence that breaks off inside a number: what follows, a dimension perhaps, stands elsewhere."""

_SIGNS = (
    _OTHER_VOICE,
    _TOLD_BY_ELSE,
    _UNSETTLED,
    _DENIED,
    _SUPPOSED,
    _OTHER_MEASURE,
    _ONE_OF_ROW,
    _TORN,
)


def with_doubts(line: Line, drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Send the values of a line to review where a sign says that they may not be what the index says."""
    drafts = [as_share(draft, line.inherited.shares) for draft in drafts]
    if drafts and (_is_doubtful(line, scene) or is_of_other_measure(line, scene)):
        return [doubted(draft) for draft in drafts]
    if _OF_OLD.search(line.lower):
        drafts = [draft if draft.previous or draft.type == "tally" else doubted(draft) for draft in drafts]
    drafts = [doubted(draft) if _may_count(draft, line, scene) else draft for draft in drafts]
    if LAUNCHES.search(line.lower):
        drafts = [doubted(draft) if _is_of_same_year(draft, scene) else draft for draft in drafts]
    if _names_index_loosely(line, scene):
        alike = {scene.guess.id, *(key for mark in line.editions for key in mark.ids)}
        drafts = [doubted(draft) if draft.edition in alike else draft for draft in drafts]
    drafts = [doubted(draft) if is_in_other_voice(line, draft, scene) else draft for draft in drafts]
    passage = line.unit.passage.text
    loose = [m for m in line.editions if m.kind == "previous" and not _A_YEAR.search(passage, m.start, m.end)]
    meant = {key for mark in loose for key in mark.ids if key is not None}  # "pemilu kemarin"
    drafts = [doubted(draft) if draft.previous and draft.edition in meant else draft for draft in drafts]
    dated = _OF_THAT_YEAR.match(line.unit.passage.lower[line.end :].lstrip(" ."))
    if dated is None:
        return list(drafts)
    year = dated["year"]
    return [draft if year in (draft.edition or "") else doubted(draft) for draft in drafts]


def as_share(draft: Draft, heading: Span | None) -> Draft:
    """Send a score to review under a ``heading`` that calls it a percentage, which is one more of its words."""
    if heading is None or draft.score is None:
        return draft
    return doubted(replace(draft, also=(*draft.also, heading)))


def _is_of_same_year(draft: Draft, scene: Scene) -> bool:
    """Tell whether a value is told of an earlier edition that bears the year of the document's own."""
    editions, own = scene.reference.editions, scene.guess.id
    if not draft.previous or draft.edition is None or own is None or draft.edition == own:
        return False
    return editions[draft.edition].year == editions[own].year


def _names_index_loosely(line: Line, scene: Scene) -> bool:
    """Tell whether a line on the mapping of its year says "IKP 2024", which is the index before it by its name."""
    kinds, own = profiles(scene.reference), scene.guess.id
    if own is None or kinds[own].family != "mapping":
        return False
    text = line.unit.passage.text[line.start : line.end]
    names = [name for name in edition_names(text, scene.reference) if name.instrument and name.year]
    return any(
        kinds[name.ids[0]].family == "index"
        and own in name.ids
        and dated_edition(name, text, scene.reference) is None
        and not (_FORMERLY.search(text[: name.start]) or _FORMER.match(text, name.end))
        for name in names
    )


def _may_count(draft: Draft, line: Line, scene: Scene) -> bool:
    """Tell whether a whole number told of a province may be that of its regencies: "jumlah kabupaten: Alfa 12"."""
    code, score = draft.subject.code, draft.score
    if code is None or "." in code or score is None or score != score.to_integral_value():
        return False
    lead = scene.units[line.unit.lead].passage.lower if line.unit.lead is not None else ""
    return any(_NUMBER_OF.search(text) for text in (line.lower, lead))


def _is_doubtful(line: Line, scene: Scene) -> bool:
    turned = line.inherited.turned is not None and not line.inherited.quoted
    if turned or any(words.search(line.lower) for words in _SIGNS):
        return True
    if line.unit.lead is None:
        return False
    return is_about_else(scene.units[line.unit.lead].passage.lower)


def is_about_else(title: str) -> bool:
    """Tell whether the first sentence over a list or table names another measure and not the index."""
    first = title.lower().split(". ")[0]
    return _OF_ELSE.search(first) is not None and _OF_INDEX.search(first) is None
