"""What a person says that a phrase means: written once, applied by the next run, in every document."""

from __future__ import annotations

import csv
import io
import shutil
import threading
from pathlib import Path

import pytest

from alias_bench import SCORES, SEMBAKO, TEGAL, TWINS, Bench, bench_in, says
from pipeline.account import Account
from pipeline.errors import BusyError, TableError
from pipeline.jobs import own_aliases, stages
from pipeline.jobs.alias_use import AliasUse, alias_use
from pipeline.reference import ProjectAlias
from pipeline.state import Done, State, Task
from pipeline.storage import holdings, results, store
from pipeline.storage.codec import decode, encode
from pipeline.storage.files import is_document_name


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    return bench_in(tmp_path, monkeypatch)


def test_the_table_is_no_document() -> None:
    assert not is_document_name("aliases.csv")


def test_a_phrase_means_what_was_said_in_every_document_from_the_next_run_on(bench: Bench) -> None:
    bench.run()
    assert {number for _, number, _ in bench.indicators()} == {"12", "54"}
    assert ("36.01", "54", "value") not in bench.indicators()
    assert any(row["label"] == "Titip sembako warga" for row in bench.rows("unmatched"))
    own_aliases.add(bench.corpus, (SEMBAKO,))
    summary = bench.run()
    assert (summary.read, summary.extracted, summary.unchanged, summary.rebuilt) == (0, 2, 0, True)
    assert bench.read == [], "the stored text was used"
    assert bench.indicators() == {("36.01", "54", "value"), ("36.01", "12", "value"), ("36.02", "54", "value")}
    assert not any("embako" in row["label"] for row in bench.rows("unmatched"))


def test_it_is_accepted_as_any_alias_is(bench: Bench) -> None:
    own_aliases.add(bench.corpus, (SEMBAKO,))
    bench.run()
    accounts = [one for one in results.load_accounts(bench.out) if isinstance(one, Account)]
    found = [one for account in accounts for one in account.findings if "embako" in one.raw]
    assert [(one.indicator, one.decision, one.match.kind if one.match else "") for one in found] == [
        (54, "auto", "alias"),
        (54, "auto", "alias"),
    ]


def test_a_run_with_the_same_corrections_does_nothing(bench: Bench) -> None:
    own_aliases.add(bench.corpus, (SEMBAKO,))
    bench.run()
    before = bench.everything()
    for change in (
        lambda: None,
        (bench.corpus / "aliases.csv").touch,
        lambda: own_aliases.add(bench.corpus, (SEMBAKO,)),
        lambda: (bench.corpus / "aliases.csv").write_text(
            "note,means,phrase,kind\nlooked at,54,titip sembako warga,indicator\n"
        ),
    ):
        change()
        summary = bench.run()
        assert (summary.read, summary.extracted, summary.unchanged, summary.rebuilt) == (0, 0, 2, False)
    assert bench.everything() == before
    assert len(list((bench.out / "runs").glob("?.json"))) == 1


def test_a_correction_that_changes_nothing_leaves_the_dataset_as_it_is(bench: Bench) -> None:
    bench.run()
    before = bench.everything()
    own_aliases.add(bench.corpus, (says("uang lelah"),))
    summary = bench.run()
    assert (summary.extracted, summary.rebuilt) == (2, False)
    assert bench.everything() == before
    assert summary.asides == ("aliases.csv: 'uang lelah' stands in no document; correct or remove it",)
    assert bench.run().asides == summary.asides, "each run tells it"
    assert summary.lines == ()


def test_deleted_results_come_back_the_same(bench: Bench) -> None:
    bench.run()
    own_aliases.add(bench.corpus, (SEMBAKO, TEGAL))
    bench.put(tegal=SCORES)
    bench.run()
    before = bench.everything()
    shutil.rmtree(bench.out)
    bench.run()
    assert bench.everything() == before


def test_a_correction_goes_before_the_package_and_the_last_before_earlier_ones(bench: Bench) -> None:
    own_aliases.add(bench.corpus, (says("serangan fajar", 55), SEMBAKO))
    bench.run()
    assert {row for row in bench.indicators() if row[0] == "36.02"} == {
        ("36.02", "54", "value"),
        ("36.02", "55", "value"),
    }
    own_aliases.add(bench.corpus, (says("Serangan Fajar", 56),))
    summary = bench.run()
    assert {row[1] for row in bench.indicators() if row[0] == "36.02"} == {"54", "56"}
    assert summary.asides == (
        "aliases.csv: line 2, 'serangan fajar', gives way to line 4 (56); remove one of the two",
    )


def test_a_bare_name_means_what_was_said_and_a_prefix_holds(bench: Bench) -> None:
    bench.put(tegal=SCORES, twins=TWINS)
    bench.run()
    assert not any(code == "33.76" for code, _ in bench.scores())
    own_aliases.add(bench.corpus, (TEGAL,))
    bench.run()
    assert {row for row in bench.scores() if row[0] in {"33.28", "33.76"}} == {
        ("33.28", "51.20"),
        ("33.76", "41.20"),
    }


def test_a_removed_correction_gives_back_what_was(bench: Bench) -> None:
    bench.run()
    before = bench.everything()
    own_aliases.add(bench.corpus, (SEMBAKO, says("serangan fajar", 55)))
    bench.run()
    assert own_aliases.remove(bench.corpus, "Titip  SEMBAKO warga") == (says("serangan fajar", 55),)
    assert own_aliases.remove(bench.corpus, "serangan fajar") == ()
    summary = bench.run()
    assert bench.everything() == before
    assert summary.asides == ()


