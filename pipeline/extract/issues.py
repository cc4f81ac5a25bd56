"""Rules for indicators and issues: in lists, tables, running text and lists of polling stations."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extract.case_counts import cases_beside, counted_phrases
from pipeline.extract.draft import COUNTRY, Draft, Rule, Subject
from pipeline.extract.enumerations import listed_issues
from pipeline.extract.indicators import (
    IndicatorMatch,
    find_indicators,
    find_scattered_indicators,
    is_measure,
    match_indicator,
)
from pipeline.extract.line import FOREIGN_VOICE, LIST_JOINER, is_container, is_place_of_speech, last_in_a_row
from pipeline.extract.marks import DimensionMark
from pipeline.extract.media import with_medium
from pipeline.extract.sections import Role, role_of_sentence
from pipeline.extract.values import NUMBER_WORDS
from pipeline.model import Span
from pipeline.reference.calibration import KNOWN_DOUBT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.extract.editions import EditionMark
    from pipeline.extract.line import Line
    from pipeline.extract.scene import Scene, Unit
    from pipeline.model import Status

ITEM = Rule(id="indicator.item", version=1)
"""A list item or table cell that is an indicator as a whole."""
PROSE = Rule(id="indicator.prose", version=1)
"""A wording of an indicator inside a sentence that speaks of what was found, or before the regions of an item."""
MENTIONED = Rule(id="indicator.mentioned", version=1)
"""A wording of an indicator in a sentence that does not say whether it was found: a question to a person."""
UNMAPPED = Rule(id="issue.item", version=1)
"""A list item under findings that is none of the 61 indicators."""
LISTED = Rule(id="issue.listed", version=1)
"""A member of an enumeration of issues in a sentence that is none of the 61 indicators and no known issue."""

HEADED = Rule(id="indicator.headed", version=1)
"""A region in a list under a heading that names an issue."""

_OF_STATIONS = frozenset({"TPS di wilayah rawan konflik"})
"""Issues that only a text on polling stations states: elsewhere "rawan konflik" just means vulnerable."""

_PLACE_WORDS = re.compile(
    r"(?<![a-z])(?:kota|kabupaten|provinsi|kecamatan|daerah|wilayah|pada|dari|untuk|tercatat)(?![a-z])"
)
_MENTIONED = 0.6
_REMARK = re.compile(
    r"(?<![a-z])(?:tematik|musuh|bahaya|haram|dilarang|(?:me)?(?:tolak|lawan)|menolak|melawan|harus|mesti|wajib|jangan|"
    r"hindari|menghindari|anti)(?![a-z])"
)
"""Words of remarks on issues in general, and of indices that have one for their theme."""
_SEVERAL = 2
_LONG = 30  # characters of a wording that names an indicator in full
_POTENTIAL = re.compile(r"^\W*(?:potensi|berpotensi|kemungkinan|dugaan potensi)")
_DENIED = re.compile(
    r"(?:(?:tidak|tak) ditemukan|(?:tidak|tak) terjadi|(?:tidak|tak) ada|nihil|belum terjadi|(?:tidak|tak) terdapat|belum ada|belum ditemukan|"
    r"belum pernah)(?![a-z])"
)
_ABSENT = re.compile(
    r"tidak (?:ada|terdapat|tersedia|memiliki)|tak ber|belum (?:ada|memiliki)|tanpa|ketiadaan|nihil|kekosongan|"
    r"tindak ?lanjut"
)
_ANEW = (
    r"(?<![a-z])(?:(?<!tidak )(?<!lagi )(?<!tidak pernah )(?:terjadi|ditemukan|ada|terdapat)|namun|tetapi|tapi|"
    r"sedangkan|sementara|hanya|kecuali|melainkan|justru|adalah|ialah|yakni|yaitu|menonjol|marak|masih|juga)(?![a-z])"
)
"""Words that say something else of what follows: a denial does not reach over them."""
_DENIED_ALL = re.compile(
    r"(?:(?:tidak|tak) (?:lagi |pernah )?(?:ditemukan|terjadi|ada|terdapat|(?:memiliki|mempunyai|punya|mencatat) "
    r"(?:riwayat|catatan|kasus|potensi))|"
    rf"nihil|belum (?:terjadi|ditemukan))(?![a-z])(?:(?!{_ANEW})[^;.]){{0,120}}$"
)
_NONE_OF_THEM = re.compile(
    rf"(?:(?!{_ANEW})[^;.]){{0,120}}?(?<![a-z])(?:nihil|(?:tidak|tak) (?:ditemukan|terjadi|pernah terjadi)|"
    r"(?:tidak|tak|belum) ada (?:laporan|temuan|kasus|kejadian|aduan)(?:nya)?|"
    r"(?:tidak|tak|belum) (?:disertakan|dimasukkan|diukur|dihitung)(?: [a-z]+){0,2} "
    r"(?:ikp|indeks|penilaian|pemetaan|hitungan))(?![a-z])"
)
_DENIED_LIST = re.compile(
    r"(?:(?:tidak|tak) (?:sama sekali )?(?:ditemukan|terjadi|terdapat|muncul)|nihil)(?![a-z])[^,;.]{0,60}?"
    r"(?:di ?antaranya|antara lain|yakni|yaitu|ialah|adalah|seperti|meliputi|:)"
)
_SUPPOSED = re.compile(
    r"(?<![a-z])(?:(?:jika|apabila|bila|kalau) (?:ada|terjadi|menemukan|ditemukan|mendapati|melihat|terdapat)"
    r"[^,;.]{0,40}|(?:jangan sampai|(?:agar|supaya|semoga)(?: [a-z]+){0,2} (?:tidak|tak)(?: lagi| sampai)?) (?:terjadi|ada|muncul|terulang|timbul|mengganggu)"
    r"[^;.]{0,80})$"
)
_ELSEWHERE = re.compile(
    r"(?<![a-z])di (?:sejumlah |beberapa )?(?:daerah|wilayah|tempat|kabupaten|kota|provinsi) lain(?:nya)?(?![a-z])"
)
_WARNED = re.compile(
    r"(?<![a-z])tidak(?: lagi| akan| pernah)? $|"
    r"(?<![a-z])(?:jangan|dilarang|tidak boleh|(?:agar|supaya) tidak|harus|wajib|berharap tidak|larangan)"
    r"(?: [a-z]+){0,3} $"
)
_IS_THAT = re.compile(
    r"\W*(?:(?:hal|tindakan|perbuatan|sikap|praktik) )?(?:itu|ini|tersebut)"
    r"(?: (?:adalah|ialah|merupakan|termasuk|tergolong|juga|jelas|bagian dari|bisa|sudah|disebut|namanya))*\W*"
)
"""Words that call something spoken of before by a name: "itu pelanggaran kode etik" tells of no other finding."""
_CONTRAST = re.compile(r"(?:namun|tetapi|tapi|sedangkan|kecuali|melainkan)")
_NATIONWIDE = re.compile(r"(?:tingkat|skala|secara|strategis|rata-rata) nasional|seluruh indonesia|se-indonesia")
_PLACES = r"(?:daerah|wilayah|kabupaten/kota|kabupaten kota|kabupaten|kota|provinsi)"
_POINTS_BACK = re.compile(
    r"(?<![a-z])(?:indikatornya|faktornya|penyebabnya|faktor di sana|di sana|keduanya|hal itu|sebabnya|"
    r"pertimbangannya|alasannya|pemicunya|pemantiknya|(?:di|pada|untuk) (?:kedua |ketiga )?"
    r"(?:kabupaten|kota|daerah|wilayah|provinsi) (?:itu|tersebut))(?![a-z])"
)
_THIS_PART = re.compile(r"(?<![a-z])(?:di|pada|untuk) ?(?:kabupaten|kota|daerah|wilayah) ini(?![a-z])")
"""Words that point back to a regency or city in a text that is about a province."""
_MOST_IN = re.compile(
    r"(?<![a-z])(?:terbanyak|tertinggi|paling (?:banyak|tinggi)|terutama|khususnya|salah satunya|misalnya|"
    r"didominasi)\s[^,;.]{0,20}$"
)
"""Words before a region that has only the largest part of what was counted."""
_SAYS = (
    r"(?:(?:menyebut|menambah|menutur|mengata|menjelas|melanjut|mengungkap|memapar|menerang|mengurai|membeber|"
    r"menyampai|menyata)(?:kan)?|kata|ujar|sebut|ungkap|tutur|jelas|imbuh|lanjut|tambah|terang|papar)(?:nya)?"
)
_GOES_ON = re.compile(
    rf"^\W*(?:[^.;]{{0,90}}?(?<![a-z]){_SAYS},? (?:dia |ia |beliau )?(?:bahwa |pula |juga )?,?\s?)?"
    r"(?:kemudian|lalu|selanjutnya|berikutnya|selain itu|juga|ada juga|ada pula|ada lagi|ditambah(?: lagi)?|serta|"
    r"di samping itu|disamping itu|terakhir|termasuk|tak hanya itu|tidak hanya itu|bukan hanya itu|belum lagi|"
    r"begitu (?:juga|pula)|demikian (?:juga|pula)|terdapat (?:juga|pula)|tercatat (?:juga|pula))(?![a-z])"
)
_IS_PART = re.compile(
    r"^\W*(?:di ?antaranya|salah satunya|salah satu (?:penyebab|faktor|pemicu|isu|indikator)(?:nya)?|"
    r"antara lain|yakni|yaitu|misalnya|contohnya|seperti|khususnya|terutama|itu karena|hal (?:itu|ini|tersebut) "
    r"(?:karena|disebabkan|dipicu|lantaran|akibat))(?![a-z])"
)
"""Words with which a sentence names what the one before has spoken of, and so tells it of the same regions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A piece of text that may name an issue, with its place and the number that goes with it."""

    text: str
    span: Span
    count: int | None = None
    unit: str | None = None
    stage: str | None = None
    dimension: str | None = None


def phrase_drafts(
    phrase: Phrase, subject: Subject, edition: str | None, scene: Scene, *, rule: Rule, keep_unknown: bool
) -> tuple[Draft, ...]:
    """Judge a whole phrase. With ``keep_unknown`` an issue outside the catalog is kept under its own words."""
    found = match_indicator(phrase.text, scene.reference, dimension=phrase.dimension)
    base = Draft(
        type="indicator",
        subject=subject,
        edition=edition,
        span=phrase.span,
        rule=rule,
        confidence=_confidence(found, subject),
        count=phrase.count,
        unit=phrase.unit,
        stage=phrase.stage,
        status=_status(phrase.text.lower(), found),
        match=found.match,
        candidates=found.candidates,
    )
    if base.status == "denied":
        return ()
    if found.numbers:
        named = tuple(replace(base, indicator=n, label=_label(phrase.text)) for n in found.numbers)
        beside = (replace(base, label=found.issue, issue=found.issue, confidence=0.9),) if found.issue else ()
        return named + beside
    if found.issue is not None or keep_unknown:
        confidence = 0.9 if found.issue else 0.6
        unknown = rule if found.issue else UNMAPPED
        return (replace(base, label=_label(phrase.text), issue=found.issue, rule=unknown, confidence=confidence),)
    return ()


def _confidence(found: IndicatorMatch, subject: Subject) -> float:
    base = {"exact": 0.97, "alias": 0.95, "fuzzy": 0.85, "none": 0.5}[found.match.kind]
    if found.decision == "review":
        base = min(base, 0.7)
    return round(base * (1 - 0.5 * subject.doubt), 3)


def _status(lower: str, found: IndicatorMatch) -> Status:
    """Tell whether an item is reported, only possible, or denied; a lack that is the issue denies nothing."""
    if _DENIED.search(lower) and not _ABSENT.search((found.match.matched or "").lower()):
        return "denied"
    return "potential" if _POTENTIAL.match(lower) else "reported"


def _label(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(' \t.,;:*_-"“”')


def under_heading(line: Line, heading: Unit, scene: Scene) -> tuple[Draft, ...]:
    """Read an item that only names regions, under a heading that names an issue: "Netralitas ASN:", "- Alfa"."""
    rest = list(line.unit.passage.lower)
    for mention, _ in line.regions:
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    if not line.regions or re.search(r"[a-z\d]{4,}", "".join(rest)):
        return ()
    found = _named_by(heading.passage.text.rstrip(" :."), scene)
    if found is None or heading.role not in {"neutral", "findings"}:
        return ()
    return tuple(
        Draft(
            type="indicator",
            subject=subject,
            edition=line.inherited.edition,
            span=line.span(mention.start, mention.end),
            also=(heading.block.span,),
            rule=HEADED,
            confidence=round(_confidence(found, subject) * 0.95, 3),
            indicator=number,
            issue=found.issue if number is None else None,
            label=_label(heading.passage.text),
            match=found.match,
            candidates=found.candidates,
        )
        for mention, subject in line.regions
        for number in (found.numbers or (None,))
    )


_COUNTED_PLACES = re.compile(
    rf"(?<![a-z\d.,])(?:{NUMBER_WORDS}|\d{{1,3}}|beberapa|sejumlah)\s(?:nama )?{_PLACES}(?![a-z])"
)
_THOSE = re.compile(
    rf"^\W*(?:adapun |yaitu |yakni )?(?:(?:(?:ke)?(?:{NUMBER_WORDS})|(?:ke-?)?\d{{1,3}})\s)?{_PLACES}(?: dan kota)?(?:-[a-z]+)? "
    r"(?:itu|tersebut|ini|dimaksud|tadi)(?![a-z])|"
    r"^\W*(?:yakni|yaitu|di ?antaranya|antara lain|adalah|ialah|masing-masing|rinciannya|"
    r"ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)nya)(?![a-z])"
)
_AND_MORE = re.compile(r"^\W*(?:kemudian|lalu|selanjutnya|serta|berikutnya|disusul|juga|ditambah|dan)(?![a-z])")


def announced_issue(line: Line, scene: Scene) -> tuple[Span, IndicatorMatch] | None:
    """Return the one issue that a sentence tells of regions still to be named: "Lima daerah rawan politik uang."."""
    places = _COUNTED_PLACES.search(line.lower)
    named = any(not is_container(line, mention) for mention, _ in line.regions)
    if places is None or named or role_of_sentence(line.lower) != "findings":
        return None
    found = find_indicators(line.unit.passage.text[line.start : line.end], scene.reference)
    if len(found) != 1 or not found[0][1].numbers or found[0][0].start < places.end():
        return None
    bare = _without(line.lower, [found[0][0]])
    stated = _is_stated(line, *found[0], "findings", bare, after=False)
    return (
        (line.span(line.start + found[0][0].start, line.start + found[0][0].end), found[0][1]) if stated else None
    )


def announced_drafts(
    line: Line, scene: Scene, announced: tuple[Span, IndicatorMatch], *, begun: bool
) -> tuple[Draft, ...]:
    """Tell an announced issue of the regions that a sentence names for it; ``begun``: the one before named some."""
    if not (_THOSE.match(line.lower) or (begun and _AND_MORE.match(line.lower))):
        return ()
    text = line.unit.passage.text[line.start : line.end]
    named = [(mention, subject) for mention, subject in line.regions if subject.code not in {None, "ID"}]
    bare = [(m, s) for m, s in named if m.prefix is not None or not is_container(line, m)]
    parts = [pair for pair in bare if "." in (pair[1].code or "")] or bare
    if len(parts) < _SEVERAL or find_indicators(text, scene.reference):
        return ()
    where, found = announced
    return tuple(
        Draft(
            type="indicator",
            subject=subject,
            edition=line.inherited.edition,
            span=line.span(mention.start, mention.end),
            also=(where,),
            rule=HEADED,
            confidence=min(_confidence(found, subject), KNOWN_DOUBT),
            indicator=number,
            label=_label(found.match.matched or ""),
            match=found.match,
            candidates=found.candidates,
        )
        for mention, subject in parts
        for number in found.numbers
    )


def _named_by(heading: str, scene: Scene) -> IndicatorMatch | None:
    """Return the one issue that a heading names as a whole, or holds behind words like "Daerah rawan ..."."""
    found = match_indicator(heading, scene.reference)
    if found.numbers or found.issue:
        return found
    inside = find_indicators(heading, scene.reference)
    return inside[0][1] if len(inside) == 1 and role_of_sentence(heading.lower()) == "findings" else None


def prose_drafts(line: Line, scene: Scene, *, goes_on: bool, after: bool = False) -> tuple[Draft, ...]:
    """Find the issues that a sentence of running text states.

    ``goes_on`` is true for a sentence that goes on with issues begun or announced before ("Selain itu, ...");
    ``after`` for one that follows another with issues in its paragraph: what it names is for a person to judge.
    """
    role = role_of_sentence(line.lower)
    role = "findings" if goes_on and role == "neutral" else role
    if role in {"strategies", "instrument"} or line.unit.role in {"strategies", "objectives", "instrument"}:
        return ()
    text = line.unit.passage.text[line.start : line.end]
    worded = find_indicators(text, scene.reference)
    bare = _without(line.lower, [span for span, _ in worded])
    mentions = [one for one in worded if _is_stated(line, *one, role, bare, after=after)]
    listed = listed_issues(text, mentions, scene.reference, whole=goes_on) if role == "findings" else mentions
    clauses = tuple(_by_clauses(text, (*worded, *listed), scene)) if role == "findings" else ()
    listed = with_medium(line.lower, sorted((*listed, *clauses), key=lambda one: one[0]))
    drafts: list[Draft] = []
    if role == "neutral" and _may_mention(line):
        drafts.extend(_mentioned(line, scene, [one for one in worded if one not in mentions], bare))
    if listed or after or goes_on:
        drafts.extend(_counted(line, scene, [span for span, _ in (*worded, *listed)]))
    if role == "findings":
        drafts.extend(_mentioned(line, scene, _scattered(text, listed, scene), bare))
    for place, (span, found) in enumerate(listed):
        following = listed[place + 1][0].start if place + 1 < len(listed) else len(text)
        start, end = line.start + span.start, line.start + span.end
        denied = _DENIED.search(bare[max(0, span.start - _NEAR) : span.start]) or _is_unreal(bare, span)
        elsewhere = found.issue in _OF_STATIONS and "tps" not in line.lower
        if denied or elsewhere or is_only_a_place(line, start, end):
            continue
        of_parts = _is_of_parts(line, start)
        doubtful = (
            FOREIGN_VOICE.search(line.lower) is not None
            or (role != "findings" and not _is_sure(line, span, found))
            or any(span == clause for clause, _ in clauses)
        )
        drafts.extend(
            replace(draft, confidence=min(draft.confidence, KNOWN_DOUBT)) if doubtful else draft
            for draft in _stated(line, scene, span, found, following)
            if not (of_parts and "." not in (draft.subject.code or ""))
        )
    return tuple(drafts)


def _may_mention(line: Line) -> bool:
    """Tell whether a neutral sentence may name what was found: no list's item, no theme, no general remark."""
    listed = line.unit.lead is not None or line.unit.block.kind == "list_item"
    return not listed and _REMARK.search(line.lower) is None


