"""Nights that are killed, or whose disk is full: the next one ends in the same bytes, the tables are whole meanwhile.

    PYTHONPATH=tests python -m campaigns.kills --kills 100 --full-disks 20

A first night is fetched from a server on loopback, read and published. Then the server and the folder change, and
the second night is killed with SIGKILL at a random moment: while it fetches, reads, writes, publishes, or at any
time. After each kill the published tables must be those of the first night or those of the second, whole; a
watcher looks at them all the while. The night that follows must leave the bytes of one that nobody disturbed.

For full disks the corpus and the results lie on a small file system in memory, which needs the rights to mount one.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from campaigns.results import circumstances, save
from pipeline.jobs import stages
from pipeline.jobs.gather import gather
from pipeline.sources.client import Client
from roundtrip.corpus import write_corpus
from web.server import Page, Site, served

ROOT = Path(__file__).resolve().parents[2]
NIGHT = datetime(2024, 8, 2, 19, tzinfo=UTC)
PHASES = ("fetching", "reading", "writing", "publishing", "any time")
DOCUMENTS = 16
PAGES = 12
SOURCE = """
[pers]
kind = "feed"
urls = ["{url}/feed"]
private_hosts = ["127.0.0.1"]
delay_seconds = 0
"""
TEXT = "Kabupaten {} memperoleh skor IKP 2024 sebesar {:.2f} dan masuk kategori rawan tinggi, kata ketua Bawaslu."
REGIONS = ("Klaten", "Boyolali", "Sukoharjo", "Wonogiri", "Karanganyar", "Sragen", "Grobogan", "Blora", "Rembang", "Pati",
           "Kudus", "Jepara", "Demak", "Temanggung", "Kendal", "Batang")  # fmt: skip


def night(corpus: Path, out: Path, number: int) -> None:
    """Fetch, read and publish: what ``ikp fetch`` and ``ikp run`` do, at a time of night that is given."""
    with Client(sleep=lambda _: None) as client:
        gather(corpus, now=NIGHT + timedelta(days=number), client=client)
    stages.run(corpus, out, workers=1)


def write_site(site: Site, number: int) -> None:
    """Write the pages of a night: in the second some have changed, one is gone, some are new."""
    paths = []
    for place, region in enumerate(REGIONS[: PAGES + 4 * number]):
        score = 60 + place / 10 + (0.05 if number and place % 4 == 0 else 0.0)
        body = f"<article><h1>Kerawanan pemilu</h1><p>{TEXT.format(region, score)}</p></article>".encode()
        page = Page(body=body, etag=f'"{hashlib.sha256(body).hexdigest()[:8]}"')
        site.pages[f"/{region}"] = Page(status=410) if number and place == 1 else page
        paths.append(f"/{region}")
    items = "".join(f"<item><title>x</title><link>{path}</link></item>" for path in paths)
    feed = f"<rss><channel>{items}</channel></rss>".encode()
    site.pages["/feed"] = Page(body=feed, kind="application/rss+xml", etag=f'"feed{number}"')


def change_folder(corpus: Path) -> None:
    """Change what was put into the corpus by hand: new documents, one that changed, one that went."""
    write_corpus(corpus / "berkas", DOCUMENTS + 6, seed=1)
    next(iter(sorted((corpus / "berkas").glob("*.txt")))).unlink(missing_ok=True)


Files = dict[str, bytes]


def files_of(folder: Path, *parts: str) -> Files:
    """Return the files below parts of a folder, by name."""
    found = (path for part in parts for path in sorted((folder / part).rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def state_of(place: Path) -> str:
    """Hash all that a night leaves behind and that must not depend on how it went: corpus, records, tables."""
    files = files_of(place, "corpus", "out/documents", "out/dataset")
    digest = hashlib.sha256()
    for name in sorted(files):
        if Path(name).name != ".lock":
            digest.update(f"{name}\n".encode() + hashlib.sha256(files[name]).digest())
    return digest.hexdigest()


def tables_of(out: Path) -> str | None:
    """Hash the published tables as one reader finds them, None where they changed places while it read.

    The folder is held open; as long as it is the one that is published, it must be whole.
    """
    dataset = out / "dataset"
    try:
        handle = os.open(dataset, os.O_RDONLY | os.O_DIRECTORY)
        try:
            found = _read(handle)
            same = os.path.samestat(os.fstat(handle), dataset.stat())
        finally:
            os.close(handle)
    except FileNotFoundError:
        return "missing"
    return found if same else None


def _read(folder: int) -> str:
    digest = hashlib.sha256()
    try:
        for name in sorted(os.listdir(folder)):
            with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=folder), "rb") as stream:
                digest.update(f"{name}\n".encode() + hashlib.sha256(stream.read()).digest())
    except FileNotFoundError:
        return "torn"
    return digest.hexdigest()


@dataclass(slots=True)
class Watcher:
    """Looks at the published tables again and again; ``seen`` counts what it found."""

    out: Path
    seen: Counter[str] = field(default_factory=Counter)
    _over: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Look until the block ends, and once more."""
        thread = threading.Thread(target=self._look, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._over.set()
            thread.join()
            self._once()

    def _look(self) -> None:
        while not self._over.wait(0.003):
            self._once()

    def _once(self) -> None:
        found = tables_of(self.out)
        if found is not None:
            self.seen[found] += 1


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A night before, the site as it is now, and what an undisturbed second night makes of both."""

    before: Path
    site: Site
    first: str
    second: str
    undisturbed: str
    seconds: float


def build(folder: Path, site: Site) -> World:
    """Do the first night, change the world, and do the second undisturbed."""
    before, calm = folder / "before", folder / "calm"
    (before / "corpus").mkdir(parents=True)
    (before / "corpus" / "sources.toml").write_text(SOURCE.format(url=site.url))
    write_corpus(before / "corpus" / "berkas", DOCUMENTS, seed=1)
    write_site(site, 0)
    run_night(before, 0)
    first = tables_of(before / "out")
    change_folder(before / "corpus")
    write_site(site, 1)
    shutil.copytree(before, calm)
    begin = time.monotonic()
    run_night(calm, 1)
    seconds = time.monotonic() - begin
    second = tables_of(calm / "out")
    if first is None or second is None or first == second:
        raise SystemExit("the two nights publish the same: nothing would be shown")
    return World(before=before, site=site, first=first, second=second, undisturbed=state_of(calm), seconds=seconds)


def command_of(place: Path, number: int) -> list[str]:
    """Return the command of a night in a process of its own."""
    return [sys.executable, "-m", "campaigns.kills", "--night", str(number), "--place", str(place)]


def start(place: Path, number: int) -> subprocess.Popen[bytes]:
    """Start a night, with the children that it will have, in a group of its own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))}
    return subprocess.Popen(
        command_of(place, number),
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def run_night(place: Path, number: int) -> None:
    """Do a night to its end. Stops the campaign where it fails."""
    process = start(place, number)
    _, complaint = process.communicate()
    if process.returncode != 0:
        raise SystemExit(f"a night that nobody disturbed failed: {complaint.decode()[-2000:]}")


def moment(world: World, place: Path, phase: str, chance: random.Random) -> Callable[[], bool]:
    """Return what tells that the moment has come to kill."""
    asked = len(world.site.requests) + chance.randint(1, len(REGIONS))
    records = place / "out" / "documents"
    began = time.time()
    changed = chance.randint(1, DOCUMENTS // 2)
    late = time.monotonic() + chance.uniform(0.0, world.seconds)

    def written() -> int:
        return sum(entry.stat().st_mtime > began for entry in os.scandir(records) if entry.name.endswith(".json"))

    def publishing() -> bool:
        return (place / "out" / ".dataset.new").exists() or (place / "out" / ".dataset.old").exists()

    return {
        "fetching": lambda: len(world.site.requests) >= asked,
        "reading": lambda: len(world.site.requests) > len(REGIONS) and written() >= 1,
        "writing": lambda: written() >= changed,
        "publishing": publishing,
    }.get(phase, lambda: time.monotonic() >= late)


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """A night that was killed: whether it still ran then, and all that went wrong."""

    phase: str
    alive: bool
    troubles: tuple[str, ...]


def kill_one(world: World, folder: Path, number: int) -> Killed:
    """Kill a night, look at the tables, let the next night run, and compare."""
    chance = random.Random(number)
    phase = PHASES[number % len(PHASES)]
    place = folder / "killed"
    shutil.copytree(world.before, place)
    watcher = Watcher(place / "out")
    with watcher.watching():
        come = moment(world, place, phase, chance)
        process = start(place, 1)
        while process.poll() is None and not come():
            time.sleep(0.0005 if phase == "publishing" else 0.002)
        time.sleep(chance.uniform(0.0, 0.01 if phase == "publishing" else 0.15))
        alive = process.poll() is None
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    known = {world.first: "first", world.second: "second"}
    troubles = [
        f"the tables were {found[:12]} {count} times"
        for found, count in watcher.seen.items()
        if found not in known
    ]
    run_night(place, 1)
    if tables_of(place / "out") != world.second:
        troubles.append("the next night published other tables")
    if state_of(place) != world.undisturbed:
        troubles.append("the next night left other bytes")
    shutil.rmtree(place)
    return Killed(phase=phase, alive=alive, troubles=tuple(troubles))


# --- full disks ---


def mounted(folder: Path, megabytes: float) -> bool:
    """Mount a file system in memory of that size, or change its size; tell whether that was possible."""
    folder.mkdir(exist_ok=True)
    size = f"size={int(megabytes * 1024)}k"
    options = f"remount,{size}" if os.path.ismount(folder) else size
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def fill_one(world: World, folder: Path, share: float, needed: float) -> Killed:
    """Let a night run out of disk after a share of what it needs, then give it room."""
    small = folder / "disk"
    if not mounted(small, 2000):
        raise PermissionError("no right to mount a file system")
    try:
        place = small / "place"
        shutil.copytree(world.before, place)
        mounted(small, _used(small) + share * needed)
        process = start(place, 1)
        _, complaint = process.communicate()
        troubles = []
        if process.returncode != 0 and b"No space left" not in complaint:
            troubles.append(f"a full disk was told as {complaint.decode()[-300:]!r}")
        if tables_of(place / "out") not in {world.first, world.second}:
            troubles.append("the tables were not whole")
        mounted(small, 2000)
        run_night(place, 1)
        if state_of(place) != world.undisturbed:
            troubles.append("the next night left other bytes")
        return Killed(phase="full disk", alive=process.returncode != 0, troubles=tuple(troubles))
    finally:
        subprocess.run(["umount", "-l", str(small)], check=False, capture_output=True)


def needed_by(world: World, folder: Path) -> float:
    """Return how many megabytes an undisturbed second night takes at most beyond those of the first."""
    small = folder / "disk"
    if not mounted(small, 2000):
        raise PermissionError("no right to mount a file system")
    try:
        shutil.copytree(world.before, small / "place")
        before = largest = _used(small)
        process = start(small / "place", 1)
        while process.poll() is None:
            largest = max(largest, _used(small))
            time.sleep(0.002)
        process.communicate()
        return largest - before
    finally:
        subprocess.run(["umount", "-l", str(small)], check=False, capture_output=True)


def _used(folder: Path) -> float:
    found = os.statvfs(folder)
    return (found.f_blocks - found.f_bfree) * found.f_frsize / (1 << 20)


# --- the campaign ---


def report(results: list[Killed], world: World) -> str:
    """Return the section for the record."""
    lines = [
        f"Second nights of {DOCUMENTS + 6} files and {len(REGIONS)} pages, {world.seconds:.1f} s undisturbed. After each the next "
        "night ran; *wrong* are those after which records, tables or corpus had other bytes than an undisturbed night "
        "leaves, or whose tables were not whole at some moment.",
        "",
        "| disturbed while | nights | caught at work | wrong |",
        "| --- | ---: | ---: | ---: |",
    ]
    for phase in (*PHASES, "full disk"):
        some = [one for one in results if one.phase == phase]
        if some:
            wrong = sum(bool(one.troubles) for one in some)
            lines.append(f"| {phase} | {len(some)} | {sum(one.alive for one in some)} | {wrong} |")
    lines += [f"\n- {one.phase}: {'; '.join(one.troubles)}" for one in results if one.troubles]
    return "\n".join(lines)


def run(
    kills: int, full_disks: int, *, tell: Callable[[str], None] = lambda _: None
) -> tuple[list[Killed], World]:
    """Do the campaign; return what came of each night."""
    with tempfile.TemporaryDirectory() as name, served(Site()) as site:
        folder = Path(name)
        world = build(folder, site)
        results = []
        for number in range(kills):
            results.append(kill_one(world, folder, number))
            tell(f"{number + 1} of {kills} killed, {sum(bool(one.troubles) for one in results)} wrong")
        needed = needed_by(world, folder) if full_disks else 0.0
        for number in range(full_disks):
            share = (number + 0.5) / full_disks
            results.append(fill_one(world, folder, share, needed))
            tell(f"{number + 1} of {full_disks} full disks, {sum(bool(one.troubles) for one in results)} wrong")
        return results, world


def main() -> int:
    """Run the campaign that the command line asks for, or one night of it."""
    parser = argparse.ArgumentParser(
        prog="campaigns.kills", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--full-disks", type=int, default=20)
    parser.add_argument("--no-record", action="store_true", help="print only")
    parser.add_argument("--night", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--place", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.night is not None:
        night(options.place / "corpus", options.place / "out", options.night)
        return 0
    begin = time.monotonic()
    results, world = run(options.kills, options.full_disks, tell=lambda line: print(line, flush=True))
    text = report(results, world)
    print(text)
    if not options.no_record:
        save("Kills and full disks", f"{circumstances(time.monotonic() - begin)}\n\n{text}")
    return 1 if any(one.troubles for one in results) else 0


if __name__ == "__main__":
    sys.exit(main())
