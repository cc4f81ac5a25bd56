"""What the operator reads: tables that no document can break, and endings that count what waits."""

from __future__ import annotations

import multiprocessing
import pickle
import sys
from pathlib import Path
from typing import Any

import pytest
from prefect.states import Completed, Failed

from flows.artifacts import changes_text, plain, sources_text, summary_text, table
from flows.consolidate import consolidate
from flows.endings import work_done, work_left
from flows.fetch import Fetched, Unreachable, fetch, outcome, worth_another_try
from flows.ingest import ingest
from flows.nightly import _night
from flows.once import once
from flows.parse import batches, parse, parse_all
from flows.places import dask_runner, place_of, require_scheduler
from pipeline.errors import ServerError, StoreError, UsageError
from pipeline.jobs import stages
from pipeline.jobs.gather import Count, Gathered
from pipeline.state import Counted, Summary
from pipeline.storage.ledger import Stopwatch


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("surat.pdf", r"surat\.pdf"),
        ("<script>x</script>", r"&lt;script&gt;x&lt;\/script&gt;"),
        ("a|b\n\n# c", r"a\|b \# c"),
        ("[x](javascript:y)", r"\[x\]\(javascript\:y\)"),
        ("&lt;", r"&amp;lt\;"),
        (None, ""),
        (("a", "b"), r"a\, b"),
        ({"region": "36.01", "edition": "ikp_2024"}, r"36\.01 ikp\_2024"),
        ("a\x1b[2Jb", r"a\\x1b\[2Jb"),
        ("a\0b", r"a\\x00b"),
        ("rilis\u202efdp.exe", r"rilis\\u202efdp\.exe"),
        ("rilis\udcff.txt", r"rilis\\xff\.txt"),
        ("half \ud83d a pair", r"half \\ud83d a pair"),
    ],
)
def test_what_documents_say_is_shown_as_it_is(value: object, shown: str) -> None:
    assert plain(value) == shown


def test_a_long_table_is_cut_and_counted() -> None:
    lines = table(("n",), ((n,) for n in range(1203)), empty="none").splitlines()
    assert lines[2] == "| 0 |"
    assert lines[101] == "| 99 |"
    assert lines[-1] == "and 1,103 more"
    assert table(("n",), (), empty="none") == "none\n"


def test_the_summary_names_what_needs_a_person() -> None:
    summary = Summary(documents=3, findings={"score": Counted(auto=2, review=1)}, failed=("x",), lines=("a*b",))
    text = summary_text(summary, {"parse": 1.25})
    assert r"| findings\: score | 2 accepted\, 1 to review |" in text
    assert r"| durations | parse 1\.2 s |" in text
    assert "the last good dataset stays" in text
    assert r"- a\*b" in text


def test_changes_are_shown_as_they_come() -> None:
    change = {"kind": "MOD", "table": "scores", "column": "score", "before": "1", "after": "2", "files": ["a.txt"]}
    assert r"| MOD | scores |  | score | 1 | 2 |  | a\.txt |" in changes_text((change,))
    kept = {**change, "kind": "KEPT", "cause": "rule", "extracted": "3", "human": "2"}
    assert r"| rule | a\.txt | 3 | 2 |" in changes_text((kept,))
    assert changes_text(()) == "No published value changed.\n"


def test_trouble_of_sources_is_listed() -> None:
    text = sources_text(Fetched(counts=(("banten", 3),), lines=("jabar: no answer; see later",)))
    assert "| banten | 3 |" in text
    assert r"jabar\: no answer\; see later" in text


@pytest.mark.parametrize(
    ("summary", "sources", "message"),
    [
        (Summary(quarantined=(("a", "empty"), ("b", "empty")), lines=("a", "b")), 0, "2 in quarantine"),
        (Summary(failed=("x",), lines=("s", "x")), 1, "1 failed checks (not published), 1 of sources"),
        (Summary(lines=("n",)), 0, "1 other notices"),
    ],
)
def test_work_for_people_is_counted(summary: Summary, sources: int, message: str) -> None:
    assert work_left(summary, sources) == message


def test_a_night_without_news_says_so() -> None:
    assert work_done(Summary(unchanged=7)) == "nothing new, nothing done (7 unchanged)"
    assert (
        work_done(Summary(read=1, extracted=2, replaced=1, removed=3)) == "3 read, 0 unchanged, 1 replaced, 3 gone"
    )


def test_where_to_work_follows_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IKP_DASK", raising=False)
    assert place_of("", 3).workers == 3
    assert place_of("", 3).flying == 1
    assert (place_of("local", 3).workers, place_of("local", 3).size) == (1, 3)
    monkeypatch.setenv("IKP_DASK", "tcp://10.0.0.1:8786")
    assert place_of("", 3).dask == "tcp://10.0.0.1:8786"
    assert place_of("local", 3).dask == "local", "the parameter wins"
    with pytest.raises(UsageError, match="is no Dask cluster"):
        place_of("yes", 1)


