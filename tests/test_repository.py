"""What must hold of the checkout as a whole: lock, layout, purity, weight of an import, complete documents.

The direction of imports and the one place of each heavy library are import-linter contracts in pyproject.toml.
Here stands what a graph of imports cannot see.
"""

from __future__ import annotations

import ast
import csv
import os
import re
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

MAX_LINES = 500
#: From here on a module says in its docstring why it is not two.
LONG_LINES = 400
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "stuff"}

#: Packages that are pure: values in, values out.
PURE = ("pipeline/extract", "pipeline/dataset", "pipeline/review", "pipeline/text.py", "pipeline/model.py")
#: Called by their bare name.
IMPURE_CALLS = {"open", "input", "print", "exec", "eval", "hash", "breakpoint", "Path", "getenv"}
#: Reached through a module, class or value: files, clock, environment, chance.
IMPURE_ATTRIBUTES = {
    "Path", "read_text", "write_text", "read_bytes", "write_bytes", "environ", "getenv", "getcwd",
    "now", "utcnow", "today", "perf_counter", "monotonic", "getlocale", "setlocale", "uuid1", "uuid4", "urandom",
}  # fmt: skip


def python_files(*folders: str) -> list[Path]:
    """Return the modules below ``folders`` (or the files themselves), sorted."""
    found = [
        path for name in folders for path in [ROOT / name, *(ROOT / name).rglob("*.py")] if path.suffix == ".py"
    ]
    return sorted(path for path in found if path.is_file())


def requirement_blocks(lock: str) -> Iterator[tuple[str, str]]:
    """Yield (name, whole entry) for each requirement of a lock file."""
    for block in re.split(r"\n(?=[A-Za-z0-9])", lock.strip()):
        yield block.split("==")[0], block


def test_the_lock_names_no_address() -> None:
    addresses = re.findall(r"(?m)^.*(?:://|file:|--\w*index|find-links|^-e |@ ).*$", LOCK)
    assert addresses == []


def test_every_locked_package_has_one_version_and_a_hash() -> None:
    entries = list(requirement_blocks(LOCK))
    assert len(entries) > 100
    bare = [name for name, block in entries if not re.search(r"==[\w.]+", block) or "--hash=sha256:" not in block]
    assert bare == []


def test_every_declared_dependency_is_locked() -> None:
    project = PROJECT["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=!~\[; ]", line, maxsplit=1)[0].lower() for line in declared}
    assert names - {name.lower() for name, _ in requirement_blocks(LOCK)} == set()


def test_every_package_is_declared_for_installation() -> None:
    folders = {
        path.parent.relative_to(ROOT).as_posix().replace("/", ".")
        for path in python_files("pipeline", "flows")
        if path.name == "__init__.py"
    }
    samples = "pipeline.corpus"  # no modules: the documents of corpus/samples
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == folders | {samples}


def sources_longer_than(lines: int) -> dict[str, str]:
    """Return the source of every module of the package and of flows that has more than ``lines``, by its path."""
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
             for path in python_files("pipeline", "flows")}  # fmt: skip
    return {name: text for name, text in texts.items() if len(text.splitlines()) > lines}


def test_no_module_is_too_long() -> None:
    assert list(sources_longer_than(MAX_LINES)) == []


def says_why_it_is_long(source: str) -> bool:
    """Tell whether the docstring of a module has a sentence that gives the reason for its length.

    >>> says_why_it_is_long("'The store. Long because every file has its reader and its writer here.'")
    True
    >>> says_why_it_is_long("'The store.'  # Long because it is.")
    False
    """
    return re.search(r"(?:^|\.\s+)Long because \w", ast.get_docstring(ast.parse(source)) or "") is not None


def test_a_long_module_says_why_it_is_not_two() -> None:
    assert [
        name for name, source in sources_longer_than(LONG_LINES).items() if not says_why_it_is_long(source)
    ] == []


def test_every_module_says_by_its_name_what_it_holds() -> None:
    vague = [path for path in python_files("pipeline", "flows", "tests") if path.stem in VAGUE_NAMES]
    assert vague == []


def impurities(source: str) -> list[str]:
    r"""Return "line name" for every call or attribute that reaches files, clock, environment or chance.

    >>> impurities("def f(p):\n    return open(p), p.read_text()")
    ['2 open', '2 read_text']
    >>> impurities("from datetime import datetime as d\nx = d.now()\ny = seen.now_or_never")
    ['2 now']
    >>> impurities("import pathlib as p\np.PurePath('a')\np.Path('a')")
    ['3 Path']
    >>> impurities("def open_questions(rows):\n    return archive.open('a')")
    []
    """
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in IMPURE_CALLS:
            found.append((node.lineno, node.func.id))
        elif isinstance(node, ast.Attribute) and node.attr in IMPURE_ATTRIBUTES:
            found.append((node.lineno, node.attr))
    return [f"{line} {name}" for line, name in sorted(found)]