def _mentioned(
    line: Line, scene: Scene, known: Sequence[tuple[Span, IndicatorMatch]], bare: str
) -> Iterator[Draft]:
    """Draft what a sentence mentions that has no word of finding, for a person to decide."""
    for span, found in known:
        told = found.numbers and found.decision == "accept"
        if told and _is_stated(line, span, found, "findings", bare, after=False):
            for draft in _stated(line, scene, span, found, line.end - line.start):
                yield replace(draft, rule=MENTIONED, confidence=_MENTIONED)


_CLAUSE = re.compile(r"[^,;:()\"“”]+")
_SHORTEST_CLAUSE = 12


def _by_clauses(
    text: str, found: Sequence[tuple[Span, IndicatorMatch]], scene: Scene
) -> Iterator[tuple[Span, IndicatorMatch]]:
    """Read the clauses of a finding in which no wording stands, as wholes: "bahkan kotak suara pernah dibakar"."""
    for clause in _CLAUSE.finditer(text):
        phrase = clause.group().strip(" .")
        start = clause.start() + clause.group().find(phrase)
        span = Span(start=start, end=start + len(phrase))
        taken = any(one.start < span.end and span.start < one.end for one, _ in found)
        read = None if taken or len(phrase) < _SHORTEST_CLAUSE else match_indicator(phrase, scene.reference)
        if read and read.numbers and read.decision == "accept" and not _IS_THAT.match(text[:start].lower()):
            yield span, read


