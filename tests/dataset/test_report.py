"""report.html: what it tells is what the dataset holds, and what comes from documents is text and no more."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import combinations
from typing import Any, get_args

import pytest

from pipeline.dataset import Dataset, Fault, checked
from pipeline.dataset.changes.changed import Kind, changed
from pipeline.dataset.changes.compared import Cause, Difference, worst_first
from pipeline.dataset.coverage import EDITION
from pipeline.dataset.precedence import SENTENCES
from pipeline.dataset.release.export import ALL_TABLES, CODEBOOK
from pipeline.dataset.release.method import FILES as METHODS
from pipeline.dataset.release.notes import FILE as NOTES
from pipeline.dataset.release.notes import Release
from pipeline.dataset.report.detail import BUDGET, DETAILS, quoted
from pipeline.dataset.report.page import report_page
from pipeline.decision import REVIEW_WORDS
from pipeline.jobs.report_parts import LANGUAGES, SCRIPTS, report_parts, words
from pipeline.model import Parsed
from pipeline.reference import Reference, load_reference

Make = Callable[..., Any]
HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(2)>\u2028"]]>\u202e77,7\x00<!--{{data}}'


def release(*found: Difference, before: str | None = "0.9") -> Release:
    return Release(version="1.0", data_day=None, before=before, changes=changed(sorted(found, key=worst_first)))


def page(dataset: Dataset, *found: Difference) -> str:
    return report_page(dataset, release(*found), report_parts()).decode()


def told(dataset: Dataset, *found: Difference) -> dict[str, Any]:
    """Return the data that lies in a page of the dataset."""
    return data_in(page(dataset, *found))


def data_in(text: str, name: str = "data") -> dict[str, Any]:
    """Return the data that lies in a page, or its wordings."""
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', text, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found.group(1))
    return data


def rows(data: dict[str, Any], name: str, fields: str | None = None) -> list[dict[str, Any]]:
    return [dict(zip(data["fields"][fields or name], row, strict=True)) for row in data[name]]


class Told:
    """The data of a page, asked by region and edition."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.codes = [row["code"] for row in rows(data, "regions")]
        self.editions = [row["id"] for row in rows(data, "editions")]

    def status(self, code: str, edition: str = EDITION) -> str:
        return str(self.data["statuses"][edition][self.codes.index(code)])

    def scores(self, code: str, edition: str = EDITION) -> list[dict[str, Any]]:
        place = self.codes.index(code), self.editions.index(edition)
        return [row for row in rows(self.data, "scores") if (row["region"], row["edition"]) == place]

    def evidence(self, name: str) -> list[dict[str, Any]]:
        found = [dict(zip(self.data["fields"]["evidence"], row, strict=True)) for row in self.data["behind"][name]]
        return [one | {"document": rows(self.data, "documents")[one["document"]]} for one in found]

    def indicators(self, code: str, edition: str) -> str:
        place = [self.codes.index(code), self.editions.index(edition)]
        return next((packed for *where, packed in self.data["indicators"] if where == place), "")


# --- values ---


def test_scores_keep_their_decimals_and_say_where_their_category_is_from(dataset: Dataset) -> None:
    found = Told(told(dataset))
    (lebak,) = found.scores("36.02")
    assert (lebak["score"], lebak["category"], lebak["stated"], lebak["derived"]) == (
        "72.1",
        "tinggi",
        "tinggi",
        "tinggi",
    )
    assert lebak["ranks"] == [["4", "provinsi"]]
    (sulut,) = found.scores("71")
    assert (sulut["score"], sulut["sources"], sulut["witnesses"], sulut["held"]) == ("87.48", 1, 1, 0)


def test_the_two_measures_of_a_province_stand_apart(dataset: Dataset) -> None:
    own, mean = sorted(Told(told(dataset)).scores("36"), key=lambda row: bool(row["mean"]))
    assert (own["mean"], own["score"], own["category"]) == (False, "66.53", "sedang")
    assert (mean["mean"], mean["score"], mean["category"]) == (True, "45.18", None)
    assert mean["ranks"] == [["1", "nasional"]]


def test_absence_is_that_of_coverage(dataset: Dataset) -> None:
    found = Told(told(dataset))
    letters = {"value": "v", "in review": "r", "not published": "p", "not fetched": "f"}
    assert {letters[entry.status] for entry in dataset.coverage} == set("vrpf")
    for entry in dataset.coverage:
        expected = letters[entry.status] if entry.in_edition else "x"
        assert found.status(entry.region_code) == expected, entry.region_code
    covered = found.data["coverage"]
    assert covered["edition"] == EDITION
    assert covered["statuses"] == "".join(letters[entry.status] for entry in dataset.coverage)


