"""Which lines of a mail are its own words, and which were quoted or set below them: earlier mails, a signature.

What is forwarded is own words too: a release is often passed on under two words of greeting, or none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Mode = Literal["own", "forwarded", "answer", "earlier", "signature"]

_QUOTE = re.compile(r"(?:\s{0,3}>)+ ?")
_ANSWER = re.compile(
    r"(?:(?:pada|on)\b(?=.*\d).{6,300}|.{1,120}<[^<>\s]+@[^<>\s]+>.{0,60}|\d{4}-\d\d-\d\d.{4,200})\b"
    r"(?:menulis|wrote)\s*:",
    re.IGNORECASE,
)
_ANSWER_START = re.compile(r"(?:pada|on)\b|\d{4}-\d\d-\d\d", re.IGNORECASE)
_ANSWER_LINES = 3  # over which such a line is broken
_ANSWER_LENGTH = 400
_RULE = re.compile(r"[-_=*]{3,}")
_FORWARD = re.compile(
    r"(?:(?:begin )?forwarded message|(?:awal )?pesan (?:terusan|(?:yang )?diteruskan)):?",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(r"original message|pesan asli|original appointment", re.IGNORECASE)
_SENDER = re.compile(r"\*?(?:from|dari)\s?:\*?\s*\S", re.IGNORECASE)
_FIELD = re.compile(
    r"\*?(?:from|dari|sent|dikirim|date|tanggal|to|kepada|untuk|cc|tembusan|subject|perihal|subjek|judul|reply-to)"
    r"\s?:",
    re.IGNORECASE,
)
_FIELDS_AT_LEAST = 3  # a release may have two lines that begin so ("Dari: ...", "Perihal: ...")
_FIELD_LINES = 8
_FORWARDED_SUBJECT = re.compile(r"\s*(?:fwd?|trs|terusan|diteruskan)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that holds words: the words without quote marks, and whether it had such marks."""

    words: str
    quoted: bool = False

    @classmethod
    def of(cls, line: str) -> Line:
        """Take the quote marks off a line of a plain text.

        >>> Line.of("> > Kota Alfa"), Line.of("Skor > 50").quoted
        (Line(words='Kota Alfa', quoted=True), False)
        """
        match = _QUOTE.match(line)
        return cls(words=line[match.end() if match else 0 :].strip(), quoted=match is not None)


def is_forward(subject: str) -> bool:
    """Tell whether a subject says that the mail passes another one on.

    >>> is_forward("Fwd: Rilis IKP"), is_forward("Re: Rilis IKP")
    (True, False)
    """
    return _FORWARDED_SUBJECT.match(subject) is not None


def own_lines(lines: Sequence[Line], *, forwarded: bool) -> list[bool]:
    """Say of each line whether it is the mail's own; ``forwarded`` tells that its subject says so.

    >>> text = "Ya.", "Pada Sen, 26 Agu 2024 Humas menulis:", "> Skor Kota Alfa 41,2", "Salam", "--", "Humas"
    >>> own_lines([Line.of(line) for line in text], forwarded=False)
    [True, False, False, True, False, False]
    >>> text = "---------- Forwarded message ---------", "Dari: Humas", "Date: 26 Agu", "To: Redaksi", "Skor 41,2"
    >>> own_lines([Line.of(line) for line in text], forwarded=True)
    [False, False, False, False, True]
    """
    mode: Mode = "own"
    result: list[bool] = []
    last_quoted = max((index for index, line in enumerate(lines) if line.quoted), default=-1)
    while len(result) < len(lines):
        here = len(result)
        turn = None if mode == "earlier" else _turn(lines, here, last_quoted)
        if turn is None:
            result.append(_is_own(lines[here], mode))
            continue
        mode = _next(mode, turn.mode, forwarded=forwarded)
        result.extend([False] * turn.length)
    return result


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """``length`` lines after which the text goes on in another mode."""

    mode: Mode
    length: int = 1


def _is_own(line: Line, mode: Mode) -> bool:
    return mode == "forwarded" or (mode in {"own", "answer"} and not line.quoted)


def _next(mode: Mode, said: Mode, *, forwarded: bool) -> Mode:
    """Return the mode after a turn; the header of an earlier mail may stand above one that is passed on."""
    passed_on = mode == "forwarded" or (forwarded and mode != "answer")
    return "forwarded" if said == "earlier" and passed_on else said


def _turn(lines: Sequence[Line], here: int, last_quoted: int) -> _Turn | None:
    """Return what the line at ``here`` begins, None where the text only goes on."""
    words = lines[here].words
    plain = _RULE.sub("", words).strip()
    if fields := _fields(lines, here):
        return _Turn(mode="earlier", length=fields)
    if _FORWARD.fullmatch(plain):
        return _Turn(mode="forwarded")
    if _ORIGINAL.fullmatch(plain) and plain != words:
        return _Turn(mode="earlier")
    if count := _answer_lines(lines, here):
        return _Turn(mode="answer" if last_quoted >= here + count else "earlier", length=count)
    return _Turn(mode="signature") if words == "--" and not lines[here].quoted else None


def _fields(lines: Sequence[Line], here: int) -> int:
    """Count the lines of the header that a mail program writes above a mail it quotes; 0 where none begins."""
    if not _SENDER.match(lines[here].words):
        return 0
    near = lines[here : here + _FIELD_LINES]
    hits = [index for index, line in enumerate(near) if _FIELD.match(line.words)]
    return hits[-1] + 1 if len(hits) >= _FIELDS_AT_LEAST else 0


def _answer_lines(lines: Sequence[Line], here: int) -> int:
    """Count the lines of "On Monday somebody wrote:"; 0 where none begins here."""
    words = lines[here].words
    if _is_answer(words):
        return 1
    if not _ANSWER_START.match(words):
        return 0
    for count, line in enumerate(lines[here + 1 : here + _ANSWER_LINES], start=2):
        words += f" {line.words}"
        if _ANSWER_START.match(line.words):
            return 0
        if _is_answer(words):
            return count
    return 0


def _is_answer(words: str) -> bool:
    return words.endswith(":") and len(words) <= _ANSWER_LENGTH and _ANSWER.fullmatch(words) is not None