def _counted(line: Line, scene: Scene, known: Sequence[Span]) -> Iterator[Draft]:
    """Keep the phrases that end in a number of cases and that no table knows, beside issues that one does."""
    text = line.unit.passage.text[line.start : line.end]
    for (low, high), count, unit in counted_phrases(line.lower):
        taken = any(one.start < high and low < one.end for one in known)
        names = any(line.start + low < m.end and m.start < line.start + high for m in line.unit.mentions)
        if taken or names or is_measure(text[low:high], scene.reference):
            continue
        phrase = Phrase(
            text=text[low:high], span=line.span(line.start + low, line.start + high), count=count, unit=unit
        )
        edition = line.edition_at(line.start + low, issue=True)[0][0]
        for subject in subjects_at(line, scene, line.start + low):
            if subject.code != "ID":
                drafts = phrase_drafts(phrase, subject, edition, scene, rule=PROSE, keep_unknown=True)
                yield from (replace(draft, confidence=min(draft.confidence, KNOWN_DOUBT)) for draft in drafts)


def _scattered(
    text: str, found: Sequence[tuple[Span, IndicatorMatch]], scene: Scene
) -> list[tuple[Span, IndicatorMatch]]:
    """Return what a finding may mean beside the issues found in it: wordings whose words stand apart."""
    return [
        (span, match)
        for span, match in find_scattered_indicators(text, scene.reference)
        if not any(one.start < span.end and span.start < one.end for one, _ in found)
    ]


