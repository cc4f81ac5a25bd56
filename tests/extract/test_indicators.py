"""Phrases that mean an indicator of the catalog, and how the matcher says so."""

from __future__ import annotations

import pytest

from pipeline.extract.catalog.indicators import find_indicators, match_indicator
from pipeline.extract.catalog.wordings import wordings_of
from pipeline.reference import load_reference

RELEASES = [
    ("Gugatan hasil pemilu/pilkada", 37),
    ("Politik Uang", 54),
    ("Adanya pelanggaran saat pemungutan suara", 31),
    ("Adanya pemilihan suara ulang", 32),
    ("Adanya sengketa proses pemilu/pilkada", 38),
    ("Pemilih tidak memenuhi syarat tapi terdaftar dalam DPT", 18),
    ("Rekomendasi Bawaslu terkait ketidaknetralan ASN/TNI/POLRI", 12),
    ("Intimidasi terhadap penyelenggara pemilu", 6),
    ("Cuaca buruk yang mengganggu tahapan pilkada.", 3),
    ("Jumlah surat suara yang diterima tidak sesuai dengan yang dicetak.", 27),
    ("Adanya laporan atau temuan dugaan politik uang.", 54),
    ("Mobilisasi pemilih di wilayah perbatasan RI-RDTL.", 57),
    ("Pelanggaran netralitas Aparatur Sipil Negara (ASN).", 12),
    ("pemilih memenuhi syarat tidak terdaftar", 17),
    ("tidak memenuhi syarat terdaftar", 18),
    ("terdapat pemilih DPT yang sudah TMS", 18),
    ("potensi pemilih MS tapi tidak terdaftar di DPT atau potensi DPK", 17),
    ("berdiri di wilayah rawan bencana", 3),
    ("punya riwayat logistik pungut hitung mengalami kerusakan di TPS pada saat pemilu", 27),
    ("14 TPS dengan riwayat logistik rusak", 27),
    ("16 TPS punya riwayat telatnya distribusi logistik pungut hitung (maksimal H-1) saat pemilu", 28),
    ("tujuh TPS yang Petugas KPPS-nya berkampanye untuk pasangan calon", 25),
    ("enam TPS: ASN, TNI/Polri, Kepala Desa dan/atau Perangkat Desa menguntungkan atau merugikan paslon", 12),
    (
        "dua TPS dengan riwayat menghina/menghasut antarpemilih soal agama, suku, ras, dan golongan",
        46,
    ),
    ("Daftar Pemilih Tetap (DPT) yang tidak memenuhi syarat", 18),
    ("berpotensi memiliki pemilih tidak terdaftar dalam DPT (DPK)", 17),
    ("dengan intimidasi terhadap penyelenggara", 6),
    ("terkait politik uang", 54),
    ("dengan riwayat ujaran kebencian berbasis SARA", 46),
    ("pernah mengalami logistik rusak", 27),
    ("di daerah rawan bencana", 3),
    ("Tidak Netralnya ASN, TNI-Polri", 12),
    ("Konflik Antar Peserta dan Pendukung", 53),
    ("Kampanye di Luar Jadwal", 44),
    ("keberpihakan penyelenggara Pemilu", 25),
    ("ketidak netralnya aparatur sipil negara", 12),
    ("penyalahgunaan anggaran", 13),
    ("pelanggaran lokasi kampanye", 52),
    ("pelanggaran saat pungutan", 31),
    ("penduduk potensial tapi tidak memiliki E-KTP", 19),
    ("kampanye diluar jadwal", 44),
    ("perusakan fasilitas umum dan penyelenggara pemilu", 8),
    ("keberatan saksi yang tidak ditindaklanjuti", 36),
    ("Penghitunagn Suara Ulang", 33),
    ("kesalahan prosedur oleh KPPS", 31),
    ("konflik kekerasan selama kampanye", 53),
    ("intimidasi terhadap penyelenggara", 6),
    ("intimidasi terhadap pemilih", 7),
    ("perlengkapan pemungutan suara yang tidak sesuai ketentuan", 27),
    ("logistik yang tertukar", 29),
    ("informasi pelanggaran pemungutan suara", 31),
    ("keterlambatan logistik tiba di TPS", 28),
    ("ketidakprofesionalan penyelenggara (keberpihakan)", 25),
    ("pemilih tidak terdaftar dalam DPT", 17),
    ("potensial pemilih tetapi tidak memiliki E KTP", 19),
    ("mobilisasi pemilih", 57),
    ("politisasi suku, agama, ras, dan antargolongan (SARA)", 46),
    ("surat suara yang tertukar antarkabupaten", 29),
    ("pemilih di DPT yang sudah tidak memenuhi syarat karena meninggal dunia atau menjadi ASN", 18),
    ("pemberhentian penyelenggara pemilu oleh DKPP terkait politik uang", 9),
]
"""Items as releases and articles have them, one indicator each."""

