"""A small corpus that needs people, the package copied so that its rules can be changed, and runs of both."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pipeline
from pipeline.decision import Decision
from pipeline.extract.scores.rules import CUED
from pipeline.jobs import stages
from pipeline.jobs.desk import Desk
from pipeline.review.queue import QueueItem
from pipeline.review.say import Act
from pipeline.storage import results
from published import rows_of

RELEASE = """\
Bawaslu Provinsi Banten Paparkan Indeks Kerawanan Pemilu 2024

SERANG, 20 Januari 2023 - Bawaslu Provinsi Banten memaparkan hasil Indeks Kerawanan Pemilu (IKP) 2024.
Kabupaten Pandeglang memperoleh skor 77,70 dan masuk kategori tinggi dalam IKP 2024.
Adapun Kota Cilegon memperoleh skor 21,90 dan masuk kategori sedang dalam IKP 2024.

Indikator kerawanan di Kabupaten Pandeglang:
1. Adanya praktik politik uang
2. Adanya intimidasi terhadap penyelenggara pemilu
3. Perusakan alat peraga di desa
"""
TWICE = RELEASE.replace(
    "Adapun Kota", "Kabupaten Pandeglang juga disebut memperoleh skor 70,10 dalam IKP 2024.\nAdapun Kota"
)
"""It contradicts itself."""
PANDEGLANG, CILEGON, LEBAK = "36.01", "36.72", "36.02"
SCORES = "extract/scores/rules.py"
NEWER = (f'Rule(id="score.cued", version={CUED.version})', f'Rule(id="score.cued", version={CUED.version + 1})')
"""The next version of a rule, for a copy of the package."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A corpus, an output folder, and the package that runs them: a copy that may be changed."""

    folder: Path

    @property
    def corpus(self) -> Path:
        return self.folder / "corpus"

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def package(self) -> Path:
        return self.folder / "code" / "pipeline"

    def put(self, text: str, name: str = "banten.txt") -> None:
        (self.corpus / name).write_text(text, encoding="utf-8")

    def change(self, module: str, *pairs: tuple[str, str]) -> None:
        """Edit a file of the copied package; each text must stand there exactly once."""
        if not self.package.exists():
            source = Path(pipeline.__file__).parent
            shutil.copytree(source, self.package)
        path = self.package / module
        text = path.read_text(encoding="utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {module}"
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")

    def run(self) -> str:
        """Run the command where the package was changed, else all in this process; return what was printed."""
        if not self.package.exists():
            stages.run(self.corpus, self.out, workers=1)
            return ""
        code = self.package.parent
        command = [sys.executable, "-m", "pipeline.cli", "run", "--workers", "1"]
        folders = ["--corpus", str(self.corpus), "--out", str(self.out)]
        done = subprocess.run(
            [*command, *folders],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(code)},
            cwd=code,
        )
        assert done.returncode in {0, 1}, done.stderr
        return done.stdout + done.stderr

    @property
    def carried(self) -> dict[str, int]:
        """What the last run made of the decisions: how many lines by outcome."""
        published = results.load_state(self.out).published
        assert published is not None
        counts: Counter[str] = Counter()
        for outcome, _, count in published.summary.carried:
            counts[outcome] += count
        return dict(counts)

    def desk(self) -> Desk:
        return Desk(self.corpus, self.out)

    def rows(self, table: str) -> list[dict[str, str]]:
        return rows_of((self.out / "dataset" / f"{table}.csv").read_bytes())

    def score(self, region: str) -> str | None:
        """Return the published score of a region, None where there is none."""
        found = [row["score"] for row in self.rows("scores") if row["region_code"] == region]
        return (found[0] or None) if found else None

    def indicators(self, region: str = PANDEGLANG) -> dict[int, str]:
        """Return the published indicators of a region with their status."""
        rows = [row for row in self.rows("indicators") if row["region_code"] == region]
        return {int(row["indicator"]): row["indicator_status"] for row in rows if row["indicator_status"]}

    def finding(self, words: str) -> dict[str, str]:
        """Return the row of the one finding whose quote has some words."""
        found = [row for row in self.rows("findings") if words in row["quote"]]
        assert len(found) == 1, [row["quote"] for row in self.rows("findings")]
        return found[0]

    def bytes(self) -> dict[str, bytes]:
        """Return all that a run makes, but state, lock and ledger."""
        kept = (self.out / "documents", self.out / "dataset")
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes()
            for folder in kept
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }


def place_in(folder: Path, text: str = RELEASE) -> Place:
    """Return a corpus with one release, not yet run."""
    place = Place(folder=folder)
    place.corpus.mkdir(parents=True)
    place.put(text)
    return place


def pending(desk: Desk, words: str) -> QueueItem:
    """Return the one item, waiting or not, whose quote has some words."""
    found = [item for item in desk._docket.items.values() if words in item.finding.raw]
    assert len(found) == 1, [(item.kind, item.finding.raw) for item in desk._docket.items.values()]
    return found[0]


def decide(
    place: Place, words: str, act: Act, actor: str = "Sari", changes: Mapping[str, str] | None = None
) -> tuple[Decision, ...]:
    """Decide the one finding whose quote has some words, at a desk of its own."""
    desk = place.desk()
    item = pending(desk, words)
    return desk.decide(actor, item.key, item.item.mark, act, changes=changes)


def kinds(place: Place) -> dict[str, str]:
    """Return what waits: the kind of each pending item by its quote."""
    return {item.finding.raw: item.kind for item in place.desk().queue()}
