"""What a national dataset takes to build: time against pandas on the same tables, and memory.

    PYTHONPATH=tests python -m benchmarks.national --findings 500000

Records of made-up documents are written first (see ``national_records``). Then two processes do, in turn, what is
to be compared. One reads the records, consolidates and checks them, and publishes the tables with descriptor,
codebook and picture, as the end of ``ikp run`` does. The other reads each of these tables with pandas (``read_csv``)
and writes it again (``to_csv``). Seconds depend on the machine, their ratio hardly; memory is the largest that a
process held.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.national_records import write_records
from pipeline import publish
from pipeline.reference import load_reference
from pipeline.state import Index, Plan, State
from pipeline.versions import code_versions

MEGABYTE = 1 << 20
KILOBYTE = 1 << 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a task took in a process of its own: seconds by the clock and of the processor, and bytes of memory."""

    seconds: float
    processor: float
    memory: int


def ours(out: Path) -> None:
    """Build and publish the tables from the records."""
    plan = Plan(tasks=(), done={}, index=Index(), lines=(), asides=(), state=State(), versions=code_versions())
    failed = publish.build(out, "benchmark", plan).summary.failed
    if failed:
        raise SystemExit("\n".join(failed))


def theirs(out: Path) -> None:
    """Read each table with pandas and write it again."""
    import pandas as pd  # noqa: PLC0415 - the other process must not hold it

    copies = out / "copies"
    copies.mkdir(exist_ok=True)
    for path in tables_in(out):
        pd.read_csv(path, low_memory=False).to_csv(copies / path.name, index=False)


def tables_in(out: Path) -> list[Path]:
    """Return the published CSV tables."""
    return sorted((out / "dataset").glob("*.csv"))


TASKS: dict[str, Callable[[Path], None]] = {"ours": ours, "theirs": theirs}


def run_task(name: str, out: Path) -> str:
    """Do a task in this process; return its cost as JSON."""
    if name == "theirs":
        import pandas  # noqa: F401, ICN001, PLC0415 - to import it is no part of reading and writing
    wall, processor = time.perf_counter(), time.process_time()
    TASKS[name](out)
    seconds = {"seconds": time.perf_counter() - wall, "processor": time.process_time() - processor}
    return json.dumps({**seconds, "memory": _most_memory()})


def _most_memory() -> int:
    """Return the bytes that this process held at most; what started it does not count, as it does for ``rusage``."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * KILOBYTE


def cost_of(name: str, out: Path) -> Cost:
    """Do a task in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.national", "--task", name, "--out", str(out)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Cost(**json.loads(done.stdout))


def measure(findings: int, folder: Path, *, rounds: int = 1) -> Iterator[str]:
    """Write records below a folder, do both tasks in turn, and tell what they took."""
    out = folder / "out"
    records = write_records(out, load_reference(), findings)
    costs = [{name: cost_of(name, out) for name in TASKS} for _ in range(rounds)]
    paths = tables_in(out)
    size = sum(path.stat().st_size for path in paths)
    rows = sum(_rows(path) for path in paths)
    yield f"{findings:,} findings in {records:,} documents: {rows:,} rows, {size / MEGABYTE:.0f} MB of CSV"
    for one in costs:
        mine, yardstick = one["ours"], one["theirs"]
        yield (
            f"  time to pandas as {mine.seconds / yardstick.seconds:.2f} by the clock, "
            f"{mine.processor / yardstick.processor:.2f} of the processor "
            f"({mine.seconds:.1f} s and {yardstick.seconds:.1f} s); "
            f"memory {mine.memory / MEGABYTE:.0f} MB, pandas {yardstick.memory / MEGABYTE:.0f} MB"
        )


def _rows(path: Path) -> int:
    with path.open("rb") as file:
        return sum(1 for _ in file) - 1


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="benchmarks.national", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--findings", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="keep records and tables there, in a folder that is new")
    parser.add_argument("--task", choices=TASKS, help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.task:
        print(run_task(options.task, options.out))
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        for line in measure(options.findings, options.folder or Path(temporary), rounds=options.rounds):
            print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
