"""What every layout is made with: the scene of a document, its facts, and the finished piece."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipeline.reference import Region
from roundtrip import phrases
from roundtrip.paper import Paper, Paragraph, Part
from roundtrip.world import (
    COUNTRY,
    TERMS,
    Figures,
    Level,
    day_of,
    figures,
    homes,
    listed,
    long_date,
    members,
    naming,
    provinces,
    short_date,
    some,
)
from roundtrip.world import call as call_region

Fact = dict[str, object]
Facts = tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A document and the facts that a careful reader takes from it, as rows of a gold file."""

    paper: Paper
    facts: Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One way in which documents state facts; ``doc`` shows it in a line."""

    name: str
    family: str
    write: Callable[[random.Random], Written]
    doc: str


def family(name: str, *writers: Callable[[random.Random], Written]) -> tuple[Layout, ...]:
    """Make layouts of functions: named as they are, and shown by the first line of their docstring."""
    return tuple(
        Layout(
            name=write.__name__.strip("_"),
            family=name,
            write=write,
            doc=(write.__doc__ or "").strip().split("\n", maxsplit=1)[0].removeprefix("Write: "),
        )
        for write in writers
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Who speaks, of what edition and which region, and how this document names and counts.

    ``home`` is a province, or Indonesia; ``regions`` are those of the next level down that are in view.
    """

    rng: random.Random
    edition: str
    home: Region
    regions: tuple[Region, ...]
    figures: Figures
    how: tuple[str, ...]
    term: str
    day: date
    speaker: str

    @property
    def level(self) -> Level:
        """The level of ``regions``."""
        return "province" if self.home is COUNTRY else "regency"

    @property
    def issuer(self) -> str:
        """Who publishes."""
        return "Bawaslu RI" if self.home is COUNTRY else f"Bawaslu {self.home.name.removeprefix('Provinsi ')}"

    def call(self, region: Region) -> str:
        """Name a region in this document's way."""
        return call_region(self.rng, region, self.how)

    def calls(self, regions: Iterable[Region]) -> list[str]:
        """Name several regions."""
        return [self.call(region) for region in regions]

    def show(self, value: Decimal) -> str:
        """Print a score in this document's way."""
        return self.figures.show(self.rng, value)

    def shows(self, values: Iterable[Decimal]) -> list[str]:
        """Print several scores."""
        return [self.show(value) for value in values]

    def pick(self, *wordings: str) -> str:
        """Draw one of several wordings."""
        return self.rng.choice(wordings)

    def join(self, names: Sequence[str]) -> str:
        """Join names as prose does."""
        return listed(self.rng, names)


def provincial(
    rng: random.Random, editions: Sequence[str], *, least: int = 4, most: int = 8, glosses: bool = True
) -> Scene:
    """Set a scene in a province, with some of its kabupaten and kota in view."""
    edition = rng.choice(editions)
    home = rng.choice(homes(edition, max(least, 4)))
    return _scene(rng, edition, home, some(rng, members(home), least, most), glosses=glosses)


def national(
    rng: random.Random, editions: Sequence[str], *, least: int = 4, most: int = 9, glosses: bool = True
) -> Scene:
    """Set a scene in Jakarta, with some provinces in view."""
    edition = rng.choice(editions)
    return _scene(rng, edition, COUNTRY, some(rng, provinces(edition), least, most), glosses=glosses)


def _scene(rng: random.Random, edition: str, home: Region, regions: tuple[Region, ...], *, glosses: bool) -> Scene:
    term = TERMS[edition]
    return Scene(
        rng=rng,
        edition=edition,
        home=home,
        regions=regions,
        figures=figures(rng),
        how=naming(rng, glosses=glosses),
        term=rng.choice(term.names),
        day=day_of(rng, term),
        speaker=rng.choice(phrases.SPEAKERS),
    )


def score(
    scene: Scene, region: Region, value: Decimal | None, category: str | None = None, **more: object
) -> Fact:
    """State a score, or with None a bare rank."""
    number = None if value is None else float(value)
    return _about(scene, "score", region) | {"score": number, "category": category} | more


def level(scene: Scene, region: Region, category: str, **more: object) -> Fact:
    """State a level without a score."""
    return _about(scene, "category", region) | {"category": category} | more


