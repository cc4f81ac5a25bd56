"""How many regions are in a level: digits, words, percentages, none at all, tables, and one dimension only."""

from __future__ import annotations

import random

from pipeline.model import Category
from roundtrip.layouts.writing import Fact, Scene, Written, family, finish, level, national, provincial, tally
from roundtrip.paper import Items, Paragraph, Part, Table
from roundtrip.world import CATEGORIES, LEVELLED, members, provinces, word


def parted(scene: Scene, total: int, *, empty: bool = False) -> dict[Category, int]:
    """Part so many regions among the levels; ``empty`` leaves one level without any."""
    cuts = sorted(scene.rng.sample(range(1, total), 2)) if total > 2 else [1, 1]
    sizes = [cuts[0], cuts[1] - cuts[0], total - cuts[1]]
    if empty:
        sizes = [0, cuts[0], total - cuts[0]]
        scene.rng.shuffle(sizes)
    return dict(zip(CATEGORIES, sizes, strict=True))


def facts_of(scene: Scene, counts: dict[Category, int], *, level: str | None = None) -> list[Fact]:
    """State a tally a level."""
    return [tally(scene, category, n, level=level) for category, n in counts.items()]


def share(scene: Scene, n: int, total: int) -> str:
    """Print a percentage."""
    value = 100 * n / total
    return scene.pick(f"{value:.0f} persen", f"{value:.2f}".replace(".", ",") + "%", f"{value:.0f}%")


def of_provinces(scene: Scene) -> int:
    """Tell how many provinces the edition covers."""
    return len(provinces(scene.edition))


def national_digits(rng: random.Random) -> Written:
    """Write: 5 provinsi (15 persen) rawan tinggi, 21 provinsi rawan sedang, 8 provinsi rawan rendah."""
    scene = national(rng, LEVELLED[:2], least=2, most=2)
    total = of_provinces(scene)
    counts = parted(scene, total)
    shares = {category: f" ({share(scene, n, total)})" for category, n in counts.items()}
    if rng.random() < 0.5:
        shares = dict.fromkeys(CATEGORIES, "")
    chain = scene.join([f"{n} provinsi{shares[category]} rawan {category}" for category, n in counts.items()])
    text = scene.pick(
        f"Dari {total} provinsi, {chain}.",
        f"Hasilnya, {chain}.",
        f"Secara nasional terdapat {chain}.",
    )
    return finish(scene, [[Paragraph(text=text)]], facts_of(scene, counts))


def regency_digits(rng: random.Random) -> Written:
    """Write: 85 kabupaten/kota (16,54%) berkategori tinggi, 349 sedang, 80 rendah."""
    scene = national(rng, ("ikp_2024", "ikp_2019"), least=2, most=2)
    counts = parted(scene, 514)
    chain = scene.join(
        [
            f"{n} kabupaten/kota ({share(scene, n, 514)}) berkategori rawan {category}"
            for category, n in counts.items()
        ]
    )
    text = scene.pick(f"Di tingkat kabupaten/kota, {chain}.", f"Dari 514 kabupaten/kota, sebanyak {chain}.")
    return finish(scene, [[Paragraph(text=text)]], facts_of(scene, counts, level="regency_city"))


def tallies_in_words(rng: random.Random) -> Written:
    """Write: Di Provinsi B, dua kabupaten/kota rawan tinggi, lima rawan sedang, dan tiga rawan rendah."""
    scene = provincial(rng, LEVELLED, least=2, most=2)
    total = len(members(scene.home))
    counts = parted(scene, total)
    first, *others = counts.items()
    unit = scene.pick("kabupaten/kota", "daerah")
    rest = " dan ".join(f"{word(n)} {unit} rawan {category}" for category, n in others)
    text = scene.pick(
        f"Di {scene.home.name}, {word(first[1])} {unit} masuk kategori rawan {first[0]}, {rest}.",
        f"{scene.home.name} memiliki {word(first[1])} {unit} rawan {first[0]}, {rest}.",
    )
    return finish(scene, [[Paragraph(text=text)]], facts_of(scene, counts))


def percent_first(rng: random.Random) -> Written:
    """Write: Sebanyak 16 persen atau 84 kabupaten/kota masuk rawan tinggi."""
    scene = national(rng, ("ikp_2024", "ikp_2019"), least=2, most=2)
    counts = parted(scene, 514)
    sentences = [
        scene.pick(
            f"Sebanyak {round(100 * n / 514)} persen atau {n} kabupaten/kota masuk kategori rawan {category}.",
            f"Yang rawan {category} mencapai {round(100 * n / 514)} persen, yaitu {n} kabupaten/kota.",
        )
        for category, n in counts.items()
    ]
    return finish(scene, [[Paragraph(text=" ".join(sentences))]], facts_of(scene, counts, level="regency_city"))


