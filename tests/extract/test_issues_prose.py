"""Issues in sentences, items and under headings: what is stated, of whom, and how sure that is before calibration."""

from __future__ import annotations

import pytest

from one_line import drafts_of
from pipeline.reference import Reference

Issues = dict[str, list[tuple[str, float]]]

STATED: Issues = {
    # a word of finding, or of being there; of the document's own region a little less sure than of a named one
    "Ditemukan politik uang.": [("33.16 54", 0.902)],
    "Ditemukan politik uang di Kabupaten Pati dan Kabupaten Kudus.": [("33.18 54", 0.95), ("33.19 54", 0.95)],
    "Ditemukan politik uang di Kabupaten Pati, netralitas ASN di Kabupaten Kudus.": [
        ("33.18 54", 0.95),
        ("33.19 12", 0.95),
    ],
    "Di Kabupaten Pati ditemukan politik uang di Kabupaten Kudus.": [("33.19 54", 0.95)],
    "Dua kecamatan di Blora rawan politik uang.": [("33.16 54", 0.95)],
    "Ditemukan tiga laporan netralitas ASN, dan politik uang di dua TPS.": [
        ("33.16 12 x3", 0.902),
        ("33.16 54 x2", 0.902),
    ],
    # a wording of thirty letters needs none
    "Pemilih tidak memenuhi syarat yang masih terdaftar dalam DPT.": [("33.16 18", 0.921)],
    # polling stations in a conflict zone are an issue only of a text on polling stations
    "Ditemukan TPS di wilayah rawan konflik.": [("33.16 TPS di wilayah rawan konflik", 0.902)],
    "Rawan konflik di wilayah ini.": [],
}
DOUBTED: Issues = {
    "Di daerah ini masih ada politik uang.": [("33.16 54", 0.8)],
    "Rapat soal politik uang itu ramai.": [("33.16 54", 0.8)],
    "Di daerah ini politik uang dibahas.": [("33.16 54", 0.6)],
    "Menurut polri ditemukan politik uang.": [("33.16 54", 0.8)],
    "Kantor PPK pernah dirusak massa.": [("33.16 8", 0.807)],
    "Rapat menyebut, bahkan kantor PPK pernah dirusak massa.": [("33.16 8", 0.807)],
    "Logistik di pulau terluar sering datang terlambat ke TPS.": [("33.16 28", 0.8)],
    # an item that no lead calls a finding mentions nothing
    "Rapat selesai sore.\n\n- Di daerah ini politik uang dibahas.": [],
    # behind a sentence with issues
    "Ditemukan politik uang. Rapat soal netralitas ASN.": [("33.16 12", 0.8), ("33.16 54", 0.902)],
    "Ditemukan politik uang. Titip sembako kepada warga 4 kasus.": [
        ("33.16 54", 0.902),
        ("33.16 Titip sembako kepada warga x4", 0.6),
    ],
    "Titip sembako kepada warga 4 kasus.": [],
    "Ditemukan politik uang. Titip sembako di Pati 4 kasus.": [("33.16 54", 0.902)],
}
NOT_STATED: Issues = {
    "Di daerah ini politik uang harus ditolak.": [],
    "Itu pelanggaran kode etik yang dilarang.": [],
    "Aspek politik uang bernilai 2,61 dan rawan.": [],
    "Indeks netralitas ASN Blora rawan.": [],
    "Lima daerah tidak rawan PSU.": [],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    (STATED | DOUBTED | NOT_STATED).items(),
    ids=(STATED | DOUBTED | NOT_STATED).keys(),
)
def test_issues_of_a_sentence(text: str, expected: list[tuple[str, float]], reference: Reference) -> None:
    assert drafts_of(text, reference, own="33.16") == expected


ITEMS: Issues = {
    "politik uang": [("33.16 54", 0.95)],
    "politik uang; netralitas ASN": [("33.16 12", 0.95), ("33.16 54", 0.95)],
    "politik uang; rapat kerja dengan KPU": [("33.16 54", 0.95), ("33.16 rapat kerja dengan KPU", 0.6)],
    "Politik uang: 26 kasus": [("33.16 54 x26", 0.95)],
    "tiga laporan netralitas ASN": [("33.16 12 x3", 0.95)],
    "titip sembako": [("33.16 titip sembako", 0.6)],
    # behind a theme, by commas, where one of them is known
    "Hak pilih: pemilih ganda, titip sembako": [("33.16 20", 0.95)],
    "Hak pilih: titip sembako, sewa tenda": [("33.16 Hak pilih: titip sembako, sewa tenda", 0.6)],
    "PSU": [("33.16 32", 0.95)],
    "ab": [],
    # none of it, no more of it, or not of these votes
    "PSU - nol": [],
    "pemilih ganda (nihil)": [],
    "0 kasus kampanye di luar jadwal": [],
    "pemilih ganda sudah dibersihkan": [],
    "politik uang di pilkades": [],
    "tidak ditemukan politik uang": [],
    "tidak ada pemantau pemilu": [("33.16 60", 0.95)],
}


@pytest.mark.parametrize(("item", "expected"), ITEMS.items(), ids=ITEMS.keys())
def test_issues_of_an_item(item: str, expected: list[tuple[str, float]], reference: Reference) -> None:
    found = drafts_of(f"Kerawanan yang ditemukan:\n\n- {item}\n- kampanye di luar jadwal", reference, own="33.16")
    assert [one for one in found if one[0] != "33.16 44"] == expected


