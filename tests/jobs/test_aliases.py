"""What a person says that a phrase means: written after a preview, applied by the next run, in every document."""

from __future__ import annotations

import csv
import io
import json
import shutil
import threading
from pathlib import Path

import pytest

from apart import all_here, run_here
from bucket import bucket
from pipeline import cli
from pipeline.account import Account
from pipeline.dataset.compared import FILES, Difference
from pipeline.dataset.differences import differences
from pipeline.errors import BusyError, StoreError, TableError
from pipeline.jobs import aliases, own_aliases, stages, work
from pipeline.jobs.alias_use import AliasUse, alias_use
from pipeline.model import CorpusItem, Document
from pipeline.reference import ProjectAlias
from pipeline.state import Done, State, Summary, Task
from pipeline.storage import holdings, results, store
from pipeline.storage.codec import decode, encode
from pipeline.storage.files import AnyPath, at, is_document_name
from published import opened

LEAD = """Bawaslu Kabupaten {0} Rilis IKP 2024

{1} - Bawaslu Kabupaten {0} merilis Indeks Kerawanan Pemilu (IKP) 2024 untuk Kabupaten {0}, Senin (19/12/2022).

Temuan kerawanan di Kabupaten {0}:
"""
PANDEGLANG = LEAD.format("Pandeglang", "PANDEGLANG") + "1. Titip sembako warga\n2. Netralitas ASN\n"
LEBAK = LEAD.format("Lebak", "RANGKASBITUNG") + "1. Titip-sembako warga\n2. Serangan fajar\n"
SCORES = """Bawaslu RI mengumumkan Indeks Kerawanan Pemilu (IKP) 2024 secara nasional.

Kabupaten Pati dengan skor 32,10. Tegal dengan skor 41,20. Kabupaten Blora dengan skor 30,20.
"""
TWINS = """Bawaslu RI mengumumkan Indeks Kerawanan Pemilu (IKP) 2024 secara nasional.

Kabupaten Tegal dengan skor 51,20.
"""


def says(phrase: str, number: int = 54, **remarks: str) -> ProjectAlias:
    return ProjectAlias(kind="indicator", phrase=phrase, means=str(number), **remarks)  # type: ignore[arg-type]


SEMBAKO = says("titip sembako warga")
TEGAL = ProjectAlias(kind="region", phrase="Tegal", means="33.76")


class Bench:
    """A corpus folder, an output folder, and the documents that the last run read from their bytes."""

    def __init__(self, folder: Path) -> None:
        self.corpus, self.out = folder / "corpus", folder / "out"
        self.corpus.mkdir()
        self.read: list[str] = []

    def put(self, **texts: str) -> None:
        for name, text in texts.items():
            (self.corpus / f"{name}.txt").write_text(text)

    def run(self) -> Summary:
        self.read.clear()
        return stages.run(self.corpus, self.out, workers=1)

    def tables(self) -> dict[str, bytes]:
        return {name: (self.out / "dataset" / name).read_bytes() for name in FILES}

    def everything(self) -> dict[str, bytes]:
        folders = (self.out / "dataset", self.out / "documents")
        return {path.name: path.read_bytes() for folder in folders for path in sorted(folder.iterdir())}

    def rows(self, table: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO((self.out / "dataset" / f"{table}.csv").read_text())))

    def indicators(self) -> set[tuple[str, str, str]]:
        """Return region, number and status of each published row."""
        return {(row["region_code"], row["indicator"], row["status"]) for row in self.rows("indicators")}

    def scores(self) -> set[tuple[str, str]]:
        return {(row["region_code"], row["score"]) for row in self.rows("scores")}

    def ikp(self, *arguments: str) -> int:
        folders = () if arguments[0] == "match" else ("--out", str(self.out), "--workers", "1")
        return cli.main([*arguments, "--corpus", str(self.corpus), *folders])


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    all_here(monkeypatch)
    monkeypatch.setattr(aliases, "run_apart", run_here)
    made, read_document = Bench(tmp_path), work.read_document

    def watched(item: CorpusItem, location: AnyPath) -> Document:
        made.read.append(item.path)
        return read_document(item, location)

    monkeypatch.setattr(work, "read_document", watched)
    made.put(pandeglang=PANDEGLANG, lebak=LEBAK)
    return made


