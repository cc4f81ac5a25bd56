"""report.html in Chromium: opened as a file, by pointer and by keys, on a desk, on a phone and on paper."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipeline.account import account_of
from pipeline.dataset import Dataset, checked, consolidate
from pipeline.dataset.changes.changed import changed
from pipeline.dataset.changes.compared import Difference
from pipeline.dataset.release.notes import Release
from pipeline.dataset.report.page import report_page
from pipeline.jobs.report_parts import report_parts
from pipeline.model import Parsed
from pipeline.reference import Reference

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

QUIET = [
    "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
HOSTILE = "</script><img src=x onerror=\"document.title='taken'\"><b>tebal</b>\u2028"
Make = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield launched
        launched.close()


def documents(corpus: list[Parsed], parsed: Make, score: Make) -> list[Parsed]:
    """Return the corpus with a document that contradicts itself, one of another edition, and a hostile one."""
    named = {"type": "indicator", "region_code": "36.01", "edition": "pemetaan_pilkada_2024", "indicator": 54}
    return [
        *corpus,
        parsed(
            "dua.txt", [score("36.73", "50.0", raw="lima puluh"), score("36.73", "51.0", raw="lima puluh satu")]
        ),
        parsed("lama.txt", [score("36", "47.88", edition="ikp_2019", category="sedang"), score("93.01", "44.0")]),
        parsed("kini.txt", [score("93", "41.0", edition="pemetaan_pilkada_2024")]),
        parsed("isu.txt", [named, named | {"region_code": "36.02", "status": "denied"}]),
        parsed(f"jahat{HOSTILE}.txt", [score("36.74", "42.3", raw=f"Tangsel {HOSTILE} 42,3")], issuer=HOSTILE),
    ]


@pytest.fixture
def address(corpus: list[Parsed], parsed: Make, score: Make, reference: Reference, tmp_path: Path) -> str:
    """Return the address of a page in a file."""
    found = documents(corpus, parsed, score)
    return written(checked(consolidate(tuple(map(account_of, found)), (), reference)), tmp_path)


FLIP = Difference(
    kind="MOD", table="scores", key="Kabupaten Lebak (36.02) ikp_2024", column="category", before="sedang",
    after="tinggi", cause="document", quote=f"rawan tinggi {HOSTILE}", files=("rilis.pdf",),
)  # fmt: skip


def written(dataset: Dataset, folder: Path, *found: Difference) -> str:
    file = folder / "report.html"
    release = Release(version="1.0", data_day=None, before="0.9", changes=changed(found or [FLIP]))
    file.write_bytes(report_page(dataset, release, report_parts()))
    return file.as_uri()


class Watched:
    """Pages in contexts of their own, watched: an error, or a request for anything but the page, is a complaint."""

    def __init__(self, browser: Any) -> None:
        self._browser = browser
        self._contexts: list[Any] = []
        self.complaints: list[str] = []

    def open(self, address: str, **settings: Any) -> Any:
        context = self._browser.new_context(**({"viewport": DESKTOP} | settings))
        self._contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda one: self.complaints.append(one.text) if one.type == "error" else None)
        page.on("request", lambda one: None if one.url.startswith("file:") else self.complaints.append(one.url))
        page.goto(address)
        return page

    def close(self) -> None:
        for context in self._contexts:
            context.close()


@pytest.fixture
def watched(browser: Any) -> Iterator[Watched]:
    found = Watched(browser)
    yield found
    found.close()
    assert found.complaints == []


@pytest.fixture
def page(watched: Watched, address: str) -> Any:
    return watched.open(address)


def tile(code: str) -> str:
    return f".map [data-code='{code}']"


def part(code: str) -> str:
    return f".parts [data-code='{code}']"


def pick(page: Any, field: str) -> None:
    page.locator(f"label[for='{field}']").click()


# --- what is seen ---


def test_it_opens_in_indonesian_and_turns_english(page: Any) -> None:
    assert page.evaluate("document.documentElement.lang") == "id"
    assert "tinggi (≥ 68,5)" in page.inner_text("#legend")
    assert "88,95" in page.inner_text(tile("31"))
    page.click("[data-language=en]")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "high (≥ 68.5)" in page.inner_text("#legend")
    assert "88.95" in page.inner_text(tile("31"))
    assert "Tempat" not in page.inner_text("body")


def test_a_province_opens_with_its_parts_and_both_measures(page: Any) -> None:
    page.click(tile("36"))
    assert page.inner_text("#detail-heading") == "Provinsi Banten"
    assert page.locator(".parts .grid button").count() == 8
    own, mean = page.locator("#detail .measures.two .measure").all_inner_texts()[:2]
    assert "66,53" in own
    assert "45,18" in mean
    assert "45,18" not in own


def test_a_tile_shows_its_words_and_where_they_stand(page: Any) -> None:
    page.click(tile("36"))
    page.click(part("36.01"))
    told = page.inner_text("#detail")
    assert page.inner_text("#detail-heading") == "Kabupaten Pandeglang"
    for words in (
        "77,73",
        "tinggi",
        "banten/rilis.pdf",
        "Bawaslu Provinsi Banten",
        "20 Desember 2022",
        "prose.score 1",
    ):
        assert words in told
    assert page.url.endswith("#36.01")


def test_absence_is_told_apart(page: Any) -> None:
    page.click(tile("36"))
    kinds = {code: page.get_attribute(part(code), "class") for code in ("36.01", "36.04", "36.71")}
    assert "category-tinggi" in kinds["36.01"]
    assert "absent-r" in kinds["36.04"]
    assert "absent-f" in kinds["36.71"]
    assert "dalam telaah" in page.get_attribute(part("36.04"), "aria-label")
    page.click(part("36.71"))
    assert "belum ada dokumen" in page.inner_text("#detail")


def test_the_frame_follows_the_edition_and_can_be_changed(page: Any) -> None:
    assert page.locator(".map button").count() == 34
    pick(page, "frame-38")
    assert page.locator(".map button").count() == 38
    assert "absent-x" in page.get_attribute(tile("93"), "class")
    page.click(tile("93"))
    assert page.get_attribute(part("93.01"), "aria-label").startswith("Kabupaten Merauke, 44,0")
    pick(page, "frame-34")
    assert page.locator(part("93.01")).count() == 1
    assert page.get_attribute(tile("91"), "aria-pressed") == "true"


def test_in_the_older_frame_new_provinces_are_found_under_the_one_they_were_part_of(page: Any) -> None:
    page.select_option("#map-edition", label="Pemetaan Kerawanan Pemilihan Serentak 2024")
    assert "41,0" in page.inner_text(tile("93"))
    pick(page, "frame-34")
    assert page.locator(tile("93")).count() == 0
    assert "di bawah provinsi asalnya" in page.inner_text("#map-note")
    page.click(tile("91"))
    page.click("#parts >> text=Provinsi Papua Selatan")
    assert "41,0" in page.inner_text("#detail .measures")


def test_the_edition_and_the_colours_can_be_changed(page: Any) -> None:
    page.select_option("#map-edition", label="IKP 2019")
    assert "47,88" in page.inner_text(tile("36"))
    pick(page, "by-score")
    assert "step-2" in page.get_attribute(tile("36"), "class")
    pick(page, "measure-true")
    assert "absent" in page.get_attribute(tile("36"), "class")


def test_a_name_that_two_regions_share_is_asked_back(page: Any) -> None:
    page.fill("#find", "Serang")
    page.press("#find", "Enter")
    assert "Kabupaten Serang, Kota Serang" in page.inner_text("#found")
    page.click("#found >> text=Kota Serang")
    assert page.inner_text("#detail-heading") == "Kota Serang"


def test_indicators_are_counted_and_denials_stand_apart(page: Any) -> None:
    page.select_option("#indicator-edition", label="Pemetaan Kerawanan Pemilihan Serentak 2024")
    row = page.locator(".indicator").first
    assert "satu daerah, terjadi; dibantah di 1" in row.inner_text()
    assert row.locator(".segment").evaluate_all("all => all.map((one) => one.className)") == [
        "segment r",
        "segment d",
    ]
    row.locator("summary").click()
    assert "Kabupaten Lebak (dibantah)" in row.inner_text()
    page.select_option("#indicator-scope", label="Provinsi Aceh")
    assert "Tidak ada dokumen" in page.inner_text("#indicators")


def test_conflicts_show_every_side_open_ones_first(page: Any) -> None:
    cards = page.locator("#conflicts .card")
    assert "belum diputuskan" in cards.first.inner_text()
    assert all(words in cards.first.inner_text() for words in ("50,0", "51,0", "lima puluh satu"))
    assert "Tidak ada yang diambil" in cards.first.inner_text()
    assert cards.count() >= 3


def test_a_change_is_a_sentence_with_its_cause(page: Any) -> None:
    told = page.inner_text("#changes")
    assert (
        "Kabupaten Lebak (36.02), IKP Pemilu dan Pemilihan Serentak 2024: kategori berubah dari sedang menjadi tinggi."
        in told
    )
    assert "Sebab: ada dokumen baru" in told


def test_changes_of_one_row_stand_together(watched: Watched, reference: Reference, tmp_path: Path) -> None:
    ended = replace(FLIP, column="conflict", before="scores:36.02:ikp_2024:score", after="")
    page = watched.open(written(Dataset(reference=reference), tmp_path, FLIP, ended))
    assert page.locator("#changes .change").count() == 1
    told = page.inner_text("#changes")
    assert "kategori berubah dari sedang menjadi tinggi; sumbernya kini sejalan. Sebab:" in told


def test_the_command_that_is_shown_is_about_what_is_known(
    watched: Watched, parsed: Make, score: Make, reference: Reference, tmp_path: Path
) -> None:
    facts = [
        score("36.01", "77.7"),
        {"type": "category", "region_code": "36.02", "category": "tinggi"},
        {"type": "indicator", "region_code": "36.03", "indicator": 54},
        score("36", "45.18", basis="agregat_kabkota"),
        {"type": "dimension_score", "region_code": "36.04", "dimension": "partisipasi", "score": Decimal(50)},
    ]
    dataset = consolidate((account_of(parsed("a.txt", facts)),), (), reference)
    page = watched.open(written(dataset, tmp_path))
    for code, command in (
        ("36.01", "36.01:ikp_2024 score"),
        ("36.02", "36.02:ikp_2024 category"),
        ("36.03", "36.03:ikp_2024 54"),
        ("36.04", '36.04:ikp_2024 "partisipasi"'),
        ("36", "36:ikp_2024:agregat_kabkota score"),
    ):
        page.evaluate(f"location.hash = '{code}'")
        page.wait_for_function(f"document.querySelector('.why')?.textContent.includes('{code}:')")
        assert page.inner_text("#detail .why code") == f"ikp why {command}"


def test_what_the_checks_say_is_in_the_language_of_the_page(
    watched: Watched, parsed: Make, score: Make, reference: Reference, tmp_path: Path
) -> None:
    unlike = parsed("a.txt", [score("36.01", "77.7", category="rendah")])
    page = watched.open(written(checked(consolidate((account_of(unlike),), (), reference)), tmp_path) + "#36.01")
    for place in ("#warnings", "#detail"):
        assert "dinyatakan rendah, padahal skor 77,7 termasuk tinggi menurut batas edisi" in page.inner_text(place)
    assert "Kabupaten Pandeglang, IKP Pemilu dan Pemilihan Serentak 2024: dinyatakan" in page.inner_text(
        "#warnings"
    )
    page.click("[data-language=en]")
    assert "stated low, but the score 77.7 is high by the edition's cuts" in page.inner_text("#warnings")


def test_the_first_release_says_that_there_is_nothing_to_compare_it_with(
    watched: Watched, reference: Reference, tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    release = Release(version="1.0", data_day=None, before=None, changes=())
    file.write_bytes(report_page(Dataset(reference=reference), release, report_parts()))
    page = watched.open(file.as_uri())
    assert "belum ada rilis sebelumnya" in page.inner_text("#figures")
    assert "0\nperubahan" not in page.inner_text("#figures")


def test_a_rank_that_waits_is_said_in_words(
    watched: Watched, parsed: Make, score: Make, reference: Reference, tmp_path: Path
) -> None:
    waits = {"type": "category", "region_code": "36.01", "rank": 4, "decision": "review"}
    dataset = consolidate((account_of(parsed("a.txt", [score("36.01", "77.7"), waits])),), (), reference)
    page = watched.open(written(dataset, tmp_path) + "#36.01")
    assert "Belum terbit, menunggu telaah: peringkat 4" in page.inner_text("#detail")


def test_where_no_province_has_a_score_the_regions_that_have_one_are_found(
    watched: Watched, parsed: Make, score: Make, reference: Reference, tmp_path: Path
) -> None:
    dataset = consolidate(
        (account_of(parsed("a.txt", [score("36.01", "0.00"), score("35.21", "58.10")])),), (), reference
    )
    page = watched.open(written(dataset, tmp_path))
    told = page.inner_text("#detail")
    assert "Belum ada provinsi dengan skor terbit" in told
    assert told.index("Kabupaten Ngawi") < told.index("Kabupaten Pandeglang")
    assert "0,00" in told


def test_provinces_that_are_younger_than_the_edition_are_said_to_be(page: Any) -> None:
    assert "4 di antara provinsi itu dibentuk setelah edisi" in page.inner_text("#coverage .cover >> nth=0")


def test_marks_stand_on_tiles_alone(page: Any) -> None:
    page.click(tile("36"))
    page.click(part("36.04"))
    drawn = "getComputedStyle(document.querySelector('#detail .quotation.held'), '::before').content"
    assert page.evaluate(drawn) == "none"


def test_without_conflicts_or_changes_the_lists_say_so(
    watched: Watched, reference: Reference, tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    release = Release(version="1.0", data_day=None, before="0.9", changes=())
    file.write_bytes(report_page(Dataset(reference=reference), release, report_parts()))
    page = watched.open(file.as_uri())
    for place, words in (
        ("#conflicts", "Tidak ada perbedaan"),
        ("#changes", "Tidak ada nilai terbit"),
        ("#warnings", "lulus"),
    ):
        assert words in page.inner_text(place)
    assert "ikp_2024" not in page.inner_text("body")
    assert page.locator("#map-edition").count() == 0
    page.click("[data-language=en]")
    assert "No score is published yet" in page.inner_text("#map-what")


def test_the_page_says_in_both_languages_that_it_is_made_of_samples_and_how_to_cite_it(
    watched: Watched, reference: Reference, tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    release = Release(version="1.0", data_day=None, before="0.9", changes=(), notice=("Samples.", "Contoh."))
    file.write_bytes(report_page(Dataset(reference=reference), release, report_parts()))
    page = watched.open(file.as_uri())
    assert page.inner_text("#caution") == "Contoh."
    assert "Versi 1.0." in page.inner_text("#citation")
    page.click("[data-language=en]")
    assert page.inner_text("#caution") == "Samples."
    assert "Version 1.0." in page.inner_text("#citation")


def test_no_caution_is_shown_where_there_is_nothing_to_say(page: Any) -> None:
    assert not page.locator("#caution").is_visible()


def test_names_of_provinces_stay_within_their_tiles(page: Any) -> None:
    beyond = """labels => labels.filter(label => {
        const range = document.createRange();
        range.selectNodeContents(label);
        const width = range.getBoundingClientRect().width;
        return width > label.closest(".tile").getBoundingClientRect().width - 1;
    }).map(label => label.textContent)"""
    assert page.locator("#map .label:visible").evaluate_all(beyond) == []


def test_markup_in_documents_is_text(page: Any) -> None:
    page.click(tile("36"))
    page.click(part("36.74"))
    assert "<b>tebal</b>" in page.inner_text("#detail")
    assert page.locator("#detail img, #detail b >> text=tebal, #changes img").count() == 0
    assert page.title() == "IKP: kerawanan pemilu menurut daerah"


def test_the_policy_of_the_page_forbids_every_request(watched: Watched, address: str) -> None:
    page = watched.open(address)
    asked = "fetch('https://kabar.example/').then(() => 'answered', () => 'refused')"
    assert page.evaluate(asked) == "refused"
    assert all("Content Security Policy" in one or "kabar.example" in one for one in watched.complaints)
    watched.complaints.clear()


# --- by keys, for everyone, everywhere ---


def test_keys_alone_lead_from_the_map_to_the_words_and_back(page: Any) -> None:
    page.focus(".map [tabindex='0']")
    assert page.locator(".map [tabindex='0']").count() == 1
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.code") == "12"
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.code") == "14"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "detail-heading"
    assert page.inner_text("#detail-heading") == "Provinsi Riau"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.code") == "14"


def test_the_focus_stays_on_a_choice(page: Any) -> None:
    page.focus("#by-category")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "by-score"


def test_an_address_with_a_code_opens_the_region(watched: Watched, address: str) -> None:
    page = watched.open(f"{address}#36.02")
    assert page.inner_text("#detail-heading") == "Kabupaten Lebak"


def test_without_script_the_values_are_there(watched: Watched, address: str) -> None:
    page = watched.open(address, java_script_enabled=False)
    assert "72,1 tinggi" in page.inner_text("noscript")
    assert not page.is_visible("#map")


@pytest.mark.parametrize("language", ["id", "en"])
def test_nothing_is_wider_than_a_phone(watched: Watched, address: str, language: str) -> None:
    page = watched.open(address, viewport=PHONE)
    page.click(f"[data-language={language}]")
    for code in (None, "36", "36.74"):
        if code:
            page.evaluate(f"location.hash = '{code}'")
            page.wait_for_function(f"document.querySelector('.where').textContent.includes('{code}')")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], code
    assert page.locator(tile("93") + ", " + tile("91")).first.bounding_box()["width"] > 20


@pytest.mark.parametrize(("language", "viewport"), [("id", DESKTOP), ("en", PHONE)])
def test_no_serious_barrier(watched: Watched, address: str, language: str, viewport: Any) -> None:
    page = watched.open(address, viewport=viewport, bypass_csp=True)
    page.click(f"[data-language={language}]")
    found: list[str] = []
    for by, code in (("category", ""), ("score", "36"), ("category", "36.01")):
        pick(page, f"by-{by}")
        page.evaluate(f"location.hash = '{code}'")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found += [f"{by} {code}: {barrier(one)}" for one in axe.Axe().run(page).response["violations"]]
    assert [one for one in found if ": minor:" not in one] == []


def barrier(one: Any) -> str:
    return f"{one['impact']}: {one['id']}: {[node['html'][:140] for node in one['nodes'][:2]]}"


def test_paper_has_every_section_and_nothing_folded(page: Any) -> None:
    page.click(tile("36"))
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for place in (
        "#map",
        "#detail",
        "#parts",
        "#values table",
        "#indicators",
        "#coverage table",
        "#conflicts",
        "#changes",
    ):
        assert page.is_visible(place), place
    assert page.locator("details:not([open], .indicator)").count() == 0
    assert not page.is_visible("#map-controls")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0
    assert len(page.pdf(format="A4")) > 20_000