PARAPHRASES = [
    ("Kekerasan antarwarga yang bernuansa suku dan agama", 1),
    ("Terjadinya kekerasan politik yang melibatkan tokoh partai", 2),
    ("Banjir bandang dan longsor yang mengganggu tahapan pemilu", 3),
    ("Wabah Covid-19 mengganggu jalannya tahapan pilkada", 4),
    ("Calon kepala daerah mendapat intimidasi", 5),
    ("Anggota PPK dan PPS diintimidasi", 6),
    ("Ada intimidasi kepada para pemilih saat pemilu berlangsung", 7),
    ("Fasilitas milik penyelenggara pemilu dirusak", 8),
    ("Anggota KPU dijatuhi putusan DKPP", 9),
    ("Rekomendasi Bawaslu kepada KPU tidak dijalankan", 10),
    ("Rekomendasi Bawaslu soal berubahnya perolehan suara di rekapitulasi kecamatan", 11),
    ("Ketidaknetralan aparatur sipil negara, TNI dan Polri", 12),
    ("Keterlibatan ASN mendukung salah satu paslon", 12),
    ("Kades dan perangkat desa tidak netral", 12),
    ("Anggaran pilkada disalahgunakan", 13),
    ("Bupati mengintimidasi penyelenggara pemilu", 14),
    ("Pemerintah daerah mengimbau warga memilih salah satu calon", 15),
    ("Himbauan pemda menolak salah satu calon", 16),
    ("Pemilih yang memenuhi syarat tetapi belum masuk DPT", 17),
    ("Warga yang punya hak pilih tidak tercantum dalam daftar pemilih tetap", 17),
    ("Pemilih TMS masih ada di DPT", 18),
    ("Warga potensial pemilih yang belum punya KTP-el", 19),
    ("Adanya data pemilih ganda di DPT", 20),
    ("Jumlah pemilih digelembungkan", 21),
    ("Pemilih DPTb yang tak bisa menggunakan hak pilihnya", 22),
    ("Penyelenggara kurang profesional sehingga merugikan kampanye calon", 23),
    ("Fasilitasi kampanye dari KPU yang tidak sesuai aturan", 24),
    ("Penyelenggara memihak salah satu paslon ketika kampanye", 25),
    ("Protokol kesehatan diabaikan penyelenggara dalam kampanye", 26),
    ("Kurangnya surat suara di TPS", 27),
    ("Terlambatnya distribusi logistik ke TPS", 28),
    ("Surat suara antar dapil tertukar", 29),
    ("Tidak tersedia TPS di rutan dan rumah sakit", 30),
    ("Terjadi pelanggaran pada saat pencoblosan", 31),
    ("Pernah dilakukan pencoblosan ulang di sejumlah TPS", 32),
    ("Riwayat hitung ulang surat suara", 33),
    ("Pernah menggelar pemungutan suara lanjutan", 34),
    ("Pengawas TPS membuat catatan khusus ketika pemungutan suara", 35),
    ("Keberatan dari para saksi pasangan calon", 36),
    ("Hasil pilkada digugat ke Mahkamah Konstitusi", 37),
    ("Sengketa proses pencalonan di Bawaslu", 38),
    ("TPS yang tidak ada pengawasnya", 39),
    ("Desa/kelurahan yang tidak memiliki pengawas", 40),
    ("Kandidat perempuan ditolak", 41),
    ("Penolakan kandidat lantaran suku dan agamanya", 42),
    ("Calon diduga memakai ijazah palsu", 43),
    ("Iklan kampanye tayang di luar jadwal", 45),
    ("Spanduk kampanye mengandung SARA di tempat umum", 46),
    ("Kampanye berbau SARA lewat media sosial", 47),
    ("Penyebaran kabar bohong di tempat umum saat kampanye", 48),
    ("Maraknya hoaks kampanye di medsos", 49),
    ("Materi kampanye yang memuat ujaran kebencian di ruang publik", 50),
    ("Ujaran kebencian lewat media sosial selama kampanye", 51),
    ("Peserta pemilu kampanye di tempat yang dilarang", 52),
    ("Bentrokan antara pendukung paslon", 53),
    ("Dugaan praktik money politics jelang pencoblosan", 54),
    ("Timses membagikan uang kepada pemilih", 54),
    ("Partai politik tidak melaporkan dana kampanyenya", 55),
    ("Warga dihalang-halangi memberikan suara di TPS", 56),
    ("Pengerahan pemilih tambahan secara tiba-tiba", 57),
    ("Jumlah pemilih tambahan melampaui cadangan surat suara 2%", 58),
    ("Laporan warga yang tidak ditindaklanjuti oleh Panwaslu", 59),
    ("Tidak ada pemantau independen pada pilkada", 60),
    ("Kelompok masyarakat menolak pelaksanaan pilkada", 61),
    ("9 TPS yang surat suaranya tertukar", 29),
    ("23 TPS dengan pemilih tidak memenuhi syarat masuk dalam DPT", 18),
    ("Aparat keamanan melakukan kekerasan politik", 2),
    ("Lokasi TPS rawan terkena banjir", 3),
    ("Tahapan pemilu terganggu akibat pandemi", 4),
    ("Ancaman kepada kandidat peserta pilkada", 5),
    ("Masyarakat diancam agar memilih calon tertentu", 7),
    ("Pembakaran fasilitas penyelenggara pemilu", 8),
    ("Komisioner KPU diberhentikan oleh DKPP", 9),
    ("KPU tidak melaksanakan rekomendasi panwas", 10),
    ("Berubahnya hasil suara pada rekapitulasi tingkat kecamatan", 11),
    ("Pegawai negeri sipil terlibat politik praktis", 12),
    ("Aparatur desa mendukung paslon tertentu", 12),
    ("Korupsi dana hibah pemilu", 13),
    ("Ajakan dari pejabat pemda untuk memilih paslon tertentu", 15),
    ("Pemilih memenuhi syarat namun belum tercatat dalam daftar pemilih", 17),
    ("Potensi Daftar Pemilih Khusus di TPS", 17),
    ("DPT memuat pemilih yang tidak memenuhi syarat", 18),
    ("Pemilih pemula yang belum melakukan perekaman KTP elektronik", 19),
    ("Data ganda dalam daftar pemilih", 20),
    ("Pemilih pindahan tidak dapat menyalurkan hak pilih", 22),
    ("KPPS tidak netral", 25),
    ("Kelebihan maupun kekurangan surat suara", 27),
    ("Kotak suara dan bilik rusak", 27),
    ("Logistik pemilu terlambat didistribusikan", 28),
    ("Tertukarnya surat suara antar-TPS", 29),
    ("Ketiadaan TPS khusus bagi pasien rumah sakit", 30),
    ("Pelanggaran pada saat pungut hitung di TPS", 31),
    ("Terdapat TPS yang melakukan PSU pada Pemilu 2019", 32),
    ("Penghitungan ulang surat suara di sejumlah TPS", 33),
    ("Saksi mengajukan protes saat penghitungan", 36),
    ("Adanya permohonan sengketa proses antara peserta dengan KPU", 38),
    ("Tidak adanya pengawas di sejumlah TPS", 39),
    ("Caleg perempuan mendapat penolakan", 41),
    ("Penggunaan dokumen palsu ketika mendaftar calon", 43),
    ("Kampanye di luar jadwal oleh peserta pemilu", 44),
    ("Isu SARA di media sosial", 47),
    ("Berita bohong di media sosial", 49),
    ("Kampanye yang dilakukan di tempat ibadah", 52),
    ("Gesekan antar pendukung pasangan calon", 53),
    ("Bagi-bagi sembako oleh tim sukses", 54),
    ("Paslon tidak menyerahkan laporan dana kampanye", 55),
    ("Upaya menghalangi warga menggunakan hak pilih", 56),
    ("Mobilisasi pemilih dari luar wilayah", 57),
    ("Laporan masyarakat tidak ditanggapi Bawaslu", 59),
    ("Belum ada pemantau pemilu", 60),
    ("Ajakan boikot pilkada", 61),
    ("Pemilih dipaksa memilih paslon tertentu", 7),
    ("Kantor KPU dirusak massa", 8),
    ("DKPP menjatuhkan sanksi kepada komisioner Bawaslu", 9),
    ("Putusan Bawaslu diabaikan oleh KPU", 10),
    ("Isu netralitas TNI dan Polri", 12),
    ("Dana pilkada diselewengkan", 13),
    ("Penduduk punya hak pilih tapi tidak tercatat di DPT", 17),
    ("DPT masih memuat warga yang sudah meninggal dunia", 18),
    ("Warga wajib pilih belum mengantongi KTP elektronik", 19),
    ("NIK pemilih ganda", 20),
    ("Jajaran KPU dan Bawaslu tidak netral", 25),
    ("Logistik pemungutan suara kurang", 27),
    ("Logistik datang terlambat", 28),
    ("Surat suara kabupaten lain tertukar", 29),
    ("KPPS melakukan pelanggaran saat pemungutan suara", 31),
    ("9 TPS pernah PSU", 32),
    ("PSSU di tiga TPS", 33),
    ("Saksi paslon keberatan atas hasil penghitungan", 36),
    ("Gugatan hasil pilpres di MK", 37),
    ("Ketiadaan pengawas di beberapa TPS", 39),
    ("Materi kampanye mengandung isu SARA", 46),
    ("Hoaks yang beredar di medsos", 49),
    ("Konflik antar massa pendukung calon", 53),
    ("Jual beli suara di TPS", 54),
    ("Pemilih dihalangi datang ke TPS", 56),
    ("Aduan masyarakat tidak diproses panwas", 59),
    ("Penolakan warga terhadap pelaksanaan pemilu", 61),
    ("Massa merusak kantor penyelenggara pemilu", 8),
    ("Pemilih yang sudah meninggal tetapi masih tercatat dalam DPT", 18),
    ("Perlengkapan pencoblosan rusak dan tidak lengkap", 27),
    ("Peserta melakukan kampanye sebelum jadwal yang ditetapkan", 44),
    ("Intimidasi kepada petugas pemilu di lapangan", 6),
    ("Gubernur menekan penyelenggara pemilu", 14),
    ("Alih status menjadi TNI/Polri tetapi masih terdaftar di DPT", 18),
    ("Pemungutan suara susulan karena bencana", 34),
    ("Permohonan perselisihan hasil pemilihan ke MK", 37),
    ("Temuan politik uang di masa tenang", 54),
    ("Gempa bumi menghambat tahapan pilkada", 3),
    ("Teror terhadap anggota Bawaslu", 6),
    ("Lurah dan kades ikut berkampanye", 12),
    ("Bakal calon mengajukan sengketa proses", 38),
    ("Pemberian sembako kepada pemilih", 54),
    ("Mobilisasi massa pemilih dari kabupaten tetangga", 57),
    ("Daftar pemilihan khusus (DPK) berpotensi muncul", 17),
    ("Pendistribusian logistik terlambat di beberapa TPS", 28),
    ("Riwayat politik uang atau bingkisan", 54),
    ("Pengerusakan kantor PPS", 8),
    ("Politik transaksional calon dan tim sukses", 54),
    ("Ujaran kebencian di Facebook", 51),
    ("Penyebaran hoaks lewat grup WhatsApp", 49),
    ("Kampanye di rumah ibadah dan sekolah", 52),
    ("Anggota KPPS mengampanyekan calon", 25),
    ("Jumlah logistik di TPS tidak tepat", 27),
    ("Logistik yang tidak mencukupi sesuai kebutuhan TPS", 27),
    ("Cuaca ekstrem yang mengganggu pemungutan suara di TPS", 3),
    ("Manipulasi pada rekapitulasi perolehan suara", 11),
    ("Penyelenggara yang diadukan ke DKPP", 9),
    ("APK dipasang pada zona yang tidak diperbolehkan", 52),
    ("Pemasangan APK yang tidak sesuai ketentuan", 52),
    ("Kepala desa turut serta dalam kampanye", 12),
    ("ASN mempromosikan calon lewat media sosial", 12),
    ("Mobilisasi para ASN untuk mendukung salah satu calon", 12),
    ("Netralitas penyelenggara negara", 12),
    ("Panwascam yang tidak netral", 25),
    ("Penduduk yang belum memiliki dokumen kependudukan", 19),
    ("Warga yang telah meninggal masih tercatat di DPT", 18),
    ("Vandalisme terhadap fasilitas pemilu", 8),
    ("Politik uang, terutama di desa-desa pesisir", 54),
    ("Kawasan pesisir dan tambang yang rawan mobilisasi pemilih", 57),
    ("Anggota panwascam yang dilaporkan ke DKPP", 9),
    ("Prajurit TNI ikut berkampanye", 12),
    ("Komisioner KPU dipecat DKPP", 9),
    ("Warga menghadang pemilih yang hendak ke TPS", 56),
]
"""Free wordings, written down before the matcher was tried on them."""

