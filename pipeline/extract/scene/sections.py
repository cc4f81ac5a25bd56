"""Roles of blocks: what a list or a sentence is for, told from its lead-in.

Indicators come only from findings, mitigations only from strategies; objectives, descriptions of the instrument
and page furniture yield nothing.
"""

from __future__ import annotations

import re
from typing import Literal

Role = Literal["findings", "strategies", "objectives", "instrument", "furniture", "neutral"]

_FURNITURE = re.compile(
    r"^\W*(?:simak video|saksikan|tonton (?:juga|video)|artikel ini telah tayang|"
    r"baca(?: juga)?\b\s*[:;,|]?|simak juga|lihat juga|berita (?:terkait|lainnya|populer)|"
    r"artikel terkait|"
    r"tulisan yang tak kalah|populer\b|"
    r"terpopuler|advertisement|iklan\b|scroll to|geser ke|halaman(?: selanjutnya)?\b|"
    r"sumber\s*:|editor\s*:|reporter\s*:|penulis\s*:|pewarta\s*:|foto\s*:|photo\s*:|img_title|leave a reply|"
    r"your email|required fields|back to top|top$|share\b|bagikan|komentar|promosi\b|cari berita|ikuti kami|"
    r"berita ini telah tayang|pilihan editor|rekomendasi untuk anda|(?:tags?|kata kunci|keywords?)\s*:|"
    r"topik terkait|"
    r"copyright|\(baca:|"
    r"\d+$|×$|dok(?:\.|umentasi)?\b|narahubung|untuk informasi lebih lanjut)"
)
_BYLINE = re.compile(
    r"^\W*(?:(?:laporan|teks|naskah|grafis|infografi[sk]a?|ilustrasi|reportase|liputan|oleh)"
    r"(?: (?:dan|&) (?:laporan|teks|naskah|grafis|infografi[sk]a?|foto))?\s?[:/|–-]\s?(?:oleh )?"
    r"(?:tim|redaksi|litbang|kontributor|wartawan|reporter|jurnalis|koresponden|biro|desk)"
    r"|tim grafis|(?:tim )?(?:litbang|redaksi))(?: (?!bawaslu|kpu|tim|kampanye)[\w.,&/|]+){1,3}\W*$"
)
_END_OF_ARTICLE = re.compile(
    r"^\W*(?:leave a reply|komentar\b|tinggalkan (?:balasan|komentar)|berita (?:terkait|lainnya|"
    r"populer)|populer$|"
    r"terpopuler$|artikel terkait|your email|rekomendasi untuk anda)"
)
_INLINE_FURNITURE = re.compile(r"\(?baca(?: juga)?\s*[:|].*$")

