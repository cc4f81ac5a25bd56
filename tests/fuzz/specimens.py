"""What is damaged: the samples of each format, and small documents made here for formats that have few."""

from __future__ import annotations

import importlib.util
import io
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import openpyxl
from PIL import Image, ImageDraw

from fuzz import marked, packed, raw
from hostile.archives import archive
from pipeline.readers import CONTAINERS, READERS
from pipeline.readers.media import EXTENSIONS

SAMPLES = Path(__file__).resolve().parents[2] / "corpus" / "samples"
_ROWS = (
    ("No", "Kabupaten/Kota", "Kategori", "Skor IKP 2024"),
    ("1", "Kabupaten Bulukumba", "Tinggi", "63,19"),
    ("2", "Kota Parepare", "Tinggi", "54,69"),
    ("3", "Kabupaten Gowa", "Sedang", "41,45"),
    ("4", "Kabupaten Pinrang", "Rendah", "13,22"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format by its ending: how it is damaged in its own way, and its share of the mutations.

    ``more`` makes documents beside the samples.
    """

    ending: str
    damage: raw.Operation
    share: int
    more: Callable[[], list[bytes]] = list


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Key:
    """The name of a mutation, from which it is made again."""

    format: str
    seed: int

    def __str__(self) -> str:
        """Return the options that make it again."""
        return f"--format {self.format} --seed {self.seed}"


def _csv() -> list[bytes]:
    marks = (";", ",", "\t")
    return ["\n".join(mark.join(row).replace(",", ".") for row in _ROWS).encode() for mark in marks]


def _sheet() -> list[bytes]:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Skor"
    for number, row in enumerate(_ROWS):
        sheet.append([*row[:3], float(row[3].replace(",", ".")) if number else row[3]])
    sheet.merge_cells("C2:C3")
    book.create_sheet("Catatan")["B2"] = "=SUM(Skor!D2:D5)"
    target = io.BytesIO()
    book.save(target)
    return [target.getvalue()]


def _pictures(kind: str) -> list[bytes]:
    picture = Image.new("L", (700, 260), 255)
    pen = ImageDraw.Draw(picture)
    for number, row in enumerate(_ROWS):
        pen.text((20, 20 + 45 * number), "   ".join(row), fill=0, font_size=24)
    target = io.BytesIO()
    picture.save(target, format=kind)
    return [target.getvalue()]


def _archives() -> list[bytes]:
    names = (
        "ntt-tiga-daftar.docx",
        "jakarta-tabel-tanpa-garis.pdf",
        "jabar-daftar-kategori.html",
        "aceh-awalan-hilang.txt",
    )
    members = {name: (SAMPLES / name).read_bytes() for name in names}
    return [archive(members), archive({"dalam.zip": archive(members), "skor.csv": _csv()[0]})]


FORMATS: Mapping[str, Format] = {
    "text": Format(ending=".txt", damage=marked.lines, share=10),
    "markdown": Format(ending=".md", damage=marked.lines, share=5),
    "html": Format(ending=".html", damage=marked.html, share=18),
    "docx": Format(ending=".docx", damage=packed.zipped, share=16),
    "pdf": Format(ending=".pdf", damage=packed.pdf, share=18),
    "csv": Format(ending=".csv", damage=marked.lines, share=6, more=_csv),
    "xlsx": Format(ending=".xlsx", damage=packed.zipped, share=10, more=_sheet),
    "mail": Format(ending=".eml", damage=packed.mail, share=12),
    "zip": Format(ending=".zip", damage=packed.zipped, share=8, more=_archives),
    "png": Format(ending=".png", damage=raw.damaged, share=1, more=lambda: _pictures("PNG")),
    "jpeg": Format(ending=".jpg", damage=raw.damaged, share=1, more=lambda: _pictures("JPEG")),
    "tiff": Format(ending=".tiff", damage=raw.damaged, share=1, more=lambda: _pictures("TIFF")),
}
PICTURES = frozenset(("png", "jpeg", "tiff"))


def present() -> tuple[str, ...]:
    """Return the formats that can be read here: their reader's module is there, and for pictures an engine too."""
    return tuple(name for name in FORMATS if _has_reader(name) and (name not in PICTURES or _has_engine()))


def _has_reader(name: str) -> bool:
    media_type = EXTENSIONS[FORMATS[name].ending]
    reader = READERS.get(media_type)
    return media_type in CONTAINERS if reader is None else importlib.util.find_spec(reader.module) is not None


def _has_engine() -> bool:
    return shutil.which("tesseract") is not None or importlib.util.find_spec("rapidocr") is not None


@cache
def originals(name: str) -> tuple[bytes, ...]:
    """Return the undamaged documents of a format, in a fixed order."""
    found = sorted(SAMPLES.glob(f"*{FORMATS[name].ending}"))
    return tuple([path.read_bytes() for path in found if path.stem != "README"] + FORMATS[name].more())


def mutation(key: Key) -> bytes:
    """Make a damaged document: half of them in the way of their format, half whatever the bytes mean."""
    dice = Random(f"{key.format} {key.seed}")
    base = dice.choice(originals(key.format))
    other = dice.choice(originals(dice.choice(list(FORMATS))))
    damage = FORMATS[key.format].damage if dice.random() < 0.6 else raw.damaged
    return damage(base, dice, other)[: raw.MAX_BYTES] or b"0"


def keys_of(count: int, *, first_seed: int = 0, formats: tuple[str, ...] = ()) -> tuple[Key, ...]:
    """Name ``count`` mutations, formats by their shares, and each in turn so that a part shows all.

    >>> [str(key) for key in keys_of(3, formats=("text",))][-1]
    '--format text --seed 2'
    """
    chosen = formats or present()
    total = sum(FORMATS[name].share for name in chosen)
    keys = [
        (number / FORMATS[name].share, Key(format=name, seed=first_seed + number))
        for name in chosen
        for number in range(-(-count * FORMATS[name].share // total))
    ]
    return tuple(key for _, key in sorted(keys))[:count]
