"""Fit pipeline/reference/calibration.csv anew: ``make calibrate``, after every change of the rules.

Fitted to what lies in this repository: the annotated documents that are not held back, the samples, generated
documents, which count little, and, where it is there, ``tests/gold/elsewhere.csv``: how facts of documents
turned out that may not lie here (``ikp evaluate DIR --write-counts``).
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from pipeline.dataset.evaluation.calibrate import Observation
from pipeline.jobs import measure
from roundtrip.corpus import write_corpus

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "pipeline" / "reference" / "calibration.csv"
GOLD = ROOT / "tests" / "gold"
FOLDERS = (GOLD / "documents", GOLD / "written" / "documents", ROOT / "corpus" / "samples")
ELSEWHERE = GOLD / "elsewhere.csv"
GENERATED = 170  # two of each layout
SEED = 1


def observed(complain: Callable[[str], None]) -> tuple[Observation, ...]:
    """Extract all documents with raw confidence and judge what was found."""
    with tempfile.TemporaryDirectory() as generated:
        write_corpus(Path(generated), GENERATED, seed=SEED)
        return measure.judged_facts(
            FOLDERS,
            complain,
            held_back=measure.held_back(FOLDERS),
            generated=(Path(generated),),
            counts=(ELSEWHERE,) if ELSEWHERE.exists() else (),
        )


def main() -> None:
    """Write the table and say what it holds; a document that cannot be read stops it."""
    complaints: list[str] = []
    seen = observed(complaints.append)
    if complaints:
        sys.exit(
            "\n".join([*complaints[:10], f"fit: {len(complaints)} documents cannot be read; nothing is written"])
        )
    sys.stdout.write(measure.calibrate(seen, TABLE) + "\n")


if __name__ == "__main__":
    main()
