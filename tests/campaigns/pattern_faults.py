"""Faults in a regular expression: a word of an alternation less, a repetition, an anchor or a look around less."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

_TOKEN = re.compile(
    r"(?P<escape>\\.)|\(\?[a-z]+\)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<open>\((?:\?(?:P<\w+>|[:=!]|<[=!]))?)|(?P<close>\))|"
    r"(?P<bar>\|)|(?P<times>[*+?]|\{\d+(?:,\d*)?\})(?P<lazy>\??)|(?P<anchor>[\^$])|(?P<plain>.)",
    re.DOTALL,
)
_SIGNS = re.compile(r"\(\?[:=!<P]|\\[bdswBDSW]|\[[a-z^]|\w\?|[\w)\]][|]|[|][\w(\\]|^\^|\$$|\)\?|\.[*+]")


@dataclass(slots=True)
class _Group:
    opener: str
    start: int
    bars: list[int] = field(default_factory=list)


def is_pattern(text: str) -> bool:
    r"""Tell whether a text is (a piece of) a regular expression.

    >>> [is_pattern(text) for text in (r"\d+", "a|b", "(?:x)?", "kabupaten kota", "Skor", "baik|")]
    [True, True, True, False, False, True]
    """
    return bool(_SIGNS.search(text)) and not text.endswith(". ")


def faults_of(pattern: str) -> Iterator[tuple[int, tuple[str, str]]]:
    r"""Yield faults: the number of its place in the pattern, its kind, the pattern with it.

    A piece whose brackets are not all in it is taken as far as they are. An alternation is one place, whatever the
    number of its words.

    >>> [fault for _, fault in faults_of(r"(?<!x)a+\b")]
    [('look around', 'a+\\b'), ('repetition', '(?<!x)a\\b'), ('anchor', '(?<!x)a+')]
    >>> [fault for _, fault in faults_of(r"x{2,3}[ab]|c")]
    [('repetition', 'x{2}[ab]|c'), ('set', 'x{2,3}[^ab]|c'), ('alternative', 'c'), ('alternative', 'x{2,3}[ab]')]
    """
    stack = [_Group(opener="", start=0)]
    for token in _TOKEN.finditer(pattern):
        if token["open"]:
            stack.append(_Group(opener=token["open"], start=token.start()))
        elif token["bar"]:
            stack[-1].bars.append(token.start())
        elif token["close"] and len(stack) == 1:  # opened in another piece
            stack = [_Group(opener="?", start=token.end())]
        elif token["close"]:
            group = stack.pop()
            yield from _of_group(pattern, group, token.start())
            if group.opener in {"(?=", "(?!", "(?<=", "(?<!"}:
                yield group.start, ("look around", pattern[: group.start] + pattern[token.end() :])
        else:
            yield from _of_token(pattern, token)
    if len(stack) == 1 and stack[0].opener == "":
        yield from _of_group(pattern, stack[0], len(pattern))


def _of_token(pattern: str, token: re.Match[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    before, behind = pattern[: token.start()], pattern[token.end() :]
    blanks = token["times"] == "+" and before.endswith("\\s")  # those of a cleaned text are single
    if token["times"] and not blanks:
        yield token.start(), ("repetition", before + _fewer(token["times"]) + behind)
    elif token["anchor"] or token["escape"] in {"\\b", "\\B", "\\Z"}:
        yield token.start(), ("anchor", before + behind)
    elif token["set"]:
        inverse = "[" + token["set"][2:] if token["set"].startswith("[^") else "[^" + token["set"][1:]
        yield token.start(), ("set", before + inverse + behind)


def _fewer(times: str) -> str:
    """Return a repetition that allows less: "?" and "+" once, "*" at least once, "{2,3}" twice, "{2}" three times."""
    if times in "?+":
        return ""
    if times == "*":
        return "+"
    least, _, _ = times.strip("{}").partition(",")
    return f"{{{least}}}" if "," in times else f"{{{int(least) + 1}}}"


def _of_group(pattern: str, group: _Group, end: int) -> Iterator[tuple[int, tuple[str, str]]]:
    if not group.bars:
        return
    begin = group.start + len(group.opener)
    edges = [begin - 1, *group.bars, end]
    words = [pattern[low + 1 : high] for low, high in pairwise(edges)]
    for place, word in enumerate(words):
        if word.strip():
            rest = "|".join(words[:place] + words[place + 1 :])
            yield begin, ("alternative", pattern[:begin] + rest + pattern[end:])
