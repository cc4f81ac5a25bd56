"""Names of editions: how far a name reaches, which editions it may mean, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from pipeline.extract.editions.launched import dated_edition
from pipeline.extract.editions.names import EditionName, earliest, edition_names, profile
from pipeline.reference import Reference

_2019 = "ikp_2019|ikp_2019_update"
_2020 = "ikp_pilkada_2020|ikp_pilkada_2020_update"

INDICES = {
    "IKP 2024": ["index IKP 2024 = ikp_2024|pemetaan_pilkada_2024"],
    "IKP 2022": ["index IKP 2022 = ikp_2024"],
    "IKP 2023": [],
    "IPK 2019": [f"index IPK 2019 = {_2019}"],
    "IKP tahun 2019.": [f"index IKP tahun 2019 = {_2019}"],
    "IKP 2020": [f"index IKP 2020 = {_2020}"],
    "IKP (Pilkada) 2020": [f"index IKP (Pilkada) 2020 = {_2020}"],
    "SIKP 2019": [],
    "IKPS 2019": [],
    "IKP 20191": [],
    "IKP 2019,5": [],
    "IKP 2019/2020": [],
    "IKP 2009": [],
    "IKP Pilkada Banten 2017": ["index IKP Pilkada Banten 2017 = ikp_pilkada_2017"],
    "IKP dan Pemilu 2024": ["index IKP dan Pemilu 2024 = ikp_2024"],
    "indeks kerawanan pemilu": [],
    "indek kerawanan pemilu 2019": [f"index indek kerawanan pemilu 2019 = {_2019}"],
    "indeks potensi kerawanan pemilu 2019": [f"index indeks potensi kerawanan pemilu 2019 = {_2019}"],
    "indikator kerawanan pemilu 2019": [f"index indikator kerawanan pemilu 2019 = {_2019}"],
    "indeks kerawanan pemilihan umum 2019": [f"index indeks kerawanan pemilihan umum 2019 = {_2019}"],
    "indeks kerawanan pemilu (IKP) pilkada 2018": [
        "index indeks kerawanan pemilu (IKP) pilkada 2018 = ikp_pilkada_2018"
    ],
    "pemetaan kerawanan pemilihan": ["index pemetaan kerawanan = pemetaan_pilkada_2024"],
    "pemetaan kerawanan": [],
    "memetakan kerawanan Pilkada 2024": ["index memetakan kerawanan Pilkada 2024 = pemetaan_pilkada_2024"],
    "petakan hasil uji kerawanan pilkada 2024": [
        "index petakan hasil uji kerawanan pilkada 2024 = pemetaan_pilkada_2024"
    ],
    "pemetaan satu dua tiga kerawanan pilkada 2024": ["vote pilkada 2024 = pemetaan_pilkada_2024"],
    "peta hasil potensi kerawanan Pilkada 2024": [
        "index peta hasil potensi kerawanan Pilkada 2024 = pemetaan_pilkada_2024"
    ],
    "alpeta kerawanan Pilkada 2024": ["vote Pilkada 2024 = pemetaan_pilkada_2024"],
    "peta kerawanan Pemilu 2019": [f"index peta kerawanan Pemilu 2019 = {_2019}"],
    "peta kerawanan TPS Pemilu 2024": ["index kerawanan TPS Pemilu 2024 = tps_rawan_pemilu_2024"],
    "pemetaan kerawanan di TPS Pilkada 2024": ["index kerawanan di TPS Pilkada 2024 = tps_rawan_pilkada_2024"],
    "TPS yang paling rawan Pemilu 2024": ["index TPS yang paling rawan Pemilu 2024 = tps_rawan_pemilu_2024"],
    "rawan di TPS pada Pilkada 2024": ["index rawan di TPS pada Pilkada 2024 = tps_rawan_pilkada_2024"],
    "TPS rawan Pemilu 2019": [f"vote Pemilu 2019 = {_2019}"],
    "kerawanan TPS 2018": ["index kerawanan TPS 2018 = tps_rawan_pilkada_2018"],
    "tempat pemungutan suara rawan 2018": ["index tempat pemungutan suara rawan 2018 = tps_rawan_pilkada_2018"],
    "tempat pemungutan suara (TPS) yang rawan 2018": [
        "index tempat pemungutan suara (TPS) yang rawan 2018 = tps_rawan_pilkada_2018"
    ],
    "rawan TPS 2018": ["index rawan TPS 2018 = tps_rawan_pilkada_2018"],
    "INDEKS KERAWANAN POLITIK UANG": ["index INDEKS KERAWANAN POLITIK UANG = ikp_tematik_politik_uang"],
    "pemetaan kerawanan untuk seluruh pemilihan": ["index pemetaan kerawanan = pemetaan_pilkada_2024"],
    "pemetaan kerawanan untuk semua pihak pemilihan": [],
    "IKP TAHUN 2019": [f"index IKP TAHUN 2019 = {_2019}"],
    "IKP Alfa Tahun 2019": [f"index IKP Alfa Tahun 2019 = {_2019}"],
    "TPS rawan 2018": ["index TPS rawan 2018 = tps_rawan_pilkada_2018"],
}
VOTES = {
    "Pemilu 2019 dan Pilkada 2020": [f"vote Pemilu 2019 = {_2019}", f"vote Pilkada 2020 = {_2020}"],
    "Pemilu dan Pilkada 2024": ["vote Pemilu dan Pilkada 2024 = ikp_2024"],
    "Pilkada Banten 2017": ["vote Pilkada Banten 2017 = ikp_pilkada_2017"],
    "Pilkada banten 2017": [],
    "Pilkada Satu Dua Tiga 2017": ["vote Pilkada Satu Dua Tiga 2017 = ikp_pilkada_2017"],
    "Pilkada Satu Dua Tiga Empat 2017": [],
    "Pilkada di Provinsi Banten 2017": ["vote Pilkada di Provinsi Banten 2017 = ikp_pilkada_2017"],
    "Pilkada di kabupaten Alfa tahun 2017": ["vote Pilkada di kabupaten Alfa tahun 2017 = ikp_pilkada_2017"],
    "pemilu kepala daerah 2018": ["vote pemilu kepala daerah 2018 = ikp_pilkada_2018"],
    "pemilihan umum kepala daerah 2018": ["vote pemilihan umum kepala daerah 2018 = ikp_pilkada_2018"],
    "pemilu kepala daerah": [],
    "pemilihan legislatif 2019": [f"vote pemilihan legislatif 2019 = {_2019}"],
    "pemilihan umum 2019": [f"vote pemilihan umum 2019 = {_2019}"],
    "pemilihan 2020": [f"vote pemilihan 2020 = {_2020}"],
    "Pemilu 2013": [],
    "xpemilu 2019": [],
    "pemilux 2019": [],
    "Pemilu 17 April 2019": [f"vote day Pemilu 17 April 2019 = {_2019}"],
    "Pemilu (Rabu, 17-04-2019)": [f"vote day Pemilu (Rabu, 17-04-2019 = {_2019}"],
    "Pemilu 18 April 2019": [],
}
SOURCES = {
    "data Pemilu 2019": True,
    "bersumber dari Pemilu 2019": True,
    "data. Pemilu 2019": False,
    "olahdatanya Pemilu 2019": True,
    "datang Pemilu 2019": False,
    "data " + "x" * 58 + " Pemilu 2019": True,
    "data " + "x" * 59 + " Pemilu 2019": False,
    "pelanggaran Pemilu 2024": True,
    "pelanggaran Pemilu 2024 nanti": False,
    "pelanggaran Pemilu 2024 (14 Februari) mendatang": False,
    "pelanggaran Pemilu 2024 yang akan datang": False,
    "pelanggaran Pemilu 2024 berakhir nanti": True,
    "pelanggaran yang bisa berulang pada Pemilu 2024": False,
    "pelanggaran yang dapat berulang; Pemilu 2024": False,
    "mencegah pelanggaran Pemilu 2024": False,
    "potensi pelanggaran Pemilu 2024": False,
    "potensi kuat ada pelanggaran Pemilu 2024": True,
    "bisa terjadi pada Pemilu 2024": False,
    "terjadi pada Pemilu 2024": True,
    "pasca Pemilu 2019": True,
    "pasca-Pemilu 2019": True,
    "usai penyelenggaraan tahapan Pemilu 2019": True,
    "usai penyelenggaraan tahapan dua Pemilu 2019": False,
    "usai sarapan Pemilu 2019": False,
    "Pemilu 2019 terjadi PSU": True,
    "Pemilu 2019 lalu memang pernah ada PSU": True,
    "Pemilu 2019 adalah PSU": False,
    "Pemilu 2019 dijadikan acuan": True,
    "Pemilu 2019 menjadi rujukan": True,
    "Pemilu 2019 " + "x" * 38 + " jadi dasar": True,
    "Pemilu 2019 " + "x" * 39 + " jadi dasar": False,
    "Pemilu 2019. Menjadi rujukan": False,
    "berbasis IKP 2019": True,
    "bersumber dari IKP 2019": True,
    "dari 61 indikator IKP 2019": True,
    "berbasis, IKP 2019": False,
    "berbasis " + "x" * 58 + " IKP 2019": True,
    "berbasis " + "x" * 60 + " IKP 2019": False,
    "berbasisx IKP 2019": False,
    "data IKP 2019": False,
    "pasca IKP 2019": False,
    "berbasis IKP 2019 nanti": True,
}
"""Whether an election or index is a source of data, not what is spoken of."""
COMPARED = {
    "dibanding IKP 2019": True,
    "dibandingkan dengan Pemilu 2019": True,
    "dibanding, IKP 2019": False,
    "dibanding 3,5 IKP 2019": True,
    "seperti " + "x" * 48 + " IKP 2019": True,
    "seperti " + "x" * 50 + " IKP 2019": False,
    "sepertinya IKP 2019": False,
    "naik dari IKP 2019": True,
    "naik dari hasil IKP 2019": True,
    "naik 3,5 poin dari IKP 2019": True,
    "naik, dari IKP 2019": False,
    "naik. dari IKP 2019": False,
    "naik " + "x" * 28 + " dari IKP 2019": True,
    "naik " + "x" * 29 + " dari IKP 2019": False,
    "naik di IKP 2019": False,
    "naiknya dari IKP 2019": False,
    "panaik dari IKP 2019": False,
    "lebih tinggi dari Pemilu 2019": True,
    "tinggi dari Pemilu 2019": False,
    "IKP 2019 dibanding": False,
}
THEMES = {
    "IKP tematik": ["index IKP tematik = ikp_tematik_2023"],
    "pemetaan kerawanan tematik": ["index pemetaan kerawanan tematik = ikp_tematik_2023"],
    "IKP tematik politik uang": ["index IKP tematik politik uang = ikp_tematik_politik_uang"],
    "IKP tematik soal politik uang dan netralitas ASN": ["index IKP tematik soal politik uang = ikp_tematik_2023"],
    "IKP tematik politik uang, netralitas ASN": ["index IKP tematik politik uang = ikp_tematik_2023"],
    "IKP tematik politik uang. Netralitas ASN": ["index IKP tematik politik uang = ikp_tematik_politik_uang"],
    "Politik uang. IKP tematik": ["index IKP tematik = ikp_tematik_politik_uang"],
    "Politik uang, netralitas ASN. IKP tematik": ["index IKP tematik = ikp_tematik_2023"],
    "Politik uang. IKP tematik diumumkan soal hoaks, netralitas ASN": [
        "index IKP tematik = ikp_tematik_netralitas_asn"
    ],
    "indeks (IKP) politik uang": ["index indeks (IKP) politik uang = ikp_tematik_politik_uang"],
    "indeks isu strategis: politik uang": ["index indeks isu strategis: politik uang = ikp_tematik_politik_uang"],
    "pemetaan tema:politik uang": ["index pemetaan tema:politik uang = ikp_tematik_politik_uang"],
    "IKP tematiknya": [],
    "IKP tematik politik uang, sara": ["index IKP tematik politik uang = ikp_tematik_2023"],
    "IKP tematik politik uang, saran": ["index IKP tematik politik uang = ikp_tematik_politik_uang"],
    "IKP tematik. Politik uang": ["index IKP tematik = ikp_tematik_2023"],
    "Politik uang. " + "x" * 224 + ". IKP tematik": ["index IKP tematik = ikp_tematik_politik_uang"],
    "Politik uang. " + "x" * 225 + ". IKP tematik": ["index IKP tematik = ikp_tematik_2023"],
    "IKP tematik " + "x" * 95 + " politik uang": ["index IKP tematik = ikp_tematik_politik_uang"],
    "IKP tematik " + "x" * 96 + " politik uang": ["index IKP tematik = ikp_tematik_2023"],
    "indeks kerawanan politik uang": ["index indeks kerawanan politik uang = ikp_tematik_politik_uang"],
    "pemetaan - isu politisasi SARA": ["index pemetaan - isu politisasi SARA = ikp_tematik_sara"],
    "pemetaan - politisasi SARA": [],
    "IKP tematik: kampanye di media sosial": ["index IKP tematik: kampanye di media sosial = ikp_tematik_medsos"],
    "indeks: politik uang": [],
    "indeks daerah politik uang": [],
}


@pytest.mark.parametrize(("text", "expected"), [*INDICES.items(), *VOTES.items(), *THEMES.items()])
def test_names(text: str, expected: list[str], reference: Reference) -> None:
    assert list(_written(text, edition_names(text, reference))) == expected


def test_names_are_those_of_the_table(reference: Reference) -> None:
    """Read the table anew, for what is derived from it is kept."""
    fresh = replace(reference)
    for text, expected in (INDICES | VOTES | THEMES).items():
        assert list(_written(text, edition_names(text, fresh))) == expected, text


@pytest.mark.parametrize(("text", "expected"), SOURCES.items())
def test_sources_of_data(text: str, *, expected: bool, reference: Reference) -> None:
    assert [name.data for name in edition_names(text, reference)] == [expected]


@pytest.mark.parametrize(("text", "expected"), COMPARED.items())
def test_editions_that_are_compared_with(text: str, *, expected: bool, reference: Reference) -> None:
    assert [name.compared for name in edition_names(text, reference)] == [expected]


def _written(text: str, names: tuple[EditionName, ...]) -> Iterator[str]:
    for name in names:
        sort = ("index " if name.instrument else "vote ") + ("day " if name.day else "")
        written = text[name.start : name.end]
        yield f"{sort}{written} = {'|'.join(name.ids)}"
        assert str(name.year) in written or name.year is None


DATED = {
    "IKP 2024 yang dirilis 2022": "ikp_2024",
    "IKP 2024 yang dirilis 16 Desember 2022": "ikp_2024",
    "IKP 2024 yang dirilis 2024": "pemetaan_pilkada_2024",
    "IKP 2019 yang dirilis 2022": None,
    "IKP Pilkada 2020 yang dirilis 25 Februari 2020": "ikp_pilkada_2020",
    "IKP Pilkada 2020 yang dirilis pada 24 Juni 2020": "ikp_pilkada_2020_update",
    "IKP Pilkada 2020 yang dirilis Selasa (25/2/2020)": "ikp_pilkada_2020",
    "IKP Pilkada 2020 yang dirilis September 2020": "ikp_pilkada_2020_update",
    "IKP Pilkada 2020 yang dirilis Januari 2020": None,
    "IKP Pilkada 2020 yang dirilis 2020": None,
    "IKP 2024 pada 2022": None,
    "Pemilu 2024 yang dirilis 2022": None,
    "IKP 2024 dirilis": None,
    "IKP 2024 dirilis. 2022": None,
    "IKP 2024 dirilis " + "x" * 38 + " 2022": "ikp_2024",
    "IKP 2024 dirilis " + "x" * 39 + " 2022": None,
}


@pytest.mark.parametrize(("text", "expected"), DATED.items())
def test_an_index_dated_by_its_launch(text: str, expected: str | None, reference: Reference) -> None:
    assert dated_edition(edition_names(text, reference)[0], text, reference) == expected


def test_what_came_later_is_not_meant(reference: Reference) -> None:
    ids = {day: edition_names("IKP 2020", reference, day)[0].ids for day in (date(2020, 3, 1), date(2020, 3, 26))}
    assert ids == {
        date(2020, 3, 1): ("ikp_pilkada_2020",),
        date(2020, 3, 26): ("ikp_pilkada_2020", "ikp_pilkada_2020_update"),
    }
    assert edition_names("IKP 2024", reference, date(2022, 9, 16)) == ()
    assert edition_names("IKP 2024", reference, date(2022, 9, 17))[0].ids == ("ikp_2024",)


def test_first_day_of_an_edition(reference: Reference) -> None:
    index = reference.editions["ikp_2024"]
    assert earliest(replace(index)) == date(2022, 9, 17)
    assert earliest(replace(index, published=None)) == date(2023, 7, 1)


def test_an_id_that_says_nothing_is_refused(reference: Reference) -> None:
    with pytest.raises(ValueError, match="convention"):
        profile(replace(reference.editions["ikp_2024"], id="ikp-2024"))
