"""One document of the round trip, named by layout, seed and format, and made again from that name alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from types import MappingProxyType

from roundtrip.layouts import LAYOUTS, Layout
from roundtrip.noise import noisy
from roundtrip.paper import Paper
from roundtrip.render_docx import render_docx
from roundtrip.render_html import render_html
from roundtrip.render_pdf import render_pdf
from roundtrip.render_sheet import render_csv, render_xlsx
from roundtrip.render_text import render_text

Row = Mapping[str, object]
Renderer = Callable[[Paper, Random], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A file format: its ending, what renders it, and how many of a hundred documents have it."""

    suffix: str
    render: Renderer
    percent: int


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": Format(suffix=".txt", render=render_text, percent=45),
        "html": Format(suffix=".html", render=render_html, percent=25),
        "docx": Format(suffix=".docx", render=render_docx, percent=10),
        "pdf": Format(suffix=".pdf", render=render_pdf, percent=10),
        "xlsx": Format(suffix=".xlsx", render=render_xlsx, percent=5),
        "csv": Format(suffix=".csv", render=render_csv, percent=5),
    }
)
BY_NAME: Mapping[str, Layout] = MappingProxyType({f"{layout.family}.{layout.name}": layout for layout in LAYOUTS})
"""Every layout by its full name, ``family.name``."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Key:
    """The name of a document; ``layout`` is a full name of ``BY_NAME``."""

    layout: str
    seed: int
    format: str

    def __str__(self) -> str:
        """Return the options that make it again."""
        return f"--layout {self.layout} --seed {self.seed} --format {self.format}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """A document as bytes, and the facts that a careful reader takes from it, in the gold format."""

    key: Key
    data: bytes
    facts: tuple[Row, ...]
    published: date | None

    @property
    def gold(self) -> str:
        """The gold file that belongs to it, as JSON."""
        published = self.published.isoformat() if self.published else None
        data = {"kind": None, "published": published, "findings": [dict(fact) for fact in self.facts]}
        return json.dumps(data, ensure_ascii=False, indent=1, default=float) + "\n"


def make(key: Key) -> Specimen:
    """Make the document: text, noise and looks are drawn apart, so that each format shows the same text."""
    written = BY_NAME[key.layout].write(Random(f"{key.layout} {key.seed} text"))
    paper = noisy(written.paper, Random(f"{key.layout} {key.seed} noise"), printed=key.format == "pdf")
    data = FORMATS[key.format].render(paper, Random(f"{key.layout} {key.seed} {key.format}"))
    return Specimen(key=key, data=data, facts=tuple(written.facts), published=written.paper.published)


def format_of(number: int) -> str:
    """Return the format of the document with this number: in any twenty in a row each has its share.

    >>> from collections import Counter
    >>> sorted(Counter(map(format_of, range(7, 27))).items())
    [('csv', 1), ('docx', 2), ('html', 5), ('pdf', 2), ('text', 9), ('xlsx', 1)]
    >>> [format_of(number) for number in range(7)]
    ['text', 'html', 'xlsx', 'text', 'pdf', 'text', 'docx']
    """
    place = number * 9 % 20 * 5
    for name, kind in FORMATS.items():
        if place < kind.percent:
            return name
        place -= kind.percent
    raise AssertionError("the shares of the formats make no hundred")
