"""Indicators that occurred: lists, prose, headings, counts, tables, denials."""

from __future__ import annotations

import random

from pipeline.reference import Region
from roundtrip.layouts.writing import Fact, Scene, Written, family, finish, indicator, place_of, provincial
from roundtrip.paper import Heading, Items, Paragraph, Part, Table
from roundtrip.phrases import INDICATORS
from roundtrip.world import REFERENCE, word

EDITIONS = ("ikp_2024", "pemetaan_pilkada_2024", "ikp_2019")
_UNITS = ("kejadian", "kasus", "laporan")


def drawn(scene: Scene, least: int, most: int) -> list[int]:
    """Draw catalog numbers of which we have a wording."""
    return scene.rng.sample(tuple(INDICATORS), scene.rng.randint(least, most))


def phrase(scene: Scene, number: int) -> str:
    """Write an indicator in words of our own."""
    return scene.pick(*INDICATORS[number])


def catalog(number: int) -> str:
    """Write an indicator as the catalog does."""
    return REFERENCE.indicators[number].name


def capital(text: str) -> str:
    """Raise the first letter."""
    return text[:1].upper() + text[1:]


def introduced(scene: Scene, region: Region) -> str:
    """Open a list of what occurred in a region."""
    return scene.pick(
        f"Indikator kerawanan yang terjadi di {scene.call(region)}:",
        f"Berikut isu kerawanan di {scene.call(region)}:",
        f"Kerawanan yang pernah terjadi di {scene.call(region)} meliputi:",
    )


def catalog_list(rng: random.Random) -> Written:
    """Write: 1. Adanya putusan DKPP thd jajaran KPU/Bawaslu: the catalog's wording, numbered."""
    scene = provincial(rng, EDITIONS, glosses=False)
    region = place_of(scene)
    numbers = rng.sample(sorted(REFERENCE.indicators), rng.randint(4, 11))
    items = tuple(catalog(number) + scene.pick("", "", ".") for number in numbers)
    parts: list[Part] = [Paragraph(text=introduced(scene, region)), Items(items=items, ordered=True)]
    return finish(scene, [parts], [indicator(scene, region, number) for number in numbers])


def own_words_list(rng: random.Random) -> Written:
    """Write: - Praktik politik uang / - ASN yang tidak netral: near the catalog, not in its words."""
    scene = provincial(rng, EDITIONS, glosses=False)
    region = place_of(scene)
    numbers = drawn(scene, 3, 8)
    items = tuple(capital(phrase(scene, number)) + scene.pick("", ";", ".") for number in numbers)
    parts: list[Part] = [
        Paragraph(text=introduced(scene, region)),
        Items(items=items, ordered=rng.random() < 0.4),
    ]
    return finish(scene, [parts], [indicator(scene, region, number) for number in numbers])


def semicolons(rng: random.Random) -> Written:
    """Write: Kerawanan di Kabupaten A antara lain: politik uang; ASN yang tidak netral; surat suara tertukar."""
    scene = provincial(rng, EDITIONS, glosses=False)
    region = place_of(scene)
    numbers = drawn(scene, 3, 7)
    chain = "; ".join(phrase(scene, number) for number in numbers)
    text = f"Kerawanan yang terjadi di {scene.call(region)} antara lain: {chain}."
    return finish(scene, [[Paragraph(text=text)]], [indicator(scene, region, number) for number in numbers])


def indicators_in_prose(rng: random.Random) -> Written:
    """Write: Di Kabupaten A kerawanannya terkait politik uang, ASN yang tidak netral, dan surat suara tertukar."""
    scene = provincial(rng, EDITIONS)
    groups: list[list[Part]] = []
    facts: list[Fact] = []
    for region in scene.regions[: rng.randint(1, 3)]:
        numbers = drawn(scene, 1, 4)
        chain = scene.join([phrase(scene, number) for number in numbers])
        name = scene.call(region)
        text = scene.pick(
            f"Di {name} kerawanannya terkait {chain}.",
            f"Isu kerawanan di {name} yakni {chain}.",
            f"“Yang terjadi di {name} antara lain {chain},” kata {scene.speaker}.",
            f"Potensi kerawanan di {name} di antaranya {chain}.",
        )
        groups.append([Paragraph(text=text)])
        facts += [indicator(scene, region, number) for number in numbers]
    return finish(scene, groups, facts)


