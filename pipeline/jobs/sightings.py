"""The manifest of the corpus: a line a sighting, added to and never rewritten. Pure: no file is opened here.

A line tells that a file was seen somewhere: at an address, in a watched folder, or put there by hand. The same
content at a second address is a further line with the same path; a page that changed is a line of the same family
with another path; a page that is gone is its last line again, with the time at which that was found.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.model import CorpusItem


def standing(lines: Iterable[CorpusItem]) -> dict[str, tuple[CorpusItem, ...]]:
    """Return what the manifest says of each path: an item for each family seen there, in order of first sight.

    Of several lines of one family at one path the last holds.

    >>> line = CorpusItem(sha256="a", path="raw/a", media_type="text/html", size=1, source="s", family="u")
    >>> from dataclasses import replace
    >>> [item.gone_at for item in standing([line, replace(line, gone_at="2026-11-29")])["raw/a"]]
    ['2026-11-29']
    >>> [item.family for item in standing([line, replace(line, family="v")])["raw/a"]]
    ['u', 'v']
    """
    seen: dict[str, dict[str, CorpusItem]] = {}
    for item in lines:
        seen.setdefault(item.path, {})[item.family] = item
    return {path: tuple(items.values()) for path, items in seen.items()}
