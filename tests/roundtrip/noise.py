"""What copying does to a text and a careful reader overlooks: odd blanks, marks, capitals, invisible characters.

Nothing is put into a number, but for the blank behind a decimal comma in brackets, "(41, 20)", which published
articles show. Names and prefixes of regions stay as they are written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from roundtrip.paper import Heading, Items, Paper, Paragraph, Part, Table

Change = Callable[[str, Random], str]

_BLANK = re.compile(r"(?<=\S) (?=\S)")
_LONG_WORD = re.compile(r"\b[a-z]{9,}\b")
_QUOTED = re.compile(r'"([^"\n]*)"')
_BRACKETED = re.compile(r"\((\d{1,3}),(\d\d?)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """A kind of noise: ``share`` of the documents have it, ``change`` makes it in one text.

    ``everywhere`` is false for what PDF fonts cannot hold and what HTML and PDF swallow anyhow; ``cells`` is false
    for what would take a text table apart.
    """

    name: str
    share: float
    change: Change
    everywhere: bool = True
    cells: bool = True


def _some(pattern: re.Pattern[str], share: float, into: Callable[[re.Match[str]], str]) -> Change:
    """Change each hit of ``pattern`` with a chance of ``share``."""
    return lambda text, rng: pattern.sub(lambda hit: into(hit) if rng.random() < share else hit[0], text)


def _always(change: Callable[[str], str]) -> Change:
    return lambda text, _rng: change(text)


def _halved(hit: re.Match[str]) -> str:
    """Put a soft hyphen into the middle of a word."""
    middle = len(hit[0]) // 2
    return f"{hit[0][:middle]}\u00ad{hit[0][middle:]}"


NOISES: tuple[Noise, ...] = (
    Noise(name="non-breaking blanks", share=0.2, change=_some(_BLANK, 0.05, lambda _: "\u00a0")),
    Noise(
        name="doubled blanks",
        share=0.15,
        change=_some(_BLANK, 0.03, lambda _: "  "),
        everywhere=False,
        cells=False,
    ),
    Noise(name="soft hyphens", share=0.08, change=_some(_LONG_WORD, 0.1, _halved), everywhere=False),
    Noise(name="zero-width blanks", share=0.08, change=_some(_BLANK, 0.02, lambda _: " \u200b"), everywhere=False),
    Noise(name="curly quotes", share=0.4, change=_always(lambda text: _QUOTED.sub("“\\1”", text))),
    Noise(name="dashes", share=0.3, change=_always(lambda text: text.replace(" - ", " – "))),
    Noise(
        name="blank behind the decimal comma",
        share=0.05,
        change=_some(_BRACKETED, 0.2, lambda hit: f"({hit[1]}, {hit[2]})"),
    ),
    Noise(
        name="decomposed accents",
        share=0.08,
        change=_always(lambda text: unicodedata.normalize("NFD", text)),
        everywhere=False,
    ),
    Noise(
        name="ligatures",
        share=0.04,
        change=_always(lambda text: text.replace("fi", "ﬁ")),
        everywhere=False,
    ),
)
_CAPITAL_HEADINGS = 0.15
_CAPITAL_TITLE = 0.07


def noisy(paper: Paper, rng: Random, *, printed: bool) -> Paper:
    """Return the paper with the kinds of noise that ``rng`` draws; about one in four gets none.

    ``printed`` keeps to what a PDF with standard fonts can hold.
    """
    drawn = [noise for noise in NOISES if rng.random() < noise.share and (noise.everywhere or not printed)]
    capitals, loud = rng.random() < _CAPITAL_HEADINGS, rng.random() < _CAPITAL_TITLE
    for noise in drawn:
        paper = _changed(paper, noise, rng)
    title = paper.title.upper() if loud else paper.title
    parts = tuple(_capital(part) if capitals else part for part in paper.parts)
    return replace(paper, title=title, parts=parts)


def _capital(part: Part) -> Part:
    return replace(part, text=part.text.upper()) if isinstance(part, Heading) else part


def _changed(paper: Paper, noise: Noise, rng: Random) -> Paper:
    title = noise.change(paper.title, rng)
    return replace(paper, title=title, parts=tuple(_changed_part(part, noise, rng) for part in paper.parts))


def _changed_part(part: Part, noise: Noise, rng: Random) -> Part:
    match part:
        case Heading() | Paragraph():
            return replace(part, text=noise.change(part.text, rng))
        case Items(items=items):
            return replace(part, items=tuple(noise.change(item, rng) for item in items))
        case Table(rows=rows) if noise.cells:
            return replace(part, rows=tuple(tuple(noise.change(cell, rng) for cell in row) for row in rows))
        case Table():
            return part