def test_batches_hold_all_tasks_in_order() -> None:
    assert [len(batch) for batch in batches((), 2)] == []
    numbers = tuple(range(5))
    assert [*batches(numbers, 2)] == [(0, 1), (2, 3), (4,)]  # type: ignore[comparison-overlap, arg-type]


def test_a_stopwatch_adds_up_by_stage() -> None:
    ticks = iter((0.0, 1.5, 2.0, 4.0, 5.0, 5.25))
    clock = Stopwatch("nightly", now=lambda: 0.0, tick=lambda: next(ticks))
    for name in ("parse", "consolidate", "parse"):
        with clock.stage(name):
            pass
    timings = clock.timings()
    assert timings.begun == "1970-01-01T00:00:00Z"
    assert timings.seconds == {"parse": 1.75, "consolidate": 2.0}


def test_nothing_is_fetched_without_sources(tmp_path: Path) -> None:
    assert fetch.fn(str(tmp_path)) == Fetched()


def test_where_the_network_is_gone_the_task_is_tried_again_and_what_each_source_told_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    silence = Gathered(counts={"a": Count()}, lines=("a: no answer",), asides=("a: a page",), unreachable=True)
    monkeypatch.setattr("flows.fetch.gather", lambda _corpus: silence)
    with pytest.raises(ConnectionError, match="no source could be reached") as raised:
        fetch.fn(str(tmp_path))
    state: Any = Failed(data=pickle.loads(pickle.dumps(raised.value)))  # noqa: S301 - Prefect may store it
    assert worth_another_try(None, None, state)
    found = outcome(state)
    line = "sources: nothing was fetched (no source could be reached); check the network"
    assert found == Fetched(counts=(("a", 0),), lines=(line, "a: no answer"), asides=("a: a page",))
    assert "| a | 0 |" in sources_text(found)
    assert isinstance(raised.value, Unreachable)


def test_without_dask_the_remedy_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prefect_dask.task_runners", None)
    with pytest.raises(ServerError, match=r"Dask: is not installed; pip install 'ikp\[dask\]'"):
        dask_runner("local", 1)


def test_a_scheduler_that_does_not_answer_is_told_in_time() -> None:
    for address in ("tcp://127.0.0.1:1", "tcp://127.0.0.1", "abc://here:1"):
        with pytest.raises(ServerError) as raised:
            require_scheduler(address, seconds=0.5)
        assert str(raised.value).startswith(f"{address}: no Dask scheduler answers there (")
        assert raised.value.remedy == "start it, or mend the address"


def test_a_night_without_news_needs_no_cluster(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    plan = stages.prepare(corpus, tmp_path / "out")
    assert parse_all(plan, str(tmp_path / "out"), place_of("tcp://127.0.0.1:1", 1)) == {}


def test_a_night_that_is_published_never_fails_for_want_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, out = tmp_path / "corpus", tmp_path / "out"
    corpus.mkdir()

    def no_page(*_: object, **__: object) -> None:
        raise ConnectionError("connection\nrefused")

    monkeypatch.setattr("flows.nightly.ingest", ingest.fn)
    monkeypatch.setattr("flows.nightly.consolidate", consolidate.fn)
    monkeypatch.setattr("flows.nightly.report", no_page)
    clock = Stopwatch("nightly")
    state = _night(str(corpus), str(out), place=place_of("", 1), fetching=False, anew=False, clock=clock, left="")
    line = f"Prefect's page could not be written (ConnectionError: connection refused); see {out}/runs/1.json"
    assert (out / "runs" / "1.json").exists()
    assert (out / "dataset" / "scores.csv").exists()
    assert (state.type.value, state.name, state.message) == ("COMPLETED", "NeedsPeople", "1 other notices")
    assert state.data.lines == (line,)


def test_where_prefect_itself_fails_one_line_says_where_to_look(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_: object) -> None:
        raise ConnectionError("refused")

    monkeypatch.setattr("flows.once.nightly", broken)
    with pytest.raises(
        ServerError, match=r"Prefect: failed \(ConnectionError: refused\); the last file in here/runs"
    ):
        once("nightly", out="here")


def test_a_worker_that_may_have_no_children_is_told_how_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(multiprocessing.current_process()._config, "daemon", "yes")  # type: ignore[attr-defined]
    with pytest.raises(ServerError, match="DASK_DISTRIBUTED__WORKER__DAEMON=False"):
        parse.fn((), 1)


def test_a_night_goes_on_without_its_sources() -> None:
    full: Any = Failed(data=StoreError("cannot be written", where="corpus", remedy="check free space"))
    away: Any = Failed(data=ConnectionError("no route\nto host"))
    assert outcome(Completed(data=Fetched(counts=(("banten", 3),)))).counts == (("banten", 3),)
    assert outcome(full).lines == ("corpus: cannot be written; check free space",)
    assert outcome(away).lines == ("sources: nothing was fetched (no route to host); see the task's log",)
    fault: Any = Failed(data=KeyError("of ours"))
    slow: Any = Failed(data=TimeoutError("no answer"))
    tried = [worth_another_try(None, None, state) for state in (full, fault, away, slow)]
    assert tried == [False, False, True, True]
