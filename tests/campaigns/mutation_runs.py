"""Trying mutants: which tests reach which lines, and a fork for each mutant that imports it and runs those tests."""

from __future__ import annotations

import ast
import doctest
import gc
import hashlib
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import resource
import select
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from types import CodeType, ModuleType
from typing import Literal, TypeAlias

import coverage
import pytest

from campaigns.mutants import Mutant, Users, compiled

Verdict = Literal["killed", "timeout", "survived", "unfit"]
Reached = dict[str, dict[int, set[str]]]
"""By module and line the names of the tests that run it."""
Known: TypeAlias = tuple[float, dict[str, list[int]]]
"""The seconds of a test and the lines that it reaches, by module."""
_LONGEST = 3.0  # seconds of processor; longer tests are not run for a mutant
MOST = 60.0  # seconds of tests for one mutant, as long as they take while their coverage is measured
_PATIENCE = 1800.0  # seconds of the clock for one mutant, that may wait for what never comes
_UNFIT = (SyntaxError, ImportError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is mutated and what must notice: a project's folder, the paths of its tests, the names of its modules.

    The modules' doctests are tests too. ``most`` bounds the seconds of tests for one mutant. ``reach`` is a file that
    keeps what the tests reach, for further runs of the same code; tests that it does not know are added.
    """

    root: Path
    tests: tuple[str, ...]
    modules: tuple[str, ...]
    reach: Path | None = None
    most: float = MOST

    @property
    def package(self) -> str:
        """Return the name of the package that the modules are in."""
        return self.modules[0].partition(".")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a mutant: ``said`` is the test that failed; ``tests`` how many reach its lines."""

    mutant: Mutant
    verdict: Verdict
    said: str = ""
    tests: int = 0


def tried(drawn: Sequence[Mutant], plan: Plan, *, workers: int) -> Iterator[Outcome]:
    """Collect the tests once, learn what they reach, then try each mutant in a fork; yield as they come."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        code = 1
        try:
            code = _collected(drawn, plan, writer, workers)
        except BaseException:  # noqa: BLE001 (a fork must not go on as its parent)
            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(writer)
    number = 0
    try:
        with os.fdopen(reader, encoding="utf-8") as lines:
            for line in lines:
                index, verdict, said, tests = json.loads(line)
                number += 1
                yield Outcome(mutant=drawn[index], verdict=verdict, said=said, tests=tests)
    finally:
        if number < len(drawn):
            os.kill(child, signal.SIGTERM)
        _, status = os.waitpid(child, 0)
    if number < len(drawn):
        raise RuntimeError(f"the trial of mutants ended early, with status {status}")


def _collected(drawn: Sequence[Mutant], plan: Plan, writer: int, workers: int) -> int:
    os.chdir(plan.root)
    sys.path.insert(0, str(plan.root))
    trial = _Trial(drawn=drawn, plan=plan, writer=writer, workers=workers)
    options = ["-p", "no:terminal", "-p", "no:xdist", "-p", "no:cacheprovider", "-o", "addopts="]
    options += ["--import-mode=importlib", *plan.tests]
    return int(pytest.main(options, plugins=[trial]))


@dataclass(slots=True, eq=False)
class _Trial:
    """The plugin that takes the place of pytest's loop: it has all tests collected and runs them in forks."""

    drawn: Sequence[Mutant]
    plan: Plan
    writer: int
    workers: int
    failed: str = ""
    fork: bool = False
    sources: dict[str, str] = field(default_factory=dict)
    imports: dict[str, set[str]] = field(default_factory=dict)
    users: Users = field(default_factory=lambda: Users({}))
    borrowed: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for name in self.plan.modules:
            importlib.import_module(name)
        self.sources = _sources(self.plan)
        self.imports = {name: _imports(ast.parse(source)) for name, source in self.sources.items()}
        self.users = Users({name: self.sources[name] for name in self.plan.modules})
        self.borrowed = _borrowed(self.plan.root, set(self.sources))
        items = {item.nodeid: item for item in session.items}
        known = self._learn(items)
        reached: Reached = {}
        for name, (_, modules) in known.items():
            for module, lines in modules.items():
                for one in lines:
                    reached.setdefault(module, {}).setdefault(one, set()).add(name)
        seconds = {name: spent for name, (spent, _) in known.items()}
        rest = sorted(
            enumerate(self.drawn), key=lambda one: hash_of(str(one[1]))
        )  # mixed: the rest may be foretold
        gc.freeze()  # else each fork copies what it collects
        running: dict[int, tuple[int, int, float, int]] = {}
        while rest or running:
            while rest and len(running) < self.workers:
                index, mutant = rest.pop(0)
                order = _ordered(self._reaching(mutant, reached), known, mutant, self.plan.most)
                reader, child = _forked(partial(self._try, mutant, order, items, seconds))
                running[reader] = (index, child, time.monotonic(), len(order))
            ready, _, _ = select.select(list(running), [], [], 1.0)
            late = [one for one, (_, _, since, _) in running.items() if time.monotonic() - since > _PATIENCE]
            for reader in {*ready, *late}:
                index, child, _, tests = running.pop(reader)
                verdict, said = _ended(reader, child, late=reader not in ready)
                line = json.dumps([index, verdict, said, tests])
                os.write(self.writer, f"{line}\n".encode())
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and self.fork:
            self.failed = self.failed or report.nodeid

    # --- what reaches what ---

    def _learn(self, items: Mapping[str, pytest.Item]) -> dict[str, Known]:
        """Run the tests that are not known yet with their coverage, shared among the workers: what they reach."""
        kept = self.plan.reach
        known: dict[str, Known] = json.loads(kept.read_text(encoding="utf-8")) if kept and kept.exists() else {}
        names = [*items, *(f"doctest {module}" for module in self.plan.modules)]
        new = [name for name in names if name not in known]
        with tempfile.TemporaryDirectory() as folder:
            forks = []
            for number in range(self.workers if new else 0):
                share, path = new[number :: self.workers], Path(folder) / str(number)
                forks.append((_forked(partial(self._watch, share, items, path)), path))
            for fork, path in forks:
                verdict, said = _ended(*fork, late=False)
                if verdict != "survived":
                    raise RuntimeError(f"the tests without a mutant: {said}")
                known |= json.loads(path.read_text(encoding="utf-8"))
        if kept and new:
            kept.write_text(json.dumps(known), encoding="utf-8")
        return {name: known[name] for name in names if name in known}

    def _watch(self, names: Sequence[str], items: Mapping[str, pytest.Item], path: Path) -> None:
        """Write how long each test took that passed and what it reached; the modules are imported anew, as later."""
        package = f"{self.plan.root}/{self.plan.package}/*"
        watcher = coverage.Coverage(data_file=None, config_file=False, include=[package])
        watcher.start()
        self._import_anew(self._made_of(set(self.plan.modules)))
        passed: dict[str, Known] = {}
        for number, (name, after) in enumerate(pairwise([*names, ""])):
            watcher.switch_context(str(number))
            self.failed = ""
            begin = time.process_time()
            self._run(name, after, items)
            if self.failed:
                print(f"left out, fails without a mutant: {name}", file=sys.__stderr__)
            else:
                passed[name] = (time.process_time() - begin, {})
        watcher.stop()
        data = watcher.get_data()
        for module in self.plan.modules:
            for line, contexts in data.contexts_by_lineno(str(self._file(module))).items():
                for name in {names[int(one)] for one in contexts if one} & set(passed):
                    passed[name][1].setdefault(module, []).append(line)
        path.write_text(json.dumps(passed), encoding="utf-8")

    def _file(self, module: str) -> Path:
        return self.plan.root / f"{module.replace('.', '/')}.py"

    def _reaching(self, mutant: Mutant, reached: Reached) -> set[str]:
        lines = self.users.lines(mutant.module, mutant.line)
        return {
            test
            for module, several in lines.items()
            for line in several
            for test in reached.get(module, {}).get(line, ())
        }

    # --- one mutant ---

    def _try(
        self, mutant: Mutant, tests: Sequence[str], items: Mapping[str, pytest.Item], seconds: Mapping[str, float]
    ) -> str:
        """Import the mutant and run the tests; return the one that failed, "" where none did."""
        file = str(self._file(mutant.module))
        code = compiled(self.sources[mutant.module], mutant.number, file)
        sys.meta_path.insert(0, _Finder(mutant.module, file, code))
        try:
            self._import_anew(self._made_of({mutant.module}))
        except _UNFIT:
            raise
        except Exception as error:
            if type(error).__module__ in {"re", "re._constants", "sre_constants"}:
                raise _UnfitError(str(error)) from error
            return f"import: {error!r}"
        for name, after in pairwise([*tests, ""]):
            used = time.process_time()
            most = int(used + 2 + 10 * seconds[name]) + 1
            resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
            self._run(name, after, items)
            if self.failed:
                return self.failed
        return ""

    def _run(self, name: str, after: str, items: Mapping[str, pytest.Item]) -> None:
        self.fork = True
        if name in items:
            items[name].ihook.pytest_runtest_protocol(item=items[name], nextitem=items.get(after))
            return
        module = sys.modules[name.removeprefix("doctest ")]
        runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.NORMALIZE_WHITESPACE)
        for one in doctest.DocTestFinder().find(module):
            if runner.run(one, out=lambda _: None).failed:
                self.failed = f"doctest {one.name}"
                return

    def _made_of(self, changed: set[str]) -> set[str]:
        """Return the modules that import one of ``changed``, through others too, and those themselves."""
        found = set(changed)
        while more := {name for name, used in self.imports.items() if used & found} - found:
            found |= more
        return found

    def _import_anew(self, names: set[str]) -> None:
        """Import modules again, and give the tests and their helpers the new ones for what they took from the old."""
        old = [name for name in sorted(names) if sys.modules.pop(name, None)]
        new = {name: importlib.import_module(name) for name in old}
        for module, taken in self.borrowed.items():
            for source, name, alias in taken:
                if source in new and hasattr(new[source], name):
                    setattr(sys.modules[module], alias, getattr(new[source], name))


