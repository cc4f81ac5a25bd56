"""Outlets, kinds, issuers, regions and days of short pages, one rule a row, with what is none beside it."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from pipeline.extract.metadata.describe import describe, find_home
from pipeline.extract.metadata.outlets import find_outlet
from pipeline.extract.regions.reader import name_reader
from pipeline.model import Block, BlockKind, Document, Hints, Metadata, Span
from pipeline.reference import Reference, load_reference

DATELINES = {
    "Jambi (ANTARA) - Rawan": "ANTARA",
    "Jambi(ANTARA)– Rawan": "ANTARA",
    "» Jambi (ANTARA) - Rawan": "ANTARA",
    "Jambi (ANTARA) rawan": None,
    "Jambi (A) - Rawan": None,
    "Jambi (ANTARA 12) - rawan": None,
    "Jambi (" + "A" * 30 + ") - rawan": "A" * 30,
    "Jambi (" + "A" * 31 + ") - rawan": None,
    "jambi (ANTARA) - x": None,
    "(Jambi) - x": None,
    "Jambi (ANTARA ) - x": "ANTARA",
    "Jambi (KABAR.ID NEWS) - x": "KABAR.ID NEWS",
    "BANDUNG,kabar.com rawan": "kabar.com",
    "BANDUNG,Kabar Alfa - rawan": "Kabar Alfa",
    "a.com - rawan": "a.com",
    "Kabar.com - Rawan": "Kabar.com",
    "Kabar.com, rawan": "Kabar.com",
    "Kabar.com rawan": None,
    "kabar.co.idRawan": "kabar.co.id",
    "regional.kabar-alfa.com - rawan": "regional.kabar-alfa.com",
    "kabar.xyz - rawan": None,
    "Baca kabar.com - rawan": None,
    "BANDUNG, kabar.com rawan": "kabar.com",
    "BANDUNG | kabar.com, rawan": "kabar.com",
    "BANDUNG kabar.com, rawan": None,
    "BANDUNG, Kabar Alfa - rawan": "Kabar Alfa",
    "BANDUNG, Kabar Alfa rawan": None,
    "BANDUNG, Kabar Satu Dua Tiga - rawan": "Kabar Satu Dua Tiga",
    "BANDUNG, Kabar Satu Dua Tiga Empat - rawan": None,
    "Kabar Alfa, Bandung - rawan": "Kabar Alfa",
    "Kabar Alfa, bandung - rawan": None,
    "Rapat, 12 Mei 2024 - rawan": None,
    "Kota Bima, Bima - x": None,
    "Jakarta, Jatim - x": None,
    "BANDUNG, Bawaslu Alfa - x": None,
    "BANDUNG, Bawasluku - x": "Bawasluku",
    "BANDUNG, Kabar.Bawaslu.go.id - x": None,
    "BANDUNG (KPU) - x": None,
    "BANDUNG, IKP Alfa - x": None,
}
COPYRIGHTS: list[tuple[list[str], str | None]] = [
    (["© 2023 Kabar Alfa"], "Kabar Alfa"),
    (["Copyright © kabar.com"], "kabar.com"),
    (["Hak Cipta © 2020 kabar.com"], "kabar.com"),
    (["Kabar Alfa ©"], "Kabar Alfa"),
    (["Kabar Alfa © Kabar Beta"], "Kabar Beta"),
    (["© Alfa", "© Beta"], "Alfa"),
    (["rawan", "© Beta"], "Beta"),
    (["© 2023"], None),
    (["Hak Cipta Kabar Alfa"], None),
    (["x" * 151 + " © Kabar"], "Kabar"),
    (["x" * 152 + " © Kabar"], None),
]
SPELT: list[tuple[str, list[str], str]] = [
    ("KABAR ALFA", ["kabar alfa", "Kabar Alfa"], "Kabar Alfa"),
    ("KABAR ALFA", ["kabar alfa"], "KABAR ALFA"),
    ("KABAR ALFA", ["Kabar Alfabet"], "KABAR ALFA"),
    ("KABAR.ID", ["Kabar.id"], "kabar.id"),
    ("KaBar", ["Kabar"], "KaBar"),
    ("TO", ["TapisOnline"], "TapisOnline"),
    ("TO", ["Tapis Online"], "TO"),
    ("TO", ["TapO"], "TO"),
    ("TO", ["TapiO"], "TapiO"),
    ("TAP", ["TapisAlfaPadang"], "TapisAlfaPadang"),
    ("TAPO", ["TapisAlfaPadangOnline"], "TAPO"),
]


@cache
def reference() -> Reference:
    return load_reference()


@pytest.mark.parametrize(("line", "outlet"), DATELINES.items())
def test_outlet_of_a_dateline(line: str, outlet: str | None) -> None:
    assert find_outlet([line], [line], [], reference()) == outlet
    assert find_outlet(["Alfa rawan", line], [], [], reference()) == outlet


@pytest.mark.parametrize(("lines", "outlet"), COPYRIGHTS)
def test_outlet_of_a_copyright_line(lines: list[str], outlet: str | None) -> None:
    assert find_outlet([], lines, [], reference()) == outlet


@pytest.mark.parametrize(("outlet", "texts", "expected"), SPELT)
def test_spelling_of_an_outlet(outlet: str, texts: list[str], expected: str) -> None:
    dateline = f"BANDUNG ({outlet}) - x"
    assert find_outlet([dateline], texts, [], reference()) == expected
    assert find_outlet([dateline], [], texts, reference()) == expected


# --- pages ---


def _page(text: str, **values: object) -> Document:
    """Make a document of one block a line: "#" for headings, "-" for list items."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        kind: BlockKind = {"#": "heading", "-": "list_item"}.get(line[:1], "paragraph")  # type: ignore[assignment]
        skip = 2 if line[:2] in {"# ", "- "} else 0
        if line.strip():
            blocks.append(Block(kind=kind, span=Span(start=start + skip, end=start + len(line))))
        start += len(line) + 1
    given = {"media_type": "text/plain", "reader": "text", "reader_version": 1} | values
    return Document(sha256="0" * 64, text=text, blocks=tuple(blocks), **given)  # type: ignore[arg-type]