COMPOSITE = [
    (
        "Pemilihan belum terdaftar dalam Daftar Pemilih Tetap (PDT) dan pemilih yang belum memiliki e-KTP.",
        (17, 19),
    ),
    ("Adanya pelanggaran saat pemungutan suara dan pemungutan suara ulang (PSU).", (31, 32)),
    ("pelanggaran saat pemungutan suara dan PSU", (31, 32)),
    ("belum terdaftar DPT dan belum memiliki e-KTP", (17, 19)),
    ("hoax dan ujaran kebencian", (48, 50)),
    ("intimidasi pemilih dan penyelenggara", (7, 6)),
    ("intimidasi pada pemilih dan penyelenggara", (7, 6)),
    ("penghitungan dan pemungutan suara ulang", (33, 32)),
    ("ada riwayat PSU/PSSU", (32, 33)),
    ("punya riwayat logistik kurang atau terlambat", (27, 28)),
    ("Politik uang dan netralitas ASN", (54, 12)),
    ("netralitas ASN, politik uang serta politisasi SARA", (12, 54, 46)),
    ("PSU dan gugatan hasil pemilu", (32, 37)),
    ("Hoaks, ujaran kebencian, dan SARA di media sosial", (49, 51, 47)),
    ("Keterlambatan dan kekurangan logistik", (27, 28)),
    ("pemilih ganda serta pemilih TMS dalam DPT", (20, 18)),
    ("Riwayat PSU dan keberatan saksi", (32, 36)),
    ("Politik uang, politisasi SARA, ujaran kebencian", (54, 46, 50)),
    ("keterlibatan TNI/Polri dan politik uang", (12, 54)),
    ("pemilih ganda dan tidak terdaftar dalam DPT", (20, 17)),
    ("Netralitas ASN serta politik uang", (12, 54)),
    ("hoaks dan SARA", (48, 46)),
]
"""Items that mean several indicators, in the order of the phrase or of the table."""

