"""Whether a line states a level: it may be denied, wished, supposed, of something else, or in another's voice."""

from __future__ import annotations

import re
from typing import Literal

from pipeline.extract.marks.kinds import CategoryMark, CueMark, DimensionMark
from pipeline.extract.scene.line import Line
from pipeline.extract.words.bodies import OTHER_BODIES
from pipeline.extract.words.values import NUMBER_WORDS

OTHER_INDEX = re.compile(
    r"inde[kx]s (?:pembangunan|demokrasi|kebebasan|kebahagiaan|kemerdekaan|reformasi|inovasi|persepsi|integritas|"
    r"kepuasan|literasi|gini|ketahanan|kota|kepatuhan|keterbukaan|harga|kualitas|daya|ketimpangan|kerukunan|"
    r"pelayanan|profesionalitas|sistem|kinerja|risiko|resiko|kemiskinan|keparahan|kedalaman|partisipasi)(?![a-z])"
)
"""The beginnings of other indices' names."""
OTHER_SCORE = r"(?:skor|nilai|kelas) (?:risiko|resiko)(?! kerawanan)(?![a-z])"
"""What else may have scores: the risk of a disease or of disasters."""
OTHER_VULNERABILITY = r"kerawanan (?:pangan|sosial|bencana|banjir|narkoba)"
"""What else may be vulnerable."""
_OWN_AGAIN = re.compile(
    r"(?<![a-z])(?:ikp|rawan|kerawanan)(?![a-z])|[;.]\s|(?:sedangkan|sementara|adapun|namun)\s"
)
_OTHER_QUALITY = re.compile(
    r"(?<![a-z])(?:partisipasi|kualitas|antusiasme|minat|literasi|kinerja|kesadaran|kepuasan|kepercayaan|"
    r"kemiskinan|"
    r"inflasi|angka(?! (?:itu|ini|tersebut|ikp|kerawanan)(?![a-z])| ?\d)|" + OTHER_VULNERABILITY + r"|"
    r"tingkat (?!kerawanan|rawan|kabupaten|provinsi|kota|nasional|pusat|daerah|wilayah|kecamatan|desa|"
    r"dimensi)[a-z]+)"
    r"(?!.*(?:(?<![a-z])ikp(?![a-z])|indeks kerawanan|[,;] ))"
)


def _is_of_other_quality(line: Line, mark: CategoryMark) -> bool:
    """Tell whether something else is graded: "partisipasi pemilih Kota Alfa tergolong tinggi"."""
    if line.inherited.dimension or "rawan" in line.between(mark.start, mark.end):
        return "kerawanan pangan" in line.between(line.start, mark.end)
    other = list(OTHER_INDEX.finditer(line.between(line.start, mark.start)))
    if other and not _OWN_AGAIN.search(line.between(line.start + other[-1].end(), mark.start)):
        return True
    named = any(isinstance(m, DimensionMark) and m.named and m.end <= mark.start for m in line.marks)
    return not named and _OTHER_QUALITY.search(line.between(line.start, mark.start)) is not None


