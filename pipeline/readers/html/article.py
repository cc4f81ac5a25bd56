"""Which blocks of a web page are the article: trafilatura's answer, completed by the shape of the page.

trafilatura finds the article's paragraphs well and drops what looks like a menu: short lists of regions, headings
between them, tables. Such blocks are taken back where they stand among those paragraphs, in the element that
holds them, and are no furniture.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import trafilatura
from lxml.html import HtmlElement

from pipeline.readers.drafts import Draft
from pipeline.readers.html.blocks import HtmlPiece
from pipeline.readers.html.furniture import furniture_in
from pipeline.readers.lines import is_inserted

_SPACE = re.compile(r"\s+")
_NEAR = 5  # blocks between two pieces of one article: a share bar, an advertisement
_SHORT_ARTICLE = 250
_LONG = 40  # characters without blanks from which a text is found inside the article by itself
_SURE = 60  # characters from which a block of the article marks where the article stands
_SHARE = 0.9  # of the sure characters that the article's element holds; the rest may be a teaser elsewhere
_HEADLINE = 40  # characters of a link from which it leads to another article; a linked region name is shorter
_TEXT_LEVEL = frozenset(("p", "span", "font", "b", "strong", "i", "em", "u", "a", "blockquote", "li", "small"))

for _logger in ("trafilatura", "htmldate", "readability"):  # they report each odd page on the user's terminal
    logging.getLogger(_logger).addHandler(logging.NullHandler())
    logging.getLogger(_logger).propagate = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The article's blocks without white space: one by one, and run together."""

    parts: frozenset[str]
    whole: str

    def holds(self, text: str) -> bool:
        """Tell whether a block of the page is in the article."""
        squeezed = _SPACE.sub("", text)
        return squeezed in self.parts or (len(squeezed) >= _LONG and squeezed in self.whole)


def article_of(text: str, pieces: Sequence[HtmlPiece]) -> Article | None:
    """Return what trafilatura takes for the article, None where it finds none, fails, or is not to be trusted.

    Not trusted is a sentence of a page with far more to read: a cookie banner, a teaser.
    """
    article = _found(text)
    if article is None or len(article.whole) >= _SHORT_ARTICLE:
        return article
    readable = sum(len(_wording(piece.draft)) for piece in pieces if not piece.furniture)
    return None if readable > 4 * len(article.whole) else article


def main_marked(pieces: Sequence[HtmlPiece], article: Article | None, title: str | None) -> list[Draft]:
    """Say of each block whether it is part of the article; ``title`` is the headline as the page declares it."""
    hits = _hits(pieces, article)
    if not any(hits):
        outside = [piece.furniture or _is_headline_link(piece) for piece in pieces]
        anything = not all(outside)
        return [_placed(piece, main=not (out and anything)) for piece, out in zip(pieces, outside, strict=True)]
    chosen = _chosen(pieces, hits)
    return [
        _placed(piece, main=index in chosen or (piece.draft.kind == "heading" and piece.draft.text == title))
        for index, piece in enumerate(pieces)
    ]


def _placed(piece: HtmlPiece, *, main: bool) -> Draft:
    """Return a block in its place; the headline of another article, which only leads there, is a note."""
    teaser = not main and piece.linked and len(piece.draft.text) > _HEADLINE
    return replace(
        piece.draft,
        main=main,
        kind="note" if teaser else piece.draft.kind,
        number=None if teaser else piece.draft.number,
    )


def _hits(pieces: Sequence[HtmlPiece], article: Article | None) -> list[bool]:
    """Tell of each block whether it is found in the article, by itself or with the lines of its paragraph."""
    if article is None:
        return [False] * len(pieces)
    held: dict[int, bool] = {}
    for paragraph, lines in groupby(pieces, key=lambda piece: piece.paragraph):
        texts = [_wording(piece.draft) for piece in lines]
        held[paragraph] = len(texts) > 1 and article.holds("".join(texts))
    return [
        not piece.unseen
        and not is_inserted(piece.draft.text)
        and (held[piece.paragraph] or article.holds(_wording(piece.draft)))
        for piece in pieces
    ]


def _found(text: str) -> Article | None:
    try:
        found = trafilatura.bare_extraction(
            text, include_comments=False, include_tables=True, include_images=False, with_metadata=False
        )
    except Exception:  # noqa: BLE001 - it was made for the web at large and fails in many ways; we have a fallback
        return None
    body = getattr(found, "body", None)
    if body is None:
        return None
    parts = [
        _SPACE.sub("", "".join(element.itertext())) for element in body.iter("head", "p", "item", "cell", "quote")
    ]
    whole = _SPACE.sub("", "".join(body.itertext()))
    return Article(parts=frozenset(filter(None, parts)), whole=whole) if whole else None


