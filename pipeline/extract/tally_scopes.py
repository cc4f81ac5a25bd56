"""Among which regions a tally counts: the nation, or a province that the line or the text names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.marks.kinds import CountMark
from pipeline.extract.scene.asides import is_container
from pipeline.extract.scene.line import Line
from pipeline.extract.scene.speakers import office_spoken_of
from pipeline.model import TallyLevel

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene

_PROVINCES = frozenset({"province"})
_REGENCIES = frozenset({"regency", "city"})
NATION = re.compile(
    r"(?<!ikp tingkat )(?<!ikp )nasional|se-?\s?indonesia|seluruh indonesia|bawaslu ri\b|di indonesia"
)
_OF_A_NATION = re.compile(r"(?<![\d.,])[1-9]\d\d (?:kabupaten|kota|kab|daerah|wilayah)(?![a-z])")
_PART_OF_PROVINCE = re.compile(
    r"(?:(?<![a-z])(?:di|dari|untuk|wilayah|kawasan)\s|(?<![a-z])se-?\s?)(?:(?:kawasan|wilayah|daerah|seluruh) )*"
    r"(?P<name>(?:eks|bekas)[ -](?:(?:karesidenan|keresidenan) )?[a-z]+|(?:karesidenan|keresidenan|pulau|kawasan|"
    r"daratan) [a-z]+|pantura|pantai (?:utara|selatan|barat|timur)|pesisir|tapal kuda|mataraman|madura|solo ?raya|"
    r"(?!hari |jalan )[a-z]+ raya|(?:wilayah|bagian) (?:utara|selatan|barat|timur|tengah))(?![a-z])"
)
_PART_OF_NATION = re.compile(
    r"\s(?:yang ada |lain(?:nya)? )?(?:di|se-?)\s?(?:(?:wilayah|kawasan|bagian|pulau|tanah) )*"
    r"(?:(?:utara|selatan|barat|timur|tengah) [a-z]+|tanah [a-z]+|indonesia (?:timur|barat|tengah)|"
    r"(?:sumatera|jawa|kalimantan|sulawesi|papua|nusa tenggara|maluku)"
    r"(?! (?:utara|selatan|barat|timur|tengah|tenggara|pegunungan)(?![a-z])))(?![a-z])"
)
"""Words behind a number of provinces that lie in a part of the nation: "empat provinsi di selatan Sumatera"."""
_OTHER_CLAUSE = re.compile(r"[,;:]|(?<![a-z])(?:dan|sedangkan|sementara|adapun|lalu)(?![a-z])")


def is_in_part(line: Line, count: CountMark, scene: Scene) -> bool:
    """Tell whether regions are counted in a part of a province: "dua dari empat kabupaten di Pulau Alfa".

    The part stands before the count, or behind it in the same clause; a province named since goes first.
    """
    names = [(mention.start - line.start, mention.end - line.start) for mention, _ in line.regions]
    provinces = [m.start for m, s in line.regions if _is_of(s.code, scene, _PROVINCES) and is_container(line, m)]
    for found in _PART_OF_PROVINCE.finditer(line.lower):
        if any(low <= found.start("name") and found.end() <= high for low, high in names):
            continue  # "Kubu Raya", "Pulau Morotai"
        start = line.start + found.start()
        behind = start >= count.end and not _OTHER_CLAUSE.search(line.between(count.end, start))
        low, high = (count.end, start) if behind else (start, line.end)
        if (behind or start < count.start) and not any(low <= place < high for place in provinces):
            return True
    return False


def is_in_part_of_nation(line: Line, count: CountMark) -> bool:
    """Tell whether provinces are counted in a part of the nation, of which no number is published."""
    return count.level == "province" and _PART_OF_NATION.match(line.between(count.end, line.end)) is not None


def level_of_scope(line: Line, scope: str | None, scene: Scene) -> TallyLevel:
    """Read "daerah" by what is listed: regencies in a province, else what the line's regions are."""
    if scope not in {None, "ID"}:
        return "regency_city"
    levels = [scene.places.regions[s.code].level for _, s in line.regions if s.code is not None]
    return "province" if levels and all(level == "province" for level in levels) else "regency_city"


