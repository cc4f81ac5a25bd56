"""Regions told one below the other, with what is told of each on lines of its own."""

from __future__ import annotations

import pytest

from pipeline.model import Place, ScannedWord, Span
from pipeline.readers.drafts import Draft, build
from pipeline.readers.text import text_blocks


def items(text: str) -> list[str]:
    found = (block.span.of(text) for block in text_blocks(text) if block.kind == "list_item")
    return [" ".join(item.split()) for item in found]


CARDS = ["Sambas Tinggi", "Sanggau Sedang", "Sintang Rendah"]
BARE = "Sambas\nTinggi\nSanggau\nSedang\nSintang\nRendah\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        BARE: CARDS,
        f"Peta Kerawanan Kalbar\n{BARE}": CARDS,
        f"{BARE}\nSumber: Bawaslu\n": CARDS,
        f"{BARE}Sumber Bawaslu\n": CARDS,
        f"{BARE}Kota Pontianak\n": [],  # a name may stand under each level as well
        f"{BARE}Melawi\nSedang\nKota Pontianak\n": [*CARDS, "Melawi Sedang"],  # no level heads two lists
        f"Tinggi\n{BARE}": [],
        "Tinggi\nSambas\nSedang\nSanggau\nRendah\nSintang\n": [],
        "Tinggi\nSambas\nSanggau\nSedang\nSintang\nRendah\nMelawi\n": [],
        "Sambas\nTinggi\nSanggau\nSedang\n": CARDS[:2],
        "Sambas\nTinggi\nSanggau\nSedang\nSintang, Melawi\n": [],
        "Sambas\n41,20\nSanggau\n39,10\n": [],  # two may be anything
        "SAMBAS\n(Rawan Tinggi)\nSANGGAU\n(Rawan Sedang)\nSINTANG\n(Rawan Rendah)\n": [
            "SAMBAS (Rawan Tinggi)",
            "SANGGAU (Rawan Sedang)",
            "SINTANG (Rawan Rendah)",
        ],
        "1. Sambas\n   Kategori tinggi\n2. Sanggau\n   Kategori sedang\n3. Sintang\n   Kategori rendah\n4. Melawi\n": [
            "Sambas Kategori tinggi",
            "Sanggau Kategori sedang",
            "Sintang Kategori rendah",
            "Melawi",
        ],
        "Kab/Kota: Sambas\nTingkat Kerawanan: Tinggi\nKab/Kota: Landak\nTingkat Kerawanan: Sedang\n"
        "Kab/Kota: Melawi\nTingkat Kerawanan: Sedang\nTahun 2024": [
            "Kab/Kota: Sambas Tingkat Kerawanan: Tinggi",
            "Kab/Kota: Landak Tingkat Kerawanan: Sedang",
            "Kab/Kota: Melawi Tingkat Kerawanan: Sedang",
        ],
        "Sambas\nSkor\n41,20\nKategori\nSedang\nLandak\nSkor\n51,20\nKategori\nTinggi\nMelawi\nSkor\n9,10\n": [
            "Sambas Skor 41,20 Kategori Sedang",
            "Landak Skor 51,20 Kategori Tinggi",
            "Melawi Skor 9,10",
        ],
        "Sambas\nSkor 41,20\nLandak\nSkor 51,20\nRawan Tinggi\nMelawi\nSkor 9,10\n": [
            "Sambas Skor 41,20",
            "Landak Skor 51,20 Rawan Tinggi",
            "Melawi Skor 9,10",
        ],
        "41,20\nSEDANG\nSambas\n51,20\nTINGGI\nLandak\n9,10\nRENDAH\nMelawi\nPeta 2024": [
            "41,20 SEDANG Sambas",
            "51,20 TINGGI Landak",
            "9,10 RENDAH Melawi",
        ],
        "Skor Kalbar\n41,20\nSambas\n51,20\nLandak\n9,10\nMelawi\n": [
            "41,20 Sambas",
            "51,20 Landak",
            "9,10 Melawi",
        ],
        "41,20\nSambas\n51,20\nLandak\n9,10\nMelawi\n12,10\n": [],  # the first or the last is no one's
        "Sambas\nSkor 41,20\n\nSkor 51,20\nLandak\nTinggi\n\nMelawi\nRendah\n": [
            "Sambas Skor 41,20",
            "Skor 51,20 Landak Tinggi",
            "Melawi Rendah",
        ],
        "**Sambas**\nRawan tinggi\n\n**Landak**\nRawan sedang\n\n**Melawi**\nRawan rendah\n\n**Sintang**\n": [
            "Sambas** Rawan tinggi",
            "Landak** Rawan sedang",
            "Melawi** Rawan rendah",
        ],
    }.items(),
)
def test_cards(text: str, expected: list[str]) -> None:
    assert items(text) == expected


def drafts_of(*texts: str) -> list[Draft]:
    return [Draft(kind="paragraph", text=text) for text in texts]


def test_cards_in_paragraphs_of_their_own() -> None:
    built = build(
        drafts_of("Peta 2024", "1. Sambas", "Tinggi", "2. Landak", "Sedang", "3. Melawi", "Rendah", "Selesai.")
    )
    assert [(block.kind, block.span.of(built.text)) for block in built.blocks] == [
        ("heading", "Peta 2024"),
        ("list_item", "Sambas\nTinggi"),
        ("list_item", "Landak\nSedang"),
        ("list_item", "Melawi\nRendah"),
        ("paragraph", "Selesai."),
    ]


def test_words_read_in_a_picture_stay_where_they_are_on_a_card() -> None:
    drafts = [
        Draft(
            kind="paragraph",
            text=text,
            words=(ScannedWord(span=Span(start=0, end=len(text)), place=Place(), confidence=0.5),),
        )
        for text in ("Sambas", "Tinggi", "Landak", "Sedang", "Melawi", "Rendah")
    ]
    built = build(drafts)
    assert [word.span.of(built.text) for word in built.words] == [draft.text for draft in drafts]


@pytest.mark.parametrize("kind", ["note", "list_item"])
def test_other_pieces_part_cards(kind: str) -> None:
    between = Draft(kind="note" if kind == "note" else "list_item", text="Catatan: belum lengkap.")
    drafts = [
        *drafts_of("Sambas", "Tinggi"),
        between,
        *drafts_of("Landak", "Sedang", "Melawi", "Rendah", "Sintang"),
    ]
    built = build(drafts)
    assert "Sambas\nTinggi" not in [block.span.of(built.text) for block in built.blocks]
