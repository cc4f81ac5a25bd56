from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from markup import HOSTILE, Page
from pipeline.dataset import Dataset
from pipeline.dataset.checks.every import checked
from pipeline.dataset.pack.data import Exhibit, Pack, Sheet, Shown, pack_of
from pipeline.dataset.pack.page import pack_page
from pipeline.dataset.pack.pictures import Gallery
from pipeline.dataset.types import Fault, Record
from pipeline.decision import Decision, Ruling, Verdict
from pipeline.errors import UsageError
from pipeline.model import Parsed

Make = Callable[..., Any]

SHEET = Sheet(png=b"no real png", sha256=hashlib.sha256(b"no real png").hexdigest(), width=1200, height=1700)
SMALL = Sheet(png=b"small", sha256=hashlib.sha256(b"small").hexdigest(), width=1100, height=300)


def texts_of(parsed: Sequence[Parsed]) -> Callable[[str], str | None]:
    return {entry.item.sha256: entry.document.text for entry in parsed}.get


def packed(dataset: Dataset, parsed: Sequence[Parsed], row: str) -> Pack:
    return pack_of(dataset, texts_of(parsed), row)


def hung(pack: Pack, *sheets: Sheet) -> Gallery:
    """Hang every exhibit on one of the sheets in turn; without any, no picture could be drawn."""
    shown = {}
    for one in pack.exhibits:
        sheet = sheets[one.number % len(sheets)] if sheets else None
        box = (100.0, 40.0 * one.number, 300.0, 40.0 * one.number + 20)
        shown[one.number] = (
            Shown(sheet=sheet.sha256, where="PDF, page 2", marks=(box,), frame=box, others=(box,))
            if sheet
            else Shown(missing=HOSTILE)
        )
    return Gallery(shown=shown, sheets={sheet.sha256: sheet for sheet in sheets})


def page_of(pack: Pack, *sheets: Sheet, parts: Mapping[str, str] | None = None) -> bytes:
    return pack_page(pack, hung(pack, *sheets), parts or {})


def words_of(page: bytes) -> str:
    return " ".join("".join(Page(page).text).split())


def of_region(records: Sequence[Record], code: str) -> list[Record]:
    return [record for record in records if record.key.region_code == code]


@pytest.mark.parametrize("code", ["36", "36.01", "36.02", "36.03", "36.04", "31", "35.13", "ID", "64", "71"])
def test_a_pack_holds_every_value_and_every_finding(code: str, dataset: Dataset, corpus: list[Parsed]) -> None:
    pack = packed(dataset, corpus, code)
    records = of_region(dataset.records, code)
    assert {(item.subject.table, item.subject.key) for item in pack.items if item.subject.record} == {
        (record.table, record.key) for record in records
    }
    for item in pack.items:
        shown = {name: answer.value for name, answer in item.values}
        for cell in item.subject.record.cells if item.subject.record else ():
            assert cell.field in shown
            assert cell.value is None or str(cell.value) in (shown[cell.field] or "")
    told = {(one.side.finding_id, one.side.document) for one in pack.exhibits}
    assert told == {
        (entry.source.finding.id, entry.source.document.file)
        for entry in dataset.findings
        if code in {entry.source.finding.region_code, entry.source.finding.scope_code}
    }
    assert [one.number for one in pack.exhibits] == list(range(1, len(pack.exhibits) + 1))


def test_published_comes_first_then_what_lost_then_what_waits(parsed: Make, score: Make, build: Make) -> None:
    day = date(2022, 12, 20)
    entries = [
        parsed("a.txt", [score("36.01", "20.0", decision="review")]),
        parsed("b.txt", [score("36.01", "70.0")], published=day),
        parsed("c.txt", [score("36.01", "71.0")], issuer="Bawaslu RI"),
        parsed("d.txt", [score("36.01", "710.0")]),
    ]
    pack = packed(build(*entries), entries, "36.01")
    assert [(one.side.document, one.standing) for one in pack.exhibits] == [
        ("c.txt", "published"),
        ("b.txt", "outweighed"),
        ("a.txt", "held"),
        ("d.txt", "refused"),
    ]
    words = words_of(page_of(pack))
    assert "Sumber berbeda: 71.0, 70.0. Didahulukan 71.0, karena Bawaslu RI didahulukan" in words
    assert "71.0 was taken, because Bawaslu RI goes before a provincial Bawaslu" in words
    assert "score 710.0 is not on the scale of 0 to 100" in words