FOREIGN_VOICE = re.compile(
    r"(?<![a-z])(?:(?:menurut|versi|oleh|penilaian|survei|pemetaan|data|catatan|keluaran|rilis(?:an)?|laporan|"
    r"hitungan|kajian) (?:[a-z]+ ){0,3}\(?"
    rf"(?:{OTHER_BODIES}|kepolisian|bin|lsi|tni)|"
    r"(?:hasil )?(?:survei|jajak pendapat|polling) (?!berlangsung|lapangan|internal|yang dilakukan)[a-z]+(?= ?:)|"
    r"persen (?:warga|responden|publik|masyarakat)(?: [a-z]+){0,5} "
    r"(?:menilai|menganggap|menyebut|khawatir|percaya|yakin|merasa|berpendapat)|"
    rf"{OTHER_BODIES}(?: [a-z]+){{0,4}} (?:memetakan|mencatat|menempatkan|menilai|merilis|menyebut|menetapkan|"
    r"memberi|mengumumkan|menggolongkan))(?![a-z])(?!.*(?:bawaslu|(?<![a-z])ikp(?![a-z])))"
)
"""Words that give a statement to a body other than Bawaslu."""
_OWN_VOICE = re.compile(r"(?<![a-z])(?:ikp|bawaslu)(?![a-z])|indeks kerawanan")
_OWN_WORDS = re.compile(rf"{_OWN_VOICE.pattern}|rawan")
_OTHER_MEASURE = re.compile(rf"{OTHER_INDEX.pattern}|(?<![a-z])(?:idi|irbi|ipm)(?![a-z])|{OTHER_SCORE}")
_BESIDES = re.compile(
    r"^\W*(?:selain|di samping|disamping|bersama) (?:itu )?(?:data )?(?:ikp|indeks kerawanan)(?: [a-z0-9]+){0,3}?,"
)
"""Words that leave Bawaslu's index for another: "selain IKP, Pemkab memakai Indeks ..."."""
Foreign = Literal["voice", "index"]
"""What a sentence tells of another body: its words on anything, or its index."""


def foreign_in(lower: str) -> Foreign | None:
    """Tell what a sentence tells of another body, None where it tells nothing of one.

    >>> foreign_in("menurut kepolisian alfa rawan"), foreign_in("indeks demokrasi indonesia (idi) 77,92")
    ('voice', 'index')
    >>> foreign_in("selain ikp, pemkab memakai indeks kerukunan umat beragama")
    'index'
    >>> foreign_in("berbeda dengan idi, ikp 2024 mengukur kerawanan") is None
    True
    """
    if FOREIGN_VOICE.search(lower):
        return "voice"
    other = _OTHER_MEASURE.search(lower)
    return "index" if other and not _OWN_WORDS.search(_BESIDES.sub("", lower)) else None


def is_foreign_still(before: Foreign | None, lower: str, *, goes_on: bool, first: bool) -> bool:
    """Tell whether a sentence goes on with what another body says, or in its paragraph with its index.

    ``goes_on``: it opens with words that go on with the sentence before; ``first``: it begins a paragraph.
    """
    if before == "index" and not first and not _OWN_WORDS.search(lower):
        return True
    return before is not None and goes_on and _OWN_VOICE.search(lower) is None