def test_a_province_that_was_formed_later_is_no_gap(parsed: Make, score: Make, build: Make) -> None:
    data = Told(told(build(parsed("a.txt", [score("93.01", "40.1"), score("91", "57.2")]))))
    assert (data.status("93"), data.status("93.01"), data.status("91"), data.status("92")) == ("x", "v", "v", "f")
    later = Told(told(build(parsed("a.txt", [score("93", "40.1", edition="pemetaan_pilkada_2024")]))))
    assert later.status("93", "pemetaan_pilkada_2024") == "v"
    assert later.status("94", "pemetaan_pilkada_2024") == "f"


def test_each_region_knows_its_province_in_both_frames(dataset: Dataset) -> None:
    found = {row["code"]: row for row in rows(told(dataset), "regions")}
    assert (found["93.01"]["now"], found["93.01"]["then"]) == ("93", "91")
    provinces = [row for row in found.values() if row["level"] == "province"]
    assert [sum(row["code"] == row[frame] for row in provinces) for frame in ("now", "then")] == [38, 34]


def test_indicators_are_told_with_their_status_denials_too(dataset: Dataset) -> None:
    data = Told(told(dataset))
    assert data.indicators("35.13", EDITION) == "r12r27p54"
    place = f"i{data.codes.index('35.13')}.{data.editions.index(EDITION)}.27"
    assert dict(zip(data.data["fields"]["facts"], data.data["facts"][place], strict=True))["counts"] == [
        ["14", "TPS"]
    ]


def test_the_country_is_not_unheard_of_where_documents_speak_of_it(dataset: Dataset, reference: Reference) -> None:
    assert Told(told(dataset)).status("ID") == "p"
    assert Told(told(Dataset(reference=reference))).editions == []


def test_a_denial_alone_is_a_denial(parsed: Make, build: Make) -> None:
    fact = {"type": "indicator", "region_code": "35.13", "indicator": 54, "status": "denied"}
    data = Told(told(build(parsed("a.txt", [fact]))))
    assert data.indicators("35.13", EDITION) == "d54"


def test_what_waits_is_told_and_is_no_value(parsed: Make, score: Make, build: Make) -> None:
    data = Told(told(build(parsed("a.txt", [score("36.03", "20.5", decision="review", raw="skor 20,5")]))))
    (row,) = data.scores("36.03")
    assert (row["score"], row["held"], data.status("36.03")) == (None, 1, "r")
    (words,) = data.evidence(f"s{row['region']}.{row['edition']}")
    assert (words["role"], words["says"], words["quote"]) == ("held", "20.5", "skor 20,5")
    assert data.data["waiting"] == [[row["region"], "score", 1]]


def test_findings_that_wait_are_counted_as_in_coverage(dataset: Dataset) -> None:
    data = Told(told(dataset))
    for entry in dataset.coverage:
        place = data.codes.index(entry.region_code)
        assert sum(n for region, _, n in data.data["waiting"] if region == place) == entry.held


def test_evidence_says_who_where_and_how(parsed: Make, score: Make, build: Make) -> None:
    document = parsed(
        "rilis.pdf",
        [score("36.01", "77.7", raw="Pandeglang 77,7")],
        issuer="Bawaslu RI",
        published=date(2022, 12, 16),
    )
    data = Told(told(build(document)))
    (one,) = data.evidence(f"s{data.codes.index('36.01')}.0")
    assert one["document"] == {"file": "rilis.pdf", "issuer": "Bawaslu RI", "day": "2022-12-16", "kind": "news"}
    assert (one["quote"], one["confidence"], one["person"]) == ("Pandeglang 77,7", 98, None)
    assert data.data["rules"][one["rule"]] == "prose.score 1"


def test_conflicts_have_all_sides_open_ones_first(parsed: Make, score: Make, build: Make) -> None:
    dataset = build(
        parsed("a.txt", [score("36.01", "77.7", raw="kata A")], published=date(2023, 1, 1)),
        parsed("b.txt", [score("36.01", "61.5", raw="kata B")]),
        parsed("c.txt", [score("36.02", "50.0", raw="satu"), score("36.02", "51.0", raw="dua")]),
    )
    first, second = told(dataset)["conflicts"]
    assert (first["open"], second["open"]) == (True, False)
    assert [side["value"] for side in second["sides"]] == ["77.7", "61.5"]
    assert second["rule"] in SENTENCES
    quotes = [row[5] for side in second["sides"] for row in side["evidence"]]
    assert quotes == ["kata A", "kata B"]
    assert told(dataset)["totals"]["conflicts"] == 2


