"""RELEASE.md: what a release holds, what changed since the one before, a sentence a row, and how to cite it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from pipeline.dataset.changes.changed import Changed, Kind, telling, what, why
from pipeline.dataset.checks.check import SEVERITIES
from pipeline.dataset.coverage import EDITION
from pipeline.dataset.release.cited import citation
from pipeline.dataset.tables.columns import public
from pipeline.dataset.types import Dataset

FILE: Final = "RELEASE.md"
MOST: Final = 2_000
"""Rows whose changes are told, the worst first; changes.csv has a sentence for every change."""
_QUOTED: Final = 200  # characters of a quote
_TOLD: Final[Mapping[Kind, str]] = {"ADD": "added", "MOD": "changed", "DEL": "removed", "WITHDRAW": "withdrawn"}
_KINDS: Final = (
    "*ADD: barisnya baru. MOD: isiannya berubah. DEL: barisnya hilang, karena dokumennya tidak lagi "
    "menyatakannya. WITHDRAW: nilainya ditarik kembali meskipun dokumen menyatakannya. Yang terberat dahulu. "
    "`report.html` menceritakannya dalam bahasa Indonesia.*\n"
)
_HEADINGS: Final = {
    "scores": "Scores and categories / Skor dan kategori",
    "dimension_scores": "Dimension scores / Skor dimensi",
    "indicators": "Indicators / Indikator",
    "tallies": "Tallies / Jumlah daerah",
    "documents": "Documents / Dokumen",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What a release says of itself.

    ``version`` names its tables, ``data_day`` is the day of the newest input, None where none has a day;
    ``before`` is the version that it is compared with, None for the first. ``changes`` are worst first.
    ``notice`` is what readers must know of sample documents behind it, in English and in Indonesian, None without.
    """

    version: str
    data_day: date | None
    before: str | None
    changes: tuple[Changed, ...]
    notice: tuple[str, str] | None = None

    @property
    def told(self) -> tuple[Changed, ...]:
        """The changes that are worth a sentence: of the first release none, for all of it is new."""
        return self.changes if self.before is not None else ()


def release_notes(dataset: Dataset, release: Release) -> bytes:
    """Return RELEASE.md."""
    parts = (
        f"# Release {release.version}\n\n",
        _lead(release),
        "\n## What it holds / Isi rilis\n\n",
        _contents(dataset),
        "\n## What changed / Yang berubah\n\n",
        *_changes(release),
        "\n## To cite / Cara mengutip\n\n",
        _citing(release),
    )
    return "".join(parts).encode()


def _lead(release: Release) -> str:
    day = f"; its newest document is of {release.data_day}" if release.data_day else ""
    notice = "".join(f"\n> **{words}**\n" for words in release.notice or ())
    before = f"release {release.before}" if release.before else "nothing: this is the first release"
    return (
        f"Findings of Bawaslu's election-vulnerability releases as one national dataset{day}. Compared with "
        f"{before}. `SHA256SUMS` holds the checksum of every file (`sha256sum -c SHA256SUMS`), `CODEBOOK.md` the "
        "meaning of every column, `METHOD.md` how values come about and what they can bear.\n\n"
        "Temuan dari rilis kerawanan pemilu Bawaslu, dihimpun menjadi satu dataset nasional. Arti setiap kolom "
        "ada di `CODEBOOK.md`, asal dan keterbatasan nilainya di `METODE.md`, checksum setiap berkas di "
        f"`SHA256SUMS`.\n{notice}"
    )


def _citing(release: Release) -> str:
    english, indonesian = citation(release.version, release.data_day)
    return (
        f"{english} A value is cited with the document that its row names in evidence_document; `METHOD.md` has "
        f"an entry for BibTeX, and says how to report an error.\n\n*{indonesian} Sebuah nilai dikutip bersama "
        "dokumen yang disebut kolom evidence_document pada barisnya; `METODE.md` memuat entri BibTeX dan cara "
        "melaporkan kesalahan.*\n"
    )


def _contents(dataset: Dataset) -> str:
    return "".join(f"- {english}  \n  *{indonesian}*\n" for english, indonesian in _held_by(dataset))


