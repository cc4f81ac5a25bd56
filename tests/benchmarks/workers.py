"""What a second worker brings, as a ratio measured side by side in one run.

    PYTHONPATH=tests python -m benchmarks.workers --documents 600

One generated corpus is read into fresh folders by one worker and by two, in turn. Counted are seconds by the
clock, the start of the processes and the building of the dataset included, as whoever waits for a run counts them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from pipeline.jobs import stages
from roundtrip.corpus import write_corpus

WORKERS = (1, 2)


def seconds_of(corpus: Path, out: Path, *, workers: int) -> float:
    """Run over a corpus for the first time and return the seconds it took."""
    begin = time.perf_counter()
    stages.run(corpus, out, workers=workers)
    return time.perf_counter() - begin


def measure(documents: int, folder: Path, *, rounds: int = 3) -> dict[int, float]:
    """Return the shortest of ``rounds`` runs for each number of workers, over one corpus below ``folder``."""
    corpus = folder / "corpus"
    write_corpus(corpus, documents)
    runs: dict[int, list[float]] = {workers: [] for workers in WORKERS}
    for turn in range(rounds):
        for workers in WORKERS:
            runs[workers].append(seconds_of(corpus, folder / f"out{turn}-{workers}", workers=workers))
    return {workers: min(seconds) for workers, seconds in runs.items()}


def as_lines(documents: int, seconds: dict[int, float]) -> Sequence[str]:
    """Return the ratio, with the seconds it comes from."""
    one, two = (seconds[workers] for workers in WORKERS)
    return (
        f"{documents} documents: one worker {one:.1f} s, two {two:.1f} s",
        f"two workers against one: {two / one:.2f} of the time",
    )


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="benchmarks.workers", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=600)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.writelines(
            f"{line}\n" for line in as_lines(options.documents, measure(options.documents, Path(folder)))
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
