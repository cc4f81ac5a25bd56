"""Levels, dimensions and linking words of a sentence; and all marks of a sentence together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from pipeline.extract.marks.counts import count_marks, rank_marks
from pipeline.extract.marks.kinds import CategoryMark, CueKind, CueMark, DimensionMark, Mark, moved, overlaps
from pipeline.extract.marks.numbers import number_marks
from pipeline.extract.words.values import CHANGED, NUMBER_WORDS, parse_category
from pipeline.text import fold

if TYPE_CHECKING:
    from pipeline.reference import Dimension, Reference

_LEVEL = r"(tinggi|sedang|rendah)(?![a-z])"
_RAWAN = r"(?:(?:ber)?kerawanan|kerwanan|kerawaan|rawan|kerawan)(?:nya)?"
_FRAME = (
    r"(?:(?:ber|ter)?(?:kategori|katagori)(?:nya)?|dikategorikan(?: sebagai| dalam| ke dalam| ke)?|"
    r"di(?:golong|kelompok)kan(?: sebagai| dalam| ke dalam| ke)?|"
    r"(?:ber)?status(?:nya)?|tergolong|(?:ber)?level|"
    r"tingkat(?:an|nya)?|zona|klasifikasi|kluster|klaster|kelompok|golongan|kelas|predikat|"
    r"posisi(?:nya)?|indeks(?:nya)?|ikp(?:-?nya)?)"
)
_GAP = r"[ :\"'(-]*"  # "kategori: tinggi", "rawan-sedang", "kerawanan (rendah)"
_FRAMED = (
    rf"{_FRAME}{_GAP}"
    r"(?:(?:indeks|pemilu|pemilihan|pilkada|ikp|yang|adalah|yakni|atau|dalam|pada|keduanya|ketiganya|keempatnya|"
    r"kelimanya|masing-masing|sama-sama|"
    rf"(?:ke)?semuanya(?: (?:ini|itu))?|seluruhnya|{_RAWAN}){_GAP}){{0,4}}"
)
_VULNERABLE = (
    rf"{_RAWAN}{_GAP}"
    r"(?:(?:sangat|dalam|dengan|pada|di|yang|berada|masuk|adalah|posisi|pemilu|pemilihan|pilkada|ikp|masih|tetap|"
    r"justru|dinilai|terbilang|dinyatakan|tercatat|"
    rf"{_FRAME}){_GAP}){{0,4}}"
)
_PLAIN = re.compile(
    rf"(?<![a-z])(?:{_FRAMED}|{_VULNERABLE}){_LEVEL}"  # "kategori rawan sedang", "kerawanannya tinggi"
    rf"|(?<![a-z]){_LEVEL} (?:rawan|(?:tingkat|indeks) kerawanan(?:nya)?|kerawanannya)(?![a-z])"  # inverted
    r"|(?<![a-z])(?:zona|kategori|(?:ber)?status(?:nya)?|(?:ber)?level|kluster|klaster)(?: (?:rawan|kerawanan|"
    r"warna))* "
    r"(merah|kuning|hijau)(?![a-z])"
)
_BARE = re.compile(rf"(?<![a-z]){_LEVEL}")
_LEVEL_WORDS = ("tinggi", "sedang", "rendah", "merah", "kuning", "hijau")
_NO_LEVEL_BEFORE = re.compile(
    r"(?:paling|cukup|lumayan|relatif|lebih|semakin|makin|terlalu|agak|indikator|skor ikp yang|nilai yang|"
    r"di bawah|dibawah|di atas|diatas|mendekati|menuju|menjauhi|ambang(?: batas)?|batas(?: atas| bawah)?|"
    r"skornya|skor yang|skor|beberapa|supaya tidak|agar tidak|tidak sampai|"
    r"soal|tentang|mengenai|perihal|membahas|bertema|bertajuk)\s*$"
)
# "sedang" also means "being in the course of": "sedang menyusun", "sedang dalam proses".
_SEDANG_VERB = re.compile(
    r"^\s+(?:me(?!liputi|ndekati|nurut|njadi (?:(?:ke)?rawan(?:an)? |kategori |level |yang )*(?:tinggi|"
    r"rendah))|ber|di(?! ?antara| |tempati|sandang|alami|miliki|duduki|huni|isi|raih|pegang)|"
    r"ter|dalam|ada|proses|gencar|upaya|tahap|kami|kita)"
)
_SEDANG_VERB_FRAMED = re.compile(
    r"^\s+(?:me(?!liputi|ndekati|nurut|nuju|ngarah|"
    r"njadi (?:(?:ke)?rawan(?:an)? |kategori |level |yang )*(?:tinggi|rendah))[a-z]{3}|"
    r"di(?!antara|tempati|sandang|alami|miliki|duduki|huni|isi|raih|pegang|peroleh|dapat|jumpai|temukan)[a-z]{3}|"
    r"ber(?!sama|kategori|status|ada|dasar)[a-z]{3})"
)
_OTHER_ZONES = re.compile(r"covid|virus|penularan|penyebaran|banjir|longsor|gempa|tsunami|kekeringan|gunung")
_SEDANG_WHILE = re.compile(  # "Alfa rawan tinggi, sedang Beta rawan rendah": "sedangkan"
    r"^ (?!dan |atau |hingga |sampai |maupun |serta )(?:(?! (?:dan|serta|atau) (?:tinggi|rendah))[^,.;:(])*?"
    r"(?<! dan)(?<! serta)(?<! yang)(?<![,;:]) (?:tinggi|rendah|tidak|belum)(?![a-z])"
)
_SCORE_IS = re.compile(r" (?:skor|nilai|angka|indeks|poin)nya(?![a-z])")
_ALSO = re.compile(r"(?<![a-z])(?:juga|masih|tetap|memang|sudah) $")
_HAZARD = re.compile(
    r"\s(?:terhadap |akan |bencana (?:alam )?|peredaran )*(?:banjir|longsor|tsunami|gempa|kebakaran|"
    r"kekeringan|narkoba|"
    r"bencana|stunting|pangan|kriminal\w*|covid)(?![a-z])"
)
_SCALE_JOINER = re.compile(r"[\s,;/]*(?:dan|atau|serta|hingga|,|ataupun|maupun|menjadi|ke)?[\s,;/]*")
_CHANGED_FROM = re.compile(
    rf"(?<![a-z]){CHANGED}(?: \w+)? dari\s"
    r"(?:(?:kategori|status|level|posisi|tingkat|yang|semula) )*$"
)

_DIMENSION_WORD = (
    r"(?:sub ?-?)?dimensi(?:nya)? (?:\w+ )?\"?|"
    r"(?:tahap(?:an)?|masa|konteks|aspek|bidang|sektor|sisi|variabel|faktor|unsur|komponen|ranah) |"
    r"(?:^\W*(?:pada|di|untuk) |(?:kerawanan|rawan|terawan)(?: (?:dalam|pada|di|untuk|dari|sisi|soal))? )"
    r"(?!dimensi|konteks|aspek|tahap)"
)

_WEAK_WORDS = ("aspek ", "bidang ", "sektor ", "sisi ", "variabel ", "faktor ", "unsur ", "komponen ", "ranah ")
_OF_ELECTION = re.compile(
    r"(?: pemilu| pemilihan| pilkada)?(?: umum| serentak| kepala daerah| gubernur| bupati| wali ?kota|"
    r" \(pemilu\)| legislatif)*"
    r"(?: tahun)? (?:20\d\d|mendatang|nanti)(?! \d)|"
    r" (?:pemilihan|pilkada) (?:gubernur|bupati|wali ?kota)(?![a-z])"
)
_ISSUE_OF = re.compile(r" (?:di media|hitam|negatif|terselubung|di luar|di tempat|sara|pemilih|uang)(?![a-z])")
_OF_KIND = ("kerawanan ", "rawan ", "terawan ")
_WHO_VOTES = re.compile(r"(?:provinsi|daerah|wilayah|kabupaten|kota|kabupaten/kota|sebagai|selaku) $")
_GRADED_PANDEMIC = re.compile(
    r"(?:(?:^|[,;:.()\"])\W*|\b(?:dan|serta|maupun|hingga|pada|di|untuk|dalam|dari|terkait|soal|isu|kerawanan|rawan|"
    r"sedangkan|sementara|adapun|konteks|dimensi|aspek|variabel) )$"
)
"""Words before "pandemi" that let it be the context: elsewhere it is the time ("di tengah pandemi")."""
_KIND_WORDS = ("konteks ", "dimensi ", "tahap", "aspek ", "subdimensi ", "sub dimensi ")
_CUES: tuple[tuple[CueKind, str], ...] = (
    (
        "total",
        r"total(?:nya)?(?: (?:skor|poin|nilai|indeks))?|skor akhir|skor ikp|ikp(?:-nya|nya)?|"
        r"secara keseluruhan|skor total(?:nya)?|(?:skor|nilai|indeks) keseluruhan(?:nya)?|"
        r"indeks kerawanan(?:nya)?|poin keseluruhan(?:nya)?",
    ),
    (
        "intro",
        r"yakni|yaitu|adalah|ialah|di ?antaranya|antara lain|meliputi|terdiri|mencakup|seperti|ditempati|dihuni|"
        r"diisi|diduduki|dimiliki|berikut|terdapat di|ada di|diraih|termasuk",
    ),
    (
        "shared",
        r"masing-masing|(?:skor|nilai|angka|poin)(?:nya)? (?:yang )?sama|sama-sama|keduanya|ketiganya|"
        r"dua-duanya|berturut-turut",
    ),
    (
        "pronoun",
        r"ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)nya|dua-duanya|tiga-tiganya|(?:ke)?semuanya|"
        r"seluruhnya|"
        rf"(?:kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh|semua|seluruh|"
        rf"{NUMBER_WORDS}|\d{{1,3}}) "
        r"(?:daerah|wilayah|provinsi|kabupaten|kota|kabupaten/kota)"
        r"(?: (?:dan|/) kota)? (?:itu|ini|tersebut|tadi|di atas)",
    ),
    (
        "negation",
        r"tidak(?! hanya| saja| satu| ada satu)|bukan(?!lah hanya)|belum|tak|bebas dari|keluar dari|"
        r"jangan(?! lupa)",
    ),
    (
        "hypothetical",
        r"apabila|(?:jika|bila)(?! dirinci| dilihat| dibanding| dirunut| diurut| dihitung| mengacu| melihat|"
        r" merujuk| menilik| ditilik)|"
        r"seandainya|agar|supaya|"
        r"kalau(?= skor)|selalu|anggapan|dikategorikan(?= menjadi)|dibagi|terbagi|kategorisasi|rentang|jangkauan|"
        r"diupayakan|didorong|diusahakan|batas|ambang|skala(?! provinsi|"
        r" nasional| kabupaten| daerah)|(?:berpotensi|berpeluang|rentan|terancam|dikhawatirkan) (?:untuk )?"
        rf"(?:menjadi|jadi|masuk|{CHANGED})|bisa jadi|mungkin|"
        r"berpeluang|(?:nyaris|hampir)(?! kembar| sama)|target(?:nya)?|"
        r"(?:di|men)(?:t)?argetkan|(?:ber|di)?harap(?:kan|an)?|semoga|(?:meng)?ingin(?:kan)?|"
        r"mengira|dikira|menyangka|disangka|memandang|stigma|persepsi|(?:di|meng)?khawatir(?:kan)?|"
        r"jangan sampai|jangan (?:lantas |lalu |langsung )?(?:disimpulkan|dianggap|dikatakan|dicap)|"
        r"diperkirakan|apakah|(?:bisa|dapat) dikatakan|"
        r"sebagian|perbatasan(?!-| (?:ri|indonesia|negara|darat|laut|malaysia|timor|papua|dengan)(?![a-z]))|"
        r"beredar kabar|kabar bahwa|hoaks|"
        r"bisa(?= masuk| mencapai| menjadi)|dapat(?= masuk| mencapai| menjadi)",
    ),
)
_CUE_PATTERNS = tuple((kind, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])")) for kind, words in _CUES)
_COLON = re.compile(r":")


def find_marks(
    lower: str, start: int, end: int, reference: Reference, edition: str | None = None
) -> tuple[Mark, ...]:
    """Find all marks of the sentence ``lower[start:end]``, in order of position.

    ``lower`` is the passage in lower case; ``edition`` is that of the document, whose dimensions go first. Regions
    are no marks: they come from the gazetteer.
    """
    sentence = lower[start:end]
    counts: list[Mark] = [*count_marks(sentence), *rank_marks(sentence)]
    taken = [(mark.start, mark.end) for mark in counts]
    numbers = [mark for mark in number_marks(sentence) if not overlaps(mark.start, mark.end, taken)]
    marks = [
        *counts,
        *numbers,
        *_category_marks(sentence),
        *_dimension_marks(sentence, reference, edition),
        *_cue_marks(sentence),
    ]
    return tuple(sorted((moved(mark, start) for mark in marks), key=_order))


def _order(mark: Mark) -> tuple[int, int, str]:
    return mark.start, mark.end, type(mark).__name__


def _category_marks(sentence: str) -> tuple[CategoryMark, ...]:
    """Find the levels that a folded sentence names, without those that only name the scale.

    >>> [(m.category, m.plain) for m in _category_marks("kategori rawan sedang, kota alfa tinggi")]
    [('sedang', True), ('tinggi', False)]
    >>> _category_marks("kategori tinggi, sedang, dan rendah")
    ()
    >>> _category_marks("bawaslu sedang menyusun laporan yang cukup tinggi")
    ()
    """
    if not any(word in sentence for word in _LEVEL_WORDS):
        return ()
    found = sorted(_levels(sentence), key=lambda mark: mark.start)
    return tuple(mark for place, mark in enumerate(found) if not _names_scale(sentence, found, place))


def _levels(sentence: str) -> Iterator[CategoryMark]:
    taken: list[tuple[int, int]] = []
    for pattern, plain in ((_PLAIN, True), (_BARE, False)):
        for match in pattern.finditer(sentence):
            category = parse_category(match.group())
            if category is None or overlaps(*match.span(), taken):
                continue
            verb = _SEDANG_VERB_FRAMED if plain else _SEDANG_VERB
            if match.group().endswith("sedang") and verb.search(sentence[match.end() :]):
                continue
            coloured = match.group().endswith(("merah", "kuning", "hijau"))
            if coloured and _OTHER_ZONES.search(sentence) and "rawan" not in sentence:
                continue
            if (
                _is_remark(sentence, match)
                or _HAZARD.match(sentence, match.end())
                or _means_while(sentence, match)
            ):
                continue
            taken.append(match.span())
            if not _NO_LEVEL_BEFORE.search(sentence[: match.start()]):
                yield CategoryMark(start=match.start(), end=match.end(), category=category, plain=plain)


def _is_remark(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether a bare level is a remark on a score: "juga tinggi skornya", not "rawan tinggi skornya 41"."""
    bare = " " not in match.group()
    behind = _SCORE_IS.match(sentence, match.end())
    return bare and behind is not None and _ALSO.search(sentence[: match.start()]) is not None


