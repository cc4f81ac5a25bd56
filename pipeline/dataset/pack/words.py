"""The words of an evidence pack, in Indonesian for an editor there and in English for everybody else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from pipeline.dataset.page import as_text

Pair: TypeAlias = tuple[str, str]
"""Indonesian and English."""

FIELDS: Final[Mapping[str, Pair]] = {
    "score": ("Skor", "Score"),
    "category": ("Kategori yang dipakai", "Category used"),
    "category_stated": ("Kategori yang dinyatakan", "Category as stated"),
    "category_derived": ("Kategori menurut batas edisi", "Category by the cuts"),
    "rank": ("Peringkat", "Rank"),
    "indicator_status": ("Status indikator", "Indicator status"),
    "indicator": ("Indikator", "Indicator"),
    "status": ("Status", "Status"),
    "count": ("Banyaknya", "Count"),
    "n": ("Jumlah", "Number"),
    "label": ("Isu atau tindakan", "Issue or measure"),
}
TABLES: Final[Mapping[str, Pair]] = {
    "scores": ("Skor dan kategori", "Score and category"),
    "dimension_scores": ("Skor dimensi", "Dimension score"),
    "indicators": ("Indikator", "Indicator"),
    "tallies": ("Jumlah daerah per kategori", "Tally of a category"),
}
BASES: Final[Mapping[str, Pair]] = {
    "provinsi": ("skor provinsi sendiri", "the province's own score"),
    "agregat_kabkota": ("rata-rata kabupaten dan kota", "mean of its regencies and cities"),
}
LEVELS: Final[Mapping[str, Pair]] = {
    "country": ("negara", "country"),
    "province": ("provinsi", "province"),
    "regency": ("kabupaten", "regency"),
    "city": ("kota", "city"),
    "regency_city": ("kabupaten/kota", "regencies and cities"),
    "district": ("kecamatan", "districts"),
    "polling_station": ("TPS", "polling stations"),
}
STANDINGS: Final[Mapping[str, Pair]] = {
    "published": ("terbit", "published"),
    "outweighed": ("kalah oleh sumber lain", "outweighed by another source"),
    "held": ("menunggu telaah", "waits for review"),
    "undecided": ("menunggu telaah", "waits for review"),
    "held back": ("ditahan oleh pemeriksaan data", "held back by a check"),
    "refused": ("tidak diterima: mustahil benar", "refused: it cannot be true"),
    "rejected": ("ditolak oleh pemeriksa", "rejected by a person"),
    "listed": ("dicatat, bukan nilai tabel", "listed, no value of a table"),
    "unplaced": ("edisi tidak jelas", "of no known edition"),
    "unmatched": ("di luar 61 indikator", "outside the 61 indicators"),
    "superseded": ("diganti versi baru dokumennya", "a newer version of the document counts"),
}
STATUSES: Final[Mapping[str, Pair]] = {
    "value": ("ada nilai", "value published"),
    "in review": ("dalam telaah", "in review"),
    "not published": ("tidak terbit", "not published"),
    "not fetched": ("belum diambil", "not fetched"),
}
FAULTS: Final[Mapping[str, Pair]] = {
    "stop": ("Pemeriksaan data menghentikan penerbitan:", "A check stops publication:"),
    "hold": ("Ditahan oleh pemeriksaan data:", "Held back by a check:"),
    "warn": ("Peringatan pemeriksaan data:", "Warning of a check:"),
}
ABSENT: Final[Mapping[str, Pair]] = {
    "not published": (
        "Ada dokumen tentang daerah ini, tetapi tidak satu pun menyebut nilainya.",
        "Documents speak of this region, and none states a value of it.",
    ),
    "not fetched": (
        "Tidak ada dokumen tentang daerah ini di dalam korpus.",
        "No document of the corpus speaks of this region.",
    ),
}
_PLACES: Final[Mapping[str, str]] = {
    "line": "baris",
    "paragraph": "paragraf",
    "table": "tabel",
    "row": "baris",
    "cell": "sel",
    "sheet": "lembar",
    "block": "blok",
}


def address_words(address: str) -> Pair:
    """Return where words stand in a file without pages.

    >>> address_words("sheet Provinsi row 8")
    ('lembar Provinsi baris 8', 'sheet Provinsi row 8')
    """
    return " ".join(_PLACES.get(part, part) for part in address.split(" ")), address


def both(pair: Pair) -> str:
    """Return a pair as HTML, each in its language, parted by a stroke."""
    indonesian, english = pair
    if indonesian == english:
        return as_text(indonesian)
    return f'{as_text(indonesian)} <span lang="en">/ {as_text(english)}</span>'


def told(pair: Pair) -> str:
    """Return a pair of sentences as two paragraphs."""
    return f'<p>{as_text(pair[0])}</p>\n<p lang="en">{as_text(pair[1])}</p>\n'
