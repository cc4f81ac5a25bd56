"""How texts lay out issues: enumerations, counts and regions before and behind, and what states none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

LEAD = "Bawaslu Provinsi Jawa Tengah memaparkan pemetaan kerawanan Pemilihan Serentak 2024, 26 Agustus 2024.\n\n"
STATIONS = "Bawaslu Provinsi Jawa Tengah memetakan TPS rawan Pilkada 2024.\n\n"

ISSUES: dict[str, tuple[str, set[str]]] = {
    "of many kinds": (
        "Macam kerawanannya beragam. Mulai dari kampanye di luar jadwal, politik uang, hingga netralitas ASN.",
        {"44", "54", "12"},
    ),
    "happened to things and people": (
        "Pada pemilu lalu kotak suara pernah dibakar massa, kantor KPU dirusak, dan petugas KPPS mendapat "
        "ancaman.",
        {"8", "6"},
    ),
    "denied in the spoken way": (
        "Kerawanannya, rekomendasi Bawaslu tak dijalankan KPU dan masih ada pemilih yang tak masuk daftar "
        "pemilih.",
        {"10", "17"},
    ),
    "states of one thing": ("Surat suara tertukar, kurang, hingga rusak pernah dialami.", {"29", "27"}),
    "two that stand alone": ("Ujaran kebencian dan isu SARA di medsos kerap muncul.", {"51", "47"}),
    "counted again": ("Di wilayah ini sempat digelar PSU, dua TPS menghitung ulang surat suara.", {"32", "33"}),
    "words apart": ("Logistik di pulau terluar sering datang terlambat ke TPS.", {"28"}),
    "one who urges": ("Bupati mengeluarkan imbauan agar warga memilih calon tertentu.", {"15"}),
    "without the word pemilu": ("Keberpihakan penyelenggara termasuk kerawanan di sini.", {"25"}),
    "members that no wording has word for word": (
        "Isu kerawanan antara lain penyelenggara dan ASN yang tidak netral, politik transaksional, pemilih ganda.",
        {"25", "12", "54", "20"},
    ),
    "dispute named by its official words": (
        "Indikator yang terjadi antara lain Perselisihan Hasil Pemilihan Umum, Sengketa proses, Pemilih ganda.",
        {"37", "38", "20"},
    ),
    "announced before": (
        "Ada tiga hal yang rawan. Pertama, politik uang. Kedua, netralitas ASN. Ketiga, pemilih ganda.",
        {"54", "12", "20"},
    ),
    "counted and pointed to": (
        "Isu utamanya tiga. Tiga isu tersebut yakni netralitas ASN, politik uang, dan pemilih ganda.",
        {"12", "54", "20"},
    ),
    "stage by stage": (
        "Di masa kampanye, indikatornya politik uang. Pada pungut hitung, seperti perubahan hasil rekapitulasi.",
        {"54", "11"},
    ),
    "without a listing word": (
        "Kerawanan dipicu politik uang, kampanye bermuatan SARA di media sosial, serta pemilih ganda.",
        {"54", "47", "20"},
    ),
    "goes on": ("Politik uang masih jadi ancaman. Begitu juga ketidaknetralan kepala desa.", {"54", "12"}),
    "counted off, the first known to no table": (
        "Ada tiga hal yang rawan. Ketiganya, kata dia, pertama soal cuti camat. Kedua, pemilih ganda dan PSU.",
        {"20", "32"},
    ),
    "one medium named first": (
        "Di media sosial marak hoaks dan ujaran kebencian. Tak cuma itu, netralitas ASN.",
        {"49", "51", "12"},
    ),
    "one medium named last": (
        "Kerawanannya penyebaran hoaks, ujaran kebencian, dan isu SARA di media sosial.",
        {"49", "51", "47"},
    ),
    "no medium for what stands apart": (
        "Kerawanannya penyebaran hoaks, politik uang, dan isu SARA di media sosial.",
        {"48", "54", "47"},
    ),
    "two issues that share a word": (
        "Pemilih ganda dan penggelembungan daftar pemilih kerap jadi persoalan.",
        {"20", "21"},
    ),
    "after a sentence with issues": (
        "Pemilih ganda masih jadi persoalan. Bupati dikhawatirkan menekan penyelenggara.",
        {"20", "14"},
    ),
    "a clause that no wording has word for word": (
        "Kerawanan lain, anggota panwascam dilaporkan ke DKPP, sementara rapat sempat ditunda.",
        {"9"},
    ),
    "said to be there": ("Di kota ini masih ada politik uang.", {"54"}),
    "numbered in one paragraph": (
        "Ada tiga indikator yang rawan: 1. Netralitas ASN 2. Politik uang 3. Pemilih ganda dalam DPT.",
        {"12", "54", "20"},
    ),
}

REGIONS: dict[str, tuple[str, set[str]]] = {
    "over paragraphs with cases": (
        "Di Kabupaten Demak misalnya, ditemukan politik uang sebanyak 12 kasus. Selanjutnya netralitas ASN "
        "sebanyak 9 kasus.\n\nKalau di Kabupaten Kudus, kampanye di luar jadwal 7 kasus.\n\n"
        "Kemudian, kata dia, pemilih ganda 4 kasus.",
        {"33.21 54 x12", "33.21 12 x9", "33.19 44 x7", "33.19 20 x4"},
    ),
    "highest in, followed by": (
        "Isu politik uang tertinggi di Kabupaten Demak, disusul Kudus dan Jepara. Lalu isu netralitas ASN "
        "paling rawan Kabupaten Blora, diikuti oleh Rembang.",
        {"33.21 54", "33.19 54", "33.20 54", "33.16 12", "33.17 12"},
    ),
    "highest in, with cases in brackets": (
        "Isu pemilih ganda tertinggi di Demak (12 kasus), Kudus (9), dan Jepara (7).",
        {"33.21 20", "33.19 20", "33.20 20"},
    ),
    "glued to its preposition": (
        "Netralitas ASN paling rawan ada diwilayah Kabupaten Blora, disusul Rembang.",
        {"33.16 12", "33.17 12"},
    ),
    "one of the reasons": (
        "Kabupaten Demak termasuk paling rawan. Salah satu penyebabnya politik uang yang masih marak. "
        "Selain itu, ada netralitas ASN.",
        {"33.21 54", "33.21 12"},
    ),
    "in this regency": (
        "Kabupaten Demak paling banyak jadi sorotan. Di kabupaten ini pernah terjadi pemungutan suara ulang.",
        {"33.21 32"},
    ),
    "the regency that ... is": (
        "Kabupaten yang paling banyak kasus politik uang ialah Kabupaten Demak. Daerah yang rawan pemilih ganda "
        "adalah Kudus dan Jepara.",
        {"33.21 54", "33.19 20", "33.20 20"},
    ),
    "announced for regions named next": (
        "Sebanyak lima kabupaten berpotensi rawan penyalahgunaan anggaran pemilu.\n\nKelima daerah itu yakni "
        "Demak, Kudus, "
        "dan Jepara. Kemudian Blora dan Rembang.",
        {"33.21 13", "33.19 13", "33.20 13", "33.16 13", "33.17 13"},
    ),
    "announced by number for the three of the next": (
        "Tiga daerah rawan politik uang. Ketiganya ialah Blora, Pati, dan Salatiga.",
        {"33.16 54", "33.18 54", "33.73 54"},
    ),
    "announced with the number behind": (
        "Daerah yang rawan politik uang ada tiga. Ketiganya ialah Blora, Pati, dan Salatiga.",
        {"33.16 54", "33.18 54", "33.73 54"},
    ),
    "of regions counted roughly": (
        "Mayoritas daerah rawan netralitas ASN. Selusin kabupaten rawan politik uang.",
        set(),
    ),
    "of one of several": ("Jawa Tengah menjadi salah satu daerah rawan politik uang.", {"33 54"}),
    "of the region itself": ("Daerah ini rawan politik uang.", {"33 54"}),
    "under headings that are regions": (
        "Kabupaten Demak\n\nRawan politik uang.\n\nKabupaten Kudus\n\nRawan kampanye di luar jadwal.",
        {"33.21 54", "33.19 44"},
    ),
    "back to the province": (
        "Di Kabupaten Blora pernah terjadi politik uang.\n\nSelain itu, Bawaslu Jawa Tengah mencatat netralitas "
        "ASN "
        "sebagai kerawanan tertinggi.",
        {"33.16 54", "33 12"},
    ),
    "the twin whose Bawaslu speaks": (
        "Menurut peta yang disusun Bawaslu Kabupaten Semarang, ada dua isu di Semarang, yaitu politik uang dan "
        "pemilih ganda.",
        {"33.22 54", "33.22 20"},
    ),
    "behind the issue": (
        "Netralitas ASN menjadi kerawanan di Blora, Pati, dan Kudus, politik uang mengemuka di Kota Tegal.",
        {"33.16 12", "33.18 12", "33.19 12", "33.76 54"},
    ),
    "behind a listing word": (
        "Politik uang rawan terjadi di tiga daerah yaitu Blora, Pati, Kudus, lalu pemilih ganda di Kota Tegal.",
        {"33.16 54", "33.18 54", "33.19 54", "33.76 20"},
    ),
    "behind the areas it is likely in": (
        "Dari segi politik uang, daerah yang paling berpotensi adalah Blora dan Pati.",
        {"33.16 54", "33.18 54"},
    ),
    "behind a colon": (
        "1. Politik uang: Blora, Pati\n2. Netralitas ASN: Kota Tegal\n3. Pemilih ganda (Kudus)",
        {"33.16 54", "33.18 54", "33.76 12", "33.19 20"},
    ),
    "behind a colon, with words before the wording": (
        "1. Para calon pemilih tanpa e-KTP: Blora, Pati\n2. Komisioner KPU dipecat DKPP (Kudus)",
        {"33.16 19", "33.18 19", "33.19 9"},
    ),
    "behind a colon and words that lead to them": (
        "1. Netralitas ASN: paling menonjol di Blora, disusul Pati.\n2. Politik uang: Kudus yang paling kerap.",
        {"33.16 12", "33.18 12", "33.19 54"},
    ),
    "under a heading": (
        "Netralitas ASN:\n\n1. Kabupaten Blora\n2. Kabupaten Pati\n\nPolitik uang:\n\n1. Kota Tegal",
        {"33.16 12", "33.18 12", "33.76 54"},
    ),
    "before it": (
        "Kabupaten Blora rawan politik uang, sedangkan Kabupaten Pati rawan netralitas ASN.",
        {"33.16 54", "33.18 12"},
    ),
}

COUNTS: dict[str, tuple[str, set[str]]] = {
    "behind, each with its own word": (
        "Terbanyak yaitu pemilih tidak memenuhi syarat sebanyak 318 TPS, riwayat PSU yaitu 12 TPS, "
        "dan riwayat logistik rusak berjumlah 27 TPS.",
        {"33 18 x318", "33 32 x12", "33 27 x27"},
    ),
    "ordinals, the word left out": (
        "Pertama sebanyak 96 TPS punya riwayat PSU, kedua sebanyak 38 punya riwayat logistik rusak.",
        {"33 32 x96", "33 27 x38"},
    ),
    "the preposition leads to the number": (
        "Kerawanan terbanyak pemilih TMS di 1.204 TPS, disusul riwayat PSU di 87 TPS.",
        {"33 18 x1204", "33 32 x87"},
    ),
    "one number of several regions": (
        "Ada gabungan Blora, Pati, serta Kudus mencatat 1.310 TPS dengan pemilih TMS.",
        {"33.16 18", "33.18 18", "33.19 18"},
    ),
    "regions between number and issue": (
        "Terdapat 64 TPS di Blora dan Pati yang rawan banjir.",
        {"33.16 3", "33.18 3"},
    ),
    "a region before each count": (
        "Rinciannya, Blora 12 TPS rawan bencana dan 5 TPS riwayat PSU, Pati 7 TPS dengan pemilih TMS.",
        {"33.16 3 x12", "33.16 32 x5", "33.18 18 x7"},
    ),
    "bare numbers at the end of rows": (
        "Indikator TPS rawan:\n\n- Pemilih tidak memenuhi syarat (1.204)\n- Riwayat PSU: 87",
        {"33 18 x1204", "33 32 x87"},
    ),
    "a comma in brackets": (
        "Indikator TPS rawan:\n\n- Pemilih TMS (wafat, pindah, menjadi anggota TNI): 73 TPS",
        {"33 18 x73"},
    ),
    "number and reason": (
        "Pertama riwayat PSU 52 TPS karena letaknya jauh dari kecamatan, kedua 24 TPS potensi politik uang.",
        {"33 32 x52", "33 54 x24"},
    ),
}

NOTHING = (
    "Variabel pemetaannya penggunaan hak pilih, politik uang, keamanan, lokasi TPS, dan logistik.",
    "Indikator dalam pemetaan ini antara lain politik uang, netralitas ASN, dan pemilih ganda.",
    "Kerawanan diukur dari variabel netralitas ASN, pemilih ganda, dan politik uang.",
    "Pengawasan difokuskan pada titik rawan seperti politik uang dan netralitas ASN.",
    "Jajaran kami mengawal dan mengawasi potensi logistik kurang atau terlambat.",
    "Daerah ini tidak memiliki riwayat PSU maupun politik uang.",
    "Jika terjadi politik uang, warga dapat melapor.",
    "Warga diimbau mewaspadai hoaks dan politik uang.",
    "Lima isu strategis nasional ialah politik uang, netralitas ASN, dan pemilih ganda.",
    "Empat kabupaten disebut rawan konflik saat pilkada.",
    "Kerawanan yang sama sekali tidak terjadi di antaranya riwayat PSU, logistik rusak, dan politik uang.",
    "Indikator TPS rawan yang tidak terjadi:\n\n- Riwayat PSU\n- Politik uang",
    "Untuk mengantisipasi politik uang dan pemilih ganda, pengawas berpatroli.",
    "Pada masa rawan ini ASN harus netral dan calon jangan melakukan politik uang.",
    "Sampai kini belum ada laporan politik uang, dan semua calon sepakat tidak menggunakan isu SARA.",
    "Kerawanan dinilai dari konteks sosial politik, misalnya netralitas ASN dan putusan DKPP.",
    "IKP mencakup empat dimensi dengan 61 indikator, misalnya politik uang dan netralitas ASN.",
    "Kerawanan dibagi ke dalam empat konteks. Konteks politik misalnya netralitas ASN dan politik uang.",
    "Pada konteks sosial, yang diukur Bawaslu ialah bencana alam dan intimidasi terhadap penyelenggara.",
    "Konteks politik mengacu pada sejumlah indikator di antaranya ketidaknetralan ASN, penyalahgunaan anggaran.",
    "Kerawanan pemilu ialah segala hal yang mengganggu, misalnya politik uang dan intimidasi terhadap pemilih.",
    "Indikator TPS rawan ialah TPS dengan pemilih fiktif, dekat rumah calon, atau rawan politik uang.",
    "Aspek politik uang bernilai 2,61, aspek keamanan 2,91.",
    "Hasil indeks netralitas ASN dipaparkan juga.",
    "Tersusun lima IKP tematik, yaitu netralitas ASN, politik uang, dan politisasi SARA.",
    "Keberpihakan itu dibahas panjang. Itu pelanggaran kode etik.",
    "Tak ditemukan politik uang maupun pemungutan suara ulang.",
    "Netralitas ASN dan politik uang, di tingkat provinsi tak ada laporannya.",
    "Ada tiga daerah di Jawa Tengah yang masuk sepuluh tertinggi pelanggaran netralitas ASN.",
    "Masyarakat mesti menolak politik uang.",
    "Pemilih mencoblos surat suara di bilik, lalu memasukkannya ke kotak suara.",
    "Semoga kelak tidak muncul hoaks di media sosial.",
    "Dalam penilaian itu dipakai 9 indikator. Misalnya pemilih ganda dan politik uang.",
)


@pytest.mark.parametrize(("text", "expected"), ISSUES.values(), ids=ISSUES.keys())
def test_enumerations(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    found = {fact.split()[2] for fact in facts(LEAD + text) if fact.startswith("indicator")}
    assert found == expected


@pytest.mark.parametrize(("text", "expected"), REGIONS.values(), ids=REGIONS.keys())
def test_regions_of_issues(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(LEAD + text) == {f"indicator {fact}" for fact in expected}


def test_national_issues_are_not_of_the_region_named_later(facts: Callable[[str], set[str]]) -> None:
    text = (
        "Bawaslu RI meluncurkan pemetaan kerawanan Pemilihan Serentak 2024, 26 Agustus 2024.\n\n"
        "Isu yang dipetakan yaitu netralitas ASN dan pemilih ganda. Di Kabupaten Blora, kerawanannya politik uang."
    )
    assert {fact for fact in facts(text) if fact.startswith("indicator")} == {"indicator 33.16 54"}


@pytest.mark.parametrize(("text", "expected"), COUNTS.values(), ids=COUNTS.keys())
def test_counts_of_polling_stations(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert {fact.removesuffix(" potential") for fact in facts(STATIONS + text)} == {
        f"indicator {fact}" for fact in expected
    }


@pytest.mark.parametrize("text", NOTHING)
def test_states_no_issue(text: str, facts: Callable[[str], set[str]]) -> None:
    assert facts(STATIONS + text) == set()
