"""Build the sdist and the wheel of this checkout, the same bytes each time, and check what is in them.

    python tests/make_dist.py [FOLDER]

Taken is what git tracks, so that nothing that lies about gets in. The sdist is built from it, the wheel from the
sdist; a wheel built from the checkout itself must have the same bytes. Times are that of the commit (or
SOURCE_DATE_EPOCH), modes and owners always the same: two builds of a commit are equal, with the same Python and
setuptools. Needs no network. FOLDER (dist/) gets both, the locked versions as constraints, and SHA256SUMS.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
VERSION: Final[str] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
NAME: Final = f"ikp-{VERSION}"
SDIST: Final = f"{NAME}.tar.gz"
WHEEL: Final = f"{NAME}-py3-none-any.whl"
CONSTRAINTS: Final = f"{NAME}-constraints.txt"

_BUILD: Final = "import sys; from setuptools import build_meta; build_meta.{verb}(sys.argv[1])"
_LEFT_BEHIND: Final = re.compile(
    r"(^|/)(\.(venv|git|\w+_cache|hypothesis|coverage)|__pycache__|build|dist|[^/]*\.egg-info)(/|$)"
)
_CORPUS: Final = re.compile(r"corpus/(manifest\.jsonl|samples/.+)")
_MACHINE: Final = re.compile(rb"(?<![\w.:/*-])/(?:work|tmp|root|home|opt|Users)/\w")


def tracked() -> list[str]:
    """Return the paths of the files that git tracks; in an unpacked sdist, of all that is not left behind by tools."""
    names = _git("ls-files", "-z").split("\0")
    if names == [""]:
        names = [path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*")]
    return sorted(name for name in set(names) if (ROOT / name).is_file() and not _LEFT_BEHIND.search(name))


def commit_time() -> int:
    """Return the time that every file gets: SOURCE_DATE_EPOCH, else that of the commit, else that of pyproject.toml."""
    given = os.environ.get("SOURCE_DATE_EPOCH") or _git("log", "-1", "--format=%ct")
    return int(given or (ROOT / "pyproject.toml").stat().st_mtime)


def _git(*arguments: str) -> str:
    """Return what git says of the checkout, nothing where it is none or git is missing."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        return ""
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=False, cwd=ROOT).stdout


def copied(names: list[str], folder: Path) -> Path:
    """Copy files of the checkout into a folder, which is returned; scripts may be run, whatever the checkout's modes."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        data = (ROOT / name).read_bytes()
        (folder / name).write_bytes(data)
        (folder / name).chmod(_mode(data))
    return folder


def built(verb: str, tree: Path, folder: Path, when: int) -> Path:
    """Let setuptools ``build_sdist`` or ``build_wheel`` from a tree; return the file, which lies in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = {
        name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "COVERAGE_PROCESS_START"}
    }
    done = subprocess.run(
        [sys.executable, "-c", _BUILD.format(verb=verb), folder.resolve()],
        cwd=tree,
        env={**kept, "SOURCE_DATE_EPOCH": str(when), "PYTHONDONTWRITEBYTECODE": "1"},
        umask=0o022,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"dist: {verb} failed\n{done.stdout}{done.stderr}")
    return folder / (SDIST if verb == "build_sdist" else WHEEL)


def inside_sdist(sdist: Path) -> dict[str, bytes]:
    """Return the files of an sdist, path below its one folder -> bytes."""
    with tarfile.open(sdist) as archive:
        files = ((member, archive.extractfile(member)) for member in archive.getmembers())
        return {member.name.partition("/")[2]: file.read() for member, file in files if file}


