"""What stands inside an article's element and is no article: share bars, comments, related links."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.html import HtmlElement

from pipeline.readers.html.blocks import HtmlPiece

_TAGS = frozenset(("nav", "aside", "footer", "menu", "form", "figcaption"))
# Beginnings of the words in class and id, English and Indonesian; they name no part of an article.
# Short ones must be the whole word, because "ads" stands in "heads" and "tag" in "tagline".
_STEMS = (
    *("nav", "menu", "breadcrumb", "remah", "sidebar", "footer", "kaki", "share", "sharing", "bagikan"),
    *("social", "sosmed", "medsos", "comment", "komentar", "disqus", "related", "terkait", "rekomendasi"),
    *("recommend", "popul", "terpopul", "trending", "bacajuga", "lihatjuga", "linksisip", "advert", "iklan"),
    *("sponsor", "promo", "newsletter", "subscribe", "langganan", "berlangganan"),
)
_WORDS = ("ad", "ads", "adv", "adsense", "tag", "tags", "topik")
_PHRASE = re.compile(r"(?:baca|lihat|simak)[-_ ](?:juga|lagi|pula)|(?:read|see)[-_ ]?(?:also|more)")
_NAME = re.compile(rf"(?<![a-z])(?:(?:{'|'.join(_STEMS)})|(?:{'|'.join(_WORDS)})(?![a-z]))")


def furniture_in(container: HtmlElement) -> Callable[[HtmlPiece], bool]:
    """Return a test for pieces: does an element between ``container`` and the piece mark it as furniture.

    The container and what is around it are not asked: WordPress writes an article's own tags into its class
    ("post tag-ikp"), and a body's class names every widget of the page.
    """
    known: dict[HtmlElement, bool] = {}

    def marked(element: HtmlElement | None) -> bool:
        chain: list[HtmlElement] = []
        verdict = False
        while element is not None and element is not container:
            if element in known:
                verdict = known[element]
                break
            chain.append(element)
            element = element.getparent()
        for link in reversed(chain):
            verdict = known[link] = verdict or is_furniture_mark(link.tag, _marks(link))
        return verdict

    return lambda piece: piece.is_within(container) and marked(piece.owner)


def is_furniture_mark(tag: object, marks: str) -> bool:
    """Tell whether an element's tag, or its class and id together, name something that is no article.

    >>> [is_furniture_mark("div", marks) for marks in ("bagikan-bawah", "entry-content", "wp-block-list", "heads")]
    [True, False, False, False]
    >>> is_furniture_mark("aside", ""), is_furniture_mark("p", "tag"), is_furniture_mark("ul", "inline-baca-juga")
    (True, True, True)
    """
    lowered = marks.lower()
    return tag in _TAGS or _NAME.search(lowered) is not None or _PHRASE.search(lowered) is not None


def _marks(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"
