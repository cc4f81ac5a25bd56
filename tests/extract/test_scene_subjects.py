"""Which regions a sentence speaks of, the one whose Bawaslu speaks, and what leads a list."""

from __future__ import annotations

import pytest

from one_line import line_of, scene_of
from pipeline.extract.scene.leads import is_row
from pipeline.reference import Reference

B, P, JATENG = "33.16", "33.18", "33"
TEGAL_REGENCY, TEGAL_CITY = "33.28", "33.76"
NEITHER = "33.28 or 33.76"
Regions = list[tuple[str, float]]

NAMED: dict[str, Regions] = {
    # offices, what lies below a regency, a dateline and people are none
    "Bawaslu Blora menyebut Pati": [(P, 0.0)],
    "Kecamatan Blora di Pati": [(P, 0.0)],
    "SEMARANG, Kabar - Blora rawan": [(B, 0.0)],
    "Anggota Bawaslu Lampung, Hasbi Pagaralam, menyebut": [],
    "Menurut Hasbi Pagaralam": [],
    "Menurut Provinsi Lampung": [("18", 0.0)],
    "hadir, Hasbi Pagaralam mengatakan": [],
    "hadir, Hasbi Pagaralam rawan": [("16.72", 0.0)],
    # what goes with an office
    "Bawaslu Blora (Blora)": [],
    "KPU Kudus, Jawa Tengah": [],
    "KPU Kudus dan Jawa Tengah": [(JATENG, 0.0)],
    # one region named twice
    "Kabupaten Blora (Blora) rawan": [(B, 0.0)],
    "Kabupaten Blora alias Blora": [(B, 0.0)],
    "Kabupaten Blora atau Blora rawan": [(B, 0.0)],
    "Kabupaten Blora rawan Blora": [(B, 0.0), (B, 0.0)],
    # its province behind it
    "Kabupaten Blora, Jawa Tengah": [(B, 0.0)],
    "Kabupaten Blora di Jawa Tengah": [(B, 0.0)],
    "Kabupaten Blora Provinsi Jawa Timur": [(B, 0.0)],
    "Kabupaten Blora, Provinsi Jawa Timur": [(B, 0.0), ("35", 0.0)],
    "Kabupaten Blora dan Jawa Tengah": [(B, 0.0), (JATENG, 0.0)],
    # a province that but says where a name lies that no table knows
    "dan Antah (Lampung) rawan": [],
    "Antah (Lampung) rawan": [("18", 0.0)],
    "dan Antah (Blora) rawan": [(B, 0.0)],
    "dan Blora (Lampung) rawan": [(B, 0.0), ("18", 0.0)],
}
TWINS: dict[str, Regions] = {
    "Tegal": [(NEITHER, 1.0)],
    # the kind that stands behind the name
    "Tegal (kota)": [(TEGAL_CITY, 0.1)],
    "Tegal (kabupaten)": [(TEGAL_REGENCY, 0.1)],
    "Tegal kota.": [(TEGAL_CITY, 0.1)],
    "Tegal kabupaten rawan": [(TEGAL_REGENCY, 0.1)],
    "Tegal kota": [(NEITHER, 1.0)],
    # the kind of the one named before, or spoken of
    "Kabupaten Blora, Pekalongan": [(B, 0.0), ("33.26", 0.1)],
    "Kota Salatiga, Pekalongan": [("33.73", 0.0), ("33.75", 0.1)],
    "Kabupaten Blora, Kota Salatiga, Pekalongan": [(B, 0.0), ("33.73", 0.0), ("33.75", 0.4)],
    "skor enam kota yakni Tegal, Pekalongan": [(TEGAL_CITY, 0.4), ("33.75", 0.4)],
    "skor enam kabupaten yakni Tegal": [(TEGAL_REGENCY, 0.4)],
    "kabupaten/kota yakni Tegal": [(NEITHER, 1.0)],
    "kabupaten dan kota yakni Tegal": [(NEITHER, 1.0)],
    # beside its twin
    "Kota Tegal 41,20, sedangkan Tegal 39,10": [(TEGAL_CITY, 0.0), (TEGAL_REGENCY, 0.4)],
    "Kota Tegal dan Tegal": [(TEGAL_CITY, 0.0), (TEGAL_CITY, 0.4)],
    # the office that speaks
    "Bawaslu Kabupaten Semarang menyebut Semarang": [("33.22", 0.4)],
    "Bawaslu Kabupaten Semarang dan Bawaslu Kota Semarang menyebut Semarang": [("33.22 or 33.74", 1.0)],
}