_EXISTS = re.compile(
    r"(?<![a-z])(?:ada|adanya|terdapat|masih|marak\w*|banyak|muncul\w*|berupa|beredar|soal)(?: [a-z]+){0,2} $"
)


def _is_sure(line: Line, span: Span, found: IndicatorMatch) -> bool:
    """Tell whether an issue needs no word of finding beside it: named in full, or heading a list of regions."""
    return _speaks_for_itself(found, span) or _heads_regions(line, line.start + span.start, line.start + span.end)


_NEAR = 30  # characters around a wording in which it is denied


def _without(lower: str, spans: Sequence[Span]) -> str:
    """Blank the wordings in a sentence: what one of them lacks ("tidak ada pemantau") denies no other."""
    for span in spans:
        lower = lower[: span.start] + "_" * (span.end - span.start) + lower[span.end :]
    return lower


def _is_stated(line: Line, span: Span, found: IndicatorMatch, role: Role, bare: str, *, after: bool) -> bool:
    """Tell whether a wording in a sentence is stated, and not denied, quoted or a mere figure of speech.

    ``bare`` is the sentence with its wordings blanked.
    """
    start = line.start + span.start
    around = bare[max(0, span.start - _NEAR) : span.start], bare[span.end : span.end + _NEAR]
    if any(_DENIED.search(text) for text in around) or _is_unreal(bare, span):
        return False
    if _WARNED.search(around[0]) or _IS_THAT.fullmatch(bare[: span.start]):
        return False
    if role != "findings" and not (
        _is_sure(line, span, found)
        or (found.numbers and (after or _EXISTS.search(line.between(max(line.start, start - 40), start))))
    ):
        return False
    if found.issue in _OF_STATIONS and "tps" not in line.lower:
        return False
    if _is_graded(bare, span):
        return False
    return not any(_is_theme(mark) for mark in line.editions if mark.start <= start < mark.end + 40)


