"""Light stemming of Indonesian words: the few affixes that turn "menolak" into "penolakan".

There is no dictionary behind it. A prefix may hide a letter (men + tolak = menolak), so a word has several
possible roots; two words are taken for one family where a root is shared.
"""

from __future__ import annotations

from functools import lru_cache

FAMILIES: dict[str, str] = {
    # People, acts and the election itself share a root and must not be taken for one another: 15 and 16 ask a
    # voter to choose, 17 to 22 are about voters, 37 and 38 about the election.
    "pemilih": "pemilih",
    "wajibpilih": "pemilih",
    "pemilihan": "pemilu",
    "pemilu": "pemilu",
    "pemilukada": "pemilu",
    "pilkada": "pemilu",
    "pilgub": "pemilu",
    "pilbup": "pemilu",
    "pilwalkot": "pemilu",
    "pilpres": "pemilu",
    "pileg": "pemilu",
    "penyelenggara": "penyelenggara",
    "penyelenggaraan": "pelaksanaan",
    "pelaksanaan": "pelaksanaan",
    "melaksanakan": "pelaksanaan",
    "menyelenggarakan": "pelaksanaan",
    "diselenggarakan": "pelaksanaan",
    "dilaksanakan": "pelaksanaan",
    "pengawas": "pengawas",
    "panwas": "pengawas",
    "panwaslu": "pengawas",
    "panwascam": "pengawas",
    "pengawasan": "mengawasi",
    "pemantau": "pemantau",
    "pemantauan": "memantau",
    "calon": "calon",
    "pencalonan": "pencalonan",
    "kandidat": "calon",
    "caleg": "calon",
    "bacalon": "calon",
    "peserta": "peserta",
    "pendukung": "pendukung",
    "simpatisan": "pendukung",
    "perseorangan": "perseorangan",
    "perempuan": "perempuan",
    "perangkat": "perangkat",
    "masyarakat": "masyarakat",
    "warga": "masyarakat",
    "kpps": "penyelenggara",
    "ppk": "penyelenggara",
    "pps": "penyelenggara",
    "penyelewengan": "salahguna",
    "menyelewengkan": "salahguna",
    "diselewengkan": "salahguna",
    "penyimpangan": "salahguna",
    "korupsi": "salahguna",
    "intimidasi": "ancaman",
    "mengintimidasi": "ancaman",
    "diintimidasi": "ancaman",
    "pengancaman": "ancaman",
    "mengancam": "ancaman",
    "diancam": "ancaman",
    "teror": "ancaman",
    "diteror": "ancaman",
    "meneror": "ancaman",
    "tekanan": "ancaman",
    "ditekan": "ancaman",
    "menekan": "menekan",
    "pembakaran": "perusakan",
    "membakar": "perusakan",
    "dibakar": "perusakan",
    "rekruitmen": "rekrutmen",
    "perekrutan": "rekrutmen",
    "seleksi": "rekrutmen",
    "siluman": "fiktif",
    "dobel": "ganda",
    "terendam": "rendam",
    "merendam": "rendam",
    "duit": "uang",
    "penduduk": "penduduk",
    "kepala": "kepala",
    "kesehatan": "kesehatan",
    "kelompok": "kelompok",
    "kelurahan": "kelurahan",
    "keputusan": "putus",
    # An act of violence (8) and a state of things (27) are told apart.
    "pengrusakan": "perusakan",
    "pengerusakan": "perusakan",
    "perusakan": "perusakan",
    "perusak": "perusakan",
    "dirusak": "perusakan",
    "merusak": "perusakan",
    "kerusakan": "rusak",
    "rusak": "rusak",
    "pemerintah": "pemerintah",
    "pemerintahan": "pemerintah",
    "perintah": "perintah",
    "petugas": "penyelenggara",
    "bertugas": "tugas",
    "berita": "berita",
    "sengketa": "sengketa",
    "setempat": "lokal",
    "penganiayaan": "kekerasan",
    "kekerasan": "kekerasan",
    "keras": "keras",
    "dianiaya": "kekerasan",
    "pemukulan": "kekerasan",
    "memukul": "kekerasan",
    "dipukul": "kekerasan",
    "dikeroyok": "kekerasan",
    "pengeroyokan": "kekerasan",
    "vandalisme": "perusakan",
    "difabel": "disabilitas",
    "disabilitas": "disabilitas",
    "rekap": "rekapitulasi",
    "pemecatan": "berhenti",
    "dipecat": "berhenti",
    "memecat": "berhenti",
    "dicopot": "berhenti",
    "diberhentikan": "berhenti",
    "pemberhentian": "berhenti",
    "menyokong": "dukung",
    "penggalangan": "dukung",
    "molor": "lambat",
    "menghadang": "halang",
    "dihadang": "halang",
    "penghadangan": "halang",
    "menghalangi": "halang",
    "dihalangi": "halang",
    "penghalangan": "halang",
    "pengadangan": "halang",
    "diadang": "halang",
    "mengadang": "halang",
    # what keeps one from a station is no act: "terhalang banjir"
    "terhalang": "terhalang",
    "memalsukan": "palsu",
    "pemalsuan": "palsu",
    "dipalsukan": "palsu",
    "geografi": "geografis",
    "profesionalisme": "profesionalitas",
    "profesionalitas": "profesionalitas",
    "roling": "mutasi",
    "rolling": "mutasi",
    "memenangkan": "dukung",
    "himbauan": "imbau",
    "menghimbau": "imbau",
    "dihimbau": "imbau",
    "imbauan": "imbau",
    "mengimbau": "imbau",
    "seruan": "imbau",
    "menyerukan": "imbau",
    "ajakan": "imbau",
    "mengajak": "imbau",
    "arahan": "imbau",
    "mengarahkan": "imbau",
    "dukungan": "dukungan",
    "kampanye": "kampanye",
    "berkampanye": "berkampanye",
    "keberatan": "keberatan",
    "komplain": "keberatan",
    "protes": "keberatan",
    "aduan": "lapor",
    "pengaduan": "lapor",
    "bentrok": "konflik",
    "perkelahian": "konflik",
    "tawuran": "konflik",
    "bentrokan": "konflik",
    "benturan": "konflik",
    "pengerahan": "mobilisasi",
    "mengerahkan": "mobilisasi",
    "dikerahkan": "mobilisasi",
    "memobilisasi": "mobilisasi",
    "dimobilisasi": "mobilisasi",
    "mencoblos": "coblos",
    "pencoblosan": "pemungutan",
    "pungut": "pemungutan",
    "pungutan": "pemungutan",
    "pemungutan": "pemungutan",
    "tak": "tidak",
    "telat": "lambat",
    "telatnya": "lambat",
    "banjir": "banjir",
    "kecurangan": "curang",
    "pengawasnya": "pengawas",
    "berpengawas": "pengawas",
    "kawasan": "kawasan",
    "batas": "batas",
    "perbatasan": "perbatasan",
    "terbatas": "terbatas",
    "terbatasnya": "terbatas",
    "keterbatasan": "terbatas",
    "dibatasi": "terbatas",
    "pembatasan": "terbatas",
    "bertambah": "bertambah",
    "penambahan": "bertambah",
    "tambahan": "tambahan",
    "mengalami": "mengalami",
    "pembagian": "bagibagi",
    "dibagikan": "bagibagi",
    "membagikan": "bagibagi",
    "membagi": "bagibagi",
    "keberpihakan": "berpihak",
    "memihak": "berpihak",
    "berpihak": "berpihak",
    "pihak": "pihak",
    "ketentuan": "ketentuan",
    "ditentukan": "ketentuan",
    "tertentu": "tertentu",
    "tetap": "tetap",
    "tetapi": "tetapi",
    "penetapan": "penetapan",
    "perolehan": "perolehan",
    "oleh": "oleh",
    "tingkat": "tingkat",
    "meningkat": "meningkat",
    "undangan": "undangan",
    "keterwakilan": "keterwakilan",
    "kebakaran": "kebakaran",
    "fasilitas": "fasilitas",
    "fasilitasi": "fasilitasi",
    "difasilitasi": "fasilitasi",
    "memfasilitasi": "fasilitasi",
    "kepada": "kepada",
    "pada": "pada",
    "soal": "soal",
    "persoalan": "masalah",
    "problem": "masalah",
    "terdapat": "terdapat",
    "serta": "serta",
    "pakai": "guna",
    "memakai": "guna",
    "dipakai": "guna",
    "pemakaian": "guna",
    "pemanfaatan": "guna",
    "memanfaatkan": "guna",
    "dimanfaatkan": "guna",
    "guna": "guna",
    "penggunaan": "guna",
    "menggunakan": "guna",
    "digunakan": "guna",
    "khususnya": "khususnya",
    "utamanya": "utamanya",
    "pesertanya": "peserta",
    "pertanyaan": "pertanyaan",
    "sekitar": "sekitar",
    "sebanyak": "sebanyak",
    "terkait": "terkait",
    "kaitan": "terkait",
    "polri": "polri",
    "polisi": "polri",
    "kepolisian": "polri",
    "pns": "asn",
}
"""Words whose family the affixes would get wrong, or that mean the same without sharing a root."""

