"""The application in a real browser: driven by keys alone, on a desk and on a phone, and checked for accessibility."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from chromium import CHROMIUM, launched
from pipeline.jobs.desk import Desk
from pipeline.review.queue import Filter, QueueItem
from pipeline.web.app import application
from pipeline.web.site import item_path
from web_app.bench import SECRET, copy_of, waiting

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


@dataclass
class Served:
    """A desk, where it is served, and a page of a browser that complains of what it should not see."""

    desk: Desk
    address: str
    page: Any
    complaints: list[str]

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def press(self, *keys: str) -> None:
        """Press keys; each of them may lead to another page."""
        for key in keys:
            self.page.keyboard.press(key)
            self.page.wait_for_load_state("load")
            self.page.wait_for_timeout(60)

    def leave(self, key: str) -> None:
        """Press a key that leads to another page, and wait for it."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    @property
    def path(self) -> str:
        return str(self.page.url).removeprefix(self.address)

    def verbs(self) -> list[str]:
        return [line.verb for line in self.desk.log]

    def first(self, place: int = 0) -> QueueItem:
        return self.desk.queue(Filter())[place]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as chromium:
        yield chromium


def serving(desk: Desk) -> tuple[Any, str]:
    """Serve a desk on a free port, in a thread."""
    import uvicorn  # noqa: PLC0415

    app = application(desk, hosts={"127.0.0.1"}, token=None, secret=SECRET, actor="Budi")
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
    return server, f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"


@pytest.fixture
def served(browser: Any, original: Desk, tmp_path: Path) -> Iterator[Served]:
    desk = copy_of(original, tmp_path)
    server, address = serving(desk)
    context = browser.new_context(viewport=DESKTOP, locale="en-GB")
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("request", lambda asked: None if asked.url.startswith(address) else complaints.append(asked.url))
    yield Served(desk, address, page, complaints)
    context.close()
    server.should_exit = True
    assert complaints == []


# --- keys alone ---


def test_a_morning_by_keys_alone(served: Served) -> None:
    served.open("/")
    served.press("j", "j")
    assert served.page.evaluate("document.activeElement.closest('.row').matches('.row:nth-child(2)')")
    second, third = served.first(1), served.first(2)
    served.leave("Enter")
    assert served.path == item_path(second.key)
    served.leave("x")
    assert served.path == item_path(third.key)
    assert served.verbs()[-1] == "reject"
    assert "Rejected" in served.page.inner_text("#said")
    served.leave("u")
    assert served.path == item_path(second.key)
    assert served.verbs()[-1] == "undo"
    served.leave("j")
    assert served.path == item_path(third.key)
    served.leave("k")
    served.leave("s")
    assert served.path == item_path(third.key)
    served.leave("d")
    assert served.verbs()[-1] == "defer"


def test_a_candidate_is_chosen_by_its_number(served: Served) -> None:
    item = waiting(served.desk, file="kembar.txt")
    served.open(item_path(item.key))
    served.leave("2")
    found = served.desk.item(item.key)
    assert found is not None
    assert found.item.shown.region_code == served.desk.options(item)[1].value


def test_fields_are_corrected_by_keys(served: Served) -> None:
    item = waiting(served.desk, file="kembar.txt")
    served.open(item_path(item.key))
    served.press("e")
    assert served.page.evaluate("document.activeElement.name") == "field.region_code"
    before = served.verbs()
    served.page.keyboard.type("Kota Serang")
    assert served.verbs() == before  # letters in a field are letters
    served.page.keyboard.press("Escape")  # closes the proposals, or leaves the field
    served.page.focus("#f-region_code")
    served.leave("Enter")
    found = served.desk.item(item.key)
    assert found is not None
    assert found.item.shown.region_code == "36.73"
    assert served.verbs()[-1] in {"edit", "accept"}


def test_a_group_is_seen_then_accepted(served: Served) -> None:
    item = next(one for one in served.desk.queue(Filter(kind="held")) if one.finding.region_code)
    group = next(one for one in served.desk.groups(Filter()) if one.outlier.finding.region_code)
    first = next(one for one in served.desk.queue(Filter(pattern=group.pattern)))
    served.open(item_path(first.key))
    served.leave("g")
    assert served.page.is_visible(f"text=Accept all {group.count}")
    assert served.page.evaluate("scrollY") == 0
    assert served.desk.queue(Filter(pattern=group.pattern))
    served.leave("g")
    assert served.desk.queue(Filter(pattern=group.pattern)) == ()
    assert item is not None
    served.leave("u")
    assert len(served.desk.queue(Filter(pattern=group.pattern))) == group.count


def test_enter_confirms_a_group(served: Served) -> None:
    group = next(one for one in served.desk.groups(Filter()) if one.outlier.finding.region_code)
    served.open("/")
    served.page.goto(f"{served.address}/group?pattern={group.pattern}")
    served.leave("Enter")
    assert served.desk.queue(Filter(pattern=group.pattern)) == ()


