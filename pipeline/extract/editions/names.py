"""Names of editions in a text: "IKP Pilkada 2020", "Peta Kerawanan Pemilihan Serentak 2024", "Pemilu 2019".

Editions are told apart by their ids, which follow a convention: ``ikp_2019``, ``ikp_pilkada_2020``,
``ikp_pilkada_2020_update``, ``pemetaan_pilkada_2024``, ``tps_rawan_pemilu_2024``, ``ikp_tematik_politik_uang``.
A new row of the table is therefore understood without a change here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Literal

from pipeline.extract.editions.to_come import is_to_come
from pipeline.extract.words.values import CHANGED

if TYPE_CHECKING:
    from pipeline.reference import Edition, Reference

Family = Literal["index", "mapping", "tps", "thematic"]
Contest = Literal["pemilu", "pilkada", "both"]

_ANNOUNCED_BEFORE = timedelta(days=90)  # regencies presented their share up to a month before the national launch

_BESIDE = 14  # characters: "potensi " and "mencegah " before a word

LOCAL = r"(?:p(?:il|ila|l)kada|pemilukada|pil(?:gub|bup|bub|walkot|wali|walkada|wako|kot))"
"""Names of elections of governors, regents and mayors, with the misspellings that are seen."""

GENERAL = r"(?:pemilu|pilpres|pileg|pilcaleg)"
"""Names of general elections; also the head of "pemilu kepala daerah", which is local."""

_CONTEST = rf"(?:{LOCAL}|pemilihan umum|pemilihan|{GENERAL})"
_FILL = (
    rf"(?:[ ,/()-]|\b(?:{LOCAL}|{GENERAL}|pemilihan|umum|kepala|daerah|gubernur|bupati|wali ?kota|wakil|"
    r"legislatif|"
    r"presiden|dpr|dprd|dpd|dan|serta|serentak|serantak|pada|di|untuk|dalam|menjelang|jelang|tahun|ikp|mendatang|"
    r"nanti)\b){0,40}"
)
_AS_FACT = "".join(rf"(?<!\b{word} )" for word in ("bisa", "dapat", "mungkin", "akan", "berpotensi", "rawan"))
_PLACE = r"(?:(?<![a-z])[A-Z][\w-]* ){0,3}"  # "Pilkada Banten 2017", "Pemilihan di Kutai Timur tahun 2024"
_YEAR = r"(?P<year>20[12]\d)\b(?![.,/-]?\d)"
_POLLING_DAY = (
    r"(?i:(?:hari |rabu,? |kamis,? |tanggal )*\(?(?:0?9[ /-](?:april|juli|desember|0?4|0?7|12)|"
    r"15[ /-](?:februari|0?2)|"
    r"27[ /-](?:juni|november|0?6|11)|17[ /-](?:april|0?4)|14[ /-](?:februari|0?2)|23[ /-](?:september|0?9))[ /-])"
)
"""The day of an election, 2014 to 2024, that may stand between its name and its year: "Pemilu 17 April 2019"."""
_INDEX = (
    r"inde[kx]s? (?:potensi )?kerawanan(?: pemilu\b| pemilihan umum\b)?|indikator kerawanan pemilu|"
    r"\b(?:ikp|ipk)\b"
)
_MAPPING = (
    r"(?:\bpeta(?:an)? (?:hasil |potensi |tingkat |identifikasi )*|pemetaan (?:[a-z]+ ){0,2}|"
    r"\b(?:memetakan|petakan) (?:[a-z]+ ){0,2})kerawanan"
    r"(?! (?:di )?(?:tps|tempat pemungutan))"
)
_TPS = (
    r"\btps (?:yang )?(?:paling )?rawan|\brawan(?:nya)? (?:di )?tps|"
    r"kerawanan (?:di )?(?:tps|tempat pemungutan suara)|"
    r"\btempat pemungutan suara(?: \(tps\))? (?:yang )?rawan"
)
_NAMED = re.compile(
    rf"(?=[tTrRkKpPiImM])"  # leaps over half of a text
    rf"(?i:(?P<tps>{_TPS})|(?P<mapping>{_MAPPING})|(?P<index>{_INDEX}))"
    rf"(?:(?i:(?P<fill>{_FILL})){_PLACE}(?i:tahun )?{_YEAR})?"
)
_ELECTION = re.compile(
    rf"\b(?i:{_CONTEST}\b)(?:(?i:{_FILL})|(?i: di| se-| provinsi| kabupaten| kota)* ){_PLACE}"
    rf"(?i:tahun )?(?P<day>{_POLLING_DAY})?{_YEAR}"
)
_DATA = re.compile(
    rf"(?:bersumber|data(?:nya)?|dipotret|berdasar\w*|studi kasus\w*|kejadian|pengalaman|riwayat|selama|aduan|"
    rf"kasus|"
    rf"pelanggaran|peristiwa|evaluasi|hasil pengawasan|laporan|konflik|kerusuhan|gugatan|"
    rf"bentrok\w*|{_AS_FACT}(?:terjadi|muncul))\b[^.;]{{0,60}}$",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:(?:ber|ter)ulang|antisipasi|(?:men)?cegah\w*|hadap\w*|menghadapi|jelang|menjelang|menyongsong|menyambut|"
    r"mitigasi|potensi\w*|berpotensi|mungkin|akan|agar|supaya|jangan)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_NEXT = re.compile(r" (?:\([^)]{1,20}\) )?(?:nanti|mendatang|kali ini|yang akan)\b", re.IGNORECASE)
_AFTERMATH = re.compile(
    r"\b(?:pasca|usai|seusai|setelah|sesudah|selesai(?:nya)?|belajar (?:dari|pada)|berkaca (?:dari|pada)|"
    r"becermin pada|"
    r"bercermin (?:dari|pada)|pembelajaran (?:dari|pada)|melihat|menilik)[ -]"
    r"(?:(?:penyelenggaraan|pelaksanaan|tahapan|hasil|proses|dua|gelaran) ){0,2}$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"[\s,]*(?:lalu |silam |kemarin |pernah |juga |masih |memang |sempat )*"
    r"(?:ada|terjadi|terdapat|ditemukan|muncul|digelar|tercatat|banyak)\b|"
    r"[^.;]{0,40}\b(?:men)?(?:jadi|sebagai|dijadikan) (?:rujukan|acuan|dasar|sumber|bahan|referensi)",
    re.IGNORECASE,
)
_BASIS = re.compile(
    r"(?:berbasis|basis|bersumber|mendasari|dari \d+ indikator)\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:dibanding\w*|daripada|ketimbang|berbeda|beda|seperti|layaknya)\b(?:[^.;,]|,(?=\d)){0,50}$|"
    r"\bpadahal,? (?:(?:pada|di|dalam|menurut|berdasarkan|hasil) ){1,3}$|"
    rf"\b(?:{CHANGED}|selisih|terpaut|lebih \w+)\b(?:[^.;,]|[.,](?=\d)){{0,30}}"
    r"\bdari(?: (?:hasil|skor|data|angka))?\s*$",
    re.IGNORECASE,
)
THEMES = {
    "politik_uang": r"politik uang|money politic\w*",
    "netralitas_asn": (
        r"(?:ke)?(?:tidak ?)?netral(?:itas|an) (?:asn|pns|aparatur)|"
        r"(?:asn|aparatur sipil negara)(?: \(asn\))? (?:yang )?(?:tidak|tak) netral"
    ),
    "sara": r"politisasi sara|politisasi suku",
    "medsos": r"kampanye (?:di |lewat |melalui |via )?(?:media sosial|medsos)",
    "luar_negeri": r"(?:pemilu )?(?:di )?luar negeri",
}
"""The themes of the thematic mappings, as they are written."""
_UMBRELLA = re.compile(r"(?i)\b(?:ikp|inde[kx]s kerawanan(?: pemilu)?(?: \(ikp\))?|pemetaan kerawanan) tematik\b")
_THEMATIC_WORDS = (
    r"(?:kerawanan|pemilu|dan|pemilihan|\(?ikp\)?|tematik|tema|soal|isu|terkait|tentang|untuk|di|pada|dengan|"
    r"serentak|tahun|umum|strategis|khusus|bertema|bertajuk|mengenai|\d+)"
)
_OF_UPDATE = re.compile(r"(?i)\b(?:pemutakhiran|pembaruan|update) (?:hasil |data |atas )?$")
_UPDATED = re.compile(r"(?i)[^.;\n]{0,40}\b(?:hasil pemutakhiran|dimutakhirkan|diperbarui)\b")
_ALSO_THEME = re.compile(
    rf"(?i)(?:,| dan| serta)(?: (?:dan|isu|soal|serta))* (?:{'|'.join(THEMES.values())}|sara\b)"
)
_THEMATIC = re.compile(
    rf"(?i)\b(?:inde[kx]s|ikp|pemetaan)(?:(?: | ?[:–-] (?=isu|tema)){_THEMATIC_WORDS}){{0,25}}"
    rf"(?: |(?<=tematik): ?|(?<=tema): ?|(?<=isu): ?|(?<=strategis): ?)(?:{'|'.join(THEMES.values())})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What an edition's id says: its family, the election it is for, its year, and whether it renews another."""

    family: Family
    contest: Contest
    year: int
    theme: str | None = None
    update: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionName:
    """An edition named in a text, characters ``start`` to ``end``.

    ``ids`` are the editions that may be meant, likeliest first; ``year`` is the year written, None where there is
    none ("pemetaan kerawanan pemilihan"). ``instrument`` is false where only the election is named ("Pilkada
    2018"); ``data`` is true where the words before it say that the election or index is a source of data and not
    the edition spoken of, ``compared`` where they compare with it. ``day``: the polling day is
    written, so that the text may only tell when one votes.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    year: int | None
    instrument: bool
    data: bool = False
    compared: bool = False
    day: bool = False


_ID = re.compile(
    r"(?P<family>ikp_tematik|ikp|tps_rawan|pemetaan)(?:_(?P<contest>pilkada|pemilu))?(?:_(?P<year>\d{4}))?"
    r"(?:_(?P<update>update))?(?:_(?P<theme>[a-z_]+))?"
)
_FAMILIES: Mapping[str, Family] = {
    "ikp_tematik": "thematic",
    "ikp": "index",
    "tps_rawan": "tps",
    "pemetaan": "mapping",
}


def profile(edition: Edition) -> Profile:
    """Read the family, election, year, theme and update mark off an edition's id.

    Raises ``ValueError`` for an id that does not follow the convention.
    """
    match = _ID.fullmatch(edition.id)
    if match is None:
        raise ValueError(f"edition id {edition.id!r} does not follow the convention")
    return Profile(
        family=_FAMILIES[match["family"]],
        contest="pilkada" if match["contest"] == "pilkada" else "pemilu",
        year=edition.year,
        theme=match["theme"],
        update=match["update"] is not None,
    )


@cache
def profiles(reference: Reference) -> Mapping[str, Profile]:
    """Return the profile of every edition, by id."""
    return {name: profile(edition) for name, edition in reference.editions.items()}


@cache
def earliest(edition: Edition) -> date:
    """Return the first day on which a text can speak of ``edition``."""
    if edition.published is not None:
        return edition.published - _ANNOUNCED_BEFORE
    return date(edition.year - 1, 7, 1)


def edition_names(text: str, reference: Reference, at: date | None = None) -> tuple[EditionName, ...]:
    """Find the editions named in ``text`` (tidied, with its case), in order of position.

    ``at`` is the day of the text, where it is known: an edition that came later is not meant.
    """
    found: list[EditionName] = []
    for name in sorted(_names(text, reference), key=lambda one: (one.start, -one.end)):
        possible = tuple(key for key in name.ids if at is None or earliest(reference.editions[key]) <= at)
        if possible and (not found or name.start >= found[-1].end):
            found.append(replace(name, ids=possible))
    return tuple(found)


def first_round(key: str) -> str:
    """Return the edition that ``key`` is an update of, or itself: an index and its update are rounds of one."""
    return key.removesuffix("_update")


def update_of(key: str) -> str:
    """Return what an update of edition ``key`` would be called, whether or not there is one."""
    return f"{key}_update"


def names_update(name: EditionName, text: str, update: str) -> bool:
    """Tell whether a name in ``text`` is that of ``update`` of its index: "pemutakhiran IKP Pilkada 2020"."""
    if update not in name.ids or not name.instrument:
        return False
    named = _OF_UPDATE.search(text[: name.start]) or _UPDATED.match(text, name.end)
    return named is not None and not is_to_come(text, min(named.start(), name.start), name.end)


def _names(text: str, reference: Reference) -> Iterator[EditionName]:
    """Find names of each sort; none is looked for where a text lacks the letters that all of the sort have."""
    lower = text.lower()
    if any(head in lower for head in ("ikp", "indeks", "indexs", "pemetaan")):
        yield from _thematic_names(text, reference)
    if "rawan" in lower or "ikp" in lower or "ipk" in lower:
        yield from _index_names(text, reference)
    if "20" in text:
        yield from _election_names(text, reference)


def _thematic_names(text: str, reference: Reference) -> Iterator[EditionName]:
    for match in _THEMATIC.finditer(text):
        several = _ALSO_THEME.match(text, match.end()) is not None
        ids = _umbrella(reference) if several else _themes_of(match.group(), reference)
        yield _name(match, ids, year=None, basis=_BASIS)
    for match in _UMBRELLA.finditer(text) if "tematik" in text.lower() else ():
        yield _name(match, _themes_near(text, match.start(), reference), year=None, basis=_BASIS)


def _index_names(text: str, reference: Reference) -> Iterator[EditionName]:
    for match in _NAMED.finditer(text):
        year = int(match["year"]) if match["year"] else None
        family: Family = "tps" if match["tps"] else "mapping" if match["mapping"] else "index"
        after = match["fill"] if year else text[match.end() : match.end() + 25]
        contest = _contest(match.group(family), after or "")
        if year is not None or contest is not None:
            yield _name(match, _candidates(family, contest, year, reference), year=year, basis=_BASIS)


def _election_names(text: str, reference: Reference) -> Iterator[EditionName]:
    for match in _ELECTION.finditer(text):
        contest = _contest("", match.group())
        ids = _candidates(None, contest, int(match["year"]), reference)
        name = _name(match, ids, year=int(match["year"]), basis=_DATA, instrument=False)
        yield replace(name, day=match["day"] is not None)


def _name(
    match: re.Match[str],
    ids: tuple[str, ...],
    *,
    year: int | None,
    basis: re.Pattern[str],
    instrument: bool = True,
) -> EditionName:
    before = match.string[max(0, match.start() - 90) : match.start()]
    told = not instrument and (_AFTERMATH.search(before) or _TOLD.match(match.string, match.end()))
    source = basis.search(before)
    if source is not None and not instrument and _is_to_come(match, before, source.start()):
        source = None
    return EditionName(
        start=match.start(),
        end=match.end(),
        ids=ids,
        year=year,
        instrument=instrument,
        data=bool(told) or source is not None,
        compared=_COMPARED.search(before) is not None,
    )


def _is_to_come(match: re.Match[str], before: str, source: int) -> bool:
    """Tell whether an election is the one ahead: "pelanggaran yang bisa berulang pada Pemilu 2024 nanti".

    Words of the future count behind those of a source, or right before them ("potensi pelanggaran Pemilu 2024").
    """
    if _NEXT.match(match.string, match.end()):
        return True
    return _TO_COME.search(before[max(0, source - _BESIDE) :]) is not None


def _contest(instrument: str, words: str) -> Contest | None:
    """Say which election the words name; the "pemilu" of "indeks kerawanan pemilu" counts where no other does.

    >>> _contest("indeks kerawanan pemilu", " (ikp) pilkada serentak "), _contest("ikp", " tahun ")
    ('pilkada', None)
    >>> _contest("indeks kerawanan pemilu", " dan pemilihan "), _contest("ikp", " pemilu ")
    ('both', 'pemilu')
    """
    plain = _OTHERWISE_NAMED.sub(_plain, words.lower())
    pilkada = _OF_PILKADA.search(plain) is not None
    pemilu = _OF_PEMILU.search(plain) is not None
    if pilkada and (pemilu or _GOES_ON.match(plain)):
        return "both"
    if pilkada:
        return "pilkada"
    named = any(word in instrument.lower() for word in ("pemilu", "pemilihan umum"))
    return "pemilu" if pemilu or named else None


_OTHERWISE_NAMED = re.compile(r"(?:pemilu|pemilihan umum) kepala daerah|pemilihan (?:legislatif|presiden)")
_OF_PILKADA = re.compile(rf"{LOCAL}|pemilihan(?! umum)")
_OF_PEMILU = re.compile(rf"{GENERAL}\b|pemilihan umum")
_GOES_ON = re.compile(r"[ ,(]*(?:ikp[) ]*)?dan\b")


def _plain(match: re.Match[str]) -> str:
    return "pilkada" if match.group().endswith("daerah") else "pemilu"


@cache
def _candidates(
    family: Family | None, contest: Contest | None, year: int | None, reference: Reference
) -> tuple[str, ...]:
    """List the editions that a family, an election and a year may mean, likeliest first."""
    ranked = []
    for name, kind in profiles(reference).items():
        launch = reference.editions[name].published
        launched = launch is not None and launch.year == year and family == "index"
        if kind.family == "thematic" or (year is not None and kind.year != year and not launched):
            continue
        if year is None and (family == "index" or kind.year < _latest(reference)):
            continue
        if (kind.family == "tps") != (family == "tps"):
            continue
        ranked.append((_misfit(kind, family, contest) + 4 * (kind.year != year), kind.update, name))
    best = [(penalty, name) for penalty, _, name in sorted(ranked)]
    return tuple(name for penalty, name in best if penalty <= best[0][0] + 1)


@cache
def _latest(reference: Reference) -> int:
    return max(edition.year for edition in reference.editions.values())


def _misfit(kind: Profile, family: Family | None, contest: Contest | None) -> int:
    """Rank how badly a kind fits: 0 for a match; a wrong election is worse than a wrong family."""
    if contest is None:
        return 0 if family in {None, kind.family} else 1
    if contest == "both":
        return 0 if kind.contest == "pemilu" else 2
    if contest != kind.contest:
        # "IKP Pilkada 2024" is the mapping, yet the IKP 2024 is for both elections
        return 1 if contest == "pilkada" and kind.family == family == "index" else 2
    return 0


def _themes_near(text: str, position: int, reference: Reference) -> tuple[str, ...]:
    """List the thematic mappings whose theme the sentence or else the one before names, else the one for all."""
    before, after = text[max(0, position - 240) : position], text[position : position + 120]
    sentence = re.split(r"[.;\n]", before[-120:])[-1] + re.split(r"[.;\n]", after)[0]
    told = _themes_of(before, reference)
    return _themes_of(sentence, reference) or (told if len(told) == 1 else _umbrella(reference))


def _umbrella(reference: Reference) -> tuple[str, ...]:
    return tuple(key for key, kind in profiles(reference).items() if kind.family == "thematic" and not kind.theme)


def _themes_of(text: str, reference: Reference) -> tuple[str, ...]:
    themes = [theme for theme, words in THEMES.items() if re.search(words, text, re.IGNORECASE)]
    return tuple(
        name for name, kind in profiles(reference).items() if kind.family == "thematic" and kind.theme in themes
    )
