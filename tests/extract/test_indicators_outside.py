"""Phrases that mean no indicator of the catalog: known issues, measures, denials, single words."""

from __future__ import annotations

import pytest

from pipeline.extract.catalog.indicators import match_indicator
from pipeline.reference import load_reference

OUTSIDE = [
    ("Ketidakpatuhan prosedur teknis tahapan pemilu.", "ketidakpatuhan prosedur teknis tahapan"),
    ("Akses pengawasan yang terbatas.", "keterbatasan akses pengawasan"),
    ("terdapat DPTb", "pemilih pindahan (DPTb) di TPS"),
    ("terdapat pemilih disabilitas yang terdaftar di DPT", "pemilih disabilitas terdaftar di DPT"),
    ("kendala jaringan internet di lokasi TPS", "kendala jaringan internet di TPS"),
    ("terdapat KPPS pemilih di luar domisili TPS tempatnya bertugas", "KPPS pemilih di luar domisili TPS tugas"),
    ("kendala aliran listrik", "kendala aliran listrik di TPS"),
    ("sulit dijangkau", "TPS sulit dijangkau"),
    (
        "dekat rumah pasangan calon (paslon) dan/atau posko tim kampanye paslon",
        "TPS dekat rumah paslon atau posko kampanye",
    ),
    ("15 TPS berdiri di wilayah rawan konflik", "TPS di wilayah rawan konflik"),
    ("13 TPS dengan riwayat kekerasan di TPS", "riwayat kekerasan di TPS"),
    ("punya riwayat kekerasan", "kekerasan atau intimidasi tanpa sasaran"),
    ("sulit dijangkau karena geografis dan cuaca", "TPS sulit dijangkau"),
    ("terkendala listrik", "kendala aliran listrik di TPS"),
    ("Tantangan jaringan internet", "kendala jaringan internet di TPS"),
    (
        "Rendahnya Partisipasi Masyarakat Dalam Pengawasan Pilkada",
        "rendahnya partisipasi masyarakat dalam pengawasan",
    ),
    ("rekruitmen penyelenggara Pemilu yang bermasalah", "rekrutmen penyelenggara pemilu bermasalah"),
    ("potensi keberadaan calon petahana", "petahana"),
    ("penggunaan fasilitas negara", "penggunaan fasilitas negara"),
    ("pelibatan pemerintah", "pelibatan pemerintah dalam kampanye"),
    ("pemilih tidak memenuhi syarat memberikan suara", "pemilih tidak memenuhi syarat memberikan suara"),
    (
        "pemilih yang mencoblos lebih dari satu kali di satu TPS atau TPS berbeda",
        "pemilih mencoblos lebih dari satu kali",
    ),
    ("Ketidakpastian TPS pada hari pemungutan suara", "ketidakpastian TPS pada hari pemungutan suara"),
    ("pemalangan", "pemalangan"),
    ("isu kesukuan", "politik identitas"),
    ("mantan narapidana", "mantan narapidana"),
    ("ada 120 TPS dengan pemilih pindahan", "pemilih pindahan (DPTb) di TPS"),
    ("TPS berlokasi dekat pabrik atau tambang", "TPS dekat wilayah kerja"),
    ("TPS tanpa jaringan listrik", "kendala aliran listrik di TPS"),
    ("Calon dari petahana", "petahana"),
    ("Mahar politik dalam pencalonan", "mahar politik"),
    ("Dualisme kepengurusan parpol", "konflik internal partai"),
    ("Isu politik identitas", "politik identitas"),
    ("Penggunaan noken", "sistem noken"),
    ("Partisipasi pemilih yang rendah", "partisipasi pemilih rendah"),
    ("Banyaknya pemilih disabilitas di DPT", "pemilih disabilitas terdaftar di DPT"),
    ("Sulitnya jaringan internet di TPS", "kendala jaringan internet di TPS"),
    ("18 TPS dekat lembaga pendidikan", "TPS dekat lembaga pendidikan"),
    ("Penyalahgunaan fasilitas negara oleh petahana", "penggunaan fasilitas negara"),
    ("Fanatisme pendukung pasangan calon", "polarisasi masyarakat"),
    ("Rekrutmen badan adhoc yang bermasalah", "rekrutmen penyelenggara pemilu bermasalah"),
    ("Calon tunggal melawan kotak kosong", "calon tunggal"),
    ("Pencatutan nama warga sebagai pendukung", "dukungan calon perseorangan bermasalah"),
    ("Pemilih disabilitas mendapat pendampingan", "pemilih disabilitas terdaftar di DPT"),
    ("TPS yang jauh dari permukiman", "TPS sulit dijangkau"),
    ("Mutasi pejabat jelang pilkada", "penyalahgunaan kewenangan petahana"),
    ("Pengawasan partisipatif yang masih kurang", "rendahnya partisipasi masyarakat dalam pengawasan"),
    ("Ancaman kesehatan bagi para penyelenggara", "kesehatan penyelenggara"),
    ("Saksi mengarahkan pilihan para pemilih", "pemilih diarahkan memilih calon tertentu"),
    ("Minimnya sinyal internet", "kendala jaringan internet di TPS"),
    ("Desa yang belum terjangkau jaringan seluler", "kendala jaringan internet di TPS"),
    ("Politisasi bansos oleh calon", "politisasi bantuan sosial"),
    ("Profesionalitas penyelenggara", "kompetensi penyelenggara ad hoc"),
    ("Konflik kepengurusan di tubuh partai", "konflik internal partai"),
    ("Warga tidak menerima surat undangan memilih", "formulir C pemberitahuan tidak terdistribusi"),
]
"""Issues that releases name and the catalog does not hold."""