def test_the_table_is_no_document() -> None:
    assert not is_document_name("aliases.csv")


def test_a_phrase_means_what_was_said_in_every_document_from_the_next_run_on(bench: Bench) -> None:
    bench.run()
    assert {number for _, number, _ in bench.indicators()} == {"12", "54"}
    assert ("36.01", "54", "value") not in bench.indicators()
    assert any(row["label"] == "Titip sembako warga" for row in bench.rows("unmatched"))
    aliases.add(bench.corpus, (SEMBAKO,))
    summary = bench.run()
    assert (summary.read, summary.extracted, summary.unchanged, summary.rebuilt) == (0, 2, 0, True)
    assert bench.read == [], "the stored text was used"
    assert bench.indicators() == {("36.01", "54", "value"), ("36.01", "12", "value"), ("36.02", "54", "value")}
    assert not any("embako" in row["label"] for row in bench.rows("unmatched"))


def test_it_is_accepted_as_any_alias_is(bench: Bench) -> None:
    aliases.add(bench.corpus, (SEMBAKO,))
    bench.run()
    accounts = [one for one in results.load_accounts(bench.out) if isinstance(one, Account)]
    found = [one for account in accounts for one in account.findings if "embako" in one.raw]
    assert [(one.indicator, one.decision, one.match.kind if one.match else "") for one in found] == [
        (54, "auto", "alias"),
        (54, "auto", "alias"),
    ]


def test_a_run_with_the_same_corrections_does_nothing(bench: Bench) -> None:
    aliases.add(bench.corpus, (SEMBAKO,))
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
    aliases.add(bench.corpus, (says("uang lelah"),))
    summary = bench.run()
    assert (summary.extracted, summary.rebuilt) == (2, False)
    assert bench.everything() == before
    assert summary.asides == ("aliases.csv: 'uang lelah' stands in no document; correct or remove it",)
    assert bench.run().asides == summary.asides, "each run tells it"
    assert summary.lines == ()


def test_deleted_results_come_back_the_same(bench: Bench) -> None:
    bench.run()
    aliases.add(bench.corpus, (SEMBAKO, TEGAL))
    bench.put(tegal=SCORES)
    bench.run()
    before = bench.everything()
    shutil.rmtree(bench.out)
    bench.run()
    assert bench.everything() == before


def test_a_correction_goes_before_the_package_and_the_last_before_earlier_ones(bench: Bench) -> None:
    aliases.add(bench.corpus, (says("serangan fajar", 55), SEMBAKO))
    bench.run()
    assert {row for row in bench.indicators() if row[0] == "36.02"} == {
        ("36.02", "54", "value"),
        ("36.02", "55", "value"),
    }
    aliases.add(bench.corpus, (says("Serangan Fajar", 56),))
    summary = bench.run()
    assert {row[1] for row in bench.indicators() if row[0] == "36.02"} == {"54", "56"}
    assert summary.asides == (
        "aliases.csv: line 2, 'serangan fajar', gives way to line 4 (56); remove one of the two",
    )


def test_a_bare_name_means_what_was_said_and_a_prefix_holds(bench: Bench) -> None:
    bench.put(tegal=SCORES, twins=TWINS)
    bench.run()
    assert not any(code == "33.76" for code, _ in bench.scores())
    aliases.add(bench.corpus, (TEGAL,))
    bench.run()
    assert {row for row in bench.scores() if row[0] in {"33.28", "33.76"}} == {
        ("33.28", "51.20"),
        ("33.76", "41.20"),
    }


