"""`ikp why --picture`: the document behind a value is found again, drawn, and told of in one line."""

from __future__ import annotations

import io
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from apart import run_here
from pipeline import cli
from pipeline.errors import ReadError, StoreError, UsageError
from pipeline.jobs import explain, illustrate, stages
from pipeline.jobs.children import Died
from pipeline.model import Document, Evidence
from pipeline.pictures.evidence import Caption, Picture, evidence_picture
from pipeline.storage import results

NEWS = (
    "Bawaslu Banten merilis IKP 2024\n\n"
    "Kabupaten Pandeglang masuk kategori rawan tinggi dengan skor 77,73 dalam IKP 2024. "
    "Kabupaten Lebak dengan skor 72,10 dalam IKP 2024.\n"
)
CONTRARY = "Kota Cilegon dengan skor 50,20 dalam IKP 2024.\n"
AGAIN = "Menurut IKP 2024, Kabupaten Pandeglang masuk kategori rawan tinggi dengan skor 77,73.\n"


def release() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.drawString(70, 760, "Bawaslu Provinsi Banten menyampaikan hasil Indeks Kerawanan Pemilu (IKP) 2024.")
    canvas.drawString(
        70, 730, "Kota Cilegon memperoleh skor 32,40 dan masuk kategori rawan sedang dalam IKP 2024."
    )
    canvas.save()
    return stream.getvalue()


class Desk:
    """A corpus that was read: a text, another that repeats it, and a PDF in a folder."""

    def __init__(self, folder: Path) -> None:
        self.corpus, self.out = folder / "corpus", folder / "out"
        (self.corpus / "rilis").mkdir(parents=True)
        (self.corpus / "berita.txt").write_text(NEWS)
        (self.corpus / "ulang.txt").write_text(AGAIN)
        (self.corpus / "rilis" / "banten.pdf").write_bytes(release())
        stages.run(self.corpus, self.out, workers=1)

    def why(self, row: str, column: str, picture: Path) -> str:
        return explain.why(self.out, row, column, corpus=self.corpus, picture=picture)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk"))


def last_line(text: str) -> str:
    return text.rstrip("\n").rpartition("\n")[2]


QUESTIONS = [
    # row, column, document and place
    ("36.72", "score", "rilis/banten.pdf, PDF, page 1"),
    ("36.72", "category_derived", "rilis/banten.pdf, PDF, page 1"),
    ("36.02", "score", "berita.txt, text, line 3"),
    ("36.01", "category", "ulang.txt, text, line 1"),
]


