"""Child processes that may die of their task: each holds one task at a time, within limits.

``concurrent.futures`` gives up a whole pool when one child dies, and cannot stop a child that hangs. Here the
parent knows which task each child holds; a child that dies or overstays takes that task with it and no other.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import connection
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

T = TypeVar("T")
R = TypeVar("R")

_SPAWN: Final = multiprocessing.get_context("spawn")
_KILOBYTE: Final = 1024
_WORN: Final = 2  # a child whose memory once reached the limit's half is replaced: the next task finds it empty
_LEAVING_SECONDS: Final = 5.0
_STARTING: Final = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one task may use: seconds by the clock, seconds of processor time, bytes of memory in its process."""

    wall_seconds: float
    cpu_seconds: int
    data_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Died:
    """A task that killed its process: it took too long, too much memory, or made it crash."""

    reason: Literal["timeout", "memory", "crashed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Result(Generic[R]):
    """What a child sends back; ``worn`` asks to be replaced."""

    value: R
    worn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Raised:
    """The exception that a task raised in a child."""

    error: Exception


@dataclass(slots=True)
class _Child(Generic[T]):
    """A child, the parent's end of its pipe, and the task it holds until ``deadline`` (monotonic seconds)."""

    process: SpawnProcess
    pipe: Connection
    task: T
    deadline: float = 0.0


def run_apart(
    function: Callable[[T], R], tasks: Iterable[T], *, workers: int, limits: Limits
) -> Iterator[tuple[T, R | Died]]:
    """Call ``function`` with each task in ``workers`` child processes and yield its results as they come.

    With one worker they come in the order of the tasks. ``function`` and tasks must be picklable; an exception
    that ``function`` raises is raised here and ends the others.
    """
    waiting = iter(tasks)
    children: list[_Child[T]] = []
    try:
        while True:
            while len(children) < workers and (task := next(waiting, None)) is not None:
                children.append(_start(function, limits, task))
            if not children:
                return
            for child in _ready(children):
                answer: _Result[R] | _Raised | Died = _answer(child)
                if isinstance(answer, _Raised):
                    raise answer.error
                held, fit = child.task, isinstance(answer, _Result) and not answer.worn
                if fit and (task := next(waiting, None)) is not None:
                    _hand(child, task, limits)
                else:
                    children.remove(child)
                    _end(child)
                yield held, answer if isinstance(answer, Died) else answer.value
    finally:
        for child in children:
            _kill(child)
            _end(child)


def _start(function: Callable[[T], R], limits: Limits, task: T) -> _Child[T]:
    ours, theirs = _SPAWN.Pipe()
    process = _SPAWN.Process(target=_serve, args=(theirs, function, limits), daemon=True)
    with _nameless():
        process.start()
    theirs.close()
    child = _Child(process=process, pipe=ours, task=task)
    _hand(child, task, limits)
    return child


@contextmanager
def _nameless() -> Iterator[None]:
    """Keep a child from running the program anew: a script that has no guard of its name would start it again.

    A child imports what it is asked to call; of the program it needs nothing.
    """
    with _STARTING:
        program = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = program


def _hand(child: _Child[T], task: T, limits: Limits) -> None:
    child.task = task
    child.deadline = time.monotonic() + limits.wall_seconds
    with suppress(OSError):  # it died before its task came: its answer will say so
        child.pipe.send(task)


def _ready(children: list[_Child[T]]) -> list[_Child[T]]:
    """Wait until a child answers, dies or overstays; kill those that overstay."""
    soonest = min(child.deadline for child in children)
    heard = connection.wait([child.pipe for child in children], timeout=max(0.0, soonest - time.monotonic()))
    now = time.monotonic()
    return [child for child in children if child.pipe in heard or now >= child.deadline]


def _answer(child: _Child[T]) -> _Result[R] | _Raised | Died:
    if not child.pipe.poll():
        _kill(child)
        return Died(reason="timeout")
    try:
        answer: _Result[R] | _Raised = child.pipe.recv()
    except (EOFError, OSError):
        child.process.join()
        return Died(reason=_reason(child.process.exitcode))
    return answer


def _reason(exitcode: int | None) -> Literal["timeout", "memory", "crashed"]:
    if exitcode == -signal.SIGXCPU:
        return "timeout"
    return "memory" if exitcode == -signal.SIGKILL else "crashed"  # the system kills what takes all its memory


def _kill(child: _Child[T]) -> None:
    """Kill a child and the programs it started."""
    pid = child.process.pid
    with suppress(ProcessLookupError, PermissionError):
        if pid is not None:
            os.killpg(pid, signal.SIGKILL)
    with suppress(OSError, ValueError):
        child.process.kill()  # where it had no group of its own yet


def _end(child: _Child[T]) -> None:
    """Close the pipe, which lets a child go that waits for a task, and wait until it is gone."""
    child.pipe.close()
    child.process.join(_LEAVING_SECONDS)
    if child.process.is_alive():
        _kill(child)
        child.process.join()
    child.process.close()


# --- in the child ---


def _serve(pipe: Connection, function: Callable[[T], R], limits: Limits) -> None:
    """Take tasks until the parent closes the pipe."""
    _settle(limits)
    while True:
        try:
            task: T = pipe.recv()
        except (EOFError, OSError):
            return
        _allow(limits.cpu_seconds)
        try:
            answer: _Result[R] | _Raised = _Result(
                value=function(task), worn=_largest() * _WORN > limits.data_bytes
            )
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised in the parent
            answer = _Raised(error=error)
        with suppress(OSError):  # nobody waits for it any more
            pipe.send(answer)


def _settle(limits: Limits) -> None:
    """Leave Ctrl-C to the parent, never outlive it, and keep within memory.

    A child has a process group of its own, with the programs that it starts.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.setpgid(0, 0)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_die_with, args=(parent.sentinel,), daemon=True).start()
    _lower(resource.RLIMIT_DATA, limits.data_bytes)
    _lower(resource.RLIMIT_CORE, 0)


def _die_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os.killpg(0, signal.SIGKILL)


def _allow(cpu_seconds: int) -> None:
    """Allow that much more processor time, also to native code."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + cpu_seconds + 1)


def _lower(limit: int, value: int) -> None:
    _, hard = resource.getrlimit(limit)
    ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(limit, (ceiling, hard))


def _largest() -> int:
    """Return how many bytes of memory this process held at most; what the parent held is not counted."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * _KILOBYTE
    return 0
