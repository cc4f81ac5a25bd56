"""The command ``ikp review``: the review application, and deciding without a browser."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.errors import UsageError
from pipeline.storage.files import printable

if TYPE_CHECKING:
    from pipeline.decision import Decision
    from pipeline.jobs.desk import Act, Desk, Say
    from pipeline.review.draft import Words
    from pipeline.review.queue import Filter, Group, QueueItem
    from pipeline.review.sheet import Order

Options = argparse.Namespace

PORT: Final = 8765
MOST_PORT: Final = 65_535
WIDTH: Final = 100
MOST: Final = 50
TYPES: Final = ("score", "category", "dimension_score", "indicator", "tally", "mitigation")
CAUSES: Final = ("document", "reader", "rule", "reference", "doubt", "check", "human")
KINDS: Final = (
    "asked again", "second person", "conflict", "changed", "proposal", "held", "refused", "orphan",
)  # fmt: skip
_ACTS: Final[tuple[Act, ...]] = ("accept", "reject", "keep", "defer", "withdraw")
_HELP: Final = {
    "accept": "it is what the document says",
    "reject": "the document does not say it",
    "keep": "what was decided holds against the new proposal",
    "defer": "put it off",
    "withdraw": "take the decision back: the extraction counts again",
}


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the options of the application, of the list, and of deciding without a browser."""
    _add_page(command)
    _add_wanted(command)
    said = command.add_argument_group("deciding without a browser")
    what = said.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help="print what waits, worst first")
    what.add_argument("--show", metavar="ID", help="print all that is known of one finding")
    for act in _ACTS:
        what.add_argument(f"--{act}", nargs="+", metavar="ID", help=_HELP[act])
    what.add_argument(
        "--edit", nargs="+", metavar=("ID", "FIELD=VALUE"), help="correct fields; no value: states none"
    )
    what.add_argument("--undo", action="store_true", help="undo your last decision")
    what.add_argument("--export", metavar="FILE", help="write all decisions as CSV")
    what.add_argument(
        "--import",
        dest="import_",
        metavar="FILE",
        help="take decisions from such a file, or from a filled-in --list --format csv",
    )
    said.add_argument("--alike", action="store_true", help="decide all of one cause and pattern; needs --yes")
    said.add_argument("--yes", action="store_true", help="do it; without, what it would touch is shown")
    said.add_argument("--fields", metavar="LIST", default="", help="these fields of the finding alone")
    said.add_argument("--reason", default="", metavar="TEXT")
    said.add_argument("--note", default="", metavar="TEXT")
    said.add_argument("--as", dest="actor", metavar="NAME", help="who decides (IKP_REVIEWER, else your login)")


def _add_page(command: argparse.ArgumentParser) -> None:
    page = command.add_argument_group("the application")
    page.add_argument("--host", default="127.0.0.1", help="(%(default)s); others need a token")
    page.add_argument("--port", type=_port, default=PORT, metavar="N", help="(%(default)s); 0: any")
    page.add_argument(
        "--token", metavar="TEXT", help="what visitors have to give (IKP_REVIEW_TOKEN); 16 characters at least"
    )


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 on")
    return int(text)


def _port(text: str) -> int:
    if _number(text) > MOST_PORT:
        raise argparse.ArgumentTypeError(f"{text} is no port, which go up to {MOST_PORT}")
    return int(text)


def _add_wanted(command: argparse.ArgumentParser) -> None:
    wanted = command.add_argument_group("what is listed")
    wanted.add_argument(
        "--region", default="", metavar="CODE", help="code or name of a region; of a province with all in it"
    )
    for name, values in (("--type", TYPES), ("--cause", CAUSES), ("--kind", KINDS)):
        wanted.add_argument(name, default="", choices=values, metavar="NAME", help=", ".join(values))
    wanted.add_argument("--document", default="", metavar="FILE", help="a part of its name is enough")
    wanted.add_argument(
        "--text", default="", metavar="TEXT", help="in quotes, values, names of files, regions and indicators"
    )
    wanted.add_argument("--settled", action="store_true", help="also what does not wait")
    wanted.add_argument("--deferred", action="store_true", help="what was put off, and no more")
    wanted.add_argument(
        "--limit", type=_number, metavar="N", help=f"how many ({MOST} of a table, else all; 0: all)"
    )
    wanted.add_argument("--format", choices=("table", "json", "csv"), default="table", help="(%(default)s)")