def _described(text: str, name: str = "", hints: Hints | None = None, **values: object) -> Metadata:
    document = _page(text, **values)
    reader = name_reader(reference())
    passages = [reader.read(block.span.of(document.text), block.span.start) for block in document.blocks]
    given = hints or Hints()
    return describe(
        document, passages, find_home(document, passages, name, given, reference()), given, reference()
    )


_FILL = "\n".join(["Alfa rawan."] * 13)
_LONG_LINE = "# SIARAN PERS " + "x" * 147

KINDS = {
    "# SIARAN PERS\nKota Bima rawan.": "press_release",
    "» Pres Release: Kota Bima": "press_release",
    "Sebuah siaran pers": "news",
    _FILL + "\nSiaran Pers": "press_release",
    _FILL + "\nAlfa.\nSiaran Pers": "news",
    _LONG_LINE[:160]: "press_release",
    _LONG_LINE + "xx": "news",
    "Formulir A": "form",
    "Form 3": "form",
    "Formasi A": "news",
    "Isi formulir A": "news",
    "Formulirnya": "news",
    "Alat kerjanya": "news",
    "Ini laporan hasil rapat": "news",
    "Factsheet IKP": "report",
    "Fact sheet IKP": "report",
    "Press release IKP": "press_release",
    "Plh Ketua Bawaslu Kota Bima": "press_release",
    "Plh. Ketua Bawaslu Kota Bima": "press_release",
    "xbawaslu.go.id": "news",
    "a.b.bawaslu.go.id": "press_release",
    "a\nb\nc\nd\nFormulir A": "form",
    "a\nb\nc\nd\ne\nFormulir A": "news",
    "Laporan Hasil Pengawasan": "report",
    "Kata pengantar": "report",
    "Laporan akhir tahun": "report",
    "Laporan kegiatan": "report",
    "Laporan pengawasan": "report",
    "Laporan kinerja": "report",
    "Laporan tahunan": "report",
    "Laporan pemetaan": "report",
    "Ringkasan eksekutif": "report",
    "Executive summary": "report",
    "Daftar isi": "report",
    "Lembar fakta": "report",
    "Lembar data": "report",
    "Bahan rapat": "report",
    "Bahan paparan": "report",
    "Bahan tayang": "report",
    "Bahan rakor": "report",
    "Bahan presentasi": "report",
    "Bahan diskusi": "report",
    "Bahan koordinasi": "report",
    "Laporan warga": "news",
    "Bahan pokok": "news",
    "Lembar baru": "news",
    "BAB I": "report",
    "Bab II": "news",
    "set.alfa@bawaslu.go.id\nKota Bima": "press_release",
    "https://alfa.bawaslu.go.id": "press_release",
    "x" * 160 + "\nset.alfa@bawaslu.go.id": "press_release",
    "x" * 161 + "set.alfa@bawaslu.go.id": "news",
    "Badan Pengawas Pemilihan Umum (Bawaslu) Republik Indonesia": "press_release",
    "Badan Pengawas Pemilihan Umum Kabupaten Alfa": "press_release",
    "Badan Pengawas Pemilihan Umum hadir": "news",
    "Kota Bima\nNarahubung: Ani": "press_release",
    "Kota Bima, narahubung: Ani": "news",
    "Ketua Bawaslu Kota Bima": "press_release",
    "Ketua Bawaslu Kota Bima" + "x" * 46: "press_release",
    "Ketua Bawaslu Kota Bima" + "x" * 47: "news",
    "Ketua Bawaslu Kota Bima" + "\nAlfa" * 7: "press_release",
    "Ketua Bawaslu Kota Bima" + "\nAlfa" * 8: "news",
    "Ketua KPU Kota Bima": "news",
    "Narahubung: Ani\nJambi (ANTARA) - Kota Bima rawan.": "news",
    "Skor 41 pada 2020, 42 pada 2021, 43 pada 2022 dan 44 pada 2023": "report",
    "Skor 41 pada 2020, 42 pada 2021, 43 pada 2022 dan 44 pada 2022": "news",
    "Skor 41 pada 2020, 42 pada 2021, 43 pada 2022 dan 44 pada 2023 menurut Ani": "news",
    "Skor 41 pada 2020, 42 pada 2021, 43 pada 2022 dan 44 pada 3 Mei 2023": "news",
    "Jambi (ANTARA) - Skor pada 2020, 2021, 2022 dan 2023": "news",
}