_STRATEGY = re.compile(
    r"strategi|langkah|mencegah|pencegahan|upaya|rekomendasi(?! bawaslu)|meminimalisir|meminimalkan|"
    r"mengantisipasi hal|imbauan|himbauan(?! untuk)|menghimbau|mengimbau|solusi|tindak lanjut|program kerja"
)
_TASK = (
    r"(?:pencegahan|pengawasan|sosialisasi|pendidikan pemilih|partisipasi(?: masyarakat)?|parmas|humas|hukum|"
    r"hubungan (?:masyarakat|antar ?-?lembaga)|hubal|penanganan pelanggaran|penyelesaian sengketa|sengketa|"
    r"data(?: dan informasi)?|informasi|datin|sdm|sumber daya manusia|organisasi|diklat|pendidikan dan pelatihan)"
    r"(?: pelanggaran(?: pemilu)?| pemilu)?"
)
_OFFICE = re.compile(
    r"(?<![a-z])(?:(?:ko+rdinator|koord|kadiv|koo?rdiv)\.?(?: (?:divisi|div\.?|bidang))?|divisi|div\.|"
    r"bidang(?=[^.;:]{9,60} (?:bawaslu|kpu))|(?:sub ?)?bagian|kabag|kasubbag|deputi|direktorat|biro) "
    rf"{_TASK}(?:(?:[,/&]|,? dan|,? serta| &)\s?{_TASK})*(?![a-z]| (?:kerawanan|politik|konflik|kecurangan))"
)
"""The name of a division, which says nothing of what is told: "Koordinator Divisi Pencegahan dan Humas"."""
_OBJECTIVE = re.compile(r"tujuan|manfaat|fungsi|sasaran|untuk\s*:?$|agenda|acara")
_INSTRUMENT = re.compile(
    r"(?:terdiri|meliputi|mencakup|disusun|dibagi|diukur|penghitungan|penilaian|dinilai|konstruksi|"
    r"komponen|struktur|"
    r"kategorisasi|indikator utama|variabel|metod)"
)
_DEFINITION = re.compile(
    r"^\W*(?:jenis(?:-jenis)?|macam(?:-macam)?|bentuk(?:-bentuk)?) (?:pelanggaran|kecurangan|tindak pidana|"
    r"sengketa|kerawanan)(?!.*(?:terjadi|ditemukan|temuan|rawan(?!an)|potensi|tercatat|dilaporkan|pernah|"
    r"riwayat|mencatat|"
    r"menonjol|dominan))|"
    r"indikator(?:nya)? yang (?:digunakan|dipakai|dinilai|diukur)(?![a-z])"
)
_NOT_FOUND = re.compile(
    r"tidak (?:sama sekali |pernah |lagi )?(?:terjadi|ditemukan|dijumpai)(?!an)|sama sekali tidak|nihil|"
    r"(?:berhasil|sudah|telah) (?:ditekan|dicegah|dihindari|diatasi|diredam|dituntaskan)"
)
_OF_RULES = re.compile(
    r"(?<![a-z])(?:larangan|(?:harus|wajib|perlu|patut) dihindari|"
    r"(?<!penyalahgunaan )(?:kewenangan|wewenang)|"
    r"tugas (?:pengawas|bawaslu|panwas\w*|kpps|pokok|utama)|kuesioner)(?![a-z])"
)
"""What a list of prohibitions, powers or questions is announced as."""
_FINDING = re.compile(
    r"kerawanan|rawan|(?<![a-z])isu(?:nya)?(?![a-z])|indikator|potensi|temuan|hasil|pemetaan|teridentifikasi|"
    r"identifikasi|masalah|pelanggaran|"
    r"kejadian|peristiwa|kategori|skor|daftar|peringkat|tps|menonjol|engaruhi|(?:pe|me)nyumbang|penyebab|disebabkan|pemicu|"
    r"faktor|riwayat|catatan (?!redaksi|kaki|penulis)|(?:di|me)waspadai|titik lemah|persoalan|kendala|tantangan"
)


def is_furniture(lower: str) -> bool:
    """Tell whether a block of folded text is navigation, a related link, a byline or a form.

    >>> is_furniture("baca juga: walikota siapkan sanksi"), is_furniture("bawaslu memetakan kerawanan")
    (True, False)
    >>> is_furniture("laporan: tim alfa kini"), is_furniture("laporan: tim bawaslu alfa")
    (True, False)
    """
    return _FURNITURE.match(lower) is not None or _BYLINE.match(lower) is not None


def ends_article(lower: str) -> bool:
    """Tell whether the article proper ends before this block (comments, popular stories follow)."""
    return len(lower) < 60 and _END_OF_ARTICLE.match(lower) is not None


def inline_furniture(lower: str) -> int:
    """Return where a related link begins inside a paragraph, or the paragraph's length."""
    match = _INLINE_FURNITURE.search(lower)
    return match.start() if match and match.start() > 0 else len(lower)


_TAIL = 40  # characters at the end of a paragraph that announce a list


def is_lead(lower: str) -> bool:
    """Tell whether a paragraph announces the list or table that follows it.

    >>> is_lead("berikut isu kerawanan:"), is_lead("hasilnya sebagai berikut"), is_lead("demikian.")
    (True, True, False)
    """
    tail = lower.rstrip(" *_")
    return (
        tail.endswith(":")
        or (tail.endswith(";") and "skor" in tail)
        or re.search(r"(?:berikut(?: ini)?|di ?antaranya|antara lain|yaitu|yakni|adalah)\s*[.,;]?$", tail[-_TAIL:])
        is not None
    )


