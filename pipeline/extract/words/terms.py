"""Text as a row of terms: folded words in which fixed expressions are one ("aparatur sipil negara" is "asn").

The wordings of the catalog and the text to be judged go through the same reading, so that spelling variants of an
expression never count as a difference of meaning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from pipeline.text import fold_mapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Gap = Literal["", "mark", "stop"]

EXPRESSIONS: dict[str, str] = {
    "dpt": "daftar pemilih tetap|daftar pemilihan tetap|dpt|daftar pemilih|data pemilih|data dan daftar pemilih",
    "dptb": "dptb|daftar pemilih tambahan|daftar pemilihan tambahan|dpt tambahan|daftar pemilih tambahan dptb",
    "wajibpilih": "wajib pilih|mata pilih",
    "wajibktp": "wajib ktp|wajib e ktp|wajib ktp el",
    "dpk": "dpk|daftar pemilih khusus|daftar pemilihan khusus",
    "asn": (
        "asn|aparatur sipil negara|aparat sipil negara|aparatur sipil|pegawai negeri sipil|"
        "pegawai negeri|pns|"
        "abdi negara|pegawai pemerintah|pegawai negara|korps pegawai negeri|"
        "aparatur pemerintah|aparat pemerintah|aparatur negara|aparat negara|penyelenggara negara|birokrat"
    ),
    "kpps": (
        "kpps|petugas kpps|anggota kpps|petugas tps|petugas pemungutan suara|petugas ketertiban tps|"
        "kelompok penyelenggara pemungutan suara|penyelenggara di tps"
    ),
    "tni": "tni|tentara nasional indonesia|tentara",
    "ektp": (
        "e ktp|ektp|ktp e|ktp el|ktp elektronik|e ktp el|kartu tanda penduduk elektronik|"
        "kartu tanda penduduk|ktp|identitas kependudukan|dokumen kependudukan"
    ),
    "tps": "tps|tempat pemungutan suara",
    "medsos": (
        "medsos|media sosial|sosmed|sosial media|dunia maya|jagat maya|facebook|whatsapp|"
        "grup whatsapp|grup wa|grup facebook|instagram|"
        "tiktok|twitter|telegram|youtube|internet dan media sosial|jejaring sosial|grup percakapan|"
        "aplikasi percakapan|grup grup facebook|grup grup whatsapp|akun anonim|akun media sosial"
    ),
    "sara": (
        "sara|suku agama ras dan antargolongan|suku agama ras dan antar golongan|"
        "suku agama ras antar golongan|suku agama ras dan golongan|suku agama dan ras|"
        "agama dan suku|suku dan agama|agama suku ras dan golongan|agama suku ras dan antar golongan|"
        "suku ras agama dan antar golongan|"
        "suku ras dan agama|suku agama ras"
    ),
    "calon": (
        "calon kepala daerah|bakal calon|calon bupati|calon wali kota|calon walikota|calon gubernur|"
        "calon legislatif|calon anggota legislatif|bakal calon kepala daerah"
    ),
    "paslon": "paslon|pasangan calon|calon pasangan",
    "tms": (
        "tms|tidak memenuhi syarat|tak memenuhi syarat|tidak lagi memenuhi syarat|belum memenuhi syarat|"
        "tidak masuk syarat|tidak masuk dalam syarat|sudah tidak memenuhi syarat|"
        "tidak bersyarat|tak bersyarat|tidak penuhi syarat|tidak lagi penuhi syarat|sudah tidak penuhi syarat|"
        "sudah tak memenuhi syarat|sudah tak penuhi syarat"
    ),
    "ms": "ms|memenuhi syarat|bersyarat|penuhi syarat",
    "takdaftar": (
        "tidak terdaftar|belum terdaftar|tak terdaftar|tidak masuk|belum masuk|tidak tercatat|belum tercatat|"
        "tidak terdata|belum terdata|tidak tercantum|belum tercantum|tidak terdapat dalam|luput dari|"
        "tidak terakomodir|tidak terakomodasi|belum terakomodir|belum terakomodasi|"
        "tidak terdaftar dalam|hilang dari|tercecer dari|tidak ada dalam|tidak muncul di"
    ),
    "terdaftar": "terdaftar|masih terdaftar|tercatat|tercantum|nangkring|nyantol|bercokol|bertengger",
    "takpunya": (
        "tidak memiliki|belum memiliki|tidak punya|belum punya|tidak mempunyai|belum mempunyai|tak memiliki|"
        "tak punya|belum ber|tidak ber|tidak mengantongi|belum mengantongi"
    ),
    "belumrekam": "belum melakukan perekaman|belum perekaman|belum rekam|belum merekam|belum direkam",
    "takbisa": (
        "tidak dapat|tidak bisa|tak bisa|tak dapat|kehilangan|tidak dapat memberikan|tidak bisa memberikan|"
        "tidak terlayani|tidak dilayani|tidak sempat|gagal|"
        "tidak dapat menggunakan|tidak bisa menggunakan|tidak dapat menyalurkan|tidak bisa menyalurkan"
    ),
    "taktindak": (
        "tidak ditindaklanjuti|tidak ditindak lanjuti|tak ditindaklanjuti|belum ditindaklanjuti|"
        "tidak menindaklanjuti|tidak dilaksanakan|tidak melaksanakan|tidak dijalankan|tidak menjalankan|"
        "tidak dipatuhi|tidak mematuhi|diabaikan|mengabaikan|abai|pengabaian|tidak patuh|tak patuh|"
        "enggan menindaklanjuti|enggan menjalankan|enggan melaksanakan|enggan mematuhi|tidak mengindahkan|"
        "tidak diindahkan|belum dilaksanakan|belum dijalankan|belum melaksanakan|belum menjalankan|"
        "tidak menerapkan|tidak diproses|tidak memproses|tak digubris|tidak digubris|tidak ada tindak lanjut|"
        "tanpa tindak lanjut|tidak ditanggapi|menolak menjalankan|menolak melaksanakan|menolak menindaklanjuti|"
        "tidak menaati|tidak mentaati"
    ),
    "taksesuai": "tidak sesuai|tak sesuai|belum sesuai|ketidaksesuaian|tidak sesuainya|menyalahi",
    "taktepat": "tidak tepat|tidak tepatan|tak tepat|kurang tepat|tidak tepatnya",
    "takprofesional": (
        "tidak profesional|kurang profesional|kurang profesionalnya|tak profesional|tidak profesionalnya|"
        "tidak profesionalan"
    ),
    "taklapor": (
        "tidak melaporkan|tidak melapor|tidak dilaporkan|tidak menyampaikan laporan|"
        "tidak menyerahkan laporan|tak melaporkan|belum melaporkan|tidak diserahkan|tidak menyampaikan|"
        "tidak menyerahkan|tidak disetor|tidak disetorkan|tidak menyetor|tidak menyetorkan|tidak setor"
    ),
    "netral": "tidak netral|tak netral|netralitas|netral|tidak netralnya|tidak netralan|tidak netralitas",
    "nihil": (
        "ketiadaan|tidak ada|tidak adanya|tiada|tiadanya|tanpa|tidak terdapat|tidak terdapatnya|"
        "tidak tersedia|tidak tersedianya|tidak disediakan|belum ada|"
        "belum tersedia|belum terdapat|nihil|kekosongan|tak ada|"
        "belum adanya|"
        "tidak ditemukan|belum ditemukan|belum menemukan|belum pernah|tidak pernah|tak ditemukan|"
        "tidak dijumpai|tidak terjadi|belum terjadi|bebas dari|tidak menemukan|bukan|tak ber"
    ),
    "psu": (
        "psu|pemungutan suara ulang|pemilihan suara ulang|pemungutan ulang|pencoblosan ulang|coblos ulang|"
        "pungut ulang|pemungutan suara diulang|pencoblosan diulang|mencoblos ulang|pemilu ulang|pilkada ulang|"
        "coblosan ulang|nyoblos ulang|pemungutan suara yang diulang|pencoblosan yang diulang|"
        "mengulang pemungutan suara|mengulang pencoblosan|pemungutan suara harus diulang|"
        "pencoblosan harus diulang|"
        "harus coblosan ulang|harus psu|harus pemungutan suara ulang|harus mengulang pemungutan suara|"
        "harus mengulang pencoblosan|mengulang pemungutan|mengulang coblosan|coblosan diulang|pemungutan diulang|"
        "coblosan yang diulang|pemungutan yang diulang|tps yang diulang|tps yang harus mengulang"
    ),
    "pssu": (
        "pssu|penghitungan suara ulang|penghitungan surat suara ulang|perhitungan suara ulang|"
        "perhitungan ulang|perhitungan surat suara ulang|penghitungan ulang|hitung ulang|hitung suara ulang|"
        "penghitungan suara diulang|penghitungan ulang suara|penghitungan ulang surat suara|"
        "perhitungan ulang suara|hitung ulang suara|hitung ulang surat suara|perhitungan ulang surat suara|"
        "penghitungan kembali|menghitung ulang surat suara|menghitung ulang suara|menghitung ulang|dihitung ulang|"
        "suara dihitung ulang|surat suara dihitung ulang|penghitungan yang diulang|"
        "penghitungan suara yang diulang|"
        "mengulang penghitungan|mengulang penghitungan suara|mengulang hitungan|penghitungan diulang|"
        "hitung suara diulang"
    ),
    "psl": (
        "psl|pss|pemungutan suara susulan|pemungutan suara lanjutan|pemilu susulan|pemilu lanjutan|"
        "pilkada susulan|pilkada lanjutan|pemilihan susulan|pemilihan lanjutan|pencoblosan susulan|"
        "pemungutan susulan|coblosan susulan"
    ),
    "tunda": "ditunda|harus ditunda|terpaksa ditunda|menunda|harus menunda|terpaksa menunda|penundaan",
    "politikuang": (
        "politik uang|money politic|money politics|many politic|money politik|many politics|politic money|"
        "uang politik|politik duit|serangan fajar|vote buying|wani piro|beli suara|pembelian suara"
    ),
    "bagibagi": "bagi bagi|membagi bagi|membagi bagikan|dibagi bagi",
    "hoaks": (
        "hoaks|hoax|hoak|berita bohong|kabar bohong|berita palsu|kabar palsu|informasi bohong|"
        "informasi palsu|informasi hoaks|informasi hoax|berita hoaks|berita hoax|disinformasi|misinformasi|"
        "berita tidak benar"
    ),
    "kebencian": "ujaran kebencian|ujaran kebencia|hate speech|hatespeech|ujaran benci",
    "kampanyehitam": "kampanye hitam|black campaign|black campaign kampanye hitam",
    "timses": "timses|tim sukses|tim kampanye|tim pemenangan|tim sukses paslon",
    "kades": (
        "kades|kepala desa|perangkat desa|aparatur desa|aparat desa|pemerintah desa|pemerintahan desa|"
        "pamong desa|pamong kalurahan|kepala kampung|kepala dusun|lurah|keuchik|geuchik|wali nagari|"
        "kepala nagari|kepala lembang|perbekel|hukum tua|kuwu|kepala pekon|peratin|pambakal|sangadi|"
        "kepala tiyuh|perangkat gampong|aparat gampong|perangkat nagari|perangkat pekon|perangkat kampung|"
        "aparat kampung|aparatur kampung|perangkat kalurahan|aparatur kalurahan"
    ),
    "pemda": (
        "pemda|pemerintah daerah|pemerintah lokal|pemerintah setempat|pemerintah kabupaten|pemerintah kota|"
        "pemkab|pemkot|pemprov|pemerintah provinsi|pejabat daerah|pejabat lokal|pejabat setempat|"
        "pejabat pemda"
    ),
    "kepaladaerah": "kepala daerah|bupati|wali kota|walikota|gubernur",
    "dkpp": "dkpp|dewan kehormatan penyelenggara pemilu|dewan kehormatan penyelenggara pemilihan umum",
    "kpu": "kpu|komisi pemilihan umum|kpud|kpu kabupaten|kpu kota|kpu provinsi",
    "bawaslu": "bawaslu|badan pengawas pemilu|badan pengawas pemilihan umum|panwaslih",
    "mk": "mk|mahkamah konstitusi",
    "phpu": "phpu|perselisihan hasil pemilu|perselisihan hasil pemilihan umum|perselisihan hasil pemilihan",
    "lapas": "lapas|lembaga pemasyarakatan|rutan|rumah tahanan|penjara",
    "rs": "rs|rumah sakit|rsud",
    "lembagapendidikan": (
        "lembaga pendidikan|tempat pendidikan|sekolah|kampus|perguruan tinggi|pesantren|"
        "pondok pesantren|universitas|madrasah|"
        "lingkungan pendidikan|satuan pendidikan|fasilitas pendidikan|lingkungan sekolah"
    ),
    "wilayahkerja": (
        "wilayah kerja|pabrik|pertambangan|tambang|perkebunan|kawasan industri|area industri|"
        "area pertambangan|wilayah pertambangan"
    ),
    "sekolahdinas": "sekolah dinas|sekolah kedinasan",
    "apk": "apk|alat peraga kampanye|alat peraga|baliho|baliho kampanye",
    "tempatumum": "tempat umum|ruang publik|tempat publik|ruang umum|muka umum",
    "luarjadwal": (
        "di luar jadwal|luar jadwal|sebelum jadwal|curi start|mencuri start|sebelum waktunya|belum waktunya|"
        "di luar masa kampanye|sebelum masa kampanye|sebelum masanya|sebelum jadwal yang ditetapkan|"
        "di luar waktu|di luar jadwal ketentuan|di luar tahapan|mendahului jadwal|tidak sesuai jadwal|"
        "menyalahi jadwal|belum masa kampanye|sebelum tahapan kampanye|di luar tahapan kampanye"
    ),
    "masatenang": "masa tenang|minggu tenang|hari tenang",
    "prokes": "prokes|protokol kesehatan|protokol covid 19|protokol covid|protokol kesehatan covid 19",
    "nonalam": "non alam|nonalam|bukan alam",
    "pandemi": "pandemi|pandemi covid 19|covid 19|covid|wabah|wabah penyakit",
    "adhoc": "ad hoc|adhoc",
    "ptps": "ptps|pengawas tps|pengawas tempat pemungutan suara",
    "pkd": "pkd|pengawas kelurahan desa|pengawas desa kelurahan|pengawas desa|pengawas kelurahan|panwas desa",
    "daerahlain": "luar daerah|daerah tetangga|kabupaten tetangga|kota tetangga|daerah lain|"
    "luar wilayah|antar daerah|luar kabupaten|luar kota",
    "antarpendukung": "antar pendukung|antar simpatisan|antar massa pendukung|massa pendukung",
    "antaralain": "antara lain",
    "salahsatu": "salah satu|salah seorang",
    "meninggal": "meninggal|meninggal dunia|wafat|orang mati|sudah mati",
    "alihstatus": "alih status|beralih status|alih tugas",
    "tempatibadah": (
        "tempat ibadah|rumah ibadah|tempat suci|tempat peribadatan|masjid|musala|gereja|pura|wihara|vihara|"
        "kelenteng|klenteng"
    ),
    "erupsi": "erupsi|erupsi gunung|erupsi gunung api|letusan gunung|letusan gunung api|letusan gunung berapi",
    "lerengberapi": "lereng gunung api|lereng gunung berapi",
    "gempa": "gempa|gempa bumi|gempa merusak|gempa yang merusak|gempa bumi merusak|gempa bumi yang merusak",
    "logistik": (
        "logistik|perlengkapan pemungutan suara|perlengkapan tps|perlengkapan pencoblosan|"
        "perlengkapan pemilu|"
        "perlengkapan pemungutan|logistik pemungutan dan penghitungan suara|logistik pemungutan suara"
    ),
    "terlarang": (
        "terlarang|dilarang|yang dilarang|tidak diperbolehkan|tidak dibolehkan|tidak diizinkan|"
        "tidak semestinya|tidak boleh"
    ),
    "ikut": "ikut|ikut serta|turut|turut serta",
    "hargamati": "harga mati",
    "sengketaproses": "sengketa proses",
    "danadesa": "dana desa|alokasi dana desa",
    "tandatangan": "tanda tangan|tandatangan|menandatangani|membubuhkan tanda tangan",
    "beritaacara": "berita acara",
    "enggan": "enggan|tidak mau|tak mau|ogah",
    "walkout": "walk out|walkout",
    "berfoto": "berfoto|berfoto bersama|foto bersama|swafoto|berswafoto",
    "negaratetangga": "negara tetangga|negara sebelah",
    "konflik": "konflik|baku hantam|baku pukul|adu jotos|adu fisik",
    "datangketps": "datang ke tps|mendatangi tps|hadir ke tps|hadir di tps",
    "cawecawe": "cawe cawe",
    "dekat": "dekat|berdekatan|tidak jauh dari|bersebelahan|berdampingan dengan",
    "rumah": "rumah|kediaman|tempat tinggal",
    "posko": (
        "posko|posko pemenangan|sekretariat partai|kantor tim sukses|kantor tim kampanye|kantor tim pemenangan"
    ),
    "blankspot": "blank spot|blankspot",
    "bukanpemilih": "bukan pemilih setempat|bukan pemilih|bukan warga setempat|bukan penduduk setempat",
    "bansos": "bansos|bantuan sosial",
    "internet": (
        "internet|jaringan internet|sinyal internet|sinyal|jaringan telekomunikasi|jaringan komunikasi|"
        "jaringan seluler|akses internet|koneksi internet"
    ),
}
"""Expressions that count as one term, each with the ways to write it, in folded words."""

_WORD = re.compile(r"[a-z]+|\d+(?:[.,]\d+)*")
_ANTAR = re.compile(r"antar(?!a)([a-z]{4,})")
_KETIDAK = re.compile(r"ketidak([a-z]{4,})")
_GLUED = {
    word: tuple(word.partition("di")[1:]) for word in ("diluar", "didalam", "ditempat", "dimedia", "disekitar")
}
_STOP = re.compile(r"[.;:!?\u2022|]|\n\s*\n")
_MARK = re.compile(r"[,(\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term: ``word`` as it is compared, ``start`` to ``end`` its characters in the text.

    ``gap`` is what stands before it: a sentence end (``stop``), a comma, bracket or line end (``mark``), or less.
    ``misspelt`` is true where a word was read as another that it resembles.
    """

    word: str
    start: int
    end: int
    gap: Gap
    misspelt: bool = False


