"""Scores and levels of dimensions and stages, and ranks in digits and words, each with its scope."""

from __future__ import annotations

import random
from decimal import Decimal

from roundtrip.layouts.score_lists import rows
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
from roundtrip.paper import Items, Paragraph, Part
from roundtrip.world import CATEGORIES, SCORED, between, members, ordinal, word

DIMENSIONS: dict[str, tuple[str, ...]] = {
    "ikp_2024": ("konteks sosial politik", "penyelenggaraan", "kontestasi", "partisipasi"),
    "ikp_2019": ("konteks sosial politik", "penyelenggaraan", "kontestasi", "partisipasi"),
    "ikp_pilkada_2018": ("penyelenggaraan", "kontestasi", "partisipasi"),
    "ikp_pilkada_2020": ("konteks sosial politik", "penyelenggaraan", "kontestasi", "partisipasi"),
}
EDITIONS = tuple(DIMENSIONS)
STAGES = ("pencalonan", "kampanye", "pungut hitung")
_WORDS = {
    "konteks sosial politik": ("konteks sosial politik", "sosial politik", "konteks sosial dan politik"),
    "penyelenggaraan": ("penyelenggaraan pemilu", "penyelenggaraan"),
    "kontestasi": ("kontestasi",),
    "partisipasi": ("partisipasi",),
}


def said(scene: Scene, key: str) -> str:
    """Name a dimension."""
    return scene.pick(*_WORDS[key])


def draw(scene: Scene) -> Decimal:
    """Draw a score of a dimension on the edition's scale."""
    top = Decimal(5) if scene.edition == "ikp_pilkada_2018" else Decimal(100)
    return between(scene.rng, top / 20, top * Decimal("0.96"), scene.figures.places)


def in_a_sentence(rng: random.Random) -> Written:
    """Write: Skor Kabupaten A: dimensi kontestasi 74,91, dimensi partisipasi 12,30 ..., total 41,20."""
    scene = provincial(rng, EDITIONS)
    region, value, _ = rows(scene)[0]
    keys = DIMENSIONS[scene.edition]
    parts = [draw(scene) for _ in keys]
    name = scene.call(region)
    mark = scene.pick("dimensi {} {}", "dimensi {} dengan skor {}", "dimensi {} sebesar {}", "dimensi {} ({})")
    chain = scene.join(
        [mark.format(said(scene, key), scene.show(part)) for key, part in zip(keys, parts, strict=True)]
    )
    total = scene.show(value)
    text = scene.pick(
        f"Skor IKP {name} {total}, dengan rincian {chain}.",
        f"{name} memperoleh skor {total}. Rinciannya {chain}.",
        f"Rincian skor {name} yakni {chain}. Total skornya {total}.",
    )
    facts = [score(scene, region, value)]
    facts += [dimension(scene, region, key, part) for key, part in zip(keys, parts, strict=True)]
    return finish(scene, [[Paragraph(text=text)]], facts)


def as_a_list(rng: random.Random) -> Written:
    """Write: Rincian dimensi Kabupaten A: / - Kontestasi: 74,91 / - Partisipasi: 12,30."""
    scene = provincial(rng, EDITIONS, glosses=False)
    groups: list[list[Part]] = []
    facts: list[Fact] = []
    for region in scene.regions[: rng.randint(1, 2)]:
        keys = DIMENSIONS[scene.edition]
        parts = [draw(scene) for _ in keys]
        mark = scene.pick("Dimensi {}: {}", "{} dengan skor {}", "Dimensi {} skor {}", "{}: {}")
        items = tuple(
            mark.format(said(scene, key), scene.show(part)) for key, part in zip(keys, parts, strict=True)
        )
        name = scene.call(region)
        head = scene.pick(
            f"Skor {name} per dimensi:",
            f"Rincian skor dimensi di {name} sebagai berikut:",
            f"Skor dimensi {name}:",
        )
        groups.append([Paragraph(text=head), Items(items=items, ordered=rng.random() < 0.5)])
        facts += [dimension(scene, region, key, part) for key, part in zip(keys, parts, strict=True)]
    return finish(scene, groups, facts)


def one_dimension(rng: random.Random) -> Written:
    """Write: Pada dimensi kontestasi, skor tertinggi dicatat A (74,91), B (66,10), dan C (60,00)."""
    scene = provincial(rng, EDITIONS, least=3, most=5, glosses=False)
    groups: list[list[Part]] = []
    facts: list[Fact] = []
    for key in rng.sample(DIMENSIONS[scene.edition], 2):
        values = sorted((draw(scene) for _ in scene.regions), reverse=True)
        mark = scene.pick("{} ({})", "{} dengan skor {}", "{} {}")
        pairs = [
            mark.format(scene.call(region), scene.show(value))
            for region, value in zip(scene.regions, values, strict=True)
        ]
        text = scene.pick(
            f"Pada dimensi {said(scene, key)}, skor tertinggi dicatat {scene.join(pairs)}.",
            f"Untuk dimensi {said(scene, key)} yang disorot ialah {scene.join(pairs)}.",
        )
        groups.append([Paragraph(text=text)])
        facts += [
            dimension(scene, region, key, value) for region, value in zip(scene.regions, values, strict=True)
        ]
    return finish(scene, groups, facts)