ISSUERS = {
    "# SIARAN PERS\nBawaslu Kota Bima memetakan.": "Bawaslu Kota Bima",
    "# SIARAN PERS\nKPU Kota Bima memetakan.": "KPU Kota Bima",
    "# SIARAN PERS\nKPU Kota Bima dan Bawaslu memetakan.": "Bawaslu Kota Bima",
    "# SIARAN PERS\nKPU Kota Bima, KPU dan Bawaslu memetakan.": "KPU Kota Bima",
    "# SIARAN PERS\nKomisi Pemilihan Umum Kota Bima memetakan.": "KPU Kota Bima",
    "# SIARAN PERS\nPanwaslih Kota Langsa memetakan.": "Panwaslih Kota Langsa",
    "# SIARAN PERS\nPanwaslih Kota Langsa dan Bawaslu memetakan.": "Bawaslu Kota Langsa",
    "# SIARAN PERS\nPanwaslih, Panwaslih Kota Langsa dan Bawaslu.": "Panwaslih Kota Langsa",
    "# SIARAN PERS\nPanwaslih, Panwaslih Kota Langsa, KPU dan KPU.": "KPU Kota Langsa",
    "# SIARAN PERS\nBawaslu RI: indeks nasional se-Indonesia.": "Bawaslu RI",
    "# SIARAN PERS\nRawan.": None,
    "Kota Bima rawan.": None,
}

