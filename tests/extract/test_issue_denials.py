"""Issues that a text names without stating them, and those that it states in spite of such words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extract.catalog.indicators import match_indicator
from pipeline.reference import Reference

LEAD = "Bawaslu Kabupaten Blora memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"
Rows = tuple[tuple[str, set[str]], ...]

DENIED: Rows = (
    ("Selama Pilkada 2020, Kabupaten Blora bersih dari politik uang.", set()),
    ("Pemungutan suara ulang belum pernah digelar di Blora, sehingga kerawanannya rendah.", set()),
    ("Bawaslu Blora memastikan tak satu pun laporan politik uang terbukti pada pemilu lalu.", set()),
    ("Isu kerawanan netralitas ASN absen di Blora.", set()),
    ("Kabupaten Blora terbebas dari kasus intimidasi terhadap pemilih.", set()),
    ("Menurut dia, kerawanan seperti pemilih ganda sudah tidak lagi dijumpai di Blora.", set()),
    ("Di Blora bukan politik uang yang paling rawan, melainkan netralitas ASN.", {"indicator 33.16 12"}),
    ("Tidak pernah ada gugatan hasil pemilu di Kabupaten Blora.", set()),
    ("Kasus surat suara tertukar nol di Kabupaten Blora.", set()),
    ("Ia membantah adanya penggelembungan jumlah data pemilih di Blora.", set()),
    ("Tanpa gugatan hasil pemilu, kerawanan Blora pada aspek ajudikasi rendah.", set()),
    ("Hasil pemetaan menunjukkan politik uang bukan masalah di Kabupaten Blora.", set()),
    ("Kerawanan bencana alam yang mengganggu tahapan dinyatakan tidak relevan di Blora.", set()),
    (
        "Isu kerawanan yang tercatat:\n\n- Politik uang: tidak ada\n- Pemungutan suara ulang: ada\n- Pemilih ganda: nihil",
        {"indicator 33.16 32"},
    ),
    (
        "Isu kerawanan yang tercatat:\n\n1. Politik uang (0 kasus)\n2. Netralitas ASN (3 kasus)",
        {"indicator 33.16 12 x3"},
    ),
    (
        "Isu yang dianggap rawan hanya satu, yakni netralitas ASN; sementara politik uang dan kampanye di luar jadwal tidak masuk daftar.",
        {"indicator 33.16 12"},
    ),
    ("Blora tidak mengalami pemungutan suara ulang maupun penghitungan suara ulang pada pemilu terakhir.", set()),
    ("Tidak satu pun kasus intimidasi terhadap penyelenggara pemilu tercatat di kabupaten ini.", set()),
    ("Isu politik uang di Blora dipastikan hoaks.", {"indicator 33.16 48"}),
    ("Isu kerawanan pemilih ganda terbukti hoaks.", {"indicator 33.16 48"}),
    ("Kabar rawan netralitas ASN di Blora hanya isapan jempol.", set()),
    ("Syukurlah, kerawanan konflik antarpendukung paslon tidak terbukti di lapangan.", set()),
    ("Kerawanan berupa keterlambatan logistik pemungutan suara gagal ditemukan tim pengawas.", set()),
    (
        "Indikator TPS rawan yang tidak ditemukan di Blora:\n\n- Riwayat politik uang\n- Wilayah rawan bencana",
        set(),
    ),
    ("Sebanyak 14 TPS tidak rawan politik uang.", set()),
    (
        "Bawaslu Blora menggelar rapat koordinasi. Ketua Bawaslu menyebut politik uang adalah musuh demokrasi. Ia berharap netralitas ASN terjaga. Hasil pemetaan belum dirilis.",
        set(),
    ),
    (
        "Bawaslu Blora mencatat sejumlah kerawanan. Politik uang ditemukan di dua kecamatan. Sebaliknya, pemilih ganda sudah dibersihkan dari DPT. Surat suara tertukar juga tidak dijumpai.",
        {"indicator 33.16 54"},
    ),
    (
        "Ada empat isu yang tidak terjadi di Blora:\n\n1. Politik uang\n2. Pemungutan suara ulang\n3. Kekerasan berbau SARA\n4. Surat suara tertukar",
        set(),
    ),
    ("Berikut isu yang berhasil ditekan di Blora:\n\n- Politik uang\n- Netralitas ASN\n- Pemilih ganda", set()),
    ("Materi diskusi antara lain pemungutan suara ulang, netralitas ASN, dan politik uang.", set()),
    (
        "Kabupaten Pati menghadapi lima isu kerawanan. Kelimanya ialah politik uang, netralitas ASN, PSU, pemilih ganda, dan gugatan hasil pemilu. Blora hanya menghadapi satu, yakni kampanye di luar jadwal.",
        {
            "indicator 33.16 44",
            "indicator 33.18 12",
            "indicator 33.18 20",
            "indicator 33.18 32",
            "indicator 33.18 37",
            "indicator 33.18 54",
        },
    ),
    ("Kabupaten Blora nihil sengketa proses pemilu, gugatan hasil pemilu, dan pemungutan suara ulang.", set()),
    ("Sejak 2014 Blora tak pernah menggelar pemungutan suara ulang.", set()),
    (
        "Isu kerawanan yang tercatat:\n\n- Pemilih ganda sudah dibersihkan\n- Politik uang belum pernah ditemukan\n- Netralitas ASN",
        {"indicator 33.16 12"},
    ),
    (
        "Isu kerawanan yang tercatat:\n\n- Politik uang - nihil\n- Netralitas ASN - 4 kasus\n- PSU - nol",
        {"indicator 33.16 12 x4"},
    ),
    ("Menurut pemetaan, tidak terdapat satu pun indikator tentang kekerasan berbau SARA di Blora.", set()),
    ("Kerawanan politik uang menurun dan kini tidak lagi menonjol di Blora.", set()),
    (
        "Indikator lain, seperti intimidasi, perusakan fasilitas, maupun kekerasan, tidak dijumpai di Kabupaten Blora.",
        set(),
    ),
    ("Isu yang tidak muncul sama sekali, lanjut dia, adalah politik uang dan netralitas ASN.", set()),
    ("Adapun konflik antarpendukung pasangan calon, menurutnya, bukan persoalan di Blora.", set()),
    ("Bagaimana dengan politik uang? Danang menggeleng.", set()),
    # another issue behind a denial, or said by the way
    (
        "Isu yang tidak muncul, lanjut dia, adalah politik uang, namun netralitas ASN menonjol di Blora.",
        {"indicator 33.16 12"},
    ),
    ("Di Blora, menurutnya, ditemukan politik uang yang bukan persoalan baru.", {"indicator 33.16 54"}),
)
"""Denials in many wordings: of one issue, of a list, of what has been put right."""

NO_FINDING: Rows = (
    ("Bawaslu mengingatkan agar politik uang tidak terjadi lagi di Blora.", set()),
    ("Kerawanan politik uang dapat dicegah bila warga berani melapor.", set()),
    ("Jangan sampai isu pemungutan suara ulang muncul di Blora.", set()),
    ("Kita tidak ingin ada gugatan hasil pemilu karena kelalaian petugas.", set()),
    ("Seandainya terjadi politik uang, masyarakat diminta melapor ke posko.", set()),
    ("Demi mencegah pemilih ganda, KPU mencocokkan data di setiap desa.", set()),
    ("Panwascam dilatih menangani laporan politik uang dan kampanye di luar jadwal.", set()),
    ("Pelatihan itu membahas tata cara pemungutan suara ulang dan sengketa proses pemilu.", set()),
    ("Bawaslu menargetkan nol pelanggaran netralitas ASN pada 2024.", set()),
    ("Ia mewanti-wanti ASN untuk tidak terlibat politik praktis karena sanksinya berat.", set()),
    ("Setiap orang yang terbukti melakukan politik uang dipidana paling lama tiga tahun.", set()),
    ("Posko aduan dibuka bagi warga yang menemukan kampanye di luar jadwal.", set()),
    ("Satgas anti politik uang dibentuk di 16 kecamatan rawan.", set()),
    ("Lomba video bertema tolak politik uang dan hoaks dimenangi siswa SMA.", set()),
    (
        "Strategi pencegahan:\n\n- Memetakan politik uang\n- Mencegah kampanye di luar jadwal\n- Netralitas ASN",
        set(),
    ),
    (
        "Hal-hal yang harus dihindari peserta pemilu:\n\n1. Politik uang\n2. Kampanye di luar jadwal\n3. Ujaran kebencian di media sosial",
        set(),
    ),
    (
        "Larangan dalam kampanye:\n\n1. Politik uang\n2. Ujaran kebencian di media sosial\n3. Materi kampanye bermuatan SARA di tempat umum",
        set(),
    ),
    (
        "Materi pelatihan pengawas antara lain:\n\n- Pemungutan suara ulang\n- Sengketa proses pemilu\n- Politik uang",
        set(),
    ),
    ("Tugas pengawas TPS adalah mencatat pelanggaran saat pemungutan suara dan komplain saksi.", set()),
    ("Bawaslu berwenang menangani sengketa proses pemilu, pelanggaran administrasi, dan politik uang.", set()),
    (
        "Kewenangan Bawaslu meliputi:\n\n1. Penanganan politik uang\n2. Sengketa proses pemilu\n3. Netralitas ASN",
        set(),
    ),
    ("Dalam IKP, kerawanan diukur lewat 61 indikator seperti politik uang dan netralitas ASN.", set()),
    (
        "Indikator pada dimensi kontestasi mencakup politik uang, kampanye di luar jadwal, dan dokumen palsu pencalonan.",
        set(),
    ),
    (
        "Dimensi penyelenggaraan melihat hak memilih, kampanye, pemungutan suara ulang, serta gugatan hasil pemilu.",
        set(),
    ),
    ("Kuesioner IKP menanyakan apakah pernah terjadi pemungutan suara ulang dan politik uang.", set()),
    ("Misalnya ditanya apakah pernah ada pemungutan suara ulang, kami jawab ya atau tidak.", set()),
    ("Kalau pernah terjadi intimidasi, PSU, atau politik uang, lampirkan putusannya.", set()),
    ("Warga diharapkan melaporkan jika menemukan PSU, politik uang, maupun netralitas ASN.", set()),
    ("Potensi politik uang tidak mengenal kategori.", set()),
    ("Kerawanan politik uang bisa terjadi di mana saja.", set()),
    (
        "Ada 61 indikator yang harus dijawab. Ada juga soal politik uang, netralitas ASN, sampai pemilih ganda.",
        set(),
    ),
    ("Ia memberi contoh apa saja yang dapat membuat sebuah daerah rawan. Semisal PSU dan politik uang.", set()),
    ("Isu ini satu dari lima tema pemetaan. Tema lainnya politik uang dan politisasi SARA.", set()),
    ("Kalau orang mengira di sini rawan karena politik uang, data kami tidak bilang begitu.", set()),
    ("Pemetaan Kerawanan Pemilu tematik Kampanye di Media Sosial memuat potensi kerawanan.", set()),
    # told in spite of such words
    ("Kalau terjadi politik uang di Blora, itu sudah lama.", set()),
    ("Di Blora pernah terjadi politik uang, segera kami laporkan.", {"indicator 33.16 54"}),
    (
        "Isu yang tercatat adalah erupsi yang memaksa relokasi TPS saat pilkades, pemilih ganda, serta politik uang.",
        {"indicator 33.16 20", "indicator 33.16 54"},
    ),
    ("Pada pilkades lalu, kata dia, marak politik uang, pemilih ganda, dan kampanye hitam.", set()),
    ("Lima TPS harus menggelar pemungutan suara ulang.", {"indicator 33.16 32"}),
    ("KPU harus menggelar pemungutan suara ulang.", set()),
    (
        '"Saksi protes. Ada sembilan keberatan saksi waktu penghitungan," bebernya saat sosialisasi pengawasan.',
        {"indicator 33.16 36"},
    ),
    ('"Mari cegah politik uang," bebernya saat memaparkan kerawanan.', set()),
    (
        "Yang menonjol ialah tidak netralnya ASN serta penduduk yang belum melakukan perekaman e-KTP.",
        {"indicator 33.16 12", "indicator 33.16 19"},
    ),
    ("Politik uang masih dijumpai di sana.", {"indicator 33.16 54"}),
    ("Politik uang tidak dijumpai di sana.", set()),
    ("Blora punya catatan politik uang. Ada juga pemilih ganda.", {"indicator 33.16 20", "indicator 33.16 54"}),
    (
        "Pertanyaan dalam kuesioner IKP:\n\n1. Apakah terdapat politik uang?\n2. Apakah terdapat pemilih ganda dalam daftar pemilih?\n3. Apakah terjadi pemungutan suara ulang?",
        set(),
    ),
    ("Apakah pernah terjadi politik uang di sini? Pertanyaan itu diajukan kepada kepolisian.", set()),
    ("Yang dimaksud kerawanan kampanye misalnya kampanye di luar jadwal dan pelanggaran lokasi kampanye.", set()),
    ("Bobot terbesar dalam penilaian diberikan pada indikator pemungutan suara ulang dan kekerasan.", set()),
    ("Agar tidak terulang kasus surat suara tertukar, KPU memeriksa ulang logistik.", set()),
    ("Bawaslu meminta KPU mencegah terulangnya pemungutan suara ulang.", set()),
    ("Bawaslu tidak menemukan TPS dengan riwayat kekerasan maupun intimidasi.", set()),
    ("Isu kerawanan yang tercatat:\n\n- Bawaslu belum menerima laporan politik uang", set()),
    ('"PSU jangan sampai terjadi di Blora," ucapnya.', set()),
    ("Politik uang dan surat suara tertukar jangan sampai terulang.", set()),
    ("PSU sebisa mungkin dihindari karena biayanya besar.", set()),
    ("Praktik yang dilarang antara lain politik uang, kampanye di luar jadwal, dan ujaran kebencian.", set()),
    ("Bila menjumpai politik uang, warga dapat menghubungi nomor aduan.", set()),
    ("Peserta pemilu yang tidak melaporkan dana kampanye akan dicoret.", set()),
    ("Simulasi pemungutan suara ulang digelar di halaman kantor KPU.", set()),
    (
        "Pengawas diberi pemahaman tentang pemilih ganda dan pemilih tidak memenuhi syarat yang terdaftar dalam DPT.",
        set(),
    ),
    ("Aplikasi itu memudahkan pelaporan kampanye di luar jadwal dan iklan kampanye di luar jadwal.", set()),
    ("KPU dapat melaksanakan pemungutan suara ulang apabila terjadi bencana alam.", set()),
    ("Tidak ada toleransi bagi ASN yang tidak netral dan pelaku politik uang.", set()),
)
"""Duties, trainings, questions, laws, and what is measured: none of them was found."""

STATED: Rows = (
    ("Isu rawan politik uang di Blora tidak terbukti hoaks.", {"indicator 33.16 54", "indicator 33.16 48"}),
    ("Kerawanan tertinggi setelah politik uang adalah hoaks.", {"indicator 33.16 54", "indicator 33.16 48"}),
    (
        "Blora rawan politik uang dan kabar penculikan terbukti hoaks.",
        {"indicator 33.16 54", "indicator 33.16 48"},
    ),
    (
        "Isu rawan di Blora ialah politik uang, netralitas ASN, dan hoaks.",
        {"indicator 33.16 54", "indicator 33.16 12", "indicator 33.16 48"},
    ),
    ("Berbeda dengan Blora, Kabupaten Pati rawan politik uang.", {"indicator 33.18 54"}),
    ("Kasus pemungutan suara ulang pernah terjadi di Kabupaten Pati, tidak di Blora.", {"indicator 33.18 32"}),
    ("Provinsi Jawa Tengah rawan politik uang.", {"indicator 33 54"}),
    ("Secara nasional, isu rawan yang menonjol adalah politik uang dan netralitas ASN.", set()),
    ("Di tingkat provinsi, kerawanan yang menonjol adalah ujaran kebencian di media sosial.", {"indicator 33 51"}),
    (
        "Bawaslu RI menyebut lima provinsi paling rawan politik uang, di antaranya Banten dan Lampung.",
        {"indicator 18 54", "indicator 36 54"},
    ),
    ("Politik uang marak pada pemilihan kepala desa tahun lalu.", set()),
    ("Kerawanan di daerah tetangga seperti politik uang dan pemilih ganda patut dijadikan pelajaran.", set()),
    (
        "Kabupaten Pati mencatat politik uang, Kabupaten Kudus netralitas ASN, dan Kabupaten Jepara pemungutan suara ulang.",
        {"indicator 33.18 54", "indicator 33.19 12", "indicator 33.20 32"},
    ),
    (
        "Di Kabupaten Pati ada politik uang. Di Blora sendiri yang menonjol ialah surat suara tertukar.",
        {"indicator 33.16 29", "indicator 33.18 54"},
    ),
    (
        "Tidak seperti Kabupaten Kudus yang rawan konflik antarpendukung paslon, Blora rawan kampanye di luar jadwal.",
        {"indicator 33.16 44", "indicator 33.19 53"},
    ),
    (
        "Bukan hanya politik uang, netralitas ASN juga rawan di Blora.",
        {"indicator 33.16 12", "indicator 33.16 54"},
    ),
    ("Kabupaten Blora belum bebas dari politik uang.", {"indicator 33.16 54"}),
    ("Blora tidak pernah steril dari kampanye di luar jadwal.", {"indicator 33.16 44"}),
    ("Kerawanan di Blora antara lain politik uang, bukan netralitas ASN.", {"indicator 33.16 54"}),
    ("Tanpa pengawasan ketat, politik uang rawan terjadi di Blora.", {"indicator 33.16 54"}),
    ("Kerawanan yang belum berhasil diatasi ialah pemilih ganda.", {"indicator 33.16 20"}),
    ("Meski sudah dicegah, politik uang tetap ditemukan di Blora.", {"indicator 33.16 54"}),
    ("Dalam diskusi itu Bawaslu mengungkap kerawanan berupa surat suara tertukar.", {"indicator 33.16 29"}),
    ("Pelatihan digelar karena pada pemilu lalu terjadi pemungutan suara ulang di Blora.", {"indicator 33.16 32"}),
    ("Politik uang masih menjadi isu rawan meski tidak dapat dicegah seluruhnya.", {"indicator 33.16 54"}),
    ("Warga yang menemukan politik uang enggan melapor, sehingga kerawanannya tinggi.", {"indicator 33.16 54"}),
    (
        "Isu kerawanan yang tercatat:\n\n- Tidak ada pemantau pemilu\n- TPS tanpa pengawas\n- Penolakan warga terhadap pilkada",
        {"indicator 33.16 39", "indicator 33.16 60", "indicator 33.16 61"},
    ),
    (
        "Tidak hanya pemilih ganda, surat suara tertukar pun pernah terjadi di Blora.",
        {"indicator 33.16 20", "indicator 33.16 29"},
    ),
    (
        "Selain Kabupaten Pati, Kabupaten Kudus juga rawan politik uang.",
        {"indicator 33.18 54", "indicator 33.19 54"},
    ),
    ("Dibanding Kabupaten Pati, Kabupaten Kudus lebih rawan politik uang.", {"indicator 33.19 54"}),
    ("Dugaan politik uang yang dibantah tim sukses tetap masuk catatan kerawanan Blora.", {"indicator 33.16 54"}),
    ("Pelaku politik uang terancam pidana, tetapi kasusnya tetap terjadi di Blora.", {"indicator 33.16 54"}),
    (
        "Kerawanan Blora: politik uang, PSU dan pemilih ganda; nihil untuk kekerasan berbau SARA.",
        {"indicator 33.16 20", "indicator 33.16 32", "indicator 33.16 54"},
    ),
    ("Di Blora ditemukan TPS tanpa pengawas.", {"indicator 33.16 39"}),
    (
        "Isu kerawanan yang tercatat:\n\n- Pemilih belum menerima undangan memilih",
        {"issue 33.16 Pemilih belum menerima undangan memilih"},
    ),
    ("Di Blora pernah terjadi PSU dan jangan sampai terulang.", {"indicator 33.16 32"}),
    ("Di Blora terdapat riwayat politik uang, jangan sampai terulang.", {"indicator 33.16 54"}),
    ("Politik uang terjadi di Blora dan hal itu harus dihindari.", {"indicator 33.16 54"}),
    ("Kasus politik uang bukan lagi rahasia di Blora dan rawan terulang.", {"indicator 33.16 54"}),
    (
        "Bawaslu Blora mengungkapkan tiga kerawanan. Ketiganya ialah politik uang, netralitas ASN, dan pemungutan suara ulang.",
        {"indicator 33.16 12", "indicator 33.16 32", "indicator 33.16 54"},
    ),
    (
        "Dalam diskusi itu ia menyoroti isu politik uang dan netralitas ASN.",
        {"indicator 33.16 12", "indicator 33.16 54"},
    ),
    (
        "Karena petugas tidak paham prosedur, di Blora pernah terjadi pemungutan suara ulang dan surat suara tertukar.",
        {"indicator 33.16 29", "indicator 33.16 32"},
    ),
    ("Politik uang sudah diatasi di kota, tetapi masih marak di desa-desa Blora.", {"indicator 33.16 54"}),
    (
        "Kerawanan yang paling menonjol di Blora bukanlah bencana alam, tetapi politik uang.",
        {"indicator 33.16 54"},
    ),
    ("Tidak satu pun kecamatan luput dari politik uang pada pilkada lalu.", {"indicator 33.16 54"}),
    (
        "Isu yang memicu kerawanan di Blora yakni pelanggaran administrasi dan prosedur, penyalahgunaan wewenang, politisasi SARA.",
        {"issue 33.16 pelanggaran administrasi", "issue 33.16 penyalahgunaan wewenang", "indicator 33.16 46"},
    ),
    ("Saat simulasi, Bawaslu menyebut kerawanan utama Blora ialah pemilih ganda.", {"indicator 33.16 20"}),
    (
        "Isu kerawanan yang tercatat:\n\n- Politik uang di pilkades\n- Politik uang pada pilkada dan pilkades\n- PSU - nol",
        {"indicator 33.16 54"},
    ),
)
"""Stated beside a denial or a rule, or told of the region that is not the one compared with."""


@pytest.mark.parametrize(("text", "expected"), DENIED + NO_FINDING + STATED)
def test_what_is_stated(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    issues = {fact for fact in facts(LEAD + text) if fact.startswith(("indicator", "issue"))}
    assert issues == expected


UNSURE: tuple[tuple[str, int], ...] = (
    ("hoaks di media sosial tentang penyelenggara", 49),
    ("pelanggaran protokol kesehatan oleh peserta kampanye", 26),
)
"""About something that no campaign is, or done by others than the indicator blames: for a person to judge."""


@pytest.mark.parametrize(("phrase", "number"), UNSURE)
def test_unsure(phrase: str, number: int, reference: Reference) -> None:
    found = match_indicator(phrase, reference)
    assert (found.decision, found.numbers) == ("review", (number,))


@pytest.mark.parametrize(
    "phrase", ["Penolakan Perppu Pilkada oleh mahasiswa", "Penolakan warga terhadap pembangunan TPA"]
)
def test_refusals_of_other_things(phrase: str, reference: Reference) -> None:
    assert match_indicator(phrase, reference).numbers == ()
