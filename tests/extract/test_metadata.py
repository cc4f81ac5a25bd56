"""Kind, issuer, region and dates of documents: made-up ones, the seeds and the development gold."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from pipeline.extract.metadata.describe import describe, find_home
from pipeline.extract.regions.reader import name_reader
from pipeline.extract.scene.scene import analyse
from pipeline.extract.words.language import Passage
from pipeline.model import Block, BlockKind, Document, Hints, Metadata, Span
from pipeline.readers import read
from pipeline.reference import Reference, load_reference

SHARED = Path(__file__).parents[3] / "shared"
HAS_SHARED = SHARED.is_dir()
ABSENT = "the reference documents are not beside the checkout"

# What a reader would say the development documents are about; several where the text is about several.
REGIONS = {
    "agam-halopadang-level2020": "13.06",
    "bali-klungkung": "51.05",
    "banten-jpnn-2024": "36",
    "belitung-antara-1578": "19.02",
    "dki-databoks-kota": "31",
    "gorontalo-beritanasional": "75",
    "jateng-suarabaru-7daerah": "33",
    "jatim-idntimes-lamongan-sept2020": "35.24",
    "kalbar-bengkayang-tps": "61.07",
    "kalbar-sekadau-2020": "61.09",
    "kaltara-benuanta": "65",
    "kaltara-prokal-tps": "65",
    "kalteng-tribun-tps-p3": "62",
    "kaltim-databoks": "64",
    "kaltim-prokal-ikp-persen": "64",
    "kaltim-tribun-mahulu": "64.11 64",
    "kuansing-lamanriau-level5": "14.09",
    "lebak-bbsnews-2018": "36.02 36",
    "maluku-siwalima": "81",
    "malut-indotimur-2018": "82",
    "nasional-politikuang-tematik": "ID",
    "nasional-rmol-pemetaan2024": "ID",
    "nasional-sumeks-daftar": "ID",
    "nasional-tvone-ikp2024": "ID",
    "ntb-indikatorbima-2018": "52 52.06 52.72",
    "ntb-ntbsatu": "52",
    "ntt-antara-flotim-2018": "53.06 53",
    "ntt-detik-9": "53",
    "pabar-antara-manokwari": "92.02",
    "pabar-linkpapua-rentang": "92",
    "papua-koranpapua-mimika": "94.04",
    "papua-okezone-10": "ID",
    "purbalingga-kr-peringkat": "33.03",
    "sampang-kompas-ipkp-polri": "35.27 35",
    "sukoharjo-solopos-21indikator": "33.11",
    "sulbar-kwri-mateng": "76.06",
    "sulsel-suara-tps": "73",
    "sulsel-tribun-bulukumba": "73 73.02",
    "sulteng-potret-sigi": "72.10",
    "sulteng-sultengterkini": "72",
    "sultra-lentera-2018": "74 74.02",
    "sulut-beritasulut": "71",
    "sumut-viva-tahapan2024": "12",
    "tangsel-tangerangekspres-2019": "36.74",
}

# The days of publication that stand in the development documents themselves.
STATED = {
    "kalbar-bengkayang-tps": date(2024, 11, 25),
    "nasional-rmol-pemetaan2024": date(2024, 8, 26),
    "nasional-sumeks-daftar": date(2023, 7, 11),
    "ntb-indikatorbima-2018": date(2018, 9, 28),
    "purbalingga-kr-peringkat": date(2022, 12, 22),
}

OUTLETS = [
    ("Jambi (ANTARA) - Provinsi Jambi rawan rendah.", "ANTARA"),
    ("SEMARANG (SUARABARU.ID) – Jawa Tengah rawan.", "suarabaru.id"),
    ("Jurnalismalang.com – Rapat di Kota Malang.", "Jurnalismalang.com"),
    ("biem.coBawaslu Provinsi Banten hadir.", "biem.co"),
    ("HALOPADANG.ID — Kabupaten Agam rawan.", "halopadang.id"),
    ("jpnn.com, BANTEN - Provinsi Banten rawan.", "jpnn.com"),
    ("SURABAYA, KOMPAS.com - Jawa Timur rawan.", "KOMPAS.com"),
    ("Surabaya, IDN Times - Jawa Timur rawan.", "IDN Times"),
    ("SIGI, POTRET SULTENG – Kabupaten Sigi rawan.", "POTRET SULTENG"),
    ("TIMIKA, Koranpapua.id- Kabupaten Mimika rawan.", "Koranpapua.id"),
    ("balitribune.co.id | SemarapuraJelang pilkada, Bali rawan.", "balitribune.co.id"),
    ("Banda Aceh | Kabarseulawah - Provinsi Aceh rawan.", "Kabarseulawah"),
    ("Kabar Khatulistiwa, Pontianak - Kalimantan Barat rawan.", "Kabar Khatulistiwa"),
    ("BANDUNG, KABAR ALFA - Jawa Barat rawan.\nKabar Alfa © 2023", "Kabar Alfa"),
    ("METRO (KA) - Lampung rawan.\n© 2022 KabarAlfa, Metro", "KabarAlfa"),
    ("Kota Bima, Bima - Kota Bima rawan.", None),
    ("SEMARANG - Jawa Tengah rawan.", None),
    ("Rapat (12/8/2024) - di Palu.", None),
    ("Badan Pengawas Pemilihan Umum (Bawaslu) - lembaga di Palu.", None),
]


@cache
def reference() -> Reference:
    return load_reference()


def build(text: str, *, site: str | None = None, published: date | None = None, html: bool = False) -> Document:
    """Make a document of one block a line; lines that begin with ``#`` are headings, with ``-`` list items."""
    blocks: list[Block] = []
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        kind: BlockKind = {"#": "heading", "-": "list_item"}.get(words[:1], "paragraph")  # type: ignore[assignment]
        skip = 2 if words[:2] in {"# ", "- "} else 0
        if words:
            span = Span(start=start + skip, end=start + len(line.rstrip("\n")))
            blocks.append(Block(kind=kind, span=span))
        start += len(line)
    return Document(
        sha256="0" * 64,
        media_type="text/html" if html else "text/plain",
        text=text,
        blocks=tuple(blocks),
        reader="test",
        reader_version=1,
        site=site,
        published=published,
    )


