"""Tables as releases print them, drawn from a seed; what stands in each cell is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from press.pdf import PdfStyle, pdf_bytes
from press.sheet import Part, Sheet

RULES = ("grid", "rows", "header", "three", "frame", "columns", "zebra", "none")
ORDERS = ("as_set", "backwards", "figures_first", "by_column", "shuffled", "twice_apart", "twice_whole")
SHAPES = ("plain", "wrapped", "matrix", "merged", "levels", "below", "narrow")

_PLACES = (
    *("Alfa", "Beta", "Gama", "Delta", "Lamda Hilir", "Sigma Utara", "Omega Barat Daya", "Teta", "Iota Kepulauan"),
    *("Kapa", "Muara Zeta", "Epsilon Selatan", "Ro Tengah", "Tau", "Penukal Fi Lematang Psi", "Eta Timur", "Nu"),
)
_ISSUES = (
    "Putusan DKPP terhadap jajaran KPU dan Bawaslu",
    "Rekomendasi Bawaslu terkait ketidaknetralan ASN, TNI, dan Polri pada masa kampanye",
    "Pemungutan suara ulang",
    "Pemilih yang tidak memenuhi syarat namun masih terdaftar dalam daftar pemilih tetap",
    "Materi kampanye ujaran kebencian di media sosial",
    "Intimidasi terhadap penyelenggara pemilu",
    "Gugatan hasil",
    "Logistik yang rusak, kurang, atau terlambat tiba di tempat pemungutan suara",
)
_STAGES = ("Seluruh tahapan", "Kampanye", "Rekapitulasi suara", "Pungut Hitung", "Pencalonan")
_DIMENSIONS = ("Konteks Sosial Politik", "Penyelenggaraan Pemilu", "Kontestasi", "Partisipasi")
_PROSE = (
    "Badan pengawas menyampaikan hasil pemetaan kerawanan kepada jajaran pengawas di daerah itu pada hari Senin, "
    "dan meminta semua pihak mempelajarinya. Rincian menurut daerah disajikan pada tabel di bawah ini."
)
_AFTER = (
    "Hasil pemetaan menjadi dasar penyusunan program pencegahan pada tahun berjalan. Jajaran pengawas diminta "
    "menyampaikan laporan setiap bulan kepada koordinator wilayah masing-masing."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A PDF with one table, and the rows that a careful reader takes from it."""

    data: bytes
    rows: tuple[tuple[str, ...], ...]
    style: PdfStyle
    below: frozenset[tuple[int, int]]

    def agrees(self, rows: Sequence[Sequence[str]]) -> bool:
        """Tell whether these are the rows; where cells are joined downwards, the first may stand for all."""
        return len(rows) == len(self.rows) and all(
            len(own) == len(row)
            and all(
                a == b or (not b and (i, j) in self.below) for j, (a, b) in enumerate(zip(own, row, strict=True))
            )
            for i, (own, row) in enumerate(zip(self.rows, rows, strict=True))
        )


def printed(seed: int, *, shape: str, rules: str = "grid", order: str = "as_set", turn: str = "") -> Printed:
    """Draw the table of that ``shape`` (see ``SHAPES``) and print it; ``turn`` is "", "rotated" or "turned"."""
    rng = Random(f"{seed} {shape}")
    rows = _MAKERS[shape](rng)
    degrees = rng.choice((90, 180, 270)) if turn else 0
    style = PdfStyle(
        size=rng.choice((9.0, 10.0, 11.0)),
        drop=rng.choice((0.0, 60.0, 420.0)),
        repeat_header=rng.random() < 0.5,
        figures=rng.choice(("left", "right", "centre")),
        valign=rng.choice(("TOP", "MIDDLE")),
        padding=rng.choice((1.0, 3.0, 5.0)),
        tight=rng.choice((0.0, 0.5, 1.0, 1.0)),
        justified=rng.random() < 0.5,
        landscape=bool(turn) and rng.random() < 0.5,
        order=order,
        turned=degrees,
        rotate=(360 - degrees) % 360 if turn == "rotated" else 0,
    )
    table = Part(kind="table", rows=rows, ruled=rules != "none", rules=rules)
    parts = (Part(kind="heading", text="HASIL PEMETAAN KERAWANAN"), Part(kind="paragraph", text=_PROSE), table)
    sheet = Sheet(
        parts=(*parts, Part(kind="paragraph", text=_AFTER)),
        date=datetime(2024, 1, 6, tzinfo=UTC),
        footer="Siaran Pers" if rng.random() < 0.5 else "",
    )
    below = frozenset((i, j) for i, row in enumerate(rows) for j, cell in enumerate(row) if cell == "^")
    return Printed(data=pdf_bytes(sheet, style), rows=_as_read(rows), style=style, below=below)


