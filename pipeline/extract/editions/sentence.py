"""Which edition each place in a sentence speaks of.

A sentence may speak of other editions than its document, to compare: "hasil pemetaan 2019 ... 60,72, sekarang ...
66,99". Elections that data come from ("dipotret dari Pilkada 2018") mark nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extract.editions.changes import WISH, with_changes
from pipeline.extract.editions.document import EditionGuess
from pipeline.extract.editions.launched import RELEASED, dated_edition, launches_named
from pipeline.extract.editions.mark import STATED, EditionMark, MarkKind, Sentence
from pipeline.extract.editions.names import (
    EditionName,
    earliest,
    edition_names,
    names_update,
    profiles,
    update_of,
)
from pipeline.extract.editions.recall import BARE_YEAR, editions_of_year, rounds_named
from pipeline.extract.editions.settle import settled
from pipeline.extract.words.dates import find_dates
from pipeline.extract.words.values import CHANGED

if TYPE_CHECKING:
    from pipeline.reference import Reference

_VALUE = re.compile(
    r"(?i)\d[.,]\d|\b(?:tinggi|sedang|rendah|rawan|skor\w*|score|peringkat\w*|rangking|ranking|urutan\w*|posisi|"
    r"level|zona|poin|kategori\w*|berkategori|ke-\d+|ter(?:tinggi|rendah|rawan)|satuan|\d+ besar)\b"
)
_BREAK = re.compile(
    r"(?i),(?!\d)|[;:(]|"
    r"\bdari (?=(?:peringkat|posisi|urutan|skor|level|kategori|angka|nilai|rawan|status|zona)\b)|"
    r"\b(?:dan|lalu|namun|tapi|tetapi|sedangkan|sementara|sebelum|kemudian|serta|menjadi|yaitu|yakni|jadi|"
    r"karena|lantaran|akibat|sebab)\b|"
    rf"\b{CHANGED}\b(?=[^;]{{0,30}}? dari\b)"
)
_OPEN_BRACKET = re.compile(r"\((?:pada |di |menurut |versi |dalam )?$")
_FORMERLY = re.compile(r"(?i)\bsebelumnya,? (?:pada|dalam|menurut|di|versi|berdasarkan) (?:hasil )?$")
_EVENT = re.compile(
    r"(?i)(?:kejadian|terjadi|pengalaman|riwayat|aduan|kasus|pelanggaran|peristiwa|data|bersumber|studi kasus\w*|"
    r"konflik|kerusuhan|gugatan|bentrok\w*|sejak|"
    r"dipotret|evaluasi|laporan|tahapan|selama|survei berlangsung|dikumpulkan)\b[^.;]{0,50}$"
)
_HAPPENED = re.compile(r"(?i)^[\s,]*(?:lalu |silam |pernah )?(?:ada|terjadi|terdapat|ditemukan|muncul|digelar)\b")
_MAPPED = re.compile(r"(?i)(?:pemetaan|dipetakan|survei|disurvei|pengumpulan)(?: (?:pada|di|tahun|oleh))* $")
_FORMER = re.compile(r"(?i)[ ,)]*(?:yang )?(?:lalu|silam|sebelumnya|terdahulu)\b(?!,)")
_TIME_OF_LAUNCH = re.compile(
    r"(?i)(?:rilis|luncur|launching|terbit|publikasi|umum)[a-z]*(?: (?:oleh|bawaslu|ri|pada|di|sejak|awal|akhir|"
    r"pertengahan|bulan))* tahun (?:lalu|sebelumnya)$"
)
"""Words that date the launch of an index and name no earlier one: "IKP 2024 yang dirilis akhir tahun lalu"."""
_AS_BEFORE = re.compile(
    r"(?i)\b(?:tinggi|sedang|rendah),? (?:seperti|sama seperti|sama dengan|sebagaimana) (?:pada |di )?$"
)
"""Words between the level of now and the past that it is like: "tetap rawan tinggi seperti sebelumnya"."""
_NEGATION = re.compile(r"(?i)\b(?:tidak|tak|bukan|belum)\b")
_NAMES = r"(?: (?-i:[A-Z])[\w'-]*){0,4}"  # "sebelumnya Kota Alfa masuk"
_PREVIOUS = re.compile(
    r"(?i)\b(?:(?:ikp|indeks|pemilu|pilkada|pilgub|pemilihan|periode|edisi|hasil|pemetaan|peringkat|rilis)"
    r"(?: (?!sebelumnya)[a-z]+){0,2} (?:sebelumnya|terdahulu|yang lalu|lalu|kemarin)\b|tahun (?:lalu|"
    r"sebelumnya)\b|"
    r"(?:dulu|dulunya|dahulu|semula|awalnya|tadinya)\b|"
    r"pernah (?:masuk|berada|menjadi|menempati|tercatat|berstatus|dikategorikan|dinilai|"
    r"di (?:posisi|urutan|zona))|"
    rf"sebelumnya(?=,|{_NAMES} (?:juga|masih|rawan|masuk|berada|berkategori|berstatus|di|hanya|tercatat|"
    r"menempati)\b|"
    r" (?:tinggi|sedang|rendah|\d+[.,]\d+)\b)|"
    r"(?P<nomore>(?:tidak|tak|bukan) lagi (?=(?:di)?(?:masuk|berada|berstatus|rawan|berkategori|dalam|menjadi|"
    r"tergolong|kategori|zona|termasuk|menempati))|"
    r"(?<!tidak )(?<!tak )(?<!belum )"
    r"(?:keluar|lepas|beranjak) dari (?=(?:kategori|zona|status|daftar|kelompok|rawan|posisi|level)\b)))"
)
_RESET = re.compile(
    r"(?i)\b(?:sekarang|kini|saat ini|tahun ini|kali ini|terkini|terbaru|melainkan|"
    r"(?:pada|di|dalam|untuk) (?:ikp|indeks|pemilu|pilkada|pemilihan|edisi|periode|pemetaan) ini)\b|"
    r"\b(?:semula|awalnya|tadinya|sebelumnya)\b(?=[^.;]{0,40}(?:\d[.,]\d|tinggi|sedang|rendah|ke-\d))[^.;]{1,60}?"
    r"\b(?P<new>menjadi|jadi|berubah)\b"
)
_RENEWED = re.compile(
    r"(?i)\b(?:(?:setelah|usai|hasil|dalam|pada|di|menurut) (?:hasil )?)"
    r"(?:pemutakhiran|pembaruan|update|dimutakhirkan|diperbarui)\b"
)
_CONCEPT = re.compile(
    r"(?i)\b(?:ikp|indeks kerawanan(?: pemilu)?(?: \(ikp\))?)"
    r"(?: yang di\w+(?: oleh)?| keluaran| rilisan| versi| dari| milik)? "
    r"(?:bawaslu ri|bawaslu republik indonesia)\b"
)
_STATIONS = re.compile(r"(?i)\d (?:tps|tempat pemungutan suara)\b|\btps rawan|\brawan (?:di )?tps")
_REGIONAL = re.compile(
    r"(?i)\b(?:daerah|provinsi|kabupaten|wilayah|kota) (?:[a-z/]+ ){0,3}rawan|zona (?:merah|kuning|hijau)|"
    r"(?:kategori|tergolong|berstatus) rawan|kerawanan(?:nya)? (?:tinggi|sedang|rendah)|"
    r"rawan (?:tinggi|sedang)"
)
_OF_STATIONS = re.compile(
    r"(?i)\btps\b|tempat pemungutan suara|rawan (?:bencana|banjir|longsor|konflik|gempa|bentrok)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceEdition:
    """What a sentence speaks of: the first mark's editions, else the document's.

    ``previous`` as in ``EditionMark``; ``explicit`` is true where an edition is named or dated in the sentence.
    """

    ids: tuple[str | None, ...]
    previous: bool
    explicit: bool


def edition_marks(
    text: str, guess: EditionGuess, reference: Reference, start: int = 0, end: int | None = None
) -> tuple[EditionMark, ...]:
    """Mark where the sentence ``text[start:end]`` turns to another edition than the document's, and back.

    ``text`` is a tidied passage with its case; positions of the marks are positions in it. In order of ``start``.
    """
    sentence = text[start:end]
    if not _VALUE.search(sentence):
        return ()
    scene = Sentence(text=sentence, guess=guess, reference=reference)
    told = _each_behind_the_last(list(_marks(scene)))
    found = sorted(with_changes(scene, told), key=lambda mark: (mark.start, mark.end))
    kept = settled(found, scene)
    return tuple(replace(mark, start=mark.start + start, end=mark.end + start) for mark in kept)


def _each_behind_the_last(marks: list[EditionMark]) -> list[EditionMark]:
    """Let a mark reach back to the words of the one before at most: "33,10 pada IKP 2024 dari 44,10 pada 2020"."""
    words = sorted(mark.end for mark in marks if mark.kind in _NAMING)
    last = [max((end for end in words if end < mark.end), default=mark.start) for mark in marks]
    return [
        replace(mark, start=end) if mark.kind in _NAMING and mark.start < end else mark
        for mark, end in zip(marks, last, strict=True)
    ]


_NAMING: tuple[MarkKind, ...] = ("name", "election", "year", "reset")


def _marks(scene: Sentence) -> Iterator[EditionMark]:
    launches = tuple(launches_named(scene.text, scene.reference))
    names = [
        name
        for name in edition_names(scene.text, scene.reference)
        if (name.year or _may_be_meant(name, scene)) and not _overlap(name, launches)
    ]
    beside = any(name.ids[0] == scene.guess.id for name in names)
    for name in names:
        yield from _name_marks(name, scene, beside=beside)
    for start, end, key in launches:
        yield from _launch_marks(start, end, key, scene)
    taken = [(name.start, name.end) for name in names] + [(start, end) for start, end, _ in launches]
    taken += [(found.span.start, found.span.end) for found in find_dates(scene.text)]
    rounds = rounds_named(scene.text, scene.guess.id, scene.reference)
    for match, key in rounds:
        yield from _round_marks(match, key, scene)
    taken += [match.span() for match, _ in rounds]
    yield from _year_marks(scene, taken)
    yield from _word_marks(scene)
    yield from _instrument_marks(scene)


def _may_be_meant(name: EditionName, scene: Sentence) -> bool:
    """Tell whether an index named without a year is a mark: a theme is, others if the document speaks of them."""
    known = (scene.guess.id, *scene.guess.named, *scene.guess.alternatives)
    return name.instrument and (
        profiles(scene.reference)[name.ids[0]].family == "thematic" or name.ids[0] in known
    )


def _name_marks(name: EditionName, scene: Sentence, *, beside: bool) -> Iterator[EditionMark]:
    """Mark what one name says; ``beside`` tells that the sentence names the document's own edition too."""
    default = scene.guess.id
    before, after = scene.text[: name.start], scene.text[name.end :]
    if name.data or (not name.instrument and _HAPPENED.match(after)):
        return
    where = name.start if name.compared else _reach(name.start, name.end, scene.text)
    launched = dated_edition(name, scene.text, scene.reference)
    if launched is not None and launched != default:
        yield scene.mark(name.start, name.end, (launched,), previous=_is_earlier(launched, scene), kind="name")
    elif beside and name.ids[0] != default and _is_earlier(name.ids[0], scene) and not _EVENT.search(before[-60:]):
        kind: MarkKind = "name" if name.instrument else "election"
        yield scene.mark(where, name.end, name.ids[:1], previous=True, kind=kind)
    elif default in name.ids and not is_index_beside(name, scene.guess):
        yield _own_mark(name, where, scene)
    elif name.instrument:
        earlier = _is_earlier(name.ids[0], scene)
        yield scene.mark(where, name.end, name.ids[:1], previous=earlier, kind="name")
    elif default is None or _year_of(default, scene) > (name.year or 0):
        if not _EVENT.search(before[-60:]):
            yield scene.mark(where, name.end, name.ids[:1], previous=default is not None, kind="election")
    elif _year_of(default, scene) == name.year:
        yield scene.reset(where, name.end)


