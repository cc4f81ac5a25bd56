"""Damage to marked-up text that stays marked-up: HTML tags shuffled, elements and attributes of XML rearranged."""

from __future__ import annotations

import copy
import re
from random import Random

from lxml import etree

from fuzz.raw import EXTREMES, ODD, damaged

_TAG = re.compile(rb"<[^<>]{1,2000}>")
_TABLES = (
    b"<table><tr><td>",
    b"</td></tr></table>",
    b'<td colspan="1000" rowspan="1000">',
    b"<table>" * 30,
    b"<div>" * 300,
    b"<blockquote type=cite>",
    b"<li value=-1>",
    b"<script>",
    b"<!--",
    b"<![CDATA[",
    b"<pre>",
    b"<svg><title>",
    b"<template>",
    b'<meta charset="utf-7">',
)
_MAX_ELEMENTS = 20_000
_WORDS = ("", " ", "\u202e", "0", "-1", "9" * 30, "Kabupaten", "\u0661\u0662", "a" * 5_000, "1,1,1", "\ufffd")


def html(data: bytes, dice: Random, other: bytes) -> bytes:
    """Swap, drop, repeat or add tags, or damage one of them."""
    pieces = _split(data)
    tags = [index for index, piece in enumerate(pieces) if piece.startswith(b"<")]
    for _ in range(dice.choice((1, 2, 5, 20)) if tags else 0):
        one, two = dice.choice(tags), dice.choice(tags)
        way = dice.randrange(6)
        if way == 0:
            pieces[one], pieces[two] = pieces[two], pieces[one]
        elif way == 1:
            pieces[one] = b""
        elif way == 2:
            pieces[one] += b"".join(pieces[min(one, two) : max(one, two)][:200])
        elif way == 3:
            pieces[one] += dice.choice(_TABLES)
        elif way == 4:
            pieces[one] = damaged(pieces[one], dice, other)
        else:
            dice.shuffle(pieces)
    return b"".join(pieces)


def _split(data: bytes) -> list[bytes]:
    pieces: list[bytes] = []
    end = 0
    for match in _TAG.finditer(data):
        pieces += [data[end : match.start()], match.group()]
        end = match.end()
    return [*pieces, data[end:]]


def xml(data: bytes, dice: Random, other: bytes) -> bytes:
    """Rearrange a well-formed document so that it stays one; what is none is damaged like any bytes."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return damaged(data, dice, other)
    for _ in range(dice.choice((1, 2, 5, 20))):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        if len(elements) > _MAX_ELEMENTS:
            break
        _rearrange(dice.choice(elements), dice.choice(elements), dice)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _rearrange(element: etree._Element, other: etree._Element, dice: Random) -> None:
    parent = element.getparent()
    way = dice.randrange(8)
    if way == 0 and parent is not None:
        parent.remove(element)
    elif way == 1 and parent is not None:
        size = sum(1 for _ in element.iter())
        for _ in range(min(dice.choice((1, 1, 3, 50)), _MAX_ELEMENTS // size)):
            parent.insert(parent.index(element), copy.deepcopy(element))
    elif way == 2:
        children = list(element)
        dice.shuffle(children)
        element[:] = children
    elif way == 3 and parent is not None and not _holds(element, other):
        other.append(element)
    elif way == 4 and element.attrib:
        element.set(dice.choice(list(element.attrib)), dice.choice(_WORDS + _EXTREMES))
    elif way == 5 and element.attrib:
        del element.attrib[dice.choice(list(element.attrib))]
    elif way == 6:
        element.text = dice.choice(_WORDS + _EXTREMES)
    elif way == 7:
        element.tag = other.tag
    else:
        _wrap(element, dice)


_EXTREMES = tuple(value.decode() for value in EXTREMES)


def _holds(element: etree._Element, other: etree._Element) -> bool:
    return element is other or any(around is element for around in other.iterancestors())


def _wrap(element: etree._Element, dice: Random) -> None:
    """Put the element's content into many elements of its own kind, one in the other."""
    inner = element
    for _ in range(dice.choice((1, 10, 100))):
        children = list(inner)
        deeper = etree.SubElement(inner, inner.tag)
        deeper.extend(children)
        inner = deeper


def lines(data: bytes, dice: Random, other: bytes) -> bytes:
    """Shuffle, drop, repeat or join the lines of a text, or the cells in one of them."""
    rows = data.split(b"\n")
    way = dice.randrange(6)
    if way == 0:
        dice.shuffle(rows)
    elif way == 1:
        rows = [row for row in rows if dice.random() < 0.7]
    elif way == 2:
        rows = [row for row in rows for _ in range(dice.choice((1, 1, 1, 2, 30)))]
    elif way == 3:
        rows = [b" ".join(rows[at : at + 3]) for at in range(0, len(rows), 3)]
    elif way == 4:
        mark = dice.choice((b"\t", b";", b",", b"|", b'"', b"  "))
        rows = [row.replace(b" ", mark) for row in rows]
    else:
        at = dice.randrange(len(rows))
        rows[at] = damaged(rows[at] + dice.choice(ODD), dice, other)
    return b"\n".join(rows)