def regions(text: str, reference: Reference, own: str | None = "33") -> Regions:
    line, _ = line_of(text, reference, own=own)
    return [(subject.code or " or ".join(subject.candidates), subject.doubt) for _, subject in line.regions]


@pytest.mark.parametrize(("text", "expected"), NAMED.items(), ids=NAMED.keys())
def test_regions_that_a_sentence_speaks_of(text: str, expected: Regions, reference: Reference) -> None:
    assert regions(text, reference) == expected


@pytest.mark.parametrize(("text", "expected"), TWINS.items(), ids=TWINS.keys())
def test_a_bare_name_of_a_regency_and_a_city(text: str, expected: Regions, reference: Reference) -> None:
    assert regions(text, reference) == expected


def test_the_kind_that_the_lead_of_a_list_speaks_of(reference: Reference) -> None:
    assert regions("Skor enam kota:\n\n- Tegal", reference) == [(TEGAL_CITY, 0.4)]
    assert regions("Skor kabupaten/kota:\n\n- Tegal", reference) == [(NEITHER, 1.0)]


def test_a_bare_name_may_be_the_region_that_the_text_is_about(reference: Reference) -> None:
    assert regions("Tegal", reference, own=TEGAL_REGENCY) == [(TEGAL_REGENCY, 0.1)]
    assert regions("Gresik", reference, own=None) == [("35.25", 0.0)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bawaslu Blora menyebut", B),
        ("Bawaslu Kota Tegal menyebut", TEGAL_CITY),
        ("eks Ketua Bawaslu Blora menyebut", None),
        ("mantan anggota Bawaslu Blora", None),
        ("mantan napi hadir, Bawaslu Blora menyebut", B),
        ("bekas itu milik desa yang ada di seberang sungai Bawaslu Blora", B),
        ("KPU Blora menyebut", None),
        ("Bawaslu menyebut Blora", None),
        ("Bawaslu Tegal menyebut", None),
    ],
)
def test_the_region_whose_bawaslu_speaks(text: str, code: str | None, reference: Reference) -> None:
    line, scene = line_of(text, reference)
    speaker = scene.speaker(line.unit, 0, line.end)
    assert (speaker and (speaker.code, speaker.carried)) == (code and (code, True))


def test_a_text_about_no_known_region_has_a_doubtful_own_one(reference: Reference) -> None:
    own, unknown = scene_of("teks", reference).own(), scene_of("teks", reference, own=None).own()
    assert (own.code, own.doubt, own.candidates, own.carried) == (JATENG, 0.0, (JATENG,), True)
    assert (unknown.code, unknown.doubt, unknown.candidates) == (None, 1.0, ())


# --- leads ---

