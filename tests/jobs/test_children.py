"""Child processes: each task within its limits, and nobody dies but the one whose task it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.jobs.children import Died, Limits, run_apart

LIMITS = Limits(wall_seconds=60.0, cpu_seconds=60, data_bytes=1 << 30)

# These run in child processes, which import this module anew.


def double(task: int) -> int:
    return 2 * task


def odd(task: str) -> str:
    """Do what the task says: hang, spin, be greedy, crash; anything else comes back."""
    if task == "hang":
        time.sleep(100)
    while task == "spin":
        pass
    if task == "greed":
        bytearray(64 << 30)
    if task == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if task == "leave":
        sys.exit(3)
    if task == "hungry":
        return str(len(bytearray(600 << 20)))
    if task == "raise":
        raise ValueError("of the function")
    return f"{task} {os.getpid()}"


def with_program(task: str) -> str:
    """Start a program that lasts, write its number, and wait for it."""
    program = subprocess.Popen(["sleep", "100"])
    Path(task).write_text(str(program.pid))
    program.wait()
    return "done"


def outcomes(tasks: list[str], **limits: float) -> dict[str, object]:
    bounds = Limits(
        wall_seconds=limits.get("wall", 60.0), cpu_seconds=int(limits.get("cpu", 60)), data_bytes=1 << 30
    )
    return dict(run_apart(odd, tasks, workers=2, limits=bounds))


@pytest.mark.parametrize("workers", [1, 3])
def test_every_task_gets_its_result(workers: int) -> None:
    done = list(run_apart(double, range(20), workers=workers, limits=LIMITS))
    assert sorted(done) == [(task, 2 * task) for task in range(20)]


def test_one_worker_keeps_the_order_and_its_process() -> None:
    done = list(run_apart(odd, ["a", "b", "c"], workers=1, limits=LIMITS))
    assert [task for task, _ in done] == ["a", "b", "c"]
    assert len({str(result).split()[1] for _, result in done}) == 1


def test_no_task_starts_no_process() -> None:
    assert list(run_apart(double, (), workers=2, limits=LIMITS)) == []


@pytest.mark.parametrize(
    ("task", "death"),
    [
        ("crash", Died(reason="crashed")),
        ("leave", Died(reason="crashed")),
        ("killed", Died(reason="memory")),
        ("hang", Died(reason="timeout")),
    ],
)
def test_a_task_that_ends_its_process_takes_no_other_with_it(task: str, death: Died) -> None:
    tasks = ["a", "b", task, "c", "d", "e"]
    done = outcomes(tasks, wall=4.0)
    assert done.keys() == set(tasks)
    assert {name: result for name, result in done.items() if isinstance(result, Died)} == {task: death}


def test_processor_time_is_limited_for_each_task() -> None:
    assert outcomes(["a", "spin", "b"], cpu=1)["spin"] == Died(reason="timeout")


def test_memory_is_limited() -> None:
    with pytest.raises(MemoryError):
        outcomes(["greed"])


def test_a_process_that_grew_large_is_replaced() -> None:
    done = dict(run_apart(odd, ["a", "hungry", "b"], workers=1, limits=LIMITS))
    assert done["hungry"] == str(600 << 20)
    assert str(done["a"]).split()[1] != str(done["b"]).split()[1]


def test_an_exception_of_the_function_is_raised_here() -> None:
    with pytest.raises(ValueError, match="of the function"):
        outcomes(["a", "raise", "b"])


def test_programs_that_a_task_started_are_stopped_with_it(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    ((_, result),) = run_apart(
        with_program,
        [str(note)],
        workers=1,
        limits=Limits(wall_seconds=3.0, cpu_seconds=60, data_bytes=1 << 30),
    )
    assert result == Died(reason="timeout")
    assert is_gone(int(note.read_text()))


def is_gone(pid: int) -> bool:
    """Tell whether a process is gone, or soon is, or waits for somebody to ask how it ended."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False


PARENT = """
import sys
from test_children import LIMITS, with_program
from pipeline.jobs.children import run_apart
if __name__ == "__main__":
    list(run_apart(with_program, [sys.argv[1]], workers=1, limits=LIMITS))
"""


def test_children_and_their_programs_do_not_outlive_a_killed_parent(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    folder = Path(__file__).resolve().parent
    parent = subprocess.Popen(
        [sys.executable, str(script), str(note)],
        env={"PYTHONPATH": f"{folder.parents[1]}{os.pathsep}{folder}"},
        start_new_session=True,
    )
    for _ in range(300):
        if note.exists() and note.read_text():
            break
        time.sleep(0.1)
    parent.kill()
    parent.wait()
    assert is_gone(int(note.read_text()))


def endless(tasks: list[int]) -> Iterator[int]:
    while True:
        tasks.append(len(tasks))
        yield tasks[-1]


def test_tasks_are_taken_as_they_are_needed_and_children_end_with_the_caller() -> None:
    taken: list[int] = []
    results = run_apart(double, endless(taken), workers=1, limits=LIMITS)
    assert next(results) == (0, 0)
    del results
    assert len(taken) <= 2
