"""A small sketch of a document's words, by which copies of one article are recognised without their texts.

Every run of eight words of the main text is hashed, and the smallest hashes are kept. Two texts that share much
share many of them; two that only use the same phrases share few.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from pipeline.text import words

if TYPE_CHECKING:
    from pipeline.model import Document

RUN: Final = 8  # words of a run: long enough to hold a value and whose it is, short enough to outlive an edit
SIZE: Final = 64  # hashes kept: a share of a half is then known to within 0.06
FEWEST: Final = 24  # runs below which a text is too short to be told from another of its kind

_BYTES: Final = 4  # of a hash: that two texts share one by chance is rare, and one in common tells nothing


def sketch_of(document: Document) -> tuple[int, ...]:
    """Return the smallest hashes of the runs of words in the main text, ascending; none for a short text.

    Tables belong to the text: two releases that differ in their figures alone are two releases. What stands
    outside the article proper does not, for every site has its own.
    """
    spoken = [word for block in document.blocks if block.main for word in words(block.span.of(document.text))]
    runs = {_hash(spoken[start : start + RUN]) for start in range(len(spoken) - RUN + 1)}
    return tuple(sorted(runs)[:SIZE]) if len(runs) >= FEWEST else ()


def _hash(run: list[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(run).encode(), digest_size=_BYTES).digest())
