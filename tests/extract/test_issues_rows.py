"""Issues of lists whose rows begin with a region, or stand below headings of the parts of what was announced."""

from __future__ import annotations

import pytest

from one_line import drafts_of
from pipeline.reference import Reference

OWN = "Bawaslu Provinsi Jawa Tengah memaparkan IKP 2024.\n\n"
ROWS: dict[str, set[str]] = {
    # an item begins with the region of its issue
    "Peristiwa yang tercatat:\n\n- Blora - pembagian amplop oleh tim kampanye\n- Pati – ASN tidak netral": {
        "33.16 54",
        "33.18 12",
    },
    # columns whose blanks were tidied away
    "Isu yang ditemukan:\n\nKabupaten Blora pembagian amplop\n\nKota Salatiga ujaran kebencian di media sosial": {
        "33.16 54",
        "33.73 51",
    },
    # an item that is no issue as a whole, but names one
    "Isu yang menonjol:\n\n- Tahapan pencalonan: adanya sengketa proses antara bakal calon dengan KPU": {"33 38"},
    # no list of findings
    "Langkah yang diambil:\n\n- Blora - lawan pembagian amplop\n- Pati - awasi ASN tidak netral": set(),
    # sentences below a lead, and headlines that no lead announces, are read as such
    "Isu yang ditemukan:\n\nBlora menggelar acara tolak bagi amplop.": set(),
    "Rapat selesai.\n\nBlora Tolak Bagi Amplop": set(),
}
PARTS: dict[str, set[str]] = {
    # parts of what was announced
    "Temuan di Blora:\n\nSosial politik\n\n- Politik uang\n\nPungut hitung\n\n- Surat suara tertukar": {
        "33.16 54",
        "33.16 29",
    },
    "Langkah di Blora:\n\nSosial politik\n\n- Politik uang\n\nPungut hitung\n\n- Surat suara tertukar": set(),
    # a paragraph between ends it
    "Temuan di Blora:\n\nRapat selesai pukul dua siang.\n\nTata tertib\n\n- Surat suara tertukar": set(),
}


def issues(text: str, reference: Reference, own: str = "33") -> set[str]:
    found = {label for label, _ in drafts_of(OWN + text, reference, own=own)}
    return {label for label in found if label.split()[1].isdigit()}


@pytest.mark.parametrize(("text", "expected"), ROWS.items(), ids=ROWS.keys())
def test_a_row_is_told_of_the_region_that_it_begins_with(
    text: str, expected: set[str], reference: Reference
) -> None:
    assert issues(text, reference) == expected


@pytest.mark.parametrize(("text", "expected"), PARTS.items(), ids=PARTS.keys())
def test_headings_part_what_was_announced(text: str, expected: set[str], reference: Reference) -> None:
    assert issues(text, reference, own="33.16") == expected
