"""docs/RULES.md is the catalogue of all rules: none is missing, none without words and an example that it reads."""

from __future__ import annotations

import csv
import re

import pytest

from make_rules import CODE, PAGE, ROOT, all_entries, entries, found_by, page
from pipeline.reference import load_reference

RULES = all_entries()
CATALOGUE = PAGE.read_text(encoding="utf-8")


def test_the_catalogue_is_what_the_rules_say() -> None:
    assert page(RULES, load_reference()) == CATALOGUE, "run make rules and look at what changes"


def test_every_rule_of_the_package_is_in_the_catalogue() -> None:
    calls = [
        call for path in CODE.rglob("*.py") for call in re.findall(r"\bRule\(\s*id=", path.read_text("utf-8"))
    ]
    names = [rule.id for rule in RULES]
    assert len(calls) == len(names) == len(set(names)) >= 30


def test_whoever_meets_the_name_of_a_rule_finds_it() -> None:
    with (ROOT / "extracted" / "dataset" / "findings.csv").open(encoding="utf-8", newline="") as file:
        published = {row["rule"] for row in csv.DictReader(file)}
    measured = {rule for _, rule in load_reference().calibration.rules}
    assert (published | measured) - set(re.findall(r"(?m)^## (\S+)$", CATALOGUE)) == set()
    assert len(published) >= 15


@pytest.mark.parametrize("docstring", ["", '"""A number."""\n', '"""> Skor 7."""\n'])
def test_a_rule_without_words_or_example_is_refused(docstring: str) -> None:
    with pytest.raises(ValueError, match=r"rule score\.a has no docstring"):
        list(entries(f'A = Rule(id="score.a", version=1)\n{docstring}'))


def test_an_example_that_its_rule_does_not_read_is_refused() -> None:
    (rule,) = entries('A = Rule(id="score.pair", version=1)\n"""A pair.\n\n> Kabupaten Blora (41,20).\n"""\n')
    with pytest.raises(ValueError, match=r"score\.pair does not read its example \(\['score\.bracket'\] do\)"):
        found_by(rule, rule.examples[0], load_reference())