def test_a_removed_correction_gives_back_what_was(bench: Bench) -> None:
    bench.run()
    before = bench.everything()
    aliases.add(bench.corpus, (SEMBAKO, says("serangan fajar", 55)))
    bench.run()
    assert aliases.remove(bench.corpus, "Titip  SEMBAKO warga") == (says("serangan fajar", 55),)
    assert own_aliases.remove(bench.corpus, "serangan fajar") == ()
    summary = bench.run()
    assert bench.everything() == before
    assert summary.asides == ()


def test_a_lost_table_is_told(bench: Bench) -> None:
    aliases.add(bench.corpus, (SEMBAKO,))
    bench.run()
    (bench.corpus / "aliases.csv").unlink()
    assert bench.run().asides == ("aliases.csv: is no longer in the corpus; what it decided is read without it",)
    assert bench.run().asides == ()


def test_a_damaged_table_stops_the_run_before_anything_changes(
    bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    aliases.add(bench.corpus, (SEMBAKO,))
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
        aliases.add(bench.corpus, (SEMBAKO,))
    assert path.read_bytes() == b"\xff\xfe\x00"


def test_a_table_that_a_spreadsheet_saved_is_read(bench: Bench) -> None:
    text = "\ufeffkind,phrase,means,author,quote,document,at,note\r\nindicator,titip sembako warga,54,,,,,\r\n"
    (bench.corpus / "aliases.csv").write_bytes(text.encode())
    assert aliases.load_aliases(bench.corpus) == (SEMBAKO,)


ODD = says('=HYPERLINK("http://x")', author="@Ani", quote="+1 kata\n\x00dan", document="-a,b.pdf", note="'=1")


def test_what_a_spreadsheet_would_run_is_neutralised_and_comes_back(bench: Bench) -> None:
    aliases.add(bench.corpus, (ODD, TEGAL))
    text = (bench.corpus / "aliases.csv").read_text()
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "\t", "\r", "\n"}] == []
    first, second = aliases.load_aliases(bench.corpus)
    assert (first.phrase, first.author, first.document, first.note) == (ODD.phrase, "@Ani", "-a,b.pdf", "'=1")
    assert second == TEGAL
    own_aliases.add(bench.corpus, (SEMBAKO,))
    assert aliases.load_aliases(bench.corpus)[:2] == (first, second), "what stands there stays as it is"


def test_what_cannot_hold_is_not_written(bench: Bench) -> None:
    for wrong in (
        says("uang lelah", 62),
        says("12"),
        ProjectAlias(kind="region", phrase="Kota Tegal", means="33.28"),
    ):
        with pytest.raises(TableError):
            aliases.add(bench.corpus, (SEMBAKO, wrong))
    assert not (bench.corpus / "aliases.csv").exists()


