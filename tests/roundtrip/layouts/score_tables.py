"""Scores in tables: columns in any order, with codes, ranks, dimensions, two editions, merged headings."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal

from pipeline.model import Category
from pipeline.reference import Region
from roundtrip.layouts.score_lists import by_category, level_facts, plain_facts, rows
from roundtrip.layouts.writing import (
    Fact,
    Scene,
    Written,
    dimension,
    family,
    finish,
    level,
    national,
    provincial,
    score,
)
from roundtrip.paper import Paragraph, Part, Table
from roundtrip.world import CATEGORIES, SCORED, between

Row = tuple[Region, Decimal, Category]
Cell = Callable[[int, Row], str]


def caption(scene: Scene) -> Part:
    """Name the table without saying what is in it."""
    where = "Indonesia" if scene.home.code == "ID" else scene.home.name
    return Paragraph(
        text=scene.pick(
            f"Tabel 1. Hasil IKP di {where}", f"Hasil per daerah di {where}:", "Rinciannya pada tabel berikut."
        )
    )


def filled(columns: dict[str, Cell], found: list[Row]) -> Table:
    """Fill a table: each column makes its cells from the row's place (from 1) and the row."""
    cells = tuple(tuple(cell(place, row) for cell in columns.values()) for place, row in enumerate(found, 1))
    return Table(header=tuple(columns), rows=cells)


def shuffled(rng: random.Random, found: list[Row]) -> list[Row]:
    """Put rows into an order that is none, so that their numbers are no ranks."""
    return rng.sample(found, len(found))


def region_column(scene: Scene) -> str:
    """Head the column of regions."""
    if scene.home.code == "ID":
        return scene.pick("Provinsi", "Nama Provinsi", "Wilayah")
    return scene.pick("Kabupaten/Kota", "Daerah", "Wilayah", "Kab/Kota", "Nama Daerah")


def level_column(scene: Scene) -> tuple[str, Cell]:
    """Head the column of levels and write its cells."""
    style = scene.pick("Tinggi", "Rawan Tinggi", "TINGGI", "tinggi", "Kerawanan Tinggi")

    def cell(_place: int, row: Row) -> str:
        word = row[2].upper() if style.isupper() else row[2].capitalize() if style.istitle() else row[2]
        return style.replace("Tinggi", word).replace("TINGGI", word).replace("tinggi", word)

    return scene.pick("Kategori", "Tingkat Kerawanan", "Kategori Kerawanan", "Keterangan"), cell


def plain_table(rng: random.Random) -> Written:
    """Write: No | Kabupaten/Kota | Skor | Kategori."""
    scene = provincial(rng, SCORED, least=5, most=12, glosses=False)
    found = rows(scene)
    name, cell = level_column(scene)
    columns: dict[str, Cell] = {
        scene.pick("No", "No.", "Nomor"): lambda place, _row: str(place),
        region_column(scene): lambda _place, row: scene.call(row[0]),
        scene.pick("Skor", "Skor IKP", "Nilai", "Indeks"): lambda _place, row: scene.show(row[1]),
        name: cell,
    }
    table = filled(columns, shuffled(rng, found))
    return finish(scene, [[caption(scene), table]], level_facts(scene, found))


def shuffled_columns(rng: random.Random) -> Written:
    """Write: Kategori | Skor | Kode | Wilayah: the columns in any order, with the code of the region."""
    scene = provincial(rng, SCORED, least=5, most=12, glosses=False)
    found = rows(scene)
    name, cell = level_column(scene)
    columns: dict[str, Cell] = {
        scene.pick("Kode", "Kode Wilayah"): lambda _place, row: row[0].code,
        region_column(scene): lambda _place, row: scene.call(row[0]),
        scene.pick("Skor", "Skor IKP", "Skor Akhir", "Total Skor"): lambda _place, row: scene.show(row[1]),
        name: cell,
    }
    order = list(columns.items())
    rng.shuffle(order)
    return finish(scene, [[caption(scene), filled(dict(order), found)]], level_facts(scene, found))


def rank_column(rng: random.Random) -> Written:
    """Write: Peringkat | Daerah | Skor: a column that is a rank and says so."""
    scene = provincial(rng, SCORED, least=5, most=12, glosses=False)
    found = rows(scene)
    rank: dict[str, int] = {row[0].code: place for place, row in enumerate(found, 1)}
    columns: dict[str, Cell] = {
        scene.pick("Peringkat", "Ranking", "Rangking", "Urutan"): lambda _place, row: str(rank[row[0].code]),
        region_column(scene): lambda _place, row: scene.call(row[0]),
        scene.pick("Skor", "Skor IKP", "Nilai"): lambda _place, row: scene.show(row[1]),
    }
    if rng.random() < 0.5:
        columns = dict(list(columns.items())[1:] + list(columns.items())[:1])
    facts = [score(scene, row[0], row[1], rank=rank[row[0].code], rank_scope="provinsi") for row in found]
    return finish(scene, [[caption(scene), filled(columns, found)]], facts)


_DIMENSIONS = {
    "ikp_2024": ("konteks sosial politik", "penyelenggaraan", "kontestasi", "partisipasi"),
    "ikp_2019": ("konteks sosial politik", "penyelenggaraan", "kontestasi", "partisipasi"),
    "ikp_pilkada_2018": ("penyelenggaraan", "kontestasi", "partisipasi"),
}