NOTHING = [
    "Partisipasi Pemilih di bawah 77,5 %",
    "sosialisasi pencegahan politik uang kepada masyarakat",
    "Bawaslu melakukan patroli pengawasan di masa tenang",
    "koordinasi dengan KPU dan kepolisian",
    "Tolak politik uang",
    "Menjaga netralitas ASN",
    "4 dimensi, 12 subdimensi dan 61 indikator",
    "penyelenggaraan pemilu",
    "konteks sosial politik",
    "hak memilih dan hak dipilih",
    "partisipasi pemilih",
    "Tidak ada politik uang",
    "Tidak ditemukan intimidasi terhadap pemilih",
    "netralitas",
    "kampanye",
    "pemungutan suara",
    "Kabupaten Bandung",
    "rawan sedang",
    "Deklarasi netralitas ASN",
    "meningkatkan partisipasi pemilih dalam pemilu",
    "imbauan kepada ASN agar netral",
    "mendorong KPU memastikan pemilih memenuhi syarat terdaftar dalam DPT",
    "pemilih yang memenuhi syarat harus terdaftar",
    "pelatihan saksi peserta pemilu",
    "indikator kerawanan",
    "jumlah TPS",
    "KPU menindaklanjuti rekomendasi Bawaslu",
    "logistik sesuai ketentuan",
    "pengawasan partisipatif",
    "kampanye damai",
    "surat suara",
    "calon perempuan",
    "bentuk posko pengaduan masyarakat",
    "laporan masyarakat ditindaklanjuti Bawaslu",
    "Bawaslu membentuk desa anti politik uang",
    "Sosialisasi kepada pemilih pemula",
    "Memperkuat koordinasi dengan stakeholder terkait netralitas ASN",
    "Mengoptimalkan pengawasan distribusi logistik",
    "Mengawasi pemutakhiran data pemilih agar akurat",
    "Pendidikan politik bagi masyarakat",
    "Penyusunan daftar pemilih tetap oleh KPU",
    "Pelantikan pengawas TPS",
    "Debat calon kepala daerah",
    "Distribusi logistik berjalan lancar",
    "Pemungutan suara berlangsung aman",
    "TPS yang tidak rawan",
    "Tidak pernah terjadi pemungutan suara ulang",
    "nihil politik uang",
    "skor dimensi kontestasi",
    "Ketua Bawaslu Provinsi Banten",
    "Nomor surat edaran Bawaslu",
    "Pengawas mencatat hasil pengawasan dalam formulir",
    "Saksi paslon hadir di semua TPS",
    "Peserta pemilu melaporkan dana kampanye tepat waktu",
    "Menindaklanjuti setiap laporan masyarakat",
    "ASN wajib menjaga netralitas",
    "Patroli siber untuk menangkal hoaks",
    "Seluruh logistik sudah tiba di TPS",
    "Melaksanakan pengawasan melekat saat pemungutan suara",
    "Bawaslu mengimbau peserta tidak melakukan politik uang",
    "Rapat koordinasi pengawasan kampanye",
    "Pembentukan gugus tugas netralitas ASN",
    "Kerawanan sosial politik",
    "Jumlah pemilih dalam DPT sebanyak 120 ribu",
    "Pemungutan suara digelar 27 November",
    "Sinergi dengan pemantau pemilu",
    "Tahapan kampanye",
    "Penyampaian hasil pemetaan kerawanan",
    "Tidak ada laporan politik uang",
    "Belum ditemukan pelanggaran netralitas ASN",
    "KPU mendistribusikan logistik ke seluruh TPS",
    "Penegakan hukum pemilu",
    "Literasi digital untuk melawan hoaks",
    "Edukasi bahaya ujaran kebencian",
    "Pengawas pemilu bekerja profesional",
    "Daerah ini masuk kategori rawan tinggi",
    "Peserta pemilu menandatangani pakta integritas",
    "Ketua KPU setempat",
    "Jumlah pengawas TPS sebanyak 500 orang",
    "Bimbingan teknis saksi",
    "Menjamin hak pilih warga",
    "Pelipatan surat suara",
    "Kampanye akbar paslon",
    "Tingkat kerawanan tinggi",
    "Dana kampanye telah dilaporkan seluruh paslon",
    "Tidak terjadi konflik antarpendukung",
    "Penerimaan laporan masyarakat",
    "Netralitas ASN harga mati",
    "Pengawasan melekat terhadap politik uang",
]
"""What is done against a vulnerability, duties, denials, instruments, and words that alone say nothing."""

UNSURE = [
    "TPS berada di pulau terpencil dan susah dijangkau",
    "Rekapitulasi hasil penghitungan suara tingkat kecamatan",
    "KPU menyediakan TPS di lapas",
    "Seleksi pengawas TPS",
]
"""Neither accepted nor dismissed: candidates for a person."""


@pytest.mark.parametrize(("phrase", "issue"), OUTSIDE)
def test_known_issue_outside_the_catalog(phrase: str, issue: str) -> None:
    found = match_indicator(phrase, load_reference())
    assert (found.numbers, found.issue, found.decision) == ((), issue, "accept")


@pytest.mark.parametrize("phrase", NOTHING)
def test_nothing(phrase: str) -> None:
    found = match_indicator(phrase, load_reference())
    assert (found.numbers, found.issue, found.decision) == ((), None, "none")


@pytest.mark.parametrize("phrase", UNSURE)
def test_unsure(phrase: str) -> None:
    found = match_indicator(phrase, load_reference())
    assert (found.numbers, found.issue, found.decision) == ((), None, "review")
