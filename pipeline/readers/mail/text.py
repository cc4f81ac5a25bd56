"""The words of a mail as blocks: its HTML by the reader of web pages, its plain text by that of texts."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from email.message import Message
from itertools import groupby
from operator import itemgetter

from lxml.html import HtmlElement

from pipeline.errors import ReadError
from pipeline.model import Block, Place, Span
from pipeline.readers.decode import Decoded, decode, known_charset
from pipeline.readers.drafts import assemble
from pipeline.readers.html.blocks import HtmlPiece, html_pieces
from pipeline.readers.html.reader import MAX_HTML_BYTES, parse_html
from pipeline.readers.mail.history import Line, own_lines
from pipeline.readers.mail.message import Wording, content_of
from pipeline.readers.text import MAX_TEXT_BYTES, text_blocks

_SOFT = re.compile(r"(?P<quote>(?:> ?)*)(?P<words>.*)")
_SIGNATURE = re.compile("signature", re.IGNORECASE)  # gmail_signature, moz-signature, Outlook's Signature
_QUOTE = re.compile("mail_quote|tutanota_quote|yahoo_quoted")
_SALUTATION = re.compile(
    r"\W*(?:kepada\W+)?(?:yth|yang (?:ter)?hormat|dengan hormat|di[ -]+tempat)\b", re.IGNORECASE
)
_ENOUGH = 0.6  # of the plain text's letters that its HTML must hold; less is a picture or "see in your browser"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text with blocks laid over it; ``certain`` is false where its encoding was guessed."""

    text: str
    blocks: tuple[Block, ...]
    certain: bool = True


def passages(wording: Wording, *, name: str, forwarded: bool) -> list[Passage]:
    """Return one wording of a mail: its HTML, unless that holds far less than its plain text.

    ``forwarded`` tells that the mail's subject says it passes another on. Raises ``ReadError`` for binary data.
    """
    rich = [_html_passage(part, name=name, forwarded=forwarded) for part in wording.html]
    if rich and not wording.plain:
        return rich
    plain = [_plain_passage(part, name=name, forwarded=forwarded) for part in wording.plain]
    return rich if rich and _letters(rich) >= _ENOUGH * _letters(plain) else plain


def _greeted(blocks: Sequence[Block], text: str) -> Iterator[Block]:
    """Yield the blocks, none of them a headline that only greets: "Yth. Pimpinan Redaksi"."""
    for block in blocks:
        greets = block.kind == "heading" and _SALUTATION.match(block.span.of(text))
        yield replace(block, kind="paragraph") if greets else block


def joined(parts: Sequence[Passage]) -> Passage:
    r"""Set passages one below the other, an empty line between them; tables are numbered through.

    >>> one = Passage(text="Alfa", blocks=text_blocks("Alfa"))
    >>> both = joined([one, one])
    >>> both.text, [block.span.of(both.text) for block in both.blocks]
    ('Alfa\n\nAlfa', ['Alfa', 'Alfa'])
    """
    texts: list[str] = []
    blocks: list[Block] = []
    start = tables = 0
    for part in parts:
        if texts:
            start += 2
        blocks.extend(_moved(block, start, tables) for block in part.blocks)
        tables = max((block.table or 0 for block in blocks), default=0)
        texts.append(part.text)
        start += len(part.text)
    return Passage(text="\n\n".join(texts), blocks=tuple(blocks), certain=all(part.certain for part in parts))


def _moved(block: Block, start: int, tables: int) -> Block:
    return replace(
        block,
        span=_shifted(block.span, start),
        cells=tuple(replace(cell, span=_shifted(cell.span, start)) for cell in block.cells),
        table=None if block.table is None else block.table + tables,
    )


def _shifted(span: Span, start: int) -> Span:
    return Span(start=span.start + start, end=span.end + start)


def _letters(parts: Sequence[Passage]) -> int:
    return sum(char.isalnum() for part in parts for char in part.text)