def _means_while(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether "sedang" opens a contrast: "..., sedang Beta rawan rendah"."""
    bare = match.group() == "sedang" and sentence[: match.start()].rstrip().endswith((",", ";", "."))
    return bare and _SEDANG_WHILE.match(sentence[match.end() :]) is not None


def _names_scale(sentence: str, marks: Sequence[CategoryMark], place: int) -> bool:
    """Tell whether a level only names the scale, "tinggi, sedang, dan rendah", and no change of a region's."""
    neighbours = [marks[max(place - 1, 0) : place + 1], marks[place : place + 2]]
    return any(
        len({mark.category for mark in pair}) == 2
        and _SCALE_JOINER.fullmatch(sentence[pair[0].end : pair[1].start])
        and not _CHANGED_FROM.search(sentence[: pair[0].start])
        for pair in neighbours
    )


@cache
def _dimension_names(reference: Reference) -> tuple[re.Pattern[str], dict[str, tuple[Dimension, ...]]]:
    """Return a pattern of all names of dimensions, blanks and hyphens alike, and what each may mean."""
    meant: dict[str, tuple[Dimension, ...]] = {}
    for dimension in reference.dimensions.values():
        spelled = (fold(name) for name in (dimension.name, dimension.key, *dimension.wordings))
        for name in dict.fromkeys(name.replace("-", " ") for name in spelled):
            meant[name] = (*meant.get(name, ()), dimension)
    longest = sorted(meant, key=lambda name: (-len(name), name))
    names = "|".join(re.escape(name).replace(r"\ ", "[ -]") for name in longest)
    pattern = rf"(?<![a-z])(?P<named>{_DIMENSION_WORD})?(?P<name>{names})(?:nya)?(?![a-z])"
    return re.compile(pattern), meant


def _dimension_marks(sentence: str, reference: Reference, edition: str | None = None) -> Iterator[DimensionMark]:
    """Find the dimensions, subdimensions and stages that a folded sentence names.

    A name that two editions use means the dimension of ``edition``, the document's. "Aspek" and the like name only
    dimensions of that edition: elsewhere "aspek politik uang" is an issue.
    """
    pattern, meant = _dimension_names(reference)
    for match in pattern.finditer(sentence):
        possible = meant[match["name"].replace("-", " ")]
        dimension = next((one for one in possible if edition in one.editions), possible[0])
        named = match["named"] is not None or match["name"].startswith(_KIND_WORDS)
        if (match["named"] or "").startswith(_WEAK_WORDS) and edition not in dimension.editions:
            named = False
        kind = (match["named"] or "").startswith(_OF_KIND)
        if kind and (
            dimension.parent or edition not in dimension.editions or _ISSUE_OF.match(sentence, match.end())
        ):
            named = False  # "kerawanan keamanan" is an issue
        if not named and dimension.key == "penyelenggaraan" and _OF_ELECTION.match(sentence, match.end()):
            continue  # "rawan sedang dalam penyelenggaraan pemilihan umum 2024"
        if not named and _WHO_VOTES.search(sentence[: match.start()]):
            continue  # "sembilan provinsi penyelenggara pemilihan"
        if dimension.key == "pandemi" and _is_time(sentence, match):
            continue  # "dimutakhirkan pada masa pandemi"
        yield DimensionMark(start=match.start(), end=match.end(), key=dimension.key, named=named)


def _is_time(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether the pandemic is but the time of something: "di tengah pandemi", "masa pandemi"."""
    other = match["named"] is not None and not match["named"].startswith("masa ")
    return not other and _GRADED_PANDEMIC.search(sentence[: match.start("name")]) is None


def _cue_marks(sentence: str) -> Iterator[CueMark]:
    """Find the linking words of a folded sentence."""
    for kind, pattern in _CUE_PATTERNS:
        for match in pattern.finditer(sentence):
            yield CueMark(start=match.start(), end=match.end(), kind=kind)
    for match in _COLON.finditer(sentence):
        yield CueMark(start=match.start(), end=match.end(), kind="intro")
