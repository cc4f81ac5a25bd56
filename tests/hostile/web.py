"""Web pages that nobody means well with: depth, length, entities, odd bytes. Made, not kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_SAID = "<p>Kabupaten Lebak memperoleh skor IKP 2024 sebesar 58,7.</p>"


def _page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><title>Skor</title>{head}</head><body>{body}</body></html>".encode()


def _nested(tag: str, levels: int) -> str:
    return f"<{tag}>" * levels + _SAID + f"</{tag}>" * levels


_LAUGHS = (
    '<!DOCTYPE html [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 13))
    + "]>"
)

WEB: Mapping[str, Callable[[], bytes]] = {
    "100,000 divisions deep": lambda: _page(_nested("div", 100_000)),
    "100,000 unclosed": lambda: _page("<div>" * 100_000 + _SAID),
    "100,000 inline deep": lambda: _page(_nested("b", 100_000)),
    "100,000 quotations deep": lambda: _page(_nested("blockquote", 100_000)),
    "5,000 tables in tables": lambda: _page(
        "<table><tr><td>" * 5_000 + _SAID + "</td><td>b</td></tr></table>" * 5_000
    ),
    "5,000 lists in lists": lambda: _page("<ul><li>" * 5_000 + _SAID + "</li></ul>" * 5_000),
    "60,000 list items": lambda: _page(f"<ul>{'<li>Kabupaten Lebak (58,7)</li>' * 60_000}</ul>"),
    "a table of 60,000 rows": lambda: _page(f"<table>{'<tr><td>Lebak</td><td>58,7</td></tr>' * 60_000}</table>"),
    "a row of 60,000 cells": lambda: _page(f"<table><tr>{'<td>58,7</td>' * 60_000}</tr></table>"),
    "cells that span all": lambda: _page(
        f"<table>{'<tr>' + '<td rowspan=65534 colspan=1000>x</td>' * 40 + '</tr>'}{'<tr><td>y</td></tr>' * 400}</table>"
    ),
    "a long attribute": lambda: _page(f'<p title="{"x" * 12_000_000}">Isi</p>{_SAID}'),
    "100,000 attributes": lambda: _page(f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>Isi</p>{_SAID}"),
    "a long style": lambda: _page(f'<p style="{"display : " * 200_000}">Isi</p>{_SAID}'),
    "a long word": lambda: _page(f"<p>{'x' * 5_000_000}</p>{_SAID}"),
    "a long line of line breaks": lambda: _page(f"<p>{'a<br>' * 60_000}</p>{_SAID}"),
    "laughing entities": f"{_LAUGHS}<html><body><p>&a12;</p>{_SAID}</body></html>".encode,
    "an outside entity": (
        f'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><body><p>&a;</p>{_SAID}</body></html>'
    ).encode,
    "instructions and sections": lambda: _page(f"<?php {'x' * 100_000} ?><![CDATA[{'y' * 100_000}]]>{_SAID}"),
    "null bytes": lambda: _page(_SAID).replace(b"<p>", b"<\0p>\0\0\0"),
    "a script that never ends": lambda: _page(f"{_SAID}<script>{'while (1) {};' * 300_000}"),
    "scripts by the thousand": lambda: _page(f"{'<script>a()</script>' * 100_000}{_SAID}"),
    "JSON nested beyond reason": lambda: _page(
        _SAID, f'<script type="application/ld+json">{"[" * 190_000}</script>' * 5
    ),
    "a comment that never ends": lambda: _page(f"{_SAID}<!-- {'-' * 1_000_000}"),
    "angle brackets alone": lambda: _page("<" * 1_000_000 + _SAID),
    "ampersands alone": lambda: _page(f"<p>{'&' * 1_000_000}</p>{_SAID}"),
    "comments before the page": lambda: b"<!--" + b"-->" + b"<!-- a -->" * 200_000 + _page(_SAID),
    "charsets by the thousand": lambda: _page(_SAID, "<meta charset=utf-7>" * 50_000),
    "surrogates and marks": lambda: _page(f"<p>&#xD800;&#x110000;&#0;\u202e\ufffe</p>{_SAID}"),
}
"""Each by what is wrong with it, and what makes it."""