_NASAL = tuple(
    (first + prefix, following, hidden)
    for prefix, following, hidden in (
        # prefix after m or p, letters that may follow, what stood there before
        ("eny", "aiueo", ("s",)),
        ("eng", "aiueoghk", ("", "k")),
        ("em", "bpfv", ("",)),
        ("em", "aiueo", ("p", "m")),
        ("en", "dcjtz", ("",)),
        ("en", "aiueo", ("t", "n")),
        ("e", "lrwymn", ("",)),
    )
    for first in "mp"
)
_PLAIN = ("di", "ter", "ber", "per", "ke", "se")
_SUFFIXES = ("nya", "kan", "an", "i", "itas")
_SHORTEST = 4


@lru_cache(maxsize=50_000)
def roots(word: str) -> tuple[str, ...]:
    """Return the possible roots of a folded word, the plainest first; at least the word itself.

    >>> "tolak" in roots("menolak"), "tolak" in roots("penolakan")
    (True, True)
    >>> roots("pemilihan"), roots("bawaslu")
    (('pemilu',), ('bawaslu',))
    """
    if word in FAMILIES:
        return (FAMILIES[word],)
    found = {word: None}
    for bare in _without_suffixes(word):
        found[bare] = None
        for stem in _without_prefixes(bare):
            found[stem] = None
            found.update(dict.fromkeys(_without_prefixes(stem)))
    return tuple(FAMILIES.get(root, root) for root in found)


def _without_suffixes(word: str) -> tuple[str, ...]:
    forms = [word]
    for suffix in _SUFFIXES:
        longer = [form for form in forms if form.endswith(suffix) and len(form) - len(suffix) >= _SHORTEST]
        forms.extend(form[: -len(suffix)] for form in longer)
    return tuple(forms)


def _without_prefixes(word: str) -> tuple[str, ...]:
    forms: list[str] = []
    for prefix, following, hidden in _NASAL:
        if word.startswith(prefix) and word[len(prefix) : len(prefix) + 1] in following:
            forms.extend(letter + word[len(prefix) :] for letter in hidden)
    forms.extend(word[len(prefix) :] for prefix in _PLAIN if word.startswith(prefix))
    return tuple(form for form in forms if len(form) >= _SHORTEST)
