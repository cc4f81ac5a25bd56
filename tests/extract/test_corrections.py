"""Corrections of a project: phrases and names mean what a person said, and all else means what it did."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from pipeline.extract import extract
from pipeline.extract.catalog.indicators import find_indicators, match_indicator
from pipeline.extract.catalog.verdicts import IndicatorMatch
from pipeline.extract.catalog.wordings import wordings_of
from pipeline.model import Extraction
from pipeline.readers import read
from pipeline.reference import ProjectAlias, Reference, load_reference, reference_with

Lines = Callable[[Extraction], set[str]]


def says(phrase: str, number: int) -> ProjectAlias:
    return ProjectAlias(kind="indicator", phrase=phrase, means=str(number))


def calls(name: str, code: str) -> ProjectAlias:
    return ProjectAlias(kind="region", phrase=name, means=code)


CORRECTED = (
    says("Titip sembako warga", 54),
    says("serangan fajar", 55),  # an alias of the package, for 54
    says("DPTb", 20),  # a known issue outside the catalog
    says("Kekerasan Berbau SARA", 2),  # a name of the catalog, for 1
    says("uang lelah", 54),  # none of its words says anything
    calls("Tegal", "33.76"),
    calls("Kota Bahari", "33.76"),
    calls("Blora", "33.17"),  # Rembang: no twin, but another region's name
)


@pytest.fixture(scope="module")
def corrected() -> Reference:
    return reference_with(CORRECTED)


#: phrase -> numbers with the corrections
PHRASES = {
    "Titip sembako warga": (54,),
    "1. Potensi titip-sembako  WARGA;": (54,),
    "serangan fajar": (55,),
    "politik uang": (54,),
    "DPTb": (20,),
    "Adanya kekerasan berbau SARA": (2,),
    "uang lelah": (54,),
    "netralitas ASN": (12,),
}


@pytest.mark.parametrize(("phrase", "numbers"), PHRASES.items())
def test_a_phrase_means_what_a_person_said(phrase: str, numbers: tuple[int, ...], corrected: Reference) -> None:
    found = match_indicator(phrase, corrected)
    assert (found.numbers, found.issue, found.decision) == (numbers, None, "accept")


def test_it_is_matched_exactly_as_an_alias(corrected: Reference) -> None:
    match = match_indicator("titip sembako warga", corrected).match
    assert (match.kind, match.score, match.runner_up, match.matched) == (
        "alias",
        100.0,
        0.0,
        "Titip sembako warga",
    )


def test_it_is_found_in_running_text_word_by_word(corrected: Reference) -> None:
    text = "Ditemukan uang\nlelah dan titip sembako warga. Uang, lelah; serangan fajar, lalu politik uang. Uang. Lelah."
    found = [(span.of(text), match.numbers, match.match.kind) for span, match in find_indicators(text, corrected)]
    assert found == [
        ("uang\nlelah", (54,), "alias"),
        ("titip sembako warga", (54,), "alias"),
        ("Uang, lelah", (54,), "alias"),
        ("serangan fajar", (55,), "alias"),
        ("politik uang", (54,), "alias"),
    ]


def test_a_longer_wording_goes_before_a_correction_within_it() -> None:
    tables = reference_with((says("ASN", 5),))
    text = "Ditemukan pelanggaran netralitas ASN."
    assert [match.numbers for _, match in find_indicators(text, tables)] == [(12,)]
    assert match_indicator("ASN", tables).numbers == (5,)


def _fit(found: IndicatorMatch) -> tuple[object, ...]:
    return found.numbers, found.issue, found.decision, found.match.matched, found.match.score


@pytest.mark.parametrize("rows", [CORRECTED[:1], CORRECTED[1:2], CORRECTED[4:5]], ids=lambda rows: rows[0].phrase)
def test_no_other_phrase_fits_better_or_worse(rows: tuple[ProjectAlias, ...]) -> None:
    plain, tables, key = load_reference(), reference_with(rows), rows[0].key
    changed = []
    for wording in wordings_of(plain).all[::9]:
        for phrase in (wording.text, f"maraknya {wording.text} di pasar"):
            before, after = match_indicator(phrase, plain), match_indicator(phrase, tables)
            if _fit(before) != _fit(after) and key not in phrase.lower():
                changed.append((phrase, before, after))
    assert changed == []


def test_the_words_of_a_correction_decide_a_longer_item_that_is_read_alike(corrected: Reference) -> None:
    found = match_indicator("Serangan fajar yang terjadi di tiga desa", corrected)
    assert (found.numbers, found.match.kind, found.decision) == ((55,), "fuzzy", "accept")
    found = match_indicator("Politik uang yang terjadi di tiga desa", corrected)
    assert (found.numbers, found.decision) == ((54,), "accept")


def test_without_corrections_the_tables_are_those_of_the_package() -> None:
    assert reference_with(()) is load_reference()


#: text -> findings with the corrections, written as in test_regions
NAMES = {
    "a bare name": ("Tegal dengan skor 41,20.", {"score 33.76 41.20"}),
    "its twin by prefix": ("Kabupaten Tegal dengan skor 41,20.", {"score 33.28 41.20"}),
    "its twin by a short prefix": ("Kab. Tegal dengan skor 41,20.", {"score 33.28 41.20"}),
    "itself by prefix": ("Kota Tegal dengan skor 41,20.", {"score 33.76 41.20"}),
    "a nickname": ("Kota Bahari dengan skor 41,20.", {"score 33.76 41.20"}),
    "a list whose prefix is that of the twin": (
        "Kabupaten Blora (41,20), Tegal (39,10), dan Kabupaten Pati (36,50).",
        {"score 33.16 41.20", "score 33.28 39.10", "score 33.18 36.50"},
    ),
    "in brackets": ("Tegal (kabupaten) 39,10 menjadi sorotan skor IKP.", {"score 33.28 39.10"}),
    "noun of the sentence": ("Skor tertinggi untuk kabupaten: Tegal 41,20, Magelang 39,10.",
                             {"score 33.28 41.20", "score 33.08 39.10"}),
    "headings": ("Kabupaten\n\n1. Tegal 30,10\n2. Magelang 29,30\n", {"score 33.28 30.10", "score 33.08 29.30"}),
    "part of an unknown name": ("Tegal Selatan dengan skor 41,20.", {"score ?33.76 41.20"}),
    "another region's name": ("Blora dengan skor 41,20.", {"score 33.17 41.20"}),
    "another region's name with its prefix": ("Kabupaten Blora dengan skor 41,20.", {"score 33.16 41.20"}),
    "kecamatan": ("Kecamatan Tegal di Kabupaten Pati rawan. Kota Tegal memperoleh skor 41,20.", {"score 33.76 41.20"}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMES.values(), ids=NAMES.keys())
def test_a_bare_name_means_what_a_person_said(
    text: str, expected: set[str], corrected: Reference, lines: Lines
) -> None:
    data = f"Indeks Kerawanan Pemilu 2024\n\n{text}\n".encode()
    document = read(data, name="rilis.txt", sha256=hashlib.sha256(data).hexdigest())
    found = lines(extract(document, family="rilis.txt", name="rilis.txt", reference=corrected))
    assert {line.split(" ikp")[0] for line in found} >= expected, found


def test_a_name_with_marks_upsets_nothing(lines: Lines) -> None:
    tables = reference_with((calls("Kab-Kota (T.)", "33.76"),))
    data = b"Indeks Kerawanan Pemilu 2024\n\nKab-Kota ( T . ) dan Kab-Kota (T.) dengan skor 41,20.\n"
    document = read(data, name="rilis.txt", sha256=hashlib.sha256(data).hexdigest())
    assert lines(extract(document, family="rilis.txt", name="rilis.txt", reference=tables)) is not None
