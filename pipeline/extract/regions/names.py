"""Names of regions: finding them in a passage, and saying which region a name means.

A name that a kabupaten and a kota share is never resolved silently: the prefix, the list it stands in, the
document's own region or its province must decide; otherwise the candidates go to review.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from pipeline.extract.draft import Subject
from pipeline.extract.regions.misspellings import misspelt_names
from pipeline.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pipeline.extract.words.language import Passage
    from pipeline.model import Span
    from pipeline.reference import Reference, Region

Prefix = Literal["provinsi", "kabupaten", "kota"]

_PREFIX = re.compile(
    r"(?:(?<![a-z])(?P<provinsi>provinsi|propinsi|prov\.?)"
    r"|(?<![a-z])(?P<kabupaten>kabupaten administrasi|kabupaten|kabapaten|kab\.?)"
    r"|(?<![a-z])(?<!wali )(?<!kabupaten/)(?P<kota>kota administrasi|kota madya|kotamadya|kota))\s*$"
)
_BELOW = re.compile(
    r"(?<![a-z])(?:kecamatan|kec\.?|distrik|desa|kelurahan|kapanewon|nagari|dapil(?: [ivx\d]+)?|jalan|jl\.?|hotel|"
    r"pasar|pulau|selat|gunung|sungai|teluk|universitas|kodim(?: [\d/]+)?|korem|lapas|bandara|stadion|gedung|"
    r"pegunungan|gelora|masjid|rsud|pelabuhan|polsek|panwascam|bursa|persib)\s+$"
)
_VENUE = re.compile(
    r"\b(?:[Hh]otel|[Aa]ula|[Bb]allroom|[Gg]edung|[Rr]esto(?:ran)?|[Kk]afe|[Cc]afe|[Ss]tadion|[Pp]endopo|[Rr]uang|"
    r"[Rr]umah [Mm]akan|[Gg]raha|[Kk]ampus|[Ww]isma|[Ss]ekretariat)(?: [A-Z][\w.&'-]*){1,4} $"
)
_OF_PLACE = re.compile(
    r"(?<![A-Za-z])(?:Belakang|Tanjung|Muar[ao]|Ujung|Simpang|Kampung|Rantau|Pasir|Parit|Tebing|Koto|Sei|Way|Kuala|Lubuk|"
    r"Bukit|Karang|Danau|Lembah|Pantai)\s$"
)
"""A word that begins names of places: behind it, "Belakang Padang" is none of Kota Padang."""
_OUTLET_BEFORE = re.compile(r"\b(?:Tribun|Radar|Harian|Koran|Portal|Warta|Redaksi|Litbang|RRI|TVRI) $")
_OUTLET_BEHIND = re.compile(
    r" (?:Pos(?! (?:Pengawasan|Kamling|Pantau|Jaga))|Post|Ekspres|Express|News|Online|Times|Tribune|Today)\b"
)
"""Words beside a region's name that make it an outlet's: "Radar Sulteng", "Kendari Pos"."""
_OUTLET_NAMED = re.compile(r"\b(?i:laporan|sumber|teks|tim|redaksi|litbang)\b[^.\n]{0,20} $")
_NOWADAYS = re.compile(r" (?:Kini|Hari Ini)(?=\W*$| ?[,|)/])")
"""What ends an outlet's name where one is named, and is a word of time elsewhere: "Laporan: Tim Sultra Kini"."""
_OFFICE = re.compile(
    r"(?<![a-z])(?P<office>"
    r"(?P<watchdog>bawaslu|pengawas pemilu|pengawas pemilihan umum|panwaslu|panwaslih|panwas)|"
    r"kpu|kip|polres|polresta|polrestabes|polda|kapolres|kapolda|"
    r"pemkab|pemkot|pemprov|pemda|pemerintah|dprd|bupati|wali kota|walikota|gubernur|kesbangpol|kejari|pwi|"
    r"sekda|bappeda|forkopimda|diskominfo|kajari|bps|mui|banser|gmni|hmi)"
    r"(?: (?:ri|republik indonesia|se-?|di|wilayah|daerah))?\)?\s*$"
)

_BOTH = re.compile(
    r"(?<![a-z])(?P<one>(?P<kabupaten>kabupaten|kab\.?)|kota)\s?(?:dan|maupun|serta|atau|&|/)\s?"
    r"(?P<two>(?(kabupaten)kota|(?:kabupaten|kab\.?)))\s+$"
)
_PART_OF = re.compile(
    r" (?:Utara|Selatan|Barat|Timur|Tengah|UTARA|SELATAN|BARAT|TIMUR|TENGAH)\b(?! (?:dan|serta)\b)"
)
"""Behind a name that is not known with it: "Paser Utara" is no other region's name, but not Paser either."""
_OTHER_CAPITAL = re.compile(r" (?:nusantara|negara|kabupaten|provinsi|kecamatan)\b")