def test_the_overview_of_keys_opens_and_closes(served: Served) -> None:
    served.open("/")
    served.press("?")
    assert served.page.evaluate("document.getElementById('help').open")
    before = served.verbs()
    served.press("a", "x", "j")
    assert served.verbs() == before
    served.press("Escape")
    assert not served.page.evaluate("document.getElementById('help').open")


def test_the_slash_searches(served: Served) -> None:
    served.open(item_path(served.first().key))
    served.leave("/")
    served.page.keyboard.type("serang")
    served.leave("Enter")
    assert "text=serang" in served.path
    assert served.page.locator(".rows .row").count() == len(served.desk.queue(Filter(text="serang")))


def test_a_key_that_is_held_decides_once(served: Served) -> None:
    served.open(item_path(waiting(served.desk, kind="held").key))
    before = len({line.batch for line in served.desk.log})
    served.page.evaluate(
        "for (let i = 0; i < 5; i++) dispatchEvent.call(document.body, "
        "new KeyboardEvent('keydown', {key: 'x', bubbles: true, repeat: i > 0}))"
    )
    served.page.wait_for_load_state("load")
    served.page.wait_for_timeout(500)
    assert len({line.batch for line in served.desk.log}) == before + 1


def test_a_form_that_was_not_sent_leaves_the_page_alive(served: Served) -> None:
    item = waiting(served.desk, kind="held")
    served.open(item_path(item.key))
    served.page.route("**/item/**", lambda route: route.fulfill(status=204))
    served.page.keyboard.press("d")
    assert served.page.get_attribute("body", "aria-busy") == "true"
    served.page.wait_for_selector("body:not([aria-busy])", timeout=8000)
    served.page.unroute("**/item/**")
    served.leave("d")
    assert served.verbs()[-1] == "defer"


def test_a_refusal_has_the_focus_and_what_was_typed_stays(served: Served) -> None:
    item = waiting(served.desk, file="kembar.txt")
    served.open(item_path(item.key))
    served.press("e")
    served.page.fill("#f-region_code", "Serang")
    served.page.fill("#f-note", "page 4")
    served.page.on("console", lambda _: served.complaints.clear())  # the browser complains of a 422
    served.page.click("text=Save the correction")
    assert served.page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "trouble"
    assert served.page.inner_text("#trouble[role=alert]").startswith("“Serang” may be")
    assert served.page.input_value("#f-note") == "page 4"
    served.press("Escape", "2")
    assert served.verbs()[-1] in {"edit", "accept"}
    assert served.desk.log[-1].note == "page 4"
    served.complaints.clear()


def test_keys_with_the_browsers_own_keys_do_nothing(served: Served) -> None:
    served.open(item_path(served.first().key))
    before = served.verbs()
    served.press("Control+x", "Alt+d", "Meta+a")
    assert served.verbs() == before


def test_without_scripts_everything_can_be_decided(browser: Any, served: Served) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=DESKTOP, locale="en-GB")
    page = context.new_page()
    item = waiting(served.desk, file="kembar.txt")
    page.goto(served.address + item_path(item.key))
    page.click("a[data-key=e]")
    page.fill("#f-region_code", "36.73")
    page.click("text=Save the correction")
    assert served.verbs()[-1] == "accept"
    assert "Corrected" in page.inner_text("#said")
    page.click("text=Undo")
    assert served.verbs()[-1] == "undo"
    page.click(".keys")
    assert page.is_visible("#help")
    page.click("#help a")
    assert not page.is_visible("#help")
    context.close()


# --- what is seen ---


def test_the_document_scrolls_by_the_usual_keys(served: Served) -> None:
    served.open(item_path(waiting(served.desk, file=".pdf").key))
    served.page.wait_for_load_state("networkidle")
    before = served.page.evaluate("document.getElementById('paper').scrollTop")
    served.press("PageDown")
    after = served.page.evaluate("document.getElementById('paper').scrollTop")
    assert after > before
    served.press("PageUp", "Home")
    assert served.page.evaluate("document.getElementById('paper').scrollTop") == 0


@pytest.mark.parametrize("file", ["nasional-peringkat-provinsi.html", "jateng-tabel-lebur.txt", ".pdf"])
def test_the_words_are_in_view(served: Served, file: str) -> None:
    item = waiting(served.desk, file=file)
    served.open(item_path(item.key))
    served.page.wait_for_load_state("networkidle")
    picture = served.page.locator(".sheet img")
    if picture.count():
        box = picture.bounding_box()
        top = box["y"] + box["height"] * float(picture.get_attribute("data-at"))
    else:
        top = served.page.locator("#here").bounding_box()["y"]
    assert 40 < top < DESKTOP["height"]


