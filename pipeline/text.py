"""Cleaning and folding of text, always with a map back to the original characters.

Folding is a named list of steps. Each step is one pattern and its replacement; ``Mapped`` applies it and keeps,
for every character of the result, the range of original characters that it came from. A match in folded text
can therefore be quoted verbatim from the original.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

from pipeline.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Folded = NewType("Folded", str)
"""Text that went through ``fold``: lower case, no accents, plain quotes and dashes, single spaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of cleaning: every match of ``pattern`` is replaced, a character map kept."""

    name: str
    pattern: re.Pattern[str]
    replace: Callable[[str], str]

    def on(self, text: str) -> str:
        """Return ``text`` after this step, where no way back is wanted."""
        return self.pattern.sub(lambda match: self.replace(match.group()), text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """Text with, for each character, the original range ``starts[i]`` to ``ends[i]`` it came from."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, text: str, offset: int = 0) -> Mapped:
        """Begin with ``text`` as it is; ``offset`` is where it stands in the whole document."""
        return cls(
            text=text,
            starts=range(offset, offset + len(text)),
            ends=range(offset + 1, offset + len(text) + 1),
        )

    def apply(self, step: Step) -> Mapped:
        """Return the text after one step. Characters of a replacement share the range of what they replace."""
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for match in step.pattern.finditer(self.text):
            low, high = match.span()
            if low == high:
                continue
            pieces.append(self.text[done:low])
            starts.extend(self.starts[done:low])
            ends.extend(self.ends[done:low])
            new = step.replace(match.group())
            pieces.append(new)
            starts.extend([self.starts[low]] * len(new))
            ends.extend([self.ends[high - 1]] * len(new))
            done = high
        if not done:
            return self
        pieces.append(self.text[done:])
        starts.extend(self.starts[done:])
        ends.extend(self.ends[done:])
        return Mapped(text="".join(pieces), starts=tuple(starts), ends=tuple(ends))

    def original(self, start: int, end: int) -> Span:
        """Return the original span of the characters ``start`` to ``end``; ``end`` must exceed ``start``."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"{start}..{end} is not a range of folded text of {len(self.text)} characters")
        return Span(start=self.starts[start], end=self.ends[end - 1])


_QUOTES = {ord(mark): '"' for mark in "“”„‟«»″"} | {ord(mark): "'" for mark in "‘’‚‛′`´"}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")


def _unaccented(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return "".join(char for char in parts if not unicodedata.combining(char))


TIDY_STEPS: tuple[Step, ...] = (
    Step(
        name="invisible characters go",
        pattern=re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufe00-\ufe0f]+"),
        replace=lambda _: "",
    ),
    Step(
        name="quotes and dashes become plain ones",
        pattern=re.compile("[“”„‟«»″‘’‚‛′`´‐‑‒–—―−]"),
        replace=lambda mark: mark.translate(_QUOTES | _DASHES),
    ),
    Step(
        name="accents and compatibility forms become plain letters",
        pattern=re.compile(r"[^\x00-\x7f]"),
        replace=_unaccented,
    ),
    Step(
        name="a word that was broken at the end of its line is whole again",
        pattern=re.compile(r"(?<![A-Za-z-])(?P<part>[A-Za-z]{2,})-[ \t]*\r?\n\s*(?=[a-z])(?!(?i:(?P=part)))"),
        replace=lambda broken: broken.rstrip()[:-1],
    ),
    Step(
        name="a doubled word that was broken at its hyphen keeps it",
        pattern=re.compile(r"(?<=[A-Za-z])-[ \t]*\r?\n\s*(?=[a-z])"),
        replace=lambda _: "-",
    ),
    Step(name="white space becomes one blank", pattern=re.compile(r"\s{2,}|[^\S ]"), replace=lambda _: " "),
)


_PLAIN_STEPS = TIDY_STEPS[-3:]  # for line breaks and white space, all that plain text can want

LOWER_CASE = Step(name="case goes", pattern=re.compile(r"[A-Z]+|[^\x00-\x7f]+"), replace=str.lower)


def tidy_mapped(text: str, offset: int = 0) -> Mapped:
    r"""Tidy ``text`` but keep its case, and keep the way back; ``offset`` is added to every original position.

    >>> tidy_mapped("Kutai\u00a0\n Timur \u2013 \u201cRawan\u201d").text
    'Kutai Timur - "Rawan"'
    >>> tidy_mapped("penyeleng-\n  garaan di bawah rata-\nrata").text
    'penyelenggaraan di bawah rata-rata'
    """
    mapped = Mapped.of(text, offset)
    for step in _PLAIN_STEPS if _is_plain(text) else TIDY_STEPS:
        mapped = mapped.apply(step)
    return mapped


def _is_plain(text: str) -> bool:
    """Tell whether only line breaks and white space of ``text`` can want tidying, as in most of it."""
    return text.isascii() and "`" not in text


def fold_mapped(text: str, offset: int = 0) -> Mapped:
    r"""Fold ``text`` and keep the way back; ``offset`` is added to every original position.

    >>> folded = fold_mapped("Kabupaten\n  Kutai\u00a0Timur")
    >>> folded.text
    'kabupaten kutai timur'
    >>> folded.original(10, 21)
    Span(start=12, end=23)
    """
    mapped = tidy_mapped(text, offset)
    if mapped.text.isascii():
        return Mapped(text=mapped.text.lower(), starts=mapped.starts, ends=mapped.ends)
    return mapped.apply(LOWER_CASE)


def fold(text: str) -> Folded:
    """Fold ``text`` for comparison, ends stripped.

    >>> fold("  Pemungutan Suara  Ulang – “PSU” ")
    'pemungutan suara ulang - "psu"'
    """
    if _is_plain(text) and not ("-" in text and "\n" in text):
        return Folded(" ".join(text.lower().split()))
    for step in (*TIDY_STEPS, LOWER_CASE):
        text = step.on(text)
    return Folded(text.strip())


def words(text: str) -> tuple[str, ...]:
    """Split into folded words of letters and digits, in order.

    >>> words("Putusan DKPP thd. KPU/Bawaslu")
    ('putusan', 'dkpp', 'thd', 'kpu', 'bawaslu')
    """
    return tuple(re.findall(r"[a-z0-9]+", fold(text)))
