"""A corpus that was read, a desk over it, and a visitor: what the tests of the pages share."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

import httpx

from pipeline.decision import Decision
from pipeline.jobs import stages
from pipeline.jobs.desk import Desk
from pipeline.review.draft import Words
from pipeline.review.queue import Filter, QueueItem
from pipeline.web.app import application
from pipeline.web.site import item_path
from roundtrip.paper import Paper, Paragraph
from roundtrip.render_pdf import render_pdf

SAMPLES = Path(__file__).resolve().parents[2] / "corpus" / "samples"
SECRET = b"only for tests"
Headers = dict[str, str] | Sequence[tuple[str, str]]
HERE = "http://127.0.0.1:8765"

TWINS = (
    "Bawaslu Rilis Indeks Kerawanan Pemilu 2024\n\n"
    "Jakarta - Dalam IKP 2024, Serang memperoleh skor 51,20 dan masuk kategori rawan tinggi. "
    "Sementara itu Bogor dengan skor 42,10 masuk kategori rawan sedang.\n"
)
HOSTILE = (
    "Bawaslu Banten merilis IKP 2024 <script>alert(1)</script>\n\n"
    '<img src=x onerror="alert(2)"> Serang memperoleh skor 33,30 dalam IKP 2024 '
    "<a href='javascript:alert(3)'>di sini</a> & masuk kategori rawan sedang.\n"
)
BEFORE = (
    "Bawaslu Banten merilis IKP 2024\n\n"
    "Kabupaten Pandeglang masuk kategori rawan tinggi dengan skor 77,73 dalam IKP 2024. "
    "Kabupaten Lebak dengan skor 72,10 dalam IKP 2024 masuk kategori rawan tinggi. "
    "Kota Cilegon dengan skor 50,20 dalam IKP 2024 masuk kategori rawan sedang.\n"
)
AFTER = (
    "Bawaslu Banten merilis IKP 2024\n\n"
    "Kabupaten Pandeglang masuk kategori rawan tinggi dengan skor 77,73 dalam IKP 2024. "
    "Kabupaten Lebak dengan skor 71,30 dalam IKP 2024 masuk kategori rawan tinggi, kata ketua.\n"
)
PRINTED = Paper(
    title="Bawaslu Jawa Timur Rilis Indeks Kerawanan Pemilu 2024",
    parts=(
        Paragraph(text="SURABAYA - Bawaslu Jawa Timur memaparkan hasil pemetaan di kantornya."),
        Paragraph(text="Dalam IKP 2024, Kediri memperoleh skor 47,30 dan masuk kategori rawan sedang."),
        *(
            Paragraph(text="Rapat kerja itu dihadiri para ketua dan anggota, lalu ditutup dengan doa.")
            for _ in range(40)
        ),
    ),
    published=None,
)
"""A printed release of which a finding waits: there are a Kabupaten and a Kota Kediri."""
HOSTILE_NAME = "<b onclick=alert(4)>rilis'\".txt"
COPIED = (
    "bengkulu-kepala-gabung.pdf", "jateng-tabel-lebur.txt", "kaltim-tabel-gabung.docx", "kaltara-tps-rawan.md",
    "nasional-peringkat-provinsi.html", "jabar-daftar-kategori.html",
)  # fmt: skip


def read_corpus(folder: Path) -> Desk:
    """Read a corpus twice, with decisions between: some of them are asked again, some lost their words."""
    corpus, out = folder / "corpus", folder / "out"
    corpus.mkdir(parents=True)
    for name in COPIED:
        shutil.copy(SAMPLES / name, corpus)
    (corpus / "kembar.txt").write_text(TWINS)
    (corpus / "kembar.pdf").write_bytes(render_pdf(PRINTED, Random("kembar")))
    (corpus / HOSTILE_NAME).write_text(HOSTILE)
    (corpus / "lebak.txt").write_text(BEFORE)
    stages.run(corpus, out, workers=1)
    desk = Desk(corpus=corpus, out=out)
    for item in everything(desk):
        if item.item.file == "lebak.txt":
            _decide_first(desk, item)
    (corpus / "lebak.txt").write_text(AFTER)
    stages.run(corpus, out, workers=1)
    desk.refresh()
    return desk


def _decide_first(desk: Desk, item: QueueItem) -> None:
    words = Words(reason="checked", note="<i>dicek</i>")
    if item.finding.region_code == "36.02":
        desk.decide("Siti", item.key, None, "edit", changes={"score": "72.11"}, words=words)
    else:
        desk.decide("Siti", item.key, None, "accept", words=words)


def everything(desk: Desk) -> list[QueueItem]:
    """Return all findings of all documents."""
    hashes = dict.fromkeys(item.sha256 for item in desk._docket.items.values())
    return [item for sha256 in hashes for item in desk.findings_in(sha256)]


def copy_of(desk: Desk, folder: Path) -> Desk:
    """Return a desk over a copy of corpus and results, for a test that decides."""
    shutil.copytree(str(desk.corpus), folder / "corpus")
    shutil.copytree(str(desk.out), folder / "out")
    return Desk(corpus=folder / "corpus", out=folder / "out")


def waiting(desk: Desk, *, file: str = "", kind: str = "") -> QueueItem:
    """Return the first item that waits, of a file or kind."""
    return next(
        item for item in desk.queue(Filter(kind=kind)) if (item.item.file.endswith(file) and item.kind != "orphan")
        or item.kind == kind == "orphan"
    )  # fmt: skip


@dataclass
class Visitor:
    """A browser without scripts: keeps cookies, and sends forms as a page has them."""

    desk: Desk
    token: str | None = None
    actor: str | None = "Budi"
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    any_address: bool = False
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)
    transport: httpx.ASGITransport = field(init=False)

    def __post_init__(self) -> None:
        app = application(
            self.desk, hosts=self.hosts, token=self.token, secret=SECRET, actor=self.actor,
            any_address=self.any_address,
        )  # fmt: skip
        self.transport = httpx.ASGITransport(app)

    def ask(
        self, method: str, path: str, *, headers: Headers = (), data: dict[str, str] | None = None,
        content: bytes | None = None,
    ) -> httpx.Response:  # fmt: skip
        """Send one request, with the cookies so far."""

        async def sent() -> httpx.Response:
            client = httpx.AsyncClient(transport=self.transport, base_url=HERE, cookies=self.cookies)
            async with client:
                said = list(headers.items()) if isinstance(headers, dict) else list(headers)
                if not any(name == "accept-language" for name, _ in said):
                    said.append(("accept-language", "en"))
                response = await client.request(method, path, headers=said, data=data, content=content)
                self.cookies = client.cookies
                return response

        return asyncio.run(sent())

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.ask("GET", path, headers={name.replace("_", "-"): text for name, text in headers.items()})

    def page(self, path: str) -> str:
        response = self.get(path)
        assert response.status_code == 200, response.text
        return response.text

    def csrf(self) -> str:
        """Return the token of this session's forms."""
        found = re.search(r'name="csrf" value="([0-9a-f]{64})"', self.get("/hello").text)
        assert found is not None
        return found[1]

    def post(self, path: str, **fields: str) -> httpx.Response:
        """Send a form of this session."""
        said = {"csrf": self.csrf()} | fields
        return self.ask("POST", path, data=said, headers={"sec-fetch-site": "same-origin"})

    def say(self, item: QueueItem, act: str, **fields: str) -> httpx.Response:
        """Press a button of an item's page."""
        return self.post(item_path(item.key), act=act, **({"mark": item.item.mark} | fields))

    def now(self, item: QueueItem) -> QueueItem:
        """Return an item as it is now."""
        found = self.desk.item(item.key)
        assert found is not None
        return found

    def last(self) -> Decision:
        return self.desk.log[-1]


class Crowd(Desk):
    """A desk whose queue is as long as wanted: one item, over and over, each with a key of its own."""

    def fill(self, count: int) -> None:
        items = super().queue(Filter())
        self.crowd = tuple(
            replace(items[number % len(items)], key=f"{number:016x}-{number:06x}") for number in range(count)
        )

    def queue(self, wanted: Filter = Filter()) -> tuple[QueueItem, ...]:  # noqa: B008 - frozen
        return tuple(item for item in self.crowd if wanted.takes(item))

    def item(self, key: str) -> QueueItem | None:
        return next((item for item in self.crowd if item.key == key), None)