LEADS: dict[str, tuple[tuple[str, ...], list[int | None]]] = {
    "a heading": (("Daftar isu", "- Satu", "- Dua"), [None, 0, 0]),
    "a sentence that announces nothing": (("Daftar isu selesai.", "- Satu"), [None, None]),
    "over an advertisement": (("Rawan tinggi", "- Blora", "ADVERTISEMENT", "- Pati"), [None, 0, None, 0]),
    "over a paragraph inside a numbered list": (
        ("Isu kerawanan:", "1. Satu", "Penjelasan satu itu panjang sekali.", "2. Dua"),
        [None, 0, None, 0],
    ),
    "over an advertisement before such a paragraph": (
        ("Isu kerawanan:", "1. Satu", "ADVERTISEMENT", "Penjelasan satu itu panjang.", "2. Dua"),
        [None, 0, None, None, 0],
    ),
    "over an advertisement behind such a paragraph": (
        ("Isu kerawanan:", "1. Satu", "Penjelasan satu itu panjang.", "ADVERTISEMENT", "2. Dua"),
        [None, 0, None, None, 0],
    ),
    "not where the numbers do not go on": (
        ("Isu kerawanan:", "1. Satu", "Penjelasan satu itu panjang sekali.", "3. Dua"),
        [None, 0, None, None],
    ),
    "names as paragraphs": (("Rawan tinggi:", "Kabupaten Blora", "Kabupaten Pati"), [None, 0, 0]),
    "names in one paragraph under a level": (
        ("Rawan tinggi", "Kabupaten Blora dan Pati", "Rapat di Kabupaten Pati selesai sore itu."),
        [None, 0, None],
    ),
    "a level with its number": (("Kategori sedang (8 daerah):", "Kabupaten Blora"), [None, 0]),
    "rows as paragraphs": (
        ("Skor berikut:", "Kabupaten Blora 41,20", "Kabupaten Pati 40,10", "Rapat selesai sore hari itu juga.", "Kota Tegal 9,10"),
        [None, 0, 0, None, None],
    ),
    "names that head lists of their own": (
        ("Kabupaten Blora", "- Politik uang", "Kabupaten Pati", "- PSU"),
        [None, 0, None, 2],
    ),
    "an item that leads rows": (
        ("Skor berikut:", "1. Kabupaten Blora:", "Kabupaten Pati 40,10", "Sedang"),
        [None, 0, 1, 1],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("blocks", "leads"), LEADS.values(), ids=LEADS.keys())
def test_what_leads_a_list(blocks: tuple[str, ...], leads: list[int | None], reference: Reference) -> None:
    assert [unit.lead for unit in scene_of("\n\n".join(blocks), reference).units] == leads


ROWS: dict[str, bool] = {
    "Kabupaten Blora 41,20": True,
    "Kabupaten Blora rawan tinggi": True,
    "Kabupaten Blora rawan": False,
    "Kabupaten Blora tinggi:": False,
    "Blora tingginya": False,
    "Skor Blora tinggi": False,
    "Provinsi Bali tinggi": True,
    "Provinsi Kategori tinggi": False,
    "Kab. Antah tinggi": True,
    "Kota antah tinggi": False,
    f"Kabupaten Blora {'x' * 67} tinggi": True,
    f"Kabupaten Blora {'x' * 68} tinggi": False,
}


@pytest.mark.parametrize(("text", "row"), ROWS.items())
def test_a_row_of_a_list_is_a_short_paragraph_with_a_region_and_its_value(
    text: str,
    row: bool,  # noqa: FBT001
    reference: Reference,
) -> None:
    assert is_row(scene_of(f"Rapat.\n\n{text}", reference).units[-1]) is row


def test_items_a_level_deeper_are_led_by_the_one_above(reference: Reference) -> None:
    text = "Isu kerawanan:\n\n1. Politik uang yaitu:\n   - di desa\n   - di kota\n2. Dua"
    units = scene_of(text, reference).units
    assert [(unit.lead, unit.is_lead) for unit in units] == [
        (None, True), (0, True), (1, False), (1, False), (0, False),
    ]  # fmt: skip


def test_lists_under_a_bare_name_are_for_what_the_text_before_says(reference: Reference) -> None:
    text = "Langkah pencegahan tiap daerah.\n\nKabupaten Blora\n\n- Patroli"
    assert [(unit.theme, unit.role) for unit in scene_of(text, reference).units] == [
        (None, "neutral"), ("strategies", "neutral"), (None, "strategies"),
    ]  # fmt: skip
    units = scene_of("Kabupaten Blora\n\n- Patroli", reference).units
    assert [unit.role for unit in units] == ["neutral", "findings"]