_BESIDE_HYPHEN = re.compile(r"\s*-\s*")
_SPELT_DOUBT = 0.5
_PLAIN = 5  # letters: "jateng" means nothing else, "bali" is a word too
PREFIX_LEVEL = {"provinsi": "province", "kabupaten": "regency", "kota": "city"}
_OFFICE_LEVEL = {
    "bupati": "regency", "pemkab": "regency", "wali kota": "city", "walikota": "city", "pemkot": "city",
    "gubernur": "province", "pemprov": "province", "polda": "province", "kapolda": "province",
}  # fmt: skip
"""Offices that only regions of one level have: "Bupati Alfa" speaks of the kabupaten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A region's name in a passage, prefix included: characters ``start`` to ``end`` of ``Passage.text``.

    ``codes`` are all regions of that name; ``office`` is the body it belongs to ("bawaslu", whatever
    the watchdog was called there and then, or "kpu") or None;
    ``below`` is true behind kecamatan, jalan, hotel and the like, and in the name of an outlet, where the name is
    no regency or province;
    ``part`` where it only begins a name that is not known ("Paser Utara"), so that it means no region surely;
    ``misspelt`` where its ``name`` is only near to what stands there.
    """

    start: int
    end: int
    name: str
    prefix: Prefix | None
    codes: tuple[str, ...]
    office: str | None = None
    below: bool = False
    part: bool = False
    misspelt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What helps to tell regions of one name apart: the document's own region and the provinces it is about.

    ``stated`` are the regions that it names with "Kabupaten" or "Kota", or by an office; ``doubt`` is more than 0
    where its own region is but likely.
    """

    own: str | None = None
    doubt: float = 0.0
    provinces: tuple[str, ...] = ()
    stated: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The region that a mention means. ``code`` is None where nothing decides between the candidates.

    ``doubt`` runs from 0 (the name is unique, or its prefix decides) to 1 (a guess that needs a person).
    """

    code: str | None
    doubt: float
    candidates: tuple[str, ...] = ()

    def named_at(self, span: Span) -> Subject:
        """Return the region as one that something is said about, named at ``span`` of the document."""
        return Subject(
            code=self.code, doubt=self.doubt, candidates=self.candidates, start=span.start, end=span.end
        )


