"""Editions of documents and of places in a sentence: made-up cases, the seeds and the development gold."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from pipeline.extract.editions.document import EditionGuess, document_edition
from pipeline.extract.editions.names import earliest, edition_names, profile, profiles
from pipeline.extract.editions.sentence import SentenceEdition, edition_at, edition_marks, sentence_edition
from pipeline.reference import Reference, load_reference

SHARED = Path(__file__).parents[3] / "shared"
shared = pytest.mark.shared

NAMES = [
    ("Update IKP Pilkada serentak 2020 di Alfa", "ikp_pilkada_2020"),
    ("Indek Kerawanan Pemilu (IKP) Pemilihan Kepala Daerah (Pilkada) 2020", "ikp_pilkada_2020"),
    ("Indeks Kerawanan Pemilu (IKP) dan pemilihan serentak 2024", "ikp_2024"),
    ("IKP Pemilu dan Pemilihan Serentak 2024", "ikp_2024"),
    ("IKP 2022", "ikp_2024"),
    ("IKP tahun 2019", "ikp_2019"),
    ("Indeks Kerawanan Pemilu 2019", "ikp_2019"),
    ("IKP Pilgub 2018", "ikp_pilkada_2018"),
    ("IKP Pilkada 2024", "pemetaan_pilkada_2024"),
    ("Peta Kerawanan pemilihan kepala daerah (Pilkada) Serentak 2024", "pemetaan_pilkada_2024"),
    ("Pemetaan kerawanan pemilihan Gubernur dan Wakil Gubernur Alfa tahun 2024", "pemetaan_pilkada_2024"),
    ("pemetaan TPS rawan Pemilu 2024", "tps_rawan_pemilu_2024"),
    ("TPS rawan pada Pilkada 2024", "tps_rawan_pilkada_2024"),
    ("IKP tematik soal isu politik uang", "ikp_tematik_politik_uang"),
    ("indeks netralitas ASN", "ikp_tematik_netralitas_asn"),
    ("Pilkada Banten 2017", "ikp_pilkada_2017"),
]

DOCUMENTS = [
    ("Skor IKP Alfa naik. Peluncuran IKP digelar Bawaslu, Jumat (16/12/2022).", None, "ikp_2024"),
    ("Bawaslu Alfa menyebut IKP 2024 menempatkan Alfa rawan sedang.", date(2023, 3, 1), "ikp_2024"),
    (
        "Kerawanan Pilkada 2024 di Alfa sedang. IKP Pilkada 2024 diluncurkan.",
        date(2024, 9, 1),
        "pemetaan_pilkada_2024",
    ),
    ("IKP 2024 yang dirilis 2022 menaruh Alfa (58,70) di posisi rawan tinggi.", date(2024, 7, 1), "ikp_2024"),
    ("Dua daerah rawan tinggi menurut pemutakhiran IKP Pilkada 2020.", None, "ikp_pilkada_2020_update"),
    ("IKP Pilkada 2020 di Alfa level 5.", date(2020, 7, 3), "ikp_pilkada_2020_update"),
    ("IKP Pilkada 2020 di Alfa level 5.", date(2020, 3, 3), "ikp_pilkada_2020"),
    ("IKP Pemilu 2019: Alfa sedang.", date(2018, 10, 1), "ikp_2019"),
    ("IKP Pemilu 2019 termutakhir: Alfa tinggi.", None, "ikp_2019_update"),
    ("Ada 154 TPS rawan di Alfa pada Pilkada 2024 dan 20 TPS tanpa listrik.", None, "tps_rawan_pilkada_2024"),
    (
        "Ada 154 TPS rawan di Alfa pada Pemilu 2024 dan 20 TPS tanpa listrik.",
        date(2024, 2, 12),
        "tps_rawan_pemilu_2024",
    ),
    (
        "Indeks Kerawanan Pemilu dan Pemilihan (IKP) tematik isu politik uang.",
        date(2023, 8, 14),
        "ikp_tematik_politik_uang",
    ),
    ("Pilkada Alfa rawan, menurut IKP yang dirilis November 2017 oleh Bawaslu.", None, "ikp_pilkada_2018"),
    ("Rapat tanpa hasil tentang anggaran.", date(2024, 9, 1), None),
    ("Daerah ini rawan, kata polisi.", None, None),
]

# Each value of a sentence and the edition it is of; the default is ikp_2024 where not said.
_NOW = ("ikp_2024", False)
_ONCE = (None, True)
_IN_2018 = ("ikp_pilkada_2018", True)
_IN_2019 = ("ikp_2019", True)
BOUND = [
    ("hasil pemetaan 2019 skornya 60,72, sekarang 66,99", {"60,72": _ONCE, "66,99": _NOW}),
    ("Pada 2019 skornya hanya 35,07, tapi pada 2024 menjadi 55,32", {"35,07": _IN_2019, "55,32": _NOW}),
    ("Skor Alfa 55,32, naik dari 35,07 pada IKP 2019.", {"55,32": _NOW, "35,07": _IN_2019}),
    ("Skor Alfa naik dari 35,07 menjadi 55,32.", {"35,07": _ONCE, "55,32": _NOW}),
    ("Alfa tidak lagi rawan tinggi seperti Pilkada 2018, kini sedang.", {"tinggi": _IN_2018, "sedang": _NOW}),
    ("Alfa masuk rawan sedang, sebelumnya rawan tinggi.", {"sedang": _NOW, "tinggi": _ONCE}),
    ("Pemilu sebelumnya, Alfa rawan tinggi", {"tinggi": _ONCE}),
    ("Alfa rawan tinggi pada Pemilu 2019 dan sedang pada Pemilu 2024.", {"tinggi": _IN_2019, "sedang": _NOW}),
    ("Berbeda dengan Pemilu 2019 yang rawan tinggi, Alfa kini sedang.", {"tinggi": _IN_2019, "sedang": _NOW}),
    ("Berbeda dengan Pemilu 2019 yang rawan tinggi, Alfa masuk sedang.", {"tinggi": _IN_2019, "sedang": _NOW}),
    ("Skor 55,32 lebih rendah dari IKP Pemilu 2019 sebesar 60,10.", {"55,32": _NOW, "60,10": _IN_2019}),
    ("Tahun 2020 sebesar 88.95, lalu 87.48 pada tahun 2021", {"88.95": _ONCE, "87.48": _ONCE}),
    ("Alfa pernah masuk tiga besar pada 2018 dengan skor 3,10.", {"3,10": _IN_2018}),
]

UNMARKED = [
    "Data diambil dari Pilkada 2018 dan Pemilu 2019, Alfa masuk rawan sedang.",
    "IKP bersumber pada pelaksanaan Pemilihan Tahun 2017 dan Pemilu Tahun 2019 dengan skor 66.53.",
    "indeks kerawanan pemilu 2024 yang studi kasusnya kejadian 2019 dan 2020 menaruh Alfa rawan tinggi",
    "Pada Pilkada 2018 ada PSU di dua TPS, kategori rawan.",
    "Agar Alfa tidak lagi masuk kategori rawan tinggi, Bawaslu berbenah.",
    "Pertimbangannya pengalaman pilkada sebelumnya dengan level rawan.",
    "Indeksnya rawan tinggi karena aduan politik uang pada Pilkada Banten 2017 masih banyak.",
    "Pemilu 2019 digelar serentak.",
]


@cache
def reference() -> Reference:
    return load_reference()


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[text for text, _ in NAMES])
def test_name(text: str, expected: str) -> None:
    assert edition_names(text, reference())[0].ids[0] == expected


def test_wordings_of_the_table_are_understood() -> None:
    """A wording leads to its edition, or to the one that it renews; vague titles are left out."""
    lost = []
    for edition in reference().editions.values():
        own = {edition.id, edition.id.removesuffix("_update")}
        for wording in edition.wordings:
            found = {key for name in edition_names(wording, reference()) for key in name.ids}
            if re.search(r"20\d\d", wording) and "tematik" not in edition.id and not own & found:
                lost.append((edition.id, wording, found))
    assert lost == []


def test_every_id_of_the_table_follows_the_convention() -> None:
    assert set(profiles(reference())) == set(reference().editions)
    assert profile(reference().editions["ikp_pilkada_2020_update"]).update
    assert profile(reference().editions["ikp_tematik_sara"]).theme == "sara"


def test_nothing_is_named_before_its_time() -> None:
    names = edition_names("kerawanan Pilkada 2024 dan IKP 2024", reference(), date(2023, 1, 5))
    assert {key for name in names for key in name.ids} == {"ikp_2024"}
    assert earliest(reference().editions["pemetaan_pilkada_2024"]) < date(2024, 7, 1)


@pytest.mark.parametrize(("text", "published", "expected"), DOCUMENTS, ids=[text for text, _, _ in DOCUMENTS])
def test_document(text: str, published: date | None, expected: str | None) -> None:
    guess = document_edition(text, published=published, event_date=None, reference=reference())
    assert guess.id == expected, guess
    assert guess.why
    assert 0 <= guess.confidence <= 1
    assert expected not in guess.alternatives


@pytest.mark.parametrize(("sentence", "values"), BOUND, ids=[sentence for sentence, _ in BOUND])
def test_value_is_bound_to_its_edition(sentence: str, values: dict[str, tuple[str | None, bool]]) -> None:
    marks = edition_marks(sentence, EditionGuess(id="ikp_2024"), reference())
    got = {value: edition_at(marks, sentence.index(value), "ikp_2024") for value in values}
    assert got == {value: ((edition,), previous) for value, (edition, previous) in values.items()}


@pytest.mark.parametrize("sentence", UNMARKED)
def test_years_of_data_and_events_mark_nothing(sentence: str) -> None:
    assert edition_marks(sentence, EditionGuess(id="ikp_2024"), reference()) == ()


def test_positions_are_those_of_the_passage() -> None:
    text = "Kini rawan sedang. Pemilu sebelumnya, Alfa rawan tinggi"
    (mark,) = edition_marks(text, EditionGuess(id="ikp_2024"), reference(), 19, len(text))
    assert text[mark.start : mark.end] == "Pemilu sebelumnya"


def test_two_elections_make_one_mark() -> None:
    text = "berbeda dengan Pemilu 2019 dan Pilkada 2020, dimana Alfa masuk rawan tinggi"
    (mark,) = edition_marks(text, EditionGuess(id="ikp_2024"), reference())
    assert (mark.ids, mark.previous) == (("ikp_2019", "ikp_pilkada_2020"), True)


def test_index_launched_in_2022_stands_apart_from_the_mapping() -> None:
    text = "Dalam IKP 2024 yang dirilis Bawaslu RI pada 2022, Alfa rawan tinggi, kini rawan rendah."
    marks = edition_marks(text, EditionGuess(id="pemetaan_pilkada_2024"), reference())
    assert edition_at(marks, text.index("tinggi"), "pemetaan_pilkada_2024") == (("ikp_2024",), True)
    assert edition_at(marks, text.index("rendah"), "pemetaan_pilkada_2024") == (("pemetaan_pilkada_2024",), False)


def test_national_concept_in_a_regency_mapping() -> None:
    guess = EditionGuess(id="pemetaan_pilkada_2024", named=("ikp_2024",))
    text = "Berdasarkan IKP yang dipetakan oleh Bawaslu RI, Alfa terkategori Rawan Sedang."
    assert sentence_edition(text, guess, reference()) == SentenceEdition(
        ids=("ikp_2024",), previous=False, explicit=True
    )
    assert sentence_edition("Hasil pemetaan: rawan sedang.", guess, reference()).explicit is False


def test_level_of_a_region_is_no_matter_of_polling_stations() -> None:
    guess = EditionGuess(id="tps_rawan_pilkada_2024")
    assert sentence_edition("Alfa ada di zona merah.", guess, reference()).ids == ("pemetaan_pilkada_2024",)
    assert edition_marks("Ada 20 TPS rawan dekat posko.", guess, reference()) == ()


def _development() -> list[Path]:
    """List the gold documents that may be looked at: every third is held out."""
    texts = sorted((SHARED / "gold").glob("*.txt"))
    return [path for index, path in enumerate(texts) if index % 3 != 2]


def _documents() -> list[Path]:
    return [*_development(), *sorted((SHARED / "seeds").glob("*.txt"))]


@shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference documents are not beside the checkout")
def test_main_edition_of_development_documents_and_seeds() -> None:
    wrong = []
    for path in _documents():
        gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
        current = [row for row in gold["findings"] if not row.get("previous")]
        if not current:
            continue
        wanted = Counter(row.get("edition") for row in current).most_common(1)[0][0]
        right = {
            wanted,
            *(key for row in current if row.get("edition") == wanted for key in row.get("edition_alt", [])),
        }
        stated = gold.get("published") or gold.get("document", {}).get("published")
        event = gold.get("document", {}).get("event_date")
        for published in {None, stated}:
            guess = document_edition(
                path.read_text(encoding="utf-8"),
                published=date.fromisoformat(published) if published else None,
                event_date=date.fromisoformat(event) if event else None,
                reference=reference(),
            )
            if guess.id not in right:
                wrong.append((path.stem, wanted, guess))
    assert wrong == []