def test_a_finding_says_each_thing_once(parsed: Make, score: Make, build: Make) -> None:
    entry = parsed("a.txt", [score("36.01", "77.7", category="tinggi", rank=1, rank_scope="provinsi")])
    (item,) = packed(build(entry), [entry], "36.01").items
    assert [name for name, _ in item.values] == [
        "score",
        "category",
        "category_stated",
        "category_derived",
        "rank",
    ]
    (exhibit,) = item.exhibits
    assert [(one.column, one.value) for one in exhibit.said] == [
        ("score", "77.7"),
        ("category_stated", "tinggi"),
        ("rank", "rank 1 (provinsi)"),
    ]


def test_an_edition_and_a_basis_narrow_it(parsed: Make, score: Make, build: Make) -> None:
    facts = [
        score("36", "66.53"),
        score("36", "45.18", basis="agregat_kabkota"),
        score("36", "47.88", edition="ikp_2019"),
    ]
    entry = parsed("a.txt", facts)
    dataset = build(entry)

    def scores(row: str) -> list[str | None]:
        return [item.values[0][1].value for item in packed(dataset, [entry], row).items]

    assert scores("36") == ["66.53", "45.18", "47.88"]
    assert scores("Banten:ikp_2024") == ["66.53", "45.18"]
    assert scores("36:ikp_2024:agregat_kabkota") == ["45.18"]
    assert packed(dataset, [entry], "36:ikp_2019").elsewhere == ("ikp_2024",)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Serang", r"may mean Kabupaten Serang \(36.04\), Kota Serang \(36.73\); give the code"),
        ("Atlantis", "is no region"),
        ("36.01:ikp_1999", "is no edition"),
        ("36:ikp_2024:rerata", "is no basis"),
    ],
)
def test_a_wrong_row_is_refused(row: str, message: str, dataset: Dataset, corpus: list[Parsed]) -> None:
    with pytest.raises(UsageError, match=message):
        packed(dataset, corpus, row)


ABSENT = [
    ("11.01", "not fetched", "No document of the corpus speaks of this region."),
    ("35.07", "not published", "Documents speak of this region, and none states a value of it."),
    ("36.01:ikp_2019", "not published", "There are other values of the editions: Indeks Kerawanan Pemilu"),
]


@pytest.mark.parametrize(("row", "absent", "words"), ABSENT)
def test_a_pack_of_nothing_says_why(
    row: str, absent: str, words: str, dataset: Dataset, corpus: list[Parsed]
) -> None:
    pack = packed(dataset, corpus, row)
    assert (pack.items, pack.absent) == ((), absent)
    assert words in words_of(page_of(pack)).replace("edisi / ", "")


def test_what_checks_find_stands_with_the_row(parsed: Make, score: Make, build: Make) -> None:
    entry = parsed("a.txt", [score("36.01", "77.7", category="sedang"), score("36.02", "20.0", category="sedang")])
    dataset = checked(build(entry))
    pack = packed(dataset, [entry], "36.01")
    faults = [fault for item in pack.items for fault in item.faults]
    assert "category_against_cuts" in {fault.check for fault in faults}
    assert {fault.key.region_code for fault in faults if fault.key} == {"36.01"}
    text = words_of(page_of(pack))
    assert "Warning of a check: stated sedang, but the score 77.7 is tinggi" in text
    assert "category_against_cuts" in text


def test_a_row_that_a_check_holds_back_says_so(parsed: Make, score: Make, build: Make) -> None:
    entry = parsed("a.txt", [score("36.01", "77.7")], published=date(2015, 1, 1))
    pack = packed(checked(build(entry)), [entry], "36.01")
    (item,) = pack.items
    assert [(fault.check, fault.severity) for fault in item.faults] == [("before_its_edition", "hold")]
    assert [(one.said[0].value, one.standing) for one in pack.exhibits] == [("77.7", "held back")]
    text = words_of(page_of(pack))
    assert "Held back by a check:" in text
    assert "Coverage, Indeks Kerawanan Pemilu dan Pemilihan Serentak 2024: dalam telaah" in text