def holds(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a level is stated, not denied, wished, supposed or part of the scale's description."""
    clause = re.split(
        r"(?<!\d)(?<!disimpulkan)(?<!dikatakan)(?<!dianggap)[,;](?!\d)|(?<=[a-z]{3})\.\s|(?:namun|tetapi|tapi|karena|sebab|melainkan)",
        line.between(line.start, mark.start),
    )[-1]
    for cue in line.marks:
        if not isinstance(cue, CueMark) or not mark.start - len(clause) <= cue.start < mark.start:
            continue
        if (
            cue.kind in {"negation", "hypothetical"}
            and mark.start - cue.end < 60
            and not _held_before(line, cue, mark)
            and not _STAYS.match(line.lower, cue.end - line.start)
        ):
            return False
    if (
        line.inherited.foreign
        or FOREIGN_VOICE.search(line.between(line.start, mark.start))
        or _is_of_other_quality(line, mark)
    ):
        return False
    before = line.between(max(line.start, mark.start - 40), mark.start)
    behind = line.between(mark.end, min(line.end, mark.end + 40))
    return not (
        re.search(rf"(?:\d+|{NUMBER_WORDS}) besar(?: [a-z/]+){{0,3}} $", before)
        or re.search(r"\d\s*(?:[-–]|sampai|hingga|s/d)\s*\d[\d.,]*\D{0,25}$", before)
        or _BETWEEN.search(line.between(line.start, mark.start))
        or re.match(
            r"[\s,]*(?:jangkauan|dengan rentang|\(?\d[\d.,]*\s*[-–]\s*\d|jika|apabila|bila|kalau|"
            r"ketika (?:skor|nilai|memiliki|mencapai)|"
            r"[:(]?\s*(?:ada |sebanyak |terdapat |sejumlah )?\d+ (?:indikator|isu|variabel))",
            behind,
        )
        or _THRESHOLD.match(behind)
        or _IN_A_CONTEST.match(behind)
    )


_BETWEEN = re.compile(r"antara (?:skor |nilai |angka )?\d[\d.,]* dan \d[\d.,]*\D{0,25}$")
_SUPPOSES = re.compile(
    r"^\W*(?:namun |tetapi |tapi |dan )?(?:jika|kalau|bila|apabila|seandainya|andai(?:kan)?|manakala)\s"
    r"(?!di|mengacu|melihat|merujuk|berdasar|menurut|menilik|soal|untuk|bicara|berbicara|kita lihat|ber)[a-z]"
)
_WAS_WRITTEN = re.compile(
    r"(?<![a-z])(?:tertulis|tercantum|tercetak|ditulis|dituliskan|diberitakan|disebut(?:kan)?)(?![a-z])"
)
_IN_TRUTH = re.compile(r"\W*(?:yang (?:benar|betul)|seharusnya|semestinya|yang seharusnya|ralat|koreksi)(?![a-z])")
_OF_OFFICE = re.compile(
    r"(?<![a-z])(?:kapol\w+|dandim|danrem|pangdam|kasat\w+|kabag\s?ops|bupati|wali ?kota|gubernur|sekda|camat|"
    r"kajari|pengamat|akademisi|kpu)(?: [a-z.,']+){0,8}? (?:mengatakan|menyebut(?:kan)?|menilai|menyatakan|"
    r"menegaskan|mengungkapkan|menuturkan|mengaku|menganggap|melihat)(?![a-z])(?!.*(?:bawaslu|(?<![a-z])ikp|indeks))"
)


def is_taken_back(line: Line) -> bool:
    """Tell whether the next sentence corrects what this one says was written: "Tertulis ... Yang benar, ..."."""
    behind = line.unit.passage.lower[line.end :]
    return _WAS_WRITTEN.search(line.lower) is not None and _IN_TRUTH.match(behind) is not None


def is_uncertain(line: Line) -> bool:
    """Tell whether a line supposes something, or says what another office says: a person should see its levels."""
    return _SUPPOSES.search(line.lower) is not None or _OF_OFFICE.search(line.lower) is not None


_STAYS = re.compile(
    r" (?:juga |bisa |kunjung |pernah )?(?:beranjak|bergeser|bergerak|berubah|berpindah|keluar|lepas) dari\s"
)
"""Words behind a denial by which a region keeps its level: "tidak beranjak dari kategori sedang"."""


def _held_before(line: Line, cue: CueMark, mark: CategoryMark) -> bool:
    """Tell whether a level is denied for now alone: "tidak lagi rawan tinggi seperti pada Pilkada 2018"."""
    editions, previous = line.edition_at(mark.start)
    return previous and editions[0] is not None and line.between(cue.end, cue.end + 6).startswith(" lagi")


_IN_A_CONTEST = re.compile(
    r"\s(?:(?:dalam|untuk|pada|di|pada) )?(?:hal |bidang |ajang |hasil )?(?:lomba|penghargaan|anugerah|kompetisi|"
    r"klasemen|"
    r"survei|penilaian kinerja|serapan|penyerapan)"
)
_THRESHOLD = re.compile(
    r"[\s,]*(?:[a-z]+ )?(?:(?:dimulai|mulai|berawal|dihitung) dari|di (?:atas|bawah|antara)|lebih dari|"
    r"kurang dari|minimal|maksimal|paling (?:sedikit|banyak))\s"
    r"(?:(?:skor|nilai|angka|poin) \d|\d{1,2}[.,]\d|"
    r"\d{1,3}\s*(?:[,.;)]|$|(?:dan|serta|sampai|hingga|poin)(?![a-z])))"
)
"""Words behind a level that say where it begins or ends: "rawan rendah di bawah 13,46"."""
