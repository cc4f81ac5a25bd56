"""What the rules find in annotated and generated documents is what stands in the files that ``make found`` writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from found import ANNOTATED, GENERATED, found, names, stand
from pipeline.reference import Reference

STAND = {path: stand(path) for path in (ANNOTATED, GENERATED)}
DOCUMENTS = [pytest.param(path, name, id=name) for path in STAND for name in names(path)]


def test_the_files_tell_of_every_document() -> None:
    assert [tuple(lines) for lines in STAND.values()] == [names(path) for path in STAND]


@pytest.mark.parametrize(("path", "name"), DOCUMENTS)
def test_what_is_found_is_what_stands(path: Path, name: str, reference: Reference) -> None:
    assert found(name, reference) == STAND[path][name]
