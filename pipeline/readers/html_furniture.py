"""What stands inside an article's element and is none of it: share bars, comments, related links, advertisements."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml.html import HtmlElement

from pipeline.readers.html_blocks import HtmlPiece

_TAGS = frozenset(("nav", "aside", "footer", "menu", "form", "figcaption"))
# Beginnings of the words in class and id, English and Indonesian; each was seen on a news site of the corpus or is
# a default of WordPress. Short ones must be the whole word: "ads" stands in "heads", "tag" in "tagline".
_STEMS = (
    *(
        "nav",
        "menu",
        "breadcrumb",
        "remah",
        "sidebar",
        "footer",
        "kaki",
        "share",
        "sharing",
        "sharedaddy",
        "bagikan",
    ),
    *(
        "social",
        "sosmed",
        "medsos",
        "comment",
        "komentar",
        "disqus",
        "related",
        "relatedpost",
        "terkait",
        "rekomendasi",
    ),
    *(
        "recommend",
        "popul",
        "terpopul",
        "trending",
        "bacajuga",
        "bacalagi",
        "lihatjuga",
        "linksisip",
        "advert",
        "iklan",
    ),
    *("sponsor", "promo", "newsletter", "subscribe", "langganan", "berlangganan"),
)
_WORDS = ("ad", "ads", "adv", "adsense", "tag", "tags", "topik", "bacajuga")
_PHRASE = re.compile(r"(?:baca|lihat|simak)[-_ ](?:juga|lagi|pula)|(?:read|see)[-_ ]?(?:also|more)")
_NAME = re.compile(rf"(?<![a-z])(?:(?:{'|'.join(_STEMS)})|(?:{'|'.join(_WORDS)})(?![a-z]))")


def furniture_in(container: HtmlElement) -> Callable[[HtmlPiece], bool]:
    """Return a test for pieces inside ``container``: does an element between them mark the piece as furniture?

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