def role_of_lead(lower: str) -> Role:
    """Tell what a list is for, from the paragraph or heading before it.

    >>> role_of_lead("terdapat isu-isu yang menjadi kerawanan diantaranya:")
    'findings'
    >>> role_of_lead("langkah antisipasi dan strategi yang harus dilakukan, yaitu:")
    'strategies'
    >>> role_of_lead("koordinator divisi pencegahan, parmas dan humas merinci indikator tps rawan berikut:")
    'findings'
    >>> role_of_lead("salah satu tujuan pemetaan kerawanan adalah untuk:")
    'objectives'
    >>> role_of_lead("ikp terdiri dari empat dimensi, yaitu:")
    'instrument'
    >>> role_of_lead("indikator tps rawan yang tidak terjadi sama sekali:")
    'objectives'
    """
    sentence = _last_sentence(lower)
    if _STRATEGY.search(_without_offices(sentence)):
        return "strategies"
    if _OBJECTIVE.search(sentence) or _NOT_FOUND.search(sentence):
        return "objectives"
    if _INSTRUMENT.search(sentence) and re.search(r"dimensi|variabel|indikator utama|kategorisasi", sentence):
        return "instrument"
    if _DEFINITION.search(sentence) or _OF_RULES.search(sentence):
        return "instrument"
    if _FINDING.search(sentence):
        return "findings"
    return "neutral"


def _without_offices(lower: str) -> str:
    """Blank the names of divisions.

    >>> _without_offices("anggota divisi hukum, pencegahan, dan humas"), _without_offices("pencegahan dan humas")
    ('anggota                                    ', 'pencegahan dan humas')
    """
    return _OFFICE.sub(lambda match: " " * len(match.group()), lower)


def _last_sentence(lower: str) -> str:
    parts = re.split(r"(?<=[.!?])\s+(?=\S)", lower.strip())
    return parts[-1] if len(parts[-1]) > 25 or len(parts) == 1 else " ".join(parts[-2:])


