"""The package as a library: what its verbs give, what they raise, and that they agree with the command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest

import pipeline
from pipeline import (
    CheckError,
    Dataset,
    Document,
    Finding,
    ReadError,
    StoreError,
    UsageError,
    consolidate,
    export,
    extract,
    frames,
    load,
    read,
)
from pipeline.dataset import Fault
from pipeline.jobs import children, stages
from pipeline.jobs.children import Died

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "corpus" / "samples"
PUBLISHED = ROOT / "extracted" / "dataset"
RELEASE = (
    "Bawaslu merilis IKP 2024. Kabupaten Pandeglang memperoleh skor 77,7. Kota Serang memperoleh skor 44,02.\n"
)

SCRIPT = """
from pipeline import extract, read

for found in extract(read("rilis.txt")).findings:
    print(found.region_code, found.score)
"""


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """Lay some samples of many kinds into a folder of its own, with a file that nobody can read."""
    corpus = tmp_path / "corpus"
    (corpus / "dalam").mkdir(parents=True)
    for name in ("klungkung-rilis-indikator.docx", "banten-berita-tabel.html", "nasional-surel-tabel.eml"):
        shutil.copy(SAMPLES / name, corpus)
    shutil.copy(SAMPLES / "nasional-arsip-ikp2019.zip", corpus / "dalam")
    shutil.copy(SAMPLES / "banten-berita-tabel.html", corpus / "dalam" / "salinan.html")
    (corpus / "rusak.pdf").write_bytes(b"%PDF-1.7 nothing else")
    return corpus


def test_a_folder_gives_the_bytes_that_the_command_publishes(few: Path, tmp_path: Path) -> None:
    stages.run(few, tmp_path / "out", workers=1)
    published = {path.name: path.read_bytes() for path in (tmp_path / "out" / "dataset").iterdir()}
    dataset = consolidate(few)
    ours = export(dataset)
    tables = [name for name in ours if name.endswith(".csv")]
    assert len(tables) >= 10
    assert [name for name in tables if ours[name] != published[name]] == []
    assert export(dataset, str(tmp_path / "ours")) == ours
    assert {path.name: path.read_bytes() for path in (tmp_path / "ours").iterdir()} == ours
    assert {document.file: document.status for document in dataset.documents}["rusak.pdf"] == "quarantined"


def test_single_documents_give_the_same_tables_as_their_folder(tmp_path: Path) -> None:
    for name in ("aceh-awalan-hilang.txt", "kalbar-dibanding-2018.txt"):
        shutil.copy(SAMPLES / name, tmp_path)
    one_by_one = [extract(read(path, apart=False)) for path in tmp_path.iterdir()]
    assert export(consolidate(one_by_one)) == export(consolidate(tmp_path))


def test_a_document_is_read_by_path_and_as_bytes_alike() -> None:
    path = SAMPLES / "klungkung-rilis-indikator.docx"
    by_path = read(path)
    assert by_path == read(str(path), apart=False) == read(path.read_bytes(), name=path.name, apart=False)
    assert isinstance(by_path.document, Document)
    assert by_path.item.path == "klungkung-rilis-indikator.docx"


def test_findings_carry_their_words() -> None:
    release = read(RELEASE.encode(), name="rilis.txt", apart=False)
    found = extract(release)
    assert [(one.region_code, one.score) for one in found.findings] == [
        ("36.01", Decimal("77.7")),
        ("36.73", Decimal("44.02")),
    ]
    assert all(isinstance(one, Finding) for one in found.findings)
    assert all(one.span.of(release.document.text) == one.raw for one in found.findings)
    assert found.metadata.kind == "news"


def test_a_document_inside_an_archive_is_named_by_its_part() -> None:
    archive = SAMPLES / "nasional-arsip-ikp2019.zip"
    with pytest.raises(ReadError, match=r"name one with part=: IKP 2019/1 Provinsi\.pdf") as raised:
        read(archive, apart=False)
    assert raised.value.code == "archive"
    inside = read(archive, part="IKP 2019/1 Provinsi.pdf", apart=False)
    assert (inside.item.path, inside.document.reader) == (f"{archive.name}/IKP 2019/1 Provinsi.pdf", "pdf")


def test_what_cannot_be_read_raises_typed_errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StoreError, match=r"tidak-ada\.pdf: cannot be read"):
        read(tmp_path / "tidak-ada.pdf")
    with pytest.raises(UsageError, match="bytes have no name"):
        read(b"Skor 77,7")
    with pytest.raises(UsageError, match="Reading is not extracted; give a folder"):
        consolidate([read(b"Skor 77,7", name="rilis.txt", apart=False)])  # type: ignore[list-item]
    with pytest.raises(ReadError) as raised:  # raised by the child, and caught here
        read(b"%PDF-1.7 nothing else", name="rusak.pdf")
    assert raised.value.code in {"damaged", "truncated"}
    monkeypatch.setattr(children, "run_apart", lambda *_, **__: [(None, Died(reason="timeout"))])
    with pytest.raises(ReadError, match=r"besar\.pdf: takes too long to read; split it") as late:
        read(b"%PDF-1.7", name="besar.pdf")
    assert late.value.code == "timeout"


def test_a_dataset_with_a_failed_check_is_not_handed_on(tmp_path: Path) -> None:
    dataset = consolidate([extract(read(RELEASE.encode(), name="rilis.txt", apart=False))])
    broken = replace(dataset, faults=(Fault(check="twice", severity="stop", message="a row stands twice"),))
    with pytest.raises(CheckError, match=r"must not be published \(dataset: a row stands twice \[twice\]\)"):
        export(broken, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_data_frames_of_a_dataset_and_of_its_files_are_the_same(tmp_path: Path) -> None:
    text = RELEASE + "Isu kerawanan:\n1. =HYPERLINK\n2. Politik uang\n"
    dataset = consolidate([extract(read(text.encode(), name="=rilis.txt", apart=False))])
    assert isinstance(dataset, Dataset)
    export(dataset, tmp_path)
    ours, opened = frames(dataset), load(str(tmp_path))
    assert list(ours) == list(opened)
    for name, table in ours.items():
        pd.testing.assert_frame_equal(table, opened[name])
    assert set(opened["findings"]["document"]) == {"=rilis.txt"}


def test_a_published_dataset_opens_with_its_types() -> None:
    tables = load(PUBLISHED)
    scores = tables["scores"]
    banten = scores[(scores["region_code"] == "36") & (scores["edition"] == "ikp_2024")]
    assert banten.set_index("basis")["score"].to_dict() == {"agregat_kabkota": 45.18, "provinsi": 66.53}
    assert str(scores["region_code"].dtype) == "string"
    assert str(scores["rank"].dtype) == "Int64"
    assert str(tables["findings"]["previous"].dtype) == "boolean"
    assert str(tables["documents"]["published"].dtype) == "date32[day][pyarrow]"
    assert scores["rank"].isna().any()


def test_a_folder_that_is_not_as_described_does_not_open(tmp_path: Path) -> None:
    shutil.copytree(PUBLISHED, tmp_path / "dataset")
    scores = tmp_path / "dataset" / "scores.csv"
    scores.write_bytes(scores.read_bytes()[:-40])
    with pytest.raises(StoreError, match=r"is not as datapackage\.json describes it \(scores\.csv\)"):
        load(tmp_path / "dataset")
    export(consolidate([]), tmp_path / "lain", formats=("parquet",))
    with pytest.raises(StoreError, match="names no CSV table"):
        load(tmp_path / "lain")
    descriptor = tmp_path / "dataset" / "datapackage.json"
    descriptor.write_text(descriptor.read_text(encoding="utf-8").replace('"scores.csv"', '"../scores.csv"'))
    with pytest.raises(StoreError, match=r"is no file beside it"):
        load(tmp_path / "dataset")


def test_a_script_without_a_guard_reads_in_child_processes(tmp_path: Path) -> None:
    (tmp_path / "rilis.txt").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "skrip.py").write_text(SCRIPT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "skrip.py"], capture_output=True, text=True, check=False, cwd=tmp_path, env=environment
    )
    assert (done.stdout, done.stderr) == ("36.01 77.7\n36.73 44.02\n", "")


def test_every_public_name_is_there_whatever_was_imported_before() -> None:
    import_module("pipeline.extract.document")
    assert [name for name in pipeline.__all__ if getattr(pipeline, name, None) is None] == []
    assert pipeline.extract is import_module("pipeline.library").extract
    assert set(pipeline.__all__) <= set(dir(pipeline))
    with pytest.raises(AttributeError, match="has no attribute 'gather_all'"):
        _ = pipeline.gather_all
