"""Levels without scores: lists below headings, prose, zones, exceptions, denials, levels one to six."""

from __future__ import annotations

import random
from decimal import Decimal

from pipeline.model import Category
from pipeline.reference import Region
from roundtrip.layouts.writing import (
    Fact,
    Scene,
    Written,
    family,
    finish,
    level,
    national,
    provincial,
    score,
    tally,
)
from roundtrip.paper import Heading, Items, Paragraph, Part
from roundtrip.world import CATEGORIES, LEVELLED, between, members, word

_ZONES: dict[Category, str] = {"tinggi": "merah", "sedang": "kuning", "rendah": "hijau"}


def parted(scene: Scene) -> dict[Category, list[Region]]:
    """Give each region in view a level; levels without any are left out."""
    drawn = [(region, scene.rng.choice(CATEGORIES)) for region in scene.regions]
    groups = {category: [region for region, held in drawn if held == category] for category in CATEGORIES}
    return {category: group for category, group in groups.items() if group}


def level_facts(scene: Scene, groups: dict[Category, list[Region]]) -> list[Fact]:
    """State the level of every region."""
    return [level(scene, region, category) for category, group in groups.items() for region in group]


def listed_below_headings(rng: random.Random) -> Written:
    """Write: Kategori rawan sedang: / 1. Aceh / 2. Jawa Tengah."""
    scene = (national if rng.random() < 0.5 else provincial)(rng, LEVELLED, least=5, most=12)
    groups = parted(scene)
    parts: list[list[Part]] = []
    for category, group in groups.items():
        head = scene.pick(
            f"Daerah dengan kategori rawan {category}:",
            f"Rawan {category}",
            f"Kerawanan {category.capitalize()}",
            f"Daftar daerah kerawanan {category} yaitu:",
        )
        title: Part = Heading(text=head, level=2) if rng.random() < 0.5 else Paragraph(text=head)
        parts.append([title, Items(items=tuple(scene.calls(group)), ordered=rng.random() < 0.7)])
    return finish(scene, parts, level_facts(scene, groups))


def counted_levels(rng: random.Random) -> Written:
    """Write: Tiga daerah masuk kategori rawan tinggi, yakni A, B, dan C; tujuh lainnya rawan sedang, yaitu ..."""
    scene = provincial(rng, LEVELLED, least=6, most=10)
    groups = parted(scene)
    facts = level_facts(scene, groups)
    parts: list[list[Part]] = []
    for category, group in groups.items():
        count = scene.pick(word(len(group)), str(len(group)))
        text = scene.pick(
            f"Sebanyak {count} daerah masuk kategori rawan {category}, yakni {scene.join(scene.calls(group))}.",
            f"Ada {count} kabupaten/kota yang tergolong rawan {category}: {scene.join(scene.calls(group))}.",
            f"Di {scene.home.name}, {count} daerah berstatus kerawanan {category} "
            f"yaitu {scene.join(scene.calls(group))}.",
        )
        parts.append([Paragraph(text=text)])
        facts.append(tally(scene, category, len(group)))
    return finish(scene, parts, facts)


def zones(rng: random.Random) -> Written:
    """Write: Zona merah berarti rawan tinggi ... A dan B berada di zona merah."""
    scene = provincial(rng, LEVELLED, least=5, most=9)
    groups = parted(scene)
    legend = "Zona merah berarti rawan tinggi, zona kuning rawan sedang, dan zona hijau rawan rendah."
    parts: list[list[Part]] = [[Paragraph(text=legend)]]
    for category, group in groups.items():
        names = scene.join(scene.calls(group))
        zone = _ZONES[category]
        text = scene.pick(
            f"{names} berada di zona {zone}.",
            f"Yang masuk zona {zone} yakni {names}.",
            f"Sementara itu, zona {zone} ditempati {names}.",
        )
        parts.append([Paragraph(text=text)])
    return finish(scene, parts, level_facts(scene, groups))


def single(rng: random.Random) -> Written:
    """Write: Kabupaten A berstatus kerawanan sedang: one region, many ways to say it."""
    scene = provincial(rng, LEVELLED)
    region = scene.regions[0]
    category = rng.choice(CATEGORIES)
    name = scene.call(region)
    text = scene.pick(
        f"{name} berstatus kerawanan {category}.",
        f"Tingkat kerawanan di {name} tergolong {category}.",
        f"{name} berada pada tingkat kerawanan {category}.",
        f"“{name} masuk dalam kategori rawan {category},” kata {scene.speaker}.",
        f"Indeks kerawanan {name} dinyatakan {category}.",
        f"{name} terkategori rawan {category}.",
    )
    return finish(scene, [[Paragraph(text=text)]], [level(scene, region, category)])