def regions_behind(rng: random.Random) -> Written:
    """Write: 1. Praktik politik uang: Kabupaten A, B, dan C."""
    scene = provincial(rng, EDITIONS, least=4, glosses=False)
    facts: list[Fact] = []
    items = []
    for number in drawn(scene, 3, 6):
        where = rng.sample(scene.regions, rng.randint(1, 3))
        items.append(f"{capital(phrase(scene, number))}: {scene.join(scene.calls(where))}")
        facts += [indicator(scene, region, number) for region in where]
    head = scene.pick("Isu kerawanan dan daerahnya:", "Indikator kerawanan menurut daerah kejadian:")
    return finish(scene, [[Paragraph(text=head), Items(items=tuple(items), ordered=True)]], facts)


def headed_by_indicator(rng: random.Random) -> Written:
    """Write: Praktik politik uang / - Kabupaten A / - Kabupaten B: an indicator as heading, regions below."""
    scene = provincial(rng, EDITIONS, least=4, glosses=False)
    groups: list[list[Part]] = []
    facts: list[Fact] = []
    for number in drawn(scene, 2, 4):
        where = rng.sample(scene.regions, rng.randint(1, 3))
        head = scene.pick(capital(phrase(scene, number)), catalog(number))
        groups.append([Heading(text=head, level=2), Items(items=tuple(scene.calls(where)), ordered=False)])
        facts += [indicator(scene, region, number) for region in where]
    groups[0].insert(0, Paragraph(text="Isu kerawanan dan daerah terjadinya sebagai berikut."))
    return finish(scene, groups, facts, quiet=True)


def headed_by_region(rng: random.Random) -> Written:
    """Write: Kabupaten A / - praktik politik uang / - surat suara tertukar: a region as heading."""
    scene = provincial(rng, EDITIONS, least=3, glosses=False)
    groups: list[list[Part]] = []
    facts: list[Fact] = []
    opening = Paragraph(text="Kerawanan yang pernah terjadi di tiap daerah sebagai berikut.")
    for region in scene.regions[:3]:
        numbers = drawn(scene, 2, 4)
        items = tuple(capital(phrase(scene, number)) for number in numbers)
        head: Part = Heading(text=scene.call(region), level=2)
        if rng.random() < 0.5:
            head = Paragraph(text=f"{scene.call(region)}:")
        groups.append([head, Items(items=items, ordered=rng.random() < 0.5)])
        facts += [indicator(scene, region, number) for number in numbers]
    groups[0].insert(0, opening)
    return finish(scene, groups, facts, quiet=True)


def with_counts(rng: random.Random) -> Written:
    """Write: - Praktik politik uang (5 kejadian); surat suara yang tertukar sebanyak tiga kasus."""
    scene = provincial(rng, EDITIONS, glosses=False)
    region = place_of(scene)
    unit = rng.choice(_UNITS)
    facts: list[Fact] = []
    items = []
    for number in drawn(scene, 3, 6):
        count = rng.randint(2, 40)
        amount = scene.pick(str(count), str(count), word(count))
        name = capital(phrase(scene, number))
        items.append(
            scene.pick(
                f"{name} ({amount} {unit})",
                f"{name} sebanyak {amount} {unit}",
                f"{name}: {amount} {unit}",
                f"{name}, {amount} {unit}",
            )
        )
        facts.append(indicator(scene, region, number, count=count, unit=unit))
    parts: list[Part] = [Paragraph(text=introduced(scene, region)), Items(items=tuple(items), ordered=False)]
    return finish(scene, [parts], facts)


def counted_events(rng: random.Random) -> Written:
    """Write: Di Kabupaten A tercatat 5 kejadian politik uang dan 3 kejadian surat suara yang tertukar."""
    scene = provincial(rng, EDITIONS)
    region = scene.regions[0]
    unit = rng.choice(_UNITS[:2])
    facts: list[Fact] = []
    chain = []
    for number in drawn(scene, 2, 4):
        count = rng.randint(2, 30)
        amount = scene.pick(str(count), word(count))
        chain.append(f"{amount} {unit} {phrase(scene, number)}")
        facts.append(indicator(scene, region, number, count=count, unit=unit))
    text = scene.pick(
        f"Di {scene.call(region)} tercatat {scene.join(chain)}.",
        f"Bawaslu mencatat {scene.join(chain)} di {scene.call(region)}.",
    )
    return finish(scene, [[Paragraph(text=text)]], facts)