def under(heading: str, *items: str) -> str:
    """Write a list under its heading."""
    return "\n".join([f"{heading}:", "", *(f"- {item}" for item in items)])


B, P = "Kabupaten Blora", "Kabupaten Pati"
HEADED: Issues = {
    under("Daerah rawan politik uang", B, "Kabupaten Pati, Kudus"): [
        ("33.16 54", 0.807),
        ("33.18 54", 0.807),
        ("33.19 54", 0.807),
    ],
    under("Netralitas ASN", B, f"{P} rawan sekali"): [("33.16 12", 0.902)],
    under("Daerah yang dibahas", B, P): [],
    under("Daerah dengan politik uang, netralitas ASN, dan rapat kerja rawan", B): [],
    # a known issue outside the catalog
    under("Kendala jaringan internet", B): [("33.16 kendala jaringan internet di TPS", 0.902)],
    # an item that is an issue and its regions
    under("Kerawanan yang ditemukan", "Penduduk tanpa e-KTP: Blora dan Pati"): [
        ("33.16 19", 0.95),
        ("33.18 19", 0.95),
    ],
    under("Kerawanan yang ditemukan", "Politik uang: Blora"): [("33.16 54", 0.95)],
    under("Kerawanan yang ditemukan", "Titip sembako: Blora, Pati"): [],
}
ANNOUNCED: Issues = {
    "Lima daerah rawan PSU. Kelima daerah itu yakni Blora dan Pati.": [
        ("33.16 32", 0.8),
        ("33.18 32", 0.8),
    ],
    "Lima daerah rawan PSU. Kelima daerah itu yakni Blora dan Pati. Kemudian Demak dan Jepara.": [
        ("33.16 32", 0.8),
        ("33.18 32", 0.8),
        ("33.20 32", 0.8),
        ("33.21 32", 0.8),
    ],
    "Lima daerah di Jawa Tengah rawan PSU. Yakni Blora dan Pati.": [("33.16 32", 0.8), ("33.18 32", 0.8)],
    # the one just named, where the next sentence tells a part of it
    "Kabupaten Demak paling rawan. Di antaranya politik uang.": [("33.21 54", 0.6)],
    "Kabupaten Demak paling rawan. Rapat selesai. Di antaranya politik uang.": [("33.21 54", 0.6)],
    # the nation's, until the own province has been named
    "Bawaslu RI menyebut isu politik uang.": [],
    "Jawa Tengah rawan.\n\nBawaslu RI menyebut isu politik uang.": [("33 54", 0.902)],
    # nothing begun to go on with, one region alone, no words that name them
    "Lima daerah rawan PSU. Kemudian Demak dan Jepara.": [],
    "Lima daerah rawan PSU. Kelima daerah itu yakni Blora.": [],
    "Lima daerah rawan PSU. Rapat itu di Blora dan Pati.": [],
    # two issues, the issue before the regions, regions named already, no finding, another issue beside the names
    "Lima daerah rawan PSU dan politik uang. Yakni Blora dan Pati.": [],
    "PSU di lima daerah rawan. Yakni Blora dan Pati.": [("33 32", 0.921)],
    "Lima daerah seperti Demak rawan PSU. Yakni Blora dan Pati.": [("33.21 32", 0.97)],
    "Lima daerah rapat PSU. Yakni Blora dan Pati.": [("33 32", 0.6)],
    "Lima daerah rawan PSU. Yakni Blora dan Pati rawan politik uang.": [
        ("33.16 54", 0.95),
        ("33.18 54", 0.95),
    ],
    "Lima daerah tidak rawan PSU. Yakni Blora dan Pati.": [],
}


@pytest.mark.parametrize(("text", "expected"), HEADED.items(), ids=HEADED.keys())
def test_regions_in_a_list_under_their_issue(
    text: str, expected: list[tuple[str, float]], reference: Reference
) -> None:
    assert drafts_of(text, reference) == expected


@pytest.mark.parametrize(("text", "expected"), ANNOUNCED.items(), ids=ANNOUNCED.keys())
def test_regions_that_the_next_sentence_names(
    text: str, expected: list[tuple[str, float]], reference: Reference
) -> None:
    assert drafts_of(text, reference) == expected


OF_NO_REGION: dict[str, list[tuple[str, float]]] = {
    # a text about no region of its own tells an issue of the one that the sentence before named
    "Kabupaten Demak rawan. Ada politik uang.": [("33.21 54", 0.722)],
    "Kabupaten Demak dan Pati rawan. Ada politik uang.": [],
    "Kabupaten Demak rawan. Rapat selesai. Ada politik uang.": [],
    "Kabupaten Demak rawan.\n\nAda politik uang.": [],
    "Isu rawan ada politik uang.": [],
}


@pytest.mark.parametrize(("text", "expected"), OF_NO_REGION.items(), ids=OF_NO_REGION.keys())
def test_issues_of_a_text_about_no_region(
    text: str, expected: list[tuple[str, float]], reference: Reference
) -> None:
    assert drafts_of(text, reference, own="ID") == expected
