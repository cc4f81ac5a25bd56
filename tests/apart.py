"""The work of child processes done in this one, where it can be patched and watched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any


def run_here(
    function: Callable[[Any], object], tasks: Iterable[object], **_: object
) -> Iterator[tuple[object, object]]:
    """Stand in for ``pipeline.jobs.children.run_apart``."""
    for task in tasks:
        yield task, function(task)
