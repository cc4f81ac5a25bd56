"""What a single line of text is: a list item, a heading, the continuation of the line before.

Shared by all readers. List markers are judged in sequence, because "5 Kaltim (77,04)" is an item only after an
item number 4, and "A. Satryo" is a name unless a "B." follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

MarkerStyle = Literal["number", "letter", "capital", "roman", "bullet"]

_BULLETS = (
    "-•*–—·▪●○◦‣∙■□➢✓\uf0b7\uf0a7\uf0d8"  # the last three are Word's bullets in the Symbol and Wingdings fonts
)
_NUMBER = re.compile(r"(?:\((?P<a>\d{1,3})\)|(?P<b>\d{1,3})[.)])(?:\s+|(?=[^\W\d_]))")
_BARE_NUMBER = re.compile(r"(?P<a>\d{1,3})\s+(?=[A-Z])")
_LETTER = re.compile(r"\(?(?P<a>[a-z])[.)]\s+")
_CAPITAL = re.compile(r"(?P<a>[A-Z])[.)]\s+")
_ROMAN = re.compile(r"(?P<a>[IVX]{1,5})[.)]\s+")
_BULLET = re.compile(rf"[{re.escape(_BULLETS)}]\s+|[-•▪●\uf0b7\uf0a7\uf0d8](?=[^\W\d_])")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")

_END = re.compile(r"[.!?:;…][\"'”’»)\]*]*$")
_FIRST_WORD = re.compile(r"(?:\S|\u00a0)+")  # a line is never broken at a non-breaking blank
_OPEN_END = re.compile(
    r"(?<![a-z])(?:dan|serta|atau|maupun|hingga|sampai|di|ke|dari|pada|dalam|dengan|untuk|oleh|bagi|yang|tidak|akan|"
    r"telah|sudah|masuk|berada|skor|nilai|kategori|rawan|tingkat|sebesar|dimensi|tahapan|konteks|bawaslu|"
    r"berjumlah|sebanyak|mencapai|provinsi|prov\.|kabupaten|kab\.|kota)$",
    re.IGNORECASE,
)
_LOWER_START = re.compile(r"[\"“‘'(]?[a-zà-ÿ]+[,;:)”\"’'-]*(?:\s|$|[a-zà-ÿ-]+)")
_INSIDE_START = re.compile(r"\(|\d[\d.,]*+[^\W_]*+\)*(?<![.]),?(?:\s|$)")
_DOMAIN = re.compile(r"\S*[a-z]\.(?:com|id|co|net|org|news|tv)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"@|://|www\.")
_INSERTED = re.compile(
    r"(?:baca|lihat|simak|tonton)\s+(?:juga|lagi|pula|selengkapnya)\b|[\[(]?baca\s?[:|]\s"
    r"|(?:berita|artikel)\s+(?:terkait|lainnya)\b|(?:read|see)\s+(?:also|more)\b"
    r"|(?:advertisements?|advertorial|iklan)\W*$|scroll\s+(?:to|untuk)\b|gulir\s+(?:untuk|ke\s+bawah)\b",
    re.IGNORECASE,
)
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,2}|[a-z*†‡]{1,3})(?:,\s?\d{1,2})*[\])]?")
_DECIMAL = re.compile(r"\d[.,]\s?\d")

_INSERTED_LENGTH = 200  # a link line is a headline and two words; more is a paragraph that begins like one
HEADING_LENGTH = 150  # the longest headline of the gold documents has 112 characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line without its outer blanks and Markdown marks: ``start`` to ``end`` of the text, from line ``number``.

    ``gap`` is true where a blank line stands before it; ``heading`` is its depth where Markdown marks it as one.
    """

    start: int
    end: int
    number: int
    gap: bool
    heading: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A list marker: its ``length`` with the blanks behind it, its style, and its number (digits only)."""

    length: int
    style: MarkerStyle
    number: int | None = None


def markers(lines: Sequence[str]) -> list[Marker | None]:
    """Find the list marker of each line; lines begin without white space, blank lines are left out.

    >>> [m.number if m else None for m in markers(["Daftar:", "4. DKI (88,95).", "5 Kaltim (77,04)"])]
    [None, 4, 5]
    >>> [m.style if m else None for m in markers(["A. Satryo menulis", "12 Mei", "- Logistik", "77.04 poin"])]
    [None, None, 'bullet', None]
    """
    found = [_plain_marker(line) for line in lines]
    _add_series(found, lines, _CAPITAL, [chr(code) for code in range(ord("A"), ord("Z") + 1)], "capital")
    _add_series(found, lines, _ROMAN, _ROMANS, "roman")
    _add_bare_numbers(found, lines)
    return found


def levels(styles: Iterable[MarkerStyle | None]) -> list[int]:
    """Give each list item its depth, from 1: a new style inside a list is one deeper, an old one goes back.

    >>> levels(["number", "letter", "letter", "number", None, "bullet"])
    [1, 2, 2, 1, 1, 1]
    """
    depths: list[int] = []
    open_styles: list[MarkerStyle] = []
    for style in styles:
        if style is None:
            open_styles.clear()
            depths.append(1)
            continue
        if style in open_styles:
            del open_styles[open_styles.index(style) + 1 :]
        else:
            open_styles.append(style)
        depths.append(len(open_styles))
    return depths


def ends_sentence(line: str) -> bool:
    """Tell whether the line ends with an end mark, colon or semicolon, closing quotes aside.

    >>> ends_sentence('terjadi lagi," katanya (31/8).'), ends_sentence("Daftar daerah rawan")
    (True, False)
    """
    return _END.search(line.rstrip()) is not None


def breaks_off(line: str) -> bool:
    """Tell whether the line ends in a word that another must follow or in an open bracket: its sentence goes on.

    >>> [breaks_off(line) for line in ("Kota Alfa 54,2, Kab.", "Alfa dan", "Alfa (4.228", "Kota Alfa 54,2,")]
    [True, True, True, False]
    """
    return _OPEN_END.search(line.rstrip()) is not None or line.count("(") > line.count(")")


def starts_inside(line: str) -> bool:
    """Tell whether the line begins with what goes on with the line above: a small letter, a bracket, a figure.

    >>> [starts_inside(line) for line in ("dan Alfa", "(4.921 TPS)", "6.784 TPS", "Kota Alfa", "2. Kota Alfa")]
    [True, True, True, False, False]
    """
    return starts_lower(line) or _INSIDE_START.match(line) is not None


def starts_lower(line: str) -> bool:
    """Tell whether the line begins with a lower-case word, so that it continues a sentence.

    >>> starts_lower("dan Kota Alfa"), starts_lower("Kota Alfa"), starts_lower("alfa.com, BETA - Kota")
    (True, False, False)
    """
    return _LOWER_START.match(line) is not None and _DOMAIN.match(line) is None


def fills(line_width: float, next_word_width: float, full_width: float) -> bool:
    """Tell whether the next word had no room any more on the line, so that the break is no one's intention."""
    return line_width + next_word_width > full_width


