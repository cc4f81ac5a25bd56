"""Damaged documents, a few of the many that ``campaigns.fuzzing`` reads: each is read or refused, nothing else.

A failure names the mutation; ``PYTHONPATH=tests python -m campaigns.fuzzing --format F --seed N --show`` makes it
again, and ``--keep FILE`` writes its bytes.
"""

from __future__ import annotations

import pytest

from campaigns.fuzzing import report, run
from fuzz.check import Outcome, exceptions, outcome_of
from fuzz.specimens import FORMATS, PICTURES, Key, keys_of, mutation, originals, present

MUTATIONS = 300
FAST = tuple(name for name in present() if name not in PICTURES)  # a picture takes a second


@pytest.mark.parametrize("name", FAST)
def test_damaged_documents_are_read_or_refused(name: str) -> None:
    share = MUTATIONS * FORMATS[name].share // sum(FORMATS[one].share for one in FAST)
    outcomes = [outcome_of(key) for key in keys_of(share, first_seed=1_000, formats=(name,))]
    assert list(exceptions(outcomes)) == []
    assert [one for one in outcomes if one.verdict == "surprised"] == []
    assert {one.verdict for one in outcomes} == {"read", "refused"}


def test_every_format_that_is_present_has_originals_that_can_be_read() -> None:
    assert {"text", "markdown", "html", "docx", "pdf", "mail", "zip"} <= set(present())
    assert all(originals(name) for name in present())


@pytest.mark.parametrize("name", FORMATS)
def test_a_mutation_is_made_again_from_its_name(name: str) -> None:
    keys = keys_of(20, formats=(name,))
    made = [mutation(key) for key in keys]
    assert made == [mutation(key) for key in keys]
    assert len(set(made)) > 15
    assert not set(made) & set(originals(name))


def test_the_formats_take_turns() -> None:
    keys = keys_of(200)
    assert len(set(keys)) == len(keys) == 200
    assert {key.format for key in keys[:40]} >= set(FAST)


def test_one_that_takes_too_long_is_told() -> None:
    keys = keys_of(1, formats=("text",))
    assert [one.verdict for one in run(keys, workers=1, limit=0)] == ["hung"]


def test_the_report_names_what_must_not_be() -> None:
    key = Key(format="html", seed=7)
    outcomes = [
        Outcome(key=key, verdict="foreign", detail="KeyError at html.py:read_html", seconds=1.5),
        Outcome(key=Key(format="pdf", seed=1), verdict="refused", detail="damaged"),
    ]
    text = report(outcomes, 3)
    assert "| html | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1.5 s |" in text
    assert "- 1 foreign: `KeyError at html.py:read_html` (`--format html --seed 7`)" in text
    assert "Reasons: damaged 1." in text
    assert "Surprises: none." in text
