"""Scores in running text: coordinated, elided, shared, compared, far from their levels."""

from __future__ import annotations

import random
from collections.abc import Sequence
from decimal import Decimal

from pipeline.reference import Region
from roundtrip.layouts.score_lists import Row, by_category, level_facts, plain_facts, rows
from roundtrip.layouts.writing import Fact, Scene, Written, family, finish, national, provincial, score, tally
from roundtrip.paper import Paragraph
from roundtrip.world import (
    CATEGORIES,
    SCORED,
    between,
    homes,
    is_shared,
    members,
    nickname,
    ordinal,
    word,
)

CENTURY = ("ikp_2024", "ikp_2019", "ikp_pilkada_2020")
"""Editions with scores up to 100."""


def pairs(scene: Scene, found: Sequence[Row], mark: str) -> str:
    """Write regions with their scores, one after the other, in one phrase."""
    return scene.join([mark.format(scene.call(region), scene.show(value)) for region, value, _ in found])


def coordinated(rng: random.Random) -> Written:
    """Write: Kabupaten A dan Kota B dengan nilai 91,00 dan 86,00."""
    scene = provincial(rng, SCORED, least=2, most=2)
    found = rows(scene)
    names = " dan ".join(scene.calls(region for region, _, _ in found))
    values = " dan ".join(scene.shows(value for _, value, _ in found))
    text = scene.pick(
        f"Dua daerah dengan skor tertinggi ialah {names} dengan nilai {values}.",
        f"{names} masing-masing memperoleh skor {values}.",
        f"Skor IKP {names} masing-masing {values}.",
        f"{names} dengan skor masing-masing {values} menjadi perhatian pengawas.",
    )
    return finish(scene, [[Paragraph(text=text)]], plain_facts(scene, found))


def respectively(rng: random.Random) -> Written:
    """Write: A, B, dan C masing-masing memperoleh skor 41,20, 39,10, dan 38,00."""
    scene = provincial(rng, SCORED, least=3, most=4, glosses=False)
    found = rows(scene)
    names = ", ".join(scene.calls(region for region, _, _ in found[:-1])) + f" dan {scene.call(found[-1][0])}"
    values = "; ".join(scene.shows(value for _, value, _ in found[:-1])) + f" dan {scene.show(found[-1][1])}"
    text = scene.pick(
        f"{names} masing-masing memperoleh skor {values}.",
        f"{names} memiliki skor berturut-turut {values}.",
        f"Sementara {names} masing-masing memiliki skor IKP {values}.",
    )
    return finish(scene, [[Paragraph(text=text)]], plain_facts(scene, found))


def shared_score(rng: random.Random) -> Written:
    """Write: A, B, dan C yang masing-masing IKP-nya 1,42: one figure for several regions."""
    scene = provincial(rng, SCORED, least=3, most=4)
    value = scene.figures.draw(rng, scene.edition, scene.level, "sedang")
    names = scene.join(scene.calls(scene.regions))
    figure = scene.show(value)
    text = scene.pick(
        f"{names} sama-sama memperoleh skor {figure}.",
        f"Ada pula {names} yang masing-masing skor IKP-nya {figure}.",
        f"{names} mendapat skor yang sama, yakni {figure}.",
    )
    facts = [score(scene, region, value) for region in scene.regions]
    return finish(scene, [[Paragraph(text=text)]], facts)


def elided_prefix(rng: random.Random) -> Written:
    """Write: Kabupaten A (51,1), B (52,2), dan C (44,0): the prefix is said once."""
    scene = provincial(rng, SCORED, least=8, most=40)
    kind = "regency" if sum(region.level == "regency" for region in scene.regions) > 2 else "city"
    found = [row for row in rows(scene) if row[0].level == kind][: rng.randint(3, 6)]
    prefix = "Kabupaten" if kind == "regency" else "Kota"
    mark = scene.pick("{} ({})", "{} skor {}", "{} {}")
    chain = scene.join([mark.format(region.short, scene.show(value)) for region, value, _ in found])
    text = scene.pick(
        f"Skor IKP tertinggi ada di {prefix} {chain}.",
        f"Daerah dengan skor kerawanan tertinggi yaitu {prefix} {chain}.",
        f"Berikutnya {prefix} {chain} menurut skor IKP.",
    )
    return finish(scene, [[Paragraph(text=text)]], plain_facts(scene, found))


def level_first(rng: random.Random) -> Written:
    """Write: Yang masuk kategori rawan tinggi yakni A (72,1) dan B (70,0). Sementara kategori sedang C (41,2)."""
    scene = provincial(rng, SCORED, least=5)
    parted = by_category(rows(scene))
    facts: list[Fact] = []
    sentences = []
    for place, (category, group) in enumerate(parted.items()):
        chain = pairs(scene, group, scene.pick("{} ({})", "{} (skor {})", "{} dengan skor {}", "{} skor {}"))
        opening = scene.pick("Sementara", "Sedangkan", "Adapun") if place else "Menurut data itu,"
        counted = rng.random() < 0.4 and len(group) > 1
        count = f"{word(len(group))} " if counted else ""
        sentences.append(f"{opening} {count}daerah yang masuk kategori rawan {category} yakni {chain}.")
        facts += level_facts(scene, group)
        facts.append(tally(scene, category, len(group), optional=not counted))
    return finish(scene, [[Paragraph(text=" ".join(sentences))]], facts)