def _held_by(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield what the release holds, in English and in Indonesian."""
    for name, said, rows in (
        ("scores and categories", "skor dan kategori", dataset.scores),
        ("dimension scores", "skor dimensi", dataset.dimension_scores),
        ("indicators", "indikator", dataset.indicators),
        ("tallies", "jumlah daerah", dataset.tallies),
    ):
        valued = sum(row.status == "value" for row in rows)
        yield f"{_counted(valued, 'row')} of {name} with a value", f"{_id(valued)} baris {said} yang bernilai"
    yield _covered(dataset)
    findings, documents = len(dataset.findings), len(dataset.documents)
    yield (
        f"{_counted(findings, 'finding')} in {_counted(documents, 'document')}",
        f"{_id(findings)} temuan dalam {_id(documents)} dokumen",
    )
    held = [one for one in dataset.findings if one.waits]
    unnumbered = sum(one.standing == "unmatched" for one in held)
    yield (
        f"{len(held):,} of these wait for a person, {unnumbered:,} of them issues without a number",
        f"{_id(len(held))} di antaranya menunggu telaah, {_id(unnumbered)} berupa isu tanpa nomor",
    )
    conflicts, waiting = len(dataset.conflicts), sum(one.open for one in dataset.conflicts)
    yield (
        f"{_counted(conflicts, 'conflict')}, {waiting:,} of them open",
        f"{_id(conflicts)} perbedaan antarsumber, {_id(waiting)} di antaranya belum terselesaikan",
    )
    held_back = len({fault.row_name for fault in dataset.faults if fault.severity == "hold"})
    warned = sum(fault.severity == "warn" for fault in dataset.faults)
    yield (
        f"{_counted(held_back, 'row')} held back by checks ({SEVERITIES['hold']})",
        f"{_id(held_back)} baris ditahan pemeriksaan (sampai seseorang memeriksanya; selebihnya terbit)",
    )
    yield (
        f"{_counted(warned, 'warning')} ({SEVERITIES['warn']})",
        f"{_id(warned)} peringatan (barisnya terbit, dan kolom warnings menyebutkannya)",
    )


def _covered(dataset: Dataset) -> tuple[str, str]:
    found = Counter(entry.status for entry in dataset.coverage)
    all_, value, waiting = len(dataset.coverage), found["value"], found["in review"]
    silent, unheard = found["not published"], found["not fetched"]
    return (
        f"of {all_:,} regions: {value:,} with a value in {EDITION}, {waiting:,} in review, {silent:,} spoken of "
        f"without one, {unheard:,} in no document",
        f"dari {_id(all_)} daerah: {_id(value)} bernilai dalam {EDITION}, {_id(waiting)} dalam telaah, "
        f"{_id(silent)} disebut dokumen tanpa nilainya, {_id(unheard)} tidak ada dalam dokumen mana pun",
    )


def _counted(number: int, name: str) -> str:
    """Return a number with its noun.

    >>> _counted(1, "conflict"), _counted(1200, "row")
    ('1 conflict', '1,200 rows')
    """
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def _id(number: int) -> str:
    """Return a number as Indonesian writes it."""
    return f"{number:,}".replace(",", ".")


def _changes(release: Release) -> Iterator[str]:
    counts = Counter(change.kind for change in release.changes)
    told = ", ".join(f"{counts[kind]:,} {name}" for kind, name in _TOLD.items() if counts[kind])
    if release.before is None:
        yield f"All of it is new: {told or 'it is empty'} (see `changes.csv`).\n\n"
        yield "*Ini rilis pertama: semuanya baru (lihat `changes.csv`).*\n"
        return
    if not release.changes:
        yield "No published value changed.\n\n*Tidak ada nilai terbit yang berubah.*\n"
        return
    rows = _rows(release.changes)
    yield f"Values: {told} (each a row of `changes.csv`). By rows of the tables, worst first:\n\n{_KINDS}"
    for table, heading in _HEADINGS.items():
        mine = [row for row in rows[:MOST] if row[0].one.table == table]
        if mine:
            yield f"\n### {heading}\n\n"
            yield from map(_item, mine)
    if len(rows) > MOST:
        yield f"\nAnd {len(rows) - MOST:,} rows more in `changes.csv`.\n"


def _rows(changes: Iterable[Changed]) -> list[list[Changed]]:
    """Return the changes of each row together, the row of the worst first."""
    rows: dict[tuple[str, str], list[Changed]] = {}
    for change in changes:
        rows.setdefault((change.one.table, change.one.key), []).append(change)
    return list(rows.values())


def _item(row: Sequence[Changed]) -> str:
    """Return what changed of a row as a sentence, with its evidence."""
    first, told = row[0].one, telling(row)
    kinds = dict.fromkeys(change.kind for change in told)
    because = dict.fromkeys(why(change.one) for change in told)
    sentence = f"{first.key}: {'; '.join(map(what, told))}, {', and '.join(because)}."
    words = public(first.quote or first.old_quote) or ""
    quote = f"{words[:_QUOTED]}{'…' if len(words) > _QUOTED else ''}"
    shown = (
        f" {'Words' if first.quote and first.kind != 'DEL' else 'Words before'}: “{_plain(quote)}”"
        if words
        else ""
    )
    return f"- **{', '.join(kinds)}** {_plain(public(sentence) or '')}{shown}\n"


def _plain(words: str) -> str:
    r"""Escape what Markdown, or HTML in it, would take for more than words.

    >>> print(_plain("<b> *skor* [x](y) ikp_2024"))
    &lt;b> \*skor\* \[x\](y) ikp_2024
    """
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"\\{mark}" if mark in "\\`*[]|#" else mark for mark in escaped)