PUBLISHED = {
    "18 Agustus 2024\nKota Bima rawan.": "2024-08-18",
    "Bima, Senin 18 Agustus 2024 | 19:16 WIB": "2024-08-18",
    "18 Agustus\nKota Bima rawan.": None,
    "18 Agustus 2024 sampai 19 Agustus 2024": None,
    "(18 Agustus 2024)": None,
    "Kota Bima rawan tinggi sekali pada 18 Agustus 2024": None,
    "Kota Bima rawan pada 18 Agustus 2024": "2024-08-18",
    "18 Agustus 2024 Ani": "2024-08-18",
    "18 Agustus 2024 Ani Budi": None,
    "18 Agustus 2024 | Ani Budi Cici Dedi Edi Fani": "2024-08-18",
    "18 Agustus 2024 | Ani Budi Cici Dedi Edi Fani Gani": None,
    "Editor 18 Agustus 2024 Ani Budi": "2024-08-18",
    "x" * 161 + "\n18 Agustus 2024": None,
    "\n".join(["Alfa."] * 13) + "\n18 Agustus 2024": "2024-08-18",
    "\n".join(["Alfa."] * 14) + "\n18 Agustus 2024": None,
    "# SIARAN PERS\n" + "x" * 161 + "\nBima, 18 Agustus 2024" + "\nAlfa." * 7: "2024-08-18",
    "# SIARAN PERS\n" + "x" * 161 + "\nBima, 18 Agustus 2024" + "\nAlfa." * 8: None,
    "Bima, 18 Agustus 2024. Kota Bima rawan tinggi menurut Bawaslu.": "2024-08-18",
    "Bima, 18 Agustus 2024 - Kota Bima rawan tinggi menurut Bawaslu.": "2024-08-18",
    "Bima, 18 Agustus 2024 Kota Bima rawan tinggi menurut Bawaslu.": None,
    "bima, 18 Agustus 2024. Kota Bima rawan tinggi menurut Bawaslu.": None,
    "Alfa.\nBima, 18 Agustus 2024. Rawan menurut " + "x" * 161: "2024-08-18",
    "x" * 161 + "\nBima, 18 Agustus 2024. Rawan menurut " + "x" * 161: None,
}

EVENTS = {
    "Rapat digelar Jumat (23/8/2024).": "2024-08-23",
    "Rapat digelar (23/8/2024).": "2024-08-23",
    "Rapat digelar pada 23/8/2024.": "2024-08-23",
    "Meluncurkan indeks pada 23/8/2024.": None,
    "Rapat, lalu meluncurkan indeks pada 23/8/2024.": None,
    "Rapat " + "x" * 70 + " pada 23/8/2024.": "2024-08-23",
    "Rapat " + "x" * 75 + " pada 23/8/2024.": None,
    "Rapat pada 23 Agustus, tahun 2024.": "2024-08-23",
    "Rapat pada 2/8/2024, lalu kata Ani, Jumat (23/8/2024).": "2024-08-23",
    "Kata Ani, Jumat (23/8/2024), dan Senin (26/8/2024).": "2024-08-23",
    "Kata Ani, Senin (23/8/2024), dan Senin (26/8/2024).": "2024-08-26",
    "Kata Ani, Senin (23/8/2024).": "2024-08-23",
    "Kata Ani, Jumat (16/12/2021).": "2022-12-16",
    "Kata Ani, Jumat (17/2/2022).": "2022-02-17",
    "Kata Ani, Jumat (10/2/2022).": "2023-02-10",
    "Kata Ani, Rabu (14/2/2024).": None,
    "Kata Ani, Jumat (23/8/2024) lalu.": None,
    "Kata Ani, Jumat (23/8/2024) yang lalu.": None,
    "Kata Ani, Jumat (23/8/2024), lalunya.": "2024-08-23",
    "Indeks yang diumumkan Bawaslu, Jumat (16/12/2022), kata Ani, Senin (19/12/2022).": "2022-12-19",
    "Indeks yang diumumkan Bawaslu, Jumat (16/12/2022).": "2022-12-16",
    "Indeks diumumkan Bawaslu, Jumat (16/12/2022), kata Ani, Senin (19/12/2022).": "2022-12-16",
    "IKP 2024, Jumat (16/12).": "2022-12-16",
    "IKP 2024, Rabu (28/12).": "2022-12-28",
    "IKP 2024, Rabu (15/2).": "2023-02-15",
    "IKP 2019, Selasa (25/9).": "2018-09-25",
    "Rapat tahun 2021, Kamis (9/9).": "2021-09-09",
    "Rapat tahun 2021, Rabu (9/9).": "2020-09-09",
    "Rapat pada 5 Mei 2021, Selasa (9/9).": "2021-09-09",
    "Rapat tahun 2021, Selasa (9/9).": None,
}