def _decoded(part: Message, *, name: str, limit: int) -> Decoded:
    content = content_of(part)
    if len(content) > limit:
        raise ReadError(
            f"text of more than {limit // 1024**2} MB", where=name, remedy="save it as a file", code="too_large"
        )
    return decode(content, name=name, declared=known_charset(str(part.get_param("charset") or "")))


# --- HTML ---


def _html_passage(part: Message, *, name: str, forwarded: bool) -> Passage:
    decoded = _decoded(part, name=name, limit=MAX_HTML_BYTES)
    if not decoded.text.strip("\ufeff\0 \t\r\n"):
        return Passage(text="", blocks=())
    pieces = html_pieces(parse_html(decoded, name=name))
    lines = [Line(words=piece.draft.text, quoted=_within(piece.owner, _is_quote)) for piece in pieces]
    own = own_lines(lines, forwarded=forwarded)
    drafts = [
        replace(piece.draft, main=main and not _is_aside(piece)) for piece, main in zip(pieces, own, strict=True)
    ]
    text, blocks = assemble(drafts)
    return Passage(text=text, blocks=tuple(_greeted(blocks, text)), certain=decoded.certain)


def _is_aside(piece: HtmlPiece) -> bool:
    return piece.furniture or _within(piece.owner, _is_signature)


def _within(element: HtmlElement, test: Callable[[HtmlElement], bool]) -> bool:
    return any(test(around) for around in (element, *element.iterancestors()))


def _is_quote(element: HtmlElement) -> bool:
    """Tell whether mail programs mark an element as words of an earlier mail."""
    cited = element.get("type") == "cite" or _QUOTE.search(element.get("class") or "") is not None
    return element.tag == "blockquote" and cited


def _is_signature(element: HtmlElement) -> bool:
    return _SIGNATURE.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


# --- plain text ---


def _plain_passage(part: Message, *, name: str, forwarded: bool) -> Passage:
    decoded = _decoded(part, name=name, limit=MAX_TEXT_BYTES)
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if str(part.get_param("format") or "").lower() == "flowed":
        text = unflowed(text, joins=str(part.get_param("delsp") or "").lower() == "yes")
    blocks = tuple(_plain_blocks(text, forwarded=forwarded))
    return Passage(text=text, blocks=tuple(_greeted(blocks, text)), certain=decoded.certain)


def unflowed(text: str, *, joins: bool) -> str:
    r"""Undo format=flowed: a line that ends in a blank goes on with the next; ``joins`` drops that blank.

    >>> unflowed("Skor Kota \nAlfa 41,2\n> Kota \n> Beta\n-- \nHumas", joins=False)
    'Skor Kota Alfa 41,2\n> Kota Beta\n-- \nHumas'
    """
    result: list[str] = []
    open_quote: str | None = None
    for line in text.split("\n"):
        match = _SOFT.fullmatch(line)
        quote, words = (match["quote"].rstrip(), match["words"]) if match else ("", line)
        words = words.removeprefix(" ")
        if open_quote == quote and words != "-- ":
            result[-1] += words
        else:
            result.append(f"{quote} {words}" if quote else words)
        soft = words.endswith(" ") and words != "-- "
        if soft and joins:
            result[-1] = result[-1][:-1]
        open_quote = quote if soft else None
    return "\n".join(result)


def _plain_blocks(text: str, *, forwarded: bool) -> Iterator[Block]:
    """Lay blocks over the stretches of own and of other words apart, so that none reaches over both."""
    spans = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    own = own_lines([Line.of(text[start:end]) for start, end in spans], forwarded=forwarded)
    breaks = [match.start() for match in re.finditer("\n", text)]
    tables = 0
    for main, stretch in groupby(zip(spans, own, strict=True), key=itemgetter(1)):
        lines = [span for span, _ in stretch]
        first, last = lines[0][0], lines[-1][1]
        blocks = [_moved(block, first, tables) for block in text_blocks(text[first:last])]
        for block in blocks:
            place = Place(address=f"line {bisect(breaks, block.span.start) + 1}")
            kind = "paragraph" if block.kind == "heading" and not main else block.kind
            yield replace(block, kind=kind, place=place, main=block.main and main)
        tables = max((block.table or 0 for block in blocks), default=tables)
