"""Records of made-up documents, as many as a national corpus has: what a run finds on the disk before it consolidates.

The documents speak of the regions and editions of the reference tables. Most sources of a value agree; some round
it, some contradict it, and one in twenty findings waits for a person, with what else it may mean. Among the
documents are articles that several sites print, files that were found at two addresses, older versions, and files
that could not be read. The same seed gives the same records.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from pipeline.model import (
    CATEGORIES,
    Block,
    Candidate,
    CorpusItem,
    Document,
    DocumentKind,
    Evidence,
    Extraction,
    Finding,
    Match,
    Metadata,
    Parsed,
    Place,
    Quarantined,
    Span,
)
from pipeline.reference.types import Reference, Region
from pipeline.state import Index
from pipeline.storage.codec import encode, encode_record

EACH: Final = 16  # findings of a document, on average
EDITIONS: Final = ("ikp_2024", "ikp_2024", "ikp_2024", "pemetaan_pilkada_2024", "pemetaan_pilkada_2024",
                   "ikp_pilkada_2020", "ikp_2019", "ikp_tematik_politik_uang", "ikp_pilkada_2018")  # fmt: skip
DIMENSIONS: Final = ("konteks sosial politik", "penyelenggaraan", "kontestasi", "partisipasi", "hak memilih",
                     "pelaksanaan kampanye", "pelaksanaan pemungutan suara", "hak dipilih")  # fmt: skip
ISSUES: Final = ("jaringan internet", "akses jalan rusak", "gelombang tinggi", "listrik padam saat pemungutan suara",
                 "TPS di wilayah perbatasan", "lokasi khusus pertambangan", "bencana banjir", "pemilih tanpa KTP")  # fmt: skip
MEASURES: Final = ("sosialisasi pengawasan partisipatif", "patroli pengawasan masa tenang", "posko aduan masyarakat",
                   "koordinasi dengan pemerintah daerah", "pelatihan saksi peserta pemilu")  # fmt: skip
FILLER: Final = (
    "Masyarakat dapat datang ke kantor Bawaslu terdekat untuk berkonsultasi mengenai tata cara pelaporan, dan setiap "
    "laporan dicatat serta dijawab oleh petugas pada hari kerja.",
    "Rapat koordinasi dengan pemerintah daerah dilaksanakan setiap bulan, dan hasilnya disampaikan kepada jajaran "
    "pengawas di kecamatan dan kelurahan sebagai bahan kerja.",
    "Pengawas mengingatkan seluruh peserta pemilu untuk mematuhi ketentuan kampanye dan tidak melibatkan aparatur "
    "sipil negara, kepala desa, maupun anak di bawah umur.",
)
SITES: Final = ("suarabanten.example", "kabarjatim.example", "beritanusantara.example", "harianpos.example")
LAST: Final = date(2024, 11, 26)

Fact = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Nation:
    """What is true of each region, made up when it is first asked for, and how documents tell it."""

    reference: Reference
    chance: random.Random
    _scores: dict[tuple[str, ...], Decimal] = field(default_factory=dict)
    _issues: dict[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)

    def score(self, *about: str) -> Decimal:
        """Return the score of a region, an edition and perhaps a dimension, with two decimals."""
        if about not in self._scores:
            top = int(self.reference.editions[about[1]].scale_max or 100)
            self._scores[about] = Decimal(self.chance.randint(8 * top, 96 * top)) / 100
        return self._scores[about]

    def issues(self, code: str, edition: str) -> tuple[int, ...]:
        """Return the indicators that are named for a region."""
        if (code, edition) not in self._issues:
            self._issues[code, edition] = tuple(self.chance.sample(range(1, 62), 18))
        return self._issues[code, edition]

    def told(self, score: Decimal) -> Decimal:
        """Return a score as a source tells it: mostly as it is, sometimes rounded, seldom wrong."""
        lot = self.chance.random()
        if lot < 0.03:
            return abs(score + Decimal(self.chance.choice((-150, -20, 20, 90))) / 100)
        return score.quantize(Decimal("0.1")) if lot < 0.15 else score

    def facts(self, region: Region, edition: str) -> Iterator[Fact]:
        """Yield what a document may state of a region, without end."""
        about = {"region_code": region.code, "edition": edition}
        while True:
            lot = self.chance.random()
            if lot < 0.35:
                yield about | self._score(region, edition)
            elif lot < 0.43:
                yield about | {"type": "category", "category": self._category(self.score(region.code, edition))}
            elif lot < 0.62:
                dimension = self.chance.choice(DIMENSIONS)
                score = self.told(self.score(region.code, edition, dimension))
                yield about | {"type": "dimension_score", "dimension": dimension, "score": score}
            elif lot < 0.86:
                yield about | self._indicator(region, edition)
            elif lot < 0.93:
                yield about | {"type": "mitigation", "label": self.chance.choice(MEASURES)}
            else:
                yield self._tally(region, edition)

    def _score(self, region: Region, edition: str) -> Fact:
        score = self.told(self.score(region.code, edition))
        fact: Fact = {"type": "score", "score": score}
        if self.chance.random() < 0.6:
            fact["category"] = self._category(score)
        if self.chance.random() < 0.3:
            fact |= {"rank": 1 + int(96 - score), "rank_scope": self.chance.choice(("nasional", "provinsi", None))}
        if region.level == "province" and self.chance.random() < 0.2:
            fact["basis"] = "agregat_kabkota"
        return fact

    def _indicator(self, region: Region, edition: str) -> Fact:
        if self.chance.random() < 0.12:
            return {"type": "indicator", "label": self.chance.choice(ISSUES), "status": "potential"}
        fact: Fact = {"type": "indicator", "indicator": self.chance.choice(self.issues(region.code, edition))}
        fact["status"] = self.chance.choice(("reported", "reported", "potential", "historical"))
        if self.chance.random() < 0.3:
            fact |= {"count": self.chance.randint(1, 40), "unit": self.chance.choice(("TPS", "kasus", None))}
        return fact | {"stage": self.chance.choice(("kampanye", "pencalonan", None))}

    def _tally(self, region: Region, edition: str) -> Fact:
        scope = self.chance.choice(("ID", region.province or "ID"))
        category = self.chance.choice(CATEGORIES)
        fact: Fact = {"type": "tally", "region_code": None, "edition": edition, "scope_code": scope}
        return fact | {
            "level": "regency_city",
            "category": category,
            "n": 1 + hash_of(scope, edition, category) % 20,
        }

    def _category(self, score: Decimal) -> str:
        return "tinggi" if score > 60 else "sedang" if score > 30 else "rendah"


def hash_of(*parts: object) -> int:
    """Return a number that stands for some values."""
    return int.from_bytes(hashlib.sha256(repr(parts).encode()).digest()[:7])


def named(*parts: object) -> str:
    """Return a hash of some values as the identities of findings are: sixteen hexadecimal digits."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


