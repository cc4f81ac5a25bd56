"""What documents are about: regions and their names, editions and their scales, figures and how they are printed.

Everything is drawn with the ``Random`` that is given and from ordered tuples, so a seed means one document.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, TypeVar

from pipeline.model import Category
from pipeline.reference import Region, load_reference

T = TypeVar("T")
Level = Literal["province", "regency"]

REFERENCE = load_reference()
COUNTRY = REFERENCE.regions["ID"]
CATEGORIES: tuple[Category, ...] = ("tinggi", "sedang", "rendah")
NEW_PROVINCES = frozenset({"93", "94", "95", "96"})  # made in 2022: unknown to all editions but those of 2024
WITHOUT_REGENT_VOTES = frozenset({"31"})  # the parts of Jakarta elect nobody in a Pilkada


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An edition as documents speak of it.

    ``names`` stand behind "hasil" or "menurut"; the first one is the plainest. ``first`` and ``last`` bound the
    days on which it was news. ``vote`` is the event that it looked ahead to.
    """

    edition: str
    names: tuple[str, ...]
    first: date
    last: date
    vote: str


TERMS: dict[str, Term] = {
    term.edition: term
    for term in (
        Term(
            edition="ikp_2024",
            names=(
                "Indeks Kerawanan Pemilu (IKP) 2024",
                "IKP Pemilu dan Pemilihan Serentak 2024",
                "Indeks Kerawanan Pemilu (IKP) yang diluncurkan Bawaslu RI pada 16 Desember 2022",
                "IKP 2024 yang dirilis akhir tahun 2022",
            ),
            first=date(2022, 12, 17),
            last=date(2023, 7, 30),
            vote="Pemilu 2024",
        ),
        Term(
            edition="ikp_2019",
            names=(
                "Indeks Kerawanan Pemilu (IKP) 2019",
                "IKP Pemilu 2019",
                "IKP 2019 yang dirilis September 2018",
            ),
            first=date(2018, 9, 26),
            last=date(2018, 12, 20),
            vote="Pemilu 2019",
        ),
        Term(
            edition="ikp_pilkada_2018",
            names=("Indeks Kerawanan Pemilu (IKP) Pilkada 2018", "IKP Pilkada serentak 2018"),
            first=date(2017, 11, 29),
            last=date(2018, 5, 30),
            vote="Pilkada 2018",
        ),
        Term(
            edition="ikp_pilkada_2020",
            names=(
                "Indeks Kerawanan Pemilu (IKP) Pilkada 2020",
                "IKP Pilkada 2020",
                "Indeks Kerawanan Pilkada 2020 yang diluncurkan Bawaslu RI pada 25 Februari 2020",
            ),
            first=date(2020, 2, 26),
            last=date(2020, 4, 10),
            vote="Pilkada 2020",
        ),
        Term(
            edition="pemetaan_pilkada_2024",
            names=(
                "Pemetaan Kerawanan Pemilihan Serentak 2024",
                "pemetaan kerawanan Pilkada 2024",
                "Pemetaan Kerawanan Pemilihan Serentak yang diluncurkan Bawaslu RI pada 26 Agustus 2024",
            ),
            first=date(2024, 8, 27),
            last=date(2024, 10, 20),
            vote="Pilkada 2024",
        ),
        Term(
            edition="tps_rawan_pemilu_2024",
            names=("pemetaan TPS rawan Pemilu 2024", "pemetaan kerawanan TPS untuk Pemilu 2024"),
            first=date(2024, 2, 11),
            last=date(2024, 2, 13),
            vote="Pemilu 2024",
        ),
        Term(
            edition="tps_rawan_pilkada_2024",
            names=("pemetaan potensi TPS rawan Pilkada 2024", "pemetaan TPS rawan Pemilihan Serentak 2024"),
            first=date(2024, 11, 18),
            last=date(2024, 11, 26),
            vote="Pilkada 2024",
        ),
    )
}
SCORED = ("ikp_2024", "ikp_2024", "ikp_2019", "ikp_pilkada_2018", "ikp_pilkada_2020", "pemetaan_pilkada_2024")
"""Editions with scores, as often as releases speak of them."""
LEVELLED = ("ikp_2024", "ikp_2019", "ikp_pilkada_2020", "pemetaan_pilkada_2024")
TPS = ("tps_rawan_pemilu_2024", "tps_rawan_pilkada_2024")

