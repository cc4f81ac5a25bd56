"""English news on the index, put into the Indonesian words of the field, so that one set of rules reads both.

No translation for readers: word by word and in the order of the English, as far as the rules need it. What is
found is quoted from the English text all the same, for steps keep the way back to its characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from pipeline.extract.words.english_words import GLOSSARY
from pipeline.text import Step

_ENGLISH = re.compile(r"(?<![a-z])(?:the|of|and|in|to|with|was|were|are|has|for|by|as|at|from|that)(?![a-z])")
_INDONESIAN = re.compile(r"(?<![a-z])(?:yang|dan|di|dengan|untuk|pada|dari|dalam|ini|itu|ke|oleh|adalah)(?![a-z])")
_LEAST = 8
"""English function words that an English text has at least."""
_TIMES = 4
"""How many times as many English function words as Indonesian ones it has."""

_LEVELS = {"high": "tinggi", "medium": "sedang", "moderate": "sedang", "low": "rendah"}
_LEVEL = r"(?:high|medium|moderate|low)"
_CLASS = r"(?:categor(?:y|ies)|class|group|bracket|level|tier|band|zone)"
_RATED = (
    r"(?:rated|ranked|classified|categori[sz]ed|classed|listed|marked|designated|labell?ed|considered|deemed|"
    r"graded|judged|assessed)"
)
_VOTE = (
    r"(?:general |legislative |presidential |simultaneous |regional |local |gubernatorial |mayoral )*elections?"
)
_OF_RISK = r"(?:vulnerab(?:le|ility)|risk|prone)"
_COMPASS = {
    "north": "Utara", "south": "Selatan", "east": "Timur", "west": "Barat", "central": "Tengah",
    "southeast": "Tenggara", "northeast": "Timur Laut", "southwest": "Barat Daya", "northwest": "Barat Laut",
}  # fmt: skip
_FEW = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_PLACE = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_MONTHS = {
    "Jan": "Januari", "Feb": "Februari", "Mar": "Maret", "Apr": "April", "May": "Mei", "Jun": "Juni",
    "Jul": "Juli", "Aug": "Agustus", "Sep": "September", "Oct": "Oktober", "Nov": "November", "Dec": "Desember",
}  # fmt: skip
_MONTH = "|".join(_MONTHS)
_SIDE = rf"(?:{'|'.join(sorted((side.title() for side in _COMPASS), key=len, reverse=True))})"
_NAME = r"(?!(?:In|At|From|For|And|While|But|Only|Both|Of|To|As|Bawaslu|KPU)(?![a-z]))[A-Z][a-z]+"
_NOT_BEHIND = r"(?!Java|Nusa|Seram|Sumatra|Papua|Indonesia|Asia|Coast|Regenc|Province|City|Timor)"


def english_steps(text: str) -> tuple[Step, ...]:
    """Return the steps that put an English document into the words that the rules know; none for another.

    >>> text = "The agency said in a report that Blora was in the high class, as it was in the index of 2019."
    >>> steps = english_steps(text)
    >>> def put(text):
    ...     for step in steps:
    ...         text = step.on(text)
    ...     return text
    >>> put("Blora, with a score of 51.20, is in the high-risk category.")
    'Blora, dengan skor 51.20, di kategori rawan tinggi.'
    >>> put("Fifteen provinces were rated highly vulnerable ahead of the 2024 regional elections.")
    'Lima belas provinsi dinilai rawan tinggi menjelang Pilkada 2024.'
    >>> put("In East Lombok vote buying was reported.")
    'Di Lombok Timur politik uang dilaporkan.'
    >>> english_steps("Bawaslu Kabupaten Blora merilis Indeks Kerawanan Pemilu dengan skor 51,20 di Blora.")
    ()
    """
    if not is_english(text):
        return ()
    return _STEPS_OF_REGENCIES if re.search(r"(?i)regenc(?:y|ies)", text) else _STEPS


def is_english(text: str) -> bool:
    """Tell whether a document is written in English."""
    lower = text.lower()
    english = len(_ENGLISH.findall(lower))
    return english >= _LEAST and english >= _TIMES * len(_INDONESIAN.findall(lower))


def _turned(pattern: str, turn: Callable[[re.Match[str]], str]) -> Step:
    """Return a step that puts what ``pattern`` finds into another order."""
    compiled = re.compile(pattern)

    def replace(found: str) -> str:
        match = compiled.match(found)
        return turn(match) if match else found

    # what stands around a match is not there when it is replaced, so patterns look at nothing around but letters
    return Step(
        name="English words in Indonesian order",
        pattern=re.compile(rf"(?<![\w-]){pattern}(?!\w)"),
        replace=replace,
    )


def _level(word: str) -> str:
    return _LEVELS[word.lower().removesuffix("ly").replace("moderately", "moderate")]


def _side(word: str) -> str:
    return _COMPASS[word.lower().removesuffix("ern")]


_ORDER: tuple[Step, ...] = (
    Step(  # a sentence goes on to begin with a capital
        name="English articles go",
        pattern=re.compile(r"(?<![\w-])(?:(?:The|An?|Another) [A-Za-z\d]|(?:the|an?|another) )"),
        replace=lambda found: "" if found.endswith(" ") else found[-1].upper(),
    ),
    Step(  # 31,204 voters
        name="English thousands get their dots",
        pattern=re.compile(r"(?<=\d),(?=\d{3}(?!\d))"),
        replace=lambda _: ".",
    ),
    _turned(  # Nov. 27, 2024
        rf"(?P<month>{_MONTH})[a-z]*\.? (?P<day>\d{{1,2}})(?:, (?P<year>20\d\d))?",
        lambda match: " ".join(filter(None, (match["day"], _MONTHS[match["month"]], match["year"]))),
    ),
    _turned(  # East Lombok, Western Seram
        rf"(?P<side>{_SIDE})(?:ern)? {_NOT_BEHIND}"
        r"(?P<name>[A-Z][a-z]+(?: (?:Ogan|Komering|Ulu|Hulu|Rawas|Labuhan|Batu|Bengkulu|Aceh|Raya)(?![a-z]))*)",
        lambda match: f"{match['name']} {_side(match['side'])}",
    ),
    _turned(r"(?P<name>(?:Bangka )?(?!Thousand)[A-Z][a-z]+) Islands", lambda match: f"Kepulauan {match['name']}"),
    _turned(  # the 2024 Election Vulnerability Index
        rf"(?P<year>20\d\d) (?i:(?:{_VOTE} )?(?:elections? )?vulnerability index)",
        lambda match: f"Indeks Kerawanan Pemilu {match['year']}",
    ),
    _turned(  # the 2022 edition of the Election Vulnerability Index
        r"(?P<year>20\d\d) (?i:edition of (?:its )?(?:elections? )?vulnerability index)",
        lambda match: f"Indeks Kerawanan Pemilu edisi {match['year']}",
    ),
    _turned(
        rf"(?P<year>20\d\d) (?P<what>(?i:{_VOTE}|polls|vote))",
        lambda match: f"{_vote(match['what'])} {match['year']}",
    ),
    _turned(  # a high level of vulnerability
        rf"(?:an? )?(?P<level>(?i:{_LEVEL})) (?:level|degree) of (?:vulnerability|risk)",
        lambda match: f"tingkat kerawanan {_level(match['level'])}",
    ),
    _turned(  # high-risk category, moderately vulnerable class
        rf"\"?(?P<level>(?i:{_LEVEL}))(?:ly)?\"?[ -]{_OF_RISK} {_CLASS}",
        lambda match: f"kategori rawan {_level(match['level'])}",
    ),
    _turned(  # the "high" class, the moderate category of vulnerability
        rf"\"?(?P<level>(?i:{_LEVEL}))\"?[ -]{_CLASS}(?: of (?:vulnerability|risk))?",
        lambda match: f"kategori {_level(match['level'])}",
    ),
    _turned(  # highly vulnerable, high risk
        rf"(?P<level>(?i:{_LEVEL}))(?:ly)?[ -](?:vulnerable|risk|prone)",
        lambda match: f"rawan {_level(match['level'])}",
    ),
    _turned(
        rf"(?P<level>(?i:{_LEVEL})) vulnerability",
        lambda match: f"kerawanan {_level(match['level'])}",
    ),
    _turned(  # rated high, was "low", as medium
        rf"(?:(?:were |was |are |is |been )?(?:also )?{_RATED}(?: as| at)?|were|was|are|is|as) "
        rf"\"?(?P<level>{_LEVEL})\"?(?! (?:as|on|in the|turnout|number|enough|school|court|profile))",
        lambda match: f"dinilai rawan {_level(match['level'])}",
    ),
    _turned(  # 17 medium and four high
        rf"(?P<n>\d{{1,3}}|(?i:{_FEW})) \"?(?P<level>{_LEVEL})\"?"
        r"(?! [a-z-]*(?:schools?|courts?|profile|risk|vulnerab\w+))",
        lambda match: f"{match['n']} rawan {_level(match['level'])}",
    ),
    Step(
        name="a level in brackets",
        pattern=re.compile(r"(?<=\()(?i:high|medium|moderate|low)(?=\))"),
        replace=lambda level: _LEVELS[level.lower()],
    ),
    _turned(  # is in third place, came second
        rf"(?:(?:is |was |are |were )?in (?P<rank>{_PLACE}) place|"
        rf"(?:came|comes|finished) (?:in )?(?P<came>{_PLACE}))",
        lambda match: f"peringkat {GLOSSARY[match['rank'] or match['came']]}",
    ),
    _turned(r"has (?P<n>\d+)", lambda match: f"memiliki {match['n']}"),
    _turned(rf"[Oo]ther (?P<n>{_FEW})", lambda match: f"{GLOSSARY[match['n']].capitalize()} lainnya"),
    _turned(r"(?P<bound>\d+\.\d+) (?:threshold|cut-?off)", lambda match: f"ambang {match['bound']}"),
    _turned(rf"(?:were|was|are|is|been) (?:also )?{_RATED}(?: as| at)?", lambda _: "dinilai"),
    _turned(
        r"(?P<what>contestation|participation|election organi[sz]ation|organi[sz]ation of elections|"
        r"socio-?political(?: context)?) dimension",
        lambda match: f"dimensi {match['what']}",
    ),
    _turned(r"at (?:around |about )?(?P<figure>\d+\.\d+)", lambda match: f"dengan {match['figure']}"),
    _turned(r"(?:at )?[Nn]umber (?P<rank>\d{1,3}|one|two|three)", lambda match: f"peringkat {match['rank']}"),
    _turned(r"(?P<name>[A-Z][a-z]+) Bay", lambda match: f"Teluk {match['name']}"),
    _turned(  # Sintang Regency
        rf"(?P<name>{_NAME}(?: {_NAME}){{0,2}}) (?P<kind>[Rr]egency|[Cc]ity|[Pp]rovince)",
        lambda match: f"{GLOSSARY[match['kind'].lower()].title()} {match['name']}",
    ),
)


def _vote(words: str) -> str:
    return "Pilkada" if re.search(r"(?i)regional|local|gubernatorial|mayoral", words) else "Pemilu"


def _steps(district: str) -> tuple[Step, ...]:
    """Return all steps; ``district`` is what is meant by one: a kecamatan in a text that speaks of regencies."""
    word = {"district": district, "districts": district, "district level": f"tingkat {district}"}
    return (
        *_ORDER,
        _word_step({**GLOSSARY, **word}),
        Step(name="blanks that dropped words leave go", pattern=re.compile(r"(?<= ) +"), replace=lambda _: ""),
    )


def _word_step(glossary: Mapping[str, str]) -> Step:
    longest = sorted(glossary, key=lambda english: (-len(english), english))
    spelled = "|".join(re.escape(english).replace(r"\ ", " ") for english in longest)

    def replace(found: str) -> str:
        meant = glossary[found.lower()]
        return meant[:1].upper() + meant[1:] if found[0].isupper() else meant

    return Step(
        name="English words become Indonesian ones",
        pattern=re.compile(rf"(?<![\w-])(?i:{spelled})(?!\w|\. ?\d)"),
        replace=replace,
    )


_STEPS, _STEPS_OF_REGENCIES = _steps("kabupaten"), _steps("kecamatan")
