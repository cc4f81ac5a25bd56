"""Marks: the meaningful pieces of a sentence, found by pattern, in order of position.

A mark says what a piece of text is (a number that may be a score, a category, a dimension, a rank, a count of
regions, a word that introduces a list ...), not yet what it belongs to; binding is the business of the rules.
Positions are characters of ``Passage.text``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal

from pipeline.extract.values import (
    NUMBER,
    NUMBER_WORDS,
    ORDINALS,
    parse_category,
    parse_count,
    parse_decimal,
    parse_rank,
)
from pipeline.model import Category, TallyLevel
from pipeline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.reference import Reference

CueKind = Literal[
    "score",
    "total",
    "intro",
    "shared",
    "compare",
    "negation",
    "hypothetical",
    "aggregate",
    "except",
    "pronoun",
    "own",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Base of all marks: characters ``start`` to ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMark(Mark):
    """A number that may be a score. ``cued``: a word such as "skor" stands before it; ``bracket``: it opens one."""

    value: Decimal
    decimals: int
    cued: bool
    bracket: bool
    percent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryMark(Mark):
    """A level. ``plain`` is false for the bare word, which counts only beside a plain one or in a table."""

    category: Category
    plain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionMark(Mark):
    """A dimension, subdimension or stage of the index, by its key. ``named``: "dimensi" or "tahapan" goes before."""

    key: str
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RankMark(Mark):
    """A stated rank, from 1."""

    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountMark(Mark):
    """A number of regions: "85 kabupaten/kota", "dua daerah". ``level`` is None for "daerah" and "wilayah"."""

    n: int
    level: TallyLevel | None
    universe: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CueMark(Mark):
    """A word that tells how its neighbours belong together."""

    kind: CueKind


_LEVEL_WORD = r"(tinggi|sedang|rendah)(?![a-z])"
_RAWAN = r"(?:(?:ber)?kerawanan|kerwanan|rawan|kerawan)(?:nya)?"
_FRAME = (
    r"(?:(?:ber|ter)?(?:kategori|katagori)(?:nya)?|(?:ber)?status(?:nya)?|tergolong|(?:ber)?level|"
    r"tingkat(?:an|nya)?|zona|klasifikasi|kluster|indeks|ikp)"
)
_PLAIN = re.compile(
    rf"(?<![a-z])(?:{_FRAME}[ :]*(?:(?:indeks|pemilu|pemilihan|pilkada|ikp|yang|adalah|yakni|atau|dalam|pada|"
    rf"{_RAWAN})[ :]*){{0,4}}|{_RAWAN}[ :]*(?:(?:dalam|dengan|pada|di|yang|berada|masuk|adalah|posisi|pemilu|"
    rf"pemilihan|pilkada|ikp|{_FRAME})[ :]*){{0,4}}){_LEVEL_WORD}|(?<![a-z]){_LEVEL_WORD} rawan(?![a-z])"
    r"|(?<![a-z])(?:zona|kategori)(?: rawan)? (merah|kuning|hijau)(?![a-z])"
)
_BARE = re.compile(rf"(?<![a-z]){_LEVEL_WORD}")
_NOT_A_LEVEL_BEFORE = re.compile(
    r"(?:paling|cukup|lumayan|relatif|lebih|semakin|makin|terlalu|agak|indikator|skor ikp yang|nilai yang|"
    r"skornya|skor yang|skor|beberapa|supaya tidak|agar tidak|tidak lagi|tidak sampai)\s*$"
)
_SEDANG_VERB = re.compile(
    r"^\s+(?:me(?!liputi)|ber|di(?! ?antara| |tempati)|ter|dalam|ada|proses|gencar|upaya|tahap|kami|kita)"
)
_SEDANG_VERB_PLAIN = re.compile(
    r"^\s+(?:me(?!liputi)[a-z]{3}|di(?!antara|tempati)[a-z]{3}|ber(?!sama|kategori|status|ada|dasar)[a-z]{3})"
)

_COUNT_NOUNS: tuple[tuple[str, TallyLevel | None], ...] = (
    (r"provinsi|propinsi", "province"),
    (
        r"kabupaten\s?(?:/|dan|atau|-|maupun|,)?\s?(?:dan )?kota|kab\s?/\s?kota|kota kabupaten|daerah tingkat dua|"
        r"kabupaten|kota(?! [a-z]+ )",
        "regency_city",
    ),
    (r"kecamatan|distrik|kapanewon", "district"),
    (r"daerah|wilayah", None),
)
_NUMBER_OR_WORDS = rf"(?:{NUMBER_WORDS}|\d{{1,3}}(?:\.\d{{3}})*)"
_COUNTS = tuple(
    (
        re.compile(
            rf"(?<![\w.,-])(?<!peringkat )(?<!urutan )(?<!posisi )(?<!ranking )(?<!rangking )(?<!nomor )"
            rf"(?P<n>{_NUMBER_OR_WORDS})(?: \([a-z ]+\))?(?: di antara| dari(?: total)? \d+)?\s+"
            rf"(?:\(?\s?)(?P<noun>{noun})(?![a-z])"
        ),
        level,
    )
    for noun, level in _COUNT_NOUNS
)
_UNIVERSE = re.compile(
    r"(?:dari|(?<!ada )(?<!terdapat )di|se|terhadap|seluruh|objek risetnya|antara|kerawanan)\s*(?:total |jumlah )?$"
)

_SCORE_WORD = (
    r"(?:skor|score|skore|nilai|indeks|indek|ikp|angka|poin|point|sebesar|range|berjumlah|capai|mencapai|bernilai|"
    r"berpoin|perolehan|tingkat kerawanan|kerawanan)(?:nya|-nya)?"
)
_SCORE_CUE = re.compile(
    rf"(?<![a-z]){_SCORE_WORD}(?:[ :]+(?:akhir|\(ikp\)|total|ikp|indeks|kerawanan|keseluruhan(?:nya)?|pemilu|nya|adalah|"
    rf"yakni|yaitu|ialah|di|pada|masing-masing|sebesar|mencapai|capai|dengan|angka|skor|nilai|poin|dari|rata-rata|"
    rf"dimensi|tersebut|secara|nasional|tengah|daerah|jadi|menjadi|berjumlah|berada|tinggi|sedang|rendah)){{0,5}}[ :=(]*$"
)
_NUMBER = re.compile(
    rf"(?<![\w/-])(?<!\d[.,])(?<!rp)(?:{NUMBER}|\d{{1,2}}, \d{{2}}(?=\s?[)%]))"
    r"(?P<percent>\s*\.?(?:%|persen|prosen))?(?!\s?[-/]\s?\d)"
)
_NOT_A_SCORE_BEFORE = re.compile(
    r"(?:pukul|jam|pasal|ayat|nomor|no\.?|halaman|tahun|tanggal|lebih dari|kurang dari|di atas|di bawah|diatas|dibawah|"
    r"minimal|maksimal|hingga|sampai|skala|antara|level|ke-|ke|batas|rata-rata(?: nasional)?|rata-rata [a-z ]{0,40}|"
    r"rp\.?|usia|butir|angkatan|dapil|covid-?|uu|h-|jangkauan|bobot|total|jumlah|"
    r"sebanyak|sekitar|besar|selisih|naik|turun|variabel|di bawah|(?<![a-z])dari)\s*$"
)
_NOT_A_SCORE_BEHIND = re.compile(
    r"^\s*(?:\(?(?:ke atas|ke bawah|atau lebih|atau kurang|indikator|tps|kasus|orang|desa|kelurahan|kecamatan|distrik|provinsi|kabupaten|kota|daerah|wilayah|"
    r"lembar|isu|dimensi|sub|variabel|jenis|laporan|temuan|besar|pemilih|peserta|hari|bulan|tahun|jam|menit|wib|wit|"
    r"juta|ribu|miliar|partai|paslon|pasangan|alumni|lembaga|poin strategis|pelanggaran|perkara|kali|titik|lokasi|"
    r"hektare|km|kilometer|meter|ton|kg|kilogram|derajat|celsius|triliun|rupiah|suara|kursi|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|views?)"
    r"(?![a-z])|[-–/]\s?\d)"
)

_RANK = re.compile(
    r"(?<![a-z])(?:urutan(?:nya)?|peringkat(?:nya)?|rangking|ranking|rank|posisi(?:nya)?|terawan|tertinggi|nomor urut)"
    r"(?: (?:di|yang|rawan|kerawanan|ikp|nasional))*\s*"
    rf"(?P<rank>ke\s?-?\s?\d+|\d+(?![.,]?\d)|ke {NUMBER_WORDS}|ke-{NUMBER_WORDS}|{'|'.join(ORDINALS)}|{NUMBER_WORDS})"
    r"(?![a-z]|[.,]\d| besar)"
)

_CUES: tuple[tuple[CueKind, re.Pattern[str]], ...] = (
    ("total", re.compile(r"(?<![a-z])(?:total(?: (?:skor|poin|nilai|indeks))?|skor akhir|skor ikp|ikp(?:-nya|nya)?|secara "
                         r"keseluruhan|skor total|indeks kerawanan(?:nya)?|poin keseluruhan(?:nya)?)(?![a-z])")),
    ("intro", re.compile(r"(?<![a-z])(?:yakni|yaitu|adalah|ialah|di ?antaranya|antara lain|meliputi|terdiri|mencakup|seperti|"
                         r"ditempati|dihuni|diisi|diduduki|dimiliki|antara lain|berikut|terdapat di|ada di|diraih|termasuk)"
                         r"(?![a-z])|:")),
    ("shared", re.compile(r"(?<![a-z])(?:masing-masing|sama-sama|keduanya|ketiganya|berturut-turut)(?![a-z])")),
    ("pronoun", re.compile(
        rf"(?<![a-z])(?:keduanya|ketiganya|keempatnya|kelimanya|keenamnya|semuanya|(?:kedua|ketiga|keempat|kelima|{NUMBER_WORDS})"
        r" (?:daerah|wilayah|provinsi|kabupaten|kota|kabupaten/kota)(?: (?:dan|/) kota)? (?:itu|ini|tersebut))(?![a-z])")),
    ("compare", re.compile(r"(?<![a-z])(?:setelah|di bawah|dibawah|dibanding(?:kan)?|daripada|di atas|diatas|mengalahkan|"
                           r"berbeda dengan|menyusul|melampaui|disusul oleh)(?![a-z])")),
    ("except", re.compile(r"(?<![a-z])(?:kecuali|selain|di luar|minus)(?![a-z])")),
    ("negation", re.compile(r"(?<![a-z])(?:tidak(?! hanya| saja| satu)|bukan(?!lah hanya)|belum|tak|bebas dari|jangan(?! lupa))(?![a-z])")),
    ("hypothetical", re.compile(r"(?<![a-z])(?:apabila|(?:jika|bila)(?! dirinci| dilihat| dibanding| dirunut| diurut)|seandainya|agar|supaya|kalau(?= skor)|selalu|anggapan|"
                                r"dikategorikan(?= menjadi)|dibagi|terbagi|kategorisasi|rentang|jangkauan|batas|skala|"
                                r"berpotensi menjadi|bisa jadi|mungkin)(?![a-z])")),
    ("aggregate", re.compile(r"(?<![a-z])(?:agregasi|agregat|rata-rata (?:skor )?(?:ikp )?kabupaten|akumulasi (?:skor )?kabupaten)")),
    ("own", re.compile(r"(?<![a-z])(?:daerah(?:nya)? (?:ini|kami|kita)|wilayah(?:nya|(?:nya)? (?:ini|kami|kita))|daerahnya|di sini|disini)(?![a-z])")),
)  # fmt: skip


def find_marks(lower: str, start: int, end: int, reference: Reference) -> tuple[Mark, ...]:
    """Find all marks of the sentence ``lower[start:end]``, in order of position.

    ``lower`` is the passage in lower case. Regions are no marks: they come from the gazetteer.
    """
    sentence = lower[start:end]
    marks: list[Mark] = []
    marks.extend(_counts(sentence))
    marks.extend(_ranks(sentence))
    taken = [(mark.start, mark.end) for mark in marks]
    marks.extend(mark for mark in _numbers(sentence) if not _overlaps(mark, taken))
    marks.extend(_zeros(sentence))
    marks.extend(_categories(sentence))
    marks.extend(_dimensions(sentence, reference))
    marks.extend(_cues(sentence))
    return tuple(sorted((_shift(mark, start) for mark in marks), key=lambda m: (m.start, m.end, type(m).__name__)))


def _shift(mark: Mark, by: int) -> Mark:
    from dataclasses import replace  # noqa: PLC0415

    return replace(mark, start=mark.start + by, end=mark.end + by)


def _overlaps(mark: Mark, taken: list[tuple[int, int]]) -> bool:
    return any(mark.start < high and low < mark.end for low, high in taken)


_NONE_OF = re.compile(
    r"tidak (?:ada )?(?:satu ?pun|sebuah pun)(?: dari)? (?P<noun>provinsi|kabupaten[ /]?(?:dan |/)?kota|kabupaten|daerah|kota)"
)
_ELLIPTIC = re.compile(
    rf"(?:dari \d+ (?P<noun>provinsi|kabupaten[ /]?(?:dan )?kota|kabupaten|daerah)[^.;\d]{{0,50}}?)"
    rf"(?:ada|terdapat|hanya|sebanyak) (?P<n>{_NUMBER_OR_WORDS}) (?=yang |di antaranya |masuk |berkategori )"
)


def _counts(sentence: str) -> Iterator[CountMark]:
    taken: list[tuple[int, int]] = []
    for match in _NONE_OF.finditer(sentence):
        nothing: TallyLevel | None = "province" if match["noun"] == "provinsi" else "regency_city"
        taken.append(match.span())
        yield CountMark(start=match.start(), end=match.end(), n=0, level=nothing, universe=False)
    for match in _ELLIPTIC.finditer(sentence):
        n = parse_count(match["n"])
        if n:
            level: TallyLevel | None = "province" if match["noun"] == "provinsi" else "regency_city"
            taken.append(match.span("n"))
            yield CountMark(start=match.start("n"), end=match.end("n"), n=n, level=level, universe=False)
    for pattern, level in _COUNTS:
        for match in pattern.finditer(sentence):
            n = parse_count(match["n"])
            if n is None or any(match.start() < high and low < match.end() for low, high in taken):
                continue
            taken.append(match.span())
            before = sentence[: match.start()]
            yield CountMark(
                start=match.start(), end=match.end(), n=n, level=level, universe=bool(_UNIVERSE.search(before))
            )


def _ranks(sentence: str) -> Iterator[RankMark]:
    for match in _RANK.finditer(sentence):
        rank = parse_rank(match["rank"])
        if rank is not None:
            yield RankMark(start=match.start(), end=match.end(), rank=rank)


def _numbers(sentence: str) -> Iterator[NumberMark]:
    for match in _NUMBER.finditer(sentence):
        before = sentence[: match.start()]
        behind = sentence[match.end() :]
        cue = _SCORE_CUE.search(before)
        if (not cue and _NOT_A_SCORE_BEFORE.search(before)) or _NOT_A_SCORE_BEHIND.search(behind):
            continue
        if cue and re.search(
            r"(?:mulai dari [a-z]+|lebih dari|di atas|di bawah|kurang dari|rata-rata nasional)\s*$", before
        ):
            continue
        digits = match.group()[: len(match.group()) - len(match["percent"] or "")].strip()
        if digits.count(".") + digits.count(",") > 1:
            continue  # 6.680.807: a count, never a score
        value = parse_decimal(digits)
        decimals = -int(value.as_tuple().exponent)
        if not decimals and 1900 <= value <= 2100:
            continue
        yield NumberMark(
            start=match.start(),
            end=match.start() + len(digits),
            value=value,
            decimals=decimals,
            cued=cue is not None,
            bracket=before.rstrip().endswith("("),
            percent=match["percent"] is not None,
        )


def _zeros(sentence: str) -> Iterator[NumberMark]:
    """Find a score of zero in words: "dimensi partisipasi nol"."""
    for match in re.finditer(
        r"(?:skor|nilai|bernilai|dengan|dimensi [a-z ]{5,30}|partisipasi) (nol)(?![a-z])", sentence
    ):
        yield NumberMark(
            start=match.start(1),
            end=match.end(1),
            value=Decimal(0),
            decimals=0,
            cued=True,
            bracket=False,
            percent=False,
        )


def _categories(sentence: str) -> Iterator[CategoryMark]:
    found = [mark for mark in _category_candidates(sentence)]
    for index, mark in enumerate(found):
        if not _enumerated(sentence, found, index):
            yield mark


def _category_candidates(sentence: str) -> Iterator[CategoryMark]:
    taken: list[tuple[int, int]] = []
    for pattern, plain in ((_PLAIN, True), (_BARE, False)):
        for match in pattern.finditer(sentence):
            if any(match.start() < high and low < match.end() for low, high in taken):
                continue
            before = sentence[: match.start()]
            if _NOT_A_LEVEL_BEFORE.search(before):
                taken.append(match.span())
                continue
            verb = _SEDANG_VERB_PLAIN if plain else _SEDANG_VERB
            if match.group().endswith("sedang") and verb.search(sentence[match.end() :]):
                continue
            category = parse_category(match.group())
            if category is not None:
                taken.append(match.span())
                yield CategoryMark(start=match.start(), end=match.end(), category=category, plain=plain)


def _enumerated(sentence: str, marks: list[CategoryMark], index: int) -> bool:
    """Tell whether a level only names the scale: "tinggi, sedang, dan rendah"."""
    ordered = sorted(marks, key=lambda mark: mark.start)
    place = ordered.index(marks[index])
    for first, second in ((place - 1, place), (place, place + 1)):
        if first >= 0 and second < len(ordered):
            between = sentence[ordered[first].end : ordered[second].start]
            if re.fullmatch(r"[\s,;/]*(?:dan|atau|serta|hingga|,|ataupun|maupun|menjadi|ke)?[\s,;/]*", between):
                return True
    return False


@cache
def _dimension_pattern(reference: Reference) -> tuple[re.Pattern[str], dict[str, str]]:
    keys: dict[str, str] = {}
    for dimension in reference.dimensions.values():
        for wording in (dimension.name, dimension.key, *dimension.wordings):
            keys.setdefault(fold(wording), dimension.key)
    names = "|".join(re.escape(name) for name in sorted(keys, key=lambda name: (-len(name), name)))
    return re.compile(
        rf"(?<![a-z])(?P<named>(?:sub ?-?)?dimensi(?:nya)? (?:\w+ )?\"?|(?:tahap(?:an)?|masa|konteks|aspek|bidang|sektor|sisi) |^\W*(?:pada|di|untuk) )?"
        rf"(?P<name>{names})(?:nya)?(?![a-z])"
    ), keys


def _dimensions(sentence: str, reference: Reference) -> Iterator[DimensionMark]:
    pattern, keys = _dimension_pattern(reference)
    for match in pattern.finditer(sentence):
        yield DimensionMark(
            start=match.start(), end=match.end(), key=keys[match["name"]], named=match["named"] is not None
        )


def _cues(sentence: str) -> Iterator[CueMark]:
    for kind, pattern in _CUES:
        for match in pattern.finditer(sentence):
            yield CueMark(start=match.start(), end=match.end(), kind=kind)
