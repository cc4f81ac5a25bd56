"""Who may ask, and what every answer carries."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.jobs.desk import Desk
from pipeline.review.queue import Filter
from pipeline.web.guard import HEADERS, MOST_BYTES
from pipeline.web.serve import check_open, is_loopback
from pipeline.web.session import Session, form_token, new_session, opened, sealed
from pipeline.web.site import inner, item_path
from web_app.bench import HERE, HOSTILE_NAME, SECRET, Visitor, everything, waiting

TOKEN = "a long secret of the server"  # noqa: S105
ANY = "0.0.0.0"  # noqa: S104


class Checker(HTMLParser):
    """Collects what a strict policy forbids, and where pages lead."""

    def __init__(self) -> None:
        super().__init__()
        self.odd: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.ids += [named["id"] or ""] if "id" in named else []
        if tag in {"style", "iframe", "object", "embed", "base"} or (tag == "script" and not named.get("src")):
            self.odd.append(tag)
        for name, value in attrs:
            inside = (
                not value or value.startswith(("/", "#")) or name not in {"href", "src", "action", "formaction"}
            )
            if name == "style" or name.startswith("on") or not inside or (value or "").startswith("//"):
                self.odd.append(f"{tag} {name}={value}")


def pages(desk: Desk) -> list[str]:
    items = [item_path(item.key) for item in desk.queue(Filter())]
    documents = [f"/document/{sha256}" for sha256 in dict.fromkeys(item.sha256 for item in everything(desk))]
    patterns = [f"/group?pattern={group.pattern}" for group in desk.groups(Filter())]
    return [
        "/",
        "/?kind=orphan",
        "/region/36",
        "/decisions",
        "/changes",
        "/hello",
        "/nowhere",
        *items,
        *documents,
        *patterns,
    ]


def test_no_page_has_scripts_styles_or_addresses_of_its_own(reader: Visitor) -> None:
    for path in pages(reader.desk):
        checker = Checker()
        checker.feed(reader.get(path).text)
        assert (path, checker.odd) == (path, [])
        assert len(checker.ids) == len(set(checker.ids)), path


def test_markup_of_documents_is_shown_as_text(reader: Visitor) -> None:
    hostile = next(item for item in everything(reader.desk) if item.item.file == HOSTILE_NAME)
    for path in (item_path(hostile.key), f"/document/{hostile.sha256}", "/", f"/?document={hostile.sha256}"):
        html = reader.page(path)
        assert "<b onclick" not in html
        assert "<img src=x" not in html
        assert "<script>alert" not in html
    html = reader.page(f"/document/{hostile.sha256}")
    assert "&lt;script&gt;alert(1)" in html
    assert "&lt;b onclick=alert(4)&gt;" in html


def test_markup_in_an_address_or_a_name_is_shown_as_text(visitor: Visitor) -> None:
    for path in (
        "/?text=<script>x</script>",
        "/?region=%22><script>x",
        "/decisions?actor=<script>x",
        "/item/<script>x",
    ):
        assert "<script>x" not in visitor.get(path).text
    visitor.post("/hello", name="<i>Budi</i>", to="/")
    assert "<i>Budi" not in visitor.page("/")
    assert "&lt;i&gt;Budi&lt;/i&gt;" in visitor.page("/")
    assert "<i>dicek" not in visitor.page("/decisions")


def test_every_answer_carries_the_headers(reader: Visitor) -> None:
    for path in ("/", "/nowhere", "/static/review.css", "/static/none", "/picture/none.png"):
        headers = reader.get(path).headers
        assert {name: headers[name] for name in HEADERS} == HEADERS
        assert re.fullmatch(r"app;dur=\d+\.\d", headers["Server-Timing"])
    assert reader.get("/").headers["Cache-Control"] == "no-store"
    refused = reader.get("/", host="evil.example")
    assert refused.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.1.5", "", "[::1]:x"])
def test_a_host_that_is_not_ours_is_refused(reader: Visitor, host: str) -> None:
    assert reader.get("/", host=host).status_code == 400


def test_two_names_are_none(reader: Visitor) -> None:
    hosts = [("host", "127.0.0.1:8765"), ("host", "evil.example")]
    assert reader.ask("GET", "/", headers=hosts).status_code == 400


def test_addresses_are_ours_where_the_server_is_open(original: Desk) -> None:
    visitor = Visitor(original, token=TOKEN, any_address=True)
    assert visitor.get("/", host="192.168.1.5:8765").status_code == 303
    assert visitor.get("/", host="evil.example").status_code == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_no_other_methods(reader: Visitor, method: str) -> None:
    assert reader.ask(method, "/").status_code == 405


def test_an_address_that_only_takes_forms_shows_nothing(reader: Visitor) -> None:
    assert reader.get("/undo").status_code == 405


def test_head_is_a_get_without_its_body(reader: Visitor) -> None:
    response = reader.ask("HEAD", "/")
    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "http://[::1"},
        {"sec-fetch-site": "cross-site", "origin": HERE},
    ],
)
def test_a_form_of_another_page_is_refused(visitor: Visitor, headers: dict[str, str]) -> None:
    item, before = waiting(visitor.desk), len(visitor.desk.log)
    assert visitor.say(item, "accept").status_code == 303
    csrf = visitor.csrf()
    said = {"csrf": csrf, "act": "accept", "mark": item.item.mark}
    assert visitor.ask("POST", item_path(item.key), data=said, headers=headers).status_code == 403
    assert visitor.ask("POST", "/undo", data={"csrf": csrf}, headers=headers).status_code == 403
    assert len(visitor.desk.log) > before


@pytest.mark.parametrize(
    "headers", [{"origin": HERE}, {"origin": "null", "sec-fetch-site": "same-origin"}, {"origin": "null"}, {}]
)
def test_our_own_form_is_taken_whatever_a_browser_says_of_it(visitor: Visitor, headers: dict[str, str]) -> None:
    item = waiting(visitor.desk)
    said = {"csrf": visitor.csrf(), "act": "defer", "mark": item.item.mark}
    assert visitor.ask("POST", item_path(item.key), data=said, headers=headers).status_code == 303


@pytest.mark.parametrize("csrf", ["", "0" * 64, form_token(Session(id="other"), SECRET)])
def test_a_form_needs_the_token_of_its_session(visitor: Visitor, csrf: str) -> None:
    before = visitor.desk.log
    for path in (item_path(waiting(visitor.desk).key), "/undo", "/group", "/hello", "/language"):
        assert visitor.post(path, csrf=csrf, act="accept", name="Eve", language="id").status_code == 403
    assert visitor.desk.log == before


def test_a_form_of_another_kind_says_nothing(visitor: Visitor) -> None:
    csrf = visitor.csrf()
    for kind in ("text/plain", "multipart/form-data; boundary=x", "application/json"):
        sent = f"csrf={csrf}&act=accept".encode()
        response = visitor.ask("POST", "/undo", content=sent, headers={"content-type": kind})
        assert response.status_code == 403
    bad = visitor.ask(
        "POST", "/undo", content=b"csrf=%ff%fe", headers={"content-type": "application/x-www-form-urlencoded"}
    )
    assert bad.status_code == 403


def test_large_bodies_are_refused(visitor: Visitor) -> None:
    assert visitor.post("/hello", name="x" * MOST_BYTES).status_code == 413
    kind = {"content-type": "application/x-www-form-urlencoded", "content-length": "10"}
    assert visitor.ask("POST", "/hello", content=b"x" * (MOST_BYTES + 1), headers=kind).status_code == 413
    assert visitor.ask("POST", "/hello", content=b"x", headers={"content-length": "-1"}).status_code == 413


@pytest.mark.parametrize(
    "name", ["../app.py", "..%2fapp.py", "%2e%2e/words.csv", "/etc/passwd", "review.css/../../app.py", ".", ""]
)
def test_static_files_are_those_that_are_named(reader: Visitor, name: str) -> None:
    assert reader.get(f"/static/{name}").status_code in {303, 404}
    assert "import" not in reader.get(f"/static/{name}").text


def test_cookies_are_for_this_site_alone(visitor: Visitor) -> None:
    cookie = Visitor(visitor.desk, actor=None).get("/hello").headers["set-cookie"]
    assert cookie.startswith("ikp_session_8765=")
    assert {"httponly", "samesite=strict", "path=/"} <= {part.strip().lower() for part in cookie.split(";")}
    language = visitor.post("/language", language="id", to="/").headers.get_list("set-cookie")
    assert any("ikp_language=id" in one and "HttpOnly" in one for one in language)


def test_a_session_is_worth_something_only_as_it_was_sealed() -> None:
    session = Session(id="a", name="Budi", said=("done.undo", "1"))
    cookie = sealed(session, SECRET)
    assert opened(cookie, SECRET) == session
    for bad in (
        cookie[:-1],
        cookie + "0",
        cookie.partition(".")[2],
        "",
        None,
        "é.x",
        "." * 3000,
        sealed(session, b"other"),
    ):
        assert opened(bad, SECRET) is None
    assert new_session().id != new_session().id


def test_what_is_told_never_outgrows_a_cookie() -> None:
    session = Session(
        id="a" * 24, admitted=True, name="\U0001f600" * 60, said=("done.accept", "\U0001f600" * 900, "é" * 900)
    )
    cookie = sealed(session, SECRET)
    assert len(cookie) < 4_000
    found = opened(cookie, SECRET)
    assert found is not None
    assert (found.id, found.name) == (session.id, session.name)


def test_without_the_token_nothing_is_shown(original: Desk) -> None:
    visitor = Visitor(original, token=TOKEN)
    for path in [*pages(original)[:12], "/picture/x.png", "/item/x"]:
        response = visitor.get(path)
        assert (response.status_code, response.text) == (303, "")
        assert response.headers["location"].startswith("/login?to=")
    assert visitor.get("/?token=wrong").status_code == 303


def test_the_token_lets_in_once_for_a_session(original: Desk) -> None:
    visitor = Visitor(original, token=TOKEN)
    csrf = re.search(r'name="csrf" value="(\w+)"', visitor.get("/login?to=/decisions").text)
    assert csrf is not None
    before = opened(visitor.cookies["ikp_session_8765"], SECRET)
    wrong = visitor.ask("POST", "/login", data={"csrf": csrf[1], "token": TOKEN + "x", "to": "/"})
    assert wrong.status_code == 403
    right = visitor.ask("POST", "/login", data={"csrf": csrf[1], "token": TOKEN, "to": "/decisions"})
    assert (right.status_code, right.headers["location"]) == (303, "/decisions")
    assert visitor.get("/").status_code == 200
    after = opened(visitor.cookies["ikp_session_8765"], SECRET)
    assert before is not None
    assert after is not None
    assert after.id != before.id  # a session planted beforehand is worth nothing
    assert (before.admitted, after.admitted) == (False, True)


def test_a_link_with_the_token_lets_in_and_loses_the_token(original: Desk) -> None:
    visitor = Visitor(original, token=TOKEN)
    response = visitor.get(f"/decisions?actor=Budi&token={TOKEN.replace(' ', '+')}")
    assert response.headers["Refresh"] == "0; url=/decisions?actor=Budi"
    assert TOKEN not in response.text
    assert visitor.get("/decisions?actor=Budi").status_code == 200
    odd = Visitor(original, token=TOKEN).get(f"/a%0d%0aX-Odd:%20y/é?token={TOKEN.replace(' ', '+')}")
    assert (odd.status_code, odd.headers["Refresh"]) == (200, "0; url=/aX-Odd%3A%20y/%C3%A9")
    assert "X-Odd" not in odd.headers


def test_who_is_in_already_loses_the_token_too(original: Desk) -> None:
    visitor = Visitor(original, token=TOKEN)
    visitor.get(f"/?token={TOKEN.replace(' ', '+')}")
    again = visitor.get(f"/decisions?actor=Budi&token={TOKEN.replace(' ', '+')}")
    assert (again.status_code, again.headers["location"]) == (303, "/decisions?actor=Budi")


@pytest.mark.parametrize("name", ["%00", "..%2f..", "A" * 64, "0" * 63, "%0a" + "0" * 64])
def test_documents_are_named_by_their_hash(reader: Visitor, name: str) -> None:
    assert reader.get(f"/document/{name}").status_code == 404


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nx: y"]
)
def test_nobody_is_led_out(visitor: Visitor, target: str) -> None:
    assert inner(target) == "/"
    assert visitor.post("/hello", name="Budi", to=target).headers["location"] == "/"
    assert visitor.post("/language", language="en", to=target).headers["location"] == "/"


def test_a_server_for_others_needs_a_token() -> None:
    for host in (ANY, "192.168.1.5", "::", "review.example"):
        with pytest.raises(UsageError, match="--token"):
            check_open(host, None)
        check_open(host, "0123456789abcdef")
    for token in ("", "  ", "short"):
        with pytest.raises(UsageError, match="--token"):
            check_open("127.0.0.1" if token else ANY, token)
    check_open("127.0.0.1", None)
    assert is_loopback("127.8.8.8")


def test_pictures_of_nothing_are_not_found(reader: Visitor) -> None:
    text = waiting(reader.desk, file=".txt")
    assert reader.get(f"/picture/{text.key}.png").status_code == 404
    assert reader.get("/picture/..%2f..%2fx.png").status_code == 404


def test_no_inline_code_in_templates() -> None:
    folder = Path(__file__).resolve().parents[2] / "pipeline" / "web" / "templates"
    for path in folder.glob("*.html"):
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe|autoescape|style=|\son\w+=|javascript:", source), path.name
