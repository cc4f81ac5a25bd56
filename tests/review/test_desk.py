"""The desk: groups, several people at once, hostile words; and runs that take its decisions into account."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.decision import NOTHING
from pipeline.errors import StoreError, UsageError
from pipeline.jobs import explain, judgement, stages
from pipeline.jobs.desk import Desk, Stale
from pipeline.reference import load_reference
from pipeline.review.draft import Words, context_of
from pipeline.review.queue import Filter
from pipeline.review.say import Act
from pipeline.storage import logbook, store
from pipeline.web.item_pages import marks_of
from review.corpora import CILEGON, NEWER, PANDEGLANG, RELEASE, SCORES, Place, decide, kinds, pending, place_in

ROOT = Path(__file__).parents[2]
WORDS = "Kabupaten Pandeglang memperoleh skor 77,70"
KEPT: tuple[Act, ...] = ("keep", "withdraw")
FINISH = "    confidence = confidence_of(draft, calibration)\n"


# --- runs ---


def test_all_comes_back_the_same_from_nothing(place: Place) -> None:
    decide(place, WORDS, "edit", changes={"score": "77.07"})
    decide(place, "Perusakan", "edit", changes={"indicator": "27"})
    decide(place, "Cilegon memperoleh", "reject")
    place.run()
    before, carried = place.bytes(), place.carried
    assert {"documents/decided.json", "dataset/findings.csv"} <= before.keys()
    shutil.rmtree(place.out)
    place.run()
    assert (place.bytes(), place.carried) == (before, carried)


def test_the_order_of_documents_makes_no_difference(place: Place) -> None:
    decide(place, WORDS, "accept")
    (place.corpus / "aaa").mkdir()
    shutil.copy(place.corpus / "banten.txt", place.corpus / "aaa" / "banten.txt")
    (place.corpus / "banten.txt").rename(place.corpus / "zzz.txt")
    place.run()
    before = place.bytes()
    assert place.score(PANDEGLANG) == "77.70"
    for path in sorted(place.corpus.rglob("*.txt"), reverse=True):
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
    shutil.rmtree(place.out)
    place.run()
    assert place.bytes() == before


def test_nothing_new_nothing_done(place: Place) -> None:
    decide(place, WORDS, "accept")
    first = stages.run(place.corpus, place.out, workers=1)
    assert (first.read, first.extracted, first.unchanged, first.rebuilt) == (0, 0, 1, True), "no document is read"
    again = stages.run(place.corpus, place.out, workers=1)
    assert (again.read, again.unchanged, again.rebuilt) == (0, 1, False)
    place.desk().undo("Sari")
    assert stages.run(place.corpus, place.out, workers=1).rebuilt
    assert place.score(PANDEGLANG) is None


def test_why_tells_what_was_published_not_what_was_decided_since(place: Place) -> None:
    decide(place, WORDS, "accept")
    place.run()
    decide(place, WORDS, "edit", changes={"score": "1"})
    assert "77.70" in explain.why(place.out, f"{PANDEGLANG}:ikp_2024", "score")


# --- groups ---


def three_hundred(folder: Path) -> Place:
    """Return a corpus whose one document states three hundred scores that are held."""
    regions = [one for one in load_reference().regions.values() if one.level in {"regency", "city"}][:300]
    lines = [
        f"{region.name} memperoleh skor {20 + number % 60},{10 + number % 90} dalam IKP 2024."
        for number, region in enumerate(regions)
    ]
    head = "Bawaslu Paparkan Indeks Kerawanan Pemilu 2024\n\nJAKARTA, 20 Januari 2023 - Bawaslu memaparkan IKP 2024.\n"
    place = place_in(folder, head + "\n".join(lines) + "\n")
    # All are doubted alike, so that they are one pattern; their real confidence differs a little.
    held = FINISH + '    if draft.type == "score":\n        confidence = KNOWN_DOUBT\n'
    place.change("extract/identity.py", (FINISH, held))
    place.run()
    return place


def test_three_hundred_findings_are_one_question(tmp_path: Path) -> None:
    place = three_hundred(tmp_path)
    desk = place.desk()
    group = desk.groups()[0]
    assert group.kind == "held"
    assert group.count > 250
    written = desk.decide_group("Sari", group.pattern, "accept", desk.digest(group.pattern))
    assert len({line.batch for line in written}) == 1
    assert written[0].of == len(written) >= group.count
    assert not desk.groups(Filter(pattern=group.pattern))
    place.run()
    published = sum(bool(row["score"]) for row in place.rows("scores"))
    assert published == group.count

    old = "        score=draft.score,\n"
    new = "        score=draft.score + (40 if draft.subject.code == '36.01' else 1) if draft.score else None,\n"
    place.change("extract/identity.py", (old, new))
    place.change(SCORES, NEWER)
    scores = {row["region_code"]: row["score"] for row in place.rows("scores")}
    place.run()
    assert {row["region_code"]: row["score"] for row in place.rows("scores")} == scores, "all stand"
    assert desk.refresh()
    found = desk.groups(Filter(kind="proposal"))
    assert [(one.count, len(one.sample), one.cause) for one in found] == [(group.count, 5, "rule")]
    assert found[0].sample[0] == found[0].outlier
    assert found[0].outlier.finding.region_code == "36.01", "which changes most"
    with pytest.raises(Stale, match="is not what was shown"):
        desk.decide_group("Sari", found[0].pattern, "accept", "0000000000000000")
    written = desk.decide_group("Budi", found[0].pattern, "accept", desk.digest(found[0].pattern))
    assert len({line.batch for line in written}) == 1
    assert not desk.groups(Filter(kind="proposal"))
    place.run()
    assert {row["region_code"]: row["score"] for row in place.rows("scores")} != scores
    desk.undo("Budi")
    assert desk.groups(Filter(kind="proposal"))[0].count == group.count, "undone as one"
    place.run()
    assert {row["region_code"]: row["score"] for row in place.rows("scores")} == scores


# --- several people ---

ANALYST = """
import sys
from pathlib import Path
from pipeline.jobs.desk import Desk, Stale
from pipeline.review.say import Act
corpus, out, name, wanted = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
desk = Desk(corpus, out)
print("ready", flush=True)
sys.stdin.readline()
done = stale = 0
while done < wanted:
    queue = [item for item in desk.queue() if not item.deferred]
    if not queue:
        break
    item = queue[0]
    try:
        desk.decide(name, item.key, item.item.mark, "accept")
        done += 1
    except Stale as error:
        assert "was decided by" in str(error), error
        stale += 1