def passages(document: Document) -> tuple[Passage, ...]:
    reader = name_reader(reference())
    return tuple(reader.read(block.span.of(document.text), block.span.start) for block in document.blocks)


def metadata_of(
    document: Document, found: Sequence[Passage], name: str = "", hints: Hints | None = None
) -> Metadata:
    given = hints or Hints()
    return describe(document, found, find_home(document, found, name, given, reference()), given, reference())


def described(text: str, *, name: str = "", site: str | None = None) -> Metadata:
    document = build(text, site=site)
    return metadata_of(document, passages(document), name)


@pytest.mark.parametrize(("line", "outlet"), OUTLETS, ids=[line for line, _ in OUTLETS])
def test_outlet_of_a_dateline(line: str, outlet: str | None) -> None:
    assert described(line).issuer == outlet


def test_site_stands_in_for_a_missing_dateline() -> None:
    assert described("Provinsi Jambi rawan rendah.", site="Kabar Alfa").issuer == "Kabar Alfa"


def test_release_of_a_regency() -> None:
    found = described(
        "# SIARAN PERS\n# BAWASLU KABUPATEN SERANG\n18 Agustus 2024\n"
        "Bawaslu Kabupaten Serang meluncurkan pemetaan di Kota Serang, Minggu (18/08/2024).\n"
        "Data pemilu (14 Februari 2024) dipakai.\nNarahubung: Humas"
    )
    assert found == Metadata(
        kind="press_release",
        issuer="Bawaslu Kabupaten Serang",
        region_code="36.04",
        published=date(2024, 8, 18),
        event_date=date(2024, 8, 18),
    )


def test_release_is_dated_above_its_signature() -> None:
    found = described(
        "# Press Release\nBawaslu Kota Bima memetakan kerawanan.\nKota Bima, 3 Juni 2024\nKETUA BAWASLU KOTA BIMA,"
    )
    assert (found.issuer, found.published) == ("Bawaslu Kota Bima", date(2024, 6, 3))


def test_kind_by_letterhead_form_and_report() -> None:
    assert described("set.alfa@bawaslu.go.id\nBawaslu Kota Bima memetakan.").kind == "press_release"
    assert described("# FORMULIR A\nBawaslu Kota Bima").kind == "form"
    assert described("# Laporan Hasil Pengawasan\nBawaslu Kota Bima").kind == "report"
    assert described("Ketua Bawaslu Kota Bima, Ani\nJambi (ANTARA) - Kota Bima rawan.").kind == "news"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("BAWASLU PROVINSI JAWA TENGAH\nSIARAN PERS", "press_release"),
        (
            "BAWASLU PROVINSI JAWA TENGAH\nJl. Papandayan Selatan 1\nSIARAN PERS\nNomor: 12/HM/2024",
            "press_release",
        ),
        ("Bawaslu Provinsi Jawa Tengah\nSiaran Pers Nomor 12", "press_release"),
        ("Bawaslu Jawa Tengah menggelar rapat dan merilis\nsiaran pers", "news"),
        ("Bawaslu Jawa Tengah Gelar Siaran Pers", "news"),
    ],
)
def test_release_below_a_letterhead_in_plain_text(head: str, kind: str) -> None:
    text = f"{head}\n\nBawaslu Provinsi Jawa Tengah meluncurkan pemetaan kerawanan."
    document = read(text.encode(), name="rilis.txt", sha256="0" * 64)
    read_passages = [unit.passage for unit in analyse(document, reference())]
    found = metadata_of(document, read_passages, "rilis.txt")
    assert (found.kind, found.issuer) == (
        kind,
        "Bawaslu Provinsi Jawa Tengah" if kind == "press_release" else None,
    )