def test_changes_come_worst_first_and_none_is_said_by_an_empty_list(dataset: Dataset) -> None:
    small = change(column="rank", before="1", after="2")
    flip = change(column="category", before="sedang", after="tinggi", quote="rawan tinggi")
    found = rows(told(dataset, small, flip), "changes")
    assert [one["column"] for one in found] == ["category", "rank"]
    assert (found[0]["quote"], found[0]["cause"]) == ("rawan tinggi", "document")
    assert told(dataset)["changes"] == []


def test_warnings_are_those_of_the_checks(dataset: Dataset) -> None:
    found = rows(told(dataset), "warnings")
    assert [one["check"] for one in found] == [fault.check for fault in dataset.faults] != []


def test_a_warning_names_its_row_by_region_and_edition(dataset: Dataset) -> None:
    codes = [row["code"] for row in rows(told(dataset), "regions")]
    for one, fault in zip(rows(told(dataset), "warnings"), dataset.faults, strict=True):
        assert one["region"] == (codes.index(fault.key.region_code) if fault.key else None)
        assert one["edition"] == (fault.key.edition if fault.key else None)
        assert one["message"].startswith(fault.message[:60])


def test_a_conflict_of_a_row_that_is_held_back_is_not_said_to_be_published(
    parsed: Make, score: Make, build: Make
) -> None:
    found = [parsed("a.txt", [score("36.01", "44.28")]), parsed("b.txt", [score("36.01", "45.13")])]
    dataset = build(*(replace(one, extraction=replace(one.extraction, percents=(0,))) for one in found))
    for published, built in ((True, dataset), (False, checked(dataset))):
        (one,) = told(built)["conflicts"]
        assert (one["field"], one["open"], one["published"]) == ("score", not published, published)


def test_of_the_first_release_no_change_is_told(dataset: Dataset) -> None:
    data = data_in(report_page(dataset, release(change(), before=None), report_parts()).decode())
    assert (data["changes"], data["about"]["before"], data["totals"]["changes"]) == ([], None, 0)


def change(**given: Any) -> Difference:
    fields: dict[str, Any] = {
        "kind": "MOD", "table": "scores", "key": "Provinsi Banten (36) ikp_2024", "column": "score", "before": "1",
        "after": "2", "cause": "document",
    }  # fmt: skip
    return Difference(**fields | given)


# --- the page ---


def test_the_same_arguments_give_the_same_bytes(dataset: Dataset) -> None:
    assert page(dataset) == page(dataset)


def test_a_dataset_without_anything_gives_a_page(reference: Reference) -> None:
    data = told(Dataset(reference=reference))
    assert (data["scores"], data["editions"], data["conflicts"]) == ([], [], [])
    assert set(data["coverage"]["statuses"]) == {"f"}


class Elements(HTMLParser):
    """The elements of a page, each with its attributes and the text of scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def hostile(parsed: Make, score: Make, build: Make) -> Dataset:
    facts = [
        score("36.01", "77.7", raw=f"skor {HOSTILE}"),
        score("36.01", "61.5", raw=HOSTILE),
        {
            "type": "indicator",
            "region_code": "36.01",
            "indicator": 12,
            "count": 3,
            "unit": HOSTILE,
            "raw": HOSTILE,
        },
    ]
    found: Dataset = build(
        parsed(f"{HOSTILE}.txt", facts, issuer=HOSTILE), parsed("b.txt", [score("36.01", "70.1")])
    )
    return found


def test_what_comes_from_documents_is_text(parsed: Make, score: Make, build: Make) -> None:
    fault = Fault(check=HOSTILE, severity="warn", message=HOSTILE)
    changes = [
        change(key=HOSTILE, before=HOSTILE, after=HOSTILE, quote=HOSTILE, files=(HOSTILE,), rules=(HOSTILE,))
    ]
    text = page(replace(hostile(parsed, score, build), faults=(fault,)), *changes)
    plain = page(build(parsed("a.txt", [score("36.01", "77.7")])))
    kinds = [[tag for tag, _ in Elements(one).found if tag in {"script", "img", "style"}] for one in (text, plain)]
    assert kinds[0] == kinds[1] == ["style", "script", "script", "script"]
    assert not re.search("[\u2028\u2029\u202a-\u202e\u2066-\u2069\u0000]", text)
    assert "alert(1)" in text


def test_personal_numbers_are_masked(parsed: Make, score: Make, build: Make) -> None:
    text = page(build(parsed("a.txt", [score("36.01", "77.7", raw="Pandeglang 77,7, hubungi 0812-3456-7890")])))
    assert "0812-3456" not in text
    assert "Pandeglang 77,7, hubungi ••" in text
    assert quoted("x" * 50 + " 0812-3456-7890", 55) == "x" * 50 + " •••…"


def test_nothing_is_asked_of_the_network(dataset: Dataset) -> None:
    text = page(dataset)
    policy = next(attrs["content"] for _, attrs in Elements(text).found if attrs.get("http-equiv"))
    assert policy
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not re.search(
        r"""https?:|//[a-z]|@import|url\(|\beval\b|innerHTML|Function\(""",
        report_parts().script + report_parts().style,
    )
    for tag, attrs in Elements(text).found:
        assert tag not in {"link", "img", "iframe", "object"}
        assert "src" not in attrs
        assert not any(name.startswith("on") or name == "style" for name in attrs), tag