MIXED = [
    ("Mobilisasi Dengan Intimidasi dan Politik Uang", (54,), "kekerasan atau intimidasi tanpa sasaran"),
    ("money politic dan mahar politic", (54,), "mahar politik"),
]
"""One half in the catalog, the other a known issue outside it."""

WANTED = [
    ("Perkelahian antarkelompok bernuansa SARA", (1,)),
    ("Kekerasan berlatar agama antarwarga", (1,)),
]
"""Right readings that the matcher does not dare yet."""


@pytest.mark.parametrize(("phrase", "number"), RELEASES + PARAPHRASES)
def test_one_indicator(phrase: str, number: int) -> None:
    found = match_indicator(phrase, load_reference())
    assert found.numbers == (number,)
    assert found.match.kind != "none"
    assert found.decision == ("review" if found.candidates else "accept")


@pytest.mark.parametrize(("phrase", "numbers"), COMPOSITE)
def test_composite_items(phrase: str, numbers: tuple[int, ...]) -> None:
    assert match_indicator(phrase, load_reference()).numbers == numbers


@pytest.mark.parametrize(("phrase", "numbers", "issue"), MIXED)
def test_half_in_the_catalog(phrase: str, numbers: tuple[int, ...], issue: str) -> None:
    found = match_indicator(phrase, load_reference())
    assert (found.numbers, found.issue) == (numbers, issue)