class _UnfitError(Exception):
    """A mutant that is no program: its pattern does not compile."""


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Import one module from given code, everything else as always."""

    def __init__(self, module: str, file: str, code: CodeType) -> None:
        self.module, self.file, self.code = module, file, code

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self.module:
            return None
        return importlib.util.spec_from_file_location(fullname, self.file, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        exec(self.code, vars(module))  # noqa: S102 (a mutant of our own module)


def _borrowed(root: Path, sources: set[str]) -> dict[str, list[tuple[str, str, str]]]:
    """Return what the tests and their helpers imported by name: of which module what, and as what."""
    found = {}
    for name, module in list(sys.modules.items()):
        file = str(getattr(module, "__file__", None) or "")
        if file.startswith(f"{root}/") and file.endswith(".py") and name not in sources:
            found[name] = [
                (str(one.module), alias.name, alias.asname or alias.name)
                for one in ast.parse(Path(file).read_text(encoding="utf-8")).body
                if isinstance(one, ast.ImportFrom)
                for alias in one.names
            ]
    return found


def _sources(plan: Plan) -> dict[str, str]:
    """Return the sources of the package's modules, by name."""
    return {
        ".".join(path.relative_to(plan.root).with_suffix("").parts).removesuffix(".__init__"): path.read_text(
            encoding="utf-8"
        )
        for path in sorted((plan.root / plan.package).rglob("*.py"))
    }