def is_index_beside(name: EditionName, guess: EditionGuess) -> bool:
    """Tell whether "IKP 2024" is the index, in a text on the mapping of its year that calls that a map."""
    mapped = guess.id is not None and guess.id.startswith("pemetaan")
    return mapped and name.ids[0] != guess.id and guess.id in name.ids and {name.ids[0], guess.id} <= guess.told


def _overlap(name: EditionName, launches: Iterable[tuple[int, int, str]]) -> bool:
    return any(start < name.end and name.start < end for start, end, _ in launches)


def _launch_marks(start: int, end: int, key: str, scene: Sentence) -> Iterator[EditionMark]:
    """Mark what an index or mapping told by its launch alone says: "Dalam IKP yang terbit Desember 2022"."""
    where = _reach(start, end, scene.text)
    if key == scene.guess.id:
        yield scene.reset(where, end)
    else:
        yield scene.mark(where, end, (key,), previous=_is_earlier(key, scene), kind="name")


def _own_mark(name: EditionName, where: int, scene: Sentence) -> EditionMark:
    """Mark a name that may mean the document's own edition: its other round where the words before say so."""
    before, update = scene.text[: name.start], update_of(scene.guess.id or "")
    former = next((key for key in name.ids if key != scene.guess.id and _is_earlier(key, scene)), None)
    if names_update(name, scene.text, update):
        return scene.mark(where, name.end, (update,), previous=False, kind="name")
    if former is not None and (_FORMERLY.search(before) or _FORMER.match(scene.text, name.end)):
        return scene.mark(where, name.end, (former,), previous=True, kind="name")
    return scene.reset(where, name.end)


