"""Words that may stand in one place of a text: whichever it is, the same is found.

``words/*.txt``, one for each package of rules, hold texts such as ``Blora {masuk|termasuk} kategori rawan tinggi.`` and
below each, behind an arrow, every fact (``lines_of``) with its edition and whether it is accepted. A word that a
pattern takes newly goes into such a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pytest

from extract.conftest import Take
from finding_lines import lines_of

FILES = sorted((Path(__file__).parent / "words").glob("*.txt"))
_PLACE = re.compile(r"\{([^{}]*\|[^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Row:
    """A text with places, of which each has its words, and the facts that are found in it."""

    text: str
    facts: tuple[str, ...]

    def variants(self) -> Iterator[str]:
        """Yield the text with the first word of each place, then with each other word of one place."""
        parts = _PLACE.split(self.text)
        places = [part.split("|") for part in parts[1::2]]
        first = [words[0] for words in places]
        yield _joined(parts, first)
        for place, words in enumerate(places):
            for word in words[1:]:
                yield _joined(parts, [*first[:place], word, *first[place + 1 :]])


def _joined(parts: list[str], words: list[str]) -> str:
    return "".join(chain.from_iterable(zip(parts[::2], [*words, ""], strict=True)))


def rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a file; an arrow alone says that nothing is found."""
    for block in path.read_text(encoding="utf-8").rstrip("\n").split("\n\n---\n"):
        lines = block.split("\n")
        facts = [line.removeprefix("→").strip() for line in lines if line.startswith("→")]
        yield Row(text="\n".join(lines[: -len(facts)]), facts=tuple(filter(None, facts)))


CASES = [
    pytest.param(row, id=f"{path.stem} {number}") for path in FILES for number, row in enumerate(rows(path), 1)
]


def test_a_row_has_places_and_words() -> None:
    row = Row(text="{Blora|Pati} masuk {zona|klaster} merah.", facts=())
    assert list(row.variants()) == [
        *("Blora masuk zona merah.", "Pati masuk zona merah.", "Blora masuk klaster merah."),
    ]


def test_there_are_rows_for_every_package_with_patterns() -> None:
    packages = {
        "catalog",
        "doubts",
        "editions",
        "issues",
        "levels",
        "marks",
        "metadata",
        "scene",
        "scores",
        "tables",
    }
    assert packages <= {path.stem for path in FILES}


@pytest.mark.parametrize("row", CASES)
def test_each_word_of_a_place_is_read_alike(row: Row, take: Take) -> None:
    found = {text: answer(text, take) for text in row.variants()}
    assert found == dict.fromkeys(found, row.facts)


def answer(text: str, take: Take) -> tuple[str, ...]:
    """Return the facts of a text in order, each with its edition and whether it is accepted."""
    findings = take(text)[1].findings
    told = (f"{line} | {one.edition or 'open'} | {one.decision}" for one in findings for line in lines_of(one))
    return tuple(sorted(told))
