"""The door: the server's token, a name, a language; and the files that every page needs."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

from starlette.responses import Response

from pipeline.errors import UsageError
from pipeline.storage.logbook import checked_actor
from pipeline.web.session import equal, renewed
from pipeline.web.site import STATIC, Answer, Visit, address, go, inner, page, plain
from pipeline.web.words import LANGUAGES

LANGUAGE_COOKIE = "ikp_language"
_YEAR = 365 * 24 * 3600


def login_page(visit: Visit) -> Answer:
    """Ask for the token."""
    return page(visit, "login.html", wrong=False, to=inner(visit.query.get("to", "/")))


def login(visit: Visit) -> Answer:
    """Let in who knows the token, under a new session."""
    to = inner(visit.form.get("to", "/"))
    if not equal(visit.form.get("token", ""), visit.site.token or ""):
        return page(visit, "login.html", status=403, wrong=True, to=to)
    entered = replace(visit, session=renewed(visit.session, admitted=True))
    return go(entered, to)


def entered_by_link(visit: Visit) -> Answer:
    """Let in who came by the link with the token, and lead on to the address without it.

    A redirect would not do: a browser that came from elsewhere would follow it without the new cookie, which is
    for requests of this site alone. So a page of ours leads on.
    """
    entered = replace(visit, session=renewed(visit.session, admitted=True))
    target = without_token(visit)
    answer = page(entered, "entered.html", to=target)
    answer.response.headers["Refresh"] = f"0; url={target}"
    return answer


def without_token(visit: Visit) -> str:
    """Return the address of a visit without the server's token, which is for nobody to read over a shoulder."""
    rest = {name: value for name, value in visit.query.items() if name != "token"}
    return address(quote(inner(visit.path)), rest)


def hello_page(visit: Visit, trouble: str = "", typed: str | None = None) -> Answer:
    """Ask for a name."""
    return page(
        visit,
        "hello.html",
        status=422 if trouble else 200,
        typed=visit.name if typed is None else typed,
        people=sorted({line.actor for line in visit.desk.log})[:50],
        to=inner(visit.query.get("to", visit.form.get("to", "/"))),
        trouble=trouble,
    )


def hello(visit: Visit) -> Answer:
    """Remember the name for the session."""
    typed = visit.form.get("name", "")
    try:
        chosen = checked_actor(typed)
    except UsageError:
        return hello_page(visit, trouble="hello.wrong", typed=typed[:80])
    named = replace(visit, session=replace(visit.session, name=chosen))
    return go(named, visit.form.get("to", "/"))


def language(visit: Visit) -> Answer:
    """Remember the language, and show the same page in it."""
    wanted = visit.form.get("language", "")
    answer = go(visit, visit.form.get("to", "/"))
    if wanted in LANGUAGES:
        answer.response.set_cookie(LANGUAGE_COOKIE, wanted, max_age=_YEAR, httponly=True, samesite="strict")
    return answer


def static(visit: Visit, files: dict[str, bytes]) -> Answer:
    """Return a file by its name; only those that were loaded at the start can be named."""
    name = visit.parts["name"]
    if name not in files:
        return plain(visit, Response(status_code=404))
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return plain(visit, Response(files[name], media_type=STATIC[name], headers=headers))
