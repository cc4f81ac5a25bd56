"""Evidence is verbatim whatever the document; ids do not move with the text; extraction never raises."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from pipeline.errors import ReadError
from pipeline.extract import extract
from pipeline.model import Document, Extraction
from pipeline.readers import TAKEN_EXTENSIONS, read
from pipeline.reference import Reference

Take = Callable[[str | bytes], tuple[Document, Extraction]]

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "corpus" / "samples"
SHARED = ROOT.parent / "shared"


def documents_in(folder: Path) -> list[Path]:
    """List the documents of a folder by their names; none where it is absent. Archives are no documents."""
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in paths if path.suffix in TAKEN_EXTENSIONS - {".zip"} and path.stem != "README"]


def check(document: Document, found: Extraction) -> None:
    """Hold every piece of evidence against the document's text."""
    for finding in found.findings:
        assert finding.evidence
        for evidence in finding.evidence:
            assert evidence.raw
            assert document.text[evidence.span.start : evidence.span.end] == evidence.raw
            assert evidence.raw.strip(), f"{finding.rule}: nothing but white space"
        assert 0 <= finding.confidence <= 1
        assert finding.document == document.sha256


def check_file(path: Path, reference: Reference) -> None:
    data = path.read_bytes()
    document = read(data, name=path.name, sha256=hashlib.sha256(data).hexdigest())
    check(document, extract(document, family=path.name, name=path.name, reference=reference))


@pytest.mark.parametrize("path", documents_in(SAMPLES), ids=lambda path: path.name)
def test_evidence_of_the_samples(path: Path, reference: Reference) -> None:
    check_file(path, reference)


@pytest.mark.shared
@pytest.mark.parametrize("folder", ["gold", "seeds"])
def test_evidence_of_the_reference_documents(folder: str, reference: Reference) -> None:
    paths = documents_in(SHARED / folder)
    if not paths:
        pytest.skip(f"no reference documents in ../shared/{folder}")
    for path in paths:
        check_file(path, reference)


# --- documents that no person would write ---

FRAGMENTS = (
    "Kabupaten Blora", "Kota Tegal", "Tegal", "Provinsi Jawa Tengah", "Papua Barat Daya", "Bawaslu Kabupaten Pati",
    "Indeks Kerawanan Pemilu (IKP) 2024", "IKP 2019", "Pemetaan TPS rawan Pilkada 2024",
    "masuk kategori rawan tinggi", "rawan sedang", "tidak masuk kategori rawan rendah", "Kerawanan Tinggi",
    "dengan skor 41,20", "(41, 20 %)", "(77.04)", "skor 0", "1.265 TPS yang rusak logistiknya", "7 kabupaten/kota",
    "lima dari 34 provinsi", "urutan ke-3", "masing-masing", "pada dimensi kontestasi",
    "dimensi partisipasi 11,27",
    "Isu kerawanan di antaranya:", "Langkah pencegahan:", "politik uang", "netralitas ASN; pemungutan suara ulang",
    "1Kabupaten BloraTinggi50.7", "2Kota Salatiga12,4Rendah", "| No | Kabupaten/Kota | Skor |", "|---|---|---|",
    "| 1 | Kabupaten Blora | 50,7 |", "Baca juga: Kota Salatiga", "rata-rata nasional 49,00 menjadi 49,63",
    "keduanya", "yakni", "sedangkan", "kecuali", "dan", ",", ";", ":", ".", "-", "1.", "2)", "•", '"', "(", ")",
)  # fmt: skip
SPACES = (" ", "  ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\t", "\u00a0", "\u2009", "\u200b", "\u00ad", "\x0c", "")
ODD = ("İ", "ẞ", "ﬁ", "e\u0301", "\u202e", "１２,３", "\ufeff", "🗳️", "𝟜𝟙", "½", "ǅ", "—", "“", "…", "\u2028", "٤١")