def _year_of(key: str, scene: Sentence) -> int:
    return scene.reference.editions[key].year


def _is_earlier(key: str, scene: Sentence) -> bool:
    """Tell whether ``key`` came before the document's edition; stations and index of one year do not compare."""
    default = scene.guess.id
    if default is None:
        return False
    kinds = profiles(scene.reference)
    if "tps" in {kinds[key].family, kinds[default].family} and kinds[key].year == kinds[default].year:
        return False
    editions = scene.reference.editions
    return earliest(editions[key]) < earliest(editions[default])


def _reach(start: int, end: int, text: str) -> int:
    """Return where a mark begins to hold: its clause's start if the value stands before it, else its words."""
    bracketed = _OPEN_BRACKET.search(text, 0, start) is not None and text[end:].startswith(")")
    rest = "" if bracketed else text[end:]
    following = _BREAK.search(rest)
    ahead = rest[: following.start()] if following else rest
    if STATED.search(ahead):
        return start
    opening = text.rfind("(", 0, start) if bracketed else start  # "rawan tinggi (IKP 2019)"
    breaks = [match.end() for match in _BREAK.finditer(text, 0, opening)]
    clause = breaks[-1] if breaks else 0
    return clause if STATED.search(text[clause:start]) else start


def _round_marks(match: re.Match[str], key: str, scene: Sentence) -> Iterator[EditionMark]:
    before, after = scene.text[: match.start()], scene.text[match.end() :]
    if _EVENT.search(before[-60:]) or not (STATED.search(after[:60]) or STATED.search(before[-40:])):
        return
    where = _reach(match.start(), match.end(), scene.text)
    if key == scene.guess.id:
        yield scene.reset(where, match.end())
    else:
        yield scene.mark(where, match.end(), (key,), previous=_is_earlier(key, scene), kind="name")