def test_two_who_write_at_once_do_not_lose_a_row(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.turn(bench.corpus, "aliases.csv"):
        other = threading.Thread(target=aliases.add, args=(bench.corpus, (SEMBAKO,)))
        other.start()
        other.join(0.2)
        assert other.is_alive(), "it waits for its turn"
    other.join()
    assert [row.phrase for row in aliases.load_aliases(bench.corpus)] == [SEMBAKO.phrase]
    monkeypatch.setattr(store, "TURN_SECONDS", 0.05)
    busy = r"aliases\.csv: somebody else has been writing for half a minute; try again"
    with store.turn(bench.corpus, "aliases.csv"), pytest.raises(BusyError, match=busy):
        aliases.add(bench.corpus, (TEGAL,))
    with holdings.locked_corpus(bench.corpus):  # a fetch may take hours
        assert len(aliases.add(bench.corpus, (TEGAL,))) == 2


# --- preview ---


def told(changes: tuple[Difference, ...]) -> list[tuple[str, ...]]:
    return [(one.kind, one.table, one.key, one.column, one.before, one.after) for one in changes]


@pytest.mark.parametrize(
    "rows",
    [
        (SEMBAKO,),
        (TEGAL,),
        (says("serangan fajar", 55), SEMBAKO),
        (says("uang lelah"),),
        (says("netralitas asn", 5),),
    ],
    ids=lambda rows: "+".join(row.phrase for row in rows),
)
def test_the_preview_is_what_the_next_run_changes(bench: Bench, rows: tuple[ProjectAlias, ...]) -> None:
    bench.put(tegal=SCORES, twins=TWINS, copy=SCORES)
    bench.run()
    before, everything = bench.tables(), bench.everything()
    found = aliases.preview(bench.corpus, bench.out, rows)
    assert bench.everything() == everything
    assert not (bench.corpus / "aliases.csv").exists()
    aliases.add(bench.corpus, rows)
    records = {path.name: path.read_bytes() for path in (bench.out / "documents").iterdir()}
    bench.run()
    changed = sum(path.read_bytes() != records[path.name] for path in (bench.out / "documents").iterdir())
    assert told(found.differences) == told(
        differences(opened(before), opened(bench.tables()), default="reference")
    )
    assert bool(found.differences) == (rows[0].phrase != "uang lelah")
    assert (found.changed, found.documents) == (changed, 4)


def test_the_preview_of_a_removal_is_what_the_next_run_changes(bench: Bench) -> None:
    aliases.add(bench.corpus, (SEMBAKO, says("serangan fajar", 55)))
    bench.run()
    before = bench.tables()
    found = aliases.preview(bench.corpus, bench.out, (), drop="Titip sembako warga")
    aliases.remove(bench.corpus, "titip sembako warga")
    bench.run()
    assert (
        told(found.differences)
        == told(differences(opened(before), opened(bench.tables()), default="reference"))
        != []
    )


def test_the_preview_follows_its_documents(bench: Bench) -> None:
    bench.run()
    seen: list[tuple[int, int, str]] = []
    aliases.preview(bench.corpus, bench.out, (SEMBAKO,), lambda *step: seen.append(step))
    assert [(done, of) for done, of, _ in seen] == [(1, 2), (2, 2)]
    assert {path for _, _, path in seen} == {"lebak.txt", "pandeglang.txt"}


def test_the_preview_warns(bench: Bench) -> None:
    bench.run()

    def warnings(row: ProjectAlias) -> list[str]:
        return list(aliases.preview(bench.corpus, bench.out, (row,)).warnings)

    assert warnings(SEMBAKO) == []
    assert warnings(says("uang lelah")) == ["'uang lelah' stands in no document: nothing would use it"]
    assert warnings(says("serangan fajar", 55)) == [
        "'serangan fajar' means 54 in the tables of the package; this goes first",
        "'serangan fajar' is contested: the rules give it another meaning in lebak.txt",
    ]
    assert warnings(says("ASN", 5)) == [
        "'ASN' is contested: the rules give it another meaning in pandeglang.txt",
        "'ASN' would still stand in words of another meaning in pandeglang.txt",
    ]
    aliases.add(bench.corpus, (says("titip sembako warga", 55, author="Ani"),))
    assert warnings(SEMBAKO)[:2] == [
        "the results are older than the code or the corrections; `ikp run` first shows this change alone",
        "'titip sembako warga' was given the meaning 55 by Ani; the new one takes its place",
    ]


def test_a_region_of_the_same_name_contests(bench: Bench) -> None:
    text = "Bawaslu Kabupaten Tegal merilis Indeks Kerawanan Pemilu (IKP) 2024.\n\nKabupaten Tegal dengan skor 41,20. Di Tegal rawan.\n"
    bench.put(tegal=text)
    bench.run()
    found = aliases.preview(bench.corpus, bench.out, (TEGAL,))
    assert "'Tegal' is contested: the rules give it another meaning in tegal.txt" in found.warnings
    aliases.add(bench.corpus, (TEGAL,))
    assert bench.run().asides == ("aliases.csv: 'Tegal' means 33.76, but not in tegal.txt; look at them",)


def test_a_preview_needs_results(bench: Bench) -> None:
    with pytest.raises(StoreError, match="run `ikp run` first"):
        aliases.preview(bench.corpus, bench.out, (SEMBAKO,))


def test_few_lines_a_run_and_the_rest_counted(bench: Bench) -> None:
    aliases.add(
        bench.corpus,
        [says(f"kata asing {word}") for word in ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh")],
    )
    asides = bench.run().asides
    assert len(asides) == 6
    assert asides[-1] == "aliases.csv: and 2 more; see `ikp alias --list`"
    assert aliases.unused(bench.corpus, bench.out) == asides


# --- what is remembered ---


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
    aliases.add(bench.corpus, (says("titip sembako warga", author="Ani", quote="kata" * 1000), TEGAL))
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


# --- the command ---


def test_the_command_previews_then_writes(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    bench.run()
    assert bench.ikp("alias", "Titip sembako warga", "--means", "54") == 0
    out = capsys.readouterr().out
    assert out.startswith("'Titip sembako warga' would mean indicator 54 (Adanya laporan politik uang")
    assert "2 of 2 documents would be read otherwise; " in out
    assert "ADD  indicators: Kabupaten Pandeglang (36.01) ikp_2024 54: indicator_status reported" in out
    assert out.endswith("nothing was written; the same with --yes lets it hold\n")
    assert not (bench.corpus / "aliases.csv").exists()
    arguments = ("--quote", "=titip", "--document", "lebak.txt", "--by", "Ani", "--note", "pasti", "--yes")
    assert bench.ikp("alias", "Titip sembako warga", "--means", "54", *arguments) == 0
    assert "the next `ikp run` applies it" in capsys.readouterr().out
    row = aliases.load_aliases(bench.corpus)[0]
    assert (row.author, row.quote, row.document, row.note, row.at[-1]) == (
        "Ani",
        "=titip",
        "lebak.txt",
        "pasti",
        "Z",
    )
    assert bench.ikp("run") == 0
    assert ("36.01", "54", "value") in bench.indicators()


def test_the_command_lists_and_removes(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.ikp("alias", "--list") == 0
    assert capsys.readouterr().out.startswith("nothing was said of any phrase yet")
    aliases.add(
        bench.corpus,
        (says("titip sembako warga", author="Ani", at="2026-01-02T03:04:05Z", quote="a\x1b[2J"), TEGAL),
    )
    assert bench.ikp("alias", "--list") == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines()[1] == "'Tegal' means Kota Tegal (33.76); from the next `ikp run` on"
    assert printed.err == "", "what no run has applied yet is not said to stand nowhere"
    bench.run()
    assert bench.ikp("alias", "--list") == 0
    printed = capsys.readouterr()
    first, second = printed.out.splitlines()
    assert first.startswith("'titip sembako warga' means indicator 54 (")
    assert first.endswith("; in 2 documents; Ani 2026-01-02; a\\x1b[2J")
    assert second == "'Tegal' means Kota Tegal (33.76); in 0 documents"
    assert printed.err == "aliases.csv: 'Tegal' stands in no document; correct or remove it\n"
    assert bench.ikp("alias", "--remove", "TITIP sembako warga") == 0
    assert "DEL  indicators: Kabupaten Pandeglang (36.01) ikp_2024 54" in capsys.readouterr().out
    assert len(aliases.load_aliases(bench.corpus)) == 2
    assert bench.ikp("alias", "--remove", "TITIP sembako warga", "--yes") == 0
    assert aliases.load_aliases(bench.corpus) == (TEGAL,)
    assert bench.ikp("alias", "--remove", "TITIP sembako warga", "--yes") == 2
    assert "nothing was said of 'TITIP sembako warga'; see `ikp alias --list`" in capsys.readouterr().err


#: --means, --kind -> kind and meaning
MEANINGS = [
    ("54", None, ("indicator", "54")),
    ("33", None, ("indicator", "33")),
    ("33", "region", ("region", "33")),
    ("73", None, ("region", "73")),
    ("33.76", None, ("region", "33.76")),
    ("kota  tegal", None, ("region", "33.76")),
    ("id", None, ("region", "ID")),
]


@pytest.mark.parametrize(("means", "kind", "expected"), MEANINGS)
def test_a_meaning_is_a_number_a_code_or_a_name(
    bench: Bench, means: str, kind: str | None, expected: tuple[str, str]
) -> None:
    assert bench.ikp("alias", "kata", "--means", means, "--yes", *(("--kind", kind) if kind else ())) == 0
    row = aliases.load_aliases(bench.corpus)[0]
    assert (row.kind, row.means) == expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "one of PHRASE, --list and --remove PHRASE is needed"),
        (("kata", "--list"), "one of PHRASE, --list and --remove PHRASE is needed"),
        (("kata",), "--means is missing; give an indicator's number or a region's code"),
        (("kata", "--means", "99.99"), "'99.99' is no region"),
        (("kata", "--means", "0"), "'0' is no indicator"),
        (
            ("kata", "--means", "Kota Antah"),
            "'Kota Antah' is no indicator and no region; give a number from 1 to 61,",
        ),
        (
            ("kata", "--means", "kota semarng"),
            "is no indicator and no region; give 33.74 for Kota Semarang, or a number",
        ),
        (("Kabupaten Tegal", "--means", "33.76"), "is the full name of another region (33.28)"),
    ],
)
def test_wrong_use_is_told_in_a_line(
    bench: Bench, arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench.ikp("alias", *arguments) == 2
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1


def test_match_knows_the_corrections_of_a_corpus(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    bench.ikp("match", "uang lelah")
    assert "accepted" not in capsys.readouterr().out
    aliases.add(bench.corpus, (says("uang lelah"),))
    bench.ikp("match", "uang lelah")
    assert 'accepted, alias match, score 100, next best 0, by "uang lelah"' in capsys.readouterr().out


def test_in_child_processes_of_their_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Corrections reach the children that extract, and what these found comes back."""
    bench = Bench(tmp_path)
    bench.put(pandeglang=PANDEGLANG)
    assert bench.ikp("run") == 0
    assert bench.ikp("alias", "titip sembako warga", "--means", "54") == 0
    assert "1 of 1 documents would be read otherwise; 1 published value would change" in capsys.readouterr().out
    assert bench.ikp("alias", "titip sembako warga", "--means", "54", "--yes") == 0
    assert bench.ikp("run") == 0
    assert ("36.01", "54", "value") in bench.indicators()
    entry = json.loads((bench.out / "runs" / "2.json").read_text())
    assert len(entry["versions"]["aliases"]) == 64


def test_in_an_object_store_it_is_the_same(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    with bucket() as served:
        for name, value in served.environment.items():
            monkeypatch.setenv(name, value)
        served.fill(bench.corpus, "corpus")
        corpus, out = at(f"{served.address}/corpus"), at(f"{served.address}/out")
        stages.run(corpus, out, workers=1)
        found = aliases.preview(corpus, out, (SEMBAKO,))
        aliases.add(corpus, (SEMBAKO,))
        stages.run(corpus, out, workers=1)
        bench.run()
        assert aliases.preview(bench.corpus, bench.out, (SEMBAKO,)) == found
        aliases.add(bench.corpus, (SEMBAKO,))
        bench.run()
        assert served.files("corpus")["aliases.csv"] == (bench.corpus / "aliases.csv").read_bytes()
        assert served.files("out/dataset")["indicators.csv"] == bench.tables()["indicators.csv"]
