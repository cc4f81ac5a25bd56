"""Scores in lists: numbered, bulleted or one a line; the level beside, before or behind."""

from __future__ import annotations

import random
from decimal import Decimal

from pipeline.model import Category
from pipeline.reference import Region
from roundtrip.layouts.writing import Fact, Scene, Written, family, finish, national, provincial, score, tally
from roundtrip.paper import Heading, Items, Paragraph, Part
from roundtrip.world import CATEGORIES, SCORED, word

PROVINCE_EDITIONS = ("ikp_2024", "ikp_2019")
Row = tuple[Region, Decimal, Category]


def rows(scene: Scene, categories: tuple[Category, ...] = CATEGORIES) -> list[Row]:
    """Give each region in view a level and a score that fits, highest first; no two scores are equal."""
    drawn: dict[Decimal, tuple[Region, Category]] = {}
    for region in scene.regions:
        category = scene.rng.choice(categories)
        drawn[scene.figures.draw(scene.rng, scene.edition, scene.level, category)] = (region, category)
    return [(drawn[value][0], value, drawn[value][1]) for value in sorted(drawn, reverse=True)]


def by_category(found: list[Row]) -> dict[Category, list[Row]]:
    """Part rows by level, tinggi first; levels without any are left out."""
    parted = {category: [row for row in found if row[2] == category] for category in CATEGORIES}
    return {category: group for category, group in parted.items() if group}


def item(scene: Scene, region: Region, value: Decimal) -> str:
    """Write one region with its score as list items do."""
    name, figure = scene.call(region), scene.show(value)
    return scene.pick(
        f"{name} dengan skor {figure}",
        f"{name} dengan skor IKP {figure}",
        f"{name} skor {figure}",
        f"{name}, skor {figure}",
        f"{name} skornya {figure}",
        f"{name} dengan nilai {figure}",
    )


def plain_facts(scene: Scene, found: list[Row]) -> list[Fact]:
    """State scores whose level the text does not tell."""
    return [score(scene, region, value) for region, value, _ in found]


def level_facts(scene: Scene, found: list[Row]) -> list[Fact]:
    """State scores with their levels."""
    return [score(scene, region, value, category) for region, value, category in found]


def headed_lists(rng: random.Random) -> Written:
    """Write: Rawan Sedang: / 1. Kabupaten A dengan skor 41,20 (the numbers start anew below each heading)."""
    scene = provincial(rng, SCORED, least=5)
    found = rows(scene)
    groups: list[list[Part]] = []
    for category, group in by_category(found).items():
        head = scene.pick(
            f"Kategori rawan {category}", f"Kerawanan {category}:", f"Daftar daerah kategori rawan {category}"
        )
        items = tuple(item(scene, region, value) for region, value, _ in group)
        title: Part = Heading(text=head, level=2) if rng.random() < 0.6 else Paragraph(text=head)
        groups.append([title, Items(items=items, ordered=rng.random() < 0.7)])
    return finish(scene, groups, level_facts(scene, found))


def bulleted_pairs(rng: random.Random) -> Written:
    """Write: - Kabupaten A: 41,20 (no level anywhere)."""
    scene = provincial(rng, SCORED)
    found = rows(scene)
    mark = scene.pick(": ", " : ", " - ", " = ")
    head = scene.pick(
        "Skor IKP tiap daerah sebagai berikut:", "Berikut skor IKP kabupaten/kota:", "Rincian skornya:"
    )
    items = tuple(f"{scene.call(region)}{mark}{scene.show(value)}" for region, value, _ in found)
    rng.shuffle(order := list(items))
    groups: list[list[Part]] = [[Paragraph(text=head), Items(items=tuple(order), ordered=False)]]
    return finish(scene, groups, plain_facts(scene, found))


def ranked_list(rng: random.Random) -> Written:
    """Write: 1. Kabupaten A (41,20): the list runs from the highest down, so its numbers are ranks."""
    scene = provincial(rng, SCORED, least=5)
    found = rows(scene)
    head = scene.pick(
        f"Urutan daerah dengan skor tertinggi di {scene.home.name}:",
        f"Peringkat kerawanan kabupaten/kota di {scene.home.name}, dari yang tertinggi:",
    )
    mark = scene.pick("{} ({})", "{} dengan skor {}", "{}: {}", "{} skor {}")
    items = tuple(mark.format(scene.call(region), scene.show(value)) for region, value, _ in found)
    facts = [
        score(scene, region, value, rank=place, rank_scope="provinsi")
        for place, (region, value, _) in enumerate(found, 1)
    ]
    return finish(scene, [[Paragraph(text=head), Items(items=items, ordered=True)]], facts)


