"""The schedule for real: a cron of one minute on a fresh home, two runs, the second with nothing to do.

    PYTHONPATH=tests python -m campaigns.schedule [--corpus corpus/samples] [--picture FILE.png]

Starts ``ikp schedule`` as an operator does, without settings of Prefect or of a network, waits for two scheduled runs,
looks for connections that leave the machine, takes a picture of Prefect's page with the summary, stops it by
SIGTERM, and records what it saw. Ends with code 1 where anything is not as it must be.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from campaigns.results import circumstances, save
from prefect_api import asked

ROOT = Path(__file__).parents[2]
WAIT_SECONDS = 300.0
_ABOUT = (
    "`ikp schedule` with a cron of one minute on a fresh home folder, without network, until two runs have ended."
)
CHROMIUM = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--window-size=1300,1000",
    "--virtual-time-budget=15000",
)  # fmt: skip


def environment(home: Path) -> dict[str, str]:
    """Return what a fresh account has: no proxy, no setting of Prefect."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {**kept, "HOME": str(home), "PYTHONPATH": str(ROOT)}


def leaving() -> set[str]:
    """Return the established connections of this machine's programs to other machines."""
    told = subprocess.run(
        ["ss", "-Htn", "state", "established"], check=False, capture_output=True, text=True
    ).stdout
    peers = {line.split()[3] for line in told.splitlines()}
    return {peer for peer in peers if not peer.startswith(("127.", "[::1]", "[::ffff:127."))}


def two_runs(page: str, watched: set[str]) -> list[dict[str, Any]]:
    """Wait until two scheduled runs have ended; note connections that leave the machine meanwhile."""
    given_up = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < given_up:
        watched |= leaving()
        runs = asked(f"{page}/api", "flow_runs", sort="START_TIME_ASC", limit=200)
        ended = [run for run in runs if run["end_time"] and run["state_name"] != "Missed"]
        if len(ended) >= 2:
            return ended[:2]
        time.sleep(1)
    sys.exit("two runs did not end in time")


def picture(page: str, run: dict[str, Any], target: Path, home: Path) -> None:
    """Take a picture of the page that shows a run's summary."""
    wanted = {"flow_run_id": {"any_": [run["id"]]}, "key": {"any_": ["nightly-summary"]}}
    (artifact,) = asked(f"{page}/api", "artifacts", artifacts=wanted)
    address = f"{page}/artifacts/artifact/{artifact['id']}"
    command = [*CHROMIUM, f"--user-data-dir={home / 'chromium'}", f"--screenshot={target}", address]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def serve_twice(corpus: Path, target: Path | None) -> tuple[list[str], bool]:
    """Serve the schedule until two runs have ended. Return lines about what happened, and whether it is as it must be."""
    before, watched = leaving(), set[str]()
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        shutil.copytree(corpus, home / "corpus")
        command = [sys.executable, "-m", "pipeline.cli", "schedule", "--cron", "* * * * *"]
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=home, env=environment(home), stderr=subprocess.PIPE, text=True)
        try:
            assert process.stderr
            page = next(line for line in process.stderr if line.startswith("Prefect's page")).split()[-1]
            lines.append(f"Prefect's page was up after {time.monotonic() - began:.1f} s.")
            runs = two_runs(page, watched)
            if target:
                picture(page, runs[0], target.resolve(), home)
        finally:
            process.send_signal(signal.SIGTERM)
            stopping = time.monotonic()
            process.communicate(timeout=60)
        lines += [
            f"{run['state_name']} in {run['total_run_time']:.1f} s: {run['state']['message']}" for run in runs
        ]
        lines.append(f"Stopped by SIGTERM with code {process.returncode} in {time.monotonic() - stopping:.1f} s.")
        lines.append(f"Connections to other machines: {', '.join(sorted(watched - before)) or 'none'}.")
        ledgers = [json.loads(path.read_text()) for path in sorted((home / "extracted" / "runs").glob("*.json"))]
    read = [entry["summary"]["read"] for entry in ledgers[:2]]
    idle = read[0] > 0 == read[1] and ledgers[1]["summary"]["extracted"] == 0
    lines.append(f"Documents read: {read[0]} by the first run, {read[1]} by the second.")
    return lines, idle and process.returncode == 0 and not watched - before


def main() -> int:
    """Run the campaign; return 0 where all was as it must be."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus" / "samples")
    parser.add_argument("--picture", type=Path)
    parser.add_argument("--no-record", action="store_true", help="print only")
    options = parser.parse_args()
    began = time.monotonic()
    lines, sound = serve_twice(options.corpus, options.picture)
    print("\n".join(lines))
    if not options.no_record:
        told = "\n".join(f"- {line}" for line in lines)
        save("Schedule", f"{circumstances(time.monotonic() - began, ['prefect'])}\n\n{_ABOUT}\n\n{told}")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
