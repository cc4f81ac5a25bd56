"""One item: the document with its words marked, the proposal, and what a person says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from starlette.responses import Response

from pipeline.decision import VALUE_FIELDS
from pipeline.errors import IkpError, UsageError
from pipeline.jobs.desk import Stale
from pipeline.model import CATEGORIES, Basis, Document, Finding, Status, TallyLevel
from pipeline.review.draft import Words
from pipeline.review.fields import editable_fields, same, text_of
from pipeline.review.queue import Filter, QueueItem
from pipeline.review.say import Act
from pipeline.web.alias_pages import alias_asked
from pipeline.web.marked import Mark, Text, around
from pipeline.web.queue_pages import PAGE, acceptable, query_of, wanted_of
from pipeline.web.show import fields_shown, region_code
from pipeline.web.site import Answer, Visit, address, go, item_path, missing, page, plain

REASONS: Final = ("misread", "other_region", "other_edition", "quoted", "source_wrong", "checked")
"""What a person may give as the reason; kept in the log by these names."""
_CLOSED: Final[Mapping[str, tuple[str, ...]]] = {
    "category": CATEGORIES, "status": get_args(Status), "level": get_args(TallyLevel), "basis": get_args(Basis),
}  # fmt: skip
"""Fields of which a form offers all values."""
_REGIONS: Final = ("region_code", "scope_code")


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Where an item stands in the queue, from 1, and the keys of those beside it; 0 where it does not wait."""

    place: int
    count: int
    before: str | None
    after: str | None

    @property
    def page(self) -> dict[str, str]:
        """The page of the queue that holds it, as part of an address; nothing for the first."""
        number = (self.place - 1) // PAGE + 1
        return {"page": str(number)} if number > 1 else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One field: as extraction gives it, as people left it, and whether the two differ."""

    field: str
    machine: str | None
    shown: str | None

    @property
    def differs(self) -> bool:
        """Tell whether people say otherwise than extraction."""
        return not same(self.field, self.machine, self.shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One field of the form: ``values`` are all it may have, empty where it is typed; ``list`` names proposals."""

    field: str
    value: str
    values: tuple[str, ...]
    list: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why a decision was not taken, with what the person had typed: fields, and reason and remark."""

    message: str
    typed: Mapping[str, str]
    words: Words
    status: int
    edited: bool = True
    """Whether the person was correcting fields, or giving a reason, so that the form stands open."""

    @property
    def field(self) -> str:
        """The field that holds what cannot be, empty where it is none."""
        named = re.search(r" is no (\w+); ", self.message)
        unclear = re.match(r"(['\"])(.*)\1 may be ", self.message)
        holds = (name for name, text in self.typed.items() if unclear and text.strip() == unclear[2])
        asked = {"region": next((name for name in _REGIONS if name in self.typed), "")}
        name = asked.get(named[1], named[1]) if named else next(holds, "")
        return name if name in self.typed else ""


class Unsaid(Exception):  # noqa: N818 - what it is
    """A form that says nothing, or not clearly; holds what ``words.troubled`` puts into words."""


def item_page(visit: Visit, trouble: Trouble | None = None) -> Answer:
    """Show one item, and let colleagues know that it is open here."""
    item = visit.desk.item(visit.parts["key"])
    if item is None:
        return missing(visit, "error.item")
    wanted = wanted_of(visit.query)
    beside = neighbours(visit.desk.queue(wanted), item.key)
    document = visit.desk.document(item.sha256)
    if trouble is not None and trouble.edited:  # another language shows the same page
        visit = replace(visit, query={**visit.query, "edit": "1"})
    return page(
        visit,
        "item.html",
        status=trouble.status if trouble else 200,
        item=item,
        finding=item.finding,
        machine=item.item.machine,
        lines=lines_of(item),
        options=visit.desk.options(item),
        inputs=tuple(_inputs(visit, item, trouble.typed if trouble else {})),
        acts=tuple(act for act in acts_of(item) if act != "accept" or acceptable(item)),
        others=visit.desk.others(item),
        dispute=visit.desk.dispute(item),
        focus=_first_field(item),
        wrong_field=trouble.field if trouble else "",
        history=visit.desk.history(item),
        before_words=_words_before(item),
        text=_text(visit, item, document),
        pictured=_pictured(item),
        at=_height(document, item.finding) if document else 0.0,
        holder=visit.desk.lease(visit.name, item.key),
        beside=beside,
        next_picture=_next_picture(visit, beside),
        query=query_of(wanted),
        back=address("/", query_of(wanted) | beside.page),
        words=trouble.words if trouble else Words(),
        trouble=trouble.message if trouble else "",
        reasons=REASONS,
        alias=alias_asked(item),
        picture=picture_path(item),
        group_count=len(visit.desk.queue(Filter(pattern=item.pattern))) if item.pending else 0,
        editing=visit.query.get("edit") == "1",
    )


def _first_field(item: QueueItem) -> str:
    """Return the field that is most likely to be corrected: what is not known, else the value."""
    shown = item.item.shown
    fields = editable_fields(item.item.machine)
    place = "scope_code" if shown.type == "tally" else "region_code"
    unknown = (name for name in (place, "edition") if name in fields and text_of(shown, name) is None)
    return next(unknown, next((name for name in VALUE_FIELDS[shown.type] if name in fields), fields[0]))


def neighbours(items: Sequence[QueueItem], key: str) -> Neighbours:
    """Return where an item stands among those that wait; what does not wait stands before the first."""
    place = next((number for number, item in enumerate(items) if item.key == key), -1)
    after = items[place + 1].key if place + 1 < len(items) else None
    before = items[place - 1].key if place > 0 else None
    return Neighbours(place=place + 1, count=len(items), before=before, after=after)


def lines_of(item: QueueItem) -> tuple[Line, ...]:
    """Return the fields of an item that a page lists; what people decided stands beside what is read now."""
    machine, shown = item.item.machine, item.item.shown
    said = _said_before(item)
    names = dict.fromkeys((*fields_shown(machine), *fields_shown(shown)))
    return tuple(
        Line(field=name, machine=text_of(machine, name), shown=said.get(name, text_of(shown, name)))
        for name in names
    )


def _said_before(item: QueueItem) -> dict[str, str | None]:
    """Return what people said of each field, whether it still holds or not."""
    return {one.field: one.decision.after for one in item.item.rulings if one.decision.verb != "defer"}


def acts_of(item: QueueItem) -> tuple[Act, ...]:
    """Return what may be said of an item."""
    if item.kind == "orphan":
        return ("withdraw",)
    second: Act = "keep" if item.kind == "proposal" else "reject"
    acts: tuple[Act, ...] = ("accept", second, "edit", "defer")
    return (*acts, "withdraw") if item.item.rulings else acts


def _inputs(visit: Visit, item: QueueItem, typed: Mapping[str, str]) -> Iterator[Input]:
    finding = item.item.shown
    for name in editable_fields(item.item.machine):
        values = _CLOSED.get(name, ())
        if name == "edition":
            values = tuple(visit.desk.reference.editions)
        elif name == "dimension":
            values = tuple(visit.desk.reference.dimensions)
        proposals = "regions" if name in _REGIONS else "indicators" if name == "indicator" else ""
        value = typed.get(name, text_of(finding, name) or "")
        yield Input(field=name, value=value, values=values, list=proposals)


def _words_before(item: QueueItem) -> str:
    """Return the words that were decided, where they are no longer those of today."""
    was = next((one.decision.seen for one in item.item.rulings if one.decision.seen), None)
    return was.raw if was is not None and was.raw != item.item.machine.raw else ""


def _text(visit: Visit, item: QueueItem, document: Document | None) -> Text | None:
    items = visit.desk.findings_in(item.sha256)
    return around(document, marks_of(items, item.key, document)) if document else None


def marks_of(items: Sequence[QueueItem], key: str, document: Document) -> list[Mark]:
    """Return all evidence of some findings as marks; that of ``key`` is what is decided now.

    Words that do not stand there are left out: a run may have read the document anew since the findings were.
    """
    return [
        Mark(span=evidence.span, key=item.key, now=item.key == key)
        for item in items
        for evidence in item.finding.evidence
        if evidence.span.of(document.text) == evidence.raw
    ]


def _pictured(item: QueueItem) -> bool:
    return item.kind != "orphan" and item.finding.place.page is not None


def _height(document: Document, finding: Finding) -> float:
    """Return how far down its page a finding stands, 0 to 1, as far as the page's blocks tell how high it is."""
    place = finding.place
    if place.bbox is None:
        return 0.0
    bottoms = [one.place.bbox[3] for one in document.blocks if one.place.page == place.page and one.place.bbox]
    return round(min(1.0, place.bbox[1] / max(*bottoms, place.bbox[3], 1.0)), 3)


