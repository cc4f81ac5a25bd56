"""The wheel in an empty environment: installed from the package index, every command tried on the samples it carries.

    PYTHONPATH=tests python -m campaigns.distribution [--python PYTHON] [--constraints] [--keep FOLDER] [--no-record]

Nothing of the checkout is in sight: a new virtual environment, a new home, an empty folder, no PYTHONPATH. Sdist and
wheel are built twice, from two clones, under another umask, time zone and language, and must have the same bytes; the
tables must be those of a clone. Needs the package index that pip is set up for, and git. Ends with code 1 where
anything is not as it must be.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import make_dist
from campaigns.results import circumstances, save

ROOT = make_dist.ROOT
WAIT_SECONDS = 120.0
_ABOUT = """The commit's sdist and wheel, built in two clones under another umask, time zone and language. Then the wheel \
alone, installed from the package index into an empty environment, and every command in an empty folder, with a new home \
and no PYTHONPATH, on the samples that the wheel carries."""

_SCRIPT = """
from pipeline import consolidate, export, extract, load, read
found = extract(read("corpus/samples/klungkung-rilis-indikator.docx")).findings
export(consolidate("corpus/samples"), "my-dataset")
print(len(found), "findings in one document,", len(load("my-dataset")["findings"]), "in all")
"""
#: What is tried, in this order, in one folder: the command and the exit code that it must have.
COMMANDS = (
    ("ikp run", 3),  # there is no corpus yet, which is said
    ("ikp samples", 0),
    ("ikp samples", 2),  # never over what is there
    ("ikp run", 0),
    ("ikp run", 0),
    ("ikp extract --format table corpus/samples/klungkung-rilis-indikator.docx", 0),
    ("ikp match 'politik uang'", 0),
    ("ikp why 36.71 score --picture page.png", 0),
    ("ikp why 36.01 --pack pandeglang.html", 0),
    ("ikp diff", 0),
    ("ikp diff --format html", 0),
    ("ikp export --format csv,parquet,xlsx", 0),
    ("ikp export --list", 0),
    ("ikp evaluate corpus/samples", 0),
    ("ikp alias 'titip sembako warga' --means 54", 0),
    ("ikp review --list", 0),
    ("ikp sources list", 0),
    ("ikp sources check", 0),
    ("ikp fetch", 0),
    ("python library.py", 0),
    ("ikp nightly", 0),
    ("ikp rebuild", 0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An empty environment and an empty folder, and what was seen there: lines of the table, and what went wrong."""

    environment: Path
    folder: Path
    home: Path
    rows: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def variables(self) -> dict[str, str]:
        """Return what a fresh account has, with the environment's own programs first."""
        path = os.pathsep.join([str(self.environment / "bin"), os.environ["PATH"]])
        return {"PATH": path, "HOME": str(self.home), "LANG": os.environ.get("LANG", "C.UTF-8")}

    def call(self, command: str, code: int, **settings: str) -> str:
        """Run a command, note how it ended and how long it took, and return what it printed."""
        began = time.monotonic()
        done = subprocess.run(
            shlex.split(command),
            cwd=self.folder,
            env=self.variables() | settings,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        said = (done.stdout or done.stderr).strip().splitlines() or [""]
        self.note(command, f"{done.returncode}", time.monotonic() - began, said[-1])
        if done.returncode != code:
            self.wrong.append(f"{command}: code {done.returncode}, not {code}: {done.stderr.strip()}")
        return done.stdout

    def note(self, what: str, how: str, seconds: float, said: str) -> None:
        """Put a line into the table."""
        cells = [
            re.sub(r"\s+", " ", text.replace(str(self.environment), ".venv").replace("`", ""))
            for text in (what, said)
        ]
        self.rows.append(f"| `{cells[0]}` | {how} | {seconds:.1f} | {cells[1][:90]} |")
        print(self.rows[-1], flush=True)


def builds(folder: Path) -> tuple[Path, Path, bool]:
    """Build the commit in two clones; return sdist and wheel of the first, and whether all bytes are equal."""
    oddities: tuple[dict[str, str], dict[str, str]] = (
        {},
        {"TZ": "Asia/Jakarta", "LC_ALL": "C", "PYTHONHASHSEED": "7"},
    )
    made = []
    for number, odd in enumerate(oddities):
        clone, target = folder / f"clone{number}", folder / f"dist{number}"
        subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
        subprocess.run(
            [sys.executable, "tests/make_dist.py", target],
            cwd=clone,
            env={**os.environ, **odd},
            umask=0o077 if odd else 0o022,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        made.append({path.name: path.read_bytes() for path in target.iterdir()})
    return folder / "dist0" / make_dist.SDIST, folder / "dist0" / make_dist.WHEEL, made[0] == made[1]


def install(python: str, wheel: Path, folder: Path, *, locked: bool) -> tuple[Place, str]:
    """Make the empty environment, and return it with a line about what came into it."""
    place = Place(environment=folder / "environment", folder=folder / "empty", home=folder / "home")
    place.folder.mkdir()
    place.home.mkdir()
    began = time.monotonic()
    subprocess.run([python, "-m", "venv", place.environment], check=True)
    pip = [str(place.environment / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
    constraint = ["-c", str(wheel.with_name(make_dist.CONSTRAINTS))] if locked else []
    quiet = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run(
        [*pip, "install", "-q", *constraint, str(wheel)], check=True, env=quiet, stderr=subprocess.DEVNULL
    )
    seconds = time.monotonic() - began
    sound = subprocess.run([*pip, "check"], capture_output=True, text=True, check=False, env=quiet)
    if sound.returncode:
        place.wrong.append(sound.stdout)
    listed = subprocess.run(
        [*pip, "list", "--format=freeze"], capture_output=True, text=True, check=True, env=quiet
    )
    size = sum(
        path.stat().st_size for path in place.environment.rglob("*") if path.is_file() and not path.is_symlink()
    )
    count = len(listed.stdout.splitlines())
    return (
        place,
        f"{count} packages in {seconds:.0f} s, {size / 1e6:,.0f} MB; `pip check`: {sound.stdout.strip().rstrip('.')}",
    )


def published(out: Path) -> dict[str, bytes]:
    """Return what was computed: path below the output folder -> bytes."""
    files = (path for part in ("documents", "dataset") for path in (out / part).iterdir())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def computed_by(clone: Path) -> dict[str, bytes]:
    """Return what ``make run`` computes in a clone, with the packages of this environment."""
    command = [sys.executable, "-m", "pipeline.cli", "run", "--out", "new"]
    subprocess.run(
        command, cwd=clone, env=os.environ | {"PYTHONPATH": str(clone)}, check=True, capture_output=True
    )
    return published(clone / "new")


def compare(place: Place, after: str, theirs: dict[str, bytes]) -> str:
    """Return a line about the published files beside those of a clone."""
    ours = published(place.folder / "extracted")
    other = sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))
    if other:
        place.wrong.append(f"after {after}: other than in a clone: {', '.join(other)}")
    return f"After `{after}` {len(ours) - len(other)} of {len(theirs)} files have the bytes that `make run` gives in a clone"


@contextmanager
def served(place: Place, command: str, ready: str) -> Iterator[str]:
    """Start a command that serves, wait for the line that says so, yield it, and end it."""
    began = time.monotonic()
    log = place.home / "served.log"
    with log.open("w") as file:
        process = subprocess.Popen(
            shlex.split(command), cwd=place.folder, env=place.variables(), stdout=file, stderr=file
        )
    try:
        while not (found := re.search(ready, log.read_text())) and process.poll() is None:
            if time.monotonic() - began > WAIT_SECONDS:
                break
            time.sleep(0.2)
        if found is None:
            place.wrong.append(f"{command}: does not serve: {log.read_text()}")
        yield found[0] if found else ""
    finally:
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=60)
        place.note(command, f"{code}", time.monotonic() - began, log.read_text().strip().splitlines()[-1])
        if code:
            place.wrong.append(f"{command}: ended with {code}")


def look(address: str) -> bytes:
    """Return what a server on this machine answers."""
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - our own server
        return bytes(answer.read())


def serve(place: Place) -> None:
    """Open the review application, and the schedule; give Prefect the deployment that the wheel carries."""
    with served(place, "ikp review --port 8791", r"http://127\.0\.0\.1:\d+[^\s]*") as page:
        if page and b"review.css" not in look(page):
            place.wrong.append("ikp review: a page without its style")
    with served(place, "ikp schedule --port 4791", r"http://127\.0\.0\.1:\d+(?=\n.*next run)") as page:
        if page:
            server = {"PREFECT_API_URL": f"{page}/api", "DO_NOT_TRACK": "1"}
            place.call("prefect work-pool create ikp --type process", 0, **server)
            file = place.environment / "share" / "ikp" / "prefect.yaml"
            place.call(f"prefect --no-prompt deploy --all --prefect-file {file}", 0, **server)


def scans(place: Place) -> None:
    """Read a scan, where Tesseract is installed."""
    shutil.copyfile(ROOT / "tests" / "scans" / "sulbar-miring.jpg", place.folder / "scan.jpg")
    there = shutil.which("tesseract") is not None
    found = place.call("ikp extract scan.jpg", 0 if there else 1)
    if there and '"type"' not in found:
        place.wrong.append("ikp extract scan.jpg: no finding")


def run(folder: Path, python: str, *, locked: bool) -> tuple[list[str], Place]:
    """Build, install and try everything; return lines for the record, and the place with its table."""
    sdist, wheel, equal = builds(folder)
    theirs = computed_by(folder / "clone0")
    place, came = install(python, wheel, folder, locked=locked)
    if not equal:
        place.wrong.append("two builds of one commit differ")
    lines = [
        f"Sdist {sdist.stat().st_size / 1e6:.1f} MB, {len(make_dist.inside_sdist(sdist)):,} files; "
        f"wheel {wheel.stat().st_size / 1e6:.1f} MB, {len(make_dist.inside_wheel(wheel)):,} files.",
        f"Two builds have {'the same' if equal else 'OTHER'} bytes.",
        f"Installed {'with the constraints' if locked else 'without constraints'}: {came}.",
    ]
    if place.call("ikp --version", 0) != f"ikp {make_dist.VERSION}\n":
        place.wrong.append("ikp --version: another version")
    (place.folder / "library.py").write_text(_SCRIPT, encoding="utf-8")
    compared: set[str] = set()
    for command, code in COMMANDS:
        place.call(command, code)
        if code == 0 and command in {"ikp run", "ikp nightly", "ikp rebuild"} - compared:
            lines.append(f"{compare(place, command, theirs)}.")
            compared.add(command)
    scans(place)
    serve(place)
    return lines, place


def main() -> int:
    """Run the campaign; return 0 where all was as it must be."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--python", default=sys.executable, help="the interpreter of the empty environment")
    parser.add_argument("--constraints", action="store_true", help="install the locked versions")
    parser.add_argument("--no-record", action="store_true", help="print only")
    options = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        lines, place = run(Path(name), options.python, locked=options.constraints)
    told = "\n".join(f"- {line}" for line in (*lines, *(f"WRONG: {line}" for line in place.wrong)))
    print(told)
    if not options.no_record:
        table = "\n".join(["| command | code | seconds | last line |", "| --- | ---: | ---: | --- |", *place.rows])
        save(
            "Distribution",
            f"{circumstances(time.monotonic() - began, ['setuptools'])}\n\n{_ABOUT}\n\n{told}\n\n{table}",
        )
    return 1 if place.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
