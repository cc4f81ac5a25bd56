"""Pictures of pages: PNG, JPEG and TIFF, whose pages are as many as its pictures."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageOps

from pipeline.errors import ReadError
from pipeline.model import Document, Notice
from pipeline.readers.drafts import build
from pipeline.readers.media import JPEG, PNG, TIFF
from pipeline.readers.ocr.engines import NO_ENGINE, OcrError, ocr_engine
from pipeline.readers.ocr.picture import greyscale
from pipeline.readers.page import Page, Way
from pipeline.readers.pdf.reader import drafts_of
from pipeline.readers.pdf.scans import MAX_SCANNED, no_text
from pipeline.readers.scan.page import scanned_page

VERSION = 1
MAX_PIXELS: Final = 90_000_000
"""Of one picture: an A3 page at 600 dpi has 70 million."""

_FORMATS = {PNG: "PNG", JPEG: "JPEG", TIFF: "TIFF"}
_PAPER = 11.7  # inches: the long side of a page, where the picture does not tell its size
_TRUE_SIZES = (4.0, 17.0)  # inches: what a scanner takes
_TRUE_DPI = (100.0, 1200.0)  # programs write 72 and 96 where they do not know
_MOST_UNEVEN = 3.0  # times: the lines of a fax lie twice as far apart as its dots
_ORIENTATION, _ON_ITS_SIDE = 0x0112, 5  # the EXIF field that says how a telephone was held, and from where on so


@dataclass(frozen=True, slots=True, kw_only=True)
class Photograph:
    """A grey picture, and the dots an inch that its file declares across and down, None where it declares none."""

    grey: Image.Image
    dpi: tuple[float, float] | None


def read_image(data: bytes, *, name: str, sha256: str, media_type: str) -> Document:
    """Read a picture of a page, or several of a TIFF.

    Places are in points where the file declares its resolution, else in pixels; origin top left, as the picture is
    shown (a telephone's note on how it was held is heeded). Raises ``ReadError``: needs_ocr, ocr_failed,
    too_large, truncated, damaged, no_text.
    """
    if ocr_engine() == NO_ENGINE:
        raise no_text(name, pictures=True)
    found = [
        None if photograph is None else _page(photograph, number)
        for number, photograph in enumerate(_photographs(data, name, media_type), start=1)
    ]
    pages = [page for page in found if page is not None]
    built = build(drafts_of(pages))
    if not any(block.main for block in built.blocks):
        raise no_text(name, pictures=not pages)
    return Document(
        sha256=sha256,
        media_type=media_type,
        text=built.text,
        blocks=built.blocks,
        reader="image",
        reader_version=VERSION,
        grade=round(len(pages) / len(found), 4),
        notices=tuple(_notices(len(found), len(pages), sha256)),
        words=built.words,
    )


def _notices(count: int, read: int, sha256: str) -> Iterator[Notice]:
    message = f"{read} of {count} pictures recognised by {ocr_engine()}"
    yield Notice(level="info", code="pages_recognised", message=message, document=sha256)
    if read < count:
        message = f"{count - read} of {count} pictures, and what may follow, not read; split the file"
        yield Notice(level="warning", code="pages_without_text", message=message, document=sha256)


def _photographs(data: bytes, name: str, media_type: str) -> Iterator[Photograph | None]:
    """Yield the pictures of a file; None, as the last, for one that is broken or beyond ``MAX_SCANNED``.

    Raises ReadError where it is the first.
    """
    with _careful(name):
        picture = Image.open(io.BytesIO(data), formats=[_FORMATS[media_type]])
        photograph: Photograph | None = _photograph(picture)
    yield photograph
    for frame in range(1, MAX_SCANNED + 1 if media_type == TIFF else 1):
        photograph = None
        with suppress(ReadError), _careful(name):
            if not _has(picture, frame):
                return
            photograph = _photograph(picture) if frame < MAX_SCANNED else None
        yield photograph
        if photograph is None:
            return


@contextmanager
def _careful(name: str) -> Iterator[None]:
    """Make a ReadError of whatever Pillow raises over bytes that are no sound picture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on damaged metadata, which nobody asked for
            yield
    except (_TooLargeError, Image.DecompressionBombError, MemoryError) as error:
        what = f"a picture of more than {MAX_PIXELS // 1_000_000} million pixels"
        raise ReadError(what, where=name, remedy="save it at 300 dpi", code="too_large") from error
    except Exception as error:  # its decoders raise many kinds
        cut = isinstance(error, EOFError) or "truncated" in str(error)
        what, code = ("the picture is cut off", "truncated") if cut else ("the picture is damaged", "damaged")
        raise ReadError(what, where=name, remedy="fetch it again, or save it as PNG", code=code) from error


class _TooLargeError(Exception):
    pass


def _has(picture: Image.Image, frame: int) -> bool:
    """Tell whether the file has a picture of that number, and go there."""
    try:
        picture.seek(frame)
    except EOFError:
        return False
    return True


def _photograph(picture: Image.Image) -> Photograph:
    """Decode the picture at which the file stands."""
    if picture.width * picture.height > MAX_PIXELS:
        raise _TooLargeError
    return Photograph(grey=greyscale(ImageOps.exif_transpose(picture)), dpi=declared_dpi(picture))


def declared_dpi(picture: Image.Image) -> tuple[float, float] | None:
    """Return the dots an inch that a file declares, across and down as it is shown, None for none."""
    declared = _declared(picture.info.get("dpi"))
    if declared and picture.getexif().get(_ORIENTATION, 1) >= _ON_ITS_SIDE:
        return declared[1], declared[0]
    return declared


def _declared(dpi: object) -> tuple[float, float] | None:
    """Return the dots an inch of a file, None where it declares none that can be.

    >>> _declared((150, 150)), _declared((204.0, 98.0)), _declared((0, 0)), _declared(None)
    ((150.0, 150.0), (204.0, 98.0), None, None)
    """
    if not isinstance(dpi, tuple) or len(dpi) != 2:
        return None
    try:
        across, down = float(dpi[0]), float(dpi[1])
    except (ValueError, ZeroDivisionError):
        return None
    sound = all(1 <= value <= 10_000 for value in (across, down))
    return (across, down) if sound and 1 / _MOST_UNEVEN <= across / down <= _MOST_UNEVEN else None


def _page(photograph: Photograph, number: int) -> Page | None:
    """Recognise a picture; None where the engine fails."""
    grey = photograph.grey
    across, down = photograph.dpi or (72.0, 72.0)
    unit = Way(a=72 / across, e=72 / down)
    most = max(across, down)
    if across != down:
        size = (round(grey.width * most / across), round(grey.height * most / down))
        unit = Way(a=grey.width / size[0], e=grey.height / size[1]).then(unit)
        grey = grey.resize(size, Image.Resampling.BICUBIC)
    try:
        return scanned_page(grey, number=number, dpi=_likely_dpi(grey, most), unit=unit)
    except OcrError:
        return None


def _likely_dpi(grey: Image.Image, declared: float) -> float:
    """Return the resolution at which a picture is a page: the declared one, where that makes sense.

    >>> page = Image.new("L", (1240, 1755))
    >>> [round(_likely_dpi(page, dpi)) for dpi in (160, 72)]
    [160, 150]
    """
    longest = max(grey.size)
    sensible = _TRUE_DPI[0] <= declared <= _TRUE_DPI[1] and _TRUE_SIZES[0] <= longest / declared <= _TRUE_SIZES[1]
    return declared if sensible else longest / _PAPER
