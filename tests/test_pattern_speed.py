"""No pattern of the program takes much more than twice the time for a text of twice the length.

Ordinary documents do not show it; a file of nothing but commas, or a page of "dan dan dan", does. Each pattern is
tried in the ways in which its module calls it, on texts that repeat what patterns are made of and end in a mark that
makes them fail.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import pipeline

_WAYS = ("search", "match", "fullmatch", "finditer", "sub", "subn", "split", "findall")
_BY_MATCH = {"_OF_AN_ISSUE", "_TOLD_ABOUT"}
"""Patterns that their module calls under another name, and at one place of a text only."""
_UNITS = (" ", ",", ", dan ", ". ", "(", '" ', "1", "1. ", "ikp ", "\n")
_TINY = 26  # units of a text that anything reads at once, unless its time doubles with each of them
_AT_ONCE = 0.1  # seconds
_LENGTHS = (125, 250, 500, 1_000, 2_000, 4_000, 8_000)  # characters; a sentence has at most 6,000
_QUARTER = 2  # steps back
_FACTOR = 10.0  # four times the length takes 4 times as long where time is linear, 16 times where it is quadratic
_FLOOR = 1.0  # seconds below which nothing is judged


def _patterns(value: object, name: str, depth: int = 0) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the patterns of text in a value, in its dictionaries, tuples and lists as well."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield name, value
    elif depth < 3 and isinstance(value, dict) and len(value) < 1_000:
        for key, inner in value.items():
            yield from _patterns(key, name, depth + 1)
            yield from _patterns(inner, name, depth + 1)
    elif depth < 3 and isinstance(value, tuple | list | frozenset | set) and len(value) < 1_000:
        for inner in value:
            yield from _patterns(inner, name, depth + 1)


def _every_pattern() -> dict[re.Pattern[str], tuple[str, frozenset[str]]]:
    """Return each pattern of a module with its name and the ways in which it is called, by what the source says."""
    found: dict[re.Pattern[str], tuple[str, frozenset[str]]] = {}
    sources = {}
    for info in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        if not info.name.endswith("__main__"):
            module = importlib.import_module(info.name)
            sources[module] = Path(str(module.__file__)).read_text(encoding="utf-8")
    everything = "\n".join(sources.values())
    for module, own in sources.items():
        for attribute, value in vars(module).items():
            for name, pattern in _patterns(value, attribute):
                source = own if name.startswith("_") else everything
                found.setdefault(pattern, (f"{module.__name__}.{name}", _ways(name, source)))
    return found


def _ways(name: str, source: str) -> frozenset[str]:
    """Return how a pattern is called on texts of any length.

    Where only the few hundred characters before a place are looked through, the length of the text does not matter.
    """
    near = rf"\b{name}\.search\(\w+(?:, max\(0, |\[-\d+:\])|\bled_by\({name}, "
    far = re.sub(near, "near ", source)
    ways = frozenset(re.findall(rf"\b{name}\.({'|'.join(_WAYS)})\b", far))
    return ways or frozenset({"match" if name in _BY_MATCH or far != source else "search"})


def _seconds(pattern: re.Pattern[str], way: str, text: str) -> float:
    begin = time.thread_time()
    if way in {"match", "fullmatch"}:
        getattr(pattern, way)(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.thread_time() - begin


def _slow(pattern: re.Pattern[str], ways: Iterable[str], floor: float = _FLOOR) -> tuple[str, str] | None:
    """Return a way and a unit of text by which a pattern takes far longer for a longer text; None if there is none."""
    for way in {way if way in {"match", "fullmatch"} else "finditer" for way in ways}:
        for unit in _UNITS:
            if _grows(pattern, way, unit, floor):
                return way, unit
    return None


def _grows(pattern: re.Pattern[str], way: str, unit: str, floor: float) -> bool:
    if all(_seconds(pattern, way, unit * _TINY + "!") > _AT_ONCE for _ in range(2)):
        return True
    for step, length in enumerate(_LENGTHS):
        taken = _seconds(pattern, way, _text(unit, length))
        if taken > floor:
            return step < _QUARTER or taken > _FACTOR * _seconds(
                pattern, way, _text(unit, _LENGTHS[step - _QUARTER])
            )
        if length == _LENGTHS[3] and taken * (_LENGTHS[-1] / length) ** 2 < floor / 2:
            return False  # growth with the square does not bring it to the floor
    return False


def _text(unit: str, length: int) -> str:
    return unit * (length // len(unit)) + "!"


def test_no_pattern_is_slow_on_an_odd_text() -> None:
    slow = {name: found for pattern, (name, ways) in _every_pattern().items() if (found := _slow(pattern, ways))}
    assert slow == {}


@pytest.mark.parametrize(
    ("pattern", "way"),
    [
        (r"\)?[\s,]*(?:poin|persen)?[\s,]*(?:dan|serta)?[\s,]*", "fullmatch"),
        (r"(?:[\s,;:()]+|(?:dan|di))*z", "match"),
        (r"\s*(?:dan\s*)*\s*$", "search"),
    ],
)
def test_a_bad_pattern_is_seen(pattern: str, way: str) -> None:
    assert _slow(re.compile(pattern), {way}, floor=0.1) is not None  # sooner told, and nothing else to mistake


@pytest.mark.parametrize(
    ("pattern", "way"),
    [
        (r"\)?[\s,]*+(?:poin|persen)?[\s,]*+(?:dan|serta)?[\s,]*+(?:kota)?\s*", "fullmatch"),
        (r"(?:[\s,;:()]++|(?:dan|di))*+z", "match"),
        (r"(?<![a-z])dan\b", "search"),
    ],
)
def test_a_good_pattern_is_not(pattern: str, way: str) -> None:
    assert _slow(re.compile(pattern), {way}) is None
