"""Where the corrections of a project are used, and where a document means otherwise by the same words. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import Finding, Parsed, Quarantined
from pipeline.reference import ProjectAlias, load_reference
from pipeline.reference.load import wording_key
from pipeline.reference.project import PREFIXES
from pipeline.text import words


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasUse:
    """What corrections have to do with one document, each named by ``name_of``.

    ``used`` stand in it, region names without a prefix, or decided a finding. ``contested`` stand in words to
    which its findings give another meaning, or are the name of its own region, which is another.
    """

    used: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()


def name_of(alias: ProjectAlias) -> str:
    """Return what tells a correction from all others that are in force.

    >>> name_of(ProjectAlias(kind="region", phrase="Kota  Baja", means="36.72"))
    'region kota baja'
    """
    return f"{alias.kind} {alias.key}"


def alias_use(record: Parsed | Quarantined, aliases: Sequence[ProjectAlias]) -> AliasUse:
    """Tell which corrections a document uses, and of which it means something else; sorted."""
    if not aliases or isinstance(record, Quarantined):
        return AliasUse()
    text = _padded(record.document.text)
    findings = record.extraction.findings
    matched = {wording_key(part) for one in findings for part in _matched(one)}
    standing = [alias for alias in aliases if _stands(alias, text)]
    used = {name_of(alias) for alias in standing}
    used |= {name_of(alias) for alias in aliases if alias.kind == "indicator" and alias.key in matched}
    contested = {name_of(alias) for alias in standing if _is_contested(alias, record)}
    return AliasUse(used=tuple(sorted(used)), contested=tuple(sorted(contested)))


def _padded(text: str) -> str:
    return f" {' '.join(words(text))} "


def _matched(finding: Finding) -> Iterator[str]:
    if finding.match is not None and finding.match.matched:
        yield from finding.match.matched.split(" + ")  # the halves of a composite item


def _stands(alias: ProjectAlias, text: str) -> bool:
    """Tell whether the words of a correction stand in folded text; a region's name somewhere without a prefix."""
    parts = text.split(f" {alias.key} ")
    if alias.kind == "indicator" or len(parts) == 1:
        return len(parts) > 1
    return any(part.rpartition(" ")[2] not in PREFIXES for part in parts[:-1])


def _is_contested(alias: ProjectAlias, record: Parsed) -> bool:
    if alias.kind == "region":
        home = load_reference().regions.get(record.extraction.metadata.region_code or "")
        return home is not None and home.code != alias.means and wording_key(home.short) == alias.key
    spans = [(one, evidence) for one in record.extraction.findings for evidence in one.evidence]
    held = [(one, evidence.span) for one, evidence in spans if f" {alias.key} " in _padded(evidence.raw)]
    meant = [span for one, span in held if one.indicator == int(alias.means)]
    return any(
        one.type == "indicator"
        and one.indicator is not None
        and not any(span.start < mine.end and mine.start < span.end for mine in meant)
        for one, span in held
    )