print(done, stale, flush=True)
"""


def many(folder: Path, count: int) -> Place:
    """Return a corpus of as many documents with one held score each."""
    place = place_in(folder)
    (place.corpus / "banten.txt").unlink()
    for number in range(count):
        text = f"Bawaslu Banten: IKP 2024\n\nKabupaten Pandeglang memperoleh skor {10 + number % 80},{number:03} dalam IKP 2024.\n"
        place.put(text, f"{number:03}.txt")
    place.run()
    return place


def test_two_people_at_once_in_two_processes(tmp_path: Path) -> None:
    place, each = many(tmp_path, 70), 30
    desk = place.desk()
    assert len(desk.queue()) == 70
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    people = [
        subprocess.Popen(
            [sys.executable, "-c", ANALYST, str(place.corpus), str(place.out), name, str(each)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": paths},
            text=True,
        )
        for name in ("Sari", "Budi")
    ]
    for one in people:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in people:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    seen = [0]
    while any(one.poll() is None for one in people):
        lines = logbook.load(place.corpus).lines
        assert len(lines) >= seen[-1]
        desk.refresh()
        assert len(desk.log) >= len(lines)
        assert len(desk.queue()) == 70 - len({line.finding_id for line in desk.log})
        seen.append(len(lines))
    told = [one.communicate()[0].split() for one in people]
    assert [int(done) for done, _ in told] == [each, each]
    log = logbook.load(place.corpus).lines
    assert len({line.batch for line in log}) == 2 * each
    assert len({line.finding_id for line in log}) == 2 * each, "none was decided by both"
    assert all(line.supersedes is None for line in log)


def test_two_people_at_once_at_one_desk(tmp_path: Path) -> None:
    place, each = many(tmp_path, 50), 20
    desk = place.desk()
    stale: list[str] = []

    def work(name: str) -> None:
        done = 0
        while done < each:
            item = desk.queue()[0]
            try:
                desk.decide(name, item.key, item.item.mark, "accept")
                done += 1
            except Stale as error:
                stale.append(str(error))

    threads = [threading.Thread(target=work, args=(name,)) for name in ("Sari", "Budi")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    log = logbook.load(place.corpus).lines
    assert (len({line.batch for line in log}), len({line.finding_id for line in log})) == (2 * each, 2 * each)
    assert all("was decided by" in one for one in stale)


def test_who_was_first(place: Place) -> None:
    one, other = place.desk(), place.desk()
    item = pending(other, WORDS)
    one.decide("Sari", item.key, item.item.mark, "accept")
    with pytest.raises(Stale, match="was decided by Sari meanwhile"):
        other.decide("Budi", item.key, item.item.mark, "reject")
    assert not other.refresh(), "it has seen that already"
    assert pending(other, WORDS).kind == "settled"
    again = other.decide("Budi", item.key, None, "reject")
    assert {line.supersedes for line in again} == {line.id for line in one.log}


def test_a_desk_sees_what_a_run_published_meanwhile(place: Place) -> None:
    desk = place.desk()
    item = pending(desk, WORDS)
    place.put((place.corpus / "banten.txt").read_text().replace("77,70", "70,10"))
    place.run()
    with pytest.raises(Stale):
        desk.decide("Sari", item.key, item.item.mark, "accept")
    assert logbook.load(place.corpus).lines == ()


def test_who_looks_at_what(place: Place) -> None:
    clock = [0.0]
    desk = Desk(place.corpus, place.out, now=lambda: clock[0])
    key = pending(desk, WORDS).key
    assert desk.lease("Sari", key) is None
    assert desk.lease("Budi", key) == "Sari"
    assert desk.leases() == {key: "Sari"}
    clock[0] = 301.0
    assert desk.lease("Budi", key) is None


# --- what cannot be ---


def test_what_cannot_be_decided(place: Place) -> None:
    desk = place.desk()
    item = pending(desk, WORDS)
    for changes, told in (
        ({"score": "101"}, "is no score"),
        ({"score": "1e3"}, "is no score"),
        ({"region_code": "99.99"}, "is no region_code"),
        ({"n": "3"}, "has no field 'n'"),
        ({"__class__": "x"}, "has no field"),
        ({"region_code": ""}, "has no region"),
    ):
        with pytest.raises(UsageError, match=told):
            desk.decide("Sari", item.key, item.item.mark, "edit", changes=changes)
    with pytest.raises(UsageError, match="states no 'rank'"):
        desk.decide("Sari", item.key, item.item.mark, "accept", fields=["rank"])
    for act in KEPT:
        with pytest.raises(UsageError, match="was decided by nobody"):
            desk.decide("Sari", item.key, item.item.mark, act)
    with pytest.raises(UsageError, match="nothing that is left to undo"):
        desk.undo("Sari")
    with pytest.raises(Stale, match="is not there any more"):
        desk.decide("Sari", "0123456789abcdef", None, "accept")
    assert not (place.corpus / "decisions.jsonl").exists()


def test_a_decision_on_a_finding_that_never_was_is_an_orphan(place: Place) -> None:
    decide(place, WORDS, "accept")
    path = place.corpus / "decisions.jsonl"
    family = b'"family":"banten.txt"'
    forged = path.read_bytes().replace(pending(place.desk(), WORDS).item.machine.id.encode(), b"0" * 16)
    path.write_bytes(forged.replace(family, b'"family":"lain.txt"').replace(b'"document":"', b'"document":"0'))
    place.run()
    assert (place.score(PANDEGLANG), place.carried) == (None, {"orphaned": 2})
    assert "orphan" in kinds(place).values()


def test_a_damaged_log_stops_a_run_with_one_line_and_leaves_what_is_published(place: Place) -> None:
    decide(place, WORDS, "accept")
    place.run()
    before = place.bytes()
    path = place.corpus / "decisions.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"field":"score"', b'"field":"raw"', 1))
    with pytest.raises(
        StoreError, match=r"decisions\.jsonl line 1: says what cannot be: a score has no field 'raw'"
    ):
        place.run()
    assert place.bytes() == before


def test_hostile_words_reach_the_tables_in_one_row(place: Place) -> None:
    desk = place.desk()
    item = pending(desk, "Cilegon memperoleh")
    words = Words(note="=HYPERLINK(1)\r\n\x1b[31m;\x00")
    desk.decide("@SUM(1)\n", item.key, item.item.mark, "accept", words=words)
    place.run()
    assert place.score(CILEGON) == "21.90"
    assert len(place.rows("findings")) == 5
    assert store.read_bytes(place.corpus / "decisions.jsonl").count(b"\n") == 2


def test_a_desk_that_meets_a_run_at_work_goes_on_and_reads_it_later(place: Place) -> None:
    """While records are replaced some may be missing: nothing is lost, and it is looked at again."""
    desk = Desk(corpus=place.corpus, out=place.out)
    before = [item.key for item in desk.queue()]
    place.put(RELEASE.replace("21,90", "22,10"), "lagi.txt")
    place.run()
    record = next(path for path in (place.out / "documents").iterdir() if len(path.stem) == 64)
    data = record.read_bytes()
    record.write_bytes(b"{")
    with pytest.raises(StoreError):
        desk.refresh()
    assert [item.key for item in desk.queue()] == before
    record.write_bytes(data)
    assert desk.refresh()
    assert len(desk.queue()) > len(before)


def test_what_a_run_remembers_last_is_seen_too(place: Place) -> None:
    """A desk that looks between the tables and the decisions they were made with looks at those again."""
    desk = Desk(corpus=place.corpus, out=place.out)
    item = pending(desk, "Cilegon")
    desk.decide("Siti", item.key, item.item.mark, "accept")
    place.run()
    decided = judgement.applied(place.out)
    judgement.keep(place.out, NOTHING)
    assert desk.refresh()
    assert desk.unpublished == 1
    judgement.keep(place.out, decided)
    assert desk.refresh()
    assert desk.unpublished == 0


def test_words_that_are_read_anew_meanwhile_are_not_marked_elsewhere(place: Place) -> None:
    desk = Desk(corpus=place.corpus, out=place.out)
    item = pending(desk, "Cilegon")
    document = desk.document(item.sha256)
    assert document is not None
    moved = replace(document, text=f"Baru. {document.text}")
    assert context_of(document, item.item.machine) != item.item.machine.raw
    assert context_of(moved, item.item.machine) == item.item.machine.raw
    assert marks_of([item], item.key, document)
    assert marks_of([item], item.key, moved) == []
