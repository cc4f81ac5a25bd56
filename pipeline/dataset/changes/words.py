"""The words of the page of differences, in English and in Indonesian."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

from pipeline.dataset.pack.words import FIELDS

Language: TypeAlias = Literal["en", "id"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "title": ("What changed", "Yang berubah"),
    "run": ("run {last}", "proses {last}"),
    "runs": ("runs {first} to {last}", "proses {first} sampai {last}"),
    "no run": ("no run yet", "belum ada proses"),
    "nothing": ("No published value changed.", "Tidak ada nilai terbit yang berubah."),
    "one": ("1 difference, worst first", "1 perbedaan"),
    "many": ("{n} differences, worst first", "{n} perbedaan, yang terberat lebih dahulu"),
    "flips": ("{n} of another category", "{n} pindah kategori"),
    "largest": ("Largest: {key}, {change}", "Terbesar: {key}, {change}"),
    "alike": ("{n} more of the same", "{n} lagi yang sejenis"),
    "rest": ("{n} more are in {command}", "{n} lagi ada di {command}"),
    "none": ("none", "tidak ada"),
    "before": ("Before", "Sebelum"),
    "after": ("After", "Sesudah"),
    "was": ("was {key}", "semula {key}"),
    "extracted": ("Extraction says", "Hasil ekstraksi"),
    "decided": ("A person decided", "Keputusan orang"),
    "more": (" and {n} more", " dan {n} lagi"),
    "region": ("region", "daerah"),
    "kind.ADD": ("added", "baru"),
    "kind.MOD": ("changed", "berubah"),
    "kind.DEL": ("removed", "hilang"),
    "kind.KEPT": ("kept against a new proposal", "tetap, berlawanan dengan usulan baru"),
    "table.scores": ("Scores", "Skor"),
    "table.dimension_scores": ("Dimension scores", "Skor dimensi"),
    "table.indicators": ("Indicators", "Indikator"),
    "table.tallies": ("Tallies", "Jumlah per kategori"),
    "table.documents": ("Documents", "Dokumen"),
    "cause.document": ("Document", "Dokumen"),
    "cause.reader": ("Reader", "Pembaca dokumen"),
    "cause.rule": ("Rule", "Aturan"),
    "cause.reference": ("Reference", "Tabel rujukan"),
    "cause.human": ("Human", "Keputusan orang"),
    "cause.code": ("Code", "Kode"),
    "cause.unknown": ("Unknown", "Tidak diketahui"),
    "about.document": (
        "A document is new, gone, or another version.",
        "Sebuah dokumen baru, hilang, atau berganti versi.",
    ),
    "about.reader": (
        "The same document is read otherwise: reading code, its libraries, or text recognition.",
        "Dokumen yang sama terbaca lain: kode pembaca, pustakanya, atau pengenalan teks.",
    ),
    "about.rule": (
        "The same text is understood otherwise, or the tables are built otherwise.",
        "Teks yang sama dipahami lain, atau tabelnya disusun lain.",
    ),
    "about.reference": (
        "A reference table or an alias changed: indicators, regions, editions, cuts.",
        "Tabel rujukan atau alias berubah: indikator, daerah, edisi, batas kategori.",
    ),
    "about.human": ("A person decided.", "Seseorang memutuskan."),
    "about.code": (
        "Reader or rules; a run of an earlier version did not tell them apart.",
        "Pembaca atau aturan; proses dari versi terdahulu tidak membedakannya.",
    ),
    "about.unknown": (
        "A run of an earlier version left too little to find the cause.",
        "Proses dari versi terdahulu menyisakan terlalu sedikit untuk menemukan sebabnya.",
    ),
}


@dataclass(frozen=True, slots=True)
class Words:
    """Gives the wordings of one language; what comes from the data stays as it is."""

    language: Language

    def __call__(self, key: str, /, **parts: object) -> str:
        """Return a wording, its named parts filled in. Raises KeyError for one that there is not."""
        return self._chosen(*_WORDS[key]).format(**parts)

    def _chosen(self, english: str, indonesian: str) -> str:
        return indonesian if self.language == "id" else english

    def number(self, count: int) -> str:
        """Return a count as the language writes it.

        >>> Words("en").number(12345), Words("id").number(12345)
        ('12,345', '12.345')
        """
        return f"{count:,}".replace(",", self._chosen(",", "."))

    def table(self, name: str) -> str:
        """Return what a table is called; one that has no wording by its own name."""
        return self(f"table.{name}") if f"table.{name}" in _WORDS else name

    def column(self, name: str) -> str:
        """Return what a column is called.

        >>> Words("en").column("category_stated"), Words("id").column("category_stated")
        ('category stated', 'kategori yang dinyatakan')
        """
        plain = name.replace("_", " ")
        return self._chosen(plain, FIELDS[name][0].lower() if name in FIELDS else plain)

    def runs(self, start: int, end: int) -> str:
        """Name the runs after ``start`` up to ``end``, which is 0 where there is none yet."""
        if not end:
            return self("no run")
        return self("run", last=end) if end == start + 1 else self("runs", first=start + 1, last=end)
