"""The work of child processes done in this one, where it can be patched and watched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from pipeline.jobs import extracting, survey, work


def run_here(
    function: Callable[[Any], object], tasks: Iterable[object], **_: object
) -> Iterator[tuple[object, object]]:
    """Stand in for ``pipeline.jobs.children.run_apart``."""
    for task in tasks:
        yield task, function(task)


def all_here(patch: pytest.MonkeyPatch) -> None:
    """Read, extract and look into containers in this process, as long as the patch holds."""
    for module in (extracting, survey, work):
        patch.setattr(module, "run_apart", run_here)
