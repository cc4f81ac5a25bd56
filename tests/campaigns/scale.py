"""Many documents: the same bytes wherever they are read, and what a night costs when there is nothing new.

    PYTHONPATH=tests python -m campaigns.scale --documents 10000 --alike 1000

``--alike`` generated documents are read by one process, by two, on a local Dask cluster and in an object store on
loopback; records and tables must be the same bytes. ``--documents`` of them are read once (documents a second,
memory), then a run with nothing new is compared with walking and hashing the same files. Seconds are by the clock,
each run a command of its own; memory is the largest that the command itself held, its children apart.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bucket import bucket
from campaigns.results import circumstances, save
from roundtrip.corpus import write_corpus

ROOT = Path(__file__).resolve().parents[2]
MEGABYTE = 1 << 20
_READER = 64 * MEGABYTE  # what a process that reads documents holds at least; other helpers hold less
_WALK = """
import hashlib, os, sys
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            hashlib.file_digest(file, "sha256").hexdigest()
"""
"""What any tool must do that wants to know which files changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a command took: seconds by the clock, and the largest memory.

    That of itself, of itself while others read documents for it, and of it with all its children.
    """

    code: int
    seconds: float
    own_bytes: int
    reading_bytes: int
    all_bytes: int


def cost_of(command: Sequence[str], *, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command and watch what it takes. What it prints goes to a file that nobody reads."""
    begin = time.perf_counter()
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - no file
        pid = os.posix_spawn(
            command[0],
            [*command],
            {**os.environ, **(environment or {}), "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))},
            file_actions=[(os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1)],
        )
    largest_own = largest_reading = largest_all = 0
    while True:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            seconds = time.perf_counter() - begin
            return Cost(
                code=os.waitstatus_to_exitcode(status),
                seconds=seconds,
                own_bytes=largest_own,
                reading_bytes=largest_reading,
                all_bytes=largest_all,
            )
        held = dict(_held(pid))
        largest_own = max(largest_own, held.get(pid, 0))
        if any(size > _READER for child, size in held.items() if child != pid):
            largest_reading = max(largest_reading, held.get(pid, 0))
        largest_all = max(largest_all, sum(held.values()))
        time.sleep(0.02)


def _held(pid: int) -> Iterator[tuple[int, int]]:
    """Yield the memory that a process and its descendants hold now."""
    try:
        text = Path(f"/proc/{pid}/statm").read_text(encoding="ascii")
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except (OSError, UnicodeDecodeError):
        return
    yield pid, int(text.split()[1]) * os.sysconf("SC_PAGE_SIZE")
    for child in children:
        yield from _held(int(child))


def ikp(*arguments: str, environment: Mapping[str, str] | None = None) -> Cost:
    """Run the command ikp; stop the campaign where it could not run."""
    cost = cost_of([sys.executable, "-m", "pipeline.cli", *arguments], environment=environment)
    if cost.code not in {0, 1}:
        raise SystemExit(f"ikp {' '.join(arguments)}: code {cost.code}")
    return cost


def digest_of(files: Mapping[str, bytes]) -> str:
    """Hash files by name and bytes."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\n".encode() + hashlib.sha256(files[name]).digest())
    return digest.hexdigest()[:16]


def results_in(out: Path) -> dict[str, bytes]:
    """Return records and tables of an output folder, by name."""
    folders = (out / "documents", out / "dataset")
    return {f"{path.parent.name}/{path.name}": path.read_bytes() for f in folders for path in f.iterdir()}


def alike(corpus: Path, folder: Path, *, dask: bool = True) -> dict[str, tuple[str, float]]:
    """Read one corpus in each way; return the hash of the results and the seconds, by way."""
    found: dict[str, tuple[str, float]] = {}
    ways: dict[str, tuple[str, ...]] = {
        "one process": ("run", "--workers", "1"),
        "two processes": ("run", "--workers", "2"),
    }
    if dask:
        ways["local Dask cluster of two"] = ("nightly", "--no-fetch", "--dask", "local", "--workers", "2")
    for number, (way, arguments) in enumerate(ways.items()):
        out = folder / f"out{number}"
        cost = ikp(*arguments, "--corpus", str(corpus), "--out", str(out))
        found[way] = (digest_of(results_in(out)), cost.seconds)
    with bucket() as store:
        store.fill(corpus, "corpus")
        places = ("--corpus", f"{store.address}/corpus", "--out", f"{store.address}/out")
        cost = ikp("run", "--workers", "2", *places, environment=store.environment)
        away = {
            name: data for name, data in store.files("out").items() if name.startswith(("documents/", "dataset/"))
        }
        found["object store, two processes"] = (digest_of(away), cost.seconds)
    return found


def nothing_new(corpus: Path, out: Path, *, rounds: int = 3) -> tuple[Cost, Cost]:
    """Return what a run with nothing to do takes, and walking and hashing the same files: the best of some."""
    runs = [ikp("run", "--corpus", str(corpus), "--out", str(out), "--workers", "2") for _ in range(rounds)]
    walks = [cost_of([sys.executable, "-c", _WALK, str(corpus)]) for _ in range(rounds)]
    return min(runs, key=lambda cost: cost.seconds), min(walks, key=lambda cost: cost.seconds)


def report(documents: int, alike_documents: int, folder: Path) -> tuple[str, bool]:
    """Do it all; return the section for the record, and whether all was as promised."""
    small, large = folder / "small", folder / "large"
    write_corpus(small, alike_documents, seed=1)
    write_corpus(large, documents, seed=2)
    ways = alike(small, folder)
    same = len({digest for digest, _ in ways.values()}) == 1
    half = folder / "half"
    _link(large, half, documents // 4)
    quarter = ikp("run", "--corpus", str(half), "--out", str(folder / "out-half"), "--workers", "2")
    first = ikp("run", "--corpus", str(large), "--out", str(folder / "out-large"), "--workers", "2")
    time.sleep(2.5)  # until then equal times of a file prove nothing, and it is hashed again
    ikp("run", "--corpus", str(large), "--out", str(folder / "out-large"), "--workers", "2")
    idle, walk = nothing_new(large, folder / "out-large")
    lines = [
        f"{alike_documents:,} documents, the same corpus read in four ways:",
        "",
        "| way | records and tables | seconds |",
        "| --- | --- | ---: |",
        *(f"| {way} | {digest} | {seconds:.0f} |" for way, (digest, seconds) in ways.items()),
        "",
        f"All the same bytes: {'yes' if same else 'NO'}.",
        "",
        f"{documents:,} new documents, two processes: {first.seconds:.0f} s, {documents / first.seconds:.1f} a second; "
        "memory in MB:",
        "",
        "| documents | while reading | with the processes that read | building the tables |",
        "| ---: | ---: | ---: | ---: |",
        *(
            f"| {number:,} | {cost.reading_bytes // MEGABYTE} | {cost.all_bytes // MEGABYTE} "
            f"| {cost.own_bytes // MEGABYTE} |"
            for number, cost in ((documents // 4, quarter), (documents, first))
        ),
        "",
        f"Nothing new among {documents:,}: {idle.seconds:.2f} s against {walk.seconds:.2f} s for walking and hashing "
        f"the same files in Python, a ratio of {idle.seconds / walk.seconds:.2f}; at most "
        f"{idle.all_bytes // MEGABYTE} MB.",
    ]
    return "\n".join(lines), same


def _link(large: Path, small: Path, documents: int) -> None:
    """Make a folder of the first documents of another."""
    small.mkdir()
    names = sorted(path.name for path in large.iterdir() if not path.name.endswith(".gold.json"))
    for name in names[:documents]:
        (small / name).hardlink_to(large / name)


def main() -> int:
    """Run the campaign that the command line asks for, print and record it."""
    parser = argparse.ArgumentParser(
        prog="campaigns.scale", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--alike", type=int, default=1_000)
    parser.add_argument("--no-record", action="store_true", help="print only")
    options = parser.parse_args()
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        text, same = report(options.documents, options.alike, Path(folder))
    print(text)
    if not options.no_record:
        save("Scale", f"{circumstances(time.perf_counter() - begin)}\n\n{text}")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