_SENTENCE_STRATEGY = re.compile(
    r"(?<![a-z])(?:(?:untuk|guna|demi) (?:mengantisipasi|menghindari|menangkal|memitigasi)|"
    r"upaya|langkah|strategi(?:nya)?|mencegah|pencegahan|sosialisasi|"
    r"(?:meng?himbau|mengimbau|h?imbauan)(?![^,.;]{0,50} (?:memilih|menolak|mendukung) (?:calon|paslon|pasangan|"
    r"salah))|"
    r"patroli|"
    r"berkoordinasi|koordinasi (?:dengan|bersama)|mengawasi|mengawal|dilepas|disiagakan|"
    r"difokuskan|fokus pengawasan(?:nya)?|dilatih|dibekali|diimbau|dihimbau|diminta|diajak|"
    r"meminimalkan|meminimalisir|menjaga|pakta integritas|meningkatkan|"
    r"memperkuat|diharapkan|berharap|tujuan(?:nya)?|bertujuan|dilarang|deklarasi|menandatangani|"
    r"sanksi|menekan|mendorong|"
    r"kolaborasi|mengajak(?![^,.;]{0,50} (?:memilih|menolak|mendukung) (?:calon|paslon|pasangan|salah))|meminta|"
    r"himbauan agar|mewujudkan|memastikan|edukasi|pendidikan politik)(?![a-z])"
)
_SENTENCE_FINDING = re.compile(
    r"(?<![a-z])(?:kerawanan(?:nya)?|rawan|berpotensi|potensi(?:nya)?|isu|indikator(?:nya)?|temuan|"
    r"terjadi|riwayat|pernah|sempat|kategori|"
    r"(?:punya|memiliki|mempunyai|menyimpan|meninggalkan|ada) (?:\w+ )?catatan|diwarnai|dinodai|"
    r"(?:tidak|tak) (?:ter)?lepas dari|(?:di|me|mem)pengaruhi|memengaruhi|(?:pe|me|di)nyumbang(?:nya)?|"
    r"disumbang|kontributor(?:nya)?|"
    r"kejadian|pelanggaran|terdapat|ditemukan|menemukan|diantisipasi|mengantisipasi|diwaspadai|"
    r"mewaspadai|kasus|"
    r"masalah|aduan|laporan|misalnya|tps|tantangan(?:nya)?|ujian|persoalan|kendala|rentan|"
    r"dikhawatirkan|sorotan|perhatian|"
    r"ancaman|marak|menonjol|mengemuka|membayangi|menghantui|kerap|dipicu|memicu|mewarnai|menyoroti|"
    r"faktor(?:nya)?|sebab|karena|penyebabnya|dominan|kerentanan(?:nya)?|beredar|tercatat|mencatat|dicatat|"
    r"(?<!tidak )(?<!tak )(?<!lagi )dijumpai|didapati|"
    r"sering|kedapatan|terbukti|dilaporkan|diduga|dugaan|mencuat|bermunculan|terulang|berulang|"
    r"pemicu(?:nya)?|penyebab|menghambat|mengganggu|terganggu|terhambat|mengkhawatirkan|didominasi|mendominasi|"
    r"tertinggi|terbanyak|terlibat|"
    r"(?:me|di|ter)petakan)(?![a-z])"
)
_SENTENCE_INSTRUMENT = re.compile(
    r"(?:terdiri (?:dari|atas)|konstruksi (?:ikp|indeks|dimensi|instrumen|variabel|indikator)|(?:mencakup|"
    r"meliputi) (?:[a-z\d]+ ){0,2}dimensi|"
    r"(?:memuat|mengukur|memakai|menggunakan|berisi|mencakup|meliputi|memiliki)\D{0,20}61 indikator|"
    r"(?:disusun|dibangun|dibentuk) (?:dari|atas) (?:\d+|[a-z]+) (?:dimensi|indikator|variabel)|"
    r"kerawanan(?: (?:pemilu|pilkada|pemilihan|tps))? (?:itu )?(?:ialah|adalah|merupakan|dimaknai|diartikan|"
    r"didefinisikan)(?: sebagai)? (?:semua|segala|setiap|tiap|seluruh|suatu|sesuatu|hal|peristiwa|kejadian|"
    r"kondisi|"
    r"keadaan|situasi)(?![a-z])|"
    r"indikator tps rawan (?:ialah|adalah)|"
    r"(?:ikp|indeks(?: kerawanan(?: pemilu)?)?) tematik,? (?:yaitu|yakni|ialah|adalah|antara lain|di ?antaranya|"
    r"meliputi)|"
    r"(?:dirumuskan|dihitung|diolah|dibentuk) (?:dari|dengan|berdasarkan|melalui) (?:\d+|[a-z]+) "
    r"(?:aspek|dimensi|variabel|konteks)|"
    r"instrumen \w+ (?:memuat|mengukur|berisi)|"
    r"sub ?-?dimensi(?:nya)?(?: (?!netralitas)[a-z]+)?,? (?:yakni|yaitu|misal(?:nya)?|antara lain|di ?antaranya|"
    r"seperti|"
    r"meliputi|berupa|ialah|adalah)(?![a-z])|"
    r"(?:yang|aspek(?: yang)?|hal yang) (?:di(?:ukur|nilai|potret)|(?:kami|kita) (?:ukur|nilai|potret))"
    r"(?: (?:oleh )?bawaslu)?(?: ri)?,? (?:ialah|adalah|yaitu|yakni|meliputi|antara lain)|"
    r"aspek (?:yang )?(?:di(?:ukur|nilai|potret)|(?:kami|kita) (?:ukur|nilai|potret))|"
    r"mengacuh? (?:pada|kepada|ke) (?:[a-z]+ )?(?:indikator|variabel|dimensi)|"
    r"(?:dipakai|digunakan) (?:untuk|buat|guna) (?:menakar|mengukur|menilai|memetakan|menghitung|menentukan|"
    r"menyusun)|"
    r"(?:mendasari|dasar|landasan|acuan|tolok ukur) (?:penilaian|penyusunan|pengukuran|pemetaan)|"
    r"di(?:kategorikan|kelompokkan|bagi|golongkan|susun|pilah) (?:ke )?(?:dalam|menjadi|atas|ke|dari) "
    r"(?:\d+|[a-z]+) (?:dimensi|konteks|aspek|variabel)|"
    r"pasal \d|undang-undang|variabelnya|"
    r"meliputi variabel|variabel (?:yang (?!(?:ke)?rawan|paling|sering|banyak|terjadi)|itu|utama)|"
    r"penilaiannya|(?:dinilai|dilihat|ditinjau) (?:dari|berdasarkan) (?:konteks|dimensi|aspek|variabel)|"
    r"indikatornya merujuk|diukur (?:dari|melalui|berdasarkan)|indikator (?:dalam|pada) (?:pemetaan|"
    r"ikp|penilaian|penyusunan)|"
    r"indikator yang (?:digunakan|dipakai|dinilai|diukur)|(?:digunakan|dipakai|memakai|menggunakan) \d+ indikator|"
    r"(?:indikator|pertanyaan)(?:nya)? (?:yang )?(?:harus|wajib|mesti|perlu|akan) (?:dijawab|diisi)|"
    r"(?:diturunkan|dijabarkan|dipecah|diuraikan|dirinci|dibagi) (?:lagi )?(?:(?:ke )?dalam |menjadi |ke )?"
    r"\d+ indikator|"
    r"satu (?:dari|di antara) (?:\d+|[a-z]+) (?:tema|isu)(?: [a-z]+)? (?:pemetaan|ikp|indeks|tematik)|"
    r"^\W*tema(?:nya)? (?:yang )?lain(?:nya)?(?![a-z])|"
    r"contoh(?:nya)?(?: [a-z]+){0,3} (?:yang|untuk) (?:dapat|bisa|membuat)(?: (?!menjadi)[a-z]+){0,4} rawan|"
    r"apa (?:saja )?yang (?:dapat|bisa) (?:membuat|menjadikan|menyebabkan)(?: [a-z/]+){1,4} rawan|"
    r"pengambilan data|yang dimaksud (?:dengan )?(?:kerawanan|indikator|dimensi)|"
    r"(?:diukur|dinilai|dihitung) (?:lewat|melalui|dari|dengan|berdasarkan) \d+ indikator|"
    r"^\W*indikator(?:nya)? (?:pada|dalam|dari|di|untuk) (?:sub ?-?)?dimensi (?:[a-z]+ ){1,4}"
    r"(?:mencakup|meliputi)|"
    r"dimensi (?:[a-z]+ ){1,4}(?:melihat|memotret|mengukur|menilai)(?![a-z])|"
    r"bobot (?:terbesar|tertinggi|paling besar)|kuesioner|"
    r"(?:variabel|dimensi|indikator) (?:ini|itu|tersebut) (?:memotret|mengukur|menilai|melihat|"
    r"menggambarkan))"
)
_VARIABLES = re.compile(
    r"(?:penggunaan )?hak pilih|keamanan|politik uang|politisasi (?:sara|identitas|suku)|"
    r"netralit\w+(?: penyelenggara)?|"
    r"(?:kampanye|logistik|lokasi tps)(?= *(?:,|;|\.|dan |serta |$))|jaringan (?:listrik|internet)"
)
_VOTING_RIGHTS = re.compile(r"(?<![a-z])penggunaan hak pilih *(?:,|;|dan |serta )")
_ALL_VARIABLES = 4
"""How many of the eight variables of the polling-station mapping make an enumeration of the instrument."""


