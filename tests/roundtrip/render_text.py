"""A paper as plain text: as typed, as Markdown, wrapped by a mail program, or with a line a paragraph."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from roundtrip.furniture import day_line
from roundtrip.paper import Heading, Items, Paper, Paragraph, Part, Table

TableWriter = Callable[[Table], list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How a text is set.

    ``head`` stands before a heading of level 1 (Markdown); ``bullet`` and ``number`` begin a list item, {} being
    the number; ``width`` is the column at which lines break, None for never; ``gap`` is a blank line between
    parts; ``hanging`` indents the lines of an item that follow its first.
    """

    table: TableWriter
    head: str = ""
    bullet: str = "- "
    number: str = "{}. "
    width: int | None = None
    gap: bool = True
    hanging: bool = True


def pipe_table(table: Table) -> list[str]:
    """Return a Markdown table, a line a row."""
    rule = "| " + " | ".join("---" for _ in table.header) + " |"
    header, *rows = (f"| {' | '.join(row)} |" for row in (table.header, *table.rows))
    return [header, rule, *rows]


def tab_table(table: Table) -> list[str]:
    """Return tab-separated lines, as a table comes out of a spreadsheet."""
    return ["\t".join(row) for row in (table.header, *table.rows)]


def aligned_table(table: Table) -> list[str]:
    """Return columns set apart by blanks, as wide as their widest cell."""
    rows = (table.header, *table.rows)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "   ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def render_text(paper: Paper, rng: Random) -> bytes:
    """Write the paper as UTF-8 text in a style drawn from ``rng``."""
    style = _draw(rng)
    blocks = [[f"{style.head}{paper.title}"]]
    if paper.published is not None:
        blocks.append([day_line(paper.published, rng)])
    blocks += [lines for part in paper.parts if (lines := _lines(part, style))]
    return (_joined(blocks, style) + "\n").encode()


def _draw(rng: Random) -> TextStyle:
    table = rng.choice((pipe_table, tab_table, aligned_table))
    bullet = rng.choice(("- ", "* ", "• ", "– "))
    number = rng.choice(("{}. ", "{}. ", "{}) "))
    kind = rng.choice(("plain", "markdown", "wrapped", "lines"))
    if kind == "markdown":
        return TextStyle(table=pipe_table, head="# ", bullet=rng.choice(("- ", "* ")))
    if kind == "wrapped":
        width, hanging = rng.choice((64, 72, 78)), rng.random() < 0.5
        return TextStyle(table=table, bullet=bullet, number=number, width=width, hanging=hanging)
    return TextStyle(table=table, bullet=bullet, number=number, gap=kind == "plain")


def _joined(blocks: list[list[str]], style: TextStyle) -> str:
    between = "\n\n" if style.gap else "\n"
    return between.join("\n".join(lines) for lines in blocks)


def _lines(part: Part, style: TextStyle) -> list[str]:
    match part:
        case Heading(text=text, level=level):
            return [f"#{'#' * level} {text}" if style.head else text]
        case Paragraph(text=text):
            return _wrapped(text, style, "")
        case Items():
            return [line for marker, item in marked(part, style) for line in _wrapped(item, style, marker)]
        case Table():
            return style.table(part)


def marked(part: Items, style: TextStyle) -> list[tuple[str, str]]:
    """Return each item with the marker before it."""
    markers = (style.number.format(n) if part.ordered else style.bullet for n in range(part.start, 1 << 20))
    return list(zip(markers, part.items, strict=False))


def _wrapped(text: str, style: TextStyle, marker: str) -> list[str]:
    if style.width is None:
        return [marker + text]
    return textwrap.wrap(
        marker + text,
        style.width,
        subsequent_indent=" " * len(marker) if style.hanging else "",
        break_long_words=False,
        break_on_hyphens=False,
    )