def dimension(
    scene: Scene,
    region: Region,
    key: str,
    value: Decimal | None = None,
    category: str | None = None,
    **more: object,
) -> Fact:
    """State what holds for one dimension or stage."""
    number = None if value is None else float(value)
    fact = _about(scene, "dimension_score", region) | {"dimension": key, "score": number, "category": category}
    return fact | more


def indicator(scene: Scene, region: Region, number: int, **more: object) -> Fact:
    """State that an indicator of the catalog occurred."""
    return _about(scene, "indicator", region) | {"indicator": number} | more


def unmapped(scene: Scene, region: Region, text: str, **more: object) -> Fact:
    """State an issue that the catalog does not hold."""
    return _about(scene, "indicator_unmapped", region) | {"text": text} | more


def tally(scene: Scene, category: str, n: int, *, level: str | None = None, **more: object) -> Fact:
    """State how many regions of the level below the scene's home are in a category."""
    below = "province" if scene.home is COUNTRY else "regency_city"
    return {
        "type": "tally",
        "scope": scene.home.name,
        "scope_code": scene.home.code,
        "edition": scene.edition,
        "level": level or below,
        "category": category,
        "n": n,
    } | more


def _about(scene: Scene, kind: str, region: Region) -> Fact:
    return {"type": kind, "region": region.name, "region_code": region.code, "edition": scene.edition}


def finish(
    scene: Scene,
    groups: Sequence[Sequence[Part]],
    facts: Iterable[Mapping[str, object]],
    *,
    title: str | None = None,
    quiet: bool = False,
) -> Written:
    """Write: Put a title and an opening before the groups of parts, and what is beside the point between them.

    Nothing is put inside a group. ``quiet`` leaves out all that is beside the point.
    """
    rng = scene.rng
    extra: list[Mapping[str, object]] = []
    pieces: list[list[Part]] = [[Paragraph(text=_opening(scene))], *[list(group) for group in groups]]
    chosen = [] if quiet else list(some(rng, _asides(scene, extra), 0, 3))
    for text in chosen:
        pieces.insert(rng.randint(1, len(pieces)), [Paragraph(text=text)])
    paper = Paper(
        title=title or _title(scene),
        parts=tuple(part for piece in pieces for part in piece),
        published=rng.choice((scene.day, scene.day, None)),
    )
    return Written(paper=paper, facts=(*facts, *extra))


def _asides(scene: Scene, extra: list[Mapping[str, object]]) -> tuple[str, ...]:
    texts = phrases.asides(scene.rng, scene.edition, scene.home, scene.figures)
    if scene.edition != "ikp_2024" or scene.rng.random() < 0.8:
        return texts
    text, fact = phrases.national_mean(scene.rng)
    extra.append(fact)
    return (*texts, text)


def _title(scene: Scene) -> str:
    what = scene.issuer.removeprefix("Bawaslu ")
    return scene.pick(
        f"{scene.issuer} Paparkan Hasil Pemetaan Kerawanan",
        f"Begini Peta Kerawanan {TERMS[scene.edition].vote} Menurut {scene.issuer}",
        f"Jelang {TERMS[scene.edition].vote}, {scene.issuer} Rilis Kerawanan",
        f"Kerawanan {TERMS[scene.edition].vote} di {'Indonesia' if scene.home is COUNTRY else what}",
    )


def _opening(scene: Scene) -> str:
    place = "JAKARTA" if scene.home is COUNTRY else _dateline(scene)
    outlet = scene.pick(*phrases.OUTLETS)
    head = scene.pick(f"{place}, {outlet} – ", f"{place} ({outlet}) - ", f"{place} – ", "")
    when = scene.pick(long_date(scene.day), short_date(scene.day))
    return head + scene.pick(
        f"{scene.issuer} memaparkan hasil {scene.term} di {scene.pick(*phrases.VENUES)}, {when}.",
        f"Hasil {scene.term} disampaikan {scene.issuer} kepada wartawan, {when}.",
        f"{scene.speaker} dari {scene.issuer} menjelaskan hasil {scene.term}, {when}.",
        f"{scene.issuer} mengumumkan hasil {scene.term} pada {when}.",
    )


def _dateline(scene: Scene) -> str:
    cities = [region for region in members(scene.home) if region.level == "city"] or list(members(scene.home))
    return scene.rng.choice(cities).short.upper()


def place_of(scene: Scene) -> Region:
    """Choose whom a release is about: the scene's province or one kabupaten or kota of it."""
    return scene.rng.choice((scene.home, scene.regions[0]))
