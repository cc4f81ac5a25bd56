"""Which parts of a document report another body's index: they are left out, what is told of Bawaslu's stays."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from pipeline.extract.scene.sections import names_foreign_index, names_own_index, returns_to_own_index
from pipeline.extract.scene.statements import OTHER_INDEX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.extract.scene.scene import Unit

Index = Literal["own", "foreign"]
_BY_POLICE = re.compile(r"(?<![a-z])(?:polri|polda|polres[a-z]*|polsek|kapol\w+|kepolisian|polisi)(?![a-z])")


def without_foreign(units: tuple[Unit, ...]) -> tuple[tuple[Unit, ...], bool]:
    """Make furniture of what speaks of another body's index, and tell whether there was any.

    A stretch goes from a paragraph that names one index to the next that names the other; what stands before
    both belongs to Bawaslu where it is named there, else to the first named. In a stretch of another's, a
    paragraph that speaks of Bawaslu and of no police stays, with the list that it leads to, and so do the
    sentences of a paragraph on both that come back to Bawaslu's index. A paragraph that ends in a word on it
    ("bukan bagian dari IKP Bawaslu") ends it. A document that reports some other index, and nothing of the
    vulnerability of elections, is furniture throughout.
    """
    named = [_index_named(unit) for unit in units]
    if "foreign" not in named:
        return (_as_furniture(units) if _is_of_others(units) else units), False
    current = _index_before(units, named)
    kept: list[Unit] = []
    for unit, name in zip(units, named, strict=True):
        current = name or current
        own = _sentences_on_own(unit) if name == "foreign" else ()
        led = unit.lead is not None and unit.lead < len(kept) and kept[unit.lead].role != "furniture"
        if own:
            kept.append(replace(unit, passage=replace(unit.passage, sentences=own)))
        elif current == "own" or (name is None and (_is_of_bawaslu(unit) or (led and _is_listed(unit, units)))):
            kept.append(unit)
        else:
            kept.append(replace(unit, role="furniture"))
        if name == "foreign" and returns_to_own_index(unit.passage.lower):
            current = "own"
    return tuple(kept), True


_OF_ELECTIONS = re.compile(
    r"(?<![a-z])(?:ikp|tps rawan)(?![a-z])|indeks kerawanan|"
    r"kerawanan (?:di )?(?:pemilu|pilkada|pemilihan|tps|tahapan)|"
    r"(?:bawaslu|panwas)[^.]{0,120}(?<![a-z])(?:ke)?rawan"
)


def _is_of_others(units: Sequence[Unit]) -> bool:
    """Tell whether a document reports an index of others, and nothing of the vulnerability of elections."""
    lower = [unit.passage.lower for unit in units]
    return any(OTHER_INDEX.search(text) for text in lower) and not any(
        _OF_ELECTIONS.search(text) for text in lower
    )


def _as_furniture(units: Sequence[Unit]) -> tuple[Unit, ...]:
    return tuple(replace(unit, role="furniture") for unit in units)


def _is_listed(unit: Unit, units: Sequence[Unit]) -> bool:
    """Tell whether a unit is an item of a list that a paragraph on Bawaslu leads to."""
    return unit.block.kind == "list_item" and unit.lead is not None and _is_of_bawaslu(units[unit.lead])


def _index_before(units: Sequence[Unit], named: Sequence[Index | None]) -> Index:
    """Return the index that the first paragraphs belong to, which name none."""
    first = next(place for place, name in enumerate(named) if name is not None)
    told = named[first] or "own"
    return "own" if any(_is_of_bawaslu(unit) for unit in units[:first]) else told


def _is_of_bawaslu(unit: Unit) -> bool:
    lower = unit.passage.lower
    return unit.role != "furniture" and "bawaslu" in lower and _BY_POLICE.search(lower) is None


def _index_named(unit: Unit) -> Index | None:
    if unit.role == "furniture":
        return None
    if names_foreign_index(unit.passage.lower):
        return "foreign"
    return "own" if names_own_index(unit.passage.lower) else None


def _sentences_on_own(unit: Unit) -> tuple[tuple[int, int], ...]:
    """Return the sentences of running text, by their bounds, that go on with Bawaslu's index once they name it."""
    if unit.block.kind != "paragraph":
        return ()
    own, found = False, []
    for low, high in unit.passage.sentences:
        lower = unit.passage.lower[low:high]
        own = not names_foreign_index(lower) and (own or names_own_index(lower))
        if own:
            found.append((low, high))
    return tuple(found)
