"""Small parsers for the values that texts state: numbers, numbers in words, categories, ranks.

All take folded text. The doctests are the specification.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.model import Category

_UNITS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7,
    "delapan": 8, "sembilan": 9, "sepuluh": 10, "sebelas": 11,
}  # fmt: skip
ORDINALS = {
    "pertama": 1,
    "kesatu": 1,
    "teratas": 1,
    **{f"ke{word}": n for word, n in _UNITS.items() if 2 <= n <= 11},
    **{f"ke{word} belas": n + 10 for word, n in _UNITS.items() if 2 <= n <= 9},
    **{f"ke{word} puluh": n * 10 for word, n in _UNITS.items() if 2 <= n <= 9},
}
"""Words that state a rank. "terendah" is none: it counts from the other end."""

_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
NUMBER_WORDS = rf"(?:(?:{_UNIT})(?: (?:belas|puluh|ratus))?(?: (?:{_UNIT}))?(?: puluh)?(?: (?:{_UNIT}))?)"
"""A pattern for a number in words, below one thousand."""

NUMBER = r"\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:[.,]\d{1,3})?(?![.,]?\d)"
"""A pattern for a number in digits: thousands with dots, decimals with comma or dot."""

SOME = (
    r"(?:selusin|lusinan|belasan|puluhan|separuh|separo|setengah|seperempat|sepertiga|(?:dua|tiga) "
    r"per(?:tiga|empat|lima)|sebagian(?: besar| kecil)?|mayoritas|kebanyakan|sejumlah|beberapa|banyak|segelintir|"
    r"(?:hampir |nyaris )?(?:semua|seluruh)|rata-rata|setiap|tiap)(?:nya)?(?: dari)?"
)
"""A pattern for the words that count roughly: "separuh kabupaten" tells of several regions, none by name."""

SMALLER = r"(?:kecamatan|kelurahan|desa|kapanewon|distrik|nagari|gampong|dapil)"
"""A pattern for the words before the names of parts of a regency or city."""

CHANGED = (
    r"(?:naik|turun|meningkat|menurun|berubah|bergeser|beralih|(?:ber)?pindah|bertambah|berkurang|melonjak|merosot|"
    r"anjlok|melandai|menyusut|membengkak|tergerus|menanjak|melompat|terjun|mengecil|membesar|menciut|meroket)"
)
"""A pattern for the verbs by which a score, level or rank becomes another."""

_SCALES = {"belas": 10, "puluh": 10, "ratus": 100}


def parse_decimal(text: str) -> Decimal:
    """Read a score: comma and dot are both decimal marks, a blank beside the mark is a slip.

    >>> parse_decimal("77,04"), parse_decimal("49.38"), parse_decimal("41.207"), parse_decimal("56 , 64")
    (Decimal('77.04'), Decimal('49.38'), Decimal('41.207'), Decimal('56.64'))
    """
    return Decimal(re.sub(r"\s*[,.]\s*", ".", text))


def parse_count(text: str) -> int | None:
    """Read a count in digits or words: dots separate thousands; None for anything else.

    >>> parse_count("1.265"), parse_count("349"), parse_count("tujuh"), parse_count("dua puluh satu")
    (1265, 349, 7, 21)
    >>> parse_count("dua belas"), parse_count("seratus"), parse_count("16,5")
    (12, None, None)
    """
    text = text.strip()
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+|\d+", text):
        return int(text.replace(".", ""))
    total = 0
    current = 0
    for word in text.split():
        if word in _UNITS:
            current = _UNITS[word]
            total += current
        elif word in _SCALES and 1 <= current <= 9:
            total += 10 if word == "belas" else current * (_SCALES[word] - 1)
            current = 0
        else:
            return None
    return total if text else None


def parse_rank(text: str) -> int | None:
    """Read what stands behind "peringkat" or "urutan": digits, a number in words, or an ordinal.

    >>> [parse_rank(text) for text in ("ke-12", "ke dua", "keempat", "sembilan", "pertama")]
    [12, 2, 4, 9, 1]
    >>> parse_rank("terendah") is None
    True
    """
    text = text.strip()
    if text in ORDINALS:
        return ORDINALS[text]
    stripped = re.sub(r"^ke\s*-?\s*", "", text)
    rank = parse_count(stripped)
    return rank or None


_COLOURS: dict[str, Category] = {"merah": "tinggi", "kuning": "sedang", "hijau": "rendah"}
_LEVELS: dict[str, Category] = {"tinggi": "tinggi", "sedang": "sedang", "rendah": "rendah"}


def parse_category(text: str) -> Category | None:
    """Read a table cell or the word of a level; a colour of a zone counts as its level.

    >>> parse_category("Rawan Tinggi"), parse_category("sedang"), parse_category("zona merah")
    ('tinggi', 'sedang', 'tinggi')
    >>> parse_category("tinggi sedang rendah") is None
    True
    """
    found = {
        (_LEVELS | _COLOURS)[word]
        for word in re.findall(r"[a-z]+", text.lower())
        if word in _LEVELS or word in _COLOURS
    }
    return found.pop() if len(found) == 1 else None