class Gazetteer:
    """All names of all regions, folded, with the rules to resolve them."""

    def __init__(self, reference: Reference) -> None:
        """Index names, short names and aliases; hyphens and blanks inside a name may be missing.

        What the project corrected stands apart: it decides a bare name, and says nothing of one with a prefix.
        """
        self.regions: Mapping[str, Region] = reference.regions
        self._codes: Mapping[str, tuple[str, ...]] = _index_names(reference)
        self._own = _corrections(reference)
        self._capital = frozenset(fold(row.alias) for row in reference.region_aliases if row.capital)
        self._plain = _plain_provinces(reference)
        self._spelt = tuple(sorted(_spelt_out(reference)))

    @property
    def names(self) -> Iterable[str]:
        """Every surface form, folded."""
        return self._codes.keys() | self._own.keys()

    def mentions(self, passage: Passage) -> tuple[Mention, ...]:
        """Find the regions named in ``passage``, in order of position."""
        wrong = tuple(misspelt_names(passage.text, passage.names, self._spelt))
        found = [
            self._mention(passage, name.start, name.end)
            for name in passage.names
            if not any(one.start <= name.start and name.end <= one.end for one in wrong)
        ]
        found += [self._mention(passage, one.start, one.end, meant=one.name) for one in wrong]
        named = (one for mention in found if mention is not None for one in self._parted(passage, mention))
        return tuple(sorted(named, key=lambda mention: mention.start))

    def _parted(self, passage: Passage, mention: Mention) -> tuple[Mention, ...]:
        """Make two of "Kabupaten dan Kota Jayapura" where both bear the name: the first has its prefix alone."""
        levels = {self.regions[code].level for code in mention.codes}
        if not {"regency", "city"} <= levels or mention.below or mention.office:
            return (mention,)
        first = _BOTH.search(
            passage.lower, max(0, mention.end - len(mention.name) - 40), mention.end - len(mention.name)
        )
        if first is None or any(name.start < first.end("one") <= name.end for name in passage.names):
            return (mention,)  # none, or the end of another name: "Lima Puluh Kota dan Kabupaten Solok"
        prefixes: tuple[Prefix, Prefix] = ("kabupaten", "kota") if first["kabupaten"] else ("kota", "kabupaten")
        return (
            replace(mention, start=first.start(), end=first.end("one"), prefix=prefixes[0]),
            replace(mention, start=first.start("two"), prefix=prefixes[1]),
        )

    def _mention(self, passage: Passage, start: int, end: int, meant: str | None = None) -> Mention | None:
        name = meant or _BESIDE_HYPHEN.sub("-", passage.lower[start:end])
        before = passage.lower[max(0, start - 40) : start]
        prefixed = _PREFIX.search(before)
        prefix = _prefix_of(prefixed)
        lead = before[: prefixed.start()] if prefixed else before
        office = _OFFICE.search(lead)
        told = prefix is not None or (office is not None and office["office"] in _OFFICE_LEVEL)
        codes = self._codes_of(name, told=told)
        if not codes:
            return None  # a correction with marks in it, which are spaced otherwise here
        if prefixed is None and not self._looks_like_name(passage.text[start:end], name):
            return None
        return Mention(
            start=start - (len(before) - prefixed.start()) if prefixed else start,
            end=end,
            name=name,
            prefix=prefix,
            codes=codes,
            office=office and ("bawaslu" if office["watchdog"] else office["office"]),
            below=prefix is None and _is_of_another(passage, start, end),
            part=_is_part(passage.text, end)
            or (name in self._capital and _OTHER_CAPITAL.match(passage.lower, end) is not None),
            misspelt=meant is not None,
        )

    def _codes_of(self, name: str, *, told: bool) -> tuple[str, ...]:
        """Return the regions that a name means, ``told`` from its twins by prefix or office, or not."""
        own, shipped = self._own.get(name), self._codes.get(name, ())
        return (own,) if own is not None and not (told and shipped) else shipped

    def _looks_like_name(self, text: str, name: str) -> bool:
        if name in self._capital:
            return text[0].isupper() and (text.isupper() or text.istitle())
        return text[0].isupper() or name in self._plain

    def resolve(self, mention: Mention, context: Context, elided: Prefix | None = None) -> Resolved:
        """Say which region ``mention`` means.

        ``elided`` is the prefix that was stated earlier in the same list ("Kabupaten Alfa, Beta, Gama").
        """
        resolved = self._resolved(mention, context, elided)
        return replace(resolved, doubt=max(resolved.doubt, _SPELT_DOUBT)) if mention.misspelt else resolved

    def _resolved(self, mention: Mention, context: Context, elided: Prefix | None) -> Resolved:
        codes = mention.codes
        if mention.part:
            return Resolved(code=None, doubt=1.0, candidates=codes)
        if elided and mention.prefix is None:
            codes = (
                self.of_other_level(mention, elided) or codes
            )  # "Kabupaten Lebak dan Serang": it is that of both
        if mention.prefix or mention.office in _OFFICE_LEVEL:
            level = PREFIX_LEVEL[mention.prefix] if mention.prefix else _OFFICE_LEVEL[mention.office or ""]
            fitting = tuple(code for code in codes if self.regions[code].level == level)
            if not fitting and mention.prefix is None:
                fitting = codes
            if not fitting:
                return self._misfit(mention, codes, context)
            codes = fitting
        if len(codes) == 1:
            return Resolved(code=codes[0], doubt=0.0, candidates=codes)
        return self._choose(codes, context, elided, prefixed=mention.prefix is not None)

    def of_other_level(self, mention: Mention, kind: Prefix) -> tuple[str, ...]:
        """Return the twins of a corrected name that are of the kind its list speaks of, where it is not itself."""
        own, level = self._own.get(mention.name), PREFIX_LEVEL[kind]
        if own is None or self.regions[own].level == level:
            return ()
        return tuple(code for code in self._codes.get(mention.name, ()) if self.regions[code].level == level)

    def _misfit(self, mention: Mention, codes: tuple[str, ...], context: Context) -> Resolved:
        """Handle a prefix that no region of the name has ("Kabupaten Ambon"): most likely a slip."""
        if len(codes) == 1 and mention.prefix != "provinsi":
            return Resolved(code=codes[0], doubt=0.3, candidates=codes)
        chosen = self._choose(codes, context, None, prefixed=False)
        return Resolved(code=chosen.code, doubt=max(chosen.doubt, 0.5), candidates=codes)

    def _choose(
        self, codes: tuple[str, ...], context: Context, elided: Prefix | None, *, prefixed: bool
    ) -> Resolved:
        if context.own in codes:
            return Resolved(code=context.own, doubt=max(0.1, context.doubt), candidates=codes)
        near = tuple(code for code in codes if self.regions[code].province in context.provinces)
        alike = elided and any(self.regions[code].level == PREFIX_LEVEL[elided] for code in codes)
        if elided and alike:
            near = tuple(c for c in near or codes if self.regions[c].level == PREFIX_LEVEL[elided]) or near
        elif not prefixed:
            provinces = tuple(code for code in codes if self.regions[code].level == "province")
            if provinces:
                return Resolved(code=provinces[0], doubt=0.1, candidates=codes)
        if len(near) == 1:
            return Resolved(code=near[0], doubt=0.1, candidates=codes)
        return Resolved(code=None, doubt=1.0, candidates=near or codes)

    def stated(self, mentions: Iterable[Mention]) -> frozenset[str]:
        """Return the regions of a shared name that a prefix or an office tells apart from their twins."""
        told = (mention for mention in mentions if len(mention.codes) > 1 and not mention.below)
        resolved = (self.resolve(m, Context()) for m in told if m.prefix or m.office in _OFFICE_LEVEL)
        return frozenset(one.code for one in resolved if one.code is not None)

    def parts_of(self, province: str | None) -> frozenset[str]:
        """Return the codes of all kabupaten and kota of a province, empty for None."""
        return frozenset(
            code
            for code, region in self.regions.items()
            if province is not None and region.province == province and region.level in {"regency", "city"}
        )

    def province_of(self, code: str | None) -> str | None:
        """Return the province code of a region (its own for a province), None for the country or None."""
        return self.regions[code].province if code is not None and code in self.regions else None