def _names_variables(lower: str) -> bool:
    """Tell whether a sentence enumerates the variables of the mapping of polling stations, which found nothing.

    >>> _names_variables("variabelnya penggunaan hak pilih, keamanan, politik uang, logistik, dan lokasi tps")
    True
    >>> _names_variables("kerawanannya politik uang, logistik, dan keamanan")
    False
    """
    return _VOTING_RIGHTS.search(lower) is not None and len(_VARIABLES.findall(lower)) >= _ALL_VARIABLES


def role_of_sentence(lower: str) -> Role:
    """Tell whether a sentence of running text may state issues that were found.

    >>> role_of_sentence("isu yang rawan ialah politik uang.")
    'findings'
    >>> role_of_sentence("untuk mencegah kerawanan dilakukan dengan menjaga netralitas asn.")
    'strategies'
    """
    if _SENTENCE_INSTRUMENT.search(lower) or _names_variables(lower):
        return "instrument"
    strategy = _SENTENCE_STRATEGY.search(_without_offices(lower))
    finding = _SENTENCE_FINDING.search(lower)
    if strategy and (not finding or strategy.start() < finding.start() or "mencegah" in lower):
        return "strategies"
    return "findings" if finding else "neutral"


_FOREIGN = re.compile(
    r"(?<![a-z])(?:ipkp|indeks kamtibmas|imp polri|indeks kerawanan polri)(?![a-z])|"
    r"indeks potensi kerawanan(?=.*(?<![a-z])(?:polri|polda|polres|kepolisian)(?![a-z]))|"
    r"(?<![a-z])(?:polri|polda|polres|kepolisian)(?![a-z]).*indeks potensi kerawanan"
)
_OWN_INDEX = re.compile(
    r"(?<![a-z])ikp(?![a-z])|(?:indeks kerawanan|pemetaan kerawanan|ikp)[^.]{0,60}bawaslu|"
    r"bawaslu[^.]{0,60}kerawanan"
)


