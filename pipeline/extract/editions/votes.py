"""The votes by which a document's edition is decided: names, dates, facts, polling stations, and faint hints."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipeline.extract.editions.facts import ONE_SCORE, fact_votes
from pipeline.extract.editions.names import (
    GENERAL,
    LOCAL,
    THEMES,
    Contest,
    EditionName,
    edition_names,
    first_round,
    names_update,
    profiles,
)
from pipeline.extract.editions.names import earliest as earliest_day
from pipeline.extract.editions.reasons import OF_ONE_ROUND, Reason, Vote, sum_of
from pipeline.extract.editions.sighting import COPYRIGHT_BEFORE, Sighting, bare_years, spoken_year
from pipeline.extract.editions.stations import UNLISTED, counts_of_stations, station_votes
from pipeline.extract.editions.time_votes import (
    following,
    is_renewed,
    latest_of,
    launch_votes,
    office_votes,
    poll_votes,
    time_votes,
)
from pipeline.extract.editions.times import is_history, when
from pipeline.extract.editions.to_come import is_to_come

if TYPE_CHECKING:
    from pipeline.reference import Reference

_TITLE = 350  # characters: headline, subtitle and lead
_FAINT = 0.3  # an index without year, date or fact: it may be any edition, the latest of its kind is likeliest
_FAINTEST = 0.2  # not even the kind of election is told
_THEMATIC_SEASON = timedelta(days=110)  # from the last thematic mapping to the vote
_OTHER = 0.5  # what the other round keeps of the votes ...
_AS_LIKELY = 0.9  # ... and what it keeps where only the time decides
_AHEAD = 2  # years that a text may look ahead
# Patterns that go over a whole text begin by asking for their first letters: so a search leaps over most of it.
_UPDATE = re.compile(
    r"(?i)(?=[cdmpuvw])(?:"
    r"\b(?:(?:pemutakhiran|update|memperbarui|pembaruan)\b(?! (?:data|daftar|dpt|dps|pemilih)\b)|"
    r"masa pandem|pandemi[ck]?\b|covid|virus corona|wabah corona)|"
    r"mutakhir(?:kan)?\b(?! (?:data|daftar)\b)|diperbarui)"
)
_PILKADA = re.compile(
    rf"(?i)(?=[cmp])(?:\b{LOCAL}|pasangan calon|paslon|\bpemilihan (?!umum|legislatif|presiden)|"
    r"\bc(?:alon |a|awa)(?:wakil )?(?:bup|gub|wali|walkot)|\bmantap praja)"
)
_PEMILU = re.compile(
    rf"(?i)(?=[cmp])(?:\b{GENERAL}\b|\bpemilihan umum|caleg|ca(?:wa)?pres|"
    r"calon (?:anggota )?legislatif|mantap brata)"
)
_NO_ELECTION = re.compile(
    r"(?i)(?=[biklps])(?:"
    r"inde[kx]s (?:potensi )?kerawanan pemilu|badan pengawas pem\w+(?: umum)?|komisi pemilihan umum|"
    r"(?:penyelenggara|pengawas|peserta|pelanggaran|sengketa)(?:an)? pem\w+(?: umum)?|pemilu kepala daerah|"
    r"sebelum pemilihan|lokasi pemilihan)"
)
INDEX = re.compile(r"(?i)\bikp\b|inde[kx]s (?:potensi )?kerawanan|(?:peta|pemetaan) (?:[a-z]+ ){0,2}kerawanan")
_LEVELS = re.compile(
    r"(?i)\b(?:kerawanan (?:tinggi|sedang|rendah)|rawan (?:tinggi|sedang|rendah)|(?:indikator|skor|tingkat|level|"
    r"kategori|dimensi) (?:[a-z]+ )?(?:ke)?rawanan?)\b"
)
_MAP = re.compile(r"(?i)\b(?:peta|pemetaan)(?: (?!tps)[a-z]+){0,2} kerawanan(?! (?:di )?(?:tps|tempat))")
_RANKED = (
    r"(?:soal|isu|dalam|pada|di|terkait|mengenai|untuk|tentang|dengan|praktik|adanya|strategis|terhadap|tinggi|"
    r"tertinggi|pemilu|hal|aspek|pelanggaran|pertama|kedua|ketiga|keempat|kelima|keenam|(?:nomor|urutan) \w+)"
)
_THEME = {
    theme: re.compile(
        rf"(?:rawan|kerawanan(?:nya)?)\b(?: {_RANKED})* (?:{words})|(?:{words}) (?:paling |ter)rawan"
    )
    for theme, words in THEMES.items()
}
"""Vulnerable by one theme: "provinsi paling rawan soal netralitas ASN"."""
_NATIONAL = re.compile(
    r"\b(?:(?:\d+|lima|enam|sepuluh|dua puluh) (?:provinsi|kabupaten|daerah)|provinsi (?:paling|ter)|"
    r"se-?indonesia|nasional|bawaslu ri\b|peluncuran|meluncurkan|luncurkan|launching|isu strategis|tematik|"
    r"peta(?:an)? kerawanan (?:netralitas|politik uang|politisasi|kampanye))"
)
_HINTED = re.compile(r"(?<![\d/])20[12]\d(?![\d/])")  # in a file name; addresses are dates
_AT_VOTE = re.compile(rf"(?i)\b(?:pada|di|dari|selama) (?:{LOCAL}|{GENERAL}|pemilihan)")
_RELEASED_IN_YEAR = re.compile(
    r"(?i)[ ,)]*(?:yang )?(?:di)?(?:rilis|luncurkan|terbit(?:kan)?|umumkan|launching|keluar(?:kan)?|"
    r"publikasikan)[^.;]{0,40}?\b(?P<year>20[12]\d)\b"
)
_BEFORE = re.compile(r"(?i)[ ,(]*(?:yang )?(?:sebelumnya|terdahulu|lalu|silam)\b")
Ballot = dict[str, dict[Reason, float]]
"""For each edition the weight of each reason."""


def hold_vote(
    text: str, *, published: date | None, event: date | None, reference: Reference, hints: str = ""
) -> Ballot:
    """Collect the votes for each edition in a tidied ``text``; editions that came later than it have none.

    ``hints`` are texts beside the document, its title, file name or address: their years and dates count a little.
    """
    seen = when(text, published=published, event=event, hints=hints, reference=reference)
    names = tuple(name for name in edition_names(text, reference, seen.at) if not name.day)
    beside = tuple(
        int(match.group())
        for match in _HINTED.finditer(hints)
        if not COPYRIGHT_BEFORE.search(hints[: match.start()])
    )
    lean = _lean(text, names)
    sighting = Sighting(text=text, seen=seen, names=names, lean=lean, reference=reference, beside=beside)
    ballot: Ballot = defaultdict(lambda: defaultdict(float))
    for vote in _votes(sighting):
        if vote.id == UNLISTED or seen.at is None or earliest_day(reference.editions[vote.id]) <= seen.at:
            ballot[vote.id][vote.why] = min(vote.cap, ballot[vote.id][vote.why] + vote.weight)
    return _prefer_updates(_with_few_quoted(_without_quoted(ballot, reference), sighting), sighting)


def _with_few_quoted(ballot: Ballot, sighting: Sighting) -> Ballot:
    """Let known scores count as one where headline and lead name another index, and theirs only comes later."""
    plain = [name for name in sighting.names if name.instrument and not _is_vague(name, sighting.reference)]
    headed = {name.ids[0] for name in plain if name.start < _TITLE}
    behind = {name.ids[0] for name in plain} - headed
    for key, reasons in ballot.items():
        if headed and key in behind and Reason.KNOWN_SCORES in reasons:
            reasons[Reason.KNOWN_SCORES] = min(reasons[Reason.KNOWN_SCORES], ONE_SCORE)
    return ballot


def _without_quoted(ballot: Ballot, reference: Reference) -> Ballot:
    """Leave out the one known score of an edition where a text names a later one as plainly: it is quoted."""
    named = {key: reasons.get(Reason.NAMES_INDEX, 0.0) for key, reasons in ballot.items()}
    for key, reasons in ballot.items():
        if reasons.get(Reason.KNOWN_SCORES, 0.0) == ONE_SCORE:
            year = reference.editions[key].year
            rivals = (named[one] for one in named if one != UNLISTED and reference.editions[one].year > year)
            if max(rivals, default=0.0) >= max(named[key], 1.0):
                reasons[Reason.KNOWN_SCORES] = 0.0
    return ballot


def _votes(sighting: Sighting) -> Iterator[Vote]:
    text, seen, reference = sighting.text, sighting.seen, sighting.reference
    yield from _name_votes(sighting)
    yield from _source_votes(sighting)
    yield from _mapping_votes(sighting)
    yield from launch_votes(text, seen, reference)
    yield from fact_votes(text, reference)
    yield from poll_votes(text, seen, reference)
    yield from office_votes(text, reference)
    yield from _theme_votes(sighting)
    yield from station_votes(sighting)
    yield from time_votes(seen, sighting.lean, reference)
    if sighting.lean is not None or INDEX.search(text) or _LEVELS.search(text):
        yield from _year_votes(sighting)
        yield from _faint_votes(sighting)


def _lean(text: str, names: tuple[EditionName, ...]) -> Contest | None:
    """Say which kind of election a text speaks of, apart from names of offices and elections that data come from.

    >>> _lean("Badan Pengawas Pemilu: pilkada rawan", ()), _lean("jelang pemilu", ()), _lean("IKP", ())
    ('pilkada', 'pemilu', None)
    """
    rest = list(text)
    for name in names:
        if name.data or name.compared:
            rest[name.start : name.end] = " " * (name.end - name.start)
    plain = _NO_ELECTION.sub(" ", "".join(rest))
    local, general = len(_PILKADA.findall(plain)), len(_PEMILU.findall(plain))
    if not local and not general:
        return None
    return "pilkada" if local >= general else "pemilu"


def _name_votes(sighting: Sighting) -> Iterator[Vote]:
    now = spoken_year(sighting)
    for name in sighting.names:
        weight = _name_weight(name, now, sighting)
        why = Reason.NAMES_INDEX if name.instrument else Reason.NAMES_ELECTION
        cap = 6.0 if name.instrument else 3.0
        if _is_vague(name, sighting.reference):  # any year's, and the latest is only the likeliest
            why, cap = Reason.NAMES_NO_YEAR, 1.2
        for place, key in enumerate(name.ids):
            yield Vote(id=key, weight=weight / (1 + place), why=why, cap=cap / (1 + place))


def _is_vague(name: EditionName, reference: Reference) -> bool:
    """Tell whether a name of an index bears no year: "pemetaan kerawanan pemilihan"."""
    return name.instrument and name.year is None and profiles(reference)[name.ids[0]].family != "thematic"


def _name_weight(name: EditionName, now: int | None, sighting: Sighting) -> float:
    if name.data:
        return 0.2
    passed = now is not None and name.year is not None and name.year < now and not name.instrument
    past = is_history(sighting.text, name.start) or _BEFORE.match(sighting.text[name.end :]) is not None
    if name.compared or past or passed or _is_old(name, now, sighting):
        sole = name.instrument and not name.compared and _is_sole_index(name, sighting)
        return 1.5 if sole else 0.3 if past and passed else 0.5
    title = name.start < _TITLE
    if name.instrument:
        return (3.0 if title else 2.0) - _is_vague(name, sighting.reference)
    return 1.5 if title else 1.0


def _is_sole_index(name: EditionName, sighting: Sighting) -> bool:
    """Tell whether a text names no other index with its year: however old it is, its values are quoted."""
    return name.year is not None and all(
        other.ids[0] == name.ids[0] for other in sighting.names if other.instrument and other.year
    )


def _is_old(name: EditionName, now: int | None, sighting: Sighting) -> bool:
    """Tell whether an index is named by a past vote ("IKP pada Pemilu 2019"), or a release of years ago."""
    if now is None or not name.instrument:
        return False
    over = name.year is not None and name.year < now and _AT_VOTE.search(sighting.text[name.start : name.end])
    released = _RELEASED_IN_YEAR.match(sighting.text[name.end :])
    return bool(over) or (
        sighting.seen.at is not None and released is not None and int(released["year"]) < sighting.seen.at.year - 1
    )


def _source_votes(sighting: Sighting) -> Iterator[Vote]:
    """Vote for the editions after the latest election that data come from, where no later one is named."""
    sources = [name for name in sighting.names if name.data and name.year and not name.instrument]
    last = max(sources, key=lambda name: (name.year or 0, name.start), default=None)
    if last is None or any((name.year or 0) > (last.year or 0) for name in sighting.names if not name.data):
        return
    lean = sighting.lean
    for place, key in enumerate(following(last.ids[0], lean, sighting.reference)[:2]):
        yield Vote(id=key, weight=0.6 - 0.3 * place, why=Reason.DRAWS_ON, cap=0.6)


def _mapping_votes(sighting: Sighting) -> Iterator[Vote]:
    """Vote for the mapping that was current where a text speaks of a map of vulnerability without more."""
    at = sighting.seen.at
    if at is None or not _MAP.search(sighting.text):
        return
    for key, kind in profiles(sighting.reference).items():
        edition = sighting.reference.editions[key]
        begun = edition.published is not None and edition.published <= at
        if kind.family == "mapping" and begun and edition.polled is not None and at <= edition.polled:
            yield Vote(id=key, weight=1.5, why=Reason.MAP_OF_ITS_TIME, cap=1.5)


def _theme_votes(sighting: Sighting) -> Iterator[Vote]:
    """Vote for a thematic mapping where a text of its months speaks of vulnerability by its theme, and no other.

    The theme without a name of the mapping is as good as one only in a text of the whole country or of the launch.
    """
    lower = sighting.text.lower()
    if not _NATIONAL.search(lower) or sighting.lean == "pilkada":
        return
    found = {theme: [match.start() for match in words.finditer(lower)] for theme, words in _THEME.items()}
    best = max(found, key=lambda theme: len(found[theme]))
    if not found[best] or any(len(found[theme]) * 2 >= len(found[best]) for theme in found if theme != best):
        return
    for key, kind in profiles(sighting.reference).items():
        if kind.theme == best and _is_thematic_season(sighting):
            title = 2.0 if found[best][0] < _TITLE else 0.0
            yield Vote(id=key, weight=min(3.0, title + len(found[best])), why=Reason.THEME)


def _is_thematic_season(sighting: Sighting) -> bool:
    """Tell whether a text is of the months between the first thematic mapping and the vote, or of no known day."""
    seen, editions = sighting.seen, sighting.reference.editions
    day = seen.at or seen.low
    if day is None:
        return True
    thematic = [key for key, kind in profiles(sighting.reference).items() if kind.family == "thematic"]
    launches = [one for key in thematic if (one := editions[key].published) is not None]
    return min(launches) - timedelta(days=7) <= day <= max(launches) + _THEMATIC_SEASON


def _year_votes(sighting: Sighting) -> Iterator[Vote]:
    """Vote by the latest year that stands alone: "menjelang 2024", "ikp-alfa-2019.pdf"."""
    alone = (*bare_years(sighting), *sighting.beside)
    at = sighting.seen.at
    year = max((one for one in alone if at is None or one <= at.year + _AHEAD), default=None)
    for key, kind in profiles(sighting.reference).items():
        if kind.year == year and kind.family in {"index", "mapping"} and not kind.update:
            fits = sighting.lean in {None, kind.contest}
            yield Vote(id=key, weight=0.4 if fits else 0.2, why=Reason.YEAR, cap=0.4)


def _faint_votes(sighting: Sighting) -> Iterator[Vote]:
    """Vote for the latest of its kind where no time is given and stations are not what is counted."""
    counts = counts_of_stations(sighting.text) > 1 and not INDEX.search(sighting.text)
    if not counts and sighting.seen.at is None and sighting.seen.low is None:
        key = latest_of(sighting.lean, sighting.reference)
        plain = sighting.lean is not None or INDEX.search(sighting.text)
        yield Vote(id=key, weight=_FAINT if plain else _FAINTEST, why=Reason.LATEST)


def _speaks_of_update(text: str) -> bool:
    """Tell whether a text speaks of an update, and not only of one to come."""
    return any(not is_to_come(text, *found.span()) for found in _UPDATE.finditer(text))


def _prefer_updates(ballot: Ballot, sighting: Sighting) -> Ballot:
    """Give the votes of an edition and its update to the one that its own facts, the words or the time speak for.

    Where only the time does, after the update, the text may still repeat the first round: that one stays close.
    """
    joined = {key: dict(reasons) for key, reasons in ballot.items()}
    by_words = _speaks_of_update(sighting.text)
    for update, kind in profiles(sighting.reference).items():
        base = first_round(update)
        if not kind.update:
            continue
        votes = (joined.pop(base, {}), joined.pop(update, {}))
        both = {why: max(one.get(why, 0.0) for one in votes) for why in dict.fromkeys(w for v in votes for w in v)}
        if both:
            first, second = (sum_of(OF_ONE_ROUND, one) for one in votes)
            told = by_words or second + votes[1].get(Reason.SIGNS, 0.0) > first
            edition = sighting.reference.editions[update]
            renewed = (told or first <= second) and is_renewed(sighting.seen, edition, by_words=told)
            named = any(names_update(name, sighting.text, update) for name in sighting.names)
            renewed = renewed or (sighting.seen.at is None and named)
            winner, loser = (update, base) if renewed else (base, update)
            joined[winner] = both
            sure = not renewed or told
            joined[loser] = {Reason.OTHER_ROUND: sum(both.values()) * (_OTHER if sure else _AS_LIKELY)}
    return joined