def first_word(line: str) -> str:
    """Return the first run of characters that are not blank, or nothing."""
    match = _FIRST_WORD.search(line)
    return match.group() if match else ""


def is_inserted(line: str) -> bool:
    """Tell whether a line was put between the paragraphs of an article: a link to another, an advertisement.

    >>> [is_inserted(line) for line in ("ADVERTISEMENT", "Baca juga: Harga beras naik", "(Baca: Harga naik)")]
    [True, True, True]
    >>> [is_inserted(line) for line in ("Simak daftarnya", "Iklan kampanye di TPS", "BACAJUGA")]
    [False, False, False]
    """
    return len(line) <= _INSERTED_LENGTH and _INSERTED.match(line) is not None


def is_note_mark(raised: str, before: str) -> bool:
    """Tell whether raised characters behind ``before`` are the mark of a footnote, and no part of its figure.

    >>> [is_note_mark(*pair) for pair in (("1", "skor 58,7"), ("[2]", "12 "), ("2", "9 km"), ("st", "a"))]
    [True, True, False, False]
    """
    return before.rstrip()[-1:].isdigit() and _NOTE_MARK.fullmatch(raised.strip()) is not None


def is_capitals(line: str) -> bool:
    """Tell whether a short line is all capitals, has no end mark and no decimal: a heading.

    >>> is_capitals("PEMETAAN KERAWANAN TAHUN 2024"), is_capitals("JAWA BARAT 77,04"), is_capitals("12")
    (True, False, False)
    >>> is_capitals("ADVERTISEMENT")
    False
    """
    letters = sum(char.isalpha() for char in line)
    return (
        letters >= 4
        and len(line) <= HEADING_LENGTH
        and line.upper() == line
        and not line.endswith(",")
        and not ends_sentence(line)
        and _DECIMAL.search(line) is None
        and not is_inserted(line)
    )


