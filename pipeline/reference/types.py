"""The rows of the reference tables, one frozen type a table, and the whole as ``Reference``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from pipeline.model import Basis, Category, TallyLevel
from pipeline.reference.calibration import Calibration
from pipeline.reference.kamus import Kamus
from pipeline.text import words

RegionLevel = Literal["country", "province", "regency", "city"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One of the 61 indicators. ``name`` is the catalog's wording, ``official_name`` the book's, where known."""

    number: int
    dimension: str
    subdimension: str
    name: str
    official_name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorAlias:
    """A wording that means indicator ``number``.

    ``also`` lists further indicators that the wording means at the same time ("PSU dan PSSU" is 32 and 33);
    ``arguable`` lists numbers that the wording may mean instead, so that a match goes to review.
    """

    wording: str
    number: int
    also: tuple[int, ...] = ()
    arguable: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownIssue:
    """An issue that releases name and the catalog does not hold: ``issue`` is its fixed name in Indonesian."""

    issue: str
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Indonesia (code ID), a province (two digits) or a kabupaten or kota (``36.04``).

    ``name`` is the full name with its prefix ("Kabupaten Serang"); ``short`` the name without it ("Serang").
    ``province`` and ``province_2022`` are province codes now and when IKP 2024 was made (34 provinces); for a
    province both name its own code then and now; for the country they are None.
    """

    code: str
    level: RegionLevel
    name: str
    short: str
    province: str | None
    province_2022: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionAlias:
    """Another name of a region.

    ``capital`` is true where the alias is also an ordinary word: match it only in upper or title case, or
    behind "Kabupaten", "Kota" or "Provinsi".
    """

    alias: str
    code: str
    kind: Literal["abbreviation", "short", "former", "english", "misspelling", "nickname"]
    capital: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectAlias:
    """A correction: in every document ``phrase`` means ``means``, an indicator's number or a region's code.

    ``author``, ``quote`` (words of the source), ``document`` (name of its file), ``at`` (ISO time, UTC) and
    ``note`` are for people, each empty where not known. ``line`` is where it stands in its file, else 0.
    """

    kind: Literal["indicator", "region"]
    phrase: str
    means: str
    author: str = ""
    quote: str = ""
    document: str = ""
    at: str = ""
    note: str = ""
    line: int = field(default=0, compare=False)

    @property
    def key(self) -> str:
        """What spellings of the phrase share: its folded words.

        >>> ProjectAlias(kind="region", phrase="Kota  Baja", means="36.72").key
        'kota baja'
        """
        return " ".join(words(self.phrase))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """A dimension, subdimension, or dimension of another edition's instrument.

    ``key`` is the name used in findings, in lower case ("konteks sosial politik", "pungut hitung");
    ``parent`` the key of the dimension that a subdimension belongs to; ``wordings`` are ways to write it;
    ``editions`` the editions whose instrument has it, as far as known.
    ``weight`` (0 to 1) is the share in the IKP 2024 total, derived from published scores, None elsewhere.
    """

    key: str
    name: str
    parent: str | None
    weight: Decimal | None
    wordings: tuple[str, ...]
    editions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One mapping by Bawaslu. Scores run from 0 to ``scale_max``.

    ``high_*`` is the lowest score of tinggi. ``low_*`` is the bound of rendah: a score of at most ``low_*`` is
    rendah, or less than it where ``low_exclusive_province`` (IKP 2024: 21.7 itself is sedang). None: not known.
    ``wordings`` are names by which texts call the edition.

    What tells its instrument from others, each None or empty where not known: ``polled`` is the day of the vote;
    ``indicators``, ``dimensions`` (for polling stations: variabel) and ``subdimensions`` are counts;
    ``provinces``, ``regencies`` (kabupaten and kota) and ``areas`` (both, "171 daerah") are the regions that vote;
    ``means`` are national means that were published, ``signs`` further words that only it is described with.
    """

    id: str
    name: str
    year: int
    published: date | None
    scale_max: Decimal | None
    high_province: Decimal | None
    low_province: Decimal | None
    high_regency: Decimal | None
    low_regency: Decimal | None
    low_exclusive_province: bool
    wordings: tuple[str, ...]
    polled: date | None = None
    indicators: int | None = None
    dimensions: int | None = None
    subdimensions: int | None = None
    provinces: int | None = None
    regencies: int | None = None
    areas: int | None = None
    means: tuple[Decimal, ...] = ()
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage (tahapan) of the election and the ways to write it."""

    key: str
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialScore:
    """A score that is known from official or several press sources, to check ours against.

    ``note`` says what else is reported, empty where nothing is.
    """

    edition: str
    region_code: str
    basis: Basis | None
    dimension: str | None
    score: Decimal | None
    category: Category | None
    rank: int | None
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialTally:
    """How many regions of a level Bawaslu put into a category."""

    edition: str
    level: TallyLevel
    dimension: str | None
    category: Category
    n: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """Where a province stands on the map of equal tiles: row from the north, column from the west, both from 1.

    ``label`` is the name by which the press shortens it ("Sumut"), ``short`` the same in three letters.
    """

    code: str
    row: int
    column: int
    label: str
    short: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reference:
    """All tables. ``regions`` and ``tiles`` are keyed by code, ``indicators`` by number, ``editions`` by id.

    ``project`` are the corrections of one project, which go before all other wordings and names (see ``project``);
    ``kamus`` holds the Indonesian words for published tables and columns (see ``kamus``).

    Compared and hashed by identity, so that what is derived from it can be cached.
    """

    indicators: Mapping[int, Indicator]
    indicator_aliases: tuple[IndicatorAlias, ...]
    known_issues: tuple[KnownIssue, ...]
    regions: Mapping[str, Region]
    region_aliases: tuple[RegionAlias, ...]
    dimensions: Mapping[str, Dimension]
    editions: Mapping[str, Edition]
    stages: tuple[Stage, ...]
    scores: tuple[OfficialScore, ...]
    tallies: tuple[OfficialTally, ...]
    tiles: Mapping[str, Tile]
    calibration: Calibration = field(default_factory=Calibration)
    project: tuple[ProjectAlias, ...] = ()
    kamus: Kamus = field(default_factory=dict)