def read_terms(text: str, respell: Callable[[str], str] = str) -> tuple[Term, ...]:
    """Read ``text`` as terms, in order; positions are characters of ``text``.

    ``respell`` is asked for the right spelling of each word.

    >>> [term.word for term in read_terms("Ketidaknetralan Aparatur Sipil Negara (ASN) dan KTP-el")]
    ['netral', 'asn', 'dan', 'ektp']
    >>> [term.word for term in read_terms("konflik antarpendukung, non-alam")]
    ['konflik', 'antarpendukung', 'nonalam']
    """
    terms = tuple(_words(text, respell))
    joined: list[Term] = []
    index = 0
    while index < len(terms):
        word, length = _expression_at(terms, index)
        term = (
            terms[index]
            if word == terms[index].word and length == 1
            else _join(terms[index : index + length], word)
        )
        if joined and joined[-1].word == word and word in EXPRESSIONS and term.gap != "stop":
            joined[-1] = _join((joined[-1], term), word)
        else:
            joined.append(term)
        index += length
    return tuple(joined)


def _join(parts: tuple[Term, ...], word: str) -> Term:
    """Make one term of several; "pemungutan suara ulang (PSU)" is named twice and stays one."""
    return Term(
        word=word,
        start=parts[0].start,
        end=parts[-1].end,
        gap=parts[0].gap,
        misspelt=any(part.misspelt for part in parts),
    )


