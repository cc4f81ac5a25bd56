"""Issues as journalists and Bawaslu's officers put them, and near misses: words alike that tell of no such issue."""

from __future__ import annotations

import pytest

from extract.conftest import Facts, Take
from pipeline.extract.catalog.indicators import find_indicators
from pipeline.extract.catalog.media import with_medium
from pipeline.reference import Reference

RELEASE = """Bawaslu Blora Rilis IKP 2024

BLORA - Ketua Bawaslu Kabupaten Blora menyampaikan Indeks Kerawanan Pemilu (IKP) 2024, Senin (19/12/2022).

"""
SURE: tuple[tuple[int, str], ...] = (
    (1, "bentrokan antarwarga beda agama saat pemilu"),
    (1, "bentrok antarkelompok etnis"),
    (1, "penyerangan terhadap warga karena perbedaan agama"),
    (1, "kekerasan antarkelompok agama"),
    (3, "erupsi gunung yang memaksa beberapa TPS digeser"),
    (3, "erupsi Merapi membuat warga mengungsi"),
    (3, "banjir rob yang merendam TPS"),
    (3, "TPS dipindah karena banjir"),
    (3, "gempa bumi yang merusak TPS"),
    (4, "tahapan pilkada tertunda karena pandemi"),
    (4, "pandemi yang menghambat tahapan"),
    (4, "tahapan tertunda akibat Covid-19"),
    (7, "pemilih diancam agar mencoblos calon tertentu"),
    (7, "pemilih ditakut-takuti"),
    (8, "surat suara dibakar massa"),
    (10, "KPU menolak menjalankan rekomendasi Bawaslu"),
    (11, "pencurian suara antarcaleg"),
    (11, "suara partai yang dialihkan ke caleg lain"),
    (12, "satu pejabat eselon ke KASN"),
    (12, "banyaknya kepala desa yang terang-terangan mendukung"),
    (12, "ASN yang memberi like unggahan paslon"),
    (12, "ASN ikut deklarasi paslon"),
    (14, "Bawaslu ditekan kepala daerah"),
    (15, "imbauan dari pejabat daerah untuk mendukung calon tertentu"),
    (15, "surat edaran pemda agar memilih calon tertentu"),
    (15, "instruksi pemerintah daerah untuk memilih calon tertentu"),
    (17, "pemilih yang tercecer dari DPT"),
    (17, "pemilih yang namanya tidak ada di DPT"),
    (17, "pemilih yang belum terakomodasi dalam DPT"),
    (17, "warga yang tercecer dari daftar pemilih"),
    (18, "warga yang sudah pindah masih tercatat di DPT"),
    (18, "pemilih yang telah meninggal belum dicoret"),
    (18, "orang mati masuk DPT"),
    (18, "warga asing masuk DPT"),
    (19, "penduduk wajib KTP yang belum merekam"),
    (19, "warga wajib KTP belum perekaman"),
    (19, "warga yang belum melakukan perekaman"),
    (19, "pemilih pemula yang belum rekam data"),
    (20, "nama pemilih dobel"),
    (20, "data pemilih dobel"),
    (20, "satu orang terdaftar di dua TPS"),
    (22, "warga hendak pindah memilih tetapi tidak terlayani"),
    (22, "pemilih yang pindah domisili tetapi tidak bisa menyalurkan hak suaranya"),
    (22, "pemilih tidak bisa mencoblos karena formulir pindah memilihnya terlambat diurus"),
    (22, "pemilih pindahan ditolak di TPS"),
    (24, "APK fasilitasi KPU yang terlambat"),
    (25, "PPK yang menjadi tim sukses"),
    (25, "komisioner KPU yang ikut kampanye"),
    (25, "anggota panwascam berfoto dengan calon"),
    (26, "penyelenggara tidak menaati protokol kesehatan"),
    (27, "surat suara yang robek"),
    (27, "kotak suara tanpa segel"),
    (27, "logistik yang basah"),
    (27, "tinta yang habis"),
    (27, "bilik suara yang kurang"),
    (28, "kotak suara datang terlambat"),
    (29, "surat suara nyasar"),
    (30, "pemilih di lapas yang tidak disediakan TPS"),
    (30, "pasien rumah sakit yang tidak bisa mencoblos"),
    (30, "napi di lapas tidak bisa mencoblos"),
    (30, "lapas yang tidak memiliki TPS"),
    (30, "warga binaan yang tidak bisa memilih"),
    (31, "petugas KPPS yang mencoblos sisa surat suara"),
    (31, "KPPS membuka kotak suara sebelum waktunya"),
    (31, "kecurangan di TPS"),
    (32, "satu TPS yang harus coblosan ulang"),
    (32, "coblosan ulang"),
    (32, "nyoblos ulang"),
    (32, "TPS yang mengulang pencoblosan"),
    (32, "pemungutan suara yang diulang di tiga TPS"),
    (33, "penghitungan yang diulang"),
    (34, "pemungutan suara harus ditunda karena jembatan putus"),
    (35, "catatan kejadian khusus di TPS"),
    (36, "saksi yang menolak tanda tangan"),
    (36, "saksi yang menolak menandatangani berita acara"),
    (36, "saksi tidak mau tanda tangan"),
    (36, "saksi mengamuk saat penghitungan suara"),
    (36, "saksi walk out saat rekapitulasi"),
    (37, "penolakan hasil pemilihan dalam bentuk gugatan"),
    (38, "satu sengketa proses"),
    (38, "partai yang mengajukan sengketa ke Bawaslu"),
    (38, "sengketa antara parpol dan KPU"),
    (38, "calon yang dicoret menggugat KPU"),
    (39, "belum semua TPS memiliki pengawas"),
    (39, "pengawas TPS yang kosong"),
    (39, "TPS kosong pengawas"),
    (40, "kelurahan yang tak punya panwas"),
    (41, "penolakan terhadap bupati perempuan"),
    (41, "ceramah yang melarang memilih pemimpin perempuan"),
    (41, "seruan tidak memilih perempuan"),
    (42, "penolakan calon karena bukan putra daerah"),
    (42, "warga menolak calon nonmuslim"),
    (42, "calon ditolak warga karena agama"),
    (44, "paslon berkampanye di masa tenang"),
    (47, "akun medsos yang menyebar isu SARA"),
    (49, "kabar bohong yang beredar di grup Facebook"),
    (49, "hoaks yang beredar di grup WA"),
    (49, "hoaks yang menyerang paslon di TikTok"),
    (52, "kampanye di tempat suci"),
    (52, "pemasangan APK di pura dan sekolah"),
    (52, "caleg berkampanye di sekolah"),
    (52, "APK dipasang di sekolah"),
    (53, "bentrok dua kubu pendukung"),
    (53, "adu jotos antarpendukung"),
    (53, "pendukung paslon saling serang"),
    (53, "baku hantam antarsimpatisan"),
    (53, "kericuhan antarpendukung saat debat"),
    (54, "bagi-bagi amplop"),
    (54, "amplop berisi uang yang dibagikan kepada warga"),
    (54, "caleg yang membagikan amplop"),
    (54, "warga yang menerima uang dari caleg"),
    (54, "pemberian uang oleh caleg"),
    (55, "laporan dana kampanye yang tidak disetor"),
    (55, "partai yang tidak menyetor LADK"),
    (55, "partai tidak setor laporan dana kampanye"),
    (56, "pemilih diusir dari TPS"),
    (57, "warga luar yang didatangkan untuk mencoblos"),
    (57, "pemilih dadakan"),
    (57, "mobilisasi massa dari luar untuk memilih"),
    (58, "pemilih tambahan melebihi cadangan surat suara"),
    (58, "jumlah DPTb yang melampaui surat suara cadangan"),
    (58, "pemilih tambahan yang membeludak sehingga surat suara cadangan kurang"),
    (59, "laporan warga yang mandek di Bawaslu"),
    (61, "ajakan memboikot pilkada"),
    (61, "warga menolak datang ke TPS"),
    (61, "aksi menolak pemilu"),
    (61, "spanduk menolak pilkada"),
    (61, "warga sepakat golput karena jalan rusak"),
)
#: what may be another number too waits for a person
OPEN: tuple[tuple[int, str], ...] = (
    (6, "anggota KPPS yang dianiaya"),
    (15, "kepala desa yang mengajak warganya mencoblos salah satu paslon"),
    (15, "camat yang mengarahkan warga memilih paslon tertentu"),
    (17, "ada yang punya hak malah tercecer"),
    (22, "pemilih DPTb yang tidak kebagian surat suara"),
    (22, "pemilih pindahan tidak kebagian surat suara"),
    (25, "KPPS mengajak warga memilih paslon tertentu"),
    (44, "caleg yang memasang baliho sebelum masa kampanye"),
    (44, "memasang baliho sebelum masa kampanye"),
    (44, "baliho yang dipasang sebelum masa kampanye"),
    (44, "caleg curi start"),
    (47, "kampanye hitam bermuatan SARA di media sosial"),
    (53, "saling ejek antarpendukung"),
    (57, "rawan dimasuki pemilih dari negara tetangga secara tiba-tiba"),
    (57, "masuknya pemilih dari negara tetangga"),
    (58, "surat suara cadangan tak cukup untuk DPTb"),
    (58, "surat suara cadangan habis"),
)
NONE: tuple[str, ...] = (
    "kepala desa menghadiri rapat koordinasi",
    "kehadiran kepala desa",
    "kepala desa mengajak warga menjaga kerukunan",
    "ASN ikut deklarasi netralitas",
    "ASN menandatangani pakta integritas",
    "ASN dilarang memberi like",
    "korupsi dana desa",
    "ajakan pemerintah daerah untuk memilih",
    "imbauan dari pejabat daerah agar warga menggunakan hak pilih",
    "toleransi antarumat beragama",
    "kerukunan umat beragama",
    "dialog antarumat beragama",
    "amplop berisi formulir C hasil",
    "amplop surat suara",
    "pembagian formulir C pemberitahuan",
    "warga terhalang banjir ke TPS",
    "warga yang menolak tanda tangan petisi",
    "penolakan vaksin",
    "penolakan hasil pemilihan",
    "penolakan terhadap UU Pilkada",
    "pindah domisili",
    "pemilih yang pindah domisili",
    "mahasiswa yang mengurus pindah memilih",
    "formulir pindah memilih dapat diurus sampai H-7",
    "penanggulangan bencana",
    "perubahan jadwal rekapitulasi",
    "saksi menandatangani berita acara",
    "KPPS memusnahkan sisa surat suara",
    "surat suara yang sudah dilipat",
    "pemilih datang terlambat",
    "petugas datang terlambat",
    "kampanye ditunda karena banjir",
    "pelantikan ditunda",
    "tercatat dua kali juara",
    "saling sapa antarpendukung",
    "bagi-bagi takjil",
    "dimasuki barang ilegal dari negara tetangga",
    "baliho paslon di jalan",
    "TPS di sekolah",
    "sosialisasi di tempat ibadah",
    "rekomendasi partai untuk calon",
    "Bawaslu tidak menyetor data",
)


