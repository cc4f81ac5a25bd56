"""What the pages that are mailed have in common: a head that lets nothing in, text as text, their plain look."""

from __future__ import annotations

from html import escape
from typing import Final

from pipeline.dataset.visible import visible

_HEAD: Final = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';{images} style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
"""
_TAIL: Final = "</main>\n</body>\n</html>\n"

BASE_STYLE: Final = """
:root { --ink: #1a1d21; --soft: #5b6470; --page: #f6f7f9; --card: #fff; --line: #dfe3e8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaed; --soft: #a2abb6; --page: #14171b; --card: #1d2126; --line: #343a42; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.45 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
h1, h2, h3, h4, p { margin: 0; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; }
h1 small, h2 small, h3 small, h4 small { color: var(--soft); font-weight: 400; }
code { font: .85em ui-monospace, monospace; overflow-wrap: anywhere; }
@media (max-width: 30rem) { main { padding: 1rem .75rem 2rem; } }
@media print {
  :root { color-scheme: light; --page: #fff; --ink: #1a1d21; --soft: #5b6470; --card: #fff; --line: #dfe3e8; }
  body { font-size: 10pt; } main { max-width: none; padding: 0; }
}
"""
"""Colours of ink and paper in light and dark, type, and paper to print on; it names no address."""


def whole_page(body: str, *, title: str, style: str, language: str = "en", pictures: bool = False) -> str:
    """Return a page that holds no script and refers to nothing outside.

    ``body`` is HTML, ``title`` a text, ``style`` comes after ``BASE_STYLE``; ``pictures`` lets in images that the
    page itself holds, as ``data:``.
    """
    images = " img-src data:;" if pictures else ""
    head = _HEAD.format(language=language, images=images, title=as_text(title), style=f"{BASE_STYLE}{style}")
    return f"{head}{body}{_TAIL}"


def as_text(text: str) -> str:
    """Escape a text; what cannot be seen, or turns the direction of what can, is shown as a mark."""
    return escape(visible(text), quote=True)