def may_be_title(line: str) -> bool:
    """Tell whether a line is short, ends without an end mark and holds words: it may be a headline.

    >>> may_be_title("Tiga Daerah Masuk Rawan Tinggi, Ini Daftarnya"), may_be_title("Ini kalimat.")
    (True, False)
    """
    return (
        sum(char.isalpha() for char in line) >= 4
        and len(line) <= HEADING_LENGTH
        and not line.endswith(",")
        and _ADDRESS.search(line) is None
        and not is_inserted(line)
        and (not ends_sentence(line) or line.rstrip("\"'”’*").endswith(("?", "!")))
    )


def _plain_marker(line: str) -> Marker | None:
    if match := _NUMBER.match(line):
        return Marker(length=match.end(), style="number", number=int(match["a"] or match["b"]))
    if match := _BULLET.match(line):
        return Marker(length=match.end(), style="bullet")
    if match := _LETTER.match(line):
        return Marker(length=match.end(), style="letter")
    return None


def _add_series(
    found: list[Marker | None],
    lines: Sequence[str],
    pattern: re.Pattern[str],
    series: Sequence[str],
    style: MarkerStyle,
) -> None:
    """Accept ``A.`` or ``I.`` only where the next of the series follows somewhere, and so on from there."""
    hits = [(index, match) for index, line in enumerate(lines) if (match := pattern.match(line))]
    for (_, match), (_, after) in pairwise(hits):
        if match["a"] == series[0] and after["a"] == series[1]:
            break
    else:
        return
    expected = 0
    for index, match in hits:
        label = match["a"]
        if found[index] is None and (label == series[0] or label == series[min(expected, len(series) - 1)]):
            found[index] = Marker(length=match.end(), style=style)
            expected = series.index(label) + 1


def _add_bare_numbers(found: list[Marker | None], lines: Sequence[str]) -> None:
    """Accept ``5 Kaltim`` after item 4, and ``1 Banten`` where ``2 Riau`` comes next."""
    last, age = 0, 0
    for index, line in enumerate(lines):
        known = found[index]
        if known is not None:
            last, age = (known.number, 0) if known.number is not None else (last, age)
            continue
        match = _BARE_NUMBER.match(line)
        number = int(match["a"]) if match else 0
        follows = number == last + 1 and last > 0 and age <= 2
        if match and (follows or (number == 1 and _bare_number(lines, index + 1) == 2)):
            found[index] = Marker(length=match.end(), style="number", number=number)
            last, age = number, 0
        else:
            age += 1


def _bare_number(lines: Sequence[str], index: int) -> int | None:
    match = _BARE_NUMBER.match(lines[index]) if index < len(lines) else None
    return int(match["a"]) if match else None