@pytest.mark.xfail(reason="wanted: the matcher does not dare these yet", strict=True)
@pytest.mark.parametrize(("phrase", "numbers"), WANTED)
def test_wanted(phrase: str, numbers: tuple[int, ...]) -> None:
    assert match_indicator(phrase, load_reference()).numbers == numbers


@pytest.mark.parametrize(("phrase", "numbers"), WANTED)
def test_what_is_wanted_is_not_guessed_wrong(phrase: str, numbers: tuple[int, ...]) -> None:
    assert set(match_indicator(phrase, load_reference()).numbers) <= set(numbers)


def test_every_wording_of_the_tables_means_what_its_row_says() -> None:
    tables = load_reference()
    for wording in wordings_of(tables).all:
        found = match_indicator(wording.text, tables)
        assert (found.numbers, found.issue) == (wording.meaning.numbers, wording.meaning.issue), wording.text
        assert found.decision == ("review" if wording.meaning.arguable else "accept"), wording.text


def test_arguable_wording_goes_to_review_with_its_number_and_the_others() -> None:
    found = match_indicator("Penyebaran hoax", load_reference())
    assert found.decision == "review"
    assert found.numbers == (48,)
    assert [candidate.value for candidate in found.candidates] == ["48", "49"]


def test_catalog_name_is_exact_and_alias_is_alias() -> None:
    tables = load_reference()
    assert match_indicator("Adanya TPS tanpa pengawas", tables).match.kind == "exact"
    assert match_indicator("serangan fajar", tables).match.kind == "alias"
    assert match_indicator("surat suaranya sempat tertukar", tables).match.kind == "fuzzy"