def scope_of(line: Line, count: CountMark, scene: Scene) -> str | None:
    """Return the code of the region whose parts are counted: a province, or ID for the whole country."""
    if count.level == "province":
        return "ID"
    if count.level == "district":
        told = _named(line, scene, _REGENCIES) or _bearer(line, count, scene)
        spoken = office_spoken_of(line, scene, count.start) if told is None else None
        return told or (spoken.code if spoken else scene.context.own)
    named = _named(line, scene, _PROVINCES)
    if named is not None:
        return named if count.n <= len(scene.places.parts_of(named)) else "ID"
    if (province := province_of_named(line, count, scene)) is not None:
        return province
    told = line.inherited.tally_scope
    own = scene.places.province_of(scene.context.own)
    if own is not None and count.n <= len(scene.places.parts_of(own)):
        # of so few, another paragraph's nation says nothing
        told = "ID" if is_on_nation(line, count) else None if told == "ID" else told
    fits = told is None or told == "ID" or count.n <= len(scene.places.parts_of(told))
    if told is not None and fits and not NATION.search(line.lower):
        return told
    return _scope_of_text(line, count, scene)


def is_on_nation(line: Line, count: CountMark) -> bool:
    """Tell whether a paragraph counts more regions than a province has: "dari 514 kabupaten/kota"."""
    return _OF_A_NATION.search(line.between(0, count.start)) is not None


def province_of_named(line: Line, count: CountMark, scene: Scene) -> str | None:
    """Return the province of the counted regions where the line names them all: "dua daerah, yakni Alfa dan Beta".

    None where they lie in several, or where the text is the nation's.
    """
    named = [s.code for m, s in line.regions if m.start >= count.end and s.code and not is_container(line, m)]
    provinces = {scene.places.province_of(code) for code in named if "." in code}
    whole = scene.context.own in {None, "ID"} or NATION.search(line.lower) is not None
    if whole or len(named) != count.n or len(provinces) != 1 or any("." not in code for code in named):
        return None
    return provinces.pop()


def _scope_of_text(line: Line, count: CountMark, scene: Scene) -> str | None:
    """Return the scope where the line names none: the document's province, or the country where that cannot be."""
    own = scene.context.own
    province = scene.places.province_of(own)
    behind = {scene.places.province_of(s.code) for m, s in line.regions if s.code and m.start > count.end}
    abroad = len(behind) > 2 or (bool(behind) and province not in behind)
    if own == "ID" or abroad or NATION.search(line.lower):
        return "ID"
    if province is None:
        return None
    return province if count.n <= len(scene.places.parts_of(province)) else "ID"


def _bearer(line: Line, count: CountMark, scene: Scene) -> str | None:
    """Return the regency that a count of its districts is told of: "Alfa memiliki 3 kecamatan rawan tinggi"."""
    before = [s.code for mention, s in line.regions if mention.end <= count.start and s.code is not None]
    last = scene.places.regions[before[-1]] if before else None
    return last.code if last is not None and last.level in _REGENCIES else None


def names_whole(line: Line, scene: Scene) -> bool:
    """Tell whether a line names a province or the nation that it counts regions of."""
    return scope_named(line, scene) is not None or NATION.search(line.lower) is not None


def scope_named(line: Line, scene: Scene) -> str | None:
    """Return the province that a line says counted regions lie in, None without."""
    return _named(line, scene, _PROVINCES)


def _named(line: Line, scene: Scene, levels: frozenset[str]) -> str | None:
    """Return the region of one of ``levels`` that the line says the counted ones lie in ("di Provinsi Alfa")."""
    for mention, subject in line.regions:
        if _is_of(subject.code, scene, levels) and is_container(line, mention):
            return subject.code
    return None


def _is_of(code: str | None, scene: Scene, levels: frozenset[str]) -> bool:
    region = scene.places.regions.get(code or "")
    return region is not None and region.level in levels