_OF_SCALE = re.compile(r"(?<![a-z])(?:aspek|dimensi|variabel|subdimensi|tema|bobot)(?: [a-z]+)? $")
_GRADE = re.compile(
    r"(?: _+| [a-z]+){0,3}?\s?(?:\(?\d|(?:ber(?:nilai|bobot|skor)|memperoleh|mendapat|mencapai|meraih|sebesar|"
    r"dengan (?:skor|nilai|bobot|indeks)|skornya|nilainya|indeksnya)(?![a-z]))"
)


def _is_graded(bare: str, span: Span) -> bool:
    """Tell whether a wording is but the name of an aspect that gets a mark: "aspek politik uang bernilai 2,61"."""
    return _OF_SCALE.search(bare[: span.start]) is not None and _GRADE.match(bare[span.end :]) is not None


def is_only_a_place(line: Line, start: int, end: int) -> bool:
    """Tell whether a wording is but the name of a region that sounds like an issue: "di Kota Malang ini"."""
    inside = [mention for mention in line.unit.mentions if mention.start < end and start < mention.end]
    rest = line.between(start, end)
    for mention in reversed(inside):
        rest = rest[: max(mention.start - start, 0)] + rest[max(mention.end - start, 0) :]
    return bool(inside) and re.search(r"[a-z]{4}", _PLACE_WORDS.sub(" ", rest)) is None


