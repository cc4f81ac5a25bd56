"""Wordings of our own: openings, what is beside the point, indicators and issues of polling stations.

What stands beside the point (``asides``) must not be taken for a finding; national means may be.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from pipeline.reference import Region
from roundtrip.world import COUNTRY, REFERENCE, TPS, Figures, between, bounds, members, provinces, whole

OUTLETS = ("Suara Nusantara", "Kabar Pesisir", "Warta Demokrasi", "PILARNEWS", "Harian Jelata")
SPEAKERS = ("Ahmad Fauzi", "Siti Rahmawati", "Yohanes Lado", "Made Suardana", "Nur Hidayah", "Rudi Hartono")
VENUES = ("hotel di pusat kota", "aula kantor gubernur", "kantor Bawaslu setempat", "ruang rapat lantai dua")

INDICATORS: dict[int, tuple[str, ...]] = {
    5: ("intimidasi terhadap peserta pemilu",),
    6: ("intimidasi terhadap penyelenggara pemilu", "ancaman dan intimidasi kepada jajaran penyelenggara pemilu"),
    7: ("intimidasi terhadap pemilih", "pemilih yang diintimidasi saat pemungutan suara"),
    8: ("perusakan fasilitas penyelenggara pemilu", "dirusaknya fasilitas milik penyelenggara pemilu"),
    9: ("putusan DKPP terhadap jajaran KPU dan Bawaslu", "penyelenggara yang dijatuhi sanksi oleh DKPP"),
    10: ("rekomendasi Bawaslu yang tidak ditindaklanjuti KPU",),
    12: ("ketidaknetralan ASN", "pelanggaran netralitas ASN, TNI dan Polri", "ASN yang tidak netral"),
    13: ("penyalahgunaan anggaran pemilu",),
    17: ("pemilih memenuhi syarat yang belum terdaftar di DPT", "warga memenuhi syarat tetapi tidak masuk DPT"),
    18: ("pemilih tidak memenuhi syarat yang masih terdaftar di DPT", "pemilih TMS yang tercatat dalam DPT"),
    19: ("penduduk potensial yang belum memiliki KTP elektronik", "calon pemilih tanpa e-KTP"),
    20: ("pemilih ganda dalam daftar pemilih",),
    28: ("keterlambatan logistik pemungutan suara", "logistik pemungutan suara yang terlambat tiba"),
    29: ("surat suara yang tertukar", "tertukarnya surat suara"),
    31: ("pelanggaran saat pemungutan suara",),
    32: ("pemungutan suara ulang (PSU)", "adanya pemungutan suara ulang"),
    33: ("penghitungan suara ulang", "adanya penghitungan ulang surat suara"),
    36: ("keberatan saksi saat penghitungan suara", "komplain dari saksi saat pemungutan dan penghitungan suara"),
    37: ("gugatan hasil pemilu ke Mahkamah Konstitusi", "gugatan atas hasil pilkada"),
    38: ("sengketa proses pemilu", "sengketa proses pemilihan"),
    39: ("TPS tanpa pengawas", "TPS yang tidak memiliki pengawas"),
    43: ("dokumen palsu dalam proses pencalonan", "pemalsuan dokumen saat pencalonan"),
    52: ("pelanggaran lokasi kampanye oleh peserta pemilu",),
    53: ("konflik antarpendukung pasangan calon", "bentrok antarpendukung peserta"),
    54: ("praktik politik uang", "dugaan politik uang oleh tim sukses", "laporan politik uang"),
    55: ("peserta pemilu yang tidak melaporkan dana kampanye",),
    57: ("mobilisasi pemilih tambahan secara mendadak",),
    61: ("penolakan masyarakat atas penyelenggaraan pemilu", "mobilisasi warga untuk menolak pemilu"),
}
"""By catalog number, wordings that a careful reader would file under that number and no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A kind of vulnerable polling station: how it is written behind "TPS yang", and what it is.

    ``number`` is the indicator of the catalog, ``also`` others that are right too; None where it has none.
    """

    words: str
    number: int | None = None
    also: tuple[int, ...] = ()


ISSUES: tuple[Issue, ...] = (
    Issue(words="terdapat pemilih tidak memenuhi syarat dalam DPT", number=18),
    Issue(words="terdapat pemilih memenuhi syarat yang tidak terdaftar di DPT", number=17),
    Issue(words="berada di wilayah rawan bencana", number=3),
    Issue(words="memiliki riwayat kekurangan atau kelebihan logistik", number=27),
    Issue(words="memiliki riwayat keterlambatan distribusi logistik", number=28),
    Issue(words="memiliki riwayat surat suara tertukar", number=29),
    Issue(words="memiliki riwayat praktik politik uang", number=54),
    Issue(words="memiliki riwayat intimidasi terhadap penyelenggara pemilu", number=6),
    Issue(words="memiliki riwayat penolakan penyelenggaraan pemungutan suara", number=61),
    Issue(words="memiliki riwayat pemungutan suara ulang", number=32),
    Issue(words="petugas KPPS-nya berkampanye untuk salah satu peserta", number=25),
    Issue(words="terdapat pemilih pindahan (DPTb)"),
    Issue(words="terdapat pemilih disabilitas dalam DPT"),
    Issue(words="terkendala jaringan internet"),
    Issue(words="terkendala aliran listrik"),
    Issue(words="sulit dijangkau"),
    Issue(words="berada di dekat lembaga pendidikan"),
    Issue(words="berada di dekat wilayah kerja pertambangan atau pabrik"),
    Issue(words="berada di dekat rumah pasangan calon"),
    Issue(words="berada di wilayah rawan konflik"),
    Issue(words="memiliki riwayat kekerasan"),
    Issue(words="berada di lokasi khusus"),
)

_MEANS = ("42,22", "31,13", "26,22", "3,83")
_DIMENSIONS = ("penyelenggaraan pemilu", "konteks sosial politik", "kontestasi", "partisipasi")
_SHAPES = {
    "ikp_2024": "IKP 2024 disusun dari empat dimensi, 12 subdimensi, dan 61 indikator.",
    "ikp_2019": "Instrumen IKP 2019 terdiri atas empat dimensi dan 16 subdimensi.",
    "ikp_pilkada_2018": "Alat ukurnya tiga dimensi, yakni penyelenggaraan, kontestasi, dan partisipasi.",
    "ikp_pilkada_2020": "Alat ukurnya empat dimensi dan 15 subdimensi; makin besar skor makin besar kerawanannya.",
    "pemetaan_pilkada_2024": "Instrumennya empat dimensi dengan 27 indikator di tingkat provinsi.",
    "tps_rawan_pemilu_2024": "Pemetaan memakai tujuh variabel dan 22 indikator.",
    "tps_rawan_pilkada_2024": "Pemetaan memakai delapan variabel dan 25 indikator.",
}


def asides(rng: random.Random, edition: str, home: Region, figure: Figures) -> tuple[str, ...]:
    """Return paragraphs that state no finding, each in a wording that is drawn anew.

    They name thresholds, other bodies' indices, other years, inhabitants, telephones, plans and links.
    """
    plain = [
        _SHAPES[edition],
        _link(rng),
        _link(rng),
        _plan(rng),
        _goal(rng),
        _crowd(rng, home),
        _caution(rng),
        rng.choice(
            (
                f"Narahubung: Humas Bawaslu, 0812-{rng.randint(1000, 9999)}-{rng.randint(1000, 9999)}.",
                f"Kegiatan dihadiri {rng.randint(40, 180)} peserta dari unsur KPU, partai politik, dan media.",
                f"Sebanyak {rng.randint(80, 97)} persen kecamatan sudah memiliki sekretariat pengawas.",
            )
        ),
    ]
    if edition not in TPS:
        plain.append(_police(rng, home))
        plain.append(_turnout(rng, edition))
    if edition in {"ikp_2024", "ikp_2019", "ikp_pilkada_2018", "ikp_pilkada_2020"}:
        plain.append(_cuts(rng, edition, home, figure))
    return tuple(plain)


def national_mean(rng: random.Random) -> tuple[str, dict[str, object]]:
    """Return a sentence with a national mean of IKP 2024, and the optional fact that it states."""
    place = rng.randrange(4)
    fact: dict[str, object] = {
        "type": "dimension_score",
        "region": COUNTRY.name,
        "region_code": COUNTRY.code,
        "edition": "ikp_2024",
        "dimension": _DIMENSIONS[place],
        "score": float(_MEANS[place].replace(",", ".")),
        "optional": True,
    }
    return (
        f"Secara nasional, rata-rata dimensi {_DIMENSIONS[place]} di kabupaten/kota adalah {_MEANS[place]}.",
        fact,
    )


def _link(rng: random.Random) -> str:
    region = rng.choice(members(rng.choice(provinces("ikp_2024"))) or provinces("ikp_2024"))
    story = rng.choice(
        (
            f"Jalan Rusak di {region.name} Diperbaiki Tahun Depan",
            f"{rng.randint(120, 980)} Guru di {region.short} Menanti Nomor Induk",
            f"Harga Cabai di {region.short} Tembus {rng.randint(50, 95)} Ribu",
            f"Polres {region.short} Gelar Operasi Lilin",
        )
    )
    return f"{rng.choice(('Baca juga: ', 'BACA JUGA: ', 'Baca Juga : ', '(Baca: '))}{story}"


def _plan(rng: random.Random) -> str:
    return rng.choice(
        (
            "Untuk pencegahan, Bawaslu menyiapkan patroli pengawasan, posko aduan, dan sosialisasi ke kampus.",
            "Langkah berikutnya ialah koordinasi dengan KPU, kepolisian, dan pemerintah daerah.",
            "Strategi yang disiapkan antara lain pendidikan politik dan pelibatan pemantau.",
        )
    )


def _goal(rng: random.Random) -> str:
    return rng.choice(
        (
            "Pemetaan semacam ini menjadi bahan deteksi dini agar tahapan berjalan lancar.",
            "Tujuannya supaya potensi gangguan dapat dicegah sejak awal.",
            "Hasil ini akan dibagikan kepada para pemangku kepentingan sebagai bahan kebijakan.",
        )
    )


def _caution(rng: random.Random) -> str:
    return rng.choice(
        (
            "Skor yang rendah tidak boleh membuat jajaran pengawas lengah.",
            "Makin tinggi skornya, makin besar potensi gangguannya.",
            "Bawaslu sedang menyusun buku panduan pencegahan.",
            "Angka-angka itu bukan ramalan, melainkan peringatan dini.",
        )
    )


def _crowd(rng: random.Random, home: Region) -> str:
    if home is COUNTRY:
        return f"Daftar pemilih nasional memuat {whole(rng.randint(185_000_000, 206_000_000))} nama."
    where = home.name
    return rng.choice(
        (
            f"{where} berpenduduk {whole(rng.randint(400_000, 9_000_000))} jiwa menurut data kependudukan.",
            f"Daftar pemilih di {where} memuat {whole(rng.randint(300_000, 7_000_000))} nama "
            f"pada {whole(rng.randint(1_200, 20_000))} TPS.",
        )
    )


def _police(rng: random.Random, home: Region) -> str:
    pool = members(home) if home.level == "province" else members(rng.choice(provinces("ikp_2019")[:10]))
    one, two = rng.sample(pool, 2)
    low, high = (str(between(rng, _POLICE[0], _POLICE[1], 2)).replace(".", ",") for _ in range(2))
    return (
        f"Terpisah, kepolisian memakai Indeks Potensi Kerawanan Pemilu (IPKP); "
        f"skor IPKP {one.name} {low} dan {two.name} {high}. "
        "Angka kepolisian itu bukan bagian dari IKP Bawaslu."
    )


def _turnout(rng: random.Random, edition: str) -> str:
    year = REFERENCE.editions[edition].year - 5
    share = f"{rng.randint(62, 84)},{rng.randint(1, 9)}"
    return f"Pada pemungutan suara tahun {year}, tingkat partisipasi pemilih tercatat {share} persen."


def _cuts(rng: random.Random, edition: str, home: Region, figure: Figures) -> str:
    level = "province" if home is COUNTRY else "regency"
    row = REFERENCE.editions[edition]
    high, low = (
        (row.high_province, row.low_province) if level == "province" else (row.high_regency, row.low_regency)
    )
    if high is None or low is None:
        raise ValueError(f"{edition} has no cut-offs")
    top, bottom = (figure.show(rng, cut) for cut in (high, low))
    return rng.choice(
        (
            f"Kategori rawan tinggi dimulai dari skor {top}, sedangkan rawan rendah di bawah {bottom}.",
            f"Ambang batasnya, rendah di bawah {bottom}, sedang di antara {bottom} dan {top}, "
            f"serta tinggi di atas {top}.",
        )
    )


_POLICE = bounds("pemetaan_pilkada_2024", "regency", "sedang")
