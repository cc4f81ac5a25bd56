"""Campaigns and benchmarks run, on a small scale; what they find is their own business."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks import pdf, workers
from benchmarks.reading import as_table, measure
from campaigns import analysts, kills, morning, odd_files, results, scale
from campaigns.roundtrip import Tally, keys_of, report, run, show
from roundtrip.corpus import write_corpus
from roundtrip.specimen import BY_NAME, FORMATS, Key

ROOT = Path(__file__).resolve().parents[1]
FAMILIES = {layout.family for layout in BY_NAME.values()}
FIRST = next(iter(BY_NAME))
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))}


# --- the record ---


def test_a_section_is_written_anew_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "RESULTS.md"
    results.save("One", "first", path=path)
    results.save("Two", "other\n\n### inside\n\ntext", path=path)
    before = path.read_text(encoding="utf-8")
    results.save("One", "second", path=path)
    after = path.read_text(encoding="utf-8")
    assert before.startswith("# Campaigns\n")
    assert after == before.replace("first", "second")
    assert re.findall("(?m)^## (.+)", after) == ["One", "Two"]
    assert list(tmp_path.iterdir()) == [path]


def test_circumstances_name_no_path() -> None:
    line = results.circumstances(125)
    assert re.match(r"20\d\d-\d\d-\d\d, Python 3\.\d+\.\d+ on \w+ \w+, \d+ cores, 2 min 5 s\. lxml \d", line)


# --- the round trip in bulk ---


def test_keys_are_so_many_a_family_in_the_shares_of_the_formats() -> None:
    keys = keys_of(900)
    assert len(set(keys)) == len(keys) == 900 * len(FAMILIES)
    assert {name: sum(BY_NAME[key.layout].family == name for key in keys) for name in FAMILIES} == dict.fromkeys(
        FAMILIES, 900
    )
    shares = {name: sum(key.format == name for key in keys) / len(keys) for name in FORMATS}
    assert all(abs(shares[name] - kind.percent / 100) < 0.02 for name, kind in FORMATS.items())


def test_workers_do_not_change_the_outcome() -> None:
    keys = keys_of(1)[:3]
    assert list(run(keys, workers=2)) == list(run(keys, workers=1))


def test_the_report_counts_every_fact() -> None:
    outcomes = list(run(keys_of(1), workers=1))
    total = Tally.of(outcomes)
    assert total.facts == total.right + total.review + total.missed
    text = report(outcomes, 1.0)
    assert f"| all | {total.documents:,} | {total.facts:,} |" in text
    assert text.count("\n| ") >= len(FAMILIES) + len(outcomes) + len(FORMATS)
    assert all(str(one) in text for outcome in outcomes for one in outcome.wrong)


@pytest.mark.parametrize("name", FORMATS)
def test_a_document_can_be_shown_again(name: str) -> None:
    text = show(Key(layout=FIRST, seed=1, format=name))
    assert text.startswith(f"--layout {FIRST} --seed 1 --format {name}")
    assert [line for line in text.splitlines() if line.startswith("--- ")] == [
        *("--- blocks as read (~ outside the article)", "--- facts", "--- findings", "--- missed", "--- wrong"),
    ]


def test_a_stopped_campaign_leaves_the_record_whole() -> None:
    record = results.RESULTS.read_bytes() if results.RESULTS.exists() else None
    environment = {**os.environ, "PYTHONPATH": "tests"}
    command = [sys.executable, "-m", "campaigns.roundtrip", "--documents", "5000", "--workers", "1"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as campaign:
        assert campaign.stderr is not None
        while not campaign.stderr.readline().strip():  # the first line of progress
            time.sleep(0.01)
        campaign.send_signal(signal.SIGINT)
        said = campaign.stderr.read()
    assert campaign.returncode == 130
    assert "stopped; RESULTS.md is as it was" in said
    assert (results.RESULTS.read_bytes() if results.RESULTS.exists() else None) == record


# --- benchmarks ---


def test_the_benchmark_runs_on_six_documents(tmp_path: Path) -> None:
    said: list[str] = []
    ratios = measure(6, tmp_path, say=said.append)
    names = [one.name for one in ratios]
    assert names[-3:] == ["extract all", "run, nothing new", "run, one new document"]
    assert all(
        one.seconds >= 0 and one.yardstick > 0 for one in ratios if one.name.startswith(("run", "extract all"))
    )
    assert len(as_table(ratios).splitlines()) == len(ratios) + 1
    assert len(said) == 3


def test_the_benchmark_of_workers_runs_on_six_documents(tmp_path: Path) -> None:
    seconds = workers.measure(6, tmp_path, rounds=1)
    assert all(seconds[number] > 0 for number in workers.WORKERS)
    assert workers.as_lines(6, {1: 4.0, 2: 3.0})[1] == "two workers against one: 0.75 of the time"
    outs = [path / "dataset" / "scores.csv" for path in sorted(tmp_path.glob("out*"))]
    assert len({path.read_bytes() for path in outs}) == 1


def test_the_benchmark_of_pdf_runs_on_a_sample() -> None:
    files = [(pdf.SAMPLES / "temanggung-rilis-prosa.pdf").read_bytes()]
    seconds = pdf.measure(files, rounds=1)
    assert all(one > 0 for one in seconds)
    first, second = pdf.as_lines("one", files, (1.0, 4.0, 0.5))
    assert first.startswith("one: 1 files, ")
    assert "text and tables as 0.250, to pypdfium2's text as 2.0" in second


def test_odd_files_are_counted_beside_pdfplumber(tmp_path: Path) -> None:
    good = (pdf.SAMPLES / "temanggung-rilis-prosa.pdf").read_bytes()
    for name, data in {"baik": good, "putus": good[:300], "bukan": b"%PDF-1.4 bukan", "kosong": b""}.items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
    said: list[int] = []
    paths = sorted(tmp_path.glob("*.pdf"))
    ours = odd_files.fates(odd_files.by_us, paths, workers=1, say=said.append)
    assert {path.stem: fate.verdict for path, fate in ours.items()} == {
        "baik": "read",
        "putus": "truncated",
        "bukan": "truncated",
        "kosong": "empty",
    }
    theirs = {path: odd_files.by_pdfplumber(path) for path in paths}
    assert theirs[tmp_path / "baik.pdf"].verdict == "read"
    text = odd_files.report(ours, theirs, 1.0)
    assert "| read | 1 |" in text
    assert "None hung, crashed, outgrew its limits or surprised its reader." in text
    assert said == [1, 2, 3, 4]


def test_campaigns_with_children_run_as_programs(tmp_path: Path) -> None:
    (tmp_path / "kosong.pdf").write_bytes(b"")
    for words in (["odd_files", str(tmp_path)], ["fuzzing", "--mutations", "6"]):
        command = [sys.executable, "-m", f"campaigns.{words[0]}", *words[1:], "--workers", "1", "--no-record"]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=ENVIRONMENT, check=False)
        assert done.returncode == 0, done.stderr


# --- killed nights and many documents, on a small scale ---


def test_a_killed_night_is_completed_by_the_next() -> None:
    found, world = kills.run(2, 0)
    assert [one.troubles for one in found] == [(), ()]
    assert "| fetching | 1 |" in kills.report(found, world)


def test_a_reader_never_finds_a_dataset_that_is_not_whole(tmp_path: Path) -> None:
    assert kills.tables_of(tmp_path) == "missing"
    (tmp_path / "dataset").mkdir()
    (tmp_path / "dataset" / "a.csv").write_text("1")
    whole = kills.tables_of(tmp_path)
    (tmp_path / "dataset" / "b.csv").symlink_to("nowhere")
    assert kills.tables_of(tmp_path) == "torn"
    (tmp_path / "dataset" / "b.csv").unlink()
    assert kills.tables_of(tmp_path) == whole


def test_the_same_documents_give_the_same_bytes_in_each_way(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    write_corpus(corpus, 4)
    ways = scale.alike(corpus, tmp_path, dask=False)  # which tests/flows look after
    assert len(ways) == 3
    assert len({digest for digest, _ in ways.values()}) == 1


def test_a_command_is_measured_with_its_children() -> None:
    cost = scale.cost_of(
        [
            sys.executable,
            "-c",
            "import subprocess, sys; subprocess.run([sys.executable, '-c', 'x = b\"x\" * (60 << 20); import time; time.sleep(.5)'])",
        ]
    )
    assert cost.code == 0
    assert cost.seconds >= 0.5
    assert cost.all_bytes > cost.own_bytes + (60 << 20)


# --- analysts at one queue ---


def test_nothing_that_analysts_decide_at_the_same_time_is_lost_or_there_twice(tmp_path: Path) -> None:
    text = analysts.campaign(tmp_path, decisions=15, kills=2, last=3)
    assert "ani 15, budi 15; reported and not there: 0; findings decided twice: 0" in text
    assert re.search(r"of [1-9]\d* decisions reported 0 are not in the log", text)
    assert re.search(r"last [\d,]{4,} bytes: 0 read otherwise", text)


@pytest.mark.skipif(morning.chromium() is None, reason="no Chromium on this machine")
def test_a_morning_is_decided_by_keys_alone(tmp_path: Path) -> None:
    pytest.importorskip("playwright", reason="playwright is not installed")
    text, seen = morning.campaign(tmp_path, pending=80, decisions=5)
    assert "80 findings waited; 5 accepted in a row" in text
    assert "9 strokes in the log" in text
    assert {name: len(found) for name, found in seen.times.items() if name.startswith("POST")} == {
        "POST /item": 6,
        "POST /undo": 2,
        "POST /group": 1,
    }
