"""The application: which address leads to which page, who may enter, and what a request is read to be.

Pages are plain functions from a ``Visit`` to an ``Answer`` and run in threads, since the desk may wait for a disk.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, cast

from anyio import CapacityLimiter
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from pipeline.errors import IkpError
from pipeline.jobs.desk import Desk
from pipeline.jobs.proposals import Proposals
from pipeline.jobs.publication import Publication
from pipeline.web import alias_pages, entry_pages, item_pages, other_pages, publish_pages, queue_pages
from pipeline.web.forms import TooSlow, form_of
from pipeline.web.guard import Guard, TooLarge
from pipeline.web.session import Session, equal, form_token, new_session, opened, sealed
from pipeline.web.site import Answer, Site, Visit, address, lists_of, missing, page, plain, static_files
from pipeline.web.words import LANGUAGES, Language, preferred

Page = Callable[[Visit], Answer]
Endpoint = Callable[..., Awaitable[Response]]

DRAWN_AT_ONCE: Final = 2
"""Pictures that are waited for in threads; the others wait without one."""
_OPEN: Final = frozenset({"/login", "/language"})
"""Addresses that need no token, and no name."""
_NAMELESS: Final = _OPEN | {"/hello"}


def application(
    desk: Desk,
    *,
    hosts: Collection[str],
    token: str | None,
    secret: bytes,
    actor: str | None = None,
    any_address: bool = False,
) -> Starlette:
    """Return the review application.

    ``hosts`` are the names by which the server may be called; ``any_address`` admits bare addresses beside them.
    ``token`` is what a visitor has to give once, None where whoever reaches the server may enter. ``secret`` seals
    cookies and forms. ``actor`` is the name of whoever has chosen none yet.
    """
    files = dict(static_files())
    versions = {name: hashlib.sha256(data).hexdigest()[:12] for name, data in files.items()}
    site = Site(
        desk=desk,
        proposals=Proposals(desk.corpus, desk.out),
        publication=Publication(desk.corpus, desk.out),
        secret=secret,
        token=token,
        actor=actor,
        versions=versions,
        lists=lists_of(desk.reference),
    )

    def gate(page: Page, *, public: bool = False, shown: bool = False) -> Endpoint:
        few = CapacityLimiter(DRAWN_AT_ONCE) if page is item_pages.picture else None
        return _Gate(page=page, site=site, public=public, shown=shown, few=few).answer

    known = frozenset(name.lower() for name in hosts)
    return Starlette(
        routes=[
            *_routes(gate),
            Route("/static/{name}", gate(partial(entry_pages.static, files=files), public=True)),
        ],
        middleware=[Middleware(_guarded, hosts=known, any_address=any_address)],
        exception_handlers={404: gate(_nowhere), 405: _not_so, TooLarge: _too_large, TooSlow: _too_slow},
    )


def _guarded(app: object, *, hosts: Collection[str], any_address: bool) -> Guard:
    return Guard(app=cast("Callable[..., Awaitable[None]]", app), hosts=hosts, any_address=any_address)


def _routes(gate: Callable[..., Endpoint]) -> list[Route]:
    """Return what there is: an address, what shows it, and what a form sent there does."""
    table: tuple[tuple[str, Page | None, Page | None], ...] = (
        ("/", queue_pages.queue_page, None),
        ("/item/{key}", item_pages.item_page, item_pages.decide),
        ("/picture/{key}.png", item_pages.picture, None),
        ("/group", queue_pages.group_page, queue_pages.decide_group),
        ("/undo", None, queue_pages.undo),
        ("/orphans", queue_pages.orphans_page, None),
        ("/region/{code}", other_pages.region_page, None),
        ("/document/{sha256}", other_pages.document_page, None),
        ("/decisions", other_pages.decisions_page, None),
        ("/conflicts", other_pages.conflicts_page, None),
        ("/publish", publish_pages.publish_page, publish_pages.publish),
        ("/aliases", alias_pages.aliases_page, None),
        ("/alias", alias_pages.alias_page, alias_pages.look),
        ("/alias/agree", None, alias_pages.agree),
        ("/changes", other_pages.changes_page, None),
        ("/hello", entry_pages.hello_page, entry_pages.hello),
        ("/login", entry_pages.login_page, entry_pages.login),
        ("/language", None, entry_pages.language),
    )
    shown = [Route(path, gate(get), methods=["GET"]) for path, get, _ in table if get]
    return [
        *shown,
        *(Route(path, gate(post, shown=get is not None), methods=["POST"]) for path, get, post in table if post),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gate:
    """Reads a request, lets nobody pass who may not, and runs a page."""

    page: Page
    site: Site
    public: bool = False
    shown: bool = False
    """Whether the address that a form was sent to shows a page as well."""
    few: CapacityLimiter | None = None
    """Where the page is drawn, which takes long: how many at once, so that threads are left for all others."""

    async def answer(self, request: Request, _: Exception | None = None) -> Response:
        cookie = f"ikp_session_{request.url.port or ''}"  # cookies of one host are shared by all its ports
        session = opened(request.cookies.get(cookie), self.site.secret) or new_session()
        if not session.name and self.site.actor:
            session = replace(session, name=self.site.actor)
        form = await form_of(request) if request.method == "POST" else {}
        visit = _visit(self.site, request, session, form or {})
        if self.few is None:
            answer = await run_in_threadpool(self._answer, visit, request.method)
        else:
            async with self.few:
                if await request.is_disconnected():  # whoever asked has gone on to another page
                    return Response(status_code=204)
                answer = await run_in_threadpool(self._answer, visit, request.method)
        response = answer.response
        if sealed(answer.session, self.site.secret) != request.cookies.get(cookie) and not self.public:
            response.set_cookie(cookie, sealed(answer.session, self.site.secret), httponly=True, samesite="strict")
        return response

    def _answer(self, visit: Visit, method: str) -> Answer:
        if self.public:
            return self.page(visit)
        if (door := self._door(visit, method)) is not None:
            return door
        if method == "POST" and not self._own(visit):
            shown = (visit.path, visit.query) if self.shown else ("/", {})
            back = replace(visit, path=shown[0], query=shown[1])  # where a switch of the language leads from there
            return page(
                back, "error.html", status=403, title="error.form", message="error.form_why", back=back.here
            )
        if not visit.name and visit.path not in _NAMELESS:
            return _sent_to(visit, "/hello")
        return self._shown(visit)

    def _door(self, visit: Visit, method: str) -> Answer | None:
        """Return what whoever has no token is shown, or has one in the address; None for all others."""
        token = self.site.token
        if token is not None and not visit.session.admitted:
            if method == "GET" and equal(visit.query.get("token", ""), token):
                return entry_pages.entered_by_link(visit)
            return _sent_to(visit, "/login") if visit.path not in _OPEN else None
        if token is not None and method == "GET" and "token" in visit.query:
            return plain(visit, RedirectResponse(entry_pages.without_token(visit), status_code=303))
        return None

    def _shown(self, visit: Visit) -> Answer:
        try:
            if visit.path not in _NAMELESS:
                visit.desk.refresh()
            return self.page(visit)
        except IkpError as error:
            return page(visit, "error.html", status=500, title="error.broken", message=str(error), back="/")

    def _own(self, visit: Visit) -> bool:
        return equal(visit.form.get("csrf", ""), form_token(visit.session, self.site.secret))


def _visit(site: Site, request: Request, session: Session, form: Mapping[str, str]) -> Visit:
    return Visit(
        site=site,
        session=session,
        language=_language(request),
        path=request.url.path,
        parts={name: str(value) for name, value in request.path_params.items()},
        query=dict(request.query_params),
        form=form,
    )


def _language(request: Request) -> Language:
    chosen = request.cookies.get(entry_pages.LANGUAGE_COOKIE)
    known = next((language for language in LANGUAGES if language == chosen), None)
    return known or preferred(request.headers.get("accept-language", ""))


def _sent_to(visit: Visit, door: str) -> Answer:
    """Lead to a page that has to be passed first; a form that was sent is not sent again by itself."""
    rest = {name: value for name, value in visit.query.items() if name != "token"}
    target = address(door, {"to": address(visit.path, rest) if not visit.form else "/"})
    return plain(visit, RedirectResponse(target, status_code=303))


def _nowhere(visit: Visit) -> Answer:
    return missing(visit, "error.page")


async def _not_so(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("not so", status_code=405)


async def _too_slow(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("too slow", status_code=408, headers={"Connection": "close"})


async def _too_large(_request: Request, _error: Exception) -> Response:
    return PlainTextResponse("too large", status_code=413)