def _is_unreal(bare: str, span: Span) -> bool:
    """Tell whether an issue is denied with others ("tidak ada A maupun B"), or only supposed ("jika ada A")."""
    before = bare[: span.start]
    found = _DENIED_ALL.search(before) or _SUPPOSED.search(before)
    listed = _DENIED_LIST.search(before)
    if listed and not _CONTRAST.search(before, listed.start()):
        return True
    if (found and not _CONTRAST.search(found.group())) or _ELSEWHERE.search(before):
        return True
    behind = _NONE_OF_THEM.match(bare[span.end :])
    return behind is not None and not _CONTRAST.search(behind.group())


def _stated(line: Line, scene: Scene, span: Span, found: IndicatorMatch, following: int) -> Iterator[Draft]:
    """Draft one issue of a sentence, which goes on with another at ``following``, for each of its regions."""
    start, end = line.start + span.start, line.start + span.end
    count, unit = cases_beside(line.lower, span.start, span.end) or (None, None)
    editions, previous = line.edition_at(start, issue=True)
    behind = region_list(line, end)
    ours = behind is not None and behind.start < line.start + following
    subjects = behind.subjects if behind and ours else subjects_at(line, scene, start)
    numbers: tuple[int | None, ...] = found.numbers or (None,)
    if found.numbers and found.issue:
        numbers = (*numbers, None)
    for subject in subjects:
        for number in numbers:
            if subject.code == "ID":
                continue
            yield Draft(
                type="indicator",
                subject=subject,
                edition=editions[0],
                previous=previous,
                span=line.span(start, end),
                rule=PROSE if number or found.issue else LISTED,
                confidence=round(_confidence(found, subject) * (0.95 if subject.carried else 1.0), 3),
                indicator=number,
                issue=found.issue if number is None else None,
                label=_label(line.unit.passage.text[start:end]),
                count=count,
                unit=unit,
                match=found.match,
                candidates=found.candidates,
            )


def _is_theme(mark: EditionMark) -> bool:
    """Tell whether an index of one theme is named: its name is no issue that was found."""
    return any(key is not None and key.startswith("ikp_tematik") for key in mark.ids)


def _speaks_for_itself(found: IndicatorMatch, span: Span) -> bool:
    """Tell whether a wording is so long and exact that no word of finding is needed beside it."""
    return bool(found.numbers) and found.match.kind in {"exact", "alias"} and span.end - span.start >= _LONG


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionList:
    """Regions named one after another; ``start`` and ``end`` are where the names begin and end in the passage."""

    start: int
    end: int
    subjects: tuple[Subject, ...]


_WHERE = re.compile(
    rf"[^,;:.]{{0,100}}?(?<![a-z])(?:di|pada)\s?(?:(?:\w+ )?{_PLACES}(?: dan kota)?,?\s?)?"
    r"(?:(?:yaitu|yakni|antara lain|di ?antaranya|seperti)[,:]?\s?)?$"
)
_AREAS_ARE = re.compile(
    rf"[^;:.]{{0,30}}?(?<![a-z]){_PLACES}(?:-\w+)?(?: (?!kabupaten|kota)[a-z]+){{1,6}} "
    r"(?:adalah|ialah|yakni|yaitu|di ?antaranya|antara lain|meliputi|(?:ber|ter)?(?:ada|dapat) di)[:,]?\s?"
    rf"(?:{_PLACES} )?$"
)
_MOST_THERE = re.compile(
    r"\s?[(,]?\s?(?:(?:dengan )?(?:tingkat )?(?:ke)?rawan(?:an)?(?:nya)? )?(?:yang )?"
    r"(?:paling (?:rawan|tinggi|banyak|menonjol|dominan)|tertinggi|terbanyak|terawan|terparah)(?:nya)?"
    r"(?:,? (?:ada|berada|terjadi|terdapat|ditemukan|tercatat|adalah|ialah|yakni|yaitu))*[:,]?\s?"
    rf"(?:di\s?)?(?:{_PLACES} )?$"
)
"""Words between an issue and the regions that have most of it: "politik uang tertinggi Alfa, disusul Beta"."""
_ARE_THEY = re.compile(
    r"[^;:.]{0,70}?(?<![a-z])(?:adalah|ialah|yakni|yaitu|di ?antaranya|antara lain|meliputi)[:,]?\s?$"
)
_PLACES_THAT = re.compile(
    rf"(?<![a-z]){_PLACES}(?: (?!yang)[a-z/]+){{0,4}} (?:yang|dengan|rawan|tertinggi|terawan|masuk|termasuk)(?![a-z])"
)
"""Regions spoken of before an issue, to be named behind it: "kabupaten yang rawan politik uang ialah Alfa"."""
_RIGHT_THERE = re.compile(
    rf"\s*(?:(?:ter(?:dapat|jadi)|berada|ada) )?di (?:(?:\w+ )?{_PLACES}(?: dan kota)?,?\s?)?"
    r"(?:(?:yaitu|yakni|antara lain|di ?antaranya|seperti)[,:]?\s?)?$"
)
_ONE_AFTER_ANOTHER = re.compile(
    rf"(?:,?\s?\(?(?:sebanyak |ada )?(?:\d{{1,4}}|{NUMBER_WORDS})(?: (?:kasus|kejadian|laporan|temuan|perkara|pelanggaran|"
    rf"tps))?\)?)?{LIST_JOINER.pattern}(?:(?:disusul|diikuti|kemudian|lalu|dan|serta)(?: oleh)? )?(?:di )?"
)
_NAMED_AFTER = re.compile(r"\s?[:(–-]\s?")
_SPOKEN_THERE = re.compile(
    r",?\s(?:pada )?(?:(?:hari )?(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)|\(\d{1,2}/)"
)
"""Words behind a region that tell the day on which something was said there."""
_SAID_THERE = re.compile(
    r"kata|ujar|rapat|hotel|kantor|aula|gedung|digelar|acara|kegiatan|saat|bawaslu|kpu|sosialisasi|tersebar|"
    r"(?<![a-z])(?:hari|senin|selasa|rabu|kamis|jumat|sabtu|minggu)(?![a-z])"
)