@pytest.mark.parametrize("path", python_files(*PURE), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_core_opens_no_file_and_reads_no_clock(path: Path) -> None:
    assert impurities(path.read_text(encoding="utf-8")) == []


def fresh_python(code: str) -> str:
    """Run ``code`` in a new interpreter from the root of the checkout and return what it printed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("COV_", "COVERAGE"))}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    return done.stdout


def import_seconds(module: str) -> float:
    """Return the processor time that a fresh interpreter takes to import ``module``."""
    code = f"import time; begin = time.process_time(); import {module}; print(time.process_time() - begin)"
    return float(fresh_python(code))


def test_importing_the_package_is_light() -> None:
    # Side by side in one run, because machines differ: pandas is the yardstick. Processor time and the
    # median of three outlive a busy machine.
    ours, pandas = (
        statistics.median(import_seconds(module) for _ in range(3)) for module in ("pipeline", "pandas")
    )
    assert ours < 0.3 * pandas


HEAVY = ("prefect", "spacy", "pandas", "pyarrow", "pdfplumber", "pypdfium2", "docx", "trafilatura", "openpyxl")


@pytest.mark.parametrize(
    "module", ["pipeline", "pipeline.cli", "pipeline.library", "pipeline.readers", "pipeline.reference"]
)
def test_heavy_libraries_wait_until_they_are_needed(module: str) -> None:
    loaded = fresh_python(f"import sys, {module}; print(*sorted(set(sys.modules) & set({HEAVY!r})))")
    assert loaded.split() == []


def committed_files() -> list[Path]:
    """Return the files under version control; without git, the files of the known folders."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, check=True, cwd=ROOT)
    except (OSError, subprocess.CalledProcessError):
        folders = (ROOT / name for name in ("pipeline", "flows", "corpus", "extracted", "tests", "docs"))
        return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


MACHINE_PATH = re.compile(r"(?<![\w.:/*-])/(?:work|tmp|root|home|opt|Users)/\w")


def machine_paths(text: str) -> list[str]:
    r"""Return the lines that name an absolute path of some machine.

    >>> len(machine_paths("cd /" + "tmp/x\nopen('/" + "home/me/x')"))
    2
    >>> machine_paths("see pages/work/x and a.org/home/x and /workers")
    []
    """
    return [line for line in text.splitlines() if MACHINE_PATH.search(line)]


def test_no_committed_text_names_a_path_of_a_machine() -> None:
    named: dict[str, list[str]] = {}
    for path in committed_files():
        data = path.read_bytes()
        if b"\0" in data or path.suffix == ".pdf":
            continue
        if lines := machine_paths(data.decode("utf-8", errors="replace")):
            named[path.relative_to(ROOT).as_posix()] = lines
    assert named == {}


README, OPERATING = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/OPERATING.md"))


def test_the_page_for_operators_names_every_command() -> None:
    usage = fresh_python(
        "import contextlib\nfrom pipeline.cli import main\nwith contextlib.suppress(SystemExit): main(['--help'])"
    )
    commands = set(re.findall(r"(?m)^ {4}([a-z]+)\b", usage))
    assert commands >= {"run", "extract", "match", "why", "export", "evaluate", "nightly"}
    assert commands == set(re.findall(r"(?m)^\| `ikp ([a-z]+)", OPERATING))


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compute the dataset of the committed corpus anew, and return its folder."""
    out = tmp_path_factory.mktemp("rebuilt")
    done = subprocess.run(
        [Path(sys.executable).with_name("ikp"), "run", "--corpus", "corpus", "--out", out],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (out / "printed.txt").write_text(done.stdout, encoding="utf-8")
    return out


def published(out: Path) -> dict[str, bytes]:
    """Return the published files of an output folder: path below it -> bytes."""
    files = (path for part in ("documents", "dataset") for path in (out / part).rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def test_the_committed_dataset_is_what_the_code_computes(rebuilt: Path) -> None:
    ours, committed = published(rebuilt), published(ROOT / "extracted")
    stale = sorted(name for name in ours.keys() | committed.keys() if ours.get(name) != committed.get(name))
    assert ours, "the run published nothing"
    assert stale == [], "run make extracted and look at what changes"


def test_the_readme_shows_what_the_first_run_prints(rebuilt: Path) -> None:
    """But for the folder of the tables and the name that the command was called by."""
    shown = re.search(r"(?ms)^(documents  .*?)^tables ", README)
    assert shown
    assert (rebuilt / "printed.txt").read_text(encoding="utf-8").split("tables  ")[0] == shown[1]


def test_codebook_and_readme_explain_every_table_and_column(rebuilt: Path) -> None:
    codebook = (rebuilt / "dataset" / "CODEBOOK.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"`([^`\n]+)`", codebook))
    tables = sorted((rebuilt / "dataset").glob("*.csv"))
    assert len(tables) >= 10
    unexplained = [
        f"{table.name}: {column}"
        for table in tables
        for column in next(csv.reader(table.read_text(encoding="utf-8").splitlines()))
        if column not in explained
    ]
    assert unexplained == []
    assert [table.name for table in tables if f"`{table.name}`" not in README] == []