def test_without_script_there_are_tables_of_values(dataset: Dataset) -> None:
    (plain,) = re.findall(r"<noscript>(.*?)</noscript>", page(dataset), re.DOTALL)
    assert "Kabupaten Lebak</th><td>72,1 tinggi" in plain
    assert "66,53 sedang; Rata-rata kabupaten/kota 45,18" in plain
    assert "dalam telaah" in plain


# --- words ---


def test_every_wording_is_there_in_both_languages() -> None:
    table = report_parts().words
    assert tuple(table) == LANGUAGES
    assert table["id"].keys() == table["en"].keys()
    for key, wording in table["id"].items():
        assert set(re.findall(r"\{\w+\}", wording)) == set(re.findall(r"\{\w+\}", table["en"][key])), key


@pytest.mark.parametrize("text", ["key,en,id\na,b,\n", "key,en,id\na,b,c\na,b,c\n"])
def test_a_table_of_words_that_is_not_whole_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="has no wording in"):
        words(text)


def test_every_word_that_the_page_asks_for_is_there() -> None:
    parts = report_parts()
    table = parts.words["id"]
    asked = set(re.findall(r"\bword\(\s*\"([\w. ]+)\"", parts.script)) | set(
        re.findall(r"\{\{word ([\w.]+)\}\}", parts.page)
    )
    asked |= set(re.findall(r"data-(?:word|label)=\"([\w.]+)\"", parts.page))
    assert asked - table.keys() == set()
    assert len(asked) > 100


def test_every_name_of_the_data_has_a_wording() -> None:
    table = report_parts().words["id"]
    names = {
        "category": ["tinggi", "sedang", "rendah"],
        "person": [*REVIEW_WORDS, "nobody", "waits"],
        "cause": [*get_args(Cause)],
        "change": [*get_args(Kind), "region", "words", "came", "went"],
        "type": ["score", "category", "dimension_score", "indicator", "tally", "mitigation"],
        "indicator": ["reported", "potential", "historical", "denied"],
        "indicator.letter": [*"rpsdh"],
        "status": [*"vrpfx"],
        "sign": [*"rpfx"],
    }
    missing = [
        f"{kind}.{name}" for kind, found in names.items() for name in found if f"{kind}.{name}" not in table
    ]
    assert missing == []


def test_rules_of_precedence_are_worded_as_in_the_codebook(build: Make) -> None:
    wordings = data_in(page(build()), "words")
    kamus = load_reference().kamus
    for name, sentence in SENTENCES.items():
        assert wordings["en"][f"rule.{name}"] == sentence
        assert wordings["id"][f"rule.{name}"] == kamus["_precedence", name]


def test_every_file_that_the_page_names_is_published_and_linked() -> None:
    parts = report_parts()
    named = set(re.findall(r"\b[\w]+\.(?:csv|md)\b", " ".join([parts.script, *parts.words["id"].values()])))
    linked = set(re.findall(r'href="([\w.]+)"', parts.page))
    published = {f"{table.name}.csv" for table in ALL_TABLES} | {CODEBOOK, NOTES, *METHODS}
    assert named <= linked <= published


def test_all_files_of_the_script_are_in_the_page() -> None:
    script = report_parts().script
    assert len(SCRIPTS) == len(set(SCRIPTS))
    assert all(part in script for part in ("const DATA", "let language", "function make", "function start"))


# --- tiles ---


def test_every_province_has_a_tile_of_its_own() -> None:
    reference = load_reference()
    provinces = {code for code, region in reference.regions.items() if region.level == "province"}
    assert reference.tiles.keys() == provinces
    assert len({(tile.row, tile.column) for tile in reference.tiles.values()}) == len(provinces) == 38