def run(options: Options) -> int:
    """Do what the options say. Raises UsageError for what cannot be decided so."""
    from pipeline.jobs.desk import Desk  # noqa: PLC0415 - not before it is wanted

    desk = Desk(corpus=options.corpus, out=options.out)
    if options.list:
        return _list(desk, options)
    if options.show:
        return _show(desk, options)
    if options.export or options.import_:
        return (_export if options.export else _import)(desk, options)
    if options.undo:
        return _told("undone", desk.undo(_actor(options)))
    if options.edit:
        return _edit(desk, options)
    act = next((act for act in _ACTS if getattr(options, act)), None)
    return _serve(desk, options) if act is None else _decide(desk, options, act, getattr(options, act))


def _actor(options: Options) -> str:
    name: str = options.actor or os.environ.get("IKP_REVIEWER") or _login()
    return name


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:  # a container without a user of that number
        raise UsageError("is not known", where="who decides", remedy="give --as NAME") from error


def _words(options: Options) -> Words:
    from pipeline.review.draft import Words  # noqa: PLC0415

    return Words(reason=options.reason, note=options.note)


def _filter(options: Options) -> Filter:
    from pipeline.review.queue import Filter  # noqa: PLC0415

    names = ("region", "type", "cause", "kind", "document", "text", "deferred", "settled")
    return Filter(**{name: getattr(options, name) for name in names})


# --- what waits ---


def _list(desk: Desk, options: Options) -> int:
    from pipeline.review.queue import grouped  # noqa: PLC0415
    from pipeline.review.sheet import queue_csv  # noqa: PLC0415
    from pipeline.storage.codec import encode  # noqa: PLC0415

    wanted = _filter(options)
    if wanted.region:
        wanted = replace(wanted, region=_region(desk, wanted.region))
    items = desk.queue(wanted)
    most = options.limit if options.limit is not None else MOST if options.format == "table" else 0
    shown = items[: most or None]
    if options.format == "csv":
        sys.stdout.write(queue_csv(shown).decode())
    elif options.format == "json":
        pending = sum(item.pending for item in items)
        print(encode({"pending": pending, "items": [_as_json(item) for item in shown]}).decode())
    else:
        off = 0 if wanted.deferred else len(desk.queue(replace(wanted, deferred=True)))
        print(_heading(items) + (f"; {off:,} put off (--deferred)" if off else ""))
        sys.stdout.writelines(f"{_line(desk, item)}\n" for item in shown)
        if len(items) > len(shown):
            print(f"and {len(items) - len(shown):,} more; --limit 0 shows all")
        sys.stdout.writelines(f"{_of_group(group)}\n" for group in grouped(items)[:MOST])
    return 0


def _region(desk: Desk, text: str) -> str:
    from pipeline.dataset.ask import region_of  # noqa: PLC0415

    try:
        return region_of(text, desk.reference).code
    except UsageError as error:
        raise UsageError(error.what, where="--region", remedy=error.remedy) from error


def _heading(items: Sequence[QueueItem]) -> str:
    """Say how many wait, and how many of each kind; and how many of those listed do not."""
    kinds = Counter(item.kind for item in items if item.pending)
    each = ", ".join(f"{count:,} {kind}" for kind, count in kinds.most_common())
    settled = len(items) - kinds.total()
    more = f"; {settled:,} that do not wait behind them" if settled else ""
    return f"{kinds.total():,} wait for a person" + (f" ({each}), worst first" if each else "") + more


def _as_json(item: QueueItem) -> dict[str, object]:
    machine = item.item.machine
    names = ("key", "kind", "cause", "why", "value", "published", "impact", "doubt", "pattern", "cell", "deferred")
    return {
        **{name: getattr(item, name) for name in names},
        "document": item.item.file,
        "type": machine.type,
        "region_code": item.finding.region_code,
        "edition": item.finding.edition,
        "quote": machine.raw,
        "page": machine.place.page,
        "rule": machine.rule,
        "confidence": machine.confidence,
    }


def _line(desk: Desk, item: QueueItem) -> str:
    finding = item.finding
    head = f"{item.key}  {item.kind:<13} {_place(desk, item)}, {finding.edition or 'edition open'}: {item.value}"
    tail = f"published: {item.published}" if item.published else "nothing published"
    return f"{_cut(head)}\n    {_cut(f'{item.why}; {tail}; {item.item.file}: {finding.raw}')}"


