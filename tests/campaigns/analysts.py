"""Analysts at one queue, and a log that is cut off: nothing is lost, nothing is there twice.

    PYTHONPATH=tests python -m campaigns.analysts --decisions 200 --kills 100

Several processes decide at one corpus at the same time, each so many findings, all from the top of the queue: who
comes second is told who was first, and takes the next. Then a process that decides without end is killed with
SIGKILL at random moments; whatever it had reported must be in the log, and the log must be read and added to. Last
the log is cut at every byte of its last batches: it must be whole, or lack the cut batch alone.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from campaigns.results import circumstances, save
from pending import write_pending
from pipeline.decision import Decision
from pipeline.jobs import stages
from pipeline.jobs.desk import Desk, Stale
from pipeline.storage import logbook
from pipeline.storage.files import DECISIONS

ROOT = Path(__file__).resolve().parents[2]
WIDTH = 40  # findings of a document


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What several analysts left: batches in the log by name, findings decided twice, how often one was too late."""

    batches: dict[str, int]
    twice: int
    late: int
    lost: int


def decide_many(corpus: Path, out: Path, name: str, count: int) -> None:
    """Accept findings from the top of the queue; print the id of each batch once it is written."""
    desk = Desk(corpus=corpus, out=out)
    done = 0
    while done < count:
        desk.refresh()
        waiting = desk.queue()
        if not waiting:
            return
        item = waiting[0]
        try:
            lines = desk.decide(name, item.key, item.item.mark, "accept")
        except Stale:
            print("late", flush=True)
            continue
        print(lines[0].batch, flush=True)
        done += 1


def _start(corpus: Path, out: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "campaigns.analysts", "--as", name, "--count", str(count), str(corpus), str(out)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))},
    )


def together(corpus: Path, out: Path, names: Sequence[str], count: int) -> Together:
    """Let analysts decide at the same time, each ``count`` findings."""
    running = {name: _start(corpus, out, name, count) for name in names}
    said = {name: process.communicate(timeout=900)[0].split() for name, process in running.items()}
    lines = logbook.load(corpus).lines
    decided = Counter((line.finding_id, line.field) for line in lines)
    reported = [batch for words in said.values() for batch in words if batch != "late"]
    return Together(
        batches=dict(Counter(batch_actors(lines).values())),
        twice=sum(number > 1 for number in decided.values()),
        late=sum(words.count("late") for words in said.values()),
        lost=len(set(reported) - {line.batch for line in lines}),
    )


def batch_actors(lines: Sequence[Decision]) -> dict[str, str]:
    """Return who wrote each batch."""
    return {line.batch: line.actor for line in lines}


def killed(corpus: Path, out: Path, kills: int, *, seed: int = 0) -> tuple[int, int]:
    """Kill a deciding process so many times; return how many reported decisions the log lacks, and all of them."""
    chance = random.Random(seed)
    lost = reported = 0
    for number in range(kills):
        with _start(corpus, out, f"analis {number}", 1 << 30) as process:
            assert process.stdout is not None
            first = process.stdout.readline()  # it is at work
            time.sleep(chance.uniform(0, 0.15))
            process.send_signal(signal.SIGKILL)
            words = (first + process.stdout.read()).split("\n")[:-1]  # what follows was not reported to its end
        known = {line.batch for line in logbook.load(corpus).lines}
        told = {word for word in words if word != "late"}
        reported += len(told)
        lost += len(told - known)
    return lost, reported


def cuts(corpus: Path, batches: int) -> tuple[int, int]:
    """Cut the last batches of a log at every byte; return how many cuts there were, and how many read wrongly."""
    names = list(dict.fromkeys(line.batch for line in logbook.load(corpus).lines))[-batches:]
    rows = [row for row in (corpus / DECISIONS).read_bytes().splitlines(keepends=True) if _batch_of(row) in names]
    ends = [0]
    for row in rows:
        ends.append(ends[-1] + len(row))
    (corpus / "cut").mkdir(exist_ok=True)
    path = corpus / "cut" / DECISIONS
    path.write_bytes(b"".join(rows))
    lines = logbook.load(path.parent).lines
    wrong = 0
    for cut in reversed(range(ends[-1])):
        os.truncate(path, cut)
        whole = [line for place, line in enumerate(lines) if ends[place + 1] - 1 <= cut]  # a line feed may lack
        while whole and sum(line.batch == whole[-1].batch for line in whole) < whole[-1].of:
            whole.pop()
        wrong += logbook.load(path.parent).lines != tuple(whole)
    return ends[-1], wrong


def _batch_of(row: bytes) -> str:
    return str(json.loads(row)["batch"])


def main() -> None:
    """Run the campaign and record it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--decisions", type=int, default=200, help="of each analyst")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--as", dest="name")
    parser.add_argument("--count", type=int)
    parser.add_argument("folders", nargs="*", type=Path)
    options = parser.parse_args()
    if options.name:
        corpus, out = options.folders
        decide_many(corpus, out, options.name, options.count)
        return
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        body = campaign(Path(folder), options.decisions, options.kills)
    save("Analysts", f"{circumstances(time.monotonic() - begun)}\n\n{body}")
    print(body)


def campaign(folder: Path, decisions: int, kills: int, last: int = 20) -> str:
    """Run all of it in a folder and return what is recorded."""
    corpus, out = folder / "corpus", folder / "out"
    names = ("ani", "budi")
    waiting = write_pending(corpus, documents=-(-(len(names) * decisions + 20 * kills) // WIDTH), each=WIDTH)
    stages.run(corpus, out, workers=2)
    found = together(corpus, out, names, decisions)
    lost, reported = killed(corpus, out, kills)
    cut, wrong = cuts(corpus, last)
    return "\n".join((
        f"{waiting:,} findings waited. Two analysts at one queue, each from its top, at the same time:",
        "",
        f"- decisions in the log: {', '.join(f'{name} {found.batches.get(name, 0)}' for name in names)}; "
        f"reported and not there: {found.lost}; findings decided twice: {found.twice}; came second and were told so: "
        f"{found.late}",
        f"- {kills} processes killed while they decided: of {reported:,} decisions reported {lost} are not in the log",
        f"- the log cut at each of the last {cut:,} bytes: {wrong} read otherwise than whole or without the cut batch",
    ))  # fmt: skip


if __name__ == "__main__":
    main()
