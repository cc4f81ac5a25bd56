"""SVG as text: a few shapes, escaped. Attributes and no style sheet, so that no content policy blocks it."""

from __future__ import annotations

import html
import re

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FONT = "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"

Value = str | float


def escaped(text: str) -> str:
    r"""Escape text for content and attributes; characters that XML forbids become U+FFFD.

    >>> escaped('Kota <"A"> & B\x00')
    'Kota &lt;&quot;A&quot;&gt; &amp; B�'
    """
    return html.escape(_ILLEGAL.sub("\ufffd", text), quote=True)


def element(name: str, content: str = "", /, **attributes: Value) -> str:
    """Return an element; ``content`` is markup. An underscore in a name of an attribute stands for a hyphen.

    >>> element("line", x1=1.26, stroke_width="2", class_="cut")
    '<line x1="1.3" stroke-width="2" class="cut"/>'
    """
    named = "".join(f' {_name(key)}="{_shown(value)}"' for key, value in attributes.items())
    return f"<{name}{named}>{content}</{name}>" if content else f"<{name}{named}/>"


def text(words: str, x: float, y: float, *, size: float = 12, fill: str = "#222", **attributes: str) -> str:
    """Return a line of text with its baseline at ``y``."""
    return element("text", escaped(words), **attributes, x=x, y=y, font_size=size, fill=fill)


def rule(x1: float, y1: float, x2: float, y2: float, stroke: str, **attributes: Value) -> str:
    """Return a straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, **attributes)


def drawing(width: float, height: float, *, title: str, about: str, content: str) -> bytes:
    """Return a whole document with a white ground; ``title`` and ``about`` are for who cannot see it."""
    head = element("title", escaped(title), id="title") + "\n" + element("desc", escaped(about), id="desc")
    ground = element("rect", width=width, height=height, fill="#fff")
    svg = element(
        "svg",
        f"\n{head}\n{ground}\n{content}\n",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        width=width,
        height=height,
        role="img",
        aria_labelledby="title desc",
        font_family=FONT,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{svg}\n'.encode()


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _shown(value: Value) -> str:
    return escaped(value) if isinstance(value, str) else f"{round(value, 1):g}"
