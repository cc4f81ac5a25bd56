"""The command ``ikp alias``, and what it changes for ``ikp match``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from alias_bench import PANDEGLANG, SEMBAKO, TEGAL, Bench, bench_in, says
from bucket import bucket
from pipeline.jobs import alias_preview, own_aliases, stages
from pipeline.storage.files import at


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    return bench_in(tmp_path, monkeypatch)


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
    row = own_aliases.load_aliases(bench.corpus)[0]
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
    own_aliases.add(
        bench.corpus,
        (says("titip sembako warga", author="Ani", at="2026-01-02T03:04:05Z", quote="a\x1b[2J"), TEGAL),
    )
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
    assert len(own_aliases.load_aliases(bench.corpus)) == 2
    assert bench.ikp("alias", "--remove", "TITIP sembako warga", "--yes") == 0
    assert own_aliases.load_aliases(bench.corpus) == (TEGAL,)
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
    row = own_aliases.load_aliases(bench.corpus)[0]
    assert (row.kind, row.means) == expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "one of PHRASE, --list and --remove PHRASE is needed"),
        (("kata", "--list"), "one of PHRASE, --list and --remove PHRASE is needed"),
        (("kata",), "--means is missing; give an indicator's number or a region's code"),
        (("kata", "--means", "99.99"), "'99.99' is no region"),
        (("kata", "--means", "0"), "'0' is no indicator"),
        (("kata", "--means", "Kota Antah"), "'KOTA ANTAH' is no indicator"),
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
    own_aliases.add(bench.corpus, (says("uang lelah"),))
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
        found = alias_preview.preview(corpus, out, (SEMBAKO,))
        own_aliases.add(corpus, (SEMBAKO,))
        stages.run(corpus, out, workers=1)
        bench.run()
        assert alias_preview.preview(bench.corpus, bench.out, (SEMBAKO,)) == found
        own_aliases.add(bench.corpus, (SEMBAKO,))
        bench.run()
        assert served.files("corpus")["aliases.csv"] == (bench.corpus / "aliases.csv").read_bytes()
        assert served.files("out/dataset")["indicators.csv"] == bench.tables()["indicators.csv"]
