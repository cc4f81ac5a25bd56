"""The log folded: chains, undoing, withdrawing; and what a person may undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.decision import Decision
from pipeline.errors import UsageError
from pipeline.review import draft
from pipeline.review.fold import fold, last_batch
from review.findings import line, score


def ids(*log: Decision) -> list[str]:
    return [one.id for one in fold(log).lines]


A = line("a")
B = line("b", supersedes="a", actor="Budi")
C = line("c", supersedes="b")


def undo(line_id: str, of: Decision, actor: str = "Sari") -> Decision:
    return replace(
        of, id=line_id, batch=line_id, verb="undo", supersedes=of.id, actor=actor, seen=None, confirms=None
    )


def test_the_last_of_a_chain_is_in_force_and_none_before_it() -> None:
    assert ids(A) == ["a"]
    assert ids(A, B) == ["b"]
    assert ids(A, B, C) == ["c"]
    assert ids(A, B, C, line("d", supersedes="c")) == ["d"]


def test_undoing_brings_back_what_was_superseded() -> None:
    u = undo("u", B, "Budi")
    assert ids(A, B, u) == ["a"]
    assert ids(A, B, C, undo("u", C)) == ["b"]
    assert ids(A, B, u, undo("v", u)) == ["b"], "to undo an undo"
    assert ids(A, B, C, u) == ["c"], "what came later stands"


def test_withdrawing_brings_back_nothing() -> None:
    w = line("w", verb="withdraw", supersedes="b")
    assert ids(A, B, w) == []
    assert ids(A, B, w, undo("u", w)) == ["b"]
    assert ids(A, B, w, line("d")) == ["d"]


def test_two_people_who_wrote_the_same_elsewhere() -> None:
    assert ids(A, line("z", actor="Budi")) == ["z"], "the later one, where two logs were joined"
    other = line("y", seen=score("f", "21.90"))
    assert ids(A, other) == ["a", "y"], "two statements that share an id"


def test_what_waits_stands_beside_what_it_would_supersede() -> None:
    flip = line("w", supersedes="a", flips=True)
    assert fold((A, flip)).lines == (flip,), "without the setting"
    waiting = fold((A, flip), second_eyes=True)
    assert waiting.lines == (A, flip)
    assert waiting.waiting == {"w"}
    second = line("s", confirms="w", actor="Budi")
    assert fold((A, flip, second), second_eyes=True).lines == (flip,)
    assert fold((A, flip, line("s", confirms="w")), second_eyes=True).waiting == {"w"}, "by the same person"
    assert fold((A, flip, second, undo("u", second)), second_eyes=True).waiting == {"w"}
    other = replace(line("o", supersedes="w", flips=True, actor="Budi"), after="70.10")
    assert fold((A, flip, other), second_eyes=True).lines == (A, other)
    back = line("k", supersedes="w", actor="Budi")
    assert fold((A, flip, back), second_eyes=True).lines == (back,)
    earlier = line("a", seen=score("f", "21.90"))
    assert fold((earlier, flip, back), second_eyes=True).lines == (back,), "the chain goes through what waited"


def test_what_a_person_may_undo() -> None:
    assert [one.supersedes for one in draft.undo((A, B), "Budi")] == ["b"]
    with pytest.raises(UsageError, match="decided it anew"):
        draft.undo((A, B), "Sari")
    with pytest.raises(UsageError, match="nothing that is left to undo"):
        draft.undo((A, B), "Wati")
    with pytest.raises(UsageError, match="nothing that is left to undo"):
        draft.undo((A, undo("u", A)), "Sari")
    withdrawn = line("w", verb="withdraw", supersedes="a")
    assert [one.supersedes for one in draft.undo((A, withdrawn), "Sari")] == ["w"]
    with pytest.raises(UsageError, match="decided it anew"):
        draft.undo((A, withdrawn, line("n", actor="Budi")), "Sari")


def test_what_was_undone_in_part_is_undone_once() -> None:
    both = (replace(A, batch="x", of=2), replace(line("b2", field="category"), batch="x", of=2))
    u = undo("u", both[0])
    assert [one.id for one in last_batch((*both, u), "Sari")] == ["b2"]


@st.composite
def logs(pick: st.DrawFn) -> list[Decision]:
    log: list[Decision] = []
    for number in range(pick(st.integers(1, 14))):
        verb = pick(st.sampled_from(["accept", "edit", "reject", "defer", "withdraw", "undo"]))
        earlier: list[str | None] = [*(one.id for one in log)] or [None]
        of: str | None = (
            pick(st.sampled_from([None, *earlier]))
            if verb not in {"undo", "withdraw"}
            else pick(st.sampled_from(earlier))
        )
        finding = pick(st.sampled_from(["f", "g"]))
        log.append(
            line(
                f"l{number}", finding, verb,  # type: ignore[arg-type]
                supersedes=of, actor=pick(st.sampled_from(["Sari", "Budi"])),
                field=pick(st.sampled_from(["score", "category"])),
                confirms=pick(st.sampled_from([None, None, *earlier])),
            )
        )  # fmt: skip
    return log


def undone_ids(log: Sequence[Decision]) -> set[str]:
    """Say it again in another way: walk from the end."""
    undone: set[str] = set()
    for at in range(len(log) - 1, -1, -1):
        if log[at].id not in undone and log[at].verb == "undo" and log[at].supersedes:
            undone.add(log[at].supersedes or "")
    return undone


@given(logs())
def test_any_log_folds(log: list[Decision]) -> None:
    lines = fold(log).lines
    assert list(lines) == sorted(lines, key=log.index)
    undone = undone_ids(log)
    for one in lines:
        assert one.verb not in {"undo", "withdraw"}
        assert one.id not in undone
        assert not any(
            other.supersedes == one.id and other.id not in undone for other in log if other.verb != "undo"
        )
    assert len({(one.finding_id, one.field, one.verb == "defer") for one in lines}) == len(lines)


@given(logs())
def test_undoing_the_last_batch_is_as_if_it_had_not_been(log: list[Decision]) -> None:
    last = log[-1]
    if last.verb != "undo":
        assert ids(*log, undo("u", last)) == ids(*log[:-1])
        again = undo("u", last)
        assert ids(*log, again, undo("v", again)) == ids(*log)


def test_of_logs_that_were_joined_the_later_word_counts() -> None:
    """Wherever its line stands: two copies of a corpus that exchange their logs say the same afterwards."""
    early = replace(line("e"), after="70", at="2026-11-29T10:00:00Z")
    late = replace(line("l", actor="Budi"), after="80", at="2026-11-29T10:00:05Z")
    assert fold((early, late)).lines == fold((late, early)).lines == (late,)
    assert last_batch((late, replace(early, actor="Budi")), "Budi") == (late,)


def test_two_people_who_say_the_same_apart_second_each_other() -> None:
    one = line("o", flips=True)
    other = line("p", flips=True, actor="Budi")
    assert fold((one, other), second_eyes=True).waiting == frozenset()
    assert fold((one, replace(other, actor="sari")), second_eyes=True).waiting, (
        "a name is a name, whatever its capitals"
    )