def test_letterhead_without_an_address() -> None:
    text = "# BADAN PENGAWAS PEMILIHAN UMUM\n# KABUPATEN MIMIKA\n# Pemetaan\nTimika, 25 November 2024\nIsu rawan."
    found = described(text)
    assert (found.kind, found.issuer) == ("press_release", "Bawaslu Kabupaten Mimika")
    assert (found.published, found.event_date) == (date(2024, 11, 25), None)


def test_fact_sheet_and_hand_out_are_reports() -> None:
    sheet = described("# LEMBAR FAKTA\nDisampaikan pada rapat koordinasi di Kota Bima, 20 Desember 2022.")
    assert (sheet.kind, sheet.issuer, sheet.event_date) == ("report", "Bawaslu Kota Bima", date(2022, 12, 20))
    hand_out = described("# Kerawanan Kota Bima\n# Bahan Rapat Koordinasi, Bima, 14 Juli 2024\nKota Bima rawan.")
    assert (hand_out.kind, hand_out.event_date) == ("report", date(2024, 7, 14))


def test_series_of_years_is_a_page_of_statistics() -> None:
    series = "Indeks Provinsi Riau 40,1 pada 2020, 41,2 pada 2021, 43,1 pada 2022, dan 44,0 pada 2023."
    assert described(series).kind == "report"
    assert described(f'{series} "Naik," kata Ani.').kind == "news"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bima, 29 Juli 2024. Bawaslu Kota Bima meluncurkan pemetaan.", date(2024, 7, 29)),
        ("Bima, 30 Agustus 2024 - Bawaslu Kota Bima merilis pemetaan.", date(2024, 8, 30)),
        ("Nomor: 041/HM.02/K.JT-31/12/2022", None),
    ],
)
def test_dateline_of_a_release(line: str, expected: date | None) -> None:
    found = described(f"# SIARAN PERS\n{line}\nKota Bima rawan.")
    assert (found.published, found.event_date) == (expected, None)


def test_page_of_several_provinces() -> None:
    two = "Data Jawa Timur dan Jawa Tengah disandingkan.\n- Kabupaten Kediri 20,1\n- Kabupaten Kendal 20,3"
    assert described(two).region_code is None
    twins = "Peta dari Provinsi Jawa Barat dan Provinsi Kalimantan Selatan. {} 20,1."
    assert described(twins.format("Banjar")).region_code is None  # a kota of one, a kabupaten of the other
    assert described(twins.format("Kota Banjar")).region_code == "32"
    national = "Rata-rata nasional naik. Lombok Timur rawan. Teluk Bintuni rawan. Simeulue rawan."
    assert described(national).region_code == "ID"
    many = " ".join(
        f"{name} rawan." for name in ("Lebak", "Pandeglang", "Kota Serang", "Kota Cilegon", "Kota Tangerang")
    )
    assert described(f"Lomba se-Provinsi Banten. {many}").region_code == "36"


def test_what_is_said_in_jakarta_is_not_about_it() -> None:
    text = "Bawaslu meluncurkan indeks nasional. Sebanyak 514 kabupaten dinilai, kata Ani di Jakarta."
    assert described(text).region_code == "ID"


def test_twins_are_never_guessed() -> None:
    assert described("Bawaslu Malang memetakan kerawanan.").region_code is None
    assert described("Bawaslu Malang memetakan kerawanan. Di Kota Malang ada dua.").region_code == "35.73"
    assert described("Bawaslu Malang memetakan. Kabupaten Malang rawan.").region_code == "35.07"


def test_speaker_outweighs_the_regions_of_a_list() -> None:
    listed = "\n".join(f"- {name} 20,10" for name in ("Banten", "Lampung", "Riau", "Maluku", "Bali", "Aceh"))
    own = f"Indeks provinsi rilis, kata Ketua Bawaslu Kalimantan Utara.\n{listed}"
    assert described(own).region_code == "65"
    assert described(f"Bawaslu RI merilis indeks provinsi.\n{listed}").region_code == "ID"


