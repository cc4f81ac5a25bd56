"""A morning at the review page: thousands of findings wait, and a real browser decides them by keys alone.

    PYTHONPATH=tests python -m campaigns.morning --pending 2000 --decisions 30

The command serves the pages; Chromium opens the first item and presses ``a`` again and again, undoes, accepts a
group, and changes the language. What the server says it took for each answer (``Server-Timing``) is recorded, the
posts that decide among them. Needs Chromium.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from campaigns.results import circumstances, save
from pending import write_pending
from pipeline.jobs import stages
from pipeline.storage import logbook

ROOT = Path(__file__).resolve().parents[2]
WIDTH = 40  # findings of a document
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def chromium() -> str | None:
    """Return the browser of this machine."""
    return next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)


@dataclass
class Watched:
    """Milliseconds that the server took, by what was asked: ``GET /item``."""

    times: dict[str, list[float]] = field(default_factory=dict)

    def see(self, response: Any) -> None:
        """Note one answer."""
        timing = response.headers.get("server-timing", "")
        path = response.url.split("/", 3)[3].split("?")[0].split("/")[0]
        if "dur=" in timing and path not in {"static", "picture"}:
            self.times.setdefault(f"{response.request.method} /{path}", []).append(float(timing.split("dur=")[1]))

    @property
    def worst(self) -> float:
        """The longest of all."""
        return max(max(found) for found in self.times.values())

    def rows(self) -> Iterator[str]:
        """Yield a line of a table for each kind of answer."""
        for name, found in sorted(self.times.items()):
            yield f"| {name} | {len(found)} | {statistics.median(found):.0f} | {max(found):.0f} |"


@contextmanager
def review(corpus: Path, out: Path) -> Iterator[str]:
    """Serve the pages with the command itself; yield their address."""
    command = [sys.executable, "-u", "-m", "pipeline.cli", "review", "--port", "0", "--as", "Ani"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [*command, "--corpus", str(corpus), "--out", str(out)], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[2].rstrip("/")
        process.terminate()


def by_keys(address: str, decisions: int) -> Watched:
    """Decide in a browser by keys alone, and return what was measured."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - where there is no browser it may be missing

    seen = Watched()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=QUIET)
        page = browser.new_context(locale="id-ID", viewport={"width": 1280, "height": 800}).new_page()
        page.on("response", seen.see)
        page.goto(address)

        def press(key: str) -> None:
            with page.expect_navigation():
                page.keyboard.press(key)

        page.keyboard.press("j")
        press("Enter")
        for _ in range(decisions):
            press("a")
        press("u")
        press("x")
        page.goto(address)
        press("g")  # to the group, which is decided by the same key
        press("g")
        press("u")
        browser.close()
    return seen


def campaign(folder: Path, pending: int, decisions: int) -> tuple[str, Watched]:
    """Run it in a folder; return what is recorded, and what was measured."""
    corpus, out = folder / "corpus", folder / "out"
    waiting = write_pending(corpus, documents=-(-pending // WIDTH), each=WIDTH)
    stages.run(corpus, out, workers=2)
    with review(corpus, out) as address:
        begun = time.perf_counter()
        seen = by_keys(address, decisions)
        took = time.perf_counter() - begun
    batches = dict.fromkeys(line.batch for line in logbook.load(corpus).lines)
    head = (
        f"{waiting:,} findings waited; {decisions} accepted in a row by the key `a`, one undone and rejected, then all "
        f"of one pattern accepted and undone: {len(batches)} strokes in the log, {took:.1f} s in the browser. "
        f"Milliseconds of server time, worst {seen.worst:.0f}:"
    )
    table = ("| answer | times | median | worst |", "| --- | ---: | ---: | ---: |", *seen.rows())
    return "\n".join((head, "", *table)), seen


def main() -> None:
    """Run the campaign and record it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pending", type=int, default=2_000)
    parser.add_argument("--decisions", type=int, default=30)
    options = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        body, _ = campaign(Path(folder), options.pending, options.decisions)
    save("A morning at the review page", f"{circumstances(time.monotonic() - begun)}\n\n{body}")
    print(body)


if __name__ == "__main__":
    main()