def count_table(rng: random.Random) -> Written:
    """Write: No | Indikator | Jumlah Kejadian: the indicators of one region."""
    scene = provincial(rng, EDITIONS, glosses=False)
    region = place_of(scene)
    facts: list[Fact] = []
    lines = []
    for place, number in enumerate(drawn(scene, 4, 9), 1):
        count = rng.randint(1, 60)
        text = catalog(number) if rng.random() < 0.5 else capital(phrase(scene, number))
        lines.append((str(place), text, str(count)))
        facts.append(indicator(scene, region, number, count=count))
    header = (
        "No",
        scene.pick("Indikator", "Indikator Kerawanan"),
        scene.pick("Jumlah Kejadian", "Jumlah", "Kejadian"),
    )
    head = Paragraph(text=f"Tabel 2. Indikator kerawanan yang terjadi di {scene.call(region)}")
    return finish(scene, [[head, Table(header=header, rows=tuple(lines))]], facts)


def region_table(rng: random.Random) -> Written:
    """Write: Indikator | Daerah: each indicator with the regions in which it occurred."""
    scene = provincial(rng, EDITIONS, least=4, glosses=False)
    facts: list[Fact] = []
    lines = []
    for place, number in enumerate(drawn(scene, 3, 6), 1):
        where = rng.sample(scene.regions, rng.randint(1, 3))
        lines.append((str(place), capital(phrase(scene, number)), ", ".join(scene.calls(where))))
        facts += [indicator(scene, region, number) for region in where]
    header = ("No", scene.pick("Indikator", "Isu Kerawanan"), scene.pick("Kabupaten/Kota", "Daerah Kejadian"))
    return finish(
        scene,
        [[Paragraph(text="Tabel 1. Indikator dan daerah terjadinya"), Table(header=header, rows=tuple(lines))]],
        facts,
    )


def matrix(rng: random.Random) -> Written:
    """Write: Kabupaten/Kota | Politik uang | ASN tidak netral: a mark where it occurred."""
    scene = provincial(rng, EDITIONS, least=4, glosses=False)
    numbers = drawn(scene, 2, 4)
    yes, no = rng.choice((("Ada", "-"), ("v", ""), ("✓", "-"), ("Ya", "Tidak")))
    facts: list[Fact] = []
    lines = []
    for region in scene.regions:
        held = [rng.random() < 0.5 for _ in numbers]
        lines.append((scene.call(region), *(yes if one else no for one in held)))
        facts += [indicator(scene, region, number) for number, one in zip(numbers, held, strict=True) if one]
    header = ("Kabupaten/Kota", *(capital(phrase(scene, number)) for number in numbers))
    head = Paragraph(text="Tabel 3. Isu kerawanan yang terjadi menurut kabupaten/kota")
    return finish(scene, [[head, Table(header=header, rows=tuple(lines))]], facts)


def denied_indicator(rng: random.Random) -> Written:
    """Write: Di Kabupaten A terjadi politik uang; surat suara tertukar tidak ditemukan di daerah ini."""
    scene = provincial(rng, EDITIONS)
    region = scene.regions[0]
    number, other = drawn(scene, 2, 2)
    name, there, absent = scene.call(region), phrase(scene, number), phrase(scene, other)
    text = scene.pick(
        f"Di {name} terjadi {there}. Sebaliknya, {absent} tidak ditemukan.",
        f"Isu kerawanan di {name} ialah {there}, sedangkan {absent} tidak terjadi di sana.",
        f"Tidak ada {absent} di {name}; yang terjadi ialah {there}.",
    )
    return finish(scene, [[Paragraph(text=text)]], [indicator(scene, region, number)])


LAYOUTS = family(
    "indicators",
    catalog_list,
    own_words_list,
    semicolons,
    indicators_in_prose,
    regions_behind,
    headed_by_indicator,
    headed_by_region,
    with_counts,
    counted_events,
    count_table,
    region_table,
    matrix,
    denied_indicator,
)
