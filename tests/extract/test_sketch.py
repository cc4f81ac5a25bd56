"""The sketch by which two versions of a text are told from two texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.extract.sketch import FEWEST, RUN, SIZE, sketch_of
from pipeline.model import Document, Extraction

Take = Callable[[str | bytes], tuple[Document, Extraction]]


def sketch(words: int, take: Take) -> tuple[int, ...]:
    return sketch_of(take(" ".join(f"kata{number}" for number in range(words)))[0])


@pytest.mark.parametrize(
    ("words", "size"),
    [(FEWEST + RUN - 2, 0), (FEWEST + RUN - 1, FEWEST), (SIZE + RUN - 1, SIZE), (SIZE + RUN + 40, SIZE)],
)
def test_a_hash_a_run_and_none_of_a_short_text(words: int, size: int, take: Take) -> None:
    found = sketch(words, take)
    assert len(found) == size
    assert list(found) == sorted(set(found))


def test_the_smallest_hashes_are_kept(take: Take) -> None:
    whole, part = sketch(400, take), sketch(200, take)
    assert max(whole) < max(part)
    assert {one for one in part if one <= max(whole)} <= set(whole)
