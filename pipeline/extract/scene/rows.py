"""Regions named in a row: "Alfa, Beta, dan Gama"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.scene.line import Line

if TYPE_CHECKING:
    from pipeline.extract.draft import Subject
    from pipeline.extract.regions.names import Mention

Pairs = list[tuple["Mention", "Subject"]]
"""Regions with the words that name them, in order of position."""
LIST_JOINER = re.compile(r"[\s,)]*+(?:dan|serta|maupun)?[\s,]*")
"""What stands between two regions of one list."""


def first_in_a_row(line: Line, pairs: Pairs) -> Pairs:
    """Return the first of ``pairs`` and those that follow it as one list: "Alfa, Beta, dan Gama"."""
    row = pairs[:1]
    for pair in pairs[1:]:
        if not LIST_JOINER.fullmatch(line.between(row[-1][0].end, pair[0].start)):
            break
        row.append(pair)
    return row


def last_in_a_row(line: Line, pairs: Pairs) -> Pairs:
    """Return the last of the regions with those that commas and "dan" join to it, in order of position."""
    row = pairs[-1:]
    for pair in reversed(pairs[:-1]):
        if not LIST_JOINER.fullmatch(line.between(pair[0].end, row[0][0].start)):
            break
        row.insert(0, pair)
    return row
