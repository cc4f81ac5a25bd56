"""What a sentence names without stating it: issues denied, supposed, warned of, or only called so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.model import Span

_ASIDE = (
    r", (?:menurut|kata|ujar|lanjut|sebut|ungkap|jelas|tambah|tutur|sambung|imbuh|papar|terang)"
    r"(?:nya| [a-z]+){1,2},"
)
"""Who says so, between the parts of a statement: ", menurutnya,", ", kata dia,"."""
_ANEW = (
    r"(?<![a-z])(?:(?<!tidak )(?<!lagi )(?<!tidak pernah )(?:terjadi|ditemukan|ada|terdapat)|namun|tetapi|tapi|"
    r"sedangkan|sementara|hanya|kecuali|melainkan|justru|adalah|ialah|yakni|yaitu|menonjol|marak|masih|"
    r"juga)(?![a-z])"
)
"""Words that say something else of what follows: a denial does not reach over them."""
DENIED = re.compile(
    r"(?<![a-z])(?:(?:tidak|tak) ditemukan|(?:tidak|tak) terjadi|(?:tidak|tak) ada|nihil|belum terjadi|(?:tidak|"
    r"tak) terdapat|belum ada|belum ditemukan|"
    r"(?:tidak|tak|belum) pernah(?! (?:steril|bebas|bersih|aman|luput|lepas|absen|sepi))|"
    r"(?:tidak|tak) (?:lagi )?(?:dijumpai|didapati|rawan)|"
    r"(?:tidak|tak) satu pun(?![^,;.]{0,40}(?:luput|bebas|bersih|aman|steril)))(?![a-z])"
)
_FREE_OF = re.compile(
    r"(?<![a-z])(?<!tidak )(?<!belum )(?<!tak )(?<!kurang )(?<!pernah )"
    r"(?:(?:bersih|(?:ter)?bebas|terhindar|aman|steril) dari|"
    r"(?:tidak|tak|belum)(?: lagi| pernah| sama sekali)? (?:mengalami|menemukan|mendapati|menjumpai|mencatat|"
    r"tercatat|menerima)|"
    rf"(?:mem|di)bantah|menepis|menampik|menyangkal|nol)(?![a-z])"
    rf"(?:(?!{_ANEW}|(?<![a-z])(?:sehingga|hingga|maka|akibatnya)(?![a-z]))[^,;.:]){{0,60}}$|"
    r"(?<![a-z])(?:bukan(?:lah)?|tanpa)(?: (?:lagi|soal|isu|masalah|perkara|adanya|ada|satu pun|kasus|laporan|"
    r"riwayat))*[ _]*$|"
    r"(?<![a-z])(?:tidak|tak) (?:ingin|mau|menginginkan|menghendaki)(?![a-z])[^,;.]{0,40}$"
)
"""Words before an issue that say that a place is free of it, or that someone denies or does not want it."""
_MENDED = (
    r"(?<!tidak )(?<!belum )(?<!tak )(?:dapat|bisa|mampu|berhasil|sudah|telah)(?: [a-z]+)? ?"
    r"(?:dicegah|dihindari|ditekan|diatasi|diredam|"
    r"dibersihkan|dieliminasi|dituntaskan|teratasi|tercegah)"
)
_UNTRUTH = r"(?:kabar bohong|berita bohong|bohong(?:an)?|isapan jempol|tidak benar|hanya rekayasa)"
_VERDICT = (
    r"(?<!tidak )(?<!tak )(?<!belum )(?<!bukan )(?<![a-z])"
    rf"(?:(?:dipastikan|ternyata|terbukti|dinyatakan|ditetapkan|rupanya)"
    rf"(?: (?:hanya|hanyalah|sebagai|adalah|cuma|sekadar))* (?:hoaks?|hoax|{_UNTRUTH})|"
    rf"(?:adalah|hanya|hanyalah|cuma|merupakan)(?: hanya| sekadar)? {_UNTRUTH}|"
    r"(?:hanyalah|hanya|cuma|sekadar) (?:hoaks?|hoax))(?![a-z])"
)
"""Words that call what was told of an issue untrue; "adalah hoaks" may as well name another issue."""
_UNTRUE = re.compile(_VERDICT)
_CALLED_UNTRUE = re.compile(rf"(?:(?!{_ANEW}|[^a-z](?:dan|serta|lalu|bahwa)[^a-z])[^,;.]){{0,40}}?{_VERDICT}")
_GONE = re.compile(
    r"\s?[(:=|–-]\s?(?:nihil|kosong|nol|0|"
    r"(?:tidak|tak|belum)(?: pernah)? (?:ada|ditemukan|terjadi|terbukti))(?![a-z\d.,])|"
    r"\s?[:=|]\s?[–-]\s?$|"
    rf"(?:[^,;.]|{_ASIDE}){{0,40}}?(?<![a-z])(?:absen(?! di tps)|nol(?![a-z])|gagal ditemukan|"
    r"dinyatakan (?:aman|tidak)|"
    r"bukan(?:lah)? (?:lagi )?(?:masalah|isu|kerawanan|ancaman|persoalan|hal|kendala|temuan)"
    r"(?! (?:yang )?(?:baru|kecil|sepele|ringan|sederhana|biasa))|"
    r"(?:tidak|tak) (?:lagi |pernah )?(?:relevan|dijumpai|didapati|menjadi (?:masalah|isu|kerawanan|ancaman|"
    r"persoalan|kendala)|masuk (?:dalam )?(?:daftar(?! pemilih)|kategori|hitungan|peta))|"
    r"(?:tidak|tak) lagi (?:menonjol|marak|muncul|mengemuka)|"
    r"(?:tidak|tak) terbukti (?:di lapangan|ada|terjadi|benar)|"
    rf"{_MENDED})(?![a-z])"
)
"""Words behind an issue that say that there is none, or no more of it."""
_ANYWHERE = re.compile(
    r"[^,;.]{0,30}?(?<![a-z])(?:(?:bisa|dapat|mungkin) (?:saja )?(?:terjadi|muncul|tumbuh)(?: di)? "
    r"(?:mana|kapan|siapa)|(?:tidak|tak) (?:mengenal|pandang|memandang)(?![a-z]))"
)
"""Words behind an issue that make it a remark on issues at large: "... bisa terjadi di mana saja"."""
_TOPIC = re.compile(
    r"(?<![a-z])(?:berwenang|(?<!penyalahgunaan )(?<!menyalahgunakan )(?:kewenangan|wewenang)|bertugas|"
    r"tugas (?:pengawas|bawaslu|panwas|kpps|pokok|utama)|"
    r"materi (?:pelatihan|diskusi|bimtek|pembekalan|rapat|sosialisasi)|(?:pelatihan|diskusi|bimtek|simulasi|"
    r"seminar|lomba|webinar)|(?<!kesalahan )(?<!pelanggaran )(?<!sesuai )(?<!sesuai dengan )(?<!dan )(?<!, )"
    r"(?:tata cara|mekanisme|prosedur)|"
    r"posko|bertema|"
    r"pemahaman|memudahkan|panduan|buku saku|"
    r"(?:bagi|agar|kepada|setiap) (?:warga|masyarakat|orang|siapa ?(?:pun|saja)|pihak|pelaku) yang "
    r"(?:menemukan|melihat|mengetahui|mendapati|"
    r"terbukti|melakukan))(?![a-z])"
    r"(?:(?!(?<![a-z])(?:rawan|kerawanan|potensi|berpotensi|temuan|menyorot[a-z]*|menyebut[a-z]*|"
    r"(?<!adalah )mencatat|"
    r"tercatat|menemukan|ditemukan|isu|masih|marak|riwayat|masalah|persoalan|mengungkap[a-z]*|"
    r"terjadi|pernah|terdapat)(?![a-z]))[^;.]){0,160}$"
)
"""Words that make what follows the topic of a duty, a training, a question or a rule, and no finding."""
_ASKED = re.compile(r"(?<![a-z])(?:kuesioner|menanyakan|apakah|adakah)(?![a-z])[^;.]{0,160}$")
_MATTER = re.compile(
    r"^\W*(?:materi (?!kampanye|iklan)|larangan (?!.*(?:dilanggar|diabaikan))|tata cara |dasar hukum )|"
    r"(?<![a-z])(?:ditanya(?:kan)?|menanyakan|apakah|adakah)(?![a-z])"
)
_LAW = re.compile(
    r"(?<![a-z])(?:setiap orang yang|barang ?siapa|dipidana|pidana penjara|(?:di|ter)ancam (?:dengan )?(?:pidana|"
    r"hukuman|sanksi)|ancaman pidana|"
    r"akan (?:dicoret|didiskualifikasi|dikenai|dikenakan))(?![a-z])"
)
"""Words of a penal rule, which tells of no case."""
_MAY_ORDER = re.compile(
    r"(?<![a-z])(?:dapat|bisa|akan) (?:melaksanakan|menggelar|melakukan|memutuskan|memerintahkan|dilaksanakan|"
    r"digelar|merekomendasikan) $"
)
"""Words of what an authority may order in a case that has not come: "KPU dapat menggelar ... apabila ..."."""
_IF = re.compile(r"(?<![a-z])(?:apabila|jika|bila|kalau)(?![a-z])")
_OTHER_VOTES = re.compile(
    r"(?<![a-z])(?:pilkades|pemilihan (?:kepala desa|kades|ketua|rektor|wali nagari))(?![a-z])"
)
_OWN_VOTES = re.compile(
    r"(?<![a-z])(?:pemilu|pilkada|pemilihan (?:umum|kepala daerah|serentak)|pilgub|pilbup|"
    r"pilwako|pilwalkot|pilpres|pileg)(?![a-z])"
)
_DENIED_ALL = re.compile(
    r"(?<![a-z])(?:(?:tidak|tak) (?:lagi |pernah )?(?:ditemukan|terjadi|ada|terdapat|"
    r"(?:memiliki|mempunyai|punya|mencatat) (?:riwayat|catatan|kasus|potensi))|"
    rf"nihil|belum (?:terjadi|ditemukan))(?![a-z])(?:(?!{_ANEW})[^;.]){{0,120}}$"
)
_NONE_OF_THEM = re.compile(
    rf"(?:(?!{_ANEW})[^;.]){{0,120}}?(?<![a-z])(?:nihil|(?:tidak|tak|belum) (?:pernah |sampai |sama sekali )*"
    r"(?:ditemukan|terjadi|dijumpai|didapati|dialami)|"
    r"(?:tidak|tak|belum) ada (?:laporan|temuan|kasus|kejadian|aduan)(?:nya)?|"
    r"(?:tidak|tak|belum) (?:disertakan|dimasukkan|diukur|dihitung)(?: [a-z]+){0,2} "
    r"(?:ikp|indeks|penilaian|pemetaan|hitungan))(?![a-z])"
)
_DENIED_LIST = re.compile(
    r"(?<![a-z])(?:(?:tidak|tak) (?:sama sekali )?(?:ditemukan|terjadi|terdapat|muncul)|nihil)(?![a-z])"
    rf"(?:[^,;.]|{_ASIDE}){{0,60}}?"
    r"(?:di ?antaranya|antara lain|yakni|yaitu|ialah|adalah|seperti|meliputi|:)"
)
_IF_ANY = (
    r"(?<![a-z])(?:jika|apabila|bila|kalau|seandainya|andai(?:kata|kan)?|sekiranya|manakala) (?:pernah |memang )?"
    r"(?:ada|terjadi|menemukan|ditemukan|mendapati|menjumpai|melihat|terdapat)"
)
_SUPPOSED = re.compile(
    rf"{_IF_ANY}[^,;.]{{0,40}}$|(?<![a-z])(?:mengira|menyangka|dikira|disangka)(?![a-z])[^,;.]{{0,60}}$|"
    rf"(?<![a-z])(?:me)?lapor(?:kan)?(?![a-z])[^;.]{{0,40}}{_IF_ANY}[^;.]{{0,120}}$|"
    r"(?<![a-z])(?:jangan sampai|(?:agar|supaya|semoga)(?: [a-z]+){0,2} (?:tidak|tak)(?: lagi|"
    r" sampai)?) (?:terjadi|ada|muncul|terulang|timbul|mengganggu)"
    r"[^;.]{0,80}$"
)
_LISTED_IF = re.compile(rf"{_IF_ANY}[^;.]{{0,120}}$")
_THEN_DO = re.compile(
    r"[^;.]{0,120}?, (?:maka |segera |langsung |harap |mohon |silakan |tolong |wajib |harus )*"
    r"(?:(?:me)?lampirkan|(?:me)?lapor(?:kan)?|catat|isi|jawab|unggah|sertakan|hubungi|sampaikan|foto|rekam|klik)"
    r"(?:lah)?(?![a-z])"
)
"""What is to be done in the case of any of the issues before it: "kalau terjadi A, B, atau C, lampirkan ..."."""
_WISHED_AWAY = re.compile(
    rf"(?:(?!{_ANEW}|(?<![a-z])(?:yang|itu|ini|karena|sehingga)(?![a-z]))[^;.]){{0,60}}?"
    r"(?<![a-z])(?<!, )(?<!dan )(?<!serta )(?<!maka )(?:"
    r"jangan(?: sampai| lagi| pernah)*(?: ada)? (?:ter)?(?:jadi|ulang|muncul|timbul)(?: (?:lagi|kembali))?|"
    r"(?:harus|mesti|wajib|sebisa mungkin|sedapat mungkin|semaksimal mungkin)(?: [a-z]+)? "
    r"(?:dihindari|dihindarkan|dicegah)|(?:tidak|tak)(?: boleh| akan| perlu)?(?: lagi)? terulang)(?![a-z])"
)
"""Words behind an issue that wish it away: "PSU jangan sampai terjadi", "politik uang harus dihindari"."""
_TOLD = re.compile(
    r"(?<![a-z])(?:pernah|riwayat|terdapat|ditemukan|menemukan|tercatat|mencatat|terjadi|ada|masih|sempat|marak)"
    r"(?![a-z])[^;.]*$"
)
"""Words before an issue that tell of it, whatever is wished of it behind."""
_ELSEWHERE = re.compile(
    r"(?<![a-z])di (?:suatu|sebuah) (?:daerah|wilayah|tempat|kabupaten|kota|provinsi)(?![a-z])|"
    r"(?<![a-z])di (?:sejumlah |beberapa )?(?:(?:daerah|wilayah|tempat|kabupaten|kota|provinsi|"
    r"negara) (?:lain(?:nya)?|tetangga|sebelah)|luar (?:daerah|kabupaten|provinsi))(?![a-z])"
)
WARNED = re.compile(
    r"(?<![a-z])tidak(?: lagi| akan| pernah)? $|"
    r"(?<![a-z])(?:jangan|dilarang|tidak boleh|(?:agar|supaya) tidak|(?<!tps )(?<!sampai )harus|wajib|"
    r"berharap tidak|larangan)"
    r"(?: [a-z]+){0,3} $|"
    r"(?<![a-z])(?:anti|tolak|lawan|stop|cegah|berantas|memberantas|melawan|memerangi|perangi)"
    r"(?: (?:praktik|segala|bentuk|semua))*[ -]$"
)
IS_THAT = re.compile(
    r"\W*(?:(?:hal|tindakan|perbuatan|sikap|praktik) )?(?:itu|ini|tersebut)"
    r"(?: (?:adalah|ialah|merupakan|termasuk|tergolong|juga|jelas|bagian dari|bisa|sudah|disebut|namanya))*\W*"
)
"""Words that call something spoken of before by a name: "itu pelanggaran kode etik" tells of no other finding."""
_CONTRAST = re.compile(r"(?:namun|tetapi|tapi|sedangkan|kecuali|melainkan)")


def without(lower: str, spans: Sequence[Span]) -> str:
    """Blank the wordings in a sentence: what one of them lacks ("tidak ada pemantau") denies no other.

    The verdict that a rumour is a hoax stays: it is told of the wordings before it.
    """
    verdicts = [verdict.span() for verdict in _UNTRUE.finditer(lower)]
    for span in spans:
        if any(low <= span.start and span.end <= high for low, high in verdicts):
            continue
        lower = lower[: span.start] + "_" * (span.end - span.start) + lower[span.end :]
    return lower


_NEAR = 30  # characters around a wording in which it is denied


_IS_MENDED = re.compile(rf"(?<![a-z]){_MENDED}(?![a-z])")


def is_mended(lower: str) -> bool:
    """Tell whether a phrase says that an issue was put right: "pemilih ganda sudah dibersihkan dari DPT"."""
    return _IS_MENDED.search(lower) is not None


def clause_around(bare: str, span: Span) -> tuple[str, str]:
    """Return the words near before and behind an issue, no farther than its own item: "A (nihil); B (2 kasus)".

    >>> from pipeline.model import Span
    >>> clause_around("a (nihil); bc (2 kasus); d", Span(start=11, end=13))
    (' ', ' (2 kasus)')
    """
    before, behind = bare[max(0, span.start - _NEAR) : span.start], bare[span.end : span.end + _NEAR]
    return before.rsplit(";")[-1], behind.split(";")[0]


_OF_SCALE = re.compile(r"(?<![a-z])(?:aspek|dimensi|variabel|subdimensi|tema|bobot)(?: [a-z]+)? $")
_GRADE = re.compile(
    r"(?: _+| [a-z]+){0,3}?\s?(?:\(?\d|(?:ber(?:nilai|bobot|skor)|memperoleh|mendapat|mencapai|meraih|sebesar|"
    r"dengan (?:skor|nilai|bobot|indeks)|skornya|nilainya|indeksnya)(?![a-z]))"
)


_OF_INDEX = re.compile(
    r"(?<![a-z])(?:(?:indeks|ikp)(?: (?:tematik|isu|tema|kerawanan))*|"
    r"pemetaan(?: kerawanan| pemilu| pilkada| pemilihan)*(?: (?:tematik|isu|tema))+) $"
)
"""Words before the theme of an index: "indeks netralitas ASN"."""


def is_graded(bare: str, span: Span) -> bool:
    """Tell whether a wording but names an index, or an aspect with a mark: "aspek SARA bernilai 2,61"."""
    if _OF_INDEX.search(bare[: span.start]):
        return True
    return _OF_SCALE.search(bare[: span.start]) is not None and _GRADE.match(bare[span.end :]) is not None


def is_a_matter(lower: str) -> bool:
    """Tell whether a clause as a whole is what is taught, ruled or asked.

    >>> is_a_matter("larangan dalam kampanye"), is_a_matter("misalnya apakah pernah ada psu")
    (True, True)
    >>> is_a_matter("materi kampanye bermuatan sara"), is_a_matter("larangan kampanye dilanggar")
    (False, False)
    """
    return _MATTER.search(lower) is not None


def is_unreal(bare: str, span: Span) -> bool:
    """Tell whether an issue is denied or supposed ("tidak ada A maupun B", "jika ada A"), or but a topic."""
    return _is_denied(bare, span) or _is_a_rule(bare, span)


def is_of_other_votes(lower: str) -> bool:
    """Tell whether a text speaks of votes in a village or an association: "politik uang di pilkades"."""
    return _OTHER_VOTES.search(lower) is not None and _OWN_VOTES.search(lower) is None


def _is_elsewhere_in(bare: str, span: Span) -> bool:
    """Tell whether other votes belong to another member of an enumeration: "gempa saat pilkades, serta PSU"."""
    low = max(bare.rfind(mark, 0, span.start) for mark in ",;") + 1
    high = min((place for mark in ",;" if (place := bare.find(mark, span.end)) >= 0), default=len(bare))
    first = re.match(r"\W*(?:pada|dalam|di|saat|waktu|sewaktu|selama)\s[^,;]*", bare)
    around = bare[low:high] + (first.group() if first else "")
    return _OTHER_VOTES.search(around) is None and bare.count(",") > 1


def _is_a_rule(bare: str, span: Span) -> bool:
    """Tell whether an issue is the topic of a duty, a question or a law, or what an authority may order."""
    before = bare[: span.start]
    if _TOPIC.search(before) or _ASKED.search(before) or (_LAW.search(bare) and not _CONTRAST.search(bare)):
        return True
    ordered = _MAY_ORDER.search(before) and _IF.search(bare[span.end :])
    return bool(ordered) or (is_of_other_votes(bare) and not _is_elsewhere_in(bare, span))


def _is_denied(bare: str, span: Span) -> bool:
    """Tell whether an issue is denied, supposed, put right or told of other places."""
    before = bare[: span.start]
    gone = _GONE.match(bare[span.end :])
    if (
        _FREE_OF.search(before)
        or _ANYWHERE.match(bare, span.end)
        or _CALLED_UNTRUE.match(bare, span.end)
        or (gone and not _CONTRAST.search(bare, span.end + gone.end()))
        or (_WISHED_AWAY.match(bare, span.end) and not _TOLD.search(before))
    ):
        return True
    found = _DENIED_ALL.search(before) or _SUPPOSED.search(before)
    if _LISTED_IF.search(before) and _THEN_DO.match(bare, span.end):
        return True
    listed = _DENIED_LIST.search(before)
    if listed and not _CONTRAST.search(before, listed.start()):
        return True
    if (found and not _CONTRAST.search(found.group())) or _ELSEWHERE.search(before):
        return True
    behind = _NONE_OF_THEM.match(bare[span.end :])
    return behind is not None and not _CONTRAST.search(behind.group())
