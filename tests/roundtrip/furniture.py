"""What stands around an article and is no part of it: dates, letterheads, footers, teasers, share bars.

None of it names the region or the edition of the article; some of it names others, as real pages do.
"""

from __future__ import annotations

from datetime import date
from random import Random

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

MENU = ("Beranda", "Nasional", "Daerah", "Politik", "Hukum", "Ekonomi", "Olahraga", "Opini", "Foto", "Indeks")
SHARE = ("Bagikan", "Facebook", "WhatsApp", "X", "Telegram", "Salin tautan")
TAGS = ("Bawaslu", "Pemilu", "kerawanan", "pengawasan", "politik")
NOTICES = ("ADVERTISEMENT", "Iklan - Geser ke atas untuk melanjutkan", "Scroll untuk melanjutkan membaca")
TEASERS = (
    "Harga Cabai Naik 15,5 Persen Jelang Akhir Tahun",
    "Skor IKP 81,25, Kota Depok Masuk Kategori Rawan Tinggi",
    "Polres Siagakan 850 Personel Amankan Debat Publik di Kota Bima",
    "Bawaslu Kabupaten Sleman Petakan Tiga Indikator TPS Rawan",
    "KPU Tetapkan 1.265 TPS, Ini Sebarannya",
    "Lima Daerah Ini Rawan Tinggi, Kabupaten Nduga Teratas dengan 92,30",
    "Timnas Menang 3-1 atas Tamunya di Laga Uji Coba",
    "Jalan Provinsi Longsor, Warga Kabupaten Lebong Terisolasi",
    "Netralitas ASN Jadi Sorotan dalam Rapat Koordinasi di Ambon",
    "Cuaca Hari Ini: Hujan Ringan di 12 Kecamatan",
)
COMMENTS = (
    "Semoga pemilunya aman dan damai.",
    "Setahu saya tempat kami paling rawan, skornya 99!",
    "Mantap, terus diawasi ya pak.",
)
_LETTERHEADS = (
    ("SIARAN PERS", "HUBUNGAN MASYARAKAT", "Untuk segera disiarkan"),
    ("RILIS MEDIA", "BAGIAN HUBUNGAN MASYARAKAT"),
    ("KLIPING BERITA", "BAGIAN PENGAWASAN DAN HUBUNGAN MASYARAKAT", "Telepon 021 555 0143"),
)
_FOOTERS = ("Siaran Pers", "Rilis Media", "Kliping Berita - untuk kalangan sendiri", "Bagian Hubungan Masyarakat")


def day_line(day: date, rng: Random) -> str:
    """Return the line that tells when the article was published, in one of the usual forms."""
    plain = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    clock = f"{rng.randrange(6, 22):02}:{rng.randrange(60):02} WIB"
    return rng.choice(
        (
            plain,
            f"{WEEKDAYS[day.weekday()]}, {plain}",
            f"{WEEKDAYS[day.weekday()]}, {plain} | {clock}",
            f"{plain}, {clock}",
            f"Diterbitkan: {plain}",
            f"{day.day:02}/{day.month:02}/{day.year} {clock}",
        )
    )


def letterhead(rng: Random) -> tuple[str, ...]:
    """Return the lines of a letterhead that names no region; half of the documents have none."""
    return rng.choice(_LETTERHEADS) if rng.random() < 0.5 else ()


def footer(rng: Random) -> str:
    """Return the running footer of a printed document, "" for none."""
    return rng.choice(_FOOTERS) if rng.random() < 0.7 else ""