@dataclass(slots=True, kw_only=True)
class Press:
    """Writes documents of what is true in a nation."""

    nation: Nation
    chance: random.Random
    regions: Sequence[Region] = ()

    def __post_init__(self) -> None:
        self.regions = [region for _, region in sorted(self.nation.reference.regions.items())]

    def document(self, number: int, findings: int) -> Parsed:
        """Write a document that states so many facts of a region, of those of its province, or of the country."""
        home = self.chance.choice(self.regions)
        near = [region for region in self.regions if region.province == home.province]
        edition = self.chance.choice(EDITIONS)
        speaks_of = [home] if self.chance.random() < 0.5 else near
        facts = [next(self.nation.facts(self.chance.choice(speaks_of), edition)) for _ in range(findings)]
        return self._typeset(number, home, [self._doubted(fact) for fact in facts])

    def _doubted(self, fact: Fact) -> Fact:
        sure = self.chance.random() > 0.05
        fact |= {"confidence": self.chance.randint(9300, 9999) / 10000 if sure else 0.71234567}
        fact["decision"] = "auto" if sure else "review"
        if not sure:
            codes = self.chance.sample(self.regions, 3)
            fact["candidates"] = tuple(Candidate(value=one.code, score=81.25 - at) for at, one in enumerate(codes))
            if fact["type"] == "score" and self.chance.random() < 0.2:
                fact["region_code"] = None
        if fact["type"] == "indicator":
            fact["match"] = Match(
                kind="fuzzy", score=93.12345, runner_up=77.5, matched="politik uang saat kampanye"
            )
        return fact

    def _typeset(self, number: int, home: Region, facts: Sequence[Fact]) -> Parsed:
        """Set facts as lines of a text with paragraphs between them, half of the documents with pages."""
        paged, in_rows = self.chance.random() < 0.4, self.chance.random() < 0.5
        sha256 = hashlib.sha256(f"document {number}".encode()).hexdigest()
        site = self.chance.choice(SITES)
        url = (
            f"https://{site}/berita/{number}/bawaslu-petakan-kerawanan-pemilu"
            if self.chance.random() < 0.8
            else None
        )
        family = url or f"rilis/{home.code}/{number}.pdf"
        lines: list[str] = []
        blocks: list[Block] = []
        findings: list[Finding] = []
        start = 0
        for place, fact in enumerate(facts):
            words, where = self._words(fact), self._place(place, paged=paged)
            for text, stated in ((words, True), (self.chance.choice(FILLER), False))[: 1 + (place % 3 == 0)]:
                span = Span(start=start, end=start + len(text))
                kind = "table_row" if stated and in_rows else "paragraph"
                blocks.append(Block(kind=kind, span=span, place=where))  # type: ignore[arg-type]
                lines.append(text)
                start = span.end + 1
                if stated:
                    evidence = Evidence(raw=text, span=span, place=where)
                    findings.append(self._finding(fact, family, sha256, evidence, in_rows=in_rows))
        item = CorpusItem(
            sha256=sha256,
            path=f"raw/{sha256[:2]}/{sha256}.{'pdf' if paged else 'html'}" if url else family,
            media_type="application/pdf" if paged else "text/html",
            size=40_000 + number,
            source="pers" if url else "folder",
            family=family,
            url=url,
            fetched_at=f"{LAST - timedelta(days=self.chance.randint(0, 600))}T02:00:07Z" if url else None,
        )
        return Parsed(
            item=item, document=self._text(item, lines, blocks), extraction=self._extraction(home, findings)
        )

    def _text(self, item: CorpusItem, lines: Sequence[str], blocks: Sequence[Block]) -> Document:
        return Document(
            sha256=item.sha256,
            media_type=item.media_type,
            text="\n".join(lines),
            blocks=tuple(blocks),
            reader="pdf" if item.media_type.endswith("pdf") else "html",
            reader_version=7,
            grade=0.98765,
            title="Bawaslu petakan kerawanan pemilu",
        )

    def _extraction(self, home: Region, findings: Sequence[Finding]) -> Extraction:
        official = self.chance.random() < 0.3
        kind: DocumentKind = "press_release" if official else "news"
        issuer = f"Bawaslu {home.name}" if official else self.chance.choice(SITES)
        day = LAST - timedelta(days=self.chance.randint(0, 900))
        metadata = Metadata(kind=kind, issuer=issuer, region_code=home.code, published=day)
        sketch = tuple(sorted(self.chance.sample(range(1 << 28), 64)))
        return Extraction(metadata=metadata, findings=tuple(findings), sketch=sketch)

    def _words(self, fact: Fact) -> str:
        code = fact.get("region_code") or fact.get("scope_code") or "ID"
        name = self.nation.reference.regions[code].name
        told = [
            str(fact[key]).replace(".", ",")
            for key in ("score", "category", "rank", "count", "n")
            if fact.get(key)
        ]
        issue = self.nation.reference.indicators.get(fact.get("indicator") or 0)
        label = fact.get("label") or fact.get("dimension") or (issue.name if issue else "")
        return "\t".join(part for part in (name, label, *told) if part)

    def _place(self, number: int, *, paged: bool) -> Place:
        if paged:
            top = 50.0 + 14.4 * (number % 40)
            return Place(
                page=1 + number // 40, bbox=(72.1, top, 72.1 + self.chance.randint(900, 4500) / 10, top + 11.2)
            )
        return Place(address=f"table 1 row {number + 1}")

    def _finding(self, fact: Fact, family: str, sha256: str, evidence: Evidence, *, in_rows: bool) -> Finding:
        about = [fact.get(name) for name in ("type", "region_code", "edition", "basis", "dimension", "indicator")]
        about += [fact.get(name) for name in ("label", "scope_code", "level")]
        value = [fact.get(name) for name in ("score", "category", "rank", "count", "n", "status")]
        fields: Fact = {"region_code": None, "edition": None, **fact}
        rule = "table.row" if in_rows else {"score": "score.cued", "tally": "tally.count_first"}.get(fact["type"])
        return Finding(
            id=named(family, *about),
            document=sha256,
            evidence=(evidence,),
            rule=rule or f"{fact['type']}.item",
            rule_version=3,
            evidence_hash=named(evidence.raw),
            value_hash=named(*about, *value),
            **fields,
        )


