"""Slips and marks that hide a known word or figure: "diangka" for "di angka", "IPK" for "IKP", "*41,20*"."""

from __future__ import annotations

import re

from pipeline.extract.words.english import english_steps
from pipeline.text import Step

_PLACES = (
    r"angka|urutan|peringkat|ranking|rangking|posisi|level|kategori|zona|tingkat|provinsi|propinsi|kabupaten|kota|"
    r"daerah|wilayah|kecamatan|kelurahan|desa|distrik|tps|dimensi|tahapan|aspek|beberapa|sejumlah|seluruh|semua|"
    r"setiap|tahun|pilkada|pemilu|indonesia|sini"
)
"""Nouns before which "di" is a word of its own: none of them makes a verb with it, as "ditingkatkan" does."""

_GLUED = Step(
    name="a preposition glued to its noun comes apart",
    pattern=re.compile(rf"(?<![^\W_])[Dd]i(?:{_PLACES})(?![^\W_])"),
    replace=lambda word: f"{word[:2]} {word[2:]}",
)

_EMPHASIS = Step(
    name="a figure loses the asterisks of bold type",
    pattern=re.compile(
        r"(?<![\w*])\*{1,2}(?=\d{1,3}[.,]\d{1,3}\*)|(?:(?<=[.,]\d)|(?<=[.,]\d\d)|(?<=[.,]\d\d\d))\*{1,2}(?![\w*])"
    ),
    replace=lambda _: "",
)

_INDEX_IS_IPK = re.compile(
    r"(?i)(?:indeks?|indikator) kerawanan(?: [a-z]+){0,3},? ?(?:\(|atau |disingkat |disebut )\"?ipk(?![a-z])|"
    r"(?<![a-z])ipk (?:pemilu|pilkada|pemilihan|bawaslu)(?![a-z])"
)
_OWN_IPK = Step(
    name="the index's letters stand in order",
    pattern=re.compile(r"(?<![A-Za-z])(?:IPK|Ipk|ipk)(?![A-Za-z])"),
    replace=lambda word: word[0] + word[2] + word[1],
)

_OTHER_IKP = re.compile(
    r"(?i)(?<![a-z])(?P<name>(?:inde[kx]s?|informasi)(?:\s(?!ikp|kerawanan|kerentanan|rawan|pemilu|pilkada)[a-z]+){1,5})\s?\(\"?ikp\"?\)"
)
"""Another name that is shortened as the index's is: "Indeks Ketahanan Pangan (IKP)"."""
_OWN_IKP = re.compile(
    r"(?i)kerawanan[^().;]{0,60}\(\"?ikp|(?<![a-z])ikp (?:bawaslu|pemilu|pilkada|20\d\d bawaslu)"
)


def _spelled_out(text: str) -> tuple[Step, ...]:
    """Return the step that spells out IKP where a document says that it is short for something else."""
    other = _OTHER_IKP.search(text)
    if other is None or _OWN_IKP.search(text):
        return ()
    name = " ".join(other["name"].split())
    return (
        Step(
            name="letters that are another name's are spelled out",
            pattern=re.compile(r"(?<![A-Za-z])IKP(?![A-Za-z])"),
            replace=lambda _: name,
        ),
    )


def slips_of(text: str) -> tuple[Step, ...]:
    """Return the steps that mend the passages of a document: IPK is the index's only where it says so.

    >>> [step.on("IKP Blora 84,27") for step in slips_of("Indeks Ketahanan Pangan (IKP) Blora")][0]
    'Indeks Ketahanan Pangan Blora 84,27'

    >>> [step.on("IPK diangka 41,20") for step in slips_of("Indeks Kerawanan Pemilu (IPK) 2020")]
    ['IPK di angka 41,20', 'IPK diangka 41,20', 'IKP diangka 41,20']
    >>> [step.on("IPK ditingkatkan") for step in slips_of("Indeks Persepsi Korupsi (IPK)")]
    ['IPK ditingkatkan', 'IPK ditingkatkan']
    """
    always = (*english_steps(text), *_spelled_out(text), _GLUED, _EMPHASIS)
    return (*always, _OWN_IPK) if _INDEX_IS_IPK.search(text) else always
