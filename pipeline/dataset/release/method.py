"""METHOD.md and METODE.md: how values come about, what they can bear, and how a version is cited.

Their texts are files of the package, with ``{{name}}`` where a figure belongs. Every figure comes from the
dataset, its reference or the table of accuracy, so that none can go stale in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal, TypeAlias

from pipeline.dataset.checks.every import CHECKS
from pipeline.dataset.coverage import EDITION
from pipeline.dataset.precedence import PRECEDENCE, STATED_BEFORE_DERIVED
from pipeline.dataset.release.cited import bibtex, citation
from pipeline.dataset.release.notes import Release
from pipeline.dataset.sample_documents import sample_notice
from pipeline.dataset.types import Dataset
from pipeline.reference.kamus import said

Language: TypeAlias = Literal["en", "id"]
FILES: Final[Mapping[str, Language]] = {"METHOD.md": "en", "METODE.md": "id"}
"""The page in either language, by the name of its file."""

_SLOT: Final = re.compile(r"\{\{(\w+)\}\}")
_FEWEST: Final = 10  # scores of which a mean is worth telling
_HEADER: Final[Mapping[Language, tuple[str, ...]]] = {
    "en": ("documents", "facts", "precision", "recall", "F1", "accepted without a person", "of these right"),
    "id": ("dokumen", "fakta", "presisi", "recall", "F1", "diterima tanpa telaah", "di antaranya benar"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Accuracy:
    """What was measured on a set of annotated documents.

    ``part`` names the set, ``names`` says it to a reader by language. ``accepted`` is the share of all facts that
    is accepted without a person and right, ``right`` what is right of all that is so accepted; from 0 to 1.
    """

    part: str
    names: Mapping[Language, str]
    documents: int
    facts: int
    precision: Decimal
    recall: Decimal
    f1: Decimal
    accepted: Decimal
    right: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodParts:
    """The fixed parts: the text in either language, and the accuracy, the most honest set last."""

    texts: Mapping[Language, str]
    accuracy: tuple[Accuracy, ...]


def method_page(dataset: Dataset, release: Release, parts: MethodParts, language: Language) -> bytes:
    """Return the page in a language. Raises KeyError where its text asks for a figure that there is not."""
    slots = {
        **_of_release(dataset, release, language),
        **_of_reference(dataset, language),
        **_measured(parts, language),
    }
    return _SLOT.sub(lambda found: slots[found.group(1)], parts.texts[language]).encode()


def _of_release(dataset: Dataset, release: Release, language: Language) -> dict[str, str]:
    """Return what the page says of the dataset at hand."""
    notice = sample_notice(dataset.documents)
    told = _pick(language, *notice) if notice else ""
    return {
        "version": release.version,
        "day": str(release.data_day or _pick(language, "an unknown day", "yang tidak diketahui")),
        "samples": f"\n> **{told}**\n" if told else "",
        "findings": _count(len(dataset.findings), language),
        "documents": _count(len(dataset.documents), language),
        "valued": _count(sum(one.status == "value" for one in dataset.coverage), language),
        "decided": _decided(dataset, language),
        "bias": _bias(dataset, language),
        "citation": _pick(language, *citation(release.version, release.data_day)),
        "bibtex": bibtex(release.version, release.data_day),
    }


def _decided(dataset: Dataset, language: Language) -> str:
    """Say how many findings of the dataset have a person's word."""
    found = sum(one.source.confirmed or one.standing == "rejected" for one in dataset.findings)
    if not found:
        return _pick(
            language,
            "In this version nobody has decided anything yet.",
            "Dalam versi ini belum ada yang diputuskan orang.",
        )
    number = _count(found, language)
    return _pick(
        language,
        f"In this version a person has decided on {number} of the findings.",
        f"Dalam versi ini {number} temuan telah diputuskan orang.",
    )


