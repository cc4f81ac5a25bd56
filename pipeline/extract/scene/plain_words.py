"""The words of a language that lead plainly from a region to what is told of it, each in its place."""

from __future__ import annotations


def _words(*lists: str) -> frozenset[str]:
    return frozenset(word for one in lists for word in one.split())


_ORDINALS = (
    "pertama kesatu kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh ke teratas terbawah "
    "terakhir puncak buncit tertinggi terendah terbesar terkecil paling urutan peringkat ranking rangking posisi "
    "nomor urut salah satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh"
)
_MEASURES = (
    "skor skornya nilai nilainya angka angkanya poin persen indeks indek indeksnya ikp ikpnya level levelnya "
    "tingkat kategori kategorinya status statusnya zona kerawanan kerawanannya rawan total akhir hasil hasilnya "
    "pemetaan peta predikat kelompok kelas golongan"
)
_VOTES = (
    "pemilu pilkada pemilihan pilgub pilbup pilwali pilwakot pilpres pileg umum serentak kepala daerah legislatif "
    "presiden gubernur bupati walikota wali tahun edisi penyelenggaraan pelaksanaan"
)
_KINDS = (
    "daerah wilayah kabupaten kota provinsi kab prov daerah-daerah wilayah-wilayah kabupaten-kabupaten "
    "provinsi-provinsi tingkat nasional indonesia se"
)
_LINKS = (
    "yang dan serta atau alias adalah ialah yakni yaitu itu ini tersebut di ke pada dalam dengan untuk bagi "
    "sebagai sebesar secara keseluruhan sehingga artinya berarti maka jadi dari antara oleh masing masing-masing "
    "sama sama-sama sesama keduanya ketiganya keempatnya kelimanya keenamnya semuanya kesemuanya seluruhnya "
    "satu-satunya misalnya seperti halnya"
)
_MANNER = (
    "juga pun tetap masih kini sekarang saat sudah telah memang justru malah hanya cuma sendiri kembali lagi kan "
    "turut ikut saja lebih baru ternyata akhirnya rupanya kali sebaliknya dia ia kami kita"
)
_PLACED = (
    "masuk termasuk berada ada bertengger terindikasi tergolong tergolongkan terbilang terhitung dinilai "
    "dinyatakan ditetapkan ditempatkan dimasukkan digolongkan dikelompokkan dikategorikan diklasifikasikan "
    "terkategori terkategorikan terklasifikasi berkategori berstatus disebut dicap"
)
_STANDS = (
    f"{_PLACED} berpredikat berlevel bernilai berskor "
    "menyandang menyentuh mencapai mencatat mencatatkan tercatat mendapat mendapatkan memperoleh meraih "
    "mengantongi memiliki menempati menduduki menghuni memuncaki memimpin duduk merupakan "
    "menjadi meningkat naik turun bergeser berubah menyusut melonjak"
)
_FUNCTION = _words(_LINKS, _MANNER)
FUNCTION = "|".join(sorted(_FUNCTION, key=len, reverse=True))
"""A pattern for words that link and shade, and name nothing."""
BEHIND_REGION = _words(
    _ORDINALS,
    _MEASURES,
    _VOTES,
    _KINDS,
    _LINKS,
    _MANNER,
    _STANDS,
    "daftar versi menurut berdasarkan melewati melampaui memilih penilaian penyelenggara penyelenggaranya "
    "menyusul se-indonesia",
)
"""Between a region and the level told of it."""
FORMER = _words("pernah sempat dulu dahulu sebelumnya semula tadinya awalnya waktu ketika")
"""Between a region and its level in an earlier edition that is named."""
CONTRASTED = _words("sedangkan sementara adapun namun tetapi tapi")
"""Between a region and the level of one dimension in contrast to the whole."""
IN_ROW = _words(
    "dan serta maupun juga lalu kemudian disusul diikuti bersama beserta dengan skor skornya nilai nilainya "
    "poin persen indeks indeksnya ikp sebesar angka di berada memperoleh meraih mendapat mencatat kabupaten "
    "kota provinsi kab adalah yakni sama ditambah terakhir selanjutnya berikutnya tercatat bernilai berskor "
    "mengantongi mencapai masing-masing peringkat urutan ranking level total hanya ke",
)
"""Between two regions of one row, each with or without its score."""
BEFORE_REGION = _words(
    _MEASURES,
    _VOTES,
    _KINDS,
    "sedangkan sementara adapun dan serta lalu kemudian namun tetapi tapi bahwa kalau ketika mengapa karena "
    "itulah sebab sehingga maka hanya cuma bahkan justru juga termasuk yakni yaitu adalah ialah seperti ini itu "
    "tersebut sebaliknya setelahnya berikutnya selanjutnya sisanya artinya keseluruhan umum total sebutan "
    "seluruh terutama khususnya misalnya katanya lain lainnya meski meskipun walau walaupun padahal menempatkan "
    "menaruh memasukkan memberi menggolongkan mengelompokkan mengategorikan menetapkan mencatat menyebut "
    "menyebutkan menilai menyatakan mengatakan menyampaikan mengungkapkan menjelaskan memaparkan menegaskan "
    "menerangkan menuturkan menambahkan merinci mengakui dimiliki ditempati dihuni diduduki dipegang diraih dia "
    "ia kini sekarang kali waktu sana situ jika bila terdapat ada saat ihwal kemarin disusul diikuti beserta "
    "pula menunjukkan memperlihatkan daftar mendudukkan membawa mengantar mengantarkan menjadikan membuat",
)
"""Before the first region of a row: all else may make something else of it its subject."""
TO_REGION = _words(
    _ORDINALS,
    _MEASURES,
    _VOTES,
    _KINDS,
    _LINKS,
    _MANNER,
    "ada terdapat berada tersebar terletak meliputi mencakup terdiri atas diantaranya lain contohnya ditempati "
    "dihuni diisi diduduki dimiliki disandang diraih dipegang dicatat ditemukan dijumpai dialami diperoleh "
    "ditunjukkan berikut antaranya lainnya sisanya termasuk jatuh melekat terjadi terlihat tampak muncul "
    "ditetapkan diberikan disematkan kepada bersama beserta tahapan tahap lengkap disusul diikuti begitu "
    "demikian pula menempatkan menjadi kab sebanyak sejumlah terindikasi teridentifikasi terdeteksi terpantau "
    "terpetakan dipetakan tercatat dianggap ditandai dilekatkan ditujukan disandangkan dikenakan dialamatkan",
)
"""Between a level and the first region of its row."""
TO_SCORE = _words(
    "score scorenya skore sekor point poinnya potensi perkiraan totalnya keseluruhannya umumnya agregasi "
    "agregat input gabungan rincian rinciannya rata-rata pengolahan pengukuran penghitungan perhitungan",
    "tinggi sedang rendah besar kecil sempurna penuh bulat kembar nyaris hampir tipis terpaut jauh mirip "
    "berbeda sekitar tepatnya persisnya kira-kira kurang lebih jumlah berjumlah akan tinggal terawan "
    "menonjol juara",
    "capai raih diraih mengumpulkan mengoleksi ditorehkan milik menutup menempel mencontohkan merosot "
    "menurun anjlok melandai melompat menanjak terjun mengecil membesar",
    "bawah bawahnya atas atasnya belakangnya tempat membayangi mengungguli dibanding dibandingkan bandingkan "
    "daripada ketimbang setelah berurutan berturut-turut hingga sampai",
    "daerahnya kabupatennya kotanya wilayahnya provinsinya satunya dua-duanya kedua-duanya disebutnya "
    "bawaslu badan pengawas ri dicatat diluncurkan dirilis terbit diterbitkan menyusul memang kalau maka",
    "januari februari maret april mei juni juli agustus september oktober november desember senin selasa "
    "rabu kamis jumat sabtu minggu",
)
"""Between a region and its score, beyond what leads to a level."""
TO_VALUE = _words(
    _MEASURES, _VOTES, _LINKS, _MANNER, _STANDS, "tinggi sedang rendah posisi punya karena mengumpulkan"
)
"""Between a region and its score, with or without its level before that."""
WHERE = _words("di pada untuk bagi dalam ke")
MEASURED = _words(
    _MEASURES,
    _VOTES,
    "dimensi subdimensi tahap tahapan aspek konteks selain hanya sedangkan sementara adapun dan bahwa ada "
    "terdapat",
)
"""Before "di" and a region: "kerawanan di Alfa", not "pengawas di Alfa"."""
STANDS = _words(_PLACED, "di ke pada dalam kategori kelompok level tingkat zona status masih juga kini sudah")
"""Words that place their subject in a level: before them stands whose the level is."""
OF_PARTS = _words("tps kecamatan desa kelurahan distrik nagari dapil titik lokasi isu indikator kampung")
"""Right before a level: what has it is no region."""
