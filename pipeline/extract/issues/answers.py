"""What the sentence behind a question says of the issues that it asked about: "Politik uang? Ada 32 TPS."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.draft import Draft, doubted
from pipeline.extract.issues.denials import DENIED
from pipeline.extract.words.values import NUMBER_WORDS, parse_count

_QUESTION = re.compile(r"\?[\s\"”]*(?:tanya(?:nya)?(?![a-z])[^\"]*)?$")
"""The end of a question, and who asks it behind."""
_DENIES = re.compile(
    r"^\W*(?:\[[a-z ]+\] )?(?:(?:oh|kalau itu|itu|alhamdulillah|sejauh ini|selama ini),? )*"
    r"(?:tidak|belum|aman|nihil|bersih|steril|(?:[a-z]+ ){1,2}(?:menggeleng|membantah|menampik|menepis))(?![a-z])"
)
_CLAUSE_END = re.compile(r"(?<=[a-z])(?:;| yang(?![a-z]))")
_BUT = re.compile(r"(?<![a-z])(?:tapi|tetapi|namun|kecuali|hanya)(?![a-z])")
_NUMBER = re.compile(
    r"^\W*(?:\[[a-z ]+\] )?(?:(?:ya|iya|itu|kalau itu|ada|tercatat|terdapat|hanya|cuma|sebanyak|jumlahnya|"
    rf"totalnya|pernah|di),? )*(?P<n>\d{{1,3}}(?:\.\d{{3}})+|\d+|{NUMBER_WORDS}) "
    r"(?P<unit>tps|kasus|kejadian|laporan|temuan|pelanggaran|aduan)(?=\s?(?:[.,;!]|$))"
)


def is_question(lower: str) -> bool:
    """Tell whether a sentence is a question, whose issues are but asked about."""
    return _QUESTION.search(lower) is not None


def answered(asked: Sequence[Draft], lower: str) -> tuple[Draft, ...]:
    """Return the issues of a question as the folded sentence behind it answers: with their number, or none denied.

    The number goes with the issue where the question named one.
    """
    said = _CLAUSE_END.split(lower, maxsplit=1)[0]  # "ada dua kasus yang tidak ditemukan pelakunya"
    if (DENIED.search(said) or _DENIES.match(lower)) and not _BUT.search(lower):
        return ()
    number = _NUMBER.match(lower)
    count = parse_count(number["n"]) if number else None
    if number is None or not count or len(asked) != 1:
        return tuple(asked)
    unit = "TPS" if number["unit"] == "tps" else number["unit"]
    return (doubted(replace(asked[0], count=count, unit=unit)),)