def dimension_last(rng: random.Random) -> Written:
    """Write: A (74,91), B (66,10), dan C (60,00) mencatat skor tertinggi pada dimensi kontestasi."""
    scene = provincial(rng, EDITIONS, least=2, most=4, glosses=False)
    key = rng.choice(DIMENSIONS[scene.edition])
    values = sorted((draw(scene) for _ in scene.regions), reverse=True)
    mark = scene.pick("{} ({})", "{} dengan skor {}")
    pairs = [
        mark.format(scene.call(region), scene.show(value))
        for region, value in zip(scene.regions, values, strict=True)
    ]
    text = scene.pick(
        f"{scene.join(pairs)} mencatat angka tertinggi pada dimensi {said(scene, key)}.",
        f"{scene.join(pairs)} adalah daerah paling rawan dalam dimensi {said(scene, key)}.",
    )
    facts = [dimension(scene, region, key, value) for region, value in zip(scene.regions, values, strict=True)]
    return finish(scene, [[Paragraph(text=text)]], facts)


def stage_levels(rng: random.Random) -> Written:
    """Write: Secara umum rawan sedang, namun rawan tinggi pada tahapan pencalonan."""
    scene = provincial(rng, ("pemetaan_pilkada_2024",))
    region = scene.regions[0]
    name = scene.call(region)
    whole, one, two = (rng.choice(CATEGORIES) for _ in range(3))
    first, second = rng.sample(STAGES, 2)
    text = scene.pick(
        f"Secara keseluruhan {name} masuk kategori rawan {whole}, tetapi pada tahapan {first} masuk kategori "
        f"rawan {one} dan pada tahapan {second} rawan {two}.",
        f"{name} secara umum berstatus rawan {whole}. Pada tahapan {first}, {name} berstatus rawan {one}. "
        f"Pada tahapan {second}, {name} berstatus rawan {two}.",
    )
    facts = [
        level(scene, region, whole),
        dimension(scene, region, first, category=one),
        dimension(scene, region, second, category=two),
    ]
    return finish(scene, [[Paragraph(text=text)]], facts)


def stage_groups(rng: random.Random) -> Written:
    """Write: Pada tahapan kampanye, A dan B rawan tinggi, sedangkan C rawan sedang."""
    scene = provincial(rng, ("pemetaan_pilkada_2024",), least=3, most=5)
    groups: list[list[Part]] = []
    facts: list[Fact] = []
    for stage in rng.sample(STAGES, 2):
        one, two = rng.sample(CATEGORIES, 2)
        cut = rng.randint(1, len(scene.regions) - 1)
        first, second = scene.regions[:cut], scene.regions[cut:]
        text = scene.pick(
            f"Pada tahapan {stage}, {scene.join(scene.calls(first))} masuk kategori rawan {one}, sedangkan "
            f"{scene.join(scene.calls(second))} rawan {two}.",
            f"Untuk tahapan {stage}, yang rawan {one} yakni {scene.join(scene.calls(first))}. Yang rawan {two} "
            f"pada tahapan {stage} yakni {scene.join(scene.calls(second))}.",
        )
        groups.append([Paragraph(text=text)])
        facts += [dimension(scene, region, stage, category=one) for region in first]
        facts += [dimension(scene, region, stage, category=two) for region in second]
    return finish(scene, groups, facts)


def dimension_levels(rng: random.Random) -> Written:
    """Write: Halut 3,51: dimensi kontestasi level tinggi 3,40, partisipasi level sedang 2,80."""
    scene = provincial(rng, ("ikp_pilkada_2018",), glosses=False)
    groups: list[list[Part]] = []
    facts: list[Fact] = []
    for region, value, category in rows(scene)[:3]:
        keys = DIMENSIONS[scene.edition]
        held = [rng.choice(CATEGORIES) for _ in keys]
        parts = [scene.figures.draw(rng, scene.edition, "regency", one) for one in held]
        chain = scene.join(
            [
                f"dimensi {key} level {one} {scene.show(part)}"
                for key, one, part in zip(keys, held, parts, strict=True)
            ]
        )
        name = scene.call(region)
        text = scene.pick(
            f"{name} masuk kategori rawan {category} dengan skor {scene.show(value)}. Rinciannya {chain}.",
            f"Skor {name} {scene.show(value)} (rawan {category}); rinciannya {chain}.",
        )
        groups.append([Paragraph(text=text)])
        facts.append(score(scene, region, value, category))
        facts += [
            dimension(scene, region, key, part, one) for key, one, part in zip(keys, held, parts, strict=True)
        ]
    return finish(scene, groups, facts)


