"""Marks of editions in one sentence made to agree: joined, ended at their comma, held in their brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.editions.mark import STATED, EditionMark, Sentence

_OPENING = 20  # characters from the start of a sentence in which a comparison opens it
_FIGURED_BRACKET = re.compile(r"\([^()]*\d[.,]\d[^()]*\)")
_COMMA = re.compile(r",\s")
_UNLIKE = re.compile(r"(?i)\W*(?:berbeda|beda|dibanding\w*|tidak seperti|ketimbang)\b")
COMPARING = re.compile(rf"{_UNLIKE.pattern}|\W*(?:sama (?:seperti|dengan)|seperti|serupa|layaknya|sebagaimana)\b")
_GOES_ON = re.compile(r"(?i)(?:di ?mana|yang|ketika|saat)\b")


def settled(found: list[EditionMark], scene: Sentence) -> list[EditionMark]:
    """Join neighbours, end a comparison at its comma, and let what stands in brackets hold only there."""
    return _within_brackets(list(_with_comparisons_ended(_joined_up(found, scene), scene)), scene)


_NOW = re.compile(r"(?i)(?:kini|sekarang|saat ini|terkini|terbaru)")


def _is_of_now(last: EditionMark, mark: EditionMark, scene: Sentence) -> bool:
    """Tell whether "kini" only says that an edition just named, no earlier one, is that of today."""
    named = last.kind == "name" and not last.previous
    return named and _NOW.fullmatch(scene.text, mark.start, mark.end) is not None


def _joined_up(found: list[EditionMark], scene: Sentence) -> list[EditionMark]:
    """Join neighbours, and let a word of the past colour the name behind it."""
    kept: list[EditionMark] = []
    for mark in found:
        last = kept[-1] if kept else None
        if last is not None and last.kind == "stations" and mark.kind == "reset":
            continue
        if last is not None and mark.kind == "reset" and _is_of_now(last, mark, scene):
            continue
        if last is not None and _joined(last, mark, scene.text):
            kept[-1] = replace(last, end=max(last.end, mark.end), ids=_both(last, mark))
        elif mark.kind != "reset" or any(one.kind != "reset" for one in kept):
            kept.append(mark)
    return kept


def _with_comparisons_ended(marks: list[EditionMark], scene: Sentence) -> Iterator[EditionMark]:
    for mark in marks:
        yield mark
        comma = _COMMA.search(scene.text, mark.end)
        if mark.previous and mark.start < _OPENING and comma and _is_comparison(scene.text, mark.end, comma):
            yield scene.reset(comma.end(), comma.end())


def _within_brackets(marks: list[EditionMark], scene: Sentence) -> list[EditionMark]:
    """Let an edition named beside a figure in brackets hold only there: "40,20 (2020: 55,10), Beta 30,10"."""
    for bracket in _FIGURED_BRACKET.finditer(scene.text):
        low, high = bracket.span()
        if not any(low < mark.start < high and mark.kind != "reset" for mark in marks):
            continue
        before = [mark for mark in marks if mark.start <= low]
        back = replace(before[-1], start=high, end=high) if before else scene.reset(high, high)
        after = [mark for mark in marks if mark.start > low]
        marks = [*before, *(mark for mark in after if mark.start < high), back]
        marks += [mark for mark in after if mark.start >= high]
    return marks


def _joined(last: EditionMark, mark: EditionMark, sentence: str) -> bool:
    """Tell whether two marks are one: "Pemilu 2019 dan Pilkada 2020", "tidak lagi tinggi seperti Pilkada 2018"."""
    if not (last.previous and mark.previous) or "change" in {last.kind, mark.kind}:
        return False
    if mark.start < last.end and (None,) in {last.ids, mark.ids}:
        return True  # "pernah rawan tinggi pada 2020"
    between = sentence[last.end : mark.start] if mark.start >= last.end else ""
    if last.kind == mark.kind and last.kind in {"name", "election"}:
        return re.fullmatch(r"(?i)[\s,]*(?:dan|serta|maupun|atau|hingga)?\s*", between) is not None
    return (
        last.kind == "previous" and re.search(r"(?i)seperti|layaknya|\d[.,]\d", between + " seperti") is not None
    )


def _both(last: EditionMark, mark: EditionMark) -> tuple[str | None, ...]:
    named = tuple(dict.fromkeys(key for key in (*last.ids, *mark.ids) if key is not None))
    return named or (None,)


def _is_comparison(sentence: str, low: int, comma: re.Match[str]) -> bool:
    """Tell whether a sentence opens by comparing, and what follows the comma is of now."""
    if COMPARING.match(sentence) is None:
        return False
    stated = _UNLIKE.match(sentence) is not None and STATED.search(sentence, low, comma.start()) is not None
    return stated or _GOES_ON.match(sentence, comma.end()) is None