def _as_read(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Return the rows with joined cells written in each place that they cover."""
    result: list[list[str]] = []
    for row in rows:
        result.append([])
        for column, cell in enumerate(row):
            taken = result[-2][column] if cell == "^" else result[-1][-1] if cell == "<" else cell
            result[-1].append(taken)
    return tuple(map(tuple, result))


def _region(rng: Random) -> str:
    return f"{rng.choice(('Kabupaten', 'Kota', 'Kab.'))} {rng.choice(_PLACES)}"


def _figure(rng: Random) -> str:
    return f"{rng.choice((rng.uniform(0, 10), rng.uniform(10, 100))):.2f}".replace(".", ",")


def _level(rng: Random) -> str:
    return rng.choice(("Tinggi", "Sedang", "Rendah"))


def _plain(rng: Random) -> tuple[tuple[str, ...], ...]:
    count = rng.choice((4, 7, 12, 30))
    rows = [(str(n), _region(rng), _level(rng), _figure(rng)) for n in range(1, count + 1)]
    return (("No", "Kabupaten/Kota", "Tingkat Kerawanan", "Skor"), *rows)


def _wrapped(rng: Random) -> tuple[tuple[str, ...], ...]:
    count = rng.randrange(4, 9)
    rows = [
        (str(n), rng.choice(_ISSUES), rng.choice(_STAGES), str(rng.randrange(2, 999))) for n in range(1, count)
    ]
    if rng.random() < 0.4:
        return (
            ("Indikator kerawanan", "Tahapan", "Jumlah TPS"),
            *((issue, stage, number) for _, issue, stage, number in rows),
        )
    return (("No", "Indikator", "Tahapan", "Jumlah TPS"), *rows)


def _matrix(rng: Random) -> tuple[tuple[str, ...], ...]:
    issues = tuple(rng.sample(_ISSUES, rng.choice((2, 3, 4))))
    rows = [(_region(rng), *(rng.choice(("v", "")) for _ in issues)) for _ in range(rng.randrange(5, 12))]
    return (
        ("Kabupaten/Kota", *issues),
        *(row for row in rows if any(row[1:])),
        (_region(rng), *("v" for _ in issues)),
    )


def _merged(rng: Random) -> tuple[tuple[str, ...], ...]:
    rows = [(_region(rng), *(_figure(rng) for _ in range(4))) for _ in range(rng.randrange(4, 10))]
    return (
        ("Daerah", "Skor", "<", "Peringkat", "<"),
        ("^", "2020", "2024", "2020", "2024"),
        *((name, a, b, c.partition(",")[0], d.partition(",")[0]) for name, a, b, c, d in rows),
    )


def _levels(rng: Random) -> tuple[tuple[str, ...], ...]:
    rows = [(_region(rng), *(_level(rng) for _ in _DIMENSIONS)) for _ in range(rng.randrange(4, 12))]
    return (("Daerah", *_DIMENSIONS), *rows)


def _below(rng: Random) -> tuple[tuple[str, ...], ...]:
    """Return a table with rows of sums and of none: a score that is a dash, a total without a number."""
    rows = [(str(n), _region(rng), rng.choice((_figure(rng), "-"))) for n in range(1, rng.randrange(5, 12))]
    return (("No.", "Nama Daerah", "Skor IKP"), *rows, ("", "Rata-rata", _figure(rng)))


def _narrow(rng: Random) -> tuple[tuple[str, ...], ...]:
    rows = [
        (str(n), _region(rng), *(_figure(rng) for _ in range(5)), _level(rng))
        for n in range(1, rng.randrange(5, 16))
    ]
    head = (
        "No",
        "Wilayah",
        "Sosial Politik",
        "Penyelenggaraan",
        "Kontestasi",
        "Partisipasi",
        "Total Skor",
        "Kategori",
    )
    return (head, *rows)


_MAKERS: dict[str, Callable[[Random], tuple[tuple[str, ...], ...]]] = {
    "plain": _plain,
    "wrapped": _wrapped,
    "matrix": _matrix,
    "merged": _merged,
    "levels": _levels,
    "below": _below,
    "narrow": _narrow,
}
