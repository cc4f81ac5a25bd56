"""How the command is called here: what it says of itself may be typed as it stands."""

from __future__ import annotations

import os
import re
import shutil
import sys
from functools import cache
from pathlib import Path
from typing import Final

NAME: Final = "ikp"


@cache
def called() -> str:
    """Return what to type for this command: its name where the shell finds it, else with its folder."""
    program = Path(sys.argv[0])
    if program.name != NAME:
        return NAME
    found = shutil.which(NAME)
    try:
        known = found is not None and Path(found).samefile(program)
    except OSError:
        known = False
    return NAME if known else os.path.relpath(program) if program.is_relative_to(Path.cwd()) else str(program)


def as_called(text: str) -> str:
    """Return a text in which commands stand as they are to be typed: at its beginning, and behind a backquote.

    >>> as_called("see `ikp run --help`")
    'see `ikp run --help`'
    """
    return re.sub(rf"(^|`){NAME}(?= |`)", lambda found: f"{found[1]}{called()}", text)
