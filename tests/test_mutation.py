"""The mutation campaign tells a fault that the tests see from one that they do not, in a module made up here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from campaigns import mutation
from campaigns.mutants import Mutant, compiled, mutants
from campaigns.mutation_runs import Outcome, Plan, tried

MODULE = '''"""A rule."""

import re

HIGH = re.compile("rawan(?: sangat)? tinggi")


def is_high(score: int, words: str) -> bool:
    """Tell whether a region is.

    >>> is_high(2, "rawan tinggi")
    True
    """
    while score > 5:
        score -= 1
    return score > 1 and HIGH.search(words) is not None
'''
TESTS = """
from aturan.batas import is_high

def test_low():
    assert not is_high(1, "rawan tinggi")

def test_words():
    assert not is_high(2, "rendah")

def test_many():
    assert is_high(7, "rawan tinggi")
"""


@pytest.fixture
def project(tmp_path: Path) -> Plan:
    (tmp_path / "aturan").mkdir()
    (tmp_path / "aturan" / "__init__.py").write_text("")
    (tmp_path / "aturan" / "batas.py").write_text(MODULE)
    (tmp_path / "test_batas.py").write_text(TESTS)
    return Plan(root=tmp_path, tests=("test_batas.py",), modules=("aturan.batas",))


def test_a_fault_that_tests_see_is_killed_and_one_that_none_sees_survives(project: Plan) -> None:
    found = {one.change: one for one in mutants("aturan.batas", MODULE)}
    wanted = {
        "score > 1 → score >= 1": "killed",
        "score -= 1 → score += 1": "timeout",
        "score > 5 → score >= 5": "survived",
        "rawan(?: sangat)? tinggi → rawan(?: sangat) tinggi": "killed",
        "if HIGH": "",
    }
    drawn = [found[change] for change in wanted if change in found]
    before = {path: path.read_bytes() for path in project.root.rglob("*.py")}
    outcomes = {one.mutant.change: one for one in tried(drawn, project, workers=2)}
    assert {change: one.verdict for change, one in outcomes.items()} == {
        change: wanted[change] for change in outcomes
    }
    assert outcomes["score > 1 → score >= 1"].said == "test_batas.py::test_low"
    assert {path: path.read_bytes() for path in project.root.rglob("*.py")} == before


def test_faults_stand_where_rules_do_and_not_where_something_is_said() -> None:
    source = '''
from dataclasses import dataclass

@dataclass(frozen=True)
class One:
    """Docstring of 3 words."""

    n: "int | None" = 4

def f(one: One) -> "a|b":
    if one.n is None:
        raise ValueError(f"no more than {5 + 6}")
    return RULE(sentence="a < b", value=7)
'''
    assert [one.change for one in mutants("m", source)] == [
        "4 → 5",
        "if one.n is None → if False",
        "if one.n is None → if True",
        "one.n is None → one.n is not None",
        "return RULE(sentence='a < b', value=7) → return None",
        "7 → 8",
    ]


def test_a_mutant_keeps_its_lines() -> None:
    (last,) = [one for one in mutants("m", MODULE) if one.change == "score > 1 → score >= 1"]
    code = compiled(MODULE, last.number, "batas.py")
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102 (made up here)
    is_high = names["is_high"]
    assert callable(is_high)
    assert is_high(1, "rawan tinggi")
    assert last.line == MODULE.splitlines().index("    return score > 1 and HIGH.search(words) is not None") + 1


def test_a_sample_has_its_share_of_every_module_and_is_drawn_again() -> None:
    found = mutation.all_mutants(mutation.ROOT, mutation.GROUPS["dataset"])
    drawn = mutation.sample(found, 60, seed=3)
    assert drawn == mutation.sample(found, 60, seed=3) != mutation.sample(found, 60, seed=4)
    assert {one.module for one in drawn} == {one.module for one in found}
    assert len({(one.module, one.place) for one in drawn}) == len(drawn)
    assert 50 <= len(drawn) <= 70


def test_the_report_counts_and_lists_survivors() -> None:
    made = [Mutant(module="pipeline.extract.levels.runs", number=n, kind="not", line=n, place=("not", n, ""), change="a → b")
            for n in range(3)]  # fmt: skip
    outcomes = [
        Outcome(mutant=made[0], verdict="killed", said="test", tests=3),
        Outcome(mutant=made[1], verdict="survived", tests=0),
        Outcome(mutant=made[2], verdict="unfit"),
    ]
    text = mutation.report(outcomes, 3, 61.0)
    assert "| extract | 3 | 1 | 0 | 1 | 1 | 50.0% |" in text
    assert re.findall("(?m)^- (.+)", text) == [
        "`extract/levels/runs.py:1` not: ``a → b`` (pipeline.extract.levels.runs:1, reached by no test)"
    ]