def test_a_lost_table_is_told(bench: Bench) -> None:
    own_aliases.add(bench.corpus, (SEMBAKO,))
    bench.run()
    (bench.corpus / "aliases.csv").unlink()
    assert bench.run().asides == ("aliases.csv: is no longer in the corpus; what it decided is read without it",)
    assert bench.run().asides == ()


def test_a_damaged_table_stops_the_run_before_anything_changes(
    bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    own_aliases.add(bench.corpus, (SEMBAKO,))
    bench.run()
    before = {path: path.read_bytes() for path in bench.out.rglob("*") if path.is_file()}
    path = bench.corpus / "aliases.csv"
    path.write_text(path.read_text().replace(",54,", ",540,"))
    bench.put(new=SCORES)
    assert bench.ikp("run") == 3
    assert capsys.readouterr().err == f"{path} line 2: '540' is no indicator; give a number from 1 to 61\n"
    assert {path: path.read_bytes() for path in bench.out.rglob("*") if path.is_file()} == before
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TableError, match="is not UTF-8; save it as UTF-8"):
        bench.run()
    with pytest.raises(TableError, match="is not UTF-8"):
        own_aliases.add(bench.corpus, (SEMBAKO,))
    assert path.read_bytes() == b"\xff\xfe\x00"


def test_a_table_that_a_spreadsheet_saved_is_read(bench: Bench) -> None:
    text = "\ufeffkind,phrase,means,author,quote,document,at,note\r\nindicator,titip sembako warga,54,,,,,\r\n"
    (bench.corpus / "aliases.csv").write_bytes(text.encode())
    assert own_aliases.load_aliases(bench.corpus) == (SEMBAKO,)


ODD = says('=HYPERLINK("http://x")', author="@Ani", quote="+1 kata\n\x00dan", document="-a,b.pdf", note="'=1")


def test_what_a_spreadsheet_would_run_is_neutralised_and_comes_back(bench: Bench) -> None:
    own_aliases.add(bench.corpus, (ODD, TEGAL))
    text = (bench.corpus / "aliases.csv").read_text()
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t", "\r", "\n"}] == []
    first, second = own_aliases.load_aliases(bench.corpus)
    assert (first.phrase, first.author, first.document, first.note) == (ODD.phrase, "@Ani", "-a,b.pdf", "'=1")
    assert second == TEGAL
    own_aliases.add(bench.corpus, (SEMBAKO,))
    assert own_aliases.load_aliases(bench.corpus)[:2] == (first, second), "what stands there stays as it is"


def test_what_cannot_hold_is_not_written(bench: Bench) -> None:
    for wrong in (
        says("uang lelah", 62),
        says("12"),
        ProjectAlias(kind="region", phrase="Kota Tegal", means="33.28"),
    ):
        with pytest.raises(TableError):
            own_aliases.add(bench.corpus, (SEMBAKO, wrong))
    assert not (bench.corpus / "aliases.csv").exists()


def test_two_who_write_at_once_do_not_lose_a_row(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.turn(bench.corpus, "aliases.csv"):
        other = threading.Thread(target=own_aliases.add, args=(bench.corpus, (SEMBAKO,)))
        other.start()
        other.join(0.2)
        assert other.is_alive(), "it waits for its turn"
    other.join()
    assert [row.phrase for row in own_aliases.load_aliases(bench.corpus)] == [SEMBAKO.phrase]
    monkeypatch.setattr(store, "TURN_SECONDS", 0.05)
    busy = r"aliases\.csv: somebody else has been writing for half a minute; try again"
    with store.turn(bench.corpus, "aliases.csv"), pytest.raises(BusyError, match=busy):
        own_aliases.add(bench.corpus, (TEGAL,))
    with holdings.locked_corpus(bench.corpus):  # a fetch may take hours
        assert len(own_aliases.add(bench.corpus, (TEGAL,))) == 2


def test_a_state_of_an_earlier_version_is_read() -> None:
    old = b'{"read":"r","documents":{"a":{"item":{"sha256":"a","path":"a.txt","media_type":"text/plain","size":1,"source":"s","family":"f"},"read":"r","extract":"e","output":{"size":1,"mtime_ns":1,"ctime_ns":1,"sha256":"f","settled":true}}}}'
    done = decode(old, State, where="state").documents["a"]
    assert (done.aliases, done.used, done.contested) == ("", (), ())
    assert decode(encode(done), Done, where="state") == done


def test_a_table_of_no_rows_is_as_none(bench: Bench) -> None:
    bench.run()
    (bench.corpus / "aliases.csv").write_text("kind,phrase,means\n")
    assert bench.run().unchanged == 2


def test_tasks_carry_what_corrections_mean_and_no_remarks(bench: Bench) -> None:
    own_aliases.add(bench.corpus, (says("titip sembako warga", author="Ani", quote="kata" * 1000), TEGAL))
    tasks: tuple[Task, ...] = stages.prepare(bench.corpus, bench.out).tasks
    assert {task.aliases for task in tasks} == {(SEMBAKO, TEGAL)}


def test_what_is_used_and_contested(bench: Bench) -> None:
    bench.put(tegal=SCORES, twins=TWINS)
    bench.run()
    rows = (SEMBAKO, TEGAL, says("ASN", 5))
    items = [account.item for account in results.load_accounts(bench.out)]
    uses = {item.path: alias_use(results.load_record(bench.out, item.sha256), rows) for item in items}
    assert uses["twins.txt"] == AliasUse(), "there it has its prefix"
    assert uses["tegal.txt"] == AliasUse(used=("region tegal",))
    assert uses["lebak.txt"] == AliasUse(used=("indicator titip sembako warga",))
    assert uses["pandeglang.txt"].contested == ("indicator asn",)