def rising_list(rng: random.Random) -> Written:
    """Write: 1. Kabupaten A (12,20) 2. Kabupaten B (14,00): from the lowest up, so its numbers are no ranks."""
    scene = provincial(rng, SCORED, least=4)
    found = rows(scene)[::-1]
    items = tuple(f"{scene.call(region)} ({scene.show(value)})" for region, value, _ in found)
    head = scene.pick("Skor tiap daerah dari yang terendah:", "Skor IKP diurutkan dari yang paling rendah:")
    groups: list[list[Part]] = [[Paragraph(text=head), Items(items=items, ordered=True)]]
    return finish(scene, groups, plain_facts(scene, found))


def level_in_item(rng: random.Random) -> Written:
    """Write: 1. Kabupaten A, skor 41,20 (rawan sedang)."""
    scene = provincial(rng, SCORED, glosses=False)
    found = rows(scene)
    mark = scene.pick(
        "{}, skor {} (rawan {})",
        "{} dengan skor {}, kategori {}",
        "{} skor {} kategori rawan {}",
        "{} – {} – {}",
        "{}: {} (kerawanan {})",
        "{} ({}), rawan {}",
    )
    rng.shuffle(order := list(found))
    items = tuple(mark.format(scene.call(region), scene.show(value), level) for region, value, level in order)
    head = scene.pick("Rincian skor dan kategori:", "Hasil IKP per daerah:", "Skor dan tingkat kerawanan:")
    groups: list[list[Part]] = [[Paragraph(text=head), Items(items=items, ordered=rng.random() < 0.5)]]
    return finish(scene, groups, level_facts(scene, found))


def level_behind_list(rng: random.Random) -> Written:
    """Write: - Kabupaten A (41,20) ... Ketiga daerah itu masuk kategori rawan sedang."""
    scene = provincial(rng, SCORED, least=3, most=6)
    category = rng.choice(CATEGORIES)
    found = rows(scene, (category,))
    items = tuple(item(scene, region, value) for region, value, _ in found)
    count = word(len(found))
    tail = scene.pick(
        f"Ke{count} daerah tersebut masuk kategori rawan {category}.",
        f"Ke{count} daerah di atas tergolong rawan {category}.",
        f"Semua daerah dalam daftar itu berada pada kategori kerawanan {category}.",
    )
    head = scene.pick("Skor IKP daerah yang disorot:", "Berikut skor sejumlah kabupaten/kota:")
    parts: list[Part] = [Paragraph(text=head), Items(items=items, ordered=False), Paragraph(text=tail)]
    return finish(scene, [parts], [*level_facts(scene, found), tally(scene, category, len(found), optional=True)])


def provinces_headed(rng: random.Random) -> Written:
    """Write: Provinces in numbered lists below a level each: 1. Jabar dengan skor 77,04."""
    scene = national(rng, PROVINCE_EDITIONS, least=6, most=14)
    found = rows(scene)
    groups: list[list[Part]] = []
    facts = level_facts(scene, found)
    for category, group in by_category(found).items():
        tail = scene.pick("", f" ({len(group)} provinsi)", ":")
        if "provinsi" in tail:
            facts.append(tally(scene, category, len(group)))
        head = Heading(text=f"Provinsi Kategori Rawan {category.capitalize()}{tail}", level=2)
        items = tuple(item(scene, region, value) for region, value, _ in group)
        groups.append([head, Items(items=items, ordered=True)])
    return finish(scene, groups, facts)


def one_a_line(rng: random.Random) -> Written:
    """Write: Kabupaten A dengan skor 72.62 kategori Kerawanan Tinggi: a paragraph a region, no marker."""
    scene = provincial(rng, SCORED, glosses=False)
    found = rows(scene)
    mark = scene.pick(
        "{} dengan skor {} kategori kerawanan {}",
        "{} skor {}, masuk kategori rawan {}.",
        "{} memperoleh skor {} dan tergolong rawan {}.",
    )
    capital = rng.random() < 0.3
    lines: list[Part] = []
    for region, value, level in found:
        name = level.capitalize() if capital else level
        lines.append(Paragraph(text=mark.format(scene.call(region), scene.show(value), name)))
    return finish(scene, [lines], level_facts(scene, found))


LAYOUTS = family(
    "score_lists",
    headed_lists,
    bulleted_pairs,
    ranked_list,
    rising_list,
    level_in_item,
    level_behind_list,
    provinces_headed,
    one_a_line,
)