def region_list(line: Line, position: int, *, right: bool = False) -> RegionList | None:
    """Return the regions that the words behind ``position`` say something is found in; None where they do not.

    "... terdapat di tiga daerah yaitu Alfa, Beta, dan Gama"; with ``right`` only "di" may stand before the names.
    """
    pairs = [(m, s) for m, s in line.regions if m.start >= position and s.code != "ID"]
    if not pairs:
        return None
    gap = line.between(position, pairs[0][0].start)
    item = line.unit.block.kind == "list_item"
    row = item and not gap.strip()  # columns whose blanks were tidied away
    gap = (
        gap.lstrip(" :") if item and gap[:1] == ":" and gap.strip(" :") else gap
    )  # "Politik uang: terbanyak di ..."
    if (
        not row
        and not _NAMED_AFTER.fullmatch(gap)
        and (
            not (_RIGHT_THERE.match(gap) if right else _leads_to_regions(line, position, gap))
            or _SAID_THERE.search(gap)
        )
    ):
        return None
    if not row and _SPOKEN_THERE.match(line.between(pairs[0][0].end, line.end)):
        return None
    group = pairs[:1]
    for mention, subject in pairs[1:]:
        if not _ONE_AFTER_ANOTHER.fullmatch(line.between(group[-1][0].end, mention.start)):
            break
        group.append((mention, subject))
    return RegionList(
        start=group[0][0].start, end=group[-1][0].end, subjects=tuple(subject for _, subject in group)
    )


def _leads_to_regions(line: Line, position: int, gap: str) -> bool:
    """Tell whether the words behind an issue at ``position`` lead to the regions that it is told of."""
    if _WHERE.match(gap) or _AREAS_ARE.match(gap) or _MOST_THERE.match(gap):
        return True
    return _ARE_THEY.match(gap) is not None and _PLACES_THAT.search(line.between(line.start, position)) is not None


def _heads_regions(line: Line, start: int, end: int) -> bool:
    """Tell whether an item is an issue and the regions it was found in: "Politik uang: Alfa, Beta"."""
    behind = region_list(line, end)
    return (
        behind is not None
        and _NAMED_AFTER.fullmatch(line.between(end, behind.start)) is not None
        and re.search(r"[a-z]{4}", line.between(line.start, start)) is None
        and re.search(r"[a-z]{4}", line.between(behind.end, line.end)) is None
    )


def issue_of_regions(line: Line, scene: Scene) -> tuple[Draft, ...]:
    """Read an item that is an issue and the regions it was found in: "Penduduk tanpa e-KTP: Alfa dan Beta"."""
    first = min((mention.start for mention, _ in line.regions), default=line.start)
    head = line.unit.passage.text[line.start : first].rstrip(" :(–-")
    end = line.start + len(head)
    worded = find_indicators(head, scene.reference)
    beside = head[: worded[0][0].start] + head[worded[-1][0].end :] if worded else head
    if re.search(r"[a-z]{4}", beside.lower()) is None or not _heads_regions(line, line.start, end):
        return ()  # a head that is a wording and no more is read as in any sentence
    whole = match_indicator(head, scene.reference)
    plain = len(worded) == 1 and worded[0][1].numbers == whole.numbers
    named = Phrase(text=worded[0][0].of(head) if plain else head, span=line.span(line.start, end))
    edition = line.edition_at(first, issue=True)[0][0]
    behind = region_list(line, end)
    return tuple(
        draft
        for subject in (behind.subjects if behind else ())
        for draft in phrase_drafts(named, subject, edition, scene, rule=PROSE, keep_unknown=False)
    )


