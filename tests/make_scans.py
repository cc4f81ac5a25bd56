"""Make the scans in ``tests/scans``: documents with known facts, printed and scanned, each in its own way.

    python tests/make_scans.py [FOLDER]

Reads ``tests/scans_source/NAME.txt`` (in the markup of ``make_samples.py``) and writes ``NAME.pdf``, ``.png``,
``.jpg`` or ``.tif``. The gold files beside them are written by hand. They are no part of the corpus, because they
cannot be read where there is no OCR.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from make_samples import parse
from press.pdf import pdf_bytes as printed
from press.scan import Picture, ScanStyle, jpeg_bytes, pdf_bytes, png_bytes, rendered, scanned, tiff_bytes

SOURCES = Path(__file__).resolve().parent / "scans_source"
FOLDER = Path(__file__).resolve().parent / "scans"

Pack = Callable[[Sequence[Picture], ScanStyle], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a scan is made: from which sources, the first of them left as text where there are two, and how bad."""

    sources: tuple[str, ...]
    style: ScanStyle
    pack: Pack = pdf_bytes
    seed: int = 1


RECIPES: Mapping[str, Recipe] = {
    "jateng-tabel-bercap.pdf": Recipe(
        sources=("jateng-tabel-bercap",),
        style=ScanStyle(dpi=150, skew=1.2, noise=5, specks=30, quality=50, stamp=True),
        seed=7,
    ),
    "lampung-rilis-prosa.pdf": Recipe(
        sources=("lampung-rilis-prosa",), style=ScanStyle(dpi=200, skew=-0.8, noise=4, quality=40)
    ),
    "banten-tabel-foto.png": Recipe(
        sources=("banten-tabel-foto",),
        style=ScanStyle(dpi=150, skew=-1.6, blur=0.7, noise=2, shade=0.35),
        pack=lambda pages, style: png_bytes(pages[0], style),
    ),
    "aceh-kliping.jpg": Recipe(
        sources=("aceh-kliping",),
        style=ScanStyle(dpi=150, skew=0.6, noise=6, shade=0.2, quality=50),
        pack=lambda pages, style: jpeg_bytes(pages[0], style),
    ),
    "nasional-peringkat.tif": Recipe(
        sources=("nasional-peringkat",),
        style=ScanStyle(dpi=200, skew=0.9, noise=6, specks=20),
        pack=tiff_bytes,
    ),
    "kalsel-campuran.pdf": Recipe(
        sources=("kalsel-naskah", "kalsel-lampiran"), style=ScanStyle(dpi=150, skew=-0.5, noise=5, quality=50)
    ),
    "sulbar-miring.jpg": Recipe(
        sources=("sulbar-miring",),
        style=ScanStyle(dpi=150, skew=0.4, noise=4, quality=50, turn=90),
        pack=lambda pages, style: jpeg_bytes(pages[0], style),
    ),
}


def made(recipe: Recipe) -> bytes:
    """Print the sources, scan the last of them, and pack it; what comes before stays as it was printed."""
    *texts, last = (
        printed(parse((SOURCES / f"{name}.txt").read_text(encoding="utf-8"))) for name in recipe.sources
    )
    pages = scanned(rendered(last, recipe.style.dpi), recipe.style, recipe.seed)
    data = recipe.pack(pages, recipe.style)
    return joined([*texts, data]) if texts else data


def joined(files: Sequence[bytes]) -> bytes:
    """Put PDFs one behind the other; the name that pdfium draws for the file, and the hour, are taken out."""
    whole = pypdfium2.PdfDocument.new()
    for data in files:
        whole.import_pages(pypdfium2.PdfDocument(data))
    target = io.BytesIO()
    whole.save(target)
    data = re.sub(rb"(?<=<)[0-9A-Fa-f]{32}(?=>)", b"0" * 32, target.getvalue())
    return re.sub(rb"(?<=\(D:)\d{14}", b"20230221120000", data)


def main(folder: Path) -> None:
    """Write all scans into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, recipe in RECIPES.items():
        (folder / name).write_bytes(made(recipe))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
