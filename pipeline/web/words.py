"""Every word of the pages, in both languages: one table, ``words.csv``."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import Final, Literal, get_args

Language = Literal["en", "id"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
Phrase = Callable[..., str]
"""Gives a wording by its key; named parts are put where the wording has their names in braces."""


@cache
def table() -> Mapping[Language, Mapping[str, str]]:
    """Return the wordings by language and key. Raises ValueError where the table is not whole."""
    text = resources.files(__package__).joinpath("words.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    found: dict[Language, dict[str, str]] = {language: {} for language in LANGUAGES}
    for row in rows:
        for language in LANGUAGES:
            wording = row[language]
            if not wording or row["key"] in found[language]:
                raise ValueError(f"words.csv: {row['key']!r} has no wording in {language}, or two")
            found[language][row["key"]] = wording
    return found


@cache
def phrase_in(language: Language) -> Phrase:
    """Return what gives wordings in a language; it raises KeyError for a key that is not in the table."""
    wordings = table()[language]

    def phrase(key: str, /, **parts: object) -> str:
        return wordings[key].format(**parts) if parts else wordings[key]

    return phrase


def named(phrase: Phrase, kind: str, value: str) -> str:
    """Return the wording of one of the data's own names (``kind.held``), or the name where the table lacks it."""
    try:
        return phrase(f"{kind}.{value}")
    except KeyError:
        return value


_WHY: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"sure to (?P<n>\d+)%"), "why.sure"),
    (re.compile(r"rule (?P<was>\S+ \d+) -> (?P<now>\S+ \d+)"), "why.rule"),
    (re.compile(r"rule (?P<rule>\S+) no longer reads it"), "why.unread"),
    (re.compile(r"(?P<who>.+) makes it another category"), "why.flips"),
    (re.compile(r"(?P<field>\w+) (?P<before>.+) -> (?P<after>.+)"), "why.moved"),
)
_MANY: Final = re.compile(r"(?P<files>.+) and (?P<n>[\d,]+) more")
_TROUBLE: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"the decision: ['\"](?P<text>.*)['\"] is no (?P<field>\w+); .*"), "trouble.value"),
    (re.compile(r"the alias: ['\"](?P<text>.*)['\"] is no (?P<field>\w+); .*"), "trouble.value"),
    (re.compile(r"the alias: ['\"](?P<text>.*)['\"] has no letters; .*"), "trouble.letters"),
    (re.compile(r"['\"](?P<text>.*)['\"] may be (?P<names>.*)"), "trouble.several"),
    (re.compile(r"['\"](?P<text>.*)['\"] stands in no document: nothing would use it"), "trouble.nowhere"),
    (re.compile(r".*: was not looked at yet; .*"), "trouble.unseen"),
    (re.compile(r".*: was decided by (?P<who>.+) meanwhile \((?P<verb>\w+)\); .*"), "trouble.meanwhile"),
    (re.compile(r".*: (was read anew meanwhile|is not there any more); .*"), "trouble.read_anew"),
    (re.compile(r".*: has no region; .*"), "trouble.no_region"),
    (re.compile(r".*: has no edition; .*"), "trouble.no_edition"),
    (re.compile(r".*: a second person has to confirm it; .*"), "trouble.own_second"),
    (re.compile(r".*: has decided nothing that is left to undo; .*"), "trouble.nothing_to_undo"),
    (re.compile(r".*: decided it anew since; .*"), "trouble.anew"),
    (re.compile(r"the group: is not what was shown; .*"), "trouble.group"),
    (re.compile(r"the dispute: is not what was shown; .*"), "trouble.dispute"),
    (re.compile(r"the results are older than the code or the corrections; .*"), "trouble.older"),
    (re.compile(r"what people decided would stand against what is read in (?P<files>.+)"), "trouble.against"),
    (
        re.compile(r"['\"](?P<text>.*)['\"] was given the meaning (?P<means>\S+)(?: by (?P<who>.+))?; .*"),
        "trouble.given",
    ),
    (
        re.compile(r"['\"](?P<text>.*)['\"] means (?P<means>.+) in the tables of the package; .*"),
        "trouble.package",
    ),
    (
        re.compile(r"['\"](?P<text>.*)['\"] is contested: the rules give it another meaning in (?P<files>.+)"),
        "trouble.contested",
    ),
    (
        re.compile(r"['\"](?P<text>.*)['\"] would still stand in words of another meaning in (?P<files>.+)"),
        "trouble.still",
    ),
    (
        re.compile(
            r"['\"](?P<text>.*)['\"] is a part of longer words that it does not decide in (?P<files>.+); .*"
        ),
        "trouble.part",
    ),
    (re.compile(r".*: another run is at work there.*; .*"), "trouble.busy"),
)
"""Sentences of other layers, which are English there, and the wordings that stand for them here."""


def told(phrase: Phrase, why: str) -> str:
    """Return a sentence of the queue in a language; one that the table does not know stays as it is.

    >>> told(phrase_in("id"), "sure to 71%")
    'baru yakin 71%'
    >>> told(phrase_in("en"), "the region is open"), told(phrase_in("id"), "a new reason")
    ('the region is open', 'a new reason')
    """
    for pattern, key in _WHY:
        if match := pattern.fullmatch(why):
            parts = match.groupdict()
            return phrase(key, **{name: _part(phrase, name, text) for name, text in parts.items()})
    return named(phrase, "why", why)


def troubled(phrase: Phrase, message: str) -> str:
    """Return an error in a language: a key of the table, or the message of an error that it knows.

    >>> troubled(phrase_in("en"), "the decision: 'x' is no score; give a number from 0 to 100")
    '“x” is no valid entry for: Score. Give a number from 0 to 100.'
    >>> troubled(phrase_in("en"), "trouble.act"), troubled(phrase_in("id"), "a.txt: is odd; mend it")
    ('That cannot be said of this item.', 'a.txt: is odd; mend it')
    """
    for pattern, key in _TROUBLE:
        if match := pattern.fullmatch(message):
            parts = match.groupdict()
            remedy = named(phrase, "remedy", parts.get("field") or "")
            return phrase(key, remedy=remedy, **{name: _part(phrase, name, text) for name, text in parts.items()})
    known = message in table()["en"]
    return phrase(message) if known else message


def _part(phrase: Phrase, name: str, text: str | None) -> str:
    """Return a part of a sentence: names of fields and verbs have wordings, all else stays."""
    if name in {"field", "verb"}:
        return named(phrase, name, text or "")
    if name == "files" and (many := _MANY.fullmatch(text or "")):
        return f"{many['files']}, {phrase('region.more', n=many['n'])}"
    return text or ""


def preferred(accepted: str) -> Language:
    """Return the language of an Accept-Language header that comes first, English where neither is wanted.

    >>> preferred("id-ID,id;q=0.9,en;q=0.8"), preferred("en-GB, id;q=0.5"), preferred("fr"), preferred("")
    ('id', 'en', 'en', 'en')
    >>> preferred("en;q=0.3, id;q=0.7")
    'id'
    """
    best: tuple[float, Language] = (0.0, "en")
    for part in accepted.split(","):
        tag, _, weight = part.partition(";q=")
        found = tag.strip().lower().partition("-")[0]
        for language in LANGUAGES:
            if found == language and _weight(weight) > best[0]:
                best = (_weight(weight), language)
    return best[1]


def _weight(text: str) -> float:
    text = text.strip() or "1"
    return float(text) if re.fullmatch(r"[01](\.\d{0,3})?", text) else 0.0