def _year_marks(scene: Sentence, taken: list[tuple[int, int]]) -> Iterator[EditionMark]:
    default = scene.guess.id
    years = [
        match
        for match in BARE_YEAR.finditer(scene.text)
        if not any(low < match.end("year") and match.start("year") < high for low, high in taken)
    ]
    series = any(not _editions_of(int(match["year"]), scene) for match in years)
    for match in years:
        year = int(match["year"])
        if not _speaks_of_value(match, scene.text):
            continue
        where = _reach(match.start(), match.end(), scene.text)
        if default is not None and year == _year_of(default, scene):
            yield scene.reset(where, match.end())
        elif default is None or year < _year_of(default, scene):
            ids = () if series or _MAPPED.search(scene.text[: match.start("year")]) else _editions_of(year, scene)
            yield scene.mark(where, match.end(), ids[:1] or (None,), previous=default is not None, kind="year")


def _speaks_of_value(match: re.Match[str], text: str) -> bool:
    before, after = text[: match.start("year")], text[match.end() :]
    if _EVENT.search(before[-60:]) or _HAPPENED.match(after) or RELEASED.search(before):
        return False
    return STATED.search(after[:60]) is not None or STATED.search(before[-30:]) is not None


def _editions_of(year: int, scene: Sentence) -> tuple[str, ...]:
    return editions_of_year(year, scene.reference)