def test_nothing_is_wider_than_a_phone(browser: Any, served: Served) -> None:
    context = browser.new_context(viewport=PHONE, locale="id-ID")
    page = context.new_page()
    for path in paths(served.desk):
        page.goto(served.address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
    page.goto(served.address + item_path(served.first().key))
    accept = page.locator("button[value=accept]").bounding_box()
    assert accept["y"] + accept["height"] <= PHONE["height"]  # the buttons are at hand
    context.close()


def test_a_thumb_hits_what_it_aims_at(browser: Any, served: Served) -> None:
    context = browser.new_context(viewport=PHONE, locale="id-ID")
    page = context.new_page()
    served.desk.decide("Siti", served.first().key, None, "accept")
    aimed = ".acts > *, .place a[data-key], .choices a, .who button, .keys, .top nav a, .down a, label.check, .unpublished a"
    for path in ("/", item_path(served.first(1).key)):
        page.goto(served.address + path)
        sizes = page.locator(aimed).evaluate_all(
            "all => all.filter(one => one.offsetParent).map(one => [one.outerHTML.slice(0, 80), "
            "one.getBoundingClientRect().height])"
        )
        assert len(sizes) > 8
        assert [one for one in sizes if one[1] < 36] == [], path
    context.close()


def test_the_words_are_one_tap_away_on_a_phone(browser: Any, served: Served) -> None:
    context = browser.new_context(viewport=PHONE, locale="id-ID")
    page = context.new_page()
    page.goto(served.address + item_path(waiting(served.desk, file="kaltara-tps-rawan.md").key))
    page.locator(".down a").click()
    top = page.locator("#here").bounding_box()["y"]
    assert 0 <= top < PHONE["height"] / 2
    context.close()


def test_the_cursor_is_where_the_correction_is(served: Served) -> None:
    item = next(one for one in served.desk.queue(Filter(type="score", kind="held")) if one.finding.region_code)
    served.open(item_path(item.key))
    served.press("e")
    assert served.page.evaluate("document.activeElement.name") == "field.score"
    served.page.keyboard.type("777")
    served.leave("Enter")
    assert served.page.evaluate("document.activeElement.name") == "field.score"
    box = served.page.locator("#f-score").bounding_box()
    assert 0 < box["y"] < DESKTOP["height"] - 120, "above the buttons, in view"
    served.complaints.clear()  # the browser notes the status 422
    served.press("9", "9", "Enter")
    assert "edit" in served.verbs()


def test_without_a_connection_the_page_stays_and_says_so(served: Served) -> None:
    item = served.first()
    served.open(item_path(item.key))
    served.page.context.set_offline(True)
    served.press("a")
    assert served.page.inner_text("#said").startswith("You are offline: nothing was sent.")
    assert served.path == item_path(item.key)
    served.page.context.set_offline(False)
    served.complaints.clear()  # the browser notes that it is offline
    served.leave("a")
    assert served.verbs()[-1] == "accept"


@pytest.mark.parametrize("viewport", [PHONE, {"width": 640, "height": 400}], ids=["phone", "zoom"])
def test_the_filter_is_at_hand_where_there_is_little_room(browser: Any, served: Served, viewport: Any) -> None:
    context = browser.new_context(viewport=viewport, locale="en-GB")
    page = context.new_page()
    page.goto(served.address)
    link = page.locator("a[href='#filters']")
    assert link.bounding_box()["y"] < viewport["height"]
    link.click()
    assert 0 <= page.locator("#text").bounding_box()["y"] < viewport["height"]
    context.close()


def test_what_is_printed_is_dark_on_light(browser: Any, served: Served) -> None:
    context = browser.new_context(viewport=DESKTOP, color_scheme="dark")
    page = context.new_page()
    page.goto(served.address)
    page.emulate_media(media="print", color_scheme="dark")
    printed = page.evaluate("getComputedStyle(document.querySelector('.row .kind')).color")
    assert printed in {"rgb(11, 92, 107)", "rgb(122, 77, 0)", "rgb(155, 42, 33)"}
    context.close()


def paths(desk: Desk) -> list[str]:
    """Return an address of every kind of page."""
    kinds = [waiting(desk, kind=kind) for kind in ("asked again", "orphan")]
    files = [waiting(desk, file=file) for file in ("kembar.txt", ".pdf", "nasional-peringkat-provinsi.html")]
    items = [item_path(item.key) for item in (*kinds, *files)]
    group = desk.groups(Filter())[0]
    return [
        "/", "/?text=nothing-like-it", *items, f"{items[2]}?edit=1", f"/group?pattern={group.pattern}", "/region/36.02",
        f"/document/{files[0].sha256}", "/decisions", "/changes", "/conflicts", "/aliases", "/publish", "/alias?kind=indicator&phrase=x&means=54", "/hello", "/nowhere",
    ]  # fmt: skip


@pytest.mark.parametrize(("locale", "scheme"), [("en-GB", "light"), ("id-ID", "dark")])
def test_no_serious_barrier(browser: Any, served: Served, locale: str, scheme: str) -> None:
    context = browser.new_context(viewport=DESKTOP, locale=locale, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    found: list[str] = []
    for path in [*paths(served.desk), "/#help"]:
        page.goto(served.address + path)
        if path == "/#help":
            page.keyboard.press("?")
        for one in axe.Axe().run(page).response["violations"]:
            if one["id"] == "heading-order":
                continue  # the headings of a document are its own
            nodes = [node["html"][:120] for node in one["nodes"][:2]]
            found.append(f"{path}: {one['impact']}: {one['id']}: {nodes}")
    context.close()
    assert [one for one in found if ": serious:" in one or ": critical:" in one] == []
    assert [one for one in found if ": moderate:" in one] == []