def test_who_threatens_is_not_who_is_threatened() -> None:
    tables = load_reference()
    assert 6 not in match_indicator("Intimidasi yang dilakukan oleh petugas KPPS", tables).numbers
    assert match_indicator("Intimidasi oleh kepala daerah terhadap penyelenggara", tables).numbers == (14,)
    found = find_indicators("Kerawanannya intimidasi oleh penyelenggara di dua TPS.", tables)
    assert all(6 not in match.numbers for _, match in found)


def test_score_and_rival_run_from_0_to_100() -> None:
    for phrase, *_ in [*RELEASES, *PARAPHRASES, *WANTED]:
        match = match_indicator(phrase, load_reference()).match
        assert 0 <= match.score <= 100, phrase
        assert 0 <= match.runner_up <= 100, phrase


def test_candidates_are_catalog_numbers_best_first() -> None:
    found = match_indicator("nama pemilih tercatat dua kali", load_reference())
    assert found.decision == "review"
    scores = [candidate.score for candidate in found.candidates]
    assert found.candidates[0].value == "20"
    assert len(scores) <= 5
    assert scores == sorted(scores, reverse=True)


def test_dimension_favours_its_own_indicators_a_little() -> None:
    tables = load_reference()
    phrase = "Perusakan kotak suara rusak"
    plain = {c.value: c.score for c in match_indicator(phrase, tables).candidates}
    under = {c.value: c.score for c in match_indicator(phrase, tables, dimension="penyelenggaraan").candidates}
    assert plain["8"] - under["8"] == pytest.approx(3.0)
    assert plain["27"] == under["27"]


def test_unknown_dimension_changes_nothing() -> None:
    tables = load_reference()
    phrase = "Jumlah pemilih digelembungkan"
    assert match_indicator(phrase, tables, dimension="lain-lain") == match_indicator(phrase, tables)
