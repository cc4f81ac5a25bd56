"""A line for each night that a schedule ran, in a file: what the terminal shows of it, beside Prefect's page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

FILE: Final = "nights.log"


def note(state: Any, now: datetime) -> None:  # noqa: ANN401 - a Prefect state
    """Add how a night ended to the file in Prefect's folder, in UTC; one that cannot be written fails nothing."""
    line = " ".join(f"{now.astimezone(UTC):%Y-%m-%d %H:%M} UTC {state.name}: {state.message}".split())
    try:
        with (Path(os.environ["PREFECT_HOME"]) / FILE).open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
    except (OSError, KeyError):
        return


class Nights:
    """Reads what is added to the file of a folder from now on."""

    def __init__(self, home: Path) -> None:
        """Remember where the file ends now; there may be none yet."""
        self._path = home / FILE
        self._read = self._size()

    def _size(self) -> int:
        try:
            return self._path.stat().st_size
        except OSError:
            return 0

    def news(self) -> Iterator[str]:
        """Yield the lines that were added since the last time."""
        if self._size() <= self._read:
            return
        with self._path.open("rb") as file:
            file.seek(self._read)
            added = file.read()
        whole = added[: added.rfind(b"\n") + 1]
        self._read += len(whole)
        yield from whole.decode("utf-8", "replace").splitlines()
