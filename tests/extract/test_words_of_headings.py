"""What headers of columns, leads of lists and sentences are told by: each row one kind, and every word for it."""

from __future__ import annotations

import pytest

from pipeline.extract.scene.sections import (
    announces_issues,
    counts_issues,
    ends_article,
    is_furniture,
    is_lead,
    names_announced,
    names_foreign_index,
    names_own_index,
    role_of_lead,
    role_of_sentence,
)
from pipeline.extract.tables.headers import column_of

COLUMNS = {
    "number": "No|No.|Nomor|#",
    "below": "Kecamatan|Nama Kecamatan|Kec.|Distrik|Desa|Kelurahan|Desa/Kelurahan|Dapil|Nomor TPS",
    "rank": "Peringkat|Ranking|Rangking|Rank|Urutan|Peringkat Nasional|Peringkat Provinsi",
    "stage": "Tahapan|Tahap",
    "dimension": "Dimensi|Sub Dimensi|Subdimensi|Dimensi IKP",
    "region": "Kabupaten|Kab|Kota|Provinsi|Daerah|Wilayah|Nama Daerah|Kabupaten/Kota|Kab/Kota|Kab. / Kota|"
    "Nama Kabupaten",
    "count": "Jumlah|Banyak|Banyaknya Kejadian|Frekuensi|Total TPS|Total Kasus|Total Kejadian|TPS|Kasus|Kejadian",
    "category": "Kategori|Tingkat Kerawanan|Tingkat Rawan|Level|Status|Kerawanan|Keterangan|Klasifikasi",
    "score": "Skor|Score|Nilai|Indeks|IKP|Angka|Skor Total|Nilai Akhir|Indeks Kerawanan Pemilu|Skor IKP 2024",
    "indicator": "Indikator|Isu|Uraian|Jenis Kerawanan|Permasalahan|Potensi|Deskripsi|Uraian Kerawanan",
    "other": "Ambang Skor|Skor Nasional|Batas Skor|Selisih Skor|Anggaran|Nilai (Rp Juta)|Nilai Rupiah|"
    "Persentase|Nilai Persen|Skor Rata-rata|IPM|Waktu|Kenaikan Skor|Perubahan Nilai|Jumlah Penduduk|"
    "Populasi|Luas Wilayah|Jumlah DPT|Jumlah Pemilih|Jumlah Kecamatan|Jumlah Desa|Jumlah Kelurahan|"
    "Jumlah Indikator|Indeks Demokrasi|Nilai Kepuasan|Ketua",
}
RANKED_IN = {"Peringkat Nasional": "nasional", "Peringkat se-Indonesia": "nasional", "Peringkat Provinsi": "provinsi",
             "Peringkat di Provinsi": "provinsi", "Peringkat": None}  # fmt: skip
LEVELS = {"tinggi": "Rawan Tinggi|Tinggi|Kategori Tinggi|Zona Merah|Tingkat Kerawanan Tinggi|Jumlah Kab/Kota Tinggi",
          "sedang": "Sedang|Level Sedang|Kuning|Sedang Rawan", "rendah": "Rendah|Daerah Rawan Rendah|Hijau"}  # fmt: skip
BASES = {"agregat_kabkota": "Agregat|Agregasi Kab/Kota|Rata-rata Kab/Kota|Rerata Skor Kabupaten|Rata-rata Nilai Kota",
         "provinsi": "Skor Provinsi|Nilai Provinsi|IKP Provinsi|Indeks Provinsi|Input Provinsi"}  # fmt: skip

