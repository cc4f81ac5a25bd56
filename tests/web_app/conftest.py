"""A corpus is read once for all tests of the pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.jobs.desk import Desk
from web_app.bench import Visitor, copy_of, read_corpus


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return the desk that tests only look at."""
    return read_corpus(tmp_path_factory.mktemp("review"))


@pytest.fixture
def reader(original: Desk) -> Visitor:
    """Return a visitor who only looks."""
    return Visitor(original)


@pytest.fixture
def visitor(original: Desk, tmp_path: Path) -> Visitor:
    """Return a visitor with a corpus of their own, who may decide."""
    return Visitor(copy_of(original, tmp_path))