def level_last(rng: random.Random) -> Written:
    """Write: Kabupaten A (20,7), B (15,2), dan C (14) masuk kategori rawan sedang."""
    scene = provincial(rng, SCORED, least=5)
    groups = []
    facts: list[Fact] = []
    for category, group in by_category(rows(scene)).items():
        chain = pairs(scene, group, scene.pick("{} ({})", "{} dengan skor {}", "{} (IKP {})"))
        verb = scene.pick("masuk kategori rawan", "tergolong rawan", "berada di kategori kerawanan")
        groups.append([Paragraph(text=f"{chain} {verb} {category}.")])
        facts += level_facts(scene, group)
    return finish(scene, groups, facts)


def one_region(rng: random.Random) -> Written:
    """Write: Skor IKP Kabupaten A 56,38 ... (two paragraphs on) daerah ini masuk kategori rawan tinggi."""
    scene = provincial(rng, SCORED, least=4)
    region, value, category = rows(scene)[0]
    name, figure = scene.call(region), scene.show(value)
    first = scene.pick(
        f"Skor IKP {name} mencapai {figure}.",
        f"Skor kerawanan {name} berada di angka {figure}.",
        f"Untuk {name}, indeksnya sebesar {figure}.",
        f"{name} memperoleh skor IKP {figure}.",
    )
    second = scene.pick(
        f"“Dengan skor itu, {name} masuk kategori rawan {category},” kata {scene.speaker}.",
        f"Dengan demikian {name} tergolong daerah dengan kerawanan {category}.",
        f"Kategori {name} adalah rawan {category}, ujar {scene.speaker}.",
    )
    groups = [[Paragraph(text=first)], [Paragraph(text=second)]]
    return finish(scene, groups, [score(scene, region, value, category)])


def two_bases(rng: random.Random) -> Written:
    """Write: A province twice: 66,53 by its own input, 45,18 as the mean of its kabupaten and kota."""
    scene = national(rng, ("ikp_2024",), least=2, most=3)
    facts: list[Fact] = []
    groups = []
    for region in scene.regions:
        own, mean = (
            scene.figures.draw(rng, scene.edition, "province", category) for category in ("tinggi", "sedang")
        )
        name = scene.call(region)
        text = scene.pick(
            f"Menurut input Bawaslu provinsi, skor {name} {scene.show(own)}, sedangkan menurut agregat "
            f"kabupaten/kota {scene.show(mean)}.",
            f"{name} memperoleh skor {scene.show(own)} berdasarkan input tingkat provinsi. Berdasarkan agregasi "
            f"kabupaten/kota, skor {name} {scene.show(mean)}.",
        )
        groups.append([Paragraph(text=text)])
        facts += [
            score(scene, region, own, basis="provinsi"),
            score(scene, region, mean, basis="agregat_kabkota"),
        ]
    return finish(scene, groups, facts)


def twins(rng: random.Random) -> Written:
    """Write: Kabupaten X 45,20 dan Kota X 31,10: one name, two regions."""
    edition = rng.choice(SCORED)
    fit = [home for home in homes(edition, 4) if len(_twins(home)) > 1]
    scene = provincial(rng, (edition,))
    home = rng.choice(fit)
    short = rng.choice(sorted({region.short for region in _twins(home)}))
    county, city = sorted((region for region in _twins(home) if region.short == short), key=_by_level)
    one, two = (scene.figures.draw(rng, edition, "regency", category) for category in ("sedang", "tinggi"))
    first, second = scene.show(one), scene.show(two)
    text = scene.pick(
        f"Skor {county.name} {first}, sedangkan {city.name} {second}.",
        f"{city.name} dengan skor {second} lebih rawan daripada {county.name} dengan skor {first}.",
        f"{county.name} ({first}) dan {city.name} ({second}) sama-sama dipantau.",
        f"Kabupaten {short} memperoleh skor {first}. Kota {short} memperoleh skor {second}.",
    )
    facts = [score(scene, county, one), score(scene, city, two)]
    return finish(scene, [[Paragraph(text=text)]], facts, quiet=True)


def _twins(home: Region) -> list[Region]:
    places = [region for region in members(home) if is_shared(region)]
    names = [region.short for region in places]
    return [region for region in places if names.count(region.short) == 2]


def _by_level(region: Region) -> bool:
    return region.level == "city"


