"""What there is to read: parts of containers with their provenance, and what cannot be opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from pipeline.account import Account
from pipeline.errors import StoreError
from pipeline.jobs import extracting, stages, work
from pipeline.jobs.survey import Filed, filed_in, survey_corpus
from pipeline.model import CorpusItem, Quarantined
from pipeline.state import State, Summary
from pipeline.storage import holdings, results, store
from pipeline.storage.codec import encode
from press.zips import packed

BANTEN = "Kabupaten Pandeglang memperoleh skor IKP 2024 sebesar 77,73 dan masuk kategori rawan tinggi.\n"
JATIM = "Kabupaten Malang memperoleh skor IKP 2024 sebesar 64,01 dan masuk kategori rawan tinggi.\n"


def mail(text: str, attachments: Mapping[str, bytes]) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "Skor IKP 2024", "Humas <humas@example.org>"
    message["Date"] = "Sat, 06 Jan 2024 10:00:00 +0700"
    message.set_content(text)
    for name, data in attachments.items():
        message.add_attachment(data, maintype="text", subtype="plain", filename=name)
    return message.as_bytes()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    files = {"jatim.txt": JATIM.encode(), "rusak.docx": b"PK\x03\x04 cut off", "catatan.rtf": b"{\\rtf1 x}"}
    (folder / "rilis.zip").write_bytes(packed(files))
    (folder / "surat.eml").write_bytes(mail("Terlampir skor IKP 2024.\n", {"banten.txt": BANTEN.encode()}))
    return folder


def run(corpus: Path) -> Summary:
    return stages.run(corpus, corpus.parent / "out", workers=1)


def test_the_parts_of_a_container_are_documents_with_its_provenance(corpus: Path) -> None:
    data = (corpus / "surat.eml").read_bytes()
    stamp = store.stamp(corpus / "surat.eml")
    listed = CorpusItem(
        sha256=stamp.sha256,
        path="surat.eml",
        media_type="message/rfc822",
        size=len(data),
        source="surel",
        family="surat",
        url="mid:1@example.org",
        fetched_at="2024-01-06T03:00:00Z",
    )
    (corpus / "manifest.jsonl").write_bytes(encode(listed) + b"\n")
    survey = survey_corpus(corpus, corpus.parent / "out", State())
    items = {one.item.path: one.item for one in survey.documents}
    assert set(items) == {"rilis.zip/jatim.txt", "rilis.zip/rusak.docx", "surat.eml", "surat.eml/banten.txt"}
    part = items["surat.eml/banten.txt"]
    assert (part.part, part.name, part.family) == ("banten.txt", "surat.eml", "surat/banten.txt")
    assert (part.source, part.url, part.fetched_at) == (listed.source, listed.url, listed.fetched_at)
    assert (part.media_type, part.size) == ("text/plain", len(BANTEN))


def test_a_run_publishes_what_containers_hold_and_tells_what_it_left_out(corpus: Path) -> None:
    summary = run(corpus)
    assert summary.covered == 2
    assert summary.quarantined == (
        ("rilis.zip/rusak.docx", "truncated"),
        ("rilis.zip/catatan.rtf", "unknown_format"),
    )
    assert sorted(summary.lines) == [
        "rilis.zip/catatan.rtf: an RTF file (.rtf) cannot be read; save it as .docx or PDF [unknown_format]",
        "rilis.zip/rusak.docx: the file is cut off or damaged; fetch it again [truncated]",
    ]
    again = run(corpus)
    assert (again.read, again.extracted, again.rebuilt, again.lines) == (0, 0, False, summary.lines)


def test_a_container_that_changes_gives_its_parts_anew(corpus: Path) -> None:
    run(corpus)
    (corpus / "rilis.zip").write_bytes(
        packed({"jatim.txt": JATIM.replace("Malang", "Kediri").replace("64,01", "63,40").encode()})
    )
    summary = run(corpus)
    assert (summary.read, summary.replaced, summary.removed) == (1, 1, 1)
    scores = (corpus.parent / "out" / "dataset" / "scores.csv").read_text()
    assert "63.40" in scores
    assert "64.01" not in scores


def test_a_container_that_cannot_be_opened_is_quarantined(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "putus.zip").write_bytes(packed({"a.txt": BANTEN.encode()})[:60])
    summary = run(tmp_path / "corpus")
    assert (summary.documents, summary.quarantined) == (1, (("putus.zip", "truncated"),))
    assert len(summary.lines) == 1
    documents = (tmp_path / "out" / "dataset" / "documents.csv").read_text()
    assert "putus.zip" in documents


def test_a_part_is_extracted_under_the_name_of_its_container(corpus: Path) -> None:
    lines: list[str] = []
    rows = list(extracting.rows(extracting.extract_paths([corpus]), lines.append))
    found = {(row["document"], row["part"], row["region_code"]) for row in rows if row["type"] == "score"}
    assert found == {("rilis.zip", "jatim.txt", "35.07"), ("surat.eml", "banten.txt", "36.01")}
    assert len(lines) == 2


def test_paths_come_in_order_and_what_is_missing_is_told(corpus: Path) -> None:
    paths = [corpus / "surat.eml", corpus / "missing.txt"]
    first, second, third = filed_in(paths)
    assert isinstance(first, Filed)
    assert isinstance(second, Filed)
    assert (first.item.part, second.item.part) == (None, "banten.txt")
    assert isinstance(third, StoreError)


def test_a_part_that_is_no_longer_there_is_read_again_at_the_next_run(corpus: Path) -> None:
    (source,) = (one for one in filed_in([corpus / "surat.eml"]) if isinstance(one, Filed) and one.item.part)
    (corpus / "surat.eml").write_bytes(mail("Tanpa lampiran.\n", {}))
    record = work.take(source.item, source.location)
    assert isinstance(record, Quarantined)
    assert record.code == "changed"


def test_provenance_of_a_part_survives_in_the_record(corpus: Path) -> None:
    run(corpus)
    read = [one for one in results.load_accounts(corpus.parent / "out") if isinstance(one, Account)]
    assert {account.item.part for account in read} == {None, "banten.txt", "jatim.txt"}


def listed(folder: Path, path: str, **changes: str | None) -> CorpusItem:
    """Put a fetched page of this path into the corpus, where it is not there yet, and return its line."""
    location = folder / path
    location.parent.mkdir(parents=True, exist_ok=True)
    if not location.exists():
        location.write_text(BANTEN)
    item = CorpusItem(
        sha256=store.stamp(location).sha256,
        path=path,
        media_type="text/plain",
        size=len(BANTEN),
        source="pers",
        family="https://pers.example/a",
        url="https://pers.example/a",
        fetched_at="2026-11-29T02:00:00Z",
    )
    return replace(item, **changes)  # type: ignore[arg-type]


def test_a_page_seen_at_two_addresses_is_two_sightings_of_one_file(tmp_path: Path) -> None:
    first = listed(tmp_path, "raw/ab/x.txt")
    second = replace(first, family="https://lain.example/b", url="https://lain.example/b")
    gone = replace(first, gone_at="2026-11-30T02:00:00Z")
    holdings.append_manifest(tmp_path, [first, second, gone])
    survey = survey_corpus(tmp_path, tmp_path / "out", State())
    assert [one.item for one in survey.documents] == [gone, second]


def test_what_a_killed_fetch_left_is_no_document(tmp_path: Path) -> None:
    first = listed(tmp_path, "raw/ab/x.txt")
    listed(tmp_path, "raw/cd/y.txt")
    holdings.append_manifest(tmp_path, [first])
    survey = survey_corpus(tmp_path, tmp_path / "out", State())
    assert [one.item.path for one in survey.documents] == ["raw/ab/x.txt"]
    assert (survey.lines, survey.asides, survey.unreadable) == ((), (), ())
