"""Copies of one text are one witness; texts that only share a form or a phrase are not."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from pipeline.dataset.witness import Copy, are_copies, shares, witnesses
from pipeline.extract.sketch import SIZE, sketch_of
from pipeline.model import Document
from pipeline.readers import read

ROOT = Path(__file__).parents[2]
LINKS = "\n\nBaca juga: Harga cabai naik jelang akhir pekan\n\n"


@cache
def texts() -> dict[str, str]:
    """Return the plain texts of the annotated documents that are long enough to be told apart."""
    folders = (ROOT / "tests" / "gold" / "documents", ROOT / "corpus" / "samples")
    paths = (path for folder in folders for path in sorted(folder.glob("*.txt")))
    found = {path.name: path.read_text(encoding="utf-8") for path in paths}
    return {name: text for name, text in found.items() if len(text.split()) > 60}


def document(text: str) -> Document:
    return read(text.encode(), name="berita.txt", sha256="0" * 64)


def copy(name: str, text: str, *, day: date | None = None) -> Copy:
    return Copy(file=name, sha256=name, day=day, sketch=sketch_of(document(text)))


def retold(text: str, chance: random.Random) -> str:
    """Print an article as another site does: its own headline, links put in, the end cut, some words edited."""
    words = text.split(" ")
    edited = [word if chance.random() > 0.02 else "juga" for word in words]
    lines = " ".join(edited[: int(len(edited) * 0.85)]).split("\n")
    middle = len(lines) // 2
    return "\n".join(["Redaksi: peta kerawanan terbaru", *lines[1:middle], LINKS, *lines[middle:]])


def pairs() -> Iterator[tuple[str, str]]:
    names = sorted(texts())
    return ((one, other) for place, one in enumerate(names) for other in names[place + 1 :])


def test_nearly_all_copies_are_found() -> None:
    chance = random.Random(3)
    found = [are_copies(copy("a", text), copy("b", retold(text, chance))) for text in texts().values()]
    assert len(found) >= 20
    assert sum(found) / len(found) >= 0.9


def test_no_two_annotated_documents_are_copies() -> None:
    copies = {name: copy(name, text) for name, text in texts().items()}
    assert [pair for pair in pairs() if are_copies(copies[pair[0]], copies[pair[1]])] == []


def test_a_group_is_named_after_its_earliest_and_order_makes_no_difference() -> None:
    text = next(iter(texts().values()))
    chance = random.Random(5)
    other = list(texts().values())[7]
    documents = [
        copy("c", retold(text, chance), day=date(2024, 8, 3)),
        copy("b", text, day=date(2024, 8, 2)),
        copy("a", retold(text, chance)),
        copy("d", other, day=date(2024, 1, 1)),
    ]
    expected = {"a": "b", "b": "b", "c": "b"}
    for _ in range(5):
        assert witnesses(documents) == expected
        chance.shuffle(documents)


def test_a_form_letter_with_other_names_is_no_copy() -> None:
    text = next(iter(texts().values()))
    sketch = sketch_of(document(text))
    one = Copy(file="a", sha256="a", day=None, sketch=sketch, regions=frozenset({"36", "36.01"}))
    other = Copy(file="b", sha256="b", day=None, sketch=sketch, regions=frozenset({"32", "32.01"}))
    assert not are_copies(one, other)
    assert are_copies(one, Copy(file="c", sha256="c", day=None, sketch=sketch, regions=frozenset({"36.01"})))


@pytest.mark.parametrize("text", ["Skor IKP 2024 Kabupaten Lebak 58,7.", "kata " * 20])
def test_a_short_text_is_no_copy_of_any(text: str) -> None:
    assert sketch_of(document(text)) == ()
    assert not are_copies(copy("a", text), copy("b", text))


def test_shares_are_estimated_well() -> None:
    chance = random.Random(7)
    for share in (0.2, 0.5, 0.8):
        errors = []
        for _ in range(40):
            common = [chance.randrange(1 << 32) for _ in range(int(1000 * share))]
            own = [[chance.randrange(1 << 32) for _ in range(1000 - len(common))] for _ in range(2)]
            one, other = (tuple(sorted({*common, *rest})[:SIZE]) for rest in own)
            errors.append(abs(shares(one, other)[0] - share))
        assert sum(errors) / len(errors) < 0.06
