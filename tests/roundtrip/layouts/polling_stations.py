"""Polling stations by kind of vulnerability: lists in every form, prose, ordinals, tables."""

from __future__ import annotations

import random

from pipeline.reference import Region
from roundtrip.layouts.writing import (
    Fact,
    Scene,
    Written,
    family,
    finish,
    indicator,
    place_of,
    provincial,
    unmapped,
)
from roundtrip.paper import Heading, Items, Paragraph, Part, Table
from roundtrip.phrases import ISSUES, Issue
from roundtrip.world import TPS, some, whole, word

Row = tuple[Issue, int]


def drawn(scene: Scene, least: int, most: int, top: int = 3000) -> list[Row]:
    """Draw kinds of polling stations with how many there are of each, most first."""
    kinds = some(scene.rng, ISSUES, least, most)
    counts = sorted(scene.rng.sample(range(1, top), len(kinds)), reverse=True)
    return list(zip(kinds, counts, strict=True))


def fact(scene: Scene, region: Region, issue: Issue, count: int) -> Fact:
    """State how many polling stations are of a kind."""
    if issue.number is None:
        return unmapped(scene, region, issue.words, count=count, unit="TPS")
    return indicator(scene, region, issue.number, count=count, unit="TPS", alt=list(issue.also))


def facts_of(scene: Scene, region: Region, found: list[Row]) -> list[Fact]:
    """State a count a kind."""
    return [fact(scene, region, issue, count) for issue, count in found]


def opening(scene: Scene, region: Region) -> str:
    """Say whose polling stations follow."""
    return scene.pick(
        f"Kerawanan TPS di {scene.call(region)} sebagai berikut:",
        f"Rincian TPS rawan di {scene.call(region)}:",
        f"Hasil pemetaan TPS di {scene.call(region)}:",
    )


def title_of(issue: Issue) -> str:
    """Write a kind as a heading does, without "TPS yang"."""
    words = issue.words.removeprefix("terdapat ").removeprefix("memiliki ").removeprefix("berada ")
    return words[:1].upper() + words[1:]


def numbered(rng: random.Random) -> Written:
    """Write: 1. 125 TPS yang terdapat pemilih pindahan (DPTb)."""
    scene = provincial(rng, TPS, glosses=False)
    region = place_of(scene)
    found = drawn(scene, 4, 10)
    mark = scene.pick("{} TPS yang {}", "{} TPS {}", "Sebanyak {} TPS {}", "Terdapat {} TPS yang {}")
    items = tuple(mark.format(whole(count), issue.words) + scene.pick("", ".", ";") for issue, count in found)
    parts: list[Part] = [Paragraph(text=opening(scene, region)), Items(items=items, ordered=True)]
    return finish(scene, [parts], facts_of(scene, region, found))


def bulleted(rng: random.Random) -> Written:
    """Write: - Pemilih pindahan (DPTb): 5.232 TPS."""
    scene = provincial(rng, TPS, glosses=False)
    region = place_of(scene)
    found = drawn(scene, 4, 10, 9000)
    mark = scene.pick("{}: {} TPS", "{}: {} TPS.", "{} - {} TPS", "{} di {} TPS", "{} berjumlah {} TPS")
    items = tuple(mark.format(title_of(issue), whole(count)) for issue, count in found)
    parts: list[Part] = [Paragraph(text=opening(scene, region)), Items(items=items, ordered=False)]
    return finish(scene, [parts], facts_of(scene, region, found))


def bracketed(rng: random.Random) -> Written:
    """Write: 1. TPS yang sulit dijangkau (2.313 TPS)."""
    scene = provincial(rng, TPS, glosses=False)
    region = place_of(scene)
    found = drawn(scene, 4, 9, 5000)
    items = tuple(f"TPS yang {issue.words} ({whole(count)} TPS)" for issue, count in found)
    parts: list[Part] = [Paragraph(text=opening(scene, region)), Items(items=items, ordered=rng.random() < 0.5)]
    return finish(scene, [parts], facts_of(scene, region, found))


def stations_in_prose(rng: random.Random) -> Written:
    """Write: Di Kabupaten A terdapat 361 TPS yang ..., 330 TPS yang ..., serta 216 TPS yang ..."""
    scene = provincial(rng, TPS)
    region = place_of(scene)
    found = drawn(scene, 3, 7, 2000)
    chain = scene.join([f"{whole(count)} TPS yang {issue.words}" for issue, count in found])
    text = scene.pick(
        f"Di {scene.call(region)} terdapat {chain}.",
        f"Bawaslu mencatat {chain} di {scene.call(region)}.",
        f"TPS rawan di {scene.call(region)} yakni {chain}.",
    )
    return finish(scene, [[Paragraph(text=text)]], facts_of(scene, region, found))


def sentences(rng: random.Random) -> Written:
    """Write: Ada 361 TPS yang ... Selanjutnya, 330 TPS yang ... Kemudian 216 TPS yang ..."""
    scene = provincial(rng, TPS)
    region = place_of(scene)
    found = drawn(scene, 3, 6, 2000)
    first, *others = found
    text = f"Di {scene.call(region)} ada {whole(first[1])} TPS yang {first[0].words}."
    for issue, count in others:
        link = scene.pick("Selanjutnya,", "Kemudian", "Lalu", "Berikutnya")
        text += f" {link} {whole(count)} TPS yang {issue.words}."
    return finish(scene, [[Paragraph(text=text)]], facts_of(scene, region, found))