def _wording(draft: Draft) -> str:
    return "".join(cell.text for cell in draft.cells) if draft.cells else draft.text


def _chosen(pieces: Sequence[HtmlPiece], hits: Sequence[bool]) -> frozenset[int]:
    """Return the indexes of the article's blocks."""
    sure = [i for i, hit in enumerate(hits) if hit and len(_wording(pieces[i].draft)) > _SURE]
    if not sure:
        rows = (i for i, piece in enumerate(pieces) if piece.draft.kind == "table_row" and not piece.furniture)
        return frozenset((*(i for i, hit in enumerate(hits) if hit), *rows))
    container = _container([pieces[index] for index in sure])
    furniture = furniture_in(container)
    low, high = _reach(hits, sure[0], sure[-1])

    def belongs(index: int) -> bool:
        piece = pieces[index]
        among = sure[0] < index < sure[-1] or len(sure) == 1
        inside = piece.is_within(container)
        if _leads_elsewhere(piece):
            return False
        if hits[index]:
            lasting = len(_wording(piece.draft)) > _SURE and piece.draft.kind != "table_row"
            return lasting or ((inside or among) and not furniture(piece))
        if piece.furniture or furniture(piece):
            return False
        if piece.draft.kind == "table_row":
            return inside or among
        return inside

    body = [index for index in range(low, high + 1) if belongs(index)]
    places = {(pieces[index].owner.tag, pieces[index].owner.getparent()) for index in sure}
    return frozenset((*body, *_tail(pieces, high + 1, container, furniture, places)))


def _leads_elsewhere(piece: HtmlPiece) -> bool:
    """Tell whether a block advertises something else: "Baca juga", or a link as long as a headline."""
    return _is_headline_link(piece) or is_inserted(piece.draft.text)


def _is_headline_link(piece: HtmlPiece) -> bool:
    return piece.linked and piece.draft.kind != "heading" and len(piece.draft.text) > _HEADLINE


def _reach(hits: Sequence[bool], low: int, high: int) -> tuple[int, int]:
    """Return the first and last index of the article, given those of its first and last long block.

    Short ones ("Kota Beta (12,3)") count only near it, because the same few words may stand in a menu.
    """
    for index in range(high, len(hits)):
        high = index if hits[index] and index - high <= _NEAR else high
    for index in range(low, -1, -1):
        low = index if hits[index] and low - index <= _NEAR else low
    return low, high


def _container(sure: Sequence[HtmlPiece]) -> HtmlElement:
    """Return the innermost element that holds nearly all of the article's long blocks."""
    weights: dict[HtmlElement, int] = {}
    for piece in sure:
        for element in (piece.owner, *piece.owner.iterancestors()):
            weights[element] = weights.get(element, 0) + len(_wording(piece.draft))
    enough = _SHARE * sum(len(_wording(piece.draft)) for piece in sure)
    holding = (element for element, weight in weights.items() if weight >= enough)
    container = max(holding, key=lambda element: sum(1 for _ in element.iterancestors()))
    while container.tag in _TEXT_LEVEL and (parent := container.getparent()) is not None:
        container = parent
    return container


def _tail(
    pieces: Sequence[HtmlPiece],
    start: int,
    container: HtmlElement,
    furniture: Callable[[HtmlPiece], bool],
    places: Container[tuple[object, HtmlElement | None]],
) -> list[int]:
    """Return what ends the article, where nothing stands behind to hold it: lists and tables with their headings.

    Short paragraphs too, that stand in one of the ``places`` of its long ones: the same kind of element in the
    same parent. Links are left out here, because related articles stand in the same place.
    """
    taken: list[int] = []
    headings: list[int] = []
    for index in range(start, len(pieces)):
        piece = pieces[index]
        if not piece.is_within(container):
            break
        if is_inserted(piece.draft.text) and piece.draft.kind == "heading":
            break
        if piece.furniture or furniture(piece) or piece.linked or is_inserted(piece.draft.text):
            headings = []
        elif piece.draft.kind == "heading":
            headings.append(index)
        elif piece.draft.kind in {"list_item", "table_row"} or _stands_in(piece, places):
            taken += [*headings, index]
            headings = []
        else:
            break
    return taken


def _stands_in(piece: HtmlPiece, places: Container[tuple[object, HtmlElement | None]]) -> bool:
    return (piece.owner.tag, piece.owner.getparent()) in places