LEADS = {
    "strategies": "strategi pengawasan:|langkah bawaslu:|untuk mencegah hal itu:|pencegahan kerawanan:|upaya bawaslu:|"
    "rekomendasi kepada kpu:|meminimalisir kerawanan:|meminimalkan isu:|imbauan kepada warga:|"
    "himbauan kepada warga:|bawaslu menghimbau:|bawaslu mengimbau:|solusi kerawanan:|tindak lanjut temuan:|"
    "program kerja:",
    "objectives": "tujuan ikp:|manfaat ikp:|fungsi ikp:|sasaran pemetaan:|agenda hari ini:|acara hari ini:|"
    "isu yang tidak terjadi:|isu yang tidak pernah ditemukan:|isu yang tidak lagi dijumpai:|isu yang nihil:|"
    "masalah yang berhasil dicegah:|masalah yang sudah diatasi:|masalah yang telah ditekan:",
    "instrument": "ikp terdiri dari dimensi:|ikp meliputi dimensi:|ikp mencakup variabel:|ikp disusun dari dimensi:|"
    "ikp dibagi dalam dimensi:|kerawanan diukur dengan variabel:|penilaian dimensi:|konstruksi dimensi:|"
    "komponen dimensi:|struktur dimensi:|kategorisasi:|indikator utama:|"
    "jenis pelanggaran:|macam pelanggaran:|bentuk kecurangan:|jenis tindak pidana:|larangan kampanye:|"
    "hal yang harus dihindari:|kewenangan bawaslu:|tugas pengawas:|tugas pokok:|kuesioner:|"
    "indikator yang digunakan:|indikator yang dinilai:",
    "findings": "kerawanan di blora:|daerah rawan:|isu di blora:|indikator di blora:|potensi di blora:|"
    "temuan di blora:|hasilnya:|pemetaan di blora:|yang teridentifikasi:|masalah di blora:|"
    "pelanggaran di blora:|kejadian di blora:|kategori tinggi:|skor daerah:|daftar daerah:|peringkat daerah:|"
    "tps di blora:|jenis pelanggaran yang terjadi:",
    "neutral": "peserta yang hadir:|susunan panitia:|nama-nama itu:",
}
SENTENCES = {
    "strategies": "mencegah isu itu.|upaya atas isu itu.|langkah atas isu itu.|strategi atas isu itu.|"
    "pencegahan isu itu.|sosialisasi isu itu.|bawaslu mengimbau soal isu itu.|patroli atas isu itu.|"
    "bawaslu berkoordinasi soal isu itu.|koordinasi dengan polri soal isu itu.|mengawasi isu itu.|"
    "mengawal isu itu.|fokus pengawasan pada isu itu.|petugas dilatih soal isu itu.|warga diminta melaporkan isu.|"
    "warga diajak menolak isu itu.|menjaga agar isu itu tidak ada.|pakta integritas soal isu itu.|"
    "diharapkan isu itu hilang.|tujuannya agar isu itu hilang.|deklarasi tolak isu itu.|sanksi atas isu itu.|"
    "menekan isu itu.|mendorong warga menolak isu.|kolaborasi menghadapi isu.|memastikan isu itu hilang.|"
    "edukasi soal isu itu.|pendidikan politik soal isu itu.|untuk mengantisipasi isu itu.|guna menghindari isu itu.",
    "instrument": "ikp terdiri dari dimensi.|ikp terdiri atas dimensi.|konstruksi indeks.|ikp mencakup empat dimensi.|"
    "ikp meliputi empat dimensi.|ikp memuat 61 indikator.|ikp mengukur 61 indikator.|ikp menggunakan 61 indikator.|"
    "ikp disusun dari empat dimensi.|ikp dibangun atas 4 dimensi.|ikp dibentuk dari 61 indikator.|"
    "kerawanan adalah segala hal.|kerawanan pemilu ialah suatu kondisi.|kerawanan itu didefinisikan sebagai keadaan.|"
    "kerawanan dimaknai sebagai peristiwa.|indikator tps rawan adalah banyak.|indeks tematik, yaitu isu.|"
    "ikp dirumuskan dari empat dimensi.|ikp dihitung dengan empat aspek.|ikp diolah berdasarkan 4 variabel.|"
    "instrumen itu memuat isu.|instrumen itu mengukur isu.|sub dimensinya, yakni isu.|subdimensi meliputi isu.|"
    "yang diukur bawaslu ialah isu.|aspek yang dinilai ialah isu.|hal yang kami potret adalah isu.|"
    "aspek yang diukur.|mengacu pada indikator.|mengacu kepada variabel.|digunakan untuk menakar isu.|"
    "dipakai guna memetakan isu.|mendasari penilaian isu.|acuan pemetaan isu.|"
    "isu dikelompokkan ke dalam empat dimensi.|isu dibagi menjadi 4 konteks.|pasal 280.|undang-undang itu.|"
    "variabelnya isu.|meliputi variabel isu.|variabel itu isu.|variabel utama isu.|penilaiannya atas isu.|"
    "isu dinilai dari konteks.|isu dilihat berdasarkan aspek.|isu ditinjau dari variabel.|indikatornya merujuk isu.|"
    "isu diukur melalui survei.|indikator dalam pemetaan.|indikator pada penilaian.|indikator yang dipakai.|"
    "ikp memakai 61 indikator.|pengambilan data isu.|yang dimaksud kerawanan.|yang dimaksud dengan dimensi.|"
    "isu dinilai lewat 20 indikator.|dimensi sosial politik memotret isu.|bobot terbesar isu.|kuesioner isu.|"
    "variabel ini mengukur isu.|dimensi tersebut menilai isu.",
    "findings": "isu itu rawan.|variabel paling rawan isu sara.|warga yang menghimbau memilih calon menjadi isu rawan.",
    "neutral": "rapat dihadiri warga.|ketua membuka acara.",
}  # fmt: skip
TOLD = {
    announces_issues: "isu yang rawan.|indikator paling rawan.|faktor kerawanan.|potensi kerawanan.|titik rawan.|"
    "hal yang rawan.|masalah utama.|isu strategis.|isu utamanya.|ada dua isu.|ada 5 indikator.|beberapa hal.|"
    "sejumlah masalah.|tiga poin.|enam persoalan.|sepuluh tantangan.|jenis kerawanan beragam.|"
    "bentuk pelanggaran itu bermacam.|ragam isunya banyak.|kerawanannya beragam.|isu cukup bervariasi.|"
    "faktornya macam-macam.|penyebabnya memang beragam.",
    names_announced: "pertama, isu.|kesatu, isu.|mulai dari isu.|mulai isu.|dari isu hingga isu.|seperti isu.|"
    "yakni isu.|yaitu isu.|di antaranya isu.|antara lain isu.|meliputi isu.|kelimanya ialah isu.|"
    "keduanya isu.|tiga itu isu.|ketiga isu tersebut.|lima hal ini.|5 indikator itu.",
    counts_issues: "pertama, isu.|kedua, isu.|ketiga adalah isu.|keempat ialah isu.|kelima yakni isu.|"
    "keenam soal isu.|ketujuh terkait isu.|kedelapan mengenai isu.|kesembilan adanya isu.|kesepuluh yaitu isu.|"
    "lalu kedua, isu.|yang ketiga adalah isu.",
    is_lead: "isu itu:|hasilnya berikut|berikut ini|di antaranya|diantaranya|antara lain|yaitu|yakni|isu adalah|"
    "antara lain,|daftar skor;",
    names_foreign_index: "skor ipkp.|indeks kamtibmas.|imp polri.|indeks kerawanan polri.|"
    "indeks potensi kerawanan polda.|kata polri, indeks potensi kerawanan.|kepolisian: indeks potensi kerawanan.",
    names_own_index: "ikp 2024.|indeks kerawanan pemilu bawaslu.|pemetaan kerawanan oleh bawaslu.|"
    "bawaslu memetakan kerawanan.",
    ends_article: "leave a reply|komentar|tinggalkan balasan|tinggalkan komentar|berita terkait|berita lainnya|"
    "berita populer|populer|terpopuler|artikel terkait|your email|rekomendasi untuk anda",
    is_furniture: "baca juga: isu|baca: isu|editor: ani|penulis: budi|advertisement",
}
NOT_TOLD = {
    announces_issues: "isunya.|dua orang.|pelanggaran itu.|rapat beragam.",
    names_announced: "pertamanan kota.|mulailah isu.|dari isu.|semuanya isu.|lima orang.",
    counts_issues: "pertama kali.|kedua kabupaten.|isu kedua.|sepuluh, isu.",
    is_lead: "berikutnya|isu|yaitu isu|daftar isu;|adalahkah",
    names_foreign_index: "indeks potensi kerawanan.|polri hadir.|imp.",
    names_own_index: "bawaslu hadir.|kerawanan pemilu.|ikpp.|bawaslu rapat. polisi bicara soal kerawanan.",
    ends_article: "komentarnya pedas|populer di sana|populasi|berita hari ini|" + "komentar " * 8,
    is_furniture: "bacaan warga|pembaca juga: isu",
}