_ANNOUNCES = re.compile(
    r"(?<![a-z])(?:(?:isu|indikator|faktor|potensi|tindak|titik|hal|masalah|variabel)(?:-\w+)?(?:nya)?"
    r"(?: \w+){0,2}? (?:rawan|(?:ke)?rawanan\w*|strategis|utama\w*)|isu utamanya)(?![a-z])|"
    r"(?<![a-z])(?:\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|beberapa|sejumlah) "
    r"(?:hal|isu|indikator|faktor|poin|kerawanan|potensi|masalah|persoalan|tantangan)(?![a-z])|"
    r"(?<![a-z])(?:macam|jenis|bentuk|ragam|tipe) (?:kerawanan|potensi|pelanggaran|masalah|isu)(?:nya)?"
    r"[^.]{0,30}(?:beragam|bermacam|berlainan|banyak|bervariasi)|"
    r"(?<![a-z])(?:kerawanan|potensi|isu|pelanggaran|masalah|penyebab|faktor)(?:nya)? (?:cukup |sangat |memang )?"
    r"(?:beragam|bermacam|bervariasi|macam-macam)"
)
_ENUMERATES = re.compile(
    r"^\W*(?:pertama|kesatu|mulai(?: dari)?|dari(?= [^.]*(?:sampai|hingga))|seperti|yakni|yaitu|di ?antaranya|"
    r"antara lain|meliputi|"
    r"ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)nya|(?:ke)?(?:dua|"
    r"tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|\d+)"
    r"(?: (?:isu|indikator|hal|faktor|kerawanan|poin))? (?:itu|tersebut|ini))(?![a-z])"
)


def announces_issues(lower: str) -> bool:
    """Tell whether a sentence announces issues that the next one names.

    >>> announces_issues("isu utamanya tujuh."), announces_issues("ada sepuluh tindak kerawanan pemilu.")
    (True, True)
    >>> announces_issues("rapat itu dihadiri banyak orang.")
    False
    """
    return _ANNOUNCES.search(lower) is not None


def names_announced(lower: str) -> bool:
    """Tell whether a sentence names what the one before announced: by its first words, or as a bare enumeration.

    >>> names_announced("seperti, netralitas asn, politik uang."), names_announced("tujuh itu ialah keamanan.")
    (True, True)
    >>> names_announced('"politik uang, netralitas asn, pemilih ganda," sebut dia.')
    True
    >>> names_announced("kegiatan itu dihadiri kpu, polres, dan kodim.")
    False
    """
    bare = lower[:1] in {'"', "“"} and lower.count(",") + lower.count(";") >= _BARE
    return _ENUMERATES.match(lower) is not None or bare


_COUNTS = re.compile(
    r"^\W*(?:[a-z]+,? (?:[a-z]+,? ){0,3})??"
    r"(?:pertama|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh))"
    r"(?:,| (?:ialah|adalah|yakni|yaitu|soal|terkait|mengenai|adanya))"
)


def counts_issues(lower: str) -> bool:
    """Tell whether a sentence counts off an issue.

    >>> counts_issues("kedua, politisasi bansos."), counts_issues("keenamnya, kata dia, pertama soal bansos.")
    (True, True)
    >>> counts_issues("kedua kabupaten itu rawan.")
    False
    """
    return _COUNTS.match(lower) is not None


_BARE = 3
"""Commas from which a quoted sentence is taken for a bare enumeration."""


def names_foreign_index(lower: str) -> bool:
    """Tell whether a paragraph reports another body's index (the police's IPKP), scored like Bawaslu's own."""
    return _FOREIGN.search(lower) is not None


def names_own_index(lower: str) -> bool:
    """Tell whether a paragraph speaks of Bawaslu's own index.

    >>> names_own_index("sementara ikp 2024 mencatat"), names_own_index("ipkp disusun polri")
    (True, False)
    """
    return _OWN_INDEX.search(lower) is not None


def returns_to_own_index(lower: str) -> bool:
    """Tell whether a paragraph on another body's index speaks of Bawaslu's own in its last sentence.

    >>> returns_to_own_index("skor ipkp kota alfa 7,34. angka polisi itu bukan bagian dari ikp bawaslu.")
    True
    >>> returns_to_own_index("berbeda dengan ikp, skor ipkp alfa 7,34."), returns_to_own_index("skor ipkp 7,34.")
    (False, False)
    """
    last = re.split(r"(?<=[.!?])\s+(?=[^\W\d])", lower.strip())[-1]
    return names_own_index(last) and not names_foreign_index(last)