def test_a_disagreement_of_a_row_that_is_held_back_is_not_said_to_be_published(
    parsed: Make, score: Make, build: Make
) -> None:
    percent = parsed("a.txt", [score("36.01", "44.28")])
    percent = replace(percent, extraction=replace(percent.extraction, percents=(0,)))
    entries = [percent, parsed("b.txt", [{"type": "category", "region_code": "36.01", "category": "tinggi"}])]
    words = words_of(page_of(packed(checked(build(*entries)), entries, "36.01")))
    assert "Didahulukan tinggi, karena kategori yang dinyatakan dokumen didahulukan" in words
    assert "Nilai itu tidak terbit, karena barisnya ditahan." in words


def test_the_page_names_all_that_can_be_verified(dataset: Dataset, corpus: list[Parsed]) -> None:
    pack = packed(dataset, corpus, "36.02")
    text = words_of(page_of(pack, SHEET))
    for one in pack.exhibits:
        finding = one.source.finding
        for part in (finding.id, finding.value_hash, finding.evidence_hash, one.side.sha256, one.side.document):
            assert part in text
        assert f"versi {one.side.rule_version}" in text
    assert f"{SHEET.sha256} H1" in text
    assert "ikp why 36.02 --pack FILE.html" in text


def test_a_page_is_kept_once_and_shown_beside_every_quote(dataset: Dataset, corpus: list[Parsed]) -> None:
    pack = packed(dataset, corpus, "36.02")
    assert len(pack.exhibits) == 2
    page = page_of(pack, SHEET).decode()
    assert page.count("data:image/png;base64,") == 2, "the picture, and the command that takes it out"
    assert page.count('href="#p1"') == 3, "beside both quotes, and as a whole page"
    assert page.count("<figure") == 1
    assert page_of(pack, SMALL).decode().count("<figure") == 0, "a small one is whole beside its quote"


def test_personal_numbers_are_masked_in_quotes_and_around_them(parsed: Make, score: Make, build: Make) -> None:
    facts = [
        score("36.02", "50.0", raw="hubungi 0812-3456-7890 atau lapor@kabar.example"),
        score("36.01", "77.7", raw="skor 77,7 di Pandeglang, 081234567890"),
    ]
    entry = parsed("a.txt", facts)
    text = words_of(page_of(packed(build(entry), [entry], "36.01")))
    assert "0812" not in text
    assert "lapor@" not in text
    assert "skor 77,7 di Pandeglang, ••••••••••••" in text
    line = packed(build(entry), [entry], "36.01").exhibits[0].side.line
    assert line == 2, "lines are counted all the same"


def _decision() -> Decision:
    return Decision(
        id="d1", finding_id="f1", field="score", verb="reject", before="1", after=None, evidence_hash="", actor=HOSTILE,
        at="2026-01-02T03:04:05Z", batch="b", of=1, reason=HOSTILE, note=HOSTILE,
    )  # fmt: skip


def ruled(exhibit: Exhibit) -> Exhibit:
    """Return an exhibit that a person rejected in hostile words."""
    verdict = Verdict(
        machine=exhibit.source.finding, rulings=(Ruling(decision=_decision(), outcome="kept", machine="1"),)
    )
    source = replace(exhibit.source, verdict=verdict)
    said = tuple(replace(one, value=HOSTILE) for one in exhibit.said)
    return replace(exhibit, said=said, side=replace(exhibit.side, source=source, decided=(HOSTILE,), note=HOSTILE))


