"""What corrections would change, told before they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from alias_bench import SCORES, SEMBAKO, TEGAL, TWINS, Bench, bench_in, says
from pipeline.dataset.changes.compared import Difference
from pipeline.dataset.changes.differences import differences
from pipeline.errors import StoreError
from pipeline.jobs import alias_preview, own_aliases
from pipeline.reference import ProjectAlias
from published import opened


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    return bench_in(tmp_path, monkeypatch)


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
    found = alias_preview.preview(bench.corpus, bench.out, rows)
    assert bench.everything() == everything
    assert not (bench.corpus / "aliases.csv").exists()
    own_aliases.add(bench.corpus, rows)
    records = {path.name: path.read_bytes() for path in (bench.out / "documents").iterdir()}
    bench.run()
    changed = sum(path.read_bytes() != records[path.name] for path in (bench.out / "documents").iterdir())
    assert told(found.differences) == told(
        differences(opened(before), opened(bench.tables()), default="reference")
    )
    assert bool(found.differences) == (rows[0].phrase != "uang lelah")
    assert (found.changed, found.documents) == (changed, 4)


def test_the_preview_of_a_removal_is_what_the_next_run_changes(bench: Bench) -> None:
    own_aliases.add(bench.corpus, (SEMBAKO, says("serangan fajar", 55)))
    bench.run()
    before = bench.tables()
    found = alias_preview.preview(bench.corpus, bench.out, (), drop="Titip sembako warga")
    own_aliases.remove(bench.corpus, "titip sembako warga")
    bench.run()
    assert (
        told(found.differences)
        == told(differences(opened(before), opened(bench.tables()), default="reference"))
        != []
    )


def test_the_preview_follows_its_documents(bench: Bench) -> None:
    bench.run()
    seen: list[tuple[int, int, str]] = []
    alias_preview.preview(bench.corpus, bench.out, (SEMBAKO,), lambda *step: seen.append(step))
    assert [(done, of) for done, of, _ in seen] == [(1, 2), (2, 2)]
    assert {path for _, _, path in seen} == {"lebak.txt", "pandeglang.txt"}


def test_the_preview_warns(bench: Bench) -> None:
    bench.run()

    def warnings(row: ProjectAlias) -> list[str]:
        return list(alias_preview.preview(bench.corpus, bench.out, (row,)).warnings)

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
    own_aliases.add(bench.corpus, (says("titip sembako warga", 55, author="Ani"),))
    assert warnings(SEMBAKO)[:2] == [
        "the results are older than the code or the corrections; `ikp run` first shows this change alone",
        "'titip sembako warga' was given the meaning 55 by Ani; the new one takes its place",
    ]


def test_a_region_of_the_same_name_contests(bench: Bench) -> None:
    text = "Bawaslu Kabupaten Tegal merilis Indeks Kerawanan Pemilu (IKP) 2024.\n\nKabupaten Tegal dengan skor 41,20. Di Tegal rawan.\n"
    bench.put(tegal=text)
    bench.run()
    found = alias_preview.preview(bench.corpus, bench.out, (TEGAL,))
    assert "'Tegal' is contested: the rules give it another meaning in tegal.txt" in found.warnings
    own_aliases.add(bench.corpus, (TEGAL,))
    assert bench.run().asides == ("aliases.csv: 'Tegal' means 33.76, but not in tegal.txt; look at them",)


def test_a_preview_needs_results(bench: Bench) -> None:
    with pytest.raises(StoreError, match="run `ikp run` first"):
        alias_preview.preview(bench.corpus, bench.out, (SEMBAKO,))


def test_few_lines_a_run_and_the_rest_counted(bench: Bench) -> None:
    own_aliases.add(
        bench.corpus,
        [says(f"kata asing {word}") for word in ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh")],
    )
    asides = bench.run().asides
    assert len(asides) == 6
    assert asides[-1] == "aliases.csv: and 2 more; see `ikp alias --list`"
    assert own_aliases.unused(bench.corpus, bench.out) == asides
