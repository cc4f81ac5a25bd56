"""Damage inside of what is packed, with right sums around it: members of a zip, PDF streams, parts of a mail."""

from __future__ import annotations

import base64
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from fuzz.marked import html, lines, xml
from fuzz.raw import EXTREMES, ODD, damaged

_OBJECT = re.compile(rb"(?s)(\d+) 0 obj\b(.*?)\bendobj")
_STREAM = re.compile(rb"(?s)(.*?)stream\r?\n(.*?)\r?\n?endstream(.*)")
_TRAILER = re.compile(rb"(?s)trailer\s*(<<.*?>>)\s*startxref")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_BOUNDARY = re.compile(rb"(?m)^--[^\r\n]+")
_HEADER = re.compile(rb"(?m)^[A-Za-z-]{2,40}: [^\r\n]*")
_BASE64 = re.compile(
    rb"(?i)(Content-Transfer-Encoding: base64\r?\n(?:[A-Za-z-]+:[^\n]*\n)*\r?\n)([A-Za-z0-9+/=\r\n]+)"
)
_NAMES = (b"../x", b"/a", b"a\\b", b"word/document.xml", b"", b"\0", "\u202e.docx".encode(), b"n" * 300)


# --- zip and Office packages ---


def zipped(data: bytes, dice: Random, other: bytes) -> bytes:
    """Unpack, damage one or two members, or the list of members, and pack again."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except Exception:  # noqa: BLE001 - the document may be damaged already, in any way
        return damaged(data, dice, other)
    for _ in range(dice.choice((1, 1, 2)) if members else 0):
        at = dice.randrange(len(members))
        name, content = members[at]
        way = dice.randrange(8)
        if way < 5:
            members[at] = (name, _member(name, content, dice, other))
        elif way == 5:
            del members[at]
        elif way == 6:
            members[at] = (name, dice.choice(members)[1])
        else:
            members.insert(dice.randrange(len(members) + 1), (_odd_name(name, dice), content))
        members = members or [("kosong", b"")]
    return _packed(members, dice)


def _member(name: str, content: bytes, dice: Random, other: bytes) -> bytes:
    if name.endswith((".xml", ".rels")):
        return dice.choice((xml, xml, xml, damaged))(content, dice, other)
    if name.endswith((".docx", ".xlsx", ".zip")):
        return dice.choice((zipped, damaged))(content, dice, other)
    if name.endswith(".pdf"):
        return dice.choice((pdf, damaged))(content, dice, other)
    return dice.choice((lines, damaged))(content or b"0", dice, other)


def _odd_name(name: str, dice: Random) -> str:
    return dice.choice((name, dice.choice(_NAMES).decode() + name, name.upper(), name + "/"))


def _packed(members: list[tuple[str, bytes]], dice: Random) -> bytes:
    target = io.BytesIO()
    method = dice.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # names that are there twice
        with zipfile.ZipFile(target, "w", method) as archive:
            for name, content in members:
                archive.writestr(zipfile.ZipInfo(name or "a"), content, compress_type=method)
    return target.getvalue()


# --- PDF ---


def pdf(data: bytes, dice: Random, other: bytes) -> bytes:
    """Damage objects or unpacked streams, and write the file anew with a right table of offsets."""
    objects = {int(match[1]): match[2] for match in _OBJECT.finditer(data)}
    trailer = _TRAILER.search(data)
    if not objects or trailer is None:
        return damaged(data, dice, other)
    for _ in range(dice.choice((1, 1, 2, 4))):
        number = dice.choice(list(objects))
        objects[number] = _pdf_object(objects[number], list(objects), dice, other)
    head = trailer[1] if dice.random() < 0.9 else _dictionary(trailer[1], list(objects), dice)
    return _pdf_file(objects, head, damage=dice.random() < 0.1)


def _pdf_object(body: bytes, numbers: list[int], dice: Random, other: bytes) -> bytes:
    stream = _STREAM.fullmatch(body)
    if stream is None or dice.random() < 0.3:
        return _dictionary(body, numbers, dice)
    content = _unpacked(stream[1], stream[2])
    if content is None:
        return stream[1] + b"stream\n" + damaged(stream[2], dice, other) + b"\nendstream" + stream[3]
    content = dice.choice((_operators, damaged, lines))(content, dice, other)
    head = re.sub(rb"/Filter\s*(?:\[[^\]]*\]|/\w+)", b"/Filter /FlateDecode", stream[1])
    packed = zlib.compress(content)
    head = re.sub(rb"/Length \d+", b"/Length %d" % len(packed), head)
    return head + b"stream\n" + packed + b"\nendstream" + stream[3]


def _unpacked(head: bytes, stream: bytes) -> bytes | None:
    try:
        if b"ASCII85Decode" in head:
            stream = base64.a85decode(stream.strip().removesuffix(b"~>"))
        return zlib.decompress(stream) if b"FlateDecode" in head else stream
    except (ValueError, zlib.error):
        return None


def _operators(content: bytes, dice: Random, _other: bytes) -> bytes:
    """Set numbers of a content stream to extremes: positions, sizes, spacing."""
    found = list(_NUMBER.finditer(content))
    chosen = dice.sample(found, min(len(found), dice.choice((1, 4, 30))))
    for match in sorted(chosen, key=lambda one: one.start(), reverse=True):
        content = content[: match.start()] + dice.choice(EXTREMES) + content[match.end() :]
    return content


def _dictionary(body: bytes, numbers: list[int], dice: Random) -> bytes:
    """Point references elsewhere, also in circles; set numbers to extremes; change names."""
    way = dice.randrange(4)
    if way == 0:
        return _REFERENCE.sub(lambda _: b"%d 0 R" % dice.choice(numbers), body)
    if way == 1:
        return _NUMBER.sub(lambda match: dice.choice((match.group(), dice.choice(EXTREMES))), body)
    names = re.findall(rb"/\w+", body)
    if way == 2 and names:
        return body.replace(dice.choice(names), dice.choice((*names, b"/Rotate 90 /X", b"/Kids", b"/X")))
    return damaged(body, dice, body)


def _pdf_file(objects: dict[int, bytes], trailer: bytes, *, damage: bool) -> bytes:
    body = b"%PDF-1.4\n"
    offsets: dict[int, int] = {}
    for number, content in objects.items():
        offsets[number] = len(body)
        body += b"%d 0 obj" % number + content + b"endobj\n"
    count = max(objects) + 1
    table = b"".join(
        b"%010d 00000 n \n" % (offsets[number] + damage) if number in offsets else b"0000000000 65535 f \n"
        for number in range(count)
    )
    return (
        body + b"xref\n0 %d\n" % count + table + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % len(body)
    )


# --- mail ---


def mail(data: bytes, dice: Random, other: bytes) -> bytes:
    """Damage boundaries, headers, or what is attached, its encoding kept right."""
    way = dice.randrange(5)
    if way == 0:
        return _changed(_BOUNDARY, data, dice, (b"--", b"", b"--lain", b"--=_mixed--", b"\n--=_mixed\n--=_mixed"))
    if way == 1:
        kinds = (
            b"Content-Type: multipart/mixed",
            b"Content-Type: text/html; charset=utf-7",
            b": ",
            b"X: " + b"a" * 3_000,
        )
        encodings = (b"Content-Transfer-Encoding: base64", b"Content-Transfer-Encoding: x-uuencode", b"Date: 0")
        return _changed(
            _HEADER, data, dice, (*kinds, *encodings, b"Content-Type: message/rfc822", b"From: ((((\n <<<")
        )
    if way == 2:
        found = list(_HEADER.finditer(data))
        for match in sorted(dice.sample(found, min(3, len(found))), key=lambda one: one.start(), reverse=True):
            data = data[: match.start()] + damaged(match.group(), dice, dice.choice(ODD)) + data[match.end() :]
        return data
    if way == 3 and (file := _BASE64.search(data)):
        name = (re.search(rb'name="[^"]*(\.\w+)"', data[: file.start()]) or [b"", b".bin"])[1].decode()
        content = _member(f"a{name}", base64.b64decode(file[2]), dice, other)
        return data[: file.start(2)] + base64.encodebytes(content) + data[file.end(2) :]
    change: Callable[[bytes, Random, bytes], bytes] = dice.choice((html, lines, damaged))
    return change(data, dice, other)


def _changed(pattern: re.Pattern[bytes], data: bytes, dice: Random, instead: tuple[bytes, ...]) -> bytes:
    """Replace one or a few of the places that fit."""
    found = list(pattern.finditer(data))
    chosen = dice.sample(found, min(len(found), dice.choice((1, 2, 5))))
    for match in sorted(chosen, key=lambda one: one.start(), reverse=True):
        data = data[: match.start()] + dice.choice(instead) + data[match.end() :]
    return data