REGIONS = {
    "Kota Bima rawan.": "52.72",
    "Bawaslu Kota Bima menilai. Kabupaten Dompu rawan. Kabupaten Dompu rawan. Kabupaten Dompu rawan.": "52.72",
    "# Kota Bima rawan\nKabupaten Dompu rawan. Kabupaten Dompu rawan.": "52.72",
    "- Kota Bima\n- Kota Bima\nKabupaten Dompu rawan.": "52.05",
    "Rawan nasional.": "ID",
    "Rawan di 514 kabupaten.": "ID",
    "Rawan.": None,
    "Rapat di Jakarta.": None,
    "Rapat DKI Jakarta.": "31",
    "Kecamatan Bima rawan.": None,
    "Tegal rawan.": None,
    "Tegal rawan. Kota Tegal rawan.": "33.76",
    "Kabupaten Gresik dan Kabupaten Blora.": None,
    "# Kabupaten Gresik dan Kabupaten Blora": "33.16",
    "Kabupaten Gresik, Kabupaten Blora dan Kabupaten Lebak se-Indonesia.": "ID",
    "Kabupaten Gresik dan Kabupaten Blora se-Indonesia.": "ID",
    "Kabupaten Gresik, Gresik, Gresik, Gresik dan Kabupaten Blora se-Indonesia.": "35.25",
    "Gresik, Blora, Lebak, Dompu, dan Sigi rawan.": "ID",
    "Gresik, Blora, Lebak, dan Dompu rawan.": None,
    "SURABAYA, Kabar Alfa - Kabupaten Blora rawan.": "33.16",
    "Bawaslu RI menilai Surabaya rawan.": "35.78",
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_kind_of_a_page(text: str, kind: str) -> None:
    assert _described(text).kind == kind


def test_a_sheet_is_a_report() -> None:
    assert _described("Kota Bima", reader="sheet").kind == "report"
    assert _described("# SIARAN PERS\nKota Bima", reader="sheet").kind == "press_release"


@pytest.mark.parametrize(("text", "issuer"), ISSUERS.items())
def test_issuer_of_a_page(text: str, issuer: str | None) -> None:
    assert _described(text).issuer == issuer
    assert _described(text, hints=Hints(issuer="Lain")).issuer == (issuer or "Lain")
    assert _described(text, site="Situs").issuer == (issuer or "Situs")


def test_issuer_of_a_sheet_is_its_letterhead() -> None:
    assert _described("Bawaslu Kota Bima", reader="sheet").issuer is None
    assert _described("bima@bawaslu.go.id\nBawaslu Kota Bima", reader="sheet").issuer == "Bawaslu Kota Bima"


@pytest.mark.parametrize(("text", "day"), PUBLISHED.items())
def test_day_of_publication(text: str, day: str | None) -> None:
    assert _described(text).published == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(("text", "day"), EVENTS.items())
def test_day_of_the_event(text: str, day: str | None) -> None:
    assert _described(f"{'x' * 161}\n{text}").event_date == (date.fromisoformat(day) if day else None)


def test_the_day_of_publication_is_no_event() -> None:
    assert _described("Jumat, 23 Agustus 2024\nAlfa rawan.").event_date is None
    assert _described("Jumat, 23 Agustus 2024\nAlfa rawan, Senin (19/8).").event_date == date(2024, 8, 19)


@pytest.mark.parametrize(("text", "region"), REGIONS.items())
def test_region_of_a_page(text: str, region: str | None) -> None:
    assert _described(text).region_code == region


def test_region_of_a_title_or_a_file_name() -> None:
    assert _described("Kabupaten Dompu rawan. Dompu.", title="Kota Bima rawan").region_code == "52.72"
    assert _described("# Alfa\nKabupaten Dompu rawan. Dompu.", title="Kota Bima rawan").region_code == "52.05"
    assert _described("Rawan.", "rilis_kota-bima.2024.pdf").region_code == "52.72"
    assert _described("Rawan.", ".pdf").region_code is None
    assert _described("Rawan.", "x.pdf", Hints(region_code="36")).region_code == "36"
