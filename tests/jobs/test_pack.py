"""`ikp why REGION --pack`: everything about a region on one page, whatever became of its documents."""

from __future__ import annotations

import base64
import hashlib
import html
import io
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import pack_corpus
from apart import run_here
from bucket import NAME, Bucket, bucket
from chromium import CHROMIUM, launched
from markup import Page
from pipeline import cli
from pipeline.errors import StoreError
from pipeline.jobs import pack, publish, stages
from pipeline.jobs.children import Died
from pipeline.storage import results

REGION = "36.72"


@dataclass(frozen=True, slots=True)
class Desk:
    """A corpus that was read, and the command on it."""

    corpus: Path
    out: Path

    def why(self, *arguments: str) -> int:
        return cli.main(["why", *arguments, "--corpus", str(self.corpus), "--out", str(self.out)])

    def pack(self, target: Path, row: str = REGION) -> str:
        """Write a pack of which nothing is missing and return its page."""
        assert self.why(row, "--pack", str(target)) == cli.DONE
        return target.read_text(encoding="utf-8")

    def copied(self, folder: Path) -> Desk:
        """Return a desk of its own, whose documents may be changed."""
        return Desk(Path(shutil.copytree(self.corpus, folder / "corpus")), self.out)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(*pack_corpus.read_corpus(tmp_path_factory.mktemp("pack")))


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw in this process, which is sooner ready than a child."""
    monkeypatch.setattr(pack, "run_apart", run_here)


@pytest.fixture(scope="module")
def written(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("written") / "cilegon.html"
    desk.pack(target)
    return target


def words(page: str) -> str:
    return " ".join("".join(Page(page.encode()).text).split())


def pictures(page: str) -> list[bytes]:
    return [base64.b64decode(found) for found in re.findall(r'href="data:image/png;base64,([^"]*)"', page)]


def card(page: str, text: str) -> str:
    """Return the words of the exhibit that holds a text."""
    (found,) = (
        words(part) for part in re.findall(r"<article class=.*?</article>", page, re.DOTALL) if text in words(part)
    )
    return found


# --- what it holds ---


def test_every_document_and_every_standing_is_there(written: Path) -> None:
    page = written.read_text(encoding="utf-8")
    assert "Kota Cilegon 36.72" in words(page)
    for file in ("rilis/banten.pdf", "rilis/surat.docx", "berita.html", "ragu.txt", "mustahil.txt", "lama.txt"):
        assert file in words(page)
    for standing in (
        "published",
        "outweighed by another source",
        "waits for review",
        "refused",
        "rejected by a person",
    ):
        assert standing in words(page)
    assert "tidak ada lagi yang membedakan" in words(page), "how the conflict was settled"
    assert "24.70" in card(page, "bantahan.txt")
    assert "outweighed" in card(page, "bantahan.txt")
    assert "Perusakan alat peraga di desa" in card(page, "ragu.txt")


def test_a_decision_is_told_with_who_when_and_why(written: Path) -> None:
    told = card(written.read_text(encoding="utf-8"), "Dalam IKP 2019")
    assert re.search(r"reject score by budi, 20\d\d-\d\d-\d\dT[\d:]+Z \(salah baca\), decision \w+", told)
    assert "tanya kantor •••" in told
    assert "41.10" in told


def test_hostile_names_and_words_are_text(written: Path) -> None:
    page = written.read_text(encoding="utf-8")
    assert "<script" not in page
    assert r"a<b>&'c'; rm -rf $HOME \u202egnp.txt" in words(page)
    assert "<script>alert(1)</script>" in words(page)
    assert "0812" not in words(page)


def test_every_picture_is_a_page_and_has_its_hash(written: Path) -> None:
    page = written.read_text(encoding="utf-8")
    found = pictures(page)
    for number, png in enumerate(found, start=1):
        assert f"{hashlib.sha256(png).hexdigest()} H{number}" in words(page)
        with Image.open(io.BytesIO(png)) as image:
            assert image.format == "PNG"
            assert image.width <= 1200
            assert image.mode in {"L", "P"}
    assert len(found) == (10 if pack_corpus.OCR else 9)
    assert page.count("<figure") == (3 if pack_corpus.OCR else 2), "two pages of the PDF, and the scan"


def test_the_documents_are_verified_by_their_hashes(desk: Desk, written: Path) -> None:
    sums = re.findall(r"\b([0-9a-f]{64})  (.+)", html.unescape(written.read_text(encoding="utf-8")))
    files = {name.removesuffix("</pre>"): sha for sha, name in sums}
    plain = ("rilis/banten.pdf", "rilis/surat.docx", "berita.html", "bantahan.txt", "ragu.txt", "mustahil.txt")
    for name in plain:
        assert files[name] == hashlib.sha256((desk.corpus / name).read_bytes()).hexdigest()


def test_the_same_documents_give_the_same_bytes(desk: Desk, written: Path, tmp_path: Path) -> None:
    assert desk.pack(tmp_path / "again.html") == written.read_text(encoding="utf-8")


@pytest.mark.usefixtures("here")
def test_an_edition_is_taken_alone(desk: Desk, tmp_path: Path) -> None:
    page = words(desk.pack(tmp_path / "a.html", "Cilegon:ikp_2019"))
    assert "ikp_2019" in page
    assert "41.10" in page
    assert "32.40" not in page


def test_a_region_without_anything_has_a_page_that_says_so(desk: Desk, tmp_path: Path) -> None:
    page = words(desk.pack(tmp_path / "a.html", "11.01"))
    assert "No document of the corpus speaks of this region." in page
    assert "Coverage, Indeks Kerawanan Pemilu dan Pemilihan Serentak 2024: belum diambil" in page


@pytest.mark.usefixtures("here")
def test_a_part_of_a_mail_is_found_and_said_to_be_one(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Skor IKP 2024"
    message.set_content("Terlampir rilis.\n")
    message.add_attachment(pack_corpus.release(), maintype="application", subtype="pdf", filename="banten.pdf")
    desk = Desk(tmp_path / "corpus", tmp_path / "out")
    desk.corpus.mkdir()
    (desk.corpus / "surat.eml").write_bytes(message.as_bytes())
    stages.run(desk.corpus, desk.out, workers=1)
    page = desk.pack(tmp_path / "a.html")
    assert "Lies in</span></dt><dd>surat.eml</dd>" in page
    assert "surat.eml/banten.pdf, PDF, page 1" in words(page)
    assert len(pictures(page)) == 2


# --- what is missing ---


@pytest.mark.usefixtures("here")
def test_a_document_that_changed_or_went_is_said_to_have_no_picture(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = desk.copied(tmp_path)
    (mine.corpus / "rilis" / "banten.pdf").write_bytes(b"%PDF-1.4 another")
    (mine.corpus / "rilis" / "surat.docx").unlink()
    target = tmp_path / "a.html"
    assert mine.why(REGION, "--pack", str(target)) == cli.NEEDS_A_PERSON
    captured = capsys.readouterr()
    assert captured.out.startswith(f"Pack {target}: ")
    assert sorted(re.sub(r"B\d+", "B", line) for line in captured.err.splitlines()) == [
        "rilis/banten.pdf: no picture of B: changed since it was read; run `ikp run` first",
        "rilis/banten.pdf: no picture of B: changed since it was read; run `ikp run` first",
        "rilis/surat.docx: no picture of B: is not in the corpus; name the folder it was read from with --corpus",
    ], "a line for each page"
    page = target.read_text(encoding="utf-8")
    assert "No picture: is not in the corpus" in card(page, "rilis/surat.docx")
    assert "32.40" in card(page, "rilis/surat.docx"), "the words are there all the same"


@pytest.mark.usefixtures("here")
def test_without_the_corpus_the_words_are_there(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    assert Desk(tmp_path / "none", desk.out).why(REGION, "--pack", str(target)) == cli.NEEDS_A_PERSON
    page = target.read_text(encoding="utf-8")
    assert pictures(page) == []
    assert "Kota Cilegon memperoleh skor 32,40" in words(page)


@pytest.mark.usefixtures("here")
def test_a_record_that_is_lost_leaves_the_quote(desk: Desk, tmp_path: Path) -> None:
    mine = Desk(desk.corpus, Path(shutil.copytree(desk.out, tmp_path / "out")))
    dataset = publish.consolidated(publish.published(mine.out))
    (sha256,) = (one.sha256 for one in dataset.documents if one.file == "berita.html")
    load = results.load_record

    def lost(out: Any, wanted: str) -> Any:
        if wanted == sha256:
            raise StoreError("is gone", where="x", remedy="y")
        return load(out, wanted)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(results, "load_record", lost)
        assert mine.why(REGION, "--pack", str(tmp_path / "a.html")) == cli.NEEDS_A_PERSON
    told = card((tmp_path / "a.html").read_text(encoding="utf-8"), "berita.html")
    assert "No picture: is no longer read" in told
    assert "Kota Cilegon memperoleh skor 50,20" in told


@pytest.mark.parametrize(
    ("reason", "words_of_it"),
    [("memory", "needs too much memory"), ("timeout", "takes too long"), ("crashed", "makes its reader crash")],
)
def test_a_page_that_kills_its_reader_spoils_no_other(
    reason: Any, words_of_it: str, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dead(function: Any, tasks: Sequence[Any], **_: object) -> Iterator[tuple[object, object]]:
        for task in tasks:
            killed = task.entry.item.path == "rilis/banten.pdf" and task.entry.document.blocks
            yield task, Died(reason=reason) if killed else function(task)

    monkeypatch.setattr(pack, "run_apart", dead)
    target = tmp_path / "a.html"
    assert desk.why(REGION, "--pack", str(target)) == cli.NEEDS_A_PERSON
    page = target.read_text(encoding="utf-8")
    assert f"No picture: {words_of_it}" in words(page)
    assert len(pictures(page)) == (8 if pack_corpus.OCR else 7)


def test_whatever_goes_wrong_with_a_page_is_one_line(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("two\nlines")

    monkeypatch.setattr(pack, "run_apart", run_here)
    monkeypatch.setattr("pipeline.pictures.plain.plain_pages", broken)
    assert desk.why("36.72:ikp_2019", "--pack", str(tmp_path / "a.html")) == cli.NEEDS_A_PERSON
    assert capsys.readouterr().err == "lama.txt: no picture of B1: cannot be drawn (ValueError)\n"


# --- wrong use ---


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((REGION,), "ikp why: COLUMN is missing; give one, like score, or --pack FILE.html"),
        ((REGION, "--picture", "a.png"), "ikp why: COLUMN is missing"),
        ((REGION, "--pack", "a.pdf"), "a.pdf: an evidence pack is an HTML file; give a name that ends in .html"),
        (("Serang", "--pack", "a.html"), "row: 'Serang' may mean Kabupaten Serang (36.04), Kota Serang (36.73)"),
        (("Atlantis", "--pack", "a.html"), "row: 'Atlantis' is no region"),
        (("36.72:ikp_1999", "--pack", "a.html"), "row: 'ikp_1999' is no edition"),
    ],
)
def test_wrong_use_is_one_line_and_code_2(
    arguments: Sequence[str],
    complaint: str,
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert desk.why(*arguments) == cli.WRONG_USE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(complaint)
    assert captured.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_pack_among_the_documents_is_wrong_use(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.why(REGION, "--pack", str(desk.corpus / "rilis" / "a.html")) == cli.WRONG_USE
    assert "lies in the corpus" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told_before_anything_is_drawn(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delattr(pack, "run_apart")
    assert desk.why(REGION, "--pack", str(tmp_path / "none" / "a.html")) == cli.COULD_NOT_RUN
    assert "a.html: cannot be written (No such file or directory)" in capsys.readouterr().err


@pytest.mark.usefixtures("here")
def test_a_column_is_explained_beside_the_pack(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "a.html"
    assert desk.why(REGION, "score", "--pack", str(target)) == cli.DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"Pack {target}: ")
    assert lines[1] == f"SHA-256 {hashlib.sha256(target.read_bytes()).hexdigest()}"
    assert "score: 32.40" in lines


# --- elsewhere ---


@pytest.fixture(scope="module")
def s3() -> Iterator[Bucket]:
    with bucket() as served:
        yield served


@pytest.mark.usefixtures("here")
def test_a_pack_is_written_into_an_object_store(
    desk: Desk, written: Path, s3: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in s3.environment.items():
        monkeypatch.setenv(name, value)
    assert desk.why(REGION, "--pack", f"s3://{NAME}/bukti/cilegon.html") == cli.DONE
    assert s3.files("bukti") == {"cilegon.html": written.read_bytes()}


# --- in a browser ---

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with launched() as chromium:
        yield chromium


@needs_chromium
@pytest.mark.parametrize("width", [1280, 360])
def test_it_asks_for_nothing_and_scrolls_one_way(width: int, browser: Any, written: Path) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: said.append(line.text))
    page.goto(written.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for number in range(page.locator("figure").count()):
        page.locator("figure").nth(number).scroll_into_view_if_needed()
    assert [url for url in asked if not url.startswith("data:image/png")] == [written.as_uri()]
    assert said == []
    context.close()


@needs_chromium
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_no_serious_barrier(width: int, scheme: str, browser: Any, written: Path) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    )
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(written.as_uri())
    found = [
        f"{one['impact']}: {one['id']}: {[node['html'][:120] for node in one['nodes'][:2]]}"
        for one in axe.Axe().run(page).response["violations"]
    ]
    context.close()
    assert [one for one in found if one.startswith(("serious", "critical"))] == []


@needs_chromium
def test_the_marks_lie_on_the_words(browser: Any, written: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(written.as_uri())
    figure = page.locator("figure").first
    figure.scroll_into_view_if_needed()
    sheet = figure.locator("svg").bounding_box()
    for number in range(figure.locator("rect.words").count()):
        box = figure.locator("rect.words").nth(number).bounding_box()
        assert sheet["x"] < box["x"] < box["x"] + box["width"] <= sheet["x"] + sheet["width"]
        assert sheet["y"] <= box["y"] < box["y"] + box["height"] <= sheet["y"] + sheet["height"]
    assert page.evaluate("getComputedStyle(document.querySelector('rect.words')).mixBlendMode") == "multiply"
    context.close()