def stations_in_words(rng: random.Random) -> Written:
    """Write: Tujuh TPS memiliki riwayat kekerasan, dua TPS sulit dijangkau."""
    scene = provincial(rng, TPS)
    region = scene.regions[0]
    found = drawn(scene, 2, 5, 30)
    chain = scene.join([f"{word(count)} TPS {issue.words}" for issue, count in found])
    text = scene.pick(
        f"Di {scene.call(region)}, {chain}.",
        f"Untuk {scene.call(region)} tercatat {chain}.",
    )
    return finish(scene, [[Paragraph(text=text)]], facts_of(scene, region, found))


def ordinals(rng: random.Random) -> Written:
    """Write: Ke-9, ada 15 TPS yang ...: the ordinal numbers the item, the count comes behind."""
    scene = provincial(rng, TPS, glosses=False)
    region = place_of(scene)
    found = drawn(scene, 3, 7, 400)
    start = rng.choice((1, 1, 5, 8))
    parts: list[Part] = [Paragraph(text=opening(scene, region))]
    for place, (issue, count) in enumerate(found, start):
        amount = scene.pick(str(count), word(count)) if count < 100 else whole(count)
        number = scene.pick(f"Ke-{place}, ", f"Ke-{place} ", f"Lalu, ke-{place} ")
        ada = scene.pick("ada ", "sebanyak ", "terdapat ")
        parts.append(Paragraph(text=f"{number}{ada}{amount} TPS yang {issue.words}."))
    return finish(scene, [parts], facts_of(scene, region, found))


def station_table(rng: random.Random) -> Written:
    """Write: No | Indikator | Jumlah TPS."""
    scene = provincial(rng, TPS, glosses=False)
    region = place_of(scene)
    found = drawn(scene, 5, 12, 9000)
    lines = tuple((str(place), title_of(issue), whole(count)) for place, (issue, count) in enumerate(found, 1))
    header = ("No", scene.pick("Indikator", "Indikator TPS Rawan", "Kerawanan"), scene.pick("Jumlah TPS", "TPS"))
    head = Paragraph(text=f"Tabel 1. TPS rawan di {scene.call(region)}")
    return finish(scene, [[head, Table(header=header, rows=lines)]], facts_of(scene, region, found))


def region_columns(rng: random.Random) -> Written:
    """Write: Kabupaten/Kota | DPTb | Rawan bencana: a number of polling stations a cell."""
    scene = provincial(rng, TPS, least=4, glosses=False)
    kinds = some(rng, ISSUES, 2, 4)
    facts: list[Fact] = []
    lines = []
    for region in scene.regions:
        counts = [rng.randint(1, 900) for _ in kinds]
        lines.append((scene.call(region), *(str(count) for count in counts)))
        facts += [fact(scene, region, issue, count) for issue, count in zip(kinds, counts, strict=True)]
    header = ("Kabupaten/Kota", *(title_of(issue) for issue in kinds))
    head = Paragraph(text="Tabel 2. Jumlah TPS rawan menurut kabupaten/kota")
    return finish(scene, [[head, Table(header=header, rows=tuple(lines))]], facts)


def grouped(rng: random.Random) -> Written:
    """Write: Indikator yang paling banyak terjadi / 1. ... / Indikator yang banyak terjadi / 1. ..."""
    scene = provincial(rng, TPS, glosses=False)
    region = scene.home
    found = drawn(scene, 6, 10)
    cut = rng.randint(2, len(found) - 2)
    groups: list[list[Part]] = []
    names = (f"{cut} indikator yang paling banyak terjadi", f"{len(found) - cut} indikator yang banyak terjadi")
    for name, part in zip(names, (found[:cut], found[cut:]), strict=True):
        items = tuple(f"{whole(count)} TPS yang {issue.words};" for issue, count in part)
        groups.append([Heading(text=name, level=2), Items(items=items, ordered=True)])
    return finish(scene, groups, facts_of(scene, region, found))


def by_region(rng: random.Random) -> Written:
    """Write: Kabupaten A: 12 TPS yang ... dan 9 TPS yang ...; one line a region."""
    scene = provincial(rng, TPS, least=3, most=5, glosses=False)
    facts: list[Fact] = []
    items = []
    for region in scene.regions:
        found = drawn(scene, 2, 3, 300)
        chain = " dan ".join(f"{count} TPS yang {issue.words}" for issue, count in found[:2])
        items.append(f"{scene.call(region)}: {chain}")
        facts += facts_of(scene, region, found[:2])
    head = f"Sebaran TPS rawan di {scene.home.name}:"
    return finish(scene, [[Paragraph(text=head), Items(items=tuple(items), ordered=False)]], facts)


LAYOUTS = family(
    "polling_stations",
    numbered,
    bulleted,
    bracketed,
    stations_in_prose,
    sentences,
    stations_in_words,
    ordinals,
    station_table,
    region_columns,
    grouped,
    by_region,
)
