"""A paper as web page: a newspaper's article with all that stands around it, an old plain page, or WordPress."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from random import Random

from roundtrip.furniture import COMMENTS, MENU, NOTICES, SHARE, TAGS, TEASERS, day_line
from roundtrip.paper import Heading, Items, Paper, Paragraph, Part, Table

_ENTITIES = str.maketrans({"\u00a0": "&nbsp;", "\u00ad": "&shy;", "–": "&ndash;", "“": "&ldquo;", "”": "&rdquo;"})
_MIDDLE = 2  # parts of an article from which an insertion stands in its middle


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlStyle:
    """How the parts are marked up.

    ``lists`` are real ones, paragraphs with typed numbers, or one paragraph with line breaks; ``head`` marks the
    header of a table: in a thead, as th, or as td in bold; ``entities`` writes odd characters by their names.
    """

    lists: str
    head: str
    entities: bool
    cell_paragraphs: bool


def render_html(paper: Paper, rng: Random) -> bytes:
    """Write the paper as a page in a style drawn from ``rng``."""
    style = HtmlStyle(
        lists=rng.choice(("real", "real", "typed", "breaks")),
        head=rng.choice(("thead", "th", "bold")),
        entities=rng.random() < 0.5,
        cell_paragraphs=rng.random() < 0.2,
    )
    parts = [_part(part, style) for part in paper.parts]
    page: Callable[[Paper, list[str], Random], str] = rng.choice((_newspaper, _newspaper, _bare, _wordpress))
    return page(paper, parts, rng).encode()


# --- parts ---


def _words(text: str, style: HtmlStyle) -> str:
    plain = escape(text, quote=False)
    return plain.translate(_ENTITIES) if style.entities else plain


def _part(part: Part, style: HtmlStyle) -> str:
    match part:
        case Heading(text=text, level=level):
            return f"<h{level + 1}>{_words(text, style)}</h{level + 1}>"
        case Paragraph(text=text):
            return f"<p>{_words(text, style)}</p>"
        case Items():
            return _list(part, style)
        case Table():
            return _table(part, style)


def _list(part: Items, style: HtmlStyle) -> str:
    words = [_words(item, style) for item in part.items]
    if style.lists == "real":
        tag = "ol" if part.ordered else "ul"
        start = f' start="{part.start}"' if part.ordered and part.start != 1 else ""
        items = "\n".join(f"<li>{item}</li>" for item in words)
        return f"<{tag}{start}>\n{items}\n</{tag}>"
    typed = [f"{n}. {item}" if part.ordered else f"- {item}" for n, item in enumerate(words, part.start)]
    if style.lists == "typed":
        return "\n".join(f"<p>{item}</p>" for item in typed)
    return f"<p>{'<br>'.join(typed)}</p>"


def _table(part: Table, style: HtmlStyle) -> str:
    tag = "td" if style.head == "bold" else "th"
    head = _row([_bold(cell) if tag == "td" else cell for cell in _cells(part.header, style)], tag)
    rows = [_row(_cells(row, style), "td") for row in part.rows]
    if style.head == "thead":
        body = "\n".join(rows)
        return f"<table>\n<thead>\n{head}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    body = "\n".join((head, *rows))
    return f'<table border="1">\n{body}\n</table>'


def _cells(row: tuple[str, ...], style: HtmlStyle) -> list[str]:
    cells = [_words(cell, style) for cell in row]
    return [f"<p>{cell}</p>" for cell in cells] if style.cell_paragraphs else cells


def _bold(cell: str) -> str:
    return f"<strong>{cell}</strong>" if cell and not cell.startswith("<p>") else cell


def _row(cells: list[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"


# --- pages ---


def _title(paper: Paper) -> str:
    return escape(paper.title, quote=False)


def _metas(paper: Paper, rng: Random) -> str:
    metas = [f"<title>{_title(paper)}</title>", f'<meta property="og:title" content="{escape(paper.title)}">']
    if paper.published is not None and rng.random() < 0.8:
        day = paper.published.isoformat()
        metas.append(
            f'<meta property="article:published_time" content="{day}T{rng.randrange(6, 22):02}:00:00+07:00">'
        )
    return "\n".join(metas)


def _links(lines: tuple[str, ...] | list[str], tag: str = "li") -> str:
    return "\n".join(f'<{tag}><a href="#{n}">{escape(line)}</a></{tag}>' for n, line in enumerate(lines))


def _inserted(parts: list[str], line: str, rng: Random) -> list[str]:
    """Put a line between two parts of the article, as sites do with advertisements and links."""
    if len(parts) < _MIDDLE:
        return parts
    place = rng.randrange(1, len(parts))
    return [*parts[:place], line, *parts[place:]]


def _newspaper(paper: Paper, parts: list[str], rng: Random) -> str:
    teasers = rng.sample(TEASERS, 6)
    if rng.random() < 0.5:
        link = f'<p><strong>Baca juga:</strong> <a href="#baca">{escape(teasers[5])}</a></p>'
        parts = _inserted(parts, link, rng)
    if rng.random() < 0.5:
        parts = _inserted(parts, f'<div class="ads">{rng.choice(NOTICES)}</div>', rng)
    day = f"<p><time>{day_line(paper.published, rng)}</time></p>" if paper.published else ""
    body = "\n".join(parts)
    return f"""<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
{_metas(paper, rng)}
<script>window.dataLayer = [];</script>
</head>
<body>
<header><nav><ul>
{_links(MENU)}
</ul></nav></header>
<main>
<article>
<h1>{_title(paper)}</h1>
{day}
<div class="share">{" ".join(f'<a href="#">{word}</a>' for word in SHARE)}</div>
{body}
</article>
<aside>
<h3>Berita Terkait</h3>
<ul>
{_links(teasers[:3])}
</ul>
<h3>Terpopuler</h3>
<ol>
{_links(teasers[3:5])}
</ol>
</aside>
</main>
<footer><p>Hak cipta dilindungi. Jalan Merdeka 17, telepon 021 555 0143.</p></footer>
</body>
</html>
"""


def _bare(paper: Paper, parts: list[str], rng: Random) -> str:
    day = f"<p>{day_line(paper.published, rng)}</p>\n" if paper.published else ""
    body = "\n".join(parts)
    if rng.random() < 0.5:
        body = body.replace("</p>", "").replace("</li>", "")
    title = _title(paper)
    return f"<html><head><title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n{day}{body}\n</body></html>\n"


def _wordpress(paper: Paper, parts: list[str], rng: Random) -> str:
    teasers = rng.sample(TEASERS, 4)
    day = f'<span class="td-post-date">{day_line(paper.published, rng)}</span>' if paper.published else ""
    if rng.random() < 0.6:
        parts = _inserted(parts, f'<div class="code-block">{rng.choice(NOTICES)}</div>', rng)
    if rng.random() < 0.6:
        parts = _inserted(parts, f'<div class="inline-related"><a href="#">{escape(teasers[3])}</a></div>', rng)
    body = "\n".join(f'<div class="wp-block">{part}</div>' if rng.random() < 0.3 else part for part in parts)
    return f"""<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
{_metas(paper, rng)}
<style>.td-post-content {{ font-size: 15px }}</style>
</head>
<body class="post-template-default single">
<div id="td-outer-wrap"><div class="td-header-menu-wrap"><div class="menu-main"><ul class="sf-menu">
{_links(MENU[:6])}
</ul></div></div>
<div class="td-container"><div class="td-pb-row"><div class="td-main-content">
<div class="td-post-header"><h1 class="entry-title">{_title(paper)}</h1>
<div class="meta-info"><span class="author">Oleh Redaksi</span> {day}</div></div>
<div class="td-post-sharing">{" ".join(f"<span>{word}</span>" for word in SHARE)}</div>
<div class="td-post-content tagdiv-type">
{body}
</div>
<div class="td-post-source-tags"><ul class="td-tags"><li>TAGS</li>
{_links(TAGS)}
</ul></div>
<div class="td_block_related_posts"><h4 class="td-related-title">ARTIKEL TERKAIT</h4>
{_links(teasers[:3], "h3")}
</div>
<div id="comments"><h4>{len(COMMENTS)} Komentar</h4>
{"".join(f'<div class="comment"><p>{line}</p></div>' for line in COMMENTS)}
</div>
</div></div></div>
<div class="td-footer-wrapper"><p>Kontak redaksi: 0812 5550 143</p></div></div>
</body>
</html>
"""