def _next_picture(visit: Visit, beside: Neighbours) -> str:
    """Return the address of the picture that will be wanted next, empty where the next item has none."""
    following = visit.desk.item(beside.after) if beside.after else None
    return picture_path(following) if following and _pictured(following) else ""


def picture_path(item: QueueItem) -> str:
    """Return the address of an item's page; it changes with what is marked there."""
    return address(f"/picture{item_path(item.key).removeprefix('/item')}.png", {"v": item.item.mark})


def picture(visit: Visit) -> Answer:
    """Return the page of a finding as an image."""
    try:
        png = visit.desk.picture(visit.parts["key"])
    except IkpError:
        png = None
    if png is None:
        return plain(visit, Response(status_code=404))
    headers = {"Cache-Control": "private, max-age=3600"}
    return plain(visit, Response(png, media_type="image/png", headers=headers))


# --- deciding ---


def decide(visit: Visit) -> Answer:
    """Write down what a person says of an item and lead to the next; what is wrong is told on the same page."""
    item = visit.desk.item(visit.parts["key"])
    if item is None:
        return missing(visit, "error.item")
    wanted = wanted_of(visit.query)
    queue = visit.desk.queue(wanted)
    beside = neighbours(queue, item.key)
    after, following = beside.after, queue[beside.place :]
    typed = _typed(visit.form)
    words = Words(reason=visit.form.get("reason", "")[:80], note=visit.form.get("note", "")[:500])
    said, mark = visit.form.get("act", ""), visit.form.get("mark", "")
    act: Act | Literal["settle"] = "settle"
    try:
        if said == "settle":
            visit.desk.settle(visit.name, item.key, mark, visit.form.get("dispute", ""))
        else:
            act, changes = _said(visit, item, typed)
            visit.desk.decide(visit.name, item.key, mark, act, changes=changes, words=words)
    except Unsaid as error:
        return item_page(visit, Trouble(message=str(error), typed=typed, words=words, status=422))
    except UsageError as error:
        late = isinstance(error, Stale)
        edited = not late or said == "edit" or words != Words()
        trouble = Trouble(message=str(error), typed=typed, words=words, status=409 if late else 422, edited=edited)
        return item_page(visit, trouble)
    if act == "settle":
        after = next((one.key for one in following if (now := visit.desk.item(one.key)) and now.pending), None)
    target = item_path(after) if after else "/"
    now = visit.desk.item(item.key) if act in {"edit", "withdraw"} else item
    about = visit.show.title((now or item).finding)
    return go(visit, address(target, query_of(wanted)), f"done.{act}", item.value, about)