def elliptic(rng: random.Random) -> Written:
    """Write: A dan B rawan sedang, sedangkan C rendah."""
    scene = provincial(rng, LEVELLED, least=3, most=6)
    one, two = rng.sample(CATEGORIES, 2)
    cut = rng.randint(1, len(scene.regions) - 1)
    first, second = scene.regions[:cut], scene.regions[cut:]
    link = scene.pick(", sedangkan", ", sementara", "; adapun")
    repeat = scene.pick("rawan ", "")
    text = (
        f"{scene.join(scene.calls(first))} masuk kategori rawan {one}{link} "
        f"{scene.join(scene.calls(second))} {repeat}{two}."
    )
    groups: dict[Category, list[Region]] = {one: list(first), two: list(second)}
    return finish(scene, [[Paragraph(text=text)]], level_facts(scene, groups))


def excepted(rng: random.Random) -> Written:
    """Write: Semua daerah rawan sedang, kecuali A dan B yang rawan tinggi: only those named are sure."""
    scene = provincial(rng, LEVELLED, least=1, most=3)
    most, other = rng.sample(CATEGORIES, 2)
    names = scene.join(scene.calls(scene.regions))
    text = scene.pick(
        f"Seluruh kabupaten/kota di {scene.home.name} masuk kategori rawan {most}, kecuali {names} "
        f"yang masuk kategori rawan {other}.",
        f"Kecuali {names} yang tergolong rawan {other}, semua kabupaten/kota di {scene.home.name} rawan {most}.",
    )
    rest = [region for region in members(scene.home) if region not in scene.regions]
    facts = [level(scene, region, other) for region in scene.regions]
    facts += [level(scene, region, most, optional=True) for region in rest]
    facts.append(tally(scene, most, len(rest), optional=True))
    facts.append(tally(scene, other, len(scene.regions), optional=True))
    return finish(scene, [[Paragraph(text=text)]], facts, quiet=True)


def denied_level(rng: random.Random) -> Written:
    """Write: A tidak masuk kategori rawan tinggi, melainkan rawan sedang."""
    scene = provincial(rng, LEVELLED)
    region = scene.regions[0]
    name = scene.call(region)
    false, true = rng.sample(CATEGORIES, 2)
    text = scene.pick(
        f"{name} tidak masuk kategori rawan {false}, melainkan rawan {true}.",
        f"{name} bukan daerah rawan {false}; daerah ini masuk kategori rawan {true}.",
        f"Banyak yang mengira {name} selalu rawan {false}, padahal menurut pemetaan {name} masuk "
        f"kategori rawan {true}.",
        f"{name} tidak lagi masuk rawan {false}. Kini {name} masuk kategori rawan {true}.",
    )
    was = [level(scene, region, false, edition=None, previous=True, optional=True)] if "lagi" in text else []
    return finish(scene, [[Paragraph(text=text)]], [level(scene, region, true), *was])


def changed(rng: random.Random) -> Written:
    """Write: Pada IKP 2019 rawan tinggi, pada IKP 2024 rawan sedang."""
    scene = provincial(rng, ("ikp_2024",))
    region = scene.regions[0]
    name = scene.call(region)
    was, now = rng.sample(CATEGORIES, 2)
    text = scene.pick(
        f"Pada IKP 2019 {name} masuk kategori rawan {was}, sedangkan pada IKP 2024 masuk kategori rawan {now}.",
        f"{name} kini masuk kategori rawan {now}. Pada IKP 2019, {name} masuk kategori rawan {was}.",
        f"Kategori {name} berubah dari rawan {was} pada IKP 2019 menjadi rawan {now} pada IKP 2024.",
    )
    facts = [level(scene, region, now), level(scene, region, was, edition="ikp_2019", previous=True)]
    return finish(scene, [[Paragraph(text=text)]], facts)


def one_to_six(rng: random.Random) -> Written:
    """Write: Kabupaten A berada di level 5 atau rawan tinggi dengan skor 57,02 (2020)."""
    scene = provincial(rng, ("ikp_pilkada_2020",))
    rungs = {"rendah": ((1, "10", "35"), (2, "36", "42")), "sedang": ((3, "44", "49"), (4, "51", "56"))}
    rungs["tinggi"] = ((5, "58", "63"), (6, "66", "88"))
    facts: list[Fact] = []
    parts: list[list[Part]] = []
    for region in scene.regions[:3]:
        category = rng.choice(CATEGORIES)
        rung, low, high = rng.choice(rungs[category])
        value = between(rng, Decimal(low), Decimal(high), scene.figures.places)
        name, said = scene.call(region), scene.pick(str(rung), word(rung))
        text = scene.pick(
            f"{name} berada di level {said} atau rawan {category} dengan skor {scene.show(value)}.",
            f"{name} masuk kategori rawan {category}, yakni level {said}, dengan skor {scene.show(value)}.",
            f"Skor {name} {scene.show(value)} pada level {said}, masuk kategori rawan {category}.",
        )
        parts.append([Paragraph(text=text)])
        facts.append(score(scene, region, value, category, level=rung))
    return finish(scene, parts, facts)


LAYOUTS = family(
    "levels",
    listed_below_headings,
    counted_levels,
    zones,
    single,
    elliptic,
    excepted,
    denied_level,
    changed,
    one_to_six,
)