def _is_of_another(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a name is that of a place below the regency, of a house, or of an outlet."""
    low = max(0, start - 60)
    return (
        _BELOW.search(passage.lower, low, start) is not None
        or _VENUE.search(passage.text, low, start) is not None
        or _is_outlet(passage, start, end)
        or _ends_place(passage, start)
    )


def _is_outlet(passage: Passage, start: int, end: int) -> bool:
    """Tell whether the words around a name make it an outlet's."""
    low = max(0, start - 60)
    if _OUTLET_BEFORE.search(passage.text, low, start) or _OUTLET_BEHIND.match(passage.text, end):
        return True
    nowadays = _NOWADAYS.match(passage.text, end) is not None
    return nowadays and _OUTLET_NAMED.search(passage.text, low, start) is not None


def _ends_place(passage: Passage, start: int) -> bool:
    """Tell whether a name ends that of another place: "Belakang Padang"."""
    first = _OF_PLACE.search(passage.text, max(0, start - 12), start)
    return first is not None and not any(name.start <= first.start() < name.end for name in passage.names)


def _is_part(text: str, end: int) -> bool:
    """Tell whether the name ending at ``end`` is only the first part of an unknown one, such as "Paser Utara"."""
    return _PART_OF.match(text, end) is not None


def _prefix_of(match: re.Match[str] | None) -> Prefix | None:
    if match is None:
        return None
    if match["provinsi"]:
        return "provinsi"
    return "kabupaten" if match["kabupaten"] else "kota"


def _index_names(reference: Reference) -> dict[str, tuple[str, ...]]:
    codes: dict[str, set[str]] = defaultdict(set)
    for region in reference.regions.values():
        if region.level != "country":
            for form in _forms(fold(region.short)):
                codes[form].add(region.code)
    for alias in reference.region_aliases:
        for form in _forms(fold(alias.alias)):
            codes[form].add(alias.code)
    return {form: tuple(sorted(found)) for form, found in sorted(codes.items())}


def _corrections(reference: Reference) -> dict[str, str]:
    """Return the regions that the project says names mean, by folded name."""
    return {
        form: row.means for row in reference.project if row.kind == "region" for form in _forms(fold(row.phrase))
    }


def _plain_provinces(reference: Reference) -> frozenset[str]:
    """Return the names of provinces that mean nothing else where they stand in small letters: "jawa barat"."""
    names = {fold(region.short) for region in reference.regions.values() if region.level == "province"}
    names |= {
        fold(row.alias)
        for row in reference.region_aliases
        if "." not in row.code and row.kind in {"abbreviation", "short"} and not row.capital
    }
    return frozenset(name for name in names if " " in name or len(name) > _PLAIN)


def _spelt_out(reference: Reference) -> Iterator[str]:
    """Yield the names in which a typing error may be told: no abbreviations, no nicknames, nothing English."""
    for region in reference.regions.values():
        if region.level != "country":
            yield fold(region.short).replace("-", " ")
    for row in reference.region_aliases:
        if row.kind in {"short", "former"} and not row.capital:
            yield fold(row.alias).replace("-", " ")


def _forms(name: str) -> set[str]:
    """Spell a name with its hyphens and blanks as they are, as blanks, and left out where that is long enough.

    >>> sorted(_forms("muko muko"))
    ['muko muko', 'muko-muko', 'mukomuko']
    """
    forms = {name, name.replace("-", " ")}
    parts = name.replace("-", " ").split()
    if len(parts) == 2:
        forms.add("-".join(parts))
        glued = "".join(parts)
        forms |= {glued} if len(glued) >= 8 else set()
    return forms


@cache
def gazetteer(reference: Reference) -> Gazetteer:
    """Return the gazetteer of ``reference``, built once."""
    return Gazetteer(reference)