pieces = st.one_of(
    st.sampled_from(FRAGMENTS),
    st.sampled_from(FRAGMENTS),
    st.sampled_from(ODD),
    st.decimals(min_value=0, max_value=999, places=2).map(str),
    st.integers(min_value=0, max_value=2_000_000).map(str),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=6),
)
texts = st.lists(st.tuples(pieces, st.sampled_from(SPACES)), min_size=1, max_size=40).map(
    lambda pairs: "".join(piece + space for piece, space in pairs)
)
unhurried = settings(
    max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


def check_text(text: str, take: Take) -> None:
    """Hold the evidence of a text that the reader takes: it may refuse what holds no text, extraction nothing."""
    try:
        document, found = take(text)
    except ReadError:
        reject()
    check(document, found)


@unhurried
@given(text=texts)
def test_evidence_of_any_text(text: str, take: Take) -> None:
    check_text(text, take)


@unhurried
@given(rows=st.lists(st.lists(pieces, min_size=1, max_size=6), min_size=1, max_size=8))
def test_evidence_of_any_table(rows: list[list[str]], take: Take) -> None:
    lines = ["\t".join(cell.replace("\n", " ") for cell in row) for row in rows]
    header = "No\tKabupaten/Kota\tSkor\tKategori"
    check_text(f"Skor IKP 2024 Jawa Tengah:\n\n{header}\n" + "\n".join(lines), take)


# --- what an id survives ---

STATEMENTS = (
    "Bawaslu Kabupaten Blora memaparkan Indeks Kerawanan Pemilu (IKP) 2024.",
    "Kabupaten Blora memperoleh skor 41,20 dan masuk kategori rawan sedang.",
    "Kabupaten Pati mencatat dimensi kontestasi 37,91.",
    "Isu yang rawan terjadi di Kabupaten Blora yakni politik uang.",
    "Sebanyak 85 kabupaten/kota masuk kategori rawan tinggi.",
    "Kota Salatiga masuk kategori rawan rendah.",
)
FILLERS = ("Rapat dibuka pagi hari.", "Para tamu hadir sejak awal.", "Hujan turun di luar gedung.")


def ids_of(found: Extraction) -> Counter[str]:
    return Counter(finding.id for finding in found.findings)


@settings(unhurried, max_examples=40)
@given(
    order=st.permutations(range(1, len(STATEMENTS))),
    fillers=st.lists(st.sampled_from(FILLERS), min_size=len(STATEMENTS), max_size=len(STATEMENTS)),
    gap=st.sampled_from(["\n\n", "\r\n\r\n", "\n\n\n\n", "\n \n"]),
)
def test_ids_stay_when_the_text_moves(order: list[int], fillers: list[str], gap: str, take: Take) -> None:
    _, plain = take("\n\n".join(STATEMENTS))
    moved = [STATEMENTS[0], *(STATEMENTS[number] for number in order)]
    _, other = take(gap.join(part for pair in zip(moved, fillers, strict=True) for part in pair))
    assert len(plain.findings) == 5
    assert ids_of(other) == ids_of(plain)


def test_ids_stay_when_the_value_changes(take: Take) -> None:
    text = "\n\n".join(STATEMENTS)
    _, plain = take(text)
    _, other = take(
        text.replace("41,20", "44,70").replace("rawan sedang", "rawan tinggi").replace("37,91", "12,5")
    )
    assert ids_of(other) == ids_of(plain)
    assert {f.value_hash for f in other.findings} != {f.value_hash for f in plain.findings}


def test_ids_belong_to_a_publication(take: Take, reference: Reference) -> None:
    document, plain = take("\n\n".join(STATEMENTS))
    renamed = extract(document, family="rilis.txt", name="salinan.txt", reference=reference)
    elsewhere = extract(document, family="lain.txt", name="rilis.txt", reference=reference)
    assert ids_of(renamed) == ids_of(plain)
    assert not ids_of(elsewhere) & ids_of(plain)


def test_reading_twice_gives_the_same(take: Take) -> None:
    text = "\n\n".join(STATEMENTS)
    assert take(text) == take(text)