def as_item(phrase: str) -> str:
    return f"{RELEASE}Kerawanan yang ditemukan di Kabupaten Blora:\n\n1. {phrase}\n"


@pytest.mark.parametrize(("number", "phrase"), SURE, ids=[phrase for _, phrase in SURE])
def test_an_item_is_the_indicator(number: int, phrase: str, take: Take) -> None:
    found = [(one.indicator, one.decision) for one in take(as_item(phrase))[1].findings]
    assert found == [(number, "auto")]


@pytest.mark.parametrize(("number", "phrase"), OPEN, ids=[phrase for _, phrase in OPEN])
def test_an_arguable_item_waits_for_a_person(number: int, phrase: str, take: Take) -> None:
    found = [(one.indicator, one.decision) for one in take(as_item(phrase))[1].findings]
    assert found == [(number, "review")]


@pytest.mark.parametrize("phrase", NONE)
def test_words_alike_are_no_indicator(phrase: str, take: Take) -> None:
    found = [one for one in take(as_item(phrase))[1].findings if one.indicator and one.decision == "auto"]
    assert found == []


SENTENCES: dict[str, set[str]] = {
    # the words of an issue make no measure
    "Di Blora ada penyelenggara ad hoc yang dijatuhi sanksi DKPP, catatan kerawanan lama.": {"indicator 33.16 9"},
    "ASN tidak netral dan anggota KPU yang dijatuhi sanksi DKPP menjadi penyumbang kerawanan.": {
        "indicator 33.16 9",
        "indicator 33.16 12",
    },
    "Bawaslu memberi sanksi kepada pelaku kerawanan politik uang.": set(),
    # of two that are joined both are stated
    "Di Blora ada saksi yang menolak tanda tangan serta pemilih yang diintimidasi.": {
        "indicator 33.16 7",
        "indicator 33.16 36",
    },
    "Di Blora ada rapat; politik uang serta pemilih ganda dibahas.": {"indicator 33.16 20", "indicator 33.16 54"},
    # what follows when an issue comes is a rule
    "Saksi yang menolak menandatangani berita acara wajib menulis alasannya.": set(),
    # a supposed case, and one of any town
    "Kalau pernah terjadi politik uang, lampirkan laporannya.": set(),
    "Jika di suatu kota banyak pemungutan suara ulang, kerawanannya naik.": set(),
    # the theme of a mapping, and a pledge
    "Pemetaan kerawanan isu netralitas ASN diluncurkan Bawaslu.": set(),
    "Rapat ditutup dengan ikrar netralitas ASN.": set(),
    "Kerawanan di Blora: warga menolak tambang.": set(),
    "Kerawanan di Blora: warga menolak pemungutan suara.": {"indicator 33.16 61"},
}


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.items(), ids=SENTENCES.keys())
def test_issues_of_a_sentence(sentence: str, expected: set[str], facts: Facts) -> None:
    found = {fact for fact in facts(RELEASE + sentence + "\n") if fact.startswith("indicator")}
    assert found == expected


MEDIA: dict[str, tuple[int, ...]] = {
    "kabar bohong yang beredar di grup Facebook": (49,),
    "ujaran kebencian dan kabar bohong di Facebook": (51, 49),
    "hoaks yang menyerang paslon di TikTok": (49,),
    "isu SARA lewat WhatsApp": (47,),
    "kabar bohong yang beredar di pasar": (48,),
    "ujaran kebencian di lapangan": (50,),
}


@pytest.mark.parametrize(("text", "numbers"), MEDIA.items(), ids=MEDIA.keys())
def test_a_platform_is_a_medium(text: str, numbers: tuple[int, ...], reference: Reference) -> None:
    found = with_medium(text.lower(), find_indicators(text, reference))
    assert tuple(number for _, match in found for number in match.numbers) == numbers
