"""What all pages share: the desk, the templates, and one visit to a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse, RedirectResponse, Response

from pipeline.jobs.desk import Desk
from pipeline.jobs.proposals import Proposals
from pipeline.jobs.publication import Publication
from pipeline.reference.types import Reference
from pipeline.saying import whole_percent
from pipeline.web.session import Session, form_token
from pipeline.web.show import Show
from pipeline.web.words import Language, phrase_in

_FOLDER: Final = Path(__file__).parent
STATIC: Final[Mapping[str, str]] = {
    "review.css": "text/css; charset=utf-8",
    "review.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
"""The files that may be asked for by name; there is no other way to a file."""


def environment() -> Environment:
    """Return the templates: everything is escaped, and a name that is not given is an error."""
    made = Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["percent"] = whole_percent
    for name in made.list_templates():
        made.get_template(name)  # compiled now, so that nobody waits for it
    return made


def lists_of(reference: Reference) -> Markup:
    """Return the regions and indicators that a form proposes, made once."""
    regions = ((code, region.name) for code, region in reference.regions.items())
    indicators = ((str(number), one.name) for number, one in reference.indicators.items())
    return _list("regions", regions) + _list("indicators", indicators)


def _list(name: str, entries: Iterable[tuple[str, str]]) -> Markup:
    options = Markup().join(Markup('<option value="{}">{}</option>').format(*entry) for entry in entries)
    return Markup('<datalist id="{}">{}</datalist>').format(name, options)


def static_files() -> Mapping[str, bytes]:
    """Return the style sheet, the script and the icon."""
    return {name: (_FOLDER / "static" / name).read_bytes() for name in STATIC}


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One server. ``token`` is what a visitor has to know, None where anybody who reaches it may enter.

    ``actor`` is the name of whoever has not chosen one; ``versions`` go into the addresses of static files;
    ``lists`` are the regions and indicators that a form proposes.
    """

    desk: Desk
    proposals: Proposals
    publication: Publication
    secret: bytes
    token: str | None
    actor: str | None
    versions: Mapping[str, str]
    lists: Markup
    templates: Environment = field(default_factory=environment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request, read: ``query`` and ``form`` are texts by name, ``path`` is the address without its query."""

    site: Site
    session: Session
    language: Language
    path: str
    parts: Mapping[str, str]
    query: Mapping[str, str]
    form: Mapping[str, str]

    @property
    def desk(self) -> Desk:
        """The desk."""
        return self.site.desk

    @property
    def name(self) -> str:
        """The person's name."""
        return self.session.name

    @property
    def here(self) -> str:
        """The address of the page, with its query."""
        return address(self.path, self.query)

    @property
    def show(self) -> Show:
        """What puts values into words of the visit's language."""
        return Show(reference=self.desk.reference, phrase=phrase_in(self.language))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A response, and the session as it is from now on."""

    response: Response
    session: Session


def address(path: str, query: Mapping[str, str]) -> str:
    """Return a path with the parts of a query that say something.

    >>> address("/", {"text": "a b", "kind": ""})
    '/?text=a+b'
    """
    said = urlencode({name: value for name, value in query.items() if value})
    return f"{path}?{said}" if said else path


def item_path(key: str) -> str:
    """Return the path of an item's page."""
    return f"/item/{quote(key, safe='')}"


def inner(target: str) -> str:
    r"""Return where to go next, the queue for what leads out of the application.

    >>> inner("/item/a?kind=held"), inner("//evil.example"), inner("/\\evil.example"), inner("https://a.example")
    ('/item/a?kind=held', '/', '/', '/')
    """
    good = target.startswith("/") and not target.startswith(("//", "/\\")) and target.isprintable()
    return target if good else "/"


def page(visit: Visit, template: str, *, status: int = 200, **values: object) -> Answer:
    """Return a page. What was said to the person is said once."""
    session = visit.session
    html = visit.site.templates.get_template(template).render(
        **values,
        t=phrase_in(visit.language),
        show=visit.show,
        lang=visit.language,
        name=session.name,
        said=session.said,
        here=visit.here,
        path=visit.path,
        csrf=form_token(session, visit.site.secret),
        versions=visit.site.versions,
        item_path=item_path,
        address=address,
        lists=visit.site.lists,
    )
    return Answer(response=HTMLResponse(html, status_code=status), session=replace(session, said=()))


def go(visit: Visit, target: str, *said: str) -> Answer:
    """Send the browser to another page of ours; ``said`` is told there: a key of the table of words, and parts."""
    response = RedirectResponse(inner(target), status_code=303)
    return Answer(response=response, session=replace(visit.session, said=said) if said else visit.session)


def plain(visit: Visit, response: Response) -> Answer:
    """Return a response that is no page."""
    return Answer(response=response, session=visit.session)


def missing(visit: Visit, what: str) -> Answer:
    """Return the page that says that there is no such thing."""
    return page(visit, "error.html", status=404, title="error.missing", message=what, back="/")
