"""Read every hostile file of a group, one after the other, in a process with limits.

PYTHONPATH=tests python -m hostile.trial office|web [WORD...]

Prints one JSON line a file: what is wrong with it, what became of it ("read" or the code of the refusal, a word of
its message), and the seconds of processor time that it took. The limits are those under which documents are read.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence

from hostile.office import OFFICE
from hostile.web import WEB
from pipeline.errors import ReadError
from pipeline.readers import read

MEMORY = 2 << 30
SECONDS = 120


def files(group: str) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Yield what is wrong with each file of a group, its name, and what makes it."""
    if group == "office":
        yield from ((wrong, name, make) for wrong, (name, make) in OFFICE.items())
    else:
        yield from ((wrong, "a.html", make) for wrong, make in WEB.items())


def main(group: str, words: Sequence[str]) -> None:
    """Read the files of a group whose description holds one of the words, all without words."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS * 60, SECONDS * 60))
    for wrong, name, make in files(group):
        if words and not any(word in wrong for word in words):
            continue
        data = make()
        begin = time.process_time()
        try:
            document = read(data, name=name, sha256="0" * 64)
            outcome, said = "read", document.text[-60:]
        except ReadError as error:
            outcome, said = error.code, str(error)
        seconds = round(time.process_time() - begin, 2)
        print(json.dumps({"wrong": wrong, "outcome": outcome, "said": said, "seconds": seconds}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