def none_at_all(rng: random.Random) -> Written:
    """Write: Tidak satu pun kabupaten/kota masuk kategori rawan rendah: a tally of nought."""
    scene = provincial(rng, LEVELLED, least=2, most=2)
    counts = parted(scene, len(members(scene.home)), empty=True)
    nought = next(category for category, n in counts.items() if n == 0)
    chain = scene.join([f"{n} kabupaten/kota rawan {category}" for category, n in counts.items() if n])
    text = scene.pick(
        f"Di {scene.home.name}, {chain}. Tidak satu pun kabupaten/kota masuk kategori rawan {nought}.",
        f"Di {scene.home.name} tidak ada kabupaten/kota yang rawan {nought}; sisanya {chain}.",
    )
    return finish(scene, [[Paragraph(text=text)]], facts_of(scene, counts))


def listed_tallies(rng: random.Random) -> Written:
    """Write: - Rawan tinggi: 5 kabupaten/kota."""
    scene = provincial(rng, LEVELLED, least=2, most=2)
    counts = parted(scene, len(members(scene.home)))
    mark = scene.pick(
        "Rawan {}: {} kabupaten/kota", "Kategori {} sebanyak {} kabupaten/kota", "Rawan {} {} daerah"
    )
    items = tuple(mark.format(category, n) for category, n in counts.items())
    head = f"Sebaran tingkat kerawanan di {scene.home.name}:"
    groups: list[list[Part]] = [[Paragraph(text=head), Items(items=items, ordered=rng.random() < 0.4)]]
    return finish(scene, groups, facts_of(scene, counts))


def tally_table(rng: random.Random) -> Written:
    """Write: Kategori | Jumlah Kabupaten/Kota | Persentase."""
    scene = provincial(rng, LEVELLED, least=2, most=2)
    total = len(members(scene.home))
    counts = parted(scene, total)
    lines = tuple(
        (scene.pick("Rawan ", "") + category.capitalize(), str(n), f"{100 * n / total:.2f}%".replace(".", ","))
        for category, n in counts.items()
    )
    header = (scene.pick("Kategori", "Tingkat Kerawanan"), "Jumlah Kabupaten/Kota", "Persentase")
    head = Paragraph(text=f"Tabel 1. Sebaran kategori di {scene.home.name}")
    return finish(scene, [[head, Table(header=header, rows=lines)]], facts_of(scene, counts))


def of_one_stage(rng: random.Random) -> Written:
    """Write: 25 kabupaten/kota rawan sedang; pada tahapan kampanye hanya 4 yang rawan sedang."""
    scene = provincial(rng, ("pemetaan_pilkada_2024",), least=2, most=2)
    total = len(members(scene.home))
    counts = parted(scene, total)
    stage = rng.choice(("pencalonan", "kampanye", "pungut hitung"))
    other = rng.choice(CATEGORIES)
    n = rng.randint(1, total)
    chain = scene.join([f"{n} kabupaten/kota rawan {category}" for category, n in counts.items()])
    text = (
        f"Di {scene.home.name}, {chain}. Khusus pada tahapan {stage}, ada {n} kabupaten/kota yang rawan {other}."
    )
    facts = facts_of(scene, counts)
    facts.append(tally(scene, other, n, dimension=stage, optional=True))
    return finish(scene, [[Paragraph(text=text)]], facts)


def with_home_level(rng: random.Random) -> Written:
    """Write: Provinsi B rawan sedang. Dari 14 kabupaten/kota, 2 rawan tinggi, yakni A dan C."""
    scene = provincial(rng, LEVELLED, least=2, most=3)
    own, named = rng.choice(CATEGORIES), rng.choice(CATEGORIES)
    total = len(members(scene.home))
    count = scene.pick(str(len(scene.regions)), word(len(scene.regions)))
    names = scene.join(scene.calls(scene.regions))
    text = scene.pick(
        f"{scene.home.name} masuk kategori rawan {own}. Dari {total} kabupaten/kota, {count} masuk kategori "
        f"rawan {named}, yakni {names}.",
        f"Secara umum {scene.home.name} tergolong rawan {own}. Namun {count} dari {total} kabupaten/kota di "
        f"{scene.home.short} tergolong rawan {named}, yaitu {names}.",
    )
    facts = [level(scene, scene.home, own), tally(scene, named, len(scene.regions))]
    facts += [level(scene, region, named) for region in scene.regions]
    return finish(scene, [[Paragraph(text=text)]], facts)


LAYOUTS = family(
    "tallies",
    national_digits,
    regency_digits,
    tallies_in_words,
    percent_first,
    none_at_all,
    listed_tallies,
    tally_table,
    of_one_stage,
    with_home_level,
)