def _place(desk: Desk, item: QueueItem) -> str:
    code = item.finding.region_code or item.finding.scope_code or ""
    region = desk.reference.regions.get(code)
    return f"{region.name} ({code})" if region else code or "region open"


def _of_group(group: Group) -> str:
    return (
        f"{group.count:>5} alike: {group.kind}, rule {group.rule}; --accept {group.outlier.key} --alike shows them"
    )


def _cut(text: str) -> str:
    line = printable(" ".join(text.split()))
    return line if len(line) <= WIDTH + 20 else line[: WIDTH + 19] + "…"


def _item(desk: Desk, key: str, where: str = "") -> QueueItem:
    """Return the item of a key or id. Raises UsageError where there is none, or an id means several."""
    item, place = desk.item(key), f"{where}finding {printable(key)}"
    if item is None:
        raise UsageError("is not there", where=place, remedy="see `ikp review --list`")
    named = desk.named(key)
    if len(named) > 1:
        keys = ", ".join(one.key for one in named)
        raise UsageError("is said in several ways by its document", where=place, remedy=f"name one of {keys}")
    return item


def _show(desk: Desk, options: Options) -> int:
    sys.stdout.writelines(f"{printable(line)}\n" for line in _known(desk, _item(desk, options.show)))
    return 0


def _known(desk: Desk, item: QueueItem) -> Iterator[str]:
    """Yield all that is known of a finding, a line each."""
    from pipeline.dataset.precedence import SENTENCES  # noqa: PLC0415

    machine, match = item.item.machine, item.item.machine.match
    yield f"{item.key}: {item.kind}" + (f", {item.why}" if item.why else "")
    yield f"says       {item.value}"
    yield f"about      {_place(desk, item)}, {item.finding.edition or 'edition open'}"
    yield f"published  {item.published or 'nothing'}"
    yield f"words      {_cut(machine.raw)}"
    yield f"in         {printable(item.item.file)}" + (
        f", page {machine.place.page}" if machine.place.page else ""
    )
    yield f"rule       {machine.rule} {machine.rule_version}, sure to {int(machine.confidence * 100 + 1e-9)}%"
    if match:
        nearest = f"{match.score:.0f}, next best {match.runner_up:.0f}"
        yield f"match      {match.kind}, {nearest}: {match.matched or '-'}"
    for number, option in enumerate(desk.options(item), start=1):
        yield f"or {number}       {option.field}={option.value}  {option.name} ({option.score:.0f})"
    for other in desk.others(item):
        yield f"also       {other.value}, {printable(other.item.file)}: {_cut(other.finding.raw)}"
    if dispute := desk.dispute(item):
        rivals = ", ".join(f"--reject {one.key} --fields {','.join(names)}" for one, names in dispute.rivals)
        why = f"{SENTENCES[dispute.rule]}; " if dispute.rule else ""
        yield f"disputed   {why}to settle it, accept the right one and {rivals}"
    for line in desk.history(item):
        change = f"{line.before or '-'} -> {line.after or '-'}"
        yield f"decided    {line.at} {line.actor}: {line.verb} {line.field} {change} {_cut(line.reason)}".rstrip()


# --- deciding ---


def _decide(desk: Desk, options: Options, act: Act, keys: Sequence[str]) -> int:
    from pipeline.jobs.desk import Say  # noqa: PLC0415

    if options.alike:
        return _alike(desk, options, act, keys)
    fields = tuple(name.strip() for name in options.fields.split(",") if name.strip())
    say = Say(act=act, fields=fields, words=_words(options))
    orders = [(item.key, item.item.mark, say) for item in (_item(desk, key) for key in keys)]
    return _told(f"{len(keys):,} decided", desk.decide_all(_actor(options), orders))


