"""The wheel and the sdist: what they hold, and that an installed wheel runs where no checkout is.

Built offline with the setuptools of the environment. ``tests/campaigns/distribution.py`` does it from the package
index, in an empty environment, with every command.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
from email.parser import BytesParser
from importlib.metadata import version
from pathlib import Path

import pytest

from make_dist import (
    NAME,
    ROOT,
    VERSION,
    build,
    build_directly,
    commit_time,
    constraints,
    faults,
    inside_sdist,
    inside_wheel,
    tracked,
)

pytest.importorskip("pip", reason="pip installs the wheel")
if int(version("setuptools").partition(".")[0]) < 77:
    pytest.skip("setuptools 77 or newer builds the wheel", allow_module_level=True)


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Build the checkout as it is, and return its sdist and wheel."""
    return build(tmp_path_factory.mktemp("dist"))


def test_the_wheel_holds_the_packages_and_the_samples_and_nothing_else(dist: tuple[Path, Path]) -> None:
    assert list(faults(inside_wheel(dist[1]), tracked())) == []


def test_a_wheel_that_holds_too_little_or_too_much_is_found_out(dist: tuple[Path, Path]) -> None:
    files = inside_wheel(dist[1])
    del files["pipeline/py.typed"]
    files["tests/test_cli.py"] = b""
    files["flows/nightly.py"] += b"HOME = '/" + b"home/me'"
    assert list(faults(files, tracked())) == [
        "pipeline/py.typed is missing",
        "tests/test_cli.py does not belong there",
        "flows/nightly.py names a path of a machine",
    ]


def test_the_sdist_holds_the_whole_checkout(dist: tuple[Path, Path]) -> None:
    files = inside_sdist(dist[0])
    assert [name for name in tracked() if files.get(name) != (ROOT / name).read_bytes()] == []
    made = {name for name in files.keys() - set(tracked()) if not name.startswith("ikp.egg-info/")}
    assert made <= {"PKG-INFO", "setup.cfg"}


def test_the_sdist_tells_nothing_of_who_packed_it(dist: tuple[Path, Path]) -> None:
    with tarfile.open(dist[0]) as archive:
        members = archive.getmembers()
    assert {(one.mtime, one.uid, one.gid, one.uname, one.gname) for one in members} == {
        (commit_time(), 0, 0, "", "")
    }
    assert {one.mode for one in members} == {0o644, 0o755}
    assert [one.name for one in members] == sorted(one.name for one in members)


def test_another_build_without_the_sdist_has_the_same_bytes(dist: tuple[Path, Path], tmp_path: Path) -> None:
    assert build_directly(tmp_path).read_bytes() == dist[1].read_bytes()


def test_the_wheel_says_what_it_is(dist: tuple[Path, Path]) -> None:
    files = inside_wheel(dist[1])
    told = BytesParser().parsebytes(files[f"{NAME}.dist-info/METADATA"])
    assert (told["Name"], told["Version"], told["License-Expression"]) == ("ikp", VERSION, "Apache-2.0")
    assert b"ikp = pipeline.cli:main" in files[f"{NAME}.dist-info/entry_points.txt"]


def test_whoever_names_the_version_names_that_of_the_project() -> None:
    changelog, citation, readme = (
        (ROOT / name).read_text(encoding="utf-8") for name in ("CHANGELOG.md", "CITATION.cff", "README.md")
    )
    first = re.search(r"(?m)^## (.+)$", changelog)
    assert first
    assert re.fullmatch(rf"{re.escape(VERSION)} \(\d{{4}}-\d\d-\d\d\)", first[1])
    assert re.findall(r"(?m)^version: (.+)$", citation) == [VERSION]
    assert set(re.findall(r"ikp-(\d+\.\d+\.\d+)", readme)) == {VERSION}


def test_the_constraints_name_every_locked_version() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    text = constraints(lock)
    assert re.findall(r"(?m)^(\S+==\S+)", text) == re.findall(r"(?m)^(\S+==[^\s\\]+)", lock)
    assert "--hash" not in text


@pytest.fixture(scope="module")
def installed(dist: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel, without what it needs, into a folder of its own, which is returned."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "-q", "--no-index", "--no-deps"]
    subprocess.run([*pip, "--no-compile", "--target", folder, dist[1]], check=True, capture_output=True)
    return folder


def away(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder where the checkout cannot be imported: without ``site`` no .pth file leads to it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COV_", "PYTHON"))}
    search = os.pathsep.join([str(installed), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")])
    return subprocess.run(
        [sys.executable, "-S", *arguments],
        cwd=folder,
        env={**kept, "PYTHONPATH": search},
        capture_output=True,
        text=True,
        check=False,
    )


def published(out: Path) -> dict[str, bytes]:
    """Return what a run computed: path below the output folder -> bytes."""
    files = (path for part in ("documents", "dataset") for path in (out / part).iterdir())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def test_an_installed_wheel_gives_the_tables_of_the_checkout_from_its_own_samples(
    installed: Path, tmp_path: Path
) -> None:
    found = away(
        installed, tmp_path, "-c", "import flows.server, pipeline; print(flows.__file__, pipeline.__file__)"
    )
    assert [Path(name).parents[1] for name in found.stdout.split()] == [installed, installed]
    assert away(installed, tmp_path, "-m", "pipeline.cli", "--version").stdout == f"ikp {VERSION}\n"
    for command in (("samples",), ("run", "--workers", "2")):
        done = away(installed, tmp_path, "-m", "pipeline.cli", *command)
        assert done.returncode == 0, done.stdout + done.stderr
    ours, committed = published(tmp_path / "extracted"), published(ROOT / "extracted")
    other = sorted(name for name in ours.keys() | committed.keys() if ours.get(name) != committed.get(name))
    assert other == [], "run make extracted and look at what changes"