def test_what_a_person_corrected_is_shown_beside_what_the_rules_read(
    parsed: Make, score: Make, build: Make
) -> None:
    entry = parsed("a.txt", [score("36.01", "77.7")])
    pack = packed(build(entry), [entry], "36.01")
    (exhibit,) = pack.exhibits
    ruling = Ruling(decision=replace(_decision(), verb="edit", after="77.1"), outcome="kept", machine="77.7")
    machine = replace(exhibit.source.finding, score=Decimal("71.7"))
    source = replace(exhibit.source, verdict=Verdict(machine=machine, rulings=(ruling,)))
    corrected = replace(exhibit, side=replace(exhibit.side, source=source, decided=("edit score",)))
    told = words_of(page_of(replace(pack, items=(replace(pack.items[0], exhibits=(corrected,)),))))
    assert "As the rules read it71.7" in told
    assert "As the rules read it" not in words_of(page_of(pack))


ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "main", "header", "section", "article", "figure"),
    *("figcaption", "h1", "h2", "h3", "h4", "p", "b", "small", "span", "i", "q", "em", "a", "br", "code", "pre"),
    *("div", "dl", "dt", "dd", "ul", "li", "blockquote", "mark", "table", "thead", "tbody", "tr", "th", "td"),
    *("svg", "defs", "image", "use", "rect", "text"),
}
ATTRIBUTES = {
    *("lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "colspan", "scope", "tabindex"),
    *("width", "height", "viewbox", "role", "aria-label", "aria-hidden", "x", "y"),
}


@pytest.mark.parametrize("sheets", [(), (SHEET,), (SMALL, SHEET)], ids=["missing", "page", "both"])
def test_what_documents_and_people_say_is_text_and_no_more(
    sheets: Sequence[Sheet], parsed: Make, score: Make, build: Make
) -> None:
    facts = [
        score("36.01", "77.7", raw=f"{HOSTILE} 77,7"),
        {"type": "mitigation", "region_code": "36.01", "label": HOSTILE},
    ]
    entry = parsed(HOSTILE, facts, issuer=HOSTILE, fetched_at="2026-01-01T00:00:00Z")
    entry = replace(entry, item=replace(entry.item, url=f"https://x.example/{HOSTILE}"))
    dataset = build(entry)
    fault = Fault(check=HOSTILE, severity="warn", message=HOSTILE, table="scores", key=dataset.scores[0].key)
    pack = packed(replace(dataset, faults=(fault,)), [entry], "36.01")
    pack = replace(
        pack,
        items=tuple(replace(item, exhibits=tuple(map(ruled, item.exhibits))) for item in pack.items),
        others=tuple(map(ruled, pack.others)),
    )
    data = page_of(pack, *sheets, parts={entry.item.sha256: HOSTILE})
    page = Page(data)
    assert set(page.elements) <= ELEMENTS
    assert {name for name, _ in page.attributes} <= ATTRIBUTES
    links = [value or "" for name, value in page.attributes if name == "href"]
    assert all(re.fullmatch(r"#[bdhp]\d+|data:image/png;base64,[\w+/=]*", link) for link in links)
    text = "".join(page.text)
    assert "<script>alert(1)</script>" in text
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert b"default-src 'none'; img-src data:; style-src 'unsafe-inline'" in data


def test_the_page_refers_to_nothing_outside(dataset: Dataset, corpus: list[Parsed]) -> None:
    page = page_of(packed(dataset, corpus, "36.02"), SHEET).decode()
    assert not re.search(r"(?i)https?:|url\(|@import|<script|<link|<img|\son\w+=|\sstyle=", page)


def test_the_same_gives_the_same_bytes(dataset: Dataset, corpus: list[Parsed]) -> None:
    assert page_of(packed(dataset, corpus, "36"), SHEET, SMALL) == page_of(
        packed(dataset, list(reversed(corpus)), "36"), SHEET, SMALL
    )


def test_the_page_says_its_size(dataset: Dataset, corpus: list[Parsed]) -> None:
    large = Sheet(png=bytes(3_000_000), sha256="0" * 64, width=1200, height=1700)
    page = page_of(packed(dataset, corpus, "36.02"), large)
    assert f"{len(page) / 1e6:.1f} MB" in words_of(page)


def test_every_link_leads_somewhere(dataset: Dataset, corpus: list[Parsed]) -> None:
    page = Page(page_of(packed(dataset, corpus, "35.13"), SHEET, SMALL))
    targets = {f"#{value}" for name, value in page.attributes if name == "id"}
    links = {value for name, value in page.attributes if name == "href" and (value or "").startswith("#")}
    assert links <= targets
    ids = [value for name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
