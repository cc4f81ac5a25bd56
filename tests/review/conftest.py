"""A small corpus that was run once, in this process."""

from __future__ import annotations

from pathlib import Path

import pytest

from apart import all_here
from review.corpora import Place, place_in


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    all_here(monkeypatch)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = place_in(tmp_path)
    made.run()
    return made