def _typed(form: Mapping[str, str]) -> dict[str, str]:
    return {name.removeprefix("field."): text for name, text in form.items() if name.startswith("field.")}


def _said(visit: Visit, item: QueueItem, typed: Mapping[str, str]) -> tuple[Act, dict[str, str]]:
    """Return the act, and the fields that it changes. Raises Unsaid for what is no act, or would lose words."""
    said = visit.form.get("act", "")
    number = said.removeprefix("option-")
    if number != said:
        numbered = {str(place): one for place, one in enumerate(visit.desk.options(item), start=1)}
        if chosen := numbered.get(number):
            others = {name: text for name, text in typed.items() if name != chosen.field}
            kept = _changed(visit, item.item.machine, item.item.shown, others)
            return "edit", dict(kept) | {chosen.field: chosen.value}
    act = next((one for one in acts_of(item) if one == said), None)
    if act is None:
        raise Unsaid("trouble.act")
    if act == "edit":
        return act, dict(_changed(visit, item.item.machine, item.item.machine, typed))
    current = visit.form.get("mark", "") == item.item.mark  # else fields may differ without having been changed
    if current and any(not _says(item.item.shown, name, text) for name, text in typed.items()):
        raise Unsaid("trouble.unsaved")
    return act, {}


def _changed(
    visit: Visit, machine: Finding, before: Finding, typed: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield the typed fields of a finding that are not as before; a region may be typed by its name."""
    for name in editable_fields(machine):
        if name not in typed:
            continue
        text = typed[name].strip()
        if name in _REGIONS:
            if names := visit.show.regions_meant(text):
                raise Unsaid(f"{text!r} may be {names}")
            text = region_code(visit.desk.reference, text)
        elif name == "indicator":
            text = text.partition(" ")[0]
        if not _says(before, name, text):
            yield name, text


def _says(finding: Finding, field: str, text: str) -> bool:
    """Tell whether a field has the text that came from a form; a browser changes white space."""
    return " ".join(text.split()) == " ".join((text_of(finding, field) or "").split())