def test_places_of_report_are_not_the_region() -> None:
    text = "JAKARTA, KOMPAS.com - Kabupaten Konawe masuk rawan tinggi. Konawe rawan."
    assert described(text).region_code == "74.02"


def test_file_name_speaks_only_where_the_text_is_silent() -> None:
    silent = "Hasil pemetaan menunjukkan kerawanan."
    assert described(silent, name="press-release-bawaslu-kutai-timur.pdf").region_code == "64.08"
    assert described("Kota Bima rawan.", name="bawaslu-kutai-timur.pdf").region_code == "52.72"
    assert described(silent).region_code is None


EVENTS = [
    ("IKP terbit 16 Desember 2022 lalu, dibahas Rabu (28/12).", date(2022, 12, 28)),
    ("IKP 2024 diluncurkan di Jakarta, Jumat, (16/12).", date(2022, 12, 16)),
    ("Rakor Pilkada digelar Jumat (23/08/2024).", date(2024, 8, 23)),
    ("Pemilu 2019 rawan, diumumkan Selasa (25/9).", date(2018, 9, 25)),
    ("Pada 16 Desember 2022 Bawaslu meluncurkan IKP rawan.", None),
    ("Pilkada Rabu, 27 November 2024 rawan, kata Ani, Senin (18/11/2024).", date(2024, 11, 18)),
    ("Rapat rawan Kamis (11/9) tahun 2021.", None),
    ("Rapat rawan digelar Sabtu (9/12/2023).", date(2023, 12, 9)),
    (
        "Indeks yang diumumkan Bawaslu pada Jumat (16/12/2022) rawan, kata Ani, Senin (19/12/2022).",
        date(2022, 12, 19),
    ),
    ("Rapat persiapan, lalu meluncurkan IKP rawan pada 16 Desember 2022.", None),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS, ids=[text for text, _ in EVENTS])
def test_event_date(text: str, expected: date | None) -> None:
    assert described(f"Kota Bima rawan. {text}").event_date == expected


def test_web_page_declares_its_day_and_office_files_do_not() -> None:
    day = date(2024, 9, 1)
    page = build("Kota Bima rawan.", published=day, html=True)
    assert metadata_of(page, passages(page)).published == day
    file = build("Kota Bima rawan.", published=day)
    assert metadata_of(file, passages(file)).published is None


def _text_document(path: Path) -> Document:
    from pipeline.readers.text import read_text  # noqa: PLC0415 (only for the documents beside the checkout)

    return read_text(path.read_bytes(), name=path.name, sha256="0" * 64, media_type="text/plain")


def _describe(path: Path) -> Metadata:
    document = _text_document(path)
    return metadata_of(document, passages(document))


@pytest.mark.shared
@pytest.mark.skipif(not HAS_SHARED, reason=ABSENT)
@pytest.mark.parametrize("path", sorted((SHARED / "seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_seeds(path: Path) -> None:
    gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))["document"]
    found = _describe(path)
    assert (found.kind, found.issuer, found.region_code) == (gold["kind"], gold["issuer"], gold["region_code"])
    assert found.published == (date.fromisoformat(gold["published"]) if gold["published"] else None)
    if "event_date" in gold:
        assert found.event_date == date.fromisoformat(gold["event_date"])


@pytest.mark.shared
@pytest.mark.skipif(not HAS_SHARED, reason=ABSENT)
@pytest.mark.parametrize("name", sorted(REGIONS))
def test_development_documents(name: str) -> None:
    path = SHARED / "gold" / f"{name}.txt"
    found = _describe(path)
    assert found.region_code in REGIONS[name].split()
    assert found.published == STATED.get(name)
    gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    assert found.kind == gold["kind"]


@pytest.mark.parametrize(
    ("text", "issuer", "region"),
    [
        ("Pemilu makin dekat, kata sejumlah warga.", "Gerbang Barat", "36"),
        ("SIARAN PERS\nBadan Pengawas Pemilihan Umum Provinsi Bali\n", "Bawaslu Provinsi Bali", "51"),
    ],
)
def test_the_source_of_a_document_is_asked_where_the_document_is_silent(
    text: str, issuer: str, region: str
) -> None:
    document = build(text)
    hints = Hints(issuer="Gerbang Barat", region_code="36")
    found = metadata_of(document, passages(document), hints=hints)
    assert (found.issuer, found.region_code) == (issuer, region)