def spread(kinds: dict[str, str]) -> list[tuple[str, str]]:
    return [(word, kind) for kind, words in kinds.items() for word in words.split("|")]


@pytest.mark.parametrize(("header", "role"), spread(COLUMNS))
def test_headers_of_columns(header: str, role: str) -> None:
    assert column_of(header).role == role


@pytest.mark.parametrize(("header", "scope"), RANKED_IN.items())
def test_among_whom_ranks_count(header: str, scope: str | None) -> None:
    assert column_of(header).rank_scope == scope


@pytest.mark.parametrize(("header", "level"), spread(LEVELS))
def test_headers_that_are_levels(header: str, level: str) -> None:
    assert column_of(header).level == level


@pytest.mark.parametrize(("header", "basis"), spread(BASES))
def test_what_scores_rest_on(header: str, basis: str) -> None:
    assert (column_of(header).role, column_of(header).basis) == ("score", basis)


@pytest.mark.parametrize(
    ("header", "doubtful"), [("Skor IKP", False), ("Skor Literasi", True), ("IKP Pers", True)]
)
def test_headers_understood_in_part_are_doubtful(header: str, doubtful: bool) -> None:  # noqa: FBT001
    assert (column_of(header).role, column_of(header).doubtful) == ("score", doubtful)


@pytest.mark.parametrize(("lead", "role"), spread(LEADS))
def test_roles_of_leads(lead: str, role: str) -> None:
    assert role_of_lead(lead) == role


@pytest.mark.parametrize(("sentence", "role"), spread(SENTENCES))
def test_roles_of_sentences(sentence: str, role: str) -> None:
    assert role_of_sentence(sentence) == role


@pytest.mark.parametrize("tells", TOLD, ids=lambda one: one.__name__)
def test_what_tells(tells: object) -> None:
    assert callable(tells)
    assert [text for text in TOLD[tells].split("|") if not tells(text)] == []
    assert [text for text in NOT_TOLD[tells].split("|") if tells(text)] == []
