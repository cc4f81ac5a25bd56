"""The command ``ikp review``: the review application, and deciding without a browser."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.commands import waiting
from pipeline.commands.options import Options, add_folders
from pipeline.errors import UsageError
from pipeline.storage.files import printable

if TYPE_CHECKING:
    from pipeline.decision import Decision
    from pipeline.jobs.desk import Desk
    from pipeline.review.draft import Words
    from pipeline.review.queue import Filter, QueueItem
    from pipeline.review.say import Act, Say
    from pipeline.review.sheet import Order

PORT: Final = 8765
MOST_PORT: Final = 65_535
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
    add_folders(command)
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
    from pipeline.jobs import origin  # noqa: PLC0415 - not before it is wanted
    from pipeline.jobs.desk import Desk  # noqa: PLC0415 - as above

    origin.require_same(options.corpus, options.out)
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
    from pipeline.review.queue import queue_groups  # noqa: PLC0415
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
        print(encode({"pending": pending, "items": [waiting.as_json(item) for item in shown]}).decode())
    else:
        off = 0 if wanted.deferred else len(desk.queue(replace(wanted, deferred=True)))
        print(waiting.heading(items) + (f"; {off:,} put off (--deferred)" if off else ""))
        sys.stdout.writelines(f"{waiting.line_of(desk, item)}\n" for item in shown)
        if len(items) > len(shown):
            print(f"and {len(items) - len(shown):,} more; --limit 0 shows all")
        sys.stdout.writelines(f"{waiting.group_line(group)}\n" for group in queue_groups(items)[:MOST])
    return 0


def _region(desk: Desk, text: str) -> str:
    from pipeline.dataset.why.ask import region_of  # noqa: PLC0415

    try:
        return region_of(text, desk.reference).code
    except UsageError as error:
        raise UsageError(error.what, where="--region", remedy=error.remedy) from error


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
    sys.stdout.writelines(f"{printable(line)}\n" for line in waiting.known(desk, _item(desk, options.show)))
    return 0


# --- deciding ---


def _decide(desk: Desk, options: Options, act: Act, keys: Sequence[str]) -> int:
    from pipeline.review.say import Say  # noqa: PLC0415

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
    sys.stdout.writelines(f"{waiting.line_of(desk, one)}\n" for one in group.sample)
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
    from pipeline.review.draft import Words  # noqa: PLC0415
    from pipeline.review.say import Say  # noqa: PLC0415

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
