"""The schedule for real: a cron of one minute on a fresh home, two runs, the second with nothing to do.

    PYTHONPATH=.:tests python -m campaigns.schedule [--corpus corpus/samples] [--picture FILE.png]

Starts ``ikp schedule`` as an operator does, without settings of Prefect or of a network, waits for two scheduled runs,
looks for connections that leave the machine, takes a picture of Prefect's page with the summary, stops it by
SIGTERM, and prints what it saw. Ends with code 1 where anything is not as it must be.
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
import urllib.request
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
WAIT_SECONDS = 300.0
CHROMIUM = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--window-size=1300,1000",
    "--virtual-time-budget=15000",
)  # fmt: skip


def environment(home: Path) -> dict[str, str]:
    """Return what a fresh account has: no proxy, no setting of Prefect."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {**kept, "HOME": str(home), "PYTHONPATH": str(ROOT)}


def asked(page: str, what: str, **wanted: object) -> list[dict[str, Any]]:
    """Return what Prefect's server answers to a filter."""
    request = urllib.request.Request(  # noqa: S310 - our own server
        f"{page}/api/{what}/filter", json.dumps(wanted).encode(), {"content-type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        found: list[dict[str, Any]] = json.load(answer)
    return found


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
        runs = asked(page, "flow_runs", sort="START_TIME_ASC", limit=200)
        ended = [run for run in runs if run["end_time"] and run["state_name"] != "Missed"]
        if len(ended) >= 2:
            return ended[:2]
        time.sleep(1)
    sys.exit("two runs did not end in time")


def picture(page: str, run: dict[str, Any], target: Path, home: Path) -> None:
    """Take a picture of the page that shows a run's summary."""
    wanted = {"flow_run_id": {"any_": [run["id"]]}, "key": {"any_": ["nightly-summary"]}}
    (artifact,) = asked(page, "artifacts", artifacts=wanted)
    address = f"{page}/artifacts/artifact/{artifact['id']}"
    command = [*CHROMIUM, f"--user-data-dir={home / 'chromium'}", f"--screenshot={target}", address]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def main() -> int:
    """Run the campaign; return 0 where all was as it must be."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus" / "samples")
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    before = leaving()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        shutil.copytree(options.corpus, home / "corpus")
        command = [sys.executable, "-m", "pipeline.cli", "schedule", "--cron", "* * * * *"]
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=home, env=environment(home), stderr=subprocess.PIPE, text=True)
        try:
            assert process.stderr
            page = next(line for line in process.stderr if line.startswith("Prefect's page")).split()[-1]
            print(f"page up after {time.monotonic() - began:.1f} s: {page}")
            watched: set[str] = set()
            first, second = two_runs(page, watched)
            if options.picture:
                picture(page, first, options.picture.resolve(), home)
        finally:
            process.send_signal(signal.SIGTERM)
            stopping = time.monotonic()
            process.communicate(timeout=60)
        for run in (first, second):
            print(f"{run['state_name']}: {run['state']['message']} ({run['total_run_time']:.1f} s)")
        ledgers = [json.loads(path.read_text()) for path in sorted((home / "extracted" / "runs").glob("*.json"))]
        for entry in ledgers[:2]:
            print(f"ledger {entry['run']}: {entry['command']}, seconds {entry['seconds']}")
        print(f"stopped with code {process.returncode} in {time.monotonic() - stopping:.1f} s")
        print(f"connections to other machines: {sorted(watched - before) or 'none'}")
        idle = ledgers[1]["summary"]["read"] == ledgers[1]["summary"]["extracted"] == 0
        return 0 if idle and process.returncode == 0 and not watched - before else 1


if __name__ == "__main__":
    sys.exit(main())