def _words(text: str, respell: Callable[[str], str]) -> Iterator[Term]:
    mapped = fold_mapped(text)
    end = 0
    for match in _WORD.finditer(mapped.text):
        start = mapped.starts[match.start()]
        gap = _gap(text[end:start])
        end = mapped.ends[match.end() - 1]
        for word in _split(match.group()):
            right = respell(word)
            yield Term(word=right, start=start, end=end, gap=gap, misspelt=right != word)
            gap = ""


def _gap(between: str) -> Gap:
    if _STOP.search(between):
        return "stop"
    return "mark" if _MARK.search(between) else ""


def _split(word: str) -> tuple[str, ...]:
    """Undo joins that hide a word: "antarpendukung", "ketidaknetralan", "diluar"."""
    if word in _GLUED:
        return _GLUED[word]
    if word == "ketidak":
        return ("tidak",)
    if found := _ANTAR.fullmatch(word):
        return ("antar", found[1])
    if (found := _KETIDAK.fullmatch(word)) and word != "ketidakpastian":
        return ("tidak", found[1])
    return (word,)


def _spellings(ways: Sequence[str]) -> Iterator[str]:
    """Yield the ways to write an expression, each denial in all its spellings.

    >>> list(_spellings(["tidak masuk", "tak masuk", "belum masuk", "tidak masuk"]))
    ['tidak masuk', 'tdk masuk', 'ndak masuk', 'nggak masuk', 'gak masuk', 'tak masuk', 'belum masuk']
    """
    for way in dict.fromkeys(ways):
        yield way
        if way.startswith("tidak "):
            yield from (
                f"{denial}{way.removeprefix('tidak')}"
                for denial in ("tak", "tdk", "ndak", "nggak", "gak")
                if f"{denial}{way.removeprefix('tidak')}" not in ways
            )


