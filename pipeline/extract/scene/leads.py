"""Leads: which paragraph, heading or list item announces the list or table that follows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.extract.marks.numbers import SCORE_FIGURE
from pipeline.extract.scene.sections import Role, role_of_lead

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Unit
    from pipeline.model import Block

FORM_ROW = re.compile(
    r"\W*(?:[A-Z][A-Za-z ()-]{2,40}|(?i:kategori|tingkat|status|level)[^:]{0,60}?)\s*:\s*[\w(][^:]{0,60}"
)
"""A row of a form, which says something of what the form is on, and heads nothing: "Kategori: Rawan Sedang"."""


def with_leads(units: list[Unit]) -> tuple[Unit, ...]:
    """Tie list items and table rows to the nearest lead before them, and give the list that lead's role.

    An item may itself be the lead of rows that follow it as paragraphs of their own, or of items a level deeper.
    """
    led: list[Unit] = []
    lead: Unit | None = None
    heads: list[Unit] = []
    deeper = _leads_deeper(units)
    inner: Unit | None = None
    theme: Role = "findings"  # what lists under the bare name of a region are for
    announced: Role | None = None  # what lists under the headings behind a lead are for
    for unit in units:
        if unit.role == "furniture":
            led.append(unit)
        elif inner is not None and (is_row(unit) or _is_scrap(unit)):
            led.append(replace(unit, lead=inner.position, role=role_of_lead(inner.passage.lower), is_lead=False))
        elif unit.block.kind in {"list_item", "table_row"} or (
            lead is not None
            and (
                is_row(unit)
                or _is_name_among_names(unit, units)
                or _is_headed(unit, lead)
                or _is_told_of(unit, lead)
            )
        ):
            inner = unit if unit.is_lead and unit.block.kind == "list_item" else None
            lead = None if led and _is_other_list(led[-1].block, unit.block) else lead
            heads = [head for head in heads if head.block.level < unit.block.level]
            opens = unit.position in deeper
            led.append(_led_by(unit, heads[-1] if heads else lead, nested=inner is not None or opens))
            heads += led[-1:] if opens else []
        else:
            inner, heads = None, []
            if _is_level(unit) and not (led and _is_name(led[-1]) and led[-1].lead is None):
                unit = replace(unit, is_lead=True)  # noqa: PLW2901
            lead = unit if unit.is_lead else _kept_lead(lead, unit, units)
            if not _is_name(unit):
                role = role_of_lead(unit.passage.lower)
                theme = theme if role == "neutral" else role
            headed = announced is not None and _is_heading_of_list(unit)
            announced = announced if headed else _announced_by(unit)
            led.append(replace(unit, theme=announced if headed else theme) if headed or _is_name(unit) else unit)
            lead = led[-1] if lead is unit else lead
    return tuple(led)


_SUBHEADING = 40  # characters of the longest heading of a part of what a lead announces


def _is_heading_of_list(unit: Unit) -> bool:
    """Tell whether a few words without a role of their own head a list: "Sosial politik", "Kampanye"."""
    text = unit.passage.text
    return (
        unit.is_lead
        and not unit.mentions
        and len(text) <= _SUBHEADING
        and role_of_lead(unit.passage.lower) == "neutral"
    )


def _announced_by(unit: Unit) -> Role | None:
    """Return what a lead announces: "Temuan yang mendasari penilaian itu:", before headings of its parts."""
    role = role_of_lead(unit.passage.lower) if unit.passage.text.endswith(":") else "neutral"
    return role if role in {"findings", "strategies"} else None


def _leads_deeper(units: Sequence[Unit]) -> set[int]:
    """Return the positions of list items that name no region and are followed by items a level deeper."""
    shown = [unit for unit in units if unit.role != "furniture"]
    return {
        unit.position
        for unit, after in pairwise(shown)
        if unit.block.kind == after.block.kind == "list_item"
        and after.block.level > unit.block.level
        and not unit.mentions
    }


def _is_other_list(last: Block, block: Block) -> bool:
    """Tell whether an item begins another list than the item right before it: bullets after numbers."""
    items = last.kind == block.kind == "list_item" and last.level == block.level
    return items and last.number is not None and block.number is None


def _is_scrap(unit: Unit) -> bool:
    """Tell whether a paragraph is the torn-off end of the row before it ("Sedang")."""
    return unit.block.kind == "paragraph" and len(unit.passage.text) < 20


def _led_by(unit: Unit, lead: Unit | None, *, nested: bool) -> Unit:
    if lead is None:
        return replace(unit, is_lead=nested)
    role = lead.theme or role_of_lead(lead.passage.lower)
    if role == "neutral" and lead.block.kind == "list_item":
        role = lead.role
    return replace(unit, lead=lead.position, role=role, is_lead=nested)


_PREFIXED = re.compile(r"\W{0,2}(?:(?:Kabupaten|Kota|Kab\.?) [A-Z]|Provinsi (?!Kategori|Rawan|Dengan|Yang)[A-Z])")


_ROW_VALUE = re.compile(rf"{SCORE_FIGURE.pattern}|(?<![a-z])(?:tinggi|sedang|rendah)(?![a-z])")


def is_row(unit: Unit) -> bool:
    """Tell whether a paragraph is a row of a list: short, a region first, and a number or level behind it."""
    text = unit.passage.text
    return (
        unit.block.kind == "paragraph"
        and len(text) <= 90
        and not text.endswith(":")
        and (_PREFIXED.match(text) is not None or (bool(unit.mentions) and unit.mentions[0].start <= 2))
        and _ROW_VALUE.search(unit.passage.lower) is not None
    )


def _is_name_among_names(unit: Unit, units: list[Unit]) -> bool:
    """Tell whether a paragraph or heading is only the name of a region, in a run of such: a list, no headings."""
    if unit.block.kind not in {"heading", "paragraph"} or not _is_name(unit):
        return False
    before, after = units[max(unit.position - 1, 0) : unit.position], units[unit.position + 1 : unit.position + 2]
    heads = any(other.block.kind in {"list_item", "table_row"} for other in after)
    return not heads and any(_is_name(other) for other in before + after)


_LEVEL_ALONE = re.compile(
    r"\W*(?:(?:daftar|daerah|wilayah|provinsi|kabupaten/kota|kabupaten|kota|dan|dengan|yang|masuk|kategori|"
    r"berkategori|"
    r"tingkat|kerawanan|rawan|ikp|level|zona|status|kelompok|\d{1,3}|[a-d])[\s.):/-]+)*"
    r"(?:tinggi|sedang|rendah|merah|kuning|hijau)(?: rawan)?\W*"
    r"(?:\d{1,3} (?:daerah|wilayah|provinsi|kabupaten/kota|kabupaten|kota)\W*)?"
)


def _is_level(unit: Unit) -> bool:
    """Tell whether a paragraph or heading is but a level: "Rawan Tinggi", "Kategori sedang (8 daerah):"."""
    return unit.block.kind in {"heading", "paragraph"} and _LEVEL_ALONE.fullmatch(unit.passage.lower) is not None


def _is_headed(unit: Unit, lead: Unit) -> bool:
    """Tell whether a paragraph under a bare level is nothing but names of regions, one or several in a row."""
    if unit.block.kind not in {"heading", "paragraph"} or not unit.mentions or not _is_level(lead):
        return False
    rest, end = "", 0
    for mention in unit.mentions:
        rest += unit.passage.lower[end : mention.start] + " "
        end = mention.end
    rest += unit.passage.lower[end:]
    return (
        re.fullmatch(r"(?:\W|(?<![a-z])(?:dan|serta|kabupaten|kota|provinsi|kab)(?![a-z])|\d{1,2})*", rest)
        is not None
    )


_LONGEST_ROW = 120


def _is_told_of(unit: Unit, lead: Unit) -> bool:
    """Tell whether a line below a lead of findings is a row: the region first, then what was found there."""
    text = unit.passage.text
    return (
        unit.block.kind == "paragraph"
        and lead.passage.text.endswith(":")
        and role_of_lead(lead.passage.lower) == "findings"
        and len(text) <= _LONGEST_ROW
        and text[-1:].isalnum()
        and bool(unit.mentions)
        and unit.mentions[0].start <= 2
    )


def _is_name(unit: Unit) -> bool:
    """Tell whether a paragraph is nothing but the name of a region."""
    text = unit.passage.text.strip(" .;,:")
    return len(unit.mentions) == 1 and unit.mentions[0].end - unit.mentions[0].start >= len(text) - 1


def _kept_lead(lead: Unit | None, unit: Unit, units: list[Unit]) -> Unit | None:
    """Keep a lead over a paragraph inside its list (items of several paragraphs), drop it after the list."""
    if lead is None:
        return None
    following = next((u for u in units[unit.position + 1 :] if u.role != "furniture"), None)
    previous = next((u for u in reversed(units[: unit.position]) if u.role != "furniture"), None)
    inside = (
        following is not None
        and previous is not None
        and following.block.kind == "list_item"
        and previous.block.kind == "list_item"
        and following.block.number is not None
        and previous.block.number is not None
        and following.block.number == previous.block.number + 1
    )
    return lead if inside else None