def shared_by_dimensions(rng: random.Random) -> Written:
    """Write: Dimensi penyelenggaraan dan kontestasi sama-sama 3,40, sedangkan partisipasi 3,73."""
    scene = provincial(rng, EDITIONS)
    region = scene.regions[0]
    one, two, three = rng.sample(DIMENSIONS[scene.edition], 3)
    both, other = draw(scene), draw(scene)
    text = scene.pick(
        f"Di {scene.call(region)}, dimensi {one} dan dimensi {two} sama-sama mendapat skor {scene.show(both)}, "
        f"sedangkan dimensi {three} {scene.show(other)}.",
        f"Dimensi {one} dan {two} di {scene.call(region)} sama-sama bernilai {scene.show(both)}, sementara "
        f"dimensi {three} bernilai {scene.show(other)}.",
    )
    facts = [
        dimension(scene, region, one, both),
        dimension(scene, region, two, both),
        dimension(scene, region, three, other),
    ]
    return finish(scene, [[Paragraph(text=text)]], facts)


def rank_in_digits(rng: random.Random) -> Written:
    """Write: Kabupaten A dengan skor 41,20 berada di peringkat 3 dari 14 kabupaten/kota di Provinsi B."""
    scene = provincial(rng, SCORED)
    region, value, category = rows(scene)[0]
    home = scene.home
    total = len(members(home))
    place = rng.randint(2, total)
    name, figure = scene.call(region), scene.show(value)
    text = scene.pick(
        f"{name} dengan skor {figure} berada di peringkat {place} dari {total} kabupaten/kota di {home.name}.",
        f"Dengan skor {figure} dan kategori rawan {category}, {name} menempati urutan ke-{place} se-{home.short}.",
        f"{name} memperoleh skor {figure}, urutan {place} dari total {total} kabupaten/kota.",
        f"{name} (peringkat {place}) memperoleh skor {figure}.",
        f"Skor IKP {name} {figure}, rangking {place} di {home.name}.",
    )
    stated = category if "kategori" in text else None
    fact = score(scene, region, value, stated, rank=place, rank_scope="provinsi")
    return finish(scene, [[Paragraph(text=text)]], [fact])


def rank_in_words(rng: random.Random) -> Written:
    """Write: Provinsi A menempati posisi kelima secara nasional dengan skor 77,04."""
    scene = national(rng, ("ikp_2024", "ikp_2019"), least=2, most=4)
    groups: list[list[Part]] = []
    facts: list[Fact] = []
    found = rows(scene)
    places = sorted(rng.sample(range(1, 20), len(found)))
    for place, (region, value, _) in zip(places, found, strict=True):
        name, figure = scene.call(region), scene.show(value)
        text = scene.pick(
            f"{name} menempati posisi {ordinal(place)} secara nasional dengan skor {figure}.",
            f"Di urutan {ordinal(place)} nasional terdapat {name} dengan skor {figure}.",
            f"{name} dengan skor {figure} berada di peringkat {ordinal(place)} secara nasional.",
        )
        groups.append([Paragraph(text=text)])
        facts.append(score(scene, region, value, rank=place, rank_scope="nasional"))
    return finish(scene, groups, facts)


def ordinal_chain(rng: random.Random) -> Written:
    """Write: Pertama, Kabupaten A dengan skor 72,10. Kedua, Kabupaten B 70,00. Ketiga ..."""
    scene = provincial(rng, SCORED, least=3, most=5, glosses=False)
    found = rows(scene)
    mark = scene.pick("{}, {} dengan skor {}.", "{} {} skor {}.", "Urutan {} {} dengan skor {}.")
    sentences = [
        mark.format(
            ordinal(place) if mark.startswith("U") else ordinal(place).capitalize(),
            scene.call(region),
            scene.show(value),
        )
        for place, (region, value, _) in enumerate(found, 1)
    ]
    head = f"Berikut {word(len(found))} daerah dengan skor tertinggi di {scene.home.name}. "
    facts = [
        score(scene, region, value, rank=place, rank_scope="provinsi")
        for place, (region, value, _) in enumerate(found, 1)
    ]
    return finish(scene, [[Paragraph(text=head + " ".join(sentences))]], facts)


LAYOUTS = family(
    "dimensions_ranks",
    in_a_sentence,
    as_a_list,
    one_dimension,
    dimension_last,
    stage_levels,
    stage_groups,
    dimension_levels,
    shared_by_dimensions,
    rank_in_digits,
    rank_in_words,
    ordinal_chain,
)