# The mapping of 2024 publishes no cut-offs; its scores of kabupaten run from 2 to 30 (see the field guide).
_MAPPED: dict[Category, tuple[str, str]] = {
    "tinggi": ("22.3", "30"),
    "sedang": ("6.2", "20.7"),
    "rendah": ("1", "4"),
}

_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_ONES = (
    "nol", "satu", "dua", "tiga", "empat", "lima",
    "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip


def bounds(edition: str, level: Level, category: Category) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest score of a category, a little inside the edition's cut-offs."""
    if edition == "pemetaan_pilkada_2024":
        low, high = _MAPPED[category]
        return Decimal(low), Decimal(high)
    row = REFERENCE.editions[edition]
    high_cut = row.high_province if level == "province" else row.high_regency
    low_cut = row.low_province if level == "province" else row.low_regency
    if high_cut is None or low_cut is None or row.scale_max is None:
        raise ValueError(f"{edition} has no cut-offs")
    margin = row.scale_max / 200
    return {
        "tinggi": (high_cut + margin, row.scale_max * Decimal("0.97")),
        "sedang": (low_cut + margin, high_cut - margin),
        "rendah": (low_cut / 4, low_cut - margin),
    }[category]


def between(rng: random.Random, low: Decimal, high: Decimal, places: int) -> Decimal:
    """Draw a figure with so many decimals."""
    unit = Decimal(10) ** places
    steps = rng.randint(int(low * unit) + 1, max(int(low * unit) + 1, int(high * unit)))
    return Decimal(steps).scaleb(-places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How a document prints its scores: the decimal mark ("" is now this, now that) and the decimals."""

    mark: str
    places: int

    def draw(self, rng: random.Random, edition: str, level: Level, category: Category) -> Decimal:
        """Draw a score of that category."""
        return between(rng, *bounds(edition, level, category), self.places)

    def show(self, rng: random.Random, value: Decimal) -> str:
        """Print a score."""
        return str(value).replace(".", self.mark or rng.choice(",."))


def figures(rng: random.Random) -> Figures:
    """Draw a document's way to print scores: mostly a comma and two decimals."""
    return Figures(mark=rng.choice((",", ",", ",", ".", "")), places=rng.choice((2, 2, 2, 2, 1, 3)))


def whole(value: int) -> str:
    """Print a count, with a dot for thousands.

    >>> whole(1265), whole(48)
    ('1.265', '48')
    """
    return f"{value:,}".replace(",", ".")


def word(number: int) -> str:
    """Spell a number from 0 to 99.

    >>> [word(number) for number in (0, 7, 11, 15, 20, 34)]
    ['nol', 'tujuh', 'sebelas', 'lima belas', 'dua puluh', 'tiga puluh empat']
    """
    if number < 12:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    if tens == 1:
        return f"{_ONES[ones]} belas"
    return f"{_ONES[tens]} puluh {_ONES[ones]}" if ones else f"{_ONES[tens]} puluh"


def ordinal(number: int) -> str:
    """Spell a rank from 1 to 99.

    >>> ordinal(1), ordinal(4)
    ('pertama', 'keempat')
    """
    return "pertama" if number == 1 else f"ke{word(number)}"


def day_of(rng: random.Random, term: Term) -> date:
    """Draw a day on which the edition was news."""
    return term.first + timedelta(days=rng.randint(0, (term.last - term.first).days))


def long_date(day: date) -> str:
    """Print a date in words.

    >>> long_date(date(2022, 12, 16))
    'Jumat, 16 Desember 2022'
    """
    return f"{_DAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """Print a date as news do.

    >>> short_date(date(2022, 12, 16))
    'Jumat (16/12/2022)'
    """
    return f"{_DAYS[day.weekday()]} ({day.day}/{day.month}/{day.year})"


_REGIONS = tuple(REFERENCE.regions[code] for code in sorted(REFERENCE.regions))
_BEARERS = Counter(region.short.lower() for region in _REGIONS)
_OTHERS = {(alias.alias.lower(), alias.code) for alias in REFERENCE.region_aliases}
_TAKEN = frozenset(
    region.short.lower()
    for region in _REGIONS
    if any((region.short.lower(), other.code) in _OTHERS for other in _REGIONS if other is not region)
)  # "Yogyakarta" is short for the province, too
_NICKNAMES = {
    alias.code: alias.alias
    for alias in sorted(REFERENCE.region_aliases, key=lambda row: (row.code, row.alias), reverse=True)
    if alias.kind == "abbreviation" and " " not in alias.alias and len(alias.alias) > 2
}


def is_shared(region: Region) -> bool:
    """Tell whether another region goes by the same short name, so that only the full name tells which is meant."""
    return _BEARERS[region.short.lower()] > 1 or region.short.lower() in _TAKEN


def provinces(edition: str) -> tuple[Region, ...]:
    """Return the provinces that an edition may speak of, in the order of their codes."""
    late = edition in {"pemetaan_pilkada_2024", *TPS}
    return tuple(
        region for region in _REGIONS if region.level == "province" and (late or region.code not in NEW_PROVINCES)
    )


def members(province: Region) -> tuple[Region, ...]:
    """Return the kabupaten and kota of a province, in the order of their codes."""
    return tuple(region for region in _REGIONS if region.province == province.code and region is not province)


def homes(edition: str, least: int) -> tuple[Region, ...]:
    """Return provinces with at least so many kabupaten and kota that an edition may speak of."""
    return tuple(
        region
        for region in provinces(edition)
        if len(members(region)) >= least
        and (edition in {"ikp_2024", "ikp_2019"} or region.code not in WITHOUT_REGENT_VOTES)
    )


def some(rng: random.Random, things: Sequence[T], least: int, most: int) -> tuple[T, ...]:
    """Draw between ``least`` and ``most`` of the things, in an order that is drawn too."""
    return tuple(rng.sample(things, min(len(things), rng.randint(least, most))))


def bare(region: Region) -> str:
    """Return the name without its prefix, but the full name where only that tells which is meant."""
    return region.name if is_shared(region) and region.level != "province" else region.short


def dotted(region: Region) -> str:
    """Return the name with its prefix cut short: "Kab. Serang"."""
    return region.name.replace("Kabupaten ", "Kab. ").replace("Provinsi ", "Prov. ")


def nickname(region: Region) -> str:
    """Return the name by which newspapers call a region ("Kukar"), else the bare one."""
    return _NICKNAMES.get(region.code, bare(region))


def doubled(region: Region) -> str:
    """Return the full name with the nickname in brackets behind it, where there is one."""
    nick = _NICKNAMES.get(region.code)
    return f"{region.name} ({nick})" if nick else region.name


def naming(rng: random.Random, *, glosses: bool = True) -> tuple[str, ...]:
    """Draw how a document names regions; give the result to ``call``. ``glosses`` allows brackets behind names."""
    kinds = ["full", "full", "bare", "bare", "dotted", "nick", "mixed"]
    return (rng.choice([*kinds, "doubled"] if glosses else kinds),)


def call(rng: random.Random, region: Region, how: tuple[str, ...]) -> str:
    """Name a region in the document's way."""
    kind = rng.choice(("full", "bare", "dotted")) if how[0] == "mixed" else how[0]
    if kind == "bare":
        return bare(region)
    if kind == "dotted":
        return dotted(region)
    if kind == "nick":
        return nickname(region)
    return doubled(region) if kind == "doubled" else region.name


def listed(rng: random.Random, names: Sequence[str]) -> str:
    """Join names as prose does: "A", "A dan B", "A, B, dan C", "A, B serta C"."""
    if len(names) < 2:
        return "".join(names)
    last = rng.choice((", dan ", " dan ", " serta ")) if len(names) > 2 else " dan "
    return ", ".join(names[:-1]) + last + names[-1]
