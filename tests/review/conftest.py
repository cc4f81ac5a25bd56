"""A small corpus that was run once, in this process."""

from __future__ import annotations

from pathlib import Path

import pytest

from apart import run_here
from pipeline.jobs import stages, survey, work
from review.corpora import Place, place_in


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (stages, survey, work):
        monkeypatch.setattr(module, "run_apart", run_here)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = place_in(tmp_path)
    made.run()
    return made