def subjects_at(line: Line, scene: Scene, position: int) -> tuple[Subject, ...]:
    """Return the regions that an issue at ``position`` is stated of: those named before it, else the own one."""
    before = [(m, s) for m, s in line.regions if m.end <= position and s.code != "ID"]
    if before:
        return tuple(subject for _, subject in last_in_a_row(line, before))
    back = _POINTS_BACK.search(line.lower)
    if back and line.inherited.subjects and not _of_stage(line, back.start()):
        return tuple(replace(subject, carried=True) for subject in line.inherited.subjects)
    part = _part_before(line, scene)
    if part and _THIS_PART.search(line.lower):
        return part
    if _NATIONWIDE.search(line.between(line.start, position)):
        return (COUNTRY,)
    if line.inherited.issue_subjects and _GOES_ON.match(line.lower) and not _speaks_of_own(line, scene):
        return tuple(replace(subject, carried=True) for subject in line.inherited.issue_subjects)
    if part and _IS_PART.match(line.lower) and _just_named(line, part[0]):
        return part
    if scene.own().code in {"ID", None} and (spoken := _spoken_of(line)):
        return (spoken,)
    own = COUNTRY if _is_of_the_nation(line, scene) else scene.own()
    return (_place_behind(line, position) or line.inherited.bearer or line.inherited.section or own,)


def _part_before(line: Line, scene: Scene) -> tuple[Subject, ...]:
    """Return the one part of the document's province that was spoken of last, for a sentence that goes on with it."""
    own = scene.own().code or ""
    spoken = {subject.code or "": subject for subject in line.inherited.subjects}
    if "." in own or len(spoken) != 1 or "." not in next(iter(spoken)):
        return ()
    return tuple(replace(subject, carried=True) for subject in spoken.values())


def _spoken_of(line: Line) -> Subject | None:
    """Return the one region that the sentence before named, in a text that is about no region of its own."""
    spoken = {subject.code: subject for subject in line.inherited.subjects}
    subject = next(iter(spoken.values()), None)
    if len(spoken) != 1 or subject is None or subject.code in {None, "ID"} or not _just_named(line, subject):
        return None
    return replace(subject, carried=True, doubt=max(subject.doubt, 0.4))


def _speaks_of_own(line: Line, scene: Scene) -> bool:
    """Tell whether a sentence goes back to the document's own region: "Selain itu, Bawaslu Alfa mencatat ..."."""
    begins = line.start == 0 and scene.speaker(line.unit, line.start, line.end) is not None
    return begins or _OF_PROVINCE.search(line.lower) is not None


_OF_PROVINCE = re.compile(
    r"(?<![a-z])(?:tingkat|level|skala|se-?) ?provinsi(?![a-z])|secara umum|secara keseluruhan"
)


def _just_named(line: Line, subject: Subject) -> bool:
    """Tell whether the sentence before a line, in its paragraph, is the one that names a region."""
    earlier = [bounds for bounds in line.unit.passage.sentences if bounds[1] <= line.start]
    if not earlier:
        return False
    before = line.span(*earlier[-1])
    return before.start <= subject.start < before.end


_NUMBER_OF_PARTS = re.compile(
    rf"(?<![a-z\d.,])(?:{NUMBER_WORDS}|\d{{1,3}}|ada|beberapa|sejumlah) {_PLACES} (?:di|dalam|se-?) ?[^,.;]{{0,60}}?"
    r"(?<![a-z])(?:masuk|termasuk|tergolong|rawan|tertinggi|menempati)(?![a-z])"
)


def _is_of_parts(line: Line, position: int) -> bool:
    """Tell whether an issue is told of some parts of a province, not of all of it: "dua daerah di Alfa rawan ..."."""
    return _NUMBER_OF_PARTS.search(line.between(line.start, position)) is not None


_NATIONAL_BODY = re.compile(r"(?<![a-z])bawaslu(?: \(bawaslu\))? (?:ri|republik indonesia|pusat)(?![a-z])")


def _is_of_the_nation(line: Line, scene: Scene) -> bool:
    """Tell whether Bawaslu RI speaks and the region that the text is about has not been named yet."""
    own, position = scene.own().code, line.unit.position
    before = [unit for unit in scene.units if unit.position < position]
    if any(own in mention.codes for unit in before for mention in unit.mentions) or any(
        own in mention.codes and mention.start < line.end for mention in line.unit.mentions
    ):
        return False
    said = [*(unit.passage.lower for unit in before), line.unit.passage.lower[: line.end]]
    return any(_NATIONAL_BODY.search(text) for text in said)


def _place_behind(line: Line, position: int) -> Subject | None:
    """Return the one region that a sentence names behind its issues: "terjadi politik uang di Kabupaten Alfa"."""
    behind = {s.code: (m, s) for m, s in line.regions if m.start >= position and s.code not in {None, "ID"}}
    if len(behind) != 1 or len(line.regions) != 1:
        return None
    mention, subject = next(iter(behind.values()))
    most = _MOST_IN.search(line.between(position, mention.start)) is not None
    return subject if is_container(line, mention) and not most and not is_place_of_speech(line, mention) else None


def _of_stage(line: Line, position: int) -> bool:
    """Tell whether "indikatornya" is that of a stage named before it: "Pada tahapan kampanye indikatornya ..."."""
    return any(
        isinstance(mark, DimensionMark) and mark.named and mark.end <= line.start + position for mark in line.marks
    )