def documents(reference: Reference, findings: int, *, seed: int = 1) -> Iterator[Parsed]:
    """Yield documents with so many findings in all; one in fifteen is printed again by another site."""
    chance = random.Random(seed)
    press = Press(nation=Nation(reference=reference, chance=chance), chance=chance)
    number = 0
    while findings > 0:
        each = min(findings, max(1, round(chance.expovariate(1 / EACH))))
        one = press.document(number, each)
        yield one
        findings -= each
        number += 1
        if chance.random() < 1 / 15 and findings >= each:
            yield _printed_again(one, number)
            findings -= each
            number += 1


def _printed_again(one: Parsed, number: int) -> Parsed:
    """Return an article on another site: other bytes, the same words but for a few."""
    sha256 = hashlib.sha256(f"document {number}".encode()).hexdigest()
    url = f"https://salinan.example/{number}"
    item = replace(one.item, sha256=sha256, path=f"raw/{sha256[:2]}/{sha256}.html", url=url, family=url)
    sketch = tuple(sorted({*one.extraction.sketch[:58], *range(6)}))
    findings = tuple(
        replace(finding, id=named(url, finding.id), document=sha256) for finding in one.extraction.findings
    )
    return Parsed(
        item=item,
        document=replace(one.document, sha256=sha256),
        extraction=replace(one.extraction, findings=findings, sketch=sketch),
    )


def write_records(out: Path, reference: Reference, findings: int, *, seed: int = 1) -> int:
    """Write the records of such documents into an output folder, as a run leaves them; return how many there are."""
    folder = out / "documents"
    folder.mkdir(parents=True)
    copies: list[CorpusItem] = []
    unreadable: list[Quarantined] = []
    number = 0
    for number, record in enumerate(documents(reference, findings, seed=seed), start=1):
        (folder / f"{record.item.sha256}.json").write_bytes(encode_record(record))
        if number % 50 == 0 and record.item.url:  # the same bytes at another address
            copies.append(replace(record.item, url=f"{record.item.url}?amp=1"))
        if number % 100 == 0:
            item = replace(
                record.item, sha256="", path=f"rusak/{number}.pdf", family=f"rusak/{number}.pdf", url=None
            )
            unreadable.append(Quarantined(item=item, code="not_a_pdf", message="is no PDF, or a damaged one"))
    (folder / "index.json").write_bytes(encode(Index(copies=tuple(copies), unreadable=tuple(unreadable))) + b"\n")
    return number