def _bias(dataset: Dataset, language: Language) -> str:
    """Set the mean of the scores found beside that of all, midway between the cuts; nothing where few are."""
    reference = dataset.reference
    edition = reference.editions[EDITION]
    local = [one for one in dataset.coverage if reference.regions[one.region_code].level in {"regency", "city"}]
    scores = [one.score for one in local if one.score is not None]
    if edition.low_regency is None or edition.high_regency is None or not _FEWEST <= len(scores) < len(local):
        return ""
    found = _decimal(_tenth(sum(scores, Decimal()) / len(scores)), language)
    every = _decimal(_tenth((edition.low_regency + edition.high_regency) / 2), language)
    return _pick(
        language,
        f" The {len(scores)} scores of kabupaten and kota found for {EDITION} have a mean of {found}; that of all "
        f"{len(local)} is {every}, midway between the two cuts.",
        f" Rata-rata {len(scores)} skor kabupaten dan kota yang ditemukan untuk {EDITION} adalah {found}; "
        f"rata-rata seluruh {len(local)} daerah adalah {every}, yaitu titik tengah kedua batas kategori.",
    )


def _of_reference(dataset: Dataset, language: Language) -> dict[str, str]:
    """Return what the page says of editions, regions, confidence and the rules of the codebook."""
    reference = dataset.reference
    levels = [region.level for region in reference.regions.values()]
    edition = reference.editions[EDITION]
    rules = [(one.name, one.sentence, "_precedence") for one in (*PRECEDENCE, STATED_BEFORE_DERIVED)]
    checks = [(one.name, one.sentence, "_checks") for one in CHECKS if one.severity == "hold"]

    def sentence(name: str, english: str, table: str) -> str:
        return english if language == "en" else said(reference.kamus, table, name) or ""

    return {
        "edition": f"`{EDITION}`",
        "editions": str(len(reference.editions)),
        "provinces": str(levels.count("province")),
        "local": str(levels.count("regency") + levels.count("city")),
        "regions": str(len(levels) - levels.count("country")),
        "threshold": _decimal(Decimal(str(reference.calibration.threshold)), language),
        "high_province": _decimal(edition.high_province, language),
        "high_regency": _decimal(edition.high_regency, language),
        "precedence": "\n".join(f"{place}. {sentence(*rule)}." for place, rule in enumerate(rules, start=1)),
        "holding": "\n".join(f"- `{check[0]}`: {sentence(*check)}." for check in checks),
    }


def _measured(parts: MethodParts, language: Language) -> dict[str, str]:
    """Return the table of accuracy, and what its last row means of a hundred."""
    rows = [_row(one, language) for one in parts.accuracy]
    header = _HEADER[language]
    last = parts.accuracy[-1]
    return {
        "accuracy": "\n".join(f"| {' | '.join(cells)} |" for cells in (header, ["---"] * len(header), *rows)),
        "missed": f"{(1 - last.recall) * 100:.0f}",
        "wrong": f"{(1 - last.precision) * 100:.0f}",
        "right": f"{last.right * 100:.0f}",
    }


def _row(one: Accuracy, language: Language) -> tuple[str, ...]:
    rates = (one.precision, one.recall, one.f1)
    return (
        f"{one.documents} {one.names[language]}",
        _count(one.facts, language),
        *(_decimal(rate, language) for rate in rates),
        f"{one.accepted * 100:.0f} %",
        _decimal(one.right, language),
    )


def _count(number: int, language: Language) -> str:
    return f"{number:,}" if language == "en" else f"{number:,}".replace(",", ".")


def _tenth(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _decimal(number: Decimal | None, language: Language) -> str:
    """Return a number with its decimals, as the language writes it.

    >>> _decimal(Decimal("49.33"), "en"), _decimal(Decimal("0.958"), "id")
    ('49.33', '0,958')
    """
    return str(number) if language == "en" else str(number).replace(".", ",")


def _pick(language: Language, english: str, indonesian: str) -> str:
    return english if language == "en" else indonesian