def inside_wheel(wheel: Path) -> dict[str, bytes]:
    """Return the files of a wheel, path -> bytes."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def unpacked(sdist: Path, folder: Path) -> Path:
    """Write the files of an sdist into a folder, which is returned."""
    for name, data in inside_sdist(sdist).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
        (folder / name).chmod(_mode(data))
    return folder


def _mode(data: bytes) -> int:
    return 0o755 if data.startswith(b"#!") else 0o644


def repack(sdist: Path, when: int) -> None:
    """Write an sdist anew: its files in order, all of one time, without owners."""
    files = inside_sdist(sdist)
    with (
        sdist.open("wb") as raw,
        gzip.GzipFile("", "wb", fileobj=raw, mtime=when) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for name, data in sorted(files.items()):
            member = tarfile.TarInfo(f"{NAME}/{name}")
            member.size, member.mtime, member.mode = len(data), when, _mode(data)
            archive.addfile(member, io.BytesIO(data))


def build(folder: Path) -> tuple[Path, Path]:
    """Build the sdist of the checkout, and the wheel from it, into a folder; return both."""
    when = commit_time()
    with tempfile.TemporaryDirectory() as name:
        sdist = built("build_sdist", copied(tracked(), Path(name, "checkout")), folder, when)
        repack(sdist, when)
        return sdist, built("build_wheel", unpacked(sdist, Path(name, "sdist")), folder, when)


def build_directly(folder: Path) -> Path:
    """Build the wheel from the checkout itself, without an sdist in between; return it."""
    with tempfile.TemporaryDirectory() as name:
        return built("build_wheel", copied(tracked(), Path(name)), folder, commit_time())


def faults(files: Mapping[str, bytes], names: list[str]) -> Iterator[str]:
    """Say what a wheel lacks of the files of a checkout, what it should not hold, and what names a machine."""
    wanted = {name for name in names if name.startswith(("pipeline/", "flows/")) and not name.endswith(".png")}
    wanted |= {f"pipeline/{name}" for name in names if _CORPUS.fullmatch(name)}
    about = f"{NAME}.dist-info/"
    wanted |= {f"{about}licenses/{name}" for name in ("LICENSE", "DATA-LICENSE", "LICENSES.md")}
    wanted |= {f"{about}{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "top_level.txt")}
    wanted |= {f"{NAME}.data/data/share/ikp/prefect.yaml"}
    yield from (f"{name} is missing" for name in sorted(wanted - files.keys()))
    yield from (f"{name} does not belong there" for name in sorted(files.keys() - wanted))
    yield from (f"{name} names a path of a machine" for name, data in files.items() if _MACHINE.search(data))


def constraints(lock: str) -> str:
    r"""Return the versions of a lock without its hashes, as constraints for pip.

    >>> constraints("a==1 ; x < '3' \\\n    --hash=sha256:0 \\\n    --hash=sha256:1\nb==2 \\\n    --hash=sha256:2\n")
    "a==1 ; x < '3'\nb==2\n"
    """
    lines = (line.rstrip(" \\") for line in lock.splitlines() if not line.startswith((" ", "#")))
    return "".join(f"{line}\n" for line in lines if line)


def main() -> None:
    """Build everything into a folder, check it, and say what came out."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist"
    if changed := _git("status", "--porcelain"):
        sys.stderr.write(f"dist: differs from the commit, which has not these changes:\n{changed}")
    paths = build(folder)
    wrong = list(faults(inside_wheel(paths[1]), tracked()))
    with tempfile.TemporaryDirectory() as other:
        if build_directly(Path(other)).read_bytes() != paths[1].read_bytes():
            wrong.append("the checkout gives another wheel than the sdist; see MANIFEST.in")
    if wrong:
        sys.exit("\n".join(f"dist: {line}" for line in wrong))
    locked = folder / CONSTRAINTS
    locked.write_text(
        constraints((ROOT / "requirements.lock").read_text(encoding="utf-8")), encoding="utf-8", newline="\n"
    )
    sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (*paths, locked)}
    (folder / "SHA256SUMS").write_text(
        "".join(f"{sum_}  {name}\n" for name, sum_ in sorted(sums.items())), encoding="utf-8"
    )
    for name, sum_ in sums.items():
        print(f"{sum_}  {name}  {(folder / name).stat().st_size:,} bytes")  # noqa: T201 - says what it did


if __name__ == "__main__":
    main()
