"""The scene: what is furniture, which lead a list belongs to, where a dateline ends, which names are regions."""

from __future__ import annotations

import pytest

from pipeline.extract.scene.datelines import dateline_end
from pipeline.extract.scene.leads import is_row
from pipeline.extract.scene.scene import Unit, analyse
from pipeline.extract.scene.sections import Role
from pipeline.readers import read
from pipeline.reference import Reference


def units_of(text: str, reference: Reference) -> tuple[Unit, ...]:
    document = read(text.encode(), name="rilis.txt", sha256="0" * 64)
    return analyse(document, reference)


def roles_of(text: str, reference: Reference) -> list[tuple[str, Role]]:
    return [(unit.passage.text, unit.role) for unit in units_of(text, reference)]


DATELINES = {
    "SEMARANG, Kabar Pesisir - Tujuh daerah": "SEMARANG, Kabar Pesisir - ",
    "Blora (KABAR) - Bawaslu": "Blora (KABAR) - ",
    "KUDUS -- Bawaslu": "KUDUS -- ",
    "Mataram, 24 Desember 2022 - Bawaslu": "Mataram, 24 Desember 2022 - ",
    "Mataram, Inside Lombok, 24 Desember 2022 – Bawaslu": "Mataram, Inside Lombok, 24 Desember 2022 – ",
    "MATARAM, 24/12/2022: Bawaslu": "MATARAM, 24/12/2022: ",
    "Mataram, Sabtu (24/12) - Bawaslu": "Mataram, Sabtu (24/12) - ",
    "Mataram – 24 Desember 2022. Bawaslu": "Mataram – 24 Desember 2022. ",
    "Kota Mataram, 24 Desember 2022": "Kota Mataram, 24 Desember 2022",
    "Kabupaten Blora rawan tinggi": "",
    "Kabupaten Blora, 24 Desember 2022 masih rawan tinggi": "",
    "Blora, 24.12, Pati 30.10": "",
    "Mataram, Sabtu (24.12) - Bawaslu": "Mataram, Sabtu (24.12) - ",
    "Mataram, 24.12.2022 - Bawaslu": "Mataram, 24.12.2022 - ",
    "Mataram, Sabtu, 24.": "Mataram, Sabtu, 24.",
    "Kota Bima (30.30)": "",
    "Kota Bima (24.12)": "",
    "Kabupaten Blora, 24.": "",
    "Kabupaten Blora 24": "",
    "Kabupaten Blora (24/61)": "",
    "Kota Salatiga - rawan rendah": "",
    "Skor 13,4 - 49,3 tergolong sedang": "",
}


@pytest.mark.parametrize(("text", "expected"), DATELINES.items())
def test_datelines(text: str, expected: str) -> None:
    assert text[: dateline_end(text)] == expected


def test_items_take_the_role_of_their_lead(reference: Reference) -> None:
    text = (
        "Isu kerawanan yang tercatat:\n\n1. Politik uang\n2. Netralitas ASN\n\n"
        "Tujuan pemetaan ini adalah untuk:\n\n1. Menjaga hak pilih\n\n"
        "Langkah pencegahan di antaranya:\n\n1. Patroli"
    )
    assert [role for _, role in roles_of(text, reference)] == [
        "neutral", "findings", "findings", "neutral", "objectives", "neutral", "strategies",
    ]  # fmt: skip


def test_a_list_belongs_to_the_nearest_lead(reference: Reference) -> None:
    units = units_of(
        "Kerawanan tinggi:\n\n- Kabupaten Blora\n- Kabupaten Pati\n\nKerawanan rendah:\n\n- Kota Salatiga",
        reference,
    )
    leads = [units[unit.lead].passage.text for unit in units if unit.lead is not None]
    assert leads == ["Kerawanan tinggi:", "Kerawanan tinggi:", "Kerawanan rendah:"]


def test_a_paragraph_between_two_lists_ends_the_lead(reference: Reference) -> None:
    units = units_of(
        "Kerawanan tinggi:\n\n- Kabupaten Blora\n\nRapat dihadiri banyak tamu dan tertib hingga usai.\n\n"
        "- Kota Salatiga",
        reference,
    )
    assert [unit.lead for unit in units] == [None, 0, None, None]


def test_related_links_and_what_follows_the_article_are_furniture(reference: Reference) -> None:
    text = (
        "Kabupaten Blora rawan tinggi.\n\nBaca juga: Kota Salatiga rawan rendah\n\n"
        "Kabupaten Pati rawan tinggi.\n\nBerita Terkait\n\nKabupaten Kudus rawan tinggi dan perlu dijaga bersama."
    )
    assert [role for _, role in roles_of(text, reference)] == [
        "neutral", "furniture", "neutral", "furniture", "furniture",
    ]  # fmt: skip


def test_a_link_inside_a_paragraph_is_not_read(reference: Reference) -> None:
    units = units_of("Kabupaten Blora rawan tinggi. Baca juga: Kota Salatiga rawan rendah", reference)
    assert [unit.passage.text for unit in units] == ["Kabupaten Blora rawan tinggi. "]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kabupaten Blora 41,20", True),
        ("Kabupaten Blora rawan tinggi", True),
        ("Kabupaten Blora menggelar rapat", False),
        ("Skor Kabupaten Blora 41,20", False),
    ],
)
def test_rows_of_a_list_without_bullets(text: str, expected: bool, reference: Reference) -> None:  # noqa: FBT001
    *_, unit = units_of(f"Rapat berlangsung tertib hingga usai.\n\n{text}.", reference)
    assert is_row(unit) is expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kabupaten Blora dan kota salatiga", ["Kabupaten Blora", "kota salatiga"]),
        ("kab. Tegal, Prov. Banten", ["kab. Tegal", "Prov. Banten"]),
        ("beras sigi dan ikan batang", []),
        ("Papua Barat Daya", ["Papua Barat Daya"]),
        ("Kecamatan Bandung", ["Bandung"]),
    ],
)
def test_names_in_a_unit(text: str, names: list[str], reference: Reference) -> None:
    (unit,) = units_of(text, reference)
    assert [unit.passage.text[mention.start : mention.end] for mention in unit.mentions] == names


def test_names_below_a_regency_and_of_offices_are_marked(reference: Reference) -> None:
    (unit,) = units_of("Kecamatan Bandung, Bawaslu Kabupaten Serang, Kota Serang", reference)
    assert [(mention.below, mention.office) for mention in unit.mentions] == [
        (True, None),
        (False, "bawaslu"),
        (False, None),
    ]
