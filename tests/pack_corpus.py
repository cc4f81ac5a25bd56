"""A corpus about Kota Cilegon with something of everything that an evidence pack shows."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import docx
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline import cli
from pipeline.jobs import stages
from pipeline.readers.ocr.engines import ocr_engine

SCANS = Path(__file__).resolve().parent / "scans"
OCR = bool(ocr_engine())
HOSTILE = "<script>alert(1)</script> & \"x\" 'y' {style} \u202egnp.exe\x1b[2J"
ODD_NAME = "a<b>&'c'; rm -rf $HOME \u202egnp.txt"
PHONE = "0812-3456-7890"

NEWS = """<!DOCTYPE html><html lang="id"><head><title>Cilegon rawan tinggi</title>
<meta property="og:site_name" content="Kabar Banten"></head><body><article><h1>Cilegon rawan tinggi</h1>
<p>Indeks Kerawanan Pemilu (IKP) 2024 dirilis pekan ini oleh Bawaslu di Jakarta dan dibahas banyak daerah.</p>
<p>Kota Cilegon memperoleh skor 50,20 dan masuk kategori rawan tinggi dalam IKP 2024.</p>
<p>Hubungi redaksi di 0812-3456-7890 atau redaksi@kabar.example untuk keterangan lain tentang berita ini.</p>
</article></body></html>
"""
DOUBTFUL = (
    "Bawaslu Banten Paparkan Indeks Kerawanan Pemilu 2024\n\n"
    "Indikator kerawanan di Kota Cilegon:\n1. Perusakan alat peraga di desa\n"
)
ODD = f"{HOSTILE}\nMenurut IKP 2024, Kota Cilegon berada di peringkat 7 se-Provinsi Banten, kontak {PHONE}.\n"
IMPOSSIBLE = "Menurut IKP 2024, Kota Cilegon memperoleh skor 732,40.\n"
CONTRARY = "Bawaslu memaparkan IKP 2024. Dimensi kontestasi di Kota Cilegon memperoleh skor 24,70.\n"
EARLIER = "Dalam IKP 2019, Kota Cilegon memperoleh skor 41,10.\n"


def release(pages: int = 2) -> bytes:
    """Return a PDF whose first page states score and category, and its last the rank."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.drawString(70, 760, "Bawaslu Provinsi Banten menyampaikan hasil Indeks Kerawanan Pemilu (IKP) 2024.")
    canvas.drawString(
        70, 730, "Kota Cilegon memperoleh skor 32,40 dan masuk kategori rawan sedang dalam IKP 2024."
    )
    for number in range(2, pages + 1):
        canvas.showPage()
        canvas.drawString(
            70, 760, f"Bagian {number}: dimensi kontestasi di Kota Cilegon memperoleh skor 2{number},50."
        )
    canvas.save()
    return stream.getvalue()


def letter() -> bytes:
    """Return a Word file that says the same, in a table."""
    document = docx.Document()
    document.add_paragraph("Bawaslu Provinsi Banten, hasil IKP 2024 kabupaten dan kota:")
    table = document.add_table(rows=0, cols=3)
    for row in (
        ("Daerah", "Skor", "Kategori"),
        ("Kota Cilegon", "32,40", "Sedang"),
        ("Kota Serang", "53,30", "Tinggi"),
    ):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def write_corpus(folder: Path) -> None:
    """Write the documents."""
    (folder / "rilis").mkdir(parents=True)
    (folder / "rilis" / "banten.pdf").write_bytes(release())
    (folder / "rilis" / "surat.docx").write_bytes(letter())
    (folder / "berita.html").write_text(NEWS, encoding="utf-8")
    (folder / "ragu.txt").write_text(DOUBTFUL, encoding="utf-8")
    (folder / ODD_NAME).write_text(ODD, encoding="utf-8")
    (folder / "mustahil.txt").write_text(IMPOSSIBLE, encoding="utf-8")
    (folder / "bantahan.txt").write_text(CONTRARY, encoding="utf-8")
    (folder / "lama.txt").write_text(EARLIER, encoding="utf-8")
    if OCR:
        shutil.copy(SCANS / "banten-tabel-foto.png", folder / "foto.png")


def read_corpus(folder: Path) -> tuple[Path, Path]:
    """Write the documents, read them, reject what is said of 2019; return corpus and results."""
    corpus, out = folder / "corpus", folder / "out"
    write_corpus(corpus)
    stages.run(corpus, out, workers=1)
    folders = ("--corpus", str(corpus), "--out", str(out))
    (earlier,) = (
        row["finding"]
        for row in csv.DictReader((out / "dataset" / "findings.csv").read_text(encoding="utf-8").splitlines())
        if row["document"] == "lama.txt"
    )
    said = ("--as", "budi", "--reason", "salah baca", "--note", f"tanya kantor {PHONE}")
    assert cli.main(["review", "--reject", earlier, *said, *folders]) == cli.DONE
    stages.run(corpus, out, workers=1)
    return corpus, out