def compared(rng: random.Random) -> Written:
    """Write: Pada IKP 2019 hanya 35,07, tetapi pada IKP 2024 menjadi 55,32: the old value is the old edition's."""
    scene = provincial(rng, ("ikp_2024",))
    region = scene.regions[0]
    old = scene.figures.draw(rng, "ikp_2019", "regency", "sedang")
    new = between(rng, old + 2, Decimal(97), scene.figures.places)
    name, was, now = scene.call(region), scene.show(old), scene.show(new)
    text = scene.pick(
        f"Skor {name} pada IKP 2019 hanya {was}, tetapi pada IKP 2024 menjadi {now}.",
        f"{name} naik dari {was} pada IKP 2019 menjadi {now} pada IKP 2024.",
        f"Pada IKP 2024 skor {name} {now}. Pada IKP 2019 skornya {was}.",
    )
    facts = [score(scene, region, new), score(scene, region, old, edition="ikp_2019", previous=True)]
    return finish(scene, [[Paragraph(text=text)]], facts)


def behind_another(rng: random.Random) -> Written:
    """Write: A di urutan kedua setelah B dengan skor 89,59: the figure is A's, though B stands beside it."""
    scene = provincial(rng, SCORED, least=3)
    one, two = scene.regions[:2]
    value = scene.figures.draw(rng, scene.edition, "regency", "tinggi")
    name, other, figure = scene.call(one), scene.call(two), scene.show(value)
    text = scene.pick(
        f"Dengan skor {figure}, {name} berada di urutan kedua setelah {other}.",
        f"{name} memperoleh skor {figure}, di urutan {ordinal(2)} setelah {other}.",
        f"Skor {name} {figure}, hanya kalah dari {other}.",
    )
    rank = None if "kalah" in text else 2
    return finish(scene, [[Paragraph(text=text)]], [score(scene, one, value, rank=rank)])


def in_percent(rng: random.Random) -> Written:
    """Write: Kabupaten A dengan IKP 44,28 persen: a score that is called a percentage."""
    scene = provincial(rng, CENTURY, least=3, most=5)
    found = rows(scene)
    unit = scene.pick(" persen", "%", " %", " poin")
    verb = scene.pick("{} dengan IKP {}", "di {} skor IKP {}", "{} sebesar {}")
    head = "Menurut data IKP, angka tertinggi dipegang "
    links = [verb.format(scene.call(region), scene.show(value)) + unit for region, value, _ in found]
    chain = ", disusul ".join(links)
    return finish(scene, [[Paragraph(text=f"{head}{chain}.")]], plain_facts(scene, found))


def bare_pairs(rng: random.Random) -> Written:
    """Write: Skor tertinggi: A 41,20, B 39,10, dan C 38,00."""
    scene = national(rng, ("ikp_2024", "ikp_2019"), least=3, most=8)
    found = rows(scene)
    count = len(found)
    head = scene.pick(
        f"Dari seluruh provinsi, {word(count)} yang skornya disebut ialah ",
        "Skor IKP provinsi yang disebut yakni ",
        "Beberapa provinsi dengan skor IKP-nya: ",
    )
    return finish(scene, [[Paragraph(text=f"{head}{pairs(scene, found, '{} {}')}.")]], plain_facts(scene, found))


def national_story(rng: random.Random) -> Written:
    """Write: IKP tinggi terdapat di 5 provinsi yaitu DKI Jakarta dengan skor 88,95, Sulut skor 87,48 ..."""
    scene = national(rng, ("ikp_2024", "ikp_2019"), least=6, most=14)
    facts: list[Fact] = []
    groups = []
    for category, group in by_category(rows(scene)).items():
        chain = pairs(scene, group, scene.pick("{} dengan skor {}", "{} skor {}", "{} ({})"))
        counted = f"{len(group)} provinsi"
        text = scene.pick(
            f"IKP {category} terdapat di {counted}, yaitu {chain}.",
            f"Sebanyak {counted} masuk kategori rawan {category}, yakni {chain}.",
            f"Untuk kerawanan {category} ada {counted}: {chain}.",
        )
        groups.append([Paragraph(text=text)])
        facts += [*level_facts(scene, group), tally(scene, category, len(group))]
    return finish(scene, groups, facts)


def nicknames(rng: random.Random) -> Written:
    """Write: Kukar 44,28 dan Kubar 39,00 di Kaltim: only nicknames, which the province makes plain."""
    edition = rng.choice(SCORED)
    scene = provincial(rng, (edition,))
    home = rng.choice([home for home in homes(edition, 4) if len(_nicknamed(home)) > 2])
    facts = []
    texts = []
    for region in rng.sample(_nicknamed(home), 3):
        value = scene.figures.draw(rng, edition, "regency", rng.choice(CATEGORIES))
        facts.append(score(scene, region, value))
        texts.append(f"{nickname(region)} dengan skor {scene.show(value)}")
    text = f"Di {home.name}, yang disebut antara lain {scene.join(texts)}."
    return finish(scene, [[Paragraph(text=text)]], facts, quiet=True)


def _nicknamed(home: Region) -> list[Region]:
    return [region for region in members(home) if nickname(region) not in {region.short, region.name}]


LAYOUTS = family(
    "score_prose",
    coordinated,
    respectively,
    shared_score,
    elided_prefix,
    level_first,
    level_last,
    one_region,
    two_bases,
    twins,
    compared,
    behind_another,
    in_percent,
    bare_pairs,
    national_story,
    nicknames,
)
