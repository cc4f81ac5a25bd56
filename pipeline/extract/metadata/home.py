"""Which region a document is about: the one whose Bawaslu speaks, or that title, lead and text dwell on.

A name in passing does not make a region the document's own: what opens it ("WAJO - ...", "wajo.bawaslu.go.id")
weighs more than what is first named below.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from pipeline.extract.metadata.signs import Sign, signed_regions
from pipeline.extract.regions.names import Context, Gazetteer, Mention, gazetteer
from pipeline.extract.regions.reader import name_reader
from pipeline.extract.scene.datelines import dateline_end

if TYPE_CHECKING:
    from pipeline.extract.words.language import Passage
    from pipeline.reference import Reference

Role = Literal["title", "lead", "text", "list"]

COUNTRY = "ID"
_SEAT = "31"  # the national bodies sit in Jakarta: what they say there is not about it
_SEVERAL = 3  # provinces from which a text that speaks of the nation is about it
_ALIKE = 0.7  # two provinces so close in weight, where no office speaks, leave it open which is meant

_DWELLS = 3  # mentions by which a text dwells on a region that neither its title nor its first paragraph names
_IN_PASSING = 0.4  # doubt enough to send to review what is told of no region by name
_OPENS = 40  # characters of a sentence that may open the text; a shorter one is a line of its head

_OFFICE = 3.0
_WEIGHT = {"title": 4.0, "lead": 2.0, "text": 1.0, "list": 0.25}
_CAP = {"title": 4.0, "lead": 2.0, "text": 5.0, "list": 1.0, "office": 9.0}
_SURE = 0.5  # doubt below which a mention counts for its region
_SPREAD = 5  # a text on so many provinces, none of which stands out, is about the country
_OUTSTANDING = 0.5  # share of all weight that lets a province stand out

_OFFICE_BEFORE = re.compile(
    r"(?:bawaslu|panwaslu|panwaslih|kpu|badan pengawas pem\w+(?: umum)?|komisi pemilihan umum)\)?"
    r"(?: \((?:bawaslu|kpu)\))?(?: (?:daerah|wilayah|di|pada))?\s*$"
)
_DATELINE = re.compile(r"^\W*(?:[\w .&'-]{2,40}, [\w .'-]{2,30}\s[-–—]|[\w .'-]{2,40}?\s?(?:\(|[-–—,|]))")
_NATIONAL = re.compile(r"\b(?:indonesia|nasional|bawaslu ri|3[478] provinsi|5(?:08|14) kabupaten)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A passage and the role it plays: title, lead, running text, or a row of a list or table."""

    passage: Passage
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    mention: Mention
    code: str | None
    role: Role
    office: bool
    above: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The region that a document is about: ``ID`` for the whole country, None if unclear.

    ``doubt`` is more than 0 where it rests on names in passing, or what opens the document speaks for another.
    """

    code: str | None
    doubt: float = 0.0


def home_of(parts: Sequence[Part], reference: Reference) -> Home:
    """Return the region that the document is about, and how far that is in doubt.

    A kabupaten and a kota of one name are told apart by a prefix somewhere in the document, never by guessing.
    """
    places = gazetteer(reference)
    signs = signed_regions([part.passage for part in parts], places)
    named = _resolve_twins(tuple(_named(parts, places)), places)
    code = _home_region(parts, named, signs, places)
    told = [one for one in named if one.code is not None and code in {one.code, places.province_of(one.code)}]
    sign = next((sign for sign in signs if code not in sign), None)
    if code == COUNTRY or any(code in sign for sign in signs) or (code is None and sign is None):
        return Home(code=code)
    if sign is None or code in {places.province_of(one) for one in sign}:
        passing = not any(one.above for one in told) and len(told) < _DWELLS
        return Home(code=code, doubt=_IN_PASSING if passing else 0.0)
    return _signed(sign, code, told, named)


def region_of_name(name: str, reference: Reference) -> str | None:
    """Read the region off a file name such as ``press-release-bawaslu-kutai-timur.pdf``."""
    words = re.sub(r"[\W_]+", " ", name.rsplit(".", 1)[0]).title()
    passage = name_reader(reference).read(words) if words.strip() else None
    return home_of((Part(passage=passage, role="title"),), reference).code if passage else None


def _signed(sign: Sign, code: str | None, told: Sequence[_Named], named: Sequence[_Named]) -> Home:
    """Return the region of a document whose dateline or address is another's than that which it dwells on.

    Where the title, or an office at its head, tells that one, the sign is but where the report was written.
    """
    office = next((one.code for one in named if one.above and one.office), None)
    opened = (office == code and office is not None) or any(
        one.code == code and one.role == "title" for one in told
    )
    both = any(one.role == "title" and one.code in sign for one in named)
    if opened and not both:
        return Home(code=code)
    if any(one.above and one.code == code for one in told) and not both:
        return Home(code=code, doubt=_IN_PASSING)
    stated = [one for one in sign if any(mention.code == one for mention in named)]
    meant = stated if len(stated) == 1 else list(sign)
    return Home(code=meant[0] if len(meant) == 1 else None, doubt=_IN_PASSING)


def _home_region(
    parts: Sequence[Part], named: tuple[_Named, ...], signs: Sequence[Sign], places: Gazetteer
) -> str | None:
    weights = _weigh(named)
    for code in {code for sign in signs for code in sign if len(sign) == 1}:
        if code in weights and places.province_of(code) not in weights:
            weights[code] += _WEIGHT["lead"]
    if not weights:
        national = any(_NATIONAL.search(part.passage.lower) for part in parts)
        return COUNTRY if national else None
    best = max(sorted(weights), key=lambda code: weights[code])
    if any(one.office for one in named):
        return best
    provinces = _provinces(weights, places)
    if _is_spread(provinces, _SPREAD):
        return COUNTRY
    if not any(one.role == "title" and one.code for one in named):
        shared = _is_shared(provinces)
        national = any(_NATIONAL.search(part.passage.lower) for part in parts)
        if national and (shared or _is_spread(provinces, _SEVERAL)):
            return COUNTRY
        if shared:
            return None
    return _roof(weights, places) or best


def _named(parts: Sequence[Part], places: Gazetteer) -> Iterator[_Named]:
    opening = _opening(parts)
    for position, part in enumerate(parts):
        for mention in places.mentions(part.passage):
            if mention.below or _is_dateline(mention, part):
                continue
            resolved = places.resolve(mention, Context())
            sure = resolved.code is not None and resolved.doubt < _SURE
            before = part.passage.lower[max(0, mention.start - 60) : mention.start]
            yield _Named(
                mention=mention,
                code=resolved.code if sure else None,
                role=part.role,
                office=_OFFICE_BEFORE.search(before) is not None,
                above=position <= opening or part.role == "title",
            )


def _opening(parts: Sequence[Part]) -> int:
    """Return the position of the paragraph that opens the text, of the third line where there is none."""
    for position, part in enumerate(parts):
        text = part.passage.text
        ends = len(text) >= _OPENS and text.rstrip('"”) ').endswith((".", "!", "?"))
        if part.role == "lead" or (part.role == "text" and (ends or dateline_end(text))):
            return position
    first = next((place for place, part in enumerate(parts) if part.role != "title"), 0)
    return first + 2


def _is_dateline(mention: Mention, part: Part) -> bool:
    """Tell whether a name is only the place of the report: "SURABAYA, KOMPAS.com - ", "di Jakarta"."""
    before = part.passage.lower[max(0, mention.start - 3) : mention.start]
    if before == "di " and _SEAT in mention.codes and part.passage.lower[mention.start : mention.end] == "jakarta":
        return True
    if mention.prefix is not None or mention.start > 30 or part.role == "title":
        return False
    if part.role == "text":  # below a date or a byline
        return mention.end <= dateline_end(part.passage.text)
    line = _DATELINE.match(part.passage.text)
    return line is not None and mention.end <= line.end() and part.role == "lead"


def _resolve_twins(named: tuple[_Named, ...], places: Gazetteer) -> tuple[_Named, ...]:
    """Let a bare name mean the region that bears it with a prefix elsewhere, or that lies in the main province.

    Of two provinces named as often, neither is the main one.
    """
    stated = Counter(one.code for one in named if one.code is not None)
    provinces = Counter(places.province_of(one.code) for one in named if one.code is not None)
    ranked = provinces.most_common(2)
    tied = len(ranked) > 1 and ranked[0][1] == ranked[1][1]
    main = ranked[0][0] if ranked and not tied else None
    context = Context(provinces=(main,) if main else ())
    return tuple(one if one.code else _replaced(one, _twin(one, stated, context, places)) for one in named)


def _replaced(one: _Named, code: str | None) -> _Named:
    return replace(one, code=code)


def _twin(one: _Named, stated: Counter[str], context: Context, places: Gazetteer) -> str | None:
    known = [code for code in one.mention.codes if stated[code]]
    if len(known) == 1:
        return known[0]
    resolved = places.resolve(one.mention, context)
    return resolved.code if resolved.doubt < _SURE else None


def _weigh(named: tuple[_Named, ...]) -> dict[str, float]:
    """Add up what speaks for each region; a title that names several regions is shared among them."""
    titles = {one.code for one in named if one.role == "title" and one.code}
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for one in named:
        if one.code is None:
            continue
        share = 1 / len(titles) if one.role == "title" else 1.0
        key = (one.code, one.role)
        sums[key] = min(_CAP[one.role] * share, sums[key] + _WEIGHT[one.role] * share)
        if one.office:
            sums[one.code, "office"] = min(_CAP["office"], sums[one.code, "office"] + _OFFICE)
    weights: dict[str, float] = defaultdict(float)
    for (code, _), weight in sums.items():
        weights[code] += weight
    return dict(weights)


def _provinces(weights: dict[str, float], places: Gazetteer) -> dict[str | None, float]:
    """Add up the weights of a province and its kabupaten and kota."""
    provinces: dict[str | None, float] = defaultdict(float)
    for code, weight in weights.items():
        provinces[places.province_of(code)] += weight
    return dict(provinces)


def _is_spread(provinces: dict[str | None, float], several: int) -> bool:
    """Tell whether a text speaks of so many provinces, none of which has more than its half."""
    return len(provinces) >= several and max(provinces.values()) <= _OUTSTANDING * sum(provinces.values())


def _is_shared(provinces: dict[str | None, float]) -> bool:
    """Tell whether two provinces weigh about the same, so that no region is the text's own."""
    ranked = sorted(provinces.values(), reverse=True)
    return len(ranked) > 1 and ranked[1] >= _ALIKE * ranked[0]


def _roof(weights: dict[str, float], places: Gazetteer) -> str | None:
    """Return the province that is named beside many of its kabupaten and kota, none of which stands out."""
    provinces = {places.province_of(code) for code in weights}
    roof = provinces.pop() if len(provinces) == 1 else None
    spread = len(weights) > _SPREAD and max(weights.values()) < _OUTSTANDING * sum(weights.values())
    return roof if spread and roof in weights else None