def _alike(desk: Desk, options: Options, act: Act, keys: Sequence[str]) -> int:
    """Decide a group, or show it: count, the one that differs most, a sample."""
    from pipeline.review.queue import Filter  # noqa: PLC0415

    if len(keys) != 1 or options.fields:
        raise UsageError("takes one finding, and no --fields", where="--alike", remedy="name one of the group")
    item = _item(desk, keys[0])
    groups = desk.groups(Filter(pattern=item.pattern))
    if not groups:
        raise UsageError("has none alike", where=f"finding {item.key}", remedy=f"use --{act} without --alike")
    group = groups[0]
    if options.yes:
        digest = desk.digest(group.pattern)
        return _told(
            f"{group.count:,} decided at once",
            desk.decide_group(_actor(options), group.pattern, act, digest, _words(options)),
        )
    print(f"{group.count:,} are alike: {group.kind}, rule {group.rule}. The one that differs most comes first:")
    sys.stdout.writelines(f"{_line(desk, one)}\n" for one in group.sample)
    print(f"nothing was decided; add --yes to {act} all {group.count:,}")
    return 0


def _edit(desk: Desk, options: Options) -> int:
    key, *pairs = options.edit
    if options.fields:
        raise UsageError(
            "goes with no --edit", where="--fields", remedy="leave it out: name the fields themselves"
        )
    if not pairs or any("=" not in pair for pair in pairs):
        raise UsageError("needs FIELD=VALUE", where="--edit", remedy="write for instance: --edit ID score=77.7")
    item = _item(desk, key)
    changes = dict(pair.split("=", 1) for pair in pairs)
    written = desk.decide(
        _actor(options), item.key, item.item.mark, "edit", changes=changes, words=_words(options)
    )
    return _told("1 decided", written)


def _told(what: str, written: Sequence[Decision]) -> int:
    print(f"{what}: {len(written):,} line{'s' if len(written) != 1 else ''} in the log; `ikp run` publishes it")
    return 0


# --- as CSV ---


def _export(desk: Desk, options: Options) -> int:
    from pipeline.review.sheet import log_csv  # noqa: PLC0415
    from pipeline.storage import store  # noqa: PLC0415
    from pipeline.storage.codec import encode  # noqa: PLC0415

    seen = (encode(line.seen).decode() if line.seen else "" for line in desk.log)
    store.write(Path(options.export), log_csv(desk.log, seen))
    print(f"{len(desk.log):,} lines of the log: {options.export}")
    return 0


def _import(desk: Desk, options: Options) -> int:
    from pipeline.review import sheet  # noqa: PLC0415
    from pipeline.storage import logbook, store  # noqa: PLC0415

    found = sheet.parse(store.read_bytes(Path(options.import_)), where=options.import_)
    lines = tuple(_written(row, options.import_) for row in found.written)
    added = logbook.add_written(options.corpus, lines)
    desk.refresh()
    orders = [_ordered(desk, order, options.import_) for order in found.orders]
    if orders:
        desk.decide_all(_actor(options), orders)
    known = len(lines) - len(added)
    news = f"{len(orders):,} new decisions; `ikp run` publishes them"
    print(f"{len(added):,} lines taken over, {known:,} were known, {news}")
    return 0


def _ordered(desk: Desk, order: Order, file: str) -> tuple[str, str, Say]:
    from pipeline.jobs.desk import Say  # noqa: PLC0415
    from pipeline.review.draft import Words  # noqa: PLC0415

    where = f"{file} line {order.line}: "
    item = _item(desk, order.finding_id, where)
    return (
        item.key,
        item.item.mark,
        Say(
            act=order.act,  # type: ignore[arg-type]
            changes=order.changes,
            fields=order.fields,
            words=Words(reason=order.reason, note=order.note),
            where=where,
        ),
    )


def _written(row: Mapping[str, str], where: str) -> Decision:
    from pipeline.decision import Decision  # noqa: PLC0415
    from pipeline.review.sheet import members_of  # noqa: PLC0415
    from pipeline.storage.codec import decode, encode  # noqa: PLC0415

    place = f"{where} id {printable(row['id'])}"
    try:
        plain = encode(members_of(row)).decode()
    except (KeyError, ValueError) as error:
        raise UsageError(f"is no line of a log ({error})", where=place, remedy="export it again") from error
    return decode(f'{plain[:-1]},"seen":{row.get("seen") or "null"}}}'.encode(), Decision, where=place)


# --- the application ---


def _serve(desk: Desk, options: Options) -> int:
    from pipeline.web.serve import serve  # noqa: PLC0415

    token = options.token or os.environ.get("IKP_REVIEW_TOKEN")
    serve(desk, host=options.host, port=options.port, token=token, actor=options.actor, ready=_ready)
    return 0


def _ready(address: str) -> None:
    print(f"review at {address} (stop with Ctrl-C)", flush=True)