def test_before_the_split_tiles_grow_over_those_of_their_parts_and_over_no_other() -> None:
    reference = load_reference()
    areas: dict[str, list[tuple[int, int]]] = {}
    for code, tile in reference.tiles.items():
        areas.setdefault(reference.regions[code].province_2022 or "", []).append((tile.row, tile.column))
    boxes = {}
    for code, places in areas.items():
        (top, left), (bottom, right) = (
            (pick(row for row, _ in places), pick(at for _, at in places)) for pick in (min, max)
        )
        boxes[code] = {(row, at) for row in range(top, bottom + 1) for at in range(left, right + 1)}
    assert len(boxes) == 34
    assert [pair for pair in combinations(boxes, 2) if boxes[pair[0]] & boxes[pair[1]]] == []


# --- size ---


LONG = "kata-kata panjang dari dokumen yang menyatakan nilai ini, lengkap dengan keterangannya. " * 4


def large(codes: Sequence[str], parsed: Make, score: Make, *, editions: int, listing: int) -> Iterator[Parsed]:
    """Yield documents on all regions in several editions, with contradictions, many regions with 61 indicators."""
    for name in ("ikp_2024", "ikp_2019", "ikp_pilkada_2020", "ikp_2019_update", "pemetaan_pilkada_2024")[
        :editions
    ]:
        facts = [
            score(code, "41.27", category="sedang", edition=name, raw=f"{code} {name} {LONG}") for code in codes
        ]
        yield parsed(f"{name}/{'panjang' * 20}.txt", facts, issuer="Bawaslu " + "x" * 300)
        others = [score(code, "52.3", edition=name, raw=f"{code} {name} lain {LONG}") for code in codes[::4]]
        yield parsed(f"{name}/lain.txt", others)
        for code in codes[:listing]:
            yield parsed(f"{name}/{code}.txt", [named(code, name, number) for number in range(1, 62)])


def named(code: str, edition: str, number: int) -> dict[str, Any]:
    """Return an indicator as a fact."""
    about = {"type": "indicator", "region_code": code, "edition": edition, "indicator": number}
    return about | {"raw": f"{code} {number} {edition} {LONG}"}


@pytest.mark.parametrize(("editions", "listing"), [(3, 40)])
def test_the_page_stays_small_whatever_the_size_of_the_dataset(
    reference: Reference, parsed: Make, score: Make, build: Make, editions: int, listing: int
) -> None:
    codes = sorted(code for code in reference.regions if code != "ID")
    dataset = build(*large(codes, parsed, score, editions=editions, listing=listing))
    changes = [change(key=f"{number} {'k' * 400}", quote="q" * 900) for number in range(2000)]
    faults = tuple(
        Fault(check="refused", severity="warn", message=f"{number} {'m' * 900}") for number in range(2000)
    )
    text = page(replace(dataset, faults=faults), *changes)
    assert len(text.encode()) <= BUDGET < 1_000_000
    data = data_in(text)
    assert len(data["scores"]) == len(codes) * editions
    assert sum(packed.count("r") for *_, packed in data["indicators"]) == 61 * listing * editions
    assert data["totals"]["changes"] == data["totals"]["warnings"] == 2000
    assert data["totals"]["conflicts"] == len(dataset.conflicts) > 400
    assert len(data["changes"]) < 2000
    assert data["about"]["quoted_indicators"] is False


def test_it_stays_small_where_every_region_has_a_disputed_score_in_every_edition(
    reference: Reference, parsed: Make, score: Make, build: Make
) -> None:
    codes = sorted(code for code in reference.regions if code != "ID")
    about = {"rank": 123, "rank_scope": "nasional", "category": "sedang"}
    dataset = build(
        *(
            parsed(f"{edition} {number}.txt", [score(code, number, edition=edition, **about) for code in codes])
            for edition in reference.editions
            for number in ("3.27", "4.27")
        )
    )
    changes = [change(key=f"{number} {'k' * 400}", quote="q" * 900) for number in range(500)]
    text = page(dataset, *changes)
    assert len(text.encode()) <= BUDGET
    assert len(rows(data_in(text), "scores")) >= 5 * 552


def test_the_poorest_detail_has_no_words_but_those_of_lists() -> None:
    assert DETAILS[-1].quote == 0
    assert DETAILS[-1].editions == 0
    assert [one.listed for one in DETAILS] == sorted((one.listed for one in DETAILS), reverse=True)


def test_names_of_files_are_shortened(parsed: Make, score: Make, build: Make) -> None:
    data = told(build(parsed("n" * 500 + ".txt", [score("36.01", "77.7")])))
    assert len(rows(data, "documents")[0]["file"]) == 120