def _word_marks(scene: Sentence) -> Iterator[EditionMark]:
    for match in _PREVIOUS.finditer(scene.text):
        before = scene.text[: match.start()]
        wished = match["nomore"] is not None and WISH.search(before)
        launched = _TIME_OF_LAUNCH.search(scene.text[: match.end()])
        alike = _AS_BEFORE.search(before) is not None and not _NEGATION.search(before)
        if wished or launched or alike or _EVENT.search(before[-60:]):
            continue
        where = _reach(match.start(), match.end(), scene.text)
        ids = (_of_other_vote(match.group(), scene),)
        yield scene.mark(where, match.end(), ids, previous=True, kind="previous")
    if scene.guess.id is not None and profiles(scene.reference)[scene.guess.id].update:
        for match in _RENEWED.finditer(scene.text):
            yield scene.reset(match.start(), match.end())
    for match in _RESET.finditer(scene.text):
        where = match.start("new") if match["new"] else match.start()
        yield scene.reset(where, match.end())


def _of_other_vote(words: str, scene: Sentence) -> str | None:
    """Return the index for the other vote of the same year: "pemilu kemarin" in a text on the mapping of 2024."""
    kinds, default = profiles(scene.reference), scene.guess.id
    contest = "pemilu" if "pemilu" in words.lower() else None
    if default is None or contest is None or kinds[default].contest != "pilkada":
        return None
    alike = (key for key, kind in kinds.items() if (kind.year, kind.contest) == (kinds[default].year, contest))
    return next((key for key in alike if kinds[key].family == "index"), None)


def _instrument_marks(scene: Sentence) -> Iterator[EditionMark]:
    """Tell the national index from a regency's own mapping, and a region's level from a mapping of stations."""
    kinds, default = profiles(scene.reference), scene.guess.id
    if default is None:
        return
    own = kinds[default]
    others = (*scene.guess.alternatives, *scene.guess.named)
    concept = _CONCEPT.search(scene.text)
    index = next((key for key in others if kinds[key].family == "index" and kinds[key].year == own.year), None)
    if concept and own.family == "mapping" and index:
        yield scene.mark(concept.start(), concept.end(), (index,), previous=False, kind="concept")
    stations = _STATIONS.search(scene.text)
    counting = next((key for key in others if kinds[key].family == "tps" and kinds[key].year == own.year), None)
    if own.family == "tps" and not _OF_STATIONS.search(scene.text) and _REGIONAL.search(scene.text):
        level = next((key for key in _editions_of(own.year, scene) if kinds[key].contest == own.contest), default)
        yield scene.mark(0, 0, (level,), previous=False, kind="stations")
    elif own.family != "tps" and stations and counting:
        yield scene.mark(0, stations.end(), (counting,), previous=False, kind="stations")


def edition_at(
    marks: Iterable[EditionMark], position: int, default: str | None
) -> tuple[tuple[str | None, ...], bool]:
    """Return the editions in force at ``position`` and whether they are earlier ones quoted to compare."""
    current: tuple[tuple[str | None, ...], bool] = ((default,), False)
    for mark in marks:
        if mark.start <= position:
            current = (mark.ids, mark.previous)
    return current


def sentence_edition(sentence: str, guess: EditionGuess, reference: Reference) -> SentenceEdition:
    """Return what ``sentence`` speaks of first; where it turns to another edition, ``edition_marks`` tells."""
    marks = edition_marks(sentence, guess, reference)  # a reset is never the first
    if not marks:
        return SentenceEdition(ids=(guess.id,), previous=False, explicit=False)
    return SentenceEdition(
        ids=marks[0].ids, previous=marks[0].previous, explicit=any(key is not None for key in marks[0].ids)
    )
