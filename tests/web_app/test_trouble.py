"""What nobody expects: a page that fails, a body that stops, a browser that has gone."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest
from starlette.types import Message

from pipeline.jobs.desk import Desk
from pipeline.web import forms
from pipeline.web.app import DRAWN_AT_ONCE, application
from pipeline.web.forms import FORM
from pipeline.web.guard import HEADERS
from web_app.bench import SECRET, Visitor, waiting


@dataclass
class Asking:
    """One request, message by message; after those that are given nothing more comes, or the browser is gone."""

    path: str
    method: str = "GET"
    messages: list[Message] = field(default_factory=lambda: [{"type": "http.request", "body": b""}])
    gone: bool = False
    sent: list[Message] = field(default_factory=list)

    async def answer(self, desk: Desk) -> int:
        app = application(desk, hosts={"127.0.0.1"}, token=None, secret=SECRET, actor="Budi")
        return await self.answered_by(app)

    async def answered_by(self, app: object) -> int:
        headers = [(b"host", b"127.0.0.1"), (b"content-type", FORM.encode())]
        scope = {
            "type": "http", "method": self.method, "path": self.path, "raw_path": self.path.encode(), "headers": headers,
            "query_string": b"", "server": ("127.0.0.1", 80), "scheme": "http", "http_version": "1.1", "root_path": "",
        }  # fmt: skip
        await app(scope, self.receive, self.send)  # type: ignore[operator]
        return next((int(one["status"]) for one in self.sent if one["type"] == "http.response.start"), 0)

    async def receive(self) -> Message:
        if self.gone:
            return {"type": "http.disconnect"}
        if self.messages:
            return self.messages.pop(0)
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        self.sent.append(message)

    def header(self, name: str) -> str:
        pairs: Sequence[tuple[bytes, bytes]] = self.sent[0]["headers"]
        found: Mapping[str, str] = {key.decode().lower(): text.decode() for key, text in pairs}
        return found[name.lower()]


def test_an_unexpected_error_is_one_plain_page_and_one_line(
    original: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("two\nlines \x1b[2J")

    monkeypatch.setattr("pipeline.jobs.desk.Desk.queue", broken)
    asking = Asking("/")
    assert asyncio.run(asking.answer(original)) == 500
    assert asking.sent[1]["body"] == b"that did not work"
    assert {name: asking.header(name) for name in HEADERS} == HEADERS
    assert capsys.readouterr().err == "ikp review: /: RuntimeError: two lines \\x1b[2J\n"


def test_a_body_that_stops_is_not_waited_for(original: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "WAIT", 0.05)
    asking = Asking("/undo", "POST", [{"type": "http.request", "body": b"csrf=", "more_body": True}])
    assert asyncio.run(asyncio.wait_for(asking.answer(original), 10)) == 408
    assert asking.header("connection") == "close"


def test_whoever_goes_amid_a_form_is_no_error(original: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    asking = Asking("/undo", "POST", gone=True)
    assert asyncio.run(asking.answer(original)) == 403
    assert capsys.readouterr().err == ""


# --- pictures ---


def test_no_picture_is_drawn_for_whoever_has_gone_on(original: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr("pipeline.jobs.desk.Desk.picture", lambda _, key: drawn.append(key))
    key = waiting(original, file=".pdf").key
    assert asyncio.run(Asking(f"/picture/{key}.png", gone=True).answer(original)) == 204
    assert drawn == []
    assert asyncio.run(Asking(f"/picture/{key}.png").answer(original)) == 404
    assert drawn == [key]


def test_few_pictures_are_waited_for_at_once_and_pages_come_meanwhile(
    original: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work: list[int] = []
    most: list[int] = []
    release = threading.Event()

    def draw(*_: object) -> None:
        at_work.append(1)
        most.append(len(at_work))
        release.wait(20)
        at_work.pop()

    monkeypatch.setattr("pipeline.jobs.desk.Desk.picture", draw)
    app = application(original, hosts={"127.0.0.1"}, token=None, secret=SECRET, actor="Budi")

    async def morning() -> tuple[int, list[int]]:
        path = f"/picture/{waiting(original, file='.pdf').key}.png"
        pictures = [asyncio.create_task(Asking(path).answered_by(app)) for _ in range(60)]
        await asyncio.sleep(0.3)
        begin = time.monotonic()
        status = await Asking("/").answered_by(app)
        assert time.monotonic() - begin < 10
        release.set()
        return status, await asyncio.gather(*pictures)

    status, pictures = asyncio.run(morning())
    assert status == 200
    assert set(pictures) == {404}
    assert max(most) == DRAWN_AT_ONCE


def test_a_page_says_that_its_picture_is_being_drawn(reader: Visitor) -> None:
    item = waiting(reader.desk, file=".pdf")
    assert "The page is being drawn" in reader.page(f"/item/{item.key}")
