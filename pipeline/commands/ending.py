"""How a command ends: its exit code, and the lines on standard error that decide it."""

from __future__ import annotations

import sys
from typing import Final

DONE: Final = 0
NEEDS_A_PERSON: Final = 1
WRONG_USE: Final = 2
COULD_NOT_RUN: Final = 3


class Complaints:
    """Lines for standard error, and whether there were any."""

    code = DONE

    def add(self, line: str) -> None:
        """Print a line and remember that a person is needed."""
        complain(line)
        self.code = NEEDS_A_PERSON


def complain(line: str) -> None:
    """Print a line to standard error."""
    print(line, file=sys.stderr)
