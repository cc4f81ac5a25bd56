"""What a national dataset takes to build: time against pandas on the same tables, and memory.

    PYTHONPATH=tests python -m benchmarks.national --findings 500000

Records of made-up documents are written first (see ``national_records``). Then processes of their own do, in turn,
what is to be compared. *Tables* reads the records, consolidates and checks them, and publishes the CSV tables with
picture, codebook and descriptor. *Release* is all that the end of a first ``ikp run`` does: it also compares the
tables with the release before, and publishes what changed as a table, as sentences and as a page to look at. *pandas*
reads each of the tables (``read_csv``) and writes it again (``to_csv``), as text, for a code like 36.10 must come out
as it went in. Seconds depend on the machine, their ratio hardly; memory is the largest that a process held.
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
from pipeline.dataset import stops
from pipeline.dataset.release.export import ALL_TABLES, core_files, last_files, release_of
from pipeline.dataset.tables.schema import Watch
from pipeline.jobs import judgement, publish
from pipeline.jobs.versions import code_versions
from pipeline.reference import load_reference
from pipeline.state import Index, Plan, State
from pipeline.storage import results, staging

MEGABYTE = 1 << 20
KILOBYTE = 1 << 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a task took in a process of its own: seconds by the clock and of the processor, and bytes of memory."""

    seconds: float
    processor: float
    memory: int


@publish.uncollected()
def build_tables(out: Path) -> None:
    """Build and publish the tables from the records."""
    read = judgement.judged(results.load_accounts(out), judgement.applied(out), out)[0]
    dataset = publish.consolidated(read)
    watch = Watch(ALL_TABLES)
    with staging.staged(out / "dataset") as stage:
        stage.put_all(core_files(dataset, watch))
        faults = (*stops(dataset), *watch.faults())
        if faults:
            raise SystemExit("\n".join(fault.line for fault in faults))
        stage.put_all(last_files(stage.files, release_of(dataset, stage.files, None, ()), dataset.reference.kamus))
        staging.publish(out / "dataset", stage)


def build_release(out: Path) -> None:
    """Build and publish the release from the records."""
    plan = Plan(tasks=(), done={}, index=Index(), lines=(), asides=(), state=State(), versions=code_versions())
    failed = publish.build(out, "benchmark", plan).summary.failed
    if failed:
        raise SystemExit("\n".join(failed))


def read_and_write(out: Path) -> None:
    """Read each table with pandas and write it again."""
    import pandas as pd  # noqa: PLC0415 - the other processes must not hold it

    copies = out / "copies"
    copies.mkdir(exist_ok=True)
    for path in tables_in(out):
        pd.read_csv(path, dtype=str, keep_default_na=False).to_csv(copies / path.name, index=False)


def tables_in(out: Path) -> list[Path]:
    """Return the published CSV tables."""
    return sorted((out / "dataset").glob("*.csv"))


TASKS: dict[str, Callable[[Path], None]] = {
    "tables": build_tables,
    "pandas": read_and_write,
    "release": build_release,
}


def run_task(name: str, out: Path) -> str:
    """Do a task in this process; return its cost as JSON."""
    if name == "pandas":
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


def measure(findings: int, folder: Path) -> Iterator[str]:
    """Write records below a folder, do the tasks in turn, and tell what they took."""
    out = folder / "out"
    records = write_records(out, load_reference(), findings)
    costs: dict[str, Cost] = {}
    for name in TASKS:
        costs[name] = cost_of(name, out)
        if name == "tables":
            paths = tables_in(out)
            size, rows = sum(path.stat().st_size for path in paths), sum(map(_rows, paths))
            yield f"{findings:,} findings in {records:,} documents: {rows:,} rows, {size / MEGABYTE:.0f} MB of CSV"
    yardstick = costs["pandas"]
    for name, one in costs.items():
        yield (
            f"  {name:8} {one.processor / yardstick.processor:6.2f} of pandas' processor time, "
            f"{one.seconds / yardstick.seconds:.2f} by the clock ({one.processor:.1f} s, {one.seconds:.1f} s); "
            f"{one.memory / MEGABYTE:.0f} MB at most"
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
    parser.add_argument("--folder", type=Path, help="keep records and tables there, in a folder that is new")
    parser.add_argument("--task", choices=TASKS, help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.task:
        print(run_task(options.task, options.out))
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        for line in measure(options.findings, options.folder or Path(temporary)):
            print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