def _imports(tree: ast.AST) -> set[str]:
    r"""Return the names that a module imports, of a package's members both; what only types ask for is left out.

    >>> sorted(_imports(ast.parse("from a.b import c\nif TYPE_CHECKING:\n    import d\nelse:\n    import e")))
    ['a.b', 'a.b.c', 'e']
    """
    match tree:
        case ast.If(test=ast.Name(id="TYPE_CHECKING"), orelse=orelse):
            return {name for one in orelse for name in _imports(one)}
        case ast.Import(names=names):
            return {one.name for one in names}
        case ast.ImportFrom(module=module, names=names):
            return {str(module), *(f"{module}.{one.name}" for one in names)}
        case _:
            return {name for one in ast.iter_child_nodes(tree) for name in _imports(one)}


def _ordered(tests: set[str], known: Mapping[str, Known], mutant: Mutant, most: float) -> list[str]:
    """Order tests, as many as there is time for: the module's own doctests, those of its name or package, the others.

    Among these come first some that reach other lines of the module than the tests before them do.
    """
    mixed = sorted(tests, key=lambda name: hash_of(f"{mutant}{name}"))
    ways = Counter[tuple[int, ...]]()
    again: dict[str, int] = {}
    for name in mixed:
        way = tuple(sorted(known[name][1].get(mutant.module, ())))
        again[name] = ways[way]
        ways[way] += 1
    mixed.sort(key=lambda name: (name != f"doctest {mutant.module}", _distance(name, mutant.module), again[name]))
    chosen: list[str] = []
    spent = 0.0
    for name in mixed:
        seconds = known[name][0]
        if seconds <= _LONGEST and spent <= most:
            chosen.append(name)
            spent += seconds
    return chosen


def _distance(test: str, module: str) -> int:
    """Return 0 for a test whose file bears the name of a module, 1 for one of its package, else 2.

    >>> [_distance(f"tests/{name}.py::t", "a.b.scene.rows") for name in ("test_scene_rows", "test_scene", "test_row")]
    [0, 1, 2]
    """
    name = f"_{_file_of(test).removeprefix('test_').removesuffix('.py')}_"
    parts = module.split(".")[2:]
    return next((place for place, part in enumerate(reversed(parts)) if f"_{part}_" in name), 2)


def _file_of(test: str) -> str:
    return test.partition("::")[0].rpartition("/")[2]


def hash_of(text: str) -> int:
    """Return a number that looks like chance and is the same in every process."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())


# --- forks ---


def _forked(work: Callable[[], str | None]) -> tuple[int, int]:
    """Start ``work`` in a fork; return where its verdict can be read, and its process."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return reader, child
    os.close(reader)
    os.setpgid(0, 0)
    try:
        said = work()
        verdict = ("killed", said) if said else ("survived", "")
    except (*_UNFIT, _UnfitError) as error:
        verdict = ("unfit", repr(error))
    except BaseException as error:  # noqa: BLE001 (a fork must not go on as its parent)
        verdict = ("killed", repr(error))
    os.write(writer, json.dumps(verdict).encode())
    os._exit(0)


def _ended(reader: int, child: int, *, late: bool) -> tuple[str, str]:
    """Return the verdict of a fork; one that ended without is killed by a limit or by itself."""
    if late:
        os.killpg(child, signal.SIGKILL)
    with os.fdopen(reader, "rb") as stream:
        said = stream.read()
    _, status = os.waitpid(child, 0)
    if said:
        verdict, what = json.loads(said)
        return verdict, what
    stopped = os.WIFSIGNALED(status) and os.WTERMSIG(status) in {signal.SIGXCPU, signal.SIGKILL}
    return ("timeout", "") if stopped else ("killed", f"ended with status {status}")