@pytest.mark.parametrize(("row", "column", "where"), QUESTIONS)
def test_every_value_has_a_picture(row: str, column: str, where: str, desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "bukti.PNG"
    text = desk.why(row, column, target)
    assert last_line(text).startswith(f"Picture {target}: {where}, ")
    with Image.open(target) as image:
        assert image.format == "PNG"
        assert image.width > 800


def test_of_several_places_the_first_is_drawn_and_the_others_counted(desk: Desk, tmp_path: Path) -> None:
    one, two = desk.why("36.02", "score", tmp_path / "1.png"), desk.why("36.01", "score", tmp_path / "2.png")
    assert last_line(one).endswith(", the only place that states it")
    assert last_line(two).endswith("places that state it")
    assert ", the first of " in last_line(two)


@pytest.fixture
def captions(monkeypatch: pytest.MonkeyPatch) -> list[Caption]:
    """Collect the captions of the pictures that are drawn."""
    seen: list[Caption] = []

    def drawn(data: bytes, document: Document, evidence: Sequence[Evidence], caption: Caption) -> Picture:
        seen.append(caption)
        return evidence_picture(data, document, evidence, caption)

    monkeypatch.setattr(illustrate, "run_apart", run_here)
    monkeypatch.setattr("pipeline.pictures.evidence.evidence_picture", drawn)
    return seen


def test_the_caption_says_the_value_whose_it_is_and_where_it_stands(
    desk: Desk, tmp_path: Path, captions: list[Caption]
) -> None:
    desk.why("36.72", "score", tmp_path / "bukti.png")
    desk.why("36.72", "category_derived", tmp_path / "bukti.png")
    assert [caption.value for caption in captions] == [
        "score: 32.40",
        "category_derived: sedang (from score 32.40)",
    ]
    assert captions[0].subject == "Kota Cilegon (36.72), ikp_2024"
    assert captions[0].file == "rilis/banten.pdf"
    assert captions[0].rule.startswith("rule score.")


def test_the_caption_of_what_is_not_published_says_so(tmp_path: Path, captions: list[Caption]) -> None:
    desk = Desk(tmp_path)
    (desk.corpus / "rilis" / "banten.pdf").unlink()
    (desk.corpus / "dua.txt").write_text("Kota Cilegon dengan skor 60,10 dalam IKP 2024.\n\n" + CONTRARY)
    stages.run(desk.corpus, desk.out, workers=1)
    desk.why("36.72", "score", tmp_path / "bukti.png")
    assert captions[0].value == "score: 60.10 (waits for review)"


def test_the_command_takes_a_picture_and_a_corpus(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "bukti.png"
    arguments = ["why", "36.72", "score", "--out", str(desk.out), "--corpus", str(desk.corpus)]
    assert cli.main([*arguments, "--picture", str(target)]) == cli.DONE
    out = capsys.readouterr().out
    assert "score: 32.40" in out
    assert f"Picture {target}: rilis/banten.pdf, PDF, page 1" in out
    first = target.read_bytes()
    assert cli.main([*arguments, "--picture", str(target)]) == cli.DONE
    assert target.read_bytes() == first
    assert cli.main(arguments) == cli.DONE, "without --picture nothing is asked of the corpus"


@pytest.mark.parametrize("name", ["bukti.jpg", "bukti", "bukti.png.svg"])
def test_another_ending_is_wrong_use(name: str, desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"pictures are PNG files; give a name that ends in \.png"):
        desk.why("36.72", "score", tmp_path / name)


def test_a_picture_among_the_documents_is_wrong_use(desk: Desk) -> None:
    for target in (desk.corpus / "bukti.png", desk.corpus / "rilis" / ".." / "bukti.png"):
        with pytest.raises(UsageError, match="lies in the corpus"):
            desk.why("36.72", "score", target)
        assert not target.exists()


def test_what_nobody_states_has_no_picture(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "bukti.png"
    with pytest.raises(UsageError, match="no document states it"):
        desk.why("11.01", "score", target)
    assert not target.exists()


def test_a_folder_that_is_not_there_is_an_error_in_one_line(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["why", "36.72", "score", "--out", str(desk.out), "--corpus", str(desk.corpus)]
    assert cli.main([*arguments, "--picture", str(tmp_path / "none" / "bukti.png")]) == cli.COULD_NOT_RUN
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1
    assert "cannot be written" in captured.err


def test_a_document_that_changed_or_went_is_not_drawn(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    (desk.corpus / "rilis" / "banten.pdf").write_bytes(release() + b"\n% changed")
    with pytest.raises(StoreError, match=r"banten\.pdf: changed since it was read; run `ikp run` first"):
        desk.why("36.72", "score", tmp_path / "bukti.png")
    (desk.corpus / "rilis" / "banten.pdf").unlink()
    with pytest.raises(StoreError, match=r"banten\.pdf: is not in the corpus; name the folder"):
        desk.why("36.72", "score", tmp_path / "bukti.png")
    assert not (tmp_path / "bukti.png").exists()


def test_the_bytes_of_each_document_are_found_again(desk: Desk) -> None:
    items = [account.item for account in results.load_accounts(desk.out)]
    assert len(items) == 3
    for item in items:
        assert illustrate.original(desk.corpus, item) == (desk.corpus / item.path).read_bytes()


def test_a_part_of_a_mail_is_found_again_and_drawn(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "Skor IKP 2024"
    message.set_content("Terlampir rilis.\n")
    message.add_attachment(release(), maintype="application", subtype="pdf", filename="banten.pdf")
    corpus, out = tmp_path / "corpus", tmp_path / "out"
    corpus.mkdir()
    (corpus / "surat.eml").write_bytes(message.as_bytes())
    stages.run(corpus, out, workers=1)
    text = explain.why(out, "36.72", "score", corpus=corpus, picture=tmp_path / "bukti.png")
    assert "surat.eml/banten.pdf, PDF, page 1" in last_line(text)


def test_a_page_that_kills_its_reader_ends_in_one_line(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dead(_: object, tasks: Sequence[object], **__: object) -> list[tuple[object, Died]]:
        return [(task, Died(reason="memory")) for task in tasks]

    monkeypatch.setattr(illustrate, "run_apart", dead)
    with pytest.raises(ReadError, match=r"banten\.pdf: cannot be drawn; needs too much memory"):
        desk.why("36.72", "score", tmp_path / "bukti.png")