def _index_expressions() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the ways to write expressions by their first word, the longest first, each with its term.

    >>> [(" ".join(parts), term) for parts, term in _index_expressions()["uang"]]
    [('uang politik', 'politikuang')]
    >>> [(" ".join(parts), term) for parts, term in _index_expressions()["aparatur"]][:2]
    [('aparatur sipil negara', 'asn'), ('aparatur sipil', 'asn')]
    """
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for term, ways in EXPRESSIONS.items():
        for way in _spellings(ways.split("|")):
            parts = tuple(part for word in way.split() for part in _split(word))
            index.setdefault(parts[0], []).append((parts, term))
    return {first: tuple(sorted(ways, key=lambda way: -len(way[0]))) for first, ways in index.items()}


_BY_FIRST = _index_expressions()
EXPRESSION_WORDS = frozenset(word for ways in _BY_FIRST.values() for parts, _ in ways for word in parts)
"""Every word of an expression."""


def _is_way(run: tuple[Term, ...], parts: tuple[str, ...]) -> bool:
    """Tell whether words are a way to write an expression; the last may end in "nya": "sebelum jadwalnya"."""
    said = tuple(term.word for term in run)
    return said == parts or (
        len(said) == len(parts) > 1 and said[:-1] == parts[:-1] and said[-1] == f"{parts[-1]}nya"
    )


def _expression_at(terms: tuple[Term, ...], index: int) -> tuple[str, int]:
    """Return the term that begins at ``index`` and how many words it takes: the longest expression, or one."""
    for parts, name in _BY_FIRST.get(terms[index].word, ()):
        run = terms[index : index + len(parts)]
        if _is_way(run, parts) and all(after.gap != "stop" for _, after in pairwise(run)):
            return name, len(parts)
    return terms[index].word, 1
