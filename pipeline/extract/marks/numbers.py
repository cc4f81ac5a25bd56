"""Numbers that may be scores, told by the words around them from those that count, date or measure else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.extract.marks.counts import HEADS_LIST
from pipeline.extract.marks.kinds import NumberMark
from pipeline.extract.words.values import CHANGED, NUMBER, NUMBER_WORDS, parse_decimal

_SCORE_WORD = (
    r"(?:skor|score|skore|sekor|skoring|nilai|indeks|indek|ikp|angka|poin|point|sebesar|range|berjumlah|capai|"
    r"mencapai|menyentuh|jumlah|bernilai|berpoin|agregat|agregasi|perolehan|(?:tingkat )?kerawanan)(?:nya|-nya)?"
)
_FILLER = (
    r"(?:akhir|\(ikp\)|total(?:nya)?|ikp|indeks|kerawanan|keseluruhan(?:nya)?|pemilu|pilkada|pemilihan|nya|"
    r"adalah|yakni|yaitu|ialah|di|pada|kabupaten/kota(?:nya)?|kabupaten kota|kab/kota|20\d\d|yang sama|sama|yang|"
    r"berturut-turut|masing-masing|sebesar|mencapai|capai|dengan|angka|skor|nilai|poin|dari|rata-rata|dimensi|tersebut|"
    r"secara|hanya|cuma|baru|tertinggi|terendah|naik|turun|meningkat|menurun|melonjak|sebanyak|nasional|tengah|"
    r"(?:daerah|wilayah|kabupaten|kota)nya|tinggal|masih|penuh|"
    r"daerah|ini|itu|kami|kita|jadi|menjadi|berjumlah|berada|tinggi|sedang|rendah|"
    r"sempurna|(?:di )?kisaran|sekitar|kira-kira|tepatnya|persisnya|persis)"
)
_OPENING = r"[ :=(,\[\"]*"
_SCORE_CUE = re.compile(rf"(?<![a-z]){_SCORE_WORD}(?:[ :,]+{_FILLER}){{0,5}}{_OPENING}$")
_MEAN_CUE = re.compile(  # the mean of a province's parts: "rata-rata skor kabupaten/kota di Alfa tertinggi, yakni"
    r"(?:rata-rata|rerata) (?:(?:skor|nilai|ikp|indeks) )*(?:dari )?(?:kabupaten|kota)[^.;:\d]{1,80}"
    r"(?:yakni|yaitu|adalah|ialah|sebesar|mencapai|di angka)\s*$|"
    r"(?:rata-rata|rerata) (?:(?:skor|nilai|ikp|indeks) )*(?:dari )?(?:kabupaten|kab\.?)"
    r"(?:\s?/\s?| dan | )kota(?:nya)?[ :(]*$"
)
_TOLD_CUE = re.compile(  # "indeks kerawanan pemilu di Alfa hasil pengawasan ialah 44,28"
    r"(?<![a-z])(?:skor|ikp|indeks kerawanan)(?: (?!nasional|rata-rata|rerata)[a-z()-]+){1,9}"
    r",? (?:adalah|ialah|sebesar|mencapai|yakni|yaitu|tepatnya|persisnya|(?:di|pada) angka)"
    r"(?: sekitar| kira-kira| kurang lebih)?\s*$"
)
_SHARE_OF_COUNT = re.compile(
    rf"(?<![\w.,-])(?:\d{{1,3}}|{NUMBER_WORDS})(?: \(\d+\))?(?: \(| atau | atau setara | setara )(?:sekitar )?$"
)
"""Words before the share of a count whose noun comes later: "176 (34,2 persen) kabupaten/kota"."""
_RANKED = re.compile(
    r"(?:ke|ke-|peringkat|urutan|posisi|nomor|level|rangking|ranking|rank|skor|nilai|poin|angka|ikp|indeks)"
    r"(?: ke-?)?\s*(?:\d{1,3}|[a-z]+)(?: \(\d+\))?(?: \(| atau )$"
)
_COUNTED_BEHIND = re.compile(
    r"\s?\)?\s(?:provinsi|propinsi|kabupaten|kab|kota|daerah|wilayah|kecamatan|distrik|desa|kelurahan|tps|"
    r"di ?antaranya|(?:dari|di antara) )"
)
_WHOLE_BEHIND_SCORE = re.compile(r"\d[.,]\d{1,3}\)?(?: poin| persen|%)? \($")
"""A figure before a rank in brackets: "Alfa 41,20 (1), Beta 39,10 (2)"."""
_SUM_CUE = re.compile(r"(?<![a-z])(?:ber)?jumlah(?:nya)?(?: (?:yang|adalah|hanya|sebesar))*\s*$")
OF_AN_INDEX = (
    r"(?: (?:untuk |pada |dalam )?(?:ikp|indeks kerawanan (?:pemilu|pilkada|pemilihan)(?: \(ikp\))?)(?: tahun)?"
    r" 20\d\d (?:yang )?(?:adalah|ialah|yakni|yaitu|sebesar|mencapai|tercatat|berada|di angka))?"
)
"""What may stand between a mean and its figure: the index and a verb. Without the verb the figure is a region's:
"Alfa di atas rata-rata nasional IKP 2024 dengan skor 41,20"."""
_BOUND = (
    r"(?:maksimal|maksimum|minimal|minimum|ambang|batas)(?:nya)?(?: (?:batas|atas|bawah|skor|nilai)(?:nya)?)?"
    r"(?:,? (?:adalah|ialah|yakni|yaitu|sebesar|itu|di angka|pada angka))*"
)
"""Words for the ends of the scale, or of a level on it: "skor maksimum 41,20"."""
_BOUND_BEHIND_CUE = re.compile(
    rf"(?:mulai dari [a-z]+|{_BOUND}|skala|lebih dari|di atas|di bawah|kurang dari|"
    rf"(?:rata-rata|rerata) [a-z ]{{0,30}}nasional{OF_AN_INDEX}[a-z ]{{0,20}}|"
    r"(?:ikp\)?|indeks? [a-z ()]{0,30}|skor|nilai|angka) (?:rata-rata |rerata )?(?:secara )?"
    r"nasional[a-z -]{0,30}|\d\s?[-–]\s?)[\s(:]*$"
)
_GLUED = "".join(rf"|(?<={word})" for word in ("skor", "nilai", "angka", "ikp", "indeks"))
_BROKEN = (  # "41, 20", "41 ,20", "41. 20": the blank is a slip where nothing is counted by the second figure
    r"\d{1,2}(?: [.,] ?|[.,] )\d{2}(?![.,]?\d)"
    r"(?=\s?[)\]%]|[,.;!]*\"?[,.;!]*(?:$| (?!\d)[a-z(]))"
)
_LONG = r"\d{1,2},\d{4,10}(?![.,]?\d)"  # "30,81459999", as a spreadsheet had it
_NUMBER = re.compile(
    rf"(?:(?<![\w/-]){_GLUED})(?<!\d[.,])(?<!rp)(?!\d{{1,3}}\.\d{{3}},\d)(?:{_BROKEN}|{_LONG}|{NUMBER})"
    r"(?P<percent>\s*\.?(?:%|persen|prosen))?(?!\s?-\s?\d|\s?/\s?(?!100(?!\d))\d)"
)
_NO_SCORE_BEFORE = re.compile(
    r"(?:pukul|jam|pasal|ayat|nomor|no\.?|halaman|tahun|tanggal|butir|angkatan|dapil|uu|covid-?|h-|"  # labels
    r"(?<![a-z])(?:tabel|gambar|grafik|bagan|diagram|peta|lampiran|(?:sub ?)?bab|bagian)|"
    r"lebih dari|kurang dari|di atas|di bawah|diatas|dibawah|hingga|sampai|skala|"  # bounds
    rf"antara|{_BOUND}|jangkauan|besar|(?:sampai|hingga) dengan|s/d|s\.?d\.|"
    r"level|ke-|ke|rata-rata(?: nasional)?|rata-rata [a-z ]{0,40}|"  # other measures
    r"rp\.?|usia|bobot|total|jumlah|sebanyak|sekitar|selisih|naik|turun|variabel|(?<![a-z])dari|\d\s?[-–]\s?)\s*$"
)
_NO_SCORE_BEHIND = re.compile(
    r"\s*(?:\(?(?:"
    r"ke atas|ke bawah|atau lebih|atau kurang|"  # bounds
    r"indikator|isu|dimensi|sub|variabel|jenis|poin strategis|"  # parts of the instrument
    r"tps|tempat|kasus|kejadian|aduan|peristiwa|insiden|dugaan|putusan|gugatan|sengketa|laporan|temuan|"
    r"pelanggaran|perkara|kali|titik|lokasi|lembar|"  # events
    r"provinsi|kabupaten|kota|daerah|wilayah|kecamatan|distrik|desa|kelurahan|"  # places
    r"orang|jiwa|penduduk|warga|nama|pemilih|peserta|alumni|partai|paslon|pasangan|lembaga|suara|kursi|besar|"
    r"(?:sampai|hingga|s/d|s\.d\.?)(?: dengan)? \d|"
    r"hari|bulan|tahun|jam|menit|wib|wit|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|"
    r"november|desember|"  # time
    r"juta|ribu|miliar|triliun|rupiah|hektare|km|kilometer|meter|milimeter|mm|sentimeter|cm|liter|hektar|mbps|ton|"
    r"kg|kilogram|derajat|celsius|views?|fm|mhz|khz"
    r")(?![a-z])|[-–]\s?\d|/\s?(?!100(?!\d))\d)"
)
_REACH = 400  # characters before a number that its words stand in; a sentence may hold thousands of numbers
_A_PLACE = re.compile(r"\s*\(?(?:provinsi|kabupaten|kota)")
_DECIMALS = re.compile(r"[.,]\s?\d{1,2}$")
SCORE_FIGURE = re.compile(rf"(?<![\d.,])(?:\d{{1,2}}|100)[.,]\d{{1,3}}(?![\d.,]*\d)(?!{_NO_SCORE_BEHIND.pattern})")
"""A figure that may be a score by its looks: 896.871 and 5.364.299 are none, nor is "80,5 ribu orang"."""
_CHANGED_TO = re.compile(rf"(?<![a-z]){CHANGED}(?: [a-z]+){{0,2}} ke (?:(?:angka|skor|nilai|poin) )?$")
_CHANGE = re.compile(
    r"(?:skor|ikp|indeks|nilai|poin|kerawanan)[^.;]{0,60}?(?<![a-z])"
    rf"{CHANGED}(?: \w+)? dari (?:(?:skor|angka|nilai|poin|semula) )*"
    rf"(?P<old>{NUMBER})(?P<between>[^.;:]{{1,60}}?)"
    rf"(?:menjadi|ke) (?:(?:skor|angka|nilai|poin) )*(?P<new>{NUMBER})"
)
_CHANGE_OF_INDEX = re.compile(
    rf"(?<![a-z]){CHANGED} dari (?P<old>{NUMBER})"
    r"(?P<between> (?:pada|dalam|di) (?:ikp|indeks kerawanan)[^.;:]{1,50}?)"
    rf"(?:menjadi|ke) (?P<new>{NUMBER})"
)
_WEAK_CUE = re.compile(
    rf"(?<![a-z])(?:sebesar|berjumlah|menyentuh|mencapai|capai|jumlah|perolehan|range|"
    rf"angka(?!nya))(?:nya)?(?:[ :,]+{_FILLER}){{0,5}}[ :=(,]*$"
)
_OF_SCORES = re.compile(
    r"skor|score|sekor|nilai|indek|ikp|poin|rawan|dimensi|konteks|kontestasi|"
    r"penyelenggara|tahapan"
)
_A_SCORE = re.compile(r"(?<![a-z])(?:skor|nilai)(?![a-z])(?:[^.;]|[.;](?=\s?(?:\d|$))){0,80}$")
_SUMMED = re.compile(
    r"(?:skor|nilai|ikp|indeks)[^.;]{0,80}\d[.,]\d(?:[^.;]|[.](?=\d)){0,60}[,;]\s(?:dan )?total(?:nya)? $"
)
"""Behind scores of parts: "... keamanan 66,1 dan hak memilih 40,2, total 44,20"."""
_POINTS = re.compile(r"\s*(?:poin|point)(?!\w| strategis| penting)")
_SO_MANY = re.compile(
    r"(?<![a-z])(?:ada|terdapat|sebanyak|sejumlah|memuat|berisi|mencakup)\s*$"
)  # "ada 15 poin" counts
_DIFFERENCE = re.compile(r"(?:selisih|naik|turun|terpaut|lebih|kurang|dari|bobot|sekitar)\s*$")
_BY_SO_MUCH = re.compile(
    r"(?:lebih (?:tinggi|rendah|besar|kecil|rawan|banyak)|terpaut|(?:ber)?selisih(?:nya)?|unggul|berjarak|"
    rf"{CHANGED})"
    r"(?: (?:sekitar|hanya|tipis|sebesar|sebanyak|tajam|sedikit|cuma))*\s*$"
)
"""Words before the difference of two scores: "lebih tinggi 2,10 poin"."""
_EXTREMES = re.compile(
    rf"(?:terendah|tertinggi)(?: [a-z]+| 20\d\d){{0,7}} (?P<one>{NUMBER})(?: poin| persen)?,?(?: dan| sampai|"
    rf" hingga)? (?:terendah|tertinggi)"
    rf"(?: [a-z]+){{0,3}} (?P<other>{NUMBER})"
)
_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")
_ZERO = re.compile(
    r"(?:skor|nilai|bernilai|dengan|dimensi [a-z ]{5,30}|sama-sama|"
    r"(?:partisipasi|kontestasi|penyelenggaraan|sosial politik)(?:nya| kami| kita)?) (nol)(?![a-z])"
    r"(?![^.;]{0,60}(?<![a-z])(?:tidak|tak|bukan|belum) "
    r"(?:selalu |otomatis |serta.?merta )?(?:berarti|artinya|menandakan))"
)
_FIRST_OF_LIST = re.compile(
    r"(?<![\w.,])1[.)]? (?=[a-z])(?=.*?(?<![\w.,])2[.)]? [a-z])|"
    r"(?:(?<=[:;] )|(?<=yaitu )|(?<=yakni )|(?<=meliputi ))1[.)]?$"
)
"""The number of the first item of a list within a sentence: "yaitu: 1. politik uang; 2. netralitas ASN"."""


def number_marks(sentence: str) -> Iterator[NumberMark]:
    """Find the numbers of a folded sentence that may be scores.

    >>> [str(mark.value) for mark in number_marks("kota alfa (41,20) dan 85 kabupaten, tahun 2024")]
    ['41.20']
    >>> list(number_marks("skor 13,47-49,32 tergolong sedang"))
    []
    """
    changed = tuple(_changed(sentence))
    yield from changed
    no_scores = {match.start(name) for match in _EXTREMES.finditer(sentence) for name in ("one", "other")}
    no_scores |= {match.start("n") for match in HEADS_LIST.finditer(sentence)}
    no_scores |= {match.start() for match in _FIRST_OF_LIST.finditer(sentence)}
    for match in _NUMBER.finditer(sentence):
        mark = _number(sentence, match)
        known = mark is None or mark.start in no_scores or any(mark.start == one.start for one in changed)
        if mark is not None and not known:
            yield mark
    for match in _ZERO.finditer(sentence):
        start, end = match.span(1)
        yield NumberMark(
            start=start, end=end, value=Decimal(0), decimals=0, cued=True, bracket=False, percent=False
        )


def _changed(sentence: str) -> Iterator[NumberMark]:
    """Find the two numbers of a change: "skor alfa naik dari 35,07 menjadi 55,32"."""
    for match in (*_CHANGE.finditer(sentence), *_CHANGE_OF_INDEX.finditer(sentence)):
        values = {name: parse_decimal(match[name]) for name in ("old", "new")}
        if not any(re.search(r"[.,]", match[name]) for name in values):
            continue  # whole numbers may count anything
        for name, value in values.items():
            start, end = match.span(name)
            decimals = -int(value.as_tuple().exponent)
            yield NumberMark(
                start=start, end=end, value=value, decimals=decimals, cued=True, bracket=False, percent=False
            )


def _number(sentence: str, match: re.Match[str]) -> NumberMark | None:
    before = sentence[max(0, match.start() - _REACH) : match.start()]
    counted = _SO_MANY.search(before) is not None and not re.search(r"[.,]\d", match.group())
    points = not counted and _POINTS.match(sentence, match.end()) is not None and not _DIFFERENCE.search(before)
    told = points or any(cue.search(before) for cue in (_SCORE_CUE, _MEAN_CUE, _TOLD_CUE, _SUMMED))
    cued = points or (told and not _only_weakly_cued(before))
    excluded = _BOUND_BEHIND_CUE if told else _NO_SCORE_BEFORE
    digits = match.group().removesuffix(match["percent"] or "").strip()
    if (match["percent"] or _POINTS.match(sentence, match.end())) and _BY_SO_MUCH.search(before):
        return None
    behind = _NO_SCORE_BEHIND.match(sentence, match.end())
    if (
        behind
        and (told or not match["percent"])
        and _DECIMALS.search(digits)
        and _A_PLACE.fullmatch(behind.group())
    ):
        behind = None  # "skor 41,20 kabupaten alfa", "41,20 (kota beta)": no fraction of a regency is counted
    changed = _DECIMALS.search(digits) is not None and _CHANGED_TO.search(before) is not None
    if (excluded.search(before) and not changed) or behind:
        return None
    cued = cued and ("," in digits or "." in digits or not _SUM_CUE.search(before))  # "jumlah 44" counts anything
    thousands = not cued and _THOUSANDS.fullmatch(digits) is not None and _A_SCORE.search(before) is None
    if digits.count(".") + digits.count(",") > 1 or thousands:
        return None  # 6.680.807 is a count, never a score; 14.548 is one where no word says otherwise
    value = parse_decimal(digits)
    decimals = -int(value.as_tuple().exponent)
    if not decimals and (1900 <= value <= 2100 or _WHOLE_BEHIND_SCORE.search(before)):
        return None
    if not told and _is_share(sentence, match):
        return None
    return NumberMark(
        start=match.start(),
        end=match.start() + len(digits),
        value=value,
        decimals=decimals,
        cued=cued,
        bracket=before.rstrip().endswith(("(", "[")),
        percent=match["percent"] is not None,
        torn=" " in digits and not before.endswith(("(", "[")),
    )


def _is_share(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether a figure is the share of a count before it: "176 (34,2 persen) kabupaten/kota"."""
    before = sentence[max(0, match.start() - _REACH) : match.start()]
    if not _SHARE_OF_COUNT.search(before) or _RANKED.search(before):
        return False
    return match["percent"] is not None or _COUNTED_BEHIND.match(sentence, match.end()) is not None


def _only_weakly_cued(before: str) -> bool:
    """Tell whether a word that goes with any number stands alone: "jumlah pemilih mencapai 41,20"."""
    return _WEAK_CUE.search(before) is not None and _OF_SCORES.search(before) is None
