"""Damage to bytes whatever they mean: flips, runs, chunks, cuts, and numbers set to extremes."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

MAX_BYTES = 1_000_000  # of a mutation; longer ones only take longer
_NUMBER = re.compile(rb"\d{1,10}")
EXTREMES = (
    *(b"0", b"-1", b"1", b"255", b"65535", b"65536", b"99999", b"2147483647", b"2147483648", b"4294967295"),
    *(b"9" * 20, b"9" * 400, b"1e309", b"NaN", b"0.0000001", b"-2147483649", b""),
)
ODD = (
    *(
        b"\0",
        b"\0" * 300,
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\xc3",
        b"\x1b[31m",
    ),
    *(
        b"\xe2\x80\xae",
        b"\xe2\x80\xa8",
        b"\r",
        b"\n\n\n",
        b"\t" * 50,
        b"<",
        b"&",
        b"&#x0;",
        b"]]>",
        b"--",
        b"%",
        b'"',
    ),
    *(b"(" * 200, b"[" * 200, b"<" * 200, b"1. " * 100, b"| " * 200, b"> " * 100, b"kabupaten " * 200),
)

Operation = Callable[[bytes, Random, bytes], bytes]
"""Bytes, dice, and the bytes of another document to borrow from."""


def place(data: bytes, dice: Random) -> int:
    """Return an offset in ``data``, its end included."""
    return dice.randrange(len(data) + 1)


def stretch(data: bytes, dice: Random) -> tuple[int, int]:
    """Return the two ends of a piece of ``data``, short ones more often than long ones."""
    length = min(len(data), dice.choice((1, 4, 16, 64, 256, 1024, len(data) // 8 + 1, len(data) // 2 + 1)))
    start = dice.randrange(len(data) - length + 1)
    return start, start + length


def flip(data: bytes, dice: Random, _other: bytes) -> bytes:
    """Flip single bits."""
    result = bytearray(data)
    for _ in range(dice.choice((1, 2, 8, 32)) if data else 0):
        result[dice.randrange(len(result))] ^= 1 << dice.randrange(8)
    return bytes(result)


def overwrite(data: bytes, dice: Random, _other: bytes) -> bytes:
    """Set a piece to one byte, or to chance."""
    start, end = stretch(data, dice)
    run = dice.choice((b"\0", b"\xff", b" ", b"A")) * (end - start)
    return data[:start] + (run if dice.random() < 0.5 else dice.randbytes(end - start)) + data[end:]


def delete(data: bytes, dice: Random, _other: bytes) -> bytes:
    """Leave out a piece."""
    start, end = stretch(data, dice)
    return data[:start] + data[end:]


def repeat(data: bytes, dice: Random, _other: bytes) -> bytes:
    """Repeat a piece, now and then a thousand times."""
    start, end = stretch(data, dice)
    times = min(dice.choice((2, 2, 3, 20, 1_000)), MAX_BYTES // (end - start + 1) + 1)
    return data[:start] + data[start:end] * times + data[end:]


def move(data: bytes, dice: Random, _other: bytes) -> bytes:
    """Put a piece somewhere else."""
    start, end = stretch(data, dice)
    rest = data[:start] + data[end:]
    at = place(rest, dice)
    return rest[:at] + data[start:end] + rest[at:]


def borrow(data: bytes, dice: Random, other: bytes) -> bytes:
    """Put a piece of another document in, or in the place of a piece."""
    start, end = stretch(other, dice)
    low, high = stretch(data, dice) if dice.random() < 0.5 else (place(data, dice),) * 2
    return data[:low] + other[start:end] + data[high:]


def cut(data: bytes, dice: Random, _other: bytes) -> bytes:
    """Cut off the end, or the beginning."""
    at = place(data, dice)
    return data[at:] if dice.random() < 0.2 else data[:at]


def insert(data: bytes, dice: Random, _other: bytes) -> bytes:
    """Put odd characters in."""
    at = place(data, dice)
    return data[:at] + dice.choice(ODD) + data[at:]


def extreme(data: bytes, dice: Random, _other: bytes) -> bytes:
    """Set numbers to extremes."""
    found = list(_NUMBER.finditer(data))
    for match in sorted(dice.sample(found, min(len(found), dice.choice((1, 3, 10)))), key=_start, reverse=True):
        data = data[: match.start()] + dice.choice(EXTREMES) + data[match.end() :]
    return data


def _start(match: re.Match[bytes]) -> int:
    return match.start()


RAW: tuple[Operation, ...] = (flip, overwrite, delete, repeat, move, borrow, cut, insert, extreme)


def damaged(data: bytes, dice: Random, other: bytes) -> bytes:
    """Do one or a few of these at random; the result is never empty and never too long."""
    for _ in range(dice.choice((1, 1, 1, 2, 4))):
        data = dice.choice(RAW)(data or b"0", dice, other or b"0")
    return data[:MAX_BYTES] or b"0"
