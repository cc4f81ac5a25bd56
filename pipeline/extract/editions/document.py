"""Which edition of the index a document speaks of, and which one a place in a sentence speaks of.

A document has one main edition. It is recognised by its name ("IKP Pilkada 2020"), by the election it is for
("kerawanan Pilkada 2024"), by the day it was launched, by facts of its instrument ("61 indikator"), by scores that
are known to belong to it, and by the date of the document; an edition that came later is never meant.

A sentence may speak of other editions, to compare: "hasil pemetaan 2019 ... 60,72, sekarang ... 66,99".
``edition_marks`` says from where on which edition holds. Elections that data come from ("dipotret dari Pilkada
2018") mark nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from pipeline.extract.editions.names import (
    RELEASED,
    EditionName,
    dated_edition,
    earliest,
    edition_names,
    profiles,
)
from pipeline.extract.editions.recall import BARE_YEAR, editions_of_year, rounds_named
from pipeline.extract.editions.votes import UNLISTED, Ballot, hold_vote
from pipeline.extract.words.dates import find_dates
from pipeline.text import tidy_mapped

if TYPE_CHECKING:
    from pipeline.reference import Reference

MarkKind = Literal["name", "election", "year", "concept", "stations", "previous", "change", "reset"]

_STRONG = 2.0  # votes of one plain name: with so many a guess is rather sure, with a fifth of them hardly
_OPENING = 20  # characters from the start of a sentence in which a comparison opens it
_CLOSE = 0.8  # share of the winner's votes from which the other round of the same index is as likely
_RIVAL = 0.45  # share of the winner's votes from which another edition may be right too

_ABOUT = re.compile(r"(?i)rawan|\bikp\b|\btps\b")
_VALUE = re.compile(
    r"(?i)\d[.,]\d|\b(?:tinggi|sedang|rendah|rawan|skor\w*|score|peringkat\w*|rangking|ranking|urutan\w*|posisi|"
    r"level|zona|poin|kategori\w*|berkategori|ke-\d+|ter(?:tinggi|rendah|rawan)|satuan|\d+ besar)\b"
)
_STATED = re.compile(
    r"(?i)\d[.,]\d|\b(?:tinggi|sedang|rendah|skor\w*|score|peringkat\w*|urutan\w*|level|ke-\d+)\b"
)
_BREAK = re.compile(
    r"(?i),(?!\d)|[;:(]|"
    r"\bdari (?=(?:peringkat|posisi|urutan|skor|level|kategori|angka|nilai|rawan|status|zona)\b)|"
    r"\b(?:dan|lalu|namun|tapi|tetapi|sedangkan|sementara|sebelum|kemudian|serta|menjadi|yaitu|yakni|jadi|"
    r"karena|lantaran|akibat|sebab)\b|"
    r"\b(?:naik|turun|meningkat|menurun|melonjak|merosot|anjlok|bertambah|berkurang)\b(?=[^;]{0,30}? dari\b)"
)
_OPEN_BRACKET = re.compile(r"\((?:pada |di |menurut |versi |dalam )?$")
_FORMERLY = re.compile(r"(?i)\bsebelumnya,? (?:pada|dalam|menurut|di|versi|berdasarkan) (?:hasil )?$")
_FIGURED_BRACKET = re.compile(r"\([^()]*\d[.,]\d[^()]*\)")
_EVENT = re.compile(
    r"(?i)(?:kejadian|terjadi|pengalaman|riwayat|aduan|kasus|pelanggaran|peristiwa|data|bersumber|studi kasus\w*|"
    r"konflik|kerusuhan|gugatan|bentrok\w*|sejak|"
    r"dipotret|evaluasi|laporan|tahapan|selama|survei berlangsung|dikumpulkan)\b[^.;]{0,50}$"
)
_HAPPENED = re.compile(r"(?i)^[\s,]*(?:lalu |silam |pernah )?(?:ada|terjadi|terdapat|ditemukan|muncul|digelar)\b")
_MAPPED = re.compile(r"(?i)(?:pemetaan|dipetakan|survei|disurvei|pengumpulan)(?: (?:pada|di|tahun|oleh))* $")
_NAMES = r"(?: (?-i:[A-Z])[\w'-]*){0,4}"  # "sebelumnya Kota Alfa masuk"
_PREVIOUS = re.compile(
    r"(?i)\b(?:(?:ikp|indeks|pemilu|pilkada|pilgub|pemilihan|periode|edisi|hasil|pemetaan|peringkat|rilis)"
    r"(?: (?!sebelumnya)[a-z]+){0,2} (?:sebelumnya|terdahulu|yang lalu|lalu)\b|tahun (?:lalu|sebelumnya)\b|"
    r"(?:dulu|dulunya|dahulu|semula|awalnya|tadinya)\b|"
    r"pernah (?:masuk|berada|menjadi|menempati|tercatat|berstatus|dikategorikan|dinilai|"
    r"di (?:posisi|urutan|zona))|"
    rf"sebelumnya(?=,|{_NAMES} (?:juga|masih|rawan|masuk|berada|berkategori|berstatus|di|hanya|tercatat|"
    r"menempati)\b|"
    r" (?:tinggi|sedang|rendah|\d+[.,]\d+)\b)|"
    r"(?P<nomore>(?:tidak|tak|bukan) lagi (?=(?:di)?(?:masuk|berada|berstatus|rawan|berkategori|dalam|menjadi|"
    r"tergolong|kategori|zona|termasuk|menempati))|"
    r"(?:keluar|lepas|beranjak) dari (?=(?:kategori|zona|status|daftar|kelompok|rawan|posisi|level)\b)))"
)
_WISH = re.compile(
    r"(?i)\b(?:agar|supaya|ingin|(?:ber|di)?harap\w*|semoga|mudah-mudahan|berupaya|berusaha|bertekad|berkomitmen|"
    r"(?:di|men)?t?arget\w*|jangan)\b[^.;]*$"
)
_RESET = re.compile(
    r"(?i)\b(?:sekarang|kini|saat ini|tahun ini|kali ini|terkini|terbaru|melainkan|"
    r"(?:pada|di|dalam) (?:ikp|indeks|pemilu|pilkada|pemilihan|edisi|periode|pemetaan) ini)\b|"
    r"\b(?:semula|awalnya|tadinya|sebelumnya)\b(?=[^.;]{0,40}(?:\d[.,]\d|tinggi|sedang|rendah|ke-\d))[^.;]{1,60}?"
    r"\b(?P<new>menjadi|jadi|berubah)\b"
)
_RENEWED = re.compile(
    r"(?i)\b(?:(?:setelah|usai|hasil|dalam|pada|di|menurut) (?:hasil )?)"
    r"(?:pemutakhiran|pembaruan|update|dimutakhirkan|diperbarui)\b"
)
_CHANGE = re.compile(
    r"(?i)\b(?:naik|turun|meningkat|menurun|berubah|bergeser|melonjak|merosot|anjlok|penurunan|kenaikan|"
    r"peningkatan|perubahan)(?: [a-z]+){0,2} (?P<dari>dari)\b(?P<old>[^.;]{1,90}?)"
    r"\b(?P<new>menjadi|jadi|ke)\b(?!-)"
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
_COMMA = re.compile(r",\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionGuess:
    """The edition a document speaks of; ``id`` is None where it gives no hint.

    ``alternatives`` are editions that may be right instead, likeliest first; ``named`` are other editions that the
    document names; ``why`` says in words what decided; ``confidence`` runs from 0 to 1.
    """

    id: str | None
    alternatives: tuple[str, ...] = ()
    why: str = ""
    confidence: float = 0.0
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionMark:
    """From ``start`` on, until the next mark or the end of the sentence, the editions ``ids`` are spoken of.

    ``start`` and ``end`` are characters of the passage: where the mark begins to hold (the start of its clause,
    for "rawan tinggi pada Pemilu 2019") and where its words end. ``ids`` holds None for an earlier edition without
    a name; ``previous`` marks an earlier edition that is quoted to compare. Of kind ``election``, ``year``,
    ``previous`` and ``change``, a mark speaks of levels, scores and ranks only, never of issues or events.
    """

    start: int
    end: int
    ids: tuple[str | None, ...]
    previous: bool
    kind: MarkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceEdition:
    """What a sentence speaks of: the first mark's editions, else the document's.

    ``previous`` as in ``EditionMark``; ``explicit`` is true where an edition is named or dated in the sentence.
    """

    ids: tuple[str | None, ...]
    previous: bool
    explicit: bool


def document_edition(
    text: str, *, published: date | None, event_date: date | None, reference: Reference, hints: str = ""
) -> EditionGuess:
    """Guess the edition that ``text``, a whole document, mainly speaks of.

    ``published`` and ``event_date`` are the document's dates as far as known; without them the latest day that the
    text gives with a weekday stands in, or weaker signs. ``hints`` are texts beside the document, such as its
    title, file name, address or footer. A faint hint gives a guess of little confidence, no hint at all None.
    """
    tidy = tidy_mapped(text).text
    if not _ABOUT.search(tidy):
        return EditionGuess(id=None, why="no word of vulnerability")
    beside = tidy_mapped(hints).text
    return _guess(hold_vote(tidy, published=published, event=event_date, reference=reference, hints=beside))


def _guess(ballot: Ballot) -> EditionGuess:
    totals = {key: sum(why.values()) for key, why in ballot.items()}
    ranked = sorted(totals, key=lambda key: (-totals[key], key))
    if not ranked:
        return EditionGuess(id=None, why="no edition is named or implied")
    best = ranked[0]
    if best == UNLISTED:
        others = tuple(key for key in ranked if key != UNLISTED)
        return EditionGuess(id=None, alternatives=others, why=", ".join(ballot[best]))
    base = best.removesuffix("_update")
    second = max((totals[key] for key in ranked[1:] if key.removesuffix("_update") != base), default=0.0)
    twin = max((totals[key] for key in ranked[1:] if key.removesuffix("_update") == base), default=0.0)
    close = twin if twin > _CLOSE * totals[best] else 0.0
    share = totals[best] / (totals[best] + second / 2 + close)
    reasons = sorted(ballot[best].items(), key=lambda pair: (-pair[1], pair[0]))
    return EditionGuess(
        id=best,
        alternatives=tuple(key for key in ranked[1:] if key and totals[key] >= _RIVAL * totals[best]),
        why=", ".join(why for why, _ in reasons),
        confidence=round((1 - math.exp(-totals[best] / _STRONG)) * share, 3),
        named=tuple(key for key in ranked[1:] if key and _is_named(ballot[key])),
    )


def _is_named(reasons: Mapping[str, float]) -> bool:
    named = (weight for why, weight in reasons.items() if why.startswith(("names the index", "gives the")))
    return sum(named) >= 1.0


def edition_marks(
    text: str, guess: EditionGuess, reference: Reference, start: int = 0, end: int | None = None
) -> tuple[EditionMark, ...]:
    """Mark where the sentence ``text[start:end]`` turns to another edition than the document's, and back.

    ``text`` is a tidied passage with its case; positions of the marks are positions in it. In order of ``start``.
    """
    sentence = text[start:end]
    if not _VALUE.search(sentence):
        return ()
    scene = _Sentence(text=sentence, guess=guess, reference=reference)
    found = sorted(_with_changes(scene, list(_marks(scene))), key=lambda mark: (mark.start, mark.end))
    settled = _bracketed(list(_settle(found, sentence, guess)), scene)
    return tuple(replace(mark, start=mark.start + start, end=mark.end + start) for mark in settled)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    text: str
    guess: EditionGuess
    reference: Reference

    def mark(
        self, start: int, end: int, ids: Iterable[str | None], *, previous: bool, kind: MarkKind
    ) -> EditionMark:
        return EditionMark(start=start, end=end, ids=tuple(ids), previous=previous, kind=kind)

    def reset(self, start: int, end: int) -> EditionMark:
        return self.mark(start, end, (self.guess.id,), previous=False, kind="reset")


def _marks(scene: _Sentence) -> Iterator[EditionMark]:
    names = [
        name for name in edition_names(scene.text, scene.reference) if name.year or _may_be_meant(name, scene)
    ]
    beside = any(name.ids[0] == scene.guess.id for name in names)
    for name in names:
        yield from _name_marks(name, scene, beside=beside)
    taken = [(name.start, name.end) for name in names]
    taken += [(found.span.start, found.span.end) for found in find_dates(scene.text)]
    rounds = rounds_named(scene.text, scene.guess.id, scene.reference)
    for match, key in rounds:
        yield from _round_marks(match, key, scene)
    taken += [match.span() for match, _ in rounds]
    yield from _year_marks(scene, taken)
    yield from _word_marks(scene)
    yield from _instrument_marks(scene)


def _may_be_meant(name: EditionName, scene: _Sentence) -> bool:
    """Tell whether an index named without a year is a mark: a theme is, others if the document speaks of them."""
    known = (scene.guess.id, *scene.guess.named, *scene.guess.alternatives)
    return name.instrument and (
        profiles(scene.reference)[name.ids[0]].family == "thematic" or name.ids[0] in known
    )


def _name_marks(name: EditionName, scene: _Sentence, *, beside: bool) -> Iterator[EditionMark]:
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
    elif default in name.ids:
        former = next((key for key in name.ids if key != default and _is_earlier(key, scene)), None)
        if former is not None and _FORMERLY.search(before):
            yield scene.mark(where, name.end, (former,), previous=True, kind="name")
        else:
            yield scene.reset(where, name.end)
    elif name.instrument:
        earlier = _is_earlier(name.ids[0], scene)
        yield scene.mark(where, name.end, name.ids[:1], previous=earlier, kind="name")
    elif default is None or _year_of(default, scene) > (name.year or 0):
        if not _EVENT.search(before[-60:]):
            yield scene.mark(where, name.end, name.ids[:1], previous=default is not None, kind="election")
    elif _year_of(default, scene) == name.year:
        yield scene.reset(where, name.end)


def _year_of(key: str, scene: _Sentence) -> int:
    return scene.reference.editions[key].year


def _is_earlier(key: str, scene: _Sentence) -> bool:
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
    if _STATED.search(ahead):
        return start
    opening = text.rfind("(", 0, start) if bracketed else start  # "rawan tinggi (IKP 2019)"
    breaks = [match.end() for match in _BREAK.finditer(text, 0, opening)]
    clause = breaks[-1] if breaks else 0
    return clause if _STATED.search(text[clause:start]) else start


def _round_marks(match: re.Match[str], key: str, scene: _Sentence) -> Iterator[EditionMark]:
    before, after = scene.text[: match.start()], scene.text[match.end() :]
    if _EVENT.search(before[-60:]) or not (_STATED.search(after[:60]) or _STATED.search(before[-40:])):
        return
    where = _reach(match.start(), match.end(), scene.text)
    if key == scene.guess.id:
        yield scene.reset(where, match.end())
    else:
        yield scene.mark(where, match.end(), (key,), previous=_is_earlier(key, scene), kind="name")


def _year_marks(scene: _Sentence, taken: list[tuple[int, int]]) -> Iterator[EditionMark]:
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
    return _STATED.search(after[:60]) is not None or _STATED.search(before[-30:]) is not None


def _editions_of(year: int, scene: _Sentence) -> tuple[str, ...]:
    return editions_of_year(year, scene.reference)


def _word_marks(scene: _Sentence) -> Iterator[EditionMark]:
    for match in _PREVIOUS.finditer(scene.text):
        before = scene.text[: match.start()]
        wished = match["nomore"] is not None and _WISH.search(before)
        if wished or _EVENT.search(before[-60:]):
            continue
        where = _reach(match.start(), match.end(), scene.text)
        yield scene.mark(where, match.end(), (None,), previous=True, kind="previous")
    if scene.guess.id is not None and profiles(scene.reference)[scene.guess.id].update:
        for match in _RENEWED.finditer(scene.text):
            yield scene.reset(match.start(), match.end())
    for match in _RESET.finditer(scene.text):
        where = match.start("new") if match["new"] else match.start()
        yield scene.reset(where, match.end())


def _with_changes(scene: _Sentence, found: list[EditionMark]) -> list[EditionMark]:
    """Add the marks of "turun dari ... menjadi ..."; an edition named with the old value is the one it is of."""
    for match in _CHANGE.finditer(scene.text):
        if not _STATED.search(match["old"]) or _WISH.search(scene.text[: match.start()]):
            continue
        low, high = match.span("old")
        inside = [mark for mark in found if mark.previous and low <= mark.end <= high]
        ids = dict.fromkeys(key for mark in inside for key in mark.ids if key is not None)
        found = [mark for mark in found if mark not in inside]
        found.append(
            scene.mark(match.start("dari"), match.end("dari"), ids or (None,), previous=True, kind="change")
        )
        found.append(scene.reset(match.start("new"), match.end("new")))
    return found


def _instrument_marks(scene: _Sentence) -> Iterator[EditionMark]:
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


def _settle(found: list[EditionMark], sentence: str, guess: EditionGuess) -> Iterator[EditionMark]:
    """Join neighbours, let a word of the past colour the name behind it, and end a comparison at its comma."""
    kept: list[EditionMark] = []
    for mark in found:
        last = kept[-1] if kept else None
        if last is not None and last.kind == "stations" and mark.kind == "reset":
            continue
        if last is not None and _joined(last, mark, sentence):
            kept[-1] = replace(last, end=max(last.end, mark.end), ids=_both(last, mark))
        elif mark.kind != "reset" or any(one.kind != "reset" for one in kept):
            kept.append(mark)
    for mark in kept:
        yield mark
        comma = _COMMA.search(sentence, mark.end)
        if mark.previous and mark.start < _OPENING and comma and _is_comparison(sentence, mark.end, comma):
            yield EditionMark(start=comma.end(), end=comma.end(), ids=(guess.id,), previous=False, kind="reset")


def _bracketed(marks: list[EditionMark], scene: _Sentence) -> list[EditionMark]:
    """Let an edition named beside a figure in brackets hold only there: "40,20 (2020: 55,10), Beta 30,10"."""
    for bracket in _FIGURED_BRACKET.finditer(scene.text):
        low, high = bracket.span()
        if not any(low < mark.start < high and mark.kind != "reset" for mark in marks):
            continue
        before = [mark for mark in marks if mark.start <= low]
        back = replace(before[-1], start=high, end=high) if before else scene.reset(high, high)
        after = [mark for mark in marks if mark.start > low]
        marks = [*before, *(mark for mark in after if mark.start < high), back]
        marks += [mark for mark in after if mark.start >= high]
    return marks


def _joined(last: EditionMark, mark: EditionMark, sentence: str) -> bool:
    """Tell whether two marks are one: "Pemilu 2019 dan Pilkada 2020", "tidak lagi tinggi seperti Pilkada 2018"."""
    if not (last.previous and mark.previous) or "change" in {last.kind, mark.kind}:
        return False
    if mark.start < last.end and (None,) in {last.ids, mark.ids}:
        return True  # "pernah rawan tinggi pada 2020"
    between = sentence[last.end : mark.start] if mark.start >= last.end else ""
    if last.kind == mark.kind and last.kind in {"name", "election"}:
        return re.fullmatch(r"(?i)[\s,]*(?:dan|serta|maupun|atau|hingga)?\s*", between) is not None
    return (
        last.kind == "previous" and re.search(r"(?i)seperti|layaknya|\d[.,]\d", between + " seperti") is not None
    )


def _both(last: EditionMark, mark: EditionMark) -> tuple[str | None, ...]:
    named = tuple(dict.fromkeys(key for key in (*last.ids, *mark.ids) if key is not None))
    return named or (None,)


def _is_comparison(sentence: str, low: int, comma: re.Match[str]) -> bool:
    """Tell whether a sentence opens by comparing, its old value between ``low`` and the comma, or by likening."""
    if re.match(r"(?i)\W*(?:sama (?:seperti|dengan)|seperti|serupa|layaknya|sebagaimana)\b", sentence):
        return re.match(r"(?i)(?:di ?mana|yang|ketika|saat)\b", sentence[comma.end() :]) is None
    opening = re.match(r"(?i)\W*(?:berbeda|beda|dibanding\w*|tidak seperti|ketimbang)\b", sentence)
    return opening is not None and _STATED.search(sentence, low, comma.start()) is not None


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
    marks = [mark for mark in edition_marks(sentence, guess, reference) if mark.kind != "reset"]
    if not marks:
        return SentenceEdition(ids=(guess.id,), previous=False, explicit=False)
    return SentenceEdition(
        ids=marks[0].ids, previous=marks[0].previous, explicit=any(key is not None for key in marks[0].ids)
    )