def dimension_columns(rng: random.Random) -> Written:
    """Write: Daerah | Sosial Politik | Penyelenggaraan | Kontestasi | Partisipasi | Total Skor."""
    scene = provincial(rng, tuple(_DIMENSIONS), least=4, most=9, glosses=False)
    found = shuffled(rng, rows(scene))
    keys = _DIMENSIONS[scene.edition]
    top = Decimal(5) if scene.edition == "ikp_pilkada_2018" else Decimal(100)
    facts: list[Fact] = list(plain_facts(scene, found))
    lines = []
    for place, (region, value, _) in enumerate(found, 1):
        parts = [between(rng, top / 50, top * Decimal("0.96"), scene.figures.places) for _ in keys]
        facts += [dimension(scene, region, key, part) for key, part in zip(keys, parts, strict=True)]
        lines.append((str(place), scene.call(region), *scene.shows(parts), scene.show(value)))
    prefix = scene.pick("", "", "Dimensi ", "Skor ")
    names = tuple(prefix + key.title() for key in keys)
    total = scene.pick("Total Skor", "Skor IKP", "Skor Total", "IKP")
    table = Table(header=("No", region_column(scene), *names, total), rows=tuple(lines))
    return finish(scene, [[caption(scene), table]], facts)


def two_editions(rng: random.Random) -> Written:
    """Write: Daerah | IKP 2019 - Skor | IKP 2024 - Skor | IKP 2024 - Kategori: merged headings made flat."""
    scene = provincial(rng, ("ikp_2024",), least=4, most=9, glosses=False)
    found = shuffled(rng, rows(scene))
    name, cell = level_column(scene)
    facts: list[Fact] = list(level_facts(scene, found))
    lines = []
    for place, row in enumerate(found, 1):
        old = scene.figures.draw(rng, "ikp_2019", "regency", rng.choice(CATEGORIES))
        facts.append(score(scene, row[0], old, edition="ikp_2019", previous=True))
        lines.append((str(place), scene.call(row[0]), scene.show(old), scene.show(row[1]), cell(place, row)))
    mark = scene.pick(" - ", " ", ": ")
    header = ("No", region_column(scene), f"IKP 2019{mark}Skor", f"IKP 2024{mark}Skor", f"IKP 2024{mark}{name}")
    return finish(scene, [[caption(scene), Table(header=header, rows=tuple(lines))]], facts)


def side_by_side(rng: random.Random) -> Written:
    """Write: No | Daerah | Skor | No | Daerah | Skor: one table printed as two halves."""
    scene = provincial(rng, SCORED, least=6, most=12, glosses=False)
    found = rows(scene)
    half = (len(found) + 1) // 2
    head = ("No", region_column(scene), scene.pick("Skor", "Skor IKP"))
    lines = []
    for place in range(half):
        left = (str(place + 1), scene.call(found[place][0]), scene.show(found[place][1]))
        other = place + half
        right = (
            (str(other + 1), scene.call(found[other][0]), scene.show(found[other][1]))
            if other < len(found)
            else ("", "", "")
        )
        lines.append(left + right)
    table = Table(header=head + head, rows=tuple(lines))
    return finish(scene, [[caption(scene), table]], plain_facts(scene, found))


def basis_columns(rng: random.Random) -> Written:
    """Write: Provinsi | Skor Provinsi | Rata-rata Kabupaten/Kota: two scores of each province."""
    scene = national(rng, ("ikp_2024",), least=5, most=10, glosses=False)
    found = shuffled(rng, rows(scene))
    facts: list[Fact] = []
    lines = []
    for place, (region, own, _) in enumerate(found, 1):
        mean = scene.figures.draw(rng, scene.edition, "province", "sedang")
        lines.append((str(place), scene.call(region), scene.show(own), scene.show(mean)))
        facts += [
            score(scene, region, own, basis="provinsi"),
            score(scene, region, mean, basis="agregat_kabkota"),
        ]
    own_name = scene.pick("Skor Input Provinsi", "Skor Provinsi")
    mean_name = scene.pick("Agregat Kabupaten/Kota", "Skor Agregat Kab/Kota", "Rata-rata Kabupaten/Kota")
    table = Table(header=("No", "Provinsi", own_name, mean_name), rows=tuple(lines))
    return finish(scene, [[caption(scene), table]], facts)


def levels_only(rng: random.Random) -> Written:
    """Write: No | Daerah | Kategori: levels without scores."""
    scene = provincial(rng, SCORED, least=5, most=12, glosses=False)
    found = rows(scene)
    name, cell = level_column(scene)
    columns: dict[str, Cell] = {
        "No": lambda place, _row: str(place),
        region_column(scene): lambda _place, row: scene.call(row[0]),
        name: cell,
    }
    facts = [level(scene, region, category) for region, _, category in found]
    return finish(scene, [[caption(scene), filled(columns, found)]], facts)


def level_rows(rng: random.Random) -> Written:
    """Write: A row "RAWAN TINGGI" over the rows of its regions: the level is a line of the table."""
    scene = provincial(rng, SCORED, least=5, most=10, glosses=False)
    found = rows(scene)
    lines: list[tuple[str, ...]] = []
    for category, group in by_category(found).items():
        lines.append((scene.pick(f"RAWAN {category.upper()}", f"Kategori Rawan {category.capitalize()}"), "", ""))
        lines += [(str(place), scene.call(row[0]), scene.show(row[1])) for place, row in enumerate(group, 1)]
    table = Table(header=("No", region_column(scene), "Skor"), rows=tuple(lines))
    return finish(scene, [[caption(scene), table]], level_facts(scene, found))


LAYOUTS = family(
    "score_tables",
    plain_table,
    shuffled_columns,
    rank_column,
    dimension_columns,
    two_editions,
    side_by_side,
    basis_columns,
    levels_only,
    level_rows,
)
